/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "test-order.h"

#include "rt-agenda.h"

/* The ids that there should be a row for. */
static GPtrArray *
list_ids (TestOrder *self)
{
  GPtrArray *ids = g_ptr_array_new ();
  g_autoptr (GArray) lines = rt_agenda_list (self->plan);

  if (self->part == RT_PART_AGENDA)
    for (guint i = 0; i < lines->len; i++)
      {
        const RtAgendaLine *line = &g_array_index (lines, RtAgendaLine, i);

        g_ptr_array_add (ids, (gpointer) (line->round ? line->round : line->session));
      }
  else
    for (guint i = 0; i < rt_plan_get_n (self->plan, self->part); i++)
      g_ptr_array_add (ids,
                       (gpointer) ((const RtRecord *) rt_plan_get (self->plan, self->part, i))->id);
  return ids;
}

static gboolean
rows_match (gpointer data)
{
  TestOrder *self = data;
  g_autoptr (GPtrArray) ids = list_ids (self);

  for (guint i = 0; i < ids->len; i++)
    if (test_order_row (self, i) == NULL
        || rt_order_controls_get_id (test_order_row (self, i)) != ids->pdata[i])
      return FALSE;
  return test_order_row (self, ids->len) == NULL;
}

void
test_order_wait (TestOrder *self)
{
  test_settle ();
  test_wait (rows_match, self);
}

void
test_order_set_up (TestOrder *self, RtPlan *plan, RtPart part, GtkWidget *(*make) (RtSession *))
{
  self->plan = plan;
  self->part = part;
  self->session = rt_session_new_for_plan (self->plan, NULL);
  self->window = make (self->session);
  gtk_window_present (GTK_WINDOW (self->window));
  test_order_wait (self);
}

static void
tear_down (TestOrder *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  test_settle ();
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->plan);
}

RtOrderControls *
test_order_row (TestOrder *self, guint index)
{
  GtkListBoxRow *row = rt_order_window_get_row (RT_ORDER_WINDOW (self->window), index);

  return row ? rt_order_controls_of (row) : NULL;
}

void
test_order_ask (TestOrder *self, guint row, RtOrderPart what, guint detail)
{
  rt_order_controls_ask (test_order_row (self, row), what, detail);
  test_order_wait (self);
}

void
test_order_activate (TestOrder *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (self->window, action, NULL));
  test_order_wait (self);
}

void
test_order_assert_n (TestOrder *self, guint n)
{
  g_autoptr (GPtrArray) ids = list_ids (self);

  g_assert_cmpuint (ids->len, ==, n);
  g_assert_true (rows_match (self));
}

int
test_order_run (int argc, char **argv, const TestOrderCase *cases, guint n_cases,
                void (*set_up) (TestOrder *, gconstpointer))
{
  gtk_test_init (&argc, &argv, NULL);
  test_start ();
  for (guint i = 0; i < n_cases; i++)
    g_test_add (cases[i].name, TestOrder, NULL, set_up, cases[i].func, tear_down);
  return g_test_run ();
}
