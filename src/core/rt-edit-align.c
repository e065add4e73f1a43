/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Edits that line tables and things of the room up together. */

#include "rt-edit-furniture.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rt-edit-private.h"
#include "rt-edit.h"

/* The box round a piece as it is turned: across, then down. */
typedef struct {
  double at[2];   /* of the middle, cm */
  double half[2]; /* cm */
  guint  piece;
} Box;

static gboolean
is_circular (const RtTable *table)
{
  return table->shape == RT_SHAPE_ROUND || table->shape == RT_UNSET
         || table->shape == RT_SHAPE_CIRCLE;
}

static void
set_half (Box *box, int width, int depth, int angle)
{
  double turn = (angle == RT_UNSET ? 0 : angle) * G_PI / 180.0;

  box->half[0] = (fabs (width * cos (turn)) + fabs (depth * sin (turn))) / 2.0;
  box->half[1] = (fabs (width * sin (turn)) + fabs (depth * cos (turn))) / 2.0;
}

static gboolean
box_of_table (const RtTable *table, Box *box, GError **error)
{
  int width, depth;

  if (table->x == RT_UNSET || table->y == RT_UNSET)
    return rt_edit_fail (error, RT_ERROR_REFUSED,
                         _("Choose a layout first: some of these tables have no place in the "
                           "room."));
  rt_edit_get_table_size (table, &width, &depth);
  box->at[0] = table->x;
  box->at[1] = table->y;
  if (is_circular (table))
    box->half[0] = box->half[1] = width / 2.0;
  else
    set_half (box, width, depth, table->angle);
  return TRUE;
}

static void
box_of_object (const RtRoomObject *object, Box *box)
{
  int width, depth;

  rt_edit_get_object_size (object, &width, &depth);
  box->at[0] = object->x == RT_UNSET ? 0 : object->x;
  box->at[1] = object->y == RT_UNSET ? 0 : object->y;
  set_half (box, width, depth, object->angle);
}

static Box *
dup_boxes (RtPlan *plan, const RtPiece *pieces, guint n, GError **error)
{
  g_autofree Box *boxes = g_new0 (Box, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const RtTable *table = NULL;
      const RtRoomObject *object = NULL;

      if (!rt_edit_find_piece (plan, &pieces[i], &table, &object, error)
          || (table != NULL && !box_of_table (table, &boxes[i], error)))
        return NULL;
      if (object != NULL)
        box_of_object (object, &boxes[i]);
      boxes[i].piece = i;
    }
  return g_steal_pointer (&boxes);
}

/* Which edge of the boxes comes to lie on one line: -1 the first, 0 the middle, 1 the last. */
static void
align (Box *boxes, guint n, guint axis, int edge)
{
  double least = G_MAXDOUBLE, most = -G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    {
      least = MIN (least, boxes[i].at[axis] - boxes[i].half[axis]);
      most = MAX (most, boxes[i].at[axis] + boxes[i].half[axis]);
    }
  for (guint i = 0; i < n; i++)
    boxes[i].at[axis] = edge < 0   ? least + boxes[i].half[axis]
                        : edge > 0 ? most - boxes[i].half[axis]
                                   : (least + most) / 2.0;
}

static int
compare_boxes (gconstpointer a, gconstpointer b, gpointer axis)
{
  double first = ((const Box *) a)->at[GPOINTER_TO_UINT (axis)];
  double second = ((const Box *) b)->at[GPOINTER_TO_UINT (axis)];

  return (first > second) - (first < second);
}

/* The outer two stay, and between all there is as much free floor. */
static void
distribute (Box *boxes, guint n, guint axis)
{
  double free_floor;

  g_qsort_with_data (boxes, (int) n, sizeof (Box), compare_boxes, GUINT_TO_POINTER (axis));
  free_floor = boxes[n - 1].at[axis] - boxes[0].at[axis];
  for (guint i = 0; i + 1 < n; i++)
    free_floor -= boxes[i].half[axis] + boxes[i + 1].half[axis];
  for (guint i = 1; i + 1 < n; i++)
    boxes[i].at[axis] = boxes[i - 1].at[axis] + boxes[i - 1].half[axis] + boxes[i].half[axis]
                        + free_floor / (n - 1);
}

static const struct {
  const char *word;
  guint       axis;
  int         edge; /* 2: distribute */
} alignments[] = {
  { "left", 0, -1 }, { "center", 0, 0 }, { "right", 0, 1 },  { "across", 0, 2 },
  { "top", 1, -1 },  { "middle", 1, 0 }, { "bottom", 1, 1 }, { "down", 1, 2 },
};

static RtChange *
place (RtPlan *plan, const RtPiece *pieces, const Box *boxes, guint n, gboolean distributed,
       GError **error)
{
  g_autofree int *xy = g_new0 (int, 2 * n);

  for (guint i = 0; i < n; i++)
    for (guint axis = 0; axis < 2; axis++)
      xy[2 * boxes[i].piece + axis] = (int) round (boxes[i].at[axis]);
  /* Translators: undo labels; %s is a number */
  return distributed ? rt_edit_place_pieces (plan, pieces, xy, n, _("Distribute %s Tables"),
                                             _("Distribute %s Things"), error)
                     : rt_edit_place_pieces (plan, pieces, xy, n, _("Align %s Tables"),
                                             _("Align %s Things"), error);
}

/**
 * rt_edit_align_pieces:
 * @plan: the plan
 * @how: “left”, “center”, “right”, “top”, “middle” or “bottom” to bring edges or middles onto one
 *   line; “across” or “down” to give all the same distance
 * @pieces: (array length=n): which
 * @n: how many
 * @error: for people
 *
 * Lines tables and things up, by the edges of tops and things as they are turned.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_REFUSED
 */
RtChange *
rt_edit_align_pieces (RtPlan *plan, const char *how, const RtPiece *pieces, guint n, GError **error)
{
  g_autofree Box *boxes = dup_boxes (plan, pieces, n, error);
  guint which = 0, least;

  if (boxes == NULL)
    return NULL;
  while (which + 1 < G_N_ELEMENTS (alignments) && !g_str_equal (alignments[which].word, how))
    which++;
  least = alignments[which].edge == 2 ? 3 : 2;
  if (n < least)
    {
      rt_edit_fail (error, RT_ERROR_REFUSED,
                    ngettext ("Select at least %u table or thing for that.",
                              "Select at least %u tables or things for that.", least),
                    least);
      return NULL;
    }
  if (alignments[which].edge == 2)
    distribute (boxes, n, alignments[which].axis);
  else
    align (boxes, n, alignments[which].axis, alignments[which].edge);
  return place (plan, pieces, boxes, n, alignments[which].edge == 2, error);
}
