/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-scene.h"

G_BEGIN_DECLS

/** RT_AISLE_TURN: what a wheelchair needs to turn at a step-free table, cm */
#define RT_AISLE_TURN 150.0

/**
 * RtAisle:
 * @table: index
 * @other: the table on the other side, -1
 * @object: the thing on the other side, -1; with neither, @table has no place to turn beside it
 * @gap: how wide it is, cm
 * @needed: how wide it should be, cm
 * @x0: where it is measured from, cm
 * @y0: the same
 * @x1: and to where
 * @y1: the same
 */
typedef struct {
  int table, other, object;
  double gap, needed;
  double x0, y0, x1, y1;
} RtAisle;

GArray *rt_aisle_check (const RtScene *scene);
guint rt_aisle_make_room (const RtScene *scene, int *xy, gboolean *moved);
char *rt_aisle_dup_length (double cm);
char *rt_aisle_dup_words (const RtScene *scene, const RtAisle *aisle);

G_END_DECLS
