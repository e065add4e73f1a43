/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Why people of one kind cannot be spread, or counted, as a rule wants: in words. */

#include "rt-reason-parts.h"

#include <glib/gi18n-lib.h>

#include "rt-breach.h"
#include "rt-rule-sentence.h"

/* The guests of one value in one round, and the chairs there are for them. */
typedef struct {
  int     round;
  int     value;
  int     n;       /* guests */
  int     tables;  /* where one of them can sit */
  int     room;    /* chairs there, of each table no more than the rule permits */
  gint64  amount;  /* by which this forces the measure up */
} Crowd;

/* Whether a host or co-host of the table has the value. */
static gboolean
is_led_by_own (const RtReasoning *self, int r, int t, int value)
{
  const RtProblem *problem = self->problem;
  gsize at = (gsize) r * problem->n_tables + t;
  int host = problem->host[at], co_host = problem->co_host[at];

  return (host >= 0 && problem->columns[self->term->column][host] == value) ||
         (co_host >= 0 && problem->columns[self->term->column][co_host] == value);
}

/* Whether a must keeps guests off the tables of hosts of their own. */
static gboolean
keeps_off_own (const RtReasoning *self, int r)
{
  const RtProblem *problem = self->problem;

  for (int i = 0; i < problem->n_terms; i++)
    {
      const RtTerm *term = &problem->terms[i];

      if (term->kind == RT_TERM_OWN_HOST && term->column == self->term->column &&
          (term->rounds >> r & 1) &&
          (term == self->term ||
           (term->level == RT_LEVEL_MUST && self->bounds->terms[i] == 0)))
        return TRUE;
    }
  return FALSE;
}

/* Takes a table from the crowd of the value of one who leads it. */
static void
take_table (const RtReasoning *self, Crowd *crowds, int leader, int room)
{
  int value = leader < 0 ? -1 : self->problem->columns[self->term->column][leader];

  if (value < 0)
    return;
  crowds[value].tables--;
  crowds[value].room -= room;
}

static gint64
forced_by (const RtReasoning *self, const Crowd *crowd)
{
  return crowd->n - (self->term->kind == RT_TERM_SPREAD ? crowd->tables : crowd->room);
}

/* The crowds of a round, by value: one pass over its people and one over its tables. */
static void
count_crowds (const RtReasoning *self, int r, Crowd *crowds, int n_values)
{
  const RtProblem *problem = self->problem;
  const int32_t *values = problem->columns[self->term->column];
  gboolean own = keeps_off_own (self, r);
  int tables = 0, all = 0;

  for (int v = 0; v < n_values; v++)
    crowds[v] = (Crowd) { .round = r, .value = v };
  for (int p = 0; p < problem->n_people; p++)
    if (values[p] >= 0 && rt_reasoning_is_guest (self, r, p))
      crowds[values[p]].n++;
  for (int t = 0; t < problem->n_tables; t++)
    {
      gsize at = (gsize) r * problem->n_tables + t;
      int host = problem->host[at], co_host = problem->co_host[at];
      int room = rt_reasoning_places_of (self, r, t);

      if (room == 0)
        continue;
      room = self->term->most >= 0 ? MIN (room, self->term->most) : room;
      tables++;
      all += room;
      if (!own)
        continue;
      take_table (self, crowds, host, room);
      if (co_host >= 0 && (host < 0 || values[co_host] != values[host]))
        take_table (self, crowds, co_host, room);
    }
  for (int v = 0; v < n_values; v++)
    {
      crowds[v].tables += tables;
      crowds[v].room += all;
      crowds[v].amount = forced_by (self, &crowds[v]);
    }
}

/* The value and round that force most, and how many other values there are that force something. */
static gboolean
find_crowd (const RtReasoning *self, Crowd *worst, int *others)
{
  int n_values = self->problem->n_values[self->term->column];
  g_autofree guint8 *forced = g_new0 (guint8, MAX (n_values, 1));
  g_autofree Crowd *crowds = g_new0 (Crowd, MAX (n_values, 1));

  *worst = (Crowd) { .value = -1 };
  *others = -1;
  for (int r = 0; r < self->problem->n_rounds; r++)
    {
      if (!rt_reasoning_acts (self, r))
        continue;
      count_crowds (self, r, crowds, n_values);
      for (int v = 0; v < n_values; v++)
        {
          forced[v] = forced[v] || crowds[v].amount > 0;
          if (crowds[v].amount > worst->amount)
            *worst = crowds[v];
        }
    }
  for (int v = 0; v < n_values; v++)
    *others += forced[v];
  return worst->amount > 0;
}

/* "of York", "tagged new": of a value, as somebody who has it writes it. */
static char *
value_words (const RtReasoning *self, const char *by, int value)
{
  for (int p = 0; p < self->problem->n_people; p++)
    {
      const RtPerson *person = rt_plan_get_person (self->plan, p);
      const char *text = g_str_equal (by, "sector") ? person->sector
                         : g_str_equal (by, "kind") ? person->kind
                         : g_str_equal (by, "job")  ? person->job : person->organisation;

      if (self->problem->columns[self->term->column][p] == value)
        return rt_words_for_group (by, text);
    }
  return g_strdup ("");
}

