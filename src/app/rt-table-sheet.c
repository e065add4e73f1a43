/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-table-sheet.h"

#include <glib/gi18n-lib.h>

#include "rt-flow-guard.h"
#include "rt-seat-menu.h"
#include "rt-slip.h"

/* Of the slips, in lines of text: three rows, and what shows that there is a fourth. */
#define MOST_LINES 8

struct _RtTableSheet {
  GtkWidget parent_instance;

  RtSession *session;
  GtkWidget *box, *title, *theme, *menu, *hint, *wrong, *wrong_words, *scroller;
  GtkFlowBox *slips;
};

G_DEFINE_FINAL_TYPE (RtTableSheet, rt_table_sheet, GTK_TYPE_WIDGET)

static RtId
theme_of (const RtRound *round, const RtTable *table)
{
  RtId theme = rt_map_lookup (round->themes, table->parent.id);

  return theme != NULL ? theme : table->theme;
}

static RtId
host_of (const RtRound *round, const RtTable *table)
{
  RtId host = rt_map_lookup (round->hosts, table->parent.id);

  return host != NULL ? host : table->host;
}

/* The rules that are broken here, as the floor says them beside a table that is seen from near. */
static void
show_wrong (RtTableSheet *self, RtId table)
{
  RtPlan *plan = rt_session_get_shown_plan (self->session);
  guint index = 0;
  g_autofree char *words = NULL;

  if (table != NULL && rt_plan_find (plan, RT_PART_TABLES, table, &index) != NULL)
    words = rt_measures_dup_broken (rt_session_get_shown_measures (self->session),
                                    rt_session_get_round (self->session), index);
  gtk_widget_set_visible (self->wrong, words != NULL);
  gtk_label_set_text (GTK_LABEL (self->wrong_words), words != NULL ? words : "");
}

static void
show_table (RtTableSheet *self, const RtTable *table, const RtRound *round)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  RtId theme_id = theme_of (round, table);
  const RtTheme *theme = theme_id != NULL ? rt_plan_find_theme (plan, theme_id) : NULL;
  g_autofree char *display = rt_table_dup_display (table);
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  g_autoptr (GMenu) menu = rt_seat_menu_new_table (self->session, table->parent.id);

  gtk_label_set_text (GTK_LABEL (self->title), display);
  gtk_label_set_text (GTK_LABEL (self->theme), theme != NULL ? theme->title : "");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), G_MENU_MODEL (menu));
  for (guint i = 0; i < rt_seating_n_chairs (round->seating, table->parent.id); i++)
    {
      RtId person = rt_seating_at (round->seating, table->parent.id, i);

      if (person != NULL)
        g_ptr_array_add (people, (gpointer) person);
    }
  rt_slips_fill (self->slips, self->session, people, host_of (round, table));
  gtk_widget_set_visible (self->scroller, people->len > 0);
  gtk_widget_set_visible (self->hint, people->len == 0);
  gtk_label_set_text (GTK_LABEL (self->hint), _("Nobody sits here in this round."));
}

/* The room for slips grows with the text on them. */
static void
limit_height (RtTableSheet *self)
{
  g_autoptr (PangoLayout) line = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");
  int height;

  pango_layout_get_pixel_size (line, NULL, &height);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              MOST_LINES * height);
}

static void
update (RtTableSheet *self)
{
  RtPlan *plan = rt_session_get_shown_plan (self->session);
  RtId id = rt_session_get_selected_table (self->session),
       round_id = rt_session_get_round_id (self->session);
  const RtTable *table = id != NULL ? rt_plan_find_table (plan, id) : NULL;
  const RtRound *round = round_id != NULL ? rt_plan_find_round (plan, round_id) : NULL;

  gtk_widget_set_visible (self->title, table != NULL && round != NULL);
  gtk_widget_set_visible (self->theme, table != NULL && round != NULL);
  gtk_widget_set_visible (self->menu, table != NULL && round != NULL && round->done != 1);
  show_wrong (self, table != NULL && round != NULL ? id : NULL);
  if (table != NULL && round != NULL)
    {
      limit_height (self);
      show_table (self, table, round);
      return;
    }
  gtk_widget_set_visible (self->scroller, FALSE);
  gtk_widget_set_visible (self->hint, TRUE);
  gtk_label_set_text (GTK_LABEL (self->hint), _("Choose a table to see who sits there."));
}

static void
rt_table_sheet_dispose (GObject *object)
{
  RtTableSheet *self = RT_TABLE_SHEET (object);

  rt_table_sheet_set_session (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (rt_table_sheet_parent_class)->dispose (object);
}

static void
rt_table_sheet_class_init (RtTableSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rt_table_sheet_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
add_label (GtkWidget *box, const char *klass)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, klass);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_wrong (RtTableSheet *self)
{
  self->wrong = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->wrong, "broken");
  gtk_widget_set_visible (self->wrong, FALSE);
  gtk_box_append (GTK_BOX (self->wrong),
                  g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic",
                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  self->wrong_words = add_label (self->wrong, "caption-heading");
  gtk_box_append (GTK_BOX (self->box), self->wrong);
}

static void
rt_table_sheet_init (RtTableSheet *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "table-sheet");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), head);
  self->title = add_label (head, "heading");
  self->theme = add_label (head, "dim-label");
  gtk_widget_set_hexpand (self->theme, TRUE);
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_widget_set_tooltip_text (self->menu, _("This Table"));
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->menu)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("This Table"), -1);
  gtk_box_append (GTK_BOX (head), self->menu);
  add_wrong (self);
  self->hint = add_label (self->box, "dim-label");
  self->slips = GTK_FLOW_BOX (gtk_flow_box_new ());
  rt_flow_guard (self->slips);
  gtk_flow_box_set_selection_mode (self->slips, GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (self->slips, 2);
  gtk_flow_box_set_max_children_per_line (self->slips, 6);
  gtk_flow_box_set_row_spacing (self->slips, 6);
  gtk_flow_box_set_column_spacing (self->slips, 6);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->slips));
  gtk_box_append (GTK_BOX (self->box), self->scroller);
}

void
rt_table_sheet_set_session (RtTableSheet *self, RtSession *session)
{
  if (!rt_session_set (&self->session, session, self) || session == NULL)
    return;
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "measures-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "shown-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::round", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected-table", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
