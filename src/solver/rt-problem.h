/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * RtProblem: an event as integers.
 *
 * People 0..n_people-1, tables 0..n_tables-1, rounds 0..n_rounds-1. Whoever fills it in (core does,
 * from a plan) owns the problem and everything its pointers name; the solver only reads it, so one
 * problem may serve several threads. Two-dimensional arrays are row-major with the round first:
 * entry (r, x) is at r * n + x.
 */

#define RT_MAX_ROUNDS 24

enum {
  RT_NOWHERE = -1, /* no table, no host, no theme, no value */
};

/* What a person is in one round. Only guests are moved. */
typedef enum {
  RT_AWAY,  /* does not attend: has no seat and is counted nowhere */
  RT_LEADS, /* hosts or co-hosts the table in `fixed` and stays there */
  RT_GUEST, /* attends and is to be seated */
} RtPresence;

typedef enum {
  RT_LEVEL_MUST,
  RT_LEVEL_SHOULD,
  RT_LEVEL_MAY,
} RtLevel;

/* The kinds of rule and what each one counts: the definitions are those of the plan format. */
typedef enum {
  RT_TERM_REPEATS,      /* over pairs who sit together as guests in some round of this event:
                           meetings (earlier ones added) choose 2; who only met earlier counts
                           nothing */
  RT_TERM_OVER_REPEATS, /* over the same pairs: meetings (earlier ones added) above `most` */
  RT_TERM_RETURNS,      /* visits of a guest to the same `of` beyond the first */
  RT_TERM_SPREAD,       /* pairs of guests with the same value of `column` at one table */
  RT_TERM_OVER_SPREAD,  /* guests with the same value of `column` at one table, above `most` */
  RT_TERM_OWN_HOST,     /* guests sitting with a leader of the same value of `column`
                           (organisation) */
  RT_TERM_EVEN,         /* summed distance of guests at open tables from even sizes */
  RT_TERM_COUNT,        /* open tables where anybody sits, leaders too: shortfall below `least` and
                           excess above `most` of people (leaders too) whose `column` is `value` */
  RT_TERM_TOGETHER,     /* per round: attending members of `people` less the largest group at one
                           table */
  RT_TERM_APART,        /* per round: pairs of `people` at one table */
  RT_TERM_VISIT,        /* 1 if `person` is at `target` (by `of`) in none of the rounds */
  RT_TERM_AVOID,        /* rounds in which `person` is at `target` (by `of`) */
  RT_TERM_WISHES,       /* over guests with wishes: rank (from 0) of the best wish met, none = how
                           many they have */
  RT_TERM_LANGUAGE,     /* tables where two people share no language and nobody bridges them */
  RT_TERM_STEP_FREE,    /* people who need a step-free place at another table, and 1 per round in
                           which two or more of them are all at one table although another could
                           take one */
  RT_TERM_SLIPS,        /* printed slips that are wrong: people whose row differs from `issued` in a
                           round that is not frozen (core adds it for "keep issued slips", for all
                           rounds); whoever has RT_NOWHERE in every round was given no slip */
} RtTermKind;

/* What `of` and `target` name. */
typedef enum {
  RT_OF_HOST,  /* a person who hosts (not co-hosts) */
  RT_OF_TABLE,
  RT_OF_THEME,
} RtOf;

/* One rule. Rules stand in the order of the file; the level and then that order decide. */
typedef struct {
  RtTermKind kind;
  RtLevel    level;
  uint32_t   rounds;   /* bit r: the rule acts in round r */
  RtOf       of;       /* RETURNS, VISIT, AVOID */
  int        column;   /* SPREAD, OVER_SPREAD, OWN_HOST, COUNT: index into `columns` */
  int        value;    /* COUNT */
  int        least;    /* COUNT: 0 = no lower limit */
  int        most;     /* OVER_*, COUNT: -1 = no upper limit */
  int        person;   /* VISIT, AVOID */
  int        target;   /* VISIT, AVOID: table, host (person) or theme, by `of` */
  int       *people;   /* TOGETHER, APART */
  int        n_people;
} RtTerm;

