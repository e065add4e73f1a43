/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Edits of who sits where. */

#include "rt-edit-private.h"

#include <glib/gi18n-lib.h>

/* One person, table and round of an edit, looked up. */
typedef struct {
  RtPlan         *plan;
  const RtRound  *round;
  guint           index;    /* of the round */
  const RtPerson *person;
  const RtTable  *table;
  RtId            at;       /* the table where the person sits now, NULL = nowhere */
  guint           chair;
} Move;

static gboolean
check_attends (const Move *self, GError **error)
{
  g_autofree char *who = rt_person_dup_display (self->person);
  g_autofree char *round = rt_edit_dup_round_name (self->plan, self->index);

  if (rt_edit_attends (self->person, self->round->parent.id))
    return TRUE;
  if (rt_person_has_role (self->person, "staff"))
    return rt_edit_fail (error, RT_ERROR_REFUSED, _("%s is staff and is not seated."), who);
  /* Translators: a person, a round */
  return rt_edit_fail (error, RT_ERROR_REFUSED, _("%s does not attend %s."), who, round);
}

static gboolean
look_up (Move *self, RtPlan *plan, RtId round, RtId person, GError **error)
{
  self->plan = plan;
  self->round = rt_edit_find_round (plan, round, &self->index, error);
  if (self->round == NULL)
    return FALSE;
  self->person = rt_edit_find (plan, RT_PART_PEOPLE, person, NULL, error);
  if (self->person == NULL)
    return FALSE;
  if (!rt_seating_find (self->round->seating, person, &self->at, &self->chair))
    self->at = NULL;
  return TRUE;
}

static gboolean
look_up_table (Move *self, RtId table, GError **error)
{
  g_autofree char *where = NULL;
  g_autofree char *round = NULL;

  self->table = rt_edit_find (self->plan, RT_PART_TABLES, table, NULL, error);
  if (self->table == NULL || !check_attends (self, error))
    return FALSE;
  if (rt_edit_is_open (self->round, self->table))
    return TRUE;
  where = rt_table_dup_display (self->table);
  round = rt_edit_dup_round_name (self->plan, self->index);
  /* Translators: a table, a round */
  return rt_edit_fail (error, RT_ERROR_REFUSED, _("%s is closed in %s. Open it first."), where,
                       round);
}

/* The change that gives the round another seating. Takes seating. */
static RtChange *
finish_seating (const Move *self, const char *label, RtSeating *seating, GError **error)
{
  RtChange *change = rt_change_new (label);
  g_autoptr (RtRound) copy = rt_record_copy (self->round);

  rt_edit_take_seating (copy, seating);
  rt_change_replace (change, RT_PART_ROUNDS, self->index, self->round, copy);
  return rt_edit_finish (self->plan, change, error);
}

/* How many chairs the table has; those that are taken beyond its places are chairs, too. */
static guint
count_chairs (const Move *self)
{
  guint taken = rt_seating_n_chairs (self->round->seating, self->table->parent.id);

  /* A table of which no places are known takes whoever comes. */
  if (self->table->places == RT_UNSET)
    return MAX (taken, 1) + 1;
  return MAX (taken, (guint) self->table->places);
}

static gboolean
is_free (const Move *self, guint chair)
{
  return rt_seating_at (self->round->seating, self->table->parent.id, chair) == NULL;
}

/* The first empty chair for somebody who does not host the table. The host's chair is kept for a
 * host, even one who is late; where nobody hosts, it is the last to be taken. */
static gboolean
find_guest_chair (const Move *self, guint *chair)
{
  guint places = self->table->places == RT_UNSET ? G_MAXUINT : (guint) self->table->places;

  for (*chair = 1; *chair < MIN (count_chairs (self), places); (*chair)++)
    if (is_free (self, *chair))
      return TRUE;
  *chair = 0;
  return places > 0 && is_free (self, 0) && rt_edit_get_host (self->round, self->table) == NULL;
}

static gboolean
fail_full (const Move *self, GError **error)
{
  g_autofree char *where = rt_table_dup_display (self->table);

  return rt_edit_fail (error, RT_ERROR_FULL, _("%s is full: drop on a person to swap"), where);
}

static gboolean
choose_chair (const Move *self, int wanted, guint *chair, GError **error)
{
  gboolean there = self->at == self->table->parent.id;
  g_autofree char *who = NULL;

  if (wanted != RT_ANY_CHAIR)
    *chair = wanted;
  else if (rt_edit_get_host (self->round, self->table) == self->person->parent.id)
    *chair = 0;
  else if (there)
    *chair = self->chair;
  else if (!find_guest_chair (self, chair))
    return fail_full (self, error);
  if (*chair >= count_chairs (self))
    return fail_full (self, error);
  if (!there || self->chair != *chair)
    return TRUE;
  who = rt_person_dup_display (self->person);
  return rt_edit_fail (error, RT_ERROR_REFUSED, _("%s sits there already."), who);
}

