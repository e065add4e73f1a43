/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-issue.h"
#include "rt-sheet.h"

#include <glib/gi18n-lib.h>

/*
 * The wall list: everybody by surname with a table for each round, to be read from a metre. Above
 * sixty people there are three lists, so that three queues can form: A to F, G to M and N to Z, or
 * other letters where one of those queues would be longer than the two others together. When asked
 * for, a list by organisation follows, for those who look for their colleagues.
 */

#define HEAD 46.0
#define ROWS 30
#define MOST_ROWS 32
#define LARGE_ROW 34.0
#define MANY 60
#define OTHER '~'
#define N_LETTERS 26
/* The parts of the list: everybody, by organisation, or a queue, from one letter to another. */
#define EVERYBODY 0
#define BY_ORGANISATION 1
#define QUEUE(from, to) ((guint) (from) << 8 | (guint) (to))
#define EMPTY (-1)        /* a row in place of a person; below it, the heads of organisations */
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

/* The last letters of the first two of three queues. */
typedef struct {
  guint first, second;
} Ends;

/* Figures stand with A, other scripts with Z. */
static guint
get_letter (RtPages *pages, guint person)
{
  char initial = get_initial (pages, person);

  return CLAMP (initial, 'A', 'Z') - 'A';
}

/* @upto: how many there are up to each letter. Returns: people in the longest queue */
static guint
get_longest (const guint *upto, Ends ends)
{
  guint first = upto[ends.first], second = upto[ends.second] - first;

  return MAX (MAX (first, second), upto[N_LETTERS - 1] - first - second);
}

/* The sum of squares: the least where the queues are most even. */
static guint64
get_unevenness (const guint *upto, Ends ends)
{
  guint64 first = upto[ends.first], second = upto[ends.second] - first;
  guint64 third = upto[N_LETTERS - 1] - first - second;

  return first * first + second * second + third * third;
}

/* The usual letters, or those that make the queues most even. Returns: whether it is much
 * shorter than one list of all, as it is not where names are written in another script. */
static gboolean
find_ends (RtPages *pages, Ends *ends)
{
  GArray *people = pages->people[RT_SHEET_WALL];
  guint upto[N_LETTERS] = { 0 };

  *ends = (Ends) { 'F' - 'A', 'M' - 'A' };
  for (guint i = 0; i < people->len; i++)
    upto[get_letter (pages, g_array_index (people, guint, i))]++;
  for (guint i = 1; i < N_LETTERS; i++)
    upto[i] += upto[i - 1];
  if (get_longest (upto, *ends) <= people->len / 2)
    return TRUE;
  for (guint first = 0; first < N_LETTERS - 2; first++)
    for (guint second = first + 1; second < N_LETTERS - 1; second++)
      if (get_unevenness (upto, (Ends) { first, second }) < get_unevenness (upto, *ends))
        *ends = (Ends) { first, second };
  return get_longest (upto, *ends) <= people->len * 2 / 3;
}

/* In the order of the list, so that none comes twice. */
static guint
get_queue (RtPages *pages, const Ends *ends, guint person, guint before)
{
  guint letter = get_letter (pages, person);

  return MAX (before, letter <= ends->first ? 0u : letter <= ends->second ? 1u : 2u);
}

static guint
get_part (const Ends *ends, guint queue)
{
  guint from = queue == 0 ? 0 : queue == 1 ? ends->first + 1 : ends->second + 1;
  guint to = queue == 0 ? ends->first : queue == 1 ? ends->second : N_LETTERS - 1;

  return QUEUE ('A' + from, 'A' + to);
}

/* Rows below each other in a part of the list. */
static guint
get_rows_of (RtPages *pages, guint part)
{
  return part == BY_ORGANISATION && !pages->options.large ? MOST_ROWS : get_rows (pages);
}

/* As many on each page of a list, so that none holds the last two alone. */
static void
add_list (RtPages *pages, guint first, guint n, guint part)
{
  guint per_page, n_pages;

  /* Of nobody there are no rows to a page either. */
  if (n == 0)
    return;
  per_page = get_rows_of (pages, part) * (is_narrow (pages) ? 1 : 2);
  n_pages = (n + per_page - 1) / per_page;
  if (part != BY_ORGANISATION)
    per_page = (n + n_pages - 1) / n_pages;
  for (guint at = 0; at < n; at += per_page)
    rt_pages_add (pages, RT_SHEET_WALL, first + at, MIN (per_page, n - at), part);
}

