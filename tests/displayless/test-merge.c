/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "plans.h"
#include "rt-edit.h"
#include "rt-rule.h"

#define ID(text) rt_id_intern (text)

/* p2 and p3 are one person, under two names. */
static RtPlan *
new_plan (void)
{
  return plans_read (
      "'people': [{'id': 'p1', 'name': 'Ada'},"
      " {'id': 'p2', 'name': 'Jo Wyler', 'roles': ['speaker'], 'tags': ['blue'],"
      "  'languages': ['de', 'en'], 'private': {'email': 'jo@example.org'}},"
      " {'id': 'p3', 'name': 'Jo Wylor', 'organisation': 'Brent', 'roles': ['host'],"
      "  'tags': ['red', 'blue'], 'languages': ['en', 'fr'], 'step_free': true,"
      "  'wishes': ['h1'], 'private': {'email': 'old@example.org', 'phone': '1'}},"
      " {'id': 'p4', 'name': 'Bea'}],"
      "'themes': [{'id': 'h1', 'title': 'Water', 'champion': 'p3'}],"
      "'tables': [{'id': 't1', 'number': 1, 'places': 4, 'host': 'p3'},"
      " {'id': 't2', 'number': 2, 'places': 4, 'co_host': 'p3'}],"
      "'rounds': [{'id': 'r1', 'done': true, 'seating': {'t1': ['p3', 'p1']}},"
      " {'id': 'r2', 'pins': {'p3': 't2'}, 'seating': {'t2': [null, 'p3', 'p4']}},"
      " {'id': 'r3', 'seating': {'t1': [null, 'p2'], 't2': [null, 'p3']}}],"
      "'rules': [{'id': 'u1', 'kind': 'apart', 'strength': 'must', 'people': ['p3', 'p4']},"
      " {'id': 'u2', 'kind': 'together', 'strength': 'may', 'people': ['p2', 'p3']},"
      " {'id': 'u3', 'kind': 'avoid', 'strength': 'must', 'person': 'p1', 'host': 'p3'}]");
}

static RtPlan *
new_merged (void)
{
  RtPlan *plan = new_plan ();

  plans_do (plan, rt_edit_merge_people (plan, ID ("p2"), ID ("p3"), NULL),
            "Make One Person of Jo Wyler");
  return plan;
}

static char *
join (GStrv words)
{
  return words != NULL ? g_strjoinv (" ", words) : g_strdup ("");
}

static RtId
table_of (RtPlan *plan, guint round, const char *person)
{
  RtId table = NULL;

  rt_seating_find (rt_plan_get_round (plan, round)->seating, ID (person), &table, NULL);
  return table;
}

static void
test_details (void)
{
  g_autoptr (RtPlan) plan = new_merged ();
  const RtPerson *person = rt_plan_find_person (plan, ID ("p2"));
  g_autofree char *roles = join (person->roles);
  g_autofree char *tags = join (person->tags);
  g_autofree char *languages = join (person->languages);

  g_assert_null (rt_plan_find_person (plan, ID ("p3")));
  g_assert_cmpstr (person->name, ==, "Jo Wyler");
  g_assert_cmpstr (person->organisation, ==, "Brent");
  g_assert_cmpstr (roles, ==, "speaker host");
  g_assert_cmpstr (tags, ==, "blue red");
  g_assert_cmpstr (languages, ==, "de en fr");
  g_assert_true (rt_ids_contains (person->wishes, ID ("h1")));
  g_assert_cmpint (person->step_free, ==, 1);
}

static void
test_private (void)
{
  g_autoptr (RtPlan) plan = new_merged ();
  const RtPersonPrivate *private = rt_plan_find_person (plan, ID ("p2"))->private;

  g_assert_cmpstr (private->email, ==, "jo@example.org");
  g_assert_cmpstr (private->phone, ==, "1");
}

