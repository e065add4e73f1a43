/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-workbook.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "rt-export.h"

/*
 * The tables as a workbook for a spreadsheet (Office Open XML), one sheet each. libxlsxwriter puts
 * each row away as it comes, so that a large plan takes no more memory than a small one.
 */

#define MAX_ROWS 1048576   /* of a sheet */
#define MAX_LETTERS 32767  /* of a cell */
#define NARROWEST 8
#define WIDEST 48

typedef struct {
  lxw_workbook  *book;
  lxw_worksheet *sheet;
  lxw_format    *head, *date, *time;
  const char    *name;
  guint          sheets;   /* with that name */
  lxw_row_t      row;
  GArray        *widths;   /* of int: letters of the widest cell of each column */
  GPtrArray     *titles;   /* names of the columns */
  lxw_error      wrong;
} Workbook;

static void
note (Workbook *self, lxw_error wrong)
{
  if (self->wrong == LXW_NO_ERROR)
    self->wrong = wrong;
}

/* A spreadsheet takes no longer text; what is there of it ends in an ellipsis. XML has no name at
 * all for two of the code points that Unicode sets aside. */
static void
write_text (Workbook *self, lxw_col_t column, const char *text, lxw_format *format)
{
  g_autoptr (GString) clean = g_string_new (text);

  if (*text == '\0')
    return;
  g_string_replace (clean, "\xef\xbf\xbe", "\xef\xbf\xbd", 0);
  g_string_replace (clean, "\xef\xbf\xbf", "\xef\xbf\xbd", 0);
  if (g_utf8_strlen (clean->str, -1) > MAX_LETTERS)
    {
      g_string_truncate (clean,
                         g_utf8_offset_to_pointer (clean->str, MAX_LETTERS - 1) - clean->str);
      g_string_append (clean, "…");
    }
  note (self, worksheet_write_string (self->sheet, self->row, column, clean->str, format));
}

static void
write_date (Workbook *self, lxw_col_t column, const char *text)
{
  lxw_datetime date = { 0 };

  date.year = atoi (text);
  date.month = atoi (text + 5);
  date.day = atoi (text + 8);
  note (self, worksheet_write_datetime (self->sheet, self->row, column, &date, self->date));
}

static void
write_cell (Workbook *self, lxw_col_t column, const RtCell *cell)
{
  switch (cell->kind)
    {
    case RT_CELL_NUMBER:
      note (self, worksheet_write_number (self->sheet, self->row, column, cell->value, NULL));
      break;
    case RT_CELL_TIME:
      note (self, worksheet_write_number (self->sheet, self->row, column,
                                          cell->value / (24.0 * 60.0), self->time));
      break;
    case RT_CELL_DATE:
      /* The calendar of spreadsheets begins in 1900. */
      if (strcmp (cell->text, "1900-03-01") >= 0)
        {
          write_date (self, column, cell->text);
          break;
        }
      G_GNUC_FALLTHROUGH;
    case RT_CELL_TEXT:
      write_text (self, column, cell->text, NULL);
    }
}

static void
measure (Workbook *self, guint column, const char *text)
{
  int letters = (int) MIN (g_utf8_strlen (text, -1), WIDEST);
  int *width = &g_array_index (self->widths, int, column);

  *width = MAX (*width, letters);
}

static void
end_sheet (Workbook *self)
{
  for (guint i = 0; i < self->widths->len; i++)
    note (self, worksheet_set_column (self->sheet, i, i,
                                      g_array_index (self->widths, int, i) + 2.0, NULL));
}

/* The names of the columns stay in sight, and come again on each page that is printed. */
static void
begin_sheet (Workbook *self)
{
  g_autofree char *name = ++self->sheets == 1 ? g_strdup (self->name)
                                              : g_strdup_printf ("%s %u", self->name, self->sheets);

  self->sheet = workbook_add_worksheet (self->book, name);
  self->row = 0;
  worksheet_freeze_panes (self->sheet, 1, 1);
  worksheet_repeat_rows (self->sheet, 0, 0);
  worksheet_set_landscape (self->sheet);
  worksheet_fit_to_pages (self->sheet, 1, 0);
  for (guint i = 0; i < self->titles->len; i++)
    write_text (self, i, g_ptr_array_index (self->titles, i), self->head);
  self->row = 1;
}

