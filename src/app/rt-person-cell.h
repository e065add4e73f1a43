/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-people-order.h"

G_BEGIN_DECLS

/* What a cell of the list of people holds, as a text that can be edited, and back. */

/* One thing to tick. */
typedef struct {
  const char *word;    /* as in the text */
  const char *title;   /* translated */
} RtCellTick;

/* What can be ticked in @column, or NULL where words are typed. At most RT_MOST_CELL_TICKS. */
#define RT_MOST_CELL_TICKS 8
guint     rt_person_cell_get_ticks (RtPeopleColumn column, RtCellTick *ticks);
/* "Ealing"; "new, press"; "A, D" for wishes. Free with g_free(). */
char     *rt_person_cell_dup_text  (RtPlan *plan, const RtPerson *person, RtPeopleColumn column);
RtChange *rt_person_cell_to_change (RtPlan *plan, RtId person, RtPeopleColumn column,
                                    const char *text, GError **error);
/* @wishes (nullable): themes, first choice first. */
RtChange *rt_person_wishes_to_change (RtPlan *plan, RtId person, RtIds wishes, GError **error);

G_END_DECLS
