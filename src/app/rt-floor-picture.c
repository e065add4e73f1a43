/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-floor-picture.h"

#include <math.h>

#define NOT_HERE -2 /* of what is selected: -1 is the table itself */

/** rt_floor_picture_clear: it is out of sight, or something else: no memory is kept */
void
rt_floor_picture_clear (RtFloorPicture *self)
{
  g_clear_pointer (&self->image, cairo_surface_destroy);
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

static int
chair_at (RtSpot spot, guint table)
{
  return spot.table == (int) table ? spot.chair : NOT_HERE;
}

static RtFloorMarks
find_marks (const RtPaintState *state, guint table)
{
  return (RtFloorMarks) {
    chair_at (state->selected, table), chair_at (state->focus, table),
    chair_at (state->drop, table),     chair_at (state->dragged, table),
    state->chosen != NULL && state->chosen[table],
  };
}

static gboolean
same_marks (const RtFloorMarks *a, const RtFloorMarks *b)
{
  return a->selected == b->selected && a->focus == b->focus && a->drop == b->drop
         && a->dragged == b->dragged && a->chosen == b->chosen;
}

/** rt_floor_image_new: Returns: (transfer full): of @width and @height pixels */
cairo_surface_t *
rt_floor_image_new (const RtFloorSight *sight, double width, double height)
{
  cairo_surface_t *image
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width * sight->density,
                                    (int) height * sight->density);

  cairo_surface_set_device_scale (image, sight->density, sight->density);
  return image;
}

/** rt_floor_picture_paint: anew, as large as @sight wants it */
void
rt_floor_picture_paint (RtFloorPicture *self, const RtFloorSight *sight, guint table)
{
  RtBox reach
      = rt_painter_get_reach (sight->painter, sight->scene, sight->layout, sight->state, table);
  double zoom = sight->state->zoom;
  cairo_t *cr;

  /* One more pixel, for letters stand at whole ones. */
  self->box.x = floor (reach.x * zoom) - 1.0;
  self->box.y = floor (reach.y * zoom) - 1.0;
  self->box.width = ceil ((reach.x + reach.width) * zoom) + 1.0 - self->box.x;
  self->box.height = ceil ((reach.y + reach.height) * zoom) + 1.0 - self->box.y;
  self->zoom = zoom;
  self->marks = find_marks (sight->state, table);
  rt_floor_picture_clear (self);
  self->image = rt_floor_image_new (sight, self->box.width, self->box.height);
  cr = cairo_create (self->image);
  cairo_translate (cr, -self->box.x, -self->box.y);
  cairo_scale (cr, zoom, zoom);
  rt_painter_paint_table (sight->painter, cr, sight->scene, sight->layout, sight->state, table);
  cairo_destroy (cr);
}

/** rt_floor_picture_is_true: Returns: whether the table looks the same now, but for its size */
gboolean
rt_floor_picture_is_true (const RtFloorPicture *self, const RtFloorSight *sight, guint table)
{
  RtFloorMarks marks = find_marks (sight->state, table);

  return self->image != NULL && !self->passing && same_marks (&self->marks, &marks);
}

/** rt_floor_image_new_node: Returns: (transfer full): what cairo draws fast */
GskRenderNode *
rt_floor_image_new_node (cairo_surface_t *image, double width, double height)
{
  GskRenderNode *node
      = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_source_surface (cr, image, 0.0, 0.0);
  cairo_paint (cr);
  cairo_destroy (cr);
  return node;
}

/* What OpenGL keeps from frame to frame. */
static GskRenderNode *
new_texture_node (cairo_surface_t *image, double width, double height)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (image);
  int columns = cairo_image_surface_get_width (image),
      rows = cairo_image_surface_get_height (image);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  cairo_surface_flush (image);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (image), stride * (gsize) rows,
                                      (GDestroyNotify) cairo_surface_destroy,
                                      cairo_surface_reference (image));
  texture = gdk_memory_texture_new (columns, rows, GDK_MEMORY_DEFAULT, bytes, stride);
  return gsk_texture_node_new (texture,
                               &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
}

/** rt_floor_picture_append: to a frame, scaled where it was painted at another zoom */
void
rt_floor_picture_append (RtFloorPicture *self, GtkSnapshot *snapshot, const RtFloorSight *sight)
{
  float scale = (float) (sight->state->zoom / self->zoom);

  if (self->node == NULL && sight->cairo)
    self->node = rt_floor_image_new_node (self->image, self->box.width, self->box.height);
  else if (self->node == NULL)
    self->node = new_texture_node (self->image, self->box.width, self->box.height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (self->box.x * scale + sight->left),
                                                (float) (self->box.y * scale + sight->top)));
  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_append_node (snapshot, self->node);
  gtk_snapshot_restore (snapshot);
}

/** rt_floor_picture_compose: as rt_floor_picture_append(), onto @cr, which is of the whole view */
void
rt_floor_picture_compose (const RtFloorPicture *self, cairo_t *cr, const RtFloorSight *sight)
{
  double scale = sight->state->zoom / self->zoom;

  cairo_save (cr);
  cairo_translate (cr, self->box.x * scale + sight->left, self->box.y * scale + sight->top);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, self->image, 0.0, 0.0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_restore (cr);
}
