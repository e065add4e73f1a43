/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Which part of the room is seen, and how large: the zoom that suits, and the ways to another. */

#include "rt-floor-private.h"

#include <math.h>

#define NEAR 0.84      /* slips smaller than this are hard to read */
#define NEAR_TEXT 10.2 /* pixels; and below this size of text nobody reads them */
#define LARGEST_FIT 1.25
#define LEAST_ZOOM 0.15
#define MOST_ZOOM 4.0
#define ZOOM_STEP 1.15
#define BUTTONS_HEIGHT 44.0 /* of what floats over the upper left corner */
#define LEAST_LABELLED 0.42 /* tables smaller than this have no names below */

static gboolean
slips_readable (RtFloorView *self, double zoom)
{
  return zoom >= 0.6 && 12.2 * self->text * zoom >= NEAR_TEXT;
}

static void
lay_out (RtFloorView *self, RtDetail detail, double width, double height)
{
  g_autofree RtTableSpec *specs = g_new0 (RtTableSpec, self->scene->n_tables);

  rt_floor_cache_forget (self->cache);
  rt_painter_measure (self->painter, self->scene, detail, self->label_zoom, self->labels,
                      self->sizes);
  for (guint i = 0; i < self->scene->n_tables; i++)
    specs[i] = self->scene->tables[i].spec;
  g_clear_pointer (&self->layout, rt_layout_free);
  self->layout = rt_layout_new (detail, specs, self->scene->n_tables, self->scene->room_width,
                                self->scene->room_height, self->text, width, height);
  /* For what stands in front, and for the zoom buttons that float there. */
  if (detail != RT_DETAIL_METRIC)
    rt_layout_add_strip (self->layout,
                         MAX (RT_STRIP_HEIGHT * self->text,
                              detail == RT_DETAIL_DOTS ? BUTTONS_HEIGHT / self->label_zoom : 0.0));
  self->detail = detail;
}

/* Names below tables keep their size, so they need the more room the smaller the tables are: one
 * round finds the zoom, the next makes room at that zoom. Where that leaves tables too small, they
 * have no names. */
static void
choose_dots (RtFloorView *self, RtDetail detail, double width, double height)
{
  double most = detail == RT_DETAIL_METRIC ? 1.6 : LARGEST_FIT;

  self->labels = TRUE;
  self->label_zoom = 1.0;
  for (int i = 0; i < 4; i++)
    {
      lay_out (self, detail, width, height);
      self->zoom = CLAMP (rt_layout_get_fit (self->layout, width, height), LEAST_ZOOM, most);
      if (self->zoom >= self->label_zoom)
        break;
      self->label_zoom = self->zoom;
    }
  if (self->zoom >= LEAST_LABELLED)
    return;
  self->labels = FALSE;
  lay_out (self, detail, width, height);
  self->zoom = CLAMP (rt_layout_get_fit (self->layout, width, height), LEAST_ZOOM, most);
}

/* The default: names if all of them fit, or if the tables fit across and one scrolls down; readers
 * of large text keep their size and scroll. Else dots, all in sight. */
static void
choose_zoom (RtFloorView *self, double width, double height)
{
  double fit, across;

  if (self->mode == RT_FLOOR_FURNITURE || self->scene->furniture)
    {
      choose_dots (self, RT_DETAIL_METRIC, width, height);
      return;
    }
  lay_out (self, RT_DETAIL_SLIPS, width, height);
  fit = rt_layout_get_fit (self->layout, width, height);
  self->zoom = MIN (fit, LARGEST_FIT);
  if (fit >= NEAR)
    return;
  if (self->text > 1.05 && fit >= NEAR / 2.0)
    {
      self->zoom = NEAR;
      return;
    }
  lay_out (self, RT_DETAIL_SLIPS, width, 3.0 * MAX (width, height));
  across = width / self->layout->bounds.width;
  self->zoom = MIN (across, 1.0);
  if (across < NEAR)
    choose_dots (self, RT_DETAIL_DOTS, width, height);
}

