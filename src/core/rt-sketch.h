/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

/**
 * RtSketch:
 * @plan: a copy of the plan it was made from; the records are shared
 * @changes: (element-type RtChange): what has been done to it
 *
 * A plan to try several changes on, one after the other, which become one change of the plan it was
 * made from.
 */
typedef struct {
  RtPlan    *plan;
  GPtrArray *changes;
} RtSketch;

RtSketch *rt_sketch_new    (RtPlan *plan);
void      rt_sketch_free   (RtSketch *self);
gboolean  rt_sketch_apply  (RtSketch *self, RtChange *change);
RtChange *rt_sketch_join   (RtSketch *self, const char *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtSketch, rt_sketch_free)

G_END_DECLS
