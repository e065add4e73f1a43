/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * The tables of a floor plan with everybody's names: a box for each where it stands, as large as
 * all can be without touching each other. How wide a box is to its height is tried out, for rows of
 * tables leave more room in one direction than in the other.
 */

#define LARGEST 12.0     /* of the letters, points */
#define LEAST 4.0        /* smaller ones cannot be read */
#define MANY 300         /* tables: with more, no letters can be read */
#define LINE 1.28        /* of a line to its letters */
#define HEAD 2.1         /* the number, in letters */
#define PAD 0.55         /* round the names, in letters */
#define WIDEST 1.3       /* of a usual name; longer ones are made smaller */
#define NARROWEST 5.0
#define GAP 5.0
#define GIVE_WAY 0.8     /* how small things in the room may make letters */

/* What the fullest table and a long name take, at letters of one point. */
static RtSize
measure (RtPages *pages, guint round)
{
  const RtRoll *roll = pages->roll;
  g_autofree guint *n = g_new0 (guint, roll->n_tables);
  RtSize size = { NARROWEST, 1.0 };
  double sum = 0.0;
  guint seated = 0;

  for (guint i = 0; i < roll->n_people; i++)
    {
      int table = rt_pages_get_table (pages, round, i);
      double width;

      if (table < 0)
        continue;
      width = rt_ink_width (pages->ink, pages->persons[i].name, 10.0, RT_INK_REGULAR) / 10.0;
      size.width = MAX (size.width, width);
      sum += width;
      seated++;
      n[table]++;
      size.height = MAX (size.height, n[table]);
    }
  if (seated > 0)
    size.width = MIN (size.width, MAX (sum / seated * WIDEST, NARROWEST));
  size.height = size.height * LINE + HEAD + PAD;
  return size;
}

/* Returns: the largest letters at which no two boxes of this size touch. */
static double
fit (const RtBox *boxes, guint n, const RtBox *room, const RtSize *size)
{
  double letters = MIN (LARGEST, MIN ((room->width - 2.0 * GAP) / size->width,
                                      (room->height - 2.0 * GAP) / size->height));

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        double dx = fabs (boxes[i].x - boxes[j].x), dy = fabs (boxes[i].y - boxes[j].y);

        /* Two tables on one spot stand on each other, on paper as in the room. */
        if (dx + dy > 1.0)
          letters = MIN (letters, MAX ((dx - GAP) / size->width, (dy - GAP) / size->height));
      }
  return letters;
}

static void
move_inside (RtBox *boxes, guint n, const RtBox *room, const RtSize *size, double letters)
{
  double across = size->width * letters / 2.0 + GAP, down = size->height * letters / 2.0 + GAP;

  for (guint i = 0; i < n; i++)
    {
      boxes[i].x = MAX (MIN (boxes[i].x, room->x + room->width - across), room->x + across);
      boxes[i].y = MAX (MIN (boxes[i].y, room->y + room->height - down), room->y + down);
    }
}

/* The width of a box, in letters, at which names come out largest. */
static RtSize
choose_size (RtPages *pages, guint round, const RtBox *boxes, const RtBox *room)
{
  RtSize whole = measure (pages, round), best = whole;
  double most = 0.0;

  for (double share = 1.0; share > 0.55; share -= 0.05)
    {
      RtSize size = { whole.width * share + 2.0 * PAD, whole.height };
      double letters = fit (boxes, pages->roll->n_tables, room, &size);

      /* In a narrow box, names are made smaller. */
      if (letters * share > most)
        {
          most = letters * share;
          best = size;
        }
    }
  return best;
}

/* Returns: the largest letters, not above @letters, at which no box touches a thing. */
static double
fit_beside (const RtBox *boxes, guint n, const RtBox *things, guint n_things, const RtSize *size,
            double letters)
{
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n_things; k++)
      {
        const RtBox *thing = &things[k];
        double dx = fabs (boxes[i].x - thing->x - thing->width / 2.0) - thing->width / 2.0;
        double dy = fabs (boxes[i].y - thing->y - thing->height / 2.0) - thing->height / 2.0;

        if (dx > 0.0 || dy > 0.0)
          letters = MIN (letters, MAX ((dx - 2.0) * 2.0 / size->width,
                                       (dy - 2.0) * 2.0 / size->height));
      }
  return letters;
}

