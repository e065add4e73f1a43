/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-aisle.h"
#include "rt-session.h"

G_BEGIN_DECLS

/**
 * RtFloorView:
 *
 * The room with its tables, chairs and slips: the one custom-drawn widget. In #RT_FLOOR_PEOPLE mode
 * slips are dragged between chairs of the session's round; in #RT_FLOOR_FURNITURE mode tables are.
 * It holds no logic: every gesture ends in an action of the window with ids (plan.move, plan.swap,
 * plan.place-table, ...), the same the menus activate. Every visible table and chair is also a
 * light child widget with role, name and focus, so the floor can be read and operated without
 * sight.
 */
typedef enum {
  RT_FLOOR_FURNITURE,
  RT_FLOOR_PEOPLE,
} RtFloorMode;

#define RT_TYPE_FLOOR_VIEW (rt_floor_view_get_type ())
G_DECLARE_FINAL_TYPE (RtFloorView, rt_floor_view, RT, FLOOR_VIEW, GtkWidget)

GtkWidget *rt_floor_view_new (void);
void rt_floor_view_set_session (RtFloorView *self, RtSession *session);
void rt_floor_view_set_mode (RtFloorView *self, RtFloorMode mode);
double
rt_floor_view_get_text (RtFloorView *self); /* how much larger than the usual 11 points text is */
double rt_floor_view_get_zoom (RtFloorView *self); /* 1.0 = slips at 88 px */
void rt_floor_view_set_zoom (RtFloorView *self, double zoom);
void rt_floor_view_fit (RtFloorView *self);
/* Furniture: many tables can be chosen at once; the session's selected one is among them. */
void rt_floor_view_choose (RtFloorView *self, int table, gboolean more);
void rt_floor_view_choose_all (RtFloorView *self);
RtId *rt_floor_view_dup_chosen (RtFloorView *self, guint *n);
/* What is shown, and the ways in it that are too narrow; NULL before there is a session. */
const RtScene *rt_floor_view_get_scene (RtFloorView *self);
const GArray *rt_floor_view_get_aisles (RtFloorView *self);
void rt_floor_view_reveal (RtFloorView *self, RtId table); /* scroll to and focus */

G_END_DECLS
