/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-plan-file.h"

#include <stdlib.h>

#include <glib/gi18n-lib.h>

#include "rt-save.h"

struct _RtPlanFile {
  GObject parent_instance;

  GFile  *file;
  GMutex  lock;   /* over what follows: saving may go on in a thread */
  GMutex  writing; /* what the file is like after one save is what the next expects */
  RtStamp stamp;  /* what the file was like when it was last read, written or accepted here */
  RtStamp seen;   /* what it was like when it was last looked at */
  gboolean is_known; /* there was a file once: @stamp means something */
};

G_DEFINE_FINAL_TYPE (RtPlanFile, rt_plan_file, G_TYPE_OBJECT)

static const char *
get_path (RtPlanFile *self, GError **error)
{
  const char *path = g_file_peek_path (self->file);
  g_autofree char *name = NULL;

  if (path != NULL)
    return path;
  name = g_file_get_parse_name (self->file);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _("“%s” is not in a folder of this computer. Copy the plan to one first."), name);
  return NULL;
}

static void
set_stamp (RtPlanFile *self, const RtStamp *stamp)
{
  g_mutex_lock (&self->lock);
  self->stamp = self->seen = *stamp;
  self->is_known = TRUE;
  g_mutex_unlock (&self->lock);
}

static void
rt_plan_file_finalize (GObject *object)
{
  RtPlanFile *self = RT_PLAN_FILE (object);

  g_object_unref (self->file);
  g_mutex_clear (&self->lock);
  g_mutex_clear (&self->writing);
  G_OBJECT_CLASS (rt_plan_file_parent_class)->finalize (object);
}

static void
rt_plan_file_class_init (RtPlanFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_plan_file_finalize;
}

static void
rt_plan_file_init (RtPlanFile *self)
{
  g_mutex_init (&self->lock);
  g_mutex_init (&self->writing);
}

/**
 * rt_plan_file_new:
 * @file: where the plan is or shall be; it need not be there
 *
 * Returns: (transfer full): a plan's file of which nothing is known yet
 */
RtPlanFile *
rt_plan_file_new (GFile *file)
{
  RtPlanFile *self = g_object_new (RT_TYPE_PLAN_FILE, NULL);

  self->file = g_object_ref (file);
  return self;
}

/** rt_plan_file_get: Returns: (transfer none): where the plan is */
GFile *
rt_plan_file_get (RtPlanFile *self)
{
  return self->file;
}

/**
 * rt_plan_file_load:
 * @self: a file
 * @error: for people; names the file, and the place in it
 *
 * Reads the plan and remembers what its file was like.
 *
 * Returns: (transfer full): the plan, or %NULL with a %G_IO_ERROR if it cannot be read, or a
 *   %RT_ERROR if it is no plan, or larger than %RT_MAX_FILE_SIZE
 */
RtPlan *
rt_plan_file_load (RtPlanFile *self, GError **error)
{
  const char *path = get_path (self, error);
  g_autofree char *bytes = NULL;
  gsize length;
  RtStamp stamp;
  RtPlan *plan;

  if (path == NULL
      || (bytes = rt_read_bytes (path, RT_MAX_FILE_SIZE, &length, &stamp, error)) == NULL)
    return NULL;
  plan = rt_plan_new_from_json (bytes, length, error);
  if (plan == NULL)
    {
      g_autofree char *name = g_filename_display_basename (path);

      /* Translators: the name of a file; what is wrong in it follows. */
      g_prefix_error (error, _("“%s” could not be opened: "), name);
      return NULL;
    }
  set_stamp (self, &stamp);
  return plan;
}

/**
 * rt_plan_file_save_bytes:
 * @self: a file
 * @bytes: a plan as rt_plan_to_json() writes it
 * @length: how many
 * @force: replace whatever is there
 * @error: for people
 *
 * Writes a plan whole or not at all, see rt_save_bytes_over(). A new file is private to its owner,
 * as it holds what people told in confidence. May be called in any thread.
 *
 * Returns: %FALSE with %RT_ERROR_CHANGED_ON_DISK when another program has changed the file since it
 *   was read or written here, %RT_ERROR_LIMIT, or a %G_IO_ERROR
 */
