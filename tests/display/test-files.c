/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Opening, saving and what is kept when the program ends without being asked to. */

#include <glib/gstdio.h>
#include <utime.h>

#include "rt-compare-dialog.h"
#include "rt-disk-strip.h"
#include "rt-help.h"
#include "rt-edit.h"
#include "rt-export-dialog.h"
#include "rt-output.h"
#include "rt-window-file.h"
#include "rt-window-header.h"
#include "test-screen.h"

static RtApplication *application;

typedef struct
{
  gboolean done;
  GError *error;
} Saved;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saved *saved = data;

  rt_session_save_finish (RT_SESSION (source), result, &saved->error);
  saved->done = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static GError *
save (RtSession *session, GFile *file, gboolean force)
{
  Saved saved = { FALSE, NULL };

  rt_session_save_async (session, file, force, saved_cb, &saved);
  test_wait (is_true, &saved.done);
  return saved.error;
}

static void
rename_ada (RtSession *session, const char *name)
{
  RtPlan *plan = rt_session_get_plan (session);
  g_autoptr (RtPerson) copy = rt_record_copy (rt_plan_find_person (plan, rt_id_intern ("pa")));

  rt_set_text (&copy->name, name);
  g_assert_true (
      rt_session_do (session, rt_edit_replace (plan, "Rename", RT_PART_PEOPLE, copy, NULL), NULL));
}

static const char *
name_of_ada (RtSession *session)
{
  return rt_plan_find_person (rt_session_get_plan (session), rt_id_intern ("pa"))->name;
}

static GFile *
saved_plan (void)
{
  g_autofree char *path = test_path ("trial.rotunda.json");
  g_autoptr (RtPlan) plan = test_plan ();
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
  GFile *file = g_file_new_for_path (path);

  g_assert_no_error (save (session, file, FALSE));
  return file;
}

static void
test_save (void)
{
  g_autoptr (GFile) file = saved_plan ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RtSession) session = rt_session_open (file, &error);
  g_autoptr (RtSession) again = NULL;

  g_assert_no_error (error);
  g_assert_false (rt_session_is_modified (session));
  rename_ada (session, "Ada Lovelace");
  g_assert_true (rt_session_is_modified (session));
  g_assert_no_error (save (session, NULL, FALSE));
  g_assert_false (rt_session_is_modified (session));
  again = rt_session_open (file, NULL);
  g_assert_cmpstr (name_of_ada (again), ==, "Ada Lovelace");
}

/* A workbook is taken for the list somebody means, so that they are told how it becomes one. */
static gboolean
is_idle (gpointer session)
{
  return !rt_session_is_arranging (session, NULL);
}

static void
test_lists (void)
{
  static const struct { const char *path; gboolean list; } cases[] = {
    { "/a/people.csv", TRUE },          { "/a/PEOPLE.TXT", TRUE }, { "/a/people.xlsx", TRUE },
    { "/a/people.rotunda.json", FALSE }, { "/a/people", FALSE },    { "/a/csv", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (cases[i].path);

      g_assert_cmpint (rt_window_takes_as_list (file), ==, cases[i].list);
    }
}

static void
told_cb (RtSession *session, const char *message, gboolean can_undo, char **told)
{
  g_free (*told);
  *told = g_strdup (message);
}

static void
assert_drop_refused (RtWindow *window, const char *why)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/people.csv");
  g_autofree char *told = NULL;
  RtSession *session = rt_window_get_session (window);
  gulong handler = g_signal_connect (session, "told", G_CALLBACK (told_cb), &told);

  g_list_store_append (files, file);
  rt_window_drop_files (window, G_LIST_MODEL (files));
  g_signal_handler_disconnect (session, handler);
  g_assert_nonnull (told);
  g_assert_true (g_str_has_prefix (told, why));
}

