/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Arrow keys in a flow box. From one that comes before it has been laid out GTK 4.8 never comes
 * back, so that try is a process of its own, which an alarm ends. */

#include <unistd.h>

#include "rt-flow-guard.h"
#include "test-screen.h"

#define PATIENCE_SECONDS 60

static GtkFlowBox *
flow_of_two (void)
{
  GtkFlowBox *flow = GTK_FLOW_BOX (gtk_flow_box_new ());

  rt_flow_guard (flow);
  for (int i = 0; i < 2; i++)
    gtk_flow_box_insert (flow, gtk_label_new (i == 0 ? "Ada Byron" : "Bo Diaz"), -1);
  return flow;
}

static gboolean
is_laid_out (gpointer flow)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (flow, 1);

  return gtk_widget_get_width (GTK_WIDGET (child)) > 0;
}

static gboolean
has_focus (GtkFlowBox *flow, int index)
{
  return gtk_widget_has_focus (GTK_WIDGET (gtk_flow_box_get_child_at_index (flow, index)));
}

/* As Tab does that comes from outside. */
static void
focus_first (GtkFlowBox *flow)
{
  gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (flow))), NULL);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (flow), GTK_DIR_TAB_FORWARD));
  g_assert_true (has_focus (flow, 0));
}

/* What the arrow keys do. */
static void
step (GtkFlowBox *flow, GtkMovementStep step, int count)
{
  gboolean handled;

  g_signal_emit_by_name (flow, "move-cursor", step, count, FALSE, FALSE, &handled);
}

static void
test_not_laid_out (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkFlowBox *flow = flow_of_two ();

  gtk_window_set_child (window, GTK_WIDGET (flow));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (flow), GTK_DIR_TAB_FORWARD));
  alarm (PATIENCE_SECONDS);
  step (flow, GTK_MOVEMENT_DISPLAY_LINES, 1);
  step (flow, GTK_MOVEMENT_DISPLAY_LINES, -1);
  step (flow, GTK_MOVEMENT_VISUAL_POSITIONS, 1);
  gtk_window_destroy (window);
}

static void
test_guarded (void)
{
  g_test_trap_subprocess ("/flow-guard/not-laid-out/subprocess", 0, 0);
  g_test_trap_assert_passed ();
}

/* As soon as it has been laid out, the keys go on as they always do. */
static void
test_laid_out (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkFlowBox *flow = flow_of_two ();

  gtk_window_set_child (window, GTK_WIDGET (flow));
  gtk_window_present (window);
  test_wait (is_laid_out, flow);
  focus_first (flow);
  step (flow, GTK_MOVEMENT_VISUAL_POSITIONS, 1);
  g_assert_true (has_focus (flow, 1));
  gtk_window_destroy (window);
}

/* The child GTK remembers goes, as a slip does that has been seated; the keys go on from where the
 * focus is. */
static void
test_child_removed (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkFlowBox *flow = flow_of_two ();

  gtk_flow_box_insert (flow, gtk_label_new ("Cy Eze"), -1);
  gtk_window_set_child (window, GTK_WIDGET (flow));
  gtk_window_present (window);
  test_wait (is_laid_out, flow);
  focus_first (flow);
  step (flow, GTK_MOVEMENT_VISUAL_POSITIONS, 1);
  g_assert_true (has_focus (flow, 1));
  gtk_flow_box_remove (flow, GTK_WIDGET (gtk_flow_box_get_child_at_index (flow, 1)));
  gtk_widget_activate (GTK_WIDGET (flow));
  g_signal_emit_by_name (flow, "toggle-cursor-child");
  gtk_widget_grab_focus (GTK_WIDGET (gtk_flow_box_get_child_at_index (flow, 0)));
  step (flow, GTK_MOVEMENT_VISUAL_POSITIONS, 1);
  g_assert_true (has_focus (flow, 1));
  step (flow, GTK_MOVEMENT_BUFFER_ENDS, -1);
  g_assert_true (has_focus (flow, 0));
  gtk_window_destroy (window);
}

/* Right is right, whichever way the text runs. */
static void
test_mirrored (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkFlowBox *flow = flow_of_two ();

  gtk_widget_set_direction (GTK_WIDGET (flow), GTK_TEXT_DIR_RTL);
  gtk_window_set_child (window, GTK_WIDGET (flow));
  gtk_window_present (window);
  test_wait (is_laid_out, flow);
  focus_first (flow);
  step (flow, GTK_MOVEMENT_VISUAL_POSITIONS, -1);
  g_assert_true (has_focus (flow, 1));
  step (flow, GTK_MOVEMENT_VISUAL_POSITIONS, 1);
  g_assert_true (has_focus (flow, 0));
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow-guard/not-laid-out/subprocess", test_not_laid_out);
  g_test_add_func ("/flow-guard/not-laid-out", test_guarded);
  g_test_add_func ("/flow-guard/laid-out", test_laid_out);
  g_test_add_func ("/flow-guard/child-removed", test_child_removed);
  g_test_add_func ("/flow-guard/mirrored", test_mirrored);
  return g_test_run ();
}
