/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Constructed seatings, counted. */

#include "problems.h"
#include "rt-design.h"
#include "rt-solver.h"

static RtProblem *
cafe (int n_people, int n_tables, int n_rounds, gboolean hosts)
{
  RtProblem *problem
      = problem_new (n_people, n_tables, n_rounds, (n_people + n_tables - 1) / n_tables);

  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  problem_add_term (problem, RT_TERM_EVEN, RT_LEVEL_MUST);
  if (hosts)
    problem_add_term (problem, RT_TERM_RETURNS, RT_LEVEL_MUST)->of = RT_OF_TABLE;
  return problem;
}

/* Whether there is a construction; if so, it must reach every bound. */
static gboolean
constructs (int n_people, int n_tables, int n_rounds, gboolean hosts)
{
  g_autoptr (RtProblem) problem = cafe (n_people, n_tables, n_rounds, hosts);
  g_autofree int32_t *tables = g_new (int32_t, n_people * n_rounds);
  RtRandom random;
  RtBounds *bounds;
  RtScore *score;

  rt_random_init (&random, 1);
  if (!rt_design_fill (problem, &random, problem_always_cb, NULL, tables))
    return FALSE;
  score = rt_score_new (problem, tables);
  bounds = rt_bounds_new (problem);
  g_assert_cmpint (score->unseated, ==, 0);
  g_assert_cmpint (score->capacity, ==, 0);
  for (int i = 0; i < problem->n_terms; i++)
    g_assert_cmpint (score->terms[i], ==, bounds->terms[i]);
  rt_score_free (score);
  rt_bounds_free (bounds);
  return TRUE;
}

static void
test_fields (void)
{
  for (int T = 3; T <= 32; T++)
    {
      gboolean prime_power = TRUE;

      for (int p = 2; p < T; p++)
        if (T % p == 0)
          {
            int rest = T;

            while (rest % p == 0)
              rest /= p;
            prime_power = rest == 1;
            break;
          }
      if (!prime_power)
        continue;
      g_assert_true (constructs (T * T, T, MIN (T, RT_MAX_ROUNDS), FALSE));
      g_assert_true (constructs (T * T, T, MIN (T + 1, RT_MAX_ROUNDS), FALSE));
      g_assert_true (constructs (T * (T - 1), T, MIN (T, RT_MAX_ROUNDS), TRUE));
    }
}

static void
test_other_orders (void)
{
  g_assert_true (constructs (6 * 4, 6, 3, TRUE));
  g_assert_true (constructs (10 * 7, 10, 3, TRUE));
  g_assert_true (constructs (10 * 9, 10, 4, TRUE));
  g_assert_true (constructs (10 * 9, 10, 5, FALSE));
  g_assert_true (constructs (10 * 10, 10, 4, FALSE));
  g_assert_true (constructs (12 * 8, 12, 4, FALSE));
  g_assert_true (constructs (20 * 14, 20, 5, TRUE));
}

/* Developed from one or two rounds: 5-3-7 and 6-5-6 by Z_7 and Z_6, 6-3-8 by Z_4 twice. */
static void
test_starters (void)
{
  g_assert_true (constructs (15, 5, 7, FALSE));
  g_assert_true (constructs (30, 6, 6, FALSE));
  g_assert_true (constructs (18, 6, 8, FALSE));
}

/* Euler's officers: there is nothing to find, and it must end. */
static void
test_impossible (void)
{
  g_assert_false (constructs (30, 6, 4, TRUE));
  g_assert_false (constructs (36, 6, 7, TRUE));
}

static void
test_uneven (void)
{
  g_assert_true (constructs (50, 9, 5, TRUE));
  g_assert_true (constructs (31, 7, 4, FALSE));
}

static void
test_over_full (void)
{
  g_assert_true (constructs (30, 5, 5, FALSE));
  g_assert_true (constructs (30, 5, 5, TRUE));
  g_assert_true (constructs (450, 9, 3, TRUE));
}

/* More rounds than there can be without a repeat: of 8-4-12, ten have none, and the further two
   join those who have not met, so that nobody meets three times. */
static void
test_more_rounds (void)
{
  g_assert_true (constructs (20, 5, 8, FALSE));
  g_assert_true (constructs (25, 5, 9, FALSE));
  g_assert_true (constructs (25, 5, 15, FALSE));
  g_assert_true (constructs (28, 7, 12, FALSE));
  g_assert_true (constructs (32, 8, 11, FALSE));
  g_assert_true (constructs (32, 8, 12, FALSE));
  g_assert_true (constructs (32, 8, 15, FALSE));
  g_assert_true (constructs (40, 10, 15, FALSE));
}

static void
test_needs_equal_rounds (void)
{
  g_autoptr (RtProblem) problem = cafe (30, 5, 3, FALSE);
  g_autofree int32_t *tables = g_new (int32_t, 90);
  RtRandom random;

  rt_random_init (&random, 1);
  problem->places[7] = 2;
  g_assert_false (rt_design_fill (problem, &random, problem_always_cb, NULL, tables));
}

static void
test_stops (void)
{
  g_autoptr (RtProblem) problem = cafe (10 * 9, 10, 9, TRUE);
  g_autofree int32_t *tables = g_new (int32_t, 90 * 9);
  RtRandom random;

  rt_random_init (&random, 1);
  g_assert_false (rt_design_fill (problem, &random, problem_never_cb, NULL, tables));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/solver/design/fields", test_fields);
  g_test_add_func ("/solver/design/other-orders", test_other_orders);
  g_test_add_func ("/solver/design/starters", test_starters);
  g_test_add_func ("/solver/design/impossible", test_impossible);
  g_test_add_func ("/solver/design/uneven", test_uneven);
  g_test_add_func ("/solver/design/over-full", test_over_full);
  g_test_add_func ("/solver/design/more-rounds", test_more_rounds);
  g_test_add_func ("/solver/design/needs-equal-rounds", test_needs_equal_rounds);
  g_test_add_func ("/solver/design/stops", test_stops);
  return g_test_run ();
}
