/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-session.h"

G_BEGIN_DECLS

/** RtRuleDialog: one rule, new or old: its kind and what that needs; below stands what it says */
#define RT_TYPE_RULE_DIALOG (rt_rule_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RtRuleDialog, rt_rule_dialog, RT, RULE_DIALOG, AdwWindow)

/* @rule NULL: a new one. */
GtkWidget *rt_rule_dialog_new   (RtSession *session, RtId rule);
/* Adds or changes the rule and closes; FALSE while something is missing. */
gboolean   rt_rule_dialog_apply (RtRuleDialog *self);
/* What the Add button would add: (transfer full) */
RtRule    *rt_rule_dialog_make  (RtRuleDialog *self);

G_END_DECLS
