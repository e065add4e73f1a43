/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-problem.h"

/* Which argument gives the bound of a term: the words of the feasibility line follow from it. */
typedef enum {
  RT_REASON_NONE,        /* nothing better than 0 is known */
  RT_REASON_COUNTING,    /* more meetings (seats, members) than there are pairs (tables) */
  RT_REASON_ROUND_PAIRS, /* the people of a table go on to too few other tables */
  RT_REASON_LANGUAGE,    /* who speaks only one language can sit at few tables */
  RT_REASON_EARLIER,     /* meetings that have happened already */
  RT_REASON_VISITS,      /* more sittings than hosts (tables, themes) to sit with */
  RT_REASON_FIXED,       /* pins, rounds that are over, and people who lead */
} RtReason;

typedef struct {
  int64_t   capacity;
  int64_t   unseated;
  int64_t   hosts;    /* open tables with guests whose host is not there */
  int64_t  *terms;    /* [n_terms] lower bound of each term */
  RtReason *reasons;  /* [n_terms] */
  /*
   * For RT_REASON_ROUND_PAIRS, the sharpest pair of rounds, and the table concerned: its guests and
   * how many other tables they can go on to.
   */
  int       round_a, round_b, table, guests, onward;
  /*
   * Where a rule about languages cannot be kept, the round and language that lack most: tables that
   * must be mixed and have nobody who stays and speaks for the others, and people who are free to.
   */
  int       mixed, interpreters;
  int       rounds_to_meet_all; /* fewest rounds in which everybody could meet everybody, by
                                   counting */
} RtBounds;

/*
 * A proven lower bound for every measure: a theorem over all seatings of the problem in which as
 * few as possible are unseated, nobody is above the places who is not pinned there and, for
 * `should` and `may`, every `must` is kept that is not itself shown to be broken; never an
 * estimate. Counting per person and pair, minimum-cost flow over the contingency table of each pair
 * of rounds, balanced counts per attribute. Cheap enough to run after each edit.
 */
RtBounds *rt_bounds_new       (const RtProblem *problem);

/*
 * The same, but asks now and then whether to go on: what is not proven by then stands at 0, or
 * lower than it could.
 */
RtBounds *rt_bounds_new_while (const RtProblem *problem, bool (*goes_on) (void *data), void *data);
void      rt_bounds_free      (RtBounds *bounds);
