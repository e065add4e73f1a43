/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-print-issuing.h"

#include <glib/gi18n-lib.h>

#include "rt-issue.h"

struct _RtPrintIssuing
{
  GObject parent_instance;

  RtSession *session;
  GSettings *settings;   /* (nullable) */
  GCancellable *making;  /* pages are being made */
  RtPrintJob *job;       /* goes to the printer */
  GtkPrintOperation *operation;
  GtkWindow *parent;     /* (nullable): of the print dialog; alive while busy */
  RtPaper paper;
  char *file;            /* (nullable): printed to, without a dialog */
  int done, n;           /* pages; atomic */
};

enum {
  ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RtPrintIssuing, rt_print_issuing, G_TYPE_OBJECT)

static RtPlan *
get_plan (RtPrintIssuing *self)
{
  return rt_session_get_plan (self->session);
}

static void
end (RtPrintIssuing *self, gboolean on_paper, const GError *error)
{
  gboolean cancelled = error && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_clear_object (&self->making);
  g_clear_object (&self->operation);
  g_clear_pointer (&self->file, g_free);
  self->parent = NULL;
  g_signal_emit (self, signals[ENDED], 0, on_paper, error && !cancelled ? error->message : NULL);
}

/* The pages are on paper, or in the file: now the plan says so. */
static void
finish (RtPrintIssuing *self, RtPrintJob *job)
{
  guint n = rt_pages_get_n (job->pages);
  g_autofree char *revision = rt_plan_dup_next_revision (get_plan (self));
  g_autofree char *words = NULL;

  if (job->issue == NULL)
    words = g_strdup_printf (ngettext ("%u page, as a draft.", "%u pages, as a draft.", n), n);
  else if (rt_session_do (self->session, g_steal_pointer (&job->issue), NULL))
    /* Translators: the letter of a revision comes second */
    words = g_strdup_printf (ngettext ("%u page, issued as revision %s.",
                                       "%u pages, issued as revision %s.", n), n, revision);
  if (words)
    rt_session_tell (self->session, words, FALSE);
  end (self, TRUE, NULL);
}

static void
progress_cb (guint done, guint n, gpointer data)
{
  RtPrintIssuing *self = data;

  g_atomic_int_set (&self->done, (int) done);
  g_atomic_int_set (&self->n, (int) n);
}

static void
order_pages (RtPrintIssuing *self, const RtPagesOptions *options, const char *path,
             gboolean separate, GAsyncReadyCallback callback)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *revision = rt_plan_dup_next_revision (get_plan (self));
  g_autoptr (RtPlan) plan = rt_plan_new_snapshot (get_plan (self));
  RtPrintOrder order = {
    .plan = plan,
    .options = *options,
    .path = path,
    .separate = separate,
    .progress = progress_cb,
    .data = self,
  };

  self->making = g_cancellable_new ();
  self->paper = options->paper;
  g_atomic_int_set (&self->done, 0);
  g_atomic_int_set (&self->n, 0);
  order.options.revision = rt_plan_is_read_only (get_plan (self)) ? NULL : revision;
  order.options.at = now;
  order.issue = order.options.revision != NULL;
  rt_print_make_async (self, &order, self->making, callback, NULL);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RtPrintIssuing *self = RT_PRINT_ISSUING (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (RtPrintJob) job = rt_print_make_finish (result, &error);

  if (job)
    finish (self, job);
  else
    end (self, FALSE, error);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, RtPrintIssuing *self)
{
  g_autoptr (RtPrintIssuing) alive = g_object_ref (self);
  g_autoptr (RtPrintJob) job = g_steal_pointer (&self->job);
  g_autoptr (GError) error = NULL;
  gboolean on_paper = result == GTK_PRINT_OPERATION_RESULT_APPLY;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (on_paper)
    rt_print_store_operation (self->settings, operation);
  if (on_paper && !rt_print_operation_was_preview (operation))
    finish (self, job);
  else
    end (self, FALSE, error);
}

static void
page_printed_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page,
                 RtPrintIssuing *self)
{
  progress_cb ((guint) page + 1, rt_pages_get_n (self->job->pages), self);
}

static void
ordered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RtPrintIssuing *self = RT_PRINT_ISSUING (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (RtPrintJob) job = rt_print_make_finish (result, &error);
  GtkPrintOperation *operation;

  /* Cancelled after the last page was made: the window may be gone, and no dialog opens. */
  if (job == NULL || g_cancellable_is_cancelled (self->making))
    {
      end (self, FALSE, error);
      return;
    }
  operation = rt_print_operation_new (job->pages, self->paper,
                                      rt_plan_get_title (get_plan (self)), self->settings);
  self->job = g_steal_pointer (&job);
  self->operation = g_object_ref (operation);
  g_signal_connect (operation, "draw-page", G_CALLBACK (page_printed_cb), self);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, 0);
  if (self->file)
    gtk_print_operation_set_export_filename (operation, self->file);
  gtk_print_operation_run (operation,
                           self->file ? GTK_PRINT_OPERATION_ACTION_EXPORT
                                      : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           self->parent, NULL);
  g_object_unref (operation);
}

static void
rt_print_issuing_finalize (GObject *object)
{
  RtPrintIssuing *self = RT_PRINT_ISSUING (object);

  g_clear_object (&self->making);
  g_clear_object (&self->operation);
  g_clear_pointer (&self->job, rt_print_job_free);
  g_clear_pointer (&self->file, g_free);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (rt_print_issuing_parent_class)->finalize (object);
}

static void
rt_print_issuing_class_init (RtPrintIssuingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_print_issuing_finalize;
  signals[ENDED] = g_signal_new ("ended", RT_TYPE_PRINT_ISSUING, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_STRING);
}

static void
rt_print_issuing_init (RtPrintIssuing *self)
{
}

RtPrintIssuing *
rt_print_issuing_new (RtSession *session, GSettings *settings)
{
  RtPrintIssuing *self = g_object_new (RT_TYPE_PRINT_ISSUING, NULL);

  self->session = g_object_ref (session);
  self->settings = settings ? g_object_ref (settings) : NULL;
  return self;
}

void
rt_print_issuing_save (RtPrintIssuing *self, const RtPagesOptions *options, const char *path,
                       gboolean separate)
{
  order_pages (self, options, path, separate, saved_cb);
}

void
rt_print_issuing_print (RtPrintIssuing *self, const RtPagesOptions *options, GtkWindow *parent,
                        const char *file)
{
  self->parent = parent;
  self->file = g_strdup (file);
  order_pages (self, options, NULL, FALSE, ordered_cb);
}

void
rt_print_issuing_cancel (RtPrintIssuing *self)
{
  if (self->making)
    g_cancellable_cancel (self->making);
  if (self->operation)
    gtk_print_operation_cancel (self->operation);
}

gboolean
rt_print_issuing_is_busy (RtPrintIssuing *self)
{
  return self->making || self->operation;
}

void
rt_print_issuing_get_progress (RtPrintIssuing *self, int *done, int *n)
{
  *done = g_atomic_int_get (&self->done);
  *n = g_atomic_int_get (&self->n);
}
