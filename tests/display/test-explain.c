/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What the window says of rules that clash and bounds, and what to do when somebody is away. */

#include "rt-alternative-view.h"
#include "rt-alternatives-dialog.h"
#include "rt-away-dialog.h"
#include "rt-clash-card.h"
#include "rt-edit.h"
#include "rt-floor-private.h"
#include "rt-why-dialog.h"
#include "test-screen.h"

static RtApplication *application;

#define PEOPLE \
  "\"people\":[{\"id\":\"pa\",\"name\":\"Ann\",\"organisation\":\"York\"}," \
  "{\"id\":\"pb\",\"name\":\"Bob\",\"organisation\":\"York\"}," \
  "{\"id\":\"pc\",\"name\":\"Cay\",\"organisation\":\"York\"}," \
  "{\"id\":\"pd\",\"name\":\"Dan\"},{\"id\":\"pe\",\"name\":\"Eve\"}," \
  "{\"id\":\"pf\",\"name\":\"Flo\"}]"
#define TABLES \
  "\"tables\":[{\"id\":\"t1\",\"number\":1,\"places\":4,\"host\":\"pe\"}," \
  "{\"id\":\"t2\",\"number\":2,\"places\":4}]"
#define ROUND \
  "\"rounds\":[{\"id\":\"r1\",\"seating\":{\"t1\":[\"pe\",\"pa\",\"pb\"]," \
  "\"t2\":[null,\"pc\",\"pd\",\"pf\"]}}]"
#define PLAN(rules) \
  "{\"format\":\"rotunda-plan\",\"version\":1," PEOPLE "," TABLES "," ROUND "," \
  "\"rules\":[" rules "]}"

#define CLASHING \
  "{\"id\":\"u1\",\"kind\":\"together\",\"strength\":\"must\",\"people\":[\"pa\",\"pb\"]}," \
  "{\"id\":\"u2\",\"kind\":\"apart\",\"strength\":\"must\",\"people\":[\"pa\",\"pb\"]}"
#define SPREAD "{\"id\":\"u1\",\"kind\":\"spread\",\"by\":\"organisation\",\"strength\":\"should\"}"

static RtWindow *
open_rounds (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtPlan) plan = rt_plan_new_from_json (text, -1, &error);
  g_autoptr (RtSession) session = NULL;
  RtWindow *window;

  g_assert_no_error (error);
  session = rt_session_new_for_plan (plan, NULL);
  window = test_window (application, session);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "rounds");
  test_settle ();
  return window;
}

static gboolean
shows_clash (gpointer card)
{
  return gtk_widget_get_visible (card);
}

static gboolean
shows_none (gpointer card)
{
  return !gtk_widget_get_visible (card);
}

/* One click gives a rule up, and one step back brings it and the clash back. */
static void
test_clash (void)
{
  RtWindow *window = open_rounds (PLAN (CLASHING));
  RtSession *session = rt_window_get_session (window);
  RtPlan *plan = rt_session_get_plan (session);
  GtkWidget *card = test_find (GTK_WIDGET (window), RT_TYPE_CLASH_CARD, 0);

  test_wait (shows_clash, card);
  g_assert_nonnull (test_find_label (card, "These rules cannot all be kept"));
  g_assert_nonnull (test_find_label (card, "• Ann and Bob sit at one table\n"
                                           "• Ann and Bob sit at different tables"));
  gtk_widget_activate_action (card, "clash.give-up", "u", 0);
  g_assert_cmpint (rt_plan_get_rule (plan, 1)->strength, ==, RT_STRENGTH_SHOULD);
  test_wait (shows_none, card);
  g_assert_true (rt_session_undo (session));
  g_assert_cmpint (rt_plan_get_rule (plan, 1)->strength, ==, RT_STRENGTH_MUST);
  test_wait (shows_clash, card);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_reason (void)
{
  RtWindow *window = open_rounds (PLAN (SPREAD));

  g_assert_nonnull (test_find_label (GTK_WIDGET (window),
                                     "there are 3 people of York and 2 tables for them"));
  g_assert_nonnull (test_find_label (
      GTK_WIDGET (window), "It takes at least 2 rounds for everybody to meet everybody."));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWindow *
away_dialog (void)
{
  return test_find_dialog (RT_TYPE_AWAY_DIALOG);
}

static gboolean
shows_options (gpointer dialog)
{
  return test_find (dialog, GTK_TYPE_CHECK_BUTTON, 0) != NULL;
}

static void
test_host_away (void)
{
  RtWindow *window = open_rounds (PLAN (SPREAD));
  RtSession *session = rt_window_get_session (window);
  RtPlan *plan = rt_session_get_plan (session);
  GtkWindow *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "plan.away", "(ss)", "r1", "pe");
  dialog = away_dialog ();
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, "Eve is away");
  test_wait (shows_options, dialog);
  g_assert_nonnull (test_find_label (GTK_WIDGET (dialog), "Table 1 has no deputy."));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "away.apply", NULL);
  test_wait_until_gone (RT_TYPE_AWAY_DIALOG);
  g_assert_cmpint (rt_plan_find_person (plan, rt_id_intern ("pe"))->attendance, ==,
                   RT_ATTENDANCE_ABSENT);
  g_assert_cmpstr (rt_map_lookup (rt_plan_get_round (plan, 0)->hosts, rt_id_intern ("t1")), ==, "");
  g_assert_true (rt_session_undo (session));
  g_assert_cmpint (rt_plan_find_person (plan, rt_id_intern ("pe"))->attendance, !=,
                   RT_ATTENDANCE_ABSENT);
  g_assert_null (rt_plan_get_round (plan, 0)->hosts);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Whatever works for the dialog does not keep it: it has to stop, and GTK forgets the window that
 * a dialog is for only with the dialog. */