/* Laying out costs more than painting: it is done when something it depends on has changed. */
static gboolean
is_laid_out (RtFloorView *self, double width, double height)
{
  return self->laid_out && self->layout != NULL && self->laid_automatic == self->automatic
         && self->laid_width == width && self->laid_height == height;
}

void
rt_floor_view_renew_layout (RtFloorView *self, double width, double height)
{
  if (self->scene == NULL || self->painter == NULL || is_laid_out (self, width, height))
    return;
  if (self->automatic)
    choose_zoom (self, width, height);
  else
    lay_out (self,
             self->mode == RT_FLOOR_FURNITURE || self->scene->furniture ? RT_DETAIL_METRIC
             : self->detail == RT_DETAIL_METRIC                         ? RT_DETAIL_DOTS
                                                                        : self->detail,
             width, height);
  self->laid_out = TRUE;
  self->laid_automatic = self->automatic;
  self->laid_width = width;
  self->laid_height = height;
}

/* Where point 0, 0 of the layout is in the widget: at a whole pixel, or pictures of tables would be
 * blurred while the view scrolls. */
void
rt_floor_view_get_offset (RtFloorView *self, double *x, double *y)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)),
         height = gtk_widget_get_height (GTK_WIDGET (self));
  double all_width = self->layout->bounds.width * self->zoom,
         all_height = self->layout->bounds.height * self->zoom;

  *x = all_width <= width ? floor ((width - all_width) / 2.0)
                          : -round (gtk_adjustment_get_value (self->adjustments[0]));
  *y = all_height <= height ? floor ((height - all_height) / 2.0)
                            : -round (gtk_adjustment_get_value (self->adjustments[1]));
}

gboolean
rt_floor_view_hit (RtFloorView *self, double x, double y, RtSpot *spot)
{
  double left, top;
  gboolean found;
  int object;

  *spot = RT_SPOT_NONE;
  if (self->layout == NULL)
    return FALSE;
  rt_floor_view_get_offset (self, &left, &top);
  x = (x - left) / self->zoom;
  y = (y - top) / self->zoom;
  found = rt_layout_hit (self->layout, x, y, 4.0 / self->zoom, &spot->table, &spot->chair);
  /* A thing lies above the space that is kept for what is written below a table. */
  if (self->mode == RT_FLOOR_PEOPLE
      || (found
          && (spot->chair >= 0
              || rt_box_contains (&self->layout->tables[spot->table].top, x, y))))
    return found;
  object = rt_floor_view_hit_object (self, x, y);
  if (object >= 0)
    *spot = (RtSpot) { object, -1 };
  return found || object >= 0;
}

RtBox
rt_floor_view_box (RtFloorView *self, RtSpot spot)
{
  RtBox box = rt_floor_view_get_object (self, spot.table) != NULL
                  ? rt_floor_view_piece_bounds (self, spot.table)
              : spot.chair < 0 ? self->layout->tables[spot.table].top
                               : self->layout->tables[spot.table].chairs[spot.chair];
  double left, top;

  rt_floor_view_get_offset (self, &left, &top);
  return (RtBox) { box.x * self->zoom + left, box.y * self->zoom + top, box.width * self->zoom,
                   box.height * self->zoom };
}

RtBox
rt_floor_view_visible (RtFloorView *self)
{
  double left, top;

  rt_floor_view_get_offset (self, &left, &top);
  return (RtBox) { -left / self->zoom, -top / self->zoom,
                   gtk_widget_get_width (GTK_WIDGET (self)) / self->zoom,
                   gtk_widget_get_height (GTK_WIDGET (self)) / self->zoom };
}

static void
configure_adjustment (GtkAdjustment *adjustment, double all, double page)
{
  double value = CLAMP (gtk_adjustment_get_value (adjustment), 0.0, MAX (0.0, all - page));

  gtk_adjustment_configure (adjustment, value, 0.0, MAX (all, page), 0.1 * page, 0.9 * page, page);
}

