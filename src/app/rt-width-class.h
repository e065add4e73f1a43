/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RtWidthClass:
 * @RT_WIDTH_UNKNOWN: nobody has said yet
 * @RT_WIDTH_NARROW: as on a phone: one thing below the other
 * @RT_WIDTH_MEDIUM: two things side by side, without what can be had elsewhere
 * @RT_WIDTH_WIDE: everything
 *
 * How much room the words of a window have. Pages do not look at their own width: all that is in
 * a window changes at once.
 */
typedef enum
{
  RT_WIDTH_UNKNOWN,
  RT_WIDTH_NARROW,
  RT_WIDTH_MEDIUM,
  RT_WIDTH_WIDE,
} RtWidthClass;

/* By how many words of its font fit, not points: large text makes a window narrower. */
RtWidthClass rt_width_class_of (GtkWidget *window);

G_END_DECLS
