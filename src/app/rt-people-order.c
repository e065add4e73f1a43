/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-people-order.h"

/* A row with all that its place depends on: thousands are sorted at once, so nothing is worked out
 * while two are compared. */
typedef struct
{
  RtPersonItem *item;
  const RtPersonRow *row;
  guint rank;
  char *key;       /* for strcmp() */
  guint64 letters; /* the name begins with; the last ones there are for an unnamed place */
} Entry;

static const char *const words[RT_N_PEOPLE_COLUMNS] = {
  [RT_PEOPLE_NAME] = "name",     [RT_PEOPLE_ORGANISATION] = "organisation",
  [RT_PEOPLE_ROLE] = "role",     [RT_PEOPLE_JOB] = "job",
  [RT_PEOPLE_SECTOR] = "sector", [RT_PEOPLE_KIND] = "kind",
  [RT_PEOPLE_TAGS] = "tags",     [RT_PEOPLE_LANGUAGES] = "languages",
  [RT_PEOPLE_WISHES] = "wishes", [RT_PEOPLE_NEEDS] = "needs",
};

const char *
rt_people_column_get_word (RtPeopleColumn column)
{
  return words[column];
}

RtPeopleColumn
rt_people_column_from_word (const char *word)
{
  RtPeopleColumn column = 0;

  while (column < RT_N_PEOPLE_COLUMNS && !g_str_equal (words[column], word))
    column++;
  return column;
}

const char *
rt_people_column_get_text (const RtPersonRow *row, RtPeopleColumn column)
{
  switch (column)
    {
    case RT_PEOPLE_NAME:
      return row->display;
    case RT_PEOPLE_ORGANISATION:
      return row->organisation;
    case RT_PEOPLE_ROLE:
      return row->role;
    case RT_PEOPLE_JOB:
      return row->job;
    case RT_PEOPLE_SECTOR:
      return row->sector;
    case RT_PEOPLE_KIND:
      return row->kind;
    case RT_PEOPLE_TAGS:
      return row->tags;
    case RT_PEOPLE_LANGUAGES:
      return row->languages;
    default:
      return "";
    }
}

/* What comes before every word. */
static guint
get_rank (const RtPersonRow *row, RtPeopleColumn column)
{
  switch (column)
    {
    case RT_PEOPLE_NAME:
      return 0;
    case RT_PEOPLE_ROLE:
      return !row->hosts;
    case RT_PEOPLE_WISHES:
      return row->n_wishes ? row->wish[0] : G_MAXUINT;
    case RT_PEOPLE_NEEDS:
      return 3 - (2 * row->step_free + row->has_private);
    default:
      return *rt_people_column_get_text (row, column) == '\0';
    }
}

static char *
dup_key (const RtPersonRow *row, RtPeopleColumn column, GHashTable *keys)
{
  const char *text = column == RT_PEOPLE_NAME ? "" : rt_people_column_get_text (row, column);
  char *key = g_hash_table_lookup (keys, text);

  if (key == NULL)
    {
      key = rt_dup_sort_key (text);
      g_hash_table_insert (keys, (gpointer) text, key);
    }
  return key;
}

static int
by_name (const RtPersonRow *a, const RtPersonRow *b)
{
  int order = a->unnamed - b->unnamed;

  return order ? order : strcmp (a->sort_key, b->sort_key);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Entry *one = a, *other = b;
  int order;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  order = one->key == other->key ? 0 : strcmp (one->key, other->key);
  if (order)
    return order;
  if (one->letters != other->letters)
    return one->letters < other->letters ? -1 : 1;
  return by_name (one->row, other->row);
}

void
rt_people_order (GPtrArray *items, RtPeopleColumn column, GtkSortType type)
{
  g_autoptr (GArray) entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), items->len);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < items->len; i++)
    {
      const RtPersonRow *row = rt_person_item_get (items->pdata[i]);
      Entry entry = { items->pdata[i], row, get_rank (row, column), dup_key (row, column, keys),
                      row->unnamed ? G_MAXUINT64 : row->sort_letters };

      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare);
  for (guint i = 0; i < items->len; i++)
    items->pdata[type == GTK_SORT_ASCENDING ? i : items->len - 1 - i]
        = g_array_index (entries, Entry, i).item;
}
