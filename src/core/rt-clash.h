/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

/**
 * RtClash:
 *
 * Why not everything that must be kept can be: a minimal set of rules, pins, hosts and sizes that
 * clash, and what could be given up. Takes what it needs from the plan, and may then run in any
 * thread; what it says is asked for in the thread of the plan, which must still be as it was.
 */
#define RT_TYPE_CLASH (rt_clash_get_type ())
G_DECLARE_FINAL_TYPE (RtClash, rt_clash, RT, CLASH, GObject)

typedef enum {
  RT_CLASH_NONE,      /* everything can be kept, or nothing is known to the contrary */
  RT_CLASH_PROVEN,    /* the set cannot be kept */
  RT_CLASH_NOT_KEPT,  /* the set was not kept in the tries there were: no proof */
} RtClashResult;

/* How many swaps are looked at for each question when a plan that is arranged breaks a must. */
#define RT_CLASH_TRIES 40000

RtClash      *rt_clash_new          (RtPlan *plan);
/* Blocks: call in a thread. With @tries 0 only proofs are looked for, and nothing is searched. */
RtClashResult rt_clash_run          (RtClash *self, guint64 tries);
void          rt_clash_stop         (RtClash *self);    /* any thread */
RtClashResult rt_clash_get_result   (RtClash *self);

/* "These rules cannot all be kept: “...”, “...”", NULL without a clash. */
char         *rt_clash_dup_words    (RtClash *self, RtPlan *plan);
guint         rt_clash_get_n        (RtClash *self);    /* members of the set */
char         *rt_clash_dup_member   (RtClash *self, RtPlan *plan, guint i);
/* Index of a rule of the plan, -1 for what is none */
int           rt_clash_get_rule     (RtClash *self, guint i);

/* What could be given up, the cheapest first: each alone is enough for all others to be kept. */
guint         rt_clash_get_n_ways   (RtClash *self);
/* With what it costs */
char         *rt_clash_dup_way      (RtClash *self, RtPlan *plan, guint i);
RtChange     *rt_clash_dup_change   (RtClash *self, RtPlan *plan, guint i, GError **error);

G_END_DECLS
