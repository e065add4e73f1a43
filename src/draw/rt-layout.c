/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-layout.h"

#include <math.h>

#include "rt-cluster.h"

#define APART 10.0 /* free between the pictures of two tables */
#define MARGIN 8.0
#define GRID_X 500.0 /* cm, for tables that stand nowhere yet */
#define GRID_Y 380.0
#define NEXT_TO 180.0 /* cm: closer than this, tables stand together and may go either way */
#define MANY 60       /* above this many tables only one way of spreading them is tried */
#define PUSHES 120

/* One way of spreading the tables: how points across relate to points down, and how much closer
 * than the room's proportions demand they may first be put. */
typedef struct {
  double ratio, squeeze;
} Spread;

static const Spread spreads[] = {
  { 1.0, 1.0 }, { 1.15, 1.0 }, { 0.87, 1.0 }, { 1.35, 1.0 }, { 0.74, 1.0 }, { 1.7, 1.0 },
  { 0.6, 1.0 }, { 1.0, 0.8 },  { 1.15, 0.8 }, { 0.87, 0.8 }, { 1.35, 0.8 }, { 0.74, 0.8 },
  { 1.7, 0.8 }, { 0.6, 0.8 },  { 1.0, 0.6 },  { 1.3, 0.6 },  { 0.77, 0.6 }, { 1.0, 0.4 },
  { 1.3, 0.4 }, { 0.77, 0.4 }, { 1.0, 0.2 },
};

typedef struct {
  double x, y;
} Point;

gboolean
rt_box_overlaps (const RtBox *a, const RtBox *b)
{
  /* Boxes that only touch, but for rounding, do not overlap. */
  const double hair = 1e-6;

  return a->x + a->width > b->x + hair && b->x + b->width > a->x + hair
         && a->y + a->height > b->y + hair && b->y + b->height > a->y + hair;
}

gboolean
rt_box_contains (const RtBox *box, double x, double y)
{
  return x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height;
}

RtBox
rt_box_union (const RtBox *a, const RtBox *b)
{
  double x = MIN (a->x, b->x), y = MIN (a->y, b->y);

  return (RtBox) { x, y, MAX (a->x + a->width, b->x + b->width) - x,
                   MAX (a->y + a->height, b->y + b->height) - y };
}

RtBox
rt_box_grown (const RtBox *box, double by)
{
  return (RtBox) { box->x - by, box->y - by, box->width + 2.0 * by, box->height + 2.0 * by };
}

/** rt_box_distance: Returns: how far a box is in a direction; infinite where it lies the other
 * way */
double
rt_box_distance (const RtBox *from, const RtBox *to, double dx, double dy)
{
  double x = to->x + to->width / 2.0 - from->x - from->width / 2.0;
  double y = to->y + to->height / 2.0 - from->y - from->height / 2.0;
  double along = x * dx + y * dy, aside = fabs (x * dy - y * dx);

  /* Slips are wide: a step aside counts double, so that arrows follow rows and columns. */
  return along > 1.0 ? along + 2.0 * aside : G_MAXDOUBLE;
}

static void
move_place (RtTablePlace *place, double x, double y)
{
  place->bounds.x += x;
  place->bounds.y += y;
  place->top.x += x;
  place->top.y += y;
  place->label.x += x;
  place->label.y += y;
  for (guint i = 0; i < place->n_chairs; i++)
    {
      place->chairs[i].x += x;
      place->chairs[i].y += y;
    }
}

/* Columns for a grid somewhat wider than high, with as few gaps in its last row as can be. */
static guint
columns_for (guint n)
{
  guint few = MAX (1, (guint) sqrt (1.3 * n)), many = few + 1;

  return (n + few - 1) / few * few < (n + many - 1) / many * many ? few : many;
}

/* Where each table stands in the room, in cm; those that stand nowhere go on a grid, below the
 * others when there are any. */
static Point *
find_points (const RtTableSpec *tables, guint n_tables, double room_height)
{
  Point *points = g_new0 (Point, n_tables);
  guint loose = 0, columns, k = 0;
  double below = 0.0;

  for (guint i = 0; i < n_tables; i++)
    {
      if (!tables[i].placed)
        loose++;
      else
        below = MAX (below, tables[i].y + GRID_Y / 2.0);
    }
  if (loose < n_tables)
    below = MAX (below, room_height);
  columns = columns_for (loose);
  for (guint i = 0; i < n_tables; i++)
    {
      points[i] = (Point) { tables[i].x, tables[i].y };
      if (tables[i].placed)
        continue;
      points[i] = (Point) { (k % columns + 0.5) * GRID_X, below + (k / columns + 0.5) * GRID_Y };
      k++;
    }
  return points;
}

