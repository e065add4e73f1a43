/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The other views of the rounds: by person, by table, and who meets whom. */

#include "rt-move-dialog.h"
#include "rt-reading-start.h"
#include "rt-tables-grid.h"
#include "test-screen.h"

static RtApplication *application;

static void
set_up (TestWindow *fixture, gconstpointer data)
{
  test_window_open (fixture, application, "rounds");
}

/* Twice as wide as the window it is in. */
static GtkWidget *
new_wide_view (void)
{
  GtkWidget *view = gtk_column_view_new (NULL);

  for (guint i = 0; i < 4; i++)
    {
      GtkColumnViewColumn *column
          = gtk_column_view_column_new ("Column", gtk_signal_list_item_factory_new ());

      gtk_column_view_column_set_fixed_width (column, 200);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
      g_object_unref (column);
    }
  return view;
}

static gboolean
is_at_right (gpointer adjustment)
{
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  return end > 100.0 && ABS (gtk_adjustment_get_value (adjustment) - end) < 1.0;
}

/* Where people read from right to left, the first column is seen first. */
static void
test_reading_start (void)
{
  GtkWidget *window = gtk_window_new (), *scroller = gtk_scrolled_window_new ();
  GtkAdjustment *adjustment;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 300);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), new_wide_view ());
  rt_reading_start (GTK_SCROLLED_WINDOW (scroller));
  adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_window_present (GTK_WINDOW (window));
  test_wait (is_at_right, adjustment);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  gtk_window_destroy (GTK_WINDOW (window));
}

typedef struct
{
  GtkWidget *widget;
  const char *words;
} Search;

static gboolean
is_found (gpointer data)
{
  Search *self = data;

  return test_find_words (self->widget, self->words) != NULL;
}

static GtkWidget *
wait_for (TestWindow *fixture, const char *words)
{
  Search search = { GTK_WIDGET (fixture->window), words };

  test_wait (is_found, &search);
  return test_find_words (search.widget, words);
}

static void
press (TestWindow *fixture, const char *words)
{
  GtkWidget *label = wait_for (fixture, words);

  gtk_widget_activate (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON));
}

/* By table, each person is a button to Move To…. */
static void
test_by_table (TestWindow *fixture, gconstpointer data)
{
  GtkWindow *dialog;

  press (fixture, "Grid");
  press (fixture, "By Table");
  wait_for (fixture, "2 tables");
  wait_for (fixture, "Bo Diaz");
  rt_session_set_selected_person (fixture->session, NULL);
  press (fixture, "Ada Byron");
  dialog = test_wait_for_dialog (RT_TYPE_MOVE_DIALOG);
  g_assert_cmpstr (rt_session_get_selected_person (fixture->session), ==, "pa");
  gtk_window_close (dialog);
}

/* Who is chosen in the list is shown with those met, and with those not. */
static void
test_who_meets_whom (TestWindow *fixture, gconstpointer data)
{
  static const char more[]
      = "{\"format\": \"rotunda-plan\", \"version\": 1,"
        " \"people\": [{\"id\": \"pa\", \"name\": \"Ada Byron\"},"
        " {\"id\": \"pb\", \"name\": \"Bo Diaz\"}, {\"id\": \"pc\", \"name\": \"Cy Eze\"}],"
        " \"tables\": [{\"id\": \"ta\", \"number\": 1, \"places\": 3},"
        " {\"id\": \"tb\", \"number\": 2, \"places\": 3}],"
        " \"rounds\": [{\"id\": \"ra\", \"seating\": {\"ta\": [\"pa\", \"pb\"], \"tb\": [\"pc\"]}},"
        " {\"id\": \"rb\", \"seating\": {\"ta\": [\"pa\", \"pb\"], \"tb\": [\"pc\"]}}]}";
  g_autoptr (RtPlan) plan = rt_plan_new_from_json (more, -1, NULL);
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);

  rt_window_set_session (fixture->window, session);
  rt_window_show_page (fixture->window, "rounds");
  press (fixture, "Who Meets Whom");
  wait_for (fixture, "1 of 3 pairs of guests meet: 33 %.");
  wait_for (fixture, "Meets 1 other guest, 1 of them more than once.");
  wait_for (fixture, "Bo Diaz, 2 times");
  wait_for (fixture, "Does not meet · 1");
  rt_session_set_selected_person (session, rt_id_intern ("pc"));
  press (fixture, "Tables");
  press (fixture, "Who Meets Whom");
  wait_for (fixture, "Does not meet · 2");
  rt_window_set_session (fixture->window, fixture->session);
}

static gboolean
bar_is_there (gpointer data)
{
  return test_find_seen (data, GTK_TYPE_LEVEL_BAR) != NULL;
}

static gboolean
has_ended (gpointer data)
{
  return !rt_session_is_arranging (data, NULL);
}

/* Sizes that nobody knows a proof for: it runs until it is stopped. */
static RtPlan *
hard_plan (void)
{
  g_autoptr (GString) text
      = g_string_new ("{\"format\": \"rotunda-plan\", \"version\": 1, \"people\": [");
  g_autoptr (GError) error = NULL;
  RtPlan *plan;

  for (int i = 0; i < 37; i++)
    g_string_append_printf (text, "%s{\"id\": \"p%d\"}", i ? ", " : "", i);
  g_string_append (text, "], \"tables\": [");
  for (int i = 0; i < 7; i++)
    g_string_append_printf (text, "%s{\"id\": \"t%d\", \"number\": %d, \"places\": 6}",
                            i ? ", " : "", i, i + 1);
  g_string_append (text, "], \"rounds\": [");
  for (int i = 0; i < 9; i++)
    g_string_append_printf (text, "%s{\"id\": \"r%d\"}", i ? ", " : "", i);
  g_string_append (text, "], \"rules\": [{\"id\": \"u1\", \"kind\": \"repeats\", "
                         "\"strength\": \"should\"}]}");
  plan = rt_plan_new_from_json (text->str, -1, &error);
  g_assert_no_error (error);
  return plan;
}

