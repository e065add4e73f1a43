/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-calendar.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

#include "rt-programme.h"

/*
 * The programme for calendars (iCalendar, RFC 5545): an entry for each session and round. A plan
 * says no time zone, so times are those of the clock on the wall, wherever the calendar is.
 */

#define UID_DIGITS 16

/* Letters that a calendar may not have in a text become spaces. */
static char *
dup_clean (const char *text)
{
  char *clean = g_strdup (text);

  for (char *at = clean; *at != '\0'; at++)
    if ((*at >= 0 && *at < 0x20 && *at != '\n') || *at == 0x7f)
      *at = ' ';
  return clean;
}

/* Ids are unique in a plan only: title and date tell plans apart that began as one file. Another
 * time, place, or order of the sessions makes no other entry. */
static char *
dup_uid (RtPlan *plan, RtId id)
{
  const RtEvent *event = rt_plan_get_event (plan);
  g_autofree char *about = g_strdup_printf ("%s\n%s", event->title != NULL ? event->title : "",
                                            event->date);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, about, -1);

  digest[UID_DIGITS] = '\0';
  return g_strdup_printf ("%s-%s@rotunda", digest, id);
}

/* @minutes may be of the next day */
static icaltimetype
get_time (const RtEvent *event, int minutes)
{
  icaltimetype time = icaltime_null_time ();

  time.year = (int) g_ascii_strtoll (event->date, NULL, 10);
  time.month = (int) g_ascii_strtoll (event->date + 5, NULL, 10);
  time.day = (int) g_ascii_strtoll (event->date + 8, NULL, 10);
  icaltime_adjust (&time, 0, 0, minutes, 0);
  return time;
}

static void
add_entry (icalcomponent *calendar, RtPlan *plan, const RtProgrammeLine *line, icaltimetype now)
{
  const RtEvent *event = rt_plan_get_event (plan);
  icalcomponent *entry = icalcomponent_new_vevent ();
  g_autofree char *uid = dup_uid (plan, line->id);
  /* Translators: in a calendar: the title of the event, and of a session */
  g_autofree char *title = g_strdup_printf (_("%s: %s"), rt_plan_get_title (plan), line->title);
  g_autofree char *summary = dup_clean (title);
  g_autofree char *below = dup_clean (line->below);
  g_autofree char *venue = dup_clean (event->venue != NULL ? event->venue : "");

  icalcomponent_add_property (entry, icalproperty_new_uid (uid));
  icalcomponent_add_property (entry, icalproperty_new_dtstamp (now));
  icalcomponent_add_property (entry, icalproperty_new_dtstart (get_time (event, line->start)));
  if (line->end > line->start)
    icalcomponent_add_property (entry, icalproperty_new_dtend (get_time (event, line->end)));
  icalcomponent_add_property (entry, icalproperty_new_summary (summary));
  if (*venue != '\0')
    icalcomponent_add_property (entry, icalproperty_new_location (venue));
  if (*below != '\0')
    icalcomponent_add_property (entry, icalproperty_new_description (below));
  icalcomponent_add_component (calendar, entry);
}

static icalcomponent *
make_calendar (RtPlan *plan, GArray *lines)
{
  icalcomponent *calendar = icalcomponent_new_vcalendar ();
  icaltimetype now = icaltime_from_timet_with_zone (g_get_real_time () / G_USEC_PER_SEC, 0,
                                                    icaltimezone_get_utc_timezone ());

  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar,
                              icalproperty_new_prodid ("-//Rotunda//Rotunda " RT_VERSION "//EN"));
  icalcomponent_add_property (calendar, icalproperty_new_method (ICAL_METHOD_PUBLISH));
  for (guint i = 0; i < lines->len; i++)
    {
      const RtProgrammeLine *line = &g_array_index (lines, RtProgrammeLine, i);

      /* A round that the agenda does not name has no time. */
      if (line->start >= 0)
        add_entry (calendar, plan, line, now);
    }
  return calendar;
}

/**
 * rt_calendar_make:
 * @plan: a plan
 * @error: %RT_ERROR_REFUSED if it has no date, no start, or nothing that starts then
 *
 * Returns: (transfer full) (nullable): its sessions and rounds as a calendar
 */
GBytes *
rt_calendar_make (RtPlan *plan, GError **error)
{
  const RtEvent *event = rt_plan_get_event (plan);
  g_autoptr (GArray) lines = rt_programme_list (plan);
  icalcomponent *calendar;
  char *text;
  GBytes *bytes;

  if (event->date == NULL || event->start == NULL || lines->len == 0)
    {
      g_set_error_literal (error, RT_ERROR, RT_ERROR_REFUSED,
                           lines->len == 0
                               ? _("There is neither an agenda nor a round to put in a calendar.")
                               : _("A calendar needs the date and the start of the event. Say both "
                                   "in the event’s details."));
      return NULL;
    }
  calendar = make_calendar (plan, lines);
  text = icalcomponent_as_ical_string_r (calendar);
  bytes = g_bytes_new (text, strlen (text));
  icalmemory_free_buffer (text);
  icalcomponent_free (calendar);
  return bytes;
}
