/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Bounds of the measures that are sums over rounds: one round at a time. */

#include "rt-bound-parts.h"
#include "rt-memory.h"

#include <stdlib.h>
#include <string.h>

/* The guests of a round by value: those of value v are people[first[v]] to people[first[v + 1] -
 * 1]. */
typedef struct {
  int *first;
  int *people;
  int  n_values;
} ByValue;

static void
group_by_value (const RtBounder *self, int r, int column, ByValue *groups)
{
  const int32_t *values = self->problem->columns[column];
  int n_values = self->problem->n_values[column];
  RT_AUTOFREE int *next = RT_NEW (int, n_values + 1);

  groups->n_values = n_values;
  groups->first = RT_NEW (int, n_values + 1);
  groups->people = RT_NEW (int, self->problem->n_people);
  for (int p = 0; p < self->problem->n_people; p++)
    if (values[p] >= 0 && rt_bounder_is_guest (self, r, p))
      groups->first[values[p] + 1]++;
  for (int v = 0; v < n_values; v++)
    groups->first[v + 1] += groups->first[v];
  memcpy (next, groups->first, sizeof (int) * (size_t) (n_values + 1));
  for (int p = 0; p < self->problem->n_people; p++)
    if (values[p] >= 0 && rt_bounder_is_guest (self, r, p))
      groups->people[next[values[p]]++] = p;
}

static void
free_groups (ByValue *groups)
{
  free (groups->first);
  free (groups->people);
}

/* Pairs of one value who must sit together in this round. */
static int64_t
forced_pairs (const RtBounder *self, int r, int column, int value)
{
  int64_t sum = 0;

  for (int i = 0; i < self->n_pairs; i++)
    sum += (self->pairs[i].rounds >> r & 1) != 0
           && self->problem->columns[column][self->pairs[i].one] == value
           && self->problem->columns[column][self->pairs[i].other] == value;
  return sum;
}

static int64_t
bound_spread (RtBounder *self, const RtTerm *term, int r, RtReason *reason)
{
  ByValue groups;
  int64_t sum = 0;
  bool by_language = false;

  group_by_value (self, r, term->column, &groups);
  for (int v = 0; v < groups.n_values; v++)
    {
      int n = groups.first[v + 1] - groups.first[v];
      int64_t spread, forced, spoken;

      if (n < 2)
        continue;
      spread = rt_bounder_spread (self, r, groups.people + groups.first[v], n, term->column);
      forced = forced_pairs (self, r, term->column, v);
      spoken = rt_bounder_spread_language (self, r, groups.people + groups.first[v], n);
      by_language = by_language || spoken > spread;
      spread = spread > spoken ? spread : spoken;
      sum += spread > forced ? spread : forced;
    }
  free_groups (&groups);
  if (sum > 0)
    *reason = by_language ? RT_REASON_LANGUAGE : RT_REASON_COUNTING;
  return sum;
}

/* Heads of one value above the most: those who are fixed, then those for whom no table has room
 * below it. */
static int64_t
over_for_value (const RtBounder *self, const RtTerm *term, int r, const int *people, int n,
                int value)
{
  int T = self->problem->n_tables;
  RT_AUTOFREE int *here = RT_NEW (int, T);
  int64_t over = 0, left = 0;

  for (int i = 0; i < n; i++)
    {
      int fixed = rt_bounder_fixed (self, r, people[i]);

      if (fixed == RT_NOWHERE)
        left++;
      else
        over += here[fixed]++ >= term->most;
    }
  for (int t = 0; t < T && left > 0; t++)
    {
      int room = self->high[r * T + t] - self->pinned[r * T + t], below = term->most - here[t];

      if (rt_bounder_closed_to (self, r, t, term->column, value) || below <= 0)
        continue;
      left -= room < below ? room : below;
    }
  return over + (left > 0 ? left : 0);
}

static int64_t
bound_over_spread (RtBounder *self, const RtTerm *term, int r, RtReason *reason)
{
  ByValue groups;
  int64_t sum = 0;

  group_by_value (self, r, term->column, &groups);
  for (int v = 0; v < groups.n_values; v++)
    sum += over_for_value (self, term, r, groups.people + groups.first[v],
                           groups.first[v + 1] - groups.first[v], v);
  free_groups (&groups);
  if (sum > 0)
    *reason = RT_REASON_COUNTING;
  return sum;
}

static bool
leads_own (const RtBounder *self, int r, int t, int column, int value)
{
  int i = r * self->problem->n_tables + t;
  int host = self->problem->host[i], co_host = self->problem->co_host[i];

  return (host != RT_NOWHERE && self->problem->columns[column][host] == value)
         || (co_host != RT_NOWHERE && self->problem->columns[column][co_host] == value);
}

