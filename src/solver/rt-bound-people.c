/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Bounds of the measures that follow a person through the rounds: returns, visits, wishes, slips.
 */

#include "rt-bound-parts.h"
#include "rt-flow.h"
#include "rt-memory.h"

#include <string.h>

/* Nodes above which wishes are only looked at one person at a time. */
#define LARGEST_WISHES 600

static int
target_of (const RtBounder *self, RtOf of, int r, int t)
{
  int i = r * self->problem->n_tables + t;

  return of == RT_OF_TABLE  ? t
         : of == RT_OF_HOST ? self->problem->host[i]
                            : self->problem->theme[i];
}

/* Whether @p can be a guest at a table: where they are fixed, or where there is room beside those
 * who are. */
static bool
can_sit (const RtBounder *self, int r, int p, int t)
{
  int i = r * self->problem->n_tables + t, fixed = rt_bounder_fixed (self, r, p);

  if (fixed != RT_NOWHERE)
    return fixed == t;
  return !self->problem->frozen[r] && self->high[i] > self->pinned[i];
}

typedef struct {
  RtBounder    *self;
  const RtTerm *term;
  int           person;
  int           n_targets;
  int          *taken;   /* [n_targets] round + 1 that visits the target */
  int          *seen;    /* [n_targets] */
  int           mark;
} Matching;

/* Finds the round a target that no other round needs (Kuhn 1955). */
static bool
match_round (Matching *matching, int r)
{
  for (int t = 0; t < matching->self->problem->n_tables; t++)
    {
      int target = can_sit (matching->self, r, matching->person, t)
                     ? target_of (matching->self, matching->term->of, r, t) : RT_NOWHERE;

      if (target == RT_NOWHERE || matching->seen[target] == matching->mark)
        continue;
      matching->seen[target] = matching->mark;
      if (matching->taken[target] == 0 || match_round (matching, matching->taken[target] - 1))
        {
          matching->taken[target] = r + 1;
          return true;
        }
    }
  return false;
}

/* Whether every table @p can sit at has a target: else the round need not be a visit. */
static bool
surely_visits (const Matching *matching, int r)
{
  const RtBounder *self = matching->self;
  bool any = false;

  if (!rt_bounder_acts (self, matching->term, r)
      || !rt_bounder_is_guest (self, r, matching->person))
    return false;
  for (int t = 0; t < self->problem->n_tables; t++)
    if (can_sit (self, r, matching->person, t))
      {
        if (target_of (self, matching->term->of, r, t) == RT_NOWHERE)
          return false;
        any = true;
      }
  return any;
}

static int
returns_of (Matching *matching)
{
  int visits = 0, different = 0;

  memset (matching->taken, 0, sizeof (int) * (size_t) matching->n_targets);
  for (int r = 0; r < matching->self->problem->n_rounds; r++)
    if (surely_visits (matching, r))
      {
        visits++;
        matching->mark++;
        different += match_round (matching, r);
      }
  return visits - different;
}

/* The rounds in which somebody is a guest, or RT_NOWHERE if they are fixed in one and so unlike
 * others. */
static int64_t
attendance (const RtBounder *self, int p)
{
  int64_t rounds = 0;

  for (int r = 0; r < self->problem->n_rounds; r++)
    if (rt_bounder_is_guest (self, r, p))
      {
        if (rt_bounder_fixed (self, r, p) != RT_NOWHERE)
          return RT_NOWHERE;
        rounds |= INT64_C (1) << r;
      }
  return rounds;
}

static bool
is_pinned (const RtBounder *self, int p)
{
  return self->problem->pinned_all != NULL && self->problem->pinned_all[p];
}

static int64_t
returns_by_person (Matching *matching)
{
  const RtBounder *self = matching->self;
  int64_t sum = 0, last = -2;
  int last_returns = 0;

  for (matching->person = 0; matching->person < self->problem->n_people; matching->person++)
    {
      int64_t rounds = attendance (self, matching->person);

      if (is_pinned (self, matching->person))
        continue;
      if (rounds == RT_NOWHERE || rounds != last)
        last_returns = returns_of (matching);
      last = rounds;
      sum += last_returns;
    }
  return sum;
}

