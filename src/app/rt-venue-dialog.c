/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-venue-dialog.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rt-backdrop.h"
#include "rt-child-window.h"
#include "rt-dialogs.h"
#include "rt-edit.h"
#include "rt-length-row.h"

#define USUAL_WIDTH 1200 /* cm, where the plan has no room yet */
#define LEAST_WIDTH 100
#define LARGEST 100000
#define CROSS 9.0 /* pixels */
/* Of the button, so that it fits beside the other in a narrow window. */
#define LINE_CHARS 14

struct _RtVenueDialog
{
  AdwWindow parent_instance;

  RtSession *session;
  char *uri;
  cairo_surface_t *picture;
  int x, y, width; /* cm */
  double points[2][2]; /* parts of the picture */
  guint n_points;
  GCancellable *cancellable;

  GtkStack *stack;
  AdwStatusPage *status;
  GtkDrawingArea *map;
  GtkLabel *hint;
  AdwPreferencesGroup *group;
  GtkWidget *use_button;
  GtkWidget *remove_button;
  RtLengthRow *distance_row;
  RtLengthRow *width_row;
  RtLengthRow *x_row;
  RtLengthRow *y_row;
};

G_DEFINE_FINAL_TYPE (RtVenueDialog, rt_venue_dialog, ADW_TYPE_WINDOW)

static const RtBackground *
get_background (RtVenueDialog *self)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  const RtRoom *room
      = rt_plan_get_n (plan, RT_PART_ROOM) > 0 ? rt_plan_get (plan, RT_PART_ROOM, 0) : NULL;

  return room ? room->background : NULL;
}

/* How far apart the points are, in widths of the picture. */
static double
get_span (RtVenueDialog *self)
{
  double ratio = cairo_image_surface_get_height (self->picture)
                 / (double) cairo_image_surface_get_width (self->picture);

  return hypot (self->points[1][0] - self->points[0][0],
                (self->points[1][1] - self->points[0][1]) * ratio);
}

static void
show_numbers (RtVenueDialog *self)
{
  gboolean two = self->n_points == 2 && get_span (self) > 0.0;

  rt_length_row_set (self->width_row, self->width);
  rt_length_row_set (self->x_row, self->x);
  rt_length_row_set (self->y_row, self->y);
  if (two)
    rt_length_row_set (self->distance_row, (int) round (get_span (self) * self->width));
  gtk_widget_set_sensitive (GTK_WIDGET (self->distance_row), two);
  gtk_label_set_label (self->hint,
                       self->n_points == 0
                           ? _("Click two points whose distance you know, or say how wide it is.")
                       : self->n_points == 1 ? _("Click the second point.")
                                             : _("How far apart are the two points?"));
  gtk_widget_queue_draw (GTK_WIDGET (self->map));
}

static void
show_picture (RtVenueDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack, self->picture ? "picture" : "none");
  gtk_widget_set_sensitive (self->use_button, self->picture != NULL);
  gtk_widget_set_visible (self->remove_button, get_background (self) != NULL);
  if (self->picture)
    show_numbers (self);
}

/* Where the picture is in the map: as large as it fits. */
static void
get_frame (RtVenueDialog *self, double width, double height, double *left, double *top,
           double *scale)
{
  double picture_width = cairo_image_surface_get_width (self->picture);
  double picture_height = cairo_image_surface_get_height (self->picture);

  *scale = MIN (width / picture_width, height / picture_height);
  *left = (width - picture_width * *scale) / 2.0;
  *top = (height - picture_height * *scale) / 2.0;
}

