/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days and times of day, as the file writes them. No text is NULL where nothing else is said. */

/* "2009-01-29", a day that there is */
gboolean rt_date_is_valid   (const char *text);
/* "10:40" */
gboolean rt_time_is_valid   (const char *text);
/* "2009-01-28T16:42" */
gboolean rt_moment_is_valid (const char *text);

/**
 * rt_date_dup_words:
 * @date: (nullable): a day
 *
 * Returns: (transfer full) (nullable): "29 January 2009" in the language of the reader; %NULL where
 * @date is no day
 */
char    *rt_date_dup_words  (const char *date);

/* A valid time in minutes after midnight. */
int      rt_time_parse      (const char *time);
/* Returns: (transfer full): "10:40"; @minutes after midnight, of the next day from 24 × 60 on */
char    *rt_time_dup        (int minutes);

G_END_DECLS
