/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Putting a round right with as few moves as do. */

#include "rt-measure.h"
#include "rt-repair.h"

#include "plans.h"

#define PEOPLE \
  "'people':[{'id':'pa','organisation':'X'},{'id':'pb','organisation':'X'}," \
  "{'id':'pc','organisation':'Y'}," \
  "{'id':'pd','organisation':'Y'},{'id':'pe','organisation':'Z'}]," \
  "'tables':[{'id':'ta','number':1,'places':3},{'id':'tb','number':2,'places':3}],"
#define SPREAD "'rules':[{'id':'ua','kind':'spread','by':'organisation','strength':'must'}]"

static void
check (const char *rest, guint expected)
{
  g_autofree char *members = g_strconcat (PEOPLE, rest, "," SPREAD, NULL);
  g_autoptr (RtPlan) plan = plans_read (members);
  g_autofree char *before = plans_to_json (plan);
  g_autofree char *after = NULL;
  g_autoptr (RtMeasures) measures = NULL;
  g_autoptr (RtChange) change = NULL;
  guint moves = 0;

  change = rt_repair_new (plan, 0, &moves);
  after = plans_to_json (plan);
  g_assert_cmpstr (before, ==, after);
  if (expected == 0)
    {
      g_assert_null (change);
      return;
    }
  g_assert_nonnull (change);
  g_assert_cmpuint (moves, ==, expected);
  g_assert_cmpstr (rt_change_get_label (change), ==, "Put Round 1 Right");
  g_assert_true (rt_plan_apply (plan, change, NULL));
  measures = rt_measures_new (plan);
  g_assert_cmpint (rt_measures_find (measures, "same_organisation")->found, ==, 0);
  g_assert_cmpint (rt_measures_find (measures, "unseated")->found, ==, 0);
}

/* Two couples, and one swap parts both. */
static void
test_swap (void)
{
  check ("'rounds':[{'id':'ra','seating':{'ta':['pa','pb'],'tb':['pc','pd','pe']}}]", 1);
}

static void
test_seat (void)
{
  check ("'rounds':[{'id':'ra','seating':{'ta':['pa','pc'],'tb':['pb','pd']}}]", 1);
}

/* Somebody without a seat, and a couple: two moves. */
static void
test_two (void)
{
  check ("'rounds':[{'id':'ra','seating':{'ta':['pa','pb'],'tb':['pc','pd']}}]", 2);
}

static void
test_nothing (void)
{
  check ("'rounds':[{'id':'ra','seating':{'ta':['pa','pc'],'tb':['pb','pd','pe']}}]", 0);
}

/* A round that is over stays, and so does what cannot be put right. */
static void
test_over (void)
{
  check ("'rounds':[{'id':'ra','done':true,'seating':{'ta':['pa','pb'],'tb':['pc','pd','pe']}}]",
         0);
}

/* Where 'pe' comes to sit in the only round. */
static RtId
find_table (const char *rest)
{
  g_autofree char *members = g_strconcat (PEOPLE, rest, NULL);
  g_autoptr (RtPlan) plan = plans_read (members);

  return rt_repair_find_table (plan, rt_id_intern ("ra"), rt_id_intern ("pe"));
}

static void
test_table_costs_nothing (void)
{
  g_assert_cmpstr (find_table ("'rounds':[{'id':'ra','seating':{'ta':['pa'],'tb':['pb']}}],"
                               "'rules':[{'id':'ua','kind':'apart','strength':'may',"
                               "'people':['pa','pe']}]"),
                   ==, "tb");
}

/* At every table something gets worse: a must weighs more than a may, and two more than one. */
static void
test_table_costs_least (void)
{
  g_assert_cmpstr (find_table ("'rounds':[{'id':'ra','seating':{'ta':['pa'],'tb':['pb']}}],"
                               "'rules':[{'id':'ua','kind':'apart','strength':'must',"
                               "'people':['pa','pe']},{'id':'ub','kind':'apart',"
                               "'strength':'may','people':['pb','pe']}]"),
                   ==, "tb");
  g_assert_cmpstr (find_table ("'rounds':[{'id':'ra','seating':{'ta':['pa','pb'],'tb':['pc']}}],"
                               "'rules':[{'id':'ua','kind':'apart','strength':'should',"
                               "'people':['pa','pb','pc','pe']}]"),
                   ==, "tb");
}

static void
test_table_full (void)
{
  g_assert_null (find_table ("'rounds':[{'id':'ra','closed':['tb'],"
                             "'seating':{'ta':['pa','pb','pc']}}]"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/repair/swap", test_swap);
  g_test_add_func ("/repair/seat", test_seat);
  g_test_add_func ("/repair/two", test_two);
  g_test_add_func ("/repair/nothing", test_nothing);
  g_test_add_func ("/repair/over", test_over);
  g_test_add_func ("/repair/table-costs-nothing", test_table_costs_nothing);
  g_test_add_func ("/repair/table-costs-least", test_table_costs_least);
  g_test_add_func ("/repair/table-full", test_table_full);
  return g_test_run ();
}
