/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-measure.h"

#include <string.h>

#include "plans.h"

/* Six people, two tables of four, three rounds whose seatings each case gives. */
#define PEOPLE6 \
  "'people':[{'id':'pa','name':'Ann Lee'},{'id':'pb','name':'Bob Ray'}," \
  "{'id':'pc','name':'Cay Fox'}," \
  "{'id':'pd','name':'Dan Orr'},{'id':'pe','name':'Eve Sun'},{'id':'pf','name':'Flo Ito'}]"
#define TABLES2 "'tables':[{'id':'t1','number':1,'places':4},{'id':'t2','number':2,'places':4}]"
#define ROUND(id, more, t1, t2) "{'id':'" id "'" more ",'seating':{'t1':[" t1 "],'t2':[" t2 "]}}"
#define RULE(rule) "'rules':[{'id':'u1','strength':'must'," rule "}]"

/* Everybody always at one table: each of the 3 pairs of a table meets three times. */
#define ALWAYS "'rounds':[" ROUND ("r1", "", "'pa','pb','pc'", "'pd','pe','pf'") "," \
  ROUND ("r2", "", "'pa','pb','pc'", "'pd','pe','pf'") "," \
  ROUND ("r3", "", "'pa','pb','pc'", "'pd','pe','pf'") "]"
/* Ann and Bob meet in rounds 1 and 2, and so do Dan and Flo. */
#define ONCE_MORE "'rounds':[" ROUND ("r1", "", "'pa','pb','pc'", "'pd','pe','pf'") "," \
  ROUND ("r2", "", "'pa','pb','pe'", "'pc','pd','pf'") "]"

/* The same with organisations: Ann, Bob and Cay, and Dan and Eve. */
#define ORGANISED \
  "'people':[{'id':'pa','organisation':'York'},{'id':'pb','organisation':'  york '}," \
  "{'id':'pc','organisation':'YORK'}," \
  "{'id':'pd','organisation':'Leeds','kind':'academic'},{'id':'pe','organisation':'Leeds'}," \
  "{'id':'pf','organisation':' '}]"

/* Ann leads table 1 and Dan table 2. */
#define HOSTED "'tables':[{'id':'t1','number':1,'places':4,'host':'pa','theme':'h1'}," \
  "{'id':'t2','number':2,'places':4,'host':'pd','co_host':'pe','theme':'h2'}]," \
  "'themes':[{'id':'h1','title':'Trust'},{'id':'h2','title':'Money'},{'id':'h3','title':'Time'}," \
  "{'id':'h4','title':'Work'}]"
/* Bob comes back to Ann, Flo to Dan; Cay goes from one to the other. */
#define RETURNING "'rounds':[" ROUND ("r1", "", "'pa','pb','pc'", "'pd','pe','pf'") "," \
  ROUND ("r2", "", "'pa','pb'", "'pd','pe','pf','pc'") "]"

typedef struct {
  const char *name;
  const char *members;
  const char *key;
  int         found;
} Case;

