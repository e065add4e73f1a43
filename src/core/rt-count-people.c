/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What becomes of certain people: groups, visits, wishes, pins, seats and printed slips. */

#include "rt-count.h"

#include <string.h>

/* The people of a rule as indexes, each once. */
static GArray *
list_group (RtCount *self, const RtRule *rule)
{
  GArray *group = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; rule->people && rule->people[i]; i++)
    {
      guint p = rt_plan_index_of (self->plan, RT_PART_PEOPLE, rule->people[i]);
      gboolean known = p == G_MAXUINT;

      for (guint k = 0; k < group->len; k++)
        known = known || g_array_index (group, guint, k) == p;
      if (!known)
        g_array_append_val (group, p);
    }
  return group;
}

static int
largest_at_one_table (const GArray *people, const int *table)
{
  int largest = 0;

  for (guint i = 0; i < people->len; i++)
    {
      int t = table[g_array_index (people, int, i)], n = 0;

      for (guint k = 0; t >= 0 && k < people->len; k++)
        n += table[g_array_index (people, int, k)] == t;
      largest = MAX (largest, n);
    }
  return largest;
}

/* Per round: the attending members of the group less the largest part of them at one table. */
void
rt_count_together (RtCount *self, const RtRule *rule, RtTally *tally)
{
  const RtRoll *roll = self->roll;
  guint32 rounds = rt_count_rounds (self, rule->rounds);
  g_autoptr (GArray) group = list_group (self, rule);
  g_autoptr (GArray) here = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint r = 0; r < roll->n_rounds; r++)
    {
      RtIncident incident = { .round = r, .table = -1 };
      gsize people = (gsize) r * roll->n_people;

      if (!(rounds >> r & 1))
        continue;
      g_array_set_size (here, 0);
      for (guint i = 0; i < group->len; i++)
        if (roll->attends[people + g_array_index (group, guint, i)])
          g_array_append_val (here, g_array_index (group, int, i));
      incident.amount = (gint64) here->len - largest_at_one_table (here, roll->table + people);
      incident.people = (const int *) here->data;
      incident.n_people = here->len;
      if (incident.amount > 0)
        rt_tally_add (tally, &incident);
    }
}

/* Per round: pairs of the group at one table. */
void
rt_count_apart (RtCount *self, const RtRule *rule, RtTally *tally)
{
  const RtRoll *roll = self->roll;
  guint32 rounds = rt_count_rounds (self, rule->rounds);
  g_autoptr (GArray) group = list_group (self, rule);

  for (guint r = 0; r < roll->n_rounds; r++)
    for (guint i = 0; (rounds >> r & 1) && i < group->len; i++)
      for (guint k = i + 1; k < group->len; k++)
        {
          int pair[] = { g_array_index (group, int, i), g_array_index (group, int, k) };
          gsize a = (gsize) r * roll->n_people + pair[0], b = (gsize) r * roll->n_people + pair[1];
          RtIncident incident = { 1, r, roll->table[a], 0, pair, 2 };

          if (roll->attends[a] && roll->attends[b] && roll->table[a] >= 0 &&
              roll->table[a] == roll->table[b])
            rt_tally_add (tally, &incident);
        }
}

RtRuleOf
rt_rule_get_target (RtPlan *plan, const RtRule *rule, int *target)
{
  RtPart parts[] = { RT_PART_PEOPLE, RT_PART_TABLES, RT_PART_THEMES };
  RtId ids[] = { rule->host, rule->table, rule->theme };
  RtRuleOf of = rule->host ? RT_RULE_OF_HOST : rule->table ? RT_RULE_OF_TABLE : RT_RULE_OF_THEME;
  guint index = ids[of] ? rt_plan_index_of (plan, parts[of], ids[of]) : G_MAXUINT;

  *target = index == G_MAXUINT ? -1 : (int) index;
  return of;
}

