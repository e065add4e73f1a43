/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-team.h"

#include "rt-memory.h"

#include <time.h>

/* Progress is told this often, in seconds. */
#define TELL_EVERY 0.1

/* What came of one chain. */
typedef struct {
  RtFound *found; /* NULL if it did not run */
  bool     proven;
  uint64_t moves;
} Result;

/* One thread of an epoch. */
typedef struct {
  RtTeam          *team;
  RtSearch        *search;
  int              chain;          /* the one it runs */
  bool             is_caller;
  uint64_t         shown_moves;    /* what it has added to the team's */
  uint64_t         improved_moves;
  Result          *results;        /* [n_chains] */

  /* How the caller waits for the others. */
  pthread_mutex_t *mutex;
  pthread_cond_t  *cond;
  int             *running;        /* guarded by @mutex: threads that have not ended */
  pthread_t        thread;
} Worker;

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec + 1e-9 * (double) time.tv_nsec;
}

void
rt_team_begin (RtTeam *self)
{
  self->began = now ();
}

double
rt_team_seconds (const RtTeam *self)
{
  return now () - self->began;
}

bool
rt_team_is_stopped (const RtTeam *self)
{
  return self->stop != NULL && __atomic_load_n (self->stop, __ATOMIC_RELAXED) != 0;
}

/* Ten times a second, if anybody listens. */
static bool
tells_now (const RtTeam *self, double seconds)
{
  return self->progress != NULL && seconds - self->told >= TELL_EVERY;
}

/*
 * Tells how far the solver is, by the best the calling thread knows of: @tables (nullable), where
 * it is itself, or what came of a chain. False if the listener wants it to end.
 */
static bool
tell (RtTeam *self, double seconds, const int32_t *tables)
{
  RtScore *score = tables != NULL ? rt_score_new (self->problem, tables) : NULL;
  bool is_known = self->known != NULL
                  && (score == NULL
                      || rt_score_compare (self->problem, self->known->score, score) <= 0);
  RtProgress progress = {
    .seconds = seconds,
    .moves = __atomic_load_n (&self->moves, __ATOMIC_RELAXED),
    .last_improved = self->improved,
    .tables = is_known ? self->known->tables : tables,
    .score = is_known ? self->known->score : score,
  };
  bool goes_on = self->progress (&progress, self->data);

  rt_score_free (score);
  self->told = rt_team_seconds (self);
  return goes_on;
}

static void
show_moves (Worker *self)
{
  uint64_t moves = self->search->moves;

  __atomic_fetch_add (&self->team->moves, moves - self->shown_moves, __ATOMIC_RELAXED);
  self->shown_moves = moves;
}

static bool
poll_caller (Worker *self, double seconds)
{
  if (self->search->best_moves > self->improved_moves)
    {
      self->improved_moves = self->search->best_moves;
      self->team->improved = seconds;
    }
  if (!tells_now (self->team, seconds))
    return true;
  rt_search_settle (self->search);
  return tell (self->team, seconds, self->search->best);
}

static bool
poll_cb (void *data)
{
  Worker *self = data;
  RtTeam *team = self->team;
  double seconds = rt_team_seconds (team);

  show_moves (self);
  if (seconds >= team->options->seconds || rt_team_is_stopped (team)
      || (self->is_caller && !poll_caller (self, seconds)))
    __atomic_store_n (&team->stopped, 1, __ATOMIC_RELAXED);
  if (team->most_moves > 0 && self->search->moves >= team->most_moves)
    return false;
  return __atomic_load_n (&team->stopped, __ATOMIC_RELAXED) == 0
         && __atomic_load_n (&team->first_proven, __ATOMIC_RELAXED) >= self->chain;
}

/* Later chains may end: they no longer count. */
static void
note_proven (Worker *self)
{
  int first = __atomic_load_n (&self->team->first_proven, __ATOMIC_RELAXED);

  while (self->chain < first
         && !__atomic_compare_exchange_n (&self->team->first_proven, &first, self->chain, false,
                                          __ATOMIC_RELAXED, __ATOMIC_RELAXED))
    continue;
}

static void
run_chain (Worker *self, Result *result)
{
  RtTeam *team = self->team;

  self->shown_moves = self->improved_moves = 0;
  result->proven = rt_chain_walk (self->search, team->options->seed, self->chain, team->epoch,
                                  team->chain_moves, team->best);
  if (result->proven)
    note_proven (self);
  result->found = rt_chain_end (self->search, result->proven);
  result->moves = self->search->moves;
  show_moves (self);
  if (self->is_caller
      && (team->known == NULL
          || rt_score_compare (team->problem, result->found->score, team->known->score) < 0))
    team->known = result->found;
}

