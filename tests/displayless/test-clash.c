/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Which rules clash, and what could be given up. */

#include "rt-clash-private.h"
#include "rt-measure-private.h"

#include "plans.h"

#define N_RANDOM 300

#define SIX \
  "'people':[{'id':'pa','name':'Ann'},{'id':'pb','name':'Bob'},{'id':'pc','name':'Cay'}," \
  "{'id':'pd','name':'Dan'},{'id':'pe','name':'Eve'},{'id':'pf','name':'Flo'}]"
#define TWO_OF_FOUR "'tables':[{'id':'t1','number':1,'places':4},{'id':'t2','number':2,'places':4}]"
#define A_ROUND "'rounds':[{'id':'r1'}]"
#define MUST(id, rest) "{'id':'" id "','strength':'must'," rest "}"

typedef struct {
  const char   *name;
  const char   *members;
  guint64       tries;
  const char   *words;   /* NULL: nothing clashes */
  const char   *way;     /* the first; NULL: none */
} Case;

static const Case cases[] = {
  { "two-and-one", SIX "," TWO_OF_FOUR "," A_ROUND ",'rules':["
    MUST ("u1", "'kind':'step-free'") "," MUST ("u2", "'kind':'together','people':['pa','pb']") ","
    MUST ("u3", "'kind':'together','people':['pb','pc']") ","
    MUST ("u4", "'kind':'apart','people':['pe','pf']") ","
    MUST ("u5", "'kind':'apart','people':['pa','pc']") "]", 0,
    "These rules cannot all be kept: “Ann and Bob sit at one table”, “Bob and Cay sit at one "
    "table”, “Ann and Cay sit at different tables”.",
    "Make this a should, which is then missed by 1: “Ann and Cay sit at different tables”." },
  { "none", SIX "," TWO_OF_FOUR "," A_ROUND ",'rules':["
    MUST ("u1", "'kind':'together','people':['pa','pb']") "]", 0, NULL, NULL },
  { "should-does-not-clash", SIX "," TWO_OF_FOUR "," A_ROUND ",'rules':["
    MUST ("u1", "'kind':'together','people':['pa','pb']")
    ",{'id':'u2','strength':'should','kind':'apart','people':['pa','pb']}]", 0, NULL, NULL },
  { "capacity", SIX
    ",'tables':[{'id':'t1','number':1,'places':4},{'id':'t2','number':2,'places':1}],"
    A_ROUND, 0,
    "This cannot be kept: “Everybody has a seat, and no table has more people than places”.",
    NULL },
  { "count", SIX "," TWO_OF_FOUR "," A_ROUND ",'rules':["
    MUST ("u1", "'kind':'even'") ","
    MUST ("u2", "'kind':'count','by':'tag:new','value':'new','least':1") "]", 0,
    "This cannot be kept: “At every table sits at least 1 person tagged new”.",
    "Make this a should, which is then missed by 2: “At every table sits at least 1 person "
    "tagged new”." },
  { "pins", SIX "," TWO_OF_FOUR ",'rounds':[{'id':'r1','pins':{'pa':'t1','pb':'t1'}}],'rules':["
    MUST ("u1", "'kind':'apart','people':['pa','pb','pc']") "]", 0,
    "This cannot be kept: “Ann, Bob and Cay sit at different tables”.",
    "Make this a should, which is then missed by 1: “Ann, Bob and Cay sit at different tables”." },
  { "pins-against-apart", SIX "," TWO_OF_FOUR
    ",'rounds':[{'id':'r1','pins':{'pa':'t1','pb':'t1'}}],'rules':["
    MUST ("u1", "'kind':'apart','people':['pa','pb']") "]", 0,
    "These rules cannot all be kept: “Ann and Bob sit at different tables”, “Ann is pinned to "
    "Table 1 in round 1”, “Bob is pinned to Table 1 in round 1”.",
    "Unpin Bob from Table 1 in round 1." },
  { "leaders", SIX ",'tables':[{'id':'t1','number':1,'places':4,'host':'pa','co_host':'pb'},"
    "{'id':'t2','number':2,'places':4}]," A_ROUND ",'rules':["
    MUST ("u1", "'kind':'apart','people':['pa','pb']") "]", 0,
    "These rules cannot all be kept: “Ann and Bob sit at different tables”, “Ann leads Table 1 "
    "and sits there”, “Bob leads Table 1 and sits there”.",
    "Make this a should, which is then missed by 1: “Ann and Bob sit at different tables”." },
  { "host-away",
    "'people':[{'id':'pa','name':'Ann','attendance':'absent'},{'id':'pb','name':'Bob'},"
    "{'id':'pc','name':'Cay'},{'id':'pd','name':'Dan'}],"
    "'tables':[{'id':'t1','number':1,'places':4,'host':'pa'},{'id':'t2','number':2,'places':4}],"
    A_ROUND ",'rules':[" MUST ("u1", "'kind':'even'") "]", 0,
    "These rules cannot all be kept: “The tables are evenly filled”, “Nobody sits at Table 1 "
    "in round 1, whose host Ann is not there”.",
    "Close Table 1 in round 1." },
  { "least",
    "'people':[{'id':'pa','name':'Ann'},{'id':'pb','name':'Bob'},{'id':'pc','name':'Cay'}],"
    "'tables':[{'id':'t1','number':1,'places':4,'least':3},"
    "{'id':'t2','number':2,'places':4,'least':2}],"
    A_ROUND ",'rules':[" MUST ("u1", "'kind':'apart','people':['pa','pb']") "]", 0,
    "These rules cannot all be kept: “Ann and Bob sit at different tables”, “No table has "
    "fewer people than it needs”.",
    "Make this a should, which is then missed by 1: “Ann and Bob sit at different tables”." },
  { "over", SIX "," TWO_OF_FOUR ",'rounds':[{'id':'r1','done':true,'seating':{'t1':['pa','pb']}},"
    "{'id':'r2'}],'rules':[" MUST ("u1", "'kind':'apart','people':['pa','pb']") "]", 0,
    "This cannot be kept: “Ann and Bob sit at different tables”.",
    "Make this a should, which is then missed by 1: “Ann and Bob sit at different tables”." },
  { "nowhere", SIX ",'tables':[{'id':'t1','places':9,'open':false}]," A_ROUND, 0, NULL, NULL },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (RtPlan) plan = plans_read (test->members);
  g_autoptr (RtClash) clash = rt_clash_new (plan);
  RtClashResult result = rt_clash_run (clash, test->tries);
  g_autofree char *words = rt_clash_dup_words (clash, plan);
  g_autofree char *way = NULL;

  g_assert_cmpint (result, ==, test->words ? RT_CLASH_PROVEN : RT_CLASH_NONE);
  g_assert_cmpstr (words, ==, test->words);
  if (rt_clash_get_n_ways (clash) > 0)
    way = rt_clash_dup_way (clash, plan, 0);
  g_assert_cmpstr (way, ==, test->way);
}

