/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Ways through the room. A round table of 160 cm with its chairs is 268 cm across. */

#include "plans.h"
#include "rt-aisle.h"

static RtScene *
make_scene (const char *members)
{
  g_autoptr (RtPlan) plan = plans_read (members);
  g_autoptr (RtRoll) roll = rt_roll_new (plan);
  g_autoptr (RtMeasures) measures = rt_measures_new (plan);

  return rt_scene_new (plan, roll, measures, -1);
}

#define TABLE(id, more) "{'id': '" id "', 'number': 1, 'places': 6, " more "}"
#define ROOM ", 'room': {'width': 2000, 'height': 1500}"

static GArray *
check (const char *members)
{
  g_autoptr (RtScene) scene = make_scene (members);

  return rt_aisle_check (scene);
}

static const RtAisle *
only (GArray *aisles)
{
  g_assert_cmpuint (aisles->len, ==, 1);
  return &g_array_index (aisles, RtAisle, 0);
}

static void
test_wide (void)
{
  g_autoptr (GArray) aisles = check ("'tables': [" TABLE ("a", "'x': 400, 'y': 500") ", "
                                     TABLE ("b", "'x': 760, 'y': 500") "]" ROOM);

  g_assert_cmpuint (aisles->len, ==, 0);
}

static void
test_narrow (void)
{
  g_autoptr (GArray) aisles = check ("'tables': [" TABLE ("a", "'x': 400, 'y': 500") ", "
                                     TABLE ("b", "'x': 738, 'y': 500") "]" ROOM);
  const RtAisle *aisle = only (aisles);

  g_assert_cmpfloat_with_epsilon (aisle->gap, 70.0, 0.5);
  g_assert_cmpfloat_with_epsilon (aisle->x0, 534.0, 0.5);
  g_assert_cmpfloat_with_epsilon (aisle->x1, 604.0, 0.5);
  g_assert_cmpint (aisle->other, ==, 1);
  g_assert_cmpint (aisle->object, ==, -1);
}

static void
test_overlap (void)
{
  g_autoptr (GArray) aisles = check ("'tables': [" TABLE ("a", "'x': 400, 'y': 500") ", "
                                     TABLE ("b", "'x': 500, 'y': 500") "]" ROOM);

  g_assert_cmpfloat (only (aisles)->gap, ==, 0.0);
}

static void
test_unplaced (void)
{
  g_autoptr (GArray) aisles = check ("'tables': [" TABLE ("a", "'least': 2") ", "
                                     TABLE ("b", "'least': 2") "]" ROOM);

  g_assert_cmpuint (aisles->len, ==, 0);
}

/* A long table is as long as it is, and turned it is as deep as it was long. */
static void
test_turned (void)
{
  g_autoptr (GArray) along = check (
      "'tables': [" TABLE ("a", "'shape': 'rectangle', 'x': 400, 'y': 500, 'width': 300") ", "
      TABLE ("b", "'x': 800, 'y': 500") "]" ROOM);
  g_autoptr (GArray) upright = check (
      "'tables': [" TABLE ("a", "'shape': 'rectangle', 'x': 400, 'y': 500, 'angle': 90,"
                                "'width': 300") ", " TABLE ("b", "'x': 800, 'y': 500") "]" ROOM);

  g_assert_cmpfloat_with_epsilon (only (along)->gap, 62.0, 0.5);
  g_assert_cmpuint (upright->len, ==, 0);
}

#define OBJECT(kind) \
  ", 'room': {'width': 2000, 'height': 1500, 'objects': [{'kind': '" kind "', 'x': 650, 'y': 500," \
  "'width': 100, 'depth': 300}]}"

static void
test_object (void)
{
  g_autoptr (GArray) aisles
      = check ("'tables': [" TABLE ("a", "'x': 400, 'y': 500") "]" OBJECT ("coffee"));
  const RtAisle *aisle = only (aisles);

  g_assert_cmpfloat_with_epsilon (aisle->gap, 66.0, 0.5);
  g_assert_cmpint (aisle->object, ==, 0);
  g_assert_cmpint (aisle->other, ==, -1);
}

static void
test_door_is_open (void)
{
  g_autoptr (GArray) door
      = check ("'tables': [" TABLE ("a", "'x': 400, 'y': 500") "]" OBJECT ("door"));
  g_autoptr (GArray) text
      = check ("'tables': [" TABLE ("a", "'x': 400, 'y': 500") "]" OBJECT ("text"));

  g_assert_cmpuint (door->len + text->len, ==, 0);
}

