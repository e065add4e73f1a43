/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What menus, keys and dialogs of the rounds do with slips and tables. */

#include "rt-edit.h"
#include "rt-floor-view.h"
#include "rt-move-dialog.h"
#include "rt-rounds-page.h"
#include "rt-seat-menu.h"
#include "rt-session-private.h"
#include "rt-table-sheet.h"
#include "rt-tray.h"
#include "test-screen.h"

#define NARROW 400

static RtApplication *application;

static void
set_up (TestWindow *fixture, gconstpointer data)
{
  test_window_open (fixture, application, "rounds");
}

static GtkWindow *
move_dialog (void)
{
  return test_find_dialog (RT_TYPE_MOVE_DIALOG);
}

/* Turns the loop until it asks, and its prices are known. */
static void
wait_for_prices (void)
{
  test_wait (test_is_counted, test_wait_for_dialog (RT_TYPE_MOVE_DIALOG));
}

/* What is done shall be done in all rounds. */
static void
tick_all_rounds (void)
{
  wait_for_prices ();
  gtk_check_button_set_active (
      test_find_seen (GTK_WIDGET (move_dialog ()), GTK_TYPE_CHECK_BUTTON), TRUE);
}

/* Takes what @typed leaves over. */
static void
take_choice (const char *typed)
{
  GtkWidget *search;

  wait_for_prices ();
  search = test_find_seen (GTK_WIDGET (move_dialog ()), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), typed);
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (test_get_choices (move_dialog ())), ==, 1);
  g_signal_emit_by_name (search, "activate");
  test_wait_until_gone (RT_TYPE_MOVE_DIALOG);
}

/* Activates an action of the page. */
static void
activate (TestWindow *fixture, const char *name, const char *one, const char *other)
{
  GtkWidget *page = test_find_seen (GTK_WIDGET (fixture->window), RT_TYPE_ROUNDS_PAGE);

  g_assert_true (gtk_widget_activate_action (page, name, "(ss)", one, other));
}

static RtId
host_in (TestWindow *fixture, guint round, const char *table)
{
  return rt_map_lookup (rt_plan_get_round (fixture->plan, round)->hosts, rt_id_intern (table));
}

static void
test_change_host (TestWindow *fixture, gconstpointer data)
{
  activate (fixture, "rounds.change-host", "ra", "ta");
  wait_for_prices ();
  g_assert_cmpstr (gtk_window_get_title (move_dialog ()), ==, "Change Host of Table 1");
  /* The two who do not host it, and nobody. */
  g_assert_cmpuint (g_list_model_get_n_items (test_get_choices (move_dialog ())), ==, 3);
  take_choice ("bo diaz");
  g_assert_cmpstr (host_in (fixture, 0, "ta"), ==, "pb");
  g_assert_null (host_in (fixture, 1, "ta"));
  g_assert_cmpstr (rt_history_undo_label (rt_session_get_history (fixture->session)), ==,
                   "Make Bo Diaz the Host of Table 1 in Round 1");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.undo", NULL);
  g_assert_null (host_in (fixture, 0, "ta"));
}

static void
test_change_co_host (TestWindow *fixture, gconstpointer data)
{
  activate (fixture, "rounds.change-co-host", "ra", "ta");
  wait_for_prices ();
  g_assert_cmpstr (gtk_window_get_title (move_dialog ()), ==, "Change Co-host of Table 1");
  take_choice ("bo diaz");
  g_assert_cmpstr (rt_map_lookup (rt_plan_get_round (fixture->plan, 0)->co_hosts,
                                  rt_id_intern ("ta")), ==, "pb");
  g_assert_cmpstr (rt_history_undo_label (rt_session_get_history (fixture->session)), ==,
                   "Make Bo Diaz the Co-host of Table 1 in Round 1");
}

static void
test_no_host (TestWindow *fixture, gconstpointer data)
{
  activate (fixture, "rounds.change-host", "rb", "ta");
  take_choice ("nobody");
  g_assert_cmpstr (host_in (fixture, 1, "ta"), ==, "");
  g_assert_null (host_in (fixture, 0, "ta"));
}

