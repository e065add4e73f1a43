/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-id.h"

/* Six letters and digits without look-alikes: 31^6 is 887 million, so two copies of a plan that
 * are edited apart hardly ever draw the same one. Within a plan it would happen: of 10,000 people
 * two share an id once in eighteen plans. So an id that is known already is drawn again. */
#define RANDOM_LENGTH 6
static const char alphabet[] = "23456789abcdefghjkmnpqrstuvwxyz";

/* GLib's own table of interned strings is meant for a few thousand: it copies all its pointers, and
 * never frees the old ones, at every 2,048 more. */
static GHashTable *interned;
static GStringChunk *chunk;
G_LOCK_DEFINE_STATIC (interned);

/* Called with the lock held; @is_new tells whether nobody had this text yet. */
static RtId
intern (const char *text, gboolean *is_new)
{
  RtId id;

  if (interned == NULL)
    {
      interned = g_hash_table_new (g_str_hash, g_str_equal);
      chunk = g_string_chunk_new (4096);
    }
  id = g_hash_table_lookup (interned, text);
  *is_new = id == NULL;
  if (id != NULL)
    return id;
  id = g_string_chunk_insert (chunk, text);
  g_hash_table_add (interned, (gpointer) id);
  return id;
}

/**
 * rt_id_intern:
 * @text: (nullable): any text
 *
 * May be called from any thread.
 *
 * Returns: (transfer none) (nullable): the one copy of @text, %NULL for %NULL
 */
RtId
rt_id_intern (const char *text)
{
  gboolean is_new;
  RtId id;

  if (text == NULL)
    return NULL;
  G_LOCK (interned);
  id = intern (text, &is_new);
  G_UNLOCK (interned);
  return id;
}

/**
 * rt_id_new:
 * @letter: `p` person, `t` table, `h` theme, `r` round, `u` rule, `s` session
 *
 * May be called from any thread.
 *
 * Returns: (transfer none): a new random id of that kind, which no plan that was opened or made in
 *   this program has
 */
RtId
rt_id_new (char letter)
{
  char text[RANDOM_LENGTH + 2] = { letter };
  gboolean is_new = FALSE;
  RtId id = NULL;

  G_LOCK (interned);
  while (!is_new)
    {
      for (int i = 1; i <= RANDOM_LENGTH; i++)
        text[i] = alphabet[g_random_int_range (0, sizeof alphabet - 1)];
      id = intern (text, &is_new);
    }
  G_UNLOCK (interned);
  return id;
}

/** rt_ids_length: Returns: how many ids @ids holds; 0 for an absent list */
guint
rt_ids_length (const RtId *ids)
{
  guint n = 0;

  while (ids != NULL && ids[n] != NULL)
    n++;
  return n;
}

/** rt_ids_contains: Returns: whether @id is in @ids; never in an absent list */
gboolean
rt_ids_contains (const RtId *ids, RtId id)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (ids[i] == id)
      return TRUE;
  return FALSE;
}

/** rt_ids_copy: Returns: (transfer full) (nullable): a copy of the list, %NULL for %NULL */
RtIds
rt_ids_copy (const RtId *ids)
{
  return ids == NULL ? NULL : g_memdup2 (ids, (rt_ids_length (ids) + 1) * sizeof (RtId));
}

/** rt_ids_add: Returns: (transfer full): a copy of @ids with @id at its end */
RtIds
rt_ids_add (const RtId *ids, RtId id)
{
  guint n = rt_ids_length (ids);
  RtIds copy = g_new0 (RtId, n + 2);

  for (guint i = 0; i < n; i++)
    copy[i] = ids[i];
  copy[n] = id;
  return copy;
}

/**
 * rt_ids_remove: Returns: (transfer full) (nullable): a copy of @ids without @id; %NULL for %NULL
 */
RtIds
rt_ids_remove (const RtId *ids, RtId id)
{
  guint n = rt_ids_length (ids);
  RtIds copy;
  guint k = 0;

  if (ids == NULL)
    return NULL;
  copy = g_new0 (RtId, n + 1);
  for (guint i = 0; i < n; i++)
    if (ids[i] != id)
      copy[k++] = ids[i];
  return copy;
}
