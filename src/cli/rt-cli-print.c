/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "rt-issue.h"
#include "rt-pages.h"

#define PROGRESS_STEP 100

/* The words of a call of `print`. */
typedef struct {
  char    *sheets;
  char    *paper;
  char    *badges;
  char    *floor;
  char    *output;
  gboolean large;
  gboolean changed;
  gboolean issue;
  gboolean double_sided;
  gboolean by_organisation;
  gboolean codes;
  gboolean one_language;
  gboolean separate;
} Words;

/* What is read, and what becomes of it. */
typedef struct {
  RtPlanFile *file;
  RtPlan     *plan;
  RtPages    *pages;
} Print;

static gboolean
add_sheet (const char *word, RtSheets *sheets, GError **error)
{
  if (strcmp (word, "usual") == 0)
    *sheets |= RT_SHEETS_USUAL;
  else if (strcmp (word, "all") == 0)
    *sheets |= RT_SHEETS_ALL;
  else if (strcmp (word, "summary") == 0)
    {
      g_set_error (error, RT_ERROR, RT_ERROR_USAGE,
                   _("This version of Rotunda does not print the summary yet."));
      return FALSE;
    }
  else
    {
      for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
        if (strcmp (word, rt_sheet_get_word (sheet)) == 0)
          {
            *sheets |= RT_SHEETS (sheet);
            return TRUE;
          }
      g_set_error (error, RT_ERROR, RT_ERROR_USAGE,
                   _("“%s” is no sheet. Sheets are signs, slips, hosts, wall, grid, floor, badges, "
                     "cards, agenda, feedback and rules; “usual” is the first seven, “all” is "
                     "every one that applies."), word);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_sheets (const char *list, RtSheets *sheets, GError **error)
{
  g_auto (GStrv) words = g_strsplit (list != NULL ? list : "", ",", -1);

  *sheets = 0;
  for (guint i = 0; words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0' && !add_sheet (words[i], sheets, error))
      return FALSE;
  if (*sheets != 0)
    return TRUE;
  g_set_error (error, RT_ERROR, RT_ERROR_USAGE,
               _("--sheets LIST is missing: “usual”, “all”, or names of sheets with commas between "
                 "them."));
  return FALSE;
}

static gboolean
read_paper (const char *word, RtPaper *paper, GError **error)
{
  *paper = RT_PAPER_A4;
  if (word == NULL || g_ascii_strcasecmp (word, "a4") == 0)
    return TRUE;
  *paper = RT_PAPER_LETTER;
  if (g_ascii_strcasecmp (word, "letter") == 0)
    return TRUE;
  g_set_error (error, RT_ERROR, RT_ERROR_USAGE, _("--paper takes “a4” or “letter”, not “%s”."),
               word);
  return FALSE;
}

/* Labels come on their own paper, which need not be said. */
static gboolean
read_badges (const Words *words, RtPagesOptions *options, GError **error)
{
  RtPaper paper = options->paper;

  if (words->badges == NULL)
    return TRUE;
  if (!rt_labels_read (words->badges, &paper, &options->badges, error))
    return FALSE;
  if (words->paper != NULL && paper != options->paper)
    {
      g_set_error (error, RT_ERROR, RT_ERROR_USAGE,
                   _("Labels “%s” are not made on paper of this size. Leave --paper out."),
                   words->badges);
      return FALSE;
    }
  options->paper = paper;
  return TRUE;
}

static gboolean
read_floor (const char *word, gboolean *names, GError **error)
{
  *names = g_strcmp0 (word, "names") == 0;
  if (word == NULL || *names || strcmp (word, "numbers") == 0)
    return TRUE;
  g_set_error (error, RT_ERROR, RT_ERROR_USAGE,
               _("--floor takes “numbers” or “names”, not “%s”."), word);
  return FALSE;
}

static gboolean
parse (char **argv, Words *words, RtPagesOptions *options, GStrv *files, GError **error)
{
  const GOptionEntry entries[] = {
    { "sheets", 0, 0, G_OPTION_ARG_STRING, &words->sheets,
      N_("“usual”, “all”, or names of sheets: signs,slips"), N_("LIST") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &words->paper, N_("a4 (unless told otherwise) or letter"),
      N_("SIZE") },
    { "large", 0, 0, G_OPTION_ARG_NONE, &words->large, N_("Large print"), NULL },
    { "badges", 0, 0, G_OPTION_ARG_STRING, &words->badges,
      N_("Labels for badges by the number on their box, or a size in millimetres: 90x55"),
      N_("NAME|WxH") },
    { "qr", 0, 0, G_OPTION_ARG_NONE, &words->codes,
      N_("Slips with a QR code that says where to go"), NULL },
    { "by-organisation", 0, 0, G_OPTION_ARG_NONE, &words->by_organisation,
      N_("The wall list also by organisation"), NULL },
    { "floor", 0, 0, G_OPTION_ARG_STRING, &words->floor,
      N_("numbers (unless told otherwise), or names: a floor plan for each round"), N_("WORD") },
    { "double-sided", 0, 0, G_OPTION_ARG_NONE, &words->double_sided,
      N_("Badges with their rounds on the back"), NULL },
    { "one-language", 0, 0, G_OPTION_ARG_NONE, &words->one_language,
      N_("Signs without their second language"), NULL },
    { "separate", 0, 0, G_OPTION_ARG_NONE, &words->separate,
      N_("A PDF for each kind of sheet: FILE-slips.pdf"), NULL },
    { "changed", 0, 0, G_OPTION_ARG_NONE, &words->changed,
      N_("Only what differs from the last issue"), NULL },
    { "issue", 0, 0, G_OPTION_ARG_NONE, &words->issue,
      N_("Print for use: PLAN keeps what is on paper as its next revision"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &words->output, N_("Write to this file"),
      N_("FILE.pdf") },
    { NULL }
  };

  if (!rt_cli_parse (&rt_cli_print, entries, argv, 1, files, error)
      || !read_sheets (words->sheets, &options->sheets, error)
      || !read_paper (words->paper, &options->paper, error)
      || !read_badges (words, options, error)
      || !read_floor (words->floor, &options->floor_names, error))
    return FALSE;
  options->large = words->large;
  options->changed = words->changed;
  options->double_sided = words->double_sided;
  options->by_organisation = words->by_organisation;
  options->codes = words->codes;
  options->one_language = words->one_language;
  if (words->output != NULL)
    return rt_cli_apart (words->output, (*files)[0], error);
  g_set_error (error, RT_ERROR, RT_ERROR_USAGE, _("-o FILE.pdf is missing."));
  return FALSE;
}

static gboolean
load (Print *self, const char *path, const Words *words, GError **error)
{
  self->file = rt_cli_file_new (path);
  self->plan = rt_plan_file_load (self->file, error);
  if (self->plan == NULL)
    return FALSE;
  if (words->issue && rt_plan_is_read_only (self->plan))
    {
      g_set_error (error, RT_ERROR, RT_ERROR_NEWER,
                   /* Translators: the title of a plan */
                   _("“%s” was made by a newer Rotunda. It can be printed without --issue; to "
                     "issue it, update Rotunda."), rt_plan_get_title (self->plan));
      return FALSE;
    }
  if (!words->changed || rt_plan_get_last_issue (self->plan) != NULL)
    return TRUE;
  g_set_error (error, RT_ERROR, RT_ERROR_USAGE,
               _("Nothing was issued yet, so nothing differs from it. Print without --changed."));
  return FALSE;
}

/* Says which sheets there are none of. Returns: whether there is anything to print. */
static gboolean
say_none (Print *self, const RtPagesOptions *options, gboolean all, GError **error)
{
  for (RtSheet sheet = 0; sheet < RT_N_SHEETS && !options->changed; sheet++)
    {
      g_autofree char *why = NULL;

      if (!(options->sheets & RT_SHEETS (sheet)) || rt_pages_get_n_of (self->pages, sheet) > 0)
        continue;
      why = rt_pages_dup_why_none (self->pages, sheet);
      if (rt_pages_get_n (self->pages) > 0 && !all)
        /* Translators: the name of a sheet, and why there is none, as a sentence */
        rt_cli_say (_("No %s: %s"), rt_sheet_get_word (sheet), why);
      else if (rt_pages_get_n (self->pages) == 0)
        {
          g_set_error (error, RT_ERROR, RT_ERROR_USAGE, _("There is nothing to print. %s"), why);
          return FALSE;
        }
    }
  return TRUE;
}

static void
progress_cb (guint done, guint n, gpointer data)
{
  if (done % PROGRESS_STEP != 0)
    return;
  fputs ("\r", stderr);
  fprintf (stderr, _("page %u of %u"), done, n);
  fputs ("\033[K", stderr);
  fflush (stderr);
}

static gboolean
write_pdf (Print *self, const Words *words, GError **error)
{
  gboolean terminal = isatty (STDERR_FILENO);
  gboolean done = rt_pages_save (self->pages, words->output, words->separate, NULL,
                                 terminal ? progress_cb : NULL, NULL, error);

  if (terminal && rt_pages_get_n (self->pages) >= PROGRESS_STEP)
    fputs ("\r\033[K", stderr);
  return done;
}

/* Whom to tell, on standard output: their paper says something else. */
static gboolean
put_news (RtPlan *plan, GError **error)
{
  g_autoptr (RtRoll) roll = rt_roll_new (plan);
  GString *text;
  g_autofree char *safe = NULL;

  if (rt_plan_get_last_issue (plan)->slips == NULL)
    return TRUE;
  text = g_string_new (NULL);
  for (guint i = 0; i < roll->n_people; i++)
    {
      g_autofree char *news = rt_roll_dup_news (plan, roll, i);
      g_autofree char *name = rt_person_dup_display (rt_plan_get_person (plan, i));

      if (news != NULL)
        g_string_append_printf (text, "%s: %s\n", name, news);
    }
  safe = rt_cli_make_safe (g_string_free (text, FALSE));
  return rt_cli_put (safe, error);
}

/* The plan is written last: what it says is on paper can be printed by then. */
static gboolean
issue (Print *self, const RtPagesOptions *options, GError **error)
{
  if (!rt_cli_apply (self->plan, rt_pages_make_issue (self->pages, self->plan, error), error)
      || !rt_plan_file_save (self->file, self->plan, FALSE, error))
    return FALSE;
  /* Translators: the letter of a revision */
  rt_cli_say (_("This is revision %s."), options->revision);
  return TRUE;
}

static gboolean
print (Print *self, const char *path, const Words *words, RtPagesOptions *options, GError **error)
{
  g_autofree char *revision = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gboolean all = g_strv_contains ((const char *const[]) { "all", "usual", NULL }, words->sheets);
  guint n;

  if (!load (self, path, words, error))
    return FALSE;
  revision = rt_plan_dup_next_revision (self->plan);
  options->revision = words->issue ? revision : NULL;
  options->at = now;
  self->pages = rt_pages_new (self->plan, options, NULL, error);
  if (self->pages == NULL || !say_none (self, options, all, error))
    return FALSE;
  n = rt_pages_get_n (self->pages);
  if (n == 0)
    {
      rt_cli_say (_("Nothing differs from revision %s: nothing was printed."),
                  rt_plan_get_last_issue (self->plan)->revision);
      return TRUE;
    }
  if (!write_pdf (self, words, error) || (words->changed && !put_news (self->plan, error)))
    return FALSE;
  rt_cli_say (ngettext ("%u page.", "%u pages.", n), n);
  return !words->issue || issue (self, options, error);
}

static RtExit
run (char **argv, gboolean json)
{
  Words words = { NULL };
  RtPagesOptions options = { 0 };
  Print self = { NULL };
  g_auto (GStrv) files = NULL;
  GError *error = NULL;
  gboolean done = parse (argv, &words, &options, &files, &error)
                  && print (&self, files[0], &words, &options, &error);

  g_clear_pointer (&self.pages, rt_pages_free);
  g_clear_object (&self.plan);
  g_clear_object (&self.file);
  g_free (words.sheets);
  g_free (words.paper);
  g_free (words.badges);
  g_free (words.floor);
  g_free (words.output);
  return done ? RT_EXIT_DONE : rt_cli_fail (error, json);
}

const RtCommand rt_cli_print = {
  "print",
  "rotunda-cli print PLAN --sheets LIST [--paper a4|letter] [--large] [--badges NAME|WxH] "
  "[--double-sided] [--by-organisation] [--floor names] [--qr] [--one-language] "
  "[--separate] [--changed] [--issue] -o FILE.pdf",
  "PLAN --sheets LIST -o FILE.pdf",
  N_("Makes the sheets for the room as a PDF."),
  run,
};
