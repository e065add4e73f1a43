/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/*
 * What one swap changes, for each kind of rule. In every function the people of the swap still sit
 * where they sat before it.
 */

#include "rt-memory.h"
#include "rt-state.h"

static const RtValue *
row_of (const RtState *self, int person)
{
  return self->rows + (size_t) person * (size_t) self->stride;
}

/* Where a person is, or would be after the swap. */
static int
table_after (const RtState *self, const RtSwap *swap, int r, int p)
{
  if (r == swap->round && p == swap->a)
    return swap->to;
  if (r == swap->round && p == swap->b)
    return swap->from;
  return rt_state_table (self, r, p);
}

/* Meetings of one person with the guests of a table, @but left out. */
static int
walk_meetings (const RtState *self, const RtStateTerm *term, int r, int x, int t, int but)
{
  const RtValue *query = rt_state_query (self, term, r, x);
  int sum = rt_state_match_table (self, query, r, t);

  return but >= 0 ? sum - rt_state_match (self, query, but) : sum;
}

static int
walk_side (const RtState *self, const RtStateTerm *term, int r, int x, int from, int to, int other)
{
  if (x < 0)
    return 0;
  return (to >= 0 ? walk_meetings (self, term, r, x, to, other) : 0)
         - (from >= 0 ? walk_meetings (self, term, r, x, from, x) : 0);
}

/* Pairs that are equal in a column, at one table: a look-up per person and table. */
static int
same_in_column (const RtState *self, int c, const RtSwap *swap)
{
  const int16_t *counts = self->counts[c * self->n_rounds + swap->round];
  size_t T = (size_t) self->n_tables;
  RtValue va = row_of (self, swap->a)[c];
  RtValue vb = swap->b >= 0 ? row_of (self, swap->b)[c] : RT_NO_VALUE;
  int delta = 0;

  if (va == vb)
    return 0;
  if (va != RT_NO_VALUE)
    delta += (swap->to >= 0 ? counts[va * T + (size_t) swap->to] : 0)
             - (swap->from >= 0 ? counts[va * T + (size_t) swap->from] - 1 : 0);
  if (vb != RT_NO_VALUE)
    delta += (swap->from >= 0 ? counts[vb * T + (size_t) swap->from] : 0)
             - (swap->to >= 0 ? counts[vb * T + (size_t) swap->to] - 1 : 0);
  return delta;
}

/* Whether two people meet as guests in a round of @term other than @r. */
static bool
meet_elsewhere (const RtState *self, const RtStateTerm *term, int r, int x, int y)
{
  const RtValue *a = row_of (self, x), *b = row_of (self, y);

  for (int q = 0; q < self->n_rounds; q++)
    if (q != r && a[q] == b[q] && a[q] != RT_NO_VALUE && rt_term_acts (term->rule, q))
      return true;
  return false;
}

/* Earlier meetings of old friends count among themselves as soon as they meet in this event. */
static int
friends_side (const RtState *self, const RtStateTerm *term, int r, int x, int from, int to,
              int other)
{
  int delta = 0;

  for (int i = x < 0 ? 0 : self->friends_first[x]; x >= 0 && i < self->friends_first[x + 1]; i++)
    {
      int y = self->friends[i].person, t = row_of (self, y)[r];
      int change = t == RT_NO_VALUE || y == other ? 0 : (t == to) - (t == from);

      if (change != 0 && !meet_elsewhere (self, term, r, x, y))
        delta += change * self->friends[i].cost;
    }
  return delta;
}

static int64_t
delta_repeats (const RtState *self, const RtStateTerm *term, const RtSwap *swap)
{
  int delta = 0;

  if (self->friends != NULL)
    delta = friends_side (self, term, swap->round, swap->a, swap->from, swap->to, swap->b)
            + friends_side (self, term, swap->round, swap->b, swap->to, swap->from, swap->a);
  if (self->walks)
    return delta + walk_side (self, term, swap->round, swap->a, swap->from, swap->to, swap->b)
           + walk_side (self, term, swap->round, swap->b, swap->to, swap->from, swap->a);
  for (int i = 0; i < term->n_columns; i++)
    if (term->columns[i] != swap->round)
      delta += same_in_column (self, term->columns[i], swap);
  return delta;
}

