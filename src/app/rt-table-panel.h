/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-session.h"

G_BEGIN_DECLS

/** RtTablePanel: the editor of the session's selected table. Each edit is one labelled change. */
#define RT_TYPE_TABLE_PANEL (rt_table_panel_get_type ())
G_DECLARE_FINAL_TYPE (RtTablePanel, rt_table_panel, RT, TABLE_PANEL, GtkWidget)

void       rt_table_panel_set_session (RtTablePanel *self, RtSession *session);
void       rt_table_panel_show_place  (RtTablePanel *self); /* the numbers of where it stands */
void       rt_table_panel_show_name   (RtTablePanel *self);

G_END_DECLS
