/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-cluster.h"

#include <math.h>

#include "rt-table.h"

#define GAP 6.0
#define SPREAD 14.0 /* slips of a column stand this far apart when there is room */
#define TOP_RADIUS 46.0
#define DOT 23.0          /* a chair of 45 cm, true to size */
#define DOT_DISTANCE 17.0 /* from the table's edge to the middle of a chair */
#define PATH_STEPS 360

/* How many chairs stand above, right of, below and left of a table. */
typedef struct {
  guint top, right, bottom, left;
} Share;

static gboolean
is_long (const RtTableSpec *spec)
{
  return spec->form == RT_FORM_RECTANGLE || spec->form == RT_FORM_OVAL;
}

/* Slips are never turned, so a long table that is turned by about a quarter is drawn upright. */
static gboolean
is_upright (const RtTableSpec *spec)
{
  double angle = fmod (fabs (spec->angle), 180.0);

  return angle > 45.0 && angle < 135.0;
}

static double
width_of (const RtSize *slips, guint from, guint n)
{
  double width = 0.0;

  for (guint i = from; i < from + n; i++)
    width += slips[i].width;
  return n == 0 ? 0.0 : width + GAP * (n - 1);
}

static double
height_of (const RtSize *slips, guint from, guint n)
{
  double height = 0.0;

  for (guint i = from; i < from + n; i++)
    height += slips[i].height;
  return height;
}

static double
tallest (const RtSize *slips, guint from, guint n)
{
  double height = 0.0;

  for (guint i = from; i < from + n; i++)
    height = MAX (height, slips[i].height);
  return height;
}

/* Up to twelve chairs the host sits alone at the top. Larger rings get rows above and below, as
 * many as make the picture about one and a half times as wide as high. */
static Share
share_round (guint n)
{
  static const guint8 below[] = { 0, 1, 0, 1, 0, 1, 2, 1, 2, 1, 2, 3 };
  Share best = { 1, 0, 0, 0 };
  double best_off = G_MAXDOUBLE;

  if (n <= G_N_ELEMENTS (below))
    {
      guint guests = n - 1;
      guint side = (guests - below[guests]) / 2;

      return (Share) { 1, side, below[guests], side };
    }
  for (guint top = 1; 2 * top <= n; top += 2)
    {
      guint bottom = (n - top) % 2 == top % 2 ? top : top - 1;
      guint side = (n - top - bottom) / 2;
      double off = fabs ((top + 2) * RT_SLIP_WIDTH - 1.5 * (side + 2) * RT_SLIP_HEIGHT);

      if (off < best_off)
        {
          best_off = off;
          best = (Share) { top, side, bottom, side };
        }
    }
  return best;
}

static Share
share_long (guint n)
{
  guint ends = n >= 6 ? 1 : 0;
  guint rest = n - 2 * ends;

  return (Share) { (rest + 1) / 2, ends, rest / 2, ends };
}

/* Half of the top row stands left of the host, who is the first of @slips; the row is cut there. */
static double
top_row_width (const RtSize *slips, guint n, Share share, guint before)
{
  double left = width_of (slips, n - before, before);
  double right = width_of (slips, 0, share.top - before);

  return before == 0 ? right : left + GAP + right;
}

static void
place_line (RtBox *chairs, const RtSize *slips, guint from, guint n, double x, double y,
            int direction)
{
  for (guint i = from; i < from + n; i++)
    {
      chairs[i].width = slips[i].width;
      chairs[i].height = slips[i].height;
      chairs[i].x = direction > 0 ? x : x - slips[i].width;
      chairs[i].y = y - slips[i].height / 2.0;
      x += direction * (slips[i].width + GAP);
    }
}

/* A column of slips beside the table, @side 1 = right (downwards), -1 = left (upwards), between
 * @top and @bottom as far as they fit. Returns: where the column ends. */
