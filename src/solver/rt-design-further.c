/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-design-parts.h"

#include "rt-memory.h"

#include <string.h>

/*
 * More rounds than there can be without a repeat. Those of the design stay as they are, and only
 * the further ones are searched, each pair that meets costing as often as it has met before. So the
 * few pairs that the design leaves unmet are joined, and nobody meets a third time where once more
 * is enough for all.
 */
#define LARGEST       400 /* guests; where there are more, what is left is for the search */
#define HOT           0.5
#define COLD          0.12
#define COOLING_STEPS 200
#define STEPS         1000000

typedef struct {
  const RtDesign *design;
  int             first;  /* of the further rounds */
  uint8_t        *met;    /* [n_words * n_words] */
  int            *seat;   /* [further rounds * n_words] who sits where, table by table */
  int64_t         cost;   /* over pairs: meetings choose 2 */
  int64_t         bound;
  RtHeat          heat;
} Further;

/* The meetings spread evenly over all pairs: nothing can cost less. */
static int64_t
even_cost (const RtDesign *design)
{
  int64_t n = design->n_words, pairs = n * (n - 1) / 2;
  int64_t meetings = (int64_t) design->n_rounds * n * (design->size - 1) / 2;
  int64_t each = meetings / pairs, over = meetings % pairs;

  return over * (each + 1) * each / 2 + (pairs - over) * each * (each - 1) / 2;
}

static void
meet (Further *self, int a, int b, int more)
{
  int n = self->design->n_words;
  uint8_t *met = &self->met[a * n + b];

  self->cost += more > 0 ? *met : 1 - *met;
  *met = self->met[b * n + a] = (uint8_t) (*met + more);
}

/* The rounds of the design once more, by people who have changed places: so all meet once more if
   all have met. */
static void
begin (Further *self, RtRandom *random)
{
  const RtDesign *design = self->design;
  int n = design->n_words;
  RT_AUTOFREE int *person = RT_NEW (int, n);

  for (int p = 0; p < n; p++)
    person[p] = p;
  for (int k = 0; k < design->n_rounds - self->first; k++)
    {
      const int32_t *round = design->tables + k % self->first * n;
      int *seat = self->seat + k * n;
      RT_AUTOFREE int *size = RT_NEW (int, design->n_tables);

      if (k % self->first == 0)
        rt_random_shuffle (random, person, n);
      for (int p = 0; p < n; p++)
        seat[round[p] * design->size + size[round[p]]++] = person[p];
    }
}

static void
count_meetings (Further *self)
{
  const RtDesign *design = self->design;
  int n = design->n_words;

  for (int r = 0; r < self->first; r++)
    for (int a = 0; a < n; a++)
      for (int b = 0; b < a; b++)
        if (design->tables[r * n + a] == design->tables[r * n + b])
          meet (self, a, b, 1);
  for (int i = 0; i < n * (design->n_rounds - self->first); i++)
    for (int k = i / design->size * design->size; k < i; k++)
      meet (self, self->seat[i], self->seat[k], 1);
}

/* What it costs if @new takes the place of @old at a table, whose guests begin at @first. */
static int
replacing (const Further *self, const int *first, int old, int new)
{
  int n = self->design->n_words, change = 0;

  for (int i = 0; i < self->design->size; i++)
    if (first[i] != old)
      change += self->met[new * n + first[i]] - (self->met[old * n + first[i]] - 1);
  return change;
}

static void
replace (Further *self, const int *first, int old, int new)
{
  for (int i = 0; i < self->design->size; i++)
    if (first[i] != old)
      {
        meet (self, old, first[i], -1);
        meet (self, new, first[i], 1);
      }
}

static void
step (Further *self, RtRandom *random)
{
  int n = self->design->n_words, size = self->design->size;
  int *seat = self->seat + rt_random_below (random, self->design->n_rounds - self->first) * n;
  int i = rt_random_below (random, n), k = rt_random_below (random, n);
  int *from = seat + i / size * size, *to = seat + k / size * size, a = seat[i], b = seat[k];

  if (from == to
      || !rt_heat_takes (&self->heat, replacing (self, from, a, b) + replacing (self, to, b, a),
                         random))
    return;
  replace (self, from, a, b);
  replace (self, to, b, a);
  seat[i] = b;
  seat[k] = a;
}

/* From hot to cold, until nothing is left to save. */
static void
cool (Further *self, RtEffort *effort)
{
  int n = self->design->n_words, part = STEPS / COOLING_STEPS;
  RT_AUTOFREE uint8_t *met = RT_NEW (uint8_t, n * n);

  self->met = met;
  count_meetings (self);
  for (int i = 0; i < COOLING_STEPS && self->cost > self->bound; i++)
    {
      rt_heat_set (&self->heat, HOT + (COLD - HOT) * i / COOLING_STEPS);
      for (int k = 0; k < part && self->cost > self->bound; k++)
        step (self, &effort->random);
      if (!rt_effort_spend (effort, part * self->design->size * 4))
        return;
    }
}

/**
 * rt_design_extend:
 * @self: (transfer full): a design without hosts
 * @n_rounds: as many rounds, or more
 * @effort: what it may cost at most
 *
 * Adds rounds, in which people meet again: those of the design once more, and where that is not the
 * best, these further rounds are annealed. Cost: guests of a table for each step.
 *
 * Returns: (transfer full): a design of @n_rounds, with as few repeats as were found
 */
RtDesign *
rt_design_extend (RtDesign *self, int n_rounds, RtEffort *effort)
{
  int n = self->n_words, more = n_rounds - self->n_rounds;
  RtDesign *design;
  RT_AUTOFREE int *seat = NULL;
  Further further;

  if (more <= 0)
    return self;
  design = rt_design_alloc (self->n_tables, self->size, n_rounds);
  memcpy (design->tables, self->tables, sizeof (int32_t) * (size_t) (n * self->n_rounds));
  seat = RT_NEW (int, n * more);
  further = (Further) {
    .design = design, .first = self->n_rounds, .seat = seat, .bound = even_cost (design)
  };
  rt_design_free (self);
  begin (&further, &effort->random);
  if (n <= LARGEST)
    cool (&further, effort);
  for (int i = 0; i < n * more; i++)
    design->tables[(further.first + i / n) * n + seat[i]] = i % n / design->size;
  return design;
}
