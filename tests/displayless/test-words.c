/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What the measures say to people: what is wrong, what is possible, what a change would cost. */

#include "rt-edit.h"
#include "rt-measure.h"

#include "plans.h"

#define PEOPLE \
  "'people':[{'id':'pa','name':'Amara Eze','organisation':'Barking and Dagenham'," \
  "'kind':'academic','tags':['new'],'wishes':['h2']," \
  "'languages':['en']}," \
  "{'id':'pb','name':'Isla Pritchard','organisation':'barking and  dagenham','sector':'Council'," \
  "'languages':['zh']}," \
  "{'id':'pc','name':'Owen Byrne','sector':'Council','tags':['New']," \
  "'step_free':true,'wishes':['h2','h3']}," \
  "{'id':'pd','name':'Paul Martin','organisation':'Leeds'}," \
  "{'id':'pe','name':'Mei Ashworth','roles':['staff']}," \
  "{'id':'pf','name':'Ged Curran','organisation':'Leeds','rounds':['r1']},{'id':'pg'}]"
#define THEMES "'themes':[{'id':'h1','title':'Trust'},{'id':'h2','title':'Money'},{'id':'h3'}]"
#define TABLES "'tables':[{'id':'t1','number':1,'places':4,'theme':'h1'}," \
  "{'id':'t6','number':6,'places':3,'host':'pd','least':3,'theme':'h1','step_free':true}]"
#define BOTH_ROUNDS \
  "'rounds':[{'id':'r1','seating':{'t1':['pa','pb','pc','pg'],'t6':['pd','pf']}}," \
  "{'id':'r2','seating':{'t1':['pa','pb','pc'],'t6':['pd']}}]"
#define RULE(rule) "'rules':[{'id':'u1','strength':'must'," rule "}]"

typedef struct {
  const char *name;
  const char *members;
  const char *code;
  const char *message;
  const char *path;
} Case;