static void
cut_queues (RtPages *pages)
{
  GArray *people = pages->people[RT_SHEET_WALL];
  guint first = 0, queue = 0;
  Ends ends;

  if (people->len <= MANY || !find_ends (pages, &ends))
    {
      add_list (pages, 0, people->len, EVERYBODY);
      return;
    }
  for (guint i = 0; i < people->len; i++)
    {
      guint next = get_queue (pages, &ends, g_array_index (people, guint, i), queue);

      if (next == queue)
        continue;
      add_list (pages, first, i - first, get_part (&ends, queue));
      first = i;
      queue = next;
    }
  add_list (pages, first, people->len - first, get_part (&ends, queue));
}

typedef struct {
  char *key;
  guint at;
  int person;
} Member;

static void
member_clear (gpointer data)
{
  g_free (((Member *) data)->key);
}

/* By organisation, then by surname; who has none comes last. */
static int
compare_members (gconstpointer a, gconstpointer b)
{
  const Member *one = a, *two = b;
  int order = (*one->key == '\0') - (*two->key == '\0');

  if (order == 0)
    order = g_strcmp0 (one->key, two->key);
  return order != 0 ? order : one->at < two->at ? -1 : one->at > two->at;
}

static GArray *
sort_members (RtPages *pages)
{
  GArray *people = pages->people[RT_SHEET_WALL];
  GArray *members = g_array_sized_new (FALSE, FALSE, sizeof (Member), people->len);

  g_array_set_clear_func (members, member_clear);
  for (guint i = 0; i < people->len; i++)
    {
      guint person = g_array_index (people, guint, i);
      const char *organisation = pages->persons[person].organisation;
      Member member = { rt_dup_sort_key (organisation), i, (int) person };

      g_array_append_val (members, member);
    }
  g_array_sort (members, compare_members);
  return members;
}

static void
add_row (GArray *rows, int row)
{
  g_array_append_val (rows, row);
}

/* Every column begins with the name of an organisation, and none ends with one. */
static void
cut_organisations (RtPages *pages)
{
  GArray *rows = pages->blocks[RT_SHEET_WALL];
  guint first = rows->len, height = get_rows_of (pages, BY_ORGANISATION);
  g_autoptr (GArray) members = sort_members (pages);

  if (members->len == 0 || *g_array_index (members, Member, 0).key == '\0')
    return;
  for (guint i = 0; i < members->len; i++)
    {
      const Member *member = &g_array_index (members, Member, i);
      gboolean next = i == 0
                      || g_strcmp0 (member->key, g_array_index (members, Member, i - 1).key) != 0;

      if (next && (rows->len - first) % height == height - 1)
        add_row (rows, EMPTY);
      if (next || (rows->len - first) % height == 0)
        add_row (rows, EMPTY - 1 - member->person);
      add_row (rows, member->person);
    }
  add_list (pages, first, rows->len - first, BY_ORGANISATION);
}

static void
cut (RtPages *pages)
{
  GArray *people = pages->people[RT_SHEET_WALL];

  pages->blocks[RT_SHEET_WALL] = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < people->len; i++)
    add_row (pages->blocks[RT_SHEET_WALL], (int) g_array_index (people, guint, i));
  cut_queues (pages);
  if (pages->options.by_organisation)
    cut_organisations (pages);
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

  /* From right to left, a comma between two names has to know both. */
  if (share < 0.7 || pages->mirrored)
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

/* The heads of a column of people: times, or the numbers of the rounds where times are not
 * known. */
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

/* The name of an organisation, above its people. */
static void
draw_organisation (RtPages *pages, guint person, const RtBox *box, double size)
{
  const char *organisation = pages->persons[person].organisation;
  RtInkStyle style = { size, RT_INK_BLACK, 1, RT_INK_START, RT_INK_MIDDLE };

  rt_ink_fit (pages->ink, box, *organisation != '\0' ? organisation : _("Without an organisation"),
              &style);
}

/* Somebody in a row, the tables beside the name. */
static void
draw_person (RtPages *pages, guint person, const RtBox *row, double tables, double size)
{
  RtBox name = { row->x, row->y + 1.0, row->width - tables - 8.0, row->height - 2.0 };
  RtBox right = { row->x + row->width - tables, row->y, tables, row->height };

  draw_name (pages, person, &name, size);
  draw_tables (pages, person, &right, pages->options.large ? 20.0 : size * 1.27);
}

