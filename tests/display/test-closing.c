/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What still hangs on a window or a page that goes, and rows of text in a window too low for them:
 * GTK 4.8 complains of each unless it is spared. */

#include <X11/Xlib.h>

#include "rt-frame.h"
#include "rt-popovers.h"
#include "test-screen.h"

static RtApplication *application;

/* Questions. */

static gboolean
click_cb (gpointer button)
{
  g_signal_emit_by_name (button, "clicked");
  return G_SOURCE_REMOVE;
}

static gboolean
is_gone (gpointer data)
{
  g_main_context_wakeup (NULL);
  return *(gpointer *) data == NULL;
}

/* The window ends within the answer, before the question that was asked over it. */
static void
test_discard (void)
{
  g_autoptr (RtPlan) plan = test_plan ();
  RtSession *session = rt_session_new_for_plan (plan, NULL);
  RtWindow *window = test_window (application, session);
  GtkWindow *question;

  gtk_widget_activate_action (GTK_WIDGET (window), "plan.add-round", NULL);
  g_assert_true (rt_session_is_modified (session));
  g_object_unref (session);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  question = test_wait_for_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_object_add_weak_pointer (G_OBJECT (question), (gpointer *) &question);
  g_idle_add (click_cb, gtk_widget_get_ancestor (test_find_label (GTK_WIDGET (question), "Discard"),
                                                 GTK_TYPE_BUTTON));
  test_wait (is_gone, &question);
  test_wait (is_gone, &window);
}

/* Menus. */

/* In a narrow window the list slides away to make room for a person, and takes its menu along. */
static void
test_page_slides (void)
{
  g_autoptr (RtPlan) plan = test_plan ();
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
  RtWindow *window = rt_window_new (GTK_APPLICATION (application), session);
  GtkWidget *drop, *popover;

  gtk_window_set_default_size (GTK_WINDOW (window), 400, 700);
  gtk_window_present (GTK_WINDOW (window));
  test_wait (test_is_mapped, window);
  rt_window_show_page (window, "people");
  drop = test_find_seen (GTK_WIDGET (window), GTK_TYPE_DROP_DOWN);
  popover = test_find (drop, GTK_TYPE_POPOVER, 0);
  gtk_widget_activate (drop);
  test_wait (test_is_mapped, popover);
  gtk_widget_activate_action (GTK_WIDGET (window), "plan.edit-person", "s", "pa");
  g_assert_false (gtk_widget_get_visible (popover));
  test_settle ();
  rt_window_close_now (window);
  test_settle ();
}

static void
remove_model (GtkMenuButton *button, RtWindow *window)
{
  gtk_menu_button_set_menu_model (button, NULL);
}

static void
close_window (GtkMenuButton *button, RtWindow *window)
{
  rt_window_close_now (window);
}

/* Whatever ends what it hangs on, nothing of an open menu stays. */
static void
test_menu_goes (gconstpointer end)
{
  RtWindow *window = test_window (application, NULL);
  GtkMenuButton *button = test_find_seen (GTK_WIDGET (window), GTK_TYPE_MENU_BUTTON);
  GtkWidget *menu;

  gtk_menu_button_popup (button);
  menu = GTK_WIDGET (gtk_menu_button_get_popover (button));
  g_object_add_weak_pointer (G_OBJECT (menu), (gpointer *) &menu);
  test_wait (test_is_mapped, menu);
  ((void (*) (GtkMenuButton *, RtWindow *)) end) (button, window);
  test_settle ();
  g_assert_null (menu);
  if (end != close_window)
    rt_window_close_now (window);
  test_settle ();
}

/* While another program has the keyboard a menu has to wait. */
static void
test_menu_waits (void)
{
  RtWindow *window = test_window (application, NULL);
  GtkWidget *menu = gtk_popover_new ();
  Display *other = XOpenDisplay (NULL);

  gtk_widget_set_parent (menu, test_find_seen (GTK_WIDGET (window), GTK_TYPE_MENU_BUTTON));
  g_assert_cmpint (XGrabKeyboard (other, DefaultRootWindow (other), False, GrabModeAsync,
                                  GrabModeAsync, CurrentTime), ==, GrabSuccess);
  XSync (other, False);
  rt_popovers_popup (GTK_POPOVER (menu));
  g_assert_false (gtk_widget_get_mapped (menu));
  XUngrabKeyboard (other, CurrentTime);
  XSync (other, False);
  test_wait (test_is_mapped, menu);
  gtk_widget_unparent (menu);
  XCloseDisplay (other);
  rt_window_close_now (window);
  test_settle ();
}

