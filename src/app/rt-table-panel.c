/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-table-panel.h"

#include <glib/gi18n-lib.h>

#include "rt-edit.h"
#include "rt-table-numbers.h"

#define MOST_PLACES 100

/* A list to choose from: the first choice is nobody, or none. */
typedef struct
{
  GtkStringList *words;
  GArray *ids;
} Choices;

struct _RtTablePanel
{
  GtkWidget parent_instance;

  RtSession *session;
  RtId shown;
  gboolean showing;
  gboolean stale;
  Choices people;
  Choices themes;

  GtkStack *stack;
  GtkLabel *number;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkEditable *name_row;
  GtkSpinButton *number_spin;
  AdwActionRow *places_row;
  GtkWidget *fewer;
  GtkWidget *more;
  AdwComboRow *shape_row;
  RtTableNumbers *place;
  GtkDropDown *host;
  GtkWidget *replace_button;
  GtkDropDown *co_host;
  GtkDropDown *deputy;
  GtkDropDown *theme;
  GtkLabel *theme_words;
  GtkSwitch *step_free;
  GtkSwitch *open;
};

G_DEFINE_FINAL_TYPE (RtTablePanel, rt_table_panel, GTK_TYPE_WIDGET)

static void update (RtTablePanel *self);

static void
choices_init (Choices *choices)
{
  choices->words = gtk_string_list_new (NULL);
  choices->ids = g_array_new (FALSE, FALSE, sizeof (RtId));
}

static void
choices_clear (Choices *choices)
{
  g_clear_object (&choices->words);
  g_clear_pointer (&choices->ids, g_array_unref);
}

/* Takes @ids and replaces all words in one splice. */
static void
choices_set (Choices *choices, const char * const *words, GArray *ids)
{
  g_array_unref (choices->ids);
  choices->ids = ids;
  gtk_string_list_splice (choices->words, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (choices->words)), words);
}

static guint
choices_find (const Choices *choices, RtId id)
{
  for (guint i = 0; i < choices->ids->len; i++)
    if (g_array_index (choices->ids, RtId, i) == id)
      return i;
  return 0;
}

static RtId
choices_get (const Choices *choices, guint index)
{
  return index < choices->ids->len ? g_array_index (choices->ids, RtId, index) : NULL;
}

static const RtTable *
get_table (RtTablePanel *self)
{
  return self->session && self->shown
         ? rt_plan_find_table (rt_session_get_plan (self->session), self->shown) : NULL;
}

/* Editing. */

/* @format holds one %s for the table. */
static void
replace (RtTablePanel *self, const RtTable *table, RtTable *copy, const char *format)
{
  g_autofree char *where = rt_table_dup_display (table);
  g_autoptr (GString) label = g_string_new (format);
  GError *error = NULL;
  RtChange *change;

  g_string_replace (label, "%s", where, 1);
  change = rt_edit_replace (rt_session_get_plan (self->session), label->str, RT_PART_TABLES, copy,
                            &error);
  if (!rt_session_do (self->session, change, &error))
    update (self);
}

static void
name_cb (RtTablePanel *self)
{
  const RtTable *table = get_table (self);
  g_autofree char *text = rt_tidy (gtk_editable_get_text (self->name_row));
  g_autoptr (RtTable) copy = NULL;

  if (table == NULL || self->showing || g_str_equal (text, table->name ? table->name : ""))
    return;
  copy = rt_record_copy (table);
  rt_set_text (&copy->name, text);
  replace (self, table, copy, _("Rename %s"));
}

static void
number_cb (RtTablePanel *self)
{
  const RtTable *table = get_table (self);
  int number = gtk_spin_button_get_value_as_int (self->number_spin);
  GError *error = NULL;

  if (table == NULL || self->showing || number == table->number)
    return;
  if (!rt_session_do (self->session,
                      rt_edit_number_table (rt_session_get_plan (self->session), table->parent.id,
                                            number, &error),
                      &error))
    update (self);
}

static void
change_places (RtTablePanel *self, int step)
{
  const RtTable *table = get_table (self);
  g_autoptr (RtTable) copy = NULL;

  if (table == NULL)
    return;
  copy = rt_record_copy (table);
  copy->places = CLAMP (rt_table_get_places (table) + step, 1, MOST_PLACES);
  replace (self, table, copy, _("Change Places of %s"));
}

static void
fewer_cb (RtTablePanel *self)
{
  change_places (self, -1);
}

static void
more_cb (RtTablePanel *self)
{
  change_places (self, 1);
}

