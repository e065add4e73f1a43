/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-sheet-floor.h"

#include <math.h>

/*
 * Where everything of the floor plan is: the room is stretched to the page, and tables are as large
 * as they can be without touching each other, or much of what else stands in the room.
 */

#define STRETCH 1.75      /* how much the room's proportions may be changed */
#define LARGEST 0.85      /* of the tables on the screen */
#define GIVE_WAY 0.8      /* how small things in the room may make tables */
#define GRID 480.0        /* cm, between tables that stand nowhere */

static RtTableSpec
get_spec (RtPages *pages, const RtTable *record)
{
  return (RtTableSpec) {
    .form = record->shape == RT_UNSET ? RT_FORM_ROUND : (RtTableForm) record->shape,
    .angle = record->angle == RT_UNSET ? 0.0 : record->angle,
    .n_chairs = (guint) rt_table_get_places (record),
  };
}

/** rt_floor_get_room: Returns: (transfer none) (nullable): the room of the plan */
const RtRoom *
rt_floor_get_room (RtPages *pages)
{
  return rt_plan_get_n (pages->plan, RT_PART_ROOM) > 0 ? rt_plan_get (pages->plan, RT_PART_ROOM, 0)
                                                       : NULL;
}

/* Where the tables stand, cm; on a grid if one of them stands nowhere. Returns: the room's size. */
static RtSize
find_points (RtPages *pages, RtFloor *self)
{
  const RtRoom *room = rt_floor_get_room (pages);
  guint columns = MAX (1, (guint) ceil (sqrt (self->n * 0.72)));
  RtSize size = { room != NULL && room->width != RT_UNSET ? room->width : 0.0,
                  room != NULL && room->height != RT_UNSET ? room->height : 0.0 };
  gboolean placed = TRUE;
  RtBox all = { 0.0, 0.0, size.width, size.height };

  for (guint i = 0; i < self->n; i++)
    {
      const RtTable *record = rt_plan_get_table (pages->plan, self->tables[i]);
      RtBox at = { record->x - GRID / 3.0, record->y - GRID / 3.0, GRID / 1.5, GRID / 1.5 };

      placed = placed && record->x != RT_UNSET && record->y != RT_UNSET;
      self->points[i] = (RtFloorPoint) { record->x, record->y };
      /* Without a room, round the tables there is one. */
      if (placed && (size.width <= 0.0 || size.height <= 0.0))
        all = all.width <= 0.0 || all.height <= 0.0 ? at : rt_box_union (&all, &at);
    }
  self->left = all.x;
  self->top = all.y;
  if (placed)
    return (RtSize) { all.width, all.height };
  self->left = self->top = 0.0;
  for (guint i = 0; i < self->n; i++)
    self->points[i] = (RtFloorPoint) { (i % columns + 0.5) * GRID, (i / columns + 0.5) * GRID };
  return (RtSize) { columns * GRID, (self->n + columns - 1) / columns * GRID };
}

/* Moves a table with its chairs and words inside the walls. */
static RtFloorPoint
inside (const RtFloor *self, guint i)
{
  const RtBox *bounds = &self->places[i].bounds;
  double scale = self->scale, left = self->room.x + 6.0, top = self->room.y + 6.0;
  double right = self->room.x + self->room.width - 6.0;
  double bottom = self->room.y + self->room.height - 4.0 - RT_FLOOR_LABEL * scale;
  RtFloorPoint at = self->points[i];

  at.x = MAX (MIN (at.x, right - (bounds->x + bounds->width) * scale), left - bounds->x * scale);
  at.y = MAX (MIN (at.y, bottom - (bounds->y + bounds->height) * scale), top - bounds->y * scale);
  return at;
}

/* How large a table may be that stands beside something. */
static double
get_scale_beside (const RtFloor *self, guint i, const RtBox *thing)
{
  const RtBox *bounds = &self->places[i].bounds;
  double dx = fabs (self->points[i].x - thing->x - thing->width / 2.0) - thing->width / 2.0;
  double dy = fabs (self->points[i].y - thing->y - thing->height / 2.0) - thing->height / 2.0;
  gboolean below = self->points[i].y < thing->y;
  double across = (dx - 2.0) / (bounds->width / 2.0);
  double down = (dy - 2.0) / (bounds->height / 2.0 + (below ? RT_FLOOR_LABEL : 0.0));

  /* What stands on it, stands on it. */
  return dx < 0.0 && dy < 0.0 ? LARGEST : MAX (across, down);
}

/* The largest scale at which no two tables touch; a little less where they would touch a thing. */
static double
find_scale (const RtFloor *self)
{
  double scale = LARGEST, beside = LARGEST;

  for (guint i = 0; i < self->n; i++)
    for (guint j = i + 1; j < self->n; j++)
      {
        const RtBox *a = &self->places[i].bounds, *b = &self->places[j].bounds;
        double dx = fabs (self->points[i].x - self->points[j].x);
        double dy = fabs (self->points[i].y - self->points[j].y);
        double across = dx / ((a->width + b->width) / 2.0 + RT_FLOOR_APART);
        double down = dy / ((a->height + b->height) / 2.0 + RT_FLOOR_LABEL + RT_FLOOR_APART);

        /* Two tables on one spot stand on each other, on paper as in the room. */
        if (dx + dy > 1.0)
          scale = MIN (scale, MAX (across, down));
      }
  for (guint i = 0; i < self->n; i++)
    for (guint k = 0; k < self->n_things; k++)
      beside = MIN (beside, get_scale_beside (self, i, &self->things[k]));
  return MAX (MIN (scale, MAX (beside, scale * GIVE_WAY)), 0.05);
}

