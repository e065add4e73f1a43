/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-people-columns.h"

#include <glib/gi18n-lib.h>

#include "rt-people-shown.h"

typedef struct
{
  const char *title;
  GtkWidget *(*make) (void);
  void       (*show) (GtkWidget *cell, const RtPersonRow *row);
  gboolean     expand;
  gboolean     on_demand;
} Column;

/* Cells. */

static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static GtkWidget *
make_name (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = make_label ();
  GtkWidget *organisation = make_label ();

  gtk_widget_add_css_class (organisation, "caption");
  gtk_widget_add_css_class (organisation, "dim-label");
  gtk_widget_add_css_class (organisation, "under-name");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), organisation);
  return box;
}

static void
show_name (GtkWidget *cell, const RtPersonRow *row)
{
  GtkWidget *name = gtk_widget_get_first_child (cell);
  GtkWidget *organisation = gtk_widget_get_next_sibling (name);
  GtkWidget *view = gtk_widget_get_ancestor (cell, GTK_TYPE_COLUMN_VIEW);
  g_autofree char *markup = NULL;

  if (row->unnamed)
    markup = g_markup_printf_escaped ("<i>%s</i>", row->display);
  else if (*row->first)
    markup = g_markup_printf_escaped ("<b>%s</b>, %s", row->surname, row->first);
  else
    markup = g_markup_printf_escaped ("<b>%s</b>", row->surname);
  gtk_label_set_markup (GTK_LABEL (name), markup);
  gtk_label_set_label (GTK_LABEL (organisation), row->organisation);
  gtk_widget_set_visible (organisation, view && gtk_widget_has_css_class (view, "narrow"));
}

/* A label, and before it an icon once somebody has one: hundreds of cells are made at once. */
static GtkWidget *
make_chip (void)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_box_append (GTK_BOX (chip), make_label ());
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  return chip;
}

/* @icon NULL = plain words, no chip. */
static void
show_chip (GtkWidget *chip, const char *words, const char *icon, const char *css_class)
{
  GtkWidget *first = gtk_widget_get_first_child (chip);
  GtkWidget *image = GTK_IS_IMAGE (first) ? first : NULL;
  GtkWidget *label = image ? gtk_widget_get_next_sibling (image) : first;

  if (image == NULL && icon)
    {
      image = gtk_image_new ();
      gtk_box_prepend (GTK_BOX (chip), image);
    }
  if (icon)
    gtk_image_set_from_icon_name (GTK_IMAGE (image), icon);
  if (image)
    gtk_widget_set_visible (image, icon != NULL);
  gtk_label_set_label (GTK_LABEL (label), words);
  if (icon)
    gtk_widget_add_css_class (chip, css_class);
  else
    gtk_widget_remove_css_class (chip, css_class);
}

static void
show_role (GtkWidget *cell, const RtPersonRow *row)
{
  show_chip (cell, row->role, row->hosts ? "starred-symbolic" : NULL, "host-chip");
}

static GtkWidget *
make_wishes (void)
{
  return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
}

static void
show_wish (GtkWidget *label, const RtPersonRow *row, guint i)
{
  g_autofree char *letter = rt_theme_dup_letter (row->wish[i]);
  g_autofree char *colour = g_strdup_printf ("theme-%u", row->colour[i]);
  const char *chip[] = { "theme-letter", colour, NULL };

  gtk_widget_set_css_classes (label, chip);
  gtk_label_set_label (GTK_LABEL (label), letter);
}

static void
show_wishes (GtkWidget *cell, const RtPersonRow *row)
{
  const char *none[] = { NULL };
  GtkWidget *child = gtk_widget_get_first_child (cell);
  guint n = MIN (row->n_wishes, RT_MOST_WISHES_SHOWN);
  g_autofree char *rest
      = n < row->n_wishes ? g_strdup_printf ("+%u", row->n_wishes - n) : g_strdup ("–");

  for (guint i = 0; i < (n == 0 || n < row->n_wishes ? n + 1 : n); i++)
    {
      if (child == NULL)
        {
          child = gtk_label_new ("–");
          gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
          gtk_box_append (GTK_BOX (cell), child);
        }
      if (i < n)
        {
          show_wish (child, row, i);
        }
      else
        {
          gtk_widget_set_css_classes (child, none);
          gtk_label_set_label (GTK_LABEL (child), rest);
        }
      gtk_widget_set_visible (child, TRUE);
      child = gtk_widget_get_next_sibling (child);
    }
  for (; child; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, FALSE);
}

