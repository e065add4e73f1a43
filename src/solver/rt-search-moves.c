/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What a search can try: the best of some swaps, people who are kept together, whole rows. */

#include "rt-search-parts.h"

/* A swap of several people at once. */
#define MOST_SWAPS (RT_MAX_ROUNDS > RT_MOST_MATES + 1 ? RT_MAX_ROUNDS : RT_MOST_MATES + 1)

typedef struct {
  RtSwap  swaps[MOST_SWAPS];
  int     n;
  int64_t delta;
} Compound;

/* e to the -x from exact steps only, so that it is the same on every machine: (1 - x / 1024) ^
 * 1024. */
static double
decay (double x)
{
  double y = 1.0 - x / 1024.0;

  for (int i = 0; i < 10; i++)
    y *= y;
  return y;
}

bool
rt_search_accepts (RtSearch *self, int64_t delta, double temperature)
{
  if (delta <= 0)
    return true;
  if ((double) delta > 16.0 * temperature)
    return false;
  return (double) (rt_random_next (&self->random) >> 32)
         < decay ((double) delta / temperature) * 4294967296.0;
}

static void
put_back (RtSearch *self, const RtSwap *swap)
{
  int32_t *best = self->best + swap->round * self->state->n_people;

  best[swap->a] = swap->from;
  if (swap->b >= 0)
    best[swap->b] = swap->to;
}

/* After @n swaps: remembers the seating now if it is the best, or else the one before them if that
 * was. */
static void
note_moved (RtSearch *self, const RtSwap *swaps, int n)
{
  bool was_ahead = self->ahead;

  self->ahead = false;
  rt_search_note (self);
  if (!was_ahead || self->ahead)
    return;
  self->ahead = true;
  rt_search_settle (self);
  while (n > 0)
    put_back (self, &swaps[--n]);
}

void
rt_search_apply (RtSearch *self, const RtSwap *swap)
{
  rt_state_apply (self->state, swap);
  note_moved (self, swap, 1);
}

/* A chair of round @r at random, for somebody who sits at @from. False if they cannot have it. */
bool
rt_search_random_chair (RtSearch *self, int r, int a, RtSwap *swap)
{
  const RtState *state = self->state;
  int n = state->first[r * (state->n_tables + 1) + state->n_tables];
  int chair = rt_random_below (&self->random, n), t, index;

  if (n == 0)
    return false;
  t = state->chair_table[r * state->n_chairs + chair];
  index = chair - state->first[r * (state->n_tables + 1) + t];
  *swap = (RtSwap) { r, a, RT_NOWHERE, rt_state_table (state, r, a), t };
  if (index < rt_state_size (state, r, t))
    swap->b = state->who[r * state->n_chairs + chair];
  return swap->from != t && (swap->b < 0 || rt_state_moves (state, r, swap->b));
}

/* The chairs of one table, one after the other. False if there is none at @index for @a. */
static bool
table_chair (RtSearch *self, int r, int a, int t, int index, RtSwap *swap)
{
  const RtState *state = self->state;

  *swap = (RtSwap) { r, a, RT_NOWHERE, rt_state_table (state, r, a), t };
  if (swap->from == t)
    return false;
  if (index < rt_state_size (state, r, t))
    swap->b = rt_state_guest (state, r, t, index);
  return swap->b < 0 || rt_state_moves (state, r, swap->b);
}

static void
weigh_swap (RtSearch *self, const RtSwap *swap, RtSwap *best, int64_t *best_delta)
{
  int64_t delta = rt_state_delta (self->state, swap);

  self->moves++;
  if (delta < *best_delta)
    {
      *best_delta = delta;
      *best = *swap;
    }
}

/* A table that the rules about @a, or the places, would rather see them at. */
static int
wanted_table (RtSearch *self, int r, int a)
{
  const RtState *state = self->state;
  uint32_t pick = (uint32_t) (rt_random_next (&self->random) >> 32);
  int own = state->own_first[a + 1] - state->own_first[a];
  int n = own + state->n_common, skip = rt_random_below (&self->random, n);

  if (state->capacity > self->bounds->capacity || rt_state_table (state, r, a) < 0)
    {
      for (int i = 0; i < state->n_tables; i++)
        {
          int t = (int) ((pick + (uint32_t) i) % (uint32_t) state->n_tables),
              size = rt_state_size (state, r, t);

          if (size < rt_state_chairs (state, r, t) && t != rt_state_table (state, r, a)
              && (rt_state_table (state, r, a) < 0 || size > 0 || rt_state_is_led (state, r, t)))
            return t;
        }
    }
  for (int i = 0; i < n; i++)
    {
      int k = (i + skip) % n;
      const RtStateTerm *term
          = &state->terms[k < own ? state->own[state->own_first[a] + k] : state->common[k - own]];
      int t = rt_search_is_open_term (self, term) ? rt_term_wants (state, term, r, a, pick)
                                                  : RT_NOWHERE;

      if (t >= 0 && t != rt_state_table (state, r, a))
        return t;
    }
  return RT_NOWHERE;
}

/*
 * The best of some swaps for @a: at the table they are wanted at, or anywhere. One that saves
 * @enough is taken at once: where tables are few people's meetings apart, almost any swap does.
 */
