/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rt-cli-lists.h"
#include "rt-date.h"
#include "rt-earlier.h"

/* The words of a call of `new`, as they are given. */
typedef struct {
  char  *people, *hosts, *themes, *output;
  GStrv  earlier;
  char  *preset, *start, *date, *title;
  int    tables, places, rounds, minutes, changeover;
  gboolean keep_groups;
} Words;

static void
words_clear (Words *self)
{
  g_free (self->people);
  g_free (self->hosts);
  g_free (self->themes);
  g_free (self->output);
  g_strfreev (self->earlier);
  g_free (self->preset);
  g_free (self->start);
  g_free (self->date);
  g_free (self->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* Numbers begin at a value that nobody gives, so that 0 can be refused in words. */
#define NOT_GIVEN G_MININT

/* Texts are taken as they are, not out of the locale's encoding: they have to be UTF-8. */
static gboolean
parse (char **argv, Words *words, GError **error)
{
  const GOptionEntry entries[] = {
    { "people", 0, 0, G_OPTION_ARG_FILENAME, &words->people, N_("Who comes"), N_("FILE") },
    { "hosts", 0, 0, G_OPTION_ARG_FILENAME, &words->hosts,
      N_("Who hosts: one table for each"), N_("FILE") },
    { "themes", 0, 0, G_OPTION_ARG_FILENAME, &words->themes,
      N_("What the tables talk about"), N_("FILE") },
    { "earlier", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words->earlier,
      N_("An earlier event, whose meetings count; may be repeated"), N_("PLAN") },
    { "preset", 0, 0, G_OPTION_ARG_FILENAME, &words->preset,
      N_("hosted-cafe (unless given), host-per-round, knowledge-cafe, carousel, theme-groups, "
         "visitor, roundtable or plenary"), N_("NAME") },
    { "tables", 0, 0, G_OPTION_ARG_INT, &words->tables, N_("How many tables"), N_("N") },
    { "places", 0, 0, G_OPTION_ARG_INT, &words->places,
      N_("Chairs at each table, the host's too"), N_("N") },
    { "rounds", 0, 0, G_OPTION_ARG_INT, &words->rounds, N_("How many rounds"), N_("N") },
    { "minutes", 0, 0, G_OPTION_ARG_INT, &words->minutes, N_("Length of a round"), N_("N") },
    { "changeover", 0, 0, G_OPTION_ARG_INT, &words->changeover,
      N_("Minutes between two rounds"), N_("N") },
    { "start", 0, 0, G_OPTION_ARG_FILENAME, &words->start, N_("When it starts"), N_("HH:MM") },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &words->date, N_("The day"), N_("YYYY-MM-DD") },
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &words->title, N_("What it is called"), N_("TEXT") },
    { "keep-groups", 0, 0, G_OPTION_ARG_NONE, &words->keep_groups,
      N_("Carousel: groups move whole"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &words->output,
      N_("The plan to write"), N_("PLAN") },
    { NULL }
  };

  words->tables = words->places = words->rounds = NOT_GIVEN;
  words->minutes = words->changeover = NOT_GIVEN;
  if (!rt_cli_parse (&rt_cli_new, entries, argv, 0, NULL, error))
    return FALSE;
  if (words->people != NULL && words->output != NULL)
    return TRUE;
  rt_cli_say (_("Usage: %s"), rt_cli_new.words);
  g_set_error (error, RT_ERROR, RT_ERROR_USAGE,
               words->people == NULL ? _("--people FILE is missing: who comes?")
                                     : _("-o PLAN is missing: where is the plan written to?"));
  return FALSE;
}

static gboolean
check_text (const char *text, gboolean (*is) (const char *text), const char *message,
            GError **error)
{
  if (text == NULL || (g_utf8_validate (text, -1, NULL) && (is == NULL || is (text))))
    return TRUE;
  g_set_error_literal (error, RT_ERROR, RT_ERROR_USAGE, message);
  return FALSE;
}

static gboolean
check_number (const char *option, int value, int least, int most, GError **error)
{
  return value == NOT_GIVEN || rt_cli_in_range (option, value, least, most, error);
}

static gboolean
find_preset (const char *name, RtPreset *preset, GError **error)
{
  g_autofree char *all = NULL;

  for (guint i = 0; name != NULL && rt_preset_words[i] != NULL; i++)
    if (strcmp (rt_preset_words[i], name) == 0)
      {
        *preset = i;
        return TRUE;
      }
  if (name == NULL)
    return TRUE;
  all = g_strjoinv (", ", (GStrv) rt_preset_words);
  g_set_error (error, RT_ERROR, RT_ERROR_USAGE, _("--preset takes one of %s."), all);
  return FALSE;
}

static gboolean
get_options (const Words *words, RtNewOptions *options, GError **error)
{
  if (!find_preset (words->preset, &options->preset, error)
      || !check_number ("tables", words->tables, 1, RT_MAX_TABLES, error)
      || !check_number ("places", words->places, 1, 1000, error)
      || !check_number ("rounds", words->rounds, 1, RT_MAX_PLAN_ROUNDS, error)
      || !check_number ("minutes", words->minutes, 1, 1440, error)
      || !check_number ("changeover", words->changeover, 0, 1440, error)
      || !check_text (words->start, rt_time_is_valid, _("--start takes a time such as 10:10."),
                      error)
      || !check_text (words->date, rt_date_is_valid, _("--date takes a day such as 2009-01-29."),
                      error)
      || !check_text (words->title, NULL, _("--title takes a text in UTF-8."), error))
    return FALSE;
  options->tables = MAX (words->tables, 0);
  options->places = MAX (words->places, 0);
  options->rounds = MAX (words->rounds, 0);
  options->minutes = MAX (words->minutes, 0);
  options->changeover = MAX (words->changeover, -1);
  options->start = words->start;
  options->date = words->date;
  options->title = words->title;
  options->keep_groups = words->keep_groups;
  return TRUE;
}

static gboolean
read_lists (RtPlan *plan, const Words *words, GError **error)
{
  guint n_themes = 0;

  return (words->themes == NULL || rt_cli_read_themes (plan, words->themes, &n_themes, error))
         && rt_cli_read_list (plan, words->people, RT_LIST_PEOPLE, NULL, error)
         && (words->hosts == NULL
             || rt_cli_read_list (plan, words->hosts, RT_LIST_HOSTS, NULL, error))
         && (words->themes == NULL || rt_cli_read_themes (plan, words->themes, &n_themes, error));
}

static gboolean
read_earlier (RtPlan *plan, const char *path, GError **error)
{
  g_autoptr (RtPlan) earlier = rt_cli_load (path, error);
  guint n = 0;

  if (earlier == NULL || !rt_cli_apply (plan, rt_earlier_to_change (plan, earlier, &n), error))
    return FALSE;
  rt_cli_say (ngettext ("%s: %u person of this plan was there.",
                        "%s: %u people of this plan were there.", n),
              rt_plan_get_title (earlier), n);
  return TRUE;
}

static RtPlan *
make_plan (const Words *words, const RtNewOptions *options, GError **error)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();

  if (!read_lists (plan, words, error))
    return NULL;
  for (guint i = 0; words->earlier != NULL && words->earlier[i] != NULL; i++)
    if (!read_earlier (plan, words->earlier[i], error))
      return NULL;
  if (!rt_cli_apply (plan, rt_preset_to_change (plan, options, error), error))
    return NULL;
  return g_steal_pointer (&plan);
}

