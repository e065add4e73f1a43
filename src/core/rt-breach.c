/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What is wrong, in words: names first, then what and where. */

#include "rt-breach.h"

#include <glib/gi18n-lib.h>

#include "rt-rule-sentence.h"

static char *
table_words (RtPlan *plan, int table)
{
  return rt_table_dup_display (rt_plan_get_table (plan, table));
}

static char *
people_words (const RtCause *cause, const RtIncident *incident)
{
  return rt_words_for_people (cause->count->plan, incident->people, incident->n_people);
}

static char *
person_words (const RtCause *cause, int person)
{
  return rt_person_dup_display (rt_plan_get_person (cause->count->plan, person));
}

static char *
theme_words (RtPlan *plan, int theme)
{
  const char *title = rt_plan_get_theme (plan, theme)->title;

  return g_strdup (title ? title : rt_plan_get_theme (plan, theme)->parent.id);
}

static const char *
value_of (const RtPerson *person, const char *by)
{
  if (g_strcmp0 (by, "organisation") == 0)
    return person->organisation;
  if (g_strcmp0 (by, "sector") == 0)
    return person->sector;
  return g_strcmp0 (by, "kind") == 0 ? person->kind : person->job;
}

/* "rounds 1, 2 and 4": where two people are guests together. */
static char *
rounds_together (const RtCause *cause, const int *pair, guint *n)
{
  const RtRoll *roll = cause->count->roll;
  guint32 rounds = rt_count_rounds (cause->count, cause->rule->rounds);
  g_autoptr (GString) list = g_string_new (NULL);
  int last = -1;

  *n = 0;
  for (guint r = 0; r < roll->n_rounds; r++)
    {
      gsize at = (gsize) r * roll->n_people;

      if (!(rounds >> r & 1) || !roll->guest[at + pair[0]] || !roll->guest[at + pair[1]] ||
          roll->table[at + pair[0]] != roll->table[at + pair[1]])
        continue;
      if (last >= 0)
        g_string_append_printf (list, list->len > 0 ? ", %d" : "%d", last);
      last = r + 1;
      (*n)++;
    }
  if (*n < 2)
    return g_strdup_printf ("%d", last);
  /* Translators: numbers of rounds, "1, 2" and "4" */
  return g_strdup_printf (_("%s and %d"), list->str, last);
}

static char *
repeats_words (const RtCause *cause, const RtIncident *incident)
{
  g_autofree char *names = people_words (cause, incident);
  guint n;
  g_autofree char *rounds = rounds_together (cause, incident->people, &n);

  if (n == 1)
    return g_strdup_printf (ngettext ("%s meet again in round %s: "
                                      "they have met once before, at an earlier event.",
                                      "%s meet again in round %s: "
                                      "they have met %d times before, at earlier events.",
                                      incident->detail),
                            names, rounds, incident->detail);
  if (incident->detail > 0)
    return g_strdup_printf (ngettext ("%s meet in rounds %s, "
                                      "and have met once before, at an earlier event.",
                                      "%s meet in rounds %s, "
                                      "and have met %d times before, at earlier events.",
                                      incident->detail),
                            names, rounds, incident->detail);
  if (n == 2)
    return g_strdup_printf (_("%s meet twice: rounds %s."), names, rounds);
  return g_strdup_printf (ngettext ("%s meet %u time: rounds %s.",
                                    "%s meet %u times: rounds %s.", n),
                          names, n, rounds);
}

static char *
returns_words (const RtCause *cause, const RtIncident *incident)
{
  RtPlan *plan = cause->count->plan;
  g_autofree char *name = people_words (cause, incident);
  g_autofree char *target = NULL;
  int round = incident->round + 1;

  switch ((RtRuleOf) cause->rule->of)
    {
    case RT_RULE_OF_HOST:
      target = person_words (cause, incident->detail);
      return g_strdup_printf (_("%s comes back to %s in round %d."), name, target, round);
    case RT_RULE_OF_THEME:
      target = theme_words (plan, incident->detail);
      return g_strdup_printf (_("%s comes back to the theme “%s” in round %d."),
                              name, target, round);
    case RT_RULE_OF_TABLE:
    default:
      target = table_words (plan, incident->detail);
      return g_strdup_printf (_("%s comes back to %s in round %d."), name, target, round);
    }
}

