/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/*
 * What the solver reaches and how fast: bench-solver [FILTER [SECONDS]]. FILTER is the name of a
 * row, or a part of several. Seconds are those of the processor, on one thread: other programs on
 * the machine do not count. "over" stands where the median of five seeds misses its target.
 */

#include "problems.h"
#include "rt-solver.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define SEEDS 5

typedef struct {
  const char *name;
  const char *result;   /* what to reach, */
  double      target;   /* in so many seconds; 0: no figure */
  double      seconds;  /* budget */
  RtProblem *(*build) (const int *sizes);
  int         sizes[6];
} Instance;

static void
add_even (RtProblem *problem, RtLevel level)
{
  problem_add_term (problem, RT_TERM_EVEN, level);
}

static void
add_returns (RtProblem *problem)
{
  problem_add_term (problem, RT_TERM_RETURNS, RT_LEVEL_MUST)->of = RT_OF_HOST;
}

static void
add_spread (RtProblem *problem, int column, RtLevel level)
{
  problem_add_term (problem, RT_TERM_SPREAD, level)->column = column;
}

/* tables, guests of a table, rounds, organisations, hosts */
static RtProblem *
build_cafe (const int *sizes)
{
  int T = sizes[0], n = T * sizes[1];
  RtProblem *problem = problem_new (n, T, sizes[2], sizes[1]);
  RtRandom random;

  rt_random_init (&random, 1);
  if (sizes[3] > 0)
    problem_add_zipf (problem, &random, n, sizes[3]);
  if (sizes[4])
    {
      problem_add_hosts (problem);
      add_returns (problem);
    }
  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  if (sizes[3] > 0)
    add_spread (problem, 0, RT_LEVEL_SHOULD);
  return problem;
}

static void
add_small_organisations (RtProblem *problem, RtRandom *random, int n, int most)
{
  int c = problem_add_column (problem, n + problem->n_tables);
  g_autofree int *order = g_new (int, n);

  for (int p = 0; p < n; p++)
    order[p] = p;
  rt_random_shuffle (random, order, n);
  for (int p = 0, o = 0; p < n; o++)
    for (int k = 1 + rt_random_below (random, most); k > 0 && p < n; k--)
      problem->columns[c][order[p++]] = o;
}

static void
add_themes_and_wishes (RtProblem *problem, RtRandom *random, int n, int n_themes)
{
  problem->n_themes = n_themes;
  problem->wishes = g_new0 (int32_t *, problem->n_people);
  for (int i = 0; i < problem->n_rounds * problem->n_tables; i++)
    problem->theme[i] = i % problem->n_tables % n_themes;
  for (int p = 0; p < n; p++)
    if (rt_random_below (random, 4) > 0)
      {
        int first = rt_random_below (random, n_themes),
            many = 1 + rt_random_below (random, MIN (3, n_themes));

        problem->wishes[p] = g_new (int32_t, many + 1);
        for (int i = 0; i < many; i++)
          problem->wishes[p][i] = (first + i) % n_themes;
        problem->wishes[p][many] = RT_NOWHERE;
      }
}

/* guests, tables, rounds, largest organisation, seed */
static RtProblem *
build_hosted (const int *sizes)
{
  int n = sizes[0], T = sizes[1];
  RtProblem *problem = problem_new (n, T, sizes[2], (n + T - 1) / T);
  RtRandom random;
  RtTerm *own;

  rt_random_init (&random, sizes[4]);
  add_small_organisations (problem, &random, n, sizes[3]);
  problem_add_hosts (problem);
  for (int t = 0; t < T; t++)
    problem->columns[0][n + t]
        = rt_random_below (&random, 2) ? n + t : problem->columns[0][rt_random_below (&random, n)];
  add_themes_and_wishes (problem, &random, n, T);
  add_even (problem, RT_LEVEL_MUST);
  add_returns (problem);
  own = problem_add_term (problem, RT_TERM_OWN_HOST, RT_LEVEL_MUST);
  own->column = 0;
  problem_add_term (problem, RT_TERM_STEP_FREE, RT_LEVEL_MUST);
  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  add_spread (problem, 0, RT_LEVEL_SHOULD);
  problem_add_term (problem, RT_TERM_WISHES, RT_LEVEL_MAY);
  return problem;
}

