/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Rules as sentences, and the edits of them. */

#include "rt-edit.h"
#include "rt-history.h"
#include "rt-measure.h"
#include "rt-rule-sentence.h"

#include "plans.h"

#define REST \
  "'people':[{'id':'pa','name':'Amara Eze'},{'id':'pb','name':'Isla Pritchard'}," \
  "{'id':'pc','name':'Owen Byrne'}," \
  "{'id':'pd','name':'Paul Martin'}],'themes':[{'id':'ha','title':'Trust'}]," \
  "'tables':[{'id':'ta','number':1,'places':2}," \
  "{'id':'tb','number':2,'places':2}],'rounds':[{'id':'ra','seating':{'ta':['pa','pb']," \
  "'tb':['pc','pd']}}," \
  "{'id':'rb','seating':{'ta':['pa','pb'],'tb':['pc','pd']}},{'id':'rc'}]"

typedef struct {
  const char *name;
  const char *rule;       /* members after id and strength */
  const char *sentence;
} Case;

static const Case cases[] = {
  { "repeats", "'kind':'repeats'", "The same two people meet as seldom as possible" },
  { "repeats-once", "'kind':'repeats','most':1", "No two people meet twice" },
  { "repeats-twice", "'kind':'repeats','most':2", "No two people meet more than 2 times" },
  { "returns-host", "'kind':'returns','of':'host'", "Nobody comes back to the same host" },
  { "returns-table", "'kind':'returns','of':'table'", "Nobody comes back to the same table" },
  { "returns-theme", "'kind':'returns','of':'theme'", "Nobody comes back to the same theme" },
  { "spread", "'kind':'spread','by':'organisation'",
    "People of one organisation are spread over the tables" },
  { "spread-sector", "'kind':'spread','by':'sector'",
    "People of one sector are spread over the tables" },
  { "spread-kind", "'kind':'spread','by':'kind'", "People of one kind are spread over the tables" },
  { "spread-job", "'kind':'spread','by':'job'", "People with one job are spread over the tables" },
  { "spread-tag", "'kind':'spread','by':'tag:new'",
    "People tagged new are spread over the tables" },
  { "spread-language", "'kind':'spread','by':'language:zh'",
    "People who speak Chinese are spread over the tables" },
  { "spread-one", "'kind':'spread','by':'organisation','most':1",
    "At a table sits at most 1 person of one organisation" },
  { "spread-two", "'kind':'spread','by':'sector','most':2",
    "At a table sit at most 2 people of one sector" },
  { "own-host", "'kind':'own-host'", "Nobody sits with a host of their own organisation" },
  { "even", "'kind':'even'", "The tables are evenly filled" },
  { "count-exactly", "'kind':'count','by':'kind','value':'academic','least':1,'most':1",
    "At every table sits exactly 1 person of the kind academic" },
  { "count-least", "'kind':'count','by':'tag:new','least':2",
    "At every table sit at least 2 people tagged new" },
  { "count-most", "'kind':'count','by':'job','value':'Clerk','most':1",
    "At every table sits at most 1 person with the job Clerk" },
  { "count-range", "'kind':'count','by':'organisation','value':'Ealing','least':1,'most':3",
    "At every table sit 1 to 3 people of Ealing" },
  { "count-from-none", "'kind':'count','by':'job','value':'Clerk','least':0,'most':2",
    "At every table sit at most 2 people with the job Clerk" },
  { "together", "'kind':'together','people':['pa','pb']",
    "Amara Eze and Isla Pritchard sit at one table" },
  { "apart", "'kind':'apart','people':['pa','pb','pc']",
    "Amara Eze, Isla Pritchard and Owen Byrne sit at different tables" },
  { "visit-table", "'kind':'visit','person':'pa','table':'tb'", "Amara Eze comes to Table 2" },
  { "visit-host", "'kind':'visit','person':'pa','host':'pd'",
    "Amara Eze sits with Paul Martin as host" },
  { "visit-theme", "'kind':'visit','person':'pa','theme':'ha'",
    "Amara Eze comes to the theme “Trust”" },
  { "avoid-table", "'kind':'avoid','person':'pa','table':'tb'",
    "Amara Eze never comes to Table 2" },
  { "avoid-host", "'kind':'avoid','person':'pa','host':'pd'",
    "Amara Eze never sits with Paul Martin as host" },
  { "avoid-theme", "'kind':'avoid','person':'pa','theme':'ha'",
    "Amara Eze never comes to the theme “Trust”" },
  { "wishes", "'kind':'wishes'", "People get the themes they signed up for, first choices first" },
  { "language", "'kind':'language'", "Where people share no language, somebody interprets" },
  { "step-free", "'kind':'step-free'", "Who needs a step-free place gets one" },
};

