/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Days and times of day: which texts are one, and how they read. */

#include "rt-date.h"

typedef struct {
  const char *label;
  const char *text;
  gboolean    date;
  gboolean    time;
  gboolean    moment;
} Text;

static const Text texts[] = {
  { "date", "2009-01-29", TRUE, FALSE, FALSE },
  { "leap-day", "2008-02-29", TRUE, FALSE, FALSE },
  { "no-leap-day", "2009-02-29", FALSE, FALSE, FALSE },
  { "month-13", "2009-13-01", FALSE, FALSE, FALSE },
  { "day-0", "2009-01-00", FALSE, FALSE, FALSE },
  { "year-0", "0000-01-01", FALSE, FALSE, FALSE },
  { "week", "2009-W05-4", FALSE, FALSE, FALSE },
  { "short-day", "2009-01-9", FALSE, FALSE, FALSE },
  { "day-in-words", "29 January", FALSE, FALSE, FALSE },
  { "time", "10:40", FALSE, TRUE, FALSE },
  { "midnight", "00:00", FALSE, TRUE, FALSE },
  { "last-minute", "23:59", FALSE, TRUE, FALSE },
  { "hour-24", "24:00", FALSE, FALSE, FALSE },
  { "minute-60", "10:60", FALSE, FALSE, FALSE },
  { "short-hour", "9:40", FALSE, FALSE, FALSE },
  { "time-and-more", "10:40\n", FALSE, FALSE, FALSE },
  { "moment", "2009-01-28T16:42", FALSE, FALSE, TRUE },
  { "moment-without-day", "2009-02-30T16:42", FALSE, FALSE, FALSE },
  { "moment-without-time", "2009-01-28T25:42", FALSE, FALSE, FALSE },
  { "nothing", "", FALSE, FALSE, FALSE },
};

static void
test_valid (gconstpointer data)
{
  const Text *one = data;

  g_assert_cmpint (rt_date_is_valid (one->text), ==, one->date);
  g_assert_cmpint (rt_time_is_valid (one->text), ==, one->time);
  g_assert_cmpint (rt_moment_is_valid (one->text), ==, one->moment);
}

static void
test_words (void)
{
  g_autofree char *day = rt_date_dup_words ("2009-01-29");
  g_autofree char *first = rt_date_dup_words ("1999-12-01");

  g_assert_cmpstr (day, ==, "29 January 2009");
  g_assert_cmpstr (first, ==, "1 December 1999");
  g_assert_null (rt_date_dup_words (NULL));
  g_assert_null (rt_date_dup_words ("2009-02-29"));
}

static void
test_clock (void)
{
  g_autofree char *early = rt_time_dup (65);
  g_autofree char *tomorrow = rt_time_dup (24 * 60 + 10 * 60 + 40);

  g_assert_cmpint (rt_time_parse ("10:40"), ==, 640);
  g_assert_cmpint (rt_time_parse ("09:08"), ==, 548);
  g_assert_cmpstr (early, ==, "01:05");
  g_assert_cmpstr (tomorrow, ==, "10:40");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/date/valid/%s", texts[i].label);

      g_test_add_data_func (path, &texts[i], test_valid);
    }
  g_test_add_func ("/date/words", test_words);
  g_test_add_func ("/date/clock", test_clock);
  return g_test_run ();
}
