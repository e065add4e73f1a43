/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Bounds against every seating there is, for small problems, and against what is known of larger
 * ones. */

#include "problems.h"
#include "rt-flow.h"
#include "rt-solver.h"

#define MOST_SEATINGS 3000

/* Goes through every seating in which nobody is above the places who is not pinned there. */
typedef struct {
  RtProblem *problem;
  int32_t   *tables;
  int       *size;         /* [n_rounds * n_tables] */
  int       *most;
  RtBounds  *bounds;
  int        unseated;     /* as few as there can be */
  gboolean   musts_can_be; /* some seating keeps every must */
  int64_t   *least;        /* of every term, in any seating */
  int64_t   *least_kept;   /* of every term, in those that keep every must */
  int64_t    capacity;
  int64_t    hosts;        /* in those that keep every must */
} Everything;

static int64_t
count_hostless (const RtProblem *problem, const int32_t *tables)
{
  int64_t n = 0;

  for (int i = 0; i < problem->n_rounds * problem->n_tables; i++)
    {
      int r = i / problem->n_tables;
      gboolean guests = FALSE;

      for (int p = r * problem->n_people; p < (r + 1) * problem->n_people; p++)
        guests = guests || (problem->presence[p] == RT_GUEST && tables[p] == i % problem->n_tables);
      n += problem->hostless[i] && guests;
    }
  return n;
}

static void
take (Everything *self)
{
  RtScore *score = rt_score_new (self->problem, self->tables);
  gboolean kept = TRUE;

  for (int i = 0; i < self->problem->n_terms; i++)
    kept = kept && (self->problem->terms[i].level != RT_LEVEL_MUST || score->terms[i] == 0);
  if (score->unseated == self->unseated)
    {
      int64_t hosts = count_hostless (self->problem, self->tables);

      self->capacity = MIN (self->capacity, score->capacity);
      if (kept)
        self->hosts = MIN (self->hosts, hosts);
      self->musts_can_be = self->musts_can_be || kept;
      for (int i = 0; i < self->problem->n_terms; i++)
        {
          self->least[i] = MIN (self->least[i], score->terms[i]);
          if (kept)
            self->least_kept[i] = MIN (self->least_kept[i], score->terms[i]);
        }
    }
  rt_score_free (score);
}

static void
seat_from (Everything *self, int i)
{
  const RtProblem *problem = self->problem;
  int r = i / problem->n_people;

  while (i < problem->n_rounds * problem->n_people
         && (problem->presence[i] != RT_GUEST || problem->fixed[i] >= 0
             || problem->frozen[i / problem->n_people]))
    i++;
  if (i == problem->n_rounds * problem->n_people)
    {
      take (self);
      return;
    }
  r = i / problem->n_people;
  for (int t = self->unseated > 0 ? RT_NOWHERE : 0; t < problem->n_tables; t++)
    {
      int place = r * problem->n_tables + t;

      if (t >= 0 && (!problem->open[place] || self->size[place] >= self->most[place]))
        continue;
      self->tables[i] = t;
      self->size[MAX (place, 0)] += t >= 0;
      seat_from (self, i + 1);
      self->size[MAX (place, 0)] -= t >= 0;
    }
}

static double
count_seatings (const RtProblem *problem)
{
  double n = 1;

  for (int i = 0; i < problem->n_rounds * problem->n_people; i++)
    if (problem->presence[i] == RT_GUEST && problem->fixed[i] < 0)
      n *= problem->n_tables + 0.5;
  return n;
}

static void
prepare (Everything *self)
{
  const RtProblem *problem = self->problem;
  int n_places = problem->n_rounds * problem->n_tables;

  self->tables
      = g_memdup2 (problem->fixed, sizeof (int32_t) * problem->n_rounds * problem->n_people);
  self->size = g_new0 (int, n_places);
  self->most = g_new0 (int, n_places);
  self->least = g_new (int64_t, problem->n_terms + 1);
  self->least_kept = g_new (int64_t, problem->n_terms + 1);
  self->capacity = self->hosts = INT64_MAX;
  for (int i = 0; i < problem->n_terms; i++)
    self->least[i] = self->least_kept[i] = INT64_MAX;
  for (int r = 0; r < problem->n_rounds; r++)
    {
      int guests = 0, room = 0;

      for (int p = 0; p < problem->n_people; p++)
        if (problem->presence[r * problem->n_people + p] == RT_GUEST)
          {
            int t = problem->fixed[r * problem->n_people + p];

            guests++;
            if (t >= 0)
              self->size[r * problem->n_tables + t]++;
          }
      for (int i = r * problem->n_tables; i < (r + 1) * problem->n_tables; i++)
        {
          self->most[i] = MAX (self->size[i],
                               problem->open[i] && !problem->frozen[r] ? problem->places[i] : 0);
          room += self->most[i];
        }
      self->unseated += MAX (0, guests - room);
    }
}

