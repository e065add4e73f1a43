/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-people-columns.h"
#include "rt-people-shown.h"

G_BEGIN_DECLS

/**
 * RtPeopleEditor:
 *
 * Edits cells of the list of people where they stand. Enter keeps what was typed and goes down, Tab
 * goes to the next cell, Escape leaves the cell as it was; whoever looks elsewhere has meant what
 * they typed. Only the cell in hand has an entry, so that the list scrolls as fast as without.
 */
#define RT_TYPE_PEOPLE_EDITOR (rt_people_editor_get_type ())
G_DECLARE_FINAL_TYPE (RtPeopleEditor, rt_people_editor, RT, PEOPLE_EDITOR, GObject)

/* @view outlives the editor. */
RtPeopleEditor *rt_people_editor_new         (GtkColumnView *view, RtPeopleShown *shown);
void            rt_people_editor_set_session (RtPeopleEditor *self, RtSession *session);
/* Returns: FALSE where the row has no such cell. */
gboolean        rt_people_editor_begin       (RtPeopleEditor *self, guint position,
                                              RtPeopleColumn column);
/* In the row that is selected, else the one with the focus, at the column edited last. */
gboolean        rt_people_editor_begin_here  (RtPeopleEditor *self);
/* Keeps what was typed; nothing when no cell is being edited. */
void            rt_people_editor_finish      (RtPeopleEditor *self);

G_END_DECLS
