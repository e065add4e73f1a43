/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-agenda.h"
#include "rt-order-row.h"

G_BEGIN_DECLS

/**
 * RtAgendaRow:
 *
 * A session of the agenda, or one of its rounds: when, what, how long, and what is wrong with it.
 * It changes nothing itself; what its controls ask for as its value are minutes.
 */
#define RT_TYPE_AGENDA_ROW (rt_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (RtAgendaRow, rt_agenda_row, RT, AGENDA_ROW, RtOrderRow)

GtkWidget *rt_agenda_row_new    (void);
void       rt_agenda_row_update (RtAgendaRow *self, RtPlan *plan, const RtAgendaLine *line,
                                 GPtrArray *conflicts);

G_END_DECLS
