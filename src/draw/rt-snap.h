/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-layout.h"

G_BEGIN_DECLS

/**
 * RtGuides:
 * @across: whether a line goes down the room at @x, with which what is moved stands in line
 * @down: whether a line goes across the room at @y
 * @x: cm
 * @y: cm
 */
typedef struct {
  gboolean across, down;
  double x, y;
} RtGuides;

RtGuides rt_snap (const RtTableSpec *tables, guint n_tables, const gboolean *moving, RtSize half,
                  double room_width, double room_height, double reach, double *x, double *y);

G_END_DECLS
