/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-frame.h"

#define LEAST_WIDTH 360
#define LEAST_HEIGHT 294
/* GTK 4.8 measures rows of text without a width as if they had no baselines, which makes them a
 * pixel or two too low, and complains when they get what it measured. */
#define SPARE_HEIGHT 6

struct _RtFrame
{
  GtkWidget parent_instance;

  GtkWidget *child;
};

enum {
  PROP_0,
  PROP_CHILD,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (RtFrame, rt_frame, GTK_TYPE_WIDGET)

static void
rt_frame_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                  int *natural, int *minimum_baseline, int *natural_baseline)
{
  RtFrame *self = RT_FRAME (widget);
  int least = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  int wanted = least;

  if (self->child && gtk_widget_should_layout (self->child))
    gtk_widget_measure (self->child, orientation, -1, NULL, &wanted, NULL, NULL);
  *minimum = least;
  *natural = MAX (least, wanted);
  *minimum_baseline = *natural_baseline = -1;
}

/* While the window gets narrower its content is for one frame wider than the window: it is cut, not
 * squeezed. */
static void
rt_frame_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RtFrame *self = RT_FRAME (widget);
  int least_width, least_height;

  if (self->child == NULL || !gtk_widget_should_layout (self->child))
    return;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL,
                      NULL);
  gtk_widget_allocate (self->child, width, MAX (height, least_height + SPARE_HEIGHT), baseline,
                       NULL);
}

static void
rt_frame_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, RT_FRAME (object)->child);
}

static void
rt_frame_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RtFrame *self = RT_FRAME (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = g_value_get_object (value);
  if (self->child)
    gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

static void
rt_frame_dispose (GObject *object)
{
  g_clear_pointer (&RT_FRAME (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (rt_frame_parent_class)->dispose (object);
}

static void
rt_frame_class_init (RtFrameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_frame_dispose;
  object_class->get_property = rt_frame_get_property;
  object_class->set_property = rt_frame_set_property;
  widget_class->measure = rt_frame_measure;
  widget_class->size_allocate = rt_frame_size_allocate;
  props[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
rt_frame_init (RtFrame *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
