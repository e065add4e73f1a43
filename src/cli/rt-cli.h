/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-measure.h"
#include "rt-plan-file.h"

G_BEGIN_DECLS

/**
 * RtExit:
 * @RT_EXIT_DONE: all is well
 * @RT_EXIT_BROKEN: done, but a `must` is broken or somebody is unseated
 * @RT_EXIT_INPUT: the input or the words of the call are wrong; nothing is written
 * @RT_EXIT_FILE: reading or writing failed; nothing is lost
 *
 * What the program ends with. Other programs rely on these.
 */
typedef enum {
  RT_EXIT_DONE = 0,
  RT_EXIT_BROKEN = 1,
  RT_EXIT_INPUT = 2,
  RT_EXIT_FILE = 3,
} RtExit;

/**
 * RtCommand:
 * @name: the word after `rotunda-cli`
 * @words: the operands and options, for the one line of usage
 * @operands: what has to be given, for the usage of --help
 * @summary: what it does, for --help
 * @run: does it; @json tells whether --json is among the words of the call, also of one that is
 *   wrong
 */
typedef struct {
  const char *name;
  const char *words;
  const char *operands;
  const char *summary;
  RtExit    (*run) (char **argv, gboolean json);
} RtCommand;

extern const RtCommand rt_cli_new, rt_cli_import, rt_cli_check, rt_cli_arrange, rt_cli_print,
  rt_cli_export;

/* Words of the call. */
gboolean  rt_cli_parse      (const RtCommand *command, const GOptionEntry *entries, char **argv,
                             guint n_operands, GStrv *operands, GError **error);
gboolean  rt_cli_in_range   (const char *option, gint64 value, gint64 least, gint64 most,
                             GError **error);
/* An output that would replace what is read. */
gboolean  rt_cli_apart      (const char *output, const char *input, GError **error);
/* What goes wrong. */
RtExit    rt_cli_fail       (GError *error, gboolean json);
/* Messages, on standard error, each on a line. */
void      rt_cli_say        (const char *format, ...) G_GNUC_PRINTF (1, 2);
char     *rt_cli_make_safe  (char *text);
/* Data, on standard output, whole or with an error. */
gboolean  rt_cli_put        (const char *text, GError **error);
gboolean  rt_cli_put_bytes  (const char *bytes, gsize length, GError **error);

RtPlanFile *rt_cli_file_new (const char *path);
RtPlan     *rt_cli_load     (const char *path, GError **error);
char       *rt_cli_dup_counts (RtPlan *plan);
gboolean    rt_cli_apply    (RtPlan *plan, RtChange *change, GError **error);

/* What check and arrange print, and what they end with. */
char     *rt_cli_report     (RtPlan *plan, const RtMeasures *measures);
char     *rt_cli_report_json (RtPlan *plan, const RtMeasures *measures, JsonNode *solver);
RtExit    rt_cli_judge      (const RtMeasures *measures);

G_END_DECLS
