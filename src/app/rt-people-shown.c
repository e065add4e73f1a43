/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-people-shown.h"

#include <glib/gi18n-lib.h>

struct _RtPeopleShown
{
  GObject parent_instance;

  RtPeopleList *people;
  GtkFilter *filter;
  GtkSortListModel *sorted;
  GtkMultiSelection *selection;
  char *folded;   /* what is searched, or NULL */
  RtShow show;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (RtPeopleShown, rt_people_shown, G_TYPE_OBJECT)

static gboolean
belongs (const RtPersonRow *row,
         RtShow             show)
{
  switch (show)
    {
    case RT_SHOW_HOSTS:
      return row->hosts;
    case RT_SHOW_PARTICIPANTS:
      return !row->hosts;
    case RT_SHOW_UNSEATED:
      return row->unseated;
    case RT_SHOW_NEEDS:
      return row->step_free || row->has_private;
    case RT_SHOW_UNNAMED:
      return row->unnamed;
    default:
      return TRUE;
    }
}

static gboolean
is_shown (gpointer item,
          gpointer data)
{
  RtPeopleShown *self = data;
  const RtPersonRow *row = rt_person_item_get (item);

  return belongs (row, self->show) && (self->folded == NULL || strstr (row->search, self->folded));
}

static const char *
show_title (RtShow show)
{
  static const char *const titles[RT_N_SHOWS] = {
    N_("Everyone"), N_("Hosts"),      N_("Participants"),
    N_("Unseated"), N_("With Needs"), N_("Unnamed"),
  };

  return _(titles[show]);
}

static void
refreshed_cb (RtPeopleShown *self)
{
  /* Items that are still there may belong elsewhere now. */
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (gtk_sort_list_model_get_sorter (self->sorted), GTK_SORTER_CHANGE_DIFFERENT);
  g_signal_emit (self, changed_signal, 0);
}

static const RtPersonRow *
get_row (RtPeopleShown *self,
         guint          position)
{
  g_autoptr (RtPersonItem) item
      = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return rt_person_item_get (item);
}

static void
select_again (RtPeopleShown *self,
              const RtId    *ids,
              guint          n_ids)
{
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);
  g_autoptr (GtkBitset) chosen = gtk_bitset_new_empty ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n_ids; i++)
    g_hash_table_add (set, (gpointer) ids[i]);
  for (guint i = 0; i < n && n_ids > 0; i++)
    if (g_hash_table_contains (set, get_row (self, i)->id))
      gtk_bitset_add (chosen, i);
  if (!gtk_bitset_is_empty (chosen))
    gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), chosen, chosen);
}

/* Another search or filter. The list of the filter would tell of every gap by itself, and each would
 * be sorted in alone: among thousands the whole list is put there anew. */
static void
refilter (RtPeopleShown *self)
{
  guint n;
  g_autofree RtId *ids = rt_people_shown_dup_selected (self, &n);
  g_autoptr (GListModel) filtered = g_object_ref (gtk_sort_list_model_get_model (self->sorted));

  gtk_sort_list_model_set_model (self->sorted, NULL);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sort_list_model_set_model (self->sorted, filtered);
  select_again (self, ids, n);
}

static void
rt_people_shown_dispose (GObject *object)
{
  RtPeopleShown *self = RT_PEOPLE_SHOWN (object);

  if (self->people)
    g_signal_handlers_disconnect_by_data (self->people, self);
  g_clear_object (&self->people);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorted);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->folded, g_free);
  G_OBJECT_CLASS (rt_people_shown_parent_class)->dispose (object);
}

static void
rt_people_shown_class_init (RtPeopleShownClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rt_people_shown_dispose;
  changed_signal = g_signal_new ("changed", RT_TYPE_PEOPLE_SHOWN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
rt_people_shown_init (RtPeopleShown *self)
{
  self->people = rt_people_list_new ();
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  g_signal_connect_swapped (self->people, "refreshed", G_CALLBACK (refreshed_cb), self);
}

RtPeopleShown *
rt_people_shown_new (GtkColumnView *view)
{
  RtPeopleShown *self = g_object_new (RT_TYPE_PEOPLE_SHOWN, NULL);
  GtkFilterListModel *filtered = gtk_filter_list_model_new (
      g_object_ref (G_LIST_MODEL (self->people)), g_object_ref (self->filter));

  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered),
                                          g_object_ref (gtk_column_view_get_sorter (view)));
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->sorted)));
  return self;
}

void
rt_people_shown_set_session (RtPeopleShown *self,
                             RtSession     *session)
{
  rt_people_list_set_session (self->people, session);
}

GListModel *
rt_people_shown_get_all (RtPeopleShown *self)
{
  return G_LIST_MODEL (self->people);
}

GtkSelectionModel *
rt_people_shown_get_selection (RtPeopleShown *self)
{
  return GTK_SELECTION_MODEL (self->selection);
}

void
rt_people_shown_search (RtPeopleShown *self,
                        const char    *text)
{
  g_autofree char *folded = rt_fold (text);
  const char *sought = *folded ? folded : NULL;

  if (g_strcmp0 (sought, self->folded) == 0)
    return;
  g_free (self->folded);
  self->folded = g_strdup (sought);
  refilter (self);
}

void
rt_people_shown_set_show (RtPeopleShown *self,
                          RtShow         show)
{
  if (show == self->show)
    return;
  self->show = show;
  refilter (self);
}

RtShow
rt_people_shown_get_show (RtPeopleShown *self)
{
  return self->show;
}

GStrv
rt_people_shown_dup_shows (RtPeopleShown *self)
{
  guint counts[RT_N_SHOWS] = { 0 };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->people)); i++)
    {
      g_autoptr (RtPersonItem) item = g_list_model_get_item (G_LIST_MODEL (self->people), i);

      for (guint k = 0; k < RT_N_SHOWS; k++)
        counts[k] += belongs (rt_person_item_get (item), k);
    }
  for (guint k = 0; k < RT_N_SHOWS; k++)
    {
      /* Translators: a filter and how many people it shows: "Hosts (9)". */
      g_autofree char *word = g_strdup_printf (_("%s (%u)"), show_title (k), counts[k]);
      g_strv_builder_add (builder, word);
    }
  return g_strv_builder_end (builder);
}

guint
rt_people_shown_find (RtPeopleShown *self,
                      RtId           person)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    if (get_row (self, i)->id == person)
      return i;
  return G_MAXUINT;
}

RtId *
rt_people_shown_dup_selected (RtPeopleShown *self,
                              guint         *n)
{
  g_autoptr (GtkBitset) chosen
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  RtId *people = g_new0 (RtId, gtk_bitset_get_size (chosen) + 1);
  GtkBitsetIter iter;
  guint position;

  *n = 0;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, chosen, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    people[(*n)++] = get_row (self, position)->id;
  return people;
}
