/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Which problems a scan can take, and by what its costs are measured. */

#include "rt-scan-parts.h"

/* Matrices above this leave every cache, and sampling is as good. */
#define MOST_BYTES (40u << 20)

static bool
acts_always (const RtState *state, const RtTerm *term)
{
  uint32_t all = (UINT32_C (1) << state->n_rounds) - 1;

  return (term->rounds & all) == all;
}

/* Whether a term is a sum over pairs who meet. */
static bool
is_of_pairs (const RtTerm *term)
{
  return term->kind == RT_TERM_REPEATS || term->kind == RT_TERM_SPREAD
         || term->kind == RT_TERM_APART;
}

/* Whether a term is a sum over people of what their own row says. */
bool
rt_scan_is_of_rows (const RtTerm *term)
{
  return term->kind == RT_TERM_RETURNS || term->kind == RT_TERM_OWN_HOST
         || term->kind == RT_TERM_VISIT || term->kind == RT_TERM_AVOID;
}

/* Whether a term is 0 whatever anybody does. */
static bool
is_idle (const RtProblem *problem, const RtTerm *term)
{
  bool anybody = false;

  for (int p = 0; problem->needs_step_free != NULL && p < problem->n_people; p++)
    anybody = anybody || problem->needs_step_free[p];
  return term->kind == RT_TERM_STEP_FREE && !anybody;
}

/* Whether the people whom a rule keeps apart are guests only: a host is no guest's partner. */
static bool
parts_guests (const RtState *state, const RtTerm *rule)
{
  for (int i = 0; rule->kind == RT_TERM_APART && i < rule->n_people; i++)
    for (int r = 0; r < state->n_rounds; r++)
      if (state->problem->presence[r * state->n_people + rule->people[i]] == RT_LEADS)
        return false;
  return true;
}

/** rt_scan_has_rows: Returns: whether any term is a sum over people of what their own row says */
bool
rt_scan_has_rows (const RtState *state)
{
  for (int i = 0; i < state->n_terms; i++)
    if (rt_scan_is_of_rows (state->terms[i].rule))
      return true;
  return false;
}

/** rt_scan_fits: Returns: whether one pass can weigh all swaps of a person under these rules */
bool
rt_scan_fits (const RtState *state)
{
  size_t n = (size_t)state->n_people;
  size_t seats = (size_t)state->n_rounds * (size_t)(state->n_tables + 1) * n;
  int n_repeats = 0;

  for (int i = 0; i < state->n_terms; i++)
    {
      const RtTerm *rule = state->terms[i].rule;

      if (is_of_pairs (rule) ? !acts_always (state, rule) || !parts_guests (state, rule)
                             : !rt_scan_is_of_rows (rule) && rule->kind != RT_TERM_EVEN
                                   && !is_idle (state->problem, rule))
        return false;
      n_repeats += rule->kind == RT_TERM_REPEATS;
    }
  return n_repeats > 0
         && seats * sizeof (int16_t) * (rt_scan_has_rows (state) ? 2 : 1) + n * n <= MOST_BYTES;
}

static int64_t
common_divisor (int64_t a, int64_t b)
{
  return b == 0 ? a : common_divisor (b, a % b);
}

/* The most meetings of two people in earlier events. */
static int
most_earlier (const RtState *state)
{
  int most = state->problem->n_earlier > 0, n = state->friends_first[state->n_people];

  for (int i = 0; i < n; i++)
    while (most * (most - 1) / 2 < state->friends[i].cost)
      most++;
  return most;
}

/* The most that one more meeting can cost in repeats. */
static int64_t
most_repeats (const RtState *state)
{
  int64_t earlier = most_earlier (state), again = state->n_rounds + earlier,
          first = earlier * (earlier + 1) / 2;

  return first > again ? first : again;
}

static int
largest_table (const RtState *state)
{
  int largest = 0;

  for (int r = 0; r < state->n_rounds; r++)
    for (int t = 0; t < state->n_tables; t++)
      if (rt_state_chairs (state, r, t) > largest)
        largest = rt_state_chairs (state, r, t);
  return largest;
}

/* Measures costs by what divides all weights. False if costs could leave their bits. */
bool
rt_scan_take_weights (RtScan *self)
{
  const RtState *state = self->state;
  int64_t rows = 0, pairs = 0;

  self->unit = self->repeat = 0;
  for (int i = 0; i < state->n_terms; i++)
    if (is_of_pairs (state->terms[i].rule) || rt_scan_is_of_rows (state->terms[i].rule))
      self->unit = common_divisor (state->terms[i].weight, self->unit);
  for (int i = 0; i < state->n_terms; i++)
    {
      const RtTerm *rule = state->terms[i].rule;
      int64_t cost = state->terms[i].weight / self->unit;

      if (cost > RT_SCAN_MOST_COST)
        return false;
      if (rule->kind == RT_TERM_REPEATS)
        {
          self->repeat += (int) cost;
          cost *= most_repeats (state);
        }
      if (is_of_pairs (rule))
        pairs += cost;
      if (rt_scan_is_of_rows (rule))
        rows += cost;
    }
  return pairs <= RT_SCAN_MOST_PAIR && pairs * largest_table (state) + rows <= RT_SCAN_MOST_COST;
}
