/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-chain.h"

#include <pthread.h>

/*
 * RtTeam: the threads that run the chains of an epoch, and what tells them to end.
 *
 * What is in the first part is set before an epoch and only read while it runs; the second part is
 * changed by atomic operations, the third by the thread that called the solver alone.
 */
typedef struct {
  const RtProblem       *problem;
  const RtBounds        *bounds;
  const RtSolverOptions *options;
  RtProgressFunc         progress;
  void                  *data;
  const int             *stop;      /* set by somebody outside */
  double                 began;
  int                    epoch, n_chains;
  uint64_t               chain_moves; /* of the epoch, see rt_chain_walk() */
  uint64_t               most_moves;  /* each chain ends after so many; 0 = when it has done its
                                         own */
  const RtFound         *best;      /* where the epoch begins; NULL before the first */

  int                    next;      /* the first chain nobody has taken */
  int                    first_proven; /* the lowest chain that proved its seating; later ones may
                                          end */
  int                    stopped;   /* time is up, or somebody stopped the solver */
  uint64_t               moves;     /* of all chains, for those who watch */

  double                 told, improved;
  const RtFound         *known;     /* the best the calling thread knows of, but for where it is */
} RtTeam;

/*
 * What came of an epoch. If chains proved their seatings, the lowest of them counts, and what the
 * ones after it did is forgotten: on fewer threads they would not have begun. Else the best seating
 * does, and among equals that of the lowest chain.
 */
typedef struct {
  RtFound *best;
  bool     proven;
  uint64_t moves; /* of the chains that count */
} RtEpoch;

/* Starts the clock, and the seconds since. */
void    rt_team_begin     (RtTeam *self);
double  rt_team_seconds   (const RtTeam *self);

/* Whether somebody outside asked to stop. Any thread. */
bool    rt_team_is_stopped (const RtTeam *self);

/*
 * Runs @n_chains chains of @moves (at most @most, see RtTeam) from @best on, on at most as many
 * threads as the options say, of which the calling one is the first and the only one to tell about
 * progress. Each thread has a search of its own, made by itself and freed again: memory grows with
 * threads and not with chains.
 */
RtEpoch rt_team_run_epoch (RtTeam *self, int epoch, int n_chains, uint64_t moves,
                           uint64_t most, const RtFound *best);