/* guests, tables, rounds, largest organisation, themes */
static RtProblem *
build_open (const int *sizes)
{
  int n = sizes[0], T = sizes[1];
  RtProblem *problem = problem_new (n, T, sizes[2], (n + T - 1) / T);
  RtRandom random;

  rt_random_init (&random, 3);
  add_small_organisations (problem, &random, n, sizes[3]);
  add_themes_and_wishes (problem, &random, n, sizes[4]);
  add_even (problem, RT_LEVEL_MUST);
  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  add_spread (problem, 0, RT_LEVEL_SHOULD);
  problem_add_term (problem, RT_TERM_WISHES, RT_LEVEL_MAY);
  return problem;
}

/* Universities and academics: one academic at each table. */
static RtProblem *
build_academics (const int *sizes)
{
  RtProblem *problem = problem_new (28, 6, sizes[0], 5);
  int c = problem_add_column (problem, 2);
  RtTerm *count;

  for (int p = 0; p < 24; p++)
    problem->columns[c][p] = p < 18 ? 0 : 1;
  count = problem_add_term (problem, RT_TERM_COUNT, RT_LEVEL_MUST);
  count->column = c;
  count->value = 1;
  count->least = count->most = 1;
  add_even (problem, RT_LEVEL_MUST);
  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  return problem;
}

/* A delegation in two languages, with interpreters. */
static RtProblem *
build_languages (const int *sizes)
{
  RtProblem *problem = problem_new (55, 8, sizes[0], 7);

  problem_add_languages (problem, 2);
  for (int p = 0; p < 55; p++)
    problem->speaks[p] = p < 20 ? 1 : p < 48 ? 2 : 3;
  for (int p = 51; p < 55; p++)
    problem->interprets[p] = TRUE;
  add_even (problem, RT_LEVEL_MUST);
  problem_add_term (problem, RT_TERM_LANGUAGE, RT_LEVEL_MUST);
  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  return problem;
}

/* tables, guests of a table, rounds */
static RtProblem *
build_every_rule (const int *sizes)
{
  RtRandom random;

  rt_random_init (&random, 5);
  return problem_every_rule (&random, sizes[0], sizes[1], sizes[2]);
}

/* rounds: 8 tables of a host and seven, from 14 organisations of four */
static RtProblem *
build_round_table (const int *sizes)
{
  RtProblem *problem = problem_new (56, 8, sizes[0], 7);
  int c = problem_add_column (problem, 14);

  for (int p = 0; p < 56; p++)
    problem->columns[c][p] = p / 4;
  problem_add_hosts (problem);
  add_returns (problem);
  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  add_spread (problem, c, RT_LEVEL_SHOULD);
  return problem;
}

/* tables, guests of a table, rounds: 1 nobody comes back to a table */
static RtProblem *
build_carousel (const int *sizes)
{
  RtProblem *problem = problem_new (sizes[0] * sizes[1], sizes[0], sizes[2], sizes[1]);

  add_even (problem, RT_LEVEL_MUST);
  if (sizes[3])
    problem_add_term (problem, RT_TERM_RETURNS, RT_LEVEL_MUST)->of = RT_OF_TABLE;
  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  return problem;
}

/* guests, tables: everybody visits every table, whose sizes differ by one. */
static RtProblem *
build_rotation (const int *sizes)
{
  RtProblem *problem
      = problem_new (sizes[0], sizes[1], sizes[1], (sizes[0] + sizes[1] - 1) / sizes[1]);

  add_even (problem, RT_LEVEL_MUST);
  problem_add_term (problem, RT_TERM_RETURNS, RT_LEVEL_MUST)->of = RT_OF_TABLE;
  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  return problem;
}

/* The progressive party (CSPLib 013; Smith, Brailsford, Hubbard and Williams, Constraints 1, 1996):
 * crews go from one of thirteen host boats to the next, whole; none comes back, and no two crews
 * meet twice. The hosts are boats 1 to 12 and another: which, rounds. */