/* How much two tables have to be drawn apart so that their pictures do not touch: the scale at
 * which they are free of each other across or down, whichever is smaller. */
static double
scale_for_pair (const RtTablePlace *a, const RtTablePlace *b, Point from, Point to, double ratio,
                double apart)
{
  double across = fabs (to.x - from.x) * ratio, down = fabs (to.y - from.y);
  double need_x = to.x >= from.x ? a->bounds.x + a->bounds.width - b->bounds.x
                                 : b->bounds.x + b->bounds.width - a->bounds.x;
  double need_y = to.y >= from.y ? a->bounds.y + a->bounds.height - b->bounds.y
                                 : b->bounds.y + b->bounds.height - a->bounds.y;

  return MIN (across > 1.0 ? (need_x + apart) / across : G_MAXDOUBLE,
              down > 1.0 ? (need_y + apart) / down : G_MAXDOUBLE);
}

static double
find_scale (const RtLayout *self, const Point *points, double ratio, double apart)
{
  double scale = 0.01;

  for (guint i = 0; i < self->n_tables; i++)
    for (guint j = i + 1; j < self->n_tables; j++)
      {
        double needed = scale_for_pair (&self->tables[i], &self->tables[j], points[i], points[j],
                                        ratio, apart);

        /* Two tables on one spot are free of each other at no scale: they are pushed apart
         * later. */
        if (needed < 20.0)
          scale = MAX (scale, needed);
      }
  return scale;
}

static RtBox
box_at (const RtTablePlace *place, Point at)
{
  RtBox box = place->bounds;

  box.x += at.x;
  box.y += at.y;
  return box;
}

/* Moves two pictures apart by half of what is missing each, the shorter way. */
static gboolean
push_pair (const RtTablePlace *a, const RtTablePlace *b, Point *from, Point *to, double apart)
{
  RtBox one = box_at (a, *from), two = box_at (b, *to);
  double right = one.x + one.width + apart - two.x, left = two.x + two.width + apart - one.x;
  double down = one.y + one.height + apart - two.y, up = two.y + two.height + apart - one.y;
  double dx = right < left ? right : -left, dy = down < up ? down : -up;

  if (MIN (right, left) <= 1e-3 || MIN (down, up) <= 1e-3)
    return FALSE;
  if (fabs (dx) < fabs (dy))
    dy = 0.0;
  else
    dx = 0.0;
  *from = (Point) { from->x - dx / 2.0, from->y - dy / 2.0 };
  *to = (Point) { to->x + dx / 2.0, to->y + dy / 2.0 };
  return TRUE;
}

/* Pushes pictures apart until none touches another. Returns: whether that was reached. */
static gboolean
push_apart (const RtLayout *self, Point *at, double apart)
{
  for (guint round = 0; round < PUSHES; round++)
    {
      gboolean pushed = FALSE;

      for (guint i = 0; i < self->n_tables; i++)
        for (guint j = i + 1; j < self->n_tables; j++)
          pushed |= push_pair (&self->tables[i], &self->tables[j], &at[i], &at[j], apart);
      if (!pushed)
        return TRUE;
    }
  return FALSE;
}

/* Whether two tables still lie the way they do in the room: not turned round each other by more
 * than sixty degrees. */
static gboolean
keeps_direction (Point from, Point to, Point new_from, Point new_to)
{
  double x = to.x - from.x, y = to.y - from.y, new_x = new_to.x - new_from.x,
         new_y = new_to.y - new_from.y;
  double lengths = hypot (x, y) * hypot (new_x, new_y);

  return hypot (x, y) < NEXT_TO || x * new_x + y * new_y >= 0.5 * lengths;
}

static gboolean
keeps_directions (const RtLayout *self, const Point *points, const Point *at)
{
  for (guint i = 0; i < self->n_tables; i++)
    for (guint j = i + 1; j < self->n_tables; j++)
      if (!keeps_direction (points[i], points[j], at[i], at[j]))
        return FALSE;
  return TRUE;
}

static RtBox
bounds_at (const RtLayout *self, const Point *at)
{
  RtBox bounds = { 0.0, 0.0, 1.0, 1.0 };

  for (guint i = 0; i < self->n_tables; i++)
    {
      RtBox box = box_at (&self->tables[i], at[i]);

      bounds = i == 0 ? box : rt_box_union (&bounds, &box);
    }
  return bounds;
}

static double
fit_of (const RtBox *bounds, double margin, double view_width, double view_height)
{
  return MIN (view_width / (bounds->width + 2.0 * margin),
              view_height / (bounds->height + 2.0 * margin));
}

