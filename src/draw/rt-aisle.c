/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-aisle.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rt-cluster.h"

#define CHAIRS 54.0 /* cm that chairs take beside a table: as they are drawn */
#define FARTHEST 400.0
#define STEP 10.0
#define DIRECTIONS 24
#define TURN_DIRECTIONS 24
#define MOST_WORK 10000 /* tables tried, times tables: less than a tenth of a second */

/* A rectangle, turned, with everything less than @round away from it: a disc, an oval, or a table
 * with its chairs. */
typedef struct {
  double x, y;             /* of the middle, cm */
  double half_x, half_y;   /* of the rectangle */
  double round;
  double cos, sin;
  double reach;            /* nothing of it is farther from the middle */
  gboolean solid;          /* counts at all */
  gboolean turn;           /* a step-free table */
} Shape;

typedef struct {
  double x, y;
} Point;

typedef struct {
  const RtScene *scene;
  Shape *shapes; /* tables, then objects */
  guint n_tables, n;
} Floor;

static void
set_angle (Shape *shape, double degrees)
{
  shape->cos = cos (degrees * G_PI / 180.0);
  shape->sin = sin (degrees * G_PI / 180.0);
  shape->reach = hypot (shape->half_x, shape->half_y) + shape->round;
}

static Shape
table_shape (const RtSceneTable *table)
{
  RtTableSpec spec = table->spec;
  Shape shape = { .x = spec.x, .y = spec.y, .solid = spec.placed,
                  .turn = table->step_free && !table->closed };
  g_autofree RtBox *chairs = NULL;
  RtTablePlace place;
  double half_x, half_y;

  spec.label = (RtSize) { 0.0, 0.0 };
  spec.angle = 0.0;
  rt_cluster_place (&spec, RT_DETAIL_METRIC, 1.0, &place);
  chairs = place.chairs;
  half_x = place.top.width / 2.0 / RT_POINTS_PER_CM;
  half_y = place.top.height / 2.0 / RT_POINTS_PER_CM;
  if (spec.form == RT_FORM_ROW)
    {
      /* Chairs stand on one side of its bar, about whose middle it is turned. */
      double turned = table->spec.angle * G_PI / 180.0;
      double middle = place.top.y + place.top.height / 2.0;
      double off = place.bounds.y + place.bounds.height / 2.0 - middle;

      shape.x -= off * sin (turned) / RT_POINTS_PER_CM;
      shape.y += (middle + off * cos (turned)) / RT_POINTS_PER_CM;
      shape.half_x = place.bounds.width / 2.0 / RT_POINTS_PER_CM;
      shape.half_y = place.bounds.height / 2.0 / RT_POINTS_PER_CM;
    }
  else if (spec.form == RT_FORM_SQUARE || spec.form == RT_FORM_RECTANGLE)
    {
      shape.half_x = half_x;
      shape.half_y = half_y;
      shape.round = spec.n_chairs > 0 ? CHAIRS : 0.0;
    }
  else
    {
      shape.half_x = MAX (0.0, half_x - half_y);
      shape.half_y = MAX (0.0, half_y - half_x);
      shape.round = MIN (half_x, half_y) + (spec.n_chairs > 0 ? CHAIRS : 0.0);
    }
  set_angle (&shape, table->spec.angle);
  return shape;
}

/* Nobody walks round a text, and a door is there to be walked through. */
static Shape
object_shape (const RtSceneObject *object)
{
  Shape shape = { .x = object->x, .y = object->y,
                  .half_x = object->width / 2.0, .half_y = object->depth / 2.0,
                  .solid = object->kind != RT_OBJECT_TEXT && object->kind != RT_OBJECT_DOOR };

  set_angle (&shape, object->angle);
  return shape;
}

static void
floor_init (Floor *self, const RtScene *scene)
{
  self->scene = scene;
  self->n_tables = scene->n_tables;
  self->n = scene->n_tables + scene->n_objects;
  self->shapes = g_new0 (Shape, self->n + 1);
  for (guint i = 0; i < scene->n_tables; i++)
    self->shapes[i] = table_shape (&scene->tables[i]);
  for (guint i = 0; i < scene->n_objects; i++)
    self->shapes[scene->n_tables + i] = object_shape (&scene->objects[i]);
}

