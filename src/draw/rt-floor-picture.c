/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-floor-picture.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "rt-sheet.h"

/*
 * The floor plan as a picture, for slides, mails and web pages: what is on the sheet, but with the
 * room in its true proportions, without a footer, and cut to what there is to be seen.
 */

#define AROUND 12.0       /* white, points */
#define DOTS (200.0 / 72) /* per point, of a PNG */

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* @round: from 0; beyond the last, the room without people. */
static void
paint (RtPages *pages, guint round, cairo_t *cr)
{
  gboolean any = round < pages->roll->n_rounds;
  RtPage page = { RT_SHEET_FLOOR, any ? round : 0, any ? 1 : 0, 0, 0 };

  cairo_set_source_rgb (cr, 0.0, 0.0, 0.0);
  rt_ink_begin (pages->ink, cr, NULL);
  rt_sheet_floor.paint (pages, &page);
  rt_ink_begin (pages->ink, NULL, NULL);
}

/* What is painted, with some white round it. */
static RtBox
measure (RtPages *pages, guint round)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  RtBox box;

  paint (pages, round, cr);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &box.x, &box.y, &box.width, &box.height);
  cairo_surface_destroy (surface);
  return (RtBox) { box.x - AROUND, box.y - AROUND, box.width + 2.0 * AROUND,
                   box.height + 2.0 * AROUND };
}

static cairo_surface_t *
new_surface (RtPicture kind, const RtBox *box, GByteArray *bytes)
{
  cairo_surface_t *surface;

  if (kind == RT_PICTURE_SVG)
    return cairo_svg_surface_create_for_stream (write_cb, bytes, box->width, box->height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (box->width * DOTS),
                                        (int) ceil (box->height * DOTS));
  cairo_surface_set_device_scale (surface, DOTS, DOTS);
  return surface;
}

/* Returns: whether it is all in @bytes. */
static cairo_status_t
make (RtPages *pages, guint round, RtPicture kind, GByteArray *bytes)
{
  RtBox box = measure (pages, round);
  cairo_surface_t *surface = new_surface (kind, &box, bytes);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  cairo_translate (cr, -box.x, -box.y);
  paint (pages, round, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (kind == RT_PICTURE_PNG && status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_cb, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

/**
 * rt_floor_picture_make:
 * @round: 0 = the room and its tables; else the number of a round, with everybody's name at their
 *   table
 * @error: %RT_ERROR_REFUSED if there is no table, or no such round; %G_IO_ERROR_FAILED
 *
 * Returns: (transfer full) (nullable): the floor plan as a picture, black on white
 */
GBytes *
rt_floor_picture_make (RtPlan *plan, guint round, RtPicture kind, GError **error)
{
  RtPagesOptions options = { .sheets = RT_SHEETS (RT_SHEET_FLOOR), .floor_names = round > 0 };
  g_autoptr (RtPages) pages = rt_pages_new (plan, &options, NULL, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status;

  if (pages == NULL)
    return NULL;
  if (rt_pages_get_n (pages) == 0)
    {
      g_set_error_literal (error, RT_ERROR, RT_ERROR_REFUSED, _(rt_sheet_floor.none));
      return NULL;
    }
  if (round > pages->roll->n_rounds)
    {
      g_set_error (error, RT_ERROR, RT_ERROR_REFUSED,
                   ngettext ("There is no round %u: the plan has %u round.",
                             "There is no round %u: the plan has %u rounds.",
                             pages->roll->n_rounds), round, pages->roll->n_rounds);
      return NULL;
    }
  rt_floor_fit_page (pages);
  status = make (pages, round - 1, kind, bytes);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  /* Translators: %s says why */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture could not be made: %s."),
               cairo_status_to_string (status));
  return NULL;
}
