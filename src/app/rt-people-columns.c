/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-people-columns.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *title;
  GtkWidget *(*make) (void);
  void       (*show) (GtkWidget *cell, const RtPersonRow *row);
  int        (*compare) (const RtPersonRow *a, const RtPersonRow *b);
  gboolean     expand;
  const char *(*tip) (const RtPersonRow *row);   /* the whole of what may be cut, or NULL */
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
show_name (GtkWidget         *cell,
           const RtPersonRow *row)
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

static void
show_text (GtkWidget  *cell,
           const char *text)
{
  gtk_label_set_label (GTK_LABEL (cell), *text ? text : "–");
}

static void
show_organisation (GtkWidget         *cell,
                   const RtPersonRow *row)
{
  show_text (cell, row->organisation);
}

static void
show_job (GtkWidget         *cell,
          const RtPersonRow *row)
{
  show_text (cell, row->job);
}

static GtkWidget *
make_chip (void)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *icon = gtk_image_new ();

  gtk_box_append (GTK_BOX (chip), icon);
  gtk_box_append (GTK_BOX (chip), make_label ());
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  return chip;
}

static void
show_role (GtkWidget         *cell,
           const RtPersonRow *row)
{
  GtkWidget *icon = gtk_widget_get_first_child (cell);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), "starred-symbolic");
  gtk_widget_set_visible (icon, row->hosts);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (icon)), row->role);
  if (row->hosts)
    gtk_widget_add_css_class (cell, "host-chip");
  else
    gtk_widget_remove_css_class (cell, "host-chip");
}

static GtkWidget *
make_wishes (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  for (guint i = 0; i < RT_MOST_WISHES_SHOWN; i++)
    {
      GtkWidget *letter = gtk_label_new (NULL);

      gtk_widget_set_valign (letter, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), letter);
    }
  return box;
}

static void
show_wishes (GtkWidget         *cell,
             const RtPersonRow *row)
{
  GtkWidget *child = gtk_widget_get_first_child (cell);

  for (guint i = 0; child; i++, child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *letter = i < row->n_wishes ? rt_theme_dup_letter (row->wish[i]) : NULL;
      g_autofree char *colour
          = i < row->n_wishes ? g_strdup_printf ("theme-%u", row->colour[i]) : NULL;
      const char *chip[] = { "theme-letter", colour, NULL };
      const char *none[] = { NULL };

      gtk_widget_set_css_classes (child, letter ? chip : none);
      gtk_label_set_label (GTK_LABEL (child), letter ? letter : i == 0 ? "–" : "");
      gtk_widget_set_visible (child, letter || i == 0);
    }
}

static void
show_needs (GtkWidget         *cell,
            const RtPersonRow *row)
{
  GtkWidget *icon = gtk_widget_get_first_child (cell);
  GtkWidget *label = gtk_widget_get_next_sibling (icon);
  const char *words = row->step_free && row->has_private ? _("Step-free, private")
                      : row->step_free ? _("Step-free") : row->has_private ? _("Private") : "–";

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), row->step_free
                                                      ? "preferences-desktop-accessibility-symbolic"
                                                      : "changes-prevent-symbolic");
  gtk_widget_set_visible (icon, row->step_free || row->has_private);
  gtk_label_set_label (GTK_LABEL (label), words);
  if (row->step_free || row->has_private)
    gtk_widget_add_css_class (cell, "chip");
  else
    gtk_widget_remove_css_class (cell, "chip");
}

/* Orders. Whatever is equal keeps the order of names, so that groups read well. */

static int
by_name (const RtPersonRow *a,
         const RtPersonRow *b)
{
  int order = a->unnamed - b->unnamed;

  return order ? order : strcmp (a->sort_key, b->sort_key);
}

/* @a and @b are keys to compare byte by byte: thousands of rows are sorted at once. */
static int
by_key (const char        *a,
        const char        *b,
        const RtPersonRow *row_a,
        const RtPersonRow *row_b)
{
  int order = (*a == '\0') - (*b == '\0');

  if (order == 0)
    order = strcmp (a, b);
  return order ? order : by_name (row_a, row_b);
}

static int
by_organisation (const RtPersonRow *a,
                 const RtPersonRow *b)
{
  return by_key (a->organisation_sort, b->organisation_sort, a, b);
}

static int
by_role (const RtPersonRow *a,
         const RtPersonRow *b)
{
  int order = b->hosts - a->hosts;

  if (order == 0 && !g_str_equal (a->role, b->role))
    order = g_utf8_collate (a->role, b->role);
  return order ? order : by_name (a, b);
}

static int
by_job (const RtPersonRow *a,
        const RtPersonRow *b)
{
  return by_key (a->job_sort, b->job_sort, a, b);
}

static int
by_wishes (const RtPersonRow *a,
           const RtPersonRow *b)
{
  guint one = a->n_wishes ? a->wish[0] : G_MAXUINT;
  guint other = b->n_wishes ? b->wish[0] : G_MAXUINT;

  return one < other ? -1 : one > other ? 1 : by_name (a, b);
}

