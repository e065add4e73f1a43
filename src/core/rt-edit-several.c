/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Edits of who sits where that concern several people or rounds: each is tried step by step on a
 * sketch, and is one change. */

#include "rt-edit-private.h"

#include <glib/gi18n-lib.h>

#include "rt-error.h"
#include "rt-sketch.h"

typedef struct
{
  RtSketch *sketch;
  gboolean all; /* every round that is not over */
  guint n_people;
  guint n_done; /* steps that changed something */
} Several;

/* Takes @change (nullable: it could not be made). */
static gboolean
take_step (Several *self, RtChange *change)
{
  if (change == NULL)
    return FALSE;
  self->n_done++;
  return rt_sketch_apply (self->sketch, change);
}

static gboolean
fail_full (Several *self, const RtRound *round, const RtTable *table, GError **error)
{
  g_autofree char *where = rt_table_dup_display (table);
  g_autofree char *name = NULL;
  guint index = rt_plan_index_of (self->sketch->plan, RT_PART_ROUNDS, round->parent.id);

  name = rt_edit_dup_round_name (self->sketch->plan, index);
  if (self->n_people > 1)
    /* Translators: a table, a number of people, a round */
    return rt_edit_fail (error, RT_ERROR_FULL,
                         ngettext ("%s has too few empty chairs for %u person in %s.",
                                   "%s has too few empty chairs for %u people in %s.",
                                   self->n_people),
                         where, self->n_people, name);
  /* Translators: a table, a round */
  return rt_edit_fail (error, RT_ERROR_FULL, _("%s is full in %s."), where, name);
}

/* Whether there is something to do for @person in @round: in all rounds only those attended count,
 * and whoever sits at the table already stays on their chair. */
static gboolean
is_concerned (Several *self, const RtRound *round, RtId person, RtId table)
{
  const RtPerson *record = rt_plan_find_person (self->sketch->plan, person);
  RtId at;

  if (self->all && (record == NULL || !rt_edit_attends (record, round->parent.id)))
    return FALSE;
  return table == NULL || !rt_seating_find (round->seating, person, &at, NULL) || at != table;
}

static gboolean
move_in_round (Several *self, RtId round_id, const RtId *people, RtId table, GError **error)
{
  for (guint i = 0; i < self->n_people; i++)
    {
      const RtRound *round = rt_plan_find_round (self->sketch->plan, round_id);
      const RtTable *record = rt_plan_find_table (self->sketch->plan, table);
      GError *problem = NULL;
      RtChange *change;

      if (round != NULL && !is_concerned (self, round, people[i], table))
        continue;
      change = rt_edit_move_person (self->sketch->plan, round_id, people[i], table, RT_ANY_CHAIR,
                                    &problem);
      if (g_error_matches (problem, RT_ERROR, RT_ERROR_FULL))
        {
          g_error_free (problem);
          return fail_full (self, round, record, error);
        }
      if (problem != NULL)
        g_propagate_error (error, problem);
      if (!take_step (self, change))
        return FALSE;
    }
  return TRUE;
}

/* Does @step in the round, or in every one that is not over. */
typedef gboolean (*RoundStep) (Several *self, RtId round, const RtId *people, RtId other,
                               GError **error);

static gboolean
in_rounds (Several *self, RtId round, RoundStep step, const RtId *people, RtId other,
           GError **error)
{
  RtPlan *plan = self->sketch->plan;

  if (!self->all)
    return step (self, round, people, other, error);
  for (guint r = 0; r < rt_plan_get_n (plan, RT_PART_ROUNDS); r++)
    if (rt_plan_get_round (plan, r)->done != 1
        && !step (self, rt_plan_get_round (plan, r)->parent.id, people, other, error))
      return FALSE;
  return TRUE;
}

/* Whether all of them are in the plan; what has gone meanwhile is told. */
static gboolean
are_there (RtPlan *plan, const RtId *people, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    if (rt_edit_find (plan, RT_PART_PEOPLE, people[i], NULL, error) == NULL)
      return FALSE;
  return TRUE;
}

/* Takes @label. */
static RtChange *
join (Several *self, RtPlan *plan, char *label, GError **error)
{
  g_autofree char *own = label;

  if (self->n_done > 0)
    return rt_edit_finish (plan, rt_sketch_join (self->sketch, own), error);
  rt_edit_fail (error, RT_ERROR_REFUSED, _("That is so already."));
  return NULL;
}

static char *
dup_move_label (RtPlan *plan, const Several *self, RtId person, RtId table)
{
  const RtTable *record = rt_plan_find_table (plan, table);
  g_autofree char *where = rt_table_dup_display (record);
  g_autofree char *who = NULL;

  if (self->n_people > 1)
    return g_strdup_printf (
        self->all ? ngettext ("Move %u Person to %s in All Rounds",
                              "Move %u People to %s in All Rounds", self->n_people)
                  : ngettext ("Move %u Person to %s", "Move %u People to %s", self->n_people),
        self->n_people, where);
  who = rt_person_dup_display (rt_plan_find_person (plan, person));
  /* Translators: a person, a table */
  return g_strdup_printf (self->all ? _("Move %s to %s in All Rounds") : _("Move %s to %s"), who,
                          where);
}

