/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-people-shown.h"

#include <glib/gi18n-lib.h>

#include "rt-people-columns.h"

/* GTK 4.8 makes up to two hundred rows at once, however few are to be seen: the view gets no more
 * than a screen has room for until that has been painted. */
#define FIRST_ROWS 28 /* as many as fill a screen 1,080 points high */
#define ALL_ROWS G_MAXUINT

struct _RtPeopleSlot
{
  GObject parent_instance;

  RtPersonItem *item;
};

struct _RtPeopleShown
{
  GObject parent_instance;

  RtPeopleList *people;
  GtkColumnView *view;
  GtkSorter *sorter;
  GListStore *slots;
  GtkSliceListModel *rows;   /* those of the slots that the view has */
  GtkMultiSelection *selection;
  guint tick;
  guint n_ticks;
  gboolean arranging;
  char *folded;   /* what is searched, or NULL */
  GHashTable *doubtful;   /* set of RtId */
  RtShow show;
};

enum { CHANGED, ARRANGED, SELECTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RtPeopleSlot, rt_people_slot, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (RtPeopleShown, rt_people_shown, G_TYPE_OBJECT)

static void
rt_people_slot_finalize (GObject *object)
{
  g_clear_object (&RT_PEOPLE_SLOT (object)->item);
  G_OBJECT_CLASS (rt_people_slot_parent_class)->finalize (object);
}

static void
rt_people_slot_class_init (RtPeopleSlotClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_people_slot_finalize;
}

static void
rt_people_slot_init (RtPeopleSlot *self)
{
}

const RtPersonRow *
rt_people_slot_get (RtPeopleSlot *self)
{
  return rt_person_item_get (self->item);
}

static gboolean
belongs (RtPeopleShown *self, const RtPersonRow *row, RtShow show)
{
  switch (show)
    {
    case RT_SHOW_HOSTS:
      return row->hosts;
    case RT_SHOW_PARTICIPANTS:
      return !row->hosts;
    case RT_SHOW_UNSEATED:
      return row->unseated;
    case RT_SHOW_DOUBTFUL:
      return g_hash_table_contains (self->doubtful, row->id);
    case RT_SHOW_NEEDS:
      return row->step_free || row->has_private;
    case RT_SHOW_UNNAMED:
      return row->unnamed;
    default:
      return TRUE;
    }
}

static gboolean
is_shown (RtPeopleShown *self, RtPersonItem *item)
{
  const RtPersonRow *row = rt_person_item_get (item);

  return belongs (self, row, self->show)
         && (self->folded == NULL || strstr (row->search, self->folded));
}

static const char *
show_title (RtShow show)
{
  static const char *const titles[RT_N_SHOWS] = {
    [RT_SHOW_EVERYONE] = N_("Everyone"),         [RT_SHOW_HOSTS] = N_("Hosts"),
    [RT_SHOW_PARTICIPANTS] = N_("Participants"), [RT_SHOW_UNSEATED] = N_("Unseated"),
    [RT_SHOW_DOUBTFUL] = N_("Doubtful"),         [RT_SHOW_NEEDS] = N_("With Needs"),
    [RT_SHOW_UNNAMED] = N_("Unnamed"),
  };

  return _(titles[show]);
}

const RtPersonRow *
rt_people_shown_get (RtPeopleShown *self, guint position)
{
  g_autoptr (RtPeopleSlot) slot = g_list_model_get_item (G_LIST_MODEL (self->slots), position);

  return slot ? rt_people_slot_get (slot) : NULL;
}

static GPtrArray *
find_shown (RtPeopleShown *self)
{
  guint n = rt_people_list_get_n (self->people);
  GPtrArray *items = g_ptr_array_new_full (n, NULL);
  RtPeopleColumn column;
  GtkSortType type;

  for (guint i = 0; i < n; i++)
    {
      RtPersonItem *item = rt_people_list_get (self->people, i);

      if (is_shown (self, item))
        g_ptr_array_add (items, item);
    }
  if (rt_people_columns_get_sort (self->view, &column, &type))
    rt_people_order (items, column, type);
  return items;
}

/* As many slots as there are people to show, and everybody in theirs. */
static void
fill_slots (RtPeopleShown *self, GPtrArray *items)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->slots));
  g_autoptr (GPtrArray) more = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (RtPeopleSlot) slot
          = i < n_old ? g_list_model_get_item (G_LIST_MODEL (self->slots), i)
                      : g_object_new (RT_TYPE_PEOPLE_SLOT, NULL);

      g_set_object (&slot->item, items->pdata[i]);
      if (i >= n_old)
        g_ptr_array_add (more, g_object_ref (slot));
    }
  if (items->len < n_old)
    g_list_store_splice (self->slots, items->len, n_old - items->len, NULL, 0);
  else if (more->len > 0)
    g_list_store_splice (self->slots, n_old, 0, more->pdata, more->len);
}

static void
select_again (RtPeopleShown *self, GHashTable *ids)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autoptr (GtkBitset) chosen = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, n);

  for (guint i = 0; i < n && g_hash_table_size (ids) > 0; i++)
    if (g_hash_table_contains (ids, rt_people_shown_get (self, i)->id))
      gtk_bitset_add (chosen, i);
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), chosen, all);
}

/* Another search, filter or order, or another plan. */
static void
rearrange (RtPeopleShown *self)
{
  g_autoptr (GPtrArray) items = find_shown (self);
  g_autoptr (GHashTable) chosen = g_hash_table_new (NULL, NULL);
  guint n;
  g_autofree RtId *ids = rt_people_shown_dup_selected (self, &n);

  for (guint i = 0; i < n; i++)
    g_hash_table_add (chosen, (gpointer) ids[i]);
  self->arranging = TRUE;
  fill_slots (self, items);
  select_again (self, chosen);
  self->arranging = FALSE;
  rt_people_columns_show_again (self->view);
  g_signal_emit (self, signals[ARRANGED], 0);
}

