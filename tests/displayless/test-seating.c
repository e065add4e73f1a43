/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-seating.h"

#define P(text) rt_id_intern (text)

/* Two tables: t1 with a, nobody, b; t2 with c. */
static RtSeating *
make_seating (void)
{
  RtSeatingBuilder *builder = rt_seating_builder_new ();
  RtId first[] = { P ("a"), NULL, P ("b"), NULL, NULL };
  RtId second[] = { P ("c") };

  g_assert_true (rt_seating_builder_add (builder, P ("t1"), first, 5, NULL));
  g_assert_true (rt_seating_builder_add (builder, P ("t2"), second, 1, NULL));
  return rt_seating_builder_end (builder);
}

static void
assert_at (const RtSeating *self, const char *person, const char *table, guint chair)
{
  RtId at = NULL;
  guint n = G_MAXUINT;

  g_assert_true (rt_seating_find (self, P (person), &at, &n));
  g_assert_cmpstr (at, ==, table);
  g_assert_cmpuint (n, ==, chair);
  g_assert_cmpstr (rt_seating_at (self, P (table), chair), ==, person);
}

static void
test_builder (void)
{
  g_autoptr (RtSeating) seating = make_seating ();

  g_assert_cmpuint (rt_seating_n_tables (seating), ==, 2);
  g_assert_cmpuint (rt_seating_n_chairs (seating, P ("t1")), ==, 3);
  g_assert_cmpuint (rt_seating_n_seated (seating, P ("t1")), ==, 2);
  g_assert_cmpuint (rt_seating_n_people (seating), ==, 3);
  g_assert_null (rt_seating_at (seating, P ("t1"), 1));
  g_assert_null (rt_seating_at (seating, P ("t1"), 99));
  g_assert_null (rt_seating_at (seating, P ("t9"), 0));
  assert_at (seating, "b", "t1", 2);
  assert_at (seating, "c", "t2", 0);
}

static void
test_builder_twice (void)
{
  RtSeatingBuilder *builder = rt_seating_builder_new ();
  RtId first[] = { P ("a"), P ("b") };
  RtId second[] = { P ("c"), P ("b") };
  RtId third[] = { P ("d"), P ("d") };
  RtId twice = NULL;
  g_autoptr (RtSeating) seating = NULL;

  g_assert_true (rt_seating_builder_add (builder, P ("t1"), first, 2, &twice));
  g_assert_false (rt_seating_builder_add (builder, P ("t2"), second, 2, &twice));
  g_assert_true (twice == P ("b"));
  g_assert_false (rt_seating_builder_add (builder, P ("t2"), third, 2, &twice));
  g_assert_true (twice == P ("d"));
  seating = rt_seating_builder_end (builder);
  g_assert_cmpuint (rt_seating_n_tables (seating), ==, 1);
  g_assert_cmpuint (rt_seating_n_people (seating), ==, 2);
}

static void
test_builder_empty_row (void)
{
  RtSeatingBuilder *builder = rt_seating_builder_new ();
  RtId nobody[] = { NULL, NULL };
  g_autoptr (RtSeating) seating = NULL;

  g_assert_true (rt_seating_builder_add (builder, P ("t1"), nobody, 2, NULL));
  seating = rt_seating_builder_end (builder);
  g_assert_cmpuint (rt_seating_n_tables (seating), ==, 0);
  g_assert_true (rt_seating_equal (seating, NULL));
}

static void
test_null (void)
{
  g_assert_cmpuint (rt_seating_n_tables (NULL), ==, 0);
  g_assert_cmpuint (rt_seating_n_people (NULL), ==, 0);
  g_assert_cmpuint (rt_seating_n_chairs (NULL, P ("t1")), ==, 0);
  g_assert_cmpuint (rt_seating_n_seated (NULL, P ("t1")), ==, 0);
  g_assert_null (rt_seating_at (NULL, P ("t1"), 0));
  g_assert_false (rt_seating_find (NULL, P ("a"), NULL, NULL));
  g_assert_true (rt_seating_equal (NULL, NULL));
}

static void
test_with_empty_chair (void)
{
  g_autoptr (RtSeating) before = make_seating ();
  g_autoptr (RtSeating) after = rt_seating_with (before, P ("d"), P ("t1"), 1);

  assert_at (after, "d", "t1", 1);
  g_assert_cmpuint (rt_seating_n_people (after), ==, 4);
  g_assert_cmpuint (rt_seating_n_people (before), ==, 3);
  g_assert_null (rt_seating_at (before, P ("t1"), 1));
}

