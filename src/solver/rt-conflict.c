/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/*
 * Where the search looks: who takes part in what a term counts, and where the term would rather
 * have them. Both only direct the search; what a swap is worth is said in rt-terms.c.
 */

#include "rt-state.h"

bool
rt_term_names (const RtTerm *term, int person)
{
  if (term->kind == RT_TERM_VISIT || term->kind == RT_TERM_AVOID)
    return term->person == person;
  for (int i = 0; i < term->n_people; i++)
    if (term->people[i] == person)
      return true;
  return false;
}

/* Whether a rule keeps two people together: their meetings are nobody's fault. */
static bool
are_mates (const RtState *self, int x, int y)
{
  for (int i = self->own_first[x]; i < self->own_first[x + 1]; i++)
    {
      const RtTerm *rule = self->terms[self->own[i]].rule;

      if (rule->kind == RT_TERM_TOGETHER && rt_term_names (rule, y))
        return true;
    }
  return false;
}

/**
 * rt_state_mates:
 * @mates: (nullable): takes up to %RT_MOST_MATES people
 *
 * Returns: how many sit with @x because a rule keeps them together
 */
int
rt_state_mates (const RtState *self, int r, int x, int *mates)
{
  int n = 0, t = rt_state_table (self, r, x);

  for (int i = self->own_first[x]; t >= 0 && i < self->own_first[x + 1]; i++)
    {
      const RtTerm *rule = self->terms[self->own[i]].rule;

      for (int k = 0; rule->kind == RT_TERM_TOGETHER && k < rule->n_people && n < RT_MOST_MATES;
           k++)
        {
          int y = rule->people[k];
          bool known = y == x || rt_state_table (self, r, y) != t || !rt_term_acts (rule, r);

          for (int m = 0; mates != NULL && m < n; m++)
            known = known || mates[m] == y;
          if (known)
            continue;
          if (mates != NULL)
            mates[n] = y;
          n++;
        }
    }
  return n;
}

static bool
meets_again (const RtState *self, const RtStateTerm *term, int r, int x, int t, int most)
{
  const RtValue *query = rt_state_query (self, term, r, x);

  if (rt_state_match_table (self, query, r, t) < most + rt_state_match (self, query, x))
    return false;
  for (int i = 0; i < rt_state_size (self, r, t); i++)
    {
      int y = rt_state_guest (self, r, t, i);

      if (y != x && rt_state_match (self, query, y) >= most && !are_mates (self, x, y))
        return true;
    }
  return false;
}

/* Who is found innocent is not asked again before they move. */
static bool
walk_repeats (const RtState *self, const RtStateTerm *term, int r, int x, int t)
{
  uint8_t *suspect = &term->suspects[r * self->n_people + x];

  if (*suspect != 0)
    *suspect = meets_again (self, term, r, x, t, 1);
  return *suspect != 0;
}

static bool
repeats (const RtState *self, const RtStateTerm *term, int r, int x, int t)
{
  const RtValue *row = self->rows + (size_t) x * (size_t) self->stride;

  if (self->walks)
    return walk_repeats (self, term, r, x, t);
  if (rt_state_mates (self, r, x, NULL) > 0)
    return meets_again (self, term, r, x, t, 1);
  for (int i = 0; i < term->n_columns; i++)
    {
      int c = term->columns[i];

      if (c != r && row[c] != RT_NO_VALUE && rt_state_crowds (self, c, r, row[c], t))
        return true;
    }
  return false;
}

static bool
crowds (const RtState *self, const RtStateTerm *term, int r, int x, int t)
{
  int c = term->columns[0];
  RtValue value = self->rows[(size_t) x * (size_t) self->stride + (size_t) c];

  return value != RT_NO_VALUE && rt_state_crowds (self, c, r, value, t);
}

static bool
shares_value (const RtState *self, const RtStateTerm *term, int r, int x, int t, int most)
{
  int c = term->columns[0];
  RtValue value = self->rows[(size_t) x * (size_t) self->stride + (size_t) c];

  return value != RT_NO_VALUE
         && self->counts[c * self->n_rounds + r][value * (size_t) self->n_tables + (size_t) t]
                > most;
}

/* Whether the target of a table is visited again, or is one of @rule's to avoid. */
static bool
returns (const RtState *self, const RtStateTerm *term, int r, int x, int t)
{
  int target = term->target[r * self->n_tables + t];

  if (target == RT_NOWHERE)
    return false;
  for (int q = 0; q < self->n_rounds; q++)
    {
      int table = rt_state_table (self, q, x);

      if (q != r && table >= 0 && rt_state_is_guest (self, q, x) && rt_term_acts (term->rule, q)
          && term->target[q * self->n_tables + table] == target)
        return true;
    }
  return false;
}

