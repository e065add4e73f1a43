/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "plans.h"

#include <string.h>

/* The one door, finding, and the clock. */

static guint n_changed;
static RtChange *last_change;

static void
changed_cb (RtPlan *plan, RtChange *change, gpointer data)
{
  n_changed++;
  last_change = change;
}

/* Applies change, or sees that it is refused with message, that asking says the same, and that
 * nothing has changed then. Takes change. */
static void
assert_apply (RtPlan *plan, RtChange *change, int code, const char *message)
{
  g_autoptr (RtChange) own = change;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) asked = NULL;
  g_autofree char *before = plans_to_json (plan);
  guint64 serial = rt_plan_get_serial (plan);
  gulong handler = g_signal_connect (plan, "changed", G_CALLBACK (changed_cb), NULL);
  gboolean may = rt_plan_check_change (plan, own, &asked);

  n_changed = 0;
  g_assert_cmpint (rt_plan_apply (plan, own, &error), ==, may);
  g_signal_handler_disconnect (plan, handler);
  if (message == NULL)
    {
      g_assert_no_error (error);
      g_assert_cmpuint (n_changed, ==, 1);
      g_assert_true (last_change == own);
      g_assert_cmpuint (rt_plan_get_serial (plan), >, serial);
    }
  else
    {
      g_autofree char *after = plans_to_json (plan);

      g_assert_error (error, RT_ERROR, code);
      g_assert_cmpstr (error->message, ==, message);
      g_assert_cmpstr (asked->message, ==, message);
      g_assert_cmpuint (n_changed, ==, 0);
      g_assert_cmpuint (rt_plan_get_serial (plan), ==, serial);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
assert_refused (RtPlan *plan, RtChange *change, const char *message)
{
  assert_apply (plan, change, RT_ERROR_REFUSED, message);
}

static RtChange *
insert (RtPart part, guint index, gpointer record)
{
  RtChange *change = rt_change_new ("Insert");

  rt_change_insert (change, part, index, record);
  rt_record_unref (record);
  return change;
}

static RtChange *
replace (RtPlan *plan, RtPart part, guint index, gpointer record)
{
  RtChange *change = rt_change_new ("Replace");

  rt_change_replace (change, part, index, rt_plan_get (plan, part, index), record);
  rt_record_unref (record);
  return change;
}

static RtChange *
take_out (RtPlan *plan, RtPart part, guint index)
{
  RtChange *change = rt_change_new ("Remove");

  rt_change_remove (change, part, index, rt_plan_get (plan, part, index));
  return change;
}

static RtPlan *
make_plan (void)
{
  return plans_read (
      "'people': [{'id': 'p1', 'name': 'Ada'}, {'id': 'p2', 'name': 'Bea'}, {'id': 'p3'}], "
      "'themes': [{'id': 'h1', 'champion': 'p1'}], 'tables': [{'id': 't1', 'host': "
      "'p1'}, {'id': 't2'}], "
      "'rounds': [{'id': 'r1', 'seating': {'t1': ['p1', 'p2']}}, {'id': 'r2'}]");
}

static void
test_apply_insert (void)
{
  g_autoptr (RtPlan) plan = make_plan ();
  RtPerson *person = rt_person_new ("Cleo");
  RtId id = person->parent.id;

  assert_apply (plan, insert (RT_PART_PEOPLE, 1, person), 0, NULL);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 4);
  g_assert_cmpuint (rt_plan_index_of (plan, RT_PART_PEOPLE, id), ==, 1);
  g_assert_cmpuint (rt_plan_index_of (plan, RT_PART_PEOPLE, rt_id_intern ("p3")), ==, 3);
}

static void
test_apply_replace (void)
{
  g_autoptr (RtPlan) plan = make_plan ();
  RtPerson *person = rt_record_copy (rt_plan_get_person (plan, 0));

  rt_set_text (&person->name, "Adele");
  assert_apply (plan, replace (plan, RT_PART_PEOPLE, 0, person), 0, NULL);
  g_assert_cmpstr (rt_plan_find_person (plan, rt_id_intern ("p1"))->name, ==, "Adele");
}

