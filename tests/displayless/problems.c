/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "problems.h"

#include <stdarg.h>

static int32_t *
filled (int n, int value)
{
  int32_t *list = g_new (int32_t, MAX (n, 1));

  for (int i = 0; i < n; i++)
    list[i] = value;
  return list;
}

static uint8_t *
flags (int n, int value)
{
  uint8_t *list = g_malloc (MAX (n, 1));

  memset (list, value, n);
  return list;
}

RtProblem *
problem_new (int n_people, int n_tables, int n_rounds, int places)
{
  RtProblem *self = g_new0 (RtProblem, 1);
  int seats = n_people * n_rounds, tables = n_tables * n_rounds;

  self->n_people = n_people;
  self->n_tables = n_tables;
  self->n_rounds = n_rounds;
  self->presence = flags (seats, RT_GUEST);
  self->fixed = filled (seats, RT_NOWHERE);
  self->frozen = flags (n_rounds, 0);
  self->open = flags (tables, 1);
  self->places = filled (tables, places);
  self->least = filled (tables, 0);
  self->host = filled (tables, RT_NOWHERE);
  self->co_host = filled (tables, RT_NOWHERE);
  self->theme = filled (tables, RT_NOWHERE);
  return self;
}

void
problem_free (RtProblem *self)
{
  for (int i = 0; i < self->n_terms; i++)
    g_free (self->terms[i].people);
  for (int i = 0; i < self->n_columns; i++)
    g_free (self->columns[i]);
  for (int i = 0; i < self->n_earlier; i++)
    g_free (self->earlier[i]);
  for (int p = 0; self->wishes != NULL && p < self->n_people; p++)
    g_free (self->wishes[p]);
  gpointer parts[] = {
    self->presence,  self->fixed,   self->start,   self->pinned_all,
    self->frozen,    self->open,    self->places,  self->least,
    self->host,      self->seats,   self->co_host, self->theme,   self->columns, self->hostless,
    self->n_values,  self->wishes,  self->speaks,  self->interprets, self->needs_step_free,
    self->step_free, self->earlier, self->issued,  self->terms,
  };
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_free (parts[i]);
  g_free (self);
}

RtTerm *
problem_add_term (RtProblem *self, RtTermKind kind, RtLevel level)
{
  RtTerm *term;

  self->terms = g_renew (RtTerm, self->terms, self->n_terms + 1);
  term = &self->terms[self->n_terms++];
  *term = (RtTerm) { .kind = kind, .level = level, .rounds = UINT32_MAX, .most = -1 };
  return term;
}

void
problem_set_people (RtTerm *term, int n_people, ...)
{
  va_list list;

  term->people = g_new (int, n_people);
  term->n_people = n_people;
  va_start (list, n_people);
  for (int i = 0; i < n_people; i++)
    term->people[i] = va_arg (list, int);
  va_end (list);
}

int
problem_add_column (RtProblem *self, int n_values)
{
  int c = self->n_columns++;

  self->columns = g_renew (int32_t *, self->columns, self->n_columns);
  self->n_values = g_renew (int32_t, self->n_values, self->n_columns);
  self->columns[c] = filled (self->n_people, RT_NOWHERE);
  self->n_values[c] = n_values;
  return c;
}

static void
add_earlier (RtProblem *self, int32_t *list)
{
  self->earlier = g_renew (int32_t *, self->earlier, self->n_earlier + 1);
  self->earlier[self->n_earlier++] = list;
}

void
problem_add_earlier (RtProblem *self, int n_people, ...)
{
  int32_t *people = filled (n_people + 1, RT_NOWHERE);
  va_list list;

  va_start (list, n_people);
  for (int i = 0; i < n_people; i++)
    people[i] = va_arg (list, int);
  va_end (list);
  add_earlier (self, people);
}

void
problem_add_hosts (RtProblem *self)
{
  int old = self->n_people, n = old + self->n_tables;
  uint8_t *presence = flags (n * self->n_rounds, RT_GUEST);
  int32_t *fixed = filled (n * self->n_rounds, RT_NOWHERE);

  for (int r = 0; r < self->n_rounds; r++)
    {
      memcpy (presence + r * n, self->presence + r * old, old);
      memcpy (fixed + r * n, self->fixed + r * old, sizeof (int32_t) * old);
      for (int t = 0; t < self->n_tables; t++)
        {
          presence[r * n + old + t] = RT_LEADS;
          fixed[r * n + old + t] = t;
          self->host[r * self->n_tables + t] = old + t;
        }
    }
  g_free (self->presence);
  g_free (self->fixed);
  self->presence = presence;
  self->fixed = fixed;
  for (int c = 0; c < self->n_columns; c++)
    {
      self->columns[c] = g_renew (int32_t, self->columns[c], n);
      for (int p = old; p < n; p++)
        self->columns[c][p] = RT_NOWHERE;
    }
  self->n_people = n;
}

