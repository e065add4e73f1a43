/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-bound.h"
#include "rt-count.h"
#include "rt-measure.h"

G_BEGIN_DECLS

/** RtMeasuring: measures with what their words need besides; every RtMeasures is the head of one */
typedef struct {
  RtMeasures measures;
  RtProblem *problem;   /* what the bounds are of; NULL: not asked for */
  RtBounds  *bounds;    /* one term for each rule of the plan; NULL: not asked for */
  gboolean  *should;    /* [rule] */
  gint64    *found;     /* [rule] */
  guint      n_rules;
} RtMeasuring;

RtMeasuring *rt_measuring_new (RtPlan *plan, RtCount *count, gboolean with_bounds);
const char  *rt_rule_get_measure_key (const RtRule *rule);

/*
 * Why the rule @term cannot be kept everywhere, as the end of a sentence; NULL without a plain
 * reason.
 */
char        *rt_measuring_dup_reason (const RtMeasuring *self, RtPlan *plan, int term);
/* The same by the kind of argument alone. */
char        *rt_reason_words         (const RtBounds *bounds, int term);

G_END_DECLS
