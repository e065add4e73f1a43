/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The main job in one window, through the actions that menus and gestures activate: two lists,
 * arranged, one person moved and moved back, saved. */

#include "rt-import-dialog.h"
#include "rt-people-page.h"
#include "test-screen.h"

static RtApplication *application;

static void
add_list (RtImportDialog *dialog, const char *name)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "data", "events", "leadership-styles", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (text, length);
  g_assert_true (rt_import_dialog_add_list (dialog, name, bytes, &error));
  g_assert_no_error (error);
}

static RtWindow *
window_with_lists (void)
{
  RtWindow *window = test_window (application, NULL);
  RtImportDialog *dialog = rt_import_dialog_new (window);

  add_list (dialog, "people.csv");
  add_list (dialog, "hosts.csv");
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (rt_import_dialog_finish (dialog));
  return window;
}

static void
activate (RtWindow *window, const char *name, GVariant *parameter)
{
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (window), name, parameter));
}

static gboolean
is_arranged (gpointer data)
{
  return !rt_session_is_arranging (rt_window_get_session (data), NULL);
}

static gint64
found (RtWindow *window, const char *key)
{
  return rt_measures_find (rt_session_get_measures (rt_window_get_session (window)), key)->found;
}

/* One undo takes both lists away again. */
static void
test_import (void)
{
  RtWindow *window = window_with_lists ();
  RtSession *session = rt_window_get_session (window);
  RtPlan *plan = rt_session_get_plan (session);

  g_assert_cmpstr (rt_window_get_page (window), ==, "people");
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 59);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 9);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_THEMES), ==, 9);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_ROUNDS), ==, 3);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_RULES), >=, 5);
  g_assert_cmpstr (rt_history_undo_label (rt_session_get_history (session)), ==,
                   "Add 50 People and 9 Hosts");
  activate (window, "plan.undo", NULL);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 0);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 0);
  g_assert_false (rt_session_is_modified (session));
  rt_window_close_now (window);
}

/* One list after the other comes to the same, and a second undo takes the first one away. */
static void
test_one_after_the_other (void)
{
  RtWindow *window = test_window (application, NULL);
  RtPlan *plan = rt_session_get_plan (rt_window_get_session (window));
  const char * const lists[] = { "people.csv", "hosts.csv" };

  for (guint i = 0; i < 2; i++)
    {
      RtImportDialog *dialog = rt_import_dialog_new (window);

      add_list (dialog, lists[i]);
      gtk_window_present (GTK_WINDOW (dialog));
      g_assert_true (rt_import_dialog_finish (dialog));
    }
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 59);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 9);
  for (guint i = 0; i < 9; i++)
    {
      g_assert_nonnull (rt_plan_get_table (plan, i)->host);
      g_assert_cmpint (rt_table_get_places (rt_plan_get_table (plan, i)), ==, i < 5 ? 7 : 6);
    }
  activate (window, "plan.undo", NULL);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 50);
  g_assert_null (rt_plan_get_table (plan, 0)->host);
  activate (window, "plan.undo", NULL);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 0);
  rt_window_close_now (window);
}

static gboolean
is_button (GtkWidget *widget, gconstpointer words)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), words) == 0;
}

/* The button counts the lists of every kind. */
static void
test_three_lists (void)
{
  static const struct { const char *name, *text; } lists[] = {
    { "people.csv", "Name,Organisation\nAda Byron,Camden\nBo Diaz,Brent\n" },
    { "hosts.csv", "Name,Organisation\nCy Eze,Merton\n" },
    { "methods.csv", "Method\nFutures\nCollaging\n" },
  };
  RtWindow *window = test_window (application, NULL);
  RtHistory *history = rt_session_get_history (rt_window_get_session (window));
  RtImportDialog *dialog = rt_import_dialog_new (window);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (lists[i].text, strlen (lists[i].text));

      g_assert_true (rt_import_dialog_add_list (dialog, lists[i].name, bytes, NULL));
    }
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (rt_import_dialog_finish (dialog));
  g_assert_cmpstr (rt_history_undo_label (history), ==, "Add 2 People, 1 Host and 2 Themes");
  rt_window_close_now (window);
}

/* Rows without a name are places until one of them is left out. */
static void
test_leave_out (void)
{
  static const char list[] = "Name,Organisation\nAda Byron,Camden\n,Brent\n,Merton\n";
  RtWindow *window = test_window (application, NULL);
  RtPlan *plan = rt_session_get_plan (rt_window_get_session (window));
  RtImportDialog *dialog = rt_import_dialog_new (window);
  g_autoptr (GBytes) bytes = g_bytes_new (list, strlen (list));
  GtkWidget *button;

  g_assert_true (rt_import_dialog_add_list (dialog, "people.csv", bytes, NULL));
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (rt_import_dialog_finish (dialog));
  test_settle ();
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 3);
  button = test_find_if (GTK_WIDGET (window), is_button, "_Leave Out");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 2);
  g_assert_cmpstr (rt_plan_get_person (plan, 1)->organisation, ==, "Merton");
  button = test_find_if (GTK_WIDGET (window), is_button, "_Keep as Unnamed Place");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 2);
  g_assert_null (test_find_if (GTK_WIDGET (window), is_button, "_Leave Out"));
  rt_window_close_now (window);
}

