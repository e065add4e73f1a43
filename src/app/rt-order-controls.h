/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-id.h"

G_BEGIN_DECLS

/** RtOrderPart: what can be asked for at a row, and which of its parts that is */
typedef enum {
  RT_ORDER_HERE,  /* detail: index of the row that was dropped; the row itself */
  RT_ORDER_VALUE, /* detail: what the row's own part was set to */
  RT_ORDER_UP,
  RT_ORDER_DOWN,
  RT_ORDER_REMOVE,
} RtOrderPart;

/**
 * RtOrderControls:
 *
 * What a row has that can be put elsewhere in its list: a part of its own, Up, Down and Remove, and
 * a handle to drag it by. It changes nothing itself.
 *
 * Signal: `asked (RtOrderPart what, guint detail)`.
 */
#define RT_TYPE_ORDER_CONTROLS (rt_order_controls_get_type ())
G_DECLARE_FINAL_TYPE (RtOrderControls, rt_order_controls, RT, ORDER_CONTROLS, GtkBox)

/* Of @row; the caller puts it and its handle there. */
GtkWidget       *rt_order_controls_new        (GtkListBoxRow *row);
RtOrderControls *rt_order_controls_of         (GtkListBoxRow *row);
GtkListBoxRow   *rt_order_controls_get_row    (RtOrderControls *self);
GtkWidget       *rt_order_controls_get_handle (RtOrderControls *self);
/* Of the record that the row shows. */
void             rt_order_controls_set_id     (RtOrderControls *self, RtId id);
RtId             rt_order_controls_get_id     (RtOrderControls *self);
/* Puts @value before the buttons; @format names it for who does not see it: "Minutes of: %s". */
void             rt_order_controls_set_value  (RtOrderControls *self, GtkWidget *value,
                                               const char *format);
/* Every part says what it is for, or a list of buttons would all be called the same. */
void             rt_order_controls_name       (RtOrderControls *self, const char *name);
void             rt_order_controls_set_can_move (RtOrderControls *self, gboolean up, gboolean down);
/* The first does not go up, nor the last down. */
void             rt_order_controls_set_place  (RtOrderControls *self, guint index, guint n);
void             rt_order_controls_ask        (RtOrderControls *self, RtOrderPart what,
                                               guint detail);
/* Which part of the row has the focus, and to give it that. */
RtOrderPart      rt_order_controls_get_focus  (RtOrderControls *self);
void             rt_order_controls_focus      (RtOrderControls *self, RtOrderPart part);

G_END_DECLS
