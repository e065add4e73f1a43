/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-floor-view.h"

#include <adwaita.h>
#include <math.h>

#include "rt-floor-private.h"
#include "rt-marks.h"

#define USUAL_FONT 14.667 /* 11 points at 96 dots per inch */
#define NEAR 0.84         /* slips smaller than this are hard to read */
#define NEAR_TEXT 10.2    /* pixels; and below this size of text nobody reads them */
#define LARGEST_FIT 1.25
#define LEAST_ZOOM 0.15
#define MOST_ZOOM 4.0
#define BUTTONS_HEIGHT 44.0 /* of what floats over the upper left corner */
#define LEAST_LABELLED 0.42 /* tables smaller than this have no names below */
#define MANY_CHAIRS 800     /* above this many in sight only tables are widgets */

enum {
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_FINAL_TYPE_WITH_CODE (RtFloorView, rt_floor_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static RtLook
current_look (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style))
    return dark ? RT_LOOK_CONTRAST_DARK : RT_LOOK_CONTRAST;
  return dark ? RT_LOOK_DARK : RT_LOOK_LIGHT;
}

/* How much larger text is than the usual 11 points, by font or by resolution. */
static double
current_text (RtFloorView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72.0;
  return CLAMP (round (size / USUAL_FONT * 20.0) / 20.0, 0.75, 3.0);
}

static void
make_painter (RtFloorView *self)
{
  PangoContext *context = gtk_widget_create_pango_context (GTK_WIDGET (self));

  g_clear_pointer (&self->painter, rt_painter_free);
  self->text = current_text (self);
  self->painter = rt_painter_new (context, self->text, current_look ());
  g_object_unref (context);
}

static void
renew_painter (RtFloorView *self)
{
  make_painter (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
slips_readable (RtFloorView *self, double zoom)
{
  return zoom >= 0.6 && 12.2 * self->text * zoom >= NEAR_TEXT;
}

static void
lay_out (RtFloorView *self, RtDetail detail, double width, double height)
{
  g_autofree RtTableSpec *specs = g_new0 (RtTableSpec, self->scene->n_tables);

  rt_painter_measure (self->painter, self->scene, detail, self->label_zoom, self->labels,
                      self->sizes);
  for (guint i = 0; i < self->scene->n_tables; i++)
    specs[i] = self->scene->tables[i].spec;
  g_clear_pointer (&self->layout, rt_layout_free);
  self->layout = rt_layout_new (detail, specs, self->scene->n_tables, self->scene->room_width,
                                self->scene->room_height, self->text, width, height);
  /* For what stands in front, and for the zoom buttons that float there. */
  if (detail != RT_DETAIL_METRIC)
    rt_layout_add_strip (self->layout,
                         MAX (RT_STRIP_HEIGHT * self->text,
                              detail == RT_DETAIL_DOTS ? BUTTONS_HEIGHT / self->label_zoom : 0.0));
  self->detail = detail;
}

/* Names below tables keep their size, so they need the more room the smaller the tables are: one
 * round finds the zoom, the next makes room at that zoom. Where that leaves tables too small, they
 * have no names. */
static void
choose_dots (RtFloorView *self, RtDetail detail, double width, double height)
{
  double most = detail == RT_DETAIL_METRIC ? 1.6 : LARGEST_FIT;

  self->labels = TRUE;
  self->label_zoom = 1.0;
  for (int i = 0; i < 4; i++)
    {
      lay_out (self, detail, width, height);
      self->zoom = CLAMP (rt_layout_get_fit (self->layout, width, height), LEAST_ZOOM, most);
      if (self->zoom >= self->label_zoom)
        break;
      self->label_zoom = self->zoom;
    }
  if (self->zoom >= LEAST_LABELLED)
    return;
  self->labels = FALSE;
  lay_out (self, detail, width, height);
  self->zoom = CLAMP (rt_layout_get_fit (self->layout, width, height), LEAST_ZOOM, most);
}

/* The default: names if all of them fit, or if the tables fit across and one scrolls down; readers
 * of large text keep their size and scroll. Else dots, all in sight. */
static void
choose_zoom (RtFloorView *self, double width, double height)
{
  double fit, across;

  if (self->mode == RT_FLOOR_FURNITURE || self->scene->furniture)
    {
      choose_dots (self, RT_DETAIL_METRIC, width, height);
      return;
    }
  lay_out (self, RT_DETAIL_SLIPS, width, height);
  fit = rt_layout_get_fit (self->layout, width, height);
  self->zoom = MIN (fit, LARGEST_FIT);
  if (fit >= NEAR)
    return;
  if (self->text > 1.05 && fit >= NEAR / 2.0)
    {
      self->zoom = NEAR;
      return;
    }
  lay_out (self, RT_DETAIL_SLIPS, width, 3.0 * MAX (width, height));
  across = width / self->layout->bounds.width;
  self->zoom = MIN (across, 1.0);
  if (across < NEAR)
    choose_dots (self, RT_DETAIL_DOTS, width, height);
}

static void
renew_layout (RtFloorView *self, double width, double height)
{
  if (self->scene == NULL || self->painter == NULL)
    return;
  if (self->automatic)
    choose_zoom (self, width, height);
  else
    lay_out (self,
             self->mode == RT_FLOOR_FURNITURE || self->scene->furniture ? RT_DETAIL_METRIC
             : self->detail == RT_DETAIL_METRIC                         ? RT_DETAIL_DOTS
                                                                        : self->detail,
             width, height);
}

/* Where point 0, 0 of the layout is in the widget. */
static void
get_offset (RtFloorView *self, double *x, double *y)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)),
         height = gtk_widget_get_height (GTK_WIDGET (self));
  double all_width = self->layout->bounds.width * self->zoom,
         all_height = self->layout->bounds.height * self->zoom;

  *x = all_width <= width ? floor ((width - all_width) / 2.0)
                          : -gtk_adjustment_get_value (self->adjustments[0]);
  *y = all_height <= height ? floor ((height - all_height) / 2.0)
                            : -gtk_adjustment_get_value (self->adjustments[1]);
}

