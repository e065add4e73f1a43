/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-arrange.h"
#include "rt-measure.h"

G_BEGIN_DECLS

/** RT_N_ALTERNATIVES: how many seatings there are to choose from */
#define RT_N_ALTERNATIVES 3

/**
 * RtAlternative:
 * @change: makes it the seating of the plan, as one step
 * @measures: what would be counted then
 * @elsewhere: people who sit at another table than now in some round
 */
typedef struct {
  RtChange   *change;
  RtMeasures *measures;
  int         elsewhere;
} RtAlternative;

/**
 * RtAlternatives:
 *
 * A few seatings of one plan that differ by their seed, with what each comes to. Holds a copy of
 * the plan, so that it may run in any thread.
 */
#define RT_TYPE_ALTERNATIVES (rt_alternatives_get_type ())
G_DECLARE_FINAL_TYPE (RtAlternatives, rt_alternatives, RT, ALTERNATIVES, GObject)

/* Nothing begins; NULL with @error when there is nothing to arrange. */
RtAlternatives *rt_alternatives_new  (RtPlan *plan, double seconds, int threads, GError **error);
/* Blocks: call in a thread. One seating after the other, each with the whole budget. */
void            rt_alternatives_run  (RtAlternatives *self);
/* Any thread. What was not whole then is not told. */
void            rt_alternatives_stop (RtAlternatives *self);
/* Any thread: those that are whole, which do not change any more. */
guint                rt_alternatives_get_n (RtAlternatives *self);
const RtAlternative *rt_alternatives_get   (RtAlternatives *self, guint i);
/*
 * How many people sit at different tables in some round in two rolls of the same people and rounds.
 */
int             rt_alternatives_count_elsewhere (const RtRoll *a, const RtRoll *b);

G_END_DECLS
