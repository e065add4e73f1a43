/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-window.h"

#include <glib/gi18n-lib.h>

#include "rt-application.h"
#include "rt-disk-strip.h"
#include "rt-frame.h"
#include "rt-people-page.h"
#include "rt-room-page.h"
#include "rt-rounds-page.h"
#include "rt-session-words.h"
#include "rt-toast.h"
#include "rt-welcome-page.h"
#include "rt-width-class.h"
#include "rt-window-actions.h"
#include "rt-window-file.h"
#include "rt-window-header.h"

#define TOAST_WITH_UNDO_SECONDS 8

struct _RtWindow
{
  AdwApplicationWindow parent_instance;

  RtSession *session;
  GActionGroup *plan_actions;
  AdwToast *undo_toast;
  RtWidthClass width_class;
  guint layout_source; /* the width class has become another */

  RtWindowHeader *header;
  GtkRevealer *read_only_strip;
  RtDiskStrip *disk_strip;
  AdwToastOverlay *toasts;
  GtkStack *outer;
  AdwBin *welcome_bin;
  AdwViewStack *pages;
  AdwBin *switcher_bin;

  /* NULL until they are first shown. */
  RtWelcomePage *welcome;
  RtPeoplePage *people;
  RtRoomPage *room;
  RtRoundsPage *rounds;
  /* NULL until the window is narrow. */
  AdwViewSwitcherBar *switcher_bar;
};

G_DEFINE_FINAL_TYPE (RtWindow, rt_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
is_welcome (RtWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->outer), "welcome") == 0;
}

static void
update_title (RtWindow *self)
{
  g_autofree char *title = rt_session_dup_title (self->session);

  gtk_window_set_title (GTK_WINDOW (self), is_welcome (self) ? "Rotunda" : title);
}

static void
update_actions (RtWindow *self)
{
  rt_window_actions_update (self, self->plan_actions);
}

static void
update_pages (RtWindow *self)
{
  if (self->welcome)
    rt_welcome_page_set_width_class (self->welcome, self->width_class);
  if (self->people)
    rt_people_page_set_width_class (self->people, self->width_class);
  if (self->room)
    rt_room_page_set_width_class (self->room, self->width_class);
  if (self->rounds)
    rt_rounds_page_set_width_class (self->rounds, self->width_class);
}

static void
show_switcher_bar (RtWindow *self, gboolean shown)
{
  if (self->switcher_bar == NULL && shown)
    {
      self->switcher_bar = ADW_VIEW_SWITCHER_BAR (adw_view_switcher_bar_new ());
      adw_view_switcher_bar_set_stack (self->switcher_bar, self->pages);
      adw_bin_set_child (self->switcher_bin, GTK_WIDGET (self->switcher_bar));
    }
  if (self->switcher_bar)
    adw_view_switcher_bar_set_reveal (self->switcher_bar, shown);
}

/* What is shown depends on the width and on whether there is a plan. */
static void
update_layout (RtWindow *self)
{
  gboolean welcome = is_welcome (self);
  gboolean narrow = self->width_class == RT_WIDTH_NARROW;

  rt_window_header_set_form (self->header, self->width_class, welcome);
  show_switcher_bar (self, !welcome && narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  rt_disk_strip_set_narrow (self->disk_strip, narrow);
  update_pages (self);
}

static gboolean
width_class_cb (gpointer data)
{
  RtWindow *self = data;

  self->layout_source = 0;
  update_layout (self);
  return G_SOURCE_REMOVE;
}

/* GTK 4.8 loses what is asked to be laid out anew while it gives out sizes, and then paints nothing
 * at all: what the new width changes is done right after. */
static void
surface_layout_cb (RtWindow *self)
{
  RtWidthClass width_class = rt_width_class_of (GTK_WIDGET (self));

  if (width_class == RT_WIDTH_UNKNOWN || width_class == self->width_class)
    return;
  self->width_class = width_class;
  if (self->layout_source == 0)
    self->layout_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, width_class_cb, self, NULL);
}

static void
told_cb (RtWindow *self, const char *message, gboolean can_undo)
{
  g_autofree char *markup = rt_session_dup_told (self->session, message, can_undo);
  AdwToast *toast = rt_toast_new (GTK_WIDGET (self), markup);

  if (can_undo)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "plan.undo");
      adw_toast_set_timeout (toast, TOAST_WITH_UNDO_SECONDS);
      g_set_weak_pointer (&self->undo_toast, toast);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Coming back from another program is when somebody may have changed the file. */
static void
active_cb (RtWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)) && self->session)
    rt_session_look_at_disk (self->session);
}

/* A toast's Undo must not take back something that was done after it. */
static void
dismiss_undo_toast (RtWindow *self)
{
  AdwToast *toast = self->undo_toast;

  g_clear_weak_pointer (&self->undo_toast);
  if (!toast)
    return;
  adw_toast_set_action_name (toast, NULL);
  adw_toast_set_button_label (toast, NULL);
  adw_toast_dismiss (toast);
}

