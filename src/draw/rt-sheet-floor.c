/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-backdrop.h"
#include "rt-sheet-floor.h"

#include <glib/gi18n-lib.h>

#include "rt-marks.h"
#include "rt-pattern.h"

/*
 * The floor plan: the room stretched to the page, and in it tables as large as they can be without
 * touching each other. One page, unless hosts, themes or closed tables change with the rounds; with
 * names, one for each round.
 */

#define BACKDROP 0.4      /* how strong the venue plan is under it all */
#define NAMELESS 0.34     /* smaller tables have their number only */
#define THEMELESS 0.5     /* smaller ones have their host's name but not their theme in words */

static gboolean
is_same (RtPages *pages, guint a, guint b)
{
  const RtRoll *roll = pages->roll;

  for (guint t = 0; t < roll->n_tables; t++)
    {
      gsize one = (gsize) a * roll->n_tables + t, two = (gsize) b * roll->n_tables + t;

      if (roll->open[one] != roll->open[two] || roll->theme[one] != roll->theme[two]
          || rt_pages_get_host (pages, a, (int) t) != rt_pages_get_host (pages, b, (int) t))
        return FALSE;
    }
  return TRUE;
}

/* A page for each round that is not like the one before: page.first to page.first + page.n. */
static void
cut (RtPages *pages)
{
  guint n = pages->roll->n_rounds, first = 0;

  if (pages->roll->n_tables == 0)
    return;
  for (guint r = 1; r < n; r++)
    if (pages->options.floor_names || !is_same (pages, r - 1, r))
      {
        rt_pages_add (pages, RT_SHEET_FLOOR, first, r - first, 0);
        first = r;
      }
  rt_pages_add (pages, RT_SHEET_FLOOR, first, n - first, 0);
}

/* A pillar is hatched and says nothing. */
static const char *
get_object_words (const RtRoomObject *object)
{
  return object->text == NULL
                 && (object->kind == RT_OBJECT_PILLAR || object->kind == RT_OBJECT_TEXT)
             ? ""
             : rt_room_object_get_words (object);
}

static void
draw_object (RtPages *pages, const RtRoomObject *object, RtBox box)
{
  cairo_t *cr = rt_ink_get_cairo (pages->ink);
  RtInkStyle style = { 10.5, RT_INK_REGULAR, 2, RT_INK_MIDDLE, RT_INK_MIDDLE };
  g_autofree char *words = rt_ink_isolate (get_object_words (object));

  if (cr == NULL)
    {
      rt_ink_fit (pages->ink, &box, words, &style);
      return;
    }
  if (object->kind == RT_OBJECT_PILLAR)
    {
      cairo_rectangle (cr, box.x, box.y, box.width, box.height);
      rt_pattern_fill (cr, &box, 1, 0.5);
    }
  if (object->kind != RT_OBJECT_TEXT)
    rt_ink_frame (pages->ink, &box, 0.0, 1.0);
  if (*words == '\0')
    return;
  cairo_save (cr);
  if (box.height > 1.6 * box.width
      && rt_ink_width (pages->ink, words, style.size, style.weight) > box.width - 4.0)
    {
      cairo_translate (cr, box.x + box.width / 2.0, box.y + box.height / 2.0);
      cairo_rotate (cr, -G_PI_2);
      box = (RtBox) { -box.height / 2.0, -box.width / 2.0, box.height, box.width };
    }
  box = (RtBox) { box.x + 2.0, box.y + 1.0, box.width - 4.0, box.height - 2.0 };
  rt_ink_fit (pages->ink, &box, words, &style);
  cairo_restore (cr);
}

static void
top_path (cairo_t *cr, RtTableForm form, const RtBox *top)
{
  if (form == RT_FORM_ROUND || form == RT_FORM_OVAL || form == RT_FORM_CIRCLE)
    rt_mark_ellipse (cr, top);
  else
    rt_mark_rounded (cr, top, 4.0);
}

