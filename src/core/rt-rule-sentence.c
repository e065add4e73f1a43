/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Rules as sentences: what is asked for, as it would be said. */

#include "rt-rule-sentence.h"

#include <glib/gi18n-lib.h>

#include "rt-breach.h"
#include "rt-language.h"

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
    return g_strdup_printf (_("who speak %s"),
                            rt_language_get_name (by + strlen ("language:")));
  return tidy ? g_steal_pointer (&tidy) : g_strdup ("");
}

/* "round 2", "rounds 1 and 3": bit r of @rounds */
static char *
dup_rounds (guint32 rounds)
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

/* "of one organisation", "tagged new": whom a spread rule spreads. */
static char *
spread_group_words (const RtRule *rule)
{
  static const struct { const char *by, *words; } groups[] = {
    /* Translators: these follow "People" */
    { "organisation", N_("of one organisation") },
    { "sector", N_("of one sector") },
    { "kind", N_("of one kind") },
    { "job", N_("with one job") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_equal (rule->by, groups[i].by))
      return g_strdup (_(groups[i].words));
  return rt_words_for_group (rule->by, NULL);
}

static char *
spread_words (const RtRule *rule)
{
  g_autofree char *group = spread_group_words (rule);

  if (rule->most == RT_UNSET && rule->strength == RT_STRENGTH_MUST)
    /* Translators: "of one organisation" or the like */
    return g_strdup_printf (_("No two people %s sit together"), group);
  if (rule->most == RT_UNSET)
    /* Translators: "of one organisation" or the like */
    return g_strdup_printf (_("People %s are spread over the tables"), group);
  return g_strdup_printf (ngettext ("At a table sits at most %d person %s",
                                    "At a table sit at most %d people %s", rule->most),
                          rule->most, group);
}

static char *
count_words (const RtRule *rule)
{
  g_autofree char *group = rt_words_for_group (rule->by, rule->value);

  if (rule->least == rule->most)
    /* Translators: a number, and "of the kind academic" or the like */
    return g_strdup_printf (ngettext ("At every table sits exactly %d person %s",
                                      "At every table sit exactly %d people %s", rule->least),
                            rule->least, group);
  if (rule->most == RT_UNSET)
    return g_strdup_printf (ngettext ("At every table sits at least %d person %s",
                                      "At every table sit at least %d people %s", rule->least),
                            rule->least, group);
  if (rule->least == RT_UNSET || rule->least == 0)
    return g_strdup_printf (ngettext ("At every table sits at most %d person %s",
                                      "At every table sit at most %d people %s", rule->most),
                            rule->most, group);
  return g_strdup_printf (ngettext ("At every table sit %d to %d person %s",
                                    "At every table sit %d to %d people %s", rule->most),
                          rule->least, rule->most, group);
}

static char *
repeats_words (const RtRule *rule)
{
  if (rule->most == RT_UNSET && rule->strength != RT_STRENGTH_MUST)
    return g_strdup (_("The same two people meet as seldom as possible"));
  if (rule->most == RT_UNSET || rule->most == 1)
    return g_strdup (_("No two people meet twice"));
  return g_strdup_printf (ngettext ("No two people meet more than %d time",
                                    "No two people meet more than %d times", rule->most),
                          rule->most);
}

static char *
returns_words (const RtRule *rule)
{
  switch ((RtRuleOf) rule->of)
    {
    case RT_RULE_OF_TABLE:
      return g_strdup (_("Nobody comes back to the same table"));
    case RT_RULE_OF_THEME:
      return g_strdup (_("Nobody comes back to the same theme"));
    case RT_RULE_OF_HOST:
    default:
      return g_strdup (_("Nobody comes back to the same host"));
    }
}

static char *
people_words (RtPlan *plan, const RtRule *rule)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; rule->people[i] != NULL; i++)
    {
      int index = (int) rt_plan_index_of (plan, RT_PART_PEOPLE, rule->people[i]);

      g_array_append_val (people, index);
    }
  return rt_words_for_people (plan, (const int *) people->data, people->len);
}

static char *
visit_words (RtPlan *plan, const RtRule *rule)
{
  gboolean visit = rule->kind == RT_RULE_VISIT;
  g_autofree char *who = rt_person_dup_display (rt_plan_find_person (plan, rule->person));
  g_autofree char *where = NULL;
  const RtTheme *theme;

  if (rule->host != NULL)
    {
      where = rt_person_dup_display (rt_plan_find_person (plan, rule->host));
      return g_strdup_printf (visit ? _("%s sits with %s as host")
                                    : _("%s never sits with %s as host"), who, where);
    }
  if (rule->table != NULL)
    {
      where = rt_table_dup_display (rt_plan_find_table (plan, rule->table));
      return g_strdup_printf (visit ? _("%s comes to %s") : _("%s never comes to %s"), who, where);
    }
  theme = rt_plan_find_theme (plan, rule->theme);
  return g_strdup_printf (visit ? _("%s comes to the theme “%s”")
                                : _("%s never comes to the theme “%s”"),
                          who, theme->title != NULL ? theme->title : theme->parent.id);
}

