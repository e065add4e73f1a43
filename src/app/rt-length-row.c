/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-length-row.h"

#include <math.h>

#define FARTHEST 1000.0 /* metres */

struct _RtLengthRow
{
  AdwActionRow parent_instance;

  GtkSpinButton *spin;
  double unit; /* of the value, in one of what is shown */
  gboolean setting;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RtLengthRow, rt_length_row, ADW_TYPE_ACTION_ROW)

static void
value_cb (RtLengthRow *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0,
                   (int) round (gtk_spin_button_get_value (self->spin) * self->unit));
}

static void
rt_length_row_class_init (RtLengthRowClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", RT_TYPE_LENGTH_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
rt_length_row_init (RtLengthRow *self)
{
}

static GtkWidget *
make (const char *title, GtkAdjustment *adjustment, guint digits, double unit)
{
  RtLengthRow *self = g_object_new (RT_TYPE_LENGTH_ROW, "title", title, NULL);

  self->unit = unit;
  self->spin = GTK_SPIN_BUTTON (gtk_spin_button_new (adjustment, 1.0, digits));
  gtk_spin_button_set_numeric (self->spin, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->spin), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  g_signal_connect_swapped (self->spin, "value-changed", G_CALLBACK (value_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->spin));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->spin));
  return GTK_WIDGET (self);
}

/** rt_length_row_new_length: @least: the shortest that makes sense, cm */
GtkWidget *
rt_length_row_new_length (const char *title, int least)
{
  return make (title, gtk_adjustment_new (0.0, least / 100.0, FARTHEST, 0.1, 1.0, 0.0), 2, 100.0);
}

/* Where something is: beyond the wall at which the room begins, too. */
GtkWidget *
rt_length_row_new_position (const char *title)
{
  return make (title, gtk_adjustment_new (0.0, -FARTHEST, FARTHEST, 0.1, 1.0, 0.0), 2, 100.0);
}

GtkWidget *
rt_length_row_new_angle (const char *title)
{
  GtkWidget *self = make (title, gtk_adjustment_new (0.0, 0.0, 359.0, 15.0, 45.0, 0.0), 0, 1.0);

  gtk_spin_button_set_wrap (RT_LENGTH_ROW (self)->spin, TRUE);
  return self;
}

void
rt_length_row_set (RtLengthRow *self, int value)
{
  self->setting = TRUE;
  gtk_spin_button_set_value (self->spin, value / self->unit);
  self->setting = FALSE;
}

/** rt_length_row_focus: goes into the number */
void
rt_length_row_focus (RtLengthRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->spin));
}
