/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-welcome-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rt-application.h"
#include "rt-flow-guard.h"
#include "rt-palette.h"
#include "rt-preset.h"
#include "rt-recent.h"
#include "rt-samples.h"
#include "rt-window.h"

#define MOST_RECENT 6
#define PICTURE_SIZE 44

struct _RtWelcomePage
{
  GtkWidget parent_instance;

  RtPreset preset;
  GtkToggleButton *toggles[RT_N_PRESETS];

  GtkWidget *scroll;
  GtkImage *icon;
  GtkWidget *heading;
  GtkLabel *heading_title;
  GtkLabel *heading_words;
  GtkWidget *lists;
  GtkListBox *recent;
  AdwExpanderRow *samples;
  AdwComboRow *format_row;
  GtkWidget *formats;
  GtkFlowBox *cards;
};

G_DEFINE_FINAL_TYPE (RtWelcomePage, rt_welcome_page, GTK_TYPE_WIDGET)

/* The formats. */

/* A table and its chairs, in a small picture: where, how many chairs, and whether one of them
 * stays. */
static void
draw_table (cairo_t *cr, const GdkRGBA *ink, double x, double y, double radius, int n,
            gboolean host)
{
  for (int i = 0; i < n; i++)
    {
      double angle = 2 * G_PI * i / n - G_PI / 2;

      if (host && i == 0)
        cairo_set_source_rgb (cr, 0.90, 0.65, 0.04);
      else
        gdk_cairo_set_source_rgba (cr, ink);
      cairo_arc (cr, x + cos (angle) * (radius + 4), y + sin (angle) * (radius + 4), 2.2, 0,
                 2 * G_PI);
      cairo_fill (cr);
    }
  gdk_cairo_set_source_rgba (cr, ink);
  cairo_set_line_width (cr, 1.2);
  cairo_arc (cr, x, y, radius - 0.5, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_arrow (cairo_t *cr, double x0, double y0, double x1, double y1)
{
  double angle = atan2 (y1 - y0, x1 - x0);

  cairo_set_source_rgb (cr, 0.21, 0.52, 0.89);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  cairo_stroke (cr);
  cairo_move_to (cr, x1 + 3 * cos (angle), y1 + 3 * sin (angle));
  cairo_line_to (cr, x1 + 4 * cos (angle + 2.3), y1 + 4 * sin (angle + 2.3));
  cairo_line_to (cr, x1 + 4 * cos (angle - 2.3), y1 + 4 * sin (angle - 2.3));
  cairo_fill (cr);
}

/* The first themes of a plan, by colour and letter. */
static void
draw_themes (cairo_t *cr, const GdkRGBA *ink)
{
  cairo_set_line_width (cr, 1);
  cairo_select_font_face (cr, "Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
  cairo_set_font_size (cr, 11);
  for (int i = 0; i < 4; i++)
    {
      RtColour fill = rt_palette_theme (i), on = rt_palette_text_on (i);
      const char letter[] = { 'A' + i, '\0' };
      double x = 5 + 18 * (i % 2), y = 5 + 18 * (i / 2);
      cairo_text_extents_t extents;

      cairo_set_source_rgb (cr, fill.red, fill.green, fill.blue);
      cairo_rectangle (cr, x, y, 16, 16);
      cairo_fill_preserve (cr);
      gdk_cairo_set_source_rgba (cr, ink);
      cairo_stroke (cr);
      cairo_text_extents (cr, letter, &extents);
      cairo_set_source_rgb (cr, on.red, on.green, on.blue);
      cairo_move_to (cr, x + 8 - extents.width / 2 - extents.x_bearing, y + 12);
      cairo_show_text (cr, letter);
    }
}

static void
draw_preset (cairo_t *cr, const GdkRGBA *ink, RtPreset preset)
{
  switch (preset)
    {
    case RT_PRESET_HOSTED_CAFE:
      draw_table (cr, ink, 13, 14, 6, 6, TRUE);
      draw_table (cr, ink, 31, 30, 6, 6, TRUE);
      draw_arrow (cr, 23, 9, 30, 15);
      break;
    case RT_PRESET_HOST_PER_ROUND:
      draw_table (cr, ink, 22, 24, 9, 6, TRUE);
      draw_arrow (cr, 29, 6, 37, 11);
      break;
    case RT_PRESET_KNOWLEDGE_CAFE:
      for (int i = 0; i < 4; i++)
        draw_table (cr, ink, 11 + 22 * (i % 2), 11 + 22 * (i / 2), 5, 4, FALSE);
      break;
    case RT_PRESET_CAROUSEL:
      for (int i = 0; i < 3; i++)
        draw_table (cr, ink, 22 + 15 * sin (i * 2.094), 24 - 15 * cos (i * 2.094), 3.5, 0, FALSE);
      draw_arrow (cr, 28, 12, 33, 22);
      draw_arrow (cr, 28, 34, 17, 34);
      draw_arrow (cr, 11, 22, 16, 12);
      break;
    case RT_PRESET_THEME_GROUPS:
      draw_themes (cr, ink);
      break;
    case RT_PRESET_VISITOR:
      draw_table (cr, ink, 11, 29, 6, 5, FALSE);
      draw_table (cr, ink, 33, 29, 6, 5, FALSE);
      cairo_set_source_rgb (cr, 0.90, 0.65, 0.04);
      cairo_arc (cr, 11, 9, 3.5, 0, 2 * G_PI);
      cairo_fill (cr);
      draw_arrow (cr, 18, 9, 32, 9);
      break;
    case RT_PRESET_ROUNDTABLE:
      draw_table (cr, ink, 22, 22, 12, 12, TRUE);
      break;
    default:
      gdk_cairo_set_source_rgba (cr, ink);
      cairo_rectangle (cr, 12, 4, 20, 5);
      cairo_fill (cr);
      for (int i = 0; i < 15; i++)
        {
          cairo_arc (cr, 8 + 7 * (i % 5), 18 + 8 * (i / 5), 2.2, 0, 2 * G_PI);
          cairo_fill (cr);
        }
    }
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  GdkRGBA ink = { 0.2, 0.2, 0.22, 1 };

  if (adw_style_manager_get_dark (adw_style_manager_get_default ()))
    ink = (GdkRGBA) { 0.9, 0.9, 0.9, 1 };
  draw_preset (cr, &ink, GPOINTER_TO_INT (data));
}

static GtkWidget *
make_card_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
toggled_cb (GtkToggleButton *toggle, gpointer data)
{
  RtWelcomePage *self = data;

  if (!gtk_toggle_button_get_active (toggle))
    return;
  for (guint i = 0; i < RT_N_PRESETS; i++)
    if (self->toggles[i] == toggle)
      self->preset = i;
  adw_combo_row_set_selected (self->format_row, self->preset);
}

static void
format_cb (RtWelcomePage *self)
{
  guint chosen = adw_combo_row_get_selected (self->format_row);

  if (chosen < RT_N_PRESETS)
    gtk_toggle_button_set_active (self->toggles[chosen], TRUE);
}

static void
add_card (RtWelcomePage *self, RtPreset preset)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *picture = gtk_drawing_area_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  rt_preset_get_title (preset),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  rt_preset_get_description (preset), -1);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (picture), PICTURE_SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (picture), PICTURE_SIZE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (picture), draw_cb, GINT_TO_POINTER (preset),
                                  NULL);
  gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), make_card_label (rt_preset_get_title (preset), "heading"));
  gtk_box_append (GTK_BOX (words), make_card_label (rt_preset_get_description (preset), "caption"));
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), words);
  gtk_button_set_child (GTK_BUTTON (toggle), box);
  gtk_widget_add_css_class (toggle, "card");
  gtk_widget_add_css_class (toggle, "format");
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle), preset ? self->toggles[0] : NULL);
  self->toggles[preset] = GTK_TOGGLE_BUTTON (toggle);
  g_signal_connect (toggle, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_flow_box_append (self->cards, toggle);
  gtk_widget_set_focusable (gtk_widget_get_parent (toggle), FALSE);
}

