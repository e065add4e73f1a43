/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-issue.h"
#include "rt-sheet.h"

#include <glib/gi18n-lib.h>

/*
 * The wall list: everybody by surname with a table for each round, to be read from a metre. Above
 * sixty people there are three lists, so that three queues can form.
 */

#define HEAD 46.0
#define ROWS 30
#define MOST_ROWS 32
#define LARGE_ROW 34.0
#define MANY 60
#define OTHER '~'
#define MANY_ROUNDS 4 /* with more, a page has one column of people */

static gboolean
is_narrow (RtPages *pages)
{
  return pages->options.large || pages->roll->n_rounds > MANY_ROUNDS;
}

/* How many people stand below each other: about as many in each column, or on each page. */
static guint
get_rows (RtPages *pages)
{
  guint n = pages->people[RT_SHEET_WALL]->len, parts = (n + MOST_ROWS - 1) / MOST_ROWS;

  if (pages->options.large)
    return (guint) ((rt_pages_get_area (pages).height - HEAD) / LARGE_ROW);
  if (is_narrow (pages))
    return n > MANY ? ROWS : (n + MAX (parts, 1) - 1) / MAX (parts, 1);
  return n > MANY ? ROWS : (n + 1) / 2;
}

/* The height of a row; a short list is drawn larger. */
static double
get_row (RtPages *pages)
{
  return MIN (LARGE_ROW, (rt_pages_get_area (pages).height - HEAD) / MAX (get_rows (pages), 1));
}

/* The letter somebody is looked up under. Figures come before A, other scripts after Z. */
static char
get_initial (RtPages *pages, guint person)
{
  const RtPerson *record = rt_plan_get_person (pages->plan, person);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *apart = NULL;

  if (record->name == NULL)
    return OTHER;
  rt_person_split_name (record, &first, &last);
  if (first == NULL)
    return OTHER;
  apart = g_utf8_normalize (last != NULL ? last : first, -1, G_NORMALIZE_ALL);
  return (guchar) *apart >= 0x80 ? OTHER : g_ascii_toupper (*apart);
}

/* Which of the three queues; in the order of the list, so that none comes twice. */
static guint
get_queue (RtPages *pages, guint person, guint before)
{
  char initial = get_initial (pages, person);
  guint queue = initial <= 'F' ? 0 : initial <= 'M' ? 1 : 2;

  return MAX (before, queue);
}

static void
add_list (RtPages *pages, guint first, guint n, guint queue)
{
  guint per_page = get_rows (pages) * (is_narrow (pages) ? 1 : 2);

  for (guint at = 0; at < n; at += per_page)
    rt_pages_add (pages, RT_SHEET_WALL, first + at, MIN (per_page, n - at), queue);
}

static void
cut (RtPages *pages)
{
  GArray *people = pages->people[RT_SHEET_WALL];
  guint first = 0, queue = 0;

  if (people->len <= MANY)
    {
      add_list (pages, 0, people->len, 3);
      return;
    }
  for (guint i = 0; i < people->len; i++)
    {
      guint next = get_queue (pages, g_array_index (people, guint, i), queue);

      if (next == queue)
        continue;
      add_list (pages, first, i - first, queue);
      first = i;
      queue = next;
    }
  add_list (pages, first, people->len - first, queue);
}

/* A name that is too long for its line is made smaller, then broken. */
static void
draw_name (RtPages *pages, guint person, const RtBox *box, double size)
{
  const RtPaperPerson *at = &pages->persons[person];
  const char *head = at->last != NULL ? at->last : at->first != NULL ? at->first : at->name;
  g_autofree char *rest = at->last != NULL ? g_strdup_printf (", %s", at->first) : g_strdup ("");
  g_autofree char *whole = g_strconcat (head, rest, NULL);
  RtInkWeight weight = at->first != NULL ? RT_INK_BOLD : RT_INK_REGULAR;
  double wide = rt_ink_width (pages->ink, head, size, weight);
  double narrow = rt_ink_width (pages->ink, rest, size, RT_INK_REGULAR);
  double share = MIN (1.0, box->width / (wide + narrow + 0.5));
  double baseline = box->y + box->height / 2.0 + size * 0.36;
  RtInkStyle style = { size, RT_INK_BOLD, 2, RT_INK_START, RT_INK_MIDDLE };

  if (share < 0.7)
    {
      rt_ink_fit (pages->ink, box, whole, &style);
      return;
    }
  rt_ink_line (pages->ink, box->x, baseline, wide * share + 0.5, head, size * share, weight,
               RT_INK_START);
  rt_ink_line (pages->ink, box->x + wide * share, baseline, narrow * share + 0.5, rest,
               size * share, RT_INK_REGULAR, RT_INK_START);
}

