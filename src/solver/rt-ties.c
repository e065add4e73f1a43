/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-ties.h"

#include "rt-memory.h"

#include <limits.h>
#include <string.h>

#define POLL_FAULTS 32

/* Swaps tried for each fault before the next is looked at. */
#define TRIES_PER_FAULT  8
#define SHAKES_PER_FAULT 8

/* People looked at to find one to swap with. */
#define PARTNERS 8

/* Seats looked at for faults in the time of one swap. */
#define SEATS_PER_TRY 8

typedef struct {
  RtState  *state;
  RtRandom *random;
  int16_t  *rows;     /* [n_people * n_rounds] where somebody is a guest, or RT_NOWHERE */
  int      *met;      /* [n_people] different people */
  int      *who_met;  /* [n_people] how many guests have met so many */
  int64_t   pairs[RT_MAX_ROUNDS + 1]; /* that meet so often */
  int       most;     /* the most meetings of a pair */
  int       least;    /* the fewest people met by a guest */
  int      *faults;   /* [n_faults] seats, see list_faults() */
  int       n_faults;
} Ties;

/* What a walk must not make worse, the first thing first. */
typedef struct {
  int64_t parts[4];
} Rank;

/* Of the most meetings of a pair, and of the fewest people met. */
typedef struct {
  int64_t most, met;
} Limits;

/* What counting says of the seating's tables. */
typedef struct {
  int64_t guests;  /* who sit in some round */
  int64_t pairs;   /* meetings */
  int     met;     /* nobody else can have met more than whoever can meet fewest */
} Count;

static Count
count_tables (const RtProblem *problem, const int32_t *tables)
{
  Count count = { .met = INT_MAX };
  RT_AUTOFREE int *size = RT_NEW (int, problem->n_rounds * problem->n_tables);
  RT_AUTOFREE int *largest = RT_NEW (int, problem->n_rounds);

  for (int i = 0; i < problem->n_rounds * problem->n_people; i++)
    if (problem->presence[i] == RT_GUEST && tables[i] >= 0)
      {
        int r = i / problem->n_people, *n = &size[r * problem->n_tables + tables[i]];

        count.pairs += (*n)++;
        largest[r] = *n > largest[r] ? *n : largest[r];
      }
  for (int p = 0; p < problem->n_people; p++)
    {
      int rounds = 0, met = 0;

      for (int r = 0; r < problem->n_rounds; r++)
        {
          int i = r * problem->n_people + p;

          if (problem->presence[i] != RT_GUEST || tables[i] < 0)
            continue;
          rounds++;
          met += problem->fixed[i] >= 0 ? size[r * problem->n_tables + tables[i]] - 1
                                        : largest[r] - 1;
        }
      count.guests += rounds > 0;
      if (rounds > 0 && met < count.met)
        count.met = met;
    }
  return count;
}

/* Repeats as the rule counts them, if it counts the meetings of this event alone; else 0. */
static int64_t
count_repeats (const RtProblem *problem, const int64_t *values)
{
  for (int i = 0; i < problem->n_terms && problem->n_earlier == 0; i++)
    if (problem->terms[i].kind == RT_TERM_REPEATS)
      return values[i];
  return 0;
}

/* What no seating with the same tables and the same measures, @values, goes beyond. */
static Limits
find_limits (const RtProblem *problem, const int32_t *tables, const int64_t *values)
{
  Count count = count_tables (problem, tables);
  int64_t couples = count.guests * (count.guests - 1) / 2;
  int64_t repeats = count_repeats (problem, values);
  Limits limits = { 0, 0 };

  if (couples == 0)
    return limits;
  limits.most = (count.pairs + couples - 1) / couples;
  if (repeats > 0 && limits.most < 2)
    limits.most = 2;
  /* A pair that meets m times repeats m choose 2 times: m / 2 for each meeting beyond the first. */
  if (limits.most > 0)
    count.pairs -= (2 * repeats + limits.most - 1) / limits.most;
  limits.met = 2 * count.pairs / count.guests;
  if (limits.met > count.met)
    limits.met = count.met;
  if (limits.met > count.guests - 1)
    limits.met = count.guests - 1;
  return limits;
}

bool
rt_ties_are_open (const RtProblem *problem, const int32_t *tables, const RtScore *score)
{
  Limits limits = find_limits (problem, tables, score->terms);

  return score->together_most > limits.most || score->met_least < limits.met;
}

static Rank
rank (const Ties *self)
{
  return (Rank) {
    { self->most, -self->least, self->pairs[self->most], self->who_met[self->least] },
  };
}

