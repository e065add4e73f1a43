/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-cluster.h"
#include "rt-scene.h"
#include "rt-sheet.h"

G_BEGIN_DECLS

/* What the files of the floor plan share: where room, things and tables are on the page. */

#define RT_FLOOR_HEAD 40.0
#define RT_FLOOR_LABEL 40.0 /* below a table, at that scale */
#define RT_FLOOR_APART 8.0
#define RT_FLOOR_KEY 30.0

typedef struct {
  double x, y;
} RtFloorPoint;

/* A plan of the room as it is drawn. */
typedef struct {
  RtBox room;
  double scale;           /* of tables */
  double scale_x, scale_y;/* points per cm */
  double left, top;       /* cm at the room's upper left corner */
  guint n;
  guint *tables;          /* those that are drawn */
  RtFloorPoint *points;
  RtTablePlace *places;   /* at scale 1, round 0, 0 */
  guint n_things;
  RtBox *things;          /* on the page, of the room's objects */
} RtFloor;

RtFloor *rt_floor_new (RtPages *pages, const RtBox *box);
void rt_floor_free (RtFloor *self);
RtBox rt_floor_get_box (RtPages *pages);
const RtRoom *rt_floor_get_room (RtPages *pages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtFloor, rt_floor_free)

G_END_DECLS
