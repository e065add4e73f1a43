/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-plan.h"

G_BEGIN_DECLS

/* Shows what the cell of the list of people at @x, @y does not: words that are cut, and the titles
   of the themes whose letters it has. Returns: FALSE where there is nothing more to say. */
gboolean rt_people_tip_show (GtkColumnView *view, RtPlan *plan, int x, int y, GtkTooltip *tooltip);

G_END_DECLS
