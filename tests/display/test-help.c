/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* F1: each page and window leads to the page of the help that is about it. */

#include <glib/gstdio.h>

#include "rt-agenda-window.h"
#include "rt-dialogs.h"
#include "rt-event-dialog.h"
#include "rt-export-dialog.h"
#include "rt-help.h"
#include "rt-print-window.h"
#include "rt-rules-window.h"
#include "rt-themes-window.h"
#include "test-screen.h"

static RtApplication *application;
static char *data_home;

static void
set_up (TestWindow *fixture, gconstpointer data)
{
  test_window_open (fixture, application, NULL);
}

/* A part of a page that is to be seen, by the name of its type. */
typedef struct
{
  GtkWidget *page;
  const char *type;
} Part;

static gboolean
is_part (GtkWidget *widget, gconstpointer type)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), type) && gtk_widget_get_mapped (widget);
}

static gboolean
is_there (gpointer data)
{
  const Part *part = data;

  return test_find_if (part->page, is_part, part->type) != NULL;
}

static GtkWidget *
wait_for_part (gpointer window, const char *type)
{
  Part part = { window, type };

  test_wait (is_there, &part);
  return test_find_if (window, is_part, type);
}

/* The page from before goes a moment after the next one comes. */
static gboolean
is_page (gpointer data)
{
  const Part *part = data;

  return g_str_equal (rt_help_page_of (GTK_WINDOW (part->page)), part->type);
}

static void
assert_page (gpointer window, const char *page)
{
  Part part = { window, page };

  test_wait (is_page, &part);
}

static void
test_pages (TestWindow *fixture, gconstpointer data)
{
  static const struct { const char *page, *type, *help; } cases[] = {
    { "people", "RtPeoplePage", "people" },
    { "room", "RtRoomPage", "room" },
    { "rounds", "RtRoundsPage", "rounds" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      rt_window_show_page (fixture->window, cases[i].page);
      gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
      wait_for_part (fixture->window, cases[i].type);
      assert_page (fixture->window, cases[i].help);
    }
}

static void
test_welcome (void)
{
  RtWindow *window = test_window (application, NULL);

  assert_page (window, "welcome");
  rt_window_close_now (window);
  test_settle ();
}

/* What is to be seen counts, wherever the focus is. */
static void
test_view (TestWindow *fixture, gconstpointer data)
{
  rt_window_show_page (fixture->window, "rounds");
  gtk_widget_activate_action (wait_for_part (fixture->window, "RtRoundsPage"), "rounds.show-view",
                              "s", "meet");
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  wait_for_part (fixture->window, "RtMeetView");
  assert_page (fixture->window, "measures#who-meets-whom");
}

/* A panel is meant only while one works in it. */
static void
test_focus (TestWindow *fixture, gconstpointer data)
{
  GtkWidget *panel;

  rt_window_show_page (fixture->window, "rounds");
  panel = wait_for_part (fixture->window, "RtMeasuresPanel");
  g_assert_true (gtk_widget_child_focus (panel, GTK_DIR_TAB_FORWARD));
  assert_page (fixture->window, "measures");
}

/* Whether the key is taken by @window itself: accelerators of the application do not reach
 * dialogs. */
static gboolean
takes_f1 (GtkWidget *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      guint n = GTK_IS_SHORTCUT_CONTROLLER (controller)
                ? g_list_model_get_n_items (G_LIST_MODEL (controller)) : 0;

      for (guint k = 0; k < n; k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          g_autofree char *keys
              = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (keys, "F1"))
            return TRUE;
        }
    }
  return FALSE;
}

