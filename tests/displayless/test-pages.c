/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include <string.h>

#include "plans.h"
#include "rt-issue.h"
#include "rt-pages.h"

/* Two tables with a host each, four guests who change over, a member of staff. */
#define PEOPLE                                                                                     \
  "'people':[{'id':'p1','name':'Ann Host','organisation':'Alpha'},{'id':'p2','name':'Bob Host'},"  \
  "{'id':'p3','name':'Cara Dee'},{'id':'p4','name':'Dan Eze'},{'id':'p5','name':'Eve Foy'},"       \
  "{'id':'p6','name':'Fay Gee'},{'id':'p7','name':'Sam Staff','roles':['staff']}],"
#define TABLES                                                                                     \
  "'themes':[{'id':'h1','title':'Values','question':'Which?'},{'id':'h2','title':'Places'}],"      \
  "'tables':[{'id':'t1','number':1,'places':3,'host':'p1','theme':'h1'},"                          \
  "{'id':'t2','number':2,'places':3,'host':'p2','theme':'h2'}],"
#define ROUNDS                                                                                     \
  "'rounds':[{'id':'r1','minutes':25,'changeover':5,'seating':{'t1':['p1','p3','p4'],"             \
  "'t2':['p2','p5','p6']}},{'id':'r2','minutes':25,'seating':{'t1':['p1','p5','p6'],"              \
  "'t2':['p2','p3','p4']}}]"
#define EVENT "'event':{'title':'Evening','date':'2027-02-28','start':'10:00'},"
#define BARE_TABLES "'tables':[{'id':'t1','number':1,'places':3},{'id':'t2','number':2}],"
#define ROUNDS_OF_NOBODY "'rounds':[{'id':'r1','minutes':25},{'id':'r2','minutes':25}]"
#define PLAN EVENT PEOPLE TABLES ROUNDS

static RtPages *
new_pages (RtPlan *plan, RtSheets sheets)
{
  g_autoptr (GDateTime) at = g_date_time_new_local (2027, 2, 27, 16, 42, 0.0);
  RtPagesOptions options = { .sheets = sheets, .revision = "C", .at = at };

  return rt_pages_new (plan, &options, NULL, NULL);
}

static RtPages *
read_pages (const char *members, RtSheets sheets)
{
  g_autoptr (RtPlan) plan = plans_read (members);

  return new_pages (plan, sheets);
}

static void
test_counts (void)
{
  g_autoptr (RtPages) pages = read_pages (PLAN, RT_SHEETS_ALL);
  static const guint expected[RT_N_SHEETS] = {
    [RT_SHEET_SIGNS] = 2, [RT_SHEET_SLIPS] = 1, [RT_SHEET_HOSTS] = 2, [RT_SHEET_WALL] = 1,
    [RT_SHEET_GRID] = 1, [RT_SHEET_FLOOR] = 1, [RT_SHEET_BADGES] = 1, [RT_SHEET_CARDS] = 1,
    [RT_SHEET_AGENDA] = 1, [RT_SHEET_FEEDBACK] = 2, [RT_SHEET_RULES] = 1,
  };
  guint n = 0;

  for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
    {
      g_assert_cmpuint (rt_pages_get_n_of (pages, sheet), ==, expected[sheet]);
      n += expected[sheet];
    }
  g_assert_cmpuint (rt_pages_get_n (pages), ==, n);
  g_assert_cmpuint (rt_pages_get_n_people (pages, RT_SHEET_SLIPS), ==, 4);
  g_assert_cmpuint (rt_pages_get_n_people (pages, RT_SHEET_BADGES), ==, 7);
  g_assert_cmpuint (rt_pages_get_n_people (pages, RT_SHEET_CARDS), ==, 2);
  g_assert_cmpuint (rt_pages_get_n_people (pages, RT_SHEET_GRID), ==, 0);
}

