/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The scan of all partners: its loops against plain C, its costs against the state, which is held
 * against the recount elsewhere and here once more. */

#include "problems.h"
#include "rt-scan.h"
#include "rt-search.h"
#include "rt-solver.h"
#include "rt-start.h"

#define MOST 5000

/* Columns for the loops to work on. */
typedef struct
{
  int16_t there[MOST], own[MOST], row[RT_SCAN_ROW (512)], costs[MOST];
  uint16_t seat[MOST];
  uint8_t pair[MOST], gains[MOST];
} Columns;

/* Costs between -@most and @most: few different ones give many ties, many give the extremes. */
static void
fill_columns (Columns *self, RtRandom *random, int n, int n_seats, int most)
{
  for (int i = 0; i < n; i++)
    {
      self->there[i] = (int16_t)(rt_random_below (random, 2 * most + 1) - most);
      self->own[i] = (int16_t)(rt_random_below (random, 2 * most + 1) - most);
      self->seat[i] = (uint16_t)rt_random_below (random, n_seats);
      self->pair[i] = (uint8_t)rt_random_below (random, MIN (256, most + 1));
      self->gains[i] = (uint8_t)rt_random_below (random, MIN (256, most + 1));
    }
  for (int t = 0; t < RT_SCAN_ROW (n_seats); t++)
    self->row[t] = (int16_t)(rt_random_below (random, 2 * most + 1) - most);
}

static void
compare_kernels (const RtScanKernel *kernel, RtRandom *random, int n, int n_seats, int most)
{
  const RtScanKernel *plain = rt_scan_kernels[0];
  g_autofree Columns *one = g_new0 (Columns, 1);
  g_autofree Columns *two = g_new (Columns, 1);
  int16_t least;
  int many;

  fill_columns (one, random, n, n_seats, most);
  *two = *one;
  least
      = plain->weigh (one->there, one->own, one->seat, one->row, n_seats, one->pair, n, one->costs);
  g_assert_cmpint (
      least, ==,
      kernel->weigh (two->there, two->own, two->seat, two->row, n_seats, two->pair, n, two->costs));
  g_assert_cmpmem (one, sizeof *one, two, sizeof *two);
  many = plain->count (one->costs, n, least);
  g_assert_cmpint (many, ==, kernel->count (one->costs, n, least));
  g_assert_cmpint (many, >, 0);
  for (int k = 0; k < many; k += 1 + many / 5)
    {
      int found = kernel->find (one->costs, n, least, k);

      g_assert_cmpint (found, ==, plain->find (one->costs, n, least, k));
      g_assert_cmpint (one->costs[found], ==, least);
    }
  plain->shift (one->there, one->own, one->gains, one->pair, n);
  kernel->shift (two->there, two->own, two->gains, two->pair, n);
  g_assert_cmpmem (one, sizeof *one, two, sizeof *two);
}

static void
test_kernels_agree (void)
{
  static const int seats[] = { 1, 2, 8, 9, 31, 32, 33, 63, 64, 65, 128, 129, 401, 512 };
  static const int mosts[] = { 0, 1, 3, 100, 8000 };
  RtRandom random;

  rt_random_init (&random, 31);
  for (int k = 0; rt_scan_kernels[k] != NULL; k++)
    for (int i = 0; rt_scan_kernels[k]->is_here () && i < 4000; i++)
      {
        int n = i < 300 ? i + 1 : 1 + rt_random_below (&random, i % 8 == 0 ? MOST : 300);

        compare_kernels (rt_scan_kernels[k], &random, n, seats[i % G_N_ELEMENTS (seats)],
                         mosts[i % G_N_ELEMENTS (mosts)]);
      }
}

/* The definition, in the widest numbers there are. */
static void
test_plain_is_definition (void)
{
  RtRandom random;
  g_autofree Columns *columns = g_new0 (Columns, 1);

  rt_random_init (&random, 32);
  for (int i = 0; i < 500; i++)
    {
      int n = rt_random_below (&random, 400), least = INT16_MAX, first;

      fill_columns (columns, &random, n, 40, i % 2 == 0 ? 5 : 8000);
      first = rt_scan_kernels[0]->weigh (columns->there, columns->own, columns->seat, columns->row,
                                         40, columns->pair, n, columns->costs);
      for (int b = 0; b < n; b++)
        {
          int cost = columns->there[b] + columns->row[columns->seat[b]] - columns->own[b]
                     - 2 * columns->pair[b];

          g_assert_cmpint (columns->costs[b], ==, cost);
          least = MIN (least, cost);
        }
      g_assert_cmpint (first, ==, least);
    }
}