static void
test_windows (TestWindow *fixture, gconstpointer data)
{
  const struct { GtkWidget *window; const char *help; } cases[] = {
    { rt_agenda_window_new (fixture->session), "agenda" },
    { rt_event_dialog_new (fixture->session), "event" },
    { GTK_WIDGET (rt_export_dialog_new (GTK_WINDOW (fixture->window), fixture->session)),
      "export" },
    { rt_rules_window_new (fixture->session), "rules" },
    { rt_themes_window_new (fixture->session), "themes" },
    { GTK_WIDGET (rt_print_window_new (fixture->session, NULL)), "print" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_window_set_transient_for (GTK_WINDOW (cases[i].window), GTK_WINDOW (fixture->window));
      gtk_window_present (GTK_WINDOW (cases[i].window));
      test_wait (test_is_mapped, cases[i].window);
      assert_page (cases[i].window, cases[i].help);
      g_assert_true (takes_f1 (cases[i].window));
      gtk_window_destroy (GTK_WINDOW (cases[i].window));
      test_settle ();
    }
}

/* What can be lost is told on one page, whichever question it is. */
static void
test_question (TestWindow *fixture, gconstpointer data)
{
  const RtAnswer answers[] = {
    { "cancel", "Cancel", ADW_RESPONSE_DEFAULT },
    { "save", "Save", ADW_RESPONSE_SUGGESTED },
  };
  GtkWindow *question;

  rt_dialogs_ask_async (GTK_WINDOW (fixture->window), "Save it?", "", answers,
                        G_N_ELEMENTS (answers), NULL, NULL);
  question = test_wait_for_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpstr (rt_help_page_of (question), ==, "undo");
  gtk_window_close (question);
  test_settle ();
}

/* Silence would look as if the key were broken. */
static void
test_no_viewer (TestWindow *fixture, gconstpointer data)
{
  GtkWindow *message;

  rt_help_show (GTK_WINDOW (fixture->window), "people");
  message = test_wait_for_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (message)), "Yelp"));
  gtk_window_close (message);
  test_settle ();
}

static char *
read_uri (void)
{
  g_autofree char *path = g_build_filename (data_home, "uri", NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text && g_str_has_suffix (text, "\n") ? g_strchomp (text) : (g_free (text), NULL);
}

static gboolean
has_uri (gpointer data)
{
  g_autofree char *uri = read_uri ();

  return uri != NULL;
}

static gboolean
has_viewer (gpointer data)
{
  g_autoptr (GAppInfo) info = g_app_info_get_default_for_uri_scheme ("help");

  return info != NULL;
}

static void
write_file (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (data_home, "applications", name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0755, &error);
  g_assert_no_error (error);
}

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* A viewer that notes what it was asked for. */
static void
test_viewer (TestWindow *fixture, gconstpointer data)
{
  /* What another process and another thread do turns no loop here. */
  guint tick = g_timeout_add (20, tick_cb, NULL);
  g_autofree char *script = g_build_filename (data_home, "applications", "viewer.sh", NULL);
  g_autofree char *entry
      = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Viewer\nExec=%s %%u\n"
                         "MimeType=x-scheme-handler/help;\n", script);
  g_autofree char *uri = NULL;

  write_file ("viewer.sh", "#!/bin/sh\necho \"$1\" >\"${0%/*}/../uri\"\n");
  write_file ("viewer.desktop", entry);
  write_file ("mimeapps.list", "[Default Applications]\nx-scheme-handler/help=viewer.desktop\n");
  test_wait (has_viewer, NULL);
  rt_help_show (GTK_WINDOW (fixture->window), "measures#clash");
  test_wait (has_uri, NULL);
  uri = read_uri ();
  g_assert_cmpstr (uri, ==, "help:rotunda/measures#clash");
  g_source_remove (tick);
}

/* Data folders without the programs of this computer, among which may be a help viewer. */
static void
hide_programs (void)
{
  g_autofree char *share = g_dir_make_tmp ("rotunda-XXXXXX", NULL);
  g_autofree char *home = g_dir_make_tmp ("rotunda-XXXXXX", NULL);
  const char * const kept[] = { "glib-2.0", "icons", "mime" };
  g_autofree char *folder = g_build_filename (home, "applications", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *target = g_build_filename ("/usr/share", kept[i], NULL);
      g_autofree char *link = g_build_filename (share, kept[i], NULL);

      g_assert_no_errno (symlink (target, link));
    }
  g_assert_no_errno (g_mkdir (folder, 0755));
  g_setenv ("XDG_DATA_DIRS", share, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  data_home = g_steal_pointer (&home);
}

int
main (int argc, char *argv[])
{
  hide_programs ();
  gtk_test_init (&argc, &argv, NULL);
  application = test_start ();
  g_test_add_func ("/help/welcome", test_welcome);
  g_test_add ("/help/pages", TestWindow, NULL, set_up, test_pages, test_window_close_later);
  g_test_add ("/help/view", TestWindow, NULL, set_up, test_view, test_window_close_later);
  g_test_add ("/help/focus", TestWindow, NULL, set_up, test_focus, test_window_close_later);
  g_test_add ("/help/windows", TestWindow, NULL, set_up, test_windows, test_window_close_later);
  g_test_add ("/help/question", TestWindow, NULL, set_up, test_question, test_window_close_later);
  g_test_add ("/help/no-viewer", TestWindow, NULL, set_up, test_no_viewer, test_window_close_later);
  g_test_add ("/help/viewer", TestWindow, NULL, set_up, test_viewer, test_window_close_later);
  return g_test_run ();
}
