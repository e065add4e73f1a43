/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* save-once PATH LENGTH LETTER: reads PATH if it is there, then saves LENGTH times LETTER over it.
 * For test-save-faults.py, which makes the system calls fail. */

#include <stdio.h>
#include <stdlib.h>

#include "rt-plan-file.h"
#include "rt-save.h"

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *old = NULL;
  g_autofree char *text = NULL;
  RtStamp stamp = { 0 };
  gsize length;

  if (argc != 4)
    return 2;
  length = strtoul (argv[2], NULL, 10);
  text = g_strnfill (length, argv[3][0]);
  if (g_file_test (argv[1], G_FILE_TEST_EXISTS))
    {
      gsize old_length;

      old = rt_read_bytes (argv[1], RT_MAX_FILE_SIZE, &old_length, &stamp, &error);
    }
  if (error != NULL ||
      !rt_save_bytes_over (argv[1], text, length, 0600, &stamp, &stamp, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  return 0;
}