/* Every way out is a change after which that clash is gone. */
static void
test_ways (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (RtPlan) plan = plans_read (test->members);
  g_autoptr (RtClash) clash = rt_clash_new (plan);

  rt_clash_run (clash, test->tries);
  for (guint i = 0; i < rt_clash_get_n_ways (clash); i++)
    {
      g_autoptr (RtPlan) other = plans_read (test->members);
      g_autoptr (RtClash) after = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (RtChange) change = rt_clash_dup_change (clash, other, i, &error);

      g_assert_no_error (error);
      g_assert_true (rt_plan_apply (other, change, &error));
      after = rt_clash_new (other);
      g_assert_cmpint (rt_clash_run (after, test->tries), ==, RT_CLASH_NONE);
    }
}

/* A small plan in parts, each of which can be left out. */
typedef struct {
  int        n_people, n_rounds, places;
  GPtrArray *rules;    /* of char * */
  int        pins[4][3]; /* person, round, table */
  int        n_pins;
  int        host;     /* of the first table, -1 */
  gboolean   away;
} Tiny;

static const char *
append_rule (GRand *random, Tiny *self, GString *rule)
{
  int a = g_rand_int_range (random, 0, self->n_people);
  int b = (a + g_rand_int_range (random, 1, self->n_people)) % self->n_people;
  int t = g_rand_int_range (random, 1, 3);

  switch (g_rand_int_range (random, 0, 9))
    {
    case 0:
    case 1:
      g_string_append_printf (rule, "'kind':'apart','people':['p%d','p%d']", a, b);
      break;
    case 2:
    case 3:
      g_string_append_printf (rule, "'kind':'together','people':['p%d','p%d']", a, b);
      break;
    case 4:
      g_string_append_printf (rule, "'kind':'avoid','person':'p%d','table':'t%d'", a, t);
      break;
    case 5:
      g_string_append_printf (rule, "'kind':'visit','person':'p%d','table':'t%d'", a, t);
      break;
    case 6:
      g_string_append (rule, "'kind':'count','by':'kind','value':'x','least':1");
      break;
    case 7:
      g_string_append (rule, "'kind':'even'");
      break;
    default:
      g_string_append (rule, a % 2 ? "'kind':'repeats'" : "'kind':'returns','of':'table'");
      break;
    }
  return rule->str;
}

