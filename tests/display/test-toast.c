/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Toasts that are let go of while they still come: libadwaita 1.2 then uses what it has freed. */

#include "rt-toast.h"
#include "test-screen.h"

/* Longer than libadwaita moves a toast that comes in the place of another. */
#define MOVES_MS 700
/* What rt-toast.c gives it. */
#define COMES_US 600000

typedef struct
{
  GtkWindow *window;
  AdwToastOverlay *overlay;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->window = GTK_WINDOW (gtk_window_new ());
  self->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->overlay, gtk_label_new ("Ada sits with Bo"));
  gtk_window_set_child (self->window, GTK_WIDGET (self->overlay));
  gtk_window_set_default_size (self->window, 600, 300);
  gtk_window_present (self->window);
  test_wait (test_is_mapped, self->overlay);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (self->window);
}

static AdwToast *
add (Fixture *self, const char *words)
{
  AdwToast *toast = rt_toast_new (GTK_WIDGET (self->window), words);

  adw_toast_overlay_add_toast (self->overlay, g_object_ref (toast));
  return toast;
}

static gboolean
is_told (gpointer toast)
{
  return gtk_widget_get_mapped (adw_toast_get_custom_title (toast));
}

static gboolean
is_gone (gpointer toast)
{
  return !is_told (toast);
}

static gboolean
end_cb (gpointer ended)
{
  *(gboolean *)ended = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_true (gpointer ended)
{
  return *(gboolean *)ended;
}

static void
let_all_move (void)
{
  gboolean ended = FALSE;

  g_timeout_add (MOVES_MS, end_cb, &ended);
  test_wait (is_true, &ended);
}

static void
test_one_for_another (Fixture *self, gconstpointer data)
{
  g_autoptr (AdwToast) first = add (self, "Ada was added");
  g_autoptr (AdwToast) second = add (self, "Bo was added");

  test_wait (is_told, first);
  adw_toast_dismiss (first);
  test_wait (is_told, second);
  adw_toast_dismiss (second);
  test_wait (is_gone, second);
  let_all_move ();
  g_assert_true (is_gone (first));
}

/* What waits for its turn goes without having been seen. */
static void
test_in_the_queue (Fixture *self, gconstpointer data)
{
  g_autoptr (AdwToast) first = add (self, "Ada was added");
  g_autoptr (AdwToast) second = add (self, "Bo was added");
  g_autoptr (AdwToast) third = add (self, "Cy was added");

  adw_toast_dismiss (second);
  adw_toast_dismiss (first);
  test_wait (is_told, third);
  g_assert_true (is_gone (second));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Where nothing is painted for long, no toast has come by then: it goes when it has. */
static void
test_starved (Fixture *self, gconstpointer data)
{
  g_autoptr (AdwToast) toast = add (self, "Ada was added");
  gboolean ended = FALSE;
  guint n = 0;

  g_signal_connect_swapped (toast, "dismissed", G_CALLBACK (count_cb), &n);
  test_wait (is_told, toast);
  g_usleep (MOVES_MS * 1000);
  g_timeout_add (0, end_cb, &ended);
  test_wait (is_true, &ended);
  adw_toast_dismiss (toast);
  g_assert_cmpuint (n, ==, 0);
  g_usleep (MOVES_MS * 1000);
  test_wait (is_gone, toast);
  g_assert_cmpuint (n, ==, 1);
  let_all_move ();
}

static gboolean
dismiss_cb (GtkWidget *words, GdkFrameClock *clock, gpointer toast)
{
  gint64 *began = g_object_get_data (G_OBJECT (toast), "began");
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (*began == 0)
    *began = now;
  if (now - *began < COMES_US)
    return G_SOURCE_CONTINUE;
  adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

static void
realize_cb (GtkWidget *words, AdwToast *toast)
{
  gtk_widget_add_tick_callback (words, dismiss_cb, toast, NULL);
}

/* In the very frame in which it has come. */
static void
test_just_come (Fixture *self, gconstpointer data)
{
  g_autoptr (AdwToast) toast = rt_toast_new (GTK_WIDGET (self->window), "Ada was added");
  gint64 began = 0;
  guint n = 0;

  g_object_set_data (G_OBJECT (toast), "began", &began);
  g_signal_connect (adw_toast_get_custom_title (toast), "realize", G_CALLBACK (realize_cb), toast);
  g_signal_connect_swapped (toast, "dismissed", G_CALLBACK (count_cb), &n);
  adw_toast_overlay_add_toast (self->overlay, g_object_ref (toast));
  test_wait (is_told, toast);
  test_wait (is_gone, toast);
  let_all_move ();
  g_assert_cmpuint (n, ==, 1);
}

/* The window closes while a toast comes that is to go. */
static void
test_closed (Fixture *self, gconstpointer data)
{
  g_autoptr (AdwToast) toast = add (self, "Ada was added");

  test_wait (is_told, toast);
  adw_toast_dismiss (toast);
  gtk_window_set_child (self->window, NULL);
  let_all_move ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  g_test_add ("/toast/one-for-another", Fixture, NULL, set_up, test_one_for_another, tear_down);
  g_test_add ("/toast/in-the-queue", Fixture, NULL, set_up, test_in_the_queue, tear_down);
  g_test_add ("/toast/starved", Fixture, NULL, set_up, test_starved, tear_down);
  g_test_add ("/toast/just-come", Fixture, NULL, set_up, test_just_come, tear_down);
  g_test_add ("/toast/closed", Fixture, NULL, set_up, test_closed, tear_down);
  return g_test_run ();
}
