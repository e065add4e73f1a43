/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-ink.h"

#include "rt-marks.h"

/* The first of these that is installed; any script that it has no letters for comes from the fonts
 * that fontconfig names next. Each system has a "Sans". */
#define FAMILIES "Cantarell, Noto Sans, Sans"
#define LEAST_SHRINK 0.7
#define MANY_LAYOUTS 4000
#define HAIR 0.01

struct _RtInk {
  PangoContext *context;
  GHashTable *layouts; /* of what was asked for to PangoLayout */
  cairo_t *cr;
  GString *words;
  double mirror; /* 0 = the page is not turned */
};

/** rt_ink_new: Returns: (transfer full): an ink that writes nowhere yet */
RtInk *
rt_ink_new (void)
{
  RtInk *self = g_new0 (RtInk, 1);
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoFontDescription *font = pango_font_description_from_string (FAMILIES);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* A plain PDF surface has no resolution: with the screen's, text would be a third too wide.
   * Hinting would fit letters to the dots of one surface. */
  self->context = pango_font_map_create_context (map);
  pango_cairo_context_set_resolution (self->context, 72.0);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_font_description (self->context, font);
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  pango_font_description_free (font);
  cairo_font_options_destroy (options);
  return self;
}

void
rt_ink_free (RtInk *self)
{
  g_hash_table_unref (self->layouts);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * rt_ink_begin:
 * @cr: (nullable): the page to write on, in points; not kept alive. %NULL: nothing is painted
 * @words: (nullable): what is written is added here too, a line for each text, in reading order
 */
void
rt_ink_begin (RtInk *self, cairo_t *cr, GString *words)
{
  self->cr = cr;
  self->words = words;
}

/**
 * rt_ink_set_mirror:
 * @width: of the page whose left and right are exchanged, points; 0 = as they are
 *
 * For languages that are read from right to left: what is written at the left comes to the right,
 * and texts begin there. What is painted without ink has to ask rt_ink_turn().
 */
void
rt_ink_set_mirror (RtInk *self, double width)
{
  self->mirror = width;
  if (width > 0.0)
    pango_context_set_base_dir (self->context, PANGO_DIRECTION_RTL);
}

/** rt_ink_turn: Returns: where the left edge comes to be of what is @width wide and would be
 * at @x */
double
rt_ink_turn (RtInk *self, double x, double width)
{
  return self->mirror > 0.0 ? self->mirror - x - width : x;
}

static RtInkStyle
turn_style (RtInk *self, const RtInkStyle *style)
{
  RtInkStyle turned = *style;

  if (self->mirror > 0.0)
    turned.across = RT_INK_END - style->across;
  return turned;
}

/** rt_ink_get_cairo: Returns: (nullable): the page that is written on */
cairo_t *
rt_ink_get_cairo (RtInk *self)
{
  return self->cr;
}

static gboolean
is_from_right (gunichar c)
{
  return (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefc)
         || (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff);
}

static gboolean
needs_isolating (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* Hebrew, Arabic and what is written like them; marks that turn the direction round. */
      if (is_from_right (c) || (c >= 0x200e && c <= 0x200f) || (c >= 0x202a && c <= 0x202e)
          || (c >= 0x2066 && c <= 0x2069))
        return TRUE;
    }
  return FALSE;
}

/**
 * rt_ink_isolate:
 * @name: (nullable): a name, which may be written from right to left
 *
 * Returns: (transfer full): the name so that it stands in a line without turning its other words
 *   round; what would turn them round is left out
 */
char *
rt_ink_isolate (const char *name)
{
  GString *text;

  if (name == NULL || !needs_isolating (name))
    return g_strdup (name != NULL ? name : "");
  text = g_string_new ("\342\201\250");
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069)))
        g_string_append_unichar (text, c);
    }
  g_string_append (text, "\342\201\251");
  return g_string_free (text, FALSE);
}

static void
set_font (RtInk *self, PangoLayout *layout, double size, RtInkWeight weight)
{
  static const PangoWeight weights[] = { PANGO_WEIGHT_NORMAL, PANGO_WEIGHT_BOLD,
                                         PANGO_WEIGHT_ULTRABOLD };
  PangoFontDescription *font
      = pango_font_description_copy_static (pango_context_get_font_description (self->context));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weights[weight]);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

