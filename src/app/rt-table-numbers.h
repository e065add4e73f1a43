/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-session.h"

G_BEGIN_DECLS

/** RtTableNumbers: where a table stands, how large it is and how it is turned, in numbers. */
#define RT_TYPE_TABLE_NUMBERS (rt_table_numbers_get_type ())
G_DECLARE_FINAL_TYPE (RtTableNumbers, rt_table_numbers, RT, TABLE_NUMBERS, AdwExpanderRow)

void rt_table_numbers_show (RtTableNumbers *self, RtSession *session, RtId table);
void rt_table_numbers_focus (RtTableNumbers *self); /* opens, too */

G_END_DECLS