gboolean
rt_plan_file_save_bytes (RtPlanFile *self, const char *bytes, gsize length, gboolean force,
                         GError **error)
{
  const char *path = get_path (self, error);
  RtStamp stamp;
  gboolean saved;

  if (path == NULL)
    return FALSE;
  if (length > RT_MAX_FILE_SIZE)
    {
      g_set_error (error, RT_ERROR, RT_ERROR_LIMIT,
                   _("The plan is too large to be opened again, so it was not saved. "
                     "Remove the picture of the room, or earlier events."));
      return FALSE;
    }
  g_mutex_lock (&self->writing);
  g_mutex_lock (&self->lock);
  stamp = self->stamp;
  g_mutex_unlock (&self->lock);
  saved = rt_save_bytes_over (path, bytes, length, 0600, force ? NULL : &stamp, &stamp, error);
  /* Also after a failure: the new file may be there and only not be flushed. */
  g_mutex_lock (&self->lock);
  self->stamp = self->seen = stamp;
  self->is_known = self->is_known || stamp.exists;
  g_mutex_unlock (&self->lock);
  g_mutex_unlock (&self->writing);
  return saved;
}

/**
 * rt_plan_file_save:
 * @self: a file
 * @plan: the plan
 * @force: replace whatever is there
 * @error: for people
 *
 * Writes the plan as rt_plan_file_save_bytes() does.
 *
 * Returns: %FALSE as there, or with %RT_ERROR_NEWER for a plan that may only be read
 */
gboolean
rt_plan_file_save (RtPlanFile *self, RtPlan *plan, gboolean force, GError **error)
{
  g_autofree char *bytes = NULL;
  gsize length;

  if (rt_plan_is_read_only (plan))
    {
      g_set_error (
          error, RT_ERROR, RT_ERROR_NEWER,
          _("“%s” was made by a newer Rotunda, so it was not saved. To change it, update Rotunda."),
          rt_plan_get_title (plan));
      return FALSE;
    }
  bytes = rt_plan_to_json (plan, TRUE, &length);
  return rt_plan_file_save_bytes (self, bytes, length, force, error);
}

/** rt_plan_file_look: Returns: what became of the file since it was read, written or accepted */
RtDisk
rt_plan_file_look (RtPlanFile *self)
{
  const char *path = g_file_peek_path (self->file);
  RtStamp stamp, now;
  gboolean is_known;

  if (path == NULL)
    return RT_DISK_SAME;
  rt_stamp_take (path, &now);
  g_mutex_lock (&self->lock);
  self->seen = now;
  stamp = self->stamp;
  is_known = self->is_known;
  g_mutex_unlock (&self->lock);
  if (!is_known || rt_stamp_equal (&now, &stamp))
    return RT_DISK_SAME;
  return now.exists ? RT_DISK_CHANGED : RT_DISK_GONE;
}

void
rt_plan_file_accept (RtPlanFile *self)
{
  g_mutex_lock (&self->lock);
  if (self->is_known)
    self->stamp = self->seen;
  g_mutex_unlock (&self->lock);
}

void
rt_plan_file_suspect (RtPlanFile *self, gint64 since)
{
  g_mutex_lock (&self->lock);
  /* A stamp that no file has. */
  if (self->stamp.exists && self->stamp.seconds > since)
    self->stamp.nanoseconds = -1;
  g_mutex_unlock (&self->lock);
}

GFile *
rt_plan_file_resolve (GFile *file)
{
  const char *path = g_file_peek_path (file);
  char *real = path != NULL ? realpath (path, NULL) : NULL;
  GFile *resolved = real != NULL ? g_file_new_for_path (real) : g_object_ref (file);

  free (real);
  return resolved;
}

gboolean
rt_plan_file_same (GFile *a, GFile *b)
{
  g_autoptr (GFile) one = rt_plan_file_resolve (a);
  g_autoptr (GFile) other = rt_plan_file_resolve (b);

  return g_file_equal (one, other);
}