static char *
spread_words (const RtCause *cause, const RtIncident *incident)
{
  RtPlan *plan = cause->count->plan;
  const RtPerson *one = rt_plan_get_person (plan, incident->people[0]);
  g_autofree char *table = table_words (plan, incident->table);
  g_autofree char *names = people_words (cause, incident);
  g_autofree char *group = rt_words_for_group (cause->rule->by, value_of (one, cause->rule->by));

  if (cause->rule->most != RT_UNSET)
    return g_strdup_printf (ngettext ("%s has %u person %s, more than %d: %s.",
                                      "%s has %u people %s, more than %d: %s.", incident->n_people),
                            table, incident->n_people, group, cause->rule->most, names);
  if (incident->n_people == 2)
    /* Translators: a table, "of Barking and Dagenham" or the like, two names */
    return g_strdup_printf (_("%s has two people %s: %s."), table, group, names);
  return g_strdup_printf (ngettext ("%s has %u person %s: %s.",
                                    "%s has %u people %s: %s.", incident->n_people),
                          table, incident->n_people, group, names);
}

static char *
own_host_words (const RtCause *cause, const RtIncident *incident)
{
  g_autofree char *guest = person_words (cause, incident->people[0]);
  g_autofree char *host = person_words (cause, incident->people[1]);
  g_autofree char *organisation =
    rt_tidy (rt_plan_get_person (cause->count->plan, incident->people[0])->organisation);

  return g_strdup_printf (_("%s sits with %s, who leads the table in round %d: both are of %s."),
                          guest, host, incident->round + 1, organisation);
}

static char *
even_words (const RtCause *cause, const RtIncident *incident)
{
  RtCount *count = cause->count;
  guint least = G_MAXUINT, most = 0;

  for (guint t = 0; t < count->roll->n_tables; t++)
    {
      guint n = rt_count_guests_at (count, incident->round, t);

      if (!count->roll->open[(gsize) incident->round * count->roll->n_tables + t])
        continue;
      least = MIN (least, n);
      most = MAX (most, n);
    }
  return g_strdup_printf (_("The tables of round %d are not even: they have from %u to %u guests."),
                          incident->round + 1, least, most);
}

static char *
count_words (const RtCause *cause, const RtIncident *incident)
{
  g_autofree char *table = table_words (cause->count->plan, incident->table);
  g_autofree char *group = rt_words_for_group (cause->rule->by, cause->rule->value);
  int n = incident->detail, round = incident->round + 1;

  if (cause->rule->least != RT_UNSET && n < cause->rule->least)
    return g_strdup_printf (ngettext ("%s has %d person %s in round %d, fewer than %d.",
                                      "%s has %d people %s in round %d, fewer than %d.", n),
                            table, n, group, round, cause->rule->least);
  return g_strdup_printf (ngettext ("%s has %d person %s in round %d, more than %d.",
                                    "%s has %d people %s in round %d, more than %d.", n),
                          table, n, group, round, cause->rule->most);
}

/* Where a visit or avoid rule is about a table, a host or a theme. */
static char *
visit_words (const RtCause *cause, const RtIncident *incident)
{
  RtPlan *plan = cause->count->plan;
  gboolean never = cause->rule->kind == RT_RULE_VISIT;
  g_autofree char *name = people_words (cause, incident);
  g_autofree char *target = NULL;
  int index;

  switch (rt_rule_get_target (plan, cause->rule, &index))
    {
    case RT_RULE_OF_HOST:
      target = person_words (cause, index);
      if (never)
        return g_strdup_printf (_("%s never comes to the table of %s."), name, target);
      return g_strdup_printf (_("%s sits with %s in round %d."), name, target, incident->round + 1);
    case RT_RULE_OF_THEME:
      target = theme_words (plan, index);
      if (never)
        return g_strdup_printf (_("%s never comes to the theme “%s”."), name, target);
      return g_strdup_printf (_("%s sits at the theme “%s” in round %d."),
                              name, target, incident->round + 1);
    case RT_RULE_OF_TABLE:
    default:
      target = table_words (plan, index);
      if (never)
        return g_strdup_printf (_("%s never comes to %s."), name, target);
      return g_strdup_printf (_("%s sits at %s in round %d."), name, target, incident->round + 1);
    }
}

static char *
wishes_words (const RtCause *cause, const RtIncident *incident)
{
  const RtPerson *person = rt_plan_get_person (cause->count->plan, incident->people[0]);
  int n = rt_ids_length (person->wishes);
  g_autofree char *name = people_words (cause, incident);

  if (incident->detail < n)
    return NULL;
  if (n == 1)
    return g_strdup_printf (_("%s does not get the theme wished for."), name);
  return g_strdup_printf (ngettext ("%s gets none of the %d theme wished for.",
                                    "%s gets none of the %d themes wished for.", n), name, n);
}

