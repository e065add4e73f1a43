/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-issue.h"
#include "rt-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rt-pattern.h"

/*
 * The facilitator's grid: tables by rounds with everybody's name, on one page where that can be
 * read, and what the plan comes to at its head.
 */

#define HEAD 48.0
#define TABLE 112.0     /* width of the first column */
#define NAME 9.5
#define PITCH 11.2
#define LEAST_PITCH 10.0
#define PAD 8.0         /* of a row */
#define LEAST_LINES 4   /* the table's own words */
#define MOST_PEOPLE 24  /* in one row; more go on below */
#define MOST_ROUNDS 4   /* beside each other */
#define NOWHERE -1

/* A row of the grid: some lines of a table, or of those who have no seat. */
typedef struct {
  int table;
  guint from, lines;
} Row;

static double
get_scale (RtPages *pages)
{
  return pages->options.large ? 18.0 / NAME : 1.0;
}

static guint
get_columns (RtPages *pages)
{
  guint most = pages->options.large ? 2 : MOST_ROUNDS, n = MAX (pages->roll->n_rounds, 1);
  guint parts = (n + most - 1) / most;

  return (n + parts - 1) / parts;
}

/* People of a table in a round, without who leads it, in the order of their chairs; without a
 * table those who attend and have no seat. */
static GArray *
list_people (RtPages *pages, guint round, int table)
{
  const RtRoll *roll = pages->roll;
  const RtRound *record = rt_plan_get_round (pages->plan, round);
  GArray *people = g_array_new (FALSE, FALSE, sizeof (guint));
  RtId id = table >= 0 ? rt_plan_get_table (pages->plan, (guint) table)->parent.id : NULL;

  for (guint k = 0; table >= 0 && k < rt_seating_n_chairs (record->seating, id); k++)
    {
      RtId person = rt_seating_at (record->seating, id, k);
      guint at = person != NULL ? rt_plan_index_of (pages->plan, RT_PART_PEOPLE, person)
                                : G_MAXUINT;

      if (at != G_MAXUINT && roll->leads[(gsize) round * roll->n_people + at] != table)
        g_array_append_val (people, at);
    }
  for (guint i = 0; table < 0 && i < roll->n_people; i++)
    {
      gsize at = (gsize) round * roll->n_people + i;

      if (roll->attends[at] && rt_pages_get_table (pages, round, i) < 0)
        g_array_append_val (people, i);
    }
  return people;
}

/* Whether host or theme change with the rounds, so that a line is kept for them. */
static gboolean
varies (RtPages *pages, int table)
{
  const RtRoll *roll = pages->roll;

  for (guint r = 1; table != NOWHERE && r < roll->n_rounds; r++)
    {
      gsize at = (gsize) r * roll->n_tables + table;

      if (roll->host[at] != roll->host[table] || roll->co_host[at] != roll->co_host[table]
          || roll->theme[at] != roll->theme[table])
        return TRUE;
    }
  return FALSE;
}

static double
get_cell (RtPages *pages)
{
  return (rt_pages_get_area (pages).width - TABLE) / get_columns (pages) - 10.0;
}

/* How many lines a name takes: one, unless it would become too small. */
static guint
count_lines (RtPages *pages, guint person)
{
  double width = rt_ink_width (pages->ink, pages->persons[person].name, NAME * get_scale (pages),
                               RT_INK_REGULAR);

  return MAX (1, (guint) ceil (width * 0.75 / get_cell (pages)));
}

/* The lines that the people from @from to @to take, in the round in which they take most. */
static guint
count_most_lines (RtPages *pages, int table, guint from, guint to, guint *n_people)
{
  guint most = 0;

  *n_people = 0;
  for (guint r = 0; r < pages->roll->n_rounds; r++)
    {
      g_autoptr (GArray) people = list_people (pages, r, table);
      guint lines = 0;

      for (guint i = from; i < MIN (to, people->len); i++)
        lines += count_lines (pages, g_array_index (people, guint, i));
      *n_people = MAX (*n_people, people->len);
      most = MAX (most, lines);
    }
  return most;
}