typedef struct {
  int n_people;
  int n_tables;
  int n_rounds;
  int n_themes;

  uint8_t *presence;    /* [n_rounds * n_people] RtPresence */
  int32_t *fixed;       /* [n_rounds * n_people] table of somebody who leads, or is pinned, or of
                           everybody in a frozen round; else RT_NOWHERE. A fixed person is never
                           moved. */
  int32_t *start;       /* [n_rounds * n_people] table to start from, RT_NOWHERE where there is
                           none; may be NULL */
  uint8_t  *pinned_all; /* [n_people] 1: pinned in every round, so returns are not counted for them;
                           may be NULL */
  uint8_t  *frozen;     /* [n_rounds] 1: the round is history; its seating is `fixed` and counts as
                           it stands */

  uint8_t *open;        /* [n_rounds * n_tables] 1: may seat people */
  int32_t *places;      /* [n_rounds * n_tables] chairs for guests: the leaders' are taken off */
  int32_t *seats;       /* [n_rounds * n_tables] chairs for guests where `places` offers none
                           because nobody is to sit without the host: even sizes and step-free
                           places count with them; NULL = `places` */
  int32_t *least;       /* [n_rounds * n_tables] fewest guests if anybody, a leader too, sits there;
                           0 = no limit */
  int32_t *host;        /* [n_rounds * n_tables] person who hosts and attends, or RT_NOWHERE */
  int32_t *co_host;     /* [n_rounds * n_tables] likewise */
  uint8_t *hostless;    /* [n_rounds * n_tables] 1: open, and the host named for it is not there;
                           only bounded, never counted; may be NULL */
  int32_t *theme;       /* [n_rounds * n_tables] theme, or RT_NOWHERE */

  int       n_columns;  /* attribute columns: organisation, sector, kind, a tag, ... */
  int32_t **columns;    /* [n_columns][n_people] value from 0, RT_NOWHERE for nobody's */
  int32_t  *n_values;   /* [n_columns] */

  int32_t **wishes;     /* [n_people] themes, first choice first, ended by RT_NOWHERE; an entry or
                           the whole may be NULL */
  int       n_language_words; /* of 64 languages each; 0 without a language rule */
  uint64_t *speaks;     /* [n_people * n_language_words] bit l % 64 of word l / 64: speaks language
                           l; people with no language do not count */
  uint8_t  *interprets; /* [n_people] 1: speaks for any two languages */
  uint8_t  *needs_step_free; /* [n_people]; NULL = nobody */
  uint8_t  *step_free;  /* [n_tables]; NULL = every table */

  int       n_earlier;  /* earlier sittings at one table: each a list of people who met then */
  int32_t **earlier;    /* [n_earlier] people, ended by RT_NOWHERE */

  int32_t  *issued;     /* [n_rounds * n_people] table on the printed slip, RT_NOWHERE = none; NULL
                           without issue */

  int       n_terms;
  RtTerm   *terms;      /* in the order of the file */
} RtProblem;

/*
 * RtScore: what a seating comes to.
 *
 * `terms[i]` is the measure of the problem's term i. The others always act as `must`, before every
 * rule.
 */
typedef struct {
  int64_t  capacity;      /* people above places, missing to least at an occupied table, at a closed
                             table */
  int64_t  unseated;      /* guests without a table */
  int64_t *terms;         /* [n_terms] */
  int      together_most; /* most meetings of two guests, this event only */
  int      met_least;     /* fewest different other guests met by a guest */
} RtScore;

/* The chairs of a table that even sizes and step-free places count with. */
static inline int
rt_problem_seats (const RtProblem *self, int place)
{
  return self->seats != NULL ? self->seats[place] : self->places[place];
}

/* Whether two people have a language in common; anybody with themselves who has one at all. */
static inline bool
rt_problem_share (const RtProblem *self, int p, int q)
{
  const uint64_t *one = &self->speaks[(size_t) p * (size_t) self->n_language_words];
  const uint64_t *other = &self->speaks[(size_t) q * (size_t) self->n_language_words];
  uint64_t common = 0;

  for (int i = 0; i < self->n_language_words; i++)
    common |= one[i] & other[i];
  return common != 0;
}

/*
 * The first unusable entry of a problem in words for programmers, NULL if it is sound. For debug
 * builds.
 */
const char *rt_problem_check (const RtProblem *problem);

/*
 * Even sizes of a round: to how many guests every open table is filled, and how many hold one more.
 */
int         rt_problem_even_level (const RtProblem *problem, int round, int guests, int *left);
