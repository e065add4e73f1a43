/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-people-list.h"

G_BEGIN_DECLS

/* The columns of the list of people: how a cell is made and filled, and how two rows compare. */

typedef enum {
  RT_PEOPLE_NAME,
  RT_PEOPLE_ORGANISATION,
  RT_PEOPLE_ROLE,
  RT_PEOPLE_JOB,
  RT_PEOPLE_WISHES,
  RT_PEOPLE_NEEDS,
  RT_N_PEOPLE_COLUMNS,
} RtPeopleColumn;

/* Appends all columns to @view. */
void                 rt_people_columns_add (GtkColumnView *view);
GtkColumnViewColumn *rt_people_columns_get (GtkColumnView *view, RtPeopleColumn column);
/* In "narrow" the name has the organisation under it and is the only column. */
void rt_people_columns_set_width_class (GtkColumnView *view, const char *width_class);

G_END_DECLS
