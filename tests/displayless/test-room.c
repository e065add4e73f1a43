/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What happens to a room with its tables and things. */

#include <math.h>

#include "plans.h"
#include "rt-edit.h"
#include "rt-edit-furniture.h"

#define ID(text) rt_id_intern (text)

/* A room of twelve by nine metres with so many tables of six; somebody sits at the first. */
static RtPlan *
make_room (guint n)
{
  g_autoptr (GString) text = g_string_new (
      "'people': [{'id': 'p1', 'name': 'Ada'}], 'tables': [");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s{'id': 't%u', 'number': %u, 'places': 6}", i > 0 ? "," : "",
                            i + 1, i + 1);
  g_string_append (text, "], 'room': {'width': 1200, 'height': 900},"
                         "'rounds': [{'id': 'r1', 'seating': {'t1': [null, 'p1']}}]");
  return plans_read (text->str);
}

static double
nearest (RtPlan *plan)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    for (guint k = 0; k < i; k++)
      {
        const RtTable *a = rt_plan_get_table (plan, i), *b = rt_plan_get_table (plan, k);

        least = MIN (least, hypot (a->x - b->x, a->y - b->y));
      }
  return least;
}

/* Layouts. */

static void
test_every_layout (void)
{
  static const struct {
    const char *word, *label;
  } layouts[] = {
    { "scattered", "Scatter the Tables" }, { "grid", "Lay Out in a Grid" },
    { "ring", "Lay Out in a Ring" },       { "u", "Lay Out in a U" },
    { "rows", "Lay Out in Rows" },         { "boardroom", "Lay Out as a Boardroom" },
  };

  for (guint k = 0; k < G_N_ELEMENTS (layouts); k++)
    for (guint n = 1; n < 30; n += 4)
      {
        g_autoptr (RtPlan) plan = make_room (n);

        plans_do (plan, rt_edit_lay_out (plan, layouts[k].word, NULL), layouts[k].label);
        g_assert_true (rt_seating_at (rt_plan_get_round (plan, 0)->seating, ID ("t1"), 1)
                       == ID ("p1"));
        for (guint i = 0; i < n; i++)
          {
            const RtTable *table = rt_plan_get_table (plan, i);

            g_assert_cmpint (table->x, >=, 0);
            g_assert_cmpint (table->x, <=, 1200);
            g_assert_cmpint (table->y, >=, 0);
            g_assert_cmpint (table->y, <=, 900);
          }
        if (n > 1)
          g_assert_cmpfloat (nearest (plan), >, n <= 5 ? 250.0 : 20.0);
      }
}

static void
test_layout_again (void)
{
  g_autoptr (RtPlan) plan = make_room (6);
  GError *error = NULL;
  RtChange *change;

  plans_do (plan, rt_edit_lay_out (plan, "ring", NULL), "Lay Out in a Ring");
  change = rt_edit_lay_out (plan, "ring", &error);
  plans_refuse (change, error, "That is so already.");
}

static void
test_layout_of_nothing (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  GError *error = NULL;
  RtChange *change = rt_edit_lay_out (plan, "u", &error);

  plans_refuse (change, error, "There are no tables to lay out yet.");
}

static void
test_layout_unknown (void)
{
  g_autoptr (RtPlan) plan = make_room (2);
  GError *error = NULL;
  RtChange *change = rt_edit_lay_out (plan, "heap", &error);

  plans_refuse (change, error, "There is no layout “heap”.");
}

static void
test_layout_without_room (void)
{
  g_autoptr (RtPlan) plan
      = plans_read ("'tables': [{'id': 't1', 'number': 1}, {'id': 't2', 'number': 2}]");

  plans_do (plan, rt_edit_lay_out (plan, "grid", NULL), "Lay Out in a Grid");
  g_assert_cmpfloat (nearest (plan), >=, 300.0);
}

/* As far from the middle one as the other. */
static void
test_ring (void)
{
  g_autoptr (RtPlan) plan = make_room (4);

  plans_do (plan, rt_edit_lay_out (plan, "ring", NULL), "Lay Out in a Ring");
  g_assert_cmpint (rt_plan_get_table (plan, 0)->x, ==, 600);
  g_assert_cmpint (rt_plan_get_table (plan, 0)->y, ==, 180);
  g_assert_cmpint (rt_plan_get_table (plan, 2)->x, ==, 600);
  g_assert_cmpint (rt_plan_get_table (plan, 2)->y, ==, 720);
  g_assert_cmpint (rt_plan_get_table (plan, 1)->x, >, 900);
  g_assert_cmpint (rt_plan_get_table (plan, 3)->x, <, 300);
}

