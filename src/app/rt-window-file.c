/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-window-file.h"

#include <glib/gi18n-lib.h>

#include "rt-application.h"
#include "rt-dialogs.h"
#include "rt-import-dialog.h"
#include "rt-recent.h"

/* What a save is for: its answer is not only written, something may follow. */
typedef struct
{
  RtWindow *window;
  RtSession *session;
  GFile *file;
  gboolean close_after;
} Saving;

static void save_to (RtWindow *self, GFile *file, gboolean force, gboolean close_after);
static void choose_where_to_save (RtWindow *self, gboolean close_after);

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->window);
  g_object_unref (saving->session);
  g_clear_object (&saving->file);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static Saving *
saving_new (RtWindow *window, GFile *file, gboolean close_after)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (window);
  saving->session = g_object_ref (rt_window_get_session (window));
  saving->file = file ? g_object_ref (file) : NULL;
  saving->close_after = close_after;
  return saving;
}

static void
open_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RtWindow *self = RT_WINDOW (source);
  g_autoptr (GFile) file = rt_dialogs_choose_finish_one (result);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (file && RT_IS_APPLICATION (application))
    rt_application_open_file (RT_APPLICATION (application), file, GTK_WINDOW (self));
}

void
rt_window_open (RtWindow *self)
{
  rt_dialogs_choose_async (GTK_WINDOW (self), RT_CHOOSE_PLAN, NULL, NULL, open_chosen_cb, NULL);
}

/* Closing was not meant, or could not be done. */
static void
stay (RtWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (RT_IS_APPLICATION (application))
    rt_application_stay (RT_APPLICATION (application));
}

/* A question was asked because saving failed or the file is not the one that was opened. */
static void
save_answer_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autofree char *answer = rt_dialogs_ask_finish (result);

  if (rt_window_get_session (saving->window) != saving->session)
    stay (saving->window);
  else if (g_strcmp0 (answer, "save-as") == 0)
    choose_where_to_save (saving->window, saving->close_after);
  else if (g_strcmp0 (answer, "again") == 0)
    save_to (saving->window, saving->file, FALSE, saving->close_after);
  else if (g_strcmp0 (answer, "overwrite") == 0)
    save_to (saving->window, saving->file, TRUE, saving->close_after);
  else
    stay (saving->window);
}

static void
ask_about_change (Saving *saving)
{
  const RtAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "overwrite", _("_Overwrite It"), ADW_RESPONSE_DESTRUCTIVE },
    { "save-as", _("Save _As…"), ADW_RESPONSE_SUGGESTED },
  };
  const char *title = rt_plan_get_title (rt_session_get_plan (saving->session));
  g_autofree char *heading =
    /* Translators: %s is the name of a plan. */
    g_strdup_printf (_("“%s” was changed by another program"), title);

  rt_dialogs_ask_async (
      GTK_WINDOW (saving->window), heading,
      _("The file is not the one that was opened here. Save yours under another name "
        "to keep both."),
      answers, G_N_ELEMENTS (answers), save_answer_cb, saving);
}

static void
ask_about_failure (Saving *saving, GError *error)
{
  const RtAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "again", _("_Try Again"), ADW_RESPONSE_DEFAULT },
    { "save-as", _("Save _As…"), ADW_RESPONSE_SUGGESTED },
  };
  const char *title = rt_plan_get_title (rt_session_get_plan (saving->session));
  /* Translators: %s is the name of a plan. */
  g_autofree char *heading = g_strdup_printf (_("“%s” could not be saved"), title);
  /* Translators: %s says why saving failed, as a sentence or part of one. */
  g_autofree char *body
      = g_strdup_printf (_("%s\n\nNothing is lost: your changes are kept here, and the file "
                           "is as it was."),
                         error->message);

  rt_dialogs_ask_async (GTK_WINDOW (saving->window), heading, body,
                        answers, G_N_ELEMENTS (answers), save_answer_cb, saving);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RtSession *session = RT_SESSION (source);
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;

  if (!rt_session_save_finish (session, result, &error))
    {
      if (g_error_matches (error, RT_ERROR, RT_ERROR_CHANGED_ON_DISK))
        ask_about_change (g_steal_pointer (&saving));
      else
        ask_about_failure (g_steal_pointer (&saving), error);
      return;
    }
  rt_recent_add (rt_plan_file_get (rt_session_get_file (session)), rt_session_get_plan (session));
  if (saving->close_after && !rt_session_is_modified (session))
    rt_window_close_now (saving->window);
  else
    {
      stay (saving->window);
      rt_session_tell (session, _("Saved."), FALSE);
    }
}

