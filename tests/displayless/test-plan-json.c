/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "plans.h"

#include <string.h>

/* The file as a whole: order, unknown members, private data, versions. */

static void
assert_refused (const char *json, int code, const char *message)
{
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');
  g_autoptr (GError) error = NULL;
  g_autoptr (RtPlan) plan = rt_plan_new_from_json (text, -1, &error);

  g_assert_null (plan);
  g_assert_error (error, RT_ERROR, code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_full_is_canonical (void)
{
  g_autofree char *text = plans_dup_data (PLAN_FULL);
  g_autoptr (RtPlan) plan = plans_read_data (PLAN_FULL);
  gsize length;
  g_autofree char *again = rt_plan_to_json (plan, TRUE, &length);

  g_assert_cmpstr (again, ==, text);
  g_assert_cmpuint (length, ==, strlen (text));
}

static void
test_empty (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_autofree char *text = plans_to_json (plan);

  g_assert_cmpstr (text, ==, "{\n  \"format\": \"rotunda-plan\",\n  \"version\": 1\n}\n");
}

static void
test_length (void)
{
  const char *text = "{\"format\": \"rotunda-plan\", \"version\": 1}, and more";
  g_autoptr (GError) error = NULL;
  g_autoptr (RtPlan) plan = rt_plan_new_from_json (text, strchr (text, '}') + 1 - text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (plan);
}

static void
test_member_order (void)
{
  g_autoptr (RtPlan) plan = plans_read (
    "'zeta': 1, 'rounds': [{'title': 'T', 'x': 1, 'id': 'r1', 'minutes': 5}], 'alpha': [2], "
    "'people': [{'private': {'zip': 1, 'notes': 'n', 'email': 'e'}, 'name': 'N', 'id': 'p1', "
    "'step_free': true}]");
  g_autofree char *text = plans_to_json (plan);

  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"format\": \"rotunda-plan\",\n"
                   "  \"version\": 1,\n"
                   "  \"people\": [\n"
                   "    {\n"
                   "      \"id\": \"p1\",\n"
                   "      \"name\": \"N\",\n"
                   "      \"step_free\": true,\n"
                   "      \"private\": {\n"
                   "        \"email\": \"e\",\n"
                   "        \"notes\": \"n\",\n"
                   "        \"zip\": 1\n"
                   "      }\n"
                   "    }\n"
                   "  ],\n"
                   "  \"rounds\": [\n"
                   "    {\n"
                   "      \"id\": \"r1\",\n"
                   "      \"title\": \"T\",\n"
                   "      \"minutes\": 5,\n"
                   "      \"x\": 1\n"
                   "    }\n"
                   "  ],\n"
                   "  \"zeta\": 1,\n"
                   "  \"alpha\": [\n"
                   "    2\n"
                   "  ]\n"
                   "}\n");
}

/* Whether the second stands behind the first, and both are there. */
static void
assert_in_order (const char *text, const char *first, const char *second)
{
  const char *a = strstr (text, first);
  const char *b = strstr (text, second);

  g_assert_nonnull (a);
  g_assert_nonnull (b);
  g_assert_true (a < b);
}

static void
test_keys_in_order_of_parts (void)
{
  g_autoptr (RtPlan) plan = plans_read (
    "'people': [{'id': 'pb'}, {'id': 'pa'}], 'tables': [{'id': 'tb'}, {'id': 'ta'}], "
    "'rounds': [{'id': 'r', 'hosts': {'ta': 'pa', 'tb': 'pb'}, 'pins': {'pa': 'ta', 'pb': 'tb'}, "
    "'seating': {'ta': ['pa'], 'tb': ['pb']}}], "
    "'issued': [{'slips': {'pa': [['', '']], 'pb': [['', '']]}, 'sheets': {'z': '1', 'a': '2'}}]");
  g_autofree char *text = plans_to_json (plan);

  assert_in_order (strstr (text, "\"hosts\""), "\"tb\":", "\"ta\":");
  assert_in_order (strstr (text, "\"pins\""), "\"pb\":", "\"pa\":");
  assert_in_order (strstr (text, "\"seating\""), "\"tb\":", "\"ta\":");
  assert_in_order (strstr (text, "\"slips\""), "\"pb\":", "\"pa\":");
  assert_in_order (strstr (text, "\"sheets\""), "\"z\":", "\"a\":");
}

/* Languages and paths of members have no order of their own. */
static void
test_translations_in_order (void)
{
  g_autoptr (RtPlan) plan = plans_read (
    "'themes': [{'id': 'hb'}, {'id': 'ha'}], 'rounds': [{'id': 'r'}], 'translations': {'zh': {"
    "'next.questions': {'title': '4'}, 'r': {'title': '3'}, 'event': {'title': '5'}, "
    "'ha': {'x': null, 'method': 'm', 'question': 'q', 'title': '2'}, 'hb': {'title': '1'}}, "
    "'fr': {}}");
  g_autofree char *text = plans_to_json (plan);
  const char *words = strstr (text, "\"translations\"");

  assert_in_order (words, "\"hb\":", "\"ha\":");
  assert_in_order (words, "\"ha\":", "\"r\":");
  assert_in_order (words, "\"r\":", "\"next.questions\":");
  assert_in_order (words, "\"next.questions\":", "\"event\":");
  assert_in_order (words, "\"zh\":", "\"fr\":");
  words = strstr (words, "\"ha\":");
  assert_in_order (words, "\"title\":", "\"question\":");
  assert_in_order (words, "\"question\":", "\"method\":");
  assert_in_order (words, "\"method\":", "\"x\": null");
}

static void
test_same_plan_same_bytes (void)
{
  g_autoptr (RtPlan) a = plans_read (
      "'tables': [{'id': 't1'}, {'id': 't2'}], 'people': [{'id': 'p1'}, {'id': 'p2'}], "
      "'rounds': [{'id': 'r', 'seating': {'t1': ['p1', null, "
      "null], 't2': ['p2']}}]");
  g_autoptr (RtPlan) b = plans_read (
      "'rounds': [{'seating': {'t2': ['p2'], 't1': ['p1']}, 'id': 'r', 'hosts': {}}], "
      "'themes': [], 'people': [{'name': '', 'id': 'p1'}, {'id': "
      "'p2'}], "
      "'tables': [{'id': 't1'}, {'id': 't2'}]");
  g_autofree char *first = plans_to_json (a);
  g_autofree char *second = plans_to_json (b);

  g_assert_cmpstr (first, ==, second);
}

static void
test_whole_numbers_with_fraction (void)
{
  g_autoptr (RtPlan) plan = plans_read ("'event': {'expected': 7.0}");
  g_autofree char *text = plans_to_json (plan);

  g_assert_cmpint (rt_plan_get_event (plan)->expected, ==, 7);
  g_assert_nonnull (strstr (text, "\"expected\": 7\n"));
}

static void
test_without_private (void)
{
  g_autoptr (RtPlan) plan = plans_read_data (PLAN_FULL);
  g_autofree char *before = plans_to_json (plan);
  g_autofree char *public = rt_plan_to_json (plan, FALSE, NULL);
  g_autofree char *after = plans_to_json (plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (RtPlan) again = rt_plan_new_from_json (public, -1, &error);

  g_assert_no_error (error);
  g_assert_null (strstr (public, "private"));
  g_assert_null (strstr (public, "ged@example.org"));
  g_assert_null (strstr (public, "nuts"));
  g_assert_null (strstr (public, "\"pin\""));
  g_assert_null (strstr (public, "secret"));
  g_assert_nonnull (strstr (public, "\"badge\""));
  g_assert_cmpstr (before, ==, after);
}

static void
test_head (void)
{
  assert_refused ("[]", RT_ERROR_FORMAT, "an object belongs here, not a list");
  assert_refused ("{}", RT_ERROR_FORMAT,
                  "format: this is not a Rotunda plan, which says “rotunda-plan” here");
  assert_refused ("{'format': 'other', 'version': 1}", RT_ERROR_FORMAT,
                  "format: this is not a Rotunda plan, which says “rotunda-plan” here");
  assert_refused ("{'format': 1, 'version': 1}", RT_ERROR_FORMAT,
                  "format: a text belongs here, not a whole number");
  assert_refused ("{'format': 'rotunda-plan'}", RT_ERROR_FORMAT, "the member version is missing");
  assert_refused ("{'format': 'rotunda-plan', 'version': '1'}", RT_ERROR_FORMAT,
                  "version: a whole number belongs here, not a text");
  assert_refused ("{'format': 'rotunda-plan', 'version': 0}", RT_ERROR_FORMAT,
                  "version: 0 is not a version of the format");
}

static void
test_syntax (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtPlan) plan = rt_plan_new_from_json ("{\"format\": ", -1, &error);

  g_assert_null (plan);
  g_assert_error (error, RT_ERROR, RT_ERROR_FORMAT);
  g_assert_true (g_str_has_prefix (error->message, "Line 1"));
}

/* A list of n records, made of what with the numbers from 1. */
static char *
make_list (const char *member, const char *letter, guint n)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "{\"format\": \"rotunda-plan\", \"version\": 1, \"%s\": [", member);
  for (guint i = 1; i <= n; i++)
    g_string_append_printf (text, "%s{\"id\": \"%s%u\"}", i > 1 ? "," : "", letter, i);
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

static void
assert_limit (const char *member, const char *letter, guint limit, const char *message)
{
  g_autofree char *most = make_list (member, letter, limit);
  g_autofree char *more = make_list (member, letter, limit + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (RtPlan) plan = rt_plan_new_from_json (most, -1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (plan);
  assert_refused (more, RT_ERROR_LIMIT, message);
}

static void
test_limits (void)
{
  assert_limit ("people", "p", RT_MAX_PEOPLE,
                "people: 20001 entries are more than the 20000 that a plan may have");
  assert_limit ("tables", "t", RT_MAX_TABLES,
                "tables: 2001 entries are more than the 2000 that a plan may have");
  assert_limit ("rounds", "r", RT_MAX_PLAN_ROUNDS,
                "rounds: 25 entries are more than the 24 that a plan may have");
}

/* What another version of Rotunda may have made of the format. */
static const char newer[] =
  "{\n"
  "  \"format\": \"rotunda-plan\",\n"
  "  \"version\": 2,\n"
  "  \"people\": [\n"
  "    {\n"
  "      \"name\": \"Ada\",\n"
  "      \"id\": \"p1\",\n"
  "      \"attendance\": \"beamed in\",\n"
  "      \"private\": {\n"
  "        \"diet\": [\n"
  "          \"vegan\"\n"
  "        ]\n"
  "      }\n"
  "    }\n"
  "  ],\n"
  "  \"rules\": [\n"
  "    {\n"
  "      \"id\": \"u1\",\n"
  "      \"kind\": \"harmony\",\n"
  "      \"strength\": \"must\"\n"
  "    },\n"
  "    {\n"
  "      \"id\": \"u2\",\n"
  "      \"kind\": \"even\",\n"
  "      \"strength\": \"must\"\n"
  "    }\n"
  "  ],\n"
  "  \"room\": [],\n"
  "  \"themes\": {}\n"
  "}\n";

static void
test_newer_is_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtPlan) plan = rt_plan_new_from_json (newer, -1, &error);

  g_assert_no_error (error);
  g_assert_true (rt_plan_is_read_only (plan));
  g_assert_cmpstr (rt_plan_get_person (plan, 0)->name, ==, "Ada");
  g_assert_cmpint (rt_plan_get_person (plan, 0)->attendance, ==, RT_UNSET);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_RULES), ==, 1);
  g_assert_cmpint (rt_plan_get_rule (plan, 0)->kind, ==, RT_RULE_EVEN);
}

