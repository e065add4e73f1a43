/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The print window: what is ticked is counted and printed, and only what is on paper is issued. */

#include <glib/gstdio.h>

#include "rt-edit.h"
#include "rt-issue.h"
#include "rt-print-news.h"
#include "rt-print-options.h"
#include "rt-print-preview.h"
#include "rt-print-ready.h"
#include "rt-print-window.h"
#include "test-screen.h"

typedef struct
{
  RtPlan *plan;
  RtSession *session;
  RtPrintWindow *window;
  char *path;
} Fixture;

static gboolean
is_idle (gpointer data)
{
  return !rt_print_window_is_busy (data);
}

static gboolean
is_issued (gpointer data)
{
  return rt_plan_get_last_issue (data) != NULL;
}

static void
open_window (Fixture *fixture)
{
  fixture->window = RT_PRINT_WINDOW (rt_print_window_new (fixture->session, NULL));
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  test_wait (is_idle, fixture->window);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->plan = test_plan ();
  fixture->session = rt_session_new_for_plan (fixture->plan, NULL);
  fixture->path = test_path ("sheets.pdf");
  open_window (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  test_settle ();
  g_assert_null (fixture->window);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->plan);
  g_unlink (fixture->path);
  g_free (fixture->path);
}

static RtPages *
get_pages (Fixture *fixture)
{
  return rt_print_preview_get_pages (
      test_find (GTK_WIDGET (fixture->window), RT_TYPE_PRINT_PREVIEW, 0));
}

/* Two signs are usual, of three people one stays and two have slips. */
static void
test_counts (Fixture *fixture, gconstpointer data)
{
  RtPages *pages = get_pages (fixture);

  g_assert_cmpuint (rt_pages_get_n_of (pages, RT_SHEET_SIGNS), ==, 2);
  g_assert_cmpuint (rt_pages_get_n_of (pages, RT_SHEET_SLIPS), ==, 1);
  rt_print_window_set_sheets (fixture->window, RT_SHEETS (RT_SHEET_SLIPS));
  g_assert_cmpuint (rt_print_window_get_n (fixture->window), ==, 1);
  rt_print_window_set_sheets (fixture->window,
                              RT_SHEETS (RT_SHEET_SLIPS) | RT_SHEETS (RT_SHEET_SIGNS));
  g_assert_cmpuint (rt_print_window_get_n (fixture->window), ==, 3);
  rt_print_window_set_sheets (fixture->window, 0);
  g_assert_cmpuint (rt_print_window_get_n (fixture->window), ==, 0);
}

/* Unticking by hand takes the pages away, and ticking brings them back. */
static void
test_ticks (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LIST_BOX, 0);
  GtkWidget *check = test_find (list, GTK_TYPE_CHECK_BUTTON, 0);
  guint n = rt_print_window_get_n (fixture->window);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_cmpuint (rt_print_window_get_n (fixture->window), ==, n - 2);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_cmpuint (rt_print_window_get_n (fixture->window), ==, n);
}

/* Page Down goes over what is not printed, and stops at the end. */
static void
test_turn (Fixture *fixture, gconstpointer data)
{
  RtPrintPreview *preview = test_find (GTK_WIDGET (fixture->window), RT_TYPE_PRINT_PREVIEW, 0);

  rt_print_window_set_sheets (fixture->window,
                              RT_SHEETS (RT_SHEET_SIGNS) | RT_SHEETS (RT_SHEET_BADGES));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "print.next-page", NULL);
  g_assert_cmpint (rt_print_preview_get_sheet (preview), ==, RT_SHEET_SIGNS);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "print.next-page", NULL);
  g_assert_cmpint (rt_print_preview_get_sheet (preview), ==, RT_SHEET_BADGES);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "print.next-page", NULL);
  g_assert_cmpint (rt_print_preview_get_sheet (preview), ==, RT_SHEET_BADGES);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "print.previous-page", NULL);
  g_assert_cmpint (rt_print_preview_get_sheet (preview), ==, RT_SHEET_SIGNS);
}