/* The theme's pattern in the lower part of a table top. */
static void
draw_top (RtPages *pages, cairo_t *cr, const RtTable *record, const RtPaperTheme *theme,
          gboolean open, const RtBox *top, double scale)
{
  RtTableForm form = record->shape == RT_UNSET ? RT_FORM_ROUND : (RtTableForm) record->shape;
  RtBox part = { top->x, top->y + top->height * 0.74, top->width, top->height * 0.26 };

  top_path (cr, form, top);
  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.0, 0.0, 0.0);
  cairo_save (cr);
  top_path (cr, form, top);
  cairo_clip (cr);
  if (theme != NULL && open)
    {
      cairo_rectangle (cr, part.x, part.y, part.width, part.height);
      rt_pattern_fill (cr, &part, theme->colour, MAX (0.35, 0.75 * scale));
      rt_ink_rule (pages->ink, part.x, part.y, part.x + part.width, part.y, 0.8);
    }
  cairo_restore (cr);
  top_path (cr, form, top);
  cairo_set_line_width (cr, MAX (0.8, 2.2 * scale));
  if (!open)
    rt_mark_dashes (cr, 4.0, 3.0);
  cairo_stroke (cr);
  rt_mark_dashes (cr, 0.0, 0.0);
}

static void
draw_chairs (cairo_t *cr, const RtTablePlace *place, RtFloorPoint at, double scale, gboolean hosted)
{
  cairo_set_line_width (cr, MAX (0.5, 1.2 * scale));
  for (guint k = 0; k < place->n_chairs; k++)
    {
      const RtBox *chair = &place->chairs[k];
      RtBox box = { at.x + chair->x * scale, at.y + chair->y * scale, chair->width * scale,
                    chair->height * scale };

      rt_mark_ellipse (cr, &box);
      cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
      if (k == 0 && hosted)
        cairo_set_source_rgb (cr, 0.0, 0.0, 0.0);
      cairo_fill_preserve (cr);
      cairo_set_source_rgb (cr, 0.0, 0.0, 0.0);
      cairo_stroke (cr);
    }
}

/* Below a table: its host, and letter and title of its theme; of small tables the letter alone. */
static void
draw_label (RtPages *pages, guint round, guint table, const RtBox *bounds, double scale)
{
  const RtPaperTheme *theme = rt_pages_get_theme (pages, round, (int) table);
  g_autofree char *host = rt_pages_dup_host (pages, round, (int) table);
  g_autofree char *title = theme == NULL ? NULL
                                         : g_strdup_printf ("%s · %s", theme->letter, theme->title);
  const char *line = scale >= THEMELESS || theme == NULL ? title : theme->letter;
  RtInkStyle bold = { MAX (7.0, 14.0 * scale), RT_INK_BOLD, 2, RT_INK_MIDDLE, RT_INK_START };
  RtInkStyle plain = { MAX (6.0, 12.0 * scale), RT_INK_REGULAR, 2, RT_INK_MIDDLE, RT_INK_START };
  double height = RT_FLOOR_LABEL * scale, wide = bounds->width + RT_FLOOR_APART * scale;
  RtBox box = { bounds->x + (bounds->width - wide) / 2.0, bounds->y + bounds->height + 1.0, wide,
                height };
  g_autofree char *both = NULL;

  if (scale < THEMELESS || host == NULL || line == NULL)
    {
      both = line != NULL && host != NULL ? g_strdup_printf ("%s · %s", line, host)
                                          : g_strdup (host != NULL ? host : line);
      if (both != NULL)
        rt_ink_fit (pages->ink, &box, both, host != NULL || scale < THEMELESS ? &bold : &plain);
      return;
    }
  box.height = height * 0.5;
  box.y += rt_ink_fit (pages->ink, &box, host, &bold).height;
  box.height = bounds->y + bounds->height + height - box.y;
  rt_ink_fit (pages->ink, &box, line, &plain);
}

