/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Every template is built with criticals fatal: the version pins do not look into .ui files. */

#include "rt-agenda-dialog.h"
#include "rt-agenda-window.h"
#include "rt-aisle-card.h"
#include "rt-alternative-view.h"
#include "rt-alternatives-dialog.h"
#include "rt-arranging-card.h"
#include "rt-away-dialog.h"
#include "rt-clash-card.h"
#include "rt-compare-dialog.h"
#include "rt-disk-strip.h"
#include "rt-edit.h"
#include "rt-event-dialog.h"
#include "rt-export-dialog.h"
#include "rt-import-dialog.h"
#include "rt-import-list.h"
#include "rt-measures-panel.h"
#include "rt-meet-view.h"
#include "rt-move-dialog.h"
#include "rt-order-window.h"
#include "rt-people-bar.h"
#include "rt-people-page.h"
#include "rt-person-panel.h"
#include "rt-preferences-window.h"
#include "rt-print-options.h"
#include "rt-print-preview.h"
#include "rt-print-window.h"
#include "rt-replace-dialog.h"
#include "rt-report-strip.h"
#include "rt-room-page.h"
#include "rt-rounds-page.h"
#include "rt-row-layout.h"
#include "rt-rule-dialog.h"
#include "rt-rules-window.h"
#include "rt-table-panel.h"
#include "rt-themes-window.h"
#include "rt-tray.h"
#include "rt-venue-dialog.h"
#include "rt-welcome-page.h"
#include "rt-why-dialog.h"
#include "rt-window-header.h"
#include "rt-window.h"
#include "test-screen.h"

static RtApplication *application;

/* Every .ui file, by the name of its type. */
static const struct
{
  const char *name;
  GType (*get_type) (void);
} templates[] = {
  { "rt-agenda-dialog", rt_agenda_dialog_get_type },
  { "rt-agenda-window", rt_agenda_window_get_type },
  { "rt-aisle-card", rt_aisle_card_get_type },
  { "rt-alternative-view", rt_alternative_view_get_type },
  { "rt-alternatives-dialog", rt_alternatives_dialog_get_type },
  { "rt-arranging-card", rt_arranging_card_get_type },
  { "rt-away-dialog", rt_away_dialog_get_type },
  { "rt-clash-card", rt_clash_card_get_type },
  { "rt-compare-dialog", rt_compare_dialog_get_type },
  { "rt-disk-strip", rt_disk_strip_get_type },
  { "rt-event-dialog", rt_event_dialog_get_type },
  { "rt-export-dialog", rt_export_dialog_get_type },
  { "rt-import-dialog", rt_import_dialog_get_type },
  { "rt-import-list", rt_import_list_get_type },
  { "rt-measures-panel", rt_measures_panel_get_type },
  { "rt-meet-view", rt_meet_view_get_type },
  { "rt-move-dialog", rt_move_dialog_get_type },
  { "rt-order-window", rt_order_window_get_type },
  { "rt-people-bar", rt_people_bar_get_type },
  { "rt-people-page", rt_people_page_get_type },
  { "rt-person-panel", rt_person_panel_get_type },
  { "rt-preferences-window", rt_preferences_window_get_type },
  { "rt-print-options", rt_print_options_get_type },
  { "rt-print-preview", rt_print_preview_get_type },
  { "rt-print-window", rt_print_window_get_type },
  { "rt-replace-dialog", rt_replace_dialog_get_type },
  { "rt-report-strip", rt_report_strip_get_type },
  { "rt-room-page", rt_room_page_get_type },
  { "rt-rounds-page", rt_rounds_page_get_type },
  { "rt-rule-dialog", rt_rule_dialog_get_type },
  { "rt-rules-window", rt_rules_window_get_type },
  { "rt-table-panel", rt_table_panel_get_type },
  { "rt-themes-window", rt_themes_window_get_type },
  { "rt-tray", rt_tray_get_type },
  { "rt-venue-dialog", rt_venue_dialog_get_type },
  { "rt-welcome-page", rt_welcome_page_get_type },
  { "rt-why-dialog", rt_why_dialog_get_type },
  { "rt-window", rt_window_get_type },
  { "rt-window-header", rt_window_header_get_type },
};

