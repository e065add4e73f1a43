/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Every template is built with criticals fatal: the version pins do not look into .ui files. */

#include "rt-edit.h"
#include "rt-event-dialog.h"
#include "rt-import-dialog.h"
#include "rt-import-list.h"
#include "rt-people-page.h"
#include "rt-person-panel.h"
#include "rt-report-strip.h"
#include "rt-room-page.h"
#include "rt-table-panel.h"
#include "rt-welcome-page.h"
#include "test-screen.h"

static RtApplication *application;

static void
test_widget (gconstpointer data)
{
  GType (*get_type) (void) = data;
  GtkWidget *widget = g_object_ref_sink (g_object_new (get_type (), NULL));

  g_assert_nonnull (gtk_widget_get_first_child (widget));
  g_assert_finalize_object (widget);
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
  g_assert_true (rt_session_do (session, rt_edit_replace (plan, "Change", RT_PART_EVENT, event, NULL), NULL));
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

static void
test_help_overlay (void)
{
  RtWindow *window = test_window (application, NULL);

  g_assert_nonnull (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
  rt_window_close_now (window);
}

/* Every width class, from wide to narrow and back: nothing may need more than the window has. */
static void
test_width_classes (void)
{
  g_autoptr (RtPlan) plan = test_plan ();
  g_autoptr (RtSession) session = rt_session_new_for_plan (plan, NULL);
  RtWindow *window = test_window (application, session);
  const char * const classes[] = { "narrow", "medium", "wide" };
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

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; GType (*get_type) (void); } widgets[] = {
    { "/templates/people-page", rt_people_page_get_type },
    { "/templates/room-page", rt_room_page_get_type },
    { "/templates/welcome-page", rt_welcome_page_get_type },
    { "/templates/person-panel", rt_person_panel_get_type },
    { "/templates/table-panel", rt_table_panel_get_type },
    { "/templates/report-strip", rt_report_strip_get_type },
    { "/templates/import-list", rt_import_list_get_type },
  };

  gtk_test_init (&argc, &argv, NULL);
  application = test_start ();
  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    g_test_add_data_func (widgets[i].name, widgets[i].get_type, test_widget);
  g_test_add_func ("/templates/event-dialog", test_event_dialog);
  g_test_add_func ("/templates/event-details", test_event_details);
  g_test_add_func ("/templates/window", test_window_opens);
  g_test_add_func ("/templates/help-overlay", test_help_overlay);
  g_test_add_func ("/templates/width-classes", test_width_classes);
  return g_test_run ();
}
