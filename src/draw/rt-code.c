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

static void
paint (cairo_t *cr, const QRcode *code, double x, double y, double module)
{
  cairo_save (cr);
  /* One path, so that no hairline shows between two squares that touch. */
  for (int row = 0; row < code->width; row++)
    for (int column = 0, n; column < code->width; column += n)
      {
        const unsigned char *at = code->data + row * code->width + column;

        for (n = 1; (*at & 1) && column + n < code->width && (at[n] & 1); n++)
          ;
        if (*at & 1)
          cairo_rectangle (cr, x + column * module, y + row * module, n * module, module);
      }
  cairo_set_source_rgb (cr, 0.0, 0.0, 0.0);
  cairo_fill (cr);
  cairo_restore (cr);
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
