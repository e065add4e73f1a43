/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-width-class.h"

#define WIDE_FROM 1000
#define NARROW_BELOW 640
/* 11 points at 96 dots per inch. */
#define USUAL_TEXT_SIZE 14.67

/* How much larger text is than usual. */
static double
text_scale (GtkWidget *window)
{
  PangoContext *context = gtk_widget_get_pango_context (window);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return MAX (size / USUAL_TEXT_SIZE, 1);
}

RtWidthClass
rt_width_class_of (GtkWidget *window)
{
  int width = gtk_widget_get_width (window);
  double scale = text_scale (window);

  if (width <= 0)
    return RT_WIDTH_UNKNOWN;
  if (width >= WIDE_FROM * scale)
    return RT_WIDTH_WIDE;
  /* There are icons on the buttons then, which grow less than words. */
  return width >= NARROW_BELOW * (1 + scale) / 2 ? RT_WIDTH_MEDIUM : RT_WIDTH_NARROW;
}