/* The last resort, when pushing does not come to an end: rows of a table each. */
static void
stack (const RtLayout *self, Point *at, double apart)
{
  double y = 0.0;

  for (guint i = 0; i < self->n_tables; i++)
    {
      at[i] = (Point) { -self->tables[i].bounds.x, y - self->tables[i].bounds.y };
      y += self->tables[i].bounds.height + apart;
    }
}

/* Tries the ways of spreading, the truest to the room first, and takes the first that fits the
 * view at full size, else the one that can be shown largest. */
static Point *
spread_tables (RtLayout *self, const Point *points, double view_width, double view_height)
{
  guint n = self->n_tables, tries = n > MANY ? 1 : G_N_ELEMENTS (spreads);
  double apart = APART * self->text, best_fit = -1.0;
  g_autofree Point *best = g_new0 (Point, n);

  for (guint k = 0; k < tries && best_fit < 1.0; k++)
    {
      double scale = find_scale (self, points, spreads[k].ratio, apart) * spreads[k].squeeze;
      g_autofree Point *at = g_new0 (Point, n);
      double fit;
      RtBox bounds;

      for (guint i = 0; i < n; i++)
        at[i] = (Point) { points[i].x * scale * spreads[k].ratio, points[i].y * scale };
      if (!push_apart (self, at, apart))
        {
          if (k + 1 < tries || best_fit > 0.0)
            continue;
          stack (self, at, apart);
        }
      if (k > 0 && best_fit > 0.0 && !keeps_directions (self, points, at))
        continue;
      bounds = bounds_at (self, at);
      fit = fit_of (&bounds, MARGIN * self->text, view_width, view_height);
      if (fit <= best_fit * 1.03)
        continue;
      best_fit = fit;
      self->scale_x = scale * spreads[k].ratio;
      self->scale_y = scale;
      if (n > 0)
        memcpy (best, at, sizeof (Point) * n);
    }
  return g_steal_pointer (&best);
}

/* Puts the pictures in place and the whole picture's top left corner at 0, 0. */
static void
settle (RtLayout *self, const Point *at, const RtBox *room)
{
  double margin = MARGIN * self->text;

  self->bounds = self->n_tables > 0 ? bounds_at (self, at) : (RtBox) { 0.0, 0.0, 400.0, 300.0 };
  self->bounds = rt_box_grown (&self->bounds, margin);
  if (room != NULL)
    self->bounds = rt_box_union (&self->bounds, room);
  self->origin_x = -self->bounds.x;
  self->origin_y = -self->bounds.y;
  for (guint i = 0; i < self->n_tables; i++)
    move_place (&self->tables[i], at[i].x + self->origin_x, at[i].y + self->origin_y);
  self->bounds.x = self->bounds.y = 0.0;
}

/**
 * rt_layout_new:
 * @detail: how much is shown
 * @tables: (array length=n_tables):
 * @n_tables: how many
 * @room_width: of the room, cm; 0 = there is none
 * @room_height: of the room, cm; 0 = there is none
 * @text: how much larger than usual text is (1 = usual)
 * @view_width: what it shall be seen in, points
 * @view_height: what it shall be seen in, points
 *
 * Lays a floor out. #RT_DETAIL_METRIC is true to size. In the other details a table takes as much
 * space as its slips and names do: the room's proportions are stretched, at the least, until no two
 * tables touch, and where that would waste space tables that stand close are pushed apart. The same
 * input gives the same layout. O(tables² ), times 21 ways of spreading for at most 60 tables.
 *
 * Returns: (transfer full):
 */
RtLayout *
rt_layout_new (RtDetail detail, const RtTableSpec *tables, guint n_tables, double room_width,
               double room_height, double text, double view_width, double view_height)
{
  RtLayout *self = g_new0 (RtLayout, 1);
  g_autofree Point *points = find_points (tables, n_tables, room_height);
  g_autofree Point *at = NULL;

  self->detail = detail;
  self->text = text;
  self->n_tables = n_tables;
  self->tables = g_new0 (RtTablePlace, n_tables);
  for (guint i = 0; i < n_tables; i++)
    rt_cluster_place (&tables[i], detail, text, &self->tables[i]);
  if (detail == RT_DETAIL_METRIC)
    {
      RtBox room = { 0.0, 0.0, room_width * RT_POINTS_PER_CM, room_height * RT_POINTS_PER_CM };

      self->scale_x = self->scale_y = RT_POINTS_PER_CM;
      at = g_new0 (Point, n_tables);
      for (guint i = 0; i < n_tables; i++)
        at[i] = (Point) { points[i].x * RT_POINTS_PER_CM, points[i].y * RT_POINTS_PER_CM };
      settle (self, at, room_width > 0.0 && room_height > 0.0 ? &room : NULL);
      return self;
    }
  self->scale_x = self->scale_y = RT_POINTS_PER_CM;
  at = spread_tables (self, points, MAX (1.0, view_width), MAX (1.0, view_height));
  settle (self, at, NULL);
  return self;
}

