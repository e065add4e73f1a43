/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

/* A rule as the end of a sentence or the entry of a list, translated, without a full stop:
   "Amara Eze and Isla Pritchard sit apart in round 2". */
char *rt_words_for_rule   (RtPlan *plan, const RtRule *rule);

/* "of Barking and Dagenham", "tagged new": what the people of one value of @by have in common */
char *rt_words_for_group  (const char *by, const char *value);

/* "round 2", "rounds 1 and 3": of the plan; bit r of @rounds */
char *rt_words_for_rounds (guint32 rounds);

G_END_DECLS
