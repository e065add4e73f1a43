/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Rules in words. */

#include "rt-rule-words.h"

#include <glib/gi18n-lib.h>

#include "rt-breach.h"
#include "rt-count.h"

char *
rt_words_for_group (const char *by, const char *value)
{
  g_autofree char *tidy = rt_tidy (value);

  /* Translators: these follow "Table 6 has two people" */
  if (g_strcmp0 (by, "organisation") == 0)
    return g_strdup_printf (_("of %s"), tidy);
  if (g_strcmp0 (by, "sector") == 0)
    return g_strdup_printf (_("of the sector %s"), tidy);
  if (g_strcmp0 (by, "kind") == 0)
    return g_strdup_printf (_("of the kind %s"), tidy);
  if (g_strcmp0 (by, "job") == 0)
    return g_strdup_printf (_("with the job %s"), tidy);
  if (g_str_has_prefix (by, "tag:"))
    return g_strdup_printf (_("tagged %s"), by + strlen ("tag:"));
  if (g_str_has_prefix (by, "language:"))
    return g_strdup_printf (_("who speak %s"), by + strlen ("language:"));
  return tidy ? g_steal_pointer (&tidy) : g_strdup ("");
}

char *
rt_words_for_rounds (guint32 rounds)
{
  g_autoptr (GString) list = g_string_new (NULL);
  int last = -1, n = 0;

  for (int r = 0; r < 32; r++)
    {
      if (!(rounds >> r & 1))
        continue;
      if (last >= 0)
        g_string_append_printf (list, list->len > 0 ? ", %d" : "%d", last);
      last = r + 1;
      n++;
    }
  if (n < 2)
    return g_strdup_printf (_("round %d"), last);
  /* Translators: numbers of rounds, "1, 2" and "4" */
  return g_strdup_printf (_("rounds %s and %d"), list->str, last);
}

/* Whom nobody shares a table with, for a rule about an attribute. */
static char *
spread_words (const RtRule *rule)
{
  g_autofree char *group = NULL;
  gboolean none = rule->most == RT_UNSET;

  if (g_str_equal (rule->by, "organisation"))
    return none ? g_strdup (_("no two of one organisation sit together"))
                : g_strdup_printf (_("at most %d of one organisation sit together"), rule->most);
  if (g_str_equal (rule->by, "sector"))
    return none ? g_strdup (_("no two of one sector sit together"))
                : g_strdup_printf (_("at most %d of one sector sit together"), rule->most);
  if (g_str_equal (rule->by, "kind"))
    return none ? g_strdup (_("no two of one kind sit together"))
                : g_strdup_printf (_("at most %d of one kind sit together"), rule->most);
  if (g_str_equal (rule->by, "job"))
    return none ? g_strdup (_("no two with one job sit together"))
                : g_strdup_printf (_("at most %d with one job sit together"), rule->most);
  group = rt_words_for_group (rule->by, NULL);
  if (none)
    /* Translators: "tagged new" or the like */
    return g_strdup_printf (_("no two people %s sit together"), group);
  return g_strdup_printf (_("at most %d people %s sit together"), rule->most, group);
}

static char *
count_words (const RtRule *rule)
{
  g_autofree char *group = rt_words_for_group (rule->by, rule->value);

  /* Translators: the last word is "of Barking and Dagenham", "tagged new" or the like */
  if (rule->most == RT_UNSET)
    return g_strdup_printf (ngettext ("every table has at least %d person %s",
                                      "every table has at least %d people %s", rule->least),
                            rule->least, group);
  if (rule->least == RT_UNSET || rule->least == 0)
    return g_strdup_printf (ngettext ("every table has at most %d person %s",
                                      "every table has at most %d people %s", rule->most),
                            rule->most, group);
  return g_strdup_printf (_("every table has %d to %d people %s"), rule->least, rule->most, group);
}

/* Everybody a rule names: whoever has to give way is among them. */
static char *
everybody_words (RtPlan *plan, const RtRule *rule)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < rt_ids_length (rule->people); i++)
    {
      int p = rt_plan_index_of (plan, RT_PART_PEOPLE, rule->people[i]);

      g_array_append_val (people, p);
    }
  return rt_words_for_people (plan, (const int *) people->data, people->len);
}