static char *
dup_move_label (const Move *self, const RtPerson *other)
{
  g_autofree char *who = rt_person_dup_display (self->person);
  g_autofree char *where = rt_table_dup_display (self->table);
  g_autofree char *instead = other != NULL ? rt_person_dup_display (other) : NULL;

  if (other != NULL && self->at != NULL)
    /* Translators: two people */
    return g_strdup_printf (_("Swap %s and %s"), who, instead);
  if (other != NULL)
    /* Translators: a person, a table, a person */
    return g_strdup_printf (_("Seat %s at %s Instead of %s"), who, where, instead);
  if (self->at == NULL)
    /* Translators: a person, a table */
    return g_strdup_printf (_("Seat %s at %s"), who, where);
  if (self->at == self->table->parent.id)
    /* Translators: a person */
    return g_strdup_printf (_("Move %s to Another Chair"), who);
  /* Translators: a person, a table */
  return g_strdup_printf (_("Move %s to %s"), who, where);
}

/* Makes room in the host's chair for a host without a seat who is sent to the table and not to the
 * chair: whoever sits there goes to an empty chair of the table, and is not unseated. */
static RtChange *
seat_host (const Move *self, RtId other, GError **error)
{
  g_autofree char *label = dup_move_label (self, NULL);
  g_autoptr (RtSeating) moved = NULL;
  RtId table = self->table->parent.id;
  guint chair;

  if (!find_guest_chair (self, &chair))
    {
      fail_full (self, error);
      return NULL;
    }
  moved = rt_seating_with (self->round->seating, other, table, chair);
  return finish_seating (self, label, rt_seating_with (moved, self->person->parent.id, table, 0),
                         error);
}

/**
 * rt_edit_move_person:
 * @plan: the plan
 * @round: in which round
 * @person: who
 * @table: where to
 * @chair: which chair, from 0 for the host's, or %RT_ANY_CHAIR for the best one: the host's for
 *   whom the round has as host of the table, else the first empty chair of a guest
 * @error: for people
 *
 * Seats somebody, or moves them. Whoever sits on @chair takes the chair that @person leaves; if
 * @person had none, they have no seat then.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_OVER, %RT_ERROR_FULL, or
 *   %RT_ERROR_REFUSED for who does not attend, a closed table, or who sits there already
 */
RtChange *
rt_edit_move_person (RtPlan *plan, RtId round, RtId person, RtId table, int chair, GError **error)
{
  Move self = { 0 };
  guint best;
  RtId other;
  g_autofree char *label = NULL;
  RtSeating *seating;

  g_return_val_if_fail (chair >= RT_ANY_CHAIR, NULL);

  if (!look_up (&self, plan, round, person, error) || !look_up_table (&self, table, error) ||
      !choose_chair (&self, chair, &best, error))
    return NULL;
  other = rt_seating_at (self.round->seating, table, best);
  if (other != NULL && self.at == NULL && chair == RT_ANY_CHAIR)
    return seat_host (&self, other, error);
  label = dup_move_label (&self, other != NULL ? rt_plan_find_person (plan, other) : NULL);
  if (other != NULL && self.at != NULL)
    seating = rt_seating_swap (self.round->seating, person, other);
  else
    seating = rt_seating_with (self.round->seating, person, table, best);
  return finish_seating (&self, label, seating, error);
}

/**
 * rt_edit_swap_people:
 * @plan: the plan
 * @round: in which round
 * @a: somebody
 * @b: somebody else
 * @error: for people
 *
 * Each takes the other's chair; if one of them has none, the other has none then.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_OVER, or %RT_ERROR_REFUSED when
 *   neither has a seat or one does not attend
 */
RtChange *
rt_edit_swap_people (RtPlan *plan, RtId round, RtId a, RtId b, GError **error)
{
  Move one = { 0 }, other = { 0 };
  g_autofree char *who = NULL;
  g_autofree char *whom = NULL;
  g_autofree char *label = NULL;

  if (!look_up (&one, plan, round, a, error) || !check_attends (&one, error) ||
      !look_up (&other, plan, round, b, error) || !check_attends (&other, error))
    return NULL;
  who = rt_person_dup_display (one.person);
  whom = rt_person_dup_display (other.person);
  if (a == b || (one.at == NULL && other.at == NULL))
    {
      /* Translators: two people */
      rt_edit_fail (error, RT_ERROR_REFUSED, _("%s and %s have no seats to swap."), who, whom);
      return NULL;
    }
  if (one.at == NULL)
    return rt_edit_move_person (plan, round, a, other.at, other.chair, error);
  if (other.at == NULL)
    return rt_edit_move_person (plan, round, b, one.at, one.chair, error);
  label = g_strdup_printf (_("Swap %s and %s"), who, whom);
  return finish_seating (&one, label, rt_seating_swap (one.round->seating, a, b), error);
}

