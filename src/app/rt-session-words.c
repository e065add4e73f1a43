/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-session-words.h"

#include <glib/gi18n-lib.h>

#include "rt-date.h"
#include "rt-issue.h"
#include "rt-print-ready.h"

char *
rt_session_dup_title (RtSession *self)
{
  RtPlan *plan = rt_session_get_plan (self);
  RtPlanFile *file = rt_session_get_file (self);
  char *name;

  if (rt_plan_get_event (plan)->title || file == NULL)
    return g_strdup (rt_plan_get_title (plan));
  name = g_file_get_basename (rt_plan_file_get (file));
  for (guint i = 0; i < 2 && strrchr (name, '.') > name; i++)
    *strrchr (name, '.') = '\0';
  return name;
}

/* NULL while the file is what is here. */
static const char *
state_words (RtSession *self)
{
  if (rt_plan_is_read_only (rt_session_get_plan (self)))
    return _("read-only");
  if (rt_session_get_file (self) == NULL)
    return _("not yet saved");
  return rt_session_is_modified (self) ? _("modified") : NULL;
}

/* "issued as A, 3 slips wrong" */
static char *
dup_issue (RtSession *self)
{
  RtPlan *plan = rt_session_get_plan (self);
  const RtIssue *last = rt_plan_get_last_issue (plan);
  guint n, wrong;

  if (last == NULL)
    return g_strdup (_("not yet issued"));
  wrong = rt_print_count_wrong (plan, rt_session_get_roll (self), &n);
  if (wrong == 0)
    /* Translators: the letter of a revision */
    return g_strdup_printf (_("issued as %s"), last->revision);
  /* Translators: the letter of a revision, and how many slips are wrong */
  return g_strdup_printf (ngettext ("issued as %s, %u slip wrong", "issued as %s, %u slips wrong",
                                    wrong), last->revision, wrong);
}

char *
rt_session_dup_subtitle (RtSession *self)
{
  RtPlan *plan = rt_session_get_plan (self);
  gboolean issued = rt_plan_get_last_issue (plan) != NULL;
  const char *state = state_words (self);
  g_autofree char *date
      = issued || state ? NULL : rt_date_dup_words (rt_plan_get_event (plan)->date);
  g_autofree char *issue = dup_issue (self);

  return g_strconcat (date ? date : "", date ? " · " : "", issue, state ? " · " : "", state, NULL);
}

char *
rt_session_dup_told (RtSession *self, const char *message, gboolean can_undo)
{
  guint n, wrong = 0;

  if (can_undo)
    wrong = rt_print_count_wrong (rt_session_get_plan (self),
                                  rt_session_get_roll (self), &n);
  if (wrong == 0)
    return g_markup_escape_text (message, -1);
  else
    {
      /* Translators: after a change, of all that were printed */
      g_autofree char *spoiled = g_strdup_printf (
          ngettext ("%u of %u printed slips is wrong now.", "%u of %u printed slips are wrong now.",
                    wrong), wrong, n);

      return g_markup_printf_escaped ("%s %s", message, spoiled);
    }
}

char *
rt_session_dup_undo (RtSession *self)
{
  const char *undo = rt_history_undo_label (rt_session_get_history (self));

  /* Translators: %s is what was done: "Undo Move Ged Curran to Table 3". */
  return undo ? g_strdup_printf (_("Undo %s"), undo) : g_strdup (_("Undo"));
}

char *
rt_session_dup_redo (RtSession *self)
{
  const char *redo = rt_history_redo_label (rt_session_get_history (self));

  return redo ? g_strdup_printf (_("Redo %s"), redo) : g_strdup (_("Redo"));
}
