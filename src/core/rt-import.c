/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-import.h"

#include <glib/gi18n-lib.h>

#include "rt-columns.h"
#include "rt-doubt.h"
#include "rt-intake.h"

/* Lines above a header are a title, a date, nothing: one cell at the most. */
#define MOST_ABOVE 4

static const char *
find_only_cell (GStrv cells, gboolean *only)
{
  const char *found = NULL;

  *only = TRUE;
  for (guint i = 0; cells[i] != NULL; i++)
    if (cells[i][0] != '\0')
      {
        *only = found == NULL;
        if (!*only)
          return NULL;
        found = cells[i];
      }
  return found;
}

static guint
count_known (GStrv cells)
{
  guint n = 0;

  for (guint i = 0; cells[i] != NULL; i++)
    n += rt_column_from_name (cells[i]) != RT_COLUMN_IGNORE;
  return n;
}

/* The title that a spreadsheet has above the names of its columns. */
static void
take_above (RtImport *self)
{
  RtCsv *csv = self->csv;
  const char *above = NULL;
  guint above_line = 0;

  for (guint i = 0; i < MIN (csv->rows->len, MOST_ABOVE + 1); i++)
    {
      GStrv cells = g_ptr_array_index (csv->rows, i);
      gboolean only;
      const char *cell = find_only_cell (cells, &only);

      if (!only && count_known (cells) >= 2 && i > 0)
        {
          self->above = g_strdup (above);
          self->above_line = above_line;
          g_ptr_array_remove_range (csv->rows, 0, i);
          g_array_remove_range (csv->lines, 0, i);
        }
      if (!only)
        return;
      if (cell != NULL && above == NULL)
        {
          above = cell;
          above_line = g_array_index (csv->lines, guint, i);
        }
    }
}

static void
doubt_above (const RtImport *self)
{
  if (self->above != NULL)
    g_ptr_array_add (
        self->doubts,
        rt_doubt_new (RT_DOUBT_ABOVE, self->above_line, 0,
                      g_strdup_printf (_("Line %u: “%s” stands above the names of the columns and "
                                         "is left out."), self->above_line, self->above)));
}

static char *
make_label (RtListKind kind, guint n_added, guint n_updated)
{
  guint n = n_added > 0 ? n_added : n_updated;

  if (kind == RT_LIST_THEMES)
    return g_strdup_printf (n_added > 0 ? ngettext ("Add %u Theme", "Add %u Themes", n)
                            : ngettext ("Update %u Theme", "Update %u Themes", n), n);
  if (kind == RT_LIST_HOSTS)
    return g_strdup_printf (n_added > 0 ? ngettext ("Add %u Host", "Add %u Hosts", n)
                            : ngettext ("Update %u Host", "Update %u Hosts", n), n);
  return g_strdup_printf (n_added > 0 ? ngettext ("Add %u Person", "Add %u People", n)
                          : ngettext ("Update %u Person", "Update %u People", n), n);
}

static gboolean
check_limits (const RtIntake *self, GError **error)
{
  if (self->people.records->len <= RT_MAX_PEOPLE && self->tables.records->len <= RT_MAX_TABLES)
    return TRUE;
  g_set_error (error, RT_ERROR, RT_ERROR_LIMIT,
               _("With this list the plan would have more than %d people or %d tables."),
               RT_MAX_PEOPLE, RT_MAX_TABLES);
  return FALSE;
}

/**
 * rt_import_to_change:
 * @self: a list
 * @plan: where it goes
 * @n_added: (out) (nullable): new people; themes in a list of themes
 * @n_updated: (out) (nullable): people (themes) that are not what they were
 * @error: %RT_ERROR_LIMIT
 *
 * Everything the list adds or updates. People with the same name and the same or no organisation
 * are updated by the cells that are filled, others are added. Fills the doubts anew.
 *
 * Returns: (transfer full): one change, without edits when the plan has it all already
 */
RtChange *
rt_import_to_change (RtImport *self, RtPlan *plan, guint *n_added, guint *n_updated, GError **error)
{
  g_auto (RtIntake) intake = { NULL };
  g_autofree char *label = NULL;
  RtChange *change;
  RtChange *labelled;
  guint added[2], updated[2];
  gboolean themes = self->kind == RT_LIST_THEMES;

  g_ptr_array_set_size (self->doubts, 0);
  g_array_set_size (self->rows, 0);
  doubt_above (self);
  rt_intake_init (&intake, self, plan);
  rt_intake_rows (&intake);
  if (!check_limits (&intake, error))
    return NULL;
  change = rt_change_new ("");
  rt_work_list_finish (&intake.people, change, &added[0], &updated[0]);
  rt_work_list_finish (&intake.themes, change, &added[1], &updated[1]);
  rt_work_list_finish (&intake.tables, change, NULL, NULL);
  label = make_label (self->kind, added[themes], updated[themes]);
  labelled = rt_change_join (label, &change, 1);
  rt_change_unref (change);
  if (n_added != NULL)
    *n_added = added[themes];
  if (n_updated != NULL)
    *n_updated = updated[themes];
  return labelled;
}

