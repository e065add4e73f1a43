/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/*
 * The plain recount: every measure as its definition reads, from the seating alone. It is slow and
 * obvious on purpose, and shares nothing with the search, so that each can convict the other.
 */

#include "rt-memory.h"
#include "rt-solver.h"

#include <limits.h>
#include <string.h>

typedef struct {
  const RtProblem *problem;
  const int32_t   *tables;
  int             *first;    /* [n_rounds * n_tables + 1] where the people of a table begin in `people` */
  int             *people;   /* everybody who sits, by round and table, the guests of a table first */
  int             *guests;   /* [n_rounds * n_tables] how many of them are guests */
  int             *earlier_first; /* [n_people + 1] where the earlier sittings of a person begin */
  int             *earlier;
  int             *contacts; /* [n_people] meetings with one person, see count_contacts() */
  int             *touched;  /* the people with contacts */
  int              n_touched;
} Recount;

static int
seat (const Recount *self, int r, int p)
{
  int i = r * self->problem->n_people + p;

  return self->problem->presence[i] == RT_AWAY ? RT_NOWHERE : self->tables[i];
}

static bool
is_guest (const Recount *self, int r, int p)
{
  return self->problem->presence[r * self->problem->n_people + p] == RT_GUEST
         && seat (self, r, p) >= 0;
}

static bool
acts (const RtTerm *term, int r)
{
  return (term->rounds >> r & 1) != 0;
}

static bool
is_open (const Recount *self, int r, int t)
{
  return self->problem->open[r * self->problem->n_tables + t] != 0;
}

static int
count_guests (const Recount *self, int r, int t)
{
  return self->guests[r * self->problem->n_tables + t];
}

/* Whether anybody sits there, a leader too. */
static bool
is_occupied (const Recount *self, int r, int t)
{
  int place = r * self->problem->n_tables + t;

  return self->first[place + 1] > self->first[place];
}

/* The host, table or theme somebody is with at (r, t). */
static int
target_at (const Recount *self, RtOf of, int r, int t)
{
  int place = r * self->problem->n_tables + t;

  if (t < 0)
    return RT_NOWHERE;
  return of == RT_OF_TABLE  ? t
         : of == RT_OF_HOST ? self->problem->host[place]
                            : self->problem->theme[place];
}

static int64_t
choose_2 (int64_t n)
{
  return n * (n - 1) / 2;
}

static void
list_people (Recount *self)
{
  const RtProblem *problem = self->problem;
  int n_places = problem->n_rounds * problem->n_tables;
  RT_AUTOFREE int *next = RT_NEW (int, n_places + 1);

  self->first = RT_NEW (int, n_places + 1);
  self->people = RT_NEW (int, problem->n_rounds * problem->n_people);
  for (int r = 0; r < problem->n_rounds; r++)
    for (int p = 0; p < problem->n_people; p++)
      if (seat (self, r, p) >= 0)
        self->first[r * problem->n_tables + seat (self, r, p) + 1]++;
  for (int i = 0; i < n_places; i++)
    self->first[i + 1] += self->first[i];
  memcpy (next, self->first, sizeof (int) * (size_t) (n_places + 1));
  self->guests = RT_NEW (int, n_places);
  for (int r = 0; r < problem->n_rounds; r++)
    for (int leads = 0; leads < 2; leads++)
      for (int p = 0; p < problem->n_people; p++)
        if (seat (self, r, p) >= 0 && is_guest (self, r, p) == (leads == 0))
          {
            int place = r * problem->n_tables + seat (self, r, p);

            self->people[next[place]++] = p;
            self->guests[place] += leads == 0;
          }
}

static void
list_earlier (Recount *self)
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

/* Counts the meetings of @p with everybody whose number is higher, so that each pair is met once: as
 * guests in @rounds and, if asked, in earlier events. */