gboolean
rt_floor_view_hit (RtFloorView *self, double x, double y, RtSpot *spot)
{
  double left, top;

  *spot = RT_SPOT_NONE;
  if (self->layout == NULL)
    return FALSE;
  get_offset (self, &left, &top);
  return rt_layout_hit (self->layout, (x - left) / self->zoom, (y - top) / self->zoom,
                        4.0 / self->zoom, &spot->table, &spot->chair);
}

RtBox
rt_floor_view_box (RtFloorView *self, RtSpot spot)
{
  const RtTablePlace *place = &self->layout->tables[spot.table];
  const RtBox *box = spot.chair < 0 ? &place->top : &place->chairs[spot.chair];
  double left, top;

  get_offset (self, &left, &top);
  return (RtBox) { box->x * self->zoom + left, box->y * self->zoom + top, box->width * self->zoom,
                   box->height * self->zoom };
}

RtId
rt_floor_view_person_at (RtFloorView *self, RtSpot spot)
{
  return spot.table >= 0 && spot.chair >= 0
             ? self->scene->tables[spot.table].chairs[spot.chair].person
             : NULL;
}

RtId
rt_floor_view_table_at (RtFloorView *self, RtSpot spot)
{
  return spot.table >= 0 ? self->scene->tables[spot.table].table : NULL;
}

/** rt_floor_view_can_edit: Returns: whether slips can be moved now */
gboolean
rt_floor_view_can_edit (RtFloorView *self)
{
  return self->mode == RT_FLOOR_PEOPLE && self->session != NULL && self->scene != NULL
         && !self->scene->over && !self->scene->furniture
         && !rt_session_is_arranging (self->session, NULL);
}