/* White under blue, so that it is seen on every picture. */
static void
paint_points (RtVenueDialog *self, cairo_t *cr, double left, double top, double scale)
{
  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < self->n_points; i++)
        {
          double x = left + self->points[i][0] * scale
                                * cairo_image_surface_get_width (self->picture);
          double y = top + self->points[i][1] * scale
                               * cairo_image_surface_get_height (self->picture);

          cairo_move_to (cr, x - CROSS, y);
          cairo_line_to (cr, x + CROSS, y);
          cairo_move_to (cr, x, y - CROSS);
          cairo_line_to (cr, x, y + CROSS);
          if (i == 1)
            {
              cairo_move_to (cr, x, y);
              cairo_line_to (cr,
                             left + self->points[0][0] * scale
                                        * cairo_image_surface_get_width (self->picture),
                             top + self->points[0][1] * scale
                                       * cairo_image_surface_get_height (self->picture));
            }
        }
      if (pass == 0)
        cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
      else
        cairo_set_source_rgb (cr, 0.11, 0.44, 0.85);
      cairo_set_line_width (cr, pass == 0 ? 5.0 : 2.0);
      cairo_stroke (cr);
    }
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  RtVenueDialog *self = data;
  double left, top, scale;

  if (self->picture == NULL)
    return;
  get_frame (self, width, height, &left, &top, &scale);
  cairo_save (cr);
  cairo_translate (cr, left, top);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0.0, 0.0, cairo_image_surface_get_width (self->picture),
                   cairo_image_surface_get_height (self->picture));
  /* Pictures that let through what is behind them are drawn for paper. */
  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_fill (cr);
  cairo_set_source_surface (cr, self->picture, 0.0, 0.0);
  cairo_paint (cr);
  cairo_restore (cr);
  paint_points (self, cr, left, top, scale);
}

static void
pressed_cb (RtVenueDialog *self, int n_press, double x, double y)
{
  double left, top, scale;

  if (self->picture == NULL)
    return;
  get_frame (self, gtk_widget_get_width (GTK_WIDGET (self->map)),
             gtk_widget_get_height (GTK_WIDGET (self->map)), &left, &top, &scale);
  rt_venue_dialog_mark (self,
                        (x - left) / scale / cairo_image_surface_get_width (self->picture),
                        (y - top) / scale / cairo_image_surface_get_height (self->picture));
}

