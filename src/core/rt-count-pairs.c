/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Whom guests meet: repeats, coming back, and people of one organisation at one table. */

#include "rt-count.h"

typedef struct {
  const RtRule *rule;
  RtTally      *tally;
} Counting;

static gint64
choose_2 (gint64 n)
{
  return n * (n - 1) / 2;
}

static void
count_pair_cb (RtCount *self, int p, int q, guint meetings, guint earlier, gpointer data)
{
  Counting *counting = data;
  int most = counting->rule->most, people[] = { p, q };
  gint64 all = (gint64) meetings + earlier;
  RtIncident incident = { 0, -1, -1, (int) earlier, people, 2 };

  if (most == RT_UNSET)
    incident.amount = choose_2 (all);
  else
    incident.amount = MAX (all - most, 0);
  if (incident.amount > 0)
    rt_tally_add (counting->tally, &incident);
}

/* Over pairs who are guests together in the rule's rounds: their meetings, earlier ones added,
   choose 2; with `most`, those above it. */
void
rt_count_repeats (RtCount *self, const RtRule *rule, RtTally *tally)
{
  Counting counting = { rule, tally };

  rt_count_each_pair (self, rt_count_rounds (self, rule->rounds), count_pair_cb, &counting);
}

static gboolean
came_before (RtCount *self, const RtRule *rule, guint32 rounds, guint person, guint before,
             int target)
{
  const RtRoll *roll = self->roll;

  for (guint r = 0; r < before; r++)
    {
      gsize at = (gsize) r * roll->n_people + person;

      if ((rounds >> r & 1) && roll->guest[at] &&
          rt_count_target (self, rule->of, r, roll->table[at]) == target)
        return TRUE;
    }
  return FALSE;
}

/* Visits of a guest to the same host, table or theme beyond the first. */
void
rt_count_returns (RtCount *self, const RtRule *rule, RtTally *tally)
{
  const RtRoll *roll = self->roll;
  guint32 rounds = rt_count_rounds (self, rule->rounds);

  for (guint p = 0; p < roll->n_people; p++)
    {
      int person = p;

      if (rt_count_is_pinned_always (self, p))
        continue;
      for (guint r = 0; r < roll->n_rounds; r++)
        {
          gsize at = (gsize) r * roll->n_people + p;
          RtIncident incident = { 1, r, roll->table[at], -1, &person, 1 };

          if (!(rounds >> r & 1) || !roll->guest[at])
            continue;
          incident.detail = rt_count_target (self, rule->of, r, roll->table[at]);
          if (incident.detail >= 0 && came_before (self, rule, rounds, p, r, incident.detail))
            rt_tally_add (tally, &incident);
        }
    }
}

/* The guests of a table who have @value. */
static void
tell_same (RtCount *self, const int *column, int value, RtIncident *incident, RtTally *tally)
{
  gsize at = (gsize) incident->round * self->roll->n_tables + incident->table;
  const guint8 *guest = self->roll->guest + (gsize) incident->round * self->roll->n_people;
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = self->first[at]; i < self->first[at + 1]; i++)
    {
      int p = self->people[i];

      if (column[p] == value && guest[p])
        g_array_append_val (people, p);
    }
  incident->detail = value;
  incident->people = (const int *) people->data;
  incident->n_people = people->len;
  rt_tally_add (tally, incident);
}

static void
count_same_at (RtCount *self, const RtRule *rule, guint r, guint t, const int *column, guint *seen,
               RtTally *tally)
{
  gsize at = (gsize) r * self->roll->n_tables + t;
  const guint8 *guest = self->roll->guest + (gsize) r * self->roll->n_people;

  for (guint i = self->first[at]; i < self->first[at + 1]; i++)
    if (guest[self->people[i]] && column[self->people[i]] >= 0)
      seen[column[self->people[i]]]++;
  for (guint i = self->first[at]; i < self->first[at + 1]; i++)
    {
      int value = column[self->people[i]];
      guint n = value >= 0 ? seen[value] : 0;
      RtIncident incident = { .round = r, .table = t };

      if (n == 0)
        continue;
      seen[value] = 0;
      incident.amount = rule->most == RT_UNSET ? choose_2 (n) : MAX ((gint64) n - rule->most, 0);
      if (incident.amount > 0)
        tell_same (self, column, value, &incident, tally);
    }
}

/* Guests with the same value at one table: pairs; with `most`, heads above it. */
void
rt_count_spread (RtCount *self, const RtRule *rule, RtTally *tally)
{
  guint n_values;
  const int *column = rt_count_column (self, rule->by, &n_values);
  g_autofree guint *seen = g_new0 (guint, MAX (n_values, 1));
  guint32 rounds = rt_count_rounds (self, rule->rounds);

  for (guint r = 0; r < self->roll->n_rounds; r++)
    for (guint t = 0; (rounds >> r & 1) && t < self->roll->n_tables; t++)
      count_same_at (self, rule, r, t, column, seen, tally);
}

/* Guests who sit with a host or co-host of their own organisation. */
void
rt_count_own_host (RtCount *self, const RtRule *rule, RtTally *tally)
{
  const RtRoll *roll = self->roll;
  const int *column = rt_count_column (self, "organisation", NULL);
  guint32 rounds = rt_count_rounds (self, rule->rounds);

  for (guint r = 0; r < roll->n_rounds; r++)
    for (guint p = 0; (rounds >> r & 1) && p < roll->n_people; p++)
      {
        gsize at = (gsize) r * roll->n_people + p;
        gsize place = (gsize) r * roll->n_tables + MAX (roll->table[at], 0);
        int people[] = { p, -1 };
        RtIncident incident = { 1, r, roll->table[at], column[p], people, 2 };

        if (!roll->guest[at] || column[p] < 0)
          continue;
        if (self->host[place] >= 0 && column[self->host[place]] == column[p])
          people[1] = self->host[place];
        else if (self->co_host[place] >= 0 && column[self->co_host[place]] == column[p])
          people[1] = self->co_host[place];
        if (people[1] >= 0)
          rt_tally_add (tally, &incident);
      }
}
