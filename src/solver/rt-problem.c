/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-problem.h"

static bool
within (int value, int count)
{
  return value >= 0 && value < count;
}

static bool
within_or_nowhere (int value, int count)
{
  return value == RT_NOWHERE || within (value, count);
}

static bool
all_within_or_nowhere (const int32_t *values, int n, int count)
{
  for (int i = 0; values != NULL && i < n; i++)
    if (!within_or_nowhere (values[i], count))
      return false;
  return true;
}

/* A list of ids that ends with RT_NOWHERE. */
static bool
list_within (const int32_t *list, int count)
{
  for (; list != NULL && *list != RT_NOWHERE; list++)
    if (!within (*list, count))
      return false;
  return true;
}

static const char *
check_people (const RtProblem *self)
{
  int seats = self->n_rounds * self->n_people;

  if (!all_within_or_nowhere (self->fixed, seats, self->n_tables))
    return "fixed names no table";
  if (!all_within_or_nowhere (self->start, seats, self->n_tables))
    return "start names no table";
  if (!all_within_or_nowhere (self->issued, seats, self->n_tables))
    return "issued names no table";
  for (int i = 0; i < seats; i++)
    {
      if (self->presence[i] > RT_GUEST)
        return "presence is none of away, leads, guest";
      if (self->presence[i] == RT_LEADS && self->fixed[i] == RT_NOWHERE)
        return "somebody leads at no table";
    }
  for (int p = 0; self->wishes != NULL && p < self->n_people; p++)
    if (!list_within (self->wishes[p], self->n_themes))
      return "a wish names no theme";
  for (int i = 0; i < self->n_earlier; i++)
    if (!list_within (self->earlier[i], self->n_people))
      return "an earlier sitting names nobody";
  return NULL;
}

static const char *
check_tables (const RtProblem *self)
{
  int n = self->n_rounds * self->n_tables;

  for (int i = 0; i < n; i++)
    if (self->places[i] < 0 || self->least[i] < 0)
      return "places or least is below 0";
  if (!all_within_or_nowhere (self->host, n, self->n_people)
      || !all_within_or_nowhere (self->co_host, n, self->n_people))
    return "a host is nobody";
  if (!all_within_or_nowhere (self->theme, n, self->n_themes))
    return "a table has a theme that is none";
  return NULL;
}

static const char *
check_columns (const RtProblem *self)
{
  for (int c = 0; c < self->n_columns; c++)
    if (!all_within_or_nowhere (self->columns[c], self->n_people, self->n_values[c]))
      return "a column holds a value it does not have";
  return NULL;
}

static bool
target_known (const RtProblem *self, const RtTerm *term)
{
  switch (term->of)
    {
    case RT_OF_HOST:
      return within (term->target, self->n_people);
    case RT_OF_TABLE:
      return within (term->target, self->n_tables);
    case RT_OF_THEME:
      return within (term->target, self->n_themes);
    }
  return false;
}

static const char *
check_term (const RtProblem *self, const RtTerm *term)
{
  if (term->level > RT_LEVEL_MAY)
    return "a term has no level";
  switch (term->kind)
    {
    case RT_TERM_COUNT:
      if (!within (term->column, self->n_columns)
          || !within_or_nowhere (term->value, self->n_values[term->column]))
        return "a count has no column or value";
      break;
    case RT_TERM_SPREAD:
    case RT_TERM_OVER_SPREAD:
    case RT_TERM_OWN_HOST:
      if (!within (term->column, self->n_columns))
        return "a term has no column";
      break;
    case RT_TERM_VISIT:
    case RT_TERM_AVOID:
      if (!within (term->person, self->n_people) || !target_known (self, term))
        return "a visit has no person or target";
      break;
    case RT_TERM_TOGETHER:
    case RT_TERM_APART:
      for (int i = 0; i < term->n_people; i++)
        if (!within (term->people[i], self->n_people))
          return "a group has a member who is nobody";
      break;
    case RT_TERM_LANGUAGE:
      if (self->n_language_words < 1 || self->speaks == NULL || self->interprets == NULL)
        return "a language rule without languages";
      break;
    case RT_TERM_SLIPS:
      if (self->issued == NULL)
        return "a rule about slips without an issue";
      break;
    default:
      break;
    }
  return NULL;
}

/**
 * rt_problem_check:
 * @problem: a problem
 *
 * Returns: (nullable): what is wrong with @problem, for programmers; %NULL if it is sound
 */
const char *
rt_problem_check (const RtProblem *problem)
{
  const char *fault;

  if (problem->n_rounds < 0 || problem->n_rounds > RT_MAX_ROUNDS)
    return "too many rounds";
  if ((fault = check_people (problem)) != NULL
      || (fault = check_tables (problem)) != NULL
      || (fault = check_columns (problem)) != NULL)
    return fault;
  for (int i = 0; i < problem->n_terms; i++)
    if ((fault = check_term (problem, &problem->terms[i])) != NULL)
      return fault;
  return NULL;
}

/**
 * rt_problem_even_level:
 * @r: a round
 * @guests: how many sit at open tables
 * @left: how many tables have one guest more
 *
 * Returns: to how many guests the open tables are filled, those with fewer places to these
 */
int
rt_problem_even_level (const RtProblem *problem, int r, int guests, int *left)
{
  int level = -1;
  int64_t sum, next = 0;

  do
    {
      sum = next;
      level++;
      next = 0;
      for (int t = 0; t < problem->n_tables; t++)
        {
          int i = r * problem->n_tables + t;

          if (problem->open[i])
            next += rt_problem_seats (problem, i) < level + 1 ? rt_problem_seats (problem, i)
                                                              : level + 1;
        }
    }
  while (next <= guests && next > sum);
  *left = next > sum ? (int) (guests - sum) : 0;
  return level;
}
