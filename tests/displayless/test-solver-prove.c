/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Proofs that rules clash, against every seating there is. */

#include "problems.h"
#include "rt-prove.h"
#include "rt-solver.h"

#define MOST_SEATINGS 2000
#define N_RANDOM      8000

static gboolean
is_kept (const RtProblem *problem, const int32_t *tables)
{
  RtScore *score = rt_score_new (problem, tables);
  gboolean kept = score->unseated == 0 && score->capacity == 0;

  for (int i = 0; i < problem->n_terms; i++)
    kept = kept && (problem->terms[i].level != RT_LEVEL_MUST || score->terms[i] == 0);
  rt_score_free (score);
  return kept;
}

/* Whether somebody may be seated anywhere from @i on so that every must is kept. */
static gboolean
some_seating (const RtProblem *problem, int32_t *tables, int i)
{
  gboolean found = FALSE;

  while (i < problem->n_rounds * problem->n_people
         && (problem->presence[i] != RT_GUEST || problem->fixed[i] >= 0
             || problem->frozen[i / problem->n_people]))
    i++;
  if (i == problem->n_rounds * problem->n_people)
    return is_kept (problem, tables);
  for (tables[i] = 0; tables[i] < problem->n_tables && !found; tables[i]++)
    found = some_seating (problem, tables, i + 1);
  tables[i] = RT_NOWHERE;
  return found;
}

static gboolean
is_small (const RtProblem *problem)
{
  double n = 1;

  for (int i = 0; i < problem->n_rounds * problem->n_people; i++)
    if (problem->presence[i] == RT_GUEST && problem->fixed[i] < 0)
      n *= problem->n_tables;
  return n <= MOST_SEATINGS;
}

static void
keep_few_terms (RtProblem *problem, RtRandom *random)
{
  int n = 1 + rt_random_below (random, 4);

  while (problem->n_terms > n)
    g_free (problem->terms[--problem->n_terms].people);
  for (int i = 0; i < problem->n_terms; i++)
    if (problem->terms[i].kind != RT_TERM_SLIPS && rt_random_below (random, 4) > 0)
      problem->terms[i].level = RT_LEVEL_MUST;
}

/* No proof where there is a seating, and no seating where there is a proof. */
static void
test_every_seating (void)
{
  RtRandom random;
  int n = 0, impossible = 0, in_a_round = 0, found = 0;

  rt_random_init (&random, 7);
  while (n < N_RANDOM)
    {
      g_autoptr (RtProblem) problem = problem_random (&random, 7, 3, 3);
      g_autofree int32_t *tables = NULL;
      gboolean possible, failed = FALSE;

      keep_few_terms (problem, &random);
      if (!is_small (problem))
        continue;
      n++;
      tables = g_memdup2 (problem->fixed,
                          sizeof *tables * problem->n_rounds * problem->n_people);
      possible = some_seating (problem, tables, 0);
      for (int r = 0; r < problem->n_rounds; r++)
        failed = failed || (!problem->frozen[r] && rt_prove_round (problem, r));
      g_assert_false (failed && possible);
      g_assert_cmpint (rt_prove_musts (problem), ==,
                       possible ? RT_ANSWER_POSSIBLE : RT_ANSWER_IMPOSSIBLE);
      if (rt_try_musts (problem, 2000, 1, NULL, NULL) == RT_ANSWER_POSSIBLE)
        {
          g_assert_true (possible);
          found++;
        }
      impossible += !possible;
      in_a_round += failed;
    }
  g_test_message ("%d impossible, %d of them by a round alone; %d of %d found", impossible,
                  in_a_round, found, n - impossible);
  g_assert_cmpint (in_a_round, >, 100);
  g_assert_cmpint (found, >, (n - impossible) * 9 / 10);
}

/* Twenty people at four tables of five, in two rounds: too many seatings to look at. */
static RtProblem *
twenty (void)
{
  return problem_new (20, 4, 2, 5);
}

static void
set_must (RtProblem *problem, RtTermKind kind, int a, int b)
{
  problem_set_people (problem_add_term (problem, kind, RT_LEVEL_MUST), 2, a, b);
}

static void
avoid (RtProblem *problem, int person, int table)
{
  RtTerm *term = problem_add_term (problem, RT_TERM_AVOID, RT_LEVEL_MUST);

  term->person = person;
  term->of = RT_OF_TABLE;
  term->target = table;
}

static void
test_two_and_one (void)
{
  g_autoptr (RtProblem) problem = twenty ();

  set_must (problem, RT_TERM_TOGETHER, 0, 1);
  set_must (problem, RT_TERM_TOGETHER, 1, 2);
  g_assert_cmpint (rt_prove_musts (problem), ==, RT_ANSWER_UNKNOWN);
  g_assert_cmpint (rt_try_musts (problem, 20000, 1, NULL, NULL), ==, RT_ANSWER_POSSIBLE);
  set_must (problem, RT_TERM_APART, 2, 0);
  g_assert_cmpint (rt_prove_musts (problem), ==, RT_ANSWER_IMPOSSIBLE);
  problem->terms[2].level = RT_LEVEL_SHOULD;
  g_assert_cmpint (rt_prove_musts (problem), ==, RT_ANSWER_UNKNOWN);
}