/* Who stays is told so once, not round by round. */
static void
draw_stays (RtPages *pages, int table, const RtBox *box, double size)
{
  RtInkStyle style = { size, RT_INK_BLACK, 1, RT_INK_END, RT_INK_MIDDLE };
  double baseline = box->y + box->height / 2.0 + size * 0.25;
  double width = MIN (box->width * 0.5, rt_ink_width (pages->ink, pages->tables[table].label, size,
                                                       RT_INK_BLACK) + 1.0);
  RtBox number = { box->x + box->width - width - 10.0, box->y, width, box->height };

  /* Translators: on the list of people; the number of the table follows */
  rt_ink_line (pages->ink, number.x - 4.0, baseline, number.x - 4.0 - box->x, _("host, stays at"),
               size * 0.68, RT_INK_REGULAR, RT_INK_END);
  rt_ink_fit (pages->ink, &number, pages->tables[table].label, &style);
}

static void
draw_tables (RtPages *pages, guint person, const RtBox *box, double size)
{
  guint n = pages->roll->n_rounds;
  double cell = box->width / MAX (n, 1);
  RtInkStyle style = { MIN (size, cell * 0.5), RT_INK_BLACK, 1, RT_INK_MIDDLE, RT_INK_MIDDLE };
  int table;

  if (rt_person_has_role (rt_plan_get_person (pages->plan, person), "staff"))
    {
      rt_ink_line (pages->ink, box->x + box->width - 10.0, box->y + box->height / 2.0 + size * 0.25,
                   box->width, _("staff"), size * 0.68, RT_INK_REGULAR, RT_INK_END);
      return;
    }
  if (rt_roll_stays (pages->roll, person, &table))
    {
      draw_stays (pages, table, box, size);
      return;
    }
  for (guint r = 0; r < n; r++)
    {
      RtBox at = { box->x + r * cell + 1.0, box->y, cell - 2.0, box->height };

      table = rt_pages_get_table (pages, r, person);
      if (r % 2 == 1)
        rt_ink_shade (pages->ink, &(RtBox) { box->x + r * cell, box->y, cell, box->height });
      rt_ink_fit (pages->ink, &at, table >= 0 ? pages->tables[table].label : "–", &style);
    }
}

static gboolean
is_changed (RtPages *pages, guint person)
{
  for (guint r = 0; r < pages->roll->n_rounds; r++)
    if (rt_roll_line_changed (pages->plan, pages->roll, r, person))
      return TRUE;
  return FALSE;
}

/* The heads of a column of people: times, or the numbers of the rounds where times are not known. */
static void
draw_column_head (RtPages *pages, const RtBox *column, double name)
{
  guint n = pages->roll->n_rounds;
  double cell = (column->width - name) / MAX (n, 1), size = pages->options.large ? 11.0 : 8.5;
  double baseline = column->y - 4.0;

  rt_ink_line (pages->ink, column->x, baseline, name - 6.0, _("Surname, first name"), size,
               RT_INK_BOLD, RT_INK_START);
  for (guint r = 0; r < n; r++)
    {
      g_autofree char *number = g_strdup_printf ("%u", r + 1);

      rt_ink_line (pages->ink, column->x + name + (r + 0.5) * cell, baseline, cell - 2.0,
                   *pages->starts[r] != '\0' ? pages->starts[r] : number, MIN (size, cell * 0.34),
                   RT_INK_BOLD, RT_INK_MIDDLE);
    }
  rt_ink_rule (pages->ink, column->x, column->y, column->x + column->width, column->y, 1.4);
}

