/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-state.h"

#include "rt-memory.h"
#include "rt-solver.h"

#include <string.h>

/* No row has this value. */
#define RT_NO_MATCH 0xfffe

/* Contingency tables between rounds above this many bytes leave the cache: walking is faster. */
#define LARGEST_COUNTS (24u << 20)

/* One seat is worth more than every rule together. */
#define WEIGHT_UNSEATED (INT64_C (1) << 40)
#define WEIGHT_CAPACITY (INT64_C (1) << 32)

static bool
acts_as_must (const RtProblem *problem, RtTermKind kind, int r)
{
  for (int i = 0; i < problem->n_terms; i++)
    if (problem->terms[i].kind == kind && problem->terms[i].level == RT_LEVEL_MUST
        && rt_term_acts (&problem->terms[i], r))
      return true;
  return false;
}

/* The even sizes of a round for so many guests, and how far @sizes are from them. */
void
rt_even_count (const RtState *self, int r, const int *sizes, RtEven *even)
{
  const RtProblem *problem = self->problem;

  *even = (RtEven) { 0 };
  for (int t = 0; t < self->n_tables; t++)
    if (problem->open[r * self->n_tables + t])
      even->guests += sizes[t];
  even->level = rt_problem_even_level (problem, r, even->guests, &even->over);
  for (int t = 0; t < self->n_tables; t++)
    if (problem->open[r * self->n_tables + t])
      {
        int places = problem->places[r * self->n_tables + t];
        int level = places < even->level ? places : even->level;

        even->distance += sizes[t] > level ? sizes[t] - level : level - sizes[t];
        even->above += places > even->level && sizes[t] > even->level;
      }
}

/* Whether a `must` for even sizes says how many chairs a table needs: not where a smallest size
 * forbids it. */
static bool
sizes_are_given (const RtProblem *problem, int r, int level)
{
  if (!acts_as_must (problem, RT_TERM_EVEN, r))
    return false;
  for (int t = 0; t < problem->n_tables; t++)
    {
      int i = r * problem->n_tables + t;

      if (problem->open[i]
          && problem->least[i] > (problem->places[i] < level ? problem->places[i] : level))
        return false;
    }
  return true;
}

static void
count_chairs (RtState *self, int r, int *chairs)
{
  const RtProblem *problem = self->problem;
  int guests = 0, left, level;
  bool given;

  for (int p = 0; p < self->n_people; p++)
    if (rt_state_is_guest (self, r, p))
      {
        int fixed = problem->fixed[r * self->n_people + p];

        guests++;
        if (fixed >= 0)
          chairs[fixed]++;
      }
  level = rt_problem_even_level (problem, r, guests, &left);
  given = sizes_are_given (problem, r, level);
  for (int t = 0; t < self->n_tables; t++)
    {
      int i = r * self->n_tables + t;
      int most = !problem->open[i] || problem->frozen[r] ? 0 : problem->places[i];

      if (given && most > level)
        most = level + (left > 0);
      if (most > guests)
        most = guests;
      if (chairs[t] < most)
        chairs[t] = most;
    }
}

static void
init_chairs (RtState *self)
{
  int T = self->n_tables;
  RT_AUTOFREE int *chairs = RT_NEW (int, self->n_rounds * T);

  self->first = RT_NEW (int, self->n_rounds * (T + 1));
  for (int r = 0; r < self->n_rounds; r++)
    {
      int *first = self->first + r * (T + 1);

      count_chairs (self, r, chairs + r * T);
      for (int t = 0; t < T; t++)
        first[t + 1] = first[t] + chairs[r * T + t];
      if (first[T] > self->n_chairs)
        self->n_chairs = first[T];
    }
  self->chair_table = RT_NEW (int, self->n_rounds * self->n_chairs);
  for (int r = 0; r < self->n_rounds; r++)
    for (int t = 0; t < T; t++)
      for (int c = self->first[r * (T + 1) + t]; c < self->first[r * (T + 1) + t + 1]; c++)
        self->chair_table[r * self->n_chairs + c] = t;
  self->who = RT_NEW (int, self->n_rounds * self->n_chairs);
  self->chair = RT_NEW (int, self->n_rounds * self->n_people);
  self->size = RT_NEW (int, self->n_rounds * T);
}

static void
init_people (RtState *self)
{
  const RtProblem *problem = self->problem;
  RT_AUTOFREE int *next = RT_NEW (int, self->n_rounds * self->n_tables + 1);

  self->moves = RT_NEW (uint8_t, self->n_rounds * self->n_people);
  self->movers = RT_NEW (int, self->n_rounds * self->n_people);
  self->n_movers = RT_NEW (int, self->n_rounds);
  self->leaders = RT_NEW (int, self->n_rounds * self->n_tables + 1);
  self->leader = RT_NEW (int, self->n_rounds * self->n_people);
  for (int r = 0; r < self->n_rounds; r++)
    for (int p = 0; p < self->n_people; p++)
      {
        int i = r * self->n_people + p;

        self->moves[i] = problem->presence[i] == RT_GUEST && problem->fixed[i] == RT_NOWHERE
                         && !problem->frozen[r];
        if (self->moves[i])
          self->movers[r * self->n_people + self->n_movers[r]++] = p;
        if (problem->presence[i] == RT_LEADS)
          self->leaders[r * self->n_tables + problem->fixed[i] + 1]++;
      }
  for (int i = 0; i < self->n_rounds * self->n_tables; i++)
    next[i + 1] = self->leaders[i + 1] += self->leaders[i];
  for (int r = 0; r < self->n_rounds; r++)
    for (int p = 0; p < self->n_people; p++)
      if (problem->presence[r * self->n_people + p] == RT_LEADS)
        self->leader[next[r * self->n_tables + problem->fixed[r * self->n_people + p]]++] = p;
}