int
problem_add_zipf (RtProblem *self, RtRandom *random, int n_people, int n_groups)
{
  int c = problem_add_column (self, n_groups), n = 0;
  g_autofree int *order = g_new (int, n_people);
  double sum = 0, share = 0;

  for (int i = 0; i < n_people; i++)
    order[i] = i;
  rt_random_shuffle (random, order, n_people);
  for (int k = 0; k < n_groups; k++)
    sum += 1.0 / (k + 1);
  for (int k = 0; k < n_groups; k++)
    {
      share += n_people / sum / (k + 1);
      for (; n < n_people && (n < (int) (share + 0.5) || k == n_groups - 1); n++)
        self->columns[c][order[n]] = k;
    }
  return c;
}

void
problem_add_languages (RtProblem *self, int n_languages)
{
  self->n_language_words = (n_languages + 63) / 64;
  self->speaks = g_new0 (uint64_t, self->n_people * self->n_language_words);
  self->interprets = flags (self->n_people, 0);
}

gboolean
problem_has (const RtProblem *self, RtTermKind kind)
{
  for (int i = 0; i < self->n_terms; i++)
    if (self->terms[i].kind == kind)
      return TRUE;
  return FALSE;
}

static gboolean
one_in (RtRandom *random, int n)
{
  return rt_random_below (random, n) == 0;
}

/* Places may lack, or be none; least may be more than there are people or places. */
static void
randomise_tables (RtProblem *self, RtRandom *random)
{
  int share = self->n_people / self->n_tables + 1;
  gboolean same_themes = one_in (random, 2);

  self->n_themes = 1 + rt_random_below (random, self->n_tables);
  for (int i = 0; i < self->n_rounds * self->n_tables; i++)
    {
      self->places[i] = one_in (random, 10) ? rt_random_below (random, 2)
                                            : share + rt_random_below (random, 3);
      self->least[i] = one_in (random, 4) ? 1 + rt_random_below (random, share + 2) : 0;
      self->open[i] = !one_in (random, 8);
      self->theme[i] = same_themes && i >= self->n_tables
                         ? self->theme[i - self->n_tables]
                         : rt_random_below (random, self->n_themes + 1) - 1;
    }
  if (one_in (random, 2))
    {
      self->step_free = flags (self->n_tables, 0);
      for (int t = 0; t < self->n_tables; t++)
        self->step_free[t] = rt_random_below (random, 2);
    }
}

static void
lead (RtProblem *self, int32_t *leader, int r, int p, int t)
{
  if (leader[r * self->n_tables + t] != RT_NOWHERE)
    return;
  self->presence[r * self->n_people + p] = RT_LEADS;
  self->fixed[r * self->n_people + p] = t;
  leader[r * self->n_tables + t] = p;
}

/* The first people host the tables in every round, as in a café. */
static void
seat_hosts (RtProblem *self)
{
  for (int r = 0; r < self->n_rounds; r++)
    for (int t = 0; t < self->n_tables && t < self->n_people; t++)
      if (self->presence[r * self->n_people + t] == RT_GUEST
          && self->fixed[r * self->n_people + t] == RT_NOWHERE)
        lead (self, self->host, r, t, t);
}

/* A round that is over, or that is not to be arranged: whoever has no seat is away. */
static void
freeze_round (RtProblem *self, RtRandom *random, int r)
{
  self->frozen[r] = 1;
  for (int p = 0; p < self->n_people; p++)
    {
      int i = r * self->n_people + p;

      if (self->presence[i] == RT_GUEST && self->fixed[i] == RT_NOWHERE)
        self->fixed[i] = rt_random_below (random, self->n_tables);
    }
}

/* As core does where the other tables have room. */
static void
bar_hostless (RtProblem *self, RtRandom *random)
{
  int n = self->n_rounds * self->n_tables;

  self->seats = g_memdup2 (self->places, sizeof *self->places * n);
  for (int i = 0; i < n; i++)
    if (self->hostless[i] && one_in (random, 2))
      self->places[i] = 0;
}

