/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-window-plan.h"

#include <glib/gi18n-lib.h>

#include "rt-compare-dialog.h"
#include "rt-dialogs.h"

static void
compare_with (RtWindow   *self,
              GFile      *file,
              const char *title)
{
  RtSession *session = rt_window_get_session (self);
  g_autoptr (RtPlanFile) plan_file = rt_plan_file_new (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (RtPlan) there = rt_plan_file_load (plan_file, &error);
  g_autofree char *path = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (path);

  if (there == NULL)
    rt_session_tell (session, error->message, FALSE);
  else
    gtk_window_present (rt_compare_dialog_new (GTK_WINDOW (self), session, there,
                                               title != NULL ? title : name));
}

static void
compare_chosen_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr (GFile) file = rt_dialogs_choose_finish_one (result);

  if (file)
    compare_with (RT_WINDOW (source), file, NULL);
}

void
rt_window_compare (RtWindow *self)
{
  RtPlanFile *own = rt_session_get_file (rt_window_get_session (self));

  rt_dialogs_choose_async (GTK_WINDOW (self), RT_CHOOSE_PLAN,
                           own ? rt_plan_file_get (own) : NULL, NULL, compare_chosen_cb, NULL);
}

void
rt_window_compare_disk (RtWindow *self)
{
  RtPlanFile *own = rt_session_get_file (rt_window_get_session (self));

  if (own)
    compare_with (self, rt_plan_file_get (own), _("In the File"));
}
