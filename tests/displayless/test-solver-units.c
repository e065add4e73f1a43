/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Groups that are kept together move whole, and nothing that must be kept is given up for a
 * construction. */

#include "problems.h"
#include "rt-solver.h"
#include "rt-units.h"

static RtSolution *
solve (const RtProblem *problem, uint64_t seed, double seconds)
{
  RtSolverOptions options = { .seed = seed, .seconds = seconds, .threads = 1 };

  return rt_solver_run (problem, &options, NULL, NULL, NULL);
}

/* People @first to @first + @n - 1 stay together. */
static void
add_group (RtProblem *problem, int first, int n)
{
  RtTerm *group = problem_add_term (problem, RT_TERM_TOGETHER, RT_LEVEL_MUST);

  group->n_people = n;
  group->people = g_new (int, n);
  for (int i = 0; i < n; i++)
    group->people[i] = first + i;
}

/* @n people in as many groups as tables, which are as even as can be and visit all of them. */
static RtProblem *
carousel (int n, int T)
{
  RtProblem *problem = problem_new (n, T, T, (n + T - 1) / T);

  problem_add_term (problem, RT_TERM_EVEN, RT_LEVEL_MUST);
  problem_add_term (problem, RT_TERM_RETURNS, RT_LEVEL_MUST)->of = RT_OF_TABLE;
  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  for (int g = 0; g < T; g++)
    add_group (problem, g * n / T, (g + 1) * n / T - g * n / T);
  return problem;
}

static void
assert_proven (const RtProblem *problem, uint64_t seed)
{
  RtSolution *solution = solve (problem, seed, 20);

  g_assert_true (solution->kept);
  g_assert_true (solution->proven);
  rt_solution_free (solution);
}

static void
test_groups (void)
{
  const int shapes[][2] = { { 30, 5 }, { 24, 4 }, { 40, 10 }, { 96, 12 }, { 120, 24 }, { 4, 2 } };

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (RtProblem) problem = carousel (shapes[i][0], shapes[i][1]);

      assert_proven (problem, i);
    }
}

static void
test_uneven_groups (void)
{
  const int shapes[][2] = { { 23, 5 }, { 31, 4 }, { 13, 12 }, { 97, 12 }, { 50, 9 } };

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (RtProblem) problem = carousel (shapes[i][0], shapes[i][1]);

      assert_proven (problem, i);
    }
}

/* Who is away leaves a gap in the group; whoever comes back finds it. */
static void
test_absent_members (void)
{
  g_autoptr (RtProblem) problem = carousel (30, 5);

  for (int r = 0; r < 5; r++)
    problem->presence[r * 30 + 3] = RT_AWAY;
  problem->presence[2 * 30 + 9] = RT_AWAY;
  problem->presence[4 * 30 + 29] = RT_AWAY;
  assert_proven (problem, 1);
}

/* A whole group that comes later, and one that leaves: no table is even then. */
static void
test_absent_groups (void)
{
  g_autoptr (RtProblem) problem = carousel (30, 5);

  for (int p = 0; p < 6; p++)
    problem->presence[p] = problem->presence[4 * 30 + 6 + p] = RT_AWAY;
  problem->terms[0].rounds = 0xe;
  assert_proven (problem, 1);
}

/* Who is pinned takes the others along, and what has been is as it was. */
static void
test_pins_and_history (void)
{
  g_autoptr (RtProblem) problem = carousel (30, 5);
  RtSolution *solution;

  problem->frozen[0] = 1;
  for (int p = 0; p < 30; p++)
    problem->fixed[p] = (p / 6 + 2) % 5;
  problem->fixed[3 * 30 + 7] = 0;
  solution = solve (problem, 1, 20);
  g_assert_true (solution->proven);
  for (int p = 0; p < 30; p++)
    g_assert_cmpint (solution->tables[p], ==, (p / 6 + 2) % 5);
  for (int p = 6; p < 12; p++)
    g_assert_cmpint (solution->tables[3 * 30 + p], ==, 0);
  rt_solution_free (solution);
}

/* Crews of two to five at tables of four to nine: all is at its bound, which is what the crews
 * themselves repeat. */
static void
test_party (void)
{
  static const int crews[]
      = { 4, 2, 3, 2, 2, 4, 2, 4, 5, 4, 4, 2, 2, 4, 5, 2, 4, 2, 2, 2, 2, 2, 2, 4, 5 };
  g_autoptr (RtProblem) problem = problem_new (76, 12, 6, 9);
  int first = 0, repeats = 0;
  RtSolution *solution;

  for (int i = 0; i < 12 * 6; i++)
    problem->places[i] = i % 12 < 3 ? 5 : i % 12 < 8 ? 8 : 9;
  problem_add_hosts (problem);
  problem_add_term (problem, RT_TERM_RETURNS, RT_LEVEL_MUST)->of = RT_OF_HOST;
  for (gsize i = 0; i < G_N_ELEMENTS (crews); i++)
    {
      add_group (problem, first, crews[i]);
      first += crews[i];
      repeats += crews[i] * (crews[i] - 1) / 2 * 15;
    }
  g_assert_cmpint (first, ==, 76);
  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  solution = solve (problem, 1, 20);
  g_assert_true (solution->proven);
  g_assert_cmpint (solution->score.terms[problem->n_terms - 1], ==, repeats);
  rt_solution_free (solution);
}