static void
close_at_once (GtkWindow *dialog)
{
  gpointer there = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &there);
  gtk_window_destroy (dialog);
  g_assert_null (there);
}

/* A dialog that is closed while it works out its answers says nothing any more. */
static void
test_away_closed (void)
{
  RtWindow *window = open_rounds (PLAN (SPREAD));

  gtk_widget_activate_action (GTK_WIDGET (window), "plan.away", "(ss)", "r1", "pa");
  close_at_once (away_dialog ());
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_nobody_unseated (void)
{
  RtWindow *window = open_rounds (PLAN (SPREAD));

  gtk_widget_activate_action (GTK_WIDGET (window), "plan.unseated", NULL);
  g_assert_null (away_dialog ());
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The swap that is offered is made, and the dialog goes because what it says no longer holds. */
static void
test_why (void)
{
  RtWindow *window = open_rounds (PLAN (SPREAD));
  RtSession *session = rt_window_get_session (window);
  RtPlan *plan = rt_session_get_plan (session);
  RtId round = rt_id_intern ("r1"), person = rt_id_intern ("pc"), table;
  GtkWindow *dialog;
  GtkWidget *row;

  rt_session_do (
      session,
      rt_edit_move_person (plan, round, person, rt_id_intern ("t1"), RT_ANY_CHAIR, NULL), NULL);
  test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "plan.why", "(ss)", "r1", "pc");
  dialog = test_find_dialog (RT_TYPE_WHY_DIALOG);
  g_assert_nonnull (dialog);
  row = test_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, 0);
  g_signal_emit_by_name (test_find (row, GTK_TYPE_BUTTON, 0), "clicked");
  test_settle ();
  g_assert_null (test_find_dialog (RT_TYPE_WHY_DIALOG));
  g_assert_true (rt_seating_find (rt_plan_get_round (plan, 0)->seating, person, &table, NULL));
  g_assert_cmpstr (table, ==, "t2");
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_last (GtkWidget *widget, const char *action)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_prev_sibling (child))
    found = find_last (child, action);
  return found;
}

static GtkWidget *
find_last_take (GtkWidget *widget)
{
  return find_last (widget, "alternatives.take");
}

static gboolean
has_all_alternatives (gpointer dialog)
{
  GtkWidget *button = find_last_take (dialog);
  GVariant *which
      = button ? gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)) : NULL;

  return which != NULL && g_variant_get_uint32 (which) == 2;
}

/* One is taken as one step, and the dialog goes with it. */
static void
test_alternatives (void)
{
  RtWindow *window = open_rounds (PLAN (SPREAD));
  RtSession *session = rt_window_get_session (window);
  RtPlan *plan = rt_session_get_plan (session);
  g_autoptr (RtSeating) before = rt_seating_ref (rt_plan_get_round (plan, 0)->seating);
  GtkWindow *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "plan.alternatives", NULL);
  dialog = test_find_dialog (RT_TYPE_ALTERNATIVES_DIALOG);
  g_assert_nonnull (test_find_label (GTK_WIDGET (dialog), "As It Is Now"));
  test_wait (has_all_alternatives, dialog);
  g_assert_nonnull (test_find_label (GTK_WIDGET (dialog), "Alternative 3"));
  g_assert_true (rt_seating_equal (rt_plan_get_round (plan, 0)->seating, before));
  g_signal_emit_by_name (find_last_take (GTK_WIDGET (dialog)), "clicked");
  test_settle ();
  g_assert_null (test_find_dialog (RT_TYPE_ALTERNATIVES_DIALOG));
  g_assert_false (rt_seating_equal (rt_plan_get_round (plan, 0)->seating, before));
  g_assert_true (rt_session_undo (session));
  g_assert_true (rt_seating_equal (rt_plan_get_round (plan, 0)->seating, before));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Each can be looked at on a floor of its own, where nothing moves, and taken from there. */
