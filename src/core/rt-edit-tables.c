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

/* Of a table that is made for a host. */
#define FEWEST_PLACES 4
#define MOST_PLACES 12

#define USUAL_MINUTES 25
#define USUAL_CHANGEOVER 5

int
rt_edit_get_last_number (RtPlan *plan)
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
  const RtRoom *room
      = rt_plan_get_n (plan, RT_PART_ROOM) > 0 ? rt_plan_get (plan, RT_PART_ROOM, 0) : NULL;
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

/* Tables that are to be added. The first @n_larger of them have one place more. */
static GPtrArray *
new_tables (RtPlan *plan, guint n, int places, guint n_larger, int shape, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (rt_record_unref);
  g_autofree int *xy = NULL;
  int last = rt_edit_get_last_number (plan);

  if (rt_plan_get_n (plan, RT_PART_TABLES) + (guint64) n > RT_MAX_TABLES)
    {
      rt_edit_fail (error, RT_ERROR_LIMIT, _("A plan has at most %d tables."), RT_MAX_TABLES);
      return NULL;
    }
  xy = dup_places_for (plan, n);
  for (guint i = 0; i < n; i++)
    {
      RtTable *table = rt_table_new (last + 1 + i, places + (i < n_larger));

      table->shape = shape;
      if (xy != NULL)
        {
          table->x = xy[2 * i];
          table->y = xy[2 * i + 1];
        }
      g_ptr_array_add (tables, table);
    }
  return g_steal_pointer (&tables);
}

static RtChange *
add_tables (RtPlan *plan, guint n, int places, guint n_larger, int shape, GError **error)
{
  g_autofree char *label = g_strdup_printf (ngettext ("Add %u Table", "Add %u Tables", n), n);
  g_autoptr (GPtrArray) tables = new_tables (plan, n, places, n_larger, shape, error);

  return tables != NULL ? rt_edit_add (plan, label, RT_PART_TABLES, tables->pdata, n, error) : NULL;
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
  return add_tables (plan, n, places, 0, RT_UNSET, error);
}

/**
 * rt_edit_add_tables_for:
 * @plan: the plan
 * @n: how many, at least one
 * @people: how many chairs they have together, the hosts' too
 * @shape: of each
 * @error: for people
 *
 * As rt_edit_add_tables(), but the tables have sizes that differ by at most one.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_REFUSED or %RT_ERROR_LIMIT
 */
RtChange *
rt_edit_add_tables_for (RtPlan *plan, guint n, guint people, RtShape shape, GError **error)
{
  n = MAX (n, 1);
  return add_tables (plan, n, (int) (people / n), people % n, (int) shape, error);
}

static GPtrArray *
find_hosts_without_table (RtPlan *plan)
{
  GPtrArray *hosts = g_ptr_array_new ();
  g_autoptr (GHashTable) hosting = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    g_hash_table_add (hosting, (gpointer) rt_plan_get_table (plan, i)->host);
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_PEOPLE); i++)
    {
      const RtPerson *person = rt_plan_get_person (plan, i);

      if (rt_person_has_role (person, "host")
          && !g_hash_table_contains (hosting, person->parent.id))
        g_ptr_array_add (hosts, (gpointer) person->parent.id);
    }
  return hosts;
}

/**
 * rt_edit_add_table_per_host:
 * @plan: the plan
 * @error: for people
 *
 * Adds a table for each host who has none. They are as large as gives everybody a chair at the
 * tables there are then, with four chairs at least and twelve at most.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_LIMIT, or with %RT_ERROR_REFUSED
 *   when every host has a table
 */
RtChange *
rt_edit_add_table_per_host (RtPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) hosts = find_hosts_without_table (plan);
  g_autoptr (GPtrArray) tables = NULL;
  guint n_people = rt_plan_get_n (plan, RT_PART_PEOPLE);
  guint n_tables = MAX (rt_plan_get_n (plan, RT_PART_TABLES) + hosts->len, 1);
  int places = CLAMP ((n_people + n_tables - 1) / n_tables, FEWEST_PLACES, MOST_PLACES);

  if (hosts->len == 0)
    {
      rt_edit_fail (error, RT_ERROR_REFUSED,
                    _("Every host has a table. Give somebody the role of a host first."));
      return NULL;
    }
  tables = new_tables (plan, hosts->len, places, 0, RT_UNSET, error);
  if (tables == NULL)
    return NULL;
  for (guint i = 0; i < hosts->len; i++)
    ((RtTable *) tables->pdata[i])->host = hosts->pdata[i];
  return rt_edit_add (plan, _("Add a Table per Host"), RT_PART_TABLES, tables->pdata, tables->len,
                      error);
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
rt_edit_place_tables (RtPlan *plan, const char *label, const RtId *tables, const int *xy, guint n,
                      GError **error)
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

      if (person != NULL && rt_edit_attends (person, copy->parent.id)
          && rt_edit_is_open (copy, tables[i]) && rt_table_get_places (tables[i]) > 0
          && !rt_seating_find (copy->seating, host, NULL, NULL))
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

/*
 * A round that the agenda does not name would never start: the new one follows the last one there,
 * or begins a session of its own.
 */
static void
add_to_agenda (RtPlan *plan, RtChange *change, RtId last, RtId added)
{
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_AGENDA); i++)
    {
      const RtAgendaItem *item = rt_plan_get (plan, RT_PART_AGENDA, i);
      g_autoptr (RtAgendaItem) copy = NULL;

      if (item->kind != RT_SESSION_ROUNDS
          || (last != NULL && !rt_ids_contains (item->rounds, last)))
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
 * who are pinned to one table in every round; only hosts are seated. The agenda names it beside the
 * last.
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
 * are three metres apart along each row and more between rows, so that chairs, slips and names do
 * not touch, and a metre and a half from the walls; where it does not, tables stand closer, and
 * straight.
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

/* The other table that has @number; NULL: it is free. */
static const RtTable *
find_numbered (RtPlan *plan, RtId but, int number)
{
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    {
      const RtTable *table = rt_plan_get_table (plan, i);

      if (table->number == number && table->parent.id != but)
        return table;
    }
  return NULL;
}

/**
 * rt_edit_number_table:
 * @plan: the plan
 * @table: which
 * @number: its number from now on
 * @error: for people
 *
 * Gives a table another number. One that has it already takes the number that becomes free, so that
 * no two signs in the room say the same.
 *
 * Returns: (transfer full): the change; or %NULL with %RT_ERROR_REFUSED
 */
RtChange *
rt_edit_number_table (RtPlan *plan, RtId table, int number, GError **error)
{
  const RtTable *old = rt_edit_find (plan, RT_PART_TABLES, table, NULL, error);
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (rt_record_unref);
  const RtTable *other;
  g_autofree char *label = NULL;

  if (old == NULL)
    return NULL;
  other = find_numbered (plan, table, number);
  g_ptr_array_add (copies, rt_record_copy (old));
  ((RtTable *) copies->pdata[0])->number = number;
  if (other != NULL)
    {
      g_ptr_array_add (copies, rt_record_copy (other));
      ((RtTable *) copies->pdata[1])->number = old->number;
    }
  /* Translators: the number of a table, before and after */
  label = g_strdup_printf (other != NULL ? _("Swap Table Numbers %d and %d")
                                         : _("Change Table Number %d to %d"),
                           old->number, number);
  return rt_edit_replace_many (plan, label, RT_PART_TABLES, copies->pdata, copies->len, error);
}
