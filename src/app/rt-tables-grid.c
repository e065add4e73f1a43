/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-tables-grid.h"

#include <glib/gi18n-lib.h>

#include "rt-reading-start.h"
#include "rt-seat-cell.h"

struct _RtTablesGrid {
  GtkWidget parent_instance;

  RtSession *session;
  char *folded;
  guint n_columns; /* rounds there are columns for */

  GtkWidget *scroller, *view;
  GtkStringList *rows; /* ids of the tables */
  GtkFilter *filter;
  GListModel *shown;
};

G_DEFINE_FINAL_TYPE (RtTablesGrid, rt_tables_grid, GTK_TYPE_WIDGET)

static guint
index_of (RtTablesGrid *self, gpointer item)
{
  return rt_plan_index_of (rt_session_get_plan (self->session), RT_PART_TABLES,
                           rt_id_intern (gtk_string_object_get_string (item)));
}

/* People of a cell. */

static RtSession *
session_of (GtkWidget *cell)
{
  GtkWidget *self = gtk_widget_get_ancestor (cell, RT_TYPE_TABLES_GRID);

  return self != NULL ? RT_TABLES_GRID (self)->session : NULL;
}

static void
add_icon (GtkWidget *box, const char *name, const char *klass)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", name, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (icon, klass);
  gtk_box_append (GTK_BOX (box), icon);
}

static void
add_person (RtTablesGrid *self, GtkWidget *cell, guint table, guint round, guint index)
{
  const RtPerson *person
      = rt_plan_get_person (rt_session_get_plan (self->session), index);
  const RtRoll *roll = rt_session_get_roll (self->session);
  gboolean broken = rt_measures_break_for (rt_session_get_measures (self->session), round, index);
  gboolean host = roll->host[round * roll->n_tables + table] == (int) index;
  gboolean pinned = roll->pin[round * roll->n_people + index] >= 0;
  GtkWidget *button = rt_seat_cell_new (session_of);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *name = rt_person_dup_display (person);
  g_autofree char *spoken = g_strdup_printf (host     ? _("%s, host, round %u")
                                             : broken ? _("%s, round %u, broken rule")
                                                      : _("%s, round %u"),
                                             name, round + 1);
  g_autofree char *all = g_strconcat (spoken, pinned ? ", " : "", pinned ? _("pinned") : "", NULL);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* Where there is little room the table is rather scrolled than names broken. */
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_widget_set_hexpand (label, TRUE);
  if (host)
    {
      add_icon (box, "starred-symbolic", "dim-label");
      gtk_widget_add_css_class (label, "heading");
    }
  gtk_box_append (GTK_BOX (box), label);
  if (pinned)
    add_icon (box, "view-pin-symbolic", "dim-label");
  if (broken)
    add_icon (box, "dialog-warning-symbolic", "broken");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, person->organisation);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
  rt_seat_cell_set (button, round, person->parent.id);
  gtk_box_append (GTK_BOX (cell), button);
}

static void
add_words (GtkWidget *cell, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (cell), label);
}

static guint
round_of (gpointer factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (factory, "rt-round"));
}

static void
clear_cell (GtkWidget *cell)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (cell)) != NULL)
    gtk_box_remove (GTK_BOX (cell), child);
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (cell, GTK_ALIGN_START);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, RtTablesGrid *self)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  const RtRoll *roll = rt_session_get_roll (self->session);
  guint round = round_of (factory), table = index_of (self, gtk_list_item_get_item (item));
  const RtSeating *seating;
  RtId id;
  guint n = 0;

  clear_cell (cell);
  if (round >= roll->n_rounds || table >= roll->n_tables)
    return;
  seating = rt_plan_get_round (rt_session_get_plan (self->session), round)->seating;
  id = rt_plan_get_table (rt_session_get_plan (self->session), table)->parent.id;
  for (guint k = 0; k < rt_seating_n_chairs (seating, id); k++)
    {
      RtId person = rt_seating_at (seating, id, k);

      if (person == NULL)
        continue;
      add_person (self, cell, table, round,
                  rt_plan_index_of (rt_session_get_plan (self->session), RT_PART_PEOPLE, person));
      n++;
    }
  if (n == 0)
    add_words (cell, roll->open[round * roll->n_tables + table] ? _("nobody") : _("closed"));
}

