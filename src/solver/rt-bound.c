/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-bound-parts.h"

#include "rt-memory.h"
#include "rt-solver.h"

#include <stdlib.h>
#include <string.h>

/* Tables times guests beyond which least sizes are not weighed up against chairs. */
#define MOST_CHOICE 100000

/* Whether a `must` can be counted on: nothing shows that it cannot be kept. */
static bool
is_must (const RtBounder *self, int i)
{
  return self->problem->terms[i].level == RT_LEVEL_MUST && self->bounds->terms[i] == 0;
}

static void
list_musts (RtBounder *self)
{
  self->musts = RT_NEW (const RtTerm *, self->problem->n_terms);
  for (int i = 0; i < self->problem->n_terms; i++)
    {
      RtTermKind kind = self->problem->terms[i].kind;

      if (is_must (self, i) && (kind == RT_TERM_RETURNS || kind == RT_TERM_OWN_HOST))
        self->musts[self->n_musts++] = &self->problem->terms[i];
    }
}

bool
rt_bounder_closed_to (const RtBounder *self, int r, int t, int column, int value)
{
  const RtProblem *problem = self->problem;
  int host = problem->host[r * problem->n_tables + t],
      co_host = problem->co_host[r * problem->n_tables + t];

  for (int i = 0; value != RT_NOWHERE && i < self->n_musts; i++)
    {
      const RtTerm *term = self->musts[i];

      if (term->kind == RT_TERM_OWN_HOST && term->column == column
          && rt_bounder_acts (self, term, r)
          && ((host != RT_NOWHERE && problem->columns[column][host] == value)
              || (co_host != RT_NOWHERE && problem->columns[column][co_host] == value)))
        return true;
    }
  return false;
}

static int
target_at (const RtProblem *problem, RtOf of, int r, int t)
{
  int i = r * problem->n_tables + t;

  return of == RT_OF_TABLE ? t : of == RT_OF_HOST ? problem->host[i] : problem->theme[i];
}

bool
rt_bounder_no_return (const RtBounder *self, int ra, int a, int rb, int b)
{
  for (int i = 0; i < self->n_musts; i++)
    {
      const RtTerm *term = self->musts[i];
      int target
          = term->kind == RT_TERM_RETURNS ? target_at (self->problem, term->of, ra, a) : RT_NOWHERE;

      if (target != RT_NOWHERE && rt_bounder_acts (self, term, ra)
          && rt_bounder_acts (self, term, rb)
          && target == target_at (self->problem, term->of, rb, b))
        return true;
    }
  return false;
}

int64_t
rt_bounder_spread (const RtBounder *self, int r, const int *people, int n_people, int column)
{
  const RtProblem *problem = self->problem;
  int T = problem->n_tables, left = 0, value = RT_NOWHERE;
  RT_AUTOFREE int *here = RT_NEW (int, T);
  RT_AUTOFREE int *room = RT_NEW (int, T);
  int64_t pairs = 0;
  bool grows = true;

  if (n_people < 2)
    return 0;
  for (int i = 0; i < n_people; i++)
    {
      int fixed = rt_bounder_fixed (self, r, people[i]);

      if (column >= 0)
        value = problem->columns[column][people[i]];
      if (fixed == RT_NOWHERE)
        left++;
      else
        pairs += here[fixed]++;
    }
  for (int t = 0; t < T; t++)
    room[t] = rt_bounder_closed_to (self, r, t, column, value)
                ? 0 : self->high[r * T + t] - self->pinned[r * T + t];
  for (int level = 0; grows && left > 0; level++)
    {
      grows = false;
      for (int t = 0; t < T && left > 0; t++)
        {
          grows = grows || room[t] > 0;
          if (here[t] == level && room[t] > 0)
            {
              pairs += here[t]++;
              room[t]--;
              left--;
            }
        }
    }
  return pairs;
}

