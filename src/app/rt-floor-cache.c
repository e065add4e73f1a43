/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-floor-cache.h"

#include "rt-floor-picture.h"

/* Chairs that are painted anew in one frame though there is a picture to scale. */
#define CHAIRS_ZOOMING 40
#define CHAIRS_AT_REST 150

/* What lies under or over all tables, and what it depends on. */
typedef struct
{
  GskRenderNode *node; /* NULL: to be painted */
  RtBox view;
  double zoom;
  int focus;
  GBytes *chosen; /* which of the things in the room; NULL: none can be */
} Layer;

struct _RtFloorCache
{
  GArray *pictures; /* of RtFloorPicture, one a table */
  Layer room, above;
  guint next;  /* table, when more are to be painted than one frame has time for */
  double zoom; /* of the last frame */
  int density;
};

static void
clear_layer (Layer *layer)
{
  g_clear_pointer (&layer->node, gsk_render_node_unref);
  g_clear_pointer (&layer->chosen, g_bytes_unref);
}

RtFloorCache *
rt_floor_cache_new (void)
{
  RtFloorCache *self = g_new0 (RtFloorCache, 1);

  self->pictures = g_array_new (FALSE, TRUE, sizeof (RtFloorPicture));
  g_array_set_clear_func (self->pictures, (GDestroyNotify) rt_floor_picture_clear);
  return self;
}

void
rt_floor_cache_free (RtFloorCache *self)
{
  rt_floor_cache_forget (self);
  g_array_unref (self->pictures);
  g_free (self);
}

/** rt_floor_cache_forget: the scene, the layout or the painter is another one */
void
rt_floor_cache_forget (RtFloorCache *self)
{
  g_array_set_size (self->pictures, 0);
  clear_layer (&self->room);
  clear_layer (&self->above);
}

/** rt_floor_cache_pass: a table is on its way: it is painted in the next frame, and not kept */
void
rt_floor_cache_pass (RtFloorCache *self, guint table)
{
  if (table >= self->pictures->len)
    g_array_set_size (self->pictures, table + 1);
  g_array_index (self->pictures, RtFloorPicture, table).passing = TRUE;
}

static void
append_pictures (RtFloorCache *self, GtkSnapshot *snapshot, const RtFloorSight *sight)
{
  for (guint i = 0; i < self->pictures->len; i++)
    {
      RtFloorPicture *picture = &g_array_index (self->pictures, RtFloorPicture, i);

      if (picture->image != NULL)
        rt_floor_picture_append (picture, snapshot, sight);
    }
}

static void
paint_room (const RtFloorSight *sight, cairo_t *cr)
{
  cairo_translate (cr, sight->left, sight->top);
  cairo_scale (cr, sight->state->zoom, sight->state->zoom);
  rt_painter_paint_room (sight->painter, cr, sight->scene, sight->layout, sight->state);
}

/* The room with its tables as one image: a thousand nodes that are scaled cost cairo twice that. */
static void
append_composed (RtFloorCache *self, GtkSnapshot *snapshot, const RtFloorSight *sight)
{
  cairo_surface_t *all = rt_floor_image_new (sight, sight->width, sight->height);
  cairo_t *cr = cairo_create (all);
  GskRenderNode *node;

  cairo_save (cr);
  paint_room (sight, cr);
  cairo_restore (cr);
  for (guint i = 0; i < self->pictures->len; i++)
    {
      const RtFloorPicture *picture = &g_array_index (self->pictures, RtFloorPicture, i);

      if (picture->image != NULL)
        rt_floor_picture_compose (picture, cr, sight);
    }
  cairo_destroy (cr);
  node = rt_floor_image_new_node (all, sight->width, sight->height);
  gtk_snapshot_append_node (snapshot, node);
  gsk_render_node_unref (node);
  cairo_surface_destroy (all);
}

/* Tables out of sight take no memory. What shows something else is painted at once, what has
 * another size only as long as there is time. Returns: whether a table still has another size. */
