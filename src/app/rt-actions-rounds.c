/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-actions.h"

#include <glib/gi18n-lib.h>

#include "rt-alternatives-dialog.h"
#include "rt-edit.h"
#include "rt-repair.h"
#include "rt-window-edit.h"

#define SECONDS 10.0
#define LONGER_SECONDS 60.0

static void
arrange_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_session_arrange (rt_window_get_session (data), -1, SECONDS);
}

static void
arrange_longer_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_session_arrange (rt_window_get_session (data), -1, LONGER_SECONDS);
}

static void
alternatives_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtSession *session = rt_window_get_session (data);
  g_autoptr (GError) error = NULL;
  GtkWindow *dialog = rt_alternatives_dialog_new (data, session, SECONDS, &error);

  if (dialog)
    gtk_window_present (dialog);
  else
    rt_session_tell (session, error->message, FALSE);
}

static void
arrange_round_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtSession *session = rt_window_get_session (data);
  guint index = rt_plan_index_of (rt_session_get_plan (session), RT_PART_ROUNDS,
                                  rt_action_id (g_variant_get_string (parameter, NULL)));

  if (index != G_MAXUINT)
    rt_session_arrange (session, index, SECONDS);
}

static void
stop_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_session_stop (rt_window_get_session (data), TRUE);
}

static void
cancel_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_session_stop (rt_window_get_session (data), FALSE);
}

static void
put_right_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtSession *session = rt_window_get_session (data);
  guint round = rt_session_get_round (session), moves = 0;
  RtChange *change;
  g_autofree char *message = NULL;

  if (rt_session_get_round_id (session) == NULL)
    return;
  change = rt_repair_new (rt_session_get_plan (session), round, &moves);
  if (change == NULL)
    {
      rt_session_tell (session,
                       _("A few moves do not put this round right. Arrange it again, or change the "
                         "rules."), FALSE);
      return;
    }
  message = g_strdup_printf (ngettext ("Round %u is right again, with %u move.",
                                       "Round %u is right again, with %u moves.", moves),
                             round + 1, moves);
  if (rt_session_do (session, change, NULL))
    rt_session_tell (session, message, TRUE);
}

static void
clear_round_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtSession *session = rt_window_get_session (data);
  GError *error = NULL;
  RtId round = rt_action_id (g_variant_get_string (parameter, NULL));
  RtChange *change = rt_edit_clear_round (rt_session_get_plan (session), round, &error);

  rt_session_do (session, change, &error);
}

static void
add_round_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtSession *session = rt_window_get_session (data);
  RtPlan *plan = rt_session_get_plan (session);
  GError *error = NULL;
  RtChange *change;

  /* The first rounds come with the rules of the format, or there would be nothing to arrange by. */
  if (rt_plan_get_n (plan, RT_PART_ROUNDS) == 0 && rt_plan_get_n (plan, RT_PART_RULES) == 0)
    {
      rt_window_set_up (data, rt_preset_words[rt_window_get_preset (data)]);
      return;
    }
  change = rt_edit_add_round (plan, &error);
  if (rt_session_do (session, change, &error))
    rt_session_set_round (session, rt_plan_get_n (plan, RT_PART_ROUNDS) - 1);
}

static void
remove_rounds_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree const char **ids = g_variant_get_strv (parameter, NULL);

  rt_window_remove (data, RT_PART_ROUNDS, ids);
}

static void
show_round_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_session_set_round (rt_window_get_session (data), g_variant_get_uint32 (parameter));
}

static void
previous_round_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtSession *session = rt_window_get_session (data);

  if (rt_session_get_round (session) > 0)
    rt_session_set_round (session, rt_session_get_round (session) - 1);
}

static void
next_round_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtSession *session = rt_window_get_session (data);

  rt_session_set_round (session, rt_session_get_round (session) + 1);
}

static void
set_up_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_window_set_up (data, g_variant_get_string (parameter, NULL));
}

static const GActionEntry entries[] = {
  { "arrange", arrange_cb },
  { "arrange-longer", arrange_longer_cb },
  { "alternatives", alternatives_cb },
  { "arrange-round", arrange_round_cb, "s" },
  { "stop", stop_cb },
  { "cancel", cancel_cb },
  { "put-right", put_right_cb },             /* the round in hand */
  { "clear-round", clear_round_cb, "s" },
  { "add-round", add_round_cb },
  { "remove-rounds", remove_rounds_cb, "as" },
  { "show-round", show_round_cb, "u" },
  { "previous-round", previous_round_cb },
  { "next-round", next_round_cb },
  { "set-up", set_up_cb, "s", "''" },        /* a format's word: "hosted-cafe" */
};

void
rt_actions_rounds_add (GActionMap *map, RtWindow *window)
{
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), window);
}
