/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The scan of all partners: how many swaps a second each kernel weighs, how far search alone gets
 * with it and without, and the whole solver, constructions too: bench-scan [FILTER [SECONDS]], the
 * median of five seeds. */

#include "problems.h"
#include "rt-memory.h"
#include "rt-search.h"
#include "rt-solver.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SEEDS 5

/* As for rt_search_scan(). */
#define HEAT 0.2

typedef struct
{
  const char *name;
  int guests, tables, rounds;
  gboolean rotation; /* nobody comes back to a table */
  gboolean mixed;    /* one in fifteen is away or pinned */
} Instance;

static const Instance instances[] = {
  { "20 x 8 x 8", 160, 20, 8, FALSE, FALSE },
  { "20 x 12 x 5", 240, 20, 5, FALSE, FALSE },
  { "30 x 10 x 8", 300, 30, 8, FALSE, FALSE },
  { "60 x 16 x 5", 960, 60, 5, FALSE, FALSE },
  { "100 x 10 x 6", 1000, 100, 6, FALSE, FALSE },
  { "400 x 10 x 6", 4000, 400, 6, FALSE, FALSE },
  { "golfers 8-4-8", 32, 8, 8, FALSE, FALSE },
  { "golfers 8-4-9", 32, 8, 9, FALSE, FALSE },
  { "golfers 9-4-9", 36, 9, 9, FALSE, FALSE },
  { "golfers 9-5-7", 45, 9, 7, FALSE, FALSE },
  { "golfers 10-4-10", 40, 10, 10, FALSE, FALSE },
  { "golfers 10-5-8", 50, 10, 8, FALSE, FALSE },
  { "golfers 10-6-7", 60, 10, 7, FALSE, FALSE },
  { "golfers 10-8-5", 80, 10, 5, FALSE, FALSE },
  { "golfers 10-9-5", 90, 10, 5, FALSE, FALSE },
  { "dense 20 x 14 x 6", 280, 20, 6, FALSE, FALSE },
  { "mixed 8 x 4 x 7", 32, 8, 7, FALSE, TRUE },
  { "mixed 10 x 6 x 6", 60, 10, 6, FALSE, TRUE },
  { "mixed 20 x 13 x 6", 260, 20, 6, FALSE, TRUE },
  { "67 over 9 tables", 67, 9, 6, FALSE, FALSE },
  { "110 over 14 tables", 110, 14, 8, FALSE, FALSE },
  { "110 over 14 tables, more", 110, 14, 10, FALSE, FALSE },
  { "carousel of 25 over 6", 25, 6, 6, TRUE, FALSE },
};

/* Processor time: other programs on the machine do not count. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec + 1e-9 * time.tv_nsec;
}

static RtProblem *
build (const Instance *instance)
{
  RtProblem *problem = problem_new (instance->guests, instance->tables, instance->rounds,
                                    (instance->guests + instance->tables - 1) / instance->tables);
  RtRandom random;

  rt_random_init (&random, 1);
  for (int i = 0; instance->mixed && i < instance->guests * instance->rounds; i += 15)
    if (rt_random_below (&random, 2) == 0)
      problem->presence[i] = RT_AWAY;
    else
      problem->fixed[i] = rt_random_below (&random, instance->tables);
  problem_add_term (problem, RT_TERM_EVEN, RT_LEVEL_MUST);
  if (instance->rotation)
    problem_add_term (problem, RT_TERM_RETURNS, RT_LEVEL_MUST)->of = RT_OF_TABLE;
  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  return problem;
}

/* Scans for people all over the room, with the draw among the best. */
static void
measure_kernels (const Instance *instance)
{
  g_autoptr (RtProblem) problem = build (instance);
  RtBounds *bounds = rt_bounds_new (problem);

  g_print ("%-24s", instance->name);
  for (int k = 0; rt_scan_kernels[k] != NULL; k++)
    {
      RtSearch *search = rt_search_new (problem, bounds, 1);
      RtScan *scan = rt_scan_new (search->state, rt_scan_kernels[k]);
      int n = problem->n_people, scans = 40000000 / n;
      double began;
      RtSwap swap;

      rt_search_restart (search, FALSE);
      if (rt_scan_kernels[k]->is_here () && scan != NULL && rt_scan_load (scan))
        {
          began = now ();
          for (int i = 0; i < scans; i++)
            rt_scan_best (scan, &search->random, i % problem->n_rounds, i % n, &swap);
          g_print (" %s %5.2f G/s ", rt_scan_kernels[k]->name,
                   1e-9 * scans * (double)n / (now () - began));
        }
      rt_scan_free (scan);
      rt_search_free (search);
    }
  rt_bounds_free (bounds);
  g_print ("\n");
}

static int
compare_seconds (const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return x < y ? -1 : x > y;
}

static bool
poll_cb (void *data)
{
  return now () < *(const double *) data;
}

/* Search alone, until it proves its seating or has spent @seconds. */
static void
measure_search (const Instance *instance, gboolean all, double seconds)
{
  g_autoptr (RtProblem) problem = build (instance);
  RtBounds *bounds = rt_bounds_new (problem);
  double times[SEEDS];
  g_autoptr (GString) found = g_string_new (NULL);

  for (int seed = 0; seed < SEEDS; seed++)
    {
      double began = now (), until = began + seconds;
      RtSearch *search = rt_search_new (problem, bounds, seed + 1);

      if (!all)
        g_clear_pointer (&search->scan, rt_scan_free);
      search->poll = poll_cb;
      search->poll_data = &until;
      rt_search_restart (search, FALSE);
      rt_search_scan (search, UINT64_MAX / 2, 32, HEAT, RT_LEVEL_SHOULD);
      times[seed] = now () - began;
      g_string_append_printf (found, " %" G_GINT64_FORMAT,
                              search->best_values[problem->n_terms - 1]);
      rt_search_free (search);
    }
  qsort (times, SEEDS, sizeof *times, compare_seconds);
  g_print ("%-24s %-12s median %9.3f ms, repeats%s\n", instance->name,
           all ? "all partners" : "sampled", times[SEEDS / 2] * 1e3, found->str);
  rt_bounds_free (bounds);
}

static void
measure_solver (const Instance *instance, double seconds)
{
  g_autoptr (RtProblem) problem = build (instance);
  double times[SEEDS];
  g_autoptr (GString) found = g_string_new (NULL);

  for (int seed = 0; seed < SEEDS; seed++)
    {
      RtSolverOptions options = { .seed = seed + 1, .seconds = seconds, .threads = 1 };
      double began = now ();
      RtSolution *solution = rt_solver_run (problem, &options, NULL, NULL, NULL);

      times[seed] = now () - began;
      g_string_append_printf (found, " %" G_GINT64_FORMAT,
                              solution->score.terms[problem->n_terms - 1]);
      rt_solution_free (solution);
    }
  qsort (times, SEEDS, sizeof *times, compare_seconds);
  g_print ("%-24s %-12s median %9.3f ms, repeats%s\n", instance->name, "whole solver",
           times[SEEDS / 2] * 1e3, found->str);
}

int
main (int argc, char *argv[])
{
  double seconds = argc > 2 ? g_ascii_strtod (argv[2], NULL) : 1;

  for (gsize i = 0; i < G_N_ELEMENTS (instances); i++)
    if (argc < 2 || strstr (instances[i].name, argv[1]) != NULL)
      {
        measure_kernels (&instances[i]);
        measure_search (&instances[i], FALSE, seconds);
        measure_search (&instances[i], TRUE, seconds);
        measure_solver (&instances[i], seconds);
      }
  return 0;
}
