/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* How a search goes on: whom it looks at next, how warm it is, and when it ends. */

#include "rt-search-parts.h"

#define POLL_MOVES 2048

/* Of 16 steps, how many exchange whole rows: most where single swaps would spoil a construction. */
#define ROWS_SEARCHED    1
#define ROWS_CONSTRUCTED 14

/* How long a walk that finds nothing better keeps its temperature, and the highest, in parts of the
 * weight of what is worth most. */
#define PATIENCE_PER_SEAT 8
#define WARMEST           0.4

/* More people than this are not looked at all at once at first. */
#define LARGE 500

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
  for (int g = 0; g < state->n_groups && rt_search_group_level (state, g) <= level; g++)
    if (rt_search_is_open_group (self, g, state->group_sum, false))
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

      if (rt_search_is_open_term (self, term) && rt_term_conflict (state, term, r, a))
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
  bool repeats_only = faults->n == 1 && !faults->own && !faults->places;

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
          if (any || (!(repeats_only && rt_state_is_cleared (state, faults->terms[0], r, p))
                      && in_conflict (self, faults, r, p)))
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
  return faults->group < 0 ? RT_SOFT_SHOULD : rt_search_weight (self, faults->group);
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
  while (temperature * (double) (1 << most) < WARMEST * RT_SOFT_SHOULD)
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
    if (state->terms[i].rule->kind == RT_TERM_EVEN
        && rt_search_is_open_term (self, &state->terms[i]))
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
      if (delta < INT64_MAX && rt_search_accepts (self, delta, temperature))
        {
          rt_search_apply (self, &swap);
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

          rt_search_try_rows (self, a, b, temperature);
          continue;
        }
      if (rt_search_moves_as_unit (self, r, a))
        {
          rt_search_try_unit (self, r, a, candidates / 4 + 1, temperature);
          continue;
        }
      delta = rt_search_best_swap (self, r, a, candidates, weight_of_first (self, &faults), &swap);
      if (delta < INT64_MAX && rt_search_accepts (self, delta, temperature))
        rt_search_apply (self, &swap);
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
          if (rt_search_moves_as_unit (self, r, a))
            rt_search_try_unit (self, r, a, 1, temperature);
          else if (rt_search_random_chair (self, r, a, &swap)
                   && rt_search_accepts (self, rt_state_delta (state, &swap), temperature))
            rt_search_apply (self, &swap);
        }
    }
}
