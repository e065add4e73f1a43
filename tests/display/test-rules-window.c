/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The rules of a plan in their window: each is a row, each edit one change that can be undone. */

#include "rt-edit.h"
#include "rt-rule-dialog.h"
#include "rt-rule-row.h"
#include "rt-rule-sentence.h"
#include "rt-rules-window.h"
#include "test-screen.h"

typedef struct
{
  RtPlan *plan;
  RtSession *session;
  GtkWidget *window;
} Fixture;

static void
collect_rows (GtkWidget *widget,
              GPtrArray *rows)
{
  if (RT_IS_RULE_ROW (widget))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

static RtRuleRow *
get_row (Fixture *fixture,
         guint    index)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  collect_rows (fixture->window, rows);
  return index < rows->len ? rows->pdata[index] : NULL;
}

/* The rows are those of the plan, in its order. */
static gboolean
rows_match (gpointer data)
{
  Fixture *fixture = data;
  guint n = rt_plan_get_n (fixture->plan, RT_PART_RULES);

  for (guint i = 0; i < n; i++)
    if (get_row (fixture, i) == NULL
        || rt_rule_row_get_rule (get_row (fixture, i))
               != rt_plan_get_rule (fixture->plan, i)->parent.id)
      return FALSE;
  return get_row (fixture, n) == NULL;
}