static void
clear (Everything *self)
{
  g_free (self->tables);
  g_free (self->size);
  g_free (self->most);
  g_free (self->least);
  g_free (self->least_kept);
  rt_bounds_free (self->bounds);
}

/* Kinds of rules, then the places and the hosts. */
enum {
  CAPACITY = RT_TERM_SLIPS + 1,
  HOSTS,
  N_MEASURES,
};

static void
note_tightness (const Everything *self, int *tight, int *sharp)
{
  tight[CAPACITY] += self->capacity > 0 && self->bounds->capacity == self->capacity;
  sharp[CAPACITY] += self->capacity > 0;
  if (self->musts_can_be)
    {
      tight[HOSTS] += self->hosts > 0 && self->bounds->hosts == self->hosts;
      sharp[HOSTS] += self->hosts > 0;
    }
}

/* Returns whether there was anything to compare. */
static gboolean
compare_with_everything (RtProblem *problem, int *tight, int *sharp)
{
  Everything self = { .problem = problem };

  if (count_seatings (problem) > MOST_SEATINGS)
    return FALSE;
  prepare (&self);
  seat_from (&self, 0);
  self.bounds = rt_bounds_new (problem);
  g_assert_cmpint (self.bounds->unseated, ==, self.unseated);
  g_assert_cmpint (self.bounds->capacity, <=, self.capacity);
  if (self.musts_can_be)
    g_assert_cmpint (self.bounds->hosts, <=, self.hosts);
  note_tightness (&self, tight, sharp);
  for (int i = 0; i < problem->n_terms; i++)
    {
      gboolean must = problem->terms[i].level == RT_LEVEL_MUST;
      int64_t least = must ? self.least[i] : self.least_kept[i];

      if (!must && !self.musts_can_be)
        continue;
      if (self.bounds->terms[i] > least)
        g_error ("kind %d: bound %" G_GINT64_FORMAT " above the least %" G_GINT64_FORMAT,
                 problem->terms[i].kind, self.bounds->terms[i], least);
      tight[problem->terms[i].kind] += least > 0 && self.bounds->terms[i] == least;
      sharp[problem->terms[i].kind] += least > 0;
    }
  clear (&self);
  return TRUE;
}

/* Few rules can be kept more often than many: then the bounds may count on each other. */
static void
keep_few_terms (RtProblem *problem, RtRandom *random)
{
  int n = 1 + rt_random_below (random, 4);

  while (problem->n_terms > n)
    g_free (problem->terms[--problem->n_terms].people);
}

static void
test_below_everything (void)
{
  RtRandom random;
  int tight[N_MEASURES] = { 0 }, sharp[N_MEASURES] = { 0 }, n = 0;

  rt_random_init (&random, 31);
  for (int i = 0; n < 12000; i++)
    {
      g_autoptr (RtProblem) problem = problem_random (&random, 7, 3, 3);

      if ((i & 3) > 0)
        keep_few_terms (problem, &random);
      n += compare_with_everything (problem, tight, sharp);
    }
  for (int k = 0; k < N_MEASURES; k++)
    {
      g_test_message ("kind %d: tight in %d of %d", k, tight[k], sharp[k]);
      g_assert_cmpint (tight[k], >, 0);
    }
}

static int64_t
bound_of (const RtProblem *problem, int term, RtReason reason)
{
  RtBounds *bounds = rt_bounds_new (problem);
  int64_t bound = bounds->terms[term];

  g_assert_cmpint (bounds->reasons[term], ==, reason);
  rt_bounds_free (bounds);
  return bound;
}

static RtProblem *
plain (int n_tables, int size, int n_rounds, gboolean hosts)
{
  RtProblem *problem = problem_new (n_tables * size, n_tables, n_rounds, size);

  if (hosts)
    {
      problem_add_hosts (problem);
      problem_add_term (problem, RT_TERM_RETURNS, RT_LEVEL_MUST)->of = RT_OF_HOST;
    }
  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  return problem;
}

