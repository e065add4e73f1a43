/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-window.h"

G_BEGIN_DECLS

/* The table of plan.* and win.* actions, put into @window; the plan.* ones are returned to be kept
 * up to date. */
GActionGroup *rt_window_actions_install (RtWindow *window);
/* What can be done now is enabled. */
void          rt_window_actions_update  (RtWindow *window, GActionGroup *actions);
/* Keys of the table, for the whole program. */
void          rt_window_actions_set_accels (GtkApplication *application);

G_END_DECLS
