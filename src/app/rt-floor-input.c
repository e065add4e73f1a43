/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include <glib/gi18n-lib.h>

#include "rt-floor-private.h"
#include "rt-popovers.h"
#include "rt-seat-menu.h"
#include "rt-slip-move.h"

static const char *
round_id (RtFloorView *self)
{
  return rt_session_get_round_id (self->session);
}

/* Shift+click takes whom was selected before with it. */
static void
mark (RtFloorView *self, RtSpot spot, gboolean with_selected)
{
  RtId person = rt_floor_view_person_at (self, spot),
       selected = rt_session_get_selected_person (self->session);

  if (person == NULL)
    return;
  if (with_selected && selected != person)
    rt_session_mark (self->session, selected, TRUE);
  rt_session_mark (self->session, person, !rt_session_is_marked (self->session, person));
}

/* Where slips cannot be moved because the round is over, that is said. */
static gboolean
may_edit (RtFloorView *self)
{
  return rt_slip_move_may_begin (self->session, NULL) && rt_floor_view_can_edit (self);
}

/* Every gesture ends in one of these actions of the window, with ids. */
static void
act_on_person (RtFloorView *self, const char *action, RtSpot spot)
{
  RtId person = rt_floor_view_person_at (self, spot);

  if (person != NULL && may_edit (self))
    gtk_widget_activate_action (GTK_WIDGET (self), action, "(ss)", round_id (self), person);
}

static void
toggle_pin (RtFloorView *self, RtSpot spot)
{
  RtId person = rt_floor_view_person_at (self, spot);

  if (person == NULL || !may_edit (self))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.pin", "(sss)", round_id (self), person,
                              self->scene->tables[spot.table].chairs[spot.chair].pinned
                                  ? ""
                                  : rt_floor_view_table_at (self, spot));
}

static void
cut (RtFloorView *self, RtSpot spot)
{
  RtId person = rt_floor_view_person_at (self, spot);
  guint n = 0;
  g_autofree RtId *people
      = person != NULL ? rt_session_dup_group (self->session, person, &n) : NULL;

  if (n > 0)
    rt_session_cut (self->session, people, n);
}

/* As if the slips that were cut were dropped there. */
static gboolean
paste (RtFloorView *self, RtSpot spot)
{
  guint n;
  g_autofree RtId *people = rt_session_dup_cut (self->session, &n);
  RtSlipMove move = { .session = self->session,
                      .people = people,
                      .n_people = n,
                      .target = RT_SLIP_TO_TABLE,
                      .table = rt_floor_view_table_at (self, spot),
                      .chair = spot.chair,
                      .there = rt_floor_view_person_at (self, spot) };

  if (n == 0 || spot.table < 0 || !may_edit (self))
    return FALSE;
  rt_slip_move_activate (&move, GTK_WIDGET (self));
  rt_session_cut (self->session, NULL, 0);
  return TRUE;
}

static void
select_spot (RtFloorView *self, RtSpot spot)
{
  RtId person = self->mode == RT_FLOOR_PEOPLE ? rt_floor_view_person_at (self, spot) : NULL;

  gtk_widget_activate_action (GTK_WIDGET (self), "plan.select-person", "s",
                              person != NULL ? person : "");
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.select-table", "s",
                              spot.table >= 0 ? rt_floor_view_table_at (self, spot) : "");
}

/** rt_floor_view_activated: Enter on a table or chair, or a click by assistive technology */
void
rt_floor_view_activated (RtFloorView *self, RtSpot spot)
{
  const RtSceneChair *chair
      = spot.chair >= 0 ? &self->scene->tables[spot.table].chairs[spot.chair] : NULL;

  if (self->mode == RT_FLOOR_FURNITURE)
    rt_floor_view_choose (self, spot.table, FALSE);
  else
    select_spot (self, spot);
  if (chair != NULL && chair->person != NULL)
    act_on_person (self, "rounds.move-to", spot);
  else
    paste (self, spot);
}

