/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Edits of tables and rounds. */

#include "rt-edit-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A table of eight with its chairs and their slips, and room to pass: centimetres between centres,
 * along a row and from row to row, where the host's name and the theme stand below the table. */
#define PITCH 300
#define ROW_PITCH 340
/* Free at the top of the room, for whoever speaks, and below the last row's names. */
#define STAGE 120
#define FOOT 40
#define FARTHEST_SHIFT 90

#define USUAL_MINUTES 25
#define USUAL_CHANGEOVER 5

/* The host of one table is about to be another. */
typedef struct {
  RtPlan *plan;
  RtId    table;
  RtId    person;      /* NULL: nobody */
  GHashTable *tables;  /* table to its changed copy: this one, and those they led before */
} Hosting;

static void
add_table_copy (Hosting *self, const RtTable *table)
{
  RtTable *copy = rt_record_copy (table);

  if (copy->parent.id == self->table)
    copy->host = self->person;
  else if (copy->host == self->person)
    copy->host = NULL;
  if (copy->co_host == self->person)
    copy->co_host = NULL;
  if (copy->parent.id == self->table && copy->deputy == self->person)
    copy->deputy = NULL;
  g_hash_table_insert (self->tables, (gpointer) copy->parent.id, copy);
}

static void
find_tables (Hosting *self)
{
  for (guint i = 0; i < rt_plan_get_n (self->plan, RT_PART_TABLES); i++)
    {
      const RtTable *table = rt_plan_get_table (self->plan, i);

      if (table->parent.id == self->table ||
          (self->person != NULL && (table->host == self->person || table->co_host == self->person)))
        add_table_copy (self, table);
    }
}

/* A round that is over keeps the leaders it had: they become its own entries. */
static void
keep_leaders (Hosting *self, RtRound *copy)
{
  GHashTableIter iter;
  gpointer id, after;
  RtId nobody = rt_id_intern ("");

  g_hash_table_iter_init (&iter, self->tables);
  while (g_hash_table_iter_next (&iter, &id, &after))
    {
      const RtTable *new = after, *old = rt_plan_find_table (self->plan, id);

      if (old->host != new->host && rt_map_lookup (copy->hosts, id) == NULL)
        rt_map_set (&copy->hosts, id, old->host != NULL ? old->host : nobody);
      if (old->co_host != new->co_host && rt_map_lookup (copy->co_hosts, id) == NULL)
        rt_map_set (&copy->co_hosts, id, old->co_host != NULL ? old->co_host : nobody);
    }
}

/* The first chair of a guest that is empty; if there is none, one more at the end: too many people
 * at a table can be seen and put right, somebody without a chair is easily overlooked. */
static guint
find_chair_for_guest (const RtSeating *seating, RtId table)
{
  guint chair = 1;

  while (rt_seating_at (seating, table, chair) != NULL)
    chair++;
  return chair;
}

/* Seats the new host on the host's chair of a round in which people are seated already. Who sits
 * there changes places with the host, or takes another chair of the table: nobody is unseated. */
static RtSeating *
seat_new_host (Hosting *self, const RtSeating *seating)
{
  RtId before = rt_seating_at (seating, self->table, 0);
  g_autoptr (RtSeating) moved = NULL;

  if (before != NULL && rt_seating_find (seating, self->person, NULL, NULL))
    return rt_seating_swap (seating, self->person, before);
  if (before == NULL)
    return rt_seating_with (seating, self->person, self->table, 0);
  moved = rt_seating_with (seating, before, self->table, find_chair_for_guest (seating, self->table));
  return rt_seating_with (moved, self->person, self->table, 0);
}

/* The round as it is to be after the host is another, NULL if it stays as it is. */
static RtRound *
dup_round_with_host (Hosting *self, const RtRound *round)
{
  g_autoptr (RtRound) copy = rt_record_copy (round);
  const RtTable *table = g_hash_table_lookup (self->tables, self->table);

  if (round->done == 1)
    keep_leaders (self, copy);
  else if (self->person != NULL && rt_seating_n_people (round->seating) > 0 &&
           rt_edit_get_host (round, table) == self->person && rt_edit_is_open (round, table) &&
           rt_edit_attends (rt_plan_find_person (self->plan, self->person), round->parent.id) &&
           rt_seating_at (round->seating, self->table, 0) != self->person)
    rt_edit_take_seating (copy, seat_new_host (self, round->seating));
  return rt_record_equal (round, copy) ? NULL : g_steal_pointer (&copy);
}