static void
check_issued_once (Fixture *fixture)
{
  g_autofree char *pdf = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &pdf, NULL, NULL));
  g_assert_true (g_str_has_prefix (pdf, "%PDF"));
  g_assert_cmpuint (rt_plan_get_n (fixture->plan, RT_PART_ISSUED), ==, 1);
  g_assert_cmpstr (rt_plan_get_last_issue (fixture->plan)->revision, ==, "A");
  g_assert_true (rt_session_undo (fixture->session));
  g_assert_null (rt_plan_get_last_issue (fixture->plan));
  g_assert_false (rt_session_undo (fixture->session));
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);

  rt_print_window_save (fixture->window, file);
  test_wait (is_issued, fixture->plan);
  check_issued_once (fixture);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  rt_print_window_print (fixture->window, fixture->path);
  test_wait (is_issued, fixture->plan);
  check_issued_once (fixture);
}

/* What was cancelled in time is not issued; what was written a moment before is. */
static void
check_as_written (Fixture *fixture)
{
  g_assert_cmpint (g_file_test (fixture->path, G_FILE_TEST_EXISTS), ==, is_issued (fixture->plan));
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);

  rt_print_window_save (fixture->window, file);
  rt_print_window_cancel (fixture->window);
  while (fixture->window && rt_print_window_is_busy (fixture->window))
    g_main_context_iteration (NULL, TRUE);
  test_settle ();
  check_as_written (fixture);
}

static void
test_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all/sheets.pdf");

  rt_print_window_save (fixture->window, file);
  test_wait (is_idle, fixture->window);
  test_settle ();
  g_assert_nonnull (fixture->window);
  g_assert_null (rt_plan_get_last_issue (fixture->plan));
}

/* Closed in the middle: the thread ends by itself. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);

  rt_print_window_save (fixture->window, file);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (fixture->window)
    g_main_context_iteration (NULL, TRUE);
  check_as_written (fixture);
}

static void
seat (Fixture *fixture, const char *person, const char *table)
{
  RtChange *change
      = rt_edit_move_person (fixture->plan, rt_id_intern ("rb"), rt_id_intern (person),
                             rt_id_intern (table), RT_ANY_CHAIR, NULL);

  g_assert_true (rt_session_do (fixture->session, change, NULL));
}

/* The second time only the slip that is wrong is printed. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  guint n;

  rt_print_window_save (fixture->window, file);
  test_wait (is_issued, fixture->plan);
  test_settle ();
  seat (fixture, "pa", "tb");
  g_assert_cmpuint (
      rt_print_count_wrong (fixture->plan, rt_session_get_roll (fixture->session), &n), ==, 1);
  g_assert_cmpuint (n, ==, 2);
  open_window (fixture);
  g_assert_cmpuint (rt_pages_get_n_people (get_pages (fixture), RT_SHEET_SLIPS), ==, 1);
  g_assert_cmpuint (rt_pages_get_n_of (get_pages (fixture), RT_SHEET_SIGNS), ==, 0);
}

static GtkWidget *
get_news (Fixture *fixture)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->window),
                                                    RT_TYPE_PRINT_WINDOW, "news"));
}

/* Whom to tell stands in the window, and only when there is somebody. */
static void
test_news (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autofree char *lines = NULL;
  GtkWidget *news;
  guint n;

  g_assert_false (gtk_widget_get_visible (get_news (fixture)));
  rt_print_window_save (fixture->window, file);
  test_wait (is_issued, fixture->plan);
  test_settle ();
  seat (fixture, "pa", "tb");
  lines = rt_print_dup_news (fixture->plan, rt_session_get_roll (fixture->session), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_nonnull (strstr (lines, ": "));
  open_window (fixture);
  news = get_news (fixture);
  g_assert_true (gtk_widget_get_visible (news));
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (news)), ==, "1 person");
}