static void
show_needs (GtkWidget *cell, const RtPersonRow *row)
{
  const char *words = row->step_free && row->has_private ? _("Step-free, private")
                      : row->step_free ? _("Step-free") : row->has_private ? _("Private") : "–";
  const char *icon = row->step_free     ? "preferences-desktop-accessibility-symbolic"
                     : row->has_private ? "changes-prevent-symbolic"
                                        : NULL;

  show_chip (cell, words, icon, "chip");
}

#define TEXT(column, title, on_demand) \
  [column] = { title, make_label, NULL, TRUE, on_demand }

static const Column columns[RT_N_PEOPLE_COLUMNS] = {
  [RT_PEOPLE_NAME] = { N_("Name"), make_name, show_name, TRUE },
  TEXT (RT_PEOPLE_ORGANISATION, N_("Organisation"), FALSE),
  [RT_PEOPLE_ROLE] = { N_("Role"), make_chip, show_role, FALSE },
  TEXT (RT_PEOPLE_JOB, N_("Job"), FALSE),
  TEXT (RT_PEOPLE_SECTOR, N_("Sector"), TRUE),
  TEXT (RT_PEOPLE_KIND, N_("Kind"), TRUE),
  TEXT (RT_PEOPLE_TAGS, N_("Tags"), TRUE),
  TEXT (RT_PEOPLE_LANGUAGES, N_("Languages"), TRUE),
  [RT_PEOPLE_WISHES] = { N_("Wishes"), make_wishes, show_wishes, FALSE },
  [RT_PEOPLE_NEEDS] = { N_("Needs"), make_chip, show_needs, FALSE },
};

/* The factory of a column. */

/* A list item's cell, which it shows unless it is being edited. */
typedef struct
{
  const Column *column;
  GtkWidget *widget;
} Cell;

static Cell *
get_cell (GtkListItem *list_item)
{
  return g_object_get_data (G_OBJECT (list_item), "cell");
}

static const RtPersonRow *
get_row (GtkListItem *list_item)
{
  RtPeopleSlot *slot = gtk_list_item_get_item (list_item);

  return slot ? rt_people_slot_get (slot) : NULL;
}

static void
show_cell (GtkListItem *list_item)
{
  const Cell *cell = get_cell (list_item);
  const RtPersonRow *row = get_row (list_item);
  const char *text;

  if (cell->column->show)
    {
      cell->column->show (cell->widget, row);
      return;
    }
  text = rt_people_column_get_text (row, cell->column - columns);
  gtk_label_set_label (GTK_LABEL (cell->widget), *text ? text : "–");
}

/* The cells of a column that are on the screen, of GtkListItem. */
static GPtrArray *
get_items (gpointer factory)
{
  return g_object_get_data (factory, "items");
}

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_object_unref (cell->widget);
  g_free (cell);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  Cell *cell = g_new0 (Cell, 1);

  cell->column = data;
  cell->widget = g_object_ref_sink (cell->column->make ());
  g_object_set_data_full (G_OBJECT (list_item), "cell", cell, cell_free);
  g_object_set_data (G_OBJECT (cell->widget), "list-item", list_item);
  gtk_list_item_set_child (list_item, cell->widget);
  g_ptr_array_add (get_items (factory), list_item);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  show_cell (list_item);
}

static void
teardown_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  g_object_set_data (G_OBJECT (get_cell (list_item)->widget), "list-item", NULL);
  g_ptr_array_remove_fast (get_items (factory), list_item);
}

/* Which column the view is sorted by. Older GTK keeps it to itself; but the view's sorter asks the
 * sorter of that column first. The people are put in order elsewhere, all at once. */
static const Column *asked;

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  if (asked == NULL)
    asked = data;
  return -1;
}

