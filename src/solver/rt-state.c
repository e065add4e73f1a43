/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-state-parts.h"

#include "rt-memory.h"

#include <string.h>

/* No row has this value. */
#define RT_NO_MATCH 0xfffe

/* One seat is worth more than every rule together. */
#define WEIGHT_UNSEATED (INT64_C (1) << 40)
#define WEIGHT_CAPACITY (INT64_C (1) << 32)

/**
 * rt_state_new:
 * @problem: a sound problem, which must outlive the state
 *
 * Returns: (transfer full): a state without a seating; see rt_state_load()
 */
RtState *
rt_state_new (const RtProblem *problem)
{
  RtState *self = RT_NEW (RtState, 1);

  self->problem = problem;
  self->n_people = problem->n_people;
  self->n_tables = problem->n_tables;
  self->n_rounds = problem->n_rounds;
  self->unseated_weight = WEIGHT_UNSEATED;
  self->capacity_weight = WEIGHT_CAPACITY;
  self->tables = RT_NEW (int32_t, self->n_rounds * self->n_people);
  rt_state_init_chairs (self);
  rt_state_init_people (self);
  rt_state_init_terms (self);
  rt_state_init_columns (self);
  rt_state_init_friends (self);
  rt_state_init_tongues (self);
  rt_state_init_suspects (self);
  rt_state_init_lanes (self);
  rt_state_init_places (self);
  memset (self->tables, 0xff, sizeof (int32_t) * (size_t) (self->n_rounds * self->n_people));
  return self;
}

/**
 * rt_state_walk:
 * @self: a state
 *
 * Finds repeats by walking tables from now on, as is done where there are a thousand of them.
 */
void
rt_state_walk (RtState *self)
{
  self->walks = true;
  free (self->lanes_first);
  free (self->lanes);
  for (int i = 0; i < self->n_terms; i++)
    free (self->terms[i].suspects);
  rt_state_init_suspects (self);
  rt_state_init_lanes (self);
  rt_state_load (self, self->tables);
}

/** rt_state_free: Frees @self, which may be NULL */
void
rt_state_free (RtState *self)
{
  if (self == NULL)
    return;
  for (int i = 0; i < self->n_columns * self->n_rounds; i++)
    {
      free (self->counts[i]);
      free (self->balance[i]);
    }
  for (int i = 0; i < self->n_terms; i++)
    {
      free (self->terms[i].columns);
      free (self->terms[i].lanes);
      free (self->terms[i].suspects);
    }
  void *parts[] = {
    self->tables,    self->first,        self->chair_table,   self->who,
    self->chair,     self->size,         self->movers,        self->n_movers,
    self->moves,     self->lanes_first,  self->lanes,
    self->leaders,   self->leader,       self->rows,          self->query,
    self->n_values,  self->with_leaders, self->counts,        self->terms,
    self->balance,   self->excess,       self->spread_over,
    self->order,     self->group_first,  self->group_sum,     self->common,
    self->own_first, self->own,          self->table_ids,     self->places_step_free,
    self->need_at,   self->need_in,      self->wrong,         self->has_slip,
    self->even,      self->friends,      self->friends_first,
    self->tongue,    self->kin,          self->heard,         self->heard_twice,
    self->muddled,
  };
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    free (parts[i]);
  free (self);
}

int64_t
rt_state_capacity (const RtState *self, int r, int t, int size)
{
  int i = r * self->n_tables + t;

  if (!self->problem->open[i])
    return size;
  if (size > self->problem->places[i])
    return size - self->problem->places[i];
  return (size > 0 || rt_state_is_led (self, r, t)) && size < self->problem->least[i]
             ? self->problem->least[i] - size
             : 0;
}

/* Puts a guest on the first empty chair of a table, or nowhere. */
void
rt_state_sit (RtState *self, int r, int person, int t)
{
  int chair;

  self->tables[r * self->n_people + person] = t;
  if (t < 0)
    return;
  chair = self->first[r * (self->n_tables + 1) + t] + self->size[r * self->n_tables + t]++;
  self->who[r * self->n_chairs + chair] = person;
  self->chair[r * self->n_people + person] = chair;
  rt_state_row (self, person)[r] = (RtValue) t;
}

/* Takes a guest off their chair; the last guest of the table moves up. */
static void
stand_up (RtState *self, int r, int person, int t)
{
  int *who = self->who + r * self->n_chairs;
  int last, chair;

  if (t < 0)
    return;
  last = who[self->first[r * (self->n_tables + 1) + t] + --self->size[r * self->n_tables + t]];
  chair = self->chair[r * self->n_people + person];
  who[chair] = last;
  self->chair[r * self->n_people + last] = chair;
  rt_state_row (self, person)[r] = RT_NO_VALUE;
}

