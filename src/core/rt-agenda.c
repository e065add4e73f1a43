/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The agenda as a list with clock times, and what in it cannot be. */

#include "rt-agenda.h"

#include <glib/gi18n-lib.h>

#include "rt-date.h"
#include "rt-edit-private.h"

static int
or_zero (int minutes)
{
  return minutes == RT_UNSET ? 0 : minutes;
}

/** rt_session_kind_get_title: Returns: (transfer none): for people; %RT_UNSET counts as rounds */
const char *
rt_session_kind_get_title (int kind)
{
  switch (kind)
    {
    case RT_SESSION_PLENARY:
      return _("Plenary");
    case RT_SESSION_KEYNOTE:
      return _("Keynote");
    case RT_SESSION_PANEL:
      return _("Panel");
    case RT_SESSION_BREAK:
      return _("Break");
    default:
      return _("Rounds");
    }
}

/** rt_session_kind_get_words: Returns: (transfer none): as paper says it to those who come */
const char *
rt_session_kind_get_words (int kind)
{
  switch (kind)
    {
    case RT_SESSION_PLENARY:
      return _("Everybody together");
    case RT_SESSION_KEYNOTE:
    case RT_SESSION_PANEL:
    case RT_SESSION_BREAK:
      return rt_session_kind_get_title (kind);
    default:
      return _("Conversations");
    }
}

char *
rt_agenda_dup_name (const RtAgendaItem *item)
{
  return g_strdup (item->title != NULL ? item->title : rt_session_kind_get_title (item->kind));
}

static int
get_event_start (RtPlan *plan)
{
  const char *start = rt_plan_get_event (plan)->start;

  return start != NULL ? rt_time_parse (start) : -1;
}

/* The clock is that of rt_plan_get_round_times(). */
static void
add_round (RtPlan *plan, GArray *lines, RtId session, const RtRound *round)
{
  RtAgendaLine line = { session, round->parent.id, -1, -1 };
  guint index = rt_plan_index_of (plan, RT_PART_ROUNDS, round->parent.id);

  if (!rt_plan_get_round_times (plan, index, &line.start, &line.end))
    line.start = line.end = -1;
  g_array_append_val (lines, line);
}

/* A session with its rounds; at is when it starts. Returns: when it ends */
static int
add_session (RtPlan *plan, GArray *lines, const RtAgendaItem *item, int at)
{
  RtAgendaLine line = { item->parent.id, NULL, at, at };
  guint place = lines->len, n = item->kind == RT_SESSION_ROUNDS ? rt_ids_length (item->rounds) : 0;
  int span = item->kind != RT_SESSION_ROUNDS || item->rounds == NULL ? or_zero (item->minutes) : 0;

  g_array_append_val (lines, line);
  for (guint i = 0; i < n; i++)
    {
      const RtRound *round = rt_plan_find_round (plan, item->rounds[i]);

      add_round (plan, lines, item->parent.id, round);
      span += or_zero (round->minutes) + (i + 1 < n ? or_zero (round->changeover) : 0);
    }
  if (at >= 0)
    g_array_index (lines, RtAgendaLine, place).end = at + span;
  return at >= 0 ? at + span : -1;
}

static gboolean
is_named (RtPlan *plan, RtId round)
{
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_AGENDA); i++)
    if (rt_ids_contains (((const RtAgendaItem *) rt_plan_get (plan, RT_PART_AGENDA, i))->rounds,
                         round))
      return TRUE;
  return FALSE;
}

/**
 * rt_agenda_list:
 * @plan: the plan
 *
 * The sessions in order, each with its rounds after it, and last the rounds that no session names:
 * all of them in a plan without an agenda.
 *
 * Returns: (transfer full): of RtAgendaLine
 */
GArray *
rt_agenda_list (RtPlan *plan)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (RtAgendaLine));
  int at = get_event_start (plan);

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_AGENDA); i++)
    at = add_session (plan, lines, rt_plan_get (plan, RT_PART_AGENDA, i), at);
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_ROUNDS); i++)
    if (!is_named (plan, rt_plan_get_round (plan, i)->parent.id))
      add_round (plan, lines, NULL, rt_plan_get_round (plan, i));
  return lines;
}

/**
 * rt_agenda_list_steps:
 * @plan: the plan
 *
 * What happens one after the other, for those who come: the lines of [func@agenda_list] without the
 * sessions that their rounds stand for, and without the rounds that an agenda does not name.
 *
 * Returns: (transfer full): of RtAgendaLine
 */