static void
test_apply_remove (void)
{
  g_autoptr (RtPlan) plan = make_plan ();

  assert_apply (plan, take_out (plan, RT_PART_PEOPLE, 2), 0, NULL);
  g_assert_null (rt_plan_find_person (plan, rt_id_intern ("p3")));
}

static void
test_apply_nothing (void)
{
  g_autoptr (RtPlan) plan = make_plan ();

  assert_apply (plan, rt_change_new ("Nothing"), 0, NULL);
}

/* Any of several edits may refer to what another of them brings. */
static void
test_apply_several (void)
{
  g_autoptr (RtPlan) plan = make_plan ();
  g_autoptr (RtTable) table = rt_record_copy (rt_plan_get_table (plan, 1));
  g_autoptr (RtPerson) person = rt_person_new ("Cleo");
  RtChange *change = rt_change_new ("Both");

  table->host = person->parent.id;
  rt_change_replace (change, RT_PART_TABLES, 1, rt_plan_get_table (plan, 1), table);
  rt_change_insert (change, RT_PART_PEOPLE, 0, person);
  assert_apply (plan, change, 0, NULL);
}

static void
test_apply_reorder (void)
{
  g_autoptr (RtPlan) plan = make_plan ();
  const RtPerson *person = rt_plan_get_person (plan, 0);
  RtChange *change = rt_change_new ("Move");

  rt_change_remove (change, RT_PART_PEOPLE, 0, person);
  rt_change_insert (change, RT_PART_PEOPLE, 2, person);
  assert_apply (plan, change, 0, NULL);
  g_assert_cmpuint (rt_plan_index_of (plan, RT_PART_PEOPLE, rt_id_intern ("p1")), ==, 2);
  g_assert_cmpuint (rt_plan_index_of (plan, RT_PART_PEOPLE, rt_id_intern ("p2")), ==, 0);
}

/* What is there need only be equal, as when a change was made from a copy of the plan. */
static void
test_before_is_compared (void)
{
  g_autoptr (RtPlan) plan = make_plan ();
  g_autoptr (RtPerson) same = rt_record_copy (rt_plan_get_person (plan, 2));
  g_autoptr (RtPerson) other = rt_record_copy (rt_plan_get_person (plan, 0));
  RtChange *good = rt_change_new ("Remove");
  RtChange *stale = rt_change_new ("Remove");

  rt_set_text (&other->name, "Adele");
  rt_change_remove (stale, RT_PART_PEOPLE, 0, other);
  assert_refused (
      plan, stale,
      "The plan has changed in the meantime. Look at it again, then repeat what you did.");
  rt_change_remove (good, RT_PART_PEOPLE, 2, same);
  assert_apply (plan, good, 0, NULL);
}

static void
test_refused_index (void)
{
  g_autoptr (RtPlan) plan = make_plan ();
  RtChange *change = rt_change_new ("Remove");

  rt_change_remove (change, RT_PART_PEOPLE, 3, rt_plan_get_person (plan, 0));
  assert_refused (
      plan, change,
      "The plan has changed in the meantime. Look at it again, then repeat what you did.");
  assert_refused (plan, insert (RT_PART_PEOPLE, 4, rt_person_new ("X")),
                  "The plan has changed in the meantime. Look at it again, then repeat what you "
                  "did.");
}

static void
test_refused_repeated_id (void)
{
  g_autoptr (RtPlan) plan = make_plan ();

  assert_refused (plan,
                  insert (RT_PART_PEOPLE, 3, rt_record_new (&rt_person_class, rt_id_intern ("p1"))),
                  "people[3].id: p1 is already the id of people[0]");
  assert_refused (plan,
                  insert (RT_PART_TABLES, 0, rt_record_new (&rt_table_class, rt_id_intern ("p1"))),
                  "tables[0].id: p1 is already the id of people[0]");
}

