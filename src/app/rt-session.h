/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gio/gio.h>

#include "rt-arrange.h"
#include "rt-history.h"
#include "rt-measure.h"
#include "rt-plan-file.h"
#include "rt-plan.h"

G_BEGIN_DECLS

/**
 * RtSession:
 *
 * One open plan: plan, history, file, the round and the people and table in hand, a running
 * arrangement, the recovery copy. No widget; a window and its pages observe it and change the plan
 * only through it.
 *
 * Properties (all notify): `round` (uint, index), `selected-person` (string id or NULL),
 * `selected-table` (string id or NULL), `title` (string), `modified` (boolean), `arranging`
 * (boolean), `disk` (uint, an RtDisk).
 * Signals: `changed` (after every change of the plan, once), `measures-changed` (measures were
 * counted anew, in idle), `told (const char *message, gboolean can_undo)` (a harmless message for
 * a toast, plain text, not markup), `shown-changed` (while arranging: there is a better seating to
 * look at; and when it is over), `repair-found` (how many moves put a round right is known),
 * `marks-changed` (who is selected together).
 */
#define RT_TYPE_SESSION (rt_session_get_type ())
G_DECLARE_FINAL_TYPE (RtSession, rt_session, RT, SESSION, GObject)

RtSession   *rt_session_new         (void);                                  /* an empty plan */
RtSession   *rt_session_new_for_plan (RtPlan *plan, GFile *file);            /* file may be NULL */
/* A plan that is in no file: it is modified, and a copy is kept. */
RtSession   *rt_session_new_unsaved (RtPlan *plan);
/* In no file, and nothing that anybody has to save. */
RtSession   *rt_session_new_for_sample (RtPlan *plan);
/* As g_set_object(): puts @session (nullable) where @observer keeps the plan it looks at, and ends
   what @observer is told of the one before. Returns: FALSE where it is the same. */
gboolean     rt_session_set         (RtSession **at, RtSession *session, gpointer observer);
RtPlan      *rt_session_get_plan    (RtSession *self);
RtHistory   *rt_session_get_history (RtSession *self);
RtPlanFile  *rt_session_get_file    (RtSession *self);                       /* NULL: never saved */

/* Every change enters here. On failure says why as a toast and returns FALSE. Takes @change, and
   what @error (nullable) points to: NULL with @error set by an rt_edit_ call is told likewise, so
   calls nest, in whichever order their arguments are evaluated. Refused while arranging. */
gboolean     rt_session_do          (RtSession *self, RtChange *change, GError **error);
/* Several changes that are undone as one, under @label. What was done is taken back when one of
   them fails, and only that is told. Takes the changes. */
void         rt_session_begin_group (RtSession *self, const char *label);
gboolean     rt_session_end_group   (RtSession *self, gboolean keep);
gboolean     rt_session_undo        (RtSession *self);
gboolean     rt_session_redo        (RtSession *self);

/* Measures of the plan as it is now; counted once per change. Never NULL. */
const RtMeasures *rt_session_get_measures (RtSession *self);
const RtRoll     *rt_session_get_roll     (RtSession *self);

/* Without them: how many moves put a round right whose rules are broken. */
int          rt_session_get_repair_moves (RtSession *self, guint round);

guint        rt_session_get_round   (RtSession *self);
void         rt_session_set_round   (RtSession *self, guint round);
RtId rt_session_get_round_id (RtSession *self); /* NULL without rounds */
RtId         rt_session_get_selected_person (RtSession *self);
void         rt_session_set_selected_person (RtSession *self, RtId person);
RtId         rt_session_get_selected_table (RtSession *self);
void         rt_session_set_selected_table (RtSession *self, RtId table);

/* People selected together: what is done to one of them is done to all. */
void         rt_session_mark        (RtSession *self, RtId person, gboolean marked);
gboolean     rt_session_is_marked   (RtSession *self, RtId person);
void         rt_session_clear_marks (RtSession *self);
RtId        *rt_session_dup_marked  (RtSession *self, guint *n);
RtId        *rt_session_dup_group   (RtSession *self, RtId person, guint *n);
void         rt_session_cut         (RtSession *self, const RtId *people, guint n);
RtId        *rt_session_dup_cut     (RtSession *self, guint *n);

/* Arranges in a thread; the result enters by the door as one change. @only_round -1 = all. */
void         rt_session_arrange     (RtSession *self, int only_round, double seconds);
void         rt_session_stop        (RtSession *self, gboolean keep_best);
gboolean     rt_session_is_arranging (RtSession *self, RtArrangeProgress *progress);
/* What is looked at: while arranging a copy of the plan with the best seating so far, as soon as
   there is one, else the plan itself. The same people, tables and rounds in any case. */
RtPlan           *rt_session_get_shown_plan     (RtSession *self);
const RtMeasures *rt_session_get_shown_measures (RtSession *self);

void rt_session_save_async (RtSession *self, GFile *file, gboolean force,
                            GAsyncReadyCallback callback, gpointer data);
gboolean     rt_session_save_finish (RtSession *self, GAsyncResult *result, GError **error);
gboolean     rt_session_is_modified (RtSession *self);

/* What another program did to the file, as long as nobody has answered it. The file is watched;
   asking looks at once. */
RtDisk       rt_session_look_at_disk (RtSession *self);
RtDisk       rt_session_get_disk    (RtSession *self);                     /* what was seen last */
/* The plan becomes what the file is now, as one step that can be undone. RT_ERROR_NEWER where that
   cannot be. */
gboolean     rt_session_reload      (RtSession *self, GError **error);
/* The plan stays as it is here: it is modified, and saving replaces the file that was seen. */
void         rt_session_keep_mine   (RtSession *self);

/* Says something harmless, as a toast of the window that shows the plan. Plain text. */
void         rt_session_tell        (RtSession *self, const char *message, gboolean can_undo);

/* Reads a plan and keeps what its file was like. */
RtSession   *rt_session_open        (GFile *file, GError **error);
/* A plan as it was kept seconds before the program stopped: it is modified, and @recovery names its
 * copy. */
RtSession   *rt_session_new_recovered (RtRecovery *recovery, GError **error);
/* It is no sample, nothing has been done to it yet and it has no file: the window shows the welcome
   page. */
gboolean     rt_session_is_pristine (RtSession *self);

/* The recovery copy is written two seconds after a change; these do it now (blocking, when the
   program is about to end), and drop it (when the person says so). */
void         rt_session_keep        (RtSession *self);
void         rt_session_forget      (RtSession *self);

G_END_DECLS
