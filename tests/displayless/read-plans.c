/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-plan.h"

#include <gio/gio.h>
#include <stdio.h>

/* Reads a plan per line of standard input, and prints a line for each: why it is refused, or
 * nothing. */
int
main (void)
{
  g_autoptr (GIOChannel) input = g_io_channel_unix_new (0);
  char *line;
  gsize end;

  while (g_io_channel_read_line (input, &line, NULL, &end, NULL) == G_IO_STATUS_NORMAL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RtPlan) plan = rt_plan_new_from_json (line, end, &error);

      printf ("%s\n", plan != NULL ? "" : error->message);
      g_free (line);
    }
  return 0;
}