static void
tiny_fill (Tiny *self, GRand *random)
{
  int n = g_rand_int_range (random, 2, 7);

  self->n_people = g_rand_int_range (random, 3, 6);
  self->n_rounds = g_rand_int_range (random, 1, 3);
  self->places = g_rand_int_range (random, (self->n_people + 1) / 2, 5);
  self->host = g_rand_int_range (random, -1, self->n_people);
  self->away = g_rand_boolean (random);
  self->rules = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (GString) rule = g_string_new (NULL);

      g_ptr_array_add (self->rules, g_strdup (append_rule (random, self, rule)));
    }
  for (int p = 0; p < self->n_people && self->n_pins < 4; p++)
    if (g_rand_int_range (random, 0, 3) == 0 && p != self->host)
      {
        int *pin = self->pins[self->n_pins++];

        pin[0] = p;
        pin[1] = g_rand_int_range (random, 0, self->n_rounds);
        pin[2] = g_rand_int_range (random, 1, 3);
      }
}

/* The plan with some of its demands: those of @clash that are marked, or all. */
static RtPlan *
tiny_read (const Tiny *self, RtClash *clash, const gboolean *in)
{
  g_autoptr (GString) text = g_string_new ("'people':[");
  g_autofree gboolean *rule = g_new0 (gboolean, self->rules->len);
  gboolean pin[4] = { FALSE }, host[2] = { !in, !in }, places = !in;
  int n = 0;

  for (guint i = 0; clash && i < clash->demands->len; i++)
    {
      const RtDemand *demand = &g_array_index (clash->demands, RtDemand, i);

      if (!in[i])
        continue;
      if (demand->kind == RT_DEMAND_RULE)
        rule[demand->index] = TRUE;
      for (int k = 0; demand->kind == RT_DEMAND_PIN && k < self->n_pins; k++)
        pin[k] = pin[k] || (self->pins[k][0] == demand->index && self->pins[k][1] == demand->round);
      places = places || demand->kind == RT_DEMAND_PLACES;
      for (int r = 0; r < self->n_rounds; r++)
        host[r] = host[r] || demand->kind == RT_DEMAND_LEADS ||
                  (demand->kind == RT_DEMAND_HOSTED && demand->round == r);
    }
  for (int p = 0; p < self->n_people; p++)
    g_string_append_printf (text, "%s{'id':'p%d'%s%s}", p > 0 ? "," : "", p,
                            p < 2 ? ",'kind':'x'" : "",
                            self->away && p == self->host ? ",'attendance':'absent'" : "");
  g_string_append_printf (text, "],'tables':[{'id':'t1','places':%d", places ? self->places : 9);
  if (self->host >= 0)
    g_string_append_printf (text, ",'host':'p%d'", self->host);
  g_string_append_printf (text, "},{'id':'t2','places':%d}],'rounds':[", places ? self->places : 9);
  for (int r = 0; r < self->n_rounds; r++)
    {
      int m = 0;

      g_string_append_printf (text, "%s{'id':'r%d',%s'pins':{", r > 0 ? "," : "", r,
                              host[r] ? "" : "'hosts':{'t1':''},");
      /* Who leads a table sits there, even where nobody comes. */
      if (host[r] && self->host >= 0 && !self->away)
        g_string_append_printf (text, "%s'p%d':'t1'", m++ > 0 ? "," : "", self->host);
      for (int k = 0; k < self->n_pins; k++)
        if ((!in || pin[k]) && self->pins[k][1] == r)
          g_string_append_printf (text, "%s'p%d':'t%d'", m++ > 0 ? "," : "", self->pins[k][0],
                                  self->pins[k][2]);
      g_string_append (text, "}}");
    }
  g_string_append (text, "],'rules':[");
  for (guint i = 0; i < self->rules->len; i++)
    if (!in || rule[i])
      g_string_append_printf (text, "%s{'id':'u%u','strength':'must',%s}", n++ > 0 ? "," : "", i,
                              (const char *) self->rules->pdata[i]);
  g_string_append (text, "]");
  return plans_read (text->str);
}

