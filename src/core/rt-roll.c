/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-roll.h"

#include <string.h>

static int *
new_row (gsize n)
{
  int *row = g_new (int, MAX (n, 1));

  for (gsize i = 0; i < n; i++)
    row[i] = -1;
  return row;
}

static int
index_of (RtPlan *plan, RtPart part, RtId id)
{
  guint index = id && *id ? rt_plan_index_of (plan, part, id) : G_MAXUINT;

  return index == G_MAXUINT ? -1 : (int) index;
}

/* A round's own entry wins over the table's; "" there means nobody. */
static int
entry_or (RtPlan *plan, const RtMap *entries, const RtTable *table, RtPart part, RtId otherwise)
{
  RtId own = rt_map_lookup (entries, table->parent.id);

  return index_of (plan, part, own ? own : otherwise);
}

static void
fill_tables (RtRoll *self, RtPlan *plan, guint r, const RtRound *round)
{
  for (guint t = 0; t < self->n_tables; t++)
    {
      const RtTable *table = rt_plan_get_table (plan, t);
      gsize at = (gsize) r * self->n_tables + t;

      self->host[at] = entry_or (plan, round->hosts, table, RT_PART_PEOPLE, table->host);
      self->co_host[at] = entry_or (plan, round->co_hosts, table, RT_PART_PEOPLE, table->co_host);
      self->theme[at] = entry_or (plan, round->themes, table, RT_PART_THEMES, table->theme);
      self->open[at] = table->open != 0 && !rt_ids_contains (round->closed, table->parent.id);
    }
}

/* Who is named at two tables leads the first open one, and hosting comes before co-hosting. */
static void
fill_leads (RtRoll *self, guint r)
{
  gsize people = (gsize) r * self->n_people, tables = (gsize) r * self->n_tables;
  const int *named[] = { self->host + tables, self->co_host + tables };

  for (guint k = 0; k < G_N_ELEMENTS (named); k++)
    for (guint t = 0; t < self->n_tables; t++)
      if (named[k][t] >= 0 && self->open[tables + t] && self->leads[people + named[k][t]] < 0)
        self->leads[people + named[k][t]] = t;
}

static void
fill_seats (RtRoll *self, RtPlan *plan, guint r, const RtSeating *seating)
{
  gsize people = (gsize) r * self->n_people;

  for (guint i = 0; i < rt_seating_n_tables (seating); i++)
    {
      RtId table = rt_seating_table (seating, i);
      guint n_chairs = rt_seating_n_chairs (seating, table);
      int t = index_of (plan, RT_PART_TABLES, table);

      for (guint chair = 0; chair < n_chairs; chair++)
        {
          int p = index_of (plan, RT_PART_PEOPLE, rt_seating_at (seating, table, chair));

          if (p < 0)
            continue;
          self->table[people + p] = t;
          self->chair[people + p] = chair;
        }
    }
}

static void
fill_people (RtRoll *self, RtPlan *plan, guint r, const RtRound *round, const guint8 *takes_part)
{
  gsize people = (gsize) r * self->n_people, tables = (gsize) r * self->n_tables;

  for (guint p = 0; p < self->n_people; p++)
    {
      const RtPerson *person = rt_plan_get_person (plan, p);
      gsize at = people + p;
      int t = self->table[at];

      /* A round that is over is counted as it stands: who sat there was there. */
      if (self->done[r])
        self->attends[at] = t >= 0;
      else
        self->attends[at] = takes_part[p] &&
                            (!person->rounds || rt_ids_contains (person->rounds, round->parent.id));
      self->guest[at] = self->attends[at] && t >= 0 && self->host[tables + t] != (int) p &&
                        self->co_host[tables + t] != (int) p;
    }
}

static void
fill_pins (RtRoll *self, RtPlan *plan, guint r, const RtMap *pins)
{
  for (guint i = 0; i < rt_map_length (pins); i++)
    {
      int p = index_of (plan, RT_PART_PEOPLE, rt_map_key (pins, i));

      if (p >= 0)
        self->pin[(gsize) r * self->n_people + p] =
          index_of (plan, RT_PART_TABLES, rt_map_value (pins, i));
    }
}

static guint
count_guests_expected (const RtRoll *self)
{
  guint n = 0;

  for (guint r = 0; r < self->n_rounds; r++)
    {
      if (self->done[r])
        continue;
      for (gsize at = (gsize) r * self->n_people; at < (gsize) (r + 1) * self->n_people; at++)
        n += self->attends[at] && self->leads[at] < 0;
      break;
    }
  return n;
}

/**
 * rt_roll_new:
 * @plan: a plan
 *
 * Reads who attends, leads and sits where. O(rounds x (people + tables)).
 *
 * Returns: (transfer full): the roll of @plan as it is now
 */
