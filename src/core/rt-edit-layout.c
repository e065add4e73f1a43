/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* How all tables stand in the room at once. */

#include "rt-edit-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Centimetres: of the room per table where none is given; between centres in rows and rings; from
 * the wall to the middle of a table; free at the top for who speaks. */
#define ROOM_PER_TABLE 400
#define PITCH 300
#define ROW_PITCH 340
#define WALL 180
#define STAGE 120
/* A boardroom table: length for each of the people on one side, depth, and what the chairs at two
 * ends take. */
#define PLACE_LENGTH 65
#define LEAST_LENGTH 140
#define BOARD_DEPTH 110
#define ENDS 110
#define CIRCLE_STEPS 72

/* Where each of n tables goes, and how it is turned there. */
typedef struct {
  int     width, height;   /* of the room */
  guint   n;
  double *x, *y, *angle;
  int    *length;          /* 0: the table keeps its shape and size */
} Floor;

typedef void (*LayOut) (Floor *self);

/* A line of points on which tables stand at equal distances. */
typedef struct {
  double x[CIRCLE_STEPS + 1], y[CIRCLE_STEPS + 1];
  guint  n;
  gboolean closed;
} Path;

static double
path_length (const Path *path)
{
  double length = 0.0;

  for (guint i = 1; i < path->n; i++)
    length += hypot (path->x[i] - path->x[i - 1], path->y[i] - path->y[i - 1]);
  return length;
}

/* The point at @along cm of the path, and the direction of the path there. */
static void
path_at (const Path *path, double along, double *x, double *y, double *angle)
{
  for (guint i = 1; i < path->n; i++)
    {
      double dx = path->x[i] - path->x[i - 1], dy = path->y[i] - path->y[i - 1];
      double length = hypot (dx, dy);

      if (along > length + 1e-6 && i + 1 < path->n)
        {
          along -= length;
          continue;
        }
      *x = path->x[i - 1] + dx * (length > 0.0 ? along / length : 0.0);
      *y = path->y[i - 1] + dy * (length > 0.0 ? along / length : 0.0);
      *angle = atan2 (dy, dx) * 180.0 / G_PI;
      return;
    }
}

static void
put_on_path (Floor *self, const Path *path, guint from, guint n)
{
  double length = path_length (path);

  for (guint i = 0; i < n; i++)
    {
      double share = path->closed ? (double) i / n : n == 1 ? 0.5 : (double) i / (n - 1);

      path_at (path, length * share, &self->x[from + i], &self->y[from + i],
               &self->angle[from + i]);
    }
}

/* An ellipse that begins at the top. */
static void
make_ring (const Floor *self, double inset, Path *path)
{
  double half_x = MAX (10.0, self->width / 2.0 - inset);
  double half_y = MAX (10.0, self->height / 2.0 - inset);

  path->n = CIRCLE_STEPS + 1;
  path->closed = TRUE;
  for (guint i = 0; i <= CIRCLE_STEPS; i++)
    {
      double turn = 2.0 * G_PI * i / CIRCLE_STEPS;

      path->x[i] = self->width / 2.0 + half_x * sin (turn);
      path->y[i] = self->height / 2.0 - half_y * cos (turn);
    }
}

/* Down the left wall, along the back and up the right wall: open to who speaks. */
static void
make_u (const Floor *self, double inset, Path *path)
{
  double right = MAX (inset + 10.0, self->width - inset);
  double top = MIN (WALL + STAGE, self->height / 2.0);
  double bottom = MAX (top + 10.0, self->height - inset);

  path->n = 4;
  path->closed = FALSE;
  path->x[0] = path->x[1] = inset;
  path->x[2] = path->x[3] = right;
  path->y[0] = path->y[3] = top;
  path->y[1] = path->y[2] = bottom;
}

/* Where one line is too short for all tables there is another inside it, down to the middle; each
 * gets its share by length. */
static void
put_on_paths (Floor *self, void (*make) (const Floor *, double, Path *))
{
  double most = MIN (self->width, self->height) / 2.0, total = 0.0, before = 0.0;
  guint n_paths = 0, done = 0;
  Path path;

  do
    {
      make (self, WALL + ROW_PITCH * n_paths, &path);
      total += path_length (&path);
      n_paths++;
    }
  while (total < self->n * (double) PITCH && WALL + ROW_PITCH * n_paths + PITCH / 2 < most);
  for (guint i = 0; i < n_paths; i++)
    {
      guint until;

      make (self, WALL + ROW_PITCH * i, &path);
      before += path_length (&path);
      until = i + 1 == n_paths ? self->n : (guint) round (self->n * before / total);
      put_on_path (self, &path, done, until - done);
      done = until;
    }
}

static void
lay_ring (Floor *self)
{
  put_on_paths (self, make_ring);
}

static void
lay_u (Floor *self)
{
  put_on_paths (self, make_u);
}

/* Rows that all face the front: as many tables side by side as the room has space for, the row
 * that is not full in the middle. */
static void
lay_rows (Floor *self)
{
  guint across = CLAMP ((guint) (self->width / PITCH), 1, self->n);
  guint rows = (self->n + across - 1) / across;
  double top = self->height > 4 * STAGE ? STAGE : 0.0;
  double depth = MIN ((self->height - top) / rows, 1.25 * ROW_PITCH);

  for (guint i = 0; i < self->n; i++)
    {
      guint row = i / across, in_row = MIN (across, self->n - row * across);

      self->x[i] = self->width * (2.0 * (i % across) + 1.0) / (2.0 * across)
                   + self->width * (double) (across - in_row) / (2.0 * across);
      self->y[i] = top + depth * (row + 0.5);
    }
}

