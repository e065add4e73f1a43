/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-order-window.h"

G_BEGIN_DECLS

/**
 * RtThemesWindow:
 *
 * What the tables talk about: each theme with its letter and colour, opened in place; each step is
 * one change that can be undone.
 */
#define RT_TYPE_THEMES_WINDOW (rt_themes_window_get_type ())
G_DECLARE_FINAL_TYPE (RtThemesWindow, rt_themes_window, RT, THEMES_WINDOW, RtOrderWindow)

GtkWidget *rt_themes_window_new (RtSession *session);

G_END_DECLS
