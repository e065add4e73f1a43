/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Every measure on a seating small enough to count by hand. */

#include "problems.h"
#include "rt-solver.h"

/* Six guests at two tables in two rounds: 0 1 2 | 3 4 5, then 0 1 3 | 2 4 5. */
static const int32_t seating[] = { 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 1, 1 };

static RtProblem *
six (void)
{
  return problem_new (6, 2, 2, 3);
}

static int64_t
count_in (const RtProblem *problem, const int32_t *tables)
{
  RtScore *score = rt_score_new (problem, tables);
  int64_t found = score->terms[0];

  g_assert_null (rt_problem_check (problem));
  rt_score_free (score);
  return found;
}

static int64_t
count (const RtProblem *problem)
{
  return count_in (problem, seating);
}

static void
set_list (int32_t **list, int a, int b)
{
  *list = g_new (int32_t, 3);
  (*list)[0] = a;
  (*list)[1] = b;
  (*list)[2] = RT_NOWHERE;
}

static void
test_repeats (void)
{
  g_autoptr (RtProblem) problem = six ();

  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_MUST);
  g_assert_cmpint (count (problem), ==, 2);
  problem->presence[0] = RT_LEADS;
  problem->fixed[0] = 0;
  g_assert_cmpint (count (problem), ==, 1);
}

static void
test_repeats_in_rounds (void)
{
  g_autoptr (RtProblem) problem = six ();

  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_MUST)->rounds = 2;
  g_assert_cmpint (count (problem), ==, 0);
}

/* Earlier meetings count for pairs who meet again; 0 and 5 never do. */
static void
test_repeats_earlier (void)
{
  g_autoptr (RtProblem) problem = six ();

  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_MUST);
  problem_add_earlier (problem, 3, 0, 1, 5);
  g_assert_cmpint (count (problem), ==, 4);
  problem_add_earlier (problem, 2, 0, 5);
  g_assert_cmpint (count (problem), ==, 4);
  problem_add_earlier (problem, 2, 0, 2);
  problem_add_earlier (problem, 2, 0, 2);
  g_assert_cmpint (count (problem), ==, 7);
}

static void
test_over_repeats (void)
{
  g_autoptr (RtProblem) problem = six ();
  RtTerm *term = problem_add_term (problem, RT_TERM_OVER_REPEATS, RT_LEVEL_MUST);

  term->most = 1;
  g_assert_cmpint (count (problem), ==, 2);
  problem_add_earlier (problem, 3, 0, 1, 5);
  g_assert_cmpint (count (problem), ==, 3);
  term->most = 2;
  g_assert_cmpint (count (problem), ==, 1);
}

static void
test_returns (void)
{
  g_autoptr (RtProblem) problem = six ();
  RtTerm *term = problem_add_term (problem, RT_TERM_RETURNS, RT_LEVEL_MUST);

  term->of = RT_OF_TABLE;
  g_assert_cmpint (count (problem), ==, 4);
  problem->pinned_all = g_malloc0 (6);
  problem->pinned_all[0] = 1;
  g_assert_cmpint (count (problem), ==, 3);
  term->of = RT_OF_HOST;
  g_assert_cmpint (count (problem), ==, 0);
  /* 5 is named as the host of both tables in turn, so that whoever changes tables comes back to
   * them. */
  problem->host[0] = problem->host[3] = 5;
  g_assert_cmpint (count (problem), ==, 1);
  term->of = RT_OF_THEME;
  g_assert_cmpint (count (problem), ==, 0);
  problem->n_themes = 1;
  problem->theme[0] = problem->theme[2] = problem->theme[3] = 0;
  g_assert_cmpint (count (problem), ==, 2);
}

static void
test_spread (void)
{
  g_autoptr (RtProblem) problem = six ();
  int c = problem_add_column (problem, 2);
  RtTerm *term = problem_add_term (problem, RT_TERM_SPREAD, RT_LEVEL_MUST);

  term->column = c;
  for (int p = 0; p < 3; p++)
    problem->columns[c][p] = 0;
  problem->columns[c][4] = problem->columns[c][5] = 1;
  g_assert_cmpint (count (problem), ==, 3 + 1 + 1 + 1);
  term->kind = RT_TERM_OVER_SPREAD;
  term->most = 1;
  g_assert_cmpint (count (problem), ==, 2 + 1 + 1 + 1);
  term->most = 2;
  g_assert_cmpint (count (problem), ==, 1);
}

static void
test_own_host (void)
{
  g_autoptr (RtProblem) problem = six ();
  int c = problem_add_column (problem, 2);

  for (int p = 0; p < 4; p++)
    problem->columns[c][p] = 0;
  for (int r = 0; r < 2; r++)
    {
      problem->presence[6 * r] = RT_LEADS;
      problem->fixed[6 * r] = 0;
      problem->host[2 * r] = 0;
    }
  problem_add_term (problem, RT_TERM_OWN_HOST, RT_LEVEL_MUST)->column = c;
  g_assert_cmpint (count (problem), ==, 4);
  /* A co-host too, but nobody counts twice in a round. */
  problem->presence[1] = RT_LEADS;
  problem->fixed[1] = 0;
  problem->co_host[0] = 1;
  g_assert_cmpint (count (problem), ==, 3);
}

