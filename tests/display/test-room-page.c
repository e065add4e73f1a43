/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The room: tables chosen together, moved, turned, lined up, copied and taken away. */

#include "rt-edit.h"
#include "rt-length-row.h"
#include "rt-room-page.h"
#include "rt-room-panel.h"
#include "rt-table-numbers.h"
#include "rt-table-panel.h"
#include "rt-thing-row.h"
#include "test-screen.h"

static RtApplication *application;

typedef struct {
  TEST_WINDOW_MEMBERS
  RtRoomPage *page;
  RtFloorView *floor;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  test_window_open ((TestWindow *) f, application, "room");
  f->page = test_find (GTK_WIDGET (f->window), RT_TYPE_ROOM_PAGE, 0);
  f->floor = rt_room_page_get_floor (f->page);
  test_wait (test_is_mapped, f->floor);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.place-table", "(sii)", "ta", 300, 400);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.place-table", "(sii)", "tb", 700, 500);
  rt_session_set_selected_table (f->session, NULL);
  test_settle ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  test_window_close ((TestWindow *) f, data);
}

#define TABLE(f, i) rt_plan_get_table ((f)->plan, i)

static void
do_room (Fixture *f, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (f->floor), action, parameter);
}

static guint
count_chosen (Fixture *f)
{
  guint n;
  g_autofree RtId *ids = rt_floor_view_dup_chosen (f->floor, &n);

  return n;
}

static void
test_choose (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (count_chosen (f), ==, 0);
  rt_floor_view_choose (f->floor, 0, FALSE);
  g_assert_cmpuint (count_chosen (f), ==, 1);
  g_assert_cmpstr (rt_session_get_selected_table (f->session), ==, "ta");
  rt_floor_view_choose (f->floor, 1, TRUE);
  g_assert_cmpuint (count_chosen (f), ==, 2);
  g_assert_cmpstr (rt_session_get_selected_table (f->session), ==, "tb");
  /* Once more takes it out again; the other one stays. */
  rt_floor_view_choose (f->floor, 1, TRUE);
  g_assert_cmpuint (count_chosen (f), ==, 1);
  g_assert_cmpstr (rt_session_get_selected_table (f->session), ==, "ta");
  rt_floor_view_choose (f->floor, -1, FALSE);
  g_assert_cmpuint (count_chosen (f), ==, 0);
  g_assert_null (rt_session_get_selected_table (f->session));
}

/* Pressing on one of many, to drag them, does not let the others go. */
static void
test_press_keeps (Fixture *f, gconstpointer data)
{
  do_room (f, "room.choose-all", NULL);
  g_assert_cmpuint (count_chosen (f), ==, 2);
  rt_floor_view_choose (f->floor, 1, FALSE);
  g_assert_cmpuint (count_chosen (f), ==, 2);
}

/* A table that is selected elsewhere is the only one. */
static void
test_selected_elsewhere (Fixture *f, gconstpointer data)
{
  rt_floor_view_choose (f->floor, 0, FALSE);
  rt_session_set_selected_table (f->session, rt_id_intern ("tb"));
  g_assert_cmpuint (count_chosen (f), ==, 1);
}

static void
test_move (Fixture *f, gconstpointer data)
{
  do_room (f, "room.choose-all", NULL);
  do_room (f, "room.move", g_variant_new ("(ii)", 10, -10));
  g_assert_cmpint (TABLE (f, 0)->x, ==, 310);
  g_assert_cmpint (TABLE (f, 0)->y, ==, 390);
  g_assert_cmpint (TABLE (f, 1)->x, ==, 710);
  g_assert_cmpstr (rt_history_undo_label (rt_session_get_history (f->session)), ==,
                   "Move 2 Tables");
  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.undo", NULL);
  g_assert_cmpint (TABLE (f, 0)->x, ==, 300);
  g_assert_cmpint (TABLE (f, 1)->x, ==, 700);
}

