/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RtFrame:
 *
 * Holds a window's content and never asks for more than 360 x 294, so that a window can be made
 * small enough for its pages to change into their narrow forms (libadwaita 1.2 has no breakpoints).
 *
 * Property `child`.
 */
#define RT_TYPE_FRAME (rt_frame_get_type ())
G_DECLARE_FINAL_TYPE (RtFrame, rt_frame, RT, FRAME, GtkWidget)

G_END_DECLS
