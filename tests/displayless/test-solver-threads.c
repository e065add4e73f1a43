/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Chains and threads: whatever runs side by side, the answer is that of one chain after
   the other. */

#include "problems.h"
#include "rt-team.h"

#include <string.h>

#define MOVES 600

/* Two and a half times as many swaps, and what the last step of each part goes beyond. */
#define LONGEST_CHAIN (5 * MOVES / 2 + 3 * 40)

/* Between two looks at whether to stop. */
#define MOVES_TO_STOP 2500

static const int thread_counts[] = { 1, 2, 3, 16 };

typedef struct {
  RtFound *found;
  uint64_t moves;
  gboolean proven;
} Outcome;

/* From @best on, without a budget: nothing but the search ends this. Takes over @best. */
static Outcome
run_epochs (const RtProblem *problem, const RtBounds *bounds, uint64_t seed, int threads, int from,
            int to, RtFound *best)
{
  RtSolverOptions options = { .seed = seed, .seconds = 1e9, .threads = threads };
  RtTeam team = { .problem = problem, .bounds = bounds, .options = &options };
  Outcome outcome = { .found = best };

  rt_team_begin (&team);
  for (int i = from; i < to && !outcome.proven; i++)
    {
      RtEpoch epoch = rt_team_run_epoch (&team, i, i == 0 ? 1 : RT_CHAINS, MOVES, 0,
                                         outcome.found);

      rt_found_free (outcome.found);
      outcome.found = epoch.best;
      outcome.moves += epoch.moves;
      outcome.proven = epoch.proven;
    }
  return outcome;
}

static void
assert_same (const RtProblem *problem, const Outcome *a, const Outcome *b)
{
  gsize size = sizeof (int32_t) * problem->n_rounds * problem->n_people;

  g_assert_cmpmem (a->found->tables, size, b->found->tables, size);
  g_assert_cmpuint (a->moves, ==, b->moves);
  g_assert_cmpint (a->proven, ==, b->proven);
}

/* Everybody sits by their number, table after table. */
static RtFound *
new_found (const RtProblem *problem)
{
  RtFound *found = g_new0 (RtFound, 1);

  found->tables = g_new (int32_t, problem->n_rounds * problem->n_people);
  for (int i = 0; i < problem->n_rounds * problem->n_people; i++)
    found->tables[i] = i % problem->n_people % problem->n_tables;
  found->score = rt_score_new (problem, found->tables);
  return found;
}

static void
test_random_problems (void)
{
  RtRandom random;
  int unproven = 0;

  rt_random_init (&random, 31);
  for (int i = 0; i < 30; i++)
    {
      g_autoptr (RtProblem) problem = problem_random (&random, 16, 4, 4);
      RtBounds *bounds = rt_bounds_new (problem);
      Outcome one = run_epochs (problem, bounds, i, 1, 0, 3, NULL);

      for (gsize k = 0; k < G_N_ELEMENTS (thread_counts); k++)
        {
          Outcome several = run_epochs (problem, bounds, i, thread_counts[k], 0, 3, NULL);

          assert_same (problem, &one, &several);
          rt_found_free (several.found);
        }
      unproven += !one.proven;
      rt_found_free (one.found);
      rt_bounds_free (bounds);
    }
  g_assert_cmpint (unproven, >, 10);
}

/* Somebody of eight gets there first by the clock, but the lowest of those who get there counts. */
static void
test_lowest_proven_counts (void)
{
  g_autoptr (RtProblem) problem = problem_new (24, 6, 5, 4);
  RtBounds *bounds;
  uint64_t least = UINT64_MAX, most = 0;

  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  bounds = rt_bounds_new (problem);
  for (int seed = 0; seed < 30; seed++)
    {
      Outcome one = run_epochs (problem, bounds, seed, 1, 1, 2, new_found (problem));

      for (gsize k = 0; k < G_N_ELEMENTS (thread_counts); k++)
        {
          Outcome several = run_epochs (problem, bounds, seed, thread_counts[k], 1, 2,
                                        new_found (problem));

          assert_same (problem, &one, &several);
          rt_found_free (several.found);
        }
      if (one.proven)
        {
          least = MIN (least, one.moves);
          most = MAX (most, one.moves);
        }
      rt_found_free (one.found);
    }
  rt_bounds_free (bounds);
  /* The first chain got there, and now and then a later one. */
  g_assert_cmpuint (least, <=, LONGEST_CHAIN);
  g_assert_cmpuint (most, >, LONGEST_CHAIN);
}