static void
floor_clear (Floor *self)
{
  g_clear_pointer (&self->shapes, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Floor, floor_clear)

static Point
corner (const Shape *shape, guint which)
{
  double x = which == 0 || which == 3 ? -shape->half_x : shape->half_x;
  double y = which < 2 ? -shape->half_y : shape->half_y;

  return (Point) { shape->x + x * shape->cos - y * shape->sin,
                   shape->y + x * shape->sin + y * shape->cos };
}

/* The point of the rectangle that is nearest to another: the other itself when it is inside. */
static Point
nearest_in (const Shape *shape, Point to)
{
  double dx = to.x - shape->x, dy = to.y - shape->y;
  double x = CLAMP (dx * shape->cos + dy * shape->sin, -shape->half_x, shape->half_x);
  double y = CLAMP (dy * shape->cos - dx * shape->sin, -shape->half_y, shape->half_y);

  return (Point) { shape->x + x * shape->cos - y * shape->sin,
                   shape->y + x * shape->sin + y * shape->cos };
}

/* Two rectangles that are apart are nearest at a corner of one of them. Where they cross, the
 * answer is no distance at all or that of a corner: too little in both cases.
 * Returns: the distance of their outlines, below 0 where they overlap */
static double
measure (const Shape *a, const Shape *b, Point *from, Point *to)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < 8; i++)
    {
      Point one = i < 4 ? corner (a, i) : nearest_in (a, corner (b, i - 4));
      Point other = i < 4 ? nearest_in (b, one) : corner (b, i - 4);
      double distance = hypot (other.x - one.x, other.y - one.y);

      if (distance >= best)
        continue;
      best = distance;
      *from = one;
      *to = other;
    }
  if (best > a->round + b->round)
    {
      double x = (to->x - from->x) / best, y = (to->y - from->y) / best;

      *from = (Point) { from->x + x * a->round, from->y + y * a->round };
      *to = (Point) { to->x - x * b->round, to->y - y * b->round };
    }
  return best - a->round - b->round;
}

static gboolean
may_touch (const Shape *a, const Shape *b, double needed)
{
  double x = a->x - b->x, y = a->y - b->y, far = a->reach + b->reach + needed;

  return a->solid && b->solid && x * x + y * y < far * far;
}

/* How much room there is for a circle at a point, to things and walls: its diameter, cm. */
static double
room_at (const Floor *self, guint table, Point at)
{
  const Shape point = { .x = at.x, .y = at.y, .cos = 1.0, .solid = TRUE };
  double width = self->scene->room_width, height = self->scene->room_height;
  double room = RT_AISLE_TURN / 2.0;
  Point from, to;

  if (width > 0.0 && height > 0.0)
    room = MIN (room, MIN (MIN (at.x, width - at.x), MIN (at.y, height - at.y)));
  for (guint i = 0; i < self->n; i++)
    if (i != table && may_touch (&point, &self->shapes[i], RT_AISLE_TURN / 2.0))
      room = MIN (room, measure (&point, &self->shapes[i], &from, &to));
  return 2.0 * MAX (room, 0.0);
}

/* The largest circle, up to the one a wheelchair turns in, that has room beside a table. */
static RtAisle
find_turn (const Floor *self, guint table)
{
  const Shape *shape = &self->shapes[table];
  RtAisle best = { (int) table, -1, -1, -1.0, RT_AISLE_TURN, 0.0, 0.0, 0.0, 0.0 };

  for (guint i = 0; i < TURN_DIRECTIONS && best.gap < RT_AISLE_TURN; i++)
    {
      double angle = 2.0 * G_PI * i / TURN_DIRECTIONS, x = cos (angle), y = sin (angle);
      Point far = { shape->x + x * 10000.0, shape->y + y * 10000.0 };
      Point edge = nearest_in (shape, far);
      Point middle = { edge.x + x * (shape->round + RT_AISLE_TURN / 2.0),
                       edge.y + y * (shape->round + RT_AISLE_TURN / 2.0) };
      double room = room_at (self, table, middle);

      if (room <= best.gap)
        continue;
      best.gap = room;
      best.x0 = edge.x + x * shape->round;
      best.y0 = edge.y + y * shape->round;
      best.x1 = best.x0 + x * room;
      best.y1 = best.y0 + y * room;
    }
  return best;
}