/* Nobody is between the open end and the front. */
static void
test_u (void)
{
  g_autoptr (RtPlan) plan = make_room (5);

  plans_do (plan, rt_edit_lay_out (plan, "u", NULL), "Lay Out in a U");
  g_assert_cmpint (rt_plan_get_table (plan, 0)->x, ==, 180);
  g_assert_cmpint (rt_plan_get_table (plan, 4)->x, ==, 1020);
  g_assert_cmpint (rt_plan_get_table (plan, 0)->y, ==, rt_plan_get_table (plan, 4)->y);
  g_assert_cmpint (rt_plan_get_table (plan, 2)->x, ==, 600);
  g_assert_cmpint (rt_plan_get_table (plan, 2)->y, ==, 720);
}

static void
test_rows (void)
{
  g_autoptr (RtPlan) plan = make_room (6);

  plans_do (plan, rt_edit_lay_out (plan, "rows", NULL), "Lay Out in Rows");
  g_assert_cmpint (rt_plan_get_table (plan, 0)->y, ==, rt_plan_get_table (plan, 3)->y);
  g_assert_cmpint (rt_plan_get_table (plan, 4)->y, >, rt_plan_get_table (plan, 3)->y);
  /* The two that are left over stand in the middle. */
  g_assert_cmpint (rt_plan_get_table (plan, 4)->x + rt_plan_get_table (plan, 5)->x, ==, 1200);
}

static void
test_boardroom (void)
{
  g_autoptr (RtPlan) plan = make_room (1);
  const RtTable *table;

  plans_do (plan, rt_edit_lay_out (plan, "boardroom", NULL), "Lay Out as a Boardroom");
  table = rt_plan_get_table (plan, 0);
  g_assert_cmpint (table->shape, ==, RT_SHAPE_RECTANGLE);
  g_assert_cmpint (table->x, ==, 600);
  g_assert_cmpint (table->y, ==, 450);
  g_assert_cmpint (table->width, ==, 195);
}

static void
test_long_tables_follow (void)
{
  g_autoptr (RtPlan) plan = plans_read (
      "'tables': [{'id': 't1', 'number': 1, 'shape': 'rectangle'}, {'id': 't2', 'number': 2},"
      "{'id': 't3', 'number': 3, 'shape': 'oval'}], 'room': {'width': 1200, 'height': 900}");

  plans_do (plan, rt_edit_lay_out (plan, "u", NULL), "Lay Out in a U");
  g_assert_cmpint (rt_plan_get_table (plan, 0)->angle, ==, 90);
  g_assert_cmpint (rt_plan_get_table (plan, 1)->angle, ==, RT_UNSET);
  g_assert_cmpint (rt_plan_get_table (plan, 2)->angle, ==, 90);
  plans_do (plan, rt_edit_lay_out (plan, "rows", NULL), "Lay Out in Rows");
  g_assert_cmpint (rt_plan_get_table (plan, 0)->angle, ==, RT_UNSET);
}

/* Tables by hand. */

#define TABLE(plan, i) rt_plan_get_table (plan, i)

/* Three tables in the grid of a row, and their ids. */
static RtPiece *
dup_pieces (const RtId *tables, guint n)
{
  RtPiece *pieces = g_new0 (RtPiece, n);

  for (guint i = 0; i < n; i++)
    pieces[i].table = tables[i];
  return pieces;
}

static RtChange *
move_tables (RtPlan *plan, const RtId *tables, guint n, int dx, int dy, GError **error)
{
  g_autofree RtPiece *pieces = dup_pieces (tables, n);

  return rt_edit_move_pieces (plan, pieces, n, dx, dy, error);
}

static RtChange *
turn_tables (RtPlan *plan, const RtId *tables, guint n, int degrees, GError **error)
{
  g_autofree RtPiece *pieces = dup_pieces (tables, n);

  return rt_edit_turn_pieces (plan, pieces, n, degrees, error);
}

