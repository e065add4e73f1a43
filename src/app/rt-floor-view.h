/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-aisle.h"
#include "rt-edit-furniture.h"
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

/** RtFloorHandle: corners clockwise from the upper left one, and the knob that turns */
typedef enum {
  RT_HANDLE_FIRST_CORNER,
  RT_HANDLE_SECOND_CORNER,
  RT_HANDLE_THIRD_CORNER,
  RT_HANDLE_FOURTH_CORNER,
  RT_HANDLE_TURN,
} RtFloorHandle;

#define RT_TYPE_FLOOR_VIEW (rt_floor_view_get_type ())
G_DECLARE_FINAL_TYPE (RtFloorView, rt_floor_view, RT, FLOOR_VIEW, GtkWidget)

GtkWidget *rt_floor_view_new (void);
void rt_floor_view_set_session (RtFloorView *self, RtSession *session);
void rt_floor_view_set_mode (RtFloorView *self, RtFloorMode mode);
/* How wide a way between chairs is to be, cm; what is narrower is drawn and said. */
void rt_floor_view_set_least_way (RtFloorView *self, int least_way);
/* Slips can be looked at and not be moved. */
void rt_floor_view_set_fixed (RtFloorView *self, gboolean fixed);
double
rt_floor_view_get_text (RtFloorView *self); /* how much larger than the usual 11 points text is */
double rt_floor_view_get_zoom (RtFloorView *self); /* 1.0 = slips at 88 px; signal zoom-changed */
void rt_floor_view_set_zoom (RtFloorView *self, double zoom);
void rt_floor_view_fit (RtFloorView *self);
/* Furniture: many pieces can be chosen at once, tables by their index and behind them the things;
   the session's selected table is among them. Signal chosen-changed. */
void rt_floor_view_choose (RtFloorView *self, int piece, gboolean more);
void rt_floor_view_choose_all (RtFloorView *self); /* all tables */
RtId *rt_floor_view_dup_chosen (RtFloorView *self, guint *n);
RtPiece *rt_floor_view_dup_pieces (RtFloorView *self, guint *n);
int rt_floor_view_get_only (RtFloorView *self);
/* Where a handle of the one chosen piece is. */
gboolean rt_floor_view_get_handle (RtFloorView *self, RtFloorHandle handle, double *x, double *y);
/* What is shown, and the ways in it that are too narrow; NULL before there is a session. */
const RtScene *rt_floor_view_get_scene (RtFloorView *self);
const GArray *rt_floor_view_get_aisles (RtFloorView *self);
void rt_floor_view_reveal (RtFloorView *self, RtId table); /* scroll to and focus */
gboolean rt_floor_view_reveal_person (RtFloorView *self, RtId person);

/* Whether slips are on their way to another place. */
gboolean rt_floor_view_is_sliding (RtFloorView *self);

G_END_DECLS
