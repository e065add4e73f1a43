/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-arrange.h"
#include "rt-measure-private.h"

#include "plans.h"
#include "random-plans.h"

#define N_RANDOM 100

/* Nine people: Ann and Dan host, Eve co-hosts with Dan; Ivy is staff, Hal comes to round 2 only. */
#define NINE \
  "'people':[{'id':'pa','organisation':'York','wishes':['h2','h1']}," \
  "{'id':'pb','organisation':'york','languages':['en']}," \
  "{'id':'pc','step_free':true,'languages':['en','zh']},{'id':'pd'},{'id':'pe'}," \
  "{'id':'pf','wishes':['h1']}," \
  "{'id':'pg','organisation':'Leeds','roles':['interpreter']},{'id':'ph','rounds':['r2']}," \
  "{'id':'pi','roles':['staff']}]," \
  "'themes':[{'id':'h1'},{'id':'h2'}]," \
  "'tables':[{'id':'t1','number':1,'places':5,'least':3,'host':'pa','theme':'h1'," \
  "'step_free':true}," \
  "{'id':'t2','number':2,'places':5,'host':'pd','co_host':'pe'}," \
  "{'id':'t3','number':3,'places':4,'open':false}]"
#define TWO_ROUNDS \
  "'rounds':[{'id':'r1','done':true,'seating':{'t1':['pa','pb','pc'],'t2':['pd','pf','pe']}}," \
  "{'id':'r2','hosts':{'t2':''},'pins':{'pb':'t2','pa':'t1'}}]"
#define RULES \
  "'rules':[{'id':'u1','kind':'repeats','strength':'should','most':2,'rounds':['r2']}," \
  "{'id':'u2','kind':'spread','by':'organisation','strength':'may'}," \
  "{'id':'u3','kind':'own-host','strength':'must'}," \
  "{'id':'u4','kind':'count','by':'organisation','value':'leeds','least':1,'strength':'must'}," \
  "{'id':'u5','kind':'visit','person':'pf','theme':'h2','strength':'must'}," \
  "{'id':'u6','kind':'wishes','strength':'may'}," \
  "{'id':'u7','kind':'apart','people':['pb','pg'],'strength':'must'}," \
  "{'id':'u8','kind':'language','strength':'must'}," \
  "{'id':'u9','kind':'step-free','strength':'must'}," \
  "{'id':'u0','kind':'returns','of':'host','strength':'must'}]"
#define EARLIER "'earlier':[{'tables':[['pa','pb'],['pc','pd','pe']]}]"

enum { A, B, C, D, E, F, G, H, I };

static void
arrange (RtPlan *plan, const RtArrangeOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtArrangement) arrangement = rt_arrangement_new (plan, options, &error);
  g_autoptr (RtChange) change = NULL;

  g_assert_no_error (error);
  g_assert_true (rt_arrangement_run (arrangement, &error));
  change = rt_arrangement_to_change (arrangement, plan, &error);
  g_assert_no_error (error);
  g_assert_true (rt_plan_apply (plan, change, &error));
  g_assert_no_error (error);
}

static void
test_people (void)
{
  g_autoptr (RtPlan) plan = plans_read (NINE "," TWO_ROUNDS "," RULES "," EARLIER);
  RtProblem *problem = rt_arrange_problem_new (plan, NULL);
  const uint8_t over[]
      = { RT_LEADS, RT_GUEST, RT_GUEST, RT_LEADS, RT_LEADS, RT_GUEST, RT_AWAY, RT_AWAY, RT_AWAY };
  const uint8_t next[]
      = { RT_LEADS, RT_GUEST, RT_GUEST, RT_GUEST, RT_LEADS, RT_GUEST, RT_GUEST, RT_GUEST, RT_AWAY };

  g_assert_null (rt_problem_check (problem));
  g_assert_cmpint (problem->n_people, ==, 9);
  g_assert_cmpmem (problem->presence, 9, over, 9);
  g_assert_cmpmem (problem->presence + 9, 9, next, 9);
  g_assert_true (problem->frozen[0] && !problem->frozen[1]);
  g_assert_cmpint (problem->fixed[F], ==, 1);       /* sat there in the round that is over */
  g_assert_cmpint (problem->fixed[G], ==, RT_NOWHERE);
  g_assert_cmpint (problem->fixed[9 + A], ==, 0);   /* hosts, and is pinned there too */
  g_assert_cmpint (problem->fixed[9 + B], ==, 1);   /* pinned */
  g_assert_cmpint (problem->fixed[9 + E], ==, 1);   /* co-hosts */
  g_assert_cmpint (problem->fixed[9 + D], ==, RT_NOWHERE);
  g_assert_null (problem->start);
  rt_arrange_problem_free (problem);
}

