/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* A seating taken over: everything is counted anew. */

#include "rt-state-parts.h"

#include "rt-memory.h"
#include "rt-solver.h"

#include <string.h>

static void
clear_counts (RtState *self)
{
  for (int c = 0; c < self->n_columns; c++)
    for (int r = 0; r < self->n_rounds; r++)
      if (self->counts[c * self->n_rounds + r] != NULL)
        {
          self->excess[c * self->n_rounds + r] = 0;
          memset (self->counts[c * self->n_rounds + r], 0,
                  sizeof (int16_t) * (size_t) self->n_values[c] * (size_t) self->n_tables);
          memset (self->balance[c * self->n_rounds + r], 0,
                  sizeof (RtBalance) * (size_t) self->n_values[c]);
        }
  for (int p = 0; p < self->n_people; p++)
    for (int r = 0; r < self->n_rounds; r++)
      rt_state_row (self, p)[r] = RT_NO_VALUE;
  memset (self->size, 0, sizeof (int) * (size_t) (self->n_rounds * self->n_tables));
  memset (self->need_at, 0, sizeof (int) * (size_t) (self->n_rounds * self->n_tables));
  memset (self->need_in, 0, sizeof (int) * (size_t) self->n_rounds);
  memset (self->wrong, 0, sizeof (int) * (size_t) self->n_people);
  self->capacity = self->unseated = 0;
}

static void
load_person (RtState *self, int r, int person, int table)
{
  const RtProblem *problem = self->problem;
  int i = r * self->n_people + person;

  if (problem->fixed[i] != RT_NOWHERE || problem->frozen[r])
    table = problem->fixed[i];
  if (problem->presence[i] == RT_AWAY)
    table = RT_NOWHERE;
  if (problem->presence[i] != RT_GUEST)
    self->tables[i] = table;
  else
    {
      if (table >= 0 && rt_state_size (self, r, table) >= rt_state_chairs (self, r, table))
        table = RT_NOWHERE;
      rt_state_sit (self, r, person, table);
      self->unseated += table < 0;
    }
  if (table >= 0 && rt_state_needs_step_free (self, person))
    {
      self->need_at[r * self->n_tables + table]++;
      self->need_in[r]++;
    }
}

/* The numbers of one column at the tables of a round. */
static void
load_column (RtState *self, int c, int r)
{
  for (int p = 0; p < self->n_people; p++)
    {
      RtValue value = rt_state_row (self, p)[c];
      int t = rt_state_table (self, r, p);

      if (t >= 0 && value != RT_NO_VALUE
          && (rt_state_is_guest (self, r, p) || self->with_leaders[c]))
        rt_state_count_one (self, c, r, value, t, 1);
    }
  for (int v = 0; v < self->n_values[c]; v++)
    rt_state_level_value (self, c, r, v);
}

static void
load_counts (RtState *self, int r)
{
  for (int c = 0; c < self->n_columns; c++)
    if (self->counts[c * self->n_rounds + r] != NULL)
      load_column (self, c, r);
}

static bool
is_fixed (const RtState *self, int r, int person)
{
  return self->problem->fixed[r * self->n_people + person] != RT_NOWHERE;
}

/*
 * Repeats, and who meets somebody again: each pair is found in each of two rounds, and one of the
 * two is marked. Earlier meetings would have to be told from those of this event.
 */
static int64_t
walk_all (RtState *self, const RtStateTerm *term)
{
  int64_t sum = 0;

  for (int r = 0; r < self->n_rounds; r++)
    for (int t = 0; rt_term_acts (term->rule, r) && t < self->n_tables; t++)
      for (int i = 0; i < rt_state_size (self, r, t); i++)
        {
          int x = rt_state_guest (self, r, t, i);
          const RtValue *query = rt_state_query (self, term, r, x);
          int again = rt_state_match_first (self, query, r, t, i);

          term->suspects[r * self->n_people + x] = again > 0;
          sum += again;
        }
  return sum / 2;
}

/* The recount is the one place that says what a term counts from nothing; the search only adds
 * changes to it. But where there are thousands of people it takes as long as to seat them. */
static void
load_values (RtState *self)
{
  RT_AUTOFREE int64_t *values = RT_NEW (int64_t, self->n_terms);
  RT_AUTOFREE bool *wanted = RT_NEW (bool, self->n_terms);

  for (int i = 0; i < self->n_terms; i++)
    if (self->terms[i].suspects != NULL && self->n_meeting_columns == self->n_rounds)
      values[i] = walk_all (self, &self->terms[i]);
    else
      wanted[i] = true;
  rt_score_terms (self->problem, self->tables, wanted, values);
  memset (self->group_sum, 0, sizeof (int64_t) * (size_t) self->n_groups);
  for (int i = 0; i < self->n_terms; i++)
    {
      self->terms[i].value = values[i];
      self->group_sum[self->terms[i].group] += values[i];
      if (wanted[i] && self->terms[i].suspects != NULL)
        memset (self->terms[i].suspects, 1, (size_t) self->n_rounds * (size_t) self->n_people);
    }
}

/**
 * rt_state_load:
 * @self: a state
 * @tables: [n_rounds * n_people] a seating; may be the state's own
 *
 * Fixed people sit where they are fixed, whatever @tables says, and whoever finds no chair at a
 * table is left without a seat.
 */
void
rt_state_load (RtState *self, const int32_t *tables)
{
  size_t n = (size_t) (self->n_rounds * self->n_people);
  RT_AUTOFREE int32_t *wanted = RT_NEW (int32_t, n);

  memcpy (wanted, tables, n * sizeof *wanted);
  clear_counts (self);
  for (int r = 0; r < self->n_rounds; r++)
    for (int fixed = self->n_movers[r] < self->n_people; fixed >= 0; fixed--)
      for (int p = 0; p < self->n_people; p++)
        if (is_fixed (self, r, p) == (fixed == 1))
          load_person (self, r, p, wanted[r * self->n_people + p]);
  for (int r = 0; r < self->n_rounds; r++)
    {
      load_counts (self, r);
      rt_even_count (self, r, self->size + r * self->n_tables, &self->even[r]);
      for (int t = 0; t < self->n_tables; t++)
        {
          self->capacity += rt_state_capacity (self, r, t, rt_state_size (self, r, t));
          rt_state_listen (self, r, t);
        }
      for (int p = 0; self->problem->issued != NULL && p < self->n_people; p++)
        self->wrong[p] += rt_state_slip_wrong (self, r, p, rt_state_table (self, r, p));
    }
  load_values (self);
}
