/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-sheet.h"

#include <glib/gi18n-lib.h>

#include "rt-date.h"
#include "rt-palette.h"
#include "rt-translation.h"

/* The plan in the words that stand on paper: made once, for all pages. */

static void
fill_persons (RtPages *self)
{
  guint n = self->roll->n_people;

  self->persons = g_new0 (RtPaperPerson, n);
  for (guint i = 0; i < n; i++)
    {
      const RtPerson *record = rt_plan_get_person (self->plan, i);
      g_autofree char *display = rt_person_dup_display (record);
      g_autofree char *name = rt_tidy (display);
      g_autofree char *organisation = rt_tidy (record->organisation);
      g_autofree char *first = NULL;
      g_autofree char *last = NULL;

      self->persons[i].name = rt_ink_isolate (name);
      self->persons[i].organisation = rt_ink_isolate (organisation);
      if (record->name == NULL)
        continue;
      rt_person_split_name (record, &first, &last);
      self->persons[i].first = first != NULL ? rt_ink_isolate (first) : NULL;
      self->persons[i].last = last != NULL ? rt_ink_isolate (last) : NULL;
    }
}

static void
fill_tables (RtPages *self)
{
  self->tables = g_new0 (RtPaperTable, self->roll->n_tables);
  for (guint i = 0; i < self->roll->n_tables; i++)
    {
      const RtTable *record = rt_plan_get_table (self->plan, i);
      g_autofree char *display = rt_table_dup_display (record);

      self->tables[i].numbered = record->number != RT_UNSET;
      self->tables[i].label = self->tables[i].numbered ? g_strdup_printf ("%d", record->number)
                                                       : rt_ink_isolate (display);
    }
}

/* In the second language of the event, where there is one. */
static char *
dup_translated (RtPages *self, RtId id, const char *member)
{
  const char *language
      = self->options.one_language ? NULL : rt_translation_get_language (self->plan);
  const char *text
      = language != NULL ? rt_translation_find (self->plan, language, id, member) : NULL;

  return text != NULL ? rt_ink_isolate (text) : NULL;
}

static void
fill_themes (RtPages *self)
{
  self->themes = g_new0 (RtPaperTheme, self->roll->n_themes);
  for (guint i = 0; i < self->roll->n_themes; i++)
    {
      const RtTheme *record = rt_plan_get_theme (self->plan, i);
      RtPaperTheme *theme = &self->themes[i];

      theme->letter = rt_palette_dup_letter (i);
      theme->title = rt_ink_isolate (record->title);
      theme->question = rt_ink_isolate (record->question);
      theme->also = dup_translated (self, record->parent.id, "title");
      theme->also_question = dup_translated (self, record->parent.id, "question");
      theme->colour = record->colour != RT_UNSET ? record->colour : (int) i;
    }
}

static void
fill_times (RtPages *self)
{
  guint n = self->roll->n_rounds;

  self->starts = g_new0 (char *, n + 1);
  self->ends = g_new0 (char *, n + 1);
  for (guint r = 0; r < n; r++)
    {
      int start, end;
      gboolean known = rt_plan_get_round_times (self->plan, r, &start, &end);

      self->starts[r] = known ? rt_time_dup (start) : g_strdup ("");
      self->ends[r] = known ? rt_time_dup (end) : g_strdup ("");
    }
}

static void
fill_dates (RtPages *self)
{
  g_autofree char *day = rt_date_dup_words (rt_plan_get_event (self->plan)->date);
  g_autoptr (GDateTime) now = self->options.at != NULL ? g_date_time_ref (self->options.at)
                                                       : g_date_time_new_now_local ();

  self->title = rt_ink_isolate (rt_plan_get_title (self->plan));
  self->date = day != NULL ? g_steal_pointer (&day) : g_strdup ("");
  /* Translators: a date and time on paper, for g_date_time_format(): "28 January 2009, 16:42" */
  self->printed = g_date_time_format (now, _("%-d %B %Y, %H:%M"));
  /* Translators: the same where there is little room: "28 Jan 2009, 16:42" */
  self->printed_short = g_date_time_format (now, _("%-d %b %Y, %H:%M"));
  if (self->options.at == NULL)
    self->options.at = g_steal_pointer (&now);
  else
    g_date_time_ref (self->options.at);
}

/** rt_pages_fill: makes all the words */
void
rt_pages_fill (RtPages *self)
{
  fill_persons (self);
  fill_tables (self);
  fill_themes (self);
  fill_times (self);
  fill_dates (self);
}

/** rt_pages_clear: frees them */
void
rt_pages_clear (RtPages *self)
{
  for (guint i = 0; i < self->roll->n_people; i++)
    {
      g_free (self->persons[i].name);
      g_free (self->persons[i].first);
      g_free (self->persons[i].last);
      g_free (self->persons[i].organisation);
    }
  for (guint i = 0; i < self->roll->n_tables; i++)
    g_free (self->tables[i].label);
  for (guint i = 0; i < self->roll->n_themes; i++)
    {
      g_free (self->themes[i].letter);
      g_free (self->themes[i].title);
      g_free (self->themes[i].also);
      g_free (self->themes[i].question);
      g_free (self->themes[i].also_question);
    }
  g_free (self->persons);
  g_free (self->tables);
  g_free (self->themes);
  g_strfreev (self->starts);
  g_strfreev (self->ends);
  g_free (self->title);
  g_free (self->date);
  g_free (self->printed);
  g_free (self->printed_short);
  g_date_time_unref (self->options.at);
}
