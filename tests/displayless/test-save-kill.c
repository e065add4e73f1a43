/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Kills a program that saves and saves, at any moment, and looks whether a whole text is there.
 * RT_TEST_KILLS says how often for each kind of target. */

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "rt-json.h"
#include "rt-plan-file.h"
#include "rt-save.h"

/* A sanitizer makes each fork slow, and looks for other things. */
#ifdef __SANITIZE_ADDRESS__
#define USUAL_KILLS 50
#else
#define USUAL_KILLS 250
#endif
#define LONGEST_WAIT 12000 /* microseconds: a few saves */

typedef enum {
  TARGET_EXISTING,
  TARGET_NEW,
  TARGET_LINK,
  TARGET_HARD_LINK,
} Target;

/* A text that shows whether it is whole. */
static char *
make_text (guint number)
{
  g_autofree char *filler = g_strnfill (g_random_int_range (1, 200000), 'a' + number % 26);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, filler, -1);

  return g_strdup_printf ("{\"number\": %u, \"filler\": \"%s\", \"sum\": \"%s\"}\n", number, filler,
                          sum);
}

static void
assert_whole (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;
  g_autofree char *sum = NULL;
  JsonObject *object;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  node = rt_json_parse (text, length, &error);
  g_assert_no_error (error);
  object = json_node_get_object (node);
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256,
                                       json_object_get_string_member (object, "filler"), -1);
  g_assert_cmpstr (sum, ==, json_object_get_string_member (object, "sum"));
}

static void
save_for_ever (const char *path)
{
  RtStamp stamp;

  rt_stamp_take (path, &stamp);
  for (guint number = 1;; number++)
    {
      g_autofree char *text = make_text (number);

      if (!rt_save_bytes_over (path, text, strlen (text), 0600, &stamp, &stamp, NULL))
        _exit (1);
    }
}

static void
save_and_kill (const char *path)
{
  gulong wait = g_random_int_range (0, LONGEST_WAIT);
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    save_for_ever (path);
  g_usleep (wait);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
}

/* Removes what killed saves left, so that the folder does not fill; says how many that were. */
static guint
clear_temporaries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (name[0] == '.')
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
        n++;
      }
  return n;
}

static void
test_kill (gconstpointer data)
{
  Target target = GPOINTER_TO_UINT (data);
  const char *asked = g_getenv ("RT_TEST_KILLS");
  guint kills = asked != NULL ? atoi (asked) : USUAL_KILLS, written = 0, left;
  g_autofree char *folder = g_dir_make_tmp ("rotunda-kill-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "plan.json", NULL);
  g_autofree char *other = g_build_filename (folder, "other.json", NULL);
  g_autofree char *first = make_text (0);

  if (target != TARGET_NEW)
    g_file_set_contents (target == TARGET_LINK ? other : path, first, -1, NULL);
  if (target == TARGET_LINK)
    g_assert_cmpint (symlink ("other.json", path), ==, 0);
  for (guint i = 0; i < kills; i++)
    {
      if (target == TARGET_HARD_LINK)
        {
          g_unlink (other);
          g_assert_cmpint (link (path, other), ==, 0);
        }
      if (target == TARGET_NEW)
        g_unlink (path);
      save_and_kill (path);
      /* A new file may not be there yet, but then nothing of it is. */
      if (target == TARGET_NEW && !g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      written++;
      assert_whole (path);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_SYMLINK) == (target == TARGET_LINK));
      if (target == TARGET_HARD_LINK)
        assert_whole (other);
    }
  left = clear_temporaries (folder);
  g_test_message ("%u kills, %u whole files, %u temporary files left", kills, written, left);
  g_unlink (path);
  g_unlink (other);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/save-kill/existing", GUINT_TO_POINTER (TARGET_EXISTING), test_kill);
  g_test_add_data_func ("/save-kill/new", GUINT_TO_POINTER (TARGET_NEW), test_kill);
  g_test_add_data_func ("/save-kill/link", GUINT_TO_POINTER (TARGET_LINK), test_kill);
  g_test_add_data_func ("/save-kill/hard-link", GUINT_TO_POINTER (TARGET_HARD_LINK), test_kill);
  return g_test_run ();
}