static RtChange *
align_tables (RtPlan *plan, const char *how, const RtId *tables, guint n, GError **error)
{
  g_autofree RtPiece *pieces = dup_pieces (tables, n);

  return rt_edit_align_pieces (plan, how, pieces, n, error);
}

static RtChange *
duplicate_tables (RtPlan *plan, const RtId *tables, guint n, GError **error)
{
  g_autofree RtPiece *pieces = dup_pieces (tables, n);

  return rt_edit_duplicate_pieces (plan, pieces, n, error);
}

static RtChange *
remove_object (RtPlan *plan, guint index, GError **error)
{
  const RtPiece piece = { NULL, index };

  return rt_edit_remove_pieces (plan, &piece, 1, error);
}

static RtPlan *
make_three (RtId *ids)
{
  RtPlan *plan = plans_read (
      "'people': [{'id': 'p1', 'name': 'Ada'}],"
      "'themes': [{'id': 'h1', 'title': 'Bees'}],"
      "'tables': [{'id': 't1', 'number': 1, 'places': 6, 'x': 100, 'y': 200, 'host': 'p1',"
      "'theme': 'h1'}, {'id': 't2', 'number': 2, 'places': 6, 'x': 400, 'y': 260},"
      "{'id': 't3', 'number': 3, 'shape': 'rectangle', 'x': 1000, 'y': 300}],"
      "'room': {'width': 1200, 'height': 900,"
      "'objects': [{'kind': 'stage', 'x': 600, 'y': 60, 'width': 300, 'depth': 100}]}");

  for (guint i = 0; i < 3; i++)
    ids[i] = TABLE (plan, i)->parent.id;
  return plan;
}

static void
test_move (void)
{
  RtId ids[3];
  g_autoptr (RtPlan) plan = make_three (ids);

  plans_do (plan, move_tables (plan, ids, 1, 10, -1, NULL), "Move Table 1");
  g_assert_cmpint (TABLE (plan, 0)->x, ==, 110);
  g_assert_cmpint (TABLE (plan, 0)->y, ==, 199);
  g_assert_cmpint (TABLE (plan, 1)->x, ==, 400);
}

/* The group stops at the wall as a whole. */
static void
test_move_to_wall (void)
{
  RtId ids[3];
  g_autoptr (RtPlan) plan = make_three (ids);

  plans_do (plan, move_tables (plan, ids, 3, 500, -1000, NULL), "Move 3 Tables");
  g_assert_cmpint (TABLE (plan, 0)->x, ==, 300);
  g_assert_cmpint (TABLE (plan, 2)->x, ==, 1200);
  g_assert_cmpint (TABLE (plan, 0)->y, ==, 0);
  g_assert_cmpint (TABLE (plan, 2)->y, ==, 100);
}

static void
test_move_against_wall (void)
{
  RtId ids[3];
  g_autoptr (RtPlan) plan = make_three (ids);
  GError *error = NULL;
  RtChange *change;

  plans_do (plan, move_tables (plan, ids, 1, -500, 0, NULL), "Move Table 1");
  change = move_tables (plan, ids, 1, -1, 0, &error);
  plans_refuse (change, error, "That is so already.");
}

static void
test_move_unplaced (void)
{
  g_autoptr (RtPlan) plan = make_room (1);
  RtId id = ID ("t1");
  GError *error = NULL;
  RtChange *change = move_tables (plan, &id, 1, 10, 10, &error);

  plans_refuse (change, error, "That is so already.");
}

static void
test_turn (void)
{
  RtId ids[3];
  g_autoptr (RtPlan) plan = make_three (ids);

  plans_do (plan, turn_tables (plan, ids + 2, 1, -15, NULL), "Turn Table 3");
  g_assert_cmpint (TABLE (plan, 2)->angle, ==, 345);
  plans_do (plan, turn_tables (plan, ids, 3, 15, NULL), "Turn 3 Tables");
  g_assert_cmpint (TABLE (plan, 2)->angle, ==, 0);
  g_assert_cmpint (TABLE (plan, 0)->angle, ==, 15);
}

