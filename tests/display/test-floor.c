/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The floor and the rounds page as widgets: what can be reached, said and done without a pointer.
 */

#include "rt-edit.h"
#include "rt-floor-view.h"
#include "rt-measures-panel.h"
#include "rt-move-dialog.h"
#include "rt-round-switcher.h"
#include "rt-rounds-grid.h"
#include "rt-rounds-page.h"
#include "rt-slip.h"
#include "rt-table-sheet.h"
#include "rt-tray.h"
#include "test-screen.h"

static RtApplication *application;

typedef struct {
  TEST_WINDOW_MEMBERS
  RtFloorView *floor;
} Fixture;

static RtFloorSpot *
spot_at (RtFloorView *floor, int table, int chair)
{
  return test_find_spot (GTK_WIDGET (floor), table, chair);
}

static gboolean
has_spots (gpointer data)
{
  return spot_at (data, 0, -1) != NULL && gtk_widget_get_width (data) > 0;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  test_window_open ((TestWindow *) f, application, "rounds");
  f->floor = test_find_seen (GTK_WIDGET (f->window), RT_TYPE_FLOOR_VIEW);
  test_wait (has_spots, f->floor);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  test_window_close ((TestWindow *) f, data);
}

static void
assert_says (Fixture *f, int table, int chair, const char *words)
{
  g_assert_true (test_is_called (spot_at (f->floor, table, chair), words));
}

static void
assert_focus (Fixture *f, int table, int chair)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (f->window));

  g_assert_true (RT_IS_FLOOR_SPOT (focus));
  g_assert_cmpint (rt_floor_spot_get_table (RT_FLOOR_SPOT (focus)), ==, table);
  g_assert_cmpint (rt_floor_spot_get_chair (RT_FLOOR_SPOT (focus)), ==, chair);
}

static void
test_words (Fixture *f, gconstpointer data)
{
  assert_says (f, 0, -1, "Table 1, host Cy Eze, 1 guest of 2");
  assert_says (f, 1, -1, "Table 2, 1 guest of 2");
  assert_says (f, 0, 0, "Cy Eze, host, chair 1 of Table 1");
  assert_says (f, 0, 1, "Ada Byron, Ealing, chair 2 of Table 1");
  assert_says (f, 0, 2, "empty chair, chair 3 of Table 1");
}

static void
test_words_follow (Fixture *f, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (f->floor), "plan.move", "(sssi)", "ra", "pb", "ta", 2);
  assert_says (f, 0, 2, "Bo Diaz, Brent, chair 3 of Table 1");
  assert_says (f, 1, -1, "Table 2, 0 guests of 2");
  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.undo", NULL);
  assert_says (f, 1, -1, "Table 2, 1 guest of 2");
}

static void
test_words_of_round (Fixture *f, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.show-round", "u", 1);
  assert_says (f, 0, 0, "empty chair, kept for Cy Eze, host, chair 1 of Table 1");
  assert_says (f, 0, 1, "empty chair, chair 2 of Table 1");
}

static void
test_roles (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (spot_at (f->floor, 0, -1))),
                   ==, GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (spot_at (f->floor, 0, 1))),
                   ==, GTK_ACCESSIBLE_ROLE_BUTTON);
}

/* Tab goes from table to table, arrows from chair to chair. */
static void
test_keys (Fixture *f, gconstpointer data)
{
  gtk_widget_child_focus (GTK_WIDGET (f->floor), GTK_DIR_TAB_FORWARD);
  assert_focus (f, 0, -1);
  gtk_widget_child_focus (GTK_WIDGET (f->floor), GTK_DIR_TAB_FORWARD);
  assert_focus (f, 1, -1);
  gtk_widget_child_focus (GTK_WIDGET (f->floor), GTK_DIR_TAB_BACKWARD);
  assert_focus (f, 0, -1);
  gtk_widget_child_focus (GTK_WIDGET (f->floor), GTK_DIR_UP);
  assert_focus (f, 0, 0);
  gtk_widget_child_focus (GTK_WIDGET (f->floor), GTK_DIR_DOWN);
  g_assert_cmpint (
      rt_floor_spot_get_chair (RT_FLOOR_SPOT (gtk_window_get_focus (GTK_WINDOW (f->window)))), !=,
      0);
}

static void
test_tab_leaves (Fixture *f, gconstpointer data)
{
  gtk_widget_child_focus (GTK_WIDGET (f->floor), GTK_DIR_TAB_FORWARD);
  gtk_widget_child_focus (GTK_WIDGET (f->floor), GTK_DIR_TAB_FORWARD);
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (f->floor), GTK_DIR_TAB_FORWARD));
}

