/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Edits of tables and things of the room together: one or many are moved, turned and taken away,
 * one is given another place or size. */

#include "rt-edit-furniture.h"

#include <glib/gi18n-lib.h>

#include "rt-edit-private.h"

#define FARTHEST 100000 /* cm */

/* Copies of what changes together; the room holds those of its things. */
typedef struct {
  RtPlan        *plan;
  const RtPiece *pieces;
  guint          n;
  GPtrArray     *tables; /* in the order of the pieces that are tables */
  RtRoom        *room;
} Group;

/* A table or a thing, as far as they are alike. */
typedef struct {
  int *x, *y, *width, *depth, *angle;
} Frame;

static void
group_clear (Group *self)
{
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->room, rt_record_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Group, group_clear)

static const RtRoom *
get_room (RtPlan *plan)
{
  return rt_plan_get_n (plan, RT_PART_ROOM) > 0 ? rt_plan_get (plan, RT_PART_ROOM, 0) : NULL;
}

gboolean
rt_edit_find_piece (RtPlan *plan, const RtPiece *piece, const RtTable **table,
                    const RtRoomObject **object, GError **error)
{
  const RtRoom *room = get_room (plan);

  if (piece->table != NULL)
    return (*table = rt_edit_find (plan, RT_PART_TABLES, piece->table, NULL, error)) != NULL;
  if (room == NULL || room->objects == NULL || piece->object >= room->objects->len)
    return rt_edit_fail (error, RT_ERROR_REFUSED,
                         _("What should be changed is not in the plan any more."));
  *object = room->objects->pdata[piece->object];
  return TRUE;
}

static void
add_object (Group *self, guint index, const RtRoomObject *object)
{
  if (self->room == NULL)
    self->room = rt_record_copy (get_room (self->plan));
  rt_record_unref (self->room->objects->pdata[index]);
  self->room->objects->pdata[index] = rt_record_copy (object);
}

static gboolean
group_init (Group *self, RtPlan *plan, const RtPiece *pieces, guint n, GError **error)
{
  *self = (Group) { plan, pieces, n, g_ptr_array_new_with_free_func (rt_record_unref), NULL };
  for (guint i = 0; i < n; i++)
    {
      const RtTable *table = NULL;
      const RtRoomObject *object = NULL;

      if (!rt_edit_find_piece (plan, &pieces[i], &table, &object, error))
        return FALSE;
      if (table != NULL)
        g_ptr_array_add (self->tables, rt_record_copy (table));
      else
        add_object (self, pieces[i].object, object);
    }
  return TRUE;
}

static Frame
frame_of_table (RtTable *table)
{
  return (Frame) { &table->x, &table->y, &table->width, &table->depth, &table->angle };
}

static Frame
frame_of_object (RtRoomObject *object)
{
  return (Frame) { &object->x, &object->y, &object->width, &object->depth, &object->angle };
}

static Frame *
dup_frames (const Group *self)
{
  Frame *frames = g_new0 (Frame, self->n + 1);
  guint table = 0;

  for (guint i = 0; i < self->n; i++)
    frames[i] = self->pieces[i].table != NULL
                    ? frame_of_table (self->tables->pdata[table++])
                    : frame_of_object (self->room->objects->pdata[self->pieces[i].object]);
  return frames;
}

static char *
dup_name (const Group *self)
{
  const RtRoomObject *object;

  if (self->pieces[0].table != NULL)
    return rt_table_dup_display (self->tables->pdata[0]);
  object = self->room->objects->pdata[self->pieces[0].object];
  return g_strdup (rt_room_object_get_words (object));
}

static void
add_room (const Group *self, RtChange *change)
{
  const RtRoom *old = get_room (self->plan);

  if (self->room != NULL && !rt_record_equal (old, self->room))
    rt_change_replace (change, RT_PART_ROOM, 0, old, self->room);
}

static RtChange *
finish (RtPlan *plan, RtChange *change, GError **error)
{
  if (rt_change_get_n_edits (change) > 0)
    return rt_edit_finish (plan, change, error);
  rt_change_unref (change);
  rt_edit_fail (error, RT_ERROR_REFUSED, _("That is so already."));
  return NULL;
}

