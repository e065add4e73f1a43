/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-solver.h"

#include "rt-memory.h"
#include "rt-search.h"

#include <assert.h>
#include <string.h>
#include <time.h>

/* Progress is told this often, in seconds. */
#define TELL_EVERY 0.1

/* Moves of the first cycle for each seat; each cycle makes half as many more as the one before. */
#define MOVES_PER_SEAT 400
#define LEAST_MOVES    100000

/* Rules that only `may` be kept are worked on, once all else is proven, for as long as that still
 * helps. */
#define MAY_MOVES_PER_SEAT 120
#define LEAST_MAY_MOVES    20000
#define MOST_MAY_TRIES     8

/* A first look tells whether a plan is easy, before anything is constructed. */
#define LOOK_PER_SEAT 12
#define LEAST_LOOK    40000

#define CANDIDATES 32

/* Metropolis temperatures of the scan in parts of the weight of the rule that is worked on, cycle
 * by cycle. */
static const double heats[] = { 0.1, 0.22, 0.14, 0.3 };
#define LEAST_HEAT heats[0]

/* Where annealing begins, likewise. */
#define HOT 0.44

typedef struct {
  const RtProblem       *problem;
  const RtSolverOptions *options;
  RtProgressFunc         progress;
  void                  *data;
  const int             *stop;
  RtBounds              *bounds;
  RtSearch              *search;
  double                 began, told, improved;
  uint64_t               improved_moves;
} Run;

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec + 1e-9 * (double) time.tv_nsec;
}

/* Tells how far the search is; false if the listener wants it to end. */
static bool
tell (Run *self, double seconds)
{
  RtScore *score;
  RtProgress progress;
  bool goes_on;

  rt_search_settle (self->search);
  score = rt_score_new (self->problem, self->search->best);
  progress = (RtProgress) {
    .seconds = seconds,
    .moves = self->search->moves,
    .last_improved = self->improved,
    .tables = self->search->best,
    .score = score,
  };
  goes_on = self->progress (&progress, self->data);
  rt_score_free (score);
  self->told = now () - self->began;
  return goes_on;
}

static bool
poll_cb (void *data)
{
  Run *self = data;
  double seconds = now () - self->began;

  if (self->search->best_moves > self->improved_moves)
    {
      self->improved_moves = self->search->best_moves;
      self->improved = seconds;
    }
  if (seconds >= self->options->seconds
      || (self->stop != NULL && __atomic_load_n (self->stop, __ATOMIC_RELAXED) != 0))
    return false;
  if (self->progress != NULL && seconds - self->told >= TELL_EVERY)
    return tell (self, seconds);
  return true;
}

static bool
is_done (const Run *self, RtLevel level)
{
  return self->search->stopped
         || (self->search->best_unseated <= self->bounds->unseated
             && self->search->best_capacity <= self->bounds->capacity
             && rt_search_open (self->search, level) < 0);
}

/* Where annealing for the first rule that is not at its bound begins. */
static double
temperature (const Run *self, RtLevel level)
{
  int open = rt_search_open (self->search, level);

  return HOT * (double) (open < 0 ? 1 : rt_search_weight (self->search, open));
}

/* One rule after the other from the best seating on, each without giving up anything of those
 * before it. */
static void
polish (Run *self, uint64_t moves)
{
  rt_search_weigh (self->search, true);
  rt_search_return (self->search);
  rt_search_scan (self->search, moves, CANDIDATES, LEAST_HEAT, RT_LEVEL_SHOULD);
  rt_search_return (self->search);
  rt_search_scan (self->search, moves / 2, CANDIDATES, LEAST_HEAT, RT_LEVEL_MAY);
  rt_search_weigh (self->search, false);
}

/* Whether repeats are what the search cannot bring to their bound, and a construction might. */
static bool
needs_design (const Run *self)
{
  int open = rt_search_open (self->search, RT_LEVEL_SHOULD);

  for (int i = 0; open >= 0 && i < self->problem->n_terms; i++)
    if (self->problem->terms[i].kind == RT_TERM_REPEATS
        && self->problem->terms[i].level < RT_LEVEL_MAY
        && self->search->best_values[i] > self->bounds->terms[i])
      return true;
  return false;
}

/* A look at how far the search gets, before anything is constructed. */
static void
look (Run *self, uint64_t seats)
{
  uint64_t moves = seats * LOOK_PER_SEAT > LEAST_LOOK ? seats * LOOK_PER_SEAT : LEAST_LOOK;

  rt_search_scan (self->search, moves, CANDIDATES, LEAST_HEAT, RT_LEVEL_SHOULD);
}

