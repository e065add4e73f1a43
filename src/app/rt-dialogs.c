/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-dialogs.h"

#include <glib/gi18n-lib.h>

#include "rt-help.h"

static void
add_filter (GtkFileChooser *chooser, const char *name, const char * const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; patterns[i]; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_file_chooser_add_filter (chooser, filter);
  G_GNUC_END_IGNORE_DEPRECATIONS
}

static void
add_filters (GtkFileChooser *chooser, RtChoose what)
{
  const char * const plans[] = { "*.rotunda.json", "*.json", NULL };
  const char * const pdfs[] = { "*.pdf", NULL };
  const char * const lists[] = { "*.csv", "*.tsv", "*.txt", NULL };
  const char * const pictures[] = { "*.png", "*.jpg", "*.jpeg", "*.svg", NULL };
  const char * const all[] = { "*", NULL };

  if (what == RT_CHOOSE_LISTS)
    add_filter (chooser, _("Lists (CSV, text)"), lists);
  else if (what == RT_CHOOSE_PICTURE)
    add_filter (chooser, _("Pictures (PNG, JPEG, SVG)"), pictures);
  else if (what == RT_CHOOSE_SAVE_PDF)
    add_filter (chooser, _("PDF"), pdfs);
  else if (what != RT_CHOOSE_SAVE_OTHER)
    add_filter (chooser, _("Rotunda plans"), plans);
  add_filter (chooser, _("All files"), all);
}

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static const char *
choose_title (RtChoose what)
{
  switch (what)
    {
    case RT_CHOOSE_PLAN:
      return _("Open a Plan");
    case RT_CHOOSE_LISTS:
      return _("From a List");
    case RT_CHOOSE_PICTURE:
      return _("Choose a Venue Plan");
    case RT_CHOOSE_SAVE_PDF:
      return _("Save as PDF");
    default:
      return _("Save As");
    }
}

/* Whatever is pressed there counts as released. */
static void
release (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE (controller))
        gtk_event_controller_reset (controller);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    release (child);
}

/* A gesture keeps the widget that was pressed until the button is released, and where that opened a
 * menu, the menu is told of the release. So GTK 4.8 never frees the list of files after a click
 * with the other button on it; the list goes on watching its folder, and as soon as a file changes
 * there (a plan is saved) it tells the chooser, which has been freed. */
static void
release_when_closed (GtkWindow *parent)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (all, i);

      if (GTK_IS_FILE_CHOOSER (window) && gtk_window_get_transient_for (window) == parent)
        g_signal_connect (window, "unmap", G_CALLBACK (release), NULL);
    }
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GListModel) files = NULL;

  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  if (files && g_list_model_get_n_items (files) == 0)
    g_clear_object (&files);
  g_task_return_pointer (task, g_steal_pointer (&files), g_object_unref);
  g_object_unref (dialog);
}

void
rt_dialogs_choose_async (GtkWindow *parent, RtChoose what, GFile *file, const char *name,
                         GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (parent, NULL, callback, data);
  gboolean saving = what != RT_CHOOSE_PLAN && what != RT_CHOOSE_LISTS
                    && what != RT_CHOOSE_PICTURE;
  GtkFileChooserNative *dialog;

  g_task_set_source_tag (task, rt_dialogs_choose_async);
  dialog = gtk_file_chooser_native_new (
      choose_title (what), parent,
      saving ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), what == RT_CHOOSE_LISTS);
  add_filters (GTK_FILE_CHOOSER (dialog), what);
  if (file)
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (dialog), file, NULL);
  if (name && saving)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
  release_when_closed (parent);
}

/* The answer may end the window that was asked over, and a dialog that has closed is not told. */
static void
let_go (AdwMessageDialog *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  g_autoptr (GTask) task = data;

  let_go (dialog);
  g_task_return_pointer (task, g_strdup (response), g_free);
}

