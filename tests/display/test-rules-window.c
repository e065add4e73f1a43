/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The rules of a plan in their window: each is a row, each edit one change that can be undone. */

#include "rt-edit.h"
#include "rt-people-choice.h"
#include "rt-rule-dialog.h"
#include "rt-rule-row.h"
#include "rt-rule-sentence.h"
#include "rt-rules-window.h"
#include "test-order.h"

static void
set_up (TestOrder *fixture, gconstpointer data)
{
  g_autoptr (RtRule) even = rt_rule_new (RT_RULE_EVEN, RT_STRENGTH_MUST);
  g_autoptr (RtRule) own = rt_rule_new (RT_RULE_OWN_HOST, RT_STRENGTH_MAY);
  gpointer rules[] = { even, own };
  RtPlan *plan = test_plan ();
  RtChange *change = rt_edit_add (plan, "Add", RT_PART_RULES, rules, 2, NULL);

  g_assert_true (rt_plan_apply (plan, change, NULL));
  rt_change_unref (change);
  test_order_set_up (fixture, plan, RT_PART_RULES, rt_rules_window_new);
}

static int
kind_at (TestOrder *fixture, guint index)
{
  return rt_plan_get_rule (fixture->plan, index)->kind;
}

static void
test_strength (TestOrder *fixture, gconstpointer data)
{
  test_order_ask (fixture, 1, RT_ORDER_VALUE, RT_STRENGTH_SHOULD);
  g_assert_cmpint (rt_plan_get_rule (fixture->plan, 1)->strength, ==, RT_STRENGTH_SHOULD);
  test_order_activate (fixture, "order.undo");
  g_assert_cmpint (rt_plan_get_rule (fixture->plan, 1)->strength, ==, RT_STRENGTH_MUST);
  test_order_activate (fixture, "order.redo");
  g_assert_cmpint (rt_plan_get_rule (fixture->plan, 1)->strength, ==, RT_STRENGTH_SHOULD);
}

static void
test_order (TestOrder *fixture, gconstpointer data)
{
  test_order_ask (fixture, 1, RT_ORDER_UP, 0);
  g_assert_cmpint (kind_at (fixture, 0), ==, RT_RULE_EVEN);
  test_order_ask (fixture, 0, RT_ORDER_UP, 0);
  g_assert_cmpint (kind_at (fixture, 0), ==, RT_RULE_EVEN);
  test_order_ask (fixture, 0, RT_ORDER_DOWN, 0);
  g_assert_cmpint (kind_at (fixture, 1), ==, RT_RULE_EVEN);
  test_order_ask (fixture, 2, RT_ORDER_HERE, 0);
  g_assert_cmpint (kind_at (fixture, 2), ==, RT_RULE_REPEATS);
  test_order_activate (fixture, "order.undo");
  g_assert_cmpint (kind_at (fixture, 0), ==, RT_RULE_REPEATS);
}

static void
test_remove (TestOrder *fixture, gconstpointer data)
{
  test_order_ask (fixture, 1, RT_ORDER_REMOVE, 0);
  g_assert_cmpuint (rt_plan_get_n (fixture->plan, RT_PART_RULES), ==, 2);
  test_order_ask (fixture, 0, RT_ORDER_REMOVE, 0);
  test_order_ask (fixture, 0, RT_ORDER_REMOVE, 0);
  g_assert_cmpuint (rt_plan_get_n (fixture->plan, RT_PART_RULES), ==, 0);
  test_order_activate (fixture, "order.undo");
  g_assert_cmpint (kind_at (fixture, 0), ==, RT_RULE_OWN_HOST);
}

/* The part that was used keeps the focus: who moves a rule up twice does not look for it again. */
static void
test_focus (TestOrder *fixture, gconstpointer data)
{
  rt_order_controls_focus (test_order_row (fixture, 2), RT_ORDER_UP);
  test_order_ask (fixture, 2, RT_ORDER_UP, 0);
  g_assert_cmpint (rt_order_controls_get_focus (test_order_row (fixture, 1)), ==, RT_ORDER_UP);
  rt_order_controls_focus (test_order_row (fixture, 2), RT_ORDER_REMOVE);
  test_order_ask (fixture, 2, RT_ORDER_REMOVE, 0);
  g_assert_cmpint (rt_order_controls_get_focus (test_order_row (fixture, 1)), ==, RT_ORDER_REMOVE);
}

static void
test_narrow (TestOrder *fixture, gconstpointer data)
{
  GtkListBoxRow *row = rt_order_window_get_row (RT_ORDER_WINDOW (fixture->window), 0);
  int wide, narrow;

  rt_order_row_set_narrow (RT_ORDER_ROW (row), FALSE);
  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_HORIZONTAL, -1, &wide, NULL, NULL, NULL);
  rt_order_row_set_narrow (RT_ORDER_ROW (row), TRUE);
  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_HORIZONTAL, -1, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (narrow, <, wide);
  g_assert_cmpint (narrow, <=, 340);
}

