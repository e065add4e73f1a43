/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Edits of records of any kind, and what all edits share. */

#include "rt-edit-private.h"

#include <glib/gi18n-lib.h>

gboolean
rt_edit_fail (GError **error, int code, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (RT_ERROR, code, format, args));
  va_end (args);
  return FALSE;
}

gconstpointer
rt_edit_find (RtPlan *plan, RtPart part, RtId id, guint *index, GError **error)
{
  gconstpointer record = id != NULL ? rt_plan_find (plan, part, id, index) : NULL;

  if (record == NULL)
    rt_edit_fail (error, RT_ERROR_REFUSED,
                  _("What should be changed is not in the plan any more."));
  return record;
}

char *
rt_edit_dup_round_name (RtPlan *plan, guint index)
{
  const RtRound *round = rt_plan_get_round (plan, index);

  return round->title != NULL ? g_strdup (round->title)
                              : g_strdup_printf (_("Round %u"), index + 1);
}

const RtRound *
rt_edit_find_round (RtPlan *plan, RtId id, guint *index, GError **error)
{
  const RtRound *round = rt_edit_find (plan, RT_PART_ROUNDS, id, index, error);

  if (round != NULL && round->done == 1)
    {
      g_autofree char *name = rt_edit_dup_round_name (plan, *index);

      /* Translators: the name of a round */
      rt_edit_fail (error, RT_ERROR_OVER, _("%s is over and stays as it was."), name);
      return NULL;
    }
  return round;
}

/* An empty entry of a round says that there is nobody, whatever the table says. */
static RtId
entry_or (RtId entry, RtId own)
{
  if (entry == NULL)
    return own;
  return *entry != '\0' ? entry : NULL;
}

RtId
rt_edit_get_host (const RtRound *round, const RtTable *table)
{
  return entry_or (rt_map_lookup (round->hosts, table->parent.id), table->host);
}

RtId
rt_edit_get_co_host (const RtRound *round, const RtTable *table)
{
  return entry_or (rt_map_lookup (round->co_hosts, table->parent.id), table->co_host);
}

gboolean
rt_edit_is_open (const RtRound *round, const RtTable *table)
{
  return table->open != 0 && !rt_ids_contains (round->closed, table->parent.id);
}

gboolean
rt_edit_attends (const RtPerson *person, RtId round)
{
  return !rt_person_has_role (person, "staff") && person->attendance != RT_ATTENDANCE_ABSENT &&
         (person->rounds == NULL || rt_ids_contains (person->rounds, round));
}

void
rt_edit_take_seating (RtRound *copy, RtSeating *seating)
{
  g_clear_pointer (&copy->seating, rt_seating_unref);
  if (seating != NULL && rt_seating_n_people (seating) == 0)
    g_clear_pointer (&seating, rt_seating_unref);
  copy->seating = seating;
}

RtChange *
rt_edit_finish (RtPlan *plan, RtChange *change, GError **error)
{
  if (rt_plan_check_change (plan, change, error))
    return change;
  rt_change_unref (change);
  return NULL;
}

/* Refuses what would change who sat where in a round that is over. */
static gboolean
check_not_over (RtPlan *plan, RtPart part, guint index, gconstpointer before, gconstpointer after,
                GError **error)
{
  const RtRound *old = before, *new = after;
  g_autofree char *name = NULL;

  if (part != RT_PART_ROUNDS || old->done != 1 || rt_seating_equal (old->seating, new->seating))
    return TRUE;
  name = rt_edit_dup_round_name (plan, index);
  return rt_edit_fail (error, RT_ERROR_OVER, _("%s is over and stays as it was."), name);
}

/* Adds to change the edit that puts record in the place of the one it is a copy of. */
static gboolean
add_replacement (RtPlan *plan, RtChange *change, RtPart part, gconstpointer record, GError **error)
{
  RtId id = ((const RtRecord *) record)->id;
  gconstpointer before;
  guint index = 0;

  if (rt_part_is_single (part))
    {
      if (rt_plan_get_n (plan, part) == 0)
        {
          rt_change_insert (change, part, 0, record);
          return TRUE;
        }
      before = rt_plan_get (plan, part, 0);
    }
  else if ((before = rt_edit_find (plan, part, id, &index, error)) == NULL)
    return FALSE;
  if (!check_not_over (plan, part, index, before, record, error))
    return FALSE;
  if (!rt_record_equal (before, record))
    rt_change_replace (change, part, index, before, record);
  return TRUE;
}

