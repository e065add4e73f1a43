/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-session.h"

G_BEGIN_DECLS

/**
 * RtArrangingCard:
 *
 * What is told while it arranges, once a second: the time, what was found so far on its way to the
 * bound, when it was last better, and the way back. Visible from half a second on; what ends sooner
 * shows nothing.
 */
#define RT_TYPE_ARRANGING_CARD (rt_arranging_card_get_type ())
G_DECLARE_FINAL_TYPE (RtArrangingCard, rt_arranging_card, RT, ARRANGING_CARD, GtkWidget)

void rt_arranging_card_set_session (RtArrangingCard *self, RtSession *session);
/* How many rounds are arranged: those that are not over. */
guint rt_arranging_card_count_rounds (RtPlan *plan);

G_END_DECLS
