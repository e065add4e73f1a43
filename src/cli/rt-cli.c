/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "rt-json.h"

static const RtCommand * const commands[] = {
  &rt_cli_new, &rt_cli_import, &rt_cli_check, &rt_cli_arrange, &rt_cli_print,
  &rt_cli_export,
};

/* Names come from other people's files; what moves a terminal's cursor or turns its text round is
 * not shown to it. */
static gboolean
is_safe (gunichar c)
{
  return c == '\n' || c == '\t'
         || !(g_unichar_iscntrl (c) || (c >= 0x202a && c <= 0x202e)
              || (c >= 0x2066 && c <= 0x2069));
}

/**
 * rt_cli_make_safe:
 * @text: (transfer full): words for people
 *
 * Returns: (transfer full): @text with marks in place of control characters
 */
char *
rt_cli_make_safe (char *text)
{
  g_autofree char *owned = text;
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *safe = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (safe, is_safe (c) ? c : 0xfffd);
    }
  return g_string_free (safe, FALSE);
}

/* Not g_printerr(): names stay readable where the locale says nothing of UTF-8. */
void
rt_cli_say (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = rt_cli_make_safe (g_strdup_vprintf (format, arguments));
  va_end (arguments);
  fprintf (stderr, "%s\n", text);
}

gboolean
rt_cli_put_bytes (const char *bytes, gsize length, GError **error)
{
  int code;

  if (fwrite (bytes, 1, length, stdout) == length && fflush (stdout) == 0)
    return TRUE;
  code = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
               _("Standard output could not be written to: %s."), g_strerror (code));
  return FALSE;
}

gboolean
rt_cli_put (const char *text, GError **error)
{
  return rt_cli_put_bytes (text, strlen (text), error);
}

/* The start of a message about a plan's content is where that is: "people[12].wishes[0]: ...". */
static char *
dup_path (const char *message)
{
  g_autoptr (GRegex) regex = g_regex_new
    ("(?:^|: )((?:format|version|event|people|themes|tables|room|agenda|rounds|rules|earlier|issued"
     "|harvest|feedback|next|translations)(?:[.\\[][^ ]*)?): ", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (g_regex_match (regex, message, 0, &match))
    return g_match_info_fetch (match, 1);
  return g_strdup ("");
}

static const char *
get_code (const GError *error)
{
  static const char * const codes[] = {
    [RT_ERROR_FORMAT] = "format", [RT_ERROR_LIMIT] = "limit", [RT_ERROR_NEWER] = "newer",
    [RT_ERROR_REFUSED] = "refused", [RT_ERROR_FULL] = "full", [RT_ERROR_OVER] = "over",
    [RT_ERROR_CHANGED_ON_DISK] = "changed-on-disk", [RT_ERROR_USAGE] = "usage",
  };

  if (error->domain == RT_ERROR && error->code >= 0 && error->code < (int) G_N_ELEMENTS (codes))
    return codes[error->code];
  return "usage";
}

static void
put_problem (const GError *error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *path = dup_path (error->message);
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "valid");
  json_builder_add_boolean_value (builder, FALSE);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "code");
  json_builder_add_string_value (builder, get_code (error));
  json_builder_set_member_name (builder, "message");
  json_builder_add_string_value (builder, error->message);
  json_builder_set_member_name (builder, "path");
  json_builder_add_string_value (builder, path);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = rt_json_print (root, NULL);
  fputs (text, stdout);
}

/**
 * rt_cli_fail:
 * @error: (transfer full): what went wrong
 * @json: whether it is wanted as JSON too
 *
 * Says what went wrong. Returns: what the program ends with: what a file or the call says is the
 * input's fault, everything about reaching a file is not.
 */
RtExit
rt_cli_fail (GError *error, gboolean json)
{
  g_autoptr (GError) owned = error;
  gboolean input = (error->domain == RT_ERROR && error->code != RT_ERROR_CHANGED_ON_DISK)
                   || error->domain == G_OPTION_ERROR;

  rt_cli_say ("rotunda-cli: %s", error->message);
  if (input && json)
    put_problem (error);
  return input ? RT_EXIT_INPUT : RT_EXIT_FILE;
}

static void
say_usage (const RtCommand *command)
{
  rt_cli_say (_("Usage: %s"), command->words);
}

/**
 * rt_cli_parse:
 * @entries: the options
 * @argv: the words after `rotunda-cli`, with the command first; freed words are left out
 * @n_operands: how many words there must be that are no options
 * @operands: (out): these words
 * @error: when the words of the call are wrong; the usage is said already
 */
gboolean
rt_cli_parse (const RtCommand *command, const GOptionEntry *entries, char **argv, guint n_operands,
              GStrv *operands, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->operands);
  g_auto (GStrv) rest = NULL;
  const GOptionEntry remaining[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL }, { NULL }
  };
  g_auto (GStrv) words = g_strdupv (argv);
  g_autofree char *name = g_strconcat ("rotunda-cli ", command->name, NULL);

  g_set_prgname (name);
  g_option_context_set_summary (context, _(command->summary));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, remaining, NULL);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &words, error))
    {
      say_usage (command);
      return FALSE;
    }
  if ((rest == NULL ? 0 : g_strv_length (rest)) != n_operands)
    {
      say_usage (command);
      if (n_operands == 0)
        g_set_error (error, RT_ERROR, RT_ERROR_USAGE, _("“%s” belongs to no option."), rest[0]);
      else
        g_set_error (error, RT_ERROR, RT_ERROR_USAGE,
                     ngettext ("“%s” takes the name of %u file.",
                               "“%s” takes the names of %u files.", n_operands),
                     command->name, n_operands);
      return FALSE;
    }
  if (operands != NULL)
    *operands = g_steal_pointer (&rest);
  return TRUE;
}

