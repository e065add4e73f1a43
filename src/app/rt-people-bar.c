/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-people-bar.h"

#include <glib/gi18n-lib.h>

#include "rt-late-menu.h"
#include "rt-people-totals.h"

struct _RtPeopleBar
{
  GtkBox parent_instance;

  RtPeopleShown *shown;
  GtkStringList *shows;
  gboolean counting;
  gboolean narrow;

  GtkBox *bar;
  GtkSearchEntry *search;
  GtkDropDown *filter_drop;
  GMenuModel *sort_menu;
  GtkMenuButton *sort_button;
  GtkWidget *count_box;
  GtkLabel *count_label;
  GtkWidget *show_all_button;
  GtkWidget *add_buttons;
  GMenuModel *add_menu;
  GtkMenuButton *add_button;
  GtkRevealer *narrow_count;
  GtkBox *narrow_line;
  GtkLabel *narrow_count_label;
  GtkWidget *narrow_show_all_button;
};

enum { ENTERED, LEFT, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RtPeopleBar, rt_people_bar, GTK_TYPE_BOX)

/* The filters carry their counts; the strings are replaced in one splice, so the choice is set
 * again. */
static void
update_shows (RtPeopleBar *self)
{
  g_auto (GStrv) words = rt_people_shown_dup_shows (self->shown);

  self->counting = TRUE;
  gtk_string_list_splice (self->shows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shows)),
                          (const char * const *) words);
  gtk_drop_down_set_selected (self->filter_drop, rt_people_shown_get_show (self->shown));
  self->counting = FALSE;
}

static char *
count_words (RtPeopleBar *self, guint n_all, guint n_shown)
{
  /* Translators: how many people a search or filter shows, of how many there are. */
  if (n_shown < n_all)
    return g_strdup_printf (ngettext ("%u of %u person shown", "%u of %u people shown", n_all),
                            n_shown, n_all);
  return rt_people_totals_dup_people (rt_people_shown_get_all (self->shown));
}

static void
update_count (RtPeopleBar *self)
{
  guint n_all = rt_people_list_get_n (rt_people_shown_get_all (self->shown));
  guint n_shown = rt_people_shown_get_n (self->shown);
  g_autofree char *words = count_words (self, n_all, n_shown);

  gtk_label_set_label (self->count_label, words);
  gtk_label_set_label (self->narrow_count_label, words);
  gtk_widget_set_visible (self->show_all_button, n_shown < n_all);
  gtk_widget_set_visible (self->narrow_show_all_button, n_shown < n_all);
  gtk_revealer_set_reveal_child (self->narrow_count, self->narrow && n_all > 0);
}

static void
show_chosen_cb (RtPeopleBar *self)
{
  guint chosen = gtk_drop_down_get_selected (self->filter_drop);

  if (!self->counting && chosen < RT_N_SHOWS)
    rt_people_shown_set_show (self->shown, chosen);
}