static void
test_best_kernel (void)
{
  const RtScanKernel *best = rt_scan_kernel_best ();
  int k = 0;

  g_assert_true (best->is_here ());
  g_assert_true (rt_scan_kernels[0]->is_here ());

  while (rt_scan_kernels[k] != best)
    k++;
  while (rt_scan_kernels[++k] != NULL)
    g_assert_false (rt_scan_kernels[k]->is_here ());
}

static gboolean
is_scanned (RtTermKind kind)
{
  return kind == RT_TERM_REPEATS || kind == RT_TERM_SPREAD || kind == RT_TERM_APART
         || kind == RT_TERM_RETURNS || kind == RT_TERM_OWN_HOST || kind == RT_TERM_VISIT
         || kind == RT_TERM_AVOID || kind == RT_TERM_EVEN;
}

/* A random problem with such rules only as a scan knows, repeats among them. */
static RtProblem *
problem_for_scan (RtRandom *random)
{
  RtProblem *problem = problem_random (random, 14, 4, 4);
  int n = 0;

  for (int i = 0; i < problem->n_terms; i++)
    if (is_scanned (problem->terms[i].kind) && problem->terms[i].kind != RT_TERM_REPEATS)
      {
        RtTerm *term = &problem->terms[i];

        if (term->kind == RT_TERM_SPREAD || term->kind == RT_TERM_APART)
          term->rounds = UINT32_MAX;
        problem->terms[n++] = *term;
      }
    else
      g_free (problem->terms[i].people);
  problem->n_terms = n;
  problem_add_term (problem, RT_TERM_REPEATS, (RtLevel)rt_random_below (random, 3));
  return problem;
}

/* What the best of all swaps of @a is, found one by one. */
static int64_t
best_by_hand (const RtScan *scan, int r, int a)
{
  const RtState *state = scan->state;
  int from = rt_state_table (state, r, a);
  int64_t best = INT64_MAX;

  for (int b = 0; b < state->n_people; b++)
    {
      RtSwap swap = { r, a, b, from, rt_state_table (state, r, b) };

      if (rt_state_moves (state, r, b) && swap.to != from)
        {
          int64_t delta = rt_state_delta (state, &swap);

          g_assert_cmpint (scan->unit * (scan->costs[b] - scan->own[r * scan->stride + a]), ==,
                           delta);
          best = MIN (best, delta);
        }
      else
        g_assert_cmpint (scan->costs[b], >, 10000);
    }
  for (int t = 0; t < state->n_tables; t++)
    {
      RtSwap swap = { r, a, RT_NOWHERE, from, t };

      if (t != from && rt_state_size (state, r, t) < rt_state_chairs (state, r, t))
        best = MIN (best, rt_state_delta (state, &swap));
    }
  return best;
}

static void
assert_same_costs (const RtScan *scan, const RtScan *other)
{
  const RtState *state = scan->state;

  g_assert_cmpint (scan->n_conflicts, ==, other->n_conflicts);
  for (int r = 0; r < state->n_rounds; r++)
    for (int x = 0; x < state->n_people; x++)
      {
        int i = r * scan->stride + x;

        g_assert_cmpint (scan->own[i], ==, other->own[i]);
        g_assert_cmpint (scan->seat[i], ==, other->seat[i]);
        g_assert_cmpint (scan->at[i], ==, other->at[i]);
        g_assert_cmpint (scan->place[i] >= 0, ==, other->place[i] >= 0);
        g_assert_true (scan->place[i] < 0 || scan->conflicts[scan->place[i]] == i);
        for (int t = 0; t < state->n_tables; t++)
          {
            int k = (r * scan->n_seats + t) * scan->stride + x;

            g_assert_cmpint (scan->cost[k], ==, other->cost[k]);
          }
      }
  for (int x = 0; x < state->n_people; x++)
    for (int y = 0; y < state->n_people; y++)
      g_assert_cmpint (scan->pair[x * scan->stride + y], ==, other->pair[x * scan->stride + y]);
}

/* Applies the best swaps of random people, whatever they cost. Returns how many. */
static int
walk (RtState *state, RtScan *scan, RtScan *other, RtRandom *random, int steps)
{
  int done = 0;

  for (int step = 0; step < steps; step++)
    {
      int r = rt_random_below (random, state->n_rounds), a;
      RtSwap swap;
      int64_t delta;

      if (state->n_movers[r] == 0)
        continue;
      a = state->movers[r * state->n_people + rt_random_below (random, state->n_movers[r])];
      delta = rt_scan_best (scan, random, r, a, &swap);
      g_assert_cmpint (delta, ==, best_by_hand (scan, r, a));
      if (delta == INT64_MAX)
        continue;
      g_assert_cmpint (delta, ==, rt_state_delta (state, &swap));
      rt_state_apply (state, &swap);
      rt_scan_apply (scan, &swap);
      done++;
      g_assert_true (rt_scan_load (other));
      assert_same_costs (scan, other);
    }
  return done;
}

