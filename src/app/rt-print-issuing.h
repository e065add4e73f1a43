/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-print.h"
#include "rt-session.h"

G_BEGIN_DECLS

/**
 * RtPrintIssuing:
 *
 * Puts a plan on paper, or into a PDF, and issues it as its next revision once that has succeeded.
 * Signal: `ended (gboolean on_paper, const char *trouble)`: whether the pages are on paper; else
 * what was wrong, if anything but that it was cancelled.
 */
#define RT_TYPE_PRINT_ISSUING (rt_print_issuing_get_type ())
G_DECLARE_FINAL_TYPE (RtPrintIssuing, rt_print_issuing, RT, PRINT_ISSUING, GObject)

/* @settings (nullable): how it was printed the last time. */
RtPrintIssuing *rt_print_issuing_new (RtSession *session, GSettings *settings);

/* Of @options, revision and time are found here. @separate: a PDF for each kind of sheet. */
void     rt_print_issuing_save    (RtPrintIssuing *self, const RtPagesOptions *options,
                                   const char *path, gboolean separate);
/* @file (nullable): where to print to, without a dialog. */
void     rt_print_issuing_print   (RtPrintIssuing *self, const RtPagesOptions *options,
                                   GtkWindow *parent, const char *file);
void     rt_print_issuing_cancel  (RtPrintIssuing *self);
gboolean rt_print_issuing_is_busy (RtPrintIssuing *self);
/* How many pages are done, of how many; both 0 at first. */
void     rt_print_issuing_get_progress (RtPrintIssuing *self, int *done, int *n);

G_END_DECLS
