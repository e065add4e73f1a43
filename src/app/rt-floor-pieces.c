/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What can be moved about in a room: tables, and behind them in one count the things. */

#include "rt-floor-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FINGER 24.0 /* pixels: what is smaller can be hit beside it too */

/** rt_floor_view_n_pieces: Returns: tables, and where furniture is edited the things too */
int
rt_floor_view_n_pieces (RtFloorView *self)
{
  return (int) (self->scene->n_tables
                + (self->mode == RT_FLOOR_FURNITURE ? self->scene->n_objects : 0));
}

/** rt_floor_view_get_object: Returns: (nullable): the thing, where @piece is none of the tables */
const RtSceneObject *
rt_floor_view_get_object (RtFloorView *self, int piece)
{
  int n_tables = (int) self->scene->n_tables;

  return piece >= n_tables ? &self->scene->objects[piece - n_tables] : NULL;
}

/**
 * rt_floor_view_get_frame:
 *
 * Returns: what is drawn round a piece that is chosen, as parts of the layout
 */
RtFloorFrame
rt_floor_view_get_frame (RtFloorView *self, int piece)
{
  const RtSceneObject *object = rt_floor_view_get_object (self, piece);
  const RtLayout *layout = self->layout;
  const RtTablePlace *place;
  RtBox box;

  if (object == NULL)
    {
      place = &layout->tables[piece];
      return (RtFloorFrame) { place->top.x + place->top.width / 2.0,
                              place->top.y + place->top.height / 2.0,
                              place->top.width / 2.0 + RT_PAINTER_HALO,
                              place->top.height / 2.0 + RT_PAINTER_HALO,
                              place->angle * G_PI / 180.0,
                              TRUE };
    }
  box = rt_layout_map (layout, object->x, object->y, object->width, object->depth);
  return (RtFloorFrame) { box.x + box.width / 2.0, box.y + box.height / 2.0, box.width / 2.0,
                          box.height / 2.0, object->angle * G_PI / 180.0, FALSE };
}

/** rt_floor_frame_to_local: turns a distance so that it lies along the sides of the frame */
void
rt_floor_frame_to_local (const RtFloorFrame *self, double *x, double *y)
{
  double along = *x * cos (self->angle) + *y * sin (self->angle);

  *y = *y * cos (self->angle) - *x * sin (self->angle);
  *x = along;
}

/** rt_floor_frame_to_room: the other way round */
void
rt_floor_frame_to_room (const RtFloorFrame *self, double *x, double *y)
{
  double across = *x * cos (self->angle) - *y * sin (self->angle);

  *y = *x * sin (self->angle) + *y * cos (self->angle);
  *x = across;
}

/** rt_floor_frame_box: Returns: the box round the turned frame */
RtBox
rt_floor_frame_box (const RtFloorFrame *self)
{
  double width = fabs (self->half_width * cos (self->angle))
                 + fabs (self->half_height * sin (self->angle));
  double height = fabs (self->half_width * sin (self->angle))
                  + fabs (self->half_height * cos (self->angle));

  return (RtBox) { self->x - width, self->y - height, 2.0 * width, 2.0 * height };
}

/**
 * rt_floor_view_hit_object:
 * @x: point of the layout
 * @y: point of the layout
 *
 * Returns: the topmost thing there as a piece, or -1
 */
int
rt_floor_view_hit_object (RtFloorView *self, double x, double y)
{
  for (int i = rt_floor_view_n_pieces (self); i-- > (int) self->scene->n_tables;)
    {
      RtFloorFrame frame = rt_floor_view_get_frame (self, i);
      double least = FINGER / 2.0 / self->zoom, dx = x - frame.x, dy = y - frame.y;

      rt_floor_frame_to_local (&frame, &dx, &dy);
      if (fabs (dx) <= MAX (frame.half_width, least) && fabs (dy) <= MAX (frame.half_height, least))
        return i;
    }
  return -1;
}

/** rt_floor_view_piece_bounds: Returns: all that belongs to a piece, as part of the layout */
RtBox
rt_floor_view_piece_bounds (RtFloorView *self, int piece)
{
  RtFloorFrame frame;

  if (rt_floor_view_get_object (self, piece) == NULL)
    return self->layout->tables[piece].bounds;
  frame = rt_floor_view_get_frame (self, piece);
  return rt_floor_frame_box (&frame);
}

/** rt_floor_view_dup_piece_words: Returns: (transfer full): what a screen reader says of a piece */
char *
rt_floor_view_dup_piece_words (RtFloorView *self, int piece)
{
  const RtSceneObject *object = rt_floor_view_get_object (self, piece);
  g_autofree char *width = NULL, *depth = NULL;

  if (object == NULL)
    return rt_floor_view_dup_words (self, (guint) piece);
  width = rt_aisle_dup_length (object->width);
  depth = rt_aisle_dup_length (object->depth);
  /* Translators: a thing in the room and its size: "Stage, 5.0 m by 1.2 m" */
  return g_strdup_printf (_("%s, %s by %s"), object->text, width, depth);
}

/* Where an arrow key goes: to the nearest piece in that direction. */
int
rt_floor_view_next_piece (RtFloorView *self, int piece, double dx, double dy)
{
  RtBox from = rt_floor_view_piece_bounds (self, piece);
  double best = G_MAXDOUBLE;
  int next = -1;

  for (int i = 0; i < rt_floor_view_n_pieces (self); i++)
    {
      RtBox to = rt_floor_view_piece_bounds (self, i);
      double distance = i == piece ? G_MAXDOUBLE : rt_box_distance (&from, &to, dx, dy);

      if (distance >= best)
        continue;
      best = distance;
      next = i;
    }
  return next;
}
