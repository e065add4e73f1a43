/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Edits of the agenda. The rounds of the plan stand in the order in which the agenda names them, so
 * that Round 2 is the second one on the day. */

#include "rt-edit-private.h"

#include <glib/gi18n-lib.h>

#include "rt-agenda.h"

#define USUAL_MINUTES 25
#define USUAL_CHANGEOVER 5

/* The agenda and the rounds as they are to be. */
typedef struct {
  RtPlan    *plan;
  GPtrArray *items;   /* of RtAgendaItem */
  GPtrArray *rounds;  /* of RtRound */
} Outline;

static void
outline_clear (Outline *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outline, outline_clear)

static GPtrArray *
dup_part (RtPlan *plan, RtPart part)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (rt_record_unref);

  for (guint i = 0; i < rt_plan_get_n (plan, part); i++)
    g_ptr_array_add (records, rt_record_ref (rt_plan_get (plan, part, i)));
  return records;
}

static RtAgendaItem *
new_item (RtSessionKind kind, int minutes)
{
  RtAgendaItem *item = rt_record_new (&rt_agenda_item_class, rt_id_new ('s'));

  item->kind = (int) kind;
  item->minutes = minutes;
  return item;
}

static void
outline_init (Outline *self, RtPlan *plan)
{
  self->plan = plan;
  self->items = dup_part (plan, RT_PART_AGENDA);
  self->rounds = dup_part (plan, RT_PART_ROUNDS);
}

/* A plan without an agenda is one session of all its rounds; once there are others, it is written
 * down as that. */
static void
spell_out (Outline *self)
{
  RtAgendaItem *item;

  if (self->items->len > 0 || self->rounds->len == 0)
    return;
  item = new_item (RT_SESSION_ROUNDS, RT_UNSET);
  for (guint i = 0; i < self->rounds->len; i++)
    {
      g_autofree RtIds before = item->rounds;

      item->rounds = rt_ids_add (before, ((RtRecord *) self->rounds->pdata[i])->id);
    }
  g_ptr_array_add (self->items, item);
}

static const RtAgendaItem *
get_item (const Outline *self, guint i)
{
  return i < self->items->len ? self->items->pdata[i] : NULL;
}

/* Gives a session of the outline other rounds. */
static void
set_rounds (Outline *self, guint i, const RtId *rounds)
{
  RtAgendaItem *copy = rt_record_copy (get_item (self, i));

  rt_set_ids (&copy->rounds, rounds);
  rt_record_unref (self->items->pdata[i]);
  self->items->pdata[i] = copy;
}

static guint
find_item_of (const Outline *self, RtId round)
{
  for (guint i = 0; i < self->items->len; i++)
    if (rt_ids_contains (get_item (self, i)->rounds, round))
      return i;
  return G_MAXUINT;
}

