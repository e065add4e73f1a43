/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children in a row, as wide as they are, where all of them have room; else one below the other.
   (transfer full) */
GtkLayoutManager *rt_row_layout_new (void);

G_END_DECLS
