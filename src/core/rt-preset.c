/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-preset.h"

#include <glib/gi18n-lib.h>

#define MAX_RULES 7

typedef struct {
  RtRuleKind  kind;
  RtStrength  strength;
  RtRuleOf    of;
  const char *by;
} Rule;

#define MUST(kind) { RT_RULE_##kind, RT_STRENGTH_MUST }
#define SHOULD(kind) { RT_RULE_##kind, RT_STRENGTH_SHOULD }
#define MAY(kind) { RT_RULE_##kind, RT_STRENGTH_MAY }
#define RETURNS(of) { RT_RULE_RETURNS, RT_STRENGTH_MUST, RT_RULE_OF_##of }
#define SPREAD { RT_RULE_SPREAD, RT_STRENGTH_SHOULD, 0, "organisation" }

/* The plan format's table of presets. Rounds 0: as many as tables. */
static const struct {
  const char *title;
  const char *description;
  guint       rounds;
  int         minutes, changeover;
  guint       n_rules;
  Rule        rules[MAX_RULES];
} presets[] = {
  [RT_PRESET_HOSTED_CAFE] = {
    N_("Hosted café"), N_("Hosts stay, everybody else moves"), 3, 25, 5, 7,
    { MUST (EVEN), RETURNS (HOST), MUST (OWN_HOST), MUST (STEP_FREE), SHOULD (REPEATS), SPREAD,
      MAY (WISHES) } },
  [RT_PRESET_HOST_PER_ROUND] = {
    N_("Café with a host per round"), N_("Everybody moves, another host each round"), 3, 20, 5, 6,
    { MUST (EVEN), RETURNS (HOST), MUST (STEP_FREE), SHOULD (REPEATS), SPREAD, MAY (WISHES) } },
  [RT_PRESET_KNOWLEDGE_CAFE] = {
    N_("Knowledge café"), N_("Tables of four without hosts, everybody moves"), 3, 20, 5, 4,
    { MUST (EVEN), MUST (STEP_FREE), SHOULD (REPEATS), SPREAD } },
  [RT_PRESET_CAROUSEL] = {
    N_("Carousel"), N_("Everybody visits every method"), 0, 15, 3, 5,
    { MUST (EVEN), RETURNS (TABLE), MUST (STEP_FREE), SHOULD (REPEATS), SPREAD } },
  [RT_PRESET_THEME_GROUPS] = {
    N_("Theme groups"), N_("Groups by sign-up, nobody moves"), 1, 45, 0, 4,
    { SHOULD (WISHES), SHOULD (EVEN), MUST (STEP_FREE), SPREAD } },
  [RT_PRESET_VISITOR] = {
    N_("Visitor travels"), N_("A visitor goes from table to table, groups stay"), 0, 15, 3, 3,
    { MUST (EVEN), MUST (STEP_FREE), SPREAD } },
  [RT_PRESET_ROUNDTABLE] = {
    N_("Roundtable"), N_("One table, nobody moves"), 1, 90, 0, 0 },
  [RT_PRESET_PLENARY] = {
    N_("Plenary"), N_("Everybody listens, no tables"), 0, 0, 0, 0 },
};

/**
 * rt_preset_rules:
 *
 * Returns: (transfer full) (element-type RtRule): the preset's rules as records with new ids, in
 *   the order of the plan format's table
 */
GPtrArray *
rt_preset_rules (RtPreset preset)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func (rt_record_unref);

  for (guint i = 0; i < presets[preset].n_rules; i++)
    {
      const Rule *given = &presets[preset].rules[i];
      RtRule *rule = rt_rule_new (given->kind, given->strength);

      if (given->kind == RT_RULE_RETURNS)
        rule->of = given->of;
      rt_set_text (&rule->by, given->by);
      g_ptr_array_add (rules, rule);
    }
  return rules;
}

/**
 * rt_preset_get_times:
 * @rounds: (out): how many; 0 is as many as tables
 * @minutes: (out): of each
 * @changeover: (out): minutes between two
 */
void
rt_preset_get_times (RtPreset preset, guint *rounds, int *minutes, int *changeover)
{
  *rounds = presets[preset].rounds;
  *minutes = presets[preset].minutes;
  *changeover = presets[preset].changeover;
}

/** rt_preset_get_title: Returns: "Hosted café", translated */
const char *
rt_preset_get_title (RtPreset preset)
{
  return _(presets[preset].title);
}

/** rt_preset_get_description: Returns: "Hosts stay, everybody else moves", translated */
const char *
rt_preset_get_description (RtPreset preset)
{
  return _(presets[preset].description);
}
