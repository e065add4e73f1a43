/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Who meets whom, held against the measure that is counted another way. */

#include "rt-measure.h"
#include "rt-meetings.h"

#include "plans.h"

#define PLAN \
  "'people':[{'id':'pa'},{'id':'pb'},{'id':'pc'},{'id':'pd'},{'id':'pe'},{'id':'ph'}]," \
  "'tables':[{'id':'ta','number':1,'places':4,'host':'ph'},{'id':'tb','number':2,'places':4}]," \
  "'rounds':[{'id':'ra','seating':{'ta':['ph','pa','pb'],'tb':['pc','pd']}}," \
  "{'id':'rb','seating':{'ta':['ph','pa','pb','pc'],'tb':['pd']}}]"

static void
test_counts (void)
{
  static const guint met[] = { 2, 2, 3, 1, 0, 0 };
  g_autoptr (RtPlan) plan = plans_read (PLAN);
  g_autoptr (RtRoll) roll = rt_roll_new (plan);
  g_autoptr (RtMeetings) meetings = rt_meetings_new (roll);

  for (guint p = 0; p < G_N_ELEMENTS (met); p++)
    {
      g_assert_cmpuint (meetings->met[p], ==, met[p]);
      g_assert_cmpint (meetings->guest[p], ==, p < 4);
    }
  g_assert_cmpuint (meetings->guests, ==, 4);
  g_assert_cmpuint (meetings->pairs, ==, 4);
  g_assert_cmpuint (rt_meetings_get_possible_pairs (meetings), ==, 6);
}

/* A host is nobody's other guest. */
static void
test_times (void)
{
  g_autoptr (RtPlan) plan = plans_read (PLAN);
  g_autoptr (RtRoll) roll = rt_roll_new (plan);
  g_autofree guint *times = rt_meetings_dup_times (roll, 0);
  g_autofree guint *host = rt_meetings_dup_times (roll, 5);

  g_assert_cmpuint (times[0], ==, 0);
  g_assert_cmpuint (times[1], ==, 2);
  g_assert_cmpuint (times[2], ==, 1);
  g_assert_cmpuint (times[3], ==, 0);
  for (guint p = 0; p < roll->n_people; p++)
    g_assert_cmpuint (host[p], ==, 0);
}

static void
test_nobody (void)
{
  g_autoptr (RtPlan) plan = plans_read ("");
  g_autoptr (RtRoll) roll = rt_roll_new (plan);
  g_autoptr (RtMeetings) meetings = rt_meetings_new (roll);

  g_assert_cmpuint (meetings->guests, ==, 0);
  g_assert_cmpuint (rt_meetings_get_possible_pairs (meetings), ==, 0);
}

static void
test_full (void)
{
  g_autoptr (RtPlan) plan = plans_read_data (PLAN_FULL);
  g_autoptr (RtRoll) roll = rt_roll_new (plan);
  g_autoptr (RtMeetings) meetings = rt_meetings_new (roll);
  g_autoptr (RtMeasures) measures = rt_measures_new (plan);

  g_assert_cmpint (meetings->guests, ==, measures->guests);
  for (guint p = 0; p < roll->n_people; p++)
    {
      g_autofree guint *times = rt_meetings_dup_times (roll, p);
      guint others = 0;

      for (guint q = 0; q < roll->n_people; q++)
        others += times[q] > 0;
      g_assert_cmpuint (meetings->met[p], ==, others);
      if (meetings->guest[p])
        g_assert_cmpint ((int) meetings->met[p], <=, measures->met_most);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meetings/counts", test_counts);
  g_test_add_func ("/meetings/times", test_times);
  g_test_add_func ("/meetings/nobody", test_nobody);
  g_test_add_func ("/meetings/full", test_full);
  return g_test_run ();
}
