/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-issue.h"
#include "rt-sheet.h"

#include <glib/gi18n-lib.h>

/*
 * Host sheets: one for each table that has a host. Who comes in each round, with a box to tick, the
 * question, room for what the table wants to tell the others, and how to host.
 */

#define HEAD 76.0       /* number, host, theme */
#define QUESTION 38.0
#define ETIQUETTE 58.0
#define TITLE 24.0      /* of a block */
#define GAP 9.0         /* between blocks */
#define PITCH 21.0      /* of guests */
#define LEAST_PITCH 16.5
#define NOTES 136.0     /* room to write */
#define LEAST_NOTES 104.0
#define LEAST_BESIDE 0.5 /* of a line, for an organisation beside a name */
#define MOST_GUESTS 24  /* in one block */

/* A round at a table, or a part of it where very many sit. */
typedef struct {
  guint table, part, round;
  guint first, n;       /* of the guests */
} Block;

static double
get_scale (RtPages *pages)
{
  return pages->options.large ? 1.4 : 1.0;
}

/* Those who come to the host, in the order of their chairs. */
static GArray *
list_guests (RtPages *pages, guint round, guint table)
{
  const RtRound *record = rt_plan_get_round (pages->plan, round);
  RtId id = rt_plan_get_table (pages->plan, table)->parent.id;
  GArray *guests = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint k = 0; k < rt_seating_n_chairs (record->seating, id); k++)
    {
      RtId person = rt_seating_at (record->seating, id, k);
      guint index = person != NULL ? rt_plan_index_of (pages->plan, RT_PART_PEOPLE, person)
                                   : G_MAXUINT;

      if (index != G_MAXUINT && pages->roll->guest[(gsize) round * pages->roll->n_people + index])
        g_array_append_val (guests, index);
    }
  return guests;
}

static gboolean
is_hosted_in (RtPages *pages, guint round, guint table)
{
  return pages->roll->open[(gsize) round * pages->roll->n_tables + table]
         && rt_pages_get_host (pages, round, (int) table) >= 0;
}

static gboolean
is_hosted (RtPages *pages, guint table)
{
  for (guint r = 0; r < pages->roll->n_rounds; r++)
    if (is_hosted_in (pages, r, table))
      return TRUE;
  return FALSE;
}

/* Whether what the table talks about is the same in all rounds, so that it can stand at the
 * head. */
static gboolean
has_one_theme (RtPages *pages, guint table)
{
  for (guint r = 1; r < pages->roll->n_rounds; r++)
    if (rt_pages_get_theme (pages, r, (int) table) != rt_pages_get_theme (pages, 0, (int) table))
      return FALSE;
  return TRUE;
}

static gboolean
has_one_host (RtPages *pages, guint table, int *host)
{
  *host = -1;
  for (guint r = 0; r < pages->roll->n_rounds; r++)
    {
      int at = rt_pages_get_host (pages, r, (int) table);

      if (!is_hosted_in (pages, r, table))
        continue;
      if (*host >= 0 && *host != at)
        return FALSE;
      *host = at;
    }
  return TRUE;
}

static const char *
get_question (RtPages *pages, guint round, guint table)
{
  const RtPaperTheme *theme = rt_pages_get_theme (pages, round, (int) table);
  const char *own = rt_plan_get_round (pages->plan, round)->question;

  return own != NULL ? own : theme != NULL ? theme->question : "";
}

static gboolean
has_one_question (RtPages *pages, guint table)
{
  for (guint r = 1; r < pages->roll->n_rounds; r++)
    if (g_strcmp0 (get_question (pages, r, table), get_question (pages, 0, table)) != 0)
      return FALSE;
  return TRUE;
}

static double
get_room (RtPages *pages, guint table)
{
  double question = has_one_question (pages, table) && *get_question (pages, 0, table) != '\0'
                        ? QUESTION
                        : 0.0;

  return rt_pages_get_area (pages).height - HEAD - question - ETIQUETTE;
}

