/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A column view of GTK 4.8 that is wider than its scrolled window shows its left end at first, also
 * where people read from right to left and the first column is at the right. With this it begins
 * there, and stays there until somebody scrolls.
 */
void rt_reading_start (GtkScrolledWindow *scroller);

G_END_DECLS
