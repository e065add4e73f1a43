/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-rule-dialog.h"

#include <glib/gi18n-lib.h>

#include "rt-edit.h"
#include "rt-flow-guard.h"
#include "rt-language.h"
#include "rt-people-choice.h"
#include "rt-rule-sentence.h"
#include "rt-whole-choices.h"

#define N_KINDS (RT_RULE_STEP_FREE + 1)
/* The two ways to have something in common that need a word, after the plain ones. */
#define BY_TAG 4
#define BY_LANGUAGE 5

static const char *const plain_by[] = { "organisation", "sector", "kind", "job" };

struct _RtRuleDialog
{
  AdwWindow parent_instance;

  RtSession *session;
  RtRule *before; /* NULL: a new rule */
  RtId id;
  GArray *places; /* of RtId: what the list of tables, hosts or themes holds, the first NULL */
  guint places_of;
  gboolean updating;

  GtkWidget *apply_button, *sentence;
  AdwComboRow *kind_row, *strength_row;
  GtkWidget *needs;
  AdwComboRow *of_row, *by_row, *target_row;
  GtkWidget *word_row, *value_row, *least_row, *most_row, *person_row, *place_row;
  GtkSpinButton *least, *most;
  GtkSwitch *most_on;
  GtkDropDown *person, *place;
  RtPeopleChoice *people; /* of together and apart */
  GtkWidget *rounds_group;
  GtkFlowBox *rounds;
};

G_DEFINE_FINAL_TYPE (RtRuleDialog, rt_rule_dialog, ADW_TYPE_WINDOW)

static RtPlan *
get_plan (RtRuleDialog *self)
{
  return rt_session_get_plan (self->session);
}

static RtRuleKind
get_kind (RtRuleDialog *self)
{
  return (RtRuleKind) adw_combo_row_get_selected (self->kind_row);
}

static gboolean
is_group (RtRuleKind kind)
{
  return kind == RT_RULE_TOGETHER || kind == RT_RULE_APART;
}

static gboolean
is_visit (RtRuleKind kind)
{
  return kind == RT_RULE_VISIT || kind == RT_RULE_AVOID;
}

static gboolean
has_most (RtRuleKind kind)
{
  return kind == RT_RULE_REPEATS || kind == RT_RULE_SPREAD || kind == RT_RULE_COUNT;
}

/* Lists to choose from. */

static void
set_words (GtkDropDown *drop, GPtrArray *words)
{
  g_autoptr (GtkStringList) list = NULL;

  g_ptr_array_add (words, NULL);
  list = gtk_string_list_new ((const char *const *) words->pdata);
  gtk_drop_down_set_model (drop, G_LIST_MODEL (list));
}

static void
make_searchable (GtkDropDown *drop)
{
  g_autoptr (GtkExpression) string
      = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  gtk_drop_down_set_expression (drop, string);
}

/* Everybody, after a first choice that is none. */
static void
fill_person (RtRuleDialog *self)
{
  RtPlan *plan = get_plan (self);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (words, g_strdup (_("Choose…")));
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_PEOPLE); i++)
    g_ptr_array_add (words, rt_person_dup_display (rt_plan_get_person (plan, i)));
  set_words (self->person, words);
}

static gboolean
is_host (RtPlan *plan, const RtPerson *person)
{
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    if (rt_plan_get_table (plan, i)->host == person->parent.id
        || rt_plan_get_table (plan, i)->co_host == person->parent.id)
      return TRUE;
  return rt_person_has_role (person, "host") || rt_person_has_role (person, "co-host");
}

static void
add_place (RtRuleDialog *self, GPtrArray *words, char *name, RtId id)
{
  g_ptr_array_add (words, name);
  g_array_append_val (self->places, id);
}

