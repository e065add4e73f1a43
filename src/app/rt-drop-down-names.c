/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-drop-down-names.h"

/* What is selected stands in the first label that is to be seen. */
static GtkWidget *
find_words (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_words (child);
  return found;
}

static void
focus_cb (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *drop_down
      = focus != NULL && GTK_IS_TOGGLE_BUTTON (focus) ? gtk_widget_get_parent (focus) : NULL;
  GtkWidget *words;

  if (drop_down == NULL || !GTK_IS_DROP_DOWN (drop_down))
    return;
  words = find_words (focus);
  if (words != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    drop_down, words, NULL, -1);
}

static void
added_cb (GtkApplication *application, GtkWindow *window)
{
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (focus_cb), NULL);
}

void
rt_drop_down_names_install (GtkApplication *application)
{
  g_signal_connect (application, "window-added", G_CALLBACK (added_cb), NULL);
}
