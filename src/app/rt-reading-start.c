/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-reading-start.h"

/* A part of a pixel is nothing anybody scrolled. */
#define NEAR 0.5

typedef struct
{
  GtkAdjustment *adjustment;
  double end; /* where it could be scrolled to, before */
  guint idle;
} Start;

static gboolean
idle_cb (gpointer data)
{
  Start *start = data;

  start->idle = 0;
  gtk_adjustment_set_value (start->adjustment, start->end);
  return G_SOURCE_REMOVE;
}

/* This comes while widgets are given their place, when nothing may be scrolled yet. */
static void
changed_cb (GtkWidget *scroller, GtkAdjustment *adjustment)
{
  Start *start = g_object_get_data (G_OBJECT (scroller), "rt-reading-start");
  double value = gtk_adjustment_get_value (adjustment);
  gboolean at_start = value > start->end - NEAR;

  start->end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  if (gtk_widget_get_direction (scroller) == GTK_TEXT_DIR_RTL && start->idle == 0 && at_start
      && value < start->end - NEAR)
    start->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, start, NULL);
}

static void
free_start (gpointer data)
{
  Start *start = data;

  g_clear_handle_id (&start->idle, g_source_remove);
  g_object_unref (start->adjustment);
  g_free (start);
}

void
rt_reading_start (GtkScrolledWindow *scroller)
{
  Start *start = g_new0 (Start, 1);

  start->adjustment = g_object_ref (gtk_scrolled_window_get_hadjustment (scroller));
  g_object_set_data_full (G_OBJECT (scroller), "rt-reading-start", start, free_start);
  g_signal_connect_object (start->adjustment, "changed", G_CALLBACK (changed_cb), scroller,
                           G_CONNECT_SWAPPED);
}