/* The menu of a slip, a table, or the chair of a host who has no seat. */
static GMenu *
build_menu (RtFloorView *self, RtSpot spot)
{
  const RtSceneChair *chair
      = spot.chair >= 0 ? &self->scene->tables[spot.table].chairs[spot.chair] : NULL;
  RtId table = rt_floor_view_table_at (self, spot);
  g_autoptr (GMenuItem) seat = NULL;
  GMenu *menu;

  if (chair != NULL && chair->person != NULL)
    return rt_seat_menu_new_person (self->session, chair->person);
  menu = rt_seat_menu_new_table (self->session, table);
  if (chair == NULL || chair->awaited == NULL)
    return menu;
  seat = g_menu_item_new (_("_Seat the Host Here"), NULL);
  g_menu_item_set_action_and_target (seat, "plan.move", "(sssi)", round_id (self), chair->awaited,
                                     table, spot.chair);
  g_menu_prepend_item (menu, seat);
  return menu;
}

/** rt_floor_view_popup_menu: at what it is about */
void
rt_floor_view_popup_menu (RtFloorView *self, RtSpot spot, GMenuModel *menu)
{
  RtBox box = rt_floor_view_box (self, spot);
  GtkWidget *focus;

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  /* Else it would be at the first table when the menu has gone. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    g_signal_connect_object (self->menu, "closed", G_CALLBACK (gtk_widget_grab_focus), focus,
                             G_CONNECT_SWAPPED);
  gtk_popover_set_pointing_to (
      GTK_POPOVER (self->menu),
      &(GdkRectangle) { (int) box.x, (int) box.y, (int) box.width, (int) box.height });
  rt_popovers_popup (GTK_POPOVER (self->menu));
}

static void
show_menu (RtFloorView *self, RtSpot spot)
{
  g_autoptr (GMenu) menu = NULL;

  if (self->mode == RT_FLOOR_FURNITURE)
    {
      rt_floor_view_show_furniture_menu (self, spot.table);
      return;
    }
  if (spot.table < 0 || !may_edit (self))
    return;
  menu = build_menu (self, spot);
  rt_floor_view_popup_menu (self, spot, G_MENU_MODEL (menu));
}

/* Pointer. */

/* A press on one of several selected slips may be the beginning of dragging them all. */
static void
press_slip (RtFloorView *self, RtSpot spot, gboolean shift)
{
  RtId person = rt_floor_view_person_at (self, spot);

  if (shift && person != NULL)
    {
      mark (self, spot, TRUE);
      return;
    }
  if (!rt_session_is_marked (self->session, person))
    rt_session_clear_marks (self->session);
  select_spot (self, spot);
}

/* It was no drag: from now on only this slip is selected. */
static void
released_cb (GtkGestureClick *click, int n_press, double x, double y, RtFloorView *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));

  if (self->session != NULL && button == GDK_BUTTON_PRIMARY && (state & GDK_SHIFT_MASK) == 0)
    rt_session_clear_marks (self->session);
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, RtFloorView *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  gboolean shift = (state & GDK_SHIFT_MASK) != 0, hit;
  RtFloorHandle handle;
  RtSpot spot;

  if (self->session == NULL || self->scene == NULL
      || rt_floor_view_hit_handle (self, x, y, &handle))
    return;
  hit = rt_floor_view_hit (self, x, y, &spot);
  if (!hit && n_press == 2 && button == GDK_BUTTON_PRIMARY)
    rt_floor_view_fit (self);
  if (self->mode == RT_FLOOR_FURNITURE)
    {
      spot.chair = -1;
      rt_floor_view_choose (self, spot.table,
                            (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0);
    }
  else
    press_slip (self, spot, shift);
  if (!hit)
    return;
  rt_floor_view_focus_spot (self, spot);
  if (button == GDK_BUTTON_SECONDARY)
    show_menu (self, spot);
  else if (n_press == 2 && spot.chair >= 0)
    act_on_person (self, "rounds.move-to", spot);
}

static void
long_pressed_cb (GtkGestureLongPress *press, double x, double y, RtFloorView *self)
{
  RtSpot spot;

  if (rt_floor_view_hit (self, x, y, &spot))
    show_menu (self, spot);
}