/* The tables, those who host, or the themes: what a person may come to. */
static void
fill_places (RtRuleDialog *self)
{
  RtPlan *plan = get_plan (self);
  guint of = adw_combo_row_get_selected (self->target_row);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (self->places_of == of)
    return;
  self->places_of = of;
  g_array_set_size (self->places, 0);
  add_place (self, words, g_strdup (_("Choose…")), NULL);
  for (guint i = 0; of == 0 && i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    add_place (self, words, rt_table_dup_display (rt_plan_get_table (plan, i)),
               rt_plan_get_table (plan, i)->parent.id);
  for (guint i = 0; of == 1 && i < rt_plan_get_n (plan, RT_PART_PEOPLE); i++)
    {
      const RtPerson *person = rt_plan_get_person (plan, i);

      if (is_host (plan, person) || (self->before && self->before->host == person->parent.id))
        add_place (self, words, rt_person_dup_display (person), person->parent.id);
    }
  for (guint i = 0; of == 2 && i < rt_plan_get_n (plan, RT_PART_THEMES); i++)
    {
      const RtTheme *theme = rt_plan_get_theme (plan, i);

      add_place (self, words, g_strdup (theme->title ? theme->title : theme->parent.id),
                 theme->parent.id);
    }
  set_words (self->place, words);
}

static void
select_place (RtRuleDialog *self, RtId id)
{
  for (guint i = 0; id && i < self->places->len; i++)
    if (g_array_index (self->places, RtId, i) == id)
      gtk_drop_down_set_selected (self->place, i);
}

/* What the widgets say. */

static RtId
get_person (RtRuleDialog *self)
{
  guint chosen = gtk_drop_down_get_selected (self->person);

  if (chosen == 0 || chosen > rt_plan_get_n (get_plan (self), RT_PART_PEOPLE))
    return NULL;
  return rt_plan_get_person (get_plan (self), chosen - 1)->parent.id;
}

static void
take_place (RtRuleDialog *self, RtRule *rule)
{
  RtId *members[] = { &rule->table, &rule->host, &rule->theme };
  guint of = adw_combo_row_get_selected (self->target_row);
  guint chosen = gtk_drop_down_get_selected (self->place);

  rule->person = get_person (self);
  if (of < G_N_ELEMENTS (members) && chosen < self->places->len)
    *members[of] = g_array_index (self->places, RtId, chosen);
}

static void
take_by (RtRuleDialog *self, RtRule *rule)
{
  guint by = adw_combo_row_get_selected (self->by_row);
  g_autofree char *word = rt_tidy (gtk_editable_get_text (GTK_EDITABLE (self->word_row)));
  g_autofree char *value = rt_tidy (gtk_editable_get_text (GTK_EDITABLE (self->value_row)));
  g_autofree char *language = rt_language_from_word (word), *text = NULL;

  if (by < G_N_ELEMENTS (plain_by))
    {
      rt_set_text (&rule->by, plain_by[by]);
      if (rule->kind == RT_RULE_COUNT)
        rt_set_text (&rule->value, value);
      return;
    }
  text = by == BY_TAG ? g_strconcat ("tag:", word, NULL)
                      : g_strconcat ("language:", language, NULL);
  rt_set_text (&rule->by, text);
}

static void
take_limits (RtRuleDialog *self, RtRule *rule)
{
  if (gtk_switch_get_active (self->most_on))
    rule->most = gtk_spin_button_get_value_as_int (self->most);
  if (rule->kind != RT_RULE_COUNT)
    return;
  rule->least = gtk_spin_button_get_value_as_int (self->least);
  if (rule->least == 0)
    rule->least = RT_UNSET;
}

/* All rounds ticked is no list at all: then the rule is for rounds to come as well. */
static void
take_rounds (RtRuleDialog *self, RtRule *rule)
{
  RtPlan *plan = get_plan (self);
  guint n = rt_plan_get_n (plan, RT_PART_ROUNDS), ticked = 0;
  g_autofree RtId *ids = g_new0 (RtId, n + 1);

  for (guint i = 0; i < n; i++)
    {
      GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->rounds, (int) i);

      if (child == NULL
          || gtk_check_button_get_active (GTK_CHECK_BUTTON (gtk_flow_box_child_get_child (child))))
        ids[ticked++] = rt_plan_get_round (plan, i)->parent.id;
    }
  rt_set_ids (&rule->rounds, ticked < n ? ids : NULL);
}

static gboolean
any_round (RtRuleDialog *self)
{
  g_autoptr (RtRule) rule = rt_rule_dialog_make (self);

  return rule->rounds == NULL || rule->rounds[0] != NULL;
}

static void
clear_needs (RtRule *rule)
{
  rule->of = rule->least = rule->most = RT_UNSET;
  rt_set_text (&rule->by, NULL);
  rt_set_text (&rule->value, NULL);
  rt_set_ids (&rule->people, NULL);
  rule->person = rule->table = rule->host = rule->theme = NULL;
}

