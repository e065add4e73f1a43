/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-floor-cache.h"
#include "rt-floor-spot.h"
#include "rt-floor-view.h"
#include "rt-painter.h"
#include "rt-snap.h"

G_BEGIN_DECLS

/* Shared by rt-floor-view.c (what is shown), rt-floor-cache.c (kept as pictures; one of them is
   rt-floor-picture.c), rt-floor-zoom.c (which part, and how large), rt-floor-spots.c (the widgets
   that carry focus and words), rt-floor-input.c (pointer and keys), rt-floor-drop.c (slips
   dragged), rt-floor-edge.c (the room moves under what is held at an edge), and for furniture
   rt-floor-pieces.c (what can be moved about), rt-floor-choice.c (what of it is chosen),
   rt-floor-handles.c (what it is turned and resized by), rt-floor-hold.c (what the pointer holds),
   rt-floor-furniture.c (keys and menu) and rt-floor-aisles.c (the ways between tables). */

/* What is drawn round a piece that is chosen; points of the layout, the angle as radians. */
typedef struct {
  double x, y; /* the middle */
  double half_width, half_height, angle;
  gboolean oval; /* of a table, with its chairs */
} RtFloorFrame;

typedef enum {
  RT_HOLD_NOTHING,
  RT_HOLD_BAND, /* a rubber band from press to there */
  RT_HOLD_PIECES,
  RT_HOLD_TURN,
  RT_HOLD_SIZE,
} RtHold;

struct _RtFloorView {
  GtkWidget parent_instance;

  RtSession *session;
  RtFloorMode mode;

  RtPainter *painter;
  RtFloorCache *cache; /* forgets when anything is laid out anew */
  double text;
  RtScene *scene;
  RtLayout *layout;
  gboolean laid_out; /* for what is shown now, and for these: */
  gboolean laid_automatic;
  double laid_width, laid_height;
  GArray *sizes; /* of the slips, for the layout */
  RtDetail detail;
  double zoom, told_zoom;
  gboolean cairo;    /* draws the frames, not OpenGL */
  double label_zoom; /* at which labels have their size */
  gboolean labels;
  gboolean automatic; /* the zoom follows the size of the view */

  GtkAdjustment *adjustments[2];
  GtkScrollablePolicy policies[2];

  GPtrArray *spots; /* per table: RtFloorSpot, or NULL when out of sight */
  guint spots_source; /* they are to come or go */
  RtSpot selected, focus, drop, dragged;
  GtkWidget *menu;

  GtkWidget *bubble;
  double bubble_x, bubble_y;
  gboolean may_drop, drop_all; /* in all rounds */
  GtkDropTarget *target;       /* of slips; the widget has it */

  guint edge_tick; /* something is held near an edge */
  gint64 edge_since, edge_last;
  double edge_at[2];

  GArray *slides; /* slips that go to another place now */
  AdwAnimation *slide;
  double slid; /* 0 to 1: how far */
  RtId slide_round;

  RtHold hold;
  int held; /* the piece under the pointer, -1 */
  RtFloorHandle handle;
  gboolean pressing; /* but not moved yet */
  double knob_side;  /* of the piece that is turned: -1 above, 1 below */
  double moved_x, moved_y, press_x, press_y;
  double scrolled[2], drift[2]; /* where the room is, and how far it went since the press */
  RtGuides guides;
  GtkEventController *escape;

