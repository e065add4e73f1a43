/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-session.h"

G_BEGIN_DECLS

/** RtTablesGrid: tables by rounds; in each cell those who sit there, host first. A person activates
 * Move To…. */
#define RT_TYPE_TABLES_GRID (rt_tables_grid_get_type ())
G_DECLARE_FINAL_TYPE (RtTablesGrid, rt_tables_grid, RT, TABLES_GRID, GtkWidget)

GtkWidget *rt_tables_grid_new         (void);
void       rt_tables_grid_set_session (RtTablesGrid *self, RtSession *session);
/* @folded: only tables with this in their name or in that of somebody who sits there. */
void       rt_tables_grid_search      (RtTablesGrid *self, const char *folded);
/* Goes to the next person with that in their name, by @step -1 to the one before; FALSE: nobody. */
gboolean   rt_tables_grid_find_next   (RtTablesGrid *self, const char *folded, int step);
guint      rt_tables_grid_get_n_shown (RtTablesGrid *self);

/* The title of a round's column, here and in the grid of people: "Round 2 · 10:40". */
char      *rt_tables_grid_dup_round_title (RtPlan *plan, guint round);

G_END_DECLS
