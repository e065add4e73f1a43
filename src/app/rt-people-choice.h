/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-plan.h"

G_BEGIN_DECLS

/**
 * RtPeopleChoice:
 *
 * Some of the people of a plan, a row each, and a list to add others from.
 *
 * Signal `changed`: somebody was added or removed by hand.
 */
#define RT_TYPE_PEOPLE_CHOICE (rt_people_choice_get_type ())
G_DECLARE_FINAL_TYPE (RtPeopleChoice, rt_people_choice, RT, PEOPLE_CHOICE, AdwPreferencesGroup)

/* Whom there is to choose from, as of now. @prompt stands in the list until somebody is chosen. */
void  rt_people_choice_set_plan (RtPeopleChoice *self, RtPlan *plan, const char *prompt);
/* Adds those of @ids (nullable) who are in the plan. */
void  rt_people_choice_add      (RtPeopleChoice *self, const RtId *ids);
guint rt_people_choice_get_n    (RtPeopleChoice *self);
/* Returns: (transfer full) (nullable): in the order chosen; NULL for nobody. */
RtIds rt_people_choice_dup_ids  (RtPeopleChoice *self);

G_END_DECLS
