/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The search's arithmetic against the plain recount. */

#include "problems.h"
#include "rt-solver.h"
#include "rt-start.h"
#include "rt-state.h"

static RtState *
state_new (const RtProblem *problem)
{
  RtState *state = rt_state_new (problem);

  rt_state_load (state, problem->fixed);
  return state;
}

static int64_t
weighed (const RtState *state, const RtScore *score)
{
  int64_t sum = score->capacity * state->capacity_weight + score->unseated * state->unseated_weight;

  for (int i = 0; i < state->n_terms; i++)
    sum += score->terms[i] * state->terms[i].weight;
  return sum;
}

static void
assert_state_is (const RtState *state, const RtScore *score)
{
  g_assert_cmpint (state->capacity, ==, score->capacity);
  g_assert_cmpint (state->unseated, ==, score->unseated);
  for (int i = 0; i < state->n_terms; i++)
    if (state->terms[i].value != score->terms[i])
      g_error ("term of kind %d counts %" G_GINT64_FORMAT ", recounted %" G_GINT64_FORMAT,
               state->terms[i].rule->kind, state->terms[i].value, score->terms[i]);
}

/* How evenly those of each value sit, against the table of numbers. */
static void
assert_balanced (const RtState *state)
{
  for (int i = 0; i < state->n_columns * state->n_rounds; i++)
    {
      int64_t excess = 0;

      for (int v = 0; state->counts[i] != NULL && v < state->n_values[i / state->n_rounds]; v++)
        {
          const RtBalance *balance = &state->balance[i][v];
          int people = 0, pairs = 0, least = 0, tables = state->spread_over[i];

          for (int t = 0; t < state->n_tables; t++)
            {
              int n = state->counts[i][v * state->n_tables + t];

              people += n;
              pairs += n * (n - 1) / 2;
            }
          for (int k = 0; k < people; k++)
            least += k / tables;
          g_assert_cmpint (balance->people, ==, people);
          g_assert_cmpint (balance->pairs, ==, pairs);
          g_assert_cmpint (balance->least, ==, least);
          g_assert_cmpint (balance->floor, ==, people / tables);
          excess += pairs - least;
        }
      g_assert_cmpint (state->counts[i] != NULL ? state->excess[i] : 0, ==, excess);
    }
}

/* Any swap that the state allows: with a guest, with an empty chair, to or from no seat. */
static gboolean
random_swap (const RtState *state, RtRandom *random, RtSwap *swap)
{
  int r = rt_random_below (random, state->n_rounds), n = state->n_movers[r];

  if (n == 0)
    return FALSE;
  *swap = (RtSwap) { .round = r, .b = RT_NOWHERE, .to = RT_NOWHERE };
  swap->a = state->movers[r * state->n_people + rt_random_below (random, n)];
  swap->from = rt_state_table (state, r, swap->a);
  if (rt_random_below (random, 10) != 0)
    {
      int chairs = state->first[r * (state->n_tables + 1) + state->n_tables];
      int chair = rt_random_below (random, chairs), t, index;

      if (chairs == 0)
        return FALSE;
      t = swap->to = state->chair_table[r * state->n_chairs + chair];
      index = chair - state->first[r * (state->n_tables + 1) + t];
      if (index < rt_state_size (state, r, t))
        swap->b = rt_state_guest (state, r, t, index);
    }
  return swap->from != swap->to && (swap->b < 0 || rt_state_moves (state, r, swap->b));
}

static void
walk (RtProblem *problem, RtRandom *random, int steps, gboolean walks)
{
  RtState *state = state_new (problem);
  RtScore *score = rt_score_new (problem, state->tables);

  g_assert_cmpstr (rt_problem_check (problem), ==, NULL);
  if (walks)
    rt_state_walk (state);
  for (int i = 0; i < state->n_terms; i++)
    state->terms[i].weight = 1 + rt_random_below (random, 9);
  assert_state_is (state, score);
  for (int step = 0; step < steps; step++)
    {
      RtSwap swap;

      if (!random_swap (state, random, &swap))
        continue;
      int64_t delta = rt_state_delta (state, &swap);
      RtScore *after;

      rt_state_apply (state, &swap);
      after = rt_score_new (problem, state->tables);
      assert_state_is (state, after);
      assert_balanced (state);
      g_assert_cmpint (weighed (state, after) - weighed (state, score), ==, delta);
      rt_score_free (score);
      score = after;
    }
  rt_score_free (score);
  rt_state_free (state);
}

static void
test_delta_is_recount (void)
{
  RtRandom random;

  rt_random_init (&random, 7);
  for (int i = 0; i < 3000; i++)
    {
      g_autoptr (RtProblem) problem = problem_random (&random, 12, 4, 4);

      walk (problem, &random, 60, i % 3 == 0);
    }
}

