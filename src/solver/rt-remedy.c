/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What one swap could mend for one person. */

#include "rt-remedy.h"

#include "rt-state.h"

typedef struct {
  const RtState *state;
  int            term;
  RtRemedyAnswer answer;
  RtRemedy      *best;
} Scan;

/* Whether what is spoiled by @a is worth less than by @b: nothing, then what stands later. */
static bool
is_better (const Scan *self, const RtRemedy *a)
{
  const RtRemedy *b = self->best;

  if (self->answer != RT_REMEDY_FOUND)
    return true;
  if (a->spoiled == RT_NOWHERE || b->spoiled == RT_NOWHERE)
    return a->spoiled == RT_NOWHERE && b->spoiled != RT_NOWHERE;
  if (self->state->terms[a->spoiled].rule->level != self->state->terms[b->spoiled].rule->level)
    return self->state->terms[a->spoiled].rule->level > self->state->terms[b->spoiled].rule->level;
  if (a->spoiled != b->spoiled)
    return a->spoiled > b->spoiled;
  return a->amount < b->amount;
}

static void
look_at (Scan *self, const RtSwap *swap)
{
  const RtState *state = self->state;
  RtRemedy remedy = { swap->b, swap->to, RT_NOWHERE, 0 };
  int n = 0;

  if (rt_term_delta (state, &state->terms[self->term], swap) >= 0)
    return;
  if (self->answer == RT_REMEDY_NONE)
    self->answer = RT_REMEDY_SPOILS;
  for (int i = 0; i < state->n_terms && n < 2; i++)
    {
      int64_t delta;

      if (i == self->term || state->terms[i].rule->level == RT_LEVEL_MAY)
        continue;
      delta = rt_term_delta (state, &state->terms[i], swap);
      if (delta > 0)
        {
          remedy.spoiled = i;
          remedy.amount = delta;
          n++;
        }
    }
  if (n < 2 && is_better (self, &remedy))
    {
      *self->best = remedy;
      self->answer = RT_REMEDY_FOUND;
    }
}

/* Whether a table keeps as many guests as it needs, and the other takes one more. */
static bool
has_room (const RtProblem *problem, const RtState *state, const RtSwap *swap)
{
  int from = swap->round * problem->n_tables + swap->from;
  int to = swap->round * problem->n_tables + swap->to;
  int left = rt_state_size (state, swap->round, swap->from) - 1;

  return problem->open[to] && rt_state_size (state, swap->round, swap->to) < problem->places[to]
         && (left == 0 || left >= problem->least[from])
         && rt_state_size (state, swap->round, swap->to) + 1 >= problem->least[to];
}

/**
 * rt_remedy_find:
 * @problem: a sound problem
 * @tables: [n_rounds * n_people] a seating
 * @round: a round
 * @person: somebody who sits there
 * @term: what is to be less
 * @remedy: (out): how
 *
 * Returns: whether there is a swap or move, filled into @remedy
 */
RtRemedyAnswer
rt_remedy_find (const RtProblem *problem, const int32_t *tables, int round, int person, int term,
                RtRemedy *remedy)
{
  RtState *state = rt_state_new (problem);
  Scan scan = { state, term, RT_REMEDY_NONE, remedy };
  RtSwap swap = { round, person, RT_NOWHERE, tables[round * problem->n_people + person], 0 };

  rt_state_load (state, tables);
  if (swap.from != RT_NOWHERE && rt_state_moves (state, round, person))
    {
      for (int p = 0; p < problem->n_people; p++)
        {
          swap.b = p;
          swap.to = rt_state_table (state, round, p);
          if (p != person && rt_state_moves (state, round, p) && swap.to != RT_NOWHERE
              && swap.to != swap.from)
            look_at (&scan, &swap);
        }
      swap.b = RT_NOWHERE;
      for (swap.to = 0; swap.to < problem->n_tables; swap.to++)
        if (swap.to != swap.from && has_room (problem, state, &swap))
          look_at (&scan, &swap);
    }
  rt_state_free (state);
  return scan.answer;
}
