/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-person-panel.h"

#include <glib/gi18n-lib.h>

#include "rt-edit.h"
#include "rt-people-list.h"

typedef enum {
  ROW_NAME,
  ROW_ORGANISATION,
  ROW_JOB,
  ROW_ACCESS,
  ROW_DIET,
  ROW_EMAIL,
  ROW_PHONE,
  ROW_NOTES,
  N_ROWS,
} Row;

struct _RtPersonPanel
{
  GtkWidget parent_instance;

  RtSession *session;
  RtId shown;
  guint n_selected;
  gboolean showing;

  GtkStack *stack;
  GtkLabel *hint;
  AdwAvatar *avatar;
  GtkLabel *title;
  GtkLabel *subtitle;
  AdwExpanderRow *roles_row;
  GtkCheckButton *role_checks[8];
  GtkListBox *wishes;
  GtkSwitch *step_free;
  AdwExpanderRow *private_row;
  GtkWidget *rounds_group;
  GtkLabel *rounds_label;
  GtkEditable *name_row;
  GtkEditable *organisation_row;
  GtkEditable *job_row;
  GtkEditable *access_row;
  GtkEditable *diet_row;
  GtkEditable *email_row;
  GtkEditable *phone_row;
  GtkEditable *notes_row;
};

/* A row of text, the member it edits, and what the edit is called. */
static const struct
{
  gsize row;
  gsize member;
  gboolean private;
  const char *label;
} texts[N_ROWS] = {
  /* Translators: in these %s is a person. */
  [ROW_NAME]
  = { offsetof (RtPersonPanel, name_row), offsetof (RtPerson, name), FALSE, N_("Rename %s") },
  [ROW_ORGANISATION]
  = { offsetof (RtPersonPanel, organisation_row), offsetof (RtPerson, organisation), FALSE,
      N_("Change Organisation of %s") },
  [ROW_JOB]
  = { offsetof (RtPersonPanel, job_row), offsetof (RtPerson, job), FALSE, N_("Change Job of %s") },
  [ROW_ACCESS] = { offsetof (RtPersonPanel, access_row), offsetof (RtPersonPrivate, access), TRUE,
                   N_("Change Access Needs of %s") },
  [ROW_DIET] = { offsetof (RtPersonPanel, diet_row), offsetof (RtPersonPrivate, diet), TRUE,
                 N_("Change Diet of %s") },
  [ROW_EMAIL] = { offsetof (RtPersonPanel, email_row), offsetof (RtPersonPrivate, email), TRUE,
                  N_("Change Email of %s") },
  [ROW_PHONE] = { offsetof (RtPersonPanel, phone_row), offsetof (RtPersonPrivate, phone), TRUE,
                  N_("Change Phone of %s") },
  [ROW_NOTES] = { offsetof (RtPersonPanel, notes_row), offsetof (RtPersonPrivate, notes), TRUE,
                  N_("Change Notes on %s") },
};

G_DEFINE_FINAL_TYPE (RtPersonPanel, rt_person_panel, GTK_TYPE_WIDGET)

static void update (RtPersonPanel *self);

static const RtPerson *
get_person (RtPersonPanel *self)
{
  return self->session && self->shown
         ? rt_plan_find_person (rt_session_get_plan (self->session), self->shown) : NULL;
}

static GtkEditable *
get_row (RtPersonPanel *self,
         Row            row)
{
  return *(GtkEditable **) ((char *) self + texts[row].row);
}

/* The text of a row in a record, or NULL where there is no private part to hold it. */
static char **
get_member (const RtPerson *person,
            Row             row)
{
  char *record = texts[row].private ? (char *) person->private : (char *) person;

  return record ? (char **) (record + texts[row].member) : NULL;
}

static const char *
get_text (const RtPerson *person,
          Row             row)
{
  char **member = get_member (person, row);

  return member && *member ? *member : "";
}

/* Editing: a changed copy enters as one change. */

