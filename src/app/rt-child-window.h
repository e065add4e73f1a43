/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Not larger than @parent, where that has a size. */
void rt_child_window_fit (GtkWindow *child, GtkWindow *parent);
/* As wide as it is, or as it will be when it is shown. */
int rt_child_window_get_width (GtkWindow *child);
/* Shows @child, a window, over @parent: modal, and never larger than it. */
void rt_child_window_show (GtkWidget *child, GtkWindow *parent);

G_END_DECLS
