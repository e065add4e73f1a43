/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-order-controls.h"

G_BEGIN_DECLS

/**
 * RtOrderRow:
 *
 * A row of a list with an order: a handle, words, and [class@OrderControls] beside them, or below
 * them where the window is narrow. What the words are is for each kind of row.
 */
#define RT_TYPE_ORDER_ROW (rt_order_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (RtOrderRow, rt_order_row, RT, ORDER_ROW, GtkListBoxRow)

struct _RtOrderRowClass
{
  GtkListBoxRowClass parent_class;
};

/* Takes @lead (nullable), which stands between the handle and the words. */
void             rt_order_row_set_lead     (RtOrderRow *self, GtkWidget *lead);
/* A line of the words; @klass (nullable) is its style. */
GtkWidget       *rt_order_row_add_label    (RtOrderRow *self, const char *klass);
/* A line of the words behind a sign. */
GtkWidget       *rt_order_row_add_marked   (RtOrderRow *self, GtkWidget **icon);
RtOrderControls *rt_order_row_get_controls (RtOrderRow *self);
void             rt_order_row_set_narrow   (RtOrderRow *self, gboolean narrow);

G_END_DECLS
