/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-order-row.h"

typedef struct
{
  GtkWidget *box, *line, *words;
  RtOrderControls *controls;
} RtOrderRowPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (RtOrderRow, rt_order_row, GTK_TYPE_LIST_BOX_ROW)

static RtOrderRowPrivate *
get_private (RtOrderRow *self)
{
  return rt_order_row_get_instance_private (self);
}

static GtkWidget *
add_label (GtkWidget *box, const char *klass)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (klass)
    gtk_widget_add_css_class (label, klass);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
rt_order_row_class_init (RtOrderRowClass *klass)
{
}

static void
rt_order_row_init (RtOrderRow *self)
{
  RtOrderRowPrivate *private = get_private (self);
  GtkWidget *controls = rt_order_controls_new (GTK_LIST_BOX_ROW (self));

  private->controls = RT_ORDER_CONTROLS (controls);
  private->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  private->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  private->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_add_css_class (GTK_WIDGET (self), "measure");
  gtk_widget_set_hexpand (private->words, TRUE);
  gtk_widget_set_valign (private->words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (private->line), rt_order_controls_get_handle (private->controls));
  gtk_box_append (GTK_BOX (private->line), private->words);
  gtk_box_append (GTK_BOX (private->box), private->line);
  gtk_box_append (GTK_BOX (private->box), controls);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), private->box);
}

void
rt_order_row_set_lead (RtOrderRow *self, GtkWidget *lead)
{
  RtOrderRowPrivate *private = get_private (self);

  gtk_box_insert_child_after (GTK_BOX (private->line), lead,
                              rt_order_controls_get_handle (private->controls));
}

GtkWidget *
rt_order_row_add_label (RtOrderRow *self, const char *klass)
{
  return add_label (get_private (self)->words, klass);
}

GtkWidget *
rt_order_row_add_marked (RtOrderRow *self, GtkWidget **icon)
{
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_box_append (GTK_BOX (below), *icon);
  gtk_box_append (GTK_BOX (get_private (self)->words), below);
  return add_label (below, "caption");
}

RtOrderControls *
rt_order_row_get_controls (RtOrderRow *self)
{
  return get_private (self)->controls;
}

void
rt_order_row_set_narrow (RtOrderRow *self, gboolean narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (get_private (self)->box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}
