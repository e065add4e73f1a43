/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-units.h"

#include "rt-design-parts.h"
#include "rt-memory.h"

#include <string.h>

#define MOST_UNITS     400
#define MOST_PLACES    4000000 /* rounds times tables times units */
#define HOT            0.6
#define COLD           0.15
#define COOLING_STEPS  200
#define MUST 3 /* what a guest too many, or a return, costs beside a repeat, and later more */
#define MOST_MUST      24
#define STEPS_PER_SEAT 2000 /* in the first attempt; each has twice as many as the one before */
#define MOST_STEPS     8000000

struct RtUnits {
  const RtProblem *problem;
  int              n, n_tables, n_rounds, n_targets;
  int             *of;       /* [n_people] the unit, RT_NOWHERE for who is never a guest */
  int             *guests;   /* [n_rounds * n] members who attend */
  int             *fixed;    /* [n_rounds * n] table, or RT_NOWHERE */
  int *movers; /* [n_movers] r * n + unit for every one that attends and is not fixed */
  int              n_movers;
  int *target; /* [n_rounds * n_tables] what a unit must not come back to, or RT_NOWHERE */
  int             *least;    /* [n_rounds * n_tables] guests that cost nothing */
  int             *most;

  int             *table;    /* [n_rounds * n] */
  int             *load;     /* [n_rounds * n_tables] guests */
  int             *size;     /* [n_rounds * n_tables] units */
  int             *who;      /* [n_rounds * n_tables * n] */
  int             *place;    /* [n_rounds * n] where in `who` */
  uint8_t         *met;      /* [n * n] */
  uint8_t         *visits;   /* [n * n_targets] */
  int              cost;
  int              must;     /* what a rule that must be kept costs */
  int              attempts;
  RtHeat           heat;
};

/* A rule that acts wherever its people could be moved. */
static bool
keeps_together (const RtProblem *problem, const RtTerm *term)
{
  if (term->kind != RT_TERM_TOGETHER || term->level != RT_LEVEL_MUST)
    return false;
  for (int r = 0; r < problem->n_rounds; r++)
    if (!problem->frozen[r] && (term->rounds >> r & 1) == 0)
      return false;
  return true;
}

/* Joins the units of those who are together. */
static void
join_people (const RtProblem *problem, int *of)
{
  for (int i = 0; i < problem->n_terms; i++)
    if (keeps_together (problem, &problem->terms[i]))
      for (int k = 1; k < problem->terms[i].n_people; k++)
        {
          int a = of[problem->terms[i].people[0]], b = of[problem->terms[i].people[k]];

          for (int p = 0; p < problem->n_people; p++)
            if (of[p] == b)
              of[p] = a;
        }
}

/* Whether it is not worth looking at who is together: too few are, or far too many units would be
 * left. */
static bool
is_hopeless (const RtProblem *problem)
{
  int sum = 0, joined = 0, leaders = 2 * problem->n_tables;

  for (int i = 0; i < problem->n_terms; i++)
    if (keeps_together (problem, &problem->terms[i]))
      {
        sum += problem->terms[i].n_people;
        joined += problem->terms[i].n_people - 1;
      }
  if (problem->n_people - joined > MOST_UNITS + leaders)
    return true;
  return sum * 4 < problem->n_people && problem->n_people > 4 * problem->n_tables;
}

static bool
is_guest (const RtProblem *problem, int person)
{
  for (int r = 0; r < problem->n_rounds; r++)
    if (problem->presence[r * problem->n_people + person] == RT_GUEST)
      return true;
  return false;
}

/* Numbers the units. Returns whether at least half of the guests are in one with others, or each
 * has a table. */
static bool
number_units (RtUnits *self)
{
  int n = self->problem->n_people, guests = 0, together = 0;
  RT_AUTOFREE int *number = RT_NEW (int, n);
  RT_AUTOFREE int *members = RT_NEW (int, n);

  for (int p = 0; p < n; p++)
    if (is_guest (self->problem, p))
      members[self->of[p]]++;
  for (int p = 0; p < n; p++)
    if (!is_guest (self->problem, p))
      self->of[p] = RT_NOWHERE;
    else
      {
        int *unit = &number[self->of[p]];

        guests++;
        together += members[self->of[p]] > 1;
        if (*unit == 0)
          *unit = ++self->n;
        self->of[p] = *unit - 1;
      }
  return together > 0 && (together * 2 >= guests || self->n <= self->n_tables);
}