static const Case cases[] = {
  { "spread", BOTH_ROUNDS "," RULE ("'kind':'spread','by':'organisation'"), "same_organisation",
    "Table 1 has two people of Barking and Dagenham: Amara Eze and Isla Pritchard.",
    "rounds[0].seating.t1" },
  { "spread-sector", BOTH_ROUNDS "," RULE ("'kind':'spread','by':'sector'"), "same_sector",
    "Table 1 has two people of the sector Council: Isla Pritchard and Owen Byrne.",
    "rounds[0].seating.t1" },
  { "spread-tag", BOTH_ROUNDS "," RULE ("'kind':'spread','by':'tag:new'"), "same_tag:new",
    "Table 1 has two people tagged new: Amara Eze and Owen Byrne.", "rounds[0].seating.t1" },
  { "spread-most", BOTH_ROUNDS "," RULE ("'kind':'spread','by':'organisation','most':1"),
    "over_organisation",
    "Table 1 has 2 people of Barking and Dagenham, more than 1: Amara Eze and Isla Pritchard.",
    "rounds[0].seating.t1" },
  { "repeats", BOTH_ROUNDS "," RULE ("'kind':'repeats'"), "repeats",
    "Amara Eze and Isla Pritchard meet twice: rounds 1 and 2.", "rules[0]" },
  { "repeats-thrice",
    "'rounds':[{'id':'r1','seating':{'t1':['pa','pb']}},{'id':'r2','seating':{'t1':['pa','pb']}},"
    "{'id':'r3'},{'id':'r4','seating':{'t1':['pa','pb']}}]," RULE ("'kind':'repeats'"), "repeats",
    "Amara Eze and Isla Pritchard meet 3 times: rounds 1, 2 and 4.", "rules[0]" },
  { "repeats-earlier",
    "'rounds':[{'id':'r1','seating':{'t1':['pa','pb']}}],'earlier':[{'tables':[['pb','pa']]}],"
    RULE ("'kind':'repeats'"), "repeats",
    "Amara Eze and Isla Pritchard meet again in round 1: they have met once before, at an earlier "
    "event.", "rules[0]" },
  { "returns-host",
    "'rounds':[{'id':'r1','seating':{'t6':['pd','pa']}},{'id':'r2','seating':{'t6':['pd','pa']}}],"
    RULE ("'kind':'returns','of':'host'"), "returns_host",
    "Amara Eze comes back to Paul Martin in round 2.",
    "rounds[1].seating.t6" },
  { "returns-table",
    "'rounds':[{'id':'r1','seating':{'t6':['pd','pa']}},{'id':'r2','seating':{'t6':['pd','pa']}}],"
    RULE ("'kind':'returns','of':'table'"), "returns_table",
    "Amara Eze comes back to Table 6 in round 2.",
    "rounds[1].seating.t6" },
  { "returns-theme",
    "'rounds':[{'id':'r1','seating':{'t6':['pd','pa']}},{'id':'r2','seating':{'t1':['pa']}}],"
    RULE ("'kind':'returns','of':'theme'"), "returns_theme",
    "Amara Eze comes back to the theme “Trust” in round 2.",
    "rounds[1].seating.t1" },
  { "own-host", BOTH_ROUNDS "," RULE ("'kind':'own-host'"), "own_host",
    "Ged Curran sits with Paul Martin, who leads the table in round 1: both are of Leeds.",
    "rounds[0].seating.t6" },
  { "even", BOTH_ROUNDS "," RULE ("'kind':'even'"), "even",
    "The tables of round 1 are not even: they have from 1 to 4 guests.",
    "rounds[0].seating" },
  { "count-short", BOTH_ROUNDS ","
    RULE ("'kind':'count','by':'kind','value':'academic','least':2,'most':2"), "count",
    "Table 1 has 1 person of the kind academic in round 1, fewer than 2.", "rounds[0].seating.t1" },
  { "count-over", BOTH_ROUNDS "," RULE ("'kind':'count','by':'sector','value':'council','most':1"),
    "count",
    "Table 1 has 2 people of the sector council in round 1, more than 1.", "rounds[0].seating.t1" },
  { "together", BOTH_ROUNDS "," RULE ("'kind':'together','people':['pa','pf']"), "together",
    "Amara Eze and Ged Curran are not at one table in round 1.", "rounds[0].seating" },
  { "apart", BOTH_ROUNDS "," RULE ("'kind':'apart','people':['pc','pb']"), "apart",
    "Owen Byrne and Isla Pritchard sit together in round 1.", "rounds[0].seating.t1" },
  { "visit", BOTH_ROUNDS "," RULE ("'kind':'visit','person':'pa','table':'t6'"), "visit",
    "Amara Eze never comes to Table 6.", "rules[0]" },
  { "visit-host", BOTH_ROUNDS "," RULE ("'kind':'visit','person':'pa','host':'pd'"), "visit",
    "Amara Eze never comes to the table of Paul Martin.", "rules[0]" },
  { "visit-theme", BOTH_ROUNDS "," RULE ("'kind':'visit','person':'pa','theme':'h2'"), "visit",
    "Amara Eze never comes to the theme “Money”.", "rules[0]" },
  { "avoid", BOTH_ROUNDS "," RULE ("'kind':'avoid','person':'pf','host':'pd'"), "avoid",
    "Ged Curran sits with Paul Martin in round 1.", "rounds[0].seating.t6" },
  { "wishes", BOTH_ROUNDS "," RULE ("'kind':'wishes'"), "wishes",
    "Amara Eze does not get the theme wished for.", "rules[0]" },
  { "language", BOTH_ROUNDS "," RULE ("'kind':'language'"), "language",
    "Table 1 needs somebody who interprets in round 1: Amara Eze and Isla Pritchard share no "
    "language.", "rounds[0].seating.t1" },
  { "step-free", BOTH_ROUNDS "," RULE ("'kind':'step-free'"), "step_free",
    "Owen Byrne needs a step-free place and sits at Table 1 in round 1.", "rounds[0].seating.t1" },
  { "too-many", "'rounds':[{'id':'r1','seating':{'t6':['pd','pa','pb','pc']}}]", "capacity",
    "Table 6 has 1 person too many in round 1.", "rounds[0].seating.t6" },
  { "too-few", BOTH_ROUNDS, "capacity", "Table 6 is 1 person short in round 1.",
    "rounds[0].seating.t6" },
  { "closed", "'rounds':[{'id':'r1','closed':['t1'],'seating':{'t1':['pa','pb']}}]", "capacity",
    "Table 1 is closed in round 1, and 2 people sit there.", "rounds[0].seating.t1" },
  { "host-elsewhere", "'rounds':[{'id':'r1','seating':{'t6':['pa','pb','pc'],'t1':['pd']}}]",
    "hosts",
    "Table 6 has guests in round 1, and its host Paul Martin sits at Table 1.",
    "rounds[0].seating.t6" },
  { "host-away", "'rounds':[{'id':'r1','hosts':{'t1':'pe'},'seating':{'t1':['pa']}}]", "hosts",
    "Table 1 has guests in round 1, and its host Mei Ashworth does not attend.",
    "rounds[0].seating.t1" },
  { "host-without-seat", "'rounds':[{'id':'r1','seating':{'t6':['pa','pb','pc']}}]", "hosts",
    "Table 6 has guests in round 1, and its host Paul Martin has no seat.",
    "rounds[0].seating.t6" },
  { "pinned", "'rounds':[{'id':'r1','pins':{'pa':'t6'},'seating':{'t1':['pa']}}]", "pinned",
    "Amara Eze is pinned to Table 6 in round 1 and sits at Table 1.", "rounds[0].pins.pa" },
  { "pinned-without-seat", "'rounds':[{'id':'r1','pins':{'pa':'t6'}}]", "pinned",
    "Amara Eze is pinned to Table 6 in round 1 and has no seat.", "rounds[0].pins.pa" },
  { "one-unseated", "'rounds':[{'id':'r1','seating':{'t1':['pa','pb','pg'],'t6':['pd','pf']}}]",
    "unseated",
    "Owen Byrne has no seat in round 1.", "rounds[0].seating" },
  { "two-unseated", "'rounds':[{'id':'r1','seating':{'t1':['pa','pb'],'t6':['pd','pf']}}]",
    "unseated",
    "Owen Byrne and Unnamed place have no seat in round 1.", "rounds[0].seating" },
  { "many-unseated", "'rounds':[{'id':'r1'}]", "unseated",
    "6 people have no seat in round 1: Amara Eze, Isla Pritchard and 4 more.",
    "rounds[0].seating" },
  { "staff-seated", "'rounds':[{'id':'r1','seating':{'t1':['pe']}}]", "misplaced",
    "Mei Ashworth is staff and sits at Table 1 in round 1.", "rounds[0].seating.t1" },
  { "seated-but-not-there", "'rounds':[{'id':'r1'},{'id':'r2','seating':{'t1':['pf']}}]",
    "misplaced",
    "Ged Curran does not attend round 2 and sits at Table 1.", "rounds[1].seating.t1" },
};

