/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-aisle-card.h"

#include <glib/gi18n-lib.h>

#define MOST_ROWS 20

struct _RtAisleCard
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *title;
  GtkToggleButton *unfold;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (RtAisleCard, rt_aisle_card, GTK_TYPE_WIDGET)

static void
rt_aisle_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RT_TYPE_AISLE_CARD);
  G_OBJECT_CLASS (rt_aisle_card_parent_class)->dispose (object);
}

static void
rt_aisle_card_class_init (RtAisleCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_aisle_card_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-aisle-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RtAisleCard, content);
  gtk_widget_class_bind_template_child (widget_class, RtAisleCard, title);
  gtk_widget_class_bind_template_child (widget_class, RtAisleCard, unfold);
  gtk_widget_class_bind_template_child (widget_class, RtAisleCard, list);
}

static void
rt_aisle_card_init (RtAisleCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_row (const RtScene *scene, const RtAisle *aisle)
{
  g_autofree char *words = rt_aisle_dup_words (scene, aisle);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *show = gtk_button_new_with_mnemonic (_("_Show"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  gtk_widget_set_valign (show, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (show, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (show), "room.show-table");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (show), "s",
                                    scene->tables[aisle->table].table);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), show);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), show);
  return row;
}

void
rt_aisle_card_show (RtAisleCard *self, const RtScene *scene, const GArray *aisles)
{
  guint n = aisles ? aisles->len : 0;
  g_autofree char *title
      = g_strdup_printf (ngettext ("%u narrow way", "%u narrow ways", n), n);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, row);
  /* The narrowest come first; the others are drawn in the room. */
  for (guint i = 0; i < MIN (n, MOST_ROWS); i++)
    gtk_list_box_append (self->list, make_row (scene, &g_array_index (aisles, RtAisle, i)));
  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

void
rt_aisle_card_set_little (RtAisleCard *self, gboolean little)
{
  gtk_toggle_button_set_active (self->unfold, !little);
}