static void
test_tables (void)
{
  g_autoptr (RtPlan) plan = plans_read (NINE "," TWO_ROUNDS "," RULES "," EARLIER);
  RtProblem *problem = rt_arrange_problem_new (plan, NULL);
  const int32_t places[] = { 4, 3, 4, 4, 4, 4 };
  const int32_t host[] = { A, D, RT_NOWHERE, A, RT_NOWHERE, RT_NOWHERE };
  const uint8_t open[] = { 1, 1, 0, 1, 1, 0 };

  g_assert_cmpmem (problem->places, sizeof places, places, sizeof places);
  g_assert_cmpmem (problem->host, sizeof host, host, sizeof host);
  g_assert_cmpmem (problem->open, sizeof open, open, sizeof open);
  g_assert_cmpint (problem->co_host[1], ==, E);
  g_assert_cmpint (problem->co_host[4], ==, E);
  g_assert_cmpint (problem->least[0], ==, 2);
  g_assert_cmpint (problem->theme[3], ==, 0);
  g_assert_cmpint (problem->theme[4], ==, RT_NOWHERE);
  g_assert_true (problem->step_free[0] && !problem->step_free[1]);
  g_assert_true (problem->needs_step_free[C] && !problem->needs_step_free[A]);
  rt_arrange_problem_free (problem);
}

static void
test_rules (void)
{
  g_autoptr (RtPlan) plan = plans_read (NINE "," TWO_ROUNDS "," RULES "," EARLIER);
  RtProblem *problem = rt_arrange_problem_new (plan, NULL);
  const RtTerm *terms = problem->terms;

  g_assert_cmpint (problem->n_terms, ==, 10);
  g_assert_cmpint (terms[0].kind, ==, RT_TERM_OVER_REPEATS);
  g_assert_cmpint (terms[0].level, ==, RT_LEVEL_SHOULD);
  g_assert_cmpint (terms[0].most, ==, 2);
  g_assert_cmpuint (terms[0].rounds, ==, 2);
  g_assert_cmpuint (terms[1].rounds, ==, 3);
  g_assert_cmpint (terms[1].column, ==, terms[2].column);
  g_assert_cmpint (problem->n_columns, ==, 1);
  g_assert_cmpint (problem->n_values[0], ==, 2);
  g_assert_true (problem->columns[0][A] == problem->columns[0][B]
                 && problem->columns[0][C] == RT_NOWHERE);
  g_assert_cmpint (terms[3].value, ==, problem->columns[0][G]);
  g_assert_cmpint (terms[3].least, ==, 1);
  g_assert_cmpint (terms[3].most, ==, -1);
  g_assert_true (terms[4].person == F && terms[4].of == RT_OF_THEME && terms[4].target == 1);
  g_assert_true (terms[6].n_people == 2 && terms[6].people[1] == G);
  g_assert_cmpint (terms[9].of, ==, RT_OF_HOST);
  g_assert_true (problem->wishes[A][0] == 1 && problem->wishes[A][2] == RT_NOWHERE
                 && !problem->wishes[B]);
  g_assert_true (problem->speaks[C] == 3 && problem->interprets[G] && !problem->interprets[B]);
  g_assert_cmpint (problem->n_earlier, ==, 2);
  g_assert_true (problem->earlier[1][2] == E && problem->earlier[1][3] == RT_NOWHERE);
  rt_arrange_problem_free (problem);
}

static void
test_only_round_problem (void)
{
  g_autoptr (RtPlan) plan = plans_read (
    "'people':[{'id':'pa'},{'id':'pb'},{'id':'pc'}],'tables':[{'id':'t1','places':4}],'rounds':["
    "{'id':'r1','seating':{'t1':['pa','pb']}},{'id':'r2'}]");
  RtArrangeOptions options = RT_ARRANGE_OPTIONS_DEFAULT;
  RtProblem *problem;

  options.only_round = 1;
  problem = rt_arrange_problem_new (plan, &options);
  g_assert_true (problem->frozen[0] && !problem->frozen[1]);
  g_assert_cmpint (problem->fixed[A], ==, 0);
  g_assert_cmpint (problem->presence[C], ==, RT_AWAY);
  g_assert_cmpint (problem->presence[3 + C], ==, RT_GUEST);
  g_assert_cmpint (problem->fixed[3 + A], ==, RT_NOWHERE);
  rt_arrange_problem_free (problem);
}

