/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-search-parts.h"

#include "rt-design.h"
#include "rt-memory.h"
#include "rt-start.h"

#include <string.h>

#define STRICT_BITS 36
#define STRICT_STEP 6

/** rt_search_new: @problem and @bounds, which it borrows, outlive it. Freed by rt_search_free() */
RtSearch *
rt_search_new (const RtProblem *problem, const RtBounds *bounds, uint64_t seed)
{
  RtSearch *self = RT_NEW (RtSearch, 1);

  self->state = rt_state_new (problem);
  self->scan = rt_scan_new (self->state, NULL);
  self->bounds = bounds;
  self->best = RT_NEW (int32_t, problem->n_rounds * problem->n_people);
  self->best_values = RT_NEW (int64_t, problem->n_terms);
  self->best_sums = RT_NEW (int64_t, self->state->n_groups);
  rt_search_begin (self, seed, NULL);
  return self;
}

void
rt_search_free (RtSearch *self)
{
  rt_scan_free (self->scan);
  rt_state_free (self->state);
  free (self->best);
  free (self->best_values);
  free (self->best_sums);
  free (self);
}

/* Whether the state is better than the best, in the strict order. */
static bool
is_better (const RtSearch *self)
{
  const RtState *state = self->state;

  if (state->unseated != self->best_unseated)
    return state->unseated < self->best_unseated;
  if (state->capacity != self->best_capacity)
    return state->capacity < self->best_capacity;
  for (int g = 0; g < state->n_groups; g++)
    {
      if (state->group_sum[g] == 0 && self->best_sums[g] == 0)
        continue;
      for (int i = state->group_first[g]; i < state->group_first[g + 1]; i++)
        {
          int k = state->order[i];

          if (state->terms[k].value != self->best_values[k])
            return state->terms[k].value < self->best_values[k];
        }
    }
  return false;
}

void
rt_search_note (RtSearch *self)
{
  const RtState *state = self->state;

  if (!is_better (self))
    return;
  self->ahead = true;
  self->best_moves = self->moves;
  self->best_unseated = state->unseated;
  self->best_capacity = state->capacity;
  for (int i = 0; i < state->n_terms; i++)
    self->best_values[i] = state->terms[i].value;
  memcpy (self->best_sums, state->group_sum, sizeof (int64_t) * (size_t) state->n_groups);
}

void
rt_search_settle (RtSearch *self)
{
  size_t n = (size_t) (self->state->n_rounds * self->state->n_people);

  if (self->ahead)
    memcpy (self->best, self->state->tables, sizeof (int32_t) * n);
  self->ahead = false;
}

/* The order in which people are looked at, as it follows from the seed alone. */
static void
shuffle_movers (RtSearch *self)
{
  RtState *state = self->state;

  for (int r = 0; r < state->n_rounds; r++)
    {
      int *movers = state->movers + r * state->n_people, n = 0;

      for (int p = 0; p < state->n_people; p++)
        if (rt_state_moves (state, r, p))
          movers[n++] = p;
      rt_random_shuffle (&self->random, movers, n);
    }
}

void
rt_search_begin (RtSearch *self, uint64_t seed, const int32_t *tables)
{
  rt_random_init (&self->random, seed);
  shuffle_movers (self);
  memset (self->next_mover, 0, sizeof self->next_mover);
  self->best_unseated = INT64_MAX;
  self->best_moves = self->moves = self->next_poll = 0;
  self->ahead = self->constructed = self->stopped = false;
  rt_search_weigh (self, false);
  if (tables == NULL)
    return;
  rt_state_load (self->state, tables);
  rt_search_note (self);
  rt_search_settle (self);
}

void
rt_search_restart (RtSearch *self, bool warm)
{
  rt_search_settle (self);
  rt_start_fill (self->state, &self->random, warm);
  self->constructed = false;
  rt_search_note (self);
}

