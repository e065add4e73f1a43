/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-count.h"

#include <string.h>

typedef struct {
  int  *values;
  guint n_values;
} Column;

const char * const rt_always_keys[] = {
  "capacity", "hosts", "pinned", "unseated", "misplaced", "slips_changed", NULL,
};

static void
column_free (Column *column)
{
  g_free (column->values);
  g_free (column);
}

static void
list_people (RtCount *self)
{
  const RtRoll *roll = self->roll;
  gsize n = (gsize) roll->n_rounds * roll->n_tables;
  g_autofree guint *next = g_new (guint, n + 1);

  self->first = g_new0 (guint, n + 1);
  self->sitting = g_new0 (guint, n + 1);
  self->people = g_new (int, MAX ((gsize) roll->n_rounds * roll->n_people, 1));
  for (guint r = 0; r < roll->n_rounds; r++)
    for (guint p = 0; p < roll->n_people; p++)
      {
        int t = roll->table[(gsize) r * roll->n_people + p];

        if (t < 0)
          continue;
        self->sitting[(gsize) r * roll->n_tables + t]++;
        self->first[(gsize) r * roll->n_tables + t + 1] +=
          roll->attends[(gsize) r * roll->n_people + p];
      }
  for (gsize i = 0; i < n; i++)
    self->first[i + 1] += self->first[i];
  memcpy (next, self->first, (n + 1) * sizeof *next);
  for (guint r = 0; r < roll->n_rounds; r++)
    for (guint p = 0; p < roll->n_people; p++)
      {
        gsize at = (gsize) r * roll->n_people + p;

        if (roll->table[at] >= 0 && roll->attends[at])
          self->people[next[(gsize) r * roll->n_tables + roll->table[at]]++] = p;
      }
}

/* Somebody named as host leads their table unless they are away or sit at another one. */
static int
present (const RtRoll *roll, guint r, guint t, int named)
{
  gsize at = (gsize) r * roll->n_people + MAX (named, 0);

  if (named < 0 || !roll->attends[at])
    return -1;
  return roll->table[at] < 0 || roll->table[at] == (int) t ? named : -1;
}

static void
list_leaders (RtCount *self)
{
  const RtRoll *roll = self->roll;
  gsize n = (gsize) roll->n_rounds * roll->n_tables;

  self->host = g_new (int, MAX (n, 1));
  self->co_host = g_new (int, MAX (n, 1));
  for (guint r = 0; r < roll->n_rounds; r++)
    for (guint t = 0; t < roll->n_tables; t++)
      {
        gsize at = (gsize) r * roll->n_tables + t;

        self->host[at] = present (roll, r, t, roll->host[at]);
        self->co_host[at] = present (roll, r, t, roll->co_host[at]);
      }
}

static void
add_earlier_table (RtCount *self, const RtId *people)
{
  GArray *together = g_array_new (FALSE, FALSE, sizeof (int));
  guint index = self->earlier->len;

  g_ptr_array_add (self->earlier, together);
  for (guint i = 0; people && people[i]; i++)
    {
      guint p = rt_plan_index_of (self->plan, RT_PART_PEOPLE, people[i]);
      GArray *met;

      if (p == G_MAXUINT)
        continue;
      met = self->met_earlier[p];
      if (!met)
        met = self->met_earlier[p] = g_array_new (FALSE, FALSE, sizeof (guint));
      /* Who is written twice at one table sat there once. */
      if (met->len > 0 && g_array_index (met, guint, met->len - 1) == index)
        continue;
      g_array_append_val (met, index);
      g_array_append_val (together, p);
    }
}

static void
list_earlier (RtCount *self)
{
  self->earlier = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->met_earlier = g_new0 (GArray *, MAX (self->roll->n_people, 1));
  for (guint i = 0; i < rt_plan_get_n (self->plan, RT_PART_EARLIER); i++)
    {
      const RtEarlier *event = rt_plan_get (self->plan, RT_PART_EARLIER, i);

      for (guint k = 0; event->tables && k < event->tables->len; k++)
        add_earlier_table (self, g_ptr_array_index (event->tables, k));
    }
}