static gboolean
tooltip_cb (RtFloorView *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *words = NULL;
  RtSpot spot;
  RtBox box;

  /* It would lie over the menu. */
  if (self->menu != NULL && gtk_widget_get_mapped (self->menu))
    return FALSE;
  if (self->scene == NULL || keyboard || !rt_floor_view_hit (self, x, y, &spot))
    return FALSE;
  words = spot.chair >= 0 && self->mode == RT_FLOOR_PEOPLE
              ? rt_scene_dup_chair_name (self->scene, (guint) spot.table, (guint) spot.chair)
              : rt_floor_view_dup_piece_words (self, spot.table);
  gtk_tooltip_set_text (tooltip, words);
  box = rt_floor_view_box (self, spot);
  gtk_tooltip_set_tip_area (
      tooltip, &(GdkRectangle) { (int) box.x, (int) box.y, (int) box.width, (int) box.height });
  return TRUE;
}

/* Keys. */

/**
 * rt_floor_view_reveal_person:
 *
 * Scrolls to the slip of @person, focuses and selects it.
 *
 * Returns: whether they sit at a table in the round that is shown
 */
gboolean
rt_floor_view_reveal_person (RtFloorView *self, RtId person)
{
  RtSpot spot = RT_SPOT_NONE;

  if (self->scene == NULL
      || !rt_scene_find_person (self->scene, person, &spot.table, &spot.chair))
    return FALSE;
  rt_floor_view_go (self, spot);
  select_spot (self, spot);
  return TRUE;
}

static void
change_host (RtFloorView *self, RtSpot spot)
{
  if (may_edit (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "rounds.change-host", "(ss)", round_id (self),
                                rt_floor_view_table_at (self, spot));
}

/* Whoever is selected together with whom sits there. */
static void
unseat (RtFloorView *self, RtSpot spot)
{
  RtId person = rt_floor_view_person_at (self, spot);
  g_autofree RtId *people = NULL;
  guint n;

  if (person == NULL || !may_edit (self))
    return;
  people = rt_session_dup_group (self->session, person, &n);
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.unseat-people", "(s^as)", round_id (self),
                              people);
}

static gboolean
has_marks (RtFloorView *self)
{
  guint n;
  g_autofree RtId *marked = rt_session_dup_marked (self->session, &n);

  return n > 0;
}

static gboolean
person_key (RtFloorView *self, guint key, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  if (control && (key == GDK_KEY_m || key == GDK_KEY_M))
    act_on_person (self, (state & GDK_SHIFT_MASK) != 0 ? "rounds.swap-with" : "rounds.move-to",
                   self->focus);
  else if (control && (key == GDK_KEY_l || key == GDK_KEY_L))
    toggle_pin (self, self->focus);
  else if (control && (key == GDK_KEY_h || key == GDK_KEY_H))
    change_host (self, self->focus);
  else if (control && (key == GDK_KEY_x || key == GDK_KEY_X))
    cut (self, self->focus);
  else if (control && (key == GDK_KEY_v || key == GDK_KEY_V))
    paste (self, self->focus);
  else if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete)
    unseat (self, self->focus);
  else if (key == GDK_KEY_space || key == GDK_KEY_KP_Space)
    mark (self, self->focus, FALSE);
  else if (key == GDK_KEY_Escape && has_marks (self))
    rt_session_clear_marks (self->session);
  else if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    show_menu (self, self->focus);
  else
    return FALSE;
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        RtFloorView *self)
{
  if (self->session == NULL || self->layout == NULL)
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_CONTROL_MASK) != 0 && rt_floor_view_zoom_key (self, key))
    return GDK_EVENT_STOP;
  if (self->mode == RT_FLOOR_FURNITURE)
    return rt_floor_view_furniture_key (self, key, state) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
  if (self->focus.table < 0)
    return GDK_EVENT_PROPAGATE;
  return person_key (self, key, state) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
add (RtFloorView *self, gpointer controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (controller));
}

/** rt_floor_view_init_input: connects pointer, touch and keys */
void
rt_floor_view_init_input (RtFloorView *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *press = gtk_gesture_long_press_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  add (self, click);
  add (self, press);
  add (self, key);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
}
