/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-people-page.h"

#include <glib/gi18n-lib.h>

#include "rt-application.h"
#include "rt-expected-strip.h"
#include "rt-late-menu.h"
#include "rt-people-columns.h"
#include "rt-people-editor.h"
#include "rt-people-shown.h"
#include "rt-people-totals.h"
#include "rt-people-unnamed.h"
#include "rt-person-panel.h"
#include "rt-report-strip.h"

struct _RtPeoplePage
{
  GtkWidget parent_instance;

  RtSession *session;
  RtPeopleShown *shown;
  RtPeopleEditor *cells;
  GtkStringList *shows;
  GSimpleActionGroup *actions;
  GSettings *settings;     /* (nullable) */
  RtPersonPanel *panel;    /* NULL until there is somebody to show */
  const char *width_class;
  gboolean counting;
  gboolean reporting;
  gboolean panel_hidden;   /* by F9 */

  GtkStack *forms;
  GtkBox *bar;
  GtkSearchEntry *search;
  GtkDropDown *filter_drop;
  GMenuModel *sort_menu;
  GtkMenuButton *sort_button;
  GtkWidget *count_box;
  GtkLabel *count_label;
  GtkWidget *show_all_button;
  GtkWidget *add_buttons;
  GMenuModel *add_menu;
  GtkMenuButton *add_button;
  GtkRevealer *narrow_count;
  GtkBox *narrow_line;
  GtkLabel *narrow_count_label;
  GtkWidget *narrow_show_all_button;
  RtReportStrip *report;
  GtkStack *bodies;
  GtkColumnView *view;
  GtkLabel *totals;
  RtExpectedStrip *expected;
  GtkSpinButton *unnamed_spin;
  AdwBin *side;
  AdwBin *editor;
  GtkBox *person_box;      /* in one of these */
  GtkWidget *nobody;
};

G_DEFINE_FINAL_TYPE (RtPeoplePage, rt_people_page, GTK_TYPE_WIDGET)

/* The filters carry their counts; the strings are replaced in one splice, so the choice is set
 * again. */
static void
update_shows (RtPeoplePage *self)
{
  g_auto (GStrv) words = rt_people_shown_dup_shows (self->shown);

  self->counting = TRUE;
  gtk_string_list_splice (self->shows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shows)),
                          (const char * const *) words);
  gtk_drop_down_set_selected (self->filter_drop, rt_people_shown_get_show (self->shown));
  self->counting = FALSE;
}

static char *
count_words (RtPeoplePage *self,
             guint         n_all,
             guint         n_shown)
{
  /* Translators: how many people a search or filter shows, of how many there are. */
  if (n_shown < n_all)
    return g_strdup_printf (ngettext ("%u of %u person shown", "%u of %u people shown", n_all),
                            n_shown, n_all);
  return rt_people_totals_dup_people (rt_people_shown_get_all (self->shown));
}

static void
update_count (RtPeoplePage *self)
{
  GListModel *people = rt_people_shown_get_all (self->shown);
  guint n_all = g_list_model_get_n_items (people);
  guint n_shown = rt_people_shown_get_n (self->shown);
  gboolean narrow = g_str_equal (self->width_class, "narrow");
  g_autofree char *words = count_words (self, n_all, n_shown);
  g_autofree char *totals = rt_people_totals_dup_rest (people);

  gtk_label_set_label (self->totals, totals);
  gtk_widget_set_visible (GTK_WIDGET (self->totals), n_all > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->totals), totals);

  gtk_label_set_label (self->count_label, words);
  gtk_label_set_label (self->narrow_count_label, words);
  gtk_widget_set_visible (self->show_all_button, n_shown < n_all);
  gtk_widget_set_visible (self->narrow_show_all_button, n_shown < n_all);
  gtk_revealer_set_reveal_child (self->narrow_count, narrow && n_all > 0);
  gtk_stack_set_visible_child_name (self->bodies, n_all == 0     ? "nobody"
                                                  : n_shown == 0 ? "nobody-found"
                                                                 : "people");
}

static void
shown_changed_cb (RtPeoplePage *self)
{
  update_shows (self);
  update_count (self);
}

