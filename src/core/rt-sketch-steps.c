/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What is done on a sketch when somebody is away: it concerns several rounds at once. */

#include "rt-sketch-steps.h"

#include "rt-arrange.h"
#include "rt-edit-private.h"

/*
 * Swaps looked at for each arranging: a tenth of a second to one second, by the rules, and more
 * finds little. The clock is only there for machines and plans far beyond.
 */
#define MOST_MOVES   G_GUINT64_CONSTANT (3000000)
#define MOST_SECONDS 60.0

/* Puts @copy in the place of the record it is a copy of. Takes it. */
static gboolean
replace (RtSketch *self, RtPart part, guint index, gpointer copy)
{
  RtChange *change = rt_change_new ("");
  gconstpointer before = rt_plan_get (self->plan, part, index);

  if (!rt_record_equal (before, copy))
    rt_change_replace (change, part, index, before, copy);
  rt_record_unref (copy);
  return rt_sketch_apply (self, change);
}

static gboolean
is_open_round (RtSketch *self, guint r, guint from)
{
  return r >= from && rt_plan_get_round (self->plan, r)->done != 1;
}

/* The rounds somebody attended before they left, and those that are over. */
static void
note_absence (RtSketch *self, RtPerson *copy, guint from)
{
  g_autoptr (GPtrArray) rounds = g_ptr_array_new ();

  for (guint r = 0; r < rt_plan_get_n (self->plan, RT_PART_ROUNDS); r++)
    {
      RtId round = rt_plan_get_round (self->plan, r)->parent.id;

      if (!is_open_round (self, r, from) && rt_edit_attends (copy, round))
        g_ptr_array_add (rounds, (gpointer) round);
    }
  if (rounds->len == 0)
    {
      copy->attendance = RT_ATTENDANCE_ABSENT;
      return;
    }
  g_ptr_array_add (rounds, NULL);
  copy->attendance = RT_ATTENDANCE_LEFT;
  rt_set_ids (&copy->rounds, (const RtId *) rounds->pdata);
}

gboolean
rt_sketch_leave (RtSketch *self, RtId person, guint from)
{
  guint index;
  RtPerson *copy = rt_record_copy (rt_plan_find (self->plan, RT_PART_PEOPLE, person, &index));

  note_absence (self, copy, from);
  if (!replace (self, RT_PART_PEOPLE, index, copy))
    return FALSE;
  for (guint r = from; r < rt_plan_get_n (self->plan, RT_PART_ROUNDS); r++)
    {
      const RtRound *round = rt_plan_get_round (self->plan, r);
      RtRound *after;

      if (!is_open_round (self, r, from))
        continue;
      after = rt_record_copy (round);
      rt_map_set (&after->pins, person, NULL);
      if (round->seating)
        rt_edit_take_seating (after, rt_seating_without (round->seating, person));
      if (!replace (self, RT_PART_ROUNDS, r, after))
        return FALSE;
    }
  return TRUE;
}

/* Gives the host's chair to whoever leads now; who sat on it takes their old place at the table. */
static RtSeating *
seat_leader (const RtSeating *seating, RtId table, RtId host)
{
  RtId there = rt_seating_at (seating, table, 0), before = NULL;

  if (there == host)
    return rt_seating_ref (seating);
  if (there && rt_seating_find (seating, host, &before, NULL))
    return rt_seating_swap (seating, host, there);
  if (there)
    {
      g_autoptr (RtSeating) moved =
        rt_seating_with (seating, there, table, rt_seating_n_chairs (seating, table));

      return rt_seating_with (moved, host, table, 0);
    }
  return rt_seating_with (seating, host, table, 0);
}

gboolean
rt_sketch_lead (RtSketch *self, RtId table, RtId host, guint from)
{
  const RtTable *record = rt_plan_find_table (self->plan, table);

  for (guint r = from; r < rt_plan_get_n (self->plan, RT_PART_ROUNDS); r++)
    {
      const RtRound *round = rt_plan_get_round (self->plan, r);
      RtId co_host = rt_map_lookup (round->co_hosts, table);
      RtRound *copy;

      if (!is_open_round (self, r, from))
        continue;
      copy = rt_record_copy (round);
      rt_map_set (&copy->hosts, table, host ? host : rt_id_intern (""));
      if (host && (co_host ? co_host : record->co_host) == host)
        rt_map_set (&copy->co_hosts, table, rt_id_intern (""));
      if (host && round->seating)
        rt_edit_take_seating (copy, seat_leader (round->seating, table, host));
      if (!replace (self, RT_PART_ROUNDS, r, copy))
        return FALSE;
    }
  return TRUE;
}