static const Case cases[] = {
  { "repeats/none", PEOPLE6 "," TABLES2 ",'rounds':["
    ROUND ("r1", "", "'pa','pb','pc'", "'pd','pe','pf'") "],"
    RULE ("'kind':'repeats'"), "repeats", 0 },
  { "repeats/twice", PEOPLE6 "," TABLES2 "," ONCE_MORE "," RULE ("'kind':'repeats'"), "repeats",
    2 },
  { "repeats/thrice-counts-three", PEOPLE6 "," TABLES2 "," ALWAYS "," RULE ("'kind':'repeats'"),
    "repeats", 18 },
  { "repeats/rounds-of-rule", PEOPLE6 "," TABLES2 "," ALWAYS ","
    RULE ("'kind':'repeats','rounds':['r1','r3']"),
    "repeats", 6 },
  { "repeats/earlier-added", PEOPLE6 "," TABLES2 "," ONCE_MORE
    ",'earlier':[{'title':'Before','tables':[['pa','pc','pd'],"
    "['pa','pb']]}]," RULE ("'kind':'repeats'"), "repeats", 3 + 1 + 1 + 1 },
  { "repeats/only-earlier-counts-nothing", PEOPLE6 "," TABLES2 "," ONCE_MORE
    ",'earlier':[{'tables':[['pe','pd'],['pa','pf'],['pa','pf']]}]," RULE ("'kind':'repeats'"),
    "repeats", 2 + 1 },
  { "repeats/hosts-are-no-guests", PEOPLE6 "," HOSTED "," RETURNING "," RULE ("'kind':'repeats'"),
    "repeats", 0 },
  { "repeats/most", PEOPLE6 "," TABLES2 "," ALWAYS "," RULE ("'kind':'repeats','most':2"),
    "over_repeats", 6 },
  { "returns/host", PEOPLE6 "," HOSTED "," RETURNING "," RULE ("'kind':'returns','of':'host'"),
    "returns_host", 2 },
  { "returns/host-away", PEOPLE6 ","
    "'tables':[{'id':'t1','places':4,'host':'pf'},{'id':'t2','places':4}],'rounds':["
    ROUND ("r1", "", "'pa','pb'", "'pf'") "," ROUND ("r2", "", "'pa','pb'", "'pf'") "],"
    RULE ("'kind':'returns','of':'host'"), "returns_host", 0 },
  { "returns/visitor-host", PEOPLE6 "," TABLES2 ",'rounds':["
    ROUND ("r1", ",'hosts':{'t1':'pf'}", "'pf','pa','pb'", "'pc','pd','pe'") ","
    ROUND ("r2", ",'hosts':{'t2':'pf'}", "'pa','pb'", "'pf','pc','pd'") ","
    ROUND ("r3", ",'hosts':{'t2':'pf'}", "'pb'", "'pf','pa','pd','pe'") "],"
    RULE ("'kind':'returns','of':'host'"), "returns_host", 2 },
  { "returns/table", PEOPLE6 "," TABLES2 "," ALWAYS "," RULE ("'kind':'returns','of':'table'"),
    "returns_table", 12 },
  { "returns/pinned-throughout", PEOPLE6 "," TABLES2 ",'rounds':["
    ROUND ("r1", ",'pins':{'pa':'t1','pb':'t1'}", "'pa','pb'", "'pc'") ","
    ROUND ("r2", ",'pins':{'pa':'t1'}", "'pa','pb'", "'pc'") "],"
    RULE ("'kind':'returns','of':'table'"),
    "returns_table", 2 },
  { "returns/theme", PEOPLE6 "," HOSTED ",'rounds':[" ROUND ("r1", "", "'pa','pb'", "'pd','pe'") ","
    ROUND ("r2", ",'themes':{'t2':'h1'}", "'pa'", "'pd','pe','pb'") "],"
    RULE ("'kind':'returns','of':'theme'"),
    "returns_theme", 1 },
  { "spread/pairs", ORGANISED "," TABLES2 "," ALWAYS ","
    RULE ("'kind':'spread','by':'organisation'"),
    "same_organisation", 12 },
  { "spread/most", ORGANISED "," TABLES2 "," ALWAYS ","
    RULE ("'kind':'spread','by':'organisation','most':2"),
    "over_organisation", 3 },
  { "spread/tag",
    "'people':[{'id':'pa','tags':['New ']},{'id':'pb','tags':['old','new']},{'id':'pc'}]," TABLES2
    ",'rounds':[" ROUND ("r1", "", "'pa','pb','pc'", "") "],"
    RULE ("'kind':'spread','by':'tag:new'"), "same_tag:new", 1 },
  { "spread/language",
    "'people':[{'id':'pa','languages':['de']},{'id':'pb','languages':['en','DE']},{'id':'pc'}],"
    TABLES2 ",'rounds':[" ROUND ("r1", "", "'pa','pb','pc'", "") "],"
    RULE ("'kind':'spread','by':'language:de'"),
    "same_language:de", 1 },
  { "own-host", ORGANISED "," HOSTED "," RETURNING "," RULE ("'kind':'own-host'"), "own_host", 3 },
  { "own-host/co-host",
    "'people':[{'id':'pa','organisation':'York'},{'id':'pd','organisation':'Leeds'},"
    "{'id':'pe','organisation':'York'}],"
    "'tables':[{'id':'t1','places':4,'host':'pd','co_host':'pe'},"
    "{'id':'t2','places':4}],'rounds':[" ROUND ("r1", "", "'pd','pe','pa'", "") "],"
    RULE ("'kind':'own-host'"),
    "own_host", 1 },
  { "even/kept", PEOPLE6 "," TABLES2 ",'rounds':[" ROUND ("r1", "", "'pa','pb','pc'", "'pd','pe'")
    "],"
    RULE ("'kind':'even'"), "even", 0 },
  { "even/apart", PEOPLE6 "," TABLES2 ",'rounds':[" ROUND ("r1", "", "'pa','pb','pc','pf'", "'pd'")
    "],"
    RULE ("'kind':'even'"), "even", 2 },
  { "even/as-places-allow", PEOPLE6
    ",'tables':[{'id':'t1','places':5},{'id':'t2','places':1}],'rounds':["
    ROUND ("r1", "", "'pa','pb','pc','pf'", "'pd'") "]," RULE ("'kind':'even'"), "even", 0 },
  { "even/closed-table-left-out", PEOPLE6
    ",'tables':[{'id':'t1','places':6},{'id':'t2','places':6,'open':false}],"
    "'rounds':[" ROUND ("r1", "", "'pa','pb','pc','pf'", "") "]," RULE ("'kind':'even'"), "even",
    0 },
  { "count/short-and-over", ORGANISED "," TABLES2 ",'rounds':["
    ROUND ("r1", "", "'pa','pb','pc'", "'pd','pe'") "],"
    RULE ("'kind':'count','by':'organisation','value':'york','least':1,'most':1"), "count", 2 + 1 },
  { "count/host-included", ORGANISED "," HOSTED ",'rounds':[" ROUND ("r1", "", "'pa'", "'pd','pe'")
    "],"
    RULE ("'kind':'count','by':'kind','value':'Academic','least':1"), "count", 1 },
  { "together/parted", PEOPLE6 "," TABLES2 "," ONCE_MORE ","
    RULE ("'kind':'together','people':['pa','pc','pe']"),
    "together", 1 + 1 },
  { "together/absent-one-does-not-count",
    "'people':[{'id':'pa'},{'id':'pb','attendance':'absent'}]," TABLES2
    ",'rounds':[" ROUND ("r1", "", "'pa'", "") "]," RULE ("'kind':'together','people':['pa','pb']"),
    "together", 0 },
  { "together/nobody-seated", PEOPLE6 "," TABLES2 ",'rounds':[{'id':'r1'}],"
    RULE ("'kind':'together','people':['pa','pb']"),
    "together", 2 },
  { "apart", PEOPLE6 "," TABLES2 "," ONCE_MORE ","
    RULE ("'kind':'apart','people':['pa','pb','pe']"), "apart", 1 + 3 },
  { "visit/table-never", PEOPLE6 "," TABLES2 "," ALWAYS ","
    RULE ("'kind':'visit','person':'pa','table':'t2'"), "visit", 1 },
  { "visit/table-once", PEOPLE6 "," TABLES2 "," ONCE_MORE ","
    RULE ("'kind':'visit','person':'pe','table':'t1'"), "visit", 0 },
  { "visit/not-in-its-rounds", PEOPLE6 "," TABLES2 "," ONCE_MORE ","
    RULE ("'kind':'visit','person':'pe','table':'t1','rounds':['r1']"), "visit", 1 },
  { "visit/theme", PEOPLE6 "," HOSTED "," RETURNING ","
    RULE ("'kind':'visit','person':'pb','theme':'h2'"), "visit", 1 },
  { "avoid/table", PEOPLE6 "," TABLES2 "," ALWAYS ","
    RULE ("'kind':'avoid','person':'pa','table':'t1'"), "avoid", 3 },
  { "avoid/host", PEOPLE6 "," HOSTED "," RETURNING ","
    RULE ("'kind':'avoid','person':'pb','host':'pa'"), "avoid", 2 },
  { "avoid/theme", PEOPLE6 "," HOSTED "," RETURNING ","
    RULE ("'kind':'avoid','person':'pc','theme':'h2'"), "avoid", 1 },
  { "language/nobody-bridges",
    "'people':[{'id':'pa','languages':['en']},{'id':'pb','languages':['zh']},{'id':'pc'}],"
    TABLES2 ",'rounds':[" ROUND ("r1", "", "'pa','pb','pc'", "") "]," RULE ("'kind':'language'"),
    "language", 1 },
  { "language/somebody-bridges",
    "'people':[{'id':'pa','languages':['en']},{'id':'pb','languages':['zh']},"
    "{'id':'pc','languages':['en','zh']}]," TABLES2 ",'rounds':["
    ROUND ("r1", "", "'pa','pb','pc'", "") "],"
    RULE ("'kind':'language'"), "language", 0 },
  { "language/interpreter",
    "'people':[{'id':'pa','languages':['en']},{'id':'pb','languages':['zh']},"
    "{'id':'pc','roles':['interpreter']}]," TABLES2 ",'rounds':["
    ROUND ("r1", "", "'pa','pb','pc'", "") "],"
    RULE ("'kind':'language'"), "language", 0 },
  { "step-free/at-a-table-with-steps",
    "'people':[{'id':'pa','step_free':true},{'id':'pb','step_free':true}],"
    "'tables':[{'id':'t1','places':4,'step_free':true},{'id':'t2','places':4}],'rounds':["
    ROUND ("r1", "", "'pa'", "'pb'") "]," RULE ("'kind':'step-free'"), "step_free", 1 },
  { "step-free/all-at-one", "'people':[{'id':'pa','step_free':true},{'id':'pb','step_free':true}],"
    TABLES2
    ",'rounds':[" ROUND ("r1", "", "'pa','pb'", "") "]," RULE ("'kind':'step-free'"), "step_free",
    1 },
  { "step-free/no-other-table",
    "'people':[{'id':'pa','step_free':true},{'id':'pb','step_free':true}],"
    "'tables':[{'id':'t1','places':4,'step_free':true},{'id':'t2','places':4}],'rounds':["
    ROUND ("r1", "", "'pa','pb'", "") "]," RULE ("'kind':'step-free'"), "step_free", 0 },
  { "capacity/above-places", PEOPLE6 ",'tables':[{'id':'t1','places':2},{'id':'t2','places':4}],"
    ALWAYS, "capacity", 3 },
  { "capacity/empty-chairs-are-not-people",
    "'people':[{'id':'pa'},{'id':'pb'}],'tables':[{'id':'t1','places':2},"
    "{'id':'t2','places':2}],'rounds':[" ROUND ("r1", "", "'pa',null,'pb'", "") "]", "capacity",
    0 },
  { "capacity/least", PEOPLE6
    ",'tables':[{'id':'t1','places':6,'least':4},{'id':'t2','places':4,'least':3}],'rounds':["
    ROUND ("r1", "", "'pa','pb'", "") "]", "capacity", 2 },
  { "capacity/closed", PEOPLE6
    ",'tables':[{'id':'t1','places':4},{'id':'t2','places':4}],'rounds':["
    ROUND ("r1", ",'closed':['t2']", "'pa','pb'", "'pc','pd','pe'") "]", "capacity", 3 },
  { "hosts/away", "'people':[{'id':'pa','attendance':'absent'},{'id':'pb'}],"
    "'tables':[{'id':'t1','places':4,'host':'pa'},"
    "{'id':'t2','places':4}],'rounds':[" ROUND ("r1", "", "'pb'", "") "]", "hosts", 1 },
  { "hosts/elsewhere",
    "'people':[{'id':'pa'},{'id':'pb'}],'tables':[{'id':'t1','places':4,'host':'pa'},"
    "{'id':'t2','places':4}],'rounds':[" ROUND ("r1", "", "'pb'", "'pa'") "]", "hosts", 1 },
  { "hosts/nobody-named-in-this-round",
    "'people':[{'id':'pa','attendance':'absent'},{'id':'pb'}],'tables':["
    "{'id':'t1','places':4,'host':'pa'},{'id':'t2','places':4}],'rounds':["
    ROUND ("r1", ",'hosts':{'t1':''}", "'pb'", "") "]", "hosts", 0 },
  { "pinned", PEOPLE6 "," TABLES2 ",'rounds':["
    ROUND ("r1", ",'pins':{'pa':'t2','pd':'t2','pf':'t1'}", "'pa'", "'pd'") "]",
    "pinned", 2 },
  { "unseated", PEOPLE6 "," TABLES2 ",'rounds':[" ROUND ("r1", "", "'pa','pb','pc'", "'pd'") "]",
    "unseated", 2 },
  { "unseated/attends-other-rounds", "'people':[{'id':'pa','rounds':['r2']},{'id':'pb'}]," TABLES2
    ",'rounds':["
    ROUND ("r1", "", "'pb'", "") "," ROUND ("r2", "", "'pb'", "") "]", "unseated", 1 },
  { "unseated/done-round-as-it-stands", PEOPLE6 "," TABLES2 ",'rounds':["
    ROUND ("r1", ",'done':true", "'pa','pb'", "'pd'") "]", "unseated", 0 },
  { "misplaced", "'people':[{'id':'pa','roles':['staff']},{'id':'pb','attendance':'absent'},"
    "{'id':'pc','rounds':['r2']}],"
    TABLES2 ",'rounds':[" ROUND ("r1", "", "'pa','pb'", "'pc'") "," ROUND ("r2", "", "'pc'", "")
    "]", "misplaced", 3 },
  { "misplaced/done-round-as-it-stands", "'people':[{'id':'pa','attendance':'absent'}]," TABLES2
    ",'rounds':["
    ROUND ("r1", ",'done':true", "'pa'", "") "]", "misplaced", 0 },
  { "slips/other-table", PEOPLE6 "," TABLES2 "," ONCE_MORE
    ",'issued':[{'revision':'A','at':'2026-01-29T09:00','slips':{"
    "'pa':[['t1',''],['t1','']],'pb':[['t1',''],['t2','']],'pc':[['t2',''],['t2','']]}}]",
    "slips_changed", 2 },
  { "slips/other-start", "'event':{'start':'10:00'}," PEOPLE6 "," TABLES2 "," ONCE_MORE
    ",'issued':[{'revision':'A','at':'2026-01-29T09:00','slips':{'pa':[['t1','10:00'],"
    "['t1','10:20']]}}]",
    "slips_changed", 1 },
  { "slips/last-issue-only", PEOPLE6 "," TABLES2 "," ONCE_MORE ",'issued':["
    "{'revision':'A','at':'2026-01-29T09:00','slips':{'pa':[['t2',''],['t2','']]}},"
    "{'revision':'B','at':'2026-01-29T09:30','slips':{'pa':[['t1',''],['t1','']]}}]",
    "slips_changed", 0 },
  { "slips/done-round-spoils-nothing", PEOPLE6 "," TABLES2 ",'rounds':["
    ROUND ("r1", ",'done':true", "'pa'", "'pb'") "],"
    "'issued':[{'revision':'A','at':'2026-01-29T09:00','slips':{'pa':[['t2','']]}}]",
    "slips_changed", 0 },
  { "slips/who-is-away-needs-none", "'people':[{'id':'pa','attendance':'absent'}]," TABLES2
    ",'rounds':[{'id':'r1'}],"
    "'issued':[{'revision':'A','at':'2026-01-29T09:00','slips':{'pa':[['t2','']]}}]",
    "slips_changed", 0 },
};

