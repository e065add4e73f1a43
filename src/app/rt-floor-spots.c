/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Tables and chairs as widgets that carry focus and words, and how the focus goes among them. */

#include "rt-floor-private.h"

#include <math.h>

#define MANY_CHAIRS 800 /* above this many in sight only tables are widgets */

static void
spot_focus_cb (GtkWidget *widget, GParamSpec *pspec, RtFloorView *self)
{
  RtFloorSpot *spot = RT_FLOOR_SPOT (widget);

  self->focus = gtk_widget_has_focus (widget)
                    ? (RtSpot) { rt_floor_spot_get_table (spot), rt_floor_spot_get_chair (spot) }
                    : RT_SPOT_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
spot_activate_cb (RtFloorSpot *spot, RtFloorView *self)
{
  rt_floor_view_activated (
      self, (RtSpot) { rt_floor_spot_get_table (spot), rt_floor_spot_get_chair (spot) });
}

static RtFloorSpot *
add_spot (RtFloorView *self, GtkWidget *parent, int table, int chair)
{
  RtFloorSpot *spot = rt_floor_spot_new (table, chair);

  gtk_widget_set_parent (GTK_WIDGET (spot), parent);
  g_signal_connect_object (spot, "notify::has-focus", G_CALLBACK (spot_focus_cb), self, 0);
  g_signal_connect_object (spot, "activate", G_CALLBACK (spot_activate_cb), self, 0);
  return spot;
}

static GtkWidget *
chair_spot (RtFloorSpot *table, int chair)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (table));

  while (child != NULL && rt_floor_spot_get_chair (RT_FLOOR_SPOT (child)) != chair)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Widgets that paint nothing still cost a frame their allocation, and tables out of sight none.
 */
static void
allocate_spot (GtkWidget *widget, const RtBox *box, double x, double y)
{
  GskTransform *transform
      = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y));

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (widget, MAX (1, (int) box->width), MAX (1, (int) box->height), -1,
                       transform);
}

static void
allocate_piece (RtFloorView *self, RtFloorSpot *spot, int piece, guint n_chairs)
{
  RtBox bounds = rt_floor_view_piece_bounds (self, piece);
  double left, top;

  rt_floor_view_get_offset (self, &left, &top);
  bounds = (RtBox) { bounds.x * self->zoom + left, bounds.y * self->zoom + top,
                     bounds.width * self->zoom, bounds.height * self->zoom };
  allocate_spot (GTK_WIDGET (spot), &bounds, bounds.x, bounds.y);
  for (int k = 0; k < (int) n_chairs; k++)
    {
      RtBox box = rt_floor_view_box (self, (RtSpot) { piece, k });
      GtkWidget *chair = chair_spot (spot, k);
      g_autofree char *words = rt_scene_dup_chair_name (self->scene, (guint) piece, (guint) k);

      if (chair == NULL)
        chair = GTK_WIDGET (add_spot (self, GTK_WIDGET (spot), piece, k));
      rt_floor_spot_set_words (RT_FLOOR_SPOT (chair), words);
      allocate_spot (chair, &box, box.x - bounds.x, box.y - bounds.y);
    }
}

static void
drop_surplus_chairs (RtFloorSpot *spot, guint n_chairs)
{
  GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (spot));

  while (child != NULL && rt_floor_spot_get_chair (RT_FLOOR_SPOT (child)) >= (int) n_chairs)
    {
      gtk_widget_unparent (child);
      child = gtk_widget_get_last_child (GTK_WIDGET (spot));
    }
}

static void
remove_spot (gpointer spot)
{
  if (spot != NULL)
    gtk_widget_unparent (GTK_WIDGET (spot));
}

