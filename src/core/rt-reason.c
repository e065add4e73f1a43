/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/*
 * Why a measure cannot be 0, in words: the fact behind its bound. Each fact is looked up anew, so that
 * what is said is true whatever argument gave the number; where no plain fact is found, the kind of
 * argument is named.
 */

#include <glib/gi18n-lib.h>

#include "rt-breach.h"
#include "rt-measure-private.h"
#include "rt-rule-sentence.h"

typedef struct {
  RtPlan          *plan;
  const RtProblem *problem;
  const RtBounds  *bounds;
  const RtRule    *rule;
  const RtTerm    *term;
  int              index;
} Why;

/* The guests of one value in one round, and the chairs there are for them. */
typedef struct {
  int     round;
  int     value;
  int     n;       /* guests */
  int     tables;  /* where one of them can sit */
  int     room;    /* chairs there, of each table no more than the rule permits */
  gint64  amount;  /* by which this forces the measure up */
} Crowd;

static gboolean
acts (const Why *self, int r)
{
  return (self->term->rounds >> r & 1) && !self->problem->frozen[r];
}

static int
fixed_of (const Why *self, int r, int p)
{
  return self->problem->fixed[(gsize) r * self->problem->n_people + p];
}

static gboolean
attends (const Why *self, int r, int p)
{
  return self->problem->presence[(gsize) r * self->problem->n_people + p] != RT_AWAY;
}

static gboolean
is_guest (const Why *self, int r, int p)
{
  return self->problem->presence[(gsize) r * self->problem->n_people + p] == RT_GUEST;
}

static int
places_of (const Why *self, int r, int t)
{
  gsize at = (gsize) r * self->problem->n_tables + t;

  return self->problem->open[at] ? self->problem->places[at] : 0;
}

static char *
person_words (const Why *self, int p)
{
  return rt_person_dup_display (rt_plan_get_person (self->plan, p));
}

static char *
table_words (const Why *self, int t)
{
  return rt_table_dup_display (rt_plan_get_table (self->plan, t));
}

/* Whether a host or co-host of the table has the value. */
static gboolean
is_led_by_own (const Why *self, int r, int t, int value)
{
  const RtProblem *problem = self->problem;
  gsize at = (gsize) r * problem->n_tables + t;
  int host = problem->host[at], co_host = problem->co_host[at];

  return (host >= 0 && problem->columns[self->term->column][host] == value) ||
         (co_host >= 0 && problem->columns[self->term->column][co_host] == value);
}

/* Whether a must keeps guests off the tables of hosts of their own. */
static gboolean
keeps_off_own (const Why *self, int r)
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
take_table (const Why *self, Crowd *crowds, int leader, int room)
{
  int value = leader < 0 ? -1 : self->problem->columns[self->term->column][leader];

  if (value < 0)
    return;
  crowds[value].tables--;
  crowds[value].room -= room;
}

static gint64
forced_by (const Why *self, const Crowd *crowd)
{
  return crowd->n - (self->term->kind == RT_TERM_SPREAD ? crowd->tables : crowd->room);
}

