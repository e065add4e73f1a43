/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-field.h"

#include <glib/gi18n-lib.h>

/*
 * Members that refer to other records. Whether an id is there is the plan's to say, see each_ref.
 */

/* Objects keyed by ids are written in the order of their part; ids that are not there come last,
 * in their old order. */
int
rt_compare_ranked (gconstpointer a, gconstpointer b)
{
  const RtRanked *x = a, *y = b;

  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  return (x->index > y->index) - (x->index < y->index);
}

GArray *
rt_rank_keys (guint n, RtId (*get_key) (gconstpointer map, guint i), gconstpointer map, RtPart part,
              const RtWriting *writing)
{
  GArray *ranked = g_array_sized_new (FALSE, FALSE, sizeof (RtRanked), n);

  for (guint i = 0; i < n; i++)
    {
      RtRanked one = { G_MAXUINT, i };

      if (writing->order != NULL)
        one.rank = writing->order (part, get_key (map, i), writing->data);
      g_array_append_val (ranked, one);
    }
  g_array_sort (ranked, rt_compare_ranked);
  return ranked;
}

/* One id. */

static gboolean
ref_read (const RtField *field, JsonNode *node, const RtPlace *place, gpointer member,
          const RtReading *reading, GError **error)
{
  *(RtId *) member = rt_id_intern (rt_node_get_text (node, place, error));
  return *(RtId *) member != NULL;
}

static JsonNode *
ref_write (const RtField *field, gconstpointer member, const RtWriting *writing)
{
  RtId id = *(const RtId *) member;

  return id == NULL ? NULL : rt_node_new_text (id);
}

static void
ref_copy (const RtField *field, gconstpointer from, gpointer to)
{
  *(RtId *) to = *(const RtId *) from;
}

static gboolean
ref_equal (const RtField *field, gconstpointer a, gconstpointer b)
{
  return *(const RtId *) a == *(const RtId *) b;
}

static void
ref_clear (const RtField *field, gpointer member)
{
  *(RtId *) member = NULL;
}

static gboolean
ref_each_ref (const RtField *field, gconstpointer member, const RtPlace *place, RtRefFunc func,
              gpointer data)
{
  RtId id = *(const RtId *) member;

  return id == NULL || func (field->part, id, place, data);
}

static guint
ref_without (const RtField *field, gpointer member, RtPart part, RtId id, guint *left)
{
  if (field->part != part || *(RtId *) member != id)
    return 0;
  *(RtId *) member = NULL;
  return 1;
}

const RtFieldType rt_field_ref = {
  ref_read, NULL, ref_write, ref_copy, ref_equal, ref_clear, ref_each_ref, ref_without,
};

/* A list of ids. */

static RtIds
read_ids (JsonNode *node, const RtPlace *place, GError **error)
{
  JsonArray *list = rt_node_get_list (node, place, error);
  g_autofree RtIds ids = NULL;

  if (list == NULL)
    return NULL;
  ids = g_new0 (RtId, json_array_get_length (list) + 1);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      RtPlace here = { place, NULL, i };

      ids[i] = rt_id_intern (rt_node_get_text (json_array_get_element (list, i), &here, error));
      if (ids[i] == NULL)
        return NULL;
    }
  return g_steal_pointer (&ids);
}

static JsonNode *
write_ids (const RtId *ids)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    json_array_add_string_element (list, ids[i]);
  return rt_node_new_list (list);
}

static gboolean
each_id (const RtId *ids, RtPart part, const RtPlace *place, RtRefFunc func, gpointer data)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      RtPlace here = { place, NULL, i };

      if (!func (part, ids[i], &here, data))
        return FALSE;
    }
  return TRUE;
}

