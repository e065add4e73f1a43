/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-duplicate.h"

#include <string.h>

#include "plans.h"
#include "rt-measure.h"

#define EVENT \
  "'event': {'title': 'Cell', 'date': '2026-01-29', 'start': '10:00', 'expected': 40,"  \
  " 'venue': 'Hall'},"
#define PEOPLE \
  "'people': [{'id': 'pa', 'name': 'Ada', 'rounds': ['ra'], 'attendance': 'late',"  \
  " 'private': {'diet': 'vegan'}}, {'id': 'pb', 'name': 'Bo'}, {'id': 'pc', 'name': 'Cy'},"  \
  " {'id': 'pd', 'name': 'Dee'}],"
#define REST \
  "'themes': [{'id': 'ha', 'title': 'Change', 'champion': 'pa'}]," \
  "'tables': [{'id': 'ta', 'number': 1, 'places': 3, 'host': 'pc', 'theme': 'ha'}," \
  " {'id': 'tb', 'number': 2, 'places': 3}]," \
  "'room': {'width': 900, 'height': 600}," \
  "'rounds': [{'id': 'ra', 'minutes': 20, 'question': 'Why?', 'done': true," \
  " 'pins': {'pb': 'tb', 'pd': 'tb'}, 'seating': {'ta': ['pc', 'pa'], 'tb': [null, 'pb', 'pd']}}," \
  " {'id': 'rb', 'minutes': 20, 'pins': {'pb': 'tb'}}]," \
  "'rules': [{'id': 'ua', 'kind': 'repeats', 'strength': 'should'}," \
  " {'id': 'ub', 'kind': 'together', 'strength': 'must', 'people': ['pa', 'pb']}]," \
  "'earlier': [{'title': 'Before', 'tables': [['pa', 'pd']]}]," \
  "'issued': [{'revision': 'A', 'at': '2026-01-02T10:00'}]"
#define WHOLE EVENT PEOPLE REST

typedef RtPlan *(*Duplicate) (RtPlan *plan, GError **error);

/* The plan that is duplicated stays as it is. */
static RtPlan *
duplicate (const char *members, Duplicate make)
{
  g_autoptr (RtPlan) plan = plans_read (members);
  g_autofree char *before = plans_to_json (plan);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  RtPlan *copy = make (plan, &error);

  g_assert_no_error (error);
  after = plans_to_json (plan);
  g_assert_cmpstr (before, ==, after);
  return copy;
}

static RtPlan *
without_people (const char *members)
{
  return duplicate (members, rt_duplicate_without_people);
}

static RtPlan *
for_next (const char *members)
{
  return duplicate (members, rt_duplicate_for_next);
}

