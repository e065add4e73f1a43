/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-outline.h"

#include <glib/gi18n-lib.h>

#include "rt-edit-private.h"

void
rt_outline_clear (RtOutline *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
}

static GPtrArray *
dup_part (RtPlan *plan, RtPart part)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (rt_record_unref);

  for (guint i = 0; i < rt_plan_get_n (plan, part); i++)
    g_ptr_array_add (records, rt_record_ref (rt_plan_get (plan, part, i)));
  return records;
}

RtAgendaItem *
rt_outline_new_item (RtSessionKind kind, int minutes)
{
  RtAgendaItem *item = rt_record_new (&rt_agenda_item_class, rt_id_new ('s'));

  item->kind = (int) kind;
  item->minutes = minutes;
  return item;
}

void
rt_outline_init (RtOutline *self, RtPlan *plan)
{
  self->plan = plan;
  self->items = dup_part (plan, RT_PART_AGENDA);
  self->rounds = dup_part (plan, RT_PART_ROUNDS);
}

/* A plan without an agenda is one session of all its rounds; once there are others, it is written
 * down as that. */
void
rt_outline_spell_out (RtOutline *self)
{
  RtAgendaItem *item;

  if (self->items->len > 0 || self->rounds->len == 0)
    return;
  item = rt_outline_new_item (RT_SESSION_ROUNDS, RT_UNSET);
  for (guint i = 0; i < self->rounds->len; i++)
    {
      g_autofree RtIds before = item->rounds;

      item->rounds = rt_ids_add (before, ((RtRecord *) self->rounds->pdata[i])->id);
    }
  g_ptr_array_add (self->items, item);
}

const RtAgendaItem *
rt_outline_get (const RtOutline *self, guint i)
{
  return i < self->items->len ? self->items->pdata[i] : NULL;
}

/* Gives a session of the outline other rounds. */
void
rt_outline_set_rounds (RtOutline *self, guint i, const RtId *rounds)
{
  RtAgendaItem *copy = rt_record_copy (rt_outline_get (self, i));

  rt_set_ids (&copy->rounds, rounds);
  rt_record_unref (self->items->pdata[i]);
  self->items->pdata[i] = copy;
}

guint
rt_outline_find (const RtOutline *self, RtId round)
{
  for (guint i = 0; i < self->items->len; i++)
    if (rt_ids_contains (rt_outline_get (self, i)->rounds, round))
      return i;
  return G_MAXUINT;
}

/* The rounds in the order in which the agenda names them, and then those it does not name. */
static void
order_rounds (RtOutline *self)
{
  g_autoptr (GHashTable) left = g_hash_table_new (NULL, NULL);
  GPtrArray *ordered = g_ptr_array_new_with_free_func (rt_record_unref);

  for (guint i = 0; i < self->rounds->len; i++)
    g_hash_table_insert (left, (gpointer) ((RtRecord *) self->rounds->pdata[i])->id,
                         self->rounds->pdata[i]);
  for (guint i = 0; i < self->items->len; i++)
    for (guint k = 0; k < rt_ids_length (rt_outline_get (self, i)->rounds); k++)
      {
        RtId id = rt_outline_get (self, i)->rounds[k];
        RtRound *round = g_hash_table_lookup (left, id);

        if (round != NULL)
          g_ptr_array_add (ordered, rt_record_ref (round));
        g_hash_table_remove (left, id);
      }
  for (guint i = 0; i < self->rounds->len; i++)
    if (g_hash_table_contains (left, ((RtRecord *) self->rounds->pdata[i])->id))
      g_ptr_array_add (ordered, rt_record_ref (self->rounds->pdata[i]));
  g_ptr_array_unref (self->rounds);
  self->rounds = ordered;
}

/* Adds to change what makes the list of the plan this one; what both begin and end with stays. */
static void
put_part (RtPlan *plan, RtChange *change, RtPart part, const GPtrArray *after)
{
  guint n = rt_plan_get_n (plan, part), first = 0, same_end = 0;

  while (first < n && first < after->len && rt_plan_get (plan, part, first) == after->pdata[first])
    first++;
  while (same_end < n - first && same_end < after->len - first &&
         rt_plan_get (plan, part, n - 1 - same_end) == after->pdata[after->len - 1 - same_end])
    same_end++;
  for (guint i = n - same_end; i-- > first;)
    rt_change_remove (change, part, i, rt_plan_get (plan, part, i));
  for (guint i = first; i < after->len - same_end; i++)
    rt_change_insert (change, part, i, after->pdata[i]);
}

RtChange *
rt_outline_finish (RtOutline *self, const char *label, GError **error)
{
  RtChange *change = rt_change_new (label);

  order_rounds (self);
  put_part (self->plan, change, RT_PART_AGENDA, self->items);
  put_part (self->plan, change, RT_PART_ROUNDS, self->rounds);
  if (rt_change_get_n_edits (change) > 0)
    return rt_edit_finish (self->plan, change, error);
  rt_change_unref (change);
  rt_edit_fail (error, RT_ERROR_REFUSED, _("That is so already."));
  return NULL;
}
