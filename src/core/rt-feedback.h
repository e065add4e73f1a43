/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

/* What the feedback form asks: as the plan says, or else what every café may ask. */

const RtFeedback *rt_feedback_get          (RtPlan *plan);   /* NULL: the plan says nothing */
GStrv             rt_feedback_dup_criteria (RtPlan *plan);   /* never empty */
void              rt_feedback_get_scale    (RtPlan *plan, int *least, int *most);

G_END_DECLS
