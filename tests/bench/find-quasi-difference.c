/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* How the full matrix of rt-design-ten.c was found: four rows over Z_9 with one point that stays.
   Each row lacks an entry in a column of its own, and in every two rows the differences of the
   columns where both have one are 0 to 8, the 0 being that of a column of zeros, which is left out
   here. Goes through all of them in a tenth of a second: without the column of zeros the first row
   is 0, and the second is 0 where the first has no entry. */

#include <glib.h>
#include <string.h>

#define ORDER   9
#define COLUMNS                                                                                    \
  10 /* six without a gap, then the gaps of the third row, the fourth, the second and the first */
#define MOST    1000

static const int gap[] = { 9, 8, 6, 7 };

typedef struct {
  int second[COLUMNS];
  int found[2][MOST][COLUMNS]; /* third and fourth rows that go with the first two */
  int n_found[2];
} Finder;

static gboolean
take_difference (guint *taken, int a, int b)
{
  int difference = (ORDER + a - b) % ORDER;

  if (difference == 0 || (*taken >> difference & 1) != 0)
    return FALSE;
  *taken |= 1u << difference;
  return TRUE;
}

static void
extend (Finder *self, int which, int *row, int column, guint from_first, guint from_second)
{
  if (column == gap[which])
    {
      row[column++] = -1;
      extend (self, which, row, column, from_first, from_second);
      return;
    }
  if (column == COLUMNS)
    {
      g_assert (self->n_found[which - 2] < MOST);
      memcpy (self->found[which - 2][self->n_found[which - 2]++], row, sizeof (int) * COLUMNS);
      return;
    }
  for (int entry = 0; entry < ORDER; entry++)
    {
      guint first = from_first, second = from_second;

      row[column] = entry;
      if ((column == gap[0] || take_difference (&first, entry, 0))
          && (column == gap[1] || take_difference (&second, entry, self->second[column])))
        extend (self, which, row, column + 1, first, second);
    }
}

static gboolean
rows_agree (const int *third, const int *fourth)
{
  guint taken = 0;

  for (int column = 0; column < COLUMNS; column++)
    if (column != gap[2] && column != gap[3]
        && !take_difference (&taken, third[column], fourth[column]))
      return FALSE;
  return TRUE;
}

static void
print_row (const int *row)
{
  g_print ("0");
  for (int column = 0; column < COLUMNS; column++)
    g_print ("%c", row[column] < 0 ? '-' : '0' + row[column]);
  g_print ("\n");
}

static gboolean
try_second (Finder *self)
{
  static const int first[COLUMNS] = { [9] = -1 };
  int row[COLUMNS];

  self->n_found[0] = self->n_found[1] = 0;
  extend (self, 2, row, 0, 0, 0);
  extend (self, 3, row, 0, 0, 0);
  for (int i = 0; i < self->n_found[0]; i++)
    for (int k = 0; k < self->n_found[1]; k++)
      if (rows_agree (self->found[0][i], self->found[1][k]))
        {
          print_row (first);
          print_row (self->second);
          print_row (self->found[0][i]);
          print_row (self->found[1][k]);
          return TRUE;
        }
  return FALSE;
}

int
main (void)
{
  g_autofree Finder *self = g_new0 (Finder, 1);

  /* The six columns without a gap can stand in any order. */
  for (int a = 1; a < ORDER; a++)
    for (int b = 1; b < ORDER; b++)
      {
        int n = 0;

        for (int entry = 1; entry < ORDER && a != b; entry++)
          if (entry != a && entry != b)
            self->second[n++] = entry;
        self->second[6] = a;
        self->second[7] = b;
        self->second[8] = -1;
        self->second[9] = 0;
        if (a != b && try_second (self))
          return 0;
      }
  return 1;
}