/* The rounds in the order in which the agenda names them, and then those it does not name. */
static void
order_rounds (Outline *self)
{
  g_autoptr (GHashTable) left = g_hash_table_new (NULL, NULL);
  GPtrArray *ordered = g_ptr_array_new_with_free_func (rt_record_unref);

  for (guint i = 0; i < self->rounds->len; i++)
    g_hash_table_insert (left, (gpointer) ((RtRecord *) self->rounds->pdata[i])->id,
                         self->rounds->pdata[i]);
  for (guint i = 0; i < self->items->len; i++)
    for (guint k = 0; k < rt_ids_length (get_item (self, i)->rounds); k++)
      {
        RtId id = get_item (self, i)->rounds[k];
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

static RtChange *
finish (Outline *self, const char *label, GError **error)
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

/* A round like the last one, in which only the hosts are seated. */
static RtRound *
new_round (RtPlan *plan)
{
  guint n = rt_plan_get_n (plan, RT_PART_ROUNDS);
  const RtRound *last = n > 0 ? rt_plan_get_round (plan, n - 1) : NULL;
  RtRound *round = rt_round_new (last != NULL ? last->minutes : USUAL_MINUTES,
                                 last != NULL ? last->changeover : USUAL_CHANGEOVER);

  if (last != NULL)
    rt_set_ids (&round->closed, last->closed);
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    {
      const RtTable *table = rt_plan_get_table (plan, i);

      rt_edit_seat_hosts (plan, round, &table, 1);
    }
  return round;
}

static int
usual_minutes (RtSessionKind kind)
{
  static const int minutes[] = { RT_UNSET, 15, 30, 45, 20 };

  return minutes[kind];
}

/**
 * rt_edit_add_session:
 * @plan: the plan
 * @kind: what it is; one of rounds begins with one round
 * @error: for people
 *
 * Adds a session at the end of the agenda. In a plan that had none, its rounds become the first
 * session.
 *
 * Returns: (transfer full): the change, or %NULL with %RT_ERROR_REFUSED or %RT_ERROR_LIMIT
 */
RtChange *
rt_edit_add_session (RtPlan *plan, RtSessionKind kind, GError **error)
{
  g_auto (Outline) outline = { 0 };
  RtAgendaItem *item = new_item (kind, usual_minutes (kind));
  /* Translators: Keynote, Panel, Break, ... */
  g_autofree char *label = g_strdup_printf (_("Add %s"), rt_session_kind_get_title ((int) kind));

  outline_init (&outline, plan);
  spell_out (&outline);
  if (kind == RT_SESSION_ROUNDS)
    {
      RtRound *round = new_round (plan);

      g_ptr_array_add (outline.rounds, round);
      item->rounds = rt_ids_add (NULL, round->parent.id);
    }
  g_ptr_array_add (outline.items, item);
  return finish (&outline, label, error);
}

/**
 * rt_edit_move_session:
 * @plan: the plan
 * @session: which
 * @to: the place it shall have, from 0; beyond the end is the end
 * @error: for people
 *
 * Its rounds go with it.
 *
 * Returns: (transfer full): the change, or %NULL with %RT_ERROR_REFUSED, also when it is there
 *   already
 */
RtChange *
rt_edit_move_session (RtPlan *plan, RtId session, guint to, GError **error)
{
  g_auto (Outline) outline = { 0 };
  guint from;
  const RtAgendaItem *item = rt_edit_find (plan, RT_PART_AGENDA, session, &from, error);
  g_autofree char *name = item != NULL ? rt_agenda_dup_name (item) : NULL;
  g_autofree char *label = NULL;

  if (item == NULL)
    return NULL;
  outline_init (&outline, plan);
  to = MIN (to, outline.items->len - 1);
  /* Translators: a session or a round */
  label = g_strdup_printf (to < from ? _("Move %s Up") : _("Move %s Down"), name);
  g_ptr_array_insert (outline.items, (int) to, g_ptr_array_steal_index (outline.items, from));
  return finish (&outline, label, error);
}

/**
 * rt_edit_change_session:
 * @plan: the plan
 * @item: a changed copy of a session
 * @error: for people
 *
 * Returns: (transfer full): the change, or %NULL with %RT_ERROR_REFUSED, also when nothing is
 *   another
 */
RtChange *
rt_edit_change_session (RtPlan *plan, const RtAgendaItem *item, GError **error)
{
  g_autofree char *name = rt_agenda_dup_name (item);
  /* Translators: a session, a round or a theme */
  g_autofree char *label = g_strdup_printf (_("Change %s"), name);

  return rt_edit_replace (plan, label, RT_PART_AGENDA, item, error);
}

/**
 * rt_edit_remove_session:
 * @plan: the plan
 * @session: which
 * @error: for people
 *
 * Takes a session out, and its rounds with it: with their seatings and what refers to them.
 *
 * Returns: (transfer full): the change, or %NULL with %RT_ERROR_REFUSED
 */
RtChange *
rt_edit_remove_session (RtPlan *plan, RtId session, GError **error)
{
  const RtAgendaItem *item = rt_edit_find (plan, RT_PART_AGENDA, session, NULL, error);
  g_autoptr (RtPlan) without = NULL;
  g_autoptr (RtChange) rounds = NULL;
  g_autoptr (RtChange) rest = NULL;
  g_autofree char *name = item != NULL ? rt_agenda_dup_name (item) : NULL;
  g_autofree char *label = NULL;

  if (item == NULL)
    return NULL;
  /* Translators: a session */
  label = g_strdup_printf (_("Remove %s"), name);
  if (rt_ids_length (item->rounds) == 0)
    return rt_edit_remove (plan, label, RT_PART_AGENDA, &session, 1, error);
  without = rt_plan_new_snapshot (plan);
  rounds = rt_edit_remove (without, label, RT_PART_ROUNDS, item->rounds,
                           rt_ids_length (item->rounds), error);
  if (rounds == NULL || !rt_plan_apply (without, rounds, error))
    return NULL;
  rest = rt_edit_remove (without, label, RT_PART_AGENDA, &session, 1, error);
  if (rest == NULL)
    return NULL;
  return rt_edit_finish (plan, rt_change_join (label, (RtChange *[]) { rounds, rest }, 2), error);
}

/**
 * rt_edit_add_round_to:
 * @plan: the plan
 * @session: (nullable): a session of rounds
 * @error: for people
 *
 * Adds a round, like the last one of the plan, at the end of a session. Without a session it is
 * rt_edit_add_round().
 *
 * Returns: (transfer full): the change, or %NULL with %RT_ERROR_REFUSED or %RT_ERROR_LIMIT
 */
RtChange *
rt_edit_add_round_to (RtPlan *plan, RtId session, GError **error)
{
  g_auto (Outline) outline = { 0 };
  guint index;
  RtRound *round;
  g_autofree RtIds rounds = NULL;

  if (session == NULL)
    return rt_edit_add_round (plan, error);
  if (rt_edit_find (plan, RT_PART_AGENDA, session, &index, error) == NULL)
    return NULL;
  outline_init (&outline, plan);
  round = new_round (plan);
  g_ptr_array_add (outline.rounds, round);
  rounds = rt_ids_add (get_item (&outline, index)->rounds, round->parent.id);
  set_rounds (&outline, index, rounds);
  return finish (&outline, _("Add a Round"), error);
}

static RtIds
dup_with (const RtId *ids, RtId id, guint at)
{
  guint n = rt_ids_length (ids);
  RtIds with = g_new0 (RtId, n + 2);

  at = MIN (at, n);
  for (guint i = 0; i < n; i++)
    with[i < at ? i : i + 1] = ids[i];
  with[at] = id;
  return with;
}

static guint
find_place (const RtId *ids, RtId id)
{
  guint i = 0;

  while (i < rt_ids_length (ids) && ids[i] != id)
    i++;
  return i;
}

static RtChange *
place_round (Outline *self, RtId round, guint to_item, guint at, gboolean up, GError **error)
{
  guint from = find_item_of (self, round);
  g_autofree char *name
      = rt_edit_dup_round_name (self->plan, rt_plan_index_of (self->plan, RT_PART_ROUNDS, round));
  g_autofree char *label = g_strdup_printf (up ? _("Move %s Up") : _("Move %s Down"), name);
  g_autofree RtIds without = NULL;
  g_autofree RtIds with = NULL;

  if (from != G_MAXUINT)
    {
      without = rt_ids_remove (get_item (self, from)->rounds, round);
      set_rounds (self, from, without);
    }
  with = dup_with (get_item (self, to_item)->rounds, round, at);
  set_rounds (self, to_item, with);
  return finish (self, label, error);
}

/* The next session of rounds above (-1) or below (1), G_MAXUINT if there is none. */
static guint
find_neighbour (const Outline *self, guint from, int step)
{
  for (int i = (int) from + step; i >= 0 && i < (int) self->items->len; i += step)
    if (get_item (self, (guint) i)->kind == RT_SESSION_ROUNDS)
      return (guint) i;
  return G_MAXUINT;
}

/**
 * rt_edit_move_round:
 * @plan: the plan
 * @round: which
 * @step: -1: up, 1: down
 * @error: for people
 *
 * Changes places with its neighbour; the first of a session goes to the session of rounds above,
 * the last to the one below. Who sits where goes with the round.
 *
 * Returns: (transfer full): the change, or %NULL with %RT_ERROR_REFUSED, also at either end
 */
RtChange *
rt_edit_move_round (RtPlan *plan, RtId round, int step, GError **error)
{
  g_auto (Outline) outline = { 0 };
  guint index, item, at, there;

  if (rt_edit_find (plan, RT_PART_ROUNDS, round, &index, error) == NULL)
    return NULL;
  outline_init (&outline, plan);
  item = find_item_of (&outline, round);
  if (outline.items->len == 0)
    {
      g_autofree char *name = rt_edit_dup_round_name (plan, index);
      g_autofree char *label
          = g_strdup_printf (step < 0 ? _("Move %s Up") : _("Move %s Down"), name);

      return rt_edit_reorder (plan, label, RT_PART_ROUNDS, round,
                              (guint) MAX (0, (int) index + step), error);
    }
  at = item != G_MAXUINT ? find_place (get_item (&outline, item)->rounds, round) : 0;
  if (item != G_MAXUINT && (int) at + step >= 0
      && at + (guint) step < rt_ids_length (get_item (&outline, item)->rounds))
    return place_round (&outline, round, item, at + (guint) step, step < 0, error);
  there = find_neighbour (&outline, item != G_MAXUINT ? item : outline.items->len, step);
  if (there == G_MAXUINT)
    {
      rt_edit_fail (error, RT_ERROR_REFUSED, _("That is so already."));
      return NULL;
    }
  return place_round (&outline, round, there, step < 0 ? G_MAXUINT : 0, step < 0, error);
}

/**
 * rt_edit_place_round:
 * @plan: the plan
 * @round: which
 * @session: the session of rounds it shall be in
 * @before: (nullable): the round of it that shall follow; %NULL: it is the last
 * @error: for people
 *
 * Returns: (transfer full): the change, or %NULL with %RT_ERROR_REFUSED, also when it is there
 *   already
 */
RtChange *
rt_edit_place_round (RtPlan *plan, RtId round, RtId session, RtId before, GError **error)
{
  g_auto (Outline) outline = { 0 };
  guint from, to, item;
  const RtAgendaItem *target = rt_edit_find (plan, RT_PART_AGENDA, session, &item, error);
  g_autofree RtIds others = NULL;

  if (target == NULL || rt_edit_find (plan, RT_PART_ROUNDS, round, &from, error) == NULL)
    return NULL;
  to = before != NULL ? rt_plan_index_of (plan, RT_PART_ROUNDS, before) : G_MAXUINT;
  if (target->kind != RT_SESSION_ROUNDS || before == round)
    {
      rt_edit_fail (error, RT_ERROR_REFUSED, _("A round belongs in a session of rounds."));
      return NULL;
    }
  outline_init (&outline, plan);
  others = rt_ids_remove (target->rounds, round);
  return place_round (&outline, round, item,
                      before != NULL ? find_place (others, before) : G_MAXUINT, to < from, error);
}

/**
 * rt_edit_change_round:
 * @plan: the plan
 * @round: a changed copy of a round
 * @error: for people
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_OVER if the seating of a round that
 *   is over would change, or %RT_ERROR_REFUSED, also when nothing is another
 */
RtChange *
rt_edit_change_round (RtPlan *plan, const RtRound *round, GError **error)
{
  guint index;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (rt_edit_find (plan, RT_PART_ROUNDS, round->parent.id, &index, error) == NULL)
    return NULL;
  name = rt_edit_dup_round_name (plan, index);
  label = g_strdup_printf (_("Change %s"), name);
  return rt_edit_replace (plan, label, RT_PART_ROUNDS, round, error);
}

/**
 * rt_edit_set_start:
 * @plan: the plan
 * @start: (nullable): a clock time, 10:00; %NULL: not known
 * @error: for people
 *
 * Returns: (transfer full): the change, or %NULL with %RT_ERROR_REFUSED, also when @start is no
 *   clock time or the one there is
 */
RtChange *
rt_edit_set_start (RtPlan *plan, const char *start, GError **error)
{
  g_autoptr (RtEvent) event = rt_record_copy (rt_plan_get_event (plan));

  if (start != NULL && *start != '\0'
      && !g_regex_match_simple ("^([01][0-9]|2[0-3]):[0-5][0-9]$", start, 0, 0))
    {
      rt_edit_fail (error, RT_ERROR_REFUSED, _("The start is a clock time: 10:00."));
      return NULL;
    }
  rt_set_text (&event->start, start);
  return rt_edit_replace (plan, _("Change the Start"), RT_PART_EVENT, event, error);
}
