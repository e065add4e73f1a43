/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What menus, keys and dialogs of the rounds do with slips and tables. */

#include "rt-move-choice.h"
#include "rt-move-dialog.h"
#include "rt-rounds-page.h"
#include "rt-seat-menu.h"
#include "test-screen.h"

static RtApplication *application;

typedef struct
{
  RtPlan *plan;
  RtSession *session;
  RtWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->plan = test_plan ();
  fixture->session = rt_session_new_for_plan (fixture->plan, NULL);
  fixture->window = test_window (application, fixture->session);
  rt_window_show_page (fixture->window, "rounds");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  rt_window_close_now (fixture->window);
  test_settle ();
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->plan);
}

/* The first widget of @type on the screen. */
static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_child_visible (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found)
        return found;
    }
  return NULL;
}

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (RT_IS_MOVE_DIALOG (window))
        return window;
    }
  return NULL;
}

/* That of the prices: the rounds to choose from have one, too. */
static GtkWidget *
find_list (GtkWidget *widget)
{
  if (GTK_IS_LIST_VIEW (widget) && gtk_widget_has_css_class (widget, "price-list"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_list (child);

      if (found)
        return found;
    }
  return NULL;
}

static GListModel *
choices (GtkWindow *dialog)
{
  GtkWidget *list = find_list (GTK_WIDGET (dialog));

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

/* The dialog asks, and its prices are known. */
static gboolean
is_counted (gpointer data)
{
  g_autoptr (RtMoveChoice) first = NULL;

  if (find_dialog () == NULL)
    return FALSE;
  first = g_list_model_get_item (choices (find_dialog ()), 0);
  return first && rt_move_choice_get_price (first) != RT_PRICE_NOT_COUNTED;
}

static gboolean
is_gone (gpointer data)
{
  return find_dialog () == NULL;
}

/* Takes what @typed leaves over. */
static void
take_choice (const char *typed)
{
  GtkWidget *search;

  test_wait (is_counted, NULL);
  search = find (GTK_WIDGET (find_dialog ()), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), typed);
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (choices (find_dialog ())), ==, 1);
  g_signal_emit_by_name (search, "activate");
  test_wait (is_gone, NULL);
}

/* Activates an action of the page. */
static void
activate (Fixture    *fixture,
          const char *name,
          const char *one,
          const char *other)
{
  GtkWidget *page = find (GTK_WIDGET (fixture->window), RT_TYPE_ROUNDS_PAGE);

  g_assert_true (gtk_widget_activate_action (page, name, "(ss)", one, other));
}

static RtId
host_in (Fixture    *fixture,
         guint       round,
         const char *table)
{
  return rt_map_lookup (rt_plan_get_round (fixture->plan, round)->hosts, rt_id_intern (table));
}

static void
test_change_host (Fixture       *fixture,
                  gconstpointer  data)
{
  activate (fixture, "rounds.change-host", "ra", "ta");
  test_wait (is_counted, NULL);
  g_assert_cmpstr (gtk_window_get_title (find_dialog ()), ==, "Change Host of Table 1");
  /* The two who do not host it, and nobody. */
  g_assert_cmpuint (g_list_model_get_n_items (choices (find_dialog ())), ==, 3);
  take_choice ("bo diaz");
  g_assert_cmpstr (host_in (fixture, 0, "ta"), ==, "pb");
  g_assert_null (host_in (fixture, 1, "ta"));
  g_assert_cmpstr (rt_history_undo_label (rt_session_get_history (fixture->session)), ==,
                   "Make Bo Diaz the Host of Table 1 in Round 1");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.undo", NULL);
  g_assert_null (host_in (fixture, 0, "ta"));
}

static void
test_no_host (Fixture       *fixture,
              gconstpointer  data)
{
  activate (fixture, "rounds.change-host", "rb", "ta");
  take_choice ("nobody");
  g_assert_cmpstr (host_in (fixture, 1, "ta"), ==, "");
  g_assert_null (host_in (fixture, 0, "ta"));
}

static gboolean
is_at (Fixture    *fixture,
       guint       round,
       const char *person,
       const char *table)
{
  RtId at = NULL;

  rt_seating_find (rt_plan_get_round (fixture->plan, round)->seating, rt_id_intern (person), &at,
                   NULL);
  return g_strcmp0 (at, table) == 0;
}

/* The twin of a drag with Ctrl held. */
static void
test_in_all_rounds (Fixture       *fixture,
                    gconstpointer  data)
{
  activate (fixture, "rounds.move-to", "ra", "pa");
  test_wait (is_counted, NULL);
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (find (GTK_WIDGET (find_dialog ()), GTK_TYPE_CHECK_BUTTON)), TRUE);
  take_choice ("2");
  g_assert_true (is_at (fixture, 0, "pa", "tb"));
  g_assert_true (is_at (fixture, 1, "pa", "tb"));
  g_assert_cmpstr (rt_history_undo_label (rt_session_get_history (fixture->session)), ==,
                   "Move Ada Byron to Table 2 in All Rounds");
}

/* The twin of a slip dropped on another round's button. */
static void
test_in_another_round (Fixture       *fixture,
                       gconstpointer  data)
{
  activate (fixture, "rounds.move-to", "ra", "pa");
  test_wait (is_counted, NULL);
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (find (GTK_WIDGET (find_dialog ()), GTK_TYPE_DROP_DOWN)), 1);
  take_choice ("1");
  g_assert_true (is_at (fixture, 0, "pa", "ta"));
  g_assert_true (is_at (fixture, 1, "pa", "ta"));
}

