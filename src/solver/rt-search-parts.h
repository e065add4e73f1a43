/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-search.h"

/* What the files of RtSearch share. */

/* The soft weights: what is worth most must still be small enough to be given up now and then. */
#define RT_SOFT_SHOULD 12

static inline bool
rt_search_is_open_term (const RtSearch *self, const RtStateTerm *term)
{
  return term->value > self->bounds->terms[term - self->state->terms];
}

/* Whether a group of terms with these sums has one above its bound, in the best seating or now. */
bool    rt_search_is_open_group  (const RtSearch *self, int group, const int64_t *sums,
                                  bool of_best);
RtLevel rt_search_group_level    (const RtState *state, int group);

/* Remembers the seating now if it is the best. */
void    rt_search_note           (RtSearch *self);

/* Metropolis: what costs more is accepted the more rarely the colder it is. */
bool    rt_search_accepts        (RtSearch *self, int64_t delta, double temperature);

/* Brings a swap about, and remembers the best seating. */
void    rt_search_apply          (RtSearch *self, const RtSwap *swap);

/* A chair of @round at random, for @person. False if they cannot have it. */
bool    rt_search_random_chair   (RtSearch *self, int round, int person, RtSwap *swap);

/* The best of some swaps for @person, and what it costs. */
int64_t rt_search_best_swap      (RtSearch *self, int round, int person, int candidates,
                                  int64_t enough, RtSwap *best);

/* Moves that consist of several swaps, taken back where they are not accepted. */
bool    rt_search_moves_as_unit  (RtSearch *self, int round, int person);
bool    rt_search_try_unit       (RtSearch *self, int round, int person, int tries,
                                  double temperature);
bool    rt_search_try_rows       (RtSearch *self, int a, int b, double temperature);
