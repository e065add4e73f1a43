/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The themes in their window, and somebody replaced everywhere. */

#include "rt-edit.h"
#include "rt-replace-dialog.h"
#include "rt-theme-row.h"
#include "rt-themes-window.h"
#include "test-screen.h"

typedef struct
{
  RtPlan *plan;
  RtSession *session;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->plan = test_plan ();
  fixture->session = rt_session_new_for_plan (fixture->plan, NULL);
  fixture->window = rt_themes_window_new (fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  test_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  test_settle ();
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->plan);
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

static gpointer
get (GtkWidget *widget,
     GType      type,
     guint      index)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (widget, type, found);
  return index < found->len ? found->pdata[index] : NULL;
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  gtk_widget_activate_action (fixture->window, "themes.add", NULL);
  test_settle ();
  g_assert_cmpuint (rt_plan_get_n (fixture->plan, RT_PART_THEMES), ==, 2);
  g_assert_true (adw_expander_row_get_expanded (get (fixture->window, RT_TYPE_THEME_ROW, 1)));
  gtk_widget_activate_action (fixture->window, "themes.undo", NULL);
  test_settle ();
  g_assert_null (get (fixture->window, RT_TYPE_THEME_ROW, 1));
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  RtThemeRow *row = get (fixture->window, RT_TYPE_THEME_ROW, 0);
  GtkWidget *entry = get (GTK_WIDGET (row), ADW_TYPE_ENTRY_ROW, 1);
  guint64 serial = rt_plan_get_serial (fixture->plan);
  GtkDropDown *champion;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  test_settle ();
  g_assert_cmpuint (rt_plan_get_serial (fixture->plan), ==, serial);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Who leads?");
  g_signal_emit_by_name (entry, "apply");
  g_assert_cmpstr (rt_plan_get_theme (fixture->plan, 0)->question, ==, "Who leads?");
  champion = get (GTK_WIDGET (row), GTK_TYPE_DROP_DOWN, 0);
  gtk_drop_down_set_selected (champion, 1);
  test_settle ();
  g_assert_cmpstr (rt_plan_get_theme (fixture->plan, 0)->champion, ==, "pa");
  gtk_drop_down_set_selected (champion, 0);
  g_assert_null (rt_plan_get_theme (fixture->plan, 0)->champion);
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  gtk_widget_activate_action (fixture->window, "themes.remove", "s", "ha");
  test_settle ();
  g_assert_cmpuint (rt_plan_get_n (fixture->plan, RT_PART_THEMES), ==, 0);
  gtk_widget_activate_action (fixture->window, "themes.undo", NULL);
  test_settle ();
  g_assert_nonnull (get (fixture->window, RT_TYPE_THEME_ROW, 0));
}

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *dialog = rt_replace_dialog_new (fixture->session, rt_id_intern ("pc"));

  gtk_window_present (GTK_WINDOW (dialog));
  g_object_ref (dialog);
  g_assert_false (rt_replace_dialog_apply (RT_REPLACE_DIALOG (dialog)));
  g_object_unref (dialog);
  dialog = rt_replace_dialog_new (fixture->session, rt_id_intern ("pc"));
  gtk_window_present (GTK_WINDOW (dialog));
  rt_replace_dialog_choose (RT_REPLACE_DIALOG (dialog), rt_id_intern ("pb"));
  g_assert_true (rt_replace_dialog_apply (RT_REPLACE_DIALOG (dialog)));
  test_settle ();
  g_assert_cmpstr (rt_plan_get_table (fixture->plan, 0)->host, ==, "pb");
  g_assert_true (rt_session_undo (fixture->session));
  g_assert_cmpstr (rt_plan_get_table (fixture->plan, 0)->host, ==, "pc");
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; void (*func) (Fixture *, gconstpointer); } tests[] = {
    { "/themes-window/add", test_add },
    { "/themes-window/edit", test_edit },
    { "/themes-window/remove", test_remove },
    { "/themes-window/replace", test_replace },
  };

  gtk_test_init (&argc, &argv, NULL);
  test_start ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
