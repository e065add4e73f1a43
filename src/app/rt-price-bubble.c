/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-price-bubble.h"

#include <glib/gi18n-lib.h>

#include "rt-measure.h"

#define WIDEST 44 /* characters */

/** rt_price_bubble_new: Returns: (transfer floating): an empty bubble, to be shown when it is
 * told */
GtkWidget *
rt_price_bubble_new (void)
{
  GtkWidget *bubble = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *title = gtk_label_new (NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *price = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (line), gtk_image_new ());
  gtk_box_append (GTK_BOX (line), price);
  gtk_label_set_xalign (GTK_LABEL (title), 0.0f);
  gtk_label_set_xalign (GTK_LABEL (price), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (price), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (price), WIDEST);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (bubble, "floor-bubble");
  gtk_box_append (GTK_BOX (bubble), title);
  gtk_box_append (GTK_BOX (bubble), line);
  gtk_widget_set_can_target (bubble, FALSE);
  return bubble;
}

GtkWidget *
rt_price_bubble_new_popover (GtkWidget *parent, GtkWidget *bubble, GtkPositionType position)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_widget_remove_css_class (bubble, "floor-bubble");
  gtk_popover_set_child (GTK_POPOVER (popover), bubble);
  gtk_popover_set_autohide (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), position);
  gtk_widget_set_can_target (popover, FALSE);
  gtk_widget_set_can_focus (popover, FALSE);
  gtk_widget_add_css_class (popover, "price-popover");
  gtk_widget_set_parent (popover, parent);
  return popover;
}

gboolean
rt_price_bubble_tell (GtkWidget *bubble, RtPlan *plan, RtChange *change, const GError *error,
                      const char *title)
{
  GtkWidget *line = gtk_widget_get_last_child (bubble);
  gboolean worse = FALSE;
  g_autofree char *price
      = change != NULL ? rt_measure_dup_price (plan, change, &worse, NULL) : NULL;
  const char *icon = change == NULL ? "action-unavailable-symbolic"
                     : worse        ? "dialog-warning-symbolic"
                                    : "object-select-symbolic";

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (bubble)),
                      change != NULL ? title : _("Not here"));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (line)),
                      change == NULL  ? error->message
                      : price != NULL ? price
                                      : _("No measure gets better or worse"));
  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (line)), icon);
  if (worse || change == NULL)
    gtk_widget_add_css_class (bubble, "worse");
  else
    gtk_widget_remove_css_class (bubble, "worse");
  return change != NULL;
}
