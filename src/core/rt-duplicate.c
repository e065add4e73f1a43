/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-duplicate.h"

#include "rt-earlier.h"
#include "rt-edit.h"

/* What happened at the event and does not belong to another one. */
static const RtPart past[]
    = { RT_PART_ISSUED, RT_PART_HARVEST, RT_PART_FEEDBACK, RT_PART_NEXT };

static void
remove_part (RtPlan *plan, RtChange *change, RtPart part)
{
  for (guint i = rt_plan_get_n (plan, part); i-- > 0;)
    rt_change_remove (change, part, i, rt_plan_get (plan, part, i));
}

/* Whether a person is to stay at one table for the whole event. */
static gboolean
is_pinned_throughout (RtPlan *plan, RtId person, RtId table)
{
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_ROUNDS); i++)
    if (rt_map_lookup (rt_plan_get_round (plan, i)->pins, person) != table)
      return FALSE;
  return TRUE;
}

/* A round that is still to come, in which nobody sits. */
static RtRound *
dup_round (RtPlan *plan, guint index)
{
  const RtRound *round = rt_plan_get_round (plan, index);
  RtRound *copy = rt_record_copy (round);

  copy->done = RT_UNSET;
  g_clear_pointer (&copy->seating, rt_seating_unref);
  for (guint i = 0; i < rt_map_length (round->pins); i++)
    {
      RtId person = rt_map_key (round->pins, i);

      if (!is_pinned_throughout (plan, person, rt_map_value (round->pins, i)))
        rt_map_set (&copy->pins, person, NULL);
    }
  return copy;
}

static void
empty_rounds (RtPlan *plan, RtChange *change, const char * const *questions)
{
  guint n = rt_plan_get_n (plan, RT_PART_ROUNDS);
  guint n_questions = questions != NULL ? g_strv_length ((char **) questions) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RtRound) copy = dup_round (plan, i);

      if (n_questions > 0)
        rt_set_text (&copy->question, i < n_questions ? questions[i] : NULL);
      /* One round may have to carry them all. */
      if (i + 1 == n && n_questions > n)
        {
          g_autofree char *rest = g_strjoinv (" ", (char **) questions + i);

          rt_set_text (&copy->question, rest);
        }
      rt_change_replace (change, RT_PART_ROUNDS, i, rt_plan_get_round (plan, i), copy);
    }
}

static void
change_event (RtPlan *plan, RtChange *change, const char *date, const char *start)
{
  g_autoptr (RtEvent) copy = NULL;

  if (rt_plan_get_n (plan, RT_PART_EVENT) == 0)
    return;
  copy = rt_record_copy (rt_plan_get_event (plan));
  rt_set_text (&copy->date, date);
  if (start != NULL)
    rt_set_text (&copy->start, start);
  copy->expected = RT_UNSET;
  rt_change_replace (change, RT_PART_EVENT, 0, rt_plan_get_event (plan), copy);
}

/* Everybody is expected to all of it, whoever was late or away this time. */
static void
expect_everybody (RtPlan *plan, RtChange *change)
{
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_PEOPLE); i++)
    {
      const RtPerson *person = rt_plan_get_person (plan, i);
      g_autoptr (RtPerson) copy = NULL;

      if (person->attendance == RT_UNSET && person->rounds == NULL)
        continue;
      copy = rt_record_copy (person);
      copy->attendance = RT_UNSET;
      rt_set_ids (&copy->rounds, NULL);
      rt_change_replace (change, RT_PART_PEOPLE, i, person, copy);
    }
}

/**
 * rt_duplicate_without_people:
 * @plan: the plan
 * @error: for people
 *
 * The design of an event for other people: tables, room, themes, agenda, rounds and rules stay, but
 * rules about certain people go, and with the people everything that is private, the date, what was
 * printed, written down and met before.
 *
 * Returns: (transfer full): a plan that is in no file, or %NULL with %RT_ERROR_NEWER
 */
RtPlan *
rt_duplicate_without_people (RtPlan *plan, GError **error)
{
  gsize length;
  g_autofree char *text = rt_plan_to_json (plan, FALSE, &length);
  g_autoptr (RtPlan) copy = rt_plan_new_from_json (text, (gssize) length, error);
  g_autoptr (RtChange) change = rt_change_new ("");
  g_autoptr (RtChange) removal = NULL;
  g_autofree RtId *ids = NULL;
  guint n;

  if (copy == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (past); i++)
    remove_part (copy, change, past[i]);
  remove_part (copy, change, RT_PART_EARLIER);
  empty_rounds (copy, change, NULL);
  change_event (copy, change, NULL, NULL);
  if (!rt_plan_apply (copy, change, error))
    return NULL;
  n = rt_plan_get_n (copy, RT_PART_PEOPLE);
  if (n == 0)
    return g_steal_pointer (&copy);
  ids = g_new (RtId, n);
  for (guint i = 0; i < n; i++)
    ids[i] = rt_plan_get_person (copy, i)->parent.id;
  removal = rt_edit_remove (copy, "", RT_PART_PEOPLE, ids, n, error);
  if (removal == NULL || !rt_plan_apply (copy, removal, error))
    return NULL;
  return g_steal_pointer (&copy);
}

/**
 * rt_duplicate_for_next:
 * @plan: the plan of an event
 * @error: for people
 *
 * The next meeting of the same people at the same tables: who sat together at this one counts as
 * an earlier meeting, and so do those before it. All rounds are to come and empty; the date, the
 * start and the questions are those the plan gives for the next meeting, where it does.
 *
 * Returns: (transfer full): a plan that is in no file, or %NULL with %RT_ERROR_NEWER
 */
RtPlan *
rt_duplicate_for_next (RtPlan *plan, GError **error)
{
  g_autoptr (RtPlan) copy = rt_plan_new_snapshot (plan);
  const RtNext *next
      = rt_plan_get_n (plan, RT_PART_NEXT) > 0 ? rt_plan_get (plan, RT_PART_NEXT, 0) : NULL;
  g_autoptr (RtChange) met = rt_earlier_to_change (plan, plan, NULL);
  g_autoptr (RtChange) change = rt_change_new ("");

  for (guint i = 0; i < G_N_ELEMENTS (past); i++)
    remove_part (copy, change, past[i]);
  empty_rounds (copy, change, next != NULL ? (const char * const *) next->questions : NULL);
  change_event (copy, change, next != NULL ? next->date : NULL, next != NULL ? next->start : NULL);
  expect_everybody (copy, change);
  if (!rt_plan_apply (copy, met, error) || !rt_plan_apply (copy, change, error))
    return NULL;
  return g_steal_pointer (&copy);
}
