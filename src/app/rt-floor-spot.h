/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RtFloorSpot:
 *
 * A table or chair of a floor view as a widget that paints nothing: it carries the focus, the role
 * and the words of what the floor view has painted at its place. Chairs are children of their
 * table.
 *
 * Signal `activate`: Enter, or a click by assistive technology.
 */
#define RT_TYPE_FLOOR_SPOT (rt_floor_spot_get_type ())
G_DECLARE_FINAL_TYPE (RtFloorSpot, rt_floor_spot, RT, FLOOR_SPOT, GtkWidget)

RtFloorSpot *rt_floor_spot_new (int table, int chair);
int rt_floor_spot_get_table (RtFloorSpot *self);
int rt_floor_spot_get_chair (RtFloorSpot *self);
void rt_floor_spot_set_words (RtFloorSpot *self, const char *words);

G_END_DECLS
