/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/*
 * Bounds of repeats.
 *
 * N people at table A in one round and at B in another make N choose 2 pairs who meet in both. The
 * sizes of the tables are the sums of rows and columns of these N, so the least sum of N choose 2
 * is a transportation problem with convex costs. Pairs of rounds count different meetings of a
 * pair: the sum over all pairs of rounds bounds the repeats.
 */

#include "rt-bound-parts.h"
#include "rt-flow.h"
#include "rt-memory.h"

/* Units times nodes squared, of all flows of a problem: beyond, the rows alone must do. */
#define MOST_FLOW 20000000

/* A unit above the smallest size: dearer than all pairs, so that every table first gets its
 * smallest size. */
#define BEYOND_LOW (1 << 28)

typedef struct {
  int64_t repeats;
  int     table;    /* whose people go on to too few tables */
  int     onward;
} PairOfRounds;

/* How many of round @a's guests are not guests in round @b. */
static int
count_leavers (const RtBounder *self, int a, int b)
{
  int n = 0;

  for (int p = 0; p < self->problem->n_people; p++)
    n += rt_bounder_is_guest (self, a, p) && !rt_bounder_is_guest (self, b, p);
  return n;
}

/* To how many tables of round @b a guest of @table in round @a can go. */
static int
count_onward (const RtBounder *self, int a, int table, int b)
{
  int T = self->problem->n_tables, n = 0;

  for (int t = 0; t < T; t++)
    n += self->high[b * T + t] > 0 && !rt_bounder_no_return (self, a, table, b, t);
  return n;
}

/* The rows alone: each table's people over the tables they can go on to, when all of them stay. */
static int64_t
bound_by_rows (const RtBounder *self, int a, int b, PairOfRounds *pair)
{
  int T = self->problem->n_tables, leavers = count_leavers (self, a, b);
  int64_t sum = 0;

  for (int t = 0; t < T; t++)
    {
      int onward = count_onward (self, a, t, b), size = self->high[a * T + t];

      if (size > 0
          && (pair->table < 0 || size - onward > self->high[a * T + pair->table] - pair->onward))
        {
          pair->table = t;
          pair->onward = onward;
        }
      sum += rt_balanced (self->low[a * T + t], onward);
    }
  return leavers > 0 ? 0 : sum;
}

/* Whether a table of @a can have more people than tables they could go on to. */
static bool
is_crowded (const RtBounder *self, int a, int b, const PairOfRounds *pair)
{
  return pair->table >= 0 && self->high[a * self->problem->n_tables + pair->table] > pair->onward;
}

static void
add_margin (RtFlow *flow, int from, int to, int low, int high)
{
  rt_flow_arc (flow, from, to, low, 0, 0);
  if (high > low)
    rt_flow_arc (flow, from, to, high - low, BEYOND_LOW, 0);
}

static int
sum_low (const RtBounder *self, int r)
{
  int sum = 0;

  for (int t = 0; t < self->problem->n_tables; t++)
    sum += self->low[r * self->problem->n_tables + t];
  return sum;
}

/* Tables are nodes of both rounds; people who attend one round only come from, or go, nowhere at no
 * cost. */
static int64_t
bound_by_flow (const RtBounder *self, int a, int b)
{
  int T = self->problem->n_tables, source = 2 * T + 2, sink = source + 1;
  int leavers = count_leavers (self, a, b), comers = count_leavers (self, b, a);
  int units = self->guests[a] + comers;
  int64_t beyond
      = (int64_t) (self->guests[a] - sum_low (self, a)) + (self->guests[b] - sum_low (self, b));
  RtFlow *flow = rt_flow_new (2 * T + 4);
  int64_t cost;

  for (int t = 0; t < T; t++)
    {
      add_margin (flow, source, t, self->low[a * T + t], self->high[a * T + t]);
      add_margin (flow, T + 1 + t, sink, self->low[b * T + t], self->high[b * T + t]);
      for (int u = 0; u < T; u++)
        if (self->high[a * T + t] > 0 && self->high[b * T + u] > 0
            && !rt_bounder_no_return (self, a, t, b, u))
          rt_flow_arc (flow, t, T + 1 + u, units, 0, 1);
      rt_flow_arc (flow, t, 2 * T + 1, leavers, 0, 0);
      rt_flow_arc (flow, T, T + 1 + t, comers, 0, 0);
    }
  rt_flow_arc (flow, source, T, comers, 0, 0);
  rt_flow_arc (flow, 2 * T + 1, sink, leavers, 0, 0);
  cost = rt_flow_send (flow, source, sink, units);
  rt_flow_free (flow);
  cost -= beyond * BEYOND_LOW;
  return cost < 0 || cost >= BEYOND_LOW ? 0 : cost;
}