static char *
dup_host_label (RtPlan *plan, const RtTable *table, RtId person)
{
  g_autofree char *where = rt_table_dup_display (table);
  g_autofree char *who = NULL;

  if (person == NULL)
    /* Translators: a table */
    return g_strdup_printf (_("Leave %s Without a Host"), where);
  who = rt_person_dup_display (rt_plan_find_person (plan, person));
  /* Translators: a person, a table */
  return g_strdup_printf (_("Make %s the Host of %s"), who, where);
}

/**
 * rt_edit_set_host:
 * @plan: the plan
 * @table: which table
 * @person: (nullable): who hosts it from now on; %NULL: nobody
 * @error: for people
 *
 * Gives a table another host. Whoever hosted or co-hosted another table no longer does. In rounds
 * that are not over, and in which people are seated, the new host takes the host's chair, and who
 * sat there the chair that falls free; nobody loses a seat. A round's own entry for the table stays,
 * and rounds that are over keep the hosts they had.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_REFUSED, also when it is so already
 */
RtChange *
rt_edit_set_host (RtPlan *plan, RtId table, RtId person, GError **error)
{
  g_autoptr (GHashTable) tables = g_hash_table_new_full (NULL, NULL, NULL, rt_record_unref);
  Hosting self = { plan, table, person, tables };
  const RtTable *old = rt_edit_find (plan, RT_PART_TABLES, table, NULL, error);
  g_autofree char *label = NULL;
  RtChange *change;

  if (old == NULL || (person != NULL && rt_edit_find (plan, RT_PART_PEOPLE, person, NULL, error) == NULL))
    return NULL;
  if (old->host == person)
    {
      rt_edit_fail (error, RT_ERROR_REFUSED, _("That is so already."));
      return NULL;
    }
  find_tables (&self);
  label = dup_host_label (plan, old, person);
  change = rt_change_new (label);
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    {
      const RtTable *before = rt_plan_get_table (plan, i);
      RtTable *after = g_hash_table_lookup (tables, before->parent.id);

      if (after != NULL)
        rt_change_replace (change, RT_PART_TABLES, i, before, after);
    }
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_ROUNDS); i++)
    {
      const RtRound *round = rt_plan_get_round (plan, i);
      g_autoptr (RtRound) copy = dup_round_with_host (&self, round);

      if (copy != NULL)
        rt_change_replace (change, RT_PART_ROUNDS, i, round, copy);
    }
  return rt_edit_finish (plan, change, error);
}

static int
find_last_number (RtPlan *plan)
{
  int last = 0;

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    last = MAX (last, rt_plan_get_table (plan, i)->number);
  return last;
}

static double
measure_square (const int *a, const int *b)
{
  double x = a[0] - b[0], y = a[1] - b[1];

  return x * x + y * y;
}

/* Chooses n of the n_spots spots, each as far from all that is taken as can be; @taken has room for
 * them behind the n_taken points that are taken already. O(n * spots * taken). */
static void
choose_spots (const int *spots, guint n_spots, int *taken, guint n_taken, guint n)
{
  for (guint end = n_taken + n; n_taken < end; n_taken++)
    {
      double farthest = -1;

      for (guint i = 0; i < n_spots; i++)
        {
          double nearest = G_MAXDOUBLE;

          for (guint k = 0; k < n_taken; k++)
            nearest = MIN (nearest, measure_square (spots + 2 * i, taken + 2 * k));
          if (nearest > farthest)
            {
              farthest = nearest;
              memcpy (taken + 2 * n_taken, spots + 2 * i, 2 * sizeof (int));
            }
        }
    }
}

/* Finds places for n more tables among those that stand in the room; NULL if there is no room. */
static int *
dup_places_for (RtPlan *plan, guint n)
{
  const RtRoom *room = rt_plan_get_n (plan, RT_PART_ROOM) > 0 ? rt_plan_get (plan, RT_PART_ROOM, 0) : NULL;
  guint n_tables = rt_plan_get_n (plan, RT_PART_TABLES), standing = 0;
  g_autofree int *taken = g_new (int, 2 * (n_tables + n));
  g_autofree int *spots = g_new (int, 2 * (n_tables + n));

  if (room == NULL || room->width == RT_UNSET || room->height == RT_UNSET)
    return NULL;
  for (guint i = 0; i < n_tables; i++)
    {
      const RtTable *table = rt_plan_get_table (plan, i);

      if (table->x == RT_UNSET || table->y == RT_UNSET)
        continue;
      taken[2 * standing] = table->x;
      taken[2 * standing++ + 1] = table->y;
    }
  rt_edit_scatter (room->width, room->height, standing + n, spots);
  if (standing == 0)
    return g_steal_pointer (&spots);
  choose_spots (spots, standing + n, taken, standing, n);
  return g_memdup2 (taken + 2 * standing, 2 * n * sizeof (int));
}