static int
compare_ranks (const Rank *a, const Rank *b)
{
  for (int i = 0; i < 4; i++)
    if (a->parts[i] != b->parts[i])
      return a->parts[i] < b->parts[i] ? -1 : 1;
  return 0;
}

static int16_t *
row_of (const Ties *self, int person)
{
  return self->rows + (size_t) person * (size_t) self->state->n_rounds;
}

/* Meetings in all rounds but one. */
static int
count_meetings (const Ties *self, int x, int y, int but)
{
  const int16_t *a = row_of (self, x), *b = row_of (self, y);
  int n = 0;

  for (int r = 0; r < self->state->n_rounds; r++)
    n += a[r] == b[r] && a[r] >= 0 && r != but;
  return n;
}

static void
meet_more (Ties *self, int person, int step)
{
  self->who_met[self->met[person]]--;
  self->met[person] += step;
  self->who_met[self->met[person]]++;
}

/* @x sits down beside everybody at a table but @other, or gets up. */
static void
change_table (Ties *self, int r, int x, int other, int t, bool joins)
{
  for (int i = 0; i < rt_state_size (self->state, r, t); i++)
    {
      int y = rt_state_guest (self->state, r, t, i), n;

      if (y == x || y == other)
        continue;
      n = count_meetings (self, x, y, r);
      self->pairs[n] += joins ? -1 : 1;
      self->pairs[n + 1] += joins ? 1 : -1;
      if (n == 0)
        {
          meet_more (self, x, joins ? 1 : -1);
          meet_more (self, y, joins ? 1 : -1);
        }
    }
}

static void
find_extremes (Ties *self)
{
  self->most = self->state->n_rounds;
  while (self->most > 0 && self->pairs[self->most] == 0)
    self->most--;
  self->least = 0;
  while (self->least < self->state->n_people - 1 && self->who_met[self->least] == 0)
    self->least++;
}

/* Counts what @swap changes, before the state knows of it. */
static void
count_swap (Ties *self, const RtSwap *swap)
{
  change_table (self, swap->round, swap->a, swap->b, swap->from, false);
  change_table (self, swap->round, swap->b, swap->a, swap->to, false);
  change_table (self, swap->round, swap->a, swap->b, swap->to, true);
  change_table (self, swap->round, swap->b, swap->a, swap->from, true);
  row_of (self, swap->a)[swap->round] = (int16_t) swap->to;
  row_of (self, swap->b)[swap->round] = (int16_t) swap->from;
  find_extremes (self);
}

static void
count_all (Ties *self)
{
  const RtState *state = self->state;

  for (int r = 0; r < state->n_rounds; r++)
    for (int p = 0; p < state->n_people; p++)
      {
        bool guest = rt_state_is_guest (state, r, p);

        row_of (self, p)[r] = (int16_t) (guest ? rt_state_table (state, r, p) : RT_NOWHERE);
      }
  for (int r = 0; r < state->n_rounds; r++)
    for (int t = 0; t < state->n_tables; t++)
      for (int i = 0; i < rt_state_size (state, r, t); i++)
        for (int k = 0; k < i; k++)
          {
            int x = rt_state_guest (state, r, t, i), y = rt_state_guest (state, r, t, k), n = 0;

            /* Each pair is counted where it meets first. */
            for (int q = 0; q < r && n == 0; q++)
              n += row_of (self, x)[q] == row_of (self, y)[q] && row_of (self, x)[q] >= 0;
            if (n > 0)
              continue;
            self->pairs[count_meetings (self, x, y, RT_NOWHERE)]++;
            self->met[x]++;
            self->met[y]++;
          }
  for (int p = 0; p < state->n_people; p++)
    for (int r = 0; r < state->n_rounds; r++)
      if (row_of (self, p)[r] >= 0)
        {
          self->who_met[self->met[p]]++;
          break;
        }
  find_extremes (self);
}

/* Whether @x, in round @r, meets somebody as often as anybody does, or has met as few as any. */
static bool
is_at_fault (const Ties *self, int r, int x)
{
  int t = rt_state_table (self->state, r, x);

  if (self->met[x] == self->least)
    return true;
  for (int i = 0; self->most > 1 && i < rt_state_size (self->state, r, t); i++)
    {
      int y = rt_state_guest (self->state, r, t, i);

      if (y != x && count_meetings (self, x, y, RT_NOWHERE) == self->most)
        return true;
    }
  return false;
}

/* The seats, counted round by round, of those at fault who may move, in random order. */
static void
list_faults (Ties *self)
{
  const RtState *state = self->state;

  self->n_faults = 0;
  for (int r = 0; r < state->n_rounds; r++)
    for (int i = 0; i < state->n_movers[r]; i++)
      {
        int p = state->movers[r * state->n_people + i];

        if (rt_state_table (state, r, p) >= 0 && is_at_fault (self, r, p))
          self->faults[self->n_faults++] = r * state->n_people + p;
      }
  rt_random_shuffle (self->random, self->faults, self->n_faults);
}