/* @one holds one %s for the piece, @tables and @things one for how many. */
static RtChange *
group_finish (const Group *self, const char *one, const char *tables, const char *things,
              GError **error)
{
  g_autofree char *words = self->n == 1 ? dup_name (self) : g_strdup_printf ("%u", self->n);
  g_autoptr (GString) label = g_string_new (self->n == 1         ? one
                                            : self->room == NULL ? tables
                                                                 : things);
  RtChange *change;

  g_string_replace (label, "%s", words, 1);
  change = rt_change_new (label->str);
  for (guint i = 0; i < self->tables->len; i++)
    {
      const RtRecord *copy = self->tables->pdata[i];
      guint index;
      const RtRecord *old = rt_edit_find (self->plan, RT_PART_TABLES, copy->id, &index, NULL);

      if (!rt_record_equal (old, copy))
        rt_change_replace (change, RT_PART_TABLES, index, old, copy);
    }
  add_room (self, change);
  return finish (self->plan, change, error);
}

static gboolean
stands (const Frame *frame)
{
  return *frame->x != RT_UNSET && *frame->y != RT_UNSET;
}

/* How far they can go together: a piece that is outside already may come back. */
static void
limit (RtPlan *plan, const Frame *frames, guint n, int *dx, int *dy)
{
  const RtRoom *room = get_room (plan);
  int width = room != NULL && room->width > 0 ? room->width : FARTHEST;
  int height = room != NULL && room->height > 0 ? room->height : FARTHEST;

  for (guint i = 0; i < n; i++)
    {
      if (!stands (&frames[i]))
        continue;
      *dx = CLAMP (*dx, MIN (0, -*frames[i].x), MAX (0, width - *frames[i].x));
      *dy = CLAMP (*dy, MIN (0, -*frames[i].y), MAX (0, height - *frames[i].y));
    }
}

/**
 * rt_edit_move_pieces:
 * @plan: the plan
 * @pieces: (array length=n): which
 * @n: how many, at least one
 * @dx: cm to the right
 * @dy: cm down
 * @error: for people
 *
 * Moves tables and things together. They stop where the first of them would leave the room, so that
 * they keep their distances; what stands nowhere yet stays so.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_REFUSED
 */
RtChange *
rt_edit_move_pieces (RtPlan *plan, const RtPiece *pieces, guint n, int dx, int dy, GError **error)
{
  g_auto (Group) group = { NULL };
  g_autofree Frame *frames = NULL;

  if (!group_init (&group, plan, pieces, n, error))
    return NULL;
  frames = dup_frames (&group);
  limit (plan, frames, n, &dx, &dy);
  for (guint i = 0; i < n; i++)
    if (stands (&frames[i]))
      {
        *frames[i].x += dx;
        *frames[i].y += dy;
      }
  /* Translators: undo labels; the first %s is a table or a thing, the others are numbers */
  return group_finish (&group, _("Move %s"), _("Move %s Tables"), _("Move %s Things"), error);
}

RtChange *
rt_edit_place_pieces (RtPlan *plan, const RtPiece *pieces, const int *xy, guint n,
                      const char *tables, const char *things, GError **error)
{
  g_auto (Group) group = { NULL };
  g_autofree Frame *frames = NULL;

  if (!group_init (&group, plan, pieces, n, error))
    return NULL;
  frames = dup_frames (&group);
  for (guint i = 0; i < n; i++)
    {
      *frames[i].x = xy[2 * i];
      *frames[i].y = xy[2 * i + 1];
    }
  return group_finish (&group, tables, tables, things, error);
}

/**
 * rt_edit_turn_pieces:
 * @plan: the plan
 * @pieces: (array length=n): which
 * @n: how many, at least one
 * @degrees: by how much, clockwise
 * @error: for people
 *
 * Turns each about its own middle.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_REFUSED
 */
