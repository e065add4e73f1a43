/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-themes-window.h"

#include <glib/gi18n-lib.h>

#include "rt-edit.h"
#include "rt-theme-row.h"

struct _RtThemesWindow
{
  AdwWindow parent_instance;

  RtSession *session;

  GtkListBox *list;
  GtkStack *stack;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (RtThemesWindow, rt_themes_window, ADW_TYPE_WINDOW)

static RtThemeRow *
get_row (RtThemesWindow *self,
         guint           index)
{
  return (RtThemeRow *) gtk_list_box_get_row_at_index (self->list, (int) index);
}

static guint
find_row (RtThemesWindow *self,
          RtId            id)
{
  guint i = 0;

  for (RtThemeRow *row; (row = get_row (self, i)) != NULL; i++)
    if (rt_theme_row_get_id (row) == id)
      return i;
  return G_MAXUINT;
}

/* Rows that are still there stay, open or not. */
static void
sync_rows (RtThemesWindow *self,
           RtPlan         *plan,
           guint           n)
{
  for (guint i = 0; i < n; i++)
    {
      RtId id = rt_plan_get_theme (plan, i)->parent.id;
      guint at = find_row (self, id);
      g_autoptr (GtkWidget) row = NULL;

      if (at == i)
        continue;
      if (at != G_MAXUINT)
        {
          row = g_object_ref (GTK_WIDGET (get_row (self, at)));
          gtk_list_box_remove (self->list, row);
        }
      else
        row = g_object_ref_sink (rt_theme_row_new (self->session, id));
      gtk_list_box_insert (self->list, row, (int) i);
    }
  while (get_row (self, n) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (get_row (self, n)));
}

static void
update (RtThemesWindow *self)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  RtHistory *history = rt_session_get_history (self->session);
  guint n = rt_plan_get_n (plan, RT_PART_THEMES);
  gboolean fixed = rt_session_is_arranging (self->session, NULL) || rt_plan_is_read_only (plan);

  sync_rows (self, plan, n);
  for (guint i = 0; i < n; i++)
    rt_theme_row_update (get_row (self, i));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "themes" : "empty");
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), !fixed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "themes.add", !fixed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "themes.remove", !fixed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "themes.undo",
                                 !fixed && rt_history_undo_label (history));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "themes.redo",
                                 !fixed && rt_history_redo_label (history));
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  RtThemesWindow *self = RT_THEMES_WINDOW (widget);
  RtPlan *plan = rt_session_get_plan (self->session);
  GError *error = NULL;
  RtThemeRow *row;

  if (!rt_session_do (self->session, rt_edit_add_theme (plan, &error), error))
    return;
  update (self);
  row = get_row (self, rt_plan_get_n (plan, RT_PART_THEMES) - 1);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Which tables lose it is said, because they stand in another window. */
static char *
dup_losers (RtPlan *plan,
            RtId    theme)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    if (rt_plan_get_table (plan, i)->theme == theme)
      g_ptr_array_add (names, rt_table_dup_display (rt_plan_get_table (plan, i)));
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  RtThemesWindow *self = RT_THEMES_WINDOW (widget);
  RtPlan *plan = rt_session_get_plan (self->session);
  RtId id = rt_id_intern (g_variant_get_string (parameter, NULL));
  g_autofree char *losers = dup_losers (plan, id);
  GError *error = NULL;
  AdwToast *toast;
  g_autofree char *words = NULL;
  g_autofree char *markup = NULL;

  if (!rt_session_do (self->session, rt_edit_remove (plan, NULL, RT_PART_THEMES, &id, 1, &error),
                      error) || *losers == '\0')
    return;
  /* Translators: a list of tables */
  words = g_strdup_printf (_("Without a theme now: %s"), losers);
  markup = g_markup_escape_text (words, -1);
  toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "themes.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  rt_session_undo (RT_THEMES_WINDOW (widget)->session);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  rt_session_redo (RT_THEMES_WINDOW (widget)->session);
}

static RtThemeRow *
get_focus_row (RtThemesWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus ? (RtThemeRow *) gtk_widget_get_ancestor (focus, RT_TYPE_THEME_ROW) : NULL;
}

static gboolean
move_key_cb (GtkWidget *widget,
             GVariant  *step,
             gpointer   data)
{
  RtThemesWindow *self = RT_THEMES_WINDOW (widget);
  RtThemeRow *row = get_focus_row (self);
  RtPlan *plan = rt_session_get_plan (self->session);
  g_autoptr (GError) refused = NULL;
  RtChange *change;
  int to;

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  to = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + g_variant_get_int32 (step);
  change = to < 0 ? NULL : rt_edit_move_theme (plan, rt_theme_row_get_id (row), (guint) to, &refused);
  if (change && rt_session_do (self->session, change, NULL))
    gtk_widget_grab_focus (GTK_WIDGET (row));
  return GDK_EVENT_STOP;
}

static gboolean
remove_key_cb (GtkWidget *widget,
               GVariant  *parameter,
               gpointer   data)
{
  RtThemeRow *row = get_focus_row (RT_THEMES_WINDOW (widget));

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (widget, "themes.remove", "s", rt_theme_row_get_id (row));
  return GDK_EVENT_STOP;
}

static void
rt_themes_window_dispose (GObject *object)
{
  g_clear_object (&RT_THEMES_WINDOW (object)->session);
  G_OBJECT_CLASS (rt_themes_window_parent_class)->dispose (object);
}

static void
rt_themes_window_class_init (RtThemesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_themes_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-themes-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RtThemesWindow, list);
  gtk_widget_class_bind_template_child (widget_class, RtThemesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RtThemesWindow, toasts);
  gtk_widget_class_install_action (widget_class, "themes.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "themes.remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "themes.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "themes.redo", NULL, redo_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_key_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, remove_key_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "themes.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "themes.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rt_themes_window_init (RtThemesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_themes_window_new (RtSession *session)
{
  RtThemesWindow *self = g_object_new (RT_TYPE_THEMES_WINDOW, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::arranging", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (rt_session_get_history (session), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
