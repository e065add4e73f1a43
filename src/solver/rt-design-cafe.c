/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-design-matrix.h"

#include "rt-memory.h"

#include <string.h>

void
rt_matrix_init (RtMatrix *self, RtGroup group, int size, int n_rounds, bool hosted)
{
  self->group = group;
  self->n_rounds = n_rounds;
  self->n_columns = hosted ? size + 1 : size;
  self->entry = RT_NEW (int, n_rounds * self->n_columns);
}

RtDesign *
rt_matrix_expand (RtMatrix *self, int size, int n_rounds)
{
  int T = self->group.order, skip = self->n_columns - size;
  RtDesign *design = rt_design_alloc (T, size, n_rounds);

  design->blocks = n_rounds == self->n_rounds;
  for (int r = 0; r < self->n_rounds; r++)
    for (int j = 0; j < size; j++)
      for (int x = 0; x < T; x++)
        design->tables[r * design->n_words + j * T + x] =
          rt_group_sum (&self->group, x, self->entry[r * self->n_columns + j + skip]);
  free (self->entry);
  return design;
}

/**
 * rt_design_cyclic:
 *
 * D[r][j] = rj modulo the tables: good if no difference of two rounds times one of two columns is 0
 * there, so always for a prime number of tables. This is how a café is mixed by hand: everybody has
 * a step. Cost: seats.
 */
RtDesign *
rt_design_cyclic (int n_tables, int size, int n_rounds, bool hosted)
{
  RtMatrix matrix;
  int columns = hosted ? size + 1 : size;

  for (int r = 1; r < n_rounds; r++)
    for (int64_t j = 1; j < columns; j++)
      if (r * j % n_tables == 0)
        return NULL;
  rt_matrix_init (&matrix, rt_group_cyclic (n_tables), size, n_rounds, hosted);
  for (int r = 0; r < n_rounds; r++)
    for (int64_t j = 0; j < columns; j++)
      matrix.entry[r * columns + j] = (int) (r * j % n_tables);
  return rt_matrix_expand (&matrix, size, n_rounds);
}

/**
 * rt_design_lines:
 *
 * D[r][j] = rj in the field with as many elements as there are tables: words are points of the
 * affine plane, tables are lines and rounds their directions. Cost: seats.
 *
 * Source: Bose, On the application of the properties of Galois fields, Sankhya 3 (1938).
 */
RtDesign *
rt_design_lines (int n_tables, int size, int n_rounds, bool hosted)
{
  int columns = hosted ? size + 1 : size;
  RT_AUTOFREE RtField *field = NULL;
  RtMatrix matrix;

  if (columns > n_tables || n_rounds > n_tables || (field = rt_field_new (n_tables)) == NULL)
    return NULL;
  rt_matrix_init (&matrix, field->plus, size, n_rounds, hosted);
  for (int r = 0; r < n_rounds; r++)
    for (int j = 0; j < columns; j++)
      matrix.entry[r * columns + j] = rt_field_product (field, r, j);
  return rt_matrix_expand (&matrix, size, n_rounds);
}

/*
 * The annealing of a matrix: each entry that is changed moves one difference for every other round.
 * Those that clash are changed most.
 */
#define LARGEST_ANNEALED 256
#define HOT              0.4
#define COLD             0.15
#define COOLING_STEPS    200
#define FIRST_STEPS      300000
#define CALM_BITS        3 /* of 8 entries that clash with nothing, one is changed all the same */

typedef struct {
  RtMatrix  matrix;
  uint16_t *less;   /* [T * T] */
  int16_t  *count;  /* [n_rounds * n_rounds * T] columns with this difference, both ways round */
  int       cost;   /* differences above one of a kind */
  RtHeat    heat;
} Annealing;

static int16_t *
count_of (const Annealing *self, int r, int q, int a, int b)
{
  int T = self->matrix.group.order;

  return &self->count[(r * self->matrix.n_rounds + q) * T + self->less[a * T + b]];
}

/* The first round and the first column may stay 0: to add the same to a row or to a column changes
 * no clash. */
static void
annealing_begin (Annealing *self, RtRandom *random)
{
  RtMatrix *matrix = &self->matrix;
  int R = matrix->n_rounds, T = matrix->group.order;

  memset (self->count, 0, sizeof *self->count * (size_t) (R * R * T));
  self->cost = 0;
  for (int r = 1; r < R; r++)
    for (int j = 1; j < matrix->n_columns; j++)
      matrix->entry[r * matrix->n_columns + j] = rt_random_below (random, T);
  for (int r = 0; r < R; r++)
    for (int q = 0; q < R; q++)
      for (int j = 0; q != r && j < matrix->n_columns; j++)
        {
          int16_t *count = count_of (self, r, q, matrix->entry[r * matrix->n_columns + j],
                                     matrix->entry[q * matrix->n_columns + j]);

          if (q > r)
            self->cost += *count;
          (*count)++;
        }
}

