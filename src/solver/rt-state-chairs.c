/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The state made from the problem: who may sit where. */

#include "rt-state-parts.h"

#include "rt-memory.h"

static bool
acts_as_must (const RtProblem *problem, RtTermKind kind, int r)
{
  for (int i = 0; i < problem->n_terms; i++)
    if (problem->terms[i].kind == kind && problem->terms[i].level == RT_LEVEL_MUST
        && rt_term_acts (&problem->terms[i], r))
      return true;
  return false;
}

/* Whether a `must` for even sizes says how many chairs a table needs: not where a smallest size
 * forbids it. */
static bool
sizes_are_given (const RtProblem *problem, int r, int level)
{
  if (!acts_as_must (problem, RT_TERM_EVEN, r))
    return false;
  for (int t = 0; t < problem->n_tables; t++)
    {
      int i = r * problem->n_tables + t;

      if (problem->open[i]
          && problem->least[i] > (problem->places[i] < level ? problem->places[i] : level))
        return false;
    }
  return true;
}

static void
count_chairs (RtState *self, int r, int *chairs)
{
  const RtProblem *problem = self->problem;
  int guests = 0, left, level;
  bool given;

  for (int p = 0; p < self->n_people; p++)
    if (rt_state_is_guest (self, r, p))
      {
        int fixed = problem->fixed[r * self->n_people + p];

        guests++;
        if (fixed >= 0)
          chairs[fixed]++;
      }
  level = rt_problem_even_level (problem, r, guests, &left);
  given = sizes_are_given (problem, r, level);
  for (int t = 0; t < self->n_tables; t++)
    {
      int i = r * self->n_tables + t;
      int most = !problem->open[i] || problem->frozen[r] ? 0 : problem->places[i];

      if (given && most > level)
        most = level + (left > 0);
      if (most > guests)
        most = guests;
      if (chairs[t] < most)
        chairs[t] = most;
    }
}

void
rt_state_init_chairs (RtState *self)
{
  int T = self->n_tables;
  RT_AUTOFREE int *chairs = RT_NEW (int, self->n_rounds * T);

  self->first = RT_NEW (int, self->n_rounds * (T + 1));
  for (int r = 0; r < self->n_rounds; r++)
    {
      int *first = self->first + r * (T + 1);

      count_chairs (self, r, chairs + r * T);
      for (int t = 0; t < T; t++)
        first[t + 1] = first[t] + chairs[r * T + t];
      if (first[T] > self->n_chairs)
        self->n_chairs = first[T];
    }
  self->chair_table = RT_NEW (int, self->n_rounds * self->n_chairs);
  for (int r = 0; r < self->n_rounds; r++)
    for (int t = 0; t < T; t++)
      for (int c = self->first[r * (T + 1) + t]; c < self->first[r * (T + 1) + t + 1]; c++)
        self->chair_table[r * self->n_chairs + c] = t;
  self->who = RT_NEW (int, self->n_rounds * self->n_chairs);
  self->chair = RT_NEW (int, self->n_rounds * self->n_people);
  self->size = RT_NEW (int, self->n_rounds * T);
}

void
rt_state_init_people (RtState *self)
{
  const RtProblem *problem = self->problem;
  RT_AUTOFREE int *next = RT_NEW (int, self->n_rounds * self->n_tables + 1);

  self->moves = RT_NEW (uint8_t, self->n_rounds * self->n_people);
  self->movers = RT_NEW (int, self->n_rounds * self->n_people);
  self->n_movers = RT_NEW (int, self->n_rounds);
  self->leaders = RT_NEW (int, self->n_rounds * self->n_tables + 1);
  self->leader = RT_NEW (int, self->n_rounds * self->n_people);
  for (int r = 0; r < self->n_rounds; r++)
    for (int p = 0; p < self->n_people; p++)
      {
        int i = r * self->n_people + p;

        self->moves[i] = problem->presence[i] == RT_GUEST && problem->fixed[i] == RT_NOWHERE
                         && !problem->frozen[r];
        if (self->moves[i])
          self->movers[r * self->n_people + self->n_movers[r]++] = p;
        if (problem->presence[i] == RT_LEADS)
          self->leaders[r * self->n_tables + problem->fixed[i] + 1]++;
      }
  for (int i = 0; i < self->n_rounds * self->n_tables; i++)
    next[i + 1] = self->leaders[i + 1] += self->leaders[i];
  for (int r = 0; r < self->n_rounds; r++)
    for (int p = 0; p < self->n_people; p++)
      if (problem->presence[r * self->n_people + p] == RT_LEADS)
        self->leader[next[r * self->n_tables + problem->fixed[r * self->n_people + p]]++] = p;
}
