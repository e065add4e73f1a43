/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-problem.h"

#include <string.h>

/*
 * RtState: a seating that knows what each swap would change.
 *
 * Repeats rest on one identity: the sum over pairs of people of (meetings choose 2) is the sum over
 * pairs of rounds of (N choose 2), where N counts the people at table A in one round and at B in
 * the other. Every person has a row of columns (the table of each round, then earlier sittings,
 * then values such as the organisation), and for each column and round a contingency table counts
 * the guests of one value at one table. A swap then costs a few look-ups per column, whatever the
 * size of the tables. Where those tables of numbers would not fit into the cache (a thousand
 * tables), the people of the table are walked instead.
 */

typedef uint16_t RtValue;
#define RT_NO_VALUE 0xffff

/*
 * @a goes from table @from to @to; @b, or nobody (RT_NOWHERE), the other way. RT_NOWHERE as a
 * table: without a seat.
 */
typedef struct {
  int round;
  int a, b;
  int from, to;
} RtSwap;

/*
 * A rule as the search sees it. There may be hundreds of rules that name people, mostly kept: those
 * that follow each other in the order of importance form a group with a common sum, every other
 * rule is a group of its own, so that two seatings are compared without looking at each rule.
 */
typedef struct {
  const RtTerm  *rule;
  int64_t        weight;
  int64_t        value;      /* its measure now */
  int            group;      /* which group of terms it belongs to */
  int           *columns;    /* the columns it compares */
  int            n_columns;
  RtValue       *lanes;      /* [stride] all bits for the columns it compares, none for the
                                others */
  const int32_t *target;     /* [n_rounds * n_tables] host, table or theme, by `of` */
  bool           same_targets; /* tables keep their targets, each has its own */
  uint8_t       *suspects;   /* [n_rounds * n_people] repeats, where they are found by walking: of
                                two who meet again at a table one at least is marked */
} RtStateTerm;

/*
 * How evenly those of one value of a column sit in a round: where there are more of them than
 * tables some pairs are forced, and it is nobody's fault.
 */
typedef struct {
  int people;
  int pairs;  /* at one table */
  int least;  /* pairs, if they sat as evenly as can be, */
  int floor;  /* so many of them at each table, or one more */
} RtBalance;

/* Pairs who are equal in one column cost a term in one round: a look-up per person and table. */
typedef struct {
  const int16_t *counts;
  int            column;
  int            term;
} RtLane;

/* How even one round is: the level that fills its tables, and how far they are from it. */
typedef struct {
  int     guests;   /* at open tables */
  int     level;    /* even size, where places allow */
  int     over;     /* tables that hold one more */
  int     above;    /* tables that could and do */
  int64_t distance; /* from the level */
} RtEven;

/*
 * Somebody met more than once in earlier events, and what meeting them again costs beyond the
 * columns.
 */
typedef struct {
  int person;
  int cost;
} RtFriend;

