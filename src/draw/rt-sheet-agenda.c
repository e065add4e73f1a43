/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-sheet.h"

#include <glib/gi18n-lib.h>

#include "rt-agenda.h"

/*
 * The agenda on one page: when what begins. Rounds are told one by one.
 */

#define HEAD 92.0
#define MOST_HEIGHT 50.0

/* A line of the agenda; texts that are not known are "". */
typedef struct {
  char *when;
  char *title;
  char *below;
} Line;

static void
clear_line (gpointer data)
{
  Line *line = data;

  g_free (line->when);
  g_free (line->title);
  g_free (line->below);
}

static void
cut (RtPages *pages)
{
  if (pages->roll->n_rounds > 0 || rt_plan_get_n (pages->plan, RT_PART_AGENDA) > 0)
    rt_pages_add (pages, RT_SHEET_AGENDA, 0, 1, 0);
}

static char *
dup_minutes (int minutes)
{
  return minutes == RT_UNSET ? g_strdup ("")
                             : g_strdup_printf (ngettext ("%d minute", "%d minutes", minutes),
                                                minutes);
}

static char *
dup_speakers (RtPages *pages, const RtAgendaItem *item)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < rt_ids_length (item->speakers); i++)
    {
      guint person = rt_plan_index_of (pages->plan, RT_PART_PEOPLE, item->speakers[i]);

      if (person != G_MAXUINT)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                                pages->persons[person].name);
    }
  return g_string_free (names, FALSE);
}

static Line
get_round (RtPages *pages, guint round)
{
  const RtRound *record = rt_plan_get_round (pages->plan, round);
  gboolean timed = *pages->starts[round] != '\0';

  return (Line) { timed ? rt_pages_dup_hours (pages, round) : dup_minutes (record->minutes),
                  rt_pages_dup_round (pages, round), rt_ink_isolate (record->question) };
}

static Line
get_session (RtPages *pages, const RtAgendaLine *step)
{
  const RtAgendaItem *item = rt_plan_find (pages->plan, RT_PART_AGENDA, step->session, NULL);
  const char *title = item->title != NULL ? item->title : rt_session_kind_get_words (item->kind);
  Line line = { NULL, rt_ink_isolate (title), dup_speakers (pages, item) };

  if (step->start >= 0)
    line.when = g_strdup_printf (_("%02d:%02d to %02d:%02d"), step->start / 60 % 24,
                                 step->start % 60, step->end / 60 % 24, step->end % 60);
  else
    line.when = dup_minutes (item->minutes);
  return line;
}

static GArray *
list_lines (RtPages *pages)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_autoptr (GArray) steps = rt_agenda_list_steps (pages->plan);

  g_array_set_clear_func (lines, clear_line);
  for (guint i = 0; i < steps->len; i++)
    {
      const RtAgendaLine *step = &g_array_index (steps, RtAgendaLine, i);
      Line line = step->round != NULL
                      ? get_round (pages, rt_plan_index_of (pages->plan, RT_PART_ROUNDS,
                                                            step->round))
                      : get_session (pages, step);

      g_array_append_val (lines, line);
    }
  return lines;
}

static void
draw_title (RtPages *pages, const RtBox *area)
{
  const RtEvent *event = rt_plan_get_event (pages->plan);
  RtInkStyle style = { 28.0, RT_INK_BLACK, 2, RT_INK_START, RT_INK_END };
  g_autofree char *venue = rt_ink_isolate (event->venue);
  g_autofree char *purpose = rt_ink_isolate (event->purpose);
  g_autofree char *where = *pages->date != '\0' && *venue != '\0'
                               ? g_strdup_printf ("%s · %s", pages->date, venue)
                               : g_strdup (*venue != '\0' ? venue : pages->date);

  rt_ink_fit (pages->ink, &(RtBox) { area->x, area->y, area->width, 36.0 }, pages->title, &style);
  rt_ink_fit (pages->ink, &(RtBox) { area->x, area->y + 38.0, area->width, 18.0 }, where,
              &(RtInkStyle) { 13.0, RT_INK_REGULAR, 1, RT_INK_START, RT_INK_START });
  rt_ink_fit (pages->ink, &(RtBox) { area->x, area->y + 57.0, area->width, 30.0 }, purpose,
              &(RtInkStyle) { 12.0, RT_INK_REGULAR, 2, RT_INK_START, RT_INK_START });
}

static void
draw_line (RtPages *pages, const Line *line, const RtBox *box, double size)
{
  double left = MIN (box->width * 0.3, size * 9.5);
  RtInkStyle when = { size, RT_INK_BOLD, 1, RT_INK_START, RT_INK_MIDDLE };
  RtInkStyle title = { size * 1.1, RT_INK_BLACK, 2, RT_INK_START, RT_INK_MIDDLE };
  RtInkStyle below = { size * 0.8, RT_INK_REGULAR, 2, RT_INK_START, RT_INK_START };
  gboolean two = *line->below != '\0';
  RtBox right = { box->x + left, box->y + 1.0, box->width - left,
                  two ? box->height * 0.52 : box->height - 2.0 };

  rt_ink_rule (pages->ink, box->x, box->y, box->x + box->width, box->y, 0.6);
  rt_ink_fit (pages->ink, &(RtBox) { box->x, right.y, left - 8.0, right.height }, line->when,
              &when);
  rt_ink_fit (pages->ink, &right, line->title, &title);
  right.y += right.height;
  right.height = box->y + box->height - right.y - 1.0;
  rt_ink_fit (pages->ink, &right, line->below, &below);
}

static void
paint (RtPages *pages, const RtPage *page)
{
  RtBox area = rt_pages_get_area (pages);
  g_autoptr (GArray) lines = list_lines (pages);
  double height = MIN (MOST_HEIGHT * (pages->options.large ? 1.4 : 1.0),
                       (area.height - HEAD) / MAX (lines->len, 1));
  double size = MIN (pages->options.large ? 20.0 : 14.0, height * 0.5);

  draw_title (pages, &area);
  for (guint i = 0; i < lines->len; i++)
    {
      RtBox box = { area.x, area.y + HEAD + i * height, area.width, height };

      draw_line (pages, &g_array_index (lines, Line, i), &box, size);
    }
}

static char *
dup_number (guint page, guint n)
{
  /* Translators: of a footer */
  return g_strdup_printf (_("agenda %u of %u"), page, n);
}

const RtSheetClass rt_sheet_agenda = {
  .word = "agenda",
  .title = N_("Agenda"),
  .cut = cut,
  .paint = paint,
  .dup_number = dup_number,
  .none = N_("There is neither an agenda nor a round."),
};
