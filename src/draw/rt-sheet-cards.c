/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-sheet.h"

#include <glib/gi18n-lib.h>

/*
 * Place cards, for those who sit at one table throughout: little tents with the name to both sides,
 * cut along the dashes and folded in the middle.
 */

static gboolean
sits_still (RtPages *pages, guint person)
{
  int table = -1;

  for (guint r = 0; r < pages->roll->n_rounds; r++)
    {
      int at = rt_pages_get_table (pages, r, person);

      if (!pages->roll->attends[(gsize) r * pages->roll->n_people + person])
        continue;
      if (at < 0 || (table >= 0 && at != table))
        return FALSE;
      table = at;
    }
  return table >= 0;
}

static void
cut (RtPages *pages)
{
  rt_pages_add_pieces (pages, RT_SHEET_CARDS, 8);
}

static void
draw_face (RtPages *pages, guint person, const RtBox *face)
{
  const RtPaperPerson *at = &pages->persons[person];
  RtInkStyle name = { 26.0, RT_INK_BLACK, 2, RT_INK_MIDDLE, RT_INK_MIDDLE };
  RtInkStyle plain = { 12.0, RT_INK_REGULAR, 2, RT_INK_MIDDLE, RT_INK_START };
  RtBox box = { face->x + 12.0, face->y + 8.0, face->width - 24.0, face->height * 0.52 };

  if (at->first == NULL)
    rt_pages_draw_name_line (pages, &box);
  else
    rt_ink_fit (pages->ink, &box, at->name, &name);
  box.y += box.height;
  box.height = face->y + face->height - box.y - 6.0;
  rt_ink_fit (pages->ink, &box, at->organisation, &plain);
}

static void
draw_card (RtPages *pages, guint person, const RtBox *piece)
{
  cairo_t *cr = rt_ink_get_cairo (pages->ink);
  double fold = piece->y + piece->height / 2.0;
  RtBox face = { piece->x, fold, piece->width, piece->height / 2.0 };

  draw_face (pages, person, &face);
  if (cr == NULL)
    return;
  /* Short marks: a whole line would be in the way of the name. */
  rt_ink_dashes (pages->ink, piece->x, fold, piece->x + 16.0, fold);
  rt_ink_dashes (pages->ink, piece->x + piece->width - 16.0, fold, piece->x + piece->width, fold);
  cairo_save (cr);
  cairo_translate (cr, 2.0 * rt_ink_turn (pages->ink, piece->x, piece->width) + piece->width,
                   2.0 * fold);
  cairo_rotate (cr, G_PI);
  draw_face (pages, person, &face);
  cairo_restore (cr);
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
  return g_strdup_printf (_("place cards %u of %u"), page, n);
}

static char *
dup_note (RtPages *pages, const RtPage *page)
{
  return g_strdup (_("cut along the dashes, fold in the middle"));
}

const RtSheetClass rt_sheet_cards = {
  .word = "cards",
  .title = N_("Place cards"),
  .people = sits_still,
  .pieces = TRUE,
  .cut = cut,
  .paint = paint,
  .dup_number = dup_number,
  .dup_note = dup_note,
  .none = N_("Nobody sits at one table in all rounds."),
};
