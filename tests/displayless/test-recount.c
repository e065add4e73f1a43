/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Random plans, measured here and recounted from the file alone by a program of its own. */

#include "rt-json.h"
#include "rt-measure.h"

#include <glib/gstdio.h>

#include "random-plans.h"

#define N_PLANS 150

static void
write_text (const char *folder, guint i, const char *what, const char *text)
{
  g_autofree char *path = g_strdup_printf ("%s/%03u.%s.json", folder, i, what);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
write_plan (const char *folder, guint i, RtPlan *plan)
{
  g_autoptr (RtMeasures) measures = rt_measures_new (plan);
  g_autoptr (JsonNode) node = rt_measures_to_json (measures);
  g_autofree char *json = rt_plan_to_json (plan, TRUE, NULL);
  g_autofree char *found = rt_json_print (node, NULL);

  write_text (folder, i, "plan", json);
  write_text (folder, i, "measures", found);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

static void
test_random (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("rotunda-recount-XXXXXX", &error);
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "recount.py", NULL);
  g_autofree char *output = NULL;
  const char *argv[] = { "python3", script, "--folder", folder, NULL };
  int status;

  g_assert_no_error (error);
  for (guint i = 0; i < N_PLANS; i++)
    {
      g_autoptr (RtPlan) plan = random_plan_new (i);

      write_plan (folder, i, plan);
    }
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  if (status != 0)
    g_test_message ("%s", output);
  g_assert_cmpint (status, ==, 0);
  remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recount/random-plans", test_random);
  return g_test_run ();
}
