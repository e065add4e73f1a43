/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What can be done, said before anything is arranged. */

#include <glib/gi18n-lib.h>

#include "rt-breach.h"
#include "rt-measure-private.h"

/* The first repeats rule without a limit: what the words are about. */
static int
find_repeats (RtPlan *plan)
{
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_RULES); i++)
    {
      const RtRule *rule = rt_plan_get_rule (plan, i);

      if (rule->kind == RT_RULE_REPEATS && rule->most == RT_UNSET)
        return i;
    }
  return -1;
}

static gboolean
has_something_to_arrange (RtPlan *plan)
{
  return rt_plan_get_n (plan, RT_PART_PEOPLE) > 0 && rt_plan_get_n (plan, RT_PART_TABLES) > 0 &&
         rt_plan_get_n (plan, RT_PART_ROUNDS) > 0;
}

/* Why some repeats are forced, as the second half of a sentence; NULL without a plain reason. */
char *
rt_reason_words (const RtBounds *bounds, int term)
{
  g_autofree char *guests = NULL;
  g_autofree char *tables = NULL;

  switch (bounds->reasons[term])
    {
    case RT_REASON_ROUND_PAIRS:
      if (bounds->guests <= 0 || bounds->onward <= 0)
        return NULL;
      guests = rt_words_for_number (bounds->guests);
      tables = rt_words_for_number (bounds->onward);
      /* Translators: numbers in words: "six" guests of a table go on to "four" other tables */
      return g_strdup_printf (ngettext ("the %s of a table go on to only %s other table",
                                        "the %s of a table go on to only %s other tables",
                                        bounds->onward),
                              guests, tables);
    case RT_REASON_COUNTING:
      return g_strdup (_("there are more meetings than pairs of people"));
    case RT_REASON_LANGUAGE:
      return g_strdup (_("who speaks only one language can sit at few tables"));
    case RT_REASON_VISITS:
      return g_strdup (_("there are more visits than places to visit"));
    case RT_REASON_EARLIER:
      return g_strdup (_("too many have met at earlier events"));
    case RT_REASON_FIXED:
      return g_strdup (_("pins and rounds that are over leave no other way"));
    default:
      return NULL;
    }
}

static char *
forced_words (RtPlan *plan, const RtMeasuring *self, int term, gint64 n)
{
  g_autofree char *reason = rt_measuring_dup_reason (self, plan, term);

  if (!reason)
    return g_strdup_printf (ngettext ("At least %d repeat cannot be avoided.",
                                      "At least %d repeats cannot be avoided.", n), (int) n);
  /* Translators: a number, and why: "the six of a table go on to only four other tables" */
  return g_strdup_printf (ngettext ("At least %d repeat cannot be avoided: %s.",
                                    "At least %d repeats cannot be avoided: %s.", n),
                          (int) n, reason);
}

/**
 * rt_measures_dup_feasibility:
 * @plan: a plan
 * @self: its measures
 *
 * "Possible" is only said when the seating at hand has it, "forced" only of a proven bound.
 *
 * Returns: (transfer full) (nullable): one sentence; %NULL when there is nobody, no table or no
 *   round, or no rule about repeats
 */
char *
rt_measures_dup_feasibility (RtPlan *plan, const RtMeasures *self)
{
  const RtBounds *bounds = ((const RtMeasuring *) self)->bounds;
  const RtMeasure *unseated = rt_measures_find (self, "unseated");
  int term = find_repeats (plan);

  if (!has_something_to_arrange (plan) || !bounds)
    return NULL;
  if (bounds->unseated > 0)
    return g_strdup_printf (ngettext ("%d chair is missing: "
                                      "not everybody can be seated in every round.",
                                      "%d chairs are missing: "
                                      "not everybody can be seated in every round.",
                                      bounds->unseated), (int) bounds->unseated);
  if (term < 0)
    return NULL;
  if (bounds->terms[term] > 0)
    return forced_words (plan, (const RtMeasuring *) self, term, bounds->terms[term]);
  if (self->guests > 0 && unseated->found == 0 && rt_measures_find (self, "repeats")->found == 0)
    return g_strdup (_("0 repeats are possible."));
  return g_strdup (_("No repeat is forced."));
}
