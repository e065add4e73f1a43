/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-floor-cache.h"

G_BEGIN_DECLS

/* What of the state shows at one table. */
typedef struct {
  int selected, focus, drop, dragged; /* chair */
  gboolean chosen;
} RtFloorMarks;

/* One table as it was painted last, shown until there is time for a new one. */
typedef struct {
  cairo_surface_t *image; /* NULL: to be painted */
  GskRenderNode *node;    /* of the image, its corner at 0, 0; NULL: not shown by itself yet */
  RtBox box;              /* of the image, pixels from the layout's corner */
  double zoom;
  RtFloorMarks marks;
  gboolean passing; /* it will be somewhere else in the next frame */
} RtFloorPicture;

void rt_floor_picture_clear (RtFloorPicture *self);
void rt_floor_picture_paint (RtFloorPicture *self, const RtFloorSight *sight, guint table);
gboolean rt_floor_picture_is_true (const RtFloorPicture *self, const RtFloorSight *sight,
                                   guint table);
void rt_floor_picture_append (RtFloorPicture *self, GtkSnapshot *snapshot,
                              const RtFloorSight *sight);
void rt_floor_picture_compose (const RtFloorPicture *self, cairo_t *cr,
                               const RtFloorSight *sight);

cairo_surface_t *rt_floor_image_new (const RtFloorSight *sight, double width, double height);
GskRenderNode *rt_floor_image_new_node (cairo_surface_t *image, double width, double height);

G_END_DECLS