/* While it runs a bar shows how far it came; Cancel, Keep What Was keeps what was. */
static void
test_arranging (TestWindow *fixture, gconstpointer data)
{
  g_autoptr (RtPlan) plan = hard_plan ();
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);

  rt_window_set_session (fixture->window, session);
  rt_window_show_page (fixture->window, "rounds");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.arrange", NULL);
  g_assert_false (bar_is_there (fixture->window));
  test_wait (bar_is_there, fixture->window);
  wait_for (fixture, "of at most 10");
  wait_for (fixture, "Last better result: ");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.cancel", NULL);
  test_wait (has_ended, session);
  g_assert_false (bar_is_there (fixture->window));
  g_assert_null (rt_plan_get_round (plan, 0)->seating);
  rt_window_set_session (fixture->window, fixture->session);
}

/* Bo has no seat: the last row of what is wrong gives her one, and undo takes it away again. */
static void
test_put_right (TestWindow *fixture, gconstpointer data)
{
  GtkWidget *label;
  RtId bo = rt_id_intern ("pb");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.unseat", "(ss)", "ra", "pb");
  label = wait_for (fixture, "Put this round right with the fewest moves");
  gtk_widget_activate (gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW));
  wait_for (fixture, "Round 1 is right again, with 1 move.");
  g_assert_true (rt_seating_find (rt_plan_get_round (fixture->plan, 0)->seating, bo, NULL, NULL));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.undo", NULL);
  g_assert_false (rt_seating_find (rt_plan_get_round (fixture->plan, 0)->seating, bo, NULL, NULL));
}

static void
find_next (TestWindow *fixture, const char *action, const char *found)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);
  g_assert_cmpstr (rt_session_get_selected_person (fixture->session), ==, found);
}

/* Both grids go through those called so, round and round; Ctrl+F stays with them. */
static void
test_find_in_grids (TestWindow *fixture, gconstpointer data)
{
  GtkWidget *search, *focus;

  press (fixture, "Grid");
  wait_for (fixture, "3 people");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.find", NULL);
  search = test_find_seen (GTK_WIDGET (fixture->window), GTK_TYPE_SEARCH_ENTRY);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, search));
  gtk_editable_set_text (GTK_EDITABLE (search), "b");
  find_next (fixture, "win.find-next", "pa");
  find_next (fixture, "win.find-next", "pb");
  find_next (fixture, "win.find-next", "pa");
  find_next (fixture, "win.find-previous", "pb");
  press (fixture, "By Table");
  wait_for (fixture, "Ada Byron");
  find_next (fixture, "win.find-next", "pa");
  find_next (fixture, "win.find-next", "pb");
  find_next (fixture, "win.find-previous", "pa");
}

/* Who meets whom has a search of its own; without words in it F3 goes there. */
static void
test_find_in_meetings (TestWindow *fixture, gconstpointer data)
{
  GtkWidget *search, *focus;

  press (fixture, "Who Meets Whom");
  wait_for (fixture, "pairs of guests meet");
  search = test_find_seen (GTK_WIDGET (fixture->window), GTK_TYPE_SEARCH_ENTRY);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.find-next", NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, search));
  gtk_editable_set_text (GTK_EDITABLE (search), "b");
  /* The first one is shown already. */
  find_next (fixture, "win.find-next", "pb");
  find_next (fixture, "win.find-next", "pa");
  find_next (fixture, "win.find-previous", "pb");
  gtk_editable_set_text (GTK_EDITABLE (search), "ada");
  find_next (fixture, "win.find-next", "pa");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.find", NULL);
  g_assert_cmpstr (rt_window_get_page (fixture->window), ==, "rounds");
}

/* On People the search counts, and goes on at the tables. */
static void
test_find_on_people (TestWindow *fixture, gconstpointer data)
{
  GtkWidget *search;

  rt_window_show_page (fixture->window, "people");
  search = test_find_seen (GTK_WIDGET (fixture->window), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "b");
  find_next (fixture, "win.find-next", "pa");
  find_next (fixture, "win.find-next", "pb");
  find_next (fixture, "win.find-previous", "pa");
  gtk_editable_set_text (GTK_EDITABLE (search), "cy");
  rt_window_show_page (fixture->window, "rounds");
  find_next (fixture, "win.find-next", "pc");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  application = test_start ();
  g_test_add ("/views/by-table", TestWindow, NULL, set_up, test_by_table, test_window_close_later);
  g_test_add ("/views/who-meets-whom", TestWindow, NULL, set_up, test_who_meets_whom,
              test_window_close_later);
  g_test_add ("/views/find-in-meetings", TestWindow, NULL, set_up, test_find_in_meetings,
              test_window_close_later);
  g_test_add_func ("/views/reading-start", test_reading_start);
  g_test_add ("/views/arranging", TestWindow, NULL, set_up, test_arranging,
              test_window_close_later);
  g_test_add ("/views/put-right", TestWindow, NULL, set_up, test_put_right,
              test_window_close_later);
  g_test_add ("/views/find-in-grids", TestWindow, NULL, set_up, test_find_in_grids,
              test_window_close_later);
  g_test_add ("/views/find-on-people", TestWindow, NULL, set_up, test_find_on_people,
              test_window_close_later);
  return g_test_run ();
}
