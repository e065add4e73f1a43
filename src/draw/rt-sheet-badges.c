/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-issue.h"
#include "rt-sheet.h"

#include <glib/gi18n-lib.h>

/*
 * Badges: the first name as large as it can be, the organisation, and where to go; eight on a page,
 * or as labels lie on theirs. Double-sided, the rounds are on the back: each back page is laid out
 * the other way round, so that a sheet turned over its long edge has every back behind its front.
 */

#define COLUMNS 2
#define ROWS 4
#define LEAST_FIRST 48.0 /* which only longer names fall short of */
#define MOST_FIRST 72.0
#define LINE 1.33        /* of a line to its letters */
#define LAST_SIZE 26.0
#define ONE_COLUMN 7     /* rounds on a back; more stand in two */
#define LOW 165.0        /* lower badges are filled to their edges */

static RtLabels
get_labels (RtPages *pages)
{
  RtBox area = rt_pages_get_area (pages);
  double width = area.width / COLUMNS, height = area.height / ROWS;

  if (pages->options.badges.columns > 0)
    return pages->options.badges;
  return (RtLabels) { COLUMNS, ROWS, width, height, area.x, area.y, width, height, FALSE };
}

/* Where a badge is; behind it, on the back of the paper, when @back. */
static RtBox
get_piece (RtPages *pages, const RtLabels *labels, guint i, gboolean back)
{
  double x = labels->left + i % labels->columns * labels->across;

  return (RtBox) { back ? pages->width - x - labels->width : x,
                   labels->top + i / labels->columns * labels->down, labels->width,
                   labels->height };
}

static double
get_below (RtPages *pages)
{
  RtLabels labels = get_labels (pages);

  return pages->height - labels.top - (labels.rows - 1) * labels.down - labels.height;
}

static void
cut (RtPages *pages)
{
  RtLabels labels = get_labels (pages);
  guint n = pages->people[RT_SHEET_BADGES]->len, per_page = labels.columns * labels.rows;

  for (guint first = 0; first < n; first += per_page)
    for (guint side = 0; side < (pages->options.double_sided ? 2 : 1); side++)
      rt_pages_add (pages, RT_SHEET_BADGES, first, MIN (per_page, n - first), side);
}

/* A table for each round in up to six columns. */
static void
draw_rounds (RtPages *pages, guint person, const RtBox *box)
{
  guint n = pages->roll->n_rounds, columns = n <= 4 ? n : 6;
  guint rows = (n + MAX (columns, 1) - 1) / MAX (columns, 1);
  double cell = box->width / MAX (columns, 1), height = box->height / MAX (rows, 1);
  double size = MIN (16.0, height * 0.7) * (columns > 4 ? 0.76 : 1.0);

  for (guint r = 0; r < n; r++)
    {
      int table = rt_pages_get_table (pages, r, person);
      double baseline = box->y + (r / columns + 0.5) * height + size * 0.36;
      double x = box->x + r % columns * cell, used;
      g_autofree char *number = g_strdup_printf ("%u:", r + 1);

      used = rt_ink_line (pages->ink, x, baseline, cell * 0.6,
                          *pages->starts[r] != '\0' ? pages->starts[r] : number, size * 0.7,
                          RT_INK_REGULAR, RT_INK_START).width + size * 0.22;
      rt_ink_line (pages->ink, x + used, baseline, cell - used - 3.0,
                   table >= 0 ? pages->tables[table].label : "–", size, RT_INK_BLACK, RT_INK_START);
    }
}

static void
draw_where (RtPages *pages, guint person, const RtBox *box)
{
  RtInkStyle style = { 13.0, RT_INK_BOLD, 2, RT_INK_START, RT_INK_MIDDLE };
  g_autofree char *words = NULL;
  int table;

  if (rt_person_has_role (rt_plan_get_person (pages->plan, person), "staff"))
    {
      rt_ink_fit (pages->ink, box, _("Staff"), &style);
      return;
    }
  if (!rt_roll_stays (pages->roll, person, &table))
    {
      draw_rounds (pages, person, box);
      return;
    }
  /* Translators: on the badge of a host; the number of a table, or its name */
  words = pages->tables[table].numbered
              ? g_strdup_printf (_("Host of Table %s"), pages->tables[table].label)
              : g_strdup_printf (_("Host of %s"), pages->tables[table].label);
  rt_ink_fit (pages->ink, box, words, &style);
}

/* How much of a badge its rounds take. */
static double
get_foot (RtPages *pages, const RtBox *piece)
{
  guint n = pages->roll->n_rounds;
  double foot = n <= 4 ? 34.0 : n <= 12 ? 50.0 : 76.0;

  return piece->height < LOW ? MIN (foot * 0.75, piece->height * 0.35) : foot;
}

