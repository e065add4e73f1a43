/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/*
 * A plan as integers. People, tables and rounds keep their indexes, and each rule is one term; with
 * "keep issued slips" one more term stands before those of `should`.
 */

#include "rt-arrange.h"

#include "rt-count.h"

typedef struct {
  RtProblem              *problem;
  RtCount                *count;
  const RtArrangeOptions *options;
  GPtrArray              *bys;    /* of char *: the attribute of each column */
} Mapping;

static const RtArrangeOptions default_options = RT_ARRANGE_OPTIONS_DEFAULT;

static gboolean
has_rule (RtPlan *plan, RtRuleKind kind)
{
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_RULES); i++)
    if (rt_plan_get_rule (plan, i)->kind == (int) kind)
      return TRUE;
  return FALSE;
}

static int32_t *
new_nowhere (gsize n)
{
  int32_t *row = g_new (int32_t, MAX (n, 1));

  for (gsize i = 0; i < n; i++)
    row[i] = RT_NOWHERE;
  return row;
}

static void
allocate (RtProblem *self, const RtRoll *roll)
{
  gsize people = (gsize) roll->n_rounds * roll->n_people;
  gsize tables = (gsize) roll->n_rounds * roll->n_tables;

  self->n_people = roll->n_people;
  self->n_tables = roll->n_tables;
  self->n_rounds = roll->n_rounds;
  self->n_themes = roll->n_themes;
  self->presence = g_new0 (uint8_t, MAX (people, 1));
  self->fixed = new_nowhere (people);
  self->pinned_all = g_new0 (uint8_t, MAX (roll->n_people, 1));
  self->frozen = g_new0 (uint8_t, MAX (roll->n_rounds, 1));
  self->open = g_new0 (uint8_t, MAX (tables, 1));
  self->places = g_new0 (int32_t, MAX (tables, 1));
  self->seats = g_new0 (int32_t, MAX (tables, 1));
  self->least = g_new0 (int32_t, MAX (tables, 1));
  self->host = new_nowhere (tables);
  self->co_host = new_nowhere (tables);
  self->hostless = g_new0 (uint8_t, MAX (tables, 1));
  self->theme = new_nowhere (tables);
}

/* A round that is not arranged: everybody is fixed where they sit; who has no seat needs none. */
static void
map_frozen_person (Mapping *self, guint r, guint p)
{
  const RtRoll *roll = self->count->roll;
  gsize at = (gsize) r * roll->n_people + p;

  if (!roll->attends[at] || roll->table[at] < 0)
    return;
  self->problem->presence[at] = roll->guest[at] ? RT_GUEST : RT_LEADS;
  self->problem->fixed[at] = roll->table[at];
}

static gboolean
leads_at (const RtRoll *roll, guint r, guint p, int t)
{
  gsize at = (gsize) r * roll->n_tables + MAX (t, 0);

  return t >= 0 && roll->open[at] && (roll->host[at] == (int) p || roll->co_host[at] == (int) p);
}

/* A pin wins over leading elsewhere: it was set for this very round. */
static void
map_person (Mapping *self, guint r, guint p)
{
  const RtRoll *roll = self->count->roll;
  gsize at = (gsize) r * roll->n_people + p;
  int table = roll->pin[at] >= 0 ? roll->pin[at] : roll->leads[at];

  if (!roll->attends[at])
    return;
  self->problem->presence[at] = leads_at (roll, r, p, table) ? RT_LEADS : RT_GUEST;
  self->problem->fixed[at] = table;
}

/* A host the solver may count on: one who leads this very table. */
static int
leader_at (Mapping *self, guint r, guint t, int named)
{
  gsize at = (gsize) r * self->problem->n_people + MAX (named, 0);

  if (named < 0 || self->problem->presence[at] != RT_LEADS || self->problem->fixed[at] != (int) t)
    return RT_NOWHERE;
  return named;
}

