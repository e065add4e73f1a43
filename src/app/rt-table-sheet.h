/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-session.h"

G_BEGIN_DECLS

/** RtTableSheet: below a floor too small for slips, the people of the chosen table. */
#define RT_TYPE_TABLE_SHEET (rt_table_sheet_get_type ())
G_DECLARE_FINAL_TYPE (RtTableSheet, rt_table_sheet, RT, TABLE_SHEET, GtkWidget)

void rt_table_sheet_set_session (RtTableSheet *self, RtSession *session);

G_END_DECLS