/* Each target is visited at least as often as its tables have guests, and by nobody twice. */
static int64_t
returns_by_target (Matching *matching)
{
  const RtBounder *self = matching->self;
  const RtProblem *problem = self->problem;
  int64_t sum = 0, people = 0;

  memset (matching->taken, 0, sizeof (int) * (size_t) matching->n_targets);
  for (int r = 0; r < problem->n_rounds; r++)
    for (int t = 0; rt_bounder_acts (self, matching->term, r) && t < problem->n_tables; t++)
      {
        int target = target_of (self, matching->term->of, r, t);

        if (target != RT_NOWHERE)
          matching->taken[target] += self->low[r * problem->n_tables + t];
      }
  for (int p = 0; p < problem->n_people; p++)
    {
      bool guest = false;

      for (int r = 0; r < problem->n_rounds; r++)
        if (rt_bounder_acts (self, matching->term, r) && rt_bounder_is_guest (self, r, p))
          {
            int fixed = rt_bounder_fixed (self, r, p);
            int target = fixed < 0 ? RT_NOWHERE : target_of (self, matching->term->of, r, fixed);

            guest = true;
            if (is_pinned (self, p) && target != RT_NOWHERE)
              matching->taken[target]--;
          }
      people += guest && !is_pinned (self, p);
    }
  for (int i = 0; i < matching->n_targets; i++)
    sum += matching->taken[i] > people ? matching->taken[i] - people : 0;
  return sum;
}

int64_t
rt_bound_returns (RtBounder *self, const RtTerm *term, RtReason *reason)
{
  int n_targets = term->of == RT_OF_TABLE   ? self->problem->n_tables
                  : term->of == RT_OF_HOST ? self->problem->n_people : self->problem->n_themes;
  RT_AUTOFREE int *taken = RT_NEW (int, n_targets);
  RT_AUTOFREE int *seen = RT_NEW (int, n_targets);
  Matching matching = { self, term, 0, n_targets, taken, seen, 0 };
  int64_t by_person = returns_by_person (&matching);
  int64_t by_target = returns_by_target (&matching);

  *reason = RT_REASON_VISITS;
  return by_person > by_target ? by_person : by_target;
}

int64_t
rt_bound_visit (RtBounder *self, const RtTerm *term, RtReason *reason)
{
  const RtProblem *problem = self->problem;

  *reason = RT_REASON_FIXED;
  for (int r = 0; r < problem->n_rounds; r++)
    for (int t = 0; (term->rounds >> r & 1) != 0 && t < problem->n_tables; t++)
      if (problem->presence[r * problem->n_people + term->person] != RT_AWAY
          && can_sit (self, r, term->person, t) && target_of (self, term->of, r, t) == term->target)
        return 0;
  return 1;
}

/* Whether somebody can be a guest at a table of this theme in one of the rule's rounds. */
static bool
can_meet_theme (const RtBounder *self, const RtTerm *term, int p, int theme)
{
  const RtProblem *problem = self->problem;

  for (int r = 0; r < problem->n_rounds; r++)
    for (int t = 0;
         (term->rounds >> r & 1) != 0 && rt_bounder_is_guest (self, r, p) && t < problem->n_tables;
         t++)
      if (problem->theme[r * problem->n_tables + t] == theme && can_sit (self, r, p, t))
        return true;
  return false;
}

static bool
has_wishes (const RtBounder *self, const RtTerm *term, int p)
{
  if (self->problem->wishes == NULL || self->problem->wishes[p] == NULL)
    return false;
  for (int r = 0; r < self->problem->n_rounds; r++)
    if ((term->rounds >> r & 1) != 0 && rt_bounder_is_guest (self, r, p))
      return true;
  return false;
}

static int64_t
wishes_one_by_one (const RtBounder *self, const RtTerm *term)
{
  int64_t sum = 0;

  for (int p = 0; p < self->problem->n_people; p++)
    for (const int32_t *wish = has_wishes (self, term, p) ? self->problem->wishes[p] : NULL;
         wish != NULL && *wish != RT_NOWHERE && !can_meet_theme (self, term, p, *wish); wish++)
      sum++;
  return sum;
}

/*
 * Everybody's best wish takes a chair at a table of its theme. The assignment of people to themes,
 * as many to each as it has chairs, costs at most as much as any seating.
 */
