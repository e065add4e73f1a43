/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-rules-window.h"

#include "rt-child-window.h"
#include "rt-edit.h"
#include "rt-measures-panel.h"
#include "rt-rule-dialog.h"
#include "rt-rule-row.h"

#define NARROW_BELOW 560 /* px: from here on the buttons of a row stand beside its sentence */

struct _RtRulesWindow
{
  RtOrderWindow parent_instance;

  gboolean arranged; /* what rules count now is worth telling */
};

G_DEFINE_FINAL_TYPE (RtRulesWindow, rt_rules_window, RT_TYPE_ORDER_WINDOW)

static RtId
get_rule (RtOrderWindow *window, guint index)
{
  return rt_plan_get_rule (rt_order_window_get_plan (window), index)->parent.id;
}

/* What people ask for. */

static void
place (RtOrderWindow *window, guint from, guint to)
{
  GError *error = NULL;
  RtChange *change = rt_edit_move_rule (rt_order_window_get_plan (window), get_rule (window, from),
                                        to, &error);

  rt_session_do (rt_order_window_get_session (window), change, &error);
}

static void
set (RtOrderWindow *window, guint index, guint strength)
{
  GError *error = NULL;
  RtChange *change = rt_edit_set_strength (rt_order_window_get_plan (window),
                                           get_rule (window, index), (RtStrength) strength, &error);

  rt_session_do (rt_order_window_get_session (window), change, &error);
}

static void
remove_rule (RtOrderWindow *window, guint index)
{
  GError *error = NULL;
  RtChange *change = rt_edit_remove_rule (rt_order_window_get_plan (window),
                                          get_rule (window, index), &error);

  rt_session_do (rt_order_window_get_session (window), change, &error);
}

static void
open_rule (RtOrderWindow *window, guint index)
{
  rt_child_window_show (rt_rule_dialog_new (rt_order_window_get_session (window),
                                            get_rule (window, index)),
                        GTK_WINDOW (window));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RtOrderWindow *window = RT_ORDER_WINDOW (widget);

  rt_child_window_show (rt_rule_dialog_new (rt_order_window_get_session (window), NULL),
                        GTK_WINDOW (window));
}

/* Rows. */

static guint
refresh (RtOrderWindow *window)
{
  RtRulesWindow *self = RT_RULES_WINDOW (window);

  self->arranged = !rt_measures_panel_is_unarranged (rt_order_window_get_session (window));
  return RT_ORDER_WINDOW_CLASS (rt_rules_window_parent_class)->refresh (window);
}

static GtkWidget *
new_row (RtOrderWindow *window)
{
  return rt_rule_row_new ();
}

static void
update_row (RtOrderWindow *window, GtkListBoxRow *row, guint index)
{
  rt_rule_row_update (RT_RULE_ROW (row), rt_order_window_get_session (window), index,
                      RT_RULES_WINDOW (window)->arranged);
}

static void
updated (RtOrderWindow *window, gboolean fixed)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "rules.add", !fixed);
}

static void
rt_rules_window_class_init (RtRulesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  RtOrderWindowClass *order_class = RT_ORDER_WINDOW_CLASS (klass);

  order_class->part = RT_PART_RULES;
  order_class->narrow_below = NARROW_BELOW;
  order_class->refresh = refresh;
  order_class->new_row = new_row;
  order_class->update_row = update_row;
  order_class->updated = updated;
  order_class->open = open_rule;
  order_class->place = place;
  order_class->set = set;
  order_class->remove = remove_rule;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-rules-window.ui");
  gtk_widget_class_install_action (widget_class, "rules.add", NULL, add_action);
}

static void
rt_rules_window_init (RtRulesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_rules_window_new (RtSession *session)
{
  RtOrderWindow *self = g_object_new (RT_TYPE_RULES_WINDOW, NULL);

  rt_order_window_set_session (self, session, "measures-changed");
  return GTK_WIDGET (self);
}
