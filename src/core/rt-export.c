/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-export.h"

#include <string.h>

#include "rt-csv.h"
#include "rt-date.h"
#include "rt-roll.h"

/* A table for another program, while it is written row by row. */
typedef struct {
  RtPlan     *plan;
  gboolean    private;
  RtRoll     *roll;
  guint       n_rounds;
  GArray     *row;       /* of RtCell */
  RtExportRow put;
  gpointer    data;
} Export;

static void
clear_cell (gpointer data)
{
  g_free (((RtCell *) data)->text);
}

static void
add_value (Export *self, RtCellKind kind, int value, char *text)
{
  RtCell cell = { kind, value, text };

  g_array_append_val (self->row, cell);
}

/* @text: (transfer full) (nullable): NULL is an empty cell */
static void
take_cell (Export *self, char *text)
{
  add_value (self, RT_CELL_TEXT, 0, text != NULL ? text : g_strdup (""));
}

static void
add_cell (Export *self, const char *text)
{
  take_cell (self, g_strdup (text));
}

static void
add_number (Export *self, guint number)
{
  add_value (self, RT_CELL_NUMBER, (int) number, g_strdup_printf ("%u", number));
}

/* @minutes: after midnight */
static void
add_time (Export *self, int minutes)
{
  add_value (self, RT_CELL_TIME, minutes % (24 * 60), rt_time_dup (minutes));
}

static void
end_row (Export *self)
{
  self->put ((const RtCell *) (gpointer) self->row->data, self->row->len, self->data);
  g_array_set_size (self->row, 0);
}

static void
add_words (Export *self, GStrv words)
{
  take_cell (self, words == NULL ? NULL : g_strjoinv ("; ", words));
}

static void
add_wishes (Export *self, const RtPerson *person)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < rt_ids_length (person->wishes); i++)
    {
      const RtTheme *theme = rt_plan_find_theme (self->plan, person->wishes[i]);

      g_string_append_printf (titles, "%s%s", titles->len > 0 ? "; " : "",
                              theme->title != NULL ? theme->title : "");
    }
  take_cell (self, g_string_free (titles, FALSE));
}

static void
add_names (Export *self, const char * const *names, guint n)
{
  for (guint i = 0; i < n; i++)
    add_cell (self, names[i]);
}

static void
add_private (Export *self, const RtPersonPrivate *private)
{
  add_cell (self, private != NULL ? private->email : NULL);
  add_cell (self, private != NULL ? private->phone : NULL);
  add_cell (self, private != NULL ? private->access : NULL);
  add_cell (self, private != NULL ? private->diet : NULL);
  add_cell (self, private != NULL ? private->notes : NULL);
}

/* Everybody, in the words that importing knows, whatever the language: names of columns are not
 * translated. */
static void
write_people (Export *self)
{
  static const char * const names[] = {
    "Name", "Honorific", "Organisation", "Sector", "Job title", "Type", "Role", "Tags",
    "Languages", "Sign-ups", "Step-free"
  };
  static const char * const private_names[] = { "Email", "Phone", "Access needs", "Diet", "Notes" };
  guint n = rt_plan_get_n (self->plan, RT_PART_PEOPLE);

  add_names (self, names, G_N_ELEMENTS (names));
  if (self->private)
    add_names (self, private_names, G_N_ELEMENTS (private_names));
  end_row (self);
  for (guint i = 0; i < n; i++)
    {
      const RtPerson *person = rt_plan_get_person (self->plan, i);

      add_cell (self, person->name != NULL ? person->name : "Unnamed place");
      add_cell (self, person->honorific);
      add_cell (self, person->organisation);
      add_cell (self, person->sector);
      add_cell (self, person->job);
      add_cell (self, person->kind);
      add_words (self, person->roles);
      add_words (self, person->tags);
      add_words (self, person->languages);
      add_wishes (self, person);
      add_cell (self, person->step_free == RT_UNSET ? NULL : person->step_free ? "yes" : "no");
      if (self->private)
        add_private (self, person->private);
      end_row (self);
    }
}

