/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* With a real pointer and real keys: a slip is dragged to an empty chair and on another slip, and
 * taken back. */

#include "rt-edit.h"
#include "rt-floor-spot.h"
#include "rt-floor-view.h"
#include "rt-move-dialog.h"
#include "rt-round-switcher.h"
#include "rt-rounds-page.h"
#include "rt-tray.h"
#include "test-screen.h"

#define STEPS 10

static RtApplication *application;

/* The middle of a widget on the screen. */
static void
place_of_widget (GtkWidget *widget, double *x, double *y)
{
  g_assert_nonnull (widget);
  *x = gtk_widget_get_width (widget) / 2.0;
  *y = gtk_widget_get_height (widget) / 2.0;
  test_to_screen (widget, x, y);
}

static GtkWidget *
chair_at (TestWindow *fixture, int table, int chair)
{
  GtkWidget *floor = test_find_seen (GTK_WIDGET (fixture->window), RT_TYPE_FLOOR_VIEW);

  return GTK_WIDGET (test_find_spot (floor, table, chair));
}

/* @key: nullable, held from the moment the drag is under way */
static void
drag_widget (TestWindow *fixture, GtkWidget *from, GtkWidget *to, const char *key)
{
  g_autoptr (GString) words = g_string_new (NULL);
  double x0, y0, x1, y1;

  place_of_widget (from, &x0, &y0);
  place_of_widget (to, &x1, &y1);
  g_string_append_printf (words, "mousemove %.0f %.0f sleep 0.3 mousedown 1 sleep 0.1", x0, y0);
  for (int i = 1; i <= STEPS; i++)
    {
      g_string_append_printf (words, " mousemove %.0f %.0f sleep 0.03",
                              x0 + (x1 - x0) * i / STEPS, y0 + (y1 - y0) * i / STEPS);
      if (key != NULL && i == STEPS / 2)
        g_string_append_printf (words, " keydown %s sleep 0.1", key);
    }
  g_string_append (words, " sleep 0.4 mouseup 1");
  if (key != NULL)
    g_string_append_printf (words, " sleep 0.2 keyup %s", key);
  test_xdotool (words->str);
}

static void
drag (TestWindow *fixture, int from_table, int from_chair, int to_table, int to_chair)
{
  drag_widget (fixture, chair_at (fixture, from_table, from_chair),
               chair_at (fixture, to_table, to_chair), NULL);
}

static RtPlan *
plan_of (const TestWindow *fixture)
{
  return fixture->plan;
}

static gboolean
ada_is_at_two (gpointer data)
{
  return test_is_at (plan_of (data), 0, "pa", "tb");
}

static gboolean
ada_is_at_one (gpointer data)
{
  return test_is_at (plan_of (data), 0, "pa", "ta");
}

static void
set_up (TestWindow *fixture, gconstpointer data)
{
  test_window_open (fixture, application, "rounds");
  test_wait (test_is_floor_laid_out, fixture->window);
  /* A window without a manager gets the keys where the pointer is. */
  test_xdotool ("mousemove 400 5 sleep 0.2");
}

static void
test_to_empty_chair (TestWindow *fixture, gconstpointer data)
{
  drag (fixture, 0, 1, 1, 1);
  test_wait (ada_is_at_two, fixture);
  g_assert_cmpstr (test_table_of (fixture->plan, 0, "pb"), ==, "tb");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.undo", NULL);
  g_assert_true (ada_is_at_one (fixture));
}

static void
test_on_a_slip (TestWindow *fixture, gconstpointer data)
{
  drag (fixture, 0, 1, 1, 0);
  test_wait (ada_is_at_two, fixture);
  g_assert_cmpstr (test_table_of (fixture->plan, 0, "pb"), ==, "ta");
  g_assert_cmpstr (rt_history_undo_label (rt_session_get_history (fixture->session)), !=, NULL);
}

static const char *
undo_label (TestWindow *fixture)
{
  return rt_history_undo_label (rt_session_get_history (fixture->session));
}

static gboolean
ada_is_at_two_later (gpointer data)
{
  return test_is_at (plan_of (data), 1, "pa", "tb");
}