static void
test_with_taken_chair (void)
{
  g_autoptr (RtSeating) before = make_seating ();
  g_autoptr (RtSeating) after = rt_seating_with (before, P ("d"), P ("t1"), 0);

  assert_at (after, "d", "t1", 0);
  g_assert_false (rt_seating_find (after, P ("a"), NULL, NULL));
  g_assert_cmpuint (rt_seating_n_people (after), ==, 3);
}

static void
test_with_from_another_table (void)
{
  g_autoptr (RtSeating) before = make_seating ();
  g_autoptr (RtSeating) after = rt_seating_with (before, P ("c"), P ("t1"), 5);

  assert_at (after, "c", "t1", 5);
  g_assert_cmpuint (rt_seating_n_chairs (after, P ("t1")), ==, 6);
  g_assert_cmpuint (rt_seating_n_chairs (after, P ("t2")), ==, 0);
  g_assert_cmpuint (rt_seating_n_tables (after), ==, 1);
}

static void
test_with_at_the_same_table (void)
{
  g_autoptr (RtSeating) before = make_seating ();
  g_autoptr (RtSeating) after = rt_seating_with (before, P ("b"), P ("t1"), 1);

  assert_at (after, "b", "t1", 1);
  g_assert_cmpuint (rt_seating_n_chairs (after, P ("t1")), ==, 2);
  g_assert_cmpuint (rt_seating_n_people (after), ==, 3);
}

static void
test_with_the_same_chair (void)
{
  g_autoptr (RtSeating) before = make_seating ();
  g_autoptr (RtSeating) after = rt_seating_with (before, P ("b"), P ("t1"), 2);

  g_assert_true (rt_seating_equal (before, after));
}

static void
test_with_nothing (void)
{
  g_autoptr (RtSeating) after = rt_seating_with (NULL, P ("a"), P ("t1"), 2);

  assert_at (after, "a", "t1", 2);
  g_assert_cmpuint (rt_seating_n_people (after), ==, 1);
}

static void
test_without (void)
{
  g_autoptr (RtSeating) before = make_seating ();
  g_autoptr (RtSeating) last = rt_seating_without (before, P ("b"));
  g_autoptr (RtSeating) only = rt_seating_without (before, P ("c"));
  g_autoptr (RtSeating) nobody = rt_seating_without (before, P ("x"));
  g_autoptr (RtSeating) nothing = rt_seating_without (NULL, P ("x"));

  g_assert_cmpuint (rt_seating_n_chairs (last, P ("t1")), ==, 1);
  g_assert_false (rt_seating_find (last, P ("b"), NULL, NULL));
  g_assert_cmpuint (rt_seating_n_tables (only), ==, 1);
  g_assert_true (rt_seating_equal (before, nobody));
  g_assert_cmpuint (rt_seating_n_people (nothing), ==, 0);
}

static void
test_swap (void)
{
  g_autoptr (RtSeating) before = make_seating ();
  g_autoptr (RtSeating) two = rt_seating_swap (before, P ("a"), P ("c"));
  g_autoptr (RtSeating) one_table = rt_seating_swap (before, P ("a"), P ("b"));
  g_autoptr (RtSeating) back = rt_seating_swap (two, P ("a"), P ("c"));

  assert_at (two, "a", "t2", 0);
  assert_at (two, "c", "t1", 0);
  assert_at (one_table, "a", "t1", 2);
  assert_at (one_table, "b", "t1", 0);
  g_assert_true (rt_seating_equal (before, back));
  g_assert_false (rt_seating_equal (before, two));
}

static void
test_swap_with_unseated (void)
{
  g_autoptr (RtSeating) before = make_seating ();
  g_autoptr (RtSeating) in = rt_seating_swap (before, P ("d"), P ("a"));
  g_autoptr (RtSeating) out = rt_seating_swap (before, P ("a"), P ("d"));
  g_autoptr (RtSeating) neither = rt_seating_swap (before, P ("x"), P ("y"));
  g_autoptr (RtSeating) self = rt_seating_swap (before, P ("a"), P ("a"));

  assert_at (in, "d", "t1", 0);
  g_assert_false (rt_seating_find (in, P ("a"), NULL, NULL));
  g_assert_true (rt_seating_equal (in, out));
  g_assert_true (rt_seating_equal (before, neither));
  g_assert_true (rt_seating_equal (before, self));
}

static void
test_without_table (void)
{
  g_autoptr (RtSeating) before = make_seating ();
  g_autoptr (RtSeating) after = rt_seating_without_table (before, P ("t1"));

  g_assert_cmpuint (rt_seating_n_tables (after), ==, 1);
  g_assert_false (rt_seating_find (after, P ("a"), NULL, NULL));
  assert_at (after, "c", "t2", 0);
  g_assert_cmpuint (rt_seating_n_people (before), ==, 3);
}