void
rt_layout_free (RtLayout *self)
{
  for (guint i = 0; i < self->n_tables; i++)
    g_free (self->tables[i].chairs);
  g_free (self->tables);
  g_free (self);
}

/** rt_layout_add_strip: moves everything down by @height points, which stay free at the top */
void
rt_layout_add_strip (RtLayout *self, double height)
{
  self->bounds.height += height;
  self->origin_y += height;
  for (guint i = 0; i < self->n_tables; i++)
    move_place (&self->tables[i], 0.0, height);
}

/**
 * rt_layout_hit:
 * @self: a layout
 * @x: points
 * @y: points
 * @slack: how far beside a chair still counts, points (for fingers)
 * @table: (out): index
 * @chair: (out): index, or -1 for the table itself
 *
 * Returns: whether anything is there. A chair wins over its table, a real hit over one within
 * @slack.
 */
gboolean
rt_layout_hit (const RtLayout *self, double x, double y, double slack, int *table, int *chair)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->n_tables; i++)
      {
        const RtTablePlace *place = &self->tables[i];
        RtBox reach = rt_box_grown (&place->bounds, slack);

        if (!rt_box_contains (&reach, x, y))
          continue;
        *table = (int) i;
        for (guint k = 0; k < place->n_chairs; k++)
          {
            RtBox box = rt_box_grown (&place->chairs[k], pass == 0 ? 0.0 : slack);

            *chair = (int) k;
            if (rt_box_contains (&box, x, y))
              return TRUE;
          }
        *chair = -1;
        if (rt_box_contains (pass == 0 ? &place->top : &place->bounds, x, y))
          return TRUE;
      }
  *table = *chair = -1;
  return FALSE;
}

/**
 * rt_layout_next:
 * @self: a layout
 * @table: where one is
 * @chair: where one is, -1 = at the table itself
 * @dx: 1 right, -1 left, 0
 * @dy: 1 down, -1 up, 0
 * @next_table: (out):
 * @next_chair: (out): -1 when @chair was
 *
 * Where an arrow key goes: from chair to chair, or from table to table.
 *
 * Returns: %FALSE when there is nothing in that direction
 */
gboolean
rt_layout_next (const RtLayout *self, int table, int chair, double dx, double dy, int *next_table,
                int *next_chair)
{
  const RtTablePlace *here = &self->tables[table];
  const RtBox *from = chair < 0 ? &here->top : &here->chairs[chair];
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < self->n_tables; i++)
    for (guint k = 0; k < (chair < 0 ? 1 : self->tables[i].n_chairs); k++)
      {
        const RtBox *to = chair < 0 ? &self->tables[i].top : &self->tables[i].chairs[k];
        double distance = to == from ? G_MAXDOUBLE : rt_box_distance (from, to, dx, dy);

        if (distance >= best)
          continue;
        best = distance;
        *next_table = (int) i;
        *next_chair = chair < 0 ? -1 : (int) k;
      }
  return best < G_MAXDOUBLE;
}

/** rt_layout_get_fit: Returns: the zoom at which the whole picture just fits a view of that many
 * points */
double
rt_layout_get_fit (const RtLayout *self, double view_width, double view_height)
{
  return MIN (view_width / self->bounds.width, view_height / self->bounds.height);
}

/**
 * rt_layout_map:
 * @self: a layout
 * @x: of the centre, cm
 * @y: of the centre, cm
 * @width: cm
 * @depth: cm
 *
 * Returns: where a thing of the room is drawn, moved inside the picture
 */
RtBox
rt_layout_map (const RtLayout *self, double x, double y, double width, double depth)
{
  RtBox box = { (x - width / 2.0) * self->scale_x + self->origin_x,
                (y - depth / 2.0) * self->scale_y + self->origin_y,
                MIN (width * self->scale_x, self->bounds.width),
                MIN (depth * self->scale_y, self->bounds.height) };

  if (self->detail == RT_DETAIL_METRIC)
    return box;
  box.x = CLAMP (box.x, 0.0, self->bounds.width - box.width);
  box.y = CLAMP (box.y, 0.0, self->bounds.height - box.height);
  return box;
}
