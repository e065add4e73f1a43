/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Who sits where: rules about sizes, certain people and places, counted as the definitions read. */

#include "rt-score-parts.h"

/* How many guests the open tables of a round hold if no table has more than @level. */
static int64_t
filled_to (const RtRecount *self, int r, int level)
{
  int64_t sum = 0;

  for (int t = 0; t < self->problem->n_tables; t++)
    if (rt_recount_is_open (self, r, t))
      {
        int places = rt_problem_seats (self->problem, r * self->problem->n_tables + t);

        sum += places < level ? places : level;
      }
  return sum;
}

/*
 * Even sizes fill every open table to one level, or to its places if those are fewer; the guests
 * left over go one each to tables that have a place more. They count where they already sit.
 */
static int64_t
count_uneven_in (const RtRecount *self, int r)
{
  int64_t guests = 0, over = 0, sum = 0;
  int level = 0;

  for (int t = 0; t < self->problem->n_tables; t++)
    if (rt_recount_is_open (self, r, t))
      guests += rt_recount_n_guests (self, r, t);
  while (filled_to (self, r, level + 1) <= guests
         && filled_to (self, r, level + 1) > filled_to (self, r, level))
    level++;
  if (filled_to (self, r, level + 1) > filled_to (self, r, level))
    over = guests - filled_to (self, r, level);
  for (int t = 0; t < self->problem->n_tables; t++)
    if (rt_recount_is_open (self, r, t))
      {
        int places = rt_problem_seats (self->problem, r * self->problem->n_tables + t);
        int size = rt_recount_n_guests (self, r, t);
        int target = places < level ? places : level;

        if (places > level && size > level && over > 0)
          {
            target++;
            over--;
          }
        sum += size > target ? size - target : target - size;
      }
  return sum + over;
}

int64_t
rt_recount_uneven (RtRecount *self, const RtTerm *term)
{
  int64_t sum = 0;

  for (int r = 0; r < self->problem->n_rounds; r++)
    if (rt_recount_acts (term, r))
      sum += count_uneven_in (self, r);
  return sum;
}

int64_t
rt_recount_count (RtRecount *self, const RtTerm *term)
{
  const RtProblem *problem = self->problem;
  int64_t sum = 0;

  for (int r = 0; r < problem->n_rounds; r++)
    for (int t = 0; rt_recount_acts (term, r) && t < problem->n_tables; t++)
      {
        int place = r * problem->n_tables + t, n = 0;

        if (!rt_recount_is_open (self, r, t) || !rt_recount_is_occupied (self, r, t))
          continue;
        for (int i = self->first[place]; i < self->first[place + 1]; i++)
          n += term->value != RT_NOWHERE
               && problem->columns[term->column][self->people[i]] == term->value;
        if (n < term->least)
          sum += term->least - n;
        if (term->most >= 0 && n > term->most)
          sum += n - term->most;
      }
  return sum;
}

int64_t
rt_recount_together (RtRecount *self, const RtTerm *term)
{
  int n = self->problem->n_people;
  int64_t sum = 0;

  for (int r = 0; r < self->problem->n_rounds; r++)
    {
      int attend = 0, largest = 0;

      for (int i = 0; rt_recount_acts (term, r) && i < term->n_people; i++)
        {
          int table = rt_recount_seat (self, r, term->people[i]), group = 0;

          attend += self->problem->presence[r * n + term->people[i]] != RT_AWAY;
          for (int k = 0; table >= 0 && k < term->n_people; k++)
            group += rt_recount_seat (self, r, term->people[k]) == table;
          if (group > largest)
            largest = group;
        }
      sum += attend - largest;
    }
  return sum;
}

int64_t
rt_recount_apart (RtRecount *self, const RtTerm *term)
{
  int64_t sum = 0;

  for (int r = 0; r < self->problem->n_rounds; r++)
    for (int i = 0; rt_recount_acts (term, r) && i < term->n_people; i++)
      for (int k = 0; k < i; k++)
        sum += rt_recount_seat (self, r, term->people[i]) >= 0
               && rt_recount_seat (self, r, term->people[i])
                  == rt_recount_seat (self, r, term->people[k]);
  return sum;
}

/* The rounds in which the person of @term is at its target. */
int64_t
rt_recount_visits (RtRecount *self, const RtTerm *term)
{
  int64_t sum = 0;

  for (int r = 0; r < self->problem->n_rounds; r++)
    if (rt_recount_acts (term, r))
      sum += rt_recount_target_at (self, term->of, r, rt_recount_seat (self, r, term->person))
             == term->target;
  return sum;
}

