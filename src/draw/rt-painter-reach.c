/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* How far what is painted of a table goes: a picture of it is as large as this. */

#include "rt-painter-private.h"

#define OUTLINE 12.0 /* signs and outlines at the edge of slips and of the top */

static RtBox
around (double x, double y, double half_width, double half_height)
{
  return (RtBox) { x - half_width, y - half_height, 2.0 * half_width, 2.0 * half_height };
}

static void
add (RtBox *reach, RtBox box)
{
  *reach = rt_box_union (reach, &box);
}

/* The number, the letter or “closed”, which a small table may be smaller than. */
static void
add_number (RtPainter *self, RtBox *reach, const RtSceneTable *table, double x, double y)
{
  double width = rt_painter_line_size (rt_painter_get_line (self, table->number, 26.0, TRUE)).width;

  if (table->closed)
    width = MAX (width, rt_painter_line_size (rt_painter_get_closed (self)).width);
  if (table->letter != NULL)
    width
        += 2.0 * rt_painter_line_size (rt_painter_get_line (self, table->letter, 19.0, TRUE)).width;
  add (reach, around (x, y, width / 2.0 + 34.0 * self->text, 38.0 * self->text));
}

/* The signs at the upper corners keep a size at which they are seen. */
static void
add_signs (RtPainter *self, RtBox *reach, const RtSceneTable *table, const RtBox *top, double zoom)
{
  if (table->step_free)
    add (reach, rt_box_grown (&(RtBox) { top->x + top->width - 8.0, top->y - 26.0, 34.0, 34.0 },
                              MAX (10.0 * self->text, 7.0 / zoom) + 2.0));
  if (table->broken != NULL)
    add (reach, around (top->x + 6.0, top->y + 8.0, MAX (24.0 * self->text, 15.0 / zoom),
                        MAX (24.0 * self->text, 15.0 / zoom)));
}

/**
 * rt_painter_get_reach:
 *
 * Returns: a box in points of the layout that holds all that rt_painter_paint_table() paints;
 *   letters go to whole pixels, and so up to a pixel farther
 */
RtBox
rt_painter_get_reach (RtPainter *self, const RtScene *scene, const RtLayout *layout,
                      const RtPaintState *state, guint index)
{
  const RtSceneTable *table = &scene->tables[index];
  const RtTablePlace *place = &layout->tables[index];
  const RtBox *top = &place->top;
  double x = top->x + top->width / 2.0, y = top->y + top->height / 2.0;
  RtBox reach = rt_box_grown (&place->bounds, OUTLINE * self->text);
  gboolean slips = layout->detail == RT_DETAIL_SLIPS;
  RtPainterLabel label;
  PangoLayout *line;

  /* A slip that is on its way is not within the bounds. */
  for (guint k = 0; k < place->n_chairs; k++)
    add (&reach, rt_box_grown (&place->chairs[k], OUTLINE * self->text));
  add (&reach, rt_box_grown (top, OUTLINE * self->text));
  add_number (self, &reach, table, x, y);
  add_signs (self, &reach, table, top, state->zoom);
  if (slips && table->broken != NULL)
    {
      RtBox pill = rt_painter_fit_pill (self, table, place, &line);

      add (&reach, rt_box_grown (&pill, 2.0));
    }
  if (slips)
    return reach;
  if (rt_painter_is_spot (state->selected, index, -1)
      || (state->chosen != NULL && state->chosen[index]))
    {
      double halo = MAX (top->width, top->height) / 2.0 + RT_PAINTER_HALO + 2.0;

      add (&reach, around (x, y, halo, halo));
    }
  label = rt_painter_fit_label (self, table, place, state->zoom);
  add (&reach, (RtBox) { place->label.x, place->label.y, place->label.width,
                         (label.size.height + 4.0) / state->zoom });
  return reach;
}
