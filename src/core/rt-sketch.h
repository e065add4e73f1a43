/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-arrange.h"

G_BEGIN_DECLS

/**
 * RtSketch: a plan to try several changes on, one after the other, which become one change of the
 * plan it was made from
 */
typedef struct {
  RtPlan    *plan;      /* of its own; the records are shared */
  GPtrArray *changes;   /* of RtChange */
} RtSketch;

RtSketch *rt_sketch_new    (RtPlan *plan);
void      rt_sketch_free   (RtSketch *self);
/* Takes @change; FALSE for NULL */
gboolean  rt_sketch_apply  (RtSketch *self, RtChange *change);
RtChange *rt_sketch_join   (RtSketch *self, const char *label);

/* Steps, from round @from on; rounds that are over stay. */
/* Is away, and sits nowhere */
gboolean  rt_sketch_leave  (RtSketch *self, RtId person, guint from);
/* Host NULL: nobody */
gboolean  rt_sketch_lead   (RtSketch *self, RtId table, RtId host, guint from);
/* Its guests have no seat then */
gboolean  rt_sketch_close  (RtSketch *self, RtId table, guint from);
int       rt_sketch_grow   (RtSketch *self, guint from);  /* more places until everybody has one:
                                                             the largest table then, 0 = none
                                                             grew */

/*
 * Arranges from round @from on. @only_unseated: who sits stays. @even: sizes differ by one at most,
 * and as few as possible move. The same plan gives the same seating. FALSE when there is nothing to
 * arrange.
 */
gboolean  rt_sketch_arrange (RtSketch *self, guint from, gboolean only_unseated, gboolean even,
                             GCancellable *cancellable);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtSketch, rt_sketch_free)

G_END_DECLS
