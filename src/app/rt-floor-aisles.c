/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Ways that are too narrow, drawn over the room: a dashed line with how wide they are. */

#include "rt-floor-private.h"

#include <math.h>

#include "rt-marks.h"

#define PAD 7.0
#define SIGN 15.0
#define LEAST_SCALE 0.75
#define MOST_PLACED 40 /* of more labels than these none looks for a better place */

static void
paint_line (RtFloorView *self, cairo_t *cr, const RtAisle *aisle)
{
  const RtLayout *layout = self->layout;

  cairo_move_to (cr, aisle->x0 * layout->scale_x + layout->origin_x,
                 aisle->y0 * layout->scale_y + layout->origin_y);
  cairo_line_to (cr, aisle->x1 * layout->scale_x + layout->origin_x,
                 aisle->y1 * layout->scale_y + layout->origin_y);
  cairo_set_line_width (cr, 3.0 / self->zoom);
  rt_mark_dashes (cr, 6.0 / self->zoom, 4.0 / self->zoom);
  cairo_stroke (cr);
  rt_mark_dashes (cr, 0.0, 0.0);
}

/* Where the label stands beside the line, which stays in sight: right, left, above or below, where
 * it lies over no number of a table and nothing of it is outside. @size: of a pixel of the label,
 * in the view. */
static void
place_pill (RtFloorView *self, RtBox *pill, double x, double y, double size, gboolean upright)
{
  const RtBox at[] = {
    { PAD, -pill->height / 2.0, pill->width, pill->height },
    { -pill->width - PAD, -pill->height / 2.0, pill->width, pill->height },
    { -pill->width / 2.0, -pill->height - PAD, pill->width, pill->height },
    { -pill->width / 2.0, PAD, pill->width, pill->height },
  };
  RtBox view = { 0.0, 0.0, gtk_widget_get_width (GTK_WIDGET (self)),
                 gtk_widget_get_height (GTK_WIDGET (self)) };
  double left, top;

  rt_floor_view_get_offset (self, &left, &top);
  *pill = at[upright ? 0 : 2];
  for (guint i = 0; i < G_N_ELEMENTS (at) && self->aisles->len <= MOST_PLACED; i++)
    {
      const RtBox *box = &at[upright ? i : (i + 2) % G_N_ELEMENTS (at)];
      RtBox shown = { left + x * self->zoom + box->x * size, top + y * self->zoom + box->y * size,
                      box->width * size, box->height * size };
      RtBox both = rt_box_union (&view, &shown);

      if (both.width > view.width + 0.5 || both.height > view.height + 0.5
          || rt_floor_view_has_table (self, &shown, TRUE))
        continue;
      *pill = *box;
      return;
    }
}

/* The label can be read at every zoom, and from far away covers little. */
static void
paint_label (RtFloorView *self, cairo_t *cr, const RtFloorColours *colours, const RtAisle *aisle)
{
  const RtLayout *layout = self->layout;
  g_autofree char *words = rt_aisle_dup_length (aisle->gap);
  g_autoptr (PangoLayout) text = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  double x = (aisle->x0 + aisle->x1) / 2.0 * layout->scale_x + layout->origin_x;
  double y = (aisle->y0 + aisle->y1) / 2.0 * layout->scale_y + layout->origin_y;
  gboolean upright = fabs (aisle->y1 - aisle->y0) > fabs (aisle->x1 - aisle->x0);
  double scale = MAX (LEAST_SCALE, MIN (1.0, self->zoom)) / self->zoom;
  int width, height;
  RtBox pill;

  pango_layout_get_pixel_size (text, &width, &height);
  pill.width = width + SIGN + 2.5 * PAD;
  pill.height = height + 4.0;
  place_pill (self, &pill, x, y, scale * self->zoom, upright);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  rt_mark_rounded (cr, &pill, pill.height / 2.0);
  rt_mark_colour (cr, colours->warn_fill, 1.0);
  cairo_fill_preserve (cr);
  rt_mark_colour (cr, colours->warn_line, 1.0);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  rt_mark_triangle (cr, colours, pill.x + PAD + SIGN / 2.0, pill.y + pill.height / 2.0, SIGN);
  rt_mark_colour (cr, colours->warn_text, 1.0);
  cairo_move_to (cr, pill.x + 1.5 * PAD + SIGN, pill.y + 2.0);
  pango_cairo_show_layout (cr, text);
  cairo_restore (cr);
}

/** rt_floor_view_paint_aisles: @cr is scaled to the layout */
void
rt_floor_view_paint_aisles (RtFloorView *self, cairo_t *cr, const RtFloorColours *colours)
{
  rt_mark_colour (cr, colours->warn_line, 1.0);
  for (guint i = 0; i < self->aisles->len; i++)
    paint_line (self, cr, &g_array_index (self->aisles, RtAisle, i));
  for (guint i = 0; i < self->aisles->len; i++)
    paint_label (self, cr, colours, &g_array_index (self->aisles, RtAisle, i));
}

/** rt_floor_view_renew_aisles: after the scene was made anew */
void
rt_floor_view_renew_aisles (RtFloorView *self)
{
  g_clear_pointer (&self->aisles, g_array_unref);
  self->scene->least_way = self->least_way;
  if (self->mode == RT_FLOOR_FURNITURE)
    self->aisles = rt_aisle_check (self->scene);
}

/**
 * rt_floor_view_dup_words:
 * @table: index
 *
 * Returns: (transfer full): what a screen reader says of a table, narrow ways beside it too
 */
char *
rt_floor_view_dup_words (RtFloorView *self, guint table)
{
  g_autofree char *name = rt_scene_dup_table_name (self->scene, table);
  GString *words = g_string_new (name);

  for (guint i = 0; self->aisles != NULL && i < self->aisles->len; i++)
    {
      const RtAisle *aisle = &g_array_index (self->aisles, RtAisle, i);
      g_autofree char *narrow = rt_aisle_dup_words (self->scene, aisle);

      if (aisle->table == (int) table || aisle->other == (int) table)
        g_string_append_printf (words, ", %s", narrow);
    }
  return g_string_free (words, FALSE);
}

const GArray *
rt_floor_view_get_aisles (RtFloorView *self)
{
  return self->aisles;
}

const RtScene *
rt_floor_view_get_scene (RtFloorView *self)
{
  return self->scene;
}
