/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-arrange.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rt-edit.h"
#include "rt-roll.h"

/* Seconds: the first seating is shown soon, and the next ones slowly enough to be looked at. */
#define FIRST_SHOWN 0.4
#define SHOWN_EVERY 1.0

struct _RtArrangement {
  GObject parent_instance;

  /* The plan as it was: nothing here is shared with the thread that owns the plan, but for ids and
     seatings, which never change. */
  RtArrangeOptions options;
  RtProblem       *problem;
  guint64          serial;
  RtId            *people;
  RtId            *tables;
  int             *places;      /* [table] all chairs */
  guint8          *host_named;  /* [r, table] the first chair is somebody's, present or not */
  RtSeating      **before;      /* [r] */
  int32_t         *seats;       /* [r, person] the seating at hand, then the result */
  gboolean         all_seated;  /* the seating at hand leaves nobody out */
  int              repeats_term;
  int              same_term;

  RtScore         *score;       /* of the seating at hand when it may be kept, else NULL */

  int              stop;        /* atomic */
  GMutex           mutex;       /* guards @progress and @best */
  RtArrangeProgress progress;
  GBytes          *best;        /* [r, person] the best so far until it is taken; never changed */
  GBytes          *last;        /* the running thread's: what @best was last */
  double           next_shown;  /* the running thread's */

  gboolean         done;
  double           seconds;
  guint64          moves;
};

G_DEFINE_FINAL_TYPE (RtArrangement, rt_arrangement, G_TYPE_OBJECT)

static gboolean
is_arranged (const RtArrangement *self, int r)
{
  return !self->problem->frozen[r];
}

static int
first_term (const RtProblem *problem, RtTermKind kind)
{
  for (int i = 0; i < problem->n_terms; i++)
    if (problem->terms[i].kind == kind)
      return i;
  return -1;
}

static gboolean
refuse (GError **error, RtError code, const char *message)
{
  g_set_error_literal (error, RT_ERROR, code, message);
  return FALSE;
}

static gboolean
check_rounds (RtPlan *plan, const RtArrangeOptions *options, GError **error)
{
  guint n_rounds = rt_plan_get_n (plan, RT_PART_ROUNDS);

  if (n_rounds == 0)
    return refuse (error, RT_ERROR_REFUSED, _("There are no rounds. Add a round first."));
  if (options->only_round >= (int) n_rounds)
    {
      g_set_error (error, RT_ERROR, RT_ERROR_REFUSED, _("There is no round %d."),
                   options->only_round + 1);
      return FALSE;
    }
  for (guint r = 0; r < n_rounds; r++)
    if (rt_plan_get_round (plan, r)->done != 1 &&
        (options->only_round < 0 || options->only_round == (int) r))
      return TRUE;
  if (options->only_round < 0)
    return refuse (error, RT_ERROR_OVER,
                   _("Every round is over, and a round that is over is never changed."));
  g_set_error (error, RT_ERROR, RT_ERROR_OVER,
               _("Round %d is over, and a round that is over is never changed."),
               options->only_round + 1);
  return FALSE;
}

static gboolean
check_plan (RtPlan *plan, const RtArrangeOptions *options, GError **error)
{
  if (rt_plan_is_read_only (plan))
    return refuse (error, RT_ERROR_NEWER,
                   _("The plan was made by a newer Rotunda. To change it, update Rotunda."));
  if (rt_plan_get_n (plan, RT_PART_PEOPLE) == 0)
    return refuse (error, RT_ERROR_REFUSED, _("There is nobody to seat. Add people first."));
  if (rt_plan_get_n (plan, RT_PART_TABLES) == 0)
    return refuse (error, RT_ERROR_REFUSED, _("There are no tables. Add tables first."));
  return check_rounds (plan, options, error);
}

static gboolean
somebody_to_seat (const RtArrangement *self)
{
  const RtProblem *problem = self->problem;

  for (int r = 0; r < problem->n_rounds; r++)
    for (int p = 0; is_arranged (self, r) && p < problem->n_people; p++)
      if (problem->presence[r * problem->n_people + p] != RT_AWAY)
        return TRUE;
  return FALSE;
}

/* The seating at hand as the solver would write it. */
static void
take_seats (RtArrangement *self, const RtRoll *roll)
{
  const RtProblem *problem = self->problem;
  gsize n = (gsize) problem->n_rounds * problem->n_people;

  self->seats = g_new (int32_t, MAX (n, 1));
  self->all_seated = TRUE;
  for (gsize i = 0; i < n; i++)
    {
      self->seats[i] = problem->fixed[i] != RT_NOWHERE ? problem->fixed[i] : roll->table[i];
      if (problem->presence[i] == RT_AWAY)
        self->seats[i] = RT_NOWHERE;
      else if (self->seats[i] == RT_NOWHERE)
        self->all_seated = FALSE;
    }
}

