/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-recent.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

static char *
describe (RtPlan *plan)
{
  guint n_people = rt_plan_get_n (plan, RT_PART_PEOPLE);
  guint n_rounds = rt_plan_get_n (plan, RT_PART_ROUNDS);
  const RtEvent *event = rt_plan_get_event (plan);
  g_autofree char *people
      = g_strdup_printf (ngettext ("%u person", "%u people", n_people), n_people);
  g_autofree char *rounds
      = g_strdup_printf (ngettext ("%u round", "%u rounds", n_rounds), n_rounds);

  if (event->date)
    return g_strdup_printf ("%s · %s, %s", event->date, people, rounds);
  return g_strdup_printf ("%s, %s", people, rounds);
}

void
rt_recent_add (GFile  *file,
               RtPlan *plan)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *description = describe (plan);
  g_autofree char *title = g_strdup (rt_plan_get_title (plan));
  char *groups[] = { (char *) "Rotunda", NULL };
  GtkRecentData data = {
    .display_name = title,
    .description = description,
    .mime_type = (char *) RT_PLAN_TYPE,
    .app_name = (char *) "Rotunda",
    .app_exec = (char *) "rotunda %u",
    .groups = groups,
    .is_private = FALSE,
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static void
recent_free (RtRecent *self)
{
  g_free (self->uri);
  g_free (self->title);
  g_free (self->description);
  g_free (self);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified (*(GtkRecentInfo **) b),
                              gtk_recent_info_get_modified (*(GtkRecentInfo **) a));
}

GPtrArray *
rt_recent_list (guint most)
{
  g_autolist (GtkRecentInfo) items
      = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  g_autoptr (GPtrArray) ours = g_ptr_array_new ();
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) recent_free);

  for (GList *link = items; link; link = link->next)
    if (gtk_recent_info_has_group (link->data, "Rotunda") && gtk_recent_info_exists (link->data))
      g_ptr_array_add (ours, link->data);
  g_ptr_array_sort (ours, compare_newest_first);
  for (guint i = 0; i < ours->len && i < most; i++)
    {
      GtkRecentInfo *info = ours->pdata[i];
      RtRecent *recent = g_new0 (RtRecent, 1);

      recent->uri = g_strdup (gtk_recent_info_get_uri (info));
      recent->title = g_strdup (gtk_recent_info_get_display_name (info));
      recent->description = g_strdup (gtk_recent_info_get_description (info));
      g_ptr_array_add (list, recent);
    }
  return list;
}
