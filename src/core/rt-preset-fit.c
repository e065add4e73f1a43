/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-preset.h"

#include <glib/gi18n-lib.h>

#include "rt-edit-private.h"
#include "rt-preset-private.h"
#include "rt-sketch.h"

/* Formats with as many rounds as tables. */
static gboolean
has_round_per_table (RtPreset preset)
{
  guint rounds;
  int minutes, changeover;

  rt_preset_get_times (preset, &rounds, &minutes, &changeover);
  return rounds == 0;
}

/* Formats that deal themes out, unless hosts bring theirs. */
static gboolean
deals_themes (const RtPresetSetup *setup)
{
  return (setup->preset == RT_PRESET_CAROUSEL || setup->preset == RT_PRESET_THEME_GROUPS)
         && setup->hosts->len == 0;
}

static void
fill_tables (RtPresetSetup *setup)
{
  for (guint i = 0; deals_themes (setup) && i < setup->tables.records->len; i++)
    ((RtTable *) rt_work_list_edit (&setup->tables, i))->theme = NULL;
  rt_preset_setup_fill_tables (setup);
}

static gboolean
is_same_map (const RtMap *one, const RtMap *other)
{
  if (rt_map_length (one) != rt_map_length (other))
    return FALSE;
  for (guint i = 0; i < rt_map_length (one); i++)
    if (rt_map_lookup (other, rt_map_key (one, i)) != rt_map_value (one, i))
      return FALSE;
  return TRUE;
}

static void
forget_tables (RtRound *round)
{
  g_clear_pointer (&round->hosts, rt_map_free);
  g_clear_pointer (&round->pins, rt_map_free);
}

/* Whether only leaders of tables have chairs, and nothing is said of people and tables but what the
 * format says. */
static gboolean
is_fresh (RtPresetSetup *setup, guint index)
{
  const RtRound *round = rt_plan_get_round (setup->plan, index);
  g_autoptr (RtRound) format = rt_record_copy (round);
  guint n_hosts = 0;

  forget_tables (format);
  rt_preset_setup_fill_round (setup, format, index);
  if (round->done == 1 || !is_same_map (format->pins, round->pins)
      || !is_same_map (format->hosts, round->hosts))
    return FALSE;
  for (guint i = 0; i < setup->n_tables; i++)
    {
      RtId host = rt_edit_get_host (round, rt_plan_get_table (setup->plan, i));

      n_hosts += host != NULL && rt_seating_find (round->seating, host, NULL, NULL);
    }
  return rt_seating_n_people (round->seating) == n_hosts;
}

static gboolean
has_rounds_of_format (RtPresetSetup *setup)
{
  guint n = rt_plan_get_n (setup->plan, RT_PART_ROUNDS);

  if (n == 0)
    return FALSE;
  /* Rounds that come and go would have to be found a place in the agenda. */
  if (has_round_per_table (setup->preset)
      && (n != MIN (setup->n_tables, RT_MAX_PLAN_ROUNDS)
          || rt_plan_get_n (setup->plan, RT_PART_AGENDA) > 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!is_fresh (setup, i))
      return FALSE;
  return TRUE;
}

/* Groups that go round whole were made of the people there were. */
static gboolean
has_groups (RtPlan *plan)
{
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_RULES); i++)
    if (rt_plan_get_rule (plan, i)->kind == RT_RULE_TOGETHER)
      return TRUE;
  return FALSE;
}

static gboolean
has_room_of_format (const RtPresetSetup *setup, int *width, int *height)
{
  const RtRoom *room = rt_plan_get_n (setup->plan, RT_PART_ROOM) > 0
                       ? rt_plan_get (setup->plan, RT_PART_ROOM, 0) : NULL;

  rt_preset_setup_measure_room (setup, width, height);
  return room != NULL && room->width == *width && room->height == *height
         && room->background == NULL && (room->objects == NULL || room->objects->len == 0);
}

static gboolean
has_tables_of_format (RtPresetSetup *setup)
{
  int width, height;

  if (setup->tables.n_old != setup->n_tables || !has_room_of_format (setup, &width, &height))
    return FALSE;
  fill_tables (setup);
  rt_preset_setup_scatter (setup, width, height);
  for (guint i = 0; i < setup->n_tables; i++)
    if (!rt_record_equal (rt_plan_get_table (setup->plan, i),
                          rt_work_list_get (&setup->tables, i)))
      return FALSE;
  return TRUE;
}

static gboolean
has_all_of_format (RtPlan *plan, RtPreset preset)
{
  RtNewOptions options = { .preset = preset, .changeover = -1 };
  g_auto (RtPresetSetup) setup = { NULL };

  rt_preset_setup_init (&setup, plan, &options);
  setup.n_tables = rt_preset_setup_count (&setup);
  return has_tables_of_format (&setup) && has_rounds_of_format (&setup);
}

/**
 * rt_preset_is_as_laid_out:
 *
 * Returns: whether the tables are exactly those that the plan's format makes for its people, and
 *   no guest sits yet: then nothing is lost when they are made anew
 */
gboolean
rt_preset_is_as_laid_out (RtPlan *plan)
{
  int preset = rt_plan_get_event (plan)->preset;

  return preset != RT_UNSET && preset != RT_PRESET_PLENARY
         && !(preset == RT_PRESET_CAROUSEL && has_groups (plan))
         && has_all_of_format (plan, (RtPreset) preset);
}

