/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-late-menu.h"

#define MODEL "late-menu"

static void
opened_cb (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, rt_late_menu_get (button));
}

void
rt_late_menu_set (GtkMenuButton *button, GMenuModel *model)
{
  g_object_set_data_full (G_OBJECT (button), MODEL, g_object_ref (model), g_object_unref);
  gtk_menu_button_set_create_popup_func (button, opened_cb, NULL, NULL);
}

GMenuModel *
rt_late_menu_get (GtkMenuButton *button)
{
  return g_object_get_data (G_OBJECT (button), MODEL);
}