static RtMeasures *
measures_of (const char *members)
{
  g_autoptr (RtPlan) plan = plans_read (members);

  return rt_measures_new (plan);
}

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (RtMeasures) measures = measures_of (self->members);
  const RtMeasure *measure = rt_measures_find (measures, self->key);

  g_assert_nonnull (measure);
  g_assert_cmpint (measure->found, ==, self->found);
  g_assert_cmpint (measure->bound, <=, measure->found);
}

#define WISHING "'people':[{'id':'pa','wishes':['h1']},{'id':'pb','wishes':['h2','h1','h3']}," \
  "{'id':'pc','wishes':['h4','h3']},{'id':'pd'},{'id':'pe','wishes':['h3']}," \
  "{'id':'pf','wishes':['h4','h3','h2']}]," HOSTED

static void
test_wishes (void)
{
  /* Ann leads and is no guest; Bob gets the second of three, Cay none of two, Flo the third. */
  g_autoptr (RtMeasures) measures = measures_of (WISHING ",'rounds':[" ROUND (
      "r1", "", "'pa','pb','pc'", "'pd','pe','pf'") "]," RULE ("'kind':'wishes'"));
  g_autoptr (RtMeasures) without = measures_of (WISHING ",'rounds':[{'id':'r1'}]");

  g_assert_cmpint (rt_measures_find (measures, "wishes")->found, ==, 1 + 2 + 2);
  g_assert_cmpint (measures->wishes_first, ==, 0);
  g_assert_cmpint (measures->wishes_second, ==, 1);
  g_assert_cmpint (measures->wishes_third, ==, 1);
  g_assert_cmpint (measures->wishes_later, ==, 0);
  g_assert_cmpint (measures->wishes_none, ==, 1);
  g_assert_cmpint (without->wishes_none, ==, -1);
  g_assert_null (rt_measures_find (without, "wishes"));
}

