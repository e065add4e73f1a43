/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-design-parts.h"

#include "rt-memory.h"

/**
 * rt_effort_init:
 * @seed: for everything that is tried at random
 * @steps: how much may be tried: a number and not a time, so that the answer is the same on every machine
 */
void
rt_effort_init (RtEffort *self, uint64_t seed, int64_t steps)
{
  *self = (RtEffort) { .steps = steps };
  rt_random_init (&self->random, seed);
}

bool
rt_effort_spend (RtEffort *self, int steps)
{
  self->steps -= steps;
  if (self->steps > 0 && self->poll != NULL && !self->poll (self->poll_data))
    self->steps = 0;
  return self->steps > 0;
}

RtDesign *
rt_design_alloc (int n_tables, int size, int n_rounds)
{
  RtDesign *self = RT_NEW (RtDesign, 1);

  self->n_tables = n_tables;
  self->size = size;
  self->n_rounds = n_rounds;
  self->n_words = n_tables * size;
  self->tables = RT_NEW (int32_t, n_rounds * self->n_words);
  return self;
}

/** rt_design_free: Frees @self, which may be NULL */
void
rt_design_free (RtDesign *self)
{
  if (self == NULL)
    return;
  free (self->tables);
  free (self);
}

/* Who sits at a table goes on to different ones, other than where their host stays; and there are only so many. */
static bool
is_possible (int n_tables, int size, int n_rounds, bool hosted)
{
  int onward = hosted ? n_tables - 1 : n_tables;

  if (n_tables < 2 || size < 2 || n_rounds < 2 || (hosted && n_rounds > n_tables))
    return false;
  return size <= onward && n_rounds * (size - 1) <= n_tables * size - 1;
}

typedef RtDesign *(*Search) (int n_tables, int size, int n_rounds, RtEffort *effort);

static RtDesign *
search_differences (int n_tables, int size, int n_rounds, RtEffort *effort)
{
  return rt_design_differences (n_tables, size, n_rounds, false, effort);
}

/* Golfers: a glance at starters, which are found soon or late, then one half for each kind. */
static RtDesign *
search_golfers (int n_tables, int size, int n_rounds, RtEffort *effort)
{
  const struct { Search search; int share; } searches[] = {
    { rt_design_starter, 20 }, { search_differences, 2 }, { rt_design_starter, 1 },
  };
  RtDesign *self = NULL;

  for (int i = 0; i < 3 && self == NULL; i++)
    {
      int64_t kept = effort->steps - effort->steps / searches[i].share;

      effort->steps -= kept;
      self = searches[i].search (n_tables, size, n_rounds, effort);
      effort->steps += kept;
    }
  return self;
}

/* What needs no luck. */
static RtDesign *
construct (int n_tables, int size, int n_rounds, bool hosted, RtEffort *effort)
{
  RtDesign *self;

  if (!is_possible (n_tables, size, n_rounds, hosted))
    return NULL;
  if ((self = rt_design_cyclic (n_tables, size, n_rounds, hosted)) != NULL
      || (self = rt_design_lines (n_tables, size, n_rounds, hosted)) != NULL
      || (self = rt_design_ten (n_tables, size, n_rounds, hosted)) != NULL
      || (self = rt_design_orthogonal (n_tables, size, n_rounds, hosted, effort)) != NULL
      || hosted)
    return self;
  return rt_design_stored (n_tables, size, n_rounds);
}

/**
 * rt_design_new:
 * @n_tables: tables
 * @size: guests at each of them
 * @n_rounds: rounds
 * @hosted: whether nobody may come back to a table
 * @effort: what it may cost at most
 *
 * What is certain comes first, then what has to be searched for.
 *
 * Returns: (transfer full) (nullable): a design in which nobody meets anybody twice
 */
RtDesign *
rt_design_new (int n_tables, int size, int n_rounds, bool hosted, RtEffort *effort)
{
  RtDesign *self = construct (n_tables, size, n_rounds, hosted, effort);

  if (self != NULL || !is_possible (n_tables, size, n_rounds, hosted))
    return self;
  return hosted ? rt_design_differences (n_tables, size, n_rounds, true, effort)
                : search_golfers (n_tables, size, n_rounds, effort);
}

/**
 * rt_design_new_longest:
 *
 * Returns: (transfer full) (nullable): a design without hosts for as many of the rounds as one is certain for
 */
RtDesign *
rt_design_new_longest (int n_tables, int size, int n_rounds, RtEffort *effort)
{
  RtDesign *self = NULL;

  while (self == NULL && --n_rounds > 1)
    self = construct (n_tables, size, n_rounds, false, effort);
  return self;
}
