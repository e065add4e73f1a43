/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-preferences-window.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rt-print.h"

struct _RtPreferencesWindow
{
  AdwWindow parent_instance;

  GtkSpinButton *least_way;
  AdwComboRow *paper_row;
};

G_DEFINE_FINAL_TYPE (RtPreferencesWindow, rt_preferences_window, ADW_TYPE_WINDOW)

/* In the order of the rows. */
static const char * const papers[] = { "usual", "a4", "letter" };

/* Kept in cm, shown in metres. */
static gboolean
to_metres (GValue *value, GVariant *cm, gpointer data)
{
  g_value_set_double (value, g_variant_get_int32 (cm) / 100.0);
  return TRUE;
}

static GVariant *
from_metres (const GValue *value, const GVariantType *type, gpointer data)
{
  return g_variant_new_int32 ((int) round (g_value_get_double (value) * 100.0));
}

static gboolean
to_row (GValue *value, GVariant *paper, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (g_variant_get_string (paper, NULL), papers[i]))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
from_row (const GValue *value, const GVariantType *type, gpointer data)
{
  guint row = g_value_get_uint (value);

  return row < G_N_ELEMENTS (papers) ? g_variant_new_string (papers[row]) : NULL;
}

static void
fill_papers (RtPreferencesWindow *self)
{
  gboolean letter = rt_print_get_usual_paper () == RT_PAPER_LETTER;
  /* Translators: the size of paper that is usual in the country */
  g_autofree char *usual = g_strdup_printf (_("Usual: %s"), letter ? _("Letter") : _("A4"));
  const char *words[] = { usual, _("A4"), _("Letter"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);

  adw_combo_row_set_model (self->paper_row, G_LIST_MODEL (list));
}

static void
rt_preferences_window_class_init (RtPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RtPreferencesWindow, least_way);
  gtk_widget_class_bind_template_child (widget_class, RtPreferencesWindow, paper_row);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rt_preferences_window_init (RtPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_papers (self);
}

GtkWidget *
rt_preferences_window_new (GSettings *settings)
{
  RtPreferencesWindow *self = g_object_new (RT_TYPE_PREFERENCES_WINDOW, NULL);

  g_settings_bind_with_mapping (settings, "least-way", self->least_way, "value",
                                G_SETTINGS_BIND_DEFAULT, to_metres, from_metres, NULL, NULL);
  g_settings_bind_with_mapping (settings, "print-paper", self->paper_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, to_row, from_row, NULL, NULL);
  return GTK_WIDGET (self);
}
