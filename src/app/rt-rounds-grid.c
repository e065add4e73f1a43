/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-rounds-grid.h"

#include <glib/gi18n-lib.h>

#include "rt-meetings.h"
#include "rt-palette.h"
#include "rt-reading-start.h"
#include "rt-seat-cell.h"
#include "rt-tables-grid.h"

/* One row: a person as the grid's lists need them; made anew after each change. */
#define RT_TYPE_GRID_ROW (rt_grid_row_get_type ())
G_DECLARE_FINAL_TYPE (RtGridRow, rt_grid_row, RT, GRID_ROW, GObject)

struct _RtGridRow {
  GObject parent_instance;

  RtId person;
  char *name, *key, *organisation, *folded;
  char *organisation_key; /* made when the rows are first sorted by it */
  guint index;
  int met; /* how many others they meet, -1 for who is no guest in any round */
};

G_DEFINE_FINAL_TYPE (RtGridRow, rt_grid_row, G_TYPE_OBJECT)

struct _RtRoundsGrid {
  GtkWidget parent_instance;

  RtSession *session;
  RtRoll *roll;
  guint n_columns; /* rounds there are columns for */
  RtId found;      /* by the search, last */

  GtkWidget *box, *search, *count, *view, *stack, *by_table;
  GtkOrientable *bar;
  RtTablesGrid *tables;
  GListStore *rows;
  GtkFilter *filter;
  GListModel *shown;
};

G_DEFINE_FINAL_TYPE (RtRoundsGrid, rt_rounds_grid, GTK_TYPE_WIDGET)

static void
rt_grid_row_finalize (GObject *object)
{
  RtGridRow *self = RT_GRID_ROW (object);

  g_free (self->name);
  g_free (self->key);
  g_free (self->organisation);
  g_free (self->organisation_key);
  g_free (self->folded);
  G_OBJECT_CLASS (rt_grid_row_parent_class)->finalize (object);
}

static void
rt_grid_row_class_init (RtGridRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_grid_row_finalize;
}

static void
rt_grid_row_init (RtGridRow *self)
{
}

static RtGridRow *
new_row (RtPlan *plan, const RtMeetings *meetings, guint index)
{
  const RtPerson *record = rt_plan_get_person (plan, index);
  RtGridRow *self = g_object_new (RT_TYPE_GRID_ROW, NULL);
  g_autofree char *all = NULL;

  self->person = record->parent.id;
  self->index = index;
  self->met = meetings->guest[index] ? (int) meetings->met[index] : -1;
  self->name = rt_person_dup_display (record);
  self->key = rt_person_dup_sort_key (record);
  self->organisation = g_strdup (record->organisation != NULL ? record->organisation : "");
  all = g_strconcat (self->name, " ", self->organisation, NULL);
  self->folded = rt_fold (all);
  return self;
}

/* What stands in a cell. */

static int
table_of (RtRoundsGrid *self, RtGridRow *row, guint round)
{
  if (self->roll == NULL || round >= self->roll->n_rounds || row->index >= self->roll->n_people)
    return -1;
  return self->roll->table[round * self->roll->n_people + row->index];
}

static char *
dup_cell (RtRoundsGrid *self, RtGridRow *row, guint round, char **number)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  int table = table_of (self, row, round), host;

  *number = NULL;
  if (self->roll == NULL || round >= self->roll->n_rounds)
    return g_strdup ("");
  if (table < 0)
    return g_strdup (self->roll->attends[round * self->roll->n_people + row->index]
                         ? _("no seat")
                         : _("not there"));
  *number = g_strdup_printf ("%d", rt_plan_get_table (plan, (guint) table)->number);
  host = self->roll->host[round * self->roll->n_tables + (guint) table];
  if (host == (int) row->index)
    return g_strdup (_("hosts"));
  if (host >= 0)
    return rt_person_dup_display (rt_plan_get_person (plan, (guint) host));
  return rt_table_dup_display (rt_plan_get_table (plan, (guint) table));
}

/* Cells. */

static guint
round_of (gpointer factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (factory, "rt-round"));
}