static int
random_mover (Ties *self, int r)
{
  const RtState *state = self->state;

  return state->movers[r * state->n_people + rt_random_below (self->random, state->n_movers[r])];
}

/* With anybody at another table: where nobody meets twice, only larger ones help those at fault. */
static bool
pick_swap (Ties *self, int r, int a, RtSwap *swap)
{
  const RtState *state = self->state;
  int from = rt_state_table (state, r, a);
  bool larger = self->most == 1 && self->met[a] == self->least;

  for (int i = 0; i < PARTNERS; i++)
    {
      int b = random_mover (self, r);
      int to = rt_state_table (state, r, b);

      *swap = (RtSwap) { r, a, b, from, to };
      if (from >= 0 && to >= 0 && to != from
          && (!larger || rt_state_size (state, r, to) > rt_state_size (state, r, from)))
        return true;
    }
  return false;
}

static bool
keeps_person (const RtSearch *search, int person)
{
  const RtState *state = search->state;

  for (int i = state->own_first[person]; i < state->own_first[person + 1]; i++)
    if (state->terms[state->own[i]].value != search->best_values[state->own[i]])
      return false;
  return true;
}

/* Whether each rule that the swap could change still costs the same. */
static bool
keeps_measures (const RtSearch *search, const RtSwap *swap)
{
  const RtState *state = search->state;

  for (int i = 0; i < state->n_common; i++)
    if (state->terms[state->common[i]].value != search->best_values[state->common[i]])
      return false;
  return keeps_person (search, swap->a) && keeps_person (search, swap->b);
}

static void
try_swap (Ties *self, RtSearch *search, int r, int a)
{
  RtSwap swap, back;
  Rank before = rank (self), after;

  if (!pick_swap (self, r, a, &swap) || rt_state_delta (self->state, &swap) != 0)
    return;
  back = (RtSwap) { r, swap.a, swap.b, swap.to, swap.from };
  count_swap (self, &swap);
  after = rank (self);
  rt_state_apply (self->state, &swap);
  if (compare_ranks (&after, &before) <= 0 && keeps_measures (search, &swap))
    return;
  count_swap (self, &back);
  rt_state_apply (self->state, &back);
}

/* Anybody, so that others may find a way next time. */
static void
shake (Ties *self, RtSearch *search)
{
  const RtState *state = self->state;
  int r = rt_random_below (self->random, state->n_rounds);

  if (state->n_movers[r] > 0)
    try_swap (self, search, r, random_mover (self, r));
}

/* Swaps for those at fault, one after the other, until nobody is who may move. */
static void
walk (Ties *self, RtSearch *search, uint64_t tries)
{
  const RtState *state = self->state;
  uint64_t listing = (uint64_t) (state->n_people * state->n_rounds) / SEATS_PER_TRY + 1;
  Limits limits = find_limits (state->problem, state->tables, search->best_values);

  for (uint64_t spent = 0; spent < tries && !search->stopped; spent += listing)
    {
      if (self->most <= limits.most && self->least >= limits.met)
        break;
      list_faults (self);
      for (int i = 0; i < self->n_faults && spent < tries && !search->stopped; i++)
        {
          int r = self->faults[i] / state->n_people, a = self->faults[i] % state->n_people;

          for (int k = 0; k < TRIES_PER_FAULT && is_at_fault (self, r, a); k++, spent++)
            try_swap (self, search, r, a);
          for (int k = 0; k < SHAKES_PER_FAULT; k++, spent++)
            shake (self, search);
          if (i % POLL_FAULTS == 0 && search->poll != NULL && !search->poll (search->poll_data))
            search->stopped = true;
        }
      if (self->n_faults == 0)
        break;
    }
  search->moves += tries;
}

void
rt_ties_mend (RtSearch *search, uint64_t tries)
{
  RtState *state = search->state;
  size_t seats = (size_t) (state->n_people * state->n_rounds);
  RT_AUTOFREE int16_t *rows = RT_NEW (int16_t, seats);
  RT_AUTOFREE int *met = RT_NEW (int, state->n_people);
  RT_AUTOFREE int *who_met = RT_NEW (int, state->n_people);
  RT_AUTOFREE int *faults = RT_NEW (int, seats);
  Ties self = { .state = state, .random = &search->random, .rows = rows, .met = met,
                .who_met = who_met, .faults = faults };

  rt_search_return (search);
  count_all (&self);
  walk (&self, search, tries);
  memcpy (search->best, state->tables, sizeof *search->best * seats);
}
