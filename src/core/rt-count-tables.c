/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What happens at tables: even sizes, who must be there, languages, steps, chairs. */

#include "rt-count.h"

static gboolean
is_open (RtCount *self, guint r, guint t)
{
  return self->roll->open[(gsize) r * self->roll->n_tables + t];
}

/* The people at a table who attend. */
static const int *
people_at (RtCount *self, guint r, guint t, guint *n)
{
  gsize at = (gsize) r * self->roll->n_tables + t;

  *n = self->first[at + 1] - self->first[at];
  return self->people + self->first[at];
}

typedef struct {
  int places;
  int guests;
} Size;

/* How many guests the tables hold if none has more than @level. */
static gint64
filled_to (const GArray *sizes, int level)
{
  gint64 sum = 0;

  for (guint i = 0; i < sizes->len; i++)
    sum += MIN (g_array_index (sizes, Size, i).places, level);
  return sum;
}

/* Even sizes fill every table to one level, or to its places where those are fewer; those left over
   go one each to tables with a place more, and are counted where they already sit. Beyond the last
   place nothing is even: there each guest is one off. */
static gint64
distance_from_even (const GArray *sizes)
{
  gint64 guests = 0, distance = 0, left;
  int level = 0, room = 0, above = 0;

  for (guint i = 0; i < sizes->len; i++)
    {
      guests += g_array_index (sizes, Size, i).guests;
      room = MAX (room, g_array_index (sizes, Size, i).places);
    }
  while (level < room && filled_to (sizes, level + 1) <= guests)
    level++;
  left = level < room ? guests - filled_to (sizes, level) : 0;
  for (guint i = 0; i < sizes->len; i++)
    {
      const Size *size = &g_array_index (sizes, Size, i);

      distance += ABS (size->guests - MIN (size->places, level));
      above += size->places > level && size->guests > level;
    }
  return distance + left - 2 * MIN (left, above);
}

/* Summed distance of the guests at open tables from even sizes. O(tables x places) a round. */
void
rt_count_even (RtCount *self, const RtRule *rule, RtTally *tally)
{
  guint32 rounds = rt_count_rounds (self, rule->rounds);
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (Size));

  for (guint r = 0; r < self->roll->n_rounds; r++)
    {
      RtIncident incident = { .round = r, .table = -1 };

      if (!(rounds >> r & 1))
        continue;
      g_array_set_size (sizes, 0);
      for (guint t = 0; t < self->roll->n_tables; t++)
        {
          Size size = { rt_count_guest_places (self, r, t), rt_count_guests_at (self, r, t) };

          if (is_open (self, r, t))
            g_array_append_val (sizes, size);
        }
      incident.amount = distance_from_even (sizes);
      if (incident.amount > 0)
        rt_tally_add (tally, &incident);
    }
}

/* Open tables where somebody sits: people of one value short of `least` or above `most`. */
void
rt_count_count (RtCount *self, const RtRule *rule, RtTally *tally)
{
  const int *column = rt_count_column (self, rule->by, NULL);
  int value = rt_roll_column_value (self->plan, rule->by, rule->value);
  guint32 rounds = rt_count_rounds (self, rule->rounds);

  for (guint r = 0; r < self->roll->n_rounds; r++)
    for (guint t = 0; (rounds >> r & 1) && t < self->roll->n_tables; t++)
      {
        RtIncident incident = { .round = r, .table = t };
        guint n;
        const int *people = people_at (self, r, t, &n);

        if (n == 0 || !is_open (self, r, t))
          continue;
        for (guint i = 0; i < n; i++)
          incident.detail += value >= 0 && column[people[i]] == value;
        if (rule->least != RT_UNSET)
          incident.amount += MAX (rule->least - incident.detail, 0);
        if (rule->most != RT_UNSET)
          incident.amount += MAX (incident.detail - rule->most, 0);
        if (incident.amount > 0)
          rt_tally_add (tally, &incident);
      }
}