/* One chain after the other, in the order of their numbers, as long as there are any that count. */
static void
run_chains (Worker *self)
{
  RtTeam *team = self->team;

  self->search = rt_search_new (team->problem, team->bounds, 0);
  self->search->poll = poll_cb;
  self->search->poll_data = self;
  do
    {
      self->chain = __atomic_fetch_add (&team->next, 1, __ATOMIC_RELAXED);
      if (self->chain >= team->n_chains
          || __atomic_load_n (&team->first_proven, __ATOMIC_RELAXED) < self->chain)
        break;
      run_chain (self, &self->results[self->chain]);
    }
  while (__atomic_load_n (&team->stopped, __ATOMIC_RELAXED) == 0);
  rt_search_free (self->search);
}

static void *
worker_thread (void *data)
{
  Worker *self = data;

  run_chains (self);
  pthread_mutex_lock (self->mutex);
  --*self->running;
  pthread_cond_signal (self->cond);
  pthread_mutex_unlock (self->mutex);
  return NULL;
}

/* Ten times a second the caller looks up from waiting. */
static void
wait_for_others (RtTeam *self, Worker *caller)
{
  pthread_mutex_lock (caller->mutex);
  while (*caller->running > 0)
    {
      struct timespec until;

      clock_gettime (CLOCK_MONOTONIC, &until);
      until.tv_nsec += (long) (TELL_EVERY * 1e9);
      until.tv_sec += until.tv_nsec / 1000000000;
      until.tv_nsec %= 1000000000;
      pthread_cond_timedwait (caller->cond, caller->mutex, &until);
      if (*caller->running > 0 && tells_now (self, rt_team_seconds (self))
          && !tell (self, rt_team_seconds (self), NULL))
        __atomic_store_n (&self->stopped, 1, __ATOMIC_RELAXED);
    }
  pthread_mutex_unlock (caller->mutex);
}

/* Runs the chains on several threads: what a thread that cannot be had would do, the others do. */
static void
run_beside (RtTeam *self, Result *results, int n_threads)
{
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  pthread_condattr_t attributes;
  pthread_cond_t cond;
  Worker *workers = RT_NEW (Worker, n_threads);
  bool *begun = RT_NEW (bool, n_threads);
  int running = 0;

  pthread_condattr_init (&attributes);
  pthread_condattr_setclock (&attributes, CLOCK_MONOTONIC);
  pthread_cond_init (&cond, &attributes);
  pthread_condattr_destroy (&attributes);
  pthread_mutex_lock (&mutex);
  for (int i = 0; i < n_threads; i++)
    {
      workers[i] = (Worker) { .team = self, .is_caller = i == 0, .results = results,
                              .mutex = &mutex, .cond = &cond, .running = &running };
      begun[i] = i > 0
                 && pthread_create (&workers[i].thread, NULL, worker_thread, &workers[i]) == 0;
      running += begun[i];
    }
  pthread_mutex_unlock (&mutex);
  run_chains (&workers[0]);
  wait_for_others (self, &workers[0]);
  for (int i = 0; i < n_threads; i++)
    if (begun[i])
      pthread_join (workers[i].thread, NULL);
  pthread_cond_destroy (&cond);
  free (workers);
  free (begun);
}

/* The result that counts. */
static RtEpoch
judge (const RtTeam *self, Result *results)
{
  RtEpoch epoch = { .proven = self->first_proven < self->n_chains };
  int first = epoch.proven ? self->first_proven : 0;
  int last = epoch.proven ? self->first_proven : self->n_chains - 1;

  for (int i = 0; i <= last; i++)
    epoch.moves += results[i].moves;
  for (int i = first; i <= last; i++)
    if (results[i].found != NULL
        && (epoch.best == NULL
            || rt_score_compare (self->problem, results[i].found->score, epoch.best->score) < 0))
      epoch.best = results[i].found;
  for (int i = 0; i < self->n_chains; i++)
    if (results[i].found != epoch.best)
      rt_found_free (results[i].found);
  return epoch;
}

RtEpoch
rt_team_run_epoch (RtTeam *self, int epoch, int n_chains, uint64_t moves, uint64_t most,
                   const RtFound *best)
{
  int n_threads = self->options->threads < n_chains ? self->options->threads : n_chains;
  RT_AUTOFREE Result *results = RT_NEW (Result, n_chains);

  self->epoch = epoch;
  self->chain_moves = moves;
  self->most_moves = most;
  self->n_chains = self->first_proven = n_chains;
  self->best = self->known = best;
  self->next = 0;
  run_beside (self, results, n_threads > 1 ? n_threads : 1);
  return judge (self, results);
}
