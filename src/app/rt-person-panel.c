/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-person-panel.h"

#include <glib/gi18n-lib.h>

#include "rt-choice-row.h"
#include "rt-language.h"
#include "rt-person-choices.h"
#include "rt-person-rules.h"
#include "rt-person-text.h"
#include "rt-wish-list.h"

struct _RtPersonPanel
{
  GtkWidget parent_instance;

  RtSession *session;
  GArray *people;      /* of RtId: whom it shows */
  gboolean showing;

  GtkWidget *scroller;
  AdwAvatar *avatar;
  GtkLabel *title;
  GtkLabel *subtitle;
  RtChoiceRow *roles_row;
  RtChoiceRow *tags_row;
  RtChoiceRow *languages_row;
  RtChoiceRow *wishes_row;       /* for many people at once */
  RtChoiceRow *attends_row;
  GtkWidget *replace_button;
  GtkWidget *wishes_group;
  RtWishList *wishes;
  GtkWidget *rules_group;
  RtPersonRules *rules;
  AdwActionRow *step_free_row;
  GtkSwitch *step_free;
  AdwExpanderRow *private_row;
  GtkLabel *rounds_label;
  GtkWidget *rounds_group;
  GtkEditable *rows[RT_N_PERSON_TEXTS];
  GtkWidget *clear_buttons[RT_N_PERSON_TEXTS];   /* for many people at once */
};

/* What the template calls the row of a text. */
static const char *const row_names[RT_N_PERSON_TEXTS] = {
  [RT_PERSON_NAME] = "name_row",     [RT_PERSON_ORGANISATION] = "organisation_row",
  [RT_PERSON_JOB] = "job_row",       [RT_PERSON_SECTOR] = "sector_row",
  [RT_PERSON_KIND] = "kind_row",     [RT_PERSON_ACCESS] = "access_row",
  [RT_PERSON_DIET] = "diet_row",     [RT_PERSON_EMAIL] = "email_row",
  [RT_PERSON_PHONE] = "phone_row",   [RT_PERSON_NOTES] = "notes_row",
};

G_DEFINE_FINAL_TYPE (RtPersonPanel, rt_person_panel, GTK_TYPE_WIDGET)

static void update (RtPersonPanel *self);

static RtPlan *
get_plan (RtPersonPanel *self)
{
  return rt_session_get_plan (self->session);
}

static const RtId *
get_ids (RtPersonPanel *self)
{
  return (const RtId *) self->people->data;
}

static const RtPerson *
get_nth (RtPersonPanel *self, guint i)
{
  return rt_plan_find_person (get_plan (self), get_ids (self)[i]);
}

/* The one person shown, or NULL. */
static const RtPerson *
get_person (RtPersonPanel *self)
{
  return self->session && self->people->len == 1 ? get_nth (self, 0) : NULL;
}

/* The text that all people shown share, or NULL where they differ. */
static const char *
get_common_text (RtPersonPanel *self, RtPersonText row)
{
  const char *text = rt_person_text_get (get_nth (self, 0), row);

  for (guint i = 1; i < self->people->len; i++)
    if (!g_str_equal (text, rt_person_text_get (get_nth (self, i), row)))
      return NULL;
  return text;
}

/* Editing: each edit enters as one change. */

static void
do_change (RtPersonPanel *self, RtChange *change, GError **error)
{
  if (!rt_session_do (self->session, change, error))
    update (self);
}

/* Whoever is not in the plan any more is not shown any more. */
static void
drop_gone (RtPersonPanel *self)
{
  for (guint i = self->people->len; i-- > 0;)
    if (self->session == NULL || get_nth (self, i) == NULL)
      g_array_remove_index (self->people, i);
}

static void
set_text (RtPersonPanel *self, RtPersonText row, const char *text)
{
  GError *error = NULL;

  do_change (self,
             rt_person_text_to_change (get_plan (self), get_ids (self), self->people->len, row,
                                       text, &error),
             &error);
}