/* A list that could not be added in the end is refused when it comes. */
static void
test_drop_refused (void)
{
  g_autoptr (RtPlan) plan = test_plan ();
  g_autoptr (RtSession) session = rt_session_new_for_sample (plan);
  RtWindow *window = test_window (application, session);
  GtkWidget *dialog = gtk_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
  test_settle ();
  assert_drop_refused (window, "Close what is open");
  gtk_window_destroy (GTK_WINDOW (dialog));
  rt_session_arrange (session, -1, 60);
  assert_drop_refused (window, "Rotunda is arranging.");
  rt_session_stop (session, FALSE);
  test_wait (is_idle, session);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is changed while the file is being written is not in it. */
static void
test_change_while_saving (void)
{
  g_autoptr (GFile) file = saved_plan ();
  g_autoptr (RtSession) session = rt_session_open (file, NULL);
  Saved saved = { FALSE, NULL };

  rename_ada (session, "First");
  rt_session_save_async (session, NULL, FALSE, saved_cb, &saved);
  rename_ada (session, "Second");
  test_wait (is_true, &saved.done);
  g_assert_no_error (saved.error);
  g_assert_true (rt_session_is_modified (session));
}

/* Undone while it is being written: the file holds what the plan no longer does. */
static void
test_undo_while_saving (void)
{
  g_autoptr (GFile) file = saved_plan ();
  g_autoptr (RtSession) session = rt_session_open (file, NULL);
  Saved saved = { FALSE, NULL };

  rename_ada (session, "First");
  rt_session_save_async (session, NULL, FALSE, saved_cb, &saved);
  rt_session_undo (session);
  test_wait (is_true, &saved.done);
  g_assert_no_error (saved.error);
  g_assert_true (rt_session_is_modified (session));
  g_assert_no_error (save (session, NULL, FALSE));
  g_assert_false (rt_session_is_modified (session));
}

/* Somebody who saves twice is not told that another program changed the file. */
static void
test_save_while_saving (void)
{
  g_autoptr (GFile) file = saved_plan ();
  g_autoptr (RtSession) session = rt_session_open (file, NULL);
  Saved saved[8] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (saved); i++)
    {
      g_autofree char *name = g_strdup_printf ("Ada %u", i);

      rename_ada (session, name);
      rt_session_save_async (session, NULL, FALSE, saved_cb, &saved[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (saved); i++)
    {
      test_wait (is_true, &saved[i].done);
      g_assert_no_error (saved[i].error);
    }
}

static void
test_no_file (void)
{
  g_autoptr (RtSession) session = rt_session_new ();
  g_autoptr (GError) error = save (session, NULL, FALSE);

  g_assert_error (error, RT_ERROR, RT_ERROR_USAGE);
}

static void
test_changed_on_disk (void)
{
  g_autoptr (GFile) file = saved_plan ();
  g_autoptr (RtSession) one = rt_session_open (file, NULL);
  g_autoptr (RtSession) other = rt_session_open (file, NULL);
  g_autoptr (GError) error = NULL;

  rename_ada (other, "Another name altogether");
  g_assert_no_error (save (other, NULL, FALSE));
  rename_ada (one, "Mine");
  error = save (one, NULL, FALSE);
  g_assert_error (error, RT_ERROR, RT_ERROR_CHANGED_ON_DISK);
  g_assert_true (rt_session_is_modified (one));
  g_assert_no_error (save (one, NULL, TRUE));
  g_assert_false (rt_session_is_modified (one));
}

typedef struct
{
  RtSession *session;
  RtDisk     disk;
} Seen;

static gboolean
is_seen (gpointer data)
{
  Seen *seen = data;

  return rt_session_get_disk (seen->session) == seen->disk;
}

static void
wait_for_disk (RtSession *session, RtDisk disk)
{
  Seen seen = { session, disk };

  test_wait (is_seen, &seen);
}

/* As another program does: with another name for Ada, all at once. */
static void
change_behind_its_back (GFile *file, const char *name)
{
  g_autoptr (RtSession) other = rt_session_open (file, NULL);

  rename_ada (other, name);
  g_assert_no_error (save (other, NULL, FALSE));
}

/* The change comes by itself; taking it over can be undone, and is saved. */
static void
test_reload (void)
{
  g_autoptr (GFile) file = saved_plan ();
  g_autoptr (RtSession) session = rt_session_open (file, NULL);
  g_autoptr (GError) error = NULL;

  rename_ada (session, "Mine");
  change_behind_its_back (file, "Theirs");
  wait_for_disk (session, RT_DISK_CHANGED);
  g_assert_cmpstr (name_of_ada (session), ==, "Mine");
  g_assert_true (rt_session_reload (session, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (name_of_ada (session), ==, "Theirs");
  g_assert_false (rt_session_is_modified (session));
  g_assert_cmpint (rt_session_get_disk (session), ==, RT_DISK_SAME);
  g_assert_true (rt_session_undo (session));
  g_assert_cmpstr (name_of_ada (session), ==, "Mine");
  g_assert_true (rt_session_is_modified (session));
  g_assert_no_error (save (session, NULL, FALSE));
}

/* Who keeps theirs has something to save, also when nothing was changed here; having answered, they
   are not asked again. */
static void
test_keep_mine (void)
{
  g_autoptr (GFile) file = saved_plan ();
  g_autoptr (RtSession) session = rt_session_open (file, NULL);
  g_autoptr (RtSession) saved = NULL;

  change_behind_its_back (file, "Theirs");
  wait_for_disk (session, RT_DISK_CHANGED);
  rt_session_keep_mine (session);
  g_assert_cmpint (rt_session_look_at_disk (session), ==, RT_DISK_SAME);
  g_assert_true (rt_session_is_modified (session));
  g_assert_no_error (save (session, NULL, FALSE));
  g_assert_false (rt_session_is_modified (session));
  saved = rt_session_open (file, NULL);
  g_assert_cmpstr (name_of_ada (saved), ==, name_of_ada (session));
}

/* What was changed after the answer is told again, and not replaced. */
static void
test_keep_mine_then_changed (void)
{
  g_autoptr (GFile) file = saved_plan ();
  g_autoptr (RtSession) session = rt_session_open (file, NULL);
  g_autoptr (GError) error = NULL;

  change_behind_its_back (file, "Theirs");
  wait_for_disk (session, RT_DISK_CHANGED);
  rt_session_keep_mine (session);
  change_behind_its_back (file, "Theirs again");
  error = save (session, NULL, FALSE);
  g_assert_error (error, RT_ERROR, RT_ERROR_CHANGED_ON_DISK);
  wait_for_disk (session, RT_DISK_CHANGED);
  g_assert_no_error (save (session, NULL, TRUE));
  g_assert_cmpint (rt_session_get_disk (session), ==, RT_DISK_SAME);
  g_assert_false (rt_session_is_modified (session));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Neither an own save, nor a file that only got another time, is anybody else's change. */
static void
test_own_save_is_no_change (void)
{
  g_autoptr (GFile) file = saved_plan ();
  g_autoptr (RtSession) session = rt_session_open (file, NULL);
  guint n = 0;

  g_signal_connect_swapped (session, "notify::disk", G_CALLBACK (count_cb), &n);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Ada %d", i);

      rename_ada (session, name);
      g_assert_no_error (save (session, NULL, FALSE));
      g_assert_cmpint (rt_session_look_at_disk (session), ==, RT_DISK_SAME);
    }
  g_assert_cmpint (g_utime (g_file_peek_path (file), NULL), ==, 0);
  g_assert_cmpint (rt_session_look_at_disk (session), ==, RT_DISK_SAME);
  g_assert_false (rt_session_is_modified (session));
  /* By the time a change of somebody else is told, everything before it would have been. */
  change_behind_its_back (file, "Theirs");
  wait_for_disk (session, RT_DISK_CHANGED);
  g_assert_cmpuint (n, ==, 1);
}

/* A file that is gone leaves the only copy here: closing asks, saving brings it back. */
static void
test_gone (void)
{
  g_autoptr (GFile) file = saved_plan ();
  g_autoptr (RtSession) session = rt_session_open (file, NULL);

  g_assert_cmpint (g_unlink (g_file_peek_path (file)), ==, 0);
  wait_for_disk (session, RT_DISK_GONE);
  g_assert_true (rt_session_is_modified (session));
  g_assert_no_error (save (session, NULL, FALSE));
  g_assert_cmpint (rt_session_get_disk (session), ==, RT_DISK_SAME);
  g_assert_false (rt_session_is_modified (session));
  g_assert_true (g_file_query_exists (file, NULL));
}

/* What is written through a link, or to what it leads to, is noticed through both. */
static void
test_change_through_link (void)
{
  g_autoptr (GFile) file = saved_plan ();
  g_autofree char *path = g_strconcat (g_file_peek_path (file), "-link", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (path);
  g_autoptr (RtSession) session = NULL;

  g_assert_true (g_file_make_symbolic_link (link, g_file_peek_path (file), NULL, NULL));
  session = rt_session_open (link, NULL);
  change_behind_its_back (file, "Theirs");
  wait_for_disk (session, RT_DISK_CHANGED);
}

/* A newer Rotunda has written it: that cannot be a step of this plan. */
static void
test_reload_newer (void)
{
  g_autoptr (GFile) file = saved_plan ();
  g_autoptr (RtSession) session = rt_session_open (file, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (g_file_peek_path (file),
                                      "{\"format\": \"rotunda-plan\", \"version\": 2}", -1, NULL));
  wait_for_disk (session, RT_DISK_CHANGED);
  g_assert_false (rt_session_reload (session, &error));
  g_assert_error (error, RT_ERROR, RT_ERROR_NEWER);
  g_assert_cmpstr (name_of_ada (session), ==, "Ada Byron");
  g_assert_cmpint (rt_session_get_disk (session), ==, RT_DISK_CHANGED);
}

/* What may only be looked at cannot be saved: closing does not ask for it. */
static void
test_gone_newer (void)
{
  g_autoptr (GFile) file = saved_plan ();
  g_autoptr (RtSession) session = NULL;

  g_assert_true (g_file_set_contents (g_file_peek_path (file),
                                      "{\"format\": \"rotunda-plan\", \"version\": 2}", -1, NULL));
  session = rt_session_open (file, NULL);
  g_assert_cmpint (g_unlink (g_file_peek_path (file)), ==, 0);
  wait_for_disk (session, RT_DISK_GONE);
  g_assert_false (rt_session_is_modified (session));
}

static void
test_save_fails (void)
{
  g_autoptr (GFile) file = saved_plan ();
  g_autoptr (RtSession) session = rt_session_open (file, NULL);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/trial.rotunda.json");
  g_autoptr (GError) error = NULL;

  rename_ada (session, "Kept");
  error = save (session, nowhere, FALSE);
  g_assert_nonnull (error);
  g_assert_true (rt_session_is_modified (session));
  g_assert_true (g_file_equal (rt_plan_file_get (rt_session_get_file (session)), file));
}

static void
test_not_a_plan (void)
{
  g_autofree char *path = test_path ("broken.rotunda.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "{\"format\": 1", -1, NULL));
  g_assert_null (rt_session_open (file, &error));
  g_assert_nonnull (error);
}

static guint
n_recoveries (void)
{
  g_autoptr (GPtrArray) list = rt_recovery_list ();

  return list->len;
}

static gboolean
is_kept (gpointer data)
{
  return n_recoveries () == GPOINTER_TO_UINT (data);
}

/* Two seconds after a change there is a copy; a good save takes it away. */
static void
test_keep (void)
{
  g_autoptr (GFile) file = saved_plan ();
  g_autoptr (RtSession) session = rt_session_open (file, NULL);

  g_assert_cmpuint (n_recoveries (), ==, 0);
  rename_ada (session, "Kept");
  g_assert_cmpuint (n_recoveries (), ==, 0);
  test_wait (is_kept, GUINT_TO_POINTER (1));
  g_assert_no_error (save (session, NULL, FALSE));
  test_wait (is_kept, GUINT_TO_POINTER (0));
}

/* A copy of @session with a change, as it is found after the program has ended. */
static RtRecovery *
keep (RtSession *session)
{
  g_autoptr (GPtrArray) list = NULL;

  rename_ada (session, "Kept");
  rt_session_keep (session);
  list = rt_recovery_list ();
  g_assert_cmpuint (list->len, ==, 1);
  return g_ptr_array_steal_index (list, 0);
}

static void
test_recover (void)
{
  g_autoptr (GFile) file = saved_plan ();
  g_autoptr (RtSession) session = rt_session_open (file, NULL);
  g_autoptr (RtRecovery) kept = keep (session);
  g_autoptr (RtSession) recovered = NULL;
  g_autoptr (GError) error = NULL;

  recovered = rt_session_new_recovered (kept, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (name_of_ada (recovered), ==, "Kept");
  g_assert_true (rt_session_is_modified (recovered));
  g_assert_false (rt_session_is_pristine (recovered));
  g_assert_no_error (save (recovered, NULL, FALSE));
  g_assert_false (rt_session_is_modified (recovered));
  g_assert_cmpuint (n_recoveries (), ==, 0);
}

/* A plan that was never saved keeps the name of its copy, so that there is one of it, not two. */
static void
test_recover_without_file (void)
{
  g_autoptr (RtPlan) plan = test_plan ();
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
  g_autoptr (RtRecovery) kept = keep (session);
  g_autoptr (RtSession) recovered = NULL;

  recovered = rt_session_new_recovered (kept, NULL);
  g_assert_null (rt_session_get_file (recovered));
  rt_session_keep (recovered);
  g_assert_cmpuint (n_recoveries (), ==, 1);
  rt_session_forget (recovered);
  g_assert_cmpuint (n_recoveries (), ==, 0);
}

/* Somebody has saved the plan since: their work is not written over. */
static void
test_recover_over_younger_file (void)
{
  g_autoptr (GFile) file = saved_plan ();
  g_autoptr (RtSession) session = rt_session_open (file, NULL);
  g_autoptr (RtRecovery) kept = keep (session);
  g_autoptr (RtSession) recovered = NULL;
  g_autoptr (GError) error = NULL;

  kept->at -= 60;
  recovered = rt_session_new_recovered (kept, NULL);
  g_assert_cmpint (rt_session_get_disk (recovered), ==, RT_DISK_CHANGED);
  error = save (recovered, NULL, FALSE);
  g_assert_error (error, RT_ERROR, RT_ERROR_CHANGED_ON_DISK);
  rt_session_forget (recovered);
}

static guint
n_windows (void)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (application)));
}

static RtWindow *
active_window (void)
{
  return RT_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
}

/* A plan takes the place of the welcome page; the same file is not opened twice. */
static void
test_open_in_window (void)
{
  g_autoptr (GFile) file = saved_plan ();
  RtWindow *window = test_window (application, NULL);
  guint before = n_windows ();

  rt_application_open_file (application, file, GTK_WINDOW (window));
  g_assert_cmpuint (n_windows (), ==, before);
  g_assert_cmpstr (rt_plan_get_title (rt_session_get_plan (rt_window_get_session (window))), ==,
                   "Trial");
  g_assert_nonnull (rt_window_get_page (window));
  rt_application_open_file (application, file, NULL);
  g_assert_cmpuint (n_windows (), ==, before);
  g_assert_true (active_window () == window);
  rt_window_close_now (window);
}

static GtkWindow *find_question (RtWindow *window);

/* What was kept is offered to whoever opens its file, also by another name; @answer is given, and
   the name that Ada has then returned. */
static const char *
open_kept (RtWindow *window, const char *answer)
{
  g_autoptr (GFile) file = saved_plan ();
  g_autofree char *path = g_strconcat (g_file_peek_path (file), "-link", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (path);
  g_autoptr (RtSession) session = rt_session_open (file, NULL);
  GPtrArray *offered = rt_application_get_recoveries (application);
  GtkWindow *question;

  g_assert_true (g_file_make_symbolic_link (link, g_file_peek_path (file), NULL, NULL));
  g_ptr_array_add (offered, keep (session));
  rt_application_open_file (application, link, GTK_WINDOW (window));
  question = find_question (window);
  g_assert_true (ADW_IS_MESSAGE_DIALOG (question));
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (question)), ==,
                   "Rotunda stopped unexpectedly");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), answer);
  gtk_window_destroy (question);
  test_settle ();
  g_assert_cmpuint (offered->len, ==, 0);
  return name_of_ada (rt_window_get_session (window));
}