static void
shape_cb (RtTablePanel *self)
{
  const RtTable *table = get_table (self);
  int shape = adw_combo_row_get_selected (self->shape_row);
  g_autoptr (RtTable) copy = NULL;

  if (table == NULL || self->showing || shape == MAX (table->shape, 0))
    return;
  copy = rt_record_copy (table);
  copy->shape = shape;
  replace (self, table, copy, _("Change Shape of %s"));
}

static void
host_cb (RtTablePanel *self)
{
  const RtTable *table = get_table (self);
  RtId person = choices_get (&self->people, gtk_drop_down_get_selected (self->host));
  GError *error = NULL;

  if (table == NULL || self->showing || person == table->host)
    return;
  if (!rt_session_do (
          self->session,
          rt_edit_set_host (rt_session_get_plan (self->session), table->parent.id, person, &error),
          &error))
    update (self);
}

static void
co_host_cb (RtTablePanel *self)
{
  const RtTable *table = get_table (self);
  RtId person = choices_get (&self->people, gtk_drop_down_get_selected (self->co_host));
  g_autoptr (RtTable) copy = NULL;

  if (table == NULL || self->showing || person == table->co_host)
    return;
  copy = rt_record_copy (table);
  copy->co_host = person;
  replace (self, table, copy, _("Change Co-host of %s"));
}

static void
deputy_cb (RtTablePanel *self)
{
  const RtTable *table = get_table (self);
  RtId person = choices_get (&self->people, gtk_drop_down_get_selected (self->deputy));
  g_autoptr (RtTable) copy = NULL;

  if (table == NULL || self->showing || person == table->deputy)
    return;
  copy = rt_record_copy (table);
  copy->deputy = person;
  replace (self, table, copy, _("Change Deputy of %s"));
}

static void
theme_cb (RtTablePanel *self)
{
  const RtTable *table = get_table (self);
  RtId theme = choices_get (&self->themes, gtk_drop_down_get_selected (self->theme));
  g_autoptr (RtTable) copy = NULL;

  if (table == NULL || self->showing || theme == table->theme)
    return;
  copy = rt_record_copy (table);
  copy->theme = theme;
  replace (self, table, copy, _("Change Theme of %s"));
}

static void
step_free_cb (RtTablePanel *self)
{
  const RtTable *table = get_table (self);
  gboolean active = gtk_switch_get_active (self->step_free);
  g_autoptr (RtTable) copy = NULL;

  if (table == NULL || self->showing || active == (table->step_free == 1))
    return;
  copy = rt_record_copy (table);
  copy->step_free = active ? 1 : RT_UNSET;
  replace (self, table, copy,
           active ? _("Mark %s as Step-Free") : _("No Longer Mark %s as Step-Free"));
}

static void
open_cb (RtTablePanel *self)
{
  const RtTable *table = get_table (self);
  gboolean active = gtk_switch_get_active (self->open);
  g_autoptr (RtTable) copy = NULL;

  if (table == NULL || self->showing || active == (table->open != 0))
    return;
  copy = rt_record_copy (table);
  copy->open = active ? RT_UNSET : 0;
  replace (self, table, copy, active ? _("Open %s") : _("Close %s"));
}

static void
remove_cb (RtTablePanel *self)
{
  const char *ids[] = { self->shown, NULL };

  if (self->shown)
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.remove-tables", "^as", ids);
}

static void
replace_cb (RtTablePanel *self)
{
  const RtTable *table = get_table (self);

  if (table && table->host)
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.replace-person", "s", table->host);
}

/* Showing. */

static void
add_choice (GPtrArray *words, GArray *ids, const char *word, RtId id)
{
  g_ptr_array_add (words, g_strdup (word));
  g_array_append_val (ids, id);
}

/* Hosts come first: they are asked for most. */
static void
fill_people (RtTablePanel *self, RtPlan *plan)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (RtId));

  add_choice (words, ids, _("Nobody"), NULL);
  for (int hosts = 1; hosts >= 0; hosts--)
    for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_PEOPLE); i++)
      {
        const RtPerson *person = rt_plan_get_person (plan, i);
        g_autofree char *name = rt_person_dup_display (person);
        g_autofree char *word = person->organisation
                                    ? g_strdup_printf ("%s, %s", name, person->organisation)
                                    : g_steal_pointer (&name);

        if (rt_person_has_role (person, "host") == hosts)
          add_choice (words, ids, word, person->parent.id);
      }
  g_ptr_array_add (words, NULL);
  choices_set (&self->people, (const char * const *) words->pdata, ids);
}