static void
map_table (Mapping *self, guint r, guint t)
{
  const RtRoll *roll = self->count->roll;
  RtProblem *problem = self->problem;
  const RtTable *table = rt_plan_get_table (self->count->plan, t);
  gsize at = (gsize) r * roll->n_tables + t;
  int leaders;

  problem->open[at] = roll->open[at];
  problem->theme[at] = roll->theme[at];
  problem->host[at] = leader_at (self, r, t, roll->host[at]);
  problem->co_host[at] = leader_at (self, r, t, roll->co_host[at]);
  problem->hostless[at] =
    roll->open[at] && roll->host[at] >= 0 && problem->host[at] == RT_NOWHERE;
  leaders = (problem->host[at] >= 0) +
            (problem->co_host[at] >= 0 && problem->co_host[at] != problem->host[at]);
  problem->places[at] = MAX (rt_table_get_places (table) - leaders, 0);
  problem->seats[at] = problem->places[at];
  if (table->least != RT_UNSET)
    problem->least[at] = MAX (table->least - leaders, 0);
}

static gboolean
must_be_even (Mapping *self, guint r)
{
  for (guint i = 0; i < rt_plan_get_n (self->count->plan, RT_PART_RULES); i++)
    {
      const RtRule *rule = rt_plan_get_rule (self->count->plan, i);

      if (rule->kind == RT_RULE_EVEN && rule->strength == RT_STRENGTH_MUST &&
          (rt_count_rounds (self->count, rule->rounds) >> r & 1))
        return TRUE;
    }
  return FALSE;
}

/* Whether the host named for an open table is not there, and nobody is fixed to it. */
static gboolean
lacks_host (Mapping *self, guint r, guint t)
{
  const RtProblem *problem = self->problem;
  gsize at = (gsize) r * problem->n_tables + t;

  if (!problem->hostless[at])
    return FALSE;
  for (int p = 0; p < problem->n_people; p++)
    if (problem->fixed[(gsize) r * problem->n_people + p] == (int) t)
      return FALSE;
  return TRUE;
}

/*
 * No guests without their host: where the other tables have room and sizes need not be even, a
 * table whose host is away offers no places.
 */
static void
keep_off_hostless_tables (Mapping *self, guint r)
{
  RtProblem *problem = self->problem;
  gint64 room = 0;

  if (problem->frozen[r] || must_be_even (self, r))
    return;
  for (int t = 0; t < problem->n_tables; t++)
    if (problem->open[(gsize) r * problem->n_tables + t] && !lacks_host (self, r, t))
      room += problem->places[(gsize) r * problem->n_tables + t];
  for (int p = 0; p < problem->n_people; p++)
    room -= problem->presence[(gsize) r * problem->n_people + p] == RT_GUEST;
  for (int t = 0; room >= 0 && t < problem->n_tables; t++)
    if (lacks_host (self, r, t))
      problem->places[(gsize) r * problem->n_tables + t] = 0;
}

static void
map_rounds (Mapping *self)
{
  const RtRoll *roll = self->count->roll;

  for (guint r = 0; r < roll->n_rounds; r++)
    {
      int only = self->options->only_round;

      self->problem->frozen[r] = roll->done[r] || (only >= 0 && only != (int) r);
      for (guint p = 0; p < roll->n_people; p++)
        if (self->problem->frozen[r])
          map_frozen_person (self, r, p);
        else
          map_person (self, r, p);
      for (guint t = 0; t < roll->n_tables; t++)
        map_table (self, r, t);
      keep_off_hostless_tables (self, r);
    }
  for (guint p = 0; p < roll->n_people; p++)
    self->problem->pinned_all[p] = rt_count_is_pinned_always (self->count, p);
}

/* The column of an attribute; several terms share one. */
static int
column_of (Mapping *self, const char *by)
{
  RtProblem *problem = self->problem;
  guint n_values;
  const int *values;

  for (guint i = 0; i < self->bys->len; i++)
    if (g_str_equal (g_ptr_array_index (self->bys, i), by))
      return i;
  values = rt_count_column (self->count, by, &n_values);
  g_ptr_array_add (self->bys, (gpointer) by);
  problem->n_columns = self->bys->len;
  problem->columns = g_renew (int32_t *, problem->columns, problem->n_columns);
  problem->n_values = g_renew (int32_t, problem->n_values, problem->n_columns);
  problem->columns[problem->n_columns - 1] =
    g_memdup2 (values, MAX (problem->n_people, 1) * sizeof *values);
  problem->n_values[problem->n_columns - 1] = n_values;
  return problem->n_columns - 1;
}

