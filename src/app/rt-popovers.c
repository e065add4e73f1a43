/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-popovers.h"

/**
 * rt_popovers_close:
 * @widget: what is about to slide away
 *
 * Closes what hangs open on @widget or on anything in it. It would slide along, and GTK knows no
 * place for a menu whose button is beyond the edge of the screen.
 */
void
rt_popovers_close (GtkWidget *widget)
{
  GtkWidget *next;

  if (GTK_IS_POPOVER (widget))
    gtk_popover_popdown (GTK_POPOVER (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      rt_popovers_close (child);
    }
}

/* To what it hung on, as GTK does it after the next frame; when the popover has gone by then GTK
 * has taken a reference twice, and drops one. */
static void
hand_focus_back (GtkWidget *popover)
{
  GtkRoot *root = gtk_widget_get_root (popover);
  GtkWidget *focus = root && gtk_widget_get_mapped (GTK_WIDGET (root))
                         ? gtk_root_get_focus (root) : NULL;
  GtkWidget *parent = gtk_widget_get_parent (popover);

  if (focus == NULL || !gtk_widget_is_ancestor (focus, popover))
    return;
  while (parent && !(gtk_widget_get_visible (parent) && gtk_widget_grab_focus (parent)))
    parent = gtk_widget_get_parent (parent);
}

static gboolean
unmapped_hook (GSignalInvocationHint *hint,
               guint                  n_values,
               const GValue          *values,
               gpointer               data)
{
  GObject *widget = g_value_get_object (values);

  if (!GTK_IS_POPOVER (widget))
    return TRUE;
  gtk_popover_popdown (GTK_POPOVER (widget));
  hand_focus_back (GTK_WIDGET (widget));
  return TRUE;
}

/**
 * rt_popovers_install:
 *
 * From now on what hangs open on a widget closes before that goes, and its window. GTK 4.8 closes
 * it a moment later, or not at all when it has no surface by then: it never frees it, and half a
 * second after the pointer came upon it looks for a tooltip on the surface.
 */
void
rt_popovers_install (void)
{
  gpointer widget_class = g_type_class_ref (GTK_TYPE_WIDGET); /* has the signal */

  g_signal_add_emission_hook (g_signal_lookup ("unmap", GTK_TYPE_WIDGET), 0, unmapped_hook, NULL,
                              NULL);
  g_type_class_unref (widget_class);
}