static void
test_met (void)
{
  /* Ann, Bob: 3 others; Cay: 2 + 2; Dan, Flo: 2 + 1; Eve: 2 + 2. */
  g_autoptr (RtMeasures) measures = measures_of (PEOPLE6 "," TABLES2 "," ONCE_MORE);

  g_assert_cmpint (measures->guests, ==, 6);
  g_assert_cmpint (measures->met_least, ==, 3);
  g_assert_cmpint (measures->met_most, ==, 4);
  g_assert_cmpfloat_with_epsilon (measures->met_mean, 20 / 6.0, 1e-9);
  g_assert_cmpint (measures->together_most, ==, 2);
}

static void
test_together_most (void)
{
  g_autoptr (RtMeasures) measures = measures_of (PEOPLE6 "," TABLES2 "," ALWAYS
                                                 ",'earlier':[{'tables':[['pa','pb']]}]");

  g_assert_cmpint (measures->together_most, ==, 3);
}

/* Rules of one key share a measure, which has the strength of the strongest. */
static void
test_add_up (void)
{
  g_autoptr (RtMeasures) measures =
    measures_of (PEOPLE6 "," TABLES2 "," ALWAYS ",'rules':["
                 "{'id':'u1','strength':'may','kind':'avoid','person':'pa','table':'t1'},"
                 "{'id':'u2','strength':'should','kind':'even'},"
                 "{'id':'u3','strength':'must','kind':'avoid','person':'pb','table':'t1',"
                 "'rounds':['r1']}]");
  const RtMeasure *avoid = rt_measures_find (measures, "avoid");

  g_assert_cmpint (avoid->found, ==, 4);
  g_assert_cmpint (avoid->strength, ==, RT_STRENGTH_MUST);
  g_assert_true (avoid->is_rule);
  g_assert_false (rt_measures_find (measures, "unseated")->is_rule);
  g_assert_true (&g_array_index (measures->measures, RtMeasure, 0) == avoid);
  g_assert_cmpstr (g_array_index (measures->measures, RtMeasure, 1).key, ==, "even");
  g_assert_cmpstr (g_array_index (measures->measures, RtMeasure, 2).key, ==, "capacity");
  g_assert_false (measures->must_kept);
}

