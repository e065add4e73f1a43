/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-session-private.h"

#include <glib/gi18n-lib.h>

/* Reading and writing a session's plan, and the copy that is kept in case the program stops. */

#define KEEP_AFTER_SECONDS 2

/* The recovery copy. Written in a thread from bytes made here, because records are shared but the
 * plan is not. */

typedef struct
{
  char *key;
  GFile *file;
  GBytes *bytes;
} Keep;

static void
keep_free (Keep *keep)
{
  g_free (keep->key);
  g_clear_object (&keep->file);
  g_bytes_unref (keep->bytes);
  g_free (keep);
}

static GBytes *
plan_to_bytes (RtPlan *plan)
{
  gsize length;
  char *text = rt_plan_to_json (plan, TRUE, &length);

  return g_bytes_new_take (text, length);
}

static void
keep_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Keep *keep = data;
  GError *error = NULL;

  if (rt_recovery_write_bytes (keep->key, keep->file, g_bytes_get_data (keep->bytes, NULL),
                               g_bytes_get_size (keep->bytes), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RtSession *self = RT_SESSION (source);
  Keep *keep = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  self->keeping = FALSE;
  /* A toast, not a question: the plan itself is still in the window. */
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    rt_session_tell_error (self, error);
  /* It was saved while its copy was being written; by now it may have another file and key. */
  if (self->forget_after)
    rt_recovery_delete (keep->key);
  self->forget_after = FALSE;
}

static gboolean
keep_timeout_cb (gpointer data)
{
  RtSession *self = data;
  g_autoptr (GTask) task = NULL;
  Keep *keep;

  self->keep_timeout = 0;
  if (!rt_session_is_modified (self))
    {
      rt_session_forget (self);
      return G_SOURCE_REMOVE;
    }
  if (self->keeping)
    {
      rt_session_schedule_keep (self);
      return G_SOURCE_REMOVE;
    }
  keep = g_new0 (Keep, 1);
  keep->key = g_strdup (self->key);
  keep->file = self->file ? g_object_ref (rt_plan_file_get (self->file)) : NULL;
  keep->bytes = plan_to_bytes (self->plan);
  task = g_task_new (self, NULL, kept_cb, NULL);
  g_task_set_task_data (task, keep, (GDestroyNotify) keep_free);
  self->keeping = TRUE;
  self->forget_after = FALSE;
  g_task_run_in_thread (task, keep_thread);
  return G_SOURCE_REMOVE;
}

void
rt_session_schedule_keep (RtSession *self)
{
  if (self->keep_timeout == 0)
    self->keep_timeout = g_timeout_add_seconds (KEEP_AFTER_SECONDS, keep_timeout_cb, self);
}

void
rt_session_keep (RtSession *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->keep_timeout, g_source_remove);
  if (!rt_session_is_modified (self))
    return;
  if (!rt_recovery_write (self->key, self->file ? rt_plan_file_get (self->file) : NULL, self->plan,
                          &error))
    g_warning ("The recovery copy was not written: %s", error->message);
}

void
rt_session_forget (RtSession *self)
{
  g_clear_handle_id (&self->keep_timeout, g_source_remove);
  self->forget_after = self->keeping;
  if (!self->keeping)
    rt_recovery_delete (self->key);
}

/* Saving. */

