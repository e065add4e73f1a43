/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-person-rules.h"

#include <glib/gi18n-lib.h>

#include "rt-edit.h"
#include "rt-rule-sentence.h"

struct _RtPersonRules
{
  GtkWidget parent_instance;

  RtSession *session;
  RtId person;
  GtkListBox *list;
  GtkPopover *popover;
  GtkDropDown *kind;
  GtkDropDown *other;
  GtkWidget *add_button;
  GArray *others;      /* of RtId, as the drop-down lists them */
};

G_DEFINE_FINAL_TYPE (RtPersonRules, rt_person_rules, GTK_TYPE_WIDGET)

static gboolean
is_about (const RtRule *rule, RtId person)
{
  if (rule->kind == RT_RULE_VISIT || rule->kind == RT_RULE_AVOID)
    return rule->person == person;
  return (rule->kind == RT_RULE_TOGETHER || rule->kind == RT_RULE_APART) && rule->people
         && rt_ids_contains (rule->people, person);
}

gboolean
rt_person_rules_add (RtPersonRules *self, RtPersonRule kind, RtId other)
{
  static const RtRuleKind kinds[RT_N_PERSON_RULES] = {
    RT_RULE_AVOID, RT_RULE_VISIT, RT_RULE_TOGETHER, RT_RULE_APART,
  };
  g_autoptr (RtRule) rule = rt_rule_new (kinds[kind], RT_STRENGTH_MUST);
  GError *error = NULL;
  RtChange *change;

  if (kind == RT_PERSON_RULE_AVOID || kind == RT_PERSON_RULE_VISIT)
    {
      rule->person = self->person;
      rule->table = other;
    }
  else
    {
      RtId both[] = { self->person, other, NULL };
      rt_set_ids (&rule->people, both);
    }
  change = rt_edit_add_rule (rt_session_get_plan (self->session), rule, &error);
  return rt_session_do (self->session, change, &error);
}

static void
remove_cb (RtPersonRules *self, GtkButton *button)
{
  RtId id = g_object_get_data (G_OBJECT (button), "rule");
  GError *error = NULL;
  RtChange *change = rt_edit_remove_rule (rt_session_get_plan (self->session), id, &error);

  rt_session_do (self->session, change, &error);
}

/* What the kind in hand is about: tables, or other people by name. */
static void
list_others (RtPersonRules *self)
{
  RtPersonRule kind = gtk_drop_down_get_selected (self->kind);
  gboolean tables = kind == RT_PERSON_RULE_AVOID || kind == RT_PERSON_RULE_VISIT;
  RtPart part = tables ? RT_PART_TABLES : RT_PART_PEOPLE;
  RtPlan *plan = rt_session_get_plan (self->session);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  g_array_set_size (self->others, 0);
  for (guint i = 0; i < rt_plan_get_n (plan, part); i++)
    {
      const RtRecord *record = rt_plan_get (plan, part, i);
      g_autofree char *name = tables ? rt_table_dup_display (rt_plan_get_table (plan, i))
                                     : rt_person_dup_display (rt_plan_get_person (plan, i));

      if (record->id == self->person)
        continue;
      gtk_string_list_append (words, name);
      g_array_append_val (self->others, record->id);
    }
  gtk_drop_down_set_model (self->other, G_LIST_MODEL (words));
  gtk_widget_set_sensitive (self->add_button, self->others->len > 0);
}

static void
add_cb (RtPersonRules *self)
{
  guint chosen = gtk_drop_down_get_selected (self->other);
  RtPersonRule kind = gtk_drop_down_get_selected (self->kind);

  if (chosen >= self->others->len)
    return;
  gtk_popover_popdown (self->popover);
  rt_person_rules_add (self, kind, g_array_index (self->others, RtId, chosen));
}

static void
append_rule (RtPersonRules *self, const RtRule *rule)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  g_autofree char *sentence = rt_rule_dup_sentence (plan, rule);
  g_autofree char *rounds = rt_rule_dup_rounds (plan, rule);
  g_autofree char *title
      = g_markup_escape_text (sentence ? sentence : rt_rule_kind_get_title (rule->kind), -1);
  /* Translators: how strong a rule is, and in which rounds it acts: "Must, Only in round 2" */
  g_autofree char *words
      = rounds ? g_strdup_printf (_("%s, %s"), rt_strength_get_title (rule->strength), rounds)
               : g_strdup (rt_strength_get_title (rule->strength));
  g_autofree char *subtitle = g_markup_escape_text (words, -1);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Remove"), -1);
  g_object_set_data (G_OBJECT (button), "rule", (gpointer) rule->parent.id);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->list, row);
}

void
rt_person_rules_show (RtPersonRules *self, RtSession *session, RtId person)
{
  RtPlan *plan;
  GtkListBoxRow *row;

  g_set_object (&self->session, session);
  self->person = person;
  while ((row = gtk_list_box_get_row_at_index (self->list, 1)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (session == NULL || person == NULL)
    return;
  plan = rt_session_get_plan (session);
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_RULES); i++)
    if (is_about (rt_plan_get_rule (plan, i), person))
      append_rule (self, rt_plan_get_rule (plan, i));
}

static void
name (gpointer widget, const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

static GtkWidget *
make_form (RtPersonRules *self)
{
  const char *kinds[RT_N_PERSON_RULES + 1]
      = { _("Never at"), _("Once at"), _("Always with"), _("Never with"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->kind = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (kinds));
  self->other = GTK_DROP_DOWN (gtk_drop_down_new (
      NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string")));
  self->add_button = gtk_button_new_with_mnemonic (_("_Add"));
  gtk_drop_down_set_enable_search (self->other, TRUE);
  name (self->kind, _("What the rule asks"));
  name (self->other, _("Which table or person"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->kind));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->other));
  gtk_box_append (GTK_BOX (box), self->add_button);
  gtk_widget_add_css_class (self->add_button, "suggested-action");
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (list_others), self);
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (add_cb), self);
  return box;
}

/* The first row adds another; the rules follow. */
static void
append_adder (RtPersonRules *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_menu_button_new ();

  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, make_form (self));
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (list_others), self);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (self->popover));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_widget_set_tooltip_text (button, _("Add a Rule"));
  name (button, _("Add a Rule"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Never at, Always with…"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->list, row);
}

static void
rt_person_rules_dispose (GObject *object)
{
  RtPersonRules *self = RT_PERSON_RULES (object);

  g_clear_object (&self->session);
  if (self->list)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;
  G_OBJECT_CLASS (rt_person_rules_parent_class)->dispose (object);
}

static void
rt_person_rules_finalize (GObject *object)
{
  g_array_unref (RT_PERSON_RULES (object)->others);
  G_OBJECT_CLASS (rt_person_rules_parent_class)->finalize (object);
}

static void
rt_person_rules_class_init (RtPersonRulesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rt_person_rules_dispose;
  G_OBJECT_CLASS (klass)->finalize = rt_person_rules_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
rt_person_rules_init (RtPersonRules *self)
{
  self->others = g_array_new (FALSE, FALSE, sizeof (RtId));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  name (self->list, _("Rules about this person"));
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  append_adder (self);
}
