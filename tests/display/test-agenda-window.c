/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The agenda in its window: each step is one change that can be undone. */

#include "rt-agenda-dialog.h"
#include "rt-agenda-row.h"
#include "rt-agenda-window.h"
#include "rt-edit.h"
#include "test-order.h"

static void
set_up (TestOrder *fixture, gconstpointer data)
{
  test_order_set_up (fixture, test_plan (), RT_PART_AGENDA, rt_agenda_window_new);
}

static void
add (TestOrder *fixture, RtSessionKind kind)
{
  gtk_widget_activate_action (fixture->window, "agenda.add", "i", (int) kind);
  test_settle ();
}

static void
test_add (TestOrder *fixture, gconstpointer data)
{
  test_order_assert_n (fixture, 2);
  add (fixture, RT_SESSION_KEYNOTE);
  test_order_assert_n (fixture, 4);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                 == GTK_WIDGET (rt_order_window_get_row (RT_ORDER_WINDOW (fixture->window), 3)));
  test_order_activate (fixture, "agenda.add-round");
  test_order_assert_n (fixture, 5);
  test_order_activate (fixture, "order.undo");
  test_order_activate (fixture, "order.undo");
  test_order_assert_n (fixture, 2);
}

static void
assert_can_move (TestOrder *fixture, guint row, gboolean up, gboolean down)
{
  GtkWidget *controls = GTK_WIDGET (test_order_row (fixture, row));
  GtkWidget *last = gtk_widget_get_last_child (controls);
  GtkWidget *button = gtk_widget_get_prev_sibling (last);

  g_assert_cmpint (gtk_widget_get_sensitive (button), ==, down);
  g_assert_cmpint (gtk_widget_get_sensitive (gtk_widget_get_prev_sibling (button)), ==, up);
}

static int
first_kind (TestOrder *fixture)
{
  return ((const RtAgendaItem *) rt_plan_get (fixture->plan, RT_PART_AGENDA, 0))->kind;
}

static void
test_order (TestOrder *fixture, gconstpointer data)
{
  RtId first = rt_order_controls_get_id (test_order_row (fixture, 0));

  test_order_ask (fixture, 0, RT_ORDER_DOWN, 0);
  g_assert_cmpstr (rt_order_controls_get_id (test_order_row (fixture, 1)), ==, first);
  test_order_ask (fixture, 1, RT_ORDER_DOWN, 0);
  g_assert_cmpstr (rt_order_controls_get_id (test_order_row (fixture, 1)), ==, first);
  test_order_ask (fixture, 0, RT_ORDER_HERE, 1);
  g_assert_cmpstr (rt_order_controls_get_id (test_order_row (fixture, 0)), ==, first);
  add (fixture, RT_SESSION_BREAK);
  test_order_ask (fixture, 3, RT_ORDER_UP, 0);
  /* Between the rounds, whose session is two sessions now. */
  test_order_assert_n (fixture, 5);
  test_order_ask (fixture, 2, RT_ORDER_UP, 0);
  test_order_assert_n (fixture, 4);
  g_assert_cmpint (first_kind (fixture), ==, RT_SESSION_BREAK);
  test_order_ask (fixture, 1, RT_ORDER_HERE, 0);
  g_assert_cmpint (first_kind (fixture), ==, RT_SESSION_ROUNDS);
}

/* A break is dropped on a round; who is at an end goes no further. */
static void
test_drop (TestOrder *fixture, gconstpointer data)
{
  add (fixture, RT_SESSION_BREAK);
  test_order_ask (fixture, 2, RT_ORDER_HERE, 3);
  test_order_assert_n (fixture, 5);
  g_assert_true (rt_plan_get_round (fixture->plan, 1)->parent.id
                 == rt_order_controls_get_id (test_order_row (fixture, 4)));
  assert_can_move (fixture, 0, FALSE, TRUE);
  assert_can_move (fixture, 1, FALSE, TRUE);
  assert_can_move (fixture, 2, TRUE, TRUE);
  assert_can_move (fixture, 4, TRUE, FALSE);
}