/* In a room hardly larger than the table nobody can turn. */
static void
test_turn (void)
{
  g_autoptr (GArray) narrow
      = check ("'tables': [" TABLE ("a", "'x': 220, 'y': 220, 'step_free': true") "],"
               "'room': {'width': 440, 'height': 440}");
  g_autoptr (GArray) others = check ("'tables': [" TABLE ("a", "'x': 220, 'y': 220") "],"
                                     "'room': {'width': 440, 'height': 440}");
  g_autoptr (GArray) wide
      = check ("'tables': [" TABLE ("a", "'x': 220, 'y': 220, 'step_free': true") "],"
               "'room': {'width': 520, 'height': 440}");

  g_assert_cmpfloat (only (narrow)->needed, ==, RT_AISLE_TURN);
  g_assert_cmpint (only (narrow)->other, ==, -1);
  g_assert_cmpuint (others->len, ==, 0);
  g_assert_cmpuint (wide->len, ==, 0);
}

static void
test_words (void)
{
  g_autoptr (RtScene) scene = make_scene (
      "'tables': [{'id': 'a', 'number': 7, 'places': 6, 'x': 400, 'y': 500}]" OBJECT ("coffee"));
  g_autoptr (GArray) aisles = rt_aisle_check (scene);
  g_autofree char *words = rt_aisle_dup_words (scene, only (aisles));

  g_assert_cmpstr (words, ==, "Table 7 to Coffee: 0.6 m, a way needs 0.9 m");
}

static guint
count_moved (const gboolean *moved, guint n)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += moved[i];
  return count;
}

/* The one in the middle is too near to two: it alone moves. */
static void
test_make_room (void)
{
  g_autoptr (RtScene) scene = make_scene (
      "'tables': [" TABLE ("a", "'x': 400, 'y': 500") ", " TABLE ("b", "'x': 730, 'y': 500") ", "
      TABLE ("c", "'x': 1060, 'y': 500") "]" ROOM);
  int xy[6];
  gboolean moved[3];
  g_autoptr (GArray) after = NULL;

  g_assert_cmpuint (rt_aisle_make_room (scene, xy, moved), ==, 0);
  g_assert_cmpuint (count_moved (moved, 3), ==, 1);
  g_assert_true (moved[1]);
  g_assert_cmpint (xy[0], ==, 400);
  scene->tables[1].spec.x = xy[2];
  scene->tables[1].spec.y = xy[3];
  after = rt_aisle_check (scene);
  g_assert_cmpuint (after->len, ==, 0);
}

static void
test_nothing_to_do (void)
{
  g_autoptr (RtScene) scene = make_scene ("'tables': [" TABLE ("a", "'x': 400, 'y': 500") ", "
                                          TABLE ("b", "'x': 1000, 'y': 500") "]" ROOM);
  int xy[4];
  gboolean moved[2];

  g_assert_cmpuint (rt_aisle_make_room (scene, xy, moved), ==, 0);
  g_assert_cmpuint (count_moved (moved, 2), ==, 0);
}

/* Two tables in a room for one. */
static void
test_no_place (void)
{
  g_autoptr (RtScene) scene = make_scene (
      "'tables': [" TABLE ("a", "'x': 150, 'y': 150") ", " TABLE ("b", "'x': 250, 'y': 150") "],"
      "'room': {'width': 400, 'height': 300}");
  int xy[4];
  gboolean moved[2];

  g_assert_cmpuint (rt_aisle_make_room (scene, xy, moved), ==, 1);
  g_assert_cmpuint (count_moved (moved, 2), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/aisle/wide", test_wide);
  g_test_add_func ("/aisle/narrow", test_narrow);
  g_test_add_func ("/aisle/overlap", test_overlap);
  g_test_add_func ("/aisle/unplaced", test_unplaced);
  g_test_add_func ("/aisle/turned", test_turned);
  g_test_add_func ("/aisle/object", test_object);
  g_test_add_func ("/aisle/door-is-open", test_door_is_open);
  g_test_add_func ("/aisle/turn", test_turn);
  g_test_add_func ("/aisle/words", test_words);
  g_test_add_func ("/aisle/make-room", test_make_room);
  g_test_add_func ("/aisle/nothing-to-do", test_nothing_to_do);
  g_test_add_func ("/aisle/no-place", test_no_place);
  return g_test_run ();
}
