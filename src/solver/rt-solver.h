/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-bound.h"
#include "rt-problem.h"

typedef struct {
  uint64_t seed;
  double   seconds;  /* budget of wall time; the search ends sooner when everything is proven */
  int      threads;  /* at most so many, the calling one among them: the answer does not depend on
                        it */
  uint64_t moves;    /* budget of swaps looked at, and some more: it ends the search at the same
                        swap on every machine, which the clock does not; 0 = as many as there is
                        time for */
} RtSolverOptions;

/*
 * The best seating so far that the calling thread knows of, told by it at most ten times a second.
 * `tables` [n_rounds * n_people] and `score` are the solver's and valid during the call only.
 * Return false to stop: the best so far is the answer.
 */
typedef struct {
  double         seconds;
  uint64_t       moves;
  double         last_improved; /* seconds */
  const int32_t *tables;
  const RtScore *score;
} RtProgress;
typedef bool (*RtProgressFunc) (const RtProgress *progress, void *data);

typedef struct {
  int32_t  *tables;   /* [n_rounds * n_people] RT_NOWHERE where somebody is away or unseated */
  RtScore   score;
  RtBounds *bounds;
  bool      proven;   /* nobody unseated, every must is 0 and every should stands at its bound */
  bool      kept;     /* every must is kept and nobody is unseated */
  uint64_t  moves;
  double    seconds;
} RtSolution;

/*
 * Solves the problem. Deterministic: the same problem, seed and options give the same seating on
 * every machine and any number of threads, unless the budget of time or the callback ends it.
 * Lexicographic: must, should, may, each in order, then the smaller together_most, then the larger
 * met_least. The best seating found is always a valid answer. @stop may be NULL, or is polled
 * (atomically) and ends the search within 50 ms once it is not 0.
 */
RtSolution *rt_solver_run     (const RtProblem *problem, const RtSolverOptions *options,
                               RtProgressFunc progress, void *data, const int *stop);
void        rt_solution_free  (RtSolution *solution);

/* The score of any seating, counted plainly (no shortcut of the search is shared). */
RtScore    *rt_score_new      (const RtProblem *problem, const int32_t *tables);
void        rt_score_free     (RtScore *score);

/* The measures of some of the terms alone. */
void        rt_score_terms    (const RtProblem *problem, const int32_t *tables, const bool *wanted,
                               int64_t *terms);

/* Less than 0 if @a is the better score, 0 if equal: the lexicographic order above. */
int         rt_score_compare  (const RtProblem *problem, const RtScore *a, const RtScore *b);
