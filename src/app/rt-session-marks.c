/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* People who are selected together. */

#include "rt-session-private.h"

static void
tell (RtSession *self)
{
  g_signal_emit_by_name (self, "marks-changed");
}

/** rt_session_mark: adds @person to those selected together, or takes them out again */
void
rt_session_mark (RtSession *self, RtId person, gboolean marked)
{
  if (person == NULL || marked == rt_session_is_marked (self, person))
    return;
  if (marked)
    g_ptr_array_add (self->marked, (gpointer) person);
  else
    g_ptr_array_remove (self->marked, (gpointer) person);
  tell (self);
}

gboolean
rt_session_is_marked (RtSession *self, RtId person)
{
  return g_ptr_array_find (self->marked, person, NULL);
}

void
rt_session_clear_marks (RtSession *self)
{
  if (self->marked->len == 0)
    return;
  g_ptr_array_set_size (self->marked, 0);
  tell (self);
}

/* Those of @ids who are still in the plan. */
static RtId *
dup_present (RtSession *self, const GPtrArray *ids, guint *n)
{
  RtId *people = g_new0 (RtId, ids->len + 1);

  *n = 0;
  for (guint i = 0; i < ids->len; i++)
    if (rt_plan_find_person (self->plan, ids->pdata[i]) != NULL)
      people[(*n)++] = ids->pdata[i];
  return people;
}

/** rt_session_dup_marked: Returns: (transfer container): who is selected together */
RtId *
rt_session_dup_marked (RtSession *self, guint *n)
{
  return dup_present (self, self->marked, n);
}

/**
 * rt_session_dup_group:
 *
 * Returns: (transfer container): whom something done to @person is done to: all who are selected
 *   together if they are among them, else they alone
 */
RtId *
rt_session_dup_group (RtSession *self, RtId person, guint *n)
{
  RtId *people;

  if (rt_session_is_marked (self, person))
    return rt_session_dup_marked (self, n);
  people = g_new0 (RtId, 2);
  people[0] = person;
  *n = 1;
  return people;
}

/** rt_session_cut: @people wait to be pasted on a chair; none: nobody does */
void
rt_session_cut (RtSession *self, const RtId *people, guint n)
{
  g_ptr_array_set_size (self->cut, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->cut, (gpointer) people[i]);
}

/** rt_session_dup_cut: Returns: (transfer container): who waits and is still in the plan */
RtId *
rt_session_dup_cut (RtSession *self, guint *n)
{
  return dup_present (self, self->cut, n);
}
