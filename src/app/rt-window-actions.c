/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-window-actions.h"

#include <glib/gi18n-lib.h>

#include "rt-agenda-window.h"
#include "rt-alternatives-dialog.h"
#include "rt-application.h"
#include "rt-away-dialog.h"
#include "rt-edit.h"
#include "rt-event-dialog.h"
#include "rt-export-dialog.h"
#include "rt-import.h"
#include "rt-move-dialog.h"
#include "rt-panes.h"
#include "rt-print-window.h"
#include "rt-repair.h"
#include "rt-replace-dialog.h"
#include "rt-rules-window.h"
#include "rt-themes-window.h"
#include "rt-why-dialog.h"
#include "rt-window-edit.h"
#include "rt-window-file.h"

#define SECONDS 10.0
#define LONGER_SECONDS 60.0

/* Ids come as strings; an empty one is nobody, or no table. */
static RtId
id_of (const char *text)
{
  return text && *text ? rt_id_intern (text) : NULL;
}

/* The people. */

static void
move_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  const char *round, *person, *table;
  int chair;

  g_variant_get (parameter, "(&s&s&si)", &round, &person, &table, &chair);
  rt_window_move_person (data, id_of (round), id_of (person), id_of (table), chair);
}

static void
swap_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  const char *round, *a, *b;

  g_variant_get (parameter, "(&s&s&s)", &round, &a, &b);
  rt_window_swap_people (data, id_of (round), id_of (a), id_of (b));
}

static void
unseat_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  const char *round, *person;

  g_variant_get (parameter, "(&s&s)", &round, &person);
  rt_window_unseat (data, id_of (round), id_of (person));
}

static void
pin_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  RtSession *session = rt_window_get_session (data);
  const char *round, *person, *table;
  GError *error = NULL;
  RtChange *change;

  g_variant_get (parameter, "(&s&s&s)", &round, &person, &table);
  change = rt_edit_pin (rt_session_get_plan (session), id_of (round), id_of (person), id_of (table),
                        &error);
  rt_session_do (session, change, error);
}

static void
seat_best_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  const char *round, *person;

  g_variant_get (parameter, "(&s&s)", &round, &person);
  rt_window_seat_best (data, id_of (round), id_of (person));
}

static void
show_move_dialog (RtWindow *window,
                  GVariant *parameter,
                  gboolean  swap)
{
  RtSession *session = rt_window_get_session (window);
  const char *round, *person;

  g_variant_get (parameter, "(&s&s)", &round, &person);
  gtk_window_present (
      rt_move_dialog_new (GTK_WIDGET (window), session, id_of (round), id_of (person), swap));
}

static void
move_to_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  show_move_dialog (data, parameter, FALSE);
}

static void
swap_with_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  show_move_dialog (data, parameter, TRUE);
}

static void
show_away_dialog (RtWindow *window,
                  guint     round,
                  RtId      person)
{
  RtSession *session = rt_window_get_session (window);
  g_autoptr (GError) error = NULL;
  GtkWindow *dialog = rt_away_dialog_new (GTK_WINDOW (window), session, round, person, &error);

  if (dialog)
    gtk_window_present (dialog);
  else
    rt_session_tell (session, error->message, FALSE);
}

static void
away_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  RtPlan *plan = rt_session_get_plan (rt_window_get_session (data));
  const char *round, *person;

  g_variant_get (parameter, "(&s&s)", &round, &person);
  show_away_dialog (data, rt_plan_index_of (plan, RT_PART_ROUNDS, id_of (round)), id_of (person));
}

static void
replace_person_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  RtSession *session = rt_window_get_session (data);
  RtId person = id_of (g_variant_get_string (parameter, NULL));
  GtkWidget *dialog;

  if (person == NULL || rt_plan_find_person (rt_session_get_plan (session), person) == NULL)
    return;
  dialog = rt_replace_dialog_new (session, person);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), data);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
why_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  const char *round, *person;

  g_variant_get (parameter, "(&s&s)", &round, &person);
  gtk_window_present (rt_why_dialog_new (data, rt_window_get_session (data), id_of (round),
                                         id_of (person)));
}

/* Whoever has no seat in a round to come. */
static void
unseated_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  RtSession *session = rt_window_get_session (data);

  if (rt_measures_find (rt_session_get_measures (session), "unseated")->found == 0)
    rt_session_tell (session, _("Everybody has a seat."), FALSE);
  else
    show_away_dialog (data, 0, NULL);
}

static void
add_person_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  rt_window_add_person (data);
}

static void
add_unnamed_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  rt_window_add_unnamed (data, g_variant_get_uint32 (parameter));
}

