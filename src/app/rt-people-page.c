/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-people-page.h"

#include <glib/gi18n-lib.h>

#include "rt-expected-strip.h"
#include "rt-people-arranger.h"
#include "rt-people-bar.h"
#include "rt-people-columns.h"
#include "rt-people-editor.h"
#include "rt-people-shown.h"
#include "rt-people-tip.h"
#include "rt-people-totals.h"
#include "rt-people-unnamed.h"
#include "rt-person-panel.h"
#include "rt-popovers.h"
#include "rt-report-strip.h"

struct _RtPeoplePage
{
  GtkWidget parent_instance;

  RtSession *session;
  RtPeopleShown *shown;
  RtPeopleEditor *cells;
  RtPeopleArranger *arranger;
  RtPersonPanel *panel;    /* NULL until there is somebody to show */
  RtWidthClass width_class;
  gboolean reporting;
  gboolean panel_hidden;   /* by F9 */

  GtkStack *forms;
  RtPeopleBar *bar;
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

static void
changed_shown_cb (RtPeoplePage *self)
{
  RtPeopleList *people = rt_people_shown_get_all (self->shown);
  g_autofree char *totals = rt_people_totals_dup_rest (people);

  gtk_label_set_label (self->totals, totals);
  gtk_widget_set_visible (GTK_WIDGET (self->totals), rt_people_list_get_n (people) > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->totals), totals);
}

static void
arranged_cb (RtPeoplePage *self)
{
  guint n_all = rt_people_list_get_n (rt_people_shown_get_all (self->shown));

  gtk_stack_set_visible_child_name (self->bodies,
                                    n_all == 0                                  ? "nobody"
                                    : rt_people_shown_get_n (self->shown) == 0 ? "nobody-found"
                                                                               : "people");
}

static void
show_all_cb (RtPeoplePage *self)
{
  rt_people_bar_show_all (self->bar);
}

static void
add_unnamed_cb (RtPeoplePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.add-unnamed", "u",
                              (guint) gtk_spin_button_get_value_as_int (self->unnamed_spin));
}

static void
ask_unnamed_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
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
select_row (RtPeoplePage *self, guint position)
{
  gtk_selection_model_select_item (rt_people_shown_get_selection (self->shown), position, TRUE);
}

static void
go_to (RtPeoplePage *self, guint position)
{
  select_row (self, position);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

/* Enter goes on to those found, and Escape back to everybody. */
static void
search_entered_cb (RtPeoplePage *self)
{
  if (*rt_people_page_get_sought (self) != '\0' && !rt_people_page_find_next (self, 1))
    gtk_widget_error_bell (GTK_WIDGET (self->bar));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
search_left_cb (RtPeoplePage *self)
{
  RtId person = rt_session_get_selected_person (self->session);
  guint position = person ? rt_people_shown_find (self->shown, person) : G_MAXUINT;

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
  if (self->width_class != RT_WIDTH_WIDE)
    gtk_stack_set_visible_child_name (self->forms, "editor");
  make_panel (self);
  rt_person_panel_begin (self->panel);
}

static void
row_activated_cb (RtPeoplePage *self, guint position)
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

static gboolean
query_tooltip_cb (RtPeoplePage *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  return self->session && !keyboard
         && rt_people_tip_show (self->view, rt_session_get_plan (self->session), x, y, tooltip);
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
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtPeoplePage *self = data;
  g_auto (GStrv) ids = dup_selected (self);

  if (*ids)
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.remove-people", "^as", ids);
  if (g_str_equal (gtk_stack_get_visible_child_name (self->forms), "editor"))
    back_cb (self);
}

static void
edit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtPeoplePage *self = data;
  g_autoptr (GtkBitset) chosen
      = gtk_selection_model_get_selection (rt_people_shown_get_selection (self->shown));

  if (!gtk_bitset_is_empty (chosen))
    show_editor (self);
}

/* Many at once are edited in the panel. */
static void
edit_cell_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtPeoplePage *self = data;
  g_autoptr (GtkBitset) chosen
      = gtk_selection_model_get_selection (rt_people_shown_get_selection (self->shown));

  if (gtk_bitset_get_size (chosen) > 1)
    show_editor (self);
  else
    rt_people_editor_begin_here (self->cells);
}

static void
select_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtPeoplePage *self = data;

  gtk_selection_model_select_all (rt_people_shown_get_selection (self->shown));
}

static void
toggle_panel_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RtPeoplePage *self = data;

  self->panel_hidden = !self->panel_hidden;
  gtk_widget_set_visible (GTK_WIDGET (self->side),
                          self->width_class == RT_WIDTH_WIDE && !self->panel_hidden);
}