/* Whether somebody is pinned in every round, and so may return where nobody else may. */
static bool
exempt_from_returns (const RtBounder *self)
{
  for (int p = 0; self->problem->pinned_all != NULL && p < self->problem->n_people; p++)
    if (self->problem->pinned_all[p])
      return true;
  return false;
}

static int64_t
forced_in (const RtBounder *self, int a, int b)
{
  uint32_t both = UINT32_C (1) << a | UINT32_C (1) << b;
  int64_t sum = 0;

  for (int i = 0; i < self->n_pairs; i++)
    sum += (self->pairs[i].rounds & both) == both;
  return sum;
}

static bool
same_sizes (const RtBounder *self, int a, int b)
{
  int T = self->problem->n_tables;

  for (int t = 0; t < T; t++)
    if (self->low[a * T + t] != self->low[b * T + t]
        || self->high[a * T + t] != self->high[b * T + t]
        || self->problem->host[a * T + t] != self->problem->host[b * T + t]
        || self->problem->theme[a * T + t] != self->problem->theme[b * T + t])
      return false;
  return self->guests[a] == self->guests[b];
}

static int
target_at (const RtBounder *self, RtOf of, int r, int t)
{
  int i = r * self->problem->n_tables + t;

  return of == RT_OF_TABLE  ? t
         : of == RT_OF_HOST ? self->problem->host[i]
                            : self->problem->theme[i];
}

/* To how many tables of a round the guests of a table elsewhere can go at least. */
static int
least_onward (const RtBounder *self, int r)
{
  int T = self->problem->n_tables, n = 0;
  int most = self->problem->n_people > self->problem->n_themes ? self->problem->n_people
                                                               : self->problem->n_themes;
  RT_AUTOFREE int *tables = RT_NEW (int, most > T ? most : T);

  for (int t = 0; t < T; t++)
    n += self->high[r * T + t] > 0;
  for (int i = 0; i < self->n_musts; i++)
    {
      int closed = 0;

      for (int t = 0; self->musts[i]->kind == RT_TERM_RETURNS && t < T; t++)
        {
          int target = target_at (self, self->musts[i]->of, r, t);

          if (target != RT_NOWHERE && ++tables[target] > closed)
            closed = tables[target];
        }
      for (int t = 0; t < T; t++)
        if (target_at (self, self->musts[i]->of, r, t) != RT_NOWHERE)
          tables[target_at (self, self->musts[i]->of, r, t)] = 0;
      n -= closed;
    }
  return n;
}

static int
largest_size (const RtBounder *self, int r)
{
  int T = self->problem->n_tables, largest = 0;

  for (int t = 0; t < T; t++)
    largest = self->high[r * T + t] > largest ? self->high[r * T + t] : largest;
  return largest;
}

static int64_t
bound_pair (RtBounder *self, int a, int b, PairOfRounds *pair)
{
  int64_t nodes = 2 * self->problem->n_tables + 4, work = nodes * nodes * self->guests[a], by_rows,
          by_columns;
  PairOfRounds back = { 0, RT_NOWHERE, 0 };

  *pair = (PairOfRounds) { 0, RT_NOWHERE, 0 };
  /* A thousand tables must stay cheap: where all fit with room to spare, there is nothing to look
   * at. */
  if (largest_size (self, a) <= least_onward (self, b)
      && largest_size (self, b) <= least_onward (self, a))
    return 0;
  by_rows = bound_by_rows (self, a, b, pair);
  by_columns = bound_by_rows (self, b, a, &back);
  if (!is_crowded (self, a, b, pair) && !is_crowded (self, b, a, &back))
    return 0;
  if (self->flow_work + work <= MOST_FLOW)
    {
      self->flow_work += work;
      return bound_by_flow (self, a, b);
    }
  return by_rows > by_columns ? by_rows : by_columns;
}

