/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "rt-plan-file.h"
#include "rt-save.h"

typedef struct {
  char *folder;
  char *path;    /* folder/plan.json, not there yet */
} Fixture;

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_all (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("rotunda-save-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "plan.json", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_chmod (self->folder, 0700);
  remove_all (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static void
write_file (const char *path, const char *text, int mode)
{
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_cmpint (g_chmod (path, mode), ==, 0);
}

static void
assert_file (const char *path, const char *text)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, text);
}

static int
mode_of (const char *path)
{
  struct stat found;

  g_assert_cmpint (stat (path, &found), ==, 0);
  return found.st_mode & 0777;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
save (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  rt_save_bytes (path, text, strlen (text), 0600, &error);
  g_assert_no_error (error);
}

static char *
save_and_fail (const char *path, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (rt_save_bytes (path, "new", 3, 0600, &error));
  g_assert_error (error, G_IO_ERROR, code);
  return g_strdup (error->message);
}

static void
test_new (Fixture *self, gconstpointer data)
{
  save (self->path, "new");
  assert_file (self->path, "new");
  g_assert_cmpint (mode_of (self->path), ==, 0600);
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

static void
test_new_keeps_to_umask (Fixture *self, gconstpointer data)
{
  mode_t before = umask (027);

  g_assert_true (rt_save_bytes (self->path, "a", 1, 0666, NULL));
  umask (before);
  g_assert_cmpint (mode_of (self->path), ==, 0640);
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  save (self->path, "");
  assert_file (self->path, "");
}

static void
test_replace (Fixture *self, gconstpointer data)
{
  write_file (self->path, "a longer old text", 0640);
  save (self->path, "new");
  assert_file (self->path, "new");
  g_assert_cmpint (mode_of (self->path), ==, 0640);
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

static void
test_relative (Fixture *self, gconstpointer data)
{
  g_autofree char *before = g_get_current_dir ();

  g_assert_cmpint (g_chdir (self->folder), ==, 0);
  save ("plan.json", "new");
  g_assert_cmpint (g_chdir (before), ==, 0);
  assert_file (self->path, "new");
}

static void
test_link (Fixture *self, gconstpointer data)
{
  g_autofree char *inner = g_build_filename (self->folder, "inner", NULL);
  g_autofree char *target = g_build_filename (inner, "real.json", NULL);
  g_autofree char *middle = g_build_filename (self->folder, "middle.json", NULL);

  g_mkdir (inner, 0700);
  write_file (target, "old", 0644);
  g_assert_cmpint (symlink ("inner/real.json", middle), ==, 0);
  g_assert_cmpint (symlink (middle, self->path), ==, 0);
  save (self->path, "new");
  assert_file (target, "new");
  g_assert_cmpint (mode_of (target), ==, 0644);
  g_assert_true (g_file_test (self->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (middle, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (count_files (inner), ==, 1);
}

static void
test_dangling_link (Fixture *self, gconstpointer data)
{
  g_autofree char *target = g_build_filename (self->folder, "real.json", NULL);

  g_assert_cmpint (symlink ("real.json", self->path), ==, 0);
  save (self->path, "new");
  g_assert_true (g_file_test (self->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (g_file_test (target, G_FILE_TEST_IS_SYMLINK));
  assert_file (target, "new");
}

static void
test_link_circle (Fixture *self, gconstpointer data)
{
  g_autofree char *message = NULL;

  g_assert_cmpint (symlink ("plan.json", self->path), ==, 0);
  message = save_and_fail (self->path, g_io_error_from_errno (ELOOP));
  g_assert_cmpstr (message, ==,
                   "“plan.json” could not be saved: the link leads in a circle. Nothing was "
                   "written.");
}

static void
test_hard_link (Fixture *self, gconstpointer data)
{
  g_autofree char *other = g_build_filename (self->folder, "other.json", NULL);

  write_file (self->path, "old", 0600);
  g_assert_cmpint (link (self->path, other), ==, 0);
  save (self->path, "new");
  assert_file (self->path, "new");
  assert_file (other, "old");
}

static void
test_folder_of_that_name (Fixture *self, gconstpointer data)
{
  g_autofree char *message = NULL;

  g_mkdir (self->path, 0700);
  message = save_and_fail (self->path, G_IO_ERROR_IS_DIRECTORY);
  g_assert_nonnull (strstr (message, "a folder has this name"));
}

static void
test_no_folder (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "gone", "plan.json", NULL);
  g_autofree char *message = save_and_fail (path, G_IO_ERROR_NOT_FOUND);

  g_assert_nonnull (
      strstr (message, "/gone” is not there; choose another place. Nothing was written."));
}

static void
test_folder_is_a_file (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->path, "plan.json", NULL);
  g_autofree char *message = NULL;

  write_file (self->path, "old", 0600);
  message = save_and_fail (path, G_IO_ERROR_NOT_DIRECTORY);
  g_assert_nonnull (strstr (message, "is not a folder"));
  assert_file (self->path, "old");
}

static void
test_pipe (Fixture *self, gconstpointer data)
{
  g_autofree char *message = NULL;

  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  message = save_and_fail (self->path, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_nonnull (strstr (message, "it is not an ordinary file"));
}

static void
test_long_name (Fixture *self, gconstpointer data)
{
  g_autofree char *name = g_strnfill (255, 'n');
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *longer = g_strconcat (path, "n", NULL);
  g_autofree char *message = NULL;

  save (path, "new");
  assert_file (path, "new");
  message = save_and_fail (longer, g_io_error_from_errno (ENAMETOOLONG));
  g_assert_nonnull (strstr (message, "the name is too long"));
}

static void
test_sweep (Fixture *self, gconstpointer data)
{
  static const char * const left[] = { ".plan.json.abcdef.tmp", ".plan.json.a1b2c3.tmp" };
  static const char * const kept[] = { ".plan.json.backup", ".plan.json.abcdefg.tmp",
                                       ".other.json.abcdef.tmp", "plan.json.abcdef.tmp" };
  struct utimbuf old = { .actime = time (NULL) - 90000, .modtime = time (NULL) - 90000 };
  g_autofree char *fresh = g_build_filename (self->folder, ".plan.json.zzzzzz.tmp", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (left) + G_N_ELEMENTS (kept); i++)
    {
      const char *name = i < G_N_ELEMENTS (left) ? left[i] : kept[i - G_N_ELEMENTS (left)];
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      write_file (path, "half", 0600);
      g_assert_cmpint (utime (path, &old), ==, 0);
    }
  write_file (fresh, "half", 0600);
  save (self->path, "new");
  g_assert_true (g_file_test (fresh, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (self->folder), ==, G_N_ELEMENTS (kept) + 2);
}

static void
test_changed_by_another (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  RtStamp stamp, now;

  write_file (self->path, "old", 0600);
  rt_stamp_take (self->path, &stamp);
  g_assert_true (rt_save_bytes_over (self->path, "mine", 4, 0600, &stamp, &now, NULL));
  g_assert_false (rt_stamp_equal (&stamp, &now));
  write_file (self->path, "theirs", 0600);
  g_assert_false (rt_save_bytes_over (self->path, "mine 2", 6, 0600, &now, NULL, &error));
  g_assert_error (error, RT_ERROR, RT_ERROR_CHANGED_ON_DISK);
  assert_file (self->path, "theirs");
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

/* In place, with as many bytes as before: only the time tells. */
static void
test_changed_in_place (Fixture *self, gconstpointer data)
{
  struct utimbuf old = { .actime = 1000000000, .modtime = 1000000000 };
  RtStamp stamp;
  int fd;

  write_file (self->path, "old", 0600);
  g_assert_cmpint (utime (self->path, &old), ==, 0);
  rt_stamp_take (self->path, &stamp);
  fd = g_open (self->path, O_WRONLY, 0);
  g_assert_cmpint (write (fd, "OLD", 3), ==, 3);
  close (fd);
  g_assert_false (rt_save_bytes_over (self->path, "new", 3, 0600, &stamp, NULL, NULL));
  assert_file (self->path, "OLD");
}

static void
test_taken_away (Fixture *self, gconstpointer data)
{
  RtStamp stamp;

  write_file (self->path, "old", 0600);
  rt_stamp_take (self->path, &stamp);
  g_unlink (self->path);
  g_assert_true (rt_save_bytes_over (self->path, "new", 3, 0600, &stamp, NULL, NULL));
  assert_file (self->path, "new");
}

static void
test_read (Fixture *self, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  RtStamp read, now;
  gsize length;

  write_file (self->path, "some text", 0600);
  bytes = rt_read_bytes (self->path, 9, &length, &read, NULL);
  g_assert_cmpstr (bytes, ==, "some text");
  g_assert_cmpuint (length, ==, 9);
  rt_stamp_take (self->path, &now);
  g_assert_true (rt_stamp_equal (&read, &now));
}

static void
test_read_empty (Fixture *self, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  write_file (self->path, "", 0600);
  bytes = rt_read_bytes (self->path, 9, &length, NULL, NULL);
  g_assert_cmpstr (bytes, ==, "");
  g_assert_cmpuint (length, ==, 0);
}

/* Its size is given as 0, and there is more. */
static void
test_read_grown (Fixture *self, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_test ("/proc/self/status", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("there is no /proc");
      return;
    }
  bytes = rt_read_bytes ("/proc/self/status", 100000, &length, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, 100);
  g_assert_cmpuint (strlen (bytes), ==, length);
  g_assert_null (rt_read_bytes ("/proc/self/status", 100, &length, NULL, &error));
  g_assert_error (error, RT_ERROR, RT_ERROR_LIMIT);
}

static void
read_and_fail (const char *path, GQuark domain, int code, const char *message)
{
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_null (rt_read_bytes (path, 8, &length, NULL, &error));
  g_assert_error (error, domain, code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_read_refused (Fixture *self, gconstpointer data)
{
  read_and_fail (self->path, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 "“plan.json” could not be opened: it is not there.");
  write_file (self->path, "some text", 0600);
  read_and_fail (self->path, RT_ERROR, RT_ERROR_LIMIT,
                 "“plan.json” could not be opened: it is larger than 8 bytes.");
  g_unlink (self->path);
  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  read_and_fail (self->path, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 "“plan.json” could not be opened: it is not an ordinary file.");
  g_unlink (self->path);
  g_mkdir (self->path, 0700);
  read_and_fail (self->path, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                 "“plan.json” could not be opened: it is a folder.");
}

/* Root may do anything, so these cases are run as somebody else where possible. */
static gboolean
become_nobody (Fixture *self)
{
  if (geteuid () != 0)
    return TRUE;
  if (chown (self->folder, 65534, 65534) < 0 || chown (self->path, 65534, 65534) < 0 ||
      setegid (65534) < 0 || seteuid (65534) < 0)
    {
      g_test_skip ("this user cannot become another one");
      return FALSE;
    }
  return TRUE;
}

static void
become_root_again (void)
{
  if (getuid () == 0)
    g_assert_true (seteuid (0) == 0 && setegid (0) == 0);
}

static void
test_folder_not_writable (Fixture *self, gconstpointer data)
{
  g_autofree char *message = NULL;

  write_file (self->path, "old", 0600);
  if (!become_nobody (self))
    return;
  g_chmod (self->folder, 0500);
  message = save_and_fail (self->path, G_IO_ERROR_PERMISSION_DENIED);
  become_root_again ();
  g_assert_nonnull (strstr (message, "you may not write to the folder"));
  g_assert_nonnull (strstr (message, "Nothing is lost: the file is as it was."));
  assert_file (self->path, "old");
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

static void
test_folder_not_readable (Fixture *self, gconstpointer data)
{
  write_file (self->path, "old", 0600);
  if (!become_nobody (self))
    return;
  g_chmod (self->folder, 0300);
  save (self->path, "new");
  become_root_again ();
  g_chmod (self->folder, 0700);
  assert_file (self->path, "new");
}

static gboolean
is_root (void)
{
  if (geteuid () == 0)
    return TRUE;
  g_test_skip ("only root can give files away");
  return FALSE;
}

static void
test_owner_is_kept (Fixture *self, gconstpointer data)
{
  struct stat found;

  write_file (self->path, "old", 0640);
  if (!is_root ())
    return;
  g_assert_cmpint (chown (self->path, 12345, 23456), ==, 0);
  save (self->path, "new");
  g_assert_cmpint (stat (self->path, &found), ==, 0);
  g_assert_cmpint (found.st_uid, ==, 12345);
  g_assert_cmpint (found.st_gid, ==, 23456);
  g_assert_cmpint (found.st_mode & 0777, ==, 0640);
}

/* What one group could read is not shown to another instead. */
static void
test_group_is_not_replaced (Fixture *self, gconstpointer data)
{
  struct stat found;

  write_file (self->path, "old", 0660);
  if (!is_root () || !become_nobody (self))
    return;
  become_root_again ();
  g_assert_cmpint (chown (self->path, 65534, 23456), ==, 0);
  g_assert_true (setegid (65534) == 0 && seteuid (65534) == 0);
  save (self->path, "new");
  become_root_again ();
  g_assert_cmpint (stat (self->path, &found), ==, 0);
  g_assert_cmpint (found.st_gid, !=, 23456);
  g_assert_cmpint (found.st_mode & 0777, ==, 0600);
}

static void
test_file_write_protected (Fixture *self, gconstpointer data)
{
  g_autofree char *message = NULL;

  write_file (self->path, "old", 0400);
  if (!become_nobody (self))
    return;
  message = save_and_fail (self->path, G_IO_ERROR_PERMISSION_DENIED);
  become_root_again ();
  g_assert_nonnull (strstr (message, "it is write-protected"));
  assert_file (self->path, "old");
}

#define ADD(name, func) g_test_add ("/save/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("new", test_new);
  ADD ("new-keeps-to-umask", test_new_keeps_to_umask);
  ADD ("empty", test_empty);
  ADD ("replace", test_replace);
  ADD ("relative", test_relative);
  ADD ("link", test_link);
  ADD ("dangling-link", test_dangling_link);
  ADD ("link-circle", test_link_circle);
  ADD ("hard-link", test_hard_link);
  ADD ("folder-of-that-name", test_folder_of_that_name);
  ADD ("no-folder", test_no_folder);
  ADD ("folder-is-a-file", test_folder_is_a_file);
  ADD ("pipe", test_pipe);
  ADD ("long-name", test_long_name);
  ADD ("sweep", test_sweep);
  ADD ("changed-by-another", test_changed_by_another);
  ADD ("changed-in-place", test_changed_in_place);
  ADD ("taken-away", test_taken_away);
  ADD ("read", test_read);
  ADD ("read-empty", test_read_empty);
  ADD ("read-grown", test_read_grown);
  ADD ("read-refused", test_read_refused);
  ADD ("folder-not-writable", test_folder_not_writable);
  ADD ("folder-not-readable", test_folder_not_readable);
  ADD ("owner-is-kept", test_owner_is_kept);
  ADD ("group-is-not-replaced", test_group_is_not_replaced);
  ADD ("file-write-protected", test_file_write_protected);
  return g_test_run ();
}
