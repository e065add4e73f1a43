/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-start.h"

#include "rt-memory.h"

#include <string.h>

typedef struct {
  const RtState *state;
  RtRandom      *random;
  int            round;
  int32_t       *tables;  /* of the round */
  int           *size;    /* [n_tables] */
  int           *order;   /* [n_tables] tables at random */
  bool          *unused;  /* [n_tables] */
  int           *slots;   /* tables, one for each chair to fill, in the order of filling */
  int            n_slots;
  int           *people;  /* who is to be seated, in the order in which they take the slots */
  int           *sorted;  /* [n_people] room to sort them */
} Start;

static int
chairs (const Start *self, int t)
{
  return rt_state_chairs (self->state, self->round, t);
}

static int
least (const Start *self, int t)
{
  int i = self->round * self->state->n_tables + t;
  int places = self->state->problem->places[i], n = self->state->problem->least[i];

  return !self->state->problem->open[i] ? 0 : n < places ? n : places;
}

/* Fixed people first; @keep also those who can stay where the problem starts from. */
static void
seat_known (Start *self, bool keep)
{
  const RtProblem *problem = self->state->problem;

  for (int p = 0; p < problem->n_people; p++)
    {
      int i = self->round * problem->n_people + p;

      if (problem->presence[i] == RT_GUEST && problem->fixed[i] != RT_NOWHERE)
        {
          self->tables[p] = problem->fixed[i];
          self->size[problem->fixed[i]]++;
        }
    }
  for (int p = 0; keep && problem->start != NULL && p < problem->n_people; p++)
    {
      int t = problem->start[self->round * problem->n_people + p];

      if (rt_state_moves (self->state, self->round, p) && t >= 0
          && self->size[t] < chairs (self, t))
        {
          self->tables[p] = t;
          self->size[t]++;
        }
    }
}

/*
 * Where there are too few people to give every table its least, tables stay empty: those that ask
 * for most first, as long as the chairs of the others suffice.
 */
static void
leave_tables (Start *self, int guests)
{
  int needed = 0, room = 0;

  for (int t = 0; t < self->state->n_tables; t++)
    {
      needed += least (self, t);
      room += chairs (self, t);
    }
  while (needed > guests)
    {
      int drop = RT_NOWHERE;

      for (int i = 0; i < self->state->n_tables; i++)
        {
          int t = self->order[i];
          bool can = self->size[t] == 0 && !self->unused[t] && room - chairs (self, t) >= guests
                     && !rt_state_is_led (self->state, self->round, t) && least (self, t) > 0;

          if (can && (drop < 0 || least (self, t) > least (self, drop)))
            drop = t;
        }
      if (drop < 0)
        return;
      self->unused[drop] = true;
      needed -= least (self, drop);
      room -= chairs (self, drop);
    }
}

static void
add_slot (Start *self, int t)
{
  self->slots[self->n_slots++] = t;
  self->size[t]++;
}

/* The chairs to fill: up to the least of every table, then level by level, then what was left out.
 */
static void
list_slots (Start *self, int guests)
{
  int T = self->state->n_tables;

  for (int level = 1, open = 1; open > 0; level++)
    {
      open = 0;
      for (int i = 0; i < T; i++)
        {
          int t = self->order[i];
          int most = least (self, t) < chairs (self, t) ? least (self, t) : chairs (self, t);

          if (self->unused[t] || self->size[t] >= most || self->n_slots >= guests)
            continue;
          open++;
          if (self->size[t] < level)
            add_slot (self, t);
        }
    }
  for (int also_unused = 0; also_unused < 2; also_unused++)
    for (int level = 1, open = 1; open > 0; level++)
      {
        open = 0;
        for (int i = 0; i < T; i++)
          {
            int t = self->order[i];

            if (self->size[t] >= chairs (self, t) || (self->unused[t] && !also_unused))
              continue;
            open++;
            if (self->size[t] < level && self->n_slots < guests)
              add_slot (self, t);
          }
        if (self->n_slots >= guests)
          return;
      }
}

/* Brings those of one value together, the values in random order, without changing the order among
 * those of one value. */
static void
sort_by (Start *self, int column, int n)
{
  const RtProblem *problem = self->state->problem;
  const int32_t *values = problem->columns[column];
  int n_values = problem->n_values[column] + 1, first = 0;
  RT_AUTOFREE int *order = RT_NEW (int, n_values);
  RT_AUTOFREE int *next = RT_NEW (int, n_values);

  for (int v = 0; v < n_values; v++)
    order[v] = v;
  rt_random_shuffle (self->random, order, n_values);
  for (int i = 0; i < n; i++)
    next[values[self->people[i]] + 1]++;
  for (int v = 0; v < n_values; v++)
    {
      int many = next[order[v]];

      next[order[v]] = first;
      first += many;
    }
  for (int i = 0; i < n; i++)
    self->sorted[next[values[self->people[i]] + 1]++] = self->people[i];
  memcpy (self->people, self->sorted, sizeof (int) * (size_t) n);
}

/*
 * Those who should not sit together take slots one after the other, which are at different tables:
 * so an organisation is spread as evenly as can be before the search begins. What matters most is
 * sorted by last.
 */
static void
sort_people (Start *self, int n)
{
  const RtState *state = self->state;

  for (int i = state->n_terms - 1; i >= 0; i--)
    {
      const RtTerm *rule = state->terms[state->order[i]].rule;

      if ((rule->kind == RT_TERM_SPREAD || rule->kind == RT_TERM_OVER_SPREAD)
          && rt_term_acts (rule, self->round))
        sort_by (self, rule->column, n);
    }
}

static void
fill_round (Start *self, bool keep)
{
  const RtState *state = self->state;
  int n = state->n_movers[self->round], rest = 0, guests = 0;

  seat_known (self, keep);
  for (int i = 0; i < n; i++)
    {
      int p = state->movers[self->round * state->n_people + i];

      if (self->tables[p] == RT_NOWHERE)
        self->people[rest++] = p;
    }
  for (int p = 0; p < state->n_people; p++)
    guests += rt_state_is_guest (state, self->round, p);
  rt_random_shuffle (self->random, self->people, rest);
  sort_people (self, rest);
  rt_random_shuffle (self->random, self->order, state->n_tables);
  leave_tables (self, guests);
  list_slots (self, rest);
  for (int i = 0; i < rest && i < self->n_slots; i++)
    self->tables[self->people[i]] = self->slots[i];
}

void
rt_start_fill (RtState *state, RtRandom *random, bool warm)
{
  int n = state->n_people, T = state->n_tables;
  RT_AUTOFREE int32_t *tables = RT_NEW (int32_t, state->n_rounds * n);
  RT_AUTOFREE int *size = RT_NEW (int, T);
  RT_AUTOFREE int *order = RT_NEW (int, T);
  RT_AUTOFREE bool *unused = RT_NEW (bool, T);
  RT_AUTOFREE int *slots = RT_NEW (int, n);
  RT_AUTOFREE int *people = RT_NEW (int, n);
  RT_AUTOFREE int *sorted = RT_NEW (int, n);

  memset (tables, 0xff, sizeof (int32_t) * (size_t) (state->n_rounds * n));
  for (int r = 0; r < state->n_rounds; r++)
    {
      Start self
          = { state, random, r, tables + r * n, size, order, unused, slots, 0, people, sorted };

      memset (size, 0, sizeof (int) * (size_t) T);
      memset (unused, 0, sizeof (bool) * (size_t) T);
      for (int t = 0; t < T; t++)
        order[t] = t;
      if (!state->problem->frozen[r])
        fill_round (&self, warm);
    }
  rt_state_load (state, tables);
}