static void
count_contacts (Recount *self, int p, uint32_t rounds, bool with_earlier)
{
  int *contacts = self->contacts, *touched = self->touched, n = 0;

  for (int i = 0; i < self->n_touched; i++)
    contacts[touched[i]] = 0;
  for (int r = 0; r < self->problem->n_rounds; r++)
    if ((rounds >> r & 1) != 0 && is_guest (self, r, p))
      {
        int place = r * self->problem->n_tables + seat (self, r, p);
        const int *last = self->people + self->first[place] + self->guests[place] - 1;

        for (const int *q = last; *q > p; q--)
          if (contacts[*q]++ == 0)
            touched[n++] = *q;
      }
  for (int i = self->earlier_first[p]; with_earlier && i < self->earlier_first[p + 1]; i++)
    for (const int32_t *q = self->problem->earlier[self->earlier[i]]; *q != RT_NOWHERE; q++)
      if (*q > p && contacts[*q]++ == 0)
        touched[n++] = *q;
  self->n_touched = n;
}

/* Whether two people meet as guests in one of these rounds; who only met earlier counts nothing. */
static bool
guests_together (const Recount *self, int p, int q, uint32_t rounds)
{
  for (int r = 0; r < self->problem->n_rounds; r++)
    if ((rounds >> r & 1) != 0 && is_guest (self, r, p) && is_guest (self, r, q)
        && seat (self, r, p) == seat (self, r, q))
      return true;
  return false;
}

static int64_t
count_repeats (Recount *self, const RtTerm *term)
{
  int64_t sum = 0;

  for (int p = 0; p < self->problem->n_people; p++)
    {
      count_contacts (self, p, term->rounds, true);
      for (int i = 0; i < self->n_touched; i++)
        {
          int q = self->touched[i];
          int meetings = self->contacts[q];
          int free_of_charge = term->kind == RT_TERM_REPEATS ? 1 : term->most;

          if (meetings > free_of_charge && guests_together (self, p, q, term->rounds))
            sum += term->kind == RT_TERM_REPEATS ? choose_2 (meetings) : meetings - term->most;
        }
    }
  return sum;
}

static bool
visited_before (const Recount *self, const RtTerm *term, int p, int r, int target)
{
  for (int q = 0; q < r; q++)
    if (acts (term, q) && is_guest (self, q, p)
        && target_at (self, term->of, q, seat (self, q, p)) == target)
      return true;
  return false;
}

static int64_t
count_returns (Recount *self, const RtTerm *term)
{
  int64_t sum = 0;

  for (int p = 0; p < self->problem->n_people; p++)
    {
      if (self->problem->pinned_all != NULL && self->problem->pinned_all[p])
        continue;
      for (int r = 0; r < self->problem->n_rounds; r++)
        if (acts (term, r) && is_guest (self, r, p))
          {
            int target = target_at (self, term->of, r, seat (self, r, p));

            sum += target != RT_NOWHERE && visited_before (self, term, p, r, target);
          }
    }
  return sum;
}

/* Same values among the guests of one table: pairs, or heads above the most. */
static int64_t
count_same_at (Recount *self, const RtTerm *term, int r, int t, int *seen)
{
  int place = r * self->problem->n_tables + t;
  const int32_t *column = self->problem->columns[term->column];
  int64_t sum = 0;

  for (int i = self->first[place]; i < self->first[place + 1]; i++)
    {
      int p = self->people[i];

      if (!is_guest (self, r, p) || column[p] == RT_NOWHERE)
        continue;
      if (term->kind == RT_TERM_SPREAD)
        sum += seen[column[p]];
      else
        sum += seen[column[p]] >= term->most;
      seen[column[p]]++;
    }
  for (int i = self->first[place]; i < self->first[place + 1]; i++)
    if (column[self->people[i]] != RT_NOWHERE)
      seen[column[self->people[i]]] = 0;
  return sum;
}

static int64_t
count_same (Recount *self, const RtTerm *term)
{
  RT_AUTOFREE int *seen = RT_NEW (int, self->problem->n_values[term->column]);
  int64_t sum = 0;

  for (int r = 0; r < self->problem->n_rounds; r++)
    for (int t = 0; acts (term, r) && t < self->problem->n_tables; t++)
      sum += count_same_at (self, term, r, t, seen);
  return sum;
}

