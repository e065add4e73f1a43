/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-child-window.h"

void
rt_child_window_show (GtkWidget *child,
                      GtkWindow *parent)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (child), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (child),
                               MIN (width, gtk_widget_get_width (GTK_WIDGET (parent))),
                               MIN (height, gtk_widget_get_height (GTK_WIDGET (parent))));
  gtk_window_set_modal (GTK_WINDOW (child), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (child), parent);
  gtk_window_present (GTK_WINDOW (child));
}
