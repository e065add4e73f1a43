/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The state made from the problem: who has met whom more than once in earlier events. */

#include "rt-state-parts.h"

#include "rt-memory.h"

/* The earlier sittings of each person: lists[first[p]] to lists[first[p + 1] - 1]. */
static int *
list_sittings (const RtState *self, int *first)
{
  const RtProblem *problem = self->problem;
  RT_AUTOFREE int *next = RT_NEW (int, self->n_people + 1);
  int *lists;

  for (int i = 0; i < problem->n_earlier; i++)
    for (const int32_t *p = problem->earlier[i]; *p != RT_NOWHERE; p++)
      first[*p + 1]++;
  for (int p = 0; p < self->n_people; p++)
    next[p + 1] = first[p + 1] += first[p];
  lists = RT_NEW (int, first[self->n_people]);
  for (int i = 0; i < problem->n_earlier; i++)
    for (const int32_t *p = problem->earlier[i]; *p != RT_NOWHERE; p++)
      lists[next[*p]++] = i;
  return lists;
}

static void
add_friend (RtState *self, int *room, int n, int person, int met)
{
  if (n == *room)
    self->friends
        = rt_realloc (self->friends, sizeof (RtFriend) * (size_t) (*room = 2 * *room + 16));
  self->friends[n] = (RtFriend) { .person = person, .cost = met * (met - 1) / 2 };
}

/* Pairs who met more than once in earlier events: for them a first meeting costs more than a column
 * tells. */
void
rt_state_init_friends (RtState *self)
{
  RT_AUTOFREE int *met = RT_NEW (int, self->n_people);
  RT_AUTOFREE int *first = RT_NEW (int, self->n_people + 1);
  RT_AUTOFREE int *lists = list_sittings (self, first);
  int n = 0, room = 0;

  self->friends_first = RT_NEW (int, self->n_people + 1);
  for (int p = 0; p < self->n_people; p++)
    {
      for (int i = first[p]; i < first[p + 1]; i++)
        for (const int32_t *q = self->problem->earlier[lists[i]]; *q != RT_NOWHERE; q++)
          met[*q]++;
      /* Each is taken where they are met first, and forgotten. */
      for (int i = first[p]; i < first[p + 1]; i++)
        for (const int32_t *q = self->problem->earlier[lists[i]]; *q != RT_NOWHERE; q++)
          {
            if (*q != p && met[*q] > 1)
              add_friend (self, &room, n++, *q, met[*q]);
            met[*q] = 0;
          }
      self->friends_first[p + 1] = n;
    }
}