static void
map_group (Mapping *self, const RtRule *rule, RtTerm *term)
{
  term->people = g_new (int, rt_ids_length (rule->people) + 1);
  for (guint i = 0; rule->people && rule->people[i]; i++)
    {
      int p = rt_plan_index_of (self->count->plan, RT_PART_PEOPLE, rule->people[i]);
      gboolean known = FALSE;

      for (int k = 0; k < term->n_people; k++)
        known = known || term->people[k] == p;
      if (!known)
        term->people[term->n_people++] = p;
    }
}

static RtTermKind
kind_of (const RtRule *rule)
{
  switch ((RtRuleKind) rule->kind)
    {
    case RT_RULE_REPEATS:
      return rule->most == RT_UNSET ? RT_TERM_REPEATS : RT_TERM_OVER_REPEATS;
    case RT_RULE_RETURNS:
      return RT_TERM_RETURNS;
    case RT_RULE_SPREAD:
      return rule->most == RT_UNSET ? RT_TERM_SPREAD : RT_TERM_OVER_SPREAD;
    case RT_RULE_OWN_HOST:
      return RT_TERM_OWN_HOST;
    case RT_RULE_EVEN:
      return RT_TERM_EVEN;
    case RT_RULE_COUNT:
      return RT_TERM_COUNT;
    case RT_RULE_TOGETHER:
      return RT_TERM_TOGETHER;
    case RT_RULE_APART:
      return RT_TERM_APART;
    case RT_RULE_VISIT:
      return RT_TERM_VISIT;
    case RT_RULE_AVOID:
      return RT_TERM_AVOID;
    case RT_RULE_WISHES:
      return RT_TERM_WISHES;
    case RT_RULE_LANGUAGE:
      return RT_TERM_LANGUAGE;
    case RT_RULE_STEP_FREE:
    default:
      return RT_TERM_STEP_FREE;
    }
}

static RtLevel
level_of (const RtRule *rule)
{
  switch ((RtStrength) rule->strength)
    {
    case RT_STRENGTH_MUST:
      return RT_LEVEL_MUST;
    case RT_STRENGTH_SHOULD:
      return RT_LEVEL_SHOULD;
    case RT_STRENGTH_MAY:
    default:
      return RT_LEVEL_MAY;
    }
}

static RtOf
of_of (RtRuleOf of)
{
  switch (of)
    {
    case RT_RULE_OF_HOST:
      return RT_OF_HOST;
    case RT_RULE_OF_THEME:
      return RT_OF_THEME;
    case RT_RULE_OF_TABLE:
    default:
      return RT_OF_TABLE;
    }
}

static void
map_rule (Mapping *self, const RtRule *rule, RtTerm *term)
{
  RtPlan *plan = self->count->plan;

  term->kind = kind_of (rule);
  term->level = level_of (rule);
  term->rounds = rt_count_rounds (self->count, rule->rounds);
  term->most = rule->most == RT_UNSET ? -1 : rule->most;
  term->least = rule->least == RT_UNSET ? 0 : rule->least;
  switch ((RtRuleKind) rule->kind)
    {
    case RT_RULE_RETURNS:
      term->of = of_of (rule->of);
      break;
    case RT_RULE_COUNT:
      term->value = rt_roll_column_value (plan, rule->by, rule->value);
      term->column = column_of (self, rule->by);
      break;
    case RT_RULE_SPREAD:
      term->column = column_of (self, rule->by);
      break;
    case RT_RULE_OWN_HOST:
      term->column = column_of (self, "organisation");
      break;
    case RT_RULE_TOGETHER:
    case RT_RULE_APART:
      map_group (self, rule, term);
      break;
    case RT_RULE_VISIT:
    case RT_RULE_AVOID:
      term->person = rt_plan_index_of (plan, RT_PART_PEOPLE, rule->person);
      term->of = of_of (rt_rule_get_target (plan, rule, &term->target));
      break;
    default:
      break;
    }
}

