/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "plans.h"
#include "rt-scene.h"

/* Two tables with hosts, five guests, two rounds: the first seated, the second not. */
#define PEOPLE                                                                                     \
  "'people':[{'id':'p1','name':'Paul Martin','organisation':'Sutton'},{'id':'p2','name':'Jo "      \
  "Valentine'},"                                                                                   \
  "{'id':'p3','name':'Isla Pritchard','organisation':'Barking'},{'id':'p4','name':'Amara Eze',"    \
  "'organisation':'Barking'},{'id':'p5','name':'Hamza "                                            \
  "Campbell'},{'id':'p6'},{'id':'p7','name':'Mei Ashworth'}]"
#define THEMES                                                                                     \
  "'themes':[{'id':'h1','title':'Leading with values'},{'id':'h2','title':'Leading a "             \
  "city','colour':7}]"
#define TABLES                                                                                     \
  "'tables':[{'id':'t1','number':6,'places':5,'host':'p1','theme':'h1','x':100,'y':200,'step_"     \
  "free':true},"                                                                                   \
  "{'id':'t2','number':7,'places':4,'host':'p2','theme':'h2','shape':'rectangle','width':180,'"    \
  "depth':80}]"
#define ROOM                                                                                       \
  "'room':{'width':1000,'height':800,'objects':[{'kind':'stage','x':500,'y':40,'width':300,'"      \
  "depth':80},"                                                                                    \
  "{'kind':'text','x':10,'y':700,'text':'Coats'},{'kind':'screen','x':500,'y':790}]}"
#define ROUNDS                                                                                     \
  "'rounds':[{'id':'r1','minutes':25,'pins':{'p5':'t1'},'closed':['t2'],"                          \
  "'seating':{'t1':['p1','p3','p4',null,'p5']}},{'id':'r2','minutes':25}]"
#define RULES "'rules':[{'id':'u1','kind':'spread','by':'organisation','strength':'must'}]"
#define PLAN PEOPLE "," THEMES "," TABLES "," ROOM "," ROUNDS "," RULES

typedef struct {
  RtPlan *plan;
  RtRoll *roll;
  RtMeasures *measures;
  RtScene *scene;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->plan = plans_read (PLAN);
  f->roll = rt_roll_new (f->plan);
  f->measures = rt_measures_new (f->plan);
  f->scene = rt_scene_new (f->plan, f->roll, f->measures, GPOINTER_TO_INT (data));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  rt_scene_free (f->scene);
  rt_measures_free (f->measures);
  rt_roll_free (f->roll);
  g_object_unref (f->plan);
}

static void
test_tables (Fixture *f, gconstpointer data)
{
  const RtSceneTable *one = &f->scene->tables[0], *two = &f->scene->tables[1];

  g_assert_cmpuint (f->scene->n_tables, ==, 2);
  g_assert_cmpstr (one->number, ==, "6");
  g_assert_cmpstr (one->letter, ==, "A");
  g_assert_cmpstr (two->letter, ==, "B");
  g_assert_cmpint (one->colour, ==, 0);
  g_assert_cmpint (two->colour, ==, 7);
  g_assert_cmpstr (one->host, ==, "Paul Martin");
  g_assert_cmpstr (one->theme, ==, "Leading with values");
  g_assert_true (one->step_free);
  g_assert_false (two->step_free);
}

static void
test_places (Fixture *f, gconstpointer data)
{
  const RtTableSpec *one = &f->scene->tables[0].spec, *two = &f->scene->tables[1].spec;

  g_assert_true (one->placed);
  g_assert_false (two->placed);
  g_assert_cmpfloat (one->x, ==, 100.0);
  g_assert_cmpfloat (one->y, ==, 200.0);
  g_assert_cmpint (two->form, ==, RT_FORM_RECTANGLE);
  g_assert_cmpfloat (two->width, ==, 180.0);
  g_assert_cmpuint (one->n_chairs, ==, 5);
}