/**
 * rt_edit_move_people:
 * @plan: the plan
 * @round: (nullable): in which round; %NULL: in every one that is not over
 * @people: (array length=n): who
 * @n: how many
 * @table: where to
 * @error: for people
 *
 * Seats several people at empty chairs of a table, in one round or in all that they attend. Whoever
 * sits there already stays on their chair; nobody else is moved.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_FULL when there are too few chairs
 * in one of the rounds, %RT_ERROR_OVER, or %RT_ERROR_REFUSED, also when all sit there already
 */
RtChange *
rt_edit_move_people (RtPlan *plan, RtId round, const RtId *people, guint n, RtId table,
                     GError **error)
{
  g_autoptr (RtSketch) sketch = rt_sketch_new (plan);
  Several self = { sketch, round == NULL, n, 0 };

  if (rt_edit_find (plan, RT_PART_TABLES, table, NULL, error) == NULL
      || !are_there (plan, people, n, error)
      || !in_rounds (&self, round, move_in_round, people, table, error))
    return NULL;
  return join (&self, plan, n > 0 ? dup_move_label (plan, &self, people[0], table) : NULL, error);
}

static gboolean
swap_in_round (Several *self, RtId round_id, const RtId *people, RtId other, GError **error)
{
  const RtRound *round = rt_plan_find_round (self->sketch->plan, round_id);
  gboolean seated = rt_seating_find (round->seating, people[0], NULL, NULL)
                    || rt_seating_find (round->seating, other, NULL, NULL);

  if (!seated || !is_concerned (self, round, people[0], NULL)
      || !is_concerned (self, round, other, NULL))
    return TRUE;
  return take_step (self,
                    rt_edit_swap_people (self->sketch->plan, round_id, people[0], other, error));
}

/**
 * rt_edit_swap_everywhere:
 * @plan: the plan
 * @a: somebody
 * @b: somebody else
 * @error: for people
 *
 * Each takes the other's chair in every round that is not over and that both attend.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_REFUSED when there is no such round
 *   in which one of them sits
 */
RtChange *
rt_edit_swap_everywhere (RtPlan *plan, RtId a, RtId b, GError **error)
{
  g_autoptr (RtSketch) sketch = rt_sketch_new (plan);
  const RtPerson *one = rt_edit_find (plan, RT_PART_PEOPLE, a, NULL, error);
  const RtPerson *other = one != NULL ? rt_edit_find (plan, RT_PART_PEOPLE, b, NULL, error) : NULL;
  Several self = { sketch, TRUE, 1, 0 };
  g_autofree char *who = NULL;
  g_autofree char *whom = NULL;

  if (other == NULL || (a != b && !in_rounds (&self, NULL, swap_in_round, &a, b, error)))
    return NULL;
  who = rt_person_dup_display (one);
  whom = rt_person_dup_display (other);
  if (self.n_done == 0)
    {
      rt_edit_fail (error, RT_ERROR_REFUSED, _("%s and %s have no seats to swap."), who, whom);
      return NULL;
    }
  /* Translators: two people */
  return join (&self, plan, g_strdup_printf (_("Swap %s and %s in All Rounds"), who, whom), error);
}

static gboolean
unseat_in_round (Several *self, RtId round_id, const RtId *people, RtId other, GError **error)
{
  for (guint i = 0; i < self->n_people; i++)
    {
      const RtRound *round = rt_plan_find_round (self->sketch->plan, round_id);

      if (round != NULL && !rt_seating_find (round->seating, people[i], NULL, NULL))
        continue;
      if (!take_step (self, rt_edit_unseat (self->sketch->plan, round_id, people[i], error)))
        return FALSE;
    }
  return TRUE;
}

/**
 * rt_edit_unseat_people:
 * @plan: the plan
 * @round: (nullable): in which round; %NULL: in every one that is not over
 * @people: (array length=n): who
 * @n: how many
 * @error: for people
 *
 * Returns: (transfer full): the change after which none of them has a seat; or %NULL with
 *   %RT_ERROR_OVER, or %RT_ERROR_REFUSED when none has one now
 */
RtChange *
rt_edit_unseat_people (RtPlan *plan, RtId round, const RtId *people, guint n, GError **error)
{
  g_autoptr (RtSketch) sketch = rt_sketch_new (plan);
  Several self = { sketch, round == NULL, n, 0 };
  g_autofree char *who = NULL;
  char *label;

  if (n == 0 || !are_there (plan, people, n, error)
      || !in_rounds (&self, round, unseat_in_round, people, NULL, error))
    return NULL;
  who = rt_person_dup_display (rt_plan_find_person (plan, people[0]));
  if (n > 1)
    label = g_strdup_printf (
        self.all ? ngettext ("Unseat %u Person in All Rounds", "Unseat %u People in All Rounds", n)
                 : ngettext ("Unseat %u Person", "Unseat %u People", n),
        n);
  else
    label = g_strdup_printf (self.all ? _("Unseat %s in All Rounds") : _("Unseat %s"), who);
  return join (&self, plan, label, error);
}

