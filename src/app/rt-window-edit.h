/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-window.h"

G_BEGIN_DECLS

/* What the actions do to the plan, where it takes more than one call: each is one change, and says
 * what it did. */
void rt_window_move_person   (RtWindow *self, RtId round, RtId person, RtId table, int chair);
void rt_window_swap_people   (RtWindow *self, RtId round, RtId a, RtId b);
void rt_window_unseat        (RtWindow *self, RtId round, RtId person);
/* Where it costs least. */
void rt_window_seat_best     (RtWindow *self, RtId round, RtId person);
void rt_window_add_person    (RtWindow *self);
/* Two entries turn out to be one person: @gone goes. */
void rt_window_merge_people  (RtWindow *self, RtId keep, RtId gone);
void rt_window_add_unnamed   (RtWindow *self, guint n);
void rt_window_place_table   (RtWindow *self, RtId table, int x, int y);
/* A table for each host who has none. */
void rt_window_add_table_per_host (RtWindow *self);
/* A word of rt_edit_lay_out(): tables move, nobody loses a chair. */
void rt_window_layout        (RtWindow *self, const char *layout);
void rt_window_remove        (RtWindow *self, RtPart part, const char * const *ids);
/* Tables, rounds and rules of a format, over the people there are. */
void rt_window_set_up        (RtWindow *self, const char *preset);

/* After people have come, in the same group: in the format chosen on the welcome page if nothing
   was laid out yet, and anew if rt_preset_is_as_laid_out() was so before. */
gboolean rt_window_fit_tables (RtWindow *self, gboolean as_laid_out);

G_END_DECLS