/* The twin of a drag with Ctrl held. */
static void
test_in_all_rounds (TestWindow *fixture, gconstpointer data)
{
  activate (fixture, "rounds.move-to", "ra", "pa");
  tick_all_rounds ();
  take_choice ("2");
  g_assert_true (test_is_at (fixture->plan, 0, "pa", "tb"));
  g_assert_true (test_is_at (fixture->plan, 1, "pa", "tb"));
  g_assert_cmpstr (rt_history_undo_label (rt_session_get_history (fixture->session)), ==,
                   "Move Ada Byron to Table 2 in All Rounds");
}

/* The twin of a slip dropped on another round's button. */
static void
test_in_another_round (TestWindow *fixture, gconstpointer data)
{
  activate (fixture, "rounds.move-to", "ra", "pa");
  wait_for_prices ();
  gtk_drop_down_set_selected (
      test_find_seen (GTK_WIDGET (move_dialog ()), GTK_TYPE_DROP_DOWN), 1);
  take_choice ("1");
  g_assert_true (test_is_at (fixture->plan, 0, "pa", "ta"));
  g_assert_true (test_is_at (fixture->plan, 1, "pa", "ta"));
}

static void
test_swap_everywhere (TestWindow *fixture, gconstpointer data)
{
  activate (fixture, "rounds.swap-with", "ra", "pa");
  tick_all_rounds ();
  take_choice ("bo diaz");
  g_assert_true (test_is_at (fixture->plan, 0, "pa", "tb"));
  g_assert_true (test_is_at (fixture->plan, 0, "pb", "ta"));
}

static RtMoveChoice *
swap_of (RtPlan *plan, const char *with)
{
  RtId other = rt_id_intern (with);
  RtMoveChoice *choice = rt_move_choice_new_person (
      plan, rt_id_intern ("rb"), rt_id_intern ("pg"),
      rt_plan_index_of (plan, RT_PART_PEOPLE, other), 0, FALSE);

  rt_move_choice_count (choice, plan);
  return choice;
}

/* Of two swaps that both cost repeats, the one that costs fewer is asked for first. */
static void
test_cheapest_first (void)
{
  static const char text[]
      = "{\"format\": \"rotunda-plan\", \"version\": 1, \"event\": {\"title\": \"Trial\"},"
        " \"people\": [{\"id\": \"pf\"}, {\"id\": \"pd\"}, {\"id\": \"pa\"}, {\"id\": \"pb\"},"
        "  {\"id\": \"pc\"}, {\"id\": \"pe\"}, {\"id\": \"pg\"}, {\"id\": \"ph\"},"
        "  {\"id\": \"pi\"}],"
        " \"tables\": [{\"id\": \"ta\", \"number\": 1, \"places\": 3},"
        "  {\"id\": \"tb\", \"number\": 2, \"places\": 3},"
        "  {\"id\": \"tc\", \"number\": 3, \"places\": 3}],"
        " \"rounds\": [{\"id\": \"ra\", \"seating\": {\"ta\": [\"pa\", \"pb\", \"pc\"],"
        "   \"tb\": [\"pd\", \"pe\", \"pf\"], \"tc\": [\"pg\", \"ph\", \"pi\"]}},"
        "  {\"id\": \"rb\", \"seating\": {\"ta\": [\"pa\", \"pb\", \"pd\"],"
        "   \"tb\": [\"pc\", \"pe\", \"pg\"], \"tc\": [\"pf\", \"ph\", \"pi\"]}}],"
        " \"rules\": [{\"id\": \"ua\", \"kind\": \"repeats\", \"strength\": \"should\"}]}";
  g_autoptr (RtPlan) plan = rt_plan_new_from_json (text, -1, NULL);
  g_autoptr (RtMoveChoice) none = swap_of (plan, "pa");
  g_autoptr (RtMoveChoice) one = swap_of (plan, "pd");
  g_autoptr (RtMoveChoice) three = swap_of (plan, "pf");

  g_assert_cmpint (rt_move_choice_get_price (none), ==, RT_PRICE_SAME);
  g_assert_true (g_str_has_prefix (rt_move_choice_get_words (one), "Repeats 2 → 3"));
  g_assert_true (g_str_has_prefix (rt_move_choice_get_words (three), "Repeats 2 → 5"));
  g_assert_cmpint (rt_move_choice_compare (none, one, NULL), <, 0);
  g_assert_cmpint (rt_move_choice_compare (one, three, NULL), <, 0);
  g_assert_cmpint (rt_move_choice_compare (three, one, NULL), >, 0);
}

