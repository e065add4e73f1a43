/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-edit.h"

#include <string.h>

#include "plans.h"

static RtPlan *
read_plan (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "edit.rotunda.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  RtPlan *plan;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  plan = rt_plan_new_from_json (text, -1, &error);
  g_assert_no_error (error);
  again = rt_plan_to_json (plan, TRUE, NULL);
  g_assert_cmpstr (again, ==, text);
  return plan;
}

#define ID(text) rt_id_intern (text)

/* Takes the error, and checks that there is no change. */
static void
refuse (RtChange *change, GError *error, int code, const char *message)
{
  g_assert_null (change);
  g_assert_error (error, RT_ERROR, code);
  g_assert_cmpstr (error->message, ==, message);
  g_error_free (error);
}

/* The chairs of a table as "p1 - p3". */
static char *
dup_chairs (RtPlan *plan, const char *round, const char *table)
{
  const RtSeating *seating = rt_plan_find_round (plan, ID (round))->seating;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rt_seating_n_chairs (seating, ID (table)); i++)
    {
      RtId person = rt_seating_at (seating, ID (table), i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", person != NULL ? person : "-");
    }
  return g_string_free (text, FALSE);
}

static void
assert_chairs (RtPlan *plan, const char *round, const char *table, const char *expected)
{
  g_autofree char *found = dup_chairs (plan, round, table);

  g_assert_cmpstr (found, ==, expected);
}

/* Moves in round r2, where Table 1 has p1 p3 of 4, Table 2 p2 p4 p5 of 3, and the Quay - p6 of 2
 * and no host; Table 4 is closed. An empty label means that @message refuses it. */
typedef struct {
  const char *name;
  const char *round, *person, *table;
  int         chair;
  const char *label;
  const char *t1, *t2, *t3;
  int         code;
  const char *message;
} MoveCase;

static const MoveCase moves[] = {
  { "to-empty-chair", "r2", "p4", "t1", 3, "Move Mei Ashworth to Table 1", "p1 p3 - p4", "p2 - p5",
    "- p6" },
  { "to-table", "r2", "p4", "t1", RT_ANY_CHAIR, "Move Mei Ashworth to Table 1", "p1 p3 p4",
    "p2 - p5", "- p6" },
  { "within-table", "r2", "p3", "t1", 2, "Move Ged Curran to Another Chair", "p1 - p3", "p2 p4 p5",
    "- p6" },
  { "seat", "r2", "p7", "t1", RT_ANY_CHAIR, "Seat Unnamed place at Table 1", "p1 p3 p7", "p2 p4 p5",
    "- p6" },
  { "host-chair-without-host", "r2", "p7", "t3", RT_ANY_CHAIR, "Seat Unnamed place at Quay",
    "p1 p3", "p2 p4 p5", "p7 p6" },
  { "on-person", "r2", "p4", "t1", 1, "Swap Mei Ashworth and Ged Curran", "p1 p4", "p2 p3 p5",
    "- p6" },
  { "on-neighbour", "r2", "p4", "t2", 2, "Swap Mei Ashworth and Yusuf Moreira", "p1 p3", "p2 p5 p4",
    "- p6" },
  { "on-host", "r2", "p3", "t1", 0, "Swap Ged Curran and Hanna Host", "p3 p1", "p2 p4 p5", "- p6" },
  { "instead", "r2", "p7", "t1", 1, "Seat Unnamed place at Table 1 Instead of Ged Curran", "p1 p7",
    "p2 p4 p5", "- p6" },
  { "host-to-other-table", "r2", "p1", "t3", RT_ANY_CHAIR, "Move Hanna Host to Quay", "- p3",
    "p2 p4 p5", "p1 p6" },
  { "full", "r2", "p3", "t2", RT_ANY_CHAIR, .code = RT_ERROR_FULL, .message =
    "Table 2 is full: drop on a person to swap" },
  { "beyond-places", "r2", "p3", "t2", 3, .code = RT_ERROR_FULL, .message =
    "Table 2 is full: drop on a person to swap" },
  { "far-beyond-places", "r2", "p3", "t2", G_MAXINT, .code = RT_ERROR_FULL, .message =
    "Table 2 is full: drop on a person to swap" },
  { "same-table", "r2", "p3", "t1", RT_ANY_CHAIR, .code = RT_ERROR_REFUSED, .message =
    "Ged Curran sits there already." },
  { "same-chair", "r2", "p3", "t1", 1, .code = RT_ERROR_REFUSED, .message =
    "Ged Curran sits there already." },
  { "round-over", "r1", "p3", "t2", 3, .code = RT_ERROR_OVER, .message =
    "Round 1 is over and stays as it was." },
  { "staff", "r2", "p8", "t1", RT_ANY_CHAIR, .code = RT_ERROR_REFUSED, .message =
    "Sam Staff is staff and is not seated." },
  { "absent", "r2", "p9", "t1", RT_ANY_CHAIR, .code = RT_ERROR_REFUSED, .message =
    "Abe Absent does not attend Round 2." },
  { "not-that-round", "r2", "p10", "t1", RT_ANY_CHAIR, .code = RT_ERROR_REFUSED, .message =
    "Early Only does not attend Round 2." },
  { "closed-table", "r2", "p3", "t4", RT_ANY_CHAIR, .code = RT_ERROR_REFUSED, .message =
    "Table 4 is closed in Round 2. Open it first." },
  { "closed-in-round", "r3", "p3", "t3", RT_ANY_CHAIR, .code = RT_ERROR_REFUSED, .message =
    "Quay is closed in Last Words. Open it first." },
  { "no-person", "r2", "p99", "t1", RT_ANY_CHAIR, .code = RT_ERROR_REFUSED, .message =
    "What should be changed is not in the plan any more." },
  { "no-table", "r2", "p3", "t99", RT_ANY_CHAIR, .code = RT_ERROR_REFUSED, .message =
    "What should be changed is not in the plan any more." },
  { "no-round", "r99", "p3", "t1", RT_ANY_CHAIR, .code = RT_ERROR_REFUSED, .message =
    "What should be changed is not in the plan any more." },
};

static void
test_move (gconstpointer data)
{
  const MoveCase *item = data;
  g_autoptr (RtPlan) plan = read_plan ();
  GError *error = NULL;
  RtChange *change = rt_edit_move_person
  (plan, ID (item->round), ID (item->person), ID (item->table),
                                          item->chair, &error);

  if (item->label == NULL)
    {
      refuse (change, error, item->code, item->message);
      return;
    }
  g_assert_no_error (error);
  plans_do (plan, change, item->label);
  assert_chairs (plan, "r2", "t1", item->t1);
  assert_chairs (plan, "r2", "t2", item->t2);
  assert_chairs (plan, "r2", "t3", item->t3);
}

/* A host who is sent to the own table takes the host's chair, and nobody loses one for it. */
static void
test_move_host_home (void)
{
  g_autoptr (RtPlan) plan = read_plan ();

  plans_do (plan, rt_edit_swap_people (plan, ID ("r2"), ID ("p1"), ID ("p4"), NULL),
            "Swap Hanna Host and Mei Ashworth");
  assert_chairs (plan, "r2", "t1", "p4 p3");
  plans_do (plan, rt_edit_move_person (plan, ID ("r2"), ID ("p1"), ID ("t1"), RT_ANY_CHAIR, NULL),
             "Swap Hanna Host and Mei Ashworth");
  assert_chairs (plan, "r2", "t1", "p1 p3");

  plans_do (plan, rt_edit_unseat (plan, ID ("r2"), ID ("p1"), NULL), "Unseat Hanna Host");
  plans_do (plan, rt_edit_move_person (plan, ID ("r2"), ID ("p3"), ID ("t1"), 0, NULL),
            "Move Ged Curran to Another Chair");
  plans_do (plan, rt_edit_move_person (plan, ID ("r2"), ID ("p1"), ID ("t1"), RT_ANY_CHAIR, NULL),
            "Seat Hanna Host at Table 1");
  assert_chairs (plan, "r2", "t1", "p1 p3");
}

static void
test_move_host_home_full (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  GError *error = NULL;
  RtChange *change;

  plans_do (plan, rt_edit_unseat (plan, ID ("r2"), ID ("p2"), NULL), "Unseat Hugo Host");
  plans_do (plan, rt_edit_move_person (plan, ID ("r2"), ID ("p7"), ID ("t2"), 0, NULL),
            "Seat Unnamed place at Table 2");
  change = rt_edit_move_person (plan, ID ("r2"), ID ("p2"), ID ("t2"), RT_ANY_CHAIR, &error);
  refuse (change, error, RT_ERROR_FULL, "Table 2 is full: drop on a person to swap");
}

/* In r3 the round itself names another host for Table 2, and that counts. */
static void
test_move_host_of_round (void)
{
  g_autoptr (RtPlan) plan = read_plan ();

  plans_do (plan, rt_edit_move_person (plan, ID ("r3"), ID ("p2"), ID ("t2"), RT_ANY_CHAIR, NULL),
            "Seat Hugo Host at Table 2");
  plans_do (plan, rt_edit_move_person (plan, ID ("r3"), ID ("p6"), ID ("t2"), RT_ANY_CHAIR, NULL),
            "Seat Amara Eze at Table 2");
  assert_chairs (plan, "r3", "t2", "p6 p2");
}