static bool
has_term (const RtState *self, RtTermKind kind)
{
  for (int i = 0; i < self->problem->n_terms; i++)
    if (self->problem->terms[i].kind == kind)
      return true;
  return false;
}

/* The first column from @n_rounds on in which none of @list has a sitting yet. */
static int
free_column (const RtState *self, RtValue *const *columns, int n_columns, const int32_t *list)
{
  for (int c = 0; c < n_columns; c++)
    {
      bool is_free = true;

      for (const int32_t *p = list; is_free && *p != RT_NOWHERE; p++)
        is_free = columns[c][*p] == RT_NO_VALUE;
      if (is_free)
        return c;
    }
  return n_columns;
}

/*
 * Earlier sittings become columns: those of one column share nobody, so that it has one value for
 * each person. Returns the columns; @n_columns and @n_values tell how many.
 */
static RtValue **
pack_earlier (const RtState *self, int *n_columns, int *n_values)
{
  const RtProblem *problem = self->problem;
  RtValue **columns = RT_NEW (RtValue *, problem->n_earlier);

  *n_columns = 0;
  for (int i = 0; i < problem->n_earlier; i++)
    {
      int c = free_column (self, columns, *n_columns, problem->earlier[i]);

      if (c == *n_columns)
        {
          columns[c] = RT_NEW (RtValue, self->n_people);
          memset (columns[c], 0xff, sizeof (RtValue) * (size_t) self->n_people);
          n_values[c] = 0;
          (*n_columns)++;
        }
      for (const int32_t *p = problem->earlier[i]; *p != RT_NOWHERE; p++)
        columns[c][*p] = (RtValue) n_values[c];
      n_values[c]++;
    }
  return columns;
}

/* A column of values for the terms that compare one: with the leaders for `count`, without for the
 * others. */
static int
value_column (RtState *self, const RtTerm *term, int *source)
{
  bool with_leaders = term->kind == RT_TERM_COUNT;
  int c = self->n_meeting_columns;

  while (c < self->n_columns
         && (source[c] != term->column || self->with_leaders[c] != with_leaders))
    c++;
  if (c == self->n_columns)
    {
      source[c] = term->column;
      self->with_leaders[c] = with_leaders;
      self->n_values[c] = self->problem->n_values[term->column];
      self->n_columns++;
    }
  return c;
}

static void
list_term_columns (RtState *self, RtStateTerm *term, int *source)
{
  bool meetings = term->rule->kind == RT_TERM_REPEATS || term->rule->kind == RT_TERM_OVER_REPEATS;

  term->columns = RT_NEW (int, self->n_meeting_columns + 1);
  if (meetings || term->rule->kind == RT_TERM_RETURNS)
    {
      for (int c = 0; c < (meetings ? self->n_meeting_columns : self->n_rounds); c++)
        if (c >= self->n_rounds || rt_term_acts (term->rule, c))
          term->columns[term->n_columns++] = c;
    }
  else if (term->rule->kind == RT_TERM_SPREAD || term->rule->kind == RT_TERM_OVER_SPREAD
           || term->rule->kind == RT_TERM_COUNT)
    term->columns[term->n_columns++] = value_column (self, term->rule, source);
}

static void
fill_rows (RtState *self, RtValue **earlier, const int *source)
{
  self->stride = (self->n_columns + 7) / 8 * 8;
  self->rows = RT_NEW (RtValue, (size_t) self->n_people * (size_t) self->stride);
  self->query = RT_NEW (RtValue, self->stride);
  memset (self->rows, 0xff, sizeof (RtValue) * (size_t) self->n_people * (size_t) self->stride);
  for (int p = 0; p < self->n_people; p++)
    {
      RtValue *row = self->rows + (size_t) p * (size_t) self->stride;

      for (int c = self->n_rounds; c < self->n_meeting_columns; c++)
        row[c] = earlier[c - self->n_rounds][p];
      for (int c = self->n_meeting_columns; c < self->n_columns; c++)
        if (self->problem->columns[source[c]][p] != RT_NOWHERE)
          row[c] = (RtValue) self->problem->columns[source[c]][p];
    }
}

/* The tables among which those of one value of a column can spread. */
static int
tables_for (const RtState *self, int c, int r)
{
  int n = 0;

  for (int t = 0; t < self->n_tables; t++)
    n += rt_state_chairs (self, r, t) > 0;
  for (int i = 0; c < self->n_rounds && i < self->n_terms; i++)
    {
      const RtTerm *rule = self->terms[i].rule;

      if (rule->kind == RT_TERM_RETURNS && rule->level == RT_LEVEL_MUST && rt_term_acts (rule, r)
          && rt_term_acts (rule, c))
        return n > 1 ? n - 1 : 1;
    }
  return n > 0 ? n : 1;
}

static void
new_count (RtState *self, int column, int round)
{
  int i = column * self->n_rounds + round;

  self->counts[i] = RT_NEW (int16_t, (size_t) self->n_values[column] * (size_t) self->n_tables);
  self->balance[i] = RT_NEW (RtBalance, self->n_values[column]);
  self->spread_over[i] = tables_for (self, column, round);
}