static RtSession *
session_of (GtkWidget *cell)
{
  GtkWidget *self = gtk_widget_get_ancestor (cell, RT_TYPE_ROUNDS_GRID);

  return self != NULL ? RT_ROUNDS_GRID (self)->session : NULL;
}

static GtkWidget *
new_icon (const char *name, const char *klass)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", name, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (icon, klass);
  return icon;
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, RtRoundsGrid *self)
{
  GtkWidget *button = rt_seat_cell_new (session_of);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *number = gtk_label_new (NULL), *words = gtk_label_new (NULL);
  GtkWidget *chip = gtk_label_new (NULL);

  gtk_label_set_width_chars (GTK_LABEL (number), 2);
  gtk_label_set_xalign (GTK_LABEL (number), 1.0f);
  gtk_widget_add_css_class (number, "heading");
  gtk_widget_add_css_class (number, "numeric");
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  /* Organisations give way before hosts, and where both have no room the table is scrolled. */
  gtk_label_set_width_chars (GTK_LABEL (words), 10);
  gtk_label_set_xalign (GTK_LABEL (words), 0.0f);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), chip);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), new_icon ("view-pin-symbolic", "dim-label"));
  gtk_box_append (GTK_BOX (box), new_icon ("dialog-warning-symbolic", "broken"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_list_item_set_child (item, button);
}

static void
show_chip (RtRoundsGrid *self, GtkWidget *chip, RtGridRow *row, guint round)
{
  int table = table_of (self, row, round), theme = -1;
  g_autofree char *letter = NULL, *klass = NULL;
  const RtTheme *record;

  if (table >= 0)
    theme = self->roll->theme[round * self->roll->n_tables + (guint) table];
  gtk_widget_set_visible (chip, theme >= 0);
  if (theme < 0)
    return;
  record = rt_plan_get_theme (rt_session_get_plan (self->session), (guint) theme);
  letter = rt_palette_dup_letter ((guint) theme);
  klass = g_strdup_printf ("theme-%d",
                           (record->colour != RT_UNSET ? record->colour : theme) % RT_N_COLOURS);
  gtk_label_set_text (GTK_LABEL (chip), letter);
  gtk_widget_set_css_classes (chip, (const char *[]) { "theme-letter", klass, NULL });
  gtk_widget_set_tooltip_text (chip, record->title);
}

/* "Ada Byron, round 2: 3 Cy Eze, pinned, broken rule" */
static void
say_cell (GtkWidget *button, RtGridRow *row, guint round, const char *number, const char *words,
          gboolean pinned, gboolean broken)
{
  g_autofree char *spoken = g_strdup_printf (_("%s, round %u: %s %s"), row->name, round + 1,
                                             number != NULL ? number : "", words);
  g_autofree char *all = g_strconcat (spoken, pinned ? ", " : "", pinned ? _("pinned") : "",
                                      broken ? ", " : "", broken ? _("broken rule") : "", NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, RtRoundsGrid *self)
{
  GtkWidget *button = gtk_list_item_get_child (item),
            *box = gtk_button_get_child (GTK_BUTTON (button));
  GtkWidget *label = gtk_widget_get_first_child (box), *icon = gtk_widget_get_last_child (box);
  GtkWidget *chip = gtk_widget_get_next_sibling (label);
  RtGridRow *row = gtk_list_item_get_item (item);
  guint round = round_of (factory);
  g_autofree char *number = NULL, *words = dup_cell (self, row, round, &number);
  gboolean pinned = table_of (self, row, round) >= 0
                    && self->roll->pin[round * self->roll->n_people + row->index] >= 0;
  gboolean broken
      = rt_measures_break_for (rt_session_get_measures (self->session), round, row->index);

  gtk_label_set_text (GTK_LABEL (label), number != NULL ? number : "");
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (chip)), words);
  show_chip (self, chip, row, round);
  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_set_visible (icon, broken);
  gtk_widget_set_visible (gtk_widget_get_prev_sibling (icon), pinned);
  rt_seat_cell_set (button, round, row->person);
  say_cell (button, row, round, number, words, pinned, broken);
}

static void
setup_label_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_name_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), ((RtGridRow *) gtk_list_item_get_item (item))->name);
  /* Names are never cut: a long one takes a second line. */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_widget_add_css_class (label, "heading");
}