  GHashTable *chosen;         /* of table ids */
  GHashTable *chosen_objects; /* of indexes */
  guint n_objects;            /* when they were chosen */
  int least_way; /* between chairs, cm */
  gboolean fixed; /* slips are only to be looked at */
  GArray *aisles; /* of RtAisle: what is too narrow; NULL where people are shown */
  double pinched; /* the zoom at which two fingers came down */
  double pointer_x, pointer_y; /* over the view */
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
void rt_floor_view_tell_zoom (RtFloorView *self);
gboolean rt_floor_view_zoom_key (RtFloorView *self, guint key);

/* Spots. */
void rt_floor_view_sync_spots (RtFloorView *self);
void rt_floor_view_queue_spots (RtFloorView *self);
void rt_floor_view_drop_spots (RtFloorView *self);
void rt_floor_view_focus_spot (RtFloorView *self, RtSpot spot);
void rt_floor_view_go (RtFloorView *self, RtSpot spot); /* scroll there and focus */
gboolean rt_floor_view_focus (GtkWidget *widget, GtkDirectionType direction);
gboolean rt_floor_view_grab_focus (GtkWidget *widget);

/* Pointer and keys. */
void rt_floor_view_init_input (RtFloorView *self);
void rt_floor_view_activated (RtFloorView *self, RtSpot spot);
void rt_floor_view_popup_menu (RtFloorView *self, RtSpot spot, GMenuModel *menu);

/* Slips dragged and dropped. */
void rt_floor_view_init_drop (RtFloorView *self);
gboolean rt_floor_view_hold_over (RtFloorView *self, const RtId *people, guint n, gboolean all,
                                  double x, double y);
void rt_floor_view_hold_again (RtFloorView *self);
void rt_floor_view_allocate_bubble (RtFloorView *self, int width, int height);
void rt_floor_view_hide_bubble (RtFloorView *self);

/* Something held near an edge. */
void rt_floor_view_hold_at (RtFloorView *self, double x, double y);
void rt_floor_view_hold_no_more (RtFloorView *self);
void rt_floor_view_scrolled (RtFloorView *self, GtkAdjustment *adjustment);

/* Pieces of furniture. */
int rt_floor_view_n_pieces (RtFloorView *self);
const RtSceneObject *rt_floor_view_get_object (RtFloorView *self, int piece);
RtFloorFrame rt_floor_view_get_frame (RtFloorView *self, int piece);
void rt_floor_frame_to_local (const RtFloorFrame *self, double *x, double *y);
void rt_floor_frame_to_room (const RtFloorFrame *self, double *x, double *y);
RtBox rt_floor_frame_box (const RtFloorFrame *self);
int rt_floor_view_hit_object (RtFloorView *self, double x, double y);
RtBox rt_floor_view_piece_bounds (RtFloorView *self, int piece);
char *rt_floor_view_dup_piece_words (RtFloorView *self, int piece);
int rt_floor_view_next_piece (RtFloorView *self, int piece, double dx, double dy);

/* Which are chosen. */
gboolean rt_floor_view_is_chosen (RtFloorView *self, int piece);
int rt_floor_view_choose_within (RtFloorView *self, const RtBox *band);
void rt_floor_view_repair_chosen (RtFloorView *self);
gboolean *rt_floor_view_dup_marks (RtFloorView *self);

/* Handles, and what is held. */
gboolean rt_floor_view_hit_handle (RtFloorView *self, double x, double y, RtFloorHandle *handle);
void rt_floor_handle_get_corner (RtFloorHandle handle, double *x, double *y);
void rt_floor_view_paint_handles (RtFloorView *self, cairo_t *cr, const RtFloorColours *colours);
void rt_floor_view_init_hold (RtFloorView *self);
void rt_floor_view_drop_hold (RtFloorView *self);
void rt_floor_view_paint_hold (RtFloorView *self, cairo_t *cr, const RtFloorColours *colours,
                               double left, double top);

/* Keys and menu of furniture. */
gboolean rt_floor_view_furniture_key (RtFloorView *self, guint key, GdkModifierType state);
gboolean rt_floor_view_show_furniture_menu (RtFloorView *self, int piece);

/* Ways between tables. */
void rt_floor_view_renew_aisles (RtFloorView *self);
void rt_floor_view_paint_scale (RtFloorView *self, cairo_t *cr, const RtFloorColours *colours);
gboolean rt_floor_view_has_table (RtFloorView *self, const RtBox *box, gboolean top);
void rt_floor_view_paint_aisles (RtFloorView *self, cairo_t *cr, const RtFloorColours *colours);
char *rt_floor_view_dup_words (RtFloorView *self, guint table);

/* Slips on their way. */
typedef struct _RtFloorPlaces RtFloorPlaces;
typedef gboolean (*RtFloorPaint) (RtFloorView *self, gpointer data);
GArray *rt_floor_view_new_slides (void);
RtFloorPlaces *rt_floor_view_note_places (RtFloorView *self);
void rt_floor_view_slide_from (RtFloorView *self, RtFloorPlaces *before);
void rt_floor_view_stop_slides (RtFloorView *self);
gboolean rt_floor_view_paint_sliding (RtFloorView *self, RtFloorPaint paint, gpointer data);

G_END_DECLS
