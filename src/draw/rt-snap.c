/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-snap.h"

#include <math.h>

#define STEP 10.0 /* cm: where nothing stands in line, whole steps */

static void
consider (double at, double line, double *nearest, double *found)
{
  if (fabs (at - line) >= *nearest)
    return;
  *nearest = fabs (at - line);
  *found = line;
}

/**
 * rt_snap:
 * @tables: (array length=n_tables): all tables
 * @n_tables: how many
 * @moving: (array length=n_tables): those that are being moved, which attract nothing
 * @room_width: cm; 0 = there is no room
 * @room_height: cm
 * @reach: from how far away a line attracts, cm
 * @x: (inout): middle of the table under the pointer, cm
 * @y: (inout): the same
 *
 * Draws what is moved into line with the middle of another table or of the room; where no line is
 * near, onto the next ten centimetres. O(tables).
 *
 * Returns: the lines it stands on
 */
RtGuides
rt_snap (const RtTableSpec *tables, guint n_tables, const gboolean *moving, double room_width,
         double room_height, double reach, double *x, double *y)
{
  RtGuides guides = { FALSE, FALSE, 0.0, 0.0 };
  double near_x = reach, near_y = reach;

  for (guint i = 0; i < n_tables; i++)
    if (tables[i].placed && !moving[i])
      {
        consider (*x, tables[i].x, &near_x, &guides.x);
        consider (*y, tables[i].y, &near_y, &guides.y);
      }
  if (room_width > 0.0)
    consider (*x, room_width / 2.0, &near_x, &guides.x);
  if (room_height > 0.0)
    consider (*y, room_height / 2.0, &near_y, &guides.y);
  guides.across = near_x < reach;
  guides.down = near_y < reach;
  *x = guides.across ? guides.x : round (*x / STEP) * STEP;
  *y = guides.down ? guides.y : round (*y / STEP) * STEP;
  return guides;
}