/* What is asked about one of several who are selected is asked about all. */
static void
test_several (TestWindow *fixture, gconstpointer data)
{
  rt_session_mark (fixture->session, rt_id_intern ("pa"), TRUE);
  rt_session_mark (fixture->session, rt_id_intern ("pb"), TRUE);
  activate (fixture, "rounds.move-to", "ra", "pb");
  wait_for_prices ();
  g_assert_cmpstr (gtk_window_get_title (move_dialog ()), ==, "Move 2 People To…");
  take_choice ("1");
  g_assert_true (test_is_at (fixture->plan, 0, "pa", "ta"));
  g_assert_true (test_is_at (fixture->plan, 0, "pb", "ta"));
}

/* Whether the menu holds @action. */
static gboolean
offers (GMenu *menu, const char *action)
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
test_menus (TestWindow *fixture, gconstpointer data)
{
  g_autoptr (GMenu) host = rt_seat_menu_new_person (fixture->session, rt_id_intern ("pc"));
  g_autoptr (GMenu) guest = rt_seat_menu_new_person (fixture->session, rt_id_intern ("pa"));
  g_autoptr (GMenu) table = rt_seat_menu_new_table (fixture->session, rt_id_intern ("ta"));
  g_autoptr (GMenu) unseated = NULL;

  g_assert_true (offers (host, "rounds.change-host"));
  g_assert_false (offers (guest, "rounds.change-host"));
  g_assert_true (offers (table, "rounds.change-host"));
  g_assert_true (offers (table, "rounds.change-co-host"));
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
test_pins (TestWindow *fixture, gconstpointer data)
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
test_over (TestWindow *fixture, gconstpointer data)
{
  g_autoptr (GMenu) menu = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.set-over", "(sb)", "ra", TRUE);
  g_assert_cmpint (rt_plan_get_round (fixture->plan, 0)->done, ==, 1);
  menu = rt_seat_menu_new_round (fixture->session);
  g_assert_true (offers (menu, "plan.set-over"));
  g_assert_false (offers (menu, "plan.clear-round"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.unseat", "(ss)", "ra", "pa");
  g_assert_true (test_is_at (fixture->plan, 0, "pa", "ta"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.set-over", "(sb)", "ra", FALSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.unseat", "(ss)", "ra", "pa");
  g_assert_false (test_is_at (fixture->plan, 0, "pa", "ta"));
}

/* Whether some button with these words can be pressed. */
static gboolean
is_open_button (GtkWidget *widget, gconstpointer words)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), words) == 0;
}

/* Who tries to change a round that is over is told so, and beside it is the way back. */
static void
test_open_again (TestWindow *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *open;

  g_assert_null (test_find_if (window, is_open_button, "Open A_gain"));
  rt_session_do (fixture->session,
                 rt_edit_set_over (fixture->plan, rt_id_intern ("ra"), TRUE, NULL), NULL);
  test_settle ();
  g_assert_true (test_says (window, "Round 1 is over"));
  activate (fixture, "rounds.move-to", "ra", "pa");
  g_assert_true (test_says (window, "Round 1 is over and stays as it was."));
  g_assert_null (move_dialog ());
  open = test_find_if (window, is_open_button, "Open A_gain");
  g_signal_emit_by_name (open, "clicked");
  g_assert_cmpint (rt_plan_get_round (fixture->plan, 0)->done, !=, 1);
  test_settle ();
  g_assert_null (test_find_if (window, is_open_button, "Open A_gain"));
  activate (fixture, "rounds.move-to", "ra", "pa");
  wait_for_prices ();
}

/* The focus. */

static GtkWidget *
focus_slip (TestWindow *fixture)
{
  GtkWidget *tray = test_find_seen (GTK_WIDGET (fixture->window), RT_TYPE_TRAY);
  GtkWidget *child = test_find_seen (tray, GTK_TYPE_FLOW_BOX_CHILD);
  GtkWidget *slip = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child));

  g_assert_true (gtk_widget_grab_focus (slip));
  return slip;
}

static gboolean
is_at_chair (gpointer window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return RT_IS_FLOOR_SPOT (focus) && rt_floor_spot_get_chair (RT_FLOOR_SPOT (focus)) >= 0;
}

