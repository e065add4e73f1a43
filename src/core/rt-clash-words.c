/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What clashes and what could be given up, in words and as changes. */

#include "rt-clash-private.h"

#include <glib/gi18n-lib.h>

#include "rt-edit-private.h"
#include "rt-rule-sentence.h"

static const RtDemand *
member (RtClash *self, guint i)
{
  return &g_array_index (self->demands, RtDemand, g_array_index (self->set, guint, i));
}

static const RtWay *
way_at (RtClash *self, guint i)
{
  return &g_array_index (self->ways, RtWay, i);
}

static char *
demand_words (RtPlan *plan, const RtDemand *demand)
{
  g_autofree char *person = NULL;
  g_autofree char *table = NULL;

  if (demand->kind == RT_DEMAND_RULE)
    return rt_rule_dup_full_sentence (plan, rt_plan_get_rule (plan, demand->index));
  if (demand->kind == RT_DEMAND_PLACES)
    return g_strdup (_("Everybody has a seat, and no table has more people than places"));
  if (demand->kind == RT_DEMAND_LEAST)
    return g_strdup (_("No table has fewer people than it needs"));
  person = rt_person_dup_display (rt_plan_get_person (plan, demand->index));
  table = rt_table_dup_display (rt_plan_get_table (plan, demand->table));
  if (demand->kind == RT_DEMAND_PIN)
    return g_strdup_printf (_("%s is pinned to %s in round %d"), person, table, demand->round + 1);
  if (demand->kind == RT_DEMAND_LEADS)
    return g_strdup_printf (_("%s leads %s and sits there"), person, table);
  /* Translators: a table, its host */
  return g_strdup_printf (_("Nobody sits at %s in round %d, whose host %s is not there"),
                          table, demand->round + 1, person);
}

guint
rt_clash_get_n (RtClash *self)
{
  return self->result == RT_CLASH_NONE ? 0 : self->set->len;
}

char *
rt_clash_dup_member (RtClash *self, RtPlan *plan, guint i)
{
  return demand_words (plan, member (self, i));
}

int
rt_clash_get_rule (RtClash *self, guint i)
{
  return member (self, i)->kind == RT_DEMAND_RULE ? member (self, i)->index : -1;
}

/**
 * rt_clash_dup_words:
 * @self: a question that was answered
 * @plan: the plan it is about, as it was
 *
 * "Cannot" is only said of what is proven.
 *
 * Returns: (transfer full) (nullable): what clashes as one sentence; %NULL when nothing does
 */
char *
rt_clash_dup_words (RtClash *self, RtPlan *plan)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n = rt_clash_get_n (self);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = rt_clash_dup_member (self, plan, i);
      /* Translators: a rule in a list, "Amara Eze and Isla Pritchard sit at different tables" */
      g_autofree char *quoted = g_strdup_printf (_("“%s”"), words);

      g_string_append_printf (list, i > 0 ? ", %s" : "%s", quoted);
    }
  if (n == 0)
    return NULL;
  if (self->result == RT_CLASH_PROVEN)
    return n == 1 ? g_strdup_printf (_("This cannot be kept: %s."), list->str)
                  : g_strdup_printf (_("These rules cannot all be kept: %s."), list->str);
  if (n == 1)
    return g_strdup_printf (_("This was not kept in %d tries: %s."), (int) self->tries, list->str);
  return g_strdup_printf (_("These rules were not kept together in %d tries: %s."),
                          (int) self->tries, list->str);
}

guint
rt_clash_get_n_ways (RtClash *self)
{
  return self->result == RT_CLASH_NONE ? 0 : self->ways->len;
}

/* Returns: (transfer full): what could be given up, and what that costs, in words */
char *
rt_clash_dup_way (RtClash *self, RtPlan *plan, guint i)
{
  const RtDemand *demand = member (self, way_at (self, i)->member);
  int cost = way_at (self, i)->cost;
  g_autofree char *words = demand_words (plan, demand);
  g_autofree char *table = NULL;
  g_autofree char *person = NULL;

  if (demand->kind == RT_DEMAND_RULE && cost > 0)
    /* Translators: a rule, "Amara Eze and Isla Pritchard sit at different tables" */
    return g_strdup_printf (ngettext ("Make this a should, which is then missed by %d: “%s”.",
                                      "Make this a should, which is then missed by %d: “%s”.",
                                      cost),
                            cost, words);
  if (demand->kind == RT_DEMAND_RULE)
    return g_strdup_printf (_("Make this a should, which is kept all the same: “%s”."), words);
  table = rt_table_dup_display (rt_plan_get_table (plan, demand->table));
  if (demand->kind == RT_DEMAND_HOSTED)
    return g_strdup_printf (_("Close %s in round %d."), table, demand->round + 1);
  person = rt_person_dup_display (rt_plan_get_person (plan, demand->index));
  return g_strdup_printf (_("Unpin %s from %s in round %d."), person, table, demand->round + 1);
}

static RtChange *
relax_rule (RtPlan *plan, const RtDemand *demand, GError **error)
{
  const RtRule *rule = rt_plan_get_rule (plan, demand->index);
  g_autoptr (RtRule) copy = rt_record_copy (rule);
  g_autofree char *words = rt_rule_dup_full_sentence (plan, rule);
  /* Translators: a rule, "Amara Eze and Isla Pritchard sit at different tables" */
  g_autofree char *label = g_strdup_printf (_("Relax “%s”"), words);

  copy->strength = RT_STRENGTH_SHOULD;
  return rt_edit_replace (plan, label, RT_PART_RULES, copy, error);
}

static RtChange *
close_table (RtPlan *plan, const RtDemand *demand, GError **error)
{
  const RtRound *round = rt_plan_get_round (plan, demand->round);
  const RtTable *table = rt_plan_get_table (plan, demand->table);
  g_autoptr (RtRound) copy = rt_record_copy (round);
  g_autofree char *name = rt_table_dup_display (table);
  g_autofree char *in = rt_edit_dup_round_name (plan, demand->round);
  /* Translators: a table, a round */
  g_autofree char *label = g_strdup_printf (_("Close %s in %s"), name, in);
  g_autofree RtIds closed = rt_ids_add (round->closed, table->parent.id);

  rt_set_ids (&copy->closed, closed);
  return rt_edit_replace (plan, label, RT_PART_ROUNDS, copy, error);
}

/**
 * rt_clash_dup_change:
 * @self: a question that was answered
 * @plan: the plan it is about, as it was
 * @i: which way
 * @error: for people
 *
 * Returns: (transfer full): the change that gives up what way @i gives up; people stay where they
 *   sit
 */
RtChange *
rt_clash_dup_change (RtClash *self, RtPlan *plan, guint i, GError **error)
{
  const RtDemand *demand = member (self, way_at (self, i)->member);

  if (demand->kind == RT_DEMAND_RULE)
    return relax_rule (plan, demand, error);
  if (demand->kind == RT_DEMAND_HOSTED)
    return close_table (plan, demand, error);
  return rt_edit_pin (plan, rt_plan_get_round (plan, demand->round)->parent.id,
                      rt_plan_get_person (plan, demand->index)->parent.id, NULL, error);
}
