/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-design-group.h"
#include "rt-design-parts.h"

/*
 * RtMatrix: a design as a matrix over an abelian group. Word (x, j) sits in round r at table x +
 * D[r][j].
 *
 * Two words (x, j) and (y, k) meet in round r where x - y = D[r][k] - D[r][j], so they meet at
 * most once if for each two rounds the differences D[r][j] - D[q][j] are different for all j. Words
 * with the same j never meet. A host is a word too, that of a column of zeros: nobody comes back
 * to a table where that column is there.
 */
typedef struct {
  RtGroup group;
  int     n_rounds, n_columns; /* with the hosts' column, which is the first */
  int    *entry;               /* [n_rounds * n_columns] */
} RtMatrix;

void      rt_matrix_init   (RtMatrix *self, RtGroup group, int size, int n_rounds, bool hosted);

/* The words of all columns but the hosts', with room for @n_rounds rounds. Frees the entries. */
RtDesign *rt_matrix_expand (RtMatrix *self, int size, int n_rounds);
