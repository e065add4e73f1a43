/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-random.h"

#include <stdbool.h>

/*
 * RtDesign: a seating in which nobody meets anybody twice, made by algebra where search does not
 * reach.
 *
 * Everybody is a word: one table for each round. With hosts nobody returns to a table either, so
 * that no word has a letter twice. Words are numbered in blocks of n_tables; where @blocks says so,
 * the words of one block never meet each other.
 */
typedef struct {
  int      n_tables, size, n_rounds;
  int      n_words;  /* n_tables * size */
  bool     blocks;
  int32_t *tables;   /* [n_rounds * n_words] */
} RtDesign;

/* What a construction may cost. One step is about five nanoseconds. */
typedef struct {
  RtRandom random;
  int64_t  steps;           /* left */
  bool   (*poll) (void *);  /* may be NULL; false ends the attempt */
  void    *poll_data;
} RtEffort;

void      rt_effort_init         (RtEffort *self, uint64_t seed, int64_t steps);

/* Each of these gives a design for @size guests at each of @n_tables tables in @n_rounds rounds, or
   NULL where it does not apply. With @hosted nobody comes back to a table. */
RtDesign *rt_design_cyclic       (int n_tables, int size, int n_rounds, bool hosted);
RtDesign *rt_design_lines        (int n_tables, int size, int n_rounds, bool hosted);
RtDesign *rt_design_product      (int n_tables, int size, int n_rounds, bool hosted);
RtDesign *rt_design_ten          (int n_tables, int size, int n_rounds, bool hosted);
RtDesign *rt_design_twelve       (int n_tables, int size, int n_rounds, bool hosted);
RtDesign *rt_design_differences  (int n_tables, int size, int n_rounds, bool hosted,
                                  RtEffort *effort);
RtDesign *rt_design_stored       (int n_tables, int size, int n_rounds);
RtDesign *rt_design_starter      (int n_tables, int size, int n_rounds, RtEffort *effort);

/* The first of these that applies; that needs no luck; for as many of the rounds as needs none. */
RtDesign *rt_design_new          (int n_tables, int size, int n_rounds, bool hosted,
                                  RtEffort *effort);
RtDesign *rt_design_certain      (int n_tables, int size, int n_rounds, bool hosted);
RtDesign *rt_design_new_longest  (int n_tables, int size, int n_rounds);

/* Further rounds, in which people meet again as evenly as can be. */
RtDesign *rt_design_extend       (RtDesign *self, int n_rounds, RtEffort *effort);
void      rt_design_free         (RtDesign *self);
