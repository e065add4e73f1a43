/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/*
 * What a rule about languages means for other measures, and how often it must be broken.
 *
 * Take one language. Some people speak it and nothing else ("only"), some do not speak it
 * ("others"), and some speak it and another one or interpret ("carriers"). Where somebody of the
 * first kind and of the second sit at one table, they share no language, and only a carrier there
 * can speak for them. So a table without a carrier holds no "only" or no "others", whatever is
 * arranged; and the carriers are few. The sizes of the tables do the rest: a table that must be
 * full cannot be left to three people.
 */

#include "rt-bound-parts.h"
#include "rt-memory.h"

#include <string.h>

/* Languages that are looked at: those that somebody speaks and nothing else, the first of them. */
#define MOST_LANGUAGES 16

/* Tables that are looked at as left to one language, in each of two rounds. */
#define MOST_LEFT 64

/* Mixed tables that are looked for: beyond, it is enough to know that there are that many. */
#define MOST_MIXED 8

/* One language in one round. */
struct RtTongues {
  int  language;
  int  only, others, carriers, silent; /* guests who are not fixed; silent: no language is known of
                                          them */
  int  carried;      /* tables where a carrier is fixed */
  int  ours, theirs; /* tables without one where an "only", or one of the others, is fixed */
  int  mixed;        /* tables without one where both are */
  int  n_free;       /* tables where none of them is fixed */
  int  room, room_ours, room_theirs, room_any; /* free chairs of all tables, and of those above;
                                                  any: carried or mixed */
  int  largest;      /* most free chairs of a table */
  int *least;        /* [n_free + 1] fewest guests that the k free tables of the smallest sizes
                        need */
  int *small, *big;  /* [n_free + 1] free chairs of the k free tables that have the fewest, the
                        most */
  int  most_left;    /* free tables that can be left to this language alone */
};

typedef enum {
  SILENT,
  ONLY,
  OTHER,
  CARRIER,
} Part;

static Part
part_of (const RtProblem *problem, int language, int p)
{
  const uint64_t *speaks = &problem->speaks[(size_t) p * (size_t) problem->n_language_words];
  bool speaks_it = (speaks[language / 64] >> language % 64 & 1) != 0;
  int n = 0;

  if (problem->interprets[p])
    return CARRIER;
  for (int i = 0; i < problem->n_language_words; i++)
    n += __builtin_popcountll (speaks[i]);
  return n == 0 ? SILENT : !speaks_it ? OTHER : n == 1 ? ONLY : CARRIER;
}

/*
 * The sums of the first k of @n numbers in order of size, from the smallest or from the largest on.
 */
static int *
partial_sums (const int *numbers, int n, bool largest)
{
  RT_AUTOFREE int *sorted = RT_NEW (int, n);
  int *sums = RT_NEW (int, n + 1);

  memcpy (sorted, numbers, sizeof (int) * (size_t) n);
  qsort (sorted, (size_t) n, sizeof (int), rt_compare_ints);
  for (int k = 0; k < n; k++)
    sums[k + 1] = sums[k] + sorted[largest ? n - 1 - k : k];
  return sums;
}

/* Who is fixed where: bit Part of a table. */
static void
count_people (const RtBounder *self, int r, RtTongues *tongues, uint8_t *parts)
{
  const RtProblem *problem = self->problem;
  int *counts[] = { &tongues->silent, &tongues->only, &tongues->others, &tongues->carriers };

  for (int p = 0; p < problem->n_people; p++)
    {
      int fixed = rt_bounder_fixed (self, r, p);
      Part part;

      if (problem->presence[r * problem->n_people + p] == RT_AWAY)
        continue;
      part = part_of (problem, tongues->language, p);
      if (fixed != RT_NOWHERE)
        parts[fixed] |= (uint8_t) (1 << part);
      else
        ++*counts[part];
    }
}

static void
add_table (RtTongues *self, int part, int room)
{
  bool ours = (part >> ONLY & 1) != 0, theirs = (part >> OTHER & 1) != 0;

  self->room += room;
  self->largest = room > self->largest ? room : self->largest;
  if ((part >> CARRIER & 1) != 0)
    {
      self->carried++;
      self->room_any += room;
    }
  else if (ours && theirs)
    {
      self->mixed++;
      self->room_any += room;
    }
  else if (ours)
    {
      self->ours++;
      self->room_ours += room;
    }
  else if (theirs)
    {
      self->theirs++;
      self->room_theirs += room;
    }
}

