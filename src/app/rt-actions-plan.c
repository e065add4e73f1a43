/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-actions.h"

#include "rt-agenda-window.h"
#include "rt-application.h"
#include "rt-child-window.h"
#include "rt-event-dialog.h"
#include "rt-print-window.h"
#include "rt-rules-window.h"
#include "rt-themes-window.h"
#include "rt-window-plan.h"

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_session_undo (rt_window_get_session (data));
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_session_redo (rt_window_get_session (data));
}

static void
event_details_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_child_window_show (rt_event_dialog_new (rt_window_get_session (data)), data);
}

static void
rules_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_child_window_show (rt_rules_window_new (rt_window_get_session (data)), data);
}

static void
agenda_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_child_window_show (rt_agenda_window_new (rt_window_get_session (data)), data);
}

static void
themes_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_child_window_show (rt_themes_window_new (rt_window_get_session (data)), data);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkApplication *application = gtk_window_get_application (data);
  GSettings *settings = RT_IS_APPLICATION (application)
                        ? rt_application_get_settings (RT_APPLICATION (application)) : NULL;

  if (rt_window_get_page (data))
    rt_child_window_show (
        GTK_WIDGET (rt_print_window_new (rt_window_get_session (data), settings)), data);
}

static void
compare_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (rt_window_get_page (data))
    rt_window_compare (data);
}

static void
compare_disk_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_window_compare_disk (data);
}

static void
rename_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (rt_window_get_page (data))
    rt_window_rename (data);
}

static void
duplicate_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (rt_window_get_page (data))
    rt_window_duplicate_without_people (data);
}

static void
next_meeting_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (rt_window_get_page (data))
    rt_window_next_meeting (data);
}

static const GActionEntry plan_entries[] = {
  { "undo", undo_cb },
  { "redo", redo_cb },
};

static const GActionEntry window_entries[] = {
  { "event-details", event_details_cb },
  { "rules", rules_cb },
  { "agenda", agenda_cb },
  { "themes", themes_cb },
  { "print", print_cb },
  { "rename", rename_cb },
  { "duplicate", duplicate_cb },       /* without people */
  { "next-meeting", next_meeting_cb },
  { "compare", compare_cb },
  { "compare-disk", compare_disk_cb },
};

void
rt_actions_plan_add (GActionMap *map, RtWindow *window)
{
  g_action_map_add_action_entries (map, plan_entries, G_N_ELEMENTS (plan_entries), window);
  g_action_map_add_action_entries (G_ACTION_MAP (window), window_entries,
                                   G_N_ELEMENTS (window_entries), window);
}
