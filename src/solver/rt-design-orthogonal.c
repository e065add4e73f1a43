/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-design-matrix.h"

#include "rt-memory.h"

#include <string.h>

/*
 * Where no field has as many elements as there are tables, the rows of a full matrix are searched for as
 * orthomorphisms: permutations f of the group that keep 0 and for which f(x) - x is a permutation
 * too. The rows 0, x, f(x), g(x), ... are good if f - g and so on are permutations as well.
 */
#define ORDER          12
#define MOST_ROWS      6
#define ORTHOMORPHISMS 16512 /* of Z2 x Z6 */
#define STEPS          8000000

typedef uint8_t Permutation[ORDER];

typedef struct {
  RtGroup      group;
  Permutation *found;
  int          n_found;
  Permutation  image;
} Orthomorphisms;

/* Gives @x each image that is left, in turn. */
static void
extend (Orthomorphisms *self, int x, uint32_t images, uint32_t differences)
{
  if (x == ORDER)
    {
      if (self->n_found < ORTHOMORPHISMS)
        memcpy (self->found[self->n_found++], self->image, ORDER);
      return;
    }
  for (int y = 1; y < ORDER; y++)
    {
      uint32_t image = 1u << y, difference = 1u << rt_group_less (&self->group, y, x);

      if ((images & image) == 0 && (differences & difference) == 0)
        {
          self->image[x] = (uint8_t) y;
          extend (self, x + 1, images | image, differences | difference);
        }
    }
}

static bool
is_orthogonal (const RtGroup *group, const uint8_t *f, const uint8_t *g)
{
  uint32_t differences = 0;

  for (int x = 0; x < ORDER; x++)
    {
      uint32_t difference = 1u << rt_group_less (group, f[x], g[x]);

      if ((differences & difference) != 0)
        return false;
      differences |= difference;
    }
  return true;
}

/* Picks @more of the candidates that are orthogonal to each other, the first that there are. */
static bool
pick (const Orthomorphisms *self, const int *candidates, int n, int more, int *picked)
{
  RT_AUTOFREE int *left = NULL;

  if (more == 0)
    return true;
  left = RT_NEW (int, n);
  for (int i = 0; i < n; i++)
    {
      int n_left = 0;

      picked[0] = candidates[i];
      for (int k = i + 1; k < n && more > 1; k++)
        if (is_orthogonal (&self->group, self->found[candidates[i]], self->found[candidates[k]]))
          left[n_left++] = candidates[k];
      if (n_left >= more - 1 && pick (self, left, n_left, more - 1, picked + 1))
        return true;
    }
  return false;
}

static bool
find_rows (Orthomorphisms *self, int n_rows, int (*rows)[ORDER])
{
  RT_AUTOFREE int *all = RT_NEW (int, ORTHOMORPHISMS);
  int picked[MOST_ROWS];

  self->image[0] = 0;
  extend (self, 1, 1, 1);
  for (int i = 0; i < self->n_found; i++)
    all[i] = i;
  if (!pick (self, all, self->n_found, n_rows - 2, picked))
    return false;
  for (int r = 0; r < n_rows; r++)
    for (int x = 0; x < ORDER; x++)
      rows[r][x] = r == 0 ? 0 : r == 1 ? x : self->found[picked[r - 2]][x];
  return true;
}

/**
 * rt_design_orthogonal:
 *
 * Twelve tables: five squares orthogonal to each other, so six rounds of full tables, or the same
 * matrix turned over: twelve rounds with six columns. Cost: 40 ms, most of it to list the orthomorphisms.
 *
 * Source: Johnson, Dulmage and Mendelsohn, Orthomorphisms of groups and orthogonal Latin squares, Canadian
 * Journal of Mathematics 13 (1961), who found these by computer.
 */
RtDesign *
rt_design_orthogonal (int n_tables, int size, int n_rounds, bool hosted, RtEffort *effort)
{
  int columns = hosted ? size + 1 : size, n_rows = n_rounds <= MOST_ROWS ? n_rounds : columns;
  RT_AUTOFREE Permutation *found = NULL;
  Orthomorphisms search = { .group = rt_group_pair (2, ORDER / 2) };
  int rows[MOST_ROWS][ORDER];
  RtMatrix matrix;

  if (n_tables != ORDER || n_rows > MOST_ROWS || columns > ORDER || n_rounds > ORDER
      || n_rows < 3 || !rt_effort_spend (effort, STEPS))
    return NULL;
  search.found = found = RT_NEW (Permutation, ORTHOMORPHISMS);
  if (!find_rows (&search, n_rows, rows))
    return NULL;
  rt_matrix_init (&matrix, search.group, size, n_rounds, hosted);
  for (int r = 0; r < n_rounds; r++)
    for (int j = 0; j < columns; j++)
      matrix.entry[r * columns + j] = n_rows == n_rounds ? rows[r][j] : rows[j][r];
  return rt_matrix_expand (&matrix, size, n_rounds);
}
