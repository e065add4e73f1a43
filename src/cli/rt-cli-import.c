/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-cli.h"

#include <glib/gi18n-lib.h>

#include "rt-cli-lists.h"

static gboolean
import (const char *path, const char *list, const char *output, GError **error)
{
  g_autoptr (RtPlanFile) file = rt_cli_file_new (path);
  g_autoptr (RtPlan) plan = rt_plan_file_load (file, error);
  g_autoptr (RtPlanFile) other = NULL;
  gboolean changed = FALSE;

  if (plan == NULL || !rt_cli_read_list (plan, list, RT_LIST_PEOPLE, &changed, error))
    return FALSE;
  if (output != NULL)
    {
      other = rt_cli_file_new (output);
      return rt_plan_file_save (other, plan, TRUE, error);
    }
  return !changed || rt_plan_file_save (file, plan, FALSE, error);
}

static RtExit
run (char **argv, gboolean json)
{
  g_auto (GStrv) files = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("Write to this file instead of PLAN"), N_("PLAN") },
    { NULL }
  };
  GError *error = NULL;

  if (!rt_cli_parse (&rt_cli_import, entries, argv, 2, &files, &error)
      || !rt_cli_apart (output, files[1], &error)
      || !import (files[0], files[1], output, &error))
    return rt_cli_fail (error, json);
  return RT_EXIT_DONE;
}

const RtCommand rt_cli_import = {
  "import",
  "rotunda-cli import PLAN FILE [-o PLAN]",
  "PLAN FILE",
  N_("Adds the people of a list (CSV) to a plan, or updates them."),
  run,
};