static void
reimport (RtWindow *window, const char *list, RtPreviewKind kind, gboolean ticked)
{
  RtImportDialog *dialog = rt_import_dialog_new (window);
  g_autoptr (GBytes) bytes = g_bytes_new (list, strlen (list));

  g_assert_true (rt_import_dialog_add_list (dialog, "people.csv", bytes, NULL));
  gtk_window_present (GTK_WINDOW (dialog));
  test_settle ();
  rt_import_review_tick (rt_import_dialog_get_review (dialog), kind, ticked);
  g_assert_true (rt_import_dialog_finish (dialog));
  test_settle ();
}

/* A list that comes again: nobody goes unless ticked, and one undo takes it all back. */
static void
test_reimport (void)
{
  static const char list[] = "Name,Organisation\nAda Byron,Camden\nNew Person,Brent\n";
  g_autoptr (RtPlan) plan = test_plan ();
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
  RtWindow *window = test_window (application, session);
  guint n = rt_plan_get_n (plan, RT_PART_PEOPLE);

  reimport (window, list, RT_PREVIEW_NEW, TRUE);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), >, n);
  activate (window, "plan.undo", NULL);
  g_assert_false (rt_session_is_modified (session));
  reimport (window, list, RT_PREVIEW_NEW, FALSE);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, n);
  activate (window, "plan.undo", NULL);
  reimport (window, "Name\nAda Byron\n", RT_PREVIEW_GONE, TRUE);
  /* The host is on a list of hosts. */
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, n - 1);
  g_assert_null (rt_plan_find_person (plan, rt_id_intern ("pb")));
  activate (window, "plan.undo", NULL);
  g_assert_false (rt_session_is_modified (session));
  rt_window_close_now (window);
}

static gboolean
is_saved (gpointer data)
{
  return !rt_session_is_modified (data);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (rt_session_save_finish (RT_SESSION (source), result, NULL));
}

static void
test_whole_job (void)
{
  RtWindow *window = window_with_lists ();
  RtSession *session = rt_window_get_session (window);
  RtPlan *plan = rt_session_get_plan (session);
  g_autofree char *path = test_path ("leadership.rotunda.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (RtSession) again = NULL;
  const RtRound *round;
  RtId person, from, to;

  activate (window, "plan.arrange", NULL);
  test_wait (is_arranged, window);
  g_assert_cmpint (found (window, "unseated"), ==, 0);
  g_assert_cmpint (found (window, "own_host"), ==, 0);
  g_assert_cmpint (found (window, "repeats"), ==, 0);

  round = rt_plan_get_round (plan, 0);
  from = rt_plan_get_table (plan, 0)->parent.id;
  to = rt_plan_get_table (plan, 1)->parent.id;
  person = rt_seating_at (round->seating, from, 1);
  activate (window, "plan.unseat", g_variant_new ("(ss)", round->parent.id, person));
  g_assert_cmpint (found (window, "unseated"), ==, 1);
  activate (window, "plan.seat-best",
            g_variant_new ("(ss)", rt_plan_get_round (plan, 0)->parent.id, person));
  g_assert_cmpint (found (window, "unseated"), ==, 0);
  activate (window, "plan.undo", NULL);
  activate (window, "plan.undo", NULL);
  activate (window, "plan.swap",
            g_variant_new ("(sss)", rt_plan_get_round (plan, 0)->parent.id, person,
                           rt_seating_at (rt_plan_get_round (plan, 0)->seating, to, 1)));
  g_assert_true (rt_seating_at (rt_plan_get_round (plan, 0)->seating, to, 1) == person);
  activate (window, "plan.undo", NULL);
  g_assert_true (rt_seating_at (rt_plan_get_round (plan, 0)->seating, from, 1) == person);

  rt_session_save_async (session, file, FALSE, saved_cb, NULL);
  test_wait (is_saved, session);
  again = rt_session_open (file, NULL);
  g_assert_true (rt_seating_equal (rt_plan_get_round (rt_session_get_plan (again), 2)->seating,
                                   rt_plan_get_round (plan, 2)->seating));
  rt_window_close_now (window);
}

/* Tables: added, laid out, removed with the people at them; every step is one undo. */
static void
test_room (void)
{
  g_autoptr (RtPlan) plan = test_plan ();
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
  RtWindow *window = test_window (application, session);
  const char *ids[] = { "ta", NULL };

  activate (window, "plan.add-tables", g_variant_new ("(ui)", 3, 5));
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 5);
  activate (window, "plan.layout", g_variant_new_string ("grid"));
  activate (window, "plan.place-table", g_variant_new ("(sii)", "ta", 333, 222));
  g_assert_cmpint (rt_plan_get_table (plan, 0)->x, ==, 333);
  activate (window, "plan.set-host", g_variant_new ("(ss)", "tb", "pa"));
  g_assert_cmpstr (rt_plan_get_table (plan, 1)->host, ==, "pa");
  activate (window, "plan.remove-tables", g_variant_new_strv (ids, 1));
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 4);
  for (guint i = 0; i < 5; i++)
    activate (window, "plan.undo", NULL);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 2);
  g_assert_cmpuint (rt_seating_n_seated (rt_plan_get_round (plan, 0)->seating, rt_id_intern ("ta")),
                    ==, 2);
  g_assert_false (rt_session_is_modified (session));
  rt_window_close_now (window);
}

