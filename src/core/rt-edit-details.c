/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Edits of what is known of people, of one or of many at once. */

#include "rt-edit-details.h"

#include <glib/gi18n-lib.h>

#include "rt-edit-private.h"

static const struct {
  gsize       member;
  const char *label;
} details[] = {
  /* Translators: in these %s is a person, or "3 People". */
  [RT_DETAIL_ORGANISATION]
  = { G_STRUCT_OFFSET (RtPerson, organisation), N_("Change Organisation of %s") },
  [RT_DETAIL_SECTOR] = { G_STRUCT_OFFSET (RtPerson, sector), N_("Change Sector of %s") },
  [RT_DETAIL_KIND] = { G_STRUCT_OFFSET (RtPerson, kind), N_("Change Kind of %s") },
  [RT_DETAIL_JOB] = { G_STRUCT_OFFSET (RtPerson, job), N_("Change Job of %s") },
  [RT_DETAIL_ROLES] = { G_STRUCT_OFFSET (RtPerson, roles), N_("Change Roles of %s") },
  [RT_DETAIL_TAGS] = { G_STRUCT_OFFSET (RtPerson, tags), N_("Change Tags of %s") },
  [RT_DETAIL_LANGUAGES] = { G_STRUCT_OFFSET (RtPerson, languages), N_("Change Languages of %s") },
};

const char *
rt_detail_get_text (const RtPerson *person, RtDetail detail)
{
  const char *text = G_STRUCT_MEMBER (char *, person, details[detail].member);

  g_assert (detail < RT_DETAIL_ROLES);
  return text != NULL ? text : "";
}

const char * const *
rt_detail_get_words (const RtPerson *person, RtDetail detail)
{
  g_assert (detail >= RT_DETAIL_ROLES);
  return (const char * const *) G_STRUCT_MEMBER (GStrv, person, details[detail].member);
}

/* The copies that an edit works on, or NULL with the error. */
static GPtrArray *
copy_people (RtPlan *plan, const RtId *people, guint n, GError **error)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (rt_record_unref);

  for (guint i = 0; i < n; i++)
    {
      const RtPerson *person = rt_edit_find (plan, RT_PART_PEOPLE, people[i], NULL, error);

      if (person == NULL)
        return NULL;
      g_ptr_array_add (copies, rt_record_copy (person));
    }
  return g_steal_pointer (&copies);
}

/* @format holds one %s, for who it is about. */
static char *
dup_label (const char *format, const GPtrArray *copies)
{
  g_autoptr (GString) label = g_string_new (format);
  g_autofree char *who = NULL;

  if (copies->len == 1)
    who = rt_person_dup_display (copies->pdata[0]);
  else
    /* Translators: whom an edit is about, within its label: "Change Sector of 3 People". */
    who = g_strdup_printf (ngettext ("%u Person", "%u People", copies->len), copies->len);
  g_string_replace (label, "%s", who, 1);
  return g_string_free (g_steal_pointer (&label), FALSE);
}

static RtChange *
finish (RtPlan *plan, const char *format, const GPtrArray *copies, GError **error)
{
  g_autofree char *label = dup_label (format, copies);

  return rt_edit_replace_many (plan, label, RT_PART_PEOPLE, copies->pdata, copies->len, error);
}

/**
 * rt_edit_set_detail:
 * @plan: the plan
 * @people: (array length=n): whose
 * @n: how many
 * @detail: one of those that are a text
 * @text: what it is for all of them now; "" = not known
 * @error: for people
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_REFUSED, also when it is so already
 */
RtChange *
rt_edit_set_detail (RtPlan *plan, const RtId *people, guint n, RtDetail detail, const char *text,
                    GError **error)
{
  g_autoptr (GPtrArray) copies = copy_people (plan, people, n, error);
  g_autofree char *tidy = rt_tidy (text);

  if (copies == NULL)
    return NULL;
  for (guint i = 0; i < copies->len; i++)
    rt_set_text (G_STRUCT_MEMBER_P (copies->pdata[i], details[detail].member), tidy);
  return finish (plan, _(details[detail].label), copies, error);
}