static void
test_costs_are_recount (void)
{
  RtRandom random;
  int done = 0, declined = 0;

  rt_random_init (&random, 33);
  for (int i = 0; i < 6000; i++)
    {
      g_autoptr (RtProblem) problem = problem_for_scan (&random);
      RtState *state = rt_state_new (problem);
      RtScan *scan, *other;

      g_assert_null (rt_problem_check (problem));
      rt_start_fill (state, &random, FALSE);
      for (int k = 0; k < state->n_terms; k++)
        state->terms[k].weight = 2 * (1 + rt_random_below (&random, i % 3 == 0 ? 80 : 9));
      scan = rt_scan_new (state, NULL);
      other = rt_scan_new (state, rt_scan_kernels[0]);
      if (scan != NULL && rt_scan_load (scan))
        {
          RtScore *score;

          done += walk (state, scan, other, &random, 20);
          score = rt_score_new (problem, state->tables);
          for (int k = 0; k < state->n_terms; k++)
            g_assert_cmpint (score->terms[k], ==, state->terms[k].value);
          rt_score_free (score);
        }
      else
        declined++;
      rt_scan_free (scan);
      rt_scan_free (other);
      rt_state_free (state);
    }
  g_assert_cmpint (done, >, 10000);
  g_assert_cmpint (declined, >, 100);
}

/* Twenty guests at four tables for three rounds, none of whom may meet again. */
static RtProblem *
problem_plain (void)
{
  RtProblem *problem = problem_new (20, 4, 3, 6);

  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  return problem;
}

static gboolean
is_taken (const RtProblem *problem)
{
  RtState *state = rt_state_new (problem);
  RtScan *scan = rt_scan_new (state, NULL);
  gboolean taken = scan != NULL;

  rt_scan_free (scan);
  rt_state_free (state);
  return taken;
}

static void
test_rules_that_fit (void)
{
  for (int kind = 0; kind <= RT_TERM_SLIPS; kind++)
    {
      g_autoptr (RtProblem) problem = problem_plain ();
      RtTerm *term;

      problem->n_themes = 1;
      problem_add_column (problem, 1);
      problem->issued = g_memdup2 (problem->fixed, sizeof (int32_t) * 60);
      term = problem_add_term (problem, (RtTermKind)kind, RT_LEVEL_MAY);
      if (kind == RT_TERM_TOGETHER || kind == RT_TERM_APART)
        problem_set_people (term, 2, 3, 4);
      problem->needs_step_free = g_new0 (uint8_t, 20);
      problem->needs_step_free[2] = 1;
      g_assert_cmpint (is_taken (problem), ==, is_scanned ((RtTermKind)kind));
      problem->needs_step_free[2] = 0;
      if (kind == RT_TERM_STEP_FREE)
        g_assert_true (is_taken (problem));
    }
}

/* A rule over pairs that acts in some rounds only is no sum that holds in each. */
static void
test_rounds_that_fit (void)
{
  g_autoptr (RtProblem) problem = problem_plain ();

  g_assert_true (is_taken (problem));
  problem->terms[0].rounds = 3;
  g_assert_false (is_taken (problem));
  problem->terms[0].rounds = 7;
  g_assert_true (is_taken (problem));
}

static void
test_host_apart (void)
{
  g_autoptr (RtProblem) problem = problem_plain ();

  problem_set_people (problem_add_term (problem, RT_TERM_APART, RT_LEVEL_MUST), 2, 3, 4);
  g_assert_true (is_taken (problem));
  problem->presence[4] = RT_LEADS;
  problem->fixed[4] = 0;
  problem->host[0] = 4;
  g_assert_false (is_taken (problem));
}

static void
test_without_repeats (void)
{
  g_autoptr (RtProblem) problem = problem_plain ();

  problem->terms[0].kind = RT_TERM_EVEN;
  g_assert_false (is_taken (problem));
}

static void
test_unseated (void)
{
  g_autoptr (RtProblem) problem = problem_plain ();
  RtState *state = rt_state_new (problem);
  RtScan *scan = rt_scan_new (state, NULL);
  g_autofree int32_t *tables = g_memdup2 (problem->fixed, sizeof (int32_t) * 60);

  for (int i = 0; i < 60; i++)
    tables[i] = i % 4;
  rt_state_load (state, tables);
  g_assert_true (rt_scan_load (scan));
  tables[7] = RT_NOWHERE;
  rt_state_load (state, tables);
  g_assert_false (rt_scan_load (scan));
  rt_scan_free (scan);
  rt_state_free (state);
}