/* `visit`: 1 if the person never comes to the target; `avoid`: the rounds in which they do. */
void
rt_count_visit (RtCount *self, const RtRule *rule, RtTally *tally)
{
  const RtRoll *roll = self->roll;
  guint32 rounds = rt_count_rounds (self, rule->rounds);
  guint index = rt_plan_index_of (self->plan, RT_PART_PEOPLE, rule->person);
  int person = index, target, visits = 0;
  RtRuleOf of = rt_rule_get_target (self->plan, rule, &target);

  if (index == G_MAXUINT || target < 0)
    return;
  for (guint r = 0; r < roll->n_rounds; r++)
    {
      gsize at = (gsize) r * roll->n_people + index;
      RtIncident incident = { 1, r, roll->table[at], target, &person, 1 };

      if (!(rounds >> r & 1) || !roll->attends[at] || roll->table[at] < 0 ||
          rt_count_target (self, of, r, roll->table[at]) != target)
        continue;
      visits++;
      if (rule->kind == RT_RULE_AVOID)
        rt_tally_add (tally, &incident);
    }
  if (rule->kind == RT_RULE_VISIT && visits == 0)
    {
      RtIncident incident = { 1, -1, -1, target, &person, 1 };

      rt_tally_add (tally, &incident);
    }
}

/* The rank from 0 of the best wish met as a guest, the number of wishes if none is, -1 if never a
   guest. */
static int
best_wish (RtCount *self, guint32 rounds, guint p, const RtIds wishes)
{
  const RtRoll *roll = self->roll;
  gboolean guest = FALSE;
  guint best = rt_ids_length (wishes);

  for (guint r = 0; r < roll->n_rounds; r++)
    {
      gsize at = (gsize) r * roll->n_people + p;
      int theme;

      if (!(rounds >> r & 1) || !roll->guest[at])
        continue;
      guest = TRUE;
      theme = roll->theme[(gsize) r * roll->n_tables + roll->table[at]];
      for (guint i = 0; theme >= 0 && i < best; i++)
        if (rt_plan_index_of (self->plan, RT_PART_THEMES, wishes[i]) == (guint) theme)
          best = i;
    }
  return guest ? (int) best : -1;
}

static void
note_rank (RtWishes *self, int rank, int n_wishes)
{
  int *ranks[] = { &self->first, &self->second, &self->third };

  if (rank == n_wishes)
    self->none++;
  else if (rank < (int) G_N_ELEMENTS (ranks))
    (*ranks[rank])++;
  else
    self->later++;
}

/* Over guests with wishes: the rank of the best one met, counted from 0; none met counts as many as
   they have. @wishes (nullable): how many got which. */
void
rt_count_wishes (RtCount *self, const RtRule *rule, RtTally *tally, RtWishes *wishes)
{
  guint32 rounds = rt_count_rounds (self, rule->rounds);

  for (guint p = 0; p < self->roll->n_people; p++)
    {
      const RtPerson *person = rt_plan_get_person (self->plan, p);
      int n_wishes = rt_ids_length (person->wishes), index = p;
      int rank = n_wishes > 0 ? best_wish (self, rounds, p, person->wishes) : -1;
      RtIncident incident = { rank, -1, -1, rank, &index, 1 };

      if (rank < 0)
        continue;
      if (wishes)
        note_rank (wishes, rank, n_wishes);
      if (rank > 0)
        rt_tally_add (tally, &incident);
    }
}

/* People who attend and are not at the table they are pinned to. */
void
rt_count_pinned (RtCount *self, RtTally *tally)
{
  const RtRoll *roll = self->roll;

  for (guint r = 0; r < roll->n_rounds; r++)
    for (guint p = 0; p < roll->n_people; p++)
      {
        gsize at = (gsize) r * roll->n_people + p;
        int person = p;
        RtIncident incident = { 1, r, roll->pin[at], roll->table[at], &person, 1 };

        if (roll->pin[at] >= 0 && roll->attends[at] && roll->table[at] != roll->pin[at])
          rt_tally_add (tally, &incident);
      }
}

