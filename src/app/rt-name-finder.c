/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-name-finder.h"

#include <string.h>

#define TYPING_PAUSE (G_USEC_PER_SEC * 3 / 2)

struct _RtNameFinder {
  GString *typed;
  gint64 typed_at;
  RtId found; /* the last one */
};

RtNameFinder *
rt_name_finder_new (void)
{
  RtNameFinder *self = g_new0 (RtNameFinder, 1);

  self->typed = g_string_new (NULL);
  return self;
}

void
rt_name_finder_free (RtNameFinder *self)
{
  g_string_free (self->typed, TRUE);
  g_free (self);
}

/** rt_name_finder_clear: forgets what was typed */
void
rt_name_finder_clear (RtNameFinder *self)
{
  g_string_truncate (self->typed, 0);
  self->found = NULL;
}

/**
 * rt_name_finder_type:
 *
 * Returns: whether @letter belongs to a name; a space does only within one, else it is a key of its
 *   own
 */
gboolean
rt_name_finder_type (RtNameFinder *self, gunichar letter)
{
  gint64 now = g_get_monotonic_time ();
  gboolean typing = self->typed->len > 0 && now - self->typed_at <= TYPING_PAUSE;

  if (!g_unichar_isalpha (letter) && !(letter == ' ' && typing))
    return FALSE;
  if (!typing)
    g_string_truncate (self->typed, 0);
  self->typed_at = now;
  self->found = NULL;
  g_string_append_unichar (self->typed, letter);
  return TRUE;
}

static gboolean
starts_a_name (const char *name, const char *typed)
{
  g_autofree char *folded = rt_fold (name);

  for (const char *word = folded; word != NULL; word = strchr (word, ' '))
    {
      word += *word == ' ' ? 1 : 0;
      if (g_str_has_prefix (word, typed))
        return TRUE;
    }
  return FALSE;
}

/**
 * rt_name_finder_find:
 * @text: what is sought while nothing is typed
 * @people: (element-type utf8): ids, in the order in which they are gone through, round and round
 * @step: 1 for the next one, -1 for the one before; after other letters the first one, or the last
 *
 * Returns: (nullable): somebody with a name that starts so; %NULL: there is nobody
 */
RtId
rt_name_finder_find (RtNameFinder *self, RtPlan *plan, const char *text, const GPtrArray *people,
                     int step)
{
  g_autofree char *sought = rt_fold (self->typed->len > 0 ? self->typed->str : text);
  int n = (int) people->len, at = step > 0 ? -1 : n;
  guint last;

  if (*sought == '\0')
    return NULL;
  if (g_ptr_array_find ((GPtrArray *) people, self->found, &last))
    at = (int) last;
  for (int k = 0; k < n; k++)
    {
      const RtPerson *person;
      g_autofree char *name = NULL;

      at = (at + step + n) % n;
      person = rt_plan_find_person (plan, people->pdata[at]);
      name = person != NULL ? rt_person_dup_display (person) : g_strdup ("");
      if (!starts_a_name (name, sought))
        continue;
      self->found = people->pdata[at];
      return self->found;
    }
  return NULL;
}