static void
wait_for_rows (Fixture *fixture)
{
  test_wait (rows_match, fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (RtRule) even = rt_rule_new (RT_RULE_EVEN, RT_STRENGTH_MUST);
  g_autoptr (RtRule) own = rt_rule_new (RT_RULE_OWN_HOST, RT_STRENGTH_MAY);
  gpointer rules[] = { even, own };
  RtChange *change;

  fixture->plan = test_plan ();
  change = rt_edit_add (fixture->plan, "Add", RT_PART_RULES, rules, 2, NULL);
  g_assert_true (rt_plan_apply (fixture->plan, change, NULL));
  rt_change_unref (change);
  fixture->session = rt_session_new_for_plan (fixture->plan, NULL);
  fixture->window = rt_rules_window_new (fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_rows (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  test_settle ();
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->plan);
}

static void
ask (Fixture   *fixture,
     guint      row,
     RtRuleAsk  what,
     guint      detail)
{
  g_signal_emit_by_name (get_row (fixture, row), "asked", what, detail);
  wait_for_rows (fixture);
}

static int
kind_at (Fixture *fixture,
         guint    index)
{
  return rt_plan_get_rule (fixture->plan, index)->kind;
}

static void
test_strength (Fixture       *fixture,
               gconstpointer  data)
{
  ask (fixture, 1, RT_RULE_ASK_STRENGTH, RT_STRENGTH_SHOULD);
  g_assert_cmpint (rt_plan_get_rule (fixture->plan, 1)->strength, ==, RT_STRENGTH_SHOULD);
  gtk_widget_activate_action (fixture->window, "rules.undo", NULL);
  g_assert_cmpint (rt_plan_get_rule (fixture->plan, 1)->strength, ==, RT_STRENGTH_MUST);
  gtk_widget_activate_action (fixture->window, "rules.redo", NULL);
  g_assert_cmpint (rt_plan_get_rule (fixture->plan, 1)->strength, ==, RT_STRENGTH_SHOULD);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  ask (fixture, 1, RT_RULE_ASK_UP, 0);
  g_assert_cmpint (kind_at (fixture, 0), ==, RT_RULE_EVEN);
  ask (fixture, 0, RT_RULE_ASK_UP, 0);
  g_assert_cmpint (kind_at (fixture, 0), ==, RT_RULE_EVEN);
  ask (fixture, 0, RT_RULE_ASK_DOWN, 0);
  g_assert_cmpint (kind_at (fixture, 1), ==, RT_RULE_EVEN);
  ask (fixture, 2, RT_RULE_ASK_HERE, 0);
  g_assert_cmpint (kind_at (fixture, 2), ==, RT_RULE_REPEATS);
  gtk_widget_activate_action (fixture->window, "rules.undo", NULL);
  g_assert_cmpint (kind_at (fixture, 0), ==, RT_RULE_REPEATS);
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  ask (fixture, 1, RT_RULE_ASK_REMOVE, 0);
  g_assert_cmpuint (rt_plan_get_n (fixture->plan, RT_PART_RULES), ==, 2);
  ask (fixture, 0, RT_RULE_ASK_REMOVE, 0);
  ask (fixture, 0, RT_RULE_ASK_REMOVE, 0);
  g_assert_cmpuint (rt_plan_get_n (fixture->plan, RT_PART_RULES), ==, 0);
  gtk_widget_activate_action (fixture->window, "rules.undo", NULL);
  wait_for_rows (fixture);
  g_assert_cmpint (kind_at (fixture, 0), ==, RT_RULE_OWN_HOST);
}

/* The part that was used keeps the focus: who moves a rule up twice does not look for it again. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  RtRuleRow *row = get_row (fixture, 2);

  rt_rule_row_focus (row, RT_RULE_ASK_UP);
  ask (fixture, 2, RT_RULE_ASK_UP, 0);
  g_assert_cmpint (rt_rule_row_get_focus (get_row (fixture, 1)), ==, RT_RULE_ASK_UP);
  rt_rule_row_focus (get_row (fixture, 2), RT_RULE_ASK_REMOVE);
  ask (fixture, 2, RT_RULE_ASK_REMOVE, 0);
  g_assert_cmpint (rt_rule_row_get_focus (get_row (fixture, 1)), ==, RT_RULE_ASK_REMOVE);
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  int wide, narrow;

  rt_rule_row_set_narrow (get_row (fixture, 0), FALSE);
  gtk_widget_measure (GTK_WIDGET (get_row (fixture, 0)), GTK_ORIENTATION_HORIZONTAL, -1, &wide,
                      NULL, NULL, NULL);
  rt_rule_row_set_narrow (get_row (fixture, 0), TRUE);
  gtk_widget_measure (GTK_WIDGET (get_row (fixture, 0)), GTK_ORIENTATION_HORIZONTAL, -1, &narrow,
                      NULL, NULL, NULL);
  g_assert_cmpint (narrow, <, wide);
  g_assert_cmpint (narrow, <=, 340);
}

/* A rule that is opened and not changed is the rule it was: of every kind, with all it needs. */
static void
test_keeps (Fixture       *fixture,
            gconstpointer  data)
{
  static const char text[]
      = "{\"format\": \"rotunda-plan\", \"version\": 1,"
        " \"people\": [{\"id\": \"pa\", \"name\": \"A\"}, {\"id\": \"pb\", \"name\": \"B\"}],"
        " \"themes\": [{\"id\": \"ha\"}], \"tables\": [{\"id\": \"ta\", \"number\": 1, \"places\": 4}],"
        " \"rounds\": [{\"id\": \"ra\"}, {\"id\": \"rb\"}], \"rules\": ["
        "{\"id\": \"u1\", \"kind\": \"repeats\", \"strength\": \"must\", \"most\": 2},"
        "{\"id\": \"u2\", \"kind\": \"returns\", \"strength\": \"may\", \"of\": \"theme\", \"rounds\": [\"rb\"]},"
        "{\"id\": \"u3\", \"kind\": \"spread\", \"strength\": \"should\", \"by\": \"sector\"},"
        "{\"id\": \"u4\", \"kind\": \"spread\", \"strength\": \"should\", \"by\": \"tag:new\", \"most\": 1},"
        "{\"id\": \"u5\", \"kind\": \"own-host\", \"strength\": \"must\"},"
        "{\"id\": \"u6\", \"kind\": \"even\", \"strength\": \"must\"},"
        "{\"id\": \"u7\", \"kind\": \"count\", \"strength\": \"must\", \"by\": \"kind\", \"value\": \"academic\", \"least\": 1, \"most\": 1},"
        "{\"id\": \"u8\", \"kind\": \"count\", \"strength\": \"must\", \"by\": \"language:en\", \"least\": 2},"
        "{\"id\": \"u9\", \"kind\": \"together\", \"strength\": \"must\", \"people\": [\"pb\", \"pa\"]},"
        "{\"id\": \"uA\", \"kind\": \"apart\", \"strength\": \"must\", \"people\": [\"pa\", \"pb\"]},"
        "{\"id\": \"uB\", \"kind\": \"visit\", \"strength\": \"must\", \"person\": \"pa\", \"table\": \"ta\"},"
        "{\"id\": \"uC\", \"kind\": \"visit\", \"strength\": \"must\", \"person\": \"pb\", \"host\": \"pa\"},"
        "{\"id\": \"uD\", \"kind\": \"avoid\", \"strength\": \"must\", \"person\": \"pb\", \"theme\": \"ha\"},"
        "{\"id\": \"uE\", \"kind\": \"wishes\", \"strength\": \"may\"},"
        "{\"id\": \"uF\", \"kind\": \"language\", \"strength\": \"may\"},"
        "{\"id\": \"uG\", \"kind\": \"step-free\", \"strength\": \"must\"}]}";
  g_autoptr (RtPlan) plan = rt_plan_new_from_json (text, -1, NULL);
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_RULES); i++)
    {
      const RtRule *rule = rt_plan_get_rule (plan, i);
      GtkWidget *dialog = rt_rule_dialog_new (session, rule->parent.id);
      g_autoptr (RtRule) made = rt_rule_dialog_make (RT_RULE_DIALOG (dialog));
      g_autofree char *sentence = rt_rule_dup_sentence (plan, made);

      g_assert_true (rt_record_equal (made, rule));
      g_assert_nonnull (sentence);
      gtk_window_destroy (GTK_WINDOW (dialog));
    }
  test_settle ();
}

/* A new rule begins as one that nothing is missing of. */
static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *dialog = rt_rule_dialog_new (fixture->session, NULL);

  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (rt_rule_dialog_apply (RT_RULE_DIALOG (dialog)));
  g_assert_cmpuint (rt_plan_get_n (fixture->plan, RT_PART_RULES), ==, 4);
  wait_for_rows (fixture);
  gtk_widget_activate_action (fixture->window, "rules.undo", NULL);
  g_assert_cmpuint (rt_plan_get_n (fixture->plan, RT_PART_RULES), ==, 3);
  wait_for_rows (fixture);
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; void (*func) (Fixture *, gconstpointer); } tests[] = {
    { "/rules-window/strength", test_strength }, { "/rules-window/order", test_order },
    { "/rules-window/remove", test_remove },     { "/rules-window/focus", test_focus },
    { "/rules-window/narrow", test_narrow },     { "/rules-window/keeps", test_keeps },
    { "/rules-window/add", test_add },
  };

  gtk_test_init (&argc, &argv, NULL);
  test_start ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
