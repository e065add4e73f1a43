/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-design-parts.h"

#include "rt-memory.h"

#include <string.h>

/*
 * Starters that take long to find, or that are found only if they are asked to be symmetric:
 * tests/bench has the programs. Each base round is a letter for everybody's table, one word for
 * each orbit. That there are so many rounds is known: 8-4-10 from Aguado, A 10 days solution to the
 * social golfer problem, 2004; 10-4-13 from Hanani, Ray-Chaudhuri and Wilson, On resolvable
 * designs, Discrete Mathematics 3 (1972).
 */
typedef struct {
  int         n_tables, size, n_rounds, turns;
  const char *base; /* rounds after one another, spaces between */
} Stored;

static const Stored bank[] = {
  /* Each round is the same turned backwards, when two pairs of orbits change places. */
  { 8, 4, 10, 5, "BEBGH AHGAD DFBCD EECAF FGDEG HACCB FH"
                 "GAEDG FFCEA HCAGC HDFAD HFBBG EBCDB EH" },
  /* Three times everybody is the same as the next orbit. */
  { 10, 4, 13, 13, "AABADGJFDIHGF BGHBIJCHDBDEE CCJHEAIFICFEG J" },
  { 5, 3, 7, 7, "BCBDEED CAADABE C" },
  { 6, 3, 8, 4, "ABEE EFCD BCFD AADF BC"
                "BFCD EADD BBEF ECAF AC" },
  { 6, 5, 6, 6, "FEFAAB BDFDEE CCBEAE FBCDCF CADDBA" },
  { 7, 4, 9, 9, "EECBCFEAG CABGDGFFG FADDCDAEB B" },
  { 9, 4, 11, 11, "HHAFABGIHCE DHEGEFICDFF BAADECBDGBI CIG" },
  { 7, 3, 10, 5, "GAFAB GEDFE CAGCE BDDBC F"
                   "BCDFB CFGGD EEFDA GCBEA A" },
};

/**
 * rt_design_stored:
 *
 * Returns: (transfer full) (nullable): a design without hosts, if a starter for it is kept. Cost:
 * seats.
 */
RtDesign *
rt_design_stored (int n_tables, int size, int n_rounds)
{
  for (size_t i = 0; i < sizeof bank / sizeof *bank; i++)
    if (bank[i].n_tables == n_tables && bank[i].size == size && bank[i].n_rounds >= n_rounds)
      {
        RT_AUTOFREE int *base = RT_NEW (int, strlen (bank[i].base));
        int n = 0;

        for (const char *letter = bank[i].base; *letter != '\0'; letter++)
          if (*letter != ' ')
            base[n++] = *letter - 'A';
        return rt_design_develop (n_tables, size, n_rounds, bank[i].turns, base);
      }
  return NULL;
}
