/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-agenda.h"
#include "rt-session.h"

G_BEGIN_DECLS

/** RtAgendaAsk: what can be asked for at a row, and which of its parts that is */
typedef enum {
  RT_AGENDA_ASK_HERE,    /* detail: index of the row that was dropped; the row itself */
  RT_AGENDA_ASK_MINUTES, /* detail: how many */
  RT_AGENDA_ASK_UP,
  RT_AGENDA_ASK_DOWN,
  RT_AGENDA_ASK_REMOVE,
} RtAgendaAsk;

/**
 * RtAgendaRow:
 *
 * A session of the agenda, or one of its rounds: when, what, how long, and what is wrong with it. It
 * changes nothing itself.
 *
 * Signal: `asked (RtAgendaAsk what, guint detail)`.
 */
#define RT_TYPE_AGENDA_ROW (rt_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (RtAgendaRow, rt_agenda_row, RT, AGENDA_ROW, GtkListBoxRow)

GtkWidget  *rt_agenda_row_new        (RtId id);   /* of the session or the round */
RtId        rt_agenda_row_get_id     (RtAgendaRow *self);
void        rt_agenda_row_update     (RtAgendaRow *self, RtPlan *plan, const RtAgendaLine *line,
                                      GPtrArray *conflicts);
/* The buttons below the words, not beside them. */
void        rt_agenda_row_set_narrow (RtAgendaRow *self, gboolean narrow);
/* Which part has the focus, and to give it that. */
RtAgendaAsk rt_agenda_row_get_focus  (RtAgendaRow *self);
void        rt_agenda_row_focus      (RtAgendaRow *self, RtAgendaAsk part);

G_END_DECLS
