/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-agenda-dialog.h"

#include <glib/gi18n-lib.h>

#include "rt-agenda.h"
#include "rt-edit.h"

struct _RtAgendaDialog
{
  AdwWindow parent_instance;

  RtSession *session;
  RtAgendaItem *item;  /* one of them is a copy of what is edited, the other NULL */
  RtRound *round;
  GPtrArray *people;   /* of RtId: those who speak */
  gboolean updating;

  AdwComboRow *kind_row;
  GtkEditable *title_row, *question_row;
  GtkWidget *minutes_row, *changeover_row;
  GtkSpinButton *minutes, *changeover;
  GtkWidget *speakers_group;
  GtkDropDown *add_speaker;
  GtkListBox *speakers;
};

G_DEFINE_FINAL_TYPE (RtAgendaDialog, rt_agenda_dialog, ADW_TYPE_WINDOW)

static void update_speakers (RtAgendaDialog *self);

static RtPlan *
get_plan (RtAgendaDialog *self)
{
  return rt_session_get_plan (self->session);
}

/* Speakers. */

static void
remove_speaker_cb (RtAgendaDialog *self,
                   GtkWidget      *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  g_ptr_array_remove_index (self->people,
                            (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  update_speakers (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->add_speaker));
}

static GtkWidget *
new_speaker_row (RtAgendaDialog *self,
                 RtId            id)
{
  const RtPerson *person = rt_plan_find_person (get_plan (self), id);
  g_autofree char *name = rt_person_dup_display (person);
  g_autofree char *words = g_strdup_printf (_("Remove: %s"), name);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  if (person->attendance == RT_ATTENDANCE_ABSENT)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("does not come"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_speaker_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
update_speakers (RtAgendaDialog *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->speakers, 0)) != NULL)
    gtk_list_box_remove (self->speakers, GTK_WIDGET (row));
  for (guint i = 0; i < self->people->len; i++)
    gtk_list_box_append (self->speakers, new_speaker_row (self, self->people->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->speakers), self->people->len > 0);
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->add_speaker, 0);
  self->updating = FALSE;
}

static void
add_speaker_cb (RtAgendaDialog *self)
{
  guint chosen = gtk_drop_down_get_selected (self->add_speaker);
  RtId id;

  if (self->updating || chosen == 0 || chosen > rt_plan_get_n (get_plan (self), RT_PART_PEOPLE))
    return;
  id = rt_plan_get_person (get_plan (self), chosen - 1)->parent.id;
  if (!g_ptr_array_find (self->people, id, NULL))
    g_ptr_array_add (self->people, (gpointer) id);
  update_speakers (self);
}

static void
fill_people (RtAgendaDialog *self)
{
  RtPlan *plan = get_plan (self);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GtkStringList) list = NULL;
  g_autoptr (GtkExpression) string
      = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  g_ptr_array_add (words, g_strdup (_("Add a Speaker…")));
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_PEOPLE); i++)
    g_ptr_array_add (words, rt_person_dup_display (rt_plan_get_person (plan, i)));
  g_ptr_array_add (words, NULL);
  list = gtk_string_list_new ((const char *const *) words->pdata);
  self->updating = TRUE;
  gtk_drop_down_set_expression (self->add_speaker, string);
  gtk_drop_down_set_model (self->add_speaker, G_LIST_MODEL (list));
  self->updating = FALSE;
}

/* What the widgets say. */

static int
take_minutes (GtkSpinButton *spin,
              int            before)
{
  int minutes = gtk_spin_button_get_value_as_int (spin);

  return minutes == 0 && before == RT_UNSET ? RT_UNSET : minutes;
}

static RtChange *
make_round_change (RtAgendaDialog  *self,
                   const char      *title,
                   GError         **error)
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
make_item_change (RtAgendaDialog  *self,
                  const char      *title,
                  GError         **error)
{
  g_autoptr (RtAgendaItem) item = rt_record_copy (self->item);
  g_autofree RtId *speakers = g_new0 (RtId, self->people->len + 1);

  for (guint i = 0; i < self->people->len; i++)
    speakers[i] = self->people->pdata[i];
  rt_set_text (&item->title, title);
  if (self->people->len != rt_ids_length (item->speakers) || self->people->len > 0)
    rt_set_ids (&item->speakers, self->people->len > 0 ? speakers : NULL);
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
apply_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
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
  gtk_widget_set_visible (self->speakers_group, FALSE);
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
  for (guint i = 0; i < rt_ids_length (self->item->speakers); i++)
    g_ptr_array_add (self->people, (gpointer) self->item->speakers[i]);
  fill_people (self);
  update_speakers (self);
}

static void
rt_agenda_dialog_dispose (GObject *object)
{
  RtAgendaDialog *self = RT_AGENDA_DIALOG (object);

  self->updating = TRUE;
  g_clear_object (&self->session);
  g_clear_pointer (&self->item, rt_record_unref);
  g_clear_pointer (&self->round, rt_record_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  G_OBJECT_CLASS (rt_agenda_dialog_parent_class)->dispose (object);
}

static void
rt_agenda_dialog_class_init (RtAgendaDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_agenda_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-agenda-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RtAgendaDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaDialog, question_row);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaDialog, minutes_row);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaDialog, changeover_row);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaDialog, minutes);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaDialog, changeover);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaDialog, speakers_group);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaDialog, add_speaker);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaDialog, speakers);
  gtk_widget_class_bind_template_callback (widget_class, add_speaker_cb);
  gtk_widget_class_install_action (widget_class, "session.apply", NULL, apply_action);
}

static void
rt_agenda_dialog_init (RtAgendaDialog *self)
{
  self->updating = TRUE;
  self->people = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = FALSE;
}

GtkWidget *
rt_agenda_dialog_new (RtSession *session,
                      RtId       item,
                      RtId       round)
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