/* @any: there is a round; otherwise nobody sits there yet. */
static void
draw_table (RtPages *pages, const RtFloor *floor, guint round, gboolean any, guint i)
{
  cairo_t *cr = rt_ink_get_cairo (pages->ink);
  guint table = floor->tables[i];
  const RtTable *record = rt_plan_get_table (pages->plan, table);
  const RtTablePlace *place = &floor->places[i];
  double scale = floor->scale;
  gsize cell = (gsize) round * pages->roll->n_tables + table;
  gboolean open = any ? pages->roll->open[cell] : record->open != 0;
  const RtPaperTheme *theme = any ? rt_pages_get_theme (pages, round, (int) table) : NULL;
  gboolean hosted = any && rt_pages_get_host (pages, round, (int) table) >= 0;
  RtFloorPoint at = floor->points[i];
  RtBox top = { at.x + place->top.x * scale, at.y + place->top.y * scale,
                place->top.width * scale, place->top.height * scale };
  RtBox bounds = { at.x + place->bounds.x * scale, at.y + place->bounds.y * scale,
                   place->bounds.width * scale, place->bounds.height * scale };
  RtInkStyle number = { MIN (42.0 * scale, top.height * 0.6), RT_INK_BLACK, 1, RT_INK_MIDDLE,
                        RT_INK_MIDDLE };
  gboolean patterned = theme != NULL && open;
  RtBox middle = { top.x + top.width * 0.1, top.y + top.height * (patterned ? 0.16 : 0.2),
                   top.width * 0.8, top.height * (patterned ? 0.54 : 0.6) };

  if (cr != NULL)
    {
      draw_chairs (cr, place, at, scale, hosted && open);
      draw_top (pages, cr, record, theme, open, &top, scale);
    }
  if (pages->tables[table].numbered)
    {
      rt_ink_number (pages->ink, &middle, pages->tables[table].label, &number);
    }
  else
    {
      number.size *= 0.4;
      number.lines = 3;
      rt_ink_fit (pages->ink, &middle, pages->tables[table].label, &number);
    }
  if (!open)
    {
      RtBox below = { bounds.x, bounds.y + bounds.height + 1.0, bounds.width,
                      RT_FLOOR_LABEL * scale };

      rt_ink_fit (pages->ink, &below, _("closed"),
                  &(RtInkStyle) { MAX (6.0, 12.0 * scale), RT_INK_REGULAR, 1, RT_INK_MIDDLE,
                                  RT_INK_START });
    }
  else if (scale >= NAMELESS && any)
    {
      draw_label (pages, round, table, &bounds, scale);
    }
}

static char *
dup_length (int cm)
{
  int digits = cm % 100 == 0 ? 0 : cm % 10 == 0 ? 1 : 2;
  g_autofree char *metres = g_strdup_printf ("%.*f", digits, cm / 100.0);

  /* Translators: a length in metres */
  return g_strdup_printf (_("%s m"), metres);
}

static char *
dup_beside (RtPages *pages, gboolean any, gboolean names)
{
  const RtRoom *room = rt_floor_get_room (pages);
  gboolean hosted = FALSE;
  g_autofree char *width = NULL;
  g_autofree char *height = NULL;

  for (gsize i = 0; i < (gsize) pages->roll->n_rounds * pages->roll->n_tables && any && !hosted;
       i++)
    hosted = pages->roll->host[i] >= 0;
  if (names)
    return g_strdup (hosted ? _("hosts in bold") : "");
  if (room == NULL || room->width == RT_UNSET || room->height == RT_UNSET)
    return g_strdup (hosted ? _("black dot: the host’s chair") : "");
  width = dup_length (room->width);
  height = dup_length (room->height);
  if (hosted)
    /* Translators: width and length of a room */
    return g_strdup_printf (_("%s by %s · black dot: the host’s chair"), width, height);
  return g_strdup_printf (_("%s by %s"), width, height);
}

static char *
dup_title (RtPages *pages, const RtPage *page)
{
  g_autofree char *first = NULL;

  if (pages->n_of[RT_SHEET_FLOOR] < 2 || page->n == 0)
    return g_strdup (_("The room"));
  first = rt_pages_dup_round (pages, page->first);
  if (page->n < 2)
    /* Translators: the title of a floor plan; %s is "Round 2" */
    return g_strdup_printf (_("The room in %s"), first);
  /* Translators: the title of a floor plan; two numbers of rounds */
  return g_strdup_printf (_("The room in rounds %u to %u"), page->first + 1, page->first + page->n);
}

