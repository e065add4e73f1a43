/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Proofs that the rules that must be kept cannot be. */

#include "rt-prove.h"

#include "rt-memory.h"
#include "rt-search.h"
#include "rt-solver.h"

#include <string.h>

/* Seatings up to which every one of them is looked at. */
#define MOST_SEATINGS 20000

/* Candidates of a step of the search, and its heats, try by try. */
#define CANDIDATES 32
static const double heats[] = { 0.22, 0.1, 0.3, 0.14 };

/* The rules that the bounds of others are allowed to count on, and those whose own bound counts on
 * nothing but these. */
static bool
is_structure (RtTermKind kind, bool narrow)
{
  return kind == RT_TERM_EVEN || kind == RT_TERM_TOGETHER
         || (!narrow && (kind == RT_TERM_RETURNS || kind == RT_TERM_OWN_HOST));
}

static bool
breaks_a_must (const RtProblem *problem, const RtProblem *asked)
{
  RtBounds *bounds = rt_bounds_new (asked);
  bool broken = bounds->unseated > 0 || bounds->capacity > 0;

  for (int i = 0; i < problem->n_terms; i++)
    broken = broken || (problem->terms[i].level == RT_LEVEL_MUST && bounds->terms[i] > 0);
  rt_bounds_free (bounds);
  return broken;
}

/*
 * A must whose bound is above 0 cannot be kept. The bound of a lesser rule counts on the musts, so
 * that a must which is taken for a lesser one and has a bound then cannot be kept beside the
 * others.
 */
static bool
is_shown_by_bounds (const RtProblem *problem)
{
  RtProblem copy = *problem;
  RT_AUTOFREE RtTerm *terms = RT_NEW (RtTerm, problem->n_terms);

  if (breaks_a_must (problem, problem))
    return true;
  copy.terms = terms;
  for (int narrow = 0; narrow < 2; narrow++)
    {
      memcpy (terms, problem->terms, sizeof *terms * (size_t) problem->n_terms);
      for (int i = 0; i < problem->n_terms; i++)
        if (terms[i].level == RT_LEVEL_MUST && !is_structure (terms[i].kind, narrow))
          terms[i].level = RT_LEVEL_SHOULD;
      if (breaks_a_must (problem, &copy))
        return true;
    }
  return false;
}

/* Goes through every seating in which nobody is unseated and no table above its places. */
typedef struct {
  const RtProblem *problem;
  int32_t         *tables; /* [n_rounds * n_people] */
  int             *size;   /* [n_rounds * n_tables] guests */
} Everything;

static bool
is_kept (const RtProblem *problem, const RtScore *score)
{
  bool kept = score->unseated == 0 && score->capacity == 0;

  for (int i = 0; i < problem->n_terms; i++)
    kept = kept && (problem->terms[i].level != RT_LEVEL_MUST || score->terms[i] == 0);
  return kept;
}

static bool
moves (const RtProblem *problem, int i)
{
  return problem->presence[i] == RT_GUEST && problem->fixed[i] == RT_NOWHERE
         && !problem->frozen[i / problem->n_people];
}

/* Whether one of the seatings from person @i on keeps every must. */
static bool
some_seating (Everything *self, int i)
{
  const RtProblem *problem = self->problem;
  bool found = false;
  int r;

  while (i < problem->n_rounds * problem->n_people && !moves (problem, i))
    i++;
  if (i == problem->n_rounds * problem->n_people)
    {
      RtScore *score = rt_score_new (problem, self->tables);

      found = is_kept (problem, score);
      rt_score_free (score);
      return found;
    }
  r = i / problem->n_people;
  for (int t = 0; t < problem->n_tables && !found; t++)
    {
      int place = r * problem->n_tables + t;

      if (!problem->open[place] || self->size[place] >= problem->places[place])
        continue;
      self->tables[i] = t;
      self->size[place]++;
      found = some_seating (self, i + 1);
      self->size[place]--;
    }
  return found;
}

static double
count_seatings (const RtProblem *problem)
{
  double n = 1;

  for (int i = 0; i < problem->n_rounds * problem->n_people; i++)
    if (moves (problem, i))
      n *= problem->n_tables;
  return n;
}

static RtAnswer
ask_every_seating (const RtProblem *problem)
{
  size_t n = (size_t) (problem->n_rounds * problem->n_people);
  RT_AUTOFREE int32_t *tables = RT_NEW (int32_t, n);
  RT_AUTOFREE int *size = RT_NEW (int, problem->n_rounds * problem->n_tables);
  Everything self = { problem, tables, size };

  if (count_seatings (problem) > MOST_SEATINGS)
    return RT_ANSWER_UNKNOWN;
  for (size_t i = 0; i < n; i++)
    {
      int r = (int) i / problem->n_people, fixed = problem->fixed[i];

      tables[i] = problem->presence[i] == RT_AWAY ? RT_NOWHERE : fixed;
      if (fixed != RT_NOWHERE && problem->presence[i] == RT_GUEST)
        size[r * problem->n_tables + fixed]++;
    }
  return some_seating (&self, 0) ? RT_ANSWER_POSSIBLE : RT_ANSWER_IMPOSSIBLE;
}