/* Gives r2 its own entry for the host of a table, or closes the table there. */
static void
change_r2 (RtPlan *plan, const char *table, const char *host, gboolean closed)
{
  g_autoptr (RtRound) copy = rt_record_copy (rt_plan_find_round (plan, ID ("r2")));
  RtId ids[] = { ID (table), NULL };

  if (host != NULL)
    rt_map_set (&copy->hosts, ID (table), ID (host));
  if (closed)
    rt_set_ids (&copy->closed, ids);
  plans_do (plan, rt_edit_replace (plan, "Change Round 2", RT_PART_ROUNDS, copy, NULL),
            "Change Round 2");
}

/* The host is late: the chair is kept, and the next guest who comes is one too many. */
static void
test_move_host_chair_is_kept (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  GError *error = NULL;
  RtChange *change;

  plans_do (plan, rt_edit_unseat (plan, ID ("r2"), ID ("p1"), NULL), "Unseat Hanna Host");
  plans_do (plan, rt_edit_unseat (plan, ID ("r2"), ID ("p3"), NULL), "Unseat Ged Curran");
  plans_do (plan, rt_edit_move_person (plan, ID ("r2"), ID ("p3"), ID ("t1"), RT_ANY_CHAIR, NULL),
            "Seat Ged Curran at Table 1");
  assert_chairs (plan, "r2", "t1", "- p3");
  plans_do (plan, rt_edit_unseat (plan, ID ("r2"), ID ("p2"), NULL), "Unseat Hugo Host");
  change = rt_edit_move_person (plan, ID ("r2"), ID ("p7"), ID ("t2"), RT_ANY_CHAIR, &error);
  refuse (change, error, RT_ERROR_FULL, "Table 2 is full: drop on a person to swap");

  /* In a round in which nobody hosts the table, a guest may have it. */
  change_r2 (plan, "t2", "", FALSE);
  plans_do (plan, rt_edit_move_person (plan, ID ("r2"), ID ("p7"), ID ("t2"), RT_ANY_CHAIR, NULL),
            "Seat Unnamed place at Table 2");
  assert_chairs (plan, "r2", "t2", "p7 p4 p5");
}

static void
test_move_without_places (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  GError *error = NULL;
  RtChange *change;
  g_autoptr (RtTable) table = rt_record_copy (rt_plan_find_table (plan, ID ("t2")));

  table->places = RT_UNSET;
  plans_do (plan, rt_edit_replace (plan, "Forget the Places", RT_PART_TABLES, table, NULL),
            "Forget the Places");
  plans_do (plan, rt_edit_move_person (plan, ID ("r2"), ID ("p3"), ID ("t2"), RT_ANY_CHAIR, NULL),
            "Move Ged Curran to Table 2");
  assert_chairs (plan, "r2", "t2", "p2 p4 p5 p3");
  change = rt_edit_move_person (plan, ID ("r2"), ID ("p7"), ID ("t2"), G_MAXINT, &error);
  refuse (change, error, RT_ERROR_FULL, "Table 2 is full: drop on a person to swap");
}

static void
test_move_read_only (void)
{
  static const char newer[] = "{\"format\": \"rotunda-plan\", \"version\": 2}";
  g_autoptr (RtPlan) plan = rt_plan_new_from_json (newer, -1, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (rt_plan_is_read_only (plan));
  g_assert_null (rt_edit_add_tables (plan, 1, 4, &error));
  g_assert_error (error, RT_ERROR, RT_ERROR_NEWER);
}

static void
test_swap (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  GError *error = NULL;
  RtChange *change;

  plans_do (plan, rt_edit_swap_people (plan, ID ("r2"), ID ("p4"), ID ("p3"), NULL),
            "Swap Mei Ashworth and Ged Curran");
  assert_chairs (plan, "r2", "t1", "p1 p4");
  assert_chairs (plan, "r2", "t2", "p2 p3 p5");
  plans_do (plan, rt_edit_swap_people (plan, ID ("r2"), ID ("p4"), ID ("p7"), NULL),
             "Seat Unnamed place at Table 1 Instead of Mei Ashworth");
  assert_chairs (plan, "r2", "t1", "p1 p7");
  plans_do (plan, rt_edit_swap_people (plan, ID ("r2"), ID ("p4"), ID ("p3"), NULL),
             "Seat Mei Ashworth at Table 2 Instead of Ged Curran");
  assert_chairs (plan, "r2", "t2", "p2 p4 p5");

  change = rt_edit_swap_people (plan, ID ("r3"), ID ("p3"), ID ("p4"), &error);
  refuse (change, error, RT_ERROR_REFUSED, "Ged Curran and Mei Ashworth have no seats to swap.");
  error = NULL;
  change = rt_edit_swap_people (plan, ID ("r2"), ID ("p4"), ID ("p4"), &error);
  refuse (change, error, RT_ERROR_REFUSED, "Mei Ashworth and Mei Ashworth have no seats to swap.");
  error = NULL;
  change = rt_edit_swap_people (plan, ID ("r2"), ID ("p4"), ID ("p9"), &error);
  refuse (change, error, RT_ERROR_REFUSED, "Abe Absent does not attend Round 2.");
  error = NULL;
  change = rt_edit_swap_people (plan, ID ("r1"), ID ("p3"), ID ("p5"), &error);
  refuse (change, error, RT_ERROR_OVER, "Round 1 is over and stays as it was.");
}

static void
test_unseat (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  GError *error = NULL;
  RtChange *change;

  plans_do (plan, rt_edit_unseat (plan, ID ("r2"), ID ("p4"), NULL), "Unseat Mei Ashworth");
  assert_chairs (plan, "r2", "t2", "p2 - p5");
  change = rt_edit_unseat (plan, ID ("r2"), ID ("p4"), &error);
  refuse (change, error, RT_ERROR_REFUSED, "Mei Ashworth has no seat in Round 2.");
  error = NULL;
  change = rt_edit_unseat (plan, ID ("r1"), ID ("p4"), &error);
  refuse (change, error, RT_ERROR_OVER, "Round 1 is over and stays as it was.");
}

static void
test_clear_round (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  GError *error = NULL;
  RtChange *change;

  plans_do (plan, rt_edit_clear_round (plan, ID ("r2"), NULL), "Clear Round 2");
  g_assert_null (rt_plan_find_round (plan, ID ("r2"))->seating);
  g_assert_nonnull (rt_plan_find_round (plan, ID ("r2"))->pins);
  change = rt_edit_clear_round (plan, ID ("r3"), &error);
  refuse (change, error, RT_ERROR_REFUSED, "Nobody is seated in Last Words.");
  error = NULL;
  change = rt_edit_clear_round (plan, ID ("r1"), &error);
  refuse (change, error, RT_ERROR_OVER, "Round 1 is over and stays as it was.");
}

/* The last to leave leaves no empty seating behind: an untouched round is written without one. */
static void
test_unseat_last (void)
{
  g_autoptr (RtPlan) plan = read_plan ();

  plans_do (plan, rt_edit_move_person (plan, ID ("r3"), ID ("p3"), ID ("t1"), 3, NULL),
            "Seat Ged Curran at Table 1");
  plans_do (plan, rt_edit_unseat (plan, ID ("r3"), ID ("p3"), NULL), "Unseat Ged Curran");
  g_assert_null (rt_plan_find_round (plan, ID ("r3"))->seating);
}

static void
test_pin (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  GError *error = NULL;
  RtChange *change;

  plans_do (plan, rt_edit_pin (plan, ID ("r2"), ID ("p5"), ID ("t2"), NULL),
            "Pin Yusuf Moreira to Table 2");
  g_assert_true (rt_map_lookup (rt_plan_find_round (plan, ID ("r2"))->pins, ID ("p5"))
                 == ID ("t2"));
  plans_do (plan, rt_edit_pin (plan, ID ("r2"), ID ("p5"), ID ("t1"), NULL),
            "Pin Yusuf Moreira to Table 1");
  plans_do (plan, rt_edit_pin (plan, ID ("r2"), ID ("p5"), NULL, NULL), "Unpin Yusuf Moreira");
  g_assert_null (rt_map_lookup (rt_plan_find_round (plan, ID ("r2"))->pins, ID ("p5")));
  assert_chairs (plan, "r2", "t2", "p2 p4 p5");

  change = rt_edit_pin (plan, ID ("r2"), ID ("p5"), NULL, &error);
  refuse (change, error, RT_ERROR_REFUSED, "That is so already.");
  error = NULL;
  change = rt_edit_pin (plan, ID ("r2"), ID ("p3"), ID ("t1"), &error);
  refuse (change, error, RT_ERROR_REFUSED, "That is so already.");
  error = NULL;
  change = rt_edit_pin (plan, ID ("r2"), ID ("p8"), ID ("t1"), &error);
  refuse (change, error, RT_ERROR_REFUSED, "Sam Staff is staff and is not seated.");
  error = NULL;
  change = rt_edit_pin (plan, ID ("r2"), ID ("p5"), ID ("t4"), &error);
  refuse (change, error, RT_ERROR_REFUSED, "Table 4 is closed in Round 2. Open it first.");
  error = NULL;
  change = rt_edit_pin (plan, ID ("r1"), ID ("p5"), ID ("t1"), &error);
  refuse (change, error, RT_ERROR_OVER, "Round 1 is over and stays as it was.");
}

static void
test_set_seatings (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  g_autoptr (RtSeating) fresh = rt_seating_with (NULL, ID ("p3"), ID ("t2"), 1);
  RtSeating *seatings[3] = { NULL, NULL, fresh };
  g_autoptr (RtChange) nothing = NULL;
  GError *error = NULL;
  RtChange *change;

  plans_do (plan, rt_edit_set_seatings (plan, "Arrange 1 Round", seatings, NULL),
            "Arrange 1 Round");
  assert_chairs (plan, "r3", "t2", "- p3");
  assert_chairs (plan, "r2", "t1", "p1 p3");

  nothing = rt_edit_set_seatings (plan, "Arrange 1 Round", seatings, NULL);
  g_assert_cmpuint (rt_change_get_n_edits (nothing), ==, 0);

  seatings[0] = fresh;
  change = rt_edit_set_seatings (plan, "Arrange 2 Rounds", seatings, &error);
  refuse (change, error, RT_ERROR_OVER, "Round 1 is over and stays as it was.");

  seatings[0] = rt_plan_find_round (plan, ID ("r1"))->seating;
  nothing = (rt_change_unref (nothing),
             rt_edit_set_seatings (plan, "Arrange 2 Rounds", seatings, NULL));
  g_assert_cmpuint (rt_change_get_n_edits (nothing), ==, 0);
}

static void
test_set_seatings_empty (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  g_autoptr (RtSeating) empty = rt_seating_new ();
  RtSeating *seatings[3] = { NULL, empty, NULL };

  plans_do (plan, rt_edit_set_seatings (plan, "Arrange 1 Round", seatings, NULL),
            "Arrange 1 Round");
  g_assert_null (rt_plan_find_round (plan, ID ("r2"))->seating);
}

/* Records */

static void
test_replace (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  g_autoptr (RtPerson) copy = rt_record_copy (rt_plan_find_person (plan, ID ("p3")));
  g_autoptr (RtPerson) stranger = rt_person_new ("Nobody");
  GError *error = NULL;
  RtChange *change = rt_edit_replace (plan, "Rename", RT_PART_PEOPLE, copy, &error);

  refuse (change, error, RT_ERROR_REFUSED, "That is so already.");
  rt_set_text (&copy->name, "Gerard Curran");
  plans_do (plan, rt_edit_replace (plan, "Rename", RT_PART_PEOPLE, copy, NULL), "Rename");
  g_assert_cmpstr (rt_plan_find_person (plan, ID ("p3"))->name, ==, "Gerard Curran");
  g_assert_cmpuint (rt_plan_index_of (plan, RT_PART_PEOPLE, ID ("p3")), ==, 2);
  error = NULL;
  change = rt_edit_replace (plan, "Rename", RT_PART_PEOPLE, stranger, &error);
  refuse (change, error, RT_ERROR_REFUSED, "What should be changed is not in the plan any more.");
}

static void
test_replace_single (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_autoptr (RtRoom) room = rt_record_new (&rt_room_class, NULL);
  g_autoptr (RtRoom) wider = NULL;

  room->width = 500;
  plans_do (plan, rt_edit_replace (plan, "Make a Room", RT_PART_ROOM, room, NULL), "Make a Room");
  wider = rt_record_copy (rt_plan_get (plan, RT_PART_ROOM, 0));
  wider->width = 800;
  plans_do (plan, rt_edit_replace (plan, "Widen the Room", RT_PART_ROOM, wider, NULL),
            "Widen the Room");
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_ROOM), ==, 1);
  g_assert_cmpint (((const RtRoom *) rt_plan_get (plan, RT_PART_ROOM, 0))->width, ==, 800);
}