static void
search_cb (RtPeoplePage *self)
{
  rt_people_shown_search (self->shown, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  update_count (self);
}

static void
show_chosen_cb (RtPeoplePage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->filter_drop);

  if (self->counting || chosen >= RT_N_SHOWS)
    return;
  rt_people_shown_set_show (self->shown, chosen);
  update_count (self);
}

static void
show_all_cb (RtPeoplePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search_cb (self);
  gtk_drop_down_set_selected (self->filter_drop, RT_SHOW_EVERYONE);
}

static void
add_unnamed_cb (RtPeoplePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.add-unnamed", "u",
                              (guint) gtk_spin_button_get_value_as_int (self->unnamed_spin));
}

static void
ask_unnamed_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  RtPeoplePage *self = data;

  rt_people_unnamed_ask (GTK_WIDGET (self), rt_session_get_plan (self->session));
}

/* What is selected. */

static void
make_panel (RtPeoplePage *self)
{
  if (self->panel)
    return;
  self->panel = RT_PERSON_PANEL (rt_person_panel_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->panel), TRUE);
  gtk_box_append (self->person_box, GTK_WIDGET (self->panel));
  g_object_bind_property (self->panel, "visible", self->nobody, "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  rt_person_panel_set_session (self->panel, self->session);
}

static void
selection_cb (RtPeoplePage *self)
{
  guint n;
  g_autofree RtId *people = rt_people_shown_dup_selected (self->shown, &n);

  rt_session_set_selected_person (self->session, n == 1 ? people[0] : NULL);
  if (n > 0)
    make_panel (self);
  if (self->panel)
    rt_person_panel_set_people (self->panel, people, n);
}

static void
select_row (RtPeoplePage *self,
            guint         position)
{
  gtk_selection_model_select_item (rt_people_shown_get_selection (self->shown), position, TRUE);
}

static void
go_to (RtPeoplePage *self,
       guint         position)
{
  select_row (self, position);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

/* Enter goes on to those found, and Escape back to everybody. */
static void
search_entered_cb (RtPeoplePage *self)
{
  if (*rt_people_page_get_sought (self) != '\0' && !rt_people_page_find_next (self, 1))
    gtk_widget_error_bell (GTK_WIDGET (self->search));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
search_left_cb (RtPeoplePage *self)
{
  RtId person = rt_session_get_selected_person (self->session);
  guint position;

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search_cb (self);
  position = person ? rt_people_shown_find (self->shown, person) : G_MAXUINT;
  if (position != G_MAXUINT)
    go_to (self, position);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Somebody was chosen elsewhere, on the floor or in a list of problems. */
static void
session_selection_cb (RtPeoplePage *self)
{
  RtId person = rt_session_get_selected_person (self->session);
  GtkSelectionModel *selection = rt_people_shown_get_selection (self->shown);
  guint position = person ? rt_people_shown_find (self->shown, person) : G_MAXUINT;

  if (person)
    make_panel (self);
  if (position == G_MAXUINT || gtk_selection_model_is_selected (selection, position))
    return;
  go_to (self, position);
}

static void
show_editor (RtPeoplePage *self)
{
  if (!g_str_equal (self->width_class, "wide"))
    gtk_stack_set_visible_child_name (self->forms, "editor");
  make_panel (self);
  rt_person_panel_begin (self->panel);
}

static void
row_activated_cb (RtPeoplePage *self,
                  guint         position)
{
  select_row (self, position);
  show_editor (self);
}

static void
back_cb (RtPeoplePage *self)
{
  gtk_stack_set_visible_child_name (self->forms, "list");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static GStrv
dup_selected (RtPeoplePage *self)
{
  guint n;
  g_autofree RtId *people = rt_people_shown_dup_selected (self->shown, &n);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (builder, people[i]);
  return g_strv_builder_end (builder);
}

static void
remove_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  RtPeoplePage *self = data;
  g_auto (GStrv) ids = dup_selected (self);

  if (*ids)
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.remove-people", "^as", ids);
  if (g_str_equal (gtk_stack_get_visible_child_name (self->forms), "editor"))
    back_cb (self);
}

static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  RtPeoplePage *self = data;
  g_autoptr (GtkBitset) chosen
      = gtk_selection_model_get_selection (rt_people_shown_get_selection (self->shown));

  if (!gtk_bitset_is_empty (chosen))
    show_editor (self);
}

/* Many at once are edited in the panel. */
static void
edit_cell_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  RtPeoplePage *self = data;
  g_autoptr (GtkBitset) chosen
      = gtk_selection_model_get_selection (rt_people_shown_get_selection (self->shown));

  if (gtk_bitset_get_size (chosen) > 1)
    show_editor (self);
  else
    rt_people_editor_begin_here (self->cells);
}

/* Columns that are there when asked for. */
static const struct { RtPeopleColumn column; const char *key; } columns[] = {
  { RT_PEOPLE_SECTOR, "people-sector" },
  { RT_PEOPLE_KIND, "people-kind" },
  { RT_PEOPLE_TAGS, "people-tags" },
  { RT_PEOPLE_LANGUAGES, "people-languages" },
};

static void
show_columns (RtPeoplePage *self)
{
  guint extra = 0;

  for (guint i = 0; self->settings && i < G_N_ELEMENTS (columns); i++)
    if (g_settings_get_boolean (self->settings, columns[i].key))
      extra |= 1u << columns[i].column;
  rt_people_editor_finish (self->cells);
  rt_people_columns_set_width_class (self->view, self->width_class, extra);
}

static void
add_column_actions (RtPeoplePage *self)
{
  GApplication *application = g_application_get_default ();

  if (RT_IS_APPLICATION (application))
    g_set_object (&self->settings, rt_application_get_settings (RT_APPLICATION (application)));
  for (guint i = 0; self->settings && i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, columns[i].key);
      g_autofree char *signal = g_strdup_printf ("changed::%s", columns[i].key);

      g_action_map_add_action (G_ACTION_MAP (self->actions), action);
      g_signal_connect_object (self->settings, signal, G_CALLBACK (show_columns), self,
                               G_CONNECT_SWAPPED);
    }
  show_columns (self);
}

