/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Nothing needs more room than there is: pages in windows of each width class, and every dialog on
 * a narrow screen, with large text. Once more in German, whose words are longer. */

#include "rt-agenda-dialog.h"
#include "rt-agenda-window.h"
#include "rt-away-dialog.h"
#include "rt-child-window.h"
#include "rt-compare-dialog.h"
#include "rt-edit.h"
#include "rt-event-dialog.h"
#include "rt-export-dialog.h"
#include "rt-frame.h"
#include "rt-import-dialog.h"
#include "rt-move-dialog.h"
#include "rt-person-panel.h"
#include "rt-preferences-window.h"
#include "rt-print-window.h"
#include "rt-replace-dialog.h"
#include "rt-rounds-page.h"
#include "rt-rule-dialog.h"
#include "rt-rules-window.h"
#include "rt-theme-row.h"
#include "rt-themes-window.h"
#include "rt-venue-dialog.h"
#include "rt-why-dialog.h"
#include "test-screen.h"

#define NARROW 400
/* What is around a window without a window manager. */
#define SHADOW 20

typedef struct
{
  const char *name;
  int width, height;
  int points; /* of text */
} Screen;

static const Screen screens[] = {
  { "small", 360, 640, 11 },     { "narrow", NARROW, 800, 16 },
  { "medium", 640, 480, 11 },    { "medium-large", 790, 480, 16 },
  { "very-large", 480, 800, 22 },
  /* The least that is wide, when what is around the window is taken off. */
  { "wide", 1000 + SHADOW, 700, 11 },
  { "wide-large", 1456 + SHADOW, 800, 16 },
  { "very-wide", 1480, 800, 11 },
};

static RtApplication *application;

/* Real words and names, with a round that is over and one where somebody has no seat. */
static void
open_sample (TestWindow *fixture, const Screen *screen)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples",
                                                 "leadership-styles.rotunda.json", NULL);
  g_autofree char *font = g_strdup_printf ("Cantarell %d", screen->points);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GSettings *settings = rt_application_get_settings (application);

  g_object_set (gtk_settings_get_default (), "gtk-font-name", font, NULL);
  g_settings_set_int (settings, "window-width", screen->width);
  g_settings_set_int (settings, "window-height", screen->height);
  fixture->session = rt_session_open (file, &error);
  g_assert_no_error (error);
  fixture->plan = g_object_ref (rt_session_get_plan (fixture->session));
  fixture->window = test_window (application, fixture->session);
  rt_session_do (fixture->session,
                 rt_edit_set_over (fixture->plan, rt_plan_get_round (fixture->plan, 0)->parent.id,
                                   TRUE, NULL),
                 NULL);
}

static void
set_up (TestWindow *fixture, gconstpointer screen)
{
  open_sample (fixture, screen);
}

static void
set_up_narrow (TestWindow *fixture, gconstpointer data)
{
  open_sample (fixture, &screens[1]);
}

static void
tear_down (TestWindow *fixture, gconstpointer data)
{
  GSettings *settings = rt_application_get_settings (application);

  test_window_close_later (fixture, data);
  g_settings_reset (settings, "window-width");
  g_settings_reset (settings, "window-height");
}

static int
least (GtkWidget *widget, GtkOrientation orientation)
{
  int size;

  gtk_widget_measure (widget, orientation, -1, &size, NULL, NULL, NULL);
  return size;
}

/* The content of the window, inside of what cuts it off rather than grow. */
static GtkWidget *
get_content (gpointer window)
{
  GtkWidget *frame = test_find (window, RT_TYPE_FRAME, 0);

  return frame ? gtk_widget_get_first_child (frame) : adw_window_get_content (window);
}

static void
check (GtkWidget *content, GtkOrientation orientation, int room, const char *what)
{
  int wanted = least (content, orientation);

  if (wanted <= room)
    return;
  g_test_message ("%s needs a %s of %d, and there are %d", what,
                  orientation == GTK_ORIENTATION_HORIZONTAL ? "width" : "height", wanted, room);
  g_test_fail ();
}

static void
check_page (RtWindow *window, const char *what)
{
  GtkWidget *content = get_content (window);

  test_settle ();
  check (content, GTK_ORIENTATION_HORIZONTAL, gtk_widget_get_width (GTK_WIDGET (window)), what);
  check (content, GTK_ORIENTATION_VERTICAL, gtk_widget_get_height (GTK_WIDGET (window)), what);
}