static RtPlan *
read_rule (const char *rule)
{
  g_autofree char *members
      = g_strdup_printf (REST ",'rules':[{'id':'ua','strength':'should',%s}]", rule);

  return plans_read (members);
}

static void
test_sentence (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (RtPlan) plan = read_rule (self->rule);
  g_autofree char *sentence = rt_rule_dup_sentence (plan, rt_plan_get_rule (plan, 0));

  g_assert_cmpstr (sentence, ==, self->sentence);
  g_assert_null (rt_rule_dup_rounds (plan, rt_plan_get_rule (plan, 0)));
}

/* Where a rule should have as few cases as possible, one that must be kept allows none. */
static void
test_must (void)
{
  static const struct { const char *rule, *sentence; } some[] = {
    { "'kind':'repeats'", "No two people meet twice" },
    { "'kind':'repeats','most':2", "No two people meet more than 2 times" },
    { "'kind':'spread','by':'organisation'", "No two people of one organisation sit together" },
    { "'kind':'spread','by':'tag:new'", "No two people tagged new sit together" },
    { "'kind':'spread','by':'sector','most':2", "At a table sit at most 2 people of one sector" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (some); i++)
    {
      g_autoptr (RtPlan) plan = read_rule (some[i].rule);
      g_autoptr (RtRule) rule = rt_record_copy (rt_plan_get_rule (plan, 0));
      g_autofree char *sentence = NULL;

      rule->strength = RT_STRENGTH_MUST;
      sentence = rt_rule_dup_sentence (plan, rule);
      g_assert_cmpstr (sentence, ==, some[i].sentence);
    }
}

/* A rule that is being made has no sentence before it has all that its kind needs. */
static void
test_incomplete (void)
{
  static const RtRuleKind kinds[]
      = { RT_RULE_RETURNS, RT_RULE_SPREAD, RT_RULE_COUNT, RT_RULE_TOGETHER,
          RT_RULE_APART,   RT_RULE_VISIT,  RT_RULE_AVOID };
  g_autoptr (RtPlan) plan = read_rule ("'kind':'even'");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (RtRule) rule = rt_rule_new (kinds[i], RT_STRENGTH_MUST);

      g_assert_false (rt_rule_is_complete (rule));
      g_assert_null (rt_rule_dup_sentence (plan, rule));
      g_assert_cmpstr (rt_rule_kind_get_title (kinds[i]), !=, "");
    }
}

