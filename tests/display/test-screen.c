/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "test-screen.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "rt-move-choice.h"

/* Far more than anything takes; a wait that ends here has failed. */
#define PATIENCE_SECONDS 60

static const char plan_text[]
    = "{\"format\": \"rotunda-plan\", \"version\": 1, \"event\": {\"title\": \"Trial\"},"
      " \"people\": [{\"id\": \"pa\", \"name\": \"Ada Byron\", \"organisation\": \"Ealing\"},"
      "              {\"id\": \"pb\", \"name\": \"Bo Diaz\", \"organisation\": \"Brent\", "
      "\"step_free\": true},"
      "              {\"id\": \"pc\", \"name\": \"Cy Eze\", \"roles\": [\"host\"]}],"
      " \"themes\": [{\"id\": \"ha\", \"title\": \"Leading change\"}],"
      " \"tables\": [{\"id\": \"ta\", \"number\": 1, \"places\": 3, \"x\": 200, \"y\": 200, "
      "\"host\": \"pc\"},"
      "              {\"id\": \"tb\", \"number\": 2, \"places\": 2, \"x\": 600, \"y\": 200}],"
      " \"room\": {\"width\": 900, \"height\": 600},"
      " \"rounds\": [{\"id\": \"ra\", \"minutes\": 20, \"seating\": {\"ta\": [\"pc\", \"pa\"], "
      "\"tb\": [\"pb\"]}},"
      "              {\"id\": \"rb\", \"minutes\": 20}],"
      " \"rules\": [{\"id\": \"ua\", \"kind\": \"repeats\", \"strength\": \"should\"}]}";

/* Any locale that is not "C" lets LANGUAGE speak. */
void
test_speak (void)
{
  if (g_getenv ("RT_TEST_LOCALE_DIR") == NULL)
    return;
  setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("RT_TEST_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* The message dialogs of later libadwaita measure their heading in less than it needs, and later
 * GTK says so; every warning else ends a test. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE")
        && g_str_has_prefix (fields[i].value, "Trying to measure GtkLabel"))
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

RtApplication *
test_start (void)
{
  RtApplication *application = rt_application_new ();
  g_autoptr (GError) error = NULL;

  if (adw_get_minor_version () > 2)
    g_log_set_writer_func (write_log, NULL, NULL);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

static gboolean
give_up_cb (gpointer data)
{
  g_error ("What was waited for did not happen");
  return G_SOURCE_REMOVE;
}

void
test_wait (TestCondition condition, gpointer data)
{
  guint patience = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

void
test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

gboolean
test_is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

RtWindow *
test_window (RtApplication *application, RtSession *session)
{
  RtWindow *window = rt_window_new (GTK_APPLICATION (application), session);

  gtk_window_present (GTK_WINDOW (window));
  test_wait (test_is_mapped, window);
  return window;
}

RtPlan *
test_plan (void)
{
  g_autoptr (GError) error = NULL;
  RtPlan *plan = rt_plan_new_from_json (plan_text, -1, &error);

  g_assert_no_error (error);
  return plan;
}

void
test_window_open (TestWindow *self, RtApplication *application, const char *page)
{
  self->plan = test_plan ();
  self->session = rt_session_new_for_plan (self->plan, NULL);
  self->window = test_window (application, self->session);
  if (page)
    rt_window_show_page (self->window, page);
}

void
test_window_close (TestWindow *self, gconstpointer data)
{
  rt_window_close_now (self->window);
  test_settle ();
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->plan);
}

/* A thread that lets go turns no loop. */
gboolean
test_is_alone (gpointer object)
{
  g_thread_yield ();
  g_main_context_wakeup (NULL);
  return G_OBJECT (object)->ref_count == 1;
}

void
test_window_close_later (TestWindow *self, gconstpointer data)
{
  rt_window_close_now (self->window);
  test_settle ();
  test_wait (test_is_alone, self->session);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->plan);
}

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

gpointer
test_find (GtkWidget *widget, GType type, guint index)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (widget, type, found);
  return index < found->len ? found->pdata[index] : NULL;
}

gpointer
test_find_if (GtkWidget *widget, TestMatch match, gconstpointer data)
{
  GtkWidget *found = NULL;

  if (match (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = test_find_if (child, match, data);
  return found;
}

static gboolean
is_seen (GtkWidget *widget, gconstpointer data)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, *(const GType *) data)
         && gtk_widget_get_mapped (widget);
}

gpointer
test_find_seen (GtkWidget *widget, GType type)
{
  return test_find_if (widget, is_seen, &type);
}

static gboolean
has_text (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget)
         && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
}