/* Whoever leaves the tray takes the focus to their chair; it does not end in a toast. */
static void
test_focus_moved (TestWindow *fixture, gconstpointer data)
{
  GtkWidget *focus;

  test_wait (test_is_floor_laid_out, fixture->window);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.unseat", "(ss)", "ra", "pa");
  focus = focus_slip (fixture);
  gtk_widget_activate_action (focus, "plan.move", "(sssi)", "ra", "pa", "tb", 1);
  test_settle ();
  g_assert_true (is_at_chair (fixture->window));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_cmpint (rt_floor_spot_get_table (RT_FLOOR_SPOT (focus)), ==, 1);
  g_assert_cmpint (rt_floor_spot_get_chair (RT_FLOOR_SPOT (focus)), ==, 1);
}

static void
test_focus_arranged (TestWindow *fixture, gconstpointer data)
{
  test_wait (test_is_floor_laid_out, fixture->window);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.clear-round", "s", "ra");
  gtk_widget_activate_action (focus_slip (fixture), "plan.arrange", NULL);
  test_wait (is_at_chair, fixture->window);
}

static void
test_focus_seated (TestWindow *fixture, gconstpointer data)
{
  GtkWidget *seat;

  test_wait (test_is_floor_laid_out, fixture->window);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.unseat", "(ss)", "ra", "pa");
  seat = test_find_if (test_find_seen (GTK_WIDGET (fixture->window), RT_TYPE_TRAY), is_open_button,
                       "Seat Where It Costs _Least");
  g_assert_true (gtk_widget_grab_focus (seat));
  g_signal_emit_by_name (seat, "clicked");
  test_settle ();
  g_assert_true (is_at_chair (fixture->window));
}

/* Whoever has gone from the plan has no chair: the focus goes to the floor, not out of the page. */
static void
test_focus_removed (TestWindow *fixture, gconstpointer data)
{
  const char *people[] = { "pa", NULL };

  test_wait (test_is_floor_laid_out, fixture->window);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.unseat", "(ss)", "ra", "pa");
  gtk_widget_activate_action (focus_slip (fixture), "plan.remove-people", "^as", people);
  test_settle ();
  g_assert_true (RT_IS_FLOOR_SPOT (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
}

static void
set_up_narrow (TestWindow *fixture, gconstpointer data)
{
  GSettings *settings = rt_application_get_settings (application);

  g_settings_set_int (settings, "window-width", NARROW);
  test_window_open (fixture, application, "rounds");
}

static void
tear_down_narrow (TestWindow *fixture, gconstpointer data)
{
  GSettings *settings = rt_application_get_settings (application);

  test_window_close_later (fixture, data);
  g_settings_reset (settings, "window-width");
}

/* The dialog has room in the window that it is for. */
static void
test_narrow (TestWindow *fixture, gconstpointer data)
{
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, NARROW);
  activate (fixture, "rounds.move-to", "ra", "pa");
  wait_for_prices ();
  test_wait (test_is_mapped, move_dialog ());
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (move_dialog ())), <=, NARROW);
}

static gboolean
is_wrong (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_has_css_class (widget, "wrong") && gtk_widget_get_mapped (widget);
}

/* Below the floor of a narrow window: which rule is broken, and at whom. */
static void
test_narrow_wrong (TestWindow *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window), *slip;
  g_autoptr (RtRule) rule = rt_rule_new (RT_RULE_STEP_FREE, RT_STRENGTH_MUST);
  g_autoptr (RtTable) other = rt_record_copy (rt_plan_get_table (fixture->plan, 0));
  gpointer rules[] = { rule };

  other->step_free = 1;
  g_assert_true (rt_session_do (
      fixture->session, rt_edit_replace (fixture->plan, "Mark", RT_PART_TABLES, other, NULL),
      NULL));
  rt_session_set_selected_table (fixture->session, rt_id_intern ("tb"));
  test_settle ();
  g_assert_null (test_find_if (window, is_wrong, NULL));
  g_assert_true (rt_session_do (
      fixture->session, rt_edit_add (fixture->plan, "Add", RT_PART_RULES, rules, 1, NULL), NULL));
  test_settle ();
  slip = test_find_if (window, is_wrong, NULL);
  g_assert_nonnull (slip);
  g_assert_true (test_is_called (slip, "Bo Diaz, broken rule"));
  g_assert_true (test_says (window, "Step-free"));
  rt_session_set_selected_table (fixture->session, rt_id_intern ("ta"));
  test_settle ();
  g_assert_null (test_find_if (window, is_wrong, NULL));
}

