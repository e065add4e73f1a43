/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What can be done when somebody is away, and what it costs. */

#include "rt-arrange.h"
#include "rt-measure.h"
#include "rt-replan.h"

#include "plans.h"

#define N_GUESTS 17
#define N_TABLES 4

typedef struct {
  RtPlan   *plan;
  RtReplan *replan;
} Fixture;

static RtId
person (const char *id)
{
  return rt_id_intern (id);
}

/* Four tables of a host and four guests, three rounds that start on the half hour, arranged. */
static RtPlan *
make_cafe (const char *tables, const char *guests)
{
  g_autoptr (GString) text = g_string_new ("'event':{'start':'10:00'},'people':[");
  RtArrangeOptions options = RT_ARRANGE_OPTIONS_DEFAULT;
  g_autoptr (RtArrangement) arrangement = NULL;
  g_autoptr (RtChange) change = NULL;
  RtPlan *plan;

  for (int i = 0; i < N_GUESTS; i++)
    g_string_append_printf (text, "{'id':'p%d','name':'Guest %d','organisation':'O%d'},", i, i,
                            i / 2);
  for (int i = 0; i < N_TABLES; i++)
    g_string_append_printf (text, "%s{'id':'c%d','name':'Host %d'}", i > 0 ? "," : "", i, i);
  g_string_append_printf (
      text,
      "],'tables':[%s],'rounds':[{'id':'r0','minutes':30},{'id':'r1','minutes':30},"
      "{'id':'r2','minutes':30}],"
      "'rules':[{'id':'u3','kind':'even','strength':'must'},"
      "{'id':'u0','kind':'returns','of':'host',"
      "'strength':'must'},{'id':'u1','kind':'repeats','strength':'should'},"
      "{'id':'u2','kind':'spread','by':'organisation','strength':'should'}]%s",
      tables, guests);
  plan = plans_read (text->str);
  options.moves = 200000;
  arrangement = rt_arrangement_new (plan, &options, NULL);
  rt_arrangement_run (arrangement, NULL);
  change = rt_arrangement_to_change (arrangement, plan, NULL);
  g_assert_true (rt_plan_apply (plan, change, NULL));
  return plan;
}

#define TABLES \
  "{'id':'t0','number':1,'places':6,'host':'c0','deputy':'p0'}," \
  "{'id':'t1','number':2,'places':6,'host':'c1','co_host':'p16'}," \
  "{'id':'t2','number':3,'places':6,'host':'c2'}," \
  "{'id':'t3','number':4,'places':6,'host':'c3','deputy':'c1'}"
#define NARROW \
  "{'id':'t0','number':1,'places':5,'host':'c0'}," \
  "{'id':'t1','number':2,'places':6,'host':'c1','co_host':'p16'}," \
  "{'id':'t2','number':3,'places':5,'host':'c2'},{'id':'t3','number':4,'places':5,'host':'c3'}"

/* Prints the slips of the plan as it is, and lets the first round be over. */
static void
issue (RtPlan *plan)
{
  g_autoptr (RtRecord) owned = rt_record_new (&rt_issue_class, NULL);
  RtIssue *record = (RtIssue *) owned;
  g_autoptr (RtChange) change = rt_change_new ("");
  g_autoptr (RtRound) over = rt_record_copy (rt_plan_get_round (plan, 0));

  record->revision = g_strdup ("A");
  record->at = g_strdup ("2030-01-29T09:00");
  record->slips = rt_slips_new ();
  for (guint p = 0; p < rt_plan_get_n (plan, RT_PART_PEOPLE); p++)
    for (guint r = 0; r < 3; r++)
      {
        static const char * const starts[] = { "10:00", "10:30", "11:00" };
        RtId id = rt_plan_get_person (plan, p)->parent.id, table;

        if (r == 0)
          rt_slips_add_person (record->slips, id);
        g_assert_true (rt_seating_find (rt_plan_get_round (plan, r)->seating, id, &table, NULL));
        rt_slips_add (record->slips, id, r, table, starts[r]);
      }
  rt_change_insert (change, RT_PART_ISSUED, 0, record);
  over->done = 1;
  rt_change_replace (change, RT_PART_ROUNDS, 0, rt_plan_get_round (plan, 0), over);
  g_assert_true (rt_plan_apply (plan, change, NULL));
}

