/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* With a real pointer: the wheel zooms where it is turned, and the room moves under what is held at
 * an edge of the view. */

#include "rt-floor-private.h"
#include "test-screen.h"

#define STEPS 8
#define MOST 4.0 /* what a floor lets itself be zoomed to; wider than the view */

static RtApplication *application;

typedef struct {
  TEST_WINDOW_MEMBERS
  RtFloorView *floor;
} Fixture;

static gboolean
is_laid_out (gpointer data)
{
  RtFloorSpot *spot = test_find_spot (data, 0, -1);

  return spot != NULL && gtk_widget_get_width (GTK_WIDGET (spot)) > 0;
}

static void
set_up (Fixture *f, gconstpointer page)
{
  test_window_open ((TestWindow *) f, application, page);
  f->floor = test_find_seen (GTK_WIDGET (f->window), RT_TYPE_FLOOR_VIEW);
  test_wait (is_laid_out, f->floor);
  test_settle ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  test_window_close_later ((TestWindow *) f, data);
}

static void
middle_of (Fixture *f, RtSpot spot, double *x, double *y)
{
  RtBox box = rt_floor_view_box (f->floor, spot);

  *x = box.x + box.width / 2.0;
  *y = box.y + box.height / 2.0;
}

/* Everything of the view is the room near that spot. */
static void
zoom_to (Fixture *f, RtSpot spot, double zoom)
{
  double x, y;

  middle_of (f, spot, &x, &y);
  rt_floor_view_zoom_at (f->floor, zoom, x, y);
  test_settle ();
}

static void
press (Fixture *f, double x, double y)
{
  g_autofree char *words = NULL;

  test_to_screen (GTK_WIDGET (f->floor), &x, &y);
  words = g_strdup_printf ("mousemove %.0f %.0f sleep 0.2 mousedown 1 sleep 0.1", x, y);
  test_xdotool (words);
}

static void
hold (Fixture *f, double from_x, double from_y, double x, double y)
{
  g_autoptr (GString) words = g_string_new ("sleep 0.05");

  test_to_screen (GTK_WIDGET (f->floor), &from_x, &from_y);
  test_to_screen (GTK_WIDGET (f->floor), &x, &y);
  for (int i = 1; i <= STEPS; i++)
    g_string_append_printf (words, " mousemove %.0f %.0f sleep 0.03",
                            from_x + (x - from_x) * i / STEPS, from_y + (y - from_y) * i / STEPS);
  test_xdotool (words->str);
}

static gboolean
is_at_right (gpointer data)
{
  GtkAdjustment *across = RT_FLOOR_VIEW (data)->adjustments[0];

  return gtk_adjustment_get_value (across)
         >= gtk_adjustment_get_upper (across) - gtk_adjustment_get_page_size (across);
}

static gboolean
is_at_top (gpointer data)
{
  return gtk_adjustment_get_value (RT_FLOOR_VIEW (data)->adjustments[1]) <= 0.0;
}

static gboolean
is_still (gpointer data)
{
  return RT_FLOOR_VIEW (data)->edge_tick == 0;
}

static void
test_wheel (Fixture *f, gconstpointer data)
{
  double x, y, now_x, now_y, at_x, at_y;
  g_autofree char *words = NULL;

  zoom_to (f, (RtSpot) { 1, -1 }, 0.9 * MOST);
  middle_of (f, (RtSpot) { 1, -1 }, &x, &y);
  at_x = x;
  at_y = y;
  test_to_screen (GTK_WIDGET (f->floor), &at_x, &at_y);
  words = g_strdup_printf (
      "mousemove %.0f %.0f sleep 0.1 keydown ctrl click 4 keyup ctrl sleep 0.1", at_x, at_y);
  test_xdotool (words);
  test_settle ();
  g_assert_cmpfloat (rt_floor_view_get_zoom (f->floor), >, 0.9 * MOST);
  middle_of (f, (RtSpot) { 1, -1 }, &now_x, &now_y);
  g_assert_cmpfloat_with_epsilon (now_x, x, 2.0);
  g_assert_cmpfloat_with_epsilon (now_y, y, 2.0);
}