static void
changed_cb (RtWindow *self)
{
  dismiss_undo_toast (self);
  if (is_welcome (self) && !rt_session_is_pristine (self->session))
    rt_window_show_page (self, "people");
  update_title (self);
}

/* NULL in an application of the tests: nothing is remembered. */
static GSettings *
find_settings (RtWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return RT_IS_APPLICATION (application)
         ? rt_application_get_settings (RT_APPLICATION (application)) : NULL;
}

/* Pages are made when they are first shown: a window opens sooner, and what is done to a plan is
 * counted for those pages only that somebody has looked at. */

static void
make_people (RtWindow *self, AdwBin *bin)
{
  self->people = g_object_new (RT_TYPE_PEOPLE_PAGE, NULL);
  adw_bin_set_child (bin, GTK_WIDGET (self->people));
  rt_people_page_set_width_class (self->people, self->width_class);
  rt_people_page_set_session (self->people, self->session);
}

static void
make_room (RtWindow *self, AdwBin *bin)
{
  self->room = g_object_new (RT_TYPE_ROOM_PAGE, NULL);
  adw_bin_set_child (bin, GTK_WIDGET (self->room));
  rt_room_page_set_settings (self->room, find_settings (self));
  rt_room_page_set_session (self->room, self->session);
  rt_room_page_set_width_class (self->room, self->width_class);
}

static void
make_rounds (RtWindow *self, AdwBin *bin)
{
  self->rounds = g_object_new (RT_TYPE_ROUNDS_PAGE, NULL);
  adw_bin_set_child (bin, GTK_WIDGET (self->rounds));
  rt_rounds_page_set_session (self->rounds, self->session);
  rt_rounds_page_set_width_class (self->rounds, self->width_class);
}

static void
make_page (RtWindow *self, const char *name)
{
  static const struct
  {
    const char *name;
    void (*make) (RtWindow *self, AdwBin *bin);
  } makers[] = { { "people", make_people }, { "room", make_room }, { "rounds", make_rounds } };
  AdwBin *bin = ADW_BIN (adw_view_stack_get_child_by_name (self->pages, name));

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    if (g_str_equal (name, makers[i].name) && adw_bin_get_child (bin) == NULL)
      makers[i].make (self, bin);
}

static void
show_welcome (RtWindow *self)
{
  if (self->welcome == NULL)
    {
      self->welcome = g_object_new (RT_TYPE_WELCOME_PAGE, NULL);
      adw_bin_set_child (self->welcome_bin, GTK_WIDGET (self->welcome));
      rt_welcome_page_set_width_class (self->welcome, self->width_class);
    }
  gtk_stack_set_visible_child_name (self->outer, "welcome");
}

static void
visible_page_cb (RtWindow *self)
{
  GSettings *settings = find_settings (self);
  const char *page = rt_window_get_page (self);

  if (page)
    make_page (self, page);
  if (settings && page)
    g_settings_set_string (settings, "page", page);
}

static void
save_state (RtWindow *self)
{
  GSettings *settings = find_settings (self);
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int width, height;

  if (settings == NULL)
    return;
  g_settings_set_boolean (settings, "window-maximized", maximized);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (maximized || width <= 0 || height <= 0)
    return;
  g_settings_set_int (settings, "window-width", MAX (width, 360));
  g_settings_set_int (settings, "window-height", MAX (height, 294));
}

static void
restore_state (RtWindow *self)
{
  GSettings *settings = find_settings (self);

  if (settings == NULL)
    return;
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static gboolean
dropped_cb (RtWindow *self, const GValue *value)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (GSList *link = g_value_get_boxed (value); link; link = link->next)
    g_list_store_append (files, link->data);
  rt_window_drop_files (self, G_LIST_MODEL (files));
  return TRUE;
}

static void
add_drop_target (RtWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static gboolean
rt_window_close_request (GtkWindow *window)
{
  RtWindow *self = RT_WINDOW (window);

  if (rt_window_ask_to_close (self))
    return TRUE;
  save_state (self);
  return GTK_WINDOW_CLASS (rt_window_parent_class)->close_request (window);
}

static void
rt_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rt_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout",
                           G_CALLBACK (surface_layout_cb), widget, G_CONNECT_SWAPPED);
}

static void
forget_session (RtWindow *self)
{
  if (self->session == NULL)
    return;
  g_signal_handlers_disconnect_by_data (rt_session_get_history (self->session), self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  rt_session_stop (self->session, FALSE);
  g_clear_object (&self->session);
}

static void
rt_window_dispose (GObject *object)
{
  RtWindow *self = RT_WINDOW (object);

  g_clear_weak_pointer (&self->undo_toast);
  forget_session (self);
  g_clear_object (&self->plan_actions);
  g_clear_handle_id (&self->layout_source, g_source_remove);
  self->welcome = NULL;
  self->people = NULL;
  self->room = NULL;
  self->rounds = NULL;
  self->switcher_bar = NULL;
  G_OBJECT_CLASS (rt_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RtWindow, header);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, read_only_strip);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, disk_strip);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, outer);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, welcome_bin);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, switcher_bin);
}

