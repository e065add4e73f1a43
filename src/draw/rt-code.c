/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-code.h"

#include <qrencode.h>
#include <string.h>

/* Of the Extended Channel Interpretations: UTF-8. Without it, letters beyond ASCII are a guess. */
#define ECI_UTF_8 26

/* Level M: an eighth of the code may be folded or written on. */
static QRcode *
encode (const char *text)
{
  QRinput *input = QRinput_new2 (0, QR_ECLEVEL_M);
  QRcode *code = NULL;

  if ((g_str_is_ascii (text) || QRinput_appendECIheader (input, ECI_UTF_8) == 0)
      && QRinput_append (input, QR_MODE_8, (int) strlen (text), (const unsigned char *) text) == 0)
    code = QRcode_encodeInput (input);
  QRinput_free (input);
  return code;
}

/* A dot for each module; cairo counts bits from the end that the processor counts from. */
static cairo_surface_t *
make_mask (const QRcode *code)
{
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A1, code->width, code->width);
  unsigned char *data = cairo_image_surface_get_data (mask);
  int stride = cairo_image_surface_get_stride (mask);

  for (int y = 0; y < code->width; y++)
    for (int x = 0; x < code->width; x++)
      if (code->data[y * code->width + x] & 1)
        data[y * stride + x / 8] |= G_BYTE_ORDER == G_LITTLE_ENDIAN ? 1 << x % 8 : 0x80 >> x % 8;
  cairo_surface_mark_dirty (mask);
  return mask;
}

/* As a picture of dots it takes a tenth of what as many squares would, in time and in a PDF. */
static void
paint (cairo_t *cr, const QRcode *code, double x, double y, double module)
{
  cairo_surface_t *mask = make_mask (code);
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (mask);

  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, module, module);
  cairo_set_source_rgb (cr, 0.0, 0.0, 0.0);
  cairo_mask (cr, pattern);
  cairo_restore (cr);
  cairo_pattern_destroy (pattern);
  cairo_surface_destroy (mask);
}

/**
 * rt_code_draw:
 * @box: as large as it may be; it stands at its upper end
 * @text: UTF-8
 *
 * Draws a QR code (ISO/IEC 18004) that says @text. Round it, four modules have to stay white.
 *
 * Returns: whether there is one: a text of more than two thousand bytes has none
 */
gboolean
rt_code_draw (RtInk *ink, const RtBox *box, const char *text)
{
  cairo_t *cr = rt_ink_get_cairo (ink);
  QRcode *code = encode (text);
  double size = MIN (box->width, box->height);
  gboolean found = code != NULL;

  if (found && cr != NULL)
    paint (cr, code, rt_ink_turn (ink, box->x + box->width - size, size), box->y,
           size / code->width);
  QRcode_free (code);
  return found;
}
