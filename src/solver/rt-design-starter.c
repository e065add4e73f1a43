/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-design-parts.h"

#include "rt-memory.h"

#include <string.h>

/*
 * Cyclic starters: one or two base rounds, developed by adding 1, 2, ... modulo the turns. The
 * people are orbits of Z_m, then some who stay as they are ("points at infinity"). Adding moves a
 * pair to the other pairs of its kind (the two orbits and the difference), so nobody meets twice if
 * no kind of pair occurs twice in the base rounds: a few hundred numbers to look at instead of a
 * whole schedule.
 */
#define LARGEST_STARTER 400
#define HOT             0.3
#define COLD            0.15
#define COOLING_STEPS   200
#define FIRST_STEPS     1000000

typedef struct {
  int n, size, turns, n_orbits, n_base;
} Shape;

typedef struct {
  Shape     shape;
  uint16_t *kind;   /* [n * n] */
  uint8_t  *covers; /* [n_kinds] how often a pair of the kind meets when the kind occurs once */
  int       n_kinds;
  uint8_t  *count;  /* [n_kinds] */
  int      *seat;   /* [n_base * n] who sits where, table by table */
  int       cost;   /* meetings beyond the first */
  RtHeat    heat;
} Starter;

/* The pair of orbits and the difference, as one number. Points that stay are their own orbits. */
static int
pair_key (const Shape *shape, int a, int b)
{
  int m = shape->turns, fixed = shape->n_orbits * m, orbits = shape->n_orbits + shape->n - fixed;
  int x = a < fixed ? a / m : shape->n_orbits + a - fixed,
      y = b < fixed ? b / m : shape->n_orbits + b - fixed;
  int difference = a < fixed && b < fixed ? (b % m - a % m + m) % m : 0;

  if (x > y)
    return pair_key (shape, b, a);
  if (x == y && difference > m - difference)
    difference = m - difference;
  return (x * orbits + y) * m + difference;
}

/* The pairs whose difference is half a turn come round twice, and pairs that stay meet at every
 * turn. */
static int
key_covers (const Shape *shape, int a, int b)
{
  int m = shape->turns, fixed = shape->n_orbits * m;

  if (a >= fixed && b >= fixed)
    return m;
  return a < fixed && b < fixed && a / m == b / m && 2 * ((a - b + m) % m) == m ? 2 : 1;
}

static void
list_kinds (Starter *self)
{
  const Shape *shape = &self->shape;
  int n = shape->n, orbits = shape->n_orbits + n - shape->n_orbits * shape->turns;
  RT_AUTOFREE int *number = RT_NEW (int, orbits * orbits * shape->turns);

  for (int a = 0; a < n; a++)
    for (int b = 0; b < n; b++)
      if (a != b)
        {
          int *kind = &number[pair_key (shape, a, b)];

          if (*kind == 0)
            {
              self->covers[self->n_kinds++] = (uint8_t) key_covers (shape, a, b);
              *kind = self->n_kinds;
            }
          self->kind[a * n + b] = (uint16_t) (*kind - 1);
        }
}

/* What one pair more, or less, of the kind of @a and @b adds to the cost. */
static int
add_pair (Starter *self, int a, int b)
{
  int k = self->kind[a * self->shape.n + b], covers = self->covers[k];

  return self->count[k]++ > 0 ? covers : covers - 1;
}

static int
drop_pair (Starter *self, int a, int b)
{
  int k = self->kind[a * self->shape.n + b], covers = self->covers[k];

  return --self->count[k] > 0 ? -covers : 1 - covers;
}

static void
starter_begin (Starter *self, RtRandom *random)
{
  int n = self->shape.n, size = self->shape.size;

  memset (self->count, 0, (size_t) self->n_kinds);
  self->cost = 0;
  for (int base = 0; base < self->shape.n_base; base++)
    {
      int *seat = self->seat + base * n;

      for (int p = 0; p < n; p++)
        seat[p] = p;
      rt_random_shuffle (random, seat, n);
      for (int i = 0; i < n; i++)
        for (int k = i / size * size; k < i; k++)
          self->cost += add_pair (self, seat[i], seat[k]);
    }
}

/* @old leaves a table of @seat, and @new takes the place. The table's others begin at @first;
 * returns the change. */
static int
replace (Starter *self, const int *first, int old, int new)
{
  int change = 0;

  for (int i = 0; i < self->shape.size; i++)
    if (first[i] != old)
      change += drop_pair (self, old, first[i]);
  for (int i = 0; i < self->shape.size; i++)
    if (first[i] != old)
      change += add_pair (self, new, first[i]);
  return change;
}

