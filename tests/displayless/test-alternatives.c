/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Several seatings of one plan to choose from. */

#include "rt-alternatives.h"

#include "plans.h"

#define N_PEOPLE 16
#define N_ROUNDS 3

/* Four tables of four for three rounds, of which the first @n_done are over. */
static RtPlan *
make_plan (int n_done)
{
  g_autoptr (GString) text = g_string_new ("'people':[");

  for (int i = 0; i < N_PEOPLE; i++)
    g_string_append_printf (text, "%s{'id':'p%d','name':'Guest %d'}", i > 0 ? "," : "", i, i);
  g_string_append (text, "],'tables':[");
  for (int i = 0; i < 4; i++)
    g_string_append_printf (text, "%s{'id':'t%d','number':%d,'places':4}", i > 0 ? "," : "", i,
                            i + 1);
  g_string_append (text, "],'rounds':[");
  for (int i = 0; i < N_ROUNDS; i++)
    g_string_append_printf (text, "%s{'id':'r%d'%s}", i > 0 ? "," : "", i,
                            i < n_done ? ",'done':true" : "");
  g_string_append (text, "],'rules':[{'id':'u1','kind':'repeats','strength':'should'}]");
  return plans_read (text->str);
}

static RtAlternatives *
run (RtPlan *plan)
{
  g_autoptr (GError) error = NULL;
  RtAlternatives *all = rt_alternatives_new (plan, 5, 1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rt_alternatives_get_n (all), ==, 0);
  rt_alternatives_run (all);
  return all;
}

/* What is told of each is what is counted once it is taken, and the plan is left alone
   until then. */
static void
test_measures (void)
{
  g_autoptr (RtPlan) plan = make_plan (0);
  g_autofree char *before = plans_to_json (plan);
  g_autoptr (RtAlternatives) all = run (plan);
  g_autofree char *after = plans_to_json (plan);

  g_assert_cmpuint (rt_alternatives_get_n (all), ==, RT_N_ALTERNATIVES);
  g_assert_cmpstr (before, ==, after);
  for (guint i = 0; i < RT_N_ALTERNATIVES; i++)
    {
      const RtAlternative *one = rt_alternatives_get (all, i);
      g_autoptr (RtChange) back = rt_change_invert (one->change);
      g_autoptr (RtMeasures) measures = NULL;

      g_assert_true (rt_plan_apply (plan, one->change, NULL));
      measures = rt_measures_new (plan);
      g_assert_cmpint (one->elsewhere, ==, N_PEOPLE);
      g_assert_cmpint (rt_measures_find (measures, "repeats")->found, ==, 0);
      g_assert_cmpint (rt_measures_find (one->measures, "repeats")->found, ==, 0);
      g_assert_cmpint (rt_measures_find (measures, "unseated")->found, ==, 0);
      g_assert_true (rt_plan_apply (plan, back, NULL));
    }
}

/* How many people sit elsewhere when @b is taken while @a is what is. */
static int
count_between (RtPlan *plan, const RtAlternative *a, const RtAlternative *b)
{
  g_autoptr (RtChange) back_a = rt_change_invert (a->change), back_b = rt_change_invert (b->change);
  g_autoptr (RtRoll) roll_a = NULL, roll_b = NULL;

  g_assert_true (rt_plan_apply (plan, a->change, NULL));
  roll_a = rt_roll_new (plan);
  g_assert_true (rt_plan_apply (plan, back_a, NULL));
  g_assert_true (rt_plan_apply (plan, b->change, NULL));
  roll_b = rt_roll_new (plan);
  g_assert_true (rt_plan_apply (plan, back_b, NULL));
  return rt_alternatives_count_elsewhere (roll_a, roll_b);
}

static void
test_differ (void)
{
  g_autoptr (RtPlan) plan = make_plan (0);
  g_autoptr (RtAlternatives) all = run (plan);

  for (guint i = 0; i < RT_N_ALTERNATIVES; i++)
    for (guint k = 0; k < i; k++)
      g_assert_cmpint (
          count_between (plan, rt_alternatives_get (all, i), rt_alternatives_get (all, k)), >, 0);
}

/* The same plan has the same alternatives. */
static void
test_same_again (void)
{
  g_autoptr (RtPlan) plan = make_plan (0);
  g_autoptr (RtAlternatives) all = run (plan), again = run (plan);

  for (guint i = 0; i < RT_N_ALTERNATIVES; i++)
    g_assert_cmpint (
        count_between (plan, rt_alternatives_get (all, i), rt_alternatives_get (again, i)), ==, 0);
}

static void
test_over (void)
{
  g_autoptr (RtPlan) plan = make_plan (1);
  g_autoptr (RtAlternatives) all = run (plan);
  const RtAlternative *one = rt_alternatives_get (all, 0);

  g_assert_true (rt_plan_apply (plan, one->change, NULL));
  g_assert_null (rt_plan_get_round (plan, 0)->seating);
  g_assert_nonnull (rt_plan_get_round (plan, 1)->seating);
}

static void
test_nothing (void)
{
  g_autoptr (RtPlan) plan = make_plan (N_ROUNDS);
  g_autoptr (GError) error = NULL;

  g_assert_null (rt_alternatives_new (plan, 5, 1, &error));
  g_assert_nonnull (error);
}

/* What is not whole is not told. */
static void
test_stop (void)
{
  g_autoptr (RtPlan) plan = make_plan (0);
  g_autoptr (RtAlternatives) all = rt_alternatives_new (plan, 5, 1, NULL);

  rt_alternatives_stop (all);
  rt_alternatives_run (all);
  g_assert_cmpuint (rt_alternatives_get_n (all), ==, 0);
}

/* Where a better seating is at hand than a short try finds, the try is told all the same. */
static void
test_after_arranging (void)
{
  g_autoptr (RtPlan) plan = make_plan (0);
  RtArrangeOptions options = RT_ARRANGE_OPTIONS_DEFAULT;
  g_autoptr (RtArrangement) arrangement = rt_arrangement_new (plan, &options, NULL);
  g_autoptr (RtChange) change = NULL;
  g_autoptr (RtAlternatives) all = NULL;

  rt_arrangement_run (arrangement, NULL);
  change = rt_arrangement_to_change (arrangement, plan, NULL);
  g_assert_true (rt_plan_apply (plan, change, NULL));
  all = run (plan);
  for (guint i = 0; i < RT_N_ALTERNATIVES; i++)
    g_assert_cmpint (rt_alternatives_get (all, i)->elsewhere, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alternatives/measures", test_measures);
  g_test_add_func ("/alternatives/differ", test_differ);
  g_test_add_func ("/alternatives/same-again", test_same_again);
  g_test_add_func ("/alternatives/over", test_over);
  g_test_add_func ("/alternatives/nothing", test_nothing);
  g_test_add_func ("/alternatives/stop", test_stop);
  g_test_add_func ("/alternatives/after-arranging", test_after_arranging);
  return g_test_run ();
}
