/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-slip.h"

#include <glib/gi18n-lib.h>

#include "rt-popovers.h"
#include "rt-seat-menu.h"
#include "rt-slip-drag.h"
#include "rt-slip-move.h"

#define MARK_SIZE 12 /* pixels */

static RtId
slip_person (GtkWidget *slip)
{
  return g_object_get_data (G_OBJECT (slip), "rt-person");
}

static void
toggle_mark (GtkWidget *slip, RtSession *session)
{
  RtId person = slip_person (slip);

  rt_session_mark (session, person, !rt_session_is_marked (session, person));
}

void
rt_slip_ask (GtkWidget *slip, RtSession *session, const char *action)
{
  gtk_widget_activate_action (slip, action, "(ss)", rt_session_get_round_id (session),
                              slip_person (slip));
}

/* With Shift held when it was pressed, one more is selected. */
static void
clicked_cb (GtkButton *slip, RtSession *session)
{
  if (rt_session_get_round_id (session) == NULL)
    return;
  if (g_object_steal_data (G_OBJECT (slip), "rt-shift") != NULL)
    {
      toggle_mark (GTK_WIDGET (slip), session);
      return;
    }
  if (!rt_session_is_marked (session, slip_person (GTK_WIDGET (slip))))
    rt_session_clear_marks (session);
  gtk_widget_activate_action (GTK_WIDGET (slip), "plan.select-person", "s",
                              slip_person (GTK_WIDGET (slip)));
  rt_slip_ask (GTK_WIDGET (slip), session, "rounds.move-to");
}

void
rt_slip_show_menu (GtkWidget *slip, RtSession *session)
{
  g_autoptr (GMenu) menu = NULL;
  GtkWidget *popover = g_object_get_data (G_OBJECT (slip), "rt-menu");

  if (!rt_slip_move_may_begin (session, NULL))
    return;
  g_clear_pointer (&popover, gtk_widget_unparent);
  menu = rt_seat_menu_new_person (session, slip_person (slip));
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  g_object_set_data (G_OBJECT (slip), "rt-menu", popover);
  gtk_widget_set_parent (popover, slip);
  rt_popovers_popup (GTK_POPOVER (popover));
}

void
rt_slip_forget_menu (GtkWidget *slip)
{
  GtkWidget *popover = g_object_get_data (G_OBJECT (slip), "rt-menu");

  g_object_set_data (G_OBJECT (slip), "rt-menu", NULL);
  g_clear_pointer (&popover, gtk_widget_unparent);
}

/* The other button asks what can be done. */
static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, RtSession *session)
{
  GtkWidget *slip = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));

  if (button == GDK_BUTTON_SECONDARY)
    rt_slip_show_menu (slip, session);
  else
    g_object_set_data (G_OBJECT (slip), "rt-shift",
                       GINT_TO_POINTER ((state & GDK_SHIFT_MASK) != 0));
}

static void
cut (GtkWidget *slip, RtSession *session)
{
  guint n;
  g_autofree RtId *people = rt_session_dup_group (session, slip_person (slip), &n);

  rt_session_cut (session, people, n);
}

/* Where the person sits in the round in hand; NULL: nowhere. */
static RtId
seat_of (GtkWidget *slip, RtSession *session)
{
  const RtRound *round = rt_plan_find_round (rt_session_get_plan (session),
                                             rt_session_get_round_id (session));
  RtId table = NULL;

  rt_seating_find (round->seating, slip_person (slip), &table, NULL);
  return table;
}

/* Whoever is selected together with this one. */
static void
unseat (GtkWidget *slip, RtSession *session)
{
  guint n;
  g_autofree RtId *people = rt_session_dup_group (session, slip_person (slip), &n);

  if (seat_of (slip, session) != NULL && rt_slip_move_may_begin (session, NULL))
    gtk_widget_activate_action (slip, "plan.unseat-people", "(s^as)",
                                rt_session_get_round_id (session), people);
}

/* Whether the person stays at their table when the round in hand is arranged. */
static gboolean
is_pinned (RtSession *session, RtId person)
{
  RtId id = rt_session_get_round_id (session);
  const RtRound *round = id != NULL ? rt_plan_find_round (rt_session_get_plan (session), id) : NULL;

  return round != NULL && rt_map_lookup (round->pins, person) != NULL;
}

/* Whether a must is broken where the person sits in the round in hand. In the tray everybody is
 * wrong in the same way, which the tray says. */
static gboolean
is_broken (RtSession *session, RtId person)
{
  RtPlan *plan = rt_session_get_shown_plan (session);
  RtId id = rt_session_get_round_id (session);
  const RtRound *round = id != NULL ? rt_plan_find_round (plan, id) : NULL;
  guint index = 0;

  if (round == NULL || !rt_seating_find (round->seating, person, NULL, NULL))
    return FALSE;
  return rt_plan_find (plan, RT_PART_PEOPLE, person, &index) != NULL
         && rt_measures_break_for (rt_session_get_shown_measures (session),
                                   rt_session_get_round (session), index);
}