static void
test_turn (Fixture *f, gconstpointer data)
{
  rt_floor_view_choose (f->floor, 1, FALSE);
  do_room (f, "room.turn", g_variant_new_int32 (-15));
  g_assert_cmpint (TABLE (f, 1)->angle, ==, 345);
  g_assert_cmpint (TABLE (f, 0)->angle, ==, RT_UNSET);
}

static void
test_align (Fixture *f, gconstpointer data)
{
  do_room (f, "room.choose-all", NULL);
  do_room (f, "room.align", g_variant_new_string ("middle"));
  g_assert_cmpint (TABLE (f, 0)->y, ==, TABLE (f, 1)->y);
}

/* The copies are chosen, so that they can be moved at once. */
static void
test_duplicate (Fixture *f, gconstpointer data)
{
  do_room (f, "room.choose-all", NULL);
  do_room (f, "room.duplicate", NULL);
  g_assert_cmpuint (rt_plan_get_n (f->plan, RT_PART_TABLES), ==, 4);
  g_assert_cmpuint (count_chosen (f), ==, 2);
  do_room (f, "room.remove", NULL);
  g_assert_cmpuint (rt_plan_get_n (f->plan, RT_PART_TABLES), ==, 2);
  g_assert_nonnull (rt_plan_find_table (f->plan, rt_id_intern ("ta")));
  g_assert_cmpuint (count_chosen (f), ==, 0);
}

/* With nothing chosen nothing happens. */
static void
test_nothing_chosen (Fixture *f, gconstpointer data)
{
  g_autofree char *before = rt_plan_to_json (f->plan, TRUE, NULL);
  g_autofree char *after = NULL;

  do_room (f, "room.move", g_variant_new ("(ii)", 10, 0));
  do_room (f, "room.turn", g_variant_new_int32 (15));
  do_room (f, "room.duplicate", NULL);
  do_room (f, "room.remove", NULL);
  do_room (f, "room.align", g_variant_new_string ("left"));
  after = rt_plan_to_json (f->plan, TRUE, NULL);
  g_assert_cmpstr (after, ==, before);
}

