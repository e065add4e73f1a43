/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What the pointer holds in a room: pieces that are moved, turned or resized, or a rubber band. A
 * gesture that never leaves the view; letting go activates the action that the keys and the menu
 * activate too. */

#include "rt-floor-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rt-marks.h"

#define ATTRACTS 7.0     /* pixels from which a line holds what is moved */
#define TURN_STEP 15     /* degrees at which a turn is held */
#define TURN_ATTRACTS 4  /* degrees */
#define SIZE_STEP 5.0    /* cm */
#define LEAST_TABLE 20.0 /* cm */
#define LEAST_THING 5.0
#define LARGEST 10000.0

/* Where what is held would stand, and by how much that moves and turns it. */
typedef struct {
  RtStand stand;
  int dx, dy, turn;
} Target;

static gboolean
is_table (RtFloorView *self)
{
  return rt_floor_view_get_object (self, self->held) == NULL;
}

static void
to_room (RtFloorView *self, double x, double y, double *room_x, double *room_y)
{
  *room_x = (x - self->layout->origin_x) / self->layout->scale_x;
  *room_y = (y - self->layout->origin_y) / self->layout->scale_y;
}

/* Everything that stands somewhere, as the lines that attract see it. */
static RtTableSpec *
dup_specs (RtFloorView *self)
{
  int n = rt_floor_view_n_pieces (self);
  RtTableSpec *specs = g_new0 (RtTableSpec, n + 1);

  for (int i = 0; i < n; i++)
    {
      const RtSceneObject *object = rt_floor_view_get_object (self, i);

      if (object == NULL)
        specs[i] = self->scene->tables[i].spec;
      else
        specs[i] = (RtTableSpec) { .placed = TRUE, .x = object->x, .y = object->y };
    }
  return specs;
}

static void
stay_inside (double from, double length, double *at)
{
  if (length > 0.0)
    *at = CLAMP (*at, MIN (from, 0.0), MAX (from, length));
}

static void
find_move (RtFloorView *self, const RtFloorFrame *frame, Target *target)
{
  g_autofree RtTableSpec *specs = dup_specs (self);
  g_autofree gboolean *moving = rt_floor_view_dup_marks (self);
  double scale = self->zoom * self->layout->scale_x, from_x, from_y, x, y;
  RtBox box = rt_floor_frame_box (frame);
  RtSize half = { 0.0, 0.0 };

  to_room (self, frame->x, frame->y, &from_x, &from_y);
  if (specs[self->held].placed)
    {
      from_x = specs[self->held].x;
      from_y = specs[self->held].y;
    }
  if (!is_table (self)) /* its sides stand at the walls; chairs stand round a table */
    half = (RtSize) { box.width / 2.0 / self->layout->scale_x,
                      box.height / 2.0 / self->layout->scale_y };
  x = from_x + self->moved_x / scale;
  y = from_y + self->moved_y / scale;
  self->guides = rt_snap (specs, (guint) rt_floor_view_n_pieces (self), moving, half,
                          self->scene->room_width, self->scene->room_height, ATTRACTS / scale, &x,
                          &y);
  stay_inside (from_x, self->scene->room_width, &x);
  stay_inside (from_y, self->scene->room_height, &y);
  target->dx = (int) round (x - from_x);
  target->dy = (int) round (y - from_y);
  target->stand.x = (int) round (x);
  target->stand.y = (int) round (y);
}

/* The knob points to the pointer; multiples of fifteen degrees hold it. */
static void
find_turn (RtFloorView *self, const RtFloorFrame *frame, Target *target)
{
  int angle, old = (int) round (frame->angle * 180.0 / G_PI), held;
  double left, top, x, y;

  rt_floor_view_get_offset (self, &left, &top);
  x = (self->press_x + self->moved_x - left) / self->zoom - frame->x;
  y = (self->press_y + self->moved_y - top) / self->zoom - frame->y;
  angle = (int) round (atan2 (-self->knob_side * x, self->knob_side * y) * 180.0 / G_PI);
  held = (int) round (angle / (double) TURN_STEP) * TURN_STEP;
  if (ABS (held - angle) <= TURN_ATTRACTS)
    angle = held;
  target->turn = angle - old;
  target->stand.angle = (angle % 360 + 360) % 360;
}

