/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-painter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rt-marks.h"

#define FIRST_SIZE 13.8
#define LAST_SIZE 12.2
#define LEAST_SIZE 11.0
#define SLIP_PAD 7.0
#define HOST_EXTRA 12.0 /* a host's slip is wider: the star takes room */
#define SLIP_RADIUS 6.0
#define LABEL_SIZE 13.0
#define LABEL_WIDTH 124.0 /* longer names take a second line */
#define LEAST_THEME 0.7   /* from farther away a table has its host's name only */
#define MANY_SLIPS 6000

/* The text of one slip, broken into lines and measured once. */
typedef struct {
  PangoLayout *first;
  PangoLayout *last;
  RtSize size;
} SlipText;

struct _RtPainter {
  PangoContext *context;
  double text;
  RtLook look;
  const RtFloorColours *colours;
  GHashTable *slips; /* of names to SlipText */
  GHashTable *lines; /* of other texts to PangoLayout */
  gboolean themes;   /* named below tables: there was room when they were measured */
};

static void
slip_text_free (gpointer data)
{
  SlipText *self = data;

  g_object_unref (self->first);
  g_clear_object (&self->last);
  g_free (self);
}

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

static RtSize
size_of (PangoLayout *layout)
{
  PangoRectangle rectangle;

  pango_layout_get_extents (layout, NULL, &rectangle);
  return (RtSize) { rectangle.width / (double) PANGO_SCALE,
                    rectangle.height / (double) PANGO_SCALE };
}

/* Breaks a text into lines of at most @width. Returns: whether it fits in @lines of them without
 * breaking a word. */
static gboolean
fits (PangoLayout *layout, double width, int lines)
{
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  return size_of (layout).width <= width + 0.5 && pango_layout_get_line_count (layout) <= lines;
}

/* The order in which a name that is too long is helped: its surname goes to a second line, then
 * the slip grows, then the text shrinks, then lines break anywhere. A name is never cut. */
static double
fit_names (RtPainter *self, SlipText *slip, double extra)
{
  static const struct {
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
        set_size (self, slip->last, LAST_SIZE + (LEAST_SIZE - LAST_SIZE) * shrink, FALSE);
      if (fits (slip->first, inner, steps[i].first_lines)
          && (slip->last == NULL || fits (slip->last, inner, steps[i].last_lines)))
        return width;
    }
  pango_layout_set_wrap (slip->first, PANGO_WRAP_WORD_CHAR);
  if (slip->last != NULL)
    pango_layout_set_wrap (slip->last, PANGO_WRAP_WORD_CHAR);
  return (RT_SLIP_WIDEST + extra) * self->text;
}

static const SlipText *
get_slip_text (RtPainter *self, const char *first, const char *last, gboolean host)
{
  g_autofree char *key = g_strdup_printf ("%s\n%s\n%d", first, last != NULL ? last : "", host);
  SlipText *slip = g_hash_table_lookup (self->slips, key);
  double extra = host ? HOST_EXTRA : 0.0, height;

  if (slip != NULL)
    return slip;
  if (g_hash_table_size (self->slips) > MANY_SLIPS)
    g_hash_table_remove_all (self->slips);
  slip = g_new0 (SlipText, 1);
  slip->first = new_layout (self, first, FIRST_SIZE, TRUE);
  slip->last = last != NULL && *last != '\0' ? new_layout (self, last, LAST_SIZE, FALSE) : NULL;
  slip->size.width = fit_names (self, slip, extra);
  height = size_of (slip->first).height + (slip->last != NULL ? size_of (slip->last).height : 0.0);
  slip->size.height = MAX (RT_SLIP_HEIGHT * self->text, height + 5.0 * self->text);
  g_hash_table_insert (self->slips, g_steal_pointer (&key), slip);
  return slip;
}

static PangoLayout *
get_line (RtPainter *self, const char *text, double size, gboolean bold)
{
  g_autofree char *key = g_strdup_printf ("%s\n%.2f%d", text, size, bold);
  PangoLayout *layout = g_hash_table_lookup (self->lines, key);

  if (layout != NULL)
    return layout;
  if (g_hash_table_size (self->lines) > MANY_SLIPS)
    g_hash_table_remove_all (self->lines);
  layout = new_layout (self, text, size, bold);
  g_hash_table_insert (self->lines, g_steal_pointer (&key), layout);
  return layout;
}