/* What one more meeting with each guest of a table adds to the meetings above the most. */
static int
one_more_each (const RtState *self, const RtStateTerm *term, int r, int x, int t, int but)
{
  const RtValue *query;
  int sum = 0;

  if (x < 0 || t < 0)
    return 0;
  query = rt_state_query (self, term, r, x);
  for (int i = 0; i < rt_state_size (self, r, t); i++)
    {
      int y = rt_state_guest (self, r, t, i);
      int more = y == x || y == but ? 0 : rt_state_match (self, query, y) + 1 - term->rule->most;

      if (more > 1)
        sum += meet_elsewhere (self, term, r, x, y) ? 1 : more;
      else
        sum += more > 0;
    }
  return sum;
}

static int64_t
delta_over_repeats (const RtState *self, const RtStateTerm *term, const RtSwap *swap)
{
  int r = swap->round;

  return one_more_each (self, term, r, swap->a, swap->to, swap->b)
         - one_more_each (self, term, r, swap->a, swap->from, -1)
         + one_more_each (self, term, r, swap->b, swap->from, swap->a)
         - one_more_each (self, term, r, swap->b, swap->to, -1);
}

/*
 * Where tables keep their targets, to come back is to have a table twice in a row: the columns of a
 * row that are @t, one bit each.
 */
static uint64_t
rounds_at (const RtState *self, const RtStateTerm *term, int x, int t)
{
  const RtValue *row = row_of (self, x);
  uint64_t found = 0;

  for (int c = 0; c < self->n_rounds; c += 8)
    {
      RtLanes values, lanes;
      uint64_t halves[2];

      memcpy (&values, row + c, sizeof values);
      memcpy (&lanes, term->lanes + c, sizeof lanes);
      values = (RtLanes) (values == (RtValue) t) & lanes & 1;
      memcpy (halves, &values, sizeof halves);
      found |= (halves[0] | halves[1] << 1) << c / 4;
    }
  return found;
}

/* @x sits at @from, and would at @to. */
static int
plain_returns_side (const RtState *self, const RtStateTerm *term, int r, int x, int from, int to)
{
  uint64_t before = 0;
  int delta = 0;

  if (from >= 0 && term->target[r * self->n_tables + from] != RT_NOWHERE)
    {
      before = rounds_at (self, term, x, from);
      delta -= (before & (before - 1)) != 0;
    }
  if (to >= 0 && term->target[r * self->n_tables + to] != RT_NOWHERE)
    delta += rounds_at (self, term, x, to) != 0;
  return delta;
}

/* Whether @x is with the target of (r, t) in another round. */
static bool
visits_elsewhere (const RtState *self, const RtStateTerm *term, int r, int x, int t)
{
  int target = t < 0 ? RT_NOWHERE : term->target[r * self->n_tables + t];
  const RtValue *row = row_of (self, x);

  if (target == RT_NOWHERE)
    return false;
  for (int q = 0; q < self->n_rounds; q++)
    if (q != r && row[q] != RT_NO_VALUE && rt_term_acts (term->rule, q)
        && term->target[q * self->n_tables + row[q]] == target)
      return true;
  return false;
}

static int
returns_side (const RtState *self, const RtStateTerm *term, int r, int x, int from, int to)
{
  if (x < 0 || (self->problem->pinned_all != NULL && self->problem->pinned_all[x]))
    return 0;
  if (term->same_targets)
    return plain_returns_side (self, term, r, x, from, to);
  return visits_elsewhere (self, term, r, x, to) - visits_elsewhere (self, term, r, x, from);
}

static int64_t
delta_returns (const RtState *self, const RtStateTerm *term, const RtSwap *swap)
{
  return returns_side (self, term, swap->round, swap->a, swap->from, swap->to)
         + returns_side (self, term, swap->round, swap->b, swap->to, swap->from);
}

static int
over_side (const RtState *self, const RtStateTerm *term, int r, RtValue value, int from, int to)
{
  const int16_t *counts = self->counts[term->columns[0] * self->n_rounds + r];
  size_t row = (size_t) value * (size_t) self->n_tables;

  if (value == RT_NO_VALUE)
    return 0;
  return (to >= 0 && counts[row + (size_t) to] >= term->rule->most)
         - (from >= 0 && counts[row + (size_t) from] > term->rule->most);
}