static void
test_replace_many (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  g_autoptr (RtPerson) one = rt_record_copy (rt_plan_find_person (plan, ID ("p5")));
  g_autoptr (RtPerson) other = rt_record_copy (rt_plan_find_person (plan, ID ("p4")));
  gpointer records[] = { one, other };

  rt_set_text (&one->organisation, "Board");
  rt_set_text (&other->organisation, "Board");
  plans_do (plan, rt_edit_replace_many (plan, "Change 2 People", RT_PART_PEOPLE, records, 2, NULL),
            "Change 2 People");
  g_assert_cmpstr (rt_plan_find_person (plan, ID ("p4"))->organisation, ==, "Board");
  g_assert_cmpstr (rt_plan_find_person (plan, ID ("p5"))->organisation, ==, "Board");
}

static void
test_replace_broken (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  g_autoptr (RtTable) table = rt_record_copy (rt_plan_find_table (plan, ID ("t1")));
  g_autoptr (GError) error = NULL;

  table->host = ID ("p99");
  g_assert_null (rt_edit_replace (plan, "Break", RT_PART_TABLES, table, &error));
  g_assert_error (error, RT_ERROR, RT_ERROR_REFUSED);
}

static void
test_replace_round_over (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  g_autoptr (RtRound) titled = rt_record_copy (rt_plan_find_round (plan, ID ("r1")));
  g_autoptr (RtRound) seated = NULL;
  GError *error = NULL;
  RtChange *change;

  rt_set_text (&titled->title, "First Words");
  plans_do (plan, rt_edit_replace (plan, "Rename Round", RT_PART_ROUNDS, titled, NULL),
            "Rename Round");
  seated = rt_record_copy (rt_plan_find_round (plan, ID ("r1")));
  g_clear_pointer (&seated->seating, rt_seating_unref);
  change = rt_edit_replace (plan, "Change Round", RT_PART_ROUNDS, seated, &error);
  refuse (change, error, RT_ERROR_OVER, "First Words is over and stays as it was.");
}

static void
test_add (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  g_autoptr (RtPerson) one = rt_person_new ("One");
  g_autoptr (RtPerson) two = rt_person_new ("Two");
  gpointer records[] = { one, two };
  g_autoptr (GError) error = NULL;

  plans_do (plan, rt_edit_add (plan, "Add 2 People", RT_PART_PEOPLE, records, 2, NULL),
            "Add 2 People");
  g_assert_cmpstr (rt_plan_get_person (plan, 10)->name, ==, "One");
  g_assert_cmpstr (rt_plan_get_person (plan, 11)->name, ==, "Two");
  g_assert_null (rt_edit_add (plan, "Add Them Again", RT_PART_PEOPLE, records, 2, &error));
  g_assert_error (error, RT_ERROR, RT_ERROR_REFUSED);
  g_assert_null (rt_edit_add (plan, "Add Nobody", RT_PART_PEOPLE, records, 0, NULL));
}

static void
assert_order (RtPlan *plan, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "",
                            rt_plan_get_table (plan, i)->parent.id);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_reorder (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  GError *error = NULL;
  RtChange *change;

  plans_do (plan, rt_edit_reorder (plan, "Move Up", RT_PART_TABLES, ID ("t3"), 1, NULL), "Move Up");
  assert_order (plan, "t1 t3 t2 t4");
  plans_do (plan, rt_edit_reorder (plan, "Move Down", RT_PART_TABLES, ID ("t1"), 2, NULL),
            "Move Down");
  assert_order (plan, "t3 t2 t1 t4");
  plans_do (plan, rt_edit_reorder (plan, "Move Down", RT_PART_TABLES, ID ("t3"), 99, NULL),
            "Move Down");
  assert_order (plan, "t2 t1 t4 t3");
  change = rt_edit_reorder (plan, "Move Down", RT_PART_TABLES, ID ("t3"), 4, &error);
  refuse (change, error, RT_ERROR_REFUSED, "That is so already.");
  error = NULL;
  change = rt_edit_reorder (plan, "Move Down", RT_PART_TABLES, ID ("t99"), 0, &error);
  refuse (change, error, RT_ERROR_REFUSED, "What should be changed is not in the plan any more.");
}

/* Removing */

static void
remove_one (RtPlan *plan, RtPart part, const char *id, const char *label)
{
  RtId ids[] = { ID (id) };

  plans_do (plan, rt_edit_remove (plan, NULL, part, ids, 1, NULL), label);
  g_assert_null (rt_plan_find (plan, part, ID (id), NULL));
}

static void
assert_rules (RtPlan *plan, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_RULES); i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", rt_plan_get_rule (plan, i)->parent.id);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_remove_person (void)
{
  g_autoptr (RtPlan) plan = read_plan ();

  remove_one (plan, RT_PART_PEOPLE, "p4", "Remove Mei Ashworth");
  assert_chairs (plan, "r1", "t1", "p1 p3");
  assert_chairs (plan, "r2", "t2", "p2 - p5");
  g_assert_null (rt_plan_find_theme (plan, ID ("h1"))->champion);
  g_assert_cmpuint (rt_map_length (rt_plan_find_round (plan, ID ("r2"))->pins), ==, 1);
  g_assert_cmpuint (
      rt_slips_length (((const RtIssue *) rt_plan_get (plan, RT_PART_ISSUED, 0))->slips), ==, 1);
  /* A rule about two who stay together loses one of three and stays; of two, it goes. */
  assert_rules (plan, "u1 u2 u4 u5");
}