/* Ged comes to round 1 only, so every case has a round of that id. */
static RtPlan *
plan_of (const char *members)
{
  g_autofree char *all = g_strconcat (PEOPLE "," THEMES "," TABLES ",", members, NULL);

  return plans_read (all);
}

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (RtPlan) plan = plan_of (self->members);
  g_autoptr (RtMeasures) measures = rt_measures_new (plan);

  for (guint i = 0; i < measures->breaches->len; i++)
    {
      const RtBreach *breach = g_ptr_array_index (measures->breaches, i);

      if (!g_str_equal (breach->code, self->code))
        continue;
      g_assert_cmpstr (breach->message, ==, self->message);
      g_assert_cmpstr (breach->path, ==, self->path);
      g_assert_cmpint (breach->strength, ==, RT_STRENGTH_MUST);
      return;
    }
  g_assert_not_reached ();
}

/* What always acts as a must comes first, then must, then should; may is never wrong. */
static void
test_order (void)
{
  g_autoptr (RtPlan) plan = plan_of (
    "'rounds':[{'id':'r1','seating':{'t1':['pa','pb','pg'],'t6':['pd','pf','pc']}}],'rules':["
    "{'id':'u1','strength':'should','kind':'spread','by':'organisation'},"
    "{'id':'u2','strength':'may','kind':'avoid','person':'pa','table':'t1'},"
    "{'id':'u3','strength':'must','kind':'apart','people':['pa','pb']}]");
  g_autoptr (RtPlan) crowded = plan_of (
    "'rounds':[{'id':'r1','seating':{'t1':['pa','pb','pg'],'t6':['pd','pf']}}],"
    "'rules':[{'id':'u3','strength':'must','kind':'apart','people':['pa','pb']}]");
  g_autoptr (RtMeasures) measures = rt_measures_new (plan);
  g_autoptr (RtMeasures) worse = rt_measures_new (crowded);
  const RtBreach *first = g_ptr_array_index (measures->breaches, 0),
                 *second = g_ptr_array_index (measures->breaches, 1);

  g_assert_cmpuint (measures->breaches->len, ==, 2);
  g_assert_cmpstr (first->code, ==, "apart");
  g_assert_cmpstr (second->code, ==, "same_organisation");
  g_assert_cmpint (second->strength, ==, RT_STRENGTH_SHOULD);
  g_assert_cmpint (second->round, ==, 0);
  g_assert_cmpint (second->table, ==, 0);
  g_assert_cmpuint (second->people->len, ==, 2);
  g_assert_cmpint (g_array_index (second->people, int, 1), ==, 1);
  first = g_ptr_array_index (worse->breaches, 0);
  g_assert_cmpstr (first->code, ==, "capacity");
}

