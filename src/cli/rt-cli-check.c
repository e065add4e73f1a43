/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-cli.h"

#include <glib/gi18n-lib.h>

#include "rt-clash.h"
#include "rt-json.h"
#include "rt-replan.h"
#include "rt-why.h"

/* Seats up to which a seating is looked for where there is no proof. */
#define MOST_SEATS_SEARCHED 20000

/* Each takes the beginning of an arranging, and nobody reads more. */
#define MOST_REMEDIES 10
#define MOST_SEATS_MENDED 2000

/* Before everybody has a seat a small number proves nothing. */
static void
append_measure (GString *text, RtPlan *plan, const RtMeasures *measures, const RtMeasure *measure,
                gboolean seated)
{
  g_autofree char *reason = rt_measures_dup_reason (measures, plan, measure->key);
  g_autofree char *found = g_strdup_printf ("%" G_GINT64_FORMAT, measure->found);
  g_autofree char *bound = g_strdup_printf ("%" G_GINT64_FORMAT, measure->bound);

  /* Translators: a measure, what it is, and the least it could be */
  g_string_append_printf (text, seated && measure->found == measure->bound
                                ? _("%s %s, at least %s: proven\n") : _("%s %s, at least %s\n"),
                          rt_measure_get_title (measure->key), found, bound);
  if (reason != NULL)
    /* Translators: why a measure cannot be less than its bound */
    g_string_append_printf (text, _("  because %s\n"), reason);
}

static void
append_wishes (GString *text, const RtMeasures *measures)
{
  if (measures->wishes_first >= 0)
    g_string_append_printf (text, _("Sign-ups: %d first choices, %d second, %d third, %d later, "
                                    "%d none\n"),
                            measures->wishes_first, measures->wishes_second,
                            measures->wishes_third, measures->wishes_later,
                            measures->wishes_none);
}

/* What one swap or move could do about what is told of somebody, or NULL. */
static const char *
find_remedy (GPtrArray *lines, const char *message)
{
  gboolean told = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const RtWhyLine *line = g_ptr_array_index (lines, i);

      told = told || g_str_equal (line->fact, message);
      if (told && line->remedy != NULL)
        return line->helps ? line->remedy : NULL;
    }
  return NULL;
}

/* Which rule stands in the way of whom: the first of the people for whom something can be done. */
static void
append_remedy (GString *text, RtPlan *plan, const RtMeasures *measures, const RtBreach *breach)
{
  for (guint r = 0; r < rt_plan_get_n (plan, RT_PART_ROUNDS); r++)
    for (guint i = 0; i < breach->people->len && (breach->round < 0 || breach->round == (int) r);
         i++)
      {
        const RtPerson *person = rt_plan_get_person (plan, g_array_index (breach->people, int, i));
        g_autoptr (GPtrArray) lines = rt_why_new (plan, measures, r, person->parent.id);
        g_autofree char *name = rt_person_dup_display (person);
        const char *remedy = find_remedy (lines, breach->message);

        if (remedy == NULL)
          continue;
        /*
         * Translators: somebody, a round, and a sentence: "Swapping with Bob would mend this ..."
         */
        g_string_append_printf (text, _("  %s in round %d: %s\n"), name, (int) r + 1, remedy);
        return;
      }
}

static void
append_breaches (GString *text, RtPlan *plan, const RtMeasures *measures)
{
  gsize seats = (gsize) rt_plan_get_n (plan, RT_PART_PEOPLE) * rt_plan_get_n (plan, RT_PART_ROUNDS);
  int looked = seats > MOST_SEATS_MENDED ? MOST_REMEDIES : 0;

  for (guint i = 0; i < measures->breaches->len; i++)
    {
      const RtBreach *breach = g_ptr_array_index (measures->breaches, i);

      if (!rt_measures_is_wrong (measures, breach))
        continue;
      g_string_append_printf (text, breach->strength == RT_STRENGTH_MUST ? _("Must: %s\n")
                                    : _("Should: %s\n"), breach->message);
      if (looked++ < MOST_REMEDIES)
        append_remedy (text, plan, measures, breach);
    }
}

