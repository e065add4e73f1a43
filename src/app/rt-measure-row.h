/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Rows of the lists beside the room: a box in a row, filled with icons and words. */
void rt_measure_row_clear (GtkListBox *list);
GtkWidget *rt_measure_row_new (GtkListBox *list, gboolean activatable);
/* Words that wrap, at the start of their line; @klass (nullable): a style */
GtkWidget *rt_measure_row_add_label (GtkWidget *box, const char *text, const char *klass);
void rt_measure_row_add_icon (GtkWidget *box, const char *name, const char *klass);
/* A whole row. @reason (nullable) below @words; @icon and @klass (nullable): "proven" or
 * "broken" */
GtkWidget *rt_measure_row_add (GtkListBox *list, const char *title, const char *words,
                               const char *reason, const char *number, const char *icon,
                               const char *klass, gboolean activatable);

/* What people ask for first stands first, whatever the order of the rules: from 0. */
#define RT_MEASURE_RANKS 5
guint rt_measure_row_rank (const char *key);

G_END_DECLS
