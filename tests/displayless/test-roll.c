/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-roll.h"

#include "plans.h"

enum { A, B, C, D, E, F, N_PEOPLE };

/* Ann hosts table 1, Bob co-hosts it; Cay hosts table 2, which Dan takes over in round 2. */
#define PLAN \
  "'people':[{'id':'pa','organisation':'York City'},{'id':'pb','organisation':' york  city '}," \
  "{'id':'pc','organisation':''}," \
  "{'id':'pd','organisation':'Leeds','rounds':['r2','r3']}," \
  "{'id':'pe','organisation':'YORK CITY','roles':['speaker','staff']}," \
  "{'id':'pf','attendance':'absent','tags':['First time'],'languages':['EN','de']}]," \
  "'themes':[{'id':'h1'},{'id':'h2'}]," \
  "'tables':[{'id':'t1','places':4,'host':'pa','co_host':'pb','theme':'h1'}," \
  "{'id':'t2','places':4,'host':'pc'}," \
  "{'id':'t3','places':4,'host':'pb','open':false}]," \
  "'rounds':[{'id':'r1','done':true,'seating':{'t1':['pa','pf'],'t2':['pe','pb']}}," \
  "{'id':'r2','hosts':{'t2':'pd','t1':''},'themes':{'t2':'h2'},'pins':{'pc':'t1'}," \
  "'seating':{'t1':['pa','pb'],'t2':['pc',null,'pd']}}," \
  "{'id':'r3','closed':['t1'],'seating':{'t1':['pa'],'t3':['pc']}}]"

static void
assert_people (const guint8 *found, guint round, const char *expected)
{
  for (guint p = 0; p < N_PEOPLE; p++)
    g_assert_cmpint (found[round * N_PEOPLE + p], ==, expected[p] - '0');
}

static void
test_attends (void)
{
  g_autoptr (RtPlan) plan = plans_read (PLAN);
  g_autoptr (RtRoll) roll = rt_roll_new (plan);

  /* What is over is counted as it stands: even staff and who is absent now sat there. */
  assert_people (roll->attends, 0, "110011");
  assert_people (roll->attends, 1, "111100");
  assert_people (roll->attends, 2, "111100");
  g_assert_true (roll->done[0] && !roll->done[1]);
}

static void
test_leads (void)
{
  g_autoptr (RtPlan) plan = plans_read (PLAN);
  g_autoptr (RtRoll) roll = rt_roll_new (plan);

  g_assert_cmpint (roll->leads[A], ==, 0);
  g_assert_cmpint (roll->leads[B], ==, 0);
  g_assert_cmpint (roll->leads[C], ==, 1);
  g_assert_cmpint (roll->leads[N_PEOPLE + A], ==, -1);  /* "" is nobody */
  g_assert_cmpint (roll->leads[N_PEOPLE + B], ==, 0);
  g_assert_cmpint (roll->leads[N_PEOPLE + C], ==, -1);
  g_assert_cmpint (roll->leads[N_PEOPLE + D], ==, 1);
  g_assert_cmpint (roll->leads[2 * N_PEOPLE + A], ==, -1);  /* closed in this round */
  g_assert_cmpint (roll->host[0], ==, A);
  g_assert_cmpint (roll->host[3], ==, -1);
  g_assert_cmpint (roll->host[4], ==, D);
  g_assert_cmpint (roll->co_host[0], ==, B);
  g_assert_cmpint (roll->theme[3], ==, 0);
  g_assert_cmpint (roll->theme[4], ==, 1);
  g_assert_cmpint (roll->theme[7], ==, -1);
  g_assert_true (roll->open[0] && !roll->open[2] && !roll->open[6] && roll->open[7]);
}

static void
test_guests (void)
{
  g_autoptr (RtPlan) plan = plans_read (PLAN);
  g_autoptr (RtRoll) roll = rt_roll_new (plan);

  /* Bob co-hosts table 1 but sits at table 2; the host of a closed table is no guest of it. */
  assert_people (roll->guest, 0, "010011");
  assert_people (roll->guest, 1, "101000");
  assert_people (roll->guest, 2, "001000");
  g_assert_cmpint (roll->table[N_PEOPLE + D], ==, 1);
  g_assert_cmpint (roll->chair[N_PEOPLE + D], ==, 2);
  g_assert_cmpint (roll->table[N_PEOPLE + E], ==, -1);
  g_assert_cmpint (roll->pin[N_PEOPLE + C], ==, 0);
  g_assert_cmpint (roll->pin[C], ==, -1);
  /* Round 2 is the first that is not over; Bob and Dan lead there. */
  g_assert_cmpuint (roll->guests_expected, ==, 2);
}

static void
test_column (void)
{
  g_autoptr (RtPlan) plan = plans_read (PLAN);
  guint n;
  g_autofree int *organisation = rt_roll_column (plan, "organisation", &n);
  const int expected[] = { 0, 0, -1, 1, 0, -1 };

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpmem (organisation, sizeof expected, expected, sizeof expected);
  g_assert_cmpint (rt_roll_column_value (plan, "organisation", "LEEDS "), ==, 1);
  g_assert_cmpint (rt_roll_column_value (plan, "organisation", "york city"), ==, 0);
  g_assert_cmpint (rt_roll_column_value (plan, "organisation", "Hull"), ==, -1);
  g_assert_cmpint (rt_roll_column_value (plan, "organisation", " "), ==, -1);
  g_assert_cmpint (rt_roll_column_value (plan, "sector", "Council"), ==, -1);
}

static void
test_word_column (void)
{
  g_autoptr (RtPlan) plan = plans_read (PLAN);
  guint n;
  g_autofree int *tag = rt_roll_column (plan, "tag:first  TIME", &n);
  g_autofree int *language = rt_roll_column (plan, "language:en", &n);
  const int expected[] = { -1, -1, -1, -1, -1, 0 };

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpmem (tag, sizeof expected, expected, sizeof expected);
  g_assert_cmpmem (language, sizeof expected, expected, sizeof expected);
  g_assert_cmpint (rt_roll_column_value (plan, "tag:first time", NULL), ==, 0);
}

static void
test_empty (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_autoptr (RtRoll) roll = rt_roll_new (plan);

  g_assert_cmpuint (roll->n_people, ==, 0);
  g_assert_cmpuint (roll->guests_expected, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roll/attends", test_attends);
  g_test_add_func ("/roll/leads", test_leads);
  g_test_add_func ("/roll/guests", test_guests);
  g_test_add_func ("/roll/column", test_column);
  g_test_add_func ("/roll/word-column", test_word_column);
  g_test_add_func ("/roll/empty", test_empty);
  return g_test_run ();
}
