/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-session.h"

G_BEGIN_DECLS

/** RtAgendaDialog: one session of the agenda, or one round, to be edited */
#define RT_TYPE_AGENDA_DIALOG (rt_agenda_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RtAgendaDialog, rt_agenda_dialog, RT, AGENDA_DIALOG, AdwWindow)

/* @round NULL: the session itself. */
GtkWidget *rt_agenda_dialog_new   (RtSession *session, RtId item, RtId round);
/* Enters what was typed as one change, and closes. */
gboolean   rt_agenda_dialog_apply (RtAgendaDialog *self);

G_END_DECLS
