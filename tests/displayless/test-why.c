/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Why somebody sits where they sit, and what one swap could do about it. */

#include "rt-edit.h"
#include "rt-why.h"

#include "plans.h"

#define PEOPLE \
  "'people':[{'id':'pa','name':'Ann','organisation':'York','wishes':['h2','h1']}," \
  "{'id':'pb','name':'Bob','organisation':'York'}," \
  "{'id':'pc','name':'Cay'},{'id':'pd','name':'Dan'},{'id':'pe','name':'Eve'}," \
  "{'id':'pf','name':'Flo'}]"
#define THEMES "'themes':[{'id':'h1','title':'Trust'},{'id':'h2','title':'Money'}]"
#define TABLES \
  "'tables':[{'id':'t1','number':1,'places':3,'theme':'h1'}," \
  "{'id':'t2','number':2,'places':3,'theme':'h2'}]"
#define ROUND(id, more, t1, t2) "{'id':'" id "'" more ",'seating':{'t1':[" t1 "],'t2':[" t2 "]}}"
#define ONE(more) "'rounds':[" ROUND ("r1", more, "'pa','pb','pc'", "'pd','pe','pf'") "]"
#define TWO "'rounds':[" ROUND ("r1", "", "'pa','pb','pc'", "'pd','pe','pf'") "," \
  ROUND ("r2", "", "'pa','pb','pd'", "'pc','pe','pf'") "]"
#define SPREAD "{'id':'u1','kind':'spread','by':'organisation','strength':'should'}"
#define REPEATS "{'id':'u2','kind':'repeats','strength':'should'}"
#define BASE PEOPLE "," THEMES "," TABLES ","

typedef struct {
  const char *name;
  const char *members;
  guint       round;
  const char *person;
  const char *words;   /* facts and remedies, one per line */
} Case;

static const Case cases[] = {
  { "nothing", BASE ONE ("") ",'rules':[" REPEATS "]", 0, "pd",
    "Nothing could be better for Dan in round 1." },
  { "wish", BASE ONE ("") ",'rules':[" REPEATS "]", 0, "pa",
    "The theme here is wish number 2 of Ann.\nNothing could be better for Ann in round 1." },
  { "no-seat", PEOPLE "," THEMES "," TABLES ",'rounds':[{'id':'r1'}]", 0, "pd",
    "Dan has no seat in round 1." },
  { "swap", BASE ONE ("") ",'rules':[" SPREAD "]", 0, "pb",
    "Table 1 has two people of York: Ann and Bob.\n> Swapping with Dan would mend this and spoil "
    "nothing." },
  { "one-rule-in-the-way", BASE ONE ("") ",'rules':[" SPREAD ","
    "{'id':'u3','kind':'together','people':['pb','pc'],'strength':'must'}]", 0, "pb",
    "Table 1 has two people of York: Ann and Bob.\n> Swapping with Dan would mend this, if it "
    "were not for one rule, "
    "which would be missed by 1 more: “Bob and Cay sit at one table”." },
  { "two-rules-in-the-way", BASE ONE ("") ",'rules':[" SPREAD ","
    "{'id':'u3','kind':'together','people':['pb','pc'],'strength':'must'},"
    "{'id':'u4','kind':'avoid','person':'pb','table':'t2','strength':'must'}]", 0, "pb",
    "Table 1 has two people of York: Ann and Bob.\n> Every single swap that would mend this "
    "spoils two other rules." },
  { "pin", BASE ONE (",'pins':{'pb':'t1'}") ",'rules':[" SPREAD "]", 0, "pb",
    "Bob is pinned to Table 1 in round 1.\nTable 1 has two people of York: Ann and Bob.\n"
    "> Without the pin: Swapping with Dan would mend this and spoil nothing." },
  { "repeats", BASE TWO ",'rules':[" REPEATS "]", 1, "pb",
    "Ann and Bob meet twice: rounds 1 and 2.\n> No single swap would mend this." },
  { "over", BASE ONE (",'done':true") ",'rules':[" SPREAD "]", 0, "pb",
    "Table 1 has two people of York: Ann and Bob." },
  { "host", PEOPLE "," THEMES
    ",'tables':[{'id':'t1','number':1,'places':4,'host':'pb'},{'id':'t2','places':4}],"
    ONE ("") ",'rules':[]", 0, "pb",
    "Bob leads Table 1 and stays there.\nNothing could be better for Bob in round 1." },
  { "host-of-a-broken-rule", PEOPLE "," THEMES
    ",'tables':[{'id':'t1','number':1,'places':4,'host':'pb'},{'id':'t2','places':4}],"
    ONE ("") ",'rules':[{'id':'u3','kind':'apart','people':['pb','pc'],'strength':'must'}]", 0,
    "pb",
    "Bob leads Table 1 and stays there.\nBob and Cay sit together in round 1." },
  { "move", PEOPLE "," THEMES
    ",'tables':[{'id':'t1','number':1,'places':4},{'id':'t2','number':2,'places':4}],'rounds':["
    ROUND ("r1", "", "'pa','pb'", "'pc'") "],'rules':[" SPREAD "]", 0, "pb",
    "Table 1 has two people of York: Ann and Bob.\n> Swapping with Cay would mend this and spoil "
    "nothing." },
};

static char *
dup_words (const GPtrArray *lines)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const RtWhyLine *line = lines->pdata[i];

      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", line->fact);
      if (line->remedy)
        g_string_append_printf (words, "\n> %s", line->remedy);
    }
  return g_strdup (words->str);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (RtPlan) plan = plans_read (test->members);
  g_autoptr (RtMeasures) measures = rt_measures_new (plan);
  g_autoptr (GPtrArray) lines
      = rt_why_new (plan, measures, test->round, rt_id_intern (test->person));
  g_autofree char *words = dup_words (lines);

  g_assert_cmpstr (words, ==, test->words);
}

/* What is said to mend a fault does. */
static void
test_mends (void)
{
  g_autoptr (RtPlan) plan = plans_read (cases[3].members);
  g_autoptr (RtMeasures) before = rt_measures_new (plan);
  g_autoptr (RtMeasures) after = NULL;
  g_autoptr (GPtrArray) lines = rt_why_new (plan, before, 0, rt_id_intern ("pb"));
  const RtWhyLine *line = lines->pdata[0];
  g_autoptr (RtChange) change =
    rt_edit_swap_people (plan, rt_id_intern ("r1"), rt_id_intern ("pb"), line->person, NULL);

  g_assert_cmpint (rt_measures_find (before, "same_organisation")->found, ==, 1);
  g_assert_true (rt_plan_apply (plan, change, NULL));
  after = rt_measures_new (plan);
  g_assert_cmpint (rt_measures_find (after, "same_organisation")->found, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/why/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/why/mends", test_mends);
  return g_test_run ();
}
