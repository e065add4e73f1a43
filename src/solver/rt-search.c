/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-search.h"

#include "rt-design.h"
#include "rt-memory.h"
#include "rt-start.h"

#include <string.h>

#define POLL_MOVES 2048

/* The soft weights: what is worth most must still be small enough to be given up now and then. */
#define SOFT_SHOULD 12
/* Of 16 steps, how many exchange whole rows: most where single swaps would spoil a construction. */
#define ROWS_SEARCHED    1
#define ROWS_CONSTRUCTED 14

/* How long a walk that finds nothing better keeps its temperature, and the highest, in parts of the
 * weight of what is worth most. */
#define PATIENCE_PER_SEAT 8
#define WARMEST           0.4

/* More people than this are not looked at all at once at first. */
#define LARGE 500

#define STRICT_BITS 36
#define STRICT_STEP 6

/* A swap of several people at once. */
#define MOST_SWAPS (RT_MAX_ROUNDS > RT_MOST_MATES + 1 ? RT_MAX_ROUNDS : RT_MOST_MATES + 1)

typedef struct {
  RtSwap  swaps[MOST_SWAPS];
  int     n;
  int64_t delta;
} Compound;

static bool
is_open_term (const RtSearch *self, const RtStateTerm *term)
{
  return term->value > self->bounds->terms[term - self->state->terms];
}

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

static void
note_if_better (RtSearch *self)
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
  note_if_better (self);
  rt_search_settle (self);
}

void
rt_search_restart (RtSearch *self, bool warm)
{
  rt_search_settle (self);
  rt_start_fill (self->state, &self->random, warm);
  self->constructed = false;
  note_if_better (self);
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
  note_if_better (self);
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
  note_if_better (self);
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

static bool
group_is_open (const RtSearch *self, int g, const int64_t *sums, bool of_best)
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

static RtLevel
group_level (const RtState *state, int g)
{
  return state->terms[state->order[state->group_first[g]]].rule->level;
}

int
rt_search_open (const RtSearch *self, RtLevel level)
{
  for (int g = 0; g < self->state->n_groups && group_level (self->state, g) <= level; g++)
    if (group_is_open (self, g, self->best_sums, true))
      return g;
  return -1;
}

int64_t
rt_search_weight (const RtSearch *self, int group)
{
  int64_t weight = self->state->terms[self->state->order[self->state->group_first[group]]].weight;

  return self->strict || weight < SOFT_SHOULD ? weight : SOFT_SHOULD;
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
  int bits = STRICT_BITS, should = SOFT_SHOULD;
  /* To part a couple in one round saves a repeat with each of the others, and to come back to a
   * table saves those with all who would go on from it together. */
  int must = SOFT_SHOULD * (state->n_rounds + 3 + crowd (state));

  self->strict = strict;
  for (int g = 0; g < state->n_groups; g++)
    {
      RtLevel level = group_level (state, g);

      if (level > RT_LEVEL_MUST || group_is_open (self, g, self->best_sums, true))
        bits = bits > STRICT_STEP ? bits - STRICT_STEP : 0;
      for (int i = state->group_first[g]; i < state->group_first[g + 1]; i++)
        state->terms[state->order[i]].weight = strict ? INT64_C (1) << bits
                                               : level == RT_LEVEL_MUST ? must : should;
      if (level > RT_LEVEL_MUST)
        should = should > 2 ? should * 2 / 5 + (should < 4) : 1;
    }
}

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

static bool
accepts (RtSearch *self, int64_t delta, double temperature)
{
  if (delta <= 0)
    return true;
  if ((double) delta > 16.0 * temperature)
    return false;
  return (double) (rt_random_next (&self->random) >> 32)
         < decay ((double) delta / temperature) * 4294967296.0;
}

/* Time and wishes from outside are looked at now and then. */
static bool
goes_on (RtSearch *self)
{
  if (self->moves >= self->next_poll)
    {
      self->next_poll = self->moves + POLL_MOVES;
      if (self->poll != NULL && !self->poll (self->poll_data))
        self->stopped = true;
    }
  return !self->stopped;
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
  note_if_better (self);
  if (!was_ahead || self->ahead)
    return;
  self->ahead = true;
  rt_search_settle (self);
  while (n > 0)
    put_back (self, &swaps[--n]);
}

static void
apply (RtSearch *self, const RtSwap *swap)
{
  rt_state_apply (self->state, swap);
  note_moved (self, swap, 1);
}

/* A chair of round @r at random, for somebody who sits at @from. False if they cannot have it. */
static bool
random_chair (RtSearch *self, int r, int a, RtSwap *swap)
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
      int t = is_open_term (self, term) ? rt_term_wants (state, term, r, a, pick) : RT_NOWHERE;

      if (t >= 0 && t != rt_state_table (state, r, a))
        return t;
    }
  return RT_NOWHERE;
}