typedef struct {
  const RtProblem *problem;
  int              n_people, n_tables, n_rounds;

  int32_t         *tables;      /* [n_rounds * n_people] where everybody is now, leaders too */

  int              n_chairs;    /* most chairs of a round */
  int             *first;       /* [n_rounds * (n_tables + 1)] first chair of each table */
  int             *chair_table; /* [n_rounds * n_chairs] */
  int             *who;         /* [n_rounds * n_chairs] the guests of a table sit on its first
                                   chairs */
  int             *chair;       /* [n_rounds * n_people] */
  int             *size;        /* [n_rounds * n_tables] guests */
  uint8_t         *moves;       /* [n_rounds * n_people] whether somebody is a guest who is not
                                   fixed */
  int             *movers;      /* [n_rounds * n_people] those who are, in random order */
  int             *n_movers;    /* [n_rounds] */
  int             *leaders;     /* [n_rounds * n_tables + 1] where a table's leaders begin in
                                   `leader` */
  int             *leader;

  int              n_columns;
  int              stride;      /* columns of a row, filled up to a multiple of 8 */
  RtValue         *rows;        /* [n_people * stride] */
  RtValue         *query;       /* [stride] see rt_state_query() */
  int             *n_values;    /* [n_columns] */
  bool            *with_leaders; /* [n_columns] */
  int16_t        **counts;      /* [n_columns * n_rounds] guests of a value at a table, NULL where
                                   nobody asks or it is too large */
  RtBalance      **balance;     /* [n_columns * n_rounds] of each value, where there are counts */
  int             *spread_over; /* [n_columns * n_rounds] tables over which those of one value can
                                   spread */
  int64_t         *excess;      /* [n_columns * n_rounds] pairs above the least of all values */
  int              n_meeting_columns; /* rounds and earlier sittings */
  bool             walks;       /* repeats are found by walking the table */
  int             *lanes_first; /* [n_rounds + 1] */
  RtLane          *lanes;       /* those of each round */

  int              n_terms;
  RtStateTerm     *terms;
  int             *order;       /* [n_terms] the terms by level, then by file order */
  int             *group_first; /* [n_groups + 1] where a group begins in `order` */
  int64_t         *group_sum;   /* [n_groups] sum of the values of its terms */
  int              n_groups;
  int             *common;      /* terms that any swap may change, those that lanes tell last */
  int              n_common, n_common_plain;
  int             *own_first;   /* [n_people + 1] terms that name a person */
  int             *own;
  int             *friends_first; /* [n_people + 1] */
  RtFriend        *friends;
  int             *tongue;      /* [n_people] NULL without a language rule, see
                                   rt-state-tongues.c */
  int              n_tongue_words;
  uint64_t        *kin;         /* [tongues * n_tongue_words] those that one can talk with */
  uint64_t        *heard;       /* [(n_rounds * n_tables + 1) * n_tongue_words] at least once at
                                   each table */
  uint64_t        *heard_twice; /* [n_rounds * n_tables * n_tongue_words] */
  uint8_t         *muddled;     /* [n_rounds * n_tables] whether a table cannot talk */
  int32_t         *table_ids;   /* [n_rounds * n_tables] */
  int             *places_step_free; /* [n_rounds] tables that could take somebody step-free */
  int             *need_at;     /* [n_rounds * n_tables] people who need a step-free place */
  int             *need_in;     /* [n_rounds] */
  int             *wrong;       /* [n_people] rounds in which the slip is wrong */
  uint8_t         *has_slip;    /* [n_people] */
  RtEven          *even;        /* [n_rounds] */

  int64_t          capacity, capacity_weight;
  int64_t          unseated, unseated_weight;
} RtState;

RtState *rt_state_new      (const RtProblem *problem);
void     rt_state_free     (RtState *self);

/* Repeats are found by walking tables from now on: chosen by itself where tables are many. */
void     rt_state_walk     (RtState *self);

/* Takes over a seating. Every term is counted anew. */
void     rt_state_load     (RtState *self, const int32_t *tables);

/* The weighted change that @swap would bring, and bringing it. */
int64_t  rt_state_delta    (const RtState *self, const RtSwap *swap);
void     rt_state_apply    (RtState *self, const RtSwap *swap);

/* What one term would change by. */
int64_t  rt_term_delta     (const RtState *self, const RtStateTerm *term, const RtSwap *swap);

/* Whether @person, where they sit in @round, takes part in what @term counts. */
bool     rt_term_conflict  (const RtState *self, const RtStateTerm *term, int round, int person);

/* False only if nobody takes part in what @term counts in @round. */
bool     rt_term_conflicts (const RtState *self, const RtStateTerm *term, int round);

/*
 * A table that @term would rather see @person at in @round, or RT_NOWHERE. @pick chooses among
 * several.
 */
int      rt_term_wants     (const RtState *self, const RtStateTerm *term, int round, int person,
                            uint32_t pick);

/*
 * For counting the meetings of one person with many: a row to compare theirs with, round @but left
 * out. It is good until the next is asked for.
 */
const RtValue *rt_state_query (const RtState *self, const RtStateTerm *term, int but, int person);

/*
 * Eight columns at a time: a vector extension of GCC and Clang that is plain C where there are no
 * vectors.
 */
typedef RtValue RtLanes __attribute__ ((vector_size (16)));

/* The sum of all eight, which must be below 65,536. */
static inline int
rt_lanes_sum (RtLanes lanes)
{
  uint64_t halves[2];

  memcpy (halves, &lanes, sizeof halves);
  return (int) ((halves[0] + halves[1]) * UINT64_C (0x0001000100010001) >> 48);
}

