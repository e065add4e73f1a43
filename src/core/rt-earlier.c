/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-earlier.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Two plans give one person different ids: it is the name, and the organisation where both give
 * one. */
static gboolean
is_same (const RtPerson *a, const RtPerson *b)
{
  g_autofree char *ours = rt_fold (a->organisation);
  g_autofree char *theirs = rt_fold (b->organisation);

  return ours[0] == '\0' || theirs[0] == '\0' || strcmp (ours, theirs) == 0;
}

/* The people of @plan under their folded names: to GPtrArray of RtPerson. */
static GHashTable *
index_names (RtPlan *plan)
{
  GHashTable *by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                               (GDestroyNotify) g_ptr_array_unref);
  guint n = rt_plan_get_n (plan, RT_PART_PEOPLE);

  for (guint i = 0; i < n; i++)
    {
      const RtPerson *person = rt_plan_get_person (plan, i);
      g_autofree char *key = rt_fold (person->name);
      GPtrArray *same = g_hash_table_lookup (by_name, key);

      if (same == NULL)
        {
          same = g_ptr_array_new ();
          g_hash_table_insert (by_name, g_steal_pointer (&key), same);
        }
      g_ptr_array_add (same, (gpointer) person);
    }
  return by_name;
}

/* For each person of @earlier the id of the same person in @plan; nobody is two people. */
static GHashTable *
match_people (RtPlan *plan, RtPlan *earlier)
{
  g_autoptr (GHashTable) by_name = index_names (plan);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  GHashTable *match = g_hash_table_new (NULL, NULL);
  guint n = rt_plan_get_n (earlier, RT_PART_PEOPLE);

  for (guint i = 0; i < n; i++)
    {
      const RtPerson *person = rt_plan_get_person (earlier, i);
      g_autofree char *key = rt_fold (person->name);
      GPtrArray *same = key[0] == '\0' ? NULL : g_hash_table_lookup (by_name, key);

      for (guint k = 0; same != NULL && k < same->len; k++)
        {
          const RtPerson *ours = g_ptr_array_index (same, k);

          if (!is_same (person, ours) || !g_hash_table_add (taken, (gpointer) ours->parent.id))
            continue;
          g_hash_table_insert (match, (gpointer) person->parent.id, (gpointer) ours->parent.id);
          break;
        }
    }
  return match;
}

/* One list per table and round; a table with fewer than two of our people makes no meeting. */
static void
add_tables (const RtSeating *seating, GHashTable *match, GPtrArray *tables)
{
  for (guint i = 0; i < rt_seating_n_tables (seating); i++)
    {
      RtId table = rt_seating_table (seating, i);
      RtIds people = NULL;

      for (guint chair = 0; chair < rt_seating_n_chairs (seating, table); chair++)
        {
          RtId person = rt_seating_at (seating, table, chair);
          RtId ours = person == NULL ? NULL : g_hash_table_lookup (match, person);

          if (ours != NULL)
            {
              RtIds more = rt_ids_add (people, ours);

              g_free (people);
              people = more;
            }
        }
      if (rt_ids_length (people) > 1)
        g_ptr_array_add (tables, people);
      else
        g_free (people);
    }
}

/**
 * rt_earlier_to_change:
 * @plan: with its people
 * @earlier: the plan of an event before it
 * @n_people: (out) (nullable): how many people of @earlier are in @plan
 *
 * Notes in @plan who sat together at an earlier event, hosts too. People are the same when their
 * names are, and their organisations where both give one; who is not in @plan is left out.
 *
 * Returns: (transfer full): one change
 */
RtChange *
rt_earlier_to_change (RtPlan *plan, RtPlan *earlier, guint *n_people)
{
  g_autoptr (GHashTable) match = match_people (plan, earlier);
  g_autofree char *label = NULL;
  RtEarlier *record = rt_record_new (&rt_earlier_class, NULL);
  RtChange *change;

  rt_set_text (&record->title, rt_plan_get_title (earlier));
  rt_set_text (&record->date, rt_plan_get_event (earlier)->date);
  record->tables = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < rt_plan_get_n (earlier, RT_PART_ROUNDS); i++)
    if (rt_plan_get_round (earlier, i)->seating != NULL)
      add_tables (rt_plan_get_round (earlier, i)->seating, match, record->tables);
  /* Translators: the title of another event */
  label = g_strdup_printf (_("Count Meetings of %s"), record->title);
  change = rt_change_new (label);
  rt_change_insert (change, RT_PART_EARLIER, rt_plan_get_n (plan, RT_PART_EARLIER), record);
  rt_record_unref (record);
  if (n_people != NULL)
    *n_people = g_hash_table_size (match);
  return change;
}
