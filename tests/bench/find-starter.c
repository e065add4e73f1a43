/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* How the stored starters were found: find-starter TABLES SIZE ROUNDS [SEED [STEPS]] prints the
   rounds, a letter for the table of each person. A cyclic starter is its first round, or two. */

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
  design = rt_design_starter (atoi (argv[1]), atoi (argv[2]), atoi (argv[3]), &effort);
  for (int r = 0; design != NULL && r < design->n_rounds; r++)
    {
      for (int p = 0; p < design->n_words; p++)
        putchar ('A' + design->tables[r * design->n_words + p]);
      putchar ('\n');
    }
  rt_design_free (design);
  return design == NULL;
}