/* With Ctrl held, in every round. */
static void
test_in_all_rounds (TestWindow *fixture, gconstpointer data)
{
  drag_widget (fixture, chair_at (fixture, 0, 1), chair_at (fixture, 1, 1), "Control_L");
  test_wait (ada_is_at_two_later, fixture);
  g_assert_true (test_is_at (fixture->plan, 0, "pa", "tb"));
  g_assert_cmpstr (undo_label (fixture), ==, "Move Ada Byron to Table 2 in All Rounds");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.undo", NULL);
  g_assert_true (test_is_at (fixture->plan, 0, "pa", "ta"));
  g_assert_true (test_is_at (fixture->plan, 1, "pa", NULL));
}

static gboolean
ada_is_at_one_later (gpointer data)
{
  return test_is_at (plan_of (data), 1, "pa", "ta");
}

/* Onto another round's button: the same table there. */
static void
test_on_a_round (TestWindow *fixture, gconstpointer data)
{
  GtkWidget *switcher = test_find_seen (GTK_WIDGET (fixture->window), RT_TYPE_ROUND_SWITCHER);
  GtkWidget *first = test_find_seen (switcher, GTK_TYPE_TOGGLE_BUTTON);

  drag_widget (fixture, chair_at (fixture, 0, 1), gtk_widget_get_next_sibling (first), NULL);
  test_wait (ada_is_at_one_later, fixture);
  g_assert_true (test_is_at (fixture->plan, 0, "pa", "ta"));
  g_assert_cmpstr (undo_label (fixture), ==, "Seat Ada Byron in Round 2 as in Round 1");
}

static gboolean
ada_has_no_seat (gpointer data)
{
  return test_is_at (plan_of (data), 0, "pa", NULL);
}

static gboolean
slip_is_there (gpointer data)
{
  GtkWidget *tray = test_find_seen (data, RT_TYPE_TRAY);
  GtkWidget *slips = tray ? test_find_seen (tray, GTK_TYPE_FLOW_BOX) : NULL;
  GtkFlowBoxChild *last = slips ? gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (slips), 0) : NULL;

  return last && gtk_widget_get_width (GTK_WIDGET (last)) > 0;
}

static GtkWidget *
slip_at (TestWindow *fixture, int index)
{
  GtkWidget *tray = test_find_seen (GTK_WIDGET (fixture->window), RT_TYPE_TRAY);
  GtkFlowBox *slips = test_find_seen (tray, GTK_TYPE_FLOW_BOX);

  return gtk_flow_box_child_get_child (gtk_flow_box_get_child_at_index (slips, index));
}

/* To the tray, and from there to an empty chair. */
static void
test_tray (TestWindow *fixture, gconstpointer data)
{
  drag_widget (fixture, chair_at (fixture, 0, 1),
               test_find_seen (GTK_WIDGET (fixture->window), RT_TYPE_TRAY), NULL);
  test_wait (ada_has_no_seat, fixture);
  g_assert_cmpstr (undo_label (fixture), ==, "Unseat Ada Byron");
  test_wait (slip_is_there, fixture->window);
  drag_widget (fixture, slip_at (fixture, 0), chair_at (fixture, 1, 1), NULL);
  test_wait (ada_is_at_two, fixture);
}

static gboolean
both_are_at_one (gpointer data)
{
  return test_is_at (plan_of (data), 0, "pa", "ta") && test_is_at (plan_of (data), 0, "pb", "ta");
}

static gboolean
two_are_marked (gpointer data)
{
  guint n;
  g_autofree RtId *marked = rt_session_dup_marked (((TestWindow *) data)->session, &n);

  return n == 2;
}

static gboolean
one_is_marked (gpointer data)
{
  guint n;
  g_autofree RtId *marked = rt_session_dup_marked (((TestWindow *) data)->session, &n);

  return n == 1;
}

static gboolean
somebody_is_cut (gpointer data)
{
  guint n;
  g_autofree RtId *cut = rt_session_dup_cut (((TestWindow *) data)->session, &n);

  return n > 0;
}

