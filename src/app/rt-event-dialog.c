/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-event-dialog.h"

#include <glib/gi18n-lib.h>

#include "rt-edit.h"

struct _RtEventDialog
{
  AdwWindow parent_instance;

  RtSession *session;

  GtkRevealer *trouble;
  GtkLabel *trouble_label;
  GtkEditable *title_row;
  GtkEditable *series_row;
  GtkEditable *venue_row;
  GtkEditable *date_row;
  GtkEditable *start_row;
  GtkEditable *purpose_row;
  GtkEditable *organisers_row;
  GtkWidget *rounds_group;
  GtkSpinButton *minutes;
  GtkSpinButton *changeover;
};

G_DEFINE_FINAL_TYPE (RtEventDialog, rt_event_dialog, ADW_TYPE_WINDOW)

static gboolean
is_day (const char *text)
{
  g_autofree char *moment = g_strconcat (text, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) date = strlen (text) == strlen ("2009-01-29")
                               ? g_date_time_new_from_iso8601 (moment, NULL) : NULL;

  return date != NULL;
}

static gboolean
is_clock (const char *text)
{
  return g_regex_match_simple ("^([01][0-9]|2[0-3]):[0-5][0-9]$", text, 0, 0);
}

static gboolean
say (RtEventDialog *self,
     GtkEditable   *row,
     const char    *message)
{
  gtk_label_set_label (self->trouble_label, message);
  gtk_revealer_set_reveal_child (self->trouble, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return FALSE;
}

static void
take_organisers (RtEventDialog *self,
                 RtEvent       *event)
{
  g_auto (GStrv) parts = g_strsplit (gtk_editable_get_text (self->organisers_row), ";", -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i]; i++)
    {
      g_autofree char *name = rt_tidy (parts[i]);

      if (*name)
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  if (names->len == 0 && (event->organisers == NULL || event->organisers[0] == NULL))
    return;
  g_ptr_array_add (names, NULL);
  rt_set_texts (&event->organisers, names->len > 1 ? (const char *const *) names->pdata : NULL);
}

static RtEvent *
make_event (RtEventDialog *self)
{
  RtEvent *event = rt_record_copy (rt_plan_get_event (rt_session_get_plan (self->session)));
  struct { GtkEditable *row; char **member; } texts[] = {
    { self->title_row, &event->title }, { self->series_row, &event->series },
    { self->venue_row, &event->venue }, { self->date_row, &event->date },
    { self->start_row, &event->start },     { self->purpose_row, &event->purpose },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = rt_tidy (gtk_editable_get_text (texts[i].row));
      rt_set_text (texts[i].member, text);
    }
  take_organisers (self, event);
  return event;
}

static gboolean
check (RtEventDialog *self,
       const RtEvent *event)
{
  if (event->date && !is_day (event->date))
    return say (self, self->date_row, _("The day is written as year, month and day: 2009-01-29."));
  if (event->start && !is_clock (event->start))
    return say (self, self->start_row, _("The start is a clock time: 10:00."));
  return TRUE;
}

static gboolean
change_event (RtEventDialog *self,
              const RtEvent *event)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  gpointer records[] = { (gpointer) event };
  GError *error = NULL;
  RtChange *change;

  if (rt_record_equal (event, rt_plan_get_event (plan)))
    return TRUE;
  if (rt_plan_get_n (plan, RT_PART_EVENT) > 0)
    change = rt_edit_replace (plan, _("Change Event Details"), RT_PART_EVENT, event, &error);
  else
    change = rt_edit_add (plan, _("Change Event Details"), RT_PART_EVENT, records, 1, &error);
  return rt_session_do (self->session, change, error);
}

static gboolean
change_rounds (RtEventDialog *self)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func (rt_record_unref);
  int minutes = gtk_spin_button_get_value_as_int (self->minutes);
  int changeover = gtk_spin_button_get_value_as_int (self->changeover);
  GError *error = NULL;

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_ROUNDS); i++)
    {
      const RtRound *round = rt_plan_get_round (plan, i);
      RtRound *copy;

      if (round->done == 1
          || (round->minutes == minutes && MAX (round->changeover, 0) == changeover))
        continue;
      copy = rt_record_copy (round);
      copy->minutes = minutes;
      copy->changeover = changeover;
      g_ptr_array_add (rounds, copy);
    }
  if (rounds->len == 0)
    return TRUE;
  return rt_session_do (self->session,
                        rt_edit_replace_many (plan, _("Change the Clock"), RT_PART_ROUNDS,
                                              rounds->pdata, rounds->len, &error),
                        error);
}

gboolean
rt_event_dialog_apply (RtEventDialog *self)
{
  g_autoptr (RtEvent) event = make_event (self);
  gboolean good;

  if (!check (self, event))
    return FALSE;
  rt_session_begin_group (self->session, _("Change Event Details"));
  good = change_event (self, event) && change_rounds (self);
  rt_session_end_group (self->session, good);
  gtk_window_close (GTK_WINDOW (self));
  return good;
}

static void
apply_cb (RtEventDialog *self)
{
  rt_event_dialog_apply (self);
}

static void
apply_action_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  rt_event_dialog_apply (RT_EVENT_DIALOG (widget));
}

static void
fill (RtEventDialog *self)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  const RtEvent *event = rt_plan_get_event (plan);
  guint n_rounds = rt_plan_get_n (plan, RT_PART_ROUNDS);

  gtk_editable_set_text (self->title_row, event->title ? event->title : "");
  gtk_editable_set_text (self->series_row, event->series ? event->series : "");
  gtk_editable_set_text (self->venue_row, event->venue ? event->venue : "");
  gtk_editable_set_text (self->date_row, event->date ? event->date : "");
  gtk_editable_set_text (self->start_row, event->start ? event->start : "");
  gtk_editable_set_text (self->purpose_row, event->purpose ? event->purpose : "");
  if (event->organisers)
    {
      g_autofree char *organisers = g_strjoinv ("; ", event->organisers);

      gtk_editable_set_text (self->organisers_row, organisers);
    }
  gtk_widget_set_visible (self->rounds_group, n_rounds > 0);
  if (n_rounds == 0)
    return;
  gtk_spin_button_set_value (self->minutes,
                             MAX (rt_plan_get_round (plan, n_rounds - 1)->minutes, 1));
  gtk_spin_button_set_value (self->changeover,
                             MAX (rt_plan_get_round (plan, n_rounds - 1)->changeover, 0));
}

static void
rt_event_dialog_dispose (GObject *object)
{
  g_clear_object (&RT_EVENT_DIALOG (object)->session);
  G_OBJECT_CLASS (rt_event_dialog_parent_class)->dispose (object);
}

static void
rt_event_dialog_class_init (RtEventDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_event_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-event-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, series_row);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, venue_row);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, start_row);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, purpose_row);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, organisers_row);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, rounds_group);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, minutes);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, changeover);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_install_action (widget_class, "event.apply", NULL, apply_action_cb);
}

static void
rt_event_dialog_init (RtEventDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_event_dialog_new (RtSession *session)
{
  RtEventDialog *self = g_object_new (RT_TYPE_EVENT_DIALOG, NULL);

  self->session = g_object_ref (session);
  fill (self);
  return GTK_WIDGET (self);
}
