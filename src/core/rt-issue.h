/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"
#include "rt-roll.h"

G_BEGIN_DECLS

/*
 * Issuing a plan is printing it for use. Each issue has a revision, A to Z, then AA, and says what
 * is on paper since: whose slip shows what, and what was on each sheet.
 */

const RtIssue *rt_plan_get_last_issue (RtPlan *plan);
char          *rt_plan_dup_next_revision (RtPlan *plan);

gboolean rt_roll_stays        (const RtRoll *roll, guint person, int *table);
gboolean rt_roll_has_slip     (RtPlan *plan, const RtRoll *roll, guint person);
gboolean rt_roll_slip_changed (RtPlan *plan, const RtRoll *roll, guint person);
gboolean rt_roll_line_changed (RtPlan *plan, const RtRoll *roll, guint round, guint person);
char    *rt_roll_dup_news     (RtPlan *plan, const RtRoll *roll, guint person);

RtSlips  *rt_slips_new_for_plan (RtPlan *plan, const RtRoll *roll);
RtChange *rt_edit_issue (RtPlan *plan, const char *at, const RtSlips *slips,
                         const RtTextMap *sheets, GError **error);

G_END_DECLS
