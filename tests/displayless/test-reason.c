/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Why a measure cannot be less, in words. */

#include "rt-measure.h"

#include "plans.h"

#define SIX \
  "'people':[{'id':'pa','name':'Ann','organisation':'York','languages':['en']}," \
  "{'id':'pb','name':'Bob'," \
  "'organisation':'York','languages':['zh']},{'id':'pc','name':'Cay','organisation':' york '}," \
  "{'id':'pd','name':'Dan','organisation':'Hull'},{'id':'pe','name':'Eve','organisation':'Hull'}," \
  "{'id':'pf','name':'Flo','tags':['new'],'wishes':['h1']}],'themes':[{'id':'h1','title':'Trust'}]"
#define TABLES "'tables':[{'id':'t1','number':1,'places':4},{'id':'t2','number':2,'places':4}]"
#define ONE "'rounds':[{'id':'r1'}]"
#define THREE "'rounds':[{'id':'r1'},{'id':'r2'},{'id':'r3'}]"
#define PINNED(pins) "'rounds':[{'id':'r1','pins':{" pins "}}]"
#define RULE(strength, rest) "'rules':[{'id':'u1','strength':'" strength "'," rest "}]"

typedef struct {
  const char *name;
  const char *members;
  const char *key;
  const char *words;
} Case;

static const Case cases[] = {
  { "none", SIX "," TABLES "," ONE "," RULE ("should", "'kind':'repeats'"), "repeats", NULL },
  { "repeats/onward", SIX "," TABLES "," THREE "," RULE ("should", "'kind':'repeats'"), "repeats",
    "At least 6: the four of a table go on to only two other tables." },
  { "repeats/couples",
    "'people':[{'id':'pa'},{'id':'pb'},{'id':'pc'},{'id':'pd'},{'id':'pe'},{'id':'pf'}],"
    "'tables':[{'id':'t1','places':2},{'id':'t2','places':2},{'id':'t3','places':2}],"
    "'rounds':[{'id':'r1'},{'id':'r2'}],'rules':[{'id':'u1','strength':'should','kind':'repeats'},"
    "{'id':'u2','strength':'must','kind':'together','people':['pa','pb']}]", "repeats",
    "At least 1: those who must sit together meet in every round." },
  { "returns", SIX "," TABLES "," THREE "," RULE ("should", "'kind':'returns','of':'table'"),
    "returns_table",
    "At least 6: there are 3 rounds and only 2 tables." },
  { "spread", SIX "," TABLES "," ONE "," RULE ("should", "'kind':'spread','by':'organisation'"),
    "same_organisation",
    "At least 1: there are 3 people of York and 2 tables for them." },
  { "spread/pinned", SIX
    ",'tables':[{'id':'t1','number':1,'places':4},{'id':'t2','places':4},{'id':'t3','places':4}],"
    PINNED ("'pd':'t1','pe':'t1'") "," RULE ("should", "'kind':'spread','by':'organisation'"),
    "same_organisation",
    "At least 1: Dan and Eve are both pinned to Table 1 in round 1." },
  { "spread/most", SIX "," TABLES "," ONE ","
    RULE ("must", "'kind':'spread','by':'organisation','most':1"),
    "over_organisation",
    "At least 1: there are 3 people of York, and the tables can take 2 of them." },
  { "count/nobody", SIX "," TABLES "," ONE ","
    RULE ("must", "'kind':'count','by':'sector','value':'health','least':1"),
    "count", "At least 2: there is nobody of the sector health." },
  { "count/few", SIX "," TABLES "," ONE ","
    RULE ("must", "'kind':'count','by':'tag:new','value':'new','least':1"),
    "count", "At least 1: 2 tables need 2 people tagged new, and there are 1." },
  { "count/many", SIX "," TABLES "," ONE ","
    RULE ("must", "'kind':'count','by':'organisation','value':'York','most':1"),
    "count", "At least 1: 2 tables take at most 2 people of York, and there are 3." },
  { "together/large", SIX "," TABLES "," ONE ","
    RULE ("must", "'kind':'together','people':['pa','pb','pc','pd','pe']"),
    "together", "At least 1: they are 5 people, and the largest table has 4 places." },
  { "together/pins", SIX "," TABLES "," PINNED ("'pa':'t1','pb':'t2'") ","
    RULE ("must", "'kind':'together','people':['pa','pb']"), "together",
    "At least 1: Ann stays at Table 1 in round 1, and Bob at Table 2." },
  { "apart/many", SIX "," TABLES "," ONE ","
    RULE ("must", "'kind':'apart','people':['pa','pb','pc']"), "apart",
    "At least 1: they are 3 people, and there are 2 tables." },
  { "apart/pins", SIX "," TABLES "," PINNED ("'pa':'t1','pb':'t1'") ","
    RULE ("must", "'kind':'apart','people':['pa','pb']"), "apart",
    "At least 1: Ann and Bob both stay at Table 1 in round 1." },
  { "avoid", SIX "," TABLES "," PINNED ("'pa':'t1'") ","
    RULE ("must", "'kind':'avoid','person':'pa','table':'t1'"),
    "avoid", "At least 1: Ann stays at Table 1 in round 1." },
  { "visit", SIX "," TABLES "," PINNED ("'pa':'t1'") ","
    RULE ("must", "'kind':'visit','person':'pa','table':'t2'"),
    "visit", "At least 1: Ann stays at Table 1 in round 1." },
  { "even", SIX "," TABLES "," PINNED ("'pa':'t1','pb':'t1','pc':'t1','pd':'t1'") ","
    RULE ("must", "'kind':'even'"),
    "even", "At least 2: 4 guests are pinned to Table 1 in round 1, where 3 would be even." },
  { "own-host", SIX
    ",'tables':[{'id':'t1','number':1,'places':4,'host':'pa'},{'id':'t2','number':2,'places':4}],"
    PINNED ("'pb':'t1'") "," RULE ("must", "'kind':'own-host'"), "own_host",
    "At least 1: Bob is pinned to Table 1 in round 1." },
  { "step-free", SIX ",'tables':[{'id':'t1','number':1,'places':4,'step_free':true},"
    "{'id':'t2','number':2,'places':4}],"
    PINNED ("'pa':'t2'") "," RULE ("must", "'kind':'step-free'"), "step_free", NULL },
  { "wishes", SIX "," TABLES "," ONE "," RULE ("may", "'kind':'wishes'"),
    "wishes", "At least 1: 1 person wishes first for “Trust”, which has 0 places." },
  { "language", "'people':[{'id':'pa','languages':['en']},{'id':'pb','languages':['zh']}],"
    "'tables':[{'id':'t1','places':2}]," ONE "," RULE ("must", "'kind':'language'"), "language",
    "At least 1: 1 mixed-language table needs 1 interpreter, and 0 can sit there." },
  { "languages", "'people':[{'id':'pa','languages':['en']},{'id':'pb','languages':['zh']},"
    "{'id':'pc','languages':['en']},"
    "{'id':'pd','languages':['zh']},{'id':'pe','languages':['en','zh']}],"
    "'tables':[{'id':'t1','places':3},{'id':'t2','places':3}],"
    "'rounds':[{'id':'ra','pins':{'pa':'t1','pb':'t1','pc':'t2','pd':'t2'}}],"
    RULE ("must", "'kind':'language'"), "language",
    "At least 1: 2 mixed-language tables need 2 interpreters, and 1 can sit there." },
  { "unseated", SIX ",'tables':[{'id':'t1','places':4}]," ONE, "unseated",
    "At least 2: round 1 has 6 guests and 4 places." },
  { "over", SIX "," TABLES ",'rounds':[{'id':'r1','done':true,'seating':{'t1':['pd','pe']}}],"
    RULE ("must", "'kind':'apart','people':['pd','pe']"), "apart",
    "At least 1: pins and rounds that are over leave no other way." },
};

