/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-row-layout.h"

#define SPACING 6

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* For each child that is shown. */
#define FOREACH_SHOWN(widget, child)                                                              \
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;        \
       child = next_shown (gtk_widget_get_next_sibling (child)))

static int
natural (GtkWidget *child, GtkOrientation orientation)
{
  int size;

  gtk_widget_measure (child, orientation, -1, NULL, &size, NULL, NULL);
  return size;
}

/* How wide a row of all is. */
static int
row_width (GtkWidget *widget)
{
  int width = -SPACING;

  FOREACH_SHOWN (widget, child)
    width += natural (child, GTK_ORIENTATION_HORIZONTAL) + SPACING;
  return MAX (width, 0);
}

static GtkSizeRequestMode
get_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural_width)
{
  *minimum = 0;
  FOREACH_SHOWN (widget, child)
    {
      int least;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      *minimum = MAX (*minimum, least);
    }
  *natural_width = MAX (row_width (widget), *minimum);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
         int *natural_size, int *minimum_baseline, int *natural_baseline)
{
  gboolean row = for_size < 0 || for_size >= row_width (widget);
  int height = row ? 0 : -SPACING;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural_size);
      return;
    }
  FOREACH_SHOWN (widget, child)
    {
      int own = natural (child, GTK_ORIENTATION_VERTICAL);

      height = row ? MAX (height, own) : height + own + SPACING;
    }
  *minimum = *natural_size = MAX (height, 0);
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gboolean row = width >= row_width (widget);
  gboolean backwards = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int at = 0;

  FOREACH_SHOWN (widget, child)
    {
      int own = natural (child, row ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
      int x = backwards ? width - at - own : at;
      GtkAllocation place = row ? (GtkAllocation) { x, 0, own, height }
                                : (GtkAllocation) { 0, at, width, own };

      gtk_widget_size_allocate (child, &place, -1);
      at += own + SPACING;
    }
}

GtkLayoutManager *
rt_row_layout_new (void)
{
  return gtk_custom_layout_new (get_mode, measure, allocate);
}
