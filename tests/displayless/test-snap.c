/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-snap.h"

static const RtTableSpec tables[] = {
  { .placed = TRUE, .x = 200.0, .y = 300.0 },
  { .placed = TRUE, .x = 505.0, .y = 700.0 },
  { .placed = FALSE, .x = 0.0, .y = 0.0 },
};

static const RtSize no_size = { 0.0, 0.0 };
static const gboolean nothing[3] = { FALSE, FALSE, FALSE };
static const gboolean second[3] = { FALSE, TRUE, FALSE };

static void
test_in_line (void)
{
  double x = 508.0, y = 120.0;
  RtGuides guides = rt_snap (tables, 3, nothing, no_size, 0.0, 0.0, 12.0, &x, &y);

  g_assert_true (guides.across);
  g_assert_false (guides.down);
  g_assert_cmpfloat (x, ==, 505.0);
  g_assert_cmpfloat (guides.x, ==, 505.0);
  g_assert_cmpfloat (y, ==, 120.0);
}

static void
test_steps (void)
{
  double x = 343.0, y = 486.0;
  RtGuides guides = rt_snap (tables, 3, nothing, no_size, 0.0, 0.0, 12.0, &x, &y);

  g_assert_false (guides.across || guides.down);
  g_assert_cmpfloat (x, ==, 340.0);
  g_assert_cmpfloat (y, ==, 490.0);
}

/* A stage stands with its side at a wall; a table, of which nothing is said, does not. */
static void
test_walls (void)
{
  const RtSize half = { 250.0, 60.0 };
  double x = 735.0, y = 64.0;
  RtGuides guides = rt_snap (tables, 0, nothing, half, 990.0, 700.0, 12.0, &x, &y);

  g_assert_cmpfloat (x, ==, 740.0);
  g_assert_cmpfloat (y, ==, 60.0);
  g_assert_true (guides.across && guides.down);
  g_assert_cmpfloat (guides.x, ==, 990.0);
  g_assert_cmpfloat (guides.y, ==, 0.0);
  y = 64.0;
  guides = rt_snap (tables, 0, nothing, no_size, 990.0, 700.0, 12.0, &x, &y);
  g_assert_false (guides.down);
}

/* A table does not hold itself where it was. */
static void
test_not_itself (void)
{
  double x = 508.0, y = 700.0;
  RtGuides guides = rt_snap (tables, 3, second, no_size, 0.0, 0.0, 12.0, &x, &y);

  g_assert_false (guides.across || guides.down);
  g_assert_cmpfloat (x, ==, 510.0);
}

static void
test_middle_of_room (void)
{
  double x = 405.0, y = 446.0;
  RtGuides guides = rt_snap (tables, 3, nothing, no_size, 800.0, 900.0, 12.0, &x, &y);

  g_assert_true (guides.across && guides.down);
  g_assert_cmpfloat (x, ==, 400.0);
  g_assert_cmpfloat (y, ==, 450.0);
}

static void
test_nearest_wins (void)
{
  double x = 503.0, y = 0.0;

  rt_snap (tables, 3, nothing, no_size, 1000.0, 0.0, 12.0, &x, &y);
  g_assert_cmpfloat (x, ==, 505.0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/snap/in-line", test_in_line);
  g_test_add_func ("/snap/steps", test_steps);
  g_test_add_func ("/snap/walls", test_walls);
  g_test_add_func ("/snap/not-itself", test_not_itself);
  g_test_add_func ("/snap/middle-of-room", test_middle_of_room);
  g_test_add_func ("/snap/nearest-wins", test_nearest_wins);
  return g_test_run ();
}