gboolean
rt_sketch_close (RtSketch *self, RtId table, guint from)
{
  for (guint r = from; r < rt_plan_get_n (self->plan, RT_PART_ROUNDS); r++)
    {
      const RtRound *round = rt_plan_get_round (self->plan, r);
      g_autofree RtIds closed = NULL;
      RtRound *copy;

      if (!is_open_round (self, r, from) || rt_ids_contains (round->closed, table))
        continue;
      copy = rt_record_copy (round);
      closed = rt_ids_add (round->closed, table);
      rt_set_ids (&copy->closed, closed);
      for (guint i = rt_map_length (round->pins); i-- > 0;)
        if (rt_map_value (round->pins, i) == table)
          rt_map_set (&copy->pins, rt_map_key (round->pins, i), NULL);
      if (round->seating)
        rt_edit_take_seating (copy, rt_seating_without_table (round->seating, table));
      if (!replace (self, RT_PART_ROUNDS, r, copy))
        return FALSE;
    }
  return TRUE;
}

/* People who need a chair in a round, and the chairs of the tables that are open. */
static int
count_lacking (RtSketch *self, guint r)
{
  const RtRound *round = rt_plan_get_round (self->plan, r);
  int lacking = 0;

  for (guint p = 0; p < rt_plan_get_n (self->plan, RT_PART_PEOPLE); p++)
    lacking += rt_edit_attends (rt_plan_get_person (self->plan, p), round->parent.id);
  for (guint t = 0; t < rt_plan_get_n (self->plan, RT_PART_TABLES); t++)
    if (rt_edit_is_open (round, rt_plan_get_table (self->plan, t)))
      lacking -= rt_table_get_places (rt_plan_get_table (self->plan, t));
  return lacking;
}

/* One more place for the smallest table that is open in every such round. */
static int
grow_smallest (RtSketch *self, guint from)
{
  int best = -1, fewest = G_MAXINT;
  RtTable *copy;

  for (guint t = 0; t < rt_plan_get_n (self->plan, RT_PART_TABLES); t++)
    {
      const RtTable *table = rt_plan_get_table (self->plan, t);
      gboolean open = TRUE;

      for (guint r = from; r < rt_plan_get_n (self->plan, RT_PART_ROUNDS); r++)
        open = open && (!is_open_round (self, r, from) ||
                        rt_edit_is_open (rt_plan_get_round (self->plan, r), table));
      if (open && rt_table_get_places (table) > 0 && rt_table_get_places (table) < fewest)
        {
          best = t;
          fewest = rt_table_get_places (table);
        }
    }
  if (best < 0)
    return -1;
  copy = rt_record_copy (rt_plan_get_table (self->plan, best));
  copy->places++;
  return replace (self, RT_PART_TABLES, best, copy) ? copy->places : -1;
}

int
rt_sketch_grow (RtSketch *self, guint from)
{
  int lacking = 0, largest = 0;

  for (guint r = from; r < rt_plan_get_n (self->plan, RT_PART_ROUNDS); r++)
    if (is_open_round (self, r, from))
      lacking = MAX (lacking, count_lacking (self, r));
  for (; lacking > 0; lacking--)
    {
      int places = grow_smallest (self, from);

      if (places < 0)
        return -1;
      largest = MAX (largest, places);
    }
  return largest;
}

/* Marks rounds before @from as over, and pins whoever sits, for arranging alone. */
static void
fix_rounds (RtSketch *scratch, guint from, gboolean only_unseated)
{
  for (guint r = 0; r < rt_plan_get_n (scratch->plan, RT_PART_ROUNDS); r++)
    {
      const RtRound *round = rt_plan_get_round (scratch->plan, r);
      RtRound *copy = rt_record_copy (round);

      if (r < from)
        copy->done = 1;
      for (guint i = 0; only_unseated && i < rt_seating_n_tables (round->seating); i++)
        {
          RtId table = rt_seating_table (round->seating, i);

          for (guint k = 0; k < rt_seating_n_chairs (round->seating, table); k++)
            if (rt_seating_at (round->seating, table, k))
              rt_map_set (&copy->pins, rt_seating_at (round->seating, table, k), table);
        }
      replace (scratch, RT_PART_ROUNDS, r, copy);
    }
}