static void
starter_step (Starter *self, RtRandom *random)
{
  int n = self->shape.n, size = self->shape.size;
  int *seat = self->seat + rt_random_below (random, self->shape.n_base) * n;
  int i = rt_random_below (random, n), k = rt_random_below (random, n);
  int a = seat[i], b = seat[k], *from = seat + i / size * size, *to = seat + k / size * size, worse;

  if (from == to)
    return;
  worse = replace (self, from, a, b);
  seat[i] = b;
  worse += replace (self, to, b, a);
  seat[k] = a;
  if (rt_heat_takes (&self->heat, worse, random))
    {
      self->cost += worse;
      return;
    }
  replace (self, from, b, a);
  seat[i] = a;
  replace (self, to, a, b);
  seat[k] = b;
}

/* From hot to cold once. True if no kind of pair is left twice. */
static bool
starter_run (Starter *self, int steps, RtEffort *effort)
{
  int part = steps / COOLING_STEPS;

  starter_begin (self, &effort->random);
  for (int i = 0; i < COOLING_STEPS; i++)
    {
      rt_heat_set (&self->heat, HOT + (COLD - HOT) * i / COOLING_STEPS);
      for (int k = 0; k < part && self->cost > 0; k++)
        starter_step (self, &effort->random);
      if (self->cost == 0)
        return true;
      if (!rt_effort_spend (effort, part * self->shape.size * 2))
        return false;
    }
  return false;
}

RtDesign *
rt_design_develop (int n_tables, int size, int n_rounds, int turns, const int *base)
{
  RtDesign *design = rt_design_alloc (n_tables, size, n_rounds);
  int n = design->n_words, fixed = n / turns * turns;

  for (int r = 0; r < n_rounds; r++)
    for (int p = 0; p < n; p++)
      {
        int moved = p < fixed ? p / turns * turns + (p % turns + r % turns) % turns : p;

        design->tables[r * n + moved] = base[r / turns * n + p];
      }
  return design;
}

static RtDesign *
starter_expand (const Starter *self, int n_rounds)
{
  const Shape *shape = &self->shape;
  RT_AUTOFREE int *base = RT_NEW (int, shape->n_base * shape->n);

  for (int i = 0; i < shape->n_base * shape->n; i++)
    base[i / shape->n * shape->n + self->seat[i]] = i % shape->n / shape->size;
  return rt_design_develop (shape->n / shape->size, shape->size, n_rounds, shape->turns, base);
}

static RtDesign *
try_shape (const Shape *shape, int n_rounds, int steps, RtEffort *effort)
{
  int n = shape->n, orbits = shape->n_orbits + n - shape->n_orbits * shape->turns;
  RT_AUTOFREE uint16_t *kind = RT_NEW (uint16_t, n * n);
  RT_AUTOFREE uint8_t *covers = RT_NEW (uint8_t, orbits * orbits * shape->turns);
  RT_AUTOFREE uint8_t *count = RT_NEW (uint8_t, orbits * orbits * shape->turns);
  RT_AUTOFREE int *seat = RT_NEW (int, shape->n_base * n);
  Starter self = { .shape = *shape, .kind = kind, .covers = covers, .count = count, .seat = seat };

  list_kinds (&self);
  return starter_run (&self, steps, effort) ? starter_expand (&self, n_rounds) : NULL;
}

/* One or two base rounds with as many turns as are needed, and few enough points that stay to part
 * them. */
static int
list_shapes (int n_tables, int size, int n_rounds, Shape *shapes)
{
  int n = n_tables * size, k = 0;

  for (int base = 1; base <= 2; base++)
    for (int turns = (n_rounds + base - 1) / base; turns <= (n_rounds + base - 1) / base + 1;
         turns++)
      if (turns >= 2 && n % turns <= n_tables && base * turns * (size - 1) <= n - 1
          && n / turns < 64)
        shapes[k++] = (Shape) { n, size, turns, n / turns, base };
  return k;
}

/**
 * rt_design_starter:
 * @effort: what it may cost at most
 *
 * Kirkman's schoolgirls, and what is like them with more at a table: base rounds found by simulated
 * annealing over the kinds of pairs. Cost: guests of a table for each step.
 *
 * Source: Anderson, Combinatorial Designs and Tournaments, 1997, chapters 4 and 6 (starters);
 * Ray-Chaudhuri and Wilson, Solution of Kirkman's schoolgirl problem, 1971.
 *
 * Returns: (transfer full) (nullable): a design without hosts, or %NULL if none was found
 */
RtDesign *
rt_design_starter (int n_tables, int size, int n_rounds, RtEffort *effort)
{
  Shape shapes[4];
  int n = n_tables * size <= LARGEST_STARTER ? list_shapes (n_tables, size, n_rounds, shapes) : 0;

  for (int steps = FIRST_STEPS; n > 0; steps *= 2)
    for (int i = 0; i < n; i++)
      {
        RtDesign *self = try_shape (&shapes[i], n_rounds, steps, effort);

        if (self != NULL || effort->steps <= 0)
          return self;
      }
  return NULL;
}