gboolean
rt_people_columns_get_sort (GtkColumnView *view, RtPeopleColumn *column, GtkSortType *type)
{
  g_autoptr (RtPersonItem) one = g_object_new (RT_TYPE_PERSON_ITEM, NULL);
  g_autoptr (RtPersonItem) other = g_object_new (RT_TYPE_PERSON_ITEM, NULL);
  GtkOrdering order;

  asked = NULL;
  order = gtk_sorter_compare (gtk_column_view_get_sorter (view), one, other);
  if (asked == NULL)
    return FALSE;
  *column = asked - columns;
  *type = order == GTK_ORDERING_SMALLER ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING;
  return TRUE;
}

static GtkListItemFactory *
make_factory (const Column *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data_full (G_OBJECT (factory), "items", g_ptr_array_new (),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "teardown", G_CALLBACK (teardown_cb), NULL);
  return factory;
}

void
rt_people_columns_add (GtkColumnView *view)
{
  for (guint i = 0; i < RT_N_PEOPLE_COLUMNS; i++)
    {
      const Column *column = &columns[i];
      g_autoptr (GtkColumnViewColumn) made
          = gtk_column_view_column_new (_(column->title), make_factory (column));
      g_autoptr (GtkSorter) sorter
          = GTK_SORTER (gtk_custom_sorter_new (compare_cb, (gpointer) column, NULL));

      gtk_column_view_column_set_sorter (made, sorter);
      gtk_column_view_column_set_expand (made, column->expand);
      gtk_column_view_column_set_resizable (made, TRUE);
      gtk_column_view_append_column (view, made);
    }
}

GtkColumnViewColumn *
rt_people_columns_get (GtkColumnView *view, RtPeopleColumn column)
{
  g_autoptr (GtkColumnViewColumn) found =
    g_list_model_get_item (gtk_column_view_get_columns (view), column);

  return found;
}

void
rt_people_columns_show_again (GtkColumnView *view)
{
  for (RtPeopleColumn column = 0; column < RT_N_PEOPLE_COLUMNS; column++)
    {
      GPtrArray *items
          = get_items (gtk_column_view_column_get_factory (rt_people_columns_get (view, column)));

      for (guint i = 0; i < items->len; i++)
        if (gtk_list_item_get_item (items->pdata[i]))
          show_cell (items->pdata[i]);
    }
}

GtkListItem *
rt_people_columns_find_cell (GtkColumnView *view, RtPeopleColumn column, guint position)
{
  GPtrArray *items
      = get_items (gtk_column_view_column_get_factory (rt_people_columns_get (view, column)));

  for (guint i = 0; i < items->len; i++)
    if (gtk_list_item_get_item (items->pdata[i])
        && gtk_list_item_get_position (items->pdata[i]) == position)
      return items->pdata[i];
  return NULL;
}

/* The cell's own widget, or the one round it that GTK made, or one within. */
GtkListItem *
rt_people_columns_cell_of (GtkWidget *widget, RtPeopleColumn *column)
{
  for (; widget && !GTK_IS_COLUMN_VIEW (widget); widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);
      GtkListItem *own = g_object_get_data (G_OBJECT (widget), "list-item");
      GtkListItem *found
          = own ? own : child ? g_object_get_data (G_OBJECT (child), "list-item") : NULL;

      if (found == NULL)
        continue;
      *column = get_cell (found)->column - columns;
      return found;
    }
  return NULL;
}

void
rt_people_columns_set_width_class (GtkColumnView *view, RtWidthClass width_class, guint extra)
{
  gboolean wide = width_class == RT_WIDTH_WIDE;
  gboolean narrow = width_class == RT_WIDTH_NARROW;

  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (view), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (view), "narrow");
  for (RtPeopleColumn i = RT_PEOPLE_ORGANISATION; i < RT_N_PEOPLE_COLUMNS; i++)
    {
      gboolean always = i == RT_PEOPLE_ORGANISATION || i == RT_PEOPLE_ROLE;
      gboolean wanted = !columns[i].on_demand || (extra & (1u << i));

      gtk_column_view_column_set_visible (rt_people_columns_get (view, i),
                                          always ? !narrow : wide && wanted);
    }
}