static void
test_align (void)
{
  /* Tables 1 and 2 are 160 across, table 3 is 180 by 80. */
  static const struct {
    const char *how;
    int x[3], y[3];
  } cases[] = {
    { "left", { 100, 100, 110 }, { 200, 260, 300 } },
    { "right", { 1010, 1010, 1000 }, { 200, 260, 300 } },
    { "center", { 555, 555, 555 }, { 200, 260, 300 } },
    { "top", { 100, 400, 1000 }, { 200, 200, 160 } },
    { "bottom", { 100, 400, 1000 }, { 260, 260, 300 } },
    { "middle", { 100, 400, 1000 }, { 230, 230, 230 } },
  };

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      RtId ids[3];
      g_autoptr (RtPlan) plan = make_three (ids);

      plans_do (plan, align_tables (plan, cases[k].how, ids, 3, NULL), "Align 3 Tables");
      for (guint i = 0; i < 3; i++)
        {
          g_assert_cmpint (TABLE (plan, i)->x, ==, cases[k].x[i]);
          g_assert_cmpint (TABLE (plan, i)->y, ==, cases[k].y[i]);
        }
    }
}

/* As much free floor between 1 and 2 as between 2 and 3. */
static void
test_distribute (void)
{
  RtId ids[3];
  g_autoptr (RtPlan) plan = make_three (ids);

  plans_do (plan, align_tables (plan, "across", ids, 3, NULL), "Distribute 3 Tables");
  g_assert_cmpint (TABLE (plan, 0)->x, ==, 100);
  g_assert_cmpint (TABLE (plan, 1)->x, ==, 545);
  g_assert_cmpint (TABLE (plan, 2)->x, ==, 1000);
}

static void
test_align_few (void)
{
  RtId ids[3];
  g_autoptr (RtPlan) plan = make_three (ids);
  GError *error = NULL;
  RtChange *change = align_tables (plan, "left", ids, 1, &error);

  plans_refuse (change, error, "Select at least 2 tables or things for that.");
  error = NULL;
  change = align_tables (plan, "down", ids, 2, &error);
  plans_refuse (change, error, "Select at least 3 tables or things for that.");
}

static void
test_align_unplaced (void)
{
  g_autoptr (RtPlan) plan = make_room (2);
  RtId ids[] = { ID ("t1"), ID ("t2") };
  GError *error = NULL;
  RtChange *change = align_tables (plan, "left", ids, 2, &error);

  plans_refuse (change, error,
          "Choose a layout first: some of these tables have no place in the room.");
}

/* Nobody leads two tables, so the copy has no host. */
static void
test_duplicate (void)
{
  RtId ids[3];
  g_autoptr (RtPlan) plan = make_three (ids);

  plans_do (plan, duplicate_tables (plan, ids, 1, NULL), "Duplicate 1 Table");
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 4);
  g_assert_cmpint (TABLE (plan, 3)->number, ==, 4);
  g_assert_cmpint (TABLE (plan, 3)->places, ==, 6);
  g_assert_cmpint (TABLE (plan, 3)->x, ==, 160);
  g_assert_cmpint (TABLE (plan, 3)->y, ==, 260);
  g_assert_true (TABLE (plan, 3)->theme == ID ("h1"));
  g_assert_null (TABLE (plan, 3)->host);
}

/* No two signs in the room say the same number. */
static void
test_number (void)
{
  RtId ids[3];
  g_autoptr (RtPlan) plan = make_three (ids);
  GError *error = NULL;
  RtChange *change;

  plans_do (plan, rt_edit_number_table (plan, ids[0], 12, NULL), "Change Table Number 1 to 12");
  g_assert_cmpint (TABLE (plan, 0)->number, ==, 12);
  plans_do (plan, rt_edit_number_table (plan, ids[0], 3, NULL), "Swap Table Numbers 12 and 3");
  g_assert_cmpint (TABLE (plan, 0)->number, ==, 3);
  g_assert_cmpint (TABLE (plan, 1)->number, ==, 2);
  g_assert_cmpint (TABLE (plan, 2)->number, ==, 12);
  change = rt_edit_number_table (plan, ID ("gone"), 5, &error);
  g_assert_null (change);
  g_assert_nonnull (error);
  g_clear_error (&error);
}

/* Things. */

static const RtRoom *
room_of (RtPlan *plan)
{
  return rt_plan_get (plan, RT_PART_ROOM, 0);
}

static const RtRoomObject *
thing_of (RtPlan *plan, guint index)
{
  return room_of (plan)->objects->pdata[index];
}