/* It goes on while the pointer rests. */
static void
test_slip (Fixture *f, gconstpointer data)
{
  double x, y, width = gtk_widget_get_width (GTK_WIDGET (f->floor));

  zoom_to (f, (RtSpot) { 0, 0 }, MOST);
  gtk_adjustment_set_value (f->floor->adjustments[0], 0.0);
  test_settle ();
  middle_of (f, (RtSpot) { 0, 0 }, &x, &y);
  press (f, x, y);
  hold (f, x, y, width - 4.0, y);
  test_wait (is_at_right, f->floor);
  hold (f, width - 4.0, y, width / 2.0, 4.0);
  test_wait (is_at_top, f->floor);
  test_xdotool ("key Escape sleep 0.1 mouseup 1 sleep 0.1");
  test_wait (is_still, f->floor);
  g_assert_true (test_is_at (f->plan, 0, "pc", "ta"));
}

static gboolean
is_welcome_at_edge (gpointer data)
{
  return RT_FLOOR_VIEW (data)->may_drop && !is_still (data);
}

/* Nothing is held any more once it has been dropped, though the pointer rests at the edge: there
 * so far from it that the room is slow and the table stays under the slip. */
static void
test_drop (Fixture *f, gconstpointer data)
{
  GtkAdjustment *across = f->floor->adjustments[0];
  double x, y, to_x, to_y, edge = gtk_widget_get_width (GTK_WIDGET (f->floor)) - 30.0;

  zoom_to (f, (RtSpot) { 1, -1 }, 0.75 * MOST);
  middle_of (f, (RtSpot) { 1, -1 }, &to_x, &to_y);
  gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) + to_x - edge);
  test_settle ();
  middle_of (f, (RtSpot) { 1, -1 }, &to_x, &to_y);
  middle_of (f, (RtSpot) { 0, 0 }, &x, &y);
  press (f, x, y);
  hold (f, x, y, edge, to_y);
  test_wait (is_welcome_at_edge, f->floor);
  test_xdotool ("mouseup 1 sleep 0.1");
  test_wait (is_still, f->floor);
  g_assert_false (test_is_at (f->plan, 0, "pc", "ta"));
}

/* The table goes where the pointer is in the room by then. */
static void
test_table (Fixture *f, gconstpointer data)
{
  const RtRoom *room = rt_plan_get (f->plan, RT_PART_ROOM, 0);
  double x, y, width = gtk_widget_get_width (GTK_WIDGET (f->floor));
  int before;

  zoom_to (f, (RtSpot) { 0, -1 }, MOST);
  middle_of (f, (RtSpot) { 0, -1 }, &x, &y);
  before = rt_plan_get_table (f->plan, 0)->y;
  press (f, x, y);
  hold (f, x, y, width - 4.0, y);
  test_wait (is_at_right, f->floor);
  test_xdotool ("mouseup 1 sleep 0.1");
  test_settle ();
  g_assert_cmpint (rt_plan_get_table (f->plan, 0)->x, >, room->width - 40);
  g_assert_cmpint (ABS (rt_plan_get_table (f->plan, 0)->y - before), <, 15);
  g_assert_cmpuint (f->floor->edge_tick, ==, 0);
}

/* Who only comes by at an edge moves nothing. */
static void
test_let_go (Fixture *f, gconstpointer data)
{
  rt_floor_view_hold_at (f->floor, 2.0, 200.0);
  g_assert_cmpuint (f->floor->edge_tick, !=, 0);
  rt_floor_view_hold_at (f->floor, 200.0, 200.0);
  g_assert_cmpuint (f->floor->edge_tick, ==, 0);
}

#define ADD(path, page, func) g_test_add (path, Fixture, page, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  if (!test_has ("xdotool"))
    return 0;
  application = test_start ();
  ADD ("/floor-scroll/wheel", "rounds", test_wheel);
  ADD ("/floor-scroll/slip", "rounds", test_slip);
  ADD ("/floor-scroll/drop", "rounds", test_drop);
  ADD ("/floor-scroll/table", "room", test_table);
  ADD ("/floor-scroll/let-go", "rounds", test_let_go);
  return g_test_run ();
}
