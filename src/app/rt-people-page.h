/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-session.h"
#include "rt-width-class.h"

G_BEGIN_DECLS

/** RtPeoplePage: who comes, in which role, with which wishes and needs. */
#define RT_TYPE_PEOPLE_PAGE (rt_people_page_get_type ())
G_DECLARE_FINAL_TYPE (RtPeoplePage, rt_people_page, RT, PEOPLE_PAGE, GtkWidget)

void rt_people_page_set_session (RtPeoplePage *self, RtSession *session);
void rt_people_page_set_width_class (RtPeoplePage *self, RtWidthClass width_class);
/* The search entry gets the focus. */
void rt_people_page_find       (RtPeoplePage *self);
/* Goes to the next match of the search, by @step -1 to the one before; FALSE: nobody matches. */
gboolean rt_people_page_find_next (RtPeoplePage *self, int step);
const char *rt_people_page_get_sought (RtPeoplePage *self);
/* Selects @person and shows the editor, with the focus in the name. */
void rt_people_page_edit       (RtPeoplePage *self, RtId person);
/* What an import said and what it doubts (nullable, element-type RtReportDoubt), above the list
 * until answered. */
void rt_people_page_show_report (RtPeoplePage *self, const char *summary, GPtrArray *doubts);

G_END_DECLS
