/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-order-row.h"
#include "rt-session.h"

G_BEGIN_DECLS

/**
 * RtRuleRow:
 *
 * One rule in the list: its sentence, what it counts, its strength. It changes nothing itself; what
 * its controls ask for as its value is an RtStrength.
 */
#define RT_TYPE_RULE_ROW (rt_rule_row_get_type ())
G_DECLARE_FINAL_TYPE (RtRuleRow, rt_rule_row, RT, RULE_ROW, RtOrderRow)

GtkWidget *rt_rule_row_new    (void);
void       rt_rule_row_update (RtRuleRow *self, RtSession *session, guint index,
                               gboolean arranged);

G_END_DECLS