static GStrv
dup_header (const RtCsv *csv)
{
  GStrv names = g_strdupv (g_ptr_array_index (csv->rows, 0));

  for (guint i = 0; names[i] != NULL; i++)
    {
      char *tidy = rt_tidy (names[i]);

      g_free (names[i]);
      names[i] = tidy;
    }
  return names;
}

static gboolean
has_column (const RtImport *self, RtColumn a, RtColumn b, RtColumn c)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      RtColumn column = g_array_index (self->columns, RtColumn, i);

      if (column == a || column == b || column == c)
        return TRUE;
    }
  return FALSE;
}

/* A header without the one column that rows are known by. */
static gboolean
check_columns (const RtImport *self, GError **error)
{
  gboolean themes = self->kind == RT_LIST_THEMES;

  if (themes ? has_column (self, RT_COLUMN_THEME, RT_COLUMN_METHOD, RT_COLUMN_METHOD)
             : has_column (self, RT_COLUMN_NAME, RT_COLUMN_FIRST_NAME, RT_COLUMN_LAST_NAME))
    return TRUE;
  g_set_error (error, RT_ERROR, RT_ERROR_FORMAT, themes
               ? _("No column is called “Theme” or “Method”. Name the one that holds the "
                   "themes.")
               : _("No column is called “Name”. Name the one that holds the people's names."));
  return FALSE;
}

/**
 * rt_import_new:
 * @csv: (transfer full): a list
 * @kind: of what
 * @error: %RT_ERROR_FORMAT when it has a header without a column of names
 *
 * Finds out whether the first row is a header and what the columns hold. Both may be set otherwise
 * before rt_import_to_change().
 *
 * Returns: (transfer full): the list, ready to be read
 */
RtImport *
rt_import_new (RtCsv *csv, RtListKind kind, GError **error)
{
  g_autoptr (RtImport) self = g_new0 (RtImport, 1);

  self->kind = kind;
  self->csv = csv;
  self->columns = g_array_new (FALSE, FALSE, sizeof (RtColumn));
  self->doubts = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_doubt_free);
  take_above (self);
  self->header = rt_columns_from_header (csv, kind, self->columns);
  self->names = dup_header (csv);
  self->rows = g_array_new (FALSE, FALSE, sizeof (RtImportRow));
  self->skipped = g_hash_table_new (NULL, NULL);
  self->taken_for = g_hash_table_new (NULL, NULL);
  if (!self->header)
    rt_columns_guess (csv, kind, self->columns);
  if (!check_columns (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
rt_import_free (RtImport *self)
{
  rt_csv_free (self->csv);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->doubts);
  g_array_unref (self->rows);
  g_hash_table_unref (self->skipped);
  g_hash_table_unref (self->taken_for);
  g_strfreev (self->names);
  g_free (self->above);
  g_free (self);
}

static void
append_counts (const RtImport *self, const char *file, guint n_added, guint n_updated,
               GString *text)
{
  gboolean themes = self->kind == RT_LIST_THEMES;

  if (n_added > 0 || n_updated == 0)
    g_string_append_printf (text,
                            themes ? ngettext ("%u theme added from %s.", "%u themes added from "
                                                                          "%s.",
                                               n_added)
                            : self->kind == RT_LIST_HOSTS
                            ? ngettext ("%u host added from %s.", "%u hosts added from %s.",
                                        n_added)
                            : ngettext ("%u person added from %s.", "%u people added from %s.",
                                        n_added), n_added, file);
  if (n_updated == 0)
    return;
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append_printf (text,
                          themes ? ngettext ("%u theme updated from %s.",
                                             "%u themes updated from %s.", n_updated)
                          : ngettext ("%u person updated from %s.", "%u people updated from %s.",
                                      n_updated), n_updated, file);
}

/* Without a header what the columns were taken for, with one what was left out. */
static void
append_columns (const RtImport *self, GString *text)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      RtColumn column = g_array_index (self->columns, RtColumn, i);
      const char *name = !self->header ? rt_column_get_title (column)
                         : column == RT_COLUMN_IGNORE && i < g_strv_length (self->names)
                         ? self->names[i] : "";

      if (name[0] != '\0')
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", name);
    }
  if (list->len == 0)
    return;
  g_string_append_c (text, ' ');
  g_string_append_printf (text, self->header ? _("Columns left out: %s.")
                                : _("Columns taken for: %s."), list->str);
}

/**
 * rt_import_dup_summary:
 * @file: the name of the list's file
 *
 * Returns: (transfer full): what became of the list and what was guessed, in words
 */
char *
rt_import_dup_summary (const RtImport *self, const char *file, guint n_added, guint n_updated)
{
  GString *text = g_string_new (NULL);
  g_autofree char *how = rt_csv_dup_description (self->csv, self->header);

  append_counts (self, file, n_added, n_updated, text);
  g_string_append_printf (text, " %s", how);
  append_columns (self, text);
  return g_string_free (text, FALSE);
}