static void
improve_may (Run *self, uint64_t seats)
{
  uint64_t moves
      = seats * MAY_MOVES_PER_SEAT > LEAST_MAY_MOVES ? seats * MAY_MOVES_PER_SEAT : LEAST_MAY_MOVES;
  bool helps = true;

  rt_search_weigh (self->search, true);
  for (int i = 0; i < MOST_MAY_TRIES && helps && !is_done (self, RT_LEVEL_MAY); i++)
    {
      uint64_t before = self->search->best_moves;

      rt_search_return (self->search);
      rt_search_scan (self->search, moves, CANDIDATES, LEAST_HEAT, RT_LEVEL_MAY);
      helps = self->search->best_moves > before;
    }
}

static void
improve (Run *self)
{
  uint64_t seats = (uint64_t) self->problem->n_people * (uint64_t) self->problem->n_rounds;
  uint64_t moves = seats * MOVES_PER_SEAT > LEAST_MOVES ? seats * MOVES_PER_SEAT : LEAST_MOVES;

  look (self, seats);
  for (int cycle = 0; !is_done (self, RT_LEVEL_SHOULD); cycle++, moves += moves / 2)
    {
      if (cycle == 0 && needs_design (self))
        rt_search_construct (self->search);
      rt_search_scan (self->search, moves, CANDIDATES, heats[cycle % 4], RT_LEVEL_SHOULD);
      if (is_done (self, RT_LEVEL_SHOULD))
        break;
      rt_search_anneal (self->search, moves, temperature (self, RT_LEVEL_SHOULD), RT_LEVEL_SHOULD);
      if (is_done (self, RT_LEVEL_SHOULD))
        break;
      polish (self, moves / 4);
      if (cycle % 3 == 2)
        rt_search_restart (self->search, false);
    }
  improve_may (self, seats);
}

static bool
stands (const RtSolution *solution, const RtProblem *problem, bool musts_only)
{
  if (solution->score.unseated > 0 || solution->score.capacity > 0)
    return false;
  for (int i = 0; i < problem->n_terms; i++)
    {
      int64_t found = solution->score.terms[i];

      if (problem->terms[i].level == RT_LEVEL_MUST && found > 0)
        return false;
      if (problem->terms[i].level == RT_LEVEL_SHOULD && found > solution->bounds->terms[i]
          && !musts_only)
        return false;
    }
  return true;
}

static RtSolution *
finish (Run *self)
{
  RtSolution *solution = RT_NEW (RtSolution, 1);
  size_t n = (size_t) (self->problem->n_rounds * self->problem->n_people);
  RtScore *score;

  rt_search_settle (self->search);
  score = rt_score_new (self->problem, self->search->best);
  for (int i = 0; i < self->problem->n_terms; i++)
    assert (score->terms[i] == self->search->best_values[i]);
  solution->tables = RT_NEW (int32_t, n);
  memcpy (solution->tables, self->search->best, n * sizeof *solution->tables);
  solution->score = *score;
  free (score);
  solution->bounds = self->bounds;
  solution->kept = stands (solution, self->problem, true);
  solution->proven = stands (solution, self->problem, false);
  solution->moves = self->search->moves;
  solution->seconds = now () - self->began;
  return solution;
}

/**
 * rt_solver_run:
 * @problem: a sound problem
 * @options: seed, budget
 * @progress: (nullable): told how far it is
 * @data: for @progress
 * @stop: (nullable): ends the search once it is not 0
 *
 * Returns: (transfer full): the best seating found, to be freed with rt_solution_free()
 */
RtSolution *
rt_solver_run (const RtProblem *problem, const RtSolverOptions *options,
               RtProgressFunc progress, void *data, const int *stop)
{
  Run self = { problem, options, progress, data, stop, .began = now () };
  RtSolution *solution;

  assert (rt_problem_check (problem) == NULL);
  self.bounds = rt_bounds_new (problem);
  self.search = rt_search_new (problem, self.bounds, options->seed);
  self.search->poll = poll_cb;
  self.search->poll_data = &self;
  rt_search_restart (self.search, true);
  improve (&self);
  solution = finish (&self);
  rt_search_free (self.search);
  return solution;
}

/** rt_solution_free: Frees @solution, which may be NULL */
void
rt_solution_free (RtSolution *solution)
{
  if (solution == NULL)
    return;
  free (solution->tables);
  free (solution->score.terms);
  rt_bounds_free (solution->bounds);
  free (solution);
}
