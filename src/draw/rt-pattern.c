/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-pattern.h"

#include "rt-palette.h"

/*
 * What stands for a theme's colour on paper: twelve black patterns that are told apart on any
 * printer, and by who does not see colours. Each covers @box from its top left corner; what is
 * outside the path that was current is clipped.
 */

static void
draw_lines (cairo_t *cr, const RtBox *box, double dx, double dy, double gap)
{
  double reach = box->width + box->height;

  if (dx == 0.0)
    for (double x = gap / 2.0; x < box->width; x += gap)
      {
        cairo_move_to (cr, box->x + x, box->y);
        cairo_line_to (cr, box->x + x, box->y + box->height);
      }
  else if (dy == 0.0)
    for (double y = gap / 2.0; y < box->height; y += gap)
      {
        cairo_move_to (cr, box->x, box->y + y);
        cairo_line_to (cr, box->x + box->width, box->y + y);
      }
  else
    for (double at = -reach; at < reach; at += gap * G_SQRT2)
      {
        double y = dy > 0.0 ? box->y : box->y + box->height;

        cairo_move_to (cr, box->x + at, y);
        cairo_line_to (cr, box->x + at + box->height, y + dy * box->height);
      }
  cairo_stroke (cr);
}

static void
draw_spots (cairo_t *cr, const RtBox *box, double gap, double radius, gboolean filled)
{
  for (double y = gap / 2.0; y < box->height + radius; y += gap)
    for (double x = gap / 2.0; x < box->width + radius; x += gap)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, box->x + x, box->y + y, radius, 0.0, 2.0 * G_PI);
      }
  if (filled)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
}

static void
draw_checks (cairo_t *cr, const RtBox *box, double side)
{
  int row = 0;

  for (double y = 0.0; y < box->height; y += side, row++)
    for (double x = row % 2 == 0 ? 0.0 : side; x < box->width; x += 2.0 * side)
      cairo_rectangle (cr, box->x + x, box->y + y, side, side);
  cairo_fill (cr);
}

static void
draw_zigzag (cairo_t *cr, const RtBox *box, double gap)
{
  for (double y = gap / 2.0; y < box->height + gap; y += gap)
    {
      int step = 0;

      cairo_move_to (cr, box->x, box->y + y);
      for (double x = 0.0; x < box->width + gap; x += gap, step++)
        cairo_line_to (cr, box->x + x, box->y + y - (step % 2 == 0 ? 0.0 : gap * 0.7));
    }
  cairo_stroke (cr);
}

static void
draw_double_lines (cairo_t *cr, const RtBox *box, double gap)
{
  for (double y = gap * 0.4; y < box->height; y += gap * 1.6)
    for (int i = 0; i < 2; i++)
      {
        cairo_move_to (cr, box->x, box->y + y + i * gap * 0.4);
        cairo_line_to (cr, box->x + box->width, box->y + y + i * gap * 0.4);
      }
  cairo_stroke (cr);
}

/**
 * rt_pattern_fill:
 * @cr: with a path, which is used up; it lies in @box
 * @colour: of a theme, whose pattern it is; below 0 = nothing is painted
 * @scale: 1 = for a band on a table sign; smaller is finer
 */
void
rt_pattern_fill (cairo_t *cr, const RtBox *box, int colour, double scale)
{
  double gap = 7.0 * scale;

  cairo_save (cr);
  cairo_clip (cr);
  cairo_set_line_width (cr, 1.3 * scale);
  switch (colour < 0 ? -1 : colour % RT_N_COLOURS)
    {
    case 0:
      cairo_paint (cr);
      break;
    case 1:
      draw_lines (cr, box, 1.0, -1.0, gap);
      break;
    case 2:
      draw_lines (cr, box, 1.0, 1.0, gap);
      break;
    case 3:
      draw_lines (cr, box, 1.0, 0.0, gap * 0.8);
      break;
    case 4:
      draw_lines (cr, box, 0.0, 1.0, gap);
      break;
    case 5:
      draw_spots (cr, box, gap, gap * 0.28, TRUE);
      break;
    case 6:
      draw_lines (cr, box, 1.0, 1.0, gap);
      draw_lines (cr, box, 1.0, -1.0, gap);
      break;
    case 7:
      draw_lines (cr, box, 1.0, 0.0, gap);
      draw_lines (cr, box, 0.0, 1.0, gap);
      break;
    case 8:
      draw_checks (cr, box, gap * 0.55);
      break;
    case 9:
      draw_zigzag (cr, box, gap * 0.8);
      break;
    case 10:
      draw_spots (cr, box, gap * 1.2, gap * 0.4, FALSE);
      break;
    case 11:
      draw_double_lines (cr, box, gap);
      break;
    default:
      break;
    }
  cairo_restore (cr);
}