/* Column headers cannot be pressed by assistive technology in GTK 4.8: the menu does the same. */
static void
sort_cb (GSimpleAction *action,
         GVariant      *state,
         gpointer       data)
{
  RtPeoplePage *self = data;
  RtPeopleColumn column = rt_people_column_from_word (g_variant_get_string (state, NULL));

  /* Nobody sees an order by what is hidden. */
  for (guint i = 0; self->settings && i < G_N_ELEMENTS (columns); i++)
    if (columns[i].column == column)
      g_settings_set_boolean (self->settings, columns[i].key, TRUE);
  gtk_column_view_sort_by_column (
      self->view,
      column < RT_N_PEOPLE_COLUMNS ? rt_people_columns_get (self->view, column) : NULL,
      GTK_SORT_ASCENDING);
}

/* The menu follows what the heads of the columns are pressed for. */
static void
arranged_cb (RtPeoplePage *self)
{
  RtPeopleColumn column;
  GtkSortType type;
  const char *word = rt_people_columns_get_sort (self->view, &column, &type)
                         ? rt_people_column_get_word (column)
                         : "list";

  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "sort")),
      g_variant_new_string (word));
}

static void
select_all_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  RtPeoplePage *self = data;

  gtk_selection_model_select_all (rt_people_shown_get_selection (self->shown));
}

static void
toggle_panel_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  RtPeoplePage *self = data;

  self->panel_hidden = !self->panel_hidden;
  gtk_widget_set_visible (GTK_WIDGET (self->side),
                          g_str_equal (self->width_class, "wide") && !self->panel_hidden);
}

static const GActionEntry entries[] = {
  { "remove", remove_cb },
  { "edit", edit_cb },
  { "edit-cell", edit_cell_cb },
  { "ask-unnamed", ask_unnamed_cb },
  { "select-all", select_all_cb },
  { "toggle-panel", toggle_panel_cb },
  { "sort", NULL, "s", "'name'", sort_cb },
};