/* Every sheet of plans in which something is missing, however it is cut. */
static void
test_missing (void)
{
  static const char * const plans[] = {
    "'event':{}", EVENT BARE_TABLES ROUNDS_OF_NOBODY, EVENT PEOPLE "'rounds':[{'id':'r1'}]",
    EVENT ROUNDS_OF_NOBODY, EVENT PEOPLE "'rounds':[]", EVENT BARE_TABLES "'rounds':[]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    for (guint k = 0; k < 4; k++)
      {
        g_autoptr (RtPlan) plan = plans_read (plans[i]);
        RtPagesOptions options = { .sheets = RT_SHEETS_ALL, .large = (k & 1) != 0,
                                   .by_organisation = (k & 2) != 0 };
        g_autoptr (RtPages) pages = rt_pages_new (plan, &options, NULL, NULL);

        for (guint page = 0; page < rt_pages_get_n (pages); page++)
          g_free (rt_pages_dup_text (pages, page));
      }
}

static void
test_order (void)
{
  g_autoptr (RtPages) pages = read_pages (PLAN, RT_SHEETS_ALL);
  RtSheet before = RT_SHEET_SIGNS;
  guint nth, expected = 0;

  for (guint i = 0; i < rt_pages_get_n (pages); i++)
    {
      RtSheet sheet = rt_pages_get_sheet (pages, i, &nth);

      expected = sheet == before ? expected : 0;
      g_assert_cmpint (sheet, >=, before);
      g_assert_cmpuint (nth, ==, expected);
      expected++;
      before = sheet;
    }
}

static char *
dup_text_of (const char *members, RtSheet sheet)
{
  g_autoptr (RtPages) pages = read_pages (members, RT_SHEETS (sheet));

  g_assert_cmpuint (rt_pages_get_n (pages), >, 0);
  return rt_pages_dup_text (pages, 0);
}

static void
test_slip_text (void)
{
  g_autofree char *text = dup_text_of (PLAN, RT_SHEET_SLIPS);

  g_assert_true (g_str_has_prefix (text,
                                   "Cara Dee\n"
                                   "10:00\nTable\n1\nAnn Host\nA\nValues\n"
                                   "10:30\nTable\n2\nBob Host\nB\nPlaces\n"
                                   "C\nEvening · ends 10:55\n27 Feb 2027, 16:42\n"
                                   "Dan Eze\n"));
}

static void
test_sign_text (void)
{
  g_autofree char *text = dup_text_of (PLAN, RT_SHEET_SIGNS);

  g_assert_cmpstr (text, ==, "1\nA\nValues\nWhich?\nAnn Host\nAlpha\n");
}

static void
test_wall_text (void)
{
  g_autofree char *text = dup_text_of (PLAN, RT_SHEET_WALL);

  g_assert_nonnull (strstr (text, "Dee\n, Cara\n1\n2\n"));
  g_assert_nonnull (strstr (text, "Host\n, Ann\nhost, stays at\n1\n"));
  g_assert_nonnull (strstr (text, "Staff\n, Sam\nstaff\n"));
}

static void
test_host_text (void)
{
  g_autofree char *text = dup_text_of (PLAN, RT_SHEET_HOSTS);

  g_assert_nonnull (strstr (text, "Ann Host\nAlpha · host of Table 1\nA\nValues\n"));
  g_assert_nonnull (strstr (text, "2 guests\nRound 1\n10:00 to 10:25\nCara Dee\nDan Eze\n"));
  g_assert_nonnull (strstr (text, "2 guests\nRound 2\n10:30 to 10:55\nEve Foy\nFay Gee\n"));
}

static void
test_rule_text (void)
{
  g_autofree char *text = dup_text_of (PLAN, RT_SHEET_RULES);

  g_assert_nonnull (strstr (text, "Cara Dee\nstart at table 1, then +1\n"));
}

static void
test_agenda_text (void)
{
  g_autofree char *text
      = dup_text_of (EVENT PEOPLE TABLES ROUNDS
                     ",'agenda':[{'id':'s1','kind':'keynote','title':'Words','minutes':20,"
                     "'speakers':['p1']},{'id':'s2','kind':'rounds','rounds':['r1','r2']},"
                     "{'id':'s3','kind':'break','minutes':15}]",
                     RT_SHEET_AGENDA);

  g_assert_nonnull (strstr (text, "10:00 to 10:20\nWords\nAnn Host\n"));
  g_assert_nonnull (strstr (text, "10:20 to 10:45\nRound 1\n10:50 to 11:15\nRound 2\n"));
  g_assert_nonnull (strstr (text, "11:15 to 11:30\nBreak\n"));
}

static void
test_feedback_text (void)
{
  g_autofree char *text = dup_text_of
    (PLAN ",'feedback':{'least':1,'most':4,'criteria':['Was it good?']}", RT_SHEET_FEEDBACK);

  g_assert_nonnull (strstr (text, "Was it good?\n1\n2\n3\n4\n"));
  g_assert_null (strstr (text, "A valuable use of time"));
}

/* Tables without rounds, rounds without tables, people without names: nothing is assumed. */
static void
test_plans_with_little (void)
{
  static const char * const plans[] = {
    "'people':[]",
    TABLES PEOPLE "'rounds':[]",
    PEOPLE "'rounds':[{'id':'r1'}]",
    PEOPLE TABLES "'rounds':[{'id':'r1'}]",
    "'people':[{'id':'p1'},{'id':'p2'}],'tables':[{'id':'t1'}],'rounds':[{'id':'r1'}]",
    "'tables':[{'id':'t1','name':'Quay'},{'id':'t2','number':3,'open':false}],"
    "'rounds':[{'id':'r1','closed':['t1']},{'id':'r2'}]",
    "'people':[{'id':'p1','name':'Ann','attendance':'absent'}],'event':{'languages':['en','fr']},"
    "'translations':{'de':{}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    for (guint double_sided = 0; double_sided < 2; double_sided++)
      {
        g_autoptr (RtPlan) plan = plans_read (plans[i]);
        RtPagesOptions options = { .sheets = RT_SHEETS_ALL, .large = double_sided,
                                   .double_sided = double_sided, .paper = RT_PAPER_LETTER };
        g_autoptr (RtPages) pages = rt_pages_new (plan, &options, NULL, NULL);
        g_autoptr (GBytes) pdf = rt_pages_make_pdf (pages, RT_SHEETS_ALL, NULL, NULL, NULL, NULL);

        g_assert_cmpuint (g_bytes_get_size (pdf), >, 100);
      }
}

static void
test_size (void)
{
  g_autoptr (RtPages) pages = read_pages (PLAN, RT_SHEETS_USUAL);
  double width, height;

  rt_pages_get_size (pages, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595.28, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 841.89, 0.01);
  rt_paper_get_size (RT_PAPER_LETTER, &width, &height);
  g_assert_cmpfloat (width, ==, 612.0);
  g_assert_cmpfloat (height, ==, 792.0);
}

static void
test_words_of_sheets (void)
{
  static const char *const words[] = { "signs",  "slips", "hosts",  "wall",     "grid", "floor",
                                       "badges", "cards", "agenda", "feedback", "rules" };
  static const char * const titles[] = { "Table signs", "Slips", "Host sheets", "Wall list A to Z",
                                         "Facilitator’s grid", "Floor plan", "Badges",
                                         "Place cards",
                                         "Agenda", "Feedback forms", "Rule cards" };

  g_assert_cmpuint (G_N_ELEMENTS (words), ==, RT_N_SHEETS);
  for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
    {
      g_assert_cmpstr (rt_sheet_get_word (sheet), ==, words[sheet]);
      g_assert_cmpstr (rt_sheet_get_title (sheet), ==, titles[sheet]);
    }
}

/* The pages are of the plan as it was. */
static void
test_follows_no_change (void)
{
  g_autoptr (RtPlan) plan = plans_read (PLAN);
  g_autoptr (RtPages) pages = new_pages (plan, RT_SHEETS (RT_SHEET_SLIPS));
  g_autofree char *before = rt_pages_dup_text (pages, 0);
  g_autofree char *after = NULL;
  g_autoptr (RtChange) change = rt_change_new ("Take the rounds out");

  rt_change_remove (change, RT_PART_ROUNDS, 1, rt_plan_get_round (plan, 1));
  rt_change_remove (change, RT_PART_ROUNDS, 0, rt_plan_get_round (plan, 0));
  g_assert_true (rt_plan_apply (plan, change, NULL));
  after = rt_pages_dup_text (pages, 0);
  g_assert_cmpstr (after, ==, before);
}

static void
progress_cb (guint done, guint n, gpointer data)
{
  guint *calls = data;

  g_assert_cmpuint (done, ==, ++*calls);
  g_assert_cmpuint (done, <=, n);
}

static void
test_progress (void)
{
  g_autoptr (RtPages) pages = read_pages (PLAN, RT_SHEETS_USUAL);
  guint calls = 0;
  g_autoptr (GBytes) pdf
      = rt_pages_make_pdf (pages, RT_SHEETS_ALL, NULL, progress_cb, &calls, NULL);

  g_assert_cmpuint (calls, ==, rt_pages_get_n (pages));
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
}

static void
cancel_cb (guint done, guint n, gpointer data)
{
  g_assert_cmpuint (done, ==, 1);
  g_cancellable_cancel (data);
}

static void
test_cancel (void)
{
  g_autoptr (RtPages) pages = read_pages (PLAN, RT_SHEETS_USUAL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (
      rt_pages_make_pdf (pages, RT_SHEETS_ALL, cancellable, cancel_cb, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_cancel_cutting (void)
{
  g_autoptr (RtPlan) plan = plans_read (PLAN);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  RtPagesOptions options = { .sheets = RT_SHEETS_USUAL };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (rt_pages_new (plan, &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gpointer
make_pdf_thread (gpointer data)
{
  return rt_pages_make_pdf (data, RT_SHEETS_ALL, NULL, NULL, NULL, NULL);
}

static void
test_in_a_thread (void)
{
  g_autoptr (RtPages) pages = read_pages (PLAN, RT_SHEETS_USUAL);
  GThread *thread = g_thread_new ("pdf", make_pdf_thread, pages);
  g_autoptr (GBytes) pdf = g_thread_join (thread);

  g_assert_cmpuint (g_bytes_get_size (pdf), >, 1000);
}

/* Issuing. */

static void
issue (RtPlan *plan, RtSheets sheets)
{
  g_autoptr (RtPages) pages = new_pages (plan, sheets);
  g_autoptr (GError) error = NULL;
  g_autoptr (RtChange) change = rt_pages_make_issue (pages, plan, &error);

  g_assert_no_error (error);
  g_assert_true (rt_plan_apply (plan, change, &error));
  g_assert_no_error (error);
}

static RtPages *
new_changed (RtPlan *plan)
{
  RtPagesOptions options = { .sheets = RT_SHEETS_ALL, .changed = TRUE };

  return rt_pages_new (plan, &options, NULL, NULL);
}

static void
test_issue (void)
{
  g_autoptr (RtPlan) plan = plans_read (PLAN);
  const RtIssue *last;
  guint n, slip;

  g_assert_null (rt_plan_get_last_issue (plan));
  issue (plan, RT_SHEETS_USUAL);
  last = rt_plan_get_last_issue (plan);
  g_assert_cmpstr (last->revision, ==, "A");
  g_assert_cmpstr (last->at, ==, "2027-02-27T16:42");
  g_assert_cmpuint (rt_slips_length (last->slips), ==, 4);
  slip = rt_slips_lookup (last->slips, rt_id_intern ("p3"), &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (rt_slips_table (last->slips, slip, 1), ==, "t2");
  g_assert_cmpstr (rt_slips_start (last->slips, slip, 1), ==, "10:30");
  g_assert_cmpuint (rt_slips_lookup (last->slips, rt_id_intern ("p1"), NULL), ==, G_MAXUINT);
}

static void
test_issue_is_undone (void)
{
  g_autoptr (RtPlan) plan = plans_read (PLAN);
  g_autofree char *before = plans_to_json (plan);
  g_autofree char *after = NULL;
  g_autoptr (RtPages) pages = new_pages (plan, RT_SHEETS_USUAL);
  g_autoptr (RtChange) change = rt_pages_make_issue (pages, plan, NULL);
  g_autoptr (RtChange) back = rt_change_invert (change);

  g_assert_cmpstr (rt_change_get_label (change), ==, "Issue Revision A");
  g_assert_true (rt_plan_apply (plan, change, NULL));
  g_assert_true (rt_plan_apply (plan, back, NULL));
  after = plans_to_json (plan);
  g_assert_cmpstr (after, ==, before);
}

static void
test_nothing_changed (void)
{
  g_autoptr (RtPlan) plan = plans_read (PLAN);
  g_autoptr (RtPages) pages = NULL;

  issue (plan, RT_SHEETS_ALL);
  pages = new_changed (plan);
  g_assert_cmpuint (rt_pages_get_n (pages), ==, 0);
}

/* A page keeps its number when the others are not printed. */
static void
test_changed_pages_keep_their_number (void)
{
  g_autoptr (RtPlan) plan = plans_read (PLAN);
  g_autoptr (RtPages) pages = NULL;
  g_autoptr (RtTheme) theme = NULL;
  g_autoptr (RtChange) change = rt_change_new ("Retitle");
  guint nth;

  issue (plan, RT_SHEETS (RT_SHEET_SIGNS));
  theme = rt_record_copy (rt_plan_get_theme (plan, 1));
  rt_set_text (&theme->title, "Cities");
  rt_change_replace (change, RT_PART_THEMES, 1, rt_plan_get_theme (plan, 1), theme);
  g_assert_true (rt_plan_apply (plan, change, NULL));
  pages = new_changed (plan);
  g_assert_cmpuint (rt_pages_get_n_of (pages, RT_SHEET_SIGNS), ==, 1);
  g_assert_cmpint (rt_pages_get_sheet (pages, 0, &nth), ==, RT_SHEET_SIGNS);
  g_assert_cmpuint (nth, ==, 1);
}

static void
test_next_revision (void)
{
  static const char * const revisions[][2] = {
    { "", "A" }, { "A", "B" }, { "Y", "Z" }, { "Z", "AA" }, { "AZ", "BA" }, { "ZZ", "AAA" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (revisions); i++)
    {
      g_autofree char *members
          = g_strdup_printf ("'issued':[{'revision':'%s'}]", revisions[i][0]);
      g_autoptr (RtPlan) plan = plans_read (members);
      g_autofree char *next = rt_plan_dup_next_revision (plan);

      g_assert_cmpstr (next, ==, revisions[i][1]);
    }
}

static void
test_news (void)
{
  g_autoptr (RtPlan) plan = plans_read
    (PLAN ",'issued':[{'revision':'A','slips':{'p1':[['t1','10:00']],"
     "'p3':[['t1','10:00'],['t2','10:30']],'p4':[['t2','10:00'],['','10:30']],"
     "'p5':[['t2','10:00'],['t1','10:35']]}}]");
  g_autoptr (RtRoll) roll = rt_roll_new (plan);
  static const char * const expected[] = {
    "the slip is not needed any more", NULL, NULL,
    "10:00 Table 1 instead of Table 2; 10:30 Table 2 instead of no table", "other times",
    "a new slip", NULL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *news = rt_roll_dup_news (plan, roll, i);

      g_assert_cmpstr (news, ==, expected[i]);
    }
}

/* The file of another program has slips and no fingerprints of ours: they are believed. */
static void
test_slips_without_fingerprints (void)
{
  g_autoptr (RtPlan) plan = plans_read
    (PLAN ",'issued':[{'revision':'A','slips':{'p3':[['t1','10:00'],['t2','10:30']],"
     "'p4':[['t1','10:00'],['t1','10:30']]}}]");
  RtPagesOptions options = { .sheets = RT_SHEETS (RT_SHEET_SLIPS), .changed = TRUE };
  g_autoptr (RtPages) pages = rt_pages_new (plan, &options, NULL, NULL);

  g_assert_cmpuint (rt_pages_get_n_people (pages, RT_SHEET_SLIPS), ==, 3);
}

static void
test_who_gets_a_slip (void)
{
  /* p2 hosts in the first round only, and is a guest in the second. */
  g_autoptr (RtPlan) plan = plans_read
    (PEOPLE TABLES "'rounds':[{'id':'r1'},{'id':'r2','hosts':{'t2':'p3'}},"
     "{'id':'r3','hosts':{'t2':''}}]");
  g_autoptr (RtRoll) roll = rt_roll_new (plan);
  static const gboolean expected[] = { FALSE, TRUE, TRUE, TRUE, TRUE, TRUE, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (rt_roll_has_slip (plan, roll, i), ==, expected[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/counts", test_counts);
  g_test_add_func ("/pages/missing", test_missing);
  g_test_add_func ("/pages/order", test_order);
  g_test_add_func ("/pages/text/slips", test_slip_text);
  g_test_add_func ("/pages/text/signs", test_sign_text);
  g_test_add_func ("/pages/text/wall", test_wall_text);
  g_test_add_func ("/pages/text/hosts", test_host_text);
  g_test_add_func ("/pages/text/rules", test_rule_text);
  g_test_add_func ("/pages/text/agenda", test_agenda_text);
  g_test_add_func ("/pages/text/feedback", test_feedback_text);
  g_test_add_func ("/pages/little", test_plans_with_little);
  g_test_add_func ("/pages/size", test_size);
  g_test_add_func ("/pages/words", test_words_of_sheets);
  g_test_add_func ("/pages/follows-no-change", test_follows_no_change);
  g_test_add_func ("/pages/progress", test_progress);
  g_test_add_func ("/pages/cancel/painting", test_cancel);
  g_test_add_func ("/pages/cancel/cutting", test_cancel_cutting);
  g_test_add_func ("/pages/thread", test_in_a_thread);
  g_test_add_func ("/issue/kept", test_issue);
  g_test_add_func ("/issue/undone", test_issue_is_undone);
  g_test_add_func ("/issue/nothing-changed", test_nothing_changed);
  g_test_add_func ("/issue/pages-keep-their-number", test_changed_pages_keep_their_number);
  g_test_add_func ("/issue/next-revision", test_next_revision);
  g_test_add_func ("/issue/news", test_news);
  g_test_add_func ("/issue/slips-without-fingerprints", test_slips_without_fingerprints);
  g_test_add_func ("/issue/who-gets-a-slip", test_who_gets_a_slip);
  return g_test_run ();
}
