/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* How many golfers play without meeting twice: bench-golfers sgp_best_known.csv [MOST_GROUPS
   [SEEDS]] solves every cell of the table at the most rounds that are known, ten seconds each, and
   says which it misses. */

#include "problems.h"
#include "rt-solver.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SECONDS    10
#define MOST_SEEDS 25

typedef struct {
  int groups, size, rounds;
  int most_groups, n_seeds;
  int n_cells, n_missed; /* of the whole table */
  double slowest;
} Bench;

/* Processor time: other programs on the machine do not count. */
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

static void
measure (Bench *self)
{
  int n = self->groups * self->size, missed = 0;
  g_autoptr (RtProblem) problem = problem_new (n, self->groups, self->rounds, self->size);
  g_autoptr (GString) repeats = g_string_new (NULL);
  double times[MOST_SEEDS];

  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  for (int seed = 0; seed < self->n_seeds; seed++)
    {
      RtSolverOptions options = { .seed = seed + 1, .seconds = SECONDS, .threads = 1 };
      double began = now ();
      RtSolution *solution = rt_solver_run (problem, &options, NULL, NULL, NULL);

      times[seed] = now () - began;
      missed += solution->score.terms[0] > 0;
      g_string_append_printf (repeats, " %d", (int) solution->score.terms[0]);
      rt_solution_free (solution);
    }
  qsort (times, self->n_seeds, sizeof *times, compare_seconds);
  self->n_cells++;
  self->n_missed += missed > 0;
  self->slowest = MAX (self->slowest, times[self->n_seeds / 2]);
  g_print ("%2d-%d-%-2d  median %8.2f ms, most %8.2f ms%s%s\n", self->groups, self->size,
           self->rounds, times[self->n_seeds / 2] * 1e3, times[self->n_seeds - 1] * 1e3,
           missed > 0 ? "  missed, repeats:" : "", missed > 0 ? repeats->str : "");
}

/* The table begins with groups, size, rounds; more rounds than a plan can have are left out. */
static void
measure_line (Bench *self, const char *line)
{
  if (sscanf (line, "%d,%d,%d", &self->groups, &self->size, &self->rounds) == 3
      && self->groups <= self->most_groups && self->rounds <= RT_MAX_ROUNDS)
    measure (self);
}

int
main (int argc, char *argv[])
{
  Bench self
      = { .most_groups = argc > 2 ? atoi (argv[2]) : 10, .n_seeds = argc > 3 ? atoi (argv[3]) : 5 };
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (argc < 2 || self.n_seeds < 1 || self.n_seeds > MOST_SEEDS
      || !g_file_get_contents (argv[1], &text, NULL, NULL))
    return 2;
  lines = g_strsplit (text, "\n", 0);
  for (int i = 0; lines[i] != NULL; i++)
    measure_line (&self, lines[i]);
  g_print ("%d cells, %d missed; the slowest median is %.2f ms\n", self.n_cells, self.n_missed,
           self.slowest * 1e3);
  return self.n_missed > 0;
}
