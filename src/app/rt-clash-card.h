/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-session.h"

G_BEGIN_DECLS

/**
 * RtClashCard:
 *
 * "These rules cannot all be kept", with what could be given up, each a button. Asks in a thread, a
 * moment after the last change, and only when something that must be kept is not. Shows nothing
 * else.
 */
#define RT_TYPE_CLASH_CARD (rt_clash_card_get_type ())
G_DECLARE_FINAL_TYPE (RtClashCard, rt_clash_card, RT, CLASH_CARD, GtkWidget)

/* @session may be NULL. */
void rt_clash_card_set_session (RtClashCard *self, RtSession *session);

G_END_DECLS
