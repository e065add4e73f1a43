/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The solver as a whole: what it returns is a seating, keeps what is fixed, and is the same each
 * time. */

#include "problems.h"
#include "rt-solver.h"

static RtSolution *
solve (const RtProblem *problem, uint64_t seed, double seconds)
{
  RtSolverOptions options = { .seed = seed, .seconds = seconds, .threads = 1 };

  return rt_solver_run (problem, &options, NULL, NULL, NULL);
}

static int
chairs_in (const RtProblem *problem, int r)
{
  int sum = 0;

  for (int t = 0; t < problem->n_tables; t++)
    if (problem->open[r * problem->n_tables + t])
      sum += problem->places[r * problem->n_tables + t];
  return sum;
}

/* Fixed people sit where they are fixed, and everybody else at open tables with places. */
static void
assert_seating (const RtProblem *problem, const int32_t *tables)
{
  int n = problem->n_people, T = problem->n_tables;

  for (int r = 0; r < problem->n_rounds; r++)
    {
      g_autofree int *size = g_new0 (int, T);
      g_autofree gboolean *pinned = g_new0 (gboolean, T);

      for (int p = 0; p < n; p++)
        {
          int i = r * n + p, t = tables[i];

          g_assert_cmpint (t, >=, RT_NOWHERE);
          g_assert_cmpint (t, <, T);
          if (problem->presence[i] == RT_AWAY)
            g_assert_cmpint (t, ==, RT_NOWHERE);
          else if (problem->frozen[r] || problem->fixed[i] != RT_NOWHERE)
            g_assert_cmpint (t, ==, problem->fixed[i]);
          else if (t >= 0)
            g_assert_true (problem->open[r * T + t]);
          if (problem->presence[i] == RT_GUEST && t >= 0)
            {
              size[t]++;
              pinned[t] = pinned[t] || problem->fixed[i] != RT_NOWHERE;
            }
        }
      for (int t = 0; t < T; t++)
        if (!pinned[t])
          g_assert_cmpint (size[t], <=, problem->places[r * T + t]);
    }
}

static void
test_valid (void)
{
  RtRandom random;

  rt_random_init (&random, 21);
  for (int i = 0; i < 60; i++)
    {
      g_autoptr (RtProblem) problem = problem_random (&random, 14, 4, 4);
      RtSolution *solution = solve (problem, i, 0.02);
      RtScore *score = rt_score_new (problem, solution->tables);

      assert_seating (problem, solution->tables);
      g_assert_cmpint (rt_score_compare (problem, score, &solution->score), ==, 0);
      /* What a rule costs at least is said of plans that keep every must. */
      for (int k = 0; k < problem->n_terms; k++)
        if (solution->kept || problem->terms[k].level == RT_LEVEL_MUST)
          g_assert_cmpint (solution->bounds->terms[k], <=, score->terms[k]);
      rt_score_free (score);
      rt_solution_free (solution);
    }
}

static void
test_everybody_seated (void)
{
  RtRandom random;

  rt_random_init (&random, 22);
  for (int i = 0; i < 60; i++)
    {
      int n = 1 + rt_random_below (&random, 20), T = 1 + rt_random_below (&random, 5);
      g_autoptr (RtProblem) problem = problem_new (n, T, 2, 0);
      RtSolution *solution;
      int left = 0;

      for (int k = 0; k < 2 * T; k++)
        problem->places[k] = rt_random_below (&random, 9);
      for (int r = 0; r < 2; r++)
        left += MAX (0, n - chairs_in (problem, r));
      problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
      solution = solve (problem, i, 0.005);
      g_assert_cmpint (solution->score.unseated, ==, left);
      g_assert_cmpint (solution->score.capacity, ==, 0);
      g_assert_true (solution->kept == (left == 0));
      rt_solution_free (solution);
    }
}

/* 20 guests move over 5 tables with hosts. */
static RtProblem *
cafe (void)
{
  RtProblem *problem = problem_new (20, 5, 3, 5);

  problem_add_hosts (problem);
  problem_add_term (problem, RT_TERM_EVEN, RT_LEVEL_MUST);
  problem_add_term (problem, RT_TERM_RETURNS, RT_LEVEL_MUST)->of = RT_OF_HOST;
  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  return problem;
}

static void
test_proven (void)
{
  g_autoptr (RtProblem) problem = cafe ();
  RtSolution *solution = solve (problem, 1, 20);

  g_assert_true (solution->proven);
  g_assert_true (solution->kept);
  g_assert_cmpint (solution->score.together_most, ==, 1);
  g_assert_cmpint (solution->score.met_least, ==, 9);
  rt_solution_free (solution);
}

