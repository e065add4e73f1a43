/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-field.h"

#include <glib/gi18n-lib.h>

#include "rt-date.h"
#include "rt-seating.h"

/* Who sits where: {table: [person or null, ...]}. */

/* Reads one row of chairs into people, which is empty. */
static gboolean
read_chairs (JsonNode *node, const RtPlace *place, GPtrArray *people, GError **error)
{
  JsonArray *list = rt_node_get_list (node, place, error);

  if (list == NULL)
    return FALSE;
  if (json_array_get_length (list) > RT_MAX_CHAIRS)
    return rt_place_fail (error, place, _("%u chairs are more than %d"),
                          json_array_get_length (list), RT_MAX_CHAIRS);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      RtPlace here = { place, NULL, i };
      JsonNode *chair = json_array_get_element (list, i);
      const char *text = NULL;

      if (!JSON_NODE_HOLDS_NULL (chair))
        {
          text = rt_node_get_text (chair, &here, error);
          if (text == NULL)
            return FALSE;
        }
      g_ptr_array_add (people, (gpointer) rt_id_intern (text));
    }
  return TRUE;
}

static gboolean
fail_twice (const GPtrArray *people, RtId twice, const RtPlace *place, GError **error)
{
  RtPlace here = { place, NULL, 0 };

  for (guint i = 0; i < people->len; i++)
    if (people->pdata[i] == twice)
      here.index = i;
  return rt_place_fail (error, &here, _("%s sits twice in this round"), twice);
}

static gboolean
seating_read (const RtField *field, JsonNode *node, const RtPlace *place, gpointer member,
              const RtReading *reading, GError **error)
{
  JsonObject *object = rt_node_get_map (node, place, error);
  RtSeatingBuilder *builder;
  g_autoptr (RtSeating) seating = NULL;
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;
  gboolean read = TRUE;

  if (object == NULL)
    return FALSE;
  builder = rt_seating_builder_new ();
  json_object_iter_init_ordered (&iter, object);
  while (read && json_object_iter_next_ordered (&iter, &key, &value))
    {
      g_autoptr (GPtrArray) people = g_ptr_array_new ();
      RtPlace here = { place, key, 0 };
      RtId twice;

      read = read_chairs (value, &here, people, error);
      if (read && !rt_seating_builder_add (builder, rt_id_intern (key), (RtId *) people->pdata,
                                           people->len, &twice))
        read = fail_twice (people, twice, &here, error);
    }
  seating = rt_seating_builder_end (builder);
  if (read && rt_seating_n_tables (seating) > 0)
    *(RtSeating **) member = g_steal_pointer (&seating);
  return read;
}

static RtId
seating_key (gconstpointer seating, guint i)
{
  return rt_seating_table (seating, i);
}

static JsonNode *
seating_write (const RtField *field, gconstpointer member, const RtWriting *writing)
{
  const RtSeating *seating = *(RtSeating * const *) member;
  g_autoptr (GArray) ranked = NULL;
  JsonObject *object;

  if (rt_seating_n_tables (seating) == 0)
    return NULL;
  ranked
      = rt_rank_keys (rt_seating_n_tables (seating), seating_key, seating, RT_PART_TABLES, writing);
  object = json_object_new ();
  for (guint i = 0; i < ranked->len; i++)
    {
      RtId table = rt_seating_table (seating, g_array_index (ranked, RtRanked, i).index);
      JsonArray *list = json_array_new ();

      for (guint chair = 0; chair < rt_seating_n_chairs (seating, table); chair++)
        {
          RtId person = rt_seating_at (seating, table, chair);

          if (person != NULL)
            json_array_add_string_element (list, person);
          else
            json_array_add_null_element (list);
        }
      json_object_set_array_member (object, table, list);
    }
  return rt_node_new_map (object);
}

static void
seating_copy (const RtField *field, gconstpointer from, gpointer to)
{
  RtSeating *seating = *(RtSeating * const *) from;

  *(RtSeating **) to = seating == NULL ? NULL : rt_seating_ref (seating);
}

static gboolean
seating_equal (const RtField *field, gconstpointer a, gconstpointer b)
{
  return rt_seating_equal (*(RtSeating * const *) a, *(RtSeating * const *) b);
}

static void
seating_clear (const RtField *field, gpointer member)
{
  g_clear_pointer ((RtSeating **) member, rt_seating_unref);
}

