/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-session.h"

G_BEGIN_DECLS

/** RtRoundsGrid: people by rounds; the floor's full equal for whoever prefers a table. A cell
 * activates Move To…. */
#define RT_TYPE_ROUNDS_GRID (rt_rounds_grid_get_type ())
G_DECLARE_FINAL_TYPE (RtRoundsGrid, rt_rounds_grid, RT, ROUNDS_GRID, GtkWidget)

/* Where there is no room for them, there are no organisations, and nothing says how many
   are shown. */
void rt_rounds_grid_set_narrow (RtRoundsGrid *self, gboolean narrow);
void rt_rounds_grid_set_session (RtRoundsGrid *self, RtSession *session);
/* Into the search; @text (nullable) replaces what is there. */
void rt_rounds_grid_search (RtRoundsGrid *self, const char *text);
/* Goes to the next match, by @step -1 to the one before; FALSE: there is none. */
gboolean rt_rounds_grid_find_next (RtRoundsGrid *self, int step);
/* Goes to the row of @person, where they are shown. */
void rt_rounds_grid_reveal (RtRoundsGrid *self, RtId person);

G_END_DECLS