/* Where hosts came to fewer tables than there were, those without one go. */
static RtChange *
remove_surplus (RtPlan *plan, guint n, GError **error)
{
  g_autofree RtId *ids = g_new0 (RtId, n + 1);
  guint found = 0;

  for (guint i = rt_plan_get_n (plan, RT_PART_TABLES); i > 0 && found < n; i--)
    {
      const RtTable *table = rt_plan_get_table (plan, i - 1);

      if (table->host == NULL)
        ids[found++] = table->parent.id;
    }
  return rt_edit_remove (plan, "", RT_PART_TABLES, ids, found, error);
}

static void
resize_room (const RtPresetSetup *setup, RtChange *change, int width, int height)
{
  const RtRoom *room = rt_plan_get (setup->plan, RT_PART_ROOM, 0);
  g_autoptr (RtRoom) copy = rt_record_copy (room);

  copy->width = width;
  copy->height = height;
  if (!rt_record_equal (room, copy))
    rt_change_replace (change, RT_PART_ROOM, 0, room, copy);
}

static void
fit_rounds (RtPresetSetup *setup, guint n)
{
  GPtrArray *tables = setup->tables.records, *rounds = setup->rounds.records;
  const RtRound *last = rt_work_list_get (&setup->rounds, rounds->len - 1);

  while (rounds->len < n)
    rt_work_list_add (&setup->rounds, rt_round_new (last->minutes, last->changeover));
  for (guint i = 0; i < rounds->len; i++)
    {
      RtRound *round = rt_work_list_edit (&setup->rounds, i);

      if (rt_map_length (round->hosts) > 0 || rt_map_length (round->pins) > 0)
        rt_edit_take_seating (round, rt_seating_new ());
      forget_tables (round);
      rt_preset_setup_fill_round (setup, round, i);
      rt_edit_seat_hosts (setup->plan, round, (const RtTable * const *) tables->pdata, tables->len);
    }
}

static RtChange *
fit_all (RtPlan *plan, const RtNewOptions *options, guint n_tables, guint n_rounds)
{
  g_auto (RtPresetSetup) setup = { NULL };
  RtChange *change = rt_change_new ("");
  int width, height;

  rt_preset_setup_init (&setup, plan, options);
  setup.n_tables = n_tables;
  fill_tables (&setup);
  rt_preset_setup_measure_room (&setup, &width, &height);
  rt_preset_setup_scatter (&setup, width, height);
  fit_rounds (&setup, n_rounds);
  resize_room (&setup, change, width, height);
  rt_work_list_finish (&setup.tables, change, NULL, NULL);
  rt_work_list_finish (&setup.rounds, change, NULL, NULL);
  return change;
}

/* The last ones go, in which nobody sits yet. */
static RtChange *
remove_rounds (RtPlan *plan, guint n, GError **error)
{
  g_autofree RtId *ids = g_new0 (RtId, n + 1);

  for (guint i = 0; i < n; i++)
    ids[i] = rt_plan_get_round (plan, rt_plan_get_n (plan, RT_PART_ROUNDS) - 1 - i)->parent.id;
  return rt_edit_remove (plan, "", RT_PART_ROUNDS, ids, n, error);
}

/**
 * rt_preset_fit_to_change:
 * @plan: whose tables were as its format lays them out, until people came or went
 * @error: %RT_ERROR_LIMIT, or what rt_edit_remove() says
 *
 * Lays the tables out anew: each host has one, or they are as many as the format asks, with even
 * places for all and a room as large as they need. Where rounds have their own hosts or visitors,
 * or are as many as tables, they follow. Times and rules stay.
 *
 * Returns: (transfer full): one change; without edits when all is well
 */
RtChange *
rt_preset_fit_to_change (RtPlan *plan, GError **error)
{
  RtNewOptions options = { .preset = rt_plan_get_event (plan)->preset, .changeover = -1 };
  g_auto (RtPresetSetup) setup = { NULL };
  g_autoptr (RtSketch) sketch = rt_sketch_new (plan);
  guint n, n_old = rt_plan_get_n (plan, RT_PART_TABLES);
  guint n_rounds = rt_plan_get_n (plan, RT_PART_ROUNDS), n_rounds_old = n_rounds;

  rt_preset_setup_init (&setup, plan, &options);
  n = rt_preset_setup_count (&setup);
  if (n > RT_MAX_TABLES)
    {
      rt_edit_fail (error, RT_ERROR_LIMIT, _("A plan has at most %d tables."), RT_MAX_TABLES);
      return NULL;
    }
  if (n_old > n && !rt_sketch_apply (sketch, remove_surplus (plan, n_old - n, error)))
    return NULL;
  if (has_round_per_table (options.preset))
    n_rounds = MIN (n, RT_MAX_PLAN_ROUNDS);
  if (n_rounds < n_rounds_old
      && !rt_sketch_apply (sketch, remove_rounds (sketch->plan, n_rounds_old - n_rounds, error)))
    return NULL;
  rt_sketch_apply (sketch, fit_all (sketch->plan, &options, n, n_rounds));
  return rt_sketch_join (sketch, _("Fit the Tables to the People"));
}
