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

void rt_rounds_grid_set_session (RtRoundsGrid *self, RtSession *session);

G_END_DECLS