static void
remove_people_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  g_autofree const char **ids = g_variant_get_strv (parameter, NULL);

  rt_window_remove (data, RT_PART_PEOPLE, ids);
}

static void
merge_people_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  const char *keep, *other;

  g_variant_get (parameter, "(&s&s)", &keep, &other);
  rt_window_merge_people (data, id_of (keep), id_of (other));
}

static void
select_person_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  rt_session_set_selected_person (rt_window_get_session (data),
                                  id_of (g_variant_get_string (parameter, NULL)));
}

static void
edit_person_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  rt_window_edit_person (data, id_of (g_variant_get_string (parameter, NULL)));
}

/* The tables. */

static void
place_table_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  const char *table;
  int x, y;

  g_variant_get (parameter, "(&sii)", &table, &x, &y);
  rt_window_place_table (data, id_of (table), x, y);
}

static void
select_table_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  rt_session_set_selected_table (rt_window_get_session (data),
                                 id_of (g_variant_get_string (parameter, NULL)));
}

static void
remove_tables_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  g_autofree const char **ids = g_variant_get_strv (parameter, NULL);

  rt_window_remove (data, RT_PART_TABLES, ids);
}

static void
add_tables_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  RtSession *session = rt_window_get_session (data);
  guint n;
  int places;
  GError *error = NULL;
  RtChange *change;

  g_variant_get (parameter, "(ui)", &n, &places);
  change = rt_edit_add_tables (rt_session_get_plan (session), n, places, &error);
  rt_session_do (session, change, error);
}

static void
table_per_host_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  rt_window_add_table_per_host (data);
}

static void
layout_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  rt_window_layout (data, g_variant_get_string (parameter, NULL));
}

static void
set_host_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  RtSession *session = rt_window_get_session (data);
  const char *table, *person;
  GError *error = NULL;
  RtChange *change;

  g_variant_get (parameter, "(&s&s)", &table, &person);
  change = rt_edit_set_host (rt_session_get_plan (session), id_of (table), id_of (person), &error);
  rt_session_do (session, change, error);
}

/* The rounds. */

static void
arrange_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  rt_session_arrange (rt_window_get_session (data), -1, SECONDS);
}

static void
arrange_longer_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  rt_session_arrange (rt_window_get_session (data), -1, LONGER_SECONDS);
}

static void
alternatives_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
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
arrange_round_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  RtSession *session = rt_window_get_session (data);
  guint index = rt_plan_index_of (rt_session_get_plan (session), RT_PART_ROUNDS,
                                  id_of (g_variant_get_string (parameter, NULL)));

  if (index != G_MAXUINT)
    rt_session_arrange (session, index, SECONDS);
}

static void
stop_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  rt_session_stop (rt_window_get_session (data), TRUE);
}

static void
cancel_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  rt_session_stop (rt_window_get_session (data), FALSE);
}

static void
put_right_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
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
clear_round_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  RtSession *session = rt_window_get_session (data);
  GError *error = NULL;
  RtChange *change = rt_edit_clear_round (rt_session_get_plan (session),
                                          id_of (g_variant_get_string (parameter, NULL)), &error);

  rt_session_do (session, change, error);
}

static void
add_round_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
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
  if (rt_session_do (session, change, error))
    rt_session_set_round (session, rt_plan_get_n (plan, RT_PART_ROUNDS) - 1);
}

static void
remove_rounds_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  g_autofree const char **ids = g_variant_get_strv (parameter, NULL);

  rt_window_remove (data, RT_PART_ROUNDS, ids);
}

static void
show_round_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  rt_session_set_round (rt_window_get_session (data), g_variant_get_uint32 (parameter));
}

static void
previous_round_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  RtSession *session = rt_window_get_session (data);

  if (rt_session_get_round (session) > 0)
    rt_session_set_round (session, rt_session_get_round (session) - 1);
}

static void
next_round_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  RtSession *session = rt_window_get_session (data);

  rt_session_set_round (session, rt_session_get_round (session) + 1);
}

static void
set_up_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  rt_window_set_up (data, g_variant_get_string (parameter, NULL));
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  rt_session_undo (rt_window_get_session (data));
}

static void
redo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  rt_session_redo (rt_window_get_session (data));
}

