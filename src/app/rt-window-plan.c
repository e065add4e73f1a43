/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-window-plan.h"

#include <glib/gi18n-lib.h>

#include "rt-compare-dialog.h"
#include "rt-dialogs.h"
#include "rt-duplicate.h"
#include "rt-edit.h"

static void
compare_with (RtWindow *self, GFile *file, const char *title)
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
compare_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
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

static void
rename_answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RtSession *session = rt_window_get_session (RT_WINDOW (source));
  RtPlan *plan = rt_session_get_plan (session);
  g_autofree char *answer = rt_dialogs_ask_text_finish (result);
  g_autofree char *title = answer ? rt_tidy (answer) : NULL;
  g_autofree char *label = NULL;
  g_autoptr (RtEvent) event = NULL;
  GError *error = NULL;
  RtChange *change;

  if (title == NULL || *title == '\0' || g_strcmp0 (title, rt_plan_get_event (plan)->title) == 0)
    return;
  event = rt_record_copy (rt_plan_get_event (plan));
  rt_set_text (&event->title, title);
  /* Translators: the new title of a plan */
  label = g_strdup_printf (_("Rename Plan to %s"), title);
  change = rt_edit_replace (plan, label, RT_PART_EVENT, event, &error);
  rt_session_do (session, change, &error);
}

void
rt_window_rename (RtWindow *self)
{
  const char *title = rt_plan_get_event (rt_session_get_plan (rt_window_get_session (self)))->title;

  rt_dialogs_ask_text_async (GTK_WINDOW (self), _("Rename the Plan"), _("Title"),
                             title != NULL ? title : "", _("_Rename"), rename_answered_cb, NULL);
}

/* Takes @plan. */
static void
show_unsaved (RtWindow *self, RtPlan *plan, GError *error, const char *message)
{
  g_autoptr (RtPlan) owned = plan;
  g_autoptr (GError) owned_error = error;
  g_autoptr (RtSession) session = plan ? rt_session_new_unsaved (plan) : NULL;
  GtkWindow *window;

  if (session == NULL)
    {
      rt_session_tell (rt_window_get_session (self), error->message, FALSE);
      return;
    }
  window = GTK_WINDOW (rt_window_new (gtk_window_get_application (GTK_WINDOW (self)), session));
  gtk_window_present (window);
  rt_session_tell (session, message, FALSE);
}

void
rt_window_duplicate_without_people (RtWindow *self)
{
  RtPlan *plan = rt_session_get_plan (rt_window_get_session (self));
  GError *error = NULL;
  RtPlan *copy = rt_duplicate_without_people (plan, &error);

  show_unsaved (self, copy, error, _("Tables, room, rounds and rules are here; add people."));
}

void
rt_window_next_meeting (RtWindow *self)
{
  RtPlan *plan = rt_session_get_plan (rt_window_get_session (self));
  GError *error = NULL;
  RtPlan *copy = rt_duplicate_for_next (plan, &error);

  show_unsaved (self, copy, error,
                _("Who sat together at the last meeting counts when arranging."));
}
