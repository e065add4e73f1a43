/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-toast.h"

/* What the buttons and the margins of a toast take of the window, in letters. */
#define TAKEN_CHARS 24
#define LEAST_CHARS 12
/* Longer than a toast takes to come, also in place of another, by the clock of its frames. */
#define COMES_US 600000

/* Whether a toast is coming, kept with it. libadwaita 1.2 uses what it has freed when a toast goes
   while it is still coming, whoever lets it go: a key, its button, or what is done next. */
typedef struct
{
  AdwToast *toast;
  GtkWidget *words;
  guint tick; /* while it comes, and until the idle after that */
  gint64 began;
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
  if (coming->words && coming->tick)
    gtk_widget_remove_tick_callback (coming->words, coming->tick);
  g_clear_weak_pointer (&coming->words);
  g_free (coming);
}

/* adw_toast_dismiss() does nothing a second time. */
static gboolean
come_cb (gpointer data)
{
  AdwToast *toast = data;
  Coming *coming = g_object_get_data (G_OBJECT (toast), "rt-coming");

  coming->tick = 0;
  if (coming->dismissed)
    g_signal_emit_by_name (toast, "dismissed");
  return G_SOURCE_REMOVE;
}

/* However long nothing was painted: only in a frame has it come, and not before the end of it. */
static gboolean
tick_cb (GtkWidget *words, GdkFrameClock *clock, gpointer data)
{
  Coming *coming = data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (coming->began == 0)
    coming->began = now;
  if (now - coming->began < COMES_US)
    return G_SOURCE_CONTINUE;
  g_idle_add_full (G_PRIORITY_DEFAULT, come_cb, g_object_ref (coming->toast), g_object_unref);
  return G_SOURCE_REMOVE;
}

static void
map_cb (Coming *coming)
{
  coming->began = 0;
  if (coming->tick == 0)
    coming->tick = gtk_widget_add_tick_callback (coming->words, tick_cb, coming, NULL);
}

/* Heard before the overlay hears it, which is told again when the toast has come. */
static void
dismissed_cb (Coming *coming)
{
  coming->dismissed = TRUE;
  if (coming->tick != 0)
    g_signal_stop_emission_by_name (coming->toast, "dismissed");
}

static void
let_come (AdwToast *toast, GtkWidget *words)
{
  Coming *coming = g_new0 (Coming, 1);

  coming->toast = toast;
  g_set_weak_pointer (&coming->words, words);
  g_object_set_data_full (G_OBJECT (toast), "rt-coming", coming, (GDestroyNotify)coming_free);
  g_signal_connect_swapped (toast, "dismissed", G_CALLBACK (dismissed_cb), coming);
  g_signal_connect_swapped (words, "map", G_CALLBACK (map_cb), coming);
}

AdwToast *
rt_toast_new (GtkWidget *window, const char *markup)
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