static void
queue_draw_cb (RtFloorView *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
configure_adjustment (GtkAdjustment *adjustment, double all, double page)
{
  double value = CLAMP (gtk_adjustment_get_value (adjustment), 0.0, MAX (0.0, all - page));

  gtk_adjustment_configure (adjustment, value, 0.0, MAX (all, page), 0.1 * page, 0.9 * page, page);
}

static void
configure_adjustments (RtFloorView *self, double width, double height)
{
  configure_adjustment (self->adjustments[0], ceil (self->layout->bounds.width * self->zoom),
                        width);
  configure_adjustment (self->adjustments[1], ceil (self->layout->bounds.height * self->zoom),
                        height);
}

/* Spots. */

static void
spot_focus_cb (GtkWidget *widget, GParamSpec *pspec, RtFloorView *self)
{
  RtFloorSpot *spot = RT_FLOOR_SPOT (widget);

  self->focus = gtk_widget_has_focus (widget)
                    ? (RtSpot) { rt_floor_spot_get_table (spot), rt_floor_spot_get_chair (spot) }
                    : RT_SPOT_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
spot_activate_cb (RtFloorSpot *spot, RtFloorView *self)
{
  rt_floor_view_activated (
      self, (RtSpot) { rt_floor_spot_get_table (spot), rt_floor_spot_get_chair (spot) });
}

static RtFloorSpot *
add_spot (RtFloorView *self, GtkWidget *parent, int table, int chair)
{
  RtFloorSpot *spot = rt_floor_spot_new (table, chair);

  gtk_widget_set_parent (GTK_WIDGET (spot), parent);
  g_signal_connect_object (spot, "notify::has-focus", G_CALLBACK (spot_focus_cb), self, 0);
  g_signal_connect_object (spot, "activate", G_CALLBACK (spot_activate_cb), self, 0);
  return spot;
}

static GtkWidget *
chair_spot (RtFloorSpot *table, int chair)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (table));

  while (child != NULL && rt_floor_spot_get_chair (RT_FLOOR_SPOT (child)) != chair)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Widgets that paint nothing still cost a frame their allocation, and tables out of sight none. */
static void
allocate_spot (GtkWidget *widget, const RtBox *box, double x, double y)
{
  GskTransform *transform
      = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y));

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (widget, MAX (1, (int) box->width), MAX (1, (int) box->height), -1,
                       transform);
}

static void
allocate_table (RtFloorView *self, RtFloorSpot *spot, guint table, gboolean chairs)
{
  const RtTablePlace *place = &self->layout->tables[table];
  RtBox bounds = place->bounds;
  double left, top;

  get_offset (self, &left, &top);
  bounds = (RtBox) { bounds.x * self->zoom + left, bounds.y * self->zoom + top,
                     bounds.width * self->zoom, bounds.height * self->zoom };
  allocate_spot (GTK_WIDGET (spot), &bounds, bounds.x, bounds.y);
  for (guint k = 0; chairs && k < place->n_chairs; k++)
    {
      RtBox box = rt_floor_view_box (self, (RtSpot) { (int) table, (int) k });
      GtkWidget *chair = chair_spot (spot, (int) k);
      g_autofree char *words = rt_scene_dup_chair_name (self->scene, table, k);

      if (chair == NULL)
        chair = GTK_WIDGET (add_spot (self, GTK_WIDGET (spot), (int) table, (int) k));
      rt_floor_spot_set_words (RT_FLOOR_SPOT (chair), words);
      allocate_spot (chair, &box, box.x - bounds.x, box.y - bounds.y);
    }
}

static void
drop_surplus_chairs (RtFloorSpot *spot, guint n_chairs)
{
  GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (spot));

  while (child != NULL && rt_floor_spot_get_chair (RT_FLOOR_SPOT (child)) >= (int) n_chairs)
    {
      gtk_widget_unparent (child);
      child = gtk_widget_get_last_child (GTK_WIDGET (spot));
    }
}

static RtBox
visible_box (RtFloorView *self)
{
  double left, top;

  get_offset (self, &left, &top);
  return (RtBox) { -left / self->zoom, -top / self->zoom,
                   gtk_widget_get_width (GTK_WIDGET (self)) / self->zoom,
                   gtk_widget_get_height (GTK_WIDGET (self)) / self->zoom };
}

static void
remove_spot (gpointer spot)
{
  if (spot != NULL)
    gtk_widget_unparent (GTK_WIDGET (spot));
}

