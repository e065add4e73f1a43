/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-order-window.h"

#include <glib/gi18n-lib.h>

#include "rt-order-row.h"
#include "rt-session-words.h"
#include "rt-toast.h"

typedef struct
{
  RtSession *session;
  guint layout_source;

  AdwHeaderBar *header_bar;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkBox *content;
  GtkListBox *list;
  AdwBin *empty;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
} RtOrderWindowPrivate;

static void rt_order_window_buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (RtOrderWindow, rt_order_window, ADW_TYPE_WINDOW,
                                  G_ADD_PRIVATE (RtOrderWindow)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                         rt_order_window_buildable_init))

static GtkBuildableIface *parent_buildable;

static RtOrderWindowPrivate *
get_private (RtOrderWindow *self)
{
  return rt_order_window_get_instance_private (self);
}

static guint
get_index (RtOrderControls *controls)
{
  return (guint) gtk_list_box_row_get_index (rt_order_controls_get_row (controls));
}

/* The row that has the focus, or something in it. */
static RtOrderControls *
get_focus_row (RtOrderWindow *self)
{
  GtkWidget *list = GTK_WIDGET (get_private (self)->list);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  /* GTK remembers the focus for a while in a row that is taken out. */
  while (focus && gtk_widget_get_parent (focus) != list)
    focus = gtk_widget_get_parent (focus);
  return focus ? rt_order_controls_of (GTK_LIST_BOX_ROW (focus)) : NULL;
}

/* What people ask for. */

static void
asked_cb (RtOrderWindow *self, RtOrderPart what, guint detail, RtOrderControls *controls)
{
  RtOrderWindowClass *klass = RT_ORDER_WINDOW_GET_CLASS (self);
  guint index = get_index (controls);

  switch (what)
    {
    case RT_ORDER_UP:
      klass->move_by (self, index, -1);
      break;
    case RT_ORDER_DOWN:
      klass->move_by (self, index, 1);
      break;
    case RT_ORDER_REMOVE:
      klass->remove (self, index);
      break;
    case RT_ORDER_VALUE:
      klass->set (self, index, detail);
      break;
    case RT_ORDER_HERE:
      /* Another row was dropped on this one. */
      if (detail != index && rt_order_window_get_row (self, detail))
        klass->place (self, detail, index);
      break;
    }
}

static void
activated_cb (RtOrderWindow *self, GtkListBoxRow *row)
{
  RtOrderWindowClass *klass = RT_ORDER_WINDOW_GET_CLASS (self);

  if (klass->open)
    klass->open (self, (guint) gtk_list_box_row_get_index (row));
}

static guint
refresh (RtOrderWindow *self)
{
  return rt_plan_get_n (rt_order_window_get_plan (self), RT_ORDER_WINDOW_GET_CLASS (self)->part);
}

static RtId
get_id (RtOrderWindow *self, guint index)
{
  const RtRecord *record = rt_plan_get (rt_order_window_get_plan (self),
                                        RT_ORDER_WINDOW_GET_CLASS (self)->part, index);

  return record->id;
}

static void
move_by (RtOrderWindow *self, guint index, int step)
{
  int to = (int) index + step;

  if (to >= 0 && rt_order_window_get_row (self, (guint) to))
    RT_ORDER_WINDOW_GET_CLASS (self)->place (self, index, (guint) to);
}

/* Rows. */

static void
narrow_row (RtOrderWindow *self, GtkListBoxRow *row, gboolean narrow)
{
  rt_order_row_set_narrow (RT_ORDER_ROW (row), narrow);
}

static void
set_narrow (RtOrderWindow *self, GtkListBoxRow *row)
{
  RtOrderWindowClass *klass = RT_ORDER_WINDOW_GET_CLASS (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height;

  if (width <= 0)
    gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  klass->narrow_row (self, row, width < klass->narrow_below);
}

static gboolean
layout_cb (gpointer data)
{
  RtOrderWindow *self = data;
  GtkListBoxRow *row;

  get_private (self)->layout_source = 0;
  for (guint i = 0; (row = rt_order_window_get_row (self, i)) != NULL; i++)
    set_narrow (self, row);
  return G_SOURCE_REMOVE;
}

/* GTK 4.8 loses what is asked for while sizes are given out: the rows follow right after. Before
 * the window is shown they follow at once, or it would open as wide as they want to be. */
static void
width_cb (RtOrderWindow *self)
{
  RtOrderWindowPrivate *private = get_private (self);

  if (!gtk_widget_get_realized (GTK_WIDGET (self)))
    layout_cb (self);
  else if (private->layout_source == 0)
    private->layout_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, layout_cb, self, NULL);
}

