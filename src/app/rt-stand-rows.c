/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-stand-rows.h"

#include <glib/gi18n-lib.h>

static RtLengthRow *
add_row (AdwExpanderRow *parent, GtkWidget *row, GCallback changed)
{
  g_signal_connect_object (row, "changed", changed, parent, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (parent, row);
  return RT_LENGTH_ROW (row);
}

void
rt_stand_rows_add (RtStandRows *self, AdwExpanderRow *parent, int least_size, GCallback changed)
{
  self->x = add_row (parent, rt_length_row_new_position (_("From the Left (m)")), changed);
  self->y = add_row (parent, rt_length_row_new_position (_("From the Front (m)")), changed);
  self->width = add_row (parent, rt_length_row_new_length (_("Width (m)"), least_size), changed);
  self->depth = add_row (parent, rt_length_row_new_length (_("Depth (m)"), least_size), changed);
  self->angle = add_row (parent, rt_length_row_new_angle (_("Angle (°)")), changed);
}

void
rt_stand_rows_show (const RtStandRows *self, const RtStand *stand)
{
  rt_length_row_set (self->x, stand->x == RT_UNSET ? 0 : stand->x);
  rt_length_row_set (self->y, stand->y == RT_UNSET ? 0 : stand->y);
  rt_length_row_set (self->width, stand->width);
  rt_length_row_set (self->depth, stand->depth);
  rt_length_row_set (self->angle, MAX (stand->angle, 0));
}

/* What a change of one row means: the others stay as they are. */
RtStand
rt_stand_rows_read (const RtStandRows *self, const RtLengthRow *row, int value)
{
  RtStand stand = RT_STAND_AS_IT_IS;

  if (row == self->x)
    stand.x = value;
  else if (row == self->y)
    stand.y = value;
  else if (row == self->width)
    stand.width = value;
  else if (row == self->depth)
    stand.depth = value;
  else
    stand.angle = value;
  return stand;
}
