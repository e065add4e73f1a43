/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Furniture by keys and by its menu. */

#include "rt-floor-private.h"

#include <glib/gi18n-lib.h>

#define NUDGE 10 /* cm */
#define TURN 15  /* degrees */

static gboolean
control_key (RtFloorView *self, guint key, GdkModifierType state)
{
  int step = (state & GDK_SHIFT_MASK) != 0 ? 1 : NUDGE;
  int dx = key == GDK_KEY_Left ? -step : key == GDK_KEY_Right ? step : 0;
  int dy = key == GDK_KEY_Up ? -step : key == GDK_KEY_Down ? step : 0;

  if (dx != 0 || dy != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "room.move", "(ii)", dx, dy);
  else if (key == GDK_KEY_bracketleft || key == GDK_KEY_bracketright)
    gtk_widget_activate_action (GTK_WIDGET (self), "room.turn", "i",
                                key == GDK_KEY_bracketleft ? -TURN : TURN);
  else if (key == GDK_KEY_d || key == GDK_KEY_D)
    gtk_widget_activate_action (GTK_WIDGET (self), "room.duplicate", NULL);
  else if (key == GDK_KEY_a)
    rt_floor_view_choose_all (self);
  else
    return FALSE;
  return TRUE;
}

/* Of the piece with the focus, which is the chosen one from then on. */
static void
rename_focused (RtFloorView *self)
{
  rt_floor_view_choose (self, self->focus.table, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self), "room.rename", NULL);
}

/** rt_floor_view_furniture_key: Returns: whether the key meant something for furniture */
gboolean
rt_floor_view_furniture_key (RtFloorView *self, guint key, GdkModifierType state)
{
  if ((state & GDK_CONTROL_MASK) != 0)
    return control_key (self, key, state);
  if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete)
    gtk_widget_activate_action (GTK_WIDGET (self), "room.remove", NULL);
  else if (key == GDK_KEY_F2 && self->focus.table >= 0)
    rename_focused (self);
  else if (key == GDK_KEY_space && self->focus.table >= 0)
    rt_floor_view_choose (self, self->focus.table, TRUE);
  else if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    return rt_floor_view_show_furniture_menu (self, self->focus.table);
  else
    return FALSE;
  return TRUE;
}

static void
add_item (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/** rt_floor_view_show_furniture_menu: Returns: whether there is a piece to have one */
gboolean
rt_floor_view_show_furniture_menu (RtFloorView *self, int piece)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  if (piece < 0 || rt_session_is_arranging (self->session, NULL))
    return FALSE;
  rt_floor_view_choose (self, piece, FALSE);
  add_item (menu, _("Rena_me"), "room.rename", NULL);
  add_item (menu, _("P_osition…"), "room.position", NULL);
  add_item (menu, _("T_urn Left"), "room.turn", g_variant_new_int32 (-TURN));
  add_item (menu, _("Tur_n Right"), "room.turn", g_variant_new_int32 (TURN));
  add_item (menu, _("Du_plicate"), "room.duplicate", NULL);
  add_item (menu, _("R_emove"), "room.remove", NULL);
  rt_floor_view_popup_menu (self, (RtSpot) { piece, -1 }, G_MENU_MODEL (menu));
  return TRUE;
}