static double
get_height (RtPages *pages, const Block *block, gboolean least)
{
  double scale = get_scale (pages);
  double body = MAX (least ? LEAST_NOTES : NOTES,
                     block->n * (least ? LEAST_PITCH : PITCH) * scale + 4.0);

  return TITLE * scale + body + GAP;
}

/* Fills pages with the blocks from @from on, about as many on each, and none overfull. */
static void
break_pages (RtPages *pages, guint table, guint from, guint per_page, guint *n_pages)
{
  GArray *blocks = pages->blocks[RT_SHEET_HOSTS];
  double room = get_room (pages, table), used = 0.0;
  guint on_page = 0;

  *n_pages = 1;
  for (guint i = from; i < blocks->len; i++)
    {
      Block *block = &g_array_index (blocks, Block, i);
      double height = get_height (pages, block, TRUE);

      if (on_page > 0 && (on_page == per_page || used + height > room))
        {
          (*n_pages)++;
          on_page = 0;
          used = 0.0;
        }
      block->part = *n_pages - 1;
      used += height;
      on_page++;
    }
}

static void
add_blocks (RtPages *pages, guint table)
{
  GArray *blocks = pages->blocks[RT_SHEET_HOSTS];
  guint from = blocks->len, n_pages, n;

  for (guint r = 0; r < pages->roll->n_rounds; r++)
    {
      g_autoptr (GArray) guests = NULL;
      guint at = 0;

      if (!is_hosted_in (pages, r, table))
        continue;
      guests = list_guests (pages, r, table);
      do
        {
          Block block = { table, 0, r, at, MIN (MOST_GUESTS, guests->len - at) };

          g_array_append_val (blocks, block);
          at += MOST_GUESTS;
        }
      while (at < guests->len);
    }
  n = blocks->len - from;
  break_pages (pages, table, from, n, &n_pages);
  if (n_pages > 1)
    break_pages (pages, table, from, (n + n_pages - 1) / n_pages, &n_pages);
  for (guint part = 0; part < n_pages; part++)
    rt_pages_add (pages, RT_SHEET_HOSTS, table, 1, part);
}

static void
cut (RtPages *pages)
{
  pages->blocks[RT_SHEET_HOSTS] = g_array_new (FALSE, FALSE, sizeof (Block));
  for (guint i = 0; i < pages->roll->n_tables; i++)
    if (is_hosted (pages, i))
      add_blocks (pages, i);
}

static void
draw_theme (RtPages *pages, const RtPaperTheme *theme, double x, double baseline, double width,
            double size)
{
  double chip;

  if (theme == NULL)
    return;
  chip = rt_ink_chip (pages->ink, x, baseline - size * 0.36, size * 1.15, theme->letter);
  rt_ink_line (pages->ink, x + chip + size * 0.35, baseline, width - chip - size * 0.35,
               theme->title, size, RT_INK_BOLD, RT_INK_START);
}

static void
draw_head (RtPages *pages, guint table, const RtBox *area)
{
  RtInkStyle style = { 72.0, RT_INK_BLACK, pages->tables[table].numbered ? 1 : 2, RT_INK_START,
                       RT_INK_START };
  RtBox box = { area->x, area->y + 2.0, area->width * 0.3, 54.0 };
  g_autofree char *display = rt_table_dup_display (rt_plan_get_table (pages->plan, table));
  g_autofree char *name = rt_ink_isolate (display);
  g_autoptr (GString) below = g_string_new (NULL);
  int host;
  gboolean one = has_one_host (pages, table, &host);
  double x, width;

  if (!pages->tables[table].numbered)
    style.size = 30.0;
  x = area->x + rt_ink_number (pages->ink, &box, pages->tables[table].label, &style).width + 16.0;
  width = area->x + area->width - x;
  if (one && host >= 0)
    {
      g_autofree char *affiliation = rt_pages_dup_affiliation (pages, (guint) host);

      g_string_append (below, affiliation);
      if (below->len > 0)
        g_string_append (below, " · ");
      /* Translators: %s is a table: "host of Table 4" */
      g_string_append_printf (below, _("host of %s"), name);
    }
  rt_ink_line (pages->ink, x, area->y + 20.0, width,
               one && host >= 0 ? pages->persons[host].name : name, 22.0, RT_INK_BLACK,
               RT_INK_START);
  rt_ink_line (pages->ink, x, area->y + 38.0, width, below->str, 12.0, RT_INK_REGULAR,
               RT_INK_START);
  if (has_one_theme (pages, table))
    draw_theme (pages, rt_pages_get_theme (pages, 0, (int) table), x, area->y + 58.0, width, 15.0);
}