static void
add_keys (RtPeoplePage *self)
{
  static const struct { const char *trigger, *action; } keys[] = {
    { "Delete", "people.remove" },
    { "F2", "people.edit-cell" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                          gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
}

/* Typing in the list begins a search. GtkSearchEntry's own capture takes Delete too, so it is not
 * used. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                gpointer               data)
{
  RtPeoplePage *self = data;
  gunichar character = gdk_keyval_to_unicode (key);
  char text[7] = "";

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
      || !g_unichar_isgraph (character))
    return GDK_EVENT_PROPAGATE;
  g_unichar_to_utf8 (character, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
  return GDK_EVENT_STOP;
}

static void
add_type_to_search (RtPeoplePage *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
}

static void
build_model (RtPeoplePage *self)
{
  self->shown = rt_people_shown_new (self->view);
  self->cells = rt_people_editor_new (self->view, self->shown);
  gtk_column_view_set_model (self->view, rt_people_shown_get_selection (self->shown));
  gtk_column_view_sort_by_column (self->view, rt_people_columns_get (self->view, RT_PEOPLE_NAME),
                                  GTK_SORT_ASCENDING);
  g_signal_connect_swapped (self->shown, "arranged", G_CALLBACK (arranged_cb), self);
  g_signal_connect_swapped (self->shown, "changed", G_CALLBACK (shown_changed_cb), self);
  g_signal_connect_swapped (self->shown, "selected", G_CALLBACK (selection_cb), self);
}

/* The report is of the last thing done. Once that is taken back there is nothing to report. */
static void
changed_cb (RtPeoplePage *self)
{
  if (!self->reporting)
    return;
  self->reporting = FALSE;
  if (rt_history_redo_label (rt_session_get_history (self->session)))
    rt_report_strip_show (self->report, NULL, NULL);
  else
    rt_report_strip_outlive_undo (self->report);
}

static void
forget_session (RtPeoplePage *self)
{
  if (self->session == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->session, self);
  rt_people_editor_set_session (self->cells, NULL);
  rt_people_shown_set_session (self->shown, NULL);
  if (self->panel)
    rt_person_panel_set_session (self->panel, NULL);
  g_clear_object (&self->session);
}

static void
rt_people_page_dispose (GObject *object)
{
  RtPeoplePage *self = RT_PEOPLE_PAGE (object);

  if (self->shown)
    {
      g_signal_handlers_disconnect_by_data (self->shown, self);
      forget_session (self);
    }
  self->panel = NULL;
  g_clear_object (&self->cells);
  /* While there is a view to be in order. */
  g_clear_object (&self->shown);
  gtk_widget_dispose_template (GTK_WIDGET (object), RT_TYPE_PEOPLE_PAGE);
  g_clear_object (&self->shows);
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (rt_people_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, forms);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, bar);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, search);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, filter_drop);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, sort_menu);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, sort_button);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, count_box);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, count_label);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, show_all_button);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, add_buttons);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, add_menu);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, add_button);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, narrow_count);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, narrow_line);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, narrow_count_label);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, narrow_show_all_button);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, report);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, bodies);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, view);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, totals);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, expected);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, unnamed_spin);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, side);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, editor);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, person_box);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, nobody);
  gtk_widget_class_bind_template_callback (widget_class, add_unnamed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
rt_people_page_class_init (RtPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_people_page_dispose;
  g_type_ensure (RT_TYPE_EXPECTED_STRIP);
  g_type_ensure (RT_TYPE_REPORT_STRIP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-people-page.ui");
  bind_children (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "people.toggle-panel", NULL);
}

static void
rt_people_page_init (RtPeoplePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->width_class = "wide";
  rt_late_menu_set (self->sort_button, self->sort_menu);
  rt_late_menu_set (self->add_button, self->add_menu);
  rt_people_columns_add (self->view);
  build_model (self);
  self->shows = gtk_string_list_new (NULL);
  gtk_drop_down_set_model (self->filter_drop, G_LIST_MODEL (self->shows));
  g_signal_connect_swapped (self->filter_drop, "notify::selected", G_CALLBACK (show_chosen_cb),
                            self);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_entered_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (search_left_cb), self);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "people", G_ACTION_GROUP (self->actions));
  add_column_actions (self);
  add_keys (self);
  add_type_to_search (self);
  update_shows (self);
  update_count (self);
}

