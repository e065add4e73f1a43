/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-plan.h"

#include <string.h>

static char *
read_data (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static RtPlan *
read_plan (const char *text)
{
  g_autoptr (GError) error = NULL;
  RtPlan *plan = rt_plan_new_from_json (text, -1, &error);

  g_assert_no_error (error);
  return plan;
}

static void
test_full_is_canonical (void)
{
  g_autofree char *text = read_data ("full.rotunda.json");
  g_autoptr (RtPlan) plan = read_plan (text);
  gsize length;
  g_autofree char *again = rt_plan_to_json (plan, TRUE, &length);

  g_assert_cmpstr (again, ==, text);
  g_assert_cmpuint (length, ==, strlen (text));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-json/full-is-canonical", test_full_is_canonical);
  return g_test_run ();
}
