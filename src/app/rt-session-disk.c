/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What other programs do to a session's file while it is open. */

#include "rt-session-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rt-edit.h"

/* Programs that replace a file take it away for a moment, and write in pieces. */
#define SETTLES_IN_MS 400

static void
set_disk (RtSession *self, RtDisk disk)
{
  if (self->disk == disk)
    return;
  self->disk = disk;
  g_object_notify (G_OBJECT (self), "disk");
}

static void
set_in_no_file (RtSession *self, gboolean in_no_file)
{
  /* What may only be looked at cannot be saved either, so nobody is asked to. */
  self->in_no_file = in_no_file && !rt_plan_is_read_only (self->plan);
  rt_session_update_modified (self);
  rt_session_schedule_keep (self);
}

/* Now the file and the plan are the same, and known to be. */
static void
agree (RtSession *self)
{
  rt_history_mark_saved (self->history);
  set_in_no_file (self, FALSE);
  set_disk (self, RT_DISK_SAME);
}

static gboolean
same_plan (RtPlan *a, RtPlan *b)
{
  gsize a_length, b_length;
  g_autofree char *one = rt_plan_to_json (a, TRUE, &a_length);
  g_autofree char *other = rt_plan_to_json (b, TRUE, &b_length);

  return a_length == b_length && memcmp (one, other, a_length) == 0;
}

/* A file that was only touched, or written again by a program that keeps folders alike, is nothing
 * that anybody needs to decide. */
static gboolean
is_what_is_here (RtSession *self)
{
  g_autoptr (RtPlanFile) probe = rt_plan_file_new (rt_plan_file_get (self->file));
  g_autoptr (RtPlan) there = rt_plan_file_load (probe, NULL);

  if (there == NULL || !same_plan (self->plan, there))
    return FALSE;
  g_set_object (&self->file, probe);
  return TRUE;
}

RtDisk
rt_session_look_at_disk (RtSession *self)
{
  RtDisk disk;

  /* Until it is known what was written, everything looks like somebody else's. */
  if (self->file == NULL || self->n_saving > 0)
    return self->disk;
  g_clear_handle_id (&self->disk_timeout, g_source_remove);
  disk = rt_plan_file_look (self->file);
  if (disk == RT_DISK_CHANGED && is_what_is_here (self))
    {
      agree (self);
      return RT_DISK_SAME;
    }
  if (disk == RT_DISK_GONE)
    set_in_no_file (self, TRUE);
  set_disk (self, disk);
  return disk;
}

RtDisk
rt_session_get_disk (RtSession *self)
{
  return self->disk;
}

static gboolean
settled_cb (gpointer data)
{
  RtSession *self = data;

  self->disk_timeout = 0;
  rt_session_look_at_disk (self);
  return G_SOURCE_REMOVE;
}

static void
file_changed_cb (RtSession *self)
{
  g_clear_handle_id (&self->disk_timeout, g_source_remove);
  self->disk_timeout = g_timeout_add (SETTLES_IN_MS, settled_cb, self);
}

void
rt_session_unwatch (RtSession *self)
{
  g_clear_handle_id (&self->disk_timeout, g_source_remove);
  if (self->monitor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
}

void
rt_session_watch (RtSession *self)
{
  g_autoptr (GFile) target = NULL;

  rt_session_unwatch (self);
  if (self->file == NULL)
    return;
  /* A link does not change when what it leads to does. */
  target = rt_plan_file_resolve (rt_plan_file_get (self->file));
  self->monitor = g_file_monitor_file (target, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  /* Where nothing can be watched, coming back to the window is when the file is looked at. */
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (file_changed_cb), self);
}

gboolean
rt_session_reload (RtSession *self, GError **error)
{
  g_autoptr (RtPlanFile) file = rt_plan_file_new (rt_plan_file_get (self->file));
  g_autoptr (RtPlan) there = rt_plan_file_load (file, error);
  g_autoptr (RtChange) change = NULL;

  if (there == NULL)
    return FALSE;
  if (rt_plan_is_read_only (there) || rt_plan_is_read_only (self->plan))
    {
      g_set_error (error, RT_ERROR, RT_ERROR_NEWER,
                   _("The file was written by a newer Rotunda. Save yours under another name, "
                     "then open the file."));
      return FALSE;
    }
  change = rt_edit_become (self->plan, _("Reload"), there);
  if (!rt_session_do (self, rt_change_ref (change), NULL))
    return TRUE;
  rt_plan_adopt_unknown (self->plan, there);
  g_set_object (&self->file, file);
  agree (self);
  return TRUE;
}

void
rt_session_keep_mine (RtSession *self)
{
  if (self->disk == RT_DISK_SAME)
    return;
  rt_plan_file_accept (self->file);
  set_in_no_file (self, TRUE);
  set_disk (self, RT_DISK_SAME);
}