/* The change when a chair is filled or left. */
static int64_t
capacity_delta (const RtState *self, const RtSwap *swap)
{
  int64_t delta = 0;

  if (swap->from >= 0)
    {
      int size = rt_state_size (self, swap->round, swap->from);

      delta += rt_state_capacity (self, swap->round, swap->from, size - 1)
               - rt_state_capacity (self, swap->round, swap->from, size);
    }
  if (swap->to >= 0)
    {
      int size = rt_state_size (self, swap->round, swap->to);

      delta += rt_state_capacity (self, swap->round, swap->to, size + 1)
               - rt_state_capacity (self, swap->round, swap->to, size);
    }
  return delta;
}

static int
unseated_delta (const RtSwap *swap)
{
  return (swap->to < 0) - (swap->from < 0);
}

/* What changes if a guest with @value goes from one table to another. */
static inline int
lane_side (const RtState *self, const RtLane *lane, RtValue value, int from, int to)
{
  const int16_t *counts = lane->counts + (size_t) value * (size_t) self->n_tables;

  if (value == RT_NO_VALUE)
    return 0;
  return (to >= 0 ? counts[to] : 0) - (from >= 0 ? counts[from] - 1 : 0);
}

static inline int
lane_delta (const RtState *self, const RtLane *lane, const RtValue *a, const RtValue *b,
            const RtSwap *swap)
{
  RtValue va = a[lane->column], vb = b != NULL ? b[lane->column] : RT_NO_VALUE;

  if (va == vb)
    return 0;
  return lane_side (self, lane, va, swap->from, swap->to)
         + lane_side (self, lane, vb, swap->to, swap->from);
}

/* Whether the rules that name people or tables one by one have a say about @x. */
static inline bool
has_own (const RtState *self, int x)
{
  return x >= 0 && self->own_first[x + 1] > self->own_first[x];
}

static int64_t
own_delta (const RtState *self, const RtSwap *swap, int side)
{
  int x = side == 0 ? swap->a : swap->b;
  int64_t delta = 0;

  for (int i = self->own_first[x]; i < self->own_first[x + 1]; i++)
    {
      const RtStateTerm *term = &self->terms[self->own[i]];

      /* A group that both belong to is counted with the first of them. */
      if (side == 0 || !rt_term_names (term->rule, swap->a))
        delta += term->weight * rt_term_delta (self, term, swap);
    }
  return delta;
}

/**
 * rt_state_delta:
 * @self: a state
 * @swap: a swap of two guests of one round who are not fixed, at different tables
 *
 * Returns: the weighted change of every term
 */
int64_t
rt_state_delta (const RtState *self, const RtSwap *swap)
{
  const RtValue *a = rt_state_row (self, swap->a);
  const RtValue *b = swap->b >= 0 ? rt_state_row (self, swap->b) : NULL;
  const RtLane *lane = self->lanes + self->lanes_first[swap->round];
  const RtLane *end = self->lanes + self->lanes_first[swap->round + 1];
  int64_t delta = 0;

  for (; lane < end; lane++)
    delta += self->terms[lane->term].weight * lane_delta (self, lane, a, b, swap);
  for (int i = 0; i < self->n_common_plain; i++)
    {
      const RtStateTerm *term = &self->terms[self->common[i]];

      delta += term->weight * rt_term_delta (self, term, swap);
    }
  if (has_own (self, swap->a))
    delta += own_delta (self, swap, 0);
  if (has_own (self, swap->b))
    delta += own_delta (self, swap, 1);
  if (swap->b < 0)
    delta += capacity_delta (self, swap) * self->capacity_weight
             + unseated_delta (swap) * self->unseated_weight;
  return delta;
}

static void
update_term (RtState *self, int i, int64_t delta)
{
  self->terms[i].value += delta;
  self->group_sum[self->terms[i].group] += delta;
}

static void
update_own (RtState *self, const RtSwap *swap, int side)
{
  int x = side == 0 ? swap->a : swap->b;

  for (int i = self->own_first[x]; i < self->own_first[x + 1]; i++)
    {
      int k = self->own[i];

      if (side == 0 || !rt_term_names (self->terms[k].rule, swap->a))
        update_term (self, k, rt_term_delta (self, &self->terms[k], swap));
    }
}

static void
update_values (RtState *self, const RtSwap *swap)
{
  const RtValue *a = rt_state_row (self, swap->a);
  const RtValue *b = swap->b >= 0 ? rt_state_row (self, swap->b) : NULL;

  for (int i = self->lanes_first[swap->round]; i < self->lanes_first[swap->round + 1]; i++)
    update_term (self, self->lanes[i].term, lane_delta (self, &self->lanes[i], a, b, swap));
  for (int i = 0; i < self->n_common_plain; i++)
    update_term (self, self->common[i],
                 rt_term_delta (self, &self->terms[self->common[i]], swap));
  if (has_own (self, swap->a))
    update_own (self, swap, 0);
  if (has_own (self, swap->b))
    update_own (self, swap, 1);
  if (swap->b < 0)
    {
      self->capacity += capacity_delta (self, swap);
      self->unseated += unseated_delta (swap);
    }
}