static void
test_proven (void)
{
  g_autoptr (RtMeasures) proven = measures_of (
    PEOPLE6 "," TABLES2 ",'rounds':[" ROUND ("r1", "", "'pa','pb','pc'", "'pd','pe','pf'") "],"
    "'rules':[{'id':'u1','strength':'must','kind':'even'},"
    "{'id':'u2','strength':'should','kind':'repeats'},"
    "{'id':'u3','strength':'may','kind':'avoid','person':'pa','table':'t1'}]");
  g_autoptr (RtMeasures) unseated = measures_of (
    PEOPLE6 "," TABLES2 ",'rounds':[" ROUND ("r1", "", "'pa','pb','pc'", "'pd','pe'") "]");
  g_autoptr (RtMeasures) should = measures_of (
    PEOPLE6 "," TABLES2 ",'rounds':[" ROUND ("r1", "", "'pa','pb','pc'", "'pd','pe','pf'") "],"
    "'rules':[{'id':'u2','strength':'should','kind':'avoid','person':'pa','table':'t1'}]");

  g_assert_true (proven->must_kept);
  g_assert_true (proven->proven);
  g_assert_false (unseated->must_kept);
  g_assert_false (unseated->proven);
  g_assert_true (should->must_kept);
  g_assert_false (should->proven);
}

