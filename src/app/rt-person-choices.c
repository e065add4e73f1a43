/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-person-choices.h"

#include <glib/gi18n-lib.h>

#include "rt-language.h"
#include "rt-people-list.h"

/* Of the words that others have, at most so many are offered. */
#define MOST_WORDS 24
/* Whoever attends more rounds than this attends all of them, in a word. */
#define MOST_NAMED 3

/* How many of the people shown have each word, in the order met; folded words are the same. */
typedef struct
{
  char *word;
  guint n;
} WordCount;

static void
word_count_free (WordCount *self)
{
  g_free (self->word);
  g_free (self);
}

static void
count_words (GPtrArray *counts, GHashTable *by_word, const char * const *words, guint weight)
{
  for (guint i = 0; words && words[i]; i++)
    {
      g_autofree char *folded = rt_fold (words[i]);
      WordCount *count = g_hash_table_lookup (by_word, folded);

      if (count == NULL)
        {
          count = g_new0 (WordCount, 1);
          count->word = g_strdup (words[i]);
          g_ptr_array_add (counts, count);
          g_hash_table_insert (by_word, g_steal_pointer (&folded), count);
        }
      count->n += weight;
    }
}

static RtChoice
choice_of (guint n, guint n_all)
{
  return n == 0 ? RT_CHOICE_NO : n == n_all ? RT_CHOICE_YES : RT_CHOICE_SOME;
}

void
rt_person_choices_show_words (RtChoiceRow *row, RtPlan *plan, const RtId *people, guint n,
                              RtDetail detail)
{
  g_autoptr (GPtrArray) counts
      = g_ptr_array_new_with_free_func ((GDestroyNotify) word_count_free);
  g_autoptr (GHashTable) by_word = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_own;

  for (guint i = 0; i < n; i++)
    count_words (counts, by_word,
                 rt_detail_get_words (rt_plan_find_person (plan, people[i]), detail), 1);
  n_own = counts->len;
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_PEOPLE); i++)
    count_words (counts, by_word, rt_detail_get_words (rt_plan_get_person (plan, i), detail), 0);
  rt_choice_row_begin (row);
  for (guint i = 0; i < MAX (n_own, MIN (counts->len, MOST_WORDS)); i++)
    {
      const WordCount *count = counts->pdata[i];

      rt_choice_row_add (row, count->word,
                         detail == RT_DETAIL_LANGUAGES ? rt_language_get_name (count->word)
                                                       : count->word,
                         choice_of (count->n, n));
    }
  rt_choice_row_end (row, _("None"));
}

void
rt_person_choices_show_roles (RtChoiceRow *row, RtPlan *plan, const RtId *people, guint n)
{
  rt_choice_row_begin (row);
  for (guint i = 0; rt_role_words[i]; i++)
    {
      guint n_with = 0;

      for (guint k = 0; k < n; k++)
        n_with += rt_person_has_role (rt_plan_find_person (plan, people[k]), rt_role_words[i]);
      rt_choice_row_add (row, rt_role_words[i], rt_role_get_title (rt_role_words[i]),
                         choice_of (n_with, n));
    }
  rt_choice_row_end (row, _("Participant"));
}

void
rt_person_choices_show_wishes (RtChoiceRow *row, RtPlan *plan, const RtId *people, guint n)
{
  guint n_themes = rt_plan_get_n (plan, RT_PART_THEMES);

  rt_choice_row_begin (row);
  for (guint i = 0; i < n_themes; i++)
    {
      const RtTheme *theme = rt_plan_get_theme (plan, i);
      g_autofree char *letter = rt_theme_dup_letter (i);
      g_autofree char *title = g_strdup_printf ("%s  %s", letter, theme->title ? theme->title : "");
      guint n_wishing = 0;

      for (guint k = 0; k < n; k++)
        {
          const RtPerson *person = rt_plan_find_person (plan, people[k]);
          n_wishing += person->wishes && rt_ids_contains (person->wishes, theme->parent.id);
        }
      rt_choice_row_add (row, theme->parent.id, title, choice_of (n_wishing, n));
    }
  rt_choice_row_end (row, _("None"));
  gtk_widget_set_visible (GTK_WIDGET (row), n > 1 && n_themes > 0);
}

void
rt_person_choices_show_rounds (RtChoiceRow *row, RtPlan *plan, const RtId *people, guint n)
{
  guint n_rounds = rt_plan_get_n (plan, RT_PART_ROUNDS), n_all = 0;

  rt_choice_row_begin (row);
  for (guint i = 0; i < n_rounds; i++)
    {
      const RtRound *round = rt_plan_get_round (plan, i);
      g_autofree char *title = round->title ? g_strdup (round->title)
                                            : g_strdup_printf (_("Round %u"), i + 1);
      guint n_coming = 0;

      for (guint k = 0; k < n; k++)
        {
          const RtPerson *person = rt_plan_find_person (plan, people[k]);
          n_coming += person->rounds == NULL || rt_ids_contains (person->rounds, round->parent.id);
        }
      rt_choice_row_add (row, round->parent.id, title, choice_of (n_coming, n));
      n_all += n_coming == n;
    }
  rt_choice_row_end (row, _("None"));
  if (n_rounds > MOST_NAMED && n_all == n_rounds)
    {
      g_autofree char *all = g_strdup_printf (ngettext ("All %u round", "All %u rounds", n_all),
                                              n_all);

      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), all);
    }
  gtk_widget_set_visible (GTK_WIDGET (row), n_rounds > 0);
}
