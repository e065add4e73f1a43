/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows @child, a window, over @parent: modal, and never larger than it. */
void rt_child_window_show (GtkWidget *child, GtkWindow *parent);

G_END_DECLS