static void
sync_spots (RtFloorView *self)
{
  RtBox visible = visible_box (self);
  guint n_chairs = 0;
  gboolean chairs;

  while (self->spots->len > self->layout->n_tables)
    remove_spot (g_ptr_array_remove_index (self->spots, self->spots->len - 1));
  g_ptr_array_set_size (self->spots, (int) self->layout->n_tables);
  for (guint i = 0; i < self->layout->n_tables; i++)
    if (rt_box_overlaps (&self->layout->tables[i].bounds, &visible))
      n_chairs += self->layout->tables[i].n_chairs;
  chairs = self->mode == RT_FLOOR_PEOPLE && n_chairs <= MANY_CHAIRS;
  for (guint i = 0; i < self->layout->n_tables; i++)
    {
      RtFloorSpot *spot = g_ptr_array_index (self->spots, i);
      gboolean seen = rt_box_overlaps (&self->layout->tables[i].bounds, &visible);
      g_autofree char *words = NULL;

      if (!seen
          && (spot == NULL || gtk_widget_get_focus_child (GTK_WIDGET (self)) != GTK_WIDGET (spot)))
        {
          g_clear_pointer (&self->spots->pdata[i], remove_spot);
          continue;
        }
      if (spot == NULL)
        spot = self->spots->pdata[i] = add_spot (self, GTK_WIDGET (self), (int) i, -1);
      words = rt_floor_view_dup_words (self, i);
      rt_floor_spot_set_words (spot, words);
      drop_surplus_chairs (spot, chairs ? self->layout->tables[i].n_chairs : 0);
      allocate_table (self, spot, i, chairs);
    }
}

/* GTK 4.8 loses what children that come or go ask for while sizes are given out, and then paints
 * nothing at all: they come and go right after. */
static gboolean
sync_spots_cb (gpointer data)
{
  RtFloorView *self = data;

  self->spots_source = 0;
  if (self->layout != NULL && self->scene != NULL)
    sync_spots (self);
  return G_SOURCE_REMOVE;
}

static void
scroll_to (GtkAdjustment *adjustment, double from, double length)
{
  gtk_adjustment_clamp_page (adjustment, from - 12.0, from + length + 12.0);
}

/* Scrolls a table or chair into sight and gives it the focus. */
void
rt_floor_view_go (RtFloorView *self, RtSpot spot)
{
  RtFloorSpot *table;
  GtkWidget *target;
  RtBox box;

  if (self->layout == NULL || spot.table < 0 || spot.table >= (int) self->layout->n_tables)
    return;
  box = spot.chair >= 0 ? self->layout->tables[spot.table].chairs[spot.chair]
                        : self->layout->tables[spot.table].bounds;
  scroll_to (self->adjustments[0], box.x * self->zoom, box.width * self->zoom);
  scroll_to (self->adjustments[1], box.y * self->zoom, box.height * self->zoom);
  sync_spots (self);
  table = g_ptr_array_index (self->spots, spot.table);
  if (table == NULL)
    return;
  target = spot.chair >= 0 ? chair_spot (table, spot.chair) : GTK_WIDGET (table);
  if (target != NULL)
    gtk_widget_grab_focus (target);
}

/* The scene. */

static void
find_selected (RtFloorView *self)
{
  RtId table = rt_session_get_selected_table (self->session);

  if (self->mode == RT_FLOOR_PEOPLE
      && rt_scene_find_person (self->scene, rt_session_get_selected_person (self->session),
                               &self->selected.table, &self->selected.chair))
    return;
  self->selected = (RtSpot) { table != NULL ? rt_scene_find_table (self->scene, table) : -1, -1 };
  rt_floor_view_repair_chosen (self);
}

/* The table or chair that had the focus may be gone. */
static void
repair_focus (RtFloorView *self)
{
  if (self->focus.table < 0)
    return;
  if (self->focus.table >= (int) self->scene->n_tables
      || self->focus.chair >= (int) self->scene->tables[self->focus.table].n_chairs)
    self->focus = RT_SPOT_NONE;
}

