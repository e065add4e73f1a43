/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-flow-guard.h"

/* Page Up and Page Down, in lines. */
#define PAGE_LINES 3

static gboolean
focus_end (GtkFlowBox *flow, gboolean last)
{
  GtkWidget *box = GTK_WIDGET (flow);
  GtkWidget *child = last ? gtk_widget_get_last_child (box) : gtk_widget_get_first_child (box);

  return gtk_widget_child_focus (child, last ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
}

static gboolean
focus_lines (GtkFlowBox *flow, GtkDirectionType direction, int n)
{
  gboolean moved = TRUE;

  for (int i = 0; i < n && moved; i++)
    moved = gtk_widget_child_focus (GTK_WIDGET (flow), direction);
  return moved;
}

static gboolean
move_focus (GtkFlowBox *flow, GtkMovementStep step, int count)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (flow)) == GTK_TEXT_DIR_RTL;

  switch (step)
    {
    case GTK_MOVEMENT_VISUAL_POSITIONS:
      /* Whichever way the text runs, for a flow box the one after is to the right. */
      return gtk_widget_child_focus (GTK_WIDGET (flow), (count > 0) != mirrored ? GTK_DIR_RIGHT
                                                                                : GTK_DIR_LEFT);
    case GTK_MOVEMENT_BUFFER_ENDS:
      return focus_end (flow, count > 0);
    default:
      return focus_lines (flow, count > 0 ? GTK_DIR_DOWN : GTK_DIR_UP,
                          step == GTK_MOVEMENT_PAGES ? PAGE_LINES : 1);
    }
}

static gboolean
move_cursor_cb (GtkFlowBox *flow, GtkMovementStep step, int count, gboolean extend, gboolean modify,
                gpointer data)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (flow, 0);

  g_signal_stop_emission_by_name (flow, "move-cursor");
  return child == NULL || gtk_widget_get_width (GTK_WIDGET (child)) == 0
         || move_focus (flow, step, count);
}

void
rt_flow_guard (GtkFlowBox *flow)
{
  static const char *const cursor_signals[] = { "activate-cursor-child", "toggle-cursor-child" };

  g_signal_connect (flow, "move-cursor", G_CALLBACK (move_cursor_cb), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cursor_signals); i++)
    g_signal_connect (flow, cursor_signals[i], G_CALLBACK (g_signal_stop_emission_by_name),
                      (gpointer) cursor_signals[i]);
}