static GtkWidget *
new_row (RtOrderWindow *self, RtId id)
{
  GtkWidget *row = RT_ORDER_WINDOW_GET_CLASS (self)->new_row (self);
  RtOrderControls *controls = rt_order_controls_of (GTK_LIST_BOX_ROW (row));

  rt_order_controls_set_id (controls, id);
  g_signal_connect_object (controls, "asked", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  set_narrow (self, GTK_LIST_BOX_ROW (row));
  return row;
}

/* Rows that are still right stay: only the ones that came or changed places are put in.
 * Returns: whether the one that has the focus did. */
static GtkListBoxRow *
find_row (RtOrderWindow *self, RtId id)
{
  GtkListBoxRow *row;

  for (guint i = 0; (row = rt_order_window_get_row (self, i)) != NULL; i++)
    if (rt_order_controls_get_id (rt_order_controls_of (row)) == id)
      return row;
  return NULL;
}

static gboolean
sync_rows (RtOrderWindow *self, guint n, RtOrderControls *focus)
{
  GtkListBox *list = get_private (self)->list;
  GtkListBoxRow *rest;
  gboolean moved = FALSE;

  for (guint i = 0; i < n; i++)
    {
      RtId id = RT_ORDER_WINDOW_GET_CLASS (self)->get_id (self, i);
      g_autoptr (GtkListBoxRow) row = find_row (self, id);

      if (row == NULL)
        row = g_object_ref_sink (GTK_LIST_BOX_ROW (new_row (self, id)));
      else
        g_object_ref (row);
      if (gtk_list_box_row_get_index (row) == (int) i)
        continue;
      moved |= focus != NULL && rt_order_controls_of (row) == focus;
      if (gtk_widget_get_parent (GTK_WIDGET (row)))
        gtk_list_box_remove (list, GTK_WIDGET (row));
      gtk_list_box_insert (list, GTK_WIDGET (row), (int) i);
    }
  while ((rest = rt_order_window_get_row (self, n)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (rest));
  return moved;
}

/* The focus stays with its row and the part of it; when the row went, at the one that stands there
 * now. Where the row moved, GTK still gives it the focus, but takes that away after. */
static void
restore_focus (RtOrderWindow *self, RtId id, guint at, RtOrderPart part, gboolean moved)
{
  GtkListBoxRow *row = find_row (self, id);
  RtOrderControls *now = get_focus_row (self);

  while (row == NULL && at != G_MAXUINT)
    row = rt_order_window_get_row (self, at--);
  if (row == NULL)
    return;
  if (moved || now != rt_order_controls_of (row) || rt_order_controls_get_focus (now) != part)
    rt_order_controls_focus (rt_order_controls_of (row), part);
}

static void
update_undo (RtOrderWindow *self)
{
  RtOrderWindowPrivate *private = get_private (self);
  RtHistory *history = rt_session_get_history (private->session);
  g_autofree char *undo = rt_session_dup_undo (private->session);
  g_autofree char *redo = rt_session_dup_redo (private->session);
  gboolean ready = !rt_session_is_arranging (private->session, NULL);

  gtk_widget_set_tooltip_text (private->undo_button, undo);
  gtk_widget_set_tooltip_text (private->redo_button, redo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "order.undo",
                                 ready && rt_history_undo_label (history) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "order.redo",
                                 ready && rt_history_redo_label (history) != NULL);
}

/* Actions and keys. */

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rt_session_undo (rt_order_window_get_session (RT_ORDER_WINDOW (widget)));
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rt_session_redo (rt_order_window_get_session (RT_ORDER_WINDOW (widget)));
}

/* Asks for the part at the row that has the focus. */
static gboolean
key_cb (GtkWidget *widget, GVariant *part, gpointer data)
{
  RtOrderControls *row = get_focus_row (RT_ORDER_WINDOW (widget));

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  rt_order_controls_ask (row, (RtOrderPart) g_variant_get_int32 (part), 0);
  return GDK_EVENT_STOP;
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, key_cb, "i", RT_ORDER_UP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, key_cb, "i",
                                RT_ORDER_DOWN);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, key_cb, "i", RT_ORDER_REMOVE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "order.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "order.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  RtOrderWindowPrivate *private = get_private (RT_ORDER_WINDOW (buildable));

  if (g_strcmp0 (type, "start") == 0)
    adw_header_bar_pack_start (private->header_bar, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "above") == 0)
    gtk_box_prepend (private->content, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "below") == 0)
    gtk_box_append (private->content, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "empty") == 0)
    adw_bin_set_child (private->empty, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
rt_order_window_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
rt_order_window_dispose (GObject *object)
{
  RtOrderWindowPrivate *private = get_private (RT_ORDER_WINDOW (object));

  g_clear_handle_id (&private->layout_source, g_source_remove);
  g_clear_object (&private->session);
  G_OBJECT_CLASS (rt_order_window_parent_class)->dispose (object);
}

static void
rt_order_window_class_init (RtOrderWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_order_window_dispose;
  klass->refresh = refresh;
  klass->get_id = get_id;
  klass->move_by = move_by;
  klass->narrow_row = narrow_row;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-order-window.ui");
  gtk_widget_class_bind_template_child_private (widget_class, RtOrderWindow, header_bar);
  gtk_widget_class_bind_template_child_private (widget_class, RtOrderWindow, toasts);
  gtk_widget_class_bind_template_child_private (widget_class, RtOrderWindow, stack);
  gtk_widget_class_bind_template_child_private (widget_class, RtOrderWindow, content);
  gtk_widget_class_bind_template_child_private (widget_class, RtOrderWindow, list);
  gtk_widget_class_bind_template_child_private (widget_class, RtOrderWindow, empty);
  gtk_widget_class_bind_template_child_private (widget_class, RtOrderWindow, undo_button);
  gtk_widget_class_bind_template_child_private (widget_class, RtOrderWindow, redo_button);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "order.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "order.redo", NULL, redo_action);
  add_keys (widget_class);
}

static void
rt_order_window_init (RtOrderWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::default-width", G_CALLBACK (width_cb), NULL);
}

void
rt_order_window_set_session (RtOrderWindow *self, RtSession *session, const char *signal)
{
  RtOrderWindowPrivate *private = get_private (self);

  private->session = g_object_ref (session);
  gtk_accessible_update_property (GTK_ACCESSIBLE (private->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_window_get_title (GTK_WINDOW (self)), -1);
  g_signal_connect_object (session, signal, G_CALLBACK (rt_order_window_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::arranging", G_CALLBACK (rt_order_window_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (rt_session_get_history (session), "changed", G_CALLBACK (update_undo),
                           self, G_CONNECT_SWAPPED);
  rt_order_window_update (self);
  if (rt_order_window_get_row (self, 0))
    rt_order_controls_focus (rt_order_controls_of (rt_order_window_get_row (self, 0)),
                             RT_ORDER_HERE);
}

RtSession *
rt_order_window_get_session (RtOrderWindow *self)
{
  return get_private (self)->session;
}

RtPlan *
rt_order_window_get_plan (RtOrderWindow *self)
{
  return rt_session_get_plan (get_private (self)->session);
}

void
rt_order_window_update (RtOrderWindow *self)
{
  RtOrderWindowPrivate *private = get_private (self);
  RtOrderWindowClass *klass = RT_ORDER_WINDOW_GET_CLASS (self);
  gboolean fixed = rt_session_is_arranging (private->session, NULL)
                   || rt_plan_is_read_only (rt_order_window_get_plan (self));
  RtOrderControls *focus = get_focus_row (self);
  RtId id = focus ? rt_order_controls_get_id (focus) : NULL;
  RtOrderPart part = focus ? rt_order_controls_get_focus (focus) : RT_ORDER_HERE;
  guint at = focus ? get_index (focus) : 0;
  guint n = klass->refresh (self);
  gboolean moved = sync_rows (self, n, focus);

  for (guint i = 0; i < n; i++)
    klass->update_row (self, rt_order_window_get_row (self, i), i);
  if (id)
    restore_focus (self, id, at, part, moved);
  gtk_stack_set_visible_child_name (private->stack, n > 0 ? "list" : "empty");
  gtk_widget_set_sensitive (GTK_WIDGET (private->list), !fixed);
  update_undo (self);
  klass->updated (self, fixed);
}

GtkListBoxRow *
rt_order_window_get_row (RtOrderWindow *self, guint index)
{
  return gtk_list_box_get_row_at_index (get_private (self)->list, (int) index);
}

void
rt_order_window_focus_row (RtOrderWindow *self, RtId id)
{
  GtkListBoxRow *row = find_row (self, id);

  if (row)
    rt_order_controls_focus (rt_order_controls_of (row), RT_ORDER_HERE);
}

void
rt_order_window_say (RtOrderWindow *self, const char *message, gboolean undo)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);
  AdwToast *toast = rt_toast_new (GTK_WIDGET (self), markup);

  if (undo)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "order.undo");
    }
  adw_toast_overlay_add_toast (get_private (self)->toasts, toast);
}
