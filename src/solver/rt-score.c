/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/*
 * The plain recount: every measure as its definition reads, from the seating alone. It is slow and
 * obvious on purpose, and shares nothing with the search, so that each can convict the other.
 */

#include "rt-score-parts.h"

#include "rt-memory.h"

#include <limits.h>
#include <string.h>

static void
list_people (RtRecount *self)
{
  const RtProblem *problem = self->problem;
  int n_places = problem->n_rounds * problem->n_tables;
  RT_AUTOFREE int *next = RT_NEW (int, n_places + 1);

  self->first = RT_NEW (int, n_places + 1);
  self->people = RT_NEW (int, problem->n_rounds * problem->n_people);
  for (int r = 0; r < problem->n_rounds; r++)
    for (int p = 0; p < problem->n_people; p++)
      if (rt_recount_seat (self, r, p) >= 0)
        self->first[r * problem->n_tables + rt_recount_seat (self, r, p) + 1]++;
  for (int i = 0; i < n_places; i++)
    self->first[i + 1] += self->first[i];
  memcpy (next, self->first, sizeof (int) * (size_t) (n_places + 1));
  self->guests = RT_NEW (int, n_places);
  for (int r = 0; r < problem->n_rounds; r++)
    for (int leads = 0; leads < 2; leads++)
      for (int p = 0; p < problem->n_people; p++)
        if (rt_recount_seat (self, r, p) >= 0 && rt_recount_is_guest (self, r, p) == (leads == 0))
          {
            int place = r * problem->n_tables + rt_recount_seat (self, r, p);

            self->people[next[place]++] = p;
            self->guests[place] += leads == 0;
          }
}

static void
list_earlier (RtRecount *self)
{
  const RtProblem *problem = self->problem;
  RT_AUTOFREE int *next = RT_NEW (int, problem->n_people + 1);

  self->earlier_first = RT_NEW (int, problem->n_people + 1);
  for (int i = 0; i < problem->n_earlier; i++)
    for (const int32_t *p = problem->earlier[i]; *p != RT_NOWHERE; p++)
      self->earlier_first[*p + 1]++;
  for (int p = 0; p < problem->n_people; p++)
    self->earlier_first[p + 1] += self->earlier_first[p];
  memcpy (next, self->earlier_first, sizeof (int) * (size_t) (problem->n_people + 1));
  self->earlier = RT_NEW (int, self->earlier_first[problem->n_people]);
  for (int i = 0; i < problem->n_earlier; i++)
    for (const int32_t *p = problem->earlier[i]; *p != RT_NOWHERE; p++)
      self->earlier[next[*p]++] = i;
}

static int64_t
count_term (RtRecount *self, const RtTerm *term)
{
  switch (term->kind)
    {
    case RT_TERM_REPEATS:
    case RT_TERM_OVER_REPEATS:
      return rt_recount_repeats (self, term);
    case RT_TERM_RETURNS:
      return rt_recount_returns (self, term);
    case RT_TERM_SPREAD:
    case RT_TERM_OVER_SPREAD:
      return rt_recount_same (self, term);
    case RT_TERM_OWN_HOST:
      return rt_recount_own_host (self, term);
    case RT_TERM_EVEN:
      return rt_recount_uneven (self, term);
    case RT_TERM_COUNT:
      return rt_recount_count (self, term);
    case RT_TERM_TOGETHER:
      return rt_recount_together (self, term);
    case RT_TERM_APART:
      return rt_recount_apart (self, term);
    case RT_TERM_VISIT:
      return rt_recount_visits (self, term) == 0;
    case RT_TERM_AVOID:
      return rt_recount_visits (self, term);
    case RT_TERM_WISHES:
      return rt_recount_wishes (self, term);
    case RT_TERM_LANGUAGE:
      return rt_recount_language (self, term);
    case RT_TERM_STEP_FREE:
      return rt_recount_step_free (self, term);
    case RT_TERM_SLIPS:
      return rt_recount_slips (self);
    }
  return 0;
}

static void
count_capacity (RtRecount *self, RtScore *score)
{
  const RtProblem *problem = self->problem;

  for (int r = 0; r < problem->n_rounds; r++)
    {
      for (int t = 0; t < problem->n_tables; t++)
        {
          int place = r * problem->n_tables + t;
          int size = rt_recount_n_guests (self, r, t);

          if (!rt_recount_is_open (self, r, t))
            score->capacity += size;
          else if (size > problem->places[place])
            score->capacity += size - problem->places[place];
          else if (rt_recount_is_occupied (self, r, t) && size < problem->least[place])
            score->capacity += problem->least[place] - size;
        }
      for (int p = 0; p < problem->n_people; p++)
        score->unseated
            += problem->presence[r * problem->n_people + p] == RT_GUEST
               && rt_recount_seat (self, r, p) < 0;
    }
}

