/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-session.h"

G_BEGIN_DECLS

/**
 * RtRoundSwitcher:
 *
 * Linked buttons with the rounds' numbers and clock times, a triangle where a rule is broken and a
 * lock where the round is over; for many rounds or little room a drop-down between Previous and
 * Next.
 */
#define RT_TYPE_ROUND_SWITCHER (rt_round_switcher_get_type ())
G_DECLARE_FINAL_TYPE (RtRoundSwitcher, rt_round_switcher, RT, ROUND_SWITCHER, GtkWidget)

typedef enum {
  RT_SWITCHER_WORDS, /* Round 2  10:40–11:05 */
  RT_SWITCHER_SHORT, /* 2  10:40 */
  RT_SWITCHER_LIST,  /* a drop-down */
} RtSwitcherForm;

void rt_round_switcher_set_session (RtRoundSwitcher *self, RtSession *session);
void rt_round_switcher_set_form (RtRoundSwitcher *self, RtSwitcherForm form);
/* Where rounds are only looked at, none is added. */
void rt_round_switcher_set_fixed (RtRoundSwitcher *self, gboolean fixed);

G_END_DECLS
