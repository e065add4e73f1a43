/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-popovers.h"

/* For a second: nobody holds a key for longer. */
#define TRIES 20
#define TRY_MS 50

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
unmapped_hook (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
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

static gboolean
try_cb (gpointer data)
{
  GtkPopover *popover = data;
  GtkWidget *parent = gtk_widget_get_parent (data);
  guint tries = GPOINTER_TO_UINT (g_object_get_data (data, "rt-tries"));

  if (parent == NULL || !gtk_widget_get_mapped (parent) || gtk_widget_get_mapped (data))
    return G_SOURCE_REMOVE;
  gtk_widget_hide (data);
  gtk_popover_popup (popover);
  g_object_set_data (data, "rt-tries", GUINT_TO_POINTER (tries - 1));
  return tries > 1 && !gtk_widget_get_mapped (data);
}

/**
 * rt_popovers_popup:
 * @popover: a menu that was asked for
 *
 * Opens it, as soon as it can have the keyboard. While another program has that, such as a window
 * manager or a screen reader that looks at the key which asked for the menu, GTK shows nothing.
 */
void
rt_popovers_popup (GtkPopover *popover)
{
  gtk_popover_popup (popover);
  if (gtk_widget_get_mapped (GTK_WIDGET (popover)))
    return;
  g_object_set_data (G_OBJECT (popover), "rt-tries", GUINT_TO_POINTER (TRIES));
  g_timeout_add_full (G_PRIORITY_DEFAULT, TRY_MS, try_cb, g_object_ref (popover), g_object_unref);
}