/* The change, unless it would change nothing: then there is nothing to undo either. */
static RtChange *
finish_if_any (RtPlan *plan, RtChange *change, GError **error)
{
  if (rt_change_get_n_edits (change) > 0)
    return rt_edit_finish (plan, change, error);
  rt_change_unref (change);
  rt_edit_fail (error, RT_ERROR_REFUSED, _("That is so already."));
  return NULL;
}

/**
 * rt_edit_replace_many:
 * @plan: the plan
 * @label: for people: “Change 3 People”
 * @part: where the records are
 * @records: (array length=n): changed copies of records of @plan
 * @n: how many
 * @error: for people
 *
 * Each copy takes the place of the record with its id; in parts that hold one record at most, the
 * place of that one, whether there is one or not. What is as it was is left out.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_OVER if a seating of a round that
 *   is over would change, or %RT_ERROR_REFUSED, also when nothing would change
 */
RtChange *
rt_edit_replace_many (RtPlan *plan, const char *label, RtPart part, gpointer const *records,
                      guint n, GError **error)
{
  g_autoptr (RtChange) change = rt_change_new (label);

  for (guint i = 0; i < n; i++)
    if (!add_replacement (plan, change, part, records[i], error))
      return NULL;
  return finish_if_any (plan, g_steal_pointer (&change), error);
}

/** rt_edit_replace: Returns: (transfer full): as rt_edit_replace_many() for one record */
RtChange *
rt_edit_replace (RtPlan *plan, const char *label, RtPart part, gconstpointer record, GError **error)
{
  gpointer records[] = { (gpointer) record };

  return rt_edit_replace_many (plan, label, part, records, 1, error);
}

/**
 * rt_edit_add:
 * @plan: the plan
 * @label: for people: “Add 12 People”
 * @part: where to
 * @records: (array length=n): new records
 * @n: how many
 * @error: for people
 *
 * Adds records at the end, in their order.
 *
 * Returns: (transfer full): the change, or %NULL with %RT_ERROR_REFUSED or %RT_ERROR_LIMIT
 */
RtChange *
rt_edit_add (RtPlan *plan, const char *label, RtPart part, gpointer const *records, guint n,
             GError **error)
{
  g_autoptr (RtChange) change = rt_change_new (label);
  guint end = rt_plan_get_n (plan, part);

  for (guint i = 0; i < n; i++)
    rt_change_insert (change, part, end + i, records[i]);
  return finish_if_any (plan, g_steal_pointer (&change), error);
}

/**
 * rt_edit_reorder:
 * @plan: the plan
 * @label: for people: “Move Theme Up”
 * @part: where
 * @id: of what
 * @to: the place it shall have in the list, from 0; beyond the end is the end
 * @error: for people
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_REFUSED, also when it is there
 *   already
 */
RtChange *
rt_edit_reorder (RtPlan *plan, const char *label, RtPart part, RtId id, guint to, GError **error)
{
  g_autoptr (RtChange) change = rt_change_new (label);
  guint from;
  gconstpointer record = rt_edit_find (plan, part, id, &from, error);

  if (record == NULL)
    return NULL;
  to = MIN (to, rt_plan_get_n (plan, part) - 1);
  if (to != from)
    {
      rt_change_remove (change, part, from, record);
      rt_change_insert (change, part, to, record);
    }
  return finish_if_any (plan, g_steal_pointer (&change), error);
}

typedef struct {
  RtPart      part;
  GHashTable *ids;    /* those that go */
  GPtrArray  *found;  /* of RtId: those of them that the record in hand refers to */
} Going;

static gboolean
find_going_cb (RtPart part, RtId id, const RtPlace *place, gpointer data)
{
  Going *going = data;

  if (part == going->part && g_hash_table_contains (going->ids, id) &&
      !g_ptr_array_find (going->found, id, NULL))
    g_ptr_array_add (going->found, (gpointer) id);
  return TRUE;
}