static void
test_open_with_changes (void)
{
  RtWindow *window = test_window (application, NULL);

  g_assert_cmpstr (open_kept (window, "with"), ==, "Kept");
  g_assert_true (rt_session_is_modified (rt_window_get_session (window)));
  g_assert_cmpuint (n_recoveries (), ==, 1);
  rt_session_forget (rt_window_get_session (window));
  rt_window_close_now (window);
}

static void
test_open_without_changes (void)
{
  RtWindow *window = test_window (application, NULL);

  g_assert_cmpstr (open_kept (window, "without"), ==, "Ada Byron");
  g_assert_false (rt_session_is_modified (rt_window_get_session (window)));
  g_assert_cmpuint (n_recoveries (), ==, 0);
  rt_window_close_now (window);
}

/* The same plan by another name is the same plan. */
static void
test_open_through_link (void)
{
  g_autoptr (GFile) file = saved_plan ();
  g_autofree char *path = g_strconcat (g_file_peek_path (file), "-link", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (path);
  RtWindow *window = test_window (application, NULL);
  guint before = n_windows ();

  g_assert_true (g_file_make_symbolic_link (link, g_file_peek_path (file), NULL, NULL));
  rt_application_open_file (application, link, GTK_WINDOW (window));
  rt_application_open_file (application, file, NULL);
  rt_application_open_file (application, link, NULL);
  g_assert_cmpuint (n_windows (), ==, before);
  g_assert_true (rt_application_find_window (application, file) == window);
  rt_window_close_now (window);
}

/* As soon as it is on the screen. */
static gboolean
takes_focus (gpointer strip)
{
  return gtk_widget_child_focus (strip, GTK_DIR_TAB_FORWARD);
}

/* The strip comes with the change and goes with the answer. */
static void
test_strip (void)
{
  g_autoptr (GFile) file = saved_plan ();
  g_autoptr (RtSession) session = rt_session_open (file, NULL);
  RtWindow *window = test_window (application, session);
  GtkWidget *strip = test_find (GTK_WIDGET (window), RT_TYPE_DISK_STRIP, 0);
  GtkRevealer *revealer = GTK_REVEALER (adw_bin_get_child (ADW_BIN (strip)));

  /* What is not revealed would still make the window wider. */
  g_assert_false (gtk_widget_get_visible (strip));
  change_behind_its_back (file, "Theirs");
  wait_for_disk (session, RT_DISK_CHANGED);
  g_assert_true (gtk_widget_get_visible (strip));
  g_assert_true (gtk_revealer_get_reveal_child (revealer));
  test_wait (takes_focus, strip);
  g_assert_cmpstr (rt_help_page_of (GTK_WINDOW (window)), ==, "elsewhere");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL));
  g_assert_false (gtk_revealer_get_reveal_child (revealer));
  g_assert_cmpstr (name_of_ada (session), ==, "Theirs");
  change_behind_its_back (file, "Theirs again");
  wait_for_disk (session, RT_DISK_CHANGED);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.keep-mine", NULL));
  g_assert_false (gtk_revealer_get_reveal_child (revealer));
  g_assert_cmpstr (name_of_ada (session), ==, "Theirs");
  rt_session_forget (session);
  rt_window_close_now (window);
}