static bool
with_own (const RtState *self, const RtStateTerm *term, int r, int x, int t)
{
  const int32_t *column = self->problem->columns[term->rule->column];
  int host = self->problem->host[r * self->n_tables + t];
  int co_host = self->problem->co_host[r * self->n_tables + t];

  return column[x] != RT_NOWHERE
         && ((host != RT_NOWHERE && column[host] == column[x])
             || (co_host != RT_NOWHERE && column[co_host] == column[x]));
}

static bool
counted_wrong (const RtState *self, const RtStateTerm *term, int r, int t)
{
  const int16_t *counts = self->counts[term->columns[0] * self->n_rounds + r];
  int n = term->rule->value == RT_NOWHERE
            ? 0 : counts[(size_t) term->rule->value * (size_t) self->n_tables + (size_t) t];

  return n < term->rule->least || (term->rule->most >= 0 && n > term->rule->most);
}

static int
group_at (const RtState *self, const RtTerm *rule, int r, int t)
{
  int n = 0;

  for (int i = 0; i < rule->n_people; i++)
    n += rt_state_table (self, r, rule->people[i]) == t;
  return n;
}

static bool
step_free_fault (const RtState *self, int r, int x, int t)
{
  const RtProblem *problem = self->problem;

  if (problem->needs_step_free == NULL || !problem->needs_step_free[x])
    return false;
  return (problem->step_free != NULL && !problem->step_free[t])
         || (self->need_in[r] > 1 && self->need_at[r * self->n_tables + t] == self->need_in[r]);
}

static bool
wishes_more (const RtState *self, const RtStateTerm *term, int x)
{
  const int32_t *wishes = self->problem->wishes != NULL ? self->problem->wishes[x] : NULL;

  if (wishes == NULL || wishes[0] == RT_NOWHERE)
    return false;
  for (int r = 0; r < self->n_rounds; r++)
    {
      int t = rt_state_table (self, r, x);

      if (t >= 0 && rt_term_acts (term->rule, r) && rt_state_is_guest (self, r, x)
          && self->problem->theme[r * self->n_tables + t] == wishes[0])
        return false;
    }
  return true;
}

/* @x sits at @t. Rules that name people are asked only about those they name. */
static bool
conflict_at (const RtState *self, const RtStateTerm *term, int r, int x, int t)
{
  const RtTerm *rule = term->rule;

  switch (rule->kind)
    {
    case RT_TERM_REPEATS:
      return repeats (self, term, r, x, t);
    case RT_TERM_OVER_REPEATS:
      return meets_again (self, term, r, x, t, rule->most);
    case RT_TERM_RETURNS:
      return returns (self, term, r, x, t);
    case RT_TERM_SPREAD:
      return crowds (self, term, r, x, t);
    case RT_TERM_OVER_SPREAD:
      return shares_value (self, term, r, x, t, rule->most);
    case RT_TERM_OWN_HOST:
      return with_own (self, term, r, x, t);
    case RT_TERM_EVEN:
      return self->size[r * self->n_tables + t] > self->even[r].level;
    case RT_TERM_COUNT:
      return counted_wrong (self, term, r, t);
    case RT_TERM_TOGETHER:
      return group_at (self, rule, r, t) < rule->n_people;
    case RT_TERM_APART:
      return group_at (self, rule, r, t) > 1;
    case RT_TERM_VISIT:
      return term->value > 0;
    case RT_TERM_AVOID:
      return term->target[r * self->n_tables + t] == rule->target;
    case RT_TERM_WISHES:
      return wishes_more (self, term, x);
    case RT_TERM_LANGUAGE:
      return rt_state_language_fault (self, r, t, NULL);
    case RT_TERM_STEP_FREE:
      return step_free_fault (self, r, x, t);
    case RT_TERM_SLIPS:
      return self->has_slip[x] && self->problem->issued[r * self->n_people + x] != t;
    }
  return false;
}

bool
rt_term_conflicts (const RtState *self, const RtStateTerm *term, int r)
{
  if (!rt_term_acts (term->rule, r))
    return false;
  if (term->suspects != NULL)
    return memchr (term->suspects + r * self->n_people, 1, (size_t) self->n_people) != NULL;
  if (term->rule->kind != RT_TERM_SPREAD && term->rule->kind != RT_TERM_REPEATS)
    return true;
  for (int i = 0; i < term->n_columns; i++)
    if (term->columns[i] != r && self->excess[term->columns[i] * self->n_rounds + r] > 0)
      return true;
  return false;
}

bool
rt_term_conflict (const RtState *self, const RtStateTerm *term, int r, int x)
{
  int t = rt_state_table (self, r, x);

  return t >= 0 && rt_term_acts (term->rule, r) && conflict_at (self, term, r, x, t);
}

