/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-seating.h"

/* A row of chairs is shared by every seating that has it, so that a seating made from another by
 * moving one person costs a copy of the lists, not of the chairs. */
typedef struct {
  RtId  table;
  guint n_chairs;   /* the last one is never empty */
  guint n_seated;
  RtId  chairs[];
} Row;

struct _RtSeating {
  gatomicrefcount ref_count;
  GPtrArray      *rows;      /* of Row, in the order they were added */
  GHashTable     *row_of;    /* table to index into rows */
  GHashTable     *seat_of;   /* person to packed row and chair */
};

struct _RtSeatingBuilder {
  RtSeating *seating;
};

/* Row and chair in one pointer; 15 bits hold RT_MAX_CHAIRS and the rest the tables of a plan. */
#define CHAIR_BITS 15
#define CHAIR_MASK ((1u << CHAIR_BITS) - 1)

static gpointer
pack_seat (guint row, guint chair)
{
  return GUINT_TO_POINTER (row << CHAIR_BITS | chair);
}

static Row *
row_new (RtId table, const RtId *people, guint n)
{
  Row *row;

  while (n > 0 && people[n - 1] == NULL)
    n--;
  row = g_atomic_rc_box_alloc0 (sizeof (Row) + n * sizeof (RtId));
  row->table = table;
  row->n_chairs = n;
  for (guint i = 0; i < n; i++)
    {
      row->chairs[i] = people[i];
      row->n_seated += people[i] != NULL;
    }
  return row;
}

static void
row_unref (gpointer row)
{
  g_atomic_rc_box_release (row);
}

static const Row *
find_row (const RtSeating *self, RtId table, guint *index)
{
  gpointer value;

  if (self == NULL || !g_hash_table_lookup_extended (self->row_of, table, NULL, &value))
    return NULL;
  if (index != NULL)
    *index = GPOINTER_TO_UINT (value);
  return self->rows->pdata[GPOINTER_TO_UINT (value)];
}

static void
append_row (RtSeating *self, Row *row)
{
  g_hash_table_insert (self->row_of, (gpointer) row->table, GUINT_TO_POINTER (self->rows->len));
  for (guint i = 0; i < row->n_chairs; i++)
    if (row->chairs[i] != NULL)
      g_hash_table_insert (self->seat_of, (gpointer) row->chairs[i],
                           pack_seat (self->rows->len, i));
  g_ptr_array_add (self->rows, row);
}

/* Copies every row but those with the tables a and b, for the caller to append afresh. */
static RtSeating *
copy_without_rows (const RtSeating *self, RtId a, RtId b)
{
  RtSeating *copy = rt_seating_new ();

  for (guint i = 0; self != NULL && i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];

      if (row->table != a && row->table != b)
        append_row (copy, g_atomic_rc_box_acquire (row));
    }
  return copy;
}

/* An emptied row is left out, so that two seatings of the same people are equal. */
static void
append_chairs (RtSeating *self, RtId table, const RtId *chairs, guint n)
{
  Row *row = row_new (table, chairs, n);

  if (row->n_chairs > 0)
    append_row (self, row);
  else
    row_unref (row);
}

/* The chairs of a table as a list that may be written to, with room for at least n. */
static GPtrArray *
copy_chairs (const RtSeating *self, RtId table, guint n)
{
  const Row *row = find_row (self, table, NULL);
  GPtrArray *chairs = g_ptr_array_new ();

  g_ptr_array_set_size (chairs, MAX (row != NULL ? row->n_chairs : 0, n));
  for (guint i = 0; row != NULL && i < row->n_chairs; i++)
    chairs->pdata[i] = (gpointer) row->chairs[i];
  return chairs;
}

/* Writes person, or nobody, into two chairs: all that any change of a seating comes to. table_b may
 * be NULL, else its chair is there already. Costs a copy of the lists. */
