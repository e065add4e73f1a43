/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-flow-guard.h"

static gboolean
move_cursor_cb (GtkFlowBox *flow, GtkMovementStep step, int count, gboolean extend, gboolean modify,
                gpointer data)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (flow, 0);

  if (child != NULL && gtk_widget_get_width (GTK_WIDGET (child)) > 0)
    return FALSE;
  g_signal_stop_emission_by_name (flow, "move-cursor");
  return TRUE;
}

void
rt_flow_guard (GtkFlowBox *flow)
{
  g_signal_connect (flow, "move-cursor", G_CALLBACK (move_cursor_cb), NULL);
}
