/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-session.h"

G_BEGIN_DECLS

/**
 * RtPersonRules:
 *
 * The rules that are about one person, as sentences, and the making of another: never at a table,
 * once at a table, always or never with somebody. A rule made here is a must.
 */
#define RT_TYPE_PERSON_RULES (rt_person_rules_get_type ())
G_DECLARE_FINAL_TYPE (RtPersonRules, rt_person_rules, RT, PERSON_RULES, GtkWidget)

typedef enum {
  RT_PERSON_RULE_AVOID,
  RT_PERSON_RULE_VISIT,
  RT_PERSON_RULE_TOGETHER,
  RT_PERSON_RULE_APART,
  RT_N_PERSON_RULES,
} RtPersonRule;

void     rt_person_rules_show (RtPersonRules *self, RtSession *session, RtId person);
/* Adds a rule about the person shown and @other, a table or a person as @kind needs. */
gboolean rt_person_rules_add  (RtPersonRules *self, RtPersonRule kind, RtId other);

G_END_DECLS
