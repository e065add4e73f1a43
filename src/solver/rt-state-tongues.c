/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/*
 * Who can talk at a table. Most people speak what many others speak: those who speak the same
 * languages share a tongue, and a table comes down to the set of tongues heard there, one bit each,
 * and to the set of those that would still be heard if any one person left.
 */

#include "rt-state-parts.h"

#include "rt-memory.h"

static bool
speak_the_same (const RtProblem *problem, int p, int q)
{
  size_t n = (size_t) problem->n_language_words;

  return problem->interprets[p] == problem->interprets[q]
         && (problem->interprets[p]
             || memcmp (&problem->speaks[(size_t) p * n], &problem->speaks[(size_t) q * n],
                        n * sizeof *problem->speaks) == 0);
}

/* Gives everybody a tongue. @speakers: takes somebody of each. Returns how many there are. */
static int
give_tongues (RtState *self, int *speakers)
{
  const RtProblem *problem = self->problem;
  int n = 0;

  for (int p = 0; p < self->n_people; p++)
    {
      int k = 0;

      self->tongue[p] = RT_NOWHERE;
      if (!problem->interprets[p] && !rt_problem_share (problem, p, p))
        continue;
      while (k < n && !speak_the_same (problem, speakers[k], p))
        k++;
      if (k == n)
        speakers[n++] = p;
      self->tongue[p] = k;
    }
  return n;
}

static inline uint64_t *
kin_of (const RtState *self, int tongue)
{
  return self->kin + (size_t) tongue * (size_t) self->n_tongue_words;
}

/* Costs people times tongues, and the square of the tongues. */
void
rt_state_init_tongues (RtState *self)
{
  const RtProblem *problem = self->problem;
  RT_AUTOFREE int *speakers = RT_NEW (int, self->n_people);
  int n, places;

  if (problem->n_language_words == 0)
    return;
  self->tongue = RT_NEW (int, self->n_people);
  n = give_tongues (self, speakers);
  self->n_tongue_words = n / 64 + 1;
  places = self->n_rounds * self->n_tables;
  self->heard = RT_NEW (uint64_t, (size_t) (places + 1) * (size_t) self->n_tongue_words);
  self->heard_twice = RT_NEW (uint64_t, (size_t) places * (size_t) self->n_tongue_words);
  self->muddled = RT_NEW (uint8_t, places);
  self->kin = RT_NEW (uint64_t, (size_t) n * (size_t) self->n_tongue_words);
  for (int i = 0; i < n; i++)
    for (int k = 0; k < n; k++)
      if (problem->interprets[speakers[i]] || problem->interprets[speakers[k]]
          || rt_problem_share (problem, speakers[i], speakers[k]))
        kin_of (self, i)[k / 64] |= UINT64_C (1) << k % 64;
}

/* Those heard at a place; behind the last of them is room for one that is only thought of. */
static inline uint64_t *
heard_at (const RtState *self, int place)
{
  return self->heard + (size_t) place * (size_t) self->n_tongue_words;
}

static inline uint64_t *
heard_twice_at (const RtState *self, int place)
{
  return self->heard_twice + (size_t) place * (size_t) self->n_tongue_words;
}

static inline void
hear (const RtState *self, int place, int p)
{
  int tongue = self->tongue[p], word = tongue / 64;
  uint64_t bit = UINT64_C (1) << (tongue & 63);

  if (tongue == RT_NOWHERE)
    return;
  heard_twice_at (self, place)[word] |= heard_at (self, place)[word] & bit;
  heard_at (self, place)[word] |= bit;
}

/* Whether somebody who is heard can talk with both. */
static inline bool
are_bridged (const RtState *self, const uint64_t *heard, const uint64_t *one, const uint64_t *other)
{
  uint64_t common = 0;

  for (int i = 0; i < self->n_tongue_words; i++)
    common |= one[i] & other[i] & heard[i];
  return common != 0;
}

/* Whether everybody who is heard can talk with those of one tongue. */
static bool
can_talk_with_all (const RtState *self, const uint64_t *heard, int tongue)
{
  const uint64_t *kin = kin_of (self, tongue);

  for (int i = 0; i < self->n_tongue_words; i++)
    for (uint64_t left = heard[i] & ~kin[i]; left != 0; left &= left - 1)
      if (!are_bridged (self, heard, kin, kin_of (self, 64 * i + __builtin_ctzll (left))))
        return false;
  return true;
}

static bool
is_muddled (const RtState *self, const uint64_t *heard)
{
  for (int i = 0; i < self->n_tongue_words; i++)
    for (uint64_t left = heard[i]; left != 0; left &= left - 1)
      if (!can_talk_with_all (self, heard, 64 * i + __builtin_ctzll (left)))
        return true;
  return false;
}

/* Listens to a table anew. */
void
rt_state_listen (RtState *self, int r, int t)
{
  int place = r * self->n_tables + t;
  size_t size = sizeof *self->heard * (size_t) self->n_tongue_words;

  if (self->tongue == NULL || t < 0)
    return;
  memset (heard_at (self, place), 0, size);
  memset (heard_twice_at (self, place), 0, size);
  for (int i = self->leaders[place]; i < self->leaders[place + 1]; i++)
    hear (self, place, self->leader[i]);
  for (int i = 0; i < self->size[place]; i++)
    hear (self, place, rt_state_guest (self, r, t, i));
  self->muddled[place] = is_muddled (self, heard_at (self, place));
}

/**
 * rt_state_language_fault:
 * @swap: (nullable): a swap that concerns the table
 *
 * Costs the square of the tongues heard there, whatever the size of the table; nothing without a
 * swap.
 *
 * Returns: whether two people at a table share no language and nobody there speaks one of each,
 *   once @swap is made (NULL: as they sit)
 */
bool
rt_state_language_fault (const RtState *self, int r, int t, const RtSwap *swap)
{
  int place = r * self->n_tables + t, leaves, comes;
  uint64_t *after = heard_at (self, self->n_rounds * self->n_tables);

  if (swap == NULL)
    return self->muddled[place];
  leaves = t == swap->from ? swap->a : swap->b;
  comes = t == swap->from ? swap->b : swap->a;
  memcpy (after, heard_at (self, place), sizeof *after * (size_t) self->n_tongue_words);
  if (leaves >= 0 && self->tongue[leaves] != RT_NOWHERE)
    {
      int tongue = self->tongue[leaves];

      after[tongue / 64]
          &= heard_twice_at (self, place)[tongue / 64] | ~(UINT64_C (1) << tongue % 64);
    }
  if (comes >= 0 && self->tongue[comes] != RT_NOWHERE)
    after[self->tongue[comes] / 64] |= UINT64_C (1) << self->tongue[comes] % 64;
  return is_muddled (self, after);
}
