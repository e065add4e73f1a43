/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-plan.h"

G_BEGIN_DECLS

/**
 * RtReportDoubt: one thing that is in doubt; when it is whether two people are one, who they are;
 * when it is whether a place without a name is meant, @person alone; else both %NULL, and @about is
 * whose row it is, if somebody's.
 */
typedef struct {
  char *message;
  RtId  about;
  RtId  person;
  char *name;
  RtId  other;
  char *other_name;
  gboolean answered;   /* somebody said that it is right as it is */
} RtReportDoubt;

void rt_report_doubt_free (RtReportDoubt *self);

/**
 * RtReportStrip:
 *
 * What an import said, and under it what it doubts, row by row. It stays until it is answered and
 * blocks nothing.
 *
 * Signal `doubts-changed`: there are others, or fewer.
 */
#define RT_TYPE_REPORT_STRIP (rt_report_strip_get_type ())
G_DECLARE_FINAL_TYPE (RtReportStrip, rt_report_strip, RT, REPORT_STRIP, GtkWidget)

/* @summary (nullable): nothing to report. @doubts (nullable, element-type RtReportDoubt): of @plan;
 * they are marked as they are answered. */
void rt_report_strip_show (RtReportStrip *self, RtPlan *plan, const char *summary,
                           GPtrArray *doubts);
/* The plan is another now: whoever is gone is not asked about, until that is undone. */
void rt_report_strip_check (RtReportStrip *self);
/* Returns: (transfer full): set of RtId, whom the doubts that are not yet answered are about. */
GHashTable *rt_report_strip_dup_people (RtReportStrip *self);
/* Where there is little width, what can be answered stands below the words. */
void rt_report_strip_set_narrow (RtReportStrip *self, gboolean narrow);
/* Something else has been done since: Undo would take that back, so it is not offered here. */
void rt_report_strip_outlive_undo (RtReportStrip *self);

G_END_DECLS
