/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-chain.h"

#include "rt-memory.h"
#include "rt-ties.h"

#include <assert.h>
#include <string.h>

/* Moves of the first epoch for each seat; each epoch makes half as many more as the one before. */
#define MOVES_PER_SEAT 400
#define LEAST_MOVES    100000

/* Rules that only `may` be kept are worked on, once all else is proven, for as long as that still
 * helps. */
#define MAY_MOVES_PER_SEAT 40
#define LEAST_MAY_MOVES    20000
#define MOST_MAY_TRIES     24

/* A first look tells whether a plan is easy, before anything is constructed. */
#define LOOK_PER_SEAT 12
#define LEAST_LOOK    40000

/* How often units are seated as a whole, before people move one by one. */
#define UNIT_ATTEMPTS 6

/* Seatings that are equal in every rule are told apart for a small part of the time. */
#define LEAST_TIES    4000
#define MOVES_PER_TIE 32

#define CANDIDATES 32

/* Metropolis temperatures of the scan in parts of the weight of the rule that is worked on: chains
 * differ, and each changes from epoch to epoch. */
static const double heats[] = { 0.1, 0.22, 0.14, 0.3 };
#define LEAST_HEAT heats[0]

/* Where annealing begins, likewise. */
#define HOT 0.44

void
rt_found_free (RtFound *found)
{
  if (found == NULL)
    return;
  free (found->tables);
  rt_score_free (found->score);
  free (found);
}

/* So many for each seat, but not fewer than @least. */
static uint64_t
for_seats (const RtProblem *problem, uint64_t moves, uint64_t least)
{
  moves *= (uint64_t) problem->n_people * (uint64_t) problem->n_rounds;
  return moves > least ? moves : least;
}

uint64_t
rt_chain_moves (const RtProblem *problem, int epoch)
{
  uint64_t moves = for_seats (problem, MOVES_PER_SEAT, LEAST_MOVES);

  for (int i = 0; i < epoch; i++)
    moves += moves / 2;
  return moves;
}

static bool
is_done (const RtSearch *search, RtLevel level)
{
  return search->stopped
         || (search->best_unseated <= search->bounds->unseated
             && search->best_capacity <= search->bounds->capacity
             && rt_search_open (search, level) < 0);
}

/* Where annealing for the first rule that is not at its bound begins. */
static double
temperature (const RtSearch *search, RtLevel level)
{
  int open = rt_search_open (search, level);

  return HOT * (double) (open < 0 ? 1 : rt_search_weight (search, open));
}

/* A look at how far the search gets, before anything is constructed. */
static void
look (RtSearch *search)
{
  rt_search_scan (search, for_seats (search->state->problem, LOOK_PER_SEAT, LEAST_LOOK), CANDIDATES,
                  LEAST_HEAT, RT_LEVEL_SHOULD);
}

/* Whether repeats are what the search cannot bring to their bound, and a construction might. */
static bool
needs_design (const RtSearch *search)
{
  const RtProblem *problem = search->state->problem;
  int open = rt_search_open (search, RT_LEVEL_SHOULD);

  for (int i = 0; open >= 0 && i < problem->n_terms; i++)
    if (problem->terms[i].kind == RT_TERM_REPEATS && problem->terms[i].level < RT_LEVEL_MAY
        && search->best_values[i] > search->bounds->terms[i])
      return true;
  return false;
}

/* One rule after the other from the best seating on, each without giving up anything of those
 * before it. */
static void
polish (RtSearch *search, uint64_t moves)
{
  rt_search_weigh (search, true);
  rt_search_return (search);
  rt_search_scan (search, moves, CANDIDATES, LEAST_HEAT, RT_LEVEL_SHOULD);
  rt_search_return (search);
  rt_search_scan (search, moves / 2, CANDIDATES, LEAST_HEAT, RT_LEVEL_MAY);
  rt_search_weigh (search, false);
}