static void
rt_window_class_init (RtWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_window_dispose;
  widget_class->realize = rt_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = rt_window_close_request;

  g_type_ensure (RT_TYPE_DISK_STRIP);
  g_type_ensure (RT_TYPE_FRAME);
  g_type_ensure (RT_TYPE_WINDOW_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rotunda_app/Rotunda/ui/rt-window.ui");
  bind_children (widget_class);
}

static void
rt_window_init (RtWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->width_class = RT_WIDTH_WIDE;
  rt_window_header_set_pages (self->header, self->pages);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  g_signal_connect_swapped (self->pages, "notify::visible-child", G_CALLBACK (visible_page_cb),
                            self);
#ifdef RT_DEVELOPMENT
  gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
#endif
  add_drop_target (self);
}

RtWindow *
rt_window_new (GtkApplication *application, RtSession *session)
{
  RtWindow *self = g_object_new (RT_TYPE_WINDOW, "application", application, NULL);
  g_autoptr (RtSession) fresh = session ? g_object_ref (session) : rt_session_new ();

  self->plan_actions = rt_window_actions_install (self);
  restore_state (self);
  rt_window_set_session (self, fresh);
  return self;
}

RtSession *
rt_window_get_session (RtWindow *self)
{
  return self->session;
}

static void
connect_session (RtWindow *self)
{
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->session, "told", G_CALLBACK (told_cb), self);
  g_signal_connect_swapped (self->session, "notify::title", G_CALLBACK (update_title), self);
  g_signal_connect_swapped (self->session, "notify::modified", G_CALLBACK (update_title), self);
  g_signal_connect_swapped (self->session, "notify::arranging", G_CALLBACK (update_actions), self);
  g_signal_connect_swapped (rt_session_get_history (self->session), "changed",
                            G_CALLBACK (update_actions), self);
}

void
rt_window_set_session (RtWindow *self, RtSession *session)
{
  if (self->session == session)
    return;
  forget_session (self);
  self->session = g_object_ref (session);
  connect_session (self);
  if (self->people)
    rt_people_page_set_session (self->people, session);
  if (self->room)
    rt_room_page_set_session (self->room, session);
  if (self->rounds)
    rt_rounds_page_set_session (self->rounds, session);
  rt_window_header_set_session (self->header, session);
  rt_disk_strip_set_session (self->disk_strip, session);
  gtk_revealer_set_reveal_child (self->read_only_strip,
                                 rt_plan_is_read_only (rt_session_get_plan (session)));
  if (rt_session_is_pristine (session))
    show_welcome (self);
  else
    {
      GSettings *settings = find_settings (self);
      g_autofree char *page
          = settings ? g_settings_get_string (settings, "page") : g_strdup ("people");

      rt_window_show_page (self, page);
    }
  update_layout (self);
  update_title (self);
  update_actions (self);
}

void
rt_window_show_page (RtWindow *self, const char *page)
{
  /* Before it is shown, so that it can take the focus. */
  make_page (self, page);
  adw_view_stack_set_visible_child_name (self->pages, page);
  if (!is_welcome (self))
    return;
  gtk_stack_set_visible_child_name (self->outer, "plan");
  update_layout (self);
  update_title (self);
}

const char *
rt_window_get_page (RtWindow *self)
{
  return is_welcome (self) ? NULL : adw_view_stack_get_visible_child_name (self->pages);
}

RtPreset
rt_window_get_preset (RtWindow *self)
{
  return self->welcome ? rt_welcome_page_get_preset (self->welcome) : RT_PRESET_HOSTED_CAFE;
}

void
rt_window_find (RtWindow *self)
{
  if (g_strcmp0 (rt_window_get_page (self), "rounds") == 0 && rt_rounds_page_find (self->rounds))
    return;
  rt_window_show_page (self, "people");
  rt_people_page_find (self->people);
}

/* On Rounds those who have slips there; from Room it leads to the list. */
void
rt_window_find_next (RtWindow *self, int step)
{
  const char *sought = self->people ? rt_people_page_get_sought (self->people) : "";
  gboolean found;

  if (is_welcome (self))
    return;
  if (g_strcmp0 (rt_window_get_page (self), "rounds") == 0)
    {
      found = rt_rounds_page_find_next (self->rounds, sought, step);
    }
  else
    {
      rt_window_show_page (self, "people");
      found = rt_people_page_find_next (self->people, step);
    }
  if (!found)
    gtk_widget_error_bell (GTK_WIDGET (self));
}

void
rt_window_show_problem (RtWindow *self, int step)
{
  if (is_welcome (self))
    return;
  rt_window_show_page (self, "rounds");
  if (!rt_rounds_page_show_problem (self->rounds, step))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

void
rt_window_edit_person (RtWindow *self, RtId person)
{
  rt_window_show_page (self, "people");
  rt_people_page_edit (self->people, person);
}

void
rt_window_show_report (RtWindow *self, const char *summary, GPtrArray *doubts)
{
  rt_window_show_page (self, "people");
  rt_people_page_show_report (self->people, summary, doubts);
}

void
rt_window_close_now (RtWindow *self)
{
  save_state (self);
  gtk_window_destroy (GTK_WINDOW (self));
}