static void
show_line (cairo_t *cr, PangoLayout *layout, double x, double y)
{
  RtSize size = size_of (layout);
  double width = pango_layout_get_width (layout) > 0
                     ? pango_layout_get_width (layout) / (double) PANGO_SCALE
                     : size.width;

  cairo_move_to (cr, x - width / 2.0, y - size.height / 2.0);
  pango_cairo_show_layout (cr, layout);
}

/* A slip's names; in the host's slip they make room for the star. */
static void
paint_names (const SlipText *slip, cairo_t *cr, const RtBox *box)
{
  RtSize first = size_of (slip->first);
  RtSize last = slip->last != NULL ? size_of (slip->last) : (RtSize) { 0.0, 0.0 };
  double y = box->y + (box->height - first.height - last.height) / 2.0;
  double x = box->x + box->width / 2.0;

  show_line (cr, slip->first, x, y + first.height / 2.0);
  if (slip->last != NULL)
    show_line (cr, slip->last, x, y + first.height + last.height / 2.0);
}

static void
outline (RtPainter *self, cairo_t *cr, const RtBox *box, double away, RtColour colour, double width)
{
  RtBox grown = rt_box_grown (box, away);

  rt_mark_rounded (cr, &grown, SLIP_RADIUS * self->text + away);
  rt_mark_colour (cr, colour, 1.0);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static gboolean
is_spot (RtSpot spot, guint table, int chair)
{
  return spot.table == (int) table && spot.chair == chair;
}

static void
paint_states (RtPainter *self, cairo_t *cr, const RtBox *box, const RtPaintState *state,
              guint table, int chair)
{
  if (is_spot (state->selected, table, chair))
    outline (self, cr, box, 0.0, self->colours->accent, 3.0);
  if (is_spot (state->drop, table, chair))
    outline (self, cr, box, 1.0, self->colours->accent, 3.0);
  if (is_spot (state->focus, table, chair))
    outline (self, cr, box, 3.0, self->colours->accent, 2.0);
}

static void
paint_dashed_slip (RtPainter *self, cairo_t *cr, const RtBox *box, const char *words)
{
  rt_mark_rounded (cr, box, SLIP_RADIUS * self->text);
  rt_mark_colour (cr, self->colours->floor, 1.0);
  cairo_fill_preserve (cr);
  rt_mark_colour (cr, self->colours->slip_line, 1.0);
  cairo_set_line_width (cr, MAX (1.5, self->colours->line));
  rt_mark_dashes (cr, 4.0, 3.0);
  cairo_stroke (cr);
  rt_mark_dashes (cr, 0.0, 0.0);
  rt_mark_colour (cr, self->colours->dim, 1.0);
  show_line (cr, get_line (self, words, LAST_SIZE, FALSE), box->x + box->width / 2.0,
             box->y + box->height / 2.0);
}

/* The host's slip has the theme's colour; a host who is awaited has its outline only. */
static void
paint_host_slip (RtPainter *self, cairo_t *cr, const RtSceneTable *table, const RtSceneChair *chair,
                 const RtBox *box)
{
  const SlipText *slip = get_slip_text (self, chair->first, chair->last, TRUE);
  gboolean here = chair->person != NULL;
  double star = 5.5 * self->text;

  rt_mark_rounded (cr, box, SLIP_RADIUS * self->text);
  rt_mark_colour (cr, here ? rt_palette_theme (table->colour) : self->colours->slip, 1.0);
  cairo_fill_preserve (cr);
  rt_mark_colour (cr, here ? self->colours->seam : rt_palette_ring (self->look, table->colour),
                  1.0);
  cairo_set_line_width (cr, here ? self->colours->line : 2.0);
  if (!here)
    rt_mark_dashes (cr, 5.0, 3.0);
  cairo_stroke (cr);
  rt_mark_dashes (cr, 0.0, 0.0);
  rt_mark_colour (cr, here ? rt_palette_text_on (table->colour) : self->colours->text, 1.0);
  rt_mark_star (cr, box->x + 11.0 * self->text, box->y + 11.0 * self->text, star);
  paint_names (slip, cr, box);
}

static void
paint_plain_slip (RtPainter *self, cairo_t *cr, const SlipText *slip, const RtBox *box,
                  gboolean broken)
{
  rt_mark_rounded (cr, box, SLIP_RADIUS * self->text);
  rt_mark_colour (cr, self->colours->slip, 1.0);
  cairo_fill_preserve (cr);
  rt_mark_colour (cr, broken ? self->colours->warn_line : self->colours->slip_line, 1.0);
  cairo_set_line_width (cr, broken ? 2.0 : self->colours->line);
  if (broken)
    rt_mark_dashes (cr, 4.0, 3.0);
  cairo_stroke (cr);
  rt_mark_dashes (cr, 0.0, 0.0);
  rt_mark_colour (cr, self->colours->text, 1.0);
  paint_names (slip, cr, box);
}

static void
paint_chair_slip (RtPainter *self, cairo_t *cr, const RtSceneTable *table,
                  const RtSceneChair *chair, const RtBox *box, gboolean dragged)
{
  double text = self->text;

  if (dragged)
    paint_dashed_slip (self, cr, box, chair->first);
  else if (chair->first == NULL)
    paint_dashed_slip (self, cr, box, _("empty"));
  else if (chair->host)
    paint_host_slip (self, cr, table, chair, box);
  else
    paint_plain_slip (self, cr, get_slip_text (self, chair->first, chair->last, FALSE), box,
                      chair->broken);
  if (chair->broken && !dragged)
    rt_mark_triangle (cr, self->colours, box->x + 2.0 * text, box->y + 2.0 * text, 17.0 * text);
  if (!chair->pinned || dragged)
    return;
  rt_mark_colour (cr, chair->host ? rt_palette_text_on (table->colour) : self->colours->pin, 1.0);
  rt_mark_pin (cr, box->x + box->width - 9.0 * text, box->y + 9.0 * text, 12.0 * text);
}

static void
paint_chair_dot (RtPainter *self, cairo_t *cr, const RtScene *scene, const RtSceneTable *table,
                 const RtSceneChair *chair, const RtBox *box)
{
  gboolean taken = scene->furniture || chair->person != NULL;
  gboolean host = chair->host && (taken || chair->awaited != NULL);

  rt_mark_ellipse (cr, box);
  rt_mark_colour (cr,
                  host && taken ? rt_palette_theme (table->colour)
                  : taken       ? self->colours->slip
                                : self->colours->floor,
                  1.0);
  cairo_fill_preserve (cr);
  rt_mark_colour (cr, chair->broken ? self->colours->warn_line : self->colours->slip_line, 1.0);
  cairo_set_line_width (cr, chair->broken ? 2.5 : MAX (1.5, self->colours->line));
  if (!taken)
    rt_mark_dashes (cr, 3.0, 2.5);
  cairo_stroke (cr);
  rt_mark_dashes (cr, 0.0, 0.0);
  if (!host)
    return;
  rt_mark_colour (cr, taken ? rt_palette_text_on (table->colour) : self->colours->text, 1.0);
  rt_mark_star (cr, box->x + box->width / 2.0, box->y + box->height / 2.0, box->width * 0.29);
}

/* The outline of a table top as a path. */
static void
top_path (cairo_t *cr, RtTableForm form, const RtBox *top, double inset)
{
  RtBox box = rt_box_grown (top, -inset);

  if (form == RT_FORM_ROUND || form == RT_FORM_OVAL || form == RT_FORM_CIRCLE)
    rt_mark_ellipse (cr, &box);
  else
    rt_mark_rounded (cr, &box, 8.0);
}

static void
paint_top (RtPainter *self, cairo_t *cr, const RtSceneTable *table, const RtTablePlace *place)
{
  RtTableForm form = table->spec.form;
  double middle_x = place->top.x + place->top.width / 2.0,
         middle_y = place->top.y + place->top.height / 2.0;
  double thick = 5.0 * self->text;
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  cairo_translate (cr, middle_x, middle_y);
  cairo_rotate (cr, place->angle * G_PI / 180.0);
  cairo_translate (cr, -middle_x, -middle_y);
  top_path (cr, form, &place->top, 0.0);
  rt_mark_colour (cr,
                  form == RT_FORM_CIRCLE ? self->colours->floor
                                         : rt_palette_top (self->look, table->colour),
                  1.0);
  cairo_fill_preserve (cr);
  rt_mark_colour (cr, self->colours->seam, 1.0);
  cairo_set_line_width (cr, self->colours->line);
  cairo_stroke (cr);
  top_path (cr, form, &place->top, thick / 2.0 + 0.5);
  rt_mark_colour (cr, rt_palette_ring (self->look, table->colour), 1.0);
  cairo_set_line_width (cr, thick);
  cairo_stroke (cr);
  if (table->closed)
    {
      rt_mark_colour (cr, self->colours->dim, 0.4);
      cairo_set_line_width (cr, 1.5);
      top_path (cr, form, &place->top, thick);
      rt_mark_hatch (cr, &place->top, 9.0 * self->text);
    }
  if (table->broken != NULL)
    {
      top_path (cr, form, &place->top, 1.0);
      rt_mark_colour (cr, self->colours->warn_line, 1.0);
      cairo_set_line_width (cr, 4.0);
      rt_mark_dashes (cr, 8.0, 5.0);
      cairo_stroke (cr);
      rt_mark_dashes (cr, 0.0, 0.0);
    }
  cairo_set_matrix (cr, &matrix);
}

/* The theme's letter on its colour: a colour never stands alone. */
static void
paint_chip (RtPainter *self, cairo_t *cr, const RtSceneTable *table, double x, double y,
            double size)
{
  PangoLayout *letter = get_line (self, table->letter, 12.5 * size / (20.0 * self->text), TRUE);
  RtBox chip = { x - MAX (size, size_of (letter).width + 6.0) / 2.0, y - size / 2.0,
                 MAX (size, size_of (letter).width + 6.0), size };

  rt_mark_rounded (cr, &chip, 5.0 * self->text);
  rt_mark_colour (cr, rt_palette_theme (table->colour), 1.0);
  cairo_fill_preserve (cr);
  rt_mark_colour (cr, self->colours->seam, 1.0);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
  rt_mark_colour (cr, rt_palette_text_on (table->colour), 1.0);
  show_line (cr, letter, x, y);
}

static void
paint_number (RtPainter *self, cairo_t *cr, const RtSceneTable *table, const RtTablePlace *place,
              double zoom)
{
  /* From far away the letter keeps a size at which it can be read. */
  double chip = 20.0 * self->text * CLAMP (0.62 / zoom, 1.0, 1.45);
  double x = place->top.x + place->top.width / 2.0, y = place->top.y + place->top.height / 2.0;
  double small = MIN (1.0, MIN (place->top.height, place->top.width) / (76.0 * self->text));
  gboolean stacked = table->letter != NULL && place->top.height > 74.0 * self->text;
  PangoLayout *number = get_line (self, table->number, 26.0 * MAX (small, 0.6), TRUE);
  PangoLayout *closed;

  rt_mark_colour (cr, self->colours->number, 1.0);
  if (table->closed)
    {
      closed = get_line (self, _("closed"), 12.5, TRUE);
      show_line (cr, number, x, y - 8.0 * self->text);
      show_line (cr, closed, x, y + 13.0 * self->text);
    }
  else if (table->letter == NULL)
    {
      show_line (cr, number, x, y);
    }
  else if (stacked)
    {
      show_line (cr, number, x, y - 8.0 * self->text - (chip - 20.0 * self->text) / 3.0);
      paint_chip (self, cr, table, x, y + 20.0 * self->text, chip);
    }
  else
    {
      /* Beside each other, and never larger than the table lets them be. */
      double unit = self->text * CLAMP (place->top.width / (80.0 * self->text), 0.6, 1.0);

      show_line (cr, number, x - 14.0 * unit, y);
      paint_chip (self, cr, table, x + 16.0 * unit, y, 20.0 * unit);
    }
}

/* Words below a table keep the size of text whatever the zoom; the theme goes first when the
 * room is small. */
static void
paint_label (RtPainter *self, cairo_t *cr, const RtSceneTable *table, const RtTablePlace *place,
             double zoom)
{
  const char *head = table->host != NULL ? table->host : table->theme;
  /* A little wider than measured: the zoom may have become a little smaller since. */
  double width = place->label.width * zoom * 1.1, room = place->label.height * zoom, height;
  PangoLayout *line;

  if (head == NULL || place->label.height <= 0.0)
    return;
  cairo_save (cr);
  cairo_translate (cr, place->label.x + place->label.width / 2.0, place->label.y);
  cairo_scale (cr, 1.0 / zoom, 1.0 / zoom);
  line = get_line (self, head, LABEL_SIZE, TRUE);
  if (!fits (line, width, 2))
    pango_layout_set_wrap (line, PANGO_WRAP_WORD_CHAR);
  height = size_of (line).height;
  rt_mark_colour (cr, self->colours->text, 1.0);
  show_line (cr, line, 0.0, height / 2.0);
  if (self->themes && table->host != NULL && table->theme != NULL)
    {
      line = get_line (self, table->theme, LABEL_SIZE - 0.5, FALSE);
      rt_mark_colour (cr, self->colours->dim, 1.0);
      if (fits (line, width, 2) && height + size_of (line).height <= room * 1.1 + 2.0)
        show_line (cr, line, 0.0, height + size_of (line).height / 2.0);
    }
  cairo_restore (cr);
}

/* What is wrong, in words, in the space kept below the table. */
static void
paint_broken_label (RtPainter *self, cairo_t *cr, const RtSceneTable *table,
                    const RtTablePlace *place)
{
  PangoLayout *line = get_line (self, table->broken, 12.5, TRUE);
  double pad = 8.0 * self->text, sign = 18.0 * self->text, x;
  RtSize size;
  RtBox pill;

  fits (line, place->label.width - sign - 2.0 * pad, 3);
  size = size_of (line);
  pill.width = size.width + sign + 2.0 * pad;
  pill.height = MAX (size.height + 4.0 * self->text, 22.0 * self->text);
  pill.x = place->label.x + (place->label.width - pill.width) / 2.0;
  pill.y = place->label.y;
  rt_mark_rounded (cr, &pill, 11.0 * self->text);
  rt_mark_colour (cr, self->colours->warn_fill, 1.0);
  cairo_fill_preserve (cr);
  rt_mark_colour (cr, self->colours->warn_line, 1.0);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  rt_mark_triangle (cr, self->colours, pill.x + pad + sign / 2.0 - 3.0, pill.y + pill.height / 2.0,
                    14.0 * self->text);
  rt_mark_colour (cr, self->colours->warn_text, 1.0);
  x = pill.x + pad + sign + size.width / 2.0;
  show_line (cr, line, x, pill.y + pill.height / 2.0);
}

static void
paint_table (RtPainter *self, cairo_t *cr, const RtScene *scene, const RtLayout *layout,
             const RtPaintState *state, guint index)
{
  const RtSceneTable *table = &scene->tables[index];
  const RtTablePlace *place = &layout->tables[index];
  gboolean slips = layout->detail == RT_DETAIL_SLIPS;
  RtBox halo = rt_box_grown (&place->top, layout->detail == RT_DETAIL_SLIPS ? 4.0 : 34.0);

  if (!slips
      && (is_spot (state->selected, index, -1) || (state->chosen != NULL && state->chosen[index])))
    {
      rt_mark_ellipse (cr, &halo);
      rt_mark_colour (cr, self->colours->accent_fill, 1.0);
      cairo_fill_preserve (cr);
      rt_mark_colour (cr, self->colours->accent, 1.0);
      cairo_set_line_width (cr, 2.5);
      cairo_stroke (cr);
    }
  paint_top (self, cr, table, place);
  paint_number (self, cr, table, place, state->zoom);
  for (guint k = 0; k < place->n_chairs; k++)
    {
      if (slips)
        paint_chair_slip (self, cr, table, &table->chairs[k], &place->chairs[k],
                          is_spot (state->dragged, index, (int) k));
      else
        paint_chair_dot (self, cr, scene, table, &table->chairs[k], &place->chairs[k]);
      paint_states (self, cr, &place->chairs[k], state, index, (int) k);
    }
  if (table->step_free)
    rt_mark_step_free (cr, place->top.x + place->top.width - 8.0 + (slips ? 4.0 : 30.0),
                       place->top.y + 8.0 - (slips ? 4.0 : 30.0),
                       MAX (10.0 * self->text, 7.0 / state->zoom));
  if (slips && table->broken != NULL)
    paint_broken_label (self, cr, table, place);
  else if (!slips && table->broken != NULL)
    rt_mark_triangle (cr, self->colours, place->top.x + 6.0, place->top.y + 8.0,
                      MAX (24.0 * self->text, 15.0 / state->zoom));
  if (!slips)
    paint_label (self, cr, table, place, state->zoom);
}

/* A table's own outline for selection, drop and focus; the slips have theirs. */
static void
paint_table_states (RtPainter *self, cairo_t *cr, const RtScene *scene, const RtLayout *layout,
                    const RtPaintState *state, guint index)
{
  const RtBox *top = &layout->tables[index].top;
  const struct {
    RtSpot spot;
    double away, width;
  } states[]
      = { { state->selected, 3.0, 3.0 }, { state->drop, 3.0, 3.0 }, { state->focus, 6.0, 2.0 } };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      if (!is_spot (states[i].spot, index, -1) || (i == 0 && layout->detail != RT_DETAIL_SLIPS))
        continue;
      top_path (cr, scene->tables[index].spec.form, top, -states[i].away);
      rt_mark_colour (cr, self->colours->accent, 1.0);
      cairo_set_line_width (cr, states[i].width);
      cairo_stroke (cr);
    }
}