static double
step_size (double size, double least)
{
  return CLAMP (round (size / SIZE_STEP) * SIZE_STEP, least, LARGEST);
}

static gboolean
is_uniform (RtFloorView *self)
{
  RtTableForm form = self->scene->tables[self->held].spec.form;

  return form == RT_FORM_ROUND || form == RT_FORM_SQUARE || form == RT_FORM_CIRCLE;
}

/* A table grows about its middle, so that its chairs stay round it. */
static void
size_table (RtFloorView *self, double along, double across, Target *target)
{
  const RtBox *top = &self->layout->tables[self->held].top;
  double width = top->width / self->layout->scale_x, depth = top->height / self->layout->scale_y;

  if (is_uniform (self))
    {
      target->stand.width = (int) step_size (width + along + across, LEAST_TABLE);
      return;
    }
  target->stand.width = (int) step_size (width + 2.0 * along, LEAST_TABLE);
  target->stand.depth = (int) step_size (depth + 2.0 * across, LEAST_TABLE);
}

/* A thing keeps the corner opposite to the one that is dragged. */
static void
size_thing (RtFloorView *self, const RtFloorFrame *frame, double along, double across,
            Target *target)
{
  const RtSceneObject *object = rt_floor_view_get_object (self, self->held);
  double width = step_size (object->width + along, LEAST_THING);
  double depth = step_size (object->depth + across, LEAST_THING);
  double sign_x, sign_y, x, y;

  rt_floor_handle_get_corner (self->handle, &sign_x, &sign_y);
  x = sign_x * (width - object->width) / 2.0;
  y = sign_y * (depth - object->depth) / 2.0;
  rt_floor_frame_to_room (frame, &x, &y);
  target->stand.x = (int) round (object->x + x);
  target->stand.y = (int) round (object->y + y);
  target->stand.width = (int) width;
  target->stand.depth = (int) depth;
}

static void
find_size (RtFloorView *self, const RtFloorFrame *frame, Target *target)
{
  double x = self->moved_x / self->zoom / self->layout->scale_x;
  double y = self->moved_y / self->zoom / self->layout->scale_y;
  double sign_x, sign_y;

  rt_floor_frame_to_local (frame, &x, &y);
  rt_floor_handle_get_corner (self->handle, &sign_x, &sign_y);
  if (is_table (self))
    size_table (self, sign_x * x, sign_y * y, target);
  else
    size_thing (self, frame, sign_x * x, sign_y * y, target);
}

static Target
find_target (RtFloorView *self)
{
  Target target = { RT_STAND_AS_IT_IS, 0, 0, 0 };
  RtFloorFrame frame = rt_floor_view_get_frame (self, self->held);

  if (self->hold == RT_HOLD_PIECES)
    find_move (self, &frame, &target);
  else if (self->hold == RT_HOLD_TURN)
    find_turn (self, &frame, &target);
  else
    find_size (self, &frame, &target);
  return target;
}

/* Letting go. */

/* A table that stood nowhere gets its place; everything else moves by as much, all together. */
static void
drop_pieces (RtFloorView *self, const Target *target)
{
  int width = self->scene->room_width > 0.0 ? (int) self->scene->room_width : 100000;
  int height = self->scene->room_height > 0.0 ? (int) self->scene->room_height : 100000;

  if (is_table (self) && !self->scene->tables[self->held].spec.placed)
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.place-table", "(sii)",
                                self->scene->tables[self->held].table,
                                CLAMP (target->stand.x, 0, width),
                                CLAMP (target->stand.y, 0, height));
  else if (target->dx != 0 || target->dy != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "room.move", "(ii)", target->dx, target->dy);
}

