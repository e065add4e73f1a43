/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The room: its walls, its grid and the things in it. */

#include "rt-painter-private.h"

#include <math.h>

#include "rt-marks.h"

#define SHOWS 0.5 /* of a picture: words stand on it */
#define SHOWS_DARK 0.2

/* Lines a metre apart, only where distances are true. */
static void
paint_grid (RtPainter *self, cairo_t *cr, const RtLayout *layout, const RtBox *room)
{
  double metre = 100.0 * layout->scale_x;

  rt_mark_colour (cr, self->colours->grid, 1.0);
  cairo_set_line_width (cr, 1.0);
  for (double x = room->x + metre; x < room->x + room->width - 1.0; x += metre)
    {
      cairo_move_to (cr, x, room->y);
      cairo_line_to (cr, x, room->y + room->height);
    }
  for (double y = room->y + metre; y < room->y + room->height - 1.0; y += metre)
    {
      cairo_move_to (cr, room->x, y);
      cairo_line_to (cr, room->x + room->width, y);
    }
  cairo_stroke (cr);
}

/* Words go inside a thing, upright in a tall one, or below it. */
static void
paint_object_words (RtPainter *self, cairo_t *cr, const RtSceneObject *object, const RtBox *box)
{
  PangoLayout *words = rt_painter_get_line (self, object->text, 12.5, FALSE);
  RtSize size = rt_painter_line_size (words);
  double y = 0.0;

  if (size.width > box->width && size.width <= box->height && size.height <= box->width)
    cairo_rotate (cr, -G_PI_2);
  else if (object->kind != RT_OBJECT_TEXT && (size.width > box->width || size.height > box->height))
    y = box->height / 2.0 + size.height / 2.0;
  rt_mark_colour (cr, self->colours->dim, 1.0);
  rt_painter_show_line (cr, words, 0.0, y);
}

static void
paint_outline (RtPainter *self, cairo_t *cr, const RtBox *box, double away, double width)
{
  RtBox grown = rt_box_grown (box, away);

  rt_mark_rounded (cr, &grown, 5.0 + away);
  if (away <= 0.0)
    {
      rt_mark_colour (cr, self->colours->accent_fill, 1.0);
      cairo_fill_preserve (cr);
    }
  rt_mark_colour (cr, self->colours->accent, 1.0);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
paint_object (RtPainter *self, cairo_t *cr, const RtSceneObject *object, RtBox box, double angle,
              gboolean chosen, gboolean focus)
{
  cairo_save (cr);
  cairo_translate (cr, box.x + box.width / 2.0, box.y + box.height / 2.0);
  cairo_rotate (cr, angle * G_PI / 180.0);
  box.x = -box.width / 2.0;
  box.y = -box.height / 2.0;
  if (object->kind != RT_OBJECT_TEXT)
    {
      rt_mark_rounded (cr, &box, 5.0);
      rt_mark_colour (cr, self->colours->object, 1.0);
      cairo_fill_preserve (cr);
      rt_mark_colour (cr, self->colours->object_line, 1.0);
      cairo_set_line_width (cr, self->colours->line);
      if (object->kind == RT_OBJECT_DOOR)
        rt_mark_dashes (cr, 4.0, 3.0);
      cairo_stroke (cr);
      rt_mark_dashes (cr, 0.0, 0.0);
    }
  if (chosen)
    paint_outline (self, cr, &box, 0.0, 2.5);
  if (focus)
    paint_outline (self, cr, &box, 4.0, 2.0);
  paint_object_words (self, cr, object, &box);
  cairo_restore (cr);
}

/* Where tables are moved apart, things stay only where no table has come to stand; what is in
 * front of everybody has a strip of its own at the top. */
static void
paint_objects (RtPainter *self, cairo_t *cr, const RtScene *scene, const RtLayout *layout,
               const RtPaintState *state)
{
  double strip_end = 0.0;

  for (guint i = 0; i < scene->n_objects; i++)
    {
      const RtSceneObject *object = &scene->objects[i];
      RtBox box = rt_layout_map (layout, object->x, object->y, object->width, object->depth);
      gboolean clear = layout->detail == RT_DETAIL_METRIC;

      if (!clear && rt_scene_object_in_front (scene, i))
        {
          box.width = MAX (120.0 * self->text, MIN (box.width, layout->bounds.width / 3.0));
          box = (RtBox) { CLAMP (box.x, strip_end + 8.0,
                                 MAX (strip_end + 8.0, layout->bounds.width - box.width - 8.0)),
                          7.0, box.width, RT_STRIP_HEIGHT * self->text - 4.0 };
          strip_end = box.x + box.width;
          clear = strip_end < layout->bounds.width;
        }
      else if (!clear)
        {
          clear = TRUE;
          for (guint k = 0; k < layout->n_tables && clear; k++)
            clear = !rt_box_overlaps (&box, &layout->tables[k].bounds);
        }
      if (clear)
        paint_object (self, cr, object, box,
                      layout->detail == RT_DETAIL_METRIC ? object->angle : 0.0,
                      state->chosen != NULL && state->chosen[scene->n_tables + i],
                      rt_painter_is_spot (state->focus, scene->n_tables + i, -1));
    }
}

/* Only where distances are true, and no farther than the walls. */
static void
paint_backdrop (RtPainter *self, cairo_t *cr, const RtScene *scene, const RtLayout *layout,
                const RtBox *room)
{
  gboolean dark = self->look == RT_LOOK_DARK || self->look == RT_LOOK_CONTRAST_DARK;

  cairo_save (cr);
  cairo_rectangle (cr, room->x, room->y, room->width, room->height);
  cairo_clip (cr);
  cairo_translate (cr, layout->origin_x, layout->origin_y);
  rt_backdrop_paint (self->backdrop, cr, scene->background, layout->scale_x, layout->scale_y,
                     dark ? SHOWS_DARK : SHOWS);
  cairo_restore (cr);
}

/**
 * rt_painter_paint_room:
 * @cr: where point 0, 0 of @layout is the origin and already scaled by the zoom
 * @scene: what is shown
 * @layout: where it stands
 * @state: what is selected, dragged and visible
 *
 * Paints the walls and what is in the room besides tables, which stand on it.
 */
void
rt_painter_paint_room (RtPainter *self, cairo_t *cr, const RtScene *scene, const RtLayout *layout,
                       const RtPaintState *state)
{
  RtBox room = rt_box_grown (&layout->bounds, -4.0);
  gboolean metric = layout->detail == RT_DETAIL_METRIC;

  if (metric && scene->room_width > 0.0 && scene->room_height > 0.0)
    room = (RtBox) { layout->origin_x, layout->origin_y, scene->room_width * layout->scale_x,
                     scene->room_height * layout->scale_y };
  if (metric && scene->background != NULL)
    paint_backdrop (self, cr, scene, layout, &room);
  if (metric)
    paint_grid (self, cr, layout, &room);
  paint_objects (self, cr, scene, layout, state);
  cairo_rectangle (cr, room.x, room.y, room.width, room.height);
  rt_mark_colour (cr, self->colours->room_line, 1.0);
  cairo_set_line_width (cr, metric ? 4.0 : 2.5);
  cairo_stroke (cr);
}