static bool
pair_acts (const RtBounder *self, const RtTerm *term, int a, int b)
{
  return rt_bounder_acts (self, term, a) && rt_bounder_acts (self, term, b)
         && !(self->problem->frozen[a] && self->problem->frozen[b]);
}

static void
remember_sharpest (RtBounder *self, int a, int b, const PairOfRounds *pair, int64_t *sharpest)
{
  if (pair->repeats <= *sharpest || pair->table < 0)
    return;
  *sharpest = pair->repeats;
  self->bounds->round_a = a;
  self->bounds->round_b = b;
  self->bounds->table = pair->table;
  self->bounds->guests = self->high[a * self->problem->n_tables + pair->table];
  self->bounds->onward = pair->onward;
}

/* The repeats of each pair of rounds: repeats[a * n_rounds + b] for a < b. Returns their sum. */
static int64_t
bound_pairs (RtBounder *self, const RtTerm *term, int64_t *repeats)
{
  int R = self->problem->n_rounds, known_a = RT_NOWHERE, known_b = RT_NOWHERE;
  int n_musts = self->n_musts;
  int64_t sum = 0, sharpest = 0;
  PairOfRounds pair = { 0, RT_NOWHERE, 0 };

  self->by_language = false;
  if (exempt_from_returns (self))
    self->n_musts = 0;
  for (int a = 0; a < R; a++)
    for (int b = a + 1; b < R; b++)
      {
        int64_t forced = forced_in (self, a, b), spoken = rt_bounder_pairs_language (self, a, b);

        if (!pair_acts (self, term, a, b))
          continue;
        /* Rounds like those before, with the same people, need no flow of their own. */
        if (known_a < 0 || !same_sizes (self, a, known_a) || !same_sizes (self, b, known_b)
            || count_leavers (self, a, b) + count_leavers (self, b, a) > 0
            || count_leavers (self, known_a, known_b) > 0)
          pair.repeats = bound_pair (self, a, b, &pair);
        known_a = a;
        known_b = b;
        remember_sharpest (self, a, b, &pair, &sharpest);
        self->by_language = self->by_language || (spoken > forced && spoken > pair.repeats);
        forced = forced > spoken ? forced : spoken;
        repeats[a * R + b] = pair.repeats > forced ? pair.repeats : forced;
        sum += repeats[a * R + b];
      }
  self->n_musts = n_musts;
  return sum;
}

/* The fewest meetings of a round: sizes as equal as they can be. */
static int64_t
least_meetings (const RtBounder *self, int r)
{
  int T = self->problem->n_tables;
  int64_t left = self->guests[r] - sum_low (self, r), sum = 0;
  bool grows = true;

  for (int t = 0; t < T; t++)
    sum += rt_choose_2 (self->low[r * T + t]);
  for (int level = 0; grows && left > 0; level++)
    {
      grows = false;
      for (int t = 0; t < T && left > 0; t++)
        {
          grows = grows || self->high[r * T + t] > level;
          if (self->low[r * T + t] <= level && self->high[r * T + t] > level)
            {
              sum += level;
              left--;
            }
        }
    }
  return sum;
}

/* Pairs who are guests in one of the rule's rounds. */
static int64_t
count_possible (const RtBounder *self, const RtTerm *term)
{
  int n = 0;

  for (int p = 0; p < self->problem->n_people; p++)
    {
      bool guest = false;

      for (int r = 0; r < self->problem->n_rounds; r++)
        guest = guest || (rt_bounder_acts (self, term, r) && rt_bounder_is_guest (self, r, p));
      n += guest;
    }
  return rt_choose_2 (n);
}

static int64_t
all_meetings (const RtBounder *self, const RtTerm *term)
{
  int64_t sum = 0;

  for (int r = 0; r < self->problem->n_rounds; r++)
    if (rt_bounder_acts (self, term, r))
      sum += least_meetings (self, r);
  return sum;
}