void
rt_floor_view_sync_spots (RtFloorView *self)
{
  RtBox visible = rt_floor_view_visible (self);
  int n = rt_floor_view_n_pieces (self);
  guint n_chairs = 0;
  gboolean chairs;

  while (self->spots->len > (guint) n)
    remove_spot (g_ptr_array_remove_index (self->spots, self->spots->len - 1));
  g_ptr_array_set_size (self->spots, n);
  for (guint i = 0; i < self->layout->n_tables; i++)
    if (rt_box_overlaps (&self->layout->tables[i].bounds, &visible))
      n_chairs += self->layout->tables[i].n_chairs;
  chairs = self->mode == RT_FLOOR_PEOPLE && n_chairs <= MANY_CHAIRS;
  for (int i = 0; i < n; i++)
    {
      RtFloorSpot *spot = g_ptr_array_index (self->spots, i);
      RtBox bounds = rt_floor_view_piece_bounds (self, i);
      gboolean seen = rt_box_overlaps (&bounds, &visible);
      g_autofree char *words = NULL;

      if (!seen
          && (spot == NULL || gtk_widget_get_focus_child (GTK_WIDGET (self)) != GTK_WIDGET (spot)))
        {
          g_clear_pointer (&self->spots->pdata[i], remove_spot);
          continue;
        }
      if (spot == NULL)
        spot = self->spots->pdata[i] = add_spot (self, GTK_WIDGET (self), i, -1);
      words = rt_floor_view_dup_piece_words (self, i);
      rt_floor_spot_set_words (spot, words);
      chairs = chairs && rt_floor_view_get_object (self, i) == NULL;
      drop_surplus_chairs (spot, chairs ? self->layout->tables[i].n_chairs : 0);
      allocate_piece (self, spot, i, chairs ? self->layout->tables[i].n_chairs : 0);
    }
}

/* GTK 4.8 loses what children that come or go ask for while sizes are given out, and then paints
 * nothing at all: they come and go right after. */
static gboolean
sync_spots_cb (gpointer data)
{
  RtFloorView *self = data;

  self->spots_source = 0;
  if (self->layout != NULL && self->scene != NULL)
    {
      rt_floor_view_sync_spots (self);
      rt_floor_view_tell_zoom (self);
    }
  return G_SOURCE_REMOVE;
}

/** rt_floor_view_queue_spots: tables may have come into sight, or gone */
void
rt_floor_view_queue_spots (RtFloorView *self)
{
  if (self->spots_source == 0)
    self->spots_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, sync_spots_cb, self, NULL);
}

/** rt_floor_view_drop_spots: the view is going away */
void
rt_floor_view_drop_spots (RtFloorView *self)
{
  g_clear_handle_id (&self->spots_source, g_source_remove);
  for (guint i = 0; self->spots != NULL && i < self->spots->len; i++)
    g_clear_pointer (&self->spots->pdata[i], remove_spot);
  g_clear_pointer (&self->spots, g_ptr_array_unref);
}

static void
scroll_to (GtkAdjustment *adjustment, double from, double length)
{
  gtk_adjustment_clamp_page (adjustment, from - 12.0, from + length + 12.0);
}

static gboolean
is_piece (RtFloorView *self, RtSpot spot)
{
  return self->layout != NULL && spot.table >= 0 && spot.table < rt_floor_view_n_pieces (self);
}

/** rt_floor_view_focus_spot: what is pressed has the focus, and does not slip away meanwhile */
void
rt_floor_view_focus_spot (RtFloorView *self, RtSpot spot)
{
  RtFloorSpot *table = is_piece (self, spot) ? g_ptr_array_index (self->spots, spot.table) : NULL;
  GtkWidget *target;

  if (table == NULL)
    return;
  target = spot.chair >= 0 ? chair_spot (table, spot.chair) : GTK_WIDGET (table);
  if (target != NULL)
    gtk_widget_grab_focus (target);
}

