/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-seat-cell.h"

#include "rt-slip.h"

/* What is done is done in the cell's round, which is the one in hand from then on. Returns: its
 * session; NULL: the cell shows something that is gone. */
static RtSession *
take_up (GtkWidget *cell)
{
  RtSeatCellGet get = (RtSeatCellGet) g_object_get_data (G_OBJECT (cell), "rt-get");
  guint round = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), "rt-round"));
  const char *person = g_object_get_data (G_OBJECT (cell), "rt-person");
  RtSession *session = get (cell);

  if (session == NULL || person == NULL
      || round >= rt_plan_get_n (rt_session_get_plan (session), RT_PART_ROUNDS))
    return NULL;
  /* A press alone focuses the first cell of its row. */
  gtk_widget_grab_focus (cell);
  gtk_widget_activate_action (cell, "plan.select-person", "s", person);
  gtk_widget_activate_action (cell, "plan.show-round", "u", round);
  return session;
}

static void
clicked_cb (GtkWidget *cell)
{
  RtSession *session = take_up (cell);

  if (session != NULL)
    rt_slip_ask (cell, session, "rounds.move-to");
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, GtkWidget *cell)
{
  RtSession *session = take_up (cell);

  if (session != NULL)
    rt_slip_show_menu (cell, session);
}

/* Space presses the button, as everywhere in lists. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        GtkWidget *cell)
{
  RtSession *session;

  if (!rt_slip_has_key (key, state) || key == GDK_KEY_space || key == GDK_KEY_KP_Space)
    return GDK_EVENT_PROPAGATE;
  session = take_up (cell);
  return session != NULL ? rt_slip_key (cell, session, key, state) : GDK_EVENT_PROPAGATE;
}

GtkWidget *
rt_seat_cell_new (RtSeatCellGet get)
{
  GtkWidget *cell = gtk_button_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (cell, "flat");
  g_object_set_data (G_OBJECT (cell), "rt-get", (gpointer) get);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), cell);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), cell);
  g_signal_connect (cell, "clicked", G_CALLBACK (clicked_cb), NULL);
  g_signal_connect (cell, "destroy", G_CALLBACK (rt_slip_forget_menu), NULL);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (cell, key);
  return cell;
}

void
rt_seat_cell_set (GtkWidget *cell, guint round, RtId person)
{
  g_object_set_data (G_OBJECT (cell), "rt-round", GUINT_TO_POINTER (round));
  g_object_set_data (G_OBJECT (cell), "rt-person", (gpointer) person);
}

static gboolean
is_about (GtkWidget *widget, guint round, RtId person)
{
  GObject *object = G_OBJECT (widget);

  return g_object_get_data (object, "rt-get") != NULL
         && g_object_get_data (object, "rt-person") == person
         && GPOINTER_TO_UINT (g_object_get_data (object, "rt-round")) == round;
}

static GtkWidget *
find_cell (GtkWidget *widget, guint round, RtId person)
{
  GtkWidget *found = is_about (widget, round, person) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_cell (child, round, person);
  return found;
}

void
rt_seat_cell_keep_focus (GtkWidget *grid, RtSeatCellChange change, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (grid);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL, *cell;
  gboolean ours = focus != NULL && gtk_widget_is_ancestor (focus, grid)
                  && g_object_get_data (G_OBJECT (focus), "rt-get") != NULL;
  RtId person = ours ? g_object_get_data (G_OBJECT (focus), "rt-person") : NULL;
  guint round = ours ? GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (focus), "rt-round")) : 0;

  change (data);
  cell = person != NULL ? find_cell (grid, round, person) : NULL;
  if (cell != NULL)
    gtk_widget_grab_focus (cell);
}