static int
by_needs (const RtPersonRow *a,
          const RtPersonRow *b)
{
  int order = (2 * b->step_free + b->has_private) - (2 * a->step_free + a->has_private);

  return order ? order : by_name (a, b);
}

static const char *
tip_name (const RtPersonRow *row)
{
  return row->display;
}

static const char *
tip_organisation (const RtPersonRow *row)
{
  return row->organisation;
}

static const char *
tip_job (const RtPersonRow *row)
{
  return row->job;
}

static const Column columns[RT_N_PEOPLE_COLUMNS] = {
  [RT_PEOPLE_NAME] = { N_("Name"), make_name, show_name, by_name, TRUE, tip_name },
  [RT_PEOPLE_ORGANISATION]
  = { N_("Organisation"), make_label, show_organisation, by_organisation, TRUE,
      tip_organisation },
  [RT_PEOPLE_ROLE] = { N_("Role"), make_chip, show_role, by_role, FALSE },
  [RT_PEOPLE_JOB] = { N_("Job"), make_label, show_job, by_job, TRUE, tip_job },
  [RT_PEOPLE_WISHES] = { N_("Wishes"), make_wishes, show_wishes, by_wishes, FALSE },
  [RT_PEOPLE_NEEDS] = { N_("Needs"), make_chip, show_needs, by_needs, FALSE },
};

/* The factory of a column. */

static void
item_changed_cb (RtPersonItem *item,
                 GtkListItem  *list_item)
{
  const Column *column = g_object_get_data (G_OBJECT (list_item), "column");

  column->show (gtk_list_item_get_child (list_item), rt_person_item_get (item));
}

/* A tooltip is only made when somebody asks: setting one on every cell that scrolls into view would
 * ask the X server each time where the pointer is. */
static gboolean
query_tooltip_cb (GtkWidget   *cell,
                  int          x,
                  int          y,
                  gboolean     keyboard,
                  GtkTooltip  *tooltip,
                  GtkListItem *list_item)
{
  const Column *column = g_object_get_data (G_OBJECT (list_item), "column");
  RtPersonItem *item = gtk_list_item_get_item (list_item);
  const char *tip = item && column->tip ? column->tip (rt_person_item_get (item)) : "";

  gtk_tooltip_set_text (tooltip, tip);
  return *tip != '\0';
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          gpointer                  data)
{
  const Column *column = data;

  g_object_set_data (G_OBJECT (list_item), "column", data);
  gtk_list_item_set_child (list_item, column->make ());
  g_signal_connect (gtk_list_item_get_child (list_item), "query-tooltip",
                    G_CALLBACK (query_tooltip_cb), list_item);
  gtk_widget_set_has_tooltip (gtk_list_item_get_child (list_item), column->tip != NULL);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         gpointer                  data)
{
  RtPersonItem *item = gtk_list_item_get_item (list_item);

  g_signal_connect (item, "changed", G_CALLBACK (item_changed_cb), list_item);
  item_changed_cb (item, list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           gpointer                  data)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (list_item), list_item);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      data)
{
  const Column *column = data;

  return column->compare (rt_person_item_get ((gpointer) a), rt_person_item_get ((gpointer) b));
}

void
rt_people_columns_add (GtkColumnView *view)
{
  for (guint i = 0; i < RT_N_PEOPLE_COLUMNS; i++)
    {
      const Column *column = &columns[i];
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) made = NULL;
      g_autoptr (GtkSorter) sorter
          = GTK_SORTER (gtk_custom_sorter_new (compare_cb, (gpointer)column, NULL));

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) column);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) column);
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), (gpointer) column);
      made = gtk_column_view_column_new (_(column->title), factory);
      gtk_column_view_column_set_sorter (made, sorter);
      gtk_column_view_column_set_expand (made, column->expand);
      gtk_column_view_column_set_resizable (made, TRUE);
      gtk_column_view_append_column (view, made);
    }
}

GtkColumnViewColumn *
rt_people_columns_get (GtkColumnView  *view,
                       RtPeopleColumn  column)
{
  g_autoptr (GtkColumnViewColumn) found =
    g_list_model_get_item (gtk_column_view_get_columns (view), column);

  return found;
}

void
rt_people_columns_set_width_class (GtkColumnView *view,
                                   const char    *width_class)
{
  gboolean wide = g_str_equal (width_class, "wide");
  gboolean narrow = g_str_equal (width_class, "narrow");

  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (view), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (view), "narrow");
  gtk_column_view_column_set_visible (rt_people_columns_get (view, RT_PEOPLE_ORGANISATION),
                                      !narrow);
  gtk_column_view_column_set_visible (rt_people_columns_get (view, RT_PEOPLE_ROLE), !narrow);
  gtk_column_view_column_set_visible (rt_people_columns_get (view, RT_PEOPLE_JOB), wide);
  gtk_column_view_column_set_visible (rt_people_columns_get (view, RT_PEOPLE_WISHES), wide);
  gtk_column_view_column_set_visible (rt_people_columns_get (view, RT_PEOPLE_NEEDS), wide);
}