/* Recent plans. */

static GtkApplication *
get_application (RtWelcomePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;
}

static void
recent_cb (AdwActionRow *row, gpointer data)
{
  GtkApplication *application = get_application (data);
  g_autoptr (GFile) file = g_file_new_for_uri (g_object_get_data (G_OBJECT (row), "uri"));

  if (RT_IS_APPLICATION (application))
    rt_application_open_file (RT_APPLICATION (application), file,
                              GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (data))));
}

static gboolean
has_kept_changes (RtWelcomePage *self, const char *uri)
{
  GtkApplication *application = get_application (self);
  GPtrArray *recoveries = RT_IS_APPLICATION (application)
                          ? rt_application_get_recoveries (RT_APPLICATION (application)) : NULL;
  g_autofree char *path = g_filename_from_uri (uri, NULL, NULL);

  for (guint i = 0; recoveries && i < recoveries->len; i++)
    if (path && g_strcmp0 (((RtRecovery *) recoveries->pdata[i])->original, path) == 0)
      return TRUE;
  return FALSE;
}

static void
add_recent (RtWelcomePage *self, const RtRecent *recent)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (recent->title ? recent->title : "", -1);
  g_autofree char *subtitle
      = g_markup_escape_text (recent->description ? recent->description : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "uri", g_strdup (recent->uri), g_free);
  if (has_kept_changes (self, recent->uri))
    {
      GtkWidget *chip = gtk_label_new (_("Unsaved changes kept"));

      gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (chip, "doubt-chip");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
    }
  g_signal_connect (row, "activated", G_CALLBACK (recent_cb), self);
  gtk_list_box_append (self->recent, row);
}