/*
 * The best of some swaps for @a: at the table they are wanted at, or anywhere. One that saves
 * @enough is taken at once: where tables are few people's meetings apart, almost any swap does.
 */
static int64_t
best_swap (RtSearch *self, int r, int a, int candidates, int64_t enough, RtSwap *best)
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
    if (random_chair (self, r, a, &swap))
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
  if (accepts (self, compound.delta, temperature))
    {
      note_moved (self, compound.swaps, compound.n);
      return true;
    }
  compound_undo (self, &compound);
  return false;
}

static bool
try_unit (RtSearch *self, int r, int a, int tries, double temperature)
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
static bool
moves_as_unit (RtSearch *self, int r, int a)
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
static bool
try_rows (RtSearch *self, int a, int b, double temperature)
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
  if (accepts (self, compound.delta, temperature))
    {
      note_moved (self, compound.swaps, compound.n);
      return true;
    }
  compound_undo (self, &compound);
  return false;
}

/* What a scan looks for: the terms above their bounds, those that name people apart. */
typedef struct {
  const RtStateTerm *terms[64];
  int                n;
  bool               own;    /* some that name people */
  bool               places; /* capacity or unseated */
  int                group;  /* the first of them */
} Faults;

static bool
find_faults (const RtSearch *self, RtLevel level, bool first_only, Faults *faults)
{
  const RtState *state = self->state;

  faults->n = 0;
  faults->own = false;
  faults->group = -1;
  faults->places
      = state->capacity > self->bounds->capacity || state->unseated > self->bounds->unseated;
  for (int g = 0; g < state->n_groups && group_level (state, g) <= level; g++)
    if (group_is_open (self, g, state->group_sum, false))
      {
        const RtStateTerm *term = &state->terms[state->order[state->group_first[g]]];

        faults->group = faults->group < 0 ? g : faults->group;
        if (state->group_first[g + 1] - state->group_first[g] > 1
            || term->rule->kind == RT_TERM_TOGETHER || term->rule->kind == RT_TERM_APART
            || term->rule->kind == RT_TERM_VISIT || term->rule->kind == RT_TERM_AVOID)
          faults->own = true;
        else if (faults->n < 64)
          faults->terms[faults->n++] = term;
        if (first_only && faults->n > 0)
          break;
      }
  return faults->n > 0 || faults->own || faults->places;
}

static bool
in_conflict (const RtSearch *self, const Faults *faults, int r, int a)
{
  const RtState *state = self->state;
  int t = rt_state_table (state, r, a);

  if (t < 0)
    return true;
  if (faults->places && state->capacity > self->bounds->capacity)
    return true;
  for (int i = state->own_first[a]; faults->own && i < state->own_first[a + 1]; i++)
    {
      const RtStateTerm *term = &state->terms[state->own[i]];

      if (is_open_term (self, term) && rt_term_conflict (state, term, r, a))
        return true;
    }
  for (int i = 0; i < faults->n; i++)
    if (!rt_state_is_cleared (state, faults->terms[i], r, a)
        && rt_term_conflict (state, faults->terms[i], r, a))
      return true;
  return false;
}