static void
renew_scene (RtFloorView *self)
{
  RtPlan *plan = rt_session_get_shown_plan (self->session);
  g_autoptr (RtRoll) roll = rt_roll_new (plan);
  int round = self->mode == RT_FLOOR_PEOPLE && roll->n_rounds > 0
                  ? (int) rt_session_get_round (self->session)
                  : -1;
  gboolean focused = self->focus.table >= 0 && self->scene != NULL;
  RtId person = focused ? rt_floor_view_person_at (self, self->focus) : NULL;
  RtSpot now;

  g_clear_pointer (&self->scene, rt_scene_free);
  self->scene = rt_scene_new (plan, roll, rt_session_get_shown_measures (self->session), round);
  rt_floor_view_renew_aisles (self);
  self->drop = self->dragged = RT_SPOT_NONE;
  repair_focus (self);
  find_selected (self);
  renew_layout (self, gtk_widget_get_width (GTK_WIDGET (self)),
                gtk_widget_get_height (GTK_WIDGET (self)));
  if (self->layout != NULL && gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    {
      configure_adjustments (self, gtk_widget_get_width (GTK_WIDGET (self)),
                             gtk_widget_get_height (GTK_WIDGET (self)));
      sync_spots (self);
      /* The focus goes with the person, so that the new place is read out. */
      if (person != NULL && rt_scene_find_person (self->scene, person, &now.table, &now.chair)
          && (now.table != self->focus.table || now.chair != self->focus.chair))
        rt_floor_view_go (self, now);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
changed_cb (RtFloorView *self)
{
  renew_scene (self);
}

static void
selected_cb (RtFloorView *self)
{
  if (self->scene == NULL)
    return;
  find_selected (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
look_cb (RtFloorView *self)
{
  if (self->painter != NULL)
    renew_painter (self);
}

/* Overrides. */

static void
rt_floor_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RtFloorView *self = RT_FLOOR_VIEW (widget);
  int bubble_width, bubble_height;

  if (self->scene == NULL)
    return;
  /* Asking for another size while sizes are given out would leave the window blank. */
  if (self->painter == NULL)
    make_painter (self);
  renew_layout (self, width, height);
  configure_adjustments (self, width, height);
  if (self->spots_source == 0)
    self->spots_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, sync_spots_cb, self, NULL);
  if (gtk_widget_get_visible (self->bubble))
    {
      gtk_widget_measure (self->bubble, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &bubble_width, NULL,
                          NULL);
      bubble_width = MIN (bubble_width, width);
      gtk_widget_measure (self->bubble, GTK_ORIENTATION_VERTICAL, bubble_width, NULL,
                          &bubble_height, NULL, NULL);
      gtk_widget_allocate (
          self->bubble, bubble_width, bubble_height, -1,
          gsk_transform_translate (
              NULL, &GRAPHENE_POINT_INIT (
                        (float) CLAMP (self->bubble_x - bubble_width / 2.0, 0.0,
                                       MAX (0.0, width - bubble_width)),
                        (float) (self->bubble_y + 36.0 + bubble_height <= height
                                     ? self->bubble_y + 36.0
                                     : MAX (0.0, self->bubble_y - 36.0 - bubble_height)))));
    }
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
rt_floor_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 600 : 400;
}

static void
paint_floor (RtFloorView *self, cairo_t *cr)
{
  const RtFloorColours *colours = rt_palette_floor (current_look ());
  gboolean ring
      = GTK_IS_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)))
        && gtk_window_get_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  RtPaintState state = {
    .zoom = self->zoom,
    .visible = visible_box (self),
    .selected = self->selected,
    .focus = ring ? self->focus : RT_SPOT_NONE,
    .drop = self->drop,
    .dragged = self->dragged,
  };
  g_autofree gboolean *chosen = rt_floor_view_dup_marks (self);
  double left, top;

  state.chosen = self->mode == RT_FLOOR_FURNITURE ? chosen : NULL;
  rt_mark_colour (cr, colours->floor, 1.0);
  cairo_paint (cr);
  get_offset (self, &left, &top);
  cairo_translate (cr, left, top);
  cairo_scale (cr, self->zoom, self->zoom);
  rt_painter_paint (self->painter, cr, self->scene, self->layout, &state);
  if (self->aisles != NULL)
    rt_floor_view_paint_aisles (self, cr, colours);
  if (self->mode == RT_FLOOR_FURNITURE)
    rt_floor_view_paint_moved (self, cr, colours, left, top);
}

