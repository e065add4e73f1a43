/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RtError:
 * @RT_ERROR_FORMAT: a file or list is not what it should be; the message names the place
 * @RT_ERROR_LIMIT: a file is larger, deeper or longer than Rotunda's stated limits
 * @RT_ERROR_NEWER: the plan was made by a newer Rotunda and may only be read
 * @RT_ERROR_REFUSED: a change would break the plan (an id that is not there, a person seated twice)
 * @RT_ERROR_FULL: a table has no empty chair
 * @RT_ERROR_OVER: the round is over and is never changed
 * @RT_ERROR_CHANGED_ON_DISK: the file was changed by another program since it was read
 * @RT_ERROR_USAGE: the words of a call are wrong
 *
 * Why something could not be done. The message is for people: it names what, where, and what to do.
 */
typedef enum {
  RT_ERROR_FORMAT,
  RT_ERROR_LIMIT,
  RT_ERROR_NEWER,
  RT_ERROR_REFUSED,
  RT_ERROR_FULL,
  RT_ERROR_OVER,
  RT_ERROR_CHANGED_ON_DISK,
  RT_ERROR_USAGE,
} RtError;

#define RT_ERROR (rt_error_quark ())
GQuark rt_error_quark (void);

G_END_DECLS
