/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-sheet.h"

#include <glib/gi18n-lib.h>

#include "rt-code.h"
#include "rt-issue.h"

/*
 * Slips: everybody's own paper. The clock time, the table, its host and theme for each round;
 * eight on a page, two in large print, fewer where there are many rounds, or so many words about a
 * table that they would be too small to read.
 */

#define HEAD 50.0   /* of a slip: name and organisation */
#define FOOT 24.0
#define PAD 14.0    /* at both sides */
#define LEAST 22.5  /* for a round */
#define USUAL 36.0
#define LOW 24.0    /* below it, two lines of words touch each other */
#define WHEN 51.0   /* before the table: the time of a round */
#define TABLE 45.0  /* for its number */
#define NAMED 78.0  /* for its name, where it has no number */
#define HOST_SIZE 11.0
#define THEME_SIZE 10.0
#define CHIP_SIZE 11.5
#define SMALLEST 0.7 /* of these sizes: seven points can still be read */
#define MANY_LINES 9 /* as many as it takes */
#define FEW 26      /* letters that stand in a line of their own, however wide they are */
#define LARGE 2.0   /* large print is twice the size */
#define CODE 50.0   /* a QR code, and more of it for each round */
#define CODE_ROUND 4.0
#define APART 14.0  /* kept white beside it */

static gboolean
has_slip (RtPages *pages, guint person)
{
  return rt_roll_has_slip (pages->plan, pages->roll, person);
}

static double
get_scale (RtPages *pages)
{
  return pages->options.large ? LARGE : 1.0;
}

static guint
get_columns (RtPages *pages)
{
  return pages->options.large ? 1 : 2;
}

static double
get_code (RtPages *pages)
{
  return pages->options.codes ? CODE + CODE_ROUND * pages->roll->n_rounds : 0.0;
}

/* A code stands beside the name. */
static double
get_head (RtPages *pages)
{
  return MAX (HEAD, get_code (pages) + 4.0);
}

/* The host, and the name of a table that has a number as well. */
static char *
dup_head (RtPages *pages, guint round, int table)
{
  const RtTable *record = rt_plan_get_table (pages->plan, (guint) table);
  g_autofree char *host = rt_pages_dup_host (pages, round, table);
  g_autofree char *name
      = pages->tables[table].numbered ? rt_ink_isolate (record->name) : g_strdup ("");

  if (host == NULL || *name == '\0')
    return g_strdup (host != NULL ? host : name);
  return g_strdup_printf ("%s · %s", host, name);
}

/* How high words are in as many lines as they take. */
static double
words_height (RtPages *pages, const char *words, double width, double size, RtInkWeight weight)
{
  RtInkStyle style = { size, weight, MANY_LINES, RT_INK_START, RT_INK_MIDDLE };

  return *words != '\0' ? rt_ink_height (pages->ink, words, width, &style) : 0.0;
}

/* The words about a table; @chip: how wide the theme's letter is. */
typedef struct {
  const char *head, *theme;
  double width, chip, scale;
} Where;

/* How high host and theme are at a part of their sizes. */
static void
measure_where (RtPages *pages, const Where *where, double part, double *host, double *theme)
{
  double size = where->scale * part;

  *host = words_height (pages, where->head, where->width, HOST_SIZE * size, RT_INK_BOLD);
  *theme = words_height (pages, where->theme, where->width - where->chip, THEME_SIZE * size,
                         RT_INK_REGULAR);
}

/* What a table's words need in a slip @width wide, in the size of usual print. */
static double
get_need_at (RtPages *pages, guint round, guint table, double width)
{
  const RtPaperTheme *theme = rt_pages_get_theme (pages, round, (int) table);
  g_autofree char *head = dup_head (pages, round, (int) table);
  double left = WHEN + (pages->tables[table].numbered ? TABLE : NAMED);
  Where where = { head, theme != NULL ? theme->title : "", width - left, CHIP_SIZE * 1.6, 1.0 };
  double host_height, theme_height;

  if (g_utf8_strlen (head, -1) <= FEW && g_utf8_strlen (where.theme, -1) <= FEW)
    return 0.0;
  measure_where (pages, &where, SMALLEST, &host_height, &theme_height);
  return host_height + theme_height + 4.0;
}