static void
mark_pinned_always (RtProblem *self)
{
  self->pinned_all = flags (self->n_people, 0);
  for (int p = 0; p < self->n_people; p++)
    {
      gboolean all = TRUE, any = FALSE;

      for (int r = 0; r < self->n_rounds; r++)
        if (self->presence[r * self->n_people + p] != RT_AWAY)
          {
            any = TRUE;
            all = all && self->fixed[r * self->n_people + p] != RT_NOWHERE;
          }
      self->pinned_all[p] = any && all;
    }
}

/* Who is away, who leads, who is pinned, what is over. */
static void
randomise_presence (RtProblem *self, RtRandom *random)
{
  gboolean hosts = one_in (random, 3);
  int often = one_in (random, 2) ? 12 : 24, over = one_in (random, 5) ? 2 : 12;

  for (int r = 0; r < self->n_rounds; r++)
    for (int p = 0; p < self->n_people; p++)
      {
        int i = r * self->n_people + p, t = rt_random_below (random, self->n_tables);
        int what = rt_random_below (random, often);

        if (what == 0)
          self->presence[i] = RT_AWAY;
        else if (what == 1 || (what == 2 && !hosts))
          lead (self, what == 1 ? self->co_host : self->host, r, p, t);
        else if (what == 3)
          self->fixed[i] = t;
      }
  if (hosts)
    seat_hosts (self);
  /* One person may be named twice at a table. */
  for (int i = 0; i < self->n_rounds * self->n_tables; i++)
    if (self->host[i] != RT_NOWHERE && self->co_host[i] == RT_NOWHERE && one_in (random, 8))
      self->co_host[i] = self->host[i];
  for (int r = 0; r < self->n_rounds; r++)
    if (one_in (random, over))
      freeze_round (self, random, r);
  mark_pinned_always (self);
  self->hostless = flags (self->n_rounds * self->n_tables, 0);
  for (int i = 0; i < self->n_rounds * self->n_tables; i++)
    self->hostless[i] = self->open[i] && self->host[i] == RT_NOWHERE && one_in (random, 4);
  if (one_in (random, 2))
    bar_hostless (self, random);
}

static int32_t *
random_people (const RtProblem *self, RtRandom *random, int n)
{
  g_autofree int *order = g_new (int, self->n_people);
  int32_t *list = filled (n + 1, RT_NOWHERE);

  for (int p = 0; p < self->n_people; p++)
    order[p] = p;
  rt_random_shuffle (random, order, self->n_people);
  for (int i = 0; i < n && i < self->n_people; i++)
    list[i] = order[i];
  return list;
}

static int32_t *
random_wishes (const RtProblem *self, RtRandom *random)
{
  int n = 1 + rt_random_below (random, self->n_themes), first = rt_random_below (random, n);
  int32_t *list = filled (n + 1, RT_NOWHERE);

  for (int i = 0; i < n; i++)
    list[i] = (first + i) % self->n_themes;
  return list;
}

/* Most people speak one language; some two or three, some none that is known. */
static void
randomise_languages (RtProblem *self, RtRandom *random)
{
  int word = rt_random_below (random, 2);

  problem_add_languages (self, 64 * (word + 1));
  for (int p = 0; p < self->n_people; p++)
    {
      self->speaks[p * (word + 1) + word] = one_in (random, 2)
                                              ? (uint64_t) 1 << rt_random_below (random, 3)
                                              : (uint64_t) rt_random_below (random, 8);
      self->interprets[p] = one_in (random, 10);
    }
}

static void
randomise_paper (RtProblem *self, RtRandom *random)
{
  int n = self->n_people * self->n_rounds;

  self->issued = filled (n, RT_NOWHERE);
  for (int i = 0; i < n; i++)
    self->issued[i] = rt_random_below (random, self->n_tables + 1) - 1;
  if (!one_in (random, 3))
    return;
  self->start = filled (n, RT_NOWHERE);
  for (int i = 0; i < n; i++)
    if (self->presence[i] != RT_AWAY)
      self->start[i] = rt_random_below (random, self->n_tables + 1) - 1;
}

static void
randomise_people (RtProblem *self, RtRandom *random)
{
  int n = self->n_people;

  for (int k = 0; k < 2; k++)
    {
      int c = problem_add_column (self, 2 + k);

      for (int p = 0; p < n; p++)
        self->columns[c][p] = rt_random_below (random, 3 + k) - 1;
    }
  self->wishes = g_new0 (int32_t *, n);
  self->needs_step_free = flags (n, 0);
  for (int p = 0; p < n; p++)
    {
      self->needs_step_free[p] = one_in (random, 4);
      if (one_in (random, 2))
        self->wishes[p] = random_wishes (self, random);
    }
  randomise_languages (self, random);
  randomise_paper (self, random);
  for (int i = rt_random_below (random, 5); i > 0; i--)
    add_earlier (self, random_people (self, random, 1 + rt_random_below (random, n)));
}

