/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RtLengthRow:
 *
 * A row with a number to change: a length in metres, kept in cm, or an angle in degrees.
 *
 * Signal `changed (int value)`: somebody gave it another value; not when it was set.
 */
#define RT_TYPE_LENGTH_ROW (rt_length_row_get_type ())
G_DECLARE_FINAL_TYPE (RtLengthRow, rt_length_row, RT, LENGTH_ROW, AdwActionRow)

GtkWidget *rt_length_row_new_length (const char *title, int least); /* cm */
GtkWidget *rt_length_row_new_position (const char *title);
GtkWidget *rt_length_row_new_angle (const char *title);
void rt_length_row_set (RtLengthRow *self, int value);
void rt_length_row_focus (RtLengthRow *self);

G_END_DECLS