static void
bind_organisation_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *organisation = ((RtGridRow *) gtk_list_item_get_item (item))->organisation;

  gtk_label_set_text (GTK_LABEL (label), organisation);
  gtk_widget_set_tooltip_text (label, organisation);
  gtk_widget_add_css_class (label, "dim-label");
}

static void
bind_met_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  int met = ((RtGridRow *) gtk_list_item_get_item (item))->met;
  g_autofree char *number = met < 0 ? g_strdup ("–") : g_strdup_printf ("%d", met);

  gtk_label_set_text (GTK_LABEL (label), number);
  gtk_label_set_xalign (GTK_LABEL (label), 1.0f);
  gtk_widget_add_css_class (label, "numeric");
}

/* Columns. */

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  return strcmp (((const RtGridRow *) a)->key, ((const RtGridRow *) b)->key);
}

static const char *
get_organisation_key (RtGridRow *self)
{
  if (self->organisation_key == NULL)
    self->organisation_key = rt_dup_sort_key (self->organisation);
  return self->organisation_key;
}

static int
compare_organisations (gconstpointer a, gconstpointer b, gpointer data)
{
  int order = strcmp (get_organisation_key ((RtGridRow *) a),
                      get_organisation_key ((RtGridRow *) b));

  return order != 0 ? order : compare_names (a, b, NULL);
}

/* Who meets fewest stands first. */
static int
compare_met (gconstpointer a, gconstpointer b, gpointer data)
{
  int order = ((const RtGridRow *) a)->met - ((const RtGridRow *) b)->met;

  return order != 0 ? order : compare_names (a, b, NULL);
}

static void
add_column (RtRoundsGrid *self, guint at, const char *title, GCallback setup, GCallback bind,
            GCompareDataFunc compare, guint round)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "rt-round", GUINT_TO_POINTER (round));
  g_signal_connect (factory, "setup", setup, self);
  g_signal_connect (factory, "bind", bind, self);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_column_set_resizable (column, TRUE);
  if (compare != NULL)
    {
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, NULL, NULL));

      gtk_column_view_column_set_sorter (column, sorter);
    }
  gtk_column_view_insert_column (GTK_COLUMN_VIEW (self->view), at, column);
}

static GtkColumnViewColumn *
dup_column (RtRoundsGrid *self, guint at)
{
  return g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view)), at);
}

static void
title_column (RtRoundsGrid *self, guint round)
{
  g_autoptr (GtkColumnViewColumn) column = dup_column (self, round + 2);
  g_autofree char *title
      = rt_tables_grid_dup_round_title (rt_session_get_plan (self->session), round);

  gtk_column_view_column_set_title (column, title);
}

static void
sync_columns (RtRoundsGrid *self)
{
  guint n = rt_plan_get_n (rt_session_get_plan (self->session), RT_PART_ROUNDS);

  for (; self->n_columns < n; self->n_columns++)
    add_column (self, self->n_columns + 2, "", G_CALLBACK (setup_cell_cb),
                G_CALLBACK (bind_cell_cb), NULL, self->n_columns);
  for (; self->n_columns > n; self->n_columns--)
    {
      g_autoptr (GtkColumnViewColumn) column = dup_column (self, self->n_columns + 1);

      gtk_column_view_remove_column (GTK_COLUMN_VIEW (self->view), column);
    }
  for (guint i = 0; i < n; i++)
    title_column (self, i);
}

static gboolean
matches_cb (gpointer item, gpointer data)
{
  g_autofree char *typed
      = rt_fold (gtk_editable_get_text (GTK_EDITABLE (RT_ROUNDS_GRID (data)->search)));

  return *typed == '\0' || strstr (((RtGridRow *) item)->folded, typed) != NULL;
}

static char *
dup_table_count (RtRoundsGrid *self)
{
  guint all = rt_plan_get_n (rt_session_get_plan (self->session), RT_PART_TABLES),
        shown = rt_tables_grid_get_n_shown (self->tables);

  return shown == all
             ? g_strdup_printf (ngettext ("%u table", "%u tables", all), all)
             : g_strdup_printf (ngettext ("%u of %u table shown", "%u of %u tables shown", all),
                                shown, all);
}