/* The stage is 300 by 100 at 600, 60; a table is 160 across. */
static void
test_align_things (void)
{
  RtId ids[3];
  g_autoptr (RtPlan) plan = make_three (ids);
  const RtPiece both[] = { { NULL, 0 }, { ids[0], 0 } };

  plans_do (plan, rt_edit_align_pieces (plan, "left", both, 2, NULL), "Align 2 Things");
  g_assert_cmpint (thing_of (plan, 0)->x, ==, 170);
  g_assert_cmpint (thing_of (plan, 0)->y, ==, 60);
  g_assert_cmpint (TABLE (plan, 0)->x, ==, 100);
  plans_do (plan, rt_edit_align_pieces (plan, "bottom", both, 2, NULL), "Align 2 Things");
  g_assert_cmpint (thing_of (plan, 0)->y, ==, 230);
  g_assert_cmpint (TABLE (plan, 0)->y, ==, 200);
}

/* A stage turned on its side is 100 wide, and lined up so. */
static void
test_align_turned (void)
{
  RtId ids[3];
  g_autoptr (RtPlan) plan = make_three (ids);
  const RtPiece both[] = { { NULL, 0 }, { ids[0], 0 } };

  plans_do (plan, rt_edit_turn_pieces (plan, both, 1, 90, NULL), "Turn Stage");
  plans_do (plan, rt_edit_align_pieces (plan, "left", both, 2, NULL), "Align 2 Things");
  g_assert_cmpint (thing_of (plan, 0)->x, ==, 70);
}

/* The stage stands between the tables, with as much free floor on either side. */
static void
test_distribute_things (void)
{
  RtId ids[3];
  g_autoptr (RtPlan) plan = make_three (ids);
  const RtPiece three[] = { { ids[2], 0 }, { NULL, 0 }, { ids[0], 0 } };

  plans_do (plan, rt_edit_align_pieces (plan, "across", three, 3, NULL), "Distribute 3 Things");
  g_assert_cmpint (TABLE (plan, 0)->x, ==, 100);
  g_assert_cmpint (thing_of (plan, 0)->x, ==, 545);
  g_assert_cmpint (TABLE (plan, 2)->x, ==, 1000);
}

static void
test_duplicate_things (void)
{
  RtId ids[3];
  g_autoptr (RtPlan) plan = make_three (ids);
  const RtPiece both[] = { { NULL, 0 }, { ids[1], 0 } };

  plans_do (plan, rt_edit_duplicate_pieces (plan, both, 1, NULL), "Duplicate 1 Thing");
  g_assert_cmpuint (room_of (plan)->objects->len, ==, 2);
  g_assert_cmpint (thing_of (plan, 1)->kind, ==, RT_OBJECT_STAGE);
  g_assert_cmpint (thing_of (plan, 1)->x, ==, 660);
  g_assert_cmpint (thing_of (plan, 1)->y, ==, 120);
  g_assert_cmpint (thing_of (plan, 0)->x, ==, 600);
  plans_do (plan, rt_edit_duplicate_pieces (plan, both, 2, NULL), "Duplicate 2 Things");
  g_assert_cmpuint (room_of (plan)->objects->len, ==, 3);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 4);
}

/* A thing that is gone is not lined up, and nothing else with it. */
static void
test_align_gone (void)
{
  RtId ids[3];
  g_autoptr (RtPlan) plan = make_three (ids);
  const RtPiece both[] = { { NULL, 7 }, { ids[0], 0 } };
  GError *error = NULL;
  RtChange *change = rt_edit_align_pieces (plan, "left", both, 2, &error);

  plans_refuse (change, error, "What should be changed is not in the plan any more.");
}

static void
test_add_object (void)
{
  RtId ids[3];
  g_autoptr (RtPlan) plan = make_three (ids);
  const RtRoomObject *object;

  plans_do (plan, rt_edit_add_object (plan, RT_OBJECT_COFFEE, NULL), "Add to the Room");
  g_assert_cmpuint (room_of (plan)->objects->len, ==, 2);
  object = room_of (plan)->objects->pdata[1];
  g_assert_cmpint (object->kind, ==, RT_OBJECT_COFFEE);
  g_assert_cmpint (object->x, ==, 600);
  g_assert_cmpint (object->y, ==, 860);
}