static void
init_counts (RtState *self)
{
  size_t between = (size_t) self->n_rounds * (size_t) self->n_rounds * (size_t) self->n_tables
                   * (size_t) self->n_tables * sizeof (int16_t);

  self->counts = RT_NEW (int16_t *, self->n_columns * self->n_rounds);
  self->balance = RT_NEW (RtBalance *, self->n_columns * self->n_rounds);
  self->spread_over = RT_NEW (int, self->n_columns * self->n_rounds);
  self->excess = RT_NEW (int64_t, self->n_columns * self->n_rounds);
  self->walks = between > LARGEST_COUNTS;
  for (int c = 0; c < self->n_columns; c++)
    for (int r = 0; r < self->n_rounds; r++)
      if (c >= self->n_meeting_columns
          || (c != r && !self->walks && has_term (self, RT_TERM_REPEATS)))
        new_count (self, c, r);
}

static void
init_columns (RtState *self)
{
  int n_terms = self->problem->n_terms, n_earlier;
  int most = self->n_rounds + self->problem->n_earlier + n_terms;
  RT_AUTOFREE int *source = RT_NEW (int, most);
  RtValue **earlier;

  self->n_values = RT_NEW (int, most);
  self->with_leaders = RT_NEW (bool, most);
  earlier = pack_earlier (self, &n_earlier, self->n_values + self->n_rounds);
  for (int r = 0; r < self->n_rounds; r++)
    self->n_values[r] = self->n_tables;
  self->n_columns = self->n_meeting_columns = self->n_rounds + n_earlier;
  for (int i = 0; i < n_terms; i++)
    list_term_columns (self, &self->terms[i], source);
  fill_rows (self, earlier, source);
  for (int i = 0; i < n_terms; i++)
    {
      self->terms[i].lanes = RT_NEW (RtValue, self->stride);
      for (int k = 0; k < self->terms[i].n_columns; k++)
        self->terms[i].lanes[self->terms[i].columns[k]] = RT_NO_VALUE;
    }
  init_counts (self);
  for (int i = 0; i < n_earlier; i++)
    free (earlier[i]);
  free (earlier);
}

static bool
names_people (const RtTerm *term)
{
  return term->kind == RT_TERM_TOGETHER || term->kind == RT_TERM_APART
         || term->kind == RT_TERM_VISIT || term->kind == RT_TERM_AVOID;
}

static void
count_own (RtState *self, int i, bool write)
{
  const RtTerm *rule = self->terms[i].rule;
  int n = rule->kind == RT_TERM_TOGETHER || rule->kind == RT_TERM_APART ? rule->n_people : 1;

  for (int k = 0; k < n; k++)
    {
      int p = rule->kind == RT_TERM_TOGETHER || rule->kind == RT_TERM_APART ? rule->people[k]
                                                                            : rule->person;

      if (write)
        self->own[self->own_first[p]++] = i;
      else
        self->own_first[p + 1]++;
    }
}

/* The earlier sittings of each person: lists[first[p]] to lists[first[p + 1] - 1]. */
static int *
list_sittings (const RtState *self, int *first)
{
  const RtProblem *problem = self->problem;
  RT_AUTOFREE int *next = RT_NEW (int, self->n_people + 1);
  int *lists;

  for (int i = 0; i < problem->n_earlier; i++)
    for (const int32_t *p = problem->earlier[i]; *p != RT_NOWHERE; p++)
      first[*p + 1]++;
  for (int p = 0; p < self->n_people; p++)
    next[p + 1] = first[p + 1] += first[p];
  lists = RT_NEW (int, first[self->n_people]);
  for (int i = 0; i < problem->n_earlier; i++)
    for (const int32_t *p = problem->earlier[i]; *p != RT_NOWHERE; p++)
      lists[next[*p]++] = i;
  return lists;
}

static void
add_friend (RtState *self, int *room, int n, int person, int met)
{
  if (n == *room)
    self->friends
        = rt_realloc (self->friends, sizeof (RtFriend) * (size_t) (*room = 2 * *room + 16));
  self->friends[n] = (RtFriend) { .person = person, .cost = met * (met - 1) / 2 };
}

/* Pairs who met more than once in earlier events: for them a first meeting costs more than a column
 * tells. */
static void
index_old_friends (RtState *self)
{
  RT_AUTOFREE int *met = RT_NEW (int, self->n_people);
  RT_AUTOFREE int *first = RT_NEW (int, self->n_people + 1);
  RT_AUTOFREE int *lists = list_sittings (self, first);
  int n = 0, room = 0;

  self->friends_first = RT_NEW (int, self->n_people + 1);
  for (int p = 0; p < self->n_people; p++)
    {
      for (int i = first[p]; i < first[p + 1]; i++)
        for (const int32_t *q = self->problem->earlier[lists[i]]; *q != RT_NOWHERE; q++)
          met[*q]++;
      /* Each is taken where they are met first, and forgotten. */
      for (int i = first[p]; i < first[p + 1]; i++)
        for (const int32_t *q = self->problem->earlier[lists[i]]; *q != RT_NOWHERE; q++)
          {
            if (*q != p && met[*q] > 1)
              add_friend (self, &room, n++, *q, met[*q]);
            met[*q] = 0;
          }
      self->friends_first[p + 1] = n;
    }
}

static void
index_terms (RtState *self)
{
  self->common = RT_NEW (int, self->n_terms);
  self->own_first = RT_NEW (int, self->n_people + 1);
  for (int i = 0; i < self->n_terms; i++)
    if (names_people (self->terms[i].rule))
      count_own (self, i, false);
    else
      self->common[self->n_common++] = i;
  for (int p = 0; p < self->n_people; p++)
    self->own_first[p + 1] += self->own_first[p];
  self->own = RT_NEW (int, self->own_first[self->n_people]);
  for (int i = 0; i < self->n_terms; i++)
    if (names_people (self->terms[i].rule))
      count_own (self, i, true);
  for (int p = self->n_people; p > 0; p--)
    self->own_first[p] = self->own_first[p - 1];
  self->own_first[0] = 0;
}