/* After a move the focus is at the person's new chair, so that the new place is read out. */
static void
test_focus_follows (Fixture *f, gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (spot_at (f->floor, 0, 1)));
  assert_focus (f, 0, 1);
  gtk_widget_activate_action (GTK_WIDGET (f->floor), "plan.move", "(sssi)", "ra", "pa", "tb", 1);
  assert_focus (f, 1, 1);
}

static gboolean
has_arrived (gpointer data)
{
  return !rt_floor_view_is_sliding (data);
}

/* A move is seen as one, unless the person at the screen wants no motion. */
static void
test_slides (Fixture *f, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (f->floor));

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  gtk_widget_activate_action (GTK_WIDGET (f->floor), "plan.move", "(sssi)", "ra", "pa", "tb", 1);
  g_assert_true (rt_floor_view_is_sliding (f->floor));
  test_wait (has_arrived, f->floor);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.undo", NULL);
  g_assert_false (rt_floor_view_is_sliding (f->floor));
  gtk_settings_reset_property (settings, "gtk-enable-animations");
}

static void
test_selection (Fixture *f, gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (spot_at (f->floor, 0, 2)));
  g_signal_emit_by_name (spot_at (f->floor, 0, 2), "activate");
  g_assert_cmpstr (rt_session_get_selected_table (f->session), ==, "ta");
  g_assert_null (rt_session_get_selected_person (f->session));
}

static GtkWindow *
move_dialog (void)
{
  return test_find_dialog (RT_TYPE_MOVE_DIALOG);
}

static GtkWindow *
open_dialog (Fixture *f, RtMoveKind kind)
{
  GtkWindow *dialog = rt_move_dialog_new (GTK_WIDGET (f->floor), f->session, rt_id_intern ("ra"),
                                          rt_id_intern ("pa"), kind);

  gtk_window_present (dialog);
  return dialog;
}

static void
test_activate_moves (Fixture *f, gconstpointer data)
{
  g_signal_emit_by_name (spot_at (f->floor, 0, 1), "activate");
  test_wait_for_dialog (RT_TYPE_MOVE_DIALOG);
  g_assert_cmpstr (gtk_window_get_title (move_dialog ()), ==, "Move Ada Byron To…");
  gtk_window_destroy (move_dialog ());
}

/* Chosen by Enter, the dialog does what a drop does, and goes. */
static void
test_move_dialog (Fixture *f, gconstpointer data)
{
  GtkWindow *dialog = open_dialog (f, RT_MOVE_TO);
  GtkWidget *search = test_find_seen (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY);

  test_wait (test_is_counted, dialog);
  g_assert_cmpuint (g_list_model_get_n_items (test_get_choices (dialog)), ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (search), "7");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (test_get_choices (dialog)), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (search), "2");
  g_signal_emit_by_name (search, "search-changed");
  g_signal_emit_by_name (search, "activate");
  g_assert_true (rt_seating_at (rt_plan_get_round (f->plan, 0)->seating, rt_id_intern ("tb"), 1)
                 == rt_id_intern ("pa"));
  g_assert_null (move_dialog ());
}

static void
test_swap_dialog (Fixture *f, gconstpointer data)
{
  GtkWindow *dialog = open_dialog (f, RT_MOVE_SWAP);

  test_wait (test_is_counted, dialog);
  g_assert_cmpuint (g_list_model_get_n_items (test_get_choices (dialog)), ==, 1);
  g_signal_emit_by_name (test_find_seen (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY), "activate");
  g_assert_true (rt_seating_at (rt_plan_get_round (f->plan, 0)->seating, rt_id_intern ("tb"), 0)
                 == rt_id_intern ("pa"));
}

/* The prices of a plan that has changed would be wrong: the dialog goes. */
static void
test_dialog_goes (Fixture *f, gconstpointer data)
{
  open_dialog (f, RT_MOVE_TO);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.unseat", "(ss)", "ra", "pb");
  g_assert_null (move_dialog ());
}

/* A table without an empty chair leads on to the people who sit there. */
static void
test_full_table (Fixture *f, gconstpointer data)
{
  GtkWindow *dialog;

  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.move", "(sssi)", "ra", "pc", "tb", 1);
  open_dialog (f, RT_MOVE_TO);
  dialog = move_dialog ();
  test_wait (test_is_counted, dialog);
  g_signal_emit_by_name (test_find_seen (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY), "activate");
  dialog = move_dialog ();
  g_assert_nonnull (dialog);
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, "Swap Ada Byron With…");
  g_assert_cmpuint (g_list_model_get_n_items (test_get_choices (dialog)), ==, 2);
  gtk_window_destroy (dialog);
}

