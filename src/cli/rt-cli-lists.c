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

static void
say_list (const RtImport *import, const char *path, guint n_added, guint n_updated)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *summary = rt_import_dup_summary (import, name, n_added, n_updated);

  rt_cli_say ("%s", summary);
  for (guint i = 0; i < import->doubts->len; i++)
    rt_cli_say ("%s: %s", name, ((RtDoubt *) g_ptr_array_index (import->doubts, i))->message);
}

/**
 * rt_cli_read_list:
 * @changed: (out) (nullable): whether the plan is another
 *
 * Reads a list into the plan; says what was guessed and what is doubtful.
 */
gboolean
rt_cli_read_list (RtPlan *plan, const char *path, RtListKind kind, gboolean *changed,
                  GError **error)
{
  g_autoptr (RtImport) import = open_list (path, kind, error);
  RtChange *change;
  guint n_added = 0, n_updated = 0;

  if (import == NULL)
    return FALSE;
  change = rt_import_to_change (import, plan, &n_added, &n_updated, error);
  if (changed != NULL)
    *changed = change != NULL && rt_change_get_n_edits (change) > 0;
  if (!rt_cli_apply (plan, change, error))
    return FALSE;
  say_list (import, path, n_added, n_updated);
  return TRUE;
}

/**
 * rt_cli_read_themes:
 * @n_themes: (inout): 0 on the first call, which leaves the champions out and says nothing; on the
 *   second how many themes the first one added
 *
 * Reads a list of themes twice: sign-ups and hosts name themes, and who champions one is known only
 * when everybody is there.
 */
gboolean
rt_cli_read_themes (RtPlan *plan, const char *path, guint *n_themes, GError **error)
{
  g_autoptr (RtImport) import = open_list (path, RT_LIST_THEMES, error);
  guint n_added = 0;

  if (import == NULL)
    return FALSE;
  import->without_champions = *n_themes == 0;
  if (!rt_cli_apply (plan, rt_import_to_change (import, plan, &n_added, NULL, error), error))
    return FALSE;
  if (*n_themes > 0)
    say_list (import, path, *n_themes, 0);
  *n_themes += n_added;
  return TRUE;
}