RtRoll *
rt_roll_new (RtPlan *plan)
{
  RtRoll *self = g_new0 (RtRoll, 1);
  g_autofree guint8 *parts = NULL;
  gsize people, tables;

  self->n_people = rt_plan_get_n (plan, RT_PART_PEOPLE);
  self->n_tables = rt_plan_get_n (plan, RT_PART_TABLES);
  self->n_rounds = rt_plan_get_n (plan, RT_PART_ROUNDS);
  self->n_themes = rt_plan_get_n (plan, RT_PART_THEMES);
  people = (gsize) self->n_rounds * self->n_people;
  tables = (gsize) self->n_rounds * self->n_tables;

  self->attends = g_new0 (guint8, MAX (people, 1));
  self->guest = g_new0 (guint8, MAX (people, 1));
  self->open = g_new0 (guint8, MAX (tables, 1));
  self->done = g_new0 (guint8, MAX (self->n_rounds, 1));
  self->leads = new_row (people);
  self->table = new_row (people);
  self->chair = new_row (people);
  self->pin = new_row (people);
  self->host = new_row (tables);
  self->co_host = new_row (tables);
  self->theme = new_row (tables);

  parts = g_new0 (guint8, MAX (self->n_people, 1));
  for (guint p = 0; p < self->n_people; p++)
    parts[p] = rt_person_takes_part (rt_plan_get_person (plan, p));
  for (guint r = 0; r < self->n_rounds; r++)
    {
      const RtRound *round = rt_plan_get_round (plan, r);

      self->done[r] = round->done == 1;
      fill_tables (self, plan, r, round);
      fill_leads (self, r);
      fill_seats (self, plan, r, round->seating);
      fill_people (self, plan, r, round, parts);
      fill_pins (self, plan, r, round->pins);
    }
  self->guests_expected = count_guests_expected (self);
  return self;
}

void
rt_roll_free (RtRoll *self)
{
  g_free (self->attends);
  g_free (self->leads);
  g_free (self->table);
  g_free (self->chair);
  g_free (self->guest);
  g_free (self->host);
  g_free (self->co_host);
  g_free (self->theme);
  g_free (self->open);
  g_free (self->pin);
  g_free (self->done);
  g_free (self);
}

static const char *
text_member (const RtPerson *person, const char *by)
{
  if (strcmp (by, "organisation") == 0)
    return person->organisation;
  if (strcmp (by, "sector") == 0)
    return person->sector;
  if (strcmp (by, "kind") == 0)
    return person->kind;
  if (strcmp (by, "job") == 0)
    return person->job;
  return NULL;
}

static gboolean
has_word (const GStrv words, const char *folded)
{
  for (guint i = 0; words && words[i]; i++)
    {
      g_autofree char *word = rt_fold (words[i]);

      if (strcmp (word, folded) == 0)
        return TRUE;
    }
  return FALSE;
}

/* tag:WORD and language:CODE have one value: those who have the word. */
static int *
word_column (RtPlan *plan, const char *by, guint n_people)
{
  gboolean tags = g_str_has_prefix (by, "tag:");
  g_autofree char *folded = rt_fold (strchr (by, ':') + 1);
  int *column = new_row (n_people);

  for (guint p = 0; p < n_people && *folded; p++)
    {
      const RtPerson *person = rt_plan_get_person (plan, p);

      if (has_word (tags ? person->tags : person->languages, folded))
        column[p] = 0;
    }
  return column;
}

static gboolean
is_word_column (const char *by)
{
  return g_str_has_prefix (by, "tag:") || g_str_has_prefix (by, "language:");
}

/* Folding is dear and organisations are few: each spelling is folded once. */
static int
value_of_text (GHashTable *spellings, GHashTable *values, const char *text)
{
  g_autofree char *folded = NULL;
  gpointer value;

  if (g_hash_table_lookup_extended (spellings, text, NULL, &value))
    return GPOINTER_TO_INT (value);
  folded = rt_fold (text);
  if (!*folded)
    value = GINT_TO_POINTER (-1);
  else if (!g_hash_table_lookup_extended (values, folded, NULL, &value))
    {
      value = GUINT_TO_POINTER (g_hash_table_size (values));
      g_hash_table_insert (values, g_steal_pointer (&folded), value);
    }
  g_hash_table_insert (spellings, (gpointer) text, value);
  return GPOINTER_TO_INT (value);
}

/**
 * rt_roll_column:
 * @plan: a plan
 * @by: organisation, sector, kind, job, tag:WORD or language:CODE
 * @n_values: (out): how many values there are
 *
 * Values are numbered in the order in which people first have them. Texts that are equal after
 * rt_fold() are one value; the empty one is nobody's. A tag or a language has the one value 0.
 *
 * Returns: (transfer full): the value of each person, -1 for none
 */
int *
rt_roll_column (RtPlan *plan, const char *by, guint *n_values)
{
  guint n_people = rt_plan_get_n (plan, RT_PART_PEOPLE);
  g_autoptr (GHashTable) spellings = NULL;
  g_autoptr (GHashTable) values = NULL;
  int *column;

  if (is_word_column (by))
    {
      *n_values = 1;
      return word_column (plan, by, n_people);
    }
  spellings = g_hash_table_new (g_str_hash, g_str_equal);
  values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  column = new_row (n_people);
  for (guint p = 0; p < n_people; p++)
    {
      const char *text = text_member (rt_plan_get_person (plan, p), by);

      if (text)
        column[p] = value_of_text (spellings, values, text);
    }
  *n_values = g_hash_table_size (values);
  return column;
}

/**
 * rt_roll_column_value:
 * @plan: a plan
 * @by: as for rt_roll_column()
 * @text: (nullable): the value in words; does not matter for a tag or a language
 *
 * Returns: the number of @text in the column, -1 if nobody has it
 */
int
rt_roll_column_value (RtPlan *plan, const char *by, const char *text)
{
  guint n_values;
  int next = 0;
  g_autofree char *wanted = NULL;
  g_autofree int *column = NULL;

  if (is_word_column (by))
    return 0;
  wanted = rt_fold (text);
  if (!*wanted)
    return -1;
  column = rt_roll_column (plan, by, &n_values);
  for (guint p = 0; next < (int) n_values; p++)
    {
      g_autofree char *folded = NULL;

      /* Values are numbered as they appear: only the first person of each is asked. */
      if (column[p] != next)
        continue;
      next++;
      folded = rt_fold (text_member (rt_plan_get_person (plan, p), by));
      if (strcmp (folded, wanted) == 0)
        return column[p];
    }
  return -1;
}
