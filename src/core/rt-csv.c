/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-csv.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rt-addresses.h"
#include "rt-encoding.h"

/* Rows that are looked at to find the delimiter. */
#define SAMPLE_ROWS 200

static const char delimiters[] = { ',', ';', '\t', '|' };

/* A spreadsheet runs a cell that begins with one of these. */
static gboolean
runs (char c)
{
  return c != '\0' && strchr ("=+-@\t\r", c) != NULL;
}

/* Whether the guard belongs before @cell: also where it begins with quotes of its own before such a
 * character, so that taking off one quote always gives back what was written. */
static gboolean
is_dangerous (const char *cell)
{
  return runs (cell[strspn (cell, "'")]);
}

/* What is parsed so far: libcsv hands over cells and row ends, and knows no lines. */
typedef struct {
  RtCsv     *csv;
  GPtrArray *row;
  guint      line;        /* being parsed */
  guint      row_line;    /* where the row began, 0 outside of one */
  guint      cell_line;   /* where the cell began */
} Parse;

static void
cell_cb (void *cell, size_t length, void *data)
{
  Parse *parse = data;
  const char *text = cell;

  if (length > 1 && text[0] == '\'' && is_dangerous (text))
    {
      text++;
      length--;
    }
  g_ptr_array_add (parse->row, g_strndup (text, length));
  parse->cell_line = parse->line;
}

static void
row_cb (int end, void *data)
{
  Parse *parse = data;

  g_ptr_array_add (parse->row, NULL);
  g_ptr_array_add (parse->csv->rows, g_ptr_array_free (parse->row, FALSE));
  parse->row = g_ptr_array_new_with_free_func (g_free);
  g_array_append_val (parse->csv->lines, parse->row_line);
  parse->row_line = 0;
}

/* The end of the line at @text, its LF, CR LF or CR included. */
static const char *
line_end (const char *text)
{
  text += strcspn (text, "\r\n");
  if (text[0] == '\r' && text[1] == '\n')
    return text + 2;
  return *text == '\0' ? text : text + 1;
}

/* libcsv skips lines without anything in them; so do the line numbers. A tab that separates cells
 * is something. */
static gboolean
is_blank (const char *text, const char *end, char delimiter)
{
  for (; text < end; text++)
    if (*text == delimiter || !strchr (" \t\r\n", *text))
      return FALSE;
  return TRUE;
}

static gboolean
check_length (const RtCsv *self, guint n_more, GError **error)
{
  if (self->rows->len <= RT_CSV_MAX_ROWS + n_more)
    return TRUE;
  g_set_error (error, RT_ERROR, RT_ERROR_LIMIT,
               _("The list has more than %d rows. Rotunda reads lists up to that length."),
               RT_CSV_MAX_ROWS);
  return FALSE;
}

static gboolean
parse_lines (Parse *parse, struct csv_parser *parser, const char *text, GError **error)
{
  const char *end;

  for (parse->line = 1; *text != '\0'; parse->line++, text = end)
    {
      end = line_end (text);
      if (parse->row_line == 0 && is_blank (text, end, parse->csv->delimiter))
        continue;
      if (parse->row_line == 0)
        parse->row_line = parse->cell_line = parse->line;
      csv_parse (parser, text, end - text, cell_cb, row_cb, parse);
      /* A header is one row more. */
      if (!check_length (parse->csv, 1, error))
        return FALSE;
    }
  /* A line end closes the last row; inside quotes it does not. */
  csv_parse (parser, "\n", 1, cell_cb, row_cb, parse);
  if (parse->row_line == 0)
    return TRUE;
  g_set_error (error, RT_ERROR, RT_ERROR_FORMAT,
               _("Line %u: a cell begins with a quotation mark and never ends. Close the quotation "
                 "mark or take it out."), parse->cell_line);
  return FALSE;
}