static void
group_terms (RtState *self)
{
  int n = 0;
  const RtTerm *last = NULL;

  self->order = RT_NEW (int, self->n_terms);
  self->group_first = RT_NEW (int, self->n_terms + 1);
  self->group_sum = RT_NEW (int64_t, self->n_terms);
  for (RtLevel level = RT_LEVEL_MUST; level <= RT_LEVEL_MAY; level++)
    for (int i = 0; i < self->n_terms; i++)
      if (self->terms[i].rule->level == level)
        {
          const RtTerm *rule = self->terms[i].rule;
          bool joins
              = last != NULL && last->level == level && names_people (last) && names_people (rule);

          if (!joins)
            self->group_first[self->n_groups++] = n;
          self->terms[i].group = self->n_groups - 1;
          self->order[n++] = i;
          last = rule;
        }
  self->group_first[self->n_groups] = n;
}

/* Whether every table has the same target in all rounds, and no two tables have the same. */
static bool
targets_stay (const RtState *self, const RtStateTerm *term)
{
  int T = self->n_tables, first = 0;
  RT_AUTOFREE uint8_t *seen = RT_NEW (uint8_t, self->n_people + T + self->problem->n_themes);

  while (first < self->n_rounds && !rt_term_acts (term->rule, first))
    first++;
  for (int t = 0; first < self->n_rounds && t < T; t++)
    {
      int target = term->target[first * T + t];

      if (target != RT_NOWHERE && seen[target]++ > 0)
        return false;
      for (int r = first; r < self->n_rounds; r++)
        if (rt_term_acts (term->rule, r) && term->target[r * T + t] != target)
          return false;
    }
  return true;
}

static void
init_terms (RtState *self)
{
  const RtProblem *problem = self->problem;

  self->n_terms = problem->n_terms;
  self->terms = RT_NEW (RtStateTerm, self->n_terms);
  self->table_ids = RT_NEW (int32_t, self->n_rounds * self->n_tables);
  for (int i = 0; i < self->n_rounds * self->n_tables; i++)
    self->table_ids[i] = i % self->n_tables;
  for (int i = 0; i < self->n_terms; i++)
    {
      RtStateTerm *term = &self->terms[i];

      term->rule = &problem->terms[i];
      term->weight = 1;
      term->target = term->rule->of == RT_OF_HOST ? problem->host
                     : term->rule->of == RT_OF_THEME ? problem->theme : self->table_ids;
      if (term->rule->kind == RT_TERM_WISHES)
        term->target = problem->theme;
      term->same_targets = targets_stay (self, term);
    }
  index_terms (self);
  group_terms (self);
}

static bool
is_lane_term (const RtState *self, const RtTerm *rule)
{
  return rule->kind == RT_TERM_SPREAD
         || (rule->kind == RT_TERM_REPEATS && !self->walks && self->friends == NULL);
}

/* Terms that lanes tell go to the end of the common ones. */
static void
sort_common (RtState *self)
{
  RT_AUTOFREE int *plain = RT_NEW (int, self->n_common);
  int n = 0;

  for (int lane = 0; lane < 2; lane++)
    {
      for (int i = 0; i < self->n_common; i++)
        if (is_lane_term (self, self->terms[self->common[i]].rule) == (lane == 1))
          plain[n++] = self->common[i];
      if (lane == 0)
        self->n_common_plain = n;
    }
  memcpy (self->common, plain, sizeof (int) * (size_t) n);
}

static void
init_suspects (RtState *self)
{
  for (int i = 0; i < self->n_terms; i++)
    if (self->terms[i].rule->kind == RT_TERM_REPEATS && self->walks)
      self->terms[i].suspects = RT_NEW (uint8_t, self->n_rounds * self->n_people);
}

static void
init_lanes (RtState *self)
{
  int n = 0;

  sort_common (self);
  self->lanes_first = RT_NEW (int, self->n_rounds + 1);
  self->lanes = RT_NEW (RtLane, self->n_rounds * self->n_terms * self->n_columns);
  for (int r = 0; r < self->n_rounds; r++)
    {
      for (int i = self->n_common_plain; i < self->n_common; i++)
        {
          const RtStateTerm *term = &self->terms[self->common[i]];

          for (int k = 0; rt_term_acts (term->rule, r) && k < term->n_columns; k++)
            if (term->columns[k] != r)
              self->lanes[n++] = (RtLane) {
                .counts = self->counts[term->columns[k] * self->n_rounds + r],
                .column = term->columns[k],
                .term = self->common[i],
              };
        }
      self->lanes_first[r + 1] = n;
    }
}

static void
init_places (RtState *self)
{
  const RtProblem *problem = self->problem;

  self->places_step_free = RT_NEW (int, self->n_rounds);
  self->need_at = RT_NEW (int, self->n_rounds * self->n_tables);
  self->need_in = RT_NEW (int, self->n_rounds);
  self->wrong = RT_NEW (int, self->n_people);
  self->has_slip = RT_NEW (uint8_t, self->n_people);
  self->even = RT_NEW (RtEven, self->n_rounds);
  for (int r = 0; r < self->n_rounds; r++)
    for (int t = 0; t < self->n_tables; t++)
      {
        int i = r * self->n_tables + t;

        self->places_step_free[r] += problem->open[i] && problem->places[i] > 0
                                     && (problem->step_free == NULL || problem->step_free[t]);
      }
  for (int i = 0; problem->issued != NULL && i < self->n_rounds * self->n_people; i++)
    if (problem->issued[i] != RT_NOWHERE)
      self->has_slip[i % self->n_people] = 1;
}