static char *
dup_copy_label (RtPlan *plan, guint from, guint to, const RtId *people, guint n)
{
  g_autofree char *where = rt_edit_dup_round_name (plan, to);
  g_autofree char *like = rt_edit_dup_round_name (plan, from);
  g_autofree char *who = NULL;

  if (n > 1)
    /* Translators: a number of people, two rounds */
    return g_strdup_printf (
        ngettext ("Seat %u Person in %s as in %s", "Seat %u People in %s as in %s", n), n, where,
        like);
  who = rt_person_dup_display (rt_plan_find_person (plan, people[0]));
  /* Translators: a person, two rounds */
  return g_strdup_printf (_("Seat %s in %s as in %s"), who, where, like);
}

/**
 * rt_edit_copy_places:
 * @plan: the plan
 * @from: a round
 * @to: another
 * @people: (array length=n): who
 * @n: how many
 * @error: for people
 *
 * Seats people in one round at the tables where they sit in another, on empty chairs.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_FULL, %RT_ERROR_OVER, or
 *   %RT_ERROR_REFUSED for who has no seat in @from, and when all sit there already
 */
RtChange *
rt_edit_copy_places (RtPlan *plan, RtId from, RtId to, const RtId *people, guint n, GError **error)
{
  g_autoptr (RtSketch) sketch = rt_sketch_new (plan);
  Several self = { sketch, FALSE, 1, 0 };
  guint at, onto;
  const RtRound *like = rt_edit_find (plan, RT_PART_ROUNDS, from, &at, error);

  if (like == NULL || n == 0 || rt_edit_find_round (plan, to, &onto, error) == NULL)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      const RtPerson *person = rt_edit_find (plan, RT_PART_PEOPLE, people[i], NULL, error);
      RtId table;

      if (person == NULL)
        return NULL;
      if (!rt_seating_find (like->seating, people[i], &table, NULL))
        {
          g_autofree char *who = rt_person_dup_display (person);
          g_autofree char *name = rt_edit_dup_round_name (plan, at);

          rt_edit_fail (error, RT_ERROR_REFUSED, _("%s has no seat in %s."), who, name);
          return NULL;
        }
      if (!move_in_round (&self, to, people + i, table, error))
        return NULL;
    }
  return join (&self, plan, dup_copy_label (plan, at, onto, people, n), error);
}

/* Whether something changed. */
static gboolean
pin_or_unpin (RtRound *copy, RtId person, gboolean pin)
{
  RtId at = NULL;
  RtId before = rt_map_lookup (copy->pins, person);

  if (pin && !rt_seating_find (copy->seating, person, &at, NULL))
    return FALSE;
  rt_map_set (&copy->pins, person, at);
  return before != at;
}

/**
 * rt_edit_pin_people:
 * @plan: the plan
 * @round: in which round
 * @people: (array length=n): who
 * @n: how many
 * @pin: whether they are pinned to the tables where they sit; else they are let go
 * @error: for people
 *
 * Whoever has no seat is passed over.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_OVER, or %RT_ERROR_REFUSED when
 *   nothing would change
 */
RtChange *
rt_edit_pin_people (RtPlan *plan, RtId round, const RtId *people, guint n, gboolean pin,
                    GError **error)
{
  guint index, n_done = 0;
  const RtRound *old = rt_edit_find_round (plan, round, &index, error);
  g_autoptr (RtRound) copy = old != NULL ? rt_record_copy (old) : NULL;
  g_autofree char *label = NULL;
  RtChange *change;

  if (copy == NULL)
    return NULL;
  for (guint i = 0; i < n; i++)
    n_done += pin_or_unpin (copy, people[i], pin);
  if (n_done == 0)
    {
      rt_edit_fail (error, RT_ERROR_REFUSED, _("That is so already."));
      return NULL;
    }
  label = g_strdup_printf (pin ? ngettext ("Pin %u Person", "Pin %u People", n_done)
                               : ngettext ("Unpin %u Person", "Unpin %u People", n_done),
                           n_done);
  change = rt_change_new (label);
  rt_change_replace (change, RT_PART_ROUNDS, index, old, copy);
  return rt_edit_finish (plan, change, error);
}

/**
 * rt_edit_set_over:
 * @plan: the plan
 * @round: which round
 * @over: whether it is over, and stays as it was; else it is open again
 * @error: for people
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_REFUSED when it is so already
 */
RtChange *
rt_edit_set_over (RtPlan *plan, RtId round, gboolean over, GError **error)
{
  guint index;
  const RtRound *old = rt_edit_find (plan, RT_PART_ROUNDS, round, &index, error);
  g_autoptr (RtRound) copy = old != NULL ? rt_record_copy (old) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (copy == NULL)
    return NULL;
  copy->done = over ? 1 : RT_UNSET;
  name = rt_edit_dup_round_name (plan, index);
  /* Translators: a round */
  label = g_strdup_printf (over ? _("%s Is Over") : _("Open %s Again"), name);
  return rt_edit_replace (plan, label, RT_PART_ROUNDS, copy, error);
}