static void
find_tongues (const RtBounder *self, int r, RtTongues *tongues)
{
  int T = self->problem->n_tables;
  RT_AUTOFREE uint8_t *parts = RT_NEW (uint8_t, T);
  RT_AUTOFREE int *least = RT_NEW (int, T);
  RT_AUTOFREE int *room = RT_NEW (int, T);

  count_people (self, r, tongues, parts);
  for (int t = 0; t < T; t++)
    {
      int i = r * T + t;

      add_table (tongues, parts[t], self->high[i] - self->pinned[i]);
      if ((parts[t] & ~(1 << SILENT)) == 0 && self->high[i] > self->pinned[i])
        {
          least[tongues->n_free] = self->low[i] - self->pinned[i];
          room[tongues->n_free++] = self->high[i] - self->pinned[i];
        }
    }
  tongues->least = partial_sums (least, tongues->n_free, false);
  tongues->small = partial_sums (room, tongues->n_free, false);
  tongues->big = partial_sums (room, tongues->n_free, true);
  /*
   * Tables left to this language need enough of its people, and leave enough chairs to the others.
   */
  while (tongues->most_left < tongues->n_free
         && tongues->least[tongues->most_left + 1] <= tongues->only + tongues->silent
         && tongues->room - tongues->small[tongues->most_left + 1] >= tongues->others)
    tongues->most_left++;
}

static void
clear_tongues (RtTongues *self)
{
  free (self->least);
  free (self->small);
  free (self->big);
}

/* The languages that somebody speaks and nothing else. Returns how many. */
static int
list_languages (const RtProblem *problem, int *languages)
{
  int n = 0;

  for (int p = 0; p < problem->n_people && n < MOST_LANGUAGES; p++)
    {
      int language = RT_NOWHERE;
      bool known = false;

      for (int i = 0; i < problem->n_language_words && language < 0; i++)
        {
          uint64_t word
              = problem->speaks[(size_t) p * (size_t) problem->n_language_words + (size_t) i];

          if (word != 0)
            language = 64 * i + __builtin_ctzll (word);
        }
      if (language < 0 || part_of (problem, language, p) != ONLY)
        continue;
      for (int i = 0; i < n; i++)
        known = known || languages[i] == language;
      if (!known)
        languages[n++] = language;
    }
  return n;
}

/*
 * The fewest tables without a fixed carrier at which both kinds sit. Of the free ones, @m are
 * mixed, some are left to this language and the rest to the others; who finds no chair there goes
 * to a table where somebody of the other kind is fixed, which makes it one more.
 */
static int
least_mixed (const RtTongues *self)
{
  int rest = self->silent + self->carriers, best = self->n_free + self->ours + self->theirs;

  for (int m = 0; m < best && m <= self->n_free; m++)
    {
      if (m > MOST_MIXED)
        return self->mixed + m;
      for (int ours = 0; ours <= self->n_free - m; ours++)
        {
          int theirs = self->n_free - m - ours, over = 0, n = m, left;

          if (self->least[ours] > self->only + rest || self->least[theirs] > self->others + rest)
            continue;
          left = self->only - self->room_ours - self->big[ours];
          over += left > 0 ? left : 0;
          left = self->others - self->room_theirs - self->big[theirs];
          over += left > 0 ? left : 0;
          over -= self->room_any + self->big[m];
          if (over > 0)
            n += (over + self->largest - 1) / (self->largest > 0 ? self->largest : 1);
          best = n < best ? n : best;
        }
    }
  return self->mixed + best;
}

/* Remembers the round and language that lack most. Returns what they lack. */
static int
note_lack (RtBounds *bounds, int mixed, int interpreters)
{
  if (mixed - interpreters > bounds->mixed - bounds->interpreters)
    {
      bounds->mixed = mixed;
      bounds->interpreters = interpreters;
    }
  return mixed - interpreters;
}

int64_t
rt_bound_language (RtBounder *self, int r, RtReason *reason)
{
  int languages[MOST_LANGUAGES], n = list_languages (self->problem, languages);
  int64_t bound = 0;

  for (int i = 0; i < n; i++)
    {
      RtTongues tongues = { .language = languages[i] };
      int faults;

      find_tongues (self, r, &tongues);
      /* Each carrier who is not fixed mends one table. */
      faults = note_lack (self->bounds, least_mixed (&tongues), tongues.carriers);
      bound = faults > bound ? faults : bound;
      clear_tongues (&tongues);
    }
  if (bound > 0)
    *reason = RT_REASON_COUNTING;
  return bound;
}

/* Once the rule can be counted on: every language in every round where it acts. */
void
rt_bounder_learn_languages (RtBounder *self, const RtTerm *term)
{
  int languages[MOST_LANGUAGES], R = self->problem->n_rounds;

  if (self->tongues != NULL)
    return;
  self->n_languages = list_languages (self->problem, languages);
  self->tongues = RT_NEW (RtTongues, self->n_languages * R);
  for (int i = 0; i < self->n_languages * R; i++)
    {
      self->tongues[i].language = RT_NOWHERE;
      if (!rt_bounder_acts (self, term, i % R))
        continue;
      self->tongues[i].language = languages[i / R];
      find_tongues (self, i % R, &self->tongues[i]);
    }
}

