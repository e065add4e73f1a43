/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-comparison.h"

#include "plans.h"

/* Two copies edited apart; every case changes one thing of the second. */
#define PEOPLE \
  "'people': [{'id': 'pa', 'name': 'Ada Byron', 'organisation': 'Ealing'}," \
  " {'id': 'pb', 'name': 'Bo Diaz'}, {'id': 'pc', 'name': 'Cy Eze'}]"
#define TABLES \
  "'tables': [{'id': 'ta', 'number': 1, 'places': 3, 'host': 'pc'}," \
  " {'id': 'tb', 'number': 2, 'places': 3}]"
#define ROUNDS \
  "'rounds': [{'id': 'ra', 'minutes': 20, 'seating': {'ta': ['pc', 'pa'], 'tb': [null, 'pb']}}," \
  " {'id': 'rb', 'minutes': 20}]"
#define RULES \
  "'rules': [{'id': 'ua', 'kind': 'even', 'strength': 'must'}," \
  " {'id': 'ub', 'kind': 'own-host', 'strength': 'must'}]"
#define WHOLE PEOPLE "," TABLES "," ROUNDS "," RULES

static RtComparison *
compare (const char *here, const char *there)
{
  g_autoptr (RtPlan) one = plans_read (here);
  g_autoptr (RtPlan) other = plans_read (there);

  return rt_comparison_new (one, other);
}

/* All differences as "+Dee Fox" (only there), "-Bo Diaz" (only here), "Ada Byron: words". */
static char *
dup_differences (const RtComparison *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->differences->len; i++)
    {
      const RtDifference *difference = self->differences->pdata[i];

      g_string_append_printf (text, "%s%s%s%s%s", i > 0 ? " | " : "",
                              difference->kind == RT_DIFFERENCE_HERE ? "-" : "",
                              difference->kind == RT_DIFFERENCE_THERE ? "+" : "", difference->title,
                              difference->words != NULL ? ": " : "");
      g_string_append (text, difference->words != NULL ? difference->words : "");
    }
  return g_string_free (text, FALSE);
}

static void
assert_differences (const char *here, const char *there, const char *expected)
{
  g_autoptr (RtComparison) self = compare (here, there);
  g_autofree char *found = dup_differences (self);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_same (void)
{
  g_autoptr (RtPlan) plan = plans_read_data (PLAN_FULL);
  g_autoptr (RtPlan) again = plans_read_data (PLAN_FULL);
  g_autoptr (RtComparison) self = rt_comparison_new (plan, again);

  g_assert_cmpuint (self->differences->len, ==, 0);
  g_assert_cmpuint (self->seats->len, ==, 0);
  g_assert_cmpuint (self->n_elsewhere, ==, 0);
}

/* Everything of a full plan against nothing: each part is told, none twice. */
static void
test_full_and_empty (void)
{
  g_autoptr (RtPlan) plan = plans_read_data (PLAN_FULL);
  g_autoptr (RtPlan) empty = rt_plan_new ();
  g_autoptr (RtComparison) self = rt_comparison_new (plan, empty);
  gboolean seen[RT_N_PARTS] = { FALSE };

  for (guint i = 0; i < self->differences->len; i++)
    seen[((RtDifference *) self->differences->pdata[i])->part] = TRUE;
  for (RtPart part = 0; part < RT_N_PARTS; part++)
    g_assert_true (seen[part] == (rt_plan_get_n (plan, part) > 0));
  g_assert_cmpuint (self->seats->len, ==, 0);
}

static void
test_people (void)
{
  assert_differences (PEOPLE,
                      "'people': [{'id': 'pa', 'name': 'Ada Byron', 'organisation': 'Brent'},"
                      " {'id': 'pc', 'name': 'Cy Eze', 'roles': ['host']},"
                      " {'id': 'pd', 'name': 'Dee Fox'}]",
                      "Ada Byron: Organisation: Ealing here, Brent there | -Bo Diaz"
                      " | Cy Eze: Role: only there, host | +Dee Fox");
}

/* What was told in confidence is not read out. */
static void
test_private (void)
{
  assert_differences ("'people': [{'id': 'pa', 'name': 'Ada', 'private': {'notes': 'one'}}]",
                      "'people': [{'id': 'pa', 'name': 'Ada', 'private': {'notes': 'other'}}]",
                      "Ada: Private notes: not the same");
}

/* Plans that were made apart: the same people have other ids, and so do those who lead. */
static void
test_by_name (void)
{
  assert_differences (WHOLE,
                      "'people': [{'id': 'px', 'name': ' ada  BYRON', 'organisation': 'ealing'},"
                      " {'id': 'py', 'name': 'Bo Diaz'}, {'id': 'pz', 'name': 'Cy Eze'}],"
                      "'tables': [{'id': 'tx', 'number': 1, 'places': 3, 'host': 'pz'},"
                      " {'id': 'ty', 'number': 2, 'places': 4}],"
                      "'rounds': [{'id': 'rx', 'minutes': 20,"
                      " 'seating': {'tx': ['pz', 'px'], 'ty': [null, 'py']}},"
                      " {'id': 'ry', 'minutes': 20}],"
                      "'rules': [{'id': 'ux', 'kind': 'even', 'strength': 'must'},"
                      " {'id': 'uy', 'kind': 'own-host', 'strength': 'must'}]",
                      "Ada Byron: Name: Ada Byron here,  ada  BYRON there\n"
                      "Organisation: Ealing here, ealing there"
                      " | Table 2: Places: 3 here, 4 there");
}

/* Unnamed places have no name to go by: they are as many as they are. */
static void
test_unnamed (void)
{
  assert_differences ("'people': [{'id': 'pa'}, {'id': 'pb'}]",
                      "'people': [{'id': 'px'}, {'id': 'py'}, {'id': 'pz'}]", "+Unnamed place");
}

static void
test_tables (void)
{
  assert_differences (PEOPLE "," TABLES,
                      PEOPLE ", 'tables': [{'id': 'ta', 'number': 1, 'places': 3,"
                             " 'host': 'pa', 'x': 10, 'y': 10}]",
                      "Table 1: Place in the room: not the same\nHost: Cy Eze here, Ada Byron there"
                      " | -Table 2");
}

static void
test_rules (void)
{
  assert_differences (RULES, "'rules': [{'id': 'ub', 'kind': 'own-host', 'strength': 'should'},"
                      " {'id': 'ua', 'kind': 'even', 'strength': 'must'},"
                      " {'id': 'uc', 'kind': 'step-free', 'strength': 'must'}]",
                      "Nobody sits with a host of their own organisation:"
                      " Strength: Must here, Should there"
                      " | +Who needs a step-free place gets one"
                      " | Order: They stand in another order there.");
}

static void
test_event_and_issue (void)
{
  assert_differences ("'event': {'title': 'One', 'venue': 'Hall'}",
                      "'event': {'title': 'Two', 'preset': 'carousel'},"
                      "'issued': [{'revision': 'A', 'at': '2026-01-02T10:00'}]",
                      "Event: Title: One here, Two there\nFormat: only there, Carousel\n"
                      "Venue: only here, Hall | Issued: not yet issued here, A there");
}

static char *
dup_seats (const RtComparison *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->seats->len; i++)
    {
      const RtSeatDifference *seat = self->seats->pdata[i];

      g_string_append_printf (text, "%s%u %s: %s, %s", i > 0 ? " | " : "", seat->round, seat->name,
                              seat->here != NULL ? seat->here : "-",
                              seat->there != NULL ? seat->there : "-");
    }
  return g_string_free (text, FALSE);
}

