/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-measure-row.h"

/** rt_measure_row_new: Returns: (transfer none): the box in a new row of @list */
GtkWidget *
rt_measure_row_new (GtkListBox *list, gboolean activatable)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (row, "measure");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), activatable);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (list, row);
  return box;
}

void
rt_measure_row_clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

GtkWidget *
rt_measure_row_add_label (GtkWidget *box, const char *text, const char *klass)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (klass != NULL)
    gtk_widget_add_css_class (label, klass);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

void
rt_measure_row_add_icon (GtkWidget *box, const char *name, const char *klass)
{
  GtkWidget *icon
      = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                      "icon-name", name, "valign", GTK_ALIGN_CENTER, NULL);

  if (klass != NULL)
    gtk_widget_add_css_class (icon, klass);
  gtk_box_append (GTK_BOX (box), icon);
}

/* Title above, the words about the bound and (nullable) its reason below, the number big at the
 * end. */
GtkWidget *
rt_measure_row_add (GtkListBox *list, const char *title, const char *words, const char *reason,
                    const char *number, const char *icon, const char *klass, gboolean activatable)
{
  GtkWidget *box = rt_measure_row_new (list, activatable),
            *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4), *label;
  g_autofree char *spoken = g_strdup_printf (reason != NULL ? "%s %s, %s, %s" : "%s %s, %s", title,
                                             number, words, reason);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), texts);
  rt_measure_row_add_label (texts, title, NULL);
  gtk_box_append (GTK_BOX (texts), line);
  if (icon != NULL && klass != NULL && g_str_equal (klass, "proven"))
    rt_measure_row_add_icon (line, icon, klass);
  label = rt_measure_row_add_label (line, words, "caption");
  gtk_widget_add_css_class (label, klass != NULL ? klass : "dim-label");
  if (reason != NULL)
    gtk_widget_add_css_class (rt_measure_row_add_label (texts, reason, "caption"), "dim-label");
  label = rt_measure_row_add_label (box, number, "measure-number");
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  if (klass != NULL && g_str_equal (klass, "broken"))
    {
      gtk_widget_add_css_class (label, "broken");
      rt_measure_row_add_icon (box, icon, "broken");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return gtk_widget_get_parent (box);
}

guint
rt_measure_row_rank (const char *key)
{
  static const char *const first[] = { "repeats", "returns_", "same_", "own_host" };

  G_STATIC_ASSERT (G_N_ELEMENTS (first) == RT_MEASURE_RANKS - 1);
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    if (g_str_has_prefix (key, first[i]))
      return i;
  return G_N_ELEMENTS (first);
}
