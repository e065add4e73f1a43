/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-feedback.h"

#include <glib/gi18n-lib.h>

#define MOST_SCORE 6

const RtFeedback *
rt_feedback_get (RtPlan *plan)
{
  return rt_plan_get_n (plan, RT_PART_FEEDBACK) > 0 ? rt_plan_get (plan, RT_PART_FEEDBACK, 0)
                                                    : NULL;
}

GStrv
rt_feedback_dup_criteria (RtPlan *plan)
{
  const RtFeedback *feedback = rt_feedback_get (plan);
  const char *usual[] = { _("A valuable use of time"), _("Would take part again"),
                          _("Enough opportunity to speak"), NULL };

  if (feedback != NULL && feedback->criteria != NULL && feedback->criteria[0] != NULL)
    return g_strdupv (feedback->criteria);
  return g_strdupv ((char **) usual);
}

/**
 * rt_feedback_get_scale:
 * @plan: the plan
 * @least: (out): the lowest score
 * @most: (out): the highest score
 */
void
rt_feedback_get_scale (RtPlan *plan, int *least, int *most)
{
  const RtFeedback *feedback = rt_feedback_get (plan);

  *least = feedback != NULL && feedback->least != RT_UNSET ? feedback->least : 0;
  *most = feedback != NULL && feedback->most != RT_UNSET ? feedback->most : MOST_SCORE;
}
