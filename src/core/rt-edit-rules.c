/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Edits of the rules: every label says which one. */

#include "rt-edit-private.h"

#include <glib/gi18n-lib.h>

#include "rt-rule-sentence.h"

/* @format holds one %s, for the rule's sentence. */
static char *
dup_label (RtPlan *plan, const char *format, const RtRule *rule)
{
  g_autofree char *sentence = rt_rule_dup_sentence (plan, rule);
  g_autoptr (GString) label = g_string_new (format);

  g_string_replace (label, "%s",
                    sentence != NULL ? sentence : rt_rule_kind_get_title (rule->kind), 1);
  return g_string_free (g_steal_pointer (&label), FALSE);
}

/**
 * rt_edit_add_rule: Returns: (transfer full): @rule comes last, and counts least of its strength
 */
RtChange *
rt_edit_add_rule (RtPlan *plan, const RtRule *rule, GError **error)
{
  g_autofree char *label = dup_label (plan, _("Add Rule “%s”"), rule);
  gpointer records[] = { (gpointer) rule };

  return rt_edit_add (plan, label, RT_PART_RULES, records, 1, error);
}

/** rt_edit_change_rule: Returns: (transfer full): @rule takes the place of the one with its id */
RtChange *
rt_edit_change_rule (RtPlan *plan, const RtRule *rule, GError **error)
{
  g_autofree char *label = dup_label (plan, _("Change Rule “%s”"), rule);

  return rt_edit_replace (plan, label, RT_PART_RULES, rule, error);
}

/** rt_edit_set_strength: Returns: (transfer full): */
RtChange *
rt_edit_set_strength (RtPlan *plan, RtId id, RtStrength strength, GError **error)
{
  static const char * const formats[] = {
    /* Translators: a rule as a sentence */
    N_("Make a Must of “%s”"), N_("Make a Should of “%s”"), N_("Make a May of “%s”"),
  };
  const RtRule *rule = rt_edit_find (plan, RT_PART_RULES, id, NULL, error);
  g_autoptr (RtRule) copy = NULL;
  g_autofree char *label = NULL;

  if (rule == NULL)
    return NULL;
  copy = rt_record_copy (rule);
  copy->strength = strength;
  label = dup_label (plan, _(formats[CLAMP ((int) strength, 0, 2)]), copy);
  return rt_edit_replace (plan, label, RT_PART_RULES, copy, error);
}

/** rt_edit_move_rule: Returns: (transfer full): what stands higher counts first of its strength */
RtChange *
rt_edit_move_rule (RtPlan *plan, RtId id, guint to, GError **error)
{
  guint from;
  const RtRule *rule = rt_edit_find (plan, RT_PART_RULES, id, &from, error);
  g_autofree char *label = NULL;

  if (rule == NULL)
    return NULL;
  label = dup_label (plan, to < from ? _("Move Up Rule “%s”") : _("Move Down Rule “%s”"), rule);
  return rt_edit_reorder (plan, label, RT_PART_RULES, id, to, error);
}

/** rt_edit_remove_rule: Returns: (transfer full): */
RtChange *
rt_edit_remove_rule (RtPlan *plan, RtId id, GError **error)
{
  const RtRule *rule = rt_edit_find (plan, RT_PART_RULES, id, NULL, error);
  g_autofree char *label = rule != NULL ? dup_label (plan, _("Remove Rule “%s”"), rule) : NULL;

  return rule != NULL ? rt_edit_remove (plan, label, RT_PART_RULES, &id, 1, error) : NULL;
}
