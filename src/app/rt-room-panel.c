/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-room-panel.h"

#include <glib/gi18n-lib.h>

#include "rt-edit.h"
#include "rt-length-row.h"
#include "rt-thing-row.h"

#define LEAST_ROOM 100 /* cm */

struct _RtRoomPanel
{
  GtkWidget parent_instance;

  RtSession *session; /* not owned: the page's */
  AdwPreferencesGroup *tables; /* only where the floor is too small to be the list of them */
  AdwPreferencesGroup *room;
  AdwPreferencesGroup *things;
  RtLengthRow *width;
  RtLengthRow *height;
  GPtrArray *rows; /* of RtThingRow */
  GPtrArray *table_rows;
  gboolean lists_tables;
};

G_DEFINE_FINAL_TYPE (RtRoomPanel, rt_room_panel, GTK_TYPE_WIDGET)

static void
size_cb (RtRoomPanel *self, int value, RtLengthRow *row)
{
  GError *error = NULL;
  RtChange *change;

  if (self->session == NULL)
    return;
  change = rt_edit_resize_room (rt_session_get_plan (self->session),
                                row == self->width ? value : 0, row == self->height ? value : 0,
                                &error);
  rt_session_do (self->session, change, &error);
}

static void
rt_room_panel_dispose (GObject *object)
{
  RtRoomPanel *self = RT_ROOM_PANEL (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  self->session = NULL;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->table_rows, g_ptr_array_unref);
  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (rt_room_panel_parent_class)->dispose (object);
}

static void
rt_room_panel_class_init (RtRoomPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rt_room_panel_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static AdwPreferencesGroup *
add_group (GtkWidget *box, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (box), group);
  return ADW_PREFERENCES_GROUP (group);
}

static RtLengthRow *
add_size (RtRoomPanel *self, const char *title)
{
  GtkWidget *row = rt_length_row_new_length (title, LEAST_ROOM);

  g_signal_connect_object (row, "changed", G_CALLBACK (size_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->room, row);
  return RT_LENGTH_ROW (row);
}

static void
rt_room_panel_init (RtRoomPanel *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->rows = g_ptr_array_new ();
  self->table_rows = g_ptr_array_new ();
  self->tables = add_group (box, _("Tables"));
  gtk_widget_set_visible (GTK_WIDGET (self->tables), FALSE);
  self->room = add_group (box, _("Room"));
  self->width = add_size (self, _("Width (m)"));
  self->height = add_size (self, _("Depth (m)"));
  self->things = add_group (box, _("Things in the Room"));
  gtk_widget_add_css_class (box, "panel-content");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 480);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
}

/* As many rows as things; a row that stays keeps whether it is open. */
static void
fit_rows (RtRoomPanel *self, guint n)
{
  while (self->rows->len > n)
    adw_preferences_group_remove (self->things,
                                  g_ptr_array_remove_index (self->rows, self->rows->len - 1));
  while (self->rows->len < n)
    {
      GtkWidget *row = rt_thing_row_new ();

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (self->things, row);
    }
}

static GtkWidget *
new_table_row (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static void
show_table (GtkWidget *row, const RtSceneTable *table)
{
  g_autofree char *places
      = g_strdup_printf (ngettext ("%u place", "%u places", table->n_chairs), table->n_chairs);
  g_autofree char *words
      = table->host ? g_strdup_printf (_("%s, %s"), table->host, places) : g_strdup (places);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), table->display);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", table->table);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "plan.select-table");
}

static void
show_tables (RtRoomPanel *self, const RtScene *scene)
{
  guint n = scene && self->lists_tables ? scene->n_tables : 0;

  while (self->table_rows->len > n)
    adw_preferences_group_remove (
        self->tables, g_ptr_array_remove_index (self->table_rows, self->table_rows->len - 1));
  while (self->table_rows->len < n)
    {
      GtkWidget *row = new_table_row ();

      g_ptr_array_add (self->table_rows, row);
      adw_preferences_group_add (self->tables, row);
    }
  for (guint i = 0; i < n; i++)
    show_table (self->table_rows->pdata[i], &scene->tables[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->tables), n > 0);
}

void
rt_room_panel_list_tables (RtRoomPanel *self, gboolean lists, const RtScene *scene)
{
  if (self->lists_tables == lists)
    return;
  self->lists_tables = lists;
  show_tables (self, scene);
}

void
rt_room_panel_show (RtRoomPanel *self, RtSession *session, const RtScene *scene)
{
  guint n = session && scene ? scene->n_objects : 0;

  self->session = session;
  /* Without a room: the size that one gets with the first thing. */
  rt_length_row_set (self->width,
                     scene && scene->room_width > 0.0 ? (int) scene->room_width : 1200);
  rt_length_row_set (self->height,
                     scene && scene->room_height > 0.0 ? (int) scene->room_height : 900);
  show_tables (self, session ? scene : NULL);
  fit_rows (self, n);
  for (guint i = 0; i < n; i++)
    rt_thing_row_show (self->rows->pdata[i], session, i, scene->objects[i].text);
  adw_preferences_group_set_description (
      self->things, n > 0 ? NULL : _("Add a stage, a door or the coffee with Object."));
}

void
rt_room_panel_choose (RtRoomPanel *self, int thing)
{
  for (int i = 0; i < (int) self->rows->len; i++)
    adw_expander_row_set_expanded (self->rows->pdata[i], i == thing);
}

void
rt_room_panel_show_place (RtRoomPanel *self, int thing)
{
  if (thing >= 0 && thing < (int) self->rows->len)
    rt_thing_row_focus (self->rows->pdata[thing]);
}

void
rt_room_panel_show_words (RtRoomPanel *self, int thing)
{
  if (thing >= 0 && thing < (int) self->rows->len)
    rt_thing_row_focus_words (self->rows->pdata[thing]);
}