static void
test_people (void)
{
  g_autoptr (RtPlan) plan = test_plan ();
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
  RtWindow *window = test_window (application, session);
  const char *ids[] = { "pa", "pb", NULL };

  activate (window, "plan.add-person", NULL);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 4);
  g_assert_cmpstr (rt_session_get_selected_person (session), ==,
                   rt_plan_get_person (plan, 3)->parent.id);
  activate (window, "plan.add-unnamed", g_variant_new_uint32 (12));
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 16);
  activate (window, "plan.remove-people", g_variant_new_strv (ids, 2));
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 14);
  for (guint i = 0; i < 3; i++)
    activate (window, "plan.undo", NULL);
  g_assert_false (rt_session_is_modified (session));
  rt_window_close_now (window);
}

/* From nothing but a number: the format of the welcome page makes tables and rounds, and the tables
 * follow. */
static void
test_only_a_number (void)
{
  RtWindow *window = test_window (application, NULL);
  RtPlan *plan = rt_session_get_plan (rt_window_get_session (window));

  activate (window, "plan.add-unnamed", g_variant_new_uint32 (50));
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 9);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_ROUNDS), ==, 3);
  activate (window, "plan.add-unnamed", g_variant_new_uint32 (16));
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 11);
  activate (window, "plan.undo", NULL);
  activate (window, "plan.undo", NULL);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 0);
  rt_window_close_now (window);
}

/* Who was seated under the name that goes keeps the chair. */
static void
test_merge_seated (void)
{
  g_autoptr (RtPlan) plan = test_plan ();
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
  RtWindow *window = test_window (application, session);
  RtId table = test_table_of (plan, 0, "pa");

  g_assert_nonnull (table);
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_ROUNDS); i++)
    if (test_table_of (plan, i, "pb"))
      activate (window, "plan.unseat",
                g_variant_new ("(ss)", rt_plan_get_round (plan, i)->parent.id, "pb"));
  activate (window, "plan.merge-people", g_variant_new ("(ss)", "pb", "pa"));
  g_assert_null (rt_plan_find_person (plan, rt_id_intern ("pa")));
  g_assert_true (test_table_of (plan, 0, "pb") == table);
  rt_window_close_now (window);
}

/* Wylor and Wyler: one of them stays, with what only the other had. */
static void
test_merge (void)
{
  g_autoptr (RtPlan) plan = test_plan ();
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
  RtWindow *window = test_window (application, session);
  const RtPerson *kept;

  activate (window, "plan.merge-people", g_variant_new ("(ss)", "pb", "pc"));
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 2);
  kept = rt_plan_find_person (plan, rt_id_intern ("pb"));
  g_assert_cmpstr (kept->organisation, ==, "Brent");
  g_assert_true (rt_person_has_role (kept, "host"));
  g_assert_cmpstr (rt_plan_get_table (plan, 0)->host, ==, "pb");
  activate (window, "plan.undo", NULL);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 3);
  g_assert_false (rt_session_is_modified (session));
  rt_window_close_now (window);
}

/* Rounds are added, shown and removed. */
static void
test_rounds (void)
{
  g_autoptr (RtPlan) plan = test_plan ();
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
  RtWindow *window = test_window (application, session);

  activate (window, "plan.add-round", NULL);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_ROUNDS), ==, 3);
  g_assert_cmpuint (rt_session_get_round (session), ==, 2);
  activate (window, "plan.previous-round", NULL);
  g_assert_cmpuint (rt_session_get_round (session), ==, 1);
  activate (window, "plan.show-round", g_variant_new_uint32 (0));
  activate (window, "plan.previous-round", NULL);
  g_assert_cmpuint (rt_session_get_round (session), ==, 0);
  activate (window, "plan.clear-round", g_variant_new_string ("ra"));
  g_assert_cmpint (found (window, "unseated"), >=, 3);
  rt_window_close_now (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  application = test_start ();
  g_test_add_func ("/journey/import", test_import);
  g_test_add_func ("/journey/one-after-the-other", test_one_after_the_other);
  g_test_add_func ("/journey/three-lists", test_three_lists);
  g_test_add_func ("/journey/leave-out", test_leave_out);
  g_test_add_func ("/journey/only-a-number", test_only_a_number);
  g_test_add_func ("/journey/merge-seated", test_merge_seated);
  g_test_add_func ("/journey/reimport", test_reimport);
  g_test_add_func ("/journey/whole-job", test_whole_job);
  g_test_add_func ("/journey/room", test_room);
  g_test_add_func ("/journey/people", test_people);
  g_test_add_func ("/journey/merge", test_merge);
  g_test_add_func ("/journey/rounds", test_rounds);
  return g_test_run ();
}