static void
save_to (RtWindow *self, GFile *file, gboolean force, gboolean close_after)
{
  rt_session_save_async (rt_window_get_session (self), file, force, saved_cb,
                         saving_new (self, file, close_after));
}

/* The file was changed while the plan was open. */

void
rt_window_reload (RtWindow *self)
{
  RtSession *session = rt_window_get_session (self);
  gboolean modified = rt_session_is_modified (session);
  guint64 serial = rt_plan_get_serial (rt_session_get_plan (session));
  g_autoptr (GError) error = NULL;
  g_autoptr (RtSession) again = NULL;

  if (rt_session_get_disk (session) != RT_DISK_CHANGED)
    return;
  if (rt_session_reload (session, &error))
    {
      if (rt_plan_get_serial (rt_session_get_plan (session)) != serial)
        rt_session_tell (session, _("This is the file as it is now."), TRUE);
      return;
    }
  /* What may only be looked at is nothing to step back from. */
  if (g_error_matches (error, RT_ERROR, RT_ERROR_NEWER) && !modified)
    again = rt_session_open (rt_plan_file_get (rt_session_get_file (session)), NULL);
  if (again != NULL)
    rt_window_set_session (self, again);
  else
    rt_session_tell (session, error->message, FALSE);
}

/* Two windows with one file would save over each other. */
static gboolean
is_open_elsewhere (RtWindow *self, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  RtWindow *other = RT_IS_APPLICATION (application)
                    ? rt_application_find_window (RT_APPLICATION (application), file) : NULL;
  g_autofree char *message = NULL;
  const char *title;

  if (other == NULL || other == self)
    return FALSE;
  title = rt_plan_get_title (rt_session_get_plan (rt_window_get_session (other)));
  /* Translators: %s is the name of a plan. */
  message = g_strdup_printf (_("“%s” is open there in another window. Choose another name, or "
                               "close that window first."),
                             title);
  rt_session_tell (rt_window_get_session (self), message, FALSE);
  return TRUE;
}

static void
save_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = rt_dialogs_choose_finish_one (result);

  /* The chooser has asked already whether a file that is there may be replaced. */
  if (file && !is_open_elsewhere (RT_WINDOW (source), file))
    save_to (RT_WINDOW (source), file, TRUE, GPOINTER_TO_INT (data));
  else
    stay (RT_WINDOW (source));
}

static char *
suggested_name (RtWindow *self, const char *suffix)
{
  char *name = g_strconcat (rt_plan_get_title (rt_session_get_plan (rt_window_get_session (self))),
                            suffix, ".rotunda.json", NULL);

  return g_strdelimit (name, "/\\", '-');
}

static void
choose_where_to_save (RtWindow *self, gboolean close_after)
{
  RtPlanFile *old = rt_session_get_file (rt_window_get_session (self));
  g_autofree char *name = suggested_name (self, "");

  rt_dialogs_choose_async (GTK_WINDOW (self), RT_CHOOSE_SAVE_PLAN,
                           old ? rt_plan_file_get (old) : NULL, old ? NULL : name, save_chosen_cb,
                           GINT_TO_POINTER (close_after));
}

void
rt_window_save (RtWindow *self)
{
  if (rt_session_get_file (rt_window_get_session (self)))
    save_to (self, NULL, FALSE, FALSE);
  else
    choose_where_to_save (self, FALSE);
}

void
rt_window_save_as (RtWindow *self)
{
  choose_where_to_save (self, FALSE);
}

static void
copy_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RtSession *session = rt_window_get_session (RT_WINDOW (source));
  g_autoptr (GFile) file = rt_dialogs_choose_finish_one (result);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (path == NULL)
    return;
  text = rt_plan_to_json (rt_session_get_plan (session), FALSE, &length);
  if (rt_save_bytes (path, text, length, 0644, &error))
    rt_session_tell (
        session,
        _("The copy leaves out contact, access needs, diet, notes and feedback by person."),
        FALSE);
  else
    rt_session_tell (session, error->message, FALSE);
}

void
rt_window_save_copy (RtWindow *self)
{
  g_autofree char *name = suggested_name (self, _(" without private notes"));

  rt_dialogs_choose_async (GTK_WINDOW (self), RT_CHOOSE_SAVE_OTHER, NULL, name, copy_chosen_cb,
                           NULL);
}

static void
import_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GListModel) files = rt_dialogs_choose_finish (result);

  if (files)
    rt_import_dialog_show_files (RT_WINDOW (source), files);
}

void
rt_window_import (RtWindow *self)
{
  rt_dialogs_choose_async (GTK_WINDOW (self), RT_CHOOSE_LISTS, NULL, NULL, import_chosen_cb, NULL);
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RtWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text && *text)
    rt_import_dialog_show_text (self, text);
  else
    rt_session_tell (
        rt_window_get_session (self),
        _("There is no list to paste. Copy rows from a spreadsheet or a message first."), FALSE);
}

