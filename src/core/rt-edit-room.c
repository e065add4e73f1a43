/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Edits of the floor: tables and things copied, things, the size of the room. */

#include "rt-edit-furniture.h"

#include <glib/gi18n-lib.h>

#include "rt-edit-private.h"

/* cm; a copy of a table stands that far off the first, and a room so large holds a few tables. */
#define COPY_OFFSET 60
#define USUAL_ROOM_WIDTH 1200
#define USUAL_ROOM_HEIGHT 900
#define FARTHEST 100000

static const RtRoom *
get_room (RtPlan *plan)
{
  return rt_plan_get_n (plan, RT_PART_ROOM) > 0 ? rt_plan_get (plan, RT_PART_ROOM, 0) : NULL;
}

static void
get_extent (RtPlan *plan, int *width, int *height)
{
  const RtRoom *room = get_room (plan);

  *width = room != NULL && room->width > 0 ? room->width : FARTHEST;
  *height = room != NULL && room->height > 0 ? room->height : FARTHEST;
}

static gboolean
stands (const RtTable *table)
{
  return table->x != RT_UNSET && table->y != RT_UNSET;
}

/**
 * rt_edit_get_object_size:
 * @object: a thing of the room
 * @width: (out): cm
 * @depth: (out): cm
 *
 * How large a thing is, with what it is drawn as where the plan does not say.
 */
void
rt_edit_get_object_size (const RtRoomObject *object, int *width, int *depth)
{
  *width = object->width == RT_UNSET ? 100 : object->width;
  *depth = object->depth == RT_UNSET ? 60 : object->depth;
}

static gboolean
is_long (const RtTable *table)
{
  return table->shape == RT_SHAPE_RECTANGLE || table->shape == RT_SHAPE_OVAL;
}

/**
 * rt_edit_get_table_size:
 * @table: a table
 * @width: (out): cm
 * @depth: (out): cm
 *
 * How large a table's top is, with what is usual for its shape where the plan does not say.
 */
void
rt_edit_get_table_size (const RtTable *table, int *width, int *depth)
{
  guint n_chairs = table->shape == RT_SHAPE_ROW ? 0 : (guint) rt_table_get_places (table);

  *width = table->width > 0 ? table->width : rt_table_usual_width (is_long (table), n_chairs);
  *depth = table->depth > 0                 ? table->depth
           : is_long (table)                ? 80
           : table->shape == RT_SHAPE_ROW   ? 40
                                            : *width;
}

/* Beside what stands there, and inside the room. */
static void
step_beside (RtPlan *plan, int *x, int *y)
{
  int width, height;

  get_extent (plan, &width, &height);
  *x = MAX (*x + COPY_OFFSET <= width ? *x + COPY_OFFSET : *x - COPY_OFFSET, 0);
  *y = MAX (*y + COPY_OFFSET <= height ? *y + COPY_OFFSET : *y - COPY_OFFSET, 0);
}

/* A table like another, without its people, its name and its link. */
static RtTable *
dup_like (RtPlan *plan, const RtTable *table, int number)
{
  RtTable *copy = rt_table_new (number, table->places);

  copy->least = table->least;
  copy->shape = table->shape;
  copy->angle = table->angle;
  copy->width = table->width;
  copy->depth = table->depth;
  copy->step_free = table->step_free;
  copy->open = table->open;
  copy->theme = table->theme;
  if (!stands (table))
    return copy;
  copy->x = table->x;
  copy->y = table->y;
  step_beside (plan, &copy->x, &copy->y);
  return copy;
}

/* A thing like another, a step beside it. */
static RtRoomObject *
dup_thing_like (RtPlan *plan, const RtRoomObject *object)
{
  RtRoomObject *copy = rt_record_copy (object);

  copy->x = object->x == RT_UNSET ? 0 : object->x;
  copy->y = object->y == RT_UNSET ? 0 : object->y;
  step_beside (plan, &copy->x, &copy->y);
  return copy;
}

