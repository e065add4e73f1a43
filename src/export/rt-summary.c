/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-summary.h"

#include <glib/gi18n-lib.h>

#include "rt-measure.h"
#include "rt-programme.h"
#include "rt-prose.h"

/* The plan for reading: what it comes to, and who sits where. */

typedef struct {
  RtPlan     *plan;
  RtRoll     *roll;
  RtMeasures *measures;
  RtProse    *prose;
  GArray    **at;        /* [round, table] of guint: who sits there, by chair; the last: nowhere */
} Summary;

static GArray **
find_at (Summary *self, guint round, int table)
{
  guint n = self->roll->n_tables + 1;

  return &self->at[(gsize) round * n + (table < 0 ? n - 1 : (guint) table)];
}

typedef struct {
  const RtRoll *roll;
  guint         round;
} Order;

static int
compare_chairs (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;
  const int *chair = order->roll->chair + (gsize) order->round * order->roll->n_people;

  return chair[*(const guint *) a] - chair[*(const guint *) b];
}

/* Those who attend and have no chair are nowhere; those who do not attend are not there. */
static void
seat (Summary *self)
{
  const RtRoll *roll = self->roll;

  for (guint r = 0; r < roll->n_rounds; r++)
    {
      Order order = { roll, r };

      for (guint i = 0; i < roll->n_people; i++)
        {
          gsize place = (gsize) r * roll->n_people + i;
          GArray **at = find_at (self, r, roll->table[place]);

          if (roll->table[place] < 0 && !roll->attends[place])
            continue;
          if (*at == NULL)
            *at = g_array_new (FALSE, FALSE, sizeof (guint));
          g_array_append_val (*at, i);
        }
      for (guint t = 0; t < roll->n_tables; t++)
        if (*find_at (self, r, (int) t) != NULL)
          g_array_sort_with_data (*find_at (self, r, (int) t), compare_chairs, &order);
    }
}

static char *
dup_hours (int start, int end)
{
  /* Translators: two clock times */
  return g_strdup_printf (_("%02d:%02d to %02d:%02d"), start / 60 % 24, start % 60, end / 60 % 24,
                          end % 60);
}

static void
write_head (Summary *self)
{
  rt_prose_begin_row (self->prose, TRUE);
  rt_prose_begin_cell (self->prose);
  rt_prose_say (self->prose, _("Table"), FALSE);
  for (guint r = 0; r < self->roll->n_rounds; r++)
    {
      const RtRound *round = rt_plan_get_round (self->plan, r);
      g_autofree char *title = round->title != NULL ? g_strdup (round->title)
                                                    : g_strdup_printf (_("Round %u"), r + 1);
      g_autofree char *hours = NULL;
      int start, end;

      rt_prose_begin_cell (self->prose);
      rt_prose_say (self->prose, title, FALSE);
      if (rt_plan_get_round_times (self->plan, r, &start, &end))
        rt_prose_say (self->prose, hours = dup_hours (start, end), FALSE);
    }
  rt_prose_end_row (self->prose);
}

static void
write_cell (Summary *self, guint round, int table)
{
  const RtRoll *roll = self->roll;
  const GArray *at = *find_at (self, round, table);
  gsize place = (gsize) round * roll->n_tables + MAX (table, 0);

  rt_prose_begin_cell (self->prose);
  if (table >= 0 && roll->theme[place] >= 0)
    {
      const char *theme = rt_plan_get_theme (self->plan, roll->theme[place])->title;
      /* Translators: the title of a theme */
      g_autofree char *said = theme != NULL ? g_strdup_printf (_("“%s”"), theme) : NULL;

      rt_prose_say (self->prose, said != NULL ? said : "", FALSE);
    }
  for (guint i = 0; at != NULL && i < at->len; i++)
    {
      guint person = g_array_index (at, guint, i);
      g_autofree char *name = rt_person_dup_display (rt_plan_get_person (self->plan, person));
      gboolean leads = table >= 0 && roll->leads[(gsize) round * roll->n_people + person] == table;

      rt_prose_say (self->prose, name, leads);
    }
}