void
rt_tally_add (RtTally *self, const RtIncident *incident)
{
  self->found += incident->amount;
  if (self->func)
    self->func (incident, self->data);
}

/**
 * rt_count_new:
 * @plan: a plan, which must outlive the count
 *
 * Lays the plan out by table. O(rounds x (people + tables) + earlier sittings).
 *
 * Returns: (transfer full): the plan as it is now, ready to be counted
 */
RtCount *
rt_count_new (RtPlan *plan)
{
  RtCount *self = g_new0 (RtCount, 1);
  guint n_people;

  self->plan = plan;
  self->roll = rt_roll_new (plan);
  n_people = MAX (self->roll->n_people, 1);
  self->columns =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) column_free);
  self->tally = g_new0 (guint, n_people);
  self->tally_earlier = g_new0 (guint, n_people);
  self->touched = g_new (int, n_people);
  list_people (self);
  list_leaders (self);
  list_earlier (self);
  return self;
}

void
rt_count_free (RtCount *self)
{
  for (guint p = 0; p < self->roll->n_people; p++)
    g_clear_pointer (&self->met_earlier[p], g_array_unref);
  g_free (self->met_earlier);
  g_ptr_array_unref (self->earlier);
  g_hash_table_unref (self->columns);
  rt_roll_free (self->roll);
  g_free (self->first);
  g_free (self->people);
  g_free (self->sitting);
  g_free (self->host);
  g_free (self->co_host);
  g_free (self->tally);
  g_free (self->tally_earlier);
  g_free (self->touched);
  g_free (self);
}

/* Several rules may ask for one attribute: it is read once. */
const int *
rt_count_column (RtCount *self, const char *by, guint *n_values)
{
  Column *column = g_hash_table_lookup (self->columns, by);

  if (!column)
    {
      column = g_new0 (Column, 1);
      column->values = rt_roll_column (self->plan, by, &column->n_values);
      g_hash_table_insert (self->columns, g_strdup (by), column);
    }
  if (n_values)
    *n_values = column->n_values;
  return column->values;
}

guint32
rt_count_rounds (RtCount *self, const RtIds rounds)
{
  guint32 mask = 0;

  for (guint r = 0; r < self->roll->n_rounds; r++)
    if (!rounds || rt_ids_contains (rounds, rt_plan_get_round (self->plan, r)->parent.id))
      mask |= 1u << r;
  return mask;
}

int
rt_count_guest_places (RtCount *self, guint r, guint t)
{
  gsize at = (gsize) r * self->roll->n_tables + t;
  int places = rt_table_get_places (rt_plan_get_table (self->plan, t));

  places -= self->host[at] >= 0;
  places -= self->co_host[at] >= 0 && self->co_host[at] != self->host[at];
  return MAX (places, 0);
}

guint
rt_count_guests_at (RtCount *self, guint r, guint t)
{
  gsize at = (gsize) r * self->roll->n_tables + t;
  guint n = 0;

  for (guint i = self->first[at]; i < self->first[at + 1]; i++)
    n += self->roll->guest[(gsize) r * self->roll->n_people + self->people[i]];
  return n;
}

gboolean
rt_count_is_pinned_always (RtCount *self, guint person)
{
  const RtRoll *roll = self->roll;
  gboolean pinned = FALSE;

  for (guint r = 0; r < roll->n_rounds; r++)
    {
      gsize at = (gsize) r * roll->n_people + person;

      if (!roll->attends[at])
        continue;
      if (roll->pin[at] < 0)
        return FALSE;
      pinned = TRUE;
    }
  return pinned;
}

int
rt_count_target (RtCount *self, RtRuleOf of, guint r, guint t)
{
  gsize at = (gsize) r * self->roll->n_tables + t;

  switch (of)
    {
    case RT_RULE_OF_HOST:
      return self->host[at];
    case RT_RULE_OF_THEME:
      return self->roll->theme[at];
    case RT_RULE_OF_TABLE:
    default:
      return t;
    }
}

