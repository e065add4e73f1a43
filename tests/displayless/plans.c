/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "plans.h"

char *
plans_dup_data (const char *name)
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

RtPlan *
plans_read_data (const char *name)
{
  g_autofree char *text = plans_dup_data (name);

  return read_plan (text);
}

RtPlan *
plans_read (const char *members)
{
  g_autofree char *text = g_strdup_printf ("{'format': 'rotunda-plan', 'version': 1%s%s}",
                                           members[0] != '\0' ? ", " : "", members);

  g_strdelimit (text, "'", '"');
  return read_plan (text);
}

char *
plans_to_json (RtPlan *plan)
{
  return rt_plan_to_json (plan, TRUE, NULL);
}