/* After must, before should: the first of the terms of that level. */
static gboolean
map_slips (Mapping *self, RtTerm *term)
{
  RtPlan *plan = self->count->plan;
  const RtSlips *slips = rt_plan_last_slips (plan);
  const RtRoll *roll = self->count->roll;
  RtProblem *problem = self->problem;

  if (!self->options->keep_issued || !slips)
    return FALSE;
  *term = (RtTerm) {
    .kind = RT_TERM_SLIPS,
    .level = RT_LEVEL_SHOULD,
    .rounds = rt_count_rounds (self->count, NULL),
    .most = -1,
  };
  problem->issued = new_nowhere ((gsize) roll->n_rounds * roll->n_people);
  problem->start = new_nowhere ((gsize) roll->n_rounds * roll->n_people);
  for (guint i = 0; i < rt_slips_length (slips); i++)
    {
      guint p = rt_plan_index_of (plan, RT_PART_PEOPLE, rt_slips_person (slips, i)), printed;

      /* A slip that shows a wrong time is printed again anyway: its person is free. */
      if (p == G_MAXUINT || rt_slip_is_late (plan, roll, slips, i, p))
        continue;
      rt_slips_lookup (slips, rt_slips_person (slips, i), &printed);
      for (guint r = 0; r < MIN (printed, roll->n_rounds); r++)
        {
          guint t = rt_plan_index_of (plan, RT_PART_TABLES, rt_slips_table (slips, i, r));
          gsize at = (gsize) r * roll->n_people + p;

          if (t != G_MAXUINT && roll->attends[at])
            problem->issued[at] = t;
        }
    }
  return TRUE;
}

/* What is printed is where the search begins; who has no slip begins where they sit. */
static void
map_start (Mapping *self)
{
  const RtRoll *roll = self->count->roll;
  RtProblem *problem = self->problem;

  for (gsize i = 0; problem->start && i < (gsize) roll->n_rounds * roll->n_people; i++)
    if (problem->presence[i] != RT_AWAY)
      problem->start[i] = problem->issued[i] != RT_NOWHERE ? problem->issued[i] : roll->table[i];
}

static void
map_terms (Mapping *self)
{
  RtPlan *plan = self->count->plan;
  RtProblem *problem = self->problem;
  guint n_rules = rt_plan_get_n (plan, RT_PART_RULES);

  problem->terms = g_new0 (RtTerm, n_rules + 1);
  if (map_slips (self, &problem->terms[0]))
    problem->n_terms = 1;
  for (guint i = 0; i < n_rules; i++)
    map_rule (self, rt_plan_get_rule (plan, i), &problem->terms[problem->n_terms++]);
  map_start (self);
}

static void
map_wishes (Mapping *self)
{
  RtPlan *plan = self->count->plan;
  RtProblem *problem = self->problem;

  if (!has_rule (plan, RT_RULE_WISHES))
    return;
  problem->wishes = g_new0 (int32_t *, problem->n_people + 1);
  for (int p = 0; p < problem->n_people; p++)
    {
      const RtIds wishes = rt_plan_get_person (plan, p)->wishes;
      guint n = rt_ids_length (wishes);

      if (n == 0)
        continue;
      problem->wishes[p] = new_nowhere (n + 1);
      for (guint i = 0; i < n; i++)
        problem->wishes[p][i] = rt_plan_index_of (plan, RT_PART_THEMES, wishes[i]);
    }
}

static void
map_languages (Mapping *self)
{
  RtPlan *plan = self->count->plan;
  RtProblem *problem = self->problem;
  guint n_words;

  if (!has_rule (plan, RT_RULE_LANGUAGE))
    return;
  problem->speaks = rt_count_languages (plan, &n_words);
  problem->n_language_words = n_words;
  problem->interprets = g_new0 (uint8_t, problem->n_people + 1);
  for (int p = 0; p < problem->n_people; p++)
    problem->interprets[p] = rt_person_has_role (rt_plan_get_person (plan, p), "interpreter");
}

