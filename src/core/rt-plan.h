/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gio/gio.h>

#include "rt-change.h"
#include "rt-person.h"
#include "rt-round.h"
#include "rt-rule.h"
#include "rt-table.h"

G_BEGIN_DECLS

#define RT_PLAN_VERSION 1
#define RT_MAX_PEOPLE 20000
#define RT_MAX_TABLES 2000
#define RT_MAX_PLAN_ROUNDS 24

const char          *rt_part_get_name  (RtPart part);   /* in the file: "people" */
const RtRecordClass *rt_part_get_class (RtPart part);
gboolean             rt_part_is_single (RtPart part);   /* one object in the file, not a list */

/**
 * RtPlan:
 *
 * One event: the document. Its records are immutable; the only way to change it is
 * rt_plan_apply(). A plan that was made by a newer Rotunda is read-only.
 *
 * Signal `changed (RtChange *change)`: emitted once after each applied change.
 */
#define RT_TYPE_PLAN (rt_plan_get_type ())
G_DECLARE_FINAL_TYPE (RtPlan, rt_plan, RT, PLAN, GObject)

RtPlan        *rt_plan_new          (void);                                   /* empty */
RtPlan        *rt_plan_new_snapshot (RtPlan *self);                           /* for another thread;
                                                                                 O(1) */
guint          rt_plan_get_n        (RtPlan *self, RtPart part);
gconstpointer  rt_plan_get          (RtPlan *self, RtPart part, guint index); /* (transfer none) */
/* O(1); NULL if not there */
gconstpointer  rt_plan_find         (RtPlan *self, RtPart part, RtId id, guint *index);
/* G_MAXUINT if not there */
guint          rt_plan_index_of     (RtPlan *self, RtPart part, RtId id);
/* Whether the same records stand there in the same order. */
gboolean       rt_plan_part_equal   (RtPlan *self, RtPlan *other, RtPart part);
guint64        rt_plan_get_serial   (RtPlan *self);                           /* grows with every
                                                                                 change */
gboolean       rt_plan_is_read_only (RtPlan *self);

const RtEvent *rt_plan_get_event    (RtPlan *self);   /* never NULL: an empty one where there is
                                                         none */
const char    *rt_plan_get_title    (RtPlan *self);   /* the event's title, or "Untitled plan"
                                                         translated */

/* The one door. Nothing has changed when it returns FALSE. */
gboolean       rt_plan_apply        (RtPlan *self, RtChange *change, GError **error);
/*
 * Whether the door would let @change in: every value in its range, every id unique and referring to
 * something that is there, nobody seated twice, within the limits, not read-only. (That a round is
 * over is for rt_edit_* to mind: undo must be able to take back "done".)
 */
gboolean       rt_plan_check_change (RtPlan *self, RtChange *change, GError **error);

/* Members of the file that nothing here knows become those of @other: they are of the file and not
   of the plan, so that no undo brings the old ones back. */
void           rt_plan_adopt_unknown (RtPlan *self, RtPlan *other);

/*
 * JSON: one object, strictly typed and range-checked; messages name the place
 * ("people[12].wishes[0]: no theme has the id h9"). With @private FALSE, members named `private`
 * are left out.
 */
RtPlan        *rt_plan_new_from_json (const char *text, gssize length, GError **error);
/* Canonical bytes, ends in LF */
char          *rt_plan_to_json       (RtPlan *self, gboolean private, gsize *length);

/* Shorthands. */
#define rt_plan_get_person(plan, i) ((const RtPerson *) rt_plan_get ((plan), RT_PART_PEOPLE, (i)))
#define rt_plan_get_theme(plan, i)  ((const RtTheme *) rt_plan_get ((plan), RT_PART_THEMES, (i)))
#define rt_plan_get_table(plan, i)  ((const RtTable *) rt_plan_get ((plan), RT_PART_TABLES, (i)))
#define rt_plan_get_round(plan, i)  ((const RtRound *) rt_plan_get ((plan), RT_PART_ROUNDS, (i)))
#define rt_plan_get_rule(plan, i)   ((const RtRule *) rt_plan_get ((plan), RT_PART_RULES, (i)))
#define rt_plan_find_person(plan, id)                                                              \
  ((const RtPerson *) rt_plan_find ((plan), RT_PART_PEOPLE, (id), NULL))
#define rt_plan_find_theme(plan, id)                                                               \
  ((const RtTheme *) rt_plan_find ((plan), RT_PART_THEMES, (id), NULL))
#define rt_plan_find_table(plan, id)                                                               \
  ((const RtTable *) rt_plan_find ((plan), RT_PART_TABLES, (id), NULL))
#define rt_plan_find_round(plan, id)                                                               \
  ((const RtRound *) rt_plan_find ((plan), RT_PART_ROUNDS, (id), NULL))

/* Clock: when each round starts and ends, minutes after midnight; FALSE without event.start. */
gboolean       rt_plan_get_round_times (RtPlan *self, guint round, int *start, int *end);
char          *rt_plan_dup_round_start (RtPlan *self, guint round);   /* "10:40", or "" */

G_END_DECLS
