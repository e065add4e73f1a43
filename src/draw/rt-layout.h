/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Where everything on a floor stands. Pure geometry: no plan, no fonts, no drawing; the caller
 * says how large each slip is. Lengths are in points of a picture at zoom 1, where a slip is 88 x
 * 37; what comes from the plan is in cm and says so.
 */

typedef struct {
  double x, y, width, height;
} RtBox;

typedef struct {
  double width, height;
} RtSize;

/** RT_SLIP_WIDTH: of a slip with a short name, points at zoom 1 */
#define RT_SLIP_WIDTH 88.0
#define RT_SLIP_HEIGHT 37.0
/** RT_SLIP_WIDEST: a slip does not grow beyond this; its text shrinks instead */
#define RT_SLIP_WIDEST 120.0
/** RT_STRIP_HEIGHT: of the strip in which what stands in front of everybody is drawn */
#define RT_STRIP_HEIGHT 32.0
/** RT_POINTS_PER_CM: scale of a floor drawn true to size, at zoom 1 */
#define RT_POINTS_PER_CM 0.525

/**
 * RtDetail:
 * @RT_DETAIL_METRIC: true to size; chairs are dots
 * @RT_DETAIL_DOTS: tables of one size, moved apart so that they and their names do not touch;
 * chairs are dots
 * @RT_DETAIL_SLIPS: the same with a slip at each chair
 */
typedef enum {
  RT_DETAIL_METRIC,
  RT_DETAIL_DOTS,
  RT_DETAIL_SLIPS,
} RtDetail;

/** RtTableForm: what a table's outline is; in the order of the plan's shapes */
typedef enum {
  RT_FORM_ROUND,
  RT_FORM_SQUARE,
  RT_FORM_RECTANGLE,
  RT_FORM_OVAL,
  RT_FORM_ROW,
  RT_FORM_CIRCLE,
} RtTableForm;

/**
 * RtTableSpec:
 * @placed: whether @x and @y are known; else the table goes on a grid
 * @x: of the centre, cm
 * @y: of the centre, cm
 * @width: cm, 0 = not known
 * @depth: cm, 0 = not known
 * @angle: degrees clockwise
 * @n_chairs: all chairs; the first is the host's and stands at the top
 * @slips: (nullable): size of each chair's slip, points; needed for #RT_DETAIL_SLIPS
 * @label: room kept free below, points
 */
typedef struct {
  gboolean placed;
  double x, y;
  double width, depth, angle;
  RtTableForm form;
  guint n_chairs;
  const RtSize *slips;
  RtSize label;
} RtTableSpec;

/**
 * RtTablePlace:
 * @bounds: everything that belongs to the table: top, chairs, label
 * @top: the table top, before it is turned by @angle
 * @chairs: (array): a box for each chair
 * @label: where the label goes
 */
typedef struct {
  RtBox bounds;
  RtBox top;
  double angle;
  RtBox label;
  guint n_chairs;
  RtBox *chairs;
} RtTablePlace;

/**
 * RtLayout:
 * @bounds: of the whole picture
 * @scale_x: points per cm across
 * @scale_y: points per cm down
 * @origin_x: where the room's left edge is, points
 * @origin_y: where the room's top edge is, points
 */
typedef struct {
  RtDetail detail;
  double text;
  RtBox bounds;
  double scale_x, scale_y, origin_x, origin_y;
  guint n_tables;
  RtTablePlace *tables;
} RtLayout;

RtLayout *rt_layout_new (RtDetail detail, const RtTableSpec *tables, guint n_tables,
                         double room_width, double room_height, double text, double view_width,
                         double view_height);
void rt_layout_free (RtLayout *self);
void rt_layout_add_strip (RtLayout *self, double height);
gboolean rt_layout_hit (const RtLayout *self, double x, double y, double slack, int *table,
                        int *chair);
gboolean rt_layout_next (const RtLayout *self, int table, int chair, double dx, double dy,
                         int *next_table, int *next_chair);
double rt_layout_get_fit (const RtLayout *self, double view_width, double view_height);
RtBox rt_layout_map (const RtLayout *self, double x, double y, double width, double depth);

gboolean rt_box_overlaps (const RtBox *a, const RtBox *b);
gboolean rt_box_contains (const RtBox *box, double x, double y);
RtBox rt_box_union (const RtBox *a, const RtBox *b);
RtBox rt_box_grown (const RtBox *box, double by);
double rt_box_distance (const RtBox *from, const RtBox *to, double dx, double dy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtLayout, rt_layout_free)

G_END_DECLS