static void
randomise_limits (RtProblem *self, RtRandom *random, RtTerm *term)
{
  term->value = one_in (random, 12) ? RT_NOWHERE
                                    : rt_random_below (random, self->n_values[term->column]);
  if (term->kind == RT_TERM_COUNT)
    {
      term->least = rt_random_below (random, 4);
      term->most = rt_random_below (random, 5) - 1;
      if (term->most >= 0 && term->most < term->least)
        term->most = term->least;
    }
  else
    term->most = rt_random_below (random, 3);
}

static void
randomise_term (RtProblem *self, RtRandom *random, RtTermKind kind)
{
  RtTerm *term = problem_add_term (self, kind, (RtLevel) rt_random_below (random, 3));

  if (kind != RT_TERM_SLIPS && one_in (random, 4))
    term->rounds = 1 + rt_random_below (random, (1 << self->n_rounds) - 1);
  term->of = (RtOf) rt_random_below (random, 3);
  term->column = rt_random_below (random, self->n_columns);
  randomise_limits (self, random, term);
  term->person = rt_random_below (random, self->n_people);
  term->target = rt_random_below (random, term->of == RT_OF_HOST    ? self->n_people
                                          : term->of == RT_OF_THEME ? self->n_themes
                                                                    : self->n_tables);
  if (kind == RT_TERM_TOGETHER || kind == RT_TERM_APART)
    {
      term->n_people = 2 + rt_random_below (random, 3);
      term->n_people = MIN (term->n_people, self->n_people);
      term->people = random_people (self, random, term->n_people);
    }
}

RtProblem *
problem_random (RtRandom *random, int most_people, int most_tables, int most_rounds)
{
  int n = 2 + rt_random_below (random, most_people - 1);
  int T = 1 + rt_random_below (random, most_tables);
  RtProblem *self = problem_new (n, T, 1 + rt_random_below (random, most_rounds), n);
  int kinds[2 * RT_TERM_SLIPS + 1];

  randomise_tables (self, random);
  randomise_presence (self, random);
  randomise_people (self, random);
  /* Every kind once or twice, in any order; slips are printed once. */
  for (int k = 0; k <= 2 * RT_TERM_SLIPS; k++)
    kinds[k] = k <= RT_TERM_SLIPS ? k : k - RT_TERM_SLIPS - 1;
  rt_random_shuffle (random, kinds, 2 * RT_TERM_SLIPS + 1);
  for (int k = 0; k <= 2 * RT_TERM_SLIPS; k++)
    if (one_in (random, 3))
      randomise_term (self, random, (RtTermKind) kinds[k]);
  return self;
}

/* Guest (x, j) sits at x + r (j + 1), so that nobody meets twice or comes back; see
 * problem_every_rule(). */
typedef struct {
  RtProblem *problem;
  RtRandom  *random;
  int        n, n_tables, n_rounds;
  int       *seat;   /* [n_rounds * n] */
  int       *loose;  /* guests without a partner, at random */
  int        n_loose;
} Plant;

static int *
planted (Plant *self, int r, int p)
{
  return &self->seat[r * self->n + p];
}

static void
plant_couples (Plant *self)
{
  for (int k = MAX (1, self->n / 16); k > 0; k--)
    {
      int p = self->loose[--self->n_loose], q = self->loose[--self->n_loose];

      for (int r = 0; r < self->n_rounds; r++)
        *planted (self, r, q) = *planted (self, r, p);
      problem_set_people (problem_add_term (self->problem, RT_TERM_TOGETHER, RT_LEVEL_MUST), 2, p,
                          q);
    }
}

/* One place more than a table is planted with at most, and one person less than at least. */
static void
plant_sizes (Plant *self, int size)
{
  RtProblem *problem = self->problem;

  for (int t = 0; t < self->n_tables; t++)
    {
      int most = size + 1, least = MAX (1, size - 2);

      for (int r = 0; r < self->n_rounds; r++)
        {
          int here = 0;

          for (int p = 0; p < self->n; p++)
            here += *planted (self, r, p) == t;
          most = MAX (most, here);
          least = MIN (least, here - 1);
        }
      for (int r = 0; r < self->n_rounds; r++)
        {
          problem->places[r * self->n_tables + t] = most;
          problem->least[r * self->n_tables + t] = MAX (0, least);
        }
    }
}