/* Built, and let go again without ever having had anything to show. */
static void
test_template (gconstpointer data)
{
  GType (*get_type) (void) = data;
  GtkWidget *widget;

  /* The windows that come of it build it too. */
  if (G_TYPE_IS_ABSTRACT (get_type ()))
    return;
  widget = g_object_ref_sink (g_object_new (get_type (), NULL));
  g_assert_nonnull (gtk_widget_get_first_child (widget));
  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (GTK_WINDOW (widget));
  test_settle ();
  g_assert_finalize_object (widget);
}

static gboolean
is_listed (const char *file)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (g_str_has_prefix (file, templates[i].name) &&
        g_str_equal (file + strlen (templates[i].name), ".ui"))
      return TRUE;
  return FALSE;
}

/* Neither a file in the folder nor one in the program is left out above. */
static void
test_all_listed (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "src", "app", NULL);
  g_auto (GStrv) built = g_resources_enumerate_children ("/io/github/rotunda_app/Rotunda/ui",
                                                         G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  g_assert_nonnull (dir);
  while ((file = g_dir_read_name (dir)))
    if (g_str_has_suffix (file, ".ui") && !is_listed (file))
      g_error ("%s is not in the list of templates of this test", file);
  for (guint i = 0; built[i]; i++)
    g_assert_true (is_listed (built[i]));
  g_assert_cmpuint (g_strv_length (built), ==, G_N_ELEMENTS (templates));
}

static void
test_event_dialog (void)
{
  g_autoptr (RtPlan) plan = test_plan ();
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
  GtkWidget *dialog = rt_event_dialog_new (session);

  gtk_window_present (GTK_WINDOW (dialog));
  test_settle ();
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What was not touched stays, and organisers are a list. */
static void
test_event_details (void)
{
  g_autoptr (RtPlan) plan = test_plan ();
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
  g_autoptr (RtEvent) event = rt_record_copy (rt_plan_get_event (plan));
  const char *organisers[] = { "Capital Ambition", "BT", NULL };
  guint64 serial;

  rt_set_text (&event->purpose, "To meet");
  rt_set_texts (&event->organisers, organisers);
  g_assert_true (
      rt_session_do (session, rt_edit_replace (plan, "Change", RT_PART_EVENT, event, NULL), NULL));
  serial = rt_plan_get_serial (plan);
  rt_event_dialog_apply (RT_EVENT_DIALOG (rt_event_dialog_new (session)));
  test_settle ();
  g_assert_cmpstr (rt_plan_get_event (plan)->purpose, ==, "To meet");
  g_assert_cmpuint (g_strv_length (rt_plan_get_event (plan)->organisers), ==, 2);
  g_assert_cmpuint (rt_plan_get_serial (plan), >=, serial);
}

static void
test_window_opens (void)
{
  g_autoptr (RtPlan) plan = test_plan ();
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
  RtWindow *window = test_window (application, NULL);

  g_assert_null (rt_window_get_page (window));
  rt_window_close_now (window);
  test_settle ();
}

/* The window of shortcuts is made when somebody wants it, comes again, and fits a narrow screen. */
static void
test_shortcuts (void)
{
  RtWindow *window = test_window (application, NULL);

  for (guint i = 0; i < 2; i++)
    {
      GtkWindow *shortcuts;
      int width;

      g_assert_null (test_find_dialog (ADW_TYPE_PREFERENCES_WINDOW));
      g_action_group_activate_action (G_ACTION_GROUP (window), "shortcuts", NULL);
      shortcuts = test_find_dialog (ADW_TYPE_PREFERENCES_WINDOW);
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (shortcuts)));
      gtk_widget_measure (GTK_WIDGET (shortcuts), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL,
                          NULL, NULL);
      g_assert_cmpint (width, <=, 400);
      gtk_window_close (shortcuts);
      test_wait_until_gone (ADW_TYPE_PREFERENCES_WINDOW);
    }
  rt_window_close_now (window);
}