/* Rows and columns in the shape of the room, tables in the middle of their share. */
static void
lay_grid (Floor *self)
{
  guint columns
      = CLAMP ((guint) ceil (sqrt ((double) self->n * self->width / MAX (self->height, 1))), 1,
               self->n);
  guint rows = (self->n + columns - 1) / columns;

  for (guint i = 0; i < self->n; i++)
    {
      self->x[i] = self->width * (2 * (i % columns) + 1) / (int) (2 * columns);
      self->y[i] = self->height * (2 * (i / columns) + 1) / (int) (2 * rows);
    }
}

static void
lay_scattered (Floor *self)
{
  g_autofree int *xy = g_new0 (int, 2 * self->n);

  rt_edit_scatter (self->width, self->height, self->n, xy);
  for (guint i = 0; i < self->n; i++)
    {
      self->x[i] = xy[2 * i];
      self->y[i] = xy[2 * i + 1];
    }
}

/* Long tables end to end, in one line through the middle of the room, or in as many as it needs. */
static void
lay_boardroom (Floor *self)
{
  double total = 0.0;
  guint lines, done = 0;

  for (guint i = 0; i < self->n; i++)
    total += self->length[i] + ENDS;
  lines = MAX (1, (guint) ceil (total / MAX (self->width - 20, 1)));
  for (guint line = 0; line < lines; line++)
    {
      guint until = (line + 1) * self->n / lines;
      double length = 0.0, x;

      for (guint i = done; i < until; i++)
        length += self->length[i] + ENDS;
      x = (self->width - length) / 2.0;
      for (; done < until; done++)
        {
          self->x[done] = x + (self->length[done] + ENDS) / 2.0;
          self->y[done] = self->height * (line + 0.5) / lines;
          x += self->length[done] + ENDS;
        }
    }
}

static const struct {
  const char *word;
  const char *label;
  LayOut      lay_out;
} layouts[] = {
  { "scattered", N_("Scatter the Tables"), lay_scattered },
  { "grid", N_("Lay Out in a Grid"), lay_grid },
  { "ring", N_("Lay Out in a Ring"), lay_ring },
  { "u", N_("Lay Out in a U"), lay_u },
  { "rows", N_("Lay Out in Rows"), lay_rows },
  { "boardroom", N_("Lay Out as a Boardroom"), lay_boardroom },
};

static gboolean
is_long (const RtTable *table)
{
  return table->shape == RT_SHAPE_RECTANGLE || table->shape == RT_SHAPE_OVAL;
}

/* Whole degrees from 0 to 179: a table looks the same from either end. */
static int
tidy_angle (double angle)
{
  int degrees = (int) round (angle) % 180;

  return degrees < 0 ? degrees + 180 : degrees;
}

static RtTable *
dup_table_at (const Floor *self, const RtTable *table, guint i)
{
  RtTable *copy = rt_record_copy (table);

  copy->x = CLAMP ((int) round (self->x[i]), 0, self->width);
  copy->y = CLAMP ((int) round (self->y[i]), 0, self->height);
  if (self->length[i] > 0)
    {
      copy->shape = RT_SHAPE_RECTANGLE;
      copy->width = self->length[i];
      copy->depth = BOARD_DEPTH;
    }
  /* Only long tables follow a line; the others stay as somebody turned them. */
  if (is_long (copy))
    copy->angle = self->angle[i] != 0.0 ? tidy_angle (self->angle[i]) : RT_UNSET;
  return copy;
}

static int
board_length (const RtTable *table)
{
  return MAX (LEAST_LENGTH, (rt_table_get_places (table) + 1) / 2 * PLACE_LENGTH);
}

static RtChange *
apply_layout (RtPlan *plan, guint which, GError **error)
{
  const RtRoom *room
      = rt_plan_get_n (plan, RT_PART_ROOM) > 0 ? rt_plan_get (plan, RT_PART_ROOM, 0) : NULL;
  guint n = rt_plan_get_n (plan, RT_PART_TABLES);
  int side = (int) ceil (sqrt (n)) * ROOM_PER_TABLE;
  g_autofree double *x = g_new0 (double, n), *y = g_new0 (double, n), *angle = g_new0 (double, n);
  g_autofree int *length = g_new0 (int, n);
  Floor floor = { room != NULL && room->width > 0 ? room->width : side,
                  room != NULL && room->height > 0 ? room->height : side,
                  n, x, y, angle, length };
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (rt_record_unref);

  for (guint i = 0; layouts[which].lay_out == lay_boardroom && i < n; i++)
    length[i] = board_length (rt_plan_get_table (plan, i));
  layouts[which].lay_out (&floor);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (copies, dup_table_at (&floor, rt_plan_get_table (plan, i), i));
  return rt_edit_replace_many (plan, _(layouts[which].label), RT_PART_TABLES, copies->pdata, n,
                               error);
}

/**
 * rt_edit_lay_out:
 * @plan: the plan
 * @layout: “scattered”, “grid”, “ring”, “u”, “rows” or “boardroom”
 * @error: for people
 *
 * Gives every table another place in the room, in their order. Only tables move: everybody keeps
 * their table and chair. A ring or U that is too short for all has another one inside; a boardroom
 * makes the tables rectangles as long as their places need, end to end. O(tables).
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_REFUSED, also when all stand so
 *   already
 */
RtChange *
rt_edit_lay_out (RtPlan *plan, const char *layout, GError **error)
{
  if (rt_plan_get_n (plan, RT_PART_TABLES) == 0)
    {
      rt_edit_fail (error, RT_ERROR_REFUSED, _("There are no tables to lay out yet."));
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    if (g_str_equal (layouts[i].word, layout))
      return apply_layout (plan, i, error);
  rt_edit_fail (error, RT_ERROR_REFUSED, _("There is no layout “%s”."), layout);
  return NULL;
}