static char *
step_free_words (const RtCause *cause, const RtIncident *incident)
{
  g_autofree char *table = table_words (cause->count->plan, incident->table);
  g_autofree char *names = people_words (cause, incident);

  if (incident->detail == 0)
    return g_strdup_printf (_("%s needs a step-free place and sits at %s in round %d."),
                            names, table, incident->round + 1);
  return g_strdup_printf (_("%s, all who need a step-free place, sit at %s in round %d; "
                            "another table could take one of them."),
                          names, table, incident->round + 1);
}

static char *
rule_words (const RtCause *cause, const RtIncident *incident)
{
  g_autofree char *names = NULL;
  g_autofree char *table = NULL;

  switch ((RtRuleKind) cause->rule->kind)
    {
    case RT_RULE_REPEATS:
      return repeats_words (cause, incident);
    case RT_RULE_RETURNS:
      return returns_words (cause, incident);
    case RT_RULE_SPREAD:
      return spread_words (cause, incident);
    case RT_RULE_OWN_HOST:
      return own_host_words (cause, incident);
    case RT_RULE_EVEN:
      return even_words (cause, incident);
    case RT_RULE_COUNT:
      return count_words (cause, incident);
    case RT_RULE_TOGETHER:
      /* Somebody alone who has no seat is told of as such. */
      if (incident->n_people < 2)
        return NULL;
      names = people_words (cause, incident);
      return g_strdup_printf (_("%s are not at one table in round %d."),
                              names, incident->round + 1);
    case RT_RULE_APART:
      names = people_words (cause, incident);
      return g_strdup_printf (_("%s sit together in round %d."), names, incident->round + 1);
    case RT_RULE_VISIT:
    case RT_RULE_AVOID:
      return visit_words (cause, incident);
    case RT_RULE_WISHES:
      return wishes_words (cause, incident);
    case RT_RULE_LANGUAGE:
      names = people_words (cause, incident);
      table = table_words (cause->count->plan, incident->table);
      return g_strdup_printf (_("%s needs somebody who interprets in round %d: "
                                "%s share no language."),
                              table, incident->round + 1, names);
    case RT_RULE_STEP_FREE:
      return step_free_words (cause, incident);
    }
  return NULL;
}

static char *
capacity_words (const RtCause *cause, const RtIncident *incident)
{
  const RtTable *table = rt_plan_get_table (cause->count->plan, incident->table);
  g_autofree char *name = rt_table_dup_display (table);
  int n = incident->detail, places = rt_table_get_places (table);
  gsize at = (gsize) incident->round * cause->count->roll->n_tables + incident->table;

  if (!cause->count->roll->open[at])
    return g_strdup_printf (ngettext ("%s is closed in round %d, and %d person sits there.",
                                      "%s is closed in round %d, and %d people sit there.", n),
                            name, incident->round + 1, n);
  if (n > places)
    return g_strdup_printf (ngettext ("%s has %d person too many in round %d.",
                                      "%s has %d people too many in round %d.", n - places),
                            name, n - places, incident->round + 1);
  return g_strdup_printf (ngettext ("%s is %d person short in round %d.",
                                    "%s is %d people short in round %d.", table->least - n),
                          name, table->least - n, incident->round + 1);
}

static char *
hosts_words (const RtCause *cause, const RtIncident *incident)
{
  const RtRoll *roll = cause->count->roll;
  gsize at = (gsize) incident->round * roll->n_people + incident->people[0];
  g_autofree char *table = table_words (cause->count->plan, incident->table);
  g_autofree char *host = people_words (cause, incident);
  g_autofree char *other = NULL;

  if (!roll->attends[at])
    return g_strdup_printf (_("%s has guests in round %d, and its host %s does not attend."),
                            table, incident->round + 1, host);
  if (roll->table[at] < 0)
    return g_strdup_printf (_("%s has guests in round %d, and its host %s has no seat."),
                            table, incident->round + 1, host);
  other = table_words (cause->count->plan, roll->table[at]);
  return g_strdup_printf (_("%s has guests in round %d, and its host %s sits at %s."),
                          table, incident->round + 1, host, other);
}