/** rt_floor_get_box: Returns: where the room may be on a page */
RtBox
rt_floor_get_box (RtPages *pages)
{
  RtBox area = rt_pages_get_area (pages);
  double key = pages->roll->n_themes > 0 ? RT_FLOOR_KEY : 0.0;

  return (RtBox) { area.x + 1.5, area.y + RT_FLOOR_HEAD, area.width - 3.0,
                   area.height - RT_FLOOR_HEAD - 4.0 - key };
}

/* Where an object is on the page: inside the walls, and upright or lying. */
static RtBox
get_thing (const RtFloor *self, const RtRoomObject *object)
{
  double width = (object->width == RT_UNSET ? 100.0 : object->width) * self->scale_x;
  double height = (object->depth == RT_UNSET ? 60.0 : object->depth) * self->scale_y;
  double x = ((object->x == RT_UNSET ? 0.0 : object->x) - self->left) * self->scale_x;
  double y = ((object->y == RT_UNSET ? 0.0 : object->y) - self->top) * self->scale_y;
  gboolean upright = object->angle != RT_UNSET && object->angle % 180 > 45
                     && object->angle % 180 < 135;
  RtBox box = { self->room.x + x - (upright ? height : width) / 2.0,
                self->room.y + y - (upright ? width : height) / 2.0, upright ? height : width,
                upright ? width : height };

  x = self->room.x + MAX (self->room.width - box.width, 0.0);
  y = self->room.y + MAX (self->room.height - box.height, 0.0);
  box.x = CLAMP (box.x, self->room.x, x);
  box.y = CLAMP (box.y, self->room.y, y);
  return box;
}

static void
place_things (RtPages *pages, RtFloor *self)
{
  const RtRoom *room = rt_floor_get_room (pages);

  self->n_things = room != NULL && room->objects != NULL ? room->objects->len : 0;
  self->things = g_new0 (RtBox, self->n_things);
  for (guint i = 0; i < self->n_things; i++)
    self->things[i] = get_thing (self, g_ptr_array_index (room->objects, i));
}

/**
 * rt_floor_new:
 * @box: what the room may take of the page
 *
 * Cost: the square of the tables.
 *
 * Returns: (transfer full): where everything is
 */
RtFloor *
rt_floor_new (RtPages *pages, const RtBox *box)
{
  RtFloor *self = g_new0 (RtFloor, 1);
  RtSize size;

  self->n = pages->roll->n_tables;
  self->tables = g_new0 (guint, self->n);
  self->points = g_new0 (RtFloorPoint, self->n);
  self->places = g_new0 (RtTablePlace, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      RtTableSpec spec = get_spec (pages, rt_plan_get_table (pages->plan, i));

      self->tables[i] = i;
      rt_cluster_place (&spec, RT_DETAIL_DOTS, 1.0, &self->places[i]);
    }
  size = find_points (pages, self);
  size.width = MAX (size.width, 100.0);
  size.height = MAX (size.height, 100.0);
  self->scale_x = MIN (box->width / size.width, box->height / size.height * STRETCH);
  self->scale_y = MIN (box->height / size.height, self->scale_x * STRETCH);
  self->room = (RtBox) { box->x + (box->width - size.width * self->scale_x) / 2.0, box->y,
                         size.width * self->scale_x, size.height * self->scale_y };
  place_things (pages, self);
  for (guint i = 0; i < self->n; i++)
    self->points[i]
        = (RtFloorPoint) { self->room.x + (self->points[i].x - self->left) * self->scale_x,
                    self->room.y + (self->points[i].y - self->top) * self->scale_y };
  for (guint k = 0; k < 3; k++)
    {
      self->scale = find_scale (self);
      for (guint i = 0; i < self->n; i++)
        self->points[i] = inside (self, i);
    }
  self->scale = find_scale (self);
  return self;
}

void
rt_floor_fit_page (RtPages *pages)
{
  RtBox box = rt_floor_get_box (pages);
  g_autoptr (RtFloor) floor = rt_floor_new (pages, &box);
  double width = floor->room.width / floor->scale_x, height = floor->room.height / floor->scale_y;
  double scale = MAX (pages->width, pages->height) / MAX (width, height);

  pages->width += width * scale - box.width;
  pages->height += height * scale - box.height;
  rt_ink_set_mirror (pages->ink, pages->mirrored ? pages->width : 0.0);
}

/** rt_floor_free: frees it */
void
rt_floor_free (RtFloor *self)
{
  for (guint i = 0; i < self->n; i++)
    g_free (self->places[i].chairs);
  g_free (self->places);
  g_free (self->things);
  g_free (self->points);
  g_free (self->tables);
  g_free (self);
}
