/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Edits of the floor: tables lined up together and copied, things, the size of the room. */

#include "rt-edit-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* cm; a copy of a table stands that far off the first, and a room so large holds a few tables. */
#define COPY_OFFSET 60
#define USUAL_ROOM_WIDTH 1200
#define USUAL_ROOM_HEIGHT 900
#define FARTHEST 100000

/* Tables that change together; the copies are in the order they are given in. */
typedef struct {
  GPtrArray *copies;
  guint      n;
} Group;

static void
group_clear (Group *self)
{
  g_clear_pointer (&self->copies, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Group, group_clear)

static gboolean
group_init (Group *self, RtPlan *plan, const RtId *tables, guint n, GError **error)
{
  self->n = n;
  self->copies = g_ptr_array_new_with_free_func (rt_record_unref);
  for (guint i = 0; i < n; i++)
    {
      const RtTable *table = rt_edit_find (plan, RT_PART_TABLES, tables[i], NULL, error);

      if (table == NULL)
        return FALSE;
      g_ptr_array_add (self->copies, rt_record_copy (table));
    }
  return TRUE;
}

static RtTable *
group_get (const Group *self, guint i)
{
  return g_ptr_array_index (self->copies, i);
}

/* @one holds one %s for the table, @many one %u for how many. */
static RtChange *
group_finish (Group *self, RtPlan *plan, const char *one, const char *many, GError **error)
{
  g_autofree char *where = self->n > 0 ? rt_table_dup_display (group_get (self, 0)) : NULL;
  g_autofree char *number = g_strdup_printf ("%u", self->n);
  g_autoptr (GString) label = g_string_new (self->n == 1 ? one : many);

  g_string_replace (label, "%s", self->n == 1 ? where : number, 1);
  return rt_edit_replace_many (plan, label->str, RT_PART_TABLES, self->copies->pdata, self->n,
                               error);
}

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
  *width = table->width > 0 ? table->width : is_long (table) ? 180 : 160;
  *depth = table->depth > 0                 ? table->depth
           : is_long (table)                ? 80
           : table->shape == RT_SHAPE_ROW   ? 40
                                            : *width;
}

/* Half of the box round the turned table, along an axis: 0 across, 1 down. */
static double
half_extent (const RtTable *table, guint axis)
{
  double turn = (table->angle == RT_UNSET ? 0 : table->angle) * G_PI / 180.0;
  int width, depth;

  rt_edit_get_table_size (table, &width, &depth);
  if (table->shape == RT_SHAPE_ROUND || table->shape == RT_UNSET || table->shape == RT_SHAPE_CIRCLE)
    return width / 2.0;
  return axis == 0 ? (fabs (width * cos (turn)) + fabs (depth * sin (turn))) / 2.0
                   : (fabs (width * sin (turn)) + fabs (depth * cos (turn))) / 2.0;
}

static int *
coordinate (RtTable *table, guint axis)
{
  return axis == 0 ? &table->x : &table->y;
}

/* Which edge of the tables comes to lie on one line: -1 the first, 0 the middle, 1 the last. */
static void
align (const Group *group, guint axis, int edge)
{
  double least = G_MAXDOUBLE, most = -G_MAXDOUBLE;

  for (guint i = 0; i < group->n; i++)
    {
      double at = *coordinate (group_get (group, i), axis);
      double half = half_extent (group_get (group, i), axis);

      least = MIN (least, at - half);
      most = MAX (most, at + half);
    }
  for (guint i = 0; i < group->n; i++)
    {
      double half = half_extent (group_get (group, i), axis);

      *coordinate (group_get (group, i), axis)
          = (int) round (edge < 0   ? least + half
                         : edge > 0 ? most - half
                                    : (least + most) / 2.0);
    }
}

static int
compare_x (gconstpointer a, gconstpointer b)
{
  return (*(const RtTable *const *) a)->x - (*(const RtTable *const *) b)->x;
}

static int
compare_y (gconstpointer a, gconstpointer b)
{
  return (*(const RtTable *const *) a)->y - (*(const RtTable *const *) b)->y;
}

/* The outer two stay, and between all there is as much free floor. */
static void
distribute (const Group *group, guint axis)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  double from, free_floor, at;

  for (guint i = 0; i < group->n; i++)
    g_ptr_array_add (sorted, group_get (group, i));
  g_ptr_array_sort (sorted, axis == 0 ? compare_x : compare_y);
  from = *coordinate (sorted->pdata[0], axis);
  free_floor = *coordinate (sorted->pdata[group->n - 1], axis) - from;
  for (guint i = 0; i + 1 < group->n; i++)
    free_floor -= half_extent (sorted->pdata[i], axis) + half_extent (sorted->pdata[i + 1], axis);
  at = from;
  for (guint i = 1; i + 1 < group->n; i++)
    {
      at += half_extent (sorted->pdata[i - 1], axis) + half_extent (sorted->pdata[i], axis)
            + free_floor / (group->n - 1);
      *coordinate (sorted->pdata[i], axis) = (int) round (at);
    }
}