/**
 * rt_state_new:
 * @problem: a sound problem, which must outlive the state
 *
 * Returns: (transfer full): a state without a seating; see rt_state_load()
 */
RtState *
rt_state_new (const RtProblem *problem)
{
  RtState *self = RT_NEW (RtState, 1);

  self->problem = problem;
  self->n_people = problem->n_people;
  self->n_tables = problem->n_tables;
  self->n_rounds = problem->n_rounds;
  self->unseated_weight = WEIGHT_UNSEATED;
  self->capacity_weight = WEIGHT_CAPACITY;
  self->tables = RT_NEW (int32_t, self->n_rounds * self->n_people);
  init_chairs (self);
  init_people (self);
  init_terms (self);
  init_columns (self);
  index_old_friends (self);
  init_suspects (self);
  init_lanes (self);
  init_places (self);
  memset (self->tables, 0xff, sizeof (int32_t) * (size_t) (self->n_rounds * self->n_people));
  return self;
}

/**
 * rt_state_walk:
 * @self: a state
 *
 * Finds repeats by walking tables from now on, as is done where there are a thousand of them.
 */
void
rt_state_walk (RtState *self)
{
  self->walks = true;
  free (self->lanes_first);
  free (self->lanes);
  for (int i = 0; i < self->n_terms; i++)
    free (self->terms[i].suspects);
  init_suspects (self);
  init_lanes (self);
  rt_state_load (self, self->tables);
}

/** rt_state_free: Frees @self, which may be NULL */
void
rt_state_free (RtState *self)
{
  if (self == NULL)
    return;
  for (int i = 0; i < self->n_columns * self->n_rounds; i++)
    {
      free (self->counts[i]);
      free (self->balance[i]);
    }
  for (int i = 0; i < self->n_terms; i++)
    {
      free (self->terms[i].columns);
      free (self->terms[i].lanes);
      free (self->terms[i].suspects);
    }
  void *parts[] = {
    self->tables,    self->first,        self->chair_table,   self->who,
    self->chair,     self->size,         self->movers,        self->n_movers,
    self->moves,     self->lanes_first,  self->lanes,
    self->leaders,   self->leader,       self->rows,          self->query,
    self->n_values,  self->with_leaders, self->counts,        self->terms,
    self->balance,   self->excess,       self->spread_over,
    self->order,     self->group_first,  self->group_sum,     self->common,
    self->own_first, self->own,          self->table_ids,     self->places_step_free,
    self->need_at,   self->need_in,      self->wrong,         self->has_slip,
    self->even,      self->friends,      self->friends_first,
  };
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    free (parts[i]);
  free (self);
}

static int64_t
capacity_of (const RtState *self, int r, int t, int size)
{
  int i = r * self->n_tables + t;

  if (!self->problem->open[i])
    return size;
  if (size > self->problem->places[i])
    return size - self->problem->places[i];
  return (size > 0 || rt_state_is_led (self, r, t)) && size < self->problem->least[i]
             ? self->problem->least[i] - size
             : 0;
}

static RtValue *
row_of (const RtState *self, int person)
{
  return self->rows + (size_t) person * (size_t) self->stride;
}

static void
count_one (RtState *self, int c, int r, int value, int t, int step)
{
  int i = c * self->n_rounds + r;
  int16_t *count = &self->counts[i][(size_t) value * (size_t) self->n_tables + (size_t) t];
  RtBalance *balance = &self->balance[i][value];

  balance->pairs += step > 0 ? *count : 1 - *count;
  self->excess[i] += step > 0 ? *count : 1 - *count;
  balance->people += step;
  *count += (int16_t) step;
}

/* Adds @step to what the columns of @person count at a table of a round. */
static void
count_person (RtState *self, int r, int person, int t, int step)
{
  const RtValue *row = row_of (self, person);
  bool leads = !rt_state_is_guest (self, r, person);

  for (int c = 0; c < self->n_columns; c++)
    {
      if (self->counts[c * self->n_rounds + r] == NULL || row[c] == RT_NO_VALUE
          || (leads && !self->with_leaders[c]))
        continue;
      count_one (self, c, r, row[c], t, step);
      if (c < self->n_rounds && self->counts[r * self->n_rounds + c] != NULL)
        count_one (self, r, c, t, row[c], step);
    }
}

/* What is as even as can be depends on how many there are. */
static void
level_value (RtState *self, int c, int r, int value)
{
  int i = c * self->n_rounds + r, tables = self->spread_over[i], over;
  RtBalance *balance;

  if (self->counts[i] == NULL || value < 0 || value == RT_NO_VALUE)
    return;
  balance = &self->balance[i][value];
  over = balance->people % tables;
  self->excess[i] += balance->least;
  balance->floor = balance->people / tables;
  balance->least = (tables - over) * balance->floor * (balance->floor - 1) / 2
                   + over * (balance->floor + 1) * balance->floor / 2;
  self->excess[i] -= balance->least;
}

/* Two guests have exchanged their chairs: that changes how many of a table attend another round
 * where one of the two does. */
static void
level_swap (RtState *self, const RtSwap *swap)
{
  const RtValue *a = row_of (self, swap->a), *b = row_of (self, swap->b);

  for (int c = 0; c < self->n_rounds; c++)
    if ((a[c] == RT_NO_VALUE) != (b[c] == RT_NO_VALUE))
      {
        level_value (self, swap->round, c, swap->from);
        level_value (self, swap->round, c, swap->to);
      }
}

