/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-programme.h"

#include <glib/gi18n-lib.h>

static void
clear_line (gpointer data)
{
  RtProgrammeLine *line = data;

  g_free (line->title);
  g_free (line->below);
}

static void
add_round (RtPlan *plan, GArray *lines, guint index)
{
  const RtRound *round = rt_plan_get_round (plan, index);
  RtProgrammeLine line = { .id = round->parent.id, .start = -1, .end = -1 };

  line.title = round->title != NULL ? g_strdup (round->title)
                                    : g_strdup_printf (_("Round %u"), index + 1);
  line.below = g_strdup (round->question != NULL ? round->question : "");
  if (!rt_plan_get_round_times (plan, index, &line.start, &line.end))
    line.start = line.end = -1;
  g_array_append_val (lines, line);
}

static const char *
get_kind (const RtAgendaItem *item)
{
  switch (item->kind)
    {
    case RT_SESSION_PLENARY:
      return _("Everybody together");
    case RT_SESSION_KEYNOTE:
      return _("Keynote");
    case RT_SESSION_PANEL:
      return _("Panel");
    case RT_SESSION_BREAK:
      return _("Break");
    default:
      return _("Conversations");
    }
}

static char *
dup_speakers (RtPlan *plan, const RtAgendaItem *item)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < rt_ids_length (item->speakers); i++)
    {
      g_autofree char *name = rt_person_dup_display (rt_plan_find_person (plan, item->speakers[i]));

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  return g_string_free (names, FALSE);
}

/* Returns: when the session ends */
static int
add_session (RtPlan *plan, GArray *lines, const RtAgendaItem *item, int at)
{
  guint n = item->kind == RT_SESSION_ROUNDS ? rt_ids_length (item->rounds) : 0;
  int end = at < 0 || item->minutes == RT_UNSET ? at : at + item->minutes;

  if (n == 0)
    {
      RtProgrammeLine line = { item->parent.id,
                               g_strdup (item->title != NULL ? item->title : get_kind (item)),
                               dup_speakers (plan, item), at, end };

      g_array_append_val (lines, line);
      return end;
    }
  for (guint i = 0; i < n; i++)
    {
      add_round (plan, lines, rt_plan_index_of (plan, RT_PART_ROUNDS, item->rounds[i]));
      end = g_array_index (lines, RtProgrammeLine, lines->len - 1).end;
    }
  return end;
}

/**
 * rt_programme_list:
 *
 * The agenda, or the rounds one after the other where there is none.
 */
GArray *
rt_programme_list (RtPlan *plan)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (RtProgrammeLine));
  const char *start = rt_plan_get_event (plan)->start;
  guint n = rt_plan_get_n (plan, RT_PART_AGENDA);
  int at = start == NULL ? -1
                         : (int) g_ascii_strtoll (start, NULL, 10) * 60
                               + (int) g_ascii_strtoll (start + 3, NULL, 10);

  g_array_set_clear_func (lines, clear_line);
  for (guint i = 0; i < n; i++)
    at = add_session (plan, lines, rt_plan_get (plan, RT_PART_AGENDA, i), at);
  for (guint i = 0; n == 0 && i < rt_plan_get_n (plan, RT_PART_ROUNDS); i++)
    add_round (plan, lines, i);
  return lines;
}
