/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-session.h"
#include "rt-sketch.h"

G_BEGIN_DECLS

/* Shared by the files of RtSession only. */

struct _RtSession
{
  GObject parent_instance;

  RtPlan *plan;
  RtHistory *history;
  RtPlanFile *file;
  gboolean sample;     /* there is a plan to look at, though nobody has made it */
  gboolean in_no_file; /* what is here is in no file, whatever the history says */
  gboolean was_modified;

  GFileMonitor *monitor;
  guint disk_timeout;
  guint n_saving;
  RtDisk disk;

  guint round;
  RtId selected_person;
  RtId selected_table;
  GPtrArray *marked; /* of RtId */
  GPtrArray *cut;    /* of RtId: whose slips wait for Ctrl+V */

  RtMeasures *measures;
  RtRoll *roll;
  guint64 measures_serial;
  guint64 roll_serial;
  guint measures_idle;

  RtArrangement *arrangement;
  gboolean keep_best;
  RtSketch *shown; /* the best so far, while arranging */
  RtMeasures *shown_measures;
  guint shown_timer;

  gboolean repairing, repair_known;
  guint64 repair_serial;
  guint repair_round;
  int repair_moves;

  char *key;
  guint keep_timeout;
  gboolean keeping;
  gboolean forget_after;
};

void rt_session_take_plan       (RtSession *self, RtPlan *plan, GFile *file);
void rt_session_tell_error      (RtSession *self, GError *error);
void rt_session_update_modified (RtSession *self);
/* What is shown is the plan again, not what arranging has come to. */
void rt_session_clear_shown     (RtSession *self);
/* The file of the session is watched from now on. */
void rt_session_watch           (RtSession *self);
void rt_session_unwatch         (RtSession *self);
/* A copy is written in two seconds unless one is on its way already. */
void rt_session_schedule_keep   (RtSession *self);

G_END_DECLS
