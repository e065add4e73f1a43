/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gio/gio.h>

#include "rt-plan.h"
#include "rt-problem.h"
#include "rt-solver.h"

G_BEGIN_DECLS

/**
 * RtArrangeOptions:
 * @seed: the same seed gives the same seating
 * @seconds: budget of wall time
 * @threads: the answer does not depend on it
 * @keep_issued: after must, before should, as few wrong slips as possible
 * @only_round: arrange this round and leave the others as they are; -1 = all that are not done
 * @moves: budget of swaps looked at, the same on every machine; 0 = as many as there is time for
 * @anew: the seating at hand is given up even for one that is worse
 */
typedef struct {
  guint64  seed;
  double   seconds;
  int      threads;
  gboolean keep_issued;
  int      only_round;
  guint64  moves;
  gboolean anew;
} RtArrangeOptions;

#define RT_ARRANGE_OPTIONS_DEFAULT { 1, 10.0, 1, FALSE, -1, 0, FALSE }

/* The plan as integers for the solver: people, tables and rounds keep their indexes. Free with
   rt_arrange_problem_free(). @first_term (nullable): per rule of the plan the index of its first
   term. */
RtProblem *rt_arrange_problem_new  (RtPlan *plan, const RtArrangeOptions *options);
void       rt_arrange_problem_free (RtProblem *problem);

/**
 * RtArrangement:
 *
 * One arranging of a plan as it was when it began, with the plan itself out of reach: may be run in
 * any thread. The result is one change, to be applied through the door.
 *
 * rt_arrangement_run() returns FALSE with an error only when the plan cannot be arranged at all
 * (nobody to seat, no table, no round). Stopping keeps the best so far.
 */
#define RT_TYPE_ARRANGEMENT (rt_arrangement_get_type ())
G_DECLARE_FINAL_TYPE (RtArrangement, rt_arrangement, RT, ARRANGEMENT, GObject)

typedef struct {
  double  seconds;
  double  limit;           /* seconds it may take */
  double  last_improved;
  guint64 moves;
  gint64  repeats;         /* found so far, -1 without a repeats rule */
  gint64  same;            /* pairs of the first spread rule, -1 without */
  gint64  most_repeats;    /* found on the way: where it came from */
  gint64  most_same;
} RtArrangeProgress;

RtArrangement *rt_arrangement_new    (RtPlan *plan, const RtArrangeOptions *options,
                                      GError **error);
/* Blocks: call in a thread */
gboolean       rt_arrangement_run    (RtArrangement *self, GError **error);
void           rt_arrangement_stop   (RtArrangement *self);                        /* any thread */
/* Any thread */
void           rt_arrangement_get_progress (RtArrangement *self, RtArrangeProgress *progress);
/*
 * While it runs, in the thread that owns @plan, as for rt_arrangement_to_change(): the best seating
 * so far, if it is another than told before; at most once a second there is one.
 */
RtChange      *rt_arrangement_take_best (RtArrangement *self, RtPlan *plan);
/*
 * After the run: the seatings as one change ("Arrange 3 Rounds") against @plan, which must still be
 * as it was.
 */
RtChange      *rt_arrangement_to_change (RtArrangement *self, RtPlan *plan, GError **error);
double         rt_arrangement_get_seconds (RtArrangement *self);
guint64        rt_arrangement_get_moves   (RtArrangement *self);

G_END_DECLS