/* Numbers the languages of the plan: of char * to its number, in the order in which they appear. */
static GHashTable *
number_languages (RtPlan *plan)
{
  GHashTable *numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint p = 0; p < rt_plan_get_n (plan, RT_PART_PEOPLE); p++)
    {
      const GStrv languages = rt_plan_get_person (plan, p)->languages;

      for (guint i = 0; languages && languages[i]; i++)
        {
          g_autofree char *code = rt_fold (languages[i]);

          if (*code && !g_hash_table_contains (numbers, code))
            g_hash_table_insert (numbers, g_steal_pointer (&code),
                                 GUINT_TO_POINTER (g_hash_table_size (numbers)));
        }
    }
  return numbers;
}

guint64 *
rt_count_languages (RtPlan *plan, guint *n_words)
{
  guint n_people = rt_plan_get_n (plan, RT_PART_PEOPLE);
  g_autoptr (GHashTable) numbers = number_languages (plan);
  guint64 *speaks;

  *n_words = g_hash_table_size (numbers) / 64 + 1;
  speaks = g_new0 (guint64, MAX ((gsize) n_people, 1) * *n_words);
  for (guint p = 0; p < n_people; p++)
    {
      const GStrv languages = rt_plan_get_person (plan, p)->languages;

      for (guint i = 0; languages && languages[i]; i++)
        {
          g_autofree char *code = rt_fold (languages[i]);
          guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, code));

          if (*code)
            speaks[(gsize) p * *n_words + number / 64] |= G_GUINT64_CONSTANT (1) << number % 64;
        }
    }
  return speaks;
}

typedef struct {
  RtCount *count;
  guint64 *speaks;
  guint    n_words;
} Tongues;

static gboolean
share (const Tongues *self, int p, int q)
{
  for (guint i = 0; i < self->n_words; i++)
    if (self->speaks[(gsize) p * self->n_words + i] & self->speaks[(gsize) q * self->n_words + i])
      return TRUE;
  return FALSE;
}

static gboolean
somebody_bridges (const Tongues *self, const int *people, guint n, int one, int other)
{
  for (guint i = 0; i < n; i++)
    if (share (self, people[i], one) && share (self, people[i], other))
      return TRUE;
  return FALSE;
}

/* The first two at a table who share no language when nobody there speaks for them. */
static gboolean
find_speechless (const Tongues *self, const int *people, guint n, int *pair)
{
  for (guint i = 0; i < n; i++)
    if (rt_person_has_role (rt_plan_get_person (self->count->plan, people[i]), "interpreter"))
      return FALSE;
  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++)
      {
        int one = people[i], other = people[k];

        if (!share (self, one, one) || !share (self, other, other) || share (self, one, other) ||
            somebody_bridges (self, people, n, one, other))
          continue;
        pair[0] = one;
        pair[1] = other;
        return TRUE;
      }
  return FALSE;
}

/* Tables where two people share no language, and nobody speaks one of each or interprets. */
void
rt_count_language (RtCount *self, const RtRule *rule, RtTally *tally)
{
  Tongues tongues = { .count = self };
  g_autofree guint64 *speaks = tongues.speaks = rt_count_languages (self->plan, &tongues.n_words);
  guint32 rounds = rt_count_rounds (self, rule->rounds);

  for (guint r = 0; r < self->roll->n_rounds; r++)
    for (guint t = 0; (rounds >> r & 1) && t < self->roll->n_tables; t++)
      {
        int pair[2];
        RtIncident incident = { 1, r, t, -1, pair, 2 };
        guint n;
        const int *people = people_at (self, r, t, &n);

        if (find_speechless (&tongues, people, n, pair))
          rt_tally_add (tally, &incident);
      }
}

