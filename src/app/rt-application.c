/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-application.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>

#include "rt-app-resources.h"
#include "rt-child-window.h"
#include "rt-dialogs.h"
#include "rt-drop-down-names.h"
#include "rt-help.h"
#include "rt-import-dialog.h"
#include "rt-popovers.h"
#include "rt-preferences-window.h"
#include "rt-recent.h"
#include "rt-window-actions.h"
#include "rt-window-file.h"
#include "rt-window.h"

struct _RtApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  GPtrArray *recoveries;
  gboolean asked;
  GtkWindow *leaving;      /* quitting waits for the answer it was asked for; not owned */
};

G_DEFINE_FINAL_TYPE (RtApplication, rt_application, ADW_TYPE_APPLICATION)

/* A question about a copy that was kept; the file it belongs to waits for the answer. */
typedef struct
{
  RtApplication *application;
  GtkWindow *window;
  RtRecovery *recovery;
} Offer;

static void
offer_free (Offer *offer)
{
  g_object_unref (offer->application);
  g_object_unref (offer->window);
  g_free (offer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Offer, offer_free)

RtWindow *
rt_application_find_window (RtApplication *self, GFile *file)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link; link = link->next)
    {
      RtPlanFile *other = RT_IS_WINDOW (link->data)
                          ? rt_session_get_file (rt_window_get_session (link->data)) : NULL;

      if (other && rt_plan_file_same (rt_plan_file_get (other), file))
        return link->data;
    }
  return NULL;
}

static gboolean
is_unused (GtkWindow *window)
{
  return RT_IS_WINDOW (window)
         && rt_session_is_pristine (rt_window_get_session (RT_WINDOW (window)));
}

/* @window if nothing is in it yet, else a new one. */
static GtkWindow *
window_for (RtApplication *self, GtkWindow *window)
{
  return is_unused (window) ? window : GTK_WINDOW (rt_window_new (GTK_APPLICATION (self), NULL));
}

static void
show_session (RtApplication *self, RtSession *session, GtkWindow *window)
{
  if (is_unused (window))
    rt_window_set_session (RT_WINDOW (window), session);
  else
    window = GTK_WINDOW (rt_window_new (GTK_APPLICATION (self), session));
  gtk_window_present (window);
}

static void
say_not_opened (RtApplication *self, const char *why, GtkWindow *window)
{
  GtkWindow *target = window ? window : GTK_WINDOW (rt_window_new (GTK_APPLICATION (self), NULL));

  gtk_window_present (target);
  rt_dialogs_tell (target, _("Nothing Was Opened"), why);
}

static void
open_session (RtApplication *self, GFile *file, GtkWindow *window)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtSession) session = rt_session_open (file, &error);

  if (session == NULL)
    {
      say_not_opened (self, error->message, window);
      return;
    }
  rt_recent_add (file, rt_session_get_plan (session));
  show_session (self, session, window);
}

static RtRecovery *
find_recovery (RtApplication *self, GFile *file)
{
  for (guint i = 0; i < self->recoveries->len; i++)
    {
      RtRecovery *recovery = self->recoveries->pdata[i];
      g_autoptr (GFile) original
          = recovery->original ? g_file_new_for_path (recovery->original) : NULL;

      if (original && rt_plan_file_same (original, file))
        return recovery;
    }
  return NULL;
}

/* The person has said that the kept changes are not wanted. */
static void
drop_recovery (RtApplication *self, RtRecovery *recovery)
{
  g_autofree char *name = g_path_get_basename (recovery->path);

  if (g_str_has_suffix (name, ".json"))
    name[strlen (name) - strlen (".json")] = '\0';
  rt_recovery_delete (name);
}

static void offer_next (RtApplication *self, GtkWindow *window);

static void
open_recovery (RtApplication *self, RtRecovery *recovery, GtkWindow *window)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtSession) session = rt_session_new_recovered (recovery, &error);

  g_ptr_array_remove (self->recoveries, recovery);
  if (session)
    show_session (self, session, window);
  else
    say_not_opened (self, error->message, window);
}