/* What it makes of a plan can be opened again. */
static void
assert_sound (RtPlan *plan)
{
  g_autofree char *text = plans_to_json (plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (RtPlan) again = rt_plan_new_from_json (text, -1, &error);

  g_assert_no_error (error);
}

static void
test_without_people (void)
{
  g_autoptr (RtPlan) copy = without_people (WHOLE);
  const RtEvent *event = rt_plan_get_event (copy);

  assert_sound (copy);
  g_assert_cmpuint (rt_plan_get_n (copy, RT_PART_PEOPLE), ==, 0);
  g_assert_cmpuint (rt_plan_get_n (copy, RT_PART_TABLES), ==, 2);
  g_assert_null (rt_plan_get_table (copy, 0)->host);
  g_assert_cmpuint (rt_plan_get_n (copy, RT_PART_ROOM), ==, 1);
  g_assert_cmpuint (rt_plan_get_n (copy, RT_PART_THEMES), ==, 1);
  g_assert_null (rt_plan_get_theme (copy, 0)->champion);
  g_assert_cmpstr (event->title, ==, "Cell");
  g_assert_cmpstr (event->start, ==, "10:00");
  g_assert_null (event->date);
  g_assert_cmpint (event->expected, ==, RT_UNSET);
}

/* The rule about Ada and Bo has nobody any more; the one about everybody stays. */
static void
test_rules_that_stay (void)
{
  g_autoptr (RtPlan) copy = without_people (WHOLE);

  g_assert_cmpuint (rt_plan_get_n (copy, RT_PART_RULES), ==, 1);
  g_assert_cmpint (rt_plan_get_rule (copy, 0)->kind, ==, RT_RULE_REPEATS);
}

static void
test_past_is_gone (void)
{
  static const RtPart parts[] = { RT_PART_EARLIER, RT_PART_ISSUED, RT_PART_HARVEST,
                                  RT_PART_FEEDBACK, RT_PART_NEXT };
  g_autoptr (RtPlan) full = plans_read_data (PLAN_FULL);
  g_autoptr (RtPlan) copy = rt_duplicate_without_people (full, NULL);

  assert_sound (copy);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_cmpuint (rt_plan_get_n (copy, parts[i]), ==, 0);
  for (guint i = 0; i < rt_plan_get_n (copy, RT_PART_ROUNDS); i++)
    {
      const RtRound *round = rt_plan_get_round (copy, i);

      g_assert_true (round->seating == NULL && round->pins == NULL);
      g_assert_cmpint (round->done, ==, RT_UNSET);
    }
}

/* No name and nothing told in confidence is left anywhere in the file, unknown members included. */
static void
test_nothing_private (void)
{
  g_autoptr (RtPlan) full = plans_read_data (PLAN_FULL);
  g_autoptr (RtPlan) copy = rt_duplicate_without_people (full, NULL);
  g_autofree char *text = plans_to_json (copy);

  g_assert_null (strstr (text, "\"private\""));
  for (guint i = 0; i < rt_plan_get_n (full, RT_PART_PEOPLE); i++)
    {
      const RtPerson *person = rt_plan_get_person (full, i);
      g_autofree char *id = g_strdup_printf ("\"%s\"", person->parent.id);

      g_assert_null (strstr (text, id));
    }
}

static void
test_next (void)
{
  g_autoptr (RtPlan) copy = for_next (WHOLE);
  const RtEarlier *met;
  const RtPerson *ada;

  assert_sound (copy);
  g_assert_cmpuint (rt_plan_get_n (copy, RT_PART_PEOPLE), ==, 4);
  g_assert_cmpuint (rt_plan_get_n (copy, RT_PART_RULES), ==, 2);
  g_assert_cmpuint (rt_plan_get_n (copy, RT_PART_ISSUED), ==, 0);
  g_assert_cmpuint (rt_plan_get_n (copy, RT_PART_EARLIER), ==, 2);
  met = rt_plan_get (copy, RT_PART_EARLIER, 1);
  g_assert_cmpstr (met->title, ==, "Cell");
  g_assert_cmpstr (met->date, ==, "2026-01-29");
  g_assert_cmpuint (met->tables->len, ==, 2);
  /* Everybody comes to all of it again, and what was told in confidence stays with them. */
  ada = rt_plan_get_person (copy, 0);
  g_assert_cmpint (ada->attendance, ==, RT_UNSET);
  g_assert_null (ada->rounds);
  g_assert_cmpstr (ada->private->diet, ==, "vegan");
  g_assert_cmpstr (rt_plan_get_round (copy, 0)->question, ==, "Why?");
  g_assert_null (rt_plan_get_event (copy)->date);
}

/* Who stays at one table for the whole event does so the next time; other pins were of the day. */
static void
test_pins (void)
{
  g_autoptr (RtPlan) copy = for_next (WHOLE);

  for (guint i = 0; i < 2; i++)
    {
      const RtRound *round = rt_plan_get_round (copy, i);

      g_assert_cmpuint (rt_map_length (round->pins), ==, 1);
      g_assert_nonnull (rt_map_lookup (round->pins, rt_id_intern ("pb")));
      g_assert_null (round->seating);
      g_assert_cmpint (round->done, ==, RT_UNSET);
    }
}

/* Bo and Dee have met: at the next meeting that they sit together is a repeat. */
static void
test_repeats_count_across (void)
{
  g_autoptr (RtPlan) plan = plans_read (WHOLE);
  g_autoptr (RtPlan) copy = rt_duplicate_for_next (plan, NULL);
  g_autoptr (RtRound) round = rt_record_copy (rt_plan_get_round (copy, 0));
  g_autoptr (RtChange) change = rt_change_new ("Seat");
  g_autoptr (RtMeasures) measures = NULL;

  round->seating = rt_seating_ref (rt_plan_get_round (plan, 0)->seating);
  rt_change_replace (change, RT_PART_ROUNDS, 0, rt_plan_get_round (copy, 0), round);
  g_assert_true (rt_plan_apply (copy, change, NULL));
  measures = rt_measures_new (copy);
  g_assert_cmpint (rt_measures_find (measures, "repeats")->found, ==, 1);
}

/* What the plan says about the next meeting is what it will be like. */
static void
test_next_questions (void)
{
  g_autoptr (RtPlan) copy
      = for_next (WHOLE ", 'next': {'date': '2026-02-26', 'start': '09:30',"
                  " 'questions': ['One?', 'Two?', 'Three?']}");

  g_assert_cmpstr (rt_plan_get_event (copy)->date, ==, "2026-02-26");
  g_assert_cmpstr (rt_plan_get_event (copy)->start, ==, "09:30");
  g_assert_cmpstr (rt_plan_get_round (copy, 0)->question, ==, "One?");
  g_assert_cmpstr (rt_plan_get_round (copy, 1)->question, ==, "Two? Three?");
  g_assert_cmpuint (rt_plan_get_n (copy, RT_PART_NEXT), ==, 0);
}

static void
test_empty (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_autoptr (RtPlan) copy = rt_duplicate_without_people (plan, NULL);
  g_autoptr (RtPlan) next = rt_duplicate_for_next (plan, NULL);

  g_assert_nonnull (copy);
  g_assert_nonnull (next);
}

static void
test_newer (void)
{
  g_autoptr (RtPlan) plan
      = rt_plan_new_from_json ("{\"format\": \"rotunda-plan\", \"version\": 2}", -1, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (rt_duplicate_for_next (plan, &error));
  g_assert_error (error, RT_ERROR, RT_ERROR_NEWER);
  g_clear_error (&error);
  g_assert_null (rt_duplicate_without_people (plan, &error));
  g_assert_error (error, RT_ERROR, RT_ERROR_NEWER);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/duplicate/without-people", test_without_people);
  g_test_add_func ("/duplicate/rules-that-stay", test_rules_that_stay);
  g_test_add_func ("/duplicate/past-is-gone", test_past_is_gone);
  g_test_add_func ("/duplicate/nothing-private", test_nothing_private);
  g_test_add_func ("/duplicate/next", test_next);
  g_test_add_func ("/duplicate/pins", test_pins);
  g_test_add_func ("/duplicate/repeats-count-across", test_repeats_count_across);
  g_test_add_func ("/duplicate/next-questions", test_next_questions);
  g_test_add_func ("/duplicate/empty", test_empty);
  g_test_add_func ("/duplicate/newer", test_newer);
  return g_test_run ();
}