static void
test_remove_host (void)
{
  g_autoptr (RtPlan) plan = read_plan ();

  remove_one (plan, RT_PART_PEOPLE, "p2", "Remove Hugo Host");
  g_assert_null (rt_plan_find_table (plan, ID ("t2"))->host);
  g_assert_true (rt_plan_find_table (plan, ID ("t2"))->co_host == ID ("p6"));
  assert_chairs (plan, "r2", "t2", "- p4 p5");
}

static void
test_remove_people (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  RtId ids[] = { ID ("p3"), ID ("p6"), ID ("p4"), ID ("p3") };

  plans_do (plan, rt_edit_remove (plan, NULL, RT_PART_PEOPLE, ids, 4, NULL), "Remove 3 People");
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 7);
  assert_rules (plan, "u1 u4");
  g_assert_null (rt_plan_find_round (plan, ID ("r3"))->hosts);
  assert_chairs (plan, "r2", "t1", "p1");
  assert_chairs (plan, "r2", "t3", "");
}

/* Nothing else is touched when nothing refers to who goes. */
static void
test_remove_stranger (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  RtId ids[] = { ID ("p9") };
  g_autoptr (RtChange) change = rt_edit_remove (plan, NULL, RT_PART_PEOPLE, ids, 1, NULL);

  g_assert_cmpuint (rt_change_get_n_edits (change), ==, 1);
}

static void
test_remove_everybody (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  g_autofree RtId *ids = g_new0 (RtId, 10);

  for (guint i = 0; i < 10; i++)
    ids[i] = rt_plan_get_person (plan, i)->parent.id;
  plans_do (plan, rt_edit_remove (plan, "Start Again", RT_PART_PEOPLE, ids, 10, NULL),
            "Start Again");
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 0);
  assert_rules (plan, "u1");
}

static void
test_remove_theme (void)
{
  g_autoptr (RtPlan) plan = read_plan ();

  remove_one (plan, RT_PART_THEMES, "h1", "Remove Waste");
  g_assert_cmpuint (rt_ids_length (rt_plan_find_person (plan, ID ("p3"))->wishes), ==, 1);
  g_assert_null (rt_plan_find_table (plan, ID ("t1"))->theme);
  assert_rules (plan, "u1 u2 u3 u5");
  remove_one (plan, RT_PART_THEMES, "h2", "Remove Energy");
  g_assert_null (rt_plan_find_round (plan, ID ("r3"))->themes);
}

static void
test_remove_table (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  RtId used[] = { ID ("t3"), ID ("t2") };
  GError *error = NULL;
  RtChange *change;

  remove_one (plan, RT_PART_TABLES, "t3", "Remove Quay");
  assert_chairs (plan, "r2", "t3", "");
  g_assert_false (
      rt_seating_find (rt_plan_find_round (plan, ID ("r2"))->seating, ID ("p6"), NULL, NULL));
  g_assert_cmpuint (rt_ids_length (rt_plan_find_round (plan, ID ("r3"))->closed), ==, 0);
  assert_rules (plan, "u1 u2 u3 u4");
  change = rt_edit_remove (plan, NULL, RT_PART_TABLES, used + 1, 1, &error);
  refuse (change, error, RT_ERROR_OVER,
          "People sat at Table 2 in Round 1, which is over. Close the table instead of removing "
          "it.");
  error = NULL;
  change = rt_edit_remove (plan, NULL, RT_PART_TABLES, used, 1, &error);
  refuse (change, error, RT_ERROR_REFUSED, "What should be changed is not in the plan any more.");
}

static void
test_remove_round (void)
{
  g_autoptr (RtPlan) plan = read_plan ();

  remove_one (plan, RT_PART_ROUNDS, "r3", "Remove Last Words");
  g_assert_cmpuint (
      rt_ids_length (((const RtAgendaItem *) rt_plan_get (plan, RT_PART_AGENDA, 2))->rounds), ==,
      1);
  /* A visit in that round only can no longer be asked for. */
  assert_rules (plan, "u1 u2 u3 u4");
  remove_one (plan, RT_PART_ROUNDS, "r1", "Remove Round 1");
  /* Who attended only that one attends none now, and not all. */
  g_assert_nonnull (rt_plan_find_person (plan, ID ("p10"))->rounds);
  g_assert_cmpuint (rt_ids_length (rt_plan_find_person (plan, ID ("p10"))->rounds), ==, 0);
}

static void
test_remove_others (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  RtId rules[] = { ID ("u1"), ID ("u3") };
  RtId tables[] = { ID ("t3"), ID ("t4") };
  RtId rounds[] = { ID ("r2"), ID ("r3") };
  RtId themes[] = { ID ("h1"), ID ("h2") };
  RtId sessions[] = { ID ("s1"), ID ("s2") };

  remove_one (plan, RT_PART_AGENDA, "s1", "Remove Session");
  remove_one (plan, RT_PART_RULES, "u2", "Remove Rule");
  plans_do (plan, rt_edit_remove (plan, NULL, RT_PART_RULES, rules, 2, NULL), "Remove 2 Rules");
  plans_do (plan, rt_edit_remove (plan, NULL, RT_PART_TABLES, tables, 2, NULL), "Remove 2 Tables");
  plans_do (plan, rt_edit_remove (plan, NULL, RT_PART_ROUNDS, rounds, 2, NULL), "Remove 2 Rounds");
  plans_do (plan, rt_edit_remove (plan, NULL, RT_PART_THEMES, themes, 2, NULL), "Remove 2 Themes");
  g_assert_null (rt_edit_remove (plan, NULL, RT_PART_AGENDA, sessions, 2, NULL));
  g_assert_null (rt_edit_remove (plan, NULL, RT_PART_AGENDA, sessions, 0, NULL));
}

/* Tables and rounds */

static void
test_set_host (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  const RtRound *over;

  /* Yusuf Moreira sits at Table 2 in r2; he takes the chair of the host of Table 1, and she his. */
  plans_do (plan, rt_edit_set_host (plan, ID ("t1"), ID ("p5"), NULL),
            "Make Yusuf Moreira the Host of Table 1");
  g_assert_true (rt_plan_find_table (plan, ID ("t1"))->host == ID ("p5"));
  g_assert_true (rt_plan_find_table (plan, ID ("t2"))->deputy == ID ("p5"));
  assert_chairs (plan, "r2", "t1", "p5 p3");
  assert_chairs (plan, "r2", "t2", "p2 p4 p1");
  g_assert_null (rt_plan_find_round (plan, ID ("r3"))->seating);

  /* The round that is over was hosted by whom it was hosted. */
  over = rt_plan_find_round (plan, ID ("r1"));
  assert_chairs (plan, "r1", "t1", "p1 p3 p4");
  g_assert_true (rt_map_lookup (over->hosts, ID ("t1")) == ID ("p1"));
  g_assert_null (rt_map_lookup (over->hosts, ID ("t2")));
}

static void
test_set_host_of_another_table (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  const RtRound *over;

  plans_do (plan, rt_edit_set_host (plan, ID ("t1"), ID ("p2"), NULL),
            "Make Hugo Host the Host of Table 1");
  g_assert_null (rt_plan_find_table (plan, ID ("t2"))->host);
  g_assert_true (rt_plan_find_table (plan, ID ("t2"))->co_host == ID ("p6"));
  assert_chairs (plan, "r2", "t1", "p2 p3");
  assert_chairs (plan, "r2", "t2", "p1 p4 p5");
  over = rt_plan_find_round (plan, ID ("r1"));
  g_assert_true (rt_map_lookup (over->hosts, ID ("t1")) == ID ("p1"));
  g_assert_true (rt_map_lookup (over->hosts, ID ("t2")) == ID ("p2"));
}

static void
test_set_host_co_host (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  const RtRound *over;

  plans_do (plan, rt_edit_set_host (plan, ID ("t2"), ID ("p6"), NULL),
            "Make Amara Eze the Host of Table 2");
  g_assert_null (rt_plan_find_table (plan, ID ("t2"))->co_host);
  assert_chairs (plan, "r2", "t2", "p6 p4 p5");
  assert_chairs (plan, "r2", "t3", "- p2");
  over = rt_plan_find_round (plan, ID ("r1"));
  g_assert_true (rt_map_lookup (over->co_hosts, ID ("t2")) == ID ("p6"));
}

static void
test_set_host_deputy (void)
{
  g_autoptr (RtPlan) plan = read_plan ();

  plans_do (plan, rt_edit_set_host (plan, ID ("t2"), ID ("p5"), NULL),
            "Make Yusuf Moreira the Host of Table 2");
  g_assert_null (rt_plan_find_table (plan, ID ("t2"))->deputy);
  assert_chairs (plan, "r2", "t2", "p5 p4 p2");
}

/* A new host without a seat: the old one takes the next chair, even one too many. */
static void
test_set_host_unseated (void)
{
  g_autoptr (RtPlan) plan = read_plan ();

  plans_do (plan, rt_edit_set_host (plan, ID ("t1"), ID ("p7"), NULL),
            "Make Unnamed place the Host of Table 1");
  assert_chairs (plan, "r2", "t1", "p7 p3 p1");
  plans_do (plan, rt_edit_unseat (plan, ID ("r2"), ID ("p7"), NULL), "Unseat Unnamed place");
  plans_do (plan, rt_edit_set_host (plan, ID ("t2"), ID ("p7"), NULL),
            "Make Unnamed place the Host of Table 2");
  assert_chairs (plan, "r2", "t2", "p7 p4 p5 p2");
}

