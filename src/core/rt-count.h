/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-roll.h"

G_BEGIN_DECLS

/*
 * The counting behind the measures, used inside core only. Every rule is counted plainly by its
 * definition in the plan format; nothing is shared with the solver, so that each can convict the
 * other.
 */

/**
 * RtIncident:
 * @amount: what it adds to the measure
 * @round: index, -1 = several
 * @table: index, -1 = several or none
 * @people: indexes of those concerned, valid during the call only
 * @detail: by kind: meetings, the host, table or theme come back to, the value of an attribute,
 *   the people counted, the guests in the room, the rank of the wish
 */
typedef struct {
  gint64     amount;
  int        round;
  int        table;
  int        detail;
  const int *people;
  guint      n_people;
} RtIncident;

typedef void (*RtIncidentFunc) (const RtIncident *incident, gpointer data);

/** RtTally: the sum of incidents; with @func, each of them is told as well */
typedef struct {
  gint64         found;
  RtIncidentFunc func;
  gpointer       data;
} RtTally;

void rt_tally_add (RtTally *self, const RtIncident *incident);

/** RtAlways: the measures that no rule asks for */
typedef enum {
  RT_ALWAYS_CAPACITY,
  RT_ALWAYS_HOSTS,
  RT_ALWAYS_PINNED,
  RT_ALWAYS_UNSEATED,
  RT_ALWAYS_MISPLACED,
  RT_ALWAYS_SLIPS,
  RT_N_ALWAYS,
} RtAlways;

extern const char * const rt_always_keys[];

/** RtWishes: how many guests get which of their wishes */
typedef struct {
  int first, second, third, later, none;
} RtWishes;

/** RtCount: a plan laid out for counting */
typedef struct {
  RtPlan     *plan;     /* not owned */
  RtRoll     *roll;
  guint      *first;    /* [r, table] and one more: where the people of a table begin in @people */
  int        *people;   /* those who attend and sit, by round, table and chair */
  guint      *sitting;  /* [r, table] everybody in the row, whether they attend or not */
  int        *host;     /* [r, table] the host if they attend and sit at no other table, else -1 */
  int        *co_host;  /* [r, table] likewise */
  GHashTable *columns;  /* `by` to its values; see rt_count_column() */
  GPtrArray  *earlier;  /* of GArray of int: who sat together at earlier events */
  GArray    **met_earlier; /* [person] of guint: indexes into @earlier; NULL = none */
  guint      *tally;    /* [person] 0 between uses */
  guint      *tally_earlier;
  int        *touched;  /* [person] */
} RtCount;

RtCount   *rt_count_new          (RtPlan *plan);
void       rt_count_free         (RtCount *self);
const int *rt_count_column       (RtCount *self, const char *by, guint *n_values);
guint32    rt_count_rounds       (RtCount *self, const RtIds rounds); /* bit r: acts in round r */
int        rt_count_guest_places (RtCount *self, guint round, guint table);
guint      rt_count_guests_at    (RtCount *self, guint round, guint table);
gboolean   rt_count_is_pinned_always (RtCount *self, guint person);
/* The host (person), table or theme that sitting at @table in @round is a visit to, -1 for none. */
int        rt_count_target       (RtCount *self, RtRuleOf of, guint round, guint table);

/* Calls @func for each pair of people who are guests together in the rounds, with their meetings in
   them and at earlier events. */
typedef void (*RtPairFunc) (RtCount *self, int p, int q, guint meetings, guint earlier,
                            gpointer data);
void       rt_count_each_pair    (RtCount *self, guint32 rounds, RtPairFunc func, gpointer data);

void       rt_count_rule         (RtCount *self, const RtRule *rule, RtTally *tally);
void       rt_count_always       (RtCount *self, RtAlways what, RtTally *tally);
void       rt_count_wishes       (RtCount *self, const RtRule *rule, RtTally *tally,
                                  RtWishes *wishes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtCount, rt_count_free)

/* One file per subject: whom people meet, what happens at tables, what becomes of people. */
void       rt_count_repeats      (RtCount *self, const RtRule *rule, RtTally *tally);
void       rt_count_returns      (RtCount *self, const RtRule *rule, RtTally *tally);
void       rt_count_spread       (RtCount *self, const RtRule *rule, RtTally *tally);
void       rt_count_own_host     (RtCount *self, const RtRule *rule, RtTally *tally);
void       rt_count_even         (RtCount *self, const RtRule *rule, RtTally *tally);
void       rt_count_count        (RtCount *self, const RtRule *rule, RtTally *tally);
void       rt_count_language     (RtCount *self, const RtRule *rule, RtTally *tally);
void       rt_count_step_free    (RtCount *self, const RtRule *rule, RtTally *tally);
void       rt_count_capacity     (RtCount *self, RtTally *tally);
void       rt_count_hosts        (RtCount *self, RtTally *tally);
void       rt_count_together     (RtCount *self, const RtRule *rule, RtTally *tally);
void       rt_count_apart        (RtCount *self, const RtRule *rule, RtTally *tally);
void       rt_count_visit        (RtCount *self, const RtRule *rule, RtTally *tally);
void       rt_count_pinned       (RtCount *self, RtTally *tally);
void       rt_count_unseated     (RtCount *self, RtTally *tally);
void       rt_count_misplaced    (RtCount *self, RtTally *tally);
void       rt_count_slips        (RtCount *self, RtTally *tally);

/* What a visit or avoid rule is about: a host (person), table or theme by index. */
RtRuleOf   rt_rule_get_target    (RtPlan *plan, const RtRule *rule, int *target);

/* The languages of everybody as bits, @n_words of 64 for each person: fold-equal codes are one. */
guint64   *rt_count_languages    (RtPlan *plan, guint *n_words);

/* Whether slip @i shows another table or start in a round that is not over and that its person
   attends; and whether a start is wrong, wherever they sit. */
gboolean   rt_slip_is_wrong      (RtPlan *plan, const RtRoll *roll, const RtSlips *slips, guint i,
                                  int person);
gboolean   rt_slip_is_late       (RtPlan *plan, const RtRoll *roll, const RtSlips *slips, guint i,
                                  int person);
const RtSlips *rt_plan_last_slips (RtPlan *plan);

G_END_DECLS