RtRule *
rt_rule_dialog_make (RtRuleDialog *self)
{
  RtRule *rule = self->before ? rt_record_copy (self->before)
                              : rt_record_new (&rt_rule_class, self->id);
  g_autofree RtIds people = rt_people_choice_dup_ids (self->people);

  clear_needs (rule);
  rule->kind = get_kind (self);
  rule->strength = (int) adw_combo_row_get_selected (self->strength_row);
  if (rule->kind == RT_RULE_RETURNS)
    rule->of = (int) adw_combo_row_get_selected (self->of_row);
  if (rule->kind == RT_RULE_SPREAD || rule->kind == RT_RULE_COUNT)
    take_by (self, rule);
  if (has_most (rule->kind))
    take_limits (self, rule);
  if (is_visit (rule->kind))
    take_place (self, rule);
  /* One person alone is neither together nor apart. */
  if (is_group (rule->kind) && rt_people_choice_get_n (self->people) >= 2)
    rt_set_ids (&rule->people, people);
  take_rounds (self, rule);
  return rule;
}

/* What the widgets show. */

static const char *
missing_words (RtRuleDialog *self)
{
  RtRuleKind kind = get_kind (self);

  if (!any_round (self))
    return _("Tick at least one round.");
  if (is_group (kind))
    return _("Choose two people or more.");
  if (is_visit (kind))
    return _("Choose who, and where.");
  if (kind == RT_RULE_COUNT)
    return _("Say who is counted, and give a limit: at least, at most, or both.");
  return _("Say what they have in common.");
}

static void
update_sentence (RtRuleDialog *self)
{
  g_autoptr (RtRule) rule = rt_rule_dialog_make (self);
  g_autofree char *sentence
      = any_round (self) ? rt_rule_dup_sentence (get_plan (self), rule) : NULL;
  gboolean same = self->before && rt_record_equal (rule, self->before);

  gtk_label_set_text (GTK_LABEL (self->sentence), sentence ? sentence : missing_words (self));
  gtk_widget_set_css_classes (self->sentence,
                              (const char *[]) { sentence ? "title-4" : "dim-label", NULL });
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rule.apply", sentence != NULL && !same);
}

static void
update_needs (RtRuleDialog *self)
{
  RtRuleKind kind = get_kind (self);
  gboolean by = kind == RT_RULE_SPREAD || kind == RT_RULE_COUNT;
  guint common = adw_combo_row_get_selected (self->by_row);

  gtk_widget_set_visible (GTK_WIDGET (self->of_row), kind == RT_RULE_RETURNS);
  gtk_widget_set_visible (GTK_WIDGET (self->by_row), by);
  gtk_widget_set_visible (self->word_row, by && common >= BY_TAG);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->word_row),
                                 common == BY_TAG ? _("Tag")
                                                  : _("Code of the language, such as en"));
  gtk_widget_set_visible (self->value_row, kind == RT_RULE_COUNT && common < BY_TAG);
  gtk_widget_set_visible (self->least_row, kind == RT_RULE_COUNT);
  gtk_widget_set_visible (self->most_row, has_most (kind));
  gtk_widget_set_sensitive (GTK_WIDGET (self->most), gtk_switch_get_active (self->most_on));
  gtk_widget_set_visible (self->person_row, is_visit (kind));
  gtk_widget_set_visible (GTK_WIDGET (self->target_row), is_visit (kind));
  gtk_widget_set_visible (self->place_row, is_visit (kind));
  gtk_widget_set_visible (GTK_WIDGET (self->people), is_group (kind));
  gtk_widget_set_visible (self->needs,
                          by || has_most (kind) || is_visit (kind) || kind == RT_RULE_RETURNS);
  gtk_widget_set_visible (self->rounds_group,
                          rt_plan_get_n (get_plan (self), RT_PART_ROUNDS) > 1);
}

static void
update (RtRuleDialog *self)
{
  if (self->updating)
    return;
  self->updating = TRUE;
  fill_places (self);
  update_needs (self);
  update_sentence (self);
  self->updating = FALSE;
}

static void
changed_cb (RtRuleDialog *self)
{
  if (self->session)
    update (self);
}

/* Filling in what there is. */

