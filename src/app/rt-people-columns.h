/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-people-list.h"
#include "rt-people-order.h"
#include "rt-width-class.h"

G_BEGIN_DECLS

/* The columns of the list of people, and how their cells are made and filled. */

/* Appends all columns to @view. */
void                 rt_people_columns_add (GtkColumnView *view);
GtkColumnViewColumn *rt_people_columns_get (GtkColumnView *view, RtPeopleColumn column);
/* In a narrow window the name has the organisation under it and is the only column. Columns that
   are shown on demand are among @extra, bits by RtPeopleColumn. */
void rt_people_columns_set_width_class (GtkColumnView *view, RtWidthClass width_class, guint extra);
/* Fills the cells that are on the screen once more. */
void         rt_people_columns_show_again (GtkColumnView *view);
/* What the view is sorted by. Returns: FALSE for the order of the plan. */
gboolean     rt_people_columns_get_sort  (GtkColumnView *view, RtPeopleColumn *column,
                                          GtkSortType *type);
/* The cell of @column in the row at @position, or NULL where it is not on the screen. */
GtkListItem *rt_people_columns_find_cell (GtkColumnView *view, RtPeopleColumn column,
                                          guint position);
/* Which cell @widget is in, or NULL. */
GtkListItem *rt_people_columns_cell_of   (GtkWidget *widget, RtPeopleColumn *column);

G_END_DECLS
