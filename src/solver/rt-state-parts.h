/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-state.h"

/* What the files of RtState share. */

/* Made from the problem, in this order. */
void    rt_state_init_chairs     (RtState *self);
void    rt_state_init_people     (RtState *self);
void    rt_state_init_terms      (RtState *self);
void    rt_state_init_columns    (RtState *self);
void    rt_state_init_friends    (RtState *self);
void    rt_state_init_tongues    (RtState *self);
void    rt_state_init_suspects   (RtState *self);
void    rt_state_init_lanes      (RtState *self);
void    rt_state_init_places     (RtState *self);

/* One more or less of a value at a table, all that a person counts there, and two who change. */
void    rt_state_count_one       (RtState *self, int c, int r, int value, int t, int step);
void    rt_state_count           (RtState *self, int r, int person, int t, int step);
void    rt_state_count_swap      (RtState *self, const RtSwap *swap);

/* What is as even as can be, anew: for one value, after a swap, after somebody moved. */
void    rt_state_level_value     (RtState *self, int c, int r, int value);
void    rt_state_level_swap      (RtState *self, const RtSwap *swap);
void    rt_state_level_move      (RtState *self, int r, int person, int from, int to);

/* Who is heard at a table, anew. */
void    rt_state_listen          (RtState *self, int r, int t);

/* Puts a guest on the first empty chair of a table, or nowhere. */
void    rt_state_sit             (RtState *self, int r, int person, int t);

/* What a table of so many guests has too many or too few. */
int64_t rt_state_capacity        (const RtState *self, int r, int t, int size);

static inline RtValue *
rt_state_row (const RtState *self, int person)
{
  return self->rows + (size_t) person * (size_t) self->stride;
}

static inline bool
rt_state_slip_wrong (const RtState *self, int r, int person, int table)
{
  const RtProblem *problem = self->problem;

  return problem->issued != NULL && self->has_slip[person] && !problem->frozen[r]
         && problem->issued[r * self->n_people + person] != table;
}

static inline bool
rt_state_needs_step_free (const RtState *self, int person)
{
  return self->problem->needs_step_free != NULL && self->problem->needs_step_free[person];
}