/** rt_cli_in_range: Returns: whether the value of an option is possible */
gboolean
rt_cli_in_range (const char *option, gint64 value, gint64 least, gint64 most, GError **error)
{
  g_autofree char *from = g_strdup_printf ("%" G_GINT64_FORMAT, least);
  g_autofree char *to = g_strdup_printf ("%" G_GINT64_FORMAT, most);

  if (value >= least && value <= most)
    return TRUE;
  g_set_error (error, RT_ERROR, RT_ERROR_USAGE, _("--%s takes a number from %s to %s."), option,
               from, to);
  return FALSE;
}

/**
 * rt_cli_apart:
 * @output: (nullable): where something of another kind is written to
 * @input: (nullable): what is read
 *
 * Returns: whether these are two files; a list or a plan is not lost to a slip of the pen
 */
gboolean
rt_cli_apart (const char *output, const char *input, GError **error)
{
  GStatBuf ours, theirs;
  g_autofree char *name = NULL;

  if (output == NULL || input == NULL || g_stat (output, &ours) != 0
      || g_stat (input, &theirs) != 0 || ours.st_dev != theirs.st_dev
      || ours.st_ino != theirs.st_ino)
    return TRUE;
  name = g_filename_display_basename (input);
  g_set_error (error, RT_ERROR, RT_ERROR_USAGE,
               _("“%s” is read and would be replaced. Choose another name to write to."), name);
  return FALSE;
}

RtPlanFile *
rt_cli_file_new (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return rt_plan_file_new (file);
}

/**
 * rt_cli_load:
 *
 * Reads a plan to look at: of one that a newer Rotunda made it says so.
 */
RtPlan *
rt_cli_load (const char *path, GError **error)
{
  g_autoptr (RtPlanFile) file = rt_cli_file_new (path);
  RtPlan *plan = rt_plan_file_load (file, error);

  if (plan != NULL && rt_plan_is_read_only (plan))
    /* Translators: the title of a plan */
    rt_cli_say (_("“%s” was made by a newer Rotunda. What this one does not know is not looked "
                  "at."), rt_plan_get_title (plan));
  return plan;
}

/** rt_cli_apply: Applies a change that may not have come about, whose error is set then */
gboolean
rt_cli_apply (RtPlan *plan, RtChange *change, GError **error)
{
  g_autoptr (RtChange) owned = change;

  return change != NULL && rt_plan_apply (plan, change, error);
}

/** rt_cli_dup_counts: Returns: "59 people, 9 tables, 3 rounds" */
char *
rt_cli_dup_counts (RtPlan *plan)
{
  guint people = rt_plan_get_n (plan, RT_PART_PEOPLE);
  guint tables = rt_plan_get_n (plan, RT_PART_TABLES);
  guint rounds = rt_plan_get_n (plan, RT_PART_ROUNDS);
  g_autofree char *one = g_strdup_printf (ngettext ("%u person", "%u people", people), people);
  g_autofree char *two = g_strdup_printf (ngettext ("%u table", "%u tables", tables), tables);
  g_autofree char *three = g_strdup_printf (ngettext ("%u round", "%u rounds", rounds), rounds);

  return g_strdup_printf ("%s, %s, %s", one, two, three);
}

static RtExit
help (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_string_append_printf (text, "%s\n\n", _("Plans roundtables and café conversations without a "
                                            "display."));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %s\n      %s\n", commands[i]->words, _(commands[i]->summary));
  g_string_append_printf (text, "\n%s\n%s\n",
                          _("“rotunda-cli COMMAND --help” tells the options of a command."),
                          _("Exit status: 0 done; 1 done, but a rule that must be kept is broken "
                            "or somebody has no seat;\n2 the input or the call is wrong; 3 reading "
                            "or writing failed."));
  return rt_cli_put (text->str, &error) ? RT_EXIT_DONE
                                        : rt_cli_fail (g_steal_pointer (&error), FALSE);
}

static RtExit
fail_usage (gboolean json, const char *message)
{
  rt_cli_say (_("Usage: %s"), "rotunda-cli new|import|check|arrange|print|export ...");
  return rt_cli_fail (g_error_new_literal (RT_ERROR, RT_ERROR_USAGE, message), json);
}

static RtExit
run (GStrv argv)
{
  const char *word = argv[0] != NULL ? argv[1] : NULL;
  gboolean json = g_strv_contains ((const char * const *) argv, "--json");
  g_autofree char *message = NULL;

  if (word == NULL)
    return fail_usage (json, _("A command is missing."));
  if (strcmp (word, "--help") == 0 || strcmp (word, "-h") == 0 || strcmp (word, "help") == 0)
    return help ();
  if (strcmp (word, "--version") == 0)
    {
      fputs ("rotunda-cli " RT_VERSION "\n", stdout);
      return RT_EXIT_DONE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (word, commands[i]->name) == 0)
      return commands[i]->run (argv + 1, json);
  message = g_strdup_printf (_("“%s” is no command."), word);
  return fail_usage (json, message);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, RT_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  return run (argv);
}
