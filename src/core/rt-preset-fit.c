/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-preset.h"

#include <glib/gi18n-lib.h>

#include "rt-edit-private.h"
#include "rt-preset-private.h"
#include "rt-sketch.h"

/* Formats whose rounds say nothing of single tables, so that tables may come and go. */
static gboolean
is_simple (RtPreset preset)
{
  return preset == RT_PRESET_HOSTED_CAFE || preset == RT_PRESET_KNOWLEDGE_CAFE
         || preset == RT_PRESET_ROUNDTABLE;
}

/* Whether only hosts of tables have chairs, and nothing is said of single people and tables. */
static gboolean
is_fresh (RtPlan *plan, const RtRound *round)
{
  guint n_hosts = 0;

  if (round->done == 1 || rt_map_length (round->pins) > 0 || rt_map_length (round->hosts) > 0)
    return FALSE;
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    {
      RtId host = rt_plan_get_table (plan, i)->host;

      n_hosts += host != NULL && rt_seating_find (round->seating, host, NULL, NULL);
    }
  return rt_seating_n_people (round->seating) == n_hosts;
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
has_tables_of_format (RtPlan *plan, const RtNewOptions *options)
{
  g_auto (RtPresetSetup) setup = { NULL };
  int width, height;

  rt_preset_setup_init (&setup, plan, options);
  setup.n_tables = rt_preset_setup_count (&setup);
  if (setup.tables.n_old != setup.n_tables || !has_room_of_format (&setup, &width, &height))
    return FALSE;
  rt_preset_setup_fill_tables (&setup);
  rt_preset_setup_scatter (&setup, width, height);
  for (guint i = 0; i < setup.n_tables; i++)
    if (!rt_record_equal (rt_plan_get_table (plan, i), rt_work_list_get (&setup.tables, i)))
      return FALSE;
  return TRUE;
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
  RtNewOptions options = { .preset = rt_plan_get_event (plan)->preset, .changeover = -1 };

  if (!is_simple (options.preset) || rt_plan_get_n (plan, RT_PART_ROUNDS) == 0)
    return FALSE;
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_ROUNDS); i++)
    if (!is_fresh (plan, rt_plan_get_round (plan, i)))
      return FALSE;
  return has_tables_of_format (plan, &options);
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
seat_hosts (RtPresetSetup *setup)
{
  GPtrArray *tables = setup->tables.records;

  for (guint i = 0; i < setup->rounds.records->len; i++)
    rt_edit_seat_hosts (setup->plan, rt_work_list_edit (&setup->rounds, i),
                        (const RtTable * const *) tables->pdata, tables->len);
}

static RtChange *
fill_tables (RtPlan *plan, const RtNewOptions *options, guint n_tables)
{
  g_auto (RtPresetSetup) setup = { NULL };
  RtChange *change = rt_change_new ("");
  int width, height;

  rt_preset_setup_init (&setup, plan, options);
  setup.n_tables = n_tables;
  rt_preset_setup_fill_tables (&setup);
  rt_preset_setup_measure_room (&setup, &width, &height);
  rt_preset_setup_scatter (&setup, width, height);
  seat_hosts (&setup);
  resize_room (&setup, change, width, height);
  rt_work_list_finish (&setup.tables, change, NULL, NULL);
  rt_work_list_finish (&setup.rounds, change, NULL, NULL);
  return change;
}

/**
 * rt_preset_fit_to_change:
 * @plan: whose tables were as its format lays them out, until people came or went
 * @error: %RT_ERROR_LIMIT, or what rt_edit_remove() says
 *
 * Lays the tables out anew: each host has one, or they are as many as the format asks, with even
 * places for all and a room as large as they need. Rounds, times and rules stay.
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

  rt_preset_setup_init (&setup, plan, &options);
  n = rt_preset_setup_count (&setup);
  if (n > RT_MAX_TABLES)
    {
      rt_edit_fail (error, RT_ERROR_LIMIT, _("A plan has at most %d tables."), RT_MAX_TABLES);
      return NULL;
    }
  if (n_old > n && !rt_sketch_apply (sketch, remove_surplus (plan, n_old - n, error)))
    return NULL;
  rt_sketch_apply (sketch, fill_tables (sketch->plan, &options, n));
  return rt_sketch_join (sketch, _("Fit the Tables to the People"));
}