/* Two people of one value whom pins put at one table. */
static char *
fixed_pair_words (const RtReasoning *self)
{
  const RtProblem *problem = self->problem;
  const int32_t *values = problem->columns[self->term->column];

  for (int r = 0; r < problem->n_rounds; r++)
    for (int p = 0; rt_reasoning_acts (self, r) && p < problem->n_people; p++)
      for (int q = 0; q < p && rt_reasoning_is_guest (self, r, p) &&
                      rt_reasoning_fixed_of (self, r, p) >= 0; q++)
        if (values[p] >= 0 && values[p] == values[q] && rt_reasoning_is_guest (self, r, q) &&
            rt_reasoning_fixed_of (self, r, q) == rt_reasoning_fixed_of (self, r, p))
          {
            int pair[] = { q, p };
            g_autofree char *names = rt_words_for_people (self->plan, pair, 2);
            int at = rt_reasoning_fixed_of (self, r, p);
            g_autofree char *table = rt_reasoning_table_words (self, at);

            return g_strdup_printf (_("%s are both pinned to %s in round %d"), names, table, r + 1);
          }
  return NULL;
}

/* Two people of one value, or guests of several rounds, whom a rule keeps together. */
static char *
kept_together_words (const RtReasoning *self)
{
  for (int i = 0; i < self->problem->n_terms; i++)
    {
      const RtTerm *term = &self->problem->terms[i];
      g_autofree char *names = NULL;

      if (term->kind != RT_TERM_TOGETHER || term->level != RT_LEVEL_MUST || term->n_people < 2 ||
          self->bounds->terms[i] > 0)
        continue;
      if (self->term->kind == RT_TERM_SPREAD)
        {
          const int32_t *values = self->problem->columns[self->term->column];

          if (values[term->people[0]] < 0 ||
              values[term->people[0]] != values[term->people[1]])
            continue;
        }
      names = rt_words_for_people (self->plan, term->people, term->n_people);
      return g_strdup_printf (_("%s must sit together"), names);
    }
  return NULL;
}

char *
rt_reasoning_spread_words (const RtReasoning *self)
{
  g_autofree char *group = NULL;
  Crowd crowd;
  int others;
  char *words;

  if (!find_crowd (self, &crowd, &others))
    {
      words = fixed_pair_words (self);
      return words || self->term->kind != RT_TERM_SPREAD ? words : kept_together_words (self);
    }
  group = value_words (self, self->rule->by, crowd.value);
  if (self->term->kind == RT_TERM_OVER_SPREAD)
    return g_strdup_printf (_("there are %d people %s, and the tables can take %d of them"),
                            crowd.n, group, crowd.room);
  if (others > 0)
    /* Translators: the word is "of Barking and Dagenham", "tagged new" or the like */
    return g_strdup_printf (ngettext ("there are %d people %s and %d tables for them, "
                                      "and too many of %d other group",
                                      "there are %d people %s and %d tables for them, "
                                      "and too many of %d other groups", others),
                            crowd.n, group, crowd.tables, others);
  return g_strdup_printf (_("there are %d people %s and %d tables for them"),
                          crowd.n, group, crowd.tables);
}

char *
rt_reasoning_own_host_words (const RtReasoning *self)
{
  const RtProblem *problem = self->problem;
  g_autofree char *group = NULL;
  Crowd crowd;
  int others;

  for (int r = 0; r < problem->n_rounds; r++)
    for (int p = 0; rt_reasoning_acts (self, r) && p < problem->n_people; p++)
      {
        int t = rt_reasoning_fixed_of (self, r, p), value = problem->columns[self->term->column][p];

        if (rt_reasoning_is_guest (self, r, p) && t >= 0 && value >= 0 &&
            is_led_by_own (self, r, t, value))
          {
            g_autofree char *name = rt_reasoning_person_words (self, p);
            g_autofree char *table = rt_reasoning_table_words (self, t);

            return g_strdup_printf (_("%s is pinned to %s in round %d"), name, table, r + 1);
          }
      }
  if (!find_crowd (self, &crowd, &others))
    return NULL;
  group = value_words (self, "organisation", crowd.value);
  return g_strdup_printf (_("there are %d people %s, and the tables of other hosts have %d places"),
                          crowd.n, group, crowd.room);
}

/* Too few people for what every table needs, or too many for what it takes. */
char *
rt_reasoning_count_words (const RtReasoning *self)
{
  g_autofree char *group = rt_words_for_group (self->rule->by, self->rule->value);

  for (int r = 0; r < self->problem->n_rounds; r++)
    {
      int n = 0, tables = 0;

      for (int p = 0; p < self->problem->n_people; p++)
        n += rt_reasoning_attends (self, r, p) && self->term->value >= 0 &&
             self->problem->columns[self->term->column][p] == self->term->value;
      for (int t = 0; t < self->problem->n_tables; t++)
        tables += self->problem->open[(gsize) r * self->problem->n_tables + t];
      if (rt_reasoning_acts (self, r) && n == 0)
        /* Translators: "of Barking and Dagenham", "tagged new" or the like */
        return g_strdup_printf (_("there is nobody %s"), group);
      if (rt_reasoning_acts (self, r) && self->term->least > 0 && n < tables * self->term->least)
        return g_strdup_printf (_("%d tables need %d people %s, and there are %d"),
                                tables, tables * self->term->least, group, n);
      if (rt_reasoning_acts (self, r) && self->term->most >= 0 && n > tables * self->term->most)
        return g_strdup_printf (_("%d tables take at most %d people %s, and there are %d"),
                                tables, tables * self->term->most, group, n);
    }
  return NULL;
}