/* Whether one of the seatings from person @i on keeps everything, by the counting of the plan. */
static gboolean
some_seating (RtPlan *plan, guint i)
{
  guint n_people = rt_plan_get_n (plan, RT_PART_PEOPLE), r = i / n_people;
  gboolean found = FALSE;

  if (i == n_people * rt_plan_get_n (plan, RT_PART_ROUNDS))
    {
      g_autoptr (RtCount) count = rt_count_new (plan);
      g_autoptr (RtMeasures) measures = &rt_measuring_new (plan, count, FALSE)->measures;

      return measures->must_kept;
    }
  if (rt_plan_get_person (plan, i % n_people)->attendance == RT_ATTENDANCE_ABSENT)
    return some_seating (plan, i + 1);
  for (guint t = 0; t < 2 && !found; t++)
    {
      const RtRound *round = rt_plan_get_round (plan, r);
      RtId person = rt_plan_get_person (plan, i % n_people)->parent.id;
      RtId table = rt_plan_get_table (plan, t)->parent.id;
      g_autoptr (RtRound) copy = rt_record_copy (round);
      g_autoptr (RtChange) change = rt_change_new ("");
      g_autoptr (RtChange) back = NULL;
      RtSeating *seating = rt_seating_with (round->seating, person, table,
                                            rt_seating_n_chairs (round->seating, table));

      g_clear_pointer (&copy->seating, rt_seating_unref);
      copy->seating = seating;
      rt_change_replace (change, RT_PART_ROUNDS, r, round, copy);
      g_assert_true (rt_plan_apply (plan, change, NULL));
      found = some_seating (plan, i + 1);
      back = rt_change_invert (change);
      g_assert_true (rt_plan_apply (plan, back, NULL));
    }
  return found;
}

static gboolean
can_be_kept (const Tiny *tiny, RtClash *clash, const gboolean *in)
{
  g_autoptr (RtPlan) plan = tiny_read (tiny, clash, in);

  return some_seating (plan, 0);
}

static gboolean
has_even (RtPlan *plan, RtClash *clash)
{
  for (guint i = 0; i < clash->set->len; i++)
    if (rt_clash_get_rule (clash, i) >= 0 &&
        rt_plan_get_rule (plan, rt_clash_get_rule (clash, i))->kind == RT_RULE_EVEN)
      return TRUE;
  return FALSE;
}