static void
test_even (void)
{
  g_autoptr (RtProblem) problem = problem_new (8, 3, 1, 8);
  static const int32_t even[] = { 0, 0, 0, 1, 1, 1, 2, 2 }, uneven[] = { 0, 0, 0, 0, 0, 1, 2, 2 };

  problem_add_term (problem, RT_TERM_EVEN, RT_LEVEL_MUST);
  g_assert_cmpint (count_in (problem, even), ==, 0);
  g_assert_cmpint (count_in (problem, uneven), ==, 4);
  problem->places[1] = 1;
  g_assert_cmpint (count_in (problem, even), ==, 4);
  g_assert_cmpint (count_in (problem, uneven), ==, 2);
  problem->open[1] = 0;
  problem->places[1] = 8;
  g_assert_cmpint (count_in (problem, even), ==, 0);
}

static void
test_count (void)
{
  g_autoptr (RtProblem) problem = six ();
  int c = problem_add_column (problem, 1);
  RtTerm *term = problem_add_term (problem, RT_TERM_COUNT, RT_LEVEL_MUST);

  term->column = c;
  term->least = term->most = 1;
  problem->columns[c][0] = problem->columns[c][1] = 0;
  g_assert_cmpint (count (problem), ==, 4);
  term->most = -1;
  g_assert_cmpint (count (problem), ==, 2);
  problem->presence[0] = RT_LEADS;
  problem->fixed[0] = 0;
  problem->columns[c][1] = RT_NOWHERE;
  g_assert_cmpint (count (problem), ==, 2);
}

static void
test_together (void)
{
  g_autoptr (RtProblem) problem = six ();
  RtTerm *term = problem_add_term (problem, RT_TERM_TOGETHER, RT_LEVEL_MUST);

  problem_set_people (term, 3, 0, 2, 3);
  g_assert_cmpint (count (problem), ==, 2);
  problem->presence[2] = RT_AWAY;
  g_assert_cmpint (count (problem), ==, 2);
  problem->presence[6 + 2] = RT_AWAY;
  g_assert_cmpint (count (problem), ==, 1);
}

static void
test_apart (void)
{
  g_autoptr (RtProblem) problem = six ();
  RtTerm *term = problem_add_term (problem, RT_TERM_APART, RT_LEVEL_MUST);

  problem_set_people (term, 3, 0, 1, 2);
  g_assert_cmpint (count (problem), ==, 4);
  term->rounds = 1;
  g_assert_cmpint (count (problem), ==, 3);
}

static void
test_visit_and_avoid (void)
{
  g_autoptr (RtProblem) problem = six ();
  RtTerm *term = problem_add_term (problem, RT_TERM_VISIT, RT_LEVEL_MUST);

  term->of = RT_OF_TABLE;
  term->person = 0;
  term->target = 1;
  g_assert_cmpint (count (problem), ==, 1);
  term->person = 2;
  g_assert_cmpint (count (problem), ==, 0);
  term->rounds = 1;
  g_assert_cmpint (count (problem), ==, 1);
  term->kind = RT_TERM_AVOID;
  term->rounds = UINT32_MAX;
  g_assert_cmpint (count (problem), ==, 1);
  term->person = 4;
  g_assert_cmpint (count (problem), ==, 2);
}

static void
test_wishes (void)
{
  g_autoptr (RtProblem) problem = six ();

  problem->n_themes = 3;
  problem->theme[0] = problem->theme[2] = 0;
  problem->theme[1] = problem->theme[3] = 1;
  problem->wishes = g_new0 (int32_t *, 6);
  set_list (&problem->wishes[0], 1, 0);
  set_list (&problem->wishes[2], 1, 0);
  set_list (&problem->wishes[3], 2, RT_NOWHERE);
  problem_add_term (problem, RT_TERM_WISHES, RT_LEVEL_MUST);
  g_assert_cmpint (count (problem), ==, 1 + 0 + 1);
  problem->terms[0].rounds = 1;
  g_assert_cmpint (count (problem), ==, 1 + 1 + 1);
}

static void
test_language (void)
{
  g_autoptr (RtProblem) problem = six ();

  problem_add_languages (problem, 130);
  problem->speaks[3 * 0] = 1;
  problem->speaks[3 * 1 + 2] = 2;
  problem_add_term (problem, RT_TERM_LANGUAGE, RT_LEVEL_MUST);
  g_assert_cmpint (count (problem), ==, 2);
  problem->speaks[3 * 2] = 1;
  problem->speaks[3 * 2 + 2] = 2;
  g_assert_cmpint (count (problem), ==, 1);
  problem->interprets[3] = 1;
  g_assert_cmpint (count (problem), ==, 0);
}