/* The most that any table needs. */
static double
get_need (RtPages *pages, double width)
{
  double need = LEAST;

  for (guint r = 0; r < pages->roll->n_rounds; r++)
    for (guint t = 0; t < pages->roll->n_tables; t++)
      need = MAX (need, get_need_at (pages, r, t, width));
  return need;
}

/* As many slips on a page as leave each round its line. */
static RtPieces
get_pieces (RtPages *pages)
{
  double scale = get_scale (pages), need = g_array_index (pages->blocks[RT_SHEET_SLIPS], double, 0);
  RtPieces pieces = { get_columns (pages), pages->options.large ? 2 : 4,
                      rt_pages_get_area (pages) };

  while (pieces.rows > 1
         && pieces.area.height / pieces.rows
                < (get_head (pages) + FOOT + 16.0 + need * pages->roll->n_rounds) * scale)
    pieces.rows--;
  return pieces;
}

static void
cut (RtPages *pages)
{
  double scale = get_scale (pages);
  double width = rt_pages_get_area (pages).width / get_columns (pages) / scale - 2.0 * PAD;
  double need = get_need (pages, width);
  RtPieces pieces;

  pages->blocks[RT_SHEET_SLIPS] = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_val (pages->blocks[RT_SHEET_SLIPS], need);
  pieces = get_pieces (pages);

  rt_pages_add_pieces (pages, RT_SHEET_SLIPS, pieces.columns * pieces.rows);
}

/* Names are isolated on paper; a phone shows them line by line. */
static void
append_plain (GString *text, const char *words)
{
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter != 0x2068 && letter != 0x2069)
        g_string_append_unichar (text, letter);
    }
}

/* The event, whose slip it is, and a line for each round: time, table, host. */
static char *
dup_code_text (RtPages *pages, guint person)
{
  GString *text = g_string_new (NULL);

  append_plain (text, pages->title);
  if (*pages->date != '\0')
    g_string_append_printf (text, ", %s", pages->date);
  g_string_append_c (text, '\n');
  append_plain (text, pages->persons[person].name);
  for (guint r = 0; r < pages->roll->n_rounds; r++)
    {
      int table = rt_pages_get_table (pages, r, person);
      g_autofree char *round = rt_pages_dup_round (pages, r);
      g_autofree char *host = rt_pages_dup_host (pages, r, table);
      g_autofree char *where = NULL;

      if (table < 0)
        continue;
      /* Translators: the number of a table */
      where = pages->tables[table].numbered
                  ? g_strdup_printf (_("Table %s"), pages->tables[table].label)
                  : g_strdup (pages->tables[table].label);
      g_string_append_c (text, '\n');
      append_plain (text, *pages->starts[r] != '\0' ? pages->starts[r] : round);
      g_string_append_c (text, ' ');
      append_plain (text, where);
      if (host != NULL)
        g_string_append (text, ", ");
      append_plain (text, host != NULL ? host : "");
    }
  return g_string_free (text, FALSE);
}

/* Returns: how wide the code at the right is, with the white beside it. */
static double
draw_code (RtPages *pages, guint person, const RtBox *box, double scale)
{
  double size = get_code (pages) * scale;
  RtBox right = { box->x + box->width - size, box->y, size, size };
  g_autofree char *text = NULL;

  if (size <= 0.0)
    return 0.0;
  text = dup_code_text (pages, person);
  return rt_code_draw (pages->ink, &right, text) ? size + APART * scale : 0.0;
}