static double
draw_question (RtPages *pages, guint table, const RtBox *area)
{
  RtInkStyle style = { 12.5, RT_INK_REGULAR, 2, RT_INK_START, RT_INK_MIDDLE };
  RtBox frame = { area->x, area->y + HEAD - 6.0, area->width, QUESTION - 8.0 };
  double label = rt_ink_width (pages->ink, _("Question:"), 12.5, RT_INK_BOLD);
  g_autofree char *question = NULL;
  RtBox box = { frame.x + 10.0 + label + 5.0, frame.y + 2.0, frame.width - label - 25.0,
                frame.height - 4.0 };

  if (!has_one_question (pages, table) || *get_question (pages, 0, table) == '\0')
    return 0.0;
  question = rt_ink_isolate (get_question (pages, 0, table));
  rt_ink_frame (pages->ink, &frame, 4.0, 1.0);
  style.weight = RT_INK_BOLD;
  rt_ink_fit (pages->ink, &(RtBox) { frame.x + 10.0, box.y, label + 1.0, box.height },
              _("Question:"), &style);
  style.weight = RT_INK_REGULAR;
  rt_ink_fit (pages->ink, &box, question, &style);
  return QUESTION;
}

/* A guest: the name, and the organisation beside it, in two lines if need be; below a long name. */
static void
draw_guest (RtPages *pages, guint person, const RtBox *box, double size)
{
  const RtPaperPerson *at = &pages->persons[person];
  double tick = MIN (9.0, box->height * 0.5), middle = box->y + box->height / 2.0;
  double x = box->x + tick + 6.0, width = box->width - tick - 6.0, baseline = middle + size * 0.36;
  double small = size * 0.73, name = rt_ink_width (pages->ink, at->name, size, RT_INK_BOLD);
  double other = rt_ink_width (pages->ink, at->organisation, small, RT_INK_REGULAR);
  RtInkStyle bold = { size * 0.86, RT_INK_BOLD, 1, RT_INK_START, RT_INK_MIDDLE };
  RtInkStyle plain = { small * 0.9, RT_INK_REGULAR, 1, RT_INK_START, RT_INK_MIDDLE };
  RtInkStyle broken = { small * 0.9, RT_INK_REGULAR, 2, RT_INK_START, RT_INK_MIDDLE };
  RtBox beside = { x + name + 6.0, box->y, width - name - 6.0, box->height };

  rt_ink_frame (pages->ink, &(RtBox) { box->x, middle - tick / 2.0, tick, tick }, 0.0, 0.8);
  if (name + 6.0 + other <= width || *at->organisation == '\0')
    {
      rt_ink_line (pages->ink, x, baseline, width, at->name, size, RT_INK_BOLD, RT_INK_START);
      rt_ink_line (pages->ink, x + name + 6.0, baseline, width, at->organisation, small,
                   RT_INK_REGULAR, RT_INK_START);
      return;
    }
  if (beside.width > width * LEAST_BESIDE)
    {
      rt_ink_line (pages->ink, x, baseline, width, at->name, size, RT_INK_BOLD, RT_INK_START);
      rt_ink_fit (pages->ink, &beside, at->organisation, &broken);
      return;
    }
  rt_ink_fit (pages->ink, &(RtBox) { x, box->y, width, box->height * 0.57 }, at->name, &bold);
  rt_ink_fit (pages->ink, &(RtBox) { x, box->y + box->height * 0.53, width, box->height * 0.47 },
              at->organisation, &plain);
}