/* Every width class, from wide to narrow and back: nothing may need more than the window has. */
static void
test_width_classes (void)
{
  g_autoptr (RtPlan) plan = test_plan ();
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
  RtWindow *window = test_window (application, session);
  const RtWidthClass classes[] = { RT_WIDTH_NARROW, RT_WIDTH_MEDIUM, RT_WIDTH_WIDE };
  int least;

  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  g_assert_cmpint (least, <=, 420);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      GtkWidget *people = g_object_ref_sink (g_object_new (RT_TYPE_PEOPLE_PAGE, NULL));
      GtkWidget *room = g_object_ref_sink (g_object_new (RT_TYPE_ROOM_PAGE, NULL));
      const int most[] = { 360, 640, 1000 };
      int people_width, room_width;

      rt_people_page_set_session (RT_PEOPLE_PAGE (people), session);
      rt_room_page_set_session (RT_ROOM_PAGE (room), session);
      rt_people_page_set_width_class (RT_PEOPLE_PAGE (people), classes[i]);
      rt_room_page_set_width_class (RT_ROOM_PAGE (room), classes[i]);
      gtk_widget_measure (people, GTK_ORIENTATION_HORIZONTAL, -1, &people_width, NULL, NULL, NULL);
      gtk_widget_measure (room, GTK_ORIENTATION_HORIZONTAL, -1, &room_width, NULL, NULL, NULL);
      g_assert_cmpint (people_width, <=, most[i]);
      g_assert_cmpint (room_width, <=, most[i]);
      g_assert_finalize_object (people);
      g_assert_finalize_object (room);
    }
  rt_window_close_now (window);
}

/* Where the second of three buttons, each 100 by 30, is in a box so wide. */
static graphene_point_t
place_second (GtkWidget *box, int width)
{
  GtkWidget *second = gtk_widget_get_next_sibling (gtk_widget_get_first_child (box));
  graphene_point_t point;
  int height;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_size_allocate (box, &(GtkAllocation) { 0, 0, width, height }, -1);
  g_assert_true (gtk_widget_compute_point (second, box, &GRAPHENE_POINT_INIT (0, 0), &point));
  return point;
}

/* In a row where there is room, below each other where there is not; what is hidden takes none. */
static void
test_row_layout (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  graphene_point_t point;
  int least;

  gtk_widget_set_layout_manager (box, rt_row_layout_new ());
  for (int i = 0; i < 3; i++)
    {
      GtkWidget *child = gtk_drawing_area_new ();

      gtk_widget_set_size_request (child, 100, 30);
      gtk_box_append (GTK_BOX (box), child);
    }
  point = place_second (box, 312);
  g_assert_cmpfloat (point.x, ==, 106);
  g_assert_cmpfloat (point.y, ==, 0);
  point = place_second (box, 311);
  g_assert_cmpfloat (point.x, ==, 0);
  g_assert_cmpfloat (point.y, ==, 36);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, ==, 100);
  gtk_widget_set_visible (gtk_widget_get_last_child (box), FALSE);
  point = place_second (box, 206);
  g_assert_cmpfloat (point.x, ==, 106);
  g_object_unref (box);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  application = test_start ();
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_autofree char *path = g_strconcat ("/templates/", templates[i].name, NULL);

      g_test_add_data_func (path, templates[i].get_type, test_template);
    }
  g_test_add_func ("/templates/all-listed", test_all_listed);
  g_test_add_func ("/templates/event-dialog", test_event_dialog);
  g_test_add_func ("/templates/event-details", test_event_details);
  g_test_add_func ("/templates/row-layout", test_row_layout);
  g_test_add_func ("/templates/window", test_window_opens);
  g_test_add_func ("/templates/shortcuts", test_shortcuts);
  g_test_add_func ("/templates/width-classes", test_width_classes);
  return g_test_run ();
}
