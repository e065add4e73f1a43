/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Who meets whom: what the view of that name shows. */

#include "rt-meetings.h"

/* Adds one to @times of everybody who is a guest at a table with @person. O(rounds x people). */
static void
count_times (const RtRoll *roll, guint person, guint *times)
{
  for (guint r = 0; r < roll->n_rounds; r++)
    {
      gsize at = (gsize) r * roll->n_people;

      if (!roll->guest[at + person])
        continue;
      for (guint q = 0; q < roll->n_people; q++)
        if (q != person && roll->guest[at + q] && roll->table[at + q] == roll->table[at + person])
          times[q]++;
    }
}

/* The guests of each round, table by table: @order holds people, @first where a table begins. */
static void
order_by_table (const RtRoll *roll, guint round, guint *first, guint *order)
{
  gsize at = (gsize) round * roll->n_people;

  memset (first, 0, (roll->n_tables + 2) * sizeof *first);
  for (guint p = 0; p < roll->n_people; p++)
    if (roll->guest[at + p])
      first[roll->table[at + p] + 2]++;
  for (guint t = 2; t < roll->n_tables + 2; t++)
    first[t] += first[t - 1];
  for (guint p = 0; p < roll->n_people; p++)
    if (roll->guest[at + p])
      order[first[roll->table[at + p] + 1]++] = p;
}

/**
 * rt_meetings_new:
 * @roll: who sits where
 *
 * A person's others are marked with that person's number, so that nobody is counted twice.
 * O(people x rounds x table size).
 *
 * Returns: (transfer full): who meets whom
 */
RtMeetings *
rt_meetings_new (const RtRoll *roll)
{
  RtMeetings *self = g_new0 (RtMeetings, 1);
  guint n = roll->n_people, n_rounds = MAX (roll->n_rounds, 1);
  g_autofree guint *first = g_new0 (guint, (roll->n_tables + 2) * n_rounds);
  g_autofree guint *order = g_new0 (guint, MAX (n, 1) * n_rounds);
  g_autofree guint *mark = g_new0 (guint, MAX (n, 1));

  self->n_people = n;
  self->guest = g_new0 (guint8, MAX (n, 1));
  self->met = g_new0 (guint, MAX (n, 1));
  for (guint r = 0; r < roll->n_rounds; r++)
    order_by_table (roll, r, first + r * (roll->n_tables + 2), order + (gsize) r * n);
  for (guint p = 0; p < n; p++)
    {
      for (guint r = 0; r < roll->n_rounds; r++)
        {
          const guint *begin = first + r * (roll->n_tables + 2), *row = order + (gsize) r * n;
          gsize at = (gsize) r * n + p;

          if (!roll->guest[at])
            continue;
          self->guest[p] = TRUE;
          for (guint k = begin[roll->table[at]]; k < begin[roll->table[at] + 1]; k++)
            if (row[k] != p && mark[row[k]] != p + 1)
              {
                mark[row[k]] = p + 1;
                self->met[p]++;
              }
        }
      self->guests += self->guest[p];
      self->pairs += self->met[p];
    }
  self->pairs /= 2;
  return self;
}

void
rt_meetings_free (RtMeetings *self)
{
  g_free (self->guest);
  g_free (self->met);
  g_free (self);
}

/** rt_meetings_get_possible_pairs: Returns: pairs of guests there are */
guint64
rt_meetings_get_possible_pairs (const RtMeetings *self)
{
  return self->guests > 1 ? (guint64) self->guests * (self->guests - 1) / 2 : 0;
}

/** rt_meetings_dup_times: see the header */
guint *
rt_meetings_dup_times (const RtRoll *roll, guint person)
{
  guint *times = g_new0 (guint, MAX (roll->n_people, 1));

  if (person < roll->n_people)
    count_times (roll, person, times);
  return times;
}