/* @table: -1 = those without one */
static void
write_row (Summary *self, int table)
{
  g_autofree char *name = table < 0 ? g_strdup (_("no table yet"))
                                    : rt_table_dup_display (rt_plan_get_table (self->plan, table));

  rt_prose_begin_row (self->prose, FALSE);
  rt_prose_begin_cell (self->prose);
  rt_prose_say (self->prose, name, FALSE);
  for (guint r = 0; r < self->roll->n_rounds; r++)
    write_cell (self, r, table);
  rt_prose_end_row (self->prose);
}

static gboolean
is_used (Summary *self, int table)
{
  for (guint r = 0; r < self->roll->n_rounds; r++)
    if (*find_at (self, r, table) != NULL
        || (table >= 0 && self->roll->open[(gsize) r * self->roll->n_tables + table]))
      return TRUE;
  return FALSE;
}

static void
write_grid (Summary *self)
{
  if (self->roll->n_rounds == 0)
    return;
  write_head (self);
  for (guint t = 0; t < self->roll->n_tables; t++)
    if (is_used (self, (int) t))
      write_row (self, (int) t);
  if (is_used (self, -1))
    write_row (self, -1);
}

/* Before everybody has a seat a small number proves nothing. */
static void
write_measures (Summary *self)
{
  const RtMeasure *unseated = rt_measures_find (self->measures, "unseated");
  gboolean seated = unseated != NULL && unseated->found == 0;

  for (guint i = 0; i < self->measures->measures->len; i++)
    {
      const RtMeasure *measure = &g_array_index (self->measures->measures, RtMeasure, i);
      g_autofree char *found = g_strdup_printf ("%" G_GINT64_FORMAT, measure->found);
      g_autofree char *bound = g_strdup_printf ("%" G_GINT64_FORMAT, measure->bound);
      g_autofree char *said = NULL;

      if (!measure->is_rule && measure->found == 0)
        continue;
      /* Translators: a measure, what it is, and the least it could be */
      said = g_strdup_printf (seated && measure->found == measure->bound
                                  ? _("%s %s, at least %s: proven") : _("%s %s, at least %s"),
                              rt_measure_get_title (measure->key), found, bound);
      rt_prose_item (self->prose, said);
    }
}

static void
write_programme (Summary *self)
{
  g_autoptr (GArray) lines = rt_programme_list (self->plan);

  for (guint i = 0; i < lines->len; i++)
    {
      const RtProgrammeLine *line = &g_array_index (lines, RtProgrammeLine, i);
      g_autofree char *hours = line->start < 0 ? NULL : dup_hours (line->start, line->end);
      g_autofree char *said
          = g_strdup_printf ("%s%s%s%s%s", hours != NULL ? hours : "", hours != NULL ? " · " : "",
                             line->title, *line->below != '\0' ? " · " : "", line->below);

      rt_prose_item (self->prose, said);
    }
}

static void
write_event (Summary *self, gboolean whole)
{
  const RtEvent *event = rt_plan_get_event (self->plan);
  const char *date = event->date != NULL ? event->date : "";
  const char *venue = event->venue != NULL ? event->venue : "";
  g_autofree char *where = g_strdup_printf ("%s%s%s", date, *date && *venue ? " · " : "", venue);

  rt_prose_paragraph (self->prose, where);
  if (!whole)
    return;
  if (event->purpose != NULL)
    rt_prose_paragraph (self->prose, event->purpose);
  write_programme (self);
  rt_prose_paragraph (self->prose, _("What the seating comes to:"));
}

/**
 * rt_summary_make:
 * @plan: a plan
 * @html: a page for a browser; else Markdown
 * @whole: with purpose and programme
 *
 * Returns: (transfer full): the measures, and a table of tables and rounds with everybody's name,
 *   those who lead in bold
 */
GBytes *
rt_summary_make (RtPlan *plan, gboolean html, gboolean whole)
{
  g_autoptr (RtRoll) roll = rt_roll_new (plan);
  g_autoptr (RtMeasures) measures = rt_measures_new (plan);
  gsize n = (gsize) roll->n_rounds * (roll->n_tables + 1);
  g_autofree GArray **at = g_new0 (GArray *, n);
  Summary self = { plan, roll, measures, rt_prose_new (html, rt_plan_get_title (plan)), at };

  seat (&self);
  write_event (&self, whole);
  write_measures (&self);
  write_grid (&self);
  for (gsize i = 0; i < n; i++)
    g_clear_pointer (&at[i], g_array_unref);
  return rt_prose_free (self.prose);
}