/* Choosing files. */

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gboolean *pressed)
{
  *pressed = TRUE;
}

static gboolean
is_pressed (gpointer data)
{
  return *(gboolean *) data;
}

static void
press (GtkWidget *widget)
{
  GtkGesture *gesture = gtk_gesture_click_new ();
  double x = gtk_widget_get_width (widget) / 2, y = gtk_widget_get_height (widget) / 2;
  g_autofree char *words = NULL;
  gboolean pressed = FALSE;

  g_signal_connect (gesture, "pressed", G_CALLBACK (pressed_cb), &pressed);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (gesture));
  test_to_screen (widget, &x, &y);
  words = g_strdup_printf ("mousemove %d %d mousedown 1", (int) x, (int) y);
  test_xdotool (words);
  test_wait (is_pressed, &pressed);
}

/* A chooser closes before the button that is pressed on its list is released. */
static void
test_pressed_chooser (void)
{
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");
  RtWindow *window;
  GtkWindow *chooser;
  GtkWidget *list;

  if (xdotool == NULL)
    {
      g_test_skip ("xdotool is not there");
      return;
    }
  window = test_window (application, NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open", NULL);
  chooser = test_wait_for_dialog (GTK_TYPE_FILE_CHOOSER);
  test_wait (test_is_mapped, chooser);
  list = test_find_seen (GTK_WIDGET (chooser), GTK_TYPE_TREE_VIEW);
  if (list)
    {
      g_object_add_weak_pointer (G_OBJECT (list), (gpointer *) &list);
      press (list);
    }
  gtk_window_close (chooser);
  test_wait (is_gone, &list);
  test_xdotool ("mouseup 1");
  rt_window_close_now (window);
  test_settle ();
}

/* Heights. */

static GtkWidget *
new_label (int above, int below)
{
  GtkWidget *label = gtk_label_new ("Ada sits with Bo");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_top (label, above);
  gtk_widget_set_margin_bottom (label, below);
  return label;
}

/* Its first label reaches lower than the second, which reaches higher. */
static GtkWidget *
new_row (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (row), new_label (0, 2));
  gtk_box_append (GTK_BOX (row), new_label (2, 0));
  return row;
}

/* What such rows ask for when nobody knows the width yet is less than they need. */
static void
test_too_low (void)
{
  GtkWidget *frame = g_object_ref_sink (g_object_new (RT_TYPE_FRAME, NULL));
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  int unknown, needed;

  gtk_box_append (GTK_BOX (page), new_row ());
  gtk_box_append (GTK_BOX (page), new_row ());
  g_object_set (frame, "child", page, NULL);
  gtk_widget_measure (page, GTK_ORIENTATION_VERTICAL, -1, &unknown, NULL, NULL, NULL);
  gtk_widget_measure (page, GTK_ORIENTATION_VERTICAL, 400, &needed, NULL, NULL, NULL);
  /* GTK 4.18 asks for enough. */
  if (gtk_get_minor_version () == 8)
    g_assert_cmpint (needed, >, unknown);
  gtk_widget_allocate (frame, 400, 10, -1, NULL);
  g_assert_cmpint (gtk_widget_get_height (page), >, needed);
  g_object_unref (frame);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  application = test_start ();
  g_test_add_func ("/closing/discard", test_discard);
  g_test_add_func ("/closing/page-slides", test_page_slides);
  g_test_add_data_func ("/closing/menu-of-window", close_window, test_menu_goes);
  g_test_add_data_func ("/closing/menu-of-button", remove_model, test_menu_goes);
  g_test_add_func ("/closing/menu-waits", test_menu_waits);
  g_test_add_func ("/closing/pressed-chooser", test_pressed_chooser);
  g_test_add_func ("/closing/too-low", test_too_low);
  return g_test_run ();
}
