/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-thing-row.h"

#include <glib/gi18n-lib.h>

#include "rt-edit.h"
#include "rt-length-row.h"

struct _RtThingRow
{
  AdwExpanderRow parent_instance;

  RtSession *session; /* not owned: the panel's, which shows nothing without it */
  guint index;
  AdwEntryRow *words;
  RtLengthRow *x;
  RtLengthRow *y;
  RtLengthRow *width;
  RtLengthRow *depth;
  RtLengthRow *angle;
};

G_DEFINE_FINAL_TYPE (RtThingRow, rt_thing_row, ADW_TYPE_EXPANDER_ROW)

static const RtRoomObject *
get_object (RtThingRow *self)
{
  RtPlan *plan = self->session ? rt_session_get_plan (self->session) : NULL;
  const RtRoom *room = plan && rt_plan_get_n (plan, RT_PART_ROOM) > 0
                           ? rt_plan_get (plan, RT_PART_ROOM, 0) : NULL;

  return room && room->objects && self->index < room->objects->len
             ? room->objects->pdata[self->index] : NULL;
}

static void
show_values (RtThingRow         *self,
             const RtRoomObject *object)
{
  const char *text = object->text ? object->text : "";

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->words)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->words), text);
  rt_length_row_set (self->x, MAX (object->x, 0));
  rt_length_row_set (self->y, MAX (object->y, 0));
  rt_length_row_set (self->width, object->width == RT_UNSET ? 100 : object->width);
  rt_length_row_set (self->depth, object->depth == RT_UNSET ? 60 : object->depth);
  rt_length_row_set (self->angle, MAX (object->angle, 0));
}

/* @format holds one %s for the thing. */
static void
replace (RtThingRow   *self,
         RtRoomObject *copy,
         const char   *format)
{
  g_autoptr (GString) label = g_string_new (format);
  GError *error = NULL;
  RtChange *change;

  g_string_replace (label, "%s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), 1);
  change = rt_edit_change_object (rt_session_get_plan (self->session), label->str, self->index,
                                  copy, &error);
  if (!rt_session_do (self->session, change, error) && get_object (self))
    show_values (self, get_object (self));
}

static void
number_cb (RtThingRow  *self,
           int          value,
           RtLengthRow *row)
{
  const RtRoomObject *object = get_object (self);
  g_autoptr (RtRoomObject) copy = object ? rt_record_copy (object) : NULL;

  if (copy == NULL)
    return;
  if (row == self->x)
    copy->x = value;
  else if (row == self->y)
    copy->y = value;
  else if (row == self->width)
    copy->width = value;
  else if (row == self->depth)
    copy->depth = value;
  else
    copy->angle = value;
  replace (self, copy,
           row == self->angle                       ? _("Turn %s")
           : row == self->x || row == self->y       ? _("Move %s")
                                                    : _("Resize %s"));
}

static void
words_cb (RtThingRow *self)
{
  const RtRoomObject *object = get_object (self);
  g_autofree char *text = rt_tidy (gtk_editable_get_text (GTK_EDITABLE (self->words)));
  g_autoptr (RtRoomObject) copy = object ? rt_record_copy (object) : NULL;

  if (copy == NULL || g_str_equal (text, object->text ? object->text : ""))
    return;
  rt_set_text (&copy->text, *text ? text : NULL);
  replace (self, copy, _("Rename %s"));
}

static void
remove_cb (RtThingRow *self)
{
  GError *error = NULL;
  RtChange *change;

  if (self->session == NULL)
    return;
  change = rt_edit_remove_object (rt_session_get_plan (self->session), self->index, &error);
  rt_session_do (self->session, change, error);
}

static void
rt_thing_row_class_init (RtThingRowClass *klass)
{
}

static RtLengthRow *
add_number (RtThingRow *self,
            GtkWidget  *row)
{
  g_signal_connect_object (row, "changed", G_CALLBACK (number_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return RT_LENGTH_ROW (row);
}

static void
rt_thing_row_init (RtThingRow *self)
{
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  self->words = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->words), _("Words"));
  adw_entry_row_set_show_apply_button (self->words, TRUE);
  g_signal_connect_swapped (self->words, "apply", G_CALLBACK (words_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->words));
  self->x = add_number (self, rt_length_row_new_length (_("From the Left (m)"), 0));
  self->y = add_number (self, rt_length_row_new_length (_("From the Front (m)"), 0));
  self->width = add_number (self, rt_length_row_new_length (_("Width (m)"), 5));
  self->depth = add_number (self, rt_length_row_new_length (_("Depth (m)"), 5));
  self->angle = add_number (self, rt_length_row_new_angle (_("Angle (°)")));
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _("Remove from the Room"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Remove from the Room"), -1);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_cb), self);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), remove);
}

GtkWidget *
rt_thing_row_new (void)
{
  return g_object_new (RT_TYPE_THING_ROW, NULL);
}

void
rt_thing_row_show (RtThingRow *self,
                   RtSession  *session,
                   guint       index,
                   const char *name)
{
  self->session = session;
  self->index = index;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  if (get_object (self))
    show_values (self, get_object (self));
}
