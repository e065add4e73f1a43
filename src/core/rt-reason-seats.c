/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Why certain people cannot sit where a rule wants them: in words. */

#include "rt-reason-parts.h"

#include <glib/gi18n-lib.h>

#include "rt-breach.h"

/* Members of a group who attend, and where those are who are fixed. */
char *
rt_reasoning_together_words (const RtReasoning *self)
{
  const RtTerm *term = self->term;

  for (int r = 0; r < self->problem->n_rounds; r++)
    {
      int n = 0, most = 0, first = -1;

      for (int k = 0; rt_reasoning_acts (self, r) && k < term->n_people; k++)
        {
          int p = term->people[k], t = rt_reasoning_fixed_of (self, r, p);

          if (!rt_reasoning_attends (self, r, p))
            continue;
          n++;
          if (t >= 0 && first >= 0 && rt_reasoning_fixed_of (self, r, first) != t)
            {
              g_autofree char *one = rt_reasoning_person_words (self, first);
              g_autofree char *other = rt_reasoning_person_words (self, p);
              int at = rt_reasoning_fixed_of (self, r, first);
              g_autofree char *here = rt_reasoning_table_words (self, at);
              g_autofree char *there = rt_reasoning_table_words (self, t);

              return g_strdup_printf (_("%s stays at %s in round %d, and %s at %s"),
                                      one, here, r + 1, other, there);
            }
          first = t >= 0 ? p : first;
        }
      for (int t = 0; t < self->problem->n_tables; t++)
        most = MAX (most, rt_reasoning_places_of (self, r, t));
      if (n > most)
        return g_strdup_printf (_("they are %d people, and the largest table has %d places"),
                                n, most);
    }
  return NULL;
}

char *
rt_reasoning_apart_words (const RtReasoning *self)
{
  const RtTerm *term = self->term;

  for (int r = 0; r < self->problem->n_rounds; r++)
    {
      int n = 0, tables = 0;

      for (int k = 0; rt_reasoning_acts (self, r) && k < term->n_people; k++)
        {
          n += rt_reasoning_attends (self, r, term->people[k]);
          for (int i = 0; i < k; i++)
            if (rt_reasoning_fixed_of (self, r, term->people[k]) >= 0 &&
                rt_reasoning_fixed_of (self, r, term->people[i]) ==
                  rt_reasoning_fixed_of (self, r, term->people[k]))
              {
                int pair[] = { term->people[i], term->people[k] };
                g_autofree char *names = rt_words_for_people (self->plan, pair, 2);
                int at = rt_reasoning_fixed_of (self, r, pair[0]);
                g_autofree char *table = rt_reasoning_table_words (self, at);

                return g_strdup_printf (_("%s both stay at %s in round %d"), names, table, r + 1);
              }
        }
      for (int t = 0; t < self->problem->n_tables; t++)
        tables += rt_reasoning_places_of (self, r, t) > 0;
      if (n > tables)
        return g_strdup_printf (_("they are %d people, and there are %d tables"), n, tables);
    }
  return NULL;
}

char *
rt_reasoning_visit_words (const RtReasoning *self)
{
  g_autofree char *name = rt_reasoning_person_words (self, self->term->person);

  for (int r = 0; r < self->problem->n_rounds; r++)
    {
      int t = rt_reasoning_fixed_of (self, r, self->term->person);
      g_autofree char *table = t >= 0 ? rt_reasoning_table_words (self, t) : NULL;

      if (rt_reasoning_acts (self, r) && table != NULL &&
          rt_reasoning_attends (self, r, self->term->person))
        return g_strdup_printf (_("%s stays at %s in round %d"), name, table, r + 1);
    }
  return g_strdup_printf (_("%s finds no other table with a free place"), name);
}

char *
rt_reasoning_even_words (const RtReasoning *self)
{
  for (int r = 0; r < self->problem->n_rounds; r++)
    {
      int guests = 0, left, level;

      for (int p = 0; p < self->problem->n_people; p++)
        guests += rt_reasoning_is_guest (self, r, p);
      level = rt_problem_even_level (self->problem, r, guests, &left);
      for (int t = 0; rt_reasoning_acts (self, r) && t < self->problem->n_tables; t++)
        {
          int pinned = 0, most = MIN (rt_reasoning_places_of (self, r, t), level + (left > 0));
          g_autofree char *table = rt_reasoning_table_words (self, t);

          for (int p = 0; p < self->problem->n_people; p++)
            pinned += rt_reasoning_is_guest (self, r, p) && rt_reasoning_fixed_of (self, r, p) == t;
          if (pinned > most)
            return g_strdup_printf (_("%d guests are pinned to %s in round %d, "
                                      "where %d would be even"), pinned, table, r + 1, most);
        }
    }
  return NULL;
}