/*
 * What cannot be kept together. A plan that nobody has arranged breaks rules without having tried.
 */
static RtClash *
find_clash (RtPlan *plan, const RtMeasures *measures)
{
  gsize seats = (gsize) rt_plan_get_n (plan, RT_PART_PEOPLE) * rt_plan_get_n (plan, RT_PART_ROUNDS);
  gboolean seated = rt_measures_find (measures, "unseated")->found == 0;
  g_autoptr (RtClash) clash = NULL;

  if (measures->must_kept)
    return NULL;
  clash = rt_clash_new (plan);
  if (rt_clash_run (clash, seated && seats <= MOST_SEATS_SEARCHED ? RT_CLASH_TRIES : 0) ==
      RT_CLASH_NONE)
    return NULL;
  return g_steal_pointer (&clash);
}

static void
append_clash (GString *text, RtPlan *plan, const RtMeasures *measures)
{
  g_autoptr (RtClash) clash = find_clash (plan, measures);
  g_autofree char *words = clash != NULL ? rt_clash_dup_words (clash, plan) : NULL;

  if (words != NULL)
    g_string_append_printf (text, "%s\n", words);
  for (guint i = 0; words != NULL && i < rt_clash_get_n_ways (clash); i++)
    {
      g_autofree char *way = rt_clash_dup_way (clash, plan, i);

      /* Translators: one thing that could be given up so that all else can be kept */
      g_string_append_printf (text, _("One way out: %s\n"), way);
    }
}

static void
append_option (GString *text, const RtReplanOption *option)
{
  if (option->change == NULL)
    /* Translators: an answer to somebody being away, and why it is not possible */
    g_string_append_printf (text, _("  %s: not possible. %s\n"), option->title, option->words);
  else
    /* Translators: an answer to somebody being away, and its prices */
    g_string_append_printf (text,
                            _("  %s: wrong slips or moves %d, repeats %d, same organisation %d, "
                              "new host sheets %d, musts broken by %d\n"),
                            option->title, option->slips, (int) MAX (option->repeats, 0),
                            (int) MAX (option->same, 0), option->sheets, (int) option->broken);
}

/* What could be done about the first host who does not attend while guests sit at the table. */
static void
append_answers (GString *text, RtPlan *plan, const RtMeasures *measures)
{
  g_autoptr (RtRoll) roll = rt_roll_new (plan);

  for (guint i = 0; i < measures->breaches->len; i++)
    {
      const RtBreach *breach = g_ptr_array_index (measures->breaches, i);
      g_autoptr (RtReplan) replan = NULL;
      g_autofree char *title = NULL;
      RtId host;
      int p;

      if (!g_str_equal (breach->code, "hosts") || breach->people->len == 0 || breach->round < 0)
        continue;
      p = g_array_index (breach->people, int, 0);
      if (roll->attends[(gsize) breach->round * roll->n_people + p])
        continue;
      host = rt_plan_get_person (plan, p)->parent.id;
      replan = rt_replan_new (plan, &host, 1, breach->round, NULL);
      if (replan == NULL)
        return;
      rt_replan_run (replan);
      title = rt_replan_dup_title (replan);
      g_string_append_printf (text, "%s:\n", title);
      for (guint k = 0; k < rt_replan_get_n (replan); k++)
        append_option (text, rt_replan_get (replan, k));
      return;
    }
}

static JsonNode *
clash_to_json (RtClash *clash, RtPlan *plan)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *words = rt_clash_dup_words (clash, plan);
  g_autofree char *path = NULL;

  for (guint i = 0; i < rt_clash_get_n (clash) && path == NULL; i++)
    if (rt_clash_get_rule (clash, i) >= 0)
      path = g_strdup_printf ("rules[%d]", rt_clash_get_rule (clash, i));
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "code");
  json_builder_add_string_value (builder, "clash");
  json_builder_set_member_name (builder, "message");
  json_builder_add_string_value (builder, words);
  json_builder_set_member_name (builder, "path");
  json_builder_add_string_value (builder, path != NULL ? path : "rounds");
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static JsonNode *
problems_to_json (RtPlan *plan, const RtMeasures *measures)
{
  JsonNode *problems = rt_breaches_to_json (measures);
  g_autoptr (RtClash) clash = find_clash (plan, measures);

  if (clash != NULL)
    json_array_add_element (json_node_get_array (problems), clash_to_json (clash, plan));
  return problems;
}

