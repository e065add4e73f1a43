/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whether text has a digit wherever form has a 9, and else what form has. */
static gboolean
has_form (const char *text, const char *form)
{
  if (strlen (text) != strlen (form))
    return FALSE;
  for (guint i = 0; form[i] != '\0'; i++)
    if (form[i] == '9' ? !g_ascii_isdigit (text[i]) : text[i] != form[i])
      return FALSE;
  return TRUE;
}

static int
two_digits (const char *text)
{
  return g_ascii_digit_value (text[0]) * 10 + g_ascii_digit_value (text[1]);
}

gboolean
rt_time_is_valid (const char *text)
{
  return has_form (text, "99:99") && two_digits (text) < 24 && two_digits (text + 3) < 60;
}

gboolean
rt_date_is_valid (const char *text)
{
  int year;

  if (!has_form (text, "9999-99-99"))
    return FALSE;
  year = two_digits (text) * 100 + two_digits (text + 2);
  return year > 0 && g_date_valid_dmy (two_digits (text + 8), two_digits (text + 5), year);
}

gboolean
rt_moment_is_valid (const char *text)
{
  g_autofree char *date = NULL;

  if (!has_form (text, "9999-99-99T99:99"))
    return FALSE;
  date = g_strndup (text, 10);
  return rt_date_is_valid (date) && rt_time_is_valid (text + 11);
}

char *
rt_date_dup_words (const char *date)
{
  g_autoptr (GDateTime) day = NULL;

  if (date == NULL || !rt_date_is_valid (date))
    return NULL;
  day = g_date_time_new_utc (two_digits (date) * 100 + two_digits (date + 2),
                             two_digits (date + 5), two_digits (date + 8), 0, 0, 0);
  /* Translators: a date, for g_date_time_format(): "29 January 2009" */
  return g_date_time_format (day, _("%-d %B %Y"));
}

int
rt_time_parse (const char *time)
{
  return two_digits (time) * 60 + two_digits (time + 3);
}

char *
rt_time_dup (int minutes)
{
  return g_strdup_printf ("%02d:%02d", minutes / 60 % 24, minutes % 60);
}
