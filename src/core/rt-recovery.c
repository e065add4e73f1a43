/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/*
 * A program that is killed, or loses its display, gets no chance to save. So each plan that is
 * being changed has a copy, one file with everything in it, so that nothing of it can be half
 * there: a JSON object whose last member is the plan, in the very bytes in which it would be saved.
 */

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "rt-json.h"
#include "rt-plan-file.h"
#include "rt-save.h"

/* No text in JSON holds a line break, so this is found where it was written and nowhere before. */
#define PLAN_FOLLOWS ",\n  \"plan\":\n"
#define PLAN_ENDS "}\n"
#define LARGEST_HEAD 65536
#define DAY (24 * 60 * 60)

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "rotunda", "recovery", NULL);
}

static char *
dup_path (const char *key)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *name = g_strconcat (key, ".json", NULL);

  return g_build_filename (folder, name, NULL);
}

static gboolean
make_folder (GError **error)
{
  g_autofree char *folder = dup_folder ();

  if (g_mkdir_with_parents (folder, 0700) == 0 && g_chmod (folder, 0700) == 0)
    return TRUE;
  g_set_error (
      error, G_IO_ERROR, g_io_error_from_errno (errno),
      _("No recovery copy is kept, as the folder “%s” cannot be used: %s. Save the plan often."),
      folder, g_strerror (errno));
  return FALSE;
}

/* Everything before the plan. The path stands there as a URI: it need not be text. */
static char *
dup_head (GFile *file)
{
  g_autoptr (JsonNode) node = json_node_alloc ();
  JsonObject *object = json_object_new ();
  g_autofree char *text = NULL;

  json_node_take_object (json_node_init (node, JSON_NODE_OBJECT), object);
  json_object_set_string_member (object, "format", "rotunda-recovery");
  json_object_set_int_member (object, "version", 1);
  if (file != NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);

      json_object_set_string_member (object, "original", uri);
    }
  json_object_set_int_member (object, "at", g_get_real_time () / G_USEC_PER_SEC);
  text = rt_json_print (node, NULL);
  /* Without the end, "\n}\n". */
  return g_strndup (text, strlen (text) - 3);
}

/*
 * The plan in the bytes of a recovery copy, NULL if there is none; @head: (out) the JSON before it.
 */
static const char *
find_plan (const char *bytes, gsize length, gsize *plan_length, char **head)
{
  const char *follows = g_strstr_len (bytes, MIN (length, LARGEST_HEAD), PLAN_FOLLOWS);
  const char *plan = follows != NULL ? follows + strlen (PLAN_FOLLOWS) : NULL;

  if (plan == NULL || !g_str_has_suffix (plan, PLAN_ENDS))
    return NULL;
  *plan_length = bytes + length - plan - strlen (PLAN_ENDS);
  if (head != NULL)
    *head = g_strdup_printf ("%.*s\n}\n", (int) (follows - bytes), bytes);
  return plan;
}

static char *
dup_title (const char *plan, gsize length)
{
  g_autoptr (JsonNode) node = rt_json_parse (plan, length, NULL);
  JsonNode *event = NULL, *title = NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    event = json_object_get_member (json_node_get_object (node), "event");
  if (event != NULL && JSON_NODE_HOLDS_OBJECT (event))
    title = json_object_get_member (json_node_get_object (event), "title");
  if (title != NULL && JSON_NODE_HOLDS_VALUE (title)
      && json_node_get_value_type (title) == G_TYPE_STRING)
    return json_node_dup_string (title);
  return g_strdup (_("Untitled plan"));
}

static RtRecovery *
read_recovery (const char *path)
{
  gsize length, plan_length;
  g_autofree char *bytes
      = rt_read_bytes (path, RT_MAX_FILE_SIZE + LARGEST_HEAD, &length, NULL, NULL);
  g_autofree char *head = NULL;
  const char *plan = bytes != NULL ? find_plan (bytes, length, &plan_length, &head) : NULL;
  g_autoptr (JsonNode) node = plan != NULL ? rt_json_parse (head, strlen (head), NULL) : NULL;
  RtRecovery *recovery;
  JsonObject *object;
  const char *original;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  object = json_node_get_object (node);
  if (g_strcmp0 (json_object_get_string_member_with_default (object, "format", ""),
                 "rotunda-recovery")
      != 0)
    return NULL;
  recovery = g_new0 (RtRecovery, 1);
  recovery->path = g_strdup (path);
  original = json_object_get_string_member_with_default (object, "original", NULL);
  recovery->original = original != NULL ? g_filename_from_uri (original, NULL, NULL) : NULL;
  recovery->title = dup_title (plan, plan_length);
  recovery->at = json_object_get_int_member_with_default (object, "at", 0);
  return recovery;
}

/*
 * What a killed program left half-written is as private as the rest, and nobody will save over it.
 */
