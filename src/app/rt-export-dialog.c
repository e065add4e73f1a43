/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "rt-child-window.h"
#include "rt-dialogs.h"
#include "rt-plan-file.h"

/* Names are in what is written: nobody else may read it. */
#define MODE 0600

struct _RtExportDialog {
  AdwWindow parent_instance;

  GtkWindow *parent; /* not owned: it is destroyed after this one */
  RtSession *session;
  const RtOutput *chosen;

  AdwPreferencesGroup *formats;
  GtkWidget *private_row;
  GtkSwitch *private_switch;
  AdwComboRow *round_row;
};

G_DEFINE_FINAL_TYPE (RtExportDialog, rt_export_dialog, ADW_TYPE_WINDOW)

/* What was asked for, while a file is chosen and written. */
typedef struct {
  RtSession *session;
  RtPlan *plan; /* as it is when the file is chosen */
  const RtOutput *output;
  RtOutputOptions options;
  GFile *file;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_object_unref (export->session);
  g_clear_object (&export->plan);
  g_clear_object (&export->file);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static Export *
export_new (RtSession *session, const RtOutput *output, const RtOutputOptions *options)
{
  Export *export = g_new0 (Export, 1);

  export->session = g_object_ref (session);
  export->output = output;
  export->options = *options;
  return export;
}

static void
write_in_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *export = data;
  g_autofree char *path = g_file_get_path (export->file);
  GError *error = NULL;
  g_autoptr (GBytes) bytes
      = rt_output_make (export->output, export->plan, &export->options, &error);

  if (bytes != NULL
      && rt_save_bytes (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), MODE,
                        &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RtSession *session = RT_SESSION (source);
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_file_get_basename (export->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    /* Translators: %s is the name of a file */
    message = g_strdup_printf (_("“%s” was written."), shown);
  rt_session_tell (session, message != NULL ? message : error->message, FALSE);
}

/* @export: (transfer full) */
static void
write_async (Export *export)
{
  g_autoptr (GTask) task = g_task_new (export->session, NULL, written_cb, NULL);
  g_autofree char *path = g_file_get_path (export->file);

  if (path == NULL)
    {
      rt_session_tell (export->session, _("Choose a folder of this computer."), FALSE);
      export_free (export);
      return;
    }
  export->plan = rt_plan_new_snapshot (rt_session_get_plan (export->session));
  g_task_set_task_data (task, export, export_free);
  g_task_run_in_thread (task, write_in_thread_cb);
}

void
rt_export_dialog_write_async (RtSession *session, const char *name, const RtOutputOptions *options,
                              GFile *file)
{
  Export *export = export_new (session, rt_output_find (name, NULL), options);

  export->file = g_object_ref (file);
  write_async (export);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;

  export->file = rt_dialogs_choose_finish_one (result);
  if (export->file != NULL)
    write_async (g_steal_pointer (&export));
}

static void
apply_cb (RtExportDialog *self)
{
  g_autofree char *name = g_strdup_printf ("%s %s",
                                           rt_plan_get_title (rt_session_get_plan (self->session)),
                                           self->chosen->name);
  GtkWindow *parent = self->parent;
  RtOutputOptions options = {
    .private = self->chosen->private && gtk_switch_get_active (self->private_switch),
    .round = self->chosen->rounds ? adw_combo_row_get_selected (self->round_row) : 0,
  };
  Export *export = export_new (self->session, self->chosen, &options);

  g_strdelimit (name, "/\\", '-');
  gtk_window_close (GTK_WINDOW (self));
  rt_dialogs_choose_async (parent, RT_CHOOSE_SAVE_OTHER, NULL, name, chosen_cb, export);
}

static void
toggled_cb (RtExportDialog *self, GtkCheckButton *check)
{
  if (!gtk_check_button_get_active (check))
    return;
  self->chosen = g_object_get_data (G_OBJECT (check), "rt-output");
  gtk_widget_set_sensitive (self->private_row, self->chosen->private);
  gtk_widget_set_sensitive (GTK_WIDGET (self->round_row), self->chosen->rounds);
  if (!self->chosen->private)
    gtk_switch_set_active (self->private_switch, FALSE);
}

static GtkCheckButton *
add_format (RtExportDialog *self, const RtOutput *output, GtkCheckButton *group)
{
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "valign", GTK_ALIGN_CENTER, "group",
                                   group, NULL);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _(output->title), "subtitle",
                                 output->name, "title-lines", 0, NULL);

  g_object_set_data (G_OBJECT (check), "rt-output", (gpointer) output);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->formats, row);
  return GTK_CHECK_BUTTON (check);
}

static void
rt_export_dialog_finalize (GObject *object)
{
  RtExportDialog *self = RT_EXPORT_DIALOG (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (rt_export_dialog_parent_class)->finalize (object);
}

static void
rt_export_dialog_class_init (RtExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rt_export_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RtExportDialog, formats);
  gtk_widget_class_bind_template_child (widget_class, RtExportDialog, private_row);
  gtk_widget_class_bind_template_child (widget_class, RtExportDialog, private_switch);
  gtk_widget_class_bind_template_child (widget_class, RtExportDialog, round_row);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rt_export_dialog_init (RtExportDialog *self)
{
  GtkCheckButton *group = NULL;
  const RtOutput *output;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; (output = rt_output_get (i)) != NULL; i++)
    {
      GtkCheckButton *check = add_format (self, output, group);

      if (group == NULL)
        group = check;
    }
  gtk_check_button_set_active (group, TRUE);
}

/* The first is the room without a round: the others have their numbers. */
static void
fill_rounds (RtExportDialog *self)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Only the room"));
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_ROUNDS); i++)
    {
      const RtRound *round = rt_plan_get_round (plan, i);
      g_autofree char *name
          = round->title ? g_strdup (round->title) : g_strdup_printf (_("Round %u"), i + 1);

      /* Translators: the title of a round, or “Round 2” */
      gtk_string_list_take (names, g_strdup_printf (_("%s, with everybody’s name"), name));
    }
  adw_combo_row_set_model (self->round_row, G_LIST_MODEL (names));
  /* A list with something in it makes the row sensitive. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->round_row), self->chosen->rounds);
}

GtkWindow *
rt_export_dialog_new (GtkWindow *parent, RtSession *session)
{
  RtExportDialog *self = g_object_new (RT_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->parent = parent;
  self->session = g_object_ref (session);
  fill_rounds (self);
  rt_child_window_fit (GTK_WINDOW (self), parent);
  return GTK_WINDOW (self);
}