static gboolean
seating_each_ref (const RtField *field, gconstpointer member, const RtPlace *place, RtRefFunc func,
                  gpointer data)
{
  const RtSeating *seating = *(RtSeating * const *) member;

  for (guint i = 0; i < rt_seating_n_tables (seating); i++)
    {
      RtId table = rt_seating_table (seating, i);
      RtPlace row = { place, table, 0 };

      if (!func (RT_PART_TABLES, table, &row, data))
        return FALSE;
      for (guint chair = 0; chair < rt_seating_n_chairs (seating, table); chair++)
        {
          RtId person = rt_seating_at (seating, table, chair);
          RtPlace here = { &row, NULL, chair };

          if (person != NULL && !func (RT_PART_PEOPLE, person, &here, data))
            return FALSE;
        }
    }
  return TRUE;
}

static guint
seating_without (const RtField *field, gpointer member, RtPart part, RtId id, guint *left)
{
  RtSeating **seating = member;
  RtSeating *fresh;

  if (part == RT_PART_PEOPLE && rt_seating_find (*seating, id, NULL, NULL))
    fresh = rt_seating_without (*seating, id);
  else if (part == RT_PART_TABLES && rt_seating_n_chairs (*seating, id) > 0)
    fresh = rt_seating_without_table (*seating, id);
  else
    return 0;
  rt_seating_unref (*seating);
  *seating = fresh;
  return 1;
}

const RtFieldType rt_field_seating = {
  seating_read, NULL, seating_write, seating_copy, seating_equal, seating_clear, seating_each_ref,
  seating_without,
};

/* What slips said: {person: [[table or "", start], ...]}. */

static gboolean
read_slip (RtSlips *slips, const char *person, JsonNode *node, const RtPlace *place, GError **error)
{
  JsonArray *lines = rt_node_get_list (node, place, error);

  if (lines == NULL)
    return FALSE;
  rt_slips_add_person (slips, rt_id_intern (person));
  for (guint i = 0; i < json_array_get_length (lines); i++)
    {
      RtPlace here = { place, NULL, i };
      RtPlace first = { &here, NULL, 0 };
      RtPlace second = { &here, NULL, 1 };
      JsonArray *line = rt_node_get_list (json_array_get_element (lines, i), &here, error);
      const char *table, *start;

      if (line == NULL)
        return FALSE;
      if (json_array_get_length (line) != 2)
        return rt_place_fail (error, &here,
                              _("a slip's line has a table and a start, nothing else"));
      table = rt_node_get_text (json_array_get_element (line, 0), &first, error);
      start = table == NULL ? NULL
                            : rt_node_get_text (json_array_get_element (line, 1), &second, error);
      if (start == NULL)
        return FALSE;
      rt_slips_add (slips, rt_id_intern (person), i, rt_id_intern (table), start);
    }
  return TRUE;
}

static gboolean
slips_read (const RtField *field, JsonNode *node, const RtPlace *place, gpointer member,
            const RtReading *reading, GError **error)
{
  JsonObject *object = rt_node_get_map (node, place, error);
  g_autoptr (RtSlips) slips = rt_slips_new ();
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (object == NULL)
    return FALSE;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &value))
    {
      RtPlace here = { place, key, 0 };

      if (!read_slip (slips, key, value, &here, error))
        return FALSE;
    }
  *(RtSlips **) member = g_steal_pointer (&slips);
  return TRUE;
}

static guint
slip_length (const RtSlips *slips, guint i)
{
  guint n;

  rt_slips_lookup (slips, rt_slips_person (slips, i), &n);
  return n;
}

static gboolean
slips_check (const RtField *field, gconstpointer member, const RtPlace *place, GError **error)
{
  const RtSlips *slips = *(RtSlips * const *) member;

  for (guint i = 0; i < rt_slips_length (slips); i++)
    for (guint round = 0; round < slip_length (slips, i); round++)
      {
        const char *start = rt_slips_start (slips, i, round);
        RtPlace slip = { place, rt_slips_person (slips, i), 0 };
        RtPlace line = { &slip, NULL, round };
        RtPlace here = { &line, NULL, 1 };

        if (start[0] != '\0' && !rt_time_is_valid (start))
          return rt_place_fail (error, &here, _("“%s” is not a time of the form HH:MM"), start);
      }
  return TRUE;
}

static RtId
slips_key (gconstpointer slips, guint i)
{
  return rt_slips_person (slips, i);
}

