/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-order-window.h"

G_BEGIN_DECLS

/**
 * RtAgendaWindow:
 *
 * The sessions of the day and their rounds, each with its clock time: added, removed, ordered and
 * opened; each step is one change that can be undone.
 */
#define RT_TYPE_AGENDA_WINDOW (rt_agenda_window_get_type ())
G_DECLARE_FINAL_TYPE (RtAgendaWindow, rt_agenda_window, RT, AGENDA_WINDOW, RtOrderWindow)

GtkWidget *rt_agenda_window_new (RtSession *session);

G_END_DECLS
