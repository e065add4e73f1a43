/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Edits of who hosts which table. */

#include "rt-edit-private.h"

#include <glib/gi18n-lib.h>

/* The host of one table is about to be another. */
typedef struct
{
  RtPlan *plan;
  RtId table;
  RtId person;        /* NULL: nobody */
  GHashTable *tables; /* table to its changed copy: this one, and those they led before */
} Hosting;

static void
add_table_copy (Hosting *self, const RtTable *table)
{
  RtTable *copy = rt_record_copy (table);

  if (copy->parent.id == self->table)
    copy->host = self->person;
  else if (copy->host == self->person)
    copy->host = NULL;
  if (copy->co_host == self->person)
    copy->co_host = NULL;
  if (copy->parent.id == self->table && copy->deputy == self->person)
    copy->deputy = NULL;
  g_hash_table_insert (self->tables, (gpointer) copy->parent.id, copy);
}

static void
find_tables (Hosting *self)
{
  for (guint i = 0; i < rt_plan_get_n (self->plan, RT_PART_TABLES); i++)
    {
      const RtTable *table = rt_plan_get_table (self->plan, i);

      if (table->parent.id == self->table
          || (self->person != NULL
              && (table->host == self->person || table->co_host == self->person)))
        add_table_copy (self, table);
    }
}

/* A round that is over keeps the leaders it had: they become its own entries. */
static void
keep_leaders (Hosting *self, RtRound *copy)
{
  GHashTableIter iter;
  gpointer id, after;
  RtId nobody = rt_id_intern ("");

  g_hash_table_iter_init (&iter, self->tables);
  while (g_hash_table_iter_next (&iter, &id, &after))
    {
      const RtTable *new = after, *old = rt_plan_find_table (self->plan, id);

      if (old->host != new->host && rt_map_lookup (copy->hosts, id) == NULL)
        rt_map_set (&copy->hosts, id, old->host != NULL ? old->host : nobody);
      if (old->co_host != new->co_host && rt_map_lookup (copy->co_hosts, id) == NULL)
        rt_map_set (&copy->co_hosts, id, old->co_host != NULL ? old->co_host : nobody);
    }
}

/* The first chair of a guest that is empty; if there is none, one more at the end: too many people
 * at a table can be seen and put right, somebody without a chair is easily overlooked. */
static guint
find_chair_for_guest (const RtSeating *seating, RtId table)
{
  guint chair = 1;

  while (rt_seating_at (seating, table, chair) != NULL)
    chair++;
  return chair;
}

/* Seats a new host on the host's chair of a round in which people are seated already. Who sits
 * there changes places with the host, or takes another chair of the table: nobody is unseated. */
static RtSeating *
seat_new_host (const RtSeating *seating, RtId table, RtId person)
{
  RtId before = rt_seating_at (seating, table, 0);
  g_autoptr (RtSeating) moved = NULL;

  if (before != NULL && rt_seating_find (seating, person, NULL, NULL))
    return rt_seating_swap (seating, person, before);
  if (before == NULL)
    return rt_seating_with (seating, person, table, 0);
  moved = rt_seating_with (seating, before, table, find_chair_for_guest (seating, table));
  return rt_seating_with (moved, person, table, 0);
}

/* Does so, if people are seated, the table is open and its host is there. */
static void
seat_host_of (RtPlan *plan, RtRound *copy, const RtTable *table)
{
  RtId person = rt_edit_get_host (copy, table), id = table->parent.id;

  if (person != NULL && rt_seating_n_people (copy->seating) > 0 && rt_edit_is_open (copy, table)
      && rt_edit_attends (rt_plan_find_person (plan, person), copy->parent.id)
      && rt_seating_at (copy->seating, id, 0) != person)
    rt_edit_take_seating (copy, seat_new_host (copy->seating, id, person));
}

/* The round as it is to be after the host is another, NULL if it stays as it is. */
static RtRound *
dup_round_with_host (Hosting *self, const RtRound *round)
{
  g_autoptr (RtRound) copy = rt_record_copy (round);
  const RtTable *table = g_hash_table_lookup (self->tables, self->table);

  if (round->done == 1)
    keep_leaders (self, copy);
  else if (self->person != NULL && rt_edit_get_host (round, table) == self->person)
    seat_host_of (self->plan, copy, table);
  return rt_record_equal (round, copy) ? NULL : g_steal_pointer (&copy);
}

static char *
dup_host_label (RtPlan *plan, const RtTable *table, RtId person)
{
  g_autofree char *where = rt_table_dup_display (table);
  g_autofree char *who = NULL;

  if (person == NULL)
    /* Translators: a table */
    return g_strdup_printf (_("Leave %s Without a Host"), where);
  who = rt_person_dup_display (rt_plan_find_person (plan, person));
  /* Translators: a person, a table */
  return g_strdup_printf (_("Make %s the Host of %s"), who, where);
}

/**
 * rt_edit_set_host:
 * @plan: the plan
 * @table: which table
 * @person: (nullable): who hosts it from now on; %NULL: nobody
 * @error: for people
 *
 * Gives a table another host. Whoever hosted or co-hosted another table no longer does. In rounds
 * that are not over, and in which people are seated, the new host takes the host's chair, and who
 * sat there the chair that falls free; nobody loses a seat. A round's own entry for the table
 * stays, and rounds that are over keep the hosts they had.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_REFUSED, also when it is so already
 */