/* The narrow ways between a table and all that comes after @first. */
static void
add_narrow (const Floor *self, guint table, guint first, GArray *aisles)
{
  double least = self->scene->least_way;

  for (guint i = first; i < self->n; i++)
    {
      RtAisle aisle = { (int) table, i < self->n_tables ? (int) i : -1,
                        i < self->n_tables ? -1 : (int) (i - self->n_tables),
                        0.0, least, 0.0, 0.0, 0.0, 0.0 };
      Point from, to;

      if (i == table || !may_touch (&self->shapes[table], &self->shapes[i], least))
        continue;
      aisle.gap = measure (&self->shapes[table], &self->shapes[i], &from, &to);
      if (aisle.gap > least - 0.5)
        continue;
      aisle.gap = MAX (aisle.gap, 0.0);
      aisle.x0 = from.x;
      aisle.y0 = from.y;
      aisle.x1 = to.x;
      aisle.y1 = to.y;
      g_array_append_val (aisles, aisle);
    }
}

static GArray *
check (const Floor *self)
{
  GArray *aisles = g_array_new (FALSE, FALSE, sizeof (RtAisle));

  for (guint i = 0; i < self->n_tables; i++)
    {
      add_narrow (self, i, i + 1, aisles);
      if (self->shapes[i].turn && self->shapes[i].solid)
        {
          RtAisle turn = find_turn (self, i);

          if (turn.gap < RT_AISLE_TURN - 0.5)
            g_array_append_val (aisles, turn);
        }
    }
  return aisles;
}

static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  const RtAisle *one = a, *other = b;

  return one->gap < other->gap ? -1 : one->gap > other->gap ? 1 : one->table - other->table;
}

/**
 * rt_aisle_check:
 * @scene: a room
 *
 * Measures the ways between tables, with their chairs, and between tables and things: a wheelchair
 * needs the scene's least way, and at a step-free table somewhere a circle of 150 cm to turn in.
 * Tables that stand
 * nowhere yet, doors and texts are in nobody's way. O(tables · (tables + things)).
 *
 * Returns: (transfer full) (element-type RtAisle): what is too narrow, the narrowest first
 */
GArray *
rt_aisle_check (const RtScene *scene)
{
  g_auto (Floor) floor = { NULL };
  GArray *aisles;

  floor_init (&floor, scene);
  aisles = check (&floor);
  g_array_sort (aisles, compare_gaps);
  return aisles;
}

/* Making room. */

static guint
count (const Floor *self)
{
  g_autoptr (GArray) aisles = check (self);

  return aisles->len;
}

static gboolean
fits_in_room (const Floor *self, const Shape *shape)
{
  double width = self->scene->room_width, height = self->scene->room_height;

  return width <= 0.0 || height <= 0.0
         || (shape->x >= shape->reach && shape->y >= shape->reach
             && shape->x <= width - shape->reach && shape->y <= height - shape->reach);
}

static gboolean
is_free (const Floor *self, guint table)
{
  g_autoptr (GArray) aisles = g_array_new (FALSE, FALSE, sizeof (RtAisle));

  add_narrow (self, table, 0, aisles);
  return aisles->len == 0
         && (!self->shapes[table].turn || find_turn (self, table).gap >= RT_AISLE_TURN - 0.5);
}

static gboolean
cannot_turn (const Floor *self, guint table)
{
  return self->shapes[table].turn && self->shapes[table].solid
         && find_turn (self, table).gap < RT_AISLE_TURN - 0.5;
}

/* At how many other tables nobody can turn. Only those that @table is near to now, or was near to
 * where it was at @old, can have changed since @before was found. */
static guint
count_turns (const Floor *self, guint table, const Shape *old, const gboolean *before)
{
  guint n = 0;

  for (guint i = 0; i < self->n_tables; i++)
    {
      gboolean near = may_touch (&self->shapes[i], old, 2.0 * RT_AISLE_TURN)
                      || may_touch (&self->shapes[i], &self->shapes[table], 2.0 * RT_AISLE_TURN);

      if (i != table)
        n += near ? cannot_turn (self, i) : before[i];
    }
  return n;
}

static guint
count_ways_at (const Floor *self, guint table)
{
  g_autoptr (GArray) aisles = g_array_new (FALSE, FALSE, sizeof (RtAisle));

  add_narrow (self, table, 0, aisles);
  return aisles->len + cannot_turn (self, table);
}

/* Moves a table to the nearest place where nothing is too near, and fewer ways are narrow in all.
 * None is at the table then, so only those where others turn are left to be counted. Returns:
 * whether there is such a place */