static double
place_column (RtBox *chairs, const RtSize *slips, guint from, guint n, int side, double inner,
              double top, double bottom)
{
  double slack = bottom - top - height_of (slips, from, n);
  double gap = n > 1 ? CLAMP (slack / (n - 1), GAP, SPREAD) : 0.0;
  double block = height_of (slips, from, n) + (n > 1 ? gap * (n - 1) : 0.0);
  double y = (top + bottom - block) / 2.0;

  for (guint k = 0; k < n; k++)
    {
      guint i = side > 0 ? from + k : from + n - 1 - k;

      chairs[i] = (RtBox) { side > 0 ? inner : -inner - slips[i].width, y, slips[i].width,
                            slips[i].height };
      y += slips[i].height + gap;
    }
  return y - gap;
}

/* Half the width and height of the table top, large enough that the slips stand close to it. */
static RtSize
half_top (const RtTableSpec *spec, Share share, double text, double row_width, double column_height)
{
  double radius = TOP_RADIUS * text;

  if (is_long (spec) && !is_upright (spec))
    return (RtSize) { MAX (60.0 * text, row_width / 2.0 - 10.0 * text), 32.0 * text };
  if (is_long (spec))
    return (RtSize) { 34.0 * text, MAX (60.0 * text, column_height / 2.0 - 24.0 * text) };
  radius = MAX (radius, column_height / 2.0 - 24.0 * text);
  if (share.top > 1)
    return (RtSize) { MAX (radius, row_width / 2.0 - 10.0 * text), radius };
  return (RtSize) { radius, radius };
}

/* Slips on four sides, clockwise from the host: the top row and the columns never share a
 * stretch of x, the columns and the bottom row never one of y where they share x. */
static void
place_slips (const RtTableSpec *spec, double text, RtTablePlace *place)
{
  guint n = spec->n_chairs;
  const RtSize *slips = spec->slips;
  Share share = is_long (spec) && !is_upright (spec) ? share_long (n) : share_round (n);
  guint before = (share.top - 1) / 2, after = share.top - before;
  guint bottom = after + share.right, left = bottom + share.bottom;
  double columns = MAX (height_of (slips, after, share.right), height_of (slips, left, share.left));
  double row = top_row_width (slips, n, share, before);
  double under = width_of (slips, bottom, share.bottom);
  RtSize half = half_top (spec, share, text, MAX (row, is_long (spec) ? under : 0.0),
                          columns + GAP * (share.right > 0 ? share.right - 1 : 0));
  double inner = MAX (half.width, row / 2.0) + GAP;
  gboolean clash = share.bottom > 0 && under / 2.0 + GAP > inner;
  double high = MAX (tallest (slips, 0, after), tallest (slips, n - before, before));
  double low = tallest (slips, bottom, share.bottom);
  double y_top = -half.height - (is_long (spec) && !is_upright (spec) ? 0.0 : 0.65 * high);
  double y_bottom = half.height
                    + (clash || is_long (spec) ? 0.0
                       : low > 0.0             ? 0.5 * low
                                               : 0.65 * high);
  double end, y, x = -row / 2.0 + width_of (slips, n - before, before) + (before > 0 ? GAP : 0.0);

  end = place_column (place->chairs, slips, after, share.right, 1, inner, y_top, y_bottom);
  end = MAX (end,
             place_column (place->chairs, slips, left, share.left, -1, inner, y_top, y_bottom));
  y = half.height + GAP;
  if (clash && share.right + share.left > 0)
    y = MAX (y, end + GAP);
  place_line (place->chairs, slips, 0, after, x, -half.height - GAP - high / 2.0, 1);
  place_line (place->chairs, slips, n - before, before, -row / 2.0, -half.height - GAP - high / 2.0,
              1);
  place_line (place->chairs, slips, bottom, share.bottom, under / 2.0, y + low / 2.0, -1);
  place->top = (RtBox) { -half.width, -half.height, 2.0 * half.width, 2.0 * half.height };
}