static RtBox
band_box (RtFloorView *self)
{
  return (RtBox) { MIN (self->press_x, self->press_x + self->moved_x),
                   MIN (self->press_y, self->press_y + self->moved_y), ABS (self->moved_x),
                   ABS (self->moved_y) };
}

static void
drop_band (RtFloorView *self)
{
  RtBox band = band_box (self);
  int first = rt_floor_view_choose_within (self, &band);

  if (first >= 0)
    rt_floor_view_go (self, (RtSpot) { first, -1 });
}

static void
let_go (RtFloorView *self)
{
  self->hold = RT_HOLD_NOTHING;
  self->held = -1;
  rt_floor_view_hold_no_more (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop (RtFloorView *self)
{
  RtHold hold = self->hold;
  Target target = { RT_STAND_AS_IT_IS, 0, 0, 0 };

  if (hold != RT_HOLD_BAND)
    target = find_target (self);
  if (hold == RT_HOLD_BAND)
    drop_band (self);
  else if (hold == RT_HOLD_PIECES)
    drop_pieces (self, &target);
  else if (hold == RT_HOLD_SIZE)
    gtk_widget_activate_action (GTK_WIDGET (self), "room.stand", "(iiiii)", target.stand.x,
                                target.stand.y, target.stand.width, target.stand.depth,
                                target.stand.angle);
  else if (target.turn != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "room.turn", "i", target.turn);
}

/* The gesture. */

static gboolean
escape_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
           RtFloorView *self)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  let_go (self);
  return GDK_EVENT_STOP;
}

/* Escape counts wherever the focus is. */
static void
watch_escape (RtFloorView *self)
{
  GtkEventController *escape = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (escape, GTK_PHASE_CAPTURE);
  g_signal_connect_object (escape, "key-pressed", G_CALLBACK (escape_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), escape);
  g_set_weak_pointer (&self->escape, escape);
}

static void
stop_watching (RtFloorView *self)
{
  GtkWidget *root = self->escape != NULL ? gtk_event_controller_get_widget (self->escape) : NULL;

  if (root != NULL)
    gtk_widget_remove_controller (root, self->escape);
  g_clear_weak_pointer (&self->escape);
}

static void
begin_cb (GtkGestureDrag *drag, double x, double y, RtFloorView *self)
{
  if (self->mode != RT_FLOOR_FURNITURE || self->session == NULL || self->layout == NULL
      || rt_session_is_arranging (self->session, NULL))
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->press_x = x;
  self->press_y = y;
  self->drift[0] = self->drift[1] = 0.0;
  self->pressing = TRUE;
}

static void
take_up (RtFloorView *self)
{
  RtSpot spot;

  if (rt_floor_view_hit_handle (self, self->press_x, self->press_y, &self->handle))
    {
      self->hold = self->handle == RT_HANDLE_TURN ? RT_HOLD_TURN : RT_HOLD_SIZE;
      self->held = rt_floor_view_get_only (self);
      return;
    }
  self->hold = rt_floor_view_hit (self, self->press_x, self->press_y, &spot) ? RT_HOLD_PIECES
                                                                             : RT_HOLD_BAND;
  self->held = spot.table;
}

/* The gesture counts from where the press was in the view. */
static void
note_move (RtFloorView *self, double dx, double dy)
{
  self->moved_x = dx + self->drift[0];
  self->moved_y = dy + self->drift[1];
}

