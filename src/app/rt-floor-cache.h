/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-painter.h"

G_BEGIN_DECLS

/**
 * RtFloorCache:
 *
 * A floor from one frame to the next: the picture of each table that is in sight is kept until the
 * table shows something else, so that a drag paints two tables and scrolling only those that come.
 * Where many chairs are zoomed at once, tables are their last picture, scaled, until it is their
 * turn to be painted in the new size.
 */
typedef struct _RtFloorCache RtFloorCache;

/**
 * RtFloorSight:
 * @left: where point 0, 0 of @layout is, whole pixels
 * @top: where point 0, 0 of @layout is, whole pixels
 * @width: of the view, pixels
 * @height: of the view, pixels
 * @density: dots of the screen per pixel
 * @cairo: whether cairo draws the frame: GTK 4.8 converts textures dot by dot then
 * @paint_above: (nullable): paints what lies over the tables and stays with them; @cr is scaled to
 *   pixels of the view
 */
typedef struct {
  RtPainter *painter;
  const RtScene *scene;
  const RtLayout *layout;
  const RtPaintState *state;
  double left, top, width, height;
  int density;
  gboolean cairo;
  void (*paint_above) (gpointer data, cairo_t *cr);
  gpointer data;
} RtFloorSight;

RtFloorCache *rt_floor_cache_new (void);
void rt_floor_cache_free (RtFloorCache *self);
void rt_floor_cache_forget (RtFloorCache *self);
void rt_floor_cache_pass (RtFloorCache *self, guint table);
gboolean rt_floor_cache_snapshot (RtFloorCache *self, GtkSnapshot *snapshot,
                                  const RtFloorSight *sight);

G_END_DECLS