/** rt_floor_view_go: scrolls a table or chair into sight and gives it the focus */
void
rt_floor_view_go (RtFloorView *self, RtSpot spot)
{
  RtBox box;

  if (!is_piece (self, spot))
    return;
  box = spot.chair >= 0 ? self->layout->tables[spot.table].chairs[spot.chair]
                        : rt_floor_view_piece_bounds (self, spot.table);
  scroll_to (self->adjustments[0], box.x * self->zoom, box.width * self->zoom);
  scroll_to (self->adjustments[1], box.y * self->zoom, box.height * self->zoom);
  rt_floor_view_sync_spots (self);
  rt_floor_view_focus_spot (self, spot);
}

static gboolean
focus_piece (RtFloorView *self, int step)
{
  int next = self->focus.table >= 0 ? self->focus.table + step
             : step > 0             ? 0
                                    : rt_floor_view_n_pieces (self) - 1;

  if (next < 0 || next >= rt_floor_view_n_pieces (self))
    return FALSE;
  rt_floor_view_go (self, (RtSpot) { next, -1 });
  return TRUE;
}

/* From a table an arrow goes to its nearest chair, where there are people to be reached. */
static gboolean
focus_arrow (RtFloorView *self, double dx, double dy)
{
  RtSpot next = RT_SPOT_NONE;
  const RtTablePlace *place;
  double best = -1.0;

  if (self->focus.table < 0)
    return FALSE;
  if (self->mode == RT_FLOOR_FURNITURE)
    {
      next.table = rt_floor_view_next_piece (self, self->focus.table, dx, dy);
      rt_floor_view_go (self, next);
      return TRUE;
    }
  place = &self->layout->tables[self->focus.table];
  if (self->focus.chair >= 0 || place->n_chairs == 0)
    {
      if (rt_layout_next (self->layout, self->focus.table, self->focus.chair, dx, dy, &next.table,
                          &next.chair))
        rt_floor_view_go (self, next);
      return TRUE;
    }
  for (guint k = 0; k < place->n_chairs; k++)
    {
      double x = place->chairs[k].x + place->chairs[k].width / 2.0 - place->top.x
                 - place->top.width / 2.0;
      double y = place->chairs[k].y + place->chairs[k].height / 2.0 - place->top.y
                 - place->top.height / 2.0;
      double along = (x * dx + y * dy) / MAX (1.0, hypot (x, y));

      if (along <= best)
        continue;
      best = along;
      next = (RtSpot) { self->focus.table, (int) k };
    }
  rt_floor_view_go (self, next);
  return TRUE;
}

gboolean
rt_floor_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  RtFloorView *self = RT_FLOOR_VIEW (widget);

  if (self->layout == NULL || self->layout->n_tables == 0)
    return FALSE;
  switch (direction)
    {
    case GTK_DIR_TAB_FORWARD:
      return focus_piece (self, 1);
    case GTK_DIR_TAB_BACKWARD:
      return focus_piece (self, -1);
    case GTK_DIR_LEFT:
      return focus_arrow (self, -1.0, 0.0);
    case GTK_DIR_RIGHT:
      return focus_arrow (self, 1.0, 0.0);
    case GTK_DIR_UP:
      return focus_arrow (self, 0.0, -1.0);
    case GTK_DIR_DOWN:
    default:
      return focus_arrow (self, 0.0, 1.0);
    }
}

gboolean
rt_floor_view_grab_focus (GtkWidget *widget)
{
  RtFloorView *self = RT_FLOOR_VIEW (widget);
  RtSpot spot = self->selected.table >= 0 ? self->selected : (RtSpot) { 0, -1 };

  if (self->layout == NULL || self->layout->n_tables == 0)
    return FALSE;
  rt_floor_view_go (self, spot);
  return TRUE;
}

void
rt_floor_view_reveal (RtFloorView *self, RtId table)
{
  int index = self->scene != NULL ? rt_scene_find_table (self->scene, table) : -1;

  if (index >= 0)
    rt_floor_view_go (self, (RtSpot) { index, -1 });
}
