/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-actions.h"

#include "rt-export-dialog.h"
#include "rt-window-file.h"

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (data)), "new-window",
                                  NULL);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_window_open (data);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_window_save (data);
}

static void
save_as_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_window_save_as (data);
}

static void
save_copy_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_window_save_copy (data);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (rt_export_dialog_new (data, rt_window_get_session (data)));
}

static void
show_in_files_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_window_show_in_files (data);
}

static void
reload_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_window_reload (data);
}

static void
keep_mine_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_session_keep_mine (rt_window_get_session (data));
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_window_import (data);
}

static void
paste_list_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_window_paste (data);
}

/* Ctrl+V: on the other pages it belongs to slips. */
static void
paste_here_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *page = rt_window_get_page (data);

  if (page == NULL || g_str_equal (page, "people"))
    rt_window_paste (data);
}

static const GActionEntry entries[] = {
  { "new", new_cb },
  { "open", open_cb },
  { "save", save_cb },
  { "save-as", save_as_cb },
  { "save-copy", save_copy_cb },
  { "export", export_cb },
  { "show-in-files", show_in_files_cb },
  { "reload", reload_cb },       /* both answer what another program did to the file */
  { "keep-mine", keep_mine_cb },
  { "import", import_cb },
  { "paste-list", paste_list_cb },
  { "paste-here", paste_here_cb },
};

void
rt_actions_file_add (GActionMap *map, RtWindow *window)
{
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), window);
}
