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
RtChange *rt_edit_align_pieces  (RtPlan *plan, const char *how, const RtPiece *pieces, guint n,
                                 GError **error);
RtChange *rt_edit_duplicate_pieces (RtPlan *plan, const RtPiece *pieces, guint n, GError **error);

/* Between the edits of furniture. */

/* The table or the thing that @piece is; FALSE with %RT_ERROR_REFUSED when it is gone. */
gboolean  rt_edit_find_piece    (RtPlan *plan, const RtPiece *piece, const RtTable **table,
                                 const RtRoomObject **object, GError **error);
/* Puts each @piece where @xy says, cm. @tables and @things hold one %s for how many. */
RtChange *rt_edit_place_pieces  (RtPlan *plan, const RtPiece *pieces, const int *xy, guint n,
                                 const char *tables, const char *things, GError **error);

G_END_DECLS