/* Six groups of five for five tables of nine: one is parted in each round, and nobody sits where
 * there is no chair. */
static void
test_too_large (void)
{
  g_autoptr (RtProblem) problem = problem_new (30, 5, 5, 9);
  RtSolution *solution;

  for (int g = 0; g < 6; g++)
    add_group (problem, 5 * g, 5);
  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  solution = solve (problem, 1, 1);
  g_assert_false (solution->kept);
  g_assert_cmpint (solution->score.capacity, ==, 0);
  g_assert_cmpint (solution->score.unseated, ==, 0);
  rt_solution_free (solution);
}

static void
test_few_units (void)
{
  g_autoptr (RtProblem) problem = problem_new (30, 5, 3, 6);
  RtUnits *units;

  g_assert_null (rt_units_new (problem));
  for (int i = 0; i < 7; i++)
    add_group (problem, 2 * i, 2);
  g_assert_null (rt_units_new (problem));
  add_group (problem, 14, 2);
  units = rt_units_new (problem);
  g_assert_nonnull (units);
  rt_units_free (units);
  /* In one round they are apart. */
  problem->terms[0].rounds = 5;
  g_assert_null (rt_units_new (problem));
  problem->terms[0].rounds = 7;
  problem->terms[3].level = RT_LEVEL_SHOULD;
  g_assert_null (rt_units_new (problem));
}

/* Whoever stops it at once has a seating all the same, and the same numbers give the same one. */
static void
test_seat (void)
{
  g_autoptr (RtProblem) problem = carousel (50, 9);
  g_autofree int32_t *one = g_new (int32_t, 450), *again = g_new (int32_t, 450);
  RtRandom random, same;

  for (int i = 0; i < 3; i++)
    {
      RtUnits *a = rt_units_new (problem), *b = rt_units_new (problem);

      rt_random_init (&random, i);
      same = random;
      rt_units_seat (a, &random, i == 0 ? problem_never_cb : problem_always_cb, NULL, one);
      rt_units_seat (b, &same, i == 0 ? problem_never_cb : problem_always_cb, NULL, again);
      g_assert_cmpmem (one, sizeof (int32_t) * 450, again, sizeof (int32_t) * 450);
      for (int k = 0; k < 450; k++)
        g_assert_true (one[k] >= 0 && one[k] < 9);
      rt_units_free (a);
      rt_units_free (b);
    }
}

/*
 * Repeats that only a construction brings to 0, and musts about people that no construction knows:
 * they are kept whatever it gives.
 */
static void
test_constructed_keeps_musts (void)
{
  const int shapes[][4]
      = { { 8, 4, 9, FALSE }, { 8, 4, 12, FALSE }, { 10, 9, 4, TRUE }, { 10, 9, 5, FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      const int *shape = shapes[i];
      int n = shape[0] * shape[1];
      g_autoptr (RtProblem) problem = problem_new (n, shape[0], shape[2], shape[1]);
      RtSolution *solution;
      RtTerm *term;

      if (shape[3])
        problem_add_hosts (problem);
      problem_add_term (problem, RT_TERM_EVEN, RT_LEVEL_MUST);
      if (shape[3])
        problem_add_term (problem, RT_TERM_RETURNS, RT_LEVEL_MUST)->of = RT_OF_HOST;
      add_group (problem, 0, 2);
      add_group (problem, 7, 2);
      problem_set_people (problem_add_term (problem, RT_TERM_APART, RT_LEVEL_MUST), 3, 2, 3, 4);
      term = problem_add_term (problem, RT_TERM_AVOID, RT_LEVEL_MUST);
      term->of = RT_OF_TABLE;
      term->person = 5;
      term->target = 1;
      term = problem_add_term (problem, RT_TERM_VISIT, RT_LEVEL_MUST);
      term->of = RT_OF_TABLE;
      term->person = 6;
      term->target = 2;
      problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
      solution = solve (problem, i, 1);
      g_assert_true (solution->kept);
      rt_solution_free (solution);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/solver/units/groups", test_groups);
  g_test_add_func ("/solver/units/uneven-groups", test_uneven_groups);
  g_test_add_func ("/solver/units/absent-members", test_absent_members);
  g_test_add_func ("/solver/units/absent-groups", test_absent_groups);
  g_test_add_func ("/solver/units/pins-and-history", test_pins_and_history);
  g_test_add_func ("/solver/units/party", test_party);
  g_test_add_func ("/solver/units/too-large", test_too_large);
  g_test_add_func ("/solver/units/few-units", test_few_units);
  g_test_add_func ("/solver/units/seat", test_seat);
  g_test_add_func ("/solver/units/constructed-keeps-musts", test_constructed_keeps_musts);
  return g_test_run ();
}