static void
commit_row (RtPersonPanel *self, RtPersonText row)
{
  gboolean own = !rt_person_text_is_shared (row);
  g_autofree char *text = NULL;
  const char *common;

  drop_gone (self);
  if (self->showing || self->people->len == 0 || (own && get_person (self) == NULL))
    return;
  text = rt_tidy (gtk_editable_get_text (self->rows[row]));
  common = get_common_text (self, row);
  /* Nothing typed where people differ means that they go on to. */
  if (g_str_equal (text, common ? common : ""))
    return;
  set_text (self, row, text);
}

/* Where people differ an empty row says so, and cannot say that it shall be empty. */
static void
clear_cb (RtPersonPanel *self, GtkWidget *button)
{
  drop_gone (self);
  for (RtPersonText row = 0; row < RT_N_PERSON_TEXTS; row++)
    if (self->clear_buttons[row] == button && self->people->len > 0)
      set_text (self, row, "");
}

static void
applied_cb (RtPersonPanel *self, GtkEditable *editable)
{
  for (RtPersonText row = 0; row < RT_N_PERSON_TEXTS; row++)
    if (self->rows[row] == editable)
      commit_row (self, row);
}

/* Whoever leaves a row has said what they mean. */
static void
left_cb (GtkEventControllerFocus *controller, gpointer data)
{
  applied_cb (data,
              GTK_EDITABLE (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller))));
}

static void
set_word (RtPersonPanel *self, RtDetail detail, const char *word, gboolean has)
{
  GError *error = NULL;

  do_change (self,
             rt_edit_set_word (get_plan (self), get_ids (self), self->people->len, detail, word,
                               has, &error),
             &error);
}

static void
role_cb (RtPersonPanel *self, const char *word, gboolean has)
{
  set_word (self, RT_DETAIL_ROLES, word, has);
}

static void
tag_cb (RtPersonPanel *self, const char *word, gboolean has)
{
  set_word (self, RT_DETAIL_TAGS, word, has);
}

static void
language_cb (RtPersonPanel *self, const char *word, gboolean has)
{
  g_autofree char *code = rt_language_from_word (word);

  set_word (self, RT_DETAIL_LANGUAGES, code, has);
}

static void
wish_cb (RtPersonPanel *self, const char *theme, gboolean has)
{
  GError *error = NULL;

  do_change (self,
             rt_edit_set_wish (get_plan (self), get_ids (self), self->people->len,
                               rt_id_intern (theme), has, &error),
             &error);
}

static void
attends_cb (RtPersonPanel *self, const char *round, gboolean attends)
{
  GError *error = NULL;

  do_change (self,
             rt_edit_set_attends (get_plan (self), get_ids (self), self->people->len,
                                  rt_id_intern (round), attends, &error),
             &error);
}

static void
step_free_cb (RtPersonPanel *self)
{
  GError *error = NULL;

  if (self->showing || self->people->len == 0)
    return;
  do_change (self,
             rt_edit_set_step_free (get_plan (self), get_ids (self), self->people->len,
                                    gtk_switch_get_active (self->step_free), &error),
             &error);
}

/* Showing. */

static void
show_text (RtPersonPanel *self, RtPersonText row)
{
  const char *common = get_common_text (self, row);
  const char *title = rt_person_text_get_title (row);
  /* Translators: a member in which the people chosen differ: "Sector: several". */
  g_autofree char *words = common ? g_strdup (title) : g_strdup_printf (_("%s: several"), title);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[row]), words);
  gtk_widget_set_visible (self->clear_buttons[row],
                          self->people->len > 1 && (common == NULL || *common));
  if (common == NULL)
    common = "";
  if (!g_str_equal (gtk_editable_get_text (self->rows[row]), common))
    gtk_editable_set_text (self->rows[row], common);
}

static void
show_step_free (RtPersonPanel *self)
{
  guint n = 0;
  gboolean some;

  for (guint i = 0; i < self->people->len; i++)
    n += get_nth (self, i)->step_free == 1;
  some = n > 0 && n < self->people->len;
  gtk_switch_set_active (self->step_free, n == self->people->len);
  adw_action_row_set_subtitle (self->step_free_row, some ? _("Several") : "");
}