static gboolean
is_staff (const RtPerson *person)
{
  return rt_person_has_role (person, "staff");
}

static int
get_table (const Export *self, guint round, guint person)
{
  return self->roll->table[round * self->roll->n_people + person];
}

static char *
dup_table (const Export *self, int table)
{
  return table < 0 ? NULL : rt_table_dup_display (rt_plan_get_table (self->plan, table));
}

/* A row for each person, a column for each round. */
static void
write_grid (Export *self)
{
  guint n = rt_plan_get_n (self->plan, RT_PART_PEOPLE);

  add_cell (self, "Name");
  add_cell (self, "Organisation");
  for (guint round = 0; round < self->n_rounds; round++)
    take_cell (self, g_strdup_printf ("Round %u", round + 1));
  end_row (self);
  for (guint i = 0; i < n; i++)
    {
      const RtPerson *person = rt_plan_get_person (self->plan, i);

      if (is_staff (person))
        continue;
      take_cell (self, rt_person_dup_display (person));
      add_cell (self, person->organisation);
      for (guint round = 0; round < self->n_rounds; round++)
        take_cell (self, dup_table (self, get_table (self, round, i)));
      end_row (self);
    }
}

/* The rounds, from 1, in which two people are guests at one table; NULL when they never are. */
static char *
dup_meetings (const Export *self, guint a, guint b, guint *n)
{
  GString *rounds = NULL;

  *n = 0;
  for (guint round = 0; round < self->n_rounds; round++)
    {
      const guint8 *guest = self->roll->guest + round * self->roll->n_people;

      if (!guest[a] || !guest[b] || get_table (self, round, a) != get_table (self, round, b))
        continue;
      (*n)++;
      if (rounds == NULL)
        rounds = g_string_new (NULL);
      g_string_append_printf (rounds, "%s%u", rounds->len > 0 ? "; " : "", round + 1);
    }
  return rounds == NULL ? NULL : g_string_free (rounds, FALSE);
}

static void
add_person (Export *self, guint index)
{
  const RtPerson *person = rt_plan_get_person (self->plan, index);

  take_cell (self, rt_person_dup_display (person));
  add_cell (self, person->organisation);
}

/* Every two guests who meet, as often as the measure of repeats counts them. */
static void
write_meetings (Export *self)
{
  static const char * const names[] = {
    "Guest", "Organisation", "Other guest", "Other organisation", "Meetings", "Rounds"
  };
  guint n = rt_plan_get_n (self->plan, RT_PART_PEOPLE);

  add_names (self, names, G_N_ELEMENTS (names));
  end_row (self);
  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; b < n; b++)
      {
        guint meetings;
        char *rounds = dup_meetings (self, a, b, &meetings);

        if (rounds == NULL)
          continue;
        add_person (self, a);
        add_person (self, b);
        add_number (self, meetings);
        take_cell (self, rounds);
        end_row (self);
      }
}

static void
add_slip (Export *self, guint round, guint index)
{
  int table = get_table (self, round, index);
  guint place = round * self->roll->n_tables + MAX (table, 0);
  int start = 0, end = 0;
  int host = table < 0 ? -1 : self->roll->host[place];
  int theme = table < 0 ? -1 : self->roll->theme[place];

  if (table >= 0 && rt_plan_get_round_times (self->plan, round, &start, &end))
    add_time (self, start);
  else
    add_cell (self, NULL);
  take_cell (self, dup_table (self, table));
  take_cell (self, host < 0 ? NULL : rt_person_dup_display (rt_plan_get_person (self->plan, host)));
  add_cell (self, theme < 0 ? NULL : rt_plan_get_theme (self->plan, theme)->title);
}