/* The words with or without one of them, in their order. */
static GStrv
change_words (const char * const *words, const char *word, gboolean has)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *folded = rt_fold (word);
  gboolean there = FALSE;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      g_autofree char *other = rt_fold (words[i]);
      gboolean same = g_str_equal (other, folded);

      there |= same;
      if (has || !same)
        g_strv_builder_add (builder, words[i]);
    }
  if (has && !there)
    g_strv_builder_add (builder, word);
  return g_strv_builder_end (builder);
}

/**
 * rt_edit_set_word:
 * @plan: the plan
 * @people: (array length=n): whose
 * @n: how many
 * @detail: one of those that are a list of words
 * @word: a role, a tag, a language
 * @has: whether each of them shall have it
 * @error: for people
 *
 * Words that are equal when folded are the same; who has @word already keeps it as it is written.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_REFUSED, also when it is so already
 */
RtChange *
rt_edit_set_word (RtPlan *plan, const RtId *people, guint n, RtDetail detail, const char *word,
                  gboolean has, GError **error)
{
  g_autoptr (GPtrArray) copies = copy_people (plan, people, n, error);
  g_autofree char *tidy = rt_tidy (word);

  if (copies == NULL)
    return NULL;
  for (guint i = 0; i < copies->len; i++)
    {
      GStrv *member = G_STRUCT_MEMBER_P (copies->pdata[i], details[detail].member);
      g_auto (GStrv) words = change_words ((const char * const *) *member, tidy, has);

      rt_set_texts (member, *words != NULL ? (const char * const *) words : NULL);
    }
  return finish (plan, _(details[detail].label), copies, error);
}

/* The words as they are kept: tidy, none of them empty or twice. */
static GStrv
dup_tidy_words (const char * const *words)
{
  g_autoptr (GPtrArray) tidy = g_ptr_array_new ();
  g_autoptr (GHashTable) met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      g_autofree char *word = rt_tidy (words[i]);

      if (*word != '\0' && g_hash_table_add (met, rt_fold (word)))
        g_ptr_array_add (tidy, g_steal_pointer (&word));
    }
  g_ptr_array_add (tidy, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&tidy), FALSE);
}

/**
 * rt_edit_set_words:
 * @plan: the plan
 * @people: (array length=n): whose
 * @n: how many
 * @detail: one of those that are a list of words
 * @words: (nullable): what each of them shall have, and nothing else
 * @error: for people
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_REFUSED, also when it is so already
 */
RtChange *
rt_edit_set_words (RtPlan *plan, const RtId *people, guint n, RtDetail detail,
                   const char * const *words, GError **error)
{
  g_autoptr (GPtrArray) copies = copy_people (plan, people, n, error);
  g_auto (GStrv) tidy = dup_tidy_words (words);

  if (copies == NULL)
    return NULL;
  for (guint i = 0; i < copies->len; i++)
    rt_set_texts (G_STRUCT_MEMBER_P (copies->pdata[i], details[detail].member),
                  *tidy != NULL ? (const char * const *) tidy : NULL);
  return finish (plan, _(details[detail].label), copies, error);
}

/** rt_edit_set_wish: Returns: (transfer full): as rt_edit_set_detail() */
RtChange *
rt_edit_set_wish (RtPlan *plan, const RtId *people, guint n, RtId theme, gboolean has,
                  GError **error)
{
  g_autoptr (GPtrArray) copies = copy_people (plan, people, n, error);

  if (copies == NULL || rt_edit_find (plan, RT_PART_THEMES, theme, NULL, error) == NULL)
    return NULL;
  for (guint i = 0; i < copies->len; i++)
    {
      RtPerson *person = copies->pdata[i];
      gboolean there = person->wishes != NULL && rt_ids_contains (person->wishes, theme);
      g_autofree RtIds wishes
          = has ? rt_ids_add (person->wishes, theme) : rt_ids_remove (person->wishes, theme);

      if (there != has)
        rt_set_ids (&person->wishes, rt_ids_length (wishes) > 0 ? wishes : NULL);
    }
  return finish (plan, _("Change Wishes of %s"), copies, error);
}