static void
toggle_pin (GtkWidget *slip, RtSession *session)
{
  RtId table = seat_of (slip, session);

  if (table != NULL && rt_slip_move_may_begin (session, NULL))
    gtk_widget_activate_action (slip, "plan.pin", "(sss)", rt_session_get_round_id (session),
                                slip_person (slip),
                                is_pinned (session, slip_person (slip)) ? "" : table);
}

static gboolean
is_menu_key (guint key, GdkModifierType state)
{
  return key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0);
}

gboolean
rt_slip_has_key (guint key, GdkModifierType state)
{
  guint lower = gdk_keyval_to_lower (key);

  if ((state & GDK_CONTROL_MASK) != 0)
    return lower == GDK_KEY_m || lower == GDK_KEY_l || lower == GDK_KEY_x;
  return key == GDK_KEY_space || key == GDK_KEY_KP_Space || key == GDK_KEY_Delete
         || key == GDK_KEY_KP_Delete || is_menu_key (key, state);
}

gboolean
rt_slip_key (GtkWidget *slip, RtSession *session, guint key, GdkModifierType state)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  if (!rt_slip_has_key (key, state) || rt_session_get_round_id (session) == NULL)
    return GDK_EVENT_PROPAGATE;
  if (is_menu_key (key, state))
    rt_slip_show_menu (slip, session);
  else if (key == GDK_KEY_space || key == GDK_KEY_KP_Space)
    toggle_mark (slip, session);
  else if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete)
    unseat (slip, session);
  else if (key == GDK_KEY_m || key == GDK_KEY_M)
    rt_slip_ask (slip, session, shift ? "rounds.swap-with" : "rounds.move-to");
  else if (key == GDK_KEY_l || key == GDK_KEY_L)
    toggle_pin (slip, session);
  else
    cut (slip, session);
  return GDK_EVENT_STOP;
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        RtSession *session)
{
  return rt_slip_key (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)), session,
                      key, state);
}

/* A ring for the eye, a state for a screen reader. */
static void
show_mark (GtkWidget *slip, RtSession *session)
{
  gboolean marked = rt_session_is_marked (session, slip_person (slip));

  if (marked)
    gtk_widget_add_css_class (slip, "marked");
  else
    gtk_widget_remove_css_class (slip, "marked");
  gtk_accessible_update_state (GTK_ACCESSIBLE (slip), GTK_ACCESSIBLE_STATE_PRESSED,
                               marked ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                      : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
marks_cb (RtSession *session, GtkWidget *slip)
{
  show_mark (slip, session);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, RtSession *session)
{
  GtkWidget *slip = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autofree RtId *people = NULL;
  guint n;

  if (!rt_slip_move_may_begin (session, NULL))
    return NULL;
  people = rt_session_dup_group (session, slip_person (slip), &n);
  return rt_slip_drag_new_content (people, n);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, RtSession *session)
{
  GtkWidget *slip = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (slip);
  g_autoptr (GdkPaintable) still = gdk_paintable_get_current_image (icon);

  gtk_drag_source_set_icon (source, still, gtk_widget_get_width (slip) / 2,
                            gtk_widget_get_height (slip) / 2);
}

static void
add_label (GtkWidget *box, const char *text, const char *klass)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_widget_add_css_class (label, klass);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_input (GtkWidget *slip, RtSession *session)
{
  GtkDragSource *source = rt_slip_drag_new_source ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *controllers[]
      = { GTK_EVENT_CONTROLLER (source), GTK_EVENT_CONTROLLER (click), key };

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), session, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), session, 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), session, 0);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_cb), session, 0);
  g_signal_connect_object (slip, "clicked", G_CALLBACK (clicked_cb), session, 0);
  g_signal_connect (slip, "destroy", G_CALLBACK (rt_slip_forget_menu), NULL);
  g_signal_connect_object (session, "marks-changed", G_CALLBACK (marks_cb), slip, 0);
  for (guint i = 0; i < G_N_ELEMENTS (controllers); i++)
    {
      /* Before the button's own gesture, which would claim the press. */
      gtk_event_controller_set_propagation_phase (controllers[i], GTK_PHASE_CAPTURE);
      gtk_widget_add_controller (slip, controllers[i]);
    }
  show_mark (slip, session);
}

static void
add_mark (GtkWidget *overlay, const char *icon, GtkAlign corner)
{
  GtkWidget *mark = gtk_image_new_from_icon_name (icon);

  gtk_image_set_pixel_size (GTK_IMAGE (mark), MARK_SIZE);
  gtk_widget_set_halign (mark, corner);
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), mark);
}