static void
assert_repeats (int n_tables, int size, int n_rounds, gboolean hosts, int64_t bound,
                RtReason reason)
{
  g_autoptr (RtProblem) problem = plain (n_tables, size, n_rounds, hosts);

  g_assert_cmpint (bound_of (problem, problem->n_terms - 1, reason), ==, bound);
}

static void
test_known_repeats (void)
{
  assert_repeats (9, 50, 3, FALSE, 3105, RT_REASON_ROUND_PAIRS);
  assert_repeats (9, 50, 3, TRUE, 3564, RT_REASON_ROUND_PAIRS);
  assert_repeats (20, 8, 4, TRUE, 0, RT_REASON_NONE);
  assert_repeats (5, 6, 5, FALSE, 50, RT_REASON_ROUND_PAIRS);
  assert_repeats (5, 6, 5, TRUE, 100, RT_REASON_ROUND_PAIRS);
  assert_repeats (5, 4, 8, FALSE, 50, RT_REASON_COUNTING);
  assert_repeats (8, 4, 12, FALSE, 80, RT_REASON_COUNTING);
  assert_repeats (1000, 10, 6, TRUE, 0, RT_REASON_NONE);
}

static void
test_sharpest_rounds (void)
{
  g_autoptr (RtProblem) problem = plain (5, 6, 3, TRUE);
  RtBounds *bounds = rt_bounds_new (problem);

  g_assert_cmpint (bounds->round_a, ==, 0);
  g_assert_cmpint (bounds->round_b, ==, 1);
  g_assert_cmpint (bounds->guests, ==, 6);
  g_assert_cmpint (bounds->onward, ==, 4);
  g_assert_cmpint (bounds->rounds_to_meet_all, ==, 6);
  rt_bounds_free (bounds);
}

/* Sizes that may vary are taken as they suit best; a rule for even sizes fixes them. */
static void
test_even_sizes_count (void)
{
  g_autoptr (RtProblem) problem = problem_new (12, 4, 1, 12);
  int c = problem_add_column (problem, 1);
  RtTerm *term = problem_add_term (problem, RT_TERM_COUNT, RT_LEVEL_SHOULD);

  term->column = c;
  term->least = 1;
  problem->columns[c][3] = problem->columns[c][7] = 0;
  g_assert_cmpint (bound_of (problem, 0, RT_REASON_NONE), ==, 0);
  problem_add_term (problem, RT_TERM_EVEN, RT_LEVEL_MUST);
  g_assert_cmpint (bound_of (problem, 0, RT_REASON_COUNTING), ==, 2);
}

static void
test_couples (void)
{
  g_autoptr (RtProblem) problem = plain (6, 4, 3, FALSE);

  problem_set_people (problem_add_term (problem, RT_TERM_TOGETHER, RT_LEVEL_MUST), 2, 0, 1);
  problem_set_people (problem_add_term (problem, RT_TERM_TOGETHER, RT_LEVEL_MUST), 3, 1, 0, 2);
  g_assert_cmpint (bound_of (problem, 0, RT_REASON_ROUND_PAIRS), ==, 9);
}

static void
test_own_host_closes (void)
{
  g_autoptr (RtProblem) problem = plain (4, 3, 1, TRUE);
  int c = problem_add_column (problem, 1);
  RtTerm *term;

  for (int p = 0; p < 5; p++)
    problem->columns[c][p] = 0;
  problem->columns[c][12] = 0;
  problem_add_term (problem, RT_TERM_SPREAD, RT_LEVEL_SHOULD)->column = c;
  g_assert_cmpint (bound_of (problem, 2, RT_REASON_COUNTING), ==, 1);
  term = problem_add_term (problem, RT_TERM_OWN_HOST, RT_LEVEL_MUST);
  term->column = c;
  g_assert_cmpint (bound_of (problem, 2, RT_REASON_COUNTING), ==, 2);
  problem->terms[3].level = RT_LEVEL_MAY;
  g_assert_cmpint (bound_of (problem, 2, RT_REASON_COUNTING), ==, 1);
}

/* A delegation of 14 who speak the first language, 37 who speak the second, and
   four interpreters. */
static RtProblem *
delegation (void)
{
  RtProblem *problem = problem_new (55, 8, 3, 7);
  int c = problem_add_column (problem, 1);

  for (int r = 0; r < 3; r++)
    problem->places[r * 8 + 7] = 6;
  problem_add_languages (problem, 2);
  for (int p = 0; p < 55; p++)
    {
      problem->speaks[p] = p < 14 ? 1 : p < 51 ? 2 : 0;
      problem->interprets[p] = p >= 51;
      problem->columns[c][p] = p < 14 ? 0 : RT_NOWHERE;
    }
  problem_add_term (problem, RT_TERM_EVEN, RT_LEVEL_MUST);
  problem_add_term (problem, RT_TERM_SPREAD, RT_LEVEL_SHOULD)->column = c;
  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  problem_add_term (problem, RT_TERM_LANGUAGE, RT_LEVEL_MUST);
  return problem;
}

