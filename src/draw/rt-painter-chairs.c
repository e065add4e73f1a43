/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Who sits at a chair: a slip with the name, or from far away a dot. */

#include "rt-painter-private.h"

#include <glib/gi18n-lib.h>

#include "rt-marks.h"

#define SLIP_RADIUS 6.0

/* A slip's names; in the host's slip they make room for the star. */
static void
paint_names (const RtSlipText *slip, cairo_t *cr, const RtBox *box)
{
  RtSize first = rt_painter_line_size (slip->first);
  RtSize last = slip->last != NULL ? rt_painter_line_size (slip->last) : (RtSize) { 0.0, 0.0 };
  double y = box->y + (box->height - first.height - last.height) / 2.0;
  double x = box->x + box->width / 2.0;

  rt_painter_show_line (cr, slip->first, x, y + first.height / 2.0);
  if (slip->last != NULL)
    rt_painter_show_line (cr, slip->last, x, y + first.height + last.height / 2.0);
}

static void
outline (RtPainter *self, cairo_t *cr, const RtBox *box, double away, RtColour colour, double width)
{
  RtBox grown = rt_box_grown (box, away);

  rt_mark_rounded (cr, &grown, SLIP_RADIUS * self->text + away);
  rt_mark_colour (cr, colour, 1.0);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

gboolean
rt_painter_is_spot (RtSpot spot, guint table, int chair)
{
  return spot.table == (int) table && spot.chair == chair;
}

void
rt_painter_paint_chair_states (RtPainter *self, cairo_t *cr, const RtBox *box,
                               const RtPaintState *state, guint table, int chair, gboolean marked)
{
  if (marked || rt_painter_is_spot (state->selected, table, chair))
    outline (self, cr, box, 0.0, self->colours->accent, 3.0);
  if (rt_painter_is_spot (state->drop, table, chair))
    outline (self, cr, box, 1.0, self->colours->accent, 3.0);
  if (rt_painter_is_spot (state->focus, table, chair))
    outline (self, cr, box, 3.0, self->colours->accent, 2.0);
}

static void
paint_dashed_slip (RtPainter *self, cairo_t *cr, const RtBox *box, const char *words)
{
  rt_mark_rounded (cr, box, SLIP_RADIUS * self->text);
  rt_mark_colour (cr, self->colours->floor, 1.0);
  cairo_fill_preserve (cr);
  rt_mark_colour (cr, self->colours->slip_line, 1.0);
  cairo_set_line_width (cr, MAX (1.5, self->colours->line));
  rt_mark_dashes (cr, 4.0, 3.0);
  cairo_stroke (cr);
  rt_mark_dashes (cr, 0.0, 0.0);
  rt_mark_colour (cr, self->colours->dim, 1.0);
  rt_painter_show_line (cr, rt_painter_get_line (self, words, RT_PAINTER_LAST_SIZE, FALSE),
                        box->x + box->width / 2.0, box->y + box->height / 2.0);
}

/* The host's slip has the theme's colour; a host who is awaited has its outline only. */
static void
paint_host_slip (RtPainter *self, cairo_t *cr, const RtSceneTable *table, const RtSceneChair *chair,
                 const RtBox *box)
{
  const RtSlipText *slip = rt_painter_get_slip_text (self, chair->first, chair->last, TRUE);
  gboolean here = chair->person != NULL;
  double star = 5.5 * self->text;

  rt_mark_rounded (cr, box, SLIP_RADIUS * self->text);
  rt_mark_colour (cr, here ? rt_palette_theme (table->colour) : self->colours->slip, 1.0);
  cairo_fill_preserve (cr);
  rt_mark_colour (cr, here ? self->colours->seam : rt_palette_ring (self->look, table->colour),
                  1.0);
  cairo_set_line_width (cr, here ? self->colours->line : 2.0);
  if (!here)
    rt_mark_dashes (cr, 5.0, 3.0);
  cairo_stroke (cr);
  rt_mark_dashes (cr, 0.0, 0.0);
  rt_mark_colour (cr, here ? rt_palette_text_on (table->colour) : self->colours->text, 1.0);
  rt_mark_star (cr, box->x + 11.0 * self->text, box->y + 11.0 * self->text, star);
  paint_names (slip, cr, box);
}

static void
paint_plain_slip (RtPainter *self, cairo_t *cr, const RtSlipText *slip, const RtBox *box,
                  gboolean broken)
{
  rt_mark_rounded (cr, box, SLIP_RADIUS * self->text);
  rt_mark_colour (cr, self->colours->slip, 1.0);
  cairo_fill_preserve (cr);
  rt_mark_colour (cr, broken ? self->colours->warn_line : self->colours->slip_line, 1.0);
  cairo_set_line_width (cr, broken ? 2.0 : self->colours->line);
  if (broken)
    rt_mark_dashes (cr, 4.0, 3.0);
  cairo_stroke (cr);
  rt_mark_dashes (cr, 0.0, 0.0);
  rt_mark_colour (cr, self->colours->text, 1.0);
  paint_names (slip, cr, box);
}

void
rt_painter_paint_chair_slip (RtPainter *self, cairo_t *cr, const RtSceneTable *table,
                             const RtSceneChair *chair, const RtBox *box, gboolean dragged)
{
  double text = self->text;

  if (dragged)
    paint_dashed_slip (self, cr, box, chair->first);
  else if (chair->first == NULL)
    paint_dashed_slip (self, cr, box, _("empty"));
  else if (chair->host)
    paint_host_slip (self, cr, table, chair, box);
  else
    paint_plain_slip (self, cr, rt_painter_get_slip_text (self, chair->first, chair->last, FALSE),
                      box, chair->broken);
  if (chair->broken && !dragged)
    rt_mark_triangle (cr, self->colours, box->x + 2.0 * text, box->y + 2.0 * text, 17.0 * text);
  if (!chair->pinned || dragged)
    return;
  rt_mark_colour (cr, chair->host ? rt_palette_text_on (table->colour) : self->colours->pin, 1.0);
  rt_mark_pin (cr, box->x + box->width - 9.0 * text, box->y + 9.0 * text, 12.0 * text);
}

void
rt_painter_paint_chair_dot (RtPainter *self, cairo_t *cr, const RtScene *scene,
                            const RtSceneTable *table, const RtSceneChair *chair, const RtBox *box)
{
  gboolean taken = scene->furniture || chair->person != NULL;
  gboolean host = chair->host && (taken || chair->awaited != NULL);

  rt_mark_ellipse (cr, box);
  rt_mark_colour (cr,
                  host && taken ? rt_palette_theme (table->colour)
                  : taken       ? self->colours->slip
                                : self->colours->floor,
                  1.0);
  cairo_fill_preserve (cr);
  rt_mark_colour (cr, chair->broken ? self->colours->warn_line : self->colours->slip_line, 1.0);
  cairo_set_line_width (cr, chair->broken ? 2.5 : MAX (1.5, self->colours->line));
  if (!taken)
    rt_mark_dashes (cr, 3.0, 2.5);
  cairo_stroke (cr);
  rt_mark_dashes (cr, 0.0, 0.0);
  if (!host)
    return;
  rt_mark_colour (cr, taken ? rt_palette_text_on (table->colour) : self->colours->text, 1.0);
  rt_mark_star (cr, box->x + box->width / 2.0, box->y + box->height / 2.0, box->width * 0.29);
}

/** rt_painter_paint_slip: one slip with its corner at the origin, for the pointer while it is
 * dragged */
void
rt_painter_paint_slip (RtPainter *self, cairo_t *cr, const char *first, const char *last)
{
  const RtSlipText *slip = rt_painter_get_slip_text (self, first, last, FALSE);
  RtBox box = { 0.0, 0.0, slip->size.width, slip->size.height };

  paint_plain_slip (self, cr, slip, &box, FALSE);
  outline (self, cr, &box, 0.0, self->colours->accent, 2.0);
}