/**
 * rt_edit_add_tables:
 * @plan: the plan
 * @n: how many
 * @places: how many chairs each has, the host's too
 * @error: for people
 *
 * Adds tables at the end, numbered on from the greatest number, and puts them where the room is
 * emptiest, if there is one.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_REFUSED or %RT_ERROR_LIMIT
 */
RtChange *
rt_edit_add_tables (RtPlan *plan, guint n, int places, GError **error)
{
  g_autofree char *label = g_strdup_printf (ngettext ("Add %u Table", "Add %u Tables", n), n);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (rt_record_unref);
  g_autofree int *xy = NULL;
  int last = find_last_number (plan);

  if (rt_plan_get_n (plan, RT_PART_TABLES) + (guint64) n > RT_MAX_TABLES)
    {
      rt_edit_fail (error, RT_ERROR_LIMIT, _("A plan has at most %d tables."), RT_MAX_TABLES);
      return NULL;
    }
  xy = dup_places_for (plan, n);
  for (guint i = 0; i < n; i++)
    {
      RtTable *table = rt_table_new (last + 1 + i, places);

      if (xy != NULL)
        {
          table->x = xy[2 * i];
          table->y = xy[2 * i + 1];
        }
      g_ptr_array_add (tables, table);
    }
  return rt_edit_add (plan, label, RT_PART_TABLES, tables->pdata, n, error);
}

/**
 * rt_edit_place_tables:
 * @plan: the plan
 * @label: for people: “Move Table 3”
 * @tables: (array length=n): which tables
 * @xy: (array): their new centres, x and y of each; cm from the room's top left
 * @n: how many
 * @error: for people
 *
 * Puts tables elsewhere in the room. Who sits at them goes with them.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_REFUSED, also when all stand there
 *   already
 */
RtChange *
rt_edit_place_tables (RtPlan *plan, const char *label, const RtId *tables, const int *xy, guint n, GError **error)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (rt_record_unref);

  for (guint i = 0; i < n; i++)
    {
      const RtTable *table = rt_edit_find (plan, RT_PART_TABLES, tables[i], NULL, error);
      RtTable *copy;

      if (table == NULL)
        return NULL;
      copy = rt_record_copy (table);
      copy->x = xy[2 * i];
      copy->y = xy[2 * i + 1];
      g_ptr_array_add (copies, copy);
    }
  return rt_edit_replace_many (plan, label, RT_PART_TABLES, copies->pdata, n, error);
}

void
rt_edit_seat_hosts (RtPlan *plan, RtRound *copy, const RtTable * const *tables, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      RtId host = rt_edit_get_host (copy, tables[i]);
      const RtPerson *person = host != NULL ? rt_plan_find_person (plan, host) : NULL;

      if (person != NULL && rt_edit_attends (person, copy->parent.id) && rt_edit_is_open (copy, tables[i])
          && rt_table_get_places (tables[i]) > 0 && !rt_seating_find (copy->seating, host, NULL, NULL))
        rt_edit_take_seating (copy, rt_seating_with (copy->seating, host, tables[i]->parent.id, 0));
    }
}

/* Whoever stays at one table in all rounds stays there in one more. */
static void
copy_pins (RtPlan *plan, RtRound *copy, const RtRound *last)
{
  for (guint i = 0; i < rt_map_length (last->pins); i++)
    {
      RtId person = rt_map_key (last->pins, i), table = rt_map_value (last->pins, i);
      gboolean always = TRUE;

      for (guint r = 0; r < rt_plan_get_n (plan, RT_PART_ROUNDS); r++)
        always = always && rt_map_lookup (rt_plan_get_round (plan, r)->pins, person) == table;
      if (always)
        rt_map_set (&copy->pins, person, table);
    }
}

/* A round that the agenda does not name would never start: the new one follows the last one there, or
 * begins a session of its own. */
