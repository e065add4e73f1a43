/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-search.h"
#include "rt-solver.h"

/*
 * RtChain: a line of search. There are always as many, whether they run one after the other or side
 * by side, and what one does in an epoch follows from the problem, the seed, its number, the epoch
 * and the best seating at the beginning of the epoch. So the answer does not depend on threads.
 */
#define RT_CHAINS 8

/* A seating, and what it comes to. */
typedef struct {
  int32_t *tables;      /* [n_rounds * n_people] */
  RtScore *score;
  bool     constructed; /* it comes from a construction */
} RtFound;

void     rt_found_free  (RtFound *found);

/* How long an epoch is by rights: for each seat 400 swaps in the first, and half as many more in
 * each that follows. */
uint64_t rt_chain_moves (const RtProblem *problem, int epoch);

/*
 * Runs one epoch of chain @chain in @search, which is begun anew for it, from @best (NULL in the
 * first epoch, which starts where the problem says). Returns whether nothing down to `should` is
 * above its bound. Looks at up to two and a half times @moves swaps, and some more in the first
 * epoch.
 *
 * Ends early when the poll of @search says so. A search serves one thread at a time; chains in
 * different searches may run at once.
 */
bool     rt_chain_walk  (RtSearch *search, uint64_t seed, int chain, int epoch, uint64_t moves,
                         const RtFound *best);

/*
 * After rt_chain_walk(), with what it returned: works on what only `may` be kept if all else is
 * @proven, and for a small part of the time on what tells equal seatings apart. Returns the best
 * seating the chain came to, which is no worse than where it began; to be freed with
 * rt_found_free().
 */
RtFound *rt_chain_end   (RtSearch *search, bool proven);
