/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-design-group.h"

#include "rt-memory.h"

#include <stdbool.h>

RtGroup
rt_group_cyclic (int order)
{
  return (RtGroup) { .order = order, .n_parts = 1, .parts = { order } };
}

RtGroup
rt_group_pair (int a, int b)
{
  return (RtGroup) { .order = a * b, .n_parts = 2, .parts = { a, b } };
}

int
rt_group_sum (const RtGroup *self, int a, int b)
{
  int sum = 0;

  for (int i = 0, place = 1; i < self->n_parts; place *= self->parts[i++])
    {
      int n = self->parts[i];

      sum += (a % n + b % n) % n * place;
      a /= n;
      b /= n;
    }
  return sum;
}

int
rt_group_less (const RtGroup *self, int a, int b)
{
  int difference = 0;

  for (int i = 0, place = 1; i < self->n_parts; place *= self->parts[i++])
    {
      int n = self->parts[i];

      difference += (n + a % n - b % n) % n * place;
      a /= n;
      b /= n;
    }
  return difference;
}

/* a times x, where x to the power of the degree is @top: an element is a polynomial in x, digit by
 * digit. */
static int
times_x (const RtGroup *plus, int a, int top)
{
  int p = plus->parts[0], high = plus->order / p, product = a % high * p;

  for (int i = 0; i < a / high; i++)
    product = rt_group_sum (plus, product, top);
  return product;
}

/* Whether the powers of x are everything but 0, when @top says what x to the power of the degree
 * is. */
static bool
list_powers (RtField *self, int top)
{
  int a = 1, order = self->plus.order;

  for (int i = 0; i < order - 1; i++)
    {
      if (a == 0 || (i > 0 && a == 1))
        return false;
      self->power[i] = (uint16_t) a;
      self->log[a] = (uint16_t) i;
      a = order == self->plus.parts[0] ? a * top % order : times_x (&self->plus, a, top);
    }
  return a == 1;
}

/**
 * rt_field_new:
 * @q: how many elements
 *
 * Tries the monic polynomials one by one until x generates the field. Cost: q squared at worst.
 * Source: Lidl and Niederreiter, Finite Fields, 1997, section 3.1 (primitive polynomials).
 *
 * Returns: (transfer full) (nullable): GF(q), or %NULL if q is no power of a prime or above
 * RT_FIELD_MOST
 */
RtField *
rt_field_new (int q)
{
  RtField *self;
  int p = 2, n = 1;

  if (q < 2 || q > RT_FIELD_MOST)
    return NULL;
  while (q % p != 0)
    p++;
  self = RT_NEW (RtField, 1);
  for (; n < q; n *= p)
    self->plus.parts[self->plus.n_parts++] = p;
  self->plus.order = q;
  for (int top = 1; n == q && top < q; top++)
    if (list_powers (self, top))
      return self;
  free (self);
  return NULL;
}

int
rt_field_product (const RtField *self, int a, int b)
{
  if (a == 0 || b == 0)
    return 0;
  return self->power[(self->log[a] + self->log[b]) % (self->plus.order - 1)];
}