/* Scans, anneals and polishes, until done. */
static void
improve (RtSearch *search, uint64_t moves, double heat)
{
  rt_search_scan (search, moves, CANDIDATES, heat, RT_LEVEL_SHOULD);
  if (!is_done (search, RT_LEVEL_SHOULD))
    rt_search_anneal (search, moves, temperature (search, RT_LEVEL_SHOULD), RT_LEVEL_SHOULD);
  if (!is_done (search, RT_LEVEL_SHOULD))
    polish (search, moves / 4);
}

static void
improve_may (RtSearch *search)
{
  uint64_t moves = for_seats (search->state->problem, MAY_MOVES_PER_SEAT, LEAST_MAY_MOVES);
  bool helps = true;

  rt_search_weigh (search, true);
  for (int i = 0; i < MOST_MAY_TRIES && helps && !is_done (search, RT_LEVEL_MAY); i++)
    {
      uint64_t before = search->best_moves;

      rt_search_return (search);
      rt_search_scan (search, moves, CANDIDATES, LEAST_HEAT, RT_LEVEL_MAY);
      helps = search->best_moves > before;
    }
}

/* Other numbers for each chain and epoch. */
static uint64_t
mix_seed (uint64_t seed, int chain, int epoch)
{
  seed = rt_random_split (&seed) + (uint64_t) chain;
  seed = rt_random_split (&seed) + (uint64_t) epoch;
  return rt_random_split (&seed);
}

/* Most chains go on from the best seating; a quarter begin somewhere else. */
static void
begin (RtSearch *search, uint64_t seed, int chain, const RtFound *best)
{
  rt_search_begin (search, seed, best != NULL ? best->tables : NULL);
  if (best == NULL)
    rt_search_restart (search, true);
  else if (chain % 4 == 3)
    rt_search_restart (search, false);
  else
    search->constructed = best->constructed;
}

/* Whole groups first, where most people are in one. False if there are too few. */
static bool
seat_units (RtSearch *search)
{
  RtUnits *units = rt_units_new (search->state->problem);
  bool applies = units != NULL;

  for (int i = 0; i < UNIT_ATTEMPTS && applies && !is_done (search, RT_LEVEL_SHOULD); i++)
    if (rt_search_seat_units (search, units))
      break;
  rt_units_free (units);
  if (applies)
    rt_search_return (search);
  return applies;
}

bool
rt_chain_walk (RtSearch *search, uint64_t seed, int chain, int epoch, uint64_t moves,
               const RtFound *best)
{
  bool units;

  begin (search, mix_seed (seed, chain, epoch), chain, best);
  units = (epoch == 0 || chain % 4 == 3) && seat_units (search);
  if (epoch == 0 && !is_done (search, RT_LEVEL_SHOULD))
    look (search);
  if (epoch == 0 && !units && !is_done (search, RT_LEVEL_SHOULD) && needs_design (search))
    rt_search_construct (search);
  if (!is_done (search, RT_LEVEL_SHOULD))
    improve (search, moves, heats[(chain + epoch) % 4]);
  return !search->stopped && is_done (search, RT_LEVEL_SHOULD);
}

/* The best seating, and what it comes to. */
static RtFound *
take_found (RtSearch *search)
{
  RtFound *found = RT_NEW (RtFound, 1);
  const RtProblem *problem = search->state->problem;
  size_t n = (size_t) (problem->n_rounds * problem->n_people);

  rt_search_settle (search);
  found->tables = RT_NEW (int32_t, n);
  memcpy (found->tables, search->best, n * sizeof *found->tables);
  found->score = rt_score_new (problem, found->tables);
  found->constructed = search->constructed;
  for (int i = 0; i < problem->n_terms; i++)
    assert (found->score->terms[i] == search->best_values[i]);
  return found;
}

RtFound *
rt_chain_end (RtSearch *search, bool proven)
{
  RtFound *found;

  if (proven)
    improve_may (search);
  found = take_found (search);
  if (!search->stopped && rt_ties_are_open (search->state->problem, found->tables, found->score))
    {
      rt_found_free (found);
      rt_ties_mend (search, LEAST_TIES + search->moves / MOVES_PER_TIE);
      found = take_found (search);
    }
  return found;
}
