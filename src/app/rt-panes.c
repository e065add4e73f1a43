/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-panes.h"

#include <adwaita.h>

static gboolean
is_pane (GtkWidget *widget)
{
  return ADW_IS_HEADER_BAR (widget) || gtk_widget_has_css_class (widget, "page-bar") ||
         gtk_widget_has_css_class (widget, "pane") || gtk_widget_has_css_class (widget, "tray") ||
         gtk_widget_has_css_class (widget, "side-panel");
}

static void
collect (GtkWidget *widget, GPtrArray *panes)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (is_pane (widget))
    {
      g_ptr_array_add (panes, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    collect (child, panes);
}

static guint
find_focus (GtkWindow *window, GPtrArray *panes)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  for (guint i = 0; focus && i < panes->len; i++)
    if (gtk_widget_is_ancestor (focus, panes->pdata[i]) || focus == panes->pdata[i])
      return i;
  return panes->len - 1;
}

void
rt_panes_move_focus (GtkWindow *window, gboolean forward)
{
  g_autoptr (GPtrArray) panes = g_ptr_array_new ();
  guint at;

  collect (GTK_WIDGET (window), panes);
  if (panes->len == 0)
    return;
  at = find_focus (window, panes);
  for (guint i = 0; i < panes->len; i++)
    {
      at = (at + (forward ? 1 : panes->len - 1)) % panes->len;
      if (gtk_widget_child_focus (panes->pdata[at], GTK_DIR_TAB_FORWARD))
        return;
    }
}
