/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The session: one door, one signal per change, and nothing said twice. */

#include "rt-edit.h"
#include "rt-samples.h"
#include "test-screen.h"

typedef struct
{
  RtPlan *plan;
  RtSession *session;
  guint n_changed, n_measures, n_modified, n_title, n_person, n_round;
  GPtrArray *told;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
told_cb (Fixture *fixture, const char *message, gboolean can_undo)
{
  g_ptr_array_add (fixture->told, g_strdup (message));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->plan = test_plan ();
  fixture->session = rt_session_new_for_plan (fixture->plan, NULL);
  fixture->told = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect_swapped (fixture->session, "changed", G_CALLBACK (count_cb),
                            &fixture->n_changed);
  g_signal_connect_swapped (fixture->session, "measures-changed", G_CALLBACK (count_cb),
                            &fixture->n_measures);
  g_signal_connect_swapped (fixture->session, "notify::modified", G_CALLBACK (count_cb),
                            &fixture->n_modified);
  g_signal_connect_swapped (fixture->session, "notify::title", G_CALLBACK (count_cb),
                            &fixture->n_title);
  g_signal_connect_swapped (fixture->session, "notify::selected-person", G_CALLBACK (count_cb),
                            &fixture->n_person);
  g_signal_connect_swapped (fixture->session, "notify::round", G_CALLBACK (count_cb),
                            &fixture->n_round);
  g_signal_connect_swapped (fixture->session, "told", G_CALLBACK (told_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_settle ();
  /* A thread that is done lets go of it a moment later. */
  test_wait (test_is_alone, fixture->session);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->plan);
  g_ptr_array_unref (fixture->told);
}

static gboolean
move (Fixture *fixture, const char *person, const char *table, int chair)
{
  GError *error = NULL;
  RtChange *change = rt_edit_move_person (fixture->plan, rt_id_intern ("ra"), rt_id_intern (person),
                                          rt_id_intern (table), chair, &error);

  return rt_session_do (fixture->session, change, &error);
}

static void
test_do (Fixture *fixture, gconstpointer data)
{
  g_assert_false (rt_session_is_modified (fixture->session));
  g_assert_true (move (fixture, "pa", "tb", RT_ANY_CHAIR));
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->n_modified, ==, 1);
  g_assert_cmpuint (fixture->n_title, ==, 0);
  g_assert_true (rt_session_is_modified (fixture->session));
  g_assert_cmpstr (test_table_of (fixture->plan, 0, "pa"), ==, "tb");
  test_settle ();
  g_assert_cmpuint (fixture->n_measures, ==, 1);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  move (fixture, "pa", "tb", RT_ANY_CHAIR);
  g_assert_nonnull (rt_history_undo_label (rt_session_get_history (fixture->session)));
  g_assert_true (rt_session_undo (fixture->session));
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_cmpuint (fixture->n_modified, ==, 2);
  g_assert_false (rt_session_is_modified (fixture->session));
  g_assert_cmpstr (test_table_of (fixture->plan, 0, "pa"), ==, "ta");
  g_assert_true (rt_session_redo (fixture->session));
  g_assert_cmpstr (test_table_of (fixture->plan, 0, "pa"), ==, "tb");
  g_assert_false (rt_session_redo (fixture->session));
}

static void
test_nothing_to_undo (Fixture *fixture, gconstpointer data)
{
  g_assert_false (rt_session_undo (fixture->session));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_cmpuint (fixture->told->len, ==, 0);
}

/* What cannot be done is told, and nothing has changed. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  guint64 serial = rt_plan_get_serial (fixture->plan);
  GError *error = g_error_new (RT_ERROR, RT_ERROR_FULL, "Table 2 is full.");

  g_assert_false (rt_session_do (fixture->session, NULL, &error));
  g_assert_null (error);
  g_assert_cmpuint (fixture->told->len, ==, 1);
  g_assert_cmpstr (fixture->told->pdata[0], ==, "Table 2 is full.");
  g_assert_cmpuint (rt_plan_get_serial (fixture->plan), ==, serial);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_false (rt_session_is_modified (fixture->session));
}

/* The reason is told also where the change is made among the arguments. */
static void
test_refused_nested (Fixture *fixture, gconstpointer data)
{
  GError *error = NULL;

  g_assert_false (rt_session_do (
      fixture->session,
      rt_edit_unseat (fixture->plan, rt_id_intern ("none"), rt_id_intern ("pa"), &error), &error));
  g_assert_null (error);
  g_assert_cmpuint (fixture->told->len, ==, 1);
}

static void
test_group (Fixture *fixture, gconstpointer data)
{
  rt_session_begin_group (fixture->session, "Two moves");
  move (fixture, "pa", "tb", RT_ANY_CHAIR);
  move (fixture, "pc", "tb", RT_ANY_CHAIR);
  g_assert_true (rt_session_end_group (fixture->session, TRUE));
  g_assert_cmpstr (rt_history_undo_label (rt_session_get_history (fixture->session)), ==,
                   "Two moves");
  rt_session_undo (fixture->session);
  g_assert_cmpstr (test_table_of (fixture->plan, 0, "pa"), ==, "ta");
  g_assert_false (rt_session_is_modified (fixture->session));
}

static void
test_group_taken_back (Fixture *fixture, gconstpointer data)
{
  rt_session_begin_group (fixture->session, "Half done");
  move (fixture, "pa", "tb", RT_ANY_CHAIR);
  g_assert_false (rt_session_end_group (fixture->session, FALSE));
  g_assert_cmpstr (test_table_of (fixture->plan, 0, "pa"), ==, "ta");
  g_assert_null (rt_history_redo_label (rt_session_get_history (fixture->session)));
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  RtId person = rt_id_intern ("pb");

  rt_session_set_selected_person (fixture->session, person);
  rt_session_set_selected_person (fixture->session, person);
  g_assert_cmpuint (fixture->n_person, ==, 1);
  rt_session_do (fixture->session,
                 rt_edit_remove (fixture->plan, NULL, RT_PART_PEOPLE, &person, 1, NULL), NULL);
  g_assert_null (rt_session_get_selected_person (fixture->session));
  g_assert_cmpuint (fixture->n_person, ==, 2);
}

static void
test_round (Fixture *fixture, gconstpointer data)
{
  RtId second = rt_id_intern ("rb");

  rt_session_set_round (fixture->session, 7);
  g_assert_cmpuint (rt_session_get_round (fixture->session), ==, 0);
  rt_session_set_round (fixture->session, 1);
  g_assert_true (rt_session_get_round_id (fixture->session) == second);
  rt_session_do (fixture->session,
                 rt_edit_remove (fixture->plan, NULL, RT_PART_ROUNDS, &second, 1, NULL), NULL);
  g_assert_cmpuint (rt_session_get_round (fixture->session), ==, 0);
  g_assert_cmpuint (fixture->n_round, ==, 2);
}

static void
test_measures (Fixture *fixture, gconstpointer data)
{
  const RtMeasures *before = rt_session_get_measures (fixture->session);

  g_assert_true (rt_session_get_measures (fixture->session) == before);
  g_assert_cmpint (rt_measures_find (before, "unseated")->found, ==, 3);
  move (fixture, "pa", "tb", RT_ANY_CHAIR);
  g_assert_cmpint (rt_session_get_roll (fixture->session)->table[0], ==, 1);
}

static gboolean
is_arranged (gpointer data)
{
  return !rt_session_is_arranging (data, NULL);
}

/* The result enters by the door as one change; meanwhile nothing else does. */
static void
test_arrange (Fixture *fixture, gconstpointer data)
{
  rt_session_arrange (fixture->session, -1, 5);
  g_assert_true (rt_session_is_arranging (fixture->session, NULL));
  g_assert_false (move (fixture, "pa", "tb", RT_ANY_CHAIR));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  test_wait (is_arranged, fixture->session);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpint (rt_measures_find (rt_session_get_measures (fixture->session), "unseated")->found,
                   ==, 0);
  rt_session_undo (fixture->session);
  g_assert_false (rt_session_is_modified (fixture->session));
}

static void
test_arrange_cancelled (Fixture *fixture, gconstpointer data)
{
  rt_session_arrange (fixture->session, -1, 5);
  rt_session_stop (fixture->session, FALSE);
  test_wait (is_arranged, fixture->session);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

/* Nineteen people for six rounds at five tables: nothing that is proven within a second. */
static RtPlan *
hard_plan (void)
{
  g_autoptr (GString) text
      = g_string_new ("{\"format\":\"rotunda-plan\",\"version\":1,\"people\":[");
  g_autoptr (GError) error = NULL;
  RtPlan *plan;

  for (int i = 0; i < 19; i++)
    g_string_append_printf (text, "%s{\"id\":\"p%d\",\"organisation\":\"O%d\"}",
                            i > 0 ? "," : "", i, i % 7);
  g_string_append (text, "],\"tables\":[");
  for (int i = 0; i < 5; i++)
    g_string_append_printf (text, "%s{\"id\":\"t%d\",\"number\":%d,\"places\":4}",
                            i > 0 ? "," : "", i, i + 1);
  g_string_append (text, "],\"rounds\":[");
  for (int i = 0; i < 6; i++)
    g_string_append_printf (text, "%s{\"id\":\"r%d\"}", i > 0 ? "," : "", i);
  g_string_append (text, "],\"rules\":["
                         "{\"id\":\"u1\",\"kind\":\"repeats\",\"strength\":\"should\"},"
                         "{\"id\":\"u2\",\"kind\":\"spread\",\"by\":\"organisation\","
                         "\"strength\":\"should\"}]}");
  plan = rt_plan_new_from_json (text->str, -1, &error);
  g_assert_no_error (error);
  return plan;
}

static gboolean
is_shown (gpointer session)
{
  return rt_session_get_shown_plan (session) != rt_session_get_plan (session)
         || !rt_session_is_arranging (session, NULL);
}

static void
count_shown_cb (int *n)
{
  ++*n;
}

/* The best so far can be looked at while the plan is as it was, and is gone with the arranging. */
static void
test_arrange_shown (void)
{
  g_autoptr (RtPlan) plan = hard_plan ();
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
  int n_shown = 0;

  g_signal_connect_swapped (session, "shown-changed", G_CALLBACK (count_shown_cb), &n_shown);
  g_assert_true (rt_session_get_shown_plan (session) == plan);
  rt_session_arrange (session, -1, 60);
  test_wait (is_shown, session);
  g_assert_true (rt_session_is_arranging (session, NULL));
  g_assert_cmpint (n_shown, ==, 1);
  g_assert_cmpint (rt_measures_find (rt_session_get_shown_measures (session), "unseated")->found,
                   ==, 0);
  g_assert_cmpint (rt_measures_find (rt_session_get_measures (session), "unseated")->found, >, 0);
  g_assert_null (rt_plan_get_round (plan, 0)->seating);
  g_assert_nonnull (rt_plan_get_round (rt_session_get_shown_plan (session), 0)->seating);
  rt_session_stop (session, FALSE);
  test_wait (is_arranged, session);
  g_assert_true (rt_session_get_shown_plan (session) == plan);
  g_assert_true (rt_session_get_shown_measures (session) == rt_session_get_measures (session));
  g_assert_cmpint (n_shown, >=, 2);
  g_assert_null (rt_plan_get_round (plan, 0)->seating);
  g_assert_true (rt_session_is_pristine (session));
}

static gboolean
is_repair_known (gpointer session)
{
  return rt_session_get_repair_moves (session, 0) >= 0;
}

/* Two who must sit apart sit together: a move parts them, and what was known is found out anew. */
static void
test_repair_moves (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtPlan) plan = rt_plan_new_from_json (
      "{\"format\":\"rotunda-plan\",\"version\":1,\"people\":[{\"id\":\"pa\"},{\"id\":\"pb\"}],"
      "\"tables\":[{\"id\":\"ta\",\"number\":1,\"places\":2},"
      "{\"id\":\"tb\",\"number\":2,\"places\":2}],"
      "\"rounds\":[{\"id\":\"ra\",\"seating\":{\"ta\":[\"pa\",\"pb\"]}}],"
      "\"rules\":[{\"id\":\"u1\",\"kind\":\"apart\",\"strength\":\"must\","
      "\"people\":[\"pa\",\"pb\"]}]}",
      -1, &error);
  g_autoptr (RtSession) session = NULL;
  RtId gone = rt_id_intern ("tb");

  g_assert_no_error (error);
  session = rt_session_new_for_plan (plan, NULL);
  g_assert_cmpint (rt_session_get_repair_moves (session, 0), ==, -1);
  test_wait (is_repair_known, session);
  g_assert_cmpint (rt_session_get_repair_moves (session, 0), ==, 1);
  rt_session_do (session, rt_edit_remove (plan, "Remove", RT_PART_TABLES, &gone, 1, NULL), NULL);
  g_assert_cmpint (rt_session_get_repair_moves (session, 0), ==, -1);
  test_wait (is_repair_known, session);
  g_assert_cmpint (rt_session_get_repair_moves (session, 0), ==, 0);
}

static void
test_arrange_nothing (void)
{
  g_autoptr (RtSession) session = rt_session_new ();

  rt_session_arrange (session, -1, 1);
  test_wait (is_arranged, session);
  g_assert_true (rt_session_is_pristine (session));
}

/* Each is a plan with people that is in no file, and that nobody is asked to save. */
static void
test_samples (void)
{
  for (guint i = 0; i < rt_samples_get_n (); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RtSession) session = rt_samples_open (i, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (rt_plan_get_n (rt_session_get_plan (session), RT_PART_PEOPLE), >, 0);
      g_assert_cmpstr (rt_samples_get_title (i), ==,
                       rt_plan_get_event (rt_session_get_plan (session))->title);
      g_assert_false (rt_session_is_pristine (session));
      g_assert_false (rt_session_is_modified (session));
    }
}

int
main (int argc, char *argv[])
{
  static const struct { const char *name; void (*func) (Fixture *, gconstpointer); } tests[] = {
    { "/session/do", test_do },
    { "/session/undo", test_undo },
    { "/session/nothing-to-undo", test_nothing_to_undo },
    { "/session/refused", test_refused },
    { "/session/refused-nested", test_refused_nested },
    { "/session/group", test_group },
    { "/session/group-taken-back", test_group_taken_back },
    { "/session/selection", test_selection },
    { "/session/round", test_round },
    { "/session/measures", test_measures },
    { "/session/arrange", test_arrange },
    { "/session/arrange-cancelled", test_arrange_cancelled },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);
  g_test_add_func ("/session/samples", test_samples);
  g_test_add_func ("/session/arrange-shown", test_arrange_shown);
  g_test_add_func ("/session/repair-moves", test_repair_moves);
  g_test_add_func ("/session/arrange-nothing", test_arrange_nothing);
  return g_test_run ();
}