static int64_t
bound_own_host (RtBounder *self, const RtTerm *term, int r, RtReason *reason)
{
  int T = self->problem->n_tables;
  ByValue groups;
  int64_t sum = 0;

  group_by_value (self, r, term->column, &groups);
  for (int v = 0; v < groups.n_values; v++)
    {
      int64_t left = 0;

      for (int i = groups.first[v]; i < groups.first[v + 1]; i++)
        {
          int fixed = rt_bounder_fixed (self, r, groups.people[i]);

          if (fixed == RT_NOWHERE)
            left++;
          else
            sum += leads_own (self, r, fixed, term->column, v);
        }
      for (int t = 0; t < T && left > 0; t++)
        if (!leads_own (self, r, t, term->column, v))
          left -= self->high[r * T + t] - self->pinned[r * T + t];
      sum += left > 0 ? left : 0;
    }
  free_groups (&groups);
  if (sum > 0)
    *reason = RT_REASON_FIXED;
  return sum;
}

/*
 * Even sizes cannot be had where more people are fixed than a table should hold, or fewer let in.
 * What is above the even sizes at some tables is missing at others, but for guests whom all the
 * places together cannot hold: the distances are twice the sum of those above, less these guests,
 * and twice the sum of those below, and these guests.
 */
static int64_t
bound_even (RtBounder *self, int r, RtReason *reason)
{
  const RtProblem *problem = self->problem;
  int guests = rt_bounder_at_open (self, r);
  int left, level = rt_problem_even_level (problem, r, guests, &left);
  int64_t above = 0, below = 0, takers = 0, excess = guests - left, by_above, by_below;

  for (int t = 0; t < problem->n_tables; t++)
    {
      int i = r * problem->n_tables + t, seats = rt_problem_seats (problem, i);
      int target = !problem->open[i] ? 0 : seats < level ? seats : level;

      excess -= target;
      if (!problem->open[i])
        continue;
      below += self->high[i] < target ? target - self->high[i] : 0;
      above += self->pinned[i] > target ? self->pinned[i] - target : 0;
      takers += self->pinned[i] > target && seats > level;
    }
  above -= takers < left ? takers : left;
  by_above = 2 * above - excess;
  by_below = below > 0 ? 2 * below + excess : 0;
  if (above > 0 || below > 0)
    *reason = RT_REASON_FIXED;
  return by_above > by_below ? by_above : by_below;
}

static int
count_leaders (const RtBounder *self, const RtTerm *term, int r, int t)
{
  const RtProblem *problem = self->problem;
  int n = 0;

  for (int p = 0; self->led[r * problem->n_tables + t] && p < problem->n_people; p++)
    n += problem->presence[r * problem->n_people + p] == RT_LEADS
         && rt_bounder_fixed (self, r, p) == t && term->value != RT_NOWHERE
         && problem->columns[term->column][p] == term->value;
  return n;
}

/* What the tables need beyond their leaders, those that are surely occupied and the cheapest of the
 * others. */
static int64_t
least_needed (const RtBounder *self, const RtTerm *term, int r, const int *leaders)
{
  const RtProblem *problem = self->problem;
  int T = problem->n_tables, n = 0, n_rooms = 0;
  RT_AUTOFREE int *needs = RT_NEW (int, T);
  RT_AUTOFREE int *rooms = RT_NEW (int, T);
  int64_t sum = 0, left = self->guests[r];

  for (int t = 0; t < T; t++)
    {
      int i = r * T + t, need = term->least > leaders[t] ? term->least - leaders[t] : 0;

      if (!problem->open[i])
        left -= self->pinned[i];
      else if (self->led[i] || self->low[i] > 0)
        {
          sum += need;
          left -= self->high[i];
        }
      else
        {
          needs[n++] = need;
          rooms[n_rooms++] = self->high[i];
        }
    }
  qsort (needs, (size_t) n, sizeof (int), rt_compare_ints);
  qsort (rooms, (size_t) n_rooms, sizeof (int), rt_compare_ints);
  for (int k = 0; k < n && left > 0; k++)
    {
      sum += needs[k];
      left -= rooms[n_rooms - 1 - k];
    }
  return sum;
}

static int64_t
bound_count (RtBounder *self, const RtTerm *term, int r, RtReason *reason)
{
  const RtProblem *problem = self->problem;
  int T = problem->n_tables;
  RT_AUTOFREE int *leaders = RT_NEW (int, T);
  int64_t members = 0, missing, excess = 0, room = 0;

  for (int p = 0; p < problem->n_people; p++)
    members += rt_bounder_is_guest (self, r, p) && term->value != RT_NOWHERE
               && problem->columns[term->column][p] == term->value;
  for (int t = 0; t < T; t++)
    {
      int i = r * T + t, most = term->most;

      leaders[t] = count_leaders (self, term, r, t);
      if (!problem->open[i])
        room += self->pinned[i];
      else if (most >= 0)
        {
          excess += leaders[t] > most ? leaders[t] - most : 0;
          room += leaders[t] > most                   ? 0
                  : most - leaders[t] < self->high[i] ? most - leaders[t]
                                                      : self->high[i];
        }
    }
  missing = least_needed (self, term, r, leaders) - members;
  if (term->most >= 0 && members > room)
    excess += members - room;
  if (missing > 0 || excess > 0)
    *reason = RT_REASON_COUNTING;
  return (missing > 0 ? missing : 0) + excess;
}

