/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* A table: its top, number and theme, what is written below it, and its outlines. */

#include "rt-painter-private.h"

#include <glib/gi18n-lib.h>

#include "rt-marks.h"

#define PILL_PAD 8.0
#define PILL_SIGN 18.0

/* The outline of a table top as a path. */
static void
top_path (cairo_t *cr, RtTableForm form, const RtBox *top, double inset)
{
  RtBox box = rt_box_grown (top, -inset);

  if (form == RT_FORM_ROUND || form == RT_FORM_OVAL || form == RT_FORM_CIRCLE)
    rt_mark_ellipse (cr, &box);
  else
    rt_mark_rounded (cr, &box, 8.0);
}

/* As the table is turned, about its middle. */
static void
turn (cairo_t *cr, const RtTablePlace *place)
{
  double x = place->top.x + place->top.width / 2.0, y = place->top.y + place->top.height / 2.0;

  cairo_translate (cr, x, y);
  cairo_rotate (cr, place->angle * G_PI / 180.0);
  cairo_translate (cr, -x, -y);
}

static void
paint_top (RtPainter *self, cairo_t *cr, const RtSceneTable *table, const RtTablePlace *place)
{
  RtTableForm form = table->spec.form;
  double thick = 5.0 * self->text;
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  turn (cr, place);
  top_path (cr, form, &place->top, 0.0);
  rt_mark_colour (cr,
                  form == RT_FORM_CIRCLE ? self->colours->floor
                                         : rt_palette_top (self->look, table->colour),
                  1.0);
  cairo_fill_preserve (cr);
  rt_mark_colour (cr, self->colours->seam, 1.0);
  cairo_set_line_width (cr, self->colours->line);
  cairo_stroke (cr);
  top_path (cr, form, &place->top, thick / 2.0 + 0.5);
  rt_mark_colour (cr, rt_palette_ring (self->look, table->colour), 1.0);
  cairo_set_line_width (cr, thick);
  cairo_stroke (cr);
  if (table->closed)
    {
      rt_mark_colour (cr, self->colours->dim, 0.4);
      cairo_set_line_width (cr, 1.5);
      top_path (cr, form, &place->top, thick);
      rt_mark_hatch (cr, &place->top, 9.0 * self->text);
    }
  if (table->broken != NULL)
    {
      top_path (cr, form, &place->top, 1.0);
      rt_mark_colour (cr, self->colours->warn_line, 1.0);
      cairo_set_line_width (cr, 4.0);
      rt_mark_dashes (cr, 8.0, 5.0);
      cairo_stroke (cr);
      rt_mark_dashes (cr, 0.0, 0.0);
    }
  cairo_set_matrix (cr, &matrix);
}

/* The theme's letter on its colour: a colour never stands alone. */
static void
paint_chip (RtPainter *self, cairo_t *cr, const RtSceneTable *table, double x, double y,
            double size)
{
  PangoLayout *letter
      = rt_painter_get_line (self, table->letter, 12.5 * size / (20.0 * self->text), TRUE);
  RtBox chip = { x - MAX (size, rt_painter_line_size (letter).width + 6.0) / 2.0, y - size / 2.0,
                 MAX (size, rt_painter_line_size (letter).width + 6.0), size };

  rt_mark_rounded (cr, &chip, 5.0 * self->text);
  rt_mark_colour (cr, rt_palette_theme (table->colour), 1.0);
  cairo_fill_preserve (cr);
  rt_mark_colour (cr, self->colours->seam, 1.0);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
  rt_mark_colour (cr, rt_palette_text_on (table->colour), 1.0);
  rt_painter_show_line (cr, letter, x, y);
}

/* What a table that is closed says. */
PangoLayout *
rt_painter_get_closed (RtPainter *self)
{
  return rt_painter_get_line (self, _("closed"), 12.5, TRUE);
}

