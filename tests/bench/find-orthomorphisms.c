/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* How the matrix of rt-design-twelve.c was found: prints six rows over Z2 x Z6, in a tenth of a
   second. They are orthomorphisms: permutations f of the group that keep 0 and for which f(x) - x
   is a permutation too. The rows 0, x, f(x), g(x), ... are good if f - g and so on are permutations
   as well. */

#include <glib.h>
#include <string.h>

#include "rt-design-group.h"

#define ORDER          12
#define ROWS           6
#define ORTHOMORPHISMS 16512 /* of Z2 x Z6 */

typedef guint8 Permutation[ORDER];

typedef struct {
  RtGroup      group;
  Permutation *found;
  int          n_found;
  Permutation  image;
} Orthomorphisms;

/* Gives @x each image that is left, in turn. */
static void
extend (Orthomorphisms *self, int x, guint32 images, guint32 differences)
{
  if (x == ORDER)
    {
      if (self->n_found < ORTHOMORPHISMS)
        memcpy (self->found[self->n_found++], self->image, ORDER);
      return;
    }
  for (int y = 1; y < ORDER; y++)
    {
      guint32 image = 1u << y, difference = 1u << rt_group_less (&self->group, y, x);

      if ((images & image) == 0 && (differences & difference) == 0)
        {
          self->image[x] = y;
          extend (self, x + 1, images | image, differences | difference);
        }
    }
}

static gboolean
is_orthogonal (const RtGroup *group, const guint8 *f, const guint8 *g)
{
  guint32 differences = 0;

  for (int x = 0; x < ORDER; x++)
    {
      guint32 difference = 1u << rt_group_less (group, f[x], g[x]);

      if ((differences & difference) != 0)
        return FALSE;
      differences |= difference;
    }
  return TRUE;
}

/* Picks @more of the candidates that are orthogonal to each other, the first that there are. */
static gboolean
pick (const Orthomorphisms *self, const int *candidates, int n, int more, int *picked)
{
  g_autofree int *left = NULL;

  if (more == 0)
    return TRUE;
  left = g_new (int, n);
  for (int i = 0; i < n; i++)
    {
      int n_left = 0;

      picked[0] = candidates[i];
      for (int k = i + 1; k < n && more > 1; k++)
        if (is_orthogonal (&self->group, self->found[candidates[i]], self->found[candidates[k]]))
          left[n_left++] = candidates[k];
      if (n_left >= more - 1 && pick (self, left, n_left, more - 1, picked + 1))
        return TRUE;
    }
  return FALSE;
}

static void
print_row (const guint8 *row)
{
  for (int x = 0; x < ORDER; x++)
    g_print ("%c", 'A' + row[x]);
  g_print ("\n");
}

int
main (void)
{
  g_autofree Permutation *found = g_new (Permutation, ORTHOMORPHISMS);
  g_autofree int *all = g_new (int, ORTHOMORPHISMS);
  Orthomorphisms self = { .group = rt_group_pair (2, ORDER / 2), .found = found };
  Permutation zero = { 0 }, same;
  int picked[ROWS - 2];

  extend (&self, 1, 1, 1);
  for (int i = 0; i < self.n_found; i++)
    all[i] = i;
  if (!pick (&self, all, self.n_found, ROWS - 2, picked))
    return 1;
  for (int x = 0; x < ORDER; x++)
    same[x] = x;
  print_row (zero);
  print_row (same);
  for (int r = 0; r < ROWS - 2; r++)
    print_row (found[picked[r]]);
  return 0;
}
