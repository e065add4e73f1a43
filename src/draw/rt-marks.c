/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-marks.h"

#include <math.h>

/*
 * The small signs of a floor, drawn and not set in a font, so that they look the same on every
 * screen and on paper. x and y are the middle of a sign.
 */

void
rt_mark_colour (cairo_t *cr, RtColour colour, double alpha)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, alpha);
}

void
rt_mark_rounded (cairo_t *cr, const RtBox *box, double radius)
{
  double r = MIN (radius, MIN (box->width, box->height) / 2.0);

  cairo_new_sub_path (cr);
  cairo_arc (cr, box->x + box->width - r, box->y + r, r, -G_PI_2, 0.0);
  cairo_arc (cr, box->x + box->width - r, box->y + box->height - r, r, 0.0, G_PI_2);
  cairo_arc (cr, box->x + r, box->y + box->height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, box->x + r, box->y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

void
rt_mark_ellipse (cairo_t *cr, const RtBox *box)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  cairo_translate (cr, box->x + box->width / 2.0, box->y + box->height / 2.0);
  cairo_scale (cr, MAX (box->width, 0.1) / 2.0, MAX (box->height, 0.1) / 2.0);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0.0, 0.0, 1.0, 0.0, 2.0 * G_PI);
  cairo_close_path (cr);
  cairo_set_matrix (cr, &matrix);
}

/** rt_mark_dashes: @dash 0 = a whole line again */
void
rt_mark_dashes (cairo_t *cr, double dash, double gap)
{
  double dashes[2] = { dash, gap };

  cairo_set_dash (cr, dashes, dash > 0.0 ? 2 : 0, 0.0);
}

void
rt_mark_star (cairo_t *cr, double x, double y, double radius)
{
  for (int i = 0; i < 10; i++)
    {
      double r = i % 2 == 0 ? radius : radius * 0.42;
      double angle = i * G_PI / 5.0 - G_PI_2;

      cairo_line_to (cr, x + r * cos (angle), y + r * sin (angle));
    }
  cairo_close_path (cr);
  cairo_fill (cr);
}

void
rt_mark_triangle (cairo_t *cr, const RtFloorColours *colours, double x, double y, double size)
{
  double half = size / 2.0;

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, x, y - half);
  cairo_line_to (cr, x + half * 1.1, y + half * 0.85);
  cairo_line_to (cr, x - half * 1.1, y + half * 0.85);
  cairo_close_path (cr);
  rt_mark_colour (cr, colours->warn_fill, 1.0);
  cairo_fill_preserve (cr);
  rt_mark_colour (cr, colours->warn_line, 1.0);
  cairo_set_line_width (cr, size * 0.11);
  cairo_stroke (cr);
  rt_mark_colour (cr, colours->warn_text, 1.0);
  cairo_rectangle (cr, x - size * 0.06, y - size * 0.22, size * 0.12, size * 0.32);
  cairo_rectangle (cr, x - size * 0.06, y + size * 0.17, size * 0.12, size * 0.12);
  cairo_fill (cr);
  cairo_restore (cr);
}

void
rt_mark_pin (cairo_t *cr, double x, double y, double size)
{
  double s = size / 16.0;

  cairo_rectangle (cr, x - 4.0 * s, y - 8.0 * s, 8.0 * s, 2.5 * s);
  cairo_rectangle (cr, x - 2.5 * s, y - 6.0 * s, 5.0 * s, 6.0 * s);
  cairo_rectangle (cr, x - 5.5 * s, y - 0.5 * s, 11.0 * s, 2.5 * s);
  cairo_rectangle (cr, x - 0.8 * s, y + 1.5 * s, 1.6 * s, 6.5 * s);
  cairo_fill (cr);
}

/* A person with open arms, white on blue: the sign seen at every step-free place. */
void
rt_mark_step_free (cairo_t *cr, double x, double y, double radius)
{
  static const RtColour blue = { 0.102, 0.373, 0.706 }, white = { 1.0, 1.0, 1.0 };
  double r = radius / 12.0;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0.0, 2.0 * G_PI);
  rt_mark_colour (cr, white, 1.0);
  cairo_fill_preserve (cr);
  rt_mark_colour (cr, blue, 1.0);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
  cairo_arc (cr, x, y, radius * 0.84, 0.0, 2.0 * G_PI);
  cairo_fill (cr);
  rt_mark_colour (cr, white, 1.0);
  cairo_arc (cr, x, y - 5.4 * r, 1.7 * r, 0.0, 2.0 * G_PI);
  cairo_fill (cr);
  cairo_set_line_width (cr, 1.6 * r);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, x - 5.2 * r, y - 2.2 * r);
  cairo_line_to (cr, x + 5.2 * r, y - 2.2 * r);
  cairo_move_to (cr, x - 3.0 * r, y + 6.6 * r);
  cairo_line_to (cr, x, y + 1.2 * r);
  cairo_line_to (cr, x + 3.0 * r, y + 6.6 * r);
  cairo_move_to (cr, x, y - 2.2 * r);
  cairo_line_to (cr, x, y + 1.2 * r);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/** rt_mark_hatch: fills the current path, which lies in @box, with lines */
void
rt_mark_hatch (cairo_t *cr, const RtBox *box, double gap)
{
  cairo_save (cr);
  cairo_clip (cr);
  for (double x = box->x - box->height; x < box->x + box->width; x += gap)
    {
      cairo_move_to (cr, x, box->y + box->height);
      cairo_line_to (cr, x + box->height, box->y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}
