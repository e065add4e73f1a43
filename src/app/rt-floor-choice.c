/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Which pieces of furniture are chosen, one or many. The session's selected table is always one of
 * them, if there are tables among them. */

#include "rt-floor-private.h"

static GHashTable *
set_of (RtFloorView *self, int piece, gpointer *key)
{
  if (piece < (int) self->scene->n_tables)
    {
      *key = (gpointer) self->scene->tables[piece].table;
      return self->chosen;
    }
  *key = GINT_TO_POINTER (piece - (int) self->scene->n_tables);
  return self->chosen_objects;
}

gboolean
rt_floor_view_is_chosen (RtFloorView *self, int piece)
{
  gpointer key;
  GHashTable *set;

  if (piece < 0)
    return FALSE;
  set = set_of (self, piece, &key);
  return g_hash_table_contains (set, key);
}

static void
add (RtFloorView *self, int piece)
{
  gpointer key;
  GHashTable *set = set_of (self, piece, &key);

  g_hash_table_add (set, key);
}

static void
take_out (RtFloorView *self, int piece)
{
  gpointer key;
  GHashTable *set = set_of (self, piece, &key);

  g_hash_table_remove (set, key);
}

static void
choose_none (RtFloorView *self)
{
  g_hash_table_remove_all (self->chosen);
  g_hash_table_remove_all (self->chosen_objects);
}

/* Tells everybody; the session of one table, which stays the one it was where it can. */
static void
tell (RtFloorView *self, int piece)
{
  RtId table = NULL;

  if (piece >= 0 && piece < (int) self->scene->n_tables && rt_floor_view_is_chosen (self, piece))
    table = self->scene->tables[piece].table;
  else if (rt_floor_view_is_chosen (self, self->selected.table))
    table = self->scene->tables[self->selected.table].table;
  for (guint i = 0; i < self->scene->n_tables && table == NULL; i++)
    if (rt_floor_view_is_chosen (self, (int) i))
      table = self->scene->tables[i].table;
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.select-table", "s",
                              table != NULL ? table : "");
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "chosen-changed");
}

/** rt_floor_view_choose: a click on a piece, or beside all (-1); with @more it is added, or no
 * longer chosen */
void
rt_floor_view_choose (RtFloorView *self, int piece, gboolean more)
{
  if (more && rt_floor_view_is_chosen (self, piece))
    take_out (self, piece);
  else
    {
      if (!more && !rt_floor_view_is_chosen (self, piece))
        choose_none (self);
      if (piece >= 0)
        add (self, piece);
    }
  tell (self, piece);
}

void
rt_floor_view_choose_all (RtFloorView *self)
{
  if (self->scene == NULL || self->scene->n_tables == 0)
    return;
  for (guint i = 0; i < self->scene->n_tables; i++)
    add (self, (int) i);
  tell (self, -1);
}

/** rt_floor_view_choose_within: what @band, in the widget's coordinates, holds by its middle is
 * chosen too. Returns: the first of it, or -1 */
int
rt_floor_view_choose_within (RtFloorView *self, const RtBox *band)
{
  int first = -1;

  for (int i = 0; i < rt_floor_view_n_pieces (self); i++)
    {
      RtBox box = rt_floor_view_box (self, (RtSpot) { i, -1 });

      if (!rt_box_contains (band, box.x + box.width / 2.0, box.y + box.height / 2.0))
        continue;
      add (self, i);
      first = first >= 0 ? first : i;
    }
  if (first >= 0)
    tell (self, first);
  return first;
}

/* Another table was selected, here or in a list, or pieces are gone; things have no ids, so when
 * one is gone nobody knows which the others are. */
void
rt_floor_view_repair_chosen (RtFloorView *self)
{
  GHashTableIter iter;
  gpointer id;

  if (self->scene->n_objects < self->n_objects)
    g_hash_table_remove_all (self->chosen_objects);
  self->n_objects = self->scene->n_objects;
  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (rt_scene_find_table (self->scene, id) < 0)
      g_hash_table_iter_remove (&iter);
  if (self->selected.table < 0)
    g_hash_table_remove_all (self->chosen);
  else if (!rt_floor_view_is_chosen (self, self->selected.table))
    {
      choose_none (self);
      add (self, self->selected.table);
    }
  g_signal_emit_by_name (self, "chosen-changed");
}

/* The chosen pieces; but the one with the keyboard's focus alone when it is not among them. */
static gboolean
concerns (RtFloorView *self, int piece)
{
  if (self->focus.table >= 0 && !rt_floor_view_is_chosen (self, self->focus.table))
    return piece == self->focus.table;
  return rt_floor_view_is_chosen (self, piece);
}

/**
 * rt_floor_view_dup_pieces:
 * @n: (out): how many
 *
 * Returns: (transfer full) (array length=n): what the next action is about
 */
RtPiece *
rt_floor_view_dup_pieces (RtFloorView *self, guint *n)
{
  int all = self->scene != NULL ? rt_floor_view_n_pieces (self) : 0;
  RtPiece *pieces = g_new0 (RtPiece, all + 1);

  *n = 0;
  for (int i = 0; i < all; i++)
    if (concerns (self, i))
      pieces[(*n)++] = i < (int) self->scene->n_tables
                           ? (RtPiece) { self->scene->tables[i].table, 0 }
                           : (RtPiece) { NULL, (guint) i - self->scene->n_tables };
  return pieces;
}

/**
 * rt_floor_view_dup_chosen:
 * @n: (out): how many
 *
 * Returns: (transfer container) (array length=n): the tables that the next action is about; ids,
 *   %NULL at the end
 */
RtId *
rt_floor_view_dup_chosen (RtFloorView *self, guint *n)
{
  guint n_pieces;
  g_autofree RtPiece *pieces = rt_floor_view_dup_pieces (self, &n_pieces);
  RtId *ids = g_new0 (RtId, n_pieces + 1);

  *n = 0;
  for (guint i = 0; i < n_pieces; i++)
    if (pieces[i].table != NULL)
      ids[(*n)++] = pieces[i].table;
  return ids;
}

/** rt_floor_view_get_only: Returns: the piece that alone is chosen, or -1 */
int
rt_floor_view_get_only (RtFloorView *self)
{
  int only = -1;

  if (g_hash_table_size (self->chosen) + g_hash_table_size (self->chosen_objects) != 1)
    return -1;
  for (int i = 0; i < rt_floor_view_n_pieces (self); i++)
    if (rt_floor_view_is_chosen (self, i))
      only = i;
  return only;
}

gboolean *
rt_floor_view_dup_marks (RtFloorView *self)
{
  int n = rt_floor_view_n_pieces (self);
  gboolean *marks = g_new0 (gboolean, n + 1);

  for (int i = 0; i < n; i++)
    marks[i] = rt_floor_view_is_chosen (self, i);
  return marks;
}
