/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rt-export.h"

/* Tables have names and maybe addresses in them: nobody else may read the file. */
#define MODE 0600

static gboolean
write_table (const char *path, const char *what, gboolean private, const char *output,
             GError **error)
{
  g_autoptr (RtPlan) plan = rt_cli_load (path, error);
  g_autofree char *text = plan != NULL ? rt_export_table (plan, what, private, error) : NULL;

  if (text == NULL)
    return FALSE;
  if (output != NULL)
    return rt_save_bytes (output, text, strlen (text), MODE, error);
  return rt_cli_put (text, error);
}

static RtExit
run (char **argv, gboolean json)
{
  g_auto (GStrv) files = NULL;
  g_autofree char *what = NULL;
  g_autofree char *output = NULL;
  gboolean private = FALSE;
  const GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &what,
      N_("people.csv, grid.csv, meetings.csv or slips.csv"), N_("TABLE") },
    { "private", 0, 0, G_OPTION_ARG_NONE, &private, N_("With contact data and notes"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("Write to this file instead of standard output"), N_("FILE") },
    { NULL }
  };
  GError *error = NULL;

  if (!rt_cli_parse (&rt_cli_export, entries, argv, 1, &files, &error))
    return rt_cli_fail (error, json);
  if (what == NULL)
    g_set_error (&error, RT_ERROR, RT_ERROR_USAGE,
                 _("--as TABLE is missing. Tables are people.csv, grid.csv, meetings.csv and "
                   "slips.csv."));
  if (what == NULL || !rt_cli_apart (output, files[0], &error)
      || !write_table (files[0], what, private, output, &error))
    return rt_cli_fail (error, json);
  return RT_EXIT_DONE;
}

const RtCommand rt_cli_export = {
  "export",
  "rotunda-cli export PLAN --as TABLE [--private] [-o FILE]",
  "PLAN --as TABLE",
  N_("Writes people.csv, grid.csv, meetings.csv or slips.csv for other programs."),
  run,
};
