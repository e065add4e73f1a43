/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-people-list.h"

G_BEGIN_DECLS

/* What is shown of each person, in the order of the columns. */
typedef enum {
  RT_PEOPLE_NAME,
  RT_PEOPLE_ORGANISATION,
  RT_PEOPLE_ROLE,
  RT_PEOPLE_JOB,
  RT_PEOPLE_SECTOR,
  RT_PEOPLE_KIND,
  RT_PEOPLE_TAGS,
  RT_PEOPLE_LANGUAGES,
  RT_PEOPLE_WISHES,
  RT_PEOPLE_NEEDS,
  RT_N_PEOPLE_COLUMNS,
} RtPeopleColumn;

/* "organisation": the same in every language. */
const char    *rt_people_column_get_word  (RtPeopleColumn column);
RtPeopleColumn rt_people_column_from_word (const char *word);   /* or RT_N_PEOPLE_COLUMNS */
const char    *rt_people_column_get_text  (const RtPersonRow *row, RtPeopleColumn column);

/* Sorts @items, of RtPersonItem. Whatever is equal keeps the order of names, so that groups read
   well; who has nothing there comes last. */
void rt_people_order (GPtrArray *items, RtPeopleColumn column, GtkSortType type);

G_END_DECLS
