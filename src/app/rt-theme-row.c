/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-theme-row.h"

#include <glib/gi18n-lib.h>

#include "rt-edit.h"
#include "rt-flow-guard.h"
#include "rt-language.h"
#include "rt-palette.h"
#include "rt-translation.h"

#define SWATCH 28
#define MOST_TABLES_NAMED 3

struct _RtThemeRow
{
  AdwExpanderRow parent_instance;

  RtSession *session; /* the window's; not owned */
  RtOrderControls *controls;
  AdwBin *beside, *below; /* one of them holds the controls */
  GtkWidget *below_row;
  gboolean updating;
  gboolean filled;

  GtkWidget *swatch;
  GtkEditable *title, *question, *method;
  GtkEditable *also_title, *also_question; /* in the second language */
  GtkDropDown *champion;
  GtkWidget *colours[RT_N_COLOURS];
};

G_DEFINE_FINAL_TYPE (RtThemeRow, rt_theme_row, ADW_TYPE_EXPANDER_ROW)

static RtPlan *
get_plan (RtThemeRow *self)
{
  return rt_session_get_plan (self->session);
}

static const RtTheme *
get_theme (RtThemeRow *self, guint *index)
{
  if (self->session == NULL)
    return NULL;
  return rt_plan_find (get_plan (self), RT_PART_THEMES, rt_order_controls_get_id (self->controls),
                       index);
}

static int
get_colour (RtThemeRow *self)
{
  guint index = 0;
  const RtTheme *theme = get_theme (self, &index);

  if (theme == NULL)
    return 0;
  return theme->colour != RT_UNSET ? theme->colour : (int) (index % RT_N_COLOURS);
}

/* A colour is never alone: the theme's letter stands in it. */
static void
paint_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  RtThemeRow *self = data;
  int own = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (area), "rt-colour")) - 1;
  int colour = own >= 0 ? own : get_colour (self);
  RtColour fill = rt_palette_theme (colour), text = rt_palette_text_on (colour);
  guint index = 0;
  g_autofree char *letter = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  int w, h;

  if (get_theme (self, &index) == NULL)
    return;
  letter = rt_palette_dup_letter (index);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (area), letter);
  cairo_set_source_rgb (cr, fill.red, fill.green, fill.blue);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, text.red, text.green, text.blue);
  pango_layout_get_pixel_size (layout, &w, &h);
  cairo_move_to (cr, (width - w) / 2.0, (height - h) / 2.0);
  pango_cairo_show_layout (cr, layout);
}

static GtkWidget *
new_swatch (RtThemeRow *self, int colour)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "content-width", SWATCH, "content-height",
                                  SWATCH, "valign", GTK_ALIGN_CENTER, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  g_object_set_data (G_OBJECT (area), "rt-colour", GINT_TO_POINTER (colour + 1));
  gtk_widget_add_css_class (area, "theme-swatch");
  gtk_widget_set_overflow (area, GTK_OVERFLOW_HIDDEN);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), paint_cb, self, NULL);
  return area;
}

/* Editing. */

/* Takes copy. */
static void
change (RtThemeRow *self, RtTheme *copy)
{
  g_autoptr (RtTheme) own = copy;
  GError *error = NULL;
  RtChange *edit;

  if (rt_record_equal (copy, get_theme (self, NULL)))
    return;
  edit = rt_edit_change_theme (get_plan (self), copy, &error);
  rt_session_do (self->session, edit, &error);
}

static void
text_cb (RtThemeRow *self)
{
  const RtTheme *theme = get_theme (self, NULL);
  RtTheme *copy;
  struct { GtkEditable *row; gsize member; } texts[] = {
    { self->title, G_STRUCT_OFFSET (RtTheme, title) },
    { self->question, G_STRUCT_OFFSET (RtTheme, question) },
    { self->method, G_STRUCT_OFFSET (RtTheme, method) },
  };

  if (theme == NULL || self->updating)
    return;
  copy = rt_record_copy (theme);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = rt_tidy (gtk_editable_get_text (texts[i].row));

      rt_set_text (G_STRUCT_MEMBER_P (copy, texts[i].member), text);
    }
  change (self, copy);
}

/* Of the entry that was applied. */
static void
translated_cb (RtThemeRow *self, GtkEditable *entry)
{
  const char *language = self->session ? rt_translation_get_language (get_plan (self)) : NULL;
  const char *member = entry == self->also_title ? "title" : "question";
  g_autofree char *text = rt_tidy (gtk_editable_get_text (entry));
  const RtTheme *theme = get_theme (self, NULL);
  const char *now;
  GError *error = NULL;
  RtChange *edit;

  if (theme == NULL || language == NULL || self->updating)
    return;
  now = rt_translation_find (get_plan (self), language, theme->parent.id, member);
  if (g_str_equal (text, now ? now : ""))
    return;
  edit = rt_edit_translate_theme (get_plan (self), language, theme->parent.id, member, text,
                                  &error);
  rt_session_do (self->session, edit, &error);
}

