/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-order-window.h"

G_BEGIN_DECLS

/**
 * RtRulesWindow:
 *
 * The rules of a plan, each as a sentence with its strength and what it counts now. Every edit is
 * a change of the plan at once; the window has no button to apply them.
 */
#define RT_TYPE_RULES_WINDOW (rt_rules_window_get_type ())
G_DECLARE_FINAL_TYPE (RtRulesWindow, rt_rules_window, RT, RULES_WINDOW, RtOrderWindow)

GtkWidget *rt_rules_window_new (RtSession *session);

G_END_DECLS
