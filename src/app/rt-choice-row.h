/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum {
  RT_CHOICE_NO,
  RT_CHOICE_YES,
  RT_CHOICE_SOME,   /* of the people shown, some */
} RtChoice;

/**
 * RtChoiceRow:
 *
 * A row that opens to a list of things to tick, and says in its subtitle what is ticked. For many
 * people at once a thing may be ticked for some of them.
 *
 * Property `add-title` (construct): what the entry at its end is called, where new words can be
 * added; none without.
 * Signal `chosen (const char *key, gboolean has)`: somebody ticked, or added a word.
 */
#define RT_TYPE_CHOICE_ROW (rt_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (RtChoiceRow, rt_choice_row, RT, CHOICE_ROW, AdwExpanderRow)

/* What there is to tick, one call each between begin and end. Rows that are there already stay, and
   with them the focus. */
void rt_choice_row_begin  (RtChoiceRow *self);
void rt_choice_row_add    (RtChoiceRow *self, const char *key, const char *title, RtChoice choice);
/* @none is the subtitle while nothing is ticked. */
void rt_choice_row_end    (RtChoiceRow *self, const char *none);
/* NULL if not there. */
GtkCheckButton *rt_choice_row_get_check (RtChoiceRow *self, const char *key);

G_END_DECLS
