/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The menu of @button is made of @model when it is first opened. GTK makes it with the button, a
 * dozen widgets for each of its items. */
void        rt_late_menu_set (GtkMenuButton *button, GMenuModel *model);
/* Returns: (nullable) (transfer none): what was set, opened or not. */
GMenuModel *rt_late_menu_get (GtkMenuButton *button);

G_END_DECLS