static gboolean
is_warning (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_has_css_class (widget, "broken") && gtk_widget_get_mapped (widget);
}

/* While arranging goes on: of the seating that is shown. */
static void
test_narrow_wrong_meanwhile (TestWindow *fixture, gconstpointer data)
{
  GtkWidget *sheet = test_find (GTK_WIDGET (fixture->window), RT_TYPE_TABLE_SHEET, 0);
  RtId round = rt_id_intern ("ra"), table = rt_id_intern ("tb"), person = rt_id_intern ("pb");
  g_autoptr (RtRule) rule = rt_rule_new (RT_RULE_AVOID, RT_STRENGTH_MUST);
  gpointer rules[] = { rule };

  rule->person = person;
  rule->table = table;
  g_assert_true (rt_session_do (
      fixture->session, rt_edit_add (fixture->plan, "Add", RT_PART_RULES, rules, 1, NULL), NULL));
  rt_session_set_selected_table (fixture->session, table);
  test_settle ();
  g_assert_nonnull (test_find_if (sheet, is_wrong, NULL));
  g_assert_nonnull (test_find_if (sheet, is_warning, NULL));
  fixture->session->shown = rt_sketch_new (fixture->plan);
  g_assert_true (rt_sketch_apply (fixture->session->shown,
                                  rt_edit_unseat (fixture->session->shown->plan, round, person,
                                                  NULL)));
  g_signal_emit_by_name (fixture->session, "shown-changed");
  test_settle ();
  g_assert_null (test_find_if (sheet, is_wrong, NULL));
  g_assert_null (test_find_if (sheet, is_warning, NULL));
  rt_session_clear_shown (fixture->session);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  application = test_start ();
  g_test_add ("/seats/change-co-host", TestWindow, NULL, set_up, test_change_co_host,
              test_window_close);
  g_test_add ("/seats/change-host", TestWindow, NULL, set_up, test_change_host, test_window_close);
  g_test_add ("/seats/no-host", TestWindow, NULL, set_up, test_no_host, test_window_close);
  g_test_add ("/seats/in-all-rounds", TestWindow, NULL, set_up, test_in_all_rounds,
              test_window_close);
  g_test_add ("/seats/in-another-round", TestWindow, NULL, set_up, test_in_another_round,
              test_window_close);
  g_test_add ("/seats/swap-everywhere", TestWindow, NULL, set_up, test_swap_everywhere,
              test_window_close);
  g_test_add_func ("/seats/cheapest-first", test_cheapest_first);
  g_test_add ("/seats/several", TestWindow, NULL, set_up, test_several, test_window_close);
  g_test_add ("/seats/pins", TestWindow, NULL, set_up, test_pins, test_window_close);
  g_test_add ("/seats/over", TestWindow, NULL, set_up, test_over, test_window_close);
  g_test_add ("/seats/open-again", TestWindow, NULL, set_up, test_open_again,
              test_window_close_later);
  g_test_add ("/seats/focus/moved", TestWindow, NULL, set_up, test_focus_moved,
              test_window_close);
  g_test_add ("/seats/focus/arranged", TestWindow, NULL, set_up, test_focus_arranged,
              test_window_close_later);
  g_test_add ("/seats/focus/seated", TestWindow, NULL, set_up, test_focus_seated,
              test_window_close);
  g_test_add ("/seats/focus/removed", TestWindow, NULL, set_up, test_focus_removed,
              test_window_close);
  g_test_add ("/seats/narrow", TestWindow, NULL, set_up_narrow, test_narrow, tear_down_narrow);
  g_test_add ("/seats/narrow-wrong", TestWindow, NULL, set_up_narrow, test_narrow_wrong,
              tear_down_narrow);
  g_test_add ("/seats/narrow-wrong-meanwhile", TestWindow, NULL, set_up_narrow,
              test_narrow_wrong_meanwhile, tear_down_narrow);
  g_test_add ("/seats/menus", TestWindow, NULL, set_up, test_menus, test_window_close);
  return g_test_run ();
}
