/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <stdint.h>

/*
 * xoroshiro128+ (Blackman and Vigna, 2018), seeded by splitmix64: the same numbers on every
 * machine.
 */
typedef struct {
  uint64_t s[2];
} RtRandom;

static inline uint64_t
rt_random_split (uint64_t *seed)
{
  uint64_t z = *seed += UINT64_C (0x9E3779B97F4A7C15);

  z = (z ^ z >> 30) * UINT64_C (0xBF58476D1CE4E5B9);
  z = (z ^ z >> 27) * UINT64_C (0x94D049BB133111EB);
  return z ^ z >> 31;
}

static inline void
rt_random_init (RtRandom *self, uint64_t seed)
{
  self->s[0] = rt_random_split (&seed);
  self->s[1] = rt_random_split (&seed);
}

static inline uint64_t
rt_random_next (RtRandom *self)
{
  uint64_t a = self->s[0], b = self->s[1], sum = a + b;

  b ^= a;
  self->s[0] = (a << 24 | a >> 40) ^ b ^ b << 16;
  self->s[1] = b << 37 | b >> 27;
  return sum;
}

/* A number from 0 to n - 1, or 0 if there is none. */
static inline int
rt_random_below (RtRandom *self, int n)
{
  return (int) ((rt_random_next (self) >> 32) * (uint64_t) (n > 0 ? n : 1) >> 32);
}

static inline void
rt_random_shuffle (RtRandom *self, int *items, int n)
{
  for (int i = n - 1; i > 0; i--)
    {
      int k = rt_random_below (self, i + 1), item = items[i];

      items[i] = items[k];
      items[k] = item;
    }
}
