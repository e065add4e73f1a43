/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The room by a real pointer: tables and things are chosen, moved, turned and resized, each drag is
 * one step that can be taken back, and keys do the same. */

#include "rt-room-page.h"
#include "rt-room-panel.h"
#include "rt-thing-row.h"
#include "test-screen.h"

#define STEPS 8
#define STAGE 2 /* the first piece behind two tables */

static RtApplication *application;

typedef struct {
  TEST_WINDOW_MEMBERS
  RtRoomPage *page;
  RtFloorView *floor;
} Fixture;

static gboolean
is_laid_out (gpointer data)
{
  RtFloorSpot *spot = gtk_widget_get_mapped (data) ? test_find_spot (data, STAGE, -1) : NULL;

  return spot != NULL && gtk_widget_get_width (GTK_WIDGET (spot)) > 1;
}

#define TABLE(f, i) rt_plan_get_table ((f)->plan, i)

static const RtRoomObject *
stage_of (Fixture *f)
{
  return ((const RtRoom *) rt_plan_get (f->plan, RT_PART_ROOM, 0))->objects->pdata[0];
}

static const char *
undo_label (Fixture *f)
{
  return rt_history_undo_label (rt_session_get_history (f->session));
}

static void
undo (Fixture *f)
{
  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.undo", NULL);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  test_window_open ((TestWindow *) f, application, "room");
  f->page = test_find (GTK_WIDGET (f->window), RT_TYPE_ROOM_PAGE, 0);
  f->floor = rt_room_page_get_floor (f->page);
  gtk_widget_activate_action (GTK_WIDGET (f->floor), "room.add-object", "i", RT_OBJECT_STAGE);
  rt_floor_view_choose (f->floor, -1, FALSE);
  test_wait (is_laid_out, f->floor);
  test_settle ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  /* What was clicked may still open. */
  test_window_close_later ((TestWindow *) f, data);
}

/* The middle of a piece on the screen. */
static void
place_of (Fixture *f, int piece, double *x, double *y)
{
  GtkWidget *spot = GTK_WIDGET (test_find_spot (GTK_WIDGET (f->floor), piece, -1));

  g_assert_nonnull (spot);
  *x = gtk_widget_get_width (spot) / 2.0;
  *y = gtk_widget_get_height (spot) / 2.0;
  test_to_screen (spot, x, y);
}

static void
click (Fixture *f, int piece, const char *key)
{
  g_autofree char *words = NULL;
  double x, y;

  place_of (f, piece, &x, &y);
  words = g_strdup_printf ("%s%s mousemove %.0f %.0f sleep 0.1 click 1 sleep 0.1%s%s",
                           key != NULL ? "keydown " : "sleep 0", key != NULL ? key : "", x, y,
                           key != NULL ? " keyup " : "", key != NULL ? key : "");
  test_xdotool (words);
  test_settle ();
}

/* @end: what happens at the end: "mouseup 1", or "key Escape mouseup 1" */
static void
drag (double x0, double y0, double x1, double y1, const char *end)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (words, "mousemove %.0f %.0f sleep 0.2 mousedown 1 sleep 0.1", x0, y0);
  for (int i = 1; i <= STEPS; i++)
    g_string_append_printf (words, " mousemove %.0f %.0f sleep 0.03", x0 + (x1 - x0) * i / STEPS,
                            y0 + (y1 - y0) * i / STEPS);
  g_string_append_printf (words, " sleep 0.2 %s sleep 0.1", end);
  test_xdotool (words->str);
  test_settle ();
}

static void
drag_piece (Fixture *f, int piece, double dx, double dy, const char *end)
{
  double x, y;

  place_of (f, piece, &x, &y);
  drag (x, y, x + dx, y + dy, end);
}

static void
drag_handle (Fixture *f, RtFloorHandle handle, double dx, double dy, const char *end)
{
  double x, y;

  g_assert_true (rt_floor_view_get_handle (f->floor, handle, &x, &y));
  test_to_screen (GTK_WIDGET (f->floor), &x, &y);
  drag (x, y, x + dx, y + dy, end);
}

