/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* F6: the focus goes to the next (or previous) pane of @window that takes it: header, tool bar,
 * content, tray, panel. A pane says so with one of the style classes "page-bar", "pane", "tray" and
 * "side-panel". */
void rt_panes_move_focus (GtkWindow *window, gboolean forward);

G_END_DECLS
