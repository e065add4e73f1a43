/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-field.h"

#include <glib/gi18n-lib.h>

/* Members that are records themselves, and those that are plain objects. */

static gboolean
record_read (const RtField *field, JsonNode *node, const RtPlace *place, gpointer member,
             const RtReading *reading, GError **error)
{
  *(gpointer *) member = rt_record_read_with (field->of, node, place, reading, error);
  return *(gpointer *) member != NULL;
}

static gboolean
record_check (const RtField *field, gconstpointer member, const RtPlace *place, GError **error)
{
  gconstpointer record = *(const gpointer *) member;

  return record == NULL || rt_record_check (record, place, error);
}

static JsonNode *
record_write (const RtField *field, gconstpointer member, const RtWriting *writing)
{
  gconstpointer record = *(const gpointer *) member;

  return record == NULL ? NULL : rt_record_write_with (record, writing);
}

/* Copied deeply, so that whoever edits a copy may set members of what is inside it, too. */
static void
record_copy (const RtField *field, gconstpointer from, gpointer to)
{
  gconstpointer record = *(const gpointer *) from;

  *(gpointer *) to = record == NULL ? NULL : rt_record_copy (record);
}

static gboolean
record_equal (const RtField *field, gconstpointer a, gconstpointer b)
{
  return rt_record_equal (*(const gpointer *) a, *(const gpointer *) b);
}

static void
record_clear (const RtField *field, gpointer member)
{
  g_clear_pointer ((gpointer *) member, rt_record_unref);
}

static gboolean
record_each_ref (const RtField *field, gconstpointer member, const RtPlace *place, RtRefFunc func,
                 gpointer data)
{
  gconstpointer record = *(const gpointer *) member;

  return record == NULL || rt_record_each_ref (record, place, func, data);
}

static guint
record_without (const RtField *field, gpointer member, RtPart part, RtId id, guint *left)
{
  gpointer *record = member;
  gboolean gone = FALSE;
  gpointer fresh = *record == NULL ? NULL : rt_record_without_ref (*record, part, id, &gone);

  if (fresh == NULL && !gone)
    return 0;
  rt_record_unref (*record);
  *record = fresh;
  return 1;
}

const RtFieldType rt_field_record = {
  record_read, record_check, record_write, record_copy, record_equal, record_clear, record_each_ref,
  record_without,
};

/* Lists of records. */

static gboolean
records_read (const RtField *field, JsonNode *node, const RtPlace *place, gpointer member,
              const RtReading *reading, GError **error)
{
  JsonArray *list = rt_node_get_list (node, place, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (rt_record_unref);

  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      RtPlace here = { place, NULL, i };
      gpointer record = rt_record_read_with (field->of, json_array_get_element (list, i), &here,
                                             reading, error);

      if (record == NULL)
        return FALSE;
      g_ptr_array_add (records, record);
    }
  *(GPtrArray **) member = g_steal_pointer (&records);
  return TRUE;
}

static gboolean
records_check (const RtField *field, gconstpointer member, const RtPlace *place, GError **error)
{
  const GPtrArray *records = *(GPtrArray * const *) member;

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      RtPlace here = { place, NULL, i };

      if (!rt_record_check (records->pdata[i], &here, error))
        return FALSE;
    }
  return TRUE;
}

static JsonNode *
records_write (const RtField *field, gconstpointer member, const RtWriting *writing)
{
  const GPtrArray *records = *(GPtrArray * const *) member;
  JsonArray *list;

  if (records == NULL)
    return NULL;
  list = json_array_new ();
  for (guint i = 0; i < records->len; i++)
    json_array_add_element (list, rt_record_write_with (records->pdata[i], writing));
  return rt_node_new_list (list);
}

static void
records_copy (const RtField *field, gconstpointer from, gpointer to)
{
  const GPtrArray *records = *(GPtrArray * const *) from;
  GPtrArray *copy;

  if (records == NULL)
    return;
  copy = g_ptr_array_new_full (records->len, rt_record_unref);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (copy, rt_record_copy (records->pdata[i]));
  *(GPtrArray **) to = copy;
}