/* A window that has a plan keeps it. */
static void
test_open_second (void)
{
  g_autoptr (GFile) one = saved_plan ();
  g_autoptr (GFile) other = saved_plan ();
  RtWindow *window = test_window (application, NULL);
  guint before = n_windows ();

  rt_application_open_file (application, one, GTK_WINDOW (window));
  rt_application_open_file (application, other, GTK_WINDOW (window));
  g_assert_cmpuint (n_windows (), ==, before + 1);
  rt_window_close_now (active_window ());
  rt_window_close_now (window);
}

/* The question on top of @window. */
static GtkWindow *
find_question (RtWindow *window)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *link = toplevels; link; link = link->next)
    if (gtk_window_get_transient_for (link->data) == GTK_WINDOW (window)
        && gtk_widget_get_visible (link->data))
      return link->data;
  return NULL;
}

static gboolean
has_no_question (gpointer window)
{
  return find_question (window) == NULL;
}

/* What the file is now stands beside what is here, and nothing is taken over. */
static void
test_compare (void)
{
  g_autoptr (GFile) file = saved_plan ();
  g_autoptr (RtSession) session = rt_session_open (file, NULL);
  RtWindow *window = test_window (application, session);
  GtkWindow *dialog;

  change_behind_its_back (file, "Theirs");
  wait_for_disk (session, RT_DISK_CHANGED);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.compare-disk", NULL));
  dialog = find_question (window);
  g_assert_true (RT_IS_COMPARE_DIALOG (dialog));
  g_assert_nonnull (test_find_label (GTK_WIDGET (dialog), "People: 1"));
  g_assert_nonnull (test_find_label (GTK_WIDGET (dialog), "Name: Ada Byron here, Theirs there"));
  g_assert_cmpstr (name_of_ada (session), ==, "Ada Byron");
  g_assert_false (rt_session_is_modified (session));
  rename_ada (session, "Theirs");
  g_assert_nonnull (test_find_label (GTK_WIDGET (dialog), "Both are the same."));
  rt_session_undo (session);
  gtk_window_destroy (dialog);
  rt_window_close_now (window);
}