static RtProblem *
build_party (const int *sizes)
{
  static const struct {
    int capacity, crew;
  } boats[] = {
    { 6, 2 },  { 8, 2 },  { 12, 2 }, { 12, 2 }, { 12, 4 }, { 12, 4 }, { 12, 4 },
    { 10, 1 }, { 10, 2 }, { 10, 2 }, { 10, 2 }, { 12, 3 }, { 8, 4 },  { 8, 2 },
    { 8, 3 },  { 12, 6 }, { 8, 2 },  { 8, 2 },  { 8, 4 },  { 8, 2 },  { 8, 4 },
    { 8, 5 },  { 7, 4 },  { 7, 4 },  { 7, 2 },  { 7, 2 },  { 7, 4 },  { 7, 5 },
    { 6, 2 },  { 6, 4 },  { 6, 2 },  { 6, 2 },  { 6, 2 },  { 6, 2 },  { 6, 2 },
    { 6, 2 },  { 6, 4 },  { 6, 5 },  { 9, 7 },  { 0, 2 },  { 0, 3 },  { 0, 4 },
  };
  int n = 0, first = 0;
  RtProblem *problem;

  for (gsize i = 12; i < G_N_ELEMENTS (boats); i++)
    n += (int) i + 1 != sizes[0] ? boats[i].crew : 0;
  problem = problem_new (n, 13, sizes[1], 0);
  problem_add_hosts (problem);
  for (int i = 0; i < 13 * sizes[1]; i++)
    {
      int boat = i % 13 < 12 ? i % 13 : sizes[0] - 1;

      problem->places[i] = boats[boat].capacity - boats[boat].crew;
    }
  add_returns (problem);
  for (gsize i = 12; i < G_N_ELEMENTS (boats); i++)
    if ((int) i + 1 != sizes[0])
      {
        RtTerm *crew = problem_add_term (problem, RT_TERM_TOGETHER, RT_LEVEL_MUST);

        crew->n_people = boats[i].crew;
        crew->people = g_new (int, crew->n_people);
        for (int k = 0; k < crew->n_people; k++)
          crew->people[k] = first++;
      }
  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  return problem;
}

/* As many groups as tables, who are kept together, visit all of them: tables, people of a group. */
static RtProblem *
build_groups (const int *sizes)
{
  int T = sizes[0];
  RtProblem *problem = problem_new (T * sizes[1], T, T, sizes[1]);

  add_even (problem, RT_LEVEL_MUST);
  problem_add_term (problem, RT_TERM_RETURNS, RT_LEVEL_MUST)->of = RT_OF_TABLE;
  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  for (int g = 0; g < T; g++)
    {
      RtTerm *group = problem_add_term (problem, RT_TERM_TOGETHER, RT_LEVEL_MUST);

      group->n_people = sizes[1];
      group->people = g_new (int, sizes[1]);
      for (int k = 0; k < sizes[1]; k++)
        group->people[k] = g * sizes[1] + k;
    }
  return problem;
}

/* The day itself: every rule, two rounds are over, six people do not come and four others do. */
static RtProblem *
build_replan (const int *sizes)
{
  RtProblem *problem = build_every_rule (sizes);
  RtSolverOptions options = { .seed = 1, .threads = 1, .seconds = 5 };
  int n = problem->n_people, guests = sizes[0] * sizes[1];
  RtSolution *solution;

  for (int r = 0; r < problem->n_rounds; r++)
    for (int p = 0; p < 4; p++)
      problem->presence[r * n + p * 17] = RT_AWAY;
  solution = rt_solver_run (problem, &options, NULL, NULL, NULL);
  problem->issued = g_memdup2 (solution->tables, sizeof (int32_t) * n * problem->n_rounds);
  problem->start = g_memdup2 (solution->tables, sizeof (int32_t) * n * problem->n_rounds);
  rt_solution_free (solution);
  for (int r = 0; r < problem->n_rounds; r++)
    for (int p = 0; p < n; p++)
      if (r < 2)
        {
          problem->frozen[r] = 1;
          problem->fixed[r * n + p] = problem->start[r * n + p];
        }
      else if (p < guests && p % 17 == 0 && p / 17 < 10 && problem->fixed[r * n + p] == RT_NOWHERE)
        problem->presence[r * n + p] = p / 17 < 4 ? RT_GUEST : RT_AWAY;
  /* The slips come after every must and before every should. */
  problem_add_term (problem, RT_TERM_SLIPS, RT_LEVEL_SHOULD);
  for (int i = problem->n_terms - 1; i > 0 && problem->terms[i - 1].level > RT_LEVEL_MUST; i--)
    {
      RtTerm term = problem->terms[i];

      problem->terms[i] = problem->terms[i - 1];
      problem->terms[i - 1] = term;
    }
  return problem;
}