static void
update_cb (GtkGestureDrag *drag, double dx, double dy, RtFloorView *self)
{
  note_move (self, dx, dy);
  if (self->hold == RT_HOLD_NOTHING)
    {
      /* Taken up once for each press: what Escape let go stays where it was. */
      if (!self->pressing
          || !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
        return;
      self->pressing = FALSE;
      take_up (self);
      watch_escape (self);
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  rt_floor_view_hold_at (self, self->press_x + self->moved_x, self->press_y + self->moved_y);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
end_cb (GtkGestureDrag *drag, double dx, double dy, RtFloorView *self)
{
  self->pressing = FALSE;
  stop_watching (self);
  if (self->hold == RT_HOLD_NOTHING)
    return;
  note_move (self, dx, dy);
  drop (self);
  let_go (self);
}

static void
cancel_cb (GtkGesture *drag, GdkEventSequence *sequence, RtFloorView *self)
{
  self->pressing = FALSE;
  stop_watching (self);
  if (self->hold != RT_HOLD_NOTHING)
    let_go (self);
}

/** rt_floor_view_drop_hold: the pieces may be gone, or the view is */
void
rt_floor_view_drop_hold (RtFloorView *self)
{
  stop_watching (self);
  if (self->hold != RT_HOLD_NOTHING)
    let_go (self);
}

/* Painting. */

static void
paint_guides (RtFloorView *self, cairo_t *cr)
{
  const RtLayout *layout = self->layout;

  rt_mark_dashes (cr, 5.0, 4.0);
  cairo_set_line_width (cr, 1.5 / self->zoom);
  if (self->guides.across)
    {
      cairo_move_to (cr, self->guides.x * layout->scale_x + layout->origin_x, 0.0);
      cairo_rel_line_to (cr, 0.0, layout->bounds.height);
    }
  if (self->guides.down)
    {
      cairo_move_to (cr, 0.0, self->guides.y * layout->scale_y + layout->origin_y);
      cairo_rel_line_to (cr, layout->bounds.width, 0.0);
    }
  cairo_stroke (cr);
  rt_mark_dashes (cr, 0.0, 0.0);
}

static void
finish_ghost (cairo_t *cr, const RtFloorColours *colours, double zoom)
{
  rt_mark_colour (cr, colours->accent, 0.35);
  cairo_fill_preserve (cr);
  rt_mark_colour (cr, colours->accent, 1.0);
  cairo_set_line_width (cr, 2.0 / zoom);
  cairo_stroke (cr);
}

static void
paint_band (RtFloorView *self, cairo_t *cr, const RtFloorColours *colours, double left, double top)
{
  RtBox band = band_box (self);

  cairo_rectangle (cr, (band.x - left) / self->zoom, (band.y - top) / self->zoom,
                   band.width / self->zoom, band.height / self->zoom);
  rt_mark_colour (cr, colours->accent, 0.15);
  cairo_fill_preserve (cr);
  rt_mark_colour (cr, colours->accent, 1.0);
  cairo_set_line_width (cr, 1.5 / self->zoom);
  cairo_stroke (cr);
}

/* The outline of a piece as it would stand; numbers that stay are %RT_UNSET. */
static void
ghost_path (RtFloorView *self, cairo_t *cr, int piece, const Target *target)
{
  const RtLayout *layout = self->layout;
  RtFloorFrame frame = rt_floor_view_get_frame (self, piece);
  gboolean moved = self->hold == RT_HOLD_PIECES;
  gboolean oval = frame.oval && self->scene->tables[piece].spec.form != RT_FORM_SQUARE
                  && self->scene->tables[piece].spec.form != RT_FORM_RECTANGLE
                  && self->scene->tables[piece].spec.form != RT_FORM_ROW;
  RtBox box = { 0.0, 0.0, 2.0 * frame.half_width, 2.0 * frame.half_height };
  double x = frame.x, y = frame.y, angle = frame.angle;
  cairo_matrix_t matrix;

  if (frame.oval)
    box = layout->tables[piece].top;
  if (moved || target->stand.x != RT_UNSET)
    {
      x = moved ? x + target->dx * layout->scale_x
                : target->stand.x * layout->scale_x + layout->origin_x;
      y = moved ? y + target->dy * layout->scale_y
                : target->stand.y * layout->scale_y + layout->origin_y;
    }
  if (target->stand.width != RT_UNSET)
    box.width = target->stand.width * layout->scale_x;
  if (target->stand.depth != RT_UNSET)
    box.height = target->stand.depth * layout->scale_y;
  else if (target->stand.width != RT_UNSET)
    box.height = box.width;
  if (target->stand.angle != RT_UNSET)
    angle = target->stand.angle * G_PI / 180.0;
  box.x = -box.width / 2.0;
  box.y = -box.height / 2.0;
  cairo_get_matrix (cr, &matrix);
  cairo_translate (cr, x, y);
  cairo_rotate (cr, angle);
  if (oval)
    rt_mark_ellipse (cr, &box);
  else
    rt_mark_rounded (cr, &box, 5.0);
  cairo_set_matrix (cr, &matrix);
}

/* What it will be, in numbers: where, how large, or how far turned. */
static char *
dup_target_words (RtFloorView *self, const Target *target)
{
  g_autofree char *first = NULL, *second = NULL;

  if (self->hold == RT_HOLD_TURN)
    return g_strdup_printf ("%d°", target->stand.angle);
  if (self->hold == RT_HOLD_PIECES)
    {
      first = rt_aisle_dup_length (target->stand.x);
      second = rt_aisle_dup_length (target->stand.y);
      /* Translators: how far from the left and from the front: "3.0 m, 4.2 m" */
      return g_strdup_printf (_("%s, %s"), first, second);
    }
  first = rt_aisle_dup_length (target->stand.width);
  if (target->stand.depth == RT_UNSET)
    return g_steal_pointer (&first);
  second = rt_aisle_dup_length (target->stand.depth);
  /* Translators: width and depth: "1.8 m × 0.8 m" */
  return g_strdup_printf (_("%s × %s"), first, second);
}

/* Beside the pointer, in the size of text. */
static void
paint_target_words (RtFloorView *self, cairo_t *cr, const RtFloorColours *colours, double left,
                    double top, const Target *target)
{
  g_autofree char *words = dup_target_words (self, target);
  g_autoptr (PangoLayout) text = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  int width, height;
  RtBox pill;

  pango_layout_get_pixel_size (text, &width, &height);
  pill = (RtBox) { self->press_x + self->moved_x + 16.0, self->press_y + self->moved_y + 16.0,
                   width + 16.0, height + 6.0 };
  pill.x = CLAMP (pill.x, 0.0, MAX (0.0, gtk_widget_get_width (GTK_WIDGET (self)) - pill.width));
  pill.y = CLAMP (pill.y, 0.0, MAX (0.0, gtk_widget_get_height (GTK_WIDGET (self)) - pill.height));
  cairo_save (cr);
  cairo_scale (cr, 1.0 / self->zoom, 1.0 / self->zoom);
  cairo_translate (cr, -left, -top);
  rt_mark_rounded (cr, &pill, 6.0);
  rt_mark_colour (cr, colours->slip, 1.0);
  cairo_fill_preserve (cr);
  rt_mark_colour (cr, colours->accent, 1.0);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  rt_mark_colour (cr, colours->text, 1.0);
  cairo_move_to (cr, pill.x + 8.0, pill.y + 3.0);
  pango_cairo_show_layout (cr, text);
  cairo_restore (cr);
}

/** rt_floor_view_paint_hold: @cr is scaled to the layout, whose corner is at @left, @top */
void
rt_floor_view_paint_hold (RtFloorView *self, cairo_t *cr, const RtFloorColours *colours,
                          double left, double top)
{
  Target target;

  if (self->hold == RT_HOLD_BAND)
    paint_band (self, cr, colours, left, top);
  if (self->hold == RT_HOLD_NOTHING || self->hold == RT_HOLD_BAND)
    return;
  target = find_target (self);
  rt_mark_colour (cr, colours->accent, 1.0);
  if (self->hold == RT_HOLD_PIECES)
    paint_guides (self, cr);
  for (int i = 0; i < rt_floor_view_n_pieces (self); i++)
    if (i == self->held || (self->hold == RT_HOLD_PIECES && rt_floor_view_is_chosen (self, i)))
      {
        ghost_path (self, cr, i, &target);
        finish_ghost (cr, colours, self->zoom);
      }
  paint_target_words (self, cr, colours, left, top, &target);
}

void
rt_floor_view_init_hold (RtFloorView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->held = -1;
  g_signal_connect (drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