static void
plant_apart (Plant *self)
{
  for (int k = MAX (1, self->n / 30); k > 0; k--)
    {
      int p = self->loose[rt_random_below (self->random, self->n_loose)];
      int q = self->loose[rt_random_below (self->random, self->n_loose)];
      gboolean meet = p == q;

      for (int r = 0; r < self->n_rounds; r++)
        meet = meet || *planted (self, r, p) == *planted (self, r, q);
      if (!meet)
        problem_set_people (problem_add_term (self->problem, RT_TERM_APART, RT_LEVEL_MUST), 2, p,
                            q);
    }
}

static void
plant_pins_and_absences (Plant *self)
{
  RtProblem *problem = self->problem;
  int pinned = MAX (1, self->n / 20), away = MAX (1, self->n / 40);

  for (int k = 0; k < pinned + away && k < self->n_loose; k++)
    {
      int r = rt_random_below (self->random, self->n_rounds), p = self->loose[k];

      if (k < pinned)
        problem->fixed[r * problem->n_people + p] = *planted (self, r, p);
      else
        problem->presence[r * problem->n_people + p] = RT_AWAY;
    }
}

static void
plant_avoided (Plant *self)
{
  for (int k = MAX (1, self->n / 20); k > 0; k--)
    {
      int p = self->loose[rt_random_below (self->random, self->n_loose)];
      int t = rt_random_below (self->random, self->n_tables);
      gboolean visited = FALSE;
      RtTerm *term;

      for (int r = 0; r < self->n_rounds; r++)
        visited = visited || *planted (self, r, p) == t;
      if (visited)
        continue;
      term = problem_add_term (self->problem, RT_TERM_AVOID, RT_LEVEL_MUST);
      term->of = RT_OF_THEME;
      term->person = p;
      term->target = t;
    }
}

static void
plant_step_free (Plant *self)
{
  RtProblem *problem = self->problem;

  problem->needs_step_free = flags (problem->n_people, 0);
  problem->step_free = flags (self->n_tables, 0);
  problem->step_free[0] = problem->step_free[1] = 1;
  for (int k = MAX (1, self->n / 50); k > 0; k--)
    {
      int p = self->loose[self->n_loose - k];

      problem->needs_step_free[p] = 1;
      for (int r = 0; r < self->n_rounds; r++)
        problem->step_free[*planted (self, r, p)] = 1;
    }
  problem_add_term (problem, RT_TERM_STEP_FREE, RT_LEVEL_MUST);
}

RtProblem *
problem_every_rule (RtRandom *random, int n_tables, int size, int n_rounds)
{
  int n = n_tables * size;
  Plant self = { problem_new (n, n_tables, n_rounds, size + 1), random, n, n_tables, n_rounds };
  g_autofree int *seat = self.seat = g_new (int, n * n_rounds);
  g_autofree int *loose = self.loose = g_new (int, n);
  int sectors;

  for (int p = 0; p < n; p++)
    {
      loose[p] = p;
      for (int r = 0; r < n_rounds; r++)
        *planted (&self, r, p) = (p / size + r * (p % size + 1)) % n_tables;
    }
  self.n_loose = n;
  rt_random_shuffle (random, loose, n);
  problem_add_zipf (self.problem, random, n, MAX (2, n / 4));
  sectors = problem_add_column (self.problem, 6);
  for (int p = 0; p < n; p++)
    self.problem->columns[sectors][p] = rt_random_below (random, 6);
  problem_add_hosts (self.problem);
  self.problem->n_themes = n_tables;
  for (int i = 0; i < n_rounds * n_tables; i++)
    self.problem->theme[i] = i % n_tables;
  problem_add_term (self.problem, RT_TERM_RETURNS, RT_LEVEL_MUST)->of = RT_OF_HOST;
  plant_couples (&self);
  plant_sizes (&self, size);
  plant_apart (&self);
  plant_avoided (&self);
  plant_step_free (&self);
  plant_pins_and_absences (&self);
  problem_add_term (self.problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  problem_add_term (self.problem, RT_TERM_SPREAD, RT_LEVEL_SHOULD)->column = 0;
  problem_add_term (self.problem, RT_TERM_SPREAD, RT_LEVEL_MAY)->column = sectors;
  return self.problem;
}

bool
problem_always_cb (void *data)
{
  return true;
}

bool
problem_never_cb (void *data)
{
  return false;
}