static void
draw_name (RtPages *pages, guint person, const RtBox *box, double scale)
{
  const RtPaperPerson *at = &pages->persons[person];
  double width = box->width - draw_code (pages, person, box, scale);
  double height = (pages->options.codes ? 44.0 : 29.0) * scale;
  RtInkStyle name = { 22.0 * scale, RT_INK_BLACK, 2, RT_INK_START,
                      pages->options.codes ? RT_INK_END : RT_INK_MIDDLE };
  RtInkStyle organisation = { 9.5 * scale, RT_INK_REGULAR, 2, RT_INK_START, RT_INK_START };
  RtBox upper = { box->x, box->y, width, height };
  RtBox lower = { box->x, box->y + height, width, (HEAD - 30.0) * scale };

  if (at->first == NULL)
    {
      rt_pages_draw_name_line (pages, &upper);
      rt_ink_fit (pages->ink, &lower, at->name, &organisation);
      return;
    }
  rt_ink_fit (pages->ink, &upper, at->name, &name);
  rt_ink_fit (pages->ink, &lower, at->organisation, &organisation);
}

/* Each as high as its words are at the largest part of their sizes at which both have room. */
static void
share_where (RtPages *pages, const Where *where, RtInkStyle *bold, RtInkStyle *plain, RtBox *upper,
             RtBox *lower)
{
  double room = lower->y + lower->height - upper->y, part = 1.0, host_height, theme_height;

  measure_where (pages, where, part, &host_height, &theme_height);
  if (host_height <= upper->height && theme_height <= lower->height)
    return;
  while (host_height + theme_height > room && part > SMALLEST)
    {
      part = MAX (part - 0.1, SMALLEST);
      measure_where (pages, where, part, &host_height, &theme_height);
    }
  upper->height = room * host_height / (host_height + theme_height);
  lower->y = upper->y + upper->height;
  lower->height = room - upper->height;
  bold->size *= part;
  plain->size *= part;
  bold->lines = plain->lines = MANY_LINES;
}

/* Host above theme; what there is stands alone where one is missing. */
static void
draw_where (RtPages *pages, guint round, int table, const RtBox *box, double scale)
{
  const RtPaperTheme *theme = rt_pages_get_theme (pages, round, table);
  g_autofree char *head = dup_head (pages, round, table);
  RtInkStyle bold = { HOST_SIZE * scale, RT_INK_BOLD, 2, RT_INK_START, RT_INK_MIDDLE };
  RtInkStyle plain = { THEME_SIZE * scale, RT_INK_REGULAR, 2, RT_INK_START, RT_INK_MIDDLE };
  RtBox upper = { box->x, box->y + 1.0, box->width, box->height / 2.0 - 1.0 };
  RtBox lower = { box->x, box->y + box->height / 2.0, box->width, box->height / 2.0 - 1.0 };
  double chip;

  if (theme == NULL)
    upper.height = box->height - 2.0;
  else if (*head == '\0')
    lower = *box;
  else
    share_where (pages,
                 &(Where) { head, theme->title, box->width, CHIP_SIZE * 1.6 * scale, scale },
                 &bold, &plain, &upper, &lower);
  rt_ink_fit (pages->ink, &upper, head, &bold);
  if (theme == NULL)
    return;
  chip = rt_ink_chip (pages->ink, lower.x, lower.y + lower.height / 2.0,
                      MIN (CHIP_SIZE * scale, lower.height), theme->letter);
  lower.x += chip + 4.0 * scale;
  lower.width -= chip + 4.0 * scale;
  rt_ink_fit (pages->ink, &lower, theme->title, &plain);
}

/* Where a line is low the word stands before the number. */
static void
draw_low_table (RtPages *pages, const RtPaperTable *at, const RtBox *box, double scale)
{
  RtInkStyle small = { 7.5 * scale, RT_INK_REGULAR, 1, RT_INK_START, RT_INK_MIDDLE };
  RtInkStyle number = { MIN (16.0 * scale, box->height * 0.8), RT_INK_BLACK, 1, RT_INK_START,
                        RT_INK_MIDDLE };
  double width = rt_ink_width (pages->ink, _("Table"), small.size, small.weight);
  RtBox left = { box->x, box->y, MIN (width + 1.0, box->width / 2.0), box->height };
  RtBox right = { left.x + left.width + 3.0 * scale, box->y,
                  box->width - left.width - 3.0 * scale, box->height };

  rt_ink_fit (pages->ink, &left, _("Table"), &small);
  rt_ink_number (pages->ink, &right, at->label, &number);
}

