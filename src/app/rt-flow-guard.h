/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * GTK 4.8 looks for the line above or below forever in a flow box that has not been laid out yet,
 * as it is not when a page is shown and the next key comes at once. Until then arrow keys do
 * nothing there.
 */
void rt_flow_guard (GtkFlowBox *flow);

G_END_DECLS
