/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-measure-private.h"

G_BEGIN_DECLS

/* One rule and its bound, for the parts of rt-reason. */
typedef struct {
  RtPlan          *plan;
  const RtProblem *problem;
  const RtBounds  *bounds;
  const RtRule    *rule;
  const RtTerm    *term;
  int              index;
} RtReasoning;

static inline gboolean
rt_reasoning_acts (const RtReasoning *self, int r)
{
  return (self->term->rounds >> r & 1) && !self->problem->frozen[r];
}

static inline int
rt_reasoning_fixed_of (const RtReasoning *self, int r, int p)
{
  return self->problem->fixed[(gsize) r * self->problem->n_people + p];
}

static inline gboolean
rt_reasoning_attends (const RtReasoning *self, int r, int p)
{
  return self->problem->presence[(gsize) r * self->problem->n_people + p] != RT_AWAY;
}

static inline gboolean
rt_reasoning_is_guest (const RtReasoning *self, int r, int p)
{
  return self->problem->presence[(gsize) r * self->problem->n_people + p] == RT_GUEST;
}

static inline int
rt_reasoning_places_of (const RtReasoning *self, int r, int t)
{
  gsize at = (gsize) r * self->problem->n_tables + t;

  return self->problem->open[at] ? self->problem->places[at] : 0;
}

static inline char *
rt_reasoning_person_words (const RtReasoning *self, int p)
{
  return rt_person_dup_display (rt_plan_get_person (self->plan, p));
}

static inline char *
rt_reasoning_table_words (const RtReasoning *self, int t)
{
  return rt_table_dup_display (rt_plan_get_table (self->plan, t));
}

/* The fact behind the bound as the end of a sentence, or NULL. Rules about people of one kind:
   rt-reason-groups */
char *rt_reasoning_spread_words (const RtReasoning *self);
char *rt_reasoning_own_host_words (const RtReasoning *self);
char *rt_reasoning_count_words (const RtReasoning *self);

/* Rules about certain people and places: rt-reason-seats */
char *rt_reasoning_together_words (const RtReasoning *self);
char *rt_reasoning_apart_words (const RtReasoning *self);
char *rt_reasoning_visit_words (const RtReasoning *self);
char *rt_reasoning_even_words (const RtReasoning *self);
char *rt_reasoning_step_free_words (const RtReasoning *self);
char *rt_reasoning_returns_words (const RtReasoning *self);
char *rt_reasoning_wishes_words (const RtReasoning *self);
char *rt_reasoning_language_words (const RtReasoning *self);

G_END_DECLS
