/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/*
 * What threads bring and take, and how soon the solver stops when asked: bench-threads [SECONDS].
 * Swaps are those looked at on one thread and on two, in a second of the clock and in one of the
 * processor: where other programs share the machine, only the latter says whether threads are in
 * each other's way.
 */

#include "problems.h"
#include "rt-team.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Nothing is constructed for uneven tables. */
typedef enum {
  EVEN,
  UNEVEN,
  EVERY_RULE,
} Kind;

typedef struct {
  const char *name;
  int         tables, places, rounds;
  Kind        kind;
} Row;

/* None of them can be proven, so that only the budget ends the search. */
static const Row rows[] = {
  { "uneven 6 x 6 x 5", 6, 6, 5, UNEVEN },
  { "uneven 10 x 9 x 6", 10, 9, 6, UNEVEN },
  { "uneven 14 x 12 x 10", 14, 12, 10, UNEVEN },
  { "every rule 20 x 8 x 9", 20, 8, 9, EVERY_RULE },
  { "every rule 100 x 10 x 20", 100, 10, 20, EVERY_RULE },
};

/* As large as plans may be, and where constructions take long. */
static const Row large[] = {
  { "golfers 10-9-6", 10, 9, 6, EVEN },
  { "golfers 32-8-20", 32, 8, 20, EVEN },
  { "golfers 1000-10-20", 1000, 10, 20, EVEN },
  { "every rule 1000 x 10 x 6", 1000, 10, 6, EVERY_RULE },
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
  if (row->kind == EVERY_RULE)
    return problem_every_rule (&random, row->tables, row->places, row->rounds);
  problem = problem_new (row->tables * row->places, row->tables, row->rounds, row->places);
  for (int r = 0; r < row->rounds && row->kind == UNEVEN; r++)
    {
      problem->places[r * row->tables]++;
      problem->places[r * row->tables + 1]--;
    }
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

/* When to stop, and when that was asked for. */
typedef struct {
  double after;
  double asked, busy;
  int    stop;
} Stop;

static gpointer
stop_thread (gpointer data)
{
  Stop *self = data;

  g_usleep (self->after * G_USEC_PER_SEC);
  self->asked = seconds_of (CLOCK_MONOTONIC);
  self->busy = seconds_of (CLOCK_PROCESS_CPUTIME_ID);
  g_atomic_int_set (&self->stop, 1);
  return NULL;
}

/* How long the solver goes on after it is asked to stop, at many moments from the first on. */
static void
measure_stops (const Row *row, int threads)
{
  g_autoptr (RtProblem) problem = build (row);
  double most = 0, most_busy = 0, sum = 0;
  int n = 0;

  for (double after = 0.001; after < 3; after *= 1.3)
    {
      RtSolverOptions options = { .seed = 1, .seconds = 60, .threads = threads };
      Stop stop = { .after = after };
      GThread *thread = g_thread_new ("stop", stop_thread, &stop);
      RtSolution *solution = rt_solver_run (problem, &options, NULL, NULL, &stop.stop);
      double end = seconds_of (CLOCK_MONOTONIC), busy = seconds_of (CLOCK_PROCESS_CPUTIME_ID);

      g_thread_join (thread);
      rt_solution_free (solution);
      if (end < stop.asked)
        continue;
      n++;
      sum += end - stop.asked;
      most = MAX (most, end - stop.asked);
      most_busy = MAX (most_busy, busy - stop.busy);
    }
  g_print ("%-28s | %d: stopped %d times, mean %.1f ms, most %.1f ms, of processor %.1f ms\n",
           row->name, threads, n, sum / MAX (n, 1) * 1e3, most * 1e3, most_busy * 1e3);
}

/* What several chains of the largest plan take at once. In a process of its own. */
static void
measure_memory (const Row *row, int threads)
{
  g_autoptr (RtProblem) problem = build (row);
  RtSolverOptions options = { .seed = 1, .seconds = 60, .threads = threads };
  RtBounds *bounds = rt_bounds_new (problem);
  RtTeam team = { .problem = problem, .bounds = bounds, .options = &options };
  RtEpoch first, second;
  struct rusage usage;

  rt_team_begin (&team);
  first = rt_team_run_epoch (&team, 0, 1, 1000, 0, NULL);
  second = rt_team_run_epoch (&team, 1, RT_CHAINS, 100000, 0, first.best);
  getrusage (RUSAGE_SELF, &usage);
  g_print ("%-28s | %d: peak %ld MB\n", row->name, threads, usage.ru_maxrss / 1024);
  rt_found_free (first.best);
  rt_found_free (second.best);
  rt_bounds_free (bounds);
}

static void
measure_memory_apart (const Row *row, int threads)
{
  pid_t child = fork ();

  if (child == 0)
    {
      measure_memory (row, threads);
      exit (0);
    }
  waitpid (child, NULL, 0);
}

int
main (int argc, char *argv[])
{
  double seconds = argc > 1 ? g_ascii_strtod (argv[1], NULL) : 3;

  setvbuf (stdout, NULL, _IOLBF, 0);
  for (int threads = 1; threads <= 8; threads *= 2)
    measure_memory_apart (&large[G_N_ELEMENTS (large) - 1], threads);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    measure_rates (&rows[i], seconds);
  for (gsize i = 0; i < G_N_ELEMENTS (large); i++)
    for (int threads = 1; threads <= 2; threads++)
      measure_stops (&large[i], threads);
  return 0;
}