static RtSize
size_of (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (RtSize) { logical.width / (double) PANGO_SCALE, logical.height / (double) PANGO_SCALE };
}

/* Sets the text at a size in at most that many lines. Returns: whether it fits without breaking a
 * word. */
static gboolean
try_size (RtInk *self, PangoLayout *layout, const RtSize *room, double size, RtInkWeight weight,
          int lines)
{
  RtSize taken;

  set_font (self, layout, size, weight);
  pango_layout_set_width (layout, lines == 1 ? -1 : (int) (room->width * PANGO_SCALE));
  taken = size_of (layout);
  return taken.width <= room->width + HAIR && taken.height <= room->height + HAIR
         && pango_layout_get_line_count (layout) <= lines;
}

/* A long text is broken into as many lines as it may have, then made smaller down to 70 %, then
 * broken into one line more. What is longer still is made smaller until it is there in full: a
 * name is never cut. */
static void
fit_layout (RtInk *self, PangoLayout *layout, const RtSize *room, const RtInkStyle *style)
{
  double size = style->size;

  for (int lines = 1; lines <= style->lines; lines++)
    if (try_size (self, layout, room, size, style->weight, lines))
      return;
  for (; size > style->size * LEAST_SHRINK; size = MAX (size * 0.94, style->size * LEAST_SHRINK))
    if (try_size (self, layout, room, size * 0.94, style->weight, style->lines))
      return;
  if (try_size (self, layout, room, size, style->weight, MAX (3, style->lines + 1)))
    return;
  for (; size > 3.0; size *= 0.94)
    if (try_size (self, layout, room, size, style->weight, G_MAXINT))
      return;
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  for (size = style->size * LEAST_SHRINK; size > 0.5; size *= 0.94)
    if (try_size (self, layout, room, size, style->weight, G_MAXINT))
      return;
}

/* Whether the first letter, outside names that are isolated, is of a script from left to right. */
static gboolean
begins_left (const char *text)
{
  int depth = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x2066 && c <= 0x2068)
        depth++;
      else if (c == 0x2069)
        depth--;
      else if (depth == 0 && g_unichar_isalpha (c))
        return !is_from_right (c);
    }
  return FALSE;
}

static PangoLayout *
new_layout (RtInk *self, const char *text, const RtInkStyle *style)
{
  static const PangoAlignment alignments[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER,
                                               PANGO_ALIGN_RIGHT };
  PangoLayout *layout = pango_layout_new (self->context);

  /* On a page from right to left, words that are not translated are still read from the left. */
  g_autofree char *apart = pango_context_get_base_dir (self->context) == PANGO_DIRECTION_RTL
                                   && begins_left (text)
                               ? g_strdup_printf ("\342\201\246%s\342\201\251", text)
                               : NULL;

  pango_layout_set_text (layout, apart != NULL ? apart : text, -1);
  /* Pango looks into isolated names for the direction of the whole line. */
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_alignment (layout, alignments[style->across]);
  pango_layout_set_line_spacing (layout, 0.95f);
  return layout;
}

static PangoLayout *
get_layout (RtInk *self, const char *text, const RtSize *room, const RtInkStyle *style)
{
  g_autofree char *key = g_strdup_printf ("%.1f %d %d %d %.1f %.1f %s", style->size, style->weight,
                                          style->lines, style->across, room->width, room->height,
                                          text);
  PangoLayout *layout = g_hash_table_lookup (self->layouts, key);

  if (layout != NULL)
    return layout;
  if (g_hash_table_size (self->layouts) > MANY_LAYOUTS)
    g_hash_table_remove_all (self->layouts);
  layout = new_layout (self, text, style);
  fit_layout (self, layout, room, style);
  g_hash_table_insert (self->layouts, g_steal_pointer (&key), layout);
  return layout;
}

static void
add_words (RtInk *self, const char *text)
{
  if (self->words != NULL && *text != '\0')
    g_string_append_printf (self->words, "%s\n", text);
}

static double
share (RtInkSide side)
{
  return side == RT_INK_START ? 0.0 : side == RT_INK_MIDDLE ? 0.5 : 1.0;
}

