/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-feedback.h"
#include "rt-issue.h"
#include "rt-sheet.h"

#include <glib/gi18n-lib.h>

/*
 * Feedback forms: the plan's criteria with a scale to tick, two on a page, one for each guest.
 * Nobody's name is on them.
 */

#define PER_PAGE 2

static guint
count_forms (RtPages *pages)
{
  guint guests = 0, everybody = 0;

  for (guint i = 0; i < pages->roll->n_people; i++)
    {
      const RtPerson *person = rt_plan_get_person (pages->plan, i);

      guests += rt_roll_has_slip (pages->plan, pages->roll, i);
      everybody += rt_pages_comes (pages, i) && !rt_person_has_role (person, "staff");
    }
  return guests > 0 ? guests : everybody;
}

static void
cut (RtPages *pages)
{
  guint n = count_forms (pages);

  for (guint first = 0; first < n; first += PER_PAGE)
    rt_pages_add (pages, RT_SHEET_FEEDBACK, first, MIN (PER_PAGE, n - first), 0);
}

static void
draw_scale (RtPages *pages, const RtBox *box, int least, int most)
{
  guint n = (guint) (most - least) + 1;
  double cell = box->width / n, side = MIN (16.0, MIN (cell * 0.8, box->height * 0.7));
  RtInkStyle style = { side * 0.62, RT_INK_REGULAR, 1, RT_INK_MIDDLE, RT_INK_MIDDLE };

  for (guint i = 0; i < n; i++)
    {
      RtBox tick = { box->x + i * cell + (cell - side) / 2.0, box->y + (box->height - side) / 2.0,
                     side, side };
      g_autofree char *number = g_strdup_printf ("%d", least + (int) i);

      rt_ink_frame (pages->ink, &tick, 2.0, 0.9);
      rt_ink_number (pages->ink, &tick, number, &style);
    }
}

static void
draw_scores (RtPages *pages, const RtBox *box)
{
  int least, most;
  g_auto (GStrv) criteria = rt_feedback_dup_criteria (pages->plan);
  guint n = g_strv_length (criteria);
  double height = MIN (30.0, (box->height - 14.0) / n), split = box->width * 0.46;
  RtInkStyle style = { MIN (12.0, height * 0.5), RT_INK_BOLD, 2, RT_INK_START, RT_INK_MIDDLE };
  RtBox scale = { box->x + split, box->y, box->width - split, height };

  rt_feedback_get_scale (pages->plan, &least, &most);
  most = CLAMP (most, least + 1, least + 10);
  rt_ink_line (pages->ink, scale.x + 4.0, box->y + 9.0, scale.width / 2.0, _("not at all"), 8.5,
               RT_INK_REGULAR, RT_INK_START);
  rt_ink_line (pages->ink, scale.x + scale.width - 4.0, box->y + 9.0, scale.width / 2.0,
               _("very much"), 8.5, RT_INK_REGULAR, RT_INK_END);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = rt_ink_isolate (criteria[i]);
      RtBox left = { box->x, box->y + 14.0 + i * height, split - 10.0, height };

      scale.y = left.y;
      rt_ink_fit (pages->ink, &left, words, &style);
      draw_scale (pages, &scale, least, most);
    }
}

static void
draw_lines (RtPages *pages, const RtBox *box, const char *question, guint n)
{
  double step = (box->height - 14.0) / n;

  rt_ink_line (pages->ink, box->x, box->y + 10.0, box->width, question, 11.0, RT_INK_BOLD,
               RT_INK_START);
  for (guint i = 1; i <= n; i++)
    rt_ink_rule (pages->ink, box->x, box->y + 14.0 + i * step, box->x + box->width,
                 box->y + 14.0 + i * step, 0.5);
}

static void
draw_form (RtPages *pages, const RtBox *piece)
{
  RtBox box = { piece->x + 16.0, piece->y + 16.0, piece->width - 32.0, piece->height - 30.0 };
  g_autofree char *event = *pages->date != '\0'
                               ? g_strdup_printf ("%s · %s", pages->title, pages->date)
                               : g_strdup (pages->title);
  double top = 48.0, third = (box.height - top) * 0.42;

  rt_ink_line (pages->ink, box.x, box.y + 18.0, box.width, _("How was it?"), 22.0, RT_INK_BLACK,
               RT_INK_START);
  rt_ink_line (pages->ink, box.x, box.y + 34.0, box.width, event, 10.5, RT_INK_REGULAR,
               RT_INK_START);
  draw_scores (pages, &(RtBox) { box.x, box.y + top, box.width, third });
  box.y += top + third + 10.0;
  box.height -= top + third + 10.0;
  draw_lines (pages, &(RtBox) { box.x, box.y, box.width, box.height * 0.48 },
              _("What will you do differently?"), 3);
  draw_lines (pages,
              &(RtBox) { box.x, box.y + box.height * 0.54, box.width, box.height * 0.46 },
              _("What should we do differently?"), 3);
}

static void
paint (RtPages *pages, const RtPage *page)
{
  RtPieces pieces = { 1, PER_PAGE, rt_pages_get_area (pages) };

  rt_pieces_draw_cuts (&pieces, pages->ink);
  for (guint i = 0; i < page->n; i++)
    {
      RtBox piece = rt_pieces_get (&pieces, i);

      draw_form (pages, &piece);
    }
}

static char *
dup_number (guint page, guint n)
{
  /* Translators: of a footer */
  return g_strdup_printf (_("feedback forms %u of %u"), page, n);
}

static char *
dup_note (RtPages *pages, const RtPage *page)
{
  return g_strdup (_("cut along the dashes"));
}

const RtSheetClass rt_sheet_feedback = {
  .word = "feedback",
  .title = N_("Feedback forms"),
  .cut = cut,
  .paint = paint,
  .dup_number = dup_number,
  .dup_note = dup_note,
  .none = N_("There is nobody on the list."),
};
