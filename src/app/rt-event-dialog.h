/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-session.h"

G_BEGIN_DECLS

/**
 * RtEventDialog:
 *
 * Title, day, place and clock of the event, how many are expected, what its paper says. One change
 * when it is applied.
 */
#define RT_TYPE_EVENT_DIALOG (rt_event_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RtEventDialog, rt_event_dialog, RT, EVENT_DIALOG, AdwWindow)

GtkWidget *rt_event_dialog_new   (RtSession *session);
/* Returns: FALSE when something has to be put right first; it is said in the dialog. */
gboolean   rt_event_dialog_apply (RtEventDialog *self);

G_END_DECLS
