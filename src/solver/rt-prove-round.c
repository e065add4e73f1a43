/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/*
 * One round at a time: can the people whom rules name, and those whom rules count, be seated at
 * all? Whoever sits together is one unit; everybody else only fills chairs. Units are seated one
 * after the other, the one with the fewest tables left first (Haralick and Elliott 1980), for a
 * fixed number of steps.
 */

#include "rt-prove.h"

#include "rt-memory.h"

#include <stdlib.h>

#define MOST_STEPS 4000000
#define MOST_UNITS 4000

/* A rule that counts heads at each table. */
typedef struct {
  const RtTerm *term;
  int          *here; /* [n_tables] */
  int          *adds; /* [n_units] */
  int           left; /* members who have no table yet */
} Heads;

typedef struct {
  const RtProblem *problem;
  int              round, n_tables;
  int             *unit;     /* [n_people] RT_NOWHERE: only fills a chair */
  int              n_units;
  int             *size;     /* [n_units] chairs a unit needs */
  int             *at;       /* [n_units] */
  uint8_t         *closed;   /* [n_units * n_tables] */
  uint8_t         *apart;    /* [n_units * n_units] */
  uint16_t        *against;  /* [n_units * n_tables] units at the table who must be apart */
  int             *room;     /* [n_tables] free chairs */
  int             *needs;    /* [n_tables] guests missing to the smallest size */
  int              fillers;
  Heads           *heads;
  int              n_heads;
  int64_t          steps;
} Round;

static uint8_t
presence_of (const Round *self, int p)
{
  return self->problem->presence[self->round * self->problem->n_people + p];
}

static int
fixed_of (const Round *self, int p)
{
  return self->problem->fixed[self->round * self->problem->n_people + p];
}

static bool
is_loose (const Round *self, int p)
{
  return presence_of (self, p) == RT_GUEST && fixed_of (self, p) == RT_NOWHERE;
}

static bool
must_act (const Round *self, const RtTerm *term)
{
  return term->level == RT_LEVEL_MUST && (term->rounds >> self->round & 1) != 0;
}

/* Chairs and smallest sizes; even sizes, where they must be, narrow both. */
static void
find_rooms (Round *self)
{
  const RtProblem *problem = self->problem;
  int guests = 0, left = 0, level = -1;

  for (int p = 0; p < problem->n_people; p++)
    {
      guests += presence_of (self, p) == RT_GUEST;
      self->fillers += is_loose (self, p);
    }
  for (int i = 0; i < problem->n_terms; i++)
    if (problem->terms[i].kind == RT_TERM_EVEN && must_act (self, &problem->terms[i]))
      level = rt_problem_even_level (problem, self->round, guests, &left);
  for (int t = 0; t < self->n_tables; t++)
    {
      int i = self->round * self->n_tables + t;
      int places = problem->open[i] ? problem->places[i] : 0;

      self->room[t] = level < 0 || places <= level ? places : level + (left > 0);
      self->needs[t] = level < 0 ? 0 : places < level ? places : level;
    }
  for (int p = 0; p < problem->n_people; p++)
    if (presence_of (self, p) == RT_GUEST && fixed_of (self, p) != RT_NOWHERE)
      {
        self->room[fixed_of (self, p)]--;
        self->needs[fixed_of (self, p)]--;
      }
}

static void
join (Round *self, int p, int q)
{
  int from = self->unit[p], to = self->unit[q];

  for (int i = 0; from != to && i < self->problem->n_people; i++)
    if (self->unit[i] == from)
      self->unit[i] = to;
}

/* Gives everybody a rule speaks of a unit, by their own number at first. */
static void
name_people (Round *self)
{
  const RtProblem *problem = self->problem;

  for (int p = 0; p < problem->n_people; p++)
    self->unit[p] = RT_NOWHERE;
  for (int i = 0; i < problem->n_terms; i++)
    {
      const RtTerm *term = &problem->terms[i];
      const int32_t *values = term->kind == RT_TERM_COUNT ? problem->columns[term->column] : NULL;

      if (!must_act (self, term))
        continue;
      for (int k = 0; k < term->n_people; k++)
        if (presence_of (self, term->people[k]) != RT_AWAY)
          self->unit[term->people[k]] = term->people[k];
      if (term->kind == RT_TERM_AVOID && is_loose (self, term->person))
        self->unit[term->person] = term->person;
      for (int p = 0; values != NULL && term->value != RT_NOWHERE && p < problem->n_people; p++)
        if (values[p] == term->value && is_loose (self, p))
          self->unit[p] = p;
    }
}

static void
number_units (Round *self)
{
  const RtProblem *problem = self->problem;
  RT_AUTOFREE int *number = RT_NEW (int, problem->n_people);

  for (int i = 0; i < problem->n_terms; i++)
    if (problem->terms[i].kind == RT_TERM_TOGETHER && must_act (self, &problem->terms[i]))
      for (int a = 0, first = RT_NOWHERE; a < problem->terms[i].n_people; a++)
        {
          int p = problem->terms[i].people[a];

          if (presence_of (self, p) == RT_AWAY)
            continue;
          if (first != RT_NOWHERE)
            join (self, p, first);
          first = p;
        }
  for (int p = 0; p < problem->n_people; p++)
    if (self->unit[p] != RT_NOWHERE)
      {
        if (number[self->unit[p]] == 0)
          number[self->unit[p]] = ++self->n_units;
        self->unit[p] = number[self->unit[p]] - 1;
      }
}

