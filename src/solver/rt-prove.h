/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-problem.h"

/*
 * Whether every `must` of a problem can be kept, with nobody unseated and no table above its
 * places.
 */
typedef enum {
  RT_ANSWER_UNKNOWN,    /* neither a seating nor a proof is at hand */
  RT_ANSWER_POSSIBLE,   /* there is a seating */
  RT_ANSWER_IMPOSSIBLE, /* there is a proof that there is none */
} RtAnswer;

/*
 * Looks for a proof: a bound above 0, a round that cannot be filled, or, where there are few
 * seatings, all of them. Cost: three times the bounds, and a fixed number of steps.
 */
RtAnswer rt_prove_musts (const RtProblem *problem);

/*
 * Looks for a seating: at most @moves swaps, the same with the same @seed. @tables (nullable)
 * [n_rounds * n_people] takes the best one. @stop may be NULL, or is polled and ends the search
 * once it is not 0.
 */
RtAnswer rt_try_musts   (const RtProblem *problem, uint64_t moves, uint64_t seed, const int *stop,
                         int32_t *tables);

/*
 * Whether no seating of one round keeps the rules about certain people and head counts there. For
 * rt-prove.
 */
bool     rt_prove_round (const RtProblem *problem, int round);
