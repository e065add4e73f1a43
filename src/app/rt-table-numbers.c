/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-table-numbers.h"

#include <glib/gi18n-lib.h>

#include "rt-edit.h"
#include "rt-stand-rows.h"

#define LEAST_SIZE 20 /* cm */

struct _RtTableNumbers
{
  AdwExpanderRow parent_instance;

  RtSession *session; /* not owned: the panel's */
  RtId table;
  RtStandRows numbers;
};

G_DEFINE_FINAL_TYPE (RtTableNumbers, rt_table_numbers, ADW_TYPE_EXPANDER_ROW)

static const RtTable *
get_table (RtTableNumbers *self)
{
  return self->session && self->table
             ? rt_plan_find_table (rt_session_get_plan (self->session), self->table) : NULL;
}

static void
number_cb (RtTableNumbers *self, int value, RtLengthRow *row)
{
  const RtPiece piece = { self->table, 0 };
  RtStand stand = rt_stand_rows_read (&self->numbers, row, value);
  GError *error = NULL;
  RtChange *change;

  if (get_table (self) == NULL)
    return;
  change = rt_edit_stand_piece (rt_session_get_plan (self->session), &piece, &stand, &error);
  if (!rt_session_do (self->session, change, &error))
    rt_table_numbers_show (self, self->session, self->table);
}

static void
rt_table_numbers_class_init (RtTableNumbersClass *klass)
{
}

static void
rt_table_numbers_init (RtTableNumbers *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Position and Size"));
  rt_stand_rows_add (&self->numbers, ADW_EXPANDER_ROW (self), LEAST_SIZE, G_CALLBACK (number_cb));
}

/* A round table has one size only. */
static gboolean
has_depth (const RtTable *table)
{
  return table->shape == RT_SHAPE_RECTANGLE || table->shape == RT_SHAPE_OVAL
         || table->shape == RT_SHAPE_ROW;
}

void
rt_table_numbers_show (RtTableNumbers *self, RtSession *session, RtId id)
{
  const RtTable *table;
  RtStand stand;
  int width, depth;

  self->session = session;
  self->table = id;
  table = get_table (self);
  if (table == NULL)
    return;
  rt_edit_get_table_size (table, &width, &depth);
  stand = (RtStand) { table->x, table->y, width, depth, table->angle };
  rt_stand_rows_show (&self->numbers, &stand);
  gtk_widget_set_visible (GTK_WIDGET (self->numbers.depth), has_depth (table));
}

void
rt_table_numbers_focus (RtTableNumbers *self)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  rt_length_row_focus (self->numbers.x);
}
