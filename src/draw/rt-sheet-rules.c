/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-issue.h"
#include "rt-sheet.h"

#include <glib/gi18n-lib.h>

/*
 * Rule cards: "start at table 6, then +3". They are made only when it is certain that who follows
 * them comes to the very tables of the plan, and the plan keeps what must be kept: the same tables
 * are open in all rounds, their numbers follow each other, every guest sits in every round, and
 * goes on by the same number of tables each time.
 */

/* Where somebody starts, and how far they go on; by the tables' places in the list. */
typedef struct {
  guint start, step;
} Way;

/* Whether all tables are open in all rounds, and numbered one after the other. */
static gboolean
are_tables_simple (RtPages *pages)
{
  const RtRoll *roll = pages->roll;

  for (guint t = 0; t < roll->n_tables; t++)
    {
      const RtTable *table = rt_plan_get_table (pages->plan, t);
      const RtTable *first = rt_plan_get_table (pages->plan, 0);

      if (table->number == RT_UNSET || table->number != first->number + (int) t)
        return FALSE;
      for (guint r = 0; r < roll->n_rounds; r++)
        if (!roll->open[(gsize) r * roll->n_tables + t])
          return FALSE;
    }
  return roll->n_tables > 1 && roll->n_rounds > 1;
}

static gboolean
find_way (RtPages *pages, guint person, Way *way)
{
  const RtRoll *roll = pages->roll;
  guint n = roll->n_tables;

  for (guint r = 0; r < roll->n_rounds; r++)
    {
      gsize at = (gsize) r * roll->n_people + person;

      if (!roll->attends[at] || roll->table[at] < 0)
        return FALSE;
      if (r == 0)
        way->start = (guint) roll->table[at];
      else if (r == 1)
        way->step = ((guint) roll->table[at] + n - way->start) % n;
      if ((way->start + r * way->step) % n != (guint) roll->table[at])
        return FALSE;
    }
  return TRUE;
}

/* Who stays where they are needs no rule. */
static gboolean
has_card (RtPages *pages, guint person)
{
  Way way = { 0, 0 };

  return rt_roll_has_slip (pages->plan, pages->roll, person)
         && (!find_way (pages, person, &way) || way.step != 0);
}

/* Whether everybody's way is such a rule; those who get no card now are looked at as well. */
static gboolean
is_cyclic (RtPages *pages)
{
  Way way;

  if (!are_tables_simple (pages))
    return FALSE;
  for (guint i = 0; i < pages->roll->n_people; i++)
    if (has_card (pages, i) && !find_way (pages, i, &way))
      return FALSE;
  return rt_pages_get_measures (pages)->must_kept;
}

static void
cut (RtPages *pages)
{
  if (pages->people[RT_SHEET_RULES]->len > 0 && is_cyclic (pages))
    rt_pages_add_pieces (pages, RT_SHEET_RULES, 8);
  else
    g_array_set_size (pages->people[RT_SHEET_RULES], 0);
}

static void
draw_card (RtPages *pages, guint person, const RtBox *piece)
{
  RtBox box = { piece->x + 14.0, piece->y + 12.0, piece->width - 28.0, 28.0 };
  RtInkStyle name = { 20.0, RT_INK_BLACK, 2, RT_INK_START, RT_INK_MIDDLE };
  RtInkStyle rule = { 19.0, RT_INK_BLACK, 2, RT_INK_START, RT_INK_MIDDLE };
  RtInkStyle plain = { 10.5, RT_INK_REGULAR, 3, RT_INK_START, RT_INK_START };
  const RtPaperTable *tables = pages->tables;
  guint n = pages->roll->n_tables;
  g_autofree char *words = NULL;
  g_autofree char *round = NULL;
  Way way = { 0, 0 };

  find_way (pages, person, &way);
  rt_ink_fit (pages->ink, &box, pages->persons[person].name, &name);
  rt_ink_rule (pages->ink, box.x, box.y + 32.0, box.x + box.width, box.y + 32.0, 0.75);
  /* Translators: a rule to find one's tables by: "start at table 6, then +3" */
  words = g_strdup_printf (_("start at table %s, then +%u"), tables[way.start].label, way.step);
  box.y += 36.0;
  box.height = 52.0;
  rt_ink_fit (pages->ink, &box, words, &rule);
  round = g_strdup_printf (ngettext ("After each round go on by %u table. After table %s comes "
                                     "table %s.",
                                     "After each round go on by %u tables. After table %s comes "
                                     "table %s.", way.step),
                           way.step, tables[n - 1].label, tables[0].label);
  box.y += 56.0;
  box.height = piece->y + piece->height - box.y - 10.0;
  rt_ink_fit (pages->ink, &box, round, &plain);
}

static void
paint (RtPages *pages, const RtPage *page)
{
  RtPieces pieces = rt_pieces_eight (pages);

  rt_pieces_paint (&pieces, pages, page, draw_card);
}

static char *
dup_number (guint page, guint n)
{
  /* Translators: of a footer */
  return g_strdup_printf (_("rule cards %u of %u"), page, n);
}

const RtSheetClass rt_sheet_rules = {
  .word = "rules",
  .title = N_("Rule cards"),
  .people = has_card,
  .pieces = TRUE,
  .cut = cut,
  .paint = paint,
  .dup_number = dup_number,
  .dup_note = rt_pieces_dup_note,
  .none = N_("Rule cards need guests who all go on by the same number of tables each time, and no "
             "broken rule that must be kept."),
};
