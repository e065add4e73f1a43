/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-actions.h"

#include "rt-edit.h"
#include "rt-window-edit.h"

static void
place_table_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *table;
  int x, y;

  g_variant_get (parameter, "(&sii)", &table, &x, &y);
  rt_window_place_table (data, rt_action_id (table), x, y);
}

static void
select_table_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_session_set_selected_table (rt_window_get_session (data),
                                 rt_action_id (g_variant_get_string (parameter, NULL)));
}

static void
remove_tables_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree const char **ids = g_variant_get_strv (parameter, NULL);

  rt_window_remove (data, RT_PART_TABLES, ids);
}

static void
add_tables_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtSession *session = rt_window_get_session (data);
  guint n;
  int places;
  GError *error = NULL;
  RtChange *change;

  g_variant_get (parameter, "(ui)", &n, &places);
  change = rt_edit_add_tables (rt_session_get_plan (session), n, places, &error);
  rt_session_do (session, change, &error);
}

static void
table_per_host_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_window_add_table_per_host (data);
}

static void
layout_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_window_layout (data, g_variant_get_string (parameter, NULL));
}

static void
set_host_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtSession *session = rt_window_get_session (data);
  RtId table, person;
  GError *error = NULL;
  RtChange *change;

  rt_action_get_ids (parameter, &table, &person);
  change = rt_edit_set_host (rt_session_get_plan (session), table, person, &error);
  rt_session_do (session, change, &error);
}

static const GActionEntry entries[] = {
  { "place-table", place_table_cb, "(sii)" }, /* table, x, y in cm */
  { "select-table", select_table_cb, "s" },
  { "remove-tables", remove_tables_cb, "as" },
  { "add-tables", add_tables_cb, "(ui)" },   /* how many, places of each */
  { "table-per-host", table_per_host_cb },
  { "layout", layout_cb, "s" },              /* a word of rt_edit_lay_out() */
  { "set-host", set_host_cb, "(ss)" },       /* table, person or "" */
};

void
rt_actions_tables_add (GActionMap *map, RtWindow *window)
{
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), window);
}