#define ISSUED \
  "'event':{'start':'10:00'},'people':[{'id':'pa'},{'id':'pb'}," \
  "{'id':'pc','attendance':'absent'},{'id':'pd'}]," \
  "'tables':[{'id':'t1','places':4},{'id':'t2','places':4}]," \
  "'rounds':[{'id':'r1','seating':{'t1':['pa','pd'],'t2':['pb']}}]," \
  "'rules':[{'id':'u1','kind':'even','strength':'must'}," \
  "{'id':'u2','kind':'repeats','strength':'should'}]," \
  "'issued':[{'revision':'A','at':'2026-01-29T09:00','slips':{'pa':[['t2','10:00']]," \
  "'pb':[['t2','09:30']],'pc':[['t1','10:00']]}}]"

static void
test_keep_issued_problem (void)
{
  g_autoptr (RtPlan) plan = plans_read (ISSUED);
  RtArrangeOptions options = RT_ARRANGE_OPTIONS_DEFAULT;
  const int32_t issued[] = { 1, RT_NOWHERE, RT_NOWHERE, RT_NOWHERE };
  const int32_t start[] = { 1, 1, RT_NOWHERE, 0 };
  RtProblem *problem;

  options.keep_issued = TRUE;
  problem = rt_arrange_problem_new (plan, &options);
  g_assert_null (rt_problem_check (problem));
  g_assert_cmpint (problem->n_terms, ==, 3);
  g_assert_cmpint (problem->terms[0].kind, ==, RT_TERM_SLIPS);
  g_assert_cmpint (problem->terms[0].level, ==, RT_LEVEL_SHOULD);
  g_assert_cmpint (problem->terms[1].kind, ==, RT_TERM_EVEN);
  /* Bob's slip shows another start and is printed again anyway; Cay is away. */
  g_assert_cmpmem (problem->issued, sizeof issued, issued, sizeof issued);
  g_assert_cmpmem (problem->start, sizeof start, start, sizeof start);
  rt_arrange_problem_free (problem);
}

static RtSeating *
random_seating (RtProblem *problem, RtPlan *plan, GRand *rand, guint r)
{
  RtSeatingBuilder *builder = rt_seating_builder_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (int t = 0; t < problem->n_tables; t++)
    g_ptr_array_add (rows, g_ptr_array_new ());
  for (int p = 0; p < problem->n_people; p++)
    {
      int i = r * problem->n_people + p, t = problem->fixed[i];

      if (problem->presence[i] == RT_AWAY)
        continue;
      /* Mostly at an open table: who hosts a closed one could sit there as no guest. */
      for (int k = 0; t == RT_NOWHERE || (k < 50 && !problem->open[r * problem->n_tables + t]); k++)
        t = problem->fixed[i] != RT_NOWHERE ? problem->fixed[i]
                                            : g_rand_int_range (rand, 0, problem->n_tables);
      g_ptr_array_add (g_ptr_array_index (rows, t),
                       (gpointer) rt_plan_get_person (plan, p)->parent.id);
    }
  for (int t = 0; t < problem->n_tables; t++)
    {
      GPtrArray *row = g_ptr_array_index (rows, t);

      rt_seating_builder_add (builder, rt_plan_get_table (plan, t)->parent.id,
                              (const RtId *) row->pdata, row->len, NULL);
    }
  return rt_seating_builder_end (builder);
}

/* Everybody sits somewhere, and who is fixed sits there. */
static void
seat_at_random (RtPlan *plan, GRand *rand)
{
  RtProblem *problem = rt_arrange_problem_new (plan, NULL);
  g_autoptr (RtChange) change = rt_change_new ("Shuffle");

  for (int r = 0; r < problem->n_rounds; r++)
    {
      const RtRound *round = rt_plan_get_round (plan, r);
      g_autoptr (RtRound) after = rt_record_copy (round);

      if (problem->frozen[r])
        continue;
      g_clear_pointer (&after->seating, rt_seating_unref);
      after->seating = random_seating (problem, plan, rand, r);
      rt_change_replace (change, RT_PART_ROUNDS, r, round, after);
    }
  rt_arrange_problem_free (problem);
  g_assert_true (rt_plan_apply (plan, change, NULL));
}

/* The solver moves guests only, so its capacity leaves out who leads a table that was closed
 * afterwards. */
static int
leaders_at_closed_tables (const RtProblem *problem)
{
  int n = 0;

  for (int r = 0; r < problem->n_rounds; r++)
    for (int p = 0; p < problem->n_people; p++)
      {
        int i = r * problem->n_people + p;

        n += problem->presence[i] == RT_LEADS
             && !problem->open[r * problem->n_tables + problem->fixed[i]];
      }
  return n;
}

static gboolean
has_hostless_table (const RtProblem *problem, const RtRoll *roll)
{
  for (int i = 0; i < problem->n_rounds * problem->n_tables; i++)
    if (problem->open[i] && roll->host[i] >= 0 && problem->host[i] == RT_NOWHERE)
      return TRUE;
  return FALSE;
}