static const GActionEntry entries[] = {
  { "remove", remove_cb },
  { "edit", edit_cb },
  { "edit-cell", edit_cell_cb },
  { "ask-unnamed", ask_unnamed_cb },
  { "select-all", select_all_cb },
  { "toggle-panel", toggle_panel_cb },
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

static void
build_model (RtPeoplePage *self)
{
  self->shown = rt_people_shown_new (self->view);
  self->cells = rt_people_editor_new (self->view, self->shown);
  gtk_column_view_set_model (self->view, rt_people_shown_get_selection (self->shown));
  gtk_column_view_sort_by_column (self->view, rt_people_columns_get (self->view, RT_PEOPLE_NAME),
                                  GTK_SORT_ASCENDING);
  g_signal_connect_swapped (self->shown, "arranged", G_CALLBACK (arranged_cb), self);
  g_signal_connect_swapped (self->shown, "changed", G_CALLBACK (changed_shown_cb), self);
  g_signal_connect_swapped (self->shown, "selected", G_CALLBACK (selection_cb), self);
}

static void
doubts_cb (RtPeoplePage *self)
{
  rt_people_shown_set_doubtful (self->shown, rt_report_strip_dup_people (self->report));
}

/* The report is of the last thing done. Once that is taken back there is nothing to report. */
static void
changed_cb (RtPeoplePage *self)
{
  rt_report_strip_check (self->report);
  if (!self->reporting)
    return;
  self->reporting = FALSE;
  if (rt_history_redo_label (rt_session_get_history (self->session)))
    rt_report_strip_show (self->report, NULL, NULL, NULL);
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
  g_clear_object (&self->arranger);
  g_clear_object (&self->cells);
  g_clear_object (&self->shown);
  gtk_widget_dispose_template (GTK_WIDGET (object), RT_TYPE_PEOPLE_PAGE);
  G_OBJECT_CLASS (rt_people_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, forms);
  gtk_widget_class_bind_template_child (widget_class, RtPeoplePage, bar);
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
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
}

static void
rt_people_page_class_init (RtPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_people_page_dispose;
  g_type_ensure (RT_TYPE_EXPECTED_STRIP);
  g_type_ensure (RT_TYPE_PEOPLE_BAR);
  g_type_ensure (RT_TYPE_REPORT_STRIP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-people-page.ui");
  bind_children (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "people.toggle-panel", NULL);
}

static void
rt_people_page_init (RtPeoplePage *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->width_class = RT_WIDTH_WIDE;
  rt_people_columns_add (self->view);
  build_model (self);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "people", G_ACTION_GROUP (actions));
  self->arranger
      = rt_people_arranger_new (self->view, self->shown, self->cells, G_ACTION_MAP (actions));
  rt_people_bar_set_shown (self->bar, self->shown, GTK_WIDGET (self->view));
  g_signal_connect_swapped (self->bar, "entered", G_CALLBACK (search_entered_cb), self);
  g_signal_connect_swapped (self->bar, "left", G_CALLBACK (search_left_cb), self);
  g_signal_connect_swapped (self->report, "doubts-changed", G_CALLBACK (doubts_cb), self);
  g_signal_connect_swapped (self->forms, "notify::visible-child", G_CALLBACK (rt_popovers_close),
                            self->forms);
  add_keys (self);
  changed_shown_cb (self);
  arranged_cb (self);
}

void
rt_people_page_set_session (RtPeoplePage *self, RtSession *session)
{
  forget_session (self);
  rt_report_strip_show (self->report, NULL, NULL, NULL);
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

void
rt_people_page_set_width_class (RtPeoplePage *self, RtWidthClass width_class)
{
  gboolean wide = width_class == RT_WIDTH_WIDE;

  self->width_class = width_class;
  adw_bin_set_child (wide ? self->editor : self->side, NULL);
  adw_bin_set_child (wide ? self->side : self->editor, GTK_WIDGET (self->person_box));
  gtk_widget_set_visible (GTK_WIDGET (self->side), wide && !self->panel_hidden);
  if (wide)
    gtk_stack_set_visible_child_name (self->forms, "list");
  rt_people_bar_set_width_class (self->bar, width_class);
  rt_report_strip_set_narrow (self->report, width_class == RT_WIDTH_NARROW);
  rt_people_arranger_set_width_class (self->arranger, width_class);
  /* Cells look at the width class when they are filled. */
  rt_people_columns_show_again (self->view);
}

void
rt_people_page_find (RtPeoplePage *self)
{
  gtk_stack_set_visible_child_name (self->forms, "list");
  rt_people_bar_focus_search (self->bar);
}

/* From whoever is selected; with nothing in the search to it. */
gboolean
rt_people_page_find_next (RtPeoplePage *self, int step)
{
  GtkSelectionModel *selection = rt_people_shown_get_selection (self->shown);
  g_autoptr (GtkBitset) chosen = NULL;
  int n, at;

  if (*rt_people_page_get_sought (self) == '\0')
    {
      rt_people_page_find (self);
      return TRUE;
    }
  rt_people_bar_search (self->bar);
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
  return rt_people_bar_get_sought (self->bar);
}

void
rt_people_page_edit (RtPeoplePage *self, RtId person)
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
rt_people_page_show_report (RtPeoplePage *self, const char *summary, GPtrArray *doubts)
{
  gtk_stack_set_visible_child_name (self->forms, "list");
  rt_report_strip_show (self->report, rt_session_get_plan (self->session), summary, doubts);
  self->reporting = TRUE;
}