/* By person and round; another chair at the same table is nothing. */
static void
test_seats (void)
{
  g_autoptr (RtComparison) self
      = compare (WHOLE, PEOPLE "," TABLES "," RULES ","
                 "'rounds': [{'id': 'ra', 'minutes': 20, 'seating': {'ta': ['pc', null, 'pb'],"
                 " 'tb': [null, 'pa']}},"
                 " {'id': 'rb', 'minutes': 20, 'seating': {'tb': [null, 'pa']}}]");
  g_autofree char *found = dup_seats (self);

  g_assert_cmpstr (found, ==, "0 Ada Byron: Table 1, Table 2 | 0 Bo Diaz: Table 2, Table 1"
                              " | 1 Ada Byron: -, Table 2");
  g_assert_cmpuint (self->n_elsewhere, ==, 2);
  g_assert_cmpuint (self->differences->len, ==, 0);
}

/* Who is only in one of them sits nowhere to be compared. */
static void
test_seats_of_both (void)
{
  g_autoptr (RtComparison) self
      = compare (WHOLE, "'people': [{'id': 'pa', 'name': 'Ada Byron', 'organisation': 'Ealing'}],"
                 "'tables': [{'id': 'ta', 'number': 1, 'places': 3}],"
                 "'rounds': [{'id': 'ra', 'minutes': 20, 'seating': {'ta': [null, 'pa']}}]");

  g_assert_cmpuint (self->seats->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/same", test_same);
  g_test_add_func ("/comparison/full-and-empty", test_full_and_empty);
  g_test_add_func ("/comparison/people", test_people);
  g_test_add_func ("/comparison/private", test_private);
  g_test_add_func ("/comparison/by-name", test_by_name);
  g_test_add_func ("/comparison/unnamed", test_unnamed);
  g_test_add_func ("/comparison/tables", test_tables);
  g_test_add_func ("/comparison/rules", test_rules);
  g_test_add_func ("/comparison/event-and-issue", test_event_and_issue);
  g_test_add_func ("/comparison/seats", test_seats);
  g_test_add_func ("/comparison/seats-of-both", test_seats_of_both);
  return g_test_run ();
}