/* Adds one to whoever sat with @p at earlier events, or takes it back. */
static void
tally_earlier (RtCount *self, int p, int step)
{
  const GArray *met = self->met_earlier[p];

  for (guint i = 0; met && i < met->len; i++)
    {
      const GArray *together = g_ptr_array_index (self->earlier, g_array_index (met, guint, i));

      for (guint k = 0; k < together->len; k++)
        self->tally_earlier[g_array_index (together, int, k)] += step;
    }
}

/* Tallies the guests after @p in the list whom @p meets; returns how many were touched. */
static guint
tally_meetings (RtCount *self, int p, guint32 rounds)
{
  const RtRoll *roll = self->roll;
  guint n = 0;

  for (guint r = 0; r < roll->n_rounds; r++)
    {
      const guint8 *guest = roll->guest + (gsize) r * roll->n_people;
      gsize at;

      if (!(rounds >> r & 1) || !guest[p])
        continue;
      at = (gsize) r * roll->n_tables + roll->table[(gsize) r * roll->n_people + p];
      for (guint i = self->first[at]; i < self->first[at + 1]; i++)
        {
          int q = self->people[i];

          if (q > p && guest[q] && self->tally[q]++ == 0)
            self->touched[n++] = q;
        }
    }
  return n;
}

/**
 * rt_count_each_pair:
 *
 * Each pair is told once, in the order of the list. O(people x rounds x table size + earlier
 * sittings).
 */
void
rt_count_each_pair (RtCount *self, guint32 rounds, RtPairFunc func, gpointer data)
{
  for (guint p = 0; p < self->roll->n_people; p++)
    {
      guint n = tally_meetings (self, p, rounds);

      if (n > 0)
        tally_earlier (self, p, 1);
      for (guint i = 0; i < n; i++)
        {
          int q = self->touched[i];

          func (self, p, q, self->tally[q], self->tally_earlier[q], data);
          self->tally[q] = 0;
        }
      if (n > 0)
        tally_earlier (self, p, -1);
    }
}

/* Counts what @rule counts into @tally. */
void
rt_count_rule (RtCount *self, const RtRule *rule, RtTally *tally)
{
  switch ((RtRuleKind) rule->kind)
    {
    case RT_RULE_REPEATS:
      rt_count_repeats (self, rule, tally);
      break;
    case RT_RULE_RETURNS:
      rt_count_returns (self, rule, tally);
      break;
    case RT_RULE_SPREAD:
      rt_count_spread (self, rule, tally);
      break;
    case RT_RULE_OWN_HOST:
      rt_count_own_host (self, rule, tally);
      break;
    case RT_RULE_EVEN:
      rt_count_even (self, rule, tally);
      break;
    case RT_RULE_COUNT:
      rt_count_count (self, rule, tally);
      break;
    case RT_RULE_TOGETHER:
      rt_count_together (self, rule, tally);
      break;
    case RT_RULE_APART:
      rt_count_apart (self, rule, tally);
      break;
    case RT_RULE_VISIT:
    case RT_RULE_AVOID:
      rt_count_visit (self, rule, tally);
      break;
    case RT_RULE_WISHES:
      rt_count_wishes (self, rule, tally, NULL);
      break;
    case RT_RULE_LANGUAGE:
      rt_count_language (self, rule, tally);
      break;
    case RT_RULE_STEP_FREE:
      rt_count_step_free (self, rule, tally);
      break;
    }
}

/* Counts one of the measures that no rule asks for into @tally. */
void
rt_count_always (RtCount *self, RtAlways what, RtTally *tally)
{
  switch (what)
    {
    case RT_ALWAYS_CAPACITY:
      rt_count_capacity (self, tally);
      break;
    case RT_ALWAYS_HOSTS:
      rt_count_hosts (self, tally);
      break;
    case RT_ALWAYS_PINNED:
      rt_count_pinned (self, tally);
      break;
    case RT_ALWAYS_UNSEATED:
      rt_count_unseated (self, tally);
      break;
    case RT_ALWAYS_MISPLACED:
      rt_count_misplaced (self, tally);
      break;
    case RT_ALWAYS_SLIPS:
      rt_count_slips (self, tally);
      break;
    case RT_N_ALWAYS:
      break;
    }
}
