/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include <string.h>

#include "rt-earlier.h"
#include "rt-export.h"
#include "rt-import.h"

static const char people_text[] =
  "\"people\": ["
  "{\"id\": \"pa\", \"name\": \"Ann Lee\", \"organisation\": \"Local Government, BT\","
  " \"private\": {\"email\": \"a@b.org\", \"phone\": \"+44 20\", \"notes\": \"one\\ntwo\"}},"
  "{\"id\": \"pb\", \"name\": \"=1+1\", \"honorific\": \"Dr\", \"sector\": \"Health\","
  " \"job\": \"Clerk\", \"kind\": \"Officer\", \"roles\": [\"host\", \"speaker\"],"
  " \"tags\": [\"red\", \"green\"], \"languages\": [\"en\", \"zh\"],"
  " \"wishes\": [\"hb\", \"ha\"], \"step_free\": true},"
  "{\"id\": \"pc\", \"organisation\": \"Barnet\"},"
  "{\"id\": \"pd\"},"
  "{\"id\": \"pe\", \"name\": \"Cy Fox\", \"attendance\": \"absent\"},"
  "{\"id\": \"pf\", \"name\": \"Di Gray\", \"roles\": [\"staff\"]},"
  "{\"id\": \"pg\", \"name\": \"Ed Hall\"}]";

static const char seating_text[] =
  "\"themes\": ["
  "{\"id\": \"ha\", \"title\": \"Parks\"}, {\"id\": \"hb\", \"title\": \"Rivers, lakes\"}],"
  "\"tables\": ["
  "{\"id\": \"ta\", \"number\": 1, \"places\": 5, \"host\": \"pb\", \"theme\": \"ha\"},"
  "{\"id\": \"tb\", \"number\": 2, \"name\": \"Blue room\", \"places\": 5}],"
  "\"rounds\": ["
  "{\"id\": \"ra\", \"minutes\": 25, \"changeover\": 5,"
  " \"seating\": {\"ta\": [\"pb\", \"pa\", \"pg\", \"pc\"]}},"
  "{\"id\": \"rb\", \"minutes\": 25,"
  " \"seating\": {\"ta\": [\"pb\", \"pa\", \"pg\"], \"tb\": [null, \"pc\", \"pd\"]}}]";

static RtPlan *
read_plan (void)
{
  static const char form[] =
    "{\"format\": \"rotunda-plan\", \"version\": 1,"
    " \"event\": {\"title\": \"Café\", \"start\": \"10:10\", \"date\": \"2009-01-29\"}, %s, %s}";
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf (form, people_text, seating_text);
  RtPlan *plan = rt_plan_new_from_json (text, -1, &error);

  g_assert_no_error (error);
  return plan;
}

static void
assert_table (const char *what, gboolean private, const char *text)
{
  g_autoptr (RtPlan) plan = read_plan ();
  g_autofree char *table = rt_export_table (plan, what, private);

  g_assert_cmpstr (table, ==, text);
}

static void
test_people (void)
{
  assert_table ("people.csv", FALSE,
                "Name,Honorific,Organisation,Sector,Job title,Type,Role,Tags,Languages,Sign-ups,"
                "Step-free\n"
                "Ann Lee,,\"Local Government, BT\",,,,,,,,\n"
                "'=1+1,Dr,,Health,Clerk,Officer,\"host; speaker\",\"red; green\",\"en; zh\","
                "\"Rivers, lakes; Parks\",yes\n"
                "Unnamed place,,Barnet,,,,,,,,\n"
                "Unnamed place,,,,,,,,,,\n"
                "Cy Fox,,,,,,,,,,\n"
                "Di Gray,,,,,,staff,,,,\n"
                "Ed Hall,,,,,,,,,,\n");
}

static void
test_people_private (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  g_autofree char *table = rt_export_table (plan, "people.csv", TRUE);

  g_assert_true (g_str_has_prefix (table,
                                   "Name,Honorific,Organisation,Sector,Job title,Type,Role,Tags,"
                                   "Languages,Sign-ups,Step-free,Email,Phone,Access needs,Diet,"
                                   "Notes\n"
                                   "Ann Lee,,\"Local Government, BT\",,,,,,,,,a@b.org,'+44 20,,,"
                                   "\"one\ntwo\"\n"));
}

static void
test_grid (void)
{
  assert_table ("grid.csv", FALSE,
                "Name,Organisation,Round 1,Round 2\n"
                "Ann Lee,\"Local Government, BT\",Table 1,Table 1\n"
                "'=1+1,,Table 1,Table 1\n"
                "Unnamed place,Barnet,Table 1,Blue room\n"
                "Unnamed place,,,Blue room\n"
                "Cy Fox,,,\n"
                "Ed Hall,,Table 1,Table 1\n");
}

/* Guests only: the host of a table meets everybody and repeats nothing. */
static void
test_meetings (void)
{
  assert_table ("meetings.csv", FALSE,
                "Guest,Organisation,Other guest,Other organisation,Meetings,Rounds\n"
                "Ann Lee,\"Local Government, BT\",Unnamed place,Barnet,1,1\n"
                "Ann Lee,\"Local Government, BT\",Ed Hall,,2,\"1; 2\"\n"
                "Unnamed place,Barnet,Unnamed place,,1,2\n"
                "Unnamed place,Barnet,Ed Hall,,1,1\n");
}

