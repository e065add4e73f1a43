/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-people-unnamed.h"

#include <glib/gi18n-lib.h>

static void
answered_cb (GtkWidget  *widget,
             const char *response,
             GtkWidget  *dialog)
{
  GtkWidget *spin = adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog));

  if (g_str_equal (response, "add"))
    gtk_widget_activate_action (widget, "plan.add-unnamed", "u",
                                (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin)));
}

void
rt_people_unnamed_ask (GtkWidget *widget)
{
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (widget)), _("How Many More to Come?"),
      _("Unnamed places hold seats for people who are not known yet. Whoever is named later keeps "
        "the seats."));
  GtkWidget *spin = gtk_spin_button_new_with_range (1, 2000, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 12);
  gtk_widget_set_halign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("How many unnamed places"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), spin);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "add",
                                    _("_Add"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "add");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "add",
                                              ADW_RESPONSE_SUGGESTED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), widget,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
