/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-roll.h"

G_BEGIN_DECLS

/**
 * RtMeetings:
 * @guests: how many people are guests in some round
 * @guest: [person] whether they are one of them
 * @met: [person] how many different other guests they meet at this event
 * @pairs: pairs of guests who meet at least once
 *
 * Who meets whom, over all rounds of a plan: a value that does not follow the plan.
 */
typedef struct {
  guint    n_people;
  guint    guests;
  guint8  *guest;
  guint   *met;
  guint64  pairs;
} RtMeetings;

RtMeetings *rt_meetings_new  (const RtRoll *roll);
void        rt_meetings_free (RtMeetings *self);
guint64     rt_meetings_get_possible_pairs (const RtMeetings *self);
/* Returns: (transfer full): [person] in how many rounds they are guests at a table with @person. */
guint      *rt_meetings_dup_times (const RtRoll *roll, guint person);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtMeetings, rt_meetings_free)

G_END_DECLS
