/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-sketch.h"

G_BEGIN_DECLS

/*
 * Steps on a sketch, from round @from on, counted from 0; rounds that are over stay. FALSE where
 * the plan does not let the step in.
 */

/* @person is away, and sits nowhere. */
gboolean rt_sketch_leave   (RtSketch *self, RtId person, guint from);
/* @host NULL: nobody */
gboolean rt_sketch_lead    (RtSketch *self, RtId table, RtId host, guint from);
/* The guests of @table have no seat then. */
gboolean rt_sketch_close   (RtSketch *self, RtId table, guint from);
/* More places until everybody has one. Returns: the largest table then; 0: none grew; -1: none
   can. */
int      rt_sketch_grow    (RtSketch *self, guint from);
/*
 * Arranges from round @from on. @only_unseated: who sits stays. @even: sizes differ by one at most,
 * and as few as possible move. The same plan gives the same seating. FALSE when there is nothing to
 * arrange.
 */
gboolean rt_sketch_arrange (RtSketch *self, guint from, gboolean only_unseated, gboolean even,
                            GCancellable *cancellable);

G_END_DECLS