static void
test_set_host_of_nobodys_table (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  const RtRound *over;

  plans_do (plan, rt_edit_set_host (plan, ID ("t3"), ID ("p4"), NULL),
            "Make Mei Ashworth the Host of Quay");
  assert_chairs (plan, "r2", "t3", "p4 p6");
  assert_chairs (plan, "r2", "t2", "p2 - p5");
  over = rt_plan_find_round (plan, ID ("r1"));
  g_assert_cmpstr (rt_map_lookup (over->hosts, ID ("t3")), ==, "");
}

static void
test_set_host_who_does_not_attend (void)
{
  g_autoptr (RtPlan) plan = read_plan ();

  plans_do (plan, rt_edit_set_host (plan, ID ("t1"), ID ("p9"), NULL),
            "Make Abe Absent the Host of Table 1");
  assert_chairs (plan, "r2", "t1", "p1 p3");
}

/* Where the round names another host, or the table is closed, nobody is moved. */
static void
test_set_host_not_in_that_round (void)
{
  g_autoptr (RtPlan) plan = read_plan ();

  change_r2 (plan, "t1", "p4", FALSE);
  plans_do (plan, rt_edit_set_host (plan, ID ("t1"), ID ("p5"), NULL),
            "Make Yusuf Moreira the Host of Table 1");
  assert_chairs (plan, "r2", "t1", "p1 p3");
  change_r2 (plan, "t3", NULL, TRUE);
  plans_do (plan, rt_edit_set_host (plan, ID ("t3"), ID ("p4"), NULL),
            "Make Mei Ashworth the Host of Quay");
  assert_chairs (plan, "r2", "t3", "- p6");
}

static void
test_set_host_nobody (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  GError *error = NULL;
  RtChange *change = rt_edit_set_host (plan, ID ("t1"), NULL, NULL);

  /* The table, and the round that is over and remembers its host. */
  g_assert_cmpuint (rt_change_get_n_edits (change), ==, 2);
  plans_do (plan, change, "Leave Table 1 Without a Host");
  assert_chairs (plan, "r2", "t1", "p1 p3");
  g_assert_true (rt_plan_find_table (plan, ID ("t2"))->host == ID ("p2"));
  g_assert_true (rt_plan_find_table (plan, ID ("t2"))->deputy == ID ("p5"));
  change = rt_edit_set_host (plan, ID ("t1"), NULL, &error);
  refuse (change, error, RT_ERROR_REFUSED, "That is so already.");
  error = NULL;
  change = rt_edit_set_host (plan, ID ("t2"), ID ("p2"), &error);
  refuse (change, error, RT_ERROR_REFUSED, "That is so already.");
  error = NULL;
  change = rt_edit_set_host (plan, ID ("t2"), ID ("p99"), &error);
  refuse (change, error, RT_ERROR_REFUSED, "What should be changed is not in the plan any more.");
}

/* Several at once */

static void
test_move_people (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  RtId two[] = { ID ("p4"), ID ("p6") }, three[] = { ID ("p4"), ID ("p5"), ID ("p6") };
  GError *error = NULL;
  RtChange *change;

  /* Table 1 has four places, two of them taken. */
  change = rt_edit_move_people (plan, ID ("r2"), three, 3, ID ("t1"), &error);
  refuse (change, error, RT_ERROR_FULL,
          "Table 1 has too few empty chairs for 3 people in Round 2.");
  plans_do (plan, rt_edit_move_people (plan, ID ("r2"), two, 2, ID ("t1"), NULL),
            "Move 2 People to Table 1");
  assert_chairs (plan, "r2", "t1", "p1 p3 p4 p6");
  assert_chairs (plan, "r2", "t2", "p2 - p5");
  assert_chairs (plan, "r2", "t3", "");
  error = NULL;
  change = rt_edit_move_people (plan, ID ("r2"), two, 2, ID ("t1"), &error);
  refuse (change, error, RT_ERROR_REFUSED, "That is so already.");
  error = NULL;
  change = rt_edit_move_people (plan, ID ("r1"), two, 2, ID ("t2"), &error);
  refuse (change, error, RT_ERROR_OVER, "Round 1 is over and stays as it was.");
}

/* Whoever of them is at the table already stays on their chair. */
static void
test_move_people_who_are_there (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  RtId two[] = { ID ("p3"), ID ("p5") };

  plans_do (plan, rt_edit_move_people (plan, ID ("r2"), two, 2, ID ("t1"), NULL),
            "Move 2 People to Table 1");
  assert_chairs (plan, "r2", "t1", "p1 p3 p5");
}

static void
test_move_in_all_rounds (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  RtId mei = ID ("p4"), early = ID ("p10"), hanna = ID ("p3");
  GError *error = NULL;
  RtChange *change;

  plans_do (plan, rt_edit_move_people (plan, NULL, &mei, 1, ID ("t1"), NULL),
             "Move Mei Ashworth to Table 1 in All Rounds");
  /* Round 1 is over. */
  assert_chairs (plan, "r1", "t1", "p1 p3 p4");
  assert_chairs (plan, "r2", "t1", "p1 p3 p4");
  assert_chairs (plan, "r3", "t1", "- p4");
  /* In no round to come. */
  change = rt_edit_move_people (plan, NULL, &early, 1, ID ("t1"), &error);
  refuse (change, error, RT_ERROR_REFUSED, "That is so already.");
  error = NULL;
  change = rt_edit_move_people (plan, NULL, &hanna, 1, ID ("t2"), &error);
  g_assert_nonnull (change);
  rt_change_unref (change);
  change = rt_edit_move_people (plan, NULL, &hanna, 1, ID ("t3"), &error);
  refuse (change, error, RT_ERROR_REFUSED, "Quay is closed in Last Words. Open it first.");
}

/* Whoever has gone from the plan meanwhile is not passed over in silence. */
static void
test_several_who_are_gone (void)
{
  static const char gone[] = "What should be changed is not in the plan any more.";
  g_autoptr (RtPlan) plan = read_plan ();
  RtId two[] = { ID ("p4"), ID ("p99") };
  GError *error = NULL;
  RtChange *change;

  change = rt_edit_move_people (plan, NULL, two, 2, ID ("t1"), &error);
  refuse (change, error, RT_ERROR_REFUSED, gone);
  error = NULL;
  change = rt_edit_unseat_people (plan, NULL, two, 2, &error);
  refuse (change, error, RT_ERROR_REFUSED, gone);
}

static void
test_move_in_all_rounds_full (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  RtId ged = ID ("p3");
  GError *error = NULL;
  RtChange *change = rt_edit_move_people (plan, NULL, &ged, 1, ID ("t2"), &error);

  refuse (change, error, RT_ERROR_FULL, "Table 2 is full in Round 2.");
}

static void
test_swap_everywhere (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  RtId mei = ID ("p4");
  GError *error = NULL;
  RtChange *change;

  plans_do (plan, rt_edit_move_person (plan, ID ("r3"), mei, ID ("t1"), RT_ANY_CHAIR, NULL),
            "Seat Mei Ashworth at Table 1");
  plans_do (plan, rt_edit_swap_everywhere (plan, mei, ID ("p3"), NULL),
             "Swap Mei Ashworth and Ged Curran in All Rounds");
  assert_chairs (plan, "r1", "t1", "p1 p3 p4");
  assert_chairs (plan, "r2", "t1", "p1 p4");
  assert_chairs (plan, "r2", "t2", "p2 p3 p5");
  assert_chairs (plan, "r3", "t1", "- p3");
  change = rt_edit_swap_everywhere (plan, ID ("p7"), ID ("p9"), &error);
  refuse (change, error, RT_ERROR_REFUSED, "Unnamed place and Abe Absent have no seats to swap.");
  error = NULL;
  change = rt_edit_swap_everywhere (plan, mei, mei, &error);
  refuse (change, error, RT_ERROR_REFUSED, "Mei Ashworth and Mei Ashworth have no seats to swap.");
}

static void
test_unseat_people (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  RtId two[] = { ID ("p4"), ID ("p6") };
  GError *error = NULL;
  RtChange *change;

  plans_do (plan, rt_edit_unseat_people (plan, ID ("r2"), two, 2, NULL), "Unseat 2 People");
  assert_chairs (plan, "r2", "t2", "p2 - p5");
  change = rt_edit_unseat_people (plan, ID ("r2"), two, 2, &error);
  refuse (change, error, RT_ERROR_REFUSED, "That is so already.");
  plans_do (plan, rt_edit_unseat_people (plan, NULL, &(RtId) { ID ("p5") }, 1, NULL),
             "Unseat Yusuf Moreira in All Rounds");
  assert_chairs (plan, "r1", "t2", "p2 p5 p6");
  assert_chairs (plan, "r2", "t2", "p2");
  error = NULL;
  change = rt_edit_unseat_people (plan, ID ("r1"), two, 2, &error);
  refuse (change, error, RT_ERROR_OVER, "Round 1 is over and stays as it was.");
}

