/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-scan-parts.h"

#include "rt-memory.h"

#include <string.h>

/**
 * rt_scan_new:
 * @state: a state, which must outlive the scan
 * @kernel: (nullable): whose loops to use
 *
 * Returns: (transfer full) (nullable): a scan to be loaded, or %NULL if a rule of the problem is
 *   none of repeats, spread, apart (in all rounds), returns, own host, visit, avoid and even, or
 *   the problem is too large
 */
RtScan *
rt_scan_new (const RtState *state, const RtScanKernel *kernel)
{
  size_t n = (size_t)state->n_people, rounds = (size_t)state->n_rounds, stride = n + 1;
  RtScan *self;

  if (!rt_scan_fits (state))
    return NULL;
  self = RT_NEW (RtScan, 1);
  self->state = state;
  self->kernel = kernel != NULL ? kernel : rt_scan_kernel_best ();
  self->n_seats = state->n_tables + 1;
  stride = (stride + 31) / 32 * 32;
  self->stride = (int) stride;
  self->cost = RT_NEW (int16_t, rounds * (size_t)self->n_seats * stride);
  self->own = RT_NEW (int16_t, rounds * stride);
  self->seat = RT_NEW (uint16_t, rounds * stride);
  self->at = RT_NEW (uint16_t, rounds * stride);
  self->pair = RT_NEW (uint8_t, (n + 1) * stride);
  if (rt_scan_has_rows (state))
    {
      size_t ids = n > (size_t)state->n_tables ? n : (size_t)state->n_tables;

      self->lone = RT_NEW (int16_t, rounds * n * (size_t)state->n_tables);
      self->visited = RT_NEW (
          bool, ids > (size_t)state->problem->n_themes ? ids : (size_t)state->problem->n_themes);
    }
  self->conflicts = RT_NEW (int, rounds *stride);
  self->place = RT_NEW (int, rounds *stride);
  self->row = RT_NEW (int16_t, RT_SCAN_ROW (self->n_seats));
  self->costs = RT_NEW (int16_t, stride);
  return self;
}

/** rt_scan_free: Frees @self, which may be NULL */
void
rt_scan_free (RtScan *self)
{
  if (self == NULL)
    return;
  void *parts[] = { self->cost,    self->own,       self->seat,  self->at,  self->pair, self->lone,
                    self->visited, self->conflicts, self->place, self->row, self->costs };

  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    free (parts[i]);
  free (self);
}

/* What guests cost each other before they meet in this event. */
static void
load_pairs (RtScan *self)
{
  const RtState *state = self->state;
  const RtProblem *problem = state->problem;

  memset (self->pair, 0, (size_t)(state->n_people + 1) * (size_t)self->stride);
  for (int i = 0; i < problem->n_earlier; i++)
    for (const int32_t *p = problem->earlier[i]; *p != RT_NOWHERE; p++)
      for (const int32_t *q = problem->earlier[i]; *q != RT_NOWHERE; q++)
        if (*p != *q)
          *rt_scan_pair (self, *p, *q) += (uint8_t)self->repeat;
  for (int i = 0; i < state->n_terms; i++)
    {
      const RtTerm *rule = state->terms[i].rule;
      int cost = (int)(state->terms[i].weight / self->unit);
      const int32_t *values = rule->kind == RT_TERM_SPREAD ? problem->columns[rule->column] : NULL;

      for (int p = 0; values != NULL && p < state->n_people; p++)
        for (int q = 0; q < state->n_people; q++)
          *rt_scan_pair (self, p, q)
              += (uint8_t)(values[p] == values[q] && p != q && values[p] != RT_NOWHERE ? cost : 0);
      for (int p = 0; rule->kind == RT_TERM_APART && p < rule->n_people; p++)
        for (int q = 0; q < rule->n_people; q++)
          if (p != q)
            *rt_scan_pair (self, rule->people[p], rule->people[q]) += (uint8_t)cost;
    }
}

static void
load_seats (RtScan *self)
{
  const RtState *state = self->state;

  for (int r = 0; r < state->n_rounds; r++)
    for (int x = 0; x < self->stride; x++)
      {
        int i = r * self->stride + x, t = RT_NOWHERE;

        if (x < state->n_people && rt_state_is_guest (state, r, x))
          t = rt_state_table (state, r, x);
        self->at[i] = self->seat[i] = (uint16_t)(t < 0 ? state->n_tables : t);
        if (t >= 0 && !rt_state_moves (state, r, x))
          self->seat[i] = (uint16_t)state->n_tables;
      }
}

static void
count_meetings (RtScan *self)
{
  const RtState *state = self->state;

  for (int r = 0; r < state->n_rounds; r++)
    for (int t = 0; t < state->n_tables; t++)
      for (int i = 0; i < rt_state_size (state, r, t); i++)
        for (int k = 0; k < rt_state_size (state, r, t); k++)
          if (i != k)
            *rt_scan_pair (self, rt_state_guest (state, r, t, i), rt_state_guest (state, r, t, k))
                += (uint8_t)self->repeat;
}

/* The part of a column that comes from the guests of the table: whoever sits there themselves has
 * met them once less elsewhere. */
static void
load_column (RtScan *self, int r, int t)
{
  const RtState *state = self->state;
  int size = rt_state_size (state, r, t);
  int16_t *costs = rt_scan_column (self, r, t);

  memset (costs, 0, sizeof *costs * (size_t)self->stride);
  for (int i = 0; i < size; i++)
    {
      const uint8_t *pair = rt_scan_pair (self, rt_state_guest (state, r, t, i), 0);

      for (int x = 0; x < self->stride; x++)
        costs[x] = (int16_t)(costs[x] + pair[x]);
    }
  for (int i = 0; i < size; i++)
    {
      int x = rt_state_guest (state, r, t, i);

      costs[x] = (int16_t)(costs[x] - self->repeat * (size - 1));
    }
}

static void
load_own (RtScan *self)
{
  const RtState *state = self->state;

  self->n_conflicts = 0;
  memset (self->place, 0xff, sizeof *self->place * (size_t)(state->n_rounds * self->stride));
  for (int r = 0; r < state->n_rounds; r++)
    for (int x = 0; x < state->n_people; x++)
      {
        int i = r * self->stride + x;

        rt_scan_set_own (
            self, i, self->at[i] < state->n_tables ? rt_scan_column (self, r, self->at[i])[x] : 0);
      }
}

/**
 * rt_scan_load:
 * @self: a scan
 *
 * Cost: people times people times rounds.
 *
 * Returns: whether everybody has a seat, and the weights are small enough
 */
bool
rt_scan_load (RtScan *self)
{
  const RtState *state = self->state;

  if (state->unseated > 0 || !rt_scan_take_weights (self))
    return false;
  load_pairs (self);
  load_seats (self);
  count_meetings (self);
  for (int r = 0; r < state->n_rounds; r++)
    for (int t = 0; t < state->n_tables; t++)
      load_column (self, r, t);
  if (self->lone != NULL)
    {
      memset (self->lone, 0,
              sizeof (int16_t) * (size_t)(state->n_rounds * state->n_people * state->n_tables));
      for (int r = 0; r < state->n_rounds; r++)
        for (int i = 0; i < state->n_movers[r]; i++)
          rt_scan_update_lone (self, r, state->movers[r * state->n_people + i]);
    }
  load_own (self);
  for (int x = 0; x < state->n_people; x++)
    for (int i = state->friends_first[x]; i < state->friends_first[x + 1]; i++)
      if (x < state->friends[i].person)
        rt_scan_add_friend (self, x, &state->friends[i], 1);
  return true;
}
