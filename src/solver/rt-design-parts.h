/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

/* What the constructions share. */

#include "rt-design-words.h"

RtDesign *rt_design_alloc     (int n_tables, int size, int n_rounds);

/*
 * Turns one base round after the other: as many people as fill whole orbits go on to the next of
 * their orbit, and those who are left stay. @base [n_base * n_words] is everybody's table.
 */
RtDesign *rt_design_develop   (int n_tables, int size, int n_rounds, int turns, const int *base);

/* False once the effort is spent or somebody asks to end. */
bool      rt_effort_spend     (RtEffort *self, int steps);

/* Metropolis for small whole differences, the same on every machine. */
#define RT_HEAT_MOST 24

typedef struct {
  uint32_t chance[RT_HEAT_MOST]; /* of taking something worse by so much, in parts of 2 to the 32 */
} RtHeat;

static inline void
rt_heat_set (RtHeat *self, double temperature)
{
  double step = 1.0 - 1.0 / (1024.0 * temperature), chance = 4294967295.0;

  for (int i = 0; i < 10; i++)
    step *= step;
  for (int i = 0; i < RT_HEAT_MOST; i++, chance *= step)
    self->chance[i] = (uint32_t) chance;
}

static inline bool
rt_heat_takes (const RtHeat *self, int worse, RtRandom *random)
{
  return worse <= 0
         || (worse < RT_HEAT_MOST
             && (uint32_t) (rt_random_next (random) >> 32) < self->chance[worse]);
}