static const char *
subtitle_of (RtWindow *window)
{
  GtkWidget *header = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (window), RT_TYPE_WINDOW, "header"));

  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_template_child (
      header, RT_TYPE_WINDOW_HEADER, "subtitle_label")));
}

/* What is on paper, and what the file is like when it is not what is here. */
static void
test_subtitle (void)
{
  g_autoptr (GFile) file = saved_plan ();
  g_autoptr (RtSession) session = rt_session_open (file, NULL);
  RtWindow *window = test_window (application, session);
  RtPlan *plan = rt_session_get_plan (session);
  g_autoptr (RtRecord) record = rt_record_new (&rt_issue_class, NULL);
  RtIssue *issue = (RtIssue *) record;
  gpointer records[] = { record };

  g_assert_cmpstr (subtitle_of (window), ==, "not yet issued");
  rename_ada (session, "Changed");
  g_assert_cmpstr (subtitle_of (window), ==, "not yet issued · modified");
  rt_set_text (&issue->revision, "A");
  rt_set_text (&issue->at, "2026-01-02T10:00");
  g_assert_true (
      rt_session_do (session, rt_edit_add (plan, "Issue", RT_PART_ISSUED, records, 1, NULL), NULL));
  g_assert_no_error (save (session, NULL, FALSE));
  g_assert_cmpstr (subtitle_of (window), ==, "issued as A");
  rt_window_close_now (window);
}