static gboolean
parse_cells (RtCsv *self, const char *text, GError **error)
{
  Parse parse = { self, g_ptr_array_new_with_free_func (g_free), 1, 0, 1 };
  struct csv_parser parser;
  gboolean done;

  csv_init (&parser, CSV_APPEND_NULL);
  csv_set_delim (&parser, self->delimiter);
  done = parse_lines (&parse, &parser, text, error);
  csv_free (&parser);
  g_ptr_array_unref (parse.row);
  return done;
}

static gboolean
parse_addresses (RtCsv *self, const char *text, GError **error)
{
  rt_addresses_read (text, self->rows, self->lines);
  return check_length (self, 0, error);
}

static gboolean
parse_text (RtCsv *self, const char *text, GError **error)
{
  gboolean done = self->delimiter == RT_CSV_ADDRESSES ? parse_addresses (self, text, error)
                                                      : parse_cells (self, text, error);

  if (done && self->rows->len == 0)
    {
      g_set_error (error, RT_ERROR, RT_ERROR_FORMAT, _("The list is empty."));
      return FALSE;
    }
  return done;
}

/* What one delimiter makes of the first rows: how many there are, how many have as many cells as
 * the first one, and how many delimiters that is. */
typedef struct {
  guint rows, agree, in_first;
} Cut;

static Cut
cut_rows (const char *text, char delimiter)
{
  Cut cut = { 0, 0, 0 };
  gboolean quoted = FALSE;
  gboolean cell_begins = TRUE;
  guint n = 0, length = 0;

  for (; cut.rows < SAMPLE_ROWS; text++)
    {
      gboolean ends = *text == '\0' || (!quoted && (*text == '\n' || *text == '\r'));

      if (*text == '"' && (quoted || cell_begins))
        quoted = !quoted;
      n += *text == delimiter && !quoted;
      /* A quote after any of them begins a quoted cell: what is inside counts for none. */
      cell_begins = !quoted && (ends || memchr (delimiters, *text, sizeof delimiters) != NULL
                                || (cell_begins && *text == ' '));
      length += !ends;
      if (ends && length > 0)
        {
          if (cut.rows++ == 0)
            cut.in_first = n;
          cut.agree += n == cut.in_first;
          n = length = 0;
        }
      if (*text == '\0')
        break;
    }
  return cut;
}

/* Addresses, or the one that cuts the largest share of the rows into as many cells as the first
 * row; of two, the one that cuts more. Where the first row has none of them the list is one column:
 * 0, which no text has, so that a comma in a theme cuts nothing off. */
static char
find_delimiter (const char *text)
{
  char best = 0;
  Cut best_cut = { 1, 0, 0 };

  if (rt_addresses_are_likely (text))
    return RT_CSV_ADDRESSES;
  for (gsize i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      Cut cut = cut_rows (text, delimiters[i]);
      guint share = cut.agree * best_cut.rows;
      guint best_share = best_cut.agree * cut.rows;

      if (cut.in_first > 0
          && (share > best_share || (share == best_share && cut.in_first > best_cut.in_first)))
        {
          best = delimiters[i];
          best_cut = cut;
        }
    }
  return best;
}

/* Spreadsheets begin a list with "sep=;" to tell each other. The line is taken out, so that the
 * others keep their numbers. Returns: the delimiter, or 0. */
static char
take_separator_line (char *text)
{
  gboolean quoted = text[0] == '"';
  char *line = text + quoted;
  char delimiter;
  gsize length;

  if (g_ascii_strncasecmp (line, "sep=", 4) != 0
      || memchr (delimiters, line[4], sizeof delimiters) == NULL)
    return 0;
  delimiter = line[4];
  length = 5 + 2 * quoted;
  if ((quoted && line[5] != '"') || strchr ("\r\n", text[length]) == NULL)
    return 0;
  memset (text, ' ', length);
  return delimiter;
}

