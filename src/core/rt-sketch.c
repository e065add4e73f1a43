/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Changes tried one after the other on a second plan of the same records. */

#include "rt-sketch.h"

/**
 * rt_sketch_new:
 * @plan: a plan
 *
 * Returns: (transfer full): a sketch of @plan, to which nothing has been done. O(records)
 */
RtSketch *
rt_sketch_new (RtPlan *plan)
{
  RtSketch *self = g_new0 (RtSketch, 1);
  g_autoptr (RtChange) fill = rt_change_new ("");

  self->plan = rt_plan_new ();
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_change_unref);
  for (RtPart part = 0; part < RT_N_PARTS; part++)
    for (guint i = 0; i < rt_plan_get_n (plan, part); i++)
      rt_change_insert (fill, part, i, rt_plan_get (plan, part, i));
  rt_plan_apply (self->plan, fill, NULL);
  return self;
}

void
rt_sketch_free (RtSketch *self)
{
  g_object_unref (self->plan);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/**
 * rt_sketch_apply:
 * @change: (transfer full) (nullable): a change of the sketch's plan
 *
 * Returns: %FALSE for %NULL, or if the plan does not let it in
 */
gboolean
rt_sketch_apply (RtSketch *self, RtChange *change)
{
  g_autoptr (RtChange) owned_change = change;

  if (change == NULL || !rt_plan_apply (self->plan, change, NULL))
    return FALSE;
  g_ptr_array_add (self->changes, g_steal_pointer (&owned_change));
  return TRUE;
}

/** rt_sketch_join: Returns: (transfer full): all that has been done, as one change of the plan */
RtChange *
rt_sketch_join (RtSketch *self, const char *label)
{
  return rt_change_join (label, (RtChange * const *) self->changes->pdata, self->changes->len);
}
