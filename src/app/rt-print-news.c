/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-print-news.h"

#include <glib/gi18n-lib.h>

#include "rt-count.h"
#include "rt-issue.h"

/* More are not read here, but copied. */
#define MOST_ROWS 60

char *
rt_print_dup_news (RtPlan *plan, const RtRoll *roll, guint *n)
{
  GString *lines = g_string_new (NULL);

  *n = 0;
  for (guint i = 0; rt_plan_last_slips (plan) && i < roll->n_people; i++)
    {
      g_autofree char *news = rt_roll_dup_news (plan, roll, i);
      g_autofree char *name = rt_person_dup_display (rt_plan_get_person (plan, i));

      if (news == NULL)
        continue;
      g_string_append_printf (lines, "%s: %s\n", name, news);
      (*n)++;
    }
  return g_string_free (lines, FALSE);
}

static void
copy_cb (GtkWidget *row)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (row),
                          g_object_get_data (G_OBJECT (row), "rt-news"));
}

static void
add_row (AdwExpanderRow *row, const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  adw_expander_row_add_row (row, g_object_new (ADW_TYPE_ACTION_ROW, "title", escaped, "title-lines",
                                               0, "activatable", FALSE, NULL));
}

/* Takes @lines. */
static void
add_copy (AdwExpanderRow *row, char *lines)
{
  GtkWidget *copy = g_object_new (ADW_TYPE_ACTION_ROW, "title", _("_Copy the List"),
                                  "use-underline", TRUE, "activatable", TRUE, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (copy),
                             gtk_image_new_from_icon_name ("edit-copy-symbolic"));
  g_object_set_data_full (G_OBJECT (copy), "rt-news", lines, g_free);
  g_signal_connect (copy, "activated", G_CALLBACK (copy_cb), NULL);
  adw_expander_row_add_row (row, copy);
}

void
rt_print_fill_news (AdwExpanderRow *row, RtPlan *plan, const RtRoll *roll)
{
  guint n;
  g_autofree char *lines = rt_print_dup_news (plan, roll, &n);
  g_auto (GStrv) each = g_strsplit (lines, "\n", -1);
  g_autofree char *count = g_strdup_printf (ngettext ("%u person", "%u people", n), n);
  g_autofree char *more = NULL;

  gtk_widget_set_visible (GTK_WIDGET (row), n > 0);
  adw_expander_row_set_subtitle (row, count);
  for (guint i = 0; i < MIN (n, MOST_ROWS); i++)
    add_row (row, each[i]);
  if (n > MOST_ROWS)
    {
      more = g_strdup_printf (ngettext ("And %u more", "And %u more", n - MOST_ROWS),
                              n - MOST_ROWS);
      add_row (row, more);
    }
  if (n > 0)
    add_copy (row, g_steal_pointer (&lines));
}