static char *
dup_count (RtRoundsGrid *self)
{
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
        shown = g_list_model_get_n_items (self->shown);

  return shown == all
             ? g_strdup_printf (ngettext ("%u person", "%u people", all), all)
             : g_strdup_printf (ngettext ("%u of %u person shown", "%u of %u people shown", all),
                                shown, all);
}

static void
update_count (RtRoundsGrid *self)
{
  gboolean tables = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->by_table));
  g_autofree char *words = tables ? dup_table_count (self) : dup_count (self);

  gtk_label_set_text (GTK_LABEL (self->count), words);
}

static void
by_table_cb (RtRoundsGrid *self)
{
  gboolean tables = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->by_table));

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), tables ? "tables" : "people");
  g_object_set (self->search, "placeholder-text",
                tables ? _("Table or name") : _("Name or organisation"), NULL);
  if (self->session != NULL)
    update_count (self);
}

static void
search_cb (RtRoundsGrid *self)
{
  g_autofree char *typed = rt_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  rt_tables_grid_search (self->tables, typed);
  update_count (self);
}

/* One splice keeps the scrolling where it was. */
static void
fill (gpointer data)
{
  RtRoundsGrid *self = data;
  RtPlan *plan = rt_session_get_plan (self->session);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (RtMeetings) meetings = NULL;

  g_clear_pointer (&self->roll, rt_roll_free);
  self->roll = rt_roll_new (plan);
  meetings = rt_meetings_new (self->roll);
  sync_columns (self);
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_PEOPLE); i++)
    g_ptr_array_add (rows, new_row (plan, meetings, i));
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
  update_count (self);
}

static void
update (RtRoundsGrid *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    rt_seat_cell_keep_focus (self->view, fill, self);
}

static void
rt_rounds_grid_map (GtkWidget *widget)
{
  RtRoundsGrid *self = RT_ROUNDS_GRID (widget);

  GTK_WIDGET_CLASS (rt_rounds_grid_parent_class)->map (widget);
  if (self->session != NULL)
    update (self);
}

static void
rt_rounds_grid_dispose (GObject *object)
{
  RtRoundsGrid *self = RT_ROUNDS_GRID (object);

  rt_rounds_grid_set_session (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->roll, rt_roll_free);
  G_OBJECT_CLASS (rt_rounds_grid_parent_class)->dispose (object);
}

static void
rt_rounds_grid_class_init (RtRoundsGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_rounds_grid_dispose;
  widget_class->map = rt_rounds_grid_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
build_switch (RtRoundsGrid *self, GtkWidget *bar)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *by_person = gtk_toggle_button_new_with_mnemonic (_("By P_erson"));

  self->by_table = gtk_toggle_button_new_with_mnemonic (_("By _Table"));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->by_table), GTK_TOGGLE_BUTTON (by_person));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (by_person), TRUE);
  gtk_widget_add_css_class (box, "linked");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_box_append (GTK_BOX (box), by_person);
  gtk_box_append (GTK_BOX (box), self->by_table);
  gtk_box_append (GTK_BOX (bar), box);
  g_signal_connect_object (self->by_table, "toggled", G_CALLBACK (by_table_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
build_bar (RtRoundsGrid *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->bar = GTK_ORIENTABLE (bar);
  self->search = gtk_search_entry_new ();
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (bar, "page-bar");
  gtk_widget_set_hexpand (self->search, TRUE);
  gtk_widget_set_size_request (self->search, 96, -1);
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_box_append (GTK_BOX (bar), self->search);
  build_switch (self, bar);
  gtk_label_set_ellipsize (GTK_LABEL (self->count), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (bar), self->count);
  gtk_box_append (GTK_BOX (self->box), bar);
  g_object_set (self->search, "placeholder-text", _("Name or organisation"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
rt_rounds_grid_init (RtRoundsGrid *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
  g_autoptr (GtkColumnViewColumn) name = NULL;
  g_autoptr (GtkColumnViewColumn) meets = NULL;

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  build_bar (self);
  self->view = gtk_column_view_new (NULL);
  self->rows = g_list_store_new (RT_TYPE_GRID_ROW);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches_cb, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)),
                                        g_object_ref (self->filter));
  self->shown = G_LIST_MODEL (filtered);
  sorted = gtk_sort_list_model_new (
      G_LIST_MODEL (filtered),
      g_object_ref (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view))));
  add_column (self, 0, _("Name"), G_CALLBACK (setup_label_cb), G_CALLBACK (bind_name_cb),
              compare_names, 0);
  add_column (self, 1, _("Organisation"), G_CALLBACK (setup_label_cb),
              G_CALLBACK (bind_organisation_cb), compare_organisations, 0);
  /* Translators: a column: how many others somebody meets; the rounds stand before it */
  add_column (self, 2, _("Meets"), G_CALLBACK (setup_label_cb), G_CALLBACK (bind_met_cb),
              compare_met, 0);
  meets = dup_column (self, 2);
  gtk_column_view_column_set_expand (meets, FALSE);
  name = dup_column (self, 0);
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->view), name, GTK_SORT_ASCENDING);
  gtk_column_view_set_model (
      GTK_COLUMN_VIEW (self->view),
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (sorted))));
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_widget_add_css_class (self->view, "rounds-grid");
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  rt_reading_start (GTK_SCROLLED_WINDOW (scroller));
  self->stack = gtk_stack_new ();
  self->tables = RT_TABLES_GRID (rt_tables_grid_new ());
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "people");
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->tables), "tables");
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Who sits where"), -1);
}

