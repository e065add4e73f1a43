/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-programme.h"

#include <glib/gi18n-lib.h>

#include "rt-agenda.h"

static void
clear_line (gpointer data)
{
  RtProgrammeLine *line = data;

  g_free (line->title);
  g_free (line->below);
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

static RtProgrammeLine
get_round (RtPlan *plan, RtId id)
{
  guint index = rt_plan_index_of (plan, RT_PART_ROUNDS, id);
  const RtRound *round = rt_plan_get_round (plan, index);
  RtProgrammeLine line = { .id = id };

  line.title = round->title != NULL ? g_strdup (round->title)
                                    : g_strdup_printf (_("Round %u"), index + 1);
  line.below = g_strdup (round->question != NULL ? round->question : "");
  return line;
}

static RtProgrammeLine
get_session (RtPlan *plan, RtId id)
{
  const RtAgendaItem *item = rt_plan_find (plan, RT_PART_AGENDA, id, NULL);
  const char *title = item->title != NULL ? item->title : rt_session_kind_get_words (item->kind);

  return (RtProgrammeLine) { .id = id, .title = g_strdup (title),
                             .below = dup_speakers (plan, item) };
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
  g_autoptr (GArray) steps = rt_agenda_list_steps (plan);

  g_array_set_clear_func (lines, clear_line);
  for (guint i = 0; i < steps->len; i++)
    {
      const RtAgendaLine *step = &g_array_index (steps, RtAgendaLine, i);
      RtProgrammeLine line = step->round != NULL ? get_round (plan, step->round)
                                                 : get_session (plan, step->session);

      line.start = step->start;
      line.end = step->end;
      g_array_append_val (lines, line);
    }
  return lines;
}