/* Two tables that nobody can pass between. */
static void
test_make_room (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (rt_floor_view_get_aisles (f->floor)->len, ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.place-table", "(sii)", "tb", 600, 400);
  g_assert_cmpuint (rt_floor_view_get_aisles (f->floor)->len, ==, 1);
  do_room (f, "room.show-table", g_variant_new_string ("tb"));
  g_assert_cmpstr (rt_session_get_selected_table (f->session), ==, "tb");
  do_room (f, "room.make-room", NULL);
  g_assert_cmpuint (rt_floor_view_get_aisles (f->floor)->len, ==, 0);
  g_assert_cmpstr (rt_history_undo_label (rt_session_get_history (f->session)), ==, "Make Room");
  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.undo", NULL);
  g_assert_cmpint (TABLE (f, 0)->x, ==, 300);
  g_assert_cmpint (TABLE (f, 1)->x, ==, 600);
  g_assert_cmpuint (rt_floor_view_get_aisles (f->floor)->len, ==, 1);
}

static const RtRoom *
room_of (Fixture *f)
{
  return rt_plan_get (f->plan, RT_PART_ROOM, 0);
}

/* A thing comes with a row to move, turn and remove it. */
static void
test_add_object (Fixture *f, gconstpointer data)
{
  GtkWidget *panel = test_find (GTK_WIDGET (f->page), RT_TYPE_ROOM_PANEL, 0), *row;

  g_assert_null (test_find (panel, RT_TYPE_THING_ROW, 0));
  rt_floor_view_choose (f->floor, 0, FALSE);
  g_assert_false (gtk_widget_get_visible (panel));
  do_room (f, "room.add-object", g_variant_new_int32 (RT_OBJECT_COFFEE));
  g_assert_true (gtk_widget_get_visible (panel));
  row = test_find (panel, RT_TYPE_THING_ROW, 0);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Coffee");
  g_signal_emit_by_name (test_find (row, RT_TYPE_LENGTH_ROW, 0), "changed", 250);
  g_assert_cmpint (((const RtRoomObject *) room_of (f)->objects->pdata[0])->x, ==, 250);
  g_assert_cmpstr (rt_history_undo_label (rt_session_get_history (f->session)), ==, "Move Coffee");
  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.undo", NULL);
  g_assert_null (test_find (panel, RT_TYPE_THING_ROW, 0));
}

/* Things are duplicated and lined up as tables are; the copy is chosen. */
static void
test_things_together (Fixture *f, gconstpointer data)
{
  const RtRoomObject *first, *copy;

  do_room (f, "room.add-object", g_variant_new_int32 (RT_OBJECT_PILLAR));
  do_room (f, "room.duplicate", NULL);
  g_assert_cmpuint (room_of (f)->objects->len, ==, 2);
  g_assert_cmpuint (rt_plan_get_n (f->plan, RT_PART_TABLES), ==, 2);
  g_assert_cmpuint (test_count_pieces (f->floor), ==, 1);
  do_room (f, "room.move", g_variant_new ("(ii)", 100, 0));
  first = room_of (f)->objects->pdata[0];
  copy = room_of (f)->objects->pdata[1];
  g_assert_cmpint (copy->x, >, first->x + 100);
  rt_floor_view_choose (f->floor, 2, TRUE);
  do_room (f, "room.align", g_variant_new_string ("left"));
  first = room_of (f)->objects->pdata[0];
  copy = room_of (f)->objects->pdata[1];
  g_assert_cmpint (copy->x, ==, first->x);
  g_assert_cmpstr (rt_history_undo_label (rt_session_get_history (f->session)), ==,
                   "Align 2 Things");
}

/* What stands outside the room, as other programs may write it, is said as it is. */
static void
test_outside (Fixture *f, gconstpointer data)
{
  const RtPiece piece = { NULL, 0 };
  RtStand stand = RT_STAND_AS_IT_IS;
  GtkWidget *row;

  do_room (f, "room.add-object", g_variant_new_int32 (RT_OBJECT_DOOR));
  stand.x = -50;
  rt_session_do (f->session, rt_edit_stand_piece (f->plan, &piece, &stand, NULL), NULL);
  test_settle ();
  row = test_find (GTK_WIDGET (f->page), RT_TYPE_THING_ROW, 0);
  g_assert_cmpfloat (gtk_spin_button_get_value (test_find (row, GTK_TYPE_SPIN_BUTTON, 0)), ==,
                     -0.5);
}

/* The panel gives numbers, and says what the theme asks. */
static void
test_number_and_theme (Fixture *f, gconstpointer data)
{
  GtkWidget *panel = test_find (GTK_WIDGET (f->page), RT_TYPE_TABLE_PANEL, 0);
  g_autoptr (RtTheme) theme = rt_theme_new ("Trust");
  g_autoptr (RtTable) copy = NULL;

  rt_floor_view_choose (f->floor, 0, FALSE);
  gtk_spin_button_set_value (test_find_seen (panel, GTK_TYPE_SPIN_BUTTON), 2);
  g_assert_cmpint (TABLE (f, 0)->number, ==, 2);
  g_assert_cmpint (TABLE (f, 1)->number, ==, 1);
  rt_set_text (&theme->question, "What makes you trust?");
  rt_set_text (&theme->method, "Fishbowl");
  rt_session_do (f->session,
                 rt_edit_add (f->plan, "Add", RT_PART_THEMES, (gpointer *) &theme, 1, NULL), NULL);
  g_assert_false (test_says (panel, "What makes you trust?"));
  copy = rt_record_copy (TABLE (f, 0));
  copy->theme = theme->parent.id;
  rt_session_do (f->session, rt_edit_replace (f->plan, "Theme", RT_PART_TABLES, copy, NULL), NULL);
  g_assert_true (test_says (panel, "What makes you trust?"));
  g_assert_true (test_says (panel, "Fishbowl"));
}

/* The button in a drop-down, which has the focus, is called as that is, with what is selected. */
static void
test_drop_down_name (Fixture *f, gconstpointer data)
{
  GtkWidget *panel = test_find (GTK_WIDGET (f->page), RT_TYPE_TABLE_PANEL, 0), *drop_down, *button;
  GtkWidget *words;
  g_autofree char *difference = NULL;

  rt_floor_view_choose (f->floor, 0, FALSE);
  test_settle ();
  words = test_find_label (panel, "Cy Eze");
  drop_down = gtk_widget_get_ancestor (words, GTK_TYPE_DROP_DOWN);
  button = gtk_widget_get_ancestor (words, GTK_TYPE_TOGGLE_BUTTON);
  gtk_widget_grab_focus (button);
  difference = gtk_test_accessible_check_relation (GTK_ACCESSIBLE (button),
                                                   GTK_ACCESSIBLE_RELATION_LABELLED_BY, drop_down,
                                                   words, NULL);
  g_assert_null (difference);
}

static gboolean
name_has_focus (gpointer page)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (page)));

  return focus != NULL && gtk_widget_get_ancestor (focus, ADW_TYPE_ENTRY_ROW) != NULL;
}

