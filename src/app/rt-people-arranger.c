/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-people-arranger.h"

#include "rt-application.h"
#include "rt-people-columns.h"

struct _RtPeopleArranger
{
  GObject parent_instance;

  GtkColumnView *view;
  RtPeopleShown *shown;
  RtPeopleEditor *cells;
  GActionMap *actions;
  GSettings *settings;     /* (nullable) */
  RtWidthClass width_class;
};

G_DEFINE_FINAL_TYPE (RtPeopleArranger, rt_people_arranger, G_TYPE_OBJECT)

/* Columns that are there when asked for. */
static const struct { RtPeopleColumn column; const char *key; } columns[] = {
  { RT_PEOPLE_SECTOR, "people-sector" },
  { RT_PEOPLE_KIND, "people-kind" },
  { RT_PEOPLE_TAGS, "people-tags" },
  { RT_PEOPLE_LANGUAGES, "people-languages" },
};

static void
show_columns (RtPeopleArranger *self)
{
  guint extra = 0;

  for (guint i = 0; self->settings && i < G_N_ELEMENTS (columns); i++)
    if (g_settings_get_boolean (self->settings, columns[i].key))
      extra |= 1u << columns[i].column;
  rt_people_editor_finish (self->cells);
  rt_people_columns_set_width_class (self->view, self->width_class, extra);
}

static void
add_column_actions (RtPeopleArranger *self)
{
  GApplication *application = g_application_get_default ();

  if (RT_IS_APPLICATION (application))
    g_set_object (&self->settings, rt_application_get_settings (RT_APPLICATION (application)));
  for (guint i = 0; self->settings && i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, columns[i].key);
      g_autofree char *signal = g_strdup_printf ("changed::%s", columns[i].key);

      g_action_map_add_action (self->actions, action);
      g_signal_connect_object (self->settings, signal, G_CALLBACK (show_columns), self,
                               G_CONNECT_SWAPPED);
    }
}

/* Column headers cannot be pressed by assistive technology in GTK 4.8: the menu does the same. */
static void
sort_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  RtPeopleArranger *self = data;
  RtPeopleColumn column = rt_people_column_from_word (g_variant_get_string (state, NULL));

  /* Nobody sees an order by what is hidden. */
  for (guint i = 0; self->settings && i < G_N_ELEMENTS (columns); i++)
    if (columns[i].column == column)
      g_settings_set_boolean (self->settings, columns[i].key, TRUE);
  gtk_column_view_sort_by_column (
      self->view,
      column < RT_N_PEOPLE_COLUMNS ? rt_people_columns_get (self->view, column) : NULL,
      GTK_SORT_ASCENDING);
}

/* The menu follows what the heads of the columns are pressed for. */
static void
arranged_cb (RtPeopleArranger *self)
{
  RtPeopleColumn column;
  GtkSortType type;
  const char *word = rt_people_columns_get_sort (self->view, &column, &type)
                         ? rt_people_column_get_word (column)
                         : "list";

  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (self->actions, "sort")),
      g_variant_new_string (word));
}

static void
rt_people_arranger_dispose (GObject *object)
{
  RtPeopleArranger *self = RT_PEOPLE_ARRANGER (object);

  if (self->shown)
    g_signal_handlers_disconnect_by_data (self->shown, self);
  if (self->actions)
    g_action_map_remove_action (self->actions, "sort");
  g_clear_object (&self->shown);
  g_clear_object (&self->cells);
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (rt_people_arranger_parent_class)->dispose (object);
}

static void
rt_people_arranger_class_init (RtPeopleArrangerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rt_people_arranger_dispose;
}

static void
rt_people_arranger_init (RtPeopleArranger *self)
{
  self->width_class = RT_WIDTH_WIDE;
}

RtPeopleArranger *
rt_people_arranger_new (GtkColumnView *view, RtPeopleShown *shown, RtPeopleEditor *cells,
                        GActionMap *actions)
{
  static const GActionEntry entries[] = { { "sort", NULL, "s", "'name'", sort_cb } };
  RtPeopleArranger *self = g_object_new (RT_TYPE_PEOPLE_ARRANGER, NULL);

  self->view = view;
  self->shown = g_object_ref (shown);
  self->cells = g_object_ref (cells);
  self->actions = g_object_ref (actions);
  g_action_map_add_action_entries (actions, entries, G_N_ELEMENTS (entries), self);
  add_column_actions (self);
  g_signal_connect_swapped (shown, "arranged", G_CALLBACK (arranged_cb), self);
  show_columns (self);
  return self;
}

void
rt_people_arranger_set_width_class (RtPeopleArranger *self, RtWidthClass width_class)
{
  self->width_class = width_class;
  show_columns (self);
}
