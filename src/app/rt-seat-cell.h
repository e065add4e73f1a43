/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-session.h"

G_BEGIN_DECLS

/* The session of the grid that a cell is in. (transfer none) */
typedef RtSession *(*RtSeatCellGet) (GtkWidget *cell);

/* A button in a grid that stands for one person in one round. A click opens Move To…; keys and menu
   are those of a slip, so that a grid does what the floor does. */
GtkWidget *rt_seat_cell_new (RtSeatCellGet get);
/* Says whom and which round it is about from now on. */
void       rt_seat_cell_set (GtkWidget *cell, guint round, RtId person);

/* Fills @grid anew by @change (@data); the focus stays on whom it was on, in the same round. */
typedef void (*RtSeatCellChange) (gpointer data);
void       rt_seat_cell_keep_focus (GtkWidget *grid, RtSeatCellChange change, gpointer data);

G_END_DECLS
