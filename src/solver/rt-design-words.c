/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-design-parts.h"

#include "rt-memory.h"

#include <string.h>

/**
 * rt_effort_init:
 * @seed: for everything that is tried at random
 * @steps: how much may be tried: a number and not a time, so that the answer is the same on every
 * machine
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

/* Who sits at a table goes on to different ones, other than where their host stays; and there are
 * only so many. */
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

/* All that come with a matrix. */
static RtDesign *
construct_by_matrix (int n_tables, int size, int n_rounds, bool hosted)
{
  RtDesign *self;

  if (!is_possible (n_tables, size, n_rounds, hosted))
    return NULL;
  if ((self = rt_design_cyclic (n_tables, size, n_rounds, hosted)) != NULL
      || (self = rt_design_lines (n_tables, size, n_rounds, hosted)) != NULL
      || (self = rt_design_product (n_tables, size, n_rounds, hosted)) != NULL
      || (self = rt_design_ten (n_tables, size, n_rounds, hosted)) != NULL)
    return self;
  return rt_design_twelve (n_tables, size, n_rounds, hosted);
}

/* How the words of a block sit among themselves: one round is always possible. */
static RtDesign *
design_of_block (int n_tables, int size, int n_rounds)
{
  RtDesign *self;

  if (n_rounds > 1)
    return rt_design_certain (n_tables, size, n_rounds, false);
  self = rt_design_alloc (n_tables, size, 1);
  for (int p = 0; p < self->n_words; p++)
    self->tables[p] = p / size;
  return self;
}

/* A design that has rounds after those of @self, in which each block sits by itself, as @inner has
   it. Frees both. */
static RtDesign *
add_rounds_of_blocks (RtDesign *self, RtDesign *inner)
{
  int n = self->n_words;
  RtDesign *whole = rt_design_alloc (self->n_tables, self->size, self->n_rounds + inner->n_rounds);

  memcpy (whole->tables, self->tables, sizeof (int32_t) * (size_t) (n * self->n_rounds));
  for (int r = 0; r < inner->n_rounds; r++)
    for (int p = 0; p < n; p++)
      whole->tables[(self->n_rounds + r) * n + p]
          = p / inner->n_words * inner->n_tables
            + inner->tables[r * inner->n_words + p % inner->n_words];
  rt_design_free (self);
  rt_design_free (inner);
  return whole;
}

/*
 * The words of a block have not met, and where they fill whole tables they can have further rounds
 * among themselves: a smaller problem of the same kind.
 */
static RtDesign *
construct_in_blocks (int n_tables, int size, int n_rounds)
{
  for (int more = 1; n_tables % size == 0 && more < n_rounds - 1 && more * (size - 1) < n_tables;
       more++)
    {
      RtDesign *self = construct_by_matrix (n_tables, size, n_rounds - more, false), *inner;

      if (self == NULL)
        continue;
      inner = self->blocks ? design_of_block (n_tables / size, size, more) : NULL;
      if (inner != NULL)
        return add_rounds_of_blocks (self, inner);
      rt_design_free (self);
    }
  return NULL;
}

/**
 * rt_design_certain:
 *
 * Returns: (transfer full) (nullable): a design that needs no luck
 */
RtDesign *
rt_design_certain (int n_tables, int size, int n_rounds, bool hosted)
{
  RtDesign *self = construct_by_matrix (n_tables, size, n_rounds, hosted);

  if (self != NULL || hosted || !is_possible (n_tables, size, n_rounds, hosted))
    return self;
  if ((self = construct_in_blocks (n_tables, size, n_rounds)) != NULL)
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
  RtDesign *self = rt_design_certain (n_tables, size, n_rounds, hosted);

  if (self != NULL || !is_possible (n_tables, size, n_rounds, hosted))
    return self;
  return hosted ? rt_design_differences (n_tables, size, n_rounds, true, effort)
                : search_golfers (n_tables, size, n_rounds, effort);
}

/**
 * rt_design_new_longest:
 *
 * Returns: (transfer full) (nullable): a design without hosts for as many of the rounds as one is
 * certain for
 */
RtDesign *
rt_design_new_longest (int n_tables, int size, int n_rounds)
{
  RtDesign *self = NULL;

  while (self == NULL && --n_rounds > 1)
    self = rt_design_certain (n_tables, size, n_rounds, false);
  return self;
}
