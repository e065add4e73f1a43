/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

/**
 * RtAgendaLine:
 * @session: its id; %NULL for a round that no session names
 * @round: its id; %NULL: the line is the session itself
 * @start: minutes after midnight of the event's day; -1: not known
 * @end: likewise
 *
 * One line of the agenda, as people read it: a session, or below it one of its rounds.
 */
typedef struct {
  RtId session;
  RtId round;
  int  start;
  int  end;
} RtAgendaLine;

/** RtAgendaConflict: what cannot be so at that time, in words */
typedef struct {
  RtId  session;
  RtId  round;    /* the round concerned; NULL: none, or all of the session */
  char *message;
} RtAgendaConflict;

GArray    *rt_agenda_list           (RtPlan *plan);   /* of RtAgendaLine */
GArray    *rt_agenda_list_steps     (RtPlan *plan);   /* of RtAgendaLine */
GPtrArray *rt_agenda_find_conflicts (RtPlan *plan);   /* of RtAgendaConflict */

const char *rt_session_kind_get_title (int kind);     /* "Keynote" */
const char *rt_session_kind_get_words (int kind);     /* "Everybody together", for who comes */
/* Its title, or that of its kind */
char       *rt_agenda_dup_name        (const RtAgendaItem *item);

G_END_DECLS