/* Two slips selected with Shift are dragged as one, and one undo takes both back. */
static void
test_several (TestWindow *fixture, gconstpointer data)
{
  g_autoptr (GString) words = g_string_new (NULL);
  RtId people[] = { rt_id_intern ("pa"), rt_id_intern ("pb") };
  double x, y;

  /* No toast shall lie over the slips. */
  rt_session_do (fixture->session,
                 rt_edit_unseat_people (fixture->plan, rt_id_intern ("ra"), people, 2, NULL), NULL);
  test_wait (slip_is_there, fixture->window);
  g_string_append (words, "keydown Shift_L");
  for (int i = 0; i < 2; i++)
    {
      place_of_widget (slip_at (fixture, i), &x, &y);
      g_string_append_printf (words, " mousemove %.0f %.0f sleep 0.1 click 1 sleep 0.1", x, y);
    }
  g_string_append (words, " keyup Shift_L");
  test_xdotool (words->str);
  test_wait (two_are_marked, fixture);
  drag_widget (fixture, slip_at (fixture, 0), chair_at (fixture, 0, 1), NULL);
  test_wait (both_are_at_one, fixture);
  g_assert_cmpstr (undo_label (fixture), ==, "Move 2 People to Table 1");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.undo", NULL);
  g_assert_true (test_is_at (fixture->plan, 0, "pa", NULL));
  g_assert_true (test_is_at (fixture->plan, 0, "pb", NULL));
}

static gboolean
cy_hosts_two (gpointer data)
{
  const RtRound *round = rt_plan_get_round (((TestWindow *) data)->plan, 0);

  return rt_map_lookup (round->hosts, rt_id_intern ("tb")) == rt_id_intern ("pc");
}

/* A host's slip on the host's chair of another table: they host that one in this round. */
static void
test_host (TestWindow *fixture, gconstpointer data)
{
  drag (fixture, 0, 0, 1, 0);
  test_wait (cy_hosts_two, fixture);
  g_assert_true (test_is_at (fixture->plan, 0, "pc", "tb"));
  g_assert_true (test_is_at (fixture->plan, 0, "pb", "ta"));
}

/* Space selects, Delete unseats all who are selected; what is cut is pasted on a chair. */
static void
test_slip_keys (TestWindow *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (chair_at (fixture, 0, 1));
  test_xdotool ("key space");
  /* The key is on its way when xdotool ends: it is for who has the focus once it comes. */
  test_wait (one_is_marked, fixture);
  gtk_widget_grab_focus (chair_at (fixture, 1, 0));
  test_xdotool ("key space");
  test_wait (two_are_marked, fixture);
  test_xdotool ("key Delete");
  test_wait (ada_has_no_seat, fixture);
  g_assert_true (test_is_at (fixture->plan, 0, "pb", NULL));
  g_assert_cmpstr (undo_label (fixture), ==, "Unseat 2 People");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.undo", NULL);
  rt_session_clear_marks (fixture->session);
  gtk_widget_grab_focus (chair_at (fixture, 0, 1));
  test_xdotool ("key ctrl+x");
  test_wait (somebody_is_cut, fixture);
  gtk_widget_grab_focus (chair_at (fixture, 1, 1));
  test_xdotool ("key ctrl+v");
  test_wait (ada_is_at_two, fixture);
}

/* The keys of a chair work on a slip of the tray, too. */
static void
test_tray_keys (TestWindow *fixture, gconstpointer data)
{
  RtId ada = rt_id_intern ("pa");

  rt_session_do (fixture->session,
                 rt_edit_unseat_people (fixture->plan, rt_id_intern ("ra"), &ada, 1, NULL), NULL);
  test_wait (slip_is_there, fixture->window);
  gtk_widget_grab_focus (slip_at (fixture, 0));
  test_xdotool ("key ctrl+m");
  gtk_window_close (test_wait_for_dialog (RT_TYPE_MOVE_DIALOG));
  test_wait_until_gone (RT_TYPE_MOVE_DIALOG);
  gtk_widget_grab_focus (slip_at (fixture, 0));
  test_xdotool ("key ctrl+shift+m");
  g_assert_cmpstr (gtk_window_get_title (test_wait_for_dialog (RT_TYPE_MOVE_DIALOG)), ==,
                   "Swap Ada Byron With…");
  gtk_window_close (test_find_dialog (RT_TYPE_MOVE_DIALOG));
  test_wait_until_gone (RT_TYPE_MOVE_DIALOG);
}

static gboolean
is_called (GtkWidget *widget, gconstpointer words)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && test_is_called (widget, words);
}

typedef struct
{
  TestWindow *fixture;
  const char *words;
} Called;

static gboolean
is_focused (gpointer data)
{
  Called *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->fixture->window));

  return focus && test_is_called (focus, self->words);
}

static gboolean
is_there (gpointer data)
{
  Called *self = data;

  return test_find_if (GTK_WIDGET (self->fixture->window), is_called, self->words) != NULL;
}