static int64_t
delta_over_spread (const RtState *self, const RtStateTerm *term, const RtSwap *swap)
{
  int c = term->columns[0];
  RtValue va = row_of (self, swap->a)[c];
  RtValue vb = swap->b >= 0 ? row_of (self, swap->b)[c] : RT_NO_VALUE;

  if (va == vb)
    return 0;
  return over_side (self, term, swap->round, va, swap->from, swap->to)
         + over_side (self, term, swap->round, vb, swap->to, swap->from);
}

static bool
meets_own_host (const RtState *self, const RtStateTerm *term, int r, int x, int t)
{
  const int32_t *column = self->problem->columns[term->rule->column];
  int i = r * self->n_tables + t;

  if (x < 0 || t < 0 || column[x] == RT_NOWHERE)
    return false;
  int host = self->problem->host[i], co_host = self->problem->co_host[i];

  return (host != RT_NOWHERE && column[host] == column[x])
         || (co_host != RT_NOWHERE && column[co_host] == column[x]);
}

static int64_t
delta_own_host (const RtState *self, const RtStateTerm *term, const RtSwap *swap)
{
  int r = swap->round;

  return meets_own_host (self, term, r, swap->a, swap->to)
         - meets_own_host (self, term, r, swap->a, swap->from)
         + meets_own_host (self, term, r, swap->b, swap->from)
         - meets_own_host (self, term, r, swap->b, swap->to);
}

/* The number of guests at open tables changes when somebody gets a seat or leaves a closed table.
 */
static bool
changes_guests (const RtState *self, const RtSwap *swap)
{
  const uint8_t *open = self->problem->open + swap->round * self->n_tables;

  return (swap->from >= 0 && open[swap->from]) != (swap->to >= 0 && open[swap->to]);
}

static int64_t
delta_even (const RtState *self, const RtStateTerm *term, const RtSwap *swap)
{
  int r = swap->round;
  RtEven even = self->even[r];

  if (swap->b >= 0)
    return 0;
  if (changes_guests (self, swap))
    {
      RT_AUTOFREE int *sizes = RT_NEW (int, self->n_tables);

      for (int t = 0; t < self->n_tables; t++)
        sizes[t] = rt_state_size (self, r, t) + (t == swap->to) - (t == swap->from);
      rt_even_count (self, r, sizes, &even);
    }
  else
    rt_even_move (self, swap, &even);
  return rt_even_value (&even) - rt_even_value (&self->even[r]);
}

static int
count_fault (const RtState *self, const RtTerm *rule, int r, int t, int size, int n)
{
  if (!self->problem->open[r * self->n_tables + t] || (size == 0 && !rt_state_is_led (self, r, t)))
    return 0;
  return (n < rule->least ? rule->least - n : 0)
         + (rule->most >= 0 && n > rule->most ? n - rule->most : 0);
}

static int
count_at (const RtState *self, const RtStateTerm *term, int r, int t)
{
  if (term->rule->value == RT_NOWHERE)
    return 0;
  return self->counts[term->columns[0] * self->n_rounds + r]
                     [(size_t) term->rule->value * (size_t) self->n_tables + (size_t) t];
}

static int64_t
delta_count (const RtState *self, const RtStateTerm *term, const RtSwap *swap)
{
  int r = swap->round, c = term->columns[0];
  bool counted = term->rule->value != RT_NOWHERE;
  int a = counted && row_of (self, swap->a)[c] == term->rule->value;
  int b = counted && swap->b >= 0 && row_of (self, swap->b)[c] == term->rule->value;
  int tables[2] = { swap->from, swap->to };
  int64_t delta = 0;

  if (a == b && swap->b >= 0)
    return 0;
  for (int i = 0; i < 2; i++)
    if (tables[i] >= 0)
      {
        int sign = i == 0 ? -1 : 1, t = tables[i];
        int size = rt_state_size (self, r, t), n = count_at (self, term, r, t);

        delta += count_fault (self, term->rule, r, t, size + (swap->b < 0 ? sign : 0),
                              n + sign * (a - b))
                 - count_fault (self, term->rule, r, t, size, n);
      }
  return delta;
}

