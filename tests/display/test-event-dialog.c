/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What is known of the event, in its dialog, and who is still to come. */

#include "rt-event-dialog.h"
#include "rt-expected-strip.h"
#include "rt-feedback.h"
#include "test-screen.h"

static RtApplication *application;

typedef struct
{
  RtPlan *plan;
  RtSession *session;
  GtkWidget *dialog;
} Fixture;

static void
open_dialog (Fixture *fixture)
{
  fixture->dialog = g_object_ref_sink (rt_event_dialog_new (fixture->session));
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  test_settle ();
}

static void
close_dialog (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  g_assert_finalize_object (fixture->dialog);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *text = data;

  fixture->plan = text ? rt_plan_new_from_json (text, -1, &error) : test_plan ();
  g_assert_no_error (error);
  fixture->session = rt_session_new_for_plan (fixture->plan, NULL);
  open_dialog (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_dialog (fixture);
  test_settle ();
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->plan);
}

static gpointer
get (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (fixture->dialog, RT_TYPE_EVENT_DIALOG, name);
}

static gboolean
apply (Fixture *fixture)
{
  return rt_event_dialog_apply (RT_EVENT_DIALOG (fixture->dialog));
}

static const RtEvent *
event (Fixture *fixture)
{
  return rt_plan_get_event (fixture->plan);
}

static const char plain[] = "{\"format\": \"rotunda-plan\", \"version\": 1}";

/* Rounds of different lengths, a scale and words of its own. */
static const char special[]
    = "{\"format\": \"rotunda-plan\", \"version\": 1, \"event\": {\"languages\": [\"en\", \"zh\"],"
      " \"attribution\": \"none\", \"expected\": 40},"
      " \"rounds\": [{\"id\": \"ra\", \"minutes\": 20},"
      " {\"id\": \"rb\", \"minutes\": 30, \"changeover\": 5}], \"feedback\": {\"least\": 1,"
      " \"most\": 5, \"criteria\": [\"Was it good?\"]}}";

/* Opened and applied, nothing is another. */
static void
test_keeps (Fixture *fixture, gconstpointer data)
{
  guint64 serial = rt_plan_get_serial (fixture->plan);

  g_assert_true (apply (fixture));
  g_assert_cmpuint (rt_plan_get_serial (fixture->plan), ==, serial);
}

static void
test_details (Fixture *fixture, gconstpointer data)
{
  gtk_spin_button_set_value (get (fixture, "expected"), 60);
  gtk_editable_set_text (get (fixture, "languages_row"), "English ;  Chinese");
  adw_combo_row_set_selected (get (fixture, "attribution_row"), RT_ATTRIBUTION_NAME);
  g_assert_true (apply (fixture));
  g_assert_cmpint (event (fixture)->expected, ==, 60);
  g_assert_cmpstr (event (fixture)->languages[0], ==, "en");
  g_assert_cmpstr (event (fixture)->languages[1], ==, "zh");
  g_assert_cmpint (event (fixture)->attribution, ==, RT_ATTRIBUTION_NAME);
  g_assert_cmpstr (rt_history_undo_label (rt_session_get_history (fixture->session)), ==,
                   "Change Event Details");
  g_assert_true (rt_session_undo (fixture->session));
  g_assert_cmpint (event (fixture)->expected, ==, RT_UNSET);
  g_assert_null (event (fixture)->languages);
}

/* Nothing is no number, and no list. */
static void
test_emptied (Fixture *fixture, gconstpointer data)
{
  gtk_spin_button_set_value (get (fixture, "expected"), 0);
  gtk_editable_set_text (get (fixture, "languages_row"), " ");
  g_assert_true (apply (fixture));
  g_assert_cmpint (event (fixture)->expected, ==, RT_UNSET);
  g_assert_null (event (fixture)->languages);
}

static void
test_three_languages (Fixture *fixture, gconstpointer data)
{
  guint64 serial = rt_plan_get_serial (fixture->plan);

  gtk_editable_set_text (get (fixture, "languages_row"), "en; zh; fr");
  g_assert_false (apply (fixture));
  test_settle ();
  g_assert_true (gtk_revealer_get_reveal_child (get (fixture, "trouble")));
  g_assert_cmpuint (rt_plan_get_serial (fixture->plan), ==, serial);
}