/* Five who are apart pairwise, at four tables: one rule alone says nothing. */
static void
test_pairwise_apart (void)
{
  g_autoptr (RtProblem) problem = twenty ();

  for (int a = 0; a < 5; a++)
    for (int b = 0; b < a; b++)
      set_must (problem, RT_TERM_APART, a, b);
  g_assert_cmpint (rt_prove_musts (problem), ==, RT_ANSWER_IMPOSSIBLE);
  problem->terms[0].level = RT_LEVEL_SHOULD;
  g_assert_cmpint (rt_prove_musts (problem), ==, RT_ANSWER_UNKNOWN);
}

/* Two who may only sit at the last table, and must not sit together. */
static void
test_only_one_table (void)
{
  g_autoptr (RtProblem) problem = twenty ();

  for (int t = 0; t < 3; t++)
    {
      avoid (problem, 0, t);
      avoid (problem, 1, t);
    }
  g_assert_cmpint (rt_prove_musts (problem), ==, RT_ANSWER_UNKNOWN);
  set_must (problem, RT_TERM_APART, 0, 1);
  g_assert_cmpint (rt_prove_musts (problem), ==, RT_ANSWER_IMPOSSIBLE);
}

/* Each table needs one of four, and two of these stay together. */
static void
test_heads (void)
{
  g_autoptr (RtProblem) problem = twenty ();
  int column = problem_add_column (problem, 1);
  RtTerm *term;

  for (int p = 0; p < 4; p++)
    problem->columns[column][p] = 0;
  term = problem_add_term (problem, RT_TERM_COUNT, RT_LEVEL_MUST);
  term->column = column;
  term->least = 1;
  problem_add_term (problem, RT_TERM_EVEN, RT_LEVEL_MUST);
  g_assert_cmpint (rt_prove_musts (problem), ==, RT_ANSWER_UNKNOWN);
  set_must (problem, RT_TERM_TOGETHER, 1, 3);
  g_assert_cmpint (rt_prove_musts (problem), ==, RT_ANSWER_IMPOSSIBLE);
}

static void
test_chairs (void)
{
  g_autoptr (RtProblem) problem = twenty ();

  problem->open[3] = 0;
  g_assert_cmpint (rt_prove_musts (problem), ==, RT_ANSWER_IMPOSSIBLE);
}

/* Nobody meets twice, and somebody must stay with another: shown by the bound of the first. */
static void
test_one_counts_on_another (void)
{
  g_autoptr (RtProblem) problem = twenty ();

  problem_add_term (problem, RT_TERM_OVER_REPEATS, RT_LEVEL_MUST)->most = 1;
  set_must (problem, RT_TERM_TOGETHER, 0, 1);
  g_assert_cmpint (rt_prove_musts (problem), ==, RT_ANSWER_IMPOSSIBLE);
}

/* A plan of which a seating is known is never said to be impossible. */
static void
test_planted (void)
{
  RtRandom random;

  rt_random_init (&random, 3);
  for (int i = 0; i < 8; i++)
    {
      g_autoptr (RtProblem) problem = problem_every_rule (&random, 8 + i, 7, 3);

      g_assert_cmpint (rt_prove_musts (problem), ==, RT_ANSWER_UNKNOWN);
      g_assert_cmpint (rt_try_musts (problem, 400000, 1, NULL, NULL), ==, RT_ANSWER_POSSIBLE);
    }
}

static void
test_seating (void)
{
  g_autoptr (RtProblem) problem = problem_new (4, 2, 1, 2);
  int32_t tables[4] = { 7, 7, 7, 7 };
  int stop = 1;

  set_must (problem, RT_TERM_TOGETHER, 0, 1);
  set_must (problem, RT_TERM_APART, 0, 1);
  problem->terms[1].level = RT_LEVEL_SHOULD;
  g_assert_cmpint (rt_try_musts (problem, 5000, 1, NULL, tables), ==, RT_ANSWER_POSSIBLE);
  g_assert_cmpint (tables[0], ==, tables[1]);
  g_assert_cmpint (tables[2], ==, tables[3]);
  g_assert_cmpint (tables[0] + tables[2], ==, 1);
  rt_try_musts (problem, 5000, 1, &stop, tables);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/solver-prove/every-seating", test_every_seating);
  g_test_add_func ("/solver-prove/two-and-one", test_two_and_one);
  g_test_add_func ("/solver-prove/pairwise-apart", test_pairwise_apart);
  g_test_add_func ("/solver-prove/only-one-table", test_only_one_table);
  g_test_add_func ("/solver-prove/heads", test_heads);
  g_test_add_func ("/solver-prove/chairs", test_chairs);
  g_test_add_func ("/solver-prove/one-counts-on-another", test_one_counts_on_another);
  g_test_add_func ("/solver-prove/planted", test_planted);
  g_test_add_func ("/solver-prove/seating", test_seating);
  return g_test_run ();
}