static void
draw_column (RtPages *pages, const RtBox *column, guint first, guint n, double row, gboolean right)
{
  GArray *people = pages->people[RT_SHEET_WALL];
  guint rounds = MAX (pages->roll->n_rounds, 1);
  gboolean large = pages->options.large;
  double size = large ? 18.0 : MIN (11.0 * row / 23.5, 14.0);
  double cell = MIN (large ? 52.0 : 3.0 * size, column->width * (large ? 0.55 : 0.62) / rounds);
  double tables = MAX (cell * rounds, large ? 150.0 : 8.7 * size), name = column->width - tables;
  double bar = right ? column->x + column->width + 7.0 : column->x - 9.0;

  draw_column_head (pages, column, name);
  for (guint i = 0; i < n; i++)
    {
      guint person = g_array_index (people, guint, first + i);
      double y = column->y + i * row;
      gboolean next = i > 0
                      && get_initial (pages, person)
                             != get_initial (pages, g_array_index (people, guint, first + i - 1));

      draw_name (pages, person, &(RtBox) { column->x, y + 1.0, name - 8.0, row - 2.0 },
                 size);
      draw_tables (pages, person, &(RtBox) { column->x + name, y, tables, row },
                   large ? 20.0 : size * 1.27);
      if (is_changed (pages, person))
        rt_pages_draw_bar (pages, bar, y + 3.0, row - 6.0);
      if (i > 0)
        rt_ink_rule (pages->ink, column->x, y, column->x + column->width, y, next ? 1.2 : 0.35);
    }
  rt_ink_rule (pages->ink, column->x, column->y + n * row, column->x + column->width,
               column->y + n * row, 0.35);
}

/* How the list is read; above sixty people, whose list it is. */
static char *
dup_beside (RtPages *pages, const RtPage *page)
{
  GArray *people = pages->people[RT_SHEET_WALL];
  guint last = g_array_index (people, guint, people->len - 1);

  switch (page->part)
    {
    case 0:
      /* Translators: the surnames of one of three lists */
      return g_strdup (_("Surnames A to F"));
    case 1:
      return g_strdup (_("Surnames G to M"));
    case 2:
      if (get_initial (pages, last) != OTHER)
        return g_strdup (_("Surnames N to Z"));
      return g_strdup (_("Surnames N to Z and others"));
    default:
      return g_strdup (_("Find your surname. The number is your table."));
    }
}

static void
paint (RtPages *pages, const RtPage *page)
{
  RtBox area = rt_pages_get_area (pages);
  guint rows = get_rows (pages), n_columns = is_narrow (pages) ? 1 : 2;
  double gap = 21.0, width = (area.width - gap * (n_columns - 1)) / n_columns;
  double row = get_row (pages);
  g_autofree char *beside = dup_beside (pages, page);

  rt_pages_draw_head (pages, _("Where do I sit?"), beside);
  for (guint i = 0; i < n_columns && i * rows < page->n; i++)
    {
      RtBox column = { area.x + i * (width + gap), area.y + HEAD, width, area.height - HEAD };

      draw_column (pages, &column, page->first + i * rows, MIN (rows, page->n - i * rows), row,
                   i > 0);
    }
}

static char *
dup_number (guint page, guint n)
{
  /* Translators: of a footer */
  return g_strdup_printf (_("wall list %u of %u"), page, n);
}

static char *
dup_note (RtPages *pages, const RtPage *page)
{
  guint n = pages->people[RT_SHEET_WALL]->len;

  return g_strdup_printf (ngettext ("%u person", "%u people", n), n);
}

const RtSheetClass rt_sheet_wall = {
  .word = "wall",
  .title = N_("Wall list A to Z"),
  .people = rt_pages_comes,
  .cut = cut,
  .paint = paint,
  .dup_number = dup_number,
  .dup_note = dup_note,
  .none = N_("There is nobody on the list."),
};