/* More sets of languages than fit into one word: everybody's own, one apart from the next. */
static void
test_many_tongues (void)
{
  RtRandom random;

  rt_random_init (&random, 71);
  for (int i = 0; i < 20; i++)
    {
      g_autoptr (RtProblem) problem = problem_new (150, 30, 2, 6);

      problem_add_languages (problem, 80);
      for (int p = 0; p < problem->n_people; p++)
        for (int n = 1 + rt_random_below (&random, 3); n > 0; n--)
          {
            int language = (p / 2 + n * n) % 80;

            problem->speaks[2 * p + language / 64] |= UINT64_C (1) << language % 64;
          }
      for (int n = 0; n < 15; n++)
        problem->interprets[rt_random_below (&random, problem->n_people)] = 1;
      problem_add_term (problem, RT_TERM_LANGUAGE, RT_LEVEL_MUST);
      walk (problem, &random, 200, FALSE);
    }
}

static void
assert_same (const RtState *state, const RtState *other)
{
  g_assert_cmpmem (state->tables, sizeof (int32_t) * state->n_rounds * state->n_people,
                   other->tables, sizeof (int32_t) * other->n_rounds * other->n_people);
  g_assert_cmpint (state->capacity, ==, other->capacity);
  g_assert_cmpint (state->unseated, ==, other->unseated);
  for (int i = 0; i < state->n_terms; i++)
    g_assert_cmpint (state->terms[i].value, ==, other->terms[i].value);
}

/* Back on the same way, one swap after the other: the state is what it was. */
static void
test_undo (void)
{
  RtRandom random;

  rt_random_init (&random, 10);
  for (int i = 0; i < 300; i++)
    {
      g_autoptr (RtProblem) problem = problem_random (&random, 12, 4, 4);
      RtState *state = state_new (problem), *before = state_new (problem);
      RtSwap swaps[40];
      int n = 0;

      for (int step = 0; step < 40; step++)
        if (random_swap (state, &random, &swaps[n]))
          rt_state_apply (state, &swaps[n++]);
      while (n-- > 0)
        {
          RtSwap back = { swaps[n].round, swaps[n].a, swaps[n].b, swaps[n].to, swaps[n].from };

          rt_state_apply (state, &back);
        }
      assert_same (state, before);
      for (int step = 0; step < 20; step++)
        if (random_swap (state, &random, &swaps[0]))
          g_assert_cmpint (rt_state_delta (state, &swaps[0]), ==,
                           rt_state_delta (before, &swaps[0]));
      rt_state_free (state);
      rt_state_free (before);
    }
}

static void
test_swap_back (void)
{
  RtRandom random;

  rt_random_init (&random, 8);
  for (int i = 0; i < 100; i++)
    {
      g_autoptr (RtProblem) problem = problem_random (&random, 12, 4, 4);
      RtState *state = state_new (problem);
      RtSwap swap;

      for (int step = 0; step < 50; step++)
        if (random_swap (state, &random, &swap))
          rt_state_apply (state, &swap);
      for (int step = 0; step < 50; step++)
        if (random_swap (state, &random, &swap))
          {
            RtSwap back = { swap.round, swap.a, swap.b, swap.to, swap.from };
            int64_t delta = rt_state_delta (state, &swap);

            rt_state_apply (state, &swap);
            g_assert_cmpint (rt_state_delta (state, &back), ==, -delta);
            rt_state_apply (state, &back);
          }
      rt_state_free (state);
    }
}

static void
test_load (void)
{
  RtRandom random;

  rt_random_init (&random, 9);
  for (int i = 0; i < 100; i++)
    {
      g_autoptr (RtProblem) problem = problem_random (&random, 12, 4, 4);
      RtState *state = state_new (problem), *other = rt_state_new (problem);
      RtSwap swap;

      for (int step = 0; step < 200; step++)
        if (random_swap (state, &random, &swap))
          rt_state_apply (state, &swap);
      rt_state_load (other, state->tables);
      g_assert_cmpmem (state->tables, sizeof (int32_t) * problem->n_rounds * problem->n_people,
                       other->tables, sizeof (int32_t) * problem->n_rounds * problem->n_people);
      for (int k = 0; k < state->n_terms; k++)
        g_assert_cmpint (state->terms[k].value, ==, other->terms[k].value);
      for (int step = 0; step < 50; step++)
        if (random_swap (state, &random, &swap))
          g_assert_cmpint (rt_state_delta (state, &swap), ==, rt_state_delta (other, &swap));
      rt_state_free (state);
      rt_state_free (other);
    }
}

