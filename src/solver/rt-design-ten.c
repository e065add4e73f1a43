/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-design-matrix.h"

#include <stddef.h>

/*
 * There is no field with ten elements, and no full matrix over a group with ten either. Over nine
 * elements and a point that stays as it is (-) there is one with four rows, which comes to two
 * orthogonal Latin squares with common transversals: Euler had thought that there are none. The
 * first column of zeros and the word that stays are those of ten hosts. Squares of order ten:
 * Parker; Bose, Shrikhande and Parker, Further results on the construction of mutually orthogonal
 * Latin squares, Canadian Journal of Mathematics 12 (1960). With hosts: Brayton, Coppersmith and
 * Hoffman, Self-orthogonal Latin squares of all orders n other than 2, 3, 6, Bulletin of the AMS 80
 * (1974). These rows were found by tests/bench/find-quasi-difference.
 */
#define ORDER     10
#define FULL_ROWS 4
#define COLUMNS   11

static const char full[FULL_ROWS][COLUMNS + 1] = {
  "0000000000-",
  "034567812-0",
  "0158263-476",
  "07615428-31",
};

/* Matrices over the cyclic group, for more rounds; also turned over, rows for columns. Found by
   annealing: tests/bench/find-matrix. */
static const struct {
  int         n_rows, n_columns;
  const char *rows;
} matrices[] = {
  { 5, 9, "000000000" "084631952" "069372581" "016285749" "091426378" },
  { 8, 8, "00000000" "03196485" "08359126" "07921654" "05847369" "09634512" "04562973" "06275831" },
};

/* Words of the full matrix: nine for each column but the first, then those of the hosts. */
static RtDesign *
expand_full (int size, int n_rounds)
{
  RtDesign *design = rt_design_alloc (ORDER, size, n_rounds);

  for (int r = 0; r < n_rounds; r++)
    for (int p = 0; p < design->n_words; p++)
      {
        int column = p < (COLUMNS - 1) * (ORDER - 1) ? 1 + p / (ORDER - 1) : 0,
            turn = p % (ORDER - 1);
        char entry = full[r][column];

        design->tables[r * design->n_words + p] = entry == '-' || p == ORDER * ORDER - 1
                                                      ? ORDER - 1
                                                      : (entry - '0' + turn) % (ORDER - 1);
      }
  return design;
}

static RtDesign *
expand_matrix (int i, bool turned, int size, int n_rounds, bool hosted)
{
  RtMatrix matrix;

  rt_matrix_init (&matrix, rt_group_cyclic (ORDER), size, n_rounds, hosted);
  for (int r = 0; r < n_rounds; r++)
    for (int j = 0; j < matrix.n_columns; j++)
      matrix.entry[r * matrix.n_columns + j]
          = matrices[i].rows[turned ? j * matrices[i].n_columns + r : r * matrices[i].n_columns + j]
            - '0';
  return rt_matrix_expand (&matrix, size, n_rounds);
}

/**
 * rt_design_ten:
 *
 * Ten tables: the tables full for four rounds, and fewer guests for more. Cost: seats.
 */
RtDesign *
rt_design_ten (int n_tables, int size, int n_rounds, bool hosted)
{
  int columns = hosted ? size + 1 : size;

  if (n_tables != ORDER || columns > ORDER)
    return NULL;
  for (size_t i = 0; i < sizeof matrices / sizeof *matrices; i++)
    {
      int rows = matrices[i].n_rows, most = matrices[i].n_columns;

      if (n_rounds <= rows && columns <= most)
        return expand_matrix ((int) i, false, size, n_rounds, hosted);
      if (n_rounds <= most && columns <= rows)
        return expand_matrix ((int) i, true, size, n_rounds, hosted);
    }
  return n_rounds <= FULL_ROWS ? expand_full (size, n_rounds) : NULL;
}
