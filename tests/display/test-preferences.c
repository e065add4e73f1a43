/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What is the same for every plan: kept in the settings, and acted on at once. */

#include "rt-preferences-window.h"
#include "rt-print.h"
#include "rt-room-page.h"
#include "test-screen.h"

static RtApplication *application;

typedef struct
{
  GSettings *settings;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->settings = rt_application_get_settings (application);
  fixture->window = g_object_ref_sink (rt_preferences_window_new (fixture->settings));
  gtk_window_present (GTK_WINDOW (fixture->window));
  test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  test_settle ();
  g_assert_finalize_object (fixture->window);
  g_settings_reset (fixture->settings, "least-way");
  g_settings_reset (fixture->settings, "print-paper");
}

static gpointer
get (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (fixture->window, RT_TYPE_PREFERENCES_WINDOW, name);
}

/* Both ways, and to the centimetre. */
static void
test_least_way (Fixture *fixture, gconstpointer data)
{
  GtkSpinButton *least_way = get (fixture, "least_way");

  g_assert_cmpfloat_with_epsilon (gtk_spin_button_get_value (least_way), 0.9, 0.001);
  gtk_spin_button_set_value (least_way, 1.1);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "least-way"), ==, 110);
  g_settings_set_int (fixture->settings, "least-way", 70);
  g_assert_cmpfloat_with_epsilon (gtk_spin_button_get_value (least_way), 0.7, 0.001);
}

static void
test_paper (Fixture *fixture, gconstpointer data)
{
  AdwComboRow *paper = get (fixture, "paper_row");

  g_assert_cmpuint (adw_combo_row_get_selected (paper), ==, 0);
  g_assert_cmpint (rt_print_load_paper (fixture->settings), ==, rt_print_get_usual_paper ());
  adw_combo_row_set_selected (paper, 2);
  g_assert_cmpint (rt_print_load_paper (fixture->settings), ==, RT_PAPER_LETTER);
  rt_print_store_paper (fixture->settings, RT_PAPER_A4);
  g_assert_cmpuint (adw_combo_row_get_selected (paper), ==, 1);
}

/* The two tables stand 132 cm apart, chairs counted: too near for who wants more. */
static void
test_room (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RtPlan) plan = test_plan ();
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
  RtWindow *window = test_window (application, session);
  RtFloorView *floor;

  rt_window_show_page (window, "room");
  floor = rt_room_page_get_floor (test_find (GTK_WIDGET (window), RT_TYPE_ROOM_PAGE, 0));
  g_assert_cmpuint (rt_floor_view_get_aisles (floor)->len, ==, 0);
  gtk_spin_button_set_value (get (fixture, "least_way"), 3.0);
  g_assert_cmpuint (rt_floor_view_get_aisles (floor)->len, ==, 1);
  g_assert_cmpfloat (g_array_index (rt_floor_view_get_aisles (floor), RtAisle, 0).needed, ==,
                     300.0);
  gtk_spin_button_set_value (get (fixture, "least_way"), 0.9);
  g_assert_cmpuint (rt_floor_view_get_aisles (floor)->len, ==, 0);
  rt_window_close_now (window);
}

static gboolean
is_open (gpointer data)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      n += RT_IS_PREFERENCES_WINDOW (window) && gtk_widget_get_mapped (window);
    }
  return n == GPOINTER_TO_UINT (data);
}

static void
test_action (Fixture *fixture, gconstpointer data)
{
  RtWindow *window = test_window (application, NULL);

  test_wait (is_open, GUINT_TO_POINTER (1));
  g_action_group_activate_action (G_ACTION_GROUP (application), "preferences", NULL);
  test_wait (is_open, GUINT_TO_POINTER (2));
  rt_window_close_now (window);
  test_settle ();
}

int
main (int argc, char *argv[])
{
  static const struct { const char *name; void (*func) (Fixture *, gconstpointer); } tests[] = {
    { "/preferences/least-way", test_least_way },
    { "/preferences/paper", test_paper },
    { "/preferences/room", test_room },
    { "/preferences/action", test_action },
  };

  gtk_test_init (&argc, &argv, NULL);
  application = test_start ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