/* Seats everybody somewhere, so that no bound is above what is found for want of people. */
static void
seat_all (RtPlan *plan)
{
  for (guint r = 0; r < rt_plan_get_n (plan, RT_PART_ROUNDS); r++)
    {
      const RtRound *round = rt_plan_get_round (plan, r);
      g_autoptr (RtRound) copy = rt_record_copy (round);
      g_autoptr (RtChange) change = rt_change_new ("");
      guint n_tables = rt_plan_get_n (plan, RT_PART_TABLES);

      for (guint p = 0; round->done != 1 && p < rt_plan_get_n (plan, RT_PART_PEOPLE); p++)
        {
          RtId person = rt_plan_get_person (plan, p)->parent.id;
          RtId table = rt_map_lookup (round->pins, person);
          RtSeating *seating;

          if (!table)
            table = rt_plan_get_table (plan, p % n_tables)->parent.id;
          if (n_tables == 1 && p >= 4)
            break;
          seating = rt_seating_with (copy->seating, person, table,
                                     MAX (1, rt_seating_n_chairs (copy->seating, table)));
          g_clear_pointer (&copy->seating, rt_seating_unref);
          copy->seating = seating;
        }
      rt_change_replace (change, RT_PART_ROUNDS, r, round, copy);
      g_assert_true (rt_plan_apply (plan, change, NULL));
    }
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (RtPlan) plan = plans_read (test->members);
  g_autoptr (RtMeasures) measures = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *words = NULL;

  seat_all (plan);
  measures = rt_measures_new (plan);
  reason = rt_measures_dup_reason (measures, plan, test->key);
  if (reason != NULL)
    words = g_strdup_printf ("At least %d: %s.",
                             (int) rt_measures_find (measures, test->key)->bound, reason);
  g_assert_cmpstr (words, ==, test->words);
}

static void
test_meeting (void)
{
  g_autoptr (RtPlan) one = plans_read (SIX "," TABLES "," ONE);
  g_autoptr (RtPlan) three = plans_read (SIX "," TABLES "," THREE);
  g_autoptr (RtMeasures) few = rt_measures_new (one);
  g_autoptr (RtMeasures) enough = rt_measures_new (three);
  g_autofree char *words = rt_measures_dup_meeting_words (few);

  g_assert_cmpstr (words, ==, "It takes at least 2 rounds for everybody to meet everybody.");
  g_assert_null (rt_measures_dup_meeting_words (enough));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/reason/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/reason/meeting", test_meeting);
  return g_test_run ();
}
