/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The venue's own plan: read, kept in a plan, and painted under the tables. */

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "plans.h"
#include "rt-backdrop.h"
#include "rt-edit.h"
#include "rt-error.h"

static cairo_status_t
append_cb (void *data, const unsigned char *bytes, unsigned int n)
{
  g_byte_array_append (data, bytes, n);
  return CAIRO_STATUS_SUCCESS;
}

/* A picture of noise cannot be packed: it is as large as its pixels. */
static GBytes *
make_png (int width, int height, gboolean noise)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  GByteArray *bytes = g_byte_array_new ();
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1.0, 0.0, 0.0);
  cairo_paint (cr);
  cairo_destroy (cr);
  for (int i = 0; noise && i < width * height; i++)
    ((guint32 *) (gpointer) cairo_image_surface_get_data (surface))[i]
        = g_rand_int (random) | 0xff000000;
  cairo_surface_mark_dirty (surface);
  cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
test_kept (void)
{
  g_autoptr (GBytes) bytes = make_png (30, 20, FALSE);
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = rt_backdrop_dup_uri (bytes, "hall.png", &error);
  cairo_surface_t *surface;

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (uri, "data:image/png;base64,"));
  surface = rt_backdrop_read (uri);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 30);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 20);
  g_assert_cmphex (*(guint32 *) (gpointer) cairo_image_surface_get_data (surface), ==, 0xffff0000);
  cairo_surface_destroy (surface);
}

/* Drawings are a matter of the system, which may read none. */
static gboolean
reads_drawings (void)
{
  GSList *formats = gdk_pixbuf_get_formats ();
  gboolean found = FALSE;

  for (GSList *at = formats; at != NULL; at = at->next)
    {
      g_autofree char *name = gdk_pixbuf_format_get_name (at->data);

      found = found || g_str_equal (name, "svg");
    }
  g_slist_free (formats);
  return found;
}

/* A drawing is kept as it is, and is as sharp as a room is shown, whatever size it says. */
static void
test_drawing (void)
{
  static const char text[]
      = "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='20'>"
        "<rect width='15' height='20' fill='#f00'/><rect x='15' width='15' height='20' "
        "fill='#00f'/></svg>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autofree char *uri = NULL;
  cairo_surface_t *surface;
  const guint32 *pixels;
  int width;

  if (!reads_drawings ())
    {
      g_test_skip ("SVG is not read here");
      return;
    }
  uri = rt_backdrop_dup_uri (bytes, "hall.svg", NULL);
  g_assert_true (g_str_has_prefix (uri, "data:image/svg+xml;base64,"));
  surface = rt_backdrop_read (uri);
  width = cairo_image_surface_get_width (surface);
  g_assert_cmpint (width, ==, 1600);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 1066);
  /* The row in the middle: what lies on an edge is not of one colour. */
  pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface) + 533 * width;
  g_assert_cmphex (pixels[2], ==, 0xffff0000);
  g_assert_cmphex (pixels[width / 2 - 2], ==, 0xffff0000);
  g_assert_cmphex (pixels[width / 2 + 2], ==, 0xff0000ff);
  cairo_surface_destroy (surface);
}

/* What a plan may not hold becomes smaller, and is a JPEG then. */
static void
test_shrunk (void)
{
  g_autoptr (GBytes) bytes = make_png (1400, 1000, TRUE);
  g_autofree char *uri = rt_backdrop_dup_uri (bytes, "hall.png", NULL);
  cairo_surface_t *surface;

  g_assert_cmpuint (g_bytes_get_size (bytes), >, 3 * 1024 * 1024);
  g_assert_true (g_str_has_prefix (uri, "data:image/jpeg;base64,"));
  g_assert_cmpuint (strlen (uri), <=, 4 * 1024 * 1024);
  surface = rt_backdrop_read (uri);
  g_assert_nonnull (surface);
  cairo_surface_destroy (surface);
}

static void
test_unreadable (void)
{
  static const char *const texts[]
      = { "", "%PDF-1.4 this is no picture", "\x89PNG\r\n\x1a\n cut" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (rt_backdrop_dup_uri (bytes, "hall.pdf", &error));
      g_assert_error (error, RT_ERROR, RT_ERROR_FORMAT);
      g_assert_cmpstr (error->message, ==,
                       "“hall.pdf” is not a picture that can be read. Choose a PNG, JPEG or SVG "
                       "file.");
    }
  g_assert_null (rt_backdrop_read ("data:image/png,abc"));
  g_assert_null (rt_backdrop_read ("data:image/png;base64,abc"));
}

static RtRecord *
make_background (void)
{
  g_autoptr (GBytes) bytes = make_png (30, 20, FALSE);
  g_autofree char *uri = rt_backdrop_dup_uri (bytes, "hall.png", NULL);
  RtBackground *background = rt_record_new (&rt_background_class, NULL);

  rt_set_text (&background->picture, uri);
  background->x = 100;
  background->y = 50;
  background->width = 300;
  return &background->parent;
}

static const RtBackground *
background_of (RtPlan *plan)
{
  return ((const RtRoom *) rt_plan_get (plan, RT_PART_ROOM, 0))->background;
}

static void
test_change (void)
{
  g_autoptr (RtPlan) plan = plans_read ("'tables': []");
  g_autoptr (RtRecord) record = make_background ();
  const RtBackground *background = (const RtBackground *) record;
  GError *error = NULL;
  RtChange *change;

  plans_do (plan, rt_edit_set_background (plan, background, NULL), "Set the Venue Plan");
  g_assert_cmpint (background_of (plan)->width, ==, 300);
  change = rt_edit_set_background (plan, background, &error);
  plans_refuse (change, error, "That is so already.");
  plans_do (plan, rt_edit_set_background (plan, NULL, NULL), "Remove the Venue Plan");
  g_assert_null (background_of (plan));
}

/* It stands where it should, at two points for a centimetre, and is not as strong as the tables. */
static void
test_paint (void)
{
  g_autoptr (RtRecord) background = make_background ();
  g_autoptr (RtBackdrop) backdrop = rt_backdrop_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1000, 800);
  cairo_t *cr = cairo_create (surface);
  const guint32 *pixels;

  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  rt_backdrop_paint (backdrop, cr, (const RtBackground *) background, 2.0, 2.0, 0.5);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface);
  g_assert_cmphex (pixels[300 * 1000 + 150], ==, 0xffffffff);
  g_assert_cmphex (pixels[300 * 1000 + 500] & 0xff0000, ==, 0xff0000);
  g_assert_cmphex (pixels[300 * 1000 + 500] & 0xff, <, 0xff);
  g_assert_cmphex (pixels[300 * 1000 + 500] & 0xff, >, 0x20);
  g_assert_cmphex (pixels[300 * 1000 + 850], ==, 0xffffffff);
  g_assert_cmphex (pixels[550 * 1000 + 500], ==, 0xffffffff);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backdrop/kept", test_kept);
  g_test_add_func ("/backdrop/drawing", test_drawing);
  g_test_add_func ("/backdrop/shrunk", test_shrunk);
  g_test_add_func ("/backdrop/unreadable", test_unreadable);
  g_test_add_func ("/backdrop/change", test_change);
  g_test_add_func ("/backdrop/paint", test_paint);
  return g_test_run ();
}