static void
show_grid (TestWindow *fixture)
{
  GtkWidget *page = test_find_seen (GTK_WIDGET (fixture->window), RT_TYPE_ROUNDS_PAGE);

  g_assert_true (gtk_widget_activate_action (page, "rounds.show-view", "s", "grid"));
}

/* A cell of the grid does what a chair of the floor does, and keeps the focus. */
static void
test_grid_keys (TestWindow *fixture, gconstpointer data)
{
  Called ada = { fixture, "Ada Byron, round 1: 1 Cy Eze" };
  Called pinned = { fixture, "Ada Byron, round 1: 1 Cy Eze, pinned" };
  Called unseated = { fixture, "Ada Byron, round 1:  no seat, broken rule" };

  show_grid (fixture);
  test_wait (is_there, &ada);
  rt_session_set_round (fixture->session, 1);
  gtk_widget_grab_focus (
      test_find_if (GTK_WIDGET (fixture->window), is_called, ada.words));
  test_xdotool ("key ctrl+l");
  test_wait (is_focused, &pinned);
  g_assert_cmpuint (rt_session_get_round (fixture->session), ==, 0);
  test_xdotool ("key ctrl+l");
  test_wait (is_focused, &ada);
  test_xdotool ("key Delete");
  test_wait (is_focused, &unseated);
  g_assert_true (ada_has_no_seat (fixture));
  test_xdotool ("key ctrl+m");
  gtk_window_close (test_wait_for_dialog (RT_TYPE_MOVE_DIALOG));
  test_wait_until_gone (RT_TYPE_MOVE_DIALOG);
}

/* So does a name in the grid by table. */
static void
test_table_grid_keys (TestWindow *fixture, gconstpointer data)
{
  Called ada = { fixture, "Ada Byron, round 1" };
  Called pinned = { fixture, "Ada Byron, round 1, pinned" };
  GtkWidget *by_table;

  show_grid (fixture);
  by_table = test_find_label (GTK_WIDGET (fixture->window), "By Table");
  gtk_widget_activate (gtk_widget_get_ancestor (by_table, GTK_TYPE_BUTTON));
  test_wait (is_there, &ada);
  gtk_widget_grab_focus (
      test_find_if (GTK_WIDGET (fixture->window), is_called, ada.words));
  test_xdotool ("key ctrl+l");
  test_wait (is_focused, &pinned);
  test_xdotool ("key Delete");
  test_wait (ada_has_no_seat, fixture);
}

static gboolean
ada_is_gone (gpointer data)
{
  return rt_plan_find_person (((TestWindow *) data)->plan, rt_id_intern ("pa")) == NULL;
}

static gboolean
has_focus (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (((TestWindow *) data)->window));

  return focus && gtk_widget_get_ancestor (focus, GTK_TYPE_COLUMN_VIEW);
}

static gboolean
d_is_searched (gpointer data)
{
  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (data)), "d");
}

/* Delete in the list removes who is selected; typing there searches. */
static void
test_keys (TestWindow *fixture, gconstpointer data)
{
  GtkWidget *view, *search;

  rt_window_show_page (fixture->window, "people");
  rt_session_set_selected_person (fixture->session, rt_id_intern ("pa"));
  view = test_find_seen (GTK_WIDGET (fixture->window), GTK_TYPE_COLUMN_VIEW);
  gtk_widget_grab_focus (view);
  test_wait (has_focus, fixture);
  test_xdotool ("key Delete");
  test_wait (ada_is_gone, fixture);
  test_xdotool ("key d");
  search = test_find_seen (GTK_WIDGET (fixture->window), GTK_TYPE_SEARCH_ENTRY);
  test_wait (d_is_searched, search);
}

static gboolean
panel_has_focus (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (((TestWindow *) data)->window));

  while (focus && !gtk_widget_has_css_class (focus, "side-panel"))
    focus = gtk_widget_get_parent (focus);
  return focus != NULL;
}

/* F6 goes round the panes, back from the list over tool bar and header to the panel. */
static void
test_panes (TestWindow *fixture, gconstpointer data)
{
  rt_window_show_page (fixture->window, "people");
  rt_session_set_selected_person (fixture->session, rt_id_intern ("pa"));
  gtk_widget_grab_focus (test_find_seen (GTK_WIDGET (fixture->window), GTK_TYPE_COLUMN_VIEW));
  test_wait (has_focus, fixture);
  test_xdotool ("key F6");
  test_wait (panel_has_focus, fixture);
  test_xdotool ("key shift+F6");
  test_wait (has_focus, fixture);
  test_xdotool ("key shift+F6 shift+F6 shift+F6");
  test_wait (panel_has_focus, fixture);
}