static void
test_newer_is_written_as_it_was (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new_from_json (newer, -1, NULL);
  g_autofree char *text = plans_to_json (plan);
  g_autofree char *public = rt_plan_to_json (plan, FALSE, NULL);

  g_assert_cmpstr (text, ==, newer);
  g_assert_null (strstr (public, "vegan"));
  g_assert_nonnull (strstr (public, "harmony"));
}

static void
test_newer_is_not_changed (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new_from_json (newer, -1, NULL);
  g_autoptr (RtChange) change = rt_change_new ("Add Bea");
  g_autoptr (RtPerson) person = rt_person_new ("Bea");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) asked = NULL;

  rt_change_insert (change, RT_PART_PEOPLE, 0, person);
  g_assert_false (rt_plan_check_change (plan, change, &asked));
  g_assert_error (asked, RT_ERROR, RT_ERROR_NEWER);
  g_assert_false (rt_plan_apply (plan, change, &error));
  g_assert_error (error, RT_ERROR, RT_ERROR_NEWER);
  g_assert_cmpstr (error->message, ==,
                   "This plan was made by a newer Rotunda. You can look at it and print it; "
                   "to change it, update Rotunda.");
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 1);
}

static void
test_newer_is_still_checked (void)
{
  assert_refused (
      "{'format': 'rotunda-plan', 'version': 2, 'tables': [{'id': 't1', 'host': 'p9'}]}",
      RT_ERROR_FORMAT, "tables[0].host: no person has the id p9");
  assert_refused (
      "{'format': 'rotunda-plan', 'version': 2, 'tables': [{'id': 't1'}, {'id': 't1'}]}",
      RT_ERROR_FORMAT, "tables[1].id: t1 is already the id of tables[0]");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-json/full-is-canonical", test_full_is_canonical);
  g_test_add_func ("/plan-json/empty", test_empty);
  g_test_add_func ("/plan-json/length", test_length);
  g_test_add_func ("/plan-json/member-order", test_member_order);
  g_test_add_func ("/plan-json/keys-in-order-of-parts", test_keys_in_order_of_parts);
  g_test_add_func ("/plan-json/translations-in-order", test_translations_in_order);
  g_test_add_func ("/plan-json/same-plan-same-bytes", test_same_plan_same_bytes);
  g_test_add_func ("/plan-json/whole-numbers-with-fraction", test_whole_numbers_with_fraction);
  g_test_add_func ("/plan-json/without-private", test_without_private);
  g_test_add_func ("/plan-json/head", test_head);
  g_test_add_func ("/plan-json/syntax", test_syntax);
  g_test_add_func ("/plan-json/limits", test_limits);
  g_test_add_func ("/plan-json/newer-is-read", test_newer_is_read);
  g_test_add_func ("/plan-json/newer-is-written-as-it-was", test_newer_is_written_as_it_was);
  g_test_add_func ("/plan-json/newer-is-not-changed", test_newer_is_not_changed);
  g_test_add_func ("/plan-json/newer-is-still-checked", test_newer_is_still_checked);
  return g_test_run ();
}