/* Who is pinned pins the unit, and so does a round that is over. */
static void
list_movers (RtUnits *self)
{
  const RtProblem *problem = self->problem;

  for (int i = 0; i < self->n_rounds * self->n; i++)
    self->fixed[i] = RT_NOWHERE;
  for (int i = 0; i < self->n_rounds * problem->n_people; i++)
    {
      int r = i / problem->n_people, unit = self->of[i % problem->n_people];

      if (unit == RT_NOWHERE || problem->presence[i] != RT_GUEST)
        continue;
      self->guests[r * self->n + unit]++;
      if (problem->fixed[i] != RT_NOWHERE)
        self->fixed[r * self->n + unit] = problem->fixed[i];
    }
  for (int i = 0; i < self->n_rounds * self->n; i++)
    if (self->guests[i] > 0 && self->fixed[i] == RT_NOWHERE && !problem->frozen[i / self->n])
      self->movers[self->n_movers++] = i;
}

static const RtTerm *
find_rule (const RtProblem *problem, RtTermKind kind)
{
  for (int i = 0; i < problem->n_terms; i++)
    if (problem->terms[i].kind == kind && problem->terms[i].level < RT_LEVEL_MAY)
      return &problem->terms[i];
  return NULL;
}

static void
list_targets (RtUnits *self)
{
  const RtProblem *problem = self->problem;
  const RtTerm *returns = find_rule (problem, RT_TERM_RETURNS);

  for (int i = 0; i < self->n_rounds * self->n_tables; i++)
    {
      bool acts = returns != NULL && (returns->rounds >> (i / self->n_tables) & 1) != 0;

      self->target[i] = !acts                          ? RT_NOWHERE
                        : returns->of == RT_OF_HOST    ? problem->host[i]
                        : returns->of == RT_OF_TABLE   ? i % self->n_tables
                                                       : problem->theme[i];
      if (self->target[i] >= self->n_targets)
        self->n_targets = self->target[i] + 1;
    }
}

/* How many guests a table should have: as its places allow, and if a rule asks for it, as even as
 * can be. */
static void
list_limits (RtUnits *self)
{
  const RtProblem *problem = self->problem;
  const RtTerm *even = find_rule (problem, RT_TERM_EVEN);

  for (int r = 0; r < self->n_rounds; r++)
    {
      bool acts = even != NULL && (even->rounds >> r & 1) != 0;
      int guests = 0, level, left;

      for (int unit = 0; unit < self->n; unit++)
        guests += self->guests[r * self->n + unit];
      level = rt_problem_even_level (problem, r, guests, &left);
      for (int i = r * self->n_tables; i < (r + 1) * self->n_tables; i++)
        {
          int places = problem->open[i] ? problem->places[i] : 0;

          self->most[i] = acts && level + 1 < places ? level + 1 : places;
          self->least[i] = !acts ? 0 : level < places ? level : places;
        }
    }
}

RtUnits *
rt_units_new (const RtProblem *problem)
{
  RtUnits *self;
  int T = problem->n_tables, R = problem->n_rounds;

  if (is_hopeless (problem))
    return NULL;
  self = RT_NEW (RtUnits, 1);
  self->problem = problem;
  self->n_tables = T;
  self->n_rounds = R;
  self->of = RT_NEW (int, problem->n_people);
  for (int p = 0; p < problem->n_people; p++)
    self->of[p] = p;
  join_people (problem, self->of);
  if (!number_units (self) || self->n > MOST_UNITS || (int64_t) R * T * self->n > MOST_PLACES)
    {
      rt_units_free (self);
      return NULL;
    }
  self->guests = RT_NEW (int, R * self->n);
  self->fixed = RT_NEW (int, R * self->n);
  self->movers = RT_NEW (int, R * self->n);
  self->target = RT_NEW (int, R * T);
  self->least = RT_NEW (int, R * T);
  self->most = RT_NEW (int, R * T);
  list_movers (self);
  list_targets (self);
  list_limits (self);
  self->table = RT_NEW (int, R * self->n);
  self->load = RT_NEW (int, R * T);
  self->size = RT_NEW (int, R * T);
  self->who = RT_NEW (int, R * T * self->n);
  self->place = RT_NEW (int, R * self->n);
  self->met = RT_NEW (uint8_t, self->n * self->n);
  self->visits = RT_NEW (uint8_t, self->n * self->n_targets);
  return self;
}