static bool
leads_own (const Round *self, const RtTerm *term, int t, int p)
{
  const RtProblem *problem = self->problem;
  int i = self->round * self->n_tables + t, value = problem->columns[term->column][p];
  int host = problem->host[i], co_host = problem->co_host[i];

  return value != RT_NOWHERE
         && ((host != RT_NOWHERE && problem->columns[term->column][host] == value)
             || (co_host != RT_NOWHERE && problem->columns[term->column][co_host] == value));
}

/* Whether @term alone keeps somebody off a table. */
static bool
keeps_off (const Round *self, const RtTerm *term, int p, int t)
{
  const RtProblem *problem = self->problem;
  int i = self->round * self->n_tables + t;

  switch (term->kind)
    {
    case RT_TERM_STEP_FREE:
      return problem->needs_step_free != NULL && problem->step_free != NULL
             && problem->needs_step_free[p] && !problem->step_free[t];
    case RT_TERM_OWN_HOST:
      return leads_own (self, term, t, p);
    case RT_TERM_AVOID:
      return term->person == p
             && term->target == (term->of == RT_OF_TABLE  ? t
                                 : term->of == RT_OF_HOST ? problem->host[i] : problem->theme[i]);
    default:
      return false;
    }
}

static void
close_tables_to (Round *self, const RtTerm *term, int p)
{
  uint8_t *closed = self->closed + (size_t) self->unit[p] * (size_t) self->n_tables;

  for (int t = 0; t < self->n_tables; t++)
    closed[t] = closed[t] || keeps_off (self, term, p, t);
}

/* Who is fixed, or kept off tables by a rule that knows nobody else. */
static void
close_tables (Round *self)
{
  const RtProblem *problem = self->problem;

  for (int p = 0; p < problem->n_people; p++)
    {
      bool loose = is_loose (self, p);
      uint8_t *closed;

      if (self->unit[p] == RT_NOWHERE)
        continue;
      closed = self->closed + (size_t) self->unit[p] * (size_t) self->n_tables;
      for (int t = 0; t < self->n_tables && !loose; t++)
        closed[t] = closed[t] || fixed_of (self, p) != t;
      self->size[self->unit[p]] += loose;
      self->fillers -= loose;
    }
  for (int i = 0; i < problem->n_terms; i++)
    {
      const RtTerm *term = &problem->terms[i];

      if (!must_act (self, term))
        continue;
      if (term->kind == RT_TERM_AVOID && is_loose (self, term->person))
        close_tables_to (self, term, term->person);
      for (int p = 0; p < problem->n_people; p++)
        if ((term->kind == RT_TERM_OWN_HOST || term->kind == RT_TERM_STEP_FREE)
            && self->unit[p] != RT_NOWHERE && is_loose (self, p))
          close_tables_to (self, term, p);
    }
}

/* Whether two who must be apart are one unit. */
static bool
set_apart (Round *self, const RtTerm *term)
{
  for (int a = 0; a < term->n_people; a++)
    for (int b = 0; b < a; b++)
      {
        int one = self->unit[term->people[a]], other = self->unit[term->people[b]];

        if (presence_of (self, term->people[a]) == RT_AWAY
            || presence_of (self, term->people[b]) == RT_AWAY || term->people[a] == term->people[b])
          continue;
        if (one == other)
          return false;
        self->apart[one * self->n_units + other] = self->apart[other * self->n_units + one] = 1;
      }
  return true;
}

static void
count_heads (Round *self, const RtTerm *term)
{
  const RtProblem *problem = self->problem;
  Heads *heads = &self->heads[self->n_heads++];

  heads->term = term;
  heads->here = RT_NEW (int, self->n_tables);
  heads->adds = RT_NEW (int, self->n_units);
  for (int p = 0; term->value != RT_NOWHERE && p < problem->n_people; p++)
    {
      if (presence_of (self, p) == RT_AWAY || problem->columns[term->column][p] != term->value)
        continue;
      if (!is_loose (self, p))
        heads->here[fixed_of (self, p)]++;
      else
        {
          heads->adds[self->unit[p]]++;
          heads->left++;
        }
    }
}

/* Whether somebody surely sits at a table, or does by now. */
static bool
is_occupied (const Round *self, int t)
{
  const RtProblem *problem = self->problem;
  int i = self->round * self->n_tables + t;

  if (self->needs[t] > 0 || problem->host[i] != RT_NOWHERE || problem->co_host[i] != RT_NOWHERE)
    return true;
  for (int u = 0; u < self->n_units; u++)
    if (self->at[u] == t)
      return true;
  return false;
}

