/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-wish-list.h"

#include <glib/gi18n-lib.h>

#include "rt-people-list.h"
#include "rt-person-cell.h"

struct _RtWishList
{
  GtkWidget parent_instance;

  RtSession *session;
  RtId person;
  RtId dragged;      /* theme */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (RtWishList, rt_wish_list, GTK_TYPE_WIDGET)

static const RtPerson *
get_person (RtWishList *self)
{
  return self->session && self->person
         ? rt_plan_find_person (rt_session_get_plan (self->session), self->person) : NULL;
}

static void
set_wishes (RtWishList *self, RtIds wishes)
{
  GError *error = NULL;
  RtChange *change = rt_person_wishes_to_change (rt_session_get_plan (self->session), self->person,
                                                 wishes, &error);

  rt_session_do (self->session, change, &error);
}

void
rt_wish_list_move (RtWishList *self, guint from, guint to)
{
  const RtPerson *person = get_person (self);
  guint n = person ? rt_ids_length (person->wishes) : 0;
  g_autofree RtIds wishes = NULL;
  RtId moved;

  if (from >= n || to >= n || from == to)
    return;
  wishes = rt_ids_copy (person->wishes);
  moved = wishes[from];
  for (guint i = from; i < to; i++)
    wishes[i] = wishes[i + 1];
  for (guint i = from; i > to; i--)
    wishes[i] = wishes[i - 1];
  wishes[to] = moved;
  set_wishes (self, wishes);
}

static void
focus_row (RtWishList *self, guint at)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, at);

  if (row)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
step (RtWishList *self, GtkWidget *row, int by)
{
  int at = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  if (at + by < 0)
    return;
  rt_wish_list_move (self, at, at + by);
  /* The rows are new: the focus goes with the wish, so that it can go on. */
  focus_row (self, at + by);
}

static GtkWidget *
row_of (gpointer widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);
}

static void
up_cb (RtWishList *self, GtkButton *button)
{
  step (self, row_of (button), -1);
}

static void
down_cb (RtWishList *self, GtkButton *button)
{
  step (self, row_of (button), 1);
}

static void
remove_cb (RtWishList *self, GtkButton *button)
{
  int at = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row_of (button)));
  const RtPerson *person = get_person (self);
  g_autofree RtIds fewer = rt_ids_remove (person->wishes, person->wishes[at]);

  set_wishes (self, fewer);
  focus_row (self, at);
}

static gboolean
alt_key_cb (GtkWidget *row, GVariant *by, gpointer data)
{
  step (data, row, g_variant_get_int32 (by));
  return GDK_EVENT_STOP;
}

static void
add_alt_keys (RtWishList *self, GtkWidget *row)
{
  static const struct { guint key; int by; } keys[] = { { GDK_KEY_Up, -1 }, { GDK_KEY_Down, 1 } };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut
          = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_ALT_MASK),
                              gtk_callback_action_new (alt_key_cb, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (keys[i].by));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (row, controller);
}

/* Dragging. */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, gpointer data)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  RtWishList *self = data;
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  self->dragged = get_person (self)->wishes[gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))];
  gtk_drag_source_set_icon (source, picture, x, y);
  return gdk_content_provider_new_typed (RT_TYPE_WISH_LIST, self);
}

static void
drag_begin_cb (GtkWidget *row)
{
  gtk_widget_add_css_class (row, "dragged-row");
}

static void
drag_end_cb (GtkWidget *row)
{
  gtk_widget_remove_css_class (row, "dragged-row");
}

/* Only a wish of this very list may be dropped. */
static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  int to = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  RtWishList *self = data;
  const RtPerson *person = get_person (self);

  if (g_value_get_object (value) != (gpointer) self || person == NULL)
    return FALSE;
  for (guint i = 0; i < rt_ids_length (person->wishes); i++)
    if (person->wishes[i] == self->dragged)
      {
        rt_wish_list_move (self, i, to);
        return TRUE;
      }
  return FALSE;
}

