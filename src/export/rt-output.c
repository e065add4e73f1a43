/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-output.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rt-calendar.h"
#include "rt-export.h"
#include "rt-floor-picture.h"
#include "rt-summary.h"
#include "rt-workbook.h"

static GBytes *
make_table (RtPlan *plan, const char *name, const RtOutputOptions *options, GError **error)
{
  char *text = rt_export_table (plan, name, options->private);

  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
make_workbook (RtPlan *plan, const char *name, const RtOutputOptions *options, GError **error)
{
  return rt_workbook_make (plan, options->private, error);
}

static GBytes *
make_calendar (RtPlan *plan, const char *name, const RtOutputOptions *options, GError **error)
{
  return rt_calendar_make (plan, error);
}

static GBytes *
make_summary (RtPlan *plan, const char *name, const RtOutputOptions *options, GError **error)
{
  return rt_summary_make (plan, g_str_has_suffix (name, ".html"), strcmp (name, "summary.md") == 0);
}

static GBytes *
make_picture (RtPlan *plan, const char *name, const RtOutputOptions *options, GError **error)
{
  return rt_floor_picture_make (plan, options->round,
                                g_str_has_suffix (name, ".svg") ? RT_PICTURE_SVG : RT_PICTURE_PNG,
                                error);
}

static const RtOutput outputs[] = {
  { "people.csv", N_("People"), TRUE, FALSE, FALSE, make_table },
  { "grid.csv", N_("Who sits where"), FALSE, FALSE, FALSE, make_table },
  { "meetings.csv", N_("Who meets whom"), FALSE, FALSE, FALSE, make_table },
  { "slips.csv", N_("Slips, for a mail merge"), TRUE, FALSE, FALSE, make_table },
  { "rounds.csv", N_("When the rounds are"), FALSE, FALSE, FALSE, make_table },
  { "plan.xlsx", N_("Workbook of people, grid, meetings, slips and rounds"), TRUE, FALSE, TRUE,
    make_workbook },
  { "agenda.ics", N_("Calendar of the agenda"), FALSE, FALSE, FALSE, make_calendar },
  { "summary.md", N_("Summary as Markdown"), FALSE, FALSE, FALSE, make_summary },
  { "grid.md", N_("Tables and rounds as Markdown"), FALSE, FALSE, FALSE, make_summary },
  { "grid.html", N_("Tables and rounds as a web page"), FALSE, FALSE, FALSE, make_summary },
  { "floor.png", N_("Floor plan as a picture"), FALSE, TRUE, TRUE, make_picture },
  { "floor.svg", N_("Floor plan as a picture that can be enlarged"), FALSE, TRUE, FALSE,
    make_picture },
};

/** rt_output_get: Returns: (transfer none) (nullable): the formats one after the other */
const RtOutput *
rt_output_get (guint index)
{
  return index < G_N_ELEMENTS (outputs) ? &outputs[index] : NULL;
}

/** rt_output_dup_names: Returns: (transfer full): all there are, with commas between them */
char *
rt_output_dup_names (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", outputs[i].name);
  return g_string_free (names, FALSE);
}

/** rt_output_find: Returns: (transfer none) (nullable): %NULL with %RT_ERROR_USAGE */
const RtOutput *
rt_output_find (const char *name, GError **error)
{
  g_autofree char *names = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++)
    if (strcmp (outputs[i].name, name) == 0)
      return &outputs[i];
  names = rt_output_dup_names ();
  g_set_error (error, RT_ERROR, RT_ERROR_USAGE,
               /* Translators: what was asked for, and the names of the files there are */
               _("Rotunda does not make “%s”. It makes: %s."), name, names);
  return NULL;
}

/**
 * rt_output_make:
 * @plan: a plan that nobody changes meanwhile: from another thread, a snapshot
 * @error: %RT_ERROR_REFUSED if the plan has not what the format needs, %G_IO_ERROR if it could not
 *   be made
 *
 * Returns: (transfer full) (nullable): the whole file
 */
GBytes *
rt_output_make (const RtOutput *self, RtPlan *plan, const RtOutputOptions *options, GError **error)
{
  return self->make (plan, self->name, options, error);
}