/* One of the tables of a round where @term's target is @target. */
static int
table_with (const RtState *self, const int32_t *targets, int r, int target, uint32_t pick)
{
  int T = self->n_tables;

  for (int i = 0; i < T; i++)
    {
      int t = (int) ((pick + (uint32_t) i) % (uint32_t) T);

      if (targets[r * T + t] == target && rt_state_chairs (self, r, t) > 0)
        return t;
    }
  return RT_NOWHERE;
}

static int
wished_table (const RtState *self, const RtStateTerm *term, int r, int x, uint32_t pick)
{
  const int32_t *wishes = self->problem->wishes != NULL ? self->problem->wishes[x] : NULL;
  int n = 0;

  while (wishes != NULL && wishes[n] != RT_NOWHERE)
    n++;
  /* Most often the first choice, sometimes a later one. */
  for (int i = (pick & 3) == 0 && n > 0 ? (int) (pick >> 2) % n : 0; i < n; i++)
    {
      int t = table_with (self, term->target, r, wishes[i], pick >> 4);

      if (t >= 0)
        return t;
    }
  return RT_NOWHERE;
}

/* A table with at least two less of the same value than where @x sits. */
static int
thinner_table (const RtState *self, const RtStateTerm *term, int r, int x, uint32_t pick)
{
  int c = term->columns[0], T = self->n_tables, here = rt_state_table (self, r, x);
  RtValue value = self->rows[(size_t) x * (size_t) self->stride + (size_t) c];
  const int16_t *counts = self->counts[c * self->n_rounds + r] + (size_t) value * (size_t) T;

  if (value == RT_NO_VALUE || here < 0)
    return RT_NOWHERE;
  for (int i = 0, t = (int) (pick % (uint32_t) T); i < T; i++, t = t + 1 < T ? t + 1 : 0)
    if (counts[t] + 2 <= counts[here] && rt_state_chairs (self, r, t) > 0)
      return t;
  return RT_NOWHERE;
}

/* A table that has room below the even level. */
static int
emptier_table (const RtState *self, int r, int x, uint32_t pick)
{
  int T = self->n_tables, here = rt_state_table (self, r, x);

  for (int i = 0; i < T; i++)
    {
      int t = (int) ((pick + (uint32_t) i) % (uint32_t) T);

      if (t != here && rt_state_size (self, r, t) < rt_state_chairs (self, r, t)
          && rt_state_size (self, r, t) < self->even[r].level)
        return t;
    }
  return RT_NOWHERE;
}

static int
step_free_table (const RtState *self, int r, int x, uint32_t pick)
{
  const RtProblem *problem = self->problem;
  int T = self->n_tables, here = rt_state_table (self, r, x);

  if (problem->needs_step_free == NULL || !problem->needs_step_free[x])
    return RT_NOWHERE;
  for (int i = 0; i < T; i++)
    {
      int t = (int) ((pick + (uint32_t) i) % (uint32_t) T);

      if (t != here && rt_state_chairs (self, r, t) > 0
          && (problem->step_free == NULL || problem->step_free[t]))
        return t;
    }
  return RT_NOWHERE;
}

static int
counted_table (const RtState *self, const RtStateTerm *term, int r, int x, uint32_t pick)
{
  int T = self->n_tables, here = rt_state_table (self, r, x);

  for (int i = 0; i < T; i++)
    {
      int t = (int) ((pick + (uint32_t) i) % (uint32_t) T);

      if (t != here && rt_state_chairs (self, r, t) > 0 && counted_wrong (self, term, r, t))
        return t;
    }
  return RT_NOWHERE;
}

int
rt_term_wants (const RtState *self, const RtStateTerm *term, int r, int x, uint32_t pick)
{
  const RtTerm *rule = term->rule;

  if (!rt_term_acts (rule, r))
    return RT_NOWHERE;
  switch (rule->kind)
    {
    case RT_TERM_TOGETHER:
      return rt_state_table (self, r, rule->people[pick % (uint32_t) rule->n_people]);
    case RT_TERM_VISIT:
      return table_with (self, term->target, r, rule->target, pick);
    case RT_TERM_WISHES:
      return wished_table (self, term, r, x, pick);
    case RT_TERM_SPREAD:
      return thinner_table (self, term, r, x, pick);
    case RT_TERM_STEP_FREE:
      return step_free_table (self, r, x, pick);
    case RT_TERM_EVEN:
      return emptier_table (self, r, x, pick);
    case RT_TERM_COUNT:
      return counted_table (self, term, r, x, pick);
    case RT_TERM_SLIPS:
      return self->has_slip[x] ? self->problem->issued[r * self->n_people + x] : RT_NOWHERE;
    default:
      return RT_NOWHERE;
    }
}
