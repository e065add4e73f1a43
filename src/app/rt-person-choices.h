/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-choice-row.h"
#include "rt-edit-details.h"

G_BEGIN_DECLS

/* What people have of a list of things, as ticks: all of them, some of them, or none. */

void rt_person_choices_show_roles  (RtChoiceRow *row, RtPlan *plan, const RtId *people, guint n);
/* Tags or languages: the words of these people first, then those that others in the plan have. */
void rt_person_choices_show_words  (RtChoiceRow *row, RtPlan *plan, const RtId *people, guint n,
                                    RtDetail detail);
/* Themes, whatever their rank. */
void rt_person_choices_show_wishes (RtChoiceRow *row, RtPlan *plan, const RtId *people, guint n);
void rt_person_choices_show_rounds (RtChoiceRow *row, RtPlan *plan, const RtId *people, guint n);

G_END_DECLS
