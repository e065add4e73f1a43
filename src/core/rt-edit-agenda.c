/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Edits of what the agenda holds. The rounds of the plan stand in the order in which the agenda
 * names them, so that Round 2 is the second one on the day. */

#include "rt-edit-private.h"

#include <glib/gi18n-lib.h>

#include "rt-agenda.h"
#include "rt-outline.h"

#define USUAL_MINUTES 25
#define USUAL_CHANGEOVER 5

/* A round like the last one, in which only the hosts are seated. */
static RtRound *
new_round (RtPlan *plan)
{
  guint n = rt_plan_get_n (plan, RT_PART_ROUNDS);
  const RtRound *last = n > 0 ? rt_plan_get_round (plan, n - 1) : NULL;
  RtRound *round = rt_round_new (last != NULL ? last->minutes : USUAL_MINUTES,
                                 last != NULL ? last->changeover : USUAL_CHANGEOVER);

  if (last != NULL)
    rt_set_ids (&round->closed, last->closed);
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    {
      const RtTable *table = rt_plan_get_table (plan, i);

      rt_edit_seat_hosts (plan, round, &table, 1);
    }
  return round;
}

static int
usual_minutes (RtSessionKind kind)
{
  static const int minutes[] = { RT_UNSET, 15, 30, 45, 20 };

  return minutes[kind];
}

/**
 * rt_edit_add_session:
 * @plan: the plan
 * @kind: what it is; one of rounds begins with one round
 * @error: for people
 *
 * Adds a session at the end of the agenda. In a plan that had none, its rounds become the first
 * session.
 *
 * Returns: (transfer full): the change, or %NULL with %RT_ERROR_REFUSED or %RT_ERROR_LIMIT
 */
RtChange *
rt_edit_add_session (RtPlan *plan, RtSessionKind kind, GError **error)
{
  g_auto (RtOutline) outline = { 0 };
  RtAgendaItem *item = rt_outline_new_item (kind, usual_minutes (kind));
  /* Translators: Keynote, Panel, Break, ... */
  g_autofree char *label = g_strdup_printf (_("Add %s"), rt_session_kind_get_title ((int) kind));

  rt_outline_init (&outline, plan);
  rt_outline_spell_out (&outline);
  if (kind == RT_SESSION_ROUNDS)
    {
      RtRound *round = new_round (plan);

      g_ptr_array_add (outline.rounds, round);
      item->rounds = rt_ids_add (NULL, round->parent.id);
    }
  g_ptr_array_add (outline.items, item);
  return rt_outline_finish (&outline, label, error);
}

/**
 * rt_edit_change_session:
 * @plan: the plan
 * @item: a changed copy of a session
 * @error: for people
 *
 * Returns: (transfer full): the change, or %NULL with %RT_ERROR_REFUSED, also when nothing is
 *   another
 */
RtChange *
rt_edit_change_session (RtPlan *plan, const RtAgendaItem *item, GError **error)
{
  g_autofree char *name = rt_agenda_dup_name (item);
  /* Translators: a session, a round or a theme */
  g_autofree char *label = g_strdup_printf (_("Change %s"), name);

  return rt_edit_replace (plan, label, RT_PART_AGENDA, item, error);
}

/**
 * rt_edit_remove_session:
 * @plan: the plan
 * @session: which
 * @error: for people
 *
 * Takes a session out, and its rounds with it: with their seatings and what refers to them.
 *
 * Returns: (transfer full): the change, or %NULL with %RT_ERROR_REFUSED
 */
RtChange *
rt_edit_remove_session (RtPlan *plan, RtId session, GError **error)
{
  const RtAgendaItem *item = rt_edit_find (plan, RT_PART_AGENDA, session, NULL, error);
  g_autoptr (RtPlan) without = NULL;
  g_autoptr (RtChange) rounds = NULL;
  g_autoptr (RtChange) rest = NULL;
  g_autofree char *name = item != NULL ? rt_agenda_dup_name (item) : NULL;
  g_autofree char *label = NULL;

  if (item == NULL)
    return NULL;
  /* Translators: a session */
  label = g_strdup_printf (_("Remove %s"), name);
  if (rt_ids_length (item->rounds) == 0)
    return rt_edit_remove (plan, label, RT_PART_AGENDA, &session, 1, error);
  without = rt_plan_new_snapshot (plan);
  rounds = rt_edit_remove (without, label, RT_PART_ROUNDS, item->rounds,
                           rt_ids_length (item->rounds), error);
  if (rounds == NULL || !rt_plan_apply (without, rounds, error))
    return NULL;
  rest = rt_edit_remove (without, label, RT_PART_AGENDA, &session, 1, error);
  if (rest == NULL)
    return NULL;
  return rt_edit_finish (plan, rt_change_join (label, (RtChange *[]) { rounds, rest }, 2), error);
}

/**
 * rt_edit_add_round_to:
 * @plan: the plan
 * @session: (nullable): a session of rounds
 * @error: for people
 *
 * Adds a round, like the last one of the plan, at the end of a session. Without a session it is
 * rt_edit_add_round().
 *
 * Returns: (transfer full): the change, or %NULL with %RT_ERROR_REFUSED or %RT_ERROR_LIMIT
 */
RtChange *
rt_edit_add_round_to (RtPlan *plan, RtId session, GError **error)
{
  g_auto (RtOutline) outline = { 0 };
  guint index;
  RtRound *round;
  g_autofree RtIds rounds = NULL;

  if (session == NULL)
    return rt_edit_add_round (plan, error);
  if (rt_edit_find (plan, RT_PART_AGENDA, session, &index, error) == NULL)
    return NULL;
  rt_outline_init (&outline, plan);
  round = new_round (plan);
  g_ptr_array_add (outline.rounds, round);
  rounds = rt_ids_add (rt_outline_get (&outline, index)->rounds, round->parent.id);
  rt_outline_set_rounds (&outline, index, rounds);
  return rt_outline_finish (&outline, _("Add a Round"), error);
}

/**
 * rt_edit_change_round:
 * @plan: the plan
 * @round: a changed copy of a round
 * @error: for people
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_OVER if the seating of a round that
 *   is over would change, or %RT_ERROR_REFUSED, also when nothing is another
 */
RtChange *
rt_edit_change_round (RtPlan *plan, const RtRound *round, GError **error)
{
  guint index;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (rt_edit_find (plan, RT_PART_ROUNDS, round->parent.id, &index, error) == NULL)
    return NULL;
  name = rt_edit_dup_round_name (plan, index);
  label = g_strdup_printf (_("Change %s"), name);
  return rt_edit_replace (plan, label, RT_PART_ROUNDS, round, error);
}

/**
 * rt_edit_set_start:
 * @plan: the plan
 * @start: (nullable): a clock time, 10:00; %NULL: not known
 * @error: for people
 *
 * Returns: (transfer full): the change, or %NULL with %RT_ERROR_REFUSED, also when @start is no
 *   clock time or the one there is
 */
RtChange *
rt_edit_set_start (RtPlan *plan, const char *start, GError **error)
{
  g_autoptr (RtEvent) event = rt_record_copy (rt_plan_get_event (plan));

  if (start != NULL && *start != '\0'
      && !g_regex_match_simple ("^([01][0-9]|2[0-3]):[0-5][0-9]$", start, 0, 0))
    {
      rt_edit_fail (error, RT_ERROR_REFUSED, _("The start is a clock time: 10:00."));
      return NULL;
    }
  rt_set_text (&event->start, start);
  return rt_edit_replace (plan, _("Change the Start"), RT_PART_EVENT, event, error);
}