/* The table's number is what is looked for, at arm's length. */
static void
draw_table (RtPages *pages, int table, const RtBox *box, double scale)
{
  const RtPaperTable *at = &pages->tables[table];
  RtInkStyle small = { MIN (8.5 * scale, box->height * 0.3), RT_INK_REGULAR, 1, RT_INK_START,
                       RT_INK_START };
  RtInkStyle number = { MIN (20.0 * scale, box->height * 0.62), RT_INK_BLACK, 1, RT_INK_START,
                        RT_INK_MIDDLE };
  RtInkStyle name = { 13.0 * scale, RT_INK_BOLD, 2, RT_INK_START, RT_INK_MIDDLE };
  RtBox upper = { box->x, box->y + 1.0, box->width, box->height * 0.36 };
  RtBox lower = { box->x, box->y + box->height * 0.34, box->width, box->height * 0.62 };

  if (!at->numbered)
    {
      rt_ink_fit (pages->ink, box, at->label, &name);
      return;
    }
  if (box->height < LOW * scale)
    {
      draw_low_table (pages, at, box, scale);
      return;
    }
  rt_ink_fit (pages->ink, &upper, _("Table"), &small);
  rt_ink_number (pages->ink, &lower, at->label, &number);
}

static void
draw_round (RtPages *pages, guint person, guint round, const RtBox *box, double scale)
{
  gboolean attends = pages->roll->attends[(gsize) round * pages->roll->n_people + person];
  int table = rt_pages_get_table (pages, round, person);
  gboolean named = table >= 0 && !pages->tables[table].numbered;
  RtInkStyle time = { 15.0 * scale, RT_INK_BLACK, 1, RT_INK_START, RT_INK_MIDDLE };
  RtInkStyle plain = { 10.5 * scale, RT_INK_REGULAR, 2, RT_INK_START, RT_INK_MIDDLE };
  double left = WHEN * scale, middle = (named ? NAMED : TABLE) * scale;
  RtBox when = { box->x, box->y, left - 6.0 * scale, box->height };
  RtBox where = { box->x + left, box->y, middle - 5.0 * scale, box->height };
  RtBox rest = { box->x + left + middle, box->y, box->width - left - middle, box->height };
  g_autofree char *title = rt_pages_dup_round (pages, round);

  rt_ink_fit (pages->ink, &when, *pages->starts[round] != '\0' ? pages->starts[round] : title,
              &time);
  if (table >= 0)
    {
      draw_table (pages, table, &where, scale);
      draw_where (pages, round, table, &rest, scale);
      return;
    }
  where.width = box->width - left;
  /* Translators: on a slip, in place of a table */
  rt_ink_fit (pages->ink, &where, attends ? _("no table yet") : _("not in this round"), &plain);
}

/* A long title in two lines, and beside it the end of the event above the time of printing. */
static void
draw_long_foot (RtPages *pages, const RtBox *box, const char *ends, double scale)
{
  double size = 7.5 * scale, right = box->x + box->width, width;
  RtInkStyle title = { size, RT_INK_REGULAR, 2, RT_INK_START, RT_INK_MIDDLE };
  RtBox left = { box->x, box->y + 1.0, 0.0, box->height - 1.0 };

  width = MAX (rt_ink_width (pages->ink, pages->printed_short, size * 0.85, RT_INK_REGULAR),
               rt_ink_width (pages->ink, ends, size, RT_INK_REGULAR)) + 1.0;
  left.width = box->width - width - 8.0;
  rt_ink_fit (pages->ink, &left, pages->title, &title);
  rt_ink_line (pages->ink, right, box->y + box->height * 0.48, width, ends, size, RT_INK_REGULAR,
               RT_INK_END);
  rt_ink_line (pages->ink, right, box->y + box->height * 0.92, width, pages->printed_short,
               size * 0.85, RT_INK_REGULAR, RT_INK_END);
}

