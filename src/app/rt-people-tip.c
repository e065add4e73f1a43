/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-people-tip.h"

#include "rt-people-columns.h"
#include "rt-people-shown.h"

static gboolean
is_cut (GtkWidget *cell)
{
  if (GTK_IS_LABEL (cell))
    return pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (cell)));
  for (GtkWidget *child = gtk_widget_get_first_child (cell); child;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && is_cut (child))
      return TRUE;
  return FALSE;
}

/* "A  Leading in hard times", a line each, first choice first. */
static char *
dup_wishes (RtPlan *plan, RtId id)
{
  const RtPerson *person = rt_plan_find_person (plan, id);
  GString *words = g_string_new (NULL);

  for (guint i = 0; person && i < rt_ids_length (person->wishes); i++)
    {
      guint index = rt_plan_index_of (plan, RT_PART_THEMES, person->wishes[i]);
      const RtTheme *theme = index == G_MAXUINT ? NULL : rt_plan_get_theme (plan, index);
      g_autofree char *letter = theme ? rt_theme_dup_letter (index) : NULL;

      if (theme)
        g_string_append_printf (words, "%s%s  %s", words->len > 0 ? "\n" : "", letter,
                                theme->title ? theme->title : "");
    }
  return g_string_free (words, FALSE);
}

/* Where the name has the organisation under it, both may be cut. */
static char *
dup_words (GtkListItem *cell, RtPeopleColumn column, const RtPersonRow *row, RtPlan *plan)
{
  if (column == RT_PEOPLE_WISHES)
    return dup_wishes (plan, row->id);
  if (!is_cut (gtk_list_item_get_child (cell)))
    return g_strdup ("");
  if (column == RT_PEOPLE_NAME && *row->organisation)
    return g_strdup_printf ("%s\n%s", row->display, row->organisation);
  return g_strdup (rt_people_column_get_text (row, column));
}

gboolean
rt_people_tip_show (GtkColumnView *view, RtPlan *plan, int x, int y, GtkTooltip *tooltip)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (view), x, y, GTK_PICK_DEFAULT);
  RtPeopleColumn column;
  GtkListItem *cell = picked ? rt_people_columns_cell_of (picked, &column) : NULL;
  gpointer slot = cell ? gtk_list_item_get_item (cell) : NULL;
  g_autofree char *words = NULL;
  graphene_rect_t bounds;

  if (slot == NULL)
    return FALSE;
  words = dup_words (cell, column, rt_people_slot_get (slot), plan);
  if (*words == '\0'
      || !gtk_widget_compute_bounds (gtk_list_item_get_child (cell), GTK_WIDGET (view), &bounds))
    return FALSE;
  gtk_tooltip_set_text (tooltip, words);
  gtk_tooltip_set_tip_area (tooltip,
                            &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                              (int) bounds.size.width, (int) bounds.size.height });
  return TRUE;
}