/* The seating without the people and tables that go. */
static RtSeating *
filter_seating (const RtSeating *seating, const Going *going)
{
  RtSeatingBuilder *builder = rt_seating_builder_new ();
  g_autoptr (GArray) chairs = g_array_new (FALSE, TRUE, sizeof (RtId));

  for (guint i = 0; i < rt_seating_n_tables (seating); i++)
    {
      RtId table = rt_seating_table (seating, i);
      guint n = rt_seating_n_chairs (seating, table);

      if (going->part == RT_PART_TABLES && g_hash_table_contains (going->ids, table))
        continue;
      g_array_set_size (chairs, n);
      for (guint k = 0; k < n; k++)
        {
          RtId person = rt_seating_at (seating, table, k);
          gboolean goes = going->part == RT_PART_PEOPLE && person != NULL &&
                          g_hash_table_contains (going->ids, person);

          g_array_index (chairs, RtId, k) = goes ? NULL : person;
        }
      rt_seating_builder_add (builder, table, (const RtId *) chairs->data, n, NULL);
    }
  return rt_seating_builder_end (builder);
}

/*
 * A copy of the record with what goes off its chairs, NULL if it is no round. Seatings are
 * immutable: one more for each of thousands who go would take minutes.
 */
static gpointer
clear_chairs (RtPart part, gconstpointer before, const Going *going)
{
  RtRound *copy;

  if (part != RT_PART_ROUNDS || (going->part != RT_PART_PEOPLE && going->part != RT_PART_TABLES))
    return NULL;
  copy = rt_record_copy (before);
  rt_edit_take_seating (copy, filter_seating (((const RtRound *) before)->seating, going));
  return copy;
}

/*
 * Adds to change what becomes of one record that stays: as it is, without what goes, or gone too.
 */
static void
clean_record (RtPlan *plan, RtChange *change, RtPart part, guint index, Going *going)
{
  gconstpointer before = rt_plan_get (plan, part, index);
  g_autoptr (RtRecord) after = clear_chairs (part, before, going);
  gboolean gone = FALSE;

  g_ptr_array_set_size (going->found, 0);
  rt_record_each_ref (after != NULL ? (gconstpointer) after : before, NULL, find_going_cb, going);
  for (guint i = 0; i < going->found->len && !gone; i++)
    {
      gpointer next = rt_record_without_ref (after != NULL ? after : before, going->part,
                                             going->found->pdata[i], &gone);

      if (next != NULL)
        {
          g_clear_pointer (&after, rt_record_unref);
          after = next;
        }
    }
  if (gone)
    rt_change_remove (change, part, index, before);
  else if (after != NULL && !rt_record_equal (before, after))
    rt_change_replace (change, part, index, before, after);
}

/* From the end of each list to its start, so that no place changes before its turn. */
static void
remove_and_clean (RtPlan *plan, RtChange *change, Going *going)
{
  for (RtPart part = 0; part < RT_N_PARTS; part++)
    for (guint i = rt_plan_get_n (plan, part); i-- > 0;)
      {
        const RtRecord *record = rt_plan_get (plan, part, i);

        if (part == going->part && g_hash_table_contains (going->ids, record->id))
          rt_change_remove (change, part, i, record);
        else
          clean_record (plan, change, part, i, going);
      }
}

/* Who met at a table in a round that is over counts for the rounds to come. */
static gboolean
check_tables_not_used (RtPlan *plan, RtPart part, const RtId *ids, guint n, GError **error)
{
  for (guint r = 0; part == RT_PART_TABLES && r < rt_plan_get_n (plan, RT_PART_ROUNDS); r++)
    for (guint i = 0; i < n; i++)
      {
        const RtRound *round = rt_plan_get_round (plan, r);
        const RtTable *table = rt_plan_find_table (plan, ids[i]);
        g_autofree char *name = NULL;
        g_autofree char *where = NULL;

        if (round->done != 1 || rt_seating_n_seated (round->seating, ids[i]) == 0)
          continue;
        name = rt_edit_dup_round_name (plan, r);
        where = rt_table_dup_display (table);
        /* Translators: a table, a round */
        return rt_edit_fail (
            error, RT_ERROR_OVER,
            _("People sat at %s in %s, which is over. Close the table instead of removing it."),
            where, name);
      }
  return TRUE;
}