static char *
seats_words (RtPersonPanel *self, const RtPerson *person)
{
  RtPlan *plan = get_plan (self);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_ROUNDS); i++)
    {
      RtId id = NULL;
      const RtTable *table
          = rt_seating_find (rt_plan_get_round (plan, i)->seating, person->parent.id, &id, NULL)
                ? rt_plan_find_table (plan, id)
                : NULL;
      g_autofree char *where = table ? rt_table_dup_display (table) : g_strdup (_("no seat"));

      if (words->len > 0)
        g_string_append_c (words, '\n');
      /* Translators: a round's number and a table. */
      g_string_append_printf (words, _("Round %u: %s"), i + 1, where);
    }
  return g_string_free (words, FALSE);
}

static void
show_heading (RtPersonPanel *self)
{
  const RtPerson *person = get_person (self);
  g_autofree char *title
      = person ? rt_person_dup_display (person)
               : g_strdup_printf (ngettext ("%u Person", "%u People", self->people->len),
                                  self->people->len);
  const char *subtitle = person ? person->organisation : _("A change here is for all of them.");

  gtk_widget_set_visible (GTK_WIDGET (self->avatar), person != NULL);
  adw_avatar_set_text (self->avatar, title);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL);
}

/* What only one person can have. */
static void
show_own (RtPersonPanel *self)
{
  const RtPerson *person = get_person (self);
  g_autofree char *seats = person ? seats_words (self, person) : g_strdup ("");

  gtk_widget_set_visible (GTK_WIDGET (self->rows[RT_PERSON_NAME]), person != NULL);
  gtk_widget_set_visible (self->replace_button, person != NULL);
  gtk_widget_set_visible (self->wishes_group, person != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->private_row), person != NULL);
  gtk_widget_set_visible (self->rules_group, person != NULL);
  rt_person_rules_show (self->rules, self->session, person ? person->parent.id : NULL);
  rt_wish_list_show (self->wishes, self->session, person ? person->parent.id : NULL);
  gtk_label_set_label (self->rounds_label, seats);
  gtk_widget_set_visible (self->rounds_group, *seats != '\0');
}

static void
show_people (RtPersonPanel *self)
{
  RtPlan *plan = get_plan (self);
  const RtId *people = get_ids (self);
  guint n = self->people->len;

  show_heading (self);
  for (RtPersonText row = 0; row < RT_N_PERSON_TEXTS; row++)
    if (rt_person_text_is_shared (row) || self->people->len == 1)
      show_text (self, row);
  rt_person_choices_show_roles (self->roles_row, plan, people, n);
  rt_person_choices_show_words (self->tags_row, plan, people, n, RT_DETAIL_TAGS);
  rt_person_choices_show_words (self->languages_row, plan, people, n, RT_DETAIL_LANGUAGES);
  rt_person_choices_show_wishes (self->wishes_row, plan, people, n);
  rt_person_choices_show_rounds (self->attends_row, plan, people, n);
  show_step_free (self);
  show_own (self);
}

static void
update (RtPersonPanel *self)
{
  drop_gone (self);
  if (self->people->len > 0)
    {
      self->showing = TRUE;
      show_people (self);
      self->showing = FALSE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->people->len > 0);
}

void
rt_person_panel_set_people (RtPersonPanel *self, const RtId *people, guint n)
{
  if (n == self->people->len
      && (n == 0 || memcmp (people, self->people->data, n * sizeof *people) == 0))
    return;
  /* What was typed and not yet entered belongs to those who were shown until now. */
  for (RtPersonText row = 0; row < RT_N_PERSON_TEXTS; row++)
    commit_row (self, row);
  g_array_set_size (self->people, 0);
  g_array_append_vals (self->people, people, n);
  update (self);
}

static void
selected_cb (RtPersonPanel *self)
{
  RtId person = rt_session_get_selected_person (self->session);

  rt_person_panel_set_people (self, &person, person ? 1 : 0);
}

