/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-design.h"

#include "rt-memory.h"

#include <string.h>

/* More tables than this are never so full that they need a design. */
#define MOST_TABLES 128

#define MOST_DIGITS 9 /* of such an order, and a 0 */

#define GROUPS       4
#define ANNEAL_RUNS  4
#define ANNEAL_STEPS 512
#define ANNEAL_MOVES 14 /* of one step, for each entry of the matrix */

/* A group on 0 to order - 1: element a is the digits a % first, a / first % second, ... */
typedef struct {
  int      order;
  uint8_t *add; /* [order * order] */
  uint8_t *sub; /* [order * order] */
} Group;

typedef struct {
  Group    group;
  int      n_rounds;
  int      n_classes; /* with the hosts' class, if there is one */
  bool     hosts;     /* class 0 is all zeros */
  uint8_t *matrix;    /* [n_rounds * n_classes] */
  int     *count;     /* [n_rounds * n_rounds * order] how often a difference occurs */
  int      cost;      /* pairs of equal differences */
} Matrix;

static uint8_t
plus (const Group *self, int a, int b)
{
  return self->add[a * self->order + b];
}

static uint8_t
minus (const Group *self, int a, int b)
{
  return self->sub[a * self->order + b];
}

/* The direct product of cyclic groups of these orders, ended by 0. */
static void
group_init (Group *self, const int *orders)
{
  int n = 1;

  for (const int *order = orders; *order > 0; order++)
    n *= *order;
  self->order = n;
  self->add = RT_NEW (uint8_t, n * n);
  self->sub = RT_NEW (uint8_t, n * n);
  for (int a = 0; a < n; a++)
    for (int b = 0; b < n; b++)
      {
        int sum = 0, place = 1;

        for (const int *order = orders; *order > 0; order++)
          {
            sum += (a / place + b / place) % *order * place;
            place *= *order;
          }
        self->add[a * n + b] = (uint8_t) sum;
        self->sub[sum * n + b] = (uint8_t) a;
      }
}

static void
group_clear (Group *self)
{
  free (self->add);
  free (self->sub);
}

/* The prime of which @n is a power, or 0. */
static int
prime_of (int n)
{
  int p = 2;

  while (p * p <= n && n % p != 0)
    p++;
  if (n % p != 0)
    return n;
  for (int rest = n; rest > 1; rest /= p)
    if (rest % p != 0)
      return 0;
  return p;
}

/* The product of two polynomials over Z_p, written as digits, modulo x^k = @rest. */
static int
multiply (int p, int order, int rest, int a, int b)
{
  int product = 0;

  for (int high = order / p; high > 0; high /= p)
    {
      /* Horner: product = product * x + the next digit of b times a. */
      int carry = product / (order / p), shifted = product % (order / p) * p, digit = b / high % p, place = 1;

      product = 0;
      for (; place < order; place *= p)
        product += (shifted / place % p + carry * (rest / place % p) + digit * (a / place % p)) % p * place;
    }
  return product;
}

/* A polynomial that makes the ring a field: no product of two numbers other than 0 is 0. */
static int
find_field (int p, int order)
{
  for (int rest = 0; rest < order; rest++)
    {
      bool is_field = true;

      for (int a = 1; is_field && a < order; a++)
        for (int b = 1; is_field && b <= a; b++)
          is_field = multiply (p, order, rest, a, b) != 0;
      if (is_field)
        return rest;
    }
  return 0;
}

static int *
difference (Matrix *self, int r, int q, int j)
{
  int value = minus (&self->group, self->matrix[r * self->n_classes + j], self->matrix[q * self->n_classes + j]);

  return &self->count[(r * self->n_rounds + q) * self->group.order + value];
}

static void
count_differences (Matrix *self)
{
  memset (self->count, 0, sizeof (int) * (size_t) (self->n_rounds * self->n_rounds * self->group.order));
  self->cost = 0;
  for (int r = 0; r < self->n_rounds; r++)
    for (int q = 0; q < self->n_rounds; q++)
      for (int j = 0; r != q && j < self->n_classes; j++)
        {
          int n = (*difference (self, r, q, j))++;

          self->cost += r < q ? n : 0;
        }
}

