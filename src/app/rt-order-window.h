/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-order-controls.h"
#include "rt-session.h"

G_BEGIN_DECLS

/**
 * RtOrderWindow:
 *
 * A window with an ordered list of a plan: keys, dragging, undo and the focus are the same in all
 * of them. Rows that are still right stay when the plan changes, and with them what is typed in
 * them.
 *
 * In a `.ui` file, children of the types `start` (of the header bar), `above` and `below` (the
 * list), and `empty` (shown instead of it) go where these words say.
 */
#define RT_TYPE_ORDER_WINDOW (rt_order_window_get_type ())
G_DECLARE_DERIVABLE_TYPE (RtOrderWindow, rt_order_window, RT, ORDER_WINDOW, AdwWindow)

/**
 * RtOrderWindowClass:
 * @part: of the plan, a row for each of its records
 * @narrow_below: width in px below which rows put their buttons elsewhere; 0: never
 * @refresh: looks at the plan again; returns how many rows there are. Default: of @part
 * @get_id: the id of the row at that place. Default: of @part
 * @new_row: a row with [class@OrderControls]
 * @update_row: lets a row say what is so now
 * @narrow_row: lets its words have the room of its buttons. Default: the buttons go under them
 * @updated: after all rows were
 * @open: shows the record in a window of its own. Default: nothing
 * @move_by: one step up or down. Default: @place
 * @place: puts the row at @from to @to
 * @set: what the row's own part was set to
 * @remove: takes it out
 */
struct _RtOrderWindowClass
{
  AdwWindowClass parent_class;

  RtPart part;
  int    narrow_below;

  guint      (*refresh)    (RtOrderWindow *self);
  RtId       (*get_id)     (RtOrderWindow *self, guint index);
  GtkWidget *(*new_row)    (RtOrderWindow *self);
  void       (*update_row) (RtOrderWindow *self, GtkListBoxRow *row, guint index);
  void       (*narrow_row) (RtOrderWindow *self, GtkListBoxRow *row, gboolean narrow);
  void       (*updated)    (RtOrderWindow *self, gboolean fixed);
  void       (*open)       (RtOrderWindow *self, guint index);
  void       (*move_by)    (RtOrderWindow *self, guint index, int step);
  void       (*place)      (RtOrderWindow *self, guint from, guint to);
  void       (*set)        (RtOrderWindow *self, guint index, guint value);
  void       (*remove)     (RtOrderWindow *self, guint index);
};

/* Shows @session's plan, again whenever @session emits @signal; the first row has the focus. */
void           rt_order_window_set_session (RtOrderWindow *self, RtSession *session,
                                            const char *signal);
RtSession     *rt_order_window_get_session (RtOrderWindow *self);
RtPlan        *rt_order_window_get_plan    (RtOrderWindow *self);
void           rt_order_window_update      (RtOrderWindow *self);
GtkListBoxRow *rt_order_window_get_row     (RtOrderWindow *self, guint index);
/* Where another row was taken out, GTK would give the focus away until it is asked for. */
void           rt_order_window_focus_row   (RtOrderWindow *self, RtId id);
/* A toast; @undo: with a button that takes the last change back. */
void           rt_order_window_say         (RtOrderWindow *self, const char *message,
                                            gboolean undo);

G_END_DECLS