/* Whether a rule is kept exactly if it is kept in each round. */
static bool
is_sum_over_rounds (RtTermKind kind)
{
  switch (kind)
    {
    case RT_TERM_REPEATS:
    case RT_TERM_OVER_REPEATS:
    case RT_TERM_RETURNS:
    case RT_TERM_VISIT:
    case RT_TERM_WISHES:
    case RT_TERM_SLIPS:
      return false;
    default:
      return true;
    }
}

/* Every seating of one round alone, by the rules that look at one round at a time. */
static bool
fails_alone (const RtProblem *problem, int round)
{
  RtProblem copy = *problem;
  size_t n = (size_t) problem->n_people;
  RT_AUTOFREE uint8_t *presence = RT_NEW (uint8_t, n * (size_t) problem->n_rounds);
  RT_AUTOFREE RtTerm *terms = RT_NEW (RtTerm, problem->n_terms);

  memcpy (presence + n * (size_t) round, problem->presence + n * (size_t) round, n);
  copy.presence = presence;
  copy.terms = terms;
  copy.n_terms = 0;
  for (int i = 0; i < problem->n_terms; i++)
    if (is_sum_over_rounds (problem->terms[i].kind))
      {
        terms[copy.n_terms] = problem->terms[i];
        terms[copy.n_terms++].rounds &= UINT32_C (1) << round;
      }
  return ask_every_seating (&copy) == RT_ANSWER_IMPOSSIBLE;
}

/**
 * rt_prove_musts:
 * @problem: a sound problem
 *
 * Returns: whether there is a proof that not every must can be kept; %RT_ANSWER_POSSIBLE only where
 *   every seating was looked at
 */
RtAnswer
rt_prove_musts (const RtProblem *problem)
{
  RtAnswer answer;

  if (is_shown_by_bounds (problem))
    return RT_ANSWER_IMPOSSIBLE;
  answer = ask_every_seating (problem);
  if (answer != RT_ANSWER_UNKNOWN)
    return answer;
  for (int r = 0; r < problem->n_rounds; r++)
    if (!problem->frozen[r] && (rt_prove_round (problem, r) || fails_alone (problem, r)))
      return RT_ANSWER_IMPOSSIBLE;
  return RT_ANSWER_UNKNOWN;
}

static bool
poll_cb (void *data)
{
  return __atomic_load_n ((const int *) data, __ATOMIC_RELAXED) == 0;
}

static bool
keeps_all (const RtProblem *problem, const RtSearch *search)
{
  bool kept = search->best_unseated == 0 && search->best_capacity == 0;

  for (int i = 0; i < problem->n_terms; i++)
    kept = kept && (problem->terms[i].level != RT_LEVEL_MUST || search->best_values[i] == 0);
  return kept;
}

/**
 * rt_try_musts:
 * @problem: a sound problem; what `may` be kept is not looked at
 * @moves: how many swaps are looked at, at most
 * @seed: of the search
 * @stop: (nullable): ends the search once it is not 0
 * @tables: (nullable) (out): [n_rounds * n_people] the best seating
 *
 * Returns: %RT_ANSWER_POSSIBLE with a seating in which every must is kept, or %RT_ANSWER_UNKNOWN
 */
RtAnswer
rt_try_musts (const RtProblem *problem, uint64_t moves, uint64_t seed, const int *stop,
              int32_t *tables)
{
  RtBounds *bounds = rt_bounds_new (problem);
  RtSearch *search = rt_search_new (problem, bounds, seed);
  const int n_tries = 8;
  bool kept;

  if (stop != NULL)
    {
      search->poll = poll_cb;
      search->poll_data = (void *) stop;
    }
  rt_search_restart (search, true);
  for (int i = 0; i < n_tries && !search->stopped; i++)
    {
      rt_search_scan (search, moves / n_tries + 1, CANDIDATES, heats[i % 4], RT_LEVEL_SHOULD);
      if (keeps_all (problem, search) && rt_search_open (search, RT_LEVEL_SHOULD) < 0)
        break;
      if (i % 4 == 3)
        rt_search_restart (search, false);
    }
  rt_search_settle (search);
  kept = keeps_all (problem, search);
  if (tables != NULL)
    memcpy (tables, search->best,
            sizeof *tables * (size_t) (problem->n_rounds * problem->n_people));
  rt_search_free (search);
  rt_bounds_free (bounds);
  return kept ? RT_ANSWER_POSSIBLE : RT_ANSWER_UNKNOWN;
}