static void
count_met (RtRecount *self, RtScore *score)
{
  RT_AUTOFREE int *met = RT_NEW (int, self->problem->n_people);

  score->met_least = INT_MAX;
  for (int p = 0; p < self->problem->n_people; p++)
    {
      bool guest = false;

      for (int r = 0; r < self->problem->n_rounds; r++)
        guest = guest || rt_recount_is_guest (self, r, p);
      if (!guest)
        continue;
      rt_recount_contacts (self, p, UINT32_MAX, false);
      for (int i = 0; i < self->n_touched; i++)
        {
          met[self->touched[i]]++;
          if (self->contacts[self->touched[i]] > score->together_most)
            score->together_most = self->contacts[self->touched[i]];
        }
      /* Whoever has a lower number has told of their meetings already. */
      met[p] += self->n_touched;
      if (met[p] < score->met_least)
        score->met_least = met[p];
    }
  if (score->met_least == INT_MAX)
    score->met_least = 0;
}

static void
recount_init (RtRecount *self)
{
  list_people (self);
  list_earlier (self);
  self->contacts = RT_NEW (int, self->problem->n_people);
  self->touched = RT_NEW (int, self->problem->n_people);
}

static void
recount_clear (RtRecount *self)
{
  free (self->first);
  free (self->people);
  free (self->guests);
  free (self->earlier_first);
  free (self->earlier);
  free (self->contacts);
  free (self->touched);
}

/**
 * rt_score_terms:
 * @problem: a sound problem
 * @tables: [n_rounds * n_people] a seating
 * @wanted: [n_terms]: which of the terms to count
 * @terms: [n_terms]: takes the measures of those
 *
 * The rules alone, for whoever has no use for the rest of a score.
 */
void
rt_score_terms (const RtProblem *problem, const int32_t *tables, const bool *wanted, int64_t *terms)
{
  RtRecount self = { .problem = problem, .tables = tables };

  for (int i = 0; i < problem->n_terms; i++)
    if (wanted[i])
      {
        if (self.people == NULL)
          recount_init (&self);
        terms[i] = count_term (&self, &problem->terms[i]);
      }
  recount_clear (&self);
}

/**
 * rt_score_new:
 * @problem: a sound problem
 * @tables: [n_rounds * n_people] a seating; what it says of people who are away is not read
 *
 * Counts every measure as it is defined. The cost grows with the meetings: people times rounds
 * times the size of a table.
 *
 * Returns: (transfer full): the score, to be freed with rt_score_free()
 */
RtScore *
rt_score_new (const RtProblem *problem, const int32_t *tables)
{
  RtRecount self = { .problem = problem, .tables = tables };
  RtScore *score = RT_NEW (RtScore, 1);

  recount_init (&self);
  count_capacity (&self, score);
  score->terms = RT_NEW (int64_t, problem->n_terms);
  for (int i = 0; i < problem->n_terms; i++)
    score->terms[i] = count_term (&self, &problem->terms[i]);
  count_met (&self, score);
  recount_clear (&self);
  return score;
}

/** rt_score_free: Frees @score, which may be NULL */
void
rt_score_free (RtScore *score)
{
  if (score == NULL)
    return;
  free (score->terms);
  free (score);
}

static int
compare (int64_t a, int64_t b)
{
  return a < b ? -1 : a > b;
}

/**
 * rt_score_compare:
 * @problem: the problem both were counted for
 * @a: a score
 * @b: another
 *
 * Nobody is left standing while there is a chair, so the unseated come first; then the places; then
 * the terms by level and order; then the fewest meetings of one pair and the most people met.
 *
 * Returns: less than 0 if @a is better, more than 0 if @b is, 0 if neither
 */
int
rt_score_compare (const RtProblem *problem, const RtScore *a, const RtScore *b)
{
  int order = compare (a->unseated, b->unseated);

  if (order == 0)
    order = compare (a->capacity, b->capacity);
  for (RtLevel level = RT_LEVEL_MUST; level <= RT_LEVEL_MAY; level++)
    for (int i = 0; order == 0 && i < problem->n_terms; i++)
      if (problem->terms[i].level == level)
        order = compare (a->terms[i], b->terms[i]);
  if (order == 0)
    order = compare (a->together_most, b->together_most);
  if (order == 0)
    order = compare (b->met_least, a->met_least);
  return order;
}
