/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

/**
 * RtPiece:
 * @table: (nullable): a table; or, with %NULL,
 * @object: a thing of the room, which has no id: its index
 *
 * What is moved about in a room.
 */
typedef struct {
  RtId  table;
  guint object;
} RtPiece;

/**
 * RtStand:
 * @x: of the middle, cm
 * @y: of the middle, cm
 * @width: cm
 * @depth: cm
 * @angle: degrees clockwise
 *
 * Where a piece stands and how large it is; %RT_UNSET = as it is.
 */
typedef struct {
  int x, y, width, depth, angle;
} RtStand;

#define RT_STAND_AS_IT_IS ((RtStand) { RT_UNSET, RT_UNSET, RT_UNSET, RT_UNSET, RT_UNSET })

RtChange *rt_edit_move_pieces   (RtPlan *plan, const RtPiece *pieces, guint n, int dx, int dy,
                                 GError **error);
RtChange *rt_edit_turn_pieces   (RtPlan *plan, const RtPiece *pieces, guint n, int degrees,
                                 GError **error);
RtChange *rt_edit_stand_piece   (RtPlan *plan, const RtPiece *piece, const RtStand *stand,
                                 GError **error);
RtChange *rt_edit_remove_pieces (RtPlan *plan, const RtPiece *pieces, guint n, GError **error);

G_END_DECLS