static void
test_alternatives_look (void)
{
  RtWindow *window = open_rounds (PLAN (SPREAD));
  RtSession *session = rt_window_get_session (window);
  RtPlan *plan = rt_session_get_plan (session);
  guint64 serial = rt_plan_get_serial (plan);
  const RtScene *scene;
  GtkWindow *dialog;
  GtkWidget *view, *floor;
  RtId seated[2] = { NULL, NULL }, table;

  gtk_widget_activate_action (GTK_WIDGET (window), "plan.alternatives", NULL);
  dialog = test_find_dialog (RT_TYPE_ALTERNATIVES_DIALOG);
  test_wait (has_all_alternatives, dialog);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "alternatives.look", "u", 2);
  view = test_find (GTK_WIDGET (dialog), RT_TYPE_ALTERNATIVE_VIEW, 0);
  test_wait (test_is_mapped, view);
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, "Alternative 3");
  /* There is one round. */
  g_assert_false (gtk_widget_get_sensitive (find_last (view, "plan.next-round")));
  floor = test_find (view, RT_TYPE_FLOOR_VIEW, 0);
  scene = rt_floor_view_get_scene (RT_FLOOR_VIEW (floor));
  g_assert_cmpuint (scene->n_tables, ==, rt_plan_get_n (plan, RT_PART_TABLES));
  for (guint i = 0; i < 2; i++)
    {
      for (guint k = 1; k < scene->tables[i].n_chairs; k++)
        if (scene->tables[i].chairs[k].person != NULL)
          seated[i] = scene->tables[i].chairs[k].person;
      g_assert_nonnull (seated[i]);
    }
  rt_floor_view_activated (RT_FLOOR_VIEW (floor), (RtSpot) { 0, 0 });
  g_assert_cmpuint (rt_plan_get_serial (plan), ==, serial);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "alternatives.back", NULL);
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, "Three Alternatives");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "alternatives.take", "u", 2);
  test_settle ();
  g_assert_null (test_find_dialog (RT_TYPE_ALTERNATIVES_DIALOG));
  for (guint i = 0; i < 2; i++)
    {
      const RtSeating *seating = rt_plan_get_round (plan, 0)->seating;

      g_assert_true (rt_seating_find (seating, seated[i], &table, NULL));
      g_assert_cmpstr (table, ==, i == 0 ? "t1" : "t2");
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* How far below the top of its window a label stands. */
static double
get_y (GtkWidget *dialog, const char *words)
{
  GtkWidget *label = test_find_label (dialog, words);
  graphene_point_t point;

  g_assert_true (gtk_widget_compute_point (label, dialog, &GRAPHENE_POINT_INIT (0, 0), &point));
  return point.y;
}

/* Numbers stand in the order of the panel beside the floor, whatever the order of the rules. */
static void
test_alternatives_order (void)
{
  RtWindow *window = open_rounds (PLAN (
      SPREAD ",{\"id\":\"u2\",\"kind\":\"repeats\",\"strength\":\"should\"}"));
  GtkWindow *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "plan.alternatives", NULL);
  dialog = test_find_dialog (RT_TYPE_ALTERNATIVES_DIALOG);
  test_wait (has_all_alternatives, dialog);
  test_wait (test_is_mapped, test_find_label (GTK_WIDGET (dialog), "Repeats"));
  g_assert_cmpfloat (get_y (GTK_WIDGET (dialog), "Repeats"), <,
                     get_y (GTK_WIDGET (dialog), "Same organisation"));
  gtk_window_destroy (dialog);
  test_settle ();
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Closed while it works, it changes nothing and says nothing. */
static void
test_alternatives_closed (void)
{
  RtWindow *window = open_rounds (PLAN (SPREAD));
  RtSession *session = rt_window_get_session (window);

  gtk_widget_activate_action (GTK_WIDGET (window), "plan.alternatives", NULL);
  close_at_once (test_find_dialog (RT_TYPE_ALTERNATIVES_DIALOG));
  g_assert_null (rt_history_undo_label (rt_session_get_history (session)));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  application = test_start ();
  g_test_add_func ("/explain/clash", test_clash);
  g_test_add_func ("/explain/reason", test_reason);
  g_test_add_func ("/explain/why", test_why);
  g_test_add_func ("/explain/host-away", test_host_away);
  g_test_add_func ("/explain/away-closed", test_away_closed);
  g_test_add_func ("/explain/alternatives", test_alternatives);
  g_test_add_func ("/explain/alternatives-look", test_alternatives_look);
  g_test_add_func ("/explain/alternatives-order", test_alternatives_order);
  g_test_add_func ("/explain/alternatives-closed", test_alternatives_closed);
  g_test_add_func ("/explain/nobody-unseated", test_nobody_unseated);
  return g_test_run ();
}