/* Every change of the plan that a gesture, a menu or a key can ask for. Parameters are ids. */
static const GActionEntry plan_entries[] = {
  { "undo", undo_cb },
  { "redo", redo_cb },
  { "move", move_cb, "(sssi)" },             /* round, person, table, chair or -1 */
  { "swap", swap_cb, "(sss)" },              /* round, person, person */
  { "unseat", unseat_cb, "(ss)" },           /* round, person */
  { "pin", pin_cb, "(sss)" },                /* round, person, table or "" */
  { "seat-best", seat_best_cb, "(ss)" },     /* round, person */
  { "move-to", move_to_cb, "(ss)" },         /* round, person: asks where to */
  { "swap-with", swap_with_cb, "(ss)" },     /* round, person: asks with whom */
  { "away", away_cb, "(ss)" },               /* round from which on, person: asks what to do */
  { "replace-person", replace_person_cb, "s" }, /* asks who comes instead */
  { "why", why_cb, "(ss)" },                 /* round, person: says why they sit there */
  { "unseated", unseated_cb },               /* the same about who has no seat */
  { "add-person", add_person_cb },
  { "add-unnamed", add_unnamed_cb, "u" },
  { "remove-people", remove_people_cb, "as" },
  { "merge-people", merge_people_cb, "(ss)" }, /* who stays, who goes */
  { "select-person", select_person_cb, "s" },
  { "edit-person", edit_person_cb, "s" },
  { "place-table", place_table_cb, "(sii)" }, /* table, x, y in cm */
  { "select-table", select_table_cb, "s" },
  { "remove-tables", remove_tables_cb, "as" },
  { "add-tables", add_tables_cb, "(ui)" },   /* how many, places of each */
  { "table-per-host", table_per_host_cb },
  { "layout", layout_cb, "s" },              /* a word of rt_edit_lay_out() */
  { "set-host", set_host_cb, "(ss)" },       /* table, person or "" */
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

/* The window. */

static void
new_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (data)), "new-window",
                                  NULL);
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  rt_window_open (data);
}

static void
save_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  rt_window_save (data);
}

static void
save_as_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  rt_window_save_as (data);
}

static void
save_copy_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  rt_window_save_copy (data);
}

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  gtk_window_present (rt_export_dialog_new (data, rt_window_get_session (data)));
}

static void
show_in_files_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  rt_window_show_in_files (data);
}

static void
import_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  rt_window_import (data);
}

static void
paste_list_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  rt_window_paste (data);
}

/* Ctrl+V: on the other pages it belongs to slips. */
static void
paste_here_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  const char *page = rt_window_get_page (data);

  if (page == NULL || g_str_equal (page, "people"))
    rt_window_paste (data);
}

static void
event_details_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  GtkWidget *dialog = rt_event_dialog_new (rt_window_get_session (data));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), data);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A window of its own that edits a part of the plan; never larger than the one it belongs to. */
static void
show_part (RtWindow  *window,
           GtkWidget *part)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (part), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (part),
                               MIN (width, gtk_widget_get_width (GTK_WIDGET (window))),
                               MIN (height, gtk_widget_get_height (GTK_WIDGET (window))));
  gtk_window_set_modal (GTK_WINDOW (part), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (part), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (part));
}

static void
rules_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  show_part (data, rt_rules_window_new (rt_window_get_session (data)));
}

static void
agenda_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  show_part (data, rt_agenda_window_new (rt_window_get_session (data)));
}

static void
themes_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  show_part (data, rt_themes_window_new (rt_window_get_session (data)));
}

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  GtkApplication *application = gtk_window_get_application (data);
  GSettings *settings = RT_IS_APPLICATION (application)
                        ? rt_application_get_settings (RT_APPLICATION (application)) : NULL;

  if (rt_window_get_page (data))
    show_part (data, GTK_WIDGET (rt_print_window_new (rt_window_get_session (data), settings)));
}

static void
show_page_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  rt_window_show_page (data, g_variant_get_string (parameter, NULL));
}

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  rt_window_find (data);
}

static void
help_shown_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (RtWindow) window = data;

  if (!g_app_info_launch_default_for_uri_finish (result, NULL))
    rt_session_tell (rt_window_get_session (window),
                     _("The help could not be shown. Install a help viewer such as Yelp."), FALSE);
}

static void
next_pane_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  rt_panes_move_focus (data, TRUE);
}

static void
previous_pane_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  rt_panes_move_focus (data, FALSE);
}

static void
show_help_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  g_app_info_launch_default_for_uri_async ("help:rotunda", NULL, NULL, help_shown_cb,
                                           g_object_ref (data));
}

static void
full_screen_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  if (gtk_window_is_fullscreen (data))
    gtk_window_unfullscreen (data);
  else
    gtk_window_fullscreen (data);
}