/* The names with a pin and a triangle for the eye, and words for a screen reader. */
static void
show_marks (GtkWidget *slip, GtkWidget *box, const char *name, gboolean pinned, gboolean broken)
{
  GtkWidget *overlay = gtk_overlay_new ();
  /* Translators: a person on a slip of paper */
  g_autofree char *words = pinned ? g_strdup_printf (_("%s, pinned"), name) : g_strdup (name);

  gtk_overlay_set_child (GTK_OVERLAY (overlay), box);
  if (pinned)
    {
      gtk_widget_add_css_class (slip, "pinned");
      add_mark (overlay, "view-pin-symbolic", GTK_ALIGN_END);
    }
  if (broken)
    {
      g_autofree char *name_and_pin = g_steal_pointer (&words);

      words = g_strconcat (name_and_pin, ", ", _("broken rule"), NULL);
      gtk_widget_add_css_class (slip, "wrong");
      add_mark (overlay, "dialog-warning-symbolic", GTK_ALIGN_START);
    }
  gtk_button_set_child (GTK_BUTTON (slip), overlay);
  gtk_accessible_update_property (GTK_ACCESSIBLE (slip), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static GtkWidget *
new_slip (RtSession *session, RtId person, gboolean host)
{
  const RtPerson *record = rt_plan_find_person (rt_session_get_plan (session), person);
  g_autofree char *first = NULL, *last = NULL, *name = rt_person_dup_display (record);
  g_autofree char *head = NULL, *words = NULL;
  GtkWidget *slip = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  if (record->name != NULL)
    rt_person_split_name (record, &first, &last);
  head = g_strconcat (host ? "★ " : "", first != NULL ? first : name, NULL);
  add_label (box, head, "slip-first");
  add_label (box, last, "slip-last");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (slip, "slip");
  if (host)
    gtk_widget_add_css_class (slip, "host");
  g_object_set_data (G_OBJECT (slip), "rt-person", (gpointer) person);
  g_object_set_data_full (G_OBJECT (slip), "rt-record", rt_record_ref (record), rt_record_unref);
  words = record->organisation != NULL ? g_strdup_printf ("%s, %s", name, record->organisation)
                                       : g_strdup (name);
  gtk_widget_set_tooltip_text (slip, words);
  show_marks (slip, box, name, is_pinned (session, person), is_broken (session, person));
  add_input (slip, session);
  return slip;
}

static RtId
child_person (GtkWidget *child)
{
  return slip_person (gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child)));
}

/* A record that was changed is another one: its slip is made anew. */
static gboolean
still_shows (GtkFlowBoxChild *child, RtSession *session, RtId person, RtId host)
{
  GtkWidget *slip = gtk_flow_box_child_get_child (child);

  return slip_person (slip) == person
         && g_object_get_data (G_OBJECT (slip), "rt-record")
                == rt_plan_find_person (rt_session_get_plan (session), person)
         && gtk_widget_has_css_class (slip, "host") == (person == host)
         && gtk_widget_has_css_class (slip, "pinned") == is_pinned (session, person)
         && gtk_widget_has_css_class (slip, "wrong") == is_broken (session, person);
}

static GtkWidget *
new_slip_at (RtSession *session, GPtrArray *ids, guint at, RtId host)
{
  RtId person = g_ptr_array_index (ids, at);

  return new_slip (session, person, person == host);
}

/**
 * rt_slips_fill:
 * @box: holds slips
 * @session: whose people they are
 * @ids: (element-type utf8): who shall be there, in order
 * @host: (nullable): who of them leads the table
 *
 * Slips that stay are kept, so that focus and scrolling stay where they are.
 */
void
rt_slips_fill (GtkFlowBox *box, RtSession *session, GPtrArray *ids, RtId host)
{
  guint at = 0;
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (box, (int) at)) != NULL)
    {
      if (at < ids->len && still_shows (child, session, g_ptr_array_index (ids, at), host))
        at++;
      else if (at < ids->len && child_person (GTK_WIDGET (child)) != g_ptr_array_index (ids, at)
               && g_ptr_array_find (ids, child_person (GTK_WIDGET (child)), NULL))
        gtk_flow_box_insert (box, new_slip_at (session, ids, at, host), (int) at);
      else
        gtk_flow_box_remove (box, GTK_WIDGET (child));
    }
  for (; at < ids->len; at++)
    gtk_flow_box_insert (box, new_slip_at (session, ids, at, host), -1);
  for (at = 0; (child = gtk_flow_box_get_child_at_index (box, (int) at)) != NULL; at++)
    gtk_widget_set_focusable (GTK_WIDGET (child), FALSE);
}

RtId
rt_slips_get_focused (GtkFlowBox *box)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (box));

  return child != NULL ? child_person (child) : NULL;
}

GtkWidget *
rt_slips_find (GtkFlowBox *box, RtId person)
{
  GtkFlowBoxChild *child;

  for (int i = 0; (child = gtk_flow_box_get_child_at_index (box, i)) != NULL; i++)
    if (child_person (GTK_WIDGET (child)) == person)
      return gtk_flow_box_child_get_child (child);
  return NULL;
}

/* The whole name is where the pointer rests, and what a screen reader says. */
static void
shorten (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
      gtk_label_set_lines (GTK_LABEL (widget), 1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    shorten (child);
}

void
rt_slips_shorten (GtkFlowBox *box)
{
  GtkFlowBoxChild *child;

  for (int i = 0; (child = gtk_flow_box_get_child_at_index (box, i)) != NULL; i++)
    shorten (GTK_WIDGET (child));
}