/* The largest group of @term at one table. */
static int
largest_group (const RtState *self, const RtTerm *rule, const RtSwap *swap, int r, bool after)
{
  int largest = 0;

  for (int i = 0; i < rule->n_people; i++)
    {
      int p = rule->people[i], group = 0;
      int t = after ? table_after (self, swap, r, p) : rt_state_table (self, r, p);

      for (int k = 0; t >= 0 && k < rule->n_people; k++)
        {
          int q = rule->people[k];

          group += (after ? table_after (self, swap, r, q) : rt_state_table (self, r, q)) == t;
        }
      if (group > largest)
        largest = group;
    }
  return largest;
}

static int64_t
delta_together (const RtState *self, const RtStateTerm *term, const RtSwap *swap)
{
  return largest_group (self, term->rule, swap, swap->round, false)
         - largest_group (self, term->rule, swap, swap->round, true);
}

static int64_t
delta_apart (const RtState *self, const RtStateTerm *term, const RtSwap *swap)
{
  bool has_a = rt_term_names (term->rule, swap->a);
  bool has_b = swap->b >= 0 && rt_term_names (term->rule, swap->b);
  int64_t delta = 0;

  for (int i = 0; i < term->rule->n_people; i++)
    {
      int p = term->rule->people[i], t = rt_state_table (self, swap->round, p);
      int sign = t < 0 ? 0 : (t == swap->to) - (t == swap->from);

      if (p != swap->a && p != swap->b)
        delta += sign * (has_a - has_b);
    }
  return delta;
}

static bool
at_target (const RtState *self, const RtStateTerm *term, int r, int t)
{
  return t >= 0 && term->target[r * self->n_tables + t] == term->rule->target;
}

static int64_t
delta_visits (const RtState *self, const RtStateTerm *term, const RtSwap *swap)
{
  int p = term->rule->person, r = swap->round;
  int before = at_target (self, term, r, rt_state_table (self, r, p));
  int after = at_target (self, term, r, table_after (self, swap, r, p));

  if (term->rule->kind == RT_TERM_AVOID || before == after)
    return after - before;
  for (int q = 0; q < self->n_rounds; q++)
    if (q != r && rt_term_acts (term->rule, q)
        && at_target (self, term, q, rt_state_table (self, q, p)))
      return 0;
  return before - after;
}

/* The rank of the best wish met if @x sits at @t in round @r. */
static int
wish_rank (const RtState *self, const RtStateTerm *term, int r, int x, int t)
{
  const int32_t *wishes = self->problem->wishes[x];
  const RtValue *row = row_of (self, x);
  int rank = 0;

  for (; wishes[rank] != RT_NOWHERE; rank++)
    for (int q = 0; q < self->n_rounds; q++)
      {
        int table = q == r ? t : row[q] == RT_NO_VALUE ? RT_NOWHERE : row[q];

        if (table >= 0 && rt_term_acts (term->rule, q)
            && term->target[q * self->n_tables + table] == wishes[rank])
          return rank;
      }
  return rank;
}

static int
wishes_side (const RtState *self, const RtStateTerm *term, int r, int x, int from, int to)
{
  if (x < 0 || self->problem->wishes == NULL || self->problem->wishes[x] == NULL)
    return 0;
  return wish_rank (self, term, r, x, to) - wish_rank (self, term, r, x, from);
}

static int64_t
delta_wishes (const RtState *self, const RtStateTerm *term, const RtSwap *swap)
{
  return wishes_side (self, term, swap->round, swap->a, swap->from, swap->to)
         + wishes_side (self, term, swap->round, swap->b, swap->to, swap->from);
}

static int64_t
delta_language (const RtState *self, const RtStateTerm *term, const RtSwap *swap)
{
  int tables[2] = { swap->from, swap->to };
  int64_t delta = 0;

  if (swap->b >= 0 && self->tongue[swap->a] == self->tongue[swap->b])
    return 0;
  for (int i = 0; i < 2; i++)
    if (tables[i] >= 0)
      delta += rt_state_language_fault (self, swap->round, tables[i], swap)
               - rt_state_language_fault (self, swap->round, tables[i], NULL);
  return delta;
}

static bool
lacks_step_free (const RtState *self, int t)
{
  return t >= 0 && self->problem->step_free != NULL && !self->problem->step_free[t];
}

