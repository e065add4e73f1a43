/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-people-unnamed.h"

#include <glib/gi18n-lib.h>

#include "rt-dialogs.h"

#define MOST_AT_ONCE 2000

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  guint n = rt_dialogs_ask_number_finish (result);

  if (n > 0)
    gtk_widget_activate_action (widget, "plan.add-unnamed", "u", n);
}

guint
rt_people_unnamed_guess (RtPlan *plan)
{
  int expected = MAX (rt_plan_get_event (plan)->expected, 0); /* RT_UNSET has no opposite */
  int n = 0, places = 0;

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_PEOPLE); i++)
    n += rt_person_takes_part (rt_plan_get_person (plan, i));
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    if (rt_plan_get_table (plan, i)->open != 0)
      places += rt_table_get_places (rt_plan_get_table (plan, i));
  return CLAMP (expected > n ? expected - n : places - n, 1, MOST_AT_ONCE);
}

void
rt_people_unnamed_ask (GtkWidget *widget, RtPlan *plan)
{
  rt_dialogs_ask_number_async (
      GTK_WINDOW (gtk_widget_get_root (widget)), _("How Many More to Come?"),
      _("Unnamed places hold seats for people who are not known yet. Whoever is named later keeps "
        "the seats."),
      _("How many unnamed places"), rt_people_unnamed_guess (plan), MOST_AT_ONCE, _("_Add"),
      answered_cb, g_object_ref (widget));
}