static void
test_duties (void)
{
  g_autoptr (RtPlan) plan = new_merged ();

  g_assert_cmpstr (rt_plan_get_table (plan, 0)->host, ==, "p2");
  g_assert_cmpstr (rt_plan_get_table (plan, 1)->co_host, ==, "p2");
  g_assert_cmpstr (rt_plan_get_theme (plan, 0)->champion, ==, "p2");
}

static void
test_seats (void)
{
  g_autoptr (RtPlan) plan = new_merged ();

  g_assert_cmpstr (table_of (plan, 1, "p2"), ==, "t2");
  g_assert_cmpstr (rt_map_lookup (rt_plan_get_round (plan, 1)->pins, ID ("p2")), ==, "t2");
}

static void
test_seat_in_round_over (void)
{
  g_autoptr (RtPlan) plan = new_merged ();

  g_assert_cmpstr (table_of (plan, 0, "p2"), ==, "t1");
}

static void
test_both_seated (void)
{
  g_autoptr (RtPlan) plan = new_merged ();

  g_assert_cmpstr (table_of (plan, 2, "p2"), ==, "t1");
  g_assert_cmpuint (rt_seating_n_people (rt_plan_get_round (plan, 2)->seating), ==, 1);
}

/* Rules about either are about the one; a rule about both has nobody left to be about. */
static void
test_rules (void)
{
  g_autoptr (RtPlan) plan = new_merged ();
  const RtRule *apart, *avoid;

  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_RULES), ==, 2);
  apart = rt_plan_get (plan, RT_PART_RULES, 0);
  avoid = rt_plan_get (plan, RT_PART_RULES, 1);
  g_assert_cmpstr (apart->people[0], ==, "p2");
  g_assert_cmpstr (apart->people[1], ==, "p4");
  g_assert_cmpstr (avoid->host, ==, "p2");
}

static void
test_rounds_attended (void)
{
  static const struct
  {
    const char *keep, *gone;
    const char *joined;
  } cases[] = {
    { "", "'rounds': ['r1']", NULL },
    { "'rounds': ['r1']", "", NULL },
    { "'rounds': ['r1']", "'rounds': ['r1', 'r2']", "r1 r2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *members = g_strdup_printf (
          "'people': [{'id': 'p1', 'name': 'Jo'%s%s}, {'id': 'p2', 'name': 'Joe'%s%s}],"
          "'rounds': [{'id': 'r1'}, {'id': 'r2'}, {'id': 'r3'}]",
          *cases[i].keep != '\0' ? ", " : "", cases[i].keep, *cases[i].gone != '\0' ? ", " : "",
          cases[i].gone);
      g_autoptr (RtPlan) plan = plans_read (members);
      g_autofree char *rounds = NULL;

      plans_do (plan, rt_edit_merge_people (plan, ID ("p1"), ID ("p2"), NULL),
                "Make One Person of Jo");
      if (rt_plan_get_person (plan, 0)->rounds != NULL)
        rounds = g_strjoinv (" ", (GStrv) rt_plan_get_person (plan, 0)->rounds);
      g_assert_cmpstr (rounds, ==, cases[i].joined);
    }
}

static void
test_absent_stays_unseated (void)
{
  g_autoptr (RtPlan) plan = plans_read (
      "'people': [{'id': 'p1', 'name': 'Jo', 'attendance': 'absent'}, {'id': 'p2', 'name': 'Joe'}],"
      "'tables': [{'id': 't1', 'places': 4}],"
      "'rounds': [{'id': 'r1', 'seating': {'t1': ['p2']}}]");

  plans_do (plan, rt_edit_merge_people (plan, ID ("p1"), ID ("p2"), NULL), "Make One Person of Jo");
  g_assert_null (table_of (plan, 0, "p1"));
}