static void
sweep_temporary (const char *path)
{
  struct stat found;

  if (g_lstat (path, &found) == 0 && found.st_mtime < g_get_real_time () / G_USEC_PER_SEC - DAY)
    g_unlink (path);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const RtRecovery *one = *(const RtRecovery * const *) a;
  const RtRecovery *other = *(const RtRecovery * const *) b;

  return (one->at < other->at) - (one->at > other->at);
}

/**
 * rt_recovery_dup_key:
 * @file: (nullable): where the plan is saved
 *
 * Returns: (transfer full): what names the plan's recovery copy: made from the whole path, so that
 *   two plans of one name do not share it; for a plan without a file, one that nobody else has
 */
char *
rt_recovery_dup_key (GFile *file)
{
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;
  g_autofree char *sum = NULL;

  if (uri == NULL)
    return g_uuid_string_random ();
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
  return g_strndup (sum, 32);
}

/**
 * rt_recovery_write_bytes:
 * @key: from rt_recovery_dup_key()
 * @file: (nullable): where the plan is saved
 * @bytes: the plan as rt_plan_to_json() writes it
 * @length: how many
 * @error: for people
 *
 * Keeps a copy of a plan with unsaved changes in place of the one before, in a folder that only its
 * owner can read. May be called in any thread.
 *
 * Returns: %FALSE with a %G_IO_ERROR if there is only the copy before, if any
 */
gboolean
rt_recovery_write_bytes (const char *key, GFile *file, const char *bytes, gsize length,
                         GError **error)
{
  g_autofree char *path = dup_path (key);
  g_autofree char *head = NULL;
  GString *text;
  gboolean written;

  if (!make_folder (error))
    return FALSE;
  head = dup_head (file);
  text = g_string_sized_new (strlen (head) + strlen (PLAN_FOLLOWS) + length + strlen (PLAN_ENDS));
  g_string_append (text, head);
  g_string_append (text, PLAN_FOLLOWS);
  g_string_append_len (text, bytes, length);
  g_string_append (text, PLAN_ENDS);
  written = rt_save_bytes (path, text->str, text->len, 0600, error);
  g_string_free (text, TRUE);
  if (!written)
    g_prefix_error (error, _("No recovery copy is kept; save the plan often. "));
  return written;
}

/**
 * rt_recovery_write:
 * @key: from rt_recovery_dup_key()
 * @file: (nullable): where the plan is saved
 * @plan: a plan with changes that are not saved
 * @error: for people
 *
 * Keeps a copy of the plan as rt_recovery_write_bytes() does.
 *
 * Returns: %FALSE with a %G_IO_ERROR if there is only the copy before, if any
 */
gboolean
rt_recovery_write (const char *key, GFile *file, RtPlan *plan, GError **error)
{
  gsize length;
  g_autofree char *bytes = rt_plan_to_json (plan, TRUE, &length);

  return rt_recovery_write_bytes (key, file, bytes, length, error);
}

/**
 * rt_recovery_delete:
 * @key: from rt_recovery_dup_key()
 *
 * Takes the copy away, if there is one: after a good save, or when the person says so.
 */
void
rt_recovery_delete (const char *key)
{
  g_autofree char *path = dup_path (key);

  g_unlink (path);
}

/**
 * rt_recovery_list:
 *
 * The copies of plans whose changes were neither saved nor given up. A file that is no such copy is
 * left out and left alone.
 *
 * Returns: (transfer full) (element-type RtRecovery): newest first; freed with the array
 */
GPtrArray *
rt_recovery_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_recovery_free);
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      RtRecovery *recovery = g_str_has_suffix (name, ".json") ? read_recovery (path) : NULL;

      if (recovery != NULL)
        g_ptr_array_add (list, recovery);
      if (g_str_has_suffix (name, ".tmp"))
        sweep_temporary (path);
    }
  g_ptr_array_sort (list, compare_newest_first);
  return list;
}

/**
 * rt_recovery_load:
 * @recovery: one of rt_recovery_list()
 * @error: for people
 *
 * Reads the plan in the copy; the copy stays.
 *
 * Returns: (transfer full): the plan, or %NULL with a %G_IO_ERROR or %RT_ERROR
 */
RtPlan *
rt_recovery_load (const RtRecovery *recovery, GError **error)
{
  gsize length, plan_length;
  g_autofree char *bytes
      = rt_read_bytes (recovery->path, RT_MAX_FILE_SIZE + LARGEST_HEAD, &length, NULL, error);
  const char *plan;

  if (bytes == NULL)
    return NULL;
  plan = find_plan (bytes, length, &plan_length, NULL);
  if (plan == NULL)
    {
      g_set_error (error, RT_ERROR, RT_ERROR_FORMAT, _("“%s” is not a recovery copy."),
                   recovery->path);
      return NULL;
    }
  return rt_plan_new_from_json (plan, plan_length, error);
}

/** rt_recovery_free: frees what rt_recovery_list() holds */
void
rt_recovery_free (RtRecovery *recovery)
{
  g_free (recovery->path);
  g_free (recovery->original);
  g_free (recovery->title);
  g_free (recovery);
}