static void
setup_name_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_valign (box, GTK_ALIGN_START);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_width_chars (GTK_LABEL (label), 10);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
      gtk_widget_add_css_class (label, i == 0 ? "heading" : "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_item_set_child (item, box);
}

static void
bind_name_cb (GtkSignalListItemFactory *factory, GtkListItem *item, RtTablesGrid *self)
{
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  RtPlan *plan = rt_session_get_plan (self->session);
  guint index = index_of (self, gtk_list_item_get_item (item));
  g_autofree char *words = NULL;
  const RtTable *table;
  const RtTheme *theme;

  if (index == G_MAXUINT)
    return;
  table = rt_plan_get_table (plan, index);
  theme = table->theme != NULL ? rt_plan_find_theme (plan, table->theme) : NULL;
  words = rt_table_dup_display (table);
  gtk_label_set_text (GTK_LABEL (name), words);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (name)),
                      theme != NULL && theme->title != NULL ? theme->title : "");
}

/* Columns and rows. */

static GtkColumnViewColumn *
add_column (RtTablesGrid *self, GCallback setup, GCallback bind, guint round)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (NULL, factory);

  g_object_set_data (G_OBJECT (factory), "rt-round", GUINT_TO_POINTER (round));
  g_signal_connect (factory, "setup", setup, self);
  g_signal_connect (factory, "bind", bind, self);
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
  g_object_unref (column);
  return column;
}

char *
rt_tables_grid_dup_round_title (RtPlan *plan, guint round)
{
  int start, end;

  if (!rt_plan_get_round_times (plan, round, &start, &end))
    return g_strdup_printf (_("Round %u"), round + 1);
  return g_strdup_printf (_("Round %u · %02d:%02d"), round + 1, start / 60 % 24, start % 60);
}

static void
sync_columns (RtTablesGrid *self)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));
  guint n = rt_plan_get_n (plan, RT_PART_ROUNDS);

  for (; self->n_columns < n; self->n_columns++)
    add_column (self, G_CALLBACK (setup_cell_cb), G_CALLBACK (bind_cell_cb), self->n_columns);
  for (; self->n_columns > n; self->n_columns--)
    {
      g_autoptr (GtkColumnViewColumn) last = g_list_model_get_item (columns, self->n_columns);

      gtk_column_view_remove_column (GTK_COLUMN_VIEW (self->view), last);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i + 1);
      g_autofree char *title = rt_tables_grid_dup_round_title (plan, i);

      gtk_column_view_column_set_title (column, title);
    }
}

static gboolean
matches_person (RtTablesGrid *self, guint table)
{
  const RtRoll *roll = rt_session_get_roll (self->session);

  for (guint i = 0; i < roll->n_rounds * roll->n_people; i++)
    if (roll->table[i] == (int) table)
      {
        g_autofree char *name = rt_person_dup_display (
            rt_plan_get_person (rt_session_get_plan (self->session), i % roll->n_people));
        g_autofree char *folded = rt_fold (name);

        if (strstr (folded, self->folded) != NULL)
          return TRUE;
      }
  return FALSE;
}

static gboolean
matches_cb (gpointer item, gpointer data)
{
  RtTablesGrid *self = data;
  g_autofree char *name = NULL, *folded = NULL;
  guint table;

  if (self->folded == NULL || *self->folded == '\0')
    return TRUE;
  table = index_of (self, item);
  if (table == G_MAXUINT)
    return FALSE;
  name = rt_table_dup_display (rt_plan_get_table (rt_session_get_plan (self->session), table));
  folded = rt_fold (name);
  return strstr (folded, self->folded) != NULL || matches_person (self, table);
}