static void
paint_number (RtPainter *self, cairo_t *cr, const RtSceneTable *table, const RtTablePlace *place,
              double zoom)
{
  /* From far away the letter keeps a size at which it can be read. */
  double chip = 20.0 * self->text * CLAMP (0.62 / zoom, 1.0, 1.45);
  double x = place->top.x + place->top.width / 2.0, y = place->top.y + place->top.height / 2.0;
  double small = MIN (1.0, MIN (place->top.height, place->top.width) / (76.0 * self->text));
  gboolean stacked = table->letter != NULL && place->top.height > 74.0 * self->text;
  PangoLayout *number = rt_painter_get_line (self, table->number, 26.0 * MAX (small, 0.6), TRUE);

  rt_mark_colour (cr, self->colours->number, 1.0);
  if (table->closed)
    {
      rt_painter_show_line (cr, number, x, y - 8.0 * self->text);
      rt_painter_show_line (cr, rt_painter_get_closed (self), x, y + 13.0 * self->text);
    }
  else if (table->letter == NULL)
    {
      rt_painter_show_line (cr, number, x, y);
    }
  else if (stacked)
    {
      rt_painter_show_line (cr, number, x, y - 8.0 * self->text - (chip - 20.0 * self->text) / 3.0);
      paint_chip (self, cr, table, x, y + 20.0 * self->text, chip);
    }
  else
    {
      /* Beside each other, and never larger than the table lets them be. */
      double unit = self->text * CLAMP (place->top.width / (80.0 * self->text), 0.6, 1.0);

      rt_painter_show_line (cr, number, x - 14.0 * unit, y);
      paint_chip (self, cr, table, x + 16.0 * unit, y, 20.0 * unit);
    }
}

/* Words below a table keep the size of text whatever the zoom; the theme goes first when the
 * room is small. */
RtPainterLabel
rt_painter_fit_label (RtPainter *self, const RtSceneTable *table, const RtTablePlace *place,
                      double zoom)
{
  const char *head = table->host != NULL ? table->host : table->theme;
  /* A little wider than measured: the zoom may have become a little smaller since. */
  double width = place->label.width * zoom * 1.1, room = place->label.height * zoom;
  RtPainterLabel label = { NULL, NULL, { 0.0, 0.0 } };
  RtSize size;

  if (head == NULL || place->label.height <= 0.0)
    return label;
  label.head = rt_painter_get_line (self, head, RT_PAINTER_LABEL_SIZE, TRUE);
  if (!rt_painter_fits (label.head, width, 2))
    pango_layout_set_wrap (label.head, PANGO_WRAP_WORD_CHAR);
  label.size = rt_painter_line_size (label.head);
  if (!self->themes || table->host == NULL || table->theme == NULL)
    return label;
  label.theme = rt_painter_get_line (self, table->theme, RT_PAINTER_LABEL_SIZE - 0.5, FALSE);
  if (!rt_painter_fits (label.theme, width, 2)
      || label.size.height + rt_painter_line_size (label.theme).height > room * 1.1 + 2.0)
    {
      label.theme = NULL;
      return label;
    }
  size = rt_painter_line_size (label.theme);
  label.size.width = MAX (label.size.width, size.width);
  label.size.height += size.height;
  return label;
}

static void
paint_label (RtPainter *self, cairo_t *cr, const RtSceneTable *table, const RtTablePlace *place,
             double zoom)
{
  RtPainterLabel label = rt_painter_fit_label (self, table, place, zoom);
  double height;

  if (label.head == NULL)
    return;
  cairo_save (cr);
  cairo_translate (cr, place->label.x + place->label.width / 2.0, place->label.y);
  cairo_scale (cr, 1.0 / zoom, 1.0 / zoom);
  height = rt_painter_line_size (label.head).height;
  rt_mark_colour (cr, self->colours->text, 1.0);
  rt_painter_show_line (cr, label.head, 0.0, height / 2.0);
  if (label.theme != NULL)
    {
      rt_mark_colour (cr, self->colours->dim, 1.0);
      rt_painter_show_line (cr, label.theme, 0.0, (height + label.size.height) / 2.0);
    }
  cairo_restore (cr);
}

/* What is wrong, in words, in the space kept below the table. */
RtBox
rt_painter_fit_pill (RtPainter *self, const RtSceneTable *table, const RtTablePlace *place,
                     PangoLayout **line)
{
  double pad = PILL_PAD * self->text, sign = PILL_SIGN * self->text;
  RtSize size;
  RtBox pill;

  *line = rt_painter_get_line (self, table->broken, 12.5, TRUE);
  rt_painter_fits (*line, place->label.width - sign - 2.0 * pad, 3);
  size = rt_painter_line_size (*line);
  pill.width = size.width + sign + 2.0 * pad;
  pill.height = MAX (size.height + 4.0 * self->text, 22.0 * self->text);
  pill.x = place->label.x + (place->label.width - pill.width) / 2.0;
  pill.y = place->label.y;
  return pill;
}

