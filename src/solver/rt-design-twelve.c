/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-design-matrix.h"

#include <stddef.h>

/*
 * Twelve is no power of a prime, but over Z2 x Z6 there is a matrix with six rows, which comes to
 * five squares orthogonal to each other. Rows as letters. Johnson, Dulmage and Mendelsohn,
 * Orthomorphisms of groups and orthogonal Latin squares, Canadian Journal of Mathematics 13 (1961),
 * found such by computer; these rows are from tests/bench/find-orthomorphisms.
 */
#define ORDER 12
#define ROWS  6

static const char rows[ROWS][ORDER + 1] = {
  "AAAAAAAAAAAA", "ABCDEFGHIJKL", "ACBFILDKJHGE", "ADJLHCKFBIEG", "AFEJDBLIGCHK", "AGLHFICEKDBJ",
};

/**
 * rt_design_twelve:
 *
 * Twelve tables: full ones for six rounds, or the same matrix turned over: twelve rounds with six
 * columns. Cost: seats.
 */
RtDesign *
rt_design_twelve (int n_tables, int size, int n_rounds, bool hosted)
{
  int columns = hosted ? size + 1 : size;
  RtMatrix matrix;

  if (n_tables != ORDER || columns > ORDER || n_rounds > ORDER
      || (n_rounds > ROWS && columns > ROWS))
    return NULL;
  rt_matrix_init (&matrix, rt_group_pair (2, ORDER / 2), size, n_rounds, hosted);
  for (int r = 0; r < n_rounds; r++)
    for (int j = 0; j < columns; j++)
      matrix.entry[r * columns + j] = (n_rounds <= ROWS ? rows[r][j] : rows[j][r]) - 'A';
  return rt_matrix_expand (&matrix, size, n_rounds);
}