static void
check_rounds (TestWindow *fixture)
{
  static const char * const views[] = { "grid", "meet", "tables" };
  GtkWidget *page;

  rt_window_show_page (fixture->window, "rounds");
  check_page (fixture->window, "rounds, over");
  rt_session_set_selected_table (fixture->session,
                                 rt_plan_get_table (fixture->plan, 0)->parent.id);
  check_page (fixture->window, "rounds, a table");
  rt_session_set_round (fixture->session, 1);
  check_page (fixture->window, "rounds");
  page = test_find (GTK_WIDGET (fixture->window), RT_TYPE_ROUNDS_PAGE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      gtk_widget_activate_action (page, "rounds.show-view", "s", views[i]);
      check_page (fixture->window, views[i]);
    }
}

/* What a window has more than it needs goes to the list. */
static void
check_panel (TestWindow *fixture, const Screen *screen)
{
  GtkWidget *panel = test_find (GTK_WIDGET (fixture->window), RT_TYPE_PERSON_PANEL, 0);

  if (screen->width > 1400 && screen->points == 11)
    g_assert_cmpint (gtk_widget_get_width (panel), <, 320);
}

static void
test_pages (TestWindow *fixture, gconstpointer data)
{
  const Screen *screen = data;

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, screen->width);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), >=,
                   screen->width - SHADOW);
  check_page (fixture->window, "people");
  rt_window_edit_person (fixture->window, rt_plan_get_person (fixture->plan, 0)->parent.id);
  check_page (fixture->window, "a person");
  check_panel (fixture, screen);
  rt_window_show_page (fixture->window, "room");
  check_page (fixture->window, "room");
  rt_session_set_selected_table (fixture->session,
                                 rt_plan_get_table (fixture->plan, 1)->parent.id);
  check_page (fixture->window, "room, a table");
  rt_session_set_selected_table (fixture->session, NULL);
  check_rounds (fixture);
}

/* A title may go, for the buttons beside it say what the dialog does; half of it says nothing. */
static gboolean
is_cut_title (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && gtk_widget_has_css_class (widget, "title")
         && gtk_widget_get_ancestor (widget, ADW_TYPE_HEADER_BAR)
         && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)));
}

/* A title that goes fades out. */
static gboolean
has_no_cut_title (gpointer dialog)
{
  return test_find_if (dialog, is_cut_title, NULL) == NULL;
}

static void
check_dialog (TestWindow *fixture, gpointer dialog)
{
  rt_child_window_show (dialog, GTK_WINDOW (fixture->window));
  test_wait (test_is_mapped, dialog);
  test_settle ();
  check (get_content (dialog), GTK_ORIENTATION_HORIZONTAL, NARROW, G_OBJECT_TYPE_NAME (dialog));
  test_wait (has_no_cut_title, dialog);
  gtk_window_destroy (dialog);
  test_settle ();
}

#define FIRST(fixture, part) \
  (((const RtRecord *) rt_plan_get ((fixture)->plan, RT_PART_##part, 0))->id)

#define TEST_DIALOG(name, expression)                                                             \
  static void                                                                                     \
  test_##name (TestWindow    *fixture,                                                            \
               gconstpointer  data)                                                               \
  {                                                                                               \
    check_dialog (fixture, expression);                                                           \
  }

TEST_DIALOG (agenda, rt_agenda_window_new (fixture->session))
TEST_DIALOG (agenda_item, rt_agenda_dialog_new (fixture->session, NULL, FIRST (fixture, ROUNDS)))
TEST_DIALOG (event, rt_event_dialog_new (fixture->session))
TEST_DIALOG (export, rt_export_dialog_new (GTK_WINDOW (fixture->window), fixture->session))
TEST_DIALOG (move, rt_move_dialog_new (GTK_WIDGET (fixture->window), fixture->session,
                                       FIRST (fixture, ROUNDS), FIRST (fixture, PEOPLE),
                                       RT_MOVE_TO))
TEST_DIALOG (preferences, rt_preferences_window_new (rt_application_get_settings (application)))
TEST_DIALOG (print, rt_print_window_new (fixture->session, NULL))
TEST_DIALOG (replace, rt_replace_dialog_new (fixture->session, FIRST (fixture, PEOPLE)))
TEST_DIALOG (rule, rt_rule_dialog_new (fixture->session, NULL))
TEST_DIALOG (rules, rt_rules_window_new (fixture->session))
TEST_DIALOG (venue, rt_venue_dialog_new (GTK_WINDOW (fixture->window), fixture->session))
TEST_DIALOG (why, rt_why_dialog_new (GTK_WINDOW (fixture->window), fixture->session,
                                     FIRST (fixture, ROUNDS), FIRST (fixture, PEOPLE)))

/* The words of a row have more of it than its buttons. */
static void
test_themes (TestWindow *fixture, gconstpointer data)
{
  GtkWidget *dialog = rt_themes_window_new (fixture->session);

  rt_child_window_show (dialog, GTK_WINDOW (fixture->window));
  test_wait (test_is_mapped, dialog);
  for (guint i = 0; i < rt_plan_get_n (fixture->plan, RT_PART_THEMES); i++)
    {
      const RtTheme *theme = rt_plan_get_theme (fixture->plan, i);
      GtkLabel *label = test_find_label (test_find (dialog, RT_TYPE_THEME_ROW, i), theme->title);

      g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (label)), <=, 2);
    }
  check_dialog (fixture, dialog);
}

