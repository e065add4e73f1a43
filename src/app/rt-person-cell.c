/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-person-cell.h"

#include <glib/gi18n-lib.h>

#include "rt-language.h"
#include "rt-person-text.h"

#define STEP_FREE "step-free"

guint
rt_person_cell_get_ticks (RtPeopleColumn column, RtCellTick *ticks)
{
  guint n = 0;

  if (column == RT_PEOPLE_NEEDS)
    ticks[n++] = (RtCellTick) { STEP_FREE, _("Step-free place") };
  else if (column == RT_PEOPLE_ROLE)
    for (; rt_role_words[n] && n < RT_MOST_CELL_TICKS; n++)
      ticks[n] = (RtCellTick) { rt_role_words[n], rt_role_get_title (rt_role_words[n]) };
  return n;
}

/* The text that a column shows as it is. */
static gboolean
get_text (RtPeopleColumn column, RtPersonText *text)
{
  static const struct { RtPeopleColumn column; RtPersonText text; } texts[] = {
    { RT_PEOPLE_NAME, RT_PERSON_NAME },   { RT_PEOPLE_ORGANISATION, RT_PERSON_ORGANISATION },
    { RT_PEOPLE_JOB, RT_PERSON_JOB },     { RT_PEOPLE_SECTOR, RT_PERSON_SECTOR },
    { RT_PEOPLE_KIND, RT_PERSON_KIND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].column == column)
      {
        *text = texts[i].text;
        return TRUE;
      }
  return FALSE;
}

static RtDetail
get_words_detail (RtPeopleColumn column)
{
  return column == RT_PEOPLE_ROLE   ? RT_DETAIL_ROLES
         : column == RT_PEOPLE_TAGS ? RT_DETAIL_TAGS
                                    : RT_DETAIL_LANGUAGES;
}

static char *
dup_words (const RtPerson *person, RtDetail detail)
{
  const char *const *words = rt_detail_get_words (person, detail);
  char *languages = detail == RT_DETAIL_LANGUAGES ? rt_languages_dup_text (words, ", ") : NULL;

  if (languages != NULL)
    return languages;
  return words ? g_strjoinv (", ", (GStrv) words) : g_strdup ("");
}

static char *
dup_letters (RtPlan *plan, const RtPerson *person)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint i = 0; i < rt_ids_length (person->wishes); i++)
    {
      g_autofree char *letter
          = rt_theme_dup_letter (rt_plan_index_of (plan, RT_PART_THEMES, person->wishes[i]));

      g_string_append_printf (letters, "%s%s", i > 0 ? ", " : "", letter);
    }
  return g_string_free (g_steal_pointer (&letters), FALSE);
}

char *
rt_person_cell_dup_text (RtPlan *plan, const RtPerson *person, RtPeopleColumn column)
{
  RtPersonText text;

  if (get_text (column, &text))
    return g_strdup (rt_person_text_get (person, text));
  if (column == RT_PEOPLE_WISHES)
    return dup_letters (plan, person);
  if (column == RT_PEOPLE_NEEDS)
    return g_strdup (person->step_free == 1 ? STEP_FREE : "");
  return dup_words (person, get_words_detail (column));
}

RtChange *
rt_person_wishes_to_change (RtPlan *plan, RtId person, RtIds wishes, GError **error)
{
  g_autoptr (RtPerson) copy = rt_record_copy (rt_plan_find_person (plan, person));
  g_autofree char *who = rt_person_dup_display (copy);
  g_autofree char *label = g_strdup_printf (_("Change Wishes of %s"), who);

  rt_set_ids (&copy->wishes, rt_ids_length (wishes) > 0 ? wishes : NULL);
  return rt_edit_replace (plan, label, RT_PART_PEOPLE, copy, error);
}

static RtId
find_theme (RtPlan *plan, const char *letter)
{
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_THEMES); i++)
    {
      g_autofree char *own = rt_theme_dup_letter (i);

      if (g_ascii_strcasecmp (own, letter) == 0)
        return rt_plan_get_theme (plan, i)->parent.id;
    }
  return NULL;
}

static RtChange *
change_wishes (RtPlan *plan, RtId person, GStrv letters, GError **error)
{
  g_autofree RtIds wishes = NULL;

  for (guint i = 0; letters[i]; i++)
    {
      g_autofree char *letter = rt_tidy (letters[i]);
      RtId theme = find_theme (plan, letter);
      RtIds more;

      if (*letter == '\0')
        continue;
      if (theme == NULL)
        {
          g_set_error (error, RT_ERROR, RT_ERROR_REFUSED,
                       /* Translators: %s is what was typed for a theme's letter. */
                       _("No theme has the letter %s. Wishes are letters of themes, such as "
                         "“A, C”."),
                       letter);
          return NULL;
        }
      more = rt_ids_add (wishes, theme);
      g_free (wishes);
      wishes = more;
    }
  return rt_person_wishes_to_change (plan, person, wishes, error);
}

static RtChange *
change_words (RtPlan *plan, RtId person, RtPeopleColumn column, GStrv words, GError **error)
{
  for (guint i = 0; column == RT_PEOPLE_LANGUAGES && words[i]; i++)
    {
      g_autofree char *word = rt_tidy (words[i]);

      g_free (words[i]);
      words[i] = rt_language_from_word (word);
    }
  return rt_edit_set_words (plan, &person, 1, get_words_detail (column),
                            (const char *const *) words, error);
}

RtChange *
rt_person_cell_to_change (RtPlan *plan, RtId person, RtPeopleColumn column, const char *text,
                          GError **error)
{
  g_auto (GStrv) words = g_strsplit_set (text, ",;", -1);
  RtPersonText own;

  if (get_text (column, &own))
    {
      g_autofree char *tidy = rt_tidy (text);

      return rt_person_text_to_change (plan, &person, 1, own, tidy, error);
    }
  if (column == RT_PEOPLE_WISHES)
    return change_wishes (plan, person, words, error);
  if (column == RT_PEOPLE_NEEDS)
    return rt_edit_set_step_free (plan, &person, 1, *text != '\0', error);
  return change_words (plan, person, column, words, error);
}