/* A click on a thing opens its numbers; a click on a table goes back to tables. */
static void
test_click (Fixture *f, gconstpointer data)
{
  GtkWidget *row = test_find (GTK_WIDGET (f->page), RT_TYPE_THING_ROW, 0);

  click (f, STAGE, NULL);
  g_assert_cmpint (rt_floor_view_get_only (f->floor), ==, STAGE);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  click (f, 0, "shift");
  g_assert_cmpuint (test_count_pieces (f->floor), ==, 2);
  g_assert_cmpstr (rt_session_get_selected_table (f->session), ==, "ta");
  click (f, 1, NULL);
  g_assert_cmpint (rt_floor_view_get_only (f->floor), ==, 1);
}

static void
test_move_thing (Fixture *f, gconstpointer data)
{
  int x = stage_of (f)->x, y = stage_of (f)->y;

  drag_piece (f, STAGE, 60, 90, "mouseup 1");
  g_assert_cmpint (stage_of (f)->x, >, x);
  g_assert_cmpint (stage_of (f)->y, >, y);
  g_assert_cmpstr (undo_label (f), ==, "Move Stage");
  g_assert_cmpint (TABLE (f, 0)->x, ==, 200);
  undo (f);
  g_assert_cmpint (stage_of (f)->x, ==, x);
  g_assert_cmpint (stage_of (f)->y, ==, y);
}

/* What is chosen together keeps its distances, and is one step. */
static void
test_move_together (Fixture *f, gconstpointer data)
{
  int x = stage_of (f)->x;

  click (f, STAGE, NULL);
  click (f, 1, "shift");
  drag_piece (f, 1, 0, 60, "mouseup 1");
  g_assert_cmpstr (undo_label (f), ==, "Move 2 Things");
  g_assert_cmpint (TABLE (f, 1)->y, >, 200);
  g_assert_cmpint (stage_of (f)->y - 60, ==, TABLE (f, 1)->y - 200);
  g_assert_cmpint (stage_of (f)->x - x, ==, TABLE (f, 1)->x - 600);
  undo (f);
  g_assert_cmpint (TABLE (f, 1)->y, ==, 200);
  g_assert_cmpint (stage_of (f)->y, ==, 60);
}

static void
test_band (Fixture *f, gconstpointer data)
{
  double x = 2.0, y = 2.0, right = gtk_widget_get_width (GTK_WIDGET (f->floor)) - 3.0,
         bottom = gtk_widget_get_height (GTK_WIDGET (f->floor)) - 3.0;

  test_to_screen (GTK_WIDGET (f->floor), &x, &y);
  test_to_screen (GTK_WIDGET (f->floor), &right, &bottom);
  drag (x, bottom, right, y, "mouseup 1");
  g_assert_cmpuint (test_count_pieces (f->floor), ==, 3);
}

static void
test_turn (Fixture *f, gconstpointer data)
{
  double x, y, left, top;

  rt_floor_view_choose (f->floor, 0, FALSE);
  g_assert_true (rt_floor_view_get_handle (f->floor, RT_HANDLE_TURN, &x, &y));
  test_to_screen (GTK_WIDGET (f->floor), &x, &y);
  left = x;
  top = y;
  rt_floor_view_get_handle (f->floor, RT_HANDLE_THIRD_CORNER, &x, &y);
  test_to_screen (GTK_WIDGET (f->floor), &x, &y);
  /* To the right of the middle of the table. */
  drag (left, top, x + 60.0, top + (y - top) * 0.6, "mouseup 1");
  g_assert_cmpint (TABLE (f, 0)->angle, >, 60);
  g_assert_cmpint (TABLE (f, 0)->angle, <, 120);
  g_assert_cmpstr (undo_label (f), ==, "Turn Table 1");
  undo (f);
  g_assert_cmpint (TABLE (f, 0)->angle, ==, RT_UNSET);
}