static void
test_chairs (Fixture *f, gconstpointer data)
{
  const RtSceneChair *chairs = f->scene->tables[0].chairs;

  g_assert_true (chairs[0].host);
  g_assert_cmpstr (chairs[0].first, ==, "Paul");
  g_assert_cmpstr (chairs[0].last, ==, "Martin");
  g_assert_false (chairs[1].host);
  g_assert_null (chairs[3].person);
  g_assert_null (chairs[3].first);
  g_assert_true (chairs[4].pinned);
  g_assert_false (chairs[1].pinned);
  g_assert_cmpuint (f->scene->tables[0].n_guests, ==, 3);
  g_assert_true (f->scene->tables[0].in_use);
}

static void
test_broken (Fixture *f, gconstpointer data)
{
  const RtSceneTable *table = &f->scene->tables[0];

  g_assert_cmpstr (table->broken, ==, rt_measure_get_title ("same_organisation"));
  g_assert_true (table->chairs[1].broken);
  g_assert_true (table->chairs[2].broken);
  g_assert_false (table->chairs[0].broken);
  g_assert_false (table->chairs[4].broken);
}

static void
test_closed (Fixture *f, gconstpointer data)
{
  g_assert_false (f->scene->tables[0].closed);
  g_assert_true (f->scene->tables[1].closed);
}

/* A host without a seat is awaited at the table; the floor says whose it is. */
static void
test_awaited (Fixture *f, gconstpointer data)
{
  const RtSceneChair *chair = &f->scene->tables[0].chairs[0];

  g_assert_null (chair->person);
  g_assert_true (chair->awaited == rt_id_intern ("p1"));
  g_assert_cmpstr (chair->first, ==, "Paul");
  g_assert_true (chair->host);
  g_assert_false (f->scene->tables[0].in_use);
  g_assert_null (f->scene->tables[0].broken);
}

static void
test_furniture (Fixture *f, gconstpointer data)
{
  g_assert_true (f->scene->furniture);
  g_assert_cmpstr (f->scene->tables[0].host, ==, "Paul Martin");
  g_assert_null (f->scene->tables[0].chairs[1].person);
  g_assert_false (f->scene->tables[1].closed);
}

static void
test_room (Fixture *f, gconstpointer data)
{
  g_assert_cmpfloat (f->scene->room_width, ==, 1000.0);
  g_assert_cmpuint (f->scene->n_objects, ==, 3);
  g_assert_cmpstr (f->scene->objects[0].text, ==, "Stage");
  g_assert_cmpstr (f->scene->objects[1].text, ==, "Coats");
  g_assert_true (rt_scene_object_in_front (f->scene, 0));
  g_assert_false (rt_scene_object_in_front (f->scene, 1));
  g_assert_false (rt_scene_object_in_front (f->scene, 2));
}

static void
test_find (Fixture *f, gconstpointer data)
{
  int table, chair;

  g_assert_cmpint (rt_scene_find_table (f->scene, rt_id_intern ("t2")), ==, 1);
  g_assert_cmpint (rt_scene_find_table (f->scene, rt_id_intern ("t9")), ==, -1);
  g_assert_true (rt_scene_find_person (f->scene, rt_id_intern ("p4"), &table, &chair));
  g_assert_cmpint (table, ==, 0);
  g_assert_cmpint (chair, ==, 2);
  g_assert_false (rt_scene_find_person (f->scene, rt_id_intern ("p7"), &table, &chair));
  g_assert_cmpint (table, ==, -1);
  g_assert_false (rt_scene_find_person (f->scene, NULL, &table, &chair));
}

static void
assert_spoken (char *spoken, const char *expected)
{
  g_assert_cmpstr (spoken, ==, expected);
  g_free (spoken);
}

