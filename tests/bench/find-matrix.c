/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* How the matrices of rt-design-ten.c were found: find-matrix TABLES COLUMNS ROUNDS [SEED [STEPS]]
   prints a row for each round. 10 8 8 takes a minute. */

#include <stdio.h>
#include <stdlib.h>

#include "rt-design-words.h"

int
main (int argc, char *argv[])
{
  RtEffort effort;
  RtDesign *design;

  if (argc < 4)
    return 2;
  rt_effort_init (&effort, argc > 4 ? strtoull (argv[4], NULL, 10) : 1,
                  argc > 5 ? atoll (argv[5]) : INT64_MAX);
  design = rt_design_differences (atoi (argv[1]), atoi (argv[2]), atoi (argv[3]), false, &effort);
  for (int r = 0; design != NULL && r < design->n_rounds; r++)
    {
      for (int j = 0; j < design->size; j++)
        printf ("%3d", design->tables[r * design->n_words + j * design->n_tables]);
      putchar ('\n');
    }
  rt_design_free (design);
  return design == NULL;
}