static void
offer_answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Offer) offer = data;
  g_autofree char *answer = rt_dialogs_ask_finish (result);
  RtApplication *self = offer->application;
  guint index;

  if (!g_ptr_array_find (self->recoveries, offer->recovery, &index))
    return;
  if (g_strcmp0 (answer, "with") == 0)
    {
      open_recovery (self, offer->recovery, offer->window);
    }
  else if (g_strcmp0 (answer, "without") == 0)
    {
      g_autoptr (GFile) file
          = offer->recovery->original ? g_file_new_for_path (offer->recovery->original) : NULL;

      drop_recovery (self, offer->recovery);
      g_ptr_array_remove_index (self->recoveries, index);
      if (file && g_file_query_exists (file, NULL))
        open_session (self, file, offer->window);
    }
  else
    {
      /* Neither: the copy stays where it is, and is offered at the next start. */
      g_ptr_array_remove_index (self->recoveries, index);
    }
  offer_next (self, offer->window);
}

static void
offer_recovery (RtApplication *self, RtRecovery *recovery, GtkWindow *window)
{
  const RtAnswer answers[] = {
    { "later", _("_Later"), ADW_RESPONSE_DEFAULT },
    { "without", _("Open With_out"), ADW_RESPONSE_DEFAULT },
    { "with", _("Open _With the Changes"), ADW_RESPONSE_SUGGESTED },
  };
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (recovery->at);
  /* Translators: a clock time as in "16:42". */
  g_autofree char *clock = g_date_time_format (at, _("%H:%M"));
  /* Translators: the first %s is the name of a plan, the second one a clock time. */
  g_autofree char *body
      = g_strdup_printf (_("Changes to “%s” up to %s were kept."),
                         recovery->title ? recovery->title : _("Untitled plan"), clock);
  Offer *offer = g_new0 (Offer, 1);

  offer->application = g_object_ref (self);
  offer->window = g_object_ref (window);
  offer->recovery = recovery;
  gtk_window_present (window);
  rt_dialogs_ask_async (window, _("Rotunda stopped unexpectedly"), body, answers,
                        G_N_ELEMENTS (answers), offer_answered_cb, offer);
}

static void
offer_next (RtApplication *self, GtkWindow *window)
{
  if (self->recoveries->len > 0)
    offer_recovery (self, self->recoveries->pdata[0], window);
}

void
rt_application_open_file (RtApplication *self, GFile *file, GtkWindow *window)
{
  RtWindow *there = rt_application_find_window (self, file);
  RtRecovery *recovery = find_recovery (self, file);

  if (there)
    gtk_window_present (GTK_WINDOW (there));
  else if (recovery)
    offer_recovery (self, recovery, window_for (self, window));
  else
    open_session (self, file, window);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_dialogs_about (gtk_application_get_active_window (data));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtApplication *self = data;
  GtkWindow *over = gtk_application_get_active_window (data);

  if (self->settings && over && !RT_IS_PREFERENCES_WINDOW (over))
    rt_child_window_show (rt_preferences_window_new (self->settings), over);
}

/* Each of them once: one that closes may take others along that were still to come. */
static void
close_windows (GtkApplication *application)
{
  g_autoptr (GHashTable) closed = g_hash_table_new (NULL, NULL);
  GList *link = gtk_application_get_windows (application);

  while (link)
    if (g_hash_table_add (closed, link->data))
      {
        gtk_window_close (link->data);
        link = gtk_application_get_windows (application);
      }
    else
      link = link->next;
}

/* One question after the other: whoever cancels one has every other plan still open. Those that
 * have nothing to save close when all have been answered; the program ends with the last. */
static void
quit_on (RtApplication *self)
{
  GList *link = gtk_application_get_windows (GTK_APPLICATION (self));

  for (; link && !self->leaving; link = link->next)
    if (RT_IS_WINDOW (link->data)
        && rt_session_is_modified (rt_window_get_session (link->data)))
      self->leaving = link->data;
  if (self->leaving)
    {
      gtk_window_present (self->leaving);
      gtk_window_close (self->leaving);
      return;
    }
  close_windows (GTK_APPLICATION (self));
}

static gboolean
quit_on_cb (gpointer data)
{
  quit_on (data);
  return G_SOURCE_REMOVE;
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtApplication *self = data;

  if (self->leaving)
    gtk_window_present (self->leaving);
  else
    quit_on (self);
}