static void
champion_cb (RtThemeRow *self)
{
  guint chosen = gtk_drop_down_get_selected (self->champion);
  const RtTheme *theme = get_theme (self, NULL);
  RtTheme *copy;

  if (theme == NULL || self->updating || chosen > rt_plan_get_n (get_plan (self), RT_PART_PEOPLE))
    return;
  copy = rt_record_copy (theme);
  copy->champion
      = chosen > 0 ? rt_plan_get_person (get_plan (self), chosen - 1)->parent.id : NULL;
  change (self, copy);
}

static void
colour_cb (RtThemeRow *self, GtkWidget *button)
{
  const RtTheme *theme = get_theme (self, NULL);

  if (theme == NULL || self->updating)
    return;
  for (int i = 0; i < RT_N_COLOURS; i++)
    if (self->colours[i] == button
        && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)) && get_colour (self) != i)
      {
        RtTheme *copy = rt_record_copy (theme);

        copy->colour = i;
        change (self, copy);
        return;
      }
}

/* Parts. */

static GtkEditable *
add_entry (RtThemeRow *self, const char *title, GCallback callback)
{
  GtkWidget *row
      = g_object_new (ADW_TYPE_ENTRY_ROW, "use-markup", FALSE, "title", title ? title : "",
                      "show-apply-button", TRUE, NULL);

  g_signal_connect_swapped (row, "apply", callback, self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return GTK_EDITABLE (row);
}

static void
add_champion (RtThemeRow *self)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GtkExpression) string
      = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Champion"));
  self->champion = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_drop_down_set_enable_search (self->champion, TRUE);
  gtk_drop_down_set_expression (self->champion, string);
  gtk_widget_set_valign (GTK_WIDGET (self->champion), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->champion), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Champion"), -1);
  g_signal_connect_swapped (self->champion, "notify::selected", G_CALLBACK (champion_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->champion));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_colours (RtThemeRow *self)
{
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable",
                                 FALSE, NULL);
  GtkWidget *flow = g_object_new (GTK_TYPE_FLOW_BOX, "selection-mode", GTK_SELECTION_NONE,
                                  "max-children-per-line", RT_N_COLOURS / 2,
                                  "min-children-per-line", 4,
                                  "css-classes", (const char *[]) { "panel-content", NULL }, NULL);

  rt_flow_guard (GTK_FLOW_BOX (flow));
  for (int i = 0; i < RT_N_COLOURS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      self->colours[i] = button;
      gtk_button_set_child (GTK_BUTTON (button), new_swatch (self, i));
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, rt_palette_name (i));
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                                     GTK_TOGGLE_BUTTON (self->colours[0]));
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (colour_cb), self);
      gtk_flow_box_insert (GTK_FLOW_BOX (flow), button, -1);
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), flow);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Colour"));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/* Where there is room for words only, the controls are the last of what the row opens to. */
static void
add_controls (RtThemeRow *self)
{
  GtkWidget *controls = rt_order_controls_new (GTK_LIST_BOX_ROW (self));

  self->controls = RT_ORDER_CONTROLS (controls);
  self->beside = g_object_new (ADW_TYPE_BIN, "child", controls, NULL);
  self->below = g_object_new (ADW_TYPE_BIN, "css-classes",
                              (const char *[]) { "theme-controls", NULL }, NULL);
  self->below_row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable",
                                  FALSE, "visible", FALSE, "child", self->below, NULL);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self),
                               rt_order_controls_get_handle (self->controls));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->swatch);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->beside));
}

/* The list of people may be long: it is made when the row is opened for the first time. */
static void
show_champion (RtThemeRow *self)
{
  const RtTheme *theme = get_theme (self, NULL);
  RtPlan *plan;
  guint index = 0;

  if (theme == NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  plan = get_plan (self);
  if (theme->champion)
    index = rt_plan_index_of (plan, RT_PART_PEOPLE, theme->champion) + 1;
  self->updating = TRUE;
  if (!self->filled)
    {
      g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

      gtk_string_list_append (list, _("Nobody"));
      for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_PEOPLE); i++)
        gtk_string_list_take (list, rt_person_dup_display (rt_plan_get_person (plan, i)));
      gtk_drop_down_set_model (self->champion, G_LIST_MODEL (list));
      self->filled = TRUE;
    }
  gtk_drop_down_set_selected (self->champion, index);
  self->updating = FALSE;
}

static void
rt_theme_row_class_init (RtThemeRowClass *klass)
{
}

static void
rt_theme_row_init (RtThemeRow *self)
{
  self->updating = TRUE;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  self->swatch = new_swatch (self, -1);
  add_controls (self);
  self->title = add_entry (self, _("Title"), G_CALLBACK (text_cb));
  self->also_title = add_entry (self, NULL, G_CALLBACK (translated_cb));
  self->question = add_entry (self, _("Question"), G_CALLBACK (text_cb));
  self->also_question = add_entry (self, NULL, G_CALLBACK (translated_cb));
  self->method = add_entry (self, _("Method"), G_CALLBACK (text_cb));
  add_champion (self);
  add_colours (self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->below_row);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (show_champion), NULL);
  self->updating = FALSE;
}