/* Whether all who need a step-free place are at @t, the last of several they could be at. */
static int
crowded (const RtState *self, int r, int t, int need_here, int need)
{
  const RtProblem *problem = self->problem;
  int i = r * self->n_tables + t;
  bool takes = problem->open[i] && rt_problem_seats (problem, i) > 0 && !lacks_step_free (self, t);

  return need >= 2 && need_here == need && self->places_step_free[r] > takes;
}

static int
any_crowded (const RtState *self, int r)
{
  for (int t = 0; self->need_in[r] >= 2 && t < self->n_tables; t++)
    if (self->need_at[r * self->n_tables + t] > 0)
      return crowded (self, r, t, self->need_at[r * self->n_tables + t], self->need_in[r]);
  return 0;
}

static int
crowded_after (const RtState *self, const RtSwap *swap, int a, int b)
{
  int r = swap->round;
  int need = self->need_in[r] + (a - b) * ((swap->to >= 0) - (swap->from >= 0));

  for (int t = 0; t < self->n_tables; t++)
    {
      int here = self->need_at[r * self->n_tables + t] + (t == swap->to ? a - b : 0)
                 - (t == swap->from ? a - b : 0);

      if (here > 0)
        return crowded (self, r, t, here, need);
    }
  return 0;
}

static int64_t
delta_step_free (const RtState *self, const RtStateTerm *term, const RtSwap *swap)
{
  const uint8_t *needs = self->problem->needs_step_free;
  int a = needs != NULL && needs[swap->a], b = needs != NULL && swap->b >= 0 && needs[swap->b];

  if (a == b && (a == 0 || swap->b >= 0))
    return 0;
  return (a - b) * (lacks_step_free (self, swap->to) - lacks_step_free (self, swap->from))
         + crowded_after (self, swap, a, b) - any_crowded (self, swap->round);
}

static int
slip_side (const RtState *self, int r, int x, int from, int to)
{
  if (x < 0 || !self->has_slip[x])
    return 0;
  int issued = self->problem->issued[r * self->n_people + x];
  int before = self->wrong[x], after = before + (to != issued) - (from != issued);

  return (after > 0) - (before > 0);
}

static int64_t
delta_slips (const RtState *self, const RtStateTerm *term, const RtSwap *swap)
{
  return slip_side (self, swap->round, swap->a, swap->from, swap->to)
         + slip_side (self, swap->round, swap->b, swap->to, swap->from);
}

/**
 * rt_term_delta:
 *
 * Returns: what the measure of @term changes by in @swap. Cost: a few look-ups for most kinds; the
 *   size of two tables for `language` and `repeats` with `most`; the size of the group for
 * `together`.
 */
int64_t
rt_term_delta (const RtState *self, const RtStateTerm *term, const RtSwap *swap)
{
  if (!rt_term_acts (term->rule, swap->round))
    return 0;
  switch (term->rule->kind)
    {
    case RT_TERM_REPEATS:
      return delta_repeats (self, term, swap);
    case RT_TERM_OVER_REPEATS:
      return delta_over_repeats (self, term, swap);
    case RT_TERM_RETURNS:
      return delta_returns (self, term, swap);
    case RT_TERM_SPREAD:
      return same_in_column (self, term->columns[0], swap);
    case RT_TERM_OVER_SPREAD:
      return delta_over_spread (self, term, swap);
    case RT_TERM_OWN_HOST:
      return delta_own_host (self, term, swap);
    case RT_TERM_EVEN:
      return delta_even (self, term, swap);
    case RT_TERM_COUNT:
      return delta_count (self, term, swap);
    case RT_TERM_TOGETHER:
      return delta_together (self, term, swap);
    case RT_TERM_APART:
      return delta_apart (self, term, swap);
    case RT_TERM_VISIT:
    case RT_TERM_AVOID:
      return delta_visits (self, term, swap);
    case RT_TERM_WISHES:
      return delta_wishes (self, term, swap);
    case RT_TERM_LANGUAGE:
      return delta_language (self, term, swap);
    case RT_TERM_STEP_FREE:
      return delta_step_free (self, term, swap);
    case RT_TERM_SLIPS:
      return delta_slips (self, term, swap);
    }
  return 0;
}
