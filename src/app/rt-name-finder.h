/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

/** RtNameFinder: the name that is being typed, and who is called so. After a pause another name
 * begins. */
typedef struct _RtNameFinder RtNameFinder;

RtNameFinder *rt_name_finder_new (void);
void rt_name_finder_free (RtNameFinder *self);
void rt_name_finder_clear (RtNameFinder *self);
gboolean rt_name_finder_type (RtNameFinder *self, gunichar letter);
RtId rt_name_finder_find (RtNameFinder *self, RtPlan *plan, const char *text,
                          const GPtrArray *people, int step);

G_END_DECLS