/* The crowds of a round, by value: one pass over its people and one over its tables. */
static void
count_crowds (const Why *self, int r, Crowd *crowds, int n_values)
{
  const RtProblem *problem = self->problem;
  const int32_t *values = problem->columns[self->term->column];
  gboolean own = keeps_off_own (self, r);
  int tables = 0, all = 0;

  for (int v = 0; v < n_values; v++)
    crowds[v] = (Crowd) { .round = r, .value = v };
  for (int p = 0; p < problem->n_people; p++)
    if (values[p] >= 0 && is_guest (self, r, p))
      crowds[values[p]].n++;
  for (int t = 0; t < problem->n_tables; t++)
    {
      gsize at = (gsize) r * problem->n_tables + t;
      int host = problem->host[at], co_host = problem->co_host[at], room = places_of (self, r, t);

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
find_crowd (const Why *self, Crowd *worst, int *others)
{
  int n_values = self->problem->n_values[self->term->column];
  g_autofree guint8 *forced = g_new0 (guint8, MAX (n_values, 1));
  g_autofree Crowd *crowds = g_new0 (Crowd, MAX (n_values, 1));

  *worst = (Crowd) { .value = -1 };
  *others = -1;
  for (int r = 0; r < self->problem->n_rounds; r++)
    {
      if (!acts (self, r))
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
value_words (const Why *self, const char *by, int value)
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
fixed_pair_words (const Why *self)
{
  const RtProblem *problem = self->problem;
  const int32_t *values = problem->columns[self->term->column];

  for (int r = 0; r < problem->n_rounds; r++)
    for (int p = 0; acts (self, r) && p < problem->n_people; p++)
      for (int q = 0; is_guest (self, r, p) && fixed_of (self, r, p) >= 0 && q < p; q++)
        if (values[p] >= 0 && values[p] == values[q] && is_guest (self, r, q) &&
            fixed_of (self, r, q) == fixed_of (self, r, p))
          {
            int pair[] = { q, p };
            g_autofree char *names = rt_words_for_people (self->plan, pair, 2);
            g_autofree char *table = table_words (self, fixed_of (self, r, p));

            return g_strdup_printf (_("%s are both pinned to %s in round %d"), names, table, r + 1);
          }
  return NULL;
}

/* Two people of one value, or guests of several rounds, whom a rule keeps together. */
static char *
kept_together_words (const Why *self)
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

static char *
spread_words (const Why *self)
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

static char *
own_host_words (const Why *self)
{
  const RtProblem *problem = self->problem;
  g_autofree char *group = NULL;
  Crowd crowd;
  int others;

  for (int r = 0; r < problem->n_rounds; r++)
    for (int p = 0; acts (self, r) && p < problem->n_people; p++)
      {
        int t = fixed_of (self, r, p), value = problem->columns[self->term->column][p];

        if (is_guest (self, r, p) && t >= 0 && value >= 0 && is_led_by_own (self, r, t, value))
          {
            g_autofree char *name = person_words (self, p);
            g_autofree char *table = table_words (self, t);

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
static char *
count_words (const Why *self)
{
  g_autofree char *group = rt_words_for_group (self->rule->by, self->rule->value);

  for (int r = 0; r < self->problem->n_rounds; r++)
    {
      int n = 0, tables = 0;

      for (int p = 0; p < self->problem->n_people; p++)
        n += attends (self, r, p) && self->term->value >= 0 &&
             self->problem->columns[self->term->column][p] == self->term->value;
      for (int t = 0; t < self->problem->n_tables; t++)
        tables += self->problem->open[(gsize) r * self->problem->n_tables + t];
      if (acts (self, r) && n == 0)
        /* Translators: "of Barking and Dagenham", "tagged new" or the like */
        return g_strdup_printf (_("there is nobody %s"), group);
      if (acts (self, r) && self->term->least > 0 && n < tables * self->term->least)
        return g_strdup_printf (_("%d tables need %d people %s, and there are %d"),
                                tables, tables * self->term->least, group, n);
      if (acts (self, r) && self->term->most >= 0 && n > tables * self->term->most)
        return g_strdup_printf (_("%d tables take at most %d people %s, and there are %d"),
                                tables, tables * self->term->most, group, n);
    }
  return NULL;
}

/* Members of a group who attend, and where those are who are fixed. */
static char *
together_words (const Why *self)
{
  const RtTerm *term = self->term;

  for (int r = 0; r < self->problem->n_rounds; r++)
    {
      int n = 0, most = 0, first = -1;

      for (int k = 0; acts (self, r) && k < term->n_people; k++)
        {
          int p = term->people[k], t = fixed_of (self, r, p);

          if (!attends (self, r, p))
            continue;
          n++;
          if (t >= 0 && first >= 0 && fixed_of (self, r, first) != t)
            {
              g_autofree char *one = person_words (self, first);
              g_autofree char *other = person_words (self, p);
              g_autofree char *here = table_words (self, fixed_of (self, r, first));
              g_autofree char *there = table_words (self, t);

              return g_strdup_printf (_("%s stays at %s in round %d, and %s at %s"),
                                      one, here, r + 1, other, there);
            }
          first = t >= 0 ? p : first;
        }
      for (int t = 0; t < self->problem->n_tables; t++)
        most = MAX (most, places_of (self, r, t));
      if (n > most)
        return g_strdup_printf (_("they are %d people, and the largest table has %d places"),
                                n, most);
    }
  return NULL;
}

static char *
apart_words (const Why *self)
{
  const RtTerm *term = self->term;

  for (int r = 0; r < self->problem->n_rounds; r++)
    {
      int n = 0, tables = 0;

      for (int k = 0; acts (self, r) && k < term->n_people; k++)
        {
          n += attends (self, r, term->people[k]);
          for (int i = 0; i < k; i++)
            if (fixed_of (self, r, term->people[k]) >= 0 &&
                fixed_of (self, r, term->people[i]) == fixed_of (self, r, term->people[k]))
              {
                int pair[] = { term->people[i], term->people[k] };
                g_autofree char *names = rt_words_for_people (self->plan, pair, 2);
                g_autofree char *table = table_words (self, fixed_of (self, r, pair[0]));

                return g_strdup_printf (_("%s both stay at %s in round %d"), names, table, r + 1);
              }
        }
      for (int t = 0; t < self->problem->n_tables; t++)
        tables += places_of (self, r, t) > 0;
      if (n > tables)
        return g_strdup_printf (_("they are %d people, and there are %d tables"), n, tables);
    }
  return NULL;
}

static char *
visit_words (const Why *self)
{
  g_autofree char *name = person_words (self, self->term->person);

  for (int r = 0; r < self->problem->n_rounds; r++)
    {
      int t = fixed_of (self, r, self->term->person);
      g_autofree char *table = t >= 0 ? table_words (self, t) : NULL;

      if (acts (self, r) && attends (self, r, self->term->person) && table)
        return g_strdup_printf (_("%s stays at %s in round %d"), name, table, r + 1);
    }
  return g_strdup_printf (_("%s finds no other table with a free place"), name);
}

static char *
even_words (const Why *self)
{
  for (int r = 0; r < self->problem->n_rounds; r++)
    {
      int guests = 0, left, level;

      for (int p = 0; p < self->problem->n_people; p++)
        guests += is_guest (self, r, p);
      level = rt_problem_even_level (self->problem, r, guests, &left);
      for (int t = 0; acts (self, r) && t < self->problem->n_tables; t++)
        {
          int pinned = 0, most = MIN (places_of (self, r, t), level + (left > 0));
          g_autofree char *table = table_words (self, t);

          for (int p = 0; p < self->problem->n_people; p++)
            pinned += is_guest (self, r, p) && fixed_of (self, r, p) == t;
          if (pinned > most)
            return g_strdup_printf (_("%d guests are pinned to %s in round %d, "
                                      "where %d would be even"), pinned, table, r + 1, most);
        }
    }
  return NULL;
}

static char *
step_free_words (const Why *self)
{
  const RtProblem *problem = self->problem;

  for (int r = 0; r < problem->n_rounds; r++)
    {
      int n = 0, room = 0;

      for (int p = 0; acts (self, r) && p < problem->n_people; p++)
        {
          int t = fixed_of (self, r, p);

          if (!attends (self, r, p) || !problem->needs_step_free[p])
            continue;
          n += is_guest (self, r, p);
          if (t >= 0 && problem->step_free && !problem->step_free[t])
            {
              g_autofree char *name = person_words (self, p);
              g_autofree char *table = table_words (self, t);

              return g_strdup_printf (_("%s stays at %s in round %d"), name, table, r + 1);
            }
        }
      for (int t = 0; t < problem->n_tables; t++)
        room += problem->step_free && problem->step_free[t] ? places_of (self, r, t) : 0;
      if (n > room)
        return g_strdup_printf (_("%d people need a step-free place, and there are %d"), n, room);
    }
  return NULL;
}

static int
count_targets (const Why *self)
{
  const RtProblem *problem = self->problem;
  g_autoptr (GHashTable) targets = g_hash_table_new (NULL, NULL);

  for (int i = 0; i < problem->n_rounds * problem->n_tables; i++)
    {
      int target = self->term->of == RT_OF_TABLE  ? i % problem->n_tables
                   : self->term->of == RT_OF_HOST ? problem->host[i] : problem->theme[i];

      if (target >= 0 && problem->open[i] && (self->term->rounds >> (i / problem->n_tables) & 1))
        g_hash_table_add (targets, GINT_TO_POINTER (target + 1));
    }
  return g_hash_table_size (targets);
}

static char *
returns_words (const Why *self)
{
  int targets = count_targets (self), rounds = 0;

  for (int r = 0; r < self->problem->n_rounds; r++)
    rounds += self->term->rounds >> r & 1;
  if (rounds <= targets)
    return NULL;
  if (self->term->of == RT_OF_HOST)
    return g_strdup_printf (ngettext ("there are %d rounds and only %d host",
                                      "there are %d rounds and only %d hosts", targets),
                            rounds, targets);
  if (self->term->of == RT_OF_THEME)
    return g_strdup_printf (ngettext ("there are %d rounds and only %d theme",
                                      "there are %d rounds and only %d themes", targets),
                            rounds, targets);
  return g_strdup_printf (ngettext ("there are %d rounds and only %d table",
                                    "there are %d rounds and only %d tables", targets),
                          rounds, targets);
}

/* The theme with the most first wishes beyond its chairs. */
static char *
wishes_words (const Why *self)
{
  const RtProblem *problem = self->problem;
  int worst = -1, worst_wish = 0, worst_room = 0;
  const RtTheme *theme;

  for (int h = 0; h < problem->n_themes; h++)
    {
      int wish = 0, room = 0;

      for (int p = 0; p < problem->n_people; p++)
        wish += problem->wishes[p] && problem->wishes[p][0] == h;
      for (int r = 0; r < problem->n_rounds; r++)
        for (int t = 0; (self->term->rounds >> r & 1) && t < problem->n_tables; t++)
          if (problem->theme[(gsize) r * problem->n_tables + t] == h)
            room += places_of (self, r, t);
      if (wish > room && (worst < 0 || wish - room > worst_wish - worst_room))
        {
          worst = h;
          worst_wish = wish;
          worst_room = room;
        }
    }
  if (worst < 0)
    return NULL;
  theme = rt_plan_get_theme (self->plan, worst);
  /* Translators: people, a theme, places */
  return g_strdup_printf (ngettext ("%d person wishes first for “%s”, which has %d places",
                                    "%d people wish first for “%s”, which has %d places",
                                    worst_wish),
                          worst_wish, theme->title ? theme->title : theme->parent.id, worst_room);
}

static char *
language_words (const Why *self)
{
  int one = 0, more = 0;

  for (int p = 0; p < self->problem->n_people; p++)
    {
      const RtPerson *person = rt_plan_get_person (self->plan, p);
      int n = person->languages ? g_strv_length (person->languages) : 0;
      gboolean speaks_for_others = n > 1 || rt_person_has_role (person, "interpreter");

      more += speaks_for_others;
      one += n == 1 && !speaks_for_others;
    }
  return g_strdup_printf (_("%d people speak one language only, and %d speak more or interpret"),
                          one, more);
}

/* Meetings of the most even tables, which have the fewest, against the pairs there are. */
static char *
meetings_words (const Why *self)
{
  const RtProblem *problem = self->problem;
  gint64 meetings = 0, n = 0;

  for (int p = 0; p < problem->n_people; p++)
    {
      gboolean guest = FALSE;

      for (int r = 0; r < problem->n_rounds; r++)
        guest = guest || ((self->term->rounds >> r & 1) && is_guest (self, r, p));
      n += guest;
    }
  for (int r = 0; r < problem->n_rounds; r++)
    {
      int guests = 0, left, level;

      for (int p = 0; p < problem->n_people; p++)
        guests += is_guest (self, r, p);
      if (!acts (self, r))
        continue;
      level = rt_problem_even_level (problem, r, guests, &left);
      for (int t = 0; t < problem->n_tables; t++)
        {
          gint64 size = MIN (places_of (self, r, t), level);

          if (places_of (self, r, t) > level && left-- > 0)
            size++;
          meetings += size * (size - 1) / 2;
        }
    }
  if (self->term->kind == RT_TERM_OVER_REPEATS || meetings <= n * (n - 1) / 2)
    return NULL;
  return g_strdup_printf (_("%d people make %d pairs, and there are at least %d meetings"),
                          (int) n, (int) (n * (n - 1) / 2), (int) meetings);
}

/* Those who must sit together meet in every round. */
static char *
repeats_words (const Why *self)
{
  gint64 forced = 0;

  for (int i = 0; i < self->problem->n_terms; i++)
    {
      const RtTerm *term = &self->problem->terms[i];
      gint64 rounds = 0;

      if (term->kind != RT_TERM_TOGETHER || term->level != RT_LEVEL_MUST)
        continue;
      for (int r = 0; r < self->problem->n_rounds; r++)
        rounds += term->rounds >> r & self->term->rounds >> r & 1;
      forced += rounds * (rounds - 1) / 2 * term->n_people * (term->n_people - 1) / 2;
    }
  if (forced >= self->bounds->terms[self->index])
    return g_strdup (_("those who must sit together meet in every round"));
  if (self->bounds->reasons[self->index] == RT_REASON_COUNTING)
    return meetings_words (self);
  return NULL;
}

static char *
plain_words (const Why *self)
{
  switch (self->term->kind)
    {
    case RT_TERM_REPEATS:
    case RT_TERM_OVER_REPEATS:
      return repeats_words (self);
    case RT_TERM_RETURNS:
      return returns_words (self);
    case RT_TERM_SPREAD:
    case RT_TERM_OVER_SPREAD:
      return spread_words (self);
    case RT_TERM_OWN_HOST:
      return own_host_words (self);
    case RT_TERM_EVEN:
      return even_words (self);
    case RT_TERM_COUNT:
      return count_words (self);
    case RT_TERM_TOGETHER:
      return together_words (self);
    case RT_TERM_APART:
      return apart_words (self);
    case RT_TERM_VISIT:
    case RT_TERM_AVOID:
      return visit_words (self);
    case RT_TERM_WISHES:
      return wishes_words (self);
    case RT_TERM_LANGUAGE:
      return language_words (self);
    case RT_TERM_STEP_FREE:
      return step_free_words (self);
    case RT_TERM_SLIPS:
      break;
    }
  return NULL;
}

/* Guests and chairs of the round that lacks most. */
static char *
chairs_words (const RtProblem *problem)
{
  int worst = -1, worst_guests = 0, worst_room = 0;

  for (int r = 0; r < problem->n_rounds; r++)
    {
      int guests = 0, room = 0;

      for (int p = 0; p < problem->n_people; p++)
        guests += problem->presence[(gsize) r * problem->n_people + p] == RT_GUEST;
      for (int i = r * problem->n_tables; i < (r + 1) * problem->n_tables; i++)
        room += problem->open[i] ? problem->places[i] : 0;
      if (!problem->frozen[r] && guests - room > worst_guests - worst_room)
        {
          worst = r;
          worst_guests = guests;
          worst_room = room;
        }
    }
  if (worst < 0)
    return NULL;
  return g_strdup_printf (_("round %d has %d guests and %d places"),
                          worst + 1, worst_guests, worst_room);
}

/* The rule of this measure that is forced most. */
static int
find_term (RtPlan *plan, const RtMeasuring *self, const char *key)
{
  int worst = -1;

  for (guint i = 0; i < self->n_rules; i++)
    if (g_str_equal (rt_rule_get_measure_key (rt_plan_get_rule (plan, i)), key) &&
        self->bounds->terms[i] > (worst < 0 ? 0 : self->bounds->terms[worst]))
      worst = i;
  return worst;
}

char *
rt_measuring_dup_reason (const RtMeasuring *self, RtPlan *plan, int term)
{
  Why why = {
    plan, self->problem, self->bounds, rt_plan_get_rule (plan, term), &self->problem->terms[term],
    term,
  };
  char *words = self->bounds->reasons[term] == RT_REASON_LANGUAGE ? NULL : plain_words (&why);

  /* More meetings than pairs are a reason for repeats alone. */
  if (words || (self->bounds->reasons[term] == RT_REASON_COUNTING &&
                why.term->kind != RT_TERM_REPEATS && why.term->kind != RT_TERM_OVER_REPEATS))
    return words;
  return rt_reason_words (self->bounds, term);
}

/**
 * rt_measures_dup_reason:
 * @self: measures
 * @plan: the plan they are of, as it was
 * @key: of a measure
 *
 * Returns: (transfer full) (nullable): why the measure cannot be 0, as the end of a sentence:
 *   "there are 23 people of York and 20 tables for them"; %NULL if its bound is 0 or the reason is
 *   not plain
 */
char *
rt_measures_dup_reason (const RtMeasures *self, RtPlan *plan, const char *key)
{
  const RtMeasuring *measuring = (const RtMeasuring *) self;
  const RtMeasure *measure = rt_measures_find (self, key);
  int term;

  if (!measuring->bounds || !measure || measure->bound == 0)
    return NULL;
  if (!measure->is_rule)
    return g_str_equal (key, "unseated") ? chairs_words (measuring->problem) : NULL;
  term = find_term (plan, measuring, key);
  return term < 0 ? NULL : rt_measuring_dup_reason (measuring, plan, term);
}

/**
 * rt_measures_dup_bound_words:
 * @self: measures
 * @plan: the plan they are of, as it was
 * @key: of a measure
 *
 * Returns: (transfer full) (nullable): the bound and its reason as one sentence: "At least 3: there are
 *   23 people of York and 20 tables for them."; %NULL where rt_measures_dup_reason() is
 */
char *
rt_measures_dup_bound_words (const RtMeasures *self, RtPlan *plan, const char *key)
{
  g_autofree char *reason = rt_measures_dup_reason (self, plan, key);

  if (!reason)
    return NULL;
  /* Translators: a number, and why it cannot be less */
  return g_strdup_printf (_("At least %d: %s."), (int) rt_measures_find (self, key)->bound, reason);
}

/**
 * rt_measures_dup_meeting_words:
 * @self: measures
 *
 * Returns: (transfer full) (nullable): how many rounds it would take for everybody to meet everybody;
 *   %NULL when the plan has as many, or nobody to meet
 */
char *
rt_measures_dup_meeting_words (const RtMeasures *self)
{
  const RtMeasuring *measuring = (const RtMeasuring *) self;
  int rounds = measuring->bounds ? measuring->bounds->rounds_to_meet_all : 0;

  if (!measuring->bounds || rounds <= measuring->problem->n_rounds)
    return NULL;
  return g_strdup_printf (ngettext ("It takes at least %d round for everybody to meet everybody.",
                                    "It takes at least %d rounds for everybody to meet everybody.",
                                    rounds), rounds);
}
