/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-floor-private.h"
#include "rt-price-bubble.h"
#include "rt-slip-drag.h"
#include "rt-slip-move.h"

#define BUBBLE_AWAY 36.0 /* pixels from the pointer */

static gboolean
same_spot (RtSpot a, RtSpot b)
{
  return a.table == b.table && a.chair == b.chair;
}

/* What a drop of @people on @spot means. */
static RtSlipMove
move_to (RtFloorView *self, const RtId *people, guint n, RtSpot spot, gboolean all)
{
  return (RtSlipMove) {
    .session = self->session,
    .people = people,
    .n_people = n,
    .all = all,
    .target = RT_SLIP_TO_TABLE,
    .table = rt_floor_view_table_at (self, spot),
    .chair = spot.chair,
    .there = rt_floor_view_person_at (self, spot),
  };
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
show_bubble (RtFloorView *self, const RtSlipMove *move, RtSpot spot)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtChange) change = rt_slip_move_make (move, &error);
  g_autofree char *title = rt_slip_move_dup_title (move);

  self->drop = spot;
  self->drop_all = move->all;
  self->may_drop = rt_price_bubble_tell (self->bubble, rt_session_get_plan (self->session), change,
                                         error, title);
  gtk_widget_set_visible (self->bubble, TRUE);
}

static gboolean
is_among (const RtId *people, guint n, RtId person)
{
  for (guint i = 0; i < n && person != NULL; i++)
    if (people[i] == person)
      return TRUE;
  return FALSE;
}

/**
 * rt_floor_view_hold_over:
 * @people: whose slips are held over the view at @x, @y
 * @all: in all rounds
 *
 * Marks where they would go and says what that costs. Returns: whether they can be dropped there
 */
gboolean
rt_floor_view_hold_over (RtFloorView *self, const RtId *people, guint n, gboolean all, double x,
                         double y)
{
  RtSlipMove move;
  RtSpot spot;

  if (!rt_floor_view_hit (self, x, y, &spot)
      || is_among (people, n, rt_floor_view_person_at (self, spot)))
    {
      rt_floor_view_hide_bubble (self);
      return FALSE;
    }
  self->bubble_x = x;
  self->bubble_y = y;
  move = move_to (self, people, n, spot, all);
  if (!same_spot (spot, self->drop) || all != self->drop_all)
    show_bubble (self, &move, spot);
  rt_floor_view_queue_draw (self);
  return self->may_drop;
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, RtFloorView *self)
{
  guint n;
  g_autofree RtId *people = rt_slip_drag_dup_people (gtk_drop_target_get_value (target), &n);
  gboolean all = rt_slip_drag_is_for_all (target);

  if (n == 0 || !rt_floor_view_can_edit (self)
      || !rt_floor_view_hold_over (self, people, n, all, x, y))
    return 0;
  return all ? GDK_ACTION_COPY : GDK_ACTION_MOVE;
}

/** rt_floor_view_hold_again: the room has moved under the slips that are held over it */
void
rt_floor_view_hold_again (RtFloorView *self)
{
  guint n;
  g_autofree RtId *people = rt_slip_drag_dup_people (gtk_drop_target_get_value (self->target), &n);
  GdkDragAction action = 0;

  if (n == 0)
    return;
  if (rt_floor_view_hold_over (self, people, n, self->drop_all, self->edge_at[0],
                               self->edge_at[1]))
    action = self->drop_all ? GDK_ACTION_COPY : GDK_ACTION_MOVE;
  /* The pointer has not moved, and so nobody asks whether a drop is welcome here. */
  gdk_drop_status (gtk_drop_target_get_current_drop (self->target), action, action);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, RtFloorView *self)
{
  guint n;
  g_autofree RtId *people = rt_slip_drag_dup_people (value, &n);
  gboolean all = self->drop_all;
  RtSlipMove move;
  RtSpot spot;

  rt_floor_view_hide_bubble (self);
  /* What is dropped does not leave. */
  rt_floor_view_hold_no_more (self);
  if (n == 0 || !rt_floor_view_can_edit (self) || !rt_floor_view_hit (self, x, y, &spot)
      || is_among (people, n, rt_floor_view_person_at (self, spot)))
    return FALSE;
  move = move_to (self, people, n, spot, all);
  rt_slip_move_activate (&move, GTK_WIDGET (self));
  return TRUE;
}

static void
leave_cb (GtkDropTarget *target, RtFloorView *self)
{
  rt_floor_view_hide_bubble (self);
}

/* The edges of the view are those of what scrolls it: its bars lie there. */
static void
over_cb (GtkDropControllerMotion *motion, double x, double y, RtFloorView *self)
{
  GtkWidget *scroller = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (motion));

  if (rt_floor_view_can_edit (self)
      && gtk_widget_translate_coordinates (scroller, GTK_WIDGET (self), x, y, &x, &y))
    rt_floor_view_hold_at (self, x, y);
}

static void
gone_cb (GtkDropControllerMotion *motion, RtFloorView *self)
{
  rt_floor_view_hold_no_more (self);
}

static void
parent_cb (RtFloorView *self)
{
  GtkWidget *scroller = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkEventController *motion;

  if (scroller == NULL)
    return;
  motion = gtk_drop_controller_motion_new ();
  g_signal_connect_object (motion, "motion", G_CALLBACK (over_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (gone_cb), self, 0);
  gtk_widget_add_controller (scroller, motion);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, RtFloorView *self)
{
  g_autofree RtId *people = NULL;
  RtSpot spot;
  RtId person;
  guint n;

  if (self->mode != RT_FLOOR_PEOPLE || self->session == NULL || self->scene == NULL
      || !rt_floor_view_hit (self, x, y, &spot))
    return NULL;
  person = rt_floor_view_person_at (self, spot);
  if (person == NULL || !rt_slip_move_may_begin (self->session, NULL)
      || !rt_floor_view_can_edit (self))
    return NULL;
  self->dragged = spot;
  people = rt_session_dup_group (self->session, person, &n);
  return rt_slip_drag_new_content (people, n);
}

/* The slip at the pointer is turned a little, as paper is when it is picked up. */
static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, RtFloorView *self)
{
  const RtSceneChair *chair = &self->scene->tables[self->dragged.table].chairs[self->dragged.chair];
  guint n;
  g_autofree RtId *people = rt_session_dup_group (self->session, chair->person, &n);
  g_autoptr (GdkPaintable) icon
      = rt_slip_drag_new_icon (self->painter, chair->first, chair->last, n - 1);

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
  GtkDragSource *source = rt_slip_drag_new_source ();
  GtkDropTarget *target = rt_slip_drag_new_target ();

  self->target = target;
  self->bubble = rt_price_bubble_new ();
  gtk_widget_set_visible (self->bubble, FALSE);
  gtk_widget_set_parent (self->bubble, GTK_WIDGET (self));
  g_signal_connect (self, "notify::parent", G_CALLBACK (parent_cb), NULL);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  /* The window may be gone before the drag ends. */
  g_signal_connect_object (source, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