static void
entered_cb (RtPeopleBar *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
left_cb (RtPeopleBar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  rt_people_bar_search (self);
  g_signal_emit (self, signals[LEFT], 0);
}

/* Typing in the list begins a search. GtkSearchEntry's own capture takes Delete too, so it is not
 * used. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                gpointer data)
{
  RtPeopleBar *self = data;
  gunichar character = gdk_keyval_to_unicode (key);
  char text[7] = "";

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
      || !g_unichar_isgraph (character))
    return GDK_EVENT_PROPAGATE;
  g_unichar_to_utf8 (character, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
  return GDK_EVENT_STOP;
}

static void
rt_people_bar_dispose (GObject *object)
{
  RtPeopleBar *self = RT_PEOPLE_BAR (object);

  if (self->shown)
    g_signal_handlers_disconnect_by_data (self->shown, self);
  g_clear_object (&self->shown);
  gtk_widget_dispose_template (GTK_WIDGET (object), RT_TYPE_PEOPLE_BAR);
  g_clear_object (&self->shows);
  G_OBJECT_CLASS (rt_people_bar_parent_class)->dispose (object);
}

static void
rt_people_bar_class_init (RtPeopleBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_people_bar_dispose;
  signals[ENTERED] = g_signal_new ("entered", RT_TYPE_PEOPLE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", RT_TYPE_PEOPLE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-people-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RtPeopleBar, bar);
  gtk_widget_class_bind_template_child (widget_class, RtPeopleBar, search);
  gtk_widget_class_bind_template_child (widget_class, RtPeopleBar, filter_drop);
  gtk_widget_class_bind_template_child (widget_class, RtPeopleBar, sort_menu);
  gtk_widget_class_bind_template_child (widget_class, RtPeopleBar, sort_button);
  gtk_widget_class_bind_template_child (widget_class, RtPeopleBar, count_box);
  gtk_widget_class_bind_template_child (widget_class, RtPeopleBar, count_label);
  gtk_widget_class_bind_template_child (widget_class, RtPeopleBar, show_all_button);
  gtk_widget_class_bind_template_child (widget_class, RtPeopleBar, add_buttons);
  gtk_widget_class_bind_template_child (widget_class, RtPeopleBar, add_menu);
  gtk_widget_class_bind_template_child (widget_class, RtPeopleBar, add_button);
  gtk_widget_class_bind_template_child (widget_class, RtPeopleBar, narrow_count);
  gtk_widget_class_bind_template_child (widget_class, RtPeopleBar, narrow_line);
  gtk_widget_class_bind_template_child (widget_class, RtPeopleBar, narrow_count_label);
  gtk_widget_class_bind_template_child (widget_class, RtPeopleBar, narrow_show_all_button);
  gtk_widget_class_bind_template_callback (widget_class, rt_people_bar_show_all);
}

static void
rt_people_bar_init (RtPeopleBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rt_late_menu_set (self->sort_button, self->sort_menu);
  rt_late_menu_set (self->add_button, self->add_menu);
  self->shows = gtk_string_list_new (NULL);
  gtk_drop_down_set_model (self->filter_drop, G_LIST_MODEL (self->shows));
}

void
rt_people_bar_set_shown (RtPeopleBar *self, RtPeopleShown *shown, GtkWidget *view)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  self->shown = g_object_ref (shown);
  update_shows (self);
  update_count (self);
  g_signal_connect_swapped (shown, "changed", G_CALLBACK (update_shows), self);
  g_signal_connect_swapped (shown, "arranged", G_CALLBACK (update_count), self);
  g_signal_connect_swapped (self->filter_drop, "notify::selected", G_CALLBACK (show_chosen_cb),
                            self);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (rt_people_bar_search),
                            self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (entered_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (left_cb), self);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (view, controller);
}

/* A narrow bar has no room for the filter: it stands in the line under it, beside the count. */
static void
place_filter (RtPeopleBar *self)
{
  GtkBox *line = self->narrow ? self->narrow_line : self->bar;
  GtkWidget *drop = GTK_WIDGET (self->filter_drop);

  if (gtk_widget_get_parent (drop) == GTK_WIDGET (line))
    return;
  g_object_ref (drop);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (drop)), drop);
  if (self->narrow)
    gtk_box_prepend (line, drop);
  else
    gtk_box_insert_child_after (line, drop, GTK_WIDGET (self->search));
  g_object_unref (drop);
}

void
rt_people_bar_set_width_class (RtPeopleBar *self, RtWidthClass width_class)
{
  gboolean wide = width_class == RT_WIDTH_WIDE;

  self->narrow = width_class == RT_WIDTH_NARROW;
  gtk_widget_set_visible (self->add_buttons, wide);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), !wide);
  gtk_widget_set_visible (self->count_box, !self->narrow);
  place_filter (self);
  update_count (self);
}

void
rt_people_bar_focus_search (RtPeopleBar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
rt_people_bar_search (RtPeopleBar *self)
{
  rt_people_shown_search (self->shown, rt_people_bar_get_sought (self));
}

const char *
rt_people_bar_get_sought (RtPeopleBar *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

void
rt_people_bar_show_all (RtPeopleBar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  rt_people_bar_search (self);
  gtk_drop_down_set_selected (self->filter_drop, RT_SHOW_EVERYONE);
}