static void
replace (RtPersonPanel  *self,
         const RtPerson *person,
         RtPerson       *copy,
         const char     *format)
{
  g_autofree char *who = rt_person_dup_display (person);
  g_autoptr (GString) label = g_string_new (format);
  GError *error = NULL;
  RtChange *change;

  g_string_replace (label, "%s", who, 1);
  change = rt_edit_replace (rt_session_get_plan (self->session), label->str, RT_PART_PEOPLE, copy,
                            &error);
  if (!rt_session_do (self->session, change, error))
    update (self);
}

static void
commit_row (RtPersonPanel *self,
            Row            row)
{
  const RtPerson *person = get_person (self);
  g_autoptr (RtPerson) copy = NULL;
  g_autofree char *text = NULL;

  if (person == NULL || self->showing)
    return;
  text = rt_tidy (gtk_editable_get_text (get_row (self, row)));
  if (g_str_equal (text, get_text (person, row)))
    return;
  copy = rt_record_copy (person);
  if (texts[row].private && copy->private == NULL)
    copy->private = rt_record_new (&rt_person_private_class, NULL);
  rt_set_text (get_member (copy, row), text);
  replace (self, person, copy, _(texts[row].label));
}

static void
applied_cb (RtPersonPanel *self,
            GtkEditable   *editable)
{
  for (Row row = 0; row < N_ROWS; row++)
    if (get_row (self, row) == editable)
      commit_row (self, row);
}

/* Whoever leaves a row has said what they mean. */
static void
left_cb (GtkEventControllerFocus *controller,
         gpointer                 data)
{
  applied_cb (data,
              GTK_EDITABLE (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller))));
}

static void
role_toggled_cb (RtPersonPanel  *self,
                 GtkCheckButton *check)
{
  const RtPerson *person = get_person (self);
  g_autoptr (RtPerson) copy = NULL;
  g_autoptr (GStrvBuilder) roles = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  if (person == NULL || self->showing)
    return;
  for (guint i = 0; rt_role_words[i]; i++)
    if (gtk_check_button_get_active (self->role_checks[i]))
      g_strv_builder_add (roles, rt_role_words[i]);
  words = g_strv_builder_end (roles);
  copy = rt_record_copy (person);
  rt_set_texts (&copy->roles, *words ? (const char * const *) words : NULL);
  replace (self, person, copy, _("Change Roles of %s"));
}

static void
step_free_cb (RtPersonPanel *self)
{
  const RtPerson *person = get_person (self);
  gboolean active = gtk_switch_get_active (self->step_free);
  g_autoptr (RtPerson) copy = NULL;

  if (person == NULL || self->showing || (person->step_free == 1) == active)
    return;
  copy = rt_record_copy (person);
  copy->step_free = active ? 1 : RT_UNSET;
  replace (self, person, copy,
           active ? _("Ask for a Step-Free Place for %s") : _("Drop the Step-Free Place of %s"));
}

static void
set_wishes (RtPersonPanel  *self,
            const RtPerson *person,
            RtIds           wishes)
{
  g_autoptr (RtPerson) copy = rt_record_copy (person);

  rt_set_ids (&copy->wishes, rt_ids_length (wishes) > 0 ? wishes : NULL);
  replace (self, person, copy, _("Change Wishes of %s"));
}

static void
wish_cb (GtkButton *button,
         gpointer   data)
{
  RtPersonPanel *self = data;
  const RtPerson *person = get_person (self);
  guint at = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "at"));
  int step = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "step"));
  guint n = person ? rt_ids_length (person->wishes) : 0;
  g_autofree RtIds wishes = person ? rt_ids_copy (person->wishes) : NULL;
  RtId moved;

  if (at >= n || at + step >= n)
    return;
  if (step == 0)
    {
      g_autofree RtIds fewer = rt_ids_remove (wishes, wishes[at]);
      set_wishes (self, person, fewer);
      return;
    }
  moved = wishes[at];
  wishes[at] = wishes[at + step];
  wishes[at + step] = moved;
  set_wishes (self, person, wishes);
}

