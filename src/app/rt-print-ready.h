/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-measure.h"
#include "rt-roll.h"

G_BEGIN_DECLS

/* What a plan lacks that is to be printed, in sentences; NULL when it is ready. */
char *rt_print_dup_lacking (RtPlan *plan, const RtRoll *roll, const RtMeasures *measures);
/* Of the slips that were printed last, how many are wrong now. */
guint rt_print_count_wrong (RtPlan *plan, const RtRoll *roll, guint *n_slips);

G_END_DECLS