static void
compare_with_score (RtPlan *plan, guint seed)
{
  g_autoptr (RtMeasures) measures = rt_measures_new (plan);
  g_autoptr (RtRoll) roll = rt_roll_new (plan);
  RtProblem *problem = rt_arrange_problem_new (plan, NULL);
  RtScore *score = rt_score_new (problem, roll->table);
  g_autoptr (GHashTable) sums = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean hostless = has_hostless_table (problem, roll);
  GHashTableIter iter;
  gpointer key, sum;

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_RULES); i++)
    {
      const char *name = rt_rule_get_measure_key (rt_plan_get_rule (plan, i));

      sum = GSIZE_TO_POINTER (GPOINTER_TO_SIZE (g_hash_table_lookup (sums, name))
                              + (gsize) score->terms[i]);
      g_hash_table_insert (sums, (gpointer) name, sum);
    }
  /* The solver is told of no places at a table whose host is away. */
  if (hostless)
    g_hash_table_remove (sums, "even");
  /* Who has no seat is no guest whose wishes count, but the solver knows that there is one
     to seat. */
  if (score->unseated > 0)
    g_hash_table_remove (sums, "wishes");
  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, &key, &sum))
    if (rt_measures_find (measures, key)->found != (gint64) GPOINTER_TO_SIZE (sum))
      g_error ("plan %u: %s is %" G_GINT64_FORMAT ", scored %" G_GSIZE_FORMAT, seed, (char *) key,
               rt_measures_find (measures, key)->found, GPOINTER_TO_SIZE (sum));
  g_assert_cmpint (rt_measures_find (measures, "unseated")->found, ==, score->unseated);
  if (!hostless)
    g_assert_cmpint (rt_measures_find (measures, "capacity")->found, ==,
                     score->capacity + leaders_at_closed_tables (problem));
  g_assert_cmpint (measures->together_most, ==, score->together_most);
  g_assert_cmpint (measures->met_least, ==, score->met_least);
  rt_score_free (score);
  rt_arrange_problem_free (problem);
}

/* Two programs that share no code, written by the same definitions. */
static void
test_score_agrees (void)
{
  for (guint seed = 1000; seed < 1000 + N_RANDOM; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (RtPlan) plan = random_plan_new (seed);

      seat_at_random (plan, rand);
      compare_with_score (plan, seed);
    }
}

static void
test_random_problems_sound (void)
{
  for (guint seed = 0; seed < N_RANDOM; seed++)
    {
      g_autoptr (RtPlan) plan = random_plan_new (seed);
      RtArrangeOptions options = RT_ARRANGE_OPTIONS_DEFAULT;
      RtProblem *problem;

      options.keep_issued = seed % 2 == 0;
      options.only_round = seed % 3 == 0 ? 0 : -1;
      problem = rt_arrange_problem_new (plan, &options);
      g_assert_cmpstr (rt_problem_check (problem), ==, NULL);
      rt_arrange_problem_free (problem);
    }
}

#define CAFE \
  "'people':[{'id':'ha'},{'id':'hb'},{'id':'hc'},{'id':'p1'},{'id':'p2'},{'id':'p3'}," \
  "{'id':'p4'},{'id':'p5'}," \
  "{'id':'p6'}],'tables':[{'id':'t1','places':3,'host':'ha'}," \
  "{'id':'t2','places':4,'host':'hb','co_host':'hc'}," \
  "{'id':'t3','places':2}]"

static void
test_chairs (void)
{
  g_autoptr (RtPlan) plan = plans_read (
      CAFE ",'rounds':[{'id':'r1'}],'rules':[{'id':'u1','kind':'even','strength':'must'}]");
  RtArrangeOptions options = RT_ARRANGE_OPTIONS_DEFAULT;
  const RtSeating *seating;

  arrange (plan, &options);
  seating = rt_plan_get_round (plan, 0)->seating;
  g_assert_cmpstr (rt_seating_at (seating, rt_id_intern ("t1"), 0), ==, "ha");
  g_assert_cmpstr (rt_seating_at (seating, rt_id_intern ("t2"), 0), ==, "hb");
  g_assert_cmpstr (rt_seating_at (seating, rt_id_intern ("t2"), 1), ==, "hc");
  g_assert_cmpuint (rt_seating_n_people (seating), ==, 9);
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("t%u", i);

      g_assert_cmpuint (rt_seating_n_chairs (seating, rt_id_intern (id)), ==,
                        rt_plan_get_table (plan, i - 1)->places);
    }
}

