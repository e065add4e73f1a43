/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-actions.h"

#include <glib/gi18n-lib.h>

#include "rt-edit.h"

/* "Bo Diaz hosts Table 1 in round 2." */
static char *
dup_host_message (RtPlan *plan, guint round, RtId table, RtId person)
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
set_round_host_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtSession *session = rt_window_get_session (data);
  RtPlan *plan = rt_session_get_plan (session);
  const char *round, *table, *person;
  GError *error = NULL;
  RtChange *change;

  g_variant_get (parameter, "(&s&s&s)", &round, &table, &person);
  change = rt_edit_set_round_host (plan, rt_action_id (round), rt_action_id (table),
                                   rt_action_id (person), &error);
  if (rt_session_do (session, change, &error))
    {
      guint index = rt_plan_index_of (plan, RT_PART_ROUNDS, rt_action_id (round));
      g_autofree char *message
          = dup_host_message (plan, index, rt_action_id (table), rt_action_id (person));

      rt_session_tell (session, message, TRUE);
    }
}

/* Does @change, and says so as Undo names it; takes both. */
static void
do_and_tell (RtWindow *window, RtChange *change, GError **error)
{
  RtSession *session = rt_window_get_session (window);
  g_autofree char *label = change ? g_strdup (rt_change_get_label (change)) : NULL;
  g_autofree char *message = NULL;

  if (!rt_session_do (session, change, error))
    return;
  /* Translators: what was done, as Undo names it: "Done: Move 3 People to Table 1." */
  message = g_strdup_printf (_("Done: %s."), label);
  rt_session_tell (session, message, TRUE);
}

static void
set_round_co_host_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtPlan *plan = rt_session_get_plan (rt_window_get_session (data));
  const char *round, *table, *person;
  GError *error = NULL;
  RtChange *change;

  g_variant_get (parameter, "(&s&s&s)", &round, &table, &person);
  change = rt_edit_set_round_co_host (plan, rt_action_id (round), rt_action_id (table),
                                      rt_action_id (person), &error);
  do_and_tell (data, change, &error);
}

/* Makes ids of @words where they stand. Returns: how many */
static guint
intern_all (RtId *words)
{
  guint n = 0;

  for (; words[n]; n++)
    words[n] = rt_id_intern (words[n]);
  return n;
}

static void
move_people_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtPlan *plan = rt_session_get_plan (rt_window_get_session (data));
  const char *round, *table;
  g_autofree RtId *people = NULL;
  guint n;
  GError *error = NULL;
  RtChange *change;

  g_variant_get (parameter, "(&s^a&s&s)", &round, &people, &table);
  n = intern_all (people);
  change = rt_edit_move_people (plan, rt_action_id (round), people, n, rt_action_id (table),
                                &error);
  do_and_tell (data, change, &error);
}

static void
pin_people_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtPlan *plan = rt_session_get_plan (rt_window_get_session (data));
  const char *round;
  g_autofree RtId *people = NULL;
  gboolean pin;
  guint n;
  GError *error = NULL;
  RtChange *change;

  g_variant_get (parameter, "(&s^a&sb)", &round, &people, &pin);
  n = intern_all (people);
  change = rt_edit_pin_people (plan, rt_action_id (round), people, n, pin, &error);
  do_and_tell (data, change, &error);
}

static void
set_over_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *round;
  gboolean over;
  GError *error = NULL;
  RtChange *change;

  g_variant_get (parameter, "(&sb)", &round, &over);
  change = rt_edit_set_over (rt_session_get_plan (rt_window_get_session (data)),
                             rt_action_id (round), over, &error);
  do_and_tell (data, change, &error);
}

static void
unseat_people_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtPlan *plan = rt_session_get_plan (rt_window_get_session (data));
  const char *round;
  g_autofree RtId *people = NULL;
  guint n;
  GError *error = NULL;
  RtChange *change;

  g_variant_get (parameter, "(&s^a&s)", &round, &people);
  n = intern_all (people);
  change = rt_edit_unseat_people (plan, rt_action_id (round), people, n, &error);
  do_and_tell (data, change, &error);
}

static void
swap_everywhere_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtId a, b;
  GError *error = NULL;
  RtChange *change;

  rt_action_get_ids (parameter, &a, &b);
  change = rt_edit_swap_everywhere (rt_session_get_plan (rt_window_get_session (data)), a, b,
                                    &error);
  do_and_tell (data, change, &error);
}

static void
copy_places_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtPlan *plan = rt_session_get_plan (rt_window_get_session (data));
  const char *from, *to;
  g_autofree RtId *people = NULL;
  guint n;
  GError *error = NULL;
  RtChange *change;

  g_variant_get (parameter, "(&s&s^a&s)", &from, &to, &people);
  n = intern_all (people);
  change = rt_edit_copy_places (plan, rt_action_id (from), rt_action_id (to), people, n, &error);
  do_and_tell (data, change, &error);
}

/* An empty round is every one that is not over. */
static const GActionEntry entries[] = {
  { "move-people", move_people_cb, "(sass)" },       /* round or "", people, table */
  { "unseat-people", unseat_people_cb, "(sas)" },    /* round or "", people */
  { "pin-people", pin_people_cb, "(sasb)" },         /* round, people, pin */
  { "set-over", set_over_cb, "(sb)" },               /* round, over */
  { "swap-everywhere", swap_everywhere_cb, "(ss)" }, /* person, person */
  { "copy-places", copy_places_cb, "(ssas)" },       /* from round, to round, people */
  { "set-round-host", set_round_host_cb, "(sss)" }, /* round, table, person or "" */
  { "set-round-co-host", set_round_co_host_cb, "(sss)" },
};

void
rt_actions_seats_add (GActionMap *map, RtWindow *window)
{
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), window);
}
