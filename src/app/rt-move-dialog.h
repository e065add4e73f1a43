/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-move-choice.h"

G_BEGIN_DECLS

/**
 * RtMoveDialog:
 *
 * Move To…, Swap With… and Change Host in This Round…: the places or people a slip could go to, or
 * who could host a table or help to, each with its price, cheapest first. What a drag does with a
 * bubble, for whoever does not drag. Prices are counted bit by bit, so a large plan can be searched
 * at once.
 */
#define RT_TYPE_MOVE_DIALOG (rt_move_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RtMoveDialog, rt_move_dialog, RT, MOVE_DIALOG, AdwWindow)

/* The choice ends in plan.move, plan.swap, plan.set-round-host or -co-host, activated on @source.
   @subject is a person, for RT_MOVE_HOST and RT_MOVE_CO_HOST the table. */
GtkWindow *rt_move_dialog_new (GtkWidget *source, RtSession *session, RtId round, RtId subject,
                               RtMoveKind kind);

G_END_DECLS