/* Lines a metre apart, only where distances are true. */
static void
paint_grid (RtPainter *self, cairo_t *cr, const RtLayout *layout, const RtBox *room)
{
  double metre = 100.0 * layout->scale_x;

  rt_mark_colour (cr, self->colours->grid, 1.0);
  cairo_set_line_width (cr, 1.0);
  for (double x = room->x + metre; x < room->x + room->width - 1.0; x += metre)
    {
      cairo_move_to (cr, x, room->y);
      cairo_line_to (cr, x, room->y + room->height);
    }
  for (double y = room->y + metre; y < room->y + room->height - 1.0; y += metre)
    {
      cairo_move_to (cr, room->x, y);
      cairo_line_to (cr, room->x + room->width, y);
    }
  cairo_stroke (cr);
}

/* Words go inside a thing, upright in a tall one, or below it. */
static void
paint_object_words (RtPainter *self, cairo_t *cr, const RtSceneObject *object, const RtBox *box)
{
  PangoLayout *words = get_line (self, object->text, 12.5, FALSE);
  RtSize size = size_of (words);
  double y = 0.0;

  if (size.width > box->width && size.width <= box->height && size.height <= box->width)
    cairo_rotate (cr, -G_PI_2);
  else if (object->kind != RT_OBJECT_TEXT && (size.width > box->width || size.height > box->height))
    y = box->height / 2.0 + size.height / 2.0;
  rt_mark_colour (cr, self->colours->dim, 1.0);
  show_line (cr, words, 0.0, y);
}

