/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Why somebody sits where they sit. */

#include "rt-why.h"

#include <glib/gi18n-lib.h>

#include "rt-arrange.h"
#include "rt-measure-private.h"
#include "rt-remedy.h"
#include "rt-rule-sentence.h"

typedef struct {
  RtPlan           *plan;
  const RtMeasures *measures;
  const RtRoll     *roll;
  RtProblem        *problem;
  const int32_t    *tables;   /* [r, person] */
  int               round;
  int               person;
  char             *name;
  GPtrArray        *lines;
} Why;

static void
line_free (RtWhyLine *self)
{
  g_free (self->fact);
  g_free (self->remedy);
  g_free (self);
}

/* Takes the words. */
static RtWhyLine *
add_line (Why *self, char *fact)
{
  RtWhyLine *line = g_new0 (RtWhyLine, 1);

  line->fact = fact;
  g_ptr_array_add (self->lines, line);
  return line;
}

static gsize
at (const Why *self)
{
  return (gsize) self->round * self->roll->n_people + self->person;
}

static void
add_seat (Why *self)
{
  int t = self->roll->table[at (self)];
  g_autofree char *table = t < 0 ? NULL : rt_table_dup_display (rt_plan_get_table (self->plan, t));

  if (!table)
    add_line (self,
              g_strdup_printf (_("%s has no seat in round %d."), self->name, self->round + 1));
  else if (self->roll->leads[at (self)] == t)
    add_line (self, g_strdup_printf (_("%s leads %s and stays there."), self->name, table));
  else if (self->roll->pin[at (self)] == t)
    add_line (self, g_strdup_printf (_("%s is pinned to %s in round %d."),
                                     self->name, table, self->round + 1));
}

/* Which wish this table is, and the best there is in any round. */
static void
add_wishes (Why *self)
{
  const RtPerson *person = rt_plan_get_person (self->plan, self->person);
  int best = rt_ids_length (person->wishes), here = best, n = best;

  for (guint r = 0; r < self->roll->n_rounds; r++)
    {
      int t = self->roll->table[(gsize) r * self->roll->n_people + self->person];
      int theme = t < 0 ? -1 : self->roll->theme[(gsize) r * self->roll->n_tables + t];

      for (int i = 0; theme >= 0 && i < n; i++)
        if (rt_plan_index_of (self->plan, RT_PART_THEMES, person->wishes[i]) == (guint) theme)
          {
            best = MIN (best, i);
            here = (int) r == self->round ? i : here;
          }
    }
  if (n == 0)
    return;
  if (here < n)
    add_line (self, g_strdup_printf (_("The theme here is wish number %d of %s."),
                                     here + 1, self->name));
  else if (best < n)
    add_line (self, g_strdup_printf (_("%s gets wish number %d in another round."),
                                     self->name, best + 1));
  else
    add_line (self, g_strdup_printf (ngettext ("%s gets none of %d wish.",
                                               "%s gets none of %d wishes.", n), self->name, n));
}

/* "Swapping with Bob" or "Moving to Table 3" */
static char *
step_words (Why *self, const RtRemedy *remedy)
{
  g_autofree char *name = NULL;

  if (remedy->other != RT_NOWHERE)
    {
      name = rt_person_dup_display (rt_plan_get_person (self->plan, remedy->other));
      return g_strdup_printf (_("Swapping with %s"), name);
    }
  name = rt_table_dup_display (rt_plan_get_table (self->plan, remedy->table));
  return g_strdup_printf (_("Moving to %s"), name);
}

static char *
found_words (Why *self, const RtRemedy *remedy)
{
  g_autofree char *step = step_words (self, remedy);
  g_autofree char *rule = NULL;

  if (remedy->spoiled == RT_NOWHERE)
    /* Translators: "Swapping with Bob" or "Moving to Table 3" */
    return g_strdup_printf (_("%s would mend this and spoil nothing."), step);
  rule = rt_rule_dup_full_sentence (self->plan, rt_plan_get_rule (self->plan, remedy->spoiled));
  /* Translators: "Swapping with Bob", then a rule: "Nobody comes back to the same host" */
  return g_strdup_printf (ngettext ("%s would mend this, if it were not for one rule, "
                                    "which would be missed by %d more: “%s”.",
                                    "%s would mend this, if it were not for one rule, "
                                    "which would be missed by %d more: “%s”.", remedy->amount),
                          step, (int) remedy->amount, rule);
}

/* As if nobody had pinned them: then the pin is in the way as well. */
static RtRemedyAnswer
find_unpinned (Why *self, int term, RtRemedy *remedy)
{
  RtRemedyAnswer answer;
  int fixed = self->problem->fixed[at (self)];

  self->problem->fixed[at (self)] = RT_NOWHERE;
  answer = rt_remedy_find (self->problem, self->tables, self->round, self->person, term, remedy);
  self->problem->fixed[at (self)] = fixed;
  return answer;
}