/* A layout that was broken into lines has the width of its box, and its lines stand in it. */
static void
show_layout (RtInk *self, PangoLayout *layout, double x, double y, double width, RtInkSide across)
{
  double own = pango_layout_get_width (layout) > 0
                   ? pango_layout_get_width (layout) / (double) PANGO_SCALE
                   : size_of (layout).width;

  cairo_move_to (self->cr, x + (width - own) * share (across), y);
  pango_cairo_show_layout (self->cr, layout);
}

/**
 * rt_ink_width:
 *
 * Returns: how wide @text is on one line, points
 */
double
rt_ink_width (RtInk *self, const char *text, double size, RtInkWeight weight)
{
  RtInkStyle style = { size, weight, 1 };
  RtSize room = { 1e5, 1e5 };

  return size_of (get_layout (self, text, &room, &style)).width;
}

/**
 * rt_ink_height:
 * @width: of the box it would stand in
 *
 * Returns: how high @text is at the size and in the lines of @style, points; a text that is longer
 *   is made to fit these lines
 */
double
rt_ink_height (RtInk *self, const char *text, double width, const RtInkStyle *style)
{
  RtSize room = { width, style->lines * style->size * 1.5 };

  return size_of (get_layout (self, text, &room, style)).height;
}

/**
 * rt_ink_fit:
 * @box: where it has to stay, points
 * @text: words
 *
 * Writes words into a box. They are broken into lines, made smaller down to 70 %, broken into more
 * lines and, if need be, made smaller still, until they are inside the box; never are they cut.
 *
 * Returns: the part of @box that is taken; empty when nothing is painted
 */
RtBox
rt_ink_fit (RtInk *self, const RtBox *box, const char *text, const RtInkStyle *style)
{
  RtSize room = { box->width, box->height }, taken;
  RtInkStyle turned = turn_style (self, style);
  PangoLayout *layout;
  double y;

  add_words (self, text);
  if (self->cr == NULL || *text == '\0')
    return (RtBox) { box->x, box->y, 0.0, 0.0 };
  layout = get_layout (self, text, &room, &turned);
  taken = size_of (layout);
  y = box->y + (box->height - taken.height) * share (style->down);
  show_layout (self, layout, rt_ink_turn (self, box->x, box->width), y, box->width, turned.across);
  return (RtBox) { box->x + (box->width - taken.width) * share (style->across), y, taken.width,
                   taken.height };
}

/**
 * rt_ink_line:
 * @x: the left end, the middle or the right end, as @across says
 * @baseline: on which it stands
 * @width: how wide it may be
 *
 * Writes words on a line with others. Words that are too long are made to fit the height of the
 * line and @width.
 *
 * Returns: the part that is taken; empty when nothing is painted
 */
RtBox
rt_ink_line (RtInk *self, double x, double baseline, double width, const char *text, double size,
             RtInkWeight weight, RtInkSide across)
{
  RtInkStyle style = { size, weight, 1, across, RT_INK_MIDDLE };
  RtInkStyle turned = turn_style (self, &style);
  RtBox box = { x - width * share (across), baseline - size * 1.0, width, size * 1.3 };
  RtSize room = { 1e5, 1e5 }, taken;
  PangoLayout *layout;
  double top;

  if (self->cr == NULL || *text == '\0')
    {
      add_words (self, text);
      return (RtBox) { x, baseline, 0.0, 0.0 };
    }
  layout = get_layout (self, text, &room, &turned);
  taken = size_of (layout);
  if (taken.width > width + HAIR)
    return rt_ink_fit (self, &box, text, &style);
  add_words (self, text);
  top = baseline - pango_layout_get_baseline (layout) / (double) PANGO_SCALE;
  show_layout (self, layout, rt_ink_turn (self, box.x, width), top, width, turned.across);
  return (RtBox) { x - taken.width * share (across), top, taken.width, taken.height };
}

/**
 * rt_ink_number:
 *
 * Like rt_ink_fit(), but it is the figures themselves that stand in the box: the space that a font
 * leaves above and below them is not counted.
 */
