/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-floor-view.h"

#include <adwaita.h>
#include <math.h>

#include "rt-floor-private.h"

#define USUAL_FONT 14.667 /* 11 points at 96 dots per inch */

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
  self->laid_out = FALSE;
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
  return spot.table >= 0 && spot.table < (int) self->scene->n_tables
             ? self->scene->tables[spot.table].table
             : NULL;
}

/** rt_floor_view_can_edit: Returns: whether slips can be moved now */
gboolean
rt_floor_view_can_edit (RtFloorView *self)
{
  return self->mode == RT_FLOOR_PEOPLE && !self->fixed && self->session != NULL
         && self->scene != NULL && !self->scene->over && !self->scene->furniture
         && !rt_session_is_arranging (self->session, NULL);
}

void
rt_floor_view_queue_draw (RtFloorView *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
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

static gboolean
is_there (RtFloorView *self, RtSpot spot)
{
  return spot.table >= 0 && spot.table < rt_floor_view_n_pieces (self)
         && (spot.chair < 0 || spot.chair < (int) self->scene->tables[spot.table].n_chairs);
}

/* The table or chair that had the focus may be gone. */
static void
repair_focus (RtFloorView *self)
{
  if (!is_there (self, self->focus))
    self->focus = RT_SPOT_NONE;
}

/* Who sits where the focus is, or where it comes back to once a dialog or a menu has gone. */
static RtId
focused_person (RtFloorView *self, RtSpot *spot)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  *spot = RT_SPOT_NONE;
  if (self->scene == NULL || focus == NULL || !RT_IS_FLOOR_SPOT (focus)
      || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  *spot = (RtSpot) { rt_floor_spot_get_table (RT_FLOOR_SPOT (focus)),
                     rt_floor_spot_get_chair (RT_FLOOR_SPOT (focus)) };
  return is_there (self, *spot) ? rt_floor_view_person_at (self, *spot) : NULL;
}

/* Who is selected together with others. */
static void
mark_chairs (RtFloorView *self)
{
  for (guint i = 0; i < self->scene->n_tables; i++)
    for (guint k = 0; k < self->scene->tables[i].n_chairs; k++)
      {
        RtSceneChair *chair = &self->scene->tables[i].chairs[k];

        chair->marked
            = chair->person != NULL && rt_session_is_marked (self->session, chair->person);
      }
}

static void
marks_cb (RtFloorView *self)
{
  if (self->scene == NULL || self->mode != RT_FLOOR_PEOPLE)
    return;
  mark_chairs (self);
  rt_floor_cache_forget (self->cache);
  if (self->layout != NULL && gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    rt_floor_view_sync_spots (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
renew_scene (RtFloorView *self)
{
  RtPlan *plan = rt_session_get_shown_plan (self->session);
  int width = gtk_widget_get_width (GTK_WIDGET (self)),
      height = gtk_widget_get_height (GTK_WIDGET (self));
  g_autoptr (RtRoll) roll = rt_roll_new (plan);
  int round = self->mode == RT_FLOOR_PEOPLE && roll->n_rounds > 0
                  ? (int) rt_session_get_round (self->session)
                  : -1;
  RtSpot before, now;
  RtId person = focused_person (self, &before);
  RtFloorPlaces *places = rt_floor_view_note_places (self);

  rt_floor_view_drop_hold (self);
  g_clear_pointer (&self->scene, rt_scene_free);
  self->scene = rt_scene_new (plan, roll, rt_session_get_shown_measures (self->session), round);
  if (self->mode == RT_FLOOR_PEOPLE)
    mark_chairs (self);
  rt_floor_view_renew_aisles (self);
  self->drop = self->dragged = RT_SPOT_NONE;
  repair_focus (self);
  find_selected (self);
  self->laid_out = FALSE;
  rt_floor_view_renew_layout (self, width, height);
  rt_floor_view_slide_from (self, places);
  if (self->layout != NULL && width > 0)
    {
      rt_floor_view_configure_adjustments (self, width, height);
      rt_floor_view_sync_spots (self);
      /* The focus goes with the person, so that the new place is read out. */
      if (person != NULL && rt_scene_find_person (self->scene, person, &now.table, &now.chair)
          && (now.table != before.table || now.chair != before.chair))
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

  if (self->scene == NULL)
    return;
  /* Asking for another size while sizes are given out would leave the window blank. */
  if (self->painter == NULL)
    make_painter (self);
  rt_floor_view_renew_layout (self, width, height);
  rt_floor_view_configure_adjustments (self, width, height);
  rt_floor_view_queue_spots (self);
  rt_floor_view_allocate_bubble (self, width, height);
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

typedef struct
{
  GtkSnapshot *snapshot;
  const RtFloorSight *sight;
} Painting;

static gboolean
paint_scene (RtFloorView *self, gpointer data)
{
  Painting *painting = data;

  return rt_floor_cache_snapshot (self->cache, painting->snapshot, painting->sight);
}

static gboolean
draw_again_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

/* What lies over the tables and stays with them: narrow ways, and how long a metre is. */
static void
paint_above (gpointer data, cairo_t *cr)
{
  RtFloorView *self = data;
  const RtFloorColours *colours = rt_palette_floor (current_look ());
  double left, top;

  rt_floor_view_get_offset (self, &left, &top);
  cairo_save (cr);
  cairo_translate (cr, left, top);
  cairo_scale (cr, self->zoom, self->zoom);
  if (self->aisles != NULL)
    rt_floor_view_paint_aisles (self, cr, colours);
  cairo_restore (cr);
  rt_floor_view_paint_scale (self, cr, colours);
}

static void
paint_floor (RtFloorView *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkRoot *root = gtk_widget_get_root (widget);
  gboolean ring = GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root));
  g_autofree gboolean *chosen
      = self->mode == RT_FLOOR_FURNITURE ? rt_floor_view_dup_marks (self) : NULL;
  RtPaintState state = {
    .zoom = self->zoom,
    .visible = rt_floor_view_visible (self),
    .selected = self->selected,
    .focus = ring ? self->focus : RT_SPOT_NONE,
    .drop = self->drop,
    .dragged = self->dragged,
    .chosen = chosen,
  };
  RtFloorSight sight = {
    .painter = self->painter,
    .scene = self->scene,
    .layout = self->layout,
    .state = &state,
    .width = gtk_widget_get_width (widget),
    .height = gtk_widget_get_height (widget),
    .density = gtk_widget_get_scale_factor (widget),
    .cairo = self->cairo,
    .paint_above = self->layout->detail == RT_DETAIL_METRIC ? paint_above : NULL,
    .data = self,
  };

  rt_floor_view_get_offset (self, &sight.left, &sight.top);
  if (rt_floor_view_paint_sliding (self, paint_scene, &(Painting) { snapshot, &sight }))
    gtk_widget_add_tick_callback (widget, draw_again_cb, NULL, NULL);
}

/* What the pointer holds, in a box as small as can be: the rest is not painted again. */
static void
append_held (RtFloorView *self, GtkSnapshot *snapshot)
{
  const RtFloorColours *colours = rt_palette_floor (current_look ());
  cairo_surface_t *record = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (record);
  double left, top;
  RtBox box;

  rt_floor_view_get_offset (self, &left, &top);
  cairo_translate (cr, left, top);
  cairo_scale (cr, self->zoom, self->zoom);
  rt_floor_view_paint_handles (self, cr, colours);
  rt_floor_view_paint_hold (self, cr, colours, left, top);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (record, &box.x, &box.y, &box.width, &box.height);
  if (box.width > 0.0)
    {
      cr = gtk_snapshot_append_cairo (snapshot,
                                      &GRAPHENE_RECT_INIT ((float) floor (box.x) - 1.0f,
                                                           (float) floor (box.y) - 1.0f,
                                                           (float) ceil (box.width) + 3.0f,
                                                           (float) ceil (box.height) + 3.0f));
      cairo_set_source_surface (cr, record, 0.0, 0.0);
      cairo_paint (cr);
      cairo_destroy (cr);
    }
  cairo_surface_destroy (record);
}

static void
rt_floor_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RtFloorView *self = RT_FLOOR_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  const RtFloorColours *colours = rt_palette_floor (current_look ());

  if (self->layout == NULL || width <= 0 || height <= 0)
    return;
  gtk_snapshot_push_clip (snapshot, &all);
  gtk_snapshot_append_color (snapshot,
                             &(GdkRGBA) { (float) colours->floor.red, (float) colours->floor.green,
                                          (float) colours->floor.blue, 1.0f },
                             &all);
  paint_floor (self, snapshot);
  if (self->mode == RT_FLOOR_FURNITURE)
    append_held (self, snapshot);
  gtk_widget_snapshot_child (widget, self->bubble, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
rt_floor_view_map (GtkWidget *widget)
{
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));

  RT_FLOOR_VIEW (widget)->cairo = GSK_IS_CAIRO_RENDERER (renderer);
  GTK_WIDGET_CLASS (rt_floor_view_parent_class)->map (widget);
}

/* Nobody sees them: pictures would only take memory. */
static void
rt_floor_view_unmap (GtkWidget *widget)
{
  rt_floor_cache_forget (RT_FLOOR_VIEW (widget)->cache);
  GTK_WIDGET_CLASS (rt_floor_view_parent_class)->unmap (widget);
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
    g_signal_handlers_disconnect_by_func (self->adjustments[which], rt_floor_view_scrolled, self);
  g_set_object (&self->adjustments[which], fresh);
  g_signal_connect_object (fresh, "value-changed", G_CALLBACK (rt_floor_view_scrolled), self,
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

  rt_floor_view_set_session (self, NULL);
  rt_floor_view_stop_slides (self);
  rt_floor_view_drop_hold (self);
  rt_floor_view_drop_spots (self);
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

  rt_floor_cache_free (self->cache);
  g_array_unref (self->sizes);
  g_array_unref (self->slides);
  g_hash_table_unref (self->chosen);
  g_hash_table_unref (self->chosen_objects);
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
  widget_class->map = rt_floor_view_map;
  widget_class->unmap = rt_floor_view_unmap;
  widget_class->focus = rt_floor_view_focus;
  widget_class->grab_focus = rt_floor_view_grab_focus;
  widget_class->css_changed = rt_floor_view_css_changed;
  widget_class->system_setting_changed = rt_floor_view_system_setting_changed;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  g_signal_new ("chosen-changed", RT_TYPE_FLOOR_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  g_signal_new ("zoom-changed", RT_TYPE_FLOOR_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "floorview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rt_floor_view_init (RtFloorView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->cache = rt_floor_cache_new ();
  self->mode = RT_FLOOR_PEOPLE;
  self->least_way = RT_LEAST_WAY;
  self->zoom = self->label_zoom = 1.0;
  self->text = 1.0;
  self->automatic = TRUE;
  self->selected = self->focus = self->drop = self->dragged = RT_SPOT_NONE;
  self->chosen = g_hash_table_new (NULL, NULL);
  self->chosen_objects = g_hash_table_new (NULL, NULL);
  self->sizes = g_array_new (FALSE, TRUE, sizeof (RtSize));
  self->slides = rt_floor_view_new_slides ();
  self->spots = g_ptr_array_new ();
  set_adjustment (self, 0, NULL);
  set_adjustment (self, 1, NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  rt_floor_view_init_input (self);
  rt_floor_view_init_zoom (self);
  rt_floor_view_init_hold (self);
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
  if (!rt_session_set (&self->session, session, self))
    return;
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
  g_signal_connect_object (session, "marks-changed", G_CALLBACK (marks_cb), self,
                           G_CONNECT_SWAPPED);
  renew_scene (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
rt_floor_view_set_least_way (RtFloorView *self, int least_way)
{
  if (self->least_way == least_way)
    return;
  self->least_way = least_way;
  if (self->session != NULL)
    renew_scene (self);
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

void
rt_floor_view_set_fixed (RtFloorView *self, gboolean fixed)
{
  self->fixed = fixed;
}

double
rt_floor_view_get_text (RtFloorView *self)
{
  return current_text (self);
}
