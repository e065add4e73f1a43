/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-table-numbers.h"

#include <glib/gi18n-lib.h>

#include "rt-edit.h"
#include "rt-length-row.h"

#define LEAST_SIZE 20 /* cm */

struct _RtTableNumbers
{
  AdwExpanderRow parent_instance;

  RtSession *session; /* not owned: the panel's */
  RtId table;
  RtLengthRow *x;
  RtLengthRow *y;
  RtLengthRow *width;
  RtLengthRow *depth;
  RtLengthRow *angle;
};

G_DEFINE_FINAL_TYPE (RtTableNumbers, rt_table_numbers, ADW_TYPE_EXPANDER_ROW)

static const RtTable *
get_table (RtTableNumbers *self)
{
  return self->session && self->table
             ? rt_plan_find_table (rt_session_get_plan (self->session), self->table) : NULL;
}

/* A table that stands nowhere yet stands in the corner as soon as one number is given. */
static const char *
set_number (RtTableNumbers *self,
            RtTable      *copy,
            RtLengthRow  *row,
            int           value)
{
  if (row == self->x || row == self->y)
    {
      copy->x = row == self->x ? value : MAX (copy->x, 0);
      copy->y = row == self->y ? value : MAX (copy->y, 0);
      return _("Move %s");
    }
  if (row == self->angle)
    {
      copy->angle = value;
      return _("Turn %s");
    }
  if (row == self->width)
    copy->width = value;
  else
    copy->depth = value;
  return _("Resize %s");
}

static void
number_cb (RtTableNumbers *self,
           int           value,
           RtLengthRow  *row)
{
  const RtTable *table = get_table (self);
  g_autoptr (RtTable) copy = table ? rt_record_copy (table) : NULL;
  g_autofree char *where = NULL;
  g_autoptr (GString) label = NULL;
  GError *error = NULL;
  RtChange *change;

  if (table == NULL)
    return;
  where = rt_table_dup_display (table);
  label = g_string_new (set_number (self, copy, row, value));
  g_string_replace (label, "%s", where, 1);
  change = rt_edit_replace (rt_session_get_plan (self->session), label->str, RT_PART_TABLES, copy,
                            &error);
  if (!rt_session_do (self->session, change, error))
    rt_table_numbers_show (self, self->session, self->table);
}

static RtLengthRow *
add_number (RtTableNumbers *self,
            GtkWidget    *row)
{
  g_signal_connect_object (row, "changed", G_CALLBACK (number_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return RT_LENGTH_ROW (row);
}

static void
rt_table_numbers_class_init (RtTableNumbersClass *klass)
{
}

static void
rt_table_numbers_init (RtTableNumbers *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Position and Size"));
  self->x = add_number (self, rt_length_row_new_length (_("From the Left (m)"), 0));
  self->y = add_number (self, rt_length_row_new_length (_("From the Front (m)"), 0));
  self->width = add_number (self, rt_length_row_new_length (_("Width (m)"), LEAST_SIZE));
  self->depth = add_number (self, rt_length_row_new_length (_("Depth (m)"), LEAST_SIZE));
  self->angle = add_number (self, rt_length_row_new_angle (_("Angle (°)")));
}

/* A round table has one size only. */
static gboolean
has_depth (const RtTable *table)
{
  return table->shape == RT_SHAPE_RECTANGLE || table->shape == RT_SHAPE_OVAL
         || table->shape == RT_SHAPE_ROW;
}

void
rt_table_numbers_show (RtTableNumbers *self,
                     RtSession    *session,
                     RtId          id)
{
  const RtTable *table;
  int width, depth;

  self->session = session;
  self->table = id;
  table = get_table (self);
  if (table == NULL)
    return;
  rt_edit_get_table_size (table, &width, &depth);
  rt_length_row_set (self->x, MAX (table->x, 0));
  rt_length_row_set (self->y, MAX (table->y, 0));
  rt_length_row_set (self->width, width);
  rt_length_row_set (self->depth, depth);
  rt_length_row_set (self->angle, MAX (table->angle, 0));
  gtk_widget_set_visible (GTK_WIDGET (self->depth), has_depth (table));
}