/* What is over has been: an absent person sat there all the same. */
static void
test_absent_sat_before (void)
{
  g_autoptr (RtPlan) plan = plans_read (
      "'people': [{'id': 'p1', 'name': 'Jo', 'attendance': 'absent'}, {'id': 'p2', 'name': 'Joe'}],"
      "'tables': [{'id': 't1', 'places': 4}],"
      "'rounds': [{'id': 'r1', 'done': true, 'seating': {'t1': ['p2']}}]");

  plans_do (plan, rt_edit_merge_people (plan, ID ("p1"), ID ("p2"), NULL), "Make One Person of Jo");
  g_assert_cmpstr (table_of (plan, 0, "p1"), ==, "t1");
}

/* Whom they met before counts in the rounds to come. */
static void
test_earlier (void)
{
  g_autoptr (RtPlan) plan = plans_read (
      "'people': [{'id': 'p1', 'name': 'Jo'}, {'id': 'p2', 'name': 'Joe'}, {'id': 'p3'}],"
      "'earlier': [{'title': 'Spring', 'tables': [['p2', 'p3'], ['p1', 'p2', 'p3']]}]");
  const GPtrArray *tables;

  plans_do (plan, rt_edit_merge_people (plan, ID ("p1"), ID ("p2"), NULL), "Make One Person of Jo");
  tables = ((const RtEarlier *) rt_plan_get (plan, RT_PART_EARLIER, 0))->tables;
  for (guint i = 0; i < tables->len; i++)
    {
      g_autofree char *met = g_strjoinv (" ", tables->pdata[i]);

      g_assert_cmpstr (met, ==, "p1 p3");
    }
}

/* Who said it, and whose form it is. */
static void
test_said (void)
{
  g_autoptr (RtPlan) plan = plans_read (
      "'people': [{'id': 'p1', 'name': 'Jo'}, {'id': 'p2', 'name': 'Joe'}],"
      "'harvest': [{'quotes': [{'text': 'Yes.', 'private': {'person': 'p2'}}, {'text': 'No.'}]}],"
      "'feedback': {'forms': [{'texts': ['Good'], 'private': {'person': 'p2'}}, {}]}");
  const RtHarvest *harvest;
  const RtFeedback *feedback;

  plans_do (plan, rt_edit_merge_people (plan, ID ("p1"), ID ("p2"), NULL), "Make One Person of Jo");
  harvest = rt_plan_get (plan, RT_PART_HARVEST, 0);
  feedback = rt_plan_get (plan, RT_PART_FEEDBACK, 0);
  g_assert_cmpstr (((RtQuote *) harvest->quotes->pdata[0])->private->person, ==, "p1");
  g_assert_cmpstr (((RtForm *) feedback->forms->pdata[0])->private->person, ==, "p1");
}

static void
test_refused (void)
{
  g_autoptr (RtPlan) plan = new_plan ();
  GError *error = NULL;
  RtChange *change = rt_edit_merge_people (plan, ID ("p2"), ID ("p2"), &error);

  plans_refuse (change, error, "That is so already.");
  error = NULL;
  g_assert_null (rt_edit_merge_people (plan, ID ("p2"), ID ("p9"), &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/details", test_details);
  g_test_add_func ("/merge/private", test_private);
  g_test_add_func ("/merge/duties", test_duties);
  g_test_add_func ("/merge/seats", test_seats);
  g_test_add_func ("/merge/seat-in-round-over", test_seat_in_round_over);
  g_test_add_func ("/merge/both-seated", test_both_seated);
  g_test_add_func ("/merge/rules", test_rules);
  g_test_add_func ("/merge/rounds-attended", test_rounds_attended);
  g_test_add_func ("/merge/absent-stays-unseated", test_absent_stays_unseated);
  g_test_add_func ("/merge/absent-sat-before", test_absent_sat_before);
  g_test_add_func ("/merge/earlier", test_earlier);
  g_test_add_func ("/merge/said", test_said);
  g_test_add_func ("/merge/refused", test_refused);
  return g_test_run ();
}