static void
annealing_step (Annealing *self, RtRandom *random)
{
  RtMatrix *matrix = &self->matrix;
  int R = matrix->n_rounds, columns = matrix->n_columns, clashes = 0, worse;
  int r = 1 + rt_random_below (random, R - 1), j = 1 + rt_random_below (random, columns - 1);
  int old = matrix->entry[r * columns + j], new = rt_random_below (random, matrix->group.order);

  for (int q = 0; q < R; q++)
    if (q != r)
      clashes += *count_of (self, r, q, old, matrix->entry[q * columns + j]) - 1;
  if (new == old || (clashes == 0 && (rt_random_next (random) >> (64 - CALM_BITS)) != 0))
    return;
  worse = -clashes;
  for (int q = 0; q < R; q++)
    if (q != r)
      worse += *count_of (self, r, q, new, matrix->entry[q * columns + j]);
  if (!rt_heat_takes (&self->heat, worse, random))
    return;
  for (int q = 0; q < R; q++)
    if (q != r)
      {
        int other = matrix->entry[q * columns + j];

        --*count_of (self, r, q, old, other);
        ++*count_of (self, r, q, new, other);
        --*count_of (self, q, r, other, old);
        ++*count_of (self, q, r, other, new);
      }
  matrix->entry[r * columns + j] = new;
  self->cost += worse;
}

/* From hot to cold once. True if all differences have become different. */
static bool
annealing_run (Annealing *self, int steps, RtEffort *effort)
{
  int part = steps / COOLING_STEPS;

  annealing_begin (self, &effort->random);
  for (int i = 0; i < COOLING_STEPS; i++)
    {
      rt_heat_set (&self->heat, HOT + (COLD - HOT) * i / COOLING_STEPS);
      for (int k = 0; k < part && self->cost > 0; k++)
        annealing_step (self, &effort->random);
      if (self->cost == 0)
        return true;
      if (!rt_effort_spend (effort, part * self->matrix.n_rounds))
        return false;
    }
  return false;
}

static bool
anneal (RtMatrix *matrix, int steps, RtEffort *effort)
{
  int T = matrix->group.order, R = matrix->n_rounds;
  RT_AUTOFREE uint16_t *less = RT_NEW (uint16_t, T * T);
  RT_AUTOFREE int16_t *count = RT_NEW (int16_t, R * R * T);
  Annealing self = { .matrix = *matrix, .less = less, .count = count };

  for (int a = 0; a < T; a++)
    for (int b = 0; b < T; b++)
      less[a * T + b] = (uint16_t) rt_group_less (&matrix->group, a, b);
  return annealing_run (&self, steps, effort);
}

/* The groups of an order that are worth trying: where it is even, the cyclic one cannot give the
 * fullest tables. */
static int
list_groups (int order, RtGroup *groups)
{
  int n = 0;

  groups[n++] = rt_group_cyclic (order);
  if (order % 4 == 0)
    groups[n++] = rt_group_pair (order / 2, 2);
  if (order % 9 == 0)
    groups[n++] = rt_group_pair (order / 3, 3);
  if (order % 25 == 0)
    groups[n++] = rt_group_pair (order / 5, 5);
  return n;
}

/**
 * rt_design_differences:
 * @effort: what it may cost at most
 *
 * Looks for the matrix by simulated annealing, over one group after the other, each time for
 * longer. R times s numbers are to be found instead of a seat for everybody, so that cafés of
 * thousands cost no more than small ones. There is none for more rounds than tables. Cost: rounds
 * for each step.
 *
 * Source: difference matrices as in Colbourn and Dinitz, Handbook of Combinatorial Designs, 2007,
 * VI.17.
 */
RtDesign *
rt_design_differences (int n_tables, int size, int n_rounds, bool hosted, RtEffort *effort)
{
  RtGroup groups[4];
  bool applies = n_tables <= LARGEST_ANNEALED && n_rounds <= n_tables;
  int n = applies ? list_groups (n_tables, groups) : 0;

  for (int steps = FIRST_STEPS; n > 0; steps *= 2)
    for (int i = 0; i < n; i++)
      {
        RtMatrix matrix;

        rt_matrix_init (&matrix, groups[i], size, n_rounds, hosted);
        if (anneal (&matrix, steps, effort))
          return rt_matrix_expand (&matrix, size, n_rounds);
        free (matrix.entry);
        if (effort->steps <= 0)
          return NULL;
      }
  return NULL;
}