static gboolean
begins_group (RtPages *pages, int row, int before)
{
  if (row < 0 || before < 0)
    return row < EMPTY;
  return get_initial (pages, (guint) row) != get_initial (pages, (guint) before);
}

static void
draw_column (RtPages *pages, const RtBox *column, const RtPage *page, guint first, guint n,
             double height, gboolean right)
{
  const int *rows = &g_array_index (pages->blocks[RT_SHEET_WALL], int, first);
  guint rounds = MAX (pages->roll->n_rounds, 1);
  gboolean large = pages->options.large, grouped = page->part == BY_ORGANISATION;
  double size = large ? 18.0 : MIN (11.0 * height / 23.5, 14.0);
  double cell = MIN (large ? 52.0 : 3.0 * size, column->width * (large ? 0.55 : 0.62) / rounds);
  double tables = MAX (cell * rounds, large ? 150.0 : 8.7 * size);
  double bar = right ? column->x + column->width + 7.0 : column->x - 9.0;

  draw_column_head (pages, column, column->width - tables);
  for (guint i = 0; i < n; i++)
    {
      RtBox row = { column->x, column->y + i * height, column->width, height };
      gboolean thick = i > 0 && begins_group (pages, rows[i], grouped ? EMPTY : rows[i - 1]);

      if (rows[i] < EMPTY)
        draw_organisation (pages, (guint) (EMPTY - 1 - rows[i]), &row, size);
      else if (rows[i] != EMPTY)
        draw_person (pages, (guint) rows[i], &row, tables, size);
      if (rows[i] >= 0 && is_changed (pages, (guint) rows[i]))
        rt_pages_draw_bar (pages, bar, row.y + 3.0, height - 6.0);
      if (i > 0)
        rt_ink_rule (pages->ink, row.x, row.y, row.x + row.width, row.y, thick ? 1.2 : 0.35);
    }
  rt_ink_rule (pages->ink, column->x, column->y + n * height, column->x + column->width,
               column->y + n * height, 0.35);
}

/* Whose list one of the three is. */
static char *
dup_queue (RtPages *pages, guint part)
{
  GArray *people = pages->people[RT_SHEET_WALL];
  gboolean others = get_initial (pages, g_array_index (people, guint, people->len - 1)) == OTHER;
  char from = (char) (part >> 8), to = (char) (part & 0xff);

  if (others && to == 'Z')
    /* Translators: the surnames of the last of three lists: from a letter to Z, and those in other
       scripts */
    return g_strdup_printf (_("Surnames %c to %c and others"), from, to);
  /* Translators: the surnames of one of three lists: its only letter, then its first and last */
  return from == to ? g_strdup_printf (_("Surnames with %c"), from)
                    : g_strdup_printf (_("Surnames %c to %c"), from, to);
}

/* How the list is read; above sixty people, whose list it is. */
static char *
dup_beside (RtPages *pages, const RtPage *page)
{
  if (page->part == EVERYBODY)
    return g_strdup (_("Find your surname. The number is your table."));
  if (page->part == BY_ORGANISATION)
    return g_strdup (_("By organisation. The number is your table."));
  return dup_queue (pages, page->part);
}

static void
paint (RtPages *pages, const RtPage *page)
{
  RtBox area = rt_pages_get_area (pages);
  guint rows = get_rows_of (pages, page->part), n_columns = is_narrow (pages) ? 1 : 2;
  double gap = 21.0, width = (area.width - gap * (n_columns - 1)) / n_columns;
  double row = MIN (LARGE_ROW, (area.height - HEAD) / MAX (rows, 1));
  g_autofree char *beside = dup_beside (pages, page);

  /* The columns of organisations are cut already. */
  if (page->part != BY_ORGANISATION)
    rows = (page->n + n_columns - 1) / n_columns;
  rt_pages_draw_head (pages, _("Where do I sit?"), beside);
  for (guint i = 0; i < n_columns && i * rows < page->n; i++)
    {
      RtBox column = { area.x + i * (width + gap), area.y + HEAD, width, area.height - HEAD };

      draw_column (pages, &column, page, page->first + i * rows, MIN (rows, page->n - i * rows),
                   row, i > 0);
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