/* People who attend and have no chair, told round by round. */
void
rt_count_unseated (RtCount *self, RtTally *tally)
{
  const RtRoll *roll = self->roll;
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint r = 0; r < roll->n_rounds; r++)
    {
      RtIncident incident = { .round = r, .table = -1 };

      g_array_set_size (people, 0);
      for (guint p = 0; p < roll->n_people; p++)
        {
          gsize at = (gsize) r * roll->n_people + p;

          if (roll->attends[at] && roll->table[at] < 0)
            g_array_append_val (people, p);
        }
      incident.amount = people->len;
      incident.people = (const int *) people->data;
      incident.n_people = people->len;
      if (incident.amount > 0)
        rt_tally_add (tally, &incident);
    }
}

/* Staff, and people who do not attend, on chairs. */
void
rt_count_misplaced (RtCount *self, RtTally *tally)
{
  const RtRoll *roll = self->roll;

  for (guint r = 0; r < roll->n_rounds; r++)
    for (guint p = 0; p < roll->n_people; p++)
      {
        gsize at = (gsize) r * roll->n_people + p;
        int person = p;
        RtIncident incident = { 1, r, roll->table[at], 0, &person, 1 };

        if (!roll->attends[at] && roll->table[at] >= 0)
          rt_tally_add (tally, &incident);
      }
}

const RtSlips *
rt_plan_last_slips (RtPlan *plan)
{
  guint n = rt_plan_get_n (plan, RT_PART_ISSUED);
  const RtIssue *issue = n > 0 ? rt_plan_get (plan, RT_PART_ISSUED, n - 1) : NULL;

  return issue ? issue->slips : NULL;
}

static gboolean
starts_at (RtPlan *plan, guint round, const char *printed)
{
  g_autofree char *start = rt_plan_dup_round_start (plan, round);

  return strcmp (start, printed ? printed : "") == 0;
}

/* Rounds that are over and rounds the person does not attend spoil nothing. */
static gboolean
still_matters (const RtRoll *roll, guint round, int person)
{
  return !roll->done[round] && roll->attends[(gsize) round * roll->n_people + person];
}

gboolean
rt_slip_is_late (RtPlan *plan, const RtRoll *roll, const RtSlips *slips, guint i, int person)
{
  guint printed;

  rt_slips_lookup (slips, rt_slips_person (slips, i), &printed);
  for (guint r = 0; r < MIN (printed, roll->n_rounds); r++)
    if (still_matters (roll, r, person) && !starts_at (plan, r, rt_slips_start (slips, i, r)))
      return TRUE;
  return FALSE;
}

gboolean
rt_slip_is_wrong (RtPlan *plan, const RtRoll *roll, const RtSlips *slips, guint i, int person)
{
  guint printed;

  rt_slips_lookup (slips, rt_slips_person (slips, i), &printed);
  for (guint r = 0; r < roll->n_rounds; r++)
    {
      int t = roll->table[(gsize) r * roll->n_people + person];
      const char *now = t < 0 ? "" : rt_plan_get_table (plan, t)->parent.id;

      if (still_matters (roll, r, person) &&
          strcmp (now, r < printed ? rt_slips_table (slips, i, r) : "") != 0)
        return TRUE;
    }
  return rt_slip_is_late (plan, roll, slips, i, person);
}

/* Slips of the last issue that show another table or start in a round that is not over. */
void
rt_count_slips (RtCount *self, RtTally *tally)
{
  const RtSlips *slips = rt_plan_last_slips (self->plan);

  for (guint i = 0; slips && i < rt_slips_length (slips); i++)
    {
      guint index = rt_plan_index_of (self->plan, RT_PART_PEOPLE, rt_slips_person (slips, i));
      int person = index;
      RtIncident incident = { 1, -1, -1, 0, &person, 1 };

      if (index != G_MAXUINT && rt_slip_is_wrong (self->plan, self->roll, slips, i, person))
        rt_tally_add (tally, &incident);
    }
}
