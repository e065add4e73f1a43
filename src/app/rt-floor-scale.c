/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* How large the room is: a bar of so many metres in a corner of the view, or beside the tables. */

#include "rt-floor-private.h"

#include <glib/gi18n-lib.h>

#include "rt-marks.h"

#define LEAST_LENGTH 40.0 /* pixels */
#define EDGE 12.0
#define PAD 6.0
#define TICK 4.0
#define PLACES 9     /* where the bar may stand, from one corner to the other */
#define NEAR 160.0   /* pixels beside a table that its name does not go beyond */

/* The first of these that is long enough, in metres. */
static const double lengths[] = { 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0 };

static double
choose_length (double pixels_per_metre)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (lengths) && lengths[i] * pixels_per_metre < LEAST_LENGTH)
    i++;
  return lengths[i];
}

static void
paint_bar (cairo_t *cr, double x, double y, double length)
{
  for (guint end = 0; end < 2; end++)
    {
      cairo_move_to (cr, x + end * length, y - TICK);
      cairo_rel_line_to (cr, 0.0, 2.0 * TICK);
    }
  cairo_move_to (cr, x, y);
  cairo_rel_line_to (cr, length, 0.0);
  cairo_set_line_width (cr, 2.0);
  cairo_stroke (cr);
}

/* From pixels of the view to those of the layout. */
static RtBox
to_layout (RtFloorView *self, const RtBox *box)
{
  double left, top;

  rt_floor_view_get_offset (self, &left, &top);
  return (RtBox) { (box->x - left) / self->zoom, (box->y - top) / self->zoom,
                   box->width / self->zoom, box->height / self->zoom };
}

/* Whether some table is painted, with its name or (@top) only what is on it, within @box of the
 * view. */
gboolean
rt_floor_view_has_table (RtFloorView *self, const RtBox *box, gboolean top)
{
  RtPaintState state = { .zoom = self->zoom, .selected = RT_SPOT_NONE, .focus = RT_SPOT_NONE };
  RtBox at = to_layout (self, box);

  for (guint i = 0; i < self->layout->n_tables; i++)
    if (rt_box_overlaps (top ? &self->layout->tables[i].top : &self->layout->tables[i].bounds, &at))
      return TRUE;
  /* A name may be larger than the room kept free for it. To measure it takes longer. */
  for (guint i = 0; i < self->layout->n_tables && !top; i++)
    {
      RtBox near = rt_box_grown (&self->layout->tables[i].bounds, NEAR / self->zoom), reach;

      if (!rt_box_overlaps (&near, &at))
        continue;
      reach = rt_painter_get_reach (self->painter, self->scene, self->layout, &state, i);
      if (rt_box_overlaps (&reach, &at))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_object (RtFloorView *self, const RtBox *box)
{
  RtBox at = to_layout (self, box);

  for (guint i = 0; i < self->scene->n_objects; i++)
    {
      const RtSceneObject *object = &self->scene->objects[i];
      RtBox there
          = rt_layout_map (self->layout, object->x, object->y, object->width, object->depth);

      if (rt_box_overlaps (&there, &at))
        return TRUE;
    }
  return FALSE;
}

/* From the lower corner along that edge, then along the upper one, where it lies over no table
 * and no thing. */
static void
place_bar (RtFloorView *self, RtBox *box)
{
  double right = box->x, lower = box->y, step = (right - EDGE) / (PLACES - 1);

  for (guint i = 0; i < 2 * PLACES; i++)
    {
      box->x = right - i % PLACES * step;
      box->y = i < PLACES ? lower : EDGE;
      if (!rt_floor_view_has_table (self, box, FALSE) && !has_object (self, box))
        return;
    }
  box->x = right;
  box->y = lower;
}

/** rt_floor_view_paint_scale: @cr is scaled to pixels of the view */
void
rt_floor_view_paint_scale (RtFloorView *self, cairo_t *cr, const RtFloorColours *colours)
{
  double pixels = 100.0 * self->layout->scale_x * self->zoom;
  double metres = choose_length (pixels), length = metres * pixels;
  /* Translators: metres, on the bar that shows how large the room is */
  g_autofree char *words = g_strdup_printf (_("%g m"), metres);
  g_autoptr (PangoLayout) text = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  int width, height;
  RtBox box;

  pango_layout_get_pixel_size (text, &width, &height);
  box.width = length + width + 3.0 * PAD;
  box.height = height + PAD;
  box.x = gtk_widget_get_width (GTK_WIDGET (self)) - box.width - EDGE;
  box.y = gtk_widget_get_height (GTK_WIDGET (self)) - box.height - EDGE;
  if (box.x < 0.0 || box.y < 0.0)
    return;
  place_bar (self, &box);
  rt_mark_rounded (cr, &box, PAD);
  rt_mark_colour (cr, colours->floor, 0.85);
  cairo_fill (cr);
  rt_mark_colour (cr, colours->dim, 1.0);
  paint_bar (cr, box.x + PAD, box.y + box.height / 2.0, length);
  cairo_move_to (cr, box.x + length + 2.0 * PAD, box.y + PAD / 2.0);
  pango_cairo_show_layout (cr, text);
}
