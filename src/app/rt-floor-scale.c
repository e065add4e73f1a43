/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* How large the room is: a bar of so many metres in the corner of the view. */

#include "rt-floor-private.h"

#include <glib/gi18n-lib.h>

#include "rt-marks.h"

#define LEAST_LENGTH 40.0 /* pixels */
#define EDGE 12.0
#define PAD 6.0
#define TICK 4.0

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
  rt_mark_rounded (cr, &box, PAD);
  rt_mark_colour (cr, colours->floor, 0.85);
  cairo_fill (cr);
  rt_mark_colour (cr, colours->dim, 1.0);
  paint_bar (cr, box.x + PAD, box.y + box.height / 2.0, length);
  cairo_move_to (cr, box.x + length + 2.0 * PAD, box.y + PAD / 2.0);
  pango_cairo_show_layout (cr, text);
}