static void
test_empty (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_autoptr (RtMeasures) measures = rt_measures_new (plan);
  g_autofree char *words = rt_measures_dup_feasibility (plan, measures);

  g_assert_cmpint (measures->guests, ==, 0);
  g_assert_cmpint (measures->met_least, ==, 0);
  g_assert_true (measures->must_kept);
  g_assert_cmpuint (measures->breaches->len, ==, 0);
  g_assert_null (words);
}

static void
test_json (void)
{
  g_autoptr (RtMeasures) measures
      = measures_of (PEOPLE6 "," TABLES2 "," ONCE_MORE "," RULE ("'kind':'repeats'"));
  g_autoptr (JsonNode) node = rt_measures_to_json (measures);
  g_autoptr (JsonNode) problems = rt_breaches_to_json (measures);
  JsonObject *object = json_node_get_object (node), *problem;
  g_autoptr (GList) members = json_object_get_members (object);

  g_assert_cmpstr (members->data, ==, "repeats");
  g_assert_cmpint (
      json_object_get_int_member (json_object_get_object_member (object, "repeats"), "found"), ==,
      2);
  g_assert_cmpint (
      json_object_get_int_member (json_object_get_object_member (object, "unseated"), "bound"), ==,
      0);
  g_assert_cmpint (json_object_get_int_member (object, "together_most"), ==, 2);
  g_assert_cmpfloat (
      json_object_get_double_member (json_object_get_object_member (object, "met"), "mean"), ==,
      3.33);
  g_assert_false (json_object_has_member (object, "even"));
  g_assert_cmpuint (json_array_get_length (json_node_get_array (problems)), ==, 2);
  problem = json_array_get_object_element (json_node_get_array (problems), 0);
  g_assert_cmpstr (json_object_get_string_member (problem, "code"), ==, "repeats");
  g_assert_cmpstr (json_object_get_string_member (problem, "path"), ==, "rules[0]");
  g_assert_cmpstr (json_object_get_string_member (problem, "message"), ==,
                   "Ann Lee and Bob Ray meet twice: rounds 1 and 2.");
}