static void
test_clock (TestOrder *fixture, gconstpointer data)
{
  RtChange *change = rt_edit_set_start (fixture->plan, "10:00", NULL);

  g_assert_false (test_says (fixture->window, "10:00–10:20"));
  g_assert_true (rt_session_do (fixture->session, change, NULL));
  test_settle ();
  g_assert_true (test_says (fixture->window, "10:00–10:20"));
  g_assert_true (test_says (fixture->window, "Ends at 10:40"));
  test_order_ask (fixture, 0, RT_ORDER_VALUE, 30);
  g_assert_true (test_says (fixture->window, "10:30–10:50"));
  g_assert_true (test_says (fixture->window, "Ends at 10:50"));
}

/* What goes with a round is said, and comes back. */
static void
test_remove (TestOrder *fixture, gconstpointer data)
{
  test_order_ask (fixture, 0, RT_ORDER_REMOVE, 0);
  test_order_assert_n (fixture, 1);
  g_assert_true (test_says (fixture->window, "Remove Round 1: 3 seats went with it"));
  test_order_activate (fixture, "order.undo");
  test_order_assert_n (fixture, 2);
  g_assert_cmpuint (rt_seating_n_people (rt_plan_get_round (fixture->plan, 0)->seating), ==, 3);
}

static void
test_conflict (TestOrder *fixture, gconstpointer data)
{
  g_autoptr (RtAgendaItem) item = NULL;
  RtId speakers[] = { rt_id_intern ("pc"), NULL };

  add (fixture, RT_SESSION_BREAK);
  item = rt_record_copy (rt_plan_get (fixture->plan, RT_PART_AGENDA, 0));
  rt_set_ids (&item->speakers, speakers);
  g_assert_true (rt_session_do (fixture->session,
                                rt_edit_change_session (fixture->plan, item, NULL), NULL));
  test_settle ();
  g_assert_true (test_says (fixture->window, "Cy Eze speaks then, and hosts Table 1"));
}

/* What is opened and not changed stays what it was, and is no change. */
static void
test_dialog_keeps (TestOrder *fixture, gconstpointer data)
{
  add (fixture, RT_SESSION_PANEL);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GArray) lines = rt_agenda_list (fixture->plan);
      const RtAgendaLine *line = &g_array_index (lines, RtAgendaLine, i);
      guint64 serial = rt_plan_get_serial (fixture->plan);
      GtkWidget *dialog = rt_agenda_dialog_new (fixture->session, line->session, line->round);

      gtk_window_present (GTK_WINDOW (dialog));
      g_assert_true (rt_agenda_dialog_apply (RT_AGENDA_DIALOG (dialog)));
      test_settle ();
      g_assert_cmpuint (rt_plan_get_serial (fixture->plan), ==, serial);
    }
}

static void
test_dialog (TestOrder *fixture, gconstpointer data)
{
  GtkWidget *dialog = rt_agenda_dialog_new (fixture->session, NULL, rt_id_intern ("ra"));

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_editable_set_text (test_find (dialog, ADW_TYPE_ENTRY_ROW, 0), " Opening  round ");
  g_assert_true (rt_agenda_dialog_apply (RT_AGENDA_DIALOG (dialog)));
  test_settle ();
  g_assert_cmpstr (rt_plan_get_round (fixture->plan, 0)->title, ==, "Opening round");
  g_assert_true (test_says (fixture->window, "Round 1: Opening round"));
}

int
main (int argc, char *argv[])
{
  static const TestOrderCase cases[] = {
    { "/agenda-window/add", test_add },
    { "/agenda-window/order", test_order },
    { "/agenda-window/drop", test_drop },
    { "/agenda-window/clock", test_clock },
    { "/agenda-window/remove", test_remove },
    { "/agenda-window/conflict", test_conflict },
    { "/agenda-window/dialog-keeps", test_dialog_keeps },
    { "/agenda-window/dialog", test_dialog },
  };

  return test_order_run (argc, argv, cases, G_N_ELEMENTS (cases), set_up);
}
