/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-print.h"

/* A scale nearer to one than this is what rounding of paper sizes makes. */
#define SAME_SIZE 0.002

void
rt_print_job_free (RtPrintJob *job)
{
  g_clear_pointer (&job->pages, rt_pages_free);
  g_clear_pointer (&job->issue, rt_change_unref);
  g_clear_pointer (&job->at, g_date_time_unref);
  g_free (job);
}

/* Making pages in a thread. */

static RtPrintOrder *
order_copy (const RtPrintOrder *order)
{
  RtPrintOrder *copy = g_memdup2 (order, sizeof *order);

  g_object_ref (copy->plan);
  copy->options.revision = g_strdup (order->options.revision);
  g_date_time_ref (copy->options.at);
  copy->path = g_strdup (order->path);
  return copy;
}

static void
order_free (gpointer data)
{
  RtPrintOrder *order = data;

  g_object_unref (order->plan);
  g_free ((char *) order->options.revision);
  g_date_time_unref (order->options.at);
  g_free ((char *) order->path);
  g_free (order);
}

static RtPrintJob *
make (const RtPrintOrder *order, GCancellable *cancellable, GError **error)
{
  g_autoptr (RtPrintJob) job = g_new0 (RtPrintJob, 1);

  job->at = g_date_time_ref (order->options.at);
  job->changed = order->options.changed;
  job->pages = rt_pages_new (order->plan, &order->options, cancellable, error);
  if (job->pages == NULL)
    return NULL;
  if (order->issue)
    {
      job->issue = rt_pages_make_issue (job->pages, order->plan, error);
      if (job->issue == NULL)
        return NULL;
    }
  if (order->path
      && !rt_pages_save (job->pages, order->path, order->separate, cancellable, order->progress,
                         order->data, error))
    return NULL;
  return g_steal_pointer (&job);
}

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  RtPrintJob *job = make (data, cancellable, &error);

  if (job)
    g_task_return_pointer (task, job, (GDestroyNotify) rt_print_job_free);
  else
    g_task_return_error (task, error);
}

void
rt_print_make_async (gpointer source, const RtPrintOrder *order, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, data);

  g_task_set_source_tag (task, rt_print_make_async);
  /* Once the file is written it is written, whatever was cancelled a moment later. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, order_copy (order), order_free);
  g_task_run_in_thread (task, make_thread);
}

RtPrintJob *
rt_print_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The printer. */

static gboolean
paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, RtPages *pages)
{
  gtk_print_operation_set_n_pages (operation, (int) rt_pages_get_n (pages));
  return TRUE;
}

/* The paper in the printer may be another than the one the pages were made for. */
static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, RtPages *pages)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  rt_pages_get_size (pages, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width,
               gtk_print_context_get_height (context) / height);
  cairo_save (cr);
  if (ABS (scale - 1.0) > SAME_SIZE)
    cairo_scale (cr, scale, scale);
  rt_pages_paint (pages, (guint) page, cr);
  cairo_restore (cr);
}

static gboolean
preview_cb (GtkPrintOperation *operation)
{
  g_object_set_data (G_OBJECT (operation), "rt-preview", operation);
  return FALSE;
}

static GtkPageSetup *
make_setup (RtPaper paper)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size
      = gtk_paper_size_new (paper == RT_PAPER_A4 ? GTK_PAPER_NAME_A4 : GTK_PAPER_NAME_LETTER);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  return setup;
}

static GtkPrintSettings *
load_operation (GSettings *settings, RtPaper paper)
{
  g_autoptr (GVariant) stored
      = settings ? g_settings_get_value (settings, "print-settings") : NULL;
  GtkPrintSettings *print = stored ? gtk_print_settings_new_from_gvariant (stored)
                                   : gtk_print_settings_new ();
  GtkPaperSize *size
      = gtk_paper_size_new (paper == RT_PAPER_A4 ? GTK_PAPER_NAME_A4 : GTK_PAPER_NAME_LETTER);

  gtk_print_settings_set_paper_size (print, size);
  gtk_paper_size_free (size);
  return print;
}

GtkPrintOperation *
rt_print_operation_new (RtPages *pages, RtPaper paper, const char *name, GSettings *settings)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_setup (paper);
  g_autoptr (GtkPrintSettings) print = load_operation (settings, paper);

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, print);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), pages);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), pages);
  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), NULL);
  return operation;
}

gboolean
rt_print_operation_was_preview (GtkPrintOperation *operation)
{
  return g_object_get_data (G_OBJECT (operation), "rt-preview") != NULL;
}

/* What is remembered. */

RtSheets
rt_print_load_sheets (GSettings *settings)
{
  g_auto (GStrv) words = settings ? g_settings_get_strv (settings, "print-sheets") : NULL;
  RtSheets sheets = 0;

  for (RtSheet sheet = 0; words && sheet < RT_N_SHEETS; sheet++)
    if (g_strv_contains ((const char * const *) words, rt_sheet_get_word (sheet)))
      sheets |= RT_SHEETS (sheet);
  return sheets ? sheets : RT_SHEETS_USUAL;
}

void
rt_print_store_sheets (GSettings *settings, RtSheets sheets)
{
  const char *words[RT_N_SHEETS + 1] = { NULL };
  guint n = 0;

  for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
    if (sheets & RT_SHEETS (sheet))
      words[n++] = rt_sheet_get_word (sheet);
  if (settings)
    g_settings_set_strv (settings, "print-sheets", words);
}

RtPaper
rt_print_get_usual_paper (void)
{
  return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? RT_PAPER_LETTER
                                                                           : RT_PAPER_A4;
}

/* Until somebody chooses, the paper of the country. */
RtPaper
rt_print_load_paper (GSettings *settings)
{
  g_autofree char *word = settings ? g_settings_get_string (settings, "print-paper") : NULL;

  if (word && !g_str_equal (word, "usual"))
    return g_str_equal (word, "letter") ? RT_PAPER_LETTER : RT_PAPER_A4;
  return rt_print_get_usual_paper ();
}

void
rt_print_store_paper (GSettings *settings, RtPaper paper)
{
  if (settings)
    g_settings_set_string (settings, "print-paper", paper == RT_PAPER_LETTER ? "letter" : "a4");
}

/* Copies and a range of pages are for one time only: the next time sheets would be missing. */
void
rt_print_store_operation (GSettings *settings, GtkPrintOperation *operation)
{
  static const char * const once[] = {
    GTK_PRINT_SETTINGS_N_COPIES, GTK_PRINT_SETTINGS_PRINT_PAGES, GTK_PRINT_SETTINGS_PAGE_RANGES,
    GTK_PRINT_SETTINGS_PAGE_SET, GTK_PRINT_SETTINGS_OUTPUT_URI,  GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
  };
  g_autoptr (GtkPrintSettings) print
      = gtk_print_settings_copy (gtk_print_operation_get_print_settings (operation));

  for (guint i = 0; i < G_N_ELEMENTS (once); i++)
    gtk_print_settings_unset (print, once[i]);
  if (settings)
    g_settings_set_value (settings, "print-settings", gtk_print_settings_to_gvariant (print));
}