static void
refreshed_cb (RtPeopleShown *self)
{
  rearrange (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Every slot has a row. */
static void
complete (RtPeopleShown *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->tick);
  self->tick = 0;
  gtk_slice_list_model_set_size (self->rows, ALL_ROWS);
}

/* The second frame begins once the first one has been painted. */
static gboolean
tick_cb (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  RtPeopleShown *self = data;

  if (self->n_ticks++ > 0)
    complete (self);
  return G_SOURCE_CONTINUE;
}

static void
selection_changed_cb (RtPeopleShown *self)
{
  if (!self->arranging)
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
rt_people_shown_dispose (GObject *object)
{
  RtPeopleShown *self = RT_PEOPLE_SHOWN (object);

  if (self->people)
    {
      if (self->tick != 0 && self->view)
        gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->tick);
      g_clear_weak_pointer (&self->view);
      g_signal_handlers_disconnect_by_data (self->people, self);
      g_signal_handlers_disconnect_by_data (self->sorter, self);
      g_signal_handlers_disconnect_by_data (self->selection, self);
    }
  g_clear_object (&self->people);
  g_clear_object (&self->sorter);
  g_clear_object (&self->slots);
  g_clear_object (&self->rows);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->folded, g_free);
  g_clear_pointer (&self->doubtful, g_hash_table_unref);
  G_OBJECT_CLASS (rt_people_shown_parent_class)->dispose (object);
}

static void
rt_people_shown_class_init (RtPeopleShownClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rt_people_shown_dispose;
  signals[CHANGED] = g_signal_new ("changed", RT_TYPE_PEOPLE_SHOWN, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[ARRANGED] = g_signal_new ("arranged", RT_TYPE_PEOPLE_SHOWN, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTED] = g_signal_new ("selected", RT_TYPE_PEOPLE_SHOWN, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
rt_people_shown_init (RtPeopleShown *self)
{
  self->people = rt_people_list_new ();
  self->doubtful = g_hash_table_new (NULL, NULL);
  self->slots = g_list_store_new (RT_TYPE_PEOPLE_SLOT);
  self->rows = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->slots)), 0, FIRST_ROWS);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  g_signal_connect_swapped (self->people, "refreshed", G_CALLBACK (refreshed_cb), self);
  g_signal_connect_swapped (self->selection, "selection-changed",
                            G_CALLBACK (selection_changed_cb), self);
}

RtPeopleShown *
rt_people_shown_new (GtkColumnView *view)
{
  RtPeopleShown *self = g_object_new (RT_TYPE_PEOPLE_SHOWN, NULL);

  g_set_weak_pointer (&self->view, view);
  self->sorter = g_object_ref (gtk_column_view_get_sorter (view));
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (view), tick_cb, self, NULL);
  g_signal_connect_swapped (self->sorter, "changed", G_CALLBACK (rearrange), self);
  return self;
}

void
rt_people_shown_set_session (RtPeopleShown *self, RtSession *session)
{
  rt_people_list_set_session (self->people, session);
}

RtPeopleList *
rt_people_shown_get_all (RtPeopleShown *self)
{
  return self->people;
}

guint
rt_people_shown_get_n (RtPeopleShown *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->slots));
}

GtkSelectionModel *
rt_people_shown_get_selection (RtPeopleShown *self)
{
  return GTK_SELECTION_MODEL (self->selection);
}

void
rt_people_shown_search (RtPeopleShown *self, const char *text)
{
  g_autofree char *folded = rt_fold (text);
  const char *sought = *folded ? folded : NULL;

  if (g_strcmp0 (sought, self->folded) == 0)
    return;
  g_free (self->folded);
  self->folded = g_strdup (sought);
  rearrange (self);
}

void
rt_people_shown_set_show (RtPeopleShown *self, RtShow show)
{
  if (show == self->show)
    return;
  self->show = show;
  rearrange (self);
}

RtShow
rt_people_shown_get_show (RtPeopleShown *self)
{
  return self->show;
}

void
rt_people_shown_set_doubtful (RtPeopleShown *self, GHashTable *ids)
{
  g_hash_table_unref (self->doubtful);
  self->doubtful = ids;
  if (self->show == RT_SHOW_DOUBTFUL)
    rearrange (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

GStrv
rt_people_shown_dup_shows (RtPeopleShown *self)
{
  guint counts[RT_N_SHOWS] = { 0 };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < rt_people_list_get_n (self->people); i++)
    {
      const RtPersonRow *row = rt_person_item_get (rt_people_list_get (self->people, i));

      for (guint k = 0; k < RT_N_SHOWS; k++)
        counts[k] += belongs (self, row, k);
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
rt_people_shown_find (RtPeopleShown *self, RtId person)
{
  complete (self);
  for (guint i = 0; i < rt_people_shown_get_n (self); i++)
    if (rt_people_shown_get (self, i)->id == person)
      return i;
  return G_MAXUINT;
}

RtId *
rt_people_shown_dup_selected (RtPeopleShown *self, guint *n)
{
  g_autoptr (GtkBitset) chosen
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  RtId *people = g_new0 (RtId, gtk_bitset_get_size (chosen) + 1);
  GtkBitsetIter iter;
  guint position;

  *n = 0;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, chosen, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    people[(*n)++] = rt_people_shown_get (self, position)->id;
  return people;
}
