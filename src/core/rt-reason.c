/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/*
 * Why a measure cannot be 0, in words: the fact behind its bound. Each fact is looked up anew, so
 * that what is said is true whatever argument gave the number; where no plain fact is found, the
 * kind of argument is named.
 */

#include "rt-reason-parts.h"

#include <glib/gi18n-lib.h>

/* Meetings of the most even tables, which have the fewest, against the pairs there are. */
static char *
meetings_words (const RtReasoning *self)
{
  const RtProblem *problem = self->problem;
  gint64 meetings = 0, n = 0;

  for (int p = 0; p < problem->n_people; p++)
    {
      gboolean guest = FALSE;

      for (int r = 0; r < problem->n_rounds; r++)
        guest = guest || ((self->term->rounds >> r & 1) && rt_reasoning_is_guest (self, r, p));
      n += guest;
    }
  for (int r = 0; r < problem->n_rounds; r++)
    {
      int guests = 0, left, level;

      for (int p = 0; p < problem->n_people; p++)
        guests += rt_reasoning_is_guest (self, r, p);
      if (!rt_reasoning_acts (self, r))
        continue;
      level = rt_problem_even_level (problem, r, guests, &left);
      for (int t = 0; t < problem->n_tables; t++)
        {
          gint64 size = MIN (rt_reasoning_places_of (self, r, t), level);

          if (rt_reasoning_places_of (self, r, t) > level && left-- > 0)
            size++;
          meetings += size * (size - 1) / 2;
        }
    }
  if (self->term->kind == RT_TERM_OVER_REPEATS || meetings <= n * (n - 1) / 2)
    return NULL;
  return g_strdup_printf (_("%d people make %d pairs, and there are at least %d meetings"),
                          (int) n, (int) (n * (n - 1) / 2), (int) meetings);
}

/* Those who must sit together meet in every round. */
static char *
repeats_words (const RtReasoning *self)
{
  gint64 forced = 0;

  for (int i = 0; i < self->problem->n_terms; i++)
    {
      const RtTerm *term = &self->problem->terms[i];
      gint64 rounds = 0;

      if (term->kind != RT_TERM_TOGETHER || term->level != RT_LEVEL_MUST)
        continue;
      for (int r = 0; r < self->problem->n_rounds; r++)
        rounds += term->rounds >> r & self->term->rounds >> r & 1;
      forced += rounds * (rounds - 1) / 2 * term->n_people * (term->n_people - 1) / 2;
    }
  if (forced >= self->bounds->terms[self->index])
    return g_strdup (_("those who must sit together meet in every round"));
  if (self->bounds->reasons[self->index] == RT_REASON_COUNTING)
    return meetings_words (self);
  return NULL;
}

static char *
plain_words (const RtReasoning *self)
{
  switch (self->term->kind)
    {
    case RT_TERM_REPEATS:
    case RT_TERM_OVER_REPEATS:
      return repeats_words (self);
    case RT_TERM_RETURNS:
      return rt_reasoning_returns_words (self);
    case RT_TERM_SPREAD:
    case RT_TERM_OVER_SPREAD:
      return rt_reasoning_spread_words (self);
    case RT_TERM_OWN_HOST:
      return rt_reasoning_own_host_words (self);
    case RT_TERM_EVEN:
      return rt_reasoning_even_words (self);
    case RT_TERM_COUNT:
      return rt_reasoning_count_words (self);
    case RT_TERM_TOGETHER:
      return rt_reasoning_together_words (self);
    case RT_TERM_APART:
      return rt_reasoning_apart_words (self);
    case RT_TERM_VISIT:
    case RT_TERM_AVOID:
      return rt_reasoning_visit_words (self);
    case RT_TERM_WISHES:
      return rt_reasoning_wishes_words (self);
    case RT_TERM_LANGUAGE:
      return rt_reasoning_language_words (self);
    case RT_TERM_STEP_FREE:
      return rt_reasoning_step_free_words (self);
    case RT_TERM_SLIPS:
      break;
    }
  return NULL;
}

