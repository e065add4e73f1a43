/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What is held near an edge of the view moves the room under it, for as long as it is held there;
 * pieces of furniture and rubber bands stay with the room whatever moves it. */

#include "rt-floor-private.h"

#define EDGE 32.0      /* pixels from the edge within which the room moves */
#define FASTEST 900.0  /* pixels a second, at the very edge */
#define PATIENCE 0.25  /* seconds: who only comes by, on the way to the tray, moves nothing */
#define LONGEST_STEP 0.1

/* How far into the strip at an edge: -1 to 1. */
static double
depth_into (double at, double length)
{
  if (at < EDGE)
    return MAX (at - EDGE, -EDGE) / EDGE;
  if (at > length - EDGE)
    return MIN (at - length + EDGE, EDGE) / EDGE;
  return 0.0;
}

static double
get_depth (RtFloorView *self, guint which)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return which == 0 ? depth_into (self->edge_at[0], gtk_widget_get_width (widget))
                    : depth_into (self->edge_at[1], gtk_widget_get_height (widget));
}

static gboolean
scroll (RtFloorView *self, guint which, double seconds)
{
  GtkAdjustment *adjustment = self->adjustments[which];
  double before = gtk_adjustment_get_value (adjustment);

  gtk_adjustment_set_value (adjustment, before + get_depth (self, which) * FASTEST * seconds);
  return gtk_adjustment_get_value (adjustment) != before;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  RtFloorView *self = RT_FLOOR_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double step = MIN ((now - self->edge_last) / (double) G_USEC_PER_SEC, LONGEST_STEP);
  gboolean moved;

  if (self->edge_since == 0)
    self->edge_since = self->edge_last = now;
  if (now - self->edge_since < PATIENCE * G_USEC_PER_SEC)
    return G_SOURCE_CONTINUE;
  self->edge_last = now;
  moved = scroll (self, 0, step);
  moved = scroll (self, 1, step) || moved;
  if (moved && self->hold == RT_HOLD_NOTHING)
    rt_floor_view_hold_again (self);
  return G_SOURCE_CONTINUE;
}

/** rt_floor_view_hold_at: something is held at @x, @y of the widget, or has come there */
void
rt_floor_view_hold_at (RtFloorView *self, double x, double y)
{
  self->edge_at[0] = x;
  self->edge_at[1] = y;
  if (get_depth (self, 0) == 0.0 && get_depth (self, 1) == 0.0)
    rt_floor_view_hold_no_more (self);
  else if (self->edge_tick == 0)
    {
      self->edge_since = 0;
      self->edge_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
    }
}

/** rt_floor_view_hold_no_more: it is let go, or has gone elsewhere */
void
rt_floor_view_hold_no_more (RtFloorView *self)
{
  if (self->edge_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->edge_tick);
  self->edge_tick = 0;
}

/** rt_floor_view_scrolled: what was pressed moves away from the pointer with the room */
void
rt_floor_view_scrolled (RtFloorView *self, GtkAdjustment *adjustment)
{
  guint which = adjustment == self->adjustments[1] ? 1 : 0;
  double value = gtk_adjustment_get_value (adjustment), by = value - self->scrolled[which];

  self->scrolled[which] = value;
  self->drift[which] += by;
  *(which == 0 ? &self->press_x : &self->press_y) -= by;
  *(which == 0 ? &self->moved_x : &self->moved_y) += by;
  rt_floor_view_queue_draw (self);
}