static void
test_deterministic (void)
{
  g_autoptr (RtProblem) problem = cafe ();

  for (uint64_t seed = 0; seed < 5; seed++)
    {
      RtSolverOptions one = { seed, 20, 1 }, sixteen = { seed, 20, 16 };
      RtSolution *a = rt_solver_run (problem, &one, NULL, NULL, NULL);
      RtSolution *b = rt_solver_run (problem, &sixteen, NULL, NULL, NULL);

      g_assert_cmpmem (a->tables, sizeof (int32_t) * 75, b->tables, sizeof (int32_t) * 75);
      g_assert_cmpuint (a->moves, ==, b->moves);
      rt_solution_free (a);
      rt_solution_free (b);
    }
}

/* Repeats cannot be proven here, so that only the outside ends the search. */
static RtProblem *
endless (void)
{
  RtProblem *problem = problem_new (36, 6, 5, 6);

  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  return problem;
}

static bool
stop_cb (const RtProgress *progress, void *data)
{
  int *calls = data;

  g_assert_nonnull (progress->tables);
  g_assert_cmpint (progress->score->unseated, ==, 0);
  g_assert_cmpuint (progress->moves, >, 0);
  return ++*calls < 2;
}

static void
test_progress_ends (void)
{
  g_autoptr (RtProblem) problem = endless ();
  RtSolverOptions options = { .seed = 1, .seconds = 60 };
  int calls = 0;
  RtSolution *solution = rt_solver_run (problem, &options, stop_cb, &calls, NULL);

  g_assert_cmpint (calls, ==, 2);
  g_assert_cmpfloat (solution->seconds, <, 30);
  assert_seating (problem, solution->tables);
  rt_solution_free (solution);
}

static void
test_stop (void)
{
  g_autoptr (RtProblem) problem = endless ();
  RtSolverOptions options = { .seed = 1, .seconds = 60 };
  int stop = 1;
  RtSolution *solution = rt_solver_run (problem, &options, NULL, NULL, &stop);

  g_assert_cmpuint (solution->moves, <, 100);
  g_assert_cmpint (solution->score.unseated, ==, 0);
  assert_seating (problem, solution->tables);
  rt_solution_free (solution);
}

/* Nobody, no table, no round, one of each, and as many rounds as there can be. */
static void
test_edges (void)
{
  static const int shapes[][4] = { { 0, 0, 0, 0 }, { 0, 3, 2, 4 }, { 3, 0, 2, 4 }, { 3, 2, 0, 4 },
                                   { 1, 1, 1, 1 }, { 3, 2, 2, 0 }, { 6, 2, RT_MAX_ROUNDS, 3 } };

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      const int *shape = shapes[i];
      g_autoptr (RtProblem) problem = problem_new (shape[0], shape[1], shape[2], shape[3]);
      RtSolution *solution;
      int left = MAX (0, shape[0] - shape[1] * shape[3]) * shape[2];

      problem_add_term (problem, RT_TERM_EVEN, RT_LEVEL_MUST);
      problem_add_term (problem, RT_TERM_RETURNS, RT_LEVEL_MAY)->of = RT_OF_TABLE;
      problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
      problem_add_term (problem, RT_TERM_STEP_FREE, RT_LEVEL_MUST);
      problem_add_term (problem, RT_TERM_WISHES, RT_LEVEL_MAY);
      solution = solve (problem, 1, 0.05);
      g_assert_cmpint (solution->score.unseated, ==, left);
      assert_seating (problem, solution->tables);
      rt_solution_free (solution);
    }
}

static void
test_starts_warm (void)
{
  g_autoptr (RtProblem) problem = cafe ();
  RtSolution *first = solve (problem, 1, 20);
  RtSolution *second;

  problem->start = g_memdup2 (first->tables, sizeof (int32_t) * 75);
  second = solve (problem, 99, 20);
  g_assert_cmpmem (first->tables, sizeof (int32_t) * 75, second->tables, sizeof (int32_t) * 75);
  rt_solution_free (first);
  rt_solution_free (second);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/solver/run/valid", test_valid);
  g_test_add_func ("/solver/run/everybody-seated", test_everybody_seated);
  g_test_add_func ("/solver/run/proven", test_proven);
  g_test_add_func ("/solver/run/deterministic", test_deterministic);
  g_test_add_func ("/solver/run/progress-ends", test_progress_ends);
  g_test_add_func ("/solver/run/stop", test_stop);
  g_test_add_func ("/solver/run/edges", test_edges);
  g_test_add_func ("/solver/run/starts-warm", test_starts_warm);
  return g_test_run ();
}
