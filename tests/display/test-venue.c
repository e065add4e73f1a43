/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The venue's own plan, a picture under the tables: chosen, made true to size by two points and a
 * distance, and taken away again. */

#include "rt-backdrop.h"
#include "rt-length-row.h"
#include "rt-venue-dialog.h"
#include "test-screen.h"

#define DISTANCE 0 /* rows, in their order */
#define WIDTH 1

static RtApplication *application;

typedef struct {
  TEST_WINDOW_MEMBERS
  GtkWindow *dialog;
} Fixture;

static cairo_status_t
append_cb (void *data, const unsigned char *bytes, unsigned int n)
{
  g_byte_array_append (data, bytes, n);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make_png (int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  GByteArray *bytes = g_byte_array_new ();

  cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  test_window_open ((TestWindow *) f, application, NULL);
  f->dialog = rt_venue_dialog_new (GTK_WINDOW (f->window), f->session);
  gtk_window_present (f->dialog);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  test_window_close_later ((TestWindow *) f, data);
}

static const RtBackground *
background_of (Fixture *f)
{
  return ((const RtRoom *) rt_plan_get (f->plan, RT_PART_ROOM, 0))->background;
}

static void
press (Fixture *f, const char *label)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = test_find (GTK_WIDGET (f->dialog), GTK_TYPE_BUTTON, i);

      g_assert_nonnull (button);
      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) != 0)
        continue;
      g_signal_emit_by_name (button, "clicked");
      return;
    }
}

static void
take (Fixture *f, int width, int height)
{
  g_autoptr (GBytes) bytes = make_png (width, height);

  rt_venue_dialog_take (RT_VENUE_DIALOG (f->dialog), bytes, "hall.png");
}

/* Half of the picture's width is six metres: it is twelve metres wide. */
static void
test_two_points (Fixture *f, gconstpointer data)
{
  take (f, 400, 200);
  rt_venue_dialog_mark (RT_VENUE_DIALOG (f->dialog), 0.25, 0.5);
  rt_venue_dialog_mark (RT_VENUE_DIALOG (f->dialog), 0.75, 0.5);
  g_signal_emit_by_name (test_find (GTK_WIDGET (f->dialog), RT_TYPE_LENGTH_ROW, DISTANCE),
                         "changed", 600);
  press (f, "_Use This Picture");
  g_assert_cmpint (background_of (f)->width, ==, 1200);
  g_assert_cmpint (background_of (f)->x, ==, 0);
  g_assert_true (g_str_has_prefix (background_of (f)->picture, "data:image/png;base64,"));
  g_assert_cmpstr (rt_history_undo_label (rt_session_get_history (f->session)), ==,
                   "Set the Venue Plan");
  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.undo", NULL);
  g_assert_null (background_of (f));
}

/* Points down the picture count in its own widths; a third click begins anew. */
static void
test_down (Fixture *f, gconstpointer data)
{
  take (f, 400, 200);
  rt_venue_dialog_mark (RT_VENUE_DIALOG (f->dialog), 0.9, 0.9);
  rt_venue_dialog_mark (RT_VENUE_DIALOG (f->dialog), 0.1, 0.1);
  rt_venue_dialog_mark (RT_VENUE_DIALOG (f->dialog), 0.5, 0.0);
  rt_venue_dialog_mark (RT_VENUE_DIALOG (f->dialog), 0.5, 1.0);
  g_signal_emit_by_name (test_find (GTK_WIDGET (f->dialog), RT_TYPE_LENGTH_ROW, DISTANCE),
                         "changed", 500);
  press (f, "_Use This Picture");
  g_assert_cmpint (background_of (f)->width, ==, 1000);
}

/* Without a pointer: the width as a number. */
static void
test_width (Fixture *f, gconstpointer data)
{
  take (f, 400, 200);
  g_signal_emit_by_name (test_find (GTK_WIDGET (f->dialog), RT_TYPE_LENGTH_ROW, WIDTH), "changed",
                         850);
  press (f, "_Use This Picture");
  g_assert_cmpint (background_of (f)->width, ==, 850);
}

static void
test_remove (Fixture *f, gconstpointer data)
{
  take (f, 400, 200);
  press (f, "_Use This Picture");
  g_assert_cmpint (background_of (f)->width, ==, 900);
  f->dialog = rt_venue_dialog_new (GTK_WINDOW (f->window), f->session);
  gtk_window_present (f->dialog);
  press (f, "_Remove");
  g_assert_null (background_of (f));
}

/* A file that is no picture is said to be none, and nothing is changed. */
static void
test_bad_file (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.4", 8);
  GtkWidget *status = test_find (GTK_WIDGET (f->dialog), ADW_TYPE_STATUS_PAGE, 0);

  rt_venue_dialog_take (RT_VENUE_DIALOG (f->dialog), bytes, "hall.pdf");
  g_assert_cmpstr (adw_status_page_get_description (ADW_STATUS_PAGE (status)), ==,
                   "“hall.pdf” is not a picture that can be read. Choose a PNG, JPEG or SVG "
                   "file.");
  g_assert_null (background_of (f));
  gtk_window_close (f->dialog);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  application = test_start ();
  ADD ("/venue/two-points", test_two_points);
  ADD ("/venue/down", test_down);
  ADD ("/venue/width", test_width);
  ADD ("/venue/remove", test_remove);
  ADD ("/venue/bad-file", test_bad_file);
  return g_test_run ();
}
