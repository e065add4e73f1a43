/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-print-ready.h"

#include <glib/gi18n-lib.h>

#include "rt-count.h"

/* @seated: guests; hosts sit at their tables before anything is arranged. */
static void
count_places (const RtRoll *roll, guint *seated, guint *unseated)
{
  g_autofree guint8 *waits = g_new0 (guint8, roll->n_people + 1);

  for (guint r = 0; r < roll->n_rounds; r++)
    for (guint p = 0; p < roll->n_people; p++)
      {
        gsize at = (gsize) r * roll->n_people + p;

        *seated += roll->guest[at];
        waits[p] |= roll->attends[at] && roll->table[at] < 0 && !roll->done[r];
      }
  for (guint p = 0; p < roll->n_people; p++)
    *unseated += waits[p];
}

static guint
count_broken (const RtMeasures *measures, const RtBreach **first)
{
  guint n = 0;

  for (guint i = 0; i < measures->breaches->len; i++)
    {
      const RtBreach *breach = measures->breaches->pdata[i];

      if (breach->strength != RT_STRENGTH_MUST || g_str_equal (breach->code, "unseated"))
        continue;
      if (n++ == 0)
        *first = breach;
    }
  return n;
}

char *
rt_print_dup_lacking (RtPlan *plan, const RtRoll *roll, const RtMeasures *measures)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const RtBreach *breach = NULL;
  guint seated = 0, unseated = 0;
  guint broken = count_broken (measures, &breach);

  count_places (roll, &seated, &unseated);
  if (seated == 0)
    return g_strdup (_("Slips and lists will be empty until the rounds are arranged."));
  if (unseated > 0)
    g_string_append_printf (words, ngettext ("%u person has no seat in some round.",
                                             "%u people have no seat in some round.", unseated),
                            unseated);
  if (broken > 0)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", breach->message);
  if (broken > 1)
    g_string_append_printf (words, ngettext ("\nAnd %u more broken rule.",
                                             "\nAnd %u more broken rules.", broken - 1),
                            broken - 1);
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

guint
rt_print_count_wrong (RtPlan *plan, const RtRoll *roll, guint *n_slips)
{
  const RtSlips *slips = rt_plan_last_slips (plan);
  guint wrong = 0;

  *n_slips = slips ? rt_slips_length (slips) : 0;
  for (guint i = 0; i < *n_slips; i++)
    {
      guint person = rt_plan_index_of (plan, RT_PART_PEOPLE, rt_slips_person (slips, i));

      wrong += person != G_MAXUINT && rt_slip_is_wrong (plan, roll, slips, i, (int) person);
    }
  return wrong;
}