static char *
pinned_words (const RtCause *cause, const RtIncident *incident)
{
  RtPlan *plan = cause->count->plan;
  g_autofree char *name = people_words (cause, incident);
  g_autofree char *pin = table_words (plan, incident->table);
  g_autofree char *seat = incident->detail < 0 ? NULL : table_words (plan, incident->detail);

  if (!seat)
    return g_strdup_printf (_("%s is pinned to %s in round %d and has no seat."),
                            name, pin, incident->round + 1);
  return g_strdup_printf (_("%s is pinned to %s in round %d and sits at %s."),
                          name, pin, incident->round + 1, seat);
}

static char *
unseated_words (const RtCause *cause, const RtIncident *incident)
{
  g_autofree char *names = people_words (cause, incident);

  if (incident->n_people == 1)
    return g_strdup_printf (_("%s has no seat in round %d."), names, incident->round + 1);
  if (incident->n_people <= 3)
    return g_strdup_printf (_("%s have no seat in round %d."), names, incident->round + 1);
  return g_strdup_printf (ngettext ("%u person has no seat in round %d: %s.",
                                    "%u people have no seat in round %d: %s.", incident->n_people),
                          incident->n_people, incident->round + 1, names);
}

static char *
misplaced_words (const RtCause *cause, const RtIncident *incident)
{
  RtPlan *plan = cause->count->plan;
  g_autofree char *name = people_words (cause, incident);
  g_autofree char *table = table_words (plan, incident->table);

  if (rt_person_has_role (rt_plan_get_person (plan, incident->people[0]), "staff"))
    return g_strdup_printf (_("%s is staff and sits at %s in round %d."),
                            name, table, incident->round + 1);
  return g_strdup_printf (_("%s does not attend round %d and sits at %s."),
                          name, incident->round + 1, table);
}

static char *
always_words (const RtCause *cause, const RtIncident *incident)
{
  g_autofree char *name = NULL;

  switch (cause->always)
    {
    case RT_ALWAYS_CAPACITY:
      return capacity_words (cause, incident);
    case RT_ALWAYS_HOSTS:
      return hosts_words (cause, incident);
    case RT_ALWAYS_PINNED:
      return pinned_words (cause, incident);
    case RT_ALWAYS_UNSEATED:
      return unseated_words (cause, incident);
    case RT_ALWAYS_MISPLACED:
      return misplaced_words (cause, incident);
    case RT_ALWAYS_SLIPS:
      name = people_words (cause, incident);
      return g_strdup_printf (_("The printed slip of %s is wrong."), name);
    case RT_N_ALWAYS:
      break;
    }
  return NULL;
}

/* Where in the file: the pin, the table's row, the round's seating, else the rule itself. */
static char *
dup_path (const RtCause *cause, const RtIncident *incident)
{
  RtPlan *plan = cause->count->plan;

  if (!cause->rule && cause->always == RT_ALWAYS_PINNED)
    return g_strdup_printf ("rounds[%d].pins.%s", incident->round,
                            rt_plan_get_person (plan, incident->people[0])->parent.id);
  if (incident->round >= 0 && incident->table >= 0)
    return g_strdup_printf ("rounds[%d].seating.%s", incident->round,
                            rt_plan_get_table (plan, incident->table)->parent.id);
  if (incident->round >= 0)
    return g_strdup_printf ("rounds[%d].seating", incident->round);
  if (cause->rule)
    return g_strdup_printf ("rules[%u]", cause->rule_index);
  return g_strdup ("issued");
}

RtBreach *
rt_breach_new (const RtCause *cause, const RtIncident *incident)
{
  g_autofree char *message =
    cause->rule ? rule_words (cause, incident) : always_words (cause, incident);
  RtBreach *self;

  if (!message)
    return NULL;
  self = g_new0 (RtBreach, 1);
  self->code = cause->key;
  self->message = g_steal_pointer (&message);
  self->path = dup_path (cause, incident);
  self->round = incident->round;
  self->table = incident->table;
  self->people = g_array_new (FALSE, FALSE, sizeof (int));
  if (incident->n_people > 0)
    g_array_append_vals (self->people, incident->people, incident->n_people);
  self->strength = cause->rule ? (RtStrength) cause->rule->strength : RT_STRENGTH_MUST;
  return self;
}

void
rt_breach_free (RtBreach *breach)
{
  g_free (breach->message);
  g_free (breach->path);
  g_array_unref (breach->people);
  g_free (breach);
}