/* Somebody has gone from one table of @r, or none, to another, and perhaps nobody the other way. */
static void
level_move (RtState *self, int r, int person, int from, int to)
{
  const RtValue *row = row_of (self, person);

  for (int c = 0; c < self->n_columns; c++)
    level_value (self, c, r, row[c]);
  for (int c = 0; c < self->n_rounds; c++)
    {
      level_value (self, r, c, from);
      level_value (self, r, c, to);
    }
}

/* Puts a guest on the first empty chair of a table, or nowhere. */
static void
sit (RtState *self, int r, int person, int t)
{
  int chair;

  self->tables[r * self->n_people + person] = t;
  if (t < 0)
    return;
  chair = self->first[r * (self->n_tables + 1) + t] + self->size[r * self->n_tables + t]++;
  self->who[r * self->n_chairs + chair] = person;
  self->chair[r * self->n_people + person] = chair;
  row_of (self, person)[r] = (RtValue) t;
}

/* Takes a guest off their chair; the last guest of the table moves up. */
static void
stand_up (RtState *self, int r, int person, int t)
{
  int *who = self->who + r * self->n_chairs;
  int last, chair;

  if (t < 0)
    return;
  last = who[self->first[r * (self->n_tables + 1) + t] + --self->size[r * self->n_tables + t]];
  chair = self->chair[r * self->n_people + person];
  who[chair] = last;
  self->chair[r * self->n_people + last] = chair;
  row_of (self, person)[r] = RT_NO_VALUE;
}

static bool
slip_wrong (const RtState *self, int r, int person, int table)
{
  const RtProblem *problem = self->problem;

  return problem->issued != NULL && self->has_slip[person] && !problem->frozen[r]
         && problem->issued[r * self->n_people + person] != table;
}

static bool
needs_step_free (const RtState *self, int person)
{
  return self->problem->needs_step_free != NULL && self->problem->needs_step_free[person];
}

static void
clear_counts (RtState *self)
{
  for (int c = 0; c < self->n_columns; c++)
    for (int r = 0; r < self->n_rounds; r++)
      if (self->counts[c * self->n_rounds + r] != NULL)
        {
          self->excess[c * self->n_rounds + r] = 0;
          memset (self->counts[c * self->n_rounds + r], 0,
                  sizeof (int16_t) * (size_t) self->n_values[c] * (size_t) self->n_tables);
          memset (self->balance[c * self->n_rounds + r], 0,
                  sizeof (RtBalance) * (size_t) self->n_values[c]);
        }
  for (int p = 0; p < self->n_people; p++)
    for (int r = 0; r < self->n_rounds; r++)
      row_of (self, p)[r] = RT_NO_VALUE;
  memset (self->size, 0, sizeof (int) * (size_t) (self->n_rounds * self->n_tables));
  memset (self->need_at, 0, sizeof (int) * (size_t) (self->n_rounds * self->n_tables));
  memset (self->need_in, 0, sizeof (int) * (size_t) self->n_rounds);
  memset (self->wrong, 0, sizeof (int) * (size_t) self->n_people);
  self->capacity = self->unseated = 0;
}

static void
load_person (RtState *self, int r, int person, int table)
{
  const RtProblem *problem = self->problem;
  int i = r * self->n_people + person;

  if (problem->fixed[i] != RT_NOWHERE || problem->frozen[r])
    table = problem->fixed[i];
  if (problem->presence[i] == RT_AWAY)
    table = RT_NOWHERE;
  if (problem->presence[i] != RT_GUEST)
    self->tables[i] = table;
  else
    {
      if (table >= 0 && rt_state_size (self, r, table) >= rt_state_chairs (self, r, table))
        table = RT_NOWHERE;
      sit (self, r, person, table);
      self->unseated += table < 0;
    }
  if (table >= 0 && needs_step_free (self, person))
    {
      self->need_at[r * self->n_tables + table]++;
      self->need_in[r]++;
    }
}

/* Every table of numbers of round @r: those of its columns and rounds. */
static void
load_counts (RtState *self, int r)
{
  for (int p = 0; p < self->n_people; p++)
    {
      const RtValue *row = row_of (self, p);
      int t = rt_state_table (self, r, p);
      bool leads = !rt_state_is_guest (self, r, p);

      if (t < 0)
        continue;
      for (int c = 0; c < self->n_columns; c++)
        if (self->counts[c * self->n_rounds + r] != NULL && row[c] != RT_NO_VALUE
            && (!leads || self->with_leaders[c]))
          count_one (self, c, r, row[c], t, 1);
    }
  for (int c = 0; c < self->n_columns; c++)
    for (int v = 0; v < self->n_values[c]; v++)
      level_value (self, c, r, v);
}

static bool
is_fixed (const RtState *self, int r, int person)
{
  return self->problem->fixed[r * self->n_people + person] != RT_NOWHERE;
}

/*
 * Repeats, and who meets somebody again: each pair is found from both sides in each of two rounds.
 * Earlier meetings would have to be told from those of this event.
 */
static int64_t
walk_all (RtState *self, const RtStateTerm *term)
{
  int64_t sum = 0;

  for (int r = 0; r < self->n_rounds; r++)
    for (int t = 0; rt_term_acts (term->rule, r) && t < self->n_tables; t++)
      for (int i = 0; i < rt_state_size (self, r, t); i++)
        {
          int x = rt_state_guest (self, r, t, i);
          const RtValue *query = rt_state_query (self, term, r, x);
          int again = rt_state_match_table (self, query, r, t) - rt_state_match (self, query, x);

          term->suspects[r * self->n_people + x] = again > 0;
          sum += again;
        }
  return sum / 4;
}

/* The recount is the one place that says what a term counts from nothing; the search only adds
 * changes to it. But where there are thousands of people it takes as long as to seat them. */
