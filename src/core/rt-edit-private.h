/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-edit.h"

G_BEGIN_DECLS

/* What the files of rt_edit_* share. */

gboolean       rt_edit_fail           (GError **error, int code, const char *format,
                                       ...) G_GNUC_PRINTF (3, 4);
gconstpointer  rt_edit_find           (RtPlan *plan, RtPart part, RtId id, guint *index,
                                       GError **error);
/* The same for a round, refused when it is over. */
const RtRound *rt_edit_find_round     (RtPlan *plan, RtId id, guint *index, GError **error);
char          *rt_edit_dup_round_name (RtPlan *plan, guint index);   /* its title, or "Round 2" */

/* The greatest number of a table; 0: there is none */
int            rt_edit_get_last_number (RtPlan *plan);
/* Whom the round, or else the table, names as host or co-host; NULL = nobody. */
RtId           rt_edit_get_host       (const RtRound *round, const RtTable *table);
RtId           rt_edit_get_co_host    (const RtRound *round, const RtTable *table);
gboolean       rt_edit_is_open        (const RtRound *round, const RtTable *table);
gboolean       rt_edit_attends        (const RtPerson *person, RtId round);

/* Gives the hosts among @tables their chairs in a fresh round: hosts stay, whatever is arranged. */
void           rt_edit_seat_hosts     (RtPlan *plan, RtRound *copy, const RtTable * const *tables,
                                       guint n);
/* Sets the seating of a fresh copy; takes @seating. A seating of nobody is none. */
void           rt_edit_take_seating   (RtRound *copy, RtSeating *seating);
/* The change, or NULL with the door's error when it would not be let in. Takes @change. */
RtChange      *rt_edit_finish         (RtPlan *plan, RtChange *change, GError **error);

G_END_DECLS