/* What a person tells of a table besides the numbers of their columns. */
static void
move_needs (RtState *self, int r, int x, int from, int to)
{
  self->wrong[x] += rt_state_slip_wrong (self, r, x, to) - rt_state_slip_wrong (self, r, x, from);
  if (!rt_state_needs_step_free (self, x))
    return;
  if (from >= 0)
    self->need_at[r * self->n_tables + from]--;
  if (to >= 0)
    self->need_at[r * self->n_tables + to]++;
  self->need_in[r] += (to >= 0) - (from >= 0);
}

static void
move_person (RtState *self, int r, int x, int from, int to)
{
  if (from >= 0)
    rt_state_count (self, r, x, from, -1);
  if (to >= 0)
    rt_state_count (self, r, x, to, 1);
  move_needs (self, r, x, from, to);
}

static void
change_places (RtState *self, const RtSwap *swap)
{
  int r = swap->round, a = swap->a, b = swap->b;
  int *chair = self->chair + r * self->n_people, *who = self->who + r * self->n_chairs;
  int of_a = chair[a];

  who[chair[a] = chair[b]] = a;
  who[chair[b] = of_a] = b;
  self->tables[r * self->n_people + a] = swap->to;
  self->tables[r * self->n_people + b] = swap->from;
  rt_state_row (self, a)[r] = (RtValue) swap->to;
  rt_state_row (self, b)[r] = (RtValue) swap->from;
}

/* Who has moved may meet anybody again, there and in the other rounds. */
static void
suspect (RtState *self, int x)
{
  for (int i = 0; i < self->n_common; i++)
    {
      uint8_t *suspects = self->terms[self->common[i]].suspects;

      for (int r = 0; suspects != NULL && r < self->n_rounds; r++)
        suspects[r * self->n_people + x] = 1;
    }
}

static void
listen (RtState *self, const RtSwap *swap)
{
  rt_state_listen (self, swap->round, swap->from);
  rt_state_listen (self, swap->round, swap->to);
}

/**
 * rt_state_apply:
 * @self: a state
 * @swap: as for rt_state_delta()
 *
 * Brings @swap about. The same swap with @from and @to exchanged takes it back.
 */
void
rt_state_apply (RtState *self, const RtSwap *swap)
{
  int r = swap->round;
  RtEven even;

  update_values (self, swap);
  if (self->walks)
    {
      suspect (self, swap->a);
      if (swap->b >= 0)
        suspect (self, swap->b);
    }
  if (swap->b >= 0 && swap->from >= 0 && swap->to >= 0)
    {
      rt_state_count_swap (self, swap);
      move_needs (self, r, swap->a, swap->from, swap->to);
      move_needs (self, r, swap->b, swap->to, swap->from);
      change_places (self, swap);
      rt_state_level_swap (self, swap);
      listen (self, swap);
      return;
    }
  even = self->even[r];
  rt_even_move (self, swap, &even);
  move_person (self, r, swap->a, swap->from, swap->to);
  stand_up (self, r, swap->a, swap->from);
  if (swap->b >= 0)
    {
      move_person (self, r, swap->b, swap->to, swap->from);
      stand_up (self, r, swap->b, swap->to);
      rt_state_sit (self, r, swap->b, swap->from);
    }
  rt_state_sit (self, r, swap->a, swap->to);
  if (swap->b < 0 && (swap->from < 0 || swap->to < 0))
    rt_even_count (self, r, self->size + r * self->n_tables, &self->even[r]);
  else if (swap->b < 0)
    self->even[r] = even;
  rt_state_level_move (self, r, swap->a, swap->from, swap->to);
  if (swap->b >= 0)
    rt_state_level_move (self, r, swap->b, swap->to, swap->from);
  listen (self, swap);
}

/**
 * rt_state_query:
 * @but: a round to leave out
 *
 * Returns: [stride] what matches wherever @person meets somebody in a column of @term
 */
const RtValue *
rt_state_query (const RtState *self, const RtStateTerm *term, int but, int person)
{
  const RtValue *row = rt_state_row (self, person);

  for (int c = 0; c < self->stride; c += 8)
    {
      RtLanes values, lanes;

      memcpy (&values, row + c, sizeof values);
      memcpy (&lanes, term->lanes + c, sizeof lanes);
      values |= ~lanes;
      /* What no value is in both must not match: one less. */
      values += (RtLanes) (values == RT_NO_VALUE);
      memcpy (self->query + c, &values, sizeof values);
    }
  self->query[but] = RT_NO_MATCH;
  return self->query;
}
