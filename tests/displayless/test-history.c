/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "plans.h"
#include "rt-history.h"

/* A plan with a history; what it tells is counted. */
typedef struct {
  RtPlan    *plan;
  RtHistory *history;
  guint      n_plan;
  guint      n_history;
} Fixture;

static void
plan_changed_cb (RtPlan *plan, RtChange *change, gpointer data)
{
  ((Fixture *) data)->n_plan++;
}

static void
history_changed_cb (RtHistory *history, gpointer data)
{
  ((Fixture *) data)->n_history++;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->plan = plans_read (
      "'people': [{'id': 'p1', 'name': 'Ada'}], 'tables': [{'id': 't1', 'host': 'p1'}]");
  self->history = rt_history_new (self->plan);
  g_signal_connect (self->plan, "changed", G_CALLBACK (plan_changed_cb), self);
  g_signal_connect (self->history, "changed", G_CALLBACK (history_changed_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (self->plan, self);
  g_assert_finalize_object (self->history);
  g_assert_finalize_object (self->plan);
}

static RtChange *
name_first (RtPlan *plan, const char *name)
{
  RtChange *change = rt_change_new (name);
  g_autoptr (RtPerson) person = rt_record_copy (rt_plan_get_person (plan, 0));

  rt_set_text (&person->name, name);
  rt_change_replace (change, RT_PART_PEOPLE, 0, rt_plan_get_person (plan, 0), person);
  return change;
}

static void
rename_first (Fixture *self, const char *name)
{
  g_autoptr (RtChange) change = name_first (self->plan, name);
  g_autoptr (GError) error = NULL;

  g_assert_true (rt_history_do (self->history, change, &error));
  g_assert_no_error (error);
}

static void
assert_state (Fixture *self, const char *name, const char *undo, const char *redo,
              gboolean modified)
{
  g_assert_cmpstr (rt_plan_get_person (self->plan, 0)->name, ==, name);
  g_assert_cmpstr (rt_history_undo_label (self->history), ==, undo);
  g_assert_cmpstr (rt_history_redo_label (self->history), ==, redo);
  g_assert_cmpint (rt_history_is_modified (self->history), ==, modified);
}

static void
test_labels (Fixture *self, gconstpointer data)
{
  assert_state (self, "Ada", NULL, NULL, FALSE);
  rename_first (self, "Bea");
  rename_first (self, "Cleo");
  assert_state (self, "Cleo", "Cleo", NULL, TRUE);
  g_assert_true (rt_history_undo (self->history, NULL));
  assert_state (self, "Bea", "Bea", "Cleo", TRUE);
  g_assert_true (rt_history_undo (self->history, NULL));
  assert_state (self, "Ada", NULL, "Bea", FALSE);
  g_assert_true (rt_history_redo (self->history, NULL));
  g_assert_true (rt_history_redo (self->history, NULL));
  assert_state (self, "Cleo", "Cleo", NULL, TRUE);
}

static void
test_nothing_to_do (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (rt_history_undo (self->history, &error));
  g_assert_no_error (error);
  g_assert_false (rt_history_redo (self->history, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (self->n_plan, ==, 0);
  g_assert_cmpuint (self->n_history, ==, 0);
}

static void
test_doing_forgets_redo (Fixture *self, gconstpointer data)
{
  rename_first (self, "Bea");
  rt_history_undo (self->history, NULL);
  rename_first (self, "Cleo");
  assert_state (self, "Cleo", "Cleo", NULL, TRUE);
  g_assert_false (rt_history_redo (self->history, NULL));
  rt_history_undo (self->history, NULL);
  assert_state (self, "Ada", NULL, "Cleo", FALSE);
}

static void
test_signals (Fixture *self, gconstpointer data)
{
  rename_first (self, "Bea");
  g_assert_cmpuint (self->n_plan, ==, 1);
  g_assert_cmpuint (self->n_history, ==, 1);
  rt_history_undo (self->history, NULL);
  g_assert_cmpuint (self->n_plan, ==, 2);
  g_assert_cmpuint (self->n_history, ==, 2);
  rt_history_redo (self->history, NULL);
  g_assert_cmpuint (self->n_plan, ==, 3);
  g_assert_cmpuint (self->n_history, ==, 3);
  rt_history_mark_saved (self->history);
  rt_history_mark_saved (self->history);
  g_assert_cmpuint (self->n_plan, ==, 3);
  g_assert_cmpuint (self->n_history, ==, 4);
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (RtChange) change = rt_change_new ("Remove");
  g_autoptr (GError) error = NULL;

  rename_first (self, "Bea");
  rt_history_undo (self->history, NULL);
  rt_change_remove (change, RT_PART_PEOPLE, 0, rt_plan_get_person (self->plan, 0));
  g_assert_false (rt_history_do (self->history, change, &error));
  g_assert_error (error, RT_ERROR, RT_ERROR_REFUSED);
  assert_state (self, "Ada", NULL, "Bea", FALSE);
  g_assert_cmpuint (self->n_plan, ==, 2);
  g_assert_cmpuint (self->n_history, ==, 2);
}

static void
test_empty_change (Fixture *self, gconstpointer data)
{
  g_autoptr (RtChange) change = rt_change_new ("Nothing");

  g_assert_true (rt_history_do (self->history, change, NULL));
  assert_state (self, "Ada", NULL, NULL, FALSE);
  g_assert_cmpuint (self->n_plan, ==, 0);
}

static void
test_saved_mark (Fixture *self, gconstpointer data)
{
  rename_first (self, "Bea");
  rt_history_mark_saved (self->history);
  assert_state (self, "Bea", "Bea", NULL, FALSE);
  rename_first (self, "Cleo");
  g_assert_true (rt_history_is_modified (self->history));
  rt_history_undo (self->history, NULL);
  g_assert_false (rt_history_is_modified (self->history));
  rt_history_undo (self->history, NULL);
  g_assert_true (rt_history_is_modified (self->history));
  rt_history_redo (self->history, NULL);
  g_assert_false (rt_history_is_modified (self->history));
}

static void
test_saved_mark_out_of_reach (Fixture *self, gconstpointer data)
{
  rename_first (self, "Bea");
  rt_history_mark_saved (self->history);
  rt_history_undo (self->history, NULL);
  rename_first (self, "Cleo");
  g_assert_true (rt_history_is_modified (self->history));
  rt_history_undo (self->history, NULL);
  g_assert_true (rt_history_is_modified (self->history));
  rt_history_mark_saved (self->history);
  g_assert_false (rt_history_is_modified (self->history));
}

static void
test_group (Fixture *self, gconstpointer data)
{
  rt_history_begin_group (self->history, "Both");
  rename_first (self, "Bea");
  rename_first (self, "Cleo");
  g_assert_true (rt_history_is_modified (self->history));
  rt_history_end_group (self->history);
  assert_state (self, "Cleo", "Both", NULL, TRUE);
  g_assert_cmpuint (self->n_plan, ==, 2);
  rt_history_undo (self->history, NULL);
  assert_state (self, "Ada", NULL, "Both", FALSE);
  g_assert_cmpuint (self->n_plan, ==, 3);
  rt_history_redo (self->history, NULL);
  assert_state (self, "Cleo", "Both", NULL, TRUE);
}

static void
test_nested_groups (Fixture *self, gconstpointer data)
{
  rt_history_begin_group (self->history, "Outer");
  rename_first (self, "Bea");
  rt_history_begin_group (self->history, "Inner");
  rename_first (self, "Cleo");
  rt_history_end_group (self->history);
  rename_first (self, "Dora");
  rt_history_end_group (self->history);
  assert_state (self, "Dora", "Outer", NULL, TRUE);
  rt_history_undo (self->history, NULL);
  assert_state (self, "Ada", NULL, "Outer", FALSE);
}

static void
test_empty_group (Fixture *self, gconstpointer data)
{
  rename_first (self, "Bea");
  rt_history_undo (self->history, NULL);
  rt_history_begin_group (self->history, "Nothing");
  rt_history_end_group (self->history);
  assert_state (self, "Ada", NULL, "Bea", FALSE);
}

static void
test_group_forgets_redo (Fixture *self, gconstpointer data)
{
  rename_first (self, "Bea");
  rt_history_mark_saved (self->history);
  rt_history_undo (self->history, NULL);
  rt_history_begin_group (self->history, "Group");
  rename_first (self, "Cleo");
  g_assert_null (rt_history_redo_label (self->history));
  rt_history_end_group (self->history);
  g_assert_true (rt_history_is_modified (self->history));
  rt_history_undo (self->history, NULL);
  assert_state (self, "Ada", NULL, "Group", TRUE);
}

/* What comes to nothing leaves no trace: neither as something to redo, nor of the saved mark. */
static void
test_group_cancelled (Fixture *self, gconstpointer data)
{
  rename_first (self, "Bea");
  rt_history_begin_group (self->history, "Half done");
  rename_first (self, "Cleo");
  rename_first (self, "Dora");
  rt_history_cancel_group (self->history);
  assert_state (self, "Bea", "Bea", NULL, TRUE);
  rt_history_undo (self->history, NULL);
  assert_state (self, "Ada", NULL, "Bea", FALSE);
}

static void
test_group_cancelled_keeps_redo (Fixture *self, gconstpointer data)
{
  rename_first (self, "Bea");
  rt_history_mark_saved (self->history);
  rt_history_undo (self->history, NULL);
  rt_history_begin_group (self->history, "Half done");
  rename_first (self, "Cleo");
  rt_history_cancel_group (self->history);
  assert_state (self, "Ada", NULL, "Bea", TRUE);
  rt_history_redo (self->history, NULL);
  assert_state (self, "Bea", "Bea", NULL, FALSE);
}

static void
test_empty_group_cancelled (Fixture *self, gconstpointer data)
{
  guint before = self->n_history;

  rt_history_begin_group (self->history, "Nothing");
  rt_history_cancel_group (self->history);
  g_assert_cmpuint (self->n_history, ==, before);
  rename_first (self, "Bea");
  assert_state (self, "Bea", "Bea", NULL, TRUE);
}

/* The history is up to date when the plan tells of the change. */
static void
check_label_cb (RtPlan *plan, RtChange *change, gpointer history)
{
  g_assert_cmpstr (rt_history_undo_label (history), ==, rt_plan_get_person (plan, 0)->name);
}

static void
test_up_to_date_in_handlers (Fixture *self, gconstpointer data)
{
  rename_first (self, "Bea");
  g_signal_connect (self->plan, "changed", G_CALLBACK (check_label_cb), self->history);
  rename_first (self, "Cleo");
  rt_history_undo (self->history, NULL);
  rt_history_redo (self->history, NULL);
  g_signal_handlers_disconnect_by_data (self->plan, self->history);
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *path;
    void      (*test) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/history/labels", test_labels },
    { "/history/nothing-to-do", test_nothing_to_do },
    { "/history/doing-forgets-redo", test_doing_forgets_redo },
    { "/history/signals", test_signals },
    { "/history/refused", test_refused },
    { "/history/empty-change", test_empty_change },
    { "/history/saved-mark", test_saved_mark },
    { "/history/saved-mark-out-of-reach", test_saved_mark_out_of_reach },
    { "/history/group", test_group },
    { "/history/nested-groups", test_nested_groups },
    { "/history/empty-group", test_empty_group },
    { "/history/group-forgets-redo", test_group_forgets_redo },
    { "/history/group-cancelled", test_group_cancelled },
    { "/history/group-cancelled-keeps-redo", test_group_cancelled_keeps_redo },
    { "/history/empty-group-cancelled", test_empty_group_cancelled },
    { "/history/up-to-date-in-handlers", test_up_to_date_in_handlers },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