RtChange *
rt_edit_set_host (RtPlan *plan, RtId table, RtId person, GError **error)
{
  g_autoptr (GHashTable) tables = g_hash_table_new_full (NULL, NULL, NULL, rt_record_unref);
  Hosting self = { plan, table, person, tables };
  const RtTable *old = rt_edit_find (plan, RT_PART_TABLES, table, NULL, error);
  g_autofree char *label = NULL;
  RtChange *change;

  if (old == NULL
      || (person != NULL && rt_edit_find (plan, RT_PART_PEOPLE, person, NULL, error) == NULL))
    return NULL;
  if (old->host == person)
    {
      rt_edit_fail (error, RT_ERROR_REFUSED, _("That is so already."));
      return NULL;
    }
  find_tables (&self);
  label = dup_host_label (plan, old, person);
  change = rt_change_new (label);
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    {
      const RtTable *before = rt_plan_get_table (plan, i);
      RtTable *after = g_hash_table_lookup (tables, before->parent.id);

      if (after != NULL)
        rt_change_replace (change, RT_PART_TABLES, i, before, after);
    }
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_ROUNDS); i++)
    {
      const RtRound *round = rt_plan_get_round (plan, i);
      g_autoptr (RtRound) copy = dup_round_with_host (&self, round);

      if (copy != NULL)
        rt_change_replace (change, RT_PART_ROUNDS, i, round, copy);
    }
  return rt_edit_finish (plan, change, error);
}

/* Names somebody as host or co-host of a table in a round; who is the table's own needs no entry.
 */
static void
name_leader (RtMap **entries, const RtTable *table, RtId own, RtId person)
{
  RtId entry = person != NULL ? person : rt_id_intern ("");

  rt_map_set (entries, table->parent.id, person == own ? NULL : entry);
}