void
rt_units_free (RtUnits *self)
{
  if (self == NULL)
    return;
  free (self->of);
  free (self->guests);
  free (self->fixed);
  free (self->movers);
  free (self->target);
  free (self->least);
  free (self->most);
  free (self->table);
  free (self->load);
  free (self->size);
  free (self->who);
  free (self->place);
  free (self->met);
  free (self->visits);
  free (self);
}

/* What it costs a table to have so many guests. */
static int
strain (const RtUnits *self, int at, int load)
{
  int over = load - self->most[at], under = self->least[at] - load;

  return self->must * (over > 0 ? over : under > 0 ? under : 0);
}

/* What it costs @unit to meet those at a table again, @but one of them. */
static int
meeting_cost (const RtUnits *self, int at, int unit, int but)
{
  const int *who = self->who + at * self->n;
  const uint8_t *met = self->met + unit * self->n;
  int sum = 0;

  for (int i = 0; i < self->size[at]; i++)
    if (who[i] != but)
      sum += met[who[i]];
  return sum;
}

/* What it saves if @unit leaves its table: every meeting there but the first. */
static int
meeting_gain (const RtUnits *self, int at, int unit)
{
  return meeting_cost (self, at, unit, unit) - (self->size[at] - 1);
}

/* Whether @unit has been with the host (at the table, with the theme) more than @most times. */
static bool
has_visited (const RtUnits *self, int at, int unit, int most)
{
  return self->target[at] != RT_NOWHERE
         && self->visits[unit * self->n_targets + self->target[at]] > most;
}

/* What it costs @unit to go from one table to another, @but somebody who leaves that. */
static int
move_cost (const RtUnits *self, int from, int to, int unit, int but)
{
  int change = meeting_cost (self, to, unit, but) - meeting_gain (self, from, unit);

  if (self->target[from] != self->target[to])
    change += self->must * (has_visited (self, to, unit, 0) - has_visited (self, from, unit, 1));
  return change;
}

static void
count_meetings (RtUnits *self, int at, int unit, int more)
{
  const int *who = self->who + at * self->n;

  for (int i = 0; i < self->size[at]; i++)
    if (who[i] != unit)
      {
        self->met[unit * self->n + who[i]] = (uint8_t) (self->met[unit * self->n + who[i]] + more);
        self->met[who[i] * self->n + unit] = self->met[unit * self->n + who[i]];
      }
  if (self->target[at] != RT_NOWHERE)
    {
      uint8_t *visits = &self->visits[unit * self->n_targets + self->target[at]];

      *visits = (uint8_t) (*visits + more);
    }
}

static void
leave (RtUnits *self, int r, int unit)
{
  int at = r * self->n_tables + self->table[r * self->n + unit];
  int *who = self->who + at * self->n, last = who[self->size[at] - 1];

  count_meetings (self, at, unit, -1);
  who[self->place[r * self->n + unit]] = last;
  self->place[r * self->n + last] = self->place[r * self->n + unit];
  self->size[at]--;
  self->load[at] -= self->guests[r * self->n + unit];
}

static void
join (RtUnits *self, int r, int unit, int table)
{
  int at = r * self->n_tables + table;

  self->table[r * self->n + unit] = table;
  self->place[r * self->n + unit] = self->size[at];
  self->who[at * self->n + self->size[at]++] = unit;
  self->load[at] += self->guests[r * self->n + unit];
  count_meetings (self, at, unit, 1);
}

