/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-solver.h"

#include "rt-memory.h"
#include "rt-team.h"

#include <assert.h>

/*
 * What is left of a budget in moves for each chain of an epoch: no chain takes from another's, so
 * that none depends on which of them ran first. 0 = there is no such budget.
 */
static uint64_t
share (const RtSolverOptions *options, uint64_t spent, int n_chains)
{
  return options->moves == 0 ? 0 : (options->moves - spent) / (uint64_t) n_chains + 1;
}

/*
 * The strategy. What can be proven is proven first, so that the search knows when to stop. Then
 * one chain goes ahead: most plans are easy, and for them that is all. Where it does not get there,
 * more chains join it, epoch by epoch, and each epoch begins from the best seating so far.
 *
 * Epochs are counted in swaps, never by the clock, until a budget of time ends the last of them.
 */
static void
solve (RtTeam *team, RtSolution *solution)
{
  RtFound *best = NULL;
  bool ends = false;

  for (int i = 0; !ends && team->stopped == 0; i++)
    {
      int n_chains = i == 0 ? 1 : RT_CHAINS;
      RtEpoch epoch = rt_team_run_epoch (team, i, n_chains, rt_chain_moves (team->problem, i),
                                         share (team->options, solution->moves, n_chains), best);

      solution->moves += epoch.moves;
      ends = epoch.proven
             || (team->options->moves > 0 && solution->moves >= team->options->moves);
      if (best == NULL || rt_score_compare (team->problem, epoch.best->score, best->score) < 0)
        {
          rt_found_free (best);
          best = epoch.best;
        }
      else
        rt_found_free (epoch.best);
    }
  solution->tables = best->tables;
  solution->score = *best->score;
  free (best->score);
  free (best);
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

/* The time for what is proven first is not taken from the budget. */
static bool
goes_on_cb (void *data)
{
  return !rt_team_is_stopped (data);
}

/**
 * rt_solver_run:
 * @problem: a sound problem
 * @options: seed, budgets, threads
 * @progress: (nullable): told how far it is, by the calling thread
 * @data: for @progress
 * @stop: (nullable): ends the search once it is not 0
 *
 * Memory grows with the threads, of which no more than %RT_CHAINS are of use.
 *
 * Returns: (transfer full): the best seating found, to be freed with rt_solution_free()
 */
RtSolution *
rt_solver_run (const RtProblem *problem, const RtSolverOptions *options, RtProgressFunc progress,
               void *data, const int *stop)
{
  RtTeam team = { problem, NULL, options, progress, data, stop };
  RtSolution *solution = RT_NEW (RtSolution, 1);

  assert (rt_problem_check (problem) == NULL);
  rt_team_begin (&team);
  solution->bounds = rt_bounds_new_while (problem, goes_on_cb, &team);
  team.bounds = solution->bounds;
  solve (&team, solution);
  solution->kept = stands (solution, problem, true);
  solution->proven = stands (solution, problem, false);
  solution->seconds = rt_team_seconds (&team);
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
