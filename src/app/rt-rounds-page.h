/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-session.h"
#include "rt-width-class.h"

G_BEGIN_DECLS

/** RtRoundsPage: who sits where in each round, and how good that is: round switcher, floor or grid,
 * tray, measures. */
#define RT_TYPE_ROUNDS_PAGE (rt_rounds_page_get_type ())
G_DECLARE_FINAL_TYPE (RtRoundsPage, rt_rounds_page, RT, ROUNDS_PAGE, GtkWidget)

void rt_rounds_page_set_session (RtRoundsPage *self, RtSession *session);
/* Into the search of the view; FALSE: it has none. */
gboolean rt_rounds_page_find (RtRoundsPage *self);
/* Goes to the next person called as was typed here, or else like @text; by @step -1 to the one
   before. FALSE: there is nobody. */
gboolean rt_rounds_page_find_next (RtRoundsPage *self, const char *text, int step);
/* The next broken must, or by @step -1 the one before, round the list. FALSE: there is none. */
gboolean rt_rounds_page_show_problem (RtRoundsPage *self, int step);
void rt_rounds_page_set_width_class (RtRoundsPage *self, RtWidthClass width_class);

G_END_DECLS