static void
test_feedback (Fixture *fixture, gconstpointer data)
{
  GtkTextView *criteria = get (fixture, "criteria");
  const RtFeedback *feedback;

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (criteria),
                            "\n Worth it \n\nNew people\n", -1);
  gtk_spin_button_set_value (get (fixture, "most"), 5);
  gtk_spin_button_set_value (get (fixture, "least"), 5);
  g_assert_false (apply (fixture));
  gtk_spin_button_set_value (get (fixture, "least"), 1);
  g_assert_true (apply (fixture));
  feedback = rt_feedback_get (fixture->plan);
  g_assert_cmpuint (g_strv_length (feedback->criteria), ==, 2);
  g_assert_cmpstr (feedback->criteria[0], ==, "Worth it");
  g_assert_cmpstr (feedback->criteria[1], ==, "New people");
  g_assert_cmpint (feedback->least, ==, 1);
  g_assert_cmpint (feedback->most, ==, 5);
  g_assert_true (rt_session_undo (fixture->session));
  g_assert_null (rt_feedback_get (fixture->plan));
}

/* The lines taken out, the form asks what is usual. */
static void
test_usual_feedback (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) criteria = NULL;

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (get (fixture, "criteria")), "", -1);
  g_assert_true (apply (fixture));
  g_assert_null (rt_feedback_get (fixture->plan)->criteria);
  criteria = rt_feedback_dup_criteria (fixture->plan);
  g_assert_cmpuint (g_strv_length (criteria), ==, 3);
}

/* What was filled in was an answer to these words. */
static void
test_filled_in (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_is_sensitive (get (fixture, "feedback_group")));
  g_assert_true (gtk_widget_is_sensitive (get (fixture, "languages_row")));
}

static const char filled_in[]
    = "{\"format\": \"rotunda-plan\", \"version\": 1,"
      " \"feedback\": {\"forms\": [{\"scores\": {\"A valuable use of time\": 5}}]}}";

/* Only what was changed is changed: the first round stays shorter. */
static void
test_rounds (Fixture *fixture, gconstpointer data)
{
  gtk_spin_button_set_value (get (fixture, "changeover"), 8);
  g_assert_true (apply (fixture));
  g_assert_cmpint (rt_plan_get_round (fixture->plan, 0)->minutes, ==, 20);
  g_assert_cmpint (rt_plan_get_round (fixture->plan, 0)->changeover, ==, 8);
  g_assert_cmpint (rt_plan_get_round (fixture->plan, 1)->minutes, ==, 30);
  g_assert_cmpint (rt_plan_get_round (fixture->plan, 1)->changeover, ==, 8);
}

static void
expect (Fixture *fixture, int n)
{
  close_dialog (fixture);
  open_dialog (fixture);
  gtk_spin_button_set_value (get (fixture, "expected"), n);
  g_assert_true (apply (fixture));
  test_settle ();
}

/* Three are on the list. */
static void
test_more_to_come (Fixture *fixture, gconstpointer data)
{
  RtWindow *window = test_window (application, fixture->session);
  GtkWidget *strip;

  rt_window_show_page (window, "people");
  strip = test_find (GTK_WIDGET (window), RT_TYPE_EXPECTED_STRIP, 0);
  test_settle ();
  g_assert_false (gtk_widget_get_visible (strip));
  expect (fixture, 5);
  g_assert_true (test_says (strip, "About 5 people expected: 2 more to come"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (test_find (strip, GTK_TYPE_BUTTON, 0)), ==,
                   "Add 2 Unnamed Places");
  g_signal_emit_by_name (test_find (strip, GTK_TYPE_BUTTON, 0), "clicked");
  test_settle ();
  g_assert_cmpuint (rt_plan_get_n (fixture->plan, RT_PART_PEOPLE), ==, 5);
  g_assert_false (gtk_widget_get_visible (strip));
  expect (fixture, 4);
  g_assert_true (test_says (strip, "About 4 people expected: 1 more on the list"));
  g_assert_false (gtk_widget_get_visible (test_find (strip, GTK_TYPE_BUTTON, 0)));
  rt_window_close_now (window);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    const char *plan;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/event-dialog/keeps", NULL, test_keeps },
    { "/event-dialog/keeps-nothing", plain, test_keeps },
    { "/event-dialog/keeps-all", special, test_keeps },
    { "/event-dialog/details", NULL, test_details },
    { "/event-dialog/emptied", special, test_emptied },
    { "/event-dialog/three-languages", special, test_three_languages },
    { "/event-dialog/feedback", NULL, test_feedback },
    { "/event-dialog/usual-feedback", special, test_usual_feedback },
    { "/event-dialog/filled-in", filled_in, test_filled_in },
    { "/event-dialog/rounds", special, test_rounds },
    { "/event-dialog/more-to-come", NULL, test_more_to_come },
  };

  gtk_test_init (&argc, &argv, NULL);
  application = test_start ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, tests[i].plan, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