void
rt_bounder_forget_languages (RtBounder *self)
{
  for (int i = 0; i < self->n_languages * self->problem->n_rounds; i++)
    clear_tongues (&self->tongues[i]);
  free (self->tongues);
}

/*
 * All who speak only this language, and all who carry it, sit at no more tables than this: those
 * where one of them is fixed, one for each carrier who is not, and those that are left to them.
 */
static int
tables_of (const RtBounder *self, const RtTongues *tongues, int left)
{
  int n = tongues->carried + tongues->ours + tongues->carriers + left;

  return n < self->problem->n_tables ? n : self->problem->n_tables;
}

/*
 * What @people make in pairs at least if they spread over @cells, and over @more cells of tables
 * that are left to their language, which need at least @needed of them.
 */
static int64_t
spread_with_left (int64_t people, int64_t cells, int64_t more, int64_t needed)
{
  if (needed * (cells + more) <= people * more)
    return rt_balanced (people, cells + more);
  if (needed > people)
    needed = people;
  return rt_balanced (needed, more) + rt_balanced (people - needed, cells);
}

/* Pairs of @people, who are guests of one value, forced by the languages they speak. */
int64_t
rt_bounder_spread_language (const RtBounder *self, int r, const int *people, int n_people)
{
  int R = self->problem->n_rounds;
  int64_t sum = 0;

  for (int i = 0; i < self->n_languages; i++)
    {
      const RtTongues *tongues = &self->tongues[i * R + r];
      int n = 0, loose = 0;
      int64_t best;

      if (tongues->language < 0)
        continue;
      for (int k = 0; k < n_people; k++)
        if (part_of (self->problem, tongues->language, people[k]) == ONLY)
          {
            n++;
            loose += rt_bounder_fixed (self, r, people[k]) == RT_NOWHERE;
          }
      if (n < 2)
        continue;
      best = rt_balanced (n, tables_of (self, tongues, 0));
      for (int left = 1; left <= tongues->most_left && best > 0; left++)
        {
          /* The other people of this language may sit there, too, and those who speak none. */
          int needed = tongues->least[left] - tongues->silent - (tongues->only - loose);
          int64_t pairs = spread_with_left (n, tables_of (self, tongues, 0), left,
                                            needed > 0 ? needed : 0);

          best = pairs < best ? pairs : best;
        }
      sum += best;
    }
  return sum;
}

/* Guests of both rounds who sit at the tables of a language; @leavers: those of @a, not fixed, who
   speak nothing else and are not guests in @b. */
static int
count_both (const RtBounder *self, int a, int b, int language, int *leavers)
{
  int n = 0;

  *leavers = 0;
  for (int p = 0; p < self->problem->n_people; p++)
    {
      Part part;

      if (!rt_bounder_is_guest (self, a, p))
        continue;
      part = part_of (self->problem, language, p);
      if (part != ONLY && part != CARRIER)
        continue;
      if (rt_bounder_is_guest (self, b, p))
        n++;
      else
        *leavers += part == ONLY && rt_bounder_fixed (self, a, p) == RT_NOWHERE;
    }
  return n;
}

/*
 * The rows of one round: its tables, where @left are left to the language, by @columns tables of
 * the other round.
 */
static int64_t
spread_rows (const RtBounder *self, const RtTongues *rows, int people, int left, int columns,
             int leavers)
{
  int needed = rows->least[left] - rows->silent - leavers;

  return spread_with_left (people, (int64_t) tables_of (self, rows, 0) * columns,
                           (int64_t) left * columns, needed > 0 ? needed : 0);
}

/*
 * People who meet in both of two rounds. Those of one language, and their carriers, sit at few
 * tables of each round, and so in few cells of the two.
 */
int64_t
rt_bounder_pairs_language (const RtBounder *self, int a, int b)
{
  int R = self->problem->n_rounds;
  int64_t most = 0;

  for (int i = 0; i < self->n_languages; i++)
    {
      const RtTongues *one = &self->tongues[i * R + a], *other = &self->tongues[i * R + b];
      int leavers, comers, n;
      int64_t best = INT64_MAX;

      if (one->language < 0 || other->language < 0 || one->most_left > MOST_LEFT
          || other->most_left > MOST_LEFT)
        continue;
      n = count_both (self, a, b, one->language, &leavers);
      count_both (self, b, a, one->language, &comers);
      for (int left = 0; left <= one->most_left && best > most; left++)
        for (int beside = 0; beside <= other->most_left && best > most; beside++)
          {
            int64_t by_rows
                = spread_rows (self, one, n, left, tables_of (self, other, beside), leavers);
            int64_t by_columns
                = spread_rows (self, other, n, beside, tables_of (self, one, left), comers);
            int64_t pairs = by_rows > by_columns ? by_rows : by_columns;

            best = pairs < best ? pairs : best;
          }
      most = best > most ? best : most;
    }
  return most;
}