static void
draw_front (RtPages *pages, guint person, const RtBox *piece)
{
  const RtPaperPerson *at = &pages->persons[person];
  gboolean alone = pages->options.double_sided, low = piece->height < LOW;
  double pad = MIN (16.0, piece->width * 0.07), edge = low ? 6.0 : 9.0;
  double foot = alone ? 0.0 : get_foot (pages, piece);
  double height = piece->height - 2.0 * edge - foot, part = low ? 0.58 : 0.48;
  double size = MIN (height * part / LINE, piece->width * 0.3);
  RtInkStyle first = { CLAMP (size, LEAST_FIRST, MOST_FIRST), RT_INK_BLACK, 2, RT_INK_START,
                       RT_INK_MIDDLE };
  RtInkStyle last = { MIN (LAST_SIZE, height * 0.2), RT_INK_REGULAR, 1, RT_INK_START,
                      RT_INK_START };
  RtInkStyle plain = { MIN (14.0, height * 0.12), RT_INK_REGULAR, 2, RT_INK_START, RT_INK_START };
  RtBox box = { piece->x + pad, piece->y + edge, piece->width - 2.0 * pad, height * part };

  if (at->first == NULL)
    rt_pages_draw_name_line (pages, &box);
  else
    rt_ink_fit (pages->ink, &box, at->first, &first);
  box.y += box.height;
  box.height = height * (low ? 0.22 : 0.24);
  if (at->last != NULL)
    rt_ink_fit (pages->ink, &box, at->last, &last);
  box.y += box.height;
  box.height = piece->y + edge + height - box.y;
  rt_ink_fit (pages->ink, &box, at->organisation, &plain);
  if (alone)
    return;
  box.y = piece->y + piece->height - foot - edge / 2.0;
  rt_ink_rule (pages->ink, box.x, box.y, box.x + box.width, box.y, 0.75);
  box.height = foot;
  draw_where (pages, person, &box);
}

/* A line for each round: the time, the table, and its host. */
static void
draw_round (RtPages *pages, guint person, guint round, const RtBox *box)
{
  int table = rt_pages_get_table (pages, round, person);
  g_autofree char *number = rt_pages_dup_round (pages, round);
  g_autofree char *host = table >= 0 ? rt_pages_dup_host (pages, round, table) : NULL;
  double size = MIN (box->height * 0.62, box->width * 0.1);
  double baseline = box->y + box->height * 0.72, left = box->width * 0.26;
  double middle = box->width * 0.2;

  rt_ink_line (pages->ink, box->x, baseline, left - 6.0,
               *pages->starts[round] != '\0' ? pages->starts[round] : number, size * 0.85,
               RT_INK_REGULAR, RT_INK_START);
  rt_ink_line (pages->ink, box->x + left, baseline,
               host != NULL ? middle - 6.0 : box->width - left,
               table >= 0 ? pages->tables[table].label : "–", size, RT_INK_BLACK, RT_INK_START);
  if (host != NULL)
    rt_ink_line (pages->ink, box->x + left + middle, baseline, box->width - left - middle, host,
                 size * 0.72, RT_INK_REGULAR, RT_INK_START);
}

static void
draw_back (RtPages *pages, guint person, const RtBox *piece)
{
  const RtPaperPerson *at = &pages->persons[person];
  double pad = MIN (16.0, piece->width * 0.07);
  RtBox box = { piece->x + pad, piece->y + pad * 0.75, piece->width - 2.0 * pad, 22.0 };
  RtInkStyle name = { 14.0, RT_INK_BOLD, 1, RT_INK_START, RT_INK_MIDDLE };
  guint n = pages->roll->n_rounds, columns = n > ONE_COLUMN ? 2 : 1;
  guint rows = MAX ((n + columns - 1) / columns, 1);
  double height = MIN (30.0, (piece->height - 40.0 - pad * 0.75) / rows);
  double width = box.width / columns;
  int table;

  rt_ink_fit (pages->ink, &box, at->name, &name);
  rt_ink_rule (pages->ink, box.x, box.y + 25.0, box.x + box.width, box.y + 25.0, 0.75);
  box.y += 30.0;
  if (rt_roll_stays (pages->roll, person, &table)
      || rt_person_has_role (rt_plan_get_person (pages->plan, person), "staff"))
    {
      box.height = 30.0;
      draw_where (pages, person, &box);
      return;
    }
  for (guint r = 0; r < n; r++)
    draw_round (pages, person, r,
                &(RtBox) { box.x + r / rows * width, box.y + r % rows * height, width - 6.0,
                           height });
}

/* A line round each badge that has to be cut out; neighbours share theirs. */
static void
draw_cuts (RtPages *pages, const RtLabels *labels)
{
  RtPieces pieces = { labels->columns, labels->rows,
                      { labels->left, labels->top, labels->columns * labels->width,
                        labels->rows * labels->height } };

  if (!labels->ready)
    rt_pieces_draw_cuts (&pieces, pages->ink);
}

static void
paint (RtPages *pages, const RtPage *page)
{
  RtLabels labels = get_labels (pages);

  if (page->part == 0)
    draw_cuts (pages, &labels);
  for (guint i = 0; i < page->n; i++)
    {
      guint person = g_array_index (pages->people[RT_SHEET_BADGES], guint, page->first + i);
      RtBox piece = get_piece (pages, &labels, i, page->part != 0);

      if (page->part == 0)
        draw_front (pages, person, &piece);
      else
        draw_back (pages, person, &piece);
    }
}

static char *
dup_number (guint page, guint n)
{
  /* Translators: of a footer */
  return g_strdup_printf (_("badges %u of %u"), page, n);
}

static char *
dup_note (RtPages *pages, const RtPage *page)
{
  if (page->part != 0)
    return g_strdup (_("back"));
  return pages->options.badges.ready ? NULL : rt_pieces_dup_note (pages, page);
}

const RtSheetClass rt_sheet_badges = {
  .word = "badges",
  .title = N_("Badges"),
  .people = rt_pages_comes,
  .pieces = TRUE,
  .cut = cut,
  .paint = paint,
  .dup_number = dup_number,
  .dup_note = dup_note,
  .get_below = get_below,
  .none = N_("There is nobody on the list."),
};