/* Whether it is worth while to look for somebody in conflict in a round. */
static bool
round_has_conflicts (const RtSearch *self, const Faults *faults, int r)
{
  if (faults->own || faults->places)
    return true;
  for (int i = 0; i < faults->n; i++)
    if (rt_term_conflicts (self->state, faults->terms[i], r))
      return true;
  return false;
}

/*
 * Somebody in conflict, looked for from where the last was found: so everybody in conflict has
 * their turn, and whoever is in none is looked at only once a turn. Anybody if there is none.
 */
static bool
pick_person (RtSearch *self, const Faults *faults, int *round, int *person)
{
  const RtState *state = self->state;
  int first = rt_random_below (&self->random, state->n_rounds);
  bool any = (rt_random_next (&self->random) & 31) == 0;

  *person = RT_NOWHERE;
  for (int i = 0; i < state->n_rounds; i++)
    {
      int r = (first + i) % state->n_rounds, n = state->n_movers[r];
      bool calm = !any && !round_has_conflicts (self, faults, r);

      for (int k = 0; k < n && !(calm && *person >= 0); k++)
        {
          int p = state->movers[r * state->n_people + self->next_mover[r]];

          self->next_mover[r] = self->next_mover[r] + 1 < n ? self->next_mover[r] + 1 : 0;

          if (*person < 0)
            {
              *person = p;
              *round = r;
            }
          if (any || in_conflict (self, faults, r, p))
            {
              *person = p;
              *round = r;
              return true;
            }
        }
    }
  return *person >= 0;
}

static bool
is_about_contacts (const RtStateTerm *term)
{
  return term->rule->kind == RT_TERM_REPEATS || term->rule->kind == RT_TERM_OVER_REPEATS;
}

/* The weight of the first rule that is not at its bound: the measure of temperatures and gains. */
static int64_t
weight_of_first (const RtSearch *self, const Faults *faults)
{
  return faults->group < 0 ? SOFT_SHOULD : rt_search_weight (self, faults->group);
}

/*
 * The temperature of a walk that has found nothing better for a while doubles, and doubles again,
 * until it begins anew: what is worth least may only be won by giving up some of what is worth most
 * for a time.
 */
static double
warmth (const RtSearch *self, double temperature, uint64_t start)
{
  uint64_t seats = (uint64_t) self->state->n_people * (uint64_t) self->state->n_rounds;
  uint64_t since = self->moves - (self->best_moves > start ? self->best_moves : start);
  uint64_t patience = PATIENCE_PER_SEAT * seats;
  int most = 1;

  if (self->strict || since < patience)
    return temperature;
  while (temperature * (double) (1 << most) < WARMEST * SOFT_SHOULD)
    most++;
  return temperature * (double) (1 << since / patience % (uint64_t) most);
}

/* Whether so many repeats are forced that everybody takes part in some, wherever they sit. */
static bool
is_over_full (const RtSearch *self)
{
  const RtState *state = self->state;

  for (int i = 0; i < state->n_terms; i++)
    if (state->terms[i].rule->kind == RT_TERM_REPEATS
        && self->bounds->terms[i] > 2 * (int64_t) state->n_people * state->n_rounds)
      return true;
  return false;
}

/*
 * Whether to look at all partners instead of some. Not where everybody is in conflict, so that
 * nearly any swap is as good; not where sizes are wrong, which people in
 * conflict do not show; not where a construction needs whole rows exchanged; and a large plan is
 * often solved by sampling before all costs are counted.
 */
static bool
scans_all (RtSearch *self, RtLevel level)
{
  const RtState *state = self->state;
  Faults faults;

  if (self->scan == NULL || self->strict || state->capacity > self->bounds->capacity
      || (state->n_people > LARGE && self->moves == 0) || is_over_full (self))
    return false;
  for (int i = 0; i < state->n_terms; i++)
    if (state->terms[i].rule->kind == RT_TERM_EVEN && is_open_term (self, &state->terms[i]))
      return false;
  if (self->constructed && find_faults (self, level, false, &faults)
      && (faults.own || faults.n == 0 || !is_about_contacts (faults.terms[0])))
    return false;
  return rt_scan_load (self->scan);
}