static void
fill_themes (RtTablePanel *self, RtPlan *plan)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (RtId));

  add_choice (words, ids, _("No theme"), NULL);
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_THEMES); i++)
    {
      const RtTheme *theme = rt_plan_get_theme (plan, i);
      add_choice (words, ids, theme->title ? theme->title : "", theme->parent.id);
    }
  g_ptr_array_add (words, NULL);
  choices_set (&self->themes, (const char * const *) words->pdata, ids);
}

/* Long lists are made anew only when somebody in them is another. */
static void
fill_choices (RtTablePanel *self, RtPlan *plan)
{
  if (!self->stale)
    return;
  fill_people (self, plan);
  fill_themes (self, plan);
  self->stale = FALSE;
}

/* How the theme is talked about, and what it asks; both are edited where the themes are. */
static void
show_theme_words (RtTablePanel *self, const RtTheme *theme)
{
  const char *method = theme && theme->method ? theme->method : "";
  const char *question = theme && theme->question ? theme->question : "";
  g_autofree char *words
      = g_strconcat (method, *method && *question ? "\n" : "", question, NULL);

  gtk_label_set_label (self->theme_words, words);
  gtk_widget_set_visible (GTK_WIDGET (self->theme_words), *words != '\0');
}

static void
show_table (RtTablePanel *self, const RtTable *table)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  int places = rt_table_get_places (table);
  g_autofree char *number = g_strdup_printf ("%d", table->number);
  g_autofree char *display = rt_table_dup_display (table);
  g_autofree char *count = g_strdup_printf ("%d", places);
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%d place", "%d places", places), places);

  fill_choices (self, plan);
  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->title, display);
  gtk_label_set_label (self->subtitle, subtitle);
  if (!g_str_equal (gtk_editable_get_text (self->name_row), table->name ? table->name : ""))
    gtk_editable_set_text (self->name_row, table->name ? table->name : "");
  gtk_spin_button_set_value (self->number_spin, MAX (table->number, 0));
  adw_action_row_set_subtitle (self->places_row, count);
  gtk_widget_set_sensitive (self->fewer, places > 1);
  gtk_widget_set_sensitive (self->more, places < MOST_PLACES);
  adw_combo_row_set_selected (self->shape_row, MAX (table->shape, 0));
  rt_table_numbers_show (self->place, self->session, table->parent.id);
  gtk_drop_down_set_selected (self->host, choices_find (&self->people, table->host));
  gtk_widget_set_sensitive (self->replace_button, table->host != NULL);
  gtk_drop_down_set_selected (self->co_host, choices_find (&self->people, table->co_host));
  gtk_drop_down_set_selected (self->deputy, choices_find (&self->people, table->deputy));
  gtk_drop_down_set_selected (self->theme, choices_find (&self->themes, table->theme));
  show_theme_words (self, table->theme ? rt_plan_find_theme (plan, table->theme) : NULL);
  gtk_switch_set_active (self->step_free, table->step_free == 1);
  gtk_switch_set_active (self->open, table->open != 0);
}

static void
update (RtTablePanel *self)
{
  const RtTable *table = get_table (self);

  if (table)
    {
      self->showing = TRUE;
      show_table (self, table);
      self->showing = FALSE;
    }
  gtk_stack_set_visible_child_name (self->stack, table ? "table" : "none");
}

static void
plan_changed_cb (RtTablePanel *self, RtChange *change)
{
  if (change == NULL || rt_change_touches (change, RT_PART_PEOPLE)
      || rt_change_touches (change, RT_PART_THEMES))
    self->stale = TRUE;
  update (self);
}

static void
forget_session (RtTablePanel *self)
{
  if (self->session == NULL)
    return;
  g_signal_handlers_disconnect_by_data (rt_session_get_plan (self->session), self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

/* A name that was typed and not yet entered belongs to the table that was shown until now. */
static void
selected_cb (RtTablePanel *self)
{
  name_cb (self);
  self->shown = rt_session_get_selected_table (self->session);
  update (self);
}

static void
setup_word_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (data)
    {
      /* The button is as wide as the panel lets it be; the list under it is as wide as its names.
       */
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 6);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 13);
    }
  gtk_list_item_set_child (list_item, label);
}

static void
bind_word_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (list_item)));
}

static GtkListItemFactory *
word_factory (gboolean short_words)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_word_cb), GINT_TO_POINTER (short_words));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_word_cb), NULL);
  return factory;
}