/* A window of its own, in which something is to be saved; the plan it was made of stays. */
static void
assert_duplicate (const char *action, guint n_people, guint n_earlier)
{
  g_autoptr (GFile) file = saved_plan ();
  g_autoptr (RtSession) session = rt_session_open (file, NULL);
  RtWindow *window = test_window (application, session), *other;
  guint before = n_windows ();
  RtPlan *plan;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  g_assert_cmpuint (n_windows (), ==, before + 1);
  other = gtk_application_get_windows (GTK_APPLICATION (application))->data;
  if (other == window)
    other = gtk_application_get_windows (GTK_APPLICATION (application))->next->data;
  plan = rt_session_get_plan (rt_window_get_session (other));
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, n_people);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 2);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_EARLIER), ==, n_earlier);
  g_assert_true (rt_session_is_modified (rt_window_get_session (other)));
  g_assert_nonnull (rt_window_get_page (other));
  g_assert_cmpstr (subtitle_of (other), ==, "not yet issued · not yet saved");
  g_assert_false (rt_session_is_modified (session));
  rt_session_forget (rt_window_get_session (other));
  rt_window_close_now (other);
  rt_window_close_now (window);
}

static void
test_duplicate (void)
{
  assert_duplicate ("win.duplicate", 0, 0);
}

static void
test_next_meeting (void)
{
  assert_duplicate ("win.next-meeting", 3, 1);
}