static void
count_people (RtBounder *self)
{
  const RtProblem *problem = self->problem;

  for (int r = 0; r < problem->n_rounds; r++)
    for (int p = 0; p < problem->n_people; p++)
      {
        int i = r * problem->n_people + p, fixed = problem->fixed[i];

        self->guests[r] += problem->presence[i] == RT_GUEST;
        if (fixed >= 0 && problem->presence[i] == RT_GUEST)
          self->pinned[r * problem->n_tables + fixed]++;
        if (fixed >= 0 && problem->presence[i] == RT_LEADS)
          self->led[r * problem->n_tables + fixed] = true;
      }
}

/* Sizes that places and pins permit: nobody is above the places who is not pinned there. */
static void
find_sizes (RtBounder *self, int r)
{
  const RtProblem *problem = self->problem;
  int T = problem->n_tables, room = 0;

  for (int t = 0; t < T; t++)
    {
      int i = r * T + t;

      self->high[i]
          = problem->open[i] && !problem->frozen[r] && problem->places[i] > self->pinned[i]
                ? problem->places[i]
                : self->pinned[i];
      room += self->high[i];
    }
  self->lacking[r] = room < self->guests[r];
  if (self->lacking[r])
    self->bounds->unseated += self->guests[r] - room;
  for (int t = 0; t < T; t++)
    {
      int i = r * T + t, rest = self->guests[r] - (room - self->high[i]);

      self->low[i] = rest > self->pinned[i] ? rest : self->pinned[i];
    }
}

/* Guests who sit where least sizes count: not at closed tables, nor where too many are pinned. */
static int64_t
guests_for_least (const RtBounder *self, int r)
{
  const RtProblem *problem = self->problem;
  int64_t guests = self->guests[r], room = 0;

  for (int i = r * problem->n_tables; i < (r + 1) * problem->n_tables; i++)
    {
      bool counts = problem->open[i] && self->pinned[i] <= problem->places[i];

      guests -= counts ? 0 : self->pinned[i];
      room += counts ? self->high[i] : 0;
    }
  return guests < room ? guests : room;
}

typedef struct {
  int room;  /* chairs */
  int least; /* guests it takes */
} Choice;

/*
 * The fewest guests that tables with @room chairs together take, each at least its own (0/1
 * knapsack).
 */
static int64_t
least_for_room (const Choice *choices, int n, int room)
{
  RT_AUTOFREE int64_t *best = RT_NEW (int64_t, room + 1);

  for (int c = 1; c <= room; c++)
    best[c] = INT64_MAX / 2;
  for (int i = 0; i < n; i++)
    for (int c = room; c > 0; c--)
      {
        int before = c > choices[i].room ? c - choices[i].room : 0;

        if (best[before] + choices[i].least < best[c])
          best[c] = best[before] + choices[i].least;
      }
  return best[room];
}

/*
 * People missing to the least sizes. Tables where somebody leads or is pinned are occupied, and so
 * are some more if these have too few chairs. Guests fill the least sizes of all that are occupied,
 * as far as there are guests and chairs.
 */
static int64_t
least_missing (const RtBounder *self, int r)
{
  const RtProblem *problem = self->problem;
  int T = problem->n_tables, n = 0, room = 0, left = self->guests[r];
  RT_AUTOFREE Choice *choices = RT_NEW (Choice, T);
  int64_t missing = 0, needed = 0;

  for (int t = 0; t < T; t++)
    {
      int i = r * T + t, high = self->high[i];

      room += high;
      if (!problem->open[i] || self->pinned[i] > problem->places[i])
        left -= high;
      else if (self->led[i] || self->pinned[i] > 0)
        {
          left -= high;
          needed += problem->least[i];
          missing += problem->least[i] > high ? problem->least[i] - high : 0;
        }
      else if (high > 0)
        choices[n++] = (Choice) { high, problem->least[i] };
    }
  if (self->lacking[r])
    left -= self->guests[r] - room;
  if (left > 0 && (int64_t) left * n <= MOST_CHOICE)
    needed += least_for_room (choices, n, left);
  needed -= guests_for_least (self, r);
  return needed > missing ? needed : missing;
}

