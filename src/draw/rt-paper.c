/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-sheet.h"

#include <glib/gi18n-lib.h>

/* What stands on several kinds of sheets. */

/** rt_pages_get_area: Returns: where a sheet may write: within the margins, above the footer */
RtBox
rt_pages_get_area (RtPages *self)
{
  return (RtBox) { RT_MARGIN, RT_MARGIN, self->width - 2.0 * RT_MARGIN,
                   self->height - 2.0 * RT_MARGIN - RT_FOOTER };
}

/** rt_pages_get_measures: Returns: what the plan comes to; counted once, when first asked for */
const RtMeasures *
rt_pages_get_measures (RtPages *self)
{
  if (self->measures == NULL)
    self->measures = rt_measures_new (self->plan);
  return self->measures;
}

/** rt_pages_is_open: Returns: whether a table is open in some round */
gboolean
rt_pages_is_open (RtPages *pages, guint table)
{
  const RtRoll *roll = pages->roll;

  for (guint r = 0; r < roll->n_rounds; r++)
    if (roll->open[(gsize) r * roll->n_tables + table])
      return TRUE;
  return FALSE;
}

/** rt_pages_comes: Returns: whether somebody is at the event; staff are, who sit nowhere */
gboolean
rt_pages_comes (RtPages *self, guint person)
{
  return rt_plan_get_person (self->plan, person)->attendance != RT_ATTENDANCE_ABSENT;
}

/** rt_pages_get_table: Returns: where they sit, or which they lead and will sit at; -1 = nowhere */
int
rt_pages_get_table (RtPages *self, guint round, guint person)
{
  gsize at = (gsize) round * self->roll->n_people + person;

  if (!self->roll->attends[at])
    return -1;
  return self->roll->table[at] >= 0 ? self->roll->table[at] : self->roll->leads[at];
}

/** rt_pages_get_theme: Returns: (nullable): what a table talks about in a round */
const RtPaperTheme *
rt_pages_get_theme (RtPages *self, guint round, int table)
{
  int theme = table < 0 || round >= self->roll->n_rounds
                  ? -1
                  : self->roll->theme[(gsize) round * self->roll->n_tables + table];

  return theme < 0 ? NULL : &self->themes[theme];
}

/** rt_pages_get_host: Returns: the host of a table who attends the round, -1 = none */
int
rt_pages_get_host (RtPages *self, guint round, int table)
{
  int host = table < 0 || round >= self->roll->n_rounds
                 ? -1
                 : self->roll->host[(gsize) round * self->roll->n_tables + table];

  return host >= 0 && self->roll->attends[(gsize) round * self->roll->n_people + host] ? host : -1;
}

/** rt_pages_dup_host: Returns: (transfer full) (nullable): the host of a table, with the co-host */
char *
rt_pages_dup_host (RtPages *self, guint round, int table)
{
  gsize at = (gsize) round * self->roll->n_tables + MAX (table, 0);
  int host = rt_pages_get_host (self, round, table);
  int other = table < 0 || round >= self->roll->n_rounds ? -1 : self->roll->co_host[at];

  if (other >= 0 && !self->roll->attends[(gsize) round * self->roll->n_people + other])
    other = -1;
  if (host < 0 && other < 0)
    return NULL;
  if (host < 0 || other < 0 || host == other)
    return g_strdup (self->persons[host < 0 ? other : host].name);
  /* Translators: host and co-host of a table */
  return g_strdup_printf (_("%s and %s"), self->persons[host].name, self->persons[other].name);
}

/** rt_pages_get_end: Returns: the round that ends last, -1 = that is not known */
int
rt_pages_get_end (RtPages *self)
{
  int last = -1, latest = -1, start, end;

  for (guint r = 0; r < self->roll->n_rounds; r++)
    if (rt_plan_get_round_times (self->plan, r, &start, &end) && end > latest)
      {
        latest = end;
        last = (int) r;
      }
  return last;
}

/** rt_pages_dup_round: Returns: (transfer full): "Round 2", or the title it has */
char *
rt_pages_dup_round (RtPages *self, guint round)
{
  const RtRound *record = rt_plan_get_round (self->plan, round);

  return record->title != NULL ? rt_ink_isolate (record->title)
                               : g_strdup_printf (_("Round %u"), round + 1);
}

/** rt_pages_dup_hours: Returns: (transfer full): "10:40 to 11:05"; "" when that is not known */
char *
rt_pages_dup_hours (RtPages *self, guint round)
{
  if (*self->starts[round] == '\0')
    return g_strdup ("");
  /* Translators: two clock times */
  return g_strdup_printf (_("%s to %s"), self->starts[round], self->ends[round]);
}

