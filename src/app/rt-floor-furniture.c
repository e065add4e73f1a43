/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Furniture: tables are chosen, one or many, and moved by a gesture that never leaves the view. */

#include "rt-floor-private.h"

#include "rt-marks.h"
#include "rt-snap.h"

#define NUDGE 10    /* cm */
#define TURN 15     /* degrees */
#define ATTRACTS 7.0 /* pixels from which a line holds what is moved */

/* Choosing. The session's selected table is always one of the chosen, if there are any. */

static gboolean
is_chosen (RtFloorView *self, int table)
{
  return table >= 0 && g_hash_table_contains (self->chosen, self->scene->tables[table].table);
}

static void
select_table (RtFloorView *self, RtId table)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.select-table", "s",
                              table != NULL ? table : "");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
toggle (RtFloorView *self, int table)
{
  RtId id = self->scene->tables[table].table, other = NULL;

  if (!g_hash_table_remove (self->chosen, id))
    {
      g_hash_table_add (self->chosen, (gpointer) id);
      select_table (self, id);
      return;
    }
  for (guint i = 0; i < self->scene->n_tables && other == NULL; i++)
    if (is_chosen (self, (int) i))
      other = self->scene->tables[i].table;
  select_table (self, other);
}

/** rt_floor_view_choose: a click on a table, or beside all (-1); with @more it is added, or no
 * longer chosen */
void
rt_floor_view_choose (RtFloorView *self, int table, gboolean more)
{
  if (more && table >= 0)
    {
      toggle (self, table);
      return;
    }
  if (!is_chosen (self, table))
    g_hash_table_remove_all (self->chosen);
  if (table >= 0)
    g_hash_table_add (self->chosen, (gpointer) self->scene->tables[table].table);
  select_table (self, table >= 0 ? self->scene->tables[table].table : NULL);
}

void
rt_floor_view_choose_all (RtFloorView *self)
{
  if (self->scene == NULL || self->scene->n_tables == 0)
    return;
  for (guint i = 0; i < self->scene->n_tables; i++)
    g_hash_table_add (self->chosen, (gpointer) self->scene->tables[i].table);
  if (!is_chosen (self, self->selected.table))
    select_table (self, self->scene->tables[0].table);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Another table was selected, here or in a list, or tables are gone. */
void
rt_floor_view_repair_chosen (RtFloorView *self)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (rt_scene_find_table (self->scene, id) < 0)
      g_hash_table_iter_remove (&iter);
  if (self->selected.table < 0)
    g_hash_table_remove_all (self->chosen);
  else if (!is_chosen (self, self->selected.table))
    {
      g_hash_table_remove_all (self->chosen);
      g_hash_table_add (self->chosen,
                        (gpointer) self->scene->tables[self->selected.table].table);
    }
}

/**
 * rt_floor_view_dup_chosen:
 * @n: (out): how many
 *
 * What the next action is about: the chosen tables; but the one with the keyboard's focus alone
 * when it is not among them.
 *
 * Returns: (transfer container) (array length=n): ids, NULL at the end
 */
RtId *
rt_floor_view_dup_chosen (RtFloorView *self, guint *n)
{
  RtId *ids;

  *n = 0;
  if (self->scene == NULL)
    return g_new0 (RtId, 1);
  ids = g_new0 (RtId, self->scene->n_tables + 1);
  if (self->focus.table >= 0 && !is_chosen (self, self->focus.table))
    ids[(*n)++] = self->scene->tables[self->focus.table].table;
  else
    for (guint i = 0; i < self->scene->n_tables; i++)
      if (is_chosen (self, (int) i))
        ids[(*n)++] = self->scene->tables[i].table;
  return ids;
}

gboolean *
rt_floor_view_dup_marks (RtFloorView *self)
{
  gboolean *marks = g_new0 (gboolean, self->scene->n_tables + 1);

  for (guint i = 0; i < self->scene->n_tables; i++)
    marks[i] = is_chosen (self, (int) i);
  return marks;
}

/* Moving. */

static void
to_room (RtFloorView *self, const RtBox *top, double *x, double *y)
{
  *x = (top->x + top->width / 2.0 - self->layout->origin_x) / self->layout->scale_x;
  *y = (top->y + top->height / 2.0 - self->layout->origin_y) / self->layout->scale_y;
}

/* Where the table under the pointer goes, in cm, and by how much that moves it. */
static void
find_target (RtFloorView *self, double *x, double *y, double *dx, double *dy)
{
  const RtTablePlace *place = &self->layout->tables[self->moved_table];
  g_autofree RtTableSpec *specs = g_new0 (RtTableSpec, self->scene->n_tables);
  g_autofree gboolean *moving = rt_floor_view_dup_marks (self);
  double from_x, from_y;

  for (guint i = 0; i < self->scene->n_tables; i++)
    specs[i] = self->scene->tables[i].spec;
  to_room (self, &place->top, &from_x, &from_y);
  if (specs[self->moved_table].placed)
    {
      from_x = specs[self->moved_table].x;
      from_y = specs[self->moved_table].y;
    }
  *x = from_x + self->moved_x / self->zoom / self->layout->scale_x;
  *y = from_y + self->moved_y / self->zoom / self->layout->scale_y;
  self->guides = rt_snap (specs, self->scene->n_tables, moving, self->scene->room_width,
                          self->scene->room_height,
                          ATTRACTS / self->zoom / self->layout->scale_x, x, y);
  *dx = *x - from_x;
  *dy = *y - from_y;
}