static void
paint_broken_label (RtPainter *self, cairo_t *cr, const RtSceneTable *table,
                    const RtTablePlace *place)
{
  double pad = PILL_PAD * self->text, sign = PILL_SIGN * self->text;
  PangoLayout *line;
  RtBox pill = rt_painter_fit_pill (self, table, place, &line);

  rt_mark_rounded (cr, &pill, 11.0 * self->text);
  rt_mark_colour (cr, self->colours->warn_fill, 1.0);
  cairo_fill_preserve (cr);
  rt_mark_colour (cr, self->colours->warn_line, 1.0);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  rt_mark_triangle (cr, self->colours, pill.x + pad + sign / 2.0 - 3.0, pill.y + pill.height / 2.0,
                    14.0 * self->text);
  rt_mark_colour (cr, self->colours->warn_text, 1.0);
  rt_painter_show_line (cr, line, pill.x + (pill.width + sign) / 2.0, pill.y + pill.height / 2.0);
}

/* A table's own outline for selection, drop and focus; the slips have theirs. */
static void
paint_states (RtPainter *self, cairo_t *cr, const RtScene *scene, const RtLayout *layout,
              const RtPaintState *state, guint index)
{
  const RtBox *top = &layout->tables[index].top;
  const struct
  {
    RtSpot spot;
    double away, width;
  } states[]
      = { { state->selected, 3.0, 3.0 }, { state->drop, 3.0, 3.0 }, { state->focus, 6.0, 2.0 } };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      if (!rt_painter_is_spot (states[i].spot, index, -1)
          || (i == 0 && layout->detail != RT_DETAIL_SLIPS))
        continue;
      top_path (cr, scene->tables[index].spec.form, top, -states[i].away);
      rt_mark_colour (cr, self->colours->accent, 1.0);
      cairo_set_line_width (cr, states[i].width);
      cairo_stroke (cr);
    }
}

/**
 * rt_painter_paint_table:
 * @cr: as for rt_painter_paint_room()
 * @index: of the table
 *
 * Paints a table, its chairs or slips, and what is written below.
 */
void
rt_painter_paint_table (RtPainter *self, cairo_t *cr, const RtScene *scene, const RtLayout *layout,
                        const RtPaintState *state, guint index)
{
  const RtSceneTable *table = &scene->tables[index];
  const RtTablePlace *place = &layout->tables[index];
  gboolean slips = layout->detail == RT_DETAIL_SLIPS;
  RtBox halo = rt_box_grown (&place->top, slips ? 4.0 : RT_PAINTER_HALO);
  cairo_matrix_t matrix;

  if (!slips
      && (rt_painter_is_spot (state->selected, index, -1)
          || (state->chosen != NULL && state->chosen[index])))
    {
      cairo_get_matrix (cr, &matrix);
      turn (cr, place);
      rt_mark_ellipse (cr, &halo);
      cairo_set_matrix (cr, &matrix);
      rt_mark_colour (cr, self->colours->accent_fill, 1.0);
      cairo_fill_preserve (cr);
      rt_mark_colour (cr, self->colours->accent, 1.0);
      cairo_set_line_width (cr, 2.5);
      cairo_stroke (cr);
    }
  paint_top (self, cr, table, place);
  paint_number (self, cr, table, place, state->zoom);
  for (guint k = 0; k < place->n_chairs; k++)
    {
      if (slips)
        rt_painter_paint_chair_slip (self, cr, table, &table->chairs[k], &place->chairs[k],
                                     rt_painter_is_spot (state->dragged, index, (int) k));
      else
        rt_painter_paint_chair_dot (self, cr, scene, table, &table->chairs[k], &place->chairs[k]);
      rt_painter_paint_chair_states (self, cr, &place->chairs[k], state, index, (int) k,
                                     table->chairs[k].marked);
    }
  if (table->step_free)
    rt_mark_step_free (cr, place->top.x + place->top.width - 8.0 + (slips ? 4.0 : 30.0),
                       place->top.y + 8.0 - (slips ? 4.0 : 30.0),
                       MAX (10.0 * self->text, 7.0 / state->zoom));
  if (slips && table->broken != NULL)
    paint_broken_label (self, cr, table, place);
  else if (!slips && table->broken != NULL)
    rt_mark_triangle (cr, self->colours, place->top.x + 6.0, place->top.y + 8.0,
                      MAX (24.0 * self->text, 15.0 / state->zoom));
  if (!slips)
    paint_label (self, cr, table, place, state->zoom);
  paint_states (self, cr, scene, layout, state, index);
}
