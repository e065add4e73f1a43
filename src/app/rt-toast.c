/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-toast.h"

/* What the buttons and the margins of a toast take of the window, in letters. */
#define TAKEN_CHARS 24
#define LEAST_CHARS 12
/* Longer than a toast takes to come, also in place of another. */
#define COMES_MS 600

/* Whether a toast is coming, kept with it. libadwaita 1.2 uses what it has freed when a toast goes
   while it is still coming, whoever lets it go: a key, its button, or what is done next. */
typedef struct
{
  AdwToast *toast;
  guint source; /* while it comes */
  gboolean dismissed;
} Coming;

/* A toast is measured before it knows how wide it may be: it must be told. */
static int
count_chars (GtkWidget *window)
{
  PangoContext *context = gtk_widget_get_pango_context (window);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                   pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);
  return MAX (gtk_widget_get_width (window) * PANGO_SCALE / MAX (width, 1) - TAKEN_CHARS,
              LEAST_CHARS);
}

static void
coming_free (Coming *coming)
{
  g_clear_handle_id (&coming->source, g_source_remove);
  g_free (coming);
}

/* adw_toast_dismiss() does nothing a second time. */
static gboolean
come_cb (Coming *coming)
{
  coming->source = 0;
  if (coming->dismissed)
    g_signal_emit_by_name (coming->toast, "dismissed");
  return G_SOURCE_REMOVE;
}

static void
map_cb (Coming *coming)
{
  if (coming->source == 0)
    coming->source = g_timeout_add (COMES_MS, G_SOURCE_FUNC (come_cb), coming);
}

/* Heard before the overlay hears it, which is told again when the toast has come. */
static void
dismissed_cb (Coming *coming)
{
  coming->dismissed = TRUE;
  if (coming->source != 0)
    g_signal_stop_emission_by_name (coming->toast, "dismissed");
}

static void
let_come (AdwToast  *toast,
          GtkWidget *words)
{
  Coming *coming = g_new0 (Coming, 1);

  coming->toast = toast;
  g_object_set_data_full (G_OBJECT (toast), "rt-coming", coming, (GDestroyNotify)coming_free);
  g_signal_connect_swapped (toast, "dismissed", G_CALLBACK (dismissed_cb), coming);
  g_signal_connect_swapped (words, "map", G_CALLBACK (map_cb), coming);
}

AdwToast *
rt_toast_new (GtkWidget  *window,
              const char *markup)
{
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *words
      = g_object_new (GTK_TYPE_LABEL, "label", markup, "use-markup", TRUE, "wrap", TRUE,
                      "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0,
                      "max-width-chars", count_chars (window), NULL);

  gtk_widget_add_css_class (words, "heading");
  adw_toast_set_custom_title (toast, words);
  let_come (toast, words);
  return toast;
}
