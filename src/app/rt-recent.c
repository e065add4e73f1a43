/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-recent.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

#include "rt-date.h"
#include "rt-issue.h"

static guint
count_hosts (RtPlan *plan)
{
  g_autoptr (GHashTable) hosts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    if (rt_plan_get_table (plan, i)->host)
      g_hash_table_add (hosts, (gpointer) rt_plan_get_table (plan, i)->host);
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_PEOPLE); i++)
    if (rt_person_has_role (rt_plan_get_person (plan, i), "host"))
      g_hash_table_add (hosts, (gpointer) rt_plan_get_person (plan, i)->parent.id);
  return g_hash_table_size (hosts);
}

/* "50 participants, 9 hosts", or "28 people" where nobody hosts. */
static char *
describe_people (RtPlan *plan)
{
  guint n_hosts = count_hosts (plan);
  guint n = rt_plan_get_n (plan, RT_PART_PEOPLE);
  g_autofree char *hosts
      = g_strdup_printf (ngettext ("%u host", "%u hosts", n_hosts), n_hosts);
  g_autofree char *others = NULL;

  if (n_hosts == 0)
    return g_strdup_printf (ngettext ("%u person", "%u people", n), n);
  others = g_strdup_printf (ngettext ("%u participant", "%u participants", n - n_hosts),
                            n - n_hosts);
  return g_strdup_printf ("%s, %s", others, hosts);
}

/* "29 January 2009 · 50 participants, 9 hosts, 3 rounds · issued as A" */
static char *
describe (RtPlan *plan)
{
  guint n_rounds = rt_plan_get_n (plan, RT_PART_ROUNDS);
  const RtIssue *issue = rt_plan_get_last_issue (plan);
  g_autofree char *date = rt_date_dup_words (rt_plan_get_event (plan)->date);
  g_autofree char *people = describe_people (plan);
  g_autofree char *rounds
      = g_strdup_printf (ngettext ("%u round", "%u rounds", n_rounds), n_rounds);
  g_autofree char *issued = issue ? g_strdup_printf (_("issued as %s"), issue->revision) : NULL;

  return g_strconcat (date ? date : "", date ? " · " : "", people, ", ", rounds,
                      issued ? " · " : "", issued, NULL);
}

void
rt_recent_add (GFile *file, RtPlan *plan)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *description = describe (plan);
  const char *named = rt_plan_get_event (plan)->title;
  g_autofree char *title = named ? g_strdup (named) : g_file_get_basename (file);
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
compare_newest_first (gconstpointer a, gconstpointer b)
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