/* The chair of a host who is away is the last to be given away. */
static void
test_host_away (void)
{
  g_autoptr (RtPlan) spare = plans_read (
    "'people':[{'id':'ha','attendance':'absent'},{'id':'p1'},{'id':'p2'}],"
    "'tables':[{'id':'t1','places':3,'host':'ha'}],'rounds':[{'id':'r1'}]");
  g_autoptr (RtPlan) full = plans_read (
    "'people':[{'id':'ha','attendance':'absent'},{'id':'p1'},{'id':'p2'},{'id':'p3'}],"
    "'tables':[{'id':'t1','places':3,'host':'ha'}],'rounds':[{'id':'r1'}]");
  RtArrangeOptions options = RT_ARRANGE_OPTIONS_DEFAULT;

  arrange (spare, &options);
  arrange (full, &options);
  g_assert_null (rt_seating_at (rt_plan_get_round (spare, 0)->seating, rt_id_intern ("t1"), 0));
  g_assert_cmpuint (rt_seating_n_people (rt_plan_get_round (spare, 0)->seating), ==, 2);
  g_assert_nonnull (rt_seating_at (rt_plan_get_round (full, 0)->seating, rt_id_intern ("t1"), 0));
  g_assert_cmpuint (rt_seating_n_chairs (rt_plan_get_round (full, 0)->seating, rt_id_intern ("t1")),
                    ==, 3);
}

#define HOSTLESS \
  "'people':[{'id':'ha'},{'id':'hb','attendance':'absent'},{'id':'p1'},{'id':'p2'},{'id':'p3'}]," \
  "'tables':[{'id':'t1','places':%d,'host':'ha'},{'id':'t2','places':4,'host':'hb'}]," \
  "'rounds':[{'id':'r1'}]"

/* Nobody is sent to a table whose host is away while there is room elsewhere. */
static void
test_table_without_host (void)
{
  g_autofree char *roomy = g_strdup_printf (HOSTLESS, 4);
  g_autofree char *narrow = g_strdup_printf (HOSTLESS, 3);
  g_autofree char *even
      = g_strconcat (roomy, ",'rules':[{'id':'u1','kind':'even','strength':'must'}]", NULL);
  const char *members[] = { roomy, narrow, even };
  const int hosts[] = { 0, 1, 1 };
  RtArrangeOptions options = RT_ARRANGE_OPTIONS_DEFAULT;

  options.seconds = 0.1;
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autoptr (RtPlan) plan = plans_read (members[i]);
      g_autoptr (RtMeasures) measures = NULL;

      arrange (plan, &options);
      measures = rt_measures_new (plan);
      g_assert_cmpint (rt_measures_find (measures, "hosts")->found, ==, hosts[i]);
      g_assert_cmpint (rt_measures_find (measures, "unseated")->found, ==, 0);
      g_assert_cmpint (measures->must_kept, ==, hosts[i] == 0);
    }
}

/* Who stays at the table stays on the chair. */
static void
test_same_chair (void)
{
  g_autoptr (RtPlan) plan = plans_read (
    "'people':[{'id':'pa'},{'id':'pb'},{'id':'pc'},{'id':'pd','attendance':'absent'}],"
    "'tables':[{'id':'t1','places':4}],"
    "'rounds':[{'id':'r1','seating':{'t1':['pd','pc',null,'pa']}}]");
  RtArrangeOptions options = RT_ARRANGE_OPTIONS_DEFAULT;
  const RtSeating *seating;

  arrange (plan, &options);
  seating = rt_plan_get_round (plan, 0)->seating;
  g_assert_cmpstr (rt_seating_at (seating, rt_id_intern ("t1"), 1), ==, "pc");
  g_assert_cmpstr (rt_seating_at (seating, rt_id_intern ("t1"), 3), ==, "pa");
  g_assert_cmpstr (rt_seating_at (seating, rt_id_intern ("t1"), 0), ==, "pb");
}

/* Rounds that are over and rounds that were not asked for stay as they are. */
static void
test_other_rounds_stay (void)
{
  g_autoptr (RtPlan) plan = plans_read (
    CAFE ",'rounds':[{'id':'r1','done':true,'seating':{'t1':['ha','p1']}},"
    "{'id':'r2','seating':{'t1':['ha',null,'p2']}},"
    "{'id':'r3'}]");
  RtArrangeOptions options = RT_ARRANGE_OPTIONS_DEFAULT;
  g_autoptr (RtSeating) first = rt_seating_ref (rt_plan_get_round (plan, 0)->seating);
  g_autoptr (RtSeating) second = rt_seating_ref (rt_plan_get_round (plan, 1)->seating);

  options.only_round = 2;
  arrange (plan, &options);
  g_assert_true (rt_seating_equal (first, rt_plan_get_round (plan, 0)->seating));
  g_assert_true (rt_seating_equal (second, rt_plan_get_round (plan, 1)->seating));
  g_assert_cmpuint (rt_seating_n_people (rt_plan_get_round (plan, 2)->seating), ==, 9);
  options.only_round = -1;
  arrange (plan, &options);
  g_assert_true (rt_seating_equal (first, rt_plan_get_round (plan, 0)->seating));
  g_assert_cmpuint (rt_seating_n_people (rt_plan_get_round (plan, 1)->seating), ==, 9);
}