/*
 * The conflict scan with every partner instead of some. Every step costs as much as so many sampled
 * swaps. Whoever takes the best of all swaps must be more ready to take one that costs something:
 * else they go back and forth between a few.
 */
static void
scan_all (RtSearch *self, uint64_t moves, double heat, RtLevel level)
{
  uint64_t start = self->moves, end = start + moves;
  uint64_t price = 2 + (uint64_t) self->state->n_people / 16;
  double warm = 0.2 + heat / 2;
  Faults faults;
  int r, a;

  while (self->moves < end && goes_on (self))
    {
      double temperature;
      RtSwap swap;
      int64_t delta;

      self->moves += price;
      if (!find_faults (self, level, false, &faults)
          || !rt_scan_pick (self->scan, &self->random, &r, &a))
        return;
      temperature = warmth (self, warm * (double) weight_of_first (self, &faults), start);
      delta = rt_scan_best (self->scan, &self->random, r, a, &swap);
      if (delta < INT64_MAX && accepts (self, delta, temperature))
        {
          apply (self, &swap);
          rt_scan_apply (self->scan, &swap);
        }
    }
}

void
rt_search_scan (RtSearch *self, uint64_t moves, int candidates, double heat, RtLevel level)
{
  uint64_t start = self->moves, end = self->moves + moves;
  Faults faults;
  int r, a;

  if (scans_all (self, level))
    {
      scan_all (self, moves, heat, level);
      return;
    }
  while (self->moves < end && goes_on (self))
    {
      uint64_t dice = rt_random_next (&self->random);
      RtSwap swap;
      int64_t delta;
      double temperature;

      self->moves++;
      if (!find_faults (self, level, (dice & 3) != 0, &faults)
          || !pick_person (self, &faults, &r, &a))
        return;
      temperature = warmth (self, heat * (double) weight_of_first (self, &faults), start);
      if ((int) (dice >> 2 & 15) < (self->constructed ? ROWS_CONSTRUCTED : ROWS_SEARCHED)
          && faults.n > 0 && !is_about_contacts (faults.terms[0]))
        {
          int b = self->state->movers[r * self->state->n_people
                                      + rt_random_below (&self->random, self->state->n_movers[r])];

          try_rows (self, a, b, temperature);
          continue;
        }
      if (moves_as_unit (self, r, a))
        {
          try_unit (self, r, a, candidates / 4 + 1, temperature);
          continue;
        }
      delta = best_swap (self, r, a, candidates, weight_of_first (self, &faults), &swap);
      if (delta < INT64_MAX && accepts (self, delta, temperature))
        apply (self, &swap);
    }
}

void
rt_search_anneal (RtSearch *self, uint64_t moves, double hot, RtLevel level)
{
  const int steps = 256;
  const double cooling = 1.0 - 4.0 / steps; /* to a 56th */
  double temperature = hot;
  const RtState *state = self->state;
  Faults faults;

  for (int step = 0; step < steps; step++, temperature *= cooling)
    {
      uint64_t end = self->moves + moves / (uint64_t) steps + 1;

      if (!find_faults (self, level, false, &faults))
        return;
      while (self->moves < end && goes_on (self))
        {
          int r = rt_random_below (&self->random, state->n_rounds);
          int a = state->movers[r * state->n_people
                                + rt_random_below (&self->random, state->n_movers[r])];
          RtSwap swap;

          self->moves++;
          if (state->n_movers[r] == 0)
            continue;
          if (moves_as_unit (self, r, a))
            try_unit (self, r, a, 1, temperature);
          else if (random_chair (self, r, a, &swap)
                   && accepts (self, rt_state_delta (state, &swap), temperature))
            apply (self, &swap);
        }
    }
}