/* Three of one organisation at two tables: one pair is forced, and so no problem. */
static void
test_forced_is_no_problem (void)
{
  g_autoptr (RtMeasures) measures = measures_of (
    ORGANISED "," TABLES2 ",'rounds':[" ROUND ("r1", "", "'pa','pb','pd'", "'pc','pe','pf'") "],"
    "'rules':[{'id':'u1','kind':'spread','by':'organisation','strength':'should'}]");
  g_autoptr (RtMeasures) worse = measures_of (
    ORGANISED "," TABLES2 ",'rounds':[" ROUND ("r1", "", "'pa','pb','pc'", "'pd','pe','pf'") "],"
    "'rules':[{'id':'u1','kind':'spread','by':'organisation','strength':'should'}]");
  g_autoptr (JsonNode) none = rt_breaches_to_json (measures);
  g_autoptr (JsonNode) two = rt_breaches_to_json (worse);

  g_assert_cmpint (rt_measures_find (measures, "same_organisation")->bound, ==, 1);
  g_assert_true (measures->proven);
  g_assert_cmpuint (measures->breaches->len, ==, 1);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (none)), ==, 0);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (two)), ==, 2);
}

static gint64
bound_of (const RtMeasures *measures, const char *key)
{
  return rt_measures_find (measures, key)->bound;
}

