/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-record.h"

typedef struct {
  RtId        table;  /* "" interned = none */
  const char *start;  /* interned: a handful of different ones */
} Line;

typedef struct {
  RtId    person;
  GArray *lines;      /* of Line, one per round */
} Slip;

struct _RtSlips {
  GArray     *slips;  /* of Slip */
  GHashTable *index;  /* person to its place */
};

static void
clear_slip (gpointer data)
{
  g_array_unref (((Slip *) data)->lines);
}

/** rt_slips_new: Returns: (transfer full): no slips */
RtSlips *
rt_slips_new (void)
{
  RtSlips *self = g_new0 (RtSlips, 1);

  self->slips = g_array_new (FALSE, TRUE, sizeof (Slip));
  g_array_set_clear_func (self->slips, clear_slip);
  self->index = g_hash_table_new (NULL, NULL);
  return self;
}

/** rt_slips_copy: Returns: (transfer full) (nullable): a copy; %NULL for %NULL */
RtSlips *
rt_slips_copy (const RtSlips *self)
{
  RtSlips *copy;

  if (self == NULL)
    return NULL;
  copy = rt_slips_new ();
  for (guint i = 0; i < self->slips->len; i++)
    {
      const Slip *slip = &g_array_index (self->slips, Slip, i);
      Slip fresh = { slip->person, g_array_copy (slip->lines) };

      g_hash_table_insert (copy->index, (gpointer) slip->person, GUINT_TO_POINTER (i));
      g_array_append_val (copy->slips, fresh);
    }
  return copy;
}

void
rt_slips_free (RtSlips *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->slips);
  g_hash_table_unref (self->index);
  g_free (self);
}

/** rt_slips_length: Returns: how many people have a slip; 0 for %NULL */
guint
rt_slips_length (const RtSlips *self)
{
  return self == NULL ? 0 : self->slips->len;
}

RtId
rt_slips_person (const RtSlips *self, guint i)
{
  g_return_val_if_fail (i < rt_slips_length (self), NULL);

  return g_array_index (self->slips, Slip, i).person;
}

/**
 * rt_slips_lookup:
 * @rounds: (out) (optional): how many lines the slip has
 *
 * Returns: which slip is that of @person, or %G_MAXUINT
 */
guint
rt_slips_lookup (const RtSlips *self, RtId person, guint *rounds)
{
  gpointer place;

  if (rounds != NULL)
    *rounds = 0;
  if (self == NULL || !g_hash_table_lookup_extended (self->index, person, NULL, &place))
    return G_MAXUINT;
  if (rounds != NULL)
    *rounds = g_array_index (self->slips, Slip, GPOINTER_TO_UINT (place)).lines->len;
  return GPOINTER_TO_UINT (place);
}

static const Line *
get_line (const RtSlips *self, guint i, guint round)
{
  const GArray *lines;

  g_return_val_if_fail (i < rt_slips_length (self), NULL);

  lines = g_array_index (self->slips, Slip, i).lines;
  return round < lines->len ? &g_array_index (lines, Line, round) : NULL;
}

/** rt_slips_table: Returns: the table on the slip's line for @round, "" interned for none */
RtId
rt_slips_table (const RtSlips *self, guint i, guint round)
{
  const Line *line = get_line (self, i, round);

  return line == NULL ? rt_id_intern ("") : line->table;
}

/** rt_slips_start: Returns: the start on the slip's line for @round, HH:MM or "" */
const char *
rt_slips_start (const RtSlips *self, guint i, guint round)
{
  const Line *line = get_line (self, i, round);

  return line == NULL ? "" : line->start;
}

/**
 * rt_slips_add_person:
 *
 * Adds a slip without a line, unless @person has one.
 *
 * Returns: which slip it is
 */
guint
rt_slips_add_person (RtSlips *self, RtId person)
{
  guint i = rt_slips_lookup (self, person, NULL);
  Slip fresh = { person, NULL };

  if (i != G_MAXUINT)
    return i;
  fresh.lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_hash_table_insert (self->index, (gpointer) person, GUINT_TO_POINTER (self->slips->len));
  g_array_append_val (self->slips, fresh);
  return self->slips->len - 1;
}

/**
 * rt_slips_add:
 * @round: index of the line; lines that are skipped have no table and no start
 * @table: (nullable): "" or %NULL for none
 * @start: (nullable): HH:MM, "" or %NULL for unknown
 */
void
rt_slips_add (RtSlips *self, RtId person, guint round, RtId table, const char *start)
{
  Line line = { rt_id_intern (""), rt_id_intern ("") };
  guint i = rt_slips_add_person (self, person);
  GArray *lines = g_array_index (self->slips, Slip, i).lines;

  while (lines->len <= round)
    g_array_append_val (lines, line);
  line.table = table != NULL ? table : rt_id_intern ("");
  line.start = rt_id_intern (start != NULL ? start : "");
  g_array_index (lines, Line, round) = line;
}