static int64_t
count_own_host (Recount *self, const RtTerm *term)
{
  const RtProblem *problem = self->problem;
  const int32_t *column = problem->columns[term->column];
  int64_t sum = 0;

  for (int r = 0; r < problem->n_rounds; r++)
    for (int p = 0; acts (term, r) && p < problem->n_people; p++)
      if (is_guest (self, r, p) && column[p] != RT_NOWHERE)
        {
          int place = r * problem->n_tables + seat (self, r, p);
          int host = problem->host[place], co_host = problem->co_host[place];

          sum += (host != RT_NOWHERE && column[host] == column[p])
                 || (co_host != RT_NOWHERE && column[co_host] == column[p]);
        }
  return sum;
}

/* How many guests the open tables of a round hold if no table has more than @level. */
static int64_t
filled_to (const Recount *self, int r, int level)
{
  int64_t sum = 0;

  for (int t = 0; t < self->problem->n_tables; t++)
    if (is_open (self, r, t))
      {
        int places = rt_problem_seats (self->problem, r * self->problem->n_tables + t);

        sum += places < level ? places : level;
      }
  return sum;
}

/*
 * Even sizes fill every open table to one level, or to its places if those are fewer; the guests
 * left over go one each to tables that have a place more. They count where they already sit.
 */
static int64_t
count_uneven_in (const Recount *self, int r)
{
  int64_t guests = 0, over = 0, sum = 0;
  int level = 0;

  for (int t = 0; t < self->problem->n_tables; t++)
    if (is_open (self, r, t))
      guests += count_guests (self, r, t);
  while (filled_to (self, r, level + 1) <= guests
         && filled_to (self, r, level + 1) > filled_to (self, r, level))
    level++;
  if (filled_to (self, r, level + 1) > filled_to (self, r, level))
    over = guests - filled_to (self, r, level);
  for (int t = 0; t < self->problem->n_tables; t++)
    if (is_open (self, r, t))
      {
        int places = rt_problem_seats (self->problem, r * self->problem->n_tables + t);
        int size = count_guests (self, r, t);
        int target = places < level ? places : level;

        if (places > level && size > level && over > 0)
          {
            target++;
            over--;
          }
        sum += size > target ? size - target : target - size;
      }
  return sum + over;
}

static int64_t
count_uneven (Recount *self, const RtTerm *term)
{
  int64_t sum = 0;

  for (int r = 0; r < self->problem->n_rounds; r++)
    if (acts (term, r))
      sum += count_uneven_in (self, r);
  return sum;
}

static int64_t
count_count (Recount *self, const RtTerm *term)
{
  const RtProblem *problem = self->problem;
  int64_t sum = 0;

  for (int r = 0; r < problem->n_rounds; r++)
    for (int t = 0; acts (term, r) && t < problem->n_tables; t++)
      {
        int place = r * problem->n_tables + t, n = 0;

        if (!is_open (self, r, t) || !is_occupied (self, r, t))
          continue;
        for (int i = self->first[place]; i < self->first[place + 1]; i++)
          n += term->value != RT_NOWHERE
               && problem->columns[term->column][self->people[i]] == term->value;
        if (n < term->least)
          sum += term->least - n;
        if (term->most >= 0 && n > term->most)
          sum += n - term->most;
      }
  return sum;
}

static int64_t
count_together (Recount *self, const RtTerm *term)
{
  int n = self->problem->n_people;
  int64_t sum = 0;

  for (int r = 0; r < self->problem->n_rounds; r++)
    {
      int attend = 0, largest = 0;

      for (int i = 0; acts (term, r) && i < term->n_people; i++)
        {
          int table = seat (self, r, term->people[i]), group = 0;

          attend += self->problem->presence[r * n + term->people[i]] != RT_AWAY;
          for (int k = 0; table >= 0 && k < term->n_people; k++)
            group += seat (self, r, term->people[k]) == table;
          if (group > largest)
            largest = group;
        }
      sum += attend - largest;
    }
  return sum;
}

