/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-bound.h"

/*
 * What the bounds of the different kinds of rule are derived from.
 *
 * Every statement is about the seatings in which nobody is above the places of a table who is not
 * pinned there, and as few as possible are without a seat; and, for `should` and `may`, in which
 * every `must` is kept. A `must` that is itself shown to be broken is left out of account.
 */
typedef struct {
  int one, other;
  uint32_t rounds;
} RtPair;

/* What the people of one language can do in one round, see rt-bound-language.c. */
typedef struct RtTongues RtTongues;

typedef struct {
  const RtProblem *problem;
  RtBounds        *bounds;
  int             *guests;    /* [n_rounds] */
  int             *pinned;    /* [n_rounds * n_tables] guests who are fixed there */
  int             *low;       /* [n_rounds * n_tables] smallest and largest size of a table */
  int             *high;
  bool            *lacking;   /* [n_rounds] fewer chairs than guests: nothing is said of the
                                 round */
  bool            *led;       /* [n_rounds * n_tables] somebody leads there */
  const RtTerm   **musts;     /* [n_musts] rules about returns and own hosts that can be counted
                                 on */
  int              n_musts;
  RtPair          *pairs;     /* who must always sit together, with the rounds */
  int              n_pairs;
  RtTongues       *tongues;   /* [n_languages * n_rounds] NULL without a `must` about languages */
  int              n_languages;
  bool             by_language; /* it is languages that force some of the repeats counted last */
  int64_t          flow_work; /* spent on flows */
  bool           (*goes_on) (void *data); /* NULL: nobody asks to stop */
  void            *data;
  bool             stopped;
} RtBounder;

static inline bool
rt_bounder_acts (const RtBounder *self, const RtTerm *term, int round)
{
  return (term->rounds >> round & 1) != 0 && !self->lacking[round];
}

static inline bool
rt_bounder_is_guest (const RtBounder *self, int round, int person)
{
  return self->problem->presence[round * self->problem->n_people + person] == RT_GUEST;
}

static inline int
rt_bounder_fixed (const RtBounder *self, int round, int person)
{
  return self->problem->fixed[round * self->problem->n_people + person];
}

static inline int64_t
rt_choose_2 (int64_t n)
{
  return n * (n - 1) / 2;
}

/* For qsort(): the smallest first. */
static inline int
rt_compare_ints (const void *a, const void *b)
{
  return *(const int *) a - *(const int *) b;
}

/* What the pairs of @m people cost at least if they spread evenly over @k tables (cells, pairs). */
static inline int64_t
rt_balanced (int64_t m, int64_t k)
{
  return k <= 0 || m <= 0 ? 0 : m % k * rt_choose_2 (m / k + 1) + (k - m % k) * rt_choose_2 (m / k);
}

/* Whether a `must` that can be counted on forbids the table to a value of @column. */
bool    rt_bounder_closed_to (const RtBounder *self, int round, int table, int column, int value);

/* Whether a `must` that can be counted on forbids a guest to sit at both. */
bool    rt_bounder_no_return (const RtBounder *self, int round_a, int a, int round_b, int b);

/* Guests of a round who are not pinned to a closed table. */
int     rt_bounder_at_open   (const RtBounder *self, int round);

/*
 * Spreads @people over the tables of a round: those who are fixed as they are, the others where
 * they make the fewest pairs. Pairs of any seating are at least that many: the sizes are separable
 * and convex, so that filling the smallest first is optimal.
 */
int64_t rt_bounder_spread    (const RtBounder *self, int round, const int *people, int n_people,
                              int column);

/*
 * A `must` about languages that can be counted on, and what follows: pairs of @people, guests of a
 * round who have one value, and pairs of people who meet in both of two rounds.
 */
void    rt_bounder_learn_languages  (RtBounder *self, const RtTerm *term);
void    rt_bounder_forget_languages (RtBounder *self);
int64_t rt_bounder_spread_language  (const RtBounder *self, int round, const int *people,
                                     int n_people);
int64_t rt_bounder_pairs_language   (const RtBounder *self, int round_a, int round_b);

int64_t rt_bound_repeats      (RtBounder *self, const RtTerm *term, RtReason *reason);
int64_t rt_bound_over_repeats (RtBounder *self, const RtTerm *term, RtReason *reason);
int64_t rt_bound_returns      (RtBounder *self, const RtTerm *term, RtReason *reason);
int64_t rt_bound_wishes       (RtBounder *self, const RtTerm *term, RtReason *reason);
int64_t rt_bound_slips        (RtBounder *self, const RtTerm *term, RtReason *reason);
int64_t rt_bound_visit        (RtBounder *self, const RtTerm *term, RtReason *reason);

int64_t rt_bound_language     (RtBounder *self, int round, RtReason *reason);

/* The kinds that are sums over rounds, for one round that is not frozen. */
int64_t rt_bound_in_round     (RtBounder *self, const RtTerm *term, int round, RtReason *reason);