static void
test_slips (void)
{
  assert_table ("slips.csv", FALSE,
                "Name,Organisation,Round 1 start,Round 1 table,Round 1 host,Round 1 theme,"
                "Round 2 start,Round 2 table,Round 2 host,Round 2 theme\n"
                "Ann Lee,\"Local Government, BT\",10:10,Table 1,'=1+1,Parks,10:40,Table 1,"
                "'=1+1,Parks\n"
                "'=1+1,,10:10,Table 1,'=1+1,Parks,10:40,Table 1,'=1+1,Parks\n"
                "Unnamed place,Barnet,10:10,Table 1,'=1+1,Parks,10:40,Blue room,,\n"
                "Unnamed place,,,,,,10:40,Blue room,,\n"
                "Ed Hall,,10:10,Table 1,'=1+1,Parks,10:40,Table 1,'=1+1,Parks\n");
}

static void
test_slips_private (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  g_autofree char *table = rt_export_table (plan, "slips.csv", TRUE);

  g_assert_true (g_str_has_prefix (table, "Name,Organisation,Email,Round 1 start"));
  g_assert_nonnull (strstr (table, "\nAnn Lee,\"Local Government, BT\",a@b.org,10:10"));
  g_assert_null (strstr (table, "+44"));
}

static void
test_rounds (void)
{
  assert_table ("rounds.csv", FALSE,
                "Round,Title,Date,Start,End,Question\n"
                "1,,2009-01-29,10:10,10:35,\n"
                "2,,2009-01-29,10:40,11:05,\n");
}

static void
test_unknown (void)
{
  static const char * const names[] = { "plan.xlsx", "agenda.ics", "summary.md", "people", "" };
  g_autoptr (RtPlan) plan = read_plan ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_null (rt_export_table (plan, names[i], FALSE));
}

static void
import (RtPlan *plan, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtImport) list = rt_import_new (rt_csv_read (text, strlen (text), NULL, 0, NULL),
                                             RT_LIST_PEOPLE, &error);
  g_autoptr (RtChange) change = rt_import_to_change (list, plan, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (rt_plan_apply (plan, change, NULL));
}

/* A list that is written and read into an empty plan is the same list; read into the same plan it
 * changes nothing. */
static void
test_round_trip (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  g_autoptr (RtPlan) other = rt_plan_new ();
  g_autofree char *first = rt_export_table (plan, "people.csv", TRUE);
  g_autofree char *second = NULL;
  g_autofree char *before = rt_plan_to_json (plan, TRUE, NULL);
  g_autofree char *after = NULL;

  import (other, first);
  second = rt_export_table (other, "people.csv", TRUE);
  g_assert_cmpstr (first, ==, second);
  import (plan, first);
  after = rt_plan_to_json (plan, TRUE, NULL);
  g_assert_cmpstr (before, ==, after);
}

/* Who sat together at an earlier event, known by name, and by organisation where both give one. */
static void
test_earlier (void)
{
  g_autoptr (RtPlan) earlier = read_plan ();
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_autoptr (RtChange) change = NULL;
  const RtEarlier *record;
  RtIds people;
  guint n = 0;

  import (plan, "Name,Organisation\nED hall,Brent\nAnn Lee,Camden\nann  lee,Local government, BT\n"
                "=1+1,Anything\nNew One,\n");
  import (plan, "Name,Organisation\nAnn Lee,\"Local Government, BT\"\n");
  change = rt_earlier_to_change (plan, earlier, &n);
  g_assert_true (rt_plan_apply (plan, change, NULL));
  record = rt_plan_get (plan, RT_PART_EARLIER, 0);
  g_assert_cmpstr (record->title, ==, "Café");
  g_assert_cmpstr (record->date, ==, "2009-01-29");
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (record->tables->len, ==, 2);
  people = g_ptr_array_index (record->tables, 0);
  g_assert_cmpuint (rt_ids_length (people), ==, 3);
  g_assert_true (people[0] == rt_plan_get_person (plan, 3)->parent.id);
  g_assert_cmpstr (rt_plan_find_person (plan, people[1])->organisation, ==, "Local Government, BT");
  g_assert_true (people[2] == rt_plan_get_person (plan, 0)->parent.id);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/people", test_people);
  g_test_add_func ("/export/people-private", test_people_private);
  g_test_add_func ("/export/grid", test_grid);
  g_test_add_func ("/export/meetings", test_meetings);
  g_test_add_func ("/export/slips", test_slips);
  g_test_add_func ("/export/slips-private", test_slips_private);
  g_test_add_func ("/export/rounds", test_rounds);
  g_test_add_func ("/export/unknown", test_unknown);
  g_test_add_func ("/export/round-trip", test_round_trip);
  g_test_add_func ("/export/earlier", test_earlier);
  return g_test_run ();
}
