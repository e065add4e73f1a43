/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** RtWindow: one plan in a window: header, pages, and every action on the plan. */
#define RT_TYPE_WINDOW (rt_window_get_type ())
G_DECLARE_FINAL_TYPE (RtWindow, rt_window, RT, WINDOW, AdwApplicationWindow)

RtWindow *rt_window_new (GtkApplication *application);

G_END_DECLS