/* Who is alone of a group and has no seat is told of once, as somebody without a seat. */
static void
test_alone (void)
{
  g_autoptr (RtPlan) plan
      = plan_of ("'rounds':[{'id':'r2','seating':{'t1':['pb','pc','pg'],'t6':['pd']}},{'id':'r1'}],"
                 "'rules':[{'id':'u1','strength':'must','kind':'together',"
                 "'people':['pa','pf'],"
                 "'rounds':['r2']}]");
  g_autoptr (RtMeasures) measures = rt_measures_new (plan);

  g_assert_cmpint (rt_measures_find (measures, "together")->found, ==, 1);
  for (guint i = 0; i < measures->breaches->len; i++)
    g_assert_cmpstr (((RtBreach *) g_ptr_array_index (measures->breaches, i))->code, !=,
                     "together");
}

/* A second choice is counted and not called wrong. */
static void
test_second_choice (void)
{
  g_autoptr (RtPlan) plan = plan_of (
    "'rounds':[{'id':'r1','themes':{'t1':'h3'},'seating':{'t1':['pc','pa','pb','pg'],"
    "'t6':['pd','pf']}}],"
    RULE ("'kind':'wishes'"));
  g_autoptr (RtMeasures) measures = rt_measures_new (plan);
  guint n = 0;

  for (guint i = 0; i < measures->breaches->len; i++)
    n += g_str_equal (((RtBreach *) g_ptr_array_index (measures->breaches, i))->code, "wishes");
  g_assert_cmpint (rt_measures_find (measures, "wishes")->found, ==, 1 + 1);
  g_assert_cmpuint (n, ==, 1);
}

/* A crowd of breaches is cut, its number is not. */
static void
test_many (void)
{
  g_autoptr (GString) json = g_string_new ("'people':[");
  g_autoptr (GString) seats = g_string_new (NULL);
  g_autoptr (RtPlan) plan = NULL;
  g_autoptr (RtMeasures) measures = NULL;

  for (guint p = 0; p < 40; p++)
    {
      g_string_append_printf (json, "%s{'id':'p%u'}", p > 0 ? "," : "", p);
      g_string_append_printf (seats, "%s'p%u'", p > 0 ? "," : "", p);
    }
  g_string_append_printf (
      json,
      "],'tables':[{'id':'t1','places':40}],'rounds':[{'id':'r1','seating':{'t1':[%s]}},"
      "{'id':'r2','seating':{'t1':[%s]}}]," RULE ("'kind':'repeats'"),
      seats->str, seats->str);
  plan = plans_read (json->str);
  measures = rt_measures_new (plan);
  g_assert_cmpint (rt_measures_find (measures, "repeats")->found, ==, 40 * 39 / 2);
  g_assert_cmpuint (measures->breaches->len, ==, 200);
}

static char *
price_of (RtPlan *plan, RtChange *change, gboolean worse)
{
  gboolean is_worse;
  char *price;

  g_assert_nonnull (change);
  price = rt_measure_dup_price (plan, change, &is_worse, NULL);
  g_assert_cmpint (is_worse, ==, worse);
  rt_change_unref (change);
  return price;
}

#define SIX \
  "'people':[{'id':'pa','name':'Yusuf Moreira'},{'id':'pb','name':'Desmond Weber'}," \
  "{'id':'pc','name':'Mei Ashworth'}," \
  "{'id':'pd','name':'Ged Curran','organisation':'Leeds'}," \
  "{'id':'pe','name':'Isla Pritchard','organisation':'Leeds'},{'id':'pf'}]," \
  "'tables':[{'id':'t1','number':1,'places':3},{'id':'t2','number':2,'places':3}]"
#define SEATED_SIX \
  "'rounds':[{'id':'r1','seating':{'t1':['pa','pb','pc'],'t2':['pd','pe','pf']}}," \
  "{'id':'r2','seating':{'t1':['pa','pd','pb'],'t2':['pc','pe','pf']}}]"

static RtChange *
swap (RtPlan *plan, const char *a, const char *b)
{
  return rt_edit_swap_people (plan, rt_id_intern ("r2"), rt_id_intern (a), rt_id_intern (b), NULL);
}