gboolean
rt_rule_is_complete (const RtRule *rule)
{
  return rt_record_check (rule, NULL, NULL);
}

/**
 * rt_rule_dup_sentence:
 * @plan: the plan it is for: names come from there
 * @rule: a rule of @plan, or one that is being made
 *
 * A rule that must be kept allows no case where one that should be kept has as few as possible. The
 * rounds are not part of the sentence.
 *
 * Returns: (transfer full) (nullable): the rule in words, without a full stop; %NULL while
 *   something is missing
 */
char *
rt_rule_dup_sentence (RtPlan *plan, const RtRule *rule)
{
  g_autofree char *names = NULL;

  if (!rt_rule_is_complete (rule))
    return NULL;
  switch ((RtRuleKind) rule->kind)
    {
    case RT_RULE_REPEATS:
      return repeats_words (rule);
    case RT_RULE_RETURNS:
      return returns_words (rule);
    case RT_RULE_SPREAD:
      return spread_words (rule);
    case RT_RULE_COUNT:
      return count_words (rule);
    case RT_RULE_TOGETHER:
      names = people_words (plan, rule);
      return g_strdup_printf (_("%s sit at one table"), names);
    case RT_RULE_APART:
      names = people_words (plan, rule);
      return g_strdup_printf (_("%s sit at different tables"), names);
    case RT_RULE_VISIT:
    case RT_RULE_AVOID:
      return visit_words (plan, rule);
    case RT_RULE_OWN_HOST:
    case RT_RULE_EVEN:
    case RT_RULE_WISHES:
    case RT_RULE_LANGUAGE:
    case RT_RULE_STEP_FREE:
      break;
    }
  return g_strdup (rt_rule_kind_get_title (rule->kind));
}

/* "round 2", "rounds 1 and 3", or NULL for a rule for all rounds. */
static char *
rounds_words (RtPlan *plan, const RtRule *rule)
{
  guint32 bits = 0;

  if (rule->rounds == NULL)
    return NULL;
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_ROUNDS); i++)
    if (rt_rule_acts_in (rule, rt_plan_get_round (plan, i)->parent.id))
      bits |= 1u << i;
  return bits != 0 ? dup_rounds (bits) : NULL;
}

/** rt_rule_dup_rounds: see the header */
char *
rt_rule_dup_rounds (RtPlan *plan, const RtRule *rule)
{
  g_autofree char *rounds = rounds_words (plan, rule);

  /* Translators: "round 2" or "rounds 1 and 3" */
  return rounds != NULL ? g_strdup_printf (_("Only in %s"), rounds) : NULL;
}

/** rt_rule_dup_full_sentence: see the header */
char *
rt_rule_dup_full_sentence (RtPlan *plan, const RtRule *rule)
{
  g_autofree char *sentence = rt_rule_dup_sentence (plan, rule);
  g_autofree char *rounds = rounds_words (plan, rule);

  if (sentence == NULL || rounds == NULL)
    return g_steal_pointer (&sentence);
  /* Translators: what a rule asks for, and "round 2" or "rounds 1 and 3" */
  return g_strdup_printf (_("%s in %s"), sentence, rounds);
}

/** rt_rule_kind_get_title: Returns: (transfer none): */
const char *
rt_rule_kind_get_title (RtRuleKind kind)
{
  switch (kind)
    {
    case RT_RULE_REPEATS:
      return _("The same two people meet as seldom as possible");
    case RT_RULE_RETURNS:
      return _("Nobody comes back to the same host, table or theme");
    case RT_RULE_SPREAD:
      return _("People who have something in common are spread over the tables");
    case RT_RULE_OWN_HOST:
      return _("Nobody sits with a host of their own organisation");
    case RT_RULE_EVEN:
      return _("The tables are evenly filled");
    case RT_RULE_COUNT:
      return _("At every table sit so many people of a certain kind");
    case RT_RULE_TOGETHER:
      return _("Certain people sit together");
    case RT_RULE_APART:
      return _("Certain people sit apart");
    case RT_RULE_VISIT:
      return _("Somebody comes to a certain table, host or theme");
    case RT_RULE_AVOID:
      return _("Somebody never comes to a certain table, host or theme");
    case RT_RULE_WISHES:
      return _("People get the themes they signed up for, first choices first");
    case RT_RULE_LANGUAGE:
      return _("Where people share no language, somebody interprets");
    case RT_RULE_STEP_FREE:
      return _("Who needs a step-free place gets one");
    }
  return "";
}

/** rt_strength_get_title: Returns: (transfer none): */
const char *
rt_strength_get_title (RtStrength strength)
{
  static const char * const titles[] = { N_("Must"), N_("Should"), N_("May") };

  return _(titles[CLAMP ((int) strength, 0, 2)]);
}
