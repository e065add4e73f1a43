/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "test-screen.h"

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

RtApplication *
test_start (void)
{
  RtApplication *application = rt_application_new ();
  g_autoptr (GError) error = NULL;

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
test_wait (TestCondition condition,
           gpointer      data)
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

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

RtWindow *
test_window (RtApplication *application,
             RtSession     *session)
{
  RtWindow *window = rt_window_new (GTK_APPLICATION (application), session);

  gtk_window_present (GTK_WINDOW (window));
  test_wait (is_mapped, window);
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

static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

gpointer
test_find (GtkWidget *widget,
           GType      type,
           guint      index)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (widget, type, found);
  return index < found->len ? found->pdata[index] : NULL;
}

gboolean
test_says (GtkWidget  *widget,
           const char *words)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  collect (widget, GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i])
        && strstr (gtk_label_get_text (labels->pdata[i]), words) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
test_is_called (gpointer    widget,
                const char *words)
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
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
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
