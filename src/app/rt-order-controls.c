/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-order-controls.h"

#include <glib/gi18n-lib.h>

#define KEY "rt-order-controls"

struct _RtOrderControls
{
  GtkBox parent_instance;

  GtkListBoxRow *row; /* which holds the controls */
  RtId id;

  GtkWidget *handle;
  GtkWidget *value, *up, *down, *remove;
  const char *value_format;
};

enum
{
  ASKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RtOrderControls, rt_order_controls, GTK_TYPE_BOX)

static void
up_cb (RtOrderControls *self)
{
  rt_order_controls_ask (self, RT_ORDER_UP, 0);
}

static void
down_cb (RtOrderControls *self)
{
  rt_order_controls_ask (self, RT_ORDER_DOWN, 0);
}

static void
remove_cb (RtOrderControls *self)
{
  rt_order_controls_ask (self, RT_ORDER_REMOVE, 0);
}

/* Dragging: the handle carries the row's place. */

static GdkContentProvider *
prepare_cb (RtOrderControls *self, double x, double y, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self->row));

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (G_TYPE_UINT,
                                         (guint) gtk_list_box_row_get_index (self->row));
}

/* The list under a row is what makes it opaque; its picture has none. */
static void
drag_begin_cb (RtOrderControls *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self->row), "dragged-row");
}

static void
drag_end_cb (RtOrderControls *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->row), "dragged-row");
}

static gboolean
drop_cb (RtOrderControls *self, const GValue *value)
{
  rt_order_controls_ask (self, RT_ORDER_HERE, g_value_get_uint (value));
  return TRUE;
}

static void
add_dragging (RtOrderControls *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  /* The row may be gone before the drag ends. */
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->row), GTK_EVENT_CONTROLLER (target));
}

static GtkWidget *
add_button (RtOrderControls *self, const char *icon, const char *tooltip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (self), button);
  return button;
}

static void
rt_order_controls_dispose (GObject *object)
{
  g_clear_object (&RT_ORDER_CONTROLS (object)->handle);
  G_OBJECT_CLASS (rt_order_controls_parent_class)->dispose (object);
}

static void
rt_order_controls_class_init (RtOrderControlsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rt_order_controls_dispose;
  signals[ASKED] = g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
rt_order_controls_init (RtOrderControls *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 3);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_END);
  self->handle = g_object_ref_sink (g_object_new (
      GTK_TYPE_IMAGE, "icon-name", "list-drag-handle-symbolic", "accessible-role",
      GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_widget_add_css_class (self->handle, "dim-label");
  gtk_widget_set_cursor_from_name (self->handle, "grab");
  self->up = add_button (self, "go-up-symbolic", _("Move Up (Alt+Up)"), G_CALLBACK (up_cb));
  self->down = add_button (self, "go-down-symbolic", _("Move Down (Alt+Down)"),
                           G_CALLBACK (down_cb));
  self->remove = add_button (self, "user-trash-symbolic", _("Remove (Delete)"),
                             G_CALLBACK (remove_cb));
}

GtkWidget *
rt_order_controls_new (GtkListBoxRow *row)
{
  RtOrderControls *self = g_object_new (RT_TYPE_ORDER_CONTROLS, NULL);

  self->row = row;
  g_object_set_data (G_OBJECT (row), KEY, self);
  add_dragging (self);
  return GTK_WIDGET (self);
}

RtOrderControls *
rt_order_controls_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), KEY);
}

GtkListBoxRow *
rt_order_controls_get_row (RtOrderControls *self)
{
  return self->row;
}

GtkWidget *
rt_order_controls_get_handle (RtOrderControls *self)
{
  return self->handle;
}

void
rt_order_controls_set_id (RtOrderControls *self, RtId id)
{
  self->id = id;
}

RtId
rt_order_controls_get_id (RtOrderControls *self)
{
  return self->id;
}

void
rt_order_controls_set_value (RtOrderControls *self, GtkWidget *value, const char *format)
{
  self->value = value;
  self->value_format = format;
  gtk_widget_set_valign (value, GTK_ALIGN_CENTER);
  gtk_box_prepend (GTK_BOX (self), value);
}

void
rt_order_controls_name (RtOrderControls *self, const char *name)
{
  struct { GtkWidget *part; const char *format; } parts[] = {
    /* Translators: a session, a round, a theme, or a rule as a sentence */
    { self->up, _("Move up: %s") },
    { self->down, _("Move down: %s") },
    { self->remove, _("Remove: %s") },
    { self->value, self->value_format },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts) && parts[i].part; i++)
    {
      g_autoptr (GString) words = g_string_new (parts[i].format);

      g_string_replace (words, "%s", name, 1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (parts[i].part),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
    }
}

void
rt_order_controls_set_can_move (RtOrderControls *self, gboolean up, gboolean down)
{
  gtk_widget_set_sensitive (self->up, up);
  gtk_widget_set_sensitive (self->down, down);
}

void
rt_order_controls_set_place (RtOrderControls *self, guint index, guint n)
{
  rt_order_controls_set_can_move (self, index > 0, index + 1 < n);
}

void
rt_order_controls_ask (RtOrderControls *self, RtOrderPart what, guint detail)
{
  g_signal_emit (self, signals[ASKED], 0, what, detail);
}

RtOrderPart
rt_order_controls_get_focus (RtOrderControls *self)
{
  GtkWidget *parts[] = { NULL, self->value, self->up, self->down, self->remove };
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  for (guint i = RT_ORDER_VALUE; focus && i < G_N_ELEMENTS (parts); i++)
    if (focus == parts[i])
      return (RtOrderPart) i;
  return RT_ORDER_HERE;
}

void
rt_order_controls_focus (RtOrderControls *self, RtOrderPart part)
{
  /* A row that opens has its own focus in a row inside: the one that holds the handle. */
  GtkWidget *row = gtk_widget_get_ancestor (self->handle, GTK_TYPE_LIST_BOX_ROW);
  GtkWidget *parts[] = { row, self->value, self->up, self->down, self->remove };

  if (gtk_widget_is_visible (parts[part]) && gtk_widget_is_sensitive (parts[part])
      && gtk_widget_grab_focus (parts[part]))
    return;
  gtk_widget_grab_focus (row);
}