RtChange *
rt_edit_turn_pieces (RtPlan *plan, const RtPiece *pieces, guint n, int degrees, GError **error)
{
  g_auto (Group) group = { NULL };
  g_autofree Frame *frames = NULL;

  if (!group_init (&group, plan, pieces, n, error))
    return NULL;
  frames = dup_frames (&group);
  for (guint i = 0; i < n; i++)
    {
      int angle = ((*frames[i].angle == RT_UNSET ? 0 : *frames[i].angle) + degrees) % 360;

      *frames[i].angle = angle < 0 ? angle + 360 : angle;
    }
  return group_finish (&group, _("Turn %s"), _("Turn %s Tables"), _("Turn %s Things"), error);
}

static void
take (int *number, int value)
{
  if (value != RT_UNSET)
    *number = value;
}

/**
 * rt_edit_stand_piece:
 * @plan: the plan
 * @piece: which
 * @stand: what shall be different
 * @error: for people
 *
 * Puts a table or thing elsewhere, turns it or gives it another size. A table that stood nowhere
 * stands at the wall of which nothing is said.
 *
 * Returns: (transfer full): the change, named after what is different; or %NULL with
 *   %RT_ERROR_REFUSED
 */
RtChange *
rt_edit_stand_piece (RtPlan *plan, const RtPiece *piece, const RtStand *stand, GError **error)
{
  g_auto (Group) group = { NULL };
  g_autofree Frame *frames = NULL;
  const char *label = stand->width != RT_UNSET || stand->depth != RT_UNSET ? _("Resize %s")
                      : stand->x != RT_UNSET || stand->y != RT_UNSET       ? _("Move %s")
                                                                           : _("Turn %s");

  if (!group_init (&group, plan, piece, 1, error))
    return NULL;
  frames = dup_frames (&group);
  take (frames[0].x, stand->x);
  take (frames[0].y, stand->y);
  take (frames[0].width, stand->width);
  take (frames[0].depth, stand->depth);
  take (frames[0].angle, stand->angle);
  if (!stands (&frames[0]) && (stand->x != RT_UNSET || stand->y != RT_UNSET))
    {
      *frames[0].x = MAX (*frames[0].x, 0);
      *frames[0].y = MAX (*frames[0].y, 0);
    }
  return group_finish (&group, label, label, label, error);
}

/* Backwards, so that what is still to go keeps its index. */
static void
remove_objects (Group *self)
{
  for (guint i = self->room != NULL ? self->room->objects->len : 0; i-- > 0;)
    for (guint k = 0; k < self->n; k++)
      if (self->pieces[k].table == NULL && self->pieces[k].object == i)
        {
          g_ptr_array_remove_index (self->room->objects, i);
          break;
        }
}

/**
 * rt_edit_remove_pieces:
 * @plan: the plan
 * @pieces: (array length=n): which
 * @n: how many, at least one
 * @error: for people
 *
 * Takes tables and things out of the plan, tables as rt_edit_remove() does.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_REFUSED
 */
RtChange *
rt_edit_remove_pieces (RtPlan *plan, const RtPiece *pieces, guint n, GError **error)
{
  g_auto (Group) group = { NULL };
  g_autofree RtId *tables = g_new0 (RtId, n + 1);
  g_autoptr (RtChange) gone = NULL;
  g_autoptr (RtChange) room = NULL;
  RtChange *both[2];

  if (!group_init (&group, plan, pieces, n, error))
    return NULL;
  for (guint i = 0; i < group.tables->len; i++)
    tables[i] = ((const RtRecord *) group.tables->pdata[i])->id;
  if (group.tables->len > 0)
    gone = rt_edit_remove (plan, NULL, RT_PART_TABLES, tables, group.tables->len, error);
  if (group.room == NULL || (group.tables->len > 0 && gone == NULL))
    return g_steal_pointer (&gone);
  remove_objects (&group);
  room = rt_change_new (_("Remove from the Room"));
  add_room (&group, room);
  if (gone == NULL)
    return finish (plan, g_steal_pointer (&room), error);
  both[0] = gone;
  both[1] = room;
  return finish (plan, rt_change_join (rt_change_get_label (room), both, 2), error);
}
