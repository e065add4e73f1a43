/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Seatings that are equal in every rule: who meets how often, and how many, tells them apart. */

#include "problems.h"
#include "rt-chain.h"
#include "rt-ties.h"

#include <string.h>

static int
compare_ties (const RtScore *a, const RtScore *b)
{
  return a->together_most != b->together_most ? a->together_most - b->together_most
                                              : b->met_least - a->met_least;
}

static gboolean
has_same_measures (const RtProblem *problem, const RtScore *a, const RtScore *b)
{
  return a->capacity == b->capacity && a->unseated == b->unseated
         && memcmp (a->terms, b->terms, sizeof *a->terms * problem->n_terms) == 0;
}

static void
test_mend_keeps_measures (void)
{
  RtRandom random;
  int better = 0;

  rt_random_init (&random, 41);
  for (int i = 0; i < 300; i++)
    {
      g_autoptr (RtProblem) problem = problem_random (&random, 16, 4, 4);
      RtBounds *bounds = rt_bounds_new (problem);
      RtSearch *search = rt_search_new (problem, bounds, i);
      RtScore *before, *after;

      rt_search_restart (search, TRUE);
      rt_search_settle (search);
      before = rt_score_new (problem, search->best);
      rt_ties_mend (search, 300);
      after = rt_score_new (problem, search->best);
      g_assert_true (has_same_measures (problem, before, after));
      g_assert_cmpint (compare_ties (after, before), <=, 0);
      better += compare_ties (after, before) < 0;
      rt_score_free (before);
      rt_score_free (after);
      rt_search_free (search);
      rt_bounds_free (bounds);
    }
  g_assert_cmpint (better, >, 10);
}

/* Goes through every seating of two tables that differs from @tables in who sits where. */
static void
assert_none_better (const RtProblem *problem, const int32_t *tables, const RtScore *score)
{
  int n = problem->n_people * problem->n_rounds;
  g_autofree int32_t *other = g_new (int32_t, n);

  for (guint bits = 0; bits < 1u << n; bits++)
    {
      RtScore *found;
      int moved[RT_MAX_ROUNDS] = { 0 };
      gboolean same_sizes = TRUE, fits = TRUE;

      for (int i = 0; i < n; i++)
        {
          other[i] = bits >> i & 1;
          if (problem->presence[i] != RT_GUEST)
            continue;
          moved[i / problem->n_people] += other[i] - tables[i];
          fits = fits && (problem->fixed[i] < 0 || problem->fixed[i] == other[i]);
        }
      for (int r = 0; r < problem->n_rounds; r++)
        same_sizes = same_sizes && moved[r] == 0;
      if (!same_sizes || !fits)
        continue;
      found = rt_score_new (problem, other);
      if (has_same_measures (problem, found, score))
        g_assert_cmpint (compare_ties (found, score), >=, 0);
      rt_score_free (found);
    }
}

/* What is not worth a try cannot be better. */
static void
test_limits (void)
{
  RtRandom random;
  int closed = 0;

  rt_random_init (&random, 42);
  for (int i = 0; i < 150; i++)
    {
      int n = 3 + rt_random_below (&random, 4), rounds = 1 + rt_random_below (&random, 2);
      g_autoptr (RtProblem) problem = problem_new (n, 2, rounds, n);
      g_autofree int32_t *tables = g_new (int32_t, n * rounds);
      RtScore *score;

      if (i % 2 == 0)
        problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
      for (int k = 0; k < n * rounds; k++)
        {
          tables[k] = rt_random_below (&random, 2);
          if (rt_random_below (&random, 6) == 0)
            problem->presence[k] = RT_AWAY;
          else if (rt_random_below (&random, 6) == 0)
            problem->fixed[k] = tables[k];
        }
      score = rt_score_new (problem, tables);
      if (!rt_ties_are_open (problem, tables, score))
        {
          closed++;
          assert_none_better (problem, tables, score);
        }
      rt_score_free (score);
    }
  g_assert_cmpint (closed, >, 20);
}

static RtSolution *
solve (const RtProblem *problem, uint64_t seed)
{
  RtSolverOptions options = { .seed = seed, .seconds = 20, .threads = 1 };

  return rt_solver_run (problem, &options, NULL, NULL, NULL);
}

/* Nine tables of six and five: nobody is to sit at small tables all the time. */
static void
test_small_tables_are_shared (void)
{
  g_autoptr (RtProblem) problem = problem_new (50, 9, 3, 6);

  problem_add_hosts (problem);
  problem_add_term (problem, RT_TERM_EVEN, RT_LEVEL_MUST);
  problem_add_term (problem, RT_TERM_RETURNS, RT_LEVEL_MUST)->of = RT_OF_HOST;
  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  for (int seed = 1; seed <= 20; seed++)
    {
      RtSolution *solution = solve (problem, seed);

      g_assert_true (solution->proven);
      g_assert_cmpint (solution->score.together_most, ==, 1);
      g_assert_cmpint (solution->score.met_least, ==, 13);
      rt_solution_free (solution);
    }
}

/* Without a rule about repeats any seating will do, but those who met may still meet others. */
static void
test_mixes_without_a_rule (void)
{
  g_autoptr (RtProblem) problem = problem_new (20, 5, 3, 4);

  problem_add_term (problem, RT_TERM_EVEN, RT_LEVEL_MUST);
  for (int seed = 1; seed <= 20; seed++)
    {
      RtSolution *solution = solve (problem, seed);

      g_assert_cmpint (solution->score.together_most, ==, 1);
      g_assert_cmpint (solution->score.met_least, ==, 9);
      rt_solution_free (solution);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/solver/ties/mend-keeps-measures", test_mend_keeps_measures);
  g_test_add_func ("/solver/ties/limits", test_limits);
  g_test_add_func ("/solver/ties/small-tables-are-shared", test_small_tables_are_shared);
  g_test_add_func ("/solver/ties/mixes-without-a-rule", test_mixes_without_a_rule);
  return g_test_run ();
}