/* More threads than there is work for do nothing. */
static void
test_easy (void)
{
  RtSolverOptions options = { .seed = 1, .seconds = 60, .threads = 256 };
  g_autoptr (RtProblem) problem = problem_new (20, 5, 3, 4);
  RtSolution *solution;

  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  solution = rt_solver_run (problem, &options, NULL, NULL, NULL);
  g_assert_true (solution->proven);
  rt_solution_free (solution);
}

/* A budget in moves ends the search at the same swap with any number of threads, however far the
 * clock. */
static void
test_moves (void)
{
  const uint64_t budgets[] = { 1, 30000, 400000 };
  g_autoptr (RtProblem) problem = problem_new (36, 6, 5, 6);
  gsize size = sizeof (int32_t) * 36 * 5;

  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  for (guint i = 0; i < G_N_ELEMENTS (budgets); i++)
    {
      RtSolverOptions one = { .seed = 1, .seconds = 1e9, .threads = 1, .moves = budgets[i] };
      RtSolverOptions five = { .seed = 1, .seconds = 1e9, .threads = 5, .moves = budgets[i] };
      RtSolution *a = rt_solver_run (problem, &one, NULL, NULL, NULL);
      RtSolution *b = rt_solver_run (problem, &five, NULL, NULL, NULL);

      g_assert_cmpmem (a->tables, size, b->tables, size);
      g_assert_cmpuint (a->moves, ==, b->moves);
      g_assert_false (a->proven);
      g_assert_cmpuint (a->moves, >=, budgets[i]);
      g_assert_cmpuint (a->moves, <, budgets[i] + 10000 * RT_CHAINS);
      rt_solution_free (a);
      rt_solution_free (b);
    }
}

typedef struct {
  GThread *thread;
  double   seconds;
  int      calls;
  int      until;  /* the call that ends the search */
  uint64_t moves;
  RtScore *score;  /* as told last */
  const RtProblem *problem;
} Listener;

/* Told by the thread that called, and never of anything worse than before. */
static bool
listen_cb (const RtProgress *progress, void *data)
{
  Listener *self = data;
  RtScore *score = rt_score_new (self->problem, progress->tables);

  g_assert_true (g_thread_self () == self->thread);
  g_assert_cmpfloat (progress->seconds, >=, self->seconds);
  g_assert_cmpuint (progress->moves, >=, self->moves);
  g_assert_cmpint (rt_score_compare (self->problem, score, progress->score), ==, 0);
  if (self->score != NULL)
    g_assert_cmpint (rt_score_compare (self->problem, score, self->score), <=, 0);
  rt_score_free (self->score);
  self->score = score;
  self->seconds = progress->seconds;
  self->moves = progress->moves;
  return ++self->calls < self->until;
}

static void
test_progress (void)
{
  g_autoptr (RtProblem) problem = problem_new (36, 6, 5, 6);

  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  for (int threads = 1; threads <= 16; threads *= 4)
    {
      RtSolverOptions options = { .seed = 1, .seconds = 600, .threads = threads };
      Listener listener = { .thread = g_thread_self (), .until = 5, .problem = problem };
      RtSolution *solution = rt_solver_run (problem, &options, listen_cb, &listener, NULL);

      g_assert_cmpint (listener.calls, ==, listener.until);
      g_assert_cmpint (rt_score_compare (problem, &solution->score, listener.score), <=, 0);
      /*
       * It did not go on for long after that. Beside other threads this cannot be counted from
       * here: they go on while the listener makes up its mind. See test_stopped() for them.
       */
      if (threads == 1)
        g_assert_cmpuint (solution->moves, <, listener.moves + MOVES_TO_STOP);
      rt_score_free (listener.score);
      rt_solution_free (solution);
    }
}