/* One person fewer: the printed slips of all others stay right, though another seating is
   as good. */
static void
test_keep_issued (void)
{
  g_autoptr (RtPlan) plan = plans_read (
    "'people':[{'id':'pa'},{'id':'pb'},{'id':'pc'},{'id':'pd'},{'id':'pe'},"
    "{'id':'pf','attendance':'absent'}],"
    "'tables':[{'id':'t1','places':3},{'id':'t2','places':3}],'rounds':[{'id':'r1'},{'id':'r2'}],"
    "'rules':[{'id':'u1','kind':'even','strength':'must'},"
    "{'id':'u2','kind':'repeats','strength':'should'}],"
    "'issued':[{'revision':'A','at':'2026-01-29T09:00','slips':{'pa':[['t2',''],['t1','']],"
    "'pb':[['t2',''],['t2','']],"
    "'pc':[['t2',''],['t1','']],'pd':[['t1',''],['t1','']],'pe':[['t1',''],['t2','']],"
    "'pf':[['t1',''],['t2','']]}}]");
  RtArrangeOptions options = RT_ARRANGE_OPTIONS_DEFAULT;
  g_autoptr (RtMeasures) measures = NULL;

  options.keep_issued = TRUE;
  arrange (plan, &options);
  measures = rt_measures_new (plan);
  g_assert_cmpint (rt_measures_find (measures, "slips_changed")->found, ==, 0);
  g_assert_cmpint (rt_measures_find (measures, "even")->found, ==, 0);
}

/* A seating that is at its best already is not given up for one that is no better. */
static void
test_not_worse (void)
{
  RtArrangeOptions options = RT_ARRANGE_OPTIONS_DEFAULT;

  options.seconds = 0.02;
  for (guint seed = 0; seed < 20; seed++)
    {
      g_autoptr (RtPlan) plan = random_plan_new (seed);
      g_autoptr (RtMeasures) once = NULL;
      g_autoptr (RtMeasures) twice = NULL;

      options.seed = 1;
      arrange (plan, &options);
      once = rt_measures_new (plan);
      options.seed = 2;
      options.seconds = 0;
      arrange (plan, &options);
      options.seconds = 0.02;
      twice = rt_measures_new (plan);
      g_assert_cmpint (rt_measures_find (twice, "unseated")->found, <=,
                       rt_measures_find (once, "unseated")->found);
      g_assert_true (twice->must_kept || !once->must_kept);
    }
}

/* What the solver says it reached is what the plan measures afterwards. */
static void
test_result_agrees (void)
{
  RtArrangeOptions options = RT_ARRANGE_OPTIONS_DEFAULT;

  options.seconds = 0.02;
  for (guint seed = 0; seed < 20; seed++)
    {
      g_autoptr (RtPlan) plan = random_plan_new (seed);
      g_autoptr (RtMeasures) measures = NULL;

      arrange (plan, &options);
      compare_with_score (plan, seed);
      measures = rt_measures_new (plan);
      g_assert_cmpint (rt_measures_find (measures, "misplaced")->found, ==, 0);
      for (guint i = 0; i < measures->measures->len; i++)
        {
          const RtMeasure *measure = &g_array_index (measures->measures, RtMeasure, i);

          if (measure->bound > measure->found
              && rt_measures_find (measures, "unseated")->found == 0)
            g_error ("plan %u: %s is %" G_GINT64_FORMAT ", under its bound %" G_GINT64_FORMAT, seed,
                     measure->key, measure->found, measure->bound);
        }
    }
}

static void
test_same_seed (void)
{
  g_autoptr (RtPlan) one = plans_read (CAFE ",'rounds':[{'id':'r1'},{'id':'r2'}],'rules':["
                                       "{'id':'u1','kind':'even','strength':'must'},"
                                       "{'id':'u2','kind':'repeats','strength':'should'}]");
  g_autoptr (RtPlan) other = plans_read (CAFE ",'rounds':[{'id':'r1'},{'id':'r2'}],'rules':["
                                         "{'id':'u1','kind':'even','strength':'must'},"
                                         "{'id':'u2','kind':'repeats','strength':'should'}]");
  RtArrangeOptions options = RT_ARRANGE_OPTIONS_DEFAULT;

  arrange (one, &options);
  options.threads = 2;
  arrange (other, &options);
  for (guint r = 0; r < 2; r++)
    g_assert_true (rt_seating_equal (rt_plan_get_round (one, r)->seating,
                                     rt_plan_get_round (other, r)->seating));
}