static void
test_price (void)
{
  g_autoptr (RtPlan) plan
      = plans_read (SIX "," SEATED_SIX ",'rules':[{'id':'u1','kind':'repeats','strength':'should'},"
                        "{'id':'u2','kind':'spread','by':'organisation',"
                        "'strength':'may'}]");
  g_autofree char *before = plans_to_json (plan);
  g_autofree char *better = price_of (plan, swap (plan, "pa", "pe"), TRUE);
  g_autofree char *worse = price_of (plan, swap (plan, "pd", "pc"), TRUE);
  g_autofree char *same = price_of (plan, swap (plan, "pa", "pb"), FALSE);
  g_autofree char *after = plans_to_json (plan);

  g_assert_cmpstr (better, ==, "Same organisation 1 → 2: Ged Curran and Isla Pritchard");
  g_assert_cmpstr (worse, ==,
                   "Repeats 2 → 6: Yusuf Moreira and Mei Ashworth, Desmond Weber and Mei Ashworth "
                   "and 2 more again; "
                   "Same organisation 1 → 2: Ged Curran and Isla Pritchard");
  g_assert_null (same);
  g_assert_cmpstr (before, ==, after);
}

static void
test_price_better (void)
{
  g_autoptr (RtPlan) plan = plans_read (
      SIX "," SEATED_SIX
          ",'rules':[{'id':'u1','kind':'apart','people':['pa','pb'],'strength':'must'}]");
  g_autofree char *price = price_of (plan, swap (plan, "pa", "pc"), FALSE);

  g_assert_cmpstr (price, ==, "Not apart 2 → 1: Yusuf Moreira and Desmond Weber");
}

static void
test_price_unseat (void)
{
  g_autoptr (RtPlan) plan
      = plans_read (SIX "," SEATED_SIX ",'rules':[{'id':'u1','kind':'even','strength':'must'}]");
  g_autofree char *out = price_of (
      plan, rt_edit_unseat (plan, rt_id_intern ("r1"), rt_id_intern ("pb"), NULL), TRUE);
  RtId all[] = { rt_id_intern ("pa") };
  g_autofree char *gone
      = price_of (plan, rt_edit_remove (plan, NULL, RT_PART_PEOPLE, all, 1, NULL), FALSE);

  g_assert_cmpstr (out, ==, "No seat 0 → 1: Desmond Weber");
  g_assert_null (gone);
}

static GArray *
cost_of (RtPlan *plan, RtChange *change)
{
  g_autoptr (RtChange) owned = change;
  g_autofree char *words = NULL;
  GArray *cost;

  g_assert_nonnull (change);
  words = rt_measure_dup_price (plan, change, NULL, &cost);
  return cost;
}

/* The strongest rule decides, wherever it stands in the file: one must that is kept is worth four
   repeats, and the fewer repeats the better; nothing at all is better than any repeat. */
static void
test_price_cost (void)
{
  g_autoptr (RtPlan) plan = plans_read (
      SIX "," SEATED_SIX
          ",'rules':[{'id':'u1','kind':'spread','by':'organisation','strength':'may'},"
          "{'id':'u2','kind':'repeats','strength':'should'},"
          "{'id':'u3','kind':'apart','people':['pb','pd'],'strength':'must'}]");
  g_autoptr (GArray) nothing = cost_of (plan, swap (plan, "pa", "pb"));
  g_autoptr (GArray) may = cost_of (plan, swap (plan, "pa", "pe"));
  g_autoptr (GArray) must = cost_of (plan, swap (plan, "pd", "pc"));
  g_autoptr (GArray) unseated
      = cost_of (plan, rt_edit_unseat (plan, rt_id_intern ("r1"), rt_id_intern ("pb"), NULL));
  GArray *cheapest_first[] = { must, nothing, may, unseated, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cheapest_first); i++)
    for (guint k = 0; k < G_N_ELEMENTS (cheapest_first); k++)
      {
        int order = rt_measure_compare_costs (cheapest_first[i], cheapest_first[k]);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > k) - (i < k));
      }
}

static void
test_price_impossible (void)
{
  g_autoptr (RtPlan) plan = plans_read (SIX "," SEATED_SIX);
  g_autoptr (RtChange) change = rt_change_new ("Remove a host twice");
  gboolean worse;

  rt_change_remove (change, RT_PART_PEOPLE, 0, rt_plan_get_person (plan, 0));
  g_assert_null (rt_measure_dup_price (plan, change, &worse, NULL));
  g_assert_false (worse);
}