static void
test_zoom (Fixture *f, gconstpointer data)
{
  double fit = rt_floor_view_get_zoom (f->floor);

  rt_floor_view_set_zoom (f->floor, 2.0);
  g_assert_cmpfloat (rt_floor_view_get_zoom (f->floor), ==, 2.0);
  rt_floor_view_set_zoom (f->floor, 1000.0);
  g_assert_cmpfloat (rt_floor_view_get_zoom (f->floor), <, 10.0);
  rt_floor_view_set_zoom (f->floor, 0.0);
  g_assert_cmpfloat (rt_floor_view_get_zoom (f->floor), >, 0.05);
  rt_floor_view_fit (f->floor);
  gtk_widget_allocate (GTK_WIDGET (f->floor), gtk_widget_get_width (GTK_WIDGET (f->floor)),
                       gtk_widget_get_height (GTK_WIDGET (f->floor)), -1, NULL);
  g_assert_cmpfloat_with_epsilon (rt_floor_view_get_zoom (f->floor), fit, 1e-6);
}

static gboolean
second_table_gone (gpointer data)
{
  return spot_at (data, 1, -1) == NULL;
}

/* Only what is in sight costs widgets; what is revealed comes back. */
static void
test_out_of_sight (Fixture *f, gconstpointer data)
{
  rt_floor_view_reveal (f->floor, rt_id_intern ("ta"));
  rt_floor_view_set_zoom (f->floor, 4.0);
  rt_floor_view_reveal (f->floor, rt_id_intern ("ta"));
  test_wait (second_table_gone, f->floor);
  rt_floor_view_reveal (f->floor, rt_id_intern ("tb"));
  g_assert_nonnull (spot_at (f->floor, 1, -1));
  assert_focus (f, 1, -1);
}

static void
test_table_removed (Fixture *f, gconstpointer data)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (f->window), "plan.remove-tables",
                                      g_variant_new_strv ((const char *[]) { "tb" }, 1));
  g_assert_null (spot_at (f->floor, 1, -1));
  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.undo", NULL);
  g_assert_nonnull (spot_at (f->floor, 1, -1));
}

static void
test_headline (Fixture *f, gconstpointer data)
{
  RtHeadline state;
  g_autofree char *words = rt_measures_panel_dup_headline (f->session, &state);

  /* The second round is empty. */
  g_assert_cmpint (state, ==, RT_HEADLINE_WRONG);
  g_assert_nonnull (strstr (words, "3"));
  g_assert_false (rt_measures_panel_is_unarranged (f->session));
}

static void
test_unarranged (Fixture *f, gconstpointer data)
{
  RtHeadline state;
  g_autofree char *words = NULL;

  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.clear-round", "s", "ra");
  g_assert_true (rt_measures_panel_is_unarranged (f->session));
  words = rt_measures_panel_dup_headline (f->session, &state);
  g_assert_cmpstr (words, ==, "Nobody is seated yet");
  g_assert_cmpint (state, ==, RT_HEADLINE_PLAIN);
  /* A host in their chair is no arrangement, a guest is one. */
  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.move", "(sssi)", "ra", "pc", "ta", 0);
  g_assert_true (rt_measures_panel_is_unarranged (f->session));
  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.move", "(sssi)", "ra", "pa", "tb", 0);
  g_assert_false (rt_measures_panel_is_unarranged (f->session));
}

static GtkFlowBox *
tray_slips (Fixture *f)
{
  GtkWidget *tray = test_find (GTK_WIDGET (f->window), RT_TYPE_TRAY, 0);

  return test_find (tray, GTK_TYPE_FLOW_BOX, 0);
}

static void
test_tray (Fixture *f, gconstpointer data)
{
  g_assert_null (gtk_flow_box_get_child_at_index (tray_slips (f), 0));
  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.unseat", "(ss)", "ra", "pa");
  g_assert_nonnull (gtk_flow_box_get_child_at_index (tray_slips (f), 0));
  g_assert_null (gtk_flow_box_get_child_at_index (tray_slips (f), 1));
  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.show-round", "u", 1);
  g_assert_nonnull (gtk_flow_box_get_child_at_index (tray_slips (f), 2));
}

