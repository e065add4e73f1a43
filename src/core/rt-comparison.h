/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

typedef enum {
  RT_DIFFERENCE_HERE,  /* is only here */
  RT_DIFFERENCE_THERE, /* is only there */
  RT_DIFFERENCE_OTHER, /* is in both, and not the same */
} RtDifferenceKind;

/**
 * RtDifference:
 * @part: the part of the plan; differences stand in the order of the file
 * @kind: in which of the two it is
 * @title: who or what: "Ada Byron", "Table 3"; of a rule its sentence
 * @words: (nullable): what is not the same, a line each: "Organisation: Ealing here, Brent there"
 */
typedef struct {
  RtPart           part;
  RtDifferenceKind kind;
  char            *title;
  char            *words;
} RtDifference;

/**
 * RtSeatDifference:
 * @round: index of the round here
 * @person: id of the person here
 * @name: in words
 * @here: (nullable): the table in words, %NULL without a seat
 * @there: (nullable): likewise
 */
typedef struct {
  guint round;
  RtId  person;
  char *name;
  char *here;
  char *there;
} RtSeatDifference;

/**
 * RtComparison:
 *
 * What is not the same in two plans, in words. A record is the same one when it has the same id, as
 * in copies that were edited apart; else people go by name and organisation, themes and rules by
 * their words, tables by number or name, rounds and sessions by their place. A value.
 */
typedef struct {
  GPtrArray *differences;  /* of RtDifference */
  GPtrArray *seats;        /* of RtSeatDifference, round by round */
  guint      n_elsewhere;  /* people who sit at another table in some round */
} RtComparison;

/* O(people x rounds), and one look at each record. */
RtComparison *rt_comparison_new  (RtPlan *here, RtPlan *there);
void          rt_comparison_free (RtComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtComparison, rt_comparison_free)

G_END_DECLS