static const Instance instances[] = {
  { "hosted café 50 x 9 x 3", "proven", 0.05, 2, build_hosted, { 50, 9, 3, 3, 1 } },
  { "hosted café 160 x 20 x 4", "proven", 0.01, 2, build_hosted, { 160, 20, 4, 3, 1 } },
  { "open 160 x 32 x 3, organisations to 14, wishes", "to bound", 0, 2, build_open,
    { 160, 32, 3, 14, 4 } },
  { "28 people, one academic a table, 1 round", "to bound", 0, 2, build_academics, { 1 } },
  { "28 people, one academic a table, 3 rounds", "to bound", 0, 2, build_academics, { 3 } },
  { "55 people in two languages, 3 rounds", "to bound", 0, 2, build_languages, { 3 } },
  { "every rule 20 x 8 x 4", "bounds", 0.05, 2, build_every_rule, { 20, 8, 4 } },
  { "every rule 100 x 10 x 5", "bounds", 0.4, 3, build_every_rule, { 100, 10, 5 } },
  { "every rule 1000 x 10 x 6", "repeats", 3, 5, build_every_rule, { 1000, 10, 6 } },
  { "20 x 8 x 4 hosts", "proven", 0.001, 2, build_cafe, { 20, 8, 4, 0, 1 } },
  { "20 x 8 x 4 hosts, 40 organisations", "proven", 0.005, 2, build_cafe, { 20, 8, 4, 40, 1 } },
  { "20 x 8 x 8", "0", 0.005, 2, build_cafe, { 20, 8, 8, 0, 0 } },
  { "20 x 12 x 5", "0", 0.005, 2, build_cafe, { 20, 12, 5, 0, 0 } },
  { "30 x 10 x 8", "0", 0.005, 2, build_cafe, { 30, 10, 8, 0, 0 } },
  { "9 x 50 x 3 hosts, 40 organisations", "proven", 0.05, 2, build_cafe, { 9, 50, 3, 40, 1 } },
  { "1000 x 10 x 6", "proven", 0.01, 5, build_cafe, { 1000, 10, 6, 0, 0 } },
  { "1000 x 10 x 6, 400 organisations", "proven", 0.15, 5, build_cafe, { 1000, 10, 6, 400, 0 } },
  { "dense 20 x 17 x 4 hosts", "0", 0.1, 2, build_cafe, { 20, 17, 4, 0, 1 } },
  { "dense 20 x 8 x 10 hosts", "0", 0.1, 2, build_cafe, { 20, 8, 10, 0, 1 } },
  { "dense 20 x 14 x 6 hosts", "0", 1, 3, build_cafe, { 20, 14, 6, 0, 1 } },
  { "dense 100 x 70 x 6 hosts", "0", 0.25, 3, build_cafe, { 100, 70, 6, 0, 1 } },
  { "dense 10 x 9 x 4 hosts", "0", 0.1, 2, build_cafe, { 10, 9, 4, 0, 1 } },
  { "replan 20 x 8 x 4", "2 slips", 0.03, 2, build_replan, { 20, 8, 4 } },
  { "RT-A 8 x 7 x 5", "0/0", 1, 2, build_round_table, { 5 } },
  { "RT-B 8 x 7 x 8", "0/0", 1, 2, build_round_table, { 8 } },
  { "carousel 5 x 6 x 5", "50", 1, 2, build_carousel, { 5, 6, 5, 0 } },
  { "carousel 5 x 6 x 5, nobody returns", "100", 1, 2, build_carousel, { 5, 6, 5, 1 } },
  { "carousel of 30 over 4 tables", "to bound", 0, 2, build_rotation, { 30, 4 } },
  { "carousel of 25 over 6 tables", "to bound", 0, 2, build_rotation, { 25, 6 } },
  { "groups of 6 at 5 tables x 5", "750", 0.01, 2, build_groups, { 5, 6 } },
  { "groups of 4 at 12 tables x 12", "to bound", 0.1, 2, build_groups, { 12, 4 } },
  { "party 1-12, 16 x 6", "to bound", 1, 5, build_party, { 16, 6 } },
  { "party 1-12, 16 x 7", "to bound", 1, 5, build_party, { 16, 7 } },
  { "party 1-12, 16 x 8", "to bound", 1, 5, build_party, { 16, 8 } },
  { "party 1-12, 16 x 9", "to bound", 3, 10, build_party, { 16, 9 } },
  { "party 1-12, 16 x 10", "to bound", 3, 10, build_party, { 16, 10 } },
  { "party 1-13 x 6", "to bound", 1, 5, build_party, { 13, 6 } },
  { "party 1-13 x 7", "to bound", 1, 5, build_party, { 13, 7 } },
  { "party 1-13 x 8", "to bound", 1, 5, build_party, { 13, 8 } },
  { "party 1-13 x 9", "to bound", 3, 10, build_party, { 13, 9 } },
  { "party 1-12, 14 x 6", "to bound", 1, 5, build_party, { 14, 6 } },
  { "party 1-12, 14 x 7", "to bound", 1, 5, build_party, { 14, 7 } },
  { "party 1-12, 14 x 8", "to bound", 1, 5, build_party, { 14, 8 } },
  { "party 1-12, 14 x 9", "to bound", 3, 10, build_party, { 14, 9 } },
  { "golfers 5-4-5", "0", 1, 2, build_cafe, { 5, 4, 5, 0, 0 } },
  { "golfers 6-3-8", "0", 1, 2, build_cafe, { 6, 3, 8, 0, 0 } },
  { "golfers 8-8-9", "0", 1, 2, build_cafe, { 8, 8, 9, 0, 0 } },
  { "golfers 8-4-10", "0", 1, 2, build_cafe, { 8, 4, 10, 0, 0 } },
  { "golfers 6-5-6", "0", 10, 2, build_cafe, { 6, 5, 6, 0, 0 } },
  { "golfers 10-7-7", "0", 10, 2, build_cafe, { 10, 7, 7, 0, 0 } },
  { "golfers 10-9-5", "0", 10, 2, build_cafe, { 10, 9, 5, 0, 0 } },
  { "golfers 10-10-4", "0", 10, 2, build_cafe, { 10, 10, 4, 0, 0 } },
  { "golfers 9-4-11", "0", 10, 2, build_cafe, { 9, 4, 11, 0, 0 } },
  { "golfers 10-4-13", "0", 1, 2, build_cafe, { 10, 4, 13, 0, 0 } },
  { "golfers 10-6-7", "0", 10, 2, build_cafe, { 10, 6, 7, 0, 0 } },
  { "golfers 10-8-5", "0", 10, 2, build_cafe, { 10, 8, 5, 0, 0 } },
  { "golfers 10-5-9", "0", 2, 2, build_cafe, { 10, 5, 9, 0, 0 } },
  { "golfers 12-6-12", "0", 1, 2, build_cafe, { 12, 6, 12, 0, 0 } },
  { "golfers 12-6-13", "0", 1, 2, build_cafe, { 12, 6, 13, 0, 0 } },
  { "golfers 5-3-7", "0", 1, 2, build_cafe, { 5, 3, 7, 0, 0 } },
  { "golfers 8-4-8", "0", 1, 2, build_cafe, { 8, 4, 8, 0, 0 } },
  { "golfers 10-5-6", "0", 1, 2, build_cafe, { 10, 5, 6, 0, 0 } },
  { "golfers 12-6-5", "0", 1, 2, build_cafe, { 12, 6, 5, 0, 0 } },
  { "golfers 20-8-5", "0", 1, 2, build_cafe, { 20, 8, 5, 0, 0 } },
  { "golfers 32-8-10", "0", 1, 2, build_cafe, { 32, 8, 10, 0, 0 } },
  { "golfers 7-4-9", "0", 2, 2, build_cafe, { 7, 4, 9, 0, 0 } },
  { "over-full 5-4-8", "50", 1, 2, build_cafe, { 5, 4, 8, 0, 0 } },
  { "over-full 8-4-12", "80", 1, 2, build_cafe, { 8, 4, 12, 0, 0 } },
};

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec + 1e-9 * time.tv_nsec;
}