static gboolean
ids_equal (const RtId *a, const RtId *b)
{
  guint n = rt_ids_length (a);

  if ((a == NULL) != (b == NULL) || n != rt_ids_length (b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (a[i] != b[i])
      return FALSE;
  return TRUE;
}

static guint
ids_without (RtIds *ids, RtId id)
{
  guint before = rt_ids_length (*ids);
  RtIds fresh;

  if (!rt_ids_contains (*ids, id))
    return 0;
  fresh = rt_ids_remove (*ids, id);
  g_free (*ids);
  *ids = fresh;
  return before - rt_ids_length (fresh);
}

static gboolean
refs_read (const RtField *field, JsonNode *node, const RtPlace *place, gpointer member,
           const RtReading *reading, GError **error)
{
  *(RtIds *) member = read_ids (node, place, error);
  return *(RtIds *) member != NULL;
}

static gboolean
refs_check (const RtField *field, gconstpointer member, const RtPlace *place, GError **error)
{
  guint n = rt_ids_length (*(const RtIds *) member);

  if (field->most == 0 || n <= (guint) field->most)
    return TRUE;
  return rt_place_fail (error, place, _("%u entries are more than %d"), n, field->most);
}

static JsonNode *
refs_write (const RtField *field, gconstpointer member, const RtWriting *writing)
{
  const RtId *ids = *(const RtIds *) member;

  return ids == NULL ? NULL : write_ids (ids);
}

static void
refs_copy (const RtField *field, gconstpointer from, gpointer to)
{
  *(RtIds *) to = rt_ids_copy (*(const RtIds *) from);
}

static gboolean
refs_equal (const RtField *field, gconstpointer a, gconstpointer b)
{
  return ids_equal (*(const RtIds *) a, *(const RtIds *) b);
}

static void
refs_clear (const RtField *field, gpointer member)
{
  g_clear_pointer ((RtIds *) member, g_free);
}

static gboolean
refs_each_ref (const RtField *field, gconstpointer member, const RtPlace *place, RtRefFunc func,
               gpointer data)
{
  return each_id (*(const RtIds *) member, field->part, place, func, data);
}

static guint
refs_without (const RtField *field, gpointer member, RtPart part, RtId id, guint *left)
{
  guint gone = field->part == part ? ids_without (member, id) : 0;

  *left = rt_ids_length (*(RtIds *) member);
  return gone;
}

const RtFieldType rt_field_refs = {
  refs_read, refs_check, refs_write, refs_copy, refs_equal, refs_clear, refs_each_ref, refs_without,
};

/* Ids to ids. An empty map is the same as an absent one. */

static gboolean
map_read (const RtField *field, JsonNode *node, const RtPlace *place, gpointer member,
          const RtReading *reading, GError **error)
{
  JsonObject *object = rt_node_get_map (node, place, error);
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (object == NULL)
    return FALSE;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &value))
    {
      RtPlace here = { place, key, 0 };
      const char *text = rt_node_get_text (value, &here, error);

      if (text == NULL)
        {
          g_clear_pointer ((RtMap **) member, rt_map_free);
          return FALSE;
        }
      rt_map_set (member, rt_id_intern (key), rt_id_intern (text));
    }
  return TRUE;
}

static RtId
map_key (gconstpointer map, guint i)
{
  return rt_map_key (map, i);
}

static JsonNode *
map_write (const RtField *field, gconstpointer member, const RtWriting *writing)
{
  const RtMap *map = *(RtMap * const *) member;
  g_autoptr (GArray) ranked = NULL;
  JsonObject *object;

  if (rt_map_length (map) == 0)
    return NULL;
  ranked = rt_rank_keys (rt_map_length (map), map_key, map, field->part, writing);
  object = json_object_new ();
  for (guint i = 0; i < ranked->len; i++)
    {
      guint at = g_array_index (ranked, RtRanked, i).index;

      json_object_set_string_member (object, rt_map_key (map, at), rt_map_value (map, at));
    }
  return rt_node_new_map (object);
}

static void
map_copy (const RtField *field, gconstpointer from, gpointer to)
{
  *(RtMap **) to = rt_map_copy (*(RtMap * const *) from);
}

static gboolean
map_equal (const RtField *field, gconstpointer a, gconstpointer b)
{
  const RtMap *ours = *(RtMap * const *) a;
  const RtMap *theirs = *(RtMap * const *) b;

  if (rt_map_length (ours) != rt_map_length (theirs))
    return FALSE;
  for (guint i = 0; i < rt_map_length (ours); i++)
    if (rt_map_lookup (theirs, rt_map_key (ours, i)) != rt_map_value (ours, i))
      return FALSE;
  return TRUE;
}

static void
map_clear (const RtField *field, gpointer member)
{
  g_clear_pointer ((RtMap **) member, rt_map_free);
}