/* Twelve guests of two organisations at three tables of four, once. */
static RtProblem *
two_organisations (void)
{
  RtProblem *problem = problem_new (12, 3, 1, 4);
  int c = problem_add_column (problem, 2);

  for (int p = 0; p < 12; p++)
    problem->columns[c][p] = p / 6;
  problem_add_term (problem, RT_TERM_SPREAD, RT_LEVEL_SHOULD)->column = c;
  return problem;
}

static void
test_start_spreads (void)
{
  RtRandom random;

  rt_random_init (&random, 10);
  for (int i = 0; i < 20; i++)
    {
      g_autoptr (RtProblem) problem = two_organisations ();
      RtState *state = rt_state_new (problem);

      rt_start_fill (state, &random, FALSE);
      g_assert_cmpint (state->terms[0].value, ==, 6);
      rt_state_free (state);
    }
}

static int
somebody_at (const RtState *state, int table, int organisation)
{
  for (int p = 0; p < state->n_people; p++)
    if (rt_state_table (state, 0, p) == table && state->problem->columns[0][p] == organisation)
      return p;
  g_assert_not_reached ();
}

/* Two of each organisation at every table are forced: nobody is in conflict before a swap. */
static void
test_forced_pairs (void)
{
  g_autoptr (RtProblem) problem = two_organisations ();
  RtState *state = rt_state_new (problem);
  const RtStateTerm *term = &state->terms[0];
  RtRandom random;
  RtSwap swap;

  rt_random_init (&random, 11);
  rt_start_fill (state, &random, FALSE);
  g_assert_false (rt_term_conflicts (state, term, 0));
  for (int p = 0; p < 12; p++)
    g_assert_false (rt_term_conflict (state, term, 0, p));
  swap = (RtSwap) { 0, somebody_at (state, 0, 0), somebody_at (state, 1, 1), 0, 1 };
  rt_state_apply (state, &swap);
  g_assert_true (rt_term_conflicts (state, term, 0));
  g_assert_true (rt_term_conflict (state, term, 0, somebody_at (state, 1, 0)));
  g_assert_true (rt_term_conflict (state, term, 0, somebody_at (state, 0, 1)));
  g_assert_false (rt_term_conflict (state, term, 0, somebody_at (state, 2, 0)));
  g_assert_false (rt_term_conflict (state, term, 0, somebody_at (state, 0, 0)));
  for (int pick = 0; pick < 6; pick++)
    g_assert_cmpint (rt_term_wants (state, term, 0, somebody_at (state, 1, 0), pick), ==, 0);
  rt_state_free (state);
}

static gboolean
meet (const RtState *state, int r, int x, int y)
{
  return rt_state_table (state, r, x) >= 0
         && rt_state_table (state, r, x) == rt_state_table (state, r, y);
}

static gboolean
meet_again (const RtState *state, int r, int x, int y)
{
  for (int q = 0; q < state->n_rounds; q++)
    if (q != r && meet (state, q, x, y) && meet (state, r, x, y))
      return TRUE;
  return FALSE;
}

/* Of two who meet again one at least is marked, however many were asked and cleared. */
static void
test_suspects (void)
{
  g_autoptr (RtProblem) problem = problem_new (24, 6, 3, 4);
  RtState *state;
  RtRandom random;

  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  state = rt_state_new (problem);
  rt_random_init (&random, 12);
  rt_state_walk (state);
  rt_start_fill (state, &random, FALSE);
  for (int step = 0; step < 500; step++)
    {
      RtSwap swap;

      for (int i = 0; i < 30; i++)
        rt_term_conflict (state, &state->terms[0], rt_random_below (&random, 3),
                          rt_random_below (&random, 24));
      for (int r = 0; r < 3; r++)
        for (int x = 0; x < 24; x++)
          for (int y = 0; y < x; y++)
            g_assert_false (meet_again (state, r, x, y)
                            && rt_state_is_cleared (state, &state->terms[0], r, x)
                            && rt_state_is_cleared (state, &state->terms[0], r, y));
      if (random_swap (state, &random, &swap))
        rt_state_apply (state, &swap);
    }
  rt_state_free (state);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/solver/state/delta-is-recount", test_delta_is_recount);
  g_test_add_func ("/solver/state/many-tongues", test_many_tongues);
  g_test_add_func ("/solver/state/swap-back", test_swap_back);
  g_test_add_func ("/solver/state/undo", test_undo);
  g_test_add_func ("/solver/state/load", test_load);
  g_test_add_func ("/solver/state/start-spreads", test_start_spreads);
  g_test_add_func ("/solver/state/forced-pairs", test_forced_pairs);
  g_test_add_func ("/solver/state/suspects", test_suspects);
  return g_test_run ();
}