static JsonNode *
slips_write (const RtField *field, gconstpointer member, const RtWriting *writing)
{
  const RtSlips *slips = *(RtSlips * const *) member;
  g_autoptr (GArray) ranked = NULL;
  JsonObject *object;

  if (slips == NULL)
    return NULL;
  ranked = rt_rank_keys (rt_slips_length (slips), slips_key, slips, RT_PART_PEOPLE, writing);
  object = json_object_new ();
  for (guint i = 0; i < ranked->len; i++)
    {
      guint at = g_array_index (ranked, RtRanked, i).index;
      JsonArray *lines = json_array_new ();

      for (guint round = 0; round < slip_length (slips, at); round++)
        {
          JsonArray *line = json_array_new ();

          json_array_add_string_element (line, rt_slips_table (slips, at, round));
          json_array_add_string_element (line, rt_slips_start (slips, at, round));
          json_array_add_array_element (lines, line);
        }
      json_object_set_array_member (object, rt_slips_person (slips, at), lines);
    }
  return rt_node_new_map (object);
}

static void
slips_copy (const RtField *field, gconstpointer from, gpointer to)
{
  *(RtSlips **) to = rt_slips_copy (*(RtSlips * const *) from);
}

static gboolean
slips_equal (const RtField *field, gconstpointer a, gconstpointer b)
{
  const RtSlips *ours = *(RtSlips * const *) a;
  const RtSlips *theirs = *(RtSlips * const *) b;

  if ((ours == NULL) != (theirs == NULL) || rt_slips_length (ours) != rt_slips_length (theirs))
    return FALSE;
  for (guint i = 0; i < rt_slips_length (ours); i++)
    {
      guint n;
      guint at = rt_slips_lookup (theirs, rt_slips_person (ours, i), &n);

      if (at == G_MAXUINT || n != slip_length (ours, i))
        return FALSE;
      for (guint round = 0; round < n; round++)
        if (rt_slips_table (ours, i, round) != rt_slips_table (theirs, at, round) ||
            !g_str_equal (rt_slips_start (ours, i, round), rt_slips_start (theirs, at, round)))
          return FALSE;
    }
  return TRUE;
}

static void
slips_clear (const RtField *field, gpointer member)
{
  g_clear_pointer ((RtSlips **) member, rt_slips_free);
}

static gboolean
slips_each_ref (const RtField *field, gconstpointer member, const RtPlace *place, RtRefFunc func,
                gpointer data)
{
  const RtSlips *slips = *(RtSlips * const *) member;

  for (guint i = 0; i < rt_slips_length (slips); i++)
    {
      RtPlace slip = { place, rt_slips_person (slips, i), 0 };

      if (!func (RT_PART_PEOPLE, rt_slips_person (slips, i), &slip, data))
        return FALSE;
      for (guint round = 0; round < slip_length (slips, i); round++)
        {
          RtId table = rt_slips_table (slips, i, round);
          RtPlace line = { &slip, NULL, round };
          RtPlace here = { &line, NULL, 0 };

          if (table[0] != '\0' && !func (RT_PART_TABLES, table, &here, data))
            return FALSE;
        }
    }
  return TRUE;
}

/* A person's slip goes; a table that is gone leaves a line without one. */
static guint
slips_without (const RtField *field, gpointer member, RtPart part, RtId id, guint *left)
{
  RtSlips *slips = *(RtSlips **) member;
  RtSlips *fresh;
  guint gone = 0;

  if (part == RT_PART_PEOPLE && rt_slips_lookup (slips, id, NULL) == G_MAXUINT)
    return 0;
  fresh = rt_slips_new ();
  for (guint i = 0; i < rt_slips_length (slips); i++)
    {
      RtId person = rt_slips_person (slips, i);
      gboolean out = part == RT_PART_PEOPLE && person == id;

      gone += out;
      if (!out)
        rt_slips_add_person (fresh, person);
      for (guint round = 0; !out && round < slip_length (slips, i); round++)
        {
          RtId table = rt_slips_table (slips, i, round);
          gboolean lost = part == RT_PART_TABLES && table == id;

          gone += lost;
          rt_slips_add (fresh, person, round, lost ? NULL : table,
                        rt_slips_start (slips, i, round));
        }
    }
  if (gone == 0)
    {
      rt_slips_free (fresh);
      return 0;
    }
  rt_slips_free (slips);
  *(RtSlips **) member = fresh;
  return gone;
}

const RtFieldType rt_field_slips = {
  slips_read, slips_check, slips_write, slips_copy, slips_equal, slips_clear, slips_each_ref,
  slips_without,
};