/* Repeats of rounds that are over among themselves: the plain count has them already. */
static int64_t
repeats_of_frozen (const RtBounder *self, const RtTerm *term)
{
  int R = self->problem->n_rounds, n = self->problem->n_people;
  int64_t sum = 0;

  for (int a = 0; a < R; a++)
    for (int b = a + 1; b < R; b++)
      {
        if (!self->problem->frozen[a] || !self->problem->frozen[b]
            || !rt_bounder_acts (self, term, a) || !rt_bounder_acts (self, term, b))
          continue;
        for (int p = 0; p < n; p++)
          for (int q = 0; q < p; q++)
            sum += rt_bounder_is_guest (self, a, p) && rt_bounder_is_guest (self, a, q)
                   && rt_bounder_is_guest (self, b, p) && rt_bounder_is_guest (self, b, q)
                   && rt_bounder_fixed (self, a, p) >= 0 && rt_bounder_fixed (self, b, p) >= 0
                   && rt_bounder_fixed (self, a, p) == rt_bounder_fixed (self, a, q)
                   && rt_bounder_fixed (self, b, p) == rt_bounder_fixed (self, b, q);
      }
  return sum;
}

/* People of an earlier sitting meet again unless there is a table for each. */
static int64_t
bound_earlier (const RtBounder *self, const RtTerm *term)
{
  RT_AUTOFREE int *people = RT_NEW (int, self->problem->n_people);
  int64_t sum = 0;

  for (int r = 0; r < self->problem->n_rounds; r++)
    for (int i = 0; rt_bounder_acts (self, term, r) && !self->problem->frozen[r]
                    && i < self->problem->n_earlier;
         i++)
      {
        int n = 0;

        for (const int32_t *p = self->problem->earlier[i]; *p != RT_NOWHERE; p++)
          if (rt_bounder_is_guest (self, r, *p))
            people[n++] = *p;
        sum += rt_bounder_spread (self, r, people, n, RT_NOWHERE);
      }
  return sum;
}

int64_t
rt_bound_repeats (RtBounder *self, const RtTerm *term, RtReason *reason)
{
  int R = self->problem->n_rounds;
  RT_AUTOFREE int64_t *repeats = RT_NEW (int64_t, R * R);
  int64_t by_rounds = bound_pairs (self, term, repeats);
  int64_t earlier = bound_earlier (self, term);
  int64_t meetings = all_meetings (self, term), possible = count_possible (self, term), counted = 0;

  if (meetings > possible)
    counted = rt_balanced (meetings, possible) - repeats_of_frozen (self, term);
  if (counted > by_rounds)
    {
      *reason = RT_REASON_COUNTING;
      return counted + earlier;
    }
  if (by_rounds + earlier > 0)
    *reason = by_rounds == 0      ? RT_REASON_EARLIER
              : self->by_language ? RT_REASON_LANGUAGE
                                  : RT_REASON_ROUND_PAIRS;
  return by_rounds + earlier;
}

/*
 * A pair that meets c times shares at most c - 1 edges of a tree over the rounds, so that meetings
 * above one are at least the weight of the heaviest tree (Prim).
 */
static int64_t
heaviest_tree (const int64_t *repeats, int R)
{
  bool in[RT_MAX_ROUNDS] = { true };
  int64_t sum = 0;

  for (int step = 1; step < R; step++)
    {
      int next = RT_NOWHERE;
      int64_t best = -1;

      for (int a = 0; a < R; a++)
        for (int b = 0; in[a] && b < R; b++)
          if (!in[b] && repeats[a < b ? a * R + b : b * R + a] > best)
            {
              best = repeats[a < b ? a * R + b : b * R + a];
              next = b;
            }
      in[next] = true;
      sum += best;
    }
  return sum;
}

static int64_t
forced_over (const RtBounder *self, const RtTerm *term)
{
  int64_t sum = 0;

  for (int i = 0; i < self->n_pairs; i++)
    {
      int rounds = __builtin_popcount (self->pairs[i].rounds & term->rounds);

      sum += rounds > term->most ? rounds - term->most : 0;
    }
  return sum;
}

int64_t
rt_bound_over_repeats (RtBounder *self, const RtTerm *term, RtReason *reason)
{
  int R = self->problem->n_rounds;
  RT_AUTOFREE int64_t *repeats = RT_NEW (int64_t, R * R);
  int64_t counted = all_meetings (self, term) - term->most * count_possible (self, term);
  int64_t forced = forced_over (self, term), tree = 0;

  bound_pairs (self, term, repeats);
  if (term->most == 1)
    tree = heaviest_tree (repeats, R);
  *reason = counted >= tree ? RT_REASON_COUNTING : RT_REASON_ROUND_PAIRS;
  counted = counted > tree ? counted : tree;
  counted = counted > forced ? counted : forced;
  return counted > 0 ? counted : 0;
}
