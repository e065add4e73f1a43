/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-people-totals.h"

#include <glib/gi18n-lib.h>

/* More kinds than these are counted together. */
#define MOST_KINDS 5

char *
rt_people_totals_dup_people (RtPeopleList *people)
{
  guint n_all = rt_people_list_get_n (people);
  guint n_hosts = 0;
  g_autofree char *all = NULL;
  g_autofree char *hosts = NULL;
  g_autofree char *others = NULL;

  for (guint i = 0; i < n_all; i++)
    n_hosts += rt_person_item_get (rt_people_list_get (people, i))->hosts;
  all = g_strdup_printf (ngettext ("%u person", "%u people", n_all), n_all);
  if (n_hosts == 0)
    return g_steal_pointer (&all);
  hosts = g_strdup_printf (ngettext ("%u host", "%u hosts", n_hosts), n_hosts);
  others = g_strdup_printf (ngettext ("%u participant", "%u participants", n_all - n_hosts),
                            n_all - n_hosts);
  /* Translators: "59 people: 50 participants, 9 hosts" */
  return g_strdup_printf (_("%s: %s, %s"), all, others, hosts);
}

typedef struct
{
  const char *kind;
  guint n;
} Kind;

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const Kind *one = a, *other = b;
  g_autofree char *one_key = NULL, *other_key = NULL;

  if (one->n != other->n)
    return one->n < other->n ? 1 : -1;
  one_key = rt_dup_sort_key (one->kind);
  other_key = rt_dup_sort_key (other->kind);
  return strcmp (one_key, other_key);
}

static void
count_kind (GArray *kinds, const char *kind)
{
  Kind first = { kind, 1 };

  for (guint i = 0; i < kinds->len; i++)
    if (g_str_equal (g_array_index (kinds, Kind, i).kind, kind))
      {
        g_array_index (kinds, Kind, i).n++;
        return;
      }
  g_array_append_val (kinds, first);
}

static void
append (GString *words, const char *separator, const char *word)
{
  if (words->len > 0)
    g_string_append (words, separator);
  g_string_append (words, word);
}

/* Who has no kind comes last, with those of the rarest kinds before them. */
static void
append_kinds (GString *words, GArray *kinds, guint n_of_none)
{
  guint n_rare = 0;

  if (kinds->len == 0)
    return;
  g_array_sort (kinds, compare_kinds);
  for (guint i = 0; i < kinds->len; i++)
    {
      const Kind *kind = &g_array_index (kinds, Kind, i);
      /* Translators: a kind of people, and how many there are: "officer 18" */
      g_autofree char *word = g_strdup_printf (_("%s %u"), kind->kind, kind->n);

      if (i < MOST_KINDS)
        append (words, ", ", word);
      else
        n_rare += kind->n;
    }
  if (n_rare > 0)
    {
      g_autofree char *rare = g_strdup_printf (_("other kinds %u"), n_rare);
      append (words, ", ", rare);
    }
  if (n_of_none > 0)
    {
      g_autofree char *none = g_strdup_printf (_("of no kind %u"), n_of_none);
      append (words, ", ", none);
    }
}

static void
append_organisations (GString *words, guint n, guint n_of_none)
{
  g_autofree char *organisations
      = g_strdup_printf (ngettext ("%u organisation", "%u organisations", n), n);
  g_autofree char *none
      = g_strdup_printf (ngettext ("%u person of none", "%u people of none", n_of_none), n_of_none);

  if (n == 0)
    return;
  append (words, " · ", organisations);
  if (n_of_none > 0)
    append (words, ", ", none);
}

char *
rt_people_totals_dup_rest (RtPeopleList *people)
{
  guint n_all = rt_people_list_get_n (people);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (Kind));
  g_autoptr (GHashTable) organisations = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_of_no_kind = 0, n_of_none = 0, n_unseated = 0;
  g_autofree char *unseated = NULL;

  for (guint i = 0; i < n_all; i++)
    {
      const RtPersonRow *row = rt_person_item_get (rt_people_list_get (people, i));

      n_unseated += row->unseated;
      if (*row->kind)
        count_kind (kinds, row->kind);
      else
        n_of_no_kind++;
      if (*row->organisation_key)
        g_hash_table_add (organisations, (gpointer) row->organisation_key);
      else
        n_of_none++;
    }
  append_kinds (words, kinds, n_of_no_kind);
  append_organisations (words, g_hash_table_size (organisations), n_of_none);
  unseated = g_strdup_printf (ngettext ("%u unseated", "%u unseated", n_unseated), n_unseated);
  append (words, " · ", unseated);
  return g_string_free (g_steal_pointer (&words), FALSE);
}