static void
test_refused_no_id (void)
{
  g_autoptr (RtPlan) plan = make_plan ();

  assert_refused (plan, insert (RT_PART_PEOPLE, 3, rt_record_new (&rt_person_class, NULL)),
                  "people[3]: the member id is missing");
}

static void
test_refused_ref (void)
{
  g_autoptr (RtPlan) plan = make_plan ();
  RtTable *table = rt_record_copy (rt_plan_get_table (plan, 1));

  table->theme = rt_id_intern ("h9");
  assert_refused (plan, replace (plan, RT_PART_TABLES, 1, table),
                  "tables[1].theme: no theme has the id h9");
}

static void
test_refused_still_referred_to (void)
{
  g_autoptr (RtPlan) plan = make_plan ();

  assert_refused (plan, take_out (plan, RT_PART_PEOPLE, 0),
                  "themes[0].champion: no person has the id p1");
  assert_refused (plan, take_out (plan, RT_PART_PEOPLE, 1),
                  "rounds[0].seating.t1[1]: no person has the id p2");
  assert_refused (plan, take_out (plan, RT_PART_TABLES, 0),
                  "rounds[0].seating.t1: no table has the id t1");
}

static void
test_refused_renamed (void)
{
  g_autoptr (RtPlan) plan = make_plan ();
  RtPerson *person = rt_record_copy (rt_plan_get_person (plan, 0));

  person->parent.id = rt_id_intern ("p7");
  assert_refused (plan, replace (plan, RT_PART_PEOPLE, 0, person),
                  "themes[0].champion: no person has the id p1");
}

static void
test_refused_range (void)
{
  g_autoptr (RtPlan) plan = make_plan ();
  RtTable *table = rt_record_copy (rt_plan_get_table (plan, 1));
  RtPerson *person = rt_person_new ("\xff");

  table->angle = 400;
  assert_refused (plan, replace (plan, RT_PART_TABLES, 1, table),
                  "tables[1].angle: 400 is not between 0 and 359");
  assert_refused (plan, insert (RT_PART_PEOPLE, 0, person),
                  "people[0].name: this text is not valid UTF-8");
}

static void
test_refused_rule (void)
{
  g_autoptr (RtPlan) plan = make_plan ();

  assert_refused (plan, insert (RT_PART_RULES, 0, rt_rule_new (RT_RULE_RETURNS, RT_STRENGTH_MUST)),
                  "rules[0].of: a returns rule needs host, table or theme");
}

static void
test_refused_second_event (void)
{
  g_autoptr (RtPlan) plan = make_plan ();

  assert_apply (plan, insert (RT_PART_EVENT, 0, rt_record_new (&rt_event_class, NULL)), 0, NULL);
  assert_refused (plan, insert (RT_PART_EVENT, 1, rt_record_new (&rt_event_class, NULL)),
                  "event: a plan has only one");
}

static void
test_refused_class (void)
{
  g_autoptr (RtPlan) plan = make_plan ();

  assert_refused (plan, insert (RT_PART_RULES, 0, rt_person_new ("A")),
                  "rules: a rule belongs here");
}

static void
test_refused_agenda (void)
{
  g_autoptr (RtPlan) plan = make_plan ();
  RtAgendaItem *item = rt_record_new (&rt_agenda_item_class, rt_id_new ('s'));

  item->kind = RT_SESSION_ROUNDS;
  item->rounds = rt_ids_add (NULL, rt_id_intern ("r1"));
  assert_apply (plan, insert (RT_PART_AGENDA, 0, item), 0, NULL);
  item = rt_record_copy (rt_plan_get (plan, RT_PART_AGENDA, 0));
  item->parent.id = rt_id_new ('s');
  assert_refused (plan, insert (RT_PART_AGENDA, 1, item),
                  "agenda[1].rounds[0]: the round r1 is in the agenda twice");
}

