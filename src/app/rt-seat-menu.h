/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-session.h"

G_BEGIN_DECLS

/* What can be done with a slip, or with a table, in the round in hand: the same menu wherever it
   is shown. Transfer full. */
GMenu *rt_seat_menu_new_person (RtSession *session, RtId person);
GMenu *rt_seat_menu_new_table  (RtSession *session, RtId table);
/* What can be done with the whole round. */
GMenu *rt_seat_menu_new_round  (RtSession *session);

G_END_DECLS
