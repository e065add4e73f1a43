/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-floor-spot.h"
#include "rt-floor-view.h"
#include "rt-painter.h"
#include "rt-snap.h"

G_BEGIN_DECLS

/* Shared by rt-floor-view.c (what is shown), rt-floor-zoom.c (which part, and how large),
   rt-floor-spots.c (the widgets that carry focus and words), rt-floor-input.c (pointer and keys),
   rt-floor-furniture.c (tables chosen and moved), rt-floor-aisles.c (the ways between them) and
   rt-floor-drop.c (drag and drop). */
struct _RtFloorView {
  GtkWidget parent_instance;

  RtSession *session;
  RtFloorMode mode;

  RtPainter *painter;
  double text;
  RtScene *scene;
  RtLayout *layout;
  GArray *sizes; /* of the slips, for the layout */
  RtDetail detail;
  double zoom;
  double label_zoom; /* at which labels have their size */
  gboolean labels;
  gboolean automatic; /* the zoom follows the size of the view */

  GtkAdjustment *adjustments[2];
  GtkScrollablePolicy policies[2];

  GPtrArray *spots; /* per table: RtFloorSpot, or NULL when out of sight */
  guint spots_source; /* they are to come or go */
  RtSpot selected, focus, drop, dragged;
  RtId cut; /* whose slip waits for Ctrl+V */
  GtkWidget *menu;

  GtkWidget *bubble, *bubble_title, *bubble_icon, *bubble_price;
  double bubble_x, bubble_y;
  gboolean may_drop;

  int moved_table; /* furniture: the table under the pointer, -1 */
  double moved_x, moved_y, press_x, press_y;
  gboolean banding;   /* a rubber band goes from press to there */
  GHashTable *chosen; /* of table ids */
  RtGuides guides;
  GArray *aisles; /* of RtAisle: what is too narrow; NULL where people are shown */
  double pinched; /* the zoom at which two fingers came down */
  GString *typed;
  gint64 typed_at;
};

RtId rt_floor_view_person_at (RtFloorView *self, RtSpot spot);
RtId rt_floor_view_table_at (RtFloorView *self, RtSpot spot);
gboolean rt_floor_view_can_edit (RtFloorView *self);
void rt_floor_view_queue_draw (RtFloorView *self);

/* Zoom. */
void rt_floor_view_init_zoom (RtFloorView *self);
void rt_floor_view_renew_layout (RtFloorView *self, double width, double height);
void rt_floor_view_configure_adjustments (RtFloorView *self, double width, double height);
void rt_floor_view_get_offset (RtFloorView *self, double *x, double *y); /* of the layout's 0, 0 */
gboolean rt_floor_view_hit (RtFloorView *self, double x, double y, RtSpot *spot);
RtBox rt_floor_view_box (RtFloorView *self, RtSpot spot); /* in the widget's coordinates */
RtBox rt_floor_view_visible (RtFloorView *self);          /* in those of the layout */
void rt_floor_view_zoom_at (RtFloorView *self, double zoom, double x, double y);
gboolean rt_floor_view_zoom_key (RtFloorView *self, guint key);

/* Spots. */
void rt_floor_view_sync_spots (RtFloorView *self);
void rt_floor_view_queue_spots (RtFloorView *self);
void rt_floor_view_drop_spots (RtFloorView *self);
void rt_floor_view_go (RtFloorView *self, RtSpot spot); /* scroll there and focus */
gboolean rt_floor_view_focus (GtkWidget *widget, GtkDirectionType direction);
gboolean rt_floor_view_grab_focus (GtkWidget *widget);

/* Pointer and keys. */
void rt_floor_view_init_input (RtFloorView *self);
void rt_floor_view_activated (RtFloorView *self, RtSpot spot);

/* Slips dragged and dropped. */
void rt_floor_view_init_drop (RtFloorView *self);
void rt_floor_view_allocate_bubble (RtFloorView *self, int width, int height);
void rt_floor_view_hide_bubble (RtFloorView *self);

/* Furniture. */
void rt_floor_view_init_furniture (RtFloorView *self);
void rt_floor_view_repair_chosen (RtFloorView *self);
gboolean *rt_floor_view_dup_marks (RtFloorView *self);
gboolean rt_floor_view_table_key (RtFloorView *self, guint key, GdkModifierType state);
void rt_floor_view_paint_moved (RtFloorView *self, cairo_t *cr, const RtFloorColours *colours,
                                double left, double top);

/* Ways between tables. */
void rt_floor_view_renew_aisles (RtFloorView *self);
void rt_floor_view_paint_aisles (RtFloorView *self, cairo_t *cr, const RtFloorColours *colours);
char *rt_floor_view_dup_words (RtFloorView *self, guint table);

G_END_DECLS