static void
set_up (Fixture *self, const char *tables, const char *away)
{
  RtId id = away ? person (away) : NULL;
  g_autoptr (GError) error = NULL;

  self->plan = make_cafe (tables, "");
  issue (self->plan);
  self->replan = rt_replan_new (self->plan, &id, away ? 1 : 0, 0, &error);
  g_assert_no_error (error);
  rt_replan_run (self->replan);
}

static void
clear (Fixture *self)
{
  g_object_unref (self->plan);
  g_object_unref (self->replan);
}

static const RtReplanOption *
find (Fixture *self, RtReplanKind kind)
{
  for (guint i = 0; i < rt_replan_get_n (self->replan); i++)
    if (rt_replan_get (self->replan, i)->kind == kind)
      return rt_replan_get (self->replan, i);
  g_assert_not_reached ();
}

static gint64
found (const RtMeasures *measures, const char *key)
{
  return rt_measures_find (measures, key)->found;
}

/* Each price is what is counted once the change is made; what is over stays; undoing undoes
   it all. */
static void
check_option (RtPlan *plan, const RtReplanOption *option)
{
  g_autofree char *before = plans_to_json (plan);
  g_autofree char *after = NULL;
  RtSeating *over = rt_seating_ref (rt_plan_get_round (plan, 0)->seating);
  g_autoptr (RtChange) back = NULL;
  g_autoptr (RtMeasures) measures = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (rt_plan_apply (plan, option->change, &error));
  g_assert_no_error (error);
  measures = rt_measures_new (plan);
  g_assert_cmpint (option->slips, ==, found (measures, "slips_changed"));
  g_assert_cmpint (option->repeats, ==, found (measures, "repeats"));
  g_assert_cmpint (option->same, ==, found (measures, "same_organisation"));
  g_assert_true ((option->broken == 0) == measures->must_kept);
  g_assert_true (rt_seating_equal (over, rt_plan_get_round (plan, 0)->seating));
  rt_seating_unref (over);
  back = rt_change_invert (option->change);
  g_assert_true (rt_plan_apply (plan, back, &error));
  after = plans_to_json (plan);
  g_assert_cmpstr (before, ==, after);
}

static void
check_options (Fixture *self)
{
  for (guint i = 0; i < rt_replan_get_n (self->replan); i++)
    if (rt_replan_get (self->replan, i)->change)
      check_option (self->plan, rt_replan_get (self->replan, i));
}

static void
test_host (void)
{
  Fixture self;
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;

  set_up (&self, TABLES, "c0");
  title = rt_replan_dup_title (self.replan);
  words = rt_replan_dup_words (self.replan);
  g_assert_cmpstr (title, ==, "Host 0 is away");
  g_assert_cmpstr (words, ==, "Host 0 hosts Table 1 in 2 rounds to come. 8 people are due there. "
                   "Slips are printed as revision A.");
  g_assert_cmpuint (rt_replan_get_n (self.replan), ==, 5);
  g_assert_nonnull (find (&self, RT_REPLAN_DEPUTY)->change);
  g_assert_null (find (&self, RT_REPLAN_CO_HOST)->change);
  g_assert_cmpstr (find (&self, RT_REPLAN_CO_HOST)->words, ==, "Table 1 has no co-host.");
  g_assert_cmpint (find (&self, RT_REPLAN_NO_HOST)->slips, ==, 0);
  g_assert_cmpint (find (&self, RT_REPLAN_NO_HOST)->broken, ==, 0);
  g_assert_cmpint (find (&self, RT_REPLAN_NO_HOST)->sheets, ==, 1);
  check_options (&self);
  clear (&self);
}

/* The deputy's own slip is wrong, and nobody else's. */
static void
test_deputy (void)
{
  Fixture self;
  const RtReplanOption *option;
  RtId table;
  guint chair;

  set_up (&self, TABLES, "c0");
  option = find (&self, RT_REPLAN_DEPUTY);
  g_assert_cmpint (option->slips, ==, 1);
  g_assert_true (rt_plan_apply (self.plan, option->change, NULL));
  for (guint r = 1; r < 3; r++)
    {
      g_assert_true (rt_seating_find (rt_plan_get_round (self.plan, r)->seating, person ("p0"),
                                      &table, &chair));
      g_assert_cmpstr (table, ==, "t0");
      g_assert_cmpuint (chair, ==, 0);
    }
  g_assert_cmpint (rt_plan_find_person (self.plan, person ("c0"))->attendance, ==,
                   RT_ATTENDANCE_LEFT);
  g_assert_cmpuint (rt_ids_length (rt_plan_find_person (self.plan, person ("c0"))->rounds), ==, 1);
  clear (&self);
}