static void
rt_floor_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RtFloorView *self = RT_FLOOR_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->layout == NULL || width <= 0 || height <= 0)
    return;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  paint_floor (self, cr);
  cairo_destroy (cr);
  gtk_widget_snapshot_child (widget, self->bubble, snapshot);
  gtk_snapshot_pop (snapshot);
}

static gboolean
focus_table (RtFloorView *self, int step)
{
  int next = self->focus.table >= 0 ? self->focus.table + step
             : step > 0             ? 0
                                    : (int) self->layout->n_tables - 1;

  if (next < 0 || next >= (int) self->layout->n_tables)
    return FALSE;
  rt_floor_view_go (self, (RtSpot) { next, -1 });
  return TRUE;
}

/* From a table an arrow goes to its nearest chair, where there are people to be reached. */
static gboolean
focus_arrow (RtFloorView *self, double dx, double dy)
{
  RtSpot next = RT_SPOT_NONE;
  const RtTablePlace *place;
  double best = -1.0;

  if (self->focus.table < 0)
    return FALSE;
  place = &self->layout->tables[self->focus.table];
  if (self->mode == RT_FLOOR_FURNITURE || self->focus.chair >= 0 || place->n_chairs == 0)
    {
      if (rt_layout_next (self->layout, self->focus.table, self->focus.chair, dx, dy, &next.table,
                          &next.chair))
        rt_floor_view_go (self, next);
      return TRUE;
    }
  for (guint k = 0; k < place->n_chairs; k++)
    {
      double x = place->chairs[k].x + place->chairs[k].width / 2.0 - place->top.x
                 - place->top.width / 2.0;
      double y = place->chairs[k].y + place->chairs[k].height / 2.0 - place->top.y
                 - place->top.height / 2.0;
      double along = (x * dx + y * dy) / MAX (1.0, hypot (x, y));

      if (along <= best)
        continue;
      best = along;
      next = (RtSpot) { self->focus.table, (int) k };
    }
  rt_floor_view_go (self, next);
  return TRUE;
}

static gboolean
rt_floor_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  RtFloorView *self = RT_FLOOR_VIEW (widget);

  if (self->layout == NULL || self->layout->n_tables == 0)
    return FALSE;
  switch (direction)
    {
    case GTK_DIR_TAB_FORWARD:
      return focus_table (self, 1);
    case GTK_DIR_TAB_BACKWARD:
      return focus_table (self, -1);
    case GTK_DIR_LEFT:
      return focus_arrow (self, -1.0, 0.0);
    case GTK_DIR_RIGHT:
      return focus_arrow (self, 1.0, 0.0);
    case GTK_DIR_UP:
      return focus_arrow (self, 0.0, -1.0);
    case GTK_DIR_DOWN:
    default:
      return focus_arrow (self, 0.0, 1.0);
    }
}

static gboolean
rt_floor_view_grab_focus (GtkWidget *widget)
{
  RtFloorView *self = RT_FLOOR_VIEW (widget);
  RtSpot spot = self->selected.table >= 0 ? self->selected : (RtSpot) { 0, -1 };

  if (self->layout == NULL || self->layout->n_tables == 0)
    return FALSE;
  rt_floor_view_go (self, spot);
  return TRUE;
}

static void
rt_floor_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  RtFloorView *self = RT_FLOOR_VIEW (widget);

  GTK_WIDGET_CLASS (rt_floor_view_parent_class)->css_changed (widget, change);
  if (self->painter != NULL && fabs (current_text (self) - self->text) > 0.01)
    renew_painter (self);
}

static void
rt_floor_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (rt_floor_view_parent_class)->system_setting_changed (widget, setting);
  if (RT_FLOOR_VIEW (widget)->painter != NULL)
    renew_painter (RT_FLOOR_VIEW (widget));
}