static void
take_plan (RtArrangement *self, RtPlan *plan)
{
  const RtProblem *problem = self->problem;
  g_autoptr (RtRoll) roll = rt_roll_new (plan);
  gsize n_rows = (gsize) problem->n_rounds * problem->n_tables;

  self->people = g_new (RtId, problem->n_people);
  for (int p = 0; p < problem->n_people; p++)
    self->people[p] = rt_plan_get_person (plan, p)->parent.id;
  self->tables = g_new (RtId, problem->n_tables);
  self->places = g_new (int, problem->n_tables);
  for (int t = 0; t < problem->n_tables; t++)
    {
      self->tables[t] = rt_plan_get_table (plan, t)->parent.id;
      self->places[t] = rt_table_get_places (rt_plan_get_table (plan, t));
    }
  self->host_named = g_new (guint8, n_rows);
  for (gsize i = 0; i < n_rows; i++)
    self->host_named[i] = roll->host[i] >= 0;
  self->before = g_new0 (RtSeating *, problem->n_rounds);
  for (int r = 0; r < problem->n_rounds; r++)
    {
      RtSeating *seating = rt_plan_get_round (plan, r)->seating;

      self->before[r] = seating ? rt_seating_ref (seating) : NULL;
    }
  take_seats (self, roll);
}

/* Tables that hold more than they have places for are no better than people without a seat. */
static gboolean
is_better_at_hand (RtArrangement *self, const RtScore *found)
{
  return self->score && self->score->capacity <= found->capacity &&
         rt_score_compare (self->problem, self->score, found) < 0;
}

/* Puts a copy of the best seating out for the others: only the pointer to it is guarded. */
static void
show_best (RtArrangement *self, const RtProgress *now)
{
  gsize size = (gsize) self->problem->n_rounds * self->problem->n_people * sizeof *now->tables;
  GBytes *copy, *old;

  if (now->seconds < self->next_shown || is_better_at_hand (self, now->score))
    return;
  self->next_shown = now->seconds + SHOWN_EVERY;
  if (self->last && memcmp (g_bytes_get_data (self->last, NULL), now->tables, size) == 0)
    return;
  copy = g_bytes_new (now->tables, size);
  g_clear_pointer (&self->last, g_bytes_unref);
  self->last = g_bytes_ref (copy);
  g_mutex_lock (&self->mutex);
  old = self->best;
  self->best = copy;
  g_mutex_unlock (&self->mutex);
  g_clear_pointer (&old, g_bytes_unref);
}

static bool
progress_cb (const RtProgress *now, void *data)
{
  RtArrangement *self = data;

  g_mutex_lock (&self->mutex);
  self->progress.seconds = now->seconds;
  self->progress.last_improved = now->last_improved;
  self->progress.moves = now->moves;
  if (self->repeats_term >= 0)
    self->progress.repeats = now->score->terms[self->repeats_term];
  if (self->same_term >= 0)
    self->progress.same = now->score->terms[self->same_term];
  self->progress.most_repeats = MAX (self->progress.most_repeats, self->progress.repeats);
  self->progress.most_same = MAX (self->progress.most_same, self->progress.same);
  g_mutex_unlock (&self->mutex);
  show_best (self, now);
  return !g_atomic_int_get (&self->stop);
}

static void
rt_arrangement_finalize (GObject *object)
{
  RtArrangement *self = RT_ARRANGEMENT (object);

  for (int r = 0; self->before && r < self->problem->n_rounds; r++)
    g_clear_pointer (&self->before[r], rt_seating_unref);
  g_free (self->before);
  g_clear_pointer (&self->problem, rt_arrange_problem_free);
  g_free (self->people);
  g_free (self->tables);
  g_free (self->places);
  g_free (self->host_named);
  g_free (self->seats);
  rt_score_free (self->score);
  g_clear_pointer (&self->best, g_bytes_unref);
  g_clear_pointer (&self->last, g_bytes_unref);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (rt_arrangement_parent_class)->finalize (object);
}

static void
rt_arrangement_class_init (RtArrangementClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_arrangement_finalize;
}

static void
rt_arrangement_init (RtArrangement *self)
{
  g_mutex_init (&self->mutex);
  self->progress.repeats = self->progress.same = -1;
  self->progress.most_repeats = self->progress.most_same = -1;
  self->next_shown = FIRST_SHOWN;
}