/* The chairs go round the middle of the bar with it. */
static void
turn_row (const RtTableSpec *spec, RtTablePlace *place)
{
  double turned = spec->angle * G_PI / 180.0;
  double middle = place->top.y + place->top.height / 2.0;

  place->angle = spec->angle;
  for (guint i = 0; i < place->n_chairs; i++)
    {
      RtBox *chair = &place->chairs[i];
      double x = chair->x + chair->width / 2.0, y = chair->y + chair->height / 2.0 - middle;

      chair->x = x * cos (turned) - y * sin (turned) - chair->width / 2.0;
      chair->y = middle + x * sin (turned) + y * cos (turned) - chair->height / 2.0;
    }
}

/* A row has no table: a bar in front, and the chairs in lines behind it. */
static void
place_row (const RtTableSpec *spec, RtDetail detail, double text, RtTablePlace *place)
{
  guint per_line = detail == RT_DETAIL_METRIC  ? MAX (1, spec->n_chairs)
                   : detail == RT_DETAIL_SLIPS ? 4
                                               : 8;
  double high = detail == RT_DETAIL_METRIC && spec->depth > 0.0 ? spec->depth * RT_POINTS_PER_CM
                                                                 : 44.0 * text;
  double y = -16.0 * text + high + GAP * text;
  double widest = detail == RT_DETAIL_METRIC && spec->width > 0.0
                      ? spec->width * RT_POINTS_PER_CM
                      : 80.0 * text;

  for (guint from = 0; from < spec->n_chairs; from += per_line)
    {
      guint n = MIN (per_line, spec->n_chairs - from);
      double width
          = detail == RT_DETAIL_SLIPS ? width_of (spec->slips, from, n) : n * (DOT + 3.0) * text;
      double height = detail == RT_DETAIL_SLIPS ? tallest (spec->slips, from, n) : DOT * text;

      if (detail == RT_DETAIL_SLIPS)
        place_line (place->chairs, spec->slips, from, n, -width / 2.0, y + height / 2.0, 1);
      else
        for (guint i = 0; i < n; i++)
          place->chairs[from + i]
              = (RtBox) { -width / 2.0 + i * (DOT + 3.0) * text, y, DOT * text, DOT * text };
      widest = MAX (widest, width);
      y += height + GAP;
    }
  place->top = (RtBox) { -widest / 2.0, -16.0 * text, widest, high };
  if (detail == RT_DETAIL_METRIC)
    turn_row (spec, place);
}

/* The outline chairs stand on, half as wide as @half, by an angle from 0 (top) clockwise. */
static void
path_point (const RtTableSpec *spec, RtSize half, double turn, double *x, double *y)
{
  double angle = turn * 2.0 * G_PI;
  double dx = sin (angle), dy = -cos (angle);

  if (spec->form == RT_FORM_SQUARE || spec->form == RT_FORM_RECTANGLE)
    {
      /* A superellipse: almost the rectangle, without corners in which no chair can stand. */
      double r = pow (pow (fabs (dx), 8.0) + pow (fabs (dy), 8.0), -1.0 / 8.0);

      dx *= r;
      dy *= r;
    }
  *x = dx * half.width;
  *y = dy * half.height;
}

/* Chairs as dots at equal distances along the outline, beginning at the top. */
static void
place_dots (const RtTableSpec *spec, RtSize half, double dot, double turned, RtTablePlace *place)
{
  double lengths[PATH_STEPS + 1] = { 0.0 };
  double x0, y0, x, y;
  guint step = 0;

  path_point (spec, half, 0.0, &x0, &y0);
  for (guint i = 1; i <= PATH_STEPS; i++)
    {
      path_point (spec, half, (double) i / PATH_STEPS, &x, &y);
      lengths[i] = lengths[i - 1] + hypot (x - x0, y - y0);
      x0 = x;
      y0 = y;
    }
  for (guint i = 0; i < spec->n_chairs; i++)
    {
      double wanted = lengths[PATH_STEPS] * i / spec->n_chairs;

      while (step < PATH_STEPS && lengths[step + 1] <= wanted)
        step++;
      path_point (spec, half, (double) step / PATH_STEPS, &x, &y);
      place->chairs[i] = (RtBox) { x * cos (turned) - y * sin (turned) - dot / 2.0,
                                   x * sin (turned) + y * cos (turned) - dot / 2.0, dot, dot };
    }
}