static void
set_adjustment (RtFloorView *self, guint which, GtkAdjustment *adjustment)
{
  g_autoptr (GtkAdjustment) fresh = adjustment != NULL
                                        ? g_object_ref (adjustment)
                                        : g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));

  if (self->adjustments[which] == fresh)
    return;
  if (self->adjustments[which] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[which], queue_draw_cb, self);
  g_set_object (&self->adjustments[which], fresh);
  g_signal_connect_object (fresh, "value-changed", G_CALLBACK (queue_draw_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), which == 0 ? "hadjustment" : "vadjustment");
}

static void
rt_floor_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RtFloorView *self = RT_FLOOR_VIEW (object);

  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    set_adjustment (self, id - PROP_HADJUSTMENT, g_value_get_object (value));
  else if (id == PROP_HSCROLL_POLICY || id == PROP_VSCROLL_POLICY)
    self->policies[id - PROP_HSCROLL_POLICY] = (GtkScrollablePolicy) g_value_get_enum (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rt_floor_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RtFloorView *self = RT_FLOOR_VIEW (object);

  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[id - PROP_HADJUSTMENT]);
  else if (id == PROP_HSCROLL_POLICY || id == PROP_VSCROLL_POLICY)
    g_value_set_enum (value, (int) self->policies[id - PROP_HSCROLL_POLICY]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rt_floor_view_dispose (GObject *object)
{
  RtFloorView *self = RT_FLOOR_VIEW (object);

  g_clear_handle_id (&self->spots_source, g_source_remove);
  rt_floor_view_set_session (self, NULL);
  if (self->spots != NULL)
    for (guint i = 0; i < self->spots->len; i++)
      g_clear_pointer (&self->spots->pdata[i], remove_spot);
  g_clear_pointer (&self->spots, g_ptr_array_unref);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->bubble, gtk_widget_unparent);
  g_clear_object (&self->adjustments[0]);
  g_clear_object (&self->adjustments[1]);
  g_clear_pointer (&self->painter, rt_painter_free);
  G_OBJECT_CLASS (rt_floor_view_parent_class)->dispose (object);
}

static void
rt_floor_view_finalize (GObject *object)
{
  RtFloorView *self = RT_FLOOR_VIEW (object);

  g_array_unref (self->sizes);
  g_hash_table_unref (self->chosen);
  g_string_free (self->typed, TRUE);
  G_OBJECT_CLASS (rt_floor_view_parent_class)->finalize (object);
}

static void
rt_floor_view_class_init (RtFloorViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = rt_floor_view_set_property;
  object_class->get_property = rt_floor_view_get_property;
  object_class->dispose = rt_floor_view_dispose;
  object_class->finalize = rt_floor_view_finalize;
  widget_class->size_allocate = rt_floor_view_size_allocate;
  widget_class->measure = rt_floor_view_measure;
  widget_class->snapshot = rt_floor_view_snapshot;
  widget_class->focus = rt_floor_view_focus;
  widget_class->grab_focus = rt_floor_view_grab_focus;
  widget_class->css_changed = rt_floor_view_css_changed;
  widget_class->system_setting_changed = rt_floor_view_system_setting_changed;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  gtk_widget_class_set_css_name (widget_class, "floorview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
init_bubble (RtFloorView *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->bubble = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->bubble_title = gtk_label_new (NULL);
  self->bubble_icon = gtk_image_new ();
  self->bubble_price = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (line), self->bubble_icon);
  gtk_box_append (GTK_BOX (line), self->bubble_price);
  gtk_label_set_xalign (GTK_LABEL (self->bubble_title), 0.0f);
  gtk_label_set_xalign (GTK_LABEL (self->bubble_price), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (self->bubble_price), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->bubble_price), 44);
  gtk_widget_add_css_class (self->bubble_title, "heading");
  gtk_widget_add_css_class (self->bubble, "floor-bubble");
  gtk_box_append (GTK_BOX (self->bubble), self->bubble_title);
  gtk_box_append (GTK_BOX (self->bubble), line);
  gtk_widget_set_can_target (self->bubble, FALSE);
  gtk_widget_set_visible (self->bubble, FALSE);
  gtk_widget_set_parent (self->bubble, GTK_WIDGET (self));
}