static void
load_values (RtState *self)
{
  RT_AUTOFREE int64_t *values = RT_NEW (int64_t, self->n_terms);
  RT_AUTOFREE bool *wanted = RT_NEW (bool, self->n_terms);

  for (int i = 0; i < self->n_terms; i++)
    if (self->terms[i].suspects != NULL && self->n_meeting_columns == self->n_rounds)
      values[i] = walk_all (self, &self->terms[i]);
    else
      wanted[i] = true;
  rt_score_terms (self->problem, self->tables, wanted, values);
  memset (self->group_sum, 0, sizeof (int64_t) * (size_t) self->n_groups);
  for (int i = 0; i < self->n_terms; i++)
    {
      self->terms[i].value = values[i];
      self->group_sum[self->terms[i].group] += values[i];
      if (wanted[i] && self->terms[i].suspects != NULL)
        memset (self->terms[i].suspects, 1, (size_t) self->n_rounds * (size_t) self->n_people);
    }
}

/**
 * rt_state_load:
 * @self: a state
 * @tables: [n_rounds * n_people] a seating; may be the state's own
 *
 * Fixed people sit where they are fixed, whatever @tables says, and whoever finds no chair at a
 * table is left without a seat.
 */
void
rt_state_load (RtState *self, const int32_t *tables)
{
  size_t n = (size_t) (self->n_rounds * self->n_people);
  RT_AUTOFREE int32_t *wanted = RT_NEW (int32_t, n);

  memcpy (wanted, tables, n * sizeof *wanted);
  clear_counts (self);
  for (int r = 0; r < self->n_rounds; r++)
    for (int fixed = self->n_movers[r] < self->n_people; fixed >= 0; fixed--)
      for (int p = 0; p < self->n_people; p++)
        if (is_fixed (self, r, p) == (fixed == 1))
          load_person (self, r, p, wanted[r * self->n_people + p]);
  for (int r = 0; r < self->n_rounds; r++)
    {
      load_counts (self, r);
      rt_even_count (self, r, self->size + r * self->n_tables, &self->even[r]);
      for (int t = 0; t < self->n_tables; t++)
        self->capacity += capacity_of (self, r, t, rt_state_size (self, r, t));
      for (int p = 0; self->problem->issued != NULL && p < self->n_people; p++)
        self->wrong[p] += slip_wrong (self, r, p, rt_state_table (self, r, p));
    }
  load_values (self);
}

/* The change when a chair is filled or left. */
static int64_t
capacity_delta (const RtState *self, const RtSwap *swap)
{
  int64_t delta = 0;

  if (swap->from >= 0)
    {
      int size = rt_state_size (self, swap->round, swap->from);

      delta += capacity_of (self, swap->round, swap->from, size - 1)
               - capacity_of (self, swap->round, swap->from, size);
    }
  if (swap->to >= 0)
    {
      int size = rt_state_size (self, swap->round, swap->to);

      delta += capacity_of (self, swap->round, swap->to, size + 1)
               - capacity_of (self, swap->round, swap->to, size);
    }
  return delta;
}

static int
unseated_delta (const RtSwap *swap)
{
  return (swap->to < 0) - (swap->from < 0);
}

/* What changes if a guest with @value goes from one table to another. */
static inline int
lane_side (const RtState *self, const RtLane *lane, RtValue value, int from, int to)
{
  const int16_t *counts = lane->counts + (size_t) value * (size_t) self->n_tables;

  if (value == RT_NO_VALUE)
    return 0;
  return (to >= 0 ? counts[to] : 0) - (from >= 0 ? counts[from] - 1 : 0);
}

static inline int
lane_delta (const RtState *self, const RtLane *lane, const RtValue *a, const RtValue *b,
            const RtSwap *swap)
{
  RtValue va = a[lane->column], vb = b != NULL ? b[lane->column] : RT_NO_VALUE;

  if (va == vb)
    return 0;
  return lane_side (self, lane, va, swap->from, swap->to)
         + lane_side (self, lane, vb, swap->to, swap->from);
}

/* Whether the rules that name people or tables one by one have a say about @x. */
static inline bool
has_own (const RtState *self, int x)
{
  return x >= 0 && self->own_first[x + 1] > self->own_first[x];
}

static int64_t
own_delta (const RtState *self, const RtSwap *swap, int side)
{
  int x = side == 0 ? swap->a : swap->b;
  int64_t delta = 0;

  for (int i = self->own_first[x]; i < self->own_first[x + 1]; i++)
    {
      const RtStateTerm *term = &self->terms[self->own[i]];

      /* A group that both belong to is counted with the first of them. */
      if (side == 0 || !rt_term_names (term->rule, swap->a))
        delta += term->weight * rt_term_delta (self, term, swap);
    }
  return delta;
}

/**
 * rt_state_delta:
 * @self: a state
 * @swap: a swap of two guests of one round who are not fixed, at different tables
 *
 * Returns: the weighted change of every term
 */
int64_t
rt_state_delta (const RtState *self, const RtSwap *swap)
{
  const RtValue *a = row_of (self, swap->a), *b = swap->b >= 0 ? row_of (self, swap->b) : NULL;
  const RtLane *lane = self->lanes + self->lanes_first[swap->round];
  const RtLane *end = self->lanes + self->lanes_first[swap->round + 1];
  int64_t delta = 0;

  for (; lane < end; lane++)
    delta += self->terms[lane->term].weight * lane_delta (self, lane, a, b, swap);
  for (int i = 0; i < self->n_common_plain; i++)
    {
      const RtStateTerm *term = &self->terms[self->common[i]];

      delta += term->weight * rt_term_delta (self, term, swap);
    }
  if (has_own (self, swap->a))
    delta += own_delta (self, swap, 0);
  if (has_own (self, swap->b))
    delta += own_delta (self, swap, 1);
  if (swap->b < 0)
    delta += capacity_delta (self, swap) * self->capacity_weight
             + unseated_delta (swap) * self->unseated_weight;
  return delta;
}

