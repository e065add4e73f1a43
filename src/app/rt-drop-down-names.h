/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What has the focus in a drop-down is a button inside, which GTK 4.8 gives no name. From now on it
 * is called as the drop-down is, with what is selected, in every window of the program.
 */
void rt_drop_down_names_install (GtkApplication *application);

G_END_DECLS
