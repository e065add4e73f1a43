/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What the one piece that is chosen is turned and resized by: a knob above it and its corners. */

#include "rt-floor-private.h"

#include <math.h>

#include "rt-marks.h"

#define TARGET 24.0 /* pixels: as large as a handle is for the pointer */
#define CORNER 10.0 /* pixels: as large as it looks */
#define KNOB 6.0
#define STICK 26.0 /* pixels from the frame to the knob */

/* In steps of half the frame, in the order of RtFloorHandle. */
static const struct {
  double x, y;
} corners[] = { { -1.0, -1.0 }, { 1.0, -1.0 }, { 1.0, 1.0 }, { -1.0, 1.0 } };

void
rt_floor_handle_get_corner (RtFloorHandle handle, double *x, double *y)
{
  *x = corners[handle].x;
  *y = corners[handle].y;
}

/* From the frame's own middle to a point of the layout. */
static void
to_layout (const RtFloorFrame *frame, double *x, double *y)
{
  rt_floor_frame_to_room (frame, x, y);
  *x += frame->x;
  *y += frame->y;
}

static void
place_knob (RtFloorView *self, const RtFloorFrame *frame, double side, double *x, double *y)
{
  *x = 0.0;
  *y = side * (frame->half_height + STICK / self->zoom);
  to_layout (frame, x, y);
}

/* The knob stands above its piece (-1), or below it (1) where it would be out of sight. */
static double
knob_side (RtFloorView *self, const RtFloorFrame *frame)
{
  RtBox visible = rt_floor_view_visible (self);
  double x, y;

  if (self->hold == RT_HOLD_TURN)
    return self->knob_side;
  place_knob (self, frame, -1.0, &x, &y);
  return rt_box_contains (&visible, x, y) ? -1.0 : 1.0;
}

/* Where a handle is, as a point of the layout. */
static void
place (RtFloorView *self, const RtFloorFrame *frame, RtFloorHandle handle, double *x, double *y)
{
  /* The corners of what is drawn round a table lie on its oval. */
  double share = frame->oval ? G_SQRT2 / 2.0 : 1.0;

  if (handle == RT_HANDLE_TURN)
    {
      place_knob (self, frame, knob_side (self, frame), x, y);
      return;
    }
  rt_floor_handle_get_corner (handle, x, y);
  *x *= frame->half_width * share;
  *y *= frame->half_height * share;
  to_layout (frame, x, y);
}

static gboolean
get_frame (RtFloorView *self, RtFloorFrame *frame)
{
  int only = self->mode == RT_FLOOR_FURNITURE && self->layout != NULL
                 ? rt_floor_view_get_only (self)
                 : -1;

  if (only < 0 || self->layout->detail != RT_DETAIL_METRIC)
    return FALSE;
  *frame = rt_floor_view_get_frame (self, only);
  return TRUE;
}

/**
 * rt_floor_view_hit_handle:
 * @x: in the widget
 * @y: in the widget
 * @handle: (out): which
 *
 * Returns: whether a handle is there
 */
gboolean
rt_floor_view_hit_handle (RtFloorView *self, double x, double y, RtFloorHandle *handle)
{
  RtFloorFrame frame;
  double left, top, at_x, at_y;

  if (!get_frame (self, &frame))
    return FALSE;
  rt_floor_view_get_offset (self, &left, &top);
  x = (x - left) / self->zoom;
  y = (y - top) / self->zoom;
  for (int i = RT_HANDLE_TURN; i >= 0; i--)
    {
      *handle = (RtFloorHandle) i;
      place (self, &frame, *handle, &at_x, &at_y);
      if (MAX (fabs (x - at_x), fabs (y - at_y)) > TARGET / 2.0 / self->zoom)
        continue;
      self->knob_side = knob_side (self, &frame);
      return TRUE;
    }
  return FALSE;
}

/** rt_floor_view_get_handle: where a handle of the one chosen piece is in the widget. Returns:
 * whether there is one */
gboolean
rt_floor_view_get_handle (RtFloorView *self, RtFloorHandle handle, double *x, double *y)
{
  RtFloorFrame frame;
  double left, top;

  if (!get_frame (self, &frame))
    return FALSE;
  place (self, &frame, handle, x, y);
  rt_floor_view_get_offset (self, &left, &top);
  *x = *x * self->zoom + left;
  *y = *y * self->zoom + top;
  return TRUE;
}

static void
finish_handle (RtFloorView *self, cairo_t *cr, const RtFloorColours *colours)
{
  rt_mark_colour (cr, colours->slip, 1.0);
  cairo_fill_preserve (cr);
  rt_mark_colour (cr, colours->accent, 1.0);
  cairo_set_line_width (cr, 2.0 / self->zoom);
  cairo_stroke (cr);
}

/** rt_floor_view_paint_handles: @cr is scaled to the layout */
void
rt_floor_view_paint_handles (RtFloorView *self, cairo_t *cr, const RtFloorColours *colours)
{
  double half = CORNER / 2.0 / self->zoom, x = 0.0, y;
  RtFloorFrame frame;

  if (!get_frame (self, &frame))
    return;
  y = knob_side (self, &frame) * frame.half_height;
  to_layout (&frame, &x, &y);
  cairo_move_to (cr, x, y);
  place (self, &frame, RT_HANDLE_TURN, &x, &y);
  cairo_line_to (cr, x, y);
  rt_mark_colour (cr, colours->accent, 1.0);
  cairo_set_line_width (cr, 2.0 / self->zoom);
  cairo_stroke (cr);
  cairo_arc (cr, x, y, KNOB / self->zoom, 0.0, 2.0 * G_PI);
  finish_handle (self, cr, colours);
  for (guint i = 0; i < RT_HANDLE_TURN; i++)
    {
      place (self, &frame, (RtFloorHandle) i, &x, &y);
      cairo_rectangle (cr, x - half, y - half, 2.0 * half, 2.0 * half);
      finish_handle (self, cr, colours);
    }
}