static void
add_wish_cb (GtkDropDown *drop,
             GParamSpec  *pspec,
             gpointer     data)
{
  RtPersonPanel *self = data;
  const RtPerson *person = get_person (self);
  GArray *themes = g_object_get_data (G_OBJECT (drop), "themes");
  guint chosen = gtk_drop_down_get_selected (drop);
  g_autofree RtIds more = NULL;

  if (person == NULL || chosen == 0 || chosen > themes->len)
    return;
  more = rt_ids_add (person->wishes, g_array_index (themes, RtId, chosen - 1));
  set_wishes (self, person, more);
}

/* Showing. */

static GtkWidget *
wish_button (RtPersonPanel *self,
             const char    *icon,
             const char    *name,
             guint          at,
             int            step)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "at", GUINT_TO_POINTER (at));
  g_object_set_data (G_OBJECT (button), "step", GINT_TO_POINTER (step));
  g_signal_connect (button, "clicked", G_CALLBACK (wish_cb), self);
  return button;
}

static void
append_wish (RtPersonPanel  *self,
             const RtPerson *person,
             guint           at)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  guint index = rt_plan_index_of (plan, RT_PART_THEMES, person->wishes[at]);
  g_autofree char *letter = rt_theme_dup_letter (index);
  g_autofree char *colour = g_strdup_printf ("theme-%u", rt_theme_get_colour (plan, index));
  g_autofree char *title = g_markup_escape_text (rt_plan_get_theme (plan, index)->title, -1);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *chip = gtk_label_new (letter);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (chip, "theme-letter");
  gtk_widget_add_css_class (chip, colour);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), chip);
  if (at > 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               wish_button (self, "go-up-symbolic", _("Up"), at, -1));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             wish_button (self, "list-remove-symbolic", _("Remove"), at, 0));
  gtk_list_box_append (self->wishes, row);
}

static void
append_add_wish (RtPersonPanel  *self,
                 const RtPerson *person)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  GtkStringList *titles = gtk_string_list_new (NULL);
  GArray *themes = g_array_new (FALSE, FALSE, sizeof (RtId));
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *drop;

  gtk_string_list_append (titles, _("Choose…"));
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_THEMES); i++)
    {
      const RtTheme *theme = rt_plan_get_theme (plan, i);

      if (person->wishes && rt_ids_contains (person->wishes, theme->parent.id))
        continue;
      gtk_string_list_append (titles, theme->title ? theme->title : "");
      g_array_append_val (themes, theme->parent.id);
    }
  drop = gtk_drop_down_new (G_LIST_MODEL (titles), NULL);
  gtk_widget_set_valign (drop, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (drop, themes->len > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Add a theme"), -1);
  g_object_set_data_full (G_OBJECT (drop), "themes", themes, (GDestroyNotify) g_array_unref);
  g_signal_connect (drop, "notify::selected", G_CALLBACK (add_wish_cb), self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 themes->len > 0 ? _("Add a Theme") : _("No theme to add"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop);
  gtk_list_box_append (self->wishes, row);
}

static void
show_wishes (RtPersonPanel  *self,
             const RtPerson *person)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->wishes))))
    gtk_list_box_remove (self->wishes, row);
  for (guint i = 0; i < rt_ids_length (person->wishes); i++)
    append_wish (self, person, i);
  append_add_wish (self, person);
}

static char *
seats_words (RtPersonPanel  *self,
             const RtPerson *person)
{
  RtPlan *plan = rt_session_get_plan (self->session);
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

static char *
roles_words (const RtPerson *person)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; person->roles && person->roles[i]; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", rt_role_get_title (person->roles[i]));
  if (words->len == 0)
    g_string_append (words, _("Participant"));
  return g_string_free (words, FALSE);
}