/* Over a field, and sometimes without one, products will do. */
static bool
try_products (Matrix *self)
{
  int T = self->group.order, p = prime_of (T), rest = p > 0 && p < T ? find_field (p, T) : 0;

  for (int r = 0; r < self->n_rounds; r++)
    for (int j = 0; j < self->n_classes; j++)
      self->matrix[r * self->n_classes + j] =
        (uint8_t) (r >= T || j >= T ? 0 : p > 0 && p < T ? multiply (p, T, rest, r, j) : r * j % T);
  count_differences (self);
  return self->cost == 0;
}

/* What entry (r, j) = value would cost against the other rounds. */
static int
change (Matrix *self, int r, int j, int value)
{
  int old = self->matrix[r * self->n_classes + j], delta = 0;

  for (int q = 0; q < self->n_rounds; q++)
    if (q != r)
      {
        const int *count = &self->count[(r * self->n_rounds + q) * self->group.order];
        int other = self->matrix[q * self->n_classes + j];

        delta += count[minus (&self->group, value, other)] - count[minus (&self->group, old, other)] + 1;
      }
  return delta;
}

static void
put (Matrix *self, int r, int j, int value, int delta)
{
  for (int step = -1; step <= 1; step += 2)
    {
      if (step > 0)
        self->matrix[r * self->n_classes + j] = (uint8_t) value;
      for (int q = 0; q < self->n_rounds; q++)
        if (q != r)
          {
            *difference (self, r, q, j) += step;
            *difference (self, q, r, j) += step;
          }
    }
  self->cost += delta;
}

/* Chances, of 2^32, to take a change for the worse by 1, 2 or 3: e^(-delta / temperature) falling by steps. */
static void
cool (double *chance, double factor)
{
  chance[1] *= factor;
  chance[2] = chance[1] * chance[1];
  chance[3] = chance[2] * chance[1];
}

static bool
anneal (Matrix *self, RtRandom *random, bool (*goes_on) (void *data), void *data)
{
  double chance[4] = { 1.0, 0.24, 0, 0 };
  int first = self->hosts ? 1 : 0, moves = ANNEAL_MOVES * self->n_rounds * self->n_classes;

  for (int i = 0; i < self->n_rounds * self->n_classes; i++)
    self->matrix[i] = (uint8_t) (i < self->n_classes || i % self->n_classes < first
                                   ? 0 : rt_random_below (random, self->group.order));
  count_differences (self);
  for (int step = 0; step < ANNEAL_STEPS && goes_on (data); step++)
    {
      cool (chance, 0.9905);
      for (int move = 0; move < moves; move++)
        {
          int r = 1 + rt_random_below (random, self->n_rounds - 1);
          int j = first + rt_random_below (random, self->n_classes - first);
          int value = rt_random_below (random, self->group.order), delta;

          if (value == self->matrix[r * self->n_classes + j])
            continue;
          delta = change (self, r, j, value);
          if (delta <= 0
              || (delta < 4 && (double) (rt_random_next (random) >> 32) < chance[delta] * 4294967296.0))
            put (self, r, j, value, delta);
          if (self->cost == 0)
            return true;
        }
    }
  return false;
}

/* Group number @i of an order: the additive group of the field, or cyclic but for a factor. False if there is none. */
static bool
orders_of_group (int order, int i, int *orders)
{
  int p = prime_of (order), n = 0;

  if (i == 0 && p > 0)
    for (int rest = order; rest > 1; rest /= p)
      orders[n++] = p;
  else if (order % (i + 1) == 0)
    {
      orders[n++] = order / (i + 1);
      orders[n++] = i + 1;
    }
  orders[n] = 0;
  return n > 0;
}

static bool
try_group (Matrix *self, const int *orders, bool products, RtRandom *random, bool (*goes_on) (void *data), void *data)
{
  bool found;

  group_init (&self->group, orders);
  self->count = RT_NEW (int, self->n_rounds * self->n_rounds * self->group.order);
  found = products ? try_products (self) : anneal (self, random, goes_on, data);
  free (self->count);
  if (!found)
    group_clear (&self->group);
  return found;
}

