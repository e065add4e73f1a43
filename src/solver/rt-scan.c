/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-scan-parts.h"

#include <string.h>

/* Notes what somebody costs where they sit, and whether that is a conflict they could leave. */
void
rt_scan_set_own (RtScan *self, int i, int cost)
{
  bool conflict = cost > 0 && self->seat[i] < self->state->n_tables;

  self->own[i] = (int16_t)cost;
  if (conflict == (self->place[i] >= 0))
    return;
  if (conflict)
    {
      self->place[i] = self->n_conflicts;
      self->conflicts[self->n_conflicts++] = i;
    }
  else
    {
      int last = self->conflicts[--self->n_conflicts];

      self->conflicts[self->place[i]] = last;
      self->place[last] = self->place[i];
      self->place[i] = -1;
    }
}

static void
add_to_own (RtScan *self, int i, int step)
{
  rt_scan_set_own (self, i, self->own[i] + step);
}

/*
 * Adds what it costs more (@step times) that old friends meet at all: their earlier meetings count
 * among themselves as soon as they meet in this event.
 */
void
rt_scan_add_friend (RtScan *self, int x, const RtFriend *friend, int step)
{
  int T = self->state->n_tables, y = friend->person, cost = step * self->repeat * friend->cost;
  int met = 0;

  for (int q = 0; q < self->state->n_rounds; q++)
    met += self->at[q * self->stride + x] == self->at[q * self->stride + y]
           && self->at[q * self->stride + x] < T;
  for (int q = 0; q < self->state->n_rounds && met < 2; q++)
    {
      int first = q * self->stride, tx = self->at[first + x], ty = self->at[first + y];
      bool here = tx == ty && tx < T;

      if (met - here > 0)
        continue;
      rt_scan_column (self, q, ty)[x] = (int16_t)(rt_scan_column (self, q, ty)[x] + cost);
      rt_scan_column (self, q, tx)[y] = (int16_t)(rt_scan_column (self, q, tx)[y] + cost);
      if (here)
        {
          add_to_own (self, first + x, cost);
          add_to_own (self, first + y, cost);
        }
    }
  if (met == 0)
    *rt_scan_pair (self, x, y) = *rt_scan_pair (self, y, x)
        = (uint8_t)(*rt_scan_pair (self, x, y) + cost);
}

/* All old friends of @x but one. */
static void
add_friends (RtScan *self, int x, int but, int step)
{
  const RtState *state = self->state;

  for (int i = state->friends_first[x]; i < state->friends_first[x + 1]; i++)
    if (state->friends[i].person != but)
      rt_scan_add_friend (self, x, &state->friends[i], step);
}

/* The tables of a round that @x would come back to. As rt_term_delta() says, but for all at once.
 */
static void
add_returns (RtScan *self, const RtStateTerm *term, int r, int x, int16_t *lone)
{
  const RtState *state = self->state;
  int T = state->n_tables, cost = (int)(term->weight / self->unit);

  if (state->problem->pinned_all != NULL && state->problem->pinned_all[x])
    return;
  for (int pass = 1; pass >= 0; pass--)
    {
      for (int q = 0; q < state->n_rounds; q++)
        {
          int t = self->at[q * self->stride + x];

          if (q != r && t < T && rt_term_acts (term->rule, q) && term->target[q * T + t] >= 0)
            self->visited[term->target[q * T + t]] = pass == 1;
        }
      for (int t = 0; pass == 1 && t < T; t++)
        if (term->target[r * T + t] >= 0 && self->visited[term->target[r * T + t]])
          lone[t] = (int16_t)(lone[t] + cost);
    }
}

static void
add_row_term (RtScan *self, const RtStateTerm *term, int r, int x, int16_t *lone)
{
  const RtState *state = self->state;
  int from = rt_state_table (state, r, x);

  if (!rt_term_acts (term->rule, r))
    return;
  if (term->rule->kind == RT_TERM_RETURNS)
    add_returns (self, term, r, x, lone);
  else if (rt_scan_is_of_rows (term->rule))
    for (int t = 0; t < state->n_tables; t++)
      {
        RtSwap swap = { r, x, RT_NOWHERE, from, t };

        if (t != from)
          lone[t]
              = (int16_t)(lone[t] + term->weight / self->unit * rt_term_delta (state, term, &swap));
      }
}

/* What @x has against each table of a round, whoever else sits there; the best of them is 0. */
static void
count_lone (RtScan *self, int r, int x, int16_t *lone)
{
  const RtState *state = self->state;
  int16_t least = INT16_MAX;

  memset (lone, 0, sizeof *lone * (size_t)state->n_tables);
  for (int i = 0; i < state->n_common; i++)
    add_row_term (self, &state->terms[state->common[i]], r, x, lone);
  for (int i = state->own_first[x]; i < state->own_first[x + 1]; i++)
    add_row_term (self, &state->terms[state->own[i]], r, x, lone);
  for (int t = 0; t < state->n_tables; t++)
    least = lone[t] < least ? lone[t] : least;
  for (int t = 0; t < state->n_tables; t++)
    lone[t] = (int16_t)(lone[t] - least);
}