static void
fill_rounds (RtRuleDialog *self)
{
  RtPlan *plan = get_plan (self);

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_ROUNDS); i++)
    {
      g_autofree char *name = g_strdup_printf (_("Round %u"), i + 1);
      GtkWidget *check = gtk_check_button_new_with_label (name);

      gtk_check_button_set_active (
          GTK_CHECK_BUTTON (check),
          self->before == NULL
              || rt_rule_acts_in (self->before, rt_plan_get_round (plan, i)->parent.id));
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (changed_cb), self);
      gtk_flow_box_insert (self->rounds, check, -1);
      gtk_widget_set_focusable (gtk_widget_get_parent (check), FALSE);
    }
}

static void
fill_kinds (RtRuleDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  const char *const strengths[] = { rt_strength_get_title (RT_STRENGTH_MUST),
                                    rt_strength_get_title (RT_STRENGTH_SHOULD),
                                    rt_strength_get_title (RT_STRENGTH_MAY), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (strengths);

  for (guint i = 0; i < N_KINDS; i++)
    gtk_string_list_append (kinds, rt_rule_kind_get_title ((RtRuleKind) i));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  rt_whole_choices_show (self->kind_row);
  adw_combo_row_set_model (self->strength_row, G_LIST_MODEL (list));
}

static void
fill_by (RtRuleDialog *self, const RtRule *rule)
{
  const char *word = rule->by ? strchr (rule->by, ':') : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (plain_by); i++)
    if (g_strcmp0 (rule->by, plain_by[i]) == 0)
      adw_combo_row_set_selected (self->by_row, i);
  if (word)
    {
      adw_combo_row_set_selected (
          self->by_row, g_str_has_prefix (rule->by, "tag:") ? BY_TAG : BY_LANGUAGE);
      gtk_editable_set_text (GTK_EDITABLE (self->word_row),
                             g_str_has_prefix (rule->by, "language:")
                                 ? rt_language_get_name (word + 1)
                                 : word + 1);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->value_row), rule->value ? rule->value : "");
}

static void
fill_rule (RtRuleDialog *self, const RtRule *rule)
{
  adw_combo_row_set_selected (self->kind_row, (guint) rule->kind);
  adw_combo_row_set_selected (self->strength_row, (guint) rule->strength);
  if (rule->of != RT_UNSET)
    adw_combo_row_set_selected (self->of_row, (guint) rule->of);
  fill_by (self, rule);
  gtk_spin_button_set_value (self->least, rule->least != RT_UNSET ? rule->least : 0);
  gtk_switch_set_active (self->most_on, rule->most != RT_UNSET);
  if (rule->most != RT_UNSET)
    gtk_spin_button_set_value (self->most, rule->most);
  rt_people_choice_add (self->people, rule->people);
  if (rule->person)
    gtk_drop_down_set_selected (
        self->person, rt_plan_index_of (get_plan (self), RT_PART_PEOPLE, rule->person) + 1);
  adw_combo_row_set_selected (self->target_row, rule->host ? 1 : rule->theme ? 2 : 0);
  fill_places (self);
  select_place (self, rule->table ? rule->table : rule->host ? rule->host : rule->theme);
}

static gboolean
has_kind (RtPlan *plan, RtRuleKind kind)
{
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_RULES); i++)
    if (rt_plan_get_rule (plan, i)->kind == (int) kind)
      return TRUE;
  return FALSE;
}

/* A rule that nothing is missing of, and that the plan does not have yet. */
static void
fill_usual (RtRuleDialog *self)
{
  static const RtRuleKind kinds[]
      = { RT_RULE_REPEATS,  RT_RULE_RETURNS, RT_RULE_SPREAD,   RT_RULE_OWN_HOST,
          RT_RULE_EVEN,     RT_RULE_WISHES,  RT_RULE_LANGUAGE, RT_RULE_STEP_FREE };

  gtk_spin_button_set_value (self->least, 1);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!has_kind (get_plan (self), kinds[i]))
      {
        adw_combo_row_set_selected (self->kind_row, kinds[i]);
        return;
      }
}

/* Done. */

