/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-session.h"

G_BEGIN_DECLS

/** RtRoundsPage: who sits where in each round, and how good that is: round switcher, floor or grid,
 * tray, measures. */
#define RT_TYPE_ROUNDS_PAGE (rt_rounds_page_get_type ())
G_DECLARE_FINAL_TYPE (RtRoundsPage, rt_rounds_page, RT, ROUNDS_PAGE, GtkWidget)

void rt_rounds_page_set_session (RtRoundsPage *self, RtSession *session);
/* "wide", "medium" or "narrow": the window's width class (no breakpoints in libadwaita 1.2). */
void rt_rounds_page_set_width_class (RtRoundsPage *self, const char *width_class);

G_END_DECLS