/* The lists and the earlier plans stay. */
static gboolean
check_output (const Words *words, GError **error)
{
  if (!rt_cli_apart (words->output, words->people, error)
      || !rt_cli_apart (words->output, words->hosts, error)
      || !rt_cli_apart (words->output, words->themes, error))
    return FALSE;
  for (guint i = 0; words->earlier != NULL && words->earlier[i] != NULL; i++)
    if (!rt_cli_apart (words->output, words->earlier[i], error))
      return FALSE;
  return TRUE;
}

static RtExit
run (char **argv, gboolean json)
{
  g_auto (Words) words = { NULL };
  g_autoptr (RtPlan) plan = NULL;
  g_autoptr (RtPlanFile) file = NULL;
  g_autofree char *counts = NULL;
  RtNewOptions options = RT_NEW_OPTIONS_DEFAULT;
  GError *error = NULL;

  if (!parse (argv, &words, &error) || !check_output (&words, &error)
      || !get_options (&words, &options, &error))
    return rt_cli_fail (error, json);
  plan = make_plan (&words, &options, &error);
  if (plan == NULL)
    return rt_cli_fail (error, json);
  file = rt_cli_file_new (words.output);
  if (!rt_plan_file_save (file, plan, TRUE, &error))
    return rt_cli_fail (error, json);
  counts = rt_cli_dup_counts (plan);
  rt_cli_say ("%s: %s.", rt_preset_get_title (options.preset), counts);
  return RT_EXIT_DONE;
}

const RtCommand rt_cli_new = {
  "new",
  "rotunda-cli new --people FILE [--hosts FILE] [--themes FILE] [--earlier PLAN]... [--preset "
  "NAME]\n      [--tables N] [--places N] [--rounds N] [--minutes N] [--changeover N] [--start "
  "HH:MM]\n      [--date YYYY-MM-DD] [--title TEXT] [--keep-groups] -o PLAN",
  "--people FILE -o PLAN",
  N_("Makes a plan from lists (CSV)."),
  run,
};