static void
draw_block_title (RtPages *pages, const Block *block, guint n_guests, const RtBox *box)
{
  double scale = get_scale (pages), baseline = box->y + 15.0 * scale, x = box->x, right;
  g_autofree char *title = rt_pages_dup_round (pages, block->round);
  g_autofree char *hours = rt_pages_dup_hours (pages, block->round);
  g_autofree char *count = g_strdup_printf (ngettext ("%u guest", "%u guests", n_guests), n_guests);
  g_autofree char *question = rt_ink_isolate (get_question (pages, block->round, block->table));
  int host, own = rt_pages_get_host (pages, block->round, (int) block->table);

  right = box->x + box->width
          - rt_ink_line (pages->ink, box->x + box->width, baseline, 120.0, count, 10.5 * scale,
                         RT_INK_REGULAR, RT_INK_END).width - 12.0;
  x += rt_ink_line (pages->ink, x, baseline, box->width * 0.4, title, 16.0 * scale, RT_INK_BLACK,
                    RT_INK_START).width + 9.0;
  x += rt_ink_line (pages->ink, x, baseline, box->width * 0.3, hours, 12.5 * scale, RT_INK_BOLD,
                    RT_INK_START).width + 12.0;
  if (!has_one_host (pages, block->table, &host) && own >= 0)
    x += rt_ink_line (pages->ink, x, baseline, (right - x) * 0.5, pages->persons[own].name,
                      11.0 * scale, RT_INK_BOLD, RT_INK_START).width + 10.0;
  if (!has_one_theme (pages, block->table))
    draw_theme (pages, rt_pages_get_theme (pages, block->round, (int) block->table), x, baseline,
                right - x, 11.0 * scale);
  else if (!has_one_question (pages, block->table))
    rt_ink_fit (pages->ink, &(RtBox) { x, box->y, right - x, 18.0 * scale }, question,
                &(RtInkStyle) { 10.5 * scale, RT_INK_REGULAR, 2, RT_INK_START, RT_INK_END });
  rt_ink_rule (pages->ink, box->x, box->y + (TITLE - 4.0) * scale, box->x + box->width,
               box->y + (TITLE - 4.0) * scale, 1.4);
}

/* Three headlines and a sentence, for the end. */
static void
draw_notes (RtPages *pages, const RtBox *box)
{
  double size = 9.5, step = (box->height - 2.0 * 15.0) / 4.0, y = box->y + 10.0;

  rt_ink_line (pages->ink, box->x, y, box->width, _("Two or three headlines for the whole room"),
               size, RT_INK_BOLD, RT_INK_START);
  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", i);

      y += step;
      rt_ink_line (pages->ink, box->x, y - 4.0, 20.0, number, size, RT_INK_REGULAR, RT_INK_START);
      rt_ink_rule (pages->ink, box->x, y, box->x + box->width, y, 0.5);
    }
  y += 14.0;
  rt_ink_line (pages->ink, box->x, y, box->width, _("A sentence worth quoting"), size, RT_INK_BOLD,
               RT_INK_START);
  y += step;
  rt_ink_rule (pages->ink, box->x, y, box->x + box->width, y, 0.5);
}