static void
rt_person_panel_dispose (GObject *object)
{
  RtPersonPanel *self = RT_PERSON_PANEL (object);

  rt_session_set (&self->session, NULL, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), RT_TYPE_PERSON_PANEL);
  G_OBJECT_CLASS (rt_person_panel_parent_class)->dispose (object);
}

static void
rt_person_panel_finalize (GObject *object)
{
  g_array_unref (RT_PERSON_PANEL (object)->people);
  G_OBJECT_CLASS (rt_person_panel_parent_class)->finalize (object);
}

static void
replace_cb (RtPersonPanel *self)
{
  const RtPerson *person = get_person (self);

  if (person)
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.replace-person", "s", person->parent.id);
}

static void
rt_person_panel_class_init (RtPersonPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_person_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = rt_person_panel_finalize;
  g_type_ensure (RT_TYPE_PERSON_RULES);
  g_type_ensure (RT_TYPE_CHOICE_ROW);
  g_type_ensure (RT_TYPE_WISH_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-person-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, avatar);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, title);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, subtitle);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, roles_row);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, tags_row);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, languages_row);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, wishes_row);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, attends_row);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, replace_button);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, wishes_group);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, wishes);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, rules_group);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, rules);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, step_free_row);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, step_free);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, private_row);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, rounds_group);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, rounds_label);
  for (RtPersonText row = 0; row < RT_N_PERSON_TEXTS; row++)
    gtk_widget_class_bind_template_child_full (
        widget_class, row_names[row], FALSE,
        G_STRUCT_OFFSET (RtPersonPanel, rows) + row * sizeof (GtkEditable *));
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_bind_template_callback (widget_class, role_cb);
  gtk_widget_class_bind_template_callback (widget_class, tag_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_cb);
  gtk_widget_class_bind_template_callback (widget_class, wish_cb);
  gtk_widget_class_bind_template_callback (widget_class, attends_cb);
}

static void
add_clear_button (RtPersonPanel *self, RtPersonText row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  /* Translators: %s is Organisation, Job, Sector or Kind. */
  g_autofree char *words
      = g_strdup_printf (_("Clear %s of All of Them"), rt_person_text_get_title (row));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, FALSE);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clear_cb), self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->rows[row]), button);
  self->clear_buttons[row] = button;
}

static void
rt_person_panel_init (RtPersonPanel *self)
{
  self->people = g_array_new (FALSE, FALSE, sizeof (RtId));
  gtk_widget_init_template (GTK_WIDGET (self));
  for (RtPersonText row = 0; row < RT_N_PERSON_TEXTS; row++)
    {
      GtkEventController *focus = gtk_event_controller_focus_new ();

      add_clear_button (self, row);
      g_signal_connect_swapped (self->rows[row], "apply", G_CALLBACK (applied_cb), self);
      g_signal_connect (focus, "leave", G_CALLBACK (left_cb), self);
      gtk_widget_add_controller (GTK_WIDGET (self->rows[row]), focus);
    }
  g_signal_connect_swapped (self->step_free, "notify::active", G_CALLBACK (step_free_cb), self);
  update (self);
}

GtkWidget *
rt_person_panel_new (void)
{
  return g_object_new (RT_TYPE_PERSON_PANEL, NULL);
}

void
rt_person_panel_set_session (RtPersonPanel *self, RtSession *session)
{
  if (!rt_session_set (&self->session, session, self))
    return;
  g_array_set_size (self->people, 0);
  if (session)
    {
      g_signal_connect_swapped (session, "changed", G_CALLBACK (update), self);
      g_signal_connect_swapped (session, "notify::selected-person", G_CALLBACK (selected_cb), self);
      selected_cb (self);
    }
  update (self);
}

void
rt_person_panel_begin (RtPersonPanel *self)
{
  gtk_widget_grab_focus (
      GTK_WIDGET (self->rows[get_person (self) ? RT_PERSON_NAME : RT_PERSON_ORGANISATION]));
}
