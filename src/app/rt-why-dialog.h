/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-session.h"

G_BEGIN_DECLS

/**
 * RtWhyDialog:
 *
 * Why This Seat?: what is to be said of one person's seat in a round, and the one swap that would
 * mend what is not as it should be.
 */
#define RT_TYPE_WHY_DIALOG (rt_why_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RtWhyDialog, rt_why_dialog, RT, WHY_DIALOG, AdwWindow)

/* A swap ends in plan.swap or plan.move, activated on @parent. */
GtkWindow *rt_why_dialog_new (GtkWindow *parent, RtSession *session, RtId round, RtId person);

G_END_DECLS