static void
test_lacking (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before
      = rt_print_dup_lacking (fixture->plan, rt_session_get_roll (fixture->session),
                              rt_session_get_measures (fixture->session));
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "3 people have no seat in some round.");
  seat (fixture, "pa", "ta");
  seat (fixture, "pb", "tb");
  seat (fixture, "pc", "ta");
  after = rt_print_dup_lacking (fixture->plan, rt_session_get_roll (fixture->session),
                                rt_session_get_measures (fixture->session));
  g_assert_null (after);
}

static gpointer
get_option (RtPrintOptions *options, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (options), RT_TYPE_PRINT_OPTIONS, name);
}

static RtPrintOptions *
find_options (Fixture *fixture)
{
  return test_find (GTK_WIDGET (fixture->window), RT_TYPE_PRINT_OPTIONS, 0);
}

/* Labels bring their paper with them, and a free size what it is. */
static void
test_badges (Fixture *fixture, gconstpointer data)
{
  RtPrintOptions *options = find_options (fixture);
  AdwComboRow *badges = get_option (options, "badges");
  GtkWidget *paper = get_option (options, "paper"), *width = get_option (options, "width_row");
  guint n = g_list_model_get_n_items (adw_combo_row_get_model (badges));
  RtPagesOptions chosen = { 0 };

  adw_combo_row_set_selected (badges, n - 2);
  rt_print_options_fill (options, &chosen);
  g_assert_cmpint (chosen.paper, ==, RT_PAPER_LETTER);
  g_assert_cmpuint (chosen.badges.columns, ==, 2);
  g_assert_true (chosen.badges.ready);
  g_assert_false (gtk_widget_get_sensitive (paper));
  g_assert_false (gtk_widget_get_visible (width));
  adw_combo_row_set_selected (badges, n - 1);
  gtk_spin_button_set_value (get_option (options, "width"), 60);
  gtk_spin_button_set_value (get_option (options, "height"), 40);
  rt_print_options_fill (options, &chosen);
  g_assert_true (gtk_widget_get_visible (width));
  g_assert_true (gtk_widget_get_sensitive (paper));
  g_assert_cmpuint (chosen.badges.columns, ==, 3);
  g_assert_false (chosen.badges.ready);
  adw_combo_row_set_selected (badges, 0);
  test_wait (is_idle, fixture->window);
}

/* Each switch does what it says, and all are as they were the next time. */
static void
test_options (Fixture *fixture, gconstpointer data)
{
  static const char * const names[] = {
    "large", "both_sides", "codes", "by_organisation", "floor_names", "separate",
  };
  g_autoptr (GSettings) settings = g_settings_new (RT_APPLICATION_ID);
  RtPrintOptions *options = find_options (fixture);
  RtPrintOptions *next = g_object_ref_sink (g_object_new (RT_TYPE_PRINT_OPTIONS, NULL));
  RtPagesOptions chosen = { 0 }, again = { 0 };
  AdwComboRow *badges = get_option (options, "badges");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_switch_set_active (get_option (options, names[i]), TRUE);
  adw_combo_row_set_selected (badges,
                              g_list_model_get_n_items (adw_combo_row_get_model (badges)) - 1);
  gtk_switch_set_active (get_option (options, "two_languages"), FALSE);
  rt_print_options_fill (options, &chosen);
  rt_print_options_store (options, settings);
  g_assert_true (chosen.large && chosen.double_sided && chosen.codes && chosen.by_organisation
                 && chosen.floor_names && chosen.one_language);
  g_assert_true (rt_print_options_is_separate (options));
  rt_print_options_load (next, settings, fixture->plan);
  rt_print_options_fill (next, &again);
  g_assert_cmpmem (&chosen, sizeof chosen, &again, sizeof again);
  g_assert_true (rt_print_options_is_separate (next));
  g_object_unref (next);
  test_wait (is_idle, fixture->window);
}

