/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The agenda in its window: each step is one change that can be undone. */

#include "rt-agenda-dialog.h"
#include "rt-agenda-row.h"
#include "rt-agenda-window.h"
#include "rt-edit.h"
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
  fixture->window = rt_agenda_window_new (fixture->session);
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
collect_rows (GtkWidget *widget,
              GPtrArray *rows)
{
  if (RT_IS_AGENDA_ROW (widget))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

static RtAgendaRow *
get_row (Fixture *fixture,
         guint    index)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  collect_rows (fixture->window, rows);
  return index < rows->len ? rows->pdata[index] : NULL;
}

/* The rows are the lines of the agenda. */
static void
assert_rows (Fixture *fixture,
             guint    n)
{
  g_autoptr (GArray) lines = rt_agenda_list (fixture->plan);

  g_assert_cmpuint (lines->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const RtAgendaLine *line = &g_array_index (lines, RtAgendaLine, i);

      g_assert_cmpstr (rt_agenda_row_get_id (get_row (fixture, i)), ==,
                       line->round ? line->round : line->session);
    }
  g_assert_null (get_row (fixture, n));
}

static void
ask (Fixture     *fixture,
     guint        row,
     RtAgendaAsk  what,
     guint        detail)
{
  g_signal_emit_by_name (get_row (fixture, row), "asked", what, detail);
  test_settle ();
}

static void
add (Fixture       *fixture,
     RtSessionKind  kind)
{
  gtk_widget_activate_action (fixture->window, "agenda.add", "i", (int) kind);
  test_settle ();
}

static void
undo (Fixture *fixture)
{
  gtk_widget_activate_action (fixture->window, "agenda.undo", NULL);
  test_settle ();
}

/* Whether some label in the window says so. */
static gboolean
says (GtkWidget  *widget,
      const char *words)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL
      && gtk_widget_get_mapped (widget))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  assert_rows (fixture, 2);
  add (fixture, RT_SESSION_KEYNOTE);
  assert_rows (fixture, 4);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (get_row (fixture, 3)));
  gtk_widget_activate_action (fixture->window, "agenda.add-round", NULL);
  test_settle ();
  assert_rows (fixture, 5);
  undo (fixture);
  undo (fixture);
  assert_rows (fixture, 2);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  RtId first = rt_agenda_row_get_id (get_row (fixture, 0));

  ask (fixture, 0, RT_AGENDA_ASK_DOWN, 0);
  g_assert_cmpstr (rt_agenda_row_get_id (get_row (fixture, 1)), ==, first);
  ask (fixture, 1, RT_AGENDA_ASK_DOWN, 0);
  g_assert_cmpstr (rt_agenda_row_get_id (get_row (fixture, 1)), ==, first);
  ask (fixture, 0, RT_AGENDA_ASK_HERE, 1);
  g_assert_cmpstr (rt_agenda_row_get_id (get_row (fixture, 0)), ==, first);
  add (fixture, RT_SESSION_BREAK);
  ask (fixture, 3, RT_AGENDA_ASK_UP, 0);
  assert_rows (fixture, 4);
  g_assert_cmpint (((const RtAgendaItem *) rt_plan_get (fixture->plan, RT_PART_AGENDA, 0))->kind, ==,
                   RT_SESSION_BREAK);
  ask (fixture, 1, RT_AGENDA_ASK_HERE, 0);
  g_assert_cmpint (((const RtAgendaItem *) rt_plan_get (fixture->plan, RT_PART_AGENDA, 0))->kind, ==,
                   RT_SESSION_ROUNDS);
}

static void
test_clock (Fixture       *fixture,
            gconstpointer  data)
{
  RtChange *change = rt_edit_set_start (fixture->plan, "10:00", NULL);

  g_assert_false (says (fixture->window, "10:00–10:20"));
  g_assert_true (rt_session_do (fixture->session, change, NULL));
  test_settle ();
  g_assert_true (says (fixture->window, "10:00–10:20"));
  g_assert_true (says (fixture->window, "Ends at 10:40"));
  ask (fixture, 0, RT_AGENDA_ASK_MINUTES, 30);
  g_assert_true (says (fixture->window, "10:30–10:50"));
  g_assert_true (says (fixture->window, "Ends at 10:50"));
}

/* What goes with a round is said, and comes back. */
static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  ask (fixture, 0, RT_AGENDA_ASK_REMOVE, 0);
  assert_rows (fixture, 1);
  g_assert_true (says (fixture->window, "Remove Round 1: 3 seats went with it"));
  undo (fixture);
  assert_rows (fixture, 2);
  g_assert_cmpuint (rt_seating_n_people (rt_plan_get_round (fixture->plan, 0)->seating), ==, 3);
}

static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (RtAgendaItem) item = NULL;
  RtId speakers[] = { rt_id_intern ("pc"), NULL };

  add (fixture, RT_SESSION_BREAK);
  item = rt_record_copy (rt_plan_get (fixture->plan, RT_PART_AGENDA, 0));
  rt_set_ids (&item->speakers, speakers);
  g_assert_true (rt_session_do (fixture->session,
                                rt_edit_change_session (fixture->plan, item, NULL), NULL));
  test_settle ();
  g_assert_true (says (fixture->window, "Cy Eze speaks then, and hosts Table 1"));
}

/* What is opened and not changed stays what it was, and is no change. */
static void
test_dialog_keeps (Fixture       *fixture,
                   gconstpointer  data)
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

static GtkWidget *
find_typed (GtkWidget *widget,
            GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_typed (child, type);
  return found;
}

static void
test_dialog (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog = rt_agenda_dialog_new (fixture->session, NULL, rt_id_intern ("ra"));

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_editable_set_text (GTK_EDITABLE (find_typed (dialog, ADW_TYPE_ENTRY_ROW)), " Opening  round ");
  g_assert_true (rt_agenda_dialog_apply (RT_AGENDA_DIALOG (dialog)));
  test_settle ();
  g_assert_cmpstr (rt_plan_get_round (fixture->plan, 0)->title, ==, "Opening round");
  g_assert_true (says (fixture->window, "Round 1: Opening round"));
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; void (*func) (Fixture *, gconstpointer); } tests[] = {
    { "/agenda-window/add", test_add },
    { "/agenda-window/order", test_order },
    { "/agenda-window/clock", test_clock },
    { "/agenda-window/remove", test_remove },
    { "/agenda-window/conflict", test_conflict },
    { "/agenda-window/dialog-keeps", test_dialog_keeps },
    { "/agenda-window/dialog", test_dialog },
  };

  gtk_test_init (&argc, &argv, NULL);
  test_start ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