static gboolean
move_table (Floor *self, guint table)
{
  Shape *shape = &self->shapes[table];
  Shape old = *shape;
  g_autofree gboolean *stuck = g_new0 (gboolean, self->n_tables + 1);
  guint before = count_ways_at (self, table);

  for (guint i = 0; i < self->n_tables; i++)
    stuck[i] = cannot_turn (self, i);
  before += count_turns (self, table, &old, stuck);

  for (double far = STEP; far <= FARTHEST; far += STEP)
    for (guint i = 0; i < DIRECTIONS; i++)
      {
        double angle = 2.0 * G_PI * i / DIRECTIONS;

        shape->x = old.x + round (far * cos (angle));
        shape->y = old.y + round (far * sin (angle));
        if (fits_in_room (self, shape) && is_free (self, table)
            && count_turns (self, table, &old, stuck) < before)
          return TRUE;
      }
  *shape = old;
  return FALSE;
}

/* The table that is at the most narrow ways and has not been tried. */
static int
worst_table (const Floor *self, const gboolean *tried)
{
  g_autoptr (GArray) aisles = check (self);
  g_autofree guint *at = g_new0 (guint, self->n_tables + 1);
  int worst = -1;

  for (guint i = 0; i < aisles->len; i++)
    {
      const RtAisle *aisle = &g_array_index (aisles, RtAisle, i);

      at[aisle->table]++;
      if (aisle->other >= 0)
        at[aisle->other]++;
    }
  for (guint i = 0; i < self->n_tables; i++)
    if (at[i] > 0 && !tried[i] && (worst < 0 || at[i] > at[worst]))
      worst = (int) i;
  return worst;
}

/**
 * rt_aisle_make_room:
 * @scene: a room
 * @xy: (out caller-allocates) (array): where each table is to stand then, x and y, cm
 * @moved: (out caller-allocates) (array): which of them move
 *
 * Widens narrow ways: again and again the table at most of them goes to the nearest place, at most
 * four metres away, where it is in nobody's way. A greedy choice; that a single table is enough is
 * found where it is so. In a large room only the worst are tried; asking again goes on.
 *
 * Returns: how many ways stay narrow because there is no place
 */
guint
rt_aisle_make_room (const RtScene *scene, int *xy, gboolean *moved)
{
  g_auto (Floor) floor = { NULL };
  g_autofree gboolean *tried = g_new0 (gboolean, scene->n_tables + 1);
  g_autofree Point *start = g_new0 (Point, scene->n_tables + 1);
  int table;

  floor_init (&floor, scene);
  for (guint i = 0; i < scene->n_tables; i++)
    start[i] = (Point) { floor.shapes[i].x, floor.shapes[i].y };
  for (guint work = 0; work <= MOST_WORK && (table = worst_table (&floor, tried)) >= 0;
       work += scene->n_tables)
    {
      tried[table] = TRUE;
      move_table (&floor, (guint) table);
    }
  for (guint i = 0; i < scene->n_tables; i++)
    {
      double dx = floor.shapes[i].x - start[i].x, dy = floor.shapes[i].y - start[i].y;

      moved[i] = dx != 0.0 || dy != 0.0;
      xy[2 * i] = (int) round (scene->tables[i].spec.x + dx);
      xy[2 * i + 1] = (int) round (scene->tables[i].spec.y + dy);
    }
  return count (&floor);
}

/* Words. */

/** rt_aisle_dup_length: Returns: (transfer full): “0.7 m”, in the reader's way of writing */
char *
rt_aisle_dup_length (double cm)
{
  /* Rounded down: 0.89 is not 0.9. Translators: metres */
  return g_strdup_printf (_("%.1f m"), floor (cm / 10.0 + 1e-6) / 10.0);
}

/** rt_aisle_dup_words: Returns: (transfer full): “Table 7 to Coffee: 0.7 m of 0.9 m” */
char *
rt_aisle_dup_words (const RtScene *scene, const RtAisle *aisle)
{
  const char *table = scene->tables[aisle->table].display;
  g_autofree char *gap = rt_aisle_dup_length (aisle->gap);
  g_autofree char *needed = rt_aisle_dup_length (aisle->needed);

  if (aisle->other < 0 && aisle->object < 0)
    /* Translators: a step-free table, a length found, the length needed */
    return g_strdup_printf (_("%s: %s to turn, a wheelchair needs %s"), table, gap, needed);
  /* Translators: a table, another table or a thing, a length found, the length needed */
  return g_strdup_printf (_("%s to %s: %s, a way needs %s"), table,
                          aisle->other >= 0 ? scene->tables[aisle->other].display
                                            : scene->objects[aisle->object].text,
                          gap, needed);
}
