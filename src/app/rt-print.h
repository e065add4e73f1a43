/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-pages.h"

G_BEGIN_DECLS

/**
 * RtPrintOrder:
 * @plan: what is to be on paper; a snapshot that no other thread reads
 * @options: how; its revision and time are copied
 * @issue: whether the pages are for use: then the change that says so is made with them
 * @path: (nullable): where to write them as a PDF
 * @separate: a PDF for each kind of sheet instead
 * @progress: (nullable): told after each page of the PDF, in another thread
 */
typedef struct {
  RtPlan *plan;
  RtPagesOptions options;
  gboolean issue;
  const char *path;
  gboolean separate;
  RtPagesProgress progress;
  gpointer data;
} RtPrintOrder;

/** RtPrintJob: @pages as ordered, and @issue, which is to be done once they are on paper */
typedef struct {
  RtPages *pages;
  RtChange *issue; /* (nullable) */
  GDateTime *at;
  gboolean changed; /* they are only what changed */
} RtPrintJob;

void rt_print_job_free (RtPrintJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtPrintJob, rt_print_job_free)

/* Makes pages in a thread. @source is kept alive meanwhile, and with it what the progress is
   told. */
void rt_print_make_async (gpointer source, const RtPrintOrder *order, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data);
/* Returns: (transfer full) (nullable): %NULL with %G_IO_ERROR_CANCELLED, or why not, for people. */
RtPrintJob *rt_print_make_finish (GAsyncResult *result, GError **error);

/* Prints @pages, which outlive it. @settings (nullable): how it was printed the last time. */
GtkPrintOperation *rt_print_operation_new (RtPages *pages, RtPaper paper, const char *name,
                                           GSettings *settings);
/* Whether the pages went to a program that shows them, and not to the printer. */
gboolean           rt_print_operation_was_preview (GtkPrintOperation *operation);

/* What is remembered from one print to the next; @settings is nullable. */
RtSheets rt_print_load_sheets (GSettings *settings);
void     rt_print_store_sheets (GSettings *settings, RtSheets sheets);
RtPaper  rt_print_get_usual_paper (void); /* of the country */
RtPaper  rt_print_load_paper (GSettings *settings);
void     rt_print_store_paper (GSettings *settings, RtPaper paper);
void     rt_print_store_operation (GSettings *settings, GtkPrintOperation *operation);

G_END_DECLS