static void
test_rename (Fixture *f, gconstpointer data)
{
  rt_floor_view_choose (f->floor, 0, FALSE);
  do_room (f, "room.rename", NULL);
  test_wait (name_has_focus, f->page);
  gtk_window_set_focus (GTK_WINDOW (f->window), NULL);
  do_room (f, "room.add-object", g_variant_new_int32 (RT_OBJECT_TEXT));
  do_room (f, "room.rename", NULL);
  test_wait (name_has_focus, f->page);
}

static void
test_resize_room (Fixture *f, gconstpointer data)
{
  GtkWidget *panel = test_find (GTK_WIDGET (f->page), RT_TYPE_ROOM_PANEL, 0);

  g_signal_emit_by_name (test_find (panel, RT_TYPE_LENGTH_ROW, 0), "changed", 2500);
  g_assert_cmpint (room_of (f)->width, ==, 2500);
  g_assert_cmpint (room_of (f)->height, >, 0);
}

/* The numbers are the twin of dragging. */
static void
test_place_by_numbers (Fixture *f, gconstpointer data)
{
  GtkWidget *place = test_find (GTK_WIDGET (f->page), RT_TYPE_TABLE_NUMBERS, 0);

  rt_floor_view_choose (f->floor, 1, FALSE);
  g_signal_emit_by_name (test_find (place, RT_TYPE_LENGTH_ROW, 0), "changed", 120);
  g_assert_cmpint (TABLE (f, 1)->x, ==, 120);
  g_assert_cmpint (TABLE (f, 1)->y, ==, 500);
  g_assert_cmpint (TABLE (f, 0)->x, ==, 300);
  g_assert_cmpstr (rt_history_undo_label (rt_session_get_history (f->session)), ==,
                   "Move Table 2");
}

static gboolean
is_named (GtkWidget *widget, gconstpointer name)
{
  return g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), name) == 0;
}

static gpointer
find_named (Fixture *f, const char *name)
{
  return test_find_if (GTK_WIDGET (f->page), is_named, name);
}

/* Five places for three people at two tables are there; so the shares are of all three. */
static void
test_even_tables (Fixture *f, gconstpointer data)
{
  GtkWidget *n = find_named (f, "n_tables");
  GtkWidget *even = find_named (f, "even_check");
  GtkWidget *shape = find_named (f, "shape_list");

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (n), 2);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (even), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (shape), RT_SHAPE_OVAL);
  g_assert_cmpstr (gtk_check_button_get_label (GTK_CHECK_BUTTON (even)), ==,
                   "Even Sizes for 3 People");
  g_signal_emit_by_name (find_named (f, "add_tables_button"), "clicked");
  g_assert_cmpuint (rt_plan_get_n (f->plan, RT_PART_TABLES), ==, 4);
  g_assert_cmpint (TABLE (f, 2)->places, ==, 2);
  g_assert_cmpint (TABLE (f, 3)->places, ==, 1);
  g_assert_cmpint (TABLE (f, 3)->shape, ==, RT_SHAPE_OVAL);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.undo", NULL);
  g_assert_cmpuint (rt_plan_get_n (f->plan, RT_PART_TABLES), ==, 2);
}