void
rt_people_page_set_session (RtPeoplePage *self,
                            RtSession    *session)
{
  forget_session (self);
  rt_report_strip_show (self->report, NULL, NULL);
  gtk_stack_set_visible_child_name (self->forms, "list");
  self->session = session ? g_object_ref (session) : NULL;
  rt_expected_strip_set_session (self->expected, session);
  if (session == NULL)
    return;
  rt_people_shown_set_session (self->shown, session);
  rt_people_editor_set_session (self->cells, session);
  if (self->panel)
    rt_person_panel_set_session (self->panel, session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (session, "notify::selected-person", G_CALLBACK (session_selection_cb),
                            self);
  session_selection_cb (self);
}

/* A narrow bar has no room for the filter: it stands in the line under it, beside the count. */
static void
place_filter (RtPeoplePage *self,
              gboolean      narrow)
{
  GtkBox *line = narrow ? self->narrow_line : self->bar;
  GtkWidget *drop = GTK_WIDGET (self->filter_drop);

  if (gtk_widget_get_parent (drop) == GTK_WIDGET (line))
    return;
  g_object_ref (drop);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (drop)), drop);
  if (narrow)
    gtk_box_prepend (line, drop);
  else
    gtk_box_insert_child_after (line, drop, GTK_WIDGET (self->search));
  g_object_unref (drop);
}

void
rt_people_page_set_width_class (RtPeoplePage *self,
                                const char   *width_class)
{
  gboolean wide = g_str_equal (width_class, "wide");
  gboolean narrow = g_str_equal (width_class, "narrow");

  self->width_class = width_class;
  adw_bin_set_child (wide ? self->editor : self->side, NULL);
  adw_bin_set_child (wide ? self->side : self->editor, GTK_WIDGET (self->person_box));
  gtk_widget_set_visible (GTK_WIDGET (self->side), wide && !self->panel_hidden);
  if (wide)
    gtk_stack_set_visible_child_name (self->forms, "list");
  gtk_widget_set_visible (self->add_buttons, wide);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), !wide);
  gtk_widget_set_visible (self->count_box, !narrow);
  gtk_widget_set_hexpand (GTK_WIDGET (self->search), narrow);
  rt_report_strip_set_narrow (self->report, narrow);
  place_filter (self, narrow);
  show_columns (self);
  /* Cells look at the width class when they are filled. */
  rt_people_columns_show_again (self->view);
  update_count (self);
}

void
rt_people_page_find (RtPeoplePage *self)
{
  gtk_stack_set_visible_child_name (self->forms, "list");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* From whoever is selected; with nothing in the search to it. */
gboolean
rt_people_page_find_next (RtPeoplePage *self,
                          int           step)
{
  GtkSelectionModel *selection = rt_people_shown_get_selection (self->shown);
  g_autoptr (GtkBitset) chosen = NULL;
  int n, at;

  if (*rt_people_page_get_sought (self) == '\0')
    {
      rt_people_page_find (self);
      return TRUE;
    }
  /* The entry tells of what is typed only a moment later. */
  search_cb (self);
  n = (int) rt_people_shown_get_n (self->shown);
  if (n == 0)
    return FALSE;
  chosen = gtk_selection_model_get_selection (selection);
  at = gtk_bitset_is_empty (chosen) ? (step > 0 ? -1 : n)
       : step > 0                   ? (int) gtk_bitset_get_maximum (chosen)
                                    : (int) gtk_bitset_get_minimum (chosen);
  go_to (self, (guint) ((at + step + n) % n));
  return TRUE;
}

const char *
rt_people_page_get_sought (RtPeoplePage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

void
rt_people_page_edit (RtPeoplePage *self,
                     RtId          person)
{
  guint position;

  if (rt_people_shown_find (self->shown, person) == G_MAXUINT)
    show_all_cb (self);
  position = rt_people_shown_find (self->shown, person);
  if (position == G_MAXUINT)
    return;
  go_to (self, position);
  show_editor (self);
}

void
rt_people_page_show_report (RtPeoplePage *self,
                            const char   *summary,
                            GPtrArray    *doubts)
{
  gtk_stack_set_visible_child_name (self->forms, "list");
  rt_report_strip_show (self->report, summary, doubts);
  self->reporting = TRUE;
}
