/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-cli.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "rt-output.h"

/* Tables have names and maybe addresses in them: nobody else may read the file. */
#define MODE 0600

static gboolean
write_output (const char *path, const RtOutput *what, const RtOutputOptions *options,
              const char *output, GError **error)
{
  g_autoptr (RtPlan) plan = rt_cli_load (path, error);
  g_autoptr (GBytes) bytes = plan != NULL ? rt_output_make (what, plan, options, error) : NULL;
  const char *data;
  gsize length;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  return output != NULL ? rt_save_bytes (output, data, length, MODE, error)
                        : rt_cli_put_bytes (data, length, error);
}

static const RtOutput *
find_output (const char *what, const char *output, GError **error)
{
  const RtOutput *found = NULL;
  g_autofree char *names = NULL;

  if (what == NULL)
    {
      names = rt_output_dup_names ();
      g_set_error (error, RT_ERROR, RT_ERROR_USAGE,
                   /* Translators: %s are the names of files */
                   _("--as NAME is missing. Names are: %s."), names);
      return NULL;
    }
  found = rt_output_find (what, error);
  if (found == NULL || !found->binary || output != NULL || !isatty (STDOUT_FILENO))
    return found;
  g_set_error (error, RT_ERROR, RT_ERROR_USAGE,
               _("%s is no text for a terminal. Name a file with -o FILE."), what);
  return NULL;
}

static gboolean
check_round (const RtOutput *what, int round, GError **error)
{
  if (round == 0 || (what->rounds && round > 0))
    return TRUE;
  g_set_error (error, RT_ERROR, RT_ERROR_USAGE,
               _("--round takes the number of a round, for floor.png and floor.svg."));
  return FALSE;
}

static RtExit
run (char **argv, gboolean json)
{
  g_auto (GStrv) files = NULL;
  g_autofree char *what = NULL;
  g_autofree char *output = NULL;
  RtOutputOptions options = { 0 };
  const RtOutput *found;
  int round = 0;
  const GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &what,
      N_("people.csv, plan.xlsx, and others that the manual lists"), N_("NAME") },
    { "private", 0, 0, G_OPTION_ARG_NONE, &options.private, N_("With contact data and notes"),
      NULL },
    { "round", 0, 0, G_OPTION_ARG_INT, &round, N_("A floor plan with the names of this round"),
      N_("N") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("Write to this file instead of standard output"), N_("FILE") },
    { NULL }
  };
  GError *error = NULL;

  if (!rt_cli_parse (&rt_cli_export, entries, argv, 1, &files, &error))
    return rt_cli_fail (error, json);
  found = find_output (what, output, &error);
  options.round = (guint) MAX (round, 0);
  if (found == NULL || !check_round (found, round, &error)
      || !rt_cli_apart (output, files[0], &error)
      || !write_output (files[0], found, &options, output, &error))
    return rt_cli_fail (error, json);
  return RT_EXIT_DONE;
}

const RtCommand rt_cli_export = {
  "export",
  "rotunda-cli export PLAN --as NAME [--private] [--round N] [-o FILE]",
  "PLAN --as NAME",
  N_("Writes the plan in forms for other programs."),
  run,
};