static RtSeating *
set_chairs (const RtSeating *self, RtId table_a, guint chair_a, RtId person_a, RtId table_b,
            guint chair_b, RtId person_b)
{
  g_autoptr (GPtrArray) row_a = copy_chairs (self, table_a, chair_a + 1);
  g_autoptr (GPtrArray) row_b = NULL;
  RtSeating *copy = copy_without_rows (self, table_a, table_b);

  if (table_b == table_a)
    row_b = g_ptr_array_ref (row_a);
  else if (table_b != NULL)
    row_b = copy_chairs (self, table_b, chair_b + 1);
  if (row_b != NULL)
    row_b->pdata[chair_b] = (gpointer) person_b;
  row_a->pdata[chair_a] = (gpointer) person_a;
  append_chairs (copy, table_a, (RtId *) row_a->pdata, row_a->len);
  if (row_b != NULL && row_b != row_a)
    append_chairs (copy, table_b, (RtId *) row_b->pdata, row_b->len);
  return copy;
}

/** rt_seating_new: Returns: (transfer full): a seating in which nobody sits */
RtSeating *
rt_seating_new (void)
{
  RtSeating *self = g_new0 (RtSeating, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->rows = g_ptr_array_new_with_free_func (row_unref);
  self->row_of = g_hash_table_new (NULL, NULL);
  self->seat_of = g_hash_table_new (NULL, NULL);
  return self;
}

RtSeating *
rt_seating_ref (const RtSeating *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&((RtSeating *) self)->ref_count);
  return (RtSeating *) self;
}

void
rt_seating_unref (RtSeating *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->row_of);
  g_hash_table_unref (self->seat_of);
  g_free (self);
}

/**
 * rt_seating_equal:
 *
 * Returns: whether the same people sit on the same chairs; %NULL equals an empty seating, and the
 *   order in which tables were added does not matter
 */
gboolean
rt_seating_equal (const RtSeating *a, const RtSeating *b)
{
  if (a == b)
    return TRUE;
  if (rt_seating_n_tables (a) != rt_seating_n_tables (b))
    return FALSE;
  for (guint i = 0; i < rt_seating_n_tables (a); i++)
    {
      const Row *ours = a->rows->pdata[i];
      const Row *theirs = find_row (b, ours->table, NULL);

      if (ours == theirs)
        continue;
      if (theirs == NULL || ours->n_chairs != theirs->n_chairs ||
          memcmp (ours->chairs, theirs->chairs, ours->n_chairs * sizeof (RtId)) != 0)
        return FALSE;
    }
  return TRUE;
}

guint
rt_seating_n_tables (const RtSeating *self)
{
  return self == NULL ? 0 : self->rows->len;
}

RtId
rt_seating_table (const RtSeating *self, guint i)
{
  g_return_val_if_fail (i < rt_seating_n_tables (self), NULL);

  return ((Row *) self->rows->pdata[i])->table;
}

guint
rt_seating_n_chairs (const RtSeating *self, RtId table)
{
  const Row *row = find_row (self, table, NULL);

  return row == NULL ? 0 : row->n_chairs;
}

RtId
rt_seating_at (const RtSeating *self, RtId table, guint chair)
{
  const Row *row = find_row (self, table, NULL);

  return row == NULL || chair >= row->n_chairs ? NULL : row->chairs[chair];
}

/**
 * rt_seating_find:
 * @table: (out) (optional): where @person sits
 * @chair: (out) (optional): on which chair; 0 is the host's
 *
 * Returns: whether @person has a chair; takes the same time however many people there are
 */
gboolean
rt_seating_find (const RtSeating *self, RtId person, RtId *table, guint *chair)
{
  gpointer value;

  if (self == NULL || !g_hash_table_lookup_extended (self->seat_of, person, NULL, &value))
    return FALSE;
  if (table != NULL)
    *table = ((Row *) self->rows->pdata[GPOINTER_TO_UINT (value) >> CHAIR_BITS])->table;
  if (chair != NULL)
    *chair = GPOINTER_TO_UINT (value) & CHAIR_MASK;
  return TRUE;
}

/** rt_seating_n_people: Returns: how many people have a seat at any table. O(1) */
guint
rt_seating_n_people (const RtSeating *self)
{
  return self == NULL ? 0 : g_hash_table_size (self->seat_of);
}

