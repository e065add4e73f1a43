/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-session.h"

G_BEGIN_DECLS

/* The sample plans that are part of the program. */

guint       rt_samples_get_n           (void);
const char *rt_samples_get_title       (guint index);   /* translated, as is the description */
const char *rt_samples_get_description (guint index);
/* A plan of one's own, in no file: the sample itself stays as it is. */
RtSession  *rt_samples_open            (guint index, GError **error);

G_END_DECLS