static void
map_step_free (Mapping *self)
{
  RtPlan *plan = self->count->plan;
  RtProblem *problem = self->problem;
  gboolean marked = FALSE;

  if (!has_rule (plan, RT_RULE_STEP_FREE))
    return;
  problem->needs_step_free = g_new0 (uint8_t, problem->n_people + 1);
  for (int p = 0; p < problem->n_people; p++)
    problem->needs_step_free[p] = rt_plan_get_person (plan, p)->step_free == 1;
  problem->step_free = g_new0 (uint8_t, problem->n_tables + 1);
  for (int t = 0; t < problem->n_tables; t++)
    {
      problem->step_free[t] = rt_plan_get_table (plan, t)->step_free == 1;
      marked = marked || problem->step_free[t];
    }
  /* Where no table is marked, every table is step-free. */
  if (!marked)
    g_clear_pointer (&problem->step_free, g_free);
}

static void
map_earlier (Mapping *self)
{
  const GPtrArray *earlier = self->count->earlier;
  RtProblem *problem = self->problem;

  if (!has_rule (self->count->plan, RT_RULE_REPEATS) || earlier->len == 0)
    return;
  problem->n_earlier = earlier->len;
  problem->earlier = g_new0 (int32_t *, earlier->len);
  for (guint i = 0; i < earlier->len; i++)
    {
      const GArray *together = g_ptr_array_index (earlier, i);

      problem->earlier[i] = new_nowhere (together->len + 1);
      for (guint k = 0; k < together->len; k++)
        problem->earlier[i][k] = g_array_index (together, int, k);
    }
}

/**
 * rt_arrange_problem_new:
 * @plan: a plan
 * @options: (nullable): only `keep_issued` and `only_round` are looked at
 *
 * Who leads, is pinned or sits in a round that is not arranged is fixed; the leaders' chairs are
 * taken off the places. Nothing of @plan is kept.
 *
 * Returns: (transfer full): the plan as integers; term i is rule i of the plan, or rule i - 1 when
 *   issued slips are kept and there are any
 */
RtProblem *
rt_arrange_problem_new (RtPlan *plan, const RtArrangeOptions *options)
{
  g_autoptr (RtCount) count = rt_count_new (plan);
  g_autoptr (GPtrArray) bys = g_ptr_array_new ();
  RtProblem *problem = g_new0 (RtProblem, 1);
  Mapping self = { problem, count, options ? options : &default_options, bys };

  allocate (problem, count->roll);
  map_rounds (&self);
  map_terms (&self);
  map_wishes (&self);
  map_languages (&self);
  map_step_free (&self);
  map_earlier (&self);
  return problem;
}

void
rt_arrange_problem_free (RtProblem *problem)
{
  gpointer flat[] = {
    problem->presence,   problem->fixed,           problem->start,
    problem->pinned_all, problem->frozen,          problem->open,
    problem->places,     problem->least,           problem->host,
    problem->co_host,    problem->hostless,        problem->seats,
    problem->theme,      problem->n_values,        problem->speaks,
    problem->interprets, problem->needs_step_free, problem->step_free,
    problem->issued,
  };

  for (guint i = 0; i < G_N_ELEMENTS (flat); i++)
    g_free (flat[i]);
  for (int i = 0; i < problem->n_columns; i++)
    g_free (problem->columns[i]);
  for (int p = 0; problem->wishes && p < problem->n_people; p++)
    g_free (problem->wishes[p]);
  for (int i = 0; i < problem->n_earlier; i++)
    g_free (problem->earlier[i]);
  for (int i = 0; i < problem->n_terms; i++)
    g_free (problem->terms[i].people);
  g_free (problem->columns);
  g_free (problem->wishes);
  g_free (problem->earlier);
  g_free (problem->terms);
  g_free (problem);
}