RtBox
rt_ink_number (RtInk *self, const RtBox *box, const char *text, const RtInkStyle *style)
{
  RtSize room = { box->width, box->height * 2.0 };
  PangoLayout *layout;
  PangoRectangle ink;
  double x, y, width, height;

  add_words (self, text);
  if (self->cr == NULL || *text == '\0')
    return (RtBox) { box->x, box->y, 0.0, 0.0 };
  layout = get_layout (self, text, &room, style);
  pango_layout_get_extents (layout, &ink, NULL);
  width = ink.width / (double) PANGO_SCALE;
  height = ink.height / (double) PANGO_SCALE;
  if (height > box->height)
    return rt_ink_fit (self, box, text, style);
  x = box->x + (box->width - width) * share (style->across);
  y = box->y + (box->height - height) * share (style->down);
  cairo_move_to (self->cr, rt_ink_turn (self, x, width) - ink.x / (double) PANGO_SCALE,
                 y - ink.y / (double) PANGO_SCALE);
  pango_cairo_show_layout (self->cr, layout);
  return (RtBox) { x, y, width, height };
}

/** rt_ink_rule: a line, @width points wide */
void
rt_ink_rule (RtInk *self, double x1, double y1, double x2, double y2, double width)
{
  if (self->cr == NULL)
    return;
  cairo_set_line_width (self->cr, width);
  cairo_move_to (self->cr, rt_ink_turn (self, x1, 0.0), y1);
  cairo_line_to (self->cr, rt_ink_turn (self, x2, 0.0), y2);
  cairo_stroke (self->cr);
}

/** rt_ink_dashes: a line to cut or fold along */
void
rt_ink_dashes (RtInk *self, double x1, double y1, double x2, double y2)
{
  if (self->cr == NULL)
    return;
  cairo_save (self->cr);
  cairo_set_source_rgb (self->cr, 0.45, 0.45, 0.45);
  rt_mark_dashes (self->cr, 3.0, 2.5);
  rt_ink_rule (self, x1, y1, x2, y2, 0.75);
  cairo_restore (self->cr);
}

void
rt_ink_frame (RtInk *self, const RtBox *box, double radius, double width)
{
  RtBox turned = { rt_ink_turn (self, box->x, box->width), box->y, box->width, box->height };

  if (self->cr == NULL)
    return;
  rt_mark_rounded (self->cr, &turned, radius);
  cairo_set_line_width (self->cr, width);
  cairo_stroke (self->cr);
}

/** rt_ink_clear: makes the paper white again */
void
rt_ink_clear (RtInk *self, const RtBox *box)
{
  if (self->cr == NULL)
    return;
  cairo_save (self->cr);
  cairo_set_source_rgb (self->cr, 1.0, 1.0, 1.0);
  cairo_rectangle (self->cr, rt_ink_turn (self, box->x, box->width), box->y, box->width,
                   box->height);
  cairo_fill (self->cr);
  cairo_restore (self->cr);
}

/** rt_ink_shade: a light grey that leads the eye and says nothing by itself */
void
rt_ink_shade (RtInk *self, const RtBox *box)
{
  if (self->cr == NULL)
    return;
  cairo_save (self->cr);
  cairo_set_source_rgb (self->cr, 0.935, 0.935, 0.935);
  cairo_rectangle (self->cr, rt_ink_turn (self, box->x, box->width), box->y, box->width,
                   box->height);
  cairo_fill (self->cr);
  cairo_restore (self->cr);
}

/**
 * rt_ink_chip:
 * @middle: of the chip, down the page
 * @size: its height
 * @letter: (nullable): of a theme
 *
 * Returns: how wide the boxed letter is; 0 without one
 */
double
rt_ink_chip (RtInk *self, double x, double middle, double size, const char *letter)
{
  RtInkStyle style = { size * 0.68, RT_INK_BLACK, 1, RT_INK_MIDDLE, RT_INK_MIDDLE };
  RtBox box = { x, middle - size / 2.0, size, size };

  if (letter == NULL)
    return 0.0;
  if (g_utf8_strlen (letter, -1) > 1)
    box.width = size * 1.35;
  rt_ink_frame (self, &box, size * 0.16, MAX (0.7, size * 0.045));
  rt_ink_number (self, &box, letter, &style);
  return box.width;
}