/* Whether heads that are missing can still come. */
static bool
heads_can_be (Round *self)
{
  for (int i = 0; i < self->n_heads; i++)
    {
      const Heads *heads = &self->heads[i];
      int missing = 0;

      for (int t = 0; t < self->n_tables; t++)
        {
          if (!self->problem->open[self->round * self->n_tables + t])
            continue;
          if (heads->term->most >= 0 && heads->here[t] > heads->term->most)
            return false;
          if (heads->here[t] < heads->term->least && is_occupied (self, t))
            missing += heads->term->least - heads->here[t];
        }
      self->steps += self->n_tables;
      if (missing > heads->left)
        return false;
    }
  return true;
}

static bool
sizes_can_be (const Round *self)
{
  int missing = 0;

  for (int t = 0; t < self->n_tables; t++)
    missing += self->needs[t] > 0 ? self->needs[t] : 0;
  return missing <= self->fillers;
}

static void
seat (Round *self, int u, int t, int sign)
{
  self->at[u] = sign > 0 ? t : RT_NOWHERE;
  self->room[t] -= sign * self->size[u];
  self->needs[t] -= sign * self->size[u];
  for (int v = 0; v < self->n_units; v++)
    if (self->apart[u * self->n_units + v])
      self->against[v * self->n_tables + t] += (uint16_t) sign;
  for (int i = 0; i < self->n_heads; i++)
    {
      self->heads[i].here[t] += sign * self->heads[i].adds[u];
      self->heads[i].left -= sign * self->heads[i].adds[u];
    }
}

static bool
may_sit (const Round *self, int u, int t)
{
  int i = u * self->n_tables + t;

  return !self->closed[i] && self->against[i] == 0
         && (self->size[u] == 0 || self->room[t] >= self->size[u]);
}

/* The unit with the fewest tables left, or RT_NOWHERE. */
static int
next_unit (Round *self)
{
  int best = RT_NOWHERE, fewest = self->n_tables + 1;

  for (int u = 0; u < self->n_units && fewest > 0; u++)
    {
      int n = 0;

      for (int t = 0; self->at[u] == RT_NOWHERE && t < self->n_tables; t++)
        n += may_sit (self, u, t);
      self->steps += self->n_tables;
      if (self->at[u] == RT_NOWHERE && n < fewest)
        {
          best = u;
          fewest = n;
        }
    }
  return best;
}

/* Whether the units that are left can be seated, or nobody knows within the steps there are. */
static bool
can_be_seated (Round *self)
{
  bool can = false;
  int u;

  if (self->steps > MOST_STEPS)
    return true;
  u = next_unit (self);
  if (u == RT_NOWHERE)
    return sizes_can_be (self) && heads_can_be (self);
  for (int t = 0; t < self->n_tables && !can; t++)
    if (may_sit (self, u, t))
      {
        seat (self, u, t, 1);
        can = heads_can_be (self) && can_be_seated (self);
        seat (self, u, t, -1);
      }
  return can;
}

static bool
fails (Round *self)
{
  const RtProblem *problem = self->problem;

  for (int u = 0; u < self->n_units; u++)
    self->at[u] = RT_NOWHERE;
  close_tables (self);
  for (int i = 0; i < problem->n_terms; i++)
    {
      const RtTerm *term = &problem->terms[i];

      if (!must_act (self, term))
        continue;
      if (term->kind == RT_TERM_APART && !set_apart (self, term))
        return true;
      if (term->kind == RT_TERM_COUNT)
        count_heads (self, term);
    }
  return !can_be_seated (self);
}

/**
 * rt_prove_round:
 * @problem: a sound problem
 * @round: a round of it that is not frozen
 *
 * Returns: %true if no seating of @round keeps every must about certain people, avoided tables, own
 *   hosts, step-free places of these, heads and even sizes; %false proves nothing
 */
bool
rt_prove_round (const RtProblem *problem, int round)
{
  size_t T = (size_t) problem->n_tables;
  RT_AUTOFREE int *unit = RT_NEW (int, problem->n_people);
  RT_AUTOFREE int *room = RT_NEW (int, T);
  RT_AUTOFREE int *needs = RT_NEW (int, T);
  Round self = { problem, round, problem->n_tables, .unit = unit, .room = room, .needs = needs };
  bool failed = false;

  find_rooms (&self);
  name_people (&self);
  number_units (&self);
  if (self.n_units == 0 || self.n_units > MOST_UNITS)
    return false;
  size_t n = (size_t) self.n_units;
  RT_AUTOFREE int *size = self.size = RT_NEW (int, n);
  RT_AUTOFREE int *at = self.at = RT_NEW (int, n);
  RT_AUTOFREE uint8_t *closed = self.closed = RT_NEW (uint8_t, n * T);
  RT_AUTOFREE uint8_t *apart = self.apart = RT_NEW (uint8_t, n * n);
  RT_AUTOFREE uint16_t *against = self.against = RT_NEW (uint16_t, n * T);
  RT_AUTOFREE Heads *heads = self.heads = RT_NEW (Heads, problem->n_terms);
  failed = fails (&self);
  for (int i = 0; i < self.n_heads; i++)
    {
      free (self.heads[i].here);
      free (self.heads[i].adds);
    }
  return failed;
}
