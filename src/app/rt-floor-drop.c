/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include <glib/gi18n-lib.h>

#include "rt-edit.h"
#include "rt-floor-private.h"
#include "rt-slip-drag.h"

#define SCROLL_EDGE 28.0
#define SCROLL_STEP 14.0
#define BUBBLE_AWAY 36.0 /* pixels from the pointer */

static gboolean
same_spot (RtSpot a, RtSpot b)
{
  return a.table == b.table && a.chair == b.chair;
}

/* The change a drop would make; asking for its price is the same code as making it. */
static RtChange *
change_for (RtFloorView *self, RtId person, RtSpot spot, GError **error)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  RtId round = rt_session_get_round_id (self->session);
  RtId there = rt_floor_view_person_at (self, spot);

  if (there != NULL
      && rt_seating_find (rt_plan_find_round (plan, round)->seating, person, NULL, NULL))
    return rt_edit_swap_people (plan, round, person, there, error);
  return rt_edit_move_person (plan, round, person, rt_floor_view_table_at (self, spot),
                              spot.chair >= 0 ? spot.chair : RT_ANY_CHAIR, error);
}

static char *
dup_title (RtFloorView *self, RtSpot spot)
{
  const RtSceneTable *table = &self->scene->tables[spot.table];

  if (rt_floor_view_person_at (self, spot) != NULL)
    return g_strdup_printf (_("Swap with %s"), table->chairs[spot.chair].name);
  return g_strdup_printf (_("Move to %s"), table->display);
}

void
rt_floor_view_hide_bubble (RtFloorView *self)
{
  self->drop = RT_SPOT_NONE;
  self->may_drop = FALSE;
  gtk_widget_set_visible (self->bubble, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The price is counted once for each place the slip comes over, not for each movement. */
static void
show_bubble (RtFloorView *self, RtId person, RtSpot spot)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtChange) change = change_for (self, person, spot, &error);
  g_autofree char *title = dup_title (self, spot), *price = NULL;
  gboolean worse = FALSE;

  self->drop = spot;
  self->may_drop = change != NULL;
  if (change != NULL)
    price = rt_measure_dup_price (rt_session_get_plan (self->session), change, &worse);
  gtk_label_set_text (GTK_LABEL (self->bubble_title), change != NULL ? title : _("Not here"));
  gtk_label_set_text (GTK_LABEL (self->bubble_price), change == NULL ? error->message
                                                      : price != NULL
                                                          ? price
                                                          : _("No measure gets better or worse"));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->bubble_icon), change == NULL
                                                                   ? "action-unavailable-symbolic"
                                                               : worse ? "dialog-warning-symbolic"
                                                                       : "object-select-symbolic");
  if (worse || change == NULL)
    gtk_widget_add_css_class (self->bubble, "worse");
  else
    gtk_widget_remove_css_class (self->bubble, "worse");
  gtk_widget_set_visible (self->bubble, TRUE);
}

static void
scroll_near_edge (GtkAdjustment *adjustment, double at, double length)
{
  double step = at < SCROLL_EDGE ? -SCROLL_STEP : at > length - SCROLL_EDGE ? SCROLL_STEP : 0.0;

  if (step != 0.0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, RtFloorView *self)
{
  const GValue *value = gtk_drop_target_get_value (target);
  RtId person = value != NULL ? rt_slip_drag_get_person (value) : NULL;
  RtSpot spot;

  if (person == NULL || !rt_floor_view_can_edit (self))
    return 0;
  scroll_near_edge (self->adjustments[0], x, gtk_widget_get_width (GTK_WIDGET (self)));
  scroll_near_edge (self->adjustments[1], y, gtk_widget_get_height (GTK_WIDGET (self)));
  if (!rt_floor_view_hit (self, x, y, &spot) || rt_floor_view_person_at (self, spot) == person)
    {
      rt_floor_view_hide_bubble (self);
      return 0;
    }
  self->bubble_x = x;
  self->bubble_y = y;
  if (!same_spot (spot, self->drop))
    show_bubble (self, person, spot);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return self->may_drop ? GDK_ACTION_MOVE : 0;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, RtFloorView *self)
{
  RtId person = rt_slip_drag_get_person (value), there, round;
  RtSpot spot;

  rt_floor_view_hide_bubble (self);
  if (person == NULL || !rt_floor_view_can_edit (self) || !rt_floor_view_hit (self, x, y, &spot))
    return FALSE;
  round = rt_session_get_round_id (self->session);
  there = rt_floor_view_person_at (self, spot);
  if (there == person)
    return FALSE;
  if (there != NULL
      && rt_seating_find (rt_plan_find_round (rt_session_get_plan (self->session), round)->seating,
                          person, NULL, NULL))
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.swap", "(sss)", round, person, there);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.move", "(sssi)", round, person,
                                rt_floor_view_table_at (self, spot), spot.chair);
  return TRUE;
}

