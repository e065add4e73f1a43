/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-random.h"
#include "rt-scan-kernels.h"
#include "rt-state.h"

/*
 * RtScan: what every seat would cost everybody, so that one pass over two columns tells what each
 * possible swap of a person would change.
 *
 * For a round r, a table t and a person x, cost[r][t][x] is what x would cost at t: for each guest
 * k of t the weight of one more meeting of x and k, and what x has against t itself. A swap of a at
 * A and b at B then changes the sum by cost[A][b] + cost[B][a] - cost[A][a] - cost[B][b] - 2
 * pair[a][b]. It pays where a person in conflict is rare and a good swap for them is rarer: all
 * partners are looked at for the price of three sampled ones.
 *
 * It follows an RtState. Not every rule fits, and not every problem: see rt_scan_new().
 */
typedef struct {
  const RtState      *state;
  const RtScanKernel *kernel;

  int                 n_seats;     /* tables, and one for whoever has none or does not move */
  int                 stride;      /* entries of a column: the people, then nobody, then air */
  int64_t             unit;        /* weight that a cost of 1 stands for */
  int                 repeat;      /* cost of a second meeting */

  int16_t            *cost;        /* [n_rounds * n_seats * stride] */
  int16_t            *own;         /* [n_rounds * stride] cost where they sit */
  uint16_t           *seat;        /* [n_rounds * stride] table of who can be swapped */
  uint16_t           *at;          /* [n_rounds * stride] table of every guest */
  uint8_t            *pair;        /* [(n_people + 1) * stride] cost of one more meeting */
  int16_t            *lone;        /* [n_rounds * n_people * n_tables] the part of cost that is x's
                                      own, or NULL */
  bool               *visited;     /* scratch, by host, table or theme */

  int                 n_conflicts; /* who costs something where they sit, and could sit elsewhere */
  int                *conflicts;   /* [n_rounds * stride] r * stride + x */
  int                *place;       /* [n_rounds * stride] where in `conflicts`, or -1 */

  int16_t            *row;         /* [RT_SCAN_ROW (n_seats)] */
  int16_t            *costs;       /* [stride] */
} RtScan;

/* @kernel may be NULL for the fastest one here; which one it is changes nothing but the time. */
RtScan *rt_scan_new   (const RtState *state, const RtScanKernel *kernel);
void    rt_scan_free  (RtScan *self);

/* Counts all costs anew from the state. False if the state's weights or its faults do not fit. */
bool    rt_scan_load  (RtScan *self);

/* Somebody in conflict at random. False if there is nobody. */
bool    rt_scan_pick  (const RtScan *self, RtRandom *random, int *round, int *person);

/*
 * The best of all swaps of @person in @round, one of the best at random. Returns its weighted
 * change.
 */
int64_t rt_scan_best  (RtScan *self, RtRandom *random, int round, int person, RtSwap *swap);

/* Follows the state, which has just applied @swap. */
void    rt_scan_apply (RtScan *self, const RtSwap *swap);