static gboolean
map_each_ref (const RtField *field, gconstpointer member, const RtPlace *place, RtRefFunc func,
              gpointer data)
{
  const RtMap *map = *(RtMap * const *) member;

  for (guint i = 0; i < rt_map_length (map); i++)
    {
      RtId value = rt_map_value (map, i);
      RtPlace here = { place, rt_map_key (map, i), 0 };

      if (!func (field->part, rt_map_key (map, i), &here, data))
        return FALSE;
      if (!(field->blank && value[0] == '\0') && !func (field->to_part, value, &here, data))
        return FALSE;
    }
  return TRUE;
}

static guint
map_without (const RtField *field, gpointer member, RtPart part, RtId id, guint *left)
{
  RtMap **map = member;
  guint gone = 0;

  for (guint i = rt_map_length (*map); i-- > 0;)
    if ((field->part == part && rt_map_key (*map, i) == id) ||
        (field->to_part == part && rt_map_value (*map, i) == id))
      {
        rt_map_set (map, rt_map_key (*map, i), NULL);
        gone++;
      }
  return gone;
}

const RtFieldType rt_field_ref_map = {
  map_read, NULL, map_write, map_copy, map_equal, map_clear, map_each_ref, map_without,
};

/* Lists of lists of ids. */

static gboolean
lists_read (const RtField *field, JsonNode *node, const RtPlace *place, gpointer member,
            const RtReading *reading, GError **error)
{
  JsonArray *list = rt_node_get_list (node, place, error);
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (g_free);

  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      RtPlace here = { place, NULL, i };
      RtIds ids = read_ids (json_array_get_element (list, i), &here, error);

      if (ids == NULL)
        return FALSE;
      g_ptr_array_add (lists, ids);
    }
  *(GPtrArray **) member = g_steal_pointer (&lists);
  return TRUE;
}

static JsonNode *
lists_write (const RtField *field, gconstpointer member, const RtWriting *writing)
{
  const GPtrArray *lists = *(GPtrArray * const *) member;
  JsonArray *list;

  if (lists == NULL)
    return NULL;
  list = json_array_new ();
  for (guint i = 0; i < lists->len; i++)
    json_array_add_element (list, write_ids (lists->pdata[i]));
  return rt_node_new_list (list);
}

static void
lists_copy (const RtField *field, gconstpointer from, gpointer to)
{
  GPtrArray *lists = *(GPtrArray * const *) from;
  GPtrArray *copy;

  if (lists == NULL)
    return;
  copy = g_ptr_array_new_full (lists->len, g_free);
  for (guint i = 0; i < lists->len; i++)
    g_ptr_array_add (copy, rt_ids_copy (lists->pdata[i]));
  *(GPtrArray **) to = copy;
}

static gboolean
lists_equal (const RtField *field, gconstpointer a, gconstpointer b)
{
  const GPtrArray *ours = *(GPtrArray * const *) a;
  const GPtrArray *theirs = *(GPtrArray * const *) b;

  if (ours == NULL || theirs == NULL || ours->len != theirs->len)
    return ours == theirs;
  for (guint i = 0; i < ours->len; i++)
    if (!ids_equal (ours->pdata[i], theirs->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
lists_clear (const RtField *field, gpointer member)
{
  g_clear_pointer ((GPtrArray **) member, g_ptr_array_unref);
}

static gboolean
lists_each_ref (const RtField *field, gconstpointer member, const RtPlace *place, RtRefFunc func,
                gpointer data)
{
  const GPtrArray *lists = *(GPtrArray * const *) member;

  for (guint i = 0; lists != NULL && i < lists->len; i++)
    {
      RtPlace here = { place, NULL, i };

      if (!each_id (lists->pdata[i], field->part, &here, func, data))
        return FALSE;
    }
  return TRUE;
}

static guint
lists_without (const RtField *field, gpointer member, RtPart part, RtId id, guint *left)
{
  GPtrArray *lists = *(GPtrArray **) member;
  guint gone = 0;

  for (guint i = 0; lists != NULL && field->part == part && i < lists->len; i++)
    gone += ids_without ((RtIds *) &lists->pdata[i], id);
  return gone;
}

const RtFieldType rt_field_ref_lists = {
  lists_read,  NULL,        lists_write,    lists_copy,
  lists_equal, lists_clear, lists_each_ref, lists_without,
};