static void
add_rows (RtPages *pages, int table)
{
  guint n_people, from = 0;

  do
    {
      guint lines = count_most_lines (pages, table, from, from + MOST_PEOPLE, &n_people);
      Row row = { table, from, MAX (lines, LEAST_LINES) };

      if (table == NOWHERE && n_people == 0)
        return;
      if (from == 0 && varies (pages, table))
        row.lines++;
      g_array_append_val (pages->blocks[RT_SHEET_GRID], row);
      from += MOST_PEOPLE;
    }
  while (from < n_people);
}

static double
get_height (RtPages *pages, const Row *row, double pitch)
{
  return (row->lines * pitch + PAD) * get_scale (pages);
}

static void
cut (RtPages *pages)
{
  double room = rt_pages_get_area (pages).height - HEAD, used = 0.0;
  guint columns = get_columns (pages), first = 0, n;
  GArray *rows;

  rows = pages->blocks[RT_SHEET_GRID] = g_array_new (FALSE, FALSE, sizeof (Row));
  if (pages->roll->n_rounds == 0)
    return;
  for (guint i = 0; i < pages->roll->n_tables; i++)
    if (rt_pages_is_open (pages, i))
      add_rows (pages, (int) i);
  add_rows (pages, NOWHERE);
  n = rows->len;
  for (guint i = 0; i <= n; i++)
    {
      double height = i < n ? get_height (pages, &g_array_index (rows, Row, i), LEAST_PITCH) : 0.0;

      if (i > first && (i == n || used + height > room))
        {
          for (guint r = 0; r < pages->roll->n_rounds; r += columns)
            rt_pages_add (pages, RT_SHEET_GRID, first, i - first, r);
          first = i;
          used = 0.0;
        }
      used += height;
    }
}

static guint
count_hosts (RtPages *pages)
{
  const RtRoll *roll = pages->roll;
  guint hosts = 0;

  for (guint i = 0; i < roll->n_people; i++)
    for (guint r = 0; r < roll->n_rounds; r++)
      if (roll->attends[(gsize) r * roll->n_people + i]
          && roll->leads[(gsize) r * roll->n_people + i] >= 0)
        {
          hosts++;
          break;
        }
  return hosts;
}

static char *
dup_repeats (const RtMeasures *measures)
{
  const RtMeasure *repeats = rt_measures_find (measures, "repeats");
  g_autofree char *found = NULL;
  g_autofree char *bound = NULL;

  if (repeats == NULL)
    return NULL;
  found = g_strdup_printf ("%" G_GINT64_FORMAT, repeats->found);
  bound = g_strdup_printf ("%" G_GINT64_FORMAT, repeats->bound);
  /* Translators: two numbers: those found, and the fewest there can be */
  return g_strdup_printf (measures->proven && repeats->found == repeats->bound
                              ? _("repeats %s, at least %s: proven")
                              : _("repeats %s, at least %s"),
                          found, bound);
}

/* "50 guests · 9 hosts · repeats 0, at least 0: proven" */
static char *
dup_summary (RtPages *pages)
{
  const RtMeasures *measures = rt_pages_get_measures (pages);
  guint n = count_hosts (pages);
  g_autofree char *guests = g_strdup_printf (ngettext ("%d guest", "%d guests", measures->guests),
                                             measures->guests);
  g_autofree char *hosts = g_strdup_printf (ngettext ("%u host", "%u hosts", n), n);
  g_autofree char *repeats = dup_repeats (measures);
  const char *parts[4] = { guests };
  guint k = 1;

  if (n > 0)
    parts[k++] = hosts;
  parts[k] = repeats;
  return g_strjoinv (" · ", (char **) parts);
}