/* One row for each person's slip, for a mail merge. */
static void
write_slips (Export *self)
{
  static const char * const columns[] = { "start", "table", "host", "theme" };
  guint n = rt_plan_get_n (self->plan, RT_PART_PEOPLE);

  add_cell (self, "Name");
  add_cell (self, "Organisation");
  if (self->private)
    add_cell (self, "Email");
  for (guint round = 0; round < self->n_rounds; round++)
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
      take_cell (self, g_strdup_printf ("Round %u %s", round + 1, columns[i]));
  end_row (self);
  for (guint i = 0; i < n; i++)
    {
      const RtPerson *person = rt_plan_get_person (self->plan, i);

      if (is_staff (person) || person->attendance == RT_ATTENDANCE_ABSENT)
        continue;
      add_person (self, i);
      if (self->private)
        add_cell (self, person->private != NULL ? person->private->email : NULL);
      for (guint round = 0; round < self->n_rounds; round++)
        add_slip (self, round, i);
      end_row (self);
    }
}

static void
add_date (Export *self, const char *date)
{
  if (date == NULL)
    add_cell (self, NULL);
  else
    add_value (self, RT_CELL_DATE, 0, g_strdup (date));
}

/* When the rounds are. One that begins after midnight is still of the event's date. */
static void
write_rounds (Export *self)
{
  static const char * const names[] = { "Round", "Title", "Date", "Start", "End", "Question" };

  add_names (self, names, G_N_ELEMENTS (names));
  end_row (self);
  for (guint i = 0; i < self->n_rounds; i++)
    {
      const RtRound *round = rt_plan_get_round (self->plan, i);
      int start, end;

      add_number (self, i + 1);
      add_cell (self, round->title);
      add_date (self, rt_plan_get_event (self->plan)->date);
      if (rt_plan_get_round_times (self->plan, i, &start, &end))
        {
          add_time (self, start);
          add_time (self, end);
        }
      else
        {
          add_cell (self, NULL);
          add_cell (self, NULL);
        }
      add_cell (self, round->question);
      end_row (self);
    }
}

static const struct {
  const char *name;
  void      (*write) (Export *self);
} tables[] = {
  { "people.csv", write_people },
  { "grid.csv", write_grid },
  { "meetings.csv", write_meetings },
  { "slips.csv", write_slips },
  { "rounds.csv", write_rounds },
};

/**
 * rt_export_rows:
 * @plan: a plan
 * @what: people.csv (which importing reads back), grid.csv (who sits where), meetings.csv (which
 *   guests meet), slips.csv (for a mail merge), rounds.csv (when they are)
 * @private: contact data, access needs, diet and notes too
 * @put: (scope call): gets each row, the one with the names of the columns first
 *
 * Linear in what is written, but for meetings.csv, which looks at every pair of people.
 *
 * Returns: %FALSE for any other @what
 */
gboolean
rt_export_rows (RtPlan *plan, const char *what, gboolean private, RtExportRow put, gpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (strcmp (tables[i].name, what) == 0)
      {
        g_autoptr (RtRoll) roll = rt_roll_new (plan);
        g_autoptr (GArray) row = g_array_new (FALSE, FALSE, sizeof (RtCell));
        Export self = { plan, private, roll, rt_plan_get_n (plan, RT_PART_ROUNDS), row, put, data };

        g_array_set_clear_func (row, clear_cell);
        tables[i].write (&self);
        return TRUE;
      }
  return FALSE;
}

static void
put_text_cb (const RtCell *cells, guint n, gpointer data)
{
  g_autofree const char **texts = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    texts[i] = cells[i].text;
  rt_csv_append (data, texts);
}

/**
 * rt_export_table:
 * @what: as rt_export_rows() knows them
 *
 * Returns: (transfer full) (nullable): the table as text, %NULL for any other @what
 */
char *
rt_export_table (RtPlan *plan, const char *what, gboolean private)
{
  GString *text = g_string_new (NULL);

  return g_string_free (text, !rt_export_rows (plan, what, private, put_text_cb, text));
}