static inline int
rt_state_match (const RtState *self, const RtValue *query, int person)
{
  const RtValue *row = self->rows + (size_t) person * (size_t) self->stride;
  RtLanes sum = { 0 };

  for (int c = 0; c < self->stride; c += 8)
    {
      RtLanes a, b;

      memcpy (&a, query + c, sizeof a);
      memcpy (&b, row + c, sizeof b);
      sum -= (RtLanes) (a == b);
    }
  return rt_lanes_sum (sum);
}

/* Meetings with the first @many guests of a table: the sums of all lanes are taken apart once. */
static inline int
rt_state_match_first (const RtState *self, const RtValue *query, int round, int table, int many)
{
  const int *first = self->first + round * (self->n_tables + 1) + table;
  const int *who = self->who + (size_t) round * (size_t) self->n_chairs + *first;
  int n = 0;

  for (int c = 0; c < self->stride; c += 8)
    {
      RtLanes a, b, sum = { 0 };

      memcpy (&a, query + c, sizeof a);
      for (int i = 0; i < many; i++)
        {
          memcpy (&b, self->rows + (size_t) who[i] * (size_t) self->stride + c, sizeof b);
          sum -= (RtLanes) (a == b);
        }
      n += rt_lanes_sum (sum);
    }
  return n;
}

/* Meetings with everybody at a table of @round, themselves too if they sit there. */
static inline int
rt_state_match_table (const RtState *self, const RtValue *query, int round, int table)
{
  return rt_state_match_first (self, query, round, table,
                               self->size[round * self->n_tables + table]);
}

/*
 * Whether @term need not be asked about @person: they met nobody again, and have not moved since.
 */
static inline bool
rt_state_is_cleared (const RtState *self, const RtStateTerm *term, int round, int person)
{
  return term->suspects != NULL && term->suspects[round * self->n_people + person] == 0;
}

/* Whether somebody with @value at @table of @round sits with more of its like than need be. */
static inline bool
rt_state_crowds (const RtState *self, int column, int round, RtValue value, int table)
{
  int i = column * self->n_rounds + round;
  const RtBalance *balance = &self->balance[i][value];
  int count;

  if (balance->pairs <= balance->least)
    return false;
  count = self->counts[i][(size_t) value * (size_t) self->n_tables + (size_t) table];
  return count > 1 && count > balance->floor;
}

/* Whether a rule about certain people (together, apart, visit, avoid) names @person. */
bool     rt_term_names     (const RtTerm *term, int person);

/* Whether a table, as it is or after @swap, cannot talk. */
bool     rt_state_language_fault (const RtState *self, int round, int table, const RtSwap *swap);

/* Who sits with @person because a rule keeps them together. */
#define RT_MOST_MATES 16
int      rt_state_mates    (const RtState *self, int round, int person, int *mates);

/* Even sizes counted from the start, and after a guest changes from one table to another. */
void     rt_even_count     (const RtState *self, int round, const int *sizes, RtEven *even);
void     rt_even_move      (const RtState *self, const RtSwap *swap, RtEven *even);

static inline int64_t
rt_even_value (const RtEven *even)
{
  return even->distance + even->over
         - 2 * (int64_t) (even->over < even->above ? even->over : even->above);
}

static inline bool
rt_term_acts (const RtTerm *term, int round)
{
  return (term->rounds >> round & 1) != 0;
}

static inline int
rt_state_table (const RtState *self, int round, int person)
{
  return self->tables[round * self->n_people + person];
}

static inline int
rt_state_size (const RtState *self, int round, int table)
{
  return self->size[round * self->n_tables + table];
}

static inline int
rt_state_chairs (const RtState *self, int round, int table)
{
  const int *first = self->first + round * (self->n_tables + 1) + table;

  return first[1] - first[0];
}

/* The guest on the chair at @index of a table. */
static inline int
rt_state_guest (const RtState *self, int round, int table, int index)
{
  return self
      ->who[round * self->n_chairs + self->first[round * (self->n_tables + 1) + table] + index];
}

static inline bool
rt_state_is_led (const RtState *self, int round, int table)
{
  const int *leaders = self->leaders + round * self->n_tables + table;

  return leaders[1] > leaders[0];
}

static inline bool
rt_state_is_guest (const RtState *self, int round, int person)
{
  return self->problem->presence[round * self->n_people + person] == RT_GUEST;
}

static inline bool
rt_state_moves (const RtState *self, int round, int person)
{
  return self->moves[round * self->n_people + person] != 0;
}
