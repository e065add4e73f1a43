/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The texts of a floor: names that must fit on slips, and lines, each laid out once. */

#include "rt-painter-private.h"

#define LEAST_SIZE 11.0
#define HOST_EXTRA 12.0 /* a host's slip is wider: the star takes room */
#define SLIP_PAD 7.0
#define FIRST_SIZE 13.8

static void
set_size (RtPainter *self, PangoLayout *layout, double size, gboolean bold)
{
  g_autoptr (PangoFontDescription) font
      = pango_font_description_copy (pango_context_get_font_description (self->context));

  pango_font_description_set_absolute_size (font, size * self->text * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
}

static PangoLayout *
new_layout (RtPainter *self, const char *text, double size, gboolean bold)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_text (layout, text, -1);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_line_spacing (layout, 0.92f);
  set_size (self, layout, size, bold);
  return layout;
}

RtSize
rt_painter_line_size (PangoLayout *layout)
{
  PangoRectangle rectangle;

  pango_layout_get_extents (layout, NULL, &rectangle);
  return (RtSize) { rectangle.width / (double) PANGO_SCALE,
                    rectangle.height / (double) PANGO_SCALE };
}

/* Breaks a text into lines of at most @width. Returns: whether it fits in @lines of them without
 * breaking a word. */
gboolean
rt_painter_fits (PangoLayout *layout, double width, int lines)
{
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  return rt_painter_line_size (layout).width <= width + 0.5
         && pango_layout_get_line_count (layout) <= lines;
}

/* The order in which a name that is too long is helped: its surname goes to a second line, then
 * the slip grows, then the text shrinks, then lines break anywhere. A name is never cut. */
static double
fit_names (RtPainter *self, RtSlipText *slip, double extra)
{
  static const struct
  {
    double width, shrink;
    int first_lines, last_lines;
  } steps[] = {
    { RT_SLIP_WIDTH, 0.0, 1, 1 },  { RT_SLIP_WIDTH, 0.0, 1, 2 },  { RT_SLIP_WIDEST, 0.0, 1, 2 },
    { RT_SLIP_WIDEST, 0.0, 2, 2 }, { RT_SLIP_WIDEST, 0.5, 2, 2 }, { RT_SLIP_WIDEST, 1.0, 2, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double width = (steps[i].width + extra) * self->text;
      double inner = width - 2.0 * (SLIP_PAD * self->text) - extra * self->text;
      double shrink = steps[i].shrink;

      set_size (self, slip->first, FIRST_SIZE + (LEAST_SIZE - FIRST_SIZE) * shrink, TRUE);
      if (slip->last != NULL)
        set_size (self, slip->last,
                  RT_PAINTER_LAST_SIZE + (LEAST_SIZE - RT_PAINTER_LAST_SIZE) * shrink, FALSE);
      if (rt_painter_fits (slip->first, inner, steps[i].first_lines)
          && (slip->last == NULL || rt_painter_fits (slip->last, inner, steps[i].last_lines)))
        return width;
    }
  pango_layout_set_wrap (slip->first, PANGO_WRAP_WORD_CHAR);
  if (slip->last != NULL)
    pango_layout_set_wrap (slip->last, PANGO_WRAP_WORD_CHAR);
  return (RT_SLIP_WIDEST + extra) * self->text;
}

static char *
slip_key (const char *first, const char *last, gboolean host)
{
  return g_strconcat (first, "\n", last != NULL ? last : "", host ? "\n*" : "\n", NULL);
}

const RtSlipText *
rt_painter_get_slip_text (RtPainter *self, const char *first, const char *last, gboolean host)
{
  g_autofree char *key = slip_key (first, last, host);
  RtSlipText *slip = g_hash_table_lookup (self->slips, key);
  double extra = host ? HOST_EXTRA : 0.0, height;

  if (slip != NULL)
    return slip;
  if (g_hash_table_size (self->slips) > RT_PAINTER_MANY_SLIPS)
    g_hash_table_remove_all (self->slips);
  slip = g_new0 (RtSlipText, 1);
  slip->first = new_layout (self, first, FIRST_SIZE, TRUE);
  slip->last
      = last != NULL && *last != '\0' ? new_layout (self, last, RT_PAINTER_LAST_SIZE, FALSE) : NULL;
  slip->size.width = fit_names (self, slip, extra);
  height = rt_painter_line_size (slip->first).height
           + (slip->last != NULL ? rt_painter_line_size (slip->last).height : 0.0);
  slip->size.height = MAX (RT_SLIP_HEIGHT * self->text, height + 5.0 * self->text);
  g_hash_table_insert (self->slips, g_steal_pointer (&key), slip);
  return slip;
}

/* A floor of ten thousand needs the sizes of all slips whenever it is laid out, and the text of
 * those in sight. */
RtSize
rt_painter_get_slip_size (RtPainter *self, const char *first, const char *last, gboolean host)
{
  g_autofree char *key = slip_key (first, last, host);
  const RtSize *known = g_hash_table_lookup (self->sizes, key);
  RtSize size;

  if (known != NULL)
    return *known;
  if (g_hash_table_size (self->sizes) > RT_PAINTER_MANY_SIZES)
    g_hash_table_remove_all (self->sizes);
  size = rt_painter_get_slip_text (self, first, last, host)->size;
  g_hash_table_insert (self->sizes, g_steal_pointer (&key), g_memdup2 (&size, sizeof size));
  return size;
}

PangoLayout *
rt_painter_get_line (RtPainter *self, const char *text, double size, gboolean bold)
{
  g_autofree char *key = g_strdup_printf ("%s\n%.2f%d", text, size, bold);
  PangoLayout *layout = g_hash_table_lookup (self->lines, key);

  if (layout != NULL)
    return layout;
  if (g_hash_table_size (self->lines) > RT_PAINTER_MANY_SLIPS)
    g_hash_table_remove_all (self->lines);
  layout = new_layout (self, text, size, bold);
  g_hash_table_insert (self->lines, g_steal_pointer (&key), layout);
  return layout;
}

void
rt_painter_show_line (cairo_t *cr, PangoLayout *layout, double x, double y)
{
  RtSize size = rt_painter_line_size (layout);
  double width = pango_layout_get_width (layout) > 0
                     ? pango_layout_get_width (layout) / (double) PANGO_SCALE
                     : size.width;

  cairo_move_to (cr, x - width / 2.0, y - size.height / 2.0);
  pango_cairo_show_layout (cr, layout);
}

RtSize
rt_painter_natural_size (RtPainter *self, const char *text, double size, gboolean bold)
{
  PangoLayout *line = rt_painter_get_line (self, text, size, bold);

  pango_layout_set_width (line, -1);
  return rt_painter_line_size (line);
}