/* Brings what @x has against the tables of a round up to date. */
void
rt_scan_update_lone (RtScan *self, int r, int x)
{
  int T = self->state->n_tables;
  int16_t *old = self->lone + ((size_t)r * (size_t)self->state->n_people + (size_t)x) * (size_t)T;
  int16_t *fresh = self->row;

  count_lone (self, r, x, fresh);
  for (int t = 0; t < T; t++)
    {
      int16_t *cost = rt_scan_column (self, r, t) + x;

      *cost = (int16_t)(*cost + fresh[t] - old[t]);
      old[t] = fresh[t];
    }
}

bool
rt_scan_pick (const RtScan *self, RtRandom *random, int *round, int *person)
{
  int i;

  if (self->n_conflicts == 0)
    return false;
  i = self->conflicts[rt_random_below (random, self->n_conflicts)];
  *round = i / self->stride;
  *person = i % self->stride;
  return true;
}

/* Whether no table is too full, too empty or uneven, so that no change of sizes can save anything.
 */
static bool
sizes_stand (const RtState *state)
{
  for (int i = 0; i < state->n_common; i++)
    {
      const RtStateTerm *term = &state->terms[state->common[i]];

      if (term->rule->kind == RT_TERM_EVEN && term->value > 0)
        return false;
    }
  return state->capacity == 0;
}

/* The empty chairs of the round, one of each table: what they do to sizes, the state knows. */
static int64_t
best_chair (const RtScan *self, RtRandom *random, int64_t limit, int *n_best, RtSwap *best)
{
  const RtState *state = self->state;
  int r = best->round, a = best->a;
  bool stand = sizes_stand (state);

  *n_best = 0;
  for (int t = 0; t < state->n_tables; t++)
    {
      RtSwap swap = { r, a, RT_NOWHERE, best->from, t };
      int64_t delta;

      if (rt_state_size (state, r, t) >= rt_state_chairs (state, r, t) || t == swap.from
          || (stand && self->unit * (self->row[t] - self->own[r * self->stride + a]) > limit))
        continue;
      delta = rt_state_delta (state, &swap);
      if (delta > limit)
        continue;
      *n_best = delta < limit ? 1 : *n_best + 1;
      limit = delta;
      if (rt_random_below (random, *n_best) == 0)
        best->to = t;
    }
  return limit;
}

/**
 * rt_scan_best:
 * @self: a loaded scan
 * @swap: (out): the swap
 *
 * Cost: one pass over the people.
 *
 * Returns: its weighted change; %INT64_MAX if @a can change with nobody
 */
int64_t
rt_scan_best (RtScan *self, RtRandom *random, int r, int a, RtSwap *swap)
{
  const RtState *state = self->state;
  size_t first = (size_t)r * (size_t)self->stride;
  int from = self->at[first + (size_t)a], n = state->n_people, n_people = 0, n_chairs, drawn;
  int16_t least;
  int64_t best = INT64_MAX, chair;

  for (int t = 0; t < state->n_tables; t++)
    self->row[t] = rt_scan_column (self, r, t)[a];
  self->row[from] = self->row[state->n_tables] = RT_SCAN_CLOSED;
  least
      = self->kernel->weigh (rt_scan_column (self, r, from), self->own + first, self->seat + first,
                             self->row, self->n_seats, rt_scan_pair (self, a, 0), n, self->costs);
  if (least <= 2 * RT_SCAN_MOST_COST)
    {
      n_people = self->kernel->count (self->costs, n, least);
      best = self->unit * (least - self->own[first + (size_t)a]);
    }
  *swap = (RtSwap){ r, a, RT_NOWHERE, from, RT_NOWHERE };
  chair = best_chair (self, random, best, &n_chairs, swap);
  n_people = chair < best ? 0 : n_people;
  if (n_people + n_chairs == 0)
    return INT64_MAX;
  drawn = rt_random_below (random, n_people + n_chairs);
  if (drawn < n_people)
    {
      swap->b = self->kernel->find (self->costs, n, least, drawn);
      swap->to = self->at[first + (size_t)swap->b];
    }
  return chair;
}

/* Another meeting of @a and @k, one less of @b and @k (or the other way, by @step): what that costs
 * them in the other rounds. */
