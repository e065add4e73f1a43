/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-toast.h"

/* What the buttons and the margins of a toast take of the window, in letters. */
#define TAKEN_CHARS 24
#define LEAST_CHARS 12

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
  return toast;
}