static int
compare_seconds (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* The sum of all musts, then found/bound of every other rule. */
static void
append_score (GString *string, const RtProblem *problem, const RtSolution *solution)
{
  int64_t musts = solution->score.capacity + solution->score.unseated;

  for (int i = 0; i < problem->n_terms; i++)
    musts += problem->terms[i].level == RT_LEVEL_MUST ? solution->score.terms[i] : 0;
  g_string_append_printf (string, "[%" G_GINT64_FORMAT, musts);
  for (int i = 0; i < problem->n_terms; i++)
    if (problem->terms[i].level != RT_LEVEL_MUST)
      g_string_append_printf (string, " %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                              solution->score.terms[i], solution->bounds->terms[i]);
  g_string_append_printf (string, " %.1fk] ", solution->moves * 1e-3);
}

static void
print_target (const Instance *instance)
{
  g_autofree char *target = NULL;

  if (instance->target > 0)
    target = g_strdup_printf ("%s, %g ms", instance->result, instance->target * 1e3);
  g_print ("%-48s %-18s | ", instance->name, target != NULL ? target : instance->result);
}

static void
measure (const Instance *instance, double seconds)
{
  g_autoptr (RtProblem) problem = instance->build (instance->sizes);
  double times[SEEDS], bound_time = now (), median;
  int proven = 0;
  g_autoptr (GString) found = g_string_new (NULL);
  struct rusage usage;

  rt_bounds_free (rt_bounds_new (problem));
  bound_time = now () - bound_time;
  for (int seed = 0; seed < SEEDS; seed++)
    {
      RtSolverOptions options = { .seed = seed + 1, .threads = 1,
                                  .seconds = seconds > 0 ? seconds : instance->seconds };
      double began = now ();
      RtSolution *solution = rt_solver_run (problem, &options, NULL, NULL, NULL);

      times[seed] = now () - began;
      proven += solution->proven;
      append_score (found, problem, solution);
      rt_solution_free (solution);
    }
  qsort (times, SEEDS, sizeof *times, compare_seconds);
  median = times[SEEDS / 2];
  getrusage (RUSAGE_SELF, &usage);
  print_target (instance);
  g_print ("%-4s %d/%d proven, median %9.2f ms, most %9.2f ms, bound %7.2f ms, peak %3ld MB | %s\n",
           instance->target > 0 && median > instance->target ? "over" : "", proven, SEEDS,
           median * 1e3, times[SEEDS - 1] * 1e3, bound_time * 1e3, usage.ru_maxrss / 1024,
           found->str);
}

/* In a process of its own, so that its peak of memory is its own. */
static void
measure_apart (const Instance *instance, double seconds)
{
  pid_t child = fork ();

  if (child == 0)
    {
      measure (instance, seconds);
      exit (0);
    }
  waitpid (child, NULL, 0);
}

/* The plan of every day, 200 times: 50 guests, 9 hosts, 3 rounds, organisations of one to three
 * people. */
static void
measure_lists (void)
{
  int proven = 0, n = 200;
  double most = 0, sum = 0;

  for (int seed = 1; seed <= n; seed++)
    {
      const int sizes[] = { 50, 9, 3, 3, seed };
      g_autoptr (RtProblem) problem = build_hosted (sizes);
      RtSolverOptions options = { .seed = 1, .threads = 1, .seconds = 2 };
      double began = now ();
      RtSolution *solution = rt_solver_run (problem, &options, NULL, NULL, NULL);
      double seconds = now () - began;

      proven += solution->proven;
      most = MAX (most, seconds);
      sum += seconds;
      rt_solution_free (solution);
    }
  g_print ("%d hosted cafés 50 x 9 x 3: %d proven, mean %.2f ms, most %.2f ms\n", n, proven,
           sum / n * 1e3, most * 1e3);
}

static gboolean
is_name (const char *filter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (instances); i++)
    if (strcmp (instances[i].name, filter) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_asked (const char *name, const char *filter)
{
  if (filter == NULL)
    return TRUE;
  return is_name (filter) ? strcmp (name, filter) == 0 : strstr (name, filter) != NULL;
}

int
main (int argc, char *argv[])
{
  setvbuf (stdout, NULL, _IOLBF, 0);
  if (argc < 2 || strcmp (argv[1], "lists") == 0)
    measure_lists ();
  for (gsize i = 0; i < G_N_ELEMENTS (instances); i++)
    if (is_asked (instances[i].name, argc > 1 ? argv[1] : NULL))
      measure_apart (&instances[i], argc > 2 ? g_ascii_strtod (argv[2], NULL) : 0);
  return 0;
}