/* What is named clashes, and does not once any one of it is left out. */
static gboolean
check_minimal (const Tiny *tiny, RtPlan *plan, RtClash *clash)
{
  g_autofree gboolean *in = g_new0 (gboolean, clash->demands->len);

  for (guint i = 0; i < clash->demands->len; i++)
    in[i] = has_even (plan, clash) &&
            g_array_index (clash->demands, RtDemand, i).kind == RT_DEMAND_PLACES;
  for (guint i = 0; i < clash->set->len; i++)
    in[g_array_index (clash->set, guint, i)] = TRUE;
  g_assert_false (can_be_kept (tiny, clash, in));
  for (guint i = 0; i < clash->set->len; i++)
    {
      in[g_array_index (clash->set, guint, i)] = FALSE;
      g_assert_true (can_be_kept (tiny, clash, in));
      in[g_array_index (clash->set, guint, i)] = TRUE;
    }
  return TRUE;
}

static void
test_minimal (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  int n = 0, largest = 0;

  for (int i = 0; i < N_RANDOM; i++)
    {
      Tiny tiny = { 0 };
      g_autoptr (RtPlan) plan = NULL;
      g_autoptr (RtClash) clash = NULL;
      gboolean kept;

      tiny_fill (&tiny, random);
      plan = tiny_read (&tiny, NULL, NULL);
      kept = can_be_kept (&tiny, NULL, NULL);
      clash = rt_clash_new (plan);
      g_assert_cmpint (rt_clash_run (clash, 0), ==, kept ? RT_CLASH_NONE : RT_CLASH_PROVEN);
      if (!kept)
        {
          n += check_minimal (&tiny, plan, clash);
          largest = MAX (largest, (int) clash->set->len);
        }
      g_ptr_array_unref (tiny.rules);
    }
  g_test_message ("%d of %d clash, by up to %d", n, N_RANDOM, largest);
  g_assert_cmpint (n, >, N_RANDOM / 4);
  g_assert_cmpint (largest, >, 3);
}

/* Nothing is called impossible without a proof. */
static void
test_not_proven (void)
{
  g_autoptr (GString) text = g_string_new ("'people':[");
  g_autoptr (RtPlan) plan = NULL;
  g_autoptr (RtClash) clash = NULL;
  g_autofree char *words = NULL;

  for (int i = 0; i < 36; i++)
    g_string_append_printf (text, "%s{'id':'p%d'}", i > 0 ? "," : "", i);
  g_string_append (text, "],'tables':[");
  for (int i = 0; i < 6; i++)
    g_string_append_printf (text, "%s{'id':'t%d','places':6}", i > 0 ? "," : "", i);
  /* Four rounds of six tables of six without a repeat would be two squares that do not exist
   * (Euler). */
  g_string_append (text, "],'rounds':[{'id':'r1'},{'id':'r2'},{'id':'r3'},{'id':'r4'}],'rules':["
                   MUST ("u1", "'kind':'repeats'") "]");
  plan = plans_read (text->str);
  clash = rt_clash_new (plan);
  g_assert_cmpint (rt_clash_run (clash, 0), ==, RT_CLASH_NONE);
  g_clear_object (&clash);
  clash = rt_clash_new (plan);
  g_assert_cmpint (rt_clash_run (clash, 2000), ==, RT_CLASH_NOT_KEPT);
  words = rt_clash_dup_words (clash, plan);
  g_assert_cmpstr (words, ==, "This was not kept in 2000 tries: “No two people meet twice”.");
}

static void
test_stopped (void)
{
  g_autoptr (RtPlan) plan = plans_read (cases[0].members);
  g_autoptr (RtClash) clash = rt_clash_new (plan);

  rt_clash_stop (clash);
  g_assert_cmpint (rt_clash_run (clash, 0), ==, RT_CLASH_NONE);
  g_assert_cmpuint (rt_clash_get_n (clash), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/clash/case/", cases[i].name, NULL);
      g_autofree char *ways = g_strconcat ("/clash/ways/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
      g_test_add_data_func (ways, &cases[i], test_ways);
    }
  g_test_add_func ("/clash/minimal", test_minimal);
  g_test_add_func ("/clash/not-proven", test_not_proven);
  g_test_add_func ("/clash/stopped", test_stopped);
  return g_test_run ();
}
