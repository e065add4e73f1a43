/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The themes in their window, and somebody replaced everywhere. */

#include "rt-edit.h"
#include "rt-replace-dialog.h"
#include "rt-theme-row.h"
#include "rt-themes-window.h"
#include "rt-translation.h"
#include "test-order.h"

static void
set_up (TestOrder *fixture, gconstpointer data)
{
  test_order_set_up (fixture, test_plan (), RT_PART_THEMES, rt_themes_window_new);
}

static void
test_add (TestOrder *fixture, gconstpointer data)
{
  test_order_activate (fixture, "themes.add");
  g_assert_cmpuint (rt_plan_get_n (fixture->plan, RT_PART_THEMES), ==, 2);
  g_assert_true (adw_expander_row_get_expanded (test_find (fixture->window, RT_TYPE_THEME_ROW, 1)));
  test_order_activate (fixture, "order.undo");
  g_assert_null (test_find (fixture->window, RT_TYPE_THEME_ROW, 1));
}

static GtkWidget *
find_entry (TestOrder *fixture, const char *title)
{
  GtkWidget *entry;

  for (guint i = 0; (entry = test_find (fixture->window, ADW_TYPE_ENTRY_ROW, i)) != NULL; i++)
    if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (entry)), title))
      return entry;
  return NULL;
}

static void
test_edit (TestOrder *fixture, gconstpointer data)
{
  RtThemeRow *row = test_find (fixture->window, RT_TYPE_THEME_ROW, 0);
  GtkWidget *entry = find_entry (fixture, "Question");
  guint64 serial = rt_plan_get_serial (fixture->plan);
  GtkDropDown *champion;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  test_settle ();
  g_assert_cmpuint (rt_plan_get_serial (fixture->plan), ==, serial);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Who leads?");
  g_signal_emit_by_name (entry, "apply");
  g_assert_cmpstr (rt_plan_get_theme (fixture->plan, 0)->question, ==, "Who leads?");
  champion = test_find (GTK_WIDGET (row), GTK_TYPE_DROP_DOWN, 0);
  gtk_drop_down_set_selected (champion, 1);
  test_settle ();
  g_assert_cmpstr (rt_plan_get_theme (fixture->plan, 0)->champion, ==, "pa");
  gtk_drop_down_set_selected (champion, 0);
  g_assert_null (rt_plan_get_theme (fixture->plan, 0)->champion);
}

