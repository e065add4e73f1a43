/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-cli-lists.h"

#include "rt-cli.h"
#include "rt-save.h"

static RtImport *
open_list (const char *path, RtListKind kind, GError **error)
{
  gsize length = 0;
  g_autofree char *bytes = rt_read_bytes (path, RT_CSV_MAX_BYTES, &length, NULL, error);
  g_autofree char *name = g_filename_display_basename (path);
  RtCsv *csv;
  RtImport *import;

  if (bytes == NULL)
    return NULL;
  csv = rt_csv_read (bytes, length, NULL, 0, error);
  import = csv != NULL ? rt_import_new (csv, kind, error) : NULL;
  if (import == NULL)
    g_prefix_error (error, "%s: ", name);
  return import;
}

/**
 * rt_cli_read_list:
 * @without_champions: of a list of themes leave the champions out, and say nothing: it is read
 *   again
 * @changed: (out) (nullable): whether the plan is another
 *
 * Reads a list into the plan; says what was guessed and what is doubtful.
 */
gboolean
rt_cli_read_list (RtPlan *plan, const char *path, RtListKind kind, gboolean without_champions,
                  gboolean *changed, GError **error)
{
  g_autoptr (RtImport) import = open_list (path, kind, error);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *summary = NULL;
  RtChange *change;
  guint n_added = 0, n_updated = 0, n_edits;

  if (import == NULL)
    return FALSE;
  import->without_champions = without_champions;
  change = rt_import_to_change (import, plan, &n_added, &n_updated, error);
  n_edits = change != NULL ? rt_change_get_n_edits (change) : 0;
  if (!rt_cli_apply (plan, change, error))
    return FALSE;
  if (changed != NULL)
    *changed = n_edits > 0;
  if (without_champions)
    return TRUE;
  summary = rt_import_dup_summary (import, name, n_added, n_updated);
  rt_cli_say ("%s", summary);
  for (guint i = 0; i < import->doubts->len; i++)
    rt_cli_say ("%s: %s", name, ((RtDoubt *) g_ptr_array_index (import->doubts, i))->message);
  return TRUE;
}