void
rt_dialogs_ask_async (GtkWindow *parent, const char *heading, const char *body,
                      const RtAnswer *answers, guint n_answers, GAsyncReadyCallback callback,
                      gpointer data)
{
  GTask *task = g_task_new (parent, NULL, callback, data);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

  g_task_set_source_tag (task, rt_dialogs_ask_async);
  /* Whatever there is a choice in, is about changes that could be lost. */
  if (n_answers > 1)
    rt_help_set_page (GTK_WINDOW (dialog), "undo");
  for (guint i = 0; i < n_answers; i++)
    {
      adw_message_dialog_add_response (dialog, answers[i].id, answers[i].label);
      adw_message_dialog_set_response_appearance (dialog, answers[i].id, answers[i].look);
    }
  adw_message_dialog_set_close_response (dialog, answers[0].id);
  adw_message_dialog_set_default_response (dialog, answers[n_answers - 1].id);
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
rt_dialogs_tell (GtkWindow *parent, const char *heading, const char *body)
{
  const RtAnswer close = { "close", _("_Close"), ADW_RESPONSE_DEFAULT };

  rt_dialogs_ask_async (parent, heading, body, &close, 1, NULL, NULL);
}

static void
text_answered_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  g_autoptr (GTask) task = data;
  GtkEditable *row = g_object_get_data (G_OBJECT (dialog), "rt-text");
  gboolean accepted = g_str_equal (response, "accept");

  let_go (dialog);
  g_task_return_pointer (task, accepted ? g_strdup (gtk_editable_get_text (row)) : NULL, g_free);
}

void
rt_dialogs_ask_text_async (GtkWindow *parent, const char *heading, const char *title,
                           const char *text, const char *accept, GAsyncReadyCallback callback,
                           gpointer data)
{
  GTask *task = g_task_new (parent, NULL, callback, data);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, NULL));
  GtkWidget *list = gtk_list_box_new (), *row = adw_entry_row_new ();

  g_task_set_source_tag (task, rt_dialogs_ask_text_async);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "accept", accept, NULL);
  adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (dialog, "accept");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  adw_message_dialog_set_extra_child (dialog, list);
  g_object_set_data (G_OBJECT (dialog), "rt-text", row);
  g_signal_connect (dialog, "response", G_CALLBACK (text_answered_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (row);
}

static void
number_answered_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  g_autoptr (GTask) task = data;
  GtkSpinButton *spin = GTK_SPIN_BUTTON (adw_message_dialog_get_extra_child (dialog));

  let_go (dialog);
  g_task_return_int (task, g_str_equal (response, "accept")
                               ? gtk_spin_button_get_value_as_int (spin) : 0);
}

void
rt_dialogs_ask_number_async (GtkWindow *parent, const char *heading, const char *body,
                             const char *name, guint number, guint most, const char *accept,
                             GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (parent, NULL, callback, data);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  GtkWidget *spin = gtk_spin_button_new_with_range (1, most, 1);

  g_task_set_source_tag (task, rt_dialogs_ask_number_async);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "accept", accept, NULL);
  adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (dialog, "accept");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), number);
  gtk_widget_set_halign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (spin, "activate", G_CALLBACK (gtk_widget_activate_default), dialog);
  adw_message_dialog_set_extra_child (dialog, spin);
  g_signal_connect (dialog, "response", G_CALLBACK (number_answered_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (spin);
}

void
rt_dialogs_about (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", "Rotunda",
                         "application-icon", RT_APPLICATION_ID,
                         "version", RT_VERSION,
                         "developer-name", _("The Rotunda authors"),
                         "copyright", _("© The Rotunda authors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments",
                         _("Plans roundtables and café conversations so that people meet as many "
                           "others as they can. Plans are files on this computer; nothing is sent "
                           "anywhere."),
                         /* Translators: put your names here, one a line. */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

G_GNUC_END_IGNORE_DEPRECATIONS

GListModel *
rt_dialogs_choose_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

GFile *
rt_dialogs_choose_finish_one (GAsyncResult *result)
{
  g_autoptr (GListModel) files = rt_dialogs_choose_finish (result);

  return files ? g_list_model_get_item (files, 0) : NULL;
}

char *
rt_dialogs_ask_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

guint
rt_dialogs_ask_number_finish (GAsyncResult *result)
{
  return (guint) MAX (g_task_propagate_int (G_TASK (result), NULL), 0);
}

char *
rt_dialogs_ask_text_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
