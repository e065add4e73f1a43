/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The state made from the problem: its rules, and how the search finds those a swap may change. */

#include "rt-state-parts.h"

#include "rt-memory.h"

#include <string.h>

static bool
names_people (const RtTerm *term)
{
  return term->kind == RT_TERM_TOGETHER || term->kind == RT_TERM_APART
         || term->kind == RT_TERM_VISIT || term->kind == RT_TERM_AVOID;
}

static void
count_own (RtState *self, int i, bool write)
{
  const RtTerm *rule = self->terms[i].rule;
  int n = rule->kind == RT_TERM_TOGETHER || rule->kind == RT_TERM_APART ? rule->n_people : 1;

  for (int k = 0; k < n; k++)
    {
      int p = rule->kind == RT_TERM_TOGETHER || rule->kind == RT_TERM_APART ? rule->people[k]
                                                                            : rule->person;

      if (write)
        self->own[self->own_first[p]++] = i;
      else
        self->own_first[p + 1]++;
    }
}

static void
index_terms (RtState *self)
{
  self->common = RT_NEW (int, self->n_terms);
  self->own_first = RT_NEW (int, self->n_people + 1);
  for (int i = 0; i < self->n_terms; i++)
    if (names_people (self->terms[i].rule))
      count_own (self, i, false);
    else
      self->common[self->n_common++] = i;
  for (int p = 0; p < self->n_people; p++)
    self->own_first[p + 1] += self->own_first[p];
  self->own = RT_NEW (int, self->own_first[self->n_people]);
  for (int i = 0; i < self->n_terms; i++)
    if (names_people (self->terms[i].rule))
      count_own (self, i, true);
  for (int p = self->n_people; p > 0; p--)
    self->own_first[p] = self->own_first[p - 1];
  self->own_first[0] = 0;
}

static void
group_terms (RtState *self)
{
  int n = 0;
  const RtTerm *last = NULL;

  self->order = RT_NEW (int, self->n_terms);
  self->group_first = RT_NEW (int, self->n_terms + 1);
  self->group_sum = RT_NEW (int64_t, self->n_terms);
  for (RtLevel level = RT_LEVEL_MUST; level <= RT_LEVEL_MAY; level++)
    for (int i = 0; i < self->n_terms; i++)
      if (self->terms[i].rule->level == level)
        {
          const RtTerm *rule = self->terms[i].rule;
          bool joins
              = last != NULL && last->level == level && names_people (last) && names_people (rule);

          if (!joins)
            self->group_first[self->n_groups++] = n;
          self->terms[i].group = self->n_groups - 1;
          self->order[n++] = i;
          last = rule;
        }
  self->group_first[self->n_groups] = n;
}

/* Whether every table has the same target in all rounds, and no two tables have the same. */
static bool
targets_stay (const RtState *self, const RtStateTerm *term)
{
  int T = self->n_tables, first = 0;
  RT_AUTOFREE uint8_t *seen = RT_NEW (uint8_t, self->n_people + T + self->problem->n_themes);

  while (first < self->n_rounds && !rt_term_acts (term->rule, first))
    first++;
  for (int t = 0; first < self->n_rounds && t < T; t++)
    {
      int target = term->target[first * T + t];

      if (target != RT_NOWHERE && seen[target]++ > 0)
        return false;
      for (int r = first; r < self->n_rounds; r++)
        if (rt_term_acts (term->rule, r) && term->target[r * T + t] != target)
          return false;
    }
  return true;
}

void
rt_state_init_terms (RtState *self)
{
  const RtProblem *problem = self->problem;

  self->n_terms = problem->n_terms;
  self->terms = RT_NEW (RtStateTerm, self->n_terms);
  self->table_ids = RT_NEW (int32_t, self->n_rounds * self->n_tables);
  for (int i = 0; i < self->n_rounds * self->n_tables; i++)
    self->table_ids[i] = i % self->n_tables;
  for (int i = 0; i < self->n_terms; i++)
    {
      RtStateTerm *term = &self->terms[i];

      term->rule = &problem->terms[i];
      term->weight = 1;
      term->target = term->rule->of == RT_OF_HOST ? problem->host
                     : term->rule->of == RT_OF_THEME ? problem->theme : self->table_ids;
      if (term->rule->kind == RT_TERM_WISHES)
        term->target = problem->theme;
      /* Nobody else asks, and there may be a thousand other rules. */
      term->same_targets = term->rule->kind == RT_TERM_RETURNS && targets_stay (self, term);
    }
  index_terms (self);
  group_terms (self);
}

static bool
is_lane_term (const RtState *self, const RtTerm *rule)
{
  return rule->kind == RT_TERM_SPREAD
         || (rule->kind == RT_TERM_REPEATS && !self->walks && self->friends == NULL);
}

/* Terms that lanes tell go to the end of the common ones. */
static void
sort_common (RtState *self)
{
  RT_AUTOFREE int *plain = RT_NEW (int, self->n_common);
  int n = 0;

  for (int lane = 0; lane < 2; lane++)
    {
      for (int i = 0; i < self->n_common; i++)
        if (is_lane_term (self, self->terms[self->common[i]].rule) == (lane == 1))
          plain[n++] = self->common[i];
      if (lane == 0)
        self->n_common_plain = n;
    }
  memcpy (self->common, plain, sizeof (int) * (size_t) n);
}

void
rt_state_init_suspects (RtState *self)
{
  for (int i = 0; i < self->n_terms; i++)
    if (self->terms[i].rule->kind == RT_TERM_REPEATS && self->walks)
      self->terms[i].suspects = RT_NEW (uint8_t, self->n_rounds * self->n_people);
}

void
rt_state_init_lanes (RtState *self)
{
  int n = 0;

  sort_common (self);
  self->lanes_first = RT_NEW (int, self->n_rounds + 1);
  self->lanes = RT_NEW (RtLane, self->n_rounds * self->n_terms * self->n_columns);
  for (int r = 0; r < self->n_rounds; r++)
    {
      for (int i = self->n_common_plain; i < self->n_common; i++)
        {
          const RtStateTerm *term = &self->terms[self->common[i]];

          for (int k = 0; rt_term_acts (term->rule, r) && k < term->n_columns; k++)
            if (term->columns[k] != r)
              self->lanes[n++] = (RtLane) {
                .counts = self->counts[term->columns[k] * self->n_rounds + r],
                .column = term->columns[k],
                .term = self->common[i],
              };
        }
      self->lanes_first[r + 1] = n;
    }
}

void
rt_state_init_places (RtState *self)
{
  const RtProblem *problem = self->problem;

  self->places_step_free = RT_NEW (int, self->n_rounds);
  self->need_at = RT_NEW (int, self->n_rounds * self->n_tables);
  self->need_in = RT_NEW (int, self->n_rounds);
  self->wrong = RT_NEW (int, self->n_people);
  self->has_slip = RT_NEW (uint8_t, self->n_people);
  self->even = RT_NEW (RtEven, self->n_rounds);
  for (int r = 0; r < self->n_rounds; r++)
    for (int t = 0; t < self->n_tables; t++)
      {
        int i = r * self->n_tables + t;

        self->places_step_free[r] += problem->open[i] && rt_problem_seats (problem, i) > 0
                                     && (problem->step_free == NULL || problem->step_free[t]);
      }
  for (int i = 0; problem->issued != NULL && i < self->n_rounds * self->n_people; i++)
    if (problem->issued[i] != RT_NOWHERE)
      self->has_slip[i % self->n_people] = 1;
}