void
rt_rounds_grid_set_narrow (RtRoundsGrid *self, gboolean narrow)
{
  g_autoptr (GtkColumnViewColumn) organisation = dup_column (self, 1);

  gtk_widget_set_visible (self->count, !narrow);
  /* What may be searched for is not to be cut. */
  gtk_orientable_set_orientation (self->bar, narrow ? GTK_ORIENTATION_VERTICAL
                                                    : GTK_ORIENTATION_HORIZONTAL);
  gtk_column_view_column_set_visible (organisation, !narrow);
}

void
rt_rounds_grid_set_session (RtRoundsGrid *self, RtSession *session)
{
  if (!rt_session_set (&self->session, session, self))
    return;
  if (self->box != NULL)
    rt_tables_grid_set_session (self->tables, session);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "measures-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

void
rt_rounds_grid_search (RtRoundsGrid *self, const char *text)
{
  gtk_widget_grab_focus (self->search);
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
}

/* Where @person stands among those shown, or @none. */
static int
position_of (RtRoundsGrid *self, RtId person, int none)
{
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (self->view)));

  for (guint i = 0; person != NULL && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (RtGridRow) row = g_list_model_get_item (rows, i);

      if (row->person == person)
        return (int) i;
    }
  return none;
}

static void
go_to (RtRoundsGrid *self, guint position)
{
  GtkSelectionModel *rows = gtk_column_view_get_model (GTK_COLUMN_VIEW (self->view));

  gtk_selection_model_select_item (rows, position, TRUE);
  gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);
}

static gboolean
find_next_person (RtRoundsGrid *self, int step)
{
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (self->view)));
  int n = (int) g_list_model_get_n_items (rows);
  g_autoptr (RtGridRow) row = NULL;
  int at;

  if (n == 0)
    return FALSE;
  at = (position_of (self, self->found, step > 0 ? -1 : n) + step + n) % n;
  row = g_list_model_get_item (rows, (guint) at);
  self->found = row->person;
  go_to (self, (guint) at);
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.select-person", "s", row->person);
  return TRUE;
}

gboolean
rt_rounds_grid_find_next (RtRoundsGrid *self, int step)
{
  g_autofree char *typed = rt_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  if (*typed == '\0')
    {
      gtk_widget_grab_focus (self->search);
      return TRUE;
    }
  /* The entry tells of what is typed only a moment later. */
  search_cb (self);
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->by_table))
             ? rt_tables_grid_find_next (self->tables, typed, step)
             : find_next_person (self, step);
}

void
rt_rounds_grid_reveal (RtRoundsGrid *self, RtId person)
{
  int position = position_of (self, person, -1);

  if (position >= 0)
    go_to (self, (guint) position);
}