/* What the letters stand for, where tables are too small to say. */
static void
draw_key (RtPages *pages, const RtBox *box)
{
  RtInkStyle style = { 10.5, RT_INK_REGULAR, 2, RT_INK_START, RT_INK_END };
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < pages->roll->n_themes; i++)
    g_string_append_printf (key, "%s%s %s", i > 0 ? " · " : "", pages->themes[i].letter,
                            pages->themes[i].title);
  rt_ink_fit (pages->ink, box, key->str, &style);
}

/* Returns: whether there was room for the names. */
static gboolean
draw_names (RtPages *pages, const RtFloor *floor, const RtPage *page)
{
  g_autofree RtBox *boxes = g_new0 (RtBox, floor->n);
  double letters;

  for (guint i = 0; i < floor->n; i++)
    boxes[i] = (RtBox) { .x = floor->points[i].x, .y = floor->points[i].y };
  letters = rt_floor_names_place (pages, page->first, &floor->room, floor->things,
                                  floor->n_things, boxes);
  for (guint i = 0; i < floor->n && letters > 0.0; i++)
    rt_floor_names_draw (pages, page->first, floor->tables[i], &boxes[i], letters);
  return letters > 0.0;
}

/* The venue's own plan lies under everything. */
static void
draw_backdrop (RtPages *pages, const RtFloor *floor, const RtRoom *room)
{
  cairo_t *cr = rt_ink_get_cairo (pages->ink);
  g_autoptr (RtBackdrop) backdrop = NULL;

  if (cr == NULL || room == NULL || room->background == NULL)
    return;
  backdrop = rt_backdrop_new ();
  cairo_save (cr);
  cairo_rectangle (cr, floor->room.x, floor->room.y, floor->room.width, floor->room.height);
  cairo_clip (cr);
  cairo_translate (cr, floor->room.x - floor->left * floor->scale_x,
                   floor->room.y - floor->top * floor->scale_y);
  rt_backdrop_paint (backdrop, cr, room->background, floor->scale_x, floor->scale_y,
                     BACKDROP);
  cairo_restore (cr);
}

static void
paint (RtPages *pages, const RtPage *page)
{
  gboolean names = pages->options.floor_names && page->n > 0;
  RtBox area = rt_pages_get_area (pages);
  double key = pages->roll->n_themes > 0 ? RT_FLOOR_KEY : 0.0;
  RtBox box = rt_floor_get_box (pages);
  g_autoptr (RtFloor) floor = rt_floor_new (pages, &box);
  g_autofree char *title = dup_title (pages, page);
  g_autofree char *beside = dup_beside (pages, page->n > 0, names);
  const RtRoom *room = rt_floor_get_room (pages);

  rt_pages_draw_head (pages, title, *beside != '\0' ? beside : NULL);
  /* The room is as it is, whatever the language. */
  rt_ink_set_mirror (pages->ink, 0.0);
  draw_backdrop (pages, floor, room);
  for (guint i = 0; i < floor->n_things; i++)
    draw_object (pages, g_ptr_array_index (room->objects, i), floor->things[i]);
  rt_ink_frame (pages->ink, &floor->room, 0.0, 3.0);
  names = names && draw_names (pages, floor, page);
  for (guint i = 0; i < floor->n && !names; i++)
    draw_table (pages, floor, page->first, page->n > 0, i);
  rt_ink_set_mirror (pages->ink, pages->mirrored ? pages->width : 0.0);
  if (key > 0.0 && page->n > 0 && (names || floor->scale < THEMELESS))
    draw_key (pages, &(RtBox) { area.x, area.y + area.height - key + 2.0, area.width, key - 4.0 });
}

static char *
dup_number (guint page, guint n)
{
  /* Translators: of a footer */
  return g_strdup_printf (_("floor plan %u of %u"), page, n);
}

const RtSheetClass rt_sheet_floor = {
  .word = "floor",
  .title = N_("Floor plan"),
  .cut = cut,
  .paint = paint,
  .dup_number = dup_number,
  .none = N_("There are no tables."),
};
