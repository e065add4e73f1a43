/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* How many moves would put a round right, found out in a thread: it takes longer than a frame. */

#include "rt-session-private.h"

#include "rt-repair.h"

typedef struct {
  RtSketch *sketch;
  guint64   serial;
  guint     round;
} Job;

static void
job_free (Job *job)
{
  rt_sketch_free (job->sketch);
  g_free (job);
}

static void
repair_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  guint moves = 0;
  g_autoptr (RtChange) change = rt_repair_new (job->sketch->plan, job->round, &moves);

  g_task_return_int (task, change ? (gssize) moves : 0);
}

/* What is no longer asked for is told all the same: whoever asks then asks again. */
static void
repaired_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RtSession *self = RT_SESSION (source);
  const Job *job = g_task_get_task_data (G_TASK (result));

  self->repairing = FALSE;
  self->repair_known = TRUE;
  self->repair_moves = (int) g_task_propagate_int (G_TASK (result), NULL);
  self->repair_serial = job->serial;
  self->repair_round = job->round;
  g_signal_emit_by_name (self, "repair-found");
}

/**
 * rt_session_get_repair_moves:
 * @self: a session
 * @round: index of a round with broken rules
 *
 * Returns: how many moves put the round right, 0 when a few do not do, -1 when that is being found
 *   out; then `repair-found` says when to ask again
 */
int
rt_session_get_repair_moves (RtSession *self, guint round)
{
  guint64 serial = rt_plan_get_serial (self->plan);
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (self->repair_known && self->repair_serial == serial && self->repair_round == round)
    return self->repair_moves;
  if (self->repairing)
    return -1;
  job = g_new0 (Job, 1);
  job->sketch = rt_sketch_new (self->plan);
  job->serial = serial;
  job->round = round;
  self->repairing = TRUE;
  task = g_task_new (self, NULL, repaired_cb, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, repair_thread);
  return -1;
}
