/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* With a real pointer and real keys: a slip is dragged to an empty chair and on another slip, and
 * taken back. */

#include "rt-floor-spot.h"
#include "rt-floor-view.h"
#include "test-screen.h"

#define STEPS 10

static RtApplication *application;

typedef struct
{
  RtPlan *plan;
  RtSession *session;
  RtWindow *window;
} Fixture;

/* The first widget of @type under @widget that is on the screen. */
static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_spot (GtkWidget *widget,
           int        table,
           int        chair)
{
  if (RT_IS_FLOOR_SPOT (widget) && rt_floor_spot_get_table (RT_FLOOR_SPOT (widget)) == table &&
      rt_floor_spot_get_chair (RT_FLOOR_SPOT (widget)) == chair)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_spot (child, table, chair);

      if (found)
        return found;
    }
  return NULL;
}

static gboolean
is_laid_out (gpointer data)
{
  GtkWidget *floor = find_widget (data, RT_TYPE_FLOOR_VIEW);
  GtkWidget *spot = floor ? find_spot (floor, 1, 1) : NULL;

  return spot && gtk_widget_get_width (spot) > 0;
}

/* Where a chair is on the screen: there is no window manager, so the window stands at 0, 0. */
static void
place_of (Fixture *fixture,
          int      table,
          int      chair,
          double  *x,
          double  *y)
{
  GtkWidget *floor = find_widget (GTK_WIDGET (fixture->window), RT_TYPE_FLOOR_VIEW);
  GtkWidget *spot = find_spot (floor, table, chair);
  double left, top;

  g_assert_nonnull (spot);
  gtk_widget_translate_coordinates (spot, GTK_WIDGET (fixture->window),
                                    gtk_widget_get_width (spot) / 2.0,
                                    gtk_widget_get_height (spot) / 2.0, x, y);
  gtk_native_get_surface_transform (GTK_NATIVE (fixture->window), &left, &top);
  *x += left;
  *y += top;
}

static void
drag (Fixture *fixture,
      int      from_table,
      int      from_chair,
      int      to_table,
      int      to_chair)
{
  g_autoptr (GString) words = g_string_new (NULL);
  double x0, y0, x1, y1;

  place_of (fixture, from_table, from_chair, &x0, &y0);
  place_of (fixture, to_table, to_chair, &x1, &y1);
  g_string_append_printf (words, "mousemove %.0f %.0f sleep 0.3 mousedown 1 sleep 0.1", x0, y0);
  for (int i = 1; i <= STEPS; i++)
    g_string_append_printf (words, " mousemove %.0f %.0f sleep 0.03",
                            x0 + (x1 - x0) * i / STEPS, y0 + (y1 - y0) * i / STEPS);
  g_string_append (words, " sleep 0.4 mouseup 1");
  test_xdotool (words->str);
}

static RtId
table_of (Fixture    *fixture,
          const char *person)
{
  RtId table = NULL;

  rt_seating_find (rt_plan_get_round (fixture->plan, 0)->seating, rt_id_intern (person), &table,
                   NULL);
  return table;
}

static gboolean
ada_is_at_two (gpointer data)
{
  return table_of (data, "pa") == rt_id_intern ("tb");
}

static gboolean
ada_is_at_one (gpointer data)
{
  return table_of (data, "pa") == rt_id_intern ("ta");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->plan = test_plan ();
  fixture->session = rt_session_new_for_plan (fixture->plan, NULL);
  fixture->window = test_window (application, fixture->session);
  rt_window_show_page (fixture->window, "rounds");
  test_wait (is_laid_out, fixture->window);
  /* A window without a manager gets the keys where the pointer is. */
  test_xdotool ("mousemove 400 5 sleep 0.2");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  rt_window_close_now (fixture->window);
  test_settle ();
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->plan);
}

static void
test_to_empty_chair (Fixture       *fixture,
                     gconstpointer  data)
{
  drag (fixture, 0, 1, 1, 1);
  test_wait (ada_is_at_two, fixture);
  g_assert_cmpstr (table_of (fixture, "pb"), ==, "tb");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "plan.undo", NULL);
  g_assert_true (ada_is_at_one (fixture));
}

static void
test_on_a_slip (Fixture       *fixture,
                gconstpointer  data)
{
  drag (fixture, 0, 1, 1, 0);
  test_wait (ada_is_at_two, fixture);
  g_assert_cmpstr (table_of (fixture, "pb"), ==, "ta");
  g_assert_cmpstr (rt_history_undo_label (rt_session_get_history (fixture->session)), !=, NULL);
}

static gboolean
ada_is_gone (gpointer data)
{
  return rt_plan_find_person (((Fixture *) data)->plan, rt_id_intern ("pa")) == NULL;
}

static gboolean
has_focus (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (((Fixture *) data)->window));

  return focus && gtk_widget_get_ancestor (focus, GTK_TYPE_COLUMN_VIEW);
}

/* Delete in the list removes who is selected; typing there searches. */
static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *view, *search;

  rt_window_show_page (fixture->window, "people");
  rt_session_set_selected_person (fixture->session, rt_id_intern ("pa"));
  view = find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_COLUMN_VIEW);
  gtk_widget_grab_focus (view);
  test_wait (has_focus, fixture);
  test_xdotool ("key Delete");
  test_wait (ada_is_gone, fixture);
  test_xdotool ("key d");
  search = find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_SEARCH_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "d");
}

static gboolean
panel_has_focus (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (((Fixture *) data)->window));

  while (focus && !gtk_widget_has_css_class (focus, "side-panel"))
    focus = gtk_widget_get_parent (focus);
  return focus != NULL;
}

/* F6 goes round the panes, back from the list over tool bar and header to the panel. */
static void
test_panes (Fixture       *fixture,
            gconstpointer  data)
{
  rt_window_show_page (fixture->window, "people");
  rt_session_set_selected_person (fixture->session, rt_id_intern ("pa"));
  gtk_widget_grab_focus (find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_COLUMN_VIEW));
  test_wait (has_focus, fixture);
  test_xdotool ("key F6");
  test_wait (panel_has_focus, fixture);
  test_xdotool ("key shift+F6");
  test_wait (has_focus, fixture);
  test_xdotool ("key shift+F6 shift+F6 shift+F6");
  test_wait (panel_has_focus, fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *program = g_find_program_in_path ("xdotool");

  gtk_test_init (&argc, &argv, NULL);
  if (program == NULL)
    {
      g_print ("1..0 # SKIP xdotool is not there\n");
      return 0;
    }
  application = test_start ();
  g_test_add ("/drag/to-empty-chair", Fixture, NULL, set_up, test_to_empty_chair, tear_down);
  g_test_add ("/drag/on-a-slip", Fixture, NULL, set_up, test_on_a_slip, tear_down);
  g_test_add ("/drag/panes", Fixture, NULL, set_up, test_panes, tear_down);
  g_test_add ("/drag/keys", Fixture, NULL, set_up, test_keys, tear_down);
  return g_test_run ();
}