/**
 * rt_arrangement_new:
 * @plan: a plan
 * @options: the seed, the budget and what stays as it is
 * @error: why @plan cannot be arranged at all
 *
 * Takes from @plan what arranging needs. @plan may change afterwards, but then the result no longer
 * fits it.
 *
 * Returns: (transfer full) (nullable): an arranging that has not begun; %NULL when there is nobody
 *   to seat, no table, or no round that may change
 */
RtArrangement *
rt_arrangement_new (RtPlan *plan, const RtArrangeOptions *options, GError **error)
{
  g_autoptr (RtArrangement) self = NULL;

  if (!check_plan (plan, options, error))
    return NULL;
  self = g_object_new (RT_TYPE_ARRANGEMENT, NULL);
  self->options = *options;
  self->progress.limit = options->seconds;
  self->serial = rt_plan_get_serial (plan);
  self->problem = rt_arrange_problem_new (plan, options);
  self->repeats_term = first_term (self->problem, RT_TERM_REPEATS);
  self->same_term = first_term (self->problem, RT_TERM_SPREAD);
  take_plan (self, plan);
  if (!somebody_to_seat (self))
    {
      refuse (error, RT_ERROR_REFUSED, _("There is nobody to seat: nobody on the list attends."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * rt_arrangement_run:
 * @self: an arranging that has not run
 * @error: never set at present
 *
 * Blocks until everything is proven, the budget is spent or rt_arrangement_stop() is called.
 *
 * Returns: %TRUE: there is a seating, the best that was found
 */
gboolean
rt_arrangement_run (RtArrangement *self, GError **error)
{
  RtSolverOptions options = {
    self->options.seed, self->options.seconds, MAX (self->options.threads, 1), self->options.moves,
  };
  RtSolution *solution;
  gsize n = (gsize) self->problem->n_rounds * self->problem->n_people;

  if (self->all_seated && !self->options.anew)
    self->score = rt_score_new (self->problem, self->seats);
  solution = rt_solver_run (self->problem, &options, progress_cb, self, &self->stop);
  /* A seating that is already better (after a longer try, say) is not given up for a worse one. */
  if (!is_better_at_hand (self, &solution->score))
    memcpy (self->seats, solution->tables, n * sizeof *self->seats);
  self->seconds = solution->seconds;
  self->moves = solution->moves;
  self->done = TRUE;
  rt_solution_free (solution);
  return TRUE;
}

/* Ends the run within 50 ms; may be called from any thread. */
void
rt_arrangement_stop (RtArrangement *self)
{
  g_atomic_int_set (&self->stop, 1);
}

void
rt_arrangement_get_progress (RtArrangement *self, RtArrangeProgress *progress)
{
  g_mutex_lock (&self->mutex);
  *progress = self->progress;
  g_mutex_unlock (&self->mutex);
}

/* Puts somebody on the first free chair from @from on; the host's own chair is the last of them,
   and beyond it the row grows longer than the table has places. */
static void
put_on_free_chair (GPtrArray *row, RtId person, guint from)
{
  guint chair = from;

  while (chair < row->len && row->pdata[chair])
    chair++;
  if (chair >= row->len && row->len > 0 && !row->pdata[0])
    chair = 0;
  if (chair >= row->len)
    g_ptr_array_add (row, (gpointer) person);
  else
    row->pdata[chair] = (gpointer) person;
}

/* The chair somebody keeps because they stay at this table, or -1. */
static int
old_chair (RtArrangement *self, int r, int t, RtId person, const GPtrArray *row, guint from)
{
  RtId table;
  guint chair;

  if (!self->before[r] || !rt_seating_find (self->before[r], person, &table, &chair))
    return -1;
  if (table != self->tables[t] || chair < from || chair >= row->len || row->pdata[chair])
    return -1;
  return chair;
}

/* One table's chairs: host, co-host, who stays at the table on the old chair, then the others. */
static GPtrArray *
fill_row (RtArrangement *self, int r, int t, const GArray *guests)
{
  const RtProblem *problem = self->problem;
  gsize at = (gsize) r * problem->n_tables + t;
  int host = problem->host[at], co_host = problem->co_host[at];
  guint from = self->host_named[at] ? 1 : 0;
  GPtrArray *row = g_ptr_array_new ();

  g_ptr_array_set_size (row, self->places[t]);
  if (host >= 0)
    put_on_free_chair (row, self->people[host], 0);
  if (co_host >= 0 && co_host != host)
    put_on_free_chair (row, self->people[co_host], from);
  for (int kept = 1; kept >= 0; kept--)
    for (guint i = 0; i < guests->len; i++)
      {
        RtId person = self->people[g_array_index (guests, int, i)];
        int chair = old_chair (self, r, t, person, row, from);

        if (kept && chair >= 0)
          row->pdata[chair] = (gpointer) person;
        else if (!kept && !g_ptr_array_find (row, person, NULL))
          put_on_free_chair (row, person, from);
      }
  return row;
}

static gboolean
is_leader (const RtProblem *problem, int r, int t, int p)
{
  gsize at = (gsize) r * problem->n_tables + t;

  return problem->host[at] == p || problem->co_host[at] == p;
}

static RtSeating *
make_seating (RtArrangement *self, const int32_t *seats, int r)
{
  const RtProblem *problem = self->problem;
  RtSeatingBuilder *builder = rt_seating_builder_new ();
  g_autoptr (GPtrArray) guests = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (int t = 0; t < problem->n_tables; t++)
    g_ptr_array_add (guests, g_array_new (FALSE, FALSE, sizeof (int)));
  for (int p = 0; p < problem->n_people; p++)
    {
      int t = seats[(gsize) r * problem->n_people + p];

      if (t >= 0 && !is_leader (problem, r, t, p))
        g_array_append_val (g_ptr_array_index (guests, t), p);
    }
  for (int t = 0; t < problem->n_tables; t++)
    {
      g_autoptr (GPtrArray) row = fill_row (self, r, t, g_ptr_array_index (guests, t));

      rt_seating_builder_add (builder, self->tables[t], (const RtId *) row->pdata, row->len, NULL);
    }
  return rt_seating_builder_end (builder);
}

static void
clear_seating (RtSeating *seating)
{
  if (seating)
    rt_seating_unref (seating);
}

static char *
dup_label (RtArrangement *self)
{
  guint n = 0;

  if (self->options.only_round >= 0)
    return g_strdup_printf (_("Arrange Round %d"), self->options.only_round + 1);
  for (int r = 0; r < self->problem->n_rounds; r++)
    n += is_arranged (self, r);
  return g_strdup_printf (ngettext ("Arrange %u Round", "Arrange %u Rounds", n), n);
}

/* @seats [r, person] as one change of @plan. */
static RtChange *
make_change (RtArrangement *self, RtPlan *plan, const int32_t *seats, GError **error)
{
  g_autofree char *label = dup_label (self);
  g_autoptr (GPtrArray) seatings = g_ptr_array_new_with_free_func ((GDestroyNotify) clear_seating);

  if (rt_plan_get_serial (plan) != self->serial)
    {
      refuse (error, RT_ERROR_REFUSED,
              _("The plan was changed while it was being arranged. Arrange it again."));
      return NULL;
    }
  for (int r = 0; r < self->problem->n_rounds; r++)
    g_ptr_array_add (seatings, is_arranged (self, r) ? make_seating (self, seats, r) : NULL);
  return rt_edit_set_seatings (plan, label, (RtSeating * const *) seatings->pdata, error);
}

/**
 * rt_arrangement_take_best:
 * @self: an arranging that runs in another thread
 * @plan: the plan it was made from, which has not changed since
 *
 * A seating that is worse than the one at hand is not told: it would not be taken either.
 *
 * Returns: (transfer full) (nullable): what the best seating so far would be as a change; %NULL
 *   when it is the one told before
 */
RtChange *
rt_arrangement_take_best (RtArrangement *self, RtPlan *plan)
{
  g_autoptr (GBytes) best = NULL;

  g_mutex_lock (&self->mutex);
  best = g_steal_pointer (&self->best);
  g_mutex_unlock (&self->mutex);
  return best ? make_change (self, plan, g_bytes_get_data (best, NULL), NULL) : NULL;
}

/**
 * rt_arrangement_to_change:
 * @self: an arranging that has run
 * @plan: the plan it was made from, which has not changed since
 * @error: set when @plan has changed
 *
 * Who stays at a table keeps the chair; the host has the first one and the co-host the next.
 *
 * Returns: (transfer full) (nullable): the seatings as one change
 */
RtChange *
rt_arrangement_to_change (RtArrangement *self, RtPlan *plan, GError **error)
{
  g_return_val_if_fail (self->done, NULL);
  return make_change (self, plan, self->seats, error);
}

/** rt_arrangement_get_seconds: Returns: how long it took; 0 before it was run */
double
rt_arrangement_get_seconds (RtArrangement *self)
{
  return self->seconds;
}

/** rt_arrangement_get_moves: Returns: how many swaps and moves were weighed; 0 before it was run */
guint64
rt_arrangement_get_moves (RtArrangement *self)
{
  return self->moves;
}