static const struct {
  const char *word;
  guint       axis;
  int         edge; /* 2: distribute */
} alignments[] = {
  { "left", 0, -1 }, { "center", 0, 0 }, { "right", 0, 1 },  { "across", 0, 2 },
  { "top", 1, -1 },  { "middle", 1, 0 }, { "bottom", 1, 1 }, { "down", 1, 2 },
};

/**
 * rt_edit_align_tables:
 * @plan: the plan
 * @how: “left”, “center”, “right”, “top”, “middle” or “bottom” to bring edges or middles onto one
 *   line; “across” or “down” to give all the same distance
 * @tables: (array length=n): which
 * @n: how many
 * @error: for people
 *
 * Lines tables up, by the edges of their tops.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_REFUSED
 */
RtChange *
rt_edit_align_tables (RtPlan *plan, const char *how, const RtId *tables, guint n, GError **error)
{
  g_auto (Group) group = { NULL };
  guint which = 0, least;

  while (which + 1 < G_N_ELEMENTS (alignments) && !g_str_equal (alignments[which].word, how))
    which++;
  least = alignments[which].edge == 2 ? 3 : 2;
  if (!group_init (&group, plan, tables, n, error))
    return NULL;
  for (guint i = 0; i < n; i++)
    if (!stands (group_get (&group, i)))
      {
        rt_edit_fail (error, RT_ERROR_REFUSED,
                      _("Choose a layout first: some of these tables have no place in the room."));
        return NULL;
      }
  if (n < least)
    {
      rt_edit_fail (error, RT_ERROR_REFUSED,
                    ngettext ("Select at least %u table for that.",
                              "Select at least %u tables for that.", least),
                    least);
      return NULL;
    }
  if (alignments[which].edge == 2)
    distribute (&group, alignments[which].axis);
  else
    align (&group, alignments[which].axis, alignments[which].edge);
  return alignments[which].edge == 2
             ? group_finish (&group, plan, _("Distribute %s"), _("Distribute %s Tables"), error)
             : group_finish (&group, plan, _("Align %s"), _("Align %s Tables"), error);
}

/* A table like another, without its people, its name and its link. */
static RtTable *
dup_like (RtPlan *plan, const RtTable *table, int number)
{
  RtTable *copy = rt_table_new (number, table->places);
  int width, height;

  get_extent (plan, &width, &height);
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
  copy->x = table->x + COPY_OFFSET <= width ? table->x + COPY_OFFSET : table->x - COPY_OFFSET;
  copy->y = table->y + COPY_OFFSET <= height ? table->y + COPY_OFFSET : table->y - COPY_OFFSET;
  copy->x = MAX (copy->x, 0);
  copy->y = MAX (copy->y, 0);
  return copy;
}

/**
 * rt_edit_duplicate_tables:
 * @plan: the plan
 * @tables: (array length=n): which
 * @n: how many
 * @error: for people
 *
 * Adds a table like each of these at the end, a step beside it: as large, with as many places and
 * the same theme, but with a number of its own and without hosts, since nobody leads two tables.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_REFUSED or %RT_ERROR_LIMIT
 */
RtChange *
rt_edit_duplicate_tables (RtPlan *plan, const RtId *tables, guint n, GError **error)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (rt_record_unref);
  g_autofree char *label = NULL;
  int last = 0;

  if (rt_plan_get_n (plan, RT_PART_TABLES) + (guint64) n > RT_MAX_TABLES)
    {
      rt_edit_fail (error, RT_ERROR_LIMIT, _("A plan has at most %d tables."), RT_MAX_TABLES);
      return NULL;
    }
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    last = MAX (last, rt_plan_get_table (plan, i)->number);
  for (guint i = 0; i < n; i++)
    {
      const RtTable *table = rt_edit_find (plan, RT_PART_TABLES, tables[i], NULL, error);

      if (table == NULL)
        return NULL;
      g_ptr_array_add (copies, dup_like (plan, table, last + 1 + (int) i));
    }
  label = g_strdup_printf (ngettext ("Duplicate %u Table", "Duplicate %u Tables", n), n);
  return rt_edit_add (plan, label, RT_PART_TABLES, copies->pdata, n, error);
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
