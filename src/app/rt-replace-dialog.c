/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-replace-dialog.h"

#include <glib/gi18n-lib.h>

#include "rt-edit.h"

struct _RtReplaceDialog
{
  AdwWindow parent_instance;

  RtSession *session;
  RtId person;
  GArray *ids; /* of RtId: who may step in, in the order of the list; the first NULL */

  GtkLabel *who, *duties, *trouble;
  GtkDropDown *choice;
};

G_DEFINE_FINAL_TYPE (RtReplaceDialog, rt_replace_dialog, ADW_TYPE_WINDOW)

static RtId
get_choice (RtReplaceDialog *self)
{
  guint chosen = gtk_drop_down_get_selected (self->choice);

  return chosen < self->ids->len ? g_array_index (self->ids, RtId, chosen) : NULL;
}

/* Asking is the same code as doing. */
static void
chosen_cb (RtReplaceDialog *self)
{
  RtId to = self->session ? get_choice (self) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RtChange) change
      = to ? rt_edit_replace_person (rt_session_get_plan (self->session), self->person, to, &error)
           : NULL;

  gtk_label_set_text (self->trouble, error ? error->message : "");
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->trouble)), error != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "replace.apply", change != NULL);
}

gboolean
rt_replace_dialog_apply (RtReplaceDialog *self)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  RtId to = get_choice (self);
  GError *error = NULL;
  RtChange *change = to ? rt_edit_replace_person (plan, self->person, to, &error) : NULL;
  g_autofree char *label = change ? g_strdup (rt_change_get_label (change)) : NULL;
  gboolean done = to && rt_session_do (self->session, change, &error);

  if (done)
    rt_session_tell (self->session, label, TRUE);
  gtk_window_close (GTK_WINDOW (self));
  return done;
}

static void
apply_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rt_replace_dialog_apply (RT_REPLACE_DIALOG (widget));
}

static void
fill_choice (RtReplaceDialog *self)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GtkStringList) list = NULL;
  g_autoptr (GtkExpression) string
      = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  RtId nobody = NULL;

  g_ptr_array_add (words, g_strdup (_("Choose…")));
  g_array_append_val (self->ids, nobody);
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_PEOPLE); i++)
    {
      const RtPerson *person = rt_plan_get_person (plan, i);

      if (person->parent.id == self->person || !rt_person_takes_part (person))
        continue;
      g_ptr_array_add (words, rt_person_dup_display (person));
      g_array_append_val (self->ids, person->parent.id);
    }
  g_ptr_array_add (words, NULL);
  list = gtk_string_list_new ((const char *const *) words->pdata);
  gtk_drop_down_set_expression (self->choice, string);
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (list));
}

void
rt_replace_dialog_choose (RtReplaceDialog *self, RtId person)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, RtId, i) == person)
      gtk_drop_down_set_selected (self->choice, i);
}

static void
rt_replace_dialog_dispose (GObject *object)
{
  RtReplaceDialog *self = RT_REPLACE_DIALOG (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (rt_replace_dialog_parent_class)->dispose (object);
}

static void
rt_replace_dialog_finalize (GObject *object)
{
  g_array_unref (RT_REPLACE_DIALOG (object)->ids);
  G_OBJECT_CLASS (rt_replace_dialog_parent_class)->finalize (object);
}

static void
rt_replace_dialog_class_init (RtReplaceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_replace_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = rt_replace_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-replace-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RtReplaceDialog, who);
  gtk_widget_class_bind_template_child (widget_class, RtReplaceDialog, duties);
  gtk_widget_class_bind_template_child (widget_class, RtReplaceDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, RtReplaceDialog, choice);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_install_action (widget_class, "replace.apply", NULL, apply_action);
}

static void
rt_replace_dialog_init (RtReplaceDialog *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (RtId));
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_replace_dialog_new (RtSession *session, RtId person)
{
  RtReplaceDialog *self = g_object_new (RT_TYPE_REPLACE_DIALOG, NULL);
  RtPlan *plan = rt_session_get_plan (session);
  g_autofree char *name = rt_person_dup_display (rt_plan_find_person (plan, person));
  g_autofree char *who = g_strdup_printf (_("%s leaves"), name);
  g_autofree char *duties = rt_edit_dup_duties (plan, person);

  self->session = g_object_ref (session);
  self->person = person;
  gtk_label_set_text (self->who, who);
  gtk_label_set_text (self->duties, *duties ? duties : _("Nothing falls to them yet."));
  fill_choice (self);
  chosen_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->choice));
  return GTK_WIDGET (self);
}