static void
draw_block (RtPages *pages, const Block *block, const RtBox *box)
{
  double scale = get_scale (pages), top = box->y + TITLE * scale;
  double body = box->height - TITLE * scale - GAP;
  double pitch = MIN (PITCH * scale, (body - 4.0) / MAX (block->n, 1));
  double size = MIN (13.0 * scale, pitch * 0.72);
  g_autoptr (GArray) guests = list_guests (pages, block->round, block->table);
  RtBox notes = { box->x + box->width * 0.49, top, box->width * 0.51, body };

  draw_block_title (pages, block, guests->len, box);
  for (guint i = 0; i < block->n; i++)
    {
      guint person = g_array_index (guests, guint, block->first + i);
      RtBox line = { box->x, top + i * pitch, box->width * 0.46, pitch };

      draw_guest (pages, person, &line, size);
      if (rt_roll_line_changed (pages->plan, pages->roll, block->round, person))
        rt_pages_draw_bar (pages, box->x - 9.0, line.y + 2.0, pitch - 4.0);
    }
  draw_notes (pages, &notes);
}

/* Whether the host is at this table whenever there is a round. */
static gboolean
stays (RtPages *pages, guint table)
{
  int host;

  if (!has_one_host (pages, table, &host))
    return FALSE;
  for (guint r = 0; r < pages->roll->n_rounds; r++)
    if (!is_hosted_in (pages, r, table))
      return FALSE;
  return TRUE;
}

static void
draw_etiquette (RtPages *pages, guint table, const RtBox *area)
{
  double y = area->y + area->height - ETIQUETTE + 8.0;
  RtInkStyle style = { 11.0, RT_INK_REGULAR, 3, RT_INK_START, RT_INK_START };
  double label = rt_ink_width (pages->ink, _("For the host."), 11.0, RT_INK_BOLD) + 8.0;
  RtBox box = { area->x + label, y + 6.0, area->width - label, ETIQUETTE - 14.0 };
  g_autofree char *words
      = g_strconcat (stays (pages, table) ? _("Stay at this table in all rounds.") : "", " ",
                     _("Welcome newcomers and tell them in one minute what was said before. Let "
                       "everybody speak once before anybody speaks twice. Write down headlines, "
                       "not minutes. At the bell, thank people and let them go: the next table is "
                       "waiting."), NULL);

  rt_ink_rule (pages->ink, area->x, y, area->x + area->width, y, 0.75);
  style.weight = RT_INK_BOLD;
  rt_ink_fit (pages->ink, &(RtBox) { area->x, box.y, label, box.height }, _("For the host."),
              &style);
  style.weight = RT_INK_REGULAR;
  rt_ink_fit (pages->ink, &box, g_strchug (words), &style);
}

static void
paint (RtPages *pages, const RtPage *page)
{
  GArray *blocks = pages->blocks[RT_SHEET_HOSTS];
  RtBox area = rt_pages_get_area (pages);
  double room = get_room (pages, page->first), wanted = 0.0, least = 0.0, share, y;

  draw_head (pages, page->first, &area);
  y = area.y + HEAD + draw_question (pages, page->first, &area);
  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = &g_array_index (blocks, Block, i);

      if (block->table != page->first || block->part != page->part)
        continue;
      wanted += get_height (pages, block, FALSE);
      least += get_height (pages, block, TRUE);
    }
  share = wanted <= room ? 1.0 : CLAMP ((room - least) / MAX (wanted - least, 1.0), 0.0, 1.0);
  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = &g_array_index (blocks, Block, i);
      double low = get_height (pages, block, TRUE), high = get_height (pages, block, FALSE);
      RtBox box = { area.x, y, area.width, low + (high - low) * share };

      if (block->table != page->first || block->part != page->part)
        continue;
      draw_block (pages, block, &box);
      y += box.height;
    }
  draw_etiquette (pages, page->first, &area);
}

static char *
dup_number (guint page, guint n)
{
  /* Translators: of a footer */
  return g_strdup_printf (_("host sheet %u of %u"), page, n);
}

const RtSheetClass rt_sheet_hosts = {
  .word = "hosts",
  .title = N_("Host sheets"),
  .cut = cut,
  .paint = paint,
  .dup_number = dup_number,
  .none = N_("No table has a host."),
};
