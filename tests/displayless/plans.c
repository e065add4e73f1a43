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

void
plans_do (RtPlan *plan, RtChange *change, const char *label)
{
  g_autoptr (RtChange) own = change;
  g_autoptr (RtChange) inverse = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = plans_to_json (plan);
  g_autofree char *after = NULL;
  g_autofree char *back = NULL;
  g_autoptr (RtPlan) read = NULL;

  g_assert_nonnull (change);
  g_assert_cmpstr (rt_change_get_label (change), ==, label);
  rt_plan_apply (plan, change, &error);
  g_assert_no_error (error);
  after = plans_to_json (plan);
  g_assert_cmpstr (after, !=, before);
  /* What a change makes of a plan is a plan. */
  read = rt_plan_new_from_json (after, -1, &error);
  g_assert_no_error (error);

  inverse = rt_change_invert (change);
  g_assert_true (rt_plan_apply (plan, inverse, NULL));
  back = plans_to_json (plan);
  g_assert_cmpstr (back, ==, before);
  g_assert_true (rt_plan_apply (plan, change, NULL));
}

void
plans_refuse (RtChange *change, GError *error, const char *message)
{
  g_assert_null (change);
  g_assert_error (error, RT_ERROR, RT_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, message);
  g_error_free (error);
}
