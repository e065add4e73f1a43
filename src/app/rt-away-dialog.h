/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-session.h"

G_BEGIN_DECLS

/**
 * RtAwayDialog:
 *
 * Somebody is away, or people have no seat: what can be done, each answer with the same prices,
 * before one is chosen. The answers are worked out in a thread. The one that is chosen is one
 * change.
 */
#define RT_TYPE_AWAY_DIALOG (rt_away_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RtAwayDialog, rt_away_dialog, RT, AWAY_DIALOG, AdwWindow)

/* @person: who is away from @round on; NULL: it is about who has no seat. NULL with @error in words
   when there is nothing to decide. */
GtkWindow *rt_away_dialog_new (GtkWindow *parent, RtSession *session, guint round, RtId person,
                               GError **error);

G_END_DECLS
