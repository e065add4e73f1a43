/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The tables of numbers: how many of one value sit at one table of a round, and how evenly. */

#include "rt-state-parts.h"

void
rt_state_count_one (RtState *self, int c, int r, int value, int t, int step)
{
  int i = c * self->n_rounds + r;
  int16_t *count = &self->counts[i][(size_t) value * (size_t) self->n_tables + (size_t) t];
  RtBalance *balance = &self->balance[i][value];

  balance->pairs += step > 0 ? *count : 1 - *count;
  self->excess[i] += step > 0 ? *count : 1 - *count;
  balance->people += step;
  *count += (int16_t) step;
}

/* Adds @step to what the columns of @person count at a table of a round. */
void
rt_state_count (RtState *self, int r, int person, int t, int step)
{
  const RtValue *row = rt_state_row (self, person);
  bool leads = !rt_state_is_guest (self, r, person);

  for (int c = 0; c < self->n_columns; c++)
    {
      if (self->counts[c * self->n_rounds + r] == NULL || row[c] == RT_NO_VALUE
          || (leads && !self->with_leaders[c]))
        continue;
      rt_state_count_one (self, c, r, row[c], t, step);
      if (c < self->n_rounds && self->counts[r * self->n_rounds + c] != NULL)
        rt_state_count_one (self, r, c, t, row[c], step);
    }
}

/* One of @value goes from one table to another, so that there are as many as before. */
static void
shift_value (RtState *self, int c, int r, RtValue value, int from, int to)
{
  int i = c * self->n_rounds + r;
  int16_t *counts = self->counts[i] + (size_t) value * (size_t) self->n_tables;
  int change = counts[to] - counts[from] + 1;

  counts[from]--;
  counts[to]++;
  self->balance[i][value].pairs += change;
  self->excess[i] += change;
}

static void
shift_column (RtState *self, int c, const RtSwap *swap, RtValue a, RtValue b)
{
  int r = swap->round;
  bool back = c < self->n_rounds && self->counts[r * self->n_rounds + c] != NULL;

  if (a != RT_NO_VALUE)
    shift_value (self, c, r, a, swap->from, swap->to);
  if (b != RT_NO_VALUE)
    shift_value (self, c, r, b, swap->to, swap->from);
  if (back && a != RT_NO_VALUE && b != RT_NO_VALUE)
    {
      shift_value (self, r, c, (RtValue) swap->from, a, b);
      shift_value (self, r, c, (RtValue) swap->to, b, a);
    }
  else if (back)
    {
      int value = a != RT_NO_VALUE ? a : b, from = a != RT_NO_VALUE ? swap->from : swap->to;

      rt_state_count_one (self, r, c, from, value, -1);
      rt_state_count_one (self, r, c, swap->from + swap->to - from, value, 1);
    }
}

/* Two guests have exchanged their chairs: where they have the same value nothing changes. */
void
rt_state_count_swap (RtState *self, const RtSwap *swap)
{
  const RtValue *a = rt_state_row (self, swap->a), *b = rt_state_row (self, swap->b);

  for (int c = 0; c < self->n_columns; c++)
    if (self->counts[c * self->n_rounds + swap->round] != NULL && a[c] != b[c])
      shift_column (self, c, swap, a[c], b[c]);
}

/* What is as even as can be depends on how many there are. */
void
rt_state_level_value (RtState *self, int c, int r, int value)
{
  int i = c * self->n_rounds + r, tables = self->spread_over[i], over;
  RtBalance *balance;

  if (self->counts[i] == NULL || value < 0 || value == RT_NO_VALUE)
    return;
  balance = &self->balance[i][value];
  over = balance->people % tables;
  self->excess[i] += balance->least;
  balance->floor = balance->people / tables;
  balance->least = (tables - over) * balance->floor * (balance->floor - 1) / 2
                   + over * (balance->floor + 1) * balance->floor / 2;
  self->excess[i] -= balance->least;
}

/* Two guests have exchanged their chairs: that changes how many of a table attend another round
 * where one of the two does. */
void
rt_state_level_swap (RtState *self, const RtSwap *swap)
{
  const RtValue *a = rt_state_row (self, swap->a), *b = rt_state_row (self, swap->b);

  for (int c = 0; c < self->n_rounds; c++)
    if ((a[c] == RT_NO_VALUE) != (b[c] == RT_NO_VALUE))
      {
        rt_state_level_value (self, swap->round, c, swap->from);
        rt_state_level_value (self, swap->round, c, swap->to);
      }
}

/* Somebody has gone from one table of @r, or none, to another, and perhaps nobody the other way. */
void
rt_state_level_move (RtState *self, int r, int person, int from, int to)
{
  const RtValue *row = rt_state_row (self, person);

  for (int c = 0; c < self->n_columns; c++)
    rt_state_level_value (self, c, r, row[c]);
  for (int c = 0; c < self->n_rounds; c++)
    {
      rt_state_level_value (self, r, c, from);
      rt_state_level_value (self, r, c, to);
    }
}