/**
 * rt_floor_names_place:
 * @room: as it is on the page
 * @things: in the room; letters are a little smaller where boxes would touch them
 * @boxes: (inout): of each table; x and y are its middle before, and its upper left corner after
 *
 * Cost: the square of the tables.
 *
 * Returns: how large the letters are; 0 = there is no room for names
 */
double
rt_floor_names_place (RtPages *pages, guint round, const RtBox *room, const RtBox *things,
                      guint n_things, RtBox *boxes)
{
  guint n = pages->roll->n_tables;
  double letters = 0.0;
  RtSize size;

  if (n > MANY)
    return 0.0;
  size = choose_size (pages, round, boxes, room);
  for (guint k = 0; k < 3; k++)
    {
      letters = fit (boxes, n, room, &size);
      move_inside (boxes, n, room, &size, MAX (letters, 0.0));
    }
  letters = fit (boxes, n, room, &size);
  letters = MAX (fit_beside (boxes, n, things, n_things, &size, letters), letters * GIVE_WAY);
  for (guint i = 0; i < n; i++)
    boxes[i] = (RtBox) { boxes[i].x - size.width * letters / 2.0,
                         boxes[i].y - size.height * letters / 2.0, size.width * letters,
                         size.height * letters };
  return letters >= LEAST ? letters : 0.0;
}

static void
draw_person (RtPages *pages, guint person, RtBox *line, double letters, gboolean host)
{
  rt_ink_line (pages->ink, line->x, line->y + letters, line->width, pages->persons[person].name,
               letters, host ? RT_INK_BOLD : RT_INK_REGULAR, RT_INK_START);
  line->y += letters * LINE;
}

/** rt_floor_names_draw: a table in its box, its host first */
void
rt_floor_names_draw (RtPages *pages, guint round, guint table, const RtBox *box, double letters)
{
  const RtRoll *roll = pages->roll;
  const RtPaperTheme *theme = rt_pages_get_theme (pages, round, (int) table);
  gboolean open = roll->open[(gsize) round * roll->n_tables + table];
  int host = rt_pages_get_host (pages, round, (int) table);
  double pad = PAD * letters, height = (HEAD - 0.4) * letters;
  RtInkStyle number = { 1.5 * letters, RT_INK_BLACK, 1, RT_INK_START, RT_INK_MIDDLE };
  RtInkStyle closed = { letters, RT_INK_REGULAR, 1, RT_INK_START, RT_INK_MIDDLE };
  RtBox line = { box->x + pad, box->y + 0.2 * letters, box->width - 2.0 * pad, height };
  RtBox label = { line.x, line.y, line.width - (theme != NULL ? 2.2 * letters : 0.0), height };

  rt_ink_clear (pages->ink, box);
  rt_ink_frame (pages->ink, box, MIN (6.0, letters), 1.2);
  rt_ink_fit (pages->ink, &label, pages->tables[table].label, &number);
  if (theme != NULL)
    rt_ink_chip (pages->ink, line.x + line.width - 1.9 * letters, line.y + height / 2.0,
                 1.4 * letters, theme->letter);
  line.y += height;
  rt_ink_rule (pages->ink, box->x, line.y, box->x + box->width, line.y, 0.6);
  line.y += 0.25 * letters;
  if (!open)
    {
      line.height = letters * LINE;
      rt_ink_fit (pages->ink, &line, _("closed"), &closed);
      return;
    }
  if (host >= 0)
    draw_person (pages, (guint) host, &line, letters, TRUE);
  for (guint i = 0; i < roll->n_people; i++)
    if ((int) i != host && rt_pages_get_table (pages, round, i) == (int) table)
      draw_person (pages, i, &line, letters, FALSE);
}
