/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RT_N_COLOURS 12

typedef struct {
  double red, green, blue;
} RtColour;

/** RtLook: the style a floor is painted in */
typedef enum {
  RT_LOOK_LIGHT,
  RT_LOOK_DARK,
  RT_LOOK_CONTRAST,
  RT_LOOK_CONTRAST_DARK,
} RtLook;

/**
 * RtFloorColours:
 *
 * What the floor view is painted with; widgets take theirs from the theme. @line is the width of
 * outlines in points.
 */
typedef struct {
  RtColour floor, room_line, grid, object, object_line;
  RtColour slip, slip_line, text, dim, number;
  RtColour top, seam;
  RtColour accent, accent_fill;
  RtColour warn_line, warn_fill, warn_text;
  RtColour pin;
  double line;
  double share;   /* of the theme's colour in a table top */
  double lighten; /* share of white in a ring */
} RtFloorColours;

const RtFloorColours *rt_palette_floor (RtLook look);
RtColour rt_palette_theme (int colour);
const char *rt_palette_name (int colour);
RtColour rt_palette_text_on (int colour);
RtColour rt_palette_top (RtLook look, int colour);
RtColour rt_palette_ring (RtLook look, int colour);
double rt_palette_ratio (RtColour a, RtColour b);
char *rt_palette_dup_letter (guint theme);

G_END_DECLS
