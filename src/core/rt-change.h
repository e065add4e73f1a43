/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gio/gio.h>

#include "rt-record.h"

G_BEGIN_DECLS

/**
 * RtEdit:
 * @part: the part whose list is edited
 * @index: where, at the time the edit is made
 * @before: (nullable): the record that is there; %NULL inserts
 * @after: (nullable): the record that is there afterwards; %NULL removes
 */
typedef struct {
  RtPart    part;
  guint     index;
  RtRecord *before;
  RtRecord *after;
} RtEdit;

/**
 * RtChange:
 *
 * One labelled edit of a plan: a list of records put in, taken out or replaced. It holds both
 * sides, so its inverse is the same list backwards. Everything that changes a plan is one of these.
 */
#define RT_TYPE_CHANGE (rt_change_get_type ())
typedef struct _RtChange RtChange;
GType         rt_change_get_type   (void);

RtChange     *rt_change_new        (const char *label);             /* for people: "Move Ged Curran
                                                                       to Table 3" */
RtChange     *rt_change_ref        (RtChange *self);
void          rt_change_unref      (RtChange *self);
const char   *rt_change_get_label  (const RtChange *self);
void          rt_change_insert     (RtChange *self, RtPart part, guint index, gconstpointer after);
void          rt_change_remove     (RtChange *self, RtPart part, guint index, gconstpointer before);
void          rt_change_replace    (RtChange *self, RtPart part, guint index, gconstpointer before,
                                    gconstpointer after);
guint         rt_change_get_n_edits (const RtChange *self);
const RtEdit *rt_change_get_edit   (const RtChange *self, guint i);
gboolean      rt_change_touches    (const RtChange *self, RtPart part);
RtChange     *rt_change_invert     (const RtChange *self);           /* the same label */
/* One after the other, as one */
RtChange     *rt_change_join       (const char *label, RtChange * const *changes, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtChange, rt_change_unref)

G_END_DECLS