/** rt_seating_n_seated: Returns: how many chairs of @table are taken. O(1) */
guint
rt_seating_n_seated (const RtSeating *self, RtId table)
{
  const Row *row = find_row (self, table, NULL);

  return row == NULL ? 0 : row->n_seated;
}

/**
 * rt_seating_with:
 *
 * Returns: (transfer full): a seating in which @person sits on that chair and nowhere else;
 *   whoever sat there has no seat in it
 */
RtSeating *
rt_seating_with (const RtSeating *self, RtId person, RtId table, guint chair)
{
  RtId old_table = NULL;
  guint old_chair = 0;

  g_return_val_if_fail (person != NULL && table != NULL && chair < RT_MAX_CHAIRS, NULL);

  rt_seating_find (self, person, &old_table, &old_chair);
  return set_chairs (self, table, chair, person, old_table, old_chair, NULL);
}

/** rt_seating_without: Returns: (transfer full): a seating in which @person has no chair */
RtSeating *
rt_seating_without (const RtSeating *self, RtId person)
{
  RtId table;
  guint chair;

  if (!rt_seating_find (self, person, &table, &chair))
    return self == NULL ? rt_seating_new () : rt_seating_ref (self);
  return set_chairs (self, table, chair, NULL, NULL, 0, NULL);
}

/**
 * rt_seating_swap:
 *
 * Returns: (transfer full): a seating in which @a and @b have changed places; when only one of
 *   them has a chair, the other gets it
 */
RtSeating *
rt_seating_swap (const RtSeating *self, RtId a, RtId b)
{
  RtId table_a, table_b;
  guint chair_a, chair_b;
  gboolean has_a = rt_seating_find (self, a, &table_a, &chair_a);
  gboolean has_b = rt_seating_find (self, b, &table_b, &chair_b);

  if (a == b || (!has_a && !has_b))
    return self == NULL ? rt_seating_new () : rt_seating_ref (self);
  if (!has_b)
    return rt_seating_with (self, b, table_a, chair_a);
  if (!has_a)
    return rt_seating_with (self, a, table_b, chair_b);
  return set_chairs (self, table_a, chair_a, b, table_b, chair_b, a);
}

/** rt_seating_without_table: Returns: (transfer full): a seating in which nobody sits at @table */
RtSeating *
rt_seating_without_table (const RtSeating *self, RtId table)
{
  return copy_without_rows (self, table, NULL);
}

/** rt_seating_builder_new: Returns: (transfer full): a seating without rows, to be filled */
RtSeatingBuilder *
rt_seating_builder_new (void)
{
  RtSeatingBuilder *self = g_new0 (RtSeatingBuilder, 1);

  self->seating = rt_seating_new ();
  return self;
}

/**
 * rt_seating_builder_add:
 * @people: (array length=n): who sits on each chair, %NULL for an empty one
 * @twice: (out) (optional): who would sit twice
 *
 * Adds a row of chairs; empty ones at its end, and a row that is all empty, are left out. A table
 * is added once.
 *
 * Returns: %FALSE, and nothing was added, if somebody would sit twice
 */
gboolean
rt_seating_builder_add (RtSeatingBuilder *self, RtId table, const RtId *people, guint n,
                        RtId *twice)
{
  g_autoptr (GHashTable) here = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (table != NULL && n <= RT_MAX_CHAIRS, FALSE);
  g_return_val_if_fail (find_row (self->seating, table, NULL) == NULL, FALSE);

  for (guint i = 0; i < n; i++)
    if (people[i] != NULL && (g_hash_table_contains (self->seating->seat_of, people[i]) ||
                              !g_hash_table_add (here, (gpointer) people[i])))
      {
        if (twice != NULL)
          *twice = people[i];
        return FALSE;
      }
  append_chairs (self->seating, table, people, n);
  return TRUE;
}

/** rt_seating_builder_end: Returns: (transfer full): the seating; @self is freed */
RtSeating *
rt_seating_builder_end (RtSeatingBuilder *self)
{
  RtSeating *seating = self->seating;

  g_free (self);
  return seating;
}