static void
paint_object (RtPainter *self, cairo_t *cr, const RtSceneObject *object, RtBox box, double angle)
{
  cairo_save (cr);
  cairo_translate (cr, box.x + box.width / 2.0, box.y + box.height / 2.0);
  cairo_rotate (cr, angle * G_PI / 180.0);
  box.x = -box.width / 2.0;
  box.y = -box.height / 2.0;
  if (object->kind != RT_OBJECT_TEXT)
    {
      rt_mark_rounded (cr, &box, 5.0);
      rt_mark_colour (cr, self->colours->object, 1.0);
      cairo_fill_preserve (cr);
      rt_mark_colour (cr, self->colours->object_line, 1.0);
      cairo_set_line_width (cr, self->colours->line);
      if (object->kind == RT_OBJECT_DOOR)
        rt_mark_dashes (cr, 4.0, 3.0);
      cairo_stroke (cr);
      rt_mark_dashes (cr, 0.0, 0.0);
    }
  paint_object_words (self, cr, object, &box);
  cairo_restore (cr);
}

/* Where tables are moved apart, things stay only where no table has come to stand; what is in
 * front of everybody has a strip of its own at the top. */
static void
paint_objects (RtPainter *self, cairo_t *cr, const RtScene *scene, const RtLayout *layout)
{
  double strip_end = 0.0;

  for (guint i = 0; i < scene->n_objects; i++)
    {
      const RtSceneObject *object = &scene->objects[i];
      RtBox box = rt_layout_map (layout, object->x, object->y, object->width, object->depth);
      gboolean clear = layout->detail == RT_DETAIL_METRIC;

      if (!clear && rt_scene_object_in_front (scene, i))
        {
          box.width = MAX (120.0 * self->text, MIN (box.width, layout->bounds.width / 3.0));
          box = (RtBox) { CLAMP (box.x, strip_end + 8.0,
                                 MAX (strip_end + 8.0, layout->bounds.width - box.width - 8.0)),
                          7.0, box.width, RT_STRIP_HEIGHT * self->text - 4.0 };
          strip_end = box.x + box.width;
          clear = strip_end < layout->bounds.width;
        }
      else if (!clear)
        {
          clear = TRUE;
          for (guint k = 0; k < layout->n_tables && clear; k++)
            clear = !rt_box_overlaps (&box, &layout->tables[k].bounds);
        }
      if (clear)
        paint_object (self, cr, object, box,
                      layout->detail == RT_DETAIL_METRIC ? object->angle : 0.0);
    }
}