/* A rule that is opened and not changed is the rule it was: of every kind, with all it needs. */
static void
test_keeps (TestOrder *fixture, gconstpointer data)
{
  static const char text[]
      = "{\"format\": \"rotunda-plan\", \"version\": 1,"
        " \"people\": [{\"id\": \"pa\", \"name\": \"A\"}, {\"id\": \"pb\", \"name\": \"B\"}],"
        " \"themes\": [{\"id\": \"ha\"}], \"tables\": [{\"id\": \"ta\", \"number\": 1, \"places\": "
        "4}],"
        " \"rounds\": [{\"id\": \"ra\"}, {\"id\": \"rb\"}], \"rules\": ["
        "{\"id\": \"u1\", \"kind\": \"repeats\", \"strength\": \"must\", \"most\": 2},"
        "{\"id\": \"u2\", \"kind\": \"returns\", \"strength\": \"may\", \"of\": \"theme\", "
        "\"rounds\": [\"rb\"]},"
        "{\"id\": \"u3\", \"kind\": \"spread\", \"strength\": \"should\", \"by\": \"sector\"},"
        "{\"id\": \"u4\", \"kind\": \"spread\", \"strength\": \"should\", \"by\": \"tag:new\", "
        "\"most\": 1},"
        "{\"id\": \"u5\", \"kind\": \"own-host\", \"strength\": \"must\"},"
        "{\"id\": \"u6\", \"kind\": \"even\", \"strength\": \"must\"},"
        "{\"id\": \"u7\", \"kind\": \"count\", \"strength\": \"must\", \"by\": \"kind\", "
        "\"value\": \"academic\", \"least\": 1, \"most\": 1},"
        "{\"id\": \"u8\", \"kind\": \"count\", \"strength\": \"must\", \"by\": \"language:en\", "
        "\"least\": 2},"
        "{\"id\": \"u9\", \"kind\": \"together\", \"strength\": \"must\", \"people\": [\"pb\", "
        "\"pa\"]},"
        "{\"id\": \"uA\", \"kind\": \"apart\", \"strength\": \"must\", \"people\": [\"pa\", "
        "\"pb\"]},"
        "{\"id\": \"uB\", \"kind\": \"visit\", \"strength\": \"must\", \"person\": \"pa\", "
        "\"table\": \"ta\"},"
        "{\"id\": \"uC\", \"kind\": \"visit\", \"strength\": \"must\", \"person\": \"pb\", "
        "\"host\": \"pa\"},"
        "{\"id\": \"uD\", \"kind\": \"avoid\", \"strength\": \"must\", \"person\": \"pb\", "
        "\"theme\": \"ha\"},"
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
test_add (TestOrder *fixture, gconstpointer data)
{
  GtkWidget *dialog = rt_rule_dialog_new (fixture->session, NULL);

  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (rt_rule_dialog_apply (RT_RULE_DIALOG (dialog)));
  g_assert_cmpuint (rt_plan_get_n (fixture->plan, RT_PART_RULES), ==, 4);
  /* One of a kind that is there already would count everything twice. */
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (rt_plan_get_rule (fixture->plan, i)->kind, !=,
                     rt_plan_get_rule (fixture->plan, 3)->kind);
  test_order_wait (fixture);
  test_order_activate (fixture, "order.undo");
  g_assert_cmpuint (rt_plan_get_n (fixture->plan, RT_PART_RULES), ==, 3);
}

/* People are added from a list of all, once each, and taken out again one by one. */
static void
test_choose_people (TestOrder *fixture, gconstpointer data)
{
  GtkWidget *dialog = rt_rule_dialog_new (fixture->session, NULL);
  RtPeopleChoice *people = test_find (dialog, RT_TYPE_PEOPLE_CHOICE, 0);
  GtkDropDown *add = test_find (GTK_WIDGET (people), GTK_TYPE_DROP_DOWN, 0);
  g_autofree RtIds chosen = NULL;

  for (guint i = 0; i < 2; i++)
    for (guint k = 1; k <= 3; k++)
      {
        gtk_drop_down_set_selected (add, k);
        g_assert_cmpuint (gtk_drop_down_get_selected (add), ==, 0);
      }
  g_assert_cmpuint (rt_people_choice_get_n (people), ==, 3);
  g_signal_emit_by_name (test_find (GTK_WIDGET (people), GTK_TYPE_BUTTON, 0), "clicked");
  chosen = rt_people_choice_dup_ids (people);
  g_assert_cmpuint (rt_ids_length (chosen), ==, 2);
  g_assert_true (chosen[0] == rt_plan_get_person (fixture->plan, 1)->parent.id);
  g_assert_true (chosen[1] == rt_plan_get_person (fixture->plan, 2)->parent.id);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int argc, char *argv[])
{
  static const TestOrderCase cases[] = {
    { "/rules-window/strength", test_strength }, { "/rules-window/order", test_order },
    { "/rules-window/remove", test_remove },     { "/rules-window/focus", test_focus },
    { "/rules-window/narrow", test_narrow },     { "/rules-window/keeps", test_keeps },
    { "/rules-window/add", test_add },
    { "/rules-window/choose-people", test_choose_people },
  };

  return test_order_run (argc, argv, cases, G_N_ELEMENTS (cases), set_up);
}