static void
test_deputy_leads_elsewhere (void)
{
  Fixture self;

  set_up (&self, TABLES, "c3");
  g_assert_null (find (&self, RT_REPLAN_DEPUTY)->change);
  g_assert_cmpstr (find (&self, RT_REPLAN_DEPUTY)->words, ==, "Host 1 leads Table 2 already.");
  clear (&self);
}

static void
test_co_host (void)
{
  Fixture self;
  const RtReplanOption *option;

  set_up (&self, TABLES, "c1");
  option = find (&self, RT_REPLAN_CO_HOST);
  g_assert_cmpint (option->slips, ==, 0);
  g_assert_cmpint (option->broken, ==, 0);
  check_options (&self);
  clear (&self);
}

/* Who sat at other tables stays there. */
static void
test_close (void)
{
  Fixture self;
  const RtReplanOption *option;

  set_up (&self, TABLES, "c2");
  option = find (&self, RT_REPLAN_CLOSE);
  g_assert_cmpint (option->slips, ==, 8);
  g_assert_cmpstr (option->title, ==, "Close Table 3, change as little as possible");
  g_assert_true (rt_plan_apply (self.plan, option->change, NULL));
  for (guint r = 1; r < 3; r++)
    g_assert_cmpuint (
        rt_seating_n_seated (rt_plan_get_round (self.plan, r)->seating, person ("t2")), ==, 0);
  clear (&self);
}

static void
test_close_and_grow (void)
{
  Fixture self;

  set_up (&self, NARROW, "c2");
  g_assert_cmpstr (find (&self, RT_REPLAN_CLOSE)->words, ==,
                   "8 people go elsewhere, tables grow to at most 7.");
  check_options (&self);
  clear (&self);
}

static void
test_missing (void)
{
  Fixture self;

  set_up (&self, TABLES, "p3");
  g_assert_cmpuint (rt_replan_get_n (self.replan), ==, 4);
  g_assert_cmpint (find (&self, RT_REPLAN_STAY)->slips, ==, 0);
  g_assert_cmpuint (rt_replan_get_best (self.replan), ==, 0);
  g_assert_cmpint (find (&self, RT_REPLAN_EVEN)->slips, <=, 1);
  check_options (&self);
  clear (&self);
}

/* Somebody who was not expected takes a chair, and nobody else moves. */
static void
test_walk_in (void)
{
  Fixture self = { make_cafe (TABLES, ""), NULL };
  g_autoptr (RtPerson) fresh = rt_person_new ("Late Comer");
  gpointer records[] = { fresh };
  g_autoptr (RtChange) change = rt_change_new ("");
  g_autofree char *title = NULL;

  issue (self.plan);
  rt_change_insert (change, RT_PART_PEOPLE, 0, records[0]);
  g_assert_true (rt_plan_apply (self.plan, change, NULL));
  self.replan = rt_replan_new (self.plan, NULL, 0, 0, NULL);
  rt_replan_run (self.replan);
  title = rt_replan_dup_title (self.replan);
  g_assert_cmpstr (title, ==, "People Without a Seat");
  g_assert_cmpint (find (&self, RT_REPLAN_STAY)->slips, ==, 0);
  g_assert_true (rt_plan_apply (self.plan, find (&self, RT_REPLAN_STAY)->change, NULL));
  for (guint r = 1; r < 3; r++)
    g_assert_true (
        rt_seating_find (rt_plan_get_round (self.plan, r)->seating, fresh->parent.id, NULL, NULL));
  clear (&self);
}

/* Where nothing is printed, people who sit elsewhere are counted. */
static void
test_not_issued (void)
{
  g_autoptr (RtPlan) plan = make_cafe (TABLES, "");
  RtId id = person ("c2");
  g_autoptr (RtReplan) replan = rt_replan_new (plan, &id, 1, 0, NULL);
  g_autofree char *words = rt_replan_dup_words (replan);

  rt_replan_run (replan);
  g_assert_cmpstr (words, ==, "Host 2 hosts Table 3 in 3 rounds to come. 12 people are due there. "
                   "No slips are printed yet.");
  for (guint i = 0; i < rt_replan_get_n (replan); i++)
    {
      const RtReplanOption *option = rt_replan_get (replan, i);

      if (option->kind == RT_REPLAN_NO_HOST)
        g_assert_cmpint (option->slips, ==, 0);
      if (option->kind == RT_REPLAN_CLOSE)
        g_assert_cmpint (option->slips, ==, 12);
    }
}

