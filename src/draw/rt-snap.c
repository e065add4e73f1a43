/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-snap.h"

#include <math.h>

#define STEP 10.0 /* cm: where nothing stands in line, whole steps */

/* What attracts most, along one axis. */
typedef struct {
  double nearest; /* so far off it is */
  double at;      /* where that puts the middle of what is moved */
  double line;    /* and where the line is */
} Pull;

/* @aside: of the middle from what touches the line */
static void
consider (Pull *self, double middle, double line, double aside)
{
  double off = fabs (middle - line - aside);

  if (off >= self->nearest)
    return;
  *self = (Pull) { off, line + aside, line };
}

static void
consider_room (Pull *self, double middle, double half, double length)
{
  if (length <= 0.0)
    return;
  consider (self, middle, length / 2.0, 0.0);
  if (half <= 0.0)
    return;
  consider (self, middle, 0.0, half);
  consider (self, middle, length, -half);
}

static gboolean
settle (const Pull *self, double reach, double *middle, double *line)
{
  gboolean found = self->nearest < reach;

  *line = self->line;
  *middle = found ? self->at : round (*middle / STEP) * STEP;
  return found;
}

/**
 * rt_snap:
 * @tables: (array length=n_tables): all tables, and things
 * @n_tables: how many
 * @moving: (array length=n_tables): those that are being moved, which attract nothing
 * @half: half of what is moved, cm, if walls are to attract its sides; else 0
 * @room_width: cm; 0 = there is no room
 * @room_height: cm
 * @reach: from how far away a line attracts, cm
 * @x: (inout): middle of what is under the pointer, cm
 * @y: (inout): the same
 *
 * Draws what is moved into line with the middle of another table or of the room, or its side to a
 * wall; where no line is near, onto the next ten centimetres. O(tables).
 *
 * Returns: the lines it stands on
 */
RtGuides
rt_snap (const RtTableSpec *tables, guint n_tables, const gboolean *moving, RtSize half,
         double room_width, double room_height, double reach, double *x, double *y)
{
  RtGuides guides = { FALSE, FALSE, 0.0, 0.0 };
  Pull across = { reach, 0.0, 0.0 }, down = across;

  for (guint i = 0; i < n_tables; i++)
    if (tables[i].placed && !moving[i])
      {
        consider (&across, *x, tables[i].x, 0.0);
        consider (&down, *y, tables[i].y, 0.0);
      }
  consider_room (&across, *x, half.width, room_width);
  consider_room (&down, *y, half.height, room_height);
  guides.across = settle (&across, reach, x, &guides.x);
  guides.down = settle (&down, reach, y, &guides.y);
  return guides;
}