void
rt_floor_view_configure_adjustments (RtFloorView *self, double width, double height)
{
  configure_adjustment (self->adjustments[0], ceil (self->layout->bounds.width * self->zoom),
                        width);
  configure_adjustment (self->adjustments[1], ceil (self->layout->bounds.height * self->zoom),
                        height);
}

double
rt_floor_view_get_zoom (RtFloorView *self)
{
  return self->zoom;
}

/* Zooms so that what is at @x, @y in the widget stays there. Slips turn to dots where they could no
 * longer be read, and dots to slips where they can again. */
void
rt_floor_view_zoom_at (RtFloorView *self, double zoom, double x, double y)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)),
         height = gtk_widget_get_height (GTK_WIDGET (self));
  double left, top, room_x, room_y;
  RtDetail detail = self->detail;

  if (self->layout == NULL)
    return;
  zoom = CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
  rt_floor_view_get_offset (self, &left, &top);
  room_x = ((x - left) / self->zoom - self->layout->origin_x) / self->layout->scale_x;
  room_y = ((y - top) / self->zoom - self->layout->origin_y) / self->layout->scale_y;
  if (detail == RT_DETAIL_SLIPS && !slips_readable (self, zoom))
    detail = RT_DETAIL_DOTS;
  else if (detail == RT_DETAIL_DOTS && zoom > self->zoom && slips_readable (self, zoom))
    detail = RT_DETAIL_SLIPS;
  self->automatic = FALSE;
  self->zoom = zoom;
  if (detail != self->detail)
    lay_out (self, detail, width, height);
  rt_floor_view_configure_adjustments (self, width, height);
  gtk_adjustment_set_value (self->adjustments[0],
                            (room_x * self->layout->scale_x + self->layout->origin_x) * zoom - x);
  gtk_adjustment_set_value (self->adjustments[1],
                            (room_y * self->layout->scale_y + self->layout->origin_y) * zoom - y);
  rt_floor_view_queue_draw (self);
}

void
rt_floor_view_set_zoom (RtFloorView *self, double zoom)
{
  rt_floor_view_zoom_at (self, zoom, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                         gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

/** rt_floor_view_fit: back to the zoom that suits the view, and that follows its size */
void
rt_floor_view_fit (RtFloorView *self)
{
  self->automatic = TRUE;
  self->laid_out = FALSE;
  rt_floor_view_queue_draw (self);
}

/* The event of a wheel does not say where it was turned. */
static void
pointer_cb (GtkEventControllerMotion *motion, double x, double y, RtFloorView *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static gboolean
scroll_cb (GtkEventControllerScroll *scroll, double dx, double dy, RtFloorView *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  rt_floor_view_zoom_at (self, self->zoom * (dy < 0.0 ? ZOOM_STEP : 1.0 / ZOOM_STEP),
                         self->pointer_x, self->pointer_y);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, RtFloorView *self)
{
  self->pinched = self->zoom;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, RtFloorView *self)
{
  double x = 0.0, y = 0.0;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  rt_floor_view_zoom_at (self, self->pinched * scale, x, y);
}

gboolean
rt_floor_view_zoom_key (RtFloorView *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      rt_floor_view_set_zoom (self, self->zoom * ZOOM_STEP);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      rt_floor_view_set_zoom (self, self->zoom / ZOOM_STEP);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      rt_floor_view_fit (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/** rt_floor_view_tell_zoom: to whoever shows it; never while sizes are given out */
void
rt_floor_view_tell_zoom (RtFloorView *self)
{
  if (self->told_zoom == self->zoom)
    return;
  self->told_zoom = self->zoom;
  g_signal_emit_by_name (self, "zoom-changed");
}

/** rt_floor_view_init_zoom: connects the wheel and two fingers */
void
rt_floor_view_init_zoom (RtFloorView *self)
{
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (pointer_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (pointer_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