static int64_t
count_apart (Recount *self, const RtTerm *term)
{
  int64_t sum = 0;

  for (int r = 0; r < self->problem->n_rounds; r++)
    for (int i = 0; acts (term, r) && i < term->n_people; i++)
      for (int k = 0; k < i; k++)
        sum += seat (self, r, term->people[i]) >= 0
               && seat (self, r, term->people[i]) == seat (self, r, term->people[k]);
  return sum;
}

/* The rounds in which the person of @term is at its target. */
static int64_t
count_visits (Recount *self, const RtTerm *term)
{
  int64_t sum = 0;

  for (int r = 0; r < self->problem->n_rounds; r++)
    if (acts (term, r))
      sum += target_at (self, term->of, r, seat (self, r, term->person)) == term->target;
  return sum;
}

static bool
theme_met (const Recount *self, const RtTerm *term, int p, int theme)
{
  for (int r = 0; r < self->problem->n_rounds; r++)
    if (acts (term, r) && is_guest (self, r, p)
        && target_at (self, RT_OF_THEME, r, seat (self, r, p)) == theme)
      return true;
  return false;
}

static bool
guest_in (const Recount *self, const RtTerm *term, int p)
{
  for (int r = 0; r < self->problem->n_rounds; r++)
    if (acts (term, r) && self->problem->presence[r * self->problem->n_people + p] == RT_GUEST)
      return true;
  return false;
}

static int64_t
count_wishes (Recount *self, const RtTerm *term)
{
  int64_t sum = 0;

  for (int p = 0; self->problem->wishes != NULL && p < self->problem->n_people; p++)
    {
      const int32_t *wish = self->problem->wishes[p];

      if (wish == NULL || !guest_in (self, term, p))
        continue;
      for (; *wish != RT_NOWHERE && !theme_met (self, term, p, *wish); wish++)
        sum++;
    }
  return sum;
}

/* Whether somebody at the table speaks for two people, one language of each or as an interpreter.
 */
static bool
bridged (const Recount *self, int place, int one, int other)
{
  for (int i = self->first[place]; i < self->first[place + 1]; i++)
    {
      int p = self->people[i];

      if (self->problem->interprets[p]
          || (rt_problem_share (self->problem, p, one) && rt_problem_share (self->problem, p, other)))
        return true;
    }
  return false;
}

static bool
speechless (const Recount *self, int place)
{
  for (int i = self->first[place]; i < self->first[place + 1]; i++)
    for (int k = self->first[place]; k < i; k++)
      {
        int one = self->people[i], other = self->people[k];

        if (rt_problem_share (self->problem, one, one)
            && rt_problem_share (self->problem, other, other)
            && !rt_problem_share (self->problem, one, other) && !bridged (self, place, one, other))
          return true;
      }
  return false;
}

static int64_t
count_language (Recount *self, const RtTerm *term)
{
  int64_t sum = 0;

  for (int r = 0; r < self->problem->n_rounds; r++)
    for (int t = 0; acts (term, r) && t < self->problem->n_tables; t++)
      sum += speechless (self, r * self->problem->n_tables + t);
  return sum;
}

static bool
takes_step_free (const Recount *self, int r, int t)
{
  return is_open (self, r, t) && rt_problem_seats (self->problem, r * self->problem->n_tables + t) > 0
         && (self->problem->step_free == NULL || self->problem->step_free[t]);
}

static int64_t
count_step_free_in (const Recount *self, int r)
{
  const RtProblem *problem = self->problem;
  int64_t sum = 0;
  int need = 0, table = RT_NOWHERE;
  bool scattered = false;

  for (int p = 0; p < problem->n_people; p++)
    {
      int t = seat (self, r, p);

      if (!problem->needs_step_free[p] || t < 0)
        continue;
      sum += problem->step_free != NULL && !problem->step_free[t];
      scattered = scattered || (need > 0 && t != table);
      table = t;
      need++;
    }
  if (need < 2 || scattered)
    return sum;
  for (int t = 0; t < problem->n_tables; t++)
    if (t != table && takes_step_free (self, r, t))
      return sum + 1;
  return sum;
}