static gboolean
renew_pictures (RtFloorCache *self, const RtFloorSight *sight)
{
  guint n = self->pictures->len, chairs = 0, first = self->next;
  guint most = self->zoom == sight->state->zoom ? CHAIRS_AT_REST : CHAIRS_ZOOMING;
  gboolean more = FALSE;

  for (guint i = 0; i < n; i++)
    {
      guint table = (first + i) % n;
      RtFloorPicture *picture = &g_array_index (self->pictures, RtFloorPicture, table);

      if (!rt_painter_shows (sight->layout, sight->state, table))
        rt_floor_picture_clear (picture);
      else if (!rt_floor_picture_is_true (picture, sight, table)
               || (picture->zoom != sight->state->zoom && chairs < most))
        {
          rt_floor_picture_paint (picture, sight, table);
          chairs += sight->layout->tables[table].n_chairs;
        }
      else if (picture->zoom != sight->state->zoom && !more)
        {
          more = TRUE;
          self->next = table;
        }
    }
  return more;
}

static void
paint_above (const RtFloorSight *sight, cairo_t *cr)
{
  sight->paint_above (sight->data, cr);
}

static Layer
find_layer (const RtFloorSight *sight)
{
  const RtPaintState *state = sight->state;

  return (Layer) {
    .view = { sight->left, sight->top, sight->width, sight->height },
    .zoom = state->zoom,
    .focus = state->focus.table,
    .chosen = state->chosen != NULL ? g_bytes_new (state->chosen + sight->scene->n_tables,
                                                   sight->scene->n_objects * sizeof (gboolean))
                                    : NULL,
  };
}

static gboolean
same_layer (const Layer *a, const Layer *b)
{
  return a->view.x == b->view.x && a->view.y == b->view.y && a->view.width == b->view.width
         && a->view.height == b->view.height && a->zoom == b->zoom && a->focus == b->focus
         && (a->chosen != NULL) == (b->chosen != NULL)
         && (a->chosen == NULL || g_bytes_equal (a->chosen, b->chosen));
}

static void
append_layer (Layer *self, GtkSnapshot *snapshot, const RtFloorSight *sight,
              void (*paint) (const RtFloorSight *sight, cairo_t *cr))
{
  Layer layer = find_layer (sight);
  cairo_t *cr;

  if (self->node != NULL && same_layer (self, &layer))
    {
      clear_layer (&layer);
    }
  else
    {
      clear_layer (self);
      *self = layer;
      self->node = gsk_cairo_node_new (
          &GRAPHENE_RECT_INIT (0, 0, (float) sight->width, (float) sight->height));
      cr = gsk_cairo_node_get_draw_context (self->node);
      paint (sight, cr);
      cairo_destroy (cr);
    }
  gtk_snapshot_append_node (snapshot, self->node);
}

static void
drop_passing (RtFloorCache *self)
{
  for (guint i = 0; i < self->pictures->len; i++)
    {
      RtFloorPicture *picture = &g_array_index (self->pictures, RtFloorPicture, i);

      if (picture->passing)
        rt_floor_picture_clear (picture);
      picture->passing = FALSE;
    }
}

/**
 * rt_floor_cache_snapshot:
 *
 * Returns: whether tables were scaled: the next frame is to come soon, to paint some of them
 */
gboolean
rt_floor_cache_snapshot (RtFloorCache *self, GtkSnapshot *snapshot, const RtFloorSight *sight)
{
  gboolean more;

  if (self->density != sight->density)
    rt_floor_cache_forget (self);
  self->density = sight->density;
  g_array_set_size (self->pictures, sight->layout->n_tables);
  more = renew_pictures (self, sight);
  self->zoom = sight->state->zoom;
  if (more && sight->cairo)
    {
      append_composed (self, snapshot, sight);
    }
  else
    {
      append_layer (&self->room, snapshot, sight, paint_room);
      append_pictures (self, snapshot, sight);
    }
  drop_passing (self);
  if (sight->paint_above != NULL)
    append_layer (&self->above, snapshot, sight, paint_above);
  return more;
}
