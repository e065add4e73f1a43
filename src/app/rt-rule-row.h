/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-session.h"

G_BEGIN_DECLS

/** RtRuleAsk: what can be asked for at a row, and which of its parts that is */
typedef enum {
  RT_RULE_ASK_HERE,     /* detail: index of the row that was dropped; the row itself */
  RT_RULE_ASK_STRENGTH, /* detail: RtStrength */
  RT_RULE_ASK_UP,
  RT_RULE_ASK_DOWN,
  RT_RULE_ASK_REMOVE,
} RtRuleAsk;

/**
 * RtRuleRow:
 *
 * One rule in the list: its sentence, what it counts, its strength. It changes nothing itself.
 *
 * Signal: `asked (RtRuleAsk what, guint detail)`.
 */
#define RT_TYPE_RULE_ROW (rt_rule_row_get_type ())
G_DECLARE_FINAL_TYPE (RtRuleRow, rt_rule_row, RT, RULE_ROW, GtkListBoxRow)

GtkWidget *rt_rule_row_new        (RtId rule);
RtId       rt_rule_row_get_rule   (RtRuleRow *self);
void       rt_rule_row_update     (RtRuleRow *self, RtSession *session, guint index, gboolean arranged);
/* The buttons below the sentence, not beside it. */
void       rt_rule_row_set_narrow (RtRuleRow *self, gboolean narrow);
/* Which part has the focus, and to give it that. */
RtRuleAsk  rt_rule_row_get_focus  (RtRuleRow *self);
void       rt_rule_row_focus      (RtRuleRow *self, RtRuleAsk part);

G_END_DECLS