/* Round 1 is over: Eve sat without the host, and not where she was pinned. In round 2 five people
   come, and the host of the larger table is away. Where the other table holds everybody, no host is
   missing. */
static void
test_always_bounds (void)
{
  g_autoptr (RtMeasures) measures = measures_of (
    "'people':[{'id':'pa'},{'id':'pb'},{'id':'pc'},{'id':'pd'},{'id':'pe'},"
    "{'id':'pf','attendance':'absent'}],"
    "'tables':[{'id':'t1','places':5,'host':'pf'},{'id':'t2','places':3,'least':7}],'rounds':["
    ROUND ("r1", ",'done':true,'pins':{'pe':'t2'}", "'pe'", "'pa','pb'") ","
    ROUND ("r2", "", "'pa','pb'", "'pc','pd','pe'") "]");
  g_autoptr (RtMeasures) roomy = measures_of (
    "'people':[{'id':'pa'},{'id':'pb'},{'id':'pc'},{'id':'pf','attendance':'absent'}],"
    "'tables':[{'id':'t1','places':5,'host':'pf'},{'id':'t2','places':3,'least':4}],'rounds':["
    ROUND ("r1", "", "'pa'", "'pb','pc'") "]");

  g_assert_cmpint (bound_of (measures, "hosts"), ==, 2);
  g_assert_cmpint (bound_of (measures, "pinned"), ==, 1);
  g_assert_cmpint (bound_of (measures, "capacity"), ==, 7 - 2);
  g_assert_cmpint (bound_of (roomy, "hosts"), ==, 0);
  g_assert_cmpint (bound_of (roomy, "pinned"), ==, 0);
  g_assert_cmpint (bound_of (roomy, "capacity"), ==, 4 - 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/measure/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/measure/wishes", test_wishes);
  g_test_add_func ("/measure/met", test_met);
  g_test_add_func ("/measure/together-most", test_together_most);
  g_test_add_func ("/measure/add-up", test_add_up);
  g_test_add_func ("/measure/proven", test_proven);
  g_test_add_func ("/measure/empty", test_empty);
  g_test_add_func ("/measure/json", test_json);
  g_test_add_func ("/measure/always-bounds", test_always_bounds);
  g_test_add_func ("/measure/forced-is-no-problem", test_forced_is_no_problem);
  return g_test_run ();
}
