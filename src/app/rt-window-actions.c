/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-window-actions.h"

#include "rt-actions.h"
#include "rt-child-window.h"
#include "rt-panes.h"

static void
show_page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_window_show_page (data, g_variant_get_string (parameter, NULL));
}

static void
find_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_window_find (data);
}

static void
find_next_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_window_find_next (data, 1);
}

static void
find_previous_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_window_find_next (data, -1);
}

static void
next_problem_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_window_show_problem (data, 1);
}

static void
previous_problem_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_window_show_problem (data, -1);
}

static void
next_pane_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_panes_move_focus (data, TRUE);
}

static void
previous_pane_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_panes_move_focus (data, FALSE);
}

static void
full_screen_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (gtk_window_is_fullscreen (data))
    gtk_window_unfullscreen (data);
  else
    gtk_window_fullscreen (data);
}

/* GTK's own window of shortcuts is wider than many a screen, and does not scroll. */
static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource ("/io/github/rotunda_app/Rotunda/gtk/shortcuts.ui");

  rt_child_window_show (GTK_WIDGET (gtk_builder_get_object (builder, "shortcuts")), data);
}

static const GActionEntry window_entries[] = {
  { "show-page", show_page_cb, "s" },
  { "find", find_cb },
  { "find-next", find_next_cb },
  { "find-previous", find_previous_cb },
  { "next-problem", next_problem_cb },
  { "previous-problem", previous_problem_cb },
  { "next-pane", next_pane_cb },
  { "previous-pane", previous_pane_cb },
  { "full-screen", full_screen_cb },
  { "shortcuts", shortcuts_cb },
};

/* Keys that work everywhere, also while a text is typed. */
static const struct
{
  const char *action;
  const char *keys[3];
} accels[] = {
  { "win.new", { "<Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.import", { "<Control>i" } },
  { "win.export", { "<Control>e" } },
  { "win.find", { "<Control>f" } },
  { "win.find-next", { "F3" } },
  { "win.find-previous", { "<Shift>F3" } },
  { "win.next-problem", { "F4" } },
  { "win.previous-problem", { "<Shift>F4" } },
  { "win.rules", { "<Control>r" } },
  { "win.agenda", { "<Control>t" } },
  { "win.print", { "<Control>p" } },
  { "win.next-pane", { "F6" } },
  { "win.previous-pane", { "<Shift>F6" } },
  { "win.full-screen", { "F11" } },
  { "win.shortcuts", { "<Control>question" } },
  { "win.show-page::people", { "<Alt>1" } },
  { "win.show-page::room", { "<Alt>2" } },
  { "win.show-page::rounds", { "<Alt>3" } },
  { "plan.add-person", { "<Control><Shift>a" } },
  { "plan.arrange", { "<Control>Return", "<Control>KP_Enter" } },
  { "plan.previous-round", { "<Control>Page_Up" } },
  { "plan.next-round", { "<Control>Page_Down" } },
  { "window.close", { "<Control>w" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
};

/* Keys that a text being typed uses itself: they come here only when nothing else takes them. */
static const struct
{
  const char *action;
  const char *trigger;
} late_keys[] = {
  { "plan.undo", "<Control>z" },
  { "plan.redo", "<Control><Shift>z|<Control>y" },
  { "plan.stop", "Escape" },
  { "win.paste-here", "<Control>v" },
};

static void
add_late_keys (RtWindow *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_BUBBLE);
  for (guint i = 0; i < G_N_ELEMENTS (late_keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (late_keys[i].trigger),
                          gtk_named_action_new (late_keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}

GActionGroup *
rt_window_actions_install (RtWindow *window)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();

  rt_actions_people_add (G_ACTION_MAP (group), window);
  rt_actions_seats_add (G_ACTION_MAP (group), window);
  rt_actions_tables_add (G_ACTION_MAP (group), window);
  rt_actions_rounds_add (G_ACTION_MAP (group), window);
  rt_actions_plan_add (G_ACTION_MAP (group), window);
  rt_actions_file_add (G_ACTION_MAP (window), window);
  g_action_map_add_action_entries (G_ACTION_MAP (window), window_entries,
                                   G_N_ELEMENTS (window_entries), window);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "plan", G_ACTION_GROUP (group));
  add_late_keys (window);
  return G_ACTION_GROUP (group);
}

static void
set_enabled (GActionGroup *actions, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* The format's menu marks the one the plan has. */
static void
set_format (GActionGroup *actions, RtPlan *plan)
{
  int preset = rt_plan_get_event (plan)->preset;
  const char *word = preset == RT_UNSET ? "" : rt_preset_words[preset];
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (actions), "set-up");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (word));
}

void
rt_window_actions_update (RtWindow *window, GActionGroup *actions)
{
  static const char * const changing[] = { "import",        "paste-list", "paste-here",
                                           "event-details", "rename",     "duplicate",
                                           "next-meeting" };
  RtSession *session = rt_window_get_session (window);
  RtHistory *history = rt_session_get_history (session);
  gboolean read_only = rt_plan_is_read_only (rt_session_get_plan (session));
  gboolean arranging = rt_session_is_arranging (session, NULL);
  g_auto (GStrv) names = g_action_group_list_actions (actions);

  set_format (actions, rt_session_get_plan (session));
  /* While it arranges, and in a plan that is only read, nothing of the table changes anything. */
  for (guint i = 0; names[i] != NULL; i++)
    set_enabled (actions, names[i], !read_only && !arranging);
  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    set_enabled (G_ACTION_GROUP (window), changing[i], !read_only && !arranging);
  set_enabled (G_ACTION_GROUP (window), "print", !arranging);
  set_enabled (actions, "undo", !arranging && rt_history_undo_label (history));
  set_enabled (actions, "redo", !arranging && rt_history_redo_label (history));
  set_enabled (actions, "stop", arranging);
  set_enabled (actions, "cancel", arranging);
  set_enabled (actions, "select-person", TRUE);
  set_enabled (actions, "select-table", TRUE);
  set_enabled (actions, "edit-person", TRUE);
  set_enabled (actions, "show-round", TRUE);
  set_enabled (actions, "previous-round", TRUE);
  set_enabled (actions, "next-round", TRUE);
}

void
rt_window_actions_set_accels (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action,
                                           (const char * const *) accels[i].keys);
}