static void
test_equal (void)
{
  g_autoptr (RtSeating) a = make_seating ();
  g_autoptr (RtSeating) b = rt_seating_with (NULL, P ("c"), P ("t2"), 0);
  g_autoptr (RtSeating) c = rt_seating_with (b, P ("b"), P ("t1"), 2);
  g_autoptr (RtSeating) d = rt_seating_with (c, P ("a"), P ("t1"), 0);
  g_autoptr (RtSeating) e = rt_seating_with (d, P ("c"), P ("t2"), 1);

  g_assert_true (rt_seating_equal (a, d));
  g_assert_false (rt_seating_equal (a, c));
  g_assert_false (rt_seating_equal (a, e));
  g_assert_false (rt_seating_equal (a, NULL));
}

enum {
  PEOPLE = 12,
  TABLES = 4,
  CHAIRS = 5,
};

/* One random step: on the seating, and in a plain list of everybody's seat (-1: none). */
static RtSeating *
step (const RtSeating *seating, const RtId *people, const RtId *tables, int *seat_of)
{
  int a = g_test_rand_int_range (0, PEOPLE);
  int b = g_test_rand_int_range (0, PEOPLE);
  int to = g_test_rand_int_range (0, TABLES * CHAIRS);
  int old = seat_of[a];

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      seat_of[a] = -1;
      return rt_seating_without (seating, people[a]);
    case 1:
      seat_of[a] = seat_of[b];
      seat_of[b] = old;
      return rt_seating_swap (seating, people[a], people[b]);
    default:
      for (int i = 0; i < PEOPLE; i++)
        if (seat_of[i] == to)
          seat_of[i] = -1;
      seat_of[a] = to;
      return rt_seating_with (seating, people[a], tables[to / CHAIRS], to % CHAIRS);
    }
}

static void
assert_seats (const RtSeating *seating, const RtId *people, const RtId *tables, const int *seat_of)
{
  guint seated = 0;

  for (int i = 0; i < PEOPLE; i++)
    {
      RtId table;
      guint chair;
      gboolean found = rt_seating_find (seating, people[i], &table, &chair);

      seated += found;
      g_assert_cmpint (found, ==, seat_of[i] >= 0);
      if (found)
        g_assert_true (table == tables[seat_of[i] / CHAIRS] && (int) chair == seat_of[i] % CHAIRS &&
                       rt_seating_at (seating, table, chair) == people[i]);
    }
  g_assert_cmpuint (rt_seating_n_people (seating), ==, seated);
  for (int t = 0; t < TABLES; t++)
    seated -= rt_seating_n_seated (seating, tables[t]);
  g_assert_cmpuint (seated, ==, 0);
}

static void
test_random_steps (void)
{
  RtId people[PEOPLE], tables[TABLES];
  int seat_of[PEOPLE];
  g_autoptr (RtSeating) seating = rt_seating_new ();

  for (int i = 0; i < PEOPLE; i++)
    {
      people[i] = rt_id_new ('p');
      seat_of[i] = -1;
    }
  for (int i = 0; i < TABLES; i++)
    tables[i] = rt_id_new ('t');
  for (int n = 0; n < 2000; n++)
    {
      RtSeating *next = step (seating, people, tables, seat_of);

      rt_seating_unref (seating);
      seating = next;
      assert_seats (seating, people, tables, seat_of);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seating/builder", test_builder);
  g_test_add_func ("/seating/builder-twice", test_builder_twice);
  g_test_add_func ("/seating/builder-empty-row", test_builder_empty_row);
  g_test_add_func ("/seating/null", test_null);
  g_test_add_func ("/seating/with-empty-chair", test_with_empty_chair);
  g_test_add_func ("/seating/with-taken-chair", test_with_taken_chair);
  g_test_add_func ("/seating/with-from-another-table", test_with_from_another_table);
  g_test_add_func ("/seating/with-at-the-same-table", test_with_at_the_same_table);
  g_test_add_func ("/seating/with-the-same-chair", test_with_the_same_chair);
  g_test_add_func ("/seating/with-nothing", test_with_nothing);
  g_test_add_func ("/seating/without", test_without);
  g_test_add_func ("/seating/swap", test_swap);
  g_test_add_func ("/seating/swap-with-unseated", test_swap_with_unseated);
  g_test_add_func ("/seating/without-table", test_without_table);
  g_test_add_func ("/seating/equal", test_equal);
  g_test_add_func ("/seating/random-steps", test_random_steps);
  return g_test_run ();
}