static void
assert_refused (const char *members, int only_round, RtError code, const char *message)
{
  g_autoptr (RtPlan) plan = plans_read (members);
  g_autoptr (GError) error = NULL;
  RtArrangeOptions options = RT_ARRANGE_OPTIONS_DEFAULT;

  options.only_round = only_round;
  g_assert_null (rt_arrangement_new (plan, &options, &error));
  g_assert_error (error, RT_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_refused (void)
{
  assert_refused ("'tables':[{'id':'t1','places':3}],'rounds':[{'id':'r1'}]", -1, RT_ERROR_REFUSED,
                  "There is nobody to seat. Add people first.");
  assert_refused ("'people':[{'id':'pa'}],'rounds':[{'id':'r1'}]", -1, RT_ERROR_REFUSED,
                  "There are no tables. Add tables first.");
  assert_refused ("'people':[{'id':'pa'}],'tables':[{'id':'t1','places':3}]", -1, RT_ERROR_REFUSED,
                  "There are no rounds. Add a round first.");
  assert_refused ("'people':[{'id':'pa','attendance':'absent'}],'tables':[{'id':'t1','places':3}],'"
                  "rounds':[{'id':'r1'}]",
                  -1, RT_ERROR_REFUSED, "There is nobody to seat: nobody on the list attends.");
  assert_refused (CAFE ",'rounds':[{'id':'r1','done':true}]", -1, RT_ERROR_OVER,
                  "Every round is over, and a round that is over is never changed.");
  assert_refused (CAFE ",'rounds':[{'id':'r1','done':true},{'id':'r2'}]", 0, RT_ERROR_OVER,
                  "Round 1 is over, and a round that is over is never changed.");
  assert_refused (CAFE ",'rounds':[{'id':'r1'}]", 1, RT_ERROR_REFUSED, "There is no round 2.");
}

/* Nothing may be changed in it, so nobody waits for a seating of it. */
static void
test_newer_plan (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtPlan) plan = rt_plan_new_from_json (
      "{\"format\":\"rotunda-plan\",\"version\":2,\"people\":[{\"id\":\"pa\"}],"
      "\"tables\":[{\"id\":\"t1\",\"places\":3}],"
      "\"rounds\":[{\"id\":\"r1\"}]}",
      -1, &error);
  RtArrangeOptions options = RT_ARRANGE_OPTIONS_DEFAULT;

  g_assert_no_error (error);
  g_assert_null (rt_arrangement_new (plan, &options, &error));
  g_assert_error (error, RT_ERROR, RT_ERROR_NEWER);
}

static void
test_plan_changed_meanwhile (void)
{
  g_autoptr (RtPlan) plan = plans_read (CAFE ",'rounds':[{'id':'r1'}]");
  RtArrangeOptions options = RT_ARRANGE_OPTIONS_DEFAULT;
  g_autoptr (GError) error = NULL;
  g_autoptr (RtArrangement) arrangement = rt_arrangement_new (plan, &options, &error);
  g_autoptr (RtChange) other = rt_change_new ("Add a person");
  g_autoptr (RtPerson) person = rt_person_new ("Zoe Ash");

  rt_change_insert (other, RT_PART_PEOPLE, 9, person);
  g_assert_true (rt_plan_apply (plan, other, &error));
  g_assert_true (rt_arrangement_run (arrangement, &error));
  g_assert_null (rt_arrangement_to_change (arrangement, plan, &error));
  g_assert_error (error, RT_ERROR, RT_ERROR_REFUSED);
}

static void
test_label (void)
{
  g_autoptr (RtPlan) plan
      = plans_read (CAFE ",'rounds':[{'id':'r1','done':true},{'id':'r2'},{'id':'r3'}]");
  RtArrangeOptions options = RT_ARRANGE_OPTIONS_DEFAULT;
  g_autoptr (RtArrangement) all = rt_arrangement_new (plan, &options, NULL);
  g_autoptr (RtArrangement) one = NULL;
  g_autoptr (RtChange) all_change = NULL;
  g_autoptr (RtChange) one_change = NULL;

  options.only_round = 2;
  one = rt_arrangement_new (plan, &options, NULL);
  rt_arrangement_run (all, NULL);
  rt_arrangement_run (one, NULL);
  all_change = rt_arrangement_to_change (all, plan, NULL);
  one_change = rt_arrangement_to_change (one, plan, NULL);
  g_assert_cmpstr (rt_change_get_label (all_change), ==, "Arrange 2 Rounds");
  g_assert_cmpuint (rt_change_get_n_edits (all_change), ==, 2);
  g_assert_cmpstr (rt_change_get_label (one_change), ==, "Arrange Round 3");
  g_assert_cmpuint (rt_change_get_n_edits (one_change), ==, 1);
}

static gpointer
run_cb (gpointer data)
{
  return GINT_TO_POINTER (rt_arrangement_run (data, NULL));
}

/* 30 people who may not return to one of 5 tables: 100 repeats are forced, and nobody proves it by
 * chance. */
static RtPlan *
hard_plan (void)
{
  g_autoptr (GString) json = g_string_new ("'people':[");

  for (guint p = 0; p < 60; p++)
    g_string_append_printf (json, "%s{'id':'p%u'}", p > 0 ? "," : "", p);
  g_string_append (json, "],'tables':[");
  for (guint t = 0; t < 10; t++)
    g_string_append_printf (json, "%s{'id':'t%u','places':6}", t > 0 ? "," : "", t);
  g_string_append (json, "],'rounds':[");
  for (guint r = 0; r < 11; r++)
    g_string_append_printf (json, "%s{'id':'r%u'}", r > 0 ? "," : "", r);
  g_string_append (json, "],'rules':[{'id':'u1','kind':'repeats','strength':'should'}]");
  return plans_read (json->str);
}

static void
test_stop (void)
{
  g_autoptr (RtPlan) plan = hard_plan ();
  RtArrangeOptions options = RT_ARRANGE_OPTIONS_DEFAULT;
  g_autoptr (RtArrangement) arrangement = NULL;
  g_autoptr (RtChange) change = NULL;
  g_autoptr (RtMeasures) measures = NULL;
  RtArrangeProgress progress;
  GThread *thread;

  options.seconds = 100;
  arrangement = rt_arrangement_new (plan, &options, NULL);
  thread = g_thread_new ("arrange", run_cb, arrangement);
  do
    {
      g_usleep (2000);
      rt_arrangement_get_progress (arrangement, &progress);
    }
  while (progress.moves == 0);
  rt_arrangement_stop (arrangement);
  g_assert_true (GPOINTER_TO_INT (g_thread_join (thread)));
  g_assert_cmpint (progress.repeats, >=, 0);
  g_assert_cmpint (progress.same, ==, -1);
  g_assert_cmpint (progress.most_repeats, >=, progress.repeats);
  g_assert_cmpint (progress.most_same, ==, -1);
  g_assert_cmpfloat (progress.limit, ==, 100);
  g_assert_cmpfloat (rt_arrangement_get_seconds (arrangement), <, 90);
  change = rt_arrangement_to_change (arrangement, plan, NULL);
  g_assert_cmpuint (rt_change_get_n_edits (change), ==, 11);
  g_assert_true (rt_plan_apply (plan, change, NULL));
  measures = rt_measures_new (plan);
  g_assert_false (measures->proven);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrange/problem/people", test_people);
  g_test_add_func ("/arrange/problem/tables", test_tables);
  g_test_add_func ("/arrange/problem/rules", test_rules);
  g_test_add_func ("/arrange/problem/only-round", test_only_round_problem);
  g_test_add_func ("/arrange/problem/keep-issued", test_keep_issued_problem);
  g_test_add_func ("/arrange/problem/sound", test_random_problems_sound);
  g_test_add_func ("/arrange/score-agrees", test_score_agrees);
  g_test_add_func ("/arrange/result-agrees", test_result_agrees);
  g_test_add_func ("/arrange/chairs", test_chairs);
  g_test_add_func ("/arrange/host-away", test_host_away);
  g_test_add_func ("/arrange/table-without-host", test_table_without_host);
  g_test_add_func ("/arrange/same-chair", test_same_chair);
  g_test_add_func ("/arrange/other-rounds-stay", test_other_rounds_stay);
  g_test_add_func ("/arrange/keep-issued", test_keep_issued);
  g_test_add_func ("/arrange/not-worse", test_not_worse);
  g_test_add_func ("/arrange/same-seed", test_same_seed);
  g_test_add_func ("/arrange/refused", test_refused);
  g_test_add_func ("/arrange/newer-plan", test_newer_plan);
  g_test_add_func ("/arrange/plan-changed-meanwhile", test_plan_changed_meanwhile);
  g_test_add_func ("/arrange/label", test_label);
  g_test_add_func ("/arrange/stop", test_stop);
  return g_test_run ();
}
