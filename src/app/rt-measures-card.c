/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-measures-card.h"

#include <glib/gi18n-lib.h>

#include "rt-child-window.h"
#include "rt-measure-row.h"

/* Below this width what stands side by side stands one below the other. */
#define WIDE 720

GtkWidget *
rt_measures_card_new (const char *title)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *list = gtk_list_box_new ();

  gtk_widget_set_hexpand (card, TRUE);
  rt_measure_row_add_label (card, title, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (card), list);
  g_object_set_data (G_OBJECT (card), "rt-list", list);
  return card;
}

void
rt_measures_card_add (GtkWidget *card, const char *title, const char *words, const char *number,
                      const char *klass)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *label;
  g_autofree char *spoken = words != NULL ? g_strdup_printf ("%s %s, %s", title, number, words)
                                          : g_strdup_printf ("%s %s", title, number);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), texts);
  rt_measure_row_add_label (texts, title, "measure-title");
  if (words != NULL)
    gtk_widget_add_css_class (rt_measure_row_add_label (texts, words, "caption"),
                              klass != NULL ? klass : "dim-label");
  label = rt_measure_row_add_label (box, number, "measure-number");
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  if (g_strcmp0 (klass, "broken") == 0)
    gtk_widget_add_css_class (label, klass);
  gtk_widget_add_css_class (row, "measure");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (GTK_LIST_BOX (g_object_get_data (G_OBJECT (card), "rt-list")), row);
}

static gboolean
is_shown (const RtMeasure *measure, const RtMeasures *const *beside, guint n_beside)
{
  if (measure->is_rule || measure->found > 0)
    return TRUE;
  for (guint i = 0; i < n_beside; i++)
    {
      const RtMeasure *other
          = beside[i] != NULL ? rt_measures_find (beside[i], measure->key) : NULL;

      if (other != NULL && other->found > 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_met (GtkWidget *card, const RtMeasures *measures)
{
  g_autofree char *number = NULL, *words = NULL;

  if (measures->guests < 2)
    return;
  number = measures->met_least == measures->met_most
               ? g_strdup_printf ("%d", measures->met_most)
               : g_strdup_printf ("\u2066%d–%d\u2069", measures->met_least, measures->met_most);
  words = g_strdup_printf (_("%.1f of %d on average"), measures->met_mean, measures->guests - 1);
  rt_measures_card_add (card, _("Others met"), words, number, NULL);
}

static void
add_measure (GtkWidget *card, const RtMeasure *measure)
{
  gboolean proven = measure->found == measure->bound;
  gboolean broken = measure->strength == RT_STRENGTH_MUST && !proven;
  g_autofree char *number = g_strdup_printf ("%d", (int) measure->found);
  g_autofree char *words
      = g_strdup_printf (proven ? _("at least %d: proven") : _("at least %d"),
                         (int) measure->bound);

  rt_measures_card_add (card, rt_measure_get_title (measure->key), words, number,
                        proven ? "proven" : broken ? "broken" : NULL);
}

/** rt_measures_card_fill: see the header; in the order of the panel beside the floor */
void
rt_measures_card_fill (GtkWidget *card, const RtMeasures *self, const RtMeasures *const *beside,
                       guint n_beside)
{
  for (guint rank = 0; rank < RT_MEASURE_RANKS; rank++)
    for (guint i = 0; i < self->measures->len; i++)
      {
        const RtMeasure *measure = &g_array_index (self->measures, RtMeasure, i);

        if (rt_measure_row_rank (measure->key) == rank && is_shown (measure, beside, n_beside))
          add_measure (card, measure);
      }
  add_met (card, self);
}

/** rt_measures_card_lay_out: see the header */
void
rt_measures_card_lay_out (GtkWidget *cards, GtkWindow *window)
{
  gboolean wide = rt_child_window_get_width (window) >= WIDE;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (cards), wide ? GTK_ORIENTATION_HORIZONTAL
                                                               : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_homogeneous (GTK_BOX (cards), wide);
}
