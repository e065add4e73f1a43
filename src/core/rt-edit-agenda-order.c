/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Edits of the order of the agenda. */

#include "rt-edit-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rt-agenda.h"
#include "rt-outline.h"

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

/* Where a session can stand: before the session at @item, or within that one, which is of rounds,
 * after so many of them. */
typedef struct {
  guint item, rounds;
} Gap;

static guint
count_rounds (const RtOutline *self, guint i)
{
  const RtAgendaItem *item = rt_outline_get (self, i);

  return item != NULL && item->kind == RT_SESSION_ROUNDS ? rt_ids_length (item->rounds) : 0;
}

/* Whether a session of rounds has nothing but these. */
static gboolean
is_plain (const RtAgendaItem *item)
{
  g_autoptr (RtAgendaItem) fresh = rt_record_new (&rt_agenda_item_class, item->parent.id);

  fresh->kind = RT_SESSION_ROUNDS;
  rt_set_ids (&fresh->rounds, item->rounds);
  return rt_record_equal (fresh, item);
}

/* Two sessions of rounds that nothing parts any more are one again, unless the second one is told
 * from the first. Returns: (nullable) (transfer full): what the second was */
static RtAgendaItem *
join (RtOutline *self, guint second, Gap *gap)
{
  guint n_first = second > 0 ? count_rounds (self, second - 1) : 0;
  guint n_second = count_rounds (self, second);
  g_autofree RtIds all = NULL;
  RtAgendaItem *rest;

  *gap = (Gap) { second, 0 };
  if (n_first == 0 || n_second == 0 || !is_plain (rt_outline_get (self, second)))
    return NULL;
  rest = g_ptr_array_steal_index (self->items, second);
  all = g_new0 (RtId, n_first + n_second + 1);
  memcpy (all, rt_outline_get (self, second - 1)->rounds, n_first * sizeof (RtId));
  memcpy (all + n_first, rest->rounds, n_second * sizeof (RtId));
  rt_outline_set_rounds (self, second - 1, all);
  *gap = (Gap) { second - 1, n_first };
  return rest;
}

/* Puts @item into @gap; a session of rounds is divided there, and @rest, or one of its own kind,
 * has what follows. Takes @item. */
static void
put (RtOutline *self, RtAgendaItem *item, Gap gap, const RtAgendaItem *rest)
{
  const RtAgendaItem *whole = rt_outline_get (self, gap.item);
  g_autofree RtIds first = NULL;
  RtAgendaItem *second;

  if (gap.rounds == 0)
    {
      g_ptr_array_insert (self->items, (int) gap.item, item);
      return;
    }
  second = rest != NULL ? rt_record_copy (rest) : rt_outline_new_item (RT_SESSION_ROUNDS, RT_UNSET);
  rt_set_ids (&second->rounds, whole->rounds + gap.rounds);
  first = g_memdup2 (whole->rounds, (gap.rounds + 1) * sizeof (RtId));
  first[gap.rounds] = NULL;
  rt_outline_set_rounds (self, gap.item, first);
  g_ptr_array_insert (self->items, (int) gap.item + 1, item);
  g_ptr_array_insert (self->items, (int) gap.item + 2, second);
}

static gboolean
step_gap (const RtOutline *self, Gap *gap, int step)
{
  if (step > 0 && gap->item >= self->items->len)
    return FALSE;
  if (step > 0)
    *gap = gap->rounds + 1 < count_rounds (self, gap->item) ? (Gap) { gap->item, gap->rounds + 1 }
                                                            : (Gap) { gap->item + 1, 0 };
  else if (gap->rounds > 0)
    gap->rounds--;
  else if (gap->item == 0)
    return FALSE;
  else
    *gap = (Gap) { gap->item - 1, MAX (count_rounds (self, gap->item - 1), 1) - 1 };
  return TRUE;
}

static gboolean
find_gap (const RtOutline *self, RtId round, gboolean behind, Gap *gap)
{
  guint item = rt_outline_find (self, round);
  guint at;

  if (item == G_MAXUINT)
    return FALSE;
  at = find_place (rt_outline_get (self, item)->rounds, round) + (behind ? 1 : 0);
  *gap = at < count_rounds (self, item) ? (Gap) { item, at } : (Gap) { item + 1, 0 };
  return TRUE;
}