static RtSize
half_dots (const RtTableSpec *spec, double text)
{
  double around = spec->n_chairs * (DOT + 8.0) * text / (2.0 * G_PI) - DOT_DISTANCE * text;
  double radius = MAX (TOP_RADIUS * text, around);

  if (!is_long (spec))
    return (RtSize) { radius, radius };
  return is_upright (spec) ? (RtSize) { 0.6 * radius, 1.35 * radius }
                           : (RtSize) { 1.35 * radius, 0.6 * radius };
}

static RtSize
half_metric (const RtTableSpec *spec)
{
  guint n_chairs = spec->form == RT_FORM_ROW ? 0 : spec->n_chairs;
  double width
      = spec->width > 0.0 ? spec->width : rt_table_usual_width (is_long (spec), n_chairs);
  double depth = spec->depth > 0.0           ? spec->depth
                 : is_long (spec)            ? 80.0
                 : spec->form == RT_FORM_ROW ? 40.0
                                             : width;

  return (RtSize) { width * RT_POINTS_PER_CM / 2.0, depth * RT_POINTS_PER_CM / 2.0 };
}

/* The box round the turned table top. */
static RtBox
turned_box (const RtBox *top, double turned)
{
  double width = fabs (top->width * cos (turned)) + fabs (top->height * sin (turned));
  double height = fabs (top->width * sin (turned)) + fabs (top->height * cos (turned));

  return (RtBox) { top->x + (top->width - width) / 2.0, top->y + (top->height - height) / 2.0,
                   width, height };
}

static void
find_bounds (const RtTableSpec *spec, RtTablePlace *place)
{
  place->bounds = turned_box (&place->top, place->angle * G_PI / 180.0);
  for (guint i = 0; i < place->n_chairs; i++)
    place->bounds = rt_box_union (&place->bounds, &place->chairs[i]);
  if (spec->label.height <= 0.0)
    return;
  place->label = (RtBox) { -spec->label.width / 2.0, place->bounds.y + place->bounds.height + 4.0,
                           spec->label.width, spec->label.height };
  place->bounds = rt_box_union (&place->bounds, &place->label);
}

/**
 * rt_cluster_place:
 * @spec: a table
 * @detail: how much of it is shown
 * @text: how much larger than usual text is; everything but @spec's slips is multiplied by it
 * @place: (out): boxes relative to the table's centre; `chairs` is newly allocated
 *
 * Places a table top and its chairs. Slips do not touch each other or the table top, whatever
 * their sizes. O(chairs).
 */
void
rt_cluster_place (const RtTableSpec *spec, RtDetail detail, double text, RtTablePlace *place)
{
  RtSize half, ring;

  *place = (RtTablePlace) { .n_chairs = spec->n_chairs, .chairs = g_new0 (RtBox, spec->n_chairs) };
  if (spec->form == RT_FORM_ROW)
    {
      place_row (spec, detail, text, place);
    }
  else if (detail == RT_DETAIL_SLIPS && spec->n_chairs > 0)
    {
      place_slips (spec, text, place);
    }
  else
    {
      gboolean metric = detail == RT_DETAIL_METRIC;

      half = metric ? half_metric (spec) : half_dots (spec, text);
      place->angle = metric ? spec->angle : 0.0;
      place->top = (RtBox) { -half.width, -half.height, 2.0 * half.width, 2.0 * half.height };
      text = metric ? 1.0 : text;
      ring = (RtSize) { half.width + DOT_DISTANCE * text, half.height + DOT_DISTANCE * text };
      place_dots (spec, ring, DOT * text, place->angle * G_PI / 180.0, place);
    }
  find_bounds (spec, place);
}