/**
 * rt_csv_read:
 * @bytes: a list as it was read from a file, at most 64 MiB
 * @length: how many bytes
 * @encoding: (nullable): how they are written; %NULL finds out, see rt_decode()
 * @delimiter: what separates cells; 0 finds out by counting outside quotes, and whether the list is
 *   one of addresses
 * @error: %RT_ERROR_FORMAT with the line, %RT_ERROR_LIMIT for too many bytes or rows
 *
 * Reads a spreadsheet's list. Empty lines are skipped, spaces around cells that are not quoted are
 * taken off, and so is the quote before a cell that a spreadsheet would run. Rows may have
 * different lengths.
 *
 * Returns: (transfer full): the list, with at least one row
 */
RtCsv *
rt_csv_read (const char *bytes, gsize length, const char *encoding, char delimiter, GError **error)
{
  g_autoptr (RtCsv) self = NULL;
  g_autofree char *text = NULL;
  RtEncoding found = { NULL };
  char said;

  if (length > RT_CSV_MAX_BYTES)
    {
      g_set_error (error, RT_ERROR, RT_ERROR_LIMIT,
                   _("The list is larger than %d MiB. Rotunda reads lists up to that size."),
                   RT_CSV_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  text = rt_decode (bytes, length, encoding, &found, error);
  if (text == NULL)
    return NULL;
  self = g_new0 (RtCsv, 1);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->encoding = found.name;
  self->bom = found.bom;
  self->guessed = found.guessed;
  said = take_separator_line (text);
  self->delimiter = delimiter == RT_CSV_ONE_COLUMN ? 0
                    : delimiter != 0               ? delimiter
                    : said != 0                    ? said
                                                   : find_delimiter (text);
  if (!parse_text (self, text, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
rt_csv_free (RtCsv *self)
{
  g_ptr_array_unref (self->rows);
  g_array_unref (self->lines);
  g_free (self->encoding);
  g_free (self);
}

/**
 * rt_csv_dup_description:
 * @header: whether the first row is taken for names of columns
 *
 * Returns: (transfer full): what was found out, in words: "Read as: commas, UTF-8, header row."
 */
char *
rt_csv_dup_description (const RtCsv *self, gboolean header)
{
  const char *cells = self->delimiter == ',' ? _("commas")
                      : self->delimiter == ';' ? _("semicolons")
                      : self->delimiter == '\t' ? _("tabs")
                      : self->delimiter == 0 ? _("one column")
                      : self->delimiter == RT_CSV_ADDRESSES ? _("addresses")
                      : _("upright bars");

  /* Translators: what separates cells, the encoding, and whether there is a header row */
  return g_strdup_printf (_("Read as: %s, %s, %s."), cells, self->encoding,
                          header ? _("header row") : _("no header row"));
}

/**
 * rt_csv_append:
 * @out: text to append to
 * @cells: (array zero-terminated=1): the cells of one row
 *
 * Writes one row that spreadsheets and rt_csv_read() read back as it was: quoted as RFC 4180 asks,
 * ended by LF, and with a single quote before a cell that a spreadsheet would run (OWASP ASVS
 * 1.2.10).
 */
void
rt_csv_append (GString *out, const char * const *cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      const char *cell = cells[i];
      gsize length = strlen (cell);
      gboolean guard = is_dangerous (cell);
      /* The only cell of a row is quoted when it is empty: an empty line would be no row. */
      gboolean quote = length == 0 ? i == 0 && cells[1] == NULL
                       : strpbrk (cell, ",;|\t\"\r\n") != NULL
                         || cell[0] == ' ' || cell[length - 1] == ' ';

      if (i > 0)
        g_string_append_c (out, ',');
      if (quote)
        g_string_append_c (out, '"');
      if (guard)
        g_string_append_c (out, '\'');
      for (; *cell != '\0'; cell++)
        {
          if (*cell == '"')
            g_string_append_c (out, '"');
          g_string_append_c (out, *cell);
        }
      if (quote)
        g_string_append_c (out, '"');
    }
  g_string_append_c (out, '\n');
}