static void
draw_foot (RtPages *pages, const RtBox *box, double scale)
{
  int end = rt_pages_get_end (pages);
  /* Translators: at the foot of a slip: the time at which the event ends */
  g_autofree char *ends = end >= 0 ? g_strdup_printf (_("ends %s"), pages->ends[end])
                                   : g_strdup ("");
  g_autofree char *event = end >= 0 ? g_strdup_printf ("%s · %s", pages->title, ends)
                                    : g_strdup (pages->title);
  double middle = box->y + box->height / 2.0, size = 7.5 * scale, from = box->x, width, rest;

  rt_ink_rule (pages->ink, box->x, box->y, box->x + box->width, box->y, 0.7 * scale);
  width = rt_ink_width (pages->ink, pages->printed_short, size, RT_INK_REGULAR);
  rt_pages_draw_revision (pages, from, middle, 10.0 * scale, &from);
  from += 3.0 * scale;
  rest = box->x + box->width - width - 8.0 - from;
  if (rt_ink_width (pages->ink, event, size, RT_INK_REGULAR) > rest / 0.85)
    {
      draw_long_foot (pages, &(RtBox) { from, box->y, box->x + box->width - from, box->height },
                      ends, scale);
      return;
    }
  rt_ink_line (pages->ink, from, middle + size * 0.36, rest, event, size, RT_INK_REGULAR,
               RT_INK_START);
  rt_ink_line (pages->ink, box->x + box->width, middle + size * 0.36, width + 1.0,
               pages->printed_short, size, RT_INK_REGULAR, RT_INK_END);
}

static void
draw_slip (RtPages *pages, guint person, const RtBox *piece)
{
  double scale = get_scale (pages), pad = PAD * scale;
  guint n = pages->roll->n_rounds;
  RtBox box = { piece->x + pad, piece->y + 10.0 * scale, piece->width - 2.0 * pad,
                piece->height - 14.0 * scale };
  double head = get_head (pages) * scale, foot = FOOT * scale * 0.7;
  double free = box.height - head - foot - 4.0 * scale;
  /* What is left on a slip that had to be higher makes its words larger. */
  double usual = MAX (USUAL, 1.4 * g_array_index (pages->blocks[RT_SHEET_SLIPS], double, 0));
  double height = MIN (usual * scale, free / n), y = box.y + head;

  /* Very many rounds in large print: the lines are as high as they can be. */
  scale = MIN (scale, height / LEAST);
  draw_name (pages, person, &box, get_scale (pages));
  for (guint r = 0; r < n; r++, y += height)
    {
      RtBox line = { box.x, y + 1.0, box.width, height - 2.0 };

      rt_ink_rule (pages->ink, box.x, y, box.x + box.width, y, 0.7);
      draw_round (pages, person, r, &line, scale);
    }
  box.y += box.height - foot;
  box.height = foot;
  draw_foot (pages, &box, get_scale (pages));
}

static void
paint (RtPages *pages, const RtPage *page)
{
  RtPieces pieces = get_pieces (pages);

  rt_pieces_paint (&pieces, pages, page, draw_slip);
}

static char *
dup_number (guint page, guint n)
{
  /* Translators: of a footer */
  return g_strdup_printf (_("slips %u of %u"), page, n);
}

const RtSheetClass rt_sheet_slips = {
  .word = "slips",
  .title = N_("Slips"),
  .people = has_slip,
  .pieces = TRUE,
  .cut = cut,
  .paint = paint,
  .dup_number = dup_number,
  .dup_note = rt_pieces_dup_note,
  .none = N_("Nobody goes from table to table."),
};