/* A table stays where it is, and all of it grows. */
static void
test_resize_table (Fixture *f, gconstpointer data)
{
  rt_floor_view_choose (f->floor, 1, FALSE);
  drag_handle (f, RT_HANDLE_THIRD_CORNER, 30, 30, "mouseup 1");
  g_assert_cmpint (TABLE (f, 1)->width, >, 165);
  g_assert_cmpint (TABLE (f, 1)->x, ==, 600);
  g_assert_cmpstr (undo_label (f), ==, "Resize Table 2");
  undo (f);
  g_assert_cmpint (TABLE (f, 1)->width, ==, RT_UNSET);
}

/* A thing keeps its opposite corner. */
static void
test_resize_thing (Fixture *f, gconstpointer data)
{
  int left = stage_of (f)->x - stage_of (f)->width / 2, width = stage_of (f)->width;

  rt_floor_view_choose (f->floor, STAGE, FALSE);
  drag_handle (f, RT_HANDLE_THIRD_CORNER, 40, 20, "mouseup 1");
  g_assert_cmpint (stage_of (f)->width, >, width);
  g_assert_cmpint (ABS (stage_of (f)->x - stage_of (f)->width / 2 - left), <=, 1);
  g_assert_cmpint (ABS (stage_of (f)->y - stage_of (f)->depth / 2), <=, 1);
  g_assert_cmpstr (undo_label (f), ==, "Resize Stage");
  undo (f);
  g_assert_cmpint (stage_of (f)->width, ==, width);
}

/* Escape lets go of everything as it was; the next drag is one again. */
static void
test_escape (Fixture *f, gconstpointer data)
{
  g_autofree char *before = rt_plan_to_json (f->plan, TRUE, NULL);
  g_autofree char *after = NULL;

  drag_piece (f, STAGE, 60, 90, "key Escape sleep 0.1 mousemove_relative 10 10 mouseup 1");
  rt_floor_view_choose (f->floor, 0, FALSE);
  drag_handle (f, RT_HANDLE_TURN, 60, 60, "key Escape mouseup 1");
  drag_handle (f, RT_HANDLE_FIRST_CORNER, -30, -30, "key Escape mouseup 1");
  after = rt_plan_to_json (f->plan, TRUE, NULL);
  g_assert_cmpstr (after, ==, before);
  drag_piece (f, STAGE, 60, 90, "mouseup 1");
  g_assert_cmpstr (undo_label (f), ==, "Move Stage");
}

/* The same by keys, and by the numbers. */
static void
test_keys (Fixture *f, gconstpointer data)
{
  int x = stage_of (f)->x;

  click (f, STAGE, NULL);
  test_xdotool ("key ctrl+Right sleep 0.1 key ctrl+bracketright sleep 0.1");
  test_settle ();
  g_assert_cmpint (stage_of (f)->x, ==, x + 10);
  g_assert_cmpint (stage_of (f)->angle, ==, 15);
  g_assert_cmpstr (undo_label (f), ==, "Turn Stage");
  gtk_widget_activate_action (GTK_WIDGET (f->floor), "room.position", NULL);
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (f->window))));
  gtk_widget_activate_action (GTK_WIDGET (f->floor), "room.remove", NULL);
  g_assert_cmpstr (undo_label (f), ==, "Remove from the Room");
}

static void
test_words (Fixture *f, gconstpointer data)
{
  RtFloorSpot *stage = test_find_spot (GTK_WIDGET (f->floor), STAGE, -1);

  g_assert_true (test_is_called (stage, "Stage, 5.0 m by 1.2 m"));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  if (!test_has ("xdotool"))
    return 0;
  application = test_start ();
  ADD ("/furniture/click", test_click);
  ADD ("/furniture/move-thing", test_move_thing);
  ADD ("/furniture/move-together", test_move_together);
  ADD ("/furniture/band", test_band);
  ADD ("/furniture/turn", test_turn);
  ADD ("/furniture/resize-table", test_resize_table);
  ADD ("/furniture/resize-thing", test_resize_thing);
  ADD ("/furniture/escape", test_escape);
  ADD ("/furniture/keys", test_keys);
  ADD ("/furniture/words", test_words);
  return g_test_run ();
}