static void
set_remedy (Why *self, RtWhyLine *line, int term)
{
  gboolean pinned = self->problem->fixed[at (self)] != RT_NOWHERE;
  g_autofree char *words = NULL;
  RtRemedyAnswer answer;
  RtRemedy remedy;

  /* Who leads a table is fixed there, and no problem is sound in which they are not. */
  if (self->problem->presence[at (self)] != RT_GUEST || self->problem->frozen[self->round])
    return;
  answer = find_unpinned (self, term, &remedy);
  if (answer != RT_REMEDY_FOUND)
    {
      line->remedy = g_strdup (answer == RT_REMEDY_SPOILS
                               ? _("Every single swap that would mend this spoils two other rules.")
                               : _("No single swap would mend this."));
      return;
    }
  words = found_words (self, &remedy);
  line->helps = TRUE;
  if (pinned)
    {
      /* Translators: a sentence: "Swapping with Bob would mend this and spoil nothing." */
      line->remedy = g_strdup_printf (_("Without the pin: %s"), words);
      return;
    }
  line->remedy = g_steal_pointer (&words);
  if (remedy.other != RT_NOWHERE)
    line->person = rt_plan_get_person (self->plan, remedy.other)->parent.id;
  else
    line->table = rt_plan_get_table (self->plan, remedy.table)->parent.id;
}

static gboolean
is_about (const Why *self, const RtBreach *breach)
{
  if (breach->round >= 0 && breach->round != self->round)
    return FALSE;
  for (guint i = 0; i < breach->people->len; i++)
    if (g_array_index (breach->people, int, i) == self->person)
      return TRUE;
  return FALSE;
}

/* What is told of one rule with this person in it; the remedy stands below the last of it. */
static void
add_rule (Why *self, int term)
{
  const char *key = rt_rule_get_measure_key (rt_plan_get_rule (self->plan, term));
  RtWhyLine *line = NULL;

  for (guint i = 0; i < self->measures->breaches->len; i++)
    {
      const RtBreach *breach = g_ptr_array_index (self->measures->breaches, i);

      if (g_str_equal (breach->code, key) && is_about (self, breach))
        line = add_line (self, g_strdup (breach->message));
    }
  if (line)
    set_remedy (self, line, term);
}

static gboolean
was_told (Why *self, int term)
{
  const char *key = rt_rule_get_measure_key (rt_plan_get_rule (self->plan, term));

  for (int i = 0; i < term; i++)
    if (g_str_equal (rt_rule_get_measure_key (rt_plan_get_rule (self->plan, i)), key))
      return TRUE;
  return FALSE;
}

static void
add_rules (Why *self)
{
  guint before = self->lines->len;

  if (self->roll->table[at (self)] < 0)
    return;
  for (int i = 0; i < self->problem->n_terms; i++)
    if (!was_told (self, i))
      add_rule (self, i);
  if (self->lines->len == before)
    add_line (self, g_strdup_printf (_("Nothing could be better for %s in round %d."),
                                     self->name, self->round + 1));
}

/**
 * rt_why_new:
 * @plan: a plan
 * @measures: its measures as it is
 * @round: an index
 * @person: an id
 *
 * Cost: that of one arranging's beginning, and a scan of all swaps of one person for each rule that
 * is not kept for them.
 *
 * Returns: (transfer full) (element-type RtWhyLine): never empty
 */
GPtrArray *
rt_why_new (RtPlan *plan, const RtMeasures *measures, guint round, RtId person)
{
  g_autoptr (RtRoll) roll = rt_roll_new (plan);
  g_autofree int32_t *tables = NULL;
  g_autofree char *name = rt_person_dup_display (rt_plan_find_person (plan, person));
  Why self = {
    plan, measures, roll, rt_arrange_problem_new (plan, NULL), NULL, round,
    rt_plan_index_of (plan, RT_PART_PEOPLE, person), name,
    g_ptr_array_new_with_free_func ((GDestroyNotify) line_free),
  };
  gsize n = (gsize) roll->n_rounds * roll->n_people;

  tables = g_new (int32_t, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    tables[i] = self.problem->presence[i] == RT_AWAY ? RT_NOWHERE
                : self.problem->fixed[i] != RT_NOWHERE ? self.problem->fixed[i] : roll->table[i];
  self.tables = tables;
  add_seat (&self);
  add_wishes (&self);
  add_rules (&self);
  rt_arrange_problem_free (self.problem);
  return self.lines;
}