static void
add_to_agenda (RtPlan *plan, RtChange *change, RtId last, RtId added)
{
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_AGENDA); i++)
    {
      const RtAgendaItem *item = rt_plan_get (plan, RT_PART_AGENDA, i);
      g_autoptr (RtAgendaItem) copy = NULL;

      if (item->kind != RT_SESSION_ROUNDS || (last != NULL && !rt_ids_contains (item->rounds, last)))
        continue;
      copy = rt_record_copy (item);
      g_free (copy->rounds);
      copy->rounds = rt_ids_add (item->rounds, added);
      rt_change_replace (change, RT_PART_AGENDA, i, item, copy);
      return;
    }
  if (rt_plan_get_n (plan, RT_PART_AGENDA) > 0)
    {
      g_autoptr (RtAgendaItem) session = rt_record_new (&rt_agenda_item_class, rt_id_new ('s'));

      session->kind = RT_SESSION_ROUNDS;
      session->rounds = rt_ids_add (NULL, added);
      rt_change_insert (change, RT_PART_AGENDA, rt_plan_get_n (plan, RT_PART_AGENDA), session);
    }
}

/**
 * rt_edit_add_round:
 * @plan: the plan
 * @error: for people
 *
 * Adds a round after the last one, as long, with the same tables closed and the same people pinned
 * who are pinned to one table in every round; only hosts are seated. The agenda names it beside the last.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_REFUSED or %RT_ERROR_LIMIT
 */
RtChange *
rt_edit_add_round (RtPlan *plan, GError **error)
{
  guint n = rt_plan_get_n (plan, RT_PART_ROUNDS);
  const RtRound *last = n > 0 ? rt_plan_get_round (plan, n - 1) : NULL;
  g_autoptr (RtRound) round = rt_round_new (last != NULL ? last->minutes : USUAL_MINUTES,
                                            last != NULL ? last->changeover : USUAL_CHANGEOVER);
  g_autofree char *label = g_strdup_printf (_("Add Round %u"), n + 1);
  RtChange *change = rt_change_new (label);

  if (last != NULL)
    {
      rt_set_ids (&round->closed, last->closed);
      copy_pins (plan, round, last);
    }
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    {
      const RtTable *table = rt_plan_get_table (plan, i);

      rt_edit_seat_hosts (plan, round, &table, 1);
    }
  rt_change_insert (change, RT_PART_ROUNDS, n, round);
  add_to_agenda (plan, change, last != NULL ? last->parent.id : NULL, round->parent.id);
  return rt_edit_finish (plan, change, error);
}

/* A number from -1000 to 1000 that looks drawn by lot but is always the same for the same table. */
static int
draw (guint table, guint axis)
{
  guint32 bits = table * 2654435761u + axis * 40503u + 12345u;

  bits ^= bits >> 15;
  bits *= 2246822519u;
  bits ^= bits >> 13;
  return (int) (bits % 2001) - 1000;
}

static int
shift (int cell, guint table, guint axis)
{
  int most = CLAMP ((cell - (axis == 0 ? PITCH : ROW_PITCH)) / 2, 0, FARTHEST_SHIFT);

  return draw (table, axis) * most / 1000;
}

/* How many rows leave the tables farthest from each other. */
static guint
choose_rows (int width, int height, guint n)
{
  guint best = 1;
  double widest = -1;

  for (guint rows = 1; rows <= n; rows++)
    {
      double gap = MIN ((double) width / ((n + rows - 1) / rows), (double) height / rows);

      if (gap > widest)
        {
          widest = gap;
          best = rows;
        }
    }
  return best;
}

/**
 * rt_edit_scatter:
 * @width: of the room, cm
 * @height: of the room, cm; a strip at its top stays free for who speaks
 * @n: how many tables
 * @xy: (out caller-allocates) (array): x and y of each centre, row by row from the top left
 *
 * Spreads tables over a room as in a café: rows that need not have the same number of tables, each
 * table a little off its place. Always the same for the same room. Where the room allows, centres
 * are three metres apart along each row and more between rows, so that chairs, slips and names do not
 * touch, and a metre and a half from the walls; where it does not, tables stand closer, and straight.
 */
void
rt_edit_scatter (int width, int height, guint n, int *xy)
{
  int top = height > 4 * STAGE ? STAGE : 0;
  int floor = height - top - (top > 0 ? FOOT : 0);
  guint rows = choose_rows (width, floor, n), table = 0;

  for (guint row = 0; row < rows && n > 0; row++)
    {
      /* Rows get their share of the tables so that they differ by one at most. */
      guint in_row = n * (row + 1) / rows - n * row / rows;
      int cell = width / (int) MAX (in_row, 1);
      int depth = floor / (int) rows;

      for (guint i = 0; i < in_row; i++, table++)
        {
          xy[2 * table] = cell * (int) i + cell / 2 + shift (cell, table, 0);
          xy[2 * table + 1] = top + depth * (int) row + depth / 2 + shift (depth, table, 1);
        }
    }
}
