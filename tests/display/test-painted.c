/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Under a window manager, what is on the screen is read back: GTK 4.8 can lose a request for a new
 * size, and then paints nothing until the window is resized, which no property of a widget tells.
 */

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <gdk/x11/gdkx.h>

#include "test-screen.h"

#define LOOK_EVERY 50   /* ms */
#define FRAMES 20       /* in which the window can have settled */
#define HEIGHT 840      /* px, with the shadow */
#define LEAST_COLOURS 8 /* an empty window has one or two */
#define STEP 3          /* pixels from one that is looked at to the next */

static RtApplication *application;

typedef struct
{
  const char *page;
  int width;
  gboolean large; /* text */
} Case;

typedef struct
{
  GtkWidget *window;
  guint frames;
} Watch;

static gboolean
look_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  ((Watch *) data)->frames++;
  return G_SOURCE_CONTINUE;
}

static gboolean
has_settled (gpointer data)
{
  return ((Watch *) data)->frames >= FRAMES;
}

/* How many colours the middle of the window shows: of all its pixels some, in rows and columns. */
static guint
count_colours (GtkWidget *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  Display *display = gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface));
  int width = gdk_surface_get_width (surface), height = gdk_surface_get_height (surface);
  g_autoptr (GHashTable) colours = g_hash_table_new (NULL, NULL);
  XImage *image = XGetImage (display, gdk_x11_surface_get_xid (surface), width / 4, height / 4,
                             width / 2, height / 2, AllPlanes, ZPixmap);

  g_assert_nonnull (image);
  for (int y = 0; y < image->height; y += STEP)
    for (int x = 0; x < image->width; x += STEP)
      g_hash_table_add (colours, GSIZE_TO_POINTER (XGetPixel (image, x, y)));
  XDestroyImage (image);
  return g_hash_table_size (colours);
}

/* A window manager says so at the root window once it is there. */
static gboolean
is_managed (gpointer data)
{
  Display *display = gdk_x11_display_get_xdisplay (gdk_display_get_default ());
  Atom type, property = XInternAtom (display, "_NET_SUPPORTING_WM_CHECK", False);
  int format;
  unsigned long n = 0, rest;
  unsigned char *bytes = NULL;

  XGetWindowProperty (display, DefaultRootWindow (display), property, 0, 1, False, AnyPropertyType,
                      &type, &format, &n, &rest, &bytes);
  if (bytes)
    XFree (bytes);
  return n > 0;
}

static gboolean
is_painted (gpointer data)
{
  return count_colours (((Watch *) data)->window) >= LEAST_COLOURS;
}

static RtSession *
open_sample (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples",
                                                 "leadership-styles.rotunda.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  RtSession *session = rt_session_open (file, &error);

  g_assert_no_error (error);
  return session;
}

/* As if an edge was dragged: the window manager gives the window another width. */
static void
resize (GtkWidget *window, int width)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  Display *display = gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface));
  int shadow = gdk_surface_get_width (surface) - gtk_widget_get_width (window);

  XResizeWindow (display, gdk_x11_surface_get_xid (surface), width + shadow, HEIGHT);
}

/* The page is gone to once the window has its width, as people do; then it is what is seen. */
static void
test_page (const Case *self)
{
  g_autoptr (RtSession) session = open_sample ();
  RtWindow *window = rt_window_new (GTK_APPLICATION (application), session);
  Watch watch = { GTK_WIDGET (window) };

  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_add_tick_callback (GTK_WIDGET (window), frame_cb, &watch, NULL);
  test_wait (has_settled, &watch);
  resize (GTK_WIDGET (window), self->width);
  watch.frames = 0;
  test_wait (has_settled, &watch);
  rt_window_show_page (window, self->page);
  watch.frames = 0;
  test_wait (has_settled, &watch);
  test_wait (is_painted, &watch);
  rt_window_close_now (window);
  test_settle ();
}

/* Only the first window of a program was ever empty: each case has a program of its own. */
static void
test_case (gconstpointer data)
{
  const Case *self = data;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  application = test_start ();
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", NULL);
  if (self->large)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 144 * PANGO_SCALE, NULL);
  test_page (self);
}

int
main (int argc, char *argv[])
{
  static const Case cases[] = {
    { "room", 1064 }, { "room", 1090 }, { "room", 1130 }, { "room", 700 }, { "room", 1100, TRUE },
    { "rounds", 1090 }, { "rounds", 700 }, { "rounds", 1100, TRUE },
  };
  g_autoptr (GSubprocess) manager = NULL;
  guint looking;
  int failed;

  gtk_test_init (&argc, &argv, NULL);
  if (!test_has ("metacity"))
    return 0;
  looking = g_timeout_add (LOOK_EVERY, look_cb, NULL);
  if (!g_test_subprocess ())
    manager = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE
                                | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL, "metacity", NULL);
  test_wait (is_managed, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/painted/%s/%d%s", cases[i].page, cases[i].width,
                                               cases[i].large ? "/large" : "");

      g_test_add_data_func (path, &cases[i], test_case);
    }
  failed = g_test_run ();
  g_source_remove (looking);
  if (manager)
    g_subprocess_force_exit (manager);
  return failed;
}