/* Whoever hosts a table from now on leads no other in that round: two hosts change tables. */
static void
exchange_hosts (RtPlan *plan, RtRound *copy, const RtTable *table, RtId person)
{
  RtId before = rt_edit_get_host (copy, table);
  const RtTable *from = NULL;

  for (guint i = 0; person != NULL && i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    {
      const RtTable *other = rt_plan_get_table (plan, i);

      if (rt_edit_get_co_host (copy, other) == person)
        name_leader (&copy->co_hosts, other, other->co_host, NULL);
      if (rt_edit_get_host (copy, other) != person)
        continue;
      name_leader (&copy->hosts, other, other->host, from == NULL ? before : NULL);
      from = from == NULL ? other : from;
    }
  name_leader (&copy->hosts, table, table->host, person);
  seat_host_of (plan, copy, table);
  if (from != NULL)
    seat_host_of (plan, copy, from);
}

/* Which of the two who lead a table in a round. */
typedef enum
{
  LEAD_HOST,
  LEAD_CO_HOST,
} Lead;

static RtId
get_lead (Lead lead, const RtRound *round, const RtTable *table)
{
  return lead == LEAD_HOST ? rt_edit_get_host (round, table) : rt_edit_get_co_host (round, table);
}

/* Who hosts a table, and would leave it without a host. */
static gboolean
check_hosts_none (RtPlan *plan, const RtRound *round, RtId person, GError **error)
{
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    {
      const RtTable *table = rt_plan_get_table (plan, i);
      g_autofree char *where = rt_table_dup_display (table);
      g_autofree char *name = NULL;

      if (rt_edit_get_host (round, table) != person || !rt_edit_is_open (round, table))
        continue;
      name = rt_person_dup_display (rt_plan_find_person (plan, person));
      return rt_edit_fail (
          error, RT_ERROR_REFUSED,
          _("%s leads %s already. Choose somebody else, or give that table another host first."),
          name, where);
    }
  return TRUE;
}

static gboolean
check_round_lead (Lead lead, RtPlan *plan, const RtRound *round, guint index, const RtTable *table,
                  RtId person, GError **error)
{
  const RtPerson *who
      = person != NULL ? rt_edit_find (plan, RT_PART_PEOPLE, person, NULL, error) : NULL;
  g_autofree char *name = rt_edit_dup_round_name (plan, index);
  g_autofree char *words = NULL;

  if (person != NULL && who == NULL)
    return FALSE;
  if (get_lead (lead, round, table) == person)
    return rt_edit_fail (error, RT_ERROR_REFUSED, _("That is so already."));
  if (!rt_edit_is_open (round, table))
    {
      words = rt_table_dup_display (table);
      return rt_edit_fail (error, RT_ERROR_REFUSED, _("%s is closed in %s. Open it first."), words,
                           name);
    }
  if (who == NULL)
    return TRUE;
  if (rt_edit_attends (who, round->parent.id))
    return lead == LEAD_HOST || check_hosts_none (plan, round, person, error);
  words = rt_person_dup_display (who);
  if (rt_person_has_role (who, "staff"))
    return rt_edit_fail (error, RT_ERROR_REFUSED, _("%s is staff and is not seated."), words);
  return rt_edit_fail (error, RT_ERROR_REFUSED, _("%s does not attend %s."), words, name);
}

/* A co-host sits at the table: on the chair of the one before, who then sits where the new one did,
 * or on an empty one. Before anybody sits there is nothing to do. */
static void
seat_co_host (RtRound *copy, RtId table, RtId before, RtId person)
{
  const RtSeating *seating = copy->seating;
  RtId here, there = NULL;

  if (person == NULL || rt_seating_n_people (seating) == 0
      || (rt_seating_find (seating, person, &here, NULL) && here == table))
    return;
  if (before != NULL && rt_seating_find (seating, before, &there, NULL) && there == table
      && rt_seating_find (seating, person, NULL, NULL))
    rt_edit_take_seating (copy, rt_seating_swap (seating, person, before));
  else
    rt_edit_take_seating (
        copy, rt_seating_with (seating, person, table, find_chair_for_guest (seating, table)));
}

/* A table gets another co-host; who is to be it helps at no other table any more. */
static void
replace_co_host (RtPlan *plan, RtRound *copy, const RtTable *table, RtId person)
{
  RtId before = rt_edit_get_co_host (copy, table);

  for (guint i = 0; person != NULL && i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    {
      const RtTable *other = rt_plan_get_table (plan, i);

      if (rt_edit_get_co_host (copy, other) == person)
        name_leader (&copy->co_hosts, other, other->co_host, NULL);
    }
  name_leader (&copy->co_hosts, table, table->co_host, person);
  seat_co_host (copy, table->parent.id, before, person);
}

static char *
dup_lead_label (Lead lead, RtPlan *plan, guint index, const RtTable *table, RtId person)
{
  g_autofree char *where = rt_table_dup_display (table);
  g_autofree char *round = rt_edit_dup_round_name (plan, index);
  g_autofree char *who = NULL;

  if (person == NULL)
    return g_strdup_printf (lead == LEAD_HOST
                                /* Translators: a table, a round */
                                ? _("Leave %s Without a Host in %s")
                                /* Translators: a table, a round */
                                : _("Leave %s Without a Co-host in %s"),
                            where, round);
  who = rt_person_dup_display (rt_plan_find_person (plan, person));
  return g_strdup_printf (lead == LEAD_HOST
                              /* Translators: a person, a table, a round */
                              ? _("Make %s the Host of %s in %s")
                              /* Translators: a person, a table, a round */
                              : _("Make %s the Co-host of %s in %s"),
                          who, where, round);
}

static RtChange *
set_round_lead (Lead lead, RtPlan *plan, RtId round, RtId table, RtId person, GError **error)
{
  guint index;
  const RtRound *old = rt_edit_find_round (plan, round, &index, error);
  const RtTable *where
      = old != NULL ? rt_edit_find (plan, RT_PART_TABLES, table, NULL, error) : NULL;
  g_autoptr (RtRound) copy = NULL;
  g_autofree char *label = NULL;
  RtChange *change;

  if (where == NULL || !check_round_lead (lead, plan, old, index, where, person, error))
    return NULL;
  copy = rt_record_copy (old);
  if (lead == LEAD_HOST)
    exchange_hosts (plan, copy, where, person);
  else
    replace_co_host (plan, copy, where, person);
  label = dup_lead_label (lead, plan, index, where, person);
  change = rt_change_new (label);
  rt_change_replace (change, RT_PART_ROUNDS, index, old, copy);
  return rt_edit_finish (plan, change, error);
}

/**
 * rt_edit_set_round_host:
 * @plan: the plan
 * @round: in which round
 * @table: which table
 * @person: (nullable): who hosts it in that round; %NULL: nobody
 * @error: for people
 *
 * Gives a table another host in one round; the other rounds, and the table's own host, stay.
 * Whoever hosts another table in that round changes tables with the host whose place they take, and
 * who co-hosts one no longer does. If people are seated, new hosts take the chairs of hosts, and
 * who sat there the chairs that fall free; nobody loses a seat.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_OVER, or %RT_ERROR_REFUSED for who
 *   does not attend, a closed table, or when it is so already
 */
RtChange *
rt_edit_set_round_host (RtPlan *plan, RtId round, RtId table, RtId person, GError **error)
{
  return set_round_lead (LEAD_HOST, plan, round, table, person, error);
}

/**
 * rt_edit_set_round_co_host:
 * @plan: the plan
 * @round: in which round
 * @table: which table
 * @person: (nullable): who co-hosts it in that round; %NULL: nobody
 * @error: for people
 *
 * Gives a table another co-host in one round; the other rounds, and the table's own co-host, stay.
 * Who co-hosts another table in that round no longer does; who hosts one is refused. If people are
 * seated, the new co-host sits at the table, and nobody loses a seat.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_OVER, or %RT_ERROR_REFUSED
 */
RtChange *
rt_edit_set_round_co_host (RtPlan *plan, RtId round, RtId table, RtId person, GError **error)
{
  return set_round_lead (LEAD_CO_HOST, plan, round, table, person, error);
}
