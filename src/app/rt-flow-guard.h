/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Moves the focus by arrow keys, Home, End and pages in a flow box whose children come and go. GTK
 * would start at the child it remembers as its cursor, and it does not forget that when the child
 * is removed. Nor does 4.8 ever find the line above or below in a flow box that has not been laid
 * out yet, as it is not when a page is shown and the next key comes at once: until then these keys
 * do nothing there. What the children hold is used, never the children themselves.
 */
void rt_flow_guard (GtkFlowBox *flow);

G_END_DECLS