static void
paint_room (RtPainter *self, cairo_t *cr, const RtScene *scene, const RtLayout *layout)
{
  RtBox room = rt_box_grown (&layout->bounds, -4.0);
  gboolean metric = layout->detail == RT_DETAIL_METRIC;

  if (metric && scene->room_width > 0.0 && scene->room_height > 0.0)
    room = (RtBox) { layout->origin_x, layout->origin_y, scene->room_width * layout->scale_x,
                     scene->room_height * layout->scale_y };
  if (metric)
    paint_grid (self, cr, layout, &room);
  paint_objects (self, cr, scene, layout);
  cairo_rectangle (cr, room.x, room.y, room.width, room.height);
  rt_mark_colour (cr, self->colours->room_line, 1.0);
  cairo_set_line_width (cr, metric ? 4.0 : 2.5);
  cairo_stroke (cr);
}

/**
 * rt_painter_new:
 * @context: of the widget or page; its font is used
 * @text: how much larger than usual text is
 * @look: light, dark, or of high contrast
 *
 * Returns: (transfer full):
 */
RtPainter *
rt_painter_new (PangoContext *context, double text, RtLook look)
{
  RtPainter *self = g_new0 (RtPainter, 1);

  self->context = g_object_ref (context);
  /* The same layouts are shown at every zoom: their lines must not depend on whole pixels. */
  pango_context_set_round_glyph_positions (self->context, FALSE);
  self->text = text;
  self->look = look;
  self->colours = rt_palette_floor (look);
  self->slips = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, slip_text_free);
  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

