/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-problem.h"

/* A swap, or a move to a free chair, that lowers one term. */
typedef struct {
  int     other;   /* whom to swap with, RT_NOWHERE for a move */
  int     table;   /* where to */
  int     spoiled; /* the term that grows by it, RT_NOWHERE if none does */
  int64_t amount;  /* by how much */
} RtRemedy;

typedef enum {
  RT_REMEDY_NONE,    /* no swap lowers the term */
  RT_REMEDY_SPOILS,  /* each that does raises two or more others */
  RT_REMEDY_FOUND,
} RtRemedyAnswer;

/*
 * One scan of all moves and swaps of @person in @round: the one that lowers @term and raises
 * nothing else, or one other term, the least important, and by least. Terms of `may` are not looked
 * at. Whoever is fixed is not moved, @person included. Cost: people times terms.
 */
RtRemedyAnswer rt_remedy_find (const RtProblem *problem, const int32_t *tables, int round,
                               int person,
                               int term, RtRemedy *remedy);