int64_t
rt_search_best_swap (RtSearch *self, int r, int a, int candidates, int64_t enough, RtSwap *best)
{
  int64_t best_delta = INT64_MAX;
  int wanted = rt_random_next (&self->random) >> 63 ? wanted_table (self, r, a) : RT_NOWHERE;
  RtSwap swap;

  if (wanted >= 0)
    {
      int size = rt_state_size (self->state, r, wanted),
          chairs = rt_state_chairs (self->state, r, wanted);
      int n = size < chairs ? size + 1 : size, skip = rt_random_below (&self->random, n);

      for (int i = 0; i < n && i < candidates && best_delta > -enough; i++)
        if (table_chair (self, r, a, wanted, (i + skip) % n, &swap))
          weigh_swap (self, &swap, best, &best_delta);
    }
  for (int i = 0; wanted < 0 && i < candidates && best_delta > -enough; i++)
    if (rt_search_random_chair (self, r, a, &swap))
      weigh_swap (self, &swap, best, &best_delta);
  return best_delta;
}

/* Brings about one swap more, remembering it so that it can be taken back. */
static void
compound_add (RtSearch *self, Compound *compound, const RtSwap *swap)
{
  compound->delta += rt_state_delta (self->state, swap);
  rt_state_apply (self->state, swap);
  compound->swaps[compound->n++] = *swap;
  self->moves++;
}

static void
compound_undo (RtSearch *self, Compound *compound)
{
  while (compound->n > 0)
    {
      RtSwap back = compound->swaps[--compound->n];
      int from = back.from;

      back.from = back.to;
      back.to = from;
      rt_state_apply (self->state, &back);
    }
}

/* Keeps it, or takes it back. Returns whether it is kept. */
static bool
compound_decide (RtSearch *self, Compound *compound, double temperature)
{
  if (rt_search_accepts (self, compound->delta, temperature))
    {
      note_moved (self, compound->swaps, compound->n);
      return true;
    }
  compound_undo (self, compound);
  return false;
}

static bool
is_among (int person, const int *people, int n)
{
  for (int i = 0; i < n; i++)
    if (people[i] == person)
      return true;
  return false;
}

/* Somebody at @t who moves alone, or nobody for an empty chair; false if there is neither. */
static bool
partner_at (RtSearch *self, int r, int t, const int *taken, int n_taken, int *partner)
{
  const RtState *state = self->state;
  int size = rt_state_size (state, r, t),
      n = size < rt_state_chairs (state, r, t) ? size + 1 : size;
  int skip = rt_random_below (&self->random, n);

  for (int i = 0; i < n; i++)
    {
      int index = (i + skip) % n;

      *partner = index < size ? rt_state_guest (state, r, t, index) : RT_NOWHERE;
      if (*partner < 0
          || (rt_state_moves (state, r, *partner) && !is_among (*partner, taken, n_taken)
              && rt_state_mates (state, r, *partner, NULL) == 0))
        return true;
    }
  return false;
}

/* Moves @a and those who are kept together with them to another table. */
static bool
move_unit (RtSearch *self, int r, int *unit, int n, int to, double temperature)
{
  int from = rt_state_table (self->state, r, unit[0]);
  Compound compound = { .n = 0 };

  for (int i = 0; i < n; i++)
    {
      RtSwap swap = { r, unit[i], RT_NOWHERE, from, to };

      if (!rt_state_moves (self->state, r, unit[i]) || !partner_at (self, r, to, unit, n, &swap.b))
        {
          compound_undo (self, &compound);
          return false;
        }
      compound_add (self, &compound, &swap);
    }
  return compound_decide (self, &compound, temperature);
}

bool
rt_search_try_unit (RtSearch *self, int r, int a, int tries, double temperature)
{
  int unit[RT_MOST_MATES + 1] = { a };
  int n = 1 + rt_state_mates (self->state, r, a, unit + 1);

  for (int i = 0; i < tries; i++)
    {
      int t = (i & 1) == 0 ? wanted_table (self, r, a) : RT_NOWHERE;

      if (t < 0)
        t = rt_random_below (&self->random, self->state->n_tables);
      if (t != rt_state_table (self->state, r, a) && rt_state_chairs (self->state, r, t) >= n
          && move_unit (self, r, unit, n, t, temperature))
        return true;
    }
  return false;
}

/* Who is kept together with others moves with them, but now and then alone: a group may be too
 * large for a table. */
bool
rt_search_moves_as_unit (RtSearch *self, int r, int a)
{
  return self->state->own_first[a + 1] > self->state->own_first[a]
         && rt_state_mates (self->state, r, a, NULL) > 0
         && (rt_random_next (&self->random) >> 61) != 0;
}

/* Two people can exchange their whole rows if both are free in the same rounds. */
static bool
rows_exchange (const RtState *state, int a, int b)
{
  for (int r = 0; r < state->n_rounds; r++)
    {
      bool moves = rt_state_moves (state, r, a) && rt_state_table (state, r, a) >= 0;

      if (moves != (rt_state_moves (state, r, b) && rt_state_table (state, r, b) >= 0))
        return false;
      if (!moves && (rt_state_is_guest (state, r, a) || rt_state_is_guest (state, r, b)))
        return false;
    }
  return true;
}

/* Exchanges whole rows: nobody's contacts change but theirs, so that repeats stay as they are. */
bool
rt_search_try_rows (RtSearch *self, int a, int b, double temperature)
{
  Compound compound = { .n = 0 };

  if (a == b || !rows_exchange (self->state, a, b))
    return false;
  for (int r = 0; r < self->state->n_rounds; r++)
    {
      RtSwap swap
          = { r, a, b, rt_state_table (self->state, r, a), rt_state_table (self->state, r, b) };

      if (swap.from != swap.to && rt_state_moves (self->state, r, a))
        compound_add (self, &compound, &swap);
    }
  return compound_decide (self, &compound, temperature);
}
