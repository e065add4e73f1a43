/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-design-matrix.h"

#include <stdlib.h>

#define MOST_FIELDS 4

/* Fields whose sizes multiply to the number of tables. */
typedef struct {
  int      n, least;
  RtField *fields[MOST_FIELDS];
  RtGroup  group; /* of all of them */
} Product;

static void
product_free (Product *self)
{
  for (int i = 0; i < self->n; i++)
    free (self->fields[i]);
}

/* One field for each prime factor; false where there is a single one, or one that is too large. */
static bool
product_init (Product *self, int order)
{
  int p = 2;

  *self = (Product) { .least = order, .group = { .order = order } };
  for (int rest = order; rest > 1; p++)
    {
      int q = 1;

      for (; rest % p == 0; rest /= p)
        {
          q *= p;
          self->group.parts[self->group.n_parts++] = p;
        }
      if (q == 1)
        continue;
      if (self->n == MOST_FIELDS || (self->fields[self->n] = rt_field_new (q)) == NULL)
        return false;
      self->n++;
      self->least = q < self->least ? q : self->least;
    }
  return self->n > 1;
}

/* Row r of column j: r times each part of j, r being smaller than any field. */
static int
product_entry (const Product *self, int r, int j)
{
  int entry = 0, place = 1;

  for (int i = 0; i < self->n; i++)
    {
      int q = self->fields[i]->plus.order;

      entry += place * rt_field_product (self->fields[i], r, j % q);
      place *= q;
      j /= q;
    }
  return entry;
}

/**
 * rt_design_product:
 *
 * The lines of several fields at once, where the tables are no power of a prime: as many rounds as
 * the smallest of these fields has elements, or tables of as many guests for as many rounds as
 * tables. Cost: seats.
 *
 * Source: MacNeish, Euler squares, Annals of Mathematics 23 (1922).
 */
RtDesign *
rt_design_product (int n_tables, int size, int n_rounds, bool hosted)
{
  int columns = hosted ? size + 1 : size;
  Product product;
  RtDesign *design = NULL;

  if (columns > n_tables || n_rounds > n_tables)
    return NULL;
  if (product_init (&product, n_tables) && (n_rounds <= product.least || columns <= product.least))
    {
      RtMatrix matrix;

      rt_matrix_init (&matrix, product.group, size, n_rounds, hosted);
      for (int r = 0; r < n_rounds; r++)
        for (int j = 0; j < columns; j++)
          matrix.entry[r * columns + j] = n_rounds <= product.least
                                              ? product_entry (&product, r, j)
                                              : product_entry (&product, j, r);
      design = rt_matrix_expand (&matrix, size, n_rounds);
    }
  product_free (&product);
  return design;
}
