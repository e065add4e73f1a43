/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-themes-window.h"

#include <glib/gi18n-lib.h>

#include "rt-edit.h"
#include "rt-theme-row.h"

/* Below it the words of a row have less room than its buttons. */
#define NARROW_BELOW 480

struct _RtThemesWindow
{
  RtOrderWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (RtThemesWindow, rt_themes_window, RT_TYPE_ORDER_WINDOW)

/* What people ask for. */

static void
place (RtOrderWindow *window, guint from, guint to)
{
  RtPlan *plan = rt_order_window_get_plan (window);
  GError *error = NULL;
  RtChange *change
      = rt_edit_move_theme (plan, rt_plan_get_theme (plan, from)->parent.id, to, &error);

  rt_session_do (rt_order_window_get_session (window), change, &error);
}

/* Which tables lose it is said, because they stand in another window. */
static char *
dup_losers (RtPlan *plan, RtId theme)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    if (rt_plan_get_table (plan, i)->theme == theme)
      g_ptr_array_add (names, rt_table_dup_display (rt_plan_get_table (plan, i)));
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static void
remove_theme (RtOrderWindow *window, RtId id)
{
  RtPlan *plan = rt_order_window_get_plan (window);
  g_autofree char *losers = dup_losers (plan, id);
  GError *error = NULL;
  RtChange *change = rt_edit_remove (plan, NULL, RT_PART_THEMES, &id, 1, &error);

  if (rt_session_do (rt_order_window_get_session (window), change, &error) && *losers != '\0')
    {
      /* Translators: a list of tables */
      g_autofree char *words = g_strdup_printf (_("Without a theme now: %s"), losers);

      rt_order_window_say (window, words, TRUE);
    }
}

static void
remove_at (RtOrderWindow *window, guint index)
{
  remove_theme (window, rt_plan_get_theme (rt_order_window_get_plan (window), index)->parent.id);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  remove_theme (RT_ORDER_WINDOW (widget), rt_id_intern (g_variant_get_string (parameter, NULL)));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RtOrderWindow *window = RT_ORDER_WINDOW (widget);
  RtPlan *plan = rt_order_window_get_plan (window);
  GError *error = NULL;
  GtkListBoxRow *row;

  if (!rt_session_do (rt_order_window_get_session (window), rt_edit_add_theme (plan, &error),
                      &error))
    return;
  rt_order_window_update (window);
  row = rt_order_window_get_row (window, rt_plan_get_n (plan, RT_PART_THEMES) - 1);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  rt_order_controls_focus (rt_order_controls_of (row), RT_ORDER_HERE);
}

/* Rows. */

static GtkWidget *
new_row (RtOrderWindow *window)
{
  return rt_theme_row_new (rt_order_window_get_session (window));
}

static void
update_row (RtOrderWindow *window, GtkListBoxRow *row, guint index)
{
  rt_theme_row_update (RT_THEME_ROW (row));
}

static void
narrow_row (RtOrderWindow *window, GtkListBoxRow *row, gboolean narrow)
{
  rt_theme_row_set_narrow (RT_THEME_ROW (row), narrow);
}

static void
updated (RtOrderWindow *window, gboolean fixed)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "themes.add", !fixed);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "themes.remove", !fixed);
}

static void
rt_themes_window_class_init (RtThemesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  RtOrderWindowClass *order_class = RT_ORDER_WINDOW_CLASS (klass);

  order_class->part = RT_PART_THEMES;
  order_class->new_row = new_row;
  order_class->update_row = update_row;
  order_class->narrow_below = NARROW_BELOW;
  order_class->narrow_row = narrow_row;
  order_class->updated = updated;
  order_class->place = place;
  order_class->remove = remove_at;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-themes-window.ui");
  gtk_widget_class_install_action (widget_class, "themes.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "themes.remove", "s", remove_action);
}

static void
rt_themes_window_init (RtThemesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_themes_window_new (RtSession *session)
{
  RtOrderWindow *self = g_object_new (RT_TYPE_THEMES_WINDOW, NULL);

  rt_order_window_set_session (self, session, "changed");
  return GTK_WIDGET (self);
}