gboolean
rt_rule_dialog_apply (RtRuleDialog *self)
{
  g_autoptr (RtRule) rule = rt_rule_dialog_make (self);
  RtPlan *plan = get_plan (self);
  GError *error = NULL;
  RtChange *change;

  if (!rt_rule_is_complete (rule) || !any_round (self))
    return FALSE;
  change = self->before ? rt_edit_change_rule (plan, rule, &error)
                        : rt_edit_add_rule (plan, rule, &error);
  /* The change closes the dialog. */
  return rt_session_do (self->session, change, &error);
}

static void
apply_cb (RtRuleDialog *self)
{
  rt_rule_dialog_apply (self);
}

static void
apply_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rt_rule_dialog_apply (RT_RULE_DIALOG (widget));
}

/* The lists it shows may not be those of the plan any more. */
static void
plan_changed_cb (RtRuleDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
rt_rule_dialog_dispose (GObject *object)
{
  RtRuleDialog *self = RT_RULE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->before, rt_record_unref);
  g_clear_pointer (&self->places, g_array_unref);
  G_OBJECT_CLASS (rt_rule_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RtRuleDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, RtRuleDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, RtRuleDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, RtRuleDialog, strength_row);
  gtk_widget_class_bind_template_child (widget_class, RtRuleDialog, needs);
  gtk_widget_class_bind_template_child (widget_class, RtRuleDialog, of_row);
  gtk_widget_class_bind_template_child (widget_class, RtRuleDialog, by_row);
  gtk_widget_class_bind_template_child (widget_class, RtRuleDialog, target_row);
  gtk_widget_class_bind_template_child (widget_class, RtRuleDialog, word_row);
  gtk_widget_class_bind_template_child (widget_class, RtRuleDialog, value_row);
  gtk_widget_class_bind_template_child (widget_class, RtRuleDialog, least_row);
  gtk_widget_class_bind_template_child (widget_class, RtRuleDialog, most_row);
  gtk_widget_class_bind_template_child (widget_class, RtRuleDialog, person_row);
  gtk_widget_class_bind_template_child (widget_class, RtRuleDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, RtRuleDialog, least);
  gtk_widget_class_bind_template_child (widget_class, RtRuleDialog, most);
  gtk_widget_class_bind_template_child (widget_class, RtRuleDialog, most_on);
  gtk_widget_class_bind_template_child (widget_class, RtRuleDialog, person);
  gtk_widget_class_bind_template_child (widget_class, RtRuleDialog, place);
  gtk_widget_class_bind_template_child (widget_class, RtRuleDialog, people);
  gtk_widget_class_bind_template_child (widget_class, RtRuleDialog, rounds_group);
  gtk_widget_class_bind_template_child (widget_class, RtRuleDialog, rounds);
}

static void
rt_rule_dialog_class_init (RtRuleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_rule_dialog_dispose;
  g_type_ensure (RT_TYPE_PEOPLE_CHOICE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-rule-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_install_action (widget_class, "rule.apply", NULL, apply_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "rule.apply", NULL);
}

static void
rt_rule_dialog_init (RtRuleDialog *self)
{
  self->places = g_array_new (FALSE, TRUE, sizeof (RtId));
  self->places_of = G_MAXUINT;
  gtk_widget_init_template (GTK_WIDGET (self));
  rt_flow_guard (self->rounds);
}

GtkWidget *
rt_rule_dialog_new (RtSession *session, RtId rule)
{
  RtRuleDialog *self = g_object_new (RT_TYPE_RULE_DIALOG, NULL);
  const RtRule *before
      = rule ? rt_plan_find (rt_session_get_plan (session), RT_PART_RULES, rule, NULL) : NULL;

  self->updating = TRUE;
  self->session = g_object_ref (session);
  self->before = before ? rt_record_ref (before) : NULL;
  self->id = before ? before->parent.id : rt_id_new ('u');
  gtk_window_set_title (GTK_WINDOW (self), before ? _("Change Rule") : _("Add Rule"));
  gtk_button_set_label (GTK_BUTTON (self->apply_button), before ? _("_Change") : _("_Add"));
  fill_kinds (self);
  make_searchable (self->person);
  make_searchable (self->place);
  fill_person (self);
  rt_people_choice_set_plan (self->people, get_plan (self), _("Add a Person…"));
  fill_rounds (self);
  if (before)
    fill_rule (self, before);
  else
    fill_usual (self);
  self->updating = FALSE;
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->kind_row));
  g_signal_connect_object (session, "changed", G_CALLBACK (plan_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