static void
test_add_object_makes_room (void)
{
  g_autoptr (RtPlan) plan = plans_read ("'tables': []");

  plans_do (plan, rt_edit_add_object (plan, RT_OBJECT_STAGE, NULL), "Add to the Room");
  g_assert_cmpint (room_of (plan)->width, ==, 1200);
  g_assert_cmpuint (room_of (plan)->objects->len, ==, 1);
}

static void
test_change_object (void)
{
  RtId ids[3];
  g_autoptr (RtPlan) plan = make_three (ids);
  g_autoptr (RtRoomObject) copy = rt_record_copy (room_of (plan)->objects->pdata[0]);

  copy->x = 700;
  rt_set_text (&copy->text, "Platform");
  plans_do (plan, rt_edit_change_object (plan, "Move Stage", 0, copy, NULL), "Move Stage");
  g_assert_cmpint (((const RtRoomObject *) room_of (plan)->objects->pdata[0])->x, ==, 700);
}

static void
test_change_object_gone (void)
{
  RtId ids[3];
  g_autoptr (RtPlan) plan = make_three (ids);
  GError *error = NULL;
  RtChange *change
      = rt_edit_change_object (plan, "Move", 1, room_of (plan)->objects->pdata[0], &error);

  plans_refuse (change, error, "What should be changed is not in the plan any more.");
  error = NULL;
  change = rt_edit_change_object (plan, "Move", 0, room_of (plan)->objects->pdata[0], &error);
  plans_refuse (change, error, "That is so already.");
}

static void
test_remove_object (void)
{
  RtId ids[3];
  g_autoptr (RtPlan) plan = make_three (ids);
  GError *error = NULL;
  RtChange *change;

  plans_do (plan, remove_object (plan, 0, NULL), "Remove from the Room");
  g_assert_cmpuint (room_of (plan)->objects->len, ==, 0);
  change = remove_object (plan, 0, &error);
  plans_refuse (change, error, "What should be changed is not in the plan any more.");
}

#define OBJECT(plan, i) ((const RtRoomObject *) room_of (plan)->objects->pdata[i])

/* A table and a thing keep their distance, and it is one change. */
static void
test_move_mixed (void)
{
  RtId ids[3];
  g_autoptr (RtPlan) plan = make_three (ids);
  const RtPiece pieces[] = { { ids[0], 0 }, { NULL, 0 } };

  plans_do (plan, rt_edit_move_pieces (plan, pieces, 2, 50, -90, NULL), "Move 2 Things");
  g_assert_cmpint (TABLE (plan, 0)->x, ==, 150);
  g_assert_cmpint (TABLE (plan, 0)->y, ==, 140);
  g_assert_cmpint (OBJECT (plan, 0)->x, ==, 650);
  g_assert_cmpint (OBJECT (plan, 0)->y, ==, 0);
}

static void
test_turn_object (void)
{
  RtId ids[3];
  g_autoptr (RtPlan) plan = make_three (ids);
  const RtPiece piece = { NULL, 0 };

  plans_do (plan, rt_edit_turn_pieces (plan, &piece, 1, -15, NULL), "Turn Stage");
  g_assert_cmpint (OBJECT (plan, 0)->angle, ==, 345);
}

static void
test_stand (void)
{
  RtId ids[3];
  g_autoptr (RtPlan) plan = make_three (ids);
  const RtPiece stage = { NULL, 0 }, table = { ids[2], 0 };
  RtStand stand = RT_STAND_AS_IT_IS;
  GError *error = NULL;
  RtChange *change;

  stand.width = 400;
  stand.x = 650;
  plans_do (plan, rt_edit_stand_piece (plan, &stage, &stand, NULL), "Resize Stage");
  g_assert_cmpint (OBJECT (plan, 0)->width, ==, 400);
  g_assert_cmpint (OBJECT (plan, 0)->depth, ==, 100);
  g_assert_cmpint (OBJECT (plan, 0)->x, ==, 650);
  change = rt_edit_stand_piece (plan, &stage, &stand, &error);
  plans_refuse (change, error, "That is so already.");
  stand.width = RT_UNSET;
  plans_do (plan, rt_edit_stand_piece (plan, &table, &stand, NULL), "Move Table 3");
  stand.x = RT_UNSET;
  stand.angle = 90;
  plans_do (plan, rt_edit_stand_piece (plan, &table, &stand, NULL), "Turn Table 3");
  g_assert_cmpint (TABLE (plan, 2)->angle, ==, 90);
  g_assert_cmpint (TABLE (plan, 2)->x, ==, 650);
}