/* One splice keeps the scrolling where it was. */
static void
fill (gpointer data)
{
  RtTablesGrid *self = data;
  RtPlan *plan = rt_session_get_plan (self->session);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  sync_columns (self);
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    g_ptr_array_add (ids, (gpointer) rt_plan_get_table (plan, i)->parent.id);
  g_ptr_array_add (ids, NULL);
  gtk_string_list_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                          (const char *const *) ids->pdata);
}

static void
update (RtTablesGrid *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    rt_seat_cell_keep_focus (self->view, fill, self);
}

static void
rt_tables_grid_map (GtkWidget *widget)
{
  RtTablesGrid *self = RT_TABLES_GRID (widget);

  GTK_WIDGET_CLASS (rt_tables_grid_parent_class)->map (widget);
  if (self->session != NULL)
    update (self);
}

static void
rt_tables_grid_dispose (GObject *object)
{
  RtTablesGrid *self = RT_TABLES_GRID (object);

  rt_tables_grid_set_session (self, NULL);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->folded, g_free);
  G_OBJECT_CLASS (rt_tables_grid_parent_class)->dispose (object);
}

static void
rt_tables_grid_class_init (RtTablesGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_tables_grid_dispose;
  widget_class->map = rt_tables_grid_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rt_tables_grid_init (RtTablesGrid *self)
{
  GtkColumnViewColumn *name;

  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->view = gtk_column_view_new (NULL);
  self->rows = gtk_string_list_new (NULL);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches_cb, self, NULL));
  self->shown = G_LIST_MODEL (gtk_filter_list_model_new (
      g_object_ref (G_LIST_MODEL (self->rows)), g_object_ref (self->filter)));
  name = add_column (self, G_CALLBACK (setup_name_cb), G_CALLBACK (bind_name_cb), 0);
  gtk_column_view_column_set_title (name, _("Table"));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view),
                             GTK_SELECTION_MODEL (gtk_no_selection_new (self->shown)));
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_widget_add_css_class (self->view, "rounds-grid");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  rt_reading_start (GTK_SCROLLED_WINDOW (self->scroller));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Who sits where, by table"), -1);
}

GtkWidget *
rt_tables_grid_new (void)
{
  return g_object_new (RT_TYPE_TABLES_GRID, NULL);
}

void
rt_tables_grid_set_session (RtTablesGrid *self, RtSession *session)
{
  if (!rt_session_set (&self->session, session, self) || session == NULL)
    return;
  g_signal_connect_object (session, "measures-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

void
rt_tables_grid_search (RtTablesGrid *self, const char *folded)
{
  g_free (self->folded);
  self->folded = g_strdup (folded);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

guint
rt_tables_grid_get_n_shown (RtTablesGrid *self)
{
  return g_list_model_get_n_items (self->shown);
}

/* The buttons of those who have @folded in their name, in the order of the rows. */
static void
collect_named (RtTablesGrid *self, GtkWidget *widget, const char *folded, GPtrArray *found)
{
  RtId id = g_object_get_data (G_OBJECT (widget), "rt-person");
  const RtPerson *person
      = id != NULL ? rt_plan_find_person (rt_session_get_plan (self->session), id) : NULL;

  if (person != NULL)
    {
      g_autofree char *name = rt_person_dup_display (person), *own = rt_fold (name);

      if (strstr (own, folded) != NULL)
        g_ptr_array_add (found, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_named (self, child, folded, found);
}

/* Only tables that match are shown, so everybody sought has a button. */
gboolean
rt_tables_grid_find_next (RtTablesGrid *self, const char *folded, int step)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  guint at;

  collect_named (self, self->view, folded, found);
  if (found->len == 0)
    return FALSE;
  if (g_ptr_array_find (found, focus, &at))
    at = (at + found->len + (guint) step) % found->len;
  else
    at = step > 0 ? 0 : found->len - 1;
  gtk_widget_grab_focus (found->pdata[at]);
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.select-person", "s",
                              g_object_get_data (found->pdata[at], "rt-person"));
  return TRUE;
}