/** rt_edit_set_step_free: Returns: (transfer full): as rt_edit_set_detail() */
RtChange *
rt_edit_set_step_free (RtPlan *plan, const RtId *people, guint n, gboolean step_free,
                       GError **error)
{
  g_autoptr (GPtrArray) copies = copy_people (plan, people, n, error);

  if (copies == NULL)
    return NULL;
  for (guint i = 0; i < copies->len; i++)
    if ((((RtPerson *) copies->pdata[i])->step_free == 1) != step_free)
      ((RtPerson *) copies->pdata[i])->step_free = step_free ? 1 : RT_UNSET;
  return finish (plan,
                 step_free ? _("Ask for a Step-Free Place for %s")
                           : _("Drop the Step-Free Place of %s"),
                 copies, error);
}

/* The rounds somebody attends, with or without one; NULL = all of them, also those to come. */
static void
change_rounds (RtPlan *plan, RtPerson *person, RtId round, gboolean attends)
{
  g_autofree RtIds rounds = g_new0 (RtId, rt_plan_get_n (plan, RT_PART_ROUNDS) + 1);
  guint n = 0;

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_ROUNDS); i++)
    {
      RtId id = rt_plan_get_round (plan, i)->parent.id;

      if (id == round ? attends : person->rounds == NULL || rt_ids_contains (person->rounds, id))
        rounds[n++] = id;
    }
  rt_set_ids (&person->rounds, n == rt_plan_get_n (plan, RT_PART_ROUNDS) ? NULL : rounds);
}

/* A copy of the round without chairs and pins of the people in @leaving. */
static RtRound *
without_people (const RtRound *round, GHashTable *leaving)
{
  RtRound *copy = rt_record_copy (round);
  RtSeatingBuilder *builder = rt_seating_builder_new ();
  g_autoptr (GArray) chairs = g_array_new (FALSE, TRUE, sizeof (RtId));
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < rt_seating_n_tables (round->seating); i++)
    {
      RtId table = rt_seating_table (round->seating, i);
      guint n = rt_seating_n_chairs (round->seating, table);

      g_array_set_size (chairs, n);
      for (guint k = 0; k < n; k++)
        {
          RtId person = rt_seating_at (round->seating, table, k);

          g_array_index (chairs, RtId, k)
              = person != NULL && g_hash_table_contains (leaving, person) ? NULL : person;
        }
      rt_seating_builder_add (builder, table, (const RtId *) chairs->data, n, NULL);
    }
  rt_edit_take_seating (copy, rt_seating_builder_end (builder));
  g_hash_table_iter_init (&iter, leaving);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    rt_map_set (&copy->pins, id, NULL);
  return copy;
}

static gboolean
add_leaving (RtChange *change, const RtRound *round, guint index, const RtId *people, guint n)
{
  g_autoptr (GHashTable) leaving = g_hash_table_new (NULL, NULL);
  g_autoptr (RtRound) after = NULL;

  for (guint i = 0; i < n; i++)
    g_hash_table_add (leaving, (gpointer) people[i]);
  after = without_people (round, leaving);
  if (rt_record_equal (round, after))
    return FALSE;
  rt_change_replace (change, RT_PART_ROUNDS, index, round, after);
  return TRUE;
}

/**
 * rt_edit_set_attends:
 * @plan: the plan
 * @people: (array length=n): who
 * @n: how many
 * @round: which round
 * @attends: whether they come to it
 * @error: for people
 *
 * Who does not come any more gives up the chair and the pin of that round.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_OVER, or %RT_ERROR_REFUSED, also
 *   when it is so already
 */
RtChange *
rt_edit_set_attends (RtPlan *plan, const RtId *people, guint n, RtId round, gboolean attends,
                     GError **error)
{
  guint index;
  const RtRound *before = rt_edit_find_round (plan, round, &index, error);
  g_autoptr (GPtrArray) copies = before != NULL ? copy_people (plan, people, n, error) : NULL;
  g_autoptr (RtChange) change = NULL;
  g_autoptr (RtChange) chairs = NULL;
  RtChange *both[2];

  if (copies == NULL)
    return NULL;
  for (guint i = 0; i < copies->len; i++)
    change_rounds (plan, copies->pdata[i], round, attends);
  change = finish (plan, _("Change Rounds of %s"), copies, error);
  if (change == NULL || attends)
    return g_steal_pointer (&change);
  chairs = rt_change_new (rt_change_get_label (change));
  if (!add_leaving (chairs, before, index, people, n))
    return g_steal_pointer (&change);
  both[0] = change;
  both[1] = chairs;
  return rt_edit_finish (plan, rt_change_join (rt_change_get_label (change), both, 2), error);
}