static void
test_refused_limit (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  RtChange *change = rt_change_new ("Many");

  for (guint i = 0; i <= RT_MAX_PLAN_ROUNDS; i++)
    {
      g_autoptr (RtRound) round = rt_round_new (20, 5);

      rt_change_insert (change, RT_PART_ROUNDS, 0, round);
    }
  assert_apply (plan, change, RT_ERROR_LIMIT,
                "rounds: 25 entries are more than the 24 that a plan may have");
}

static void
test_find (void)
{
  g_autoptr (RtPlan) plan = make_plan ();
  guint index = 99;

  g_assert_true (rt_plan_find (plan, RT_PART_PEOPLE, rt_id_intern ("p2"), &index)
                 == rt_plan_get_person (plan, 1));
  g_assert_cmpuint (index, ==, 1);
  g_assert_null (rt_plan_find (plan, RT_PART_TABLES, rt_id_intern ("p2"), &index));
  g_assert_null (rt_plan_find (plan, RT_PART_PEOPLE, rt_id_intern ("p9"), NULL));
  g_assert_null (rt_plan_find (plan, RT_PART_PEOPLE, NULL, NULL));
  g_assert_cmpuint (rt_plan_index_of (plan, RT_PART_ROUNDS, rt_id_intern ("r2")), ==, 1);
  g_assert_cmpuint (rt_plan_index_of (plan, RT_PART_ROUNDS, rt_id_intern ("t2")), ==, G_MAXUINT);
}

static void
test_event (void)
{
  g_autoptr (RtPlan) without = make_plan ();
  g_autoptr (RtPlan) with = plans_read ("'event': {'title': 'Quay'}");

  g_assert_cmpstr (rt_plan_get_title (without), ==, "Untitled plan");
  g_assert_nonnull (rt_plan_get_event (without));
  g_assert_cmpint (rt_plan_get_event (without)->expected, ==, RT_UNSET);
  g_assert_cmpstr (rt_plan_get_title (with), ==, "Quay");
}

static void
assert_times (RtPlan *plan, guint round, const char *expected)
{
  int start = -1, end = -1;
  g_autofree char *times = NULL;

  if (rt_plan_get_round_times (plan, round, &start, &end))
    times = g_strdup_printf ("%02d:%02d-%02d:%02d", start / 60, start % 60, end / 60, end % 60);
  g_assert_cmpstr (times, ==, expected);
}

#define THREE_ROUNDS \
  "'rounds': [{'id': 'r1', 'minutes': 25, 'changeover': 5}, {'id': 'r2', 'minutes': 20, " \
  "'changeover': 10}, {'id': 'r3', 'minutes': 30, 'changeover': 15}]"

static void
test_clock_without_agenda (void)
{
  g_autoptr (RtPlan) plan = plans_read ("'event': {'start': '09:30'}, " THREE_ROUNDS);

  assert_times (plan, 0, "09:30-09:55");
  assert_times (plan, 1, "10:00-10:20");
  assert_times (plan, 2, "10:30-11:00");
}

static void
test_clock_without_start (void)
{
  g_autoptr (RtPlan) plan = plans_read (THREE_ROUNDS);

  assert_times (plan, 0, NULL);
}

/* The last changeover before the break is not counted. */
static void
test_clock_with_agenda (void)
{
  g_autoptr (RtPlan) plan = plans_read (
    "'event': {'start': '09:00'}, 'agenda': [{'id': 's1', 'kind': 'plenary', 'minutes': 15}, "
    "{'id': 's2', 'kind': 'rounds', 'minutes': 500, 'rounds': ['r1', 'r2']}, {'id': 's3', 'kind': "
    "'break', 'minutes': 20}, "
    "{'id': 's4', 'kind': 'rounds', 'rounds': ['r3']}], " THREE_ROUNDS);

  assert_times (plan, 0, "09:15-09:40");
  assert_times (plan, 1, "09:45-10:05");
  assert_times (plan, 2, "10:25-10:55");
}