static void
fill_recent (RtWelcomePage *self)
{
  g_autoptr (GPtrArray) plans = rt_recent_list (MOST_RECENT);
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->recent, 0))))
    gtk_list_box_remove (self->recent, row);
  for (guint i = 0; i < plans->len; i++)
    add_recent (self, plans->pdata[i]);
}

/* Sample plans. */

static void
sample_cb (RtWelcomePage *self, GtkWidget *row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index"));
  g_autoptr (GError) error = NULL;
  g_autoptr (RtSession) session = rt_samples_open (index, &error);

  if (session && RT_IS_WINDOW (root))
    rt_window_set_session (RT_WINDOW (root), session);
  else if (error)
    g_warning ("%s", error->message);
}

/* Made when they are to be seen: hidden rows would be laid out with all the others. */
static void
expanded_cb (RtWelcomePage *self)
{
  if (!adw_expander_row_get_expanded (self->samples))
    return;
  g_signal_handlers_disconnect_by_func (self->samples, expanded_cb, self);
  for (guint i = 0; i < rt_samples_get_n (); i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), rt_samples_get_title (i));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), rt_samples_get_description (i));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (i));
      g_signal_connect_swapped (row, "activated", G_CALLBACK (sample_cb), self);
      adw_expander_row_add_row (self->samples, row);
    }
}

static void
rt_welcome_page_map (GtkWidget *widget)
{
  fill_recent (RT_WELCOME_PAGE (widget));
  GTK_WIDGET_CLASS (rt_welcome_page_parent_class)->map (widget);
}

static void
rt_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RT_TYPE_WELCOME_PAGE);
  G_OBJECT_CLASS (rt_welcome_page_parent_class)->dispose (object);
}

static void
rt_welcome_page_class_init (RtWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_welcome_page_dispose;
  widget_class->map = rt_welcome_page_map;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RtWelcomePage, scroll);
  gtk_widget_class_bind_template_child (widget_class, RtWelcomePage, heading);
  gtk_widget_class_bind_template_child (widget_class, RtWelcomePage, heading_title);
  gtk_widget_class_bind_template_child (widget_class, RtWelcomePage, heading_words);
  gtk_widget_class_bind_template_child (widget_class, RtWelcomePage, icon);
  gtk_widget_class_bind_template_child (widget_class, RtWelcomePage, lists);
  gtk_widget_class_bind_template_child (widget_class, RtWelcomePage, recent);
  gtk_widget_class_bind_template_child (widget_class, RtWelcomePage, samples);
  gtk_widget_class_bind_template_child (widget_class, RtWelcomePage, format_row);
  gtk_widget_class_bind_template_child (widget_class, RtWelcomePage, formats);
  gtk_widget_class_bind_template_child (widget_class, RtWelcomePage, cards);
}

static void
rt_welcome_page_init (RtWelcomePage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  rt_flow_guard (self->cards);
  for (RtPreset preset = 0; preset < RT_N_PRESETS; preset++)
    {
      add_card (self, preset);
      gtk_string_list_append (titles, rt_preset_get_title (preset));
    }
  g_signal_connect_swapped (self->samples, "notify::expanded", G_CALLBACK (expanded_cb), self);
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (titles));
  gtk_toggle_button_set_active (self->toggles[RT_PRESET_HOSTED_CAFE], TRUE);
  g_signal_connect_swapped (self->format_row, "notify::selected", G_CALLBACK (format_cb), self);
}

void
rt_welcome_page_set_width_class (RtWelcomePage *self, RtWidthClass width_class)
{
  gboolean wide = width_class == RT_WIDTH_WIDE;
  gboolean narrow = width_class == RT_WIDTH_NARROW;

  GtkWidget *boxes[] = { self->lists, self->heading };
  GtkLabel *words[] = { self->heading_title, self->heading_words };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (boxes[i]),
                                    narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (GTK_BOX (self->lists), !narrow);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gtk_label_set_xalign (words[i], narrow ? 0.5 : 0.0);
      gtk_label_set_justify (words[i], narrow ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
    }
  /* Small windows are short, too. */
  gtk_image_set_pixel_size (self->icon, wide ? 80 : 48);
  gtk_widget_set_visible (self->formats, wide);
  gtk_widget_set_visible (GTK_WIDGET (self->format_row), !wide);
}

RtPreset
rt_welcome_page_get_preset (RtWelcomePage *self)
{
  return self->preset;
}