void
rt_painter_free (RtPainter *self)
{
  g_hash_table_unref (self->slips);
  g_hash_table_unref (self->lines);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * rt_painter_measure_slip:
 *
 * Returns: how large a slip with that name is, so that the whole name is on it; 88 x 37 times the
 *   size of text where the name is short
 */
RtSize
rt_painter_measure_slip (RtPainter *self, const char *first, const char *last, gboolean host)
{
  return get_slip_text (self, first, last, host)->size;
}

static RtSize
natural_size (RtPainter *self, const char *text, double size, gboolean bold)
{
  PangoLayout *line = get_line (self, text, size, bold);

  pango_layout_set_width (line, -1);
  return size_of (line);
}

/* The space kept below a table for names, which keep the size of text whatever the zoom. */
static RtSize
measure_names (RtPainter *self, const RtSceneTable *table, double zoom)
{
  const char *head = table->host != NULL ? table->host : table->theme;
  double most = LABEL_WIDTH * self->text;
  RtSize size, theme;

  if (head == NULL)
    return (RtSize) { 0.0, 0.0 };
  size = natural_size (self, head, LABEL_SIZE, TRUE);
  if (size.width > most)
    size = (RtSize) { most, 2.0 * size.height };
  if (self->themes && table->host != NULL && table->theme != NULL)
    {
      theme = natural_size (self, table->theme, LABEL_SIZE - 0.5, FALSE);
      size.width = MAX (size.width, MIN (theme.width, 1.3 * most));
      size.height += theme.height * (theme.width > 1.3 * most ? 2.0 : 1.0);
    }
  return (RtSize) { (size.width + 4.0) / zoom, (size.height + 3.0) / zoom };
}

/* And for what is wrong there, which grows with the slips. */
static RtSize
measure_broken (RtPainter *self, const RtSceneTable *table)
{
  double text = self->text, width = 250.0 * text;
  PangoLayout *line;

  if (table->broken == NULL)
    return (RtSize) { 0.0, 0.0 };
  line = get_line (self, table->broken, 12.5, TRUE);
  fits (line, width - 34.0 * text, 3);
  return (RtSize) { width, MAX (size_of (line).height + 6.0 * text, 24.0 * text) };
}

/**
 * rt_painter_measure:
 * @scene: what is shown; the sizes of its tables' slips and labels are filled in
 * @detail: how much is shown
 * @zoom: at which it will be shown; labels keep their size on the screen
 * @labels: whether tables with dots have names below
 * @sizes: (element-type RtSize): takes the sizes and has to live as long as they are used
 */
void
rt_painter_measure (RtPainter *self, RtScene *scene, RtDetail detail, double zoom, gboolean labels,
                    GArray *sizes)
{
  guint at = 0, total = 0;

  self->themes = zoom >= LEAST_THEME;
  for (guint i = 0; i < scene->n_tables; i++)
    total += scene->tables[i].n_chairs;
  g_array_set_size (sizes, total);
  for (guint i = 0; i < scene->n_tables; i++)
    {
      RtSceneTable *table = &scene->tables[i];

      table->spec.slips = total > 0 ? &g_array_index (sizes, RtSize, MIN (at, total - 1)) : NULL;
      if (detail == RT_DETAIL_SLIPS)
        table->spec.label = measure_broken (self, table);
      else
        table->spec.label = labels ? measure_names (self, table, zoom) : (RtSize) { 0.0, 0.0 };
      for (guint k = 0; k < table->n_chairs; k++, at++)
        {
          const RtSceneChair *chair = &table->chairs[k];
          RtSize size = { RT_SLIP_WIDTH * self->text, RT_SLIP_HEIGHT * self->text };

          if (detail == RT_DETAIL_SLIPS && chair->first != NULL)
            size = rt_painter_measure_slip (self, chair->first, chair->last, chair->host);
          g_array_index (sizes, RtSize, at) = size;
        }
    }
}

/**
 * rt_painter_paint:
 * @cr: where point 0, 0 of @layout is the origin and already scaled by the zoom
 * @scene: what is shown
 * @layout: where it stands
 * @state: what is selected, dragged and visible
 *
 * Paints the floor; tables outside the visible part cost nothing.
 */
void
rt_painter_paint (RtPainter *self, cairo_t *cr, const RtScene *scene, const RtLayout *layout,
                  const RtPaintState *state)
{
  paint_room (self, cr, scene, layout);
  for (guint i = 0; i < layout->n_tables && i < scene->n_tables; i++)
    {
      RtBox reach = rt_box_grown (&layout->tables[i].bounds, 40.0);

      if (!rt_box_overlaps (&reach, &state->visible))
        continue;
      paint_table (self, cr, scene, layout, state, i);
      paint_table_states (self, cr, scene, layout, state, i);
    }
}

/** rt_painter_paint_slip: one slip with its corner at the origin, for the pointer while it is
 * dragged */
void
rt_painter_paint_slip (RtPainter *self, cairo_t *cr, const char *first, const char *last)
{
  const SlipText *slip = get_slip_text (self, first, last, FALSE);
  RtBox box = { 0.0, 0.0, slip->size.width, slip->size.height };

  paint_plain_slip (self, cr, slip, &box, FALSE);
  outline (self, cr, &box, 0.0, self->colours->accent, 2.0);
}
