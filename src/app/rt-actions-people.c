/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-actions.h"

#include <glib/gi18n-lib.h>

#include "rt-away-dialog.h"
#include "rt-child-window.h"
#include "rt-edit.h"
#include "rt-replace-dialog.h"
#include "rt-why-dialog.h"
#include "rt-window-edit.h"

static void
move_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *round, *person, *table;
  int chair;

  g_variant_get (parameter, "(&s&s&si)", &round, &person, &table, &chair);
  rt_window_move_person (data, rt_action_id (round), rt_action_id (person), rt_action_id (table),
                         chair);
}

static void
swap_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *round, *a, *b;

  g_variant_get (parameter, "(&s&s&s)", &round, &a, &b);
  rt_window_swap_people (data, rt_action_id (round), rt_action_id (a), rt_action_id (b));
}

static void
unseat_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtId round, person;

  rt_action_get_ids (parameter, &round, &person);
  rt_window_unseat (data, round, person);
}

static void
pin_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtSession *session = rt_window_get_session (data);
  const char *round, *person, *table;
  GError *error = NULL;
  RtChange *change;

  g_variant_get (parameter, "(&s&s&s)", &round, &person, &table);
  change = rt_edit_pin (rt_session_get_plan (session), rt_action_id (round),
                        rt_action_id (person), rt_action_id (table), &error);
  rt_session_do (session, change, &error);
}

static void
seat_best_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtId round, person;

  rt_action_get_ids (parameter, &round, &person);
  rt_window_seat_best (data, round, person);
}

/* A round and a person: FALSE when one of them has gone from the plan. */
static gboolean
get_seat (GVariant *parameter, RtPlan *plan, RtId *round, RtId *person)
{
  rt_action_get_ids (parameter, round, person);
  return *round && rt_plan_find_round (plan, *round)
         && *person && rt_plan_find_person (plan, *person);
}

static void
show_away_dialog (RtWindow *window, guint round, RtId person)
{
  RtSession *session = rt_window_get_session (window);
  g_autoptr (GError) error = NULL;
  GtkWindow *dialog = rt_away_dialog_new (GTK_WINDOW (window), session, round, person, &error);

  if (dialog)
    gtk_window_present (dialog);
  else
    rt_session_tell (session, error->message, FALSE);
}

static void
away_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtPlan *plan = rt_session_get_plan (rt_window_get_session (data));
  RtId round, person;

  if (get_seat (parameter, plan, &round, &person))
    show_away_dialog (data, rt_plan_index_of (plan, RT_PART_ROUNDS, round), person);
}

static void
replace_person_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtSession *session = rt_window_get_session (data);
  RtId person = rt_action_id (g_variant_get_string (parameter, NULL));

  if (person && rt_plan_find_person (rt_session_get_plan (session), person))
    rt_child_window_show (rt_replace_dialog_new (session, person), data);
}

static void
why_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtSession *session = rt_window_get_session (data);
  RtPlan *plan = rt_session_get_plan (session);
  RtId round, person;

  if (get_seat (parameter, plan, &round, &person))
    gtk_window_present (rt_why_dialog_new (data, session, round, person));
}

/* Whoever has no seat in a round to come. */
static void
unseated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtSession *session = rt_window_get_session (data);

  if (rt_measures_find (rt_session_get_measures (session), "unseated")->found == 0)
    rt_session_tell (session, _("Everybody has a seat."), FALSE);
  else
    show_away_dialog (data, 0, NULL);
}

static void
add_person_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_window_add_person (data);
}

static void
add_unnamed_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_window_add_unnamed (data, g_variant_get_uint32 (parameter));
}

static void
remove_people_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree const char **ids = g_variant_get_strv (parameter, NULL);

  rt_window_remove (data, RT_PART_PEOPLE, ids);
}

static void
merge_people_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtId keep, other;

  rt_action_get_ids (parameter, &keep, &other);
  rt_window_merge_people (data, keep, other);
}

static void
select_person_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_session_set_selected_person (rt_window_get_session (data),
                                  rt_action_id (g_variant_get_string (parameter, NULL)));
}

static void
edit_person_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_window_edit_person (data, rt_action_id (g_variant_get_string (parameter, NULL)));
}

static const GActionEntry entries[] = {
  { "move", move_cb, "(sssi)" },             /* round, person, table, chair or -1 */
  { "swap", swap_cb, "(sss)" },              /* round, person, person */
  { "unseat", unseat_cb, "(ss)" },           /* round, person */
  { "pin", pin_cb, "(sss)" },                /* round, person, table or "" */
  { "seat-best", seat_best_cb, "(ss)" },     /* round, person */
  { "away", away_cb, "(ss)" },               /* round from which on, person: asks what to do */
  { "replace-person", replace_person_cb, "s" }, /* asks who comes instead */
  { "why", why_cb, "(ss)" },                 /* round, person: says why they sit there */
  { "unseated", unseated_cb },               /* the same about who has no seat */
  { "add-person", add_person_cb },
  { "add-unnamed", add_unnamed_cb, "u" },
  { "remove-people", remove_people_cb, "as" },
  { "merge-people", merge_people_cb, "(ss)" }, /* who stays, who goes */
  { "select-person", select_person_cb, "s" },
  { "edit-person", edit_person_cb, "s" },
};

void
rt_actions_people_add (GActionMap *map, RtWindow *window)
{
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), window);
}