static void
test_step_free (void)
{
  g_autoptr (RtProblem) problem = six ();

  problem->needs_step_free = g_malloc0 (6);
  problem->needs_step_free[0] = problem->needs_step_free[1] = 1;
  problem_add_term (problem, RT_TERM_STEP_FREE, RT_LEVEL_MUST);
  g_assert_cmpint (count (problem), ==, 2);
  problem->open[3] = 0;
  g_assert_cmpint (count (problem), ==, 1);
  problem->step_free = g_malloc0 (2);
  problem->step_free[1] = 1;
  g_assert_cmpint (count (problem), ==, 5);
  problem->step_free[0] = 1;
  problem->step_free[1] = 0;
  g_assert_cmpint (count (problem), ==, 0);
}

static void
test_slips (void)
{
  g_autoptr (RtProblem) problem = six ();

  problem->issued = g_memdup2 (seating, sizeof seating);
  problem_add_term (problem, RT_TERM_SLIPS, RT_LEVEL_MUST);
  g_assert_cmpint (count (problem), ==, 0);
  problem->issued[0] = problem->issued[6] = 1;
  g_assert_cmpint (count (problem), ==, 1);
  problem->issued[1] = problem->issued[7] = RT_NOWHERE;
  g_assert_cmpint (count (problem), ==, 1);
  problem->presence[2] = RT_AWAY;
  g_assert_cmpint (count (problem), ==, 2);
  problem->frozen[0] = problem->frozen[1] = 1;
  g_assert_cmpint (count (problem), ==, 0);
}

static void
test_places (void)
{
  g_autoptr (RtProblem) problem = six ();
  int32_t tables[12];
  RtScore *score;

  memcpy (tables, seating, sizeof tables);
  tables[0] = RT_NOWHERE;
  tables[2] = 1;
  problem->least[0] = 2;
  problem->open[3] = 0;
  score = rt_score_new (problem, tables);
  g_assert_cmpint (score->unseated, ==, 1);
  g_assert_cmpint (score->capacity, ==, 1 + 1 + 3);
  g_assert_cmpint (score->together_most, ==, 2);
  g_assert_cmpint (score->met_least, ==, 2);
  rt_score_free (score);
}

static void
test_compare (void)
{
  g_autoptr (RtProblem) problem = six ();
  int64_t few[] = { 5, 0, 9 }, many[] = { 4, 1, 9 };
  RtScore a = { .terms = few, .together_most = 2, .met_least = 3 };
  RtScore b = { .terms = many, .together_most = 2, .met_least = 3 };

  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  problem_add_term (problem, RT_TERM_EVEN, RT_LEVEL_MUST);
  problem_add_term (problem, RT_TERM_LANGUAGE, RT_LEVEL_MAY);
  g_assert_cmpint (rt_score_compare (problem, &a, &b), <, 0);
  few[0] = 4;
  many[1] = 0;
  g_assert_cmpint (rt_score_compare (problem, &a, &b), ==, 0);
  b.met_least = 4;
  g_assert_cmpint (rt_score_compare (problem, &a, &b), >, 0);
  a.together_most = 1;
  g_assert_cmpint (rt_score_compare (problem, &a, &b), <, 0);
  many[2] = 8;
  g_assert_cmpint (rt_score_compare (problem, &a, &b), >, 0);
  b.unseated = 1;
  g_assert_cmpint (rt_score_compare (problem, &a, &b), <, 0);
}

static void
test_check (void)
{
  g_autoptr (RtProblem) problem = six ();

  g_assert_null (rt_problem_check (problem));
  problem->fixed[3] = 2;
  g_assert_nonnull (rt_problem_check (problem));
  problem->fixed[3] = RT_NOWHERE;
  problem->presence[0] = RT_LEADS;
  g_assert_nonnull (rt_problem_check (problem));
  problem->presence[0] = RT_GUEST;
  problem_add_term (problem, RT_TERM_SPREAD, RT_LEVEL_MAY);
  g_assert_nonnull (rt_problem_check (problem));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/solver/score/repeats", test_repeats);
  g_test_add_func ("/solver/score/repeats-in-rounds", test_repeats_in_rounds);
  g_test_add_func ("/solver/score/repeats-earlier", test_repeats_earlier);
  g_test_add_func ("/solver/score/over-repeats", test_over_repeats);
  g_test_add_func ("/solver/score/returns", test_returns);
  g_test_add_func ("/solver/score/spread", test_spread);
  g_test_add_func ("/solver/score/own-host", test_own_host);
  g_test_add_func ("/solver/score/even", test_even);
  g_test_add_func ("/solver/score/count", test_count);
  g_test_add_func ("/solver/score/together", test_together);
  g_test_add_func ("/solver/score/apart", test_apart);
  g_test_add_func ("/solver/score/visit-and-avoid", test_visit_and_avoid);
  g_test_add_func ("/solver/score/wishes", test_wishes);
  g_test_add_func ("/solver/score/language", test_language);
  g_test_add_func ("/solver/score/step-free", test_step_free);
  g_test_add_func ("/solver/score/slips", test_slips);
  g_test_add_func ("/solver/score/places", test_places);
  g_test_add_func ("/solver/score/compare", test_compare);
  g_test_add_func ("/solver/score/check", test_check);
  return g_test_run ();
}
