/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* How far the sizes of the tables are from even ones. */

#include "rt-state.h"

/* The even sizes of a round for so many guests, and how far @sizes are from them. */
void
rt_even_count (const RtState *self, int r, const int *sizes, RtEven *even)
{
  const RtProblem *problem = self->problem;

  *even = (RtEven) { 0 };
  for (int t = 0; t < self->n_tables; t++)
    if (problem->open[r * self->n_tables + t])
      even->guests += sizes[t];
  even->level = rt_problem_even_level (problem, r, even->guests, &even->over);
  for (int t = 0; t < self->n_tables; t++)
    if (problem->open[r * self->n_tables + t])
      {
        int places = rt_problem_seats (problem, r * self->n_tables + t);
        int level = places < even->level ? places : even->level;

        even->distance += sizes[t] > level ? sizes[t] - level : level - sizes[t];
        even->above += places > even->level && sizes[t] > even->level;
      }
}

static void
even_step (const RtState *self, int r, int t, int step, RtEven *even)
{
  int i = r * self->n_tables + t, size = self->size[i],
      places = rt_problem_seats (self->problem, i);
  int level = places < even->level ? places : even->level;

  if (!self->problem->open[i])
    return;
  even->distance += (size + step > level ? size + step - level : level - size - step)
                    - (size > level ? size - level : level - size);
  if (places > even->level)
    even->above += (size + step > even->level) - (size > even->level);
}

void
rt_even_move (const RtState *self, const RtSwap *swap, RtEven *even)
{
  if (swap->b >= 0 || swap->from < 0 || swap->to < 0)
    return;
  even_step (self, swap->round, swap->from, -1, even);
  even_step (self, swap->round, swap->to, 1, even);
}