static void
test_swap_everywhere (Fixture       *fixture,
                      gconstpointer  data)
{
  activate (fixture, "rounds.swap-with", "ra", "pa");
  test_wait (is_counted, NULL);
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (find (GTK_WIDGET (find_dialog ()), GTK_TYPE_CHECK_BUTTON)), TRUE);
  take_choice ("bo diaz");
  g_assert_true (is_at (fixture, 0, "pa", "tb"));
  g_assert_true (is_at (fixture, 0, "pb", "ta"));
}

/* What is asked about one of several who are selected is asked about all. */
static void
test_several (Fixture       *fixture,
              gconstpointer  data)
{
  rt_session_mark (fixture->session, rt_id_intern ("pa"), TRUE);
  rt_session_mark (fixture->session, rt_id_intern ("pb"), TRUE);
  activate (fixture, "rounds.move-to", "ra", "pb");
  test_wait (is_counted, NULL);
  g_assert_cmpstr (gtk_window_get_title (find_dialog ()), ==, "Move 2 People To…");
  take_choice ("1");
  g_assert_true (is_at (fixture, 0, "pa", "ta"));
  g_assert_true (is_at (fixture, 0, "pb", "ta"));
}

/* Whether the menu holds @action. */
static gboolean
offers (GMenu      *menu,
        const char *action)
{
  for (int i = 0; i < g_menu_model_get_n_items (G_MENU_MODEL (menu)); i++)
    {
      g_autofree char *name = NULL;

      g_menu_model_get_item_attribute (G_MENU_MODEL (menu), i, "action", "s", &name);
      if (g_strcmp0 (name, action) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
test_menus (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GMenu) host = rt_seat_menu_new_person (fixture->session, rt_id_intern ("pc"));
  g_autoptr (GMenu) guest = rt_seat_menu_new_person (fixture->session, rt_id_intern ("pa"));
  g_autoptr (GMenu) table = rt_seat_menu_new_table (fixture->session, rt_id_intern ("ta"));
  g_autoptr (GMenu) unseated = NULL;

  g_assert_true (offers (host, "rounds.change-host"));
  g_assert_false (offers (guest, "rounds.change-host"));
  g_assert_true (offers (table, "rounds.change-host"));
  g_assert_true (offers (guest, "plan.unseat"));
  g_assert_true (offers (guest, "plan.pin"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.unseat", "(ss)", "ra", "pa");
  unseated = rt_seat_menu_new_person (fixture->session, rt_id_intern ("pa"));
  g_assert_false (offers (unseated, "plan.unseat"));
  g_assert_true (offers (unseated, "plan.seat-best"));
  g_assert_false (offers (unseated, "plan.pin"));
}

/* A table, then the round: everybody who sits there is pinned, and let go again. */
static void
test_pins (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GMenu) before = rt_seat_menu_new_table (fixture->session, rt_id_intern ("ta"));
  g_autoptr (GMenu) round = rt_seat_menu_new_round (fixture->session);
  const char *people[] = { "pa", "pb", NULL };

  g_assert_true (offers (before, "plan.pin-people"));
  g_assert_true (offers (round, "plan.pin-people"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.pin-people", "(s^asb)", "ra",
                              people, TRUE);
  g_assert_cmpstr (rt_map_lookup (rt_plan_get_round (fixture->plan, 0)->pins, rt_id_intern ("pb")),
                   ==, "tb");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.pin-people", "(s^asb)", "ra",
                              people, FALSE);
  g_assert_null (rt_plan_get_round (fixture->plan, 0)->pins);
}

/* A round that is over stays as it was, until it is opened again. */
static void
test_over (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GMenu) menu = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.set-over", "(sb)", "ra", TRUE);
  g_assert_cmpint (rt_plan_get_round (fixture->plan, 0)->done, ==, 1);
  menu = rt_seat_menu_new_round (fixture->session);
  g_assert_true (offers (menu, "plan.set-over"));
  g_assert_false (offers (menu, "plan.clear-round"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.unseat", "(ss)", "ra", "pa");
  g_assert_true (is_at (fixture, 0, "pa", "ta"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.set-over", "(sb)", "ra", FALSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.unseat", "(ss)", "ra", "pa");
  g_assert_false (is_at (fixture, 0, "pa", "ta"));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  application = test_start ();
  g_test_add ("/seats/change-host", Fixture, NULL, set_up, test_change_host, tear_down);
  g_test_add ("/seats/no-host", Fixture, NULL, set_up, test_no_host, tear_down);
  g_test_add ("/seats/in-all-rounds", Fixture, NULL, set_up, test_in_all_rounds, tear_down);
  g_test_add ("/seats/in-another-round", Fixture, NULL, set_up, test_in_another_round, tear_down);
  g_test_add ("/seats/swap-everywhere", Fixture, NULL, set_up, test_swap_everywhere, tear_down);
  g_test_add ("/seats/several", Fixture, NULL, set_up, test_several, tear_down);
  g_test_add ("/seats/pins", Fixture, NULL, set_up, test_pins, tear_down);
  g_test_add ("/seats/over", Fixture, NULL, set_up, test_over, tear_down);
  g_test_add ("/seats/menus", Fixture, NULL, set_up, test_menus, tear_down);
  return g_test_run ();
}