static gboolean
is_full_size (gpointer data)
{
  return g_strcmp0 (gtk_button_get_label (data), "100 %") == 0;
}

/* In a narrow window the tables are a list, above the room. */
static void
test_narrow_list (Fixture *f, gconstpointer data)
{
  GtkWidget *panel = test_find (GTK_WIDGET (f->page), RT_TYPE_ROOM_PANEL, 0);
  GtkWidget *back = find_named (f, "back_button");
  GtkWidget *row;

  rt_room_page_set_width_class (f->page, RT_WIDTH_NARROW);
  row = test_find (panel, ADW_TYPE_ACTION_ROW, 0);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Table 1");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Cy Eze, 3 places");
  gtk_widget_activate (row);
  g_assert_cmpstr (rt_session_get_selected_table (f->session), ==, "ta");
  g_assert_true (gtk_widget_get_visible (back));
  g_signal_emit_by_name (back, "clicked");
  g_assert_null (rt_session_get_selected_table (f->session));
  g_assert_true (gtk_widget_get_visible (panel));
  rt_room_page_set_width_class (f->page, RT_WIDTH_WIDE);
  g_assert_true (RT_IS_LENGTH_ROW (test_find (panel, ADW_TYPE_ACTION_ROW, 0)));
}

static gboolean
has_tooltip (GtkWidget *widget, gconstpointer words)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), words) == 0;
}

/* Where nobody hosts, nobody can be replaced. */
static void
test_replace_button (Fixture *f, gconstpointer data)
{
  GtkWidget *button;

  rt_session_set_selected_table (f->session, rt_id_intern ("ta"));
  button = test_find_if (GTK_WIDGET (f->page), has_tooltip, "Replace the Host Everywhere");
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  rt_session_set_selected_table (f->session, rt_id_intern ("tb"));
  g_assert_false (gtk_widget_get_sensitive (button));
}

/* The zoom is said beside its buttons. */
static void
test_zoom (Fixture *f, gconstpointer data)
{
  GtkWidget *button = find_named (f, "zoom_button");

  do_room (f, "room.zoom-in", NULL);
  do_room (f, "room.full-size", NULL);
  test_wait (is_full_size, button);
  g_assert_cmpfloat (rt_floor_view_get_zoom (f->floor), ==, 1.0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  application = test_start ();
  ADD ("/room/choose", test_choose);
  ADD ("/room/press-keeps", test_press_keeps);
  ADD ("/room/selected-elsewhere", test_selected_elsewhere);
  ADD ("/room/move", test_move);
  ADD ("/room/turn", test_turn);
  ADD ("/room/align", test_align);
  ADD ("/room/duplicate", test_duplicate);
  ADD ("/room/nothing-chosen", test_nothing_chosen);
  ADD ("/room/make-room", test_make_room);
  ADD ("/room/add-object", test_add_object);
  ADD ("/room/number-and-theme", test_number_and_theme);
  ADD ("/room/rename", test_rename);
  ADD ("/room/drop-down-name", test_drop_down_name);
  ADD ("/room/things-together", test_things_together);
  ADD ("/room/outside", test_outside);
  ADD ("/room/even-tables", test_even_tables);
  ADD ("/room/narrow-list", test_narrow_list);
  ADD ("/room/replace-button", test_replace_button);
  ADD ("/room/zoom", test_zoom);
  ADD ("/room/resize", test_resize_room);
  ADD ("/room/place-by-numbers", test_place_by_numbers);
  return g_test_run ();
}