static void
test_rounds (void)
{
  static const struct { const char *rule, *words, *full; } some[] = {
    { "'kind':'even'", NULL, "The tables are evenly filled" },
    { "'kind':'even','rounds':['rb']", "Only in round 2",
      "The tables are evenly filled in round 2" },
    { "'kind':'even','rounds':['ra','rc']", "Only in rounds 1 and 3",
      "The tables are evenly filled in rounds 1 and 3" },
    { "'kind':'even','rounds':['rc','rb','ra']", "Only in rounds 1, 2 and 3",
      "The tables are evenly filled in rounds 1, 2 and 3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (some); i++)
    {
      g_autoptr (RtPlan) plan = read_rule (some[i].rule);
      g_autofree char *words = rt_rule_dup_rounds (plan, rt_plan_get_rule (plan, 0));
      g_autofree char *full = rt_rule_dup_full_sentence (plan, rt_plan_get_rule (plan, 0));

      g_assert_cmpstr (words, ==, some[i].words);
      g_assert_cmpstr (full, ==, some[i].full);
    }
}

#define RULES \
  ",'rules':[{'id':'ua','kind':'repeats','strength':'should'}," \
  "{'id':'ub','kind':'even','strength':'must'}," \
  "{'id':'uc','kind':'together','strength':'may','people':['pa','pc']}," \
  "{'id':'ud','kind':'repeats','strength':'should','rounds':['ra','rc']}]"

/* Applies, compares the label, undoes, and holds the file against what it was. */
static void
check_change (RtPlan *plan, RtChange *change, const char *label, RtId first)
{
  g_autoptr (RtHistory) history = rt_history_new (plan);
  g_autofree char *before = plans_to_json (plan);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (change);
  g_assert_true (rt_history_do (history, change, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (rt_history_undo_label (history), ==, label);
  g_assert_cmpstr (rt_plan_get_rule (plan, 0)->parent.id, ==, first);
  g_assert_true (rt_history_undo (history, NULL));
  after = plans_to_json (plan);
  g_assert_cmpstr (before, ==, after);
  rt_change_unref (change);
}

static void
test_edits (void)
{
  g_autoptr (RtPlan) plan = plans_read (REST RULES);
  g_autoptr (RtRule) fresh = rt_rule_new (RT_RULE_OWN_HOST, RT_STRENGTH_MUST);
  g_autoptr (RtRule) other = rt_record_copy (rt_plan_get_rule (plan, 0));
  RtId a = rt_id_intern ("ua"), b = rt_id_intern ("ub");

  other->most = 1;
  check_change (plan, rt_edit_add_rule (plan, fresh, NULL),
                "Add Rule “Nobody sits with a host of their own organisation”", a);
  check_change (plan, rt_edit_change_rule (plan, other, NULL),
                "Change Rule “No two people meet twice”", a);
  check_change (plan, rt_edit_set_strength (plan, b, RT_STRENGTH_MAY, NULL),
                "Make a May of “The tables are evenly filled”", a);
  check_change (plan, rt_edit_set_strength (plan, a, RT_STRENGTH_MUST, NULL),
                "Make a Must of “No two people meet twice”", a);
  check_change (plan, rt_edit_move_rule (plan, b, 0, NULL),
                "Move Up Rule “The tables are evenly filled”", b);
  check_change (plan, rt_edit_move_rule (plan, a, 1, NULL),
                "Move Down Rule “The same two people meet as seldom as possible”", b);
  check_change (plan, rt_edit_remove_rule (plan, a, NULL),
                "Remove Rule “The same two people meet as seldom as possible”", b);
}

static void
test_refused (void)
{
  g_autoptr (RtPlan) plan = plans_read (REST RULES);
  g_autoptr (RtRule) half = rt_rule_new (RT_RULE_TOGETHER, RT_STRENGTH_MUST);
  g_autoptr (GError) error = NULL;

  g_assert_null (rt_edit_add_rule (plan, half, &error));
  g_assert_nonnull (error);
  g_assert_null (rt_edit_remove_rule (plan, rt_id_intern ("ux"), NULL));
  g_assert_null (rt_edit_move_rule (plan, rt_id_intern ("ux"), 0, NULL));
  g_assert_null (rt_edit_set_strength (plan, rt_id_intern ("ux"), RT_STRENGTH_MAY, NULL));
  g_assert_null (rt_edit_set_strength (plan, rt_id_intern ("ub"), RT_STRENGTH_MUST, NULL));
}

/* Two rules of one kind share a measure, and each has a count of its own. */
static void
test_own_measure (void)
{
  g_autoptr (RtPlan) plan = plans_read (REST RULES);
  g_autoptr (RtMeasures) measures = rt_measures_new (plan);
  gint64 found, bound;

  rt_measures_get_rule (measures, 0, &found, &bound);
  g_assert_cmpint (found, ==, 2);
  /* One apart in each of two rounds, and nobody of two seated in the third. */
  rt_measures_get_rule (measures, 2, &found, &bound);
  g_assert_cmpint (found, ==, 4);
  rt_measures_get_rule (measures, 3, &found, &bound);
  g_assert_cmpint (found, ==, 0);
  g_assert_cmpint (rt_measures_find (measures, "repeats")->found, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/sentence/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_sentence);
    }
  g_test_add_func ("/rules/must", test_must);
  g_test_add_func ("/rules/incomplete", test_incomplete);
  g_test_add_func ("/rules/rounds", test_rounds);
  g_test_add_func ("/rules/edits", test_edits);
  g_test_add_func ("/rules/refused", test_refused);
  g_test_add_func ("/rules/own-measure", test_own_measure);
  return g_test_run ();
}
