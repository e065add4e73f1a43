/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-design.h"

#include "rt-design-words.h"
#include "rt-memory.h"

#include <string.h>

/* What a construction may cost, in steps: about a second at most, and less where there is little to
 * find. */
#define MOST_STEPS     200000000
#define STEPS_PER_SEAT 300000

/* Tables that are open in every round, with this many places. Returns how many. */
static int
list_tables (const RtProblem *problem, int size, int *list)
{
  int n = 0;

  for (int t = 0; t < problem->n_tables; t++)
    {
      bool is_open = true;

      for (int r = 0; r < problem->n_rounds; r++)
        {
          int i = r * problem->n_tables + t;

          is_open = is_open && problem->open[i] && problem->places[i] >= size;
        }
      if (is_open)
        list[n++] = t;
    }
  return n;
}

static int
list_guests (const RtProblem *problem, int *list)
{
  int n = 0;

  for (int p = 0; p < problem->n_people; p++)
    {
      bool guest = false;

      for (int r = 0; r < problem->n_rounds; r++)
        guest = guest || problem->presence[r * problem->n_people + p] == RT_GUEST;
      if (guest)
        list[n++] = p;
    }
  return n;
}

static bool
forbids_returns (const RtProblem *problem)
{
  for (int i = 0; i < problem->n_terms; i++)
    if (problem->terms[i].kind == RT_TERM_RETURNS && problem->terms[i].level < RT_LEVEL_MAY)
      return true;
  return false;
}

static bool
words_meet (const RtDesign *design, int p, int q)
{
  for (int r = 0; r < design->n_rounds; r++)
    if (design->tables[r * design->n_words + p] == design->tables[r * design->n_words + q])
      return true;
  return false;
}

/*
 * The words to deal out to @n guests. Those that are left over should not meet, so that no table
 * lacks two: the last of a block, or else the first found one by one.
 */
static void
list_words (const RtDesign *design, int n, int *words)
{
  RT_AUTOFREE bool *left = RT_NEW (bool, design->n_words);
  int spare = n < design->n_words ? design->n_words - n : 0;

  for (int p = design->n_words - 1; p >= 0 && spare > 0; p--)
    {
      left[p] = true;
      for (int q = p + 1; left[p] && q < design->n_words; q++)
        left[p] = !left[q] || !words_meet (design, p, q);
      spare -= left[p];
    }
  for (int p = design->n_words - 1; p >= 0 && spare > 0; p--)
    if (!left[p])
      {
        left[p] = true;
        spare--;
      }
  for (int p = 0, i = 0; p < design->n_words; p++)
    if (!left[p])
      words[i++] = p;
}

/*
 * Tables with more guests than there are words take the words again: then those who repeat are
 * spread evenly over all pairs of tables, and there cannot be fewer.
 */
static void
seat_guests (const RtDesign *design, const RtProblem *problem, const int *list, const int *guests,
             int n, int32_t *tables)
{
  int n_words = n < design->n_words ? n : design->n_words;
  RT_AUTOFREE int *words = RT_NEW (int, n_words);

  list_words (design, n, words);
  for (int i = 0; i < n; i++)
    for (int r = 0; r < design->n_rounds; r++)
      {
        int at = r * problem->n_people + guests[i];

        if (problem->presence[at] == RT_GUEST)
          tables[at] = list[design->tables[r * design->n_words + words[i % n_words]]];
      }
}

/* A design for all rounds, or else, where somebody may come back, for some of them, and further
 * rounds. */
static RtDesign *
find_design (int n_tables, int size, int n_rounds, bool hosted, RtEffort *effort)
{
  int words = size < n_tables - hosted ? size : n_tables - hosted;
  RtDesign *design = rt_design_new (n_tables, words, n_rounds, hosted, effort);

  if (design != NULL || hosted || words < size
      || (design = rt_design_new_longest (n_tables, size, n_rounds)) == NULL)
    return design;
  return rt_design_extend (design, n_rounds, effort);
}

bool
rt_design_fill (const RtProblem *problem, RtRandom *random, bool (*goes_on) (void *data),
                void *data, int32_t *tables)
{
  RT_AUTOFREE int *guests = RT_NEW (int, problem->n_people);
  RT_AUTOFREE int *list = RT_NEW (int, problem->n_tables);
  int n = list_guests (problem, guests), T = list_tables (problem, 1, list);
  int size = T > 0 ? (n + T - 1) / T : 0;
  int64_t steps = (int64_t) STEPS_PER_SEAT * T * size * problem->n_rounds;
  RtEffort effort;
  RtDesign *design;

  if (list_tables (problem, size, list) != T || !goes_on (data))
    return false;
  rt_effort_init (&effort, rt_random_next (random), steps < MOST_STEPS ? steps : MOST_STEPS);
  effort.poll = goes_on;
  effort.poll_data = data;
  design = find_design (T, size, problem->n_rounds, forbids_returns (problem), &effort);
  if (design == NULL)
    return false;
  rt_random_shuffle (random, guests, n);
  memset (tables, 0xff, sizeof (int32_t) * (size_t) (problem->n_rounds * problem->n_people));
  seat_guests (design, problem, list, guests, n, tables);
  rt_design_free (design);
  return true;
}
