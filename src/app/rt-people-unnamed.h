/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-plan.h"

G_BEGIN_DECLS

/* As many as are expected and not on the list yet, or else as there are places left. */
guint rt_people_unnamed_guess (RtPlan *plan);
/* Asks "12 more to come" over the window of @widget, which then activates plan.add-unnamed. */
void  rt_people_unnamed_ask   (GtkWidget *widget, RtPlan *plan);

G_END_DECLS
