/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-session.h"
#include "rt-width-class.h"

G_BEGIN_DECLS

/** RtTray: the slips of those who have no seat in the round; a slip dropped here loses its seat.
 * Signal: `left (const char *person)`: the slip with the focus has gone from here,
 * or the button that seats them all. */
#define RT_TYPE_TRAY (rt_tray_get_type ())
G_DECLARE_FINAL_TYPE (RtTray, rt_tray, RT, TRAY, GtkWidget)

void rt_tray_set_session (RtTray *self, RtSession *session);
/* Those without a seat in the round, ids in their order. (transfer none) */
const GPtrArray *rt_tray_get_unseated (RtTray *self);
/* Focuses and selects the slip of @person; FALSE when they are not here. */
gboolean rt_tray_reveal (RtTray *self, RtId person);
/* Wide: two lines; medium: one; narrow: one, without the button. */
void rt_tray_set_width_class (RtTray *self, RtWidthClass width_class);

G_END_DECLS
