/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-measure.h"

G_BEGIN_DECLS

/**
 * RtWhyLine:
 * @fact: what is so: "Ann and Bob meet twice: rounds 1 and 2."
 * @remedy: (nullable): what would mend it, and what that costs; or that nothing simple would
 * @helps: whether @remedy is something to do
 * @person: (nullable): whom to swap with for that
 * @table: (nullable): where to move for that
 *
 * One thing about somebody's seat.
 */
typedef struct {
  char *fact;
  char *remedy;
  gboolean helps;
  RtId  person;
  RtId  table;
} RtWhyLine;

/*
 * Why somebody sits where they sit in a round: the table, wishes, what is not as it should be and
 * what a single swap could do about it. @measures: of @plan as it is.
 */
/* Of RtWhyLine */
GPtrArray *rt_why_new (RtPlan *plan, const RtMeasures *measures, guint round, RtId person);

G_END_DECLS
