/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-sheet.h"

#include <glib/gi18n-lib.h>

#include "rt-pattern.h"

/*
 * Table signs: a tent folded in the middle, with the same face to both sides. The number is read
 * from ten metres, the theme from four.
 */

#define NUMBER_SIZE 150.0
#define NUMBER_HEIGHT 112.0
#define NAME_SIZE 76.0 /* of a table without a number */
#define CHIP_SIZE 72.0
#define THEME_SIZE 54.0
#define LEAST_TITLE 0.7 /* of it, before questions are made smaller */
#define SECOND 0.6 /* of the first language's size */
#define QUESTION_SIZE 24.0
#define BAND_HEIGHT 16.0
#define HOST_HEIGHT 44.0

/* A plan without rounds has its tables all the same. */
static gboolean
is_used (RtPages *pages, guint table)
{
  return rt_pages_is_open (pages, table)
         || (pages->roll->n_rounds == 0 && rt_plan_get_table (pages->plan, table)->open != 0);
}

static void
cut (RtPages *pages)
{
  for (guint i = 0; i < pages->roll->n_tables; i++)
    if (is_used (pages, i))
      rt_pages_add (pages, RT_SHEET_SIGNS, i, 1, 0);
}

/* Whether the host, or the theme, is the same in all rounds, so that it can stand on the sign in
 * large letters. */
static gboolean
is_constant (RtPages *pages, const int *values, guint table, guint *round)
{
  const RtRoll *roll = pages->roll;
  int first = -1;

  for (guint r = 0; r < roll->n_rounds; r++)
    {
      gsize at = (gsize) r * roll->n_tables + table;

      if (!roll->open[at])
        continue;
      if (first < 0)
        first = (int) r;
      if (values[at] != values[(gsize) first * roll->n_tables + table])
        return FALSE;
    }
  *round = (guint) MAX (first, 0);
  return TRUE;
}

static const RtPaperTheme *
get_theme (RtPages *pages, guint table, guint round)
{
  RtId own = rt_plan_get_table (pages->plan, table)->theme;
  guint at = G_MAXUINT;

  /* A plan without rounds has its themes all the same. */
  if (pages->roll->n_rounds > 0)
    return rt_pages_get_theme (pages, round, (int) table);
  if (own != NULL)
    at = rt_plan_index_of (pages->plan, RT_PART_THEMES, own);
  return at == G_MAXUINT ? NULL : &pages->themes[at];
}

/* The number with the table's name beside it, and the theme's letter. */
static void
draw_number (RtPages *pages, guint table, const RtPaperTheme *theme, const RtBox *face)
{
  const RtTable *record = rt_plan_get_table (pages->plan, table);
  const RtPaperTable *at = &pages->tables[table];
  RtInkStyle number = { NUMBER_SIZE, RT_INK_BLACK, 1, RT_INK_START, RT_INK_START };
  RtInkStyle name = { at->numbered ? THEME_SIZE : NAME_SIZE, RT_INK_BOLD, 2, RT_INK_START,
                      RT_INK_MIDDLE };
  double chip = theme == NULL                                  ? 0.0
                : g_utf8_strlen (theme->letter, -1) > 1 ? CHIP_SIZE * 1.35
                                                               : CHIP_SIZE;
  RtBox box = { face->x, face->y, face->width - chip - 20.0, NUMBER_HEIGHT };
  g_autofree char *words = rt_ink_isolate (record->name);

  if (at->numbered)
    {
      double used = rt_ink_number (pages->ink, &box, at->label, &number).width + 24.0;

      box.x += used;
      box.width -= used;
    }
  if (!at->numbered || (record->name != NULL && box.width > 40.0))
    rt_ink_fit (pages->ink, &box, at->numbered ? words : at->label, &name);
  if (theme != NULL)
    rt_ink_chip (pages->ink, face->x + face->width - chip, face->y + CHIP_SIZE / 2.0, CHIP_SIZE,
                 theme->letter);
}