/* Guests and chairs of the round that lacks most. */
static char *
chairs_words (const RtProblem *problem)
{
  int worst = -1, worst_guests = 0, worst_room = 0;

  for (int r = 0; r < problem->n_rounds; r++)
    {
      int guests = 0, room = 0;

      for (int p = 0; p < problem->n_people; p++)
        guests += problem->presence[(gsize) r * problem->n_people + p] == RT_GUEST;
      for (int i = r * problem->n_tables; i < (r + 1) * problem->n_tables; i++)
        room += problem->open[i] ? problem->places[i] : 0;
      if (!problem->frozen[r] && guests - room > worst_guests - worst_room)
        {
          worst = r;
          worst_guests = guests;
          worst_room = room;
        }
    }
  if (worst < 0)
    return NULL;
  return g_strdup_printf (_("round %d has %d guests and %d places"),
                          worst + 1, worst_guests, worst_room);
}

/* The rule of this measure that is forced most. */
static int
find_term (RtPlan *plan, const RtMeasuring *self, const char *key)
{
  int worst = -1;

  for (guint i = 0; i < self->n_rules; i++)
    if (g_str_equal (rt_rule_get_measure_key (rt_plan_get_rule (plan, i)), key) &&
        self->bounds->terms[i] > (worst < 0 ? 0 : self->bounds->terms[worst]))
      worst = i;
  return worst;
}

char *
rt_measuring_dup_reason (const RtMeasuring *self, RtPlan *plan, int term)
{
  RtReasoning why = {
    plan, self->problem, self->bounds, rt_plan_get_rule (plan, term), &self->problem->terms[term],
    term,
  };
  char *words = self->bounds->reasons[term] == RT_REASON_LANGUAGE ? NULL : plain_words (&why);

  /* More meetings than pairs are a reason for repeats alone. */
  if (words || (self->bounds->reasons[term] == RT_REASON_COUNTING &&
                why.term->kind != RT_TERM_REPEATS && why.term->kind != RT_TERM_OVER_REPEATS))
    return words;
  return rt_reason_words (self->bounds, term);
}

/**
 * rt_measures_dup_reason:
 * @self: measures
 * @plan: the plan they are of, as it was
 * @key: of a measure
 *
 * Returns: (transfer full) (nullable): why the measure cannot be 0, as the end of a sentence:
 *   "there are 23 people of York and 20 tables for them"; %NULL if its bound is 0 or the reason is
 *   not plain
 */
char *
rt_measures_dup_reason (const RtMeasures *self, RtPlan *plan, const char *key)
{
  const RtMeasuring *measuring = (const RtMeasuring *) self;
  const RtMeasure *measure = rt_measures_find (self, key);
  int term;

  if (!measuring->bounds || !measure || measure->bound == 0)
    return NULL;
  if (!measure->is_rule)
    return g_str_equal (key, "unseated") ? chairs_words (measuring->problem) : NULL;
  term = find_term (plan, measuring, key);
  return term < 0 ? NULL : rt_measuring_dup_reason (measuring, plan, term);
}

/**
 * rt_measures_dup_meeting_words:
 * @self: measures
 *
 * Returns: (transfer full) (nullable): how many rounds it would take for everybody to meet
 *   everybody; %NULL when the plan has as many, or nobody to meet
 */
char *
rt_measures_dup_meeting_words (const RtMeasures *self)
{
  const RtMeasuring *measuring = (const RtMeasuring *) self;
  int rounds = measuring->bounds ? measuring->bounds->rounds_to_meet_all : 0;

  if (!measuring->bounds || rounds <= measuring->problem->n_rounds)
    return NULL;
  return g_strdup_printf (ngettext ("It takes at least %d round for everybody to meet everybody.",
                                    "It takes at least %d rounds for everybody to meet everybody.",
                                    rounds), rounds);
}
