/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-child-window.h"

void
rt_child_window_fit (GtkWindow *child, GtkWindow *parent)
{
  int width, height, room = gtk_widget_get_width (GTK_WIDGET (parent));

  gtk_window_get_default_size (child, &width, &height);
  if (room > 0)
    gtk_window_set_default_size (child, MIN (width, room),
                                 MIN (height, gtk_widget_get_height (GTK_WIDGET (parent))));
}

int
rt_child_window_get_width (GtkWindow *child)
{
  int width = gtk_widget_get_width (GTK_WIDGET (child)), height;

  if (width == 0)
    gtk_window_get_default_size (child, &width, &height);
  return width;
}

void
rt_child_window_show (GtkWidget *child, GtkWindow *parent)
{
  rt_child_window_fit (GTK_WINDOW (child), parent);
  gtk_window_set_modal (GTK_WINDOW (child), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (child), parent);
  gtk_window_present (GTK_WINDOW (child));
}
