/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <pango/pangocairo.h>

#include "rt-layout.h"
#include "rt-palette.h"
#include "rt-scene.h"

G_BEGIN_DECLS

/**
 * RtPainter:
 *
 * Paints scenes with cairo: the room, then each table in the order of the scene. It keeps the text
 * layouts of slips, which cost more than all the rest, from one picture to the next; one painter
 * serves one font, size of text and look.
 */
typedef struct _RtPainter RtPainter;

/** RtSpot: a table (@chair -1) or a chair; @table -1 = nowhere. Behind the tables are the things in
 * the room. */
typedef struct {
  int table, chair;
} RtSpot;

/** RT_PAINTER_HALO: how far what is drawn round a table that is selected goes beyond its top */
#define RT_PAINTER_HALO 34.0

#define RT_SPOT_NONE ((RtSpot) { -1, -1 })

/**
 * RtPaintState:
 * @zoom: points on the picture per point of the layout
 * @visible: the part to paint, points of the layout
 * @focus: outlined when the keyboard is in use
 * @drop: where a dragged slip would go
 * @dragged: whose slip is under the pointer
 * @chosen: (nullable): whether each table, and behind them each thing, is one of those that are
 *   selected together
 */
typedef struct {
  double zoom;
  RtBox visible;
  RtSpot selected, focus, drop, dragged;
  const gboolean *chosen;
} RtPaintState;

RtPainter *rt_painter_new (PangoContext *context, double text, RtLook look);
void rt_painter_free (RtPainter *self);
RtSize rt_painter_measure_slip (RtPainter *self, const char *first, const char *last,
                                gboolean host);
void rt_painter_measure (RtPainter *self, RtScene *scene, RtDetail detail, double zoom,
                         gboolean labels, GArray *sizes);
gboolean rt_painter_shows (const RtLayout *layout, const RtPaintState *state, guint table);
void rt_painter_paint_room (RtPainter *self, cairo_t *cr, const RtScene *scene,
                            const RtLayout *layout, const RtPaintState *state);
void rt_painter_paint_table (RtPainter *self, cairo_t *cr, const RtScene *scene,
                             const RtLayout *layout, const RtPaintState *state, guint index);
RtBox rt_painter_get_reach (RtPainter *self, const RtScene *scene, const RtLayout *layout,
                            const RtPaintState *state, guint index);
void rt_painter_paint_slip (RtPainter *self, cairo_t *cr, const char *first, const char *last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtPainter, rt_painter_free)

G_END_DECLS