/* Where nothing is printed, the seating at hand is what should stay. */
static void
issue_what_is (RtSketch *scratch)
{
  RtPlan *plan = scratch->plan;
  g_autoptr (RtChange) change = NULL;
  g_autoptr (RtRecord) record = NULL;
  RtSlips *slips;

  if (rt_plan_get_n (plan, RT_PART_ISSUED) > 0)
    return;
  record = rt_record_new (&rt_issue_class, NULL);
  ((RtIssue *) record)->revision = g_strdup ("A");
  ((RtIssue *) record)->at = g_strdup ("2000-01-01T00:00");
  slips = ((RtIssue *) record)->slips = rt_slips_new ();
  for (guint p = 0; p < rt_plan_get_n (plan, RT_PART_PEOPLE); p++)
    for (guint r = 0; r < rt_plan_get_n (plan, RT_PART_ROUNDS); r++)
      {
        RtId person = rt_plan_get_person (plan, p)->parent.id, table = rt_id_intern ("");
        g_autofree char *start = rt_plan_dup_round_start (plan, r);

        if (r == 0)
          rt_slips_add_person (slips, person);
        rt_seating_find (rt_plan_get_round (plan, r)->seating, person, &table, NULL);
        rt_slips_add (slips, person, r, table, start);
      }
  change = rt_change_new ("");
  rt_change_insert (change, RT_PART_ISSUED, 0, record);
  rt_plan_apply (plan, change, NULL);
}

/* The first rule of all is that sizes are even, whether or not the plan has one. */
static void
demand_even (RtSketch *scratch)
{
  g_autoptr (RtRule) rule = rt_rule_new (RT_RULE_EVEN, RT_STRENGTH_MUST);
  g_autoptr (RtChange) change = rt_change_new ("");

  rt_change_insert (change, RT_PART_RULES, 0, rule);
  rt_plan_apply (scratch->plan, change, NULL);
}

static void
stop_cb (GCancellable *cancellable, gpointer arrangement)
{
  rt_arrangement_stop (arrangement);
}

static RtChange *
run (RtPlan *plan, const RtArrangeOptions *options, GCancellable *cancellable)
{
  g_autoptr (RtArrangement) arrangement = rt_arrangement_new (plan, options, NULL);
  gulong id;

  if (!arrangement)
    return NULL;
  id = g_cancellable_connect (cancellable, G_CALLBACK (stop_cb), arrangement, NULL);
  rt_arrangement_run (arrangement, NULL);
  g_cancellable_disconnect (cancellable, id);
  return rt_arrangement_to_change (arrangement, plan, NULL);
}

gboolean
rt_sketch_arrange (RtSketch *self, guint from, gboolean only_unseated, gboolean even,
                   GCancellable *cancellable)
{
  g_autoptr (RtSketch) scratch = rt_sketch_new (self->plan);
  g_autoptr (GPtrArray) seatings = g_ptr_array_new ();
  RtArrangeOptions options = RT_ARRANGE_OPTIONS_DEFAULT;

  fix_rounds (scratch, from, only_unseated);
  if (even)
    {
      issue_what_is (scratch);
      demand_even (scratch);
      options.keep_issued = TRUE;
    }
  options.moves = MOST_MOVES;
  options.seconds = MOST_SECONDS;
  if (!rt_sketch_apply (scratch, run (scratch->plan, &options, cancellable)))
    return FALSE;
  for (guint r = 0; r < rt_plan_get_n (scratch->plan, RT_PART_ROUNDS); r++)
    g_ptr_array_add (seatings, is_open_round (self, r, from)
                               ? rt_plan_get_round (scratch->plan, r)->seating : NULL);
  return rt_sketch_apply (
      self, rt_edit_set_seatings (self->plan, "", (RtSeating *const *) seatings->pdata, NULL));
}
