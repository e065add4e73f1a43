/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-painter-private.h"

#define LABEL_WIDTH 124.0 /* longer names take a second line */
#define LEAST_THEME 0.7   /* from farther away a table has its host's name only */

static void
slip_text_free (gpointer data)
{
  RtSlipText *self = data;

  g_object_unref (self->first);
  g_clear_object (&self->last);
  g_free (self);
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
  self->backdrop = rt_backdrop_new ();
  self->slips = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, slip_text_free);
  self->sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

void
rt_painter_free (RtPainter *self)
{
  rt_backdrop_free (self->backdrop);
  g_hash_table_unref (self->slips);
  g_hash_table_unref (self->sizes);
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
  return rt_painter_get_slip_size (self, first, last, host);
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
  size = rt_painter_natural_size (self, head, RT_PAINTER_LABEL_SIZE, TRUE);
  if (size.width > most)
    size = (RtSize) { most, 2.0 * size.height };
  if (self->themes && table->host != NULL && table->theme != NULL)
    {
      theme = rt_painter_natural_size (self, table->theme, RT_PAINTER_LABEL_SIZE - 0.5, FALSE);
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
  line = rt_painter_get_line (self, table->broken, 12.5, TRUE);
  rt_painter_fits (line, width - 34.0 * text, 3);
  return (RtSize) { width, MAX (rt_painter_line_size (line).height + 6.0 * text, 24.0 * text) };
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
 * rt_painter_shows:
 * @table: index
 *
 * Returns: whether some of a table may be seen in the visible part
 */
gboolean
rt_painter_shows (const RtLayout *layout, const RtPaintState *state, guint table)
{
  RtBox reach = rt_box_grown (&layout->tables[table].bounds, 40.0);

  return rt_box_overlaps (&reach, &state->visible);
}
