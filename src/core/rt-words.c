/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Names and numbers as they stand in a sentence. */

#include "rt-breach.h"

#include <glib/gi18n-lib.h>

#define MAX_NAMES 3

char *
rt_words_for_people (RtPlan *plan, const int *people, guint n)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  if (n == 0)
    return g_strdup ("");
  first = rt_person_dup_display (rt_plan_get_person (plan, people[0]));
  if (n == 1)
    return g_steal_pointer (&first);
  second = rt_person_dup_display (rt_plan_get_person (plan, people[1]));
  if (n == 2)
    /* Translators: two names */
    return g_strdup_printf (_("%s and %s"), first, second);
  if (n > MAX_NAMES)
    /* Translators: two names and the number of other people */
    return g_strdup_printf (ngettext ("%s, %s and %u more", "%s, %s and %u more", n - 2),
                            first, second, n - 2);
  third = rt_person_dup_display (rt_plan_get_person (plan, people[2]));
  /* Translators: three names */
  return g_strdup_printf (_("%s, %s and %s"), first, second, third);
}

char *
rt_words_for_number (int n)
{
  static const char * const words[] = {
    NULL, N_("one"), N_("two"), N_("three"), N_("four"), N_("five"), N_("six"), N_("seven"),
    N_("eight"), N_("nine"), N_("ten"), N_("eleven"), N_("twelve"),
  };

  if (n > 0 && n < (int) G_N_ELEMENTS (words))
    return g_strdup (_(words[n]));
  return g_strdup_printf ("%d", n);
}
