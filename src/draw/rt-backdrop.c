/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-backdrop.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rt-error.h"

#define MOST_URI (4 * 1024 * 1024) /* characters: what the file may hold */
#define MOST_SIDE 4000             /* pixels: more is read smaller */
#define DRAWN_SIDE 1600            /* pixels: a drawing is read so large, whatever it says */

struct _RtBackdrop {
  RtRecord *record; /* whose picture it is */
  cairo_surface_t *surface;
};

/* A picture that would fill the memory is read smaller; one that is drawn anew at every size is
 * read as large as a room is shown. */
static void
prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  gboolean drawn = gdk_pixbuf_format_is_scalable (gdk_pixbuf_loader_get_format (loader));
  double share = (drawn ? DRAWN_SIDE : MOST_SIDE) / (double) MAX (MAX (width, height), 1);

  if (drawn || share < 1.0)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * share)),
                                MAX (1, (int) (height * share)));
}

/* @mime: (out) (optional): of what is read, if it is of a kind that every reader of plans knows */
static GdkPixbuf *
read_bytes (const guint8 *data, gsize n, const char **mime)
{
  static const char *const known[][2]
      = { { "png", "image/png" }, { "jpeg", "image/jpeg" }, { "svg", "image/svg+xml" } };
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autofree char *name = NULL;
  gboolean good;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (prepared_cb), NULL);
  good = gdk_pixbuf_loader_write (loader, data, n, NULL);
  /* A loader is always closed; what it says then does not matter if it could not be fed. */
  good = gdk_pixbuf_loader_close (loader, NULL) && good;
  if (!good || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    return NULL;
  name = gdk_pixbuf_format_get_name (gdk_pixbuf_loader_get_format (loader));
  for (guint i = 0; mime != NULL && i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (name, known[i][0]))
      *mime = known[i][1];
  return g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
}

/* cairo wants each colour already multiplied by how much it covers. */
static cairo_surface_t *
to_surface (const GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int channels = gdk_pixbuf_get_n_channels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  guint8 *to = cairo_image_surface_get_data (surface);

  for (int y = 0; to != NULL && y < height; y++)
    {
      const guint8 *from = gdk_pixbuf_read_pixels (pixbuf) + (gsize) y
                           * (gsize) gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *line = (guint32 *) (gpointer) (to + (gsize) y
                                              * (gsize) cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++, from += channels)
        {
          guint32 alpha = channels == 4 ? from[3] : 255;

          line[x] = alpha << 24 | (from[0] * alpha / 255) << 16 | (from[1] * alpha / 255) << 8
                    | (from[2] * alpha / 255);
        }
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/**
 * rt_backdrop_read:
 * @uri: a data URI
 *
 * Returns: (transfer full) (nullable): the picture, at most 4,000 pixels wide and high
 */
cairo_surface_t *
rt_backdrop_read (const char *uri)
{
  const char *comma = strchr (uri, ',');
  g_autofree guint8 *data = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  gsize n = 0;

  if (comma == NULL || comma - uri < 7 || strncmp (comma - 7, ";base64", 7) != 0)
    return NULL;
  data = g_base64_decode (comma + 1, &n);
  pixbuf = read_bytes (data, n, NULL);
  return pixbuf != NULL ? to_surface (pixbuf) : NULL;
}

static char *
to_uri (const char *mime, const guint8 *data, gsize n)
{
  g_autofree char *text = g_base64_encode (data, n);

  return g_strdup_printf ("data:%s;base64,%s", mime, text);
}

/* The picture as JPEG, smaller and smaller until it fits into a plan. */
static char *
shrink (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);

  for (double side = 2400.0; side > 200.0; side *= 0.7)
    {
      double share = MIN (1.0, side / MAX (width, height));
      g_autoptr (GdkPixbuf) small
          = gdk_pixbuf_scale_simple (pixbuf, MAX (1, (int) (width * share)),
                                     MAX (1, (int) (height * share)), GDK_INTERP_BILINEAR);
      g_autoptr (GdkPixbuf) plain
          = gdk_pixbuf_composite_color_simple (small, gdk_pixbuf_get_width (small),
                                               gdk_pixbuf_get_height (small), GDK_INTERP_NEAREST,
                                               255, 16, 0xffffff, 0xffffff);
      g_autofree char *data = NULL;
      gsize n;

      if (gdk_pixbuf_save_to_buffer (plain, &data, &n, "jpeg", NULL, "quality", "85", NULL)
          && n / 3 * 4 + 64 <= MOST_URI)
        return to_uri ("image/jpeg", (const guint8 *) data, n);
    }
  return NULL;
}

/**
 * rt_backdrop_dup_uri:
 * @bytes: a picture file: PNG, JPEG, SVG, or what else the system reads
 * @name: what the file is called, for people
 * @error: for people
 *
 * PNG, JPEG and SVG are kept as they are where they fit into the 4 MiB that a plan may hold; what
 * is larger, or of another kind, becomes a smaller JPEG.
 *
 * Returns: (transfer full): a data URI; or %NULL with %RT_ERROR_FORMAT
 */
char *
rt_backdrop_dup_uri (GBytes *bytes, const char *name, GError **error)
{
  const char *mime = NULL;
  gsize n;
  const guint8 *data = g_bytes_get_data (bytes, &n);
  g_autoptr (GdkPixbuf) pixbuf = n > 0 ? read_bytes (data, n, &mime) : NULL;
  char *uri = NULL;

  if (pixbuf != NULL)
    uri = mime != NULL && n / 3 * 4 + 64 <= MOST_URI ? to_uri (mime, data, n) : shrink (pixbuf);
  if (uri == NULL)
    g_set_error (error, RT_ERROR, RT_ERROR_FORMAT,
                 _("“%s” is not a picture that can be read. Choose a PNG, JPEG or SVG file."),
                 name);
  return uri;
}

RtBackdrop *
rt_backdrop_new (void)
{
  return g_new0 (RtBackdrop, 1);
}

static void
forget (RtBackdrop *self)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->record, rt_record_unref);
}

void
rt_backdrop_free (RtBackdrop *self)
{
  forget (self);
  g_free (self);
}

/**
 * rt_backdrop_paint:
 * @cr: where 0, 0 is the room's upper left corner
 * @background: what to paint; a picture that cannot be read is none
 * @points_per_cm_x: how large a centimetre of the room is
 * @points_per_cm_y: the same, down
 * @strength: 0 to 1; what stands on it has to stand out
 */
void
rt_backdrop_paint (RtBackdrop *self, cairo_t *cr, const RtBackground *background,
                   double points_per_cm_x, double points_per_cm_y, double strength)
{
  double cm; /* a pixel of the picture */

  if (self->record != &background->parent)
    {
      forget (self);
      self->record = rt_record_ref ((gpointer) background);
      self->surface = rt_backdrop_read (background->picture);
    }
  if (self->surface == NULL || background->width <= 0)
    return;
  cm = background->width / (double) cairo_image_surface_get_width (self->surface);
  cairo_save (cr);
  cairo_scale (cr, points_per_cm_x, points_per_cm_y);
  cairo_translate (cr, background->x == RT_UNSET ? 0 : background->x,
                   background->y == RT_UNSET ? 0 : background->y);
  cairo_scale (cr, cm, cm);
  cairo_set_source_surface (cr, self->surface, 0.0, 0.0);
  cairo_paint_with_alpha (cr, strength);
  cairo_restore (cr);
}