/* A PDF for each kind: none with the name that was chosen. */
static void
test_separate (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autofree char *signs = rt_sheet_dup_path (RT_SHEET_SIGNS, fixture->path);
  g_autofree char *slips = rt_sheet_dup_path (RT_SHEET_SLIPS, fixture->path);

  rt_print_window_set_sheets (fixture->window,
                              RT_SHEETS (RT_SHEET_SIGNS) | RT_SHEETS (RT_SHEET_SLIPS));
  gtk_switch_set_active (get_option (find_options (fixture), "separate"), TRUE);
  test_wait (is_idle, fixture->window);
  rt_print_window_save (fixture->window, file);
  test_wait (is_issued, fixture->plan);
  g_assert_true (g_file_test (signs, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (slips, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_unlink (signs);
  g_unlink (slips);
}

/* The words and where they stand, as a reader of PDFs finds them. */
static char *
read_boxes (const char *path)
{
  g_autofree char *reader = g_find_program_in_path ("pdftotext");
  const char *argv[] = { reader, "-bbox", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL, *words;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  words = g_strdup (strstr (text, "<page"));
  g_free (text);
  return words;
}

static void
printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gboolean *done)
{
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  *done = TRUE;
}

/* Numbers to a tenth of a point: the printer's paper is rounded to it. */
static char *
round_numbers (const char *text)
{
  g_autoptr (GRegex) digits = g_regex_new ("(\\d+\\.\\d)\\d*", 0, 0, NULL);

  return g_regex_replace (digits, text, -1, 0, "\\1", 0, NULL);
}

/* A dot on paper is where it is in the PDF: text is as wide through the printer. */
static void
test_same_width (Fixture *fixture, gconstpointer data)
{
  g_autofree char *reader = g_find_program_in_path ("pdftotext");
  g_autofree char *other = test_path ("printed.pdf");
  g_autofree char *saved = NULL, *printed = NULL, *saved_round = NULL, *printed_round = NULL;
  RtPages *pages = get_pages (fixture);
  g_autoptr (GBytes) pdf = rt_pages_make_pdf (pages, RT_SHEETS_ALL, NULL, NULL, NULL, NULL);
  g_autoptr (GtkPrintOperation) operation
      = rt_print_operation_new (pages, RT_PAPER_A4, "Trial", NULL);
  gboolean done = FALSE;

  if (reader == NULL)
    {
      g_test_skip ("pdftotext is not there");
      return;
    }
  g_file_set_contents (fixture->path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL);
  gtk_print_operation_set_export_filename (operation, other);
  g_signal_connect (operation, "done", G_CALLBACK (printed_cb), &done);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  saved = read_boxes (fixture->path);
  printed = read_boxes (other);
  saved_round = round_numbers (saved);
  printed_round = round_numbers (printed);
  g_assert_true (strstr (saved, "Byron") != NULL);
  g_assert_cmpstr (saved_round, ==, printed_round);
  g_unlink (other);
}

int
main (int argc, char **argv)
{
  g_autoptr (RtApplication) application = NULL;

  gtk_test_init (&argc, &argv, NULL);
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  application = test_start ();
#define ADD(name, function) \
  g_test_add ("/print-window/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("counts", test_counts);
  ADD ("ticks", test_ticks);
  ADD ("turn", test_turn);
  ADD ("save", test_save);
  ADD ("export", test_export);
  ADD ("cancel", test_cancel);
  ADD ("nowhere", test_nowhere);
  ADD ("close", test_close);
  ADD ("changed", test_changed);
  ADD ("news", test_news);
  ADD ("lacking", test_lacking);
  ADD ("badges", test_badges);
  ADD ("options", test_options);
  ADD ("separate", test_separate);
  ADD ("same-width", test_same_width);
  return g_test_run ();
}