static int64_t
least_capacity (const RtBounder *self, int r)
{
  const RtProblem *problem = self->problem;
  int64_t above = 0;

  for (int t = 0; t < problem->n_tables; t++)
    {
      int i = r * problem->n_tables + t, most = problem->open[i] ? problem->places[i] : 0;

      above += self->pinned[i] > most ? self->pinned[i] - most : 0;
    }
  return above + least_missing (self, r);
}

/*
 * Open tables with guests whose host is not there: those that cannot be empty, and as many more as
 * it takes to seat everybody.
 */
static int64_t
least_hostless (const RtBounder *self, int r)
{
  const RtProblem *problem = self->problem;
  int T = problem->n_tables, n = 0, left = self->guests[r];
  RT_AUTOFREE int *rooms = RT_NEW (int, T);
  int64_t bound = 0;

  for (int t = 0; problem->hostless != NULL && t < T; t++)
    {
      int i = r * T + t;
      bool forced = self->high[i] > 0 && self->low[i] > 0;

      bound += problem->hostless[i] && forced;
      if (problem->hostless[i] && !forced)
        rooms[n++] = self->high[i];
      else
        left -= self->high[i];
    }
  qsort (rooms, (size_t) n, sizeof (int), rt_compare_ints);
  while (left > 0 && n > 0 && rooms[n - 1] > 0)
    {
      left -= rooms[--n];
      bound++;
    }
  return bound;
}

static void
find_round (RtBounder *self, int r)
{
  find_sizes (self, r);
  if (!self->problem->frozen[r])
    self->bounds->capacity += least_capacity (self, r);
}

/* Guests of a round who are not pinned to a closed table: those whose sizes are to be even. */
int
rt_bounder_at_open (const RtBounder *self, int r)
{
  const RtProblem *problem = self->problem;
  int guests = self->guests[r];

  for (int t = r * problem->n_tables; t < (r + 1) * problem->n_tables; t++)
    guests -= problem->open[t] ? 0 : self->pinned[t];
  return guests;
}

/* Even sizes, where a `must` asks for them and nothing shows that they cannot be had. */
static void
count_on_even (RtBounder *self, int r)
{
  const RtProblem *problem = self->problem;
  int left, level;

  for (int i = 0; i < problem->n_terms; i++)
    if (problem->terms[i].kind == RT_TERM_EVEN && is_must (self, i)
        && rt_bounder_acts (self, &problem->terms[i], r) && !problem->frozen[r])
      {
        level = rt_problem_even_level (problem, r, rt_bounder_at_open (self, r), &left);
        for (int t = 0; t < problem->n_tables; t++)
          {
            int k = r * problem->n_tables + t, seats = rt_problem_seats (problem, k), most;

            if (!problem->open[k])
              continue;
            self->low[k] = seats < level ? seats : level;
            most = self->low[k] + (seats > level && left > 0);
            self->high[k] = most < self->high[k] ? most : self->high[k];
          }
        return;
      }
}

static int
compare_pairs (const void *a, const void *b)
{
  const RtPair *x = a, *y = b;

  return x->one != y->one ? x->one - y->one : x->other - y->other;
}

static void
add_pair (RtBounder *self, int *room, int p, int q, uint32_t rounds)
{
  if (self->n_pairs == *room)
    self->pairs = rt_realloc (self->pairs, sizeof (RtPair) * (size_t) (*room = 2 * *room + 16));
  self->pairs[self->n_pairs++] = (RtPair) { p < q ? p : q, p < q ? q : p, rounds };
}