static void
draw_band (RtPages *pages, const RtPaperTheme *theme, const RtBox *band)
{
  cairo_t *cr = rt_ink_get_cairo (pages->ink);

  if (cr == NULL)
    return;
  cairo_rectangle (cr, band->x, band->y, band->width, band->height);
  rt_pattern_fill (cr, band, theme != NULL ? theme->colour : -1, 1.0);
  rt_ink_frame (pages->ink, band, 0.0, 1.0);
}

/* What stands between number and host: the theme, the second language below it, and the question
 * below both, also in two languages. */
#define N_TEXTS 4

static void
set_sizes (RtInkStyle *styles, double share)
{
  /* Titles can be read from afar when they are smaller; questions are read at the table. */
  double title = THEME_SIZE * share;
  double question = QUESTION_SIZE * MIN (1.0, share / LEAST_TITLE);

  styles[0].size = title;
  styles[1].size = title * SECOND;
  styles[2].size = question;
  styles[3].size = question * SECOND;
}

static double
measure_texts (RtPages *pages, const char **texts, const RtInkStyle *styles, double width,
               double *heights)
{
  double sum = 0.0;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      heights[i] = *texts[i] == '\0' ? 0.0
                                     : rt_ink_height (pages->ink, texts[i], width, &styles[i]);
      sum += heights[i];
    }
  return sum;
}

static void
draw_theme (RtPages *pages, const RtPaperTheme *theme, const char *question, const RtBox *box)
{
  const char *texts[] = {
    theme != NULL ? theme->title : "",
    theme != NULL && theme->also != NULL ? theme->also : "",
    question,
    theme != NULL && theme->also_question != NULL ? theme->also_question : "",
  };
  RtInkStyle styles[N_TEXTS] = {
    { 0.0, RT_INK_BLACK, 2, RT_INK_START, RT_INK_START },
    { 0.0, RT_INK_BOLD, 2, RT_INK_START, RT_INK_START },
    { 0.0, RT_INK_REGULAR, 2, RT_INK_START, RT_INK_START },
    { 0.0, RT_INK_REGULAR, 2, RT_INK_START, RT_INK_START },
  };
  double heights[N_TEXTS], y = box->y, share = 1.0;

  set_sizes (styles, share);
  while (measure_texts (pages, texts, styles, box->width, heights) > box->height && share > 0.1)
    set_sizes (styles, share *= 0.96);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      RtBox part = { box->x, y, box->width, heights[i] };

      if (*texts[i] != '\0')
        rt_ink_fit (pages->ink, &part, texts[i], &styles[i]);
      y += heights[i];
    }
}

static void
draw_host (RtPages *pages, const char *name, const char *affiliation, const RtBox *box)
{
  double baseline = box->y + 33.0, width = rt_ink_width (pages->ink, name, 34.0, RT_INK_BOLD);
  RtInkStyle beside = { 19.0, RT_INK_REGULAR, 2, RT_INK_START, RT_INK_MIDDLE };
  RtBox rest;

  width = MIN (width, box->width * (*affiliation != '\0' ? 0.62 : 1.0));
  rt_ink_line (pages->ink, box->x, baseline, width, name, 34.0, RT_INK_BOLD, RT_INK_START);
  rest = (RtBox) { box->x + width + 14.0, box->y + 4.0, box->width - width - 14.0,
                   box->height - 4.0 };
  if (*affiliation == '\0')
    return;
  if (rt_ink_width (pages->ink, affiliation, 19.0, RT_INK_REGULAR) <= rest.width)
    rt_ink_line (pages->ink, rest.x, baseline, rest.width, affiliation, 19.0, RT_INK_REGULAR,
                 RT_INK_START);
  else
    rt_ink_fit (pages->ink, &rest, affiliation, &beside);
}

