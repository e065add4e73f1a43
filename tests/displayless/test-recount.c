/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Random and arranged plans, measured here and recounted from the file alone by a program of its
 * own. */

#include "rt-arrange.h"
#include "rt-count.h"
#include "rt-json.h"
#include "rt-measure.h"

#include <glib/gstdio.h>

#include "plans.h"
#include "random-plans.h"

#define N_PLANS 150

static void
write_text (const char *folder, guint i, const char *what, const char *text)
{
  g_autofree char *path = g_strdup_printf ("%s/%03u.%s.json", folder, i, what);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
write_plan (const char *folder, guint i, RtPlan *plan)
{
  g_autoptr (RtMeasures) measures = rt_measures_new (plan);
  g_autoptr (JsonNode) node = rt_measures_to_json (measures);
  g_autofree char *json = rt_plan_to_json (plan, TRUE, NULL);
  g_autofree char *found = rt_json_print (node, NULL);

  write_text (folder, i, "plan", json);
  write_text (folder, i, "measures", found);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

static void
recount (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "recount.py", NULL);
  g_autofree char *output = NULL;
  const char *argv[] = { "python3", script, "--folder", folder, NULL };
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status,
                &error);
  g_assert_no_error (error);
  if (status != 0)
    g_test_message ("%s", output);
  g_assert_cmpint (status, ==, 0);
}

static void
test_random (void)
{
  g_autofree char *folder = g_dir_make_tmp ("rotunda-recount-XXXXXX", NULL);

  for (guint i = 0; i < N_PLANS; i++)
    {
      g_autoptr (RtPlan) plan = random_plan_new (i);

      write_plan (folder, i, plan);
    }
  recount (folder);
  remove_folder (folder);
}

static void
arrange (RtPlan *plan, gboolean keep_issued, double seconds)
{
  RtArrangeOptions options = RT_ARRANGE_OPTIONS_DEFAULT;
  g_autoptr (GError) error = NULL;
  g_autoptr (RtArrangement) arrangement = NULL;
  g_autoptr (RtChange) change = NULL;

  options.seconds = seconds;
  options.keep_issued = keep_issued;
  arrangement = rt_arrangement_new (plan, &options, &error);
  g_assert_no_error (error);
  rt_arrangement_run (arrangement, NULL);
  change = rt_arrangement_to_change (arrangement, plan, &error);
  g_assert_no_error (error);
  g_assert_true (rt_plan_apply (plan, change, &error));
}

/* A hosted café; some come late, and some have met before. */
static RtPlan *
cafe_new (guint n_tables, guint n_guests, guint n_rounds)
{
  g_autoptr (GString) json = g_string_new ("'event':{'start':'09:30'},'people':[");

  for (guint p = 0; p < n_tables + n_guests; p++)
    g_string_append_printf (json, "%s{'id':'p%u','organisation':'O%u','wishes':['h%u','h0']%s%s}",
                            p > 0 ? "," : "", p, p % (n_guests / 4), p % 4,
                            p >= n_tables && p % 17 == 16 ? ",'rounds':['r1']" : "",
                            p >= n_tables && p % 13 == 12 ? ",'step_free':true" : "");
  g_string_append (json, "],'themes':[{'id':'h0'},{'id':'h1'},{'id':'h2'},{'id':'h3'}],'tables':[");
  for (guint t = 0; t < n_tables; t++)
    g_string_append_printf (
        json, "%s{'id':'t%u','places':%u,'host':'p%u','theme':'h%u','step_free':%s}",
        t > 0 ? "," : "", t, 2 + n_guests / n_tables, t, t % 4, t > 0 ? "true" : "false");
  g_string_append (json, "],'rounds':[");
  for (guint r = 0; r < n_rounds; r++)
    g_string_append_printf (json, "%s{'id':'r%u','minutes':25,'changeover':5}", r > 0 ? "," : "",
                            r);
  g_string_append_printf (json, "],'rules':[{'id':'u1','kind':'even','strength':'must'},"
                          "{'id':'u2','kind':'returns','of':'host','strength':'must'},"
                          "{'id':'u3','kind':'own-host','strength':'must'},"
                          "{'id':'u4','kind':'step-free','strength':'must'},"
                          "{'id':'u5','kind':'repeats','strength':'should'},"
                          "{'id':'u6','kind':'spread','by':'organisation','strength':'should'},"
                          "{'id':'u7','kind':'wishes','strength':'may'}],"
                          "'earlier':[{'tables':[['p%u','p%u'],['p%u','p%u']]}]",
                          n_tables, n_tables + 1, n_tables, n_tables + 1);
  return plans_read (json->str);
}

