/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The state made from the problem: the columns in which people are compared, and the tables of
 * numbers over them. */

#include "rt-state-parts.h"

#include "rt-memory.h"

#include <string.h>

/* Contingency tables between rounds above this many bytes leave the cache: walking is faster. */
#define LARGEST_COUNTS (24u << 20)

static bool
has_term (const RtState *self, RtTermKind kind)
{
  for (int i = 0; i < self->problem->n_terms; i++)
    if (self->problem->terms[i].kind == kind)
      return true;
  return false;
}

/* The first column from @n_rounds on in which none of @list has a sitting yet. */
static int
free_column (const RtState *self, RtValue *const *columns, int n_columns, const int32_t *list)
{
  for (int c = 0; c < n_columns; c++)
    {
      bool is_free = true;

      for (const int32_t *p = list; is_free && *p != RT_NOWHERE; p++)
        is_free = columns[c][*p] == RT_NO_VALUE;
      if (is_free)
        return c;
    }
  return n_columns;
}

/*
 * Earlier sittings become columns: those of one column share nobody, so that it has one value for
 * each person. Returns the columns; @n_columns and @n_values tell how many.
 */
static RtValue **
pack_earlier (const RtState *self, int *n_columns, int *n_values)
{
  const RtProblem *problem = self->problem;
  RtValue **columns = RT_NEW (RtValue *, problem->n_earlier);

  *n_columns = 0;
  for (int i = 0; i < problem->n_earlier; i++)
    {
      int c = free_column (self, columns, *n_columns, problem->earlier[i]);

      if (c == *n_columns)
        {
          columns[c] = RT_NEW (RtValue, self->n_people);
          memset (columns[c], 0xff, sizeof (RtValue) * (size_t) self->n_people);
          n_values[c] = 0;
          (*n_columns)++;
        }
      for (const int32_t *p = problem->earlier[i]; *p != RT_NOWHERE; p++)
        columns[c][*p] = (RtValue) n_values[c];
      n_values[c]++;
    }
  return columns;
}

/* A column of values for the terms that compare one: with the leaders for `count`, without for the
 * others. */
static int
value_column (RtState *self, const RtTerm *term, int *source)
{
  bool with_leaders = term->kind == RT_TERM_COUNT;
  int c = self->n_meeting_columns;

  while (c < self->n_columns
         && (source[c] != term->column || self->with_leaders[c] != with_leaders))
    c++;
  if (c == self->n_columns)
    {
      source[c] = term->column;
      self->with_leaders[c] = with_leaders;
      self->n_values[c] = self->problem->n_values[term->column];
      self->n_columns++;
    }
  return c;
}

static void
list_term_columns (RtState *self, RtStateTerm *term, int *source)
{
  bool meetings = term->rule->kind == RT_TERM_REPEATS || term->rule->kind == RT_TERM_OVER_REPEATS;

  term->columns = RT_NEW (int, self->n_meeting_columns + 1);
  if (meetings || term->rule->kind == RT_TERM_RETURNS)
    {
      for (int c = 0; c < (meetings ? self->n_meeting_columns : self->n_rounds); c++)
        if (c >= self->n_rounds || rt_term_acts (term->rule, c))
          term->columns[term->n_columns++] = c;
    }
  else if (term->rule->kind == RT_TERM_SPREAD || term->rule->kind == RT_TERM_OVER_SPREAD
           || term->rule->kind == RT_TERM_COUNT)
    term->columns[term->n_columns++] = value_column (self, term->rule, source);
}

static void
fill_rows (RtState *self, RtValue **earlier, const int *source)
{
  self->stride = (self->n_columns + 7) / 8 * 8;
  self->rows = RT_NEW (RtValue, (size_t) self->n_people * (size_t) self->stride);
  self->query = RT_NEW (RtValue, self->stride);
  memset (self->rows, 0xff, sizeof (RtValue) * (size_t) self->n_people * (size_t) self->stride);
  for (int p = 0; p < self->n_people; p++)
    {
      RtValue *row = self->rows + (size_t) p * (size_t) self->stride;

      for (int c = self->n_rounds; c < self->n_meeting_columns; c++)
        row[c] = earlier[c - self->n_rounds][p];
      for (int c = self->n_meeting_columns; c < self->n_columns; c++)
        if (self->problem->columns[source[c]][p] != RT_NOWHERE)
          row[c] = (RtValue) self->problem->columns[source[c]][p];
    }
}

/* The tables among which those of one value of a column can spread. */
static int
tables_for (const RtState *self, int c, int r)
{
  int n = 0;

  for (int t = 0; t < self->n_tables; t++)
    n += rt_state_chairs (self, r, t) > 0;
  for (int i = 0; c < self->n_rounds && i < self->n_terms; i++)
    {
      const RtTerm *rule = self->terms[i].rule;

      if (rule->kind == RT_TERM_RETURNS && rule->level == RT_LEVEL_MUST && rt_term_acts (rule, r)
          && rt_term_acts (rule, c))
        return n > 1 ? n - 1 : 1;
    }
  return n > 0 ? n : 1;
}

static void
new_count (RtState *self, int column, int round)
{
  int i = column * self->n_rounds + round;

  self->counts[i] = RT_NEW (int16_t, (size_t) self->n_values[column] * (size_t) self->n_tables);
  self->balance[i] = RT_NEW (RtBalance, self->n_values[column]);
  self->spread_over[i] = tables_for (self, column, round);
}

static void
init_counts (RtState *self)
{
  size_t between = (size_t) self->n_rounds * (size_t) self->n_rounds * (size_t) self->n_tables
                   * (size_t) self->n_tables * sizeof (int16_t);

  self->counts = RT_NEW (int16_t *, self->n_columns * self->n_rounds);
  self->balance = RT_NEW (RtBalance *, self->n_columns * self->n_rounds);
  self->spread_over = RT_NEW (int, self->n_columns * self->n_rounds);
  self->excess = RT_NEW (int64_t, self->n_columns * self->n_rounds);
  self->walks = between > LARGEST_COUNTS;
  for (int c = 0; c < self->n_columns; c++)
    for (int r = 0; r < self->n_rounds; r++)
      if (c >= self->n_meeting_columns
          || (c != r && !self->walks && has_term (self, RT_TERM_REPEATS)))
        new_count (self, c, r);
}

void
rt_state_init_columns (RtState *self)
{
  int n_terms = self->problem->n_terms, n_earlier;
  int most = self->n_rounds + self->problem->n_earlier + n_terms;
  RT_AUTOFREE int *source = RT_NEW (int, most);
  RtValue **earlier;

  self->n_values = RT_NEW (int, most);
  self->with_leaders = RT_NEW (bool, most);
  earlier = pack_earlier (self, &n_earlier, self->n_values + self->n_rounds);
  for (int r = 0; r < self->n_rounds; r++)
    self->n_values[r] = self->n_tables;
  self->n_columns = self->n_meeting_columns = self->n_rounds + n_earlier;
  for (int i = 0; i < n_terms; i++)
    list_term_columns (self, &self->terms[i], source);
  fill_rows (self, earlier, source);
  for (int i = 0; i < n_terms; i++)
    {
      self->terms[i].lanes = RT_NEW (RtValue, self->stride);
      for (int k = 0; k < self->terms[i].n_columns; k++)
        self->terms[i].lanes[self->terms[i].columns[k]] = RT_NO_VALUE;
    }
  init_counts (self);
  for (int i = 0; i < n_earlier; i++)
    free (earlier[i]);
  free (earlier);
}