static void
draw_round (RtPages *pages, guint table, guint round, gboolean themes, const RtBox *box)
{
  const RtPaperTheme *theme
      = themes ? rt_pages_get_theme (pages, round, (int) table) : NULL;
  g_autofree char *host = rt_pages_dup_host (pages, round, (int) table);
  g_autofree char *title = rt_pages_dup_round (pages, round);
  const char *when = *pages->starts[round] != '\0' ? pages->starts[round] : title;
  gboolean open = pages->roll->open[(gsize) round * pages->roll->n_tables + table];
  double size = box->height * 0.62, baseline = box->y + 0.72 * box->height, x = box->x, width;

  width = MIN (rt_ink_width (pages->ink, when, size, RT_INK_BLACK), box->width * 0.25);
  rt_ink_line (pages->ink, x, baseline, width, when, size, RT_INK_BLACK, RT_INK_START);
  x += width + size;
  if (host != NULL || !open)
    {
      const char *words = open ? host : _("closed");

      width = MIN (rt_ink_width (pages->ink, words, size, RT_INK_BOLD),
                   box->width * (theme != NULL ? 0.45 : 0.7));
      rt_ink_line (pages->ink, x, baseline, width, words, size, RT_INK_BOLD, RT_INK_START);
      x += width + size * 0.7;
    }
  if (theme == NULL || !open)
    return;
  x += rt_ink_chip (pages->ink, x, baseline - size * 0.36, size * 1.1, theme->letter) + size * 0.4;
  rt_ink_line (pages->ink, x, baseline, box->x + box->width - x, theme->title, size, RT_INK_REGULAR,
               RT_INK_START);
}

/* Whether there is something to say about a table in a round: a visitor comes in one of them. */
static gboolean
is_told (RtPages *pages, guint table, guint round, gboolean themes)
{
  g_autofree char *host = rt_pages_dup_host (pages, round, (int) table);

  return host != NULL || (themes && rt_pages_get_theme (pages, round, (int) table) != NULL)
         || !pages->roll->open[(gsize) round * pages->roll->n_tables + table];
}

/* Where host or theme change with the rounds, the sign says so for each of them. */
static void
draw_rounds (RtPages *pages, guint table, gboolean themes, const RtBox *box)
{
  RtBox line = { box->x, box->y, box->width, 34.0 };
  guint n = 0;

  for (guint r = 0; r < pages->roll->n_rounds; r++)
    n += is_told (pages, table, r, themes);
  line.height = MIN (line.height, box->height / MAX (n, 1));
  for (guint r = 0; r < pages->roll->n_rounds; r++)
    if (is_told (pages, table, r, themes))
      {
        draw_round (pages, table, r, themes, &line);
        line.y += line.height;
      }
}

static const char *
find_question (RtPages *pages, const RtPaperTheme *theme)
{
  const RtRound *only = pages->roll->n_rounds == 1 ? rt_plan_get_round (pages->plan, 0) : NULL;

  if (only != NULL && only->question != NULL)
    return only->question;
  return theme != NULL ? theme->question : "";
}

/* Where nothing else is to be said, the number takes the whole sign. */
static void
draw_number_alone (RtPages *pages, guint table, const RtBox *face)
{
  RtInkStyle style = { 300.0, RT_INK_BLACK, 2, RT_INK_MIDDLE, RT_INK_MIDDLE };
  RtBox box = *face;

  box.height -= 20.0;
  if (pages->tables[table].numbered)
    rt_ink_number (pages->ink, &box, pages->tables[table].label, &style);
  else
    rt_ink_fit (pages->ink, &box, pages->tables[table].label, &style);
}

static double
get_foot_height (const char *host, const RtPaperTheme *theme)
{
  return (host != NULL ? HOST_HEIGHT + 8.0 : 0.0) + (theme != NULL ? BAND_HEIGHT + 10.0 : 0.0);
}

/* What is at the foot of a face: the theme's pattern, and below it the host. */
static void
draw_foot (RtPages *pages, int person, const char *host, const RtPaperTheme *theme,
           const RtBox *face)
{
  double bottom = face->y + face->height;
  RtBox band = { face->x, bottom - get_foot_height (host, theme) + 10.0, face->width, BAND_HEIGHT };
  g_autofree char *affiliation
      = person >= 0 ? rt_pages_dup_affiliation (pages, (guint) person) : g_strdup ("");

  if (theme != NULL)
    draw_band (pages, theme, &band);
  if (host != NULL)
    draw_host (pages, host, affiliation,
               &(RtBox) { face->x, bottom - HOST_HEIGHT, face->width, HOST_HEIGHT });
}

