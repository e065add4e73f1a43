/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

/**
 * RtHistory:
 *
 * Undo and redo without limit, with labels. The only object the window asks to change a plan; it
 * applies the change, remembers it and forgets what could be redone. "Modified" is computed from
 * the position and the saved mark, never set by hand.
 *
 * Signal `changed`: what can be undone or redone, or "modified", may be another.
 */
#define RT_TYPE_HISTORY (rt_history_get_type ())
G_DECLARE_FINAL_TYPE (RtHistory, rt_history, RT, HISTORY, GObject)

RtHistory  *rt_history_new          (RtPlan *plan);
gboolean    rt_history_do           (RtHistory *self, RtChange *change, GError **error);
gboolean    rt_history_undo         (RtHistory *self, GError **error);
gboolean    rt_history_redo         (RtHistory *self, GError **error);
const char *rt_history_undo_label   (RtHistory *self);   /* NULL: nothing to undo */
const char *rt_history_redo_label   (RtHistory *self);
/*
 * Changes between begin and end are undone as one, under @label. Groups nest: the outermost counts.
 */
void        rt_history_begin_group  (RtHistory *self, const char *label);
void        rt_history_end_group    (RtHistory *self);
void        rt_history_cancel_group (RtHistory *self);
void        rt_history_mark_saved   (RtHistory *self);
gboolean    rt_history_is_modified  (RtHistory *self);

G_END_DECLS