/* The first column: number, letter and pattern of the theme, host, theme. */
static void
draw_table (RtPages *pages, const Row *row, guint round, const RtBox *box)
{
  double scale = MIN (get_scale (pages), 1.4);
  RtInkStyle host = { 9.5 * scale, RT_INK_BOLD, 2, RT_INK_START, RT_INK_START };
  RtInkStyle plain = { 8.5 * scale, RT_INK_REGULAR, 2, RT_INK_START, RT_INK_START };
  RtInkStyle number = { 19.0 * scale, RT_INK_BLACK, 1, RT_INK_START, RT_INK_MIDDLE };
  RtBox top = { box->x, box->y + 3.0, box->width - 4.0, 17.0 * scale };
  RtBox middle = { box->x, box->y + 21.0 * scale, box->width - 4.0,
                   (box->height - 22.0 * scale) * 0.54 };
  RtBox low = middle;
  const RtPaperTheme *theme = rt_pages_get_theme (pages, round, row->table);
  g_autofree char *name = rt_pages_dup_host (pages, round, row->table);
  cairo_t *cr = rt_ink_get_cairo (pages->ink);
  double x, side = 13.0 * scale;

  if (row->table == NOWHERE)
    {
      rt_ink_fit (pages->ink, &top, _("No seat"), &host);
      return;
    }
  top.width = theme != NULL ? box->width - 2.0 * side - 12.0 : top.width;
  x = top.x + 5.0
      + rt_ink_number (pages->ink, &top, pages->tables[row->table].label, &number).width;
  if (theme != NULL)
    {
      RtBox chip = { 0.0, top.y + (top.height - side) / 2.0, side, side };

      chip.x = x + rt_ink_chip (pages->ink, x, top.y + top.height / 2.0, side, theme->letter) + 3.0;
      if (cr != NULL)
        {
          RtBox turned = { rt_ink_turn (pages->ink, chip.x, side), chip.y, side, side };

          cairo_rectangle (cr, turned.x, turned.y, side, side);
          rt_pattern_fill (cr, &turned, theme->colour, 0.65);
          rt_ink_frame (pages->ink, &chip, 0.0, 0.8);
        }
    }
  if (row->from > 0)
    {
      rt_ink_fit (pages->ink, &middle, _("continued"), &plain);
      return;
    }
  if (name != NULL)
    low.y += rt_ink_fit (pages->ink, &middle, name, &host).height;
  low.height = box->y + box->height - low.y - 1.0;
  if (theme != NULL)
    rt_ink_fit (pages->ink, &low, theme->title, &plain);
}

/* Where host or theme are others than in the first column, they stand above the guests. */
static void
draw_others (RtPages *pages, const Row *row, guint round, guint first, const RtBox *box)
{
  g_autofree char *usual = rt_pages_dup_host (pages, first, row->table);
  g_autofree char *own = rt_pages_dup_host (pages, round, row->table);
  const RtPaperTheme *theme = rt_pages_get_theme (pages, round, row->table);
  gboolean other = theme != NULL && theme != rt_pages_get_theme (pages, first, row->table);
  gboolean another = own != NULL && g_strcmp0 (usual, own) != 0;
  g_autofree char *words
      = g_strdup_printf ("%s%s%s", other ? theme->letter : "", other && another ? " · " : "",
                         another ? own : "");

  rt_ink_fit (pages->ink, box, words,
              &(RtInkStyle) { NAME * get_scale (pages), RT_INK_BOLD, 1, RT_INK_START,
                              RT_INK_MIDDLE });
}

static void
draw_people (RtPages *pages, const Row *row, guint round, const RtBox *box, double pitch)
{
  g_autoptr (GArray) people = list_people (pages, round, row->table);
  double scale = get_scale (pages);
  double y = box->y;

  for (guint i = 0; i < MOST_PEOPLE && row->from + i < people->len; i++)
    {
      guint person = g_array_index (people, guint, row->from + i);
      guint lines = count_lines (pages, person);
      RtInkStyle style = { NAME * scale * (lines > 1 ? 0.8 : 1.0), RT_INK_REGULAR, (int) lines,
                           RT_INK_START, RT_INK_MIDDLE };
      RtBox line = { box->x, y, box->width, lines * pitch * scale };

      y += line.height;
      rt_ink_fit (pages->ink, &line, pages->persons[person].name, &style);
      if (rt_roll_line_changed (pages->plan, pages->roll, round, person))
        rt_pages_draw_bar (pages, line.x - 4.0, line.y + 1.5, line.height - 3.0);
    }
}

