/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-why-dialog.h"

#include <glib/gi18n-lib.h>

#include "rt-why.h"

struct _RtWhyDialog {
  AdwWindow parent_instance;

  GtkWindow *parent; /* not owned: it is destroyed after this one */
  RtId round, person;
  GPtrArray *lines;  /* of RtWhyLine */

  AdwWindowTitle *heading;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (RtWhyDialog, rt_why_dialog, ADW_TYPE_WINDOW)

static void
mend_cb (RtWhyDialog *self, GtkButton *button)
{
  /* The change closes the dialog: what it says no longer holds. */
  g_autoptr (RtWhyDialog) keep = g_object_ref (self);
  const RtWhyLine *line = g_object_get_data (G_OBJECT (button), "rt-line");

  if (line->person != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->parent), "plan.swap", "(sss)", self->round,
                                self->person, line->person);
  else
    gtk_widget_activate_action (GTK_WIDGET (self->parent), "plan.move", "(sssi)", self->round,
                                self->person, line->table, RT_ANY_CHAIR);
}

static void
add_line (RtWhyDialog *self, RtWhyLine *line)
{
  g_autofree char *title = g_markup_escape_text (line->fact, -1);
  g_autofree char *subtitle = line->remedy != NULL ? g_markup_escape_text (line->remedy, -1) : NULL;
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "title-lines", 0,
                                 "subtitle-lines", 0, "focusable", TRUE, NULL);

  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (line->person != NULL || line->table != NULL)
    {
      GtkWidget *button
          = gtk_button_new_with_mnemonic (line->person != NULL ? _("_Swap") : _("_Move"));

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      g_object_set_data (G_OBJECT (button), "rt-line", line);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (mend_cb), self);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
rt_why_dialog_finalize (GObject *object)
{
  RtWhyDialog *self = RT_WHY_DIALOG (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  G_OBJECT_CLASS (rt_why_dialog_parent_class)->finalize (object);
}

static void
rt_why_dialog_class_init (RtWhyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rt_why_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-why-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RtWhyDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, RtWhyDialog, list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rt_why_dialog_init (RtWhyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rt_why_dialog_new:
 * @parent: the window of the plan
 * @session: the open plan
 * @round: id
 * @person: id
 *
 * Returns: (transfer none): the dialog, to be presented
 */
GtkWindow *
rt_why_dialog_new (GtkWindow *parent, RtSession *session, RtId round, RtId person)
{
  RtWhyDialog *self = g_object_new (RT_TYPE_WHY_DIALOG, "transient-for", parent, NULL);
  RtPlan *plan = rt_session_get_plan (session);
  guint index = rt_plan_index_of (plan, RT_PART_ROUNDS, round);
  g_autofree char *name = rt_person_dup_display (rt_plan_find_person (plan, person));
  g_autofree char *subtitle = g_strdup_printf (_("%s, round %u"), name, index + 1);
  int width, height;

  self->parent = parent;
  self->round = round;
  self->person = person;
  self->lines = rt_why_new (plan, rt_session_get_measures (session), index, person);
  adw_window_title_set_subtitle (self->heading, subtitle);
  for (guint i = 0; i < self->lines->len; i++)
    add_line (self, self->lines->pdata[i]);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (gtk_widget_get_width (GTK_WIDGET (parent)) > 0)
    gtk_window_set_default_size (GTK_WINDOW (self),
                                 MIN (width, gtk_widget_get_width (GTK_WIDGET (parent))), height);
  g_signal_connect_object (session, "changed", G_CALLBACK (gtk_window_close), self,
                           G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}