/* Products first; then annealing over one group after the other, as no order tells which is best. */
static bool
find_matrix (Matrix *self, int order, RtRandom *random, bool (*goes_on) (void *data), void *data)
{
  int orders[MOST_DIGITS];

  if (orders_of_group (order, 0, orders) && try_group (self, orders, true, random, goes_on, data))
    return true;
  for (int run = 0; run < ANNEAL_RUNS; run++)
    for (int i = 0; i < GROUPS && goes_on (data); i++)
      if (orders_of_group (order, i, orders) && try_group (self, orders, false, random, goes_on, data))
        return true;
  return false;
}

/* Tables that are open in every round, with this many places. Returns how many. */
static int
list_tables (const RtProblem *problem, int size, int *list)
{
  int n = 0;

  for (int t = 0; t < problem->n_tables; t++)
    {
      bool is_open = true;

      for (int r = 0; r < problem->n_rounds; r++)
        {
          int i = r * problem->n_tables + t;

          is_open = is_open && problem->open[i] && problem->places[i] >= size;
        }
      if (is_open)
        list[n++] = t;
    }
  return n;
}

static int
list_guests (const RtProblem *problem, int *list)
{
  int n = 0;

  for (int p = 0; p < problem->n_people; p++)
    {
      bool guest = false;

      for (int r = 0; r < problem->n_rounds; r++)
        guest = guest || problem->presence[r * problem->n_people + p] == RT_GUEST;
      if (guest)
        list[n++] = p;
    }
  return n;
}

static bool
forbids_returns (const RtProblem *problem)
{
  for (int i = 0; i < problem->n_terms; i++)
    if (problem->terms[i].kind == RT_TERM_RETURNS && problem->terms[i].level < RT_LEVEL_MAY)
      return true;
  return false;
}

/*
 * The last class has fewer guests; each of them is at another table, so that sizes differ by one.
 * Tables with more guests than there are classes take the classes again: then those who repeat are
 * spread evenly over all pairs of tables, and there cannot be fewer.
 */
static void
seat_guests (const Matrix *self, const RtProblem *problem, const int *list, const int *guests, int n,
             int32_t *tables)
{
  int T = self->group.order, first = self->hosts ? 1 : 0;

  for (int i = 0; i < n; i++)
    for (int r = 0; r < problem->n_rounds; r++)
      {
        int at = r * problem->n_people + guests[i], class = first + i / T % (self->n_classes - first);

        if (problem->presence[at] != RT_GUEST)
          continue;
        /* Guests of one class have never met: one round more seats each class by itself. */
        if (r == self->n_rounds)
          tables[at] = list[i / (n / T)];
        else
          tables[at] = list[plus (&self->group, i % T, self->matrix[r * self->n_classes + class])];
      }
}

/* How many rounds the matrix must have; one can do without if the classes fill whole tables. */
static int
rounds_of_matrix (const RtProblem *problem, const Matrix *self, int T, int n)
{
  bool whole = !self->hosts && n % T == 0 && T % (n / T) == 0;

  return problem->n_rounds - (whole && problem->n_rounds == T + 1);
}

bool
rt_design_fill (const RtProblem *problem, RtRandom *random, bool (*goes_on) (void *data), void *data,
                int32_t *tables)
{
  RT_AUTOFREE int *guests = RT_NEW (int, problem->n_people);
  RT_AUTOFREE int *list = RT_NEW (int, problem->n_tables);
  int n = list_guests (problem, guests), T = list_tables (problem, 1, list);
  int size = T > 0 ? (n + T - 1) / T : 0;
  Matrix matrix = { .hosts = forbids_returns (problem) };
  bool found;

  if (T < 3 || T > MOST_TABLES || list_tables (problem, size, list) != T || problem->n_rounds < 2)
    return false;
  matrix.n_rounds = rounds_of_matrix (problem, &matrix, T, n);
  matrix.n_classes = size + matrix.hosts < T ? size + matrix.hosts : T;
  if (matrix.n_rounds > T)
    return false;
  matrix.matrix = RT_NEW (uint8_t, matrix.n_rounds * matrix.n_classes);
  found = find_matrix (&matrix, T, random, goes_on, data);
  if (found)
    {
      rt_random_shuffle (random, guests, n);
      memset (tables, 0xff, sizeof (int32_t) * (size_t) (problem->n_rounds * problem->n_people));
      seat_guests (&matrix, problem, list, guests, n, tables);
      group_clear (&matrix.group);
    }
  free (matrix.matrix);
  return found;
}
