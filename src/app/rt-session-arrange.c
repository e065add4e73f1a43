/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Arranging in a thread, and the best seating it has come to meanwhile. */

#include "rt-session-private.h"

#include <glib/gi18n-lib.h>

#define MOST_THREADS 4
#define FIRST_SHOWN 500  /* ms: what ends sooner shows nothing on the way */
#define SHOWN_EVERY 1000 /* ms */

static void
arrange_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (rt_arrangement_run (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static char *
arranged_message (RtSession *self)
{
  const RtMeasures *measures = rt_session_get_measures (self);
  const RtMeasure *repeats = rt_measures_find (measures, "repeats");

  if (!measures->must_kept)
    return g_strdup (_("Arranged. Some rules that must be kept are still broken: they are listed "
                       "beside the room."));
  if (repeats == NULL)
    return g_strdup (_("Arranged."));
  if (repeats->found == repeats->bound)
    return g_strdup_printf (_("Repeats %d, at least %d: proven. No seating has fewer."),
                            (int) repeats->found, (int) repeats->bound);
  return g_strdup_printf (_("Repeats %d, at least %d. A longer try may find fewer."),
                          (int) repeats->found, (int) repeats->bound);
}

void
rt_session_clear_shown (RtSession *self)
{
  g_clear_handle_id (&self->shown_timer, g_source_remove);
  g_clear_pointer (&self->shown, rt_sketch_free);
  g_clear_pointer (&self->shown_measures, rt_measures_free);
}

static gboolean
show_best_cb (gpointer data)
{
  RtSession *self = data;
  RtChange *change = rt_arrangement_take_best (self->arrangement, self->plan);

  self->shown_timer = g_timeout_add (SHOWN_EVERY, show_best_cb, self);
  if (change == NULL)
    return G_SOURCE_REMOVE;
  g_clear_pointer (&self->shown, rt_sketch_free);
  g_clear_pointer (&self->shown_measures, rt_measures_free);
  self->shown = rt_sketch_new (self->plan);
  rt_sketch_apply (self->shown, change);
  g_signal_emit_by_name (self, "shown-changed");
  return G_SOURCE_REMOVE;
}

static void
arranged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RtSession *self = RT_SESSION (source);
  g_autoptr (RtArrangement) arrangement = g_steal_pointer (&self->arrangement);
  g_autoptr (GError) error = NULL;
  RtChange *change = NULL;
  gboolean was_shown = self->shown != NULL;

  rt_session_clear_shown (self);
  g_object_notify (G_OBJECT (self), "arranging");
  if (was_shown)
    g_signal_emit_by_name (self, "shown-changed");
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      rt_session_tell_error (self, error);
      return;
    }
  if (!self->keep_best)
    return;
  change = rt_arrangement_to_change (arrangement, self->plan, &error);
  if (rt_session_do (self, change, &error))
    {
      g_autofree char *message = arranged_message (self);
      rt_session_tell (self, message, TRUE);
    }
}

void
rt_session_arrange (RtSession *self, int only_round, double seconds)
{
  RtArrangeOptions options = RT_ARRANGE_OPTIONS_DEFAULT;
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;

  if (self->arrangement)
    return;
  options.only_round = only_round;
  options.seconds = seconds;
  options.threads = CLAMP (g_get_num_processors (), 1, MOST_THREADS);
  self->arrangement = rt_arrangement_new (self->plan, &options, &error);
  if (self->arrangement == NULL)
    {
      rt_session_tell_error (self, error);
      return;
    }
  self->keep_best = TRUE;
  self->shown_timer = g_timeout_add (FIRST_SHOWN, show_best_cb, self);
  task = g_task_new (self, NULL, arranged_cb, NULL);
  g_task_set_task_data (task, g_object_ref (self->arrangement), g_object_unref);
  g_task_run_in_thread (task, arrange_thread);
  g_object_notify (G_OBJECT (self), "arranging");
}

void
rt_session_stop (RtSession *self, gboolean keep_best)
{
  if (self->arrangement == NULL)
    return;
  self->keep_best = keep_best;
  rt_arrangement_stop (self->arrangement);
}

gboolean
rt_session_is_arranging (RtSession *self, RtArrangeProgress *progress)
{
  if (self->arrangement == NULL)
    return FALSE;
  if (progress)
    rt_arrangement_get_progress (self->arrangement, progress);
  return TRUE;
}

RtPlan *
rt_session_get_shown_plan (RtSession *self)
{
  return self->shown != NULL ? self->shown->plan : self->plan;
}

const RtMeasures *
rt_session_get_shown_measures (RtSession *self)
{
  if (self->shown == NULL)
    return rt_session_get_measures (self);
  if (self->shown_measures == NULL)
    self->shown_measures = rt_measures_new (self->shown->plan);
  return self->shown_measures;
}
