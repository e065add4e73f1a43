/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-people-editor.h"
#include "rt-width-class.h"

G_BEGIN_DECLS

/**
 * RtPeopleArranger:
 *
 * How the list of people is arranged: the actions by which a menu says what it is sorted by, and
 * which columns are there.
 */
#define RT_TYPE_PEOPLE_ARRANGER (rt_people_arranger_get_type ())
G_DECLARE_FINAL_TYPE (RtPeopleArranger, rt_people_arranger, RT, PEOPLE_ARRANGER, GObject)

/* Adds the actions to @actions. @view outlives the arranger. */
RtPeopleArranger *rt_people_arranger_new             (GtkColumnView *view, RtPeopleShown *shown,
                                                      RtPeopleEditor *cells, GActionMap *actions);
void              rt_people_arranger_set_width_class (RtPeopleArranger *self,
                                                      RtWidthClass      width_class);

G_END_DECLS
