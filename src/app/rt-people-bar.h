/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-people-shown.h"
#include "rt-width-class.h"

G_BEGIN_DECLS

/**
 * RtPeopleBar:
 *
 * What stands over the list of people: search, filter, how many are shown, and ways to add more.
 *
 * Signal `entered`: Enter in the search.
 * Signal `left`: Escape in the search; it is empty again, and everybody is shown.
 */
#define RT_TYPE_PEOPLE_BAR (rt_people_bar_get_type ())
G_DECLARE_FINAL_TYPE (RtPeopleBar, rt_people_bar, RT, PEOPLE_BAR, GtkBox)

/* Once, for the life of the bar. Letters typed in @view begin a search. */
void        rt_people_bar_set_shown       (RtPeopleBar *self, RtPeopleShown *shown,
                                           GtkWidget *view);
void        rt_people_bar_set_width_class (RtPeopleBar *self, RtWidthClass width_class);
void        rt_people_bar_focus_search    (RtPeopleBar *self);
/* Shows now what is sought; the entry tells of what is typed only a moment later. */
void        rt_people_bar_search          (RtPeopleBar *self);
const char *rt_people_bar_get_sought      (RtPeopleBar *self);
/* Without search and filter. */
void        rt_people_bar_show_all        (RtPeopleBar *self);

G_END_DECLS
