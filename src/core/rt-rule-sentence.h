/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

/* What a rule asks for, as a sentence. */

/* Returns: (transfer full) (nullable): "Nobody sits with a host of their own organisation"; NULL
   while the rule has not all that its kind needs. */
char       *rt_rule_dup_sentence   (RtPlan *plan, const RtRule *rule);
/*
 * Returns: (transfer full) (nullable): likewise with its rounds, if it does not act in all: "Amara
 * Eze and Isla Pritchard sit at different tables in round 2".
 */
char       *rt_rule_dup_full_sentence (RtPlan *plan, const RtRule *rule);
/* Returns: (transfer full) (nullable): "Only in round 2"; NULL for a rule for all rounds. */
char       *rt_rule_dup_rounds     (RtPlan *plan, const RtRule *rule);
/* The kind alone, for a list to choose from: "Certain people sit together". */
const char *rt_rule_kind_get_title (RtRuleKind kind);
const char *rt_strength_get_title  (RtStrength strength);   /* "Must" */
/* Whether the rule has all that its kind needs. */
gboolean    rt_rule_is_complete    (const RtRule *rule);

/* "of Barking and Dagenham", "tagged new": what the people of one value of @by have in common */
char       *rt_words_for_group     (const char *by, const char *value);

G_END_DECLS