static int64_t
wishes_by_chairs (const RtBounder *self, const RtTerm *term, int n_wishing)
{
  const RtProblem *problem = self->problem;
  int source = 0, sink = 1, person = 2, themes = 2 + n_wishing;
  RtFlow *flow = rt_flow_new (themes + problem->n_themes);
  int64_t cost;

  for (int p = 0; p < problem->n_people; p++)
    {
      const int32_t *wishes = has_wishes (self, term, p) ? problem->wishes[p] : NULL;
      int rank = 0;

      if (wishes == NULL)
        continue;
      rt_flow_arc (flow, source, person, 1, 0, 0);
      for (; wishes[rank] != RT_NOWHERE; rank++)
        if (can_meet_theme (self, term, p, wishes[rank]))
          rt_flow_arc (flow, person, themes + wishes[rank], 1, rank, 0);
      rt_flow_arc (flow, person++, sink, 1, rank, 0);
    }
  for (int theme = 0; theme < problem->n_themes; theme++)
    {
      int chairs = 0;

      for (int i = 0; i < problem->n_rounds * problem->n_tables; i++)
        if ((term->rounds >> (i / problem->n_tables) & 1) != 0 && problem->theme[i] == theme)
          chairs += self->high[i];
      rt_flow_arc (flow, themes + theme, sink, chairs, 0, 0);
    }
  cost = rt_flow_send (flow, source, sink, n_wishing);
  rt_flow_free (flow);
  return cost < 0 ? 0 : cost;
}

int64_t
rt_bound_wishes (RtBounder *self, const RtTerm *term, RtReason *reason)
{
  int n_wishing = 0;

  *reason = RT_REASON_COUNTING;
  for (int p = 0; p < self->problem->n_people; p++)
    n_wishing += has_wishes (self, term, p);
  if (n_wishing + self->problem->n_themes > LARGEST_WISHES)
    return wishes_one_by_one (self, term);
  return wishes_by_chairs (self, term, n_wishing);
}

/* Whether somebody cannot sit, in this round, where their slip says. */
static bool
slip_is_wrong (const RtBounder *self, int r, int p)
{
  const RtProblem *problem = self->problem;
  int i = r * problem->n_people + p, issued = problem->issued[i], fixed = problem->fixed[i];

  if (problem->presence[i] == RT_AWAY)
    return issued != RT_NOWHERE;
  if (fixed != RT_NOWHERE)
    return issued != fixed;
  if (issued == RT_NOWHERE)
    return !self->lacking[r];
  return self->high[r * problem->n_tables + issued] <= self->pinned[r * problem->n_tables + issued];
}

static int64_t
slips_above_places (const RtBounder *self, int r, const bool *wrong)
{
  const RtProblem *problem = self->problem;
  RT_AUTOFREE int *here = RT_NEW (int, problem->n_tables);
  int64_t above = 0;

  for (int p = 0; p < problem->n_people; p++)
    {
      int i = r * problem->n_people + p;

      if (!wrong[p] && problem->presence[i] == RT_GUEST && problem->fixed[i] == RT_NOWHERE
          && problem->issued[i] != RT_NOWHERE)
        here[problem->issued[i]]++;
    }
  for (int t = 0; t < problem->n_tables; t++)
    {
      int room = self->high[r * problem->n_tables + t] - self->pinned[r * problem->n_tables + t];

      above += here[t] > room ? here[t] - room : 0;
    }
  return above;
}

int64_t
rt_bound_slips (RtBounder *self, const RtTerm *term, RtReason *reason)
{
  const RtProblem *problem = self->problem;
  RT_AUTOFREE bool *wrong = RT_NEW (bool, problem->n_people);
  int64_t sum = 0, most = 0;

  *reason = RT_REASON_FIXED;
  for (int p = 0; p < problem->n_people; p++)
    {
      bool has_slip = false;

      for (int r = 0; r < problem->n_rounds; r++)
        {
          has_slip = has_slip || problem->issued[r * problem->n_people + p] != RT_NOWHERE;
          wrong[p] = wrong[p] || (!problem->frozen[r] && slip_is_wrong (self, r, p));
        }
      wrong[p] = wrong[p] && has_slip;
      sum += wrong[p];
    }
  for (int r = 0; r < problem->n_rounds; r++)
    if (!problem->frozen[r])
      {
        int64_t above = slips_above_places (self, r, wrong);

        most = above > most ? above : most;
      }
  return sum + most;
}
