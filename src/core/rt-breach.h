/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-count.h"
#include "rt-measure.h"

G_BEGIN_DECLS

/** RtCause: what an incident breaks: a rule, or one of the measures that no rule asks for */
typedef struct {
  RtCount      *count;
  const char   *key;
  const RtRule *rule;        /* NULL: one of those always measured */
  guint         rule_index;
  RtAlways      always;
} RtCause;

/* Returns: (nullable): the incident in words; NULL for what nobody would call wrong (a second
   choice). */
RtBreach *rt_breach_new        (const RtCause *cause, const RtIncident *incident);
void      rt_breach_free       (RtBreach *breach);

/* "Amara Eze", "Amara Eze and Isla Pritchard", "Amara Eze, Isla Pritchard and 3 more" */
char     *rt_words_for_people  (RtPlan *plan, const int *people, guint n);
/* "two", "twelve", "13" */
char     *rt_words_for_number  (int n);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtBreach, rt_breach_free)

G_END_DECLS