/**
 * rt_edit_unseat:
 * @plan: the plan
 * @round: in which round
 * @person: who
 * @error: for people
 *
 * Returns: (transfer full): the change after which @person has no seat; or %NULL with
 *   %RT_ERROR_OVER, or %RT_ERROR_REFUSED when they have none now
 */
RtChange *
rt_edit_unseat (RtPlan *plan, RtId round, RtId person, GError **error)
{
  Move self = { 0 };
  g_autofree char *who = NULL;
  g_autofree char *label = NULL;

  if (!look_up (&self, plan, round, person, error))
    return NULL;
  who = rt_person_dup_display (self.person);
  if (self.at == NULL)
    {
      g_autofree char *name = rt_edit_dup_round_name (plan, self.index);

      /* Translators: a person, a round */
      rt_edit_fail (error, RT_ERROR_REFUSED, _("%s has no seat in %s."), who, name);
      return NULL;
    }
  label = g_strdup_printf (_("Unseat %s"), who);
  return finish_seating (&self, label, rt_seating_without (self.round->seating, person), error);
}

/**
 * rt_edit_clear_round:
 * @plan: the plan
 * @round: which round
 * @error: for people
 *
 * Returns: (transfer full): the change after which nobody sits, hosts neither; pins stay. Or %NULL
 *   with %RT_ERROR_OVER, or %RT_ERROR_REFUSED when nobody sits now
 */
RtChange *
rt_edit_clear_round (RtPlan *plan, RtId round, GError **error)
{
  Move self = { .plan = plan };
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  self.round = rt_edit_find_round (plan, round, &self.index, error);
  if (self.round == NULL)
    return NULL;
  name = rt_edit_dup_round_name (plan, self.index);
  if (rt_seating_n_people (self.round->seating) == 0)
    {
      /* Translators: a round */
      rt_edit_fail (error, RT_ERROR_REFUSED, _("Nobody is seated in %s."), name);
      return NULL;
    }
  label = g_strdup_printf (_("Clear %s"), name);
  return finish_seating (&self, label, NULL, error);
}

/**
 * rt_edit_pin:
 * @plan: the plan
 * @round: in which round
 * @person: who
 * @table: (nullable): where they stay, whatever is arranged; %NULL lets them go
 * @error: for people
 *
 * Pins somebody; that moves nobody by itself.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_OVER, or %RT_ERROR_REFUSED for who
 *   does not attend, or when it is so already
 */
RtChange *
rt_edit_pin (RtPlan *plan, RtId round, RtId person, RtId table, GError **error)
{
  Move self = { 0 };
  g_autoptr (RtRound) copy = NULL;
  g_autofree char *who = NULL;
  g_autofree char *where = NULL;
  g_autofree char *label = NULL;
  RtChange *change;

  if (!look_up (&self, plan, round, person, error) ||
      (table != NULL && !look_up_table (&self, table, error)))
    return NULL;
  if (rt_map_lookup (self.round->pins, person) == table)
    {
      rt_edit_fail (error, RT_ERROR_REFUSED, _("That is so already."));
      return NULL;
    }
  who = rt_person_dup_display (self.person);
  where = table != NULL ? rt_table_dup_display (self.table) : NULL;
  /* Translators: a person, a table */
  label = table != NULL ? g_strdup_printf (_("Pin %s to %s"), who, where)
                        : g_strdup_printf (_("Unpin %s"), who);
  copy = rt_record_copy (self.round);
  rt_map_set (&copy->pins, person, table);
  change = rt_change_new (label);
  rt_change_replace (change, RT_PART_ROUNDS, self.index, self.round, copy);
  return rt_edit_finish (plan, change, error);
}

/**
 * rt_edit_set_seatings:
 * @plan: the plan
 * @label: for people: “Arrange 3 Rounds”
 * @seatings: (array): one for each round of @plan; %NULL leaves the round as it is
 * @error: for people
 *
 * Returns: (transfer full): the change, which may be of nothing when everybody sits there already;
 *   or %NULL with %RT_ERROR_OVER or %RT_ERROR_REFUSED
 */
RtChange *
rt_edit_set_seatings (RtPlan *plan, const char *label, RtSeating * const *seatings, GError **error)
{
  g_autoptr (RtChange) change = rt_change_new (label);

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_ROUNDS); i++)
    {
      const RtRound *round = rt_plan_get_round (plan, i);
      g_autoptr (RtRound) copy = NULL;
      guint index;

      if (seatings[i] == NULL || rt_seating_equal (round->seating, seatings[i]))
        continue;
      if (rt_edit_find_round (plan, round->parent.id, &index, error) == NULL)
        return NULL;
      copy = rt_record_copy (round);
      rt_edit_take_seating (copy, rt_seating_ref (seatings[i]));
      rt_change_replace (change, RT_PART_ROUNDS, i, round, copy);
    }
  return rt_edit_finish (plan, g_steal_pointer (&change), error);
}