static char *
dup_label (const RtAgendaItem *item, gboolean up)
{
  g_autofree char *name = rt_agenda_dup_name (item);

  /* Translators: a session or a round */
  return g_strdup_printf (up ? _("Move %s Up") : _("Move %s Down"), name);
}

static RtChange *
fail_so_already (GError **error)
{
  rt_edit_fail (error, RT_ERROR_REFUSED, _("That is so already."));
  return NULL;
}

/**
 * rt_edit_move_session:
 * @plan: the plan
 * @session: which
 * @to: the place it shall have, from 0; beyond the end is the end
 * @error: for people
 *
 * Its rounds go with it. Where it was between two sessions of rounds, they become one.
 *
 * Returns: (transfer full): the change, or %NULL with %RT_ERROR_REFUSED, also when it is there
 *   already
 */
RtChange *
rt_edit_move_session (RtPlan *plan, RtId session, guint to, GError **error)
{
  g_auto (RtOutline) outline = { 0 };
  guint from;
  const RtAgendaItem *item = rt_edit_find (plan, RT_PART_AGENDA, session, &from, error);
  g_autoptr (RtAgendaItem) joined = NULL;
  g_autofree char *label = NULL;
  Gap gap;

  if (item == NULL)
    return NULL;
  rt_outline_init (&outline, plan);
  to = MIN (to, outline.items->len - 1);
  label = dup_label (item, to < from);
  g_ptr_array_insert (outline.items, (int) to, g_ptr_array_steal_index (outline.items, from));
  if (item->kind != RT_SESSION_ROUNDS)
    joined = join (&outline, to < from ? from + 1 : from, &gap);
  return rt_outline_finish (&outline, label, error);
}

/**
 * rt_edit_step_session:
 * @plan: the plan
 * @session: which
 * @step: -1: up, 1: down
 * @error: for people
 *
 * Moves a session by one line of the agenda. A break, or whatever else is no session of rounds,
 * comes between two rounds where it divides their session; when it goes on, they are one session
 * again. A session of rounds changes places with its neighbour.
 *
 * Returns: (transfer full): the change, or %NULL with %RT_ERROR_REFUSED, also at either end
 */
RtChange *
rt_edit_step_session (RtPlan *plan, RtId session, int step, GError **error)
{
  g_auto (RtOutline) outline = { 0 };
  g_autoptr (RtAgendaItem) rest = NULL;
  guint from;
  const RtAgendaItem *item = rt_edit_find (plan, RT_PART_AGENDA, session, &from, error);
  g_autofree char *label = NULL;
  Gap gap;

  if (item == NULL)
    return NULL;
  if (item->kind == RT_SESSION_ROUNDS)
    return step < 0 && from == 0 ? fail_so_already (error)
                                 : rt_edit_move_session (plan, session, from + (guint) step, error);
  label = dup_label (item, step < 0);
  rt_outline_init (&outline, plan);
  item = g_ptr_array_steal_index (outline.items, from);
  rest = join (&outline, from, &gap);
  if (!step_gap (&outline, &gap, step))
    {
      rt_record_unref ((gpointer) item);
      return fail_so_already (error);
    }
  put (&outline, (RtAgendaItem *) item, gap, rest);
  return rt_outline_finish (&outline, label, error);
}

/**
 * rt_edit_place_session:
 * @plan: the plan
 * @session: which; no session of rounds
 * @round: whose place in the agenda it shall have
 * @error: for people
 *
 * Divides a session of rounds, as rt_edit_step_session() does: a session from above comes to stand
 * behind @round, one from below before it.
 *
 * Returns: (transfer full): the change, or %NULL with %RT_ERROR_REFUSED, also when it is there
 *   already
 */