static bool
theme_met (const RtRecount *self, const RtTerm *term, int p, int theme)
{
  for (int r = 0; r < self->problem->n_rounds; r++)
    if (rt_recount_acts (term, r) && rt_recount_is_guest (self, r, p)
        && rt_recount_target_at (self, RT_OF_THEME, r, rt_recount_seat (self, r, p)) == theme)
      return true;
  return false;
}

static bool
guest_in (const RtRecount *self, const RtTerm *term, int p)
{
  for (int r = 0; r < self->problem->n_rounds; r++)
    if (rt_recount_acts (term, r)
        && self->problem->presence[r * self->problem->n_people + p] == RT_GUEST)
      return true;
  return false;
}

int64_t
rt_recount_wishes (RtRecount *self, const RtTerm *term)
{
  int64_t sum = 0;

  for (int p = 0; self->problem->wishes != NULL && p < self->problem->n_people; p++)
    {
      const int32_t *wish = self->problem->wishes[p];

      if (wish == NULL || !guest_in (self, term, p))
        continue;
      for (; *wish != RT_NOWHERE && !theme_met (self, term, p, *wish); wish++)
        sum++;
    }
  return sum;
}

/* Whether somebody at the table speaks for two people, one language of each or as an interpreter.
 */
static bool
bridged (const RtRecount *self, int place, int one, int other)
{
  for (int i = self->first[place]; i < self->first[place + 1]; i++)
    {
      int p = self->people[i];

      if (self->problem->interprets[p]
          || (rt_problem_share (self->problem, p, one)
              && rt_problem_share (self->problem, p, other)))
        return true;
    }
  return false;
}

static bool
speechless (const RtRecount *self, int place)
{
  for (int i = self->first[place]; i < self->first[place + 1]; i++)
    for (int k = self->first[place]; k < i; k++)
      {
        int one = self->people[i], other = self->people[k];

        if (rt_problem_share (self->problem, one, one)
            && rt_problem_share (self->problem, other, other)
            && !rt_problem_share (self->problem, one, other) && !bridged (self, place, one, other))
          return true;
      }
  return false;
}

int64_t
rt_recount_language (RtRecount *self, const RtTerm *term)
{
  int64_t sum = 0;

  for (int r = 0; r < self->problem->n_rounds; r++)
    for (int t = 0; rt_recount_acts (term, r) && t < self->problem->n_tables; t++)
      sum += speechless (self, r * self->problem->n_tables + t);
  return sum;
}

static bool
takes_step_free (const RtRecount *self, int r, int t)
{
  return rt_recount_is_open (self, r, t)
         && rt_problem_seats (self->problem, r * self->problem->n_tables + t) > 0
         && (self->problem->step_free == NULL || self->problem->step_free[t]);
}

static int64_t
count_step_free_in (const RtRecount *self, int r)
{
  const RtProblem *problem = self->problem;
  int64_t sum = 0;
  int need = 0, table = RT_NOWHERE;
  bool scattered = false;

  for (int p = 0; p < problem->n_people; p++)
    {
      int t = rt_recount_seat (self, r, p);

      if (!problem->needs_step_free[p] || t < 0)
        continue;
      sum += problem->step_free != NULL && !problem->step_free[t];
      scattered = scattered || (need > 0 && t != table);
      table = t;
      need++;
    }
  if (need < 2 || scattered)
    return sum;
  for (int t = 0; t < problem->n_tables; t++)
    if (t != table && takes_step_free (self, r, t))
      return sum + 1;
  return sum;
}

int64_t
rt_recount_step_free (RtRecount *self, const RtTerm *term)
{
  int64_t sum = 0;

  for (int r = 0; self->problem->needs_step_free != NULL && r < self->problem->n_rounds; r++)
    if (rt_recount_acts (term, r))
      sum += count_step_free_in (self, r);
  return sum;
}

int64_t
rt_recount_slips (RtRecount *self)
{
  const RtProblem *problem = self->problem;
  int64_t sum = 0;

  for (int p = 0; p < problem->n_people; p++)
    {
      bool has_slip = false, wrong = false;

      for (int r = 0; r < problem->n_rounds; r++)
        {
          int issued = problem->issued[r * problem->n_people + p];

          has_slip = has_slip || issued != RT_NOWHERE;
          if (!problem->frozen[r] && issued != rt_recount_seat (self, r, p))
            wrong = true;
        }
      sum += has_slip && wrong;
    }
  return sum;
}
