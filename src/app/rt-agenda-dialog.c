/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-agenda-dialog.h"

#include <glib/gi18n-lib.h>

#include "rt-agenda.h"
#include "rt-edit.h"
#include "rt-people-choice.h"

struct _RtAgendaDialog
{
  AdwWindow parent_instance;

  RtSession *session;
  RtAgendaItem *item;  /* one of them is a copy of what is edited, the other NULL */
  RtRound *round;

  AdwComboRow *kind_row;
  GtkEditable *title_row, *question_row;
  GtkWidget *minutes_row, *changeover_row;
  GtkSpinButton *minutes, *changeover;
  RtPeopleChoice *speakers;
};

G_DEFINE_FINAL_TYPE (RtAgendaDialog, rt_agenda_dialog, ADW_TYPE_WINDOW)

static RtPlan *
get_plan (RtAgendaDialog *self)
{
  return rt_session_get_plan (self->session);
}

/* What the widgets say. */

static int
take_minutes (GtkSpinButton *spin, int before)
{
  int minutes = gtk_spin_button_get_value_as_int (spin);

  return minutes == 0 && before == RT_UNSET ? RT_UNSET : minutes;
}

static RtChange *
make_round_change (RtAgendaDialog *self, const char *title, GError **error)
{
  g_autoptr (RtRound) round = rt_record_copy (self->round);
  g_autofree char *question = rt_tidy (gtk_editable_get_text (self->question_row));

  rt_set_text (&round->title, title);
  rt_set_text (&round->question, question);
  round->minutes = take_minutes (self->minutes, round->minutes);
  round->changeover = take_minutes (self->changeover, round->changeover);
  if (rt_record_equal (round, self->round))
    return NULL;
  return rt_edit_change_round (get_plan (self), round, error);
}

static RtChange *
make_item_change (RtAgendaDialog *self, const char *title, GError **error)
{
  g_autoptr (RtAgendaItem) item = rt_record_copy (self->item);
  g_autofree RtIds speakers = rt_people_choice_dup_ids (self->speakers);

  rt_set_text (&item->title, title);
  if (speakers != NULL || rt_ids_length (item->speakers) > 0)
    rt_set_ids (&item->speakers, speakers);
  if (item->kind != RT_SESSION_ROUNDS)
    {
      item->kind = (int) adw_combo_row_get_selected (self->kind_row) + RT_SESSION_PLENARY;
      item->minutes = take_minutes (self->minutes, item->minutes);
    }
  if (rt_record_equal (item, self->item))
    return NULL;
  return rt_edit_change_session (get_plan (self), item, error);
}

gboolean
rt_agenda_dialog_apply (RtAgendaDialog *self)
{
  g_autofree char *title = rt_tidy (gtk_editable_get_text (self->title_row));
  GError *error = NULL;
  RtChange *change;
  gboolean done = TRUE;

  gtk_spin_button_update (self->minutes);
  gtk_spin_button_update (self->changeover);
  change = self->round ? make_round_change (self, title, &error)
                       : make_item_change (self, title, &error);
  if (change || error)
    done = rt_session_do (self->session, change, &error);
  gtk_window_close (GTK_WINDOW (self));
  return done;
}

static void
apply_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rt_agenda_dialog_apply (RT_AGENDA_DIALOG (widget));
}

/* What they show. */

static void
show_round (RtAgendaDialog *self)
{
  const RtRound *round = self->round;

  gtk_window_set_title (GTK_WINDOW (self), _("Round"));
  gtk_editable_set_text (self->title_row, round->title ? round->title : "");
  gtk_editable_set_text (self->question_row, round->question ? round->question : "");
  gtk_spin_button_set_value (self->minutes, MAX (round->minutes, 0));
  gtk_spin_button_set_value (self->changeover, MAX (round->changeover, 0));
  gtk_widget_set_visible (GTK_WIDGET (self->kind_row), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->speakers), FALSE);
}

static void
show_item (RtAgendaDialog *self)
{
  const char *kinds[] = {
    rt_session_kind_get_title (RT_SESSION_PLENARY), rt_session_kind_get_title (RT_SESSION_KEYNOTE),
    rt_session_kind_get_title (RT_SESSION_PANEL), rt_session_kind_get_title (RT_SESSION_BREAK),
    NULL,
  };
  g_autoptr (GtkStringList) list = gtk_string_list_new (kinds);
  gboolean rounds = self->item->kind == RT_SESSION_ROUNDS;

  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (list));
  if (!rounds)
    adw_combo_row_set_selected (self->kind_row, (guint) (self->item->kind - RT_SESSION_PLENARY));
  gtk_editable_set_text (self->title_row, self->item->title ? self->item->title : "");
  gtk_spin_button_set_value (self->minutes, MAX (self->item->minutes, 0));
  gtk_widget_set_visible (GTK_WIDGET (self->kind_row), !rounds);
  gtk_widget_set_visible (self->minutes_row, !rounds);
  gtk_widget_set_visible (GTK_WIDGET (self->question_row), FALSE);
  gtk_widget_set_visible (self->changeover_row, FALSE);
  rt_people_choice_set_plan (self->speakers, get_plan (self), _("Add a Speaker…"));
  rt_people_choice_add (self->speakers, self->item->speakers);
}

static void
rt_agenda_dialog_dispose (GObject *object)
{
  RtAgendaDialog *self = RT_AGENDA_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->item, rt_record_unref);
  g_clear_pointer (&self->round, rt_record_unref);
  G_OBJECT_CLASS (rt_agenda_dialog_parent_class)->dispose (object);
}

static void
rt_agenda_dialog_class_init (RtAgendaDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_agenda_dialog_dispose;
  g_type_ensure (RT_TYPE_PEOPLE_CHOICE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-agenda-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RtAgendaDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaDialog, question_row);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaDialog, minutes_row);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaDialog, changeover_row);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaDialog, minutes);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaDialog, changeover);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaDialog, speakers);
  gtk_widget_class_install_action (widget_class, "session.apply", NULL, apply_action);
}

static void
rt_agenda_dialog_init (RtAgendaDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_agenda_dialog_new (RtSession *session, RtId item, RtId round)
{
  RtAgendaDialog *self = g_object_new (RT_TYPE_AGENDA_DIALOG, NULL);

  self->session = g_object_ref (session);
  if (round)
    {
      self->round = rt_record_copy (rt_plan_find_round (get_plan (self), round));
      show_round (self);
    }
  else
    {
      self->item = rt_record_copy (rt_plan_find (get_plan (self), RT_PART_AGENDA, item, NULL));
      show_item (self);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
  return GTK_WIDGET (self);
}
