/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-thing-row.h"

#include <glib/gi18n-lib.h>

#include "rt-edit.h"
#include "rt-stand-rows.h"

#define LEAST_SIZE 5 /* cm */

struct _RtThingRow
{
  AdwExpanderRow parent_instance;

  RtSession *session; /* not owned: the panel's, which shows nothing without it */
  guint index;
  AdwEntryRow *words;
  RtStandRows numbers;
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
show_values (RtThingRow *self, const RtRoomObject *object)
{
  const char *text = object->text ? object->text : "";
  RtStand stand = { object->x, object->y, 0, 0, object->angle };

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->words)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->words), text);
  rt_edit_get_object_size (object, &stand.width, &stand.depth);
  rt_stand_rows_show (&self->numbers, &stand);
}

static void
take (RtThingRow *self, RtChange *change, GError **error)
{
  if (!rt_session_do (self->session, change, error) && get_object (self))
    show_values (self, get_object (self));
}

static void
number_cb (RtThingRow *self, int value, RtLengthRow *row)
{
  const RtPiece piece = { NULL, self->index };
  RtStand stand = rt_stand_rows_read (&self->numbers, row, value);
  GError *error = NULL;

  if (get_object (self) == NULL)
    return;
  take (self, rt_edit_stand_piece (rt_session_get_plan (self->session), &piece, &stand, &error),
        &error);
}

static void
words_cb (RtThingRow *self)
{
  const RtRoomObject *object = get_object (self);
  g_autofree char *text = rt_tidy (gtk_editable_get_text (GTK_EDITABLE (self->words)));
  g_autoptr (RtRoomObject) copy = object ? rt_record_copy (object) : NULL;
  g_autofree char *label = NULL;
  GError *error = NULL;

  if (copy == NULL || g_str_equal (text, object->text ? object->text : ""))
    return;
  rt_set_text (&copy->text, *text ? text : NULL);
  /* Translators: %s is a thing in the room. */
  label = g_strdup_printf (_("Rename %s"),
                           adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  take (self,
        rt_edit_change_object (rt_session_get_plan (self->session), label, self->index, copy,
                               &error),
        &error);
}

static void
remove_cb (RtThingRow *self)
{
  const RtPiece piece = { NULL, self->index };
  GError *error = NULL;
  RtChange *change;

  if (self->session == NULL)
    return;
  change = rt_edit_remove_pieces (rt_session_get_plan (self->session), &piece, 1, &error);
  rt_session_do (self->session, change, &error);
}

static void
rt_thing_row_class_init (RtThingRowClass *klass)
{
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
  rt_stand_rows_add (&self->numbers, ADW_EXPANDER_ROW (self), LEAST_SIZE, G_CALLBACK (number_cb));
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
rt_thing_row_show (RtThingRow *self, RtSession *session, guint index, const char *name)
{
  self->session = session;
  self->index = index;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  if (get_object (self))
    show_values (self, get_object (self));
}

void
rt_thing_row_focus (RtThingRow *self)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  rt_length_row_focus (self->numbers.x);
}

void
rt_thing_row_focus_words (RtThingRow *self)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}
