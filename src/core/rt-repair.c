/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What is broken in a round, put right by hand's own means: a move or a swap, else a few. */

#include "rt-repair.h"

#include <glib/gi18n-lib.h>

#include "rt-edit.h"
#include "rt-measure-private.h"
#include "rt-sketch.h"

#define MOST_MOVES 4
/*
 * People wait for it, and each try counts the whole plan: the more people, the fewer tries of a
 * move.
 */
#define MOST_COUNTED 500000
#define LEAST_TRIES 50

/* What a seating is worth: broken musts first, then every should and every may in the order of the
   file. Smaller is better, and what stands first decides. */
typedef struct {
  gint64 *values;
  guint   n;
} Worth;

static void
worth_clear (Worth *self)
{
  g_clear_pointer (&self->values, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Worth, worth_clear)

static gint64
find_rule (RtCount *count, guint index)
{
  RtTally tally = { 0 };
  RtWishes wishes = { 0 };
  const RtRule *rule = rt_plan_get_rule (count->plan, index);

  if (rule->kind == RT_RULE_WISHES)
    rt_count_wishes (count, rule, &tally, &wishes);
  else
    rt_count_rule (count, rule, &tally);
  return tally.found;
}

static void
weigh (RtPlan *plan, Worth *worth)
{
  g_autoptr (RtCount) count = rt_count_new (plan);
  guint n = rt_plan_get_n (plan, RT_PART_RULES);

  worth_clear (worth);
  worth->n = 1 + n;
  worth->values = g_new0 (gint64, worth->n);
  for (int what = 0; what < RT_N_ALWAYS; what++)
    {
      RtTally tally = { 0 };

      if (what == RT_ALWAYS_SLIPS)
        continue;
      rt_count_always (count, what, &tally);
      worth->values[0] += tally.found;
    }
  worth->n = 1;
  for (RtStrength strength = RT_STRENGTH_MUST; strength <= RT_STRENGTH_MAY; strength++)
    for (guint i = 0; i < n; i++)
      {
        if (rt_plan_get_rule (plan, i)->strength != (int) strength)
          continue;
        if (strength == RT_STRENGTH_MUST)
          worth->values[0] += find_rule (count, i);
        else
          worth->values[worth->n++] = find_rule (count, i);
      }
}

static gboolean
is_better (const Worth *a, const Worth *b)
{
  for (guint i = 0; i < MIN (a->n, b->n); i++)
    if (a->values[i] != b->values[i])
      return a->values[i] < b->values[i];
  return FALSE;
}

/* The search for one step. */
typedef struct {
  RtPlan   *plan;    /* tried on, and put back */
  RtId      round;
  Worth     best;
  RtChange *change;  /* the best so far */
  guint     tries;   /* left */
} Step;

/* Takes @change, which may be NULL. */
static void
try_change (Step *self, RtChange *change)
{
  g_autoptr (RtChange) owned = change;
  g_autoptr (RtChange) back = NULL;
  g_auto (Worth) worth = { 0 };

  if (change == NULL || self->tries == 0)
    return;
  self->tries--;
  back = rt_change_invert (change);
  if (!rt_plan_apply (self->plan, change, NULL))
    return;
  weigh (self->plan, &worth);
  rt_plan_apply (self->plan, back, NULL);
  if (!is_better (&worth, &self->best))
    return;
  worth_clear (&self->best);
  self->best = worth;
  worth.values = NULL;
  g_clear_pointer (&self->change, rt_change_unref);
  self->change = g_steal_pointer (&owned);
}

/* Every table and every other person for somebody who is concerned. */
static void
try_person (Step *self, const RtRoll *roll, guint round, guint person)
{
  RtId id = rt_plan_get_person (self->plan, person)->parent.id;
  gsize at = (gsize) round * roll->n_people;
  int here = roll->table[at + person];

  if (here >= 0 && roll->leads[at + person] == here)
    return;
  for (guint t = 0; t < roll->n_tables; t++)
    if ((int) t != here && roll->open[(gsize) round * roll->n_tables + t])
      try_change (self, rt_edit_move_person (self->plan, self->round, id,
                                             rt_plan_get_table (self->plan, t)->parent.id,
                                             RT_ANY_CHAIR, NULL));
  for (guint q = 0; q < roll->n_people; q++)
    if (q != person && roll->table[at + q] >= 0 && roll->table[at + q] != here &&
        roll->leads[at + q] != roll->table[at + q])
      try_change (self, rt_edit_swap_people (self->plan, self->round, id,
                                             rt_plan_get_person (self->plan, q)->parent.id, NULL));
}

/* Whom the broken musts of the round concern; NULL when it has none. */
static guint8 *
find_concerned (RtPlan *plan, guint round)
{
  g_autoptr (RtCount) count = rt_count_new (plan);
  RtMeasuring *measuring = rt_measuring_new (plan, count, FALSE);
  const RtMeasures *measures = &measuring->measures;
  guint8 *concerned = NULL;

  for (guint i = 0; i < measures->breaches->len; i++)
    {
      const RtBreach *breach = g_ptr_array_index (measures->breaches, i);

      if (breach->strength != RT_STRENGTH_MUST || breach->round != (int) round)
        continue;
      if (concerned == NULL)
        concerned = g_new0 (guint8, MAX (rt_plan_get_n (plan, RT_PART_PEOPLE), 1));
      for (guint k = 0; k < breach->people->len; k++)
        concerned[g_array_index (breach->people, int, k)] = TRUE;
    }
  rt_measures_free (&measuring->measures);
  return concerned;
}

static guint
get_tries (RtPlan *plan)
{
  return MAX (MOST_COUNTED / MAX (rt_plan_get_n (plan, RT_PART_PEOPLE), 1), LEAST_TRIES);
}

/* The best move or swap now; NULL when none makes less of what is broken. */
static RtChange *
find_step (RtPlan *plan, guint round, const guint8 *concerned)
{
  g_autoptr (RtRoll) roll = rt_roll_new (plan);
  Step step = { plan, rt_plan_get_round (plan, round)->parent.id };
  gint64 before;

  weigh (plan, &step.best);
  before = step.best.values[0];
  step.tries = get_tries (plan);
  for (guint p = 0; p < roll->n_people; p++)
    if (concerned[p])
      try_person (&step, roll, round, p);
  if (step.best.values[0] >= before)
    g_clear_pointer (&step.change, rt_change_unref);
  worth_clear (&step.best);
  return step.change;
}

/**
 * rt_repair_new:
 * @plan: a plan
 * @round: index of the round
 * @moves: (out): how many moves and swaps it takes
 *
 * Step by step the best one for those concerned, as long as it breaks fewer musts than before; of
 * those that do the same, the one that costs least of what should and may be. Each is counted as it
 * would be: the cost is that of a count, times those concerned, times the people of the round.
 *
 * Returns: (transfer full) (nullable): one change that keeps every must of the round
 */
RtChange *
rt_repair_new (RtPlan *plan, guint round, guint *moves)
{
  g_autoptr (RtSketch) sketch = rt_sketch_new (plan);
  g_autofree char *label = g_strdup_printf (_("Put Round %u Right"), round + 1);

  for (*moves = 0; *moves <= MOST_MOVES; (*moves)++)
    {
      g_autofree guint8 *concerned = find_concerned (sketch->plan, round);
      RtChange *step;

      if (concerned == NULL)
        return *moves > 0 ? rt_sketch_join (sketch, label) : NULL;
      step = *moves < MOST_MOVES ? find_step (sketch->plan, round, concerned) : NULL;
      if (!rt_sketch_apply (sketch, step))
        return NULL;
    }
  return NULL;
}

/**
 * rt_repair_find_table:
 * @plan: a plan
 * @round: where somebody is to be seated
 * @person: who
 *
 * The first table at which nothing gets worse, unless one before it costs less; else the one that
 * costs least, as rt_measure_compare_costs() says. Each free table takes two counts of the plan: of
 * very many people, not all tables are looked at.
 *
 * Returns: (nullable): %NULL when no table has a chair for them
 */
RtId
rt_repair_find_table (RtPlan *plan, RtId round, RtId person)
{
  g_autoptr (GArray) least = NULL;
  guint tries = get_tries (plan);
  gboolean worse = TRUE;
  RtId best = NULL;

  for (guint i = 0; worse && tries > 0 && i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    {
      RtId table = rt_plan_get_table (plan, i)->parent.id;
      g_autoptr (RtChange) change
          = rt_edit_move_person (plan, round, person, table, RT_ANY_CHAIR, NULL);
      g_autoptr (GArray) cost = NULL;
      g_autofree char *price = NULL;

      if (change == NULL)
        continue;
      tries--;
      price = rt_measure_dup_price (plan, change, &worse, &cost);
      if (best != NULL && rt_measure_compare_costs (cost, least) >= 0)
        continue;
      best = table;
      g_clear_pointer (&least, g_array_unref);
      least = g_steal_pointer (&cost);
    }
  return best;
}