static gboolean
records_equal (const RtField *field, gconstpointer a, gconstpointer b)
{
  const GPtrArray *ours = *(GPtrArray * const *) a;
  const GPtrArray *theirs = *(GPtrArray * const *) b;

  if (ours == NULL || theirs == NULL || ours->len != theirs->len)
    return ours == theirs;
  for (guint i = 0; i < ours->len; i++)
    if (!rt_record_equal (ours->pdata[i], theirs->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
records_clear (const RtField *field, gpointer member)
{
  g_clear_pointer ((GPtrArray **) member, g_ptr_array_unref);
}

static gboolean
records_each_ref (const RtField *field, gconstpointer member, const RtPlace *place, RtRefFunc func,
                  gpointer data)
{
  const GPtrArray *records = *(GPtrArray * const *) member;

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      RtPlace here = { place, NULL, i };

      if (!rt_record_each_ref (records->pdata[i], &here, func, data))
        return FALSE;
    }
  return TRUE;
}

static guint
records_without (const RtField *field, gpointer member, RtPart part, RtId id, guint *left)
{
  GPtrArray *records = *(GPtrArray **) member;
  guint touched = 0;

  for (guint i = records != NULL ? records->len : 0; i-- > 0;)
    {
      gboolean gone = FALSE;
      gpointer fresh = rt_record_without_ref (records->pdata[i], part, id, &gone);

      if (fresh == NULL && !gone)
        continue;
      touched++;
      g_ptr_array_remove_index (records, i);
      if (fresh != NULL)
        g_ptr_array_insert (records, i, fresh);
    }
  return touched;
}

const RtFieldType rt_field_records = {
  records_read, records_check, records_write, records_copy, records_equal, records_clear,
  records_each_ref, records_without,
};

/* Texts to texts, and texts to numbers. */

static gboolean
text_map_read (const RtField *field, JsonNode *node, const RtPlace *place, gpointer member,
               const RtReading *reading, GError **error)
{
  JsonObject *object = rt_node_get_map (node, place, error);
  g_autoptr (RtTextMap) map = rt_text_map_new ();
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (object == NULL)
    return FALSE;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &value))
    {
      RtPlace here = { place, key, 0 };
      const char *text = NULL;
      int number = 0;

      if (field->kind == RT_FIELD_INT_MAP ? !rt_node_get_int (value, &here, &number, error)
                                          : (text = rt_node_get_text (value, &here, error)) == NULL)
        return FALSE;
      if (field->kind == RT_FIELD_INT_MAP)
        rt_text_map_set_number (map, key, number);
      else
        rt_text_map_set_text (map, key, text);
    }
  *(RtTextMap **) member = g_steal_pointer (&map);
  return TRUE;
}

static gboolean
text_map_check (const RtField *field, gconstpointer member, const RtPlace *place, GError **error)
{
  const RtTextMap *map = *(RtTextMap * const *) member;

  for (guint i = 0; i < rt_text_map_length (map); i++)
    {
      RtPlace here = { place, rt_text_map_key (map, i), 0 };
      const char *text = rt_text_map_text (map, i);
      int number = rt_text_map_number (map, i);

      if (!rt_text_check (here.member, place, error) ||
          (text != NULL && !rt_text_check (text, &here, error)))
        return FALSE;
      if (field->kind == RT_FIELD_INT_MAP && (number < field->least || number > field->most))
        return rt_place_fail (error, &here, _("%d is not between %d and %d"), number, field->least,
                              field->most);
    }
  return TRUE;
}

static JsonNode *
text_map_write (const RtField *field, gconstpointer member, const RtWriting *writing)
{
  const RtTextMap *map = *(RtTextMap * const *) member;
  JsonObject *object;

  if (map == NULL)
    return NULL;
  object = json_object_new ();
  for (guint i = 0; i < rt_text_map_length (map); i++)
    if (field->kind == RT_FIELD_INT_MAP)
      json_object_set_int_member (object, rt_text_map_key (map, i), rt_text_map_number (map, i));
    else
      json_object_set_string_member (object, rt_text_map_key (map, i), rt_text_map_text (map, i));
  return rt_node_new_map (object);
}

static void
text_map_copy (const RtField *field, gconstpointer from, gpointer to)
{
  *(RtTextMap **) to = rt_text_map_copy (*(RtTextMap * const *) from);
}

static gboolean
text_map_equal (const RtField *field, gconstpointer a, gconstpointer b)
{
  const RtTextMap *ours = *(RtTextMap * const *) a;
  const RtTextMap *theirs = *(RtTextMap * const *) b;

  if ((ours == NULL) != (theirs == NULL)
      || rt_text_map_length (ours) != rt_text_map_length (theirs))
    return FALSE;
  for (guint i = 0; i < rt_text_map_length (ours); i++)
    if (!g_str_equal (rt_text_map_key (ours, i), rt_text_map_key (theirs, i)) ||
        g_strcmp0 (rt_text_map_text (ours, i), rt_text_map_text (theirs, i)) != 0 ||
        rt_text_map_number (ours, i) != rt_text_map_number (theirs, i))
      return FALSE;
  return TRUE;
}

static void
text_map_clear (const RtField *field, gpointer member)
{
  g_clear_pointer ((RtTextMap **) member, rt_text_map_free);
}

const RtFieldType rt_field_text_map = {
  text_map_read, text_map_check, text_map_write, text_map_copy, text_map_equal, text_map_clear,
};
const RtFieldType rt_field_int_map = {
  text_map_read, text_map_check, text_map_write, text_map_copy, text_map_equal, text_map_clear,
};