/* Somebody is picked who costs something where they sit, and everybody who does. */
static void
test_pick (void)
{
  g_autoptr (RtProblem) problem = problem_plain ();
  RtState *state = rt_state_new (problem);
  RtScan *scan = rt_scan_new (state, NULL);
  RtRandom random;
  gboolean picked[20] = { FALSE };
  g_autofree int32_t *tables = g_new (int32_t, 60);
  int r, a;

  /* Nobody meets twice but 0 and 1. */
  for (int p = 0; p < 20; p++)
    for (int q = 0; q < 3; q++)
      tables[q * 20 + p] = (p / 5 + q * (p % 5)) % 4;
  tables[20 + 1] = tables[20];
  rt_random_init (&random, 1);
  rt_state_load (state, tables);
  g_assert_true (rt_scan_load (scan));
  for (int i = 0; i < 1000; i++)
    {
      g_assert_true (rt_scan_pick (scan, &random, &r, &a));
      g_assert_cmpint (scan->own[r * scan->stride + a], >, 0);
      picked[a] = TRUE;
    }
  for (int p = 0; p < 20; p++)
    for (int q = 0; q < 3; q++)
      g_assert_true (picked[p] || scan->own[q * scan->stride + p] == 0);
  rt_scan_free (scan);
  rt_state_free (state);
}

/* What a search finds with a kernel, after as many moves as @moves. */
static int32_t *
search_with (const RtProblem *problem, const RtScanKernel *kernel, uint64_t seed)
{
  RtBounds *bounds = rt_bounds_new (problem);
  RtSearch *search = rt_search_new (problem, bounds, seed);
  int32_t *found;

  g_assert_nonnull (search->scan);
  search->scan->kernel = kernel;
  rt_search_restart (search, FALSE);
  rt_search_scan (search, 60000, 32, 0.2, RT_LEVEL_MAY);
  rt_search_settle (search);
  g_assert_cmpint (search->scan->unit, >, 0);
  found = g_memdup2 (search->best, sizeof (int32_t) * problem->n_rounds * problem->n_people);
  rt_search_free (search);
  rt_bounds_free (bounds);
  return found;
}

/* Hosts, organisations, absences, pins, spare chairs and earlier meetings. */
static RtProblem *
problem_mixed (void)
{
  RtProblem *problem = problem_new (91, 13, 6, 8);
  RtRandom random;

  rt_random_init (&random, 4);
  problem_add_zipf (problem, &random, 91, 20);
  problem_add_hosts (problem);
  for (int i = 0; i < 30; i++)
    problem->presence[rt_random_below (&random, 6) * 104 + rt_random_below (&random, 91)] = RT_AWAY;
  for (int p = 0; p < 13; p++)
    if (problem->presence[p] == RT_GUEST)
      problem->fixed[p] = p;
  for (int i = 0; i < 4; i++)
    problem_add_earlier (problem, 5, i, i + 1, i + 2, i + 3, i + 4);
  problem_add_term (problem, RT_TERM_RETURNS, RT_LEVEL_MUST)->of = RT_OF_HOST;
  problem_add_term (problem, RT_TERM_EVEN, RT_LEVEL_MUST);
  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  problem_add_term (problem, RT_TERM_SPREAD, RT_LEVEL_SHOULD)->column = 0;
  return problem;
}

static void
test_same_on_every_kernel (void)
{
  g_autoptr (RtProblem) mixed = problem_mixed ();
  g_autoptr (RtProblem) golf = problem_new (32, 8, 9, 4);
  const RtProblem *problems[] = { mixed, golf };

  problem_add_term (golf, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  for (int i = 0; i < 2; i++)
    for (uint64_t seed = 1; seed <= 3; seed++)
      {
        gsize size = sizeof (int32_t) * problems[i]->n_rounds * problems[i]->n_people;
        g_autofree int32_t *plain = search_with (problems[i], rt_scan_kernels[0], seed);

        for (int k = 1; rt_scan_kernels[k] != NULL; k++)
          if (rt_scan_kernels[k]->is_here ())
            {
              g_autofree int32_t *found = search_with (problems[i], rt_scan_kernels[k], seed);

              g_assert_cmpmem (plain, size, found, size);
            }
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/solver/scan/kernels-agree", test_kernels_agree);
  g_test_add_func ("/solver/scan/plain-is-definition", test_plain_is_definition);
  g_test_add_func ("/solver/scan/best-kernel", test_best_kernel);
  g_test_add_func ("/solver/scan/costs-are-recount", test_costs_are_recount);
  g_test_add_func ("/solver/scan/rules-that-fit", test_rules_that_fit);
  g_test_add_func ("/solver/scan/rounds-that-fit", test_rounds_that_fit);
  g_test_add_func ("/solver/scan/host-apart", test_host_apart);
  g_test_add_func ("/solver/scan/without-repeats", test_without_repeats);
  g_test_add_func ("/solver/scan/unseated", test_unseated);
  g_test_add_func ("/solver/scan/pick", test_pick);
  g_test_add_func ("/solver/scan/same-on-every-kernel", test_same_on_every_kernel);
  return g_test_run ();
}