/* Adds the copies to @tables and to @room's things, which begins as a copy of the plan's. */
static gboolean
add_copies (RtPlan *plan, const RtPiece *pieces, guint n, GPtrArray *tables, RtRoom **room,
            GError **error)
{
  int number = rt_edit_get_last_number (plan);

  for (guint i = 0; i < n; i++)
    {
      const RtTable *table = NULL;
      const RtRoomObject *object = NULL;

      if (!rt_edit_find_piece (plan, &pieces[i], &table, &object, error))
        return FALSE;
      if (table != NULL)
        {
          g_ptr_array_add (tables, dup_like (plan, table, ++number));
          continue;
        }
      if (*room == NULL)
        *room = rt_record_copy (get_room (plan));
      g_ptr_array_add ((*room)->objects, dup_thing_like (plan, object));
    }
  return TRUE;
}

/**
 * rt_edit_duplicate_pieces:
 * @plan: the plan
 * @pieces: (array length=n): which
 * @n: how many
 * @error: for people
 *
 * Adds a table or thing like each of these at the end, a step beside it: as large, a table with as
 * many places and the same theme, but with a number of its own and without hosts, since nobody
 * leads two tables.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_REFUSED or %RT_ERROR_LIMIT
 */
RtChange *
rt_edit_duplicate_pieces (RtPlan *plan, const RtPiece *pieces, guint n, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (rt_record_unref);
  g_autoptr (RtRoom) room = NULL;
  g_autofree char *label = NULL;
  RtChange *change;

  if (!add_copies (plan, pieces, n, tables, &room, error))
    return NULL;
  if (rt_plan_get_n (plan, RT_PART_TABLES) + (guint64) tables->len > RT_MAX_TABLES)
    {
      rt_edit_fail (error, RT_ERROR_LIMIT, _("A plan has at most %d tables."), RT_MAX_TABLES);
      return NULL;
    }
  label = room == NULL
              ? g_strdup_printf (ngettext ("Duplicate %u Table", "Duplicate %u Tables", n), n)
              : g_strdup_printf (ngettext ("Duplicate %u Thing", "Duplicate %u Things", n), n);
  change = rt_change_new (label);
  for (guint i = 0; i < tables->len; i++)
    rt_change_insert (change, RT_PART_TABLES, rt_plan_get_n (plan, RT_PART_TABLES) + i,
                      tables->pdata[i]);
  if (room != NULL)
    rt_change_replace (change, RT_PART_ROOM, 0, get_room (plan), room);
  return rt_edit_finish (plan, change, error);
}

/* Things. */

static const struct {
  int width, depth;
} usual_sizes[] = {
  [RT_OBJECT_STAGE] = { 500, 120 },      [RT_OBJECT_SCREEN] = { 300, 20 },
  [RT_OBJECT_DOOR] = { 100, 20 },        [RT_OBJECT_COFFEE] = { 180, 80 },
  [RT_OBJECT_REGISTRATION] = { 180, 80 }, [RT_OBJECT_PILLAR] = { 50, 50 },
  [RT_OBJECT_TEXT] = { 200, 40 },
};

static RtRoom *
dup_room (RtPlan *plan)
{
  const RtRoom *old = get_room (plan);
  RtRoom *room = old != NULL ? rt_record_copy (old) : rt_record_new (&rt_room_class, NULL);

  if (old != NULL)
    return room;
  room->width = USUAL_ROOM_WIDTH;
  room->height = USUAL_ROOM_HEIGHT;
  return room;
}

static RtChange *
finish_room (RtPlan *plan, RtRoom *room, const char *label, GError **error)
{
  const RtRoom *old = get_room (plan);
  RtChange *change = rt_change_new (label);

  if (old == NULL)
    rt_change_insert (change, RT_PART_ROOM, 0, room);
  else if (!rt_record_equal (old, room))
    rt_change_replace (change, RT_PART_ROOM, 0, old, room);
  else
    {
      rt_change_unref (change);
      rt_edit_fail (error, RT_ERROR_REFUSED, _("That is so already."));
      return NULL;
    }
  return rt_edit_finish (plan, change, error);
}

