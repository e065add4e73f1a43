/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-window-header.h"

#include <glib/gi18n-lib.h>

#include "rt-late-menu.h"
#include "rt-preset.h"
#include "rt-session-words.h"

struct _RtWindowHeader
{
  AdwBin parent_instance;

  RtSession *session;
  RtHistory *history; /* of the session */
  gboolean welcome;

  AdwHeaderBar *bar;
  GtkWidget *open_button;
  GtkMenuButton *title_button;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkMenuButton *menu_button;
  GtkWidget *print_button;
  AdwButtonContent *print_content;

  /* One of them is in the middle. */
  GtkWidget *switcher;
  GtkWidget *narrow_title;

  GMenu *title_menu;
  GMenu *title_section;
  GMenu *plan_menu;
  GMenu *main_menu;
  GMenu *main_section;
};

G_DEFINE_FINAL_TYPE (RtWindowHeader, rt_window_header, ADW_TYPE_BIN)

static void
update_title (RtWindowHeader *self)
{
  g_autofree char *title = rt_session_dup_title (self->session);
  g_autofree char *subtitle = rt_session_dup_subtitle (self->session);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", title, subtitle);

  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->subtitle_label, subtitle);
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->narrow_title),
                              self->welcome ? "Rotunda" : title);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->narrow_title),
                                 self->welcome ? "" : subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
say (GtkWidget *button, const char *words)
{
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

static void
update_undo (RtWindowHeader *self)
{
  g_autofree char *undo = rt_session_dup_undo (self->session);
  g_autofree char *redo = rt_session_dup_redo (self->session);

  say (self->undo_button, undo);
  say (self->redo_button, redo);
}

/* The formats, and what is done with a whole plan, are in both menus, because a narrow window has
 * only one of them. */
static void
add_shared_menus (RtWindowHeader *self)
{
  g_autoptr (GMenu) formats = g_menu_new ();

  for (RtPreset preset = 0; preset < RT_N_PRESETS; preset++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (rt_preset_get_title (preset), NULL);

      g_menu_item_set_action_and_target (item, "plan.set-up", "s", rt_preset_words[preset]);
      g_menu_append_item (formats, item);
    }
  g_menu_append_submenu (self->title_section, _("_Format"), G_MENU_MODEL (formats));
  g_menu_append_submenu (self->main_section, _("_Format"), G_MENU_MODEL (formats));
  g_menu_append_section (self->title_menu, NULL, G_MENU_MODEL (self->plan_menu));
  g_menu_append_submenu (self->main_section, _("This P_lan"), G_MENU_MODEL (self->plan_menu));
  rt_late_menu_set (self->title_button, G_MENU_MODEL (self->title_menu));
  rt_late_menu_set (self->menu_button, G_MENU_MODEL (self->main_menu));
}

static void
forget_session (RtWindowHeader *self)
{
  if (self->history)
    g_signal_handlers_disconnect_by_data (self->history, self);
  g_clear_object (&self->history);
  rt_session_set (&self->session, NULL, self);
}

static void
rt_window_header_dispose (GObject *object)
{
  RtWindowHeader *self = RT_WINDOW_HEADER (object);

  forget_session (self);
  g_clear_object (&self->switcher);
  g_clear_object (&self->narrow_title);
  G_OBJECT_CLASS (rt_window_header_parent_class)->dispose (object);
}

static void
rt_window_header_class_init (RtWindowHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_window_header_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-window-header.ui");
  gtk_widget_class_bind_template_child (widget_class, RtWindowHeader, bar);
  gtk_widget_class_bind_template_child (widget_class, RtWindowHeader, open_button);
  gtk_widget_class_bind_template_child (widget_class, RtWindowHeader, title_button);
  gtk_widget_class_bind_template_child (widget_class, RtWindowHeader, title_label);
  gtk_widget_class_bind_template_child (widget_class, RtWindowHeader, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, RtWindowHeader, undo_button);
  gtk_widget_class_bind_template_child (widget_class, RtWindowHeader, redo_button);
  gtk_widget_class_bind_template_child (widget_class, RtWindowHeader, menu_button);
  gtk_widget_class_bind_template_child (widget_class, RtWindowHeader, print_button);
  gtk_widget_class_bind_template_child (widget_class, RtWindowHeader, print_content);
  gtk_widget_class_bind_template_child (widget_class, RtWindowHeader, title_menu);
  gtk_widget_class_bind_template_child (widget_class, RtWindowHeader, title_section);
  gtk_widget_class_bind_template_child (widget_class, RtWindowHeader, plan_menu);
  gtk_widget_class_bind_template_child (widget_class, RtWindowHeader, main_menu);
  gtk_widget_class_bind_template_child (widget_class, RtWindowHeader, main_section);
}

static void
rt_window_header_init (RtWindowHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->switcher = g_object_ref_sink (adw_view_switcher_new ());
  self->narrow_title = g_object_ref_sink (adw_window_title_new ("Rotunda", ""));
  add_shared_menus (self);
}

void
rt_window_header_set_pages (RtWindowHeader *self, AdwViewStack *pages)
{
  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (self->switcher), pages);
}

void
rt_window_header_set_session (RtWindowHeader *self, RtSession *session)
{
  if (self->session == session)
    return;
  forget_session (self);
  rt_session_set (&self->session, session, self);
  self->history = g_object_ref (rt_session_get_history (session));
  g_signal_connect_swapped (session, "changed", G_CALLBACK (update_title), self);
  g_signal_connect_swapped (session, "notify::title", G_CALLBACK (update_title), self);
  g_signal_connect_swapped (session, "notify::modified", G_CALLBACK (update_title), self);
  g_signal_connect_swapped (self->history, "changed", G_CALLBACK (update_undo), self);
  update_title (self);
  update_undo (self);
}

void
rt_window_header_set_form (RtWindowHeader *self, RtWidthClass width_class, gboolean welcome)
{
  gboolean narrow = width_class == RT_WIDTH_NARROW;
  gboolean wide = width_class == RT_WIDTH_WIDE;

  self->welcome = welcome;
  gtk_widget_set_visible (self->open_button, welcome && !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->title_button), !welcome && !narrow);
  gtk_widget_set_visible (self->undo_button, !welcome);
  gtk_widget_set_visible (self->redo_button, !welcome && !narrow);
  gtk_widget_set_visible (self->print_button, !welcome && !narrow);
  adw_button_content_set_label (self->print_content, wide ? _("P_rint…") : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle_label), wide);
  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (self->switcher),
                                wide ? ADW_VIEW_SWITCHER_POLICY_WIDE
                                     : ADW_VIEW_SWITCHER_POLICY_NARROW);
  adw_header_bar_set_title_widget (self->bar,
                                   welcome || narrow ? self->narrow_title : self->switcher);
  if (self->session)
    update_title (self);
}