/* A table that stood nowhere gets its place; others move by as much, all together. */
static void
drop_tables (RtFloorView *self)
{
  double width = self->scene->room_width > 0.0 ? self->scene->room_width : 100000.0;
  double height = self->scene->room_height > 0.0 ? self->scene->room_height : 100000.0;
  double x, y, dx, dy;

  find_target (self, &x, &y, &dx, &dy);
  if (!self->scene->tables[self->moved_table].spec.placed)
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.place-table", "(sii)",
                                self->scene->tables[self->moved_table].table,
                                (int) CLAMP (x, 0.0, width), (int) CLAMP (y, 0.0, height));
  else if ((int) dx != 0 || (int) dy != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "room.move", "(ii)", (int) dx, (int) dy);
}

static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, RtFloorView *self)
{
  if (self->mode != RT_FLOOR_FURNITURE || self->session == NULL || self->layout == NULL
      || rt_session_is_arranging (self->session, NULL))
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->moved_table = -1;
  self->banding = FALSE;
  self->press_x = x;
  self->press_y = y;
}

static void
drag_update_cb (GtkGestureDrag *drag, double dx, double dy, RtFloorView *self)
{
  RtSpot spot;

  self->moved_x = dx;
  self->moved_y = dy;
  if (self->moved_table < 0 && !self->banding)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
        return;
      self->banding = !rt_floor_view_hit (self, self->press_x, self->press_y, &spot);
      self->moved_table = spot.table;
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static RtBox
band_box (RtFloorView *self)
{
  return (RtBox) { MIN (self->press_x, self->press_x + self->moved_x),
                   MIN (self->press_y, self->press_y + self->moved_y), ABS (self->moved_x),
                   ABS (self->moved_y) };
}

/* What the rubber band holds by its middle is chosen. */
static void
take_band (RtFloorView *self)
{
  RtBox band = band_box (self);
  int first = -1;

  for (guint i = 0; i < self->scene->n_tables; i++)
    {
      RtBox top = rt_floor_view_box (self, (RtSpot) { (int) i, -1 });

      if (!rt_box_contains (&band, top.x + top.width / 2.0, top.y + top.height / 2.0))
        continue;
      g_hash_table_add (self->chosen, (gpointer) self->scene->tables[i].table);
      first = first >= 0 ? first : (int) i;
    }
  if (first < 0)
    return;
  select_table (self, self->scene->tables[first].table);
  rt_floor_view_go (self, (RtSpot) { first, -1 });
}

static void
drag_end_cb (GtkGestureDrag *drag, double dx, double dy, RtFloorView *self)
{
  self->moved_x = dx;
  self->moved_y = dy;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->banding)
    take_band (self);
  else if (self->moved_table >= 0)
    drop_tables (self);
  self->banding = FALSE;
  self->moved_table = -1;
}

/* Painting what is in hand. */

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

/** rt_floor_view_paint_moved: @cr is scaled to the layout, whose corner is at @left, @top */
void
rt_floor_view_paint_moved (RtFloorView *self, cairo_t *cr, const RtFloorColours *colours,
                           double left, double top)
{
  double x, y, dx, dy;

  if (self->banding)
    paint_band (self, cr, colours, left, top);
  if (self->moved_table < 0)
    return;
  find_target (self, &x, &y, &dx, &dy);
  rt_mark_colour (cr, colours->accent, 1.0);
  paint_guides (self, cr);
  cairo_translate (cr, dx * self->layout->scale_x, dy * self->layout->scale_y);
  for (guint i = 0; i < self->layout->n_tables; i++)
    if ((int) i == self->moved_table || is_chosen (self, (int) i))
      rt_mark_ellipse (cr, &self->layout->tables[i].top);
  rt_mark_colour (cr, colours->accent, 0.35);
  cairo_fill_preserve (cr);
  rt_mark_colour (cr, colours->accent, 1.0);
  cairo_set_line_width (cr, 2.0);
  cairo_stroke (cr);
}

/* Keys. */

static gboolean
control_key (RtFloorView *self, guint key, GdkModifierType state)
{
  int step = (state & GDK_SHIFT_MASK) != 0 ? 1 : NUDGE;
  int dx = key == GDK_KEY_Left ? -step : key == GDK_KEY_Right ? step : 0;
  int dy = key == GDK_KEY_Up ? -step : key == GDK_KEY_Down ? step : 0;

  if (dx != 0 || dy != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "room.move", "(ii)", dx, dy);
  else if (key == GDK_KEY_bracketleft || key == GDK_KEY_bracketright)
    gtk_widget_activate_action (GTK_WIDGET (self), "room.turn", "i",
                                key == GDK_KEY_bracketleft ? -TURN : TURN);
  else if (key == GDK_KEY_d || key == GDK_KEY_D)
    gtk_widget_activate_action (GTK_WIDGET (self), "room.duplicate", NULL);
  else if (key == GDK_KEY_a)
    rt_floor_view_choose_all (self);
  else
    return FALSE;
  return TRUE;
}

/** rt_floor_view_table_key: Returns: whether the key meant something for tables */
gboolean
rt_floor_view_table_key (RtFloorView *self, guint key, GdkModifierType state)
{
  if ((state & GDK_CONTROL_MASK) != 0)
    return control_key (self, key, state);
  if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete)
    gtk_widget_activate_action (GTK_WIDGET (self), "room.remove", NULL);
  else if (key == GDK_KEY_space && self->focus.table >= 0)
    rt_floor_view_choose (self, self->focus.table, TRUE);
  else
    return FALSE;
  return TRUE;
}

void
rt_floor_view_init_furniture (RtFloorView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->chosen = g_hash_table_new (NULL, NULL);
  self->moved_table = -1;
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
