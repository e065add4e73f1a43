/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-people-choice.h"

#include <glib/gi18n-lib.h>

struct _RtPeopleChoice
{
  AdwPreferencesGroup parent_instance;

  RtPlan *plan;
  GPtrArray *offered; /* of RtId: the entries of the drop-down after its prompt */
  GPtrArray *chosen;  /* of RtId */
  GtkListBox *list;
  GtkDropDown *add;
};

G_DEFINE_FINAL_TYPE (RtPeopleChoice, rt_people_choice, ADW_TYPE_PREFERENCES_GROUP)

static guint changed_signal;

static void show_chosen (RtPeopleChoice *self);

static void
remove_cb (RtPeopleChoice *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  g_ptr_array_remove_index (self->chosen,
                            (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  show_chosen (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->add));
  g_signal_emit (self, changed_signal, 0);
}

static GtkWidget *
new_row (RtPeopleChoice *self, const RtPerson *person)
{
  g_autofree char *name = rt_person_dup_display (person);
  g_autofree char *spoken = g_strdup_printf (_("Remove %s"), name);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  if (person->attendance == RT_ATTENDANCE_ABSENT)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("does not come"));
  else if (person->organisation)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), person->organisation);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_chosen (RtPeopleChoice *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->chosen->len; i++)
    gtk_list_box_append (self->list,
                         new_row (self, rt_plan_find_person (self->plan, self->chosen->pdata[i])));
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->chosen->len > 0);
}

static void
added_cb (RtPeopleChoice *self)
{
  guint at = gtk_drop_down_get_selected (self->add);
  RtId ids[] = { NULL, NULL };

  if (at == 0 || at > self->offered->len)
    return;
  ids[0] = self->offered->pdata[at - 1];
  rt_people_choice_add (self, ids);
  gtk_drop_down_set_selected (self->add, 0);
  g_signal_emit (self, changed_signal, 0);
}

static void
rt_people_choice_dispose (GObject *object)
{
  RtPeopleChoice *self = RT_PEOPLE_CHOICE (object);

  g_ptr_array_set_size (self->offered, 0);
  g_clear_object (&self->plan);
  G_OBJECT_CLASS (rt_people_choice_parent_class)->dispose (object);
}

static void
rt_people_choice_finalize (GObject *object)
{
  RtPeopleChoice *self = RT_PEOPLE_CHOICE (object);

  g_ptr_array_unref (self->offered);
  g_ptr_array_unref (self->chosen);
  G_OBJECT_CLASS (rt_people_choice_parent_class)->finalize (object);
}

static void
rt_people_choice_class_init (RtPeopleChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rt_people_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = rt_people_choice_finalize;
  changed_signal = g_signal_new ("changed", RT_TYPE_PEOPLE_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
rt_people_choice_init (RtPeopleChoice *self)
{
  g_autoptr (GtkExpression) words
      = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *list = gtk_list_box_new (), *add = gtk_drop_down_new (NULL, NULL);

  self->offered = g_ptr_array_new ();
  self->chosen = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (list);
  self->add = GTK_DROP_DOWN (add);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_visible (list, FALSE);
  gtk_drop_down_set_expression (self->add, words);
  gtk_drop_down_set_enable_search (self->add, TRUE);
  gtk_widget_set_margin_top (add, 6);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), list);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), add);
  g_signal_connect_object (add, "notify::selected", G_CALLBACK (added_cb), self,
                           G_CONNECT_SWAPPED);
}

void
rt_people_choice_set_plan (RtPeopleChoice *self, RtPlan *plan, const char *prompt)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  const char *title = adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (self));

  g_set_object (&self->plan, plan);
  g_ptr_array_set_size (self->offered, 0);
  gtk_string_list_append (words, prompt);
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_PEOPLE); i++)
    {
      const RtPerson *person = rt_plan_get_person (plan, i);

      gtk_string_list_take (words, rt_person_dup_display (person));
      g_ptr_array_add (self->offered, (gpointer) person->parent.id);
    }
  gtk_drop_down_set_model (self->add, G_LIST_MODEL (words));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, prompt,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
}

void
rt_people_choice_add (RtPeopleChoice *self, const RtId *ids)
{
  for (guint i = 0; i < rt_ids_length (ids); i++)
    if (rt_plan_find_person (self->plan, ids[i]) != NULL
        && !g_ptr_array_find (self->chosen, ids[i], NULL))
      g_ptr_array_add (self->chosen, (gpointer) ids[i]);
  show_chosen (self);
}

guint
rt_people_choice_get_n (RtPeopleChoice *self)
{
  return self->chosen->len;
}

RtIds
rt_people_choice_dup_ids (RtPeopleChoice *self)
{
  g_autofree RtIds ids = g_new0 (RtId, self->chosen->len + 1);

  for (guint i = 0; i < self->chosen->len; i++)
    ids[i] = self->chosen->pdata[i];
  return self->chosen->len > 0 ? g_steal_pointer (&ids) : NULL;
}