/* Pairs who must sit together, each once, with the rounds in which both are guests. */
static void
list_pairs (RtBounder *self)
{
  int room = 0, n = 0;

  for (int i = 0; i < self->problem->n_terms; i++)
    {
      const RtTerm *term = &self->problem->terms[i];

      if (term->kind != RT_TERM_TOGETHER || !is_must (self, i))
        continue;
      for (int a = 0; a < term->n_people; a++)
        for (int b = 0; b < a; b++)
          {
            uint32_t rounds = 0;

            for (int r = 0; r < self->problem->n_rounds; r++)
              if (rt_bounder_acts (self, term, r) && rt_bounder_is_guest (self, r, term->people[a])
                  && rt_bounder_is_guest (self, r, term->people[b]))
                rounds |= UINT32_C (1) << r;
            if (term->people[a] != term->people[b])
              add_pair (self, &room, term->people[a], term->people[b], rounds);
          }
    }
  if (self->n_pairs > 0)
    qsort (self->pairs, (size_t) self->n_pairs, sizeof (RtPair), compare_pairs);
  for (int i = 0; i < self->n_pairs; i++)
    if (n > 0 && compare_pairs (&self->pairs[n - 1], &self->pairs[i]) == 0)
      self->pairs[n - 1].rounds |= self->pairs[i].rounds;
    else
      self->pairs[n++] = self->pairs[i];
  self->n_pairs = n;
}

/*
 * Rounds that are over count as they stand: the plain score of the problem in which nobody attends
 * the others. Kinds that are sums over rounds take it as it is, repeats add to it.
 */
static RtScore *
score_frozen (const RtProblem *problem)
{
  RtProblem copy = *problem;
  size_t n = (size_t) (problem->n_people * problem->n_rounds);
  RT_AUTOFREE uint8_t *presence = RT_NEW (uint8_t, n);
  RtScore *score;

  for (int r = 0; r < problem->n_rounds; r++)
    if (problem->frozen[r])
      memcpy (presence + r * problem->n_people, problem->presence + r * problem->n_people,
              (size_t) problem->n_people);
  copy.presence = presence;
  score = rt_score_new (&copy, problem->fixed);
  return score;
}

/* Once somebody asked to stop, nothing more is begun. */
static bool
may_go_on (RtBounder *self)
{
  if (!self->stopped && self->goes_on != NULL)
    self->stopped = !self->goes_on (self->data);
  return !self->stopped;
}

static int64_t
bound_over_rounds (RtBounder *self, const RtTerm *term, RtReason *reason)
{
  int64_t sum = 0;

  for (int r = 0; r < self->problem->n_rounds; r++)
    if (!self->problem->frozen[r] && rt_bounder_acts (self, term, r) && may_go_on (self))
      sum += rt_bound_in_round (self, term, r, reason);
  return sum;
}

static int64_t
bound_term (RtBounder *self, const RtTerm *term, int64_t frozen, RtReason *reason)
{
  int64_t bound;

  switch (term->kind)
    {
    case RT_TERM_REPEATS:
      return frozen + rt_bound_repeats (self, term, reason);
    case RT_TERM_OVER_REPEATS:
      bound = rt_bound_over_repeats (self, term, reason);
      return bound > frozen ? bound : frozen;
    case RT_TERM_RETURNS:
      bound = rt_bound_returns (self, term, reason);
      return bound > frozen ? bound : frozen;
    case RT_TERM_VISIT:
      return rt_bound_visit (self, term, reason);
    case RT_TERM_WISHES:
      return rt_bound_wishes (self, term, reason);
    case RT_TERM_SLIPS:
      return rt_bound_slips (self, term, reason);
    default:
      return frozen + bound_over_rounds (self, term, reason);
    }
}

static void
bound_terms (RtBounder *self, const RtScore *frozen, bool musts)
{
  for (int i = 0; i < self->problem->n_terms && may_go_on (self); i++)
    {
      const RtTerm *term = &self->problem->terms[i];
      int64_t constant = frozen != NULL ? frozen->terms[i] : 0;
      RtReason reason = constant > 0 ? RT_REASON_FIXED : RT_REASON_NONE;

      if ((term->level == RT_LEVEL_MUST) != musts)
        continue;
      self->bounds->terms[i] = bound_term (self, term, constant, &reason);
      self->bounds->reasons[i] = self->bounds->terms[i] > 0 ? reason : RT_REASON_NONE;
    }
}