static int64_t
bound_together (RtBounder *self, const RtTerm *term, int r, RtReason *reason)
{
  const RtProblem *problem = self->problem;
  int attend = 0, loose = 0, largest = 0;

  for (int i = 0; i < term->n_people; i++)
    {
      bool attends = problem->presence[r * problem->n_people + term->people[i]] != RT_AWAY;

      attend += attends;
      loose += attends && rt_bounder_fixed (self, r, term->people[i]) == RT_NOWHERE;
    }
  for (int t = 0; t < problem->n_tables; t++)
    {
      int i = r * problem->n_tables + t, room = self->high[i] - self->pinned[i], here = 0;

      for (int k = 0; k < term->n_people; k++)
        here += problem->presence[r * problem->n_people + term->people[k]] != RT_AWAY
                && rt_bounder_fixed (self, r, term->people[k]) == t;
      here += loose < room ? loose : room;
      largest = here > largest ? here : largest;
    }
  if (attend > largest)
    *reason = RT_REASON_FIXED;
  return attend - largest;
}

static int64_t
bound_apart (RtBounder *self, const RtTerm *term, int r, RtReason *reason)
{
  const RtProblem *problem = self->problem;
  RT_AUTOFREE int *people = RT_NEW (int, term->n_people);
  int64_t bound;
  int n = 0;

  for (int i = 0; i < term->n_people; i++)
    if (problem->presence[r * problem->n_people + term->people[i]] != RT_AWAY)
      people[n++] = term->people[i];
  bound = rt_bounder_spread (self, r, people, n, RT_NOWHERE);
  if (bound > 0)
    *reason = RT_REASON_COUNTING;
  return bound;
}

static int
target_of (const RtBounder *self, const RtTerm *term, int r, int t)
{
  int i = r * self->problem->n_tables + t;

  return term->of == RT_OF_TABLE  ? t
         : term->of == RT_OF_HOST ? self->problem->host[i]
                                  : self->problem->theme[i];
}

static int64_t
bound_avoid (RtBounder *self, const RtTerm *term, int r, RtReason *reason)
{
  const RtProblem *problem = self->problem;
  int fixed = rt_bounder_fixed (self, r, term->person);

  if (problem->presence[r * problem->n_people + term->person] == RT_AWAY)
    return 0;
  for (int t = 0; t < problem->n_tables; t++)
    {
      bool can = fixed == RT_NOWHERE ? self->high[r * problem->n_tables + t]
                                           > self->pinned[r * problem->n_tables + t]
                                     : t == fixed;

      if (can && target_of (self, term, r, t) != term->target)
        return 0;
    }
  *reason = RT_REASON_FIXED;
  return 1;
}

static int64_t
bound_step_free (RtBounder *self, int r, RtReason *reason)
{
  const RtProblem *problem = self->problem;
  int64_t left = 0, bound = 0;

  if (problem->needs_step_free == NULL || problem->step_free == NULL)
    return 0;
  for (int p = 0; p < problem->n_people; p++)
    {
      int fixed = rt_bounder_fixed (self, r, p);

      if (!problem->needs_step_free[p] || problem->presence[r * problem->n_people + p] == RT_AWAY)
        continue;
      if (fixed == RT_NOWHERE)
        left++;
      else
        bound += !problem->step_free[fixed];
    }
  for (int t = 0; t < problem->n_tables; t++)
    if (problem->step_free[t])
      left -= self->high[r * problem->n_tables + t] - self->pinned[r * problem->n_tables + t];
  bound += left > 0 ? left : 0;
  if (bound > 0)
    *reason = RT_REASON_FIXED;
  return bound;
}

int64_t
rt_bound_in_round (RtBounder *self, const RtTerm *term, int r, RtReason *reason)
{
  switch (term->kind)
    {
    case RT_TERM_SPREAD:
      return bound_spread (self, term, r, reason);
    case RT_TERM_OVER_SPREAD:
      return bound_over_spread (self, term, r, reason);
    case RT_TERM_OWN_HOST:
      return bound_own_host (self, term, r, reason);
    case RT_TERM_EVEN:
      return bound_even (self, r, reason);
    case RT_TERM_COUNT:
      return bound_count (self, term, r, reason);
    case RT_TERM_TOGETHER:
      return bound_together (self, term, r, reason);
    case RT_TERM_APART:
      return bound_apart (self, term, r, reason);
    case RT_TERM_AVOID:
      return bound_avoid (self, term, r, reason);
    case RT_TERM_LANGUAGE:
      return rt_bound_language (self, r, reason);
    case RT_TERM_STEP_FREE:
      return bound_step_free (self, r, reason);
    default:
      return 0;
    }
}
