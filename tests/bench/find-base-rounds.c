/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* How the symmetric starters were found: find-base-rounds 8-4-10 or 10-4-13 prints base rounds, a
   letter for the table of each person. A base round is put together table by table, each with all
   its images under a symmetry of the round; no two pairs may be of one kind, which is an orbit of
   turns and symmetry together. */

#include <glib.h>
#include <string.h>

#include "rt-random.h"

#define MOST_PEOPLE 40
#define MOST_MOVES  64
#define SIZE        4
#define MOST_TRIES  300000 /* tables looked at, before beginning anew in another order */

typedef struct {
  int n, turns, n_bases;
  int n_moves, n_symmetries;
  int moves[MOST_MOVES][MOST_PEOPLE]; /* the symmetries first */
  int kind[MOST_PEOPLE][MOST_PEOPLE];
  int room[MOST_PEOPLE * MOST_PEOPLE]; /* pairs of a kind that may still be used in a base round */
  int table[2][MOST_PEOPLE];           /* -1: nobody's yet */
  int n_tables[2];
  int order[MOST_PEOPLE];
  int tries;
} Finder;

/* The symmetry turns backwards and exchanges two pairs of orbits, or goes to the next orbit at
 * three times the place. */
static int
reflect (const Finder *self, int p)
{
  static const int orbits[] = { 1, 0, 3, 2, 4, 5 };
  int m = self->turns;

  if (p >= self->n / m * m)
    return p;
  return m == 5 ? orbits[p / m] * m + (m - p % m) % m : (p / m + 1) % 3 * m + p % m * 3 % m;
}

static void
list_moves (Finder *self)
{
  int m = self->turns;

  self->n_symmetries = m == 5 ? 2 : 3;
  self->n_moves = self->n_symmetries * m;
  for (int k = 0; k < self->n_moves; k++)
    for (int p = 0; p < self->n; p++)
      {
        int q = p;

        for (int i = k % self->n_symmetries; i > 0; i--)
          q = reflect (self, q);
        self->moves[k][p]
            = q < self->n / m * m ? q / m * m + (q % m + k / self->n_symmetries) % m : q;
      }
}

static void
list_kinds (Finder *self)
{
  int n_kinds = 0;

  memset (self->kind, 0xff, sizeof self->kind);
  for (int a = 0; a < self->n; a++)
    for (int b = 0; b < a; b++)
      if (self->kind[a][b] < 0)
        {
          int pairs = 0;

          for (int k = 0; k < self->n_moves; k++)
            {
              int x = self->moves[k][a], y = self->moves[k][b];

              pairs += self->kind[x][y] < 0;
              self->kind[x][y] = self->kind[y][x] = n_kinds;
            }
          self->room[n_kinds++] = pairs / self->turns;
        }
}

/* Seats four people at a table and their images at theirs. False if they do not fit: take_back()
 * must follow. */
static gboolean
put (Finder *self, int base, const int *four, GArray *used)
{
  int *table = self->table[base], first = self->n_tables[base];

  for (int k = 0; k < self->n_symmetries; k++)
    {
      int image[SIZE], t = table[self->moves[k][four[0]]];

      for (int i = 0; i < SIZE; i++)
        {
          image[i] = self->moves[k][four[i]];
          if (table[image[i]] != t || (t >= 0 && t < first))
            return FALSE;
        }
      if (t >= 0)
        continue;
      for (int i = 0; i < SIZE; i++)
        table[image[i]] = self->n_tables[base];
      self->n_tables[base]++;
      for (int i = 0; i < SIZE; i++)
        for (int j = 0; j < i; j++)
          {
            g_array_append_val (used, self->kind[image[i]][image[j]]);
            if (--self->room[self->kind[image[i]][image[j]]] < 0)
              return FALSE;
          }
    }
  return TRUE;
}

static void
take_back (Finder *self, int base, int n_tables, GArray *used)
{
  for (guint i = 0; i < used->len; i++)
    self->room[g_array_index (used, int, i)]++;
  for (int p = 0; p < self->n; p++)
    if (self->table[base][p] >= n_tables)
      self->table[base][p] = -1;
  self->n_tables[base] = n_tables;
}

static gboolean seat_next (Finder *self, int base);

/* Fills up a table that has @many, with people from place @from of the order on. */
static gboolean
fill_table (Finder *self, int base, int *four, int many, int from)
{
  if (many == SIZE)
    {
      g_autoptr (GArray) used = g_array_new (FALSE, FALSE, sizeof (int));
      int n_tables = self->n_tables[base];

      self->tries++;
      if (put (self, base, four, used) && seat_next (self, base))
        return TRUE;
      take_back (self, base, n_tables, used);
      return FALSE;
    }
  for (int i = from; i < self->n && self->tries < MOST_TRIES; i++)
    {
      gboolean fits = self->table[base][self->order[i]] < 0;

      for (int k = 0; fits && k < many; k++)
        fits = self->room[self->kind[self->order[i]][four[k]]] > 0;
      four[many] = self->order[i];
      if (fits && fill_table (self, base, four, many + 1, i + 1))
        return TRUE;
    }
  return FALSE;
}

/* Seats the first person who has no table, and so on; then the next base round. */
static gboolean
seat_next (Finder *self, int base)
{
  int four[SIZE], i = 0;

  if (base == self->n_bases)
    return TRUE;
  while (i < self->n && self->table[base][self->order[i]] >= 0)
    i++;
  if (i == self->n)
    return seat_next (self, base + 1);
  four[0] = self->order[i];
  return fill_table (self, base, four, 1, i + 1);
}

int
main (int argc, char *argv[])
{
  gboolean eight = argc > 1 && strcmp (argv[1], "8-4-10") == 0;
  g_autofree Finder *self = g_new0 (Finder, 1);
  RtRandom random;

  self->n = eight ? 32 : 40;
  self->turns = eight ? 5 : 13;
  self->n_bases = eight ? 2 : 1;
  rt_random_init (&random, 1);
  list_moves (self);
  list_kinds (self);
  memset (self->table, 0xff, sizeof self->table);
  for (int p = 0; p < self->n; p++)
    self->order[p] = p;
  while (!seat_next (self, 0))
    {
      rt_random_shuffle (&random, self->order, self->n);
      self->tries = 0;
    }
  for (int base = 0; base < self->n_bases; base++)
    {
      for (int p = 0; p < self->n; p++)
        g_print ("%s%c", p > 0 && p % self->turns == 0 ? " " : "", 'A' + self->table[base][p]);
      g_print ("\n");
    }
  return 0;
}