gpointer
test_find_label (GtkWidget *widget, const char *text)
{
  return test_find_if (widget, has_text, text);
}

static gboolean
has_words (GtkWidget *widget, gconstpointer words)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;
}

gpointer
test_find_words (GtkWidget *widget, const char *words)
{
  return test_find_if (widget, has_words, words);
}

typedef struct
{
  int table;
  int chair;
} Spot;

static gboolean
is_spot (GtkWidget *widget, gconstpointer data)
{
  const Spot *spot = data;

  return RT_IS_FLOOR_SPOT (widget)
         && rt_floor_spot_get_table (RT_FLOOR_SPOT (widget)) == spot->table
         && rt_floor_spot_get_chair (RT_FLOOR_SPOT (widget)) == spot->chair;
}

RtFloorSpot *
test_find_spot (GtkWidget *floor, int table, int chair)
{
  Spot spot = { table, chair };

  return test_find_if (floor, is_spot, &spot);
}

gboolean
test_is_floor_laid_out (gpointer window)
{
  GtkWidget *floor = test_find_seen (window, RT_TYPE_FLOOR_VIEW);
  RtFloorSpot *spot = floor ? test_find_spot (floor, 1, 1) : NULL;

  return spot && gtk_widget_get_width (GTK_WIDGET (spot)) > 0;
}

guint
test_count_pieces (RtFloorView *floor)
{
  guint n;
  g_autofree RtPiece *pieces = rt_floor_view_dup_pieces (floor, &n);

  return n;
}

GtkWindow *
test_find_dialog (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static gboolean
is_there (gpointer data)
{
  return test_find_dialog (*(GType *) data) != NULL;
}

GtkWindow *
test_wait_for_dialog (GType type)
{
  test_wait (is_there, &type);
  return test_find_dialog (type);
}

static gboolean
is_gone (gpointer data)
{
  return test_find_dialog (*(GType *) data) == NULL;
}

void
test_wait_until_gone (GType type)
{
  test_wait (is_gone, &type);
}

/* The rounds to choose from have a list, too. */
static gboolean
is_price_list (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LIST_VIEW (widget) && gtk_widget_has_css_class (widget, "price-list");
}

GListModel *
test_get_choices (GtkWindow *dialog)
{
  GtkListView *list = test_find_if (GTK_WIDGET (dialog), is_price_list, NULL);

  return G_LIST_MODEL (gtk_list_view_get_model (list));
}

gboolean
test_is_counted (gpointer dialog)
{
  g_autoptr (RtMoveChoice) first = g_list_model_get_item (test_get_choices (dialog), 0);

  return first && rt_move_choice_get_price (first) != RT_PRICE_NOT_COUNTED;
}

RtId
test_table_of (RtPlan *plan, guint round, const char *person)
{
  RtId at = NULL;

  rt_seating_find (rt_plan_get_round (plan, round)->seating, rt_id_intern (person), &at, NULL);
  return at;
}

gboolean
test_is_at (RtPlan *plan, guint round, const char *person, const char *table)
{
  return g_strcmp0 (test_table_of (plan, round, person), table) == 0;
}

gboolean
test_says (GtkWidget *widget, const char *words)
{
  return test_find_words (widget, words) != NULL;
}

gboolean
test_is_called (gpointer widget, const char *words)
{
  g_autofree char *difference = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words);

  if (difference)
    g_test_message ("called: %s", difference);
  return difference == NULL;
}

char *
test_path (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("rotunda-XXXXXX", &error);

  g_assert_no_error (error);
  return g_build_filename (folder, name, NULL);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL));
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

void
test_to_screen (GtkWidget *widget, double *x, double *y)
{
  GtkNative *window = gtk_widget_get_native (widget);
  double left, top;

  gtk_widget_translate_coordinates (widget, GTK_WIDGET (window), *x, *y, x, y);
  gtk_native_get_surface_transform (window, &left, &top);
  *x += left;
  *y += top;
}

void
test_xdotool (const char *words)
{
  g_autofree char *command = g_strconcat ("xdotool ", words, NULL);
  g_auto (GStrv) argv = g_strsplit (command, " ", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process
      = g_subprocess_newv ((const char * const *) argv, G_SUBPROCESS_FLAGS_NONE, &error);
  gboolean ended = FALSE;

  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, ended_cb, &ended);
  test_wait (is_true, &ended);
}

gboolean
test_has (const char *program)
{
  g_autofree char *path = g_find_program_in_path (program);

  if (path == NULL)
    g_print ("1..0 # SKIP %s is not there\n", program);
  return path != NULL;
}