static void
rt_floor_view_init (RtFloorView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->mode = RT_FLOOR_PEOPLE;
  self->zoom = self->label_zoom = 1.0;
  self->text = 1.0;
  self->automatic = TRUE;
  self->selected = self->focus = self->drop = self->dragged = RT_SPOT_NONE;
  self->sizes = g_array_new (FALSE, TRUE, sizeof (RtSize));
  self->spots = g_ptr_array_new ();
  self->typed = g_string_new (NULL);
  set_adjustment (self, 0, NULL);
  set_adjustment (self, 1, NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  init_bubble (self);
  rt_floor_view_init_input (self);
  rt_floor_view_init_furniture (self);
  rt_floor_view_init_drop (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (look_cb), self,
                           G_CONNECT_SWAPPED);
}

/** rt_floor_view_new: to be put into a #GtkScrolledWindow, whose scroll bars then move the room */
GtkWidget *
rt_floor_view_new (void)
{
  return g_object_new (RT_TYPE_FLOOR_VIEW, NULL);
}

/** rt_floor_view_set_session: @session: (nullable) */
void
rt_floor_view_set_session (RtFloorView *self, RtSession *session)
{
  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  g_clear_pointer (&self->scene, rt_scene_free);
  g_clear_pointer (&self->aisles, g_array_unref);
  g_clear_pointer (&self->layout, rt_layout_free);
  self->selected = self->focus = RT_SPOT_NONE;
  self->automatic = TRUE;
  if (session == NULL)
    return;
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "measures-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "shown-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::round", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected-person", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected-table", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  renew_scene (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
rt_floor_view_set_mode (RtFloorView *self, RtFloorMode mode)
{
  if (self->mode == mode)
    return;
  self->mode = mode;
  self->automatic = TRUE;
  if (self->session != NULL)
    renew_scene (self);
}

double
rt_floor_view_get_text (RtFloorView *self)
{
  return current_text (self);
}

double
rt_floor_view_get_zoom (RtFloorView *self)
{
  return self->zoom;
}

/* Zooms so that what is at @x, @y in the widget stays there. Slips turn to dots where they could no
 * longer be read, and dots to slips where they can again. */
void
rt_floor_view_zoom_at (RtFloorView *self, double zoom, double x, double y)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)),
         height = gtk_widget_get_height (GTK_WIDGET (self));
  double left, top, room_x, room_y;
  RtDetail detail = self->detail;

  if (self->layout == NULL)
    return;
  zoom = CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
  get_offset (self, &left, &top);
  room_x = ((x - left) / self->zoom - self->layout->origin_x) / self->layout->scale_x;
  room_y = ((y - top) / self->zoom - self->layout->origin_y) / self->layout->scale_y;
  if (detail == RT_DETAIL_SLIPS && !slips_readable (self, zoom))
    detail = RT_DETAIL_DOTS;
  else if (detail == RT_DETAIL_DOTS && zoom > self->zoom && slips_readable (self, zoom))
    detail = RT_DETAIL_SLIPS;
  self->automatic = FALSE;
  self->zoom = zoom;
  if (detail != self->detail)
    lay_out (self, detail, width, height);
  configure_adjustments (self, width, height);
  gtk_adjustment_set_value (self->adjustments[0],
                            (room_x * self->layout->scale_x + self->layout->origin_x) * zoom - x);
  gtk_adjustment_set_value (self->adjustments[1],
                            (room_y * self->layout->scale_y + self->layout->origin_y) * zoom - y);
  queue_draw_cb (self);
}

void
rt_floor_view_set_zoom (RtFloorView *self, double zoom)
{
  rt_floor_view_zoom_at (self, zoom, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                         gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

/** rt_floor_view_fit: back to the zoom that suits the view, and that follows its size */
void
rt_floor_view_fit (RtFloorView *self)
{
  self->automatic = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
rt_floor_view_reveal (RtFloorView *self, RtId table)
{
  int index = self->scene != NULL ? rt_scene_find_table (self->scene, table) : -1;

  if (index >= 0)
    rt_floor_view_go (self, (RtSpot) { index, -1 });
}