static void
test_spoken (Fixture *f, gconstpointer data)
{
  assert_spoken (rt_scene_dup_table_name (f->scene, 0),
                 "Table 6, host Paul Martin, Leading with values, 3 guests of 4, step-free, broken "
                 "rule: Same organisation");
  assert_spoken (rt_scene_dup_table_name (f->scene, 1),
                 "Table 7, host Jo Valentine, Leading a city, 0 guests of 3, closed");
  assert_spoken (rt_scene_dup_chair_name (f->scene, 0, 0),
                 "Paul Martin, Sutton, host, chair 1 of Table 6");
  assert_spoken (rt_scene_dup_chair_name (f->scene, 0, 1),
                 "Isla Pritchard, Barking, chair 2 of Table 6, broken rule: Same organisation");
  assert_spoken (rt_scene_dup_chair_name (f->scene, 0, 3), "empty chair, chair 4 of Table 6");
  assert_spoken (rt_scene_dup_chair_name (f->scene, 0, 4),
                 "Hamza Campbell, chair 5 of Table 6, pinned");
}

static void
test_spoken_awaited (Fixture *f, gconstpointer data)
{
  assert_spoken (rt_scene_dup_chair_name (f->scene, 0, 0),
                 "empty chair, kept for Paul Martin, host, chair 1 of Table 6");
}

static void
test_spoken_furniture (Fixture *f, gconstpointer data)
{
  assert_spoken (rt_scene_dup_table_name (f->scene, 0),
                 "Table 6, host Paul Martin, Leading with values, 5 places, step-free");
}

/* More people than places, as a file may have them, are all shown. */
static void
test_crowded (void)
{
  g_autoptr (RtPlan) plan
      = plans_read ("'people':[{'id':'p1','name':'A B'},{'id':'p2'},{'id':'p3','name':'C'}],"
                    "'tables':[{'id':'t1','number':1,'places':2}],"
                    "'rounds':[{'id':'r1','seating':{'t1':['p1','p2','p3']}}]");
  g_autoptr (RtRoll) roll = rt_roll_new (plan);
  g_autoptr (RtMeasures) measures = rt_measures_new (plan);
  g_autoptr (RtScene) scene = rt_scene_new (plan, roll, measures, 0);

  g_assert_cmpuint (scene->tables[0].n_chairs, ==, 3);
  g_assert_nonnull (scene->tables[0].chairs[1].first);
  g_assert_null (scene->tables[0].letter);
  g_assert_cmpint (scene->tables[0].colour, ==, -1);
}

static void
test_over (void)
{
  g_autoptr (RtPlan) plan = plans_read (
      "'tables':[{'id':'t1','number':1,'places':2}],'rounds':[{'id':'r1','done':true}]");
  g_autoptr (RtRoll) roll = rt_roll_new (plan);
  g_autoptr (RtMeasures) measures = rt_measures_new (plan);
  g_autoptr (RtScene) scene = rt_scene_new (plan, roll, measures, 0);

  g_assert_true (scene->over);
}

static void
test_empty (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_autoptr (RtRoll) roll = rt_roll_new (plan);
  g_autoptr (RtMeasures) measures = rt_measures_new (plan);
  g_autoptr (RtScene) scene = rt_scene_new (plan, roll, measures, 0);

  g_assert_cmpuint (scene->n_tables, ==, 0);
  g_assert_true (scene->furniture);
}

#define ADD(path, round, func)                                                                     \
  g_test_add (path, Fixture, GINT_TO_POINTER (round), set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/scene/tables", 0, test_tables);
  ADD ("/scene/places", 0, test_places);
  ADD ("/scene/chairs", 0, test_chairs);
  ADD ("/scene/broken", 0, test_broken);
  ADD ("/scene/closed", 0, test_closed);
  ADD ("/scene/awaited", 1, test_awaited);
  ADD ("/scene/furniture", -1, test_furniture);
  ADD ("/scene/room", 0, test_room);
  ADD ("/scene/find", 0, test_find);
  ADD ("/scene/spoken", 0, test_spoken);
  ADD ("/scene/spoken-awaited", 1, test_spoken_awaited);
  ADD ("/scene/spoken-furniture", -1, test_spoken_furniture);
  g_test_add_func ("/scene/crowded", test_crowded);
  g_test_add_func ("/scene/over", test_over);
  g_test_add_func ("/scene/empty", test_empty);
  return g_test_run ();
}