/* The new title is one step, and the question comes with the old one. */
static void
test_rename (void)
{
  g_autoptr (RtPlan) plan = test_plan ();
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
  RtWindow *window = test_window (application, session);
  GtkWidget *row;
  GtkWindow *dialog;

  rename_ada (session, "So that there is something");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.rename", NULL));
  test_settle ();
  dialog = find_question (window);
  row = test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Trial");
  gtk_editable_set_text (GTK_EDITABLE (row), "  Another   name ");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  gtk_window_destroy (dialog);
  test_settle ();
  g_assert_cmpstr (rt_plan_get_title (plan), ==, "Another name");
  g_assert_true (rt_session_undo (session));
  g_assert_cmpstr (rt_plan_get_title (plan), ==, "Trial");
  rt_session_forget (session);
  rt_window_close_now (window);
}

/* Closing asks when something would be lost, and only then. */
static void
test_close (void)
{
  g_autoptr (RtPlan) plan = test_plan ();
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
  RtWindow *window = test_window (application, session);
  guint before = n_windows ();

  rename_ada (session, "Not saved");
  gtk_window_close (GTK_WINDOW (window));
  test_settle ();
  g_assert_cmpuint (n_windows (), ==, before);
  g_assert_nonnull (find_question (window));
  gtk_window_close (GTK_WINDOW (find_question (window)));
  test_wait (has_no_question, window);
  rt_session_undo (session);
  gtk_window_close (GTK_WINDOW (window));
  test_settle ();
  g_assert_cmpuint (n_windows (), ==, before - 1);
}

static gboolean
has_question (gpointer window)
{
  return find_question (window) != NULL;
}

/* Quitting asks about one plan after the other, and no further where somebody cancels. */
static void
test_quit (void)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func (g_object_unref);
  RtWindow *windows[3];
  guint before = n_windows (), asked;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (RtPlan) plan = test_plan ();

      g_ptr_array_add (sessions, rt_session_new_for_plan (plan, NULL));
      windows[i] = test_window (application, sessions->pdata[i]);
      if (i < 2)
        rename_ada (sessions->pdata[i], "Not saved");
    }
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  asked = find_question (windows[0]) ? 0 : 1;
  test_wait (has_question, windows[asked]);
  g_assert_null (find_question (windows[1 - asked]));
  g_signal_emit_by_name (find_question (windows[asked]), "response", "discard");
  test_wait (has_question, windows[1 - asked]);
  g_assert_cmpuint (n_windows (), ==, before + 2);
  gtk_window_close (GTK_WINDOW (find_question (windows[1 - asked])));
  test_wait (has_no_question, windows[1 - asked]);
  test_settle ();
  rt_window_close_now (windows[1 - asked]);
  test_settle ();
  g_assert_cmpuint (n_windows (), ==, before + 1);
  rt_window_close_now (windows[2]);
  test_settle ();
}

/* A window that closes takes its dialogs along, also one that would have been closed next. */
static void
test_quit_with_dialog (void)
{
  GtkWidget *dialog = gtk_window_new ();
  RtWindow *window;
  guint before = n_windows ();

  gtk_window_set_application (GTK_WINDOW (dialog), GTK_APPLICATION (application));
  window = test_window (application, NULL);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (gtk_application_get_windows (GTK_APPLICATION (application))->data == window);
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  test_settle ();
  g_assert_cmpuint (n_windows (), ==, before);
}

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Every format that the plan has enough for is written whole, and opens its own door only. */
static void
test_export (void)
{
  g_autoptr (RtPlan) plan = test_plan ();
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
  static const char * const names[] = { "people.csv", "plan.xlsx", "summary.md", "grid.html",
                                        "floor.png" };

  const RtOutputOptions options = { .round = 1 };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = test_path (names[i]);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      GStatBuf found;

      rt_export_dialog_write_async (session, names[i], &options, file);
      test_wait (is_there, path);
      g_assert_cmpint (g_stat (path, &found), ==, 0);
      g_assert_cmpint (found.st_mode & 0777, ==, 0600);
      test_settle ();
    }
}

static gboolean
has_list (GtkWidget *widget, guint *n)
{
  if (GTK_IS_CHECK_BUTTON (widget))
    (*n)++;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    has_list (child, n);
  return *n > 0;
}

static GtkWidget *
get_round_row (GtkWindow *dialog)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (dialog), RT_TYPE_EXPORT_DIALOG,
                                                    "round_row"));
}

/* The dialog lists every format, and private notes do not come along by themselves. */
static void
test_export_dialog (void)
{
  g_autoptr (RtPlan) plan = test_plan ();
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
  RtWindow *window = test_window (application, session);
  GtkWindow *dialog = rt_export_dialog_new (GTK_WINDOW (window), session);
  GObject *private_switch;
  guint n = 0, formats = 0;

  gtk_window_present (dialog);
  test_settle ();
  while (rt_output_get (formats) != NULL)
    formats++;
  g_assert_true (has_list (GTK_WIDGET (dialog), &n));
  g_assert_cmpuint (n, ==, formats);
  private_switch = gtk_widget_get_template_child (GTK_WIDGET (dialog), RT_TYPE_EXPORT_DIALOG,
                                                  "private_switch");
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (private_switch)));
  g_assert_false (gtk_widget_get_sensitive (get_round_row (dialog)));
  gtk_window_destroy (dialog);
  rt_window_close_now (window);
  test_settle ();
}