static void
prepare_drop (GtkDropDown *drop, Choices *choices, const char *name)
{
  g_autoptr (GtkExpression) words
      = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  g_autoptr (GtkListItemFactory) short_words = word_factory (TRUE);
  g_autoptr (GtkListItemFactory) long_words = word_factory (FALSE);

  gtk_drop_down_set_expression (drop, words);
  gtk_drop_down_set_factory (drop, short_words);
  gtk_drop_down_set_list_factory (drop, long_words);
  gtk_drop_down_set_model (drop, G_LIST_MODEL (choices->words));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
rt_table_panel_dispose (GObject *object)
{
  RtTablePanel *self = RT_TABLE_PANEL (object);

  self->showing = TRUE;
  forget_session (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), RT_TYPE_TABLE_PANEL);
  choices_clear (&self->people);
  choices_clear (&self->themes);
  G_OBJECT_CLASS (rt_table_panel_parent_class)->dispose (object);
}

static void
rt_table_panel_class_init (RtTablePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_table_panel_dispose;
  g_type_ensure (RT_TYPE_TABLE_NUMBERS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-table-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, RtTablePanel, stack);
  gtk_widget_class_bind_template_child (widget_class, RtTablePanel, number);
  gtk_widget_class_bind_template_child (widget_class, RtTablePanel, title);
  gtk_widget_class_bind_template_child (widget_class, RtTablePanel, subtitle);
  gtk_widget_class_bind_template_child (widget_class, RtTablePanel, name_row);
  gtk_widget_class_bind_template_child (widget_class, RtTablePanel, number_spin);
  gtk_widget_class_bind_template_child (widget_class, RtTablePanel, places_row);
  gtk_widget_class_bind_template_child (widget_class, RtTablePanel, fewer);
  gtk_widget_class_bind_template_child (widget_class, RtTablePanel, more);
  gtk_widget_class_bind_template_child (widget_class, RtTablePanel, shape_row);
  gtk_widget_class_bind_template_child (widget_class, RtTablePanel, place);
  gtk_widget_class_bind_template_child (widget_class, RtTablePanel, host);
  gtk_widget_class_bind_template_child (widget_class, RtTablePanel, replace_button);
  gtk_widget_class_bind_template_child (widget_class, RtTablePanel, co_host);
  gtk_widget_class_bind_template_child (widget_class, RtTablePanel, deputy);
  gtk_widget_class_bind_template_child (widget_class, RtTablePanel, theme);
  gtk_widget_class_bind_template_child (widget_class, RtTablePanel, theme_words);
  gtk_widget_class_bind_template_child (widget_class, RtTablePanel, step_free);
  gtk_widget_class_bind_template_child (widget_class, RtTablePanel, open);
  gtk_widget_class_bind_template_callback (widget_class, fewer_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
}

static void
connect_rows (RtTablePanel *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (self->name_row, "apply", G_CALLBACK (name_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (name_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->name_row), focus);
  g_signal_connect_swapped (self->number_spin, "value-changed", G_CALLBACK (number_cb), self);
  g_signal_connect_swapped (self->shape_row, "notify::selected", G_CALLBACK (shape_cb), self);
  g_signal_connect_swapped (self->host, "notify::selected", G_CALLBACK (host_cb), self);
  g_signal_connect_swapped (self->co_host, "notify::selected", G_CALLBACK (co_host_cb), self);
  g_signal_connect_swapped (self->deputy, "notify::selected", G_CALLBACK (deputy_cb), self);
  g_signal_connect_swapped (self->theme, "notify::selected", G_CALLBACK (theme_cb), self);
  g_signal_connect_swapped (self->step_free, "notify::active", G_CALLBACK (step_free_cb), self);
  g_signal_connect_swapped (self->open, "notify::active", G_CALLBACK (open_cb), self);
}

static void
rt_table_panel_init (RtTablePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  choices_init (&self->people);
  choices_init (&self->themes);
  prepare_drop (self->host, &self->people, _("Host"));
  prepare_drop (self->co_host, &self->people, _("Co-host"));
  prepare_drop (self->deputy, &self->people, _("Deputy"));
  prepare_drop (self->theme, &self->themes, _("Theme"));
  connect_rows (self);
}

void
rt_table_panel_set_session (RtTablePanel *self, RtSession *session)
{
  forget_session (self);
  self->session = session ? g_object_ref (session) : NULL;
  self->stale = TRUE;
  self->shown = session ? rt_session_get_selected_table (session) : NULL;
  if (session)
    {
      g_signal_connect_swapped (rt_session_get_plan (session), "changed",
                                G_CALLBACK (plan_changed_cb), self);
      g_signal_connect_swapped (session, "notify::selected-table", G_CALLBACK (selected_cb), self);
    }
  update (self);
}

void
rt_table_panel_show_place (RtTablePanel *self)
{
  rt_table_numbers_focus (self->place);
}

/** rt_table_panel_show_name: goes into the name */
void
rt_table_panel_show_name (RtTablePanel *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}