static void
show_person (RtPersonPanel  *self,
             const RtPerson *person)
{
  g_autofree char *display = rt_person_dup_display (person);
  g_autofree char *seats = seats_words (self, person);
  g_autofree char *roles = roles_words (person);

  adw_avatar_set_text (self->avatar, display);
  gtk_label_set_label (self->title, display);
  gtk_label_set_label (self->subtitle, person->organisation ? person->organisation : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), person->organisation != NULL);
  for (Row row = 0; row < N_ROWS; row++)
    if (!g_str_equal (gtk_editable_get_text (get_row (self, row)), get_text (person, row)))
      gtk_editable_set_text (get_row (self, row), get_text (person, row));
  adw_expander_row_set_subtitle (self->roles_row, roles);
  for (guint i = 0; rt_role_words[i]; i++)
    gtk_check_button_set_active (self->role_checks[i],
                                 rt_person_has_role (person, rt_role_words[i]));
  gtk_switch_set_active (self->step_free, person->step_free == 1);
  show_wishes (self, person);
  gtk_label_set_label (self->rounds_label, seats);
  gtk_widget_set_visible (self->rounds_group, *seats != '\0');
}

static void
update (RtPersonPanel *self)
{
  const RtPerson *person = get_person (self);
  g_autofree char *many = NULL;

  if (person && self->n_selected < 2)
    {
      self->showing = TRUE;
      show_person (self, person);
      self->showing = FALSE;
      gtk_stack_set_visible_child_name (self->stack, "person");
      return;
    }
  many = self->n_selected > 1
             ? g_strdup_printf (ngettext ("%u person is selected. Delete removes them.",
                                          "%u people are selected. Delete removes them.",
                                          self->n_selected),
                                self->n_selected)
             : g_strdup (_("Choose somebody to see and change what is known of them."));
  gtk_label_set_label (self->hint, many);
  gtk_stack_set_visible_child_name (self->stack, "nobody");
}

/* Somebody else is shown. What was typed and not yet entered belongs to the one who was shown until
 * now. */
static void
selected_cb (RtPersonPanel *self)
{
  for (Row row = 0; row < N_ROWS; row++)
    commit_row (self, row);
  self->shown = rt_session_get_selected_person (self->session);
  update (self);
}

static void
build_roles (RtPersonPanel *self)
{
  for (guint i = 0; rt_role_words[i] && i < G_N_ELEMENTS (self->role_checks); i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      self->role_checks[i] = GTK_CHECK_BUTTON (check);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     rt_role_get_title (rt_role_words[i]));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_expander_row_add_row (self->roles_row, row);
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (role_toggled_cb), self);
    }
}

static void
rt_person_panel_dispose (GObject *object)
{
  RtPersonPanel *self = RT_PERSON_PANEL (object);

  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), RT_TYPE_PERSON_PANEL);
  G_OBJECT_CLASS (rt_person_panel_parent_class)->dispose (object);
}

static void
rt_person_panel_class_init (RtPersonPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_person_panel_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-person-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, hint);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, avatar);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, title);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, subtitle);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, roles_row);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, wishes);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, step_free);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, private_row);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, rounds_group);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, rounds_label);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, name_row);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, job_row);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, access_row);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, diet_row);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, email_row);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, phone_row);
  gtk_widget_class_bind_template_child (widget_class, RtPersonPanel, notes_row);
}

static void
rt_person_panel_init (RtPersonPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  build_roles (self);
  for (Row row = 0; row < N_ROWS; row++)
    {
      GtkEventController *focus = gtk_event_controller_focus_new ();

      g_signal_connect_swapped (get_row (self, row), "apply", G_CALLBACK (applied_cb), self);
      g_signal_connect (focus, "leave", G_CALLBACK (left_cb), self);
      gtk_widget_add_controller (GTK_WIDGET (get_row (self, row)), focus);
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
rt_person_panel_set_session (RtPersonPanel *self,
                             RtSession     *session)
{
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  self->shown = session ? rt_session_get_selected_person (session) : NULL;
  if (session)
    {
      g_signal_connect_swapped (session, "changed", G_CALLBACK (update), self);
      g_signal_connect_swapped (session, "notify::selected-person", G_CALLBACK (selected_cb), self);
    }
  update (self);
}

void
rt_person_panel_set_n_selected (RtPersonPanel *self,
                                guint          n)
{
  if (self->n_selected == n)
    return;
  self->n_selected = n;
  update (self);
}

void
rt_person_panel_begin (RtPersonPanel *self)
{
  if (get_person (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}