GArray *
rt_agenda_list_steps (RtPlan *plan)
{
  g_autoptr (GArray) lines = rt_agenda_list (plan);
  GArray *steps = g_array_new (FALSE, TRUE, sizeof (RtAgendaLine));
  gboolean agenda = rt_plan_get_n (plan, RT_PART_AGENDA) > 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const RtAgendaLine *line = &g_array_index (lines, RtAgendaLine, i), *next = line + 1;
      gboolean headed = line->round == NULL && i + 1 < lines->len && next->round != NULL
                        && next->session == line->session;

      if (!headed && (line->session != NULL || !agenda))
        g_array_append_val (steps, *line);
    }
  return steps;
}

static void
free_conflict (gpointer data)
{
  RtAgendaConflict *conflict = data;

  g_free (conflict->message);
  g_free (conflict);
}

/* Takes message. */
static void
add_conflict (GPtrArray *conflicts, RtId session, RtId round, char *message)
{
  RtAgendaConflict *conflict = g_new0 (RtAgendaConflict, 1);

  conflict->session = session;
  conflict->round = round;
  conflict->message = message;
  g_ptr_array_add (conflicts, conflict);
}

/* Nobody can lead a table and speak to all at the same time. */
static void
check_leads (RtPlan *plan, GPtrArray *conflicts, const RtAgendaItem *item, const RtPerson *person,
             const RtRound *round)
{
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    {
      const RtTable *table = rt_plan_get_table (plan, i);
      gboolean hosts = rt_edit_get_host (round, table) == person->parent.id;
      g_autofree char *who = NULL;
      g_autofree char *where = NULL;

      if (!rt_edit_is_open (round, table) ||
          (!hosts && rt_edit_get_co_host (round, table) != person->parent.id))
        continue;
      who = rt_person_dup_display (person);
      where = rt_table_dup_display (table);
      add_conflict (conflicts, item->parent.id, round->parent.id,
                    /* Translators: a person, a table */
                    g_strdup_printf (hosts ? _("%s speaks then, and hosts %s")
                                           : _("%s speaks then, and co-hosts %s"),
                                     who, where));
    }
}

static void
check_speaker (RtPlan *plan, GPtrArray *conflicts, const RtAgendaItem *item, RtId speaker)
{
  const RtPerson *person = rt_plan_find_person (plan, speaker);

  if (person->attendance == RT_ATTENDANCE_ABSENT)
    {
      g_autofree char *who = rt_person_dup_display (person);

      /* Translators: a person */
      add_conflict (conflicts, item->parent.id, NULL,
                    g_strdup_printf (_("%s speaks then, but does not come"), who));
      return;
    }
  for (guint i = 0; item->kind == RT_SESSION_ROUNDS && i < rt_ids_length (item->rounds); i++)
    {
      const RtRound *round = rt_plan_find_round (plan, item->rounds[i]);

      if (round->done != 1)
        check_leads (plan, conflicts, item, person, round);
    }
}

/**
 * rt_agenda_find_conflicts:
 * @plan: the plan
 *
 * Says who speaks while leading a table, or speaks without coming, and which rounds have no time
 * because the agenda does not name them. Rounds that are over are left alone.
 *
 * Returns: (transfer full): of RtAgendaConflict, in the order of the agenda
 */
GPtrArray *
rt_agenda_find_conflicts (RtPlan *plan)
{
  GPtrArray *conflicts = g_ptr_array_new_with_free_func (free_conflict);

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_AGENDA); i++)
    {
      const RtAgendaItem *item = rt_plan_get (plan, RT_PART_AGENDA, i);

      for (guint k = 0; k < rt_ids_length (item->speakers); k++)
        check_speaker (plan, conflicts, item, item->speakers[k]);
    }
  for (guint i = 0;
       rt_plan_get_n (plan, RT_PART_AGENDA) > 0 && i < rt_plan_get_n (plan, RT_PART_ROUNDS); i++)
    {
      RtId round = rt_plan_get_round (plan, i)->parent.id;
      g_autofree char *name = rt_edit_dup_round_name (plan, i);

      if (!is_named (plan, round))
        /* Translators: a round */
        add_conflict (conflicts, NULL, round,
                      g_strdup_printf (_("%s is not in the agenda, so it has no time"), name));
    }
  return conflicts;
}