static int64_t
count_step_free (Recount *self, const RtTerm *term)
{
  int64_t sum = 0;

  for (int r = 0; self->problem->needs_step_free != NULL && r < self->problem->n_rounds; r++)
    if (acts (term, r))
      sum += count_step_free_in (self, r);
  return sum;
}

static int64_t
count_slips (Recount *self)
{
  const RtProblem *problem = self->problem;
  int64_t sum = 0;

  for (int p = 0; p < problem->n_people; p++)
    {
      bool has_slip = false, wrong = false;

      for (int r = 0; r < problem->n_rounds; r++)
        {
          int issued = problem->issued[r * problem->n_people + p];

          has_slip = has_slip || issued != RT_NOWHERE;
          if (!problem->frozen[r] && issued != seat (self, r, p))
            wrong = true;
        }
      sum += has_slip && wrong;
    }
  return sum;
}

static int64_t
count_term (Recount *self, const RtTerm *term)
{
  switch (term->kind)
    {
    case RT_TERM_REPEATS:
    case RT_TERM_OVER_REPEATS:
      return count_repeats (self, term);
    case RT_TERM_RETURNS:
      return count_returns (self, term);
    case RT_TERM_SPREAD:
    case RT_TERM_OVER_SPREAD:
      return count_same (self, term);
    case RT_TERM_OWN_HOST:
      return count_own_host (self, term);
    case RT_TERM_EVEN:
      return count_uneven (self, term);
    case RT_TERM_COUNT:
      return count_count (self, term);
    case RT_TERM_TOGETHER:
      return count_together (self, term);
    case RT_TERM_APART:
      return count_apart (self, term);
    case RT_TERM_VISIT:
      return count_visits (self, term) == 0;
    case RT_TERM_AVOID:
      return count_visits (self, term);
    case RT_TERM_WISHES:
      return count_wishes (self, term);
    case RT_TERM_LANGUAGE:
      return count_language (self, term);
    case RT_TERM_STEP_FREE:
      return count_step_free (self, term);
    case RT_TERM_SLIPS:
      return count_slips (self);
    }
  return 0;
}

static void
count_capacity (Recount *self, RtScore *score)
{
  const RtProblem *problem = self->problem;

  for (int r = 0; r < problem->n_rounds; r++)
    {
      for (int t = 0; t < problem->n_tables; t++)
        {
          int place = r * problem->n_tables + t;
          int size = count_guests (self, r, t);

          if (!is_open (self, r, t))
            score->capacity += size;
          else if (size > problem->places[place])
            score->capacity += size - problem->places[place];
          else if (is_occupied (self, r, t) && size < problem->least[place])
            score->capacity += problem->least[place] - size;
        }
      for (int p = 0; p < problem->n_people; p++)
        score->unseated
            += problem->presence[r * problem->n_people + p] == RT_GUEST && seat (self, r, p) < 0;
    }
}

static void
count_met (Recount *self, RtScore *score)
{
  RT_AUTOFREE int *met = RT_NEW (int, self->problem->n_people);

  score->met_least = INT_MAX;
  for (int p = 0; p < self->problem->n_people; p++)
    {
      bool guest = false;

      for (int r = 0; r < self->problem->n_rounds; r++)
        guest = guest || is_guest (self, r, p);
      if (!guest)
        continue;
      count_contacts (self, p, UINT32_MAX, false);
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
recount_init (Recount *self)
{
  list_people (self);
  list_earlier (self);
  self->contacts = RT_NEW (int, self->problem->n_people);
  self->touched = RT_NEW (int, self->problem->n_people);
}

static void
recount_clear (Recount *self)
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
rt_score_terms (const RtProblem *problem, const int32_t *tables, const bool *wanted,
                int64_t *terms)
{
  Recount self = { .problem = problem, .tables = tables };

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
  Recount self = { .problem = problem, .tables = tables };
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
