/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-change.h"
#include "rt-plan.h"

G_BEGIN_DECLS

/*
 * The cheapest moves and swaps found that keep every must of round @round, as one change; @moves
 * says how many. NULL when a few of them do not do, and when nothing is broken.
 */
RtChange *rt_repair_new (RtPlan *plan, guint round, guint *moves);
/* The table at which a chair for @person costs least in @round; NULL: all are full. */
RtId      rt_repair_find_table (RtPlan *plan, RtId round, RtId person);

G_END_DECLS
