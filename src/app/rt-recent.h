/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gio/gio.h>

#include "rt-plan-file.h"

G_BEGIN_DECLS

#define RT_PLAN_TYPE "application/vnd.rotunda.plan+json"

/**
 * RtRecent: a plan that was opened or saved lately, and what was written about it then.
 */
typedef struct {
  char *uri;
  char *title;
  char *description;   /* nullable */
} RtRecent;

void       rt_recent_add  (GFile *file, RtPlan *plan);
/* Returns: (element-type RtRecent): newest first, those whose file is still there. */
GPtrArray *rt_recent_list (guint most);

G_END_DECLS
