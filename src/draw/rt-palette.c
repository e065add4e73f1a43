/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-palette.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HEX(value)                                                                                 \
  {                                                                                                \
    (((value) >> 16) & 0xff) / 255.0, (((value) >> 8) & 0xff) / 255.0, ((value) &0xff) / 255.0     \
  }

/* Nine of Paul Tol's muted colours and three found by search, so that any two differ for every
 * kind of sight. The first themes of a plan differ most. */
static const struct {
  RtColour colour;
  const char *name;
} themes[RT_N_COLOURS] = {
  { HEX (0x332288), N_("indigo") }, { HEX (0xDDCC77), N_("sand") },
  { HEX (0x88CCEE), N_("sky") },    { HEX (0x117733), N_("green") },
  { HEX (0xCC6677), N_("rose") },   { HEX (0x999933), N_("olive") },
  { HEX (0x44AA99), N_("teal") },   { HEX (0x882255), N_("wine") },
  { HEX (0xAA4499), N_("purple") }, { HEX (0x937BF4), N_("violet") },
  { HEX (0xD3DDC6), N_("sage") },   { HEX (0x51331F), N_("brown") },
};

static const RtFloorColours floors[] = {
  [RT_LOOK_LIGHT] = {
    .floor = HEX (0xF1EFEA), .room_line = HEX (0xD5D1C8), .grid = HEX (0xE6E3DC),
    .object = HEX (0xDEDCD6), .object_line = HEX (0xCFCCC4),
    .slip = HEX (0xFFFEFB), .slip_line = HEX (0x89847A),
    .text = HEX (0x2E2E2E), .dim = HEX (0x5E5C64),
    .number = HEX (0x2E2E2E), .top = HEX (0xFFFFFF), .seam = HEX (0x3D3846),
    .accent = HEX (0x3584E4), .accent_fill = HEX (0xD6E4F5),
    .warn_line = HEX (0xB06A00), .warn_fill = HEX (0xFDF0D5), .warn_text = HEX (0x8A4B00),
    .pin = HEX (0x5E5C64), .line = 1.0, .share = 0.13, .lighten = 0.0,
  },
  [RT_LOOK_DARK] = {
    .floor = HEX (0x1B1C1E), .room_line = HEX (0x3D3C3A), .grid = HEX (0x26272A),
    .object = HEX (0x343537), .object_line = HEX (0x4A4A4A),
    .slip = HEX (0x3D3C3A), .slip_line = HEX (0x7A7772),
    .text = HEX (0xF6F5F4), .dim = HEX (0xC0BFBC),
    .number = HEX (0xFFFFFF), .top = HEX (0x2B2B2B), .seam = HEX (0x3D3846),
    .accent = HEX (0x78AEED), .accent_fill = HEX (0x2A3A50),
    .warn_line = HEX (0xE5A50A), .warn_fill = HEX (0x4A3A1A), .warn_text = HEX (0xF8D38A),
    .pin = HEX (0xC0BFBC), .line = 1.0, .share = 0.30, .lighten = 0.38,
  },
  [RT_LOOK_CONTRAST] = {
    .floor = HEX (0xFFFFFF), .room_line = HEX (0x000000), .grid = HEX (0xC0BFBC),
    .object = HEX (0xFFFFFF), .object_line = HEX (0x000000),
    .slip = HEX (0xFFFFFF), .slip_line = HEX (0x000000),
    .text = HEX (0x000000), .dim = HEX (0x000000),
    .number = HEX (0x000000), .top = HEX (0xFFFFFF), .seam = HEX (0x000000),
    .accent = HEX (0x1A5FB4), .accent_fill = HEX (0xFFFFFF),
    .warn_line = HEX (0x63340A), .warn_fill = HEX (0xFFFFFF), .warn_text = HEX (0x63340A),
    .pin = HEX (0x000000), .line = 1.5, .share = 0.0, .lighten = 0.0,
  },
  [RT_LOOK_CONTRAST_DARK] = {
    .floor = HEX (0x000000), .room_line = HEX (0xFFFFFF), .grid = HEX (0x5E5C64),
    .object = HEX (0x000000), .object_line = HEX (0xFFFFFF),
    .slip = HEX (0x000000), .slip_line = HEX (0xFFFFFF),
    .text = HEX (0xFFFFFF), .dim = HEX (0xFFFFFF),
    .number = HEX (0xFFFFFF), .top = HEX (0x000000), .seam = HEX (0xFFFFFF),
    .accent = HEX (0x99C1F1), .accent_fill = HEX (0x000000),
    .warn_line = HEX (0xF8E45C), .warn_fill = HEX (0x000000), .warn_text = HEX (0xF8E45C),
    .pin = HEX (0xFFFFFF), .line = 1.5, .share = 0.0, .lighten = 0.38,
  },
};

static RtColour
mix (RtColour a, RtColour b, double share)
{
  return (RtColour) { a.red * share + b.red * (1.0 - share),
                      a.green * share + b.green * (1.0 - share),
                      a.blue * share + b.blue * (1.0 - share) };
}

const RtFloorColours *
rt_palette_floor (RtLook look)
{
  return &floors[look];
}

/**
 * rt_palette_theme:
 * @colour: index, of which any number may be given; -1 = no theme
 *
 * Returns: the colour of a theme, or a grey without one
 */
RtColour
rt_palette_theme (int colour)
{
  static const RtColour none = HEX (0x77767B);

  return colour < 0 ? none : themes[colour % RT_N_COLOURS].colour;
}

/** rt_palette_name: Returns: the colour in a word, translated */
const char *
rt_palette_name (int colour)
{
  return colour < 0 ? "" : _ (themes[colour % RT_N_COLOURS].name);
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (RtColour colour)
{
  return 0.2126 * linear (colour.red) + 0.7152 * linear (colour.green)
         + 0.0722 * linear (colour.blue);
}

/** rt_palette_ratio: Returns: the contrast of two colours after WCAG 2, from 1 to 21 */
double
rt_palette_ratio (RtColour a, RtColour b)
{
  double one = luminance (a) + 0.05, two = luminance (b) + 0.05;

  return MAX (one, two) / MIN (one, two);
}

/** rt_palette_text_on: Returns: white or black, whichever is read better on the theme's colour */
RtColour
rt_palette_text_on (int colour)
{
  static const RtColour white = HEX (0xFFFFFF), black = HEX (0x000000);
  RtColour theme = rt_palette_theme (colour);

  return rt_palette_ratio (white, theme) >= rt_palette_ratio (black, theme) ? white : black;
}

/** rt_palette_top: Returns: the colour of a table top */
RtColour
rt_palette_top (RtLook look, int colour)
{
  return mix (rt_palette_theme (colour), floors[look].top,
              colour < 0 ? floors[look].share / 2.0 : floors[look].share);
}

/** rt_palette_ring: Returns: the colour of the ring round a table top, light enough to be seen on a
 * dark floor */
RtColour
rt_palette_ring (RtLook look, int colour)
{
  static const RtColour white = HEX (0xFFFFFF);

  return mix (white, rt_palette_theme (colour), floors[look].lighten);
}

/**
 * rt_palette_dup_letter:
 * @theme: place in the plan's list of themes
 *
 * Returns: (transfer full): A to Z, then AA, AB, ...: every theme has its own, however many there
 * are
 */
char *
rt_palette_dup_letter (guint theme)
{
  if (theme < 26)
    return g_strdup_printf ("%c", 'A' + (int) theme);
  return g_strdup_printf ("%c%c", 'A' + (int) ((theme / 26 - 1) % 26), 'A' + (int) (theme % 26));
}