/* With one number a table that stood nowhere stands at the other wall. */
static void
test_stand_first (void)
{
  g_autoptr (RtPlan) plan = make_room (1);
  const RtPiece piece = { ID ("t1"), 0 };
  RtStand stand = RT_STAND_AS_IT_IS;

  stand.y = 300;
  plans_do (plan, rt_edit_stand_piece (plan, &piece, &stand, NULL), "Move Table 1");
  g_assert_cmpint (TABLE (plan, 0)->x, ==, 0);
  g_assert_cmpint (TABLE (plan, 0)->y, ==, 300);
}

/* Tables go with everything that speaks of them, things go beside them, in one step. */
static void
test_remove_mixed (void)
{
  RtId ids[3];
  g_autoptr (RtPlan) plan = make_three (ids);
  const RtPiece pieces[] = { { NULL, 0 }, { ids[1], 0 } };

  plans_do (plan, rt_edit_remove_pieces (plan, pieces, 2, NULL), "Remove from the Room");
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 2);
  g_assert_cmpuint (room_of (plan)->objects->len, ==, 0);
}

static void
test_resize_room (void)
{
  RtId ids[3];
  g_autoptr (RtPlan) plan = make_three (ids);

  plans_do (plan, rt_edit_resize_room (plan, 1800, 1000, NULL), "Change the Size of the Room");
  g_assert_cmpint (room_of (plan)->width, ==, 1800);
  g_assert_cmpuint (room_of (plan)->objects->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/room/every-layout", test_every_layout);
  g_test_add_func ("/room/layout-again", test_layout_again);
  g_test_add_func ("/room/layout-of-nothing", test_layout_of_nothing);
  g_test_add_func ("/room/layout-unknown", test_layout_unknown);
  g_test_add_func ("/room/layout-without-room", test_layout_without_room);
  g_test_add_func ("/room/ring", test_ring);
  g_test_add_func ("/room/u", test_u);
  g_test_add_func ("/room/rows", test_rows);
  g_test_add_func ("/room/boardroom", test_boardroom);
  g_test_add_func ("/room/long-tables-follow", test_long_tables_follow);
  g_test_add_func ("/room/move", test_move);
  g_test_add_func ("/room/move-to-wall", test_move_to_wall);
  g_test_add_func ("/room/move-against-wall", test_move_against_wall);
  g_test_add_func ("/room/move-unplaced", test_move_unplaced);
  g_test_add_func ("/room/turn", test_turn);
  g_test_add_func ("/room/align", test_align);
  g_test_add_func ("/room/distribute", test_distribute);
  g_test_add_func ("/room/align-few", test_align_few);
  g_test_add_func ("/room/align-unplaced", test_align_unplaced);
  g_test_add_func ("/room/duplicate", test_duplicate);
  g_test_add_func ("/room/number", test_number);
  g_test_add_func ("/room/align-things", test_align_things);
  g_test_add_func ("/room/align-turned", test_align_turned);
  g_test_add_func ("/room/align-gone", test_align_gone);
  g_test_add_func ("/room/distribute-things", test_distribute_things);
  g_test_add_func ("/room/duplicate-things", test_duplicate_things);
  g_test_add_func ("/room/add-object", test_add_object);
  g_test_add_func ("/room/add-object-makes-room", test_add_object_makes_room);
  g_test_add_func ("/room/change-object", test_change_object);
  g_test_add_func ("/room/change-object-gone", test_change_object_gone);
  g_test_add_func ("/room/remove-object", test_remove_object);
  g_test_add_func ("/room/move-mixed", test_move_mixed);
  g_test_add_func ("/room/turn-object", test_turn_object);
  g_test_add_func ("/room/stand", test_stand);
  g_test_add_func ("/room/stand-first", test_stand_first);
  g_test_add_func ("/room/remove-mixed", test_remove_mixed);
  g_test_add_func ("/room/resize-room", test_resize_room);
  return g_test_run ();
}
