/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-record.h"

struct _RtMap {
  GPtrArray  *keys;    /* of RtId */
  GPtrArray  *values;  /* of RtId */
  GHashTable *index;   /* key to its place: a round may pin thousands of people */
};

static RtMap *
new_map (void)
{
  RtMap *self = g_new0 (RtMap, 1);

  self->keys = g_ptr_array_new ();
  self->values = g_ptr_array_new ();
  self->index = g_hash_table_new (NULL, NULL);
  return self;
}

/** rt_map_copy: Returns: (transfer full) (nullable): a copy; %NULL for %NULL */
RtMap *
rt_map_copy (const RtMap *self)
{
  RtMap *copy = NULL;

  for (guint i = 0; i < rt_map_length (self); i++)
    rt_map_set (&copy, rt_map_key (self, i), rt_map_value (self, i));
  return copy == NULL && self != NULL ? new_map () : copy;
}

void
rt_map_free (RtMap *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->values);
  g_hash_table_unref (self->index);
  g_free (self);
}

guint
rt_map_length (const RtMap *self)
{
  return self == NULL ? 0 : self->keys->len;
}

RtId
rt_map_key (const RtMap *self, guint i)
{
  g_return_val_if_fail (i < rt_map_length (self), NULL);

  return self->keys->pdata[i];
}

RtId
rt_map_value (const RtMap *self, guint i)
{
  g_return_val_if_fail (i < rt_map_length (self), NULL);

  return self->values->pdata[i];
}

RtId
rt_map_lookup (const RtMap *self, RtId key)
{
  gpointer place;

  if (self == NULL || !g_hash_table_lookup_extended (self->index, key, NULL, &place))
    return NULL;
  return self->values->pdata[GPOINTER_TO_UINT (place)];
}

static void
remove_key (RtMap *self, RtId key)
{
  gpointer place;

  if (!g_hash_table_steal_extended (self->index, key, NULL, &place))
    return;
  g_ptr_array_remove_index (self->keys, GPOINTER_TO_UINT (place));
  g_ptr_array_remove_index (self->values, GPOINTER_TO_UINT (place));
  for (guint i = GPOINTER_TO_UINT (place); i < self->keys->len; i++)
    g_hash_table_insert (self->index, self->keys->pdata[i], GUINT_TO_POINTER (i));
}

/**
 * rt_map_set:
 * @self: (inout) (nullable): the map, made when it is %NULL
 * @value: (nullable): "" interned for nobody; %NULL takes the entry out, and an emptied map
 *   becomes %NULL
 */
void
rt_map_set (RtMap **self, RtId key, RtId value)
{
  gpointer place;

  g_return_if_fail (key != NULL);

  if (value == NULL)
    {
      if (*self != NULL)
        remove_key (*self, key);
      if (rt_map_length (*self) == 0)
        g_clear_pointer (self, rt_map_free);
      return;
    }
  if (*self == NULL)
    *self = new_map ();
  if (g_hash_table_lookup_extended ((*self)->index, key, NULL, &place))
    {
      (*self)->values->pdata[GPOINTER_TO_UINT (place)] = (gpointer) value;
      return;
    }
  g_hash_table_insert ((*self)->index, (gpointer) key, GUINT_TO_POINTER ((*self)->keys->len));
  g_ptr_array_add ((*self)->keys, (gpointer) key);
  g_ptr_array_add ((*self)->values, (gpointer) value);
}

typedef struct {
  char *key;
  char *text;
  int   number;
} Entry;

struct _RtTextMap {
  GArray     *entries;  /* of Entry */
  GHashTable *index;    /* key, owned by its entry, to its place and one: an issue has thousands */
};

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->key);
  g_free (entry->text);
}

/** rt_text_map_new: Returns: (transfer full): a map without entries */
RtTextMap *
rt_text_map_new (void)
{
  RtTextMap *self = g_new0 (RtTextMap, 1);

  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

static Entry *
append_entry (RtTextMap *self, const char *key)
{
  Entry fresh = { g_strdup (key), NULL, 0 };

  g_array_append_val (self->entries, fresh);
  g_hash_table_insert (self->index, fresh.key, GUINT_TO_POINTER (self->entries->len));
  return &g_array_index (self->entries, Entry, self->entries->len - 1);
}

/** rt_text_map_copy: Returns: (transfer full) (nullable): a copy; %NULL for %NULL */
RtTextMap *
rt_text_map_copy (const RtTextMap *self)
{
  RtTextMap *copy;

  if (self == NULL)
    return NULL;
  copy = rt_text_map_new ();
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      Entry *fresh = append_entry (copy, entry->key);

      fresh->text = g_strdup (entry->text);
      fresh->number = entry->number;
    }
  return copy;
}

void
rt_text_map_free (RtTextMap *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->index);
  g_array_unref (self->entries);
  g_free (self);
}

guint
rt_text_map_length (const RtTextMap *self)
{
  return self == NULL ? 0 : self->entries->len;
}

const char *
rt_text_map_key (const RtTextMap *self, guint i)
{
  g_return_val_if_fail (i < rt_text_map_length (self), NULL);

  return g_array_index (self->entries, Entry, i).key;
}

const char *
rt_text_map_text (const RtTextMap *self, guint i)
{
  g_return_val_if_fail (i < rt_text_map_length (self), NULL);

  return g_array_index (self->entries, Entry, i).text;
}

int
rt_text_map_number (const RtTextMap *self, guint i)
{
  g_return_val_if_fail (i < rt_text_map_length (self), 0);

  return g_array_index (self->entries, Entry, i).number;
}

static Entry *
ensure_entry (RtTextMap *self, const char *key)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, key));

  return place > 0 ? &g_array_index (self->entries, Entry, place - 1) : append_entry (self, key);
}

void
rt_text_map_set_text (RtTextMap *self, const char *key, const char *text)
{
  Entry *entry = ensure_entry (self, key);

  g_free (entry->text);
  entry->text = g_strdup (text);
}

void
rt_text_map_set_number (RtTextMap *self, const char *key, int number)
{
  ensure_entry (self, key)->number = number;
}