static void
leave_cb (GtkDropTarget *target, RtFloorView *self)
{
  rt_floor_view_hide_bubble (self);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, RtFloorView *self)
{
  RtSpot spot;
  RtId person;

  if (!rt_floor_view_can_edit (self) || !rt_floor_view_hit (self, x, y, &spot))
    return NULL;
  person = rt_floor_view_person_at (self, spot);
  if (person == NULL)
    return NULL;
  self->dragged = spot;
  return rt_slip_drag_new_content (person);
}

/* The slip at the pointer is turned a little, as paper is when it is picked up. */
static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, RtFloorView *self)
{
  const RtSceneChair *chair = &self->scene->tables[self->dragged.table].chairs[self->dragged.chair];
  g_autoptr (GdkPaintable) icon = rt_slip_drag_new_icon (self->painter, chair->first, chair->last);

  gtk_drag_source_set_icon (source, icon, gdk_paintable_get_intrinsic_width (icon) / 2,
                            gdk_paintable_get_intrinsic_height (icon) / 2);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, RtFloorView *self)
{
  self->dragged = RT_SPOT_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
init_bubble (RtFloorView *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->bubble = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->bubble_title = gtk_label_new (NULL);
  self->bubble_icon = gtk_image_new ();
  self->bubble_price = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (line), self->bubble_icon);
  gtk_box_append (GTK_BOX (line), self->bubble_price);
  gtk_label_set_xalign (GTK_LABEL (self->bubble_title), 0.0f);
  gtk_label_set_xalign (GTK_LABEL (self->bubble_price), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (self->bubble_price), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->bubble_price), 44);
  gtk_widget_add_css_class (self->bubble_title, "heading");
  gtk_widget_add_css_class (self->bubble, "floor-bubble");
  gtk_box_append (GTK_BOX (self->bubble), self->bubble_title);
  gtk_box_append (GTK_BOX (self->bubble), line);
  gtk_widget_set_can_target (self->bubble, FALSE);
  gtk_widget_set_visible (self->bubble, FALSE);
  gtk_widget_set_parent (self->bubble, GTK_WIDGET (self));
}

/** rt_floor_view_allocate_bubble: below the pointer, or above it where there is no space */
void
rt_floor_view_allocate_bubble (RtFloorView *self, int width, int height)
{
  int bubble_width, bubble_height;
  double x, y;

  if (!gtk_widget_get_visible (self->bubble))
    return;
  gtk_widget_measure (self->bubble, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &bubble_width, NULL,
                      NULL);
  bubble_width = MIN (bubble_width, width);
  gtk_widget_measure (self->bubble, GTK_ORIENTATION_VERTICAL, bubble_width, NULL, &bubble_height,
                      NULL, NULL);
  x = CLAMP (self->bubble_x - bubble_width / 2.0, 0.0, MAX (0.0, width - bubble_width));
  y = self->bubble_y + BUBBLE_AWAY;
  if (y + bubble_height > height)
    y = MAX (0.0, self->bubble_y - BUBBLE_AWAY - bubble_height);
  gtk_widget_allocate (
      self->bubble, bubble_width, bubble_height, -1,
      gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y)));
}

/** rt_floor_view_init_drop: lets slips be dragged from chairs and dropped on chairs and tables */
void
rt_floor_view_init_drop (RtFloorView *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

  init_bubble (self);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