/* A slip that stays in the tray keeps its widget, and with it the focus. */
static void
test_tray_keeps (Fixture *f, gconstpointer data)
{
  GtkFlowBoxChild *kept;

  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.unseat", "(ss)", "ra", "pb");
  kept = gtk_flow_box_get_child_at_index (tray_slips (f), 0);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.unseat", "(ss)", "ra", "pa");
  g_assert_true (gtk_flow_box_get_child_at_index (tray_slips (f), 1) == kept);
}

static char *
slip_text (GtkFlowBoxChild *child)
{
  return g_strdup (gtk_label_get_text (test_find (GTK_WIDGET (child), GTK_TYPE_LABEL, 0)));
}

/* A slip whose person is called something else is made anew. */
static void
test_tray_renamed (Fixture *f, gconstpointer data)
{
  g_autoptr (RtPerson) person = NULL;
  g_autofree char *before = NULL, *after = NULL;

  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.unseat", "(ss)", "ra", "pa");
  before = slip_text (gtk_flow_box_get_child_at_index (tray_slips (f), 0));
  g_assert_cmpstr (before, ==, "Ada");
  person = rt_record_copy (rt_plan_find_person (f->plan, rt_id_intern ("pa")));
  rt_set_text (&person->name, "Eva Byron");
  rt_session_do (f->session, rt_edit_replace (f->plan, "Rename", RT_PART_PEOPLE, person, NULL),
                 NULL);
  after = slip_text (gtk_flow_box_get_child_at_index (tray_slips (f), 0));
  g_assert_cmpstr (after, ==, "Eva");
}

/* Who is pinned has a pin on the slip beside the floor, too, and it is said. */
static void
test_pinned_slip (Fixture *f, gconstpointer data)
{
  RtTableSheet *sheet = g_object_ref_sink (g_object_new (RT_TYPE_TABLE_SHEET, NULL));
  GtkFlowBox *slips;
  GtkWidget *slip;

  rt_session_set_selected_table (f->session, rt_id_intern ("ta"));
  rt_table_sheet_set_session (sheet, f->session);
  slips = test_find (GTK_WIDGET (sheet), GTK_TYPE_FLOW_BOX, 0);
  slip = rt_slips_find (slips, rt_id_intern ("pa"));
  g_assert_true (test_is_called (slip, "Ada Byron"));
  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.pin", "(sss)", "ra", "pa", "ta");
  slip = rt_slips_find (slips, rt_id_intern ("pa"));
  g_assert_true (test_is_called (slip, "Ada Byron, pinned"));
  g_assert_nonnull (test_find (slip, GTK_TYPE_IMAGE, 0));
  gtk_widget_activate_action (GTK_WIDGET (f->window), "plan.undo", NULL);
  slip = rt_slips_find (slips, rt_id_intern ("pa"));
  g_assert_true (test_is_called (slip, "Ada Byron"));
  rt_table_sheet_set_session (sheet, NULL);
  g_assert_finalize_object (sheet);
}

/* The one of the stack's children that is in front: nothing of it is on the screen. */
static gboolean
is_shown_status (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_STATUS_PAGE (widget) && gtk_widget_get_child_visible (widget);
}

static void
test_empty_states (void)
{
  static const char *const plans[] = {
    "{\"format\":\"rotunda-plan\",\"version\":1}",
    "{\"format\":\"rotunda-plan\",\"version\":1,\"people\":[{\"id\":\"pa\"}]}",
    "{\"format\":\"rotunda-plan\",\"version\":1,\"people\":[{\"id\":\"pa\"}],\"tables\":[{\"id\":"
    "\"ta\",\"number\":1}]}",
  };
  static const char *const titles[] = { "Add People First", "No Tables Yet", "No Rounds Yet" };

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autoptr (RtPlan) plan = rt_plan_new_from_json (plans[i], -1, NULL);
      g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
      RtRoundsPage *page = g_object_ref_sink (g_object_new (RT_TYPE_ROUNDS_PAGE, NULL));
      GtkWidget *status;

      rt_rounds_page_set_session (page, session);
      status = test_find_if (GTK_WIDGET (page), is_shown_status, NULL);
      g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (status)), ==, titles[i]);
      g_assert_finalize_object (page);
    }
}

/* The page fits the least width of its class. */
static void
test_width_classes (Fixture *f, gconstpointer data)
{
  static const struct {
    RtWidthClass width_class;
    int most;
  } classes[] = {
    { RT_WIDTH_NARROW, 360 },
    { RT_WIDTH_MEDIUM, 640 },
    { RT_WIDTH_WIDE, 1000 },
    { RT_WIDTH_NARROW, 360 },
  };
  RtRoundsPage *page = g_object_ref_sink (g_object_new (RT_TYPE_ROUNDS_PAGE, NULL));

  rt_rounds_page_set_session (page, f->session);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      int least;

      rt_rounds_page_set_width_class (page, classes[i].width_class);
      gtk_widget_measure (GTK_WIDGET (page), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                          NULL);
      g_assert_cmpint (least, <=, classes[i].most);
    }
  g_assert_finalize_object (page);
}