static void
test_copy_places (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  RtId people[] = { ID ("p4"), ID ("p5"), ID ("p7") };
  GError *error = NULL;
  RtChange *change;

  plans_do (plan, rt_edit_copy_places (plan, ID ("r2"), ID ("r3"), people, 1, NULL),
             "Seat Mei Ashworth in Last Words as in Round 2");
  assert_chairs (plan, "r3", "t2", "- p4");
  plans_do (plan, rt_edit_copy_places (plan, ID ("r2"), ID ("r3"), people, 2, NULL),
             "Seat 2 People in Last Words as in Round 2");
  assert_chairs (plan, "r3", "t2", "- p4 p5");
  change = rt_edit_copy_places (plan, ID ("r2"), ID ("r3"), people, 3, &error);
  refuse (change, error, RT_ERROR_REFUSED, "Unnamed place has no seat in Round 2.");
  error = NULL;
  change = rt_edit_copy_places (plan, ID ("r2"), ID ("r1"), people, 1, &error);
  refuse (change, error, RT_ERROR_OVER, "Round 1 is over and stays as it was.");
  error = NULL;
  change = rt_edit_copy_places (plan, ID ("r2"), ID ("r3"), people, 2, &error);
  refuse (change, error, RT_ERROR_REFUSED, "That is so already.");
}

static void
test_pin_people (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  RtId people[] = { ID ("p6"), ID ("p5"), ID ("p7") };
  const RtRound *round;
  GError *error = NULL;
  RtChange *change;

  /* The third has no seat. */
  plans_do (plan, rt_edit_pin_people (plan, ID ("r2"), people, 3, TRUE, NULL), "Pin 2 People");
  round = rt_plan_find_round (plan, ID ("r2"));
  g_assert_true (rt_map_lookup (round->pins, ID ("p6")) == ID ("t3"));
  g_assert_true (rt_map_lookup (round->pins, ID ("p5")) == ID ("t2"));
  g_assert_null (rt_map_lookup (round->pins, ID ("p7")));
  change = rt_edit_pin_people (plan, ID ("r2"), people, 3, TRUE, &error);
  refuse (change, error, RT_ERROR_REFUSED, "That is so already.");
  plans_do (plan, rt_edit_pin_people (plan, ID ("r2"), people, 1, FALSE, NULL), "Unpin 1 Person");
  error = NULL;
  change = rt_edit_pin_people (plan, ID ("r1"), people, 1, TRUE, &error);
  refuse (change, error, RT_ERROR_OVER, "Round 1 is over and stays as it was.");
}

static void
test_set_over (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  GError *error = NULL;
  RtChange *change;

  plans_do (plan, rt_edit_set_over (plan, ID ("r2"), TRUE, NULL), "Round 2 Is Over");
  change = rt_edit_unseat (plan, ID ("r2"), ID ("p4"), &error);
  refuse (change, error, RT_ERROR_OVER, "Round 2 is over and stays as it was.");
  error = NULL;
  change = rt_edit_set_over (plan, ID ("r2"), TRUE, &error);
  refuse (change, error, RT_ERROR_REFUSED, "That is so already.");
  plans_do (plan, rt_edit_set_over (plan, ID ("r2"), FALSE, NULL), "Open Round 2 Again");
  plans_do (plan, rt_edit_unseat (plan, ID ("r2"), ID ("p4"), NULL), "Unseat Mei Ashworth");
}

/* Hosts of one round */

static void
test_round_host (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  gconstpointer last = rt_plan_find_round (plan, ID ("r3"));

  plans_do (plan, rt_edit_set_round_host (plan, ID ("r2"), ID ("t1"), ID ("p5"), NULL),
             "Make Yusuf Moreira the Host of Table 1 in Round 2");
  g_assert_true (rt_map_lookup (rt_plan_find_round (plan, ID ("r2"))->hosts, ID ("t1"))
                 == ID ("p5"));
  g_assert_true (rt_plan_find_round (plan, ID ("r3")) == last);
  g_assert_true (rt_plan_find_table (plan, ID ("t1"))->host == ID ("p1"));
  assert_chairs (plan, "r2", "t1", "p5 p3");
  assert_chairs (plan, "r2", "t2", "p2 p4 p1");
  /* Back to the table's own host: no entry is left. */
  plans_do (plan, rt_edit_set_round_host (plan, ID ("r2"), ID ("t1"), ID ("p1"), NULL),
             "Make Hanna Host the Host of Table 1 in Round 2");
  g_assert_null (rt_plan_find_round (plan, ID ("r2"))->hosts);
  assert_chairs (plan, "r2", "t1", "p1 p3");
  assert_chairs (plan, "r2", "t2", "p2 p4 p5");
}

/* Two hosts change tables, and so do their chairs. */
static void
test_round_host_exchange (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  const RtRound *round;

  plans_do (plan, rt_edit_set_round_host (plan, ID ("r2"), ID ("t1"), ID ("p2"), NULL),
             "Make Hugo Host the Host of Table 1 in Round 2");
  round = rt_plan_find_round (plan, ID ("r2"));
  g_assert_true (rt_map_lookup (round->hosts, ID ("t1")) == ID ("p2"));
  g_assert_true (rt_map_lookup (round->hosts, ID ("t2")) == ID ("p1"));
  assert_chairs (plan, "r2", "t1", "p2 p3");
  assert_chairs (plan, "r2", "t2", "p1 p4 p5");
  /* To a table that had none: theirs has nobody then. */
  plans_do (plan, rt_edit_set_round_host (plan, ID ("r2"), ID ("t3"), ID ("p2"), NULL),
             "Make Hugo Host the Host of Quay in Round 2");
  round = rt_plan_find_round (plan, ID ("r2"));
  g_assert_cmpstr (rt_map_lookup (round->hosts, ID ("t1")), ==, "");
  assert_chairs (plan, "r2", "t3", "p2 p6");
  assert_chairs (plan, "r2", "t1", "- p3");
}

static void
test_round_host_co_host (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  const RtRound *round;

  plans_do (plan, rt_edit_set_round_host (plan, ID ("r2"), ID ("t1"), ID ("p6"), NULL),
             "Make Amara Eze the Host of Table 1 in Round 2");
  round = rt_plan_find_round (plan, ID ("r2"));
  g_assert_cmpstr (rt_map_lookup (round->co_hosts, ID ("t2")), ==, "");
  g_assert_true (rt_plan_find_table (plan, ID ("t2"))->co_host == ID ("p6"));
}

/* A co-host comes to the table; the next one changes places with them. */
static void
test_round_co_host (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  GError *error = NULL;
  RtChange *change;

  plans_do (plan, rt_edit_set_round_co_host (plan, ID ("r2"), ID ("t1"), ID ("p4"), NULL),
            "Make Mei Ashworth the Co-host of Table 1 in Round 2");
  assert_chairs (plan, "r2", "t1", "p1 p3 p4");
  assert_chairs (plan, "r2", "t2", "p2 - p5");
  plans_do (plan, rt_edit_set_round_co_host (plan, ID ("r2"), ID ("t1"), ID ("p5"), NULL),
            "Make Yusuf Moreira the Co-host of Table 1 in Round 2");
  assert_chairs (plan, "r2", "t1", "p1 p3 p5");
  assert_chairs (plan, "r2", "t2", "p2 - p4");
  change = rt_edit_set_round_co_host (plan, ID ("r2"), ID ("t1"), ID ("p5"), &error);
  refuse (change, error, RT_ERROR_REFUSED, "That is so already.");
  plans_do (plan, rt_edit_set_round_co_host (plan, ID ("r2"), ID ("t1"), NULL, NULL),
            "Leave Table 1 Without a Co-host in Round 2");
  assert_chairs (plan, "r2", "t1", "p1 p3 p5");
  g_assert_null (rt_plan_find_round (plan, ID ("r2"))->co_hosts);
}

/* Who co-hosts another table leaves it; who hosts one does not. */
static void
test_round_co_host_of_another (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  const RtRound *round;
  GError *error = NULL;
  RtChange *change;

  plans_do (plan, rt_edit_set_round_co_host (plan, ID ("r2"), ID ("t1"), ID ("p6"), NULL),
            "Make Amara Eze the Co-host of Table 1 in Round 2");
  round = rt_plan_find_round (plan, ID ("r2"));
  g_assert_cmpstr (rt_map_lookup (round->co_hosts, ID ("t2")), ==, "");
  g_assert_true (rt_map_lookup (round->co_hosts, ID ("t1")) == ID ("p6"));
  g_assert_true (rt_plan_find_table (plan, ID ("t2"))->co_host == ID ("p6"));
  change = rt_edit_set_round_co_host (plan, ID ("r2"), ID ("t2"), ID ("p1"), &error);
  refuse (change, error, RT_ERROR_REFUSED,
          "Hanna Host leads Table 1 already. Choose somebody else, or give that table another host "
          "first.");
  error = NULL;
  change = rt_edit_set_round_co_host (plan, ID ("r1"), ID ("t1"), ID ("p4"), &error);
  refuse (change, error, RT_ERROR_OVER, "Round 1 is over and stays as it was.");
}

/* A new host without a seat gets one, and who sat there keeps one. */
static void
test_round_host_unseated (void)
{
  g_autoptr (RtPlan) plan = read_plan ();

  plans_do (plan, rt_edit_set_round_host (plan, ID ("r2"), ID ("t2"), ID ("p7"), NULL),
             "Make Unnamed place the Host of Table 2 in Round 2");
  assert_chairs (plan, "r2", "t2", "p7 p4 p5 p2");
}