RtChange *
rt_edit_place_session (RtPlan *plan, RtId session, RtId round, GError **error)
{
  g_auto (RtOutline) outline = { 0 };
  g_autoptr (RtAgendaItem) rest = NULL;
  guint from;
  const RtAgendaItem *item = rt_edit_find (plan, RT_PART_AGENDA, session, &from, error);
  g_autofree char *label = NULL;
  gboolean down;
  Gap gap;

  if (item == NULL)
    return NULL;
  rt_outline_init (&outline, plan);
  down = rt_outline_find (&outline, round) > from;
  label = dup_label (item, !down);
  if (item->kind == RT_SESSION_ROUNDS || rt_outline_find (&outline, round) == G_MAXUINT)
    return fail_so_already (error);
  item = g_ptr_array_steal_index (outline.items, from);
  rest = join (&outline, from, &gap);
  find_gap (&outline, round, down, &gap);
  put (&outline, (RtAgendaItem *) item, gap, rest);
  return rt_outline_finish (&outline, label, error);
}

static RtChange *
place_round (RtOutline *self, RtId round, guint to_item, guint at, gboolean up, GError **error)
{
  guint from = rt_outline_find (self, round);
  g_autofree char *name
      = rt_edit_dup_round_name (self->plan, rt_plan_index_of (self->plan, RT_PART_ROUNDS, round));
  g_autofree char *label = g_strdup_printf (up ? _("Move %s Up") : _("Move %s Down"), name);
  g_autofree RtIds without = NULL;
  g_autofree RtIds with = NULL;

  if (from != G_MAXUINT)
    {
      without = rt_ids_remove (rt_outline_get (self, from)->rounds, round);
      rt_outline_set_rounds (self, from, without);
    }
  with = dup_with (rt_outline_get (self, to_item)->rounds, round, at);
  rt_outline_set_rounds (self, to_item, with);
  return rt_outline_finish (self, label, error);
}

/* The next session of rounds above (-1) or below (1), G_MAXUINT if there is none. */
static guint
find_neighbour (const RtOutline *self, guint from, int step)
{
  for (int i = (int) from + step; i >= 0 && i < (int) self->items->len; i += step)
    if (rt_outline_get (self, (guint) i)->kind == RT_SESSION_ROUNDS)
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
  g_auto (RtOutline) outline = { 0 };
  guint index, item, at, there;

  if (rt_edit_find (plan, RT_PART_ROUNDS, round, &index, error) == NULL)
    return NULL;
  rt_outline_init (&outline, plan);
  item = rt_outline_find (&outline, round);
  if (outline.items->len == 0)
    {
      g_autofree char *name = rt_edit_dup_round_name (plan, index);
      g_autofree char *label
          = g_strdup_printf (step < 0 ? _("Move %s Up") : _("Move %s Down"), name);

      return rt_edit_reorder (plan, label, RT_PART_ROUNDS, round,
                              (guint) MAX (0, (int) index + step), error);
    }
  at = item != G_MAXUINT ? find_place (rt_outline_get (&outline, item)->rounds, round) : 0;
  if (item != G_MAXUINT && (int) at + step >= 0
      && at + (guint) step < rt_ids_length (rt_outline_get (&outline, item)->rounds))
    return place_round (&outline, round, item, at + (guint) step, step < 0, error);
  there = find_neighbour (&outline, item != G_MAXUINT ? item : outline.items->len, step);
  if (there == G_MAXUINT)
    return fail_so_already (error);
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
  g_auto (RtOutline) outline = { 0 };
  guint from, item;
  const RtAgendaItem *target = rt_edit_find (plan, RT_PART_AGENDA, session, &item, error);
  g_autofree RtIds others = NULL;
  gboolean up;

  if (target == NULL || rt_edit_find (plan, RT_PART_ROUNDS, round, &from, error) == NULL)
    return NULL;
  if (target->kind != RT_SESSION_ROUNDS || before == round)
    {
      rt_edit_fail (error, RT_ERROR_REFUSED, _("A round belongs in a session of rounds."));
      return NULL;
    }
  rt_outline_init (&outline, plan);
  others = rt_ids_remove (target->rounds, round);
  up = before != NULL ? rt_plan_index_of (plan, RT_PART_ROUNDS, before) < from
                      : item < rt_outline_find (&outline, round);
  return place_round (&outline, round, item,
                      before != NULL ? find_place (others, before) : G_MAXUINT, up, error);
}
