/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-solver.h"

/* The plain recount, for the parts of rt-score. */
typedef struct {
  const RtProblem *problem;
  const int32_t   *tables;
  int             *first;    /* [n_rounds * n_tables + 1] where those of a table begin in
                                `people` */
  int             *people;   /* all who sit, by round and table, the guests of a table first */
  int             *guests;   /* [n_rounds * n_tables] how many of them are guests */
  int             *earlier_first; /* [n_people + 1] where the earlier sittings of a person begin */
  int             *earlier;
  int             *contacts; /* [n_people] meetings with one person, see rt_recount_contacts() */
  int             *touched;  /* the people with contacts */
  int              n_touched;
} RtRecount;

static inline int
rt_recount_seat (const RtRecount *self, int r, int p)
{
  int i = r * self->problem->n_people + p;

  return self->problem->presence[i] == RT_AWAY ? RT_NOWHERE : self->tables[i];
}

static inline bool
rt_recount_is_guest (const RtRecount *self, int r, int p)
{
  return self->problem->presence[r * self->problem->n_people + p] == RT_GUEST
         && rt_recount_seat (self, r, p) >= 0;
}

static inline bool
rt_recount_acts (const RtTerm *term, int r)
{
  return (term->rounds >> r & 1) != 0;
}

static inline bool
rt_recount_is_open (const RtRecount *self, int r, int t)
{
  return self->problem->open[r * self->problem->n_tables + t] != 0;
}

static inline int
rt_recount_n_guests (const RtRecount *self, int r, int t)
{
  return self->guests[r * self->problem->n_tables + t];
}

/* Whether anybody sits there, a leader too. */
static inline bool
rt_recount_is_occupied (const RtRecount *self, int r, int t)
{
  int place = r * self->problem->n_tables + t;

  return self->first[place + 1] > self->first[place];
}

/* The host, table or theme somebody is with at (r, t). */
static inline int
rt_recount_target_at (const RtRecount *self, RtOf of, int r, int t)
{
  int place = r * self->problem->n_tables + t;

  if (t < 0)
    return RT_NOWHERE;
  return of == RT_OF_TABLE  ? t
         : of == RT_OF_HOST ? self->problem->host[place]
                            : self->problem->theme[place];
}

static inline int64_t
rt_recount_choose_2 (int64_t n)
{
  return n * (n - 1) / 2;
}

/* How far a rule is missed: rt-score-pairs */
void    rt_recount_contacts  (RtRecount *self, int p, uint32_t rounds, bool with_earlier);
int64_t rt_recount_repeats   (RtRecount *self, const RtTerm *term);
int64_t rt_recount_returns   (RtRecount *self, const RtTerm *term);
int64_t rt_recount_same      (RtRecount *self, const RtTerm *term);
int64_t rt_recount_own_host  (RtRecount *self, const RtTerm *term);

/* Likewise: rt-score-seats */
int64_t rt_recount_uneven    (RtRecount *self, const RtTerm *term);
int64_t rt_recount_count     (RtRecount *self, const RtTerm *term);
int64_t rt_recount_together  (RtRecount *self, const RtTerm *term);
int64_t rt_recount_apart     (RtRecount *self, const RtTerm *term);
int64_t rt_recount_visits    (RtRecount *self, const RtTerm *term);
int64_t rt_recount_wishes    (RtRecount *self, const RtTerm *term);
int64_t rt_recount_language  (RtRecount *self, const RtTerm *term);
int64_t rt_recount_step_free (RtRecount *self, const RtTerm *term);
int64_t rt_recount_slips     (RtRecount *self);
