/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-session.h"

G_BEGIN_DECLS

/** RtPeoplePage: who comes, in which role, with which wishes and needs. */
#define RT_TYPE_PEOPLE_PAGE (rt_people_page_get_type ())
G_DECLARE_FINAL_TYPE (RtPeoplePage, rt_people_page, RT, PEOPLE_PAGE, GtkWidget)

void rt_people_page_set_session (RtPeoplePage *self, RtSession *session);
/* "wide", "medium" or "narrow": the window's width class (no breakpoints in libadwaita 1.2). */
void rt_people_page_set_width_class (RtPeoplePage *self, const char *width_class);

G_END_DECLS