static char *
visit_words (RtPlan *plan, const RtRule *rule)
{
  gboolean never = rule->kind == RT_RULE_AVOID;
  const RtPerson *person = rt_plan_find_person (plan, rule->person);
  g_autofree char *name = rt_person_dup_display (person);
  g_autofree char *target = NULL;
  const char *title;
  int index;

  switch (rt_rule_get_target (plan, rule, &index))
    {
    case RT_RULE_OF_HOST:
      target = rt_person_dup_display (rt_plan_get_person (plan, index));
      return g_strdup_printf (never ? _("%s never comes to the table of %s")
                                    : _("%s comes to the table of %s"), name, target);
    case RT_RULE_OF_THEME:
      title = rt_plan_get_theme (plan, index)->title;
      return g_strdup_printf (never ? _("%s never comes to the theme “%s”")
                                    : _("%s comes to the theme “%s”"),
                              name, title ? title : rt_plan_get_theme (plan, index)->parent.id);
    case RT_RULE_OF_TABLE:
    default:
      target = rt_table_dup_display (rt_plan_get_table (plan, index));
      return g_strdup_printf (never ? _("%s never comes to %s") : _("%s comes to %s"),
                              name, target);
    }
}

static char *
repeats_words (const RtRule *rule)
{
  if (rule->most == RT_UNSET || rule->most == 1)
    return g_strdup (_("nobody meets anybody twice"));
  return g_strdup_printf (ngettext ("nobody meets anybody more than %d time",
                                    "nobody meets anybody more than %d times", rule->most),
                          rule->most);
}

static char *
returns_words (const RtRule *rule)
{
  switch ((RtRuleOf) rule->of)
    {
    case RT_RULE_OF_HOST:
      return g_strdup (_("nobody comes back to a host"));
    case RT_RULE_OF_THEME:
      return g_strdup (_("nobody comes back to a theme"));
    case RT_RULE_OF_TABLE:
    default:
      return g_strdup (_("nobody comes back to a table"));
    }
}

static char *
kind_words (RtPlan *plan, const RtRule *rule)
{
  g_autofree char *names = NULL;

  switch ((RtRuleKind) rule->kind)
    {
    case RT_RULE_REPEATS:
      return repeats_words (rule);
    case RT_RULE_RETURNS:
      return returns_words (rule);
    case RT_RULE_SPREAD:
      return spread_words (rule);
    case RT_RULE_OWN_HOST:
      return g_strdup (_("nobody sits with a host of their own organisation"));
    case RT_RULE_EVEN:
      return g_strdup (_("the tables are even"));
    case RT_RULE_COUNT:
      return count_words (rule);
    case RT_RULE_TOGETHER:
      names = everybody_words (plan, rule);
      return g_strdup_printf (_("%s sit together"), names);
    case RT_RULE_APART:
      names = everybody_words (plan, rule);
      return g_strdup_printf (_("%s sit apart"), names);
    case RT_RULE_VISIT:
    case RT_RULE_AVOID:
      return visit_words (plan, rule);
    case RT_RULE_WISHES:
      return g_strdup (_("everybody gets the theme wished for first"));
    case RT_RULE_LANGUAGE:
      return g_strdup (_("every table with two languages has somebody who interprets"));
    case RT_RULE_STEP_FREE:
    default:
      return g_strdup (_("who needs a step-free place has one, and they are not all at one table"));
    }
}

/**
 * rt_words_for_rule:
 * @plan: a plan
 * @rule: a rule of it
 *
 * Returns: (transfer full): what @rule asks for, with its rounds if it does not act in all, as a part of
 *   a sentence
 */
char *
rt_words_for_rule (RtPlan *plan, const RtRule *rule)
{
  g_autofree char *words = kind_words (plan, rule);
  g_autofree char *in = NULL;
  guint32 rounds = 0;

  if (!rule->rounds)
    return g_steal_pointer (&words);
  for (guint r = 0; r < rt_plan_get_n (plan, RT_PART_ROUNDS); r++)
    if (rt_rule_acts_in (rule, rt_plan_get_round (plan, r)->parent.id))
      rounds |= 1u << r;
  if (rounds == 0)
    return g_steal_pointer (&words);
  in = rt_words_for_rounds (rounds);
  /* Translators: what a rule asks for, and "round 2" or "rounds 1 and 3" */
  return g_strdup_printf (_("%s in %s"), words, in);
}
