/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-scan.h"

/*
 * Costs fit into 16 bits: none at a table is above MOST_COST, so that a swap costs at most twice
 * that. One that cannot be made is charged CLOSED for its seat, which leaves it above that even if
 * everything else speaks for it: CLOSED - MOST_COST - 2 MOST_PAIR > 2 MOST_COST. And no sum is
 * above CLOSED + MOST_COST. rt_scan_take_weights() declines what could come to more.
 */
#define RT_SCAN_MOST_COST 5000
#define RT_SCAN_MOST_PAIR 255
#define RT_SCAN_CLOSED    16000

static inline uint8_t *
rt_scan_pair (const RtScan *self, int a, int b)
{
  return self->pair + (size_t) a * (size_t) self->stride + b;
}

static inline int16_t *
rt_scan_column (const RtScan *self, int round, int table)
{
  size_t column = (size_t) round * (size_t) self->n_seats + (size_t) table;

  return self->cost + column * (size_t) self->stride;
}

/* Whether a term is a sum over people of what their own row says. */
bool rt_scan_is_of_rows   (const RtTerm *term);
bool rt_scan_has_rows     (const RtState *state);

bool rt_scan_fits         (const RtState *state);

/* Measures costs by what divides all weights. False if costs could leave their bits. */
bool rt_scan_take_weights (RtScan *self);

/*
 * Notes what somebody costs at @place (round * stride + person), and whether that is a conflict
 * they could leave.
 */
void rt_scan_set_own      (RtScan *self, int place, int cost);

/* Brings what @person has against the tables of a round up to date. */
void rt_scan_update_lone  (RtScan *self, int round, int person);

/*
 * Adds what it costs more (@step times) that old friends meet at all: their earlier meetings count
 * among themselves as soon as they meet in this event.
 */
void rt_scan_add_friend   (RtScan *self, int person, const RtFriend *friend, int step);
