/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-floor-cache.h"

#include <math.h>

#define CHAIRS_A_FRAME 100 /* that are painted anew though there is a picture to scale */
#define NOT_HERE -2        /* of what is selected: -1 is the table itself */

/* What of the state shows at one table. */
typedef struct
{
  int selected, focus, drop, dragged; /* chair */
  gboolean chosen;
} Marks;

typedef struct
{
  GdkTexture *texture; /* NULL: to be painted */
  RtBox box;           /* of the texture, pixels from the layout's corner */
  double zoom;
  Marks marks;
  gboolean passing; /* it will be somewhere else in the next frame */
} Picture;

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
  GArray *pictures; /* of Picture, one a table */
  Layer room, above;
  guint next; /* table, when more are to be painted than one frame has time for */
  int density;
};

static void
clear_picture (gpointer picture)
{
  g_clear_object (&((Picture *) picture)->texture);
}

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

  self->pictures = g_array_new (FALSE, TRUE, sizeof (Picture));
  g_array_set_clear_func (self->pictures, clear_picture);
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
  g_array_index (self->pictures, Picture, table).passing = TRUE;
}

static int
chair_at (RtSpot spot, guint table)
{
  return spot.table == (int) table ? spot.chair : NOT_HERE;
}

static Marks
find_marks (const RtPaintState *state, guint table)
{
  return (Marks) {
    chair_at (state->selected, table), chair_at (state->focus, table),
    chair_at (state->drop, table),     chair_at (state->dragged, table),
    state->chosen != NULL && state->chosen[table],
  };
}

static gboolean
same_marks (const Marks *a, const Marks *b)
{
  return a->selected == b->selected && a->focus == b->focus && a->drop == b->drop
         && a->dragged == b->dragged && a->chosen == b->chosen;
}

static GdkTexture *
paint_texture (const RtFloorSight *sight, const RtBox *box, guint table)
{
  int width = (int) box->width * sight->density, height = (int) box->height * sight->density;
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  gsize stride = (gsize) cairo_image_surface_get_stride (image);
  g_autoptr (GBytes) bytes = NULL;
  cairo_t *cr;

  cairo_surface_set_device_scale (image, sight->density, sight->density);
  cr = cairo_create (image);
  cairo_translate (cr, -box->x, -box->y);
  cairo_scale (cr, sight->state->zoom, sight->state->zoom);
  rt_painter_paint_table (sight->painter, cr, sight->scene, sight->layout, sight->state, table);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (image), stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, image);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
paint_picture (Picture *self, const RtFloorSight *sight, guint table)
{
  RtBox reach
      = rt_painter_get_reach (sight->painter, sight->scene, sight->layout, sight->state, table);
  double zoom = sight->state->zoom;

  /* One more pixel, for letters stand at whole ones. */
  self->box.x = floor (reach.x * zoom) - 1.0;
  self->box.y = floor (reach.y * zoom) - 1.0;
  self->box.width = ceil ((reach.x + reach.width) * zoom) + 1.0 - self->box.x;
  self->box.height = ceil ((reach.y + reach.height) * zoom) + 1.0 - self->box.y;
  self->zoom = zoom;
  self->marks = find_marks (sight->state, table);
  g_clear_object (&self->texture);
  self->texture = paint_texture (sight, &self->box, table);
}

static void
append_picture (const Picture *self, GtkSnapshot *snapshot, const RtFloorSight *sight)
{
  double scale = sight->state->zoom / self->zoom;

  gtk_snapshot_append_texture (
      snapshot, self->texture,
      &GRAPHENE_RECT_INIT ((float) (self->box.x * scale + sight->left),
                           (float) (self->box.y * scale + sight->top),
                           (float) (self->box.width * scale), (float) (self->box.height * scale)));
}

/* Tables out of sight take no memory. What shows something else is painted at once, what has
 * another size only as long as there is time. Returns: whether a table still has another size. */
static gboolean
renew_pictures (RtFloorCache *self, const RtFloorSight *sight)
{
  guint n = self->pictures->len, chairs = 0, first = self->next;
  gboolean more = FALSE;

  for (guint i = 0; i < n; i++)
    {
      guint table = (first + i) % n;
      Picture *picture = &g_array_index (self->pictures, Picture, table);
      Marks marks = find_marks (sight->state, table);

      if (!rt_painter_shows (sight->layout, sight->state, table))
        g_clear_object (&picture->texture);
      else if (picture->texture == NULL || picture->passing
               || !same_marks (&picture->marks, &marks)
               || (picture->zoom != sight->state->zoom && chairs < CHAIRS_A_FRAME))
        {
          paint_picture (picture, sight, table);
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
paint_room (const RtFloorSight *sight, cairo_t *cr)
{
  cairo_translate (cr, sight->left, sight->top);
  cairo_scale (cr, sight->state->zoom, sight->state->zoom);
  rt_painter_paint_room (sight->painter, cr, sight->scene, sight->layout, sight->state);
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
  append_layer (&self->room, snapshot, sight, paint_room);
  for (guint i = 0; i < self->pictures->len; i++)
    {
      Picture *picture = &g_array_index (self->pictures, Picture, i);

      if (picture->texture == NULL)
        continue;
      append_picture (picture, snapshot, sight);
      if (picture->passing)
        g_clear_object (&picture->texture);
      picture->passing = FALSE;
    }
  if (sight->paint_above != NULL)
    append_layer (&self->above, snapshot, sight, paint_above);
  return more;
}
