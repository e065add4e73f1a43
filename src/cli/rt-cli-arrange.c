/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-cli.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <unistd.h>

#include "rt-arrange.h"

#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 5)
#define MOST_THREADS 256

/* The words of a call of `arrange`. */
typedef struct {
  char    *output;
  gint64   seed;
  double   seconds;
  int      threads;
  gboolean keep_issued;
  gboolean json;
} Words;

/* An arranging in a thread, so that its progress can be shown. */
typedef struct {
  RtArrangement *arrangement;
  GMutex         mutex;
  GCond          cond;
  gboolean       over;
} Run;

static gpointer
run_thread (gpointer data)
{
  Run *self = data;
  GError *error = NULL;

  rt_arrangement_run (self->arrangement, &error);
  g_mutex_lock (&self->mutex);
  self->over = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  return error;
}

static void
show_progress (RtArrangement *arrangement)
{
  RtArrangeProgress progress;

  rt_arrangement_get_progress (arrangement, &progress);
  fputs ("\r", stderr);
  if (progress.repeats >= 0)
    fprintf (stderr, _("%.1f seconds, repeats found: %.0f"), progress.seconds,
             (double) progress.repeats);
  else
    fprintf (stderr, _("%.1f seconds"), progress.seconds);
  fputs ("\033[K", stderr);
  fflush (stderr);
}

/* Waits for the end; on a terminal with a line that tells how far it is. */
static gboolean
run_arrangement (RtArrangement *arrangement, GError **error)
{
  Run self = { arrangement };
  gboolean terminal = isatty (STDERR_FILENO);
  GThread *thread;
  GError *failed;

  g_mutex_init (&self.mutex);
  g_cond_init (&self.cond);
  thread = g_thread_new ("arrange", run_thread, &self);
  g_mutex_lock (&self.mutex);
  while (!self.over)
    if (!g_cond_wait_until (&self.cond, &self.mutex, g_get_monotonic_time () + PROGRESS_INTERVAL)
        && terminal && !self.over)
      show_progress (arrangement);
  g_mutex_unlock (&self.mutex);
  failed = g_thread_join (thread);
  if (terminal)
    fputs ("\r\033[K", stderr);
  g_mutex_clear (&self.mutex);
  g_cond_clear (&self.cond);
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, failed);
  return FALSE;
}

static JsonNode *
solver_to_json (RtArrangement *arrangement, gint64 seed)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "seconds");
  json_builder_add_double_value (builder,
                                 round (rt_arrangement_get_seconds (arrangement) * 1e6) / 1e6);
  json_builder_set_member_name (builder, "moves");
  json_builder_add_int_value (builder, rt_arrangement_get_moves (arrangement));
  json_builder_set_member_name (builder, "seed");
  json_builder_add_int_value (builder, seed);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static gboolean
parse (char **argv, Words *words, GStrv *files, GError **error)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &words->output,
      N_("Write to this file instead of PLAN"), N_("PLAN") },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &words->seed,
      N_("Another number, another seating (1)"), N_("N") },
    { "seconds", 0, 0, G_OPTION_ARG_DOUBLE, &words->seconds,
      N_("Longest time to spend (10)"), N_("S") },
    { "threads", 0, 0, G_OPTION_ARG_INT, &words->threads,
      N_("How many threads to use; the result is the same"), N_("N") },
    { "keep-issued", 0, 0, G_OPTION_ARG_NONE, &words->keep_issued,
      N_("Spoil as few printed slips as possible"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &words->json, N_("Print one JSON object"), NULL },
    { NULL }
  };

  if (!rt_cli_parse (&rt_cli_arrange, entries, argv, 1, files, error)
      || !rt_cli_in_range ("seed", words->seed, 0, G_MAXINT64, error)
      || !rt_cli_in_range ("threads", words->threads, 1, MOST_THREADS, error))
    return FALSE;
  if (words->seconds >= 0.0 && words->seconds <= 86400.0)
    return TRUE;
  g_set_error (error, RT_ERROR, RT_ERROR_USAGE, _("--seconds takes a number from 0 to 86400."));
  return FALSE;
}

/* Arranges, writes, then tells: nothing is told of a plan that was not written. */
static gboolean
arrange (const char *path, const Words *words, RtExit *judgement, GError **error)
{
  g_autoptr (RtPlanFile) file = rt_cli_file_new (path);
  g_autoptr (RtPlanFile) other = NULL;
  g_autoptr (RtPlan) plan = rt_plan_file_load (file, error);
  g_autoptr (RtArrangement) arrangement = NULL;
  g_autoptr (RtMeasures) measures = NULL;
  g_autofree char *text = NULL;
  RtArrangeOptions options = RT_ARRANGE_OPTIONS_DEFAULT;

  if (plan == NULL)
    return FALSE;
  options.seed = words->seed;
  options.seconds = words->seconds;
  options.threads = words->threads;
  options.keep_issued = words->keep_issued;
  arrangement = rt_arrangement_new (plan, &options, error);
  if (arrangement == NULL || !run_arrangement (arrangement, error)
      || !rt_cli_apply (plan, rt_arrangement_to_change (arrangement, plan, error), error))
    return FALSE;
  other = words->output != NULL ? rt_cli_file_new (words->output) : g_object_ref (file);
  if (!rt_plan_file_save (other, plan, words->output != NULL, error))
    return FALSE;
  measures = rt_measures_new (plan);
  *judgement = rt_cli_judge (measures);
  text = words->json
         ? rt_cli_report_json (plan, measures, solver_to_json (arrangement, words->seed))
         : rt_cli_report (plan, measures);
  return rt_cli_put (text, error);
}

static RtExit
run (char **argv, gboolean json)
{
  Words words
    = { .seed = 1, .seconds = 10.0, .threads = MIN (g_get_num_processors (), MOST_THREADS) };
  g_auto (GStrv) files = NULL;
  g_autofree char *output = NULL;
  RtExit judgement = RT_EXIT_DONE;
  GError *error = NULL;
  gboolean parsed = parse (argv, &words, &files, &error);

  output = words.output;
  if (!parsed || !arrange (files[0], &words, &judgement, &error))
    return rt_cli_fail (error, json);
  return judgement;
}

const RtCommand rt_cli_arrange = {
  "arrange",
  "rotunda-cli arrange PLAN [-o PLAN] [--seed N] [--seconds S] [--threads N] [--keep-issued] "
  "[--json]",
  "PLAN",
  N_("Makes the seatings and says how good they are."),
  run,
};