/* The tables by name, as long as that is short. */
static char *
dup_tables (RtThemeRow *self, const RtTheme *theme)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < rt_plan_get_n (get_plan (self), RT_PART_TABLES); i++)
    {
      const RtTable *table = rt_plan_get_table (get_plan (self), i);
      g_autofree char *name = NULL;

      if (table->theme != theme->parent.id || n++ >= MOST_TABLES_NAMED)
        continue;
      name = rt_table_dup_display (table);
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  if (n == 0)
    return g_strdup (_("No table talks about it"));
  if (n > MOST_TABLES_NAMED)
    return g_strdup_printf (ngettext ("%u table", "%u tables", n), n);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* Whether there are places enough for it is seen by how many people ask for it. */
static void
append_wishes (RtThemeRow *self, const RtTheme *theme, GString *words)
{
  guint n = 0, n_first = 0;

  for (guint i = 0; i < rt_plan_get_n (get_plan (self), RT_PART_PEOPLE); i++)
    {
      const RtPerson *person = rt_plan_get_person (get_plan (self), i);

      n += person->wishes && rt_ids_contains (person->wishes, theme->parent.id);
      n_first += person->wishes && person->wishes[0] == theme->parent.id;
    }
  if (n == 0)
    return;
  g_string_append (words, " · ");
  /* Translators: how many people wish for a theme, and of how many it is the first choice. */
  g_string_append_printf (words, ngettext ("wish of %u person (first choice of %u)",
                                           "wish of %u people (first choice of %u)", n),
                          n, n_first);
}

/* "Table 1, Table 4 · champion: Chris Sayers" */
static char *
dup_subtitle (RtThemeRow *self, const RtTheme *theme)
{
  g_autofree char *tables = dup_tables (self, theme);
  GString *words = g_string_new (tables);

  append_wishes (self, theme, words);
  if (theme->champion)
    {
      g_autofree char *name
          = rt_person_dup_display (rt_plan_find_person (get_plan (self), theme->champion));

      g_string_append (words, " · ");
      /* Translators: a person */
      g_string_append_printf (words, _("champion: %s"), name);
    }
  return g_string_free (words, FALSE);
}

static void
set_text (GtkEditable *row, const char *text)
{
  if (!g_str_equal (gtk_editable_get_text (row), text ? text : ""))
    gtk_editable_set_text (row, text ? text : "");
}

/* Where paper has a second language, its words stand below those in the first, as on paper. */
static void
show_translation (RtThemeRow *self, const RtTheme *theme)
{
  const char *language = rt_translation_get_language (get_plan (self));
  struct { GtkEditable *row; const char *member; const char *title; } rows[] = {
    /* Translators: the name of a language, or its code, such as zh */
    { self->also_title, "title", _("Title in the second language (%s)") },
    { self->also_question, "question", _("Question in the second language (%s)") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) title = g_string_new (rows[i].title);

      gtk_widget_set_visible (GTK_WIDGET (rows[i].row), language != NULL);
      if (language == NULL)
        continue;
      g_string_replace (title, "%s", rt_language_get_name (language), 1);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rows[i].row), title->str);
      set_text (rows[i].row, rt_translation_find (get_plan (self), language, theme->parent.id,
                                                  rows[i].member));
    }
}

void
rt_theme_row_update (RtThemeRow *self)
{
  guint index = 0;
  const RtTheme *theme = get_theme (self, &index);
  g_autofree char *subtitle = dup_subtitle (self, theme);
  const char *title = theme->title ? theme->title : _("Theme");

  self->updating = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  set_text (self->title, theme->title);
  set_text (self->question, theme->question);
  set_text (self->method, theme->method);
  show_translation (self, theme);
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (self->colours[get_colour (self) % RT_N_COLOURS]), TRUE);
  self->updating = FALSE;
  show_champion (self);
  rt_order_controls_name (self->controls, title);
  rt_order_controls_set_place (self->controls, index,
                               rt_plan_get_n (get_plan (self), RT_PART_THEMES));
  gtk_widget_queue_draw (self->swatch);
  for (guint i = 0; i < RT_N_COLOURS; i++)
    gtk_widget_queue_draw (gtk_button_get_child (GTK_BUTTON (self->colours[i])));
}

GtkWidget *
rt_theme_row_new (RtSession *session)
{
  RtThemeRow *self = g_object_new (RT_TYPE_THEME_ROW, NULL);

  self->session = session;
  return GTK_WIDGET (self);
}

void
rt_theme_row_set_narrow (RtThemeRow *self, gboolean narrow)
{
  g_autoptr (GtkWidget) controls = g_object_ref (GTK_WIDGET (self->controls));
  AdwBin *from = narrow ? self->beside : self->below;
  AdwBin *to = narrow ? self->below : self->beside;

  if (adw_bin_get_child (to) == controls)
    return;
  adw_bin_set_child (from, NULL);
  adw_bin_set_child (to, controls);
  gtk_widget_set_visible (GTK_WIDGET (self->beside), !narrow);
  gtk_widget_set_visible (self->below_row, narrow);
}