/* Nobody meets more people in a round than the largest table holds. */
static int
rounds_to_meet_all (const RtBounder *self)
{
  int n = 0, largest = 0;

  for (int r = 0; r < self->problem->n_rounds; r++)
    {
      n = self->guests[r] > n ? self->guests[r] : n;
      for (int t = 0; t < self->problem->n_tables; t++)
        largest = self->high[r * self->problem->n_tables + t] > largest
                    ? self->high[r * self->problem->n_tables + t] : largest;
    }
  return largest < 2 || n < 2 ? 0 : (n - 1 + largest - 2) / (largest - 1);
}

static bool
any_frozen (const RtProblem *problem)
{
  for (int r = 0; r < problem->n_rounds; r++)
    if (problem->frozen[r])
      return true;
  return false;
}

/**
 * rt_bounds_new:
 * @problem: a sound problem
 *
 * Returns: (transfer full): a lower bound for each measure, to be freed with rt_bounds_free()
 */
RtBounds *
rt_bounds_new (const RtProblem *problem)
{
  return rt_bounds_new_while (problem, NULL, NULL);
}

/**
 * rt_bounds_new_while:
 * @problem: a sound problem
 * @goes_on: (nullable): returns false to stop; asked for every rule and round
 * @data: for @goes_on
 *
 * Returns: (transfer full): as rt_bounds_new(), and when stopped still bounds, but lower ones
 */
RtBounds *
rt_bounds_new_while (const RtProblem *problem, bool (*goes_on) (void *data), void *data)
{
  RtBounder self = { .problem = problem, .bounds = RT_NEW (RtBounds, 1), .goes_on = goes_on,
                     .data = data };
  int n_places = problem->n_rounds * problem->n_tables;
  RtScore *frozen = any_frozen (problem) ? score_frozen (problem) : NULL;

  self.bounds->terms = RT_NEW (int64_t, problem->n_terms);
  self.bounds->reasons = RT_NEW (RtReason, problem->n_terms);
  self.bounds->round_a = self.bounds->round_b = self.bounds->table = RT_NOWHERE;
  self.guests = RT_NEW (int, problem->n_rounds);
  self.lacking = RT_NEW (bool, problem->n_rounds);
  self.pinned = RT_NEW (int, n_places);
  self.low = RT_NEW (int, n_places);
  self.high = RT_NEW (int, n_places);
  self.led = RT_NEW (bool, n_places);
  count_people (&self);
  for (int r = 0; r < problem->n_rounds; r++)
    find_round (&self, r);
  self.bounds->capacity += frozen != NULL ? frozen->capacity : 0;
  bound_terms (&self, frozen, true);

  list_musts (&self);
  for (int r = 0; r < problem->n_rounds; r++)
    {
      count_on_even (&self, r);
      self.bounds->hosts += least_hostless (&self, r);
    }
  list_pairs (&self);
  for (int i = 0; i < problem->n_terms; i++)
    if (problem->terms[i].kind == RT_TERM_LANGUAGE && is_must (&self, i))
      rt_bounder_learn_languages (&self, &problem->terms[i]);
  bound_terms (&self, frozen, false);
  self.bounds->rounds_to_meet_all = rounds_to_meet_all (&self);

  rt_score_free (frozen);
  rt_bounder_forget_languages (&self);
  void *parts[] = { self.guests, self.lacking, self.pinned, self.low,
                    self.high,   self.led,     self.pairs,  self.musts };
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    free (parts[i]);
  return self.bounds;
}

/** rt_bounds_free: Frees @bounds, which may be NULL */
void
rt_bounds_free (RtBounds *bounds)
{
  if (bounds == NULL)
    return;
  free (bounds->terms);
  free (bounds->reasons);
  free (bounds);
}
