/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/*
 * A minimal set of rules that clash, by QuickXplain (Junker 2004): of n demands, k of which clash,
 * it asks about k log (n / k) times whether some of them can be kept. First with proofs alone;
 * where there is none, what is not kept in a fixed number of tries counts as not kept, and is
 * called so.
 */

#include "rt-clash-private.h"

#include <string.h>

#include "rt-arrange.h"
#include "rt-prove.h"
#include "rt-roll.h"
#include "rt-solver.h"

G_DEFINE_FINAL_TYPE (RtClash, rt_clash, G_TYPE_OBJECT)

/* Whether some demands clash. */
typedef gboolean (*AskFunc) (RtClash *self, const guint8 *in);

/* The problem with only some of the demands. */
typedef struct {
  RtProblem problem;
  guint8   *presence, *pinned_all;
  int32_t  *fixed, *places, *seats, *least, *host, *co_host;
  RtTerm   *terms;
  int      *term_of;  /* [rule] its term, -1 */
} Masked;

static void
masked_clear (Masked *self)
{
  gpointer parts[] = {
    self->presence, self->pinned_all, self->fixed, self->places, self->seats, self->least,
    self->host, self->co_host, self->terms, self->term_of,
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_free (parts[i]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Masked, masked_clear)

static void
drop_leader (Masked *self, int p, int t)
{
  const RtProblem *problem = &self->problem;

  for (int r = 0; r < problem->n_rounds; r++)
    {
      gsize at = (gsize) r * problem->n_people + p, place = (gsize) r * problem->n_tables + t;

      if (problem->frozen[r] || self->presence[at] != RT_LEADS || self->fixed[at] != t)
        continue;
      self->presence[at] = RT_GUEST;
      self->pinned_all[p] = 0;
      self->fixed[at] = RT_NOWHERE;
      self->places[place]++;
      if (self->host[place] == p)
        self->host[place] = RT_NOWHERE;
      if (self->co_host[place] == p)
        self->co_host[place] = RT_NOWHERE;
    }
}

static void
drop_places (Masked *self)
{
  const RtProblem *problem = &self->problem;

  for (int i = 0; i < problem->n_rounds * problem->n_tables; i++)
    if (!problem->frozen[i / problem->n_tables] && problem->open[i])
      self->places[i] = problem->n_people;
}

static void
drop (Masked *self, const RtDemand *demand)
{
  const RtProblem *problem = &self->problem;

  switch (demand->kind)
    {
    case RT_DEMAND_PIN:
      self->fixed[(gsize) demand->round * problem->n_people + demand->index] = RT_NOWHERE;
      self->pinned_all[demand->index] = 0;
      break;
    case RT_DEMAND_LEADS:
      drop_leader (self, demand->index, demand->table);
      break;
    case RT_DEMAND_PLACES:
      drop_places (self);
      break;
    case RT_DEMAND_LEAST:
      memset (self->least, 0,
              sizeof *self->least * (gsize) problem->n_rounds * problem->n_tables);
      break;
    case RT_DEMAND_RULE:
    case RT_DEMAND_HOSTED:
      break;
    }
}

static void
mask (RtClash *self, const guint8 *in, Masked *masked)
{
  const RtProblem *whole = self->problem;
  gsize people = MAX ((gsize) whole->n_rounds * whole->n_people, 1);
  gsize tables = MAX ((gsize) whole->n_rounds * whole->n_tables, 1);
  RtProblem *problem = &masked->problem;

  *problem = *whole;
  problem->presence = masked->presence = g_memdup2 (whole->presence, people);
  problem->pinned_all = masked->pinned_all =
    g_memdup2 (whole->pinned_all, MAX (whole->n_people, 1));
  problem->fixed = masked->fixed = g_memdup2 (whole->fixed, people * sizeof (int32_t));
  problem->places = masked->places = g_memdup2 (whole->seats, tables * sizeof (int32_t));
  problem->least = masked->least = g_memdup2 (whole->least, tables * sizeof (int32_t));
  problem->host = masked->host = g_memdup2 (whole->host, tables * sizeof (int32_t));
  problem->co_host = masked->co_host = g_memdup2 (whole->co_host, tables * sizeof (int32_t));
  problem->terms = masked->terms = g_new0 (RtTerm, whole->n_terms + 1);
  masked->term_of = g_new (int, whole->n_terms + 1);
  problem->n_terms = 0;
  for (guint i = 0; i < self->demands->len; i++)
    {
      const RtDemand *demand = &g_array_index (self->demands, RtDemand, i);

      if (!in[i])
        drop (masked, demand);
      else if (demand->kind == RT_DEMAND_RULE)
        {
          masked->term_of[demand->index] = problem->n_terms;
          masked->terms[problem->n_terms++] = whole->terms[demand->index];
        }
    }
  /*
   * Last: a table nobody is to sit at stays empty however many places there may be, and its chairs
   * count for even sizes all the same.
   */
  problem->seats = masked->seats = g_memdup2 (masked->places, tables * sizeof (int32_t));
  for (guint i = 0; i < self->demands->len; i++)
    {
      const RtDemand *demand = &g_array_index (self->demands, RtDemand, i);

      if (in[i] && demand->kind == RT_DEMAND_HOSTED)
        masked->places[(gsize) demand->round * whole->n_tables + demand->table] = 0;
    }
}

static RtAnswer
prove (RtClash *self, const guint8 *in)
{
  g_auto (Masked) masked = { 0 };

  mask (self, in, &masked);
  return rt_prove_musts (&masked.problem);
}

static gboolean
is_proven_cb (RtClash *self, const guint8 *in)
{
  return prove (self, in) == RT_ANSWER_IMPOSSIBLE;
}

static gboolean
is_kept_in_tries (RtClash *self, const guint8 *in, guint64 tries)
{
  g_auto (Masked) masked = { 0 };

  mask (self, in, &masked);
  return rt_try_musts (&masked.problem, tries, 1, &self->stop, NULL) == RT_ANSWER_POSSIBLE;
}

static gboolean
is_not_kept_cb (RtClash *self, const guint8 *in)
{
  RtAnswer answer = prove (self, in);

  if (answer != RT_ANSWER_UNKNOWN)
    return answer == RT_ANSWER_IMPOSSIBLE;
  return !is_kept_in_tries (self, in, self->tries);
}

static gboolean
is_stopped (RtClash *self)
{
  return g_atomic_int_get (&self->stop) != 0;
}

static void
set_all (guint8 *in, const guint *some, guint n, guint8 value)
{
  for (guint i = 0; i < n; i++)
    in[some[i]] = value;
}

/*
 * Marks in @set a minimal part of @some that clashes beside what is @in. @added: something came in
 * since it was last asked whether that clashes by itself.
 */
static void
quick_explain (RtClash *self, AskFunc ask, guint8 *in, gboolean added, const guint *some, guint n,
               guint8 *set)
{
  guint half = n / 2;
  gboolean found = FALSE;

  if (is_stopped (self) || (added && ask (self, in)))
    return;
  if (n == 1)
    {
      set[some[0]] = 1;
      return;
    }
  set_all (in, some, half, 1);
  quick_explain (self, ask, in, half > 0, some + half, n - half, set);
  set_all (in, some, half, 0);
  for (guint i = half; i < n; i++)
    if (set[some[i]])
      {
        in[some[i]] = 1;
        found = TRUE;
      }
  quick_explain (self, ask, in, found, some, half, set);
  set_all (in, some + half, n - half, 0);
}

static void
explain (RtClash *self, AskFunc ask, const guint8 *all, guint8 *set)
{
  guint n = self->demands->len, n_some = 0;
  g_autofree guint *some = g_new (guint, n);
  g_autofree guint8 *in = g_new0 (guint8, n);

  memset (set, 0, n);
  for (guint i = 0; i < n; i++)
    {
      if (self->keeps_places &&
          g_array_index (self->demands, RtDemand, i).kind == RT_DEMAND_PLACES)
        in[i] = 1;
      else if (all[i])
        some[n_some++] = i;
    }
  if (n_some > 0 && !ask (self, in))
    quick_explain (self, ask, in, FALSE, some, n_some, set);
  for (guint i = 0; i < n; i++)
    set[i] = set[i] || in[i];
}

static gboolean
has_even (RtClash *self, const guint8 *set)
{
  for (guint i = 0; i < self->demands->len; i++)
    {
      const RtDemand *demand = &g_array_index (self->demands, RtDemand, i);

      if (set[i] && demand->kind == RT_DEMAND_RULE &&
          self->problem->terms[demand->index].kind == RT_TERM_EVEN)
        return TRUE;
    }
  return FALSE;
}

/* Leaves out what the others clash without. Even sizes are told by the places, which then are no
   demand of their own. */
static void
make_minimal (RtClash *self, AskFunc ask, guint8 *set)
{
  for (guint i = 0; i < self->demands->len && !is_stopped (self); i++)
    {
      gboolean places = g_array_index (self->demands, RtDemand, i).kind == RT_DEMAND_PLACES;

      if (!set[i] || (places && has_even (self, set)))
        continue;
      set[i] = 0;
      set[i] = !ask (self, set);
    }
}

static void
take_set (RtClash *self, const guint8 *set)
{
  gboolean even = has_even (self, set);

  for (guint i = 0; i < self->demands->len; i++)
    if (set[i] && !(even && g_array_index (self->demands, RtDemand, i).kind == RT_DEMAND_PLACES))
      g_array_append_val (self->set, i);
}

static int
compare_ways (gconstpointer a, gconstpointer b)
{
  const RtWay *one = a, *other = b;

  if (one->cost != other->cost)
    return one->cost < other->cost ? -1 : 1;
  /* What stands later in the file is worth less. */
  return one->member < other->member ? 1 : -1;
}

/*
 * How often the rule would be broken if it were given up, and all else kept; -1 if that was not
 * found.
 */
static gint64
price (RtClash *self, const guint8 *others, const RtDemand *demand, guint index)
{
  const RtProblem *whole = self->problem;
  g_autofree guint8 *in = g_memdup2 (others, self->demands->len);
  g_autofree int32_t *tables = g_new (int32_t, (gsize) whole->n_rounds * whole->n_people);
  g_auto (Masked) masked = { 0 };
  RtScore *score;
  gint64 cost;
  int term;

  if (demand->kind != RT_DEMAND_RULE)
    return is_kept_in_tries (self, in, self->tries) ? 1 : -1;
  in[index] = 1;
  mask (self, in, &masked);
  term = masked.term_of[demand->index];
  masked.terms[term].level = RT_LEVEL_SHOULD;
  if (rt_try_musts (&masked.problem, self->tries, 1, &self->stop, tables) != RT_ANSWER_POSSIBLE)
    return -1;
  score = rt_score_new (&masked.problem, tables);
  cost = score->terms[term];
  rt_score_free (score);
  return cost;
}

static gboolean
can_be_given_up (const RtDemand *demand)
{
  return demand->kind == RT_DEMAND_RULE || demand->kind == RT_DEMAND_PIN ||
         demand->kind == RT_DEMAND_HOSTED;
}

static void
find_ways (RtClash *self, const guint8 *all)
{
  g_autofree guint8 *others = g_memdup2 (all, self->demands->len);

  for (guint i = 0; i < self->set->len && !is_stopped (self); i++)
    {
      guint index = g_array_index (self->set, guint, i);
      const RtDemand *demand = &g_array_index (self->demands, RtDemand, index);
      RtWay way = { i, -1 };

      if (!can_be_given_up (demand))
        continue;
      others[index] = 0;
      way.cost = price (self, others, demand, index);
      others[index] = 1;
      if (way.cost >= 0)
        g_array_append_val (self->ways, way);
    }
  g_array_sort (self->ways, compare_ways);
}

static void
add_demand (RtClash *self, RtDemandKind kind, int index, int round, int table)
{
  RtDemand demand = { kind, index, round, table };

  g_array_append_val (self->demands, demand);
}

static void
add_rules (RtClash *self)
{
  for (int i = 0; i < self->problem->n_terms; i++)
    if (self->problem->terms[i].level == RT_LEVEL_MUST)
      {
        add_demand (self, RT_DEMAND_RULE, i, -1, -1);
        if (self->problem->terms[i].kind == RT_TERM_EVEN)
          self->keeps_places = TRUE;
      }
}

/* Leaders are one demand for all rounds, and pins one for each. */
static void
add_people (RtClash *self, const RtRoll *roll)
{
  const RtProblem *problem = self->problem;

  for (int p = 0; p < problem->n_people; p++)
    {
      int leads = -1;

      for (int r = 0; r < problem->n_rounds; r++)
        {
          gsize at = (gsize) r * problem->n_people + p;

          if (problem->frozen[r])
            continue;
          if (problem->presence[at] == RT_GUEST && roll->pin[at] >= 0)
            add_demand (self, RT_DEMAND_PIN, p, r, roll->pin[at]);
          if (problem->presence[at] == RT_LEADS && problem->fixed[at] != leads)
            {
              leads = problem->fixed[at];
              add_demand (self, RT_DEMAND_LEADS, p, -1, leads);
            }
        }
    }
}

static void
add_tables (RtClash *self, const RtRoll *roll)
{
  const RtProblem *problem = self->problem;
  gboolean least = FALSE;

  for (int r = 0; r < problem->n_rounds; r++)
    for (int t = 0; t < problem->n_tables; t++)
      {
        gsize at = (gsize) r * problem->n_tables + t;

        if (problem->frozen[r])
          continue;
        least = least || problem->least[at] > 0;
        if (problem->open[at] && roll->host[at] >= 0 && problem->host[at] == RT_NOWHERE)
          add_demand (self, RT_DEMAND_HOSTED, roll->host[at], r, t);
      }
  add_demand (self, RT_DEMAND_PLACES, -1, -1, -1);
  if (least)
    add_demand (self, RT_DEMAND_LEAST, -1, -1, -1);
}

static void
rt_clash_finalize (GObject *object)
{
  RtClash *self = RT_CLASH (object);

  g_clear_pointer (&self->problem, rt_arrange_problem_free);
  g_array_unref (self->demands);
  g_array_unref (self->set);
  g_array_unref (self->ways);
  G_OBJECT_CLASS (rt_clash_parent_class)->finalize (object);
}

static void
rt_clash_class_init (RtClashClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_clash_finalize;
}

static void
rt_clash_init (RtClash *self)
{
  self->demands = g_array_new (FALSE, FALSE, sizeof (RtDemand));
  self->set = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ways = g_array_new (FALSE, FALSE, sizeof (RtWay));
}

/**
 * rt_clash_new:
 * @plan: a plan
 *
 * Returns: (transfer full): the question whether everything that must be kept in @plan can be, not
 *   yet asked
 */
RtClash *
rt_clash_new (RtPlan *plan)
{
  RtClash *self = g_object_new (RT_TYPE_CLASH, NULL);
  g_autoptr (RtRoll) roll = rt_roll_new (plan);

  self->problem = rt_arrange_problem_new (plan, NULL);
  add_rules (self);
  add_people (self, roll);
  add_tables (self, roll);
  return self;
}

/**
 * rt_clash_run:
 * @self: a question that was not asked
 * @tries: how many swaps are looked at for each set of rules; 0: only proofs count
 *
 * Asks. The same plan and number of tries give the same answer: no clock is looked at.
 *
 * Returns: whether there is a clash, and whether it is proven
 */
RtClashResult
rt_clash_run (RtClash *self, guint64 tries)
{
  guint n = self->demands->len;
  g_autofree guint8 *all = g_malloc (n);
  g_autofree guint8 *set = g_new0 (guint8, n);
  AskFunc ask = is_proven_cb;
  RtAnswer answer;

  memset (all, 1, n);
  self->tries = tries > 0 ? tries : RT_CLASH_TRIES;
  answer = prove (self, all);
  /* Where nothing can be given up, as with no open table, nothing clashes. */
  if (answer == RT_ANSWER_POSSIBLE || (answer == RT_ANSWER_UNKNOWN && tries == 0) ||
      is_proven_cb (self, set))
    return RT_CLASH_NONE;
  if (answer == RT_ANSWER_UNKNOWN)
    {
      ask = is_not_kept_cb;
      if (is_kept_in_tries (self, all, 8 * self->tries))
        return RT_CLASH_NONE;
    }
  explain (self, ask, all, set);
  make_minimal (self, ask, set);
  take_set (self, set);
  find_ways (self, all);
  if (!is_stopped (self) && self->set->len > 0)
    self->result = is_proven_cb (self, set) ? RT_CLASH_PROVEN : RT_CLASH_NOT_KEPT;
  return self->result;
}

/* Ends the run soon, without a result; may be called from any thread. */
void
rt_clash_stop (RtClash *self)
{
  g_atomic_int_set (&self->stop, 1);
}

RtClashResult
rt_clash_get_result (RtClash *self)
{
  return self->result;
}