/* Many rounds with long names never make the page wider than its class. */
static void
test_many_rounds (void)
{
  static const char text[]
      = "{\"format\":\"rotunda-plan\",\"version\":1,\"event\":{\"start\":\"10:00\"},"
        "\"people\":[{\"id\":\"pa\"}],\"tables\":[{\"id\":\"ta\",\"number\":1}],\"rounds\":["
        "{\"id\":\"ra\",\"minutes\":20},{\"id\":\"rb\",\"minutes\":20},{\"id\":\"rc\",\"minutes\":"
        "20},"
        "{\"id\":\"rd\",\"minutes\":20},{\"id\":\"re\",\"minutes\":20}]}";
  static const struct {
    RtWidthClass width_class;
    int most;
  } classes[] = { { RT_WIDTH_WIDE, 1000 }, { RT_WIDTH_MEDIUM, 640 }, { RT_WIDTH_NARROW, 360 } };
  g_autoptr (RtPlan) plan = rt_plan_new_from_json (text, -1, NULL);
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
  RtRoundsPage *page = g_object_ref_sink (g_object_new (RT_TYPE_ROUNDS_PAGE, NULL));

  rt_rounds_page_set_session (page, session);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      int least;

      rt_rounds_page_set_width_class (page, classes[i].width_class);
      gtk_widget_measure (GTK_WIDGET (page), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                          NULL);
      g_assert_cmpint (least, <=, classes[i].most);
    }
  g_assert_finalize_object (page);
}

/* Wherever a session is set, nothing holds on to it or to the widget. */
static void
test_let_go (Fixture *f, gconstpointer data)
{
  static GType (*const types[]) (void)
      = { rt_floor_view_get_type,     rt_measures_panel_get_type, rt_tray_get_type,
          rt_round_switcher_get_type, rt_rounds_grid_get_type,    rt_table_sheet_get_type };
  static void (*const setters[]) (gpointer, RtSession *) = {
    (void (*) (gpointer, RtSession *)) rt_floor_view_set_session,
    (void (*) (gpointer, RtSession *)) rt_measures_panel_set_session,
    (void (*) (gpointer, RtSession *)) rt_tray_set_session,
    (void (*) (gpointer, RtSession *)) rt_round_switcher_set_session,
    (void (*) (gpointer, RtSession *)) rt_rounds_grid_set_session,
    (void (*) (gpointer, RtSession *)) rt_table_sheet_set_session,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = g_object_ref_sink (g_object_new (types[i](), NULL));

      setters[i](widget, f->session);
      setters[i](widget, NULL);
      setters[i](widget, f->session);
      g_assert_finalize_object (widget);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  application = test_start ();
  ADD ("/floor/words", test_words);
  ADD ("/floor/words-follow", test_words_follow);
  ADD ("/floor/words-of-round", test_words_of_round);
  ADD ("/floor/roles", test_roles);
  ADD ("/floor/keys", test_keys);
  ADD ("/floor/tab-leaves", test_tab_leaves);
  ADD ("/floor/focus-follows", test_focus_follows);
  ADD ("/floor/slides", test_slides);
  ADD ("/floor/selection", test_selection);
  ADD ("/floor/zoom", test_zoom);
  ADD ("/floor/out-of-sight", test_out_of_sight);
  ADD ("/floor/table-removed", test_table_removed);
  ADD ("/move/activate", test_activate_moves);
  ADD ("/move/to", test_move_dialog);
  ADD ("/move/swap", test_swap_dialog);
  ADD ("/move/goes", test_dialog_goes);
  ADD ("/move/full-table", test_full_table);
  ADD ("/rounds/headline", test_headline);
  ADD ("/rounds/unarranged", test_unarranged);
  ADD ("/rounds/tray", test_tray);
  ADD ("/rounds/tray-keeps", test_tray_keeps);
  ADD ("/rounds/tray-renamed", test_tray_renamed);
  ADD ("/rounds/pinned-slip", test_pinned_slip);
  ADD ("/rounds/width-classes", test_width_classes);
  ADD ("/rounds/let-go", test_let_go);
  g_test_add_func ("/rounds/many-rounds", test_many_rounds);
  g_test_add_func ("/rounds/empty-states", test_empty_states);
  return g_test_run ();
}