/* Four tables with interpreters hold 4, 4, 3 and 3 of the 14; a table of their own would
   need six. */
static void
test_languages_crowd (void)
{
  g_autoptr (RtProblem) problem = delegation ();

  g_assert_cmpint (bound_of (problem, 1, RT_REASON_LANGUAGE), ==, 3 * (6 + 6 + 3 + 3));
  g_assert_cmpint (bound_of (problem, 2, RT_REASON_LANGUAGE), ==, 3);
  problem->terms[3].level = RT_LEVEL_MAY;
  g_assert_cmpint (bound_of (problem, 1, RT_REASON_COUNTING), ==, 3 * 6);
  g_assert_cmpint (bound_of (problem, 2, RT_REASON_NONE), ==, 0);
}

/* 14 guests fill two tables whose hosts do not understand them; an interpreter among the guests
   helps at one of the two, and so does a host who speaks both. */
static void
test_languages_of_hosts (void)
{
  g_autoptr (RtProblem) problem = problem_new (55, 8, 1, 7);

  problem_add_hosts (problem);
  problem_add_languages (problem, 2);
  for (int p = 0; p < 63; p++)
    problem->speaks[p] = p < 14 ? 1 : 2;
  problem_add_term (problem, RT_TERM_LANGUAGE, RT_LEVEL_SHOULD);
  g_assert_cmpint (bound_of (problem, 0, RT_REASON_COUNTING), ==, 2);
  problem->interprets[20] = 1;
  g_assert_cmpint (bound_of (problem, 0, RT_REASON_COUNTING), ==, 1);
  problem->speaks[55] = 3;
  g_assert_cmpint (bound_of (problem, 0, RT_REASON_NONE), ==, 0);
}

/* Nine people need two tables of eight, and so twelve people; five make no table of ten. */
static void
test_least_sizes (void)
{
  g_autoptr (RtProblem) two = problem_new (9, 3, 1, 8);
  g_autoptr (RtProblem) one = problem_new (5, 1, 2, 12);
  RtBounds *bounds;

  for (int t = 0; t < 3; t++)
    two->least[t] = 6;
  bounds = rt_bounds_new (two);
  g_assert_cmpint (bounds->capacity, ==, 3);
  rt_bounds_free (bounds);
  one->least[0] = 10;
  bounds = rt_bounds_new (one);
  g_assert_cmpint (bounds->capacity, ==, 5);
  rt_bounds_free (bounds);
}

static void
test_flow (void)
{
  RtFlow *flow = rt_flow_new (6);

  /* 3 and 2 units over two cells each: (2, 1) and (1, 1). */
  rt_flow_arc (flow, 0, 1, 3, 0, 0);
  rt_flow_arc (flow, 0, 2, 2, 0, 0);
  for (int i = 0; i < 4; i++)
    rt_flow_arc (flow, 1 + i / 2, 3 + i % 2, 9, 0, 1);
  rt_flow_arc (flow, 3, 5, 3, 0, 0);
  rt_flow_arc (flow, 4, 5, 2, 0, 0);
  g_assert_cmpint (rt_flow_send (flow, 0, 5, 5), ==, 1);
  g_assert_cmpint (rt_flow_send (flow, 0, 5, 1), ==, -1);
  rt_flow_free (flow);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/solver/bound/below-everything", test_below_everything);
  g_test_add_func ("/solver/bound/known-repeats", test_known_repeats);
  g_test_add_func ("/solver/bound/sharpest-rounds", test_sharpest_rounds);
  g_test_add_func ("/solver/bound/even-sizes-count", test_even_sizes_count);
  g_test_add_func ("/solver/bound/couples", test_couples);
  g_test_add_func ("/solver/bound/own-host-closes", test_own_host_closes);
  g_test_add_func ("/solver/bound/languages-crowd", test_languages_crowd);
  g_test_add_func ("/solver/bound/languages-of-hosts", test_languages_of_hosts);
  g_test_add_func ("/solver/bound/least-sizes", test_least_sizes);
  g_test_add_func ("/solver/bound/flow", test_flow);
  return g_test_run ();
}