static gboolean
ada_is_found (gpointer data)
{
  TestWindow *fixture = data;

  return rt_session_get_selected_person (fixture->session) == rt_id_intern ("pa")
         && RT_IS_FLOOR_SPOT (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
}

static gboolean
bo_is_found (gpointer data)
{
  TestWindow *fixture = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return rt_session_get_selected_person (fixture->session) == rt_id_intern ("pb")
         && focus && gtk_widget_has_css_class (focus, "slip");
}

/* Byron at a table and Bo, who has no seat; the space within a name selects nothing. */
static void
test_find_names (TestWindow *fixture, gconstpointer data)
{
  guint n;
  g_autofree RtId *marked = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.unseat", "(ss)", "ra", "pb");
  gtk_widget_grab_focus (chair_at (fixture, 0, 0));
  test_xdotool ("key b");
  test_wait (ada_is_found, fixture);
  test_xdotool ("key F3");
  test_wait (bo_is_found, fixture);
  test_xdotool ("key F3");
  test_wait (ada_is_found, fixture);
  test_xdotool ("key shift+F3");
  test_wait (bo_is_found, fixture);
  test_xdotool ("sleep 2 key --delay 20 b o space d");
  test_wait (bo_is_found, fixture);
  marked = rt_session_dup_marked (fixture->session, &n);
  g_assert_cmpuint (n, ==, 0);
}

static gboolean
round_two_is_found (gpointer data)
{
  return rt_session_get_round (((TestWindow *) data)->session) == 1;
}

/* From every page to who has no seat: Bo in the first round, everybody in the second. */
static void
test_problem (TestWindow *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.unseat", "(ss)", "ra", "pb");
  rt_window_show_page (fixture->window, "people");
  test_xdotool ("key shift+F4");
  test_wait (round_two_is_found, fixture);
  g_assert_cmpstr (rt_window_get_page (fixture->window), ==, "rounds");
  rt_window_show_page (fixture->window, "room");
  test_xdotool ("key F4");
  test_wait (bo_is_found, fixture);
  g_assert_cmpuint (rt_session_get_round (fixture->session), ==, 0);
  test_xdotool ("key F4");
  test_wait (round_two_is_found, fixture);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  if (!test_has ("xdotool"))
    return 0;
  application = test_start ();
  g_test_add ("/drag/to-empty-chair", TestWindow, NULL, set_up, test_to_empty_chair,
              test_window_close_later);
  g_test_add ("/drag/on-a-slip", TestWindow, NULL, set_up, test_on_a_slip, test_window_close_later);
  g_test_add ("/drag/in-all-rounds", TestWindow, NULL, set_up, test_in_all_rounds,
              test_window_close_later);
  g_test_add ("/drag/on-a-round", TestWindow, NULL, set_up, test_on_a_round,
              test_window_close_later);
  g_test_add ("/drag/tray", TestWindow, NULL, set_up, test_tray, test_window_close_later);
  g_test_add ("/drag/several", TestWindow, NULL, set_up, test_several, test_window_close_later);
  g_test_add ("/drag/host", TestWindow, NULL, set_up, test_host, test_window_close_later);
  g_test_add ("/drag/slip-keys", TestWindow, NULL, set_up, test_slip_keys, test_window_close_later);
  g_test_add ("/drag/tray-keys", TestWindow, NULL, set_up, test_tray_keys,
              test_window_close_later);
  g_test_add ("/drag/grid-keys", TestWindow, NULL, set_up, test_grid_keys,
              test_window_close_later);
  g_test_add ("/drag/table-grid-keys", TestWindow, NULL, set_up, test_table_grid_keys,
              test_window_close_later);
  g_test_add ("/drag/panes", TestWindow, NULL, set_up, test_panes, test_window_close_later);
  g_test_add ("/drag/keys", TestWindow, NULL, set_up, test_keys, test_window_close_later);
  g_test_add ("/drag/find", TestWindow, NULL, set_up, test_find_names,
              test_window_close_later);
  g_test_add ("/drag/problem", TestWindow, NULL, set_up, test_problem,
              test_window_close_later);
  return g_test_run ();
}