static char *
feasibility_of (const char *members)
{
  g_autoptr (RtPlan) plan = plans_read (members);
  g_autoptr (RtMeasures) measures = rt_measures_new (plan);

  return rt_measures_dup_feasibility (plan, measures);
}

static void
test_possible (void)
{
  g_autofree char *open = feasibility_of (
      SIX ",'rounds':[{'id':'r1'}],'rules':[{'id':'u1','kind':'repeats','strength':'should'}]");
  g_autofree char *seated = feasibility_of (
      SIX ",'rounds':[{'id':'r1','seating':{'t1':['pa','pb','pc'],'t2':['pd','pe','pf']}}],"
          "'rules':[{'id':'u1','kind':'repeats',"
          "'strength':'should'}]");
  g_autofree char *no_rule = feasibility_of (SIX ",'rounds':[{'id':'r1'}]");

  g_assert_cmpstr (open, ==, "No repeat is forced.");
  g_assert_cmpstr (seated, ==, "0 repeats are possible.");
  g_assert_null (no_rule);
}

/* 30 people at 5 tables of six for five rounds, nobody twice at a table: the carousel. */
static void
test_forced (void)
{
  g_autoptr (GString) json = g_string_new ("'people':[");
  g_autofree char *words = NULL;

  for (guint p = 0; p < 30; p++)
    g_string_append_printf (json, "%s{'id':'p%u'}", p > 0 ? "," : "", p);
  g_string_append (json, "],'tables':[");
  for (guint t = 0; t < 5; t++)
    g_string_append_printf (json, "%s{'id':'t%u','places':6}", t > 0 ? "," : "", t);
  g_string_append (
      json, "],'rounds':[{'id':'r1'},{'id':'r2'},{'id':'r3'},{'id':'r4'},{'id':'r5'}],'rules':["
            "{'id':'u1','kind':'even','strength':'must'},"
            "{'id':'u2','kind':'returns','of':'table','strength':'must'},"
            "{'id':'u3','kind':'repeats','strength':'should'}]");
  words = feasibility_of (json->str);
  g_assert_cmpstr (words, ==,
                   "At least 100 repeats cannot be avoided: the six of a table go on to only four "
                   "other tables.");
}

static void
test_chairs_missing (void)
{
  g_autofree char *words
      = feasibility_of ("'people':[{'id':'pa'},{'id':'pb'}],'tables':[{'id':'t1','places':1}],"
                        "'rounds':[{'id':'r1'}],"
                        "'rules':[{'id':'u1','kind':'repeats',"
                        "'strength':'should'}]");

  g_assert_cmpstr (words, ==, "1 chair is missing: not everybody can be seated in every round.");
}

static void
test_titles (void)
{
  static const char * const keys[] = {
    "repeats", "over_repeats", "returns_host", "returns_table", "returns_theme",
    "same_organisation", "over_organisation",
    "same_sector", "same_kind", "same_job", "over_sector", "over_kind", "over_job", "same_tag:new",
    "over_tag:new",
    "same_language:de", "over_language:de", "own_host", "even", "count", "together", "apart",
    "visit", "avoid", "wishes",
    "language", "step_free", "capacity", "hosts", "pinned", "unseated", "misplaced",
    "slips_changed",
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_true (g_ascii_isupper (rt_measure_get_title (keys[i])[0]));
      for (guint k = 0; k < i; k++)
        g_assert_cmpstr (rt_measure_get_title (keys[i]), !=, rt_measure_get_title (keys[k]));
    }
  g_assert_cmpstr (rt_measure_get_title ("own_host"), ==, "Own chief executive");
  g_assert_cmpstr (rt_measure_get_title ("same_tag:new"), ==, "Same tag: new");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/words/wrong/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/words/wrong/order", test_order);
  g_test_add_func ("/words/wrong/alone", test_alone);
  g_test_add_func ("/words/wrong/second-choice", test_second_choice);
  g_test_add_func ("/words/wrong/many", test_many);
  g_test_add_func ("/words/price/worse", test_price);
  g_test_add_func ("/words/price/better", test_price_better);
  g_test_add_func ("/words/price/unseat", test_price_unseat);
  g_test_add_func ("/words/price/cost", test_price_cost);
  g_test_add_func ("/words/price/impossible", test_price_impossible);
  g_test_add_func ("/words/possible", test_possible);
  g_test_add_func ("/words/forced", test_forced);
  g_test_add_func ("/words/chairs-missing", test_chairs_missing);
  g_test_add_func ("/words/titles", test_titles);
  return g_test_run ();
}