/* With a second language on paper, there is a place for its words. */
static void
test_translate (TestOrder *fixture, gconstpointer data)
{
  g_autoptr (RtEvent) event = rt_record_copy (rt_plan_get_event (fixture->plan));
  const char *languages[] = { "en", "zh", NULL };
  GtkWidget *entry;

  g_assert_null (find_entry (fixture, "Title in the second language (Chinese)"));
  rt_set_texts (&event->languages, languages);
  g_assert_true (rt_session_do (
      fixture->session, rt_edit_replace (fixture->plan, "Change", RT_PART_EVENT, event, NULL),
      NULL));
  test_settle ();
  entry = find_entry (fixture, "Title in the second language (Chinese)");
  g_assert_true (gtk_widget_get_visible (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), " 变革 ");
  g_signal_emit_by_name (entry, "apply");
  test_settle ();
  g_assert_cmpstr (rt_translation_find (fixture->plan, "zh", "ha", "title"), ==, "变革");
  test_order_activate (fixture, "order.undo");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

/* The first goes down, and the focus with it; dropped on the first, it is up again. */
static void
test_order (TestOrder *fixture, gconstpointer data)
{
  test_order_activate (fixture, "themes.add");
  test_order_ask (fixture, 0, RT_ORDER_UP, 0);
  g_assert_cmpstr (rt_plan_get_theme (fixture->plan, 0)->parent.id, ==, "ha");
  rt_order_controls_focus (test_order_row (fixture, 0), RT_ORDER_DOWN);
  test_order_ask (fixture, 0, RT_ORDER_DOWN, 0);
  g_assert_cmpstr (rt_plan_get_theme (fixture->plan, 1)->parent.id, ==, "ha");
  g_assert_true (gtk_widget_is_ancestor (
      gtk_window_get_focus (GTK_WINDOW (fixture->window)),
      GTK_WIDGET (rt_order_window_get_row (RT_ORDER_WINDOW (fixture->window), 1))));
  g_assert_cmpint (rt_order_controls_get_focus (test_order_row (fixture, 1)), ==, RT_ORDER_HERE);
  test_order_ask (fixture, 0, RT_ORDER_HERE, 1);
  g_assert_cmpstr (rt_plan_get_theme (fixture->plan, 0)->parent.id, ==, "ha");
  test_order_ask (fixture, 0, RT_ORDER_REMOVE, 0);
  test_order_assert_n (fixture, 1);
}

/* What a row says of its theme is no markup, and says how many ask for it. */
static void
test_subtitle (TestOrder *fixture, gconstpointer data)
{
  AdwExpanderRow *row = test_find (fixture->window, RT_TYPE_THEME_ROW, 0);
  const RtPerson *first = rt_plan_get_person (fixture->plan, 0);
  g_autoptr (RtPerson) person = rt_record_copy (first);
  RtId wishes[] = { rt_id_intern ("ha"), NULL };
  GError *error = NULL;

  rt_set_text (&person->name, "Ada O'Keefe");
  rt_set_ids (&person->wishes, wishes);
  rt_session_do (fixture->session,
                 rt_edit_replace (fixture->plan, "Rename", RT_PART_PEOPLE, person, &error), &error);
  adw_expander_row_set_expanded (row, TRUE);
  test_settle ();
  gtk_drop_down_set_selected (test_find (GTK_WIDGET (row), GTK_TYPE_DROP_DOWN, 0), 1);
  test_settle ();
  g_assert_nonnull (strstr (adw_expander_row_get_subtitle (row), "champion: Ada O'Keefe"));
  g_assert_nonnull (strstr (adw_expander_row_get_subtitle (row),
                            "wish of 1 person (first choice of 1)"));
}

/* Where it is narrow the buttons are in what the row opens to, and go on as before. */
static void
test_narrow (TestOrder *fixture, gconstpointer data)
{
  RtThemeRow *row = test_find (fixture->window, RT_TYPE_THEME_ROW, 0);
  GtkWidget *controls = GTK_WIDGET (test_order_row (fixture, 0));

  test_order_activate (fixture, "themes.add");
  g_assert_true (gtk_widget_get_mapped (controls));
  rt_theme_row_set_narrow (row, TRUE);
  test_settle ();
  g_assert_false (gtk_widget_get_mapped (controls));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  test_wait (test_is_mapped, controls);
  rt_order_controls_focus (test_order_row (fixture, 0), RT_ORDER_REMOVE);
  g_assert_cmpint (rt_order_controls_get_focus (test_order_row (fixture, 0)), ==, RT_ORDER_REMOVE);
  test_order_ask (fixture, 0, RT_ORDER_DOWN, 0);
  g_assert_cmpstr (rt_plan_get_theme (fixture->plan, 1)->parent.id, ==, "ha");
  g_assert_cmpint (rt_order_controls_get_focus (test_order_row (fixture, 1)), ==, RT_ORDER_REMOVE);
  rt_theme_row_set_narrow (row, FALSE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), FALSE);
  test_wait (test_is_mapped, controls);
}

/* Every row means itself: the third is taken out, and the second goes up. */
static void
test_later_rows (TestOrder *fixture, gconstpointer data)
{
  RtId last;

  test_order_activate (fixture, "themes.add");
  test_order_activate (fixture, "themes.add");
  test_order_ask (fixture, 1, RT_ORDER_REMOVE, 0);
  test_order_assert_n (fixture, 2);
  g_assert_cmpstr (rt_plan_get_theme (fixture->plan, 0)->parent.id, ==, "ha");
  last = rt_plan_get_theme (fixture->plan, 1)->parent.id;
  test_order_ask (fixture, 1, RT_ORDER_UP, 0);
  g_assert_cmpstr (rt_plan_get_theme (fixture->plan, 0)->parent.id, ==, last);
  test_order_ask (fixture, 1, RT_ORDER_HERE, 0);
  g_assert_cmpstr (rt_plan_get_theme (fixture->plan, 0)->parent.id, ==, "ha");
}

static void
test_remove (TestOrder *fixture, gconstpointer data)
{
  gtk_widget_activate_action (fixture->window, "themes.remove", "s", "ha");
  test_settle ();
  g_assert_cmpuint (rt_plan_get_n (fixture->plan, RT_PART_THEMES), ==, 0);
  test_order_activate (fixture, "order.undo");
  g_assert_nonnull (test_find (fixture->window, RT_TYPE_THEME_ROW, 0));
}

static void
test_replace (TestOrder *fixture, gconstpointer data)
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
main (int argc, char *argv[])
{
  static const TestOrderCase cases[] = {
    { "/themes-window/add", test_add },
    { "/themes-window/edit", test_edit },
    { "/themes-window/translate", test_translate },
    { "/themes-window/order", test_order },
    { "/themes-window/narrow", test_narrow },
    { "/themes-window/later-rows", test_later_rows },
    { "/themes-window/subtitle", test_subtitle },
    { "/themes-window/remove", test_remove },
    { "/themes-window/replace", test_replace },
  };

  return test_order_run (argc, argv, cases, G_N_ELEMENTS (cases), set_up);
}