/* Where nobody is seated yet, only the entry changes. */
static void
test_round_host_before_arranging (void)
{
  g_autoptr (RtPlan) plan = read_plan ();

  plans_do (plan, rt_edit_set_round_host (plan, ID ("r3"), ID ("t1"), ID ("p4"), NULL),
             "Make Mei Ashworth the Host of Table 1 in Last Words");
  g_assert_null (rt_plan_find_round (plan, ID ("r3"))->seating);
}

static void
test_round_host_nobody (void)
{
  g_autoptr (RtPlan) plan = read_plan ();

  plans_do (plan, rt_edit_set_round_host (plan, ID ("r2"), ID ("t1"), NULL, NULL),
             "Leave Table 1 Without a Host in Round 2");
  g_assert_cmpstr (rt_map_lookup (rt_plan_find_round (plan, ID ("r2"))->hosts, ID ("t1")), ==, "");
  assert_chairs (plan, "r2", "t1", "p1 p3");
}

static void
test_round_host_refused (void)
{
  static const struct {
    const char *round, *table, *person;
    int code;
    const char *message;
  } cases[] = {
    { "r1", "t1", "p4", RT_ERROR_OVER, "Round 1 is over and stays as it was." },
    { "r2", "t4", "p4", RT_ERROR_REFUSED, "Table 4 is closed in Round 2. Open it first." },
    { "r2", "t1", "p8", RT_ERROR_REFUSED, "Sam Staff is staff and is not seated." },
    { "r2", "t1", "p10", RT_ERROR_REFUSED, "Early Only does not attend Round 2." },
    { "r2", "t1", "p1", RT_ERROR_REFUSED, "That is so already." },
    { "r2", "t1", "p99", RT_ERROR_REFUSED, "What should be changed is not in the plan any more." },
    { "r2", "t99", "p1", RT_ERROR_REFUSED, "What should be changed is not in the plan any more." },
  };
  g_autoptr (RtPlan) plan = read_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GError *error = NULL;
      RtChange *change = rt_edit_set_round_host (plan, ID (cases[i].round), ID (cases[i].table),
                                                 ID (cases[i].person), &error);

      refuse (change, error, cases[i].code, cases[i].message);
    }
}

static void
test_add_tables (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  const RtTable *table;
  GError *error = NULL;
  RtChange *change;

  plans_do (plan, rt_edit_add_tables (plan, 2, 6, NULL), "Add 2 Tables");
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 6);
  for (guint i = 4; i < 6; i++)
    {
      table = rt_plan_get_table (plan, i);
      g_assert_cmpint (table->number, ==, 1 + (int) i);
      g_assert_cmpint (table->places, ==, 6);
      g_assert_cmpint (table->x, >, 0);
      g_assert_cmpint (table->y, <, 1100);
      /* Away from the one that stands there already. */
      g_assert_cmpint ((table->x - 200) * (table->x - 200) + (table->y - 400) * (table->y - 400), >,
                       300 * 300);
    }
  plans_do (plan, rt_edit_add_tables (plan, 1, 6, NULL), "Add 1 Table");
  change = rt_edit_add_tables (plan, RT_MAX_TABLES, 6, &error);
  refuse (change, error, RT_ERROR_LIMIT, "A plan has at most 2000 tables.");
  g_assert_null (rt_edit_add_tables (plan, 0, 6, NULL));
}

static void
test_table_per_host (void)
{
  g_autoptr (RtPlan) plan = plans_read (
      "'people': [{'id': 'p1', 'roles': ['host']}, {'id': 'p2', 'roles': ['host']},"
      " {'id': 'p3', 'roles': ['host']}, {'id': 'p4'}],"
      "'tables': [{'id': 't1', 'number': 7, 'host': 'p2'}]");
  GError *error = NULL;
  RtChange *change;

  plans_do (plan, rt_edit_add_table_per_host (plan, NULL), "Add a Table per Host");
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 3);
  g_assert_cmpstr (rt_plan_get_table (plan, 1)->host, ==, "p1");
  g_assert_cmpstr (rt_plan_get_table (plan, 2)->host, ==, "p3");
  g_assert_cmpint (rt_plan_get_table (plan, 2)->number, ==, 9);
  g_assert_cmpint (rt_plan_get_table (plan, 2)->places, ==, 4);
  change = rt_edit_add_table_per_host (plan, &error);
  refuse (change, error, RT_ERROR_REFUSED,
          "Every host has a table. Give somebody the role of a host first.");
}

/* Somebody stands where the first one would: the new ones take the other places. */
static void
test_add_tables_beside_others (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  RtId table[] = { ID ("t1") };
  int spots[6];

  rt_edit_scatter (1200, 1100, 3, spots);
  plans_do (plan, rt_edit_place_tables (plan, "Place Table 1", table, spots, 1, NULL),
            "Place Table 1");
  plans_do (plan, rt_edit_add_tables (plan, 2, 6, NULL), "Add 2 Tables");
  for (guint i = 4; i < 6; i++)
    g_assert_cmpint (ABS (rt_plan_get_table (plan, i)->x - spots[0]) +
                     ABS (rt_plan_get_table (plan, i)->y - spots[1]), >, 300);
  g_assert_cmpint (rt_plan_get_table (plan, 4)->x, !=, rt_plan_get_table (plan, 5)->x);
}

/* Chairs, slips and the names below a table touch no other table and no wall, in a room as a format
 * makes it. */
static void
test_scatter_apart (void)
{
  int xy[2 * 24];

  for (guint rows = 1; rows <= 4; rows++)
    {
      guint n = rows * 6;
      int width = 6 * 540 + 160, height = (int) rows * 375 + 160;

      rt_edit_scatter (width, height, n, xy);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpint (xy[2 * i], >=, 150);
          g_assert_cmpint (xy[2 * i], <=, width - 150);
          g_assert_cmpint (xy[2 * i + 1], >=, 240);
          g_assert_cmpint (xy[2 * i + 1], <=, height - 190);
          for (guint k = 0; k < i; k++)
            g_assert_cmpint (MAX (ABS (xy[2 * i] - xy[2 * k]), ABS (xy[2 * i + 1] - xy[2 * k + 1])),
                             >=, 300);
        }
    }
}

static void
test_add_tables_without_room (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();

  plans_do (plan, rt_edit_add_tables (plan, 9, 7, NULL), "Add 9 Tables");
  g_assert_cmpint (rt_plan_get_table (plan, 8)->number, ==, 9);
  g_assert_cmpint (rt_plan_get_table (plan, 8)->x, ==, RT_UNSET);
}

static void
test_place_tables (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  RtId tables[] = { ID ("t1"), ID ("t3") };
  RtId gone[] = { ID ("t99") };
  const int xy[] = { 100, 150, 300, 350 };
  GError *error = NULL;
  RtChange *change;

  plans_do (plan, rt_edit_place_tables (plan, "Place 2 Tables", tables, xy, 2, NULL),
            "Place 2 Tables");
  g_assert_cmpint (rt_plan_find_table (plan, ID ("t1"))->y, ==, 150);
  g_assert_cmpint (rt_plan_find_table (plan, ID ("t3"))->x, ==, 300);
  assert_chairs (plan, "r2", "t1", "p1 p3");
  change = rt_edit_place_tables (plan, "Place 2 Tables", tables, xy, 2, &error);
  refuse (change, error, RT_ERROR_REFUSED, "That is so already.");
  error = NULL;
  change = rt_edit_place_tables (plan, "Place a Table", gone, xy, 1, &error);
  refuse (change, error, RT_ERROR_REFUSED, "What should be changed is not in the plan any more.");
}

static void
test_add_round (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  const RtRound *round;

  plans_do (plan, rt_edit_pin (plan, ID ("r3"), ID ("p5"), ID ("t2"), NULL),
            "Pin Yusuf Moreira to Table 2");
  plans_do (plan, rt_edit_add_round (plan, NULL), "Add Round 4");
  round = rt_plan_get_round (plan, 3);
  g_assert_cmpint (round->minutes, ==, 20);
  g_assert_cmpint (round->changeover, ==, 3);
  g_assert_null (round->title);
  /* Hosts stay: they have their chairs, and nobody else has. */
  g_assert_cmpuint (rt_seating_n_people (round->seating), ==, 2);
  g_assert_true (rt_seating_at (round->seating, ID ("t1"), 0) == ID ("p1"));
  g_assert_true (rt_seating_at (round->seating, ID ("t2"), 0) == ID ("p2"));
  g_assert_true (rt_ids_contains (round->closed, ID ("t3")));
  /* Ged Curran stays at Table 1 in every round; Yusuf Moreira only in the last. */
  g_assert_true (rt_map_lookup (round->pins, ID ("p3")) == ID ("t1"));
  g_assert_cmpuint (rt_map_length (round->pins), ==, 1);
  g_assert_true (rt_ids_contains (
      ((const RtAgendaItem *) rt_plan_get (plan, RT_PART_AGENDA, 2))->rounds, round->parent.id));
}