static void
shift_meetings (RtScan *self, int r, int a, int b, const int *people, int n, int but, int step)
{
  const RtState *state = self->state;
  int S = self->stride;

  for (int q = 0; q < state->n_rounds; q++)
    {
      const uint16_t *at = self->at + (size_t)q * (size_t)S;
      int ta = at[a], tb = at[b], first = q * S;
      int16_t *cost = rt_scan_column (self, q, 0), *near_a = rt_scan_column (self, q, ta),
              *near_b = rt_scan_column (self, q, tb);

      for (int i = 0; q != r && i < n; i++)
        {
          int k = people[i], t = at[k];
          int16_t *here = cost + (size_t)t * (size_t)S;

          if (k == but)
            continue;
          here[a] = (int16_t)(here[a] + step);
          here[b] = (int16_t)(here[b] - step);
          near_a[k] = (int16_t)(near_a[k] + step);
          near_b[k] = (int16_t)(near_b[k] - step);
          if (t == ta && t < state->n_tables)
            {
              add_to_own (self, first + a, step);
              add_to_own (self, first + k, step);
            }
          if (t == tb && t < state->n_tables)
            {
              add_to_own (self, first + b, -step);
              add_to_own (self, first + k, -step);
            }
        }
    }
  for (int i = 0; i < n; i++)
    if (people[i] != but)
      {
        int k = people[i];

        *rt_scan_pair (self, a, k) = *rt_scan_pair (self, k, a)
            = (uint8_t)(*rt_scan_pair (self, a, k) + step);
        *rt_scan_pair (self, b, k) = *rt_scan_pair (self, k, b)
            = (uint8_t)(*rt_scan_pair (self, b, k) - step);
      }
}

/* The guests of a table have met somebody who sat with them once less elsewhere than `pair` says.
 */
static void
correct (RtScan *self, int r, const RtSwap *swap, const int *people, int n, int but, int step)
{
  int16_t *from = rt_scan_column (self, r, swap->from), *to = rt_scan_column (self, r, swap->to);

  for (int i = 0; i < n; i++)
    if (people[i] != but)
      {
        from[people[i]] = (int16_t)(from[people[i]] + step);
        to[people[i]] = (int16_t)(to[people[i]] - step);
      }
}

static const int *
guests (const RtState *state, int r, int t)
{
  return state->who + r * state->n_chairs + state->first[r * (state->n_tables + 1) + t];
}

static void
refresh_own (RtScan *self, int r, int t)
{
  const RtState *state = self->state;
  const int *people = guests (state, r, t);
  const int16_t *costs = rt_scan_column (self, r, t);

  for (int i = 0; i < rt_state_size (state, r, t); i++)
    rt_scan_set_own (self, r * self->stride + people[i], costs[people[i]]);
}

/* What somebody who changed tables in @r has against the tables of the other rounds. */
static void
refresh_lone (RtScan *self, int r, int x)
{
  for (int q = 0; q < self->state->n_rounds; q++)
    if (q != r && rt_state_moves (self->state, q, x))
      {
        int i = q * self->stride + x;

        rt_scan_update_lone (self, q, x);
        rt_scan_set_own (self, i, rt_scan_column (self, q, self->at[i])[x]);
      }
}

/**
 * rt_scan_apply:
 * @self: a loaded scan
 * @swap: what the state has just applied
 *
 * Cost: one pass over the people, and the guests of both tables in each round.
 */
void
rt_scan_apply (RtScan *self, const RtSwap *swap)
{
  const RtState *state = self->state;
  int r = swap->round, a = swap->a, b = swap->b >= 0 ? swap->b : state->n_people;
  size_t first = (size_t)r * (size_t)self->stride;
  const int *left = guests (state, r, swap->from), *joined = guests (state, r, swap->to);
  int n_left = rt_state_size (state, r, swap->from), n_joined = rt_state_size (state, r, swap->to);

  add_friends (self, a, RT_NOWHERE, -1);
  if (swap->b >= 0)
    add_friends (self, b, a, -1);
  self->kernel->shift (rt_scan_column (self, r, swap->from), rt_scan_column (self, r, swap->to),
                       rt_scan_pair (self, b, 0), rt_scan_pair (self, a, 0), state->n_people);
  correct (self, r, swap, left, n_left, b, self->repeat);
  if (swap->b >= 0)
    correct (self, r, swap, joined, n_joined, a, -self->repeat);
  self->at[first + (size_t)a] = self->seat[first + (size_t)a] = (uint16_t)swap->to;
  if (swap->b >= 0)
    self->at[first + (size_t)b] = self->seat[first + (size_t)b] = (uint16_t)swap->from;
  shift_meetings (self, r, a, b, left, n_left, b, -self->repeat);
  shift_meetings (self, r, a, b, joined, n_joined, a, self->repeat);
  /* Nobody has met anybody. */
  if (swap->b < 0)
    memset (rt_scan_pair (self, b, 0), 0, (size_t)self->stride);
  refresh_own (self, r, swap->from);
  refresh_own (self, r, swap->to);
  add_friends (self, a, RT_NOWHERE, 1);
  if (swap->b >= 0)
    add_friends (self, b, a, 1);
  if (self->lone == NULL)
    return;
  refresh_lone (self, r, a);
  if (swap->b >= 0)
    refresh_lone (self, r, b);
}