static gboolean
has_answers (gpointer dialog)
{
  return test_find_seen (dialog, GTK_TYPE_CHECK_BUTTON) != NULL;
}

static void
test_away (TestWindow *fixture, gconstpointer data)
{
  GtkWindow *dialog
      = rt_away_dialog_new (GTK_WINDOW (fixture->window), fixture->session, 1,
                            rt_plan_get_table (fixture->plan, 0)->host, NULL);

  gtk_window_present (dialog);
  test_wait (has_answers, dialog);
  check_dialog (fixture, dialog);
}

/* Two lists, with names that are no wider for being long, into a plan that has people. */
static void
test_import (TestWindow *fixture, gconstpointer data)
{
  static const char * const names[]
      = { "Participants of the third meeting, as mailed on Monday.csv", "hosts.csv" };
  RtImportDialog *dialog = rt_import_dialog_new (fixture->window);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = g_strdup_printf ("Name,Organisation\nAda Byron %u,Ealing\n", i);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

      g_assert_true (rt_import_dialog_add_list (dialog, names[i], bytes, NULL));
    }
  check_dialog (fixture, dialog);
}

static void
test_compare (TestWindow *fixture, gconstpointer data)
{
  g_autoptr (RtPlan) other = test_plan ();

  check_dialog (fixture, rt_compare_dialog_new (GTK_WINDOW (fixture->window), fixture->session,
                                                other, "the-other-plan.rotunda.json"));
}

static void
test_welcome (gconstpointer data)
{
  const Screen *screen = data;
  GSettings *settings = rt_application_get_settings (application);
  g_autofree char *font = g_strdup_printf ("Cantarell %d", screen->points);
  RtWindow *window;

  g_object_set (gtk_settings_get_default (), "gtk-font-name", font, NULL);
  g_settings_set_int (settings, "window-width", screen->width);
  g_settings_set_int (settings, "window-height", screen->height);
  window = test_window (application, NULL);
  check_page (window, "welcome");
  rt_window_close_now (window);
  g_settings_reset (settings, "window-width");
  g_settings_reset (settings, "window-height");
  test_settle ();
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (TestWindow *, gconstpointer);
  } dialogs[] = {
    { "agenda", test_agenda },
    { "agenda-item", test_agenda_item },
    { "away", test_away },
    { "compare", test_compare },
    { "event", test_event },
    { "export", test_export },
    { "import", test_import },
    { "move", test_move },
    { "preferences", test_preferences },
    { "print", test_print },
    { "replace", test_replace },
    { "rule", test_rule },
    { "rules", test_rules },
    { "themes", test_themes },
    { "venue", test_venue },
    { "why", test_why },
  };

  gtk_test_init (&argc, &argv, NULL);
  test_speak ();
  application = test_start ();
  for (guint i = 0; i < G_N_ELEMENTS (screens); i++)
    {
      g_autofree char *pages = g_strconcat ("/widths/pages/", screens[i].name, NULL);
      g_autofree char *welcome = g_strconcat ("/widths/welcome/", screens[i].name, NULL);

      g_test_add (pages, TestWindow, &screens[i], set_up, test_pages, tear_down);
      g_test_add_data_func (welcome, &screens[i], test_welcome);
    }
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_autofree char *path = g_strconcat ("/widths/", dialogs[i].name, NULL);

      g_test_add (path, TestWindow, NULL, set_up_narrow, dialogs[i].test, tear_down);
    }
  return g_test_run ();
}