static char *
dup_record_name (RtPlan *plan, RtPart part, guint index)
{
  const RtTheme *theme;

  switch ((int) part)
    {
    case RT_PART_PEOPLE:
      return rt_person_dup_display (rt_plan_get_person (plan, index));
    case RT_PART_TABLES:
      return rt_table_dup_display (rt_plan_get_table (plan, index));
    case RT_PART_ROUNDS:
      return rt_edit_dup_round_name (plan, index);
    case RT_PART_THEMES:
      theme = rt_plan_get_theme (plan, index);
      return g_strdup (theme->title != NULL ? theme->title : _("Theme"));
    case RT_PART_RULES:
      return g_strdup (_("Rule"));
    default:
      return g_strdup (_("Session"));
    }
}

static char *
dup_remove_label (RtPlan *plan, RtPart part, RtId first, guint n)
{
  if (n == 1)
    {
      g_autofree char *name = dup_record_name (plan, part, rt_plan_index_of (plan, part, first));

      /* Translators: a person, table, round or theme by name, or “Rule” or “Session” */
      return g_strdup_printf (_("Remove %s"), name);
    }
  switch ((int) part)
    {
    case RT_PART_PEOPLE:
      return g_strdup_printf (ngettext ("Remove %u Person", "Remove %u People", n), n);
    case RT_PART_TABLES:
      return g_strdup_printf (ngettext ("Remove %u Table", "Remove %u Tables", n), n);
    case RT_PART_ROUNDS:
      return g_strdup_printf (ngettext ("Remove %u Round", "Remove %u Rounds", n), n);
    case RT_PART_THEMES:
      return g_strdup_printf (ngettext ("Remove %u Theme", "Remove %u Themes", n), n);
    case RT_PART_RULES:
      return g_strdup_printf (ngettext ("Remove %u Rule", "Remove %u Rules", n), n);
    default:
      return g_strdup_printf (ngettext ("Remove %u Session", "Remove %u Sessions", n), n);
    }
}

/**
 * rt_edit_remove:
 * @plan: the plan
 * @label: (nullable): for people; %NULL makes one: “Remove 3 People”
 * @part: where
 * @ids: (array length=n): of what; the same one twice is once
 * @n: how many
 * @error: for people
 *
 * Takes records out and every reference to them with them: chairs fall empty, tables lose their
 * host, lists their entry, and rules that are about nobody any more go. Costs one look at every
 * reference of the plan, whatever @n is.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_OVER for a table at which people
 *   sat in a round that is over, or %RT_ERROR_REFUSED
 */
RtChange *
rt_edit_remove (RtPlan *plan, const char *label, RtPart part, const RtId *ids, guint n,
                GError **error)
{
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (RtChange) change = NULL;
  g_autofree char *made = NULL;
  Going going = { part, set, found };

  for (guint i = 0; i < n; i++)
    {
      if (rt_edit_find (plan, part, ids[i], NULL, error) == NULL)
        return NULL;
      g_hash_table_add (set, (gpointer) ids[i]);
    }
  if (!check_tables_not_used (plan, part, ids, n, error))
    return NULL;
  if (label == NULL && n > 0)
    label = made = dup_remove_label (plan, part, ids[0], g_hash_table_size (set));
  change = rt_change_new (label);
  if (n > 0)
    remove_and_clean (plan, change, &going);
  return finish_if_any (plan, g_steal_pointer (&change), error);
}

/**
 * rt_edit_become:
 * @plan: the plan
 * @label: for people: “Reload”
 * @other: what it shall be
 *
 * Parts in which both are the same are left alone.
 *
 * Returns: (transfer full): the change, without edits when nothing differs
 */
RtChange *
rt_edit_become (RtPlan *plan, const char *label, RtPlan *other)
{
  RtChange *change = rt_change_new (label);

  for (RtPart part = 0; part < RT_N_PARTS; part++)
    {
      if (rt_plan_part_equal (plan, other, part))
        continue;
      for (guint i = rt_plan_get_n (plan, part); i-- > 0;)
        rt_change_remove (change, part, i, rt_plan_get (plan, part, i));
      for (guint i = 0; i < rt_plan_get_n (other, part); i++)
        rt_change_insert (change, part, i, rt_plan_get (other, part, i));
    }
  return change;
}