/* Translations. They are kept as they stand in the file, never edited in place, and written in the
 * order of the plan. */

static const char * const translated[] = { "title", "question", "method" };

static gboolean
check_words_of_one (JsonNode *node, const RtPlace *place, GError **error)
{
  JsonObject *object = rt_node_get_map (node, place, error);

  for (guint i = 0; object != NULL && i < G_N_ELEMENTS (translated); i++)
    {
      RtPlace here = { place, translated[i], 0 };

      if (json_object_has_member (object, translated[i]) &&
          rt_node_get_text (json_object_get_member (object, translated[i]), &here, error) == NULL)
        return FALSE;
    }
  return object != NULL;
}

static gboolean
check_words_of_language (JsonNode *node, const RtPlace *place, GError **error)
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

      if (!check_words_of_one (value, &here, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
words_read (const RtField *field, JsonNode *node, const RtPlace *place, gpointer member,
            const RtReading *reading, GError **error)
{
  JsonObject *object = rt_node_get_map (node, place, error);

  if (object == NULL)
    return FALSE;
  *(JsonObject **) member = json_object_ref (object);
  return TRUE;
}

static gboolean
words_check (const RtField *field, gconstpointer member, const RtPlace *place, GError **error)
{
  JsonObject *object = *(JsonObject * const *) member;
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (object == NULL)
    return TRUE;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &value))
    {
      RtPlace here = { place, key, 0 };

      if (!check_words_of_language (value, &here, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_unless_there_cb (JsonObject *object, const char *name, JsonNode *node, gpointer data)
{
  if (!json_object_has_member (data, name))
    json_object_set_member (data, name, json_node_copy (node));
}

static JsonNode *
write_words_of_one (JsonObject *words)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (translated); i++)
    if (json_object_has_member (words, translated[i]))
      json_object_set_member (object, translated[i], json_object_dup_member (words, translated[i]));
  json_object_foreach_member (words, add_unless_there_cb, object);
  return rt_node_new_map (object);
}

/* Ids in the order of the plan's lists, one list after the other; then what else there is: paths of
 * members, in their old order. */
static guint
rank_words (const char *key, const RtWriting *writing)
{
  RtId id = rt_id_intern (key);

  for (RtPart part = 0; writing->order != NULL && part < RT_N_PARTS; part++)
    {
      guint place = writing->order (part, id, writing->data);

      if (place != G_MAXUINT)
        return part << 24 | place;
    }
  return G_MAXUINT;
}

static JsonNode *
write_words_of_language (JsonObject *words, const RtWriting *writing)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (RtRanked));
  JsonObject *object = json_object_new ();
  JsonObjectIter iter;
  const char *key;

  json_object_iter_init_ordered (&iter, words);
  while (json_object_iter_next_ordered (&iter, &key, NULL))
    {
      RtRanked one = { rank_words (key, writing), keys->len };

      g_ptr_array_add (keys, (gpointer) key);
      g_array_append_val (ranked, one);
    }
  g_array_sort (ranked, rt_compare_ranked);
  for (guint i = 0; i < keys->len; i++)
    {
      key = g_ptr_array_index (keys, g_array_index (ranked, RtRanked, i).index);
      json_object_set_member (object, key,
                              write_words_of_one (json_object_get_object_member (words, key)));
    }
  return rt_node_new_map (object);
}

static JsonNode *
words_write (const RtField *field, gconstpointer member, const RtWriting *writing)
{
  JsonObject *languages = *(JsonObject * const *) member;
  JsonObjectIter iter;
  const char *language;
  JsonNode *words;
  JsonObject *object;

  if (languages == NULL)
    return NULL;
  object = json_object_new ();
  json_object_iter_init_ordered (&iter, languages);
  while (json_object_iter_next_ordered (&iter, &language, &words))
    json_object_set_member (object, language,
                            write_words_of_language (json_node_get_object (words), writing));
  return rt_node_new_map (object);
}

static void
words_copy (const RtField *field, gconstpointer from, gpointer to)
{
  JsonObject *object = *(JsonObject * const *) from;

  *(JsonObject **) to = object == NULL ? NULL : json_object_ref (object);
}

static gboolean
words_equal (const RtField *field, gconstpointer a, gconstpointer b)
{
  JsonObject *ours = *(JsonObject * const *) a;
  JsonObject *theirs = *(JsonObject * const *) b;

  return ours == theirs || (ours != NULL && theirs != NULL && json_object_equal (ours, theirs));
}

static void
words_clear (const RtField *field, gpointer member)
{
  g_clear_pointer ((JsonObject **) member, json_object_unref);
}

const RtFieldType rt_field_words = {
  words_read, words_check, words_write, words_copy, words_equal, words_clear,
};