/**
 * rt_cli_report:
 *
 * Returns: (transfer full): what is wrong and the measures with their bounds, one per line, for
 *   people
 */
char *
rt_cli_report (RtPlan *plan, const RtMeasures *measures)
{
  GString *text = g_string_new (NULL);
  g_autofree char *counts = rt_cli_dup_counts (plan);
  g_autofree char *ahead = NULL;
  g_autofree char *meeting = rt_measures_dup_meeting_words (measures);
  gboolean seated = rt_measures_find (measures, "unseated")->found == 0;

  g_string_append_printf (text, "%s: %s\n", rt_plan_get_title (plan), counts);
  append_breaches (text, plan, measures);
  append_clash (text, plan, measures);
  append_answers (text, plan, measures);
  ahead = seated ? NULL : rt_measures_dup_feasibility (plan, measures);
  if (ahead != NULL)
    g_string_append_printf (text, "%s\n", ahead);
  for (guint i = 0; i < measures->measures->len; i++)
    append_measure (text, plan, measures, &g_array_index (measures->measures, RtMeasure, i),
                    seated);
  append_wishes (text, measures);
  g_string_append_printf (text, _("Most meetings of two people %d\n"), measures->together_most);
  if (measures->guests > 0)
    g_string_append_printf (text, _("Other guests met: %d to %d, %.1f on average\n"),
                            measures->met_least, measures->met_most, measures->met_mean);
  if (meeting != NULL)
    g_string_append_printf (text, "%s\n", meeting);
  g_string_append (text, measures->proven ? _("Proven: no seating is better.\n")
                         : measures->must_kept ? _("Not proven to be the best.\n")
                         : _("A rule that must be kept is broken, or somebody has no seat.\n"));
  return rt_cli_make_safe (g_string_free (text, FALSE));
}

/**
 * rt_cli_report_json:
 * @solver: (transfer full) (nullable): how the seating was found
 *
 * Returns: (transfer full): the same as one JSON object, for programs
 */
char *
rt_cli_report_json (RtPlan *plan, const RtMeasures *measures, JsonNode *solver)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "valid");
  json_builder_add_boolean_value (builder, TRUE);
  json_builder_set_member_name (builder, "problems");
  json_builder_add_value (builder, problems_to_json (plan, measures));
  json_builder_set_member_name (builder, "measures");
  json_builder_add_value (builder, rt_measures_to_json (measures));
  json_builder_set_member_name (builder, "proven");
  json_builder_add_boolean_value (builder, measures->proven);
  if (solver != NULL)
    {
      json_builder_set_member_name (builder, "solver");
      json_builder_add_value (builder, solver);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return rt_json_print (root, NULL);
}

RtExit
rt_cli_judge (const RtMeasures *measures)
{
  return measures->must_kept ? RT_EXIT_DONE : RT_EXIT_BROKEN;
}

static RtExit
run (char **argv, gboolean json)
{
  g_auto (GStrv) files = NULL;
  g_autoptr (RtPlan) plan = NULL;
  g_autoptr (RtMeasures) measures = NULL;
  g_autofree char *text = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print one JSON object"), NULL }, { NULL }
  };
  GError *error = NULL;

  if (!rt_cli_parse (&rt_cli_check, entries, argv, 1, &files, &error))
    return rt_cli_fail (error, json);
  plan = rt_cli_load (files[0], &error);
  if (plan == NULL)
    return rt_cli_fail (error, json);
  measures = rt_measures_new (plan);
  text = as_json ? rt_cli_report_json (plan, measures, NULL) : rt_cli_report (plan, measures);
  return rt_cli_put (text, &error) ? rt_cli_judge (measures) : rt_cli_fail (error, json);
}

const RtCommand rt_cli_check = {
  "check",
  "rotunda-cli check PLAN [--json]",
  "PLAN",
  N_("Says whether a plan is valid, which rules are broken, and the measures with their bounds."),
  run,
};