static const GActionEntry window_entries[] = {
  { "new", new_cb },
  { "open", open_cb },
  { "save", save_cb },
  { "save-as", save_as_cb },
  { "save-copy", save_copy_cb },
  { "export", export_cb },
  { "show-in-files", show_in_files_cb },
  { "import", import_cb },
  { "paste-list", paste_list_cb },
  { "paste-here", paste_here_cb },
  { "event-details", event_details_cb },
  { "rules", rules_cb },
  { "agenda", agenda_cb },
  { "themes", themes_cb },
  { "print", print_cb },
  { "show-page", show_page_cb, "s" },
  { "find", find_cb },
  { "next-pane", next_pane_cb },
  { "previous-pane", previous_pane_cb },
  { "show-help", show_help_cb },
  { "full-screen", full_screen_cb },
};

/* Keys that work everywhere, also while a text is typed. */
static const struct
{
  const char *action;
  const char *keys[3];
} accels[] = {
  { "win.new", { "<Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.import", { "<Control>i" } },
  { "win.export", { "<Control>e" } },
  { "win.find", { "<Control>f" } },
  { "win.rules", { "<Control>r" } },
  { "win.agenda", { "<Control>t" } },
  { "win.print", { "<Control>p" } },
  { "win.show-help", { "F1" } },
  { "win.next-pane", { "F6" } },
  { "win.previous-pane", { "<Shift>F6" } },
  { "win.full-screen", { "F11" } },
  { "win.show-page::people", { "<Alt>1" } },
  { "win.show-page::room", { "<Alt>2" } },
  { "win.show-page::rounds", { "<Alt>3" } },
  { "plan.add-person", { "<Control><Shift>a" } },
  { "plan.arrange", { "<Control>Return", "<Control>KP_Enter" } },
  { "plan.previous-round", { "<Control>Page_Up" } },
  { "plan.next-round", { "<Control>Page_Down" } },
  { "window.close", { "<Control>w" } },
  { "app.quit", { "<Control>q" } },
};

/* Keys that a text being typed uses itself: they come here only when nothing else takes them. */
static const struct
{
  const char *action;
  const char *trigger;
} late_keys[] = {
  { "plan.undo", "<Control>z" },
  { "plan.redo", "<Control><Shift>z|<Control>y" },
  { "plan.stop", "Escape" },
  { "win.paste-here", "<Control>v" },
};

static void
add_late_keys (RtWindow *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_BUBBLE);
  for (guint i = 0; i < G_N_ELEMENTS (late_keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (late_keys[i].trigger),
                          gtk_named_action_new (late_keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}

GActionGroup *
rt_window_actions_install (RtWindow *window)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), plan_entries, G_N_ELEMENTS (plan_entries),
                                   window);
  g_action_map_add_action_entries (G_ACTION_MAP (window), window_entries,
                                   G_N_ELEMENTS (window_entries), window);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "plan", G_ACTION_GROUP (group));
  add_late_keys (window);
  return G_ACTION_GROUP (group);
}

static void
set_enabled (GActionGroup *actions,
             const char   *name,
             gboolean      enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* The format's menu marks the one the plan has. */
static void
set_format (GActionGroup *actions,
            RtPlan       *plan)
{
  int preset = rt_plan_get_event (plan)->preset;
  const char *word = preset == RT_UNSET ? "" : rt_preset_words[preset];
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (actions), "set-up");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (word));
}

void
rt_window_actions_update (RtWindow     *window,
                          GActionGroup *actions)
{
  static const char * const changing[] = { "import", "paste-list", "paste-here", "event-details" };
  RtSession *session = rt_window_get_session (window);
  RtHistory *history = rt_session_get_history (session);
  gboolean read_only = rt_plan_is_read_only (rt_session_get_plan (session));
  gboolean arranging = rt_session_is_arranging (session, NULL);

  set_format (actions, rt_session_get_plan (session));
  /* While it arranges, and in a plan that is only read, nothing of the table changes anything. */
  for (guint i = 0; i < G_N_ELEMENTS (plan_entries); i++)
    set_enabled (actions, plan_entries[i].name, !read_only && !arranging);
  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    set_enabled (G_ACTION_GROUP (window), changing[i], !read_only && !arranging);
  set_enabled (G_ACTION_GROUP (window), "print", !arranging);
  set_enabled (actions, "undo", !arranging && rt_history_undo_label (history));
  set_enabled (actions, "redo", !arranging && rt_history_redo_label (history));
  set_enabled (actions, "stop", arranging);
  set_enabled (actions, "cancel", arranging);
  set_enabled (actions, "select-person", TRUE);
  set_enabled (actions, "select-table", TRUE);
  set_enabled (actions, "edit-person", TRUE);
  set_enabled (actions, "show-round", TRUE);
  set_enabled (actions, "previous-round", TRUE);
  set_enabled (actions, "next-round", TRUE);
}

void
rt_window_actions_set_accels (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action,
                                           (const char * const *) accels[i].keys);
}