/**
 * rt_edit_add_object:
 * @plan: the plan
 * @kind: what
 * @error: for people
 *
 * Puts a thing into the room: stages and screens at the front, the others at the back. A plan
 * without a room gets one.
 *
 * Returns: (transfer full): the change; the thing is the last of the room's objects
 */
RtChange *
rt_edit_add_object (RtPlan *plan, RtObjectKind kind, GError **error)
{
  g_autoptr (RtRoom) room = dup_room (plan);
  RtRoomObject *object = rt_record_new (&rt_room_object_class, NULL);
  gboolean front = kind == RT_OBJECT_STAGE || kind == RT_OBJECT_SCREEN;
  int width = room->width > 0 ? room->width : USUAL_ROOM_WIDTH;
  int height = room->height > 0 ? room->height : USUAL_ROOM_HEIGHT;

  object->kind = kind;
  object->width = MIN (usual_sizes[kind].width, width);
  object->depth = usual_sizes[kind].depth;
  object->x = width / 2;
  object->y = front ? object->depth / 2 : MAX (height - object->depth / 2, 0);
  if (room->objects == NULL)
    room->objects = g_ptr_array_new_with_free_func (rt_record_unref);
  g_ptr_array_add (room->objects, object);
  return finish_room (plan, room, _("Add to the Room"), error);
}

static RtRoom *
dup_room_with (RtPlan *plan, guint index, GError **error)
{
  const RtRoom *room = get_room (plan);

  if (room != NULL && room->objects != NULL && index < room->objects->len)
    return rt_record_copy (room);
  rt_edit_fail (error, RT_ERROR_REFUSED,
                _("What should be changed is not in the plan any more."));
  return NULL;
}

/**
 * rt_edit_change_object:
 * @plan: the plan
 * @label: for people: “Move Stage”
 * @index: which of the room's objects
 * @object: (transfer none): what takes its place
 * @error: for people
 *
 * Moves, turns, resizes or renames a thing of the room.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_REFUSED
 */
RtChange *
rt_edit_change_object (RtPlan *plan, const char *label, guint index, const RtRoomObject *object,
                       GError **error)
{
  g_autoptr (RtRoom) room = dup_room_with (plan, index, error);

  if (room == NULL)
    return NULL;
  rt_record_unref (room->objects->pdata[index]);
  room->objects->pdata[index] = rt_record_copy (object);
  return finish_room (plan, room, label, error);
}

/**
 * rt_edit_resize_room:
 * @plan: the plan
 * @width: cm; 0 = as it is
 * @height: cm; 0 = as it is
 * @error: for people
 *
 * Gives the room another size. Nothing in it moves. A plan without a room gets one.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_REFUSED
 */
RtChange *
rt_edit_resize_room (RtPlan *plan, int width, int height, GError **error)
{
  g_autoptr (RtRoom) room = dup_room (plan);

  if (width > 0)
    room->width = width;
  if (height > 0)
    room->height = height;
  return finish_room (plan, room, _("Change the Size of the Room"), error);
}

/**
 * rt_edit_set_background:
 * @plan: the plan
 * @background: (nullable) (transfer none): the venue plan under the tables; %NULL takes it away
 * @error: for people
 *
 * Lays a picture under the room. Nothing moves. A plan without a room gets one.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_REFUSED
 */
RtChange *
rt_edit_set_background (RtPlan *plan, const RtBackground *background, GError **error)
{
  g_autoptr (RtRoom) room = dup_room (plan);

  g_clear_pointer (&room->background, rt_record_unref);
  if (background != NULL)
    room->background = rt_record_copy (background);
  return finish_room (plan, room,
                      background != NULL ? _("Set the Venue Plan") : _("Remove the Venue Plan"),
                      error);
}
