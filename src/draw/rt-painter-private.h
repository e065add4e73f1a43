/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-backdrop.h"
#include "rt-painter.h"

G_BEGIN_DECLS

/* Shared by rt-painter.c (how much space a floor needs), rt-painter-text.c,
 * rt-painter-chairs.c, rt-painter-tables.c and rt-painter-room.c, which paint its parts, and
 * rt-painter-reach.c (how far a table goes). */

#define RT_PAINTER_LAST_SIZE 12.2  /* of a surname */
#define RT_PAINTER_LABEL_SIZE 13.0 /* of what is below a table */
#define RT_PAINTER_MANY_SLIPS 3000 /* more than are in sight at once */
#define RT_PAINTER_MANY_SIZES 50000

/* The text of one slip, broken into lines and measured once. */
typedef struct {
  PangoLayout *first;
  PangoLayout *last;
  RtSize size;
} RtSlipText;

/* The names below a table, NULL where there are none, as large as they are on the screen. */
typedef struct {
  PangoLayout *head, *theme;
  RtSize size;
} RtPainterLabel;

struct _RtPainter {
  PangoContext *context;
  double text;
  RtLook look;
  const RtFloorColours *colours;
  GHashTable *slips; /* of names to RtSlipText */
  GHashTable *sizes; /* of names to RtSize: of slips that are out of sight too */
  GHashTable *lines; /* of other texts to PangoLayout */
  RtBackdrop *backdrop;
  gboolean themes;   /* named below tables: there was room when they were measured */
};

/* Texts; a line belongs to the painter. */
RtSize rt_painter_get_slip_size (RtPainter *self, const char *first, const char *last,
                                 gboolean host);
const RtSlipText *rt_painter_get_slip_text (RtPainter *self, const char *first, const char *last,
                                            gboolean host);
PangoLayout *rt_painter_get_line (RtPainter *self, const char *text, double size, gboolean bold);
void rt_painter_show_line (cairo_t *cr, PangoLayout *layout, double x, double y);
RtSize rt_painter_line_size (PangoLayout *layout);
RtSize rt_painter_natural_size (RtPainter *self, const char *text, double size, gboolean bold);
gboolean rt_painter_fits (PangoLayout *layout, double width, int lines);

/* Parts. */
PangoLayout *rt_painter_get_closed (RtPainter *self);
RtPainterLabel rt_painter_fit_label (RtPainter *self, const RtSceneTable *table,
                                     const RtTablePlace *place, double zoom);
RtBox rt_painter_fit_pill (RtPainter *self, const RtSceneTable *table, const RtTablePlace *place,
                           PangoLayout **line);
gboolean rt_painter_is_spot (RtSpot spot, guint table, int chair);
void rt_painter_paint_chair_slip (RtPainter *self, cairo_t *cr, const RtSceneTable *table,
                                  const RtSceneChair *chair, const RtBox *box, gboolean dragged);
void rt_painter_paint_chair_dot (RtPainter *self, cairo_t *cr, const RtScene *scene,
                                 const RtSceneTable *table, const RtSceneChair *chair,
                                 const RtBox *box);
void rt_painter_paint_chair_states (RtPainter *self, cairo_t *cr, const RtBox *box,
                                    const RtPaintState *state, guint table, int chair,
                                    gboolean marked);

G_END_DECLS