static bool
goes_on_cb (void *data)
{
  RtSearch *self = data;

  if (self->poll != NULL && !self->poll (self->poll_data))
    self->stopped = true;
  return !self->stopped;
}

bool
rt_search_construct (RtSearch *self)
{
  const RtState *state = self->state;
  RT_AUTOFREE int32_t *tables = RT_NEW (int32_t, state->n_rounds * state->n_people);

  rt_search_settle (self);
  if (!rt_design_fill (state->problem, &self->random, goes_on_cb, self, tables))
    return false;
  rt_state_load (self->state, tables);
  rt_search_note (self);
  self->constructed = true;
  return true;
}

bool
rt_search_seat_units (RtSearch *self, RtUnits *units)
{
  const RtState *state = self->state;
  bool perfect;
  RT_AUTOFREE int32_t *tables = RT_NEW (int32_t, state->n_rounds * state->n_people);

  rt_search_settle (self);
  perfect = rt_units_seat (units, &self->random, goes_on_cb, self, tables);
  rt_state_load (self->state, tables);
  self->constructed = false;
  rt_search_note (self);
  return perfect;
}

void
rt_search_return (RtSearch *self)
{
  /* Also where the state is the best: the order of the chairs must not depend on when somebody
   * asked how far the search is. */
  rt_search_settle (self);
  rt_state_load (self->state, self->best);
}

bool
rt_search_is_open_group (const RtSearch *self, int g, const int64_t *sums, bool of_best)
{
  const RtState *state = self->state;

  if (sums[g] == 0)
    return false;
  for (int i = state->group_first[g]; i < state->group_first[g + 1]; i++)
    {
      int k = state->order[i];

      if ((of_best ? self->best_values[k] : state->terms[k].value) > self->bounds->terms[k])
        return true;
    }
  return false;
}

/** rt_search_group_level: Returns: the level of the terms of group @g, which share one */
RtLevel
rt_search_group_level (const RtState *state, int g)
{
  return state->terms[state->order[state->group_first[g]]].rule->level;
}

int
rt_search_open (const RtSearch *self, RtLevel level)
{
  for (int g = 0; g < self->state->n_groups && rt_search_group_level (self->state, g) <= level; g++)
    if (rt_search_is_open_group (self, g, self->best_sums, true))
      return g;
  return -1;
}

int64_t
rt_search_weight (const RtSearch *self, int group)
{
  int64_t weight = self->state->terms[self->state->order[self->state->group_first[group]]].weight;

  return self->strict || weight < RT_SOFT_SHOULD ? weight : RT_SOFT_SHOULD;
}

/* How many people of a table go on to each other table, where they spread out. */
static int
crowd (const RtState *state)
{
  int T = state->n_tables;

  return T < 2 ? 0 : state->n_people / (T * (T - 1));
}

void
rt_search_weigh (RtSearch *self, bool strict)
{
  RtState *state = self->state;
  int bits = STRICT_BITS, should = RT_SOFT_SHOULD;
  /* To part a couple in one round saves a repeat with each of the others, and to come back to a
   * table saves those with all who would go on from it together. */
  int must = RT_SOFT_SHOULD * (state->n_rounds + 3 + crowd (state));

  self->strict = strict;
  for (int g = 0; g < state->n_groups; g++)
    {
      RtLevel level = rt_search_group_level (state, g);

      if (level > RT_LEVEL_MUST || rt_search_is_open_group (self, g, self->best_sums, true))
        bits = bits > STRICT_STEP ? bits - STRICT_STEP : 0;
      for (int i = state->group_first[g]; i < state->group_first[g + 1]; i++)
        state->terms[state->order[i]].weight = strict ? INT64_C (1) << bits
                                               : level == RT_LEVEL_MUST ? must : should;
      if (level > RT_LEVEL_MUST)
        should = should > 2 ? should * 2 / 5 + (should < 4) : 1;
    }
}