static void
rt_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  RtApplication *self = RT_APPLICATION (application);

  GTK_APPLICATION_CLASS (rt_application_parent_class)->window_removed (application, window);
  if (window != self->leaving)
    return;
  self->leaving = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT, quit_on_cb, g_object_ref (self), g_object_unref);
}

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (rt_window_new (data, NULL)));
}

static const GActionEntry actions[] = {
  { "about", about_cb },
  { "new-window", new_window_cb },
  { "preferences", preferences_cb },
  { "quit", quit_cb },
};

/* Somebody ends the session or the program: nothing can be asked any more, so the copies are
 * written. */
static gboolean
terminated_cb (gpointer data)
{
  GApplication *application = data;

  for (GList *link = gtk_application_get_windows (data); link; link = link->next)
    if (RT_IS_WINDOW (link->data))
      rt_session_keep (rt_window_get_session (link->data));
  g_application_quit (application);
  return G_SOURCE_CONTINUE;
}

static GSettings *
find_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
    source ? g_settings_schema_source_lookup (source, RT_APPLICATION_ID, TRUE) : NULL;

  return schema ? g_settings_new (RT_APPLICATION_ID) : NULL;
}

static void
rt_application_startup (GApplication *application)
{
  RtApplication *self = RT_APPLICATION (application);

  G_APPLICATION_CLASS (rt_application_parent_class)->startup (application);
  rt_drop_down_names_install (GTK_APPLICATION (application));
  rt_popovers_install ();
  self->settings = find_settings ();
  self->recoveries = rt_recovery_list ();
  g_ptr_array_set_free_func (self->recoveries, (GDestroyNotify) rt_recovery_free);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  rt_window_actions_set_accels (GTK_APPLICATION (self));
  rt_help_install (GTK_APPLICATION (self));
  g_unix_signal_add (SIGTERM, terminated_cb, self);
  g_unix_signal_add (SIGINT, terminated_cb, self);
  g_unix_signal_add (SIGHUP, terminated_cb, self);
}

static void
rt_application_activate (GApplication *application)
{
  RtApplication *self = RT_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = GTK_WINDOW (rt_window_new (GTK_APPLICATION (self), NULL));
  gtk_window_present (window);
  if (!self->asked)
    offer_next (self, window);
  self->asked = TRUE;
}

/* Plans get a window each; lists are added together to a new one. */
static void
rt_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  RtApplication *self = RT_APPLICATION (application);
  g_autoptr (GListStore) lists = g_list_store_new (G_TYPE_FILE);

  for (int i = 0; i < n_files; i++)
    if (rt_window_takes_as_list (files[i]))
      g_list_store_append (lists, files[i]);
    else
      rt_application_open_file (self, files[i], NULL);
  if (g_list_model_get_n_items (G_LIST_MODEL (lists)) > 0)
    {
      GtkWindow *window
          = window_for (self, gtk_application_get_active_window (GTK_APPLICATION (self)));

      gtk_window_present (window);
      rt_import_dialog_show_files (RT_WINDOW (window), G_LIST_MODEL (lists));
    }
}

static void
rt_application_finalize (GObject *object)
{
  RtApplication *self = RT_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->recoveries, g_ptr_array_unref);
  G_OBJECT_CLASS (rt_application_parent_class)->finalize (object);
}

static void
rt_application_class_init (RtApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rt_application_finalize;
  GTK_APPLICATION_CLASS (klass)->window_removed = rt_application_window_removed;
  application_class->startup = rt_application_startup;
  application_class->activate = rt_application_activate;
  application_class->open = rt_application_open;
}

static void
rt_application_init (RtApplication *self)
{
  /* Naming the resource keeps it in the program when the library is linked statically. */
  g_resources_register (rt_app_get_resource ());
  g_set_prgname (RT_APPLICATION_ID);
  g_set_application_name ("Rotunda");
  gtk_window_set_default_icon_name (RT_APPLICATION_ID);
}

RtApplication *
rt_application_new (void)
{
  return g_object_new (RT_TYPE_APPLICATION,
                       "application-id", RT_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

void
rt_application_stay (RtApplication *self)
{
  self->leaving = NULL;
}

GSettings *
rt_application_get_settings (RtApplication *self)
{
  return self->settings;
}

GPtrArray *
rt_application_get_recoveries (RtApplication *self)
{
  return self->recoveries;
}
