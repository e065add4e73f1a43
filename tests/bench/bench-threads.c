/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/*
 * What threads bring: bench-threads [SECONDS]. Swaps looked at on one thread and on two, in a second of
 * the clock and in one of the processor: where other programs share the machine, only the latter says
 * whether threads are in each other's way.
 */

#include "problems.h"
#include "rt-solver.h"

#include <time.h>

typedef struct {
  const char *name;
  int         tables, places, rounds;
  gboolean    every_rule;
} Row;

/* None of them can be proven, so that only the budget ends the search. */
static const Row rows[] = {
  { "golfers 6-6-5", 6, 6, 5, FALSE },
  { "golfers 10-9-6", 10, 9, 6, FALSE },
  { "golfers 14-12-10", 14, 12, 10, FALSE },
  { "every rule 20 x 8 x 9", 20, 8, 9, TRUE },
  { "every rule 100 x 10 x 20", 100, 10, 20, TRUE },
};

static double
seconds_of (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return time.tv_sec + 1e-9 * time.tv_nsec;
}

static RtProblem *
build (const Row *row)
{
  RtRandom random;
  RtProblem *problem;

  rt_random_init (&random, 5);
  if (row->every_rule)
    return problem_every_rule (&random, row->tables, row->places, row->rounds);
  problem = problem_new (row->tables * row->places, row->tables, row->rounds, row->places);
  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  return problem;
}

static void
measure_rates (const Row *row, double seconds)
{
  g_autoptr (RtProblem) problem = build (row);
  double rates[2], busy_rates[2];

  g_print ("%-28s", row->name);
  for (int i = 0; i < 2; i++)
    {
      RtSolverOptions options = { .seed = 1, .seconds = seconds, .threads = i + 1 };
      double began = seconds_of (CLOCK_MONOTONIC), busy = seconds_of (CLOCK_PROCESS_CPUTIME_ID);
      RtSolution *solution = rt_solver_run (problem, &options, NULL, NULL, NULL);

      rates[i] = solution->moves * 1e-6 / (seconds_of (CLOCK_MONOTONIC) - began);
      busy_rates[i] = solution->moves * 1e-6 / (seconds_of (CLOCK_PROCESS_CPUTIME_ID) - busy);
      g_print (" | %d: %6.2f M/s, %6.2f M/s of processor%s", i + 1, rates[i], busy_rates[i],
               solution->proven ? " (proven)" : "");
      rt_solution_free (solution);
    }
  g_print (" | x %.2f, of processor x %.2f\n", rates[1] / rates[0],
           2 * busy_rates[1] / busy_rates[0]);
}

int
main (int argc, char *argv[])
{
  double seconds = argc > 1 ? g_ascii_strtod (argv[1], NULL) : 3;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    measure_rates (&rows[i], seconds);
  return 0;
}
