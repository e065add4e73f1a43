/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-bound.h"
#include "rt-random.h"
#include "rt-scan.h"
#include "rt-state.h"
#include "rt-units.h"

/*
 * RtSearch: local search from one seating to better ones, keeping the best.
 *
 * The rules are compared one after the other (must, should, may, in the order of the file), but a
 * search that never gives up anything of the first for the second stays where it is. So it walks by
 * a weighted sum, and remembers the best by the strict order.
 */
typedef struct {
  RtState        *state;
  const RtBounds *bounds;
  RtScan         *scan;          /* looks at all partners at once, or NULL where that does not
                                    fit */
  RtRandom        random;

  int32_t        *best;          /* [n_rounds * n_people] */
  int64_t        *best_values;   /* [n_terms] */
  int64_t        *best_sums;     /* [n_groups] */
  int64_t         best_capacity, best_unseated;
  bool ahead; /* the state is better than `best`, which is written when the state leaves it */
  uint64_t        best_moves;    /* when the best was found */

  int             next_mover[RT_MAX_ROUNDS]; /* where to look for the next conflict */
  bool            strict;        /* which weights */
  bool            constructed;   /* the state comes from a construction */
  uint64_t        moves;         /* swaps looked at */
  uint64_t        next_poll;
  bool          (*poll) (void *data); /* false ends the search */
  void           *poll_data;
  bool            stopped;
} RtSearch;

RtSearch *rt_search_new       (const RtProblem *problem, const RtBounds *bounds, uint64_t seed);
void      rt_search_free      (RtSearch *self);

/*
 * Forgets everything, as if just made with @seed, and takes over @tables, if there are any, as the
 * best. What follows depends on these two alone, so that one search can serve several chains.
 */
void      rt_search_begin     (RtSearch *self, uint64_t seed, const int32_t *tables);

/* Starts anew: from where the problem says (@warm), or from a random seating. */
void      rt_search_restart   (RtSearch *self, bool warm);

/* Starts from a constructed seating, if there is one. */
bool      rt_search_construct (RtSearch *self);

/* Starts from one more attempt to seat units as a whole; false if more of them may help. */
bool      rt_search_seat_units (RtSearch *self, RtUnits *units);

/* Back to the best seating. */
void      rt_search_return    (RtSearch *self);

/* Makes `best` the best seating found so far, wherever the state is. */
void      rt_search_settle    (RtSearch *self);

/*
 * Weights for the walk: each rule worth some of the next (soft), or more than all the next together
 * can change at once (strict).
 */
void      rt_search_weigh     (RtSearch *self, bool strict);

/*
 * Conflict scan: takes somebody who takes part in a fault of a rule that is not at its bound, looks
 * at @candidates swaps for them and takes the best, by Metropolis at a temperature of @heat times
 * the weight of the first such rule. Ends after @moves or when nothing is left to improve down to
 * @level.
 */
void rt_search_scan (RtSearch *self, uint64_t moves, int candidates, double heat, RtLevel level);

/* Random swaps while the temperature falls from @hot to a 56th of it: for plans in which repeats
 * are forced everywhere. */
void      rt_search_anneal    (RtSearch *self, uint64_t moves, double hot, RtLevel level);

/* The first group of terms down to @level with a term above its bound in the best seating, or -1.
 */
int       rt_search_open      (const RtSearch *self, RtLevel level);

/* The weight of a group's terms, to measure the temperature by: a must that is not kept is no
 * reason to give up all else. */
int64_t   rt_search_weight    (const RtSearch *self, int group);
