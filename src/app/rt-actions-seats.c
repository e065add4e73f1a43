/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-actions.h"

#include <glib/gi18n-lib.h>

#include "rt-edit.h"

/* "Bo Diaz hosts Table 1 in round 2." */
static char *
dup_host_message (RtPlan *plan,
                  guint   round,
                  RtId    table,
                  RtId    person)
{
  g_autofree char *where = rt_table_dup_display (rt_plan_find_table (plan, table));
  g_autofree char *who = NULL;

  if (person == NULL)
    /* Translators: a table */
    return g_strdup_printf (_("%s has no host in round %u now."), where, round + 1);
  who = rt_person_dup_display (rt_plan_find_person (plan, person));
  /* Translators: a person, a table */
  return g_strdup_printf (_("%s hosts %s in round %u now."), who, where, round + 1);
}

static void
set_round_host_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  RtSession *session = rt_window_get_session (data);
  RtPlan *plan = rt_session_get_plan (session);
  const char *round, *table, *person;
  GError *error = NULL;
  RtChange *change;

  g_variant_get (parameter, "(&s&s&s)", &round, &table, &person);
  change = rt_edit_set_round_host (plan, rt_action_id (round), rt_action_id (table),
                                   rt_action_id (person), &error);
  if (rt_session_do (session, change, error))
    {
      guint index = rt_plan_index_of (plan, RT_PART_ROUNDS, rt_action_id (round));
      g_autofree char *message
          = dup_host_message (plan, index, rt_action_id (table), rt_action_id (person));

      rt_session_tell (session, message, TRUE);
    }
}

static const GActionEntry entries[] = {
  { "set-round-host", set_round_host_cb, "(sss)" }, /* round, table, person or "" */
};

void
rt_actions_seats_add (GActionMap *map,
                      RtWindow   *window)
{
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), window);
}