/*
 * Once stopped, every thread ends at the first look it takes and begins no other chain, though
 * these chains would never end by themselves.
 */
static void
test_stopped (void)
{
  const int stop = 1;
  g_autoptr (RtProblem) problem = problem_new (36, 6, 5, 6);
  RtBounds *bounds;

  problem_add_term (problem, RT_TERM_REPEATS, RT_LEVEL_SHOULD);
  bounds = rt_bounds_new (problem);
  for (gsize i = 0; i < G_N_ELEMENTS (thread_counts); i++)
    {
      RtSolverOptions options = { .seed = 1, .seconds = 1e9, .threads = thread_counts[i] };
      RtTeam team = { .problem = problem, .bounds = bounds, .options = &options, .stop = &stop };
      RtEpoch epoch;

      rt_team_begin (&team);
      epoch = rt_team_run_epoch (&team, 1, RT_CHAINS, G_MAXUINT64, 0, NULL);
      g_assert_false (epoch.proven);
      g_assert_cmpuint (epoch.moves, <,
                        (uint64_t) MOVES_TO_STOP * MIN (thread_counts[i], RT_CHAINS));
      rt_found_free (epoch.best);
    }
  rt_bounds_free (bounds);
}

static bool
count_cb (void *data)
{
  int *left = data;

  g_assert_cmpint (*left, >, 0);
  return --*left > 0;
}

/* Stopped at any of the times they ask, the bounds end there, and are bounds still. */
static void
test_bounds_stop (void)
{
  RtRandom random;

  rt_random_init (&random, 33);
  for (int i = 0; i < 100; i++)
    {
      g_autoptr (RtProblem) problem = problem_random (&random, 14, 4, 4);
      RtBounds *all = rt_bounds_new (problem);

      for (int calls = 1; calls < 40; calls++)
        {
          int left = calls;
          RtBounds *bounds = rt_bounds_new_while (problem, count_cb, &left);

          for (int k = 0; k < problem->n_terms; k++)
            g_assert_cmpint (bounds->terms[k], <=, all->terms[k]);
          rt_bounds_free (bounds);
        }
      rt_bounds_free (all);
    }
}

/* The walk ends at whichever question is answered with no, and asks no more. */
static void
test_chain_stops (void)
{
  RtRandom random;

  rt_random_init (&random, 34);
  for (int i = 0; i < 40; i++)
    {
      g_autoptr (RtProblem) problem = problem_random (&random, 14, 4, 4);
      RtBounds *bounds = rt_bounds_new (problem);
      RtSearch *search = rt_search_new (problem, bounds, 0);

      for (int calls = 1; calls < 60; calls += 7)
        {
          int left = calls;
          RtFound *found;
          gboolean proven;

          search->poll = count_cb;
          search->poll_data = &left;
          proven = rt_chain_walk (search, i, 0, 0, MOVES, NULL);
          g_assert_true (left > 0 || !proven);
          g_assert_cmpuint (search->moves, <, (uint64_t) calls * MOVES_TO_STOP);
          found = rt_chain_end (search, proven);
          rt_found_free (found);
        }
      rt_search_free (search);
      rt_bounds_free (bounds);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/solver/threads/random-problems", test_random_problems);
  g_test_add_func ("/solver/threads/lowest-proven-counts", test_lowest_proven_counts);
  g_test_add_func ("/solver/threads/easy", test_easy);
  g_test_add_func ("/solver/threads/moves", test_moves);
  g_test_add_func ("/solver/threads/progress", test_progress);
  g_test_add_func ("/solver/threads/stopped", test_stopped);
  g_test_add_func ("/solver/threads/bounds-stop", test_bounds_stop);
  g_test_add_func ("/solver/threads/chain-stops", test_chain_stops);
  return g_test_run ();
}