static void
put_row_cb (const RtCell *cells, guint n, gpointer data)
{
  Workbook *self = data;

  if (self->titles->len == 0)
    {
      int width = NARROWEST;

      for (guint i = 0; i < n; i++)
        {
          g_ptr_array_add (self->titles, g_strdup (cells[i].text));
          g_array_append_val (self->widths, width);
          measure (self, i, cells[i].text);
        }
      begin_sheet (self);
      return;
    }
  if (self->row == MAX_ROWS)
    {
      end_sheet (self);
      begin_sheet (self);
    }
  for (guint i = 0; i < n; i++)
    {
      measure (self, i, cells[i].text);
      write_cell (self, i, &cells[i]);
    }
  self->row++;
}

static void
write_sheet (Workbook *self, RtPlan *plan, const char *name, const char *what, gboolean private)
{
  self->name = name;
  self->sheets = 0;
  g_ptr_array_set_size (self->titles, 0);
  g_array_set_size (self->widths, 0);
  rt_export_rows (plan, what, private, put_row_cb, self);
  end_sheet (self);
}

static void
write_sheets (Workbook *self, RtPlan *plan, gboolean private)
{
  lxw_doc_properties properties = { .title = (char *) rt_plan_get_title (plan),
                                    .comments = (char *) "Rotunda " RT_VERSION };

  workbook_set_properties (self->book, &properties);
  self->head = workbook_add_format (self->book);
  format_set_bold (self->head);
  self->date = workbook_add_format (self->book);
  format_set_num_format (self->date, "yyyy-mm-dd");
  self->time = workbook_add_format (self->book);
  format_set_num_format (self->time, "hh:mm");
  /* The names of sheets, like those of columns, are the same in every language. */
  write_sheet (self, plan, "People", "people.csv", private);
  write_sheet (self, plan, "Grid", "grid.csv", private);
  write_sheet (self, plan, "Meetings", "meetings.csv", private);
  write_sheet (self, plan, "Slips", "slips.csv", private);
  write_sheet (self, plan, "Rounds", "rounds.csv", private);
}

/* On a full disk libxlsxwriter writes lines of its own to standard error, which no call turns off;
 * what people have to know is in the error. One workbook is made at a time. */
G_LOCK_DEFINE_STATIC (hush);

static int
begin_hush (void)
{
  int nothing = open ("/dev/null", O_WRONLY | O_CLOEXEC), kept;

  G_LOCK (hush);
  fflush (stderr);
  kept = fcntl (STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  if (nothing >= 0 && kept >= 0)
    dup2 (nothing, STDERR_FILENO);
  if (nothing >= 0)
    close (nothing);
  return kept;
}

static void
end_hush (int kept)
{
  fflush (stderr);
  if (kept >= 0)
    {
      dup2 (kept, STDERR_FILENO);
      close (kept);
    }
  G_UNLOCK (hush);
}

static lxw_error
write_book (RtPlan *plan, gboolean private, char *folder, const char *path)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = folder };
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  Workbook self = { .book = workbook_new_opt (path, &options), .widths = widths, .titles = titles };
  lxw_error closed;

  if (self.book == NULL)
    return LXW_ERROR_MEMORY_MALLOC_FAILED;
  write_sheets (&self, plan, private);
  closed = workbook_close (self.book);
  return self.wrong != LXW_NO_ERROR ? self.wrong : closed;
}

static GBytes *
read_book (const char *path, lxw_error wrong, GError **error)
{
  char *bytes;
  gsize length;

  if (wrong == LXW_NO_ERROR && g_file_get_contents (path, &bytes, &length, NULL))
    return g_bytes_new_take (bytes, length);
  /* All else that could be wrong is kept from happening above. */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               /* Translators: %s is a folder */
               _("The workbook could not be made: there is no room for it in “%s”, where temporary "
                 "files are."), g_get_tmp_dir ());
  return NULL;
}

/**
 * rt_workbook_make:
 * @plan: a plan
 * @private: contact data, access needs, diet and notes too
 * @error: %G_IO_ERROR_FAILED, as when there is no room for temporary files
 *
 * Returns: (transfer full) (nullable): people, grid, meetings, slips and rounds as a workbook
 */
GBytes *
rt_workbook_make (RtPlan *plan, gboolean private, GError **error)
{
  /* Only the user may look into the folder: names are in these files while they are written. */
  g_autofree char *folder = g_dir_make_tmp ("rotunda-XXXXXX", error);
  g_autofree char *path = NULL;
  lxw_error wrong;
  GBytes *bytes;
  int kept;

  if (folder == NULL)
    return NULL;
  path = g_build_filename (folder, "plan.xlsx", NULL);
  kept = begin_hush ();
  wrong = write_book (plan, private, folder, path);
  end_hush (kept);
  bytes = read_book (path, wrong, error);
  g_unlink (path);
  g_rmdir (folder);
  return bytes;
}