/* Everybody's slip as it would be printed now. */
static gpointer
issue_new (RtPlan *plan)
{
  RtIssue *issue = rt_record_new (&rt_issue_class, NULL);

  issue->revision = g_strdup ("A");
  issue->at = g_strdup ("2026-01-29T09:00");
  issue->slips = rt_slips_new ();
  for (guint p = 0; p < rt_plan_get_n (plan, RT_PART_PEOPLE); p++)
    for (guint r = 0; r < rt_plan_get_n (plan, RT_PART_ROUNDS); r++)
      {
        RtId person = rt_plan_get_person (plan, p)->parent.id, table = rt_id_intern ("");
        g_autofree char *start
            = g_strdup_printf ("%02u:%02u", 9 + (r + 1) / 2, r % 2 == 0 ? 30 : 0);

        rt_seating_find (rt_plan_get_round (plan, r)->seating, person, &table, NULL);
        rt_slips_add (issue->slips, person, r, table, start);
      }
  return issue;
}

/* The slips are printed, round 1 is over, two people do not come and another walks in. */
static void
begin_the_day (RtPlan *plan)
{
  g_autoptr (RtChange) change = rt_change_new ("Begin");
  g_autoptr (RtRecord) issue = issue_new (plan);
  g_autoptr (RtRound) round = rt_record_copy (rt_plan_get_round (plan, 0));
  g_autoptr (RtPerson) walk_in = rt_person_new ("Zoe Ash");
  g_autoptr (GError) error = NULL;
  guint n = rt_plan_get_n (plan, RT_PART_PEOPLE);

  round->done = 1;
  rt_change_replace (change, RT_PART_ROUNDS, 0, rt_plan_get_round (plan, 0), round);
  for (guint p = n - 2; p < n; p++)
    {
      g_autoptr (RtPerson) person = rt_record_copy (rt_plan_get_person (plan, p));

      person->attendance = RT_ATTENDANCE_ABSENT;
      rt_change_replace (change, RT_PART_PEOPLE, p, rt_plan_get_person (plan, p), person);
    }
  rt_change_insert (change, RT_PART_PEOPLE, n, walk_in);
  rt_change_insert (change, RT_PART_ISSUED, 0, issue);
  rt_plan_apply (plan, change, &error);
  g_assert_no_error (error);
}

/* Two people fewer and one more: hardly anybody has to be told anything. */
static void
assert_few_slips (RtPlan *plan)
{
  g_autoptr (RtMeasures) measures = rt_measures_new (plan);

  g_assert_true (measures->must_kept);
  g_assert_cmpint (rt_measures_find (measures, "slips_changed")->found, <=, 4);
}

static void
test_arranged (void)
{
  g_autofree char *folder = g_dir_make_tmp ("rotunda-recount-XXXXXX", NULL);
  const guint sizes[][3] = { { 9, 50, 3 }, { 20, 140, 4 }, { 6, 30, 4 }, { 4, 12, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (RtPlan) plan = cafe_new (sizes[i][0], sizes[i][1], sizes[i][2]);

      write_plan (folder, 3 * i, plan);
      arrange (plan, FALSE, 0.2);
      write_plan (folder, 3 * i + 1, plan);
      begin_the_day (plan);
      arrange (plan, TRUE, 0.2);
      write_plan (folder, 3 * i + 2, plan);
      assert_few_slips (plan);
    }
  recount (folder);
  remove_folder (folder);
}

/* The solver's own count, from its integers, is that of the plan. */
static void
assert_scored (RtPlan *plan)
{
  g_autoptr (RtCount) count = rt_count_new (plan);
  const RtRoll *roll = count->roll;
  RtProblem *problem = rt_arrange_problem_new (plan, NULL);
  gsize n = (gsize) roll->n_rounds * roll->n_people;
  g_autofree int32_t *tables = g_new (int32_t, n);
  RtScore *score;

  for (gsize i = 0; i < n; i++)
    tables[i] = problem->presence[i] == RT_AWAY ? RT_NOWHERE : roll->table[i];
  score = rt_score_new (problem, tables);
  for (int i = 0; i < problem->n_terms; i++)
    {
      const RtRule *rule = rt_plan_get_rule (plan, i);
      RtTally tally = { 0, NULL, NULL };
      RtWishes wishes = { 0 };

      if (rule->kind == RT_RULE_WISHES)
        rt_count_wishes (count, rule, &tally, &wishes);
      else
        rt_count_rule (count, rule, &tally);
      /* Who has no seat is no guest of the plan, and still leads; to the solver it is the other way
       * round. */
      if (score->unseated > 0)
        continue;
      if (score->terms[i] != tally.found)
        g_test_message ("%s", rt_rule_kind_words[rule->kind]);
      g_assert_cmpint (score->terms[i], ==, tally.found);
    }
  rt_score_free (score);
  rt_arrange_problem_free (problem);
}

/* Every rule at once, and whatever the seating is after a moment: three ways of counting
   it agree. */
static void
test_arranged_random (void)
{
  g_autofree char *folder = g_dir_make_tmp ("rotunda-recount-XXXXXX", NULL);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (RtPlan) plan = random_plan_new (1000 + i);

      arrange (plan, i % 2, 0.02);
      assert_scored (plan);
      write_plan (folder, i, plan);
    }
  recount (folder);
  remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recount/random-plans", test_random);
  g_test_add_func ("/recount/arranged-plans", test_arranged);
  g_test_add_func ("/recount/arranged-random-plans", test_arranged_random);
  return g_test_run ();
}
