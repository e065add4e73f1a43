/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-bound.h"

#include "rt-memory.h"

RtBounds *
rt_bounds_new (const RtProblem *problem)
{
  RtBounds *self = RT_NEW (RtBounds, 1);

  self->terms = RT_NEW (int64_t, problem->n_terms);
  self->reasons = RT_NEW (RtReason, problem->n_terms);
  return self;
}

/** rt_bounds_free: Frees @bounds, which may be NULL */
void
rt_bounds_free (RtBounds *bounds)
{
  if (bounds == NULL)
    return;
  free (bounds->terms);
  free (bounds->reasons);
  free (bounds);
}