static void
draw_row (RtPages *pages, const Row *row, guint first, guint n, const RtBox *box, double pitch)
{
  double cell = (box->width - TABLE) / n;

  draw_table (pages, row, first, &(RtBox) { box->x, box->y, TABLE, box->height });
  for (guint i = 0; i < n; i++)
    {
      guint round = first + i;
      gboolean open = row->table == NOWHERE
                      || pages->roll->open[(gsize) round * pages->roll->n_tables + row->table];
      RtBox at = { box->x + TABLE + i * cell + 6.0, box->y + PAD / 2.0 * get_scale (pages),
                   get_cell (pages), box->height - PAD };

      if (row->from == 0 && varies (pages, row->table))
        {
          at.height = pitch * get_scale (pages);
          draw_others (pages, row, round, first, &at);
          at.y += at.height;
        }
      if (open)
        draw_people (pages, row, round, &at, pitch);
      else
        rt_ink_fit (pages->ink, &at, _("closed"),
                    &(RtInkStyle) { NAME * get_scale (pages), RT_INK_REGULAR, 1, RT_INK_START,
                                    RT_INK_START });
    }
}

static void
draw_column_heads (RtPages *pages, guint first, guint n, const RtBox *area, double height)
{
  double cell = (area->width - TABLE) / n, size = pages->options.large ? 14.0 : 11.0;
  double baseline = area->y + HEAD - 7.0;

  rt_ink_line (pages->ink, area->x, baseline, TABLE, _("Table"), size * 0.85, RT_INK_BOLD,
               RT_INK_START);
  for (guint i = 0; i < n; i++)
    {
      double x = area->x + TABLE + i * cell + 6.0, used;
      g_autofree char *title = rt_pages_dup_round (pages, first + i);
      g_autofree char *hours = rt_pages_dup_hours (pages, first + i);

      if (i % 2 == 1)
        rt_ink_shade (pages->ink, &(RtBox) { x - 6.0, area->y + HEAD, cell, height });
      used = rt_ink_line (pages->ink, x, baseline, cell * (*hours != '\0' ? 0.5 : 0.95), title,
                          size, RT_INK_BOLD, RT_INK_START).width + 4.0;
      rt_ink_line (pages->ink, x + used, baseline, cell - used - 8.0, hours, size, RT_INK_REGULAR,
                   RT_INK_START);
    }
  rt_ink_rule (pages->ink, area->x, area->y + HEAD, area->x + area->width, area->y + HEAD, 1.4);
}

static void
paint (RtPages *pages, const RtPage *page)
{
  RtBox area = rt_pages_get_area (pages);
  GArray *rows = pages->blocks[RT_SHEET_GRID];
  guint first = page->part, n = MIN (get_columns (pages), pages->roll->n_rounds - first);
  double y = area.y + HEAD, wanted = 0.0, least = 0.0, pitch = PITCH;
  g_autofree char *summary = dup_summary (pages);

  for (guint i = page->first; i < page->first + page->n; i++)
    {
      wanted += get_height (pages, &g_array_index (rows, Row, i), PITCH);
      least += get_height (pages, &g_array_index (rows, Row, i), LEAST_PITCH);
    }
  if (wanted > area.height - HEAD)
    pitch = LEAST_PITCH + (PITCH - LEAST_PITCH) * (area.height - HEAD - least) / (wanted - least);
  rt_pages_draw_head (pages, _("Facilitator’s grid"), summary);
  draw_column_heads (pages, first, n, &area, MIN (wanted, area.height - HEAD));
  for (guint i = page->first; i < page->first + page->n; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      RtBox box = { area.x, y, area.width, get_height (pages, row, pitch) };

      draw_row (pages, row, first, n, &box, pitch);
      y += box.height;
      rt_ink_rule (pages->ink, area.x, y, area.x + area.width, y, 0.8);
    }
}

static char *
dup_number (guint page, guint n)
{
  /* Translators: of a footer */
  return g_strdup_printf (_("grid %u of %u"), page, n);
}

static char *
dup_note (RtPages *pages, const RtPage *page)
{
  return g_strdup (_("for the facilitator only"));
}

const RtSheetClass rt_sheet_grid = {
  .word = "grid",
  .title = N_("Facilitator’s grid"),
  .cut = cut,
  .paint = paint,
  .dup_number = dup_number,
  .dup_note = dup_note,
  .none = N_("There is no round, or no table that is open."),
};
