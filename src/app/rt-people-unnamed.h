/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks "12 more to come" over the window of @widget, which then activates plan.add-unnamed. */
void rt_people_unnamed_ask (GtkWidget *widget);

G_END_DECLS