static void
number_cb (RtVenueDialog *self, int value, RtLengthRow *row)
{
  if (row == self->x_row)
    self->x = value;
  else if (row == self->y_row)
    self->y = value;
  else if (row == self->width_row)
    self->width = value;
  else if (self->n_points == 2 && get_span (self) > 0.0)
    self->width = CLAMP ((int) round (value / get_span (self)), LEAST_WIDTH, LARGEST);
  show_numbers (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RtVenueDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (bytes)
    rt_venue_dialog_take (self, bytes, name);
  else
    adw_status_page_set_description (self->status, error->message);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RtVenueDialog) self = data;
  g_autoptr (GFile) file = rt_dialogs_choose_finish_one (result);

  if (file)
    g_file_load_bytes_async (file, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
choose_cb (RtVenueDialog *self)
{
  rt_dialogs_choose_async (GTK_WINDOW (self), RT_CHOOSE_PICTURE, NULL, NULL, chosen_cb,
                           g_object_ref (self));
}

static void
use_cb (RtVenueDialog *self)
{
  g_autoptr (RtVenueDialog) keep = g_object_ref (self);
  g_autoptr (RtRecord) record = rt_record_new (&rt_background_class, NULL);
  RtBackground *background = (RtBackground *) record;
  GError *error = NULL;
  RtChange *change;

  if (self->picture == NULL)
    return;
  rt_set_text (&background->picture, self->uri);
  background->x = self->x;
  background->y = self->y;
  background->width = self->width;
  change = rt_edit_set_background (rt_session_get_plan (self->session), background, &error);
  rt_session_do (self->session, change, &error);
  gtk_window_close (GTK_WINDOW (self));
}

static void
remove_cb (RtVenueDialog *self)
{
  g_autoptr (RtVenueDialog) keep = g_object_ref (self);
  GError *error = NULL;
  RtChange *change
      = rt_edit_set_background (rt_session_get_plan (self->session), NULL, &error);

  rt_session_do (self->session, change, &error);
  gtk_window_close (GTK_WINDOW (self));
}

static void
rt_venue_dialog_dispose (GObject *object)
{
  RtVenueDialog *self = RT_VENUE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (rt_venue_dialog_parent_class)->dispose (object);
}

static void
rt_venue_dialog_finalize (GObject *object)
{
  RtVenueDialog *self = RT_VENUE_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_free (self->uri);
  G_OBJECT_CLASS (rt_venue_dialog_parent_class)->finalize (object);
}

static void
rt_venue_dialog_class_init (RtVenueDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_venue_dialog_dispose;
  object_class->finalize = rt_venue_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-venue-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RtVenueDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, RtVenueDialog, status);
  gtk_widget_class_bind_template_child (widget_class, RtVenueDialog, map);
  gtk_widget_class_bind_template_child (widget_class, RtVenueDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, RtVenueDialog, group);
  gtk_widget_class_bind_template_child (widget_class, RtVenueDialog, use_button);
  gtk_widget_class_bind_template_child (widget_class, RtVenueDialog, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static RtLengthRow *
add_row (RtVenueDialog *self, const char *title, int least)
{
  GtkWidget *row = rt_length_row_new_length (title, least);

  g_signal_connect_object (row, "changed", G_CALLBACK (number_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  return RT_LENGTH_ROW (row);
}

static void
rt_venue_dialog_init (RtVenueDialog *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  GtkLabel *use;

  gtk_widget_init_template (GTK_WIDGET (self));
  use = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->use_button)));
  /* In two lines where the window is narrow, not in more. */
  gtk_label_set_wrap (use, TRUE);
  gtk_label_set_width_chars (use, MIN (g_utf8_strlen (gtk_label_get_text (use), -1), LINE_CHARS));
  gtk_label_set_justify (use, GTK_JUSTIFY_CENTER);
  self->cancellable = g_cancellable_new ();
  self->distance_row = add_row (self, _("Distance Between the Points (m)"), 0);
  self->width_row = add_row (self, _("Width of the Picture (m)"), LEAST_WIDTH);
  self->x_row = add_row (self, _("From the Left (m)"), 0);
  self->y_row = add_row (self, _("From the Front (m)"), 0);
  gtk_drawing_area_set_draw_func (self->map, draw_cb, self, NULL);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (click));
}

/** rt_venue_dialog_new: Returns: (transfer none): the dialog, to be presented */
GtkWindow *
rt_venue_dialog_new (GtkWindow *parent, RtSession *session)
{
  RtVenueDialog *self = g_object_new (RT_TYPE_VENUE_DIALOG, "transient-for", parent, NULL);
  RtPlan *plan = rt_session_get_plan (session);
  const RtRoom *room
      = rt_plan_get_n (plan, RT_PART_ROOM) > 0 ? rt_plan_get (plan, RT_PART_ROOM, 0) : NULL;
  const RtBackground *background = room ? room->background : NULL;

  self->session = g_object_ref (session);
  self->width = room && room->width > 0 ? room->width : USUAL_WIDTH;
  if (background)
    {
      self->uri = g_strdup (background->picture);
      self->picture = rt_backdrop_read (background->picture);
      self->x = MAX (background->x, 0);
      self->y = MAX (background->y, 0);
      self->width = background->width > 0 ? background->width : self->width;
    }
  show_picture (self);
  rt_child_window_fit (GTK_WINDOW (self), parent);
  return GTK_WINDOW (self);
}

void
rt_venue_dialog_take (RtVenueDialog *self, GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = rt_backdrop_dup_uri (bytes, name, &error);
  cairo_surface_t *picture = uri ? rt_backdrop_read (uri) : NULL;

  if (picture == NULL)
    {
      adw_status_page_set_description (self->status, error ? error->message : NULL);
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_free (self->uri);
  self->picture = picture;
  self->uri = g_steal_pointer (&uri);
  self->n_points = 0;
  show_picture (self);
}

void
rt_venue_dialog_mark (RtVenueDialog *self, double x, double y)
{
  if (self->n_points == 2)
    self->n_points = 0;
  self->points[self->n_points][0] = CLAMP (x, 0.0, 1.0);
  self->points[self->n_points][1] = CLAMP (y, 0.0, 1.0);
  self->n_points++;
  show_numbers (self);
  if (self->n_points == 2)
    rt_length_row_focus (self->distance_row);
}