static void
add_drag (RtWishList *self, GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (RT_TYPE_WISH_LIST, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  /* A drop makes other rows before it ends. */
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), row,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (drag_end_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

/* Rows. */

static void
add_button (RtWishList *self, GtkWidget *box, const char *icon, const char *name,
            GCallback callback, gboolean sensitive)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, sensitive);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (box), button);
}

static void
append_wish (RtWishList *self, const RtPerson *person, guint at)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  guint index = rt_plan_index_of (plan, RT_PART_THEMES, person->wishes[at]);
  const char *name = rt_plan_get_theme (plan, index)->title;
  g_autofree char *letter = rt_theme_dup_letter (index);
  g_autofree char *colour = g_strdup_printf ("theme-%u", rt_theme_get_colour (plan, index));
  g_autofree char *title = g_markup_escape_text (name ? name : "", -1);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *chip = gtk_label_new (letter);
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (chip, "theme-letter");
  gtk_widget_add_css_class (chip, colour);
  gtk_widget_add_css_class (handle, "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), chip);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), handle);
  add_button (self, buttons, "go-up-symbolic", _("Up"), G_CALLBACK (up_cb), at > 0);
  add_button (self, buttons, "go-down-symbolic", _("Down"), G_CALLBACK (down_cb),
              at + 1 < rt_ids_length (person->wishes));
  add_button (self, buttons, "list-remove-symbolic", _("Remove"), G_CALLBACK (remove_cb), TRUE);
  gtk_widget_add_css_class (buttons, "close-buttons");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), buttons);
  add_alt_keys (self, row);
  add_drag (self, row);
  gtk_list_box_append (self->list, row);
}

static void
added_cb (GtkDropDown *drop, GParamSpec *pspec, gpointer data)
{
  RtWishList *self = data;
  const RtPerson *person = get_person (self);
  GArray *themes = g_object_get_data (G_OBJECT (drop), "themes");
  guint chosen = gtk_drop_down_get_selected (drop);
  g_autofree RtIds more = NULL;

  if (person == NULL || chosen == 0 || chosen > themes->len)
    return;
  more = rt_ids_add (person->wishes, g_array_index (themes, RtId, chosen - 1));
  set_wishes (self, more);
}

static void
append_add (RtWishList *self, const RtPerson *person)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  GtkStringList *titles = gtk_string_list_new (NULL);
  GArray *themes = g_array_new (FALSE, FALSE, sizeof (RtId));
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *drop;

  gtk_string_list_append (titles, _("Choose…"));
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_THEMES); i++)
    {
      const RtTheme *theme = rt_plan_get_theme (plan, i);

      if (person->wishes && rt_ids_contains (person->wishes, theme->parent.id))
        continue;
      gtk_string_list_append (titles, theme->title ? theme->title : "");
      g_array_append_val (themes, theme->parent.id);
    }
  drop = gtk_drop_down_new (G_LIST_MODEL (titles), NULL);
  gtk_widget_set_valign (drop, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (drop, themes->len > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Add a theme"), -1);
  g_object_set_data_full (G_OBJECT (drop), "themes", themes, (GDestroyNotify) g_array_unref);
  g_signal_connect (drop, "notify::selected", G_CALLBACK (added_cb), self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 themes->len > 0 ? _("Add a Theme") : _("No theme to add"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop);
  gtk_list_box_append (self->list, row);
}

void
rt_wish_list_show (RtWishList *self, RtSession *session, RtId person)
{
  const RtPerson *shown;
  GtkListBoxRow *row;

  g_set_object (&self->session, session);
  self->person = person;
  shown = get_person (self);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (shown == NULL)
    return;
  for (guint i = 0; i < rt_ids_length (shown->wishes); i++)
    append_wish (self, shown, i);
  append_add (self, shown);
}

static void
rt_wish_list_dispose (GObject *object)
{
  RtWishList *self = RT_WISH_LIST (object);

  g_clear_object (&self->session);
  if (self->list)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;
  G_OBJECT_CLASS (rt_wish_list_parent_class)->dispose (object);
}

static void
rt_wish_list_class_init (RtWishListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rt_wish_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
rt_wish_list_init (RtWishList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Wishes, first choice first"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}
