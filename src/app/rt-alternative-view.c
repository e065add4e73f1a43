/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-alternative-view.h"

#include "rt-floor-view.h"
#include "rt-measures-panel.h"
#include "rt-round-switcher.h"
#include "rt-sketch.h"

struct _RtAlternativeView
{
  GtkWidget parent_instance;

  RtSession *session; /* of a plan that nobody has but this */
  guint round;

  GtkWidget *box;
  GtkLabel *headline;
  RtRoundSwitcher *switcher;
  RtFloorView *floor;
};

G_DEFINE_FINAL_TYPE (RtAlternativeView, rt_alternative_view, GTK_TYPE_WIDGET)

/* The actions of the window, for the switcher: here they are about another plan's rounds. */

static void
update_steps (RtAlternativeView *self)
{
  guint n = rt_plan_get_n (rt_session_get_plan (self->session), RT_PART_ROUNDS);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.previous-round", self->round > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.next-round", self->round + 1 < n);
}

static void
show_round (RtAlternativeView *self, guint round)
{
  if (self->session == NULL)
    return;
  rt_session_set_round (self->session, round);
  self->round = rt_session_get_round (self->session);
  update_steps (self);
}

static void
show_round_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_round (RT_ALTERNATIVE_VIEW (widget), g_variant_get_uint32 (parameter));
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RtAlternativeView *self = RT_ALTERNATIVE_VIEW (widget);

  show_round (self, g_str_equal (name, "plan.next-round") ? self->round + 1 : self->round - 1);
}

static void
rt_alternative_view_dispose (GObject *object)
{
  RtAlternativeView *self = RT_ALTERNATIVE_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (rt_alternative_view_parent_class)->dispose (object);
}

static void
rt_alternative_view_class_init (RtAlternativeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RT_TYPE_FLOOR_VIEW);
  g_type_ensure (RT_TYPE_ROUND_SWITCHER);
  G_OBJECT_CLASS (klass)->dispose = rt_alternative_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-alternative-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RtAlternativeView, box);
  gtk_widget_class_bind_template_child (widget_class, RtAlternativeView, headline);
  gtk_widget_class_bind_template_child (widget_class, RtAlternativeView, switcher);
  gtk_widget_class_bind_template_child (widget_class, RtAlternativeView, floor);
  gtk_widget_class_install_action (widget_class, "plan.show-round", "u", show_round_action);
  gtk_widget_class_install_action (widget_class, "plan.previous-round", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "plan.next-round", NULL, step_action);
}

static void
rt_alternative_view_init (RtAlternativeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rt_floor_view_set_fixed (self->floor, TRUE);
  rt_round_switcher_set_fixed (self->switcher, TRUE);
}

void
rt_alternative_view_show (RtAlternativeView *self, RtPlan *plan, RtChange *change)
{
  g_autoptr (RtSketch) sketch = rt_sketch_new (plan);
  g_autoptr (RtSession) session = NULL;
  g_autofree char *headline = NULL;
  RtHeadline state;

  if (!rt_sketch_apply (sketch, rt_change_ref (change)))
    return;
  session = rt_session_new_for_sample (sketch->plan);
  rt_session_set_round (session, self->round);
  rt_round_switcher_set_session (self->switcher, session);
  rt_floor_view_set_session (self->floor, session);
  g_set_object (&self->session, session);
  update_steps (self);
  headline = rt_measures_panel_dup_headline (session, &state);
  gtk_label_set_label (self->headline, headline);
}

void
rt_alternative_view_set_round (RtAlternativeView *self, guint round)
{
  self->round = round;
}

void
rt_alternative_view_set_narrow (RtAlternativeView *self, gboolean narrow)
{
  rt_round_switcher_set_form (self->switcher, narrow ? RT_SWITCHER_LIST : RT_SWITCHER_WORDS);
}