static void
test_clock_in_another_order (void)
{
  g_autoptr (RtPlan) plan = plans_read (
    "'event': {'start': '23:30'}, 'agenda': [{'id': 's2', 'kind': 'rounds', 'rounds': ['r3', "
    "'r1']}], " THREE_ROUNDS);

  assert_times (plan, 2, "23:30-24:00");
  assert_times (plan, 0, "24:15-24:40");
  assert_times (plan, 1, NULL);
}

static void
test_clock_of_unknown_minutes (void)
{
  g_autoptr (RtPlan) plan
      = plans_read ("'event': {'start': '09:00'}, 'rounds': [{'id': 'r1'}, {'id': 'r2'}]");

  assert_times (plan, 0, "09:00-09:00");
  assert_times (plan, 1, "09:00-09:00");
}

/* Whoever keeps a record or a plan's content has it, whatever happens to the plan. */
static void
test_finalized (void)
{
  RtPlan *plan = make_plan ();
  g_autoptr (RtPerson) kept = rt_record_ref (rt_plan_get_person (plan, 0));

  g_assert_finalize_object (plan);
  g_assert_cmpstr (kept->name, ==, "Ada");
}

static void
test_change_touches (void)
{
  g_autoptr (RtPlan) plan = make_plan ();
  g_autoptr (RtChange) change = take_out (plan, RT_PART_PEOPLE, 2);
  g_autoptr (RtChange) inverse = rt_change_invert (change);

  g_assert_true (rt_change_touches (change, RT_PART_PEOPLE));
  g_assert_false (rt_change_touches (change, RT_PART_TABLES));
  g_assert_cmpstr (rt_change_get_label (inverse), ==, "Remove");
  g_assert_null (rt_change_get_edit (inverse, 0)->before);
  g_assert_true (rt_change_get_edit (inverse, 0)->after == rt_plan_get (plan, RT_PART_PEOPLE, 2));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/apply/insert", test_apply_insert);
  g_test_add_func ("/plan/apply/replace", test_apply_replace);
  g_test_add_func ("/plan/apply/remove", test_apply_remove);
  g_test_add_func ("/plan/apply/nothing", test_apply_nothing);
  g_test_add_func ("/plan/apply/several", test_apply_several);
  g_test_add_func ("/plan/apply/reorder", test_apply_reorder);
  g_test_add_func ("/plan/apply/before-is-compared", test_before_is_compared);
  g_test_add_func ("/plan/refused/index", test_refused_index);
  g_test_add_func ("/plan/refused/repeated-id", test_refused_repeated_id);
  g_test_add_func ("/plan/refused/no-id", test_refused_no_id);
  g_test_add_func ("/plan/refused/ref", test_refused_ref);
  g_test_add_func ("/plan/refused/still-referred-to", test_refused_still_referred_to);
  g_test_add_func ("/plan/refused/renamed", test_refused_renamed);
  g_test_add_func ("/plan/refused/range", test_refused_range);
  g_test_add_func ("/plan/refused/rule", test_refused_rule);
  g_test_add_func ("/plan/refused/second-event", test_refused_second_event);
  g_test_add_func ("/plan/refused/class", test_refused_class);
  g_test_add_func ("/plan/refused/agenda", test_refused_agenda);
  g_test_add_func ("/plan/refused/limit", test_refused_limit);
  g_test_add_func ("/plan/find", test_find);
  g_test_add_func ("/plan/event", test_event);
  g_test_add_func ("/plan/clock/without-agenda", test_clock_without_agenda);
  g_test_add_func ("/plan/clock/without-start", test_clock_without_start);
  g_test_add_func ("/plan/clock/with-agenda", test_clock_with_agenda);
  g_test_add_func ("/plan/clock/in-another-order", test_clock_in_another_order);
  g_test_add_func ("/plan/clock/of-unknown-minutes", test_clock_of_unknown_minutes);
  g_test_add_func ("/plan/finalized", test_finalized);
  g_test_add_func ("/plan/change-touches", test_change_touches);
  return g_test_run ();
}