static void
test_add_first_round (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  GError *error = NULL;
  RtChange *change;

  plans_do (plan, rt_edit_add_round (plan, NULL), "Add Round 1");
  g_assert_cmpint (rt_plan_get_round (plan, 0)->minutes, ==, 25);
  g_assert_cmpint (rt_plan_get_round (plan, 0)->changeover, ==, 5);
  for (guint i = 1; i < RT_MAX_PLAN_ROUNDS; i++)
    {
      g_autoptr (RtChange) next = rt_edit_add_round (plan, NULL);

      g_assert_true (rt_plan_apply (plan, next, NULL));
    }
  change = rt_edit_add_round (plan, &error);
  g_assert_null (change);
  g_assert_error (error, RT_ERROR, RT_ERROR_LIMIT);
  g_error_free (error);
}

static double
nearest (const int *xy, guint n)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < i; k++)
      {
        double x = xy[2 * i] - xy[2 * k], y = xy[2 * i + 1] - xy[2 * k + 1];

        least = MIN (least, x * x + y * y);
      }
  return least;
}

static void
assert_scatter (int width, int height, guint n)
{
  g_autofree int *xy = g_new (int, 2 * n);
  g_autofree int *again = g_new (int, 2 * n);

  rt_edit_scatter (width, height, n, xy);
  rt_edit_scatter (width, height, n, again);
  g_assert_cmpmem (xy, 2 * n * sizeof (int), again, 2 * n * sizeof (int));
  g_assert_cmpfloat (nearest (xy, n), >=, 298.0 * 298.0);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (xy[2 * i], >=, 148);
      g_assert_cmpint (xy[2 * i], <=, width - 148);
      g_assert_cmpint (xy[2 * i + 1], >=, 120 + 148);
      g_assert_cmpint (xy[2 * i + 1], <=, height - 148);
    }
}

static void
test_scatter (void)
{
  assert_scatter (300, 500, 1);
  assert_scatter (1200, 1100, 9);
  assert_scatter (900, 1100, 9);
  assert_scatter (2000, 1500, 16);
  assert_scatter (2000, 1500, 17);
  assert_scatter (2400, 2000, 32);
  assert_scatter (4000, 900, 13);
  assert_scatter (700, 3200, 11);
}

/* It is no grid, and that is the point. */
static void
test_scatter_is_no_grid (void)
{
  int xy[32];
  guint off = 0;

  rt_edit_scatter (2400, 2200, 16, xy);
  for (guint i = 0; i < 12; i++)
    off += ABS (xy[2 * i] - xy[2 * (i + 4)]) > 20;
  g_assert_cmpuint (off, >, 6);
}

static void
test_scatter_too_small (void)
{
  int xy[40];

  rt_edit_scatter (500, 400, 20, xy);
  for (guint i = 0; i < 20; i++)
    {
      g_assert_cmpint (xy[2 * i], >=, 0);
      g_assert_cmpint (xy[2 * i], <=, 500);
      g_assert_cmpint (xy[2 * i + 1], >=, 0);
      g_assert_cmpint (xy[2 * i + 1], <=, 400);
    }
  g_assert_cmpfloat (nearest (xy, 20), >, 50.0 * 50.0);
  rt_edit_scatter (500, 400, 0, xy);
  rt_edit_scatter (0, 0, 3, xy);
}

/* One plan becomes another, in the parts that differ, and goes back. */
static void
test_become (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  g_autoptr (RtPlan) other = read_plan ();
  g_autoptr (RtChange) none = rt_edit_become (plan, "Reload", other);
  g_autoptr (RtChange) change = NULL;
  RtId gone = rt_plan_get_person (other, 0)->parent.id;
  g_autofree char *found = NULL;
  g_autofree char *wanted = NULL;

  g_assert_cmpuint (rt_change_get_n_edits (none), ==, 0);
  plans_do (other, rt_edit_remove (other, "Remove", RT_PART_PEOPLE, &gone, 1, NULL), "Remove");
  change = rt_edit_become (plan, "Reload", other);
  g_assert_false (rt_change_touches (change, RT_PART_ROOM));
  plans_do (plan, g_steal_pointer (&change), "Reload");
  found = rt_plan_to_json (plan, TRUE, NULL);
  wanted = rt_plan_to_json (other, TRUE, NULL);
  g_assert_cmpstr (found, ==, wanted);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *path = g_strconcat ("/edit/move/", moves[i].name, NULL);

      g_test_add_data_func (path, &moves[i], test_move);
    }
  g_test_add_func ("/edit/move/host-home", test_move_host_home);
  g_test_add_func ("/edit/move/host-home-full", test_move_host_home_full);
  g_test_add_func ("/edit/move/host-of-round", test_move_host_of_round);
  g_test_add_func ("/edit/move/host-chair-is-kept", test_move_host_chair_is_kept);
  g_test_add_func ("/edit/move/without-places", test_move_without_places);
  g_test_add_func ("/edit/read-only", test_move_read_only);
  g_test_add_func ("/edit/swap", test_swap);
  g_test_add_func ("/edit/unseat", test_unseat);
  g_test_add_func ("/edit/unseat-last", test_unseat_last);
  g_test_add_func ("/edit/clear-round", test_clear_round);
  g_test_add_func ("/edit/pin", test_pin);
  g_test_add_func ("/edit/set-seatings", test_set_seatings);
  g_test_add_func ("/edit/set-seatings-empty", test_set_seatings_empty);
  g_test_add_func ("/edit/replace", test_replace);
  g_test_add_func ("/edit/replace-single", test_replace_single);
  g_test_add_func ("/edit/replace-many", test_replace_many);
  g_test_add_func ("/edit/replace-broken", test_replace_broken);
  g_test_add_func ("/edit/replace-round-over", test_replace_round_over);
  g_test_add_func ("/edit/add", test_add);
  g_test_add_func ("/edit/reorder", test_reorder);
  g_test_add_func ("/edit/remove/person", test_remove_person);
  g_test_add_func ("/edit/remove/host", test_remove_host);
  g_test_add_func ("/edit/remove/people", test_remove_people);
  g_test_add_func ("/edit/remove/stranger", test_remove_stranger);
  g_test_add_func ("/edit/remove/everybody", test_remove_everybody);
  g_test_add_func ("/edit/remove/theme", test_remove_theme);
  g_test_add_func ("/edit/remove/table", test_remove_table);
  g_test_add_func ("/edit/remove/round", test_remove_round);
  g_test_add_func ("/edit/remove/others", test_remove_others);
  g_test_add_func ("/edit/host/seated", test_set_host);
  g_test_add_func ("/edit/host/of-another-table", test_set_host_of_another_table);
  g_test_add_func ("/edit/host/co-host", test_set_host_co_host);
  g_test_add_func ("/edit/host/deputy", test_set_host_deputy);
  g_test_add_func ("/edit/host/unseated", test_set_host_unseated);
  g_test_add_func ("/edit/host/of-nobodys-table", test_set_host_of_nobodys_table);
  g_test_add_func ("/edit/host/who-does-not-attend", test_set_host_who_does_not_attend);
  g_test_add_func ("/edit/host/not-in-that-round", test_set_host_not_in_that_round);
  g_test_add_func ("/edit/host/nobody", test_set_host_nobody);
  g_test_add_func ("/edit/round-host/seated", test_round_host);
  g_test_add_func ("/edit/round-host/exchange", test_round_host_exchange);
  g_test_add_func ("/edit/round-host/co-host", test_round_host_co_host);
  g_test_add_func ("/edit/round-co-host/seated", test_round_co_host);
  g_test_add_func ("/edit/round-co-host/of-another", test_round_co_host_of_another);
  g_test_add_func ("/edit/round-host/unseated", test_round_host_unseated);
  g_test_add_func ("/edit/round-host/before-arranging", test_round_host_before_arranging);
  g_test_add_func ("/edit/round-host/nobody", test_round_host_nobody);
  g_test_add_func ("/edit/round-host/refused", test_round_host_refused);
  g_test_add_func ("/edit/several/move", test_move_people);
  g_test_add_func ("/edit/several/who-are-there", test_move_people_who_are_there);
  g_test_add_func ("/edit/several/all-rounds", test_move_in_all_rounds);
  g_test_add_func ("/edit/several/gone", test_several_who_are_gone);
  g_test_add_func ("/edit/several/all-rounds-full", test_move_in_all_rounds_full);
  g_test_add_func ("/edit/several/swap", test_swap_everywhere);
  g_test_add_func ("/edit/several/unseat", test_unseat_people);
  g_test_add_func ("/edit/several/pin", test_pin_people);
  g_test_add_func ("/edit/over", test_set_over);
  g_test_add_func ("/edit/several/copy-places", test_copy_places);
  g_test_add_func ("/edit/add-tables", test_add_tables);
  g_test_add_func ("/edit/table-per-host", test_table_per_host);
  g_test_add_func ("/edit/add-tables-beside-others", test_add_tables_beside_others);
  g_test_add_func ("/edit/add-tables-without-room", test_add_tables_without_room);
  g_test_add_func ("/edit/scatter-apart", test_scatter_apart);
  g_test_add_func ("/edit/place-tables", test_place_tables);
  g_test_add_func ("/edit/add-round", test_add_round);
  g_test_add_func ("/edit/add-first-round", test_add_first_round);
  g_test_add_func ("/edit/become", test_become);
  g_test_add_func ("/edit/scatter", test_scatter);
  g_test_add_func ("/edit/scatter-is-no-grid", test_scatter_is_no_grid);
  g_test_add_func ("/edit/scatter-too-small", test_scatter_too_small);
  return g_test_run ();
}
