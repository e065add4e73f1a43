/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-plan-file.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include <glib/gstdio.h>

#define SMALL \
  "{\n  \"format\": \"rotunda-plan\",\n  \"version\": 1,\n  \"event\": {\n    \"title\": " \
  "\"Café\"\n  }\n}\n"
#define NEWER "{\"format\": \"rotunda-plan\", \"version\": 2, \"event\": {\"title\": \"Later\"}}"

typedef struct {
  char       *path;
  GFile      *file;
  RtPlanFile *plan_file;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("rotunda-file-XXXXXX", NULL);

  self->path = g_build_filename (folder, "plan.rotunda.json", NULL);
  self->file = g_file_new_for_path (self->path);
  self->plan_file = rt_plan_file_new (self->file);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_finalize_object (self->plan_file);
  g_object_unref (self->file);
  g_free (self->path);
}

static void
write_file (const char *path, const char *text)
{
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
assert_file (const char *path, const char *text)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, text);
}

static RtPlan *
read_plan (const char *text)
{
  g_autoptr (GError) error = NULL;
  RtPlan *plan = rt_plan_new_from_json (text, -1, &error);

  g_assert_no_error (error);
  return plan;
}

static char *
read_full (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "full.rotunda.json", NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
test_same_bytes (Fixture *self, gconstpointer data)
{
  g_autofree char *text = read_full ();
  g_autoptr (RtPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  write_file (self->path, text);
  plan = rt_plan_file_load (self->plan_file, &error);
  g_assert_no_error (error);
  g_unlink (self->path);
  g_assert_true (rt_plan_file_save (self->plan_file, plan, FALSE, &error));
  g_assert_no_error (error);
  assert_file (self->path, text);
  g_assert_true (rt_plan_file_get (self->plan_file) == self->file);
}

static void
test_new_is_private (Fixture *self, gconstpointer data)
{
  g_autoptr (RtPlan) plan = read_plan (SMALL);
  struct stat found;

  g_assert_true (rt_plan_file_save (self->plan_file, plan, FALSE, NULL));
  assert_file (self->path, SMALL);
  g_assert_cmpint (stat (self->path, &found), ==, 0);
  g_assert_cmpint (found.st_mode & 0777, ==, 0600);
}

static void
test_changed_on_disk (Fixture *self, gconstpointer data)
{
  g_autoptr (RtPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  write_file (self->path, SMALL);
  g_assert_cmpint (rt_plan_file_look (self->plan_file), ==, RT_DISK_SAME);
  plan = rt_plan_file_load (self->plan_file, NULL);
  g_assert_cmpint (rt_plan_file_look (self->plan_file), ==, RT_DISK_SAME);
  write_file (self->path, "theirs");
  g_assert_cmpint (rt_plan_file_look (self->plan_file), ==, RT_DISK_CHANGED);

  g_assert_false (rt_plan_file_save (self->plan_file, plan, FALSE, &error));
  g_assert_error (error, RT_ERROR, RT_ERROR_CHANGED_ON_DISK);
  g_assert_true (
      g_str_has_prefix (error->message, "“plan.rotunda.json” was changed by another program"));
  assert_file (self->path, "theirs");
  g_assert_cmpint (rt_plan_file_look (self->plan_file), ==, RT_DISK_CHANGED);

  g_assert_true (rt_plan_file_save (self->plan_file, plan, TRUE, NULL));
  assert_file (self->path, SMALL);
  g_assert_cmpint (rt_plan_file_look (self->plan_file), ==, RT_DISK_SAME);
}

/* What was accepted may be replaced, until the file changes once more; also where it did so before
 * it was looked at. */
static void
test_look (Fixture *self, gconstpointer data)
{
  g_autoptr (RtPlan) plan = NULL;

  write_file (self->path, SMALL);
  g_assert_cmpint (rt_plan_file_look (self->plan_file), ==, RT_DISK_SAME);
  plan = rt_plan_file_load (self->plan_file, NULL);
  g_assert_cmpint (rt_plan_file_look (self->plan_file), ==, RT_DISK_SAME);
  write_file (self->path, "theirs");
  g_assert_cmpint (rt_plan_file_look (self->plan_file), ==, RT_DISK_CHANGED);
  write_file (self->path, "theirs again");
  rt_plan_file_accept (self->plan_file);
  g_assert_false (rt_plan_file_save (self->plan_file, plan, FALSE, NULL));
  g_assert_cmpint (rt_plan_file_look (self->plan_file), ==, RT_DISK_CHANGED);
  rt_plan_file_accept (self->plan_file);
  g_assert_cmpint (rt_plan_file_look (self->plan_file), ==, RT_DISK_SAME);
  g_assert_true (rt_plan_file_save (self->plan_file, plan, FALSE, NULL));
  assert_file (self->path, SMALL);
  g_assert_cmpint (rt_plan_file_look (self->plan_file), ==, RT_DISK_SAME);
}

static void
test_look_gone (Fixture *self, gconstpointer data)
{
  g_autoptr (RtPlan) plan = NULL;

  write_file (self->path, SMALL);
  plan = rt_plan_file_load (self->plan_file, NULL);
  g_unlink (self->path);
  g_assert_cmpint (rt_plan_file_look (self->plan_file), ==, RT_DISK_GONE);
  rt_plan_file_accept (self->plan_file);
  g_assert_cmpint (rt_plan_file_look (self->plan_file), ==, RT_DISK_SAME);
  write_file (self->path, "back, and another");
  g_assert_cmpint (rt_plan_file_look (self->plan_file), ==, RT_DISK_CHANGED);
}

/* A file that is younger than the recovery copy is not what the copy was made from. */
static void
test_suspect (Fixture *self, gconstpointer data)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (RtPlan) plan = NULL;

  write_file (self->path, SMALL);
  plan = rt_plan_file_load (self->plan_file, NULL);
  rt_plan_file_suspect (self->plan_file, now + 60);
  g_assert_cmpint (rt_plan_file_look (self->plan_file), ==, RT_DISK_SAME);
  rt_plan_file_suspect (self->plan_file, now - 60);
  g_assert_cmpint (rt_plan_file_look (self->plan_file), ==, RT_DISK_CHANGED);
  g_assert_false (rt_plan_file_save (self->plan_file, plan, FALSE, NULL));
}

static void
test_same_through_link (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_strconcat (self->path, "-link", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (path);
  g_autoptr (GFile) target = NULL;

  write_file (self->path, SMALL);
  g_assert_false (rt_plan_file_same (self->file, link));
  g_assert_cmpint (symlink (self->path, path), ==, 0);
  g_assert_true (rt_plan_file_same (self->file, link));
  g_assert_true (rt_plan_file_same (link, self->file));
  target = rt_plan_file_resolve (link);
  g_assert_true (rt_plan_file_same (target, self->file));
  g_unlink (path);
}

static void
test_save_again_and_again (Fixture *self, gconstpointer data)
{
  g_autoptr (RtPlan) plan = read_plan (SMALL);

  for (int i = 0; i < 3; i++)
    {
      g_assert_true (rt_plan_file_save (self->plan_file, plan, FALSE, NULL));
      g_assert_cmpint (rt_plan_file_look (self->plan_file), ==, RT_DISK_SAME);
    }
}

static void
test_gone_is_not_changed (Fixture *self, gconstpointer data)
{
  g_autoptr (RtPlan) plan = NULL;

  write_file (self->path, SMALL);
  plan = rt_plan_file_load (self->plan_file, NULL);
  g_unlink (self->path);
  g_assert_cmpint (rt_plan_file_look (self->plan_file), ==, RT_DISK_GONE);
  g_assert_true (rt_plan_file_save (self->plan_file, plan, FALSE, NULL));
  assert_file (self->path, SMALL);
}

/* A file that was chosen to be replaced is replaced. */
static void
test_save_over_unread (Fixture *self, gconstpointer data)
{
  g_autoptr (RtPlan) plan = read_plan (SMALL);

  write_file (self->path, "chosen to be replaced");
  g_assert_true (rt_plan_file_save (self->plan_file, plan, FALSE, NULL));
  assert_file (self->path, SMALL);
}

static void
assert_load_fails (Fixture *self, GQuark domain, int code, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rt_plan_file_load (self->plan_file, &error));
  g_assert_error (error, domain, code);
  if (message != NULL)
    g_assert_cmpstr (error->message, ==, message);
  g_assert_cmpint (rt_plan_file_look (self->plan_file), ==, RT_DISK_SAME);
}

static void
test_load_no_file (Fixture *self, gconstpointer data)
{
  assert_load_fails (self, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                     "“plan.rotunda.json” could not be opened: it is not there.");
}

static void
test_load_no_plan (Fixture *self, gconstpointer data)
{
  write_file (self->path, "Name,Organisation\n");
  assert_load_fails (self, RT_ERROR, RT_ERROR_FORMAT,
                     "“plan.rotunda.json” could not be opened: Line 1, column 1: there should be "
                     "a value here.");
  write_file (self->path, "");
  assert_load_fails (self, RT_ERROR, RT_ERROR_FORMAT, NULL);
}

static void
test_load_too_large (Fixture *self, gconstpointer data)
{
  write_file (self->path, SMALL);
  g_assert_cmpint (truncate (self->path, RT_MAX_FILE_SIZE + 1), ==, 0);
  assert_load_fails (self, RT_ERROR, RT_ERROR_LIMIT,
                     "“plan.rotunda.json” could not be opened: it is larger than 64.0\302\240MiB.");
}

static void
test_newer_is_not_saved (Fixture *self, gconstpointer data)
{
  g_autoptr (RtPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  write_file (self->path, NEWER);
  plan = rt_plan_file_load (self->plan_file, &error);
  g_assert_no_error (error);
  g_assert_false (rt_plan_file_save (self->plan_file, plan, TRUE, &error));
  g_assert_error (error, RT_ERROR, RT_ERROR_NEWER);
  assert_file (self->path, NEWER);
}

static void
test_elsewhere (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("sftp://example.org/plan.json");
  g_autoptr (RtPlanFile) plan_file = rt_plan_file_new (file);
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_autoptr (GError) error = NULL;

  if (g_file_peek_path (file) != NULL)
    {
      g_test_skip ("this place has a path here");
      return;
    }
  g_assert_null (rt_plan_file_load (plan_file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_clear_error (&error);
  g_assert_false (rt_plan_file_save (plan_file, plan, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

static void
test_too_large_to_save (Fixture *self, gconstpointer data)
{
  g_autofree char *bytes = g_malloc0 (RT_MAX_FILE_SIZE + 1);
  g_autoptr (GError) error = NULL;

  g_assert_false (
      rt_plan_file_save_bytes (self->plan_file, bytes, RT_MAX_FILE_SIZE + 1, FALSE, &error));
  g_assert_error (error, RT_ERROR, RT_ERROR_LIMIT);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

/* Recovery copies */

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "rotunda", "recovery", NULL);
}

static guint
count_copies (void)
{
  g_autoptr (GPtrArray) list = rt_recovery_list ();

  return list->len;
}

static void
test_recovery (void)
{
  g_autofree char *text = read_full ();
  g_autoptr (RtPlan) plan = read_plan (text);
  g_autoptr (RtPlan) again = NULL;
  g_autoptr (GFile) file = g_file_new_for_path ("/somewhere/a \xFF plan.json");
  g_autofree char *key = rt_recovery_dup_key (file);
  g_autofree char *found = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  RtRecovery *recovery;

  rt_recovery_write (key, file, plan, &error);
  g_assert_no_error (error);
  list = rt_recovery_list ();
  g_assert_cmpuint (list->len, ==, 1);
  recovery = list->pdata[0];
  g_assert_cmpstr (recovery->original, ==, "/somewhere/a \xFF plan.json");
  g_assert_cmpstr (recovery->title, ==, rt_plan_get_title (plan));
  g_assert_cmpint (ABS (recovery->at - g_get_real_time () / G_USEC_PER_SEC), <, 600);
  again = rt_recovery_load (recovery, &error);
  g_assert_no_error (error);
  found = rt_plan_to_json (again, TRUE, NULL);
  g_assert_cmpstr (found, ==, text);
  rt_recovery_delete (key);
  g_assert_cmpuint (count_copies (), ==, 0);
  g_assert_null (rt_recovery_load (recovery, NULL));
}

static void
test_recovery_is_private (void)
{
  g_autoptr (RtPlan) plan = read_plan (SMALL);
  g_autofree char *key = rt_recovery_dup_key (NULL);
  g_autofree char *folder = dup_folder ();
  g_autofree char *name = g_strconcat (key, ".json", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct stat found;

  g_mkdir_with_parents (folder, 0755);
  g_chmod (folder, 0755);
  g_assert_true (rt_recovery_write (key, NULL, plan, NULL));
  g_assert_cmpint (stat (path, &found), ==, 0);
  g_assert_cmpint (found.st_mode & 0777, ==, 0600);
  g_assert_cmpint (stat (folder, &found), ==, 0);
  g_assert_cmpint (found.st_mode & 0777, ==, 0700);
  rt_recovery_delete (key);
}

/* A copy is one JSON object, so that other programs can help, and never saved: no path. */
static void
test_recovery_of_unsaved (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_autofree char *key = rt_recovery_dup_key (NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  RtRecovery *recovery;

  g_assert_true (rt_recovery_write (key, NULL, plan, NULL));
  list = rt_recovery_list ();
  g_assert_cmpuint (list->len, ==, 1);
  recovery = list->pdata[0];
  g_assert_null (recovery->original);
  g_assert_cmpstr (recovery->title, ==, "Untitled plan");
  g_assert_true (g_file_get_contents (recovery->path, &bytes, NULL, NULL));
  g_assert_true (json_parser_load_from_data (parser, bytes, -1, NULL));
  rt_recovery_delete (key);
}

static void
test_recovery_keys (void)
{
  g_autoptr (GFile) one = g_file_new_for_path ("/a/plan.json");
  g_autoptr (GFile) same = g_file_new_for_path ("/a/./plan.json");
  g_autoptr (GFile) other = g_file_new_for_path ("/b/plan.json");
  g_autofree char *key_one = rt_recovery_dup_key (one);
  g_autofree char *key_same = rt_recovery_dup_key (same);
  g_autofree char *key_other = rt_recovery_dup_key (other);
  g_autofree char *key_none = rt_recovery_dup_key (NULL);
  g_autofree char *key_none_2 = rt_recovery_dup_key (NULL);

  g_assert_cmpstr (key_one, ==, key_same);
  g_assert_cmpstr (key_one, !=, key_other);
  g_assert_cmpstr (key_none, !=, key_none_2);
}

static void
test_recovery_replaces (void)
{
  g_autoptr (RtPlan) first = read_plan (SMALL);
  g_autoptr (RtPlan) second = rt_plan_new ();
  g_autoptr (GPtrArray) list = NULL;

  g_assert_true (rt_recovery_write ("key", NULL, first, NULL));
  g_assert_true (rt_recovery_write ("key", NULL, second, NULL));
  list = rt_recovery_list ();
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (((RtRecovery *) list->pdata[0])->title, ==, "Untitled plan");
  rt_recovery_delete ("key");
}

static void
write_copy (const char *name, const char *head)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = g_strconcat (head, ",\n  \"plan\":\n" SMALL "}\n", NULL);

  g_mkdir_with_parents (folder, 0700);
  write_file (path, text);
}

static void
test_recovery_newest_first (void)
{
  g_autoptr (GPtrArray) list = NULL;

  write_copy ("a.json", "{\n  \"format\": \"rotunda-recovery\",\n  \"at\": 20");
  write_copy ("b.json", "{\n  \"format\": \"rotunda-recovery\",\n  \"at\": 30");
  write_copy ("c.json", "{\n  \"format\": \"rotunda-recovery\",\n  \"at\": 10");
  list = rt_recovery_list ();
  g_assert_cmpuint (list->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (((RtRecovery *) list->pdata[i])->at, ==, 30 - 10 * (int) i);
  rt_recovery_delete ("a");
  rt_recovery_delete ("b");
  rt_recovery_delete ("c");
}

static void
test_recovery_leaves_others_alone (void)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *strange = g_build_filename (folder, "strange.json", NULL);
  g_autofree char *half = g_build_filename (folder, "half.json", NULL);

  write_copy ("other.json", "{\n  \"format\": \"something\",\n  \"at\": 20");
  write_file (strange, "not JSON");
  write_file (half, "{\n  \"format\": \"rotunda-recovery\",\n  \"at\": 20,\n  \"plan\":\n{");
  g_assert_cmpuint (count_copies (), ==, 0);
  g_assert_cmpint (g_unlink (strange), ==, 0);
  g_assert_cmpint (g_unlink (half), ==, 0);
  rt_recovery_delete ("other");
}

static void
test_recovery_sweeps (void)
{
  struct utimbuf old = { .actime = time (NULL) - 90000, .modtime = time (NULL) - 90000 };
  g_autofree char *folder = dup_folder ();
  g_autofree char *left = g_build_filename (folder, ".key.json.abcdef.tmp", NULL);
  g_autofree char *fresh = g_build_filename (folder, ".key.json.ghijkl.tmp", NULL);

  g_mkdir_with_parents (folder, 0700);
  write_file (left, "private");
  write_file (fresh, "private");
  g_assert_cmpint (utime (left, &old), ==, 0);
  g_assert_cmpuint (count_copies (), ==, 0);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_unlink (fresh), ==, 0);
}

static void
test_recovery_without_folder (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = dup_folder ();
  g_autofree char *parent = g_path_get_dirname (folder);

  g_mkdir_with_parents (parent, 0700);
  g_rmdir (folder);
  write_file (folder, "in the way");
  g_assert_cmpuint (count_copies (), ==, 0);
  g_assert_false (rt_recovery_write ("key", NULL, plan, &error));
  g_assert_cmpint (error->domain, ==, G_IO_ERROR);
  g_assert_true (g_str_has_prefix (error->message, "No recovery copy is kept"));
  g_unlink (folder);
}

#define ADD(name, func) g_test_add ("/plan-file/" name, Fixture, NULL, set_up, func, tear_down)

/* G_TEST_OPTION_ISOLATE_DIRS would do the same, but leaks. */
static char *
isolate (void)
{
  char *home = g_dir_make_tmp ("rotunda-home-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  return home;
}

static void
clean_up (const char *home)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *parent = g_path_get_dirname (folder);

  g_rmdir (folder);
  g_rmdir (parent);
  g_assert_cmpint (g_rmdir (home), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = isolate ();
  int status;

  g_test_init (&argc, &argv, NULL);
  ADD ("same-bytes", test_same_bytes);
  ADD ("new-is-private", test_new_is_private);
  ADD ("changed-on-disk", test_changed_on_disk);
  ADD ("look", test_look);
  ADD ("look-gone", test_look_gone);
  ADD ("suspect", test_suspect);
  ADD ("same-through-link", test_same_through_link);
  ADD ("save-again-and-again", test_save_again_and_again);
  ADD ("gone-is-not-changed", test_gone_is_not_changed);
  ADD ("save-over-unread", test_save_over_unread);
  ADD ("load-no-file", test_load_no_file);
  ADD ("load-no-plan", test_load_no_plan);
  ADD ("load-too-large", test_load_too_large);
  ADD ("newer-is-not-saved", test_newer_is_not_saved);
  g_test_add_func ("/plan-file/elsewhere", test_elsewhere);
  ADD ("too-large-to-save", test_too_large_to_save);
  g_test_add_func ("/recovery/comes-back", test_recovery);
  g_test_add_func ("/recovery/is-private", test_recovery_is_private);
  g_test_add_func ("/recovery/of-unsaved", test_recovery_of_unsaved);
  g_test_add_func ("/recovery/keys", test_recovery_keys);
  g_test_add_func ("/recovery/replaces", test_recovery_replaces);
  g_test_add_func ("/recovery/newest-first", test_recovery_newest_first);
  g_test_add_func ("/recovery/leaves-others-alone", test_recovery_leaves_others_alone);
  g_test_add_func ("/recovery/sweeps", test_recovery_sweeps);
  g_test_add_func ("/recovery/without-folder", test_recovery_without_folder);
  status = g_test_run ();
  clean_up (home);
  return status;
}