static void
update_term (RtState *self, int i, int64_t delta)
{
  self->terms[i].value += delta;
  self->group_sum[self->terms[i].group] += delta;
}

static void
update_own (RtState *self, const RtSwap *swap, int side)
{
  int x = side == 0 ? swap->a : swap->b;

  for (int i = self->own_first[x]; i < self->own_first[x + 1]; i++)
    {
      int k = self->own[i];

      if (side == 0 || !rt_term_names (self->terms[k].rule, swap->a))
        update_term (self, k, rt_term_delta (self, &self->terms[k], swap));
    }
}

static void
update_values (RtState *self, const RtSwap *swap)
{
  const RtValue *a = row_of (self, swap->a), *b = swap->b >= 0 ? row_of (self, swap->b) : NULL;

  for (int i = self->lanes_first[swap->round]; i < self->lanes_first[swap->round + 1]; i++)
    update_term (self, self->lanes[i].term, lane_delta (self, &self->lanes[i], a, b, swap));
  for (int i = 0; i < self->n_common_plain; i++)
    update_term (self, self->common[i],
                 rt_term_delta (self, &self->terms[self->common[i]], swap));
  if (has_own (self, swap->a))
    update_own (self, swap, 0);
  if (has_own (self, swap->b))
    update_own (self, swap, 1);
  if (swap->b < 0)
    {
      self->capacity += capacity_delta (self, swap);
      self->unseated += unseated_delta (swap);
    }
}

static void
move_person (RtState *self, int r, int x, int from, int to)
{
  if (from >= 0)
    count_person (self, r, x, from, -1);
  if (to >= 0)
    count_person (self, r, x, to, 1);
  self->wrong[x] += slip_wrong (self, r, x, to) - slip_wrong (self, r, x, from);
  if (!needs_step_free (self, x))
    return;
  if (from >= 0)
    self->need_at[r * self->n_tables + from]--;
  if (to >= 0)
    self->need_at[r * self->n_tables + to]++;
  self->need_in[r] += (to >= 0) - (from >= 0);
}

static void
change_places (RtState *self, const RtSwap *swap)
{
  int r = swap->round, a = swap->a, b = swap->b;
  int *chair = self->chair + r * self->n_people, *who = self->who + r * self->n_chairs;
  int of_a = chair[a];

  who[chair[a] = chair[b]] = a;
  who[chair[b] = of_a] = b;
  self->tables[r * self->n_people + a] = swap->to;
  self->tables[r * self->n_people + b] = swap->from;
  row_of (self, a)[r] = (RtValue) swap->to;
  row_of (self, b)[r] = (RtValue) swap->from;
}

/* Who has moved may meet anybody again, there and in the other rounds. */
static void
suspect (RtState *self, int x)
{
  for (int i = 0; i < self->n_common; i++)
    {
      uint8_t *suspects = self->terms[self->common[i]].suspects;

      for (int r = 0; suspects != NULL && r < self->n_rounds; r++)
        suspects[r * self->n_people + x] = 1;
    }
}

/**
 * rt_state_apply:
 * @self: a state
 * @swap: as for rt_state_delta()
 *
 * Brings @swap about. The same swap with @from and @to exchanged takes it back.
 */
void
rt_state_apply (RtState *self, const RtSwap *swap)
{
  int r = swap->round;
  RtEven even;

  update_values (self, swap);
  if (self->walks)
    {
      suspect (self, swap->a);
      if (swap->b >= 0)
        suspect (self, swap->b);
    }
  if (swap->b >= 0 && swap->from >= 0 && swap->to >= 0)
    {
      move_person (self, r, swap->a, swap->from, swap->to);
      move_person (self, r, swap->b, swap->to, swap->from);
      change_places (self, swap);
      level_swap (self, swap);
      return;
    }
  even = self->even[r];
  rt_even_move (self, swap, &even);
  move_person (self, r, swap->a, swap->from, swap->to);
  stand_up (self, r, swap->a, swap->from);
  if (swap->b >= 0)
    {
      move_person (self, r, swap->b, swap->to, swap->from);
      stand_up (self, r, swap->b, swap->to);
      sit (self, r, swap->b, swap->from);
    }
  sit (self, r, swap->a, swap->to);
  if (swap->b < 0 && (swap->from < 0 || swap->to < 0))
    rt_even_count (self, r, self->size + r * self->n_tables, &self->even[r]);
  else if (swap->b < 0)
    self->even[r] = even;
  level_move (self, r, swap->a, swap->from, swap->to);
  if (swap->b >= 0)
    level_move (self, r, swap->b, swap->to, swap->from);
}

/**
 * rt_state_query:
 * @but: a round to leave out
 *
 * Returns: [stride] what matches wherever @person meets somebody in a column of @term
 */
const RtValue *
rt_state_query (const RtState *self, const RtStateTerm *term, int but, int person)
{
  const RtValue *row = row_of (self, person);

  for (int c = 0; c < self->stride; c += 8)
    {
      RtLanes values, lanes;

      memcpy (&values, row + c, sizeof values);
      memcpy (&lanes, term->lanes + c, sizeof lanes);
      values |= ~lanes;
      /* What no value is in both must not match: one less. */
      values += (RtLanes) (values == RT_NO_VALUE);
      memcpy (self->query + c, &values, sizeof values);
    }
  self->query[but] = RT_NO_MATCH;
  return self->query;
}
