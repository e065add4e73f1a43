/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-slip.h"

#include <glib/gi18n-lib.h>

#include "rt-slip-drag.h"

static RtId
slip_person (GtkWidget *slip)
{
  return g_object_get_data (G_OBJECT (slip), "rt-person");
}

static void
clicked_cb (GtkButton *slip, RtSession *session)
{
  RtId round = rt_session_get_round_id (session);

  if (round == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (slip), "plan.select-person", "s",
                              slip_person (GTK_WIDGET (slip)));
  gtk_widget_activate_action (GTK_WIDGET (slip), "rounds.move-to", "(ss)", round,
                              slip_person (GTK_WIDGET (slip)));
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, RtSession *session)
{
  GtkWidget *slip = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  return rt_session_is_arranging (session, NULL) ? NULL
                                                 : rt_slip_drag_new_content (slip_person (slip));
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, RtSession *session)
{
  GtkWidget *slip = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (slip);
  g_autoptr (GdkPaintable) still = gdk_paintable_get_current_image (icon);

  gtk_drag_source_set_icon (source, still, gtk_widget_get_width (slip) / 2,
                            gtk_widget_get_height (slip) / 2);
}

static void
add_label (GtkWidget *box, const char *text, const char *klass)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_widget_add_css_class (label, klass);
  gtk_box_append (GTK_BOX (box), label);
}

/** rt_slip_new: Returns: (transfer floating): */
GtkWidget *
rt_slip_new (RtSession *session, RtId person, gboolean host)
{
  const RtPerson *record = rt_plan_find_person (rt_session_get_plan (session), person);
  g_autofree char *first = NULL, *last = NULL, *name = rt_person_dup_display (record);
  g_autofree char *head = NULL;
  GtkWidget *slip = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkDragSource *source = gtk_drag_source_new ();

  if (record->name != NULL)
    rt_person_split_name (record, &first, &last);
  head = g_strconcat (host ? "★ " : "", first != NULL ? first : name, NULL);
  add_label (box, head, "slip-first");
  add_label (box, last, "slip-last");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (slip), box);
  gtk_widget_add_css_class (slip, "slip");
  if (host)
    gtk_widget_add_css_class (slip, "host");
  g_object_set_data (G_OBJECT (slip), "rt-person", (gpointer) person);
  g_object_set_data_full (G_OBJECT (slip), "rt-record", rt_record_ref (record), rt_record_unref);
  if (record->organisation != NULL)
    {
      g_autofree char *words = g_strdup_printf ("%s, %s", name, record->organisation);

      gtk_widget_set_tooltip_text (slip, words);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (slip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), session, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), session, 0);
  /* Before the button's own gesture, which would claim the press. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (slip, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (slip, "clicked", G_CALLBACK (clicked_cb), session, 0);
  return slip;
}

static RtId
child_person (GtkWidget *child)
{
  return slip_person (gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child)));
}

/* A record that was changed is another one: its slip is made anew. */
static gboolean
still_shows (GtkFlowBoxChild *child, RtSession *session, RtId person, RtId host)
{
  GtkWidget *slip = gtk_flow_box_child_get_child (child);

  return slip_person (slip) == person
         && g_object_get_data (G_OBJECT (slip), "rt-record")
                == rt_plan_find_person (rt_session_get_plan (session), person)
         && gtk_widget_has_css_class (slip, "host") == (person == host);
}

static GtkWidget *
new_slip_at (RtSession *session, GPtrArray *ids, guint at, RtId host)
{
  RtId person = g_ptr_array_index (ids, at);

  return rt_slip_new (session, person, person == host);
}

/**
 * rt_slips_fill:
 * @box: holds slips
 * @session: whose people they are
 * @ids: (element-type utf8): who shall be there, in order
 * @host: (nullable): who of them leads the table
 *
 * Slips that stay are kept, so that focus and scrolling stay where they are.
 */
void
rt_slips_fill (GtkFlowBox *box, RtSession *session, GPtrArray *ids, RtId host)
{
  guint at = 0;
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (box, (int) at)) != NULL)
    {
      if (at < ids->len && still_shows (child, session, g_ptr_array_index (ids, at), host))
        at++;
      else if (at < ids->len && child_person (GTK_WIDGET (child)) != g_ptr_array_index (ids, at)
               && g_ptr_array_find (ids, child_person (GTK_WIDGET (child)), NULL))
        gtk_flow_box_insert (box, new_slip_at (session, ids, at, host), (int) at);
      else
        gtk_flow_box_remove (box, GTK_WIDGET (child));
    }
  for (; at < ids->len; at++)
    gtk_flow_box_insert (box, new_slip_at (session, ids, at, host), -1);
  for (at = 0; (child = gtk_flow_box_get_child_at_index (box, (int) at)) != NULL; at++)
    gtk_widget_set_focusable (GTK_WIDGET (child), FALSE);
}
