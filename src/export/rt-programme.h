/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

/**
 * RtProgrammeLine:
 * @id: of the session or round
 * @title: translated where the plan gives none
 * @below: the question, or who speaks; maybe ""
 * @start: minutes after midnight of the event's day, -1 = not known
 * @end: likewise
 *
 * One line of the programme: a session, or a round in place of the session that names it.
 */
typedef struct {
  RtId  id;
  char *title;
  char *below;
  int   start, end;
} RtProgrammeLine;

GArray *rt_programme_list (RtPlan *plan);   /* (transfer full): of RtProgrammeLine */

G_END_DECLS
