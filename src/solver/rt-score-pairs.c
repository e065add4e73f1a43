/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Who meets whom, and who comes back: counted as the definitions read. */

#include "rt-score-parts.h"

#include "rt-memory.h"

/*
 * Counts the meetings of @p with everybody whose number is higher, so that each pair is met once:
 * as guests in @rounds and, if asked, in earlier events.
 */
void
rt_recount_contacts (RtRecount *self, int p, uint32_t rounds, bool with_earlier)
{
  int *contacts = self->contacts, *touched = self->touched, n = 0;

  for (int i = 0; i < self->n_touched; i++)
    contacts[touched[i]] = 0;
  for (int r = 0; r < self->problem->n_rounds; r++)
    if ((rounds >> r & 1) != 0 && rt_recount_is_guest (self, r, p))
      {
        int place = r * self->problem->n_tables + rt_recount_seat (self, r, p);
        const int *last = self->people + self->first[place] + self->guests[place] - 1;

        for (const int *q = last; *q > p; q--)
          if (contacts[*q]++ == 0)
            touched[n++] = *q;
      }
  for (int i = self->earlier_first[p]; with_earlier && i < self->earlier_first[p + 1]; i++)
    for (const int32_t *q = self->problem->earlier[self->earlier[i]]; *q != RT_NOWHERE; q++)
      if (*q > p && contacts[*q]++ == 0)
        touched[n++] = *q;
  self->n_touched = n;
}

/* Whether two people meet as guests in one of these rounds; who only met earlier counts nothing. */
static bool
guests_together (const RtRecount *self, int p, int q, uint32_t rounds)
{
  for (int r = 0; r < self->problem->n_rounds; r++)
    if ((rounds >> r & 1) != 0
        && rt_recount_is_guest (self, r, p) && rt_recount_is_guest (self, r, q)
        && rt_recount_seat (self, r, p) == rt_recount_seat (self, r, q))
      return true;
  return false;
}

int64_t
rt_recount_repeats (RtRecount *self, const RtTerm *term)
{
  int64_t sum = 0;

  for (int p = 0; p < self->problem->n_people; p++)
    {
      rt_recount_contacts (self, p, term->rounds, true);
      for (int i = 0; i < self->n_touched; i++)
        {
          int q = self->touched[i];
          int meetings = self->contacts[q];
          int free_of_charge = term->kind == RT_TERM_REPEATS ? 1 : term->most;

          if (meetings > free_of_charge && guests_together (self, p, q, term->rounds))
            sum += term->kind == RT_TERM_REPEATS ? rt_recount_choose_2 (meetings)
                                                 : meetings - term->most;
        }
    }
  return sum;
}

static bool
visited_before (const RtRecount *self, const RtTerm *term, int p, int r, int target)
{
  for (int q = 0; q < r; q++)
    if (rt_recount_acts (term, q) && rt_recount_is_guest (self, q, p)
        && rt_recount_target_at (self, term->of, q, rt_recount_seat (self, q, p)) == target)
      return true;
  return false;
}

int64_t
rt_recount_returns (RtRecount *self, const RtTerm *term)
{
  int64_t sum = 0;

  for (int p = 0; p < self->problem->n_people; p++)
    {
      if (self->problem->pinned_all != NULL && self->problem->pinned_all[p])
        continue;
      for (int r = 0; r < self->problem->n_rounds; r++)
        if (rt_recount_acts (term, r) && rt_recount_is_guest (self, r, p))
          {
            int target = rt_recount_target_at (self, term->of, r, rt_recount_seat (self, r, p));

            sum += target != RT_NOWHERE && visited_before (self, term, p, r, target);
          }
    }
  return sum;
}

/* Same values among the guests of one table: pairs, or heads above the most. */
static int64_t
count_same_at (RtRecount *self, const RtTerm *term, int r, int t, int *seen)
{
  int place = r * self->problem->n_tables + t;
  const int32_t *column = self->problem->columns[term->column];
  int64_t sum = 0;

  for (int i = self->first[place]; i < self->first[place + 1]; i++)
    {
      int p = self->people[i];

      if (!rt_recount_is_guest (self, r, p) || column[p] == RT_NOWHERE)
        continue;
      if (term->kind == RT_TERM_SPREAD)
        sum += seen[column[p]];
      else
        sum += seen[column[p]] >= term->most;
      seen[column[p]]++;
    }
  for (int i = self->first[place]; i < self->first[place + 1]; i++)
    if (column[self->people[i]] != RT_NOWHERE)
      seen[column[self->people[i]]] = 0;
  return sum;
}

int64_t
rt_recount_same (RtRecount *self, const RtTerm *term)
{
  RT_AUTOFREE int *seen = RT_NEW (int, self->problem->n_values[term->column]);
  int64_t sum = 0;

  for (int r = 0; r < self->problem->n_rounds; r++)
    for (int t = 0; rt_recount_acts (term, r) && t < self->problem->n_tables; t++)
      sum += count_same_at (self, term, r, t, seen);
  return sum;
}

int64_t
rt_recount_own_host (RtRecount *self, const RtTerm *term)
{
  const RtProblem *problem = self->problem;
  const int32_t *column = problem->columns[term->column];
  int64_t sum = 0;

  for (int r = 0; r < problem->n_rounds; r++)
    for (int p = 0; rt_recount_acts (term, r) && p < problem->n_people; p++)
      if (rt_recount_is_guest (self, r, p) && column[p] != RT_NOWHERE)
        {
          int place = r * problem->n_tables + rt_recount_seat (self, r, p);
          int host = problem->host[place], co_host = problem->co_host[place];

          sum += (host != RT_NOWHERE && column[host] == column[p])
                 || (co_host != RT_NOWHERE && column[co_host] == column[p]);
        }
  return sum;
}