char *
rt_reasoning_step_free_words (const RtReasoning *self)
{
  const RtProblem *problem = self->problem;

  for (int r = 0; r < problem->n_rounds; r++)
    {
      int n = 0, room = 0;

      for (int p = 0; rt_reasoning_acts (self, r) && p < problem->n_people; p++)
        {
          int t = rt_reasoning_fixed_of (self, r, p);

          if (!rt_reasoning_attends (self, r, p) || !problem->needs_step_free[p])
            continue;
          n += rt_reasoning_is_guest (self, r, p);
          if (t >= 0 && problem->step_free && !problem->step_free[t])
            {
              g_autofree char *name = rt_reasoning_person_words (self, p);
              g_autofree char *table = rt_reasoning_table_words (self, t);

              return g_strdup_printf (_("%s stays at %s in round %d"), name, table, r + 1);
            }
        }
      for (int t = 0; t < problem->n_tables; t++)
        if (problem->step_free && problem->step_free[t])
          room += rt_reasoning_places_of (self, r, t);
      if (n > room)
        return g_strdup_printf (_("%d people need a step-free place, and there are %d"), n, room);
    }
  return NULL;
}

static int
count_targets (const RtReasoning *self)
{
  const RtProblem *problem = self->problem;
  g_autoptr (GHashTable) targets = g_hash_table_new (NULL, NULL);

  for (int i = 0; i < problem->n_rounds * problem->n_tables; i++)
    {
      int target = self->term->of == RT_OF_TABLE  ? i % problem->n_tables
                   : self->term->of == RT_OF_HOST ? problem->host[i] : problem->theme[i];

      if (target >= 0 && problem->open[i] && (self->term->rounds >> (i / problem->n_tables) & 1))
        g_hash_table_add (targets, GINT_TO_POINTER (target + 1));
    }
  return g_hash_table_size (targets);
}

char *
rt_reasoning_returns_words (const RtReasoning *self)
{
  int targets = count_targets (self), rounds = 0;

  for (int r = 0; r < self->problem->n_rounds; r++)
    rounds += self->term->rounds >> r & 1;
  if (rounds <= targets)
    return NULL;
  if (self->term->of == RT_OF_HOST)
    return g_strdup_printf (ngettext ("there are %d rounds and only %d host",
                                      "there are %d rounds and only %d hosts", targets),
                            rounds, targets);
  if (self->term->of == RT_OF_THEME)
    return g_strdup_printf (ngettext ("there are %d rounds and only %d theme",
                                      "there are %d rounds and only %d themes", targets),
                            rounds, targets);
  return g_strdup_printf (ngettext ("there are %d rounds and only %d table",
                                    "there are %d rounds and only %d tables", targets),
                          rounds, targets);
}

/* The theme with the most first wishes beyond its chairs. */
char *
rt_reasoning_wishes_words (const RtReasoning *self)
{
  const RtProblem *problem = self->problem;
  int worst = -1, worst_wish = 0, worst_room = 0;
  const RtTheme *theme;

  for (int h = 0; h < problem->n_themes; h++)
    {
      int wish = 0, room = 0;

      for (int p = 0; p < problem->n_people; p++)
        wish += problem->wishes[p] && problem->wishes[p][0] == h;
      for (int r = 0; r < problem->n_rounds; r++)
        for (int t = 0; (self->term->rounds >> r & 1) && t < problem->n_tables; t++)
          if (problem->theme[(gsize) r * problem->n_tables + t] == h)
            room += rt_reasoning_places_of (self, r, t);
      if (wish > room && (worst < 0 || wish - room > worst_wish - worst_room))
        {
          worst = h;
          worst_wish = wish;
          worst_room = room;
        }
    }
  if (worst < 0)
    return NULL;
  theme = rt_plan_get_theme (self->plan, worst);
  /* Translators: people, a theme, places */
  return g_strdup_printf (ngettext ("%d person wishes first for “%s”, which has %d places",
                                    "%d people wish first for “%s”, which has %d places",
                                    worst_wish),
                          worst_wish, theme->title ? theme->title : theme->parent.id, worst_room);
}

char *
rt_reasoning_language_words (const RtReasoning *self)
{
  int one = 0, more = 0, mixed = self->bounds->mixed;

  if (mixed > self->bounds->interpreters)
    return g_strdup_printf (
        ngettext ("%d mixed-language table needs %d interpreter, and %d can sit there",
                  "%d mixed-language tables need %d interpreters, and %d can sit there", mixed),
        mixed, mixed, self->bounds->interpreters);
  for (int p = 0; p < self->problem->n_people; p++)
    {
      const RtPerson *person = rt_plan_get_person (self->plan, p);
      int n = person->languages ? g_strv_length (person->languages) : 0;
      gboolean speaks_for_others = n > 1 || rt_person_has_role (person, "interpreter");

      more += speaks_for_others;
      one += n == 1 && !speaks_for_others;
    }
  return g_strdup_printf (_("%d people speak one language only, and %d speak more or interpret"),
                          one, more);
}