typedef struct
{
  RtPlanFile *file;
  GBytes *bytes;
  guint64 serial;
  gboolean force;
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->file);
  g_bytes_unref (save->bytes);
  g_free (save);
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Save *save = data;
  GError *error = NULL;

  if (rt_plan_file_save_bytes (save->file, g_bytes_get_data (save->bytes, NULL),
                               g_bytes_get_size (save->bytes), save->force, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
take_file (RtSession *self, RtPlanFile *file)
{
  if (self->file == file)
    return;
  rt_session_forget (self);
  g_set_object (&self->file, file);
  rt_session_watch (self);
  g_free (self->key);
  self->key = rt_recovery_dup_key (rt_plan_file_get (file));
}

static RtPlanFile *
file_to_save (RtSession *self, GFile *file)
{
  if (self->file && (file == NULL || g_file_equal (rt_plan_file_get (self->file), file)))
    return g_object_ref (self->file);
  return file ? rt_plan_file_new (file) : NULL;
}

void
rt_session_save_async (RtSession *self, GFile *file, gboolean force, GAsyncReadyCallback callback,
                       gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  g_autoptr (RtPlanFile) target = file_to_save (self, file);
  Save *save;

  g_task_set_source_tag (task, rt_session_save_async);
  if (target == NULL)
    {
      g_task_return_new_error (task, RT_ERROR, RT_ERROR_USAGE, _("The plan has no file yet."));
      return;
    }
  if (rt_plan_is_read_only (self->plan))
    {
      g_task_return_new_error (
          task, RT_ERROR, RT_ERROR_NEWER,
          _("The plan was made by a newer Rotunda. To change it, update Rotunda."));
      return;
    }
  save = g_new0 (Save, 1);
  save->file = g_steal_pointer (&target);
  save->bytes = plan_to_bytes (self->plan);
  save->serial = rt_plan_get_serial (self->plan);
  save->force = force;
  g_task_set_task_data (task, save, (GDestroyNotify) save_free);
  self->n_saving++;
  g_task_run_in_thread (task, save_thread);
}

gboolean
rt_session_save_finish (RtSession *self, GAsyncResult *result, GError **error)
{
  Save *save = g_task_get_task_data (G_TASK (result));

  if (save != NULL)
    self->n_saving--;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    {
      rt_session_look_at_disk (self);
      return FALSE;
    }
  take_file (self, save->file);
  /* What was changed while the file was written is not in it: then the plan is still modified, also
   * where the change led back to what the file held before. */
  self->in_no_file = rt_plan_get_serial (self->plan) != save->serial;
  if (!self->in_no_file)
    {
      rt_history_mark_saved (self->history);
      rt_session_forget (self);
    }
  rt_session_update_modified (self);
  rt_session_look_at_disk (self);
  g_object_notify (G_OBJECT (self), "title");
  return TRUE;
}

RtSession *
rt_session_open (GFile *file, GError **error)
{
  g_autoptr (RtPlanFile) plan_file = rt_plan_file_new (file);
  g_autoptr (RtPlan) plan = rt_plan_file_load (plan_file, error);
  RtSession *self;

  if (plan == NULL)
    return NULL;
  self = g_object_new (RT_TYPE_SESSION, NULL);
  rt_session_take_plan (self, g_steal_pointer (&plan), file);
  self->file = g_steal_pointer (&plan_file);
  rt_session_watch (self);
  return self;
}

RtSession *
rt_session_new_recovered (RtRecovery *recovery, GError **error)
{
  g_autoptr (RtPlan) plan = rt_recovery_load (recovery, error);
  g_autoptr (GFile) file = recovery->original ? g_file_new_for_path (recovery->original) : NULL;
  g_autofree char *name = NULL;
  RtSession *self;

  if (plan == NULL)
    return NULL;
  self = rt_session_new_for_plan (plan, file);
  self->in_no_file = self->was_modified = TRUE;
  if (self->file)
    {
      /* Read only to know what it is like now, so that somebody else's work is not overwritten. */
      g_autoptr (RtPlan) old = rt_plan_file_load (self->file, NULL);

      rt_plan_file_suspect (self->file, recovery->at);
      rt_session_look_at_disk (self);
      return self;
    }
  /* The copy of a plan without a file keeps its name, or there would be two of it. */
  name = g_path_get_basename (recovery->path);
  if (g_str_has_suffix (name, ".json"))
    name[strlen (name) - strlen (".json")] = '\0';
  g_free (self->key);
  self->key = g_steal_pointer (&name);
  return self;
}

RtSession *
rt_session_new_unsaved (RtPlan *plan)
{
  RtSession *self = rt_session_new_for_plan (plan, NULL);

  self->in_no_file = self->was_modified = TRUE;
  rt_session_schedule_keep (self);
  return self;
}