/* Seats all anew: units that move turn by a step of their own from round to round, or anywhere. */
static void
begin (RtUnits *self, RtRandom *random)
{
  int T = self->n_tables;

  memset (self->load, 0, sizeof (int) * (size_t) (self->n_rounds * T));
  memset (self->size, 0, sizeof (int) * (size_t) (self->n_rounds * T));
  memset (self->met, 0, (size_t) (self->n * self->n));
  memset (self->visits, 0, (size_t) (self->n * self->n_targets));
  self->cost = 0;
  for (int i = 0; i < self->n_rounds * self->n; i++)
    {
      int r = i / self->n, unit = i % self->n, table = self->fixed[i];

      if (self->guests[i] == 0 || (table == RT_NOWHERE && self->problem->frozen[r]))
        continue;
      if (table == RT_NOWHERE)
        table = self->attempts > 0 ? rt_random_below (random, T) : (unit + r * (1 + unit / T)) % T;
      self->cost += meeting_cost (self, r * T + table, unit, RT_NOWHERE)
                    + self->must * has_visited (self, r * T + table, unit, 0);
      join (self, r, unit, table);
    }
  for (int i = 0; i < self->n_rounds * T; i++)
    self->cost += strain (self, i, self->load[i]);
}

/* One unit moves to another table, or two change places. */
static void
step (RtUnits *self, RtRandom *random)
{
  int i = self->movers[rt_random_below (random, self->n_movers)], r = i / self->n, a = i % self->n,
      b = RT_NOWHERE;
  int from = self->table[i], to = rt_random_below (random, self->n_tables);
  int here = r * self->n_tables + from, there, more = -self->guests[i], change;

  there = r * self->n_tables + to;
  if (from == to)
    return;
  if ((rt_random_next (random) >> 63) != 0 && self->size[there] > 0)
    {
      b = self->who[there * self->n + rt_random_below (random, self->size[there])];
      if (self->fixed[r * self->n + b] != RT_NOWHERE)
        return;
      more += self->guests[r * self->n + b];
    }
  change = strain (self, here, self->load[here] + more) - strain (self, here, self->load[here])
           + strain (self, there, self->load[there] - more)
           - strain (self, there, self->load[there]) + move_cost (self, here, there, a, b);
  if (b != RT_NOWHERE)
    change += move_cost (self, there, here, b, a);
  if (!rt_heat_takes (&self->heat, change, random))
    return;
  leave (self, r, a);
  if (b != RT_NOWHERE)
    {
      leave (self, r, b);
      join (self, r, b, from);
    }
  join (self, r, a, to);
  self->cost += change;
}

static void
write_tables (const RtUnits *self, int32_t *tables)
{
  const RtProblem *problem = self->problem;

  for (int i = 0; i < self->n_rounds * problem->n_people; i++)
    {
      int r = i / problem->n_people, unit = self->of[i % problem->n_people];

      tables[i] = problem->presence[i] != RT_GUEST ? RT_NOWHERE
                  : problem->frozen[r] || problem->fixed[i] != RT_NOWHERE
                      ? problem->fixed[i]
                      : self->table[r * self->n + unit];
    }
}

/* How long an attempt is. */
static int64_t
count_steps (const RtUnits *self)
{
  int64_t steps = (int64_t)self->n_movers * STEPS_PER_SEAT
                  << (self->attempts < 10 ? self->attempts : 10);

  return steps < MOST_STEPS ? steps : MOST_STEPS;
}

bool
rt_units_seat (RtUnits *self, RtRandom *random, bool (*goes_on) (void *data), void *data,
               int32_t *tables)
{
  int64_t part = count_steps (self) / COOLING_STEPS;
  int best;

  self->must = MUST << self->attempts / 3 < MOST_MUST ? MUST << self->attempts / 3 : MOST_MUST;
  begin (self, random);
  best = self->cost;
  write_tables (self, tables);
  for (int i = 0; i < COOLING_STEPS && best > 0 && goes_on (data); i++)
    {
      rt_heat_set (&self->heat, HOT + (COLD - HOT) * i / COOLING_STEPS);
      for (int64_t k = 0; k < part && self->cost > 0; k++)
        step (self, random);
      if (self->cost < best)
        {
          best = self->cost;
          write_tables (self, tables);
        }
    }
  self->attempts++;
  return best == 0;
}