/** rt_pages_dup_affiliation: Returns: (transfer full): "Chief Executive, Enfield"; maybe "" */
char *
rt_pages_dup_affiliation (RtPages *self, guint person)
{
  const RtPerson *record = rt_plan_get_person (self->plan, person);
  g_autofree char *job = rt_ink_isolate (record->job);
  const char *organisation = self->persons[person].organisation;

  if (*job == '\0' || *organisation == '\0')
    return g_strdup (*job != '\0' ? job : organisation);
  /* Translators: a job and an organisation */
  return g_strdup_printf (_("%s, %s"), job, organisation);
}

/** rt_pages_draw_head: the head of a list: what it is, and beside it how to read it */
void
rt_pages_draw_head (RtPages *self, const char *title, const char *beside)
{
  RtBox area = rt_pages_get_area (self);
  double size = self->options.large ? 30.0 : 26.0;
  double width = rt_ink_width (self->ink, title, size, RT_INK_BLACK);

  width = MIN (width, area.width * (beside != NULL ? 0.55 : 1.0));
  rt_ink_line (self->ink, area.x, area.y + 23.0, width, title, size, RT_INK_BLACK, RT_INK_START);
  if (beside != NULL)
    rt_ink_line (self->ink, area.x + area.width, area.y + 23.0, area.width - width - 20.0, beside,
                 self->options.large ? 14.0 : 11.0, RT_INK_REGULAR, RT_INK_END);
}

/** rt_pages_draw_bar: marks at the outer edge what is not as it was issued last */
void
rt_pages_draw_bar (RtPages *self, double x, double y, double height)
{
  rt_ink_rule (self->ink, x, y, x, y + height, 3.0);
}

/** rt_pages_draw_revision: the boxed letter; @end is where it ends */
void
rt_pages_draw_revision (RtPages *self, double x, double middle, double size, double *end)
{
  const char *revision = self->options.revision;
  /* Translators: on paper, where the letter of a revision would be */
  const char *text = revision != NULL ? revision : C_("revision", "draft");
  double width = rt_ink_width (self->ink, text, size * 0.72, RT_INK_BLACK);
  RtBox box = { x, middle - size / 2.0, MAX (width + size * 0.55, size * 1.3), size };
  RtInkStyle style = { size * 0.72, RT_INK_BLACK, 1, RT_INK_MIDDLE, RT_INK_MIDDLE };

  rt_ink_frame (self->ink, &box, size * 0.2, MAX (0.6, size * 0.06));
  rt_ink_fit (self->ink, &box, text, &style);
  *end = box.x + box.width;
}

/** rt_pages_draw_name_line: where a name is to be written by hand */
void
rt_pages_draw_name_line (RtPages *self, const RtBox *box)
{
  double y = box->y + box->height * 0.86;

  rt_ink_rule (self->ink, box->x, y, box->x + box->width * 0.85, y, 0.8);
}

/** rt_pieces_eight: Returns: a page that is cut into eight */
RtPieces
rt_pieces_eight (RtPages *pages)
{
  return (RtPieces) { 2, 4, rt_pages_get_area (pages) };
}

/** rt_pieces_get: Returns: the place of a piece, row by row */
RtBox
rt_pieces_get (const RtPieces *self, guint i)
{
  double width = self->area.width / self->columns, height = self->area.height / self->rows;

  return (RtBox) { self->area.x + i % self->columns * width,
                   self->area.y + i / self->columns * height, width, height };
}

/** rt_pieces_draw_cuts: the lines to cut along */
void
rt_pieces_draw_cuts (const RtPieces *self, RtInk *ink)
{
  const RtBox *area = &self->area;

  for (guint i = 0; i <= self->columns; i++)
    {
      double x = area->x + i * area->width / self->columns;

      rt_ink_dashes (ink, x, area->y, x, area->y + area->height);
    }
  for (guint i = 0; i <= self->rows; i++)
    {
      double y = area->y + i * area->height / self->rows;

      rt_ink_dashes (ink, area->x, y, area->x + area->width, y);
    }
}

/** rt_pieces_paint: a page of pieces, one a person, with the lines to cut along */
void
rt_pieces_paint (const RtPieces *self, RtPages *pages, const RtPage *page, RtPieceDraw draw)
{
  rt_pieces_draw_cuts (self, pages->ink);
  for (guint i = 0; i < page->n; i++)
    {
      RtBox piece = rt_pieces_get (self, i);

      draw (pages, g_array_index (pages->people[page->sheet], guint, page->first + i), &piece);
    }
}

/** rt_pieces_dup_note: Returns: (transfer full): what the footer says of the lines */
char *
rt_pieces_dup_note (RtPages *pages, const RtPage *page)
{
  return g_strdup (_("cut along the dashes"));
}