/* From the last round on: the rounds before are left alone, over or not. */
static void
test_from_a_round (void)
{
  g_autoptr (RtPlan) plan = make_cafe (TABLES, "");
  RtId id = person ("c2");
  g_autoptr (RtReplan) replan = rt_replan_new (plan, &id, 1, 2, NULL);

  rt_replan_run (replan);
  for (guint i = 0; i < rt_replan_get_n (replan); i++)
    {
      const RtReplanOption *option = rt_replan_get (replan, i);
      RtSeating *first = rt_seating_ref (rt_plan_get_round (plan, 0)->seating);
      RtSeating *second = rt_seating_ref (rt_plan_get_round (plan, 1)->seating);
      g_autoptr (RtChange) back = NULL;

      if (option->change)
        {
          back = rt_change_invert (option->change);
          g_assert_true (rt_plan_apply (plan, option->change, NULL));
          g_assert_true (rt_seating_equal (first, rt_plan_get_round (plan, 0)->seating));
          g_assert_true (rt_seating_equal (second, rt_plan_get_round (plan, 1)->seating));
          g_assert_true (rt_plan_apply (plan, back, NULL));
        }
      rt_seating_unref (first);
      rt_seating_unref (second);
    }
}

static void
test_over (void)
{
  g_autoptr (RtPlan) plan = plans_read ("'people':[{'id':'pa'}],'tables':[{'id':'t1','places':4}],"
                                        "'rounds':[{'id':'r1','done':true}]");
  RtId id = person ("pa");
  g_autoptr (GError) error = NULL;

  g_assert_null (rt_replan_new (plan, &id, 1, 0, &error));
  g_assert_error (error, RT_ERROR, RT_ERROR_OVER);
}

/* No clock has a say in what is offered. */
static void
test_same_answers (void)
{
  g_autoptr (RtPlan) plan = make_cafe (TABLES, "");
  RtId id = person ("c2");
  g_autoptr (RtReplan) one = rt_replan_new (plan, &id, 1, 0, NULL);
  g_autoptr (RtReplan) two = rt_replan_new (plan, &id, 1, 0, NULL);

  rt_replan_run (one);
  rt_replan_run (two);
  g_assert_cmpuint (rt_replan_get_n (one), ==, rt_replan_get_n (two));
  for (guint i = 0; i < rt_replan_get_n (one); i++)
    {
      const RtReplanOption *a = rt_replan_get (one, i), *b = rt_replan_get (two, i);

      g_assert_cmpstr (a->words, ==, b->words);
      g_assert_cmpint (a->slips, ==, b->slips);
      g_assert_cmpint (a->repeats, ==, b->repeats);
      g_assert_cmpint (a->same, ==, b->same);
      g_assert_cmpint (a->broken, ==, b->broken);
      g_assert_cmpint (a->sheets, ==, b->sheets);
    }
}

static void
test_stopped (void)
{
  g_autoptr (RtPlan) plan = make_cafe (TABLES, "");
  RtId id = person ("c2");
  g_autoptr (RtReplan) replan = rt_replan_new (plan, &id, 1, 0, NULL);

  rt_replan_stop (replan);
  rt_replan_run (replan);
  g_assert_cmpuint (rt_replan_get_n (replan), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/replan/host", test_host);
  g_test_add_func ("/replan/deputy", test_deputy);
  g_test_add_func ("/replan/deputy-leads-elsewhere", test_deputy_leads_elsewhere);
  g_test_add_func ("/replan/co-host", test_co_host);
  g_test_add_func ("/replan/close", test_close);
  g_test_add_func ("/replan/close-and-grow", test_close_and_grow);
  g_test_add_func ("/replan/missing", test_missing);
  g_test_add_func ("/replan/walk-in", test_walk_in);
  g_test_add_func ("/replan/not-issued", test_not_issued);
  g_test_add_func ("/replan/from-a-round", test_from_a_round);
  g_test_add_func ("/replan/over", test_over);
  g_test_add_func ("/replan/same-answers", test_same_answers);
  g_test_add_func ("/replan/stopped", test_stopped);
  return g_test_run ();
}