void
rt_window_paste (RtWindow *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb,
                                 g_object_ref (self));
}

/* Workbooks and the like are none, but are meant as one: reading them says how they become one. */
gboolean
rt_window_takes_as_list (GFile *file)
{
  static const char * const endings[] = { ".csv", ".tsv",  ".tab", ".txt", ".xlsx", ".xlsm",
                                          ".xls", ".ods",  ".pdf", ".doc", ".docx", ".odt" };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

/* What is asked in front of a plan is about the plan as it is: a list would change it, and another
   plan take its place. */
static gboolean
has_dialog (GtkWindow *self)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == self && gtk_window_get_modal (window)
          && gtk_widget_get_visible (GTK_WIDGET (window)))
        return TRUE;
    }
  return FALSE;
}

/* Returns: (nullable): why no list can be added now, in words */
static const char *
find_reason_against_list (RtWindow *self)
{
  RtSession *session = rt_window_get_session (self);

  if (rt_session_is_arranging (session, NULL))
    return _("Rotunda is arranging. Stop it first, or wait a moment.");
  if (rt_plan_is_read_only (rt_session_get_plan (session)))
    return _("The plan was made by a newer Rotunda. To change it, update Rotunda.");
  return NULL;
}

void
rt_window_drop_files (RtWindow *self, GListModel *files)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GListStore) lists = g_list_store_new (G_TYPE_FILE);
  const char *against;

  if (has_dialog (GTK_WINDOW (self)))
    {
      rt_session_tell (rt_window_get_session (self),
                       _("Close what is open in front of the plan first, then drop the files "
                         "again."),
                       FALSE);
      return;
    }
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (rt_window_takes_as_list (file))
        g_list_store_append (lists, file);
      else if (RT_IS_APPLICATION (application))
        rt_application_open_file (RT_APPLICATION (application), file, GTK_WINDOW (self));
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (lists)) == 0)
    return;
  /* Not only when the list has been looked through. */
  against = find_reason_against_list (self);
  if (against != NULL)
    rt_session_tell (rt_window_get_session (self), against, FALSE);
  else
    rt_import_dialog_show_files (self, G_LIST_MODEL (lists));
}

static void
open_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder ? g_file_get_uri (folder) : NULL;

  if (uri)
    g_app_info_launch_default_for_uri_async (uri, NULL, NULL, NULL, NULL);
}

/* Where no file manager can select a file, its folder is opened. */
static void
shown_in_files_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = data;
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  if (answer == NULL)
    open_folder (file);
}

static void
show_in_files (GDBusConnection *bus, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  const char *uris[] = { uri, NULL };

  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems",
                          g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, shown_in_files_cb, g_object_ref (file));
}

void
rt_window_show_in_files (RtWindow *self)
{
  RtPlanFile *file = rt_session_get_file (rt_window_get_session (self));
  GApplication *application = g_application_get_default ();
  GDBusConnection *bus = application ? g_application_get_dbus_connection (application) : NULL;

  if (file == NULL)
    rt_session_tell (rt_window_get_session (self), _("The plan has no file yet. Save it first."),
                     FALSE);
  else if (bus)
    show_in_files (bus, rt_plan_file_get (file));
  else
    open_folder (rt_plan_file_get (file));
}

static void
close_answer_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RtWindow *self = RT_WINDOW (source);
  RtSession *session = rt_window_get_session (self);
  g_autofree char *answer = rt_dialogs_ask_finish (result);

  if (g_strcmp0 (answer, "discard") == 0)
    {
      rt_session_forget (session);
      rt_window_close_now (self);
    }
  else if (g_strcmp0 (answer, "save") == 0)
    {
      if (rt_session_get_file (session))
        save_to (self, NULL, FALSE, TRUE);
      else
        choose_where_to_save (self, TRUE);
    }
  else
    stay (self);
}

gboolean
rt_window_ask_to_close (RtWindow *self)
{
  const RtAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "discard", _("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
    { "save", _("_Save"), ADW_RESPONSE_SUGGESTED },
  };
  RtSession *session = rt_window_get_session (self);
  g_autofree char *heading = NULL;

  if (!rt_session_is_modified (session))
    return FALSE;
  /* Translators: %s is the name of a plan. */
  heading = g_strdup_printf (_("Save “%s” before closing?"),
                             rt_plan_get_title (rt_session_get_plan (session)));
  rt_dialogs_ask_async (GTK_WINDOW (self), heading, _("Changes that are not saved will be lost."),
                        answers, G_N_ELEMENTS (answers), close_answer_cb, NULL);
  return TRUE;
}