static void
file_manager_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
                 const char *method, GVariant *parameters, GDBusMethodInvocation *invocation,
                 gpointer data)
{
  GVariant **asked = data;

  *asked = g_variant_ref (parameters);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static gboolean
is_asked (gpointer data)
{
  return *(GVariant **) data != NULL;
}

/* A file manager of the test's own is asked for the file itself, not for its folder. */
static void
test_show_in_files (void)
{
  static const GDBusInterfaceVTable table = { file_manager_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (
      "<node><interface name='org.freedesktop.FileManager1'><method name='ShowItems'>"
      "<arg type='as' direction='in'/><arg type='s' direction='in'/></method></interface></node>",
      NULL);
  GDBusConnection *bus = g_application_get_dbus_connection (G_APPLICATION (application));
  g_autoptr (GFile) file = saved_plan ();
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (RtSession) session = rt_session_open (file, NULL);
  g_autoptr (GVariant) asked = NULL;
  g_autofree const char **uris = NULL;
  RtWindow *window;
  guint object, name;

  if (bus == NULL)
    {
      g_test_skip ("There is no session bus.");
      return;
    }
  object = g_dbus_connection_register_object (bus, "/org/freedesktop/FileManager1",
                                              node->interfaces[0], &table, &asked, NULL, NULL);
  name = g_bus_own_name_on_connection (bus, "org.freedesktop.FileManager1",
                                       G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL, NULL);
  window = test_window (application, session);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-in-files", NULL);
  test_wait (is_asked, &asked);
  g_variant_get (asked, "(^a&s&s)", &uris, NULL);
  g_assert_cmpstr (uris[0], ==, uri);
  g_bus_unown_name (name);
  g_dbus_connection_unregister_object (bus, object);
  rt_window_close_now (window);
  test_settle ();
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  application = test_start ();
  g_test_add_func ("/files/save", test_save);
  g_test_add_func ("/files/lists", test_lists);
  g_test_add_func ("/files/drop-refused", test_drop_refused);
  g_test_add_func ("/files/change-while-saving", test_change_while_saving);
  g_test_add_func ("/files/undo-while-saving", test_undo_while_saving);
  g_test_add_func ("/files/save-while-saving", test_save_while_saving);
  g_test_add_func ("/files/no-file", test_no_file);
  g_test_add_func ("/files/changed-on-disk", test_changed_on_disk);
  g_test_add_func ("/files/reload", test_reload);
  g_test_add_func ("/files/keep-mine", test_keep_mine);
  g_test_add_func ("/files/keep-mine/then-changed", test_keep_mine_then_changed);
  g_test_add_func ("/files/own-save-is-no-change", test_own_save_is_no_change);
  g_test_add_func ("/files/gone", test_gone);
  g_test_add_func ("/files/change-through-link", test_change_through_link);
  g_test_add_func ("/files/reload-newer", test_reload_newer);
  g_test_add_func ("/files/gone-newer", test_gone_newer);
  g_test_add_func ("/files/recover-over-younger-file", test_recover_over_younger_file);
  g_test_add_func ("/files/open-with-changes", test_open_with_changes);
  g_test_add_func ("/files/open-without-changes", test_open_without_changes);
  g_test_add_func ("/files/open-through-link", test_open_through_link);
  g_test_add_func ("/files/strip", test_strip);
  g_test_add_func ("/files/compare", test_compare);
  g_test_add_func ("/files/subtitle", test_subtitle);
  g_test_add_func ("/files/duplicate", test_duplicate);
  g_test_add_func ("/files/next-meeting", test_next_meeting);
  g_test_add_func ("/files/rename", test_rename);
  g_test_add_func ("/files/save-fails", test_save_fails);
  g_test_add_func ("/files/not-a-plan", test_not_a_plan);
  g_test_add_func ("/files/keep", test_keep);
  g_test_add_func ("/files/recover", test_recover);
  g_test_add_func ("/files/recover-without-file", test_recover_without_file);
  g_test_add_func ("/files/open-in-window", test_open_in_window);
  g_test_add_func ("/files/open-second", test_open_second);
  g_test_add_func ("/files/close", test_close);
  g_test_add_func ("/files/quit", test_quit);
  g_test_add_func ("/files/quit-with-dialog", test_quit_with_dialog);
  g_test_add_func ("/files/show-in-files", test_show_in_files);
  g_test_add_func ("/files/export", test_export);
  g_test_add_func ("/files/export-dialog", test_export_dialog);
  return g_test_run ();
}