static gboolean
any_table_marked (RtPlan *plan)
{
  for (guint t = 0; t < rt_plan_get_n (plan, RT_PART_TABLES); t++)
    if (rt_plan_get_table (plan, t)->step_free == 1)
      return TRUE;
  return FALSE;
}

static gboolean
another_takes_step_free (RtCount *self, guint r, int but, gboolean marked)
{
  for (guint t = 0; t < self->roll->n_tables; t++)
    if ((int) t != but && is_open (self, r, t) && rt_count_guest_places (self, r, t) > 0 &&
        (!marked || rt_plan_get_table (self->plan, t)->step_free == 1))
      return TRUE;
  return FALSE;
}

static void
count_step_free_in (RtCount *self, guint r, gboolean marked, GArray *needy, RtTally *tally)
{
  const RtRoll *roll = self->roll;
  gboolean apart = FALSE;
  int table = -1;

  g_array_set_size (needy, 0);
  for (guint p = 0; p < roll->n_people; p++)
    {
      gsize at = (gsize) r * roll->n_people + p;
      int person = p, t = roll->table[at];
      RtIncident incident = { 1, r, t, 0, &person, 1 };

      if (rt_plan_get_person (self->plan, p)->step_free != 1 || !roll->attends[at] || t < 0)
        continue;
      if (marked && rt_plan_get_table (self->plan, t)->step_free != 1)
        rt_tally_add (tally, &incident);
      apart = apart || (table >= 0 && t != table);
      table = t;
      g_array_append_val (needy, person);
    }
  if (needy->len >= 2 && !apart && another_takes_step_free (self, r, table, marked))
    {
      RtIncident incident = { 1, r, table, 1, (const int *) needy->data, needy->len };

      rt_tally_add (tally, &incident);
    }
}

/* People who need a step-free place and have none, and 1 per round in which all of them share one
   table although another could take one of them. */
void
rt_count_step_free (RtCount *self, const RtRule *rule, RtTally *tally)
{
  g_autoptr (GArray) needy = g_array_new (FALSE, FALSE, sizeof (int));
  gboolean marked = any_table_marked (self->plan);
  guint32 rounds = rt_count_rounds (self, rule->rounds);

  for (guint r = 0; r < self->roll->n_rounds; r++)
    if (rounds >> r & 1)
      count_step_free_in (self, r, marked, needy, tally);
}

/* People above places, people missing to `least` where somebody sits, people at closed tables. */
void
rt_count_capacity (RtCount *self, RtTally *tally)
{
  for (guint t = 0; t < self->roll->n_tables; t++)
    {
      const RtTable *table = rt_plan_get_table (self->plan, t);
      int places = rt_table_get_places (table);
      int least = table->least == RT_UNSET ? 0 : table->least;

      for (guint r = 0; r < self->roll->n_rounds; r++)
        {
          int n = self->sitting[(gsize) r * self->roll->n_tables + t];
          RtIncident incident = { .round = r, .table = t, .detail = n };

          if (!is_open (self, r, t))
            incident.amount = n;
          else if (n > 0)
            incident.amount = MAX (n - places, 0) + MAX (least - n, 0);
          if (incident.amount > 0)
            rt_tally_add (tally, &incident);
        }
    }
}

/* Open tables with guests whose host does not attend or does not sit there. */
void
rt_count_hosts (RtCount *self, RtTally *tally)
{
  const RtRoll *roll = self->roll;

  for (guint r = 0; r < roll->n_rounds; r++)
    for (guint t = 0; t < roll->n_tables; t++)
      {
        int host = roll->host[(gsize) r * roll->n_tables + t];
        gsize at = (gsize) r * roll->n_people + MAX (host, 0);
        RtIncident incident = { 1, r, t, 0, &host, 1 };

        if (host < 0 || !is_open (self, r, t) || (roll->attends[at] && roll->table[at] == (int) t))
          continue;
        if (rt_count_guests_at (self, r, t) > 0)
          rt_tally_add (tally, &incident);
      }
}