/* What the table talks about; and, where it changes, who leads it when. */
static void
draw_middle (RtPages *pages, guint table, const RtPaperTheme *theme, const char *question,
             gboolean one_host, gboolean one_theme, RtBox box)
{
  double share = one_host && one_theme ? 1.0 : theme != NULL ? 0.45 : 0.0;
  RtBox upper = { box.x, box.y, box.width, box.height * share };

  if (share > 0.0)
    draw_theme (pages, theme, question, &upper);
  box.y += upper.height;
  box.height -= upper.height;
  if (share < 1.0)
    draw_rounds (pages, table, !one_theme, &box);
}

static void
draw_face (RtPages *pages, guint table, const RtBox *face)
{
  guint round = 0;
  gboolean one_host = is_constant (pages, pages->roll->host, table, &round)
                      && is_constant (pages, pages->roll->co_host, table, &round);
  gboolean one_theme = is_constant (pages, pages->roll->theme, table, &round);
  const RtPaperTheme *theme = one_theme ? get_theme (pages, table, round) : NULL;
  g_autofree char *host = one_host && pages->roll->n_rounds > 0
                              ? rt_pages_dup_host (pages, round, (int) table)
                              : NULL;
  g_autofree char *question = rt_ink_isolate (one_theme ? find_question (pages, theme) : "");
  RtBox box = { face->x, face->y + NUMBER_HEIGHT + 14.0, face->width, 0.0 };

  if (one_host && one_theme && host == NULL && theme == NULL && *question == '\0'
      && (!pages->tables[table].numbered || rt_plan_get_table (pages->plan, table)->name == NULL))
    {
      draw_number_alone (pages, table, face);
      return;
    }
  box.height = face->height - NUMBER_HEIGHT - 14.0 - get_foot_height (host, theme);
  draw_number (pages, table, theme, face);
  draw_middle (pages, table, theme, question, one_host, one_theme, box);
  draw_foot (pages, rt_pages_get_host (pages, round, (int) table), host, theme, face);
}

/* The words for the fold stand beside it, on the lower face. */
static void
draw_fold (RtPages *pages, double fold)
{
  double width = rt_ink_width (pages->ink, _("fold here"), 8.0, RT_INK_REGULAR);
  double end = pages->width - RT_MARGIN;

  rt_ink_dashes (pages->ink, 12.0, fold, end - width - 6.0, fold);
  rt_ink_dashes (pages->ink, end + 6.0, fold, pages->width - 12.0, fold);
  rt_ink_line (pages->ink, end, fold + 2.6, width + 1.0, _("fold here"), 8.0, RT_INK_REGULAR,
               RT_INK_END);
}

static void
paint (RtPages *pages, const RtPage *page)
{
  cairo_t *cr = rt_ink_get_cairo (pages->ink);
  double fold = pages->height / 2.0;
  RtBox area = rt_pages_get_area (pages);
  RtBox face = { area.x, fold + 40.0, area.width, area.y + area.height - fold - 44.0 };

  draw_face (pages, page->first, &face);
  if (cr == NULL)
    return;
  draw_fold (pages, fold);
  cairo_save (cr);
  cairo_translate (cr, pages->width, pages->height);
  cairo_rotate (cr, G_PI);
  draw_face (pages, page->first, &face);
  cairo_restore (cr);
}

static char *
dup_number (guint page, guint n)
{
  /* Translators: of a footer */
  return g_strdup_printf (_("sign %u of %u"), page, n);
}

const RtSheetClass rt_sheet_signs = {
  .word = "signs",
  .title = N_("Table signs"),
  .cut = cut,
  .paint = paint,
  .dup_number = dup_number,
  .none = N_("There is no table that is open."),
};
